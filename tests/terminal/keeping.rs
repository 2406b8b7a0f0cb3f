//! Nothing typed is lost: several forms, a full disk, another desk on the same file.

use std::time::{Duration, Instant};

use rstest::rstest;
use rustix::process::{Resource, Rlimit, Signal, prlimit};

use crate::console::{Console, Home, desk_of, f};

/// Registers one letter by shell.
fn register(home: &Home, surname: &str) {
    let file = home.path().join("letter.json");
    let letter = serde_json::json!([{"channel": "letter", "kind": "application", "gist": "Нет света",
        "client": {"surname": surname, "given": "Анна", "address": "ул. Мира, 1"}}]);
    std::fs::write(&file, letter.to_string()).unwrap();
    home.asks(&["register", "--json", file.to_str().unwrap()]);
}

/// Opens the form for something new.
fn begin<'a>(desk: &'a mut Console, what: &str) -> &'a mut Console {
    desk.types(f(7)).sees("Что поступило?").types(what).types("\r").sees(&format!("› {what}"))
}

#[rstest]
#[case(Signal::HUP)]
#[case(Signal::TERM)]
#[case(Signal::KILL)]
fn three_half_filled_forms_come_back_whole(#[case] signal: Signal) {
    const REPLY: &str = "Показания 4512 приняты, «переплата» учтена";
    let home = Home::set_up();
    register(&home, "Юй");
    let mut desk = Console::at(&home);
    begin(desk.sees("ЭН1-000001/26"), "Письмо").fill("Фамилия", "Ёлкина").fill("Телефон", "8 900 12");
    desk.types("\x1b").sees("Черновик сохранён");
    begin(&mut desk, "Звонок").fill("Фамилия", "Гасанов").fill("Краткое содержание", "Искрит счётчик");
    desk.sees("Искрит счётчик").types("\x1b").sees("Черновик сохранён");
    desk.types("r")
        .sees("Шаблон")
        .types("Ответ по существу\r")
        .waits_until("the reply's form", |desk| !desk.reads().contains('└'));
    desk.go_to("Текст").types(REPLY).sees("учтена");
    desk.signal(signal).ends();

    let mut desk = Console::at(&home);
    desk.sees("Есть 3 черновика").types("d").sees("Звонок: Гасанов ·").types("Письмо").types("\r");
    desk.sees("› Письмо").sees("Ёлкина").sees("8 900 12").types("\x1b").sees("Черновик сохранён");
    desk.types("d").sees("Письмо: Ёлкина ·").types("Звонок").types("\r").sees("› Звонок").sees("Гасанов");
    desk.go_to("Краткое содержание").sees("Искрит счётчик").types("\x1b").sees("Черновик сохранён");
    desk.types("d").sees("Звонок: Гасанов ·").types("Ответ").types("\r").sees("› Ответ на №");
    desk.sees("Показания 4512 приняты, «переплата»").sees("учтена").types("\x1b").leaves();
}

#[test]
fn two_desks_on_one_file_see_each_others_changes_and_a_form_stays() {
    let home = Home::set_up();
    let (mut one, mut other) = (Console::at(&home), Console::at(&home));
    begin(one.sees("Открытых обращений нет."), "Письмо").fill("Фамилия", "Ёлкина").sees("Ёлкина");
    begin(other.sees("Открытых обращений нет."), "Письмо").fill("Фамилия", "Юй").fill("Адрес", "ул. Мира, 1");
    other.fill("Краткое содержание", "Нет света").sees("Нет света").types(f(2)).sees("Зарегистрировано");
    one.types("-Щедрина").sees("Ёлкина-Щедрина").fill("Адрес", "ул. Ленина, 5").sees("ул. Ленина, 5");
    one.fill("Краткое содержание", "Перерасчёт").sees("Перерасчёт").types(f(2));
    // The one that looked on sees it without a key; the other saw the first when it came back.
    one.sees("Зарегистрировано: № ЭН1-000002/26").sees("ЭН1-000001/26");
    other.sees("ЭН1-000002/26").sees("Ёлкина-Щедрина").leaves();
    one.leaves();
}

/// A limit on the size of files is to the program what a full disk is: no write takes more.
#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_a_draft_is_kept_in_memory_and_written_once_there_is_room() {
    let home = Home::set_up();
    let command = desk_of(&home, &[("TERM", "xterm"), ("LANG", "ru_RU.UTF-8")]);
    let mut desk = Console::of(command, 80, 24);
    begin(desk.sees("Открытых обращений нет."), "Письмо").fill("Фамилия", "Ё").sees("черновик хранится");
    let room = |bytes| Rlimit { current: bytes, maximum: None };
    let had = prlimit(Some(desk.id()), Resource::Fsize, room(Some(1))).unwrap();
    desk.types("л")
        .sees("Диск не принимает черновик")
        .types("кина")
        .sees("Ёлкина")
        .sees("черновик только в памяти");
    // Whoever leaves is told first, and what is only in memory is still offered.
    desk.types(f(10)).sees("1 черновик только в памяти: диск его не принимает.");
    desk.types("\x1b").sees("Черновик пока только в памяти").types("d").sees("Письмо: Ёлкина ·").types("\r");
    desk.sees("› Письмо").sees("Ёлкина").go_to("Фамилия").types("\x1b[F-Щедрина").sees("Ёлкина-Щедрина");
    prlimit(Some(desk.id()), Resource::Fsize, had).unwrap();
    desk.sees("черновик хранится").signal(Signal::KILL).ends();
    Console::at(&home).sees("Есть 1 черновик: «Письмо: Ёлкина-Щедрина».").leaves();
}

/// Another program that holds the file of drafts locked: a copy being made, a virus scanner.
#[expect(clippy::disallowed_types, reason = "another program locks the file")]
#[test]
fn while_the_file_of_drafts_is_locked_typing_goes_on_and_the_draft_comes_to_the_file_afterwards() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    begin(desk.sees("Открытых обращений нет."), "Письмо").fill("Фамилия", "Ё").sees("черновик хранится");
    let other = rusqlite::Connection::open(home.path().join("desk").join("drafts.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = Instant::now();
    desk.types("л").sees("Ёл").types("кина").sees("Ёлкина");
    let took = before.elapsed();
    assert!(took < Duration::from_secs(3), "it took {took:?}");
    desk.sees("черновик только в памяти");
    other.execute_batch("ROLLBACK").unwrap();
    desk.sees("черновик хранится").signal(Signal::KILL).ends();
    Console::at(&home).sees("Есть 1 черновик: «Письмо: Ёлкина».").leaves();
}

#[rstest]
#[case::small(80, 24)]
#[case::large(120, 40)]
fn a_key_pressed_in_a_form_costs_a_slow_line_under_three_hundred_bytes(
    #[case] columns: u16,
    #[case] rows: u16,
) {
    let home = Home::set_up();
    register(&home, "Юй");
    let mut desk = Console::sized(&home, columns, rows);
    begin(desk.sees("ЭН1-000001/26"), "Письмо").fill("Фамилия", "Ёлкина").sees("черновик хранится");
    let mut costs = Vec::new();
    let mut pay = |desk: &mut Console, keys: &str, what: &str| {
        let before = desk.screen().clone();
        let cost = desk.cost_of(keys, what, |desk| {
            let now = desk.screen();
            now.contents() != before.contents() || now.cursor_position() != before.cursor_position()
        });
        costs.push((what.to_owned(), cost));
    };
    pay(&mut desk, "ж", "a letter in a line");
    pay(&mut desk, "\x7f", "a letter taken back");
    pay(&mut desk, "\t", "the next field");
    pay(&mut desk, "\x1b[A", "the field before");
    desk.go_to("Тема");
    pay(&mut desk, f(4), "the list opens");
    pay(&mut desk, "\x1b[B", "a step in the list");
    pay(&mut desk, "\x1b[B", "another step in the list");
    pay(&mut desk, "п", "a letter that narrows the list");
    pay(&mut desk, "е", "a letter that narrows it more");
    desk.types("\x1b").waits_until("the form", |desk| !desk.reads().contains('└'));
    desk.go_to("Текст");
    pay(&mut desk, "ж", "a letter in a text");
    pay(&mut desk, "\r", "a line end in a text");
    for (what, cost) in costs {
        // A list that opens or narrows has other words to show, each written once.
        let most = if what.contains("list opens") || what.contains("narrows") { 4096 } else { 300 };
        assert!((1..most).contains(&cost), "{what}: {cost} bytes");
    }
    desk.types("\x1b").leaves();
}

//! `kill -9` at any moment: a number was either given and is there, or was not given; what was typed comes back.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::console::{Console, Home, f, patience};

/// All numbers of the register, in order.
fn numbers(home: &Home) -> Vec<String> {
    let list: Vec<serde_json::Value> =
        serde_json::from_str(&home.asks(&["list", "--queue", "all", "--format", "json"])).unwrap();
    let numbers: BTreeSet<String> =
        list.iter().map(|line| line["number"].as_str().unwrap().to_owned()).collect();
    assert_eq!(numbers.len(), list.len(), "a number was given twice");
    numbers.into_iter().collect()
}

/// Every number from the first to the last is there, and the file is sound.
fn is_gapless(home: &Home) -> usize {
    let numbers = numbers(home);
    for (serial, number) in (1..).zip(&numbers) {
        assert_eq!(*number, format!("ЭН1-{serial:06}/26"));
    }
    assert!(home.asks(&["check", "--deep"]).contains("База цела"));
    numbers.len()
}

#[test]
fn a_half_filled_form_comes_back_with_every_typed_character() {
    const TEXT: &str = "Прошу пересчитать плату: показания 4512 — неверны, «см. фото».";
    let home = Home::set_up();
    for typed in [1, 7, TEXT.chars().count()] {
        let typed: String = TEXT.chars().take(typed).collect();
        let mut desk = Console::at(&home);
        desk.begins_a_letter();
        desk.fill("Фамилия", "Ёлкина").fill("Текст", &typed);
        // The last character is on the screen, so it was taken; nothing was given time to rest.
        let seen = bare(&typed);
        desk.waits_until("the text", |desk| bare(&desk.reads().replace('_', " ")).contains(&seen));
        desk.signal(Signal::KILL).ends();
        let mut desk = Console::at(&home);
        desk.sees("Есть 1 черновик: «Письмо: Ёлкина».").types("d").sees("Письмо: Ёлкина ·").types("\r");
        desk.sees("› Письмо");
        desk.go_to("Текст")
            .waits_until("the text as it was", |desk| bare(&desk.reads().replace('_', " ")).contains(&seen));
        // Forget it, for the next round.
        desk.types("\x1b").sees("Черновик сохранён").types("d").sees("Письмо: Ёлкина ·");
        desk.types("\x1b[3~").sees("Забыть черновик").types("д").sees("удалён");
        desk.leaves();
    }
}

/// A text without its blanks: a line of a field may end in the middle of a word.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// How many kills a test spreads over the time that a whole run takes.
fn rounds() -> u32 {
    std::env::var("OTKLIK_TEST_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(8)
}

#[test]
fn a_desk_killed_at_any_moment_of_registering_gave_its_number_or_did_not() {
    let home = Home::set_up();
    let mut given = 0;
    let mut whole = patience();
    for round in 0..=rounds() {
        let mut desk = Console::at(&home);
        desk.sees("Мои").types(f(7)).sees("Что поступило?").types("Звонок\r").sees("› Звонок");
        desk.fill("Фамилия", "Юй").fill("Краткое содержание", "Нет света").sees("Нет света").types(f(2));
        let began = Instant::now();
        // The first says how long it takes; the others are killed between the key and the number on the screen.
        let time = if round == 0 { whole } else { whole * round / rounds() };
        let seen = desk.hears_for(time, "Зарегистрировано");
        if round == 0 {
            whole = began.elapsed();
        }
        desk.signal(Signal::KILL).ends();
        let now = is_gapless(&home);
        assert!(now == given || now == given + 1, "{given} before, {now} after");
        assert!(!seen || now == given + 1, "a number was on the screen and is not there");
        let mut desk = Console::at(&home);
        if now > given {
            // The draft of what was registered is offered to nobody.
            desk.sees("Мои").types("d").sees("Черновиков нет.").leaves();
        } else {
            desk.sees("Есть 1 черновик: «Звонок: Юй».")
                .types("d")
                .sees("Звонок: Юй ·")
                .types("\x1b[3~")
                .sees("Забыть черновик")
                .types("д")
                .sees("удалён");
            desk.leaves();
        }
        given = now;
    }
    assert!(given > 0);
}

#[test]
fn a_shell_killed_while_it_registers_a_list_leaves_no_gap() {
    const LIST: usize = 60;
    let home = Home::set_up();
    let one = serde_json::json!({"channel": "phone", "kind": "enquiry", "gist": "Нет света",
        "client": {"surname": "Юй", "phone": "+7 900 123-45-67"}});
    let list = serde_json::Value::Array(vec![one; LIST]).to_string();
    let began = Instant::now();
    assert_eq!(killed_after(&home, &list, patience()).split("ЭН1-").count(), LIST + 1);
    let whole = began.elapsed();
    let (mut given, mut cut_off) = (is_gapless(&home), 0);
    for round in 1..=rounds() {
        let answer = killed_after(&home, &list, whole * round / rounds());
        let now = is_gapless(&home);
        assert!(now >= given && now <= given + LIST, "{given} before, {now} after");
        let known = numbers(&home);
        for number in answer.split('"').filter(|part| part.starts_with("ЭН1-")) {
            assert!(known.iter().any(|known| known == number), "{number} was said and is not there");
        }
        cut_off += usize::from(now > given && now < given + LIST);
        given = now;
    }
    assert!(cut_off > 0, "no kill fell into the list");
}

/// Registers a list by shell, killed after this time; what it answered.
fn killed_after(home: &Home, list: &str, time: Duration) -> String {
    let mut shell = home.command(&["register", "--json", "-"]);
    let shell = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut shell = shell.spawn().unwrap();
    shell.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
    let mut out = shell.stdout.take().unwrap();
    let (answer, answered) = channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        // What was cut off in the middle of a letter is no answer.
        let _ = out.read_to_string(&mut text);
        answer.send(text)
    });
    let in_time = answered.recv_timeout(time);
    if in_time.is_err() {
        shell.kill().unwrap();
    }
    shell.wait().unwrap();
    in_time.unwrap_or_else(|_| answered.recv_timeout(patience()).unwrap())
}

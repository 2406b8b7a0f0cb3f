//! `kill -9` at any moment: a number was either given and is there, or was not given; what was typed comes back.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::time::Duration;

use rustix::process::Signal;

use crate::console::{Console, Home, f};

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
        desk.sees("Открытых обращений нет.").types(f(7)).sees("Что поступило?").types("Письмо\r").sees("› Письмо");
        desk.fill("Фамилия", "Ёлкина").fill("Текст", &typed);
        // The last character is on the screen, so it was taken; nothing was given time to rest.
        let seen = crate::console::flat(&typed);
        desk.waits_until("the text", |desk| {
            crate::console::flat(&desk.reads().replace('_', " ")).contains(&seen)
        });
        desk.signal(Signal::KILL).ends();
        let mut desk = Console::at(&home);
        desk.sees("Есть 1 черновик: «Письмо: Ёлкина».").types("d").sees("назад").types("\r").sees("Ёлкина");
        desk.go_to("Текст").waits_until("the text as it was", |desk| {
            crate::console::flat(&desk.reads().replace('_', " ")).contains(&seen)
        });
        // Forget it, for the next round.
        desk.types("\x1b").sees("Черновик сохранён").types("d").sees("назад").types("\x1b[3~").sees("удалён");
        desk.leaves();
    }
}

#[test]
fn a_desk_killed_at_any_moment_of_registering_gave_its_number_or_did_not() {
    let home = Home::set_up();
    let mut given = 0;
    for round in 0..10 {
        let mut desk = Console::at(&home);
        desk.sees("Мои").types(f(7)).sees("Что поступило?").types("Звонок\r").sees("› Звонок");
        desk.fill("Фамилия", "Юй").fill("Краткое содержание", "Нет света").sees("Нет света").types(f(2));
        // From before the key is read to after the number is shown.
        let seen = if round == 0 { desk.sees("Зарегистрировано"); true } else { desk.hears_for(Duration::from_millis(round * 3), "Зарегистрировано") };
        desk.signal(Signal::KILL).ends();
        let now = is_gapless(&home);
        assert!(now == given || now == given + 1, "{given} before, {now} after");
        assert!(!seen || now == given + 1, "a number was on the screen and is not there");
        let was_given = now > given;
        given = now;
        let mut desk = Console::at(&home);
        if was_given {
            // The draft of what was registered is offered to nobody.
            desk.sees("Мои").types("d").sees("Черновиков нет.").leaves();
        } else {
            desk.sees("Есть 1 черновик: «Звонок: Юй».").types("d").sees("назад").types("\x1b[3~").sees("удалён").leaves();
        }
    }
    assert!(given > 0);
}

#[test]
fn a_shell_killed_while_it_registers_a_list_leaves_no_gap() {
    let home = Home::set_up();
    let one = serde_json::json!({"channel": "phone", "kind": "enquiry", "gist": "Нет света",
        "client": {"surname": "Юй", "phone": "+7 900 123-45-67"}});
    let list = serde_json::Value::Array(vec![one; 60]).to_string();
    let mut given = 0;
    let mut cut_off = 0;
    for round in 0..12_u64 {
        let mut shell = home
            .command(&["register", "--json", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        shell.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
        // The kill falls where it falls: what is waited for is the answer, and it is cut off by the clock.
        let answer = BufReader::new(shell.stdout.take().unwrap());
        let (done, is_done) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            let text: String = answer.lines().map_while(Result::ok).collect();
            let _ = done.send(());
            text
        });
        let whole = is_done.recv_timeout(Duration::from_millis(5 + round * 15)).is_ok();
        shell.kill().unwrap();
        shell.wait().unwrap();
        let answered = reader.join().unwrap();
        let now = is_gapless(&home);
        assert!(now >= given && now <= given + 60);
        if whole {
            assert_eq!(now, given + 60, "{answered}");
        }
        for number in answered.split('"').filter(|part| part.starts_with("ЭН1-")) {
            assert!(numbers(&home).iter().any(|known| known == number), "{number} was said and is not there");
        }
        cut_off += usize::from(now > given && now < given + 60);
        given = now;
    }
    assert!(given > 0 && cut_off > 0, "{given} given, {cut_off} rounds cut off");
}

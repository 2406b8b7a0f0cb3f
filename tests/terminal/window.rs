//! The window changes, texts are pasted, and nothing of them is obeyed.

use crate::console::{Console, Home, f};

#[test]
fn a_window_made_small_says_so_and_comes_back_with_what_was_typed() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    desk.begins_a_letter();
    desk.fill("Фамилия", "Ёлкина").sees("Ёлкина");
    desk.resize(60, 20).sees("Нужно окно не меньше 80×24, сейчас 60×20.");
    // Nothing is typed blindly.
    desk.types("вслепую").resize(80, 24).sees("Ёлкина").types("-Щедрина").sees("Ёлкина-Щедрина");
    desk.resize(120, 40).sees("Ёлкина-Щедрина").sees("10Выход");
    desk.leaves();
}

/// A font without the signs of boxes shows the same screen of `-`, `|` and `+`.
#[test]
fn where_the_font_has_no_lines_the_whole_screen_is_of_plain_signs() {
    let home = Home::set_up();
    std::fs::write(home.path().join("config.toml"), "ascii = true\n").unwrap();
    let mut desk = Console::at(&home);
    desk.sees("Открытых обращений нет.").sees("----------").types(f(7)).sees("Что поступило?").sees("+-----");
    let strange = |c: char| matches!(c, '\u{2500}'..='\u{25ff}');
    assert!(!desk.reads().contains(strange), "{}", desk.reads());
    desk.leaves();
}

#[test]
fn a_paste_of_lines_is_one_line_in_a_line_and_lines_in_a_text() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    desk.begins_a_letter();
    desk.fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Мира, 1");
    desk.go_to("Краткое содержание").pastes("Первая\r\nвторая\n").sees("Первая вторая");
    desk.go_to("Текст")
        .pastes("Раз,\rдва,\rтри.\r")
        .sees("три.")
        .types(f(2))
        .sees("Зарегистрировано: № ЭН1-000001/26");
    let card: serde_json::Value =
        serde_json::from_str(&home.asks(&["show", "000001", "--format", "json"])).unwrap();
    let said = card.to_string();
    assert!(said.contains("Первая вторая") && said.contains(r"Раз,\nдва,\nтри."), "{said}");
    desk.leaves();
}

#[test]
fn a_hostile_text_never_reaches_the_terminal() {
    const HOSTILE: &str = "зло\x1b]0;title\x07и\u{202e}тень\u{200b}\x1b[8m";
    let home = Home::set_up();
    let file = home.path().join("hostile.json");
    let appeal = serde_json::json!([{"channel": "letter", "kind": "complaint", "gist": HOSTILE, "text": HOSTILE,
        "client": {"surname": HOSTILE, "address": HOSTILE}}]);
    std::fs::write(&file, appeal.to_string()).unwrap();
    home.asks(&["register", "--json", file.to_str().unwrap()]);
    let mut desk = Console::at(&home);
    desk.sees("ЭН1-000001/26").types("\r").sees("История").types(f(3)).sees("Талон");
    desk.types(f(10)).ends();
    let written = String::from_utf8_lossy(&desk.written).into_owned();
    assert!(written.contains("зло"));
    for hidden in ["\x1b]0;", "\x07", "\u{202e}", "\u{200b}", "\x1b[8m"] {
        assert!(!written.contains(hidden), "{hidden:?} reached the terminal");
    }
    let told = home.asks(&["show", "000001"]);
    assert!(told.contains("зло") && !told.contains(['\x1b', '\u{202e}', '\u{200b}', '\x07']), "{told:?}");
}

#[test]
fn a_sequence_pasted_into_a_field_is_text() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    desk.begins_a_letter();
    desk.go_to("Краткое содержание").pastes("до\x1b[2Jпосле\u{202e}").sees("до␛[2Jпосле<U+202E>");
    desk.leaves();
    let written = String::from_utf8_lossy(&desk.written).into_owned();
    assert!(!written.contains('\u{202e}'));
}

#[test]
fn no_key_is_lost_that_is_pressed_while_the_window_changes() {
    const TYPED: &str = "Салтыков-Щедрин-Гасанов-Ёлкин";
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    desk.begins_a_letter();
    desk.go_to("Краткое содержание");
    // Each is waited for: the next key would bring a lost one back.
    for (columns, (at, letter)) in (81..).zip(TYPED.char_indices()) {
        desk.resize(columns, 24).types(&letter.to_string()).sees(&TYPED[..at + letter.len_utf8()]);
    }
    desk.leaves();
}

#[test]
fn a_terminal_that_does_not_mark_a_paste_is_not_commanded_by_one() {
    let home = Home::set_up();
    let mut desk = Console::with(&home, &[("TERM", "linux"), ("LANG", "ru_RU.UTF-8")]);
    desk.sees("Открытых обращений нет.").types("Решение по жалобе\r").sees("Вставка ничего не сделала");
    desk.types(f(7)).sees("Что поступило?").types("Письмо\r").sees("› Письмо");
    desk.go_to("Краткое содержание")
        .types("Прошу пересчитать\rи ответить")
        .sees("Прошу пересчитать и ответить");
    desk.leaves();
}

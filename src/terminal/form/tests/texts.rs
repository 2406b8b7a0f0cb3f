//! Texts of several lines.

use super::*;

#[test]
fn in_a_text_enter_is_a_new_line_and_the_arrows_lead_out_at_its_ends() {
    let mut form = at("text");
    type_in(&mut form, "раз");
    press(&mut form, [Code::Enter]);
    type_in(&mut form, "два");
    assert_eq!(form.typed("text"), "раз\nдва");
    press(&mut form, [Code::Up]);
    assert_eq!(form.focused(), Some("text"));
    press(&mut form, [Code::Up]);
    assert_eq!(form.focused(), Some("urgent"));
}

#[test]
fn up_and_down_walk_the_rows_that_are_seen_and_keep_their_column() {
    let mut form = at("text");
    // Rows of 62 columns: the second is short, and the space the first was broken at hangs at its end.
    let first = "слово ".repeat(10);
    type_in(&mut form, &format!("{first}продолжение"));
    press(&mut form, [Code::Enter]);
    type_in(&mut form, "и ещё одна строка текста");
    let (seen, end) = frame(&mut form, 22);
    assert!(seen.contains("         продолжение___"), "{seen}");
    let end = end.unwrap();
    let mut at = |code| {
        press(&mut form, [code]);
        let cursor = frame(&mut form, 22).1.unwrap();
        (cursor.x.cast_signed() - end.x.cast_signed(), cursor.y.cast_signed() - end.y.cast_signed())
    };
    assert_eq!(at(Code::Up), (-13, -1));
    assert_eq!(at(Code::Up), (0, -2));
    assert_eq!([at(Code::Down), at(Code::Down)], [(-13, -1), (0, 0)]);
    assert_eq!(
        [at(Code::Home), at(Code::Left), at(Code::Home), at(Code::Left)].map(|(_, y)| y),
        [0, -1, -1, -2]
    );
    assert_eq!(at(Code::Right), (-24, -1));
}

/// A form with one text, as a template filled it.
fn letter(text: &str) -> Form {
    let mut form = Form::new(
        vec![
            Field::new("heading", "Заголовок", Kind::Line),
            Field::new("text", "Текст", Kind::Text(3)).grows(),
        ],
        "Сохранить",
    );
    form.put("text", text);
    form
}

#[test]
fn a_selected_place_gives_way_to_the_first_letter_and_stays_when_one_goes_on() {
    let text = "Сумма ‹сумма› руб.\nДо ‹дата›.";
    let mut form = letter(text);
    let at = text.find("‹сумма›").unwrap();
    assert!(form.select("text", at..at + "‹сумма›".len()) && form.focus_on("text"));
    press(&mut form, [Code::Enter]);
    assert_eq!(form.typed("text"), text, "going on takes nothing away");
    form.select("text", at..at + "‹сумма›".len());
    press(&mut form, [Code::Left, Code::Char('!')]);
    assert_eq!(form.typed("text"), "Сумма ‹сумма!› руб.\nДо ‹дата›.", "moving first edits it");
    let at = form.typed("text").find("‹дата›").unwrap();
    form.select("text", at..at + "‹дата›".len());
    assert_eq!(form.cursor("text"), Some(at + "‹дата›".len()));
    press(&mut form, "1 мая".chars().map(Code::Char));
    assert_eq!(form.typed("text"), "Сумма ‹сумма!› руб.\nДо 1 мая.");
    assert!(!form.select("nothing", 0..1));
}

#[test]
fn a_text_put_in_the_place_of_another_is_taken_back_whole_with_its_own_past() {
    let mut form = letter("первый");
    form.focus_on("text");
    press(&mut form, [Code::Char('!')]);
    form.put("text", "второй");
    press(&mut form, [Code::Char('?')]);
    let mut seen = Vec::new();
    for _ in 0..3 {
        assert_eq!(form.command(Command::Undo, &Office), Did::Typed);
        seen.push(form.typed("text"));
    }
    assert_eq!(seen, ["второй", "первый!", "первый"]);
}

#[test]
fn a_long_text_is_paged_shows_that_there_is_more_and_is_left_at_its_ends() {
    let mut form = at("text");
    let lines: Vec<_> = (1..=12).map(|line| format!("строка {line}")).collect();
    form.paste(&lines.join("\n"), &Office);
    let (seen, _) = frame(&mut form, 20);
    let signs = |seen: &str, sign: &str| {
        seen.lines().filter(|line| line.trim_end_matches('"').trim_end().ends_with(sign)).count()
    };
    assert!(seen.contains("строка 12") && signs(&seen, "^") == 1 && signs(&seen, " v") == 0, "{seen}");
    press(&mut form, [Code::PageUp, Code::PageUp]);
    let (seen, _) = frame(&mut form, 20);
    assert_eq!(form.focused(), Some("text"));
    assert!(seen.contains("строка 4") && !seen.contains("строка 12") && signs(&seen, "v") == 1, "{seen}");
    press(&mut form, [Code::First]);
    type_in(&mut form, "0 ");
    press(&mut form, [Code::Last]);
    type_in(&mut form, "!");
    assert!(form.typed("text").starts_with("0 строка 1\n") && form.typed("text").ends_with("строка 12!"));
    // At its end the keys lead on in the form.
    press(&mut form, [Code::Last]);
    assert!(!form.typing());
}

#[test]
fn after_a_paste_is_taken_back_the_text_is_seen_from_where_it_was() {
    let mut form = letter("раз\nдва\nтри\nчетыре\nпять\nшесть\nсемь");
    form.focus_on("text");
    press(&mut form, [Code::First, Code::Down, Code::Down]);
    let before = frame(&mut form, 6);
    form.paste(&"строка\n".repeat(40), &Office);
    frame(&mut form, 6);
    form.command(Command::Undo, &Office);
    assert_eq!(frame(&mut form, 6), before);
}

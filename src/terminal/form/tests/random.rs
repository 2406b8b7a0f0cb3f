//! Whatever is pressed.

use proptest::prelude::*;

use super::*;

/// Keys as a cat on the keyboard presses them.
fn any_key() -> impl Strategy<Value = Key> {
    let codes = vec![
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::BackTab,
        Code::Backspace,
        Code::Delete,
        Code::Insert,
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::Home,
        Code::End,
        Code::PageUp,
        Code::PageDown,
        Code::WordLeft,
        Code::WordRight,
        Code::StepUp,
        Code::StepDown,
        Code::First,
        Code::Last,
        Code::DeleteWordLeft,
        Code::DeleteWordRight,
        Code::Ctrl('a'),
        Code::Alt('x'),
        Code::F(12),
    ];
    let signs =
        vec!['а', 'Ё', ' ', 'x', '1', '漢', '\u{301}', '\u{200d}', '👩', '\u{202e}', '\u{e0041}', '\u{fe0f}'];
    let letter = prop_oneof![
        3 => proptest::sample::select(signs),
        1 => any::<char>().prop_filter("keys send no control characters", |c| !c.is_control()),
    ];
    let code = prop_oneof![2 => proptest::sample::select(codes), 3 => letter.prop_map(Code::Char)];
    (code, any::<bool>()).prop_map(|(code, held)| Key { code, held })
}

/// Whether the cursor stands right of the marked label, in a row of the marked field.
fn is_in_its_field(seen: &str, cursor: Position, focused: Option<&str>) -> bool {
    let marked = |line: &str| line.starts_with("\">") || focused.is_none() && line.contains(">[ Зарег");
    let Some(label) = seen.lines().position(marked) else {
        return false;
    };
    let row = usize::from(cursor.y);
    let rows = if focused == Some("text") { 5 } else { 1 };
    (label..label + rows).contains(&row) && (17..80).contains(&cursor.x)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_the_cursor_is_seen_in_its_field(
        keys in proptest::collection::vec(any_key(), 1..80),
        height in 3_u16..30,
    ) {
        let mut form = form();
        for key in keys {
            form.key(key, &Office);
            if key.code == Code::Ctrl('a') {
                form.command(Command::Undo, &Office);
            }
            let (seen, cursor) = frame(&mut form, height);
            if !form.list_is_open() {
                prop_assert!(is_in_its_field(&seen, cursor.unwrap(), form.focused()), "{:?} {}", cursor, seen);
            }
        }
        let mut again = self::form();
        again.restore(&form.state());
        prop_assert_eq!(again.state(), form.state());
    }

    #[test]
    fn every_character_typed_is_in_the_form_and_nothing_else(text in "\\PC{1,60}", id in proptest::sample::select(vec!["surname", "phone", "text", "received"])) {
        let mut form = at(id);
        type_in(&mut form, &text);
        prop_assert_eq!(form.typed(id), text::typed(&text));
        press(&mut form, [Code::Tab]);
        form.focus_on(id);
        let mut again = self::form();
        again.restore(&form.state());
        prop_assert_eq!(again.typed(id), form.typed(id));
    }

    #[test]
    fn a_text_is_seen_with_its_cursor_after_the_letter_typed_last(letters in proptest::collection::vec(proptest::sample::select(vec!['а', 'б', ' ', '\n', 'я']), 1..300)) {
        let mut form = at("text");
        for c in &letters {
            press(&mut form, [if *c == '\n' { Code::Enter } else { Code::Char(*c) }]);
        }
        type_in(&mut form, "Ж");
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let mut left_of_cursor = String::new();
        terminal.draw(|frame| {
            let mut canvas = Canvas::new(frame.buffer_mut(), Theme::default());
            let area = canvas.area();
            form.draw(&mut canvas, area);
            let cursor = canvas.cursor().unwrap();
            left_of_cursor = frame.buffer_mut().cell((cursor.x - 1, cursor.y)).unwrap().symbol().to_owned();
        }).unwrap();
        prop_assert_eq!(left_of_cursor, "Ж");
    }
}

//! Made-up events with a made-up clock.

use rstest::rstest;

use super::torn::STALLED;
use super::*;

fn event(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Event {
    Event::Key(KeyEvent::new_with_kind(code, modifiers, kind))
}

/// What one key means, once nothing more can belong to it.
fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Vec<Input> {
    let (mut keys, now) = (Keys::default(), Instant::now());
    let mut inputs = keys.feed(&event(code, modifiers, KeyEventKind::Press), now);
    inputs.extend(keys.flush(now + TORN));
    inputs
}

fn one(code: Code) -> Vec<Input> {
    vec![Input::Key(Key::press(code))]
}

#[test]
fn all_thirty_three_letters_have_their_own_place_on_the_keyboard() {
    let alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    let mut places: Vec<char> = alphabet.chars().map(latin).collect();
    assert!(places.iter().all(char::is_ascii));
    for c in alphabet.chars() {
        assert_eq!(russian(latin(c)), c);
        assert_eq!(latin(c.to_lowercase().next().unwrap()), latin(c.to_uppercase().next().unwrap()));
    }
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 33);
}

#[rstest]
#[case('s', 's')]
#[case('S', 's')]
#[case('ы', 's')]
#[case('Ы', 's')]
#[case('ж', ';')]
#[case('Ё', '`')]
fn ctrl_and_alt_go_by_the_place_of_the_letter(#[case] sent: char, #[case] meant: char) {
    assert_eq!(pressed(KeyCode::Char(sent), KeyModifiers::CONTROL), one(Code::Ctrl(meant)));
    assert_eq!(pressed(KeyCode::Char(sent), KeyModifiers::ALT), one(Code::Alt(meant)));
    let shifted = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
    assert_eq!(pressed(KeyCode::Char(sent), shifted), one(Code::Ctrl(meant)));
}

#[rstest]
#[case('ы')]
#[case('Ё')]
#[case('s')]
fn a_letter_without_ctrl_or_alt_stays_what_was_typed(#[case] typed: char) {
    assert_eq!(pressed(KeyCode::Char(typed), KeyModifiers::NONE), one(Code::Char(typed)));
    assert_eq!(pressed(KeyCode::Char(typed), KeyModifiers::SHIFT), one(Code::Char(typed)));
}

#[rstest]
#[case('h', Code::Backspace)]
#[case('j', Code::Enter)]
#[case('i', Code::Tab)]
#[case('ц', Code::DeleteWordLeft)]
fn what_old_terminals_send_for_a_key_is_that_key(#[case] sent: char, #[case] meant: Code) {
    assert_eq!(pressed(KeyCode::Char(sent), KeyModifiers::CONTROL), one(meant));
}

#[test]
fn alt_gr_types_its_character() {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    assert_eq!(pressed(KeyCode::Char('@'), alt_gr), one(Code::Char('@')));
}

#[test]
fn a_release_is_nothing_and_a_repeat_is_marked() {
    let mut keys = Keys::default();
    let now = Instant::now();
    let release = event(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
    let repeat = event(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Repeat);
    assert_eq!(keys.feed(&release, now), []);
    assert_eq!(keys.feed(&repeat, now), [Input::Key(Key { code: Code::Enter, held: true })]);
}

/// Feeds characters as separate keys, each `gap` after the one before; gives what came out,
/// with all waiting ended.
fn after_esc(rest: &str, gap: Duration) -> Vec<Input> {
    let mut keys = Keys::default();
    let mut now = Instant::now();
    let mut inputs = keys.feed(&event(KeyCode::Esc, KeyModifiers::NONE, KeyEventKind::Press), now);
    for c in rest.chars() {
        now += gap;
        let shift = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        inputs.extend(keys.feed(&event(KeyCode::Char(c), shift, KeyEventKind::Press), now));
    }
    inputs.extend(keys.flush(now + TORN));
    inputs
}

#[rstest]
#[case("[A", Code::Up)]
#[case("OB", Code::Down)]
#[case("OP", Code::F(1))]
#[case("[11~", Code::F(1))]
#[case("[[A", Code::F(1))]
#[case("[21~", Code::F(10))]
#[case("[3~", Code::Delete)]
#[case("2", Code::Alt('2'))]
#[case::ctrl_left("[1;5D", Code::WordLeft)]
#[case::ctrl_down("[1;5B", Code::StepDown)]
#[case::ctrl_home("[1;5H", Code::First)]
#[case::ctrl_delete("[3;5~", Code::DeleteWordRight)]
#[case::shift_up("[1;2A", Code::Up)]
fn a_sequence_torn_on_a_slow_line_is_joined_again(#[case] rest: &str, #[case] meant: Code) {
    assert_eq!(after_esc(rest, Duration::from_millis(2)), one(meant));
}

#[rstest]
#[case::a_mouse("[<0;12;7M")]
#[case::the_focus("[I")]
#[case::an_answer("[?62;4c")]
#[case::a_key_we_have_no_use_for("[97;5u")]
#[case::of_the_linux_console("[[F")]
#[case::begun_and_never_ended("[1;5")]
fn a_torn_sequence_that_means_nothing_is_nothing(#[case] rest: &str) {
    let mut keys = Keys::of_terminal(true);
    let (inputs, now) = fed(&mut keys, &format!("\x1b{rest}"), Instant::now(), Duration::from_millis(2));
    assert_eq!(inputs, []);
    assert_eq!(keys.flush(now + STALLED), []);
}

/// What comes of these characters, each `gap` after the one before, and when the last came.
fn fed(keys: &mut Keys, text: &str, from: Instant, gap: Duration) -> (Vec<Input>, Instant) {
    let (mut inputs, mut now) = (Vec::new(), from);
    for c in text.chars() {
        now += gap;
        let (code, modifiers) = match c {
            '\x1b' => (KeyCode::Esc, KeyModifiers::NONE),
            '\r' => (KeyCode::Enter, KeyModifiers::NONE),
            // As a reader of raw bytes tells it.
            '\n' => (KeyCode::Char('j'), KeyModifiers::CONTROL),
            '\t' => (KeyCode::Tab, KeyModifiers::NONE),
            '\x13' => (KeyCode::Char('s'), KeyModifiers::CONTROL),
            c => (KeyCode::Char(c), KeyModifiers::NONE),
        };
        inputs.extend(keys.feed(&event(code, modifiers, KeyEventKind::Press), now));
    }
    (inputs, now)
}

const PASTED: &str = "Юй\nдолг\t[2]\r";

fn as_pasted() -> Vec<Input> {
    vec![Input::Paste(text::typed("Юй\nдолг\t[2]\n"))]
}

#[rstest]
#[case::at_once(Duration::ZERO)]
#[case::as_a_slow_line_has_it(Duration::from_millis(12))]
fn a_paste_whose_begin_was_torn_is_one_text(#[case] gap: Duration) {
    for brackets in [false, true] {
        let mut keys = Keys::of_terminal(brackets);
        let (inputs, now) = fed(&mut keys, "\x1b", Instant::now(), gap);
        assert_eq!(inputs, []);
        let rest = format!("[200~{PASTED}\x1b[201~");
        assert_eq!(fed(&mut keys, &rest, now + Duration::from_millis(10), gap).0, as_pasted());
        assert_eq!(keys.wait(now), None);
    }
}

#[test]
fn a_paste_whose_end_was_swallowed_ends_with_a_pause_and_what_comes_still_commands_nothing() {
    let (mut keys, at_once) = (Keys::of_terminal(true), Duration::ZERO);
    let (inputs, now) = fed(&mut keys, &format!("\x1b[200~{PASTED}"), Instant::now(), at_once);
    assert_eq!((inputs, keys.wait(now)), (Vec::new(), Some(STALLED)));
    let now = now + STALLED;
    assert_eq!(keys.flush(now), as_pasted());
    assert_eq!(fed(&mut keys, "Закрыть", now, at_once).0, []);
    assert!(matches!(keys.flush(now + TOGETHER).as_slice(), [Input::Burst(_)]));
}

#[test]
fn a_key_after_a_torn_paste_is_the_key_and_one_within_it_is_nothing() {
    let mut keys = Keys::of_terminal(true);
    let (inputs, now) = fed(&mut keys, "\x1b[200~Ю\x13й", Instant::now(), Duration::ZERO);
    assert_eq!(inputs, []);
    let save = event(KeyCode::F(2), KeyModifiers::NONE, KeyEventKind::Press);
    let inputs = keys.feed(&save, now + Duration::from_millis(50));
    assert_eq!(inputs, [Input::Paste("Юй".to_owned()), Input::Key(Key::press(Code::F(2)))]);
}

/// The line stalled so long that the Esc was taken for the key.
#[test]
fn what_comes_long_after_its_esc_is_still_no_command() {
    for (rest, meant) in
        [("[1;5D", one(Code::WordLeft)), ("[200~Закрыть\x1b[201~", vec![Input::Paste("Закрыть".to_owned())])]
    {
        let mut keys = Keys::of_terminal(true);
        let (_, now) = fed(&mut keys, "\x1b", Instant::now(), Duration::ZERO);
        assert_eq!(keys.flush(now + TORN), one(Code::Esc));
        assert_eq!(fed(&mut keys, rest, now + TORN * 3, Duration::from_millis(2)).0, meant);
    }
}

#[test]
fn an_arrow_that_comes_too_late_is_esc_and_two_characters() {
    let keys = [Code::Esc, Code::Char('['), Code::Char('A')].map(|code| Input::Key(Key::press(code)));
    assert_eq!(after_esc("[A", TORN), keys);
}

#[test]
fn nothing_typed_after_esc_is_lost() {
    let keys = [Code::Esc, Code::Char('['), Code::Char('ф')].map(|code| Input::Key(Key::press(code)));
    assert_eq!(after_esc("[ф", Duration::from_millis(1)), keys);
    assert_eq!(after_esc("", Duration::ZERO), one(Code::Esc));
}

#[test]
fn esc_twice_is_esc_twice() {
    let mut keys = Keys::default();
    let now = Instant::now();
    let esc = event(KeyCode::Esc, KeyModifiers::NONE, KeyEventKind::Press);
    assert_eq!(keys.feed(&esc, now), []);
    assert_eq!(keys.feed(&esc, now), one(Code::Esc));
    assert_eq!(keys.wait(now), Some(TORN));
    assert_eq!(keys.flush(now + TORN), one(Code::Esc));
    assert_eq!(keys.wait(now + TORN), None);
}

#[test]
fn a_paste_comes_whole_and_in_normal_form() {
    let mut keys = Keys::default();
    let paste = Event::Paste("И\u{306}\r\n\0x".to_owned());
    assert_eq!(keys.feed(&paste, Instant::now()), [Input::Paste("Й\nx".to_owned())]);
}

/// How long after the one before each of these keys comes.
fn typed(text: &str, gap: Duration) -> Vec<Input> {
    let (mut keys, mut now) = (Keys::default(), Instant::now());
    let mut inputs = Vec::new();
    for c in text.chars() {
        let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
        inputs.extend(keys.feed(&event(code, KeyModifiers::NONE, KeyEventKind::Press), now));
        now += gap;
    }
    inputs.extend(keys.flush(now + TOGETHER));
    assert_eq!(keys.wait(now + TOGETHER), None);
    inputs
}

fn as_keys(text: &str) -> Vec<Input> {
    let code = |c| if c == '\n' { Code::Enter } else { Code::Char(c) };
    text.chars().map(|c| Input::Key(Key::press(code(c)))).collect()
}

#[rstest]
#[case::a_quick_clerk("Прошу пересчитать плату\nи ответить\n", Duration::from_millis(15))]
#[case::five_keys_in_one_packet("ЖЖЖjЖ", Duration::ZERO)]
#[case::five_letters_and_enter("ивано\n", Duration::ZERO)]
#[case::a_key_held_down_on_a_line_that_stalled("jjjjjjjjjjjj", Duration::ZERO)]
#[case::rows_marked_by_the_space_bar("        ", Duration::ZERO)]
fn what_a_hand_can_type_is_keys(#[case] text: &str, #[case] gap: Duration) {
    assert_eq!(typed(text, gap), as_keys(text));
}

/// What a text that comes all at once means in a field, and where letters are commands.
fn at_once(text: &str, typing: bool) -> Meant {
    match typed(text, Duration::from_millis(1)).as_slice() {
        [Input::Burst(burst)] => burst.meant(typing),
        other => panic!("{text:?} is no burst: {other:?}"),
    }
}

fn presses(text: &str) -> Meant {
    let keys = as_keys(text).into_iter().filter_map(|input| match input {
        Input::Key(key) => Some(key),
        _ => None,
    });
    Meant::Keys(keys.collect())
}

#[rstest]
#[case::a_word("Ёлкина", presses("Ёлкина"))]
#[case::a_scanner("ЭН1-000001/26\n", presses("ЭН1-000001/26\n"))]
#[case::two_fields_on_a_line_that_stalled("Ёлкина\nАнна\n", presses("Ёлкина\nАнна\n"))]
#[case::lines("г. Энск,\nул. Ленина, д. 5", Meant::Text("г. Энск,\nул. Ленина, д. 5".to_owned(), false))]
#[case::lines_ended("г. Энск,\nул. Ленина, д. 5\n", Meant::Text("г. Энск,\nул. Ленина, д. 5".to_owned(), true))]
#[case::lines_and_blank_ones("г. Энск, ул. Мира\n\n", Meant::Text("г. Энск, ул. Мира\n\n".to_owned(), false))]
fn what_comes_at_once_in_a_field_is_a_text_or_its_keys(#[case] text: &str, #[case] meant: Meant) {
    assert_eq!(at_once(text, true), meant);
    assert_eq!(at_once(text, false), Meant::Nothing, "where letters are commands it is obeyed by nobody");
}

#[test]
fn a_long_text_is_put_in_whole_and_in_normal_form() {
    let text = "и\u{306}".repeat(40);
    assert_eq!(at_once(&text, true), Meant::Text("й".repeat(40), false));
}

#[test]
fn other_keys_keep_their_place_among_characters_that_come_at_once() {
    let (mut keys, now) = (Keys::default(), Instant::now());
    let mut inputs = Vec::new();
    let codes = [KeyCode::Char('п'), KeyCode::Tab, KeyCode::Char('и'), KeyCode::F(2), KeyCode::Esc];
    for code in codes {
        inputs.extend(keys.feed(&event(code, KeyModifiers::NONE, KeyEventKind::Press), now));
    }
    inputs.extend(keys.flush(now + TORN));
    let meant = [Code::Char('п'), Code::Tab, Code::Char('и'), Code::F(2), Code::Esc];
    assert_eq!(inputs, meant.map(|code| Input::Key(Key::press(code))));
}

#[test]
fn a_key_waits_no_longer_than_others_can_come_with_it() {
    let (mut keys, now) = (Keys::default(), Instant::now());
    let letter = event(KeyCode::Char('п'), KeyModifiers::NONE, KeyEventKind::Press);
    assert_eq!(keys.feed(&letter, now), []);
    assert_eq!(keys.wait(now), Some(TOGETHER));
    assert_eq!(keys.flush(now + TOGETHER), one(Code::Char('п')));
    let enter = event(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Press);
    assert_eq!(keys.feed(&enter, now), one(Code::Enter), "what can't begin a text is taken at once");
}

/// Windows sends a press and a release for each character of a paste.
#[test]
fn releases_between_characters_do_not_part_them() {
    let (mut keys, now) = (Keys::default(), Instant::now());
    let mut inputs = Vec::new();
    for c in "Решение".chars() {
        for kind in [KeyEventKind::Press, KeyEventKind::Release] {
            inputs.extend(keys.feed(&event(KeyCode::Char(c), KeyModifiers::NONE, kind), now));
        }
    }
    inputs.extend(keys.flush(now + TOGETHER));
    assert!(matches!(inputs.as_slice(), [Input::Burst(_)]), "{inputs:?}");
}

#[test]
fn a_terminal_that_marks_what_is_pasted_sends_only_keys_besides() {
    let (mut keys, now) = (Keys::default(), Instant::now());
    keys.feed(&Event::Paste("Ёлкина".to_owned()), now);
    for c in "Решение".chars() {
        let letter = event(KeyCode::Char(c), KeyModifiers::NONE, KeyEventKind::Press);
        assert_eq!(keys.feed(&letter, now), one(Code::Char(c)));
    }
}

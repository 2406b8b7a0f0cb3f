//! The one place where the terminal's events become our [`Key`]s.
//!
//! Terminals differ: a Russian layout sends `ы` where a command key `s` was meant, Windows sends
//! releases and reports `AltGr` as Ctrl+Alt, a slow line tears `ESC [ A` into three keys. All of
//! that is settled here, so that everything behind sees one keyboard.
//!
//! Letters keep their meaning by *position* on the command path only ([`latin`]); in text a letter
//! is what was typed.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::text;

/// How long the rest of a torn escape sequence may take to arrive.
pub const TORN: Duration = Duration::from_millis(30);

/// A key as it was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which one.
    pub code: Code,
    /// The keyboard repeats it because it is held down: it may move and type, never confirm.
    pub held: bool,
}

impl Key {
    /// A key freshly pressed.
    #[must_use]
    pub const fn press(code: Code) -> Self {
        Self { code, held: false }
    }
}

/// What a key means, whatever the layout and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character as text.
    Char(char),
    /// Ctrl and a character; letters are lower-case Latin, by position.
    Ctrl(char),
    /// Alt and a character; letters are lower-case Latin, by position.
    Alt(char),
    /// A function key, from 1.
    F(u8),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Shift+Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Ctrl+Left.
    WordLeft,
    /// Ctrl+Right.
    WordRight,
    /// Ctrl+Up.
    StepUp,
    /// Ctrl+Down.
    StepDown,
    /// Ctrl+Home.
    First,
    /// Ctrl+End.
    Last,
    /// Ctrl+Backspace, Alt+Backspace.
    DeleteWordLeft,
    /// Ctrl+Delete.
    DeleteWordRight,
}

/// What arrives from the keyboard and the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A pasted text in the form in which text is kept.
    Paste(String),
    /// The window has another size, or came back: everything is to be drawn anew.
    Redraw,
}

/// The keys of ЙЦУКЕН, and what QWERTY has in their place.
const POSITIONS: [(char, char); 33] = [
    ('ё', '`'),
    ('й', 'q'),
    ('ц', 'w'),
    ('у', 'e'),
    ('к', 'r'),
    ('е', 't'),
    ('н', 'y'),
    ('г', 'u'),
    ('ш', 'i'),
    ('щ', 'o'),
    ('з', 'p'),
    ('х', '['),
    ('ъ', ']'),
    ('ф', 'a'),
    ('ы', 's'),
    ('в', 'd'),
    ('а', 'f'),
    ('п', 'g'),
    ('р', 'h'),
    ('о', 'j'),
    ('л', 'k'),
    ('д', 'l'),
    ('ж', ';'),
    ('э', '\''),
    ('я', 'z'),
    ('ч', 'x'),
    ('с', 'c'),
    ('м', 'v'),
    ('и', 'b'),
    ('т', 'n'),
    ('ь', 'm'),
    ('б', ','),
    ('ю', '.'),
];

/// The character QWERTY has where this one stands on ЙЦУКЕН, in lower case; others stay.
#[must_use]
pub fn latin(c: char) -> char {
    let lower = lower(c);
    POSITIONS.iter().find(|(russian, _)| *russian == lower).map_or(lower, |(_, latin)| *latin)
}

/// The letter ЙЦУКЕН has where this one stands on QWERTY, in lower case; others stay.
#[must_use]
pub fn russian(c: char) -> char {
    let lower = lower(c);
    POSITIONS.iter().find(|(_, latin)| *latin == lower).map_or(lower, |(russian, _)| *russian)
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Turns terminal events into [`Input`]s; remembers only a begun escape sequence.
#[derive(Debug, Default)]
pub struct Keys {
    torn: Option<Torn>,
}

/// An Esc that may be the beginning of a torn sequence, and what has come of it so far.
#[derive(Debug)]
struct Torn {
    since: Instant,
    rest: String,
}

impl Keys {
    /// Takes one event that arrived at `now` and gives what it means, which may be nothing yet.
    pub fn feed(&mut self, event: &Event, now: Instant) -> Vec<Input> {
        let mut inputs = self.flush(now);
        match event {
            Event::Key(key) => inputs.extend(self.key(*key, now)),
            Event::Paste(pasted) => {
                inputs.extend(self.let_go());
                inputs.push(Input::Paste(text::typed(pasted)));
            }
            Event::Resize(..) => inputs.push(Input::Redraw),
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => {}
        }
        inputs
    }

    /// Gives up waiting for the rest of a sequence whose time is over.
    pub fn flush(&mut self, now: Instant) -> Vec<Input> {
        match self.wait(now) {
            Some(Duration::ZERO) => self.let_go(),
            _ => Vec::new(),
        }
    }

    /// How long until [`Keys::flush`] has to be called, if something is held back.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        self.torn.as_ref().map(|torn| TORN.saturating_sub(now.saturating_duration_since(torn.since)))
    }

    fn key(&mut self, event: KeyEvent, now: Instant) -> Vec<Input> {
        let Some(key) = normalised(event) else {
            return Vec::new();
        };
        let Some(mut torn) = self.torn.take() else {
            if key == Key::press(Code::Esc) {
                self.torn = Some(Torn { since: now, rest: String::new() });
                return Vec::new();
            }
            return vec![Input::Key(key)];
        };
        let Code::Char(c) = key.code else {
            self.torn = Some(torn);
            let mut inputs = self.let_go();
            inputs.extend(self.key(event, now));
            return inputs;
        };
        torn.rest.push(c);
        match rejoined(&torn.rest) {
            Joined::Key(code) => vec![Input::Key(Key { code, held: key.held })],
            Joined::Begun => {
                self.torn = Some(torn);
                Vec::new()
            }
            Joined::Not => {
                self.torn = Some(torn);
                self.let_go()
            }
        }
    }

    /// What was held back, key by key: it was typed after all.
    fn let_go(&mut self) -> Vec<Input> {
        let Some(torn) = self.torn.take() else {
            return Vec::new();
        };
        std::iter::once(Code::Esc)
            .chain(torn.rest.chars().map(Code::Char))
            .map(|code| Input::Key(Key::press(code)))
            .collect()
    }
}

enum Joined {
    Key(Code),
    Begun,
    Not,
}

/// What a sequence without its Esc means, as xterm, VT220, the Linux console and `PuTTY` send it.
fn rejoined(rest: &str) -> Joined {
    let code = match rest {
        "[" | "O" | "[[" => return Joined::Begun,
        "[A" | "OA" => Code::Up,
        "[B" | "OB" => Code::Down,
        "[C" | "OC" => Code::Right,
        "[D" | "OD" => Code::Left,
        "[H" | "OH" | "[1~" | "[7~" => Code::Home,
        "[F" | "OF" | "[4~" | "[8~" => Code::End,
        "[2~" => Code::Insert,
        "[3~" => Code::Delete,
        "[5~" => Code::PageUp,
        "[6~" => Code::PageDown,
        "[Z" => Code::BackTab,
        "OP" | "[11~" | "[[A" => Code::F(1),
        "OQ" | "[12~" | "[[B" => Code::F(2),
        "OR" | "[13~" | "[[C" => Code::F(3),
        "OS" | "[14~" | "[[D" => Code::F(4),
        "[15~" | "[[E" => Code::F(5),
        "[17~" => Code::F(6),
        "[18~" => Code::F(7),
        "[19~" => Code::F(8),
        "[20~" => Code::F(9),
        "[21~" => Code::F(10),
        other => return unfinished(other),
    };
    Joined::Key(code)
}

fn unfinished(rest: &str) -> Joined {
    let mut chars = rest.chars();
    match (chars.next(), rest.len()) {
        (Some('['), 2..=3) if chars.all(|c| c.is_ascii_digit()) => Joined::Begun,
        (Some(c), _) if c.is_ascii_digit() && rest.len() == 1 => Joined::Key(Code::Alt(c)),
        _ => Joined::Not,
    }
}

/// The key of one event; nothing for a release and for keys we have no use for.
fn normalised(event: KeyEvent) -> Option<Key> {
    let held = match event.kind {
        KeyEventKind::Press => false,
        KeyEventKind::Repeat => true,
        KeyEventKind::Release => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let code = match event.code {
        KeyCode::Char(c) => character(c, ctrl, alt)?,
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Insert => Code::Insert,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        other => moved(other, ctrl, alt)?,
    };
    Some(Key { code, held })
}

fn moved(code: KeyCode, ctrl: bool, alt: bool) -> Option<Code> {
    Some(match (code, ctrl) {
        (KeyCode::Backspace, false) if !alt => Code::Backspace,
        (KeyCode::Backspace, _) => Code::DeleteWordLeft,
        (KeyCode::Delete, false) => Code::Delete,
        (KeyCode::Delete, true) => Code::DeleteWordRight,
        (KeyCode::Up, false) => Code::Up,
        (KeyCode::Up, true) => Code::StepUp,
        (KeyCode::Down, false) => Code::Down,
        (KeyCode::Down, true) => Code::StepDown,
        (KeyCode::Left, false) => Code::Left,
        (KeyCode::Left, true) => Code::WordLeft,
        (KeyCode::Right, false) => Code::Right,
        (KeyCode::Right, true) => Code::WordRight,
        (KeyCode::Home, false) => Code::Home,
        (KeyCode::Home, true) => Code::First,
        (KeyCode::End, false) => Code::End,
        (KeyCode::End, true) => Code::Last,
        _ => return None,
    })
}

fn character(c: char, ctrl: bool, alt: bool) -> Option<Code> {
    match (ctrl, alt) {
        // A control character that a terminal sends as text is no text.
        (false, false) | (true, true) => (!c.is_control()).then_some(Code::Char(c)),
        (true, false) => Some(control(latin(c))),
        (false, true) => Some(Code::Alt(latin(c))),
    }
}

/// Ctrl and a letter. Some are what a key sends in an old terminal: Backspace of `PuTTY` is Ctrl+H,
/// a line end pasted without brackets Ctrl+J.
fn control(letter: char) -> Code {
    match letter {
        'h' => Code::Backspace,
        'i' => Code::Tab,
        'j' | 'm' => Code::Enter,
        'w' => Code::DeleteWordLeft,
        other => Code::Ctrl(other),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Event {
        Event::Key(KeyEvent::new_with_kind(code, modifiers, kind))
    }

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Vec<Input> {
        Keys::default().feed(&event(code, modifiers, KeyEventKind::Press), Instant::now())
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
            assert_eq!(latin(lower(c)), latin(c.to_uppercase().next().unwrap()));
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
    fn a_sequence_torn_on_a_slow_line_is_joined_again(#[case] rest: &str, #[case] meant: Code) {
        assert_eq!(after_esc(rest, Duration::from_millis(2)), one(meant));
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
}

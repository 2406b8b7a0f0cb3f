//! A sequence of which the terminal's reader saw the Esc alone: what comes behind it is put together again.
//!
//! The reader takes an Esc at the end of a packet for the key, and gives the rest as characters. They must never be taken
//! for commands: a sequence that is known is its key, one that is not is nothing, and a paste is a paste. The mark that
//! ends such a paste is swallowed by the reader where it comes whole; then the paste ends with a pause.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::burst::TOGETHER;
use super::{Code, Key, TORN, normalised};

/// How long the rest may take of what can be no key pressed by hand: a slow line may stall.
pub(super) const STALLED: Duration = Duration::from_millis(300);
/// How long after an Esc that was taken for the key its sequence may still come.
const LATE: Duration = Duration::from_secs(1);

/// What has come behind an Esc.
#[derive(Debug)]
pub(super) struct Torn {
    rest: String,
    last: Instant,
    /// The Esc is not given yet.
    holds_esc: bool,
}

/// What it means with one more character.
#[derive(Debug)]
pub(super) enum Joined {
    /// A key.
    Key(Code),
    /// More has to come.
    Begun,
    /// A text is pasted: it comes next.
    Paste,
    /// A sequence for which we have no use.
    Unknown,
    /// No sequence: all of it was typed.
    Not,
}

impl Torn {
    /// Begun by an Esc that may be the key.
    pub(super) const fn by_esc(came: Instant) -> Self {
        Self { rest: String::new(), last: came, holds_esc: true }
    }

    /// What this key begins where the Esc at `esc` was taken for the key.
    pub(super) fn late(esc: Option<Instant>, key: Key, came: Instant) -> Option<Self> {
        let follows = esc.is_some_and(|esc| came.saturating_duration_since(esc) < LATE);
        let begins = follows && key == Key::press(Code::Char('['));
        begins.then(|| Self { rest: "[".to_owned(), last: came, holds_esc: false })
    }

    /// It may still be the key Esc and nothing more.
    pub(super) fn is_esc(&self) -> bool {
        self.holds_esc && self.rest.is_empty()
    }

    /// Takes the next character.
    pub(super) fn takes(&mut self, c: char, came: Instant) -> Joined {
        self.last = came;
        self.rest.push(c);
        joined(&self.rest)
    }

    /// How long until nothing more can belong to it.
    pub(super) fn wait(&self, now: Instant) -> Duration {
        let patience = if self.is_no_typing() { STALLED } else { TORN };
        patience.saturating_sub(now.saturating_duration_since(self.last))
    }

    /// What was typed, for it is no sequence; nothing where no hand typed it.
    pub(super) fn let_go(self) -> Vec<Key> {
        if self.is_no_typing() {
            return Vec::new();
        }
        let esc = self.holds_esc.then_some(Code::Esc);
        esc.into_iter().chain(self.rest.chars().map(Code::Char)).map(Key::press).collect()
    }

    /// A sequence that is well under way: no hand is so fast.
    fn is_no_typing(&self) -> bool {
        self.rest.len() > 1 && matches!(joined(&self.rest), Joined::Begun)
    }
}

/// What a sequence without its Esc means, as xterm, VT220, rxvt, the Linux console and `PuTTY` send it.
fn joined(rest: &str) -> Joined {
    let mut chars = rest.chars();
    match (chars.next(), chars.as_str()) {
        (Some('O'), "") => Joined::Begun,
        (Some('O'), last) => letter_key(last).map_or(Joined::Not, |code| key(code, 1)),
        (Some('['), rest) => of_csi(rest),
        (Some(digit @ '0'..='9'), "") => Joined::Key(Code::Alt(digit)),
        _ => Joined::Not,
    }
}

/// A control sequence behind its `ESC [`: parameters, intermediates, and the character that ends it (ECMA-48, 5.4).
fn of_csi(rest: &str) -> Joined {
    // The Linux console's F1 to F5.
    if let Some(last) = rest.strip_prefix('[') {
        return match last.as_bytes() {
            [] => Joined::Begun,
            [last @ b'A'..=b'E'] => Joined::Key(Code::F(last - b'A' + 1)),
            _ => Joined::Unknown,
        };
    }
    let parameters = rest.trim_start_matches(|c: char| ('\x30'..='\x3f').contains(&c));
    let end = parameters.trim_start_matches(|c: char| ('\x20'..='\x2f').contains(&c));
    match end.as_bytes() {
        [] => Joined::Begun,
        [b'\x40'..=b'\x7e'] => ended(&rest[..rest.len() - end.len()], end),
        _ => Joined::Not,
    }
}

/// A control sequence that came whole.
fn ended(parameters: &str, end: &str) -> Joined {
    let mut numbers = parameters.split(';').map(|number| number.parse::<u8>().ok());
    let (first, modifiers) = (numbers.next().flatten(), numbers.next().flatten().unwrap_or(1));
    match (first, end) {
        (Some(200), "~") => Joined::Paste,
        (Some(number), "~") => number_key(number).map_or(Joined::Unknown, |code| key(code, modifiers)),
        _ => letter_key(end).map_or(Joined::Unknown, |code| key(code, modifiers)),
    }
}

/// The key that is sent by a letter.
fn letter_key(last: &str) -> Option<KeyCode> {
    Some(match last {
        "A" => KeyCode::Up,
        "B" => KeyCode::Down,
        "C" => KeyCode::Right,
        "D" => KeyCode::Left,
        "H" => KeyCode::Home,
        "F" => KeyCode::End,
        "Z" => KeyCode::BackTab,
        "P" => KeyCode::F(1),
        "Q" => KeyCode::F(2),
        "R" => KeyCode::F(3),
        "S" => KeyCode::F(4),
        _ => return None,
    })
}

/// The key that is sent by a number.
fn number_key(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// A key with the modifiers that are sent as one more than the sum of Shift 1, Alt 2 and Ctrl 4.
fn key(code: KeyCode, modifiers: u8) -> Joined {
    let bits = modifiers.saturating_sub(1);
    let mut held = KeyModifiers::NONE;
    for (bit, modifier) in [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)] {
        held.set(modifier, bits & bit != 0);
    }
    normalised(KeyEvent::new(code, held)).map_or(Joined::Unknown, |key| Joined::Key(key.code))
}

/// A pasted text whose begin was torn, as far as it has come.
#[derive(Debug)]
pub(super) struct Pasted {
    text: String,
    last: Instant,
    /// What came behind an Esc that may begin the mark of the end.
    mark: Option<String>,
}

/// What one more key is to a pasted text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum More {
    /// Part of it.
    Taken,
    /// The last of its end.
    Ended,
    /// None of it: the text ended before.
    Not,
}

impl Pasted {
    /// Ends a paste where the terminal says what is pasted.
    const MARK: &str = "[201~";

    pub(super) const fn begun(came: Instant) -> Self {
        Self { text: String::new(), last: came, mark: None }
    }

    /// Takes the next key.
    pub(super) fn takes(&mut self, key: Key, came: Instant) -> More {
        let together = came.saturating_duration_since(self.last) < TOGETHER;
        let character = match key.code {
            Code::Esc => {
                self.mark = Some(String::new());
                None
            }
            Code::Char(c) => Some(c),
            Code::Enter => Some('\n'),
            Code::Tab => Some('\t'),
            // A key that came with the text was pasted with it: it commands nothing.
            _ if together => None,
            _ => return More::Not,
        };
        self.last = came;
        match (&mut self.mark, character) {
            (Some(mark), Some(c)) => {
                mark.push(c);
                if mark == Self::MARK {
                    return More::Ended;
                }
                if !Self::MARK.starts_with(mark.as_str()) {
                    self.text.extend(self.mark.take());
                }
            }
            (None, Some(c)) => self.text.push(c),
            (_, None) => {}
        }
        More::Taken
    }

    /// How long until nothing more is thought to belong to it.
    pub(super) fn wait(&self, now: Instant) -> Duration {
        STALLED.saturating_sub(now.saturating_duration_since(self.last))
    }

    /// The text as it was pasted.
    pub(super) fn text(self) -> String {
        self.text
    }
}

//! Characters that come all at once: a paste that the terminal does not mark, or keys that a slow line held up.
//!
//! On Windows and in old terminals a paste arrives as keys, an Enter for each line end. Nobody types so fast that
//! characters come [`TOGETHER`], but a line that stalls delivers several keys in one packet. So the count decides, and
//! where they fall: a few are keys anywhere; a word that falls where letters are commands is obeyed by nobody; lines that
//! fall into a field are one text. An Enter that ends it all is a key: a scanner sends one, and so does a clerk.

use std::time::{Duration, Instant};

use super::{Code, Input, Key};
use crate::text;

/// Keys that come within this time of one another came at once: a finger takes longer, a key held down as well.
pub const TOGETHER: Duration = Duration::from_millis(8);
/// As many characters as a slow line delivers at once while a clerk gives commands.
const COMMANDS_AT_ONCE: usize = 5;
/// As many characters as it delivers at once of a clerk who walks through a form by Enter.
const TYPED_AT_ONCE: usize = 15;
/// From so many characters on they are put into a field in one piece: as keys each would be a step to take back and a
/// draft to write.
const LONG: usize = 64;

/// Characters that came at once, more than `COMMANDS_AT_ONCE`, and what ended them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Burst {
    /// What came, a line end for Enter.
    came: String,
}

/// What a burst means where it falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// Keys, one after another.
    Keys(Vec<Key>),
    /// A pasted text in the form in which text is kept, and whether Enter was pressed after it.
    Text(String, bool),
    /// A text that was pasted where letters are commands: it commands nothing.
    Nothing,
}

impl Burst {
    /// What it means, where characters are text now (`typing`) or commands.
    #[must_use]
    pub fn meant(&self, typing: bool) -> Meant {
        if !typing {
            return Meant::Nothing;
        }
        let entered = self.came.strip_suffix('\n').filter(|before| !before.ends_with('\n'));
        let text = entered.unwrap_or(&self.came);
        let characters = count(text);
        if characters >= LONG || text.contains('\n') && characters > TYPED_AT_ONCE {
            return Meant::Text(text::typed(text), entered.is_some());
        }
        Meant::Keys(self.came.chars().map(key).collect())
    }
}

/// The characters of a text without its line ends.
fn count(text: &str) -> usize {
    text.chars().filter(|c| *c != '\n').count()
}

/// The key that sends a character.
fn key(c: char) -> Key {
    Key::press(if c == '\n' { Code::Enter } else { Code::Char(c) })
}

/// Characters of which the last came a moment ago.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    came: String,
    last: Option<Instant>,
}

impl Gathering {
    /// Takes a key that may be one of many: a character, or an Enter behind one.
    pub(super) fn takes(&mut self, key: Key, now: Instant) -> bool {
        match key {
            Key { held: true, .. } => return false,
            Key { code: Code::Char(c), .. } => self.came.push(c),
            Key { code: Code::Enter, .. } if self.last.is_some() => self.came.push('\n'),
            _ => return false,
        }
        self.last = Some(now);
        true
    }

    /// How long until nothing more can belong to it; nothing where it is empty.
    pub(super) fn wait(&self, now: Instant) -> Option<Duration> {
        self.last.map(|last| TOGETHER.saturating_sub(now.saturating_duration_since(last)))
    }

    /// What it was: few characters are keys, and so is one key held down whose repeats a slow line held up.
    pub(super) fn let_go(&mut self) -> Vec<Input> {
        self.last = None;
        let came = std::mem::take(&mut self.came);
        let first = came.chars().next();
        let one_key = came.chars().all(|c| Some(c) == first);
        if one_key || count(&came) <= COMMANDS_AT_ONCE {
            return came.chars().map(|c| Input::Key(key(c))).collect();
        }
        vec![Input::Burst(Burst { came })]
    }
}

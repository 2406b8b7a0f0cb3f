//! The one place where the terminal's events become our [`Key`]s.
//!
//! Terminals differ: a Russian layout sends `ы` where a command key `s` was meant, Windows sends
//! releases and reports `AltGr` as Ctrl+Alt, a slow line tears `ESC [ A` into three keys. All of
//! that is settled here, so that everything behind sees one keyboard.
//!
//! Letters keep their meaning by *position* on the command path only ([`latin`]); in text a letter
//! is what was typed.
//!
//! Where a terminal does not say what is pasted, a paste is characters that come all at once: see
//! `burst`. What a slow line has torn is joined in `torn`.

mod burst;
mod torn;

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

pub use crate::keyboard::{latin, russian};
use crate::text;

use burst::Gathering;
pub use burst::{Burst, Meant, TOGETHER};
use torn::{Joined, More, Pasted, Torn};

/// How long the next of a torn escape sequence may take to arrive.
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
    /// More characters at once than anybody types: what they mean depends on where they fall.
    Burst(Burst),
    /// The window has another size, or came back: everything is to be drawn anew.
    Redraw,
}

/// Turns terminal events into [`Input`]s; remembers only a begun escape sequence or paste, and characters that may yet turn
/// out to have come all at once.
#[derive(Debug, Default)]
pub struct Keys {
    torn: Option<Torn>,
    /// A paste whose begin was torn.
    pasted: Option<Pasted>,
    /// When an Esc was taken for the key because nothing came behind it in time.
    lone_esc: Option<Instant>,
    gathering: Gathering,
    /// The terminal says what is pasted: whatever else comes was typed.
    brackets: bool,
}

impl Keys {
    /// The keys of a terminal that says what is pasted (`brackets`), or may not say so.
    #[must_use]
    pub fn of_terminal(brackets: bool) -> Self {
        Self { brackets, ..Self::default() }
    }

    /// Takes one event that arrived at `came` and gives what it means, which may be nothing yet.
    pub fn feed(&mut self, event: &Event, came: Instant) -> Vec<Input> {
        let mut inputs = self.flush(came);
        match event {
            Event::Key(key) => inputs.extend(self.key(*key, came)),
            Event::Paste(pasted) => {
                inputs.extend(self.let_go());
                self.brackets = true;
                inputs.push(Input::Paste(text::typed(pasted)));
            }
            Event::Resize(..) => {
                inputs.extend(self.gathering.let_go());
                inputs.push(Input::Redraw);
            }
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => {}
        }
        inputs
    }

    /// Gives up waiting for what would have come by now.
    pub fn flush(&mut self, now: Instant) -> Vec<Input> {
        let mut inputs = Vec::new();
        if self.gathering.wait(now) == Some(Duration::ZERO) {
            inputs.extend(self.gathering.let_go());
        }
        if self.torn_wait(now) == Some(Duration::ZERO) {
            if self.torn.as_ref().is_some_and(Torn::is_esc) {
                self.lone_esc = Some(now);
            }
            inputs.extend(self.let_go());
        }
        inputs
    }

    /// How long until [`Keys::flush`] has to be called, if something is held back.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        self.torn_wait(now).into_iter().chain(self.gathering.wait(now)).min()
    }

    /// How long others may still come together with the last character; no time at all where it is settled.
    #[must_use]
    pub fn more_may_come(&self, now: Instant) -> Duration {
        self.gathering.wait(now).unwrap_or_default()
    }

    fn torn_wait(&self, now: Instant) -> Option<Duration> {
        let torn = self.torn.as_ref().map(|torn| torn.wait(now));
        torn.or_else(|| self.pasted.as_ref().map(|pasted| pasted.wait(now)))
    }

    fn key(&mut self, event: KeyEvent, came: Instant) -> Vec<Input> {
        normalised(event).map_or_else(Vec::new, |key| self.sorted(key, came))
    }

    /// A key that belongs to a torn paste, to a burst, to a torn sequence, or to nothing of these.
    fn sorted(&mut self, key: Key, came: Instant) -> Vec<Input> {
        if let Some(pasted) = &mut self.pasted {
            return match pasted.takes(key, came) {
                More::Taken => Vec::new(),
                More::Ended => self.paste_ends(true),
                More::Not => {
                    let mut inputs = self.paste_ends(false);
                    inputs.extend(self.sorted(key, came));
                    inputs
                }
            };
        }
        let late = Torn::late(self.lone_esc.take(), key, came);
        let alone = self.torn.is_none() && late.is_none();
        if alone && !self.brackets && self.gathering.takes(key, came) {
            return Vec::new();
        }
        let mut inputs = self.gathering.let_go();
        if self.torn.is_none() && late.is_some() {
            self.torn = late;
            return inputs;
        }
        inputs.extend(self.whole(key, came));
        inputs
    }

    /// A key that is no part of a burst: it may begin, continue or end a torn sequence.
    fn whole(&mut self, key: Key, came: Instant) -> Vec<Input> {
        let Some(mut torn) = self.torn.take() else {
            if key == Key::press(Code::Esc) {
                self.torn = Some(Torn::by_esc(came));
                return Vec::new();
            }
            return vec![Input::Key(key)];
        };
        let Code::Char(c) = key.code else {
            let mut inputs: Vec<_> = torn.let_go().into_iter().map(Input::Key).collect();
            inputs.extend(self.whole(key, came));
            return inputs;
        };
        match torn.takes(c, came) {
            Joined::Key(code) => vec![Input::Key(Key { code, held: key.held })],
            Joined::Begun => {
                self.torn = Some(torn);
                Vec::new()
            }
            Joined::Paste => {
                self.pasted = Some(Pasted::begun(came));
                Vec::new()
            }
            Joined::Unknown => Vec::new(),
            Joined::Not => torn.let_go().into_iter().map(Input::Key).collect(),
        }
    }

    /// A torn paste is at its end, which was seen, or not: then more of it may come as keys, and what comes all at once is
    /// looked at as if the terminal did not say what is pasted.
    fn paste_ends(&mut self, seen: bool) -> Vec<Input> {
        self.brackets &= seen;
        let pasted = self.pasted.take().map(|pasted| text::typed(&pasted.text()));
        pasted.filter(|pasted| !pasted.is_empty()).map(Input::Paste).into_iter().collect()
    }

    /// What was held back: it was typed after all.
    pub fn let_go(&mut self) -> Vec<Input> {
        let mut inputs = self.gathering.let_go();
        if self.pasted.is_some() {
            inputs.extend(self.paste_ends(false));
        }
        let typed = self.torn.take().map_or_else(Vec::new, Torn::let_go);
        inputs.extend(typed.into_iter().map(Input::Key));
        inputs
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
mod tests;

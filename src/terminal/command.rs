//! The one table of commands: it feeds the keys, the bottom bar, F1, F9 and the manual.
//!
//! A command is *what* can be done; a layer says whether it can be done *here and now*
//! ([`Availability`]) and does it. No screen looks at command keys itself.

use super::keys::{Code, Key, latin, russian};

/// Everything a person can ask the program to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    /// Help on this place; twice: all keys.
    Help,
    /// Save, register.
    Save,
    /// Preview a letter.
    Preview,
    /// The list of values for this field.
    Values,
    /// Print.
    Print,
    /// Route, assign an executor.
    Route,
    /// A new appeal, visit, call.
    New,
    /// Annul.
    Annul,
    /// All commands by name.
    Menu,
    /// Leave the program.
    Quit,
    /// Find.
    Find,
    /// Take back the last typing.
    Undo,
    /// The next place of a letter that is not filled.
    NextPlace,
    /// The whole appeal that a form is about.
    Appeal,
    /// Draw everything anew.
    Redraw,
    /// Write a reply.
    Reply,
    /// Record that a reply was signed.
    Sign,
    /// Record that a reply was sent.
    Sent,
    /// Extend the term.
    Extend,
    /// File away.
    Close,
    /// Open again.
    Reopen,
    /// Record that the client withdrew.
    Withdraw,
    /// Record an oral answer to what was spoken.
    Answer,
    /// Give a final reply back with a remark.
    Return,
    /// A visit begins.
    StartVisit,
    /// A visit ends.
    EndVisit,
    /// Drafts that wait.
    Drafts,
    /// An appeal goes back to whoever it came from.
    HandBack,
    /// A ground for no action is named.
    Screen,
    /// A ground or a forwarding is taken back.
    Lift,
    /// Another organisation's matter.
    Forward,
    /// A request to a unit or an outside organisation.
    Request,
    /// A request was answered.
    RequestAnswer,
    /// The client was rung back.
    Call,
    /// Fields are corrected.
    Correct,
    /// An external unit answered the client.
    Result,
    /// What the client came with before.
    ClientHistory,
    /// What of a list is seen, and in which order.
    Narrow,
    /// Save, and begin another like it.
    SaveNext,
    /// A new appeal like this one.
    Like,
    /// A consultation is counted.
    Consult,
    /// Consultations of the day.
    Consultations,
    /// Feedback books of the halls.
    Books,
    /// Many letters in one run.
    PrintMany,
    /// Letters that were not printed.
    Unprinted,
    /// Journals and lists on paper.
    Journals,
    /// Numbers from the post's receipts.
    Tracking,
    /// Norms, calendar or topics from a file.
    Load,
    /// The office and its settings.
    Office,
    /// Units.
    Units,
    /// Staff.
    Staff,
    /// Who is at the desk.
    Person,
    /// The other language.
    Language,
}

/// A kind of screen: what a plain key means may depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The queue, the screen of return.
    Home,
    /// One appeal.
    Card,
    /// A form being filled.
    Form,
    /// A list to choose from or to look through.
    List,
    /// A text to read: preview, help, history.
    Text,
    /// A question.
    Dialog,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 6] = [Self::Home, Self::Card, Self::Form, Self::List, Self::Text, Self::Dialog];
}

/// Whether a command can be done here and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Availability {
    /// It can.
    Ready,
    /// It means nothing here.
    Hidden,
    /// It belongs here but can't be done now, for the reason given in words.
    Disabled(String),
}

/// One row of the table.
#[derive(Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its function key, which Alt and the digit press as well; the bar shows it.
    pub function: Option<u8>,
    /// Its other keys: Ctrl with a letter everywhere, a plain character where nothing is typed.
    pub keys: &'static [Code],
    /// The places where it has a meaning; a screen may still hide it.
    pub places: &'static [Place],
    /// Message id of its name in the bar, at most seven columns.
    pub bar: &'static str,
    /// Message id of its name in the list of commands.
    pub name: &'static str,
    /// Message id of the sentence that says what it does.
    pub help: &'static str,
}

const EVERYWHERE: &[Place] = &Place::ALL;
/// A question has no menu of its own: it wants an answer.
const SCREENS: &[Place] = &[Place::Home, Place::Card, Place::Form, Place::List, Place::Text];
const APPEALS: &[Place] = &[Place::Home, Place::Card];
const DESK: &[Place] = &[Place::Home];

macro_rules! entry {
    ($command:ident, $id:literal, $function:expr, [$($key:expr),*], $places:expr) => {
        Entry {
            command: Command::$command,
            function: $function,
            keys: &[$($key),*],
            places: $places,
            bar: concat!("command-", $id, "-bar"),
            name: concat!("command-", $id),
            help: concat!("command-", $id, "-help"),
        }
    };
}

/// The table, in the order in which help and the list of commands show it.
pub static COMMANDS: [Entry; 53] = [
    entry!(Help, "help", Some(1), [], EVERYWHERE),
    // In a list upon a form, which is saved with what is taken.
    entry!(Save, "save", Some(2), [Code::Ctrl('s')], &[Place::Form, Place::Card, Place::Dialog]),
    entry!(Preview, "preview", Some(3), [], &[Place::Home, Place::Card, Place::Form]),
    entry!(Values, "values", Some(4), [], &[Place::Form]),
    entry!(Print, "print", Some(5), [], &[Place::Home, Place::Card, Place::List, Place::Text]),
    entry!(Route, "route", Some(6), [], APPEALS),
    entry!(New, "new", Some(7), [], &[Place::Home, Place::Card, Place::List]),
    entry!(Annul, "annul", Some(8), [], &[Place::Home, Place::Card, Place::List]),
    entry!(Menu, "menu", Some(9), [Code::Ctrl('p')], SCREENS),
    entry!(Quit, "quit", Some(10), [Code::Ctrl('q')], EVERYWHERE),
    // The dot is where the Russian layout has the slash of the Latin one.
    entry!(
        Find,
        "find",
        None,
        [Code::Ctrl('f'), Code::Char('/'), Code::Char('.')],
        &[Place::Home, Place::Card, Place::List, Place::Text]
    ),
    entry!(Undo, "undo", None, [Code::Ctrl('z')], EVERYWHERE),
    entry!(NextPlace, "next-place", None, [Code::Ctrl('n')], &[Place::Form]),
    entry!(Appeal, "appeal", None, [Code::Ctrl('o')], &[Place::Form]),
    entry!(Redraw, "redraw", None, [Code::Ctrl('l')], EVERYWHERE),
    entry!(Reply, "reply", None, [Code::Char('r')], APPEALS),
    entry!(Sign, "sign", None, [Code::Char('s')], APPEALS),
    entry!(Sent, "sent", None, [Code::Char('t')], APPEALS),
    entry!(Extend, "extend", None, [Code::Char('e')], APPEALS),
    entry!(Close, "close", None, [Code::Char('c')], APPEALS),
    entry!(Reopen, "reopen", None, [Code::Char('o')], APPEALS),
    entry!(Withdraw, "withdraw", None, [Code::Char('w')], APPEALS),
    entry!(Answer, "answer", None, [Code::Char('a')], APPEALS),
    entry!(Return, "return", None, [Code::Char('n')], APPEALS),
    entry!(StartVisit, "start-visit", None, [Code::Char('v')], APPEALS),
    entry!(EndVisit, "end-visit", None, [Code::Char('b')], APPEALS),
    entry!(Drafts, "drafts", None, [Code::Char('d')], APPEALS),
    entry!(HandBack, "hand-back", None, [Code::Char('u')], APPEALS),
    entry!(Screen, "screen", None, [Code::Char('g')], APPEALS),
    entry!(Lift, "lift", None, [Code::Char('l')], APPEALS),
    entry!(Forward, "forward", None, [Code::Char('f')], APPEALS),
    entry!(Request, "request", None, [Code::Char('q')], APPEALS),
    entry!(RequestAnswer, "request-answer", None, [Code::Char('y')], APPEALS),
    entry!(Call, "call", None, [Code::Char('h')], APPEALS),
    entry!(Correct, "correct", None, [Code::Char('m')], APPEALS),
    entry!(Result, "result", None, [Code::Char('x')], APPEALS),
    entry!(ClientHistory, "client-history", None, [Code::Char('i')], APPEALS),
    entry!(Narrow, "narrow", None, [Code::Char('j')], DESK),
    entry!(SaveNext, "save-next", None, [Code::Ctrl('r')], &[Place::Form]),
    entry!(Like, "like", None, [Code::Char('z')], APPEALS),
    entry!(Consult, "consult", None, [Code::Ctrl('k'), Code::Char('k')], SCREENS),
    entry!(Consultations, "consultations", None, [], APPEALS),
    entry!(Books, "books", None, [], APPEALS),
    entry!(PrintMany, "print-many", None, [], APPEALS),
    entry!(Unprinted, "unprinted", None, [], APPEALS),
    entry!(Journals, "journals", None, [Code::Char(';')], DESK),
    entry!(Tracking, "tracking", None, [], DESK),
    entry!(Load, "load", None, [], DESK),
    entry!(Office, "office", None, [], DESK),
    entry!(Units, "units", None, [], DESK),
    entry!(Staff, "staff", None, [], DESK),
    entry!(Person, "person", None, [Code::Char('p')], APPEALS),
    // In forms for the first day's: there is no desk yet.
    entry!(Language, "language", None, [], &[Place::Home, Place::Form]),
];

impl Command {
    /// Its row in [`COMMANDS`].
    #[must_use]
    pub fn entry(self) -> &'static Entry {
        // The variants and the rows stand in the same order; a test holds it.
        &COMMANDS[self as usize]
    }
}

/// The command a key asks for in a place. Where text is being typed, plain characters are text.
#[must_use]
pub fn asked(key: Key, place: Place, typing: bool) -> Option<Command> {
    let here = |entry: &&Entry| entry.places.contains(&place);
    if let Some(number) = function(key.code) {
        // A function key asks even where its command has no place, so that it can be answered.
        return COMMANDS.iter().find(|entry| entry.function == Some(number)).map(|entry| entry.command);
    }
    let code = match key.code {
        Code::Char(_) if typing => return None,
        Code::Char(c) => Code::Char(latin(c)),
        other => other,
    };
    COMMANDS.iter().filter(here).find(|entry| entry.keys.contains(&code)).map(|entry| entry.command)
}

/// The number of a function key or of its twin, Alt and a digit.
fn function(code: Code) -> Option<u8> {
    match code {
        Code::F(number) => Some(number),
        Code::Alt('0') => Some(10),
        Code::Alt(digit) => digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok()),
        _ => None,
    }
}

/// Every message id the table needs, for the test of the locales.
pub fn message_ids() -> impl Iterator<Item = &'static str> {
    COMMANDS
        .iter()
        .flat_map(|entry| [Some(entry.name), Some(entry.help), entry.function.map(|_| entry.bar)])
        .flatten()
}

impl Entry {
    /// Its keys as they are printed beside its name: `F2 Ctrl+S`, `/`. Key names are the same in
    /// both languages; a plain letter is given as on both layouts.
    #[must_use]
    pub fn key_names(&self) -> String {
        let function = self.function.map(|number| format!("F{number}"));
        let others = self.keys.iter().filter(|key| **key != Code::Char('.')).map(|key| match key {
            Code::Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()),
            Code::Char(c) if c.is_ascii_alphabetic() => format!("{c} {}", russian(*c)),
            Code::Char(c) => c.to_string(),
            other => format!("{other:?}"),
        });
        function.into_iter().chain(others).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::time::Instant;

    use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::*;
    use crate::terminal::keys::{Input, Keys};

    /// What a keyboard event asks for, through the same gate as in the program.
    fn asked_by(
        code: KeyCode,
        modifiers: KeyModifiers,
        kind: KeyEventKind,
        place: Place,
        typing: bool,
    ) -> Option<Command> {
        let event = Event::Key(KeyEvent::new_with_kind(code, modifiers, kind));
        let (mut keys, now) = (Keys::default(), Instant::now());
        let mut inputs = keys.feed(&event, now);
        inputs.extend(keys.let_go());
        inputs.into_iter().find_map(|input| match input {
            Input::Key(key) => asked(key, place, typing),
            _ => None,
        })
    }

    /// The ways in which the key of a letter arrives: both layouts, with and without Shift.
    fn sendings(letter: char) -> [char; 4] {
        let other = russian(letter);
        let upper = |c: char| c.to_uppercase().next().unwrap();
        [letter, upper(letter), other, upper(other)]
    }

    #[test]
    fn every_command_key_works_in_both_layouts_and_both_cases() {
        let press = KeyEventKind::Press;
        for entry in &COMMANDS {
            for &place in entry.places {
                for key in entry.keys {
                    let (letter, modifiers) = match key {
                        Code::Ctrl(c) => (*c, KeyModifiers::CONTROL),
                        Code::Char(c) => (*c, KeyModifiers::NONE),
                        other => panic!("a command key of a new kind: {other:?}"),
                    };
                    for sent in sendings(letter) {
                        let code = KeyCode::Char(sent);
                        assert_eq!(
                            asked_by(code, modifiers, press, place, false),
                            Some(entry.command),
                            "{sent:?} {place:?}"
                        );
                        let held = asked_by(code, modifiers, KeyEventKind::Repeat, place, false);
                        assert_eq!(held, Some(entry.command));
                        assert_eq!(asked_by(code, modifiers, KeyEventKind::Release, place, false), None);
                    }
                }
            }
        }
    }

    #[test]
    fn every_function_key_has_its_twin_and_works_while_typing() {
        for entry in &COMMANDS {
            let Some(number) = entry.function else {
                continue;
            };
            let digit = char::from_digit(u32::from(number) % 10, 10).unwrap();
            for typing in [false, true] {
                let press = KeyEventKind::Press;
                assert_eq!(
                    asked_by(KeyCode::F(number), KeyModifiers::NONE, press, Place::Form, typing),
                    Some(entry.command)
                );
                assert_eq!(
                    asked_by(KeyCode::Char(digit), KeyModifiers::ALT, press, Place::Form, typing),
                    Some(entry.command)
                );
            }
        }
    }

    /// Every key of a command in every place, as Windows and a kitty keyboard send it besides: held down, let go, with Alt
    /// where the command asks for none.
    #[test]
    fn only_a_press_without_alt_asks_for_a_command_by_its_letter() {
        for (entry, place) in
            COMMANDS.iter().flat_map(|entry| entry.places.iter().map(move |place| (entry, *place)))
        {
            for key in entry.keys {
                let (Code::Char(letter) | Code::Ctrl(letter)) = *key else {
                    panic!("a new kind of key: {key:?}")
                };
                for sent in sendings(letter) {
                    let alone =
                        |modifiers, kind| asked_by(KeyCode::Char(sent), modifiers, kind, place, false);
                    assert_eq!(alone(KeyModifiers::ALT, KeyEventKind::Press), None, "Alt+{sent}");
                    assert_eq!(
                        alone(KeyModifiers::CONTROL, KeyEventKind::Release),
                        None,
                        "Ctrl+{sent} let go"
                    );
                    // AltGr is Ctrl+Alt on Windows, and types a character: what it means is the character's own affair.
                    let alt_gr = alone(KeyModifiers::CONTROL | KeyModifiers::ALT, KeyEventKind::Press);
                    assert_eq!(alt_gr, alone(KeyModifiers::NONE, KeyEventKind::Press), "AltGr+{sent}");
                }
            }
            if let Some(number) = entry.function {
                for (kind, asks) in [
                    (KeyEventKind::Press, Some(entry.command)),
                    (KeyEventKind::Repeat, Some(entry.command)),
                    (KeyEventKind::Release, None),
                ] {
                    assert_eq!(asked_by(KeyCode::F(number), KeyModifiers::NONE, kind, place, false), asks);
                }
            }
        }
    }

    #[test]
    fn a_letter_typed_into_a_field_is_never_a_command() {
        for c in ('а'..='я').chain('a'..='z').chain(['/', '.', 'ё', 'Ё']) {
            for place in Place::ALL {
                assert_eq!(asked(Key::press(Code::Char(c)), place, true), None);
            }
        }
    }

    #[test]
    fn no_two_commands_share_a_key_in_one_place() {
        for place in Place::ALL {
            let mut taken = HashSet::new();
            for entry in COMMANDS.iter().filter(|entry| entry.places.contains(&place)) {
                for key in entry.keys.iter().copied().chain(entry.function.map(Code::F)) {
                    assert!(taken.insert(key), "{key:?} twice in {place:?}");
                }
            }
        }
    }

    #[test]
    fn function_keys_are_not_given_twice_in_the_whole_program() {
        let mut numbers: Vec<u8> = COMMANDS.iter().filter_map(|entry| entry.function).collect();
        let all = numbers.len();
        numbers.dedup();
        assert_eq!(numbers.len(), all);
        assert!(numbers.is_sorted());
    }

    #[test]
    fn every_command_finds_its_own_row_and_has_a_place() {
        for entry in &COMMANDS {
            assert_eq!(entry.command.entry().command, entry.command);
            assert!(!entry.places.is_empty());
        }
        let names: HashSet<_> = message_ids().collect();
        assert_eq!(names.len(), message_ids().count());
    }

    #[test]
    fn keys_that_editing_needs_are_no_commands() {
        for place in Place::ALL {
            for letter in ['i', 'm', 'h', 'j', '['] {
                assert_eq!(asked(Key::press(Code::Ctrl(letter)), place, true), None);
            }
        }
    }

    #[test]
    fn keys_are_printed_as_they_are_pressed() {
        assert_eq!(Command::Save.entry().key_names(), "F2 Ctrl+S");
        assert_eq!(Command::Find.entry().key_names(), "Ctrl+F /");
    }
}

//! A list of the office that an administrator keeps, units or staff: look, add, change, retire.

use std::marker::PhantomData;

use ratatui::layout::Rect;

use crate::desk::{Confirmed, DeskError};
use crate::say;
use crate::standard::office::Role;
use crate::standard::refusal::Refusal;
use crate::terminal::app::Cx;
use crate::terminal::ask::Question;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Column, Confirm, Cursor, Table};

/// One line of a roster.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The code or login.
    pub code: String,
    /// What a question calls it.
    pub name: String,
    /// Its line.
    pub cells: Vec<Cell>,
    /// Retired: it stays in history, and last in the list.
    pub retired: bool,
}

/// Who keeps units, staff and settings.
const ADMINISTRATORS: &[Role] = &[Role::Administrator];

/// What one roster holds.
pub trait Kept {
    /// The roles of those who keep it.
    fn keepers() -> &'static [Role] {
        ADMINISTRATORS
    }

    /// Why one that works can't be retired; none where it can.
    fn stays(_entry: &Entry, _cx: &Cx) -> Option<String> {
        None
    }

    /// What is said once one is retired.
    fn retired(name: &str, cx: &Cx) -> String {
        say!(cx.words, "roster-retired", name = name)
    }

    /// What is said where one was retired before.
    fn retired_before(cx: &Cx) -> String {
        say!(cx.words, "roster-retired-already")
    }

    /// The list's name.
    fn title(cx: &Cx) -> String;

    /// Help on the list.
    fn help(cx: &Cx) -> String;

    /// Its columns.
    fn columns(cx: &Cx) -> Vec<Column>;

    /// Its lines by name.
    fn entries(cx: &Cx) -> Vec<Entry>;

    /// The form that adds one, or changes the one with this code.
    ///
    /// # Errors
    /// When the operating system has no random bytes for the draft's id.
    fn form(code: Option<&str>, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError>;

    /// The question before one is retired.
    fn question(name: &str, cx: &Cx) -> String;

    /// Retires one.
    ///
    /// # Errors
    /// When a rule or the file refuses.
    fn retire(code: &str, confirmed: &Confirmed, cx: &mut Cx) -> Result<(), DeskError>;
}

/// Somebody is asked whether one is to be retired.
#[derive(Debug)]
struct Retiring {
    entry: Entry,
    answer: Answer<bool>,
    confirmed: Confirmed,
}

/// A roster on the screen.
#[derive(Debug)]
pub struct Roster<K> {
    entries: Vec<Entry>,
    cursor: Cursor,
    changes: u64,
    retiring: Option<Retiring>,
    kept: PhantomData<K>,
}

impl<K: Kept> Roster<K> {
    /// The list as it stands now.
    #[must_use]
    pub fn new(cx: &Cx) -> Self {
        let mut roster = Self {
            entries: Vec::new(),
            cursor: Cursor::default(),
            changes: 0,
            retiring: None,
            kept: PhantomData,
        };
        roster.read(cx);
        roster
    }

    /// Reads anew and stays on the same one, or goes to the one that was added.
    fn read(&mut self, cx: &Cx) {
        let chosen = self.chosen().map(|entry| entry.code.clone());
        let before: Vec<_> = self.entries.drain(..).map(|entry| entry.code).collect();
        self.entries = K::entries(cx);
        // What is retired stands last; within, the order of names stays.
        self.entries.sort_by_key(|entry| entry.retired);
        self.changes = cx.changes();
        let added = self.entries.iter().position(|entry| !before.contains(&entry.code));
        let stays = self.entries.iter().position(|entry| Some(&entry.code) == chosen.as_ref());
        let at = added.filter(|_| !before.is_empty()).or(stays);
        self.cursor.chosen = at.unwrap_or(self.cursor.chosen).min(self.entries.len().saturating_sub(1));
    }

    fn chosen(&self) -> Option<&Entry> {
        self.entries.get(self.cursor.chosen)
    }

    fn form(code: Option<&str>, cx: &mut Cx) -> Outcome<Cx> {
        if let Some(reason) = none_of(K::keepers(), cx) {
            return Outcome::Say(reason);
        }
        K::form(code, cx).unwrap_or_else(|error| Outcome::Say(cx.trouble(&error)))
    }

    fn ask(&mut self, said: &str, entry: Entry, confirmed: Confirmed, cx: &Cx) -> Outcome<Cx> {
        let confirm = Confirm::new(said, &say!(cx.words, "confirm-yes"), &say!(cx.words, "confirm-no"));
        let (question, answer) = Question::new(confirm, said.to_owned());
        self.retiring = Some(Retiring { entry, answer, confirmed });
        Outcome::Open(Box::new(question))
    }

    fn retire(&mut self, entry: Entry, mut confirmed: Confirmed, cx: &mut Cx) -> Outcome<Cx> {
        match K::retire(&entry.code, &confirmed, cx) {
            Ok(()) => {
                cx.saved();
                self.read(cx);
                Outcome::Say(K::retired(&entry.name, cx))
            }
            Err(DeskError::Refused(refusal)) if refusal.asks().is_some() => {
                let said = cx.words.refusal(&refusal, Some(cx.desk.office()));
                confirmed.extend(refusal.asks());
                self.ask(&said, entry, confirmed, cx)
            }
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }
}

/// Why whoever is at the desk may not keep the office; none where they may.
pub fn no_administrator(cx: &Cx) -> Option<String> {
    none_of(ADMINISTRATORS, cx)
}

/// Why whoever is at the desk may not keep what these roles keep; none where they may, by their own role or another's.
fn none_of(keepers: &'static [Role], cx: &Cx) -> Option<String> {
    let (office, today) = (cx.desk.office(), cx.today());
    let may = cx.desk.actor().is_some_and(|person| office.may(person, keepers, today));
    (!may).then(|| cx.words.refusal(&Refusal::NeedsRole(keepers), Some(office)))
}

/// How a line looks that is plain while its subject works.
pub const fn look(retired: bool) -> Look {
    if retired { Look::Dim } else { Look::Plain }
}

impl<K: Kept> Layer<Cx> for Roster<K> {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let table = Table { columns: K::columns(cx) };
        let entries = &self.entries;
        table.draw(canvas, area, &mut self.cursor, entries.len(), |at| {
            entries.get(at).map(|entry| entry.cells.clone()).unwrap_or_default()
        });
    }

    fn title(&self, cx: &Cx) -> String {
        K::title(cx)
    }

    fn place(&self) -> Place {
        Place::List
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc if !key.held => Outcome::Close,
            Code::Enter if !key.held => {
                let code = self.chosen().map(|entry| entry.code.clone());
                code.map_or(Outcome::Same, |code| Self::form(Some(&code), cx))
            }
            code if self.cursor.key(code, self.entries.len()) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn availability(&self, command: Command, cx: &Cx) -> Availability {
        let why_not = match self.chosen() {
            Some(entry) if !entry.retired => K::stays(entry, cx),
            _ => Some(K::retired_before(cx)),
        };
        match (command, none_of(K::keepers(), cx)) {
            (Command::New | Command::Annul, Some(reason)) => Availability::Disabled(reason),
            (Command::New, None) => Availability::Ready,
            (Command::Annul, None) => why_not.map_or(Availability::Ready, Availability::Disabled),
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        match (command, self.chosen().cloned()) {
            (Command::New, _) => Self::form(None, cx),
            (Command::Annul, Some(entry)) => {
                let said = K::question(&entry.name, cx);
                self.ask(&said, entry, Confirmed::new(), cx)
            }
            _ => Outcome::Same,
        }
    }

    fn help(&self, cx: &Cx) -> String {
        K::help(cx)
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes != cx.changes() {
            self.read(cx);
        }
        match self.retiring.take() {
            Some(asked) if asked.answer.take() == Some(true) => self.retire(asked.entry, asked.confirmed, cx),
            _ => Outcome::Changed,
        }
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() {
            return Outcome::Same;
        }
        self.read(cx);
        Outcome::Changed
    }
}

//! Numbers from the post's receipts, typed one after the other for the letters of a day: a clerk with forty receipts, or a
//! scanner, which types a number and Enter.

use chrono::{Days, NaiveDate};
use ratatui::layout::Rect;

use crate::desk::{Confirmed, DeskError, Posted, Seen};
use crate::say;
use crate::standard::decide::TrackingForm;
use crate::standard::post::{Letter, PostKind};
use crate::standard::refusal::Confirmation;
use crate::standard::request::Asked;
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::ask::Asking;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Column, Confirm, Cursor, Table};
use crate::text;

/// No number of the post is longer, spaces and all.
const LONGEST: usize = 32;

/// The letters that went by post on a day.
#[derive(Debug)]
pub struct Tracking {
    day: NaiveDate,
    letters: Vec<Posted>,
    cursor: Cursor,
    /// As what the letters go that are typed now.
    kind: PostKind,
    /// The number of the chosen letter as typed so far.
    typed: String,
    /// What was typed could not be saved; leaving now lets it go.
    refused: bool,
    changes: u64,
}

impl Tracking {
    /// The letters of this day.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn new(day: NaiveDate, cx: &Cx) -> Result<Self, DeskError> {
        let letters = cx.desk.posted_letters(day, day)?;
        let first = letters.iter().position(|posted| !is_told(posted)).unwrap_or(0);
        Ok(Self {
            day,
            letters,
            cursor: Cursor::on(first),
            kind: PostKind::Registered,
            typed: String::new(),
            refused: false,
            changes: cx.changes(),
        })
    }

    /// Another day's letters.
    fn turn(&mut self, day: Option<NaiveDate>, cx: &Cx) -> Outcome<Cx> {
        let Some(day) = day.filter(|day| *day <= cx.today()) else {
            return Outcome::Say(say!(cx.words, "tracking-no-later"));
        };
        match Self::new(day, cx) {
            Ok(new) => {
                *self = Self { kind: self.kind, ..new };
                Outcome::Changed
            }
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }

    /// Saves what was typed, then does what the key asked for; what was refused stays to be set right.
    fn then(&mut self, cx: &mut Cx, go: impl FnOnce(&mut Self, &mut Cx) -> Outcome<Cx>) -> Outcome<Cx> {
        if given(&self.typed).is_none() {
            self.typed.clear();
            return go(self, cx);
        }
        match self.save(cx) {
            Ok(said) => match go(self, cx) {
                Outcome::Close => Outcome::CloseSaying(said),
                Outcome::Say(more) => Outcome::Say(more),
                _ => Outcome::Say(said),
            },
            Err(said) => Outcome::Say(said),
        }
    }

    /// Leaves; what was typed and refused is let go only at a second Esc.
    fn leave(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if std::mem::take(&mut self.refused) {
            return Outcome::Close;
        }
        match self.then(cx, |_, _| Outcome::Close) {
            Outcome::Say(said) => {
                self.refused = true;
                Outcome::Say(format!("{said} {}", say!(cx.words, "tracking-leave")))
            }
            left => left,
        }
    }

    /// Writes down what was typed, or without it the kind alone; what to say, done or not. A number that stands with the
    /// letter stays: it is taken off first.
    fn save(&mut self, cx: &mut Cx) -> Result<String, String> {
        let Some(posted) = self.letters.get_mut(self.cursor.chosen) else { return Ok(String::new()) };
        let stands = number_of(posted);
        let number = given(&self.typed).map(str::to_owned).or_else(|| stands.clone());
        if let Some(stands) = stands.filter(|stands| number.as_ref() != Some(stands)) {
            return Err(say!(cx.words, "tracking-stands", number = stands));
        }
        let form = TrackingForm { kind: self.kind, number };
        let seen = Seen::from(&posted.appeal);
        match cx.desk.track(seen, posted.letter, &form, &Confirmed::new()) {
            Ok(appeal) => {
                posted.appeal = appeal;
                cx.saved();
                self.changes = cx.changes();
                self.typed.clear();
                let letter = posted.appeal.outgoing(posted.letter).map_or("", |(number, _)| number);
                let what = posted.appeal.postings.get(&posted.letter).map(|known| cx.words.posting(known));
                let said = say!(cx.words, "done-tracked", what = what.unwrap_or_default(), letter = letter);
                // Another letter of the same appeal has a newer version under it now.
                self.read(cx);
                Ok(said)
            }
            Err(error) => {
                self.read(cx);
                Err(cx.trouble(&error))
            }
        }
    }

    /// Reads the letters anew; the cursor stays on its own.
    fn read(&mut self, cx: &Cx) {
        let id = |posted: &Posted| (posted.appeal.id, posted.letter);
        let chosen = self.letters.get(self.cursor.chosen).map(id);
        // What can't be read now stands as it was; saving would say so.
        if let Ok(letters) = cx.desk.posted_letters(self.day, self.day) {
            self.letters = letters;
        }
        self.changes = cx.changes();
        let at = self.letters.iter().position(|posted| Some(id(posted)) == chosen);
        if let Some(at) = at {
            self.cursor.chosen = at;
        }
    }

    /// To the next letter of which nothing is written down, from the last one to those above; where there is none, it stays.
    fn next(&mut self) {
        let count = self.letters.len();
        let after = (1..count).map(|more| (self.cursor.chosen + more) % count);
        let open = after.into_iter().find(|at| !is_told(&self.letters[*at]));
        self.cursor.chosen = open.unwrap_or(self.cursor.chosen);
    }

    /// Asks whether the number of the chosen letter is to be taken off, and takes it off.
    fn take_off(&mut self, cx: &Cx) -> Outcome<Cx> {
        let Some(posted) = self.letters.get(self.cursor.chosen) else { return Outcome::Same };
        let Some(number) = number_of(posted) else { return Outcome::Say(say!(cx.words, "tracking-bare")) };
        let (seen, letter) = (Seen::from(&posted.appeal), posted.letter);
        let outgoing = posted.appeal.outgoing(letter).map_or("", |(number, _)| number);
        let question = say!(cx.words, "tracking-take-off", number = number, letter = outgoing);
        let yes = say!(cx.words, "confirm-tracking-replaced");
        let confirm = Confirm::new(&question, &yes, &say!(cx.words, "confirm-no"));
        let form = TrackingForm { kind: self.kind, number: None };
        let on_yes = move |cx: &mut Cx| {
            let sure = Confirmed::from([Confirmation::TrackingReplaced]);
            let said = match cx.desk.track(seen, letter, &form, &sure) {
                Ok(_) => say!(cx.words, "tracking-taken-off"),
                Err(error) => cx.trouble(&error),
            };
            cx.saved();
            Outcome::CloseSaying(said)
        };
        Outcome::Open(Box::new(Asking::new(confirm, say!(cx.words, "tracking-help"), on_yes)))
    }

    fn write(&mut self, more: &str) -> Outcome<Cx> {
        self.refused = false;
        let room = LONGEST.saturating_sub(self.typed.chars().count());
        let wanted = |c: &char| c.is_alphanumeric() || " -".contains(*c);
        self.typed.extend(more.chars().filter(wanted).take(room));
        Outcome::Changed
    }

    fn cells(&self, at: usize, cx: &Cx) -> Vec<Cell> {
        let Some(Posted { appeal, letter }) = self.letters.get(at) else { return Vec::new() };
        let posting = appeal.postings.get(letter);
        let known = self.letters.get(at).and_then(number_of);
        let typing = at == self.cursor.chosen && !self.typed.is_empty();
        let (number, look) = if typing {
            (format!("{}_", self.typed), Look::Strong)
        } else {
            (known.unwrap_or_else(|| "—".to_owned()), Look::Plain)
        };
        let kind = if typing { Some(self.kind) } else { posting.map(|posting| posting.kind) };
        vec![
            Cell::new(appeal.outgoing(*letter).map_or("", |(number, _)| number), Look::Plain),
            Cell::new(&to_whom(appeal, *letter, cx), Look::Plain),
            Cell::new(&kind.map(|kind| cx.words.post_kind(kind)).unwrap_or_default(), Look::Dim),
            Cell::new(&number, look),
        ]
    }
}

/// Whether its kind or its number was written down.
fn is_told(posted: &Posted) -> bool {
    posted.appeal.postings.contains_key(&posted.letter)
}

fn is_numbered(posted: &Posted) -> bool {
    number_of(posted).is_some()
}

fn number_of(posted: &Posted) -> Option<String> {
    let known = posted.appeal.postings.get(&posted.letter);
    known.and_then(|posting| posting.number.as_ref()).map(ToString::to_string)
}

/// The first line of the address.
fn to_whom(appeal: &crate::standard::appeal::Appeal, letter: Letter, cx: &Cx) -> String {
    match letter {
        Letter::Reply(id) => {
            let to = appeal.reply(id).map_or("", |reply| reply.addressee.text());
            to.lines().next().unwrap_or_default().to_owned()
        }
        Letter::Request(id) => match appeal.request(id).map(|request| &request.to) {
            Some(Asked::Organisation(name)) => name.clone(),
            Some(Asked::Unit(code)) => cx.desk.office().unit_title(code),
            None => String::new(),
        },
    }
}

impl Layer<Cx> for Tracking {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        canvas.clear(area);
        let inside =
            |y: u16| Rect { x: area.x + 1, y: area.y + y, width: area.width.saturating_sub(2), height: 1 };
        let numbered = self.letters.iter().filter(|posted| is_numbered(posted)).count();
        let state = say!(
            cx.words,
            "tracking-state",
            kind = cx.words.post_kind(self.kind),
            numbered = numbered,
            count = self.letters.len()
        );
        canvas.put(inside(0), &text::shown(&state), Look::Strong);
        canvas.put(inside(1), &text::shown(&say!(cx.words, "tracking-keys")), Look::Dim);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.letters.is_empty() {
            canvas.put(inside(3), &text::shown(&say!(cx.words, "tracking-none")), Look::Plain);
            canvas.set_cursor(list.x, list.y);
            return;
        }
        let table = Table {
            columns: vec![
                Column::new(&say!(cx.words, "tracking-outgoing"), 13, 14),
                Column::new(&say!(cx.words, "journal-column-to"), 14, 20).growing().of_data(),
                Column::new(&say!(cx.words, "journal-column-item"), 23, 24),
                Column::new(&say!(cx.words, "journal-column-tracking"), 16, 18),
            ],
        };
        let mut cursor = self.cursor;
        table.draw(canvas, list, &mut cursor, self.letters.len(), |at| self.cells(at, cx));
        self.cursor = cursor;
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "tracking-title", on = cx.words.date(self.day))
    }

    fn place(&self) -> Place {
        Place::List
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Delete if self.typed.is_empty() && !key.held => self.take_off(cx),
            // What has no number is marked with its kind alone; a number that stands stays.
            Code::Char(' ') if self.typed.is_empty() && !key.held => match self.save(cx) {
                Ok(said) => {
                    self.next();
                    Outcome::Say(said)
                }
                Err(said) => Outcome::Say(said),
            },
            Code::Char(c) => self.write(c.encode_utf8(&mut [0; 4])),
            Code::Backspace => {
                self.refused = false;
                if self.typed.pop().is_some() { Outcome::Changed } else { Outcome::Same }
            }
            Code::Tab => {
                let at = PostKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0);
                self.kind = PostKind::ALL[(at + 1) % PostKind::ALL.len()];
                Outcome::Changed
            }
            Code::Enter if !key.held => self.then(cx, |this, _| {
                this.next();
                Outcome::Changed
            }),
            Code::Left => self.then(cx, |this, cx| this.turn(this.day.checked_sub_days(Days::new(1)), cx)),
            Code::Right => self.then(cx, |this, cx| this.turn(this.day.checked_add_days(Days::new(1)), cx)),
            Code::Esc if !key.held => self.leave(cx),
            Code::Up | Code::Down | Code::PageUp | Code::PageDown | Code::First | Code::Last => {
                self.then(cx, |this, _| {
                    this.cursor.key(key.code, this.letters.len());
                    Outcome::Changed
                })
            }
            _ => Outcome::Same,
        }
    }

    /// A scanner ends each number with a line end, and a slow line may deliver several at once.
    fn paste(&mut self, pasted: &str, cx: &mut Cx) -> Outcome<Cx> {
        let mut lines = pasted.split('\n');
        let mut outcome = self.write(lines.next().unwrap_or_default());
        for line in lines {
            outcome = self.then(cx, |this, _| {
                this.next();
                Outcome::Changed
            });
            if !self.typed.is_empty() {
                // Refused: it stays to be set right, and the next number is not written behind it.
                break;
            }
            if !line.is_empty() {
                self.write(line);
            }
        }
        outcome
    }

    fn availability(&self, _command: Command, _cx: &Cx) -> Availability {
        Availability::Hidden
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "tracking-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        self.read(cx);
        Outcome::Changed
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() {
            return Outcome::Same;
        }
        self.read(cx);
        Outcome::Changed
    }
}

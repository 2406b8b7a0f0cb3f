//! One field: its kind, what was typed, and what is wrong with it.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::area::Text;
use super::checks::Checks;
use super::editor::{CLEAR, Edit, Line, tick};
use super::{Rules, loose};
use crate::standard::phone::phone;
use crate::terminal::canvas::Canvas;
use crate::terminal::keys::{Code, Key};
use crate::terminal::matching;
use crate::terminal::theme::Look;
use crate::terminal::widgets::Choice;
use crate::text::{self, Shown};

/// As much as one field takes, in bytes.
pub const LIMIT: usize = 64 * 1024;
/// So few bytes left are said.
const FEW: usize = 2 * 1024;
/// As many lines as one field takes: a screen position must count them.
const LINES: usize = 20_000;

/// What a field holds.
#[derive(Debug, Clone)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Text of several lines, seen through this many rows.
    Text(u16),
    /// One of a list, by its code.
    Choice(Vec<Choice>),
    /// Several of a list, by their codes with spaces between.
    Several(Vec<Choice>),
    /// A date, shown as 24.11.2026.
    Date,
    /// A whole number.
    Number,
    /// A telephone.
    Phone,
    /// The number of an account: digits in whatever groups they are typed.
    Account,
    /// Yes or no.
    YesNo,
    /// A list of which any number is ticked, a row each, by their codes.
    Checks(Vec<Choice>),
}

/// What the kit itself can find wrong; the screen words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A required field is empty.
    Missing,
    /// This is no date.
    NoDate,
    /// This is no whole number.
    NoNumber,
    /// This is more than are counted.
    TooMany,
    /// This is no telephone.
    NoPhone,
    /// The list has no such item, or several.
    NotInList,
    /// Nothing in the open list answers what is typed.
    NothingFound,
    /// The field is nearly full: as many bytes are left.
    NearlyFull {
        /// What still fits.
        left: usize,
    },
    /// More was given than a field takes: bytes given and taken.
    TooLong {
        /// What it would have been.
        given: usize,
        /// What it may be.
        limit: usize,
    },
}

/// The word of the state for yes.
pub const YES: &str = "yes";
/// The word of the state for no.
pub const NO: &str = "no";

#[derive(Debug, Clone)]
enum Editor {
    Line(Line),
    Text(Box<Text>),
    YesNo(bool),
    /// Codes, in the order of the list; a draft may hold one that the list has no more.
    Several(Vec<String>),
    Checks(Checks),
}

/// How high a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Height {
    /// As its kind says.
    Own,
    /// That, and the rows of the screen that the form leaves over.
    Rest,
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    pub(super) id: &'static str,
    pub(super) label: Shown,
    pub(super) heading: Option<Shown>,
    pub(super) note: Shown,
    pub(super) width: u16,
    pub(super) required: bool,
    pub(super) problem: Option<Shown>,
    kind: Kind,
    editor: Editor,
    /// The item that was picked: two may bear the same title.
    picked: Option<usize>,
    /// Not asked now: neither seen nor saved, but kept in the draft.
    pub(super) hidden: bool,
    /// How much still fits, once that is little.
    pub(super) full: Option<Shown>,
    /// What the form says beside it, or below a list.
    pub(super) aside: Option<Shown>,
    /// One line that the form filled in and nobody has touched, or that was refused: typing takes its place.
    offered: bool,
    /// What it held when the form began.
    begun: String,
    pub(super) height: Height,
}

impl Field {
    /// A field with a worded label. The id names it in drafts and to the screen.
    #[must_use]
    pub fn new(id: &'static str, label: &str, kind: Kind) -> Self {
        let width = match kind {
            Kind::Line | Kind::Choice(_) | Kind::Several(_) => 40,
            Kind::Text(_) | Kind::Checks(_) => 72,
            Kind::Date => 11,
            Kind::Number => 12,
            Kind::Account => 20,
            Kind::Phone => 24,
            Kind::YesNo => 3,
        };
        let editor = match kind {
            Kind::Text(_) => Editor::Text(Box::default()),
            Kind::YesNo => Editor::YesNo(false),
            Kind::Several(_) => Editor::Several(Vec::new()),
            Kind::Checks(_) => Editor::Checks(Checks::default()),
            _ => Editor::Line(Line::default()),
        };
        Self {
            id,
            label: text::shown(label),
            heading: None,
            note: Shown::default(),
            width,
            required: false,
            problem: None,
            kind,
            editor,
            picked: None,
            hidden: false,
            full: None,
            aside: None,
            offered: false,
            begun: String::new(),
            height: Height::Own,
        }
    }

    /// It takes the rows of the screen that the form leaves over.
    #[must_use]
    pub fn grows(mut self) -> Self {
        self.height = Height::Rest;
        self
    }

    /// It begins unseen, until [`super::Form::show`] asks for it.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// How many columns of it are seen.
    #[must_use]
    pub fn width(mut self, columns: u16) -> Self {
        self.width = columns.max(1);
        self
    }

    /// A worded hint, shown while it has the cursor.
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        self.note = text::shown(note);
        self
    }

    /// A worded heading above it, where a group of fields begins.
    #[must_use]
    pub fn heading(mut self, heading: &str) -> Self {
        self.heading = Some(text::shown(heading));
        self
    }

    /// It can't be left empty; its label bears a `*`.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// What it holds from the beginning: a default that is right most of the time. In one line
    /// the first letter typed takes its place; whoever moves the cursor first edits it.
    #[must_use]
    pub fn with(mut self, typed: &str) -> Self {
        self.restore(typed);
        self.offer();
        self.begun = self.typed();
        self
    }

    /// It would begin with something else now; what was typed stays.
    pub(super) fn begin_anew(&mut self, value: &str) {
        let now = self.clone().with(value);
        if self.is_as_begun() {
            *self = now;
        } else {
            self.begun = now.begun;
        }
    }

    /// What stands in it now gives way to the first letter typed: it is the form's, or was refused.
    pub(super) fn offer(&mut self) {
        self.offered = matches!(self.editor, Editor::Line(_)) && !self.is_choice();
    }

    /// Its label, as worded; empty for what a form only remembers.
    #[must_use]
    pub fn label(&self) -> &str {
        self.label.as_str()
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What was typed, in the form in which text is kept; of a choice its code, once it is one of
    /// the list, of several or of ticks their codes with spaces between; of yes and no one of [`YES`] and [`NO`].
    #[must_use]
    pub fn typed(&self) -> String {
        match &self.editor {
            Editor::YesNo(yes) => (if *yes { YES } else { NO }).to_owned(),
            Editor::Checks(checks) => checks.ticked.iter().map(String::as_str).collect::<Vec<_>>().join(" "),
            Editor::Text(text) => text::typed(&text.text()),
            Editor::Several(codes) => codes.join(" "),
            Editor::Line(line) => match self.chosen() {
                Some(choice) => choice.code.clone(),
                None => text::typed(line.text()),
            },
        }
    }

    /// Puts back what [`Field::typed`] gave; a default that nobody changed is still one.
    pub(super) fn restore(&mut self, typed: &str) {
        self.offered &= self.typed() == typed;
        self.picked = self.choices().iter().position(|choice| choice.code == typed);
        let title = self.picked.map(|at| self.choices()[at].title.clone());
        match &mut self.editor {
            Editor::YesNo(yes) => *yes = typed == YES,
            Editor::Several(codes) => *codes = typed.split_whitespace().map(str::to_owned).collect(),
            Editor::Checks(checks) => checks.ticked = typed.split_whitespace().map(str::to_owned).collect(),
            Editor::Text(text) => text.start(typed),
            Editor::Line(line) => line.start(title.as_deref().unwrap_or(typed)),
        }
        self.problem = None;
    }

    /// The items of a choice or of ticks; nothing for other kinds.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice(choices) | Kind::Several(choices) | Kind::Checks(choices) => choices,
            _ => &[],
        }
    }

    /// Other items from now on; what was chosen or ticked stays.
    pub(super) fn offer_choices(&mut self, choices: Vec<Choice>) {
        if let Editor::Checks(checks) = &mut self.editor {
            checks.at = checks.at.min(choices.len().saturating_sub(1));
        }
        match &mut self.kind {
            Kind::Choice(items) | Kind::Several(items) | Kind::Checks(items) => *items = choices,
            _ => {}
        }
    }

    /// The item that is chosen: its title stands in the field.
    pub(super) fn chosen(&self) -> Option<&Choice> {
        let Editor::Line(line) = &self.editor else {
            return None;
        };
        let stands = |choice: &&Choice| choice.title == line.text();
        let picked = self.picked.and_then(|at| self.choices().get(at)).filter(stands);
        picked.or_else(|| self.choices().iter().find(stands))
    }

    /// Takes an item of the list by its place.
    pub(super) fn pick(&mut self, at: usize) {
        if let Some(title) = self.choices().get(at).map(|choice| choice.title.clone()) {
            self.put(&title);
            self.picked = Some(at);
        }
    }

    /// The place of the item that was chosen last, where the list knows that.
    pub(super) fn chosen_last(&self) -> Option<usize> {
        self.choices().iter().position(Choice::is_recent)
    }

    pub(super) fn is_choice(&self) -> bool {
        matches!(self.kind, Kind::Choice(_) | Kind::Several(_))
    }

    /// The places of the items that are taken, where several may be; nothing for other kinds.
    pub(super) fn taken(&self) -> Option<BTreeSet<usize>> {
        let Editor::Several(codes) = &self.editor else { return None };
        let places = self.choices().iter().enumerate();
        Some(places.filter(|(_, choice)| codes.contains(&choice.code)).map(|(at, _)| at).collect())
    }

    /// Takes these items of the list, and no others.
    pub(super) fn take(&mut self, places: &BTreeSet<usize>) {
        let items = places.iter().filter_map(|at| self.choices().get(*at));
        let codes = items.map(|choice| choice.code.clone()).collect();
        self.editor = Editor::Several(codes);
        self.problem = None;
    }

    pub(super) fn is_ticked(&self) -> bool {
        matches!(self.kind, Kind::YesNo | Kind::Checks(_))
    }

    pub(super) fn is_checks(&self) -> bool {
        matches!(self.kind, Kind::Checks(_))
    }

    pub(super) fn is_empty(&self) -> bool {
        match &self.editor {
            Editor::YesNo(_) | Editor::Checks(_) => false,
            _ => self.typed().trim().is_empty(),
        }
    }

    /// Whether it holds what it held when the form began.
    pub(super) fn is_as_begun(&self) -> bool {
        match &self.editor {
            Editor::YesNo(yes) => *yes == (self.begun == YES),
            _ => self.typed().trim() == self.begun,
        }
    }

    /// How many rows it takes without its message.
    pub(super) fn rows(&self) -> u16 {
        match &self.kind {
            Kind::Text(rows) => (*rows).max(1),
            Kind::Checks(items) => u16::try_from(items.len()).unwrap_or(u16::MAX).max(1),
            _ => 1,
        }
    }

    /// Another text in its place, as if typed: it can be taken back.
    pub(super) fn put(&mut self, typed: &str) {
        let chosen = self.choices().iter().position(|choice| choice.code == typed);
        self.picked = chosen;
        let title = chosen.map(|at| self.choices()[at].title.clone());
        match &mut self.editor {
            Editor::Line(line) => line.set(title.as_deref().unwrap_or(typed)),
            Editor::Text(text) => text.set(typed),
            Editor::YesNo(_) | Editor::Several(_) | Editor::Checks(_) => {
                self.restore(typed);
            }
        }
        self.problem = None;
    }

    /// Puts the cursor behind a part of a text of several lines, which the next letter typed replaces.
    pub(super) fn select(&mut self, part: Range<usize>) {
        if let Editor::Text(text) = &mut self.editor {
            text.select(part);
        }
    }

    /// Where the cursor of a text of several lines stands, in bytes; nothing for other kinds.
    pub(super) fn cursor(&self) -> Option<usize> {
        if let Editor::Text(text) = &self.editor { Some(text.cursor()) } else { None }
    }

    /// Takes a key.
    pub(super) fn key(&mut self, key: Key) -> Result<Edit, Trouble> {
        if let Code::Char(c) = key.code {
            let mut bytes = [0; 4];
            return self.insert(c.encode_utf8(&mut bytes), key.held);
        }
        let erases = matches!(key.code, Code::Backspace | Code::Delete | CLEAR);
        if erases && self.chosen().is_some() {
            // A title is taken away whole: a part of it would only mean it again.
            self.put("");
            return Ok(Edit::Typed);
        }
        if key.code == Code::Enter && matches!(self.editor, Editor::Text(_)) {
            self.room_for("\n")?;
        }
        let rows = self.choices().len();
        let edit = match &mut self.editor {
            Editor::Line(line) => line.key(key.code),
            Editor::Text(text) => text.key(key.code),
            // The last one is taken away first.
            Editor::Several(codes) if erases && !codes.is_empty() => {
                codes.truncate(if key.code == Code::Backspace { codes.len() - 1 } else { 0 });
                Edit::Typed
            }
            Editor::YesNo(_) | Editor::Several(_) => Edit::Passed,
            Editor::Checks(checks) => checks.walk(key.code, rows),
        };
        if edit != Edit::Passed {
            self.offered = false;
        }
        if edit == Edit::Typed {
            self.problem = None;
        }
        Ok(edit)
    }

    /// Takes a pasted text; in one line its line ends become spaces.
    pub(super) fn paste(&mut self, pasted: &str) -> Result<Edit, Trouble> {
        match self.editor {
            Editor::Line(_) => self.insert(pasted.trim_end_matches('\n').replace('\n', " ").as_str(), false),
            Editor::Text(_) => self.insert(pasted, false),
            Editor::YesNo(_) | Editor::Several(_) | Editor::Checks(_) => Ok(Edit::Passed),
        }
    }

    fn insert(&mut self, inserted: &str, held: bool) -> Result<Edit, Trouble> {
        self.room_for(inserted)?;
        let items = if let Kind::Checks(items) = &self.kind { items.as_slice() } else { &[] };
        match &mut self.editor {
            Editor::Line(line) if std::mem::take(&mut self.offered) => line.replace(inserted),
            Editor::Line(line) => line.insert(inserted),
            Editor::Text(text) => text.insert(inserted),
            Editor::YesNo(_) | Editor::Checks(_) if held => return Ok(Edit::Passed),
            Editor::Checks(checks) => match items.get(checks.at) {
                Some(item) if inserted == " " => checks.toggle(&item.code),
                _ => return Ok(Edit::Passed),
            },
            Editor::YesNo(yes) => match inserted {
                " " => *yes = !*yes,
                "+" | "д" | "Д" | "y" | "Y" => *yes = true,
                "-" | "н" | "Н" | "n" | "N" => *yes = false,
                _ => return Ok(Edit::Passed),
            },
            // A typed letter opens its list.
            Editor::Several(_) => return Ok(Edit::Passed),
        }
        self.problem = None;
        Ok(Edit::Typed)
    }

    /// The bytes that still fit, once they are few.
    pub(super) fn left(&self) -> Option<usize> {
        let held = match &self.editor {
            Editor::Line(line) => line.text().len(),
            Editor::Text(text) => text.text().len(),
            Editor::YesNo(_) | Editor::Several(_) | Editor::Checks(_) => 0,
        };
        let left = LIMIT.saturating_sub(held);
        (left < FEW).then_some(left)
    }

    /// Says beside it how much still fits, once that is little; it is no fault.
    pub(super) fn say_left(&mut self, rules: &dyn Rules) {
        let left = self.left().map(|left| text::shown(&rules.word(Trouble::NearlyFull { left })));
        self.full = left;
    }

    fn room_for(&self, inserted: &str) -> Result<(), Trouble> {
        let text = match &self.editor {
            Editor::Line(_) if self.offered => String::new(),
            Editor::Line(line) => line.text().to_owned(),
            Editor::Text(text) => text.text(),
            Editor::YesNo(_) | Editor::Several(_) | Editor::Checks(_) => return Ok(()),
        };
        let given = text.len() + inserted.len();
        let lines = text.matches('\n').count() + inserted.matches('\n').count();
        if given > LIMIT || lines > LINES {
            return Err(Trouble::TooLong { given, limit: LIMIT });
        }
        Ok(())
    }

    /// Takes back the last typing.
    pub(super) fn undo(&mut self) -> bool {
        let undone = match &mut self.editor {
            Editor::Line(line) => line.undo(),
            Editor::Text(text) => text.undo(),
            Editor::YesNo(_) | Editor::Several(_) | Editor::Checks(_) => false,
        };
        if undone {
            self.offered = false;
            // It was said of what stands there no more.
            self.problem = None;
        }
        undone
    }

    /// On leaving: what was typed loosely is shown strictly, or is in trouble.
    pub(super) fn settle(&mut self, today: NaiveDate) -> Result<(), Trouble> {
        if self.is_empty() {
            return Ok(());
        }
        let typed = self.typed();
        let strict = match self.kind {
            Kind::Date => loose::date(&typed, today).map(loose::strict_date).ok_or(Trouble::NoDate)?,
            Kind::Number => loose::number(&typed)?.to_string(),
            Kind::Phone => phone(&typed).ok_or(Trouble::NoPhone)?,
            Kind::Account => loose::account(&typed),
            Kind::Choice(_) => self.only_answer(&typed).ok_or(Trouble::NotInList)?,
            Kind::Line | Kind::Text(_) | Kind::YesNo | Kind::Several(_) | Kind::Checks(_) => return Ok(()),
        };
        let untouched = self.is_as_begun();
        if let Editor::Line(line) = &mut self.editor {
            line.set(&strict);
        }
        if untouched {
            // The same, written as it is kept now: nobody typed it.
            self.begun = self.typed();
        }
        Ok(())
    }

    /// The title of the one item that answers what was typed.
    fn only_answer(&self, typed: &str) -> Option<String> {
        if let Some(choice) = self.chosen() {
            return Some(choice.title.clone());
        }
        let mut answers: Vec<_> = self
            .choices()
            .iter()
            .filter_map(|choice| {
                matching::answers(typed, &choice.code, &choice.title).map(|answer| (answer, choice))
            })
            .collect();
        answers.sort_by_key(|(answer, _)| *answer);
        match answers.as_slice() {
            [(_, only)] => Some(only.title.clone()),
            [(matching::Answer::Code, exact), ..] => Some(exact.title.clone()),
            _ => None,
        }
    }

    /// Draws it in its rows; the unused width is marked, so that its length is seen.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, rows: Rect, focused: bool) {
        match &self.editor {
            Editor::Line(line) => {
                canvas.repeat(rows, "_", Look::Dim);
                let width = text::shown(line.text()).width();
                if focused && self.is_choice() && width >= usize::from(rows.width) {
                    // What was chosen is read from its beginning.
                    line.draw(canvas, rows, false);
                    return canvas.set_cursor(rows.x, rows.y);
                }
                line.draw(canvas, rows, focused);
                if focused && self.offered {
                    let width = u16::try_from(text::shown(line.text()).width()).unwrap_or(u16::MAX);
                    canvas.restyle(Rect { width: width.min(rows.width), ..rows }, Look::Selected);
                }
            }
            Editor::Text(text) => text.draw(canvas, rows, focused),
            Editor::Several(codes) => {
                canvas.repeat(rows, "_", Look::Dim);
                let title = |code: &String| {
                    let known = self.choices().iter().find(|choice| choice.code == *code);
                    known.map_or(code.clone(), |choice| choice.title.clone())
                };
                let titles = codes.iter().map(title).collect::<Vec<_>>().join(", ");
                canvas.put_data(rows, &text::shown(&titles), Look::Plain);
                if focused {
                    canvas.set_cursor(rows.x, rows.y);
                }
            }
            Editor::Checks(checks) => checks.draw(canvas, rows, self.choices(), focused),
            Editor::YesNo(yes) => {
                canvas.put(rows, &tick(*yes), Look::Plain);
                if focused {
                    canvas.set_cursor(rows.x.saturating_add(1), rows.y);
                }
            }
        }
    }
}

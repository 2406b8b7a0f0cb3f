//! The form kit: labels on the left, one column of fields in paper order, nothing ever lost.
//!
//! Enter leads to the next field and from the last one to the button; Tab, Shift+Tab, Up and Down
//! walk; F2 saves from anywhere or jumps to the first field that is wrong; F4, or simply typing,
//! opens a list, and `=` takes what was chosen from it last, where it knows that. Ctrl+U empties a field, and what the form filled in itself gives way to the first
//! letter typed; so does what was refused in one line. A field keeps what was typed, right or wrong: [`Form::state`] is the
//! draft.
//!
//! A field may be hidden until another one asks for it ([`Form::show`]): what is not seen is neither
//! checked nor saved, yet a draft keeps it. Beside a field the form may say a word of its own
//! ([`Form::remark`]).
//!
//! The kit knows dates, numbers, telephones and lists; what a *right* value is, the screen says
//! through [`Rules`].

mod area;
mod checks;
mod editor;
mod field;
mod layout;
pub mod loose;
mod rows;

pub use field::{Field, Kind, LIMIT, NO, Trouble, YES};

use std::ops::Range;

use chrono::NaiveDate;
use ratatui::layout::Rect;
use serde_json::{Map, Value};

use super::canvas::Canvas;
use super::command::{Availability, Command};
use super::keys::{Code, Key};
use super::theme::Look;
use super::widgets::{Choice, PickList, Picked};
use crate::text::{self, Shown};
use editor::Edit;
use layout::View;

/// In a field with a list: what was chosen there last. Nothing in a list begins with it.
const AS_LAST_TIME: char = '=';

/// What a screen knows about the values of its form.
pub trait Rules {
    /// Today at this office.
    fn today(&self) -> NaiveDate;

    /// The worded message for what the kit found wrong.
    fn word(&self, trouble: Trouble) -> String;

    /// The worded message for what the screen finds wrong with a field, which may depend on
    /// others; asked on leaving it and on saving, for empty fields too.
    fn check(&self, _id: &str, _form: &Form) -> Option<String> {
        None
    }
}

/// What a key did to a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Nothing.
    Nothing,
    /// It moved: draw.
    Moved,
    /// It changed what is typed: draw, and keep the draft.
    Typed,
    /// All is right and is to be saved.
    Save,
    /// Something is wrong: the cursor stands on the first field that is.
    Refused,
    /// Nothing in the open list answers what is typed there ([`Form::looked_for`]).
    NothingFound,
    /// Esc: one step back; the draft stays.
    Leave,
}

/// Fields, a button, and the place of the cursor.
#[derive(Debug, Clone)]
pub struct Form {
    fields: Vec<Field>,
    button: Shown,
    /// The field with the cursor; one past the last is the button.
    focus: usize,
    top: u16,
    seen_rows: u16,
    list: Option<PickList>,
    /// Whose list it is: it may be offered while the cursor stands elsewhere.
    list_of: usize,
}

impl Form {
    /// A form of fields in paper order with a worded button.
    #[must_use]
    pub fn new(fields: Vec<Field>, button: &str) -> Self {
        Self { fields, button: text::shown(button), focus: 0, top: 0, seen_rows: 0, list: None, list_of: 0 }
    }

    /// Whether characters are text now: everywhere but on the button.
    #[must_use]
    pub fn typing(&self) -> bool {
        self.focus < self.fields.len()
    }

    /// The id of the field with the cursor; nothing on the button.
    #[must_use]
    pub fn focused(&self) -> Option<&'static str> {
        self.fields.get(self.focus).map(|field| field.id)
    }

    /// Whether [`Command::Values`] has a list to show here, or shows one.
    #[must_use]
    pub fn has_values(&self) -> bool {
        self.list.is_some() || self.fields.get(self.focus).is_some_and(Field::is_choice)
    }

    /// Whether the field with the cursor is ticked, not typed.
    #[must_use]
    pub fn is_ticked(&self) -> bool {
        self.fields.get(self.focus).is_some_and(Field::is_ticked)
    }

    /// Shows a field or hides it, heading and all.
    pub fn show(&mut self, id: &str, shown: bool) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.id == id) {
            field.hidden = !shown;
        }
    }

    /// Whether a field is here and shown.
    #[must_use]
    pub fn is_shown(&self, id: &str) -> bool {
        self.field(id).is_some_and(|field| !field.hidden)
    }

    /// Worded text beside a field, or below a list of ticks; empty text takes it away.
    pub fn remark(&mut self, id: &str, said: &str) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.id == id) {
            field.aside = Some(text::shown(said)).filter(|said| !said.is_empty());
        }
    }

    /// Other items for a choice or a list of ticks; what was chosen stays.
    pub fn offer_choices(&mut self, id: &str, choices: Vec<Choice>) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.id == id) {
            field.offer_choices(choices);
        }
    }

    /// What a field holds, shown or hidden.
    #[must_use]
    pub fn held(&self, id: &str) -> String {
        self.field(id).map(Field::typed).unwrap_or_default()
    }

    /// Whether a list is open upon it: then Esc closes only the list.
    #[must_use]
    pub fn list_is_open(&self) -> bool {
        self.list.is_some()
    }

    /// What was typed into the open list.
    #[must_use]
    pub fn looked_for(&self) -> &str {
        self.list.as_ref().map_or("", PickList::typed)
    }

    /// What was typed into a field: see [`Field::typed`]. Empty for an id that is not here, and for a
    /// hidden field.
    #[must_use]
    pub fn typed(&self, id: &str) -> String {
        self.field(id).filter(|field| !field.hidden).map(Field::typed).unwrap_or_default()
    }

    /// Its fields in paper order, shown or hidden.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// A field by its id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// Puts a value into a field as an offer that typing replaces (see [`Field::with`]); says
    /// whether the field is here.
    pub fn put(&mut self, id: &str, typed: &str) -> bool {
        let Some(field) = self.fields.iter_mut().find(|field| field.id == id) else {
            return false;
        };
        field.put(typed);
        field.offer();
        true
    }

    /// Puts the cursor of a text of several lines behind a part of it that the next letter typed replaces; says whether
    /// the field is here. [`Form::focus_on`] leads there.
    pub fn select(&mut self, id: &str, part: Range<usize>) -> bool {
        let found = self.fields.iter_mut().find(|field| field.id == id);
        found.map(|field| field.select(part)).is_some()
    }

    /// The byte of a text of several lines at which its cursor stands.
    #[must_use]
    pub fn cursor(&self, id: &str) -> Option<usize> {
        self.field(id).and_then(Field::cursor)
    }

    /// Opens the list of a choice upon the form, at the item of this code; `nothing` words an empty one. The cursor
    /// stays where it is for whoever takes nothing.
    pub fn offer_list(&mut self, id: &str, code: &str, nothing: &str) {
        if let Some(at) = self.fields.iter().position(|field| field.id == id) {
            let field = &self.fields[at];
            let list = PickList::new(field.label.as_str(), field.choices().to_vec(), code, "");
            (self.list, self.list_of) = (Some(list.nothing(nothing)), at);
        }
    }

    /// Puts the cursor into a field; says whether it is here.
    pub fn focus_on(&mut self, id: &str) -> bool {
        let at = self.fields.iter().position(|field| field.id == id && !field.hidden);
        at.map(|at| self.stand(at)).is_some()
    }

    /// Puts the cursor into the field at this place. What was refused there is right no more: the first letter typed
    /// takes its place, as it does that of a default.
    fn stand(&mut self, at: usize) {
        self.focus = at.min(self.fields.len());
        if let Some(field) = self.fields.get_mut(self.focus).filter(|field| field.problem.is_some()) {
            field.offer();
        }
    }

    /// A worded message beside a field and the cursor in it: what a rule refused after saving.
    pub fn blame(&mut self, id: &str, message: &str) -> bool {
        let found = self.focus_on(id);
        if found && let Some(field) = self.fields.get_mut(self.focus) {
            field.problem = Some(text::shown(message));
            field.offer();
        }
        found
    }

    /// Whether nothing is typed that was not there when the form began.
    #[must_use]
    pub fn is_as_begun(&self) -> bool {
        self.fields.iter().all(Field::is_as_begun)
    }

    /// What is typed everywhere: the draft.
    #[must_use]
    pub fn state(&self) -> Map<String, Value> {
        let typed = self.fields.iter().map(|field| (field.id.to_owned(), Value::String(field.typed())));
        typed.collect()
    }

    /// What was typed, and nothing of what stood there: the draft of a form whose other values are not its own.
    #[must_use]
    pub fn touched(&self) -> Map<String, Value> {
        let touched = self.fields.iter().filter(|field| !field.is_as_begun());
        touched.map(|field| (field.id.to_owned(), Value::String(field.typed()))).collect()
    }

    /// Puts a draft back. What another form of it held, and this one has no field for, is passed over.
    pub fn restore(&mut self, state: &Map<String, Value>) {
        self.list = None;
        for (id, value) in state {
            let typed = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            if let Some(field) = self.fields.iter_mut().find(|field| field.id == id) {
                field.restore(&typed);
            }
        }
    }

    /// Whether a field holds what it held when the form began.
    #[must_use]
    pub fn is_untouched(&self, id: &str) -> bool {
        self.field(id).is_none_or(Field::is_as_begun)
    }

    /// What a field holds from the beginning is something else now; what was typed in it stays.
    pub fn begin_anew(&mut self, id: &str, value: &str) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.id == id) {
            field.begin_anew(value);
        }
    }

    /// Which commands of a form can be done now; `no_values` words why F4 has nothing to show.
    #[must_use]
    pub fn availability(&self, command: Command, no_values: impl FnOnce() -> String) -> Availability {
        match command {
            Command::Save | Command::Undo => Availability::Ready,
            Command::Values if self.has_values() => Availability::Ready,
            Command::Values => Availability::Disabled(no_values()),
            _ => Availability::Hidden,
        }
    }

    /// Does one of the commands of a form: save, list of values, undo.
    pub fn command(&mut self, command: Command, rules: &dyn Rules) -> Did {
        match command {
            Command::Save => self.take_and_save(rules),
            Command::Values if self.list.is_some() => Did::Nothing,
            Command::Values if self.has_values() => {
                self.open_list("", rules);
                Did::Moved
            }
            Command::Undo => {
                let undone = self.fields.get_mut(self.focus).is_some_and(Field::undo);
                if undone { Did::Typed } else { Did::Nothing }
            }
            _ => Did::Nothing,
        }
    }

    /// Takes a key that asks for no command.
    pub fn key(&mut self, key: Key, rules: &dyn Rules) -> Did {
        if self.list.is_some() {
            return self.list_key(key, rules);
        }
        let Some(field) = self.fields.get_mut(self.focus) else {
            return self.button_key(key, rules);
        };
        if field.is_choice()
            && let Code::Char(c) = key.code
        {
            if let Some(last) = field.chosen_last().filter(|_| c == AS_LAST_TIME) {
                field.pick(last);
                self.go(self.shown_at(self.focus + 1, false), rules);
                return Did::Typed;
            }
            // A space only asks for the list.
            self.open_list(c.to_string().trim(), rules);
            return Did::Moved;
        }
        match field.key(key) {
            Ok(Edit::Typed) => {
                field.say_left(rules);
                Did::Typed
            }
            Ok(Edit::Moved) => Did::Moved,
            Ok(Edit::Passed) => self.walk(key, rules),
            Err(trouble) => {
                field.problem = Some(text::shown(&rules.word(trouble)));
                Did::Moved
            }
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, pasted: &str, rules: &dyn Rules) -> Did {
        if let Some(list) = &mut self.list {
            list.paste(pasted);
            return Did::Moved;
        }
        match self.fields.get_mut(self.focus).map(|field| (field.paste(pasted), field)) {
            Some((Ok(Edit::Typed), field)) => {
                field.say_left(rules);
                Did::Typed
            }
            Some((Err(trouble), field)) => {
                field.problem = Some(text::shown(&rules.word(trouble)));
                Did::Moved
            }
            _ => Did::Nothing,
        }
    }

    fn open_list(&mut self, typed: &str, rules: &dyn Rules) {
        if let Some(field) = self.fields.get(self.focus) {
            let code = field.chosen().map(|choice| choice.code.clone()).unwrap_or_default();
            let list = PickList::new(field.label.as_str(), field.choices().to_vec(), &code, typed);
            let list = list.nothing(&rules.word(Trouble::NothingFound));
            self.list_of = self.focus;
            self.list = Some(match field.taken() {
                Some(taken) => list.several(taken),
                None => list,
            });
        }
    }

    fn list_key(&mut self, key: Key, rules: &dyn Rules) -> Did {
        let Some(list) = &mut self.list else {
            return Did::Nothing;
        };
        match list.key(key) {
            Picked::Open => Did::Moved,
            Picked::NothingFound => Did::NothingFound,
            Picked::Left => {
                self.list = None;
                Did::Moved
            }
            Picked::Taken(at) => {
                // One more may be wanted: the cursor stays, but where Tab leads on.
                if self.take(at) && key.code != Code::Tab {
                    return Did::Typed;
                }
                // A list that was offered leaves the cursor where it found it.
                if self.focus == self.list_of {
                    self.go(self.shown_at(self.focus + 1, false), rules);
                }
                Did::Typed
            }
        }
    }

    /// Takes an item of the open list, or those that are ticked; says whether several may be. The list is closed.
    fn take(&mut self, at: usize) -> bool {
        let ticked = self.list.take().map(|list| list.ticked()).unwrap_or_default();
        let Some(field) = self.fields.get_mut(self.list_of) else { return false };
        let several = field.taken().is_some();
        if several {
            field.take(&ticked);
        } else {
            field.pick(at);
        }
        several
    }

    /// Saves with what is chosen in the list that may be open: what is seen is what is saved.
    fn take_and_save(&mut self, rules: &dyn Rules) -> Did {
        match self.list.as_mut().map(PickList::take) {
            Some(Picked::Taken(at)) => drop(self.take(at)),
            Some(_) => return Did::NothingFound,
            None => {}
        }
        self.save(rules)
    }

    fn button_key(&mut self, key: Key, rules: &dyn Rules) -> Did {
        match key.code {
            // A finger resting on Enter walks through the fields, but does not save.
            Code::Enter if key.held => Did::Nothing,
            Code::Enter | Code::Char(' ') => self.save(rules),
            _ => self.walk(key, rules),
        }
    }

    /// Keys that lead from field to field.
    fn walk(&mut self, key: Key, rules: &dyn Rules) -> Did {
        let last = self.fields.len();
        let page = usize::from(self.seen_rows.saturating_sub(1).max(1));
        let back = matches!(key.code, Code::BackTab | Code::Up | Code::StepUp | Code::PageUp);
        let to = match key.code {
            Code::Enter | Code::Tab | Code::Down | Code::StepDown => self.focus + 1,
            // Past the button Tab begins anew.
            Code::BackTab | Code::Up | Code::StepUp => {
                match self.fields[..self.focus].iter().rposition(|field| !field.hidden) {
                    Some(before) => before,
                    None => return Did::Nothing,
                }
            }
            Code::First | Code::Home => 0,
            Code::Last | Code::End => last,
            Code::PageUp => self.focus.saturating_sub(page),
            Code::PageDown => self.focus + page,
            Code::Esc => return Did::Leave,
            _ => return Did::Nothing,
        };
        let to = if to > last && key.code == Code::Tab { 0 } else { to.min(last) };
        self.go(self.shown_at(to, back), rules)
    }

    /// The shown field at this place, or the next one in the direction of the walk; the button is always shown.
    fn shown_at(&self, at: usize, back: bool) -> usize {
        let shown = |at: &usize| self.fields.get(*at).is_none_or(|field| !field.hidden);
        let on = || (at..=self.fields.len()).find(shown).unwrap_or(self.fields.len());
        if back { (0..=at).rev().find(shown).unwrap_or_else(on) } else { on() }
    }

    /// Leaves the field with the cursor for another one.
    fn go(&mut self, to: usize, rules: &dyn Rules) -> Did {
        if to == self.focus {
            return Did::Nothing;
        }
        let changed = self.settle(self.focus, false, rules);
        self.stand(to);
        if changed { Did::Typed } else { Did::Moved }
    }

    /// Shows a field strictly and finds out what is wrong with it; says whether its text changed.
    fn settle(&mut self, at: usize, saving: bool, rules: &dyn Rules) -> bool {
        let Some(field) = self.fields.get_mut(at).filter(|field| !field.hidden) else {
            return false;
        };
        let before = field.typed();
        let settled = field.settle(rules.today());
        // What was missed on saving is missed until it is filled.
        let asked = saving || field.problem.is_some();
        let trouble = match settled {
            Ok(()) if asked && field.required && field.is_empty() => Some(Trouble::Missing),
            Ok(()) => None,
            Err(trouble) => Some(trouble),
        };
        let (id, changed) = (field.id, before != field.typed());
        let problem = trouble.map(|trouble| rules.word(trouble)).or_else(|| rules.check(id, self));
        self.fields[at].problem = problem.as_deref().map(text::shown);
        changed
    }

    /// Looks at every field; right, or the cursor on the first that is wrong.
    fn save(&mut self, rules: &dyn Rules) -> Did {
        self.list = None;
        for at in 0..self.fields.len() {
            self.settle(at, true, rules);
        }
        match self.fields.iter().position(|field| field.problem.is_some() && !field.hidden) {
            Some(wrong) => {
                self.stand(wrong);
                Did::Refused
            }
            None => Did::Save,
        }
    }

    /// Draws the part of the form around the cursor, and the hint of the field in the last row.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.clear(area);
        if area.height < 3 || area.width < 20 {
            return;
        }
        let body = Rect { height: area.height - 1, ..area };
        let hint = Rect { y: body.bottom(), height: 1, x: area.x + 1, width: area.width - 2 };
        let view = View::on(&self.fields, self.focus, body, self.top);
        self.top = view.top;
        self.seen_rows = body.height;
        view.draw(canvas, &self.fields, self.focus, &self.button);
        if let Some(field) = self.fields.get(self.focus) {
            match &field.full {
                Some(full) => canvas.put(hint, full, Look::Strong),
                None => canvas.put(hint, &field.note, Look::Dim),
            };
        }
        if let Some(list) = &mut self.list {
            list.draw(canvas, area);
        }
    }
}

#[cfg(test)]
mod tests;

//! The form kit: labels on the left, one column of fields in paper order, nothing ever lost.
//!
//! Enter leads to the next field and from the last one to the button; Tab, Shift+Tab, Up and Down
//! walk; F2 saves from anywhere or jumps to the first field that is wrong; F4, or simply typing,
//! opens a list. A field keeps what was typed, right or wrong: [`Form::state`] is the draft.
//!
//! The kit knows dates, numbers, telephones and lists; what a *right* value is, the screen says
//! through [`Rules`].

mod editor;
mod field;
pub mod loose;

pub use field::{Field, Kind, LIMIT, NO, Trouble, YES};

use chrono::NaiveDate;
use ratatui::layout::Rect;
use serde_json::{Map, Value};

use super::canvas::Canvas;
use super::command::{Availability, Command};
use super::keys::{Code, Key};
use super::theme::Look;
use super::widgets::{self, PickList, Picked};
use crate::text::{self, Shown};
use editor::Edit;

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
}

impl Form {
    /// A form of fields in paper order with a worded button.
    #[must_use]
    pub fn new(fields: Vec<Field>, button: &str) -> Self {
        Self {
            fields,
            button: text::shown(button),
            focus: 0,
            top: 0,
            seen_rows: 0,
            list: None,
        }
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

    /// Whether [`Command::Values`] has a list to show here.
    #[must_use]
    pub fn has_values(&self) -> bool {
        self.fields.get(self.focus).is_some_and(Field::is_choice)
    }

    /// Whether a list is open upon it: then Esc closes only the list.
    #[must_use]
    pub fn list_is_open(&self) -> bool {
        self.list.is_some()
    }

    /// What was typed into a field: see [`Field::typed`]. Empty for an id that is not here.
    #[must_use]
    pub fn typed(&self, id: &str) -> String {
        self.field(id).map(Field::typed).unwrap_or_default()
    }

    /// A field by its id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// Puts a value into a field, as if typed; says whether the field is here.
    pub fn put(&mut self, id: &str, typed: &str) -> bool {
        let field = self.fields.iter_mut().find(|field| field.id == id);
        field.map(|field| field.put(typed)).is_some()
    }

    /// Puts the cursor into a field; says whether it is here.
    pub fn focus_on(&mut self, id: &str) -> bool {
        let at = self.fields.iter().position(|field| field.id == id);
        at.map(|at| self.focus = at).is_some()
    }

    /// A worded message beside a field and the cursor in it: what a rule refused after saving.
    pub fn blame(&mut self, id: &str, message: &str) -> bool {
        let found = self.focus_on(id);
        if found && let Some(field) = self.fields.get_mut(self.focus) {
            field.problem = Some(text::shown(message));
        }
        found
    }

    /// What is typed everywhere: the draft.
    #[must_use]
    pub fn state(&self) -> Map<String, Value> {
        let typed = self
            .fields
            .iter()
            .map(|field| (field.id.to_owned(), Value::String(field.typed())));
        typed.collect()
    }

    /// Puts a draft back; gives the entries for which there is no field, so that nothing is lost
    /// unsaid.
    pub fn restore(&mut self, state: &Map<String, Value>) -> Vec<(String, String)> {
        self.list = None;
        let mut left = Vec::new();
        for (id, value) in state {
            let typed = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            match self.fields.iter_mut().find(|field| field.id == id) {
                Some(field) => field.restore(&typed),
                None => left.push((id.clone(), typed)),
            }
        }
        left
    }

    /// Which commands of a form can be done now; `no_values` words why F4 has nothing to show.
    #[must_use]
    pub fn availability(
        &self,
        command: Command,
        no_values: impl FnOnce() -> String,
    ) -> Availability {
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
            Command::Save => self.save(rules),
            Command::Values if self.has_values() => {
                self.open_list("");
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
            // A space only asks for the list.
            self.open_list(c.to_string().trim());
            return Did::Moved;
        }
        match field.key(key) {
            Ok(Edit::Typed) => Did::Typed,
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
        match self
            .fields
            .get_mut(self.focus)
            .map(|field| (field.paste(pasted), field))
        {
            Some((Ok(Edit::Typed), _)) => Did::Typed,
            Some((Err(trouble), field)) => {
                field.problem = Some(text::shown(&rules.word(trouble)));
                Did::Moved
            }
            _ => Did::Nothing,
        }
    }

    fn open_list(&mut self, typed: &str) {
        if let Some(field) = self.fields.get(self.focus) {
            let code = field
                .chosen()
                .map(|choice| choice.code.clone())
                .unwrap_or_default();
            self.list = Some(PickList::new(
                field.label.as_str(),
                field.choices().to_vec(),
                &code,
                typed,
            ));
        }
    }

    fn list_key(&mut self, key: Key, rules: &dyn Rules) -> Did {
        let Some(list) = &mut self.list else {
            return Did::Nothing;
        };
        match list.key(key) {
            Picked::Open => Did::Moved,
            Picked::Left => {
                self.list = None;
                Did::Moved
            }
            Picked::Taken(at) => {
                self.list = None;
                if let Some(field) = self.fields.get_mut(self.focus) {
                    field.pick(at);
                }
                self.go(self.focus + 1, rules);
                Did::Typed
            }
        }
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
        let to = match key.code {
            Code::Enter | Code::Tab | Code::Down | Code::StepDown => self.focus + 1,
            // Past the button Tab begins anew.
            Code::BackTab | Code::Up | Code::StepUp => match self.focus.checked_sub(1) {
                Some(before) => before,
                None => return Did::Nothing,
            },
            Code::First | Code::Home => 0,
            Code::Last | Code::End => last,
            Code::PageUp => self.focus.saturating_sub(page),
            Code::PageDown => self.focus + page,
            Code::Esc => return Did::Leave,
            _ => return Did::Nothing,
        };
        let to = if to > last && key.code == Code::Tab {
            0
        } else {
            to.min(last)
        };
        self.go(to, rules)
    }

    /// Leaves the field with the cursor for another one.
    fn go(&mut self, to: usize, rules: &dyn Rules) -> Did {
        if to == self.focus {
            return Did::Nothing;
        }
        let changed = self.settle(self.focus, false, rules);
        self.focus = to.min(self.fields.len());
        if changed { Did::Typed } else { Did::Moved }
    }

    /// Shows a field strictly and finds out what is wrong with it; says whether its text changed.
    fn settle(&mut self, at: usize, saving: bool, rules: &dyn Rules) -> bool {
        let Some(field) = self.fields.get_mut(at) else {
            return false;
        };
        let before = field.typed();
        let settled = field.settle(rules.today());
        let trouble = match settled {
            Ok(()) if saving && field.required && field.is_empty() => Some(Trouble::Missing),
            Ok(()) => None,
            Err(trouble) => Some(trouble),
        };
        let (id, changed) = (field.id, before != field.typed());
        let problem = trouble
            .map(|trouble| rules.word(trouble))
            .or_else(|| rules.check(id, self));
        self.fields[at].problem = problem.as_deref().map(text::shown);
        changed
    }

    /// Looks at every field; right, or the cursor on the first that is wrong.
    fn save(&mut self, rules: &dyn Rules) -> Did {
        self.list = None;
        for at in 0..self.fields.len() {
            self.settle(at, true, rules);
        }
        match self.fields.iter().position(|field| field.problem.is_some()) {
            Some(wrong) => {
                self.focus = wrong;
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
        let body = Rect {
            height: area.height - 1,
            ..area
        };
        let hint = Rect {
            y: body.bottom(),
            height: 1,
            x: area.x + 1,
            width: area.width - 2,
        };
        let columns = Columns::of(&self.fields, body);
        let places = columns.places(&self.fields);
        self.seen_rows = body.height;
        self.scroll_to(&places, body.height);
        for (at, place) in places.iter().enumerate() {
            self.draw_item(canvas, body, &columns, at, *place);
        }
        if let Some(field) = self.fields.get(self.focus) {
            canvas.put(hint, &field.note.fit(hint.width.into()), Look::Dim);
        }
        if let Some(list) = &mut self.list {
            list.draw(canvas, area);
        }
    }

    /// Moves the view no further than the field with the cursor asks.
    fn scroll_to(&mut self, places: &[Place], height: u16) {
        let Some(place) = places.get(self.focus) else {
            return;
        };
        let from = if self.focus == 0 { 0 } else { place.from };
        self.top = self
            .top
            .min(from)
            .max((place.from + place.rows).saturating_sub(height));
        if place.rows >= height {
            self.top = place.from + place.heading;
        }
    }

    fn draw_item(
        &self,
        canvas: &mut Canvas<'_>,
        body: Rect,
        columns: &Columns,
        at: usize,
        place: Place,
    ) {
        let row = |from: u16, rows: u16| columns.seen(body, from, rows, self.top);
        let focused = at == self.focus;
        let Some(field) = self.fields.get(at) else {
            if let Some(row) = row(place.from, 1) {
                widgets::button(
                    canvas,
                    Rect {
                        x: columns.field,
                        width: body.right() - columns.field,
                        ..row
                    },
                    &self.button,
                    focused,
                );
            }
            return;
        };
        if let Some(heading) = &field.heading
            && let Some(row) = row(place.from + place.heading - 1, 1)
        {
            canvas.put(
                Rect {
                    x: body.x + 1,
                    width: body.width - 1,
                    ..row
                },
                heading,
                Look::Strong,
            );
        }
        let from = place.from + place.heading;
        if let Some(row) = row(from, 1) {
            let look = if focused { Look::Accent } else { Look::Dim };
            let mark = if focused { ">" } else { " " };
            let star = if field.required { "*" } else { "" };
            let label = text::fit(
                &format!("{mark}{}{star}", field.label),
                (columns.field - body.x - 1).into(),
            );
            canvas.put(
                Rect {
                    width: columns.field - body.x,
                    ..row
                },
                &label,
                look,
            );
        }
        if let Some(rows) = row(from, field.rows()) {
            let width = columns.width(field, body);
            field.draw(
                canvas,
                Rect {
                    x: columns.field,
                    width,
                    ..rows
                },
                focused,
            );
        }
        if let Some(problem) = &field.problem {
            draw_problem(canvas, columns, body, (from, self.top), field, problem);
        }
    }
}

/// The message stands beside its field where there is room, else below.
fn draw_problem(
    canvas: &mut Canvas<'_>,
    columns: &Columns,
    body: Rect,
    (from, top): (u16, u16),
    field: &Field,
    problem: &Shown,
) {
    let message = text::shown(&format!("! {problem}"));
    let beside = columns.field + columns.width(field, body) + 1;
    let (x, from, rows) = if columns.has_room_beside(field, problem, body) {
        (beside, from, 1)
    } else {
        (
            columns.field,
            from + field.rows(),
            columns.lines_below(field, body),
        )
    };
    let width = body.right().saturating_sub(x + 1);
    let lines = message.wrap(width.into());
    for (at, line) in (0..rows).zip(&lines) {
        if let Some(row) = columns.seen(body, from + at, 1, top) {
            canvas.put(Rect { x, width, ..row }, line, Look::Problem);
        }
    }
}

/// Where a field stands, in rows from the form's first.
#[derive(Debug, Clone, Copy)]
struct Place {
    from: u16,
    /// Rows of its heading, with a blank one before.
    heading: u16,
    /// All its rows: heading, field, message.
    rows: u16,
}

/// Where labels end and fields begin.
#[derive(Debug)]
struct Columns {
    field: u16,
    body: Rect,
}

impl Columns {
    fn of(fields: &[Field], body: Rect) -> Self {
        let label = |field: &Field| field.label.width() + usize::from(field.required);
        let widest = fields
            .iter()
            .map(label)
            .max()
            .unwrap_or(0)
            .min(usize::from(body.width / 3));
        let widest = u16::try_from(widest).unwrap_or(u16::MAX);
        Self {
            field: body.x + widest + 3,
            body,
        }
    }

    fn width(&self, field: &Field, body: Rect) -> u16 {
        field
            .width
            .min(body.right().saturating_sub(self.field + 1))
            .max(1)
    }

    fn has_room_beside(&self, field: &Field, problem: &Shown, body: Rect) -> bool {
        let left = body
            .right()
            .saturating_sub(self.field + self.width(field, body) + 2);
        usize::from(left) >= problem.width() + 2
    }

    /// Rows that the message takes below its field.
    fn lines_below(&self, field: &Field, body: Rect) -> u16 {
        match &field.problem {
            Some(problem) if !self.has_room_beside(field, problem, body) => {
                let width = body.right().saturating_sub(self.field + 1);
                let lines = text::shown(&format!("! {problem}"))
                    .wrap(width.into())
                    .len();
                u16::try_from(lines).unwrap_or(u16::MAX).min(3)
            }
            _ => 0,
        }
    }

    /// The places of the fields and, last, of the button.
    fn places(&self, fields: &[Field]) -> Vec<Place> {
        let mut from = 0;
        let mut places = Vec::with_capacity(fields.len() + 1);
        for field in fields {
            let heading = match (&field.heading, from) {
                (None, _) => 0,
                (Some(_), 0) => 1,
                (Some(_), _) => 2,
            };
            let rows = heading + field.rows() + self.lines_below(field, self.body);
            places.push(Place {
                from,
                heading,
                rows,
            });
            from += rows;
        }
        // A blank row before the button.
        places.push(Place {
            from: from + 1,
            heading: 0,
            rows: 1,
        });
        places
    }

    /// The part of some rows of the form that is seen when `top` is the first one on the screen.
    #[expect(clippy::unused_self, reason = "one place for all geometry")]
    fn seen(&self, body: Rect, from: u16, rows: u16, top: u16) -> Option<Rect> {
        let (first, last) = (from.max(top), (from + rows).min(top + body.height));
        (first < last).then(|| Rect {
            y: body.y + first - top,
            height: last - first,
            ..body
        })
    }
}

#[cfg(test)]
mod tests;

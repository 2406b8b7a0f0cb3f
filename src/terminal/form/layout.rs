//! Where fields stand on the screen: labels on the left, one column of fields, messages beside
//! them or below, and the part of a long form that is seen.

use ratatui::layout::Rect;

use super::Field;
use super::field::Height;
use crate::terminal::canvas::Canvas;
use crate::terminal::theme::Look;
use crate::terminal::widgets;
use crate::text::{self, Shown};

/// As many rows as a message below its field takes.
const MESSAGE_ROWS: u16 = 3;

/// The columns at the right edge for the signs that there is more, with a gap before them.
const EDGE: u16 = 2;

/// The fewest columns a field keeps beside what the form says of it.
const LEAST: u16 = 16;

/// The columns after a field for the sign that it has a list.
fn mark(field: &Field) -> u16 {
    u16::from(field.is_choice())
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

/// The part of a form that is seen.
#[derive(Debug)]
pub(super) struct View {
    body: Rect,
    /// The column of the screen where fields begin.
    column: u16,
    /// The form's row that is the first on the screen.
    pub(super) top: u16,
    /// The places of the fields and, last, of the button.
    places: Vec<Place>,
    /// Rows that the form leaves over: a field that grows takes them.
    over: u16,
}

impl View {
    /// The view of `body` that moves from `top` no further than the field with the cursor asks.
    pub(super) fn on(fields: &[Field], focus: usize, body: Rect, top: u16) -> Self {
        let label = |field: &Field| field.label.width() + usize::from(field.required);
        let widest = fields
            .iter()
            .filter(|field| !field.hidden)
            .map(label)
            .max()
            .unwrap_or(0)
            .min(usize::from(body.width / 3));
        let column = body.x + u16::try_from(widest).unwrap_or(u16::MAX) + 3;
        let mut view = Self { body, column, top, places: Vec::with_capacity(fields.len() + 1), over: 0 };
        view.place(fields);
        let needed = view.places.last().map_or(0, |button| button.from + button.rows);
        view.over = body.height.saturating_sub(needed);
        if view.over > 0 {
            view.places.clear();
            view.place(fields);
        }
        view.scroll_to(focus);
        view
    }

    fn place(&mut self, fields: &[Field]) {
        let mut from = 0;
        for field in fields {
            if field.hidden {
                self.places.push(Place { from, heading: 0, rows: 0 });
                continue;
            }
            let heading = match (&field.heading, from) {
                (None, _) => 0,
                (Some(_), 0) => 1,
                (Some(_), _) => 2,
            };
            let message = match &field.problem {
                Some(problem) if !self.has_room_beside(field, problem) => {
                    self.message(problem, self.column).len()
                }
                _ => 0,
            };
            let message = u16::try_from(message).unwrap_or(u16::MAX).min(MESSAGE_ROWS);
            let rows = heading + self.rows(field) + self.below(field) + message;
            self.places.push(Place { from, heading, rows });
            from += rows;
        }
        // A blank row before the button.
        self.places.push(Place { from: from + 1, heading: 0, rows: 1 });
    }

    fn scroll_to(&mut self, focus: usize) {
        let Some(place) = self.places.get(focus) else {
            return;
        };
        let last_top = (place.from + place.rows).saturating_sub(self.body.height);
        // No empty rows below the button while there are fields above: the window may have grown.
        let whole = self.places.last().map_or(0, |button| button.from + button.rows);
        let most = whole.saturating_sub(self.body.height);
        self.top = self.top.min(place.from).min(most).max(last_top);
        if place.rows >= self.body.height {
            self.top = place.from + place.heading;
        }
    }

    /// The rows of a field itself.
    fn rows(&self, field: &Field) -> u16 {
        field.rows() + if field.height == Height::Rest { self.over } else { 0 }
    }

    fn width(&self, field: &Field) -> u16 {
        let aside = match &field.aside {
            Some(aside) if self.below(field) == 0 => u16::try_from(aside.width()).unwrap_or(u16::MAX) + 2,
            _ => 0,
        };
        let room = self.body.right().saturating_sub(self.column + EDGE);
        field.width.min(room.saturating_sub(aside).max(LEAST)).min(room).max(1)
    }

    /// Rows of what the form says below a list of ticks: it may name each of them.
    fn below(&self, field: &Field) -> u16 {
        let room = self.body.right().saturating_sub(self.column + EDGE);
        let said = field.aside.as_ref().filter(|_| field.is_checks());
        said.map_or(0, |said| u16::try_from(said.wrap(room.into()).len()).unwrap_or(1))
    }

    /// The column of the screen where a message beside a field begins.
    fn beside(&self, field: &Field) -> u16 {
        self.column + self.width(field) + mark(field) + 1
    }

    fn has_room_beside(&self, field: &Field, problem: &Shown) -> bool {
        let left = self.body.right().saturating_sub(self.beside(field) + 1);
        usize::from(left) >= problem.width() + 2
    }

    /// A message in lines from a column of the screen to its end.
    fn message(&self, problem: &Shown, column: u16) -> Vec<Shown> {
        let width = self.body.right().saturating_sub(column + 1);
        text::shown(&format!("! {problem}")).wrap(width.into())
    }

    /// The part of the form's rows `from..from + rows` that is seen, from a column of the screen.
    fn seen(&self, from: u16, rows: u16, column: u16) -> Option<Rect> {
        let (first, last) = (from.max(self.top), (from + rows).min(self.top + self.body.height));
        (first < last).then(|| {
            let width = self.body.right().saturating_sub(column);
            Rect::new(column, self.body.y + first - self.top, width, last - first)
        })
    }

    /// Draws all that is seen; one past the last field is the button.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, fields: &[Field], focus: usize, button: &Shown) {
        for (at, (field, place)) in
            fields.iter().zip(&self.places).enumerate().filter(|(_, (field, _))| !field.hidden)
        {
            self.draw_field(canvas, field, *place, at == focus);
        }
        let row = self.places.last().and_then(|place| self.seen(place.from, 1, self.column));
        if let Some(row) = row {
            widgets::button(canvas, row, button, focus == fields.len());
        }
        let rows = self.places.last().map_or(0, |place| place.from + place.rows);
        widgets::more_signs(canvas, self.body, self.top > 0, rows > self.top + self.body.height);
    }

    fn draw_field(&self, canvas: &mut Canvas<'_>, field: &Field, place: Place, focused: bool) {
        let from = place.from + place.heading;
        if let Some(heading) = &field.heading
            && let Some(row) = self.seen(from - 1, 1, self.body.x + 1)
        {
            canvas.put(row, heading, Look::Strong);
        }
        if let Some(row) = self.seen(from, 1, self.body.x) {
            let (mark, look) = if focused { (">", Look::Accent) } else { (" ", Look::Dim) };
            let star = if field.required { "*" } else { "" };
            let label = text::shown(&format!("{mark}{}{star}", field.label));
            canvas.put(Rect { width: self.column - self.body.x - 1, ..row }, &label, look);
        }
        if let Some(rows) = self.seen(from, self.rows(field), self.column) {
            let rows = Rect { width: self.width(field), ..rows };
            field.draw(canvas, rows, focused);
            let sign = Rect { x: rows.right(), width: mark(field), ..rows };
            canvas.repeat(sign, canvas.theme().opens(), Look::Dim);
        }
        match (&field.problem, &field.aside) {
            (Some(problem), _) => self.draw_message(canvas, field, problem, from),
            (None, Some(aside)) => self.draw_aside(canvas, field, aside, from),
            (None, None) => {}
        }
    }

    /// What the form says of a field: beside it, or below a list of ticks.
    fn draw_aside(&self, canvas: &mut Canvas<'_>, field: &Field, aside: &Shown, from: u16) {
        let (column, from) = match self.below(field) {
            0 => (self.beside(field), from),
            _ => (self.column, from + self.rows(field)),
        };
        let width = self.body.right().saturating_sub(column + 1);
        let rows = self.below(field).max(1);
        if let Some(rows) = self.seen(from, rows, column).filter(|seen| seen.height == rows) {
            canvas.put_lines(Rect { width, ..rows }, &[(aside.clone(), Look::Dim)]);
        }
    }

    /// The message stands beside its field where there is room, else below.
    fn draw_message(&self, canvas: &mut Canvas<'_>, field: &Field, problem: &Shown, from: u16) {
        let (column, from) = if self.has_room_beside(field, problem) {
            (self.beside(field), from)
        } else {
            (self.column, from + self.rows(field) + self.below(field))
        };
        for (at, line) in (0..).zip(self.message(problem, column)) {
            match self.seen(from + at, 1, column) {
                Some(_) if at == MESSAGE_ROWS => canvas.lacks_room(&line, self.body.right() - column),
                Some(row) if at < MESSAGE_ROWS => {
                    canvas.put(row, &line, Look::Problem);
                }
                _ => {}
            }
        }
    }
}

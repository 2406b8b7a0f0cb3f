//! Typing in several lines: `ratatui-textarea` keeps the text and the cursor; its past, how its lines are broken into rows,
//! and so where the cursor is seen and where Up and Down lead, is ours ([`Rows`]).

use std::cell::Cell;
use std::ops::Range;

use ratatui::layout::{Rect, Size};
use ratatui_textarea::{CursorMove, DataCursor, TextArea};

use super::editor::{CLEAR, Edit, Past, is_in_a_word};
use super::rows::{At, Rows};
use crate::standard::holes::{HOLE_CLOSES, HOLE_OPENS};
use crate::terminal::canvas::Canvas;
use crate::terminal::keys::Code;
use crate::terminal::theme::Look;
use crate::terminal::widgets;
use crate::text;

/// Text of several lines.
#[derive(Debug, Clone)]
pub(super) struct Text {
    area: TextArea<'static>,
    past: Past<Was>,
    /// Letters typed one after another are taken back a word at a time.
    in_a_word: bool,
    /// The column Up and Down keep to, over rows that are shorter.
    kept: Option<usize>,
    /// The size in which it was last drawn: how its lines are broken, and how far a page goes.
    size: Cell<Size>,
    /// The first row that was seen.
    top: Cell<usize>,
}

/// How a text was before a step.
#[derive(Debug, Clone)]
struct Was {
    text: String,
    at: At,
    top: usize,
}

impl Default for Text {
    fn default() -> Self {
        let size = Cell::new(Size::new(u16::MAX, 1));
        Self {
            area: filled(""),
            past: Past::default(),
            in_a_word: false,
            kept: None,
            size,
            top: Cell::new(0),
        }
    }
}

impl Text {
    pub(super) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Text that was there from the beginning.
    pub(super) fn start(&mut self, text: &str) {
        self.past = Past::default();
        self.become_text(text);
    }

    /// Other text in its place, as one step that can be taken back.
    pub(super) fn set(&mut self, text: &str) {
        if text != self.text() {
            self.past.push(self.now());
            self.become_text(text);
        }
    }

    fn become_text(&mut self, text: &str) {
        self.area = filled(text);
        self.kept = None;
        self.in_a_word = false;
    }

    fn now(&self) -> Was {
        Was { text: self.text(), at: self.at(), top: self.top.get() }
    }

    /// Puts the cursor behind a part of the text, which the next letter typed replaces.
    pub(super) fn select(&mut self, part: Range<usize>) {
        let text = self.text();
        self.area.cancel_selection();
        self.area.move_cursor(jump(place_of(&text, part.start)));
        if !part.is_empty() {
            self.area.start_selection();
            self.area.move_cursor(jump(place_of(&text, part.end)));
        }
        self.kept = None;
        self.in_a_word = false;
    }

    /// Where the cursor stands, in bytes of the text.
    pub(super) fn cursor(&self) -> usize {
        let At { line, letter } = self.at();
        let before: usize = self.area.lines().iter().take(line).map(|line| line.len() + 1).sum();
        let line = self.area.lines().get(line).map_or("", String::as_str);
        before + line.char_indices().nth(letter).map_or(line.len(), |(at, _)| at)
    }

    fn at(&self) -> At {
        let DataCursor(line, letter) = self.area.cursor();
        At { line, letter }
    }

    /// The text as it was last seen.
    fn rows(&self) -> Rows<'_> {
        Rows::of(self.area.lines(), self.size.get().width)
    }

    pub(super) fn insert(&mut self, inserted: &str) {
        let word = is_in_a_word(inserted);
        if !(word && self.in_a_word) {
            self.past.push(self.now());
        }
        self.in_a_word = word;
        self.kept = None;
        self.area.insert_str(inserted);
    }

    /// Takes the last step back; the text is seen from the row from which it was.
    pub(super) fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.become_text(&before.text);
        self.area.move_cursor(jump(before.at));
        self.top.set(before.top);
        true
    }

    pub(super) fn key(&mut self, code: Code) -> Edit {
        let page = usize::from(self.size.get().height.saturating_sub(1).max(1));
        match code {
            Code::Up => return self.climb(-1),
            Code::Down => return self.climb(1),
            Code::PageUp => return self.climb(-page.cast_signed()),
            Code::PageDown => return self.climb(page.cast_signed()),
            _ => self.kept = None,
        }
        self.in_a_word = false;
        match code {
            // A place that waits for words is not taken away by going on.
            Code::Enter if self.area.is_selecting() => {
                self.area.cancel_selection();
                Edit::Moved
            }
            Code::Enter => self.changed(|area| {
                area.insert_newline();
                true
            }),
            Code::Backspace => self.changed(TextArea::delete_char),
            Code::Delete => self.changed(TextArea::delete_next_char),
            Code::DeleteWordLeft => self.changed(TextArea::delete_word),
            Code::DeleteWordRight => self.changed(TextArea::delete_next_word),
            CLEAR => self.changed(|area| {
                area.select_all();
                area.delete_char()
            }),
            other => self.moved(other),
        }
    }

    /// Changes the text by one step that can be taken back; says so where there was nothing to change.
    fn changed(&mut self, change: impl FnOnce(&mut TextArea<'static>) -> bool) -> Edit {
        let before = self.now();
        if !change(&mut self.area) {
            return Edit::Moved;
        }
        self.past.push(before);
        Edit::Typed
    }

    fn moved(&mut self, code: Code) -> Edit {
        let step = match code {
            Code::Left => CursorMove::Back,
            Code::Right => CursorMove::Forward,
            Code::WordLeft => CursorMove::WordBack,
            Code::WordRight => CursorMove::WordForward,
            Code::Home | Code::End => self.to_end(code == Code::End),
            Code::First => CursorMove::Jump(0, 0),
            Code::Last => {
                let rows = self.rows();
                jump(rows.end(rows.count() - 1))
            }
            _ => return Edit::Passed,
        };
        // What leads to its ends leads on from there.
        let leads_out = matches!(code, Code::First | Code::Last);
        self.go(step, leads_out)
    }

    /// To an end of the row that is seen, and from there to that of its line.
    fn to_end(&self, forward: bool) -> CursorMove {
        let (rows, at) = (self.rows(), self.at());
        let row = rows.row_of(at);
        let end = if forward { rows.end(row) } else { rows.place(row, 0) };
        match (end == at, forward) {
            (false, _) => jump(end),
            (true, true) => CursorMove::End,
            (true, false) => CursorMove::Head,
        }
    }

    /// As many rows up or down as are seen; from the first and the last one it leads on in the form.
    fn climb(&mut self, rows_down: isize) -> Edit {
        self.in_a_word = false;
        let rows = self.rows();
        let row = rows.row_of(self.at());
        let column = self.kept.unwrap_or_else(|| rows.column_of(row, self.at()));
        let to = row.saturating_add_signed(rows_down).min(rows.count() - 1);
        if to == row {
            return Edit::Passed;
        }
        let step = jump(rows.place(to, column));
        self.kept = Some(column);
        self.go(step, false)
    }

    fn go(&mut self, step: CursorMove, leads_out: bool) -> Edit {
        let before = self.area.cursor();
        self.area.cancel_selection();
        self.area.move_cursor(step);
        if leads_out && before == self.area.cursor() { Edit::Passed } else { Edit::Moved }
    }

    /// Draws it in its rows, the cursor among them.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, focused: bool) {
        if area.is_empty() {
            return;
        }
        self.size.set(area.as_size());
        let rows = self.rows();
        let height = usize::from(area.height);
        let row = rows.row_of(self.at());
        // No further than the cursor asks, and no empty rows where there is text above.
        let least = (row + 1).saturating_sub(height);
        let top = self.top.get().min(rows.count().saturating_sub(height)).clamp(least, row);
        self.top.set(top);
        canvas.clear(area);
        for (at, seen) in (top..).zip(area.rows()) {
            canvas.put_data(seen, &text::shown(rows.text(at)).clip(seen.width.into()), Look::Plain);
            self.mark_selected(canvas, &rows, at, seen);
        }
        canvas.mark_between(area, HOLE_OPENS, HOLE_CLOSES, Look::Accent);
        canvas.fill_ends(area, "_", Look::Dim);
        // Right of its own columns.
        let edge = Rect { width: area.width.saturating_add(1), ..area };
        widgets::more_signs(canvas, edge, top > 0, top + height < rows.count());
        if focused {
            let column = u16::try_from(rows.column_of(row, self.at())).unwrap_or(u16::MAX);
            let below = u16::try_from(row - top).unwrap_or(u16::MAX);
            canvas.set_cursor(area.x + column.min(area.width - 1), area.y + below);
        }
    }

    /// Marks what of a row is selected.
    fn mark_selected(&self, canvas: &mut Canvas<'_>, rows: &Rows<'_>, row: usize, seen: Rect) {
        let Some((from, to)) = self.area.selection_range() else { return };
        let [from, to] = [from, to].map(|(line, letter)| At { line, letter });
        let column = |at: At| match rows.row_of(at).cmp(&row) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => rows.column_of(row, at),
            std::cmp::Ordering::Greater => text::shown(rows.text(row)).width(),
        };
        let [from, to] = [from, to].map(|at| u16::try_from(column(at)).unwrap_or(u16::MAX).min(seen.width));
        if row < rows.count() {
            canvas.restyle(Rect { x: seen.x + from, width: to.saturating_sub(from), ..seen }, Look::Selected);
        }
    }
}

/// A text with its cursor at the end.
fn filled(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
    // Its own past counts letters.
    area.set_max_histories(0);
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

/// The place of this byte of a text.
fn place_of(text: &str, at: usize) -> At {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    At { line: before.matches('\n').count(), letter: line.chars().count() }
}

/// The movement to a place.
fn jump(to: At) -> CursorMove {
    let place = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    CursorMove::Jump(place(to.line), place(to.letter))
}

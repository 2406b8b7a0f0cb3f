//! Typing: one line over `tui-input`, many lines over `ratatui-textarea`.

use std::cell::Cell;
use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, DataCursor, ScreenCursor, TextArea, WrapMode};
use tui_input::{Input, InputRequest};

use crate::standard::holes::{HOLE_CLOSES, HOLE_OPENS};
use crate::terminal::canvas::Canvas;
use crate::terminal::keys::Code;
use crate::terminal::theme::Look;
use crate::terminal::widgets;
use crate::text::{self, Shown};

/// As many steps back as one field remembers.
const STEPS_BACK: usize = 500;

/// The key that empties a field.
pub(super) const CLEAR: Code = Code::Ctrl('u');

/// What a key did in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    /// It changed the text.
    Typed,
    /// It moved the cursor.
    Moved,
    /// It is not for this field.
    Passed,
}

/// One line of text with its cursor and its past.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    input: Input,
    past: Vec<(String, usize)>,
    /// Letters typed one after another are taken back a word at a time.
    in_a_word: bool,
}

impl Line {
    pub(super) fn text(&self) -> &str {
        self.input.value()
    }

    /// Other text in its place, as a step that can be taken back.
    pub(super) fn set(&mut self, text: &str) {
        if text != self.text() {
            self.remember();
            self.input = Input::new(text.to_owned());
        }
        self.in_a_word = false;
    }

    /// Text that was there from the beginning.
    pub(super) fn start(&mut self, text: &str) {
        *self = Self { input: Input::new(text.to_owned()), ..Self::default() };
    }

    fn remember(&mut self) {
        if self.past.len() == STEPS_BACK {
            self.past.remove(0);
        }
        self.past.push((self.text().to_owned(), self.input.cursor()));
    }

    /// Typed in the place of all that stood there, which one step takes back whole.
    pub(super) fn replace(&mut self, typed: &str) {
        self.remember();
        self.input = Input::new(typed.to_owned());
        self.in_a_word = is_in_a_word(typed);
    }

    pub(super) fn insert(&mut self, inserted: &str) {
        let word = is_in_a_word(inserted);
        if !(word && self.in_a_word) {
            self.remember();
        }
        self.in_a_word = word;
        let at = self.input.cursor();
        let byte = self.text().char_indices().nth(at).map_or(self.text().len(), |(byte, _)| byte);
        let mut text = self.text().to_owned();
        text.insert_str(byte, inserted);
        self.input = Input::new(text).with_cursor(at + inserted.chars().count());
    }

    pub(super) fn undo(&mut self) -> bool {
        self.in_a_word = false;
        let Some((text, cursor)) = self.past.pop() else {
            return false;
        };
        self.input = Input::new(text).with_cursor(cursor);
        true
    }

    pub(super) fn key(&mut self, code: Code) -> Edit {
        if code == CLEAR {
            let empty = self.text().is_empty();
            self.set("");
            return if empty { Edit::Moved } else { Edit::Typed };
        }
        let request = match code {
            Code::Left => InputRequest::GoToPrevChar,
            Code::Right => InputRequest::GoToNextChar,
            Code::WordLeft => InputRequest::GoToPrevWord,
            Code::WordRight => InputRequest::GoToNextWord,
            Code::Home => InputRequest::GoToStart,
            Code::End => InputRequest::GoToEnd,
            Code::Backspace => InputRequest::DeletePrevChar,
            Code::Delete => InputRequest::DeleteNextChar,
            Code::DeleteWordLeft => InputRequest::DeletePrevWord,
            Code::DeleteWordRight => InputRequest::DeleteNextWord,
            _ => return Edit::Passed,
        };
        let before = (self.text().to_owned(), self.input.cursor());
        self.input.handle(request);
        self.in_a_word = false;
        if before.0 == self.text() {
            return Edit::Moved;
        }
        self.past.push(before);
        Edit::Typed
    }

    /// Draws it in one row, scrolled so that the cursor is seen.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, row: Rect, focused: bool) {
        let all = text::shown(self.text());
        let before: String = self.text().chars().take(self.input.cursor()).collect();
        let cursor = text::shown(&before).width();
        let room = usize::from(row.width).max(1);
        // Only the field one types in is scrolled; others show their beginning.
        let skipped = if focused { (cursor + 1).saturating_sub(room) } else { 0 };
        let goes_on = all.width() > skipped + room;
        let seen = if focused { all.skip(skipped).clip(room) } else { all };
        canvas.put_data(row, &seen, Look::Plain);
        if focused {
            if skipped > 0 && room > 1 {
                canvas.repeat(Rect { width: 1, ..row }, "<", Look::Dim);
            }
            if goes_on {
                // Right of its own columns: the last one shows text.
                canvas.put(Rect { x: row.right(), width: 1, ..row }, &text::shown(">"), Look::Dim);
            }
            let column = u16::try_from(cursor - skipped).unwrap_or(u16::MAX);
            canvas.set_cursor(row.x + column.min(row.width.saturating_sub(1)), row.y);
        }
    }
}

/// Whether this is one letter or figure.
fn is_in_a_word(typed: &str) -> bool {
    typed.chars().count() == 1 && typed.chars().all(char::is_alphanumeric)
}

/// Text of several lines.
#[derive(Debug, Clone)]
pub(super) struct Text {
    area: TextArea<'static>,
    /// Texts in whose place another was put, each with its own past.
    replaced: Vec<TextArea<'static>>,
    /// Rows in which it was last drawn: how far a page goes.
    rows: Cell<u16>,
}

impl Default for Text {
    fn default() -> Self {
        Self { area: area(Vec::new()), replaced: Vec::new(), rows: Cell::new(1) }
    }
}

fn area(lines: Vec<String>) -> TextArea<'static> {
    let mut area = TextArea::new(if lines.is_empty() { vec![String::new()] } else { lines });
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    // The terminal's own cursor stands there; a painted one would be a second.
    area.set_cursor_style(Style::default());
    area.set_cursor_line_style(Style::default());
    area.set_selection_style(Style::default().add_modifier(Modifier::REVERSED));
    area.set_style(Style::reset());
    area.set_max_histories(STEPS_BACK);
    area
}

impl Text {
    pub(super) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Text that was there from the beginning.
    pub(super) fn start(&mut self, text: &str) {
        self.replaced.clear();
        self.area = filled(text);
    }

    /// Other text in its place, as one step that can be taken back.
    pub(super) fn set(&mut self, text: &str) {
        if text == self.text() {
            return;
        }
        if self.replaced.len() == STEPS_BACK {
            self.replaced.remove(0);
        }
        self.replaced.push(std::mem::replace(&mut self.area, filled(text)));
    }

    /// Puts the cursor behind a part of the text, which the next letter typed replaces.
    pub(super) fn select(&mut self, part: Range<usize>) {
        let text = self.text();
        self.area.cancel_selection();
        self.area.move_cursor(jump(&text, part.start));
        if !part.is_empty() {
            self.area.start_selection();
            self.area.move_cursor(jump(&text, part.end));
        }
    }

    /// Where the cursor stands, in bytes of the text.
    pub(super) fn cursor(&self) -> usize {
        let DataCursor(row, column) = self.area.cursor();
        let before: usize = self.area.lines().iter().take(row).map(|line| line.len() + 1).sum();
        let line = self.area.lines().get(row).map_or("", String::as_str);
        before + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
    }

    pub(super) fn insert(&mut self, inserted: &str) {
        self.area.insert_str(inserted);
    }

    pub(super) fn undo(&mut self) -> bool {
        if self.area.undo() {
            return true;
        }
        let before = self.replaced.pop();
        before.map(|before| self.area = before).is_some()
    }

    pub(super) fn key(&mut self, code: Code) -> Edit {
        let changed = match code {
            // A place that waits for words is not taken away by going on.
            Code::Enter if self.area.is_selecting() => {
                self.area.cancel_selection();
                false
            }
            Code::Enter => {
                self.area.insert_newline();
                true
            }
            Code::Backspace => self.area.delete_char(),
            Code::Delete => self.area.delete_next_char(),
            Code::DeleteWordLeft => self.area.delete_word(),
            Code::DeleteWordRight => self.area.delete_next_word(),
            CLEAR => {
                self.area.select_all();
                self.area.delete_char()
            }
            other => return self.moved(other),
        };
        if changed { Edit::Typed } else { Edit::Moved }
    }

    fn moved(&mut self, code: Code) -> Edit {
        if let Code::PageUp | Code::PageDown = code {
            return self.paged(code == Code::PageDown);
        }
        let step = match code {
            Code::Left => CursorMove::Back,
            Code::Right => CursorMove::Forward,
            Code::Up => CursorMove::Up,
            Code::Down => CursorMove::Down,
            Code::WordLeft => CursorMove::WordBack,
            Code::WordRight => CursorMove::WordForward,
            Code::Home => CursorMove::Head,
            Code::End => CursorMove::End,
            Code::First => CursorMove::Top,
            Code::Last => CursorMove::Bottom,
            _ => return Edit::Passed,
        };
        let before = self.area.cursor();
        self.area.cancel_selection();
        self.area.move_cursor(step);
        match code {
            Code::First => self.area.move_cursor(CursorMove::Head),
            Code::Last => self.area.move_cursor(CursorMove::End),
            _ => {}
        }
        // At its first and last line the arrows lead out of the field, and so does what leads to its ends.
        let leads_out = matches!(code, Code::Up | Code::Down | Code::First | Code::Last);
        if before == self.area.cursor() && leads_out { Edit::Passed } else { Edit::Moved }
    }

    /// A page of what is seen of it; from its first and last line it leads on in the form.
    fn paged(&mut self, down: bool) -> Edit {
        let before = self.area.cursor();
        self.area.cancel_selection();
        for _ in 0..self.rows.get().saturating_sub(1).max(1) {
            self.area.move_cursor(if down { CursorMove::Down } else { CursorMove::Up });
        }
        if before == self.area.cursor() { Edit::Passed } else { Edit::Moved }
    }

    /// Whether there is more of it above and below what was drawn.
    fn beyond(&self, height: u16) -> (bool, bool) {
        let top = self.area.scroll_offset().0;
        let next = usize::from(top) + usize::from(height);
        // A row past the last one is answered with the last one.
        let last = next.checked_sub(1).map(|last| self.area.screen_to_data(last, 0));
        (top > 0, last.is_some_and(|last| last != self.area.screen_to_data(next, 0)))
    }

    /// Draws it in its rows, wrapped, the cursor among them.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, rows: Rect, focused: bool) {
        if rows.is_empty() {
            return;
        }
        canvas.clear(rows);
        canvas.foreign(rows, |area, buffer| (&self.area).render(area, buffer));
        canvas.mark_between(rows, HOLE_OPENS, HOLE_CLOSES, Look::Accent);
        canvas.fill_ends(rows, "_", Look::Dim);
        self.rows.set(rows.height);
        let (above, below) = self.beyond(rows.height);
        // Right of its own columns.
        let edge = Rect { width: rows.width.saturating_add(1), ..rows };
        widgets::more_signs(canvas, edge, above, below);
        if focused {
            let ScreenCursor { row, col, .. } = self.area.screen_cursor();
            let (top, left) = self.area.scroll_offset();
            let place = |at: usize, from: u16, room: u16| {
                let at = u16::try_from(at).unwrap_or(u16::MAX).saturating_sub(from);
                at.min(room.saturating_sub(1))
            };
            canvas.set_cursor(rows.x + place(col, left, rows.width), rows.y + place(row, top, rows.height));
        }
    }
}

fn filled(text: &str) -> TextArea<'static> {
    let mut area = area(text.split('\n').map(str::to_owned).collect());
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

/// The movement to this byte of a text.
fn jump(text: &str, at: usize) -> CursorMove {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let place = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    CursorMove::Jump(place(before.matches('\n').count()), place(line.chars().count()))
}

/// A mark in a box: yes or no without a word.
pub(super) fn tick(yes: bool) -> Shown {
    text::shown(if yes { "[x]" } else { "[ ]" })
}

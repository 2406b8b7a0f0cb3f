//! Typing in one line, over `tui-input`.

use std::collections::VecDeque;

use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use crate::terminal::canvas::Canvas;
use crate::terminal::keys::Code;
use crate::terminal::theme::Look;
use crate::text::{self, Shown};

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

/// How a field was before each step that can be taken back, the last one last; the oldest are forgotten.
#[derive(Debug, Clone)]
pub(super) struct Past<T>(VecDeque<T>);

impl<T> Past<T> {
    /// As many as one field remembers.
    const MOST: usize = 500;

    pub(super) fn push(&mut self, before: T) {
        if self.0.len() >= Self::MOST {
            self.0.pop_front();
        }
        self.0.push_back(before);
    }

    pub(super) fn pop(&mut self) -> Option<T> {
        self.0.pop_back()
    }
}

impl<T> Default for Past<T> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

/// One line of text with its cursor and its past.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    input: Input,
    past: Past<(String, usize)>,
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
pub(super) fn is_in_a_word(typed: &str) -> bool {
    typed.chars().count() == 1 && typed.chars().all(char::is_alphanumeric)
}

/// A mark in a box: yes or no without a word.
pub(super) fn tick(yes: bool) -> Shown {
    text::shown(if yes { "[x]" } else { "[ ]" })
}

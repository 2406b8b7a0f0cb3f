//! A list of which any number of items is ticked, a row each.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::editor::{Edit, tick};
use crate::terminal::canvas::Canvas;
use crate::terminal::keys::Code;
use crate::terminal::theme::Look;
use crate::terminal::widgets::Choice;
use crate::text;

/// The ticks of a list and the row with the cursor. A tick outlives its row: the list may come back.
#[derive(Debug, Clone, Default)]
pub(super) struct Checks {
    pub(super) ticked: BTreeSet<String>,
    pub(super) at: usize,
}

impl Checks {
    /// The arrows walk among the rows and out at either end.
    pub(super) fn walk(&mut self, code: Code, rows: usize) -> Edit {
        let to = match code {
            Code::Up => self.at.checked_sub(1),
            Code::Down => Some(self.at + 1).filter(|to| *to < rows),
            _ => None,
        };
        to.map_or(Edit::Passed, |to| {
            self.at = to;
            Edit::Moved
        })
    }

    pub(super) fn toggle(&mut self, code: &str) {
        if !self.ticked.remove(code) {
            self.ticked.insert(code.to_owned());
        }
    }

    /// The row with the cursor is marked; a list cut by the edge of the screen shows its first rows.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, rows: Rect, items: &[Choice], focused: bool) {
        let mut cursor = None;
        for (at, (row, item)) in rows.rows().zip(items).enumerate() {
            let here = focused && at == self.at;
            let look = if here { Look::Selected } else { Look::Plain };
            canvas.put(row, &tick(self.ticked.contains(&item.code)), Look::Plain);
            let title = Rect { x: row.x + 4, width: row.width.saturating_sub(4), ..row };
            canvas.put(title, &text::shown(&item.title), look);
            cursor = if here { Some(row) } else { cursor };
        }
        if let Some(row) = cursor {
            canvas.set_cursor(row.x.saturating_add(1), row.y);
        }
    }
}

//! What a frame got wrong while it was drawn: for tests, which look over every screen of every story.

use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text::Shown;

/// What may lie under a text that is written: nothing, or the line that shows how long a field is.
const GROUND: [&str; 2] = [" ", "_"];

/// One thing that a frame got wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A text had to be read whole, and did not fit.
    Cut {
        /// The text.
        text: String,
        /// The columns it had.
        room: u16,
    },
    /// A text was cut though there was room beside it.
    Room {
        /// The text.
        text: String,
    },
    /// A text was written over another.
    Over {
        /// The text.
        text: String,
        /// What stood there.
        under: String,
    },
    /// Something was drawn outside the place of its layer.
    Outside {
        /// What.
        text: String,
        /// Where.
        at: Position,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut { text, room } => write!(f, "cut in {room} columns: «{text}»"),
            Self::Room { text } => write!(f, "cut though there is room: «{text}»"),
            Self::Over { text, under } => write!(f, "«{text}» written over «{under}»"),
            Self::Outside { text, at } => write!(f, "outside its place, {}:{}: «{text}»", at.x, at.y),
        }
    }
}

/// Looks on while a frame is drawn.
#[derive(Debug, Default)]
pub(super) struct Watch {
    pub(super) faults: Vec<Fault>,
    /// The place of the layer that draws; all of the screen without one.
    pub(super) place: Option<Rect>,
}

impl Watch {
    /// A text is about to be written from the left end of the first row of `area`.
    pub(super) fn written(&mut self, buffer: &Buffer, area: Rect, text: &Shown, whole: bool) {
        let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
        if width == 0 {
            return;
        }
        let text = text.as_str().trim_end();
        if whole && width > area.width {
            self.faults.push(Fault::Cut { text: text.to_owned(), room: area.width });
        }
        let row = Rect { width: width.min(area.width), height: 1, ..area };
        self.drawn(buffer.area, row, text);
        let under: String = row
            .intersection(buffer.area)
            .positions()
            .filter_map(|at| buffer.cell(at))
            .map(ratatui::buffer::Cell::symbol)
            .filter(|symbol| !GROUND.contains(symbol))
            .collect();
        if !under.is_empty() {
            self.faults.push(Fault::Over { text: text.to_owned(), under });
        }
    }

    /// Something is about to be drawn in all of `area`.
    pub(super) fn drawn(&mut self, screen: Rect, area: Rect, what: &str) {
        let place = self.place.unwrap_or(screen);
        if area.width > 0 && area.intersection(place) != area {
            self.faults.push(Fault::Outside { text: what.to_owned(), at: area.as_position() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::canvas::Canvas;
    use crate::terminal::theme::Theme;

    #[test]
    fn a_cursor_that_is_set_outside_is_noted_though_it_is_brought_in() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 3));
        for (at, faults) in [((9, 2), 0), ((10, 2), 1), ((9, 3), 1)] {
            let mut canvas = Canvas::watched(&mut buffer, Theme::default());
            canvas.set_cursor(at.0, at.1);
            assert_eq!((canvas.faults().len(), canvas.cursor()), (faults, Some(Position::new(9, 2))));
        }
    }
}

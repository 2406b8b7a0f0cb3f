//! Text to read, longer than the screen.

use ratatui::layout::Rect;

use crate::terminal::canvas::Canvas;
use crate::terminal::keys::Code;
use crate::terminal::theme::Look;
use crate::text::Shown;

/// Where a reader stands in a long text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lines {
    top: usize,
    /// Rows and lines as last drawn: how far keys may go.
    rows: usize,
    count: usize,
}

impl Lines {
    /// Moves by a key; says whether it was one of ours.
    pub fn key(&mut self, code: Code) -> bool {
        let page = self.rows.saturating_sub(1).max(1);
        self.top = match code {
            Code::Up => self.top.saturating_sub(1),
            Code::Down => self.top + 1,
            Code::PageUp => self.top.saturating_sub(page),
            Code::PageDown | Code::Char(' ') => self.top + page,
            Code::Home | Code::First => 0,
            Code::End | Code::Last => usize::MAX,
            _ => return false,
        };
        self.top = self.top.min(self.count.saturating_sub(self.rows));
        true
    }

    /// Draws wrapped lines; where there is more, the last column says so.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, text: &[(Shown, Look)]) {
        let room = area.width.saturating_sub(2);
        let wrapped: Vec<(Shown, Look)> = text
            .iter()
            .flat_map(|(line, look)| line.wrap(room.into()).into_iter().map(|line| (line, *look)))
            .collect();
        self.draw_whole(canvas, area, &wrapped, Shown::clone);
    }

    /// Draws lines that are not wrapped: of each that is seen, what `part` leaves of it. The others cost nothing, however
    /// many there are.
    pub fn draw_whole(
        &mut self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        lines: &[(Shown, Look)],
        part: impl Fn(&Shown) -> Shown,
    ) {
        let room = area.width.saturating_sub(2);
        self.rows = area.height.into();
        self.count = lines.len();
        self.top = self.top.min(self.count.saturating_sub(self.rows));
        canvas.clear(area);
        for (row, (line, look)) in area.rows().zip(lines.iter().skip(self.top)) {
            canvas.put(Rect { width: room, ..row }, &part(line), *look);
        }
        more_signs(canvas, area, self.top > 0, self.top + self.rows < self.count);
    }
}

/// Marks at the right edge that there is more above or below.
pub(in crate::terminal) fn more_signs(canvas: &mut Canvas<'_>, area: Rect, above: bool, below: bool) {
    if area.is_empty() {
        return;
    }
    let edge = Rect { x: area.right() - 1, width: 1, height: 1, ..area };
    if above {
        canvas.repeat(edge, "^", Look::Dim);
    }
    if below {
        canvas.repeat(Rect { y: area.bottom() - 1, ..edge }, "v", Look::Dim);
    }
}

//! The surface the screens draw on: it takes nothing but [`Shown`].

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::theme::{Look, Theme};
use super::watch::{Fault, Watch};
use crate::text::{self, Shown};

/// One frame being drawn. Whatever lies outside it is cut, never a panic.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    cursor: Option<Position>,
    watch: Option<Watch>,
}

impl<'a> Canvas<'a> {
    /// A canvas over a frame's buffer.
    pub fn new(buffer: &'a mut Buffer, theme: Theme) -> Self {
        Self { buffer, theme, cursor: None, watch: None }
    }

    /// A canvas that notes what is drawn wrongly ([`Canvas::faults`]): for tests.
    pub fn watched(buffer: &'a mut Buffer, theme: Theme) -> Self {
        Self { watch: Some(Watch::default()), ..Self::new(buffer, theme) }
    }

    /// What was drawn wrongly so far, where the canvas is watched.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        self.watch.as_ref().map_or(&[], |watch| &watch.faults)
    }

    /// What is drawn from now on belongs into this place.
    pub(super) fn keep_within(&mut self, place: Rect) {
        if let Some(watch) = &mut self.watch {
            watch.place = Some(place);
        }
    }

    /// A text is not shown whole, or not at all, though it should be read.
    pub fn lacks_room(&mut self, text: &Shown, room: u16) {
        if let Some(watch) = &mut self.watch {
            watch.faults.push(Fault::Cut { text: text.as_str().to_owned(), room });
        }
    }

    /// A text is cut though there is room beside it.
    pub(super) fn wastes_room(&mut self, text: &Shown) {
        if let Some(watch) = &mut self.watch {
            watch.faults.push(Fault::Room { text: text.as_str().to_owned() });
        }
    }

    /// The whole surface.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// The theme it is drawn in.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// Where the cursor was set, if it was.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Shows the terminal's own cursor here: screen readers and eyes follow it.
    pub fn set_cursor(&mut self, x: u16, y: u16) {
        let area = self.area();
        if let Some(watch) = &mut self.watch {
            watch.drawn(area, Rect::new(x, y, 1, 1), "cursor");
        }
        if !area.is_empty() {
            self.cursor = Some(Position::new(
                x.clamp(area.left(), area.right() - 1),
                y.clamp(area.top(), area.bottom() - 1),
            ));
        }
    }

    /// Writes a text that is to be read whole from the left end of the first row of `area`; gives the columns written.
    /// Where it does not fit all the same, «…» says so.
    pub fn put(&mut self, area: Rect, text: &Shown, look: Look) -> u16 {
        self.write(area, text, look, true)
    }

    /// [`Canvas::put`] for what people wrote or are called: it may be longer than any screen, and «…» is no fault.
    pub fn put_data(&mut self, area: Rect, text: &Shown, look: Look) -> u16 {
        self.write(area, text, look, false)
    }

    fn write(&mut self, area: Rect, text: &Shown, look: Look, whole: bool) -> u16 {
        if let Some(watch) = &mut self.watch {
            watch.written(self.buffer, area, text, whole);
        }
        let area = area.intersection(self.area());
        if area.is_empty() {
            return 0;
        }
        let style = self.theme.style(look);
        let text = self.theme.signs(&text.fit(area.width.into()));
        let (end, _) = self.buffer.set_stringn(area.x, area.y, text.as_str(), area.width.into(), style);
        end - area.x
    }

    /// [`Canvas::put`] at the right end of `area`, for figures and the clock.
    pub fn put_end(&mut self, area: Rect, text: &Shown, look: Look) {
        let width = u16::try_from(text.width()).unwrap_or(u16::MAX).min(area.width);
        self.put(Rect { x: area.right() - width, width, ..area }, text, look);
    }

    /// Writes lines that are to be read whole, each wrapped, from the first row of `area` downwards; gives the rows
    /// written.
    pub fn put_lines(&mut self, area: Rect, lines: &[(Shown, Look)]) -> u16 {
        let mut wrapped: Vec<(Shown, Look)> = lines
            .iter()
            .flat_map(|(line, look)| line.wrap(area.width.into()).into_iter().map(move |line| (line, *look)))
            .collect();
        if wrapped.len() > area.height.into() {
            // The last row that there is runs on over its end, and so says that there was more.
            let rest = wrapped.split_off(usize::from(area.height).saturating_sub(1));
            let words: Vec<_> = rest.iter().map(|(line, _)| line.as_str()).collect();
            wrapped.extend(rest.first().map(|(_, look)| (text::shown(&words.join(" ")), *look)));
        }
        for (row, (line, look)) in area.rows().zip(&wrapped) {
            self.put(row, line, *look);
        }
        u16::try_from(wrapped.len()).unwrap_or(u16::MAX).min(area.height)
    }

    /// Gives what is already drawn in `area` another look.
    pub fn restyle(&mut self, area: Rect, look: Look) {
        let style = self.theme.style(look);
        self.buffer.set_style(area.intersection(self.area()), style);
    }

    /// Gives what stands between two signs, over the ends of rows, another look; what is reversed stays so.
    pub fn mark_between(&mut self, area: Rect, opens: char, closes: char, look: Look) {
        let style = self.theme.style(look);
        let mut inside = false;
        for position in area.intersection(self.area()).positions() {
            let Some(cell) = self.buffer.cell_mut(position) else { continue };
            inside |= cell.symbol().starts_with(opens);
            if inside {
                let reversed = cell.modifier.intersection(Modifier::REVERSED);
                cell.set_style(style.add_modifier(reversed));
            }
            inside &= !cell.symbol().starts_with(closes);
        }
    }

    /// Empties `area`.
    pub fn clear(&mut self, area: Rect) {
        for position in area.intersection(self.area()).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// A horizontal line along the first row of `area`.
    pub fn rule(&mut self, area: Rect) {
        let line = self.theme.horizontal();
        self.repeat(Rect { height: area.height.min(1), ..area }, line, Look::Dim);
    }

    /// Fills `area` with one narrow sign of ours.
    pub fn repeat(&mut self, area: Rect, sign: &'static str, look: Look) {
        let style = self.theme.style(look);
        for position in area.intersection(self.area()).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.set_symbol(sign).set_style(style);
            }
        }
    }

    /// Fills the blank end of each row of `area` with one narrow sign of ours.
    pub fn fill_ends(&mut self, area: Rect, sign: &'static str, look: Look) {
        for row in area.intersection(self.area()).rows() {
            let text = |x: &u16| self.buffer.cell((*x, row.y)).is_none_or(|cell| cell.symbol() != " ");
            let end = row.right() - (row.left()..row.right()).rev().find(text).map_or(row.left(), |x| x + 1);
            self.repeat(Rect { x: row.right() - end, width: end, ..row }, sign, look);
        }
    }

    /// An empty frame around `area` with a title in its upper line; gives the room inside.
    pub fn frame(&mut self, area: Rect, title: &Shown) -> Rect {
        if let Some(watch) = &mut self.watch {
            watch.drawn(self.buffer.area, area, title.as_str());
        }
        self.clear(area);
        if area.width < 2 || area.height < 2 {
            return Rect { width: 0, height: 0, ..area };
        }
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        self.rule(area);
        self.rule(Rect { y: bottom, height: 1, ..area });
        let vertical = self.theme.vertical();
        for x in [area.x, right] {
            self.repeat(Rect { x, width: 1, ..area }, vertical, Look::Dim);
        }
        let corners = [(area.x, area.y), (right, area.y), (area.x, bottom), (right, bottom)];
        for ((x, y), sign) in corners.into_iter().zip(self.theme.corners()) {
            self.repeat(Rect::new(x, y, 1, 1), sign, Look::Dim);
        }
        let room = area.width.saturating_sub(6);
        if room > 0 && !title.is_empty() {
            let width = room.min(u16::try_from(title.width()).unwrap_or(u16::MAX)) + 2;
            let line = Rect { x: area.x + 2, width, height: 1, ..area };
            self.clear(line);
            self.put(Rect { x: line.x + 1, width: width - 2, ..line }, title, Look::Strong);
        }
        Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::shown;

    fn drawn(width: u16, height: u16, draw: impl FnOnce(&mut Canvas)) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        draw(&mut Canvas::new(&mut buffer, Theme::default()));
        let cells = buffer.content.chunks(width.into());
        cells.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect()
    }

    #[test]
    fn nothing_is_drawn_past_the_edge() {
        let lines = drawn(6, 2, |canvas| {
            canvas.put(Rect::new(3, 1, 40, 9), &shown("Иванов"), Look::Plain);
            canvas.put(Rect::new(9, 9, 4, 4), &shown("Иванов"), Look::Plain);
            canvas.frame(Rect::new(7, 7, 30, 30), &shown("x"));
        });
        assert_eq!(lines, ["      ", "   Ив…"]);
    }

    #[test]
    fn a_frame_says_what_it_holds() {
        let lines = drawn(14, 3, |canvas| {
            let inside = canvas.frame(canvas.area(), &shown("Срок"));
            canvas.put(inside, &shown("15 дней"), Look::Plain);
        });
        assert_eq!(lines, ["┌─ Срок ─────┐", "│15 дней     │", "└────────────┘"]);
    }

    #[test]
    fn a_place_left_open_is_marked_over_the_ends_of_rows() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
        let mut canvas = Canvas::new(&mut buffer, Theme::default());
        let area = canvas.area();
        for (y, text) in [(0, "до‹ср"), (1, "ок›!")] {
            canvas.put(Rect { y, height: 1, ..area }, &shown(text), Look::Plain);
        }
        canvas.mark_between(area, '‹', '›', Look::Strong);
        let bold = |cell: &ratatui::buffer::Cell| cell.modifier.contains(Modifier::BOLD);
        let marked: Vec<_> = buffer.content.iter().map(bold).collect();
        assert_eq!(marked, [false, false, true, true, true, true, true, false]);
    }
}

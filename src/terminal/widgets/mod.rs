//! Parts of screens: state that keys move, drawn on a [`Canvas`].
//!
//! A widget knows neither the desk nor words: its callers hand in worded text.

mod dialog;
mod lines;
mod table;

pub(super) use dialog::button;
pub use dialog::{Choice, Confirm, PickList, Picked, work_box};
pub use lines::Lines;
pub(super) use lines::more_signs;
pub use table::{Align, Cell, Column, Cursor, Table};

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::command::Availability;
use super::theme::Look;
use crate::text::{self, Shown};

/// The upper line of every screen: where we are on the left, who and when on the right.
pub fn title_line(canvas: &mut Canvas<'_>, row: Rect, path: &Shown, right: &Shown) {
    canvas.clear(row);
    let right_width = u16::try_from(right.width()).unwrap_or(u16::MAX).saturating_add(1);
    let room = row.width.saturating_sub(right_width + 2);
    let left = Rect { x: row.x + 1.min(row.width), width: room, ..row };
    canvas.put(left, &end_of(path, room.into()), Look::Accent);
    canvas.put_end(Rect { width: row.width.saturating_sub(1), ..row }, right, Look::Dim);
}

/// A path, or where there is no room for all of it its last steps: they say where one is.
fn end_of(path: &Shown, room: usize) -> Shown {
    const CUT: &str = "… ";
    let over = path.width().saturating_sub(room);
    if over == 0 {
        return path.clone();
    }
    let end = path.skip(over + CUT.chars().count());
    // Cut between steps; within a long one between its parts, and within a long part between words.
    let step = ['›', '·', ' '].into_iter().find_map(|between| end.as_str().find(between)).unwrap_or(0);
    text::shown(&format!("{CUT}{}", end.as_str()[step..].trim_start()))
}

/// A line to type into, the cursor after what was typed; of what is longer its end is seen.
pub fn entry(canvas: &mut Canvas<'_>, row: Rect, typed: &str, look: Look) {
    if row.is_empty() {
        return;
    }
    canvas.repeat(row, "_", Look::Dim);
    let typed = text::shown(typed);
    let room = usize::from(row.width) - 1;
    let used = canvas.put(row, &typed.skip(typed.width().saturating_sub(room)), look);
    canvas.set_cursor(row.x + used.min(row.width - 1), row.y);
}

/// One function key of the bottom bar.
#[derive(Debug, Clone)]
pub struct BarKey {
    /// Its number, 1 to 10.
    pub number: u8,
    /// Its name.
    pub name: Shown,
    /// Whether it can be used: a hidden one has no name, a disabled one a dim name.
    pub availability: Availability,
}

/// The bottom bar: ten function keys with their names, as wide as the screen allows.
pub fn bar(canvas: &mut Canvas<'_>, row: Rect, keys: &[BarKey]) {
    canvas.clear(row);
    let count = u16::try_from(keys.len()).unwrap_or(u16::MAX).max(1);
    for (at, key) in (0_u16..).zip(keys) {
        let from =
            row.x + u16::try_from(u32::from(row.width) * u32::from(at) / u32::from(count)).unwrap_or(0);
        let to =
            row.x + u16::try_from(u32::from(row.width) * u32::from(at + 1) / u32::from(count)).unwrap_or(0);
        let slot = Rect { x: from, width: to - from, ..row };
        let number = canvas.put(slot, &text::shown(&key.number.to_string()), Look::BarKey);
        let room = Rect { x: slot.x + number, width: slot.width.saturating_sub(number + 1), ..slot };
        let name = &key.name;
        match key.availability {
            Availability::Ready => canvas.put(room, name, Look::BarName),
            Availability::Disabled(_) => canvas.put(room, name, Look::Dim),
            Availability::Hidden => 0,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_is_too_long_is_cut_between_its_steps_their_parts_or_their_words() {
        let cut = |path: &str, room| end_of(&text::shown(path), room).as_str().to_owned();
        assert_eq!(cut("Отклик › Поиск › Письмо", 40), "Отклик › Поиск › Письмо");
        assert_eq!(cut("Отклик · ЦОК › Поиск › Письмо", 20), "… › Поиск › Письмо");
        assert_eq!(cut("Отклик · Центр обслуживания · Юй А. П.", 30), "… · Юй А. П.");
        assert_eq!(cut("Отклик · Центр обслуживания клиентов", 27), "… обслуживания клиентов");
    }
}

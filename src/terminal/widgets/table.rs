//! A list of rows in columns, one of them chosen.

use ratatui::layout::Rect;

use super::lines::more_signs;
use crate::terminal::canvas::Canvas;
use crate::terminal::keys::Code;
use crate::terminal::theme::Look;
use crate::text::{self, Shown};

/// Which row is chosen, and which is the first on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The chosen row.
    pub chosen: usize,
    top: usize,
    rows: usize,
}

impl Cursor {
    /// A cursor on a row.
    #[must_use]
    pub fn on(chosen: usize) -> Self {
        Self { chosen, ..Self::default() }
    }

    /// Moves by a key in a list of `count` rows; says whether it was one of ours.
    pub fn key(&mut self, code: Code, count: usize) -> bool {
        let page = self.rows.saturating_sub(1).max(1);
        self.chosen = match code {
            Code::Up => self.chosen.saturating_sub(1),
            Code::Down => self.chosen + 1,
            Code::PageUp => self.chosen.saturating_sub(page),
            Code::PageDown => self.chosen + page,
            Code::Home | Code::First => 0,
            Code::End | Code::Last => usize::MAX,
            _ => return false,
        };
        self.chosen = self.chosen.min(count.saturating_sub(1));
        true
    }

    /// The rows to be drawn when `rows` fit: the chosen one is among them, and the view moves no
    /// further than it must.
    pub fn view(&mut self, count: usize, rows: usize) -> std::ops::Range<usize> {
        self.rows = rows;
        self.chosen = self.chosen.min(count.saturating_sub(1));
        if self.chosen < self.top {
            self.top = self.chosen;
        } else if self.chosen >= self.top + rows {
            self.top = self.chosen + 1 - rows;
        }
        self.top = self.top.min(count.saturating_sub(rows));
        self.top..(self.top + rows).min(count)
    }
}

/// At which end of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Start,
    /// Figures.
    End,
}

/// A column: how wide it is, and what gives way where the screen is narrow.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its heading.
    pub title: Shown,
    /// The columns of the screen it wants.
    pub width: u16,
    /// The least that still says something.
    pub least: u16,
    /// Whether it takes what is left over.
    pub grows: bool,
    /// How wide it grows while another could use the room better.
    pub most: u16,
    /// Which go first where even the least do not fit: the highest; 0 is never left out.
    pub leave_out: u8,
    /// Where its cells stand.
    pub align: Align,
    /// Whether its cells may be cut: what people wrote or are called, which may be longer than any screen.
    pub data: bool,
}

impl Column {
    /// A column of so many columns of the screen, and at the least so many; it is never left out.
    #[must_use]
    pub fn new(title: &str, least: u16, width: u16) -> Self {
        let title = text::shown(title);
        Self {
            title,
            width,
            least,
            grows: false,
            most: u16::MAX,
            leave_out: 0,
            align: Align::Start,
            data: false,
        }
    }

    /// A column as wide as the widest of its cells, which are not cut, or as its title.
    #[must_use]
    pub fn as_wide_as(title: &str, widest: u16) -> Self {
        let title_takes = u16::try_from(text::shown(title).width()).unwrap_or(u16::MAX);
        let width = widest.max(title_takes);
        Self::new(title, width, width)
    }

    /// As wide as the widest of these cells.
    #[must_use]
    pub fn holding<'a>(title: &str, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let width = |text: &str| u16::try_from(text::shown(text).width()).unwrap_or(u16::MAX);
        Self::as_wide_as(title, cells.into_iter().map(width).max().unwrap_or_default())
    }

    /// It takes what is left over.
    #[must_use]
    pub const fn growing(mut self) -> Self {
        self.grows = true;
        self
    }

    /// It takes what is left over, but no more than this before the others that grow have what they can use.
    #[must_use]
    pub const fn growing_to(mut self, most: u16) -> Self {
        self.most = most;
        self.growing()
    }

    /// Its cells are what people wrote or are called: they may be cut.
    #[must_use]
    pub const fn of_data(mut self) -> Self {
        self.data = true;
        self
    }

    /// Its cells stand at its end, as numbers do.
    #[must_use]
    pub const fn to_the_right(mut self) -> Self {
        self.align = Align::End;
        self
    }

    /// It goes where the screen is narrow; the highest first.
    #[must_use]
    pub const fn left_out(mut self, order: u8) -> Self {
        self.leave_out = order;
        self
    }
}

/// What stands in one column of one row.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// The text.
    pub text: Shown,
    /// Its look.
    pub look: Look,
}

impl Cell {
    /// A cell of any text.
    #[must_use]
    pub fn new(text: &str, look: Look) -> Self {
        Self { text: text::shown(text), look }
    }
}

/// The columns of a list.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
}

/// The sign of the chosen row stands in this many columns.
const MARK: u16 = 1;
const GAP: u16 = 2;
/// The last column of the screen is for the signs that there is more.
const SIGNS: u16 = 1;

impl Table {
    /// The width of each column on a screen `available` columns wide; 0 for those left out.
    #[must_use]
    pub fn widths(&self, available: u16) -> Vec<u16> {
        let mut kept: Vec<bool> = vec![true; self.columns.len()];
        while self.total(&kept, |column| column.least) > available {
            let candidates =
                self.columns.iter().enumerate().filter(|(at, column)| kept[*at] && column.leave_out > 0);
            match candidates.max_by_key(|(_, column)| column.leave_out) {
                Some((at, _)) => kept[at] = false,
                None => break,
            }
        }
        let wish = |column: &Column| column.width.max(column.least);
        let mut widths: Vec<u16> = self
            .columns
            .iter()
            .zip(&kept)
            .map(|(column, kept)| if *kept { wish(column) } else { 0 })
            .collect();
        let mut over = self.total(&kept, wish).saturating_sub(available);
        for (width, column) in widths.iter_mut().zip(&self.columns).rev() {
            let gives = over.min(width.saturating_sub(column.least));
            *width -= gives;
            over -= gives;
        }
        let left = available.saturating_sub(self.total(&kept, wish));
        let left = self.share(left, &mut widths, |column| column.most);
        self.share(left, &mut widths, |_| u16::MAX);
        widths
    }

    /// Gives what is left to the columns that grow, to each the same, up to its most; what none of them takes is over.
    fn share(&self, mut left: u16, widths: &mut [u16], most: impl Fn(&Column) -> u16) -> u16 {
        loop {
            let takes = |(at, column): &(usize, &Column)| {
                column.grows && widths[*at] > 0 && widths[*at] < most(column)
            };
            let open: Vec<usize> = self.columns.iter().enumerate().filter(takes).map(|(at, _)| at).collect();
            if left == 0 || open.is_empty() {
                return left;
            }
            let mut waiting = u16::try_from(open.len()).unwrap_or(u16::MAX);
            for at in open {
                let gives = (left / waiting).min(most(&self.columns[at]) - widths[at]);
                widths[at] += gives;
                left -= gives;
                waiting -= 1;
            }
        }
    }

    /// The columns of the screen that it takes with every column in it, each as narrow as it may be.
    #[must_use]
    pub fn least(&self) -> u16 {
        let kept = vec![true; self.columns.len()];
        self.total(&kept, |column| column.least).saturating_add(SIGNS)
    }

    fn total(&self, kept: &[bool], width: impl Fn(&Column) -> u16) -> u16 {
        let columns = self.columns.iter().zip(kept).filter(|(_, kept)| **kept);
        let sum: u16 = columns.map(|(column, _)| width(column) + GAP).fold(0, u16::saturating_add);
        sum.saturating_sub(GAP).saturating_add(MARK)
    }

    /// Draws the heading and the rows that fit. `row` is asked for the visible rows only.
    pub fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        cursor: &mut Cursor,
        count: usize,
        row: impl Fn(usize) -> Vec<Cell>,
    ) {
        canvas.clear(area);
        if area.height < 2 {
            return;
        }
        let widths = self.widths(area.width.saturating_sub(SIGNS));
        let heading: Vec<Cell> =
            self.columns.iter().map(|column| Cell { text: column.title.clone(), look: Look::Dim }).collect();
        self.draw_row(canvas, Rect { height: 1, ..area }, &widths, &heading, true);
        let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let view = cursor.view(count, body.height.into());
        for (line, at) in body.rows().zip(view.clone()) {
            self.draw_row(canvas, line, &widths, &row(at), false);
            if at == cursor.chosen {
                canvas.restyle(line, Look::Selected);
                canvas.repeat(Rect { width: 1, ..line }, ">", Look::Selected);
                canvas.set_cursor(line.x, line.y);
            }
        }
        more_signs(canvas, body, view.start > 0, view.end < count);
    }

    fn draw_row(&self, canvas: &mut Canvas<'_>, line: Rect, widths: &[u16], cells: &[Cell], heading: bool) {
        let taken = widths.iter().filter(|width| **width > 0).map(|width| width + GAP).sum::<u16>();
        let spare = line.width.saturating_sub(MARK + taken) > 0;
        let mut x = line.x.saturating_add(MARK);
        for ((column, width), cell) in self.columns.iter().zip(widths).zip(cells) {
            if *width == 0 {
                continue;
            }
            let room = Rect { x, width: *width, ..line }.intersection(line);
            let wide = u16::try_from(cell.text.width()).unwrap_or(u16::MAX).min(room.width);
            let place = match column.align {
                Align::Start => room,
                Align::End => Rect { x: room.right() - wide, width: wide, ..room },
            };
            if column.data && !heading {
                canvas.put_data(place, &cell.text, cell.look);
            } else {
                canvas.put(place, &cell.text, cell.look);
            }
            if spare && cell.text.width() > usize::from(*width) {
                canvas.wastes_room(&cell.text);
            }
            x = x.saturating_add(width + GAP);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(width: u16, least: u16, grows: bool, leave_out: u8) -> Column {
        Column { grows, leave_out, ..Column::new("x", least, width).of_data() }
    }

    fn queue() -> Table {
        Table {
            columns: vec![
                column(10, 5, false, 0),
                column(20, 10, true, 0),
                column(12, 8, false, 1),
                column(8, 8, false, 2),
            ],
        }
    }

    #[test]
    fn a_wide_screen_gives_what_is_left_to_the_column_that_grows() {
        assert_eq!(queue().widths(100), [10, 63, 12, 8]);
    }

    #[test]
    fn what_is_left_over_goes_to_every_column_that_can_use_it() {
        let (client, topic) =
            (Column::new("x", 12, 12).growing_to(20), Column::new("x", 9, 9).growing_to(30));
        let table = Table { columns: vec![column(5, 5, false, 0), client, topic.left_out(1)] };
        assert_eq!(table.widths(31), [5, 12, 9]);
        assert_eq!(table.widths(41), [5, 17, 14]);
        assert_eq!(table.widths(56), [5, 20, 26], "the client has all that a name takes");
        assert_eq!(table.widths(70), [5, 25, 35], "beyond what they can use the room is shared again");
        assert_eq!(table.least(), 32);
        assert_eq!(table.widths(30), [5, 22, 0], "one that was left out takes nothing");
    }

    #[test]
    fn a_narrow_screen_takes_from_the_last_columns_first() {
        assert_eq!(queue().widths(50), [10, 17, 8, 8]);
    }

    #[test]
    fn a_very_narrow_screen_leaves_out_what_matters_least() {
        assert_eq!(queue().widths(35), [10, 12, 8, 0]);
        assert_eq!(queue().widths(20), [7, 10, 0, 0]);
        assert_eq!(queue().widths(3), [5, 10, 0, 0]);
    }

    #[test]
    fn a_queue_as_it_is_seen() {
        use crate::terminal::theme::Theme;
        use ratatui::buffer::Buffer;

        let named = |title: &str, column: Column| Column { title: text::shown(title), ..column };
        let table = Table {
            columns: vec![
                named("Срок", column(8, 5, false, 0)),
                Column { align: Align::End, ..named("Дней", column(6, 6, false, 0)) },
                named("Заявитель", column(12, 8, true, 0)),
                named("Исполнитель", column(12, 8, false, 1)),
            ],
        };
        let clients = ["Ёлкина А. П.", "ООО «Ромашка»", "Салтыков-Щедрин Л. П.", "Ив\u{202e}анов"];
        let mut buffer = Buffer::empty(Rect::new(0, 0, 46, 5));
        let mut cursor = Cursor::on(2);
        let mut canvas = Canvas::new(&mut buffer, Theme::default());
        let area = canvas.area();
        table.draw(&mut canvas, area, &mut cursor, 9, |at| {
            let name = clients[at % clients.len()];
            let cells =
                [("24.11", Look::Plain), ("! −4", Look::Overdue), (name, Look::Plain), ("—", Look::Dim)];
            cells.into_iter().map(|(text, look)| Cell::new(text, look)).collect()
        });
        assert_eq!(canvas.cursor().map(|at| at.y), Some(3), "the cursor stands on the chosen row");
        let rows = buffer.content.chunks(46);
        let seen: Vec<String> =
            rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect();
        insta::assert_snapshot!(seen.join("\n"));
    }

    #[test]
    fn the_view_moves_no_further_than_the_chosen_row_asks() {
        let mut cursor = Cursor::default();
        assert_eq!(cursor.view(100, 10), 0..10);
        assert!(cursor.key(Code::PageDown, 100));
        assert_eq!(cursor.view(100, 10), 0..10);
        assert!(cursor.key(Code::Down, 100));
        assert_eq!(cursor.view(100, 10), 1..11);
        assert!(cursor.key(Code::End, 100));
        assert_eq!(cursor.view(100, 10), 90..100);
        assert_eq!(cursor.view(3, 10), 0..3);
        assert_eq!(cursor.chosen, 2);
        assert_eq!(cursor.view(0, 10), 0..0);
    }
}

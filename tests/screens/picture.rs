//! A picture of a screen in words: its rows, and below them what is coloured, in colour and without.
//!
//! A line of the second part is `rows: columns look / look without colours`, all counted from 1; a look that is the same
//! in both themes stands once. What is not told has the terminal's own colours.

use otklik::terminal::theme::{Palette, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::clerk::{Clerk, rows_of};

/// The usual colours.
pub const COLOUR: Theme = Theme { palette: Palette::Dark, ascii: false };
/// No colours.
pub const MONO: Theme = Theme { palette: Palette::Mono, ascii: false };

/// The screen as it stands. Without colours it must say the same.
pub fn of(clerk: &mut Clerk) -> String {
    let (width, height) = clerk.window();
    let (mono, _) = clerk.drawn_at(width, height, MONO);
    let (colour, _) = clerk.drawn_at(width, height, COLOUR);
    let (signs, _) = clerk.drawn_at(width, height, Theme { ascii: true, ..COLOUR });
    let signs = rows_of(&signs).join("\n");
    assert!(!signs.contains(['─', '│', '┌', '└', '▾']), "where a font has no lines:\n{signs}");
    clerk.drawn_at(width, height, COLOUR);
    told(&colour, &mono)
}

/// The same of a screen that was drawn in both themes.
pub fn told(colour: &Buffer, mono: &Buffer) -> String {
    assert_eq!(rows_of(mono), rows_of(colour), "without colours the screen says something else");
    assert!(mono.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let rows: Vec<_> = rows_of(colour).iter().map(|row| without_chance(row)).collect();
    format!("{}\n\n{}", rows.join("\n"), looks(colour, mono))
}

/// The row with «x» for what is another each time: the groups of a control code.
fn without_chance(row: &str) -> String {
    // The edge of the screen may cut it.
    let is_code = |word: &str| {
        let groups: Vec<_> = word.split('-').collect();
        let is_count = groups[0].chars().all(|sign| sign.is_ascii_digit());
        is_count
            && groups.len() > 2
            && groups[1].len() == 5
            && groups[2..].iter().all(|group| group.len() <= 5)
    };
    let plain = |word: &str| word.chars().map(|sign| if sign == '-' { '-' } else { 'x' }).collect();
    let words = row.split(' ').map(|word| if is_code(word) { plain(word) } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

/// The looks of all rows; rows that look the same stand in one line.
fn looks(colour: &Buffer, mono: &Buffer) -> String {
    let width = usize::from(colour.area.width);
    let rows =
        colour.content.chunks(width).zip(mono.content.chunks(width)).map(|(one, other)| runs(one, other));
    let mut told: Vec<(usize, usize, String)> = Vec::new();
    for (at, runs) in (1..).zip(rows) {
        match told.last_mut() {
            Some((_, to, same)) if *same == runs => *to = at,
            _ => told.push((at, at, runs)),
        }
    }
    let told = told.into_iter().filter(|(.., runs)| !runs.is_empty());
    let line = |(from, to, runs): (usize, usize, String)| {
        let rows = if from == to { from.to_string() } else { format!("{from}-{to}") };
        format!("{rows}: {runs}")
    };
    told.map(line).collect::<Vec<_>>().join("\n")
}

/// The looks of one row, from left to right.
fn runs(colour: &[Cell], mono: &[Cell]) -> String {
    let cells: Vec<String> =
        colour.iter().zip(mono).map(|(one, other)| both(&look(one), &look(other))).collect();
    let mut runs: Vec<String> = Vec::new();
    let mut from = 0;
    while from < cells.len() {
        let length = cells[from..].iter().take_while(|look| **look == cells[from]).count();
        if !cells[from].is_empty() {
            runs.push(format!("{}-{} {}", from + 1, from + length, cells[from]));
        }
        from += length;
    }
    runs.join(", ")
}

fn both(colour: &str, mono: &str) -> String {
    let plain = |look: &str| if look.is_empty() { "plain".to_owned() } else { look.to_owned() };
    if colour == mono { colour.to_owned() } else { format!("{} / {}", plain(colour), plain(mono)) }
}

/// The look of a cell in words; none where it has no look of its own.
fn look(cell: &Cell) -> String {
    let colours = [("", cell.fg), ("on ", cell.bg)].into_iter().filter(|(_, colour)| *colour != Color::Reset);
    let colours = colours.map(|(on, colour)| format!("{on}{}", colour.to_string().to_lowercase()));
    let marks = [(Modifier::BOLD, "bold"), (Modifier::DIM, "dim"), (Modifier::REVERSED, "reversed")];
    let marks = marks.into_iter().filter(|(mark, _)| cell.modifier.contains(*mark));
    colours.chain(marks.map(|(_, name)| name.to_owned())).collect::<Vec<_>>().join(" ")
}

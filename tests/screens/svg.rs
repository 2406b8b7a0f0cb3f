//! A screen as a picture for people: SVG in the colours of a dark terminal, crisp at any size.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// A cell of the grid, in the picture's own units.
const CELL: (usize, usize) = (9, 19);
/// From the upper edge of a cell to the line its letters stand on.
const BASE: usize = 14;
/// Around the screen.
const MARGIN: usize = 8;
const GROUND: &str = "#1d1f21";
const INK: &str = "#d4d7d6";
const DIM: &str = "#868b8f";
const ACCENT: &str = "#6fc3bd";
const RED: &str = "#ef7e7e";

/// The picture, with the cursor where it stands.
pub fn of(buffer: &Buffer, cursor: Position) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\">\n<style>text{{font:15px 'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace;\
         white-space:pre;fill:{INK}}}.b{{font-weight:bold}}.d{{fill:{DIM}}}.a{{fill:{ACCENT}}}.r{{fill:{RED}}}\
         .v{{fill:{GROUND}}}path{{stroke:{DIM};fill:none}}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{GROUND}\"/>\n"
    );
    let mut lines = String::new();
    for (y, row) in buffer.content.chunks(columns).enumerate() {
        let mut x = 0;
        while x < columns {
            let look = look(&row[x]);
            let length = row[x..].iter().take_while(|cell| self::look(cell) == look).count();
            put_run(&mut svg, &mut lines, (x, y), &row[x..x + length], look);
            x += length;
        }
    }
    if !lines.is_empty() {
        writeln!(svg, "<path d=\"{}\"/>", lines.trim_end()).unwrap();
    }
    let (x, y) = at(usize::from(cursor.x), usize::from(cursor.y));
    writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{}\" width=\"{}\" height=\"2\" fill=\"{INK}\"/>\n</svg>",
        y + CELL.1 - 3,
        CELL.0
    )
    .unwrap();
    svg
}

/// The upper left corner of a cell.
const fn at(x: usize, y: usize) -> (usize, usize) {
    (MARGIN + x * CELL.0, MARGIN + y * CELL.1)
}

/// The classes of a cell, and whether it is reversed.
fn look(cell: &Cell) -> (&'static str, bool, bool) {
    let colour = match cell.fg {
        Color::Cyan => "a",
        Color::Red => "r",
        _ if cell.modifier.contains(Modifier::DIM) => "d",
        _ => "",
    };
    (colour, cell.modifier.contains(Modifier::BOLD), cell.modifier.contains(Modifier::REVERSED))
}

/// Cells of one look: the ground behind them where it is reversed, their letters, their lines.
fn put_run(
    svg: &mut String,
    lines: &mut String,
    (x, y): (usize, usize),
    cells: &[Cell],
    look: (&str, bool, bool),
) {
    let (colour, bold, reversed) = look;
    let (left, top) = at(x, y);
    if reversed {
        let width = cells.len() * CELL.0;
        writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{INK}\"/>",
            CELL.1
        )
        .unwrap();
    }
    let mut text = String::new();
    for (step, cell) in cells.iter().enumerate() {
        match line(cell.symbol(), at(x + step, y)) {
            Some(line) => {
                lines.push_str(&line);
                text.push(' ');
            }
            None => text.push_str(cell.symbol()),
        }
    }
    let colour = if reversed { "v" } else { colour };
    let class = [colour, if bold { "b" } else { "" }].join(" ");
    let class = match class.trim() {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    // Not every viewer keeps several spaces: what stands behind them is a text of its own.
    let mut step = 0;
    for piece in text.split("  ") {
        let blank = piece.chars().take_while(|sign| *sign == ' ').count();
        let said = piece.trim();
        if !said.is_empty() {
            let (left, width) = (left + (step + blank) * CELL.0, said.chars().count() * CELL.0);
            let said = said.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let base = top + BASE;
            writeln!(svg, "<text x=\"{left}\" y=\"{base}\" textLength=\"{width}\"{class}>{said}</text>")
                .unwrap();
        }
        step += piece.chars().count() + 2;
    }
}

/// A sign of a frame as strokes that meet those of the next cell.
fn line(sign: &str, (left, top): (usize, usize)) -> Option<String> {
    let (across, down) = (CELL.0 / 2, CELL.1 / 2);
    let (x, y) = (left + across, top + down);
    let (right, bottom) = (CELL.0 - across, CELL.1 - down);
    Some(match sign {
        "─" => format!("M{left} {y}h{} ", CELL.0),
        "│" => format!("M{x} {top}v{} ", CELL.1),
        "┌" => format!("M{x} {}V{y}h{right} ", y + bottom),
        "┐" => format!("M{left} {y}h{across}v{bottom} "),
        "└" => format!("M{x} {top}v{down}h{right} "),
        "┘" => format!("M{left} {y}h{across}V{top} "),
        _ => return None,
    })
}

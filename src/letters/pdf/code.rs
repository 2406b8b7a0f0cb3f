//! The QR code of a document: its squares, and a free place for them on a page.

use fast_qr::{ECL, Mode, QRBuilder, QRCode};

use super::galley::{ADDRESSEE, MM};

/// Smallest side without the quiet zone: what a phone reads from a page on a desk.
const LEAST: f64 = 20.0 * MM;
/// Smallest square: what an office printer and a scanner keep apart.
const SQUARE: f64 = 0.5 * MM;
/// Squares that stay white around a symbol (ISO/IEC 18004).
const QUIET: f64 = 4.0;
/// Most bytes a document's code holds: more would make it larger than the addressee's block.
const LONGEST: usize = 200;
/// How finely a page is searched for room.
const STEP: f64 = 2.0 * MM;

/// A rectangle, in points from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    /// The same, elsewhere.
    pub(super) fn moved(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// A QR code.
pub(super) struct Symbol {
    code: Box<QRCode>,
    /// Side of one square.
    square: f64,
}

impl Symbol {
    /// The code of a text; none of an empty one, nor of one too long.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        // Bytes, so that a reader finds UTF-8 and never takes two of them for another alphabet's sign.
        let code = QRBuilder::new(text).mode(Mode::Byte).ecl(ECL::M).build().ok()?;
        let count = f64::from(u32::try_from(code.size).ok()?);
        Some(Self { code: Box::new(code), square: (LEAST / count).max(SQUARE) })
    }

    /// Its side, without the quiet zone.
    pub(super) fn side(&self) -> f64 {
        self.edge(self.code.size)
    }

    /// Width of the quiet zone around it.
    pub(super) fn quiet(&self) -> f64 {
        self.square * QUIET
    }

    fn edge(&self, squares: usize) -> f64 {
        f64::from(u32::try_from(squares).unwrap_or_default()) * self.square
    }

    /// The dark squares, those that are neighbours in a row as one.
    pub(super) fn dark(&self) -> impl Iterator<Item = Area> {
        (0..self.code.size).flat_map(move |row| {
            let mut at = 0;
            self.code[row].chunk_by(|a, b| a.value() == b.value()).filter_map(move |run| {
                let start = at;
                at += run.len();
                let area = Area {
                    x: self.edge(start),
                    y: self.edge(row),
                    width: self.edge(run.len()),
                    height: self.square,
                };
                run.first().is_some_and(|module| module.value()).then_some(area)
            })
        })
    }
}

/// Where a code can stand on a page of text: bottom right, else under the addressee, else wherever there is room, from
/// the right and the top (ГОСТ Р 7.0.97-2025). Its quiet zone may reach into the margins, but covers nothing of what is
/// `taken`.
pub(super) fn free_place(page: Area, taken: &[Area], symbol: &Symbol) -> Option<(f64, f64)> {
    let (side, quiet) = (symbol.side(), symbol.quiet());
    let free = |x: f64, y: f64, width: f64| {
        let (width, height) = (width + 2.0 * quiet, side + 2.0 * quiet);
        let zone = Area { x: x - quiet, y: y - quiet, width, height };
        !taken.iter().any(|area| area.meets(&zone))
    };
    let (right, bottom) = (page.x + page.width - side, page.y + page.height - side);
    if free(right, bottom, side) {
        return Some((right, bottom));
    }
    let steps = |from: f64, to: f64| {
        let count = ((to - from) / STEP).max(0.0);
        std::iter::successors(Some(0.0), |at| Some(at + 1.0)).take_while(move |&at| at <= count)
    };
    let down = || steps(page.y, bottom).map(move |at| page.y + at * STEP);
    let column = (page.width - ADDRESSEE).max(side);
    if let Some(y) = down().find(|&y| free(page.x + page.width - column, y, column)) {
        return Some((right, y));
    }
    let mut leftwards = steps(page.x, right).map(|at| right - at * STEP).step_by(4);
    leftwards.find_map(|x| down().find(|&y| free(x, y, side)).map(|y| (x, y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Area = Area { x: 50.0, y: 50.0, width: 500.0, height: 700.0 };

    #[test]
    fn a_code_stands_at_the_bottom_right_or_at_the_top_right_or_nowhere() {
        let symbol = Symbol::of("ЭН1-000431/26").unwrap();
        let (right, bottom) = (550.0 - symbol.side(), 750.0 - symbol.side());
        assert_eq!(free_place(PAGE, &[], &symbol), Some((right, bottom)));
        let foot = Area { x: 50.0, y: 600.0, width: 500.0, height: 150.0 };
        assert_eq!(free_place(PAGE, &[foot], &symbol), Some((right, 50.0)));
        let side = Area { x: 400.0, width: 150.0, ..PAGE };
        let (x, y) = free_place(PAGE, &[side], &symbol).unwrap();
        assert!(x + symbol.side() < 400.0 && y >= 50.0);
        assert_eq!(free_place(PAGE, &[PAGE], &symbol), None);
    }

    #[test]
    fn a_code_is_large_enough_to_be_read_and_too_long_a_text_has_none() {
        for text in ["1", &"щ".repeat(100)] {
            let symbol = Symbol::of(text).unwrap();
            assert!(symbol.side() >= LEAST - 0.01 && symbol.square >= SQUARE);
        }
        assert!(Symbol::of("").is_none() && Symbol::of(&"щ".repeat(101)).is_none());
    }
}

//! A text of several lines as it is seen: each line broken into rows at its spaces. The space at which a row is broken
//! hangs at that row's end, as on paper: the next one begins with a letter.

use std::ops::Range;

use crate::text;

/// A place in a text: the line, and how many characters stand before it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) line: usize,
    pub(super) letter: usize,
}

/// A part of a line that is one row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    from: At,
    bytes: Range<usize>,
}

/// The rows of a text; there is always one.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    lines: &'a [String],
    rows: Vec<Row>,
}

impl<'a> Rows<'a> {
    /// Breaks lines into rows of `width` columns, of which the last one is kept for the cursor after a full row.
    pub(super) fn of(lines: &'a [String], width: u16) -> Self {
        let room = usize::from(width.saturating_sub(1).max(1));
        let mut rows = Vec::with_capacity(lines.len());
        for (at, line) in lines.iter().enumerate() {
            break_line(at, line, room, &mut rows);
        }
        Self { lines, rows }
    }

    pub(super) const fn count(&self) -> usize {
        self.rows.len()
    }

    /// What stands in a row; nothing past the last one.
    pub(super) fn text(&self, row: usize) -> &'a str {
        let row = self.rows.get(row);
        row.and_then(|row| self.lines.get(row.from.line)?.get(row.bytes.clone())).unwrap_or_default()
    }

    /// The row in which a place stands: between two rows of a line it is at the beginning of the second.
    pub(super) fn row_of(&self, at: At) -> usize {
        self.rows.partition_point(|row| row.from <= at).saturating_sub(1)
    }

    /// How many columns of a row stand before a place in it.
    pub(super) fn column_of(&self, row: usize, at: At) -> usize {
        let letters = self.rows.get(row).map_or(0, |row| at.letter.saturating_sub(row.from.letter));
        let before: String = self.text(row).chars().take(letters).collect();
        text::shown(&before).width()
    }

    /// The place of a row that stands nearest to a column, and not behind it.
    pub(super) fn place(&self, row: usize, column: usize) -> At {
        let row = row.min(self.count().saturating_sub(1));
        let (mut passed, mut letters) = (0, 0);
        for (sign, columns) in text::signs(self.text(row)) {
            passed += columns;
            if passed > column {
                break;
            }
            letters += sign.chars().count();
        }
        let from = self.rows.get(row).map_or(At { line: 0, letter: 0 }, |row| row.from);
        At { letter: from.letter + letters.min(self.last_letter(row)), ..from }
    }

    /// The last place of a row.
    pub(super) fn end(&self, row: usize) -> At {
        self.place(row, usize::MAX)
    }

    /// How many characters stand in a row before its last place: behind the space at which it was broken one would be in
    /// the next row.
    fn last_letter(&self, row: usize) -> usize {
        let letters = self.text(row).chars().count();
        let goes_on = self.rows.get(row).zip(self.rows.get(row + 1));
        let goes_on = goes_on.is_some_and(|(row, next)| row.from.line == next.from.line);
        if goes_on { letters.saturating_sub(1) } else { letters }
    }
}

/// Breaks one line: after the spaces before the word that does not fit, or inside a word longer than a row.
fn break_line(line: usize, text: &str, room: usize, rows: &mut Vec<Row>) {
    // Where the row begins, where its last word does, and the sign that is looked at: in bytes and in characters.
    let (mut row, mut word, mut at) = ((0, 0), (0, 0), (0, 0));
    // The columns of the row so far, and of its last word.
    let (mut used, mut of_word) = (0, 0);
    let mut end = |row: (usize, usize), to: usize| {
        rows.push(Row { from: At { line, letter: row.1 }, bytes: row.0..to });
    };
    for (sign, columns) in text::signs(text) {
        let next = (at.0 + sign.len(), at.1 + sign.chars().count());
        if [" ", "\t"].contains(&sign) {
            (word, of_word) = (next, 0);
        } else {
            while used + columns > room && at > row {
                let cut = if word > row { word } else { at };
                end(row, cut.0);
                used = if cut == at { 0 } else { of_word };
                (row, word) = (cut, cut);
            }
            of_word += columns;
        }
        used += columns;
        at = next;
    }
    end(row, text.len());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn rows(text: &str, width: u16) -> Vec<String> {
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let rows = Rows::of(&lines, width);
        (0..rows.count()).map(|row| rows.text(row).to_owned()).collect()
    }

    #[rstest]
    #[case::the_space_hangs("раз два три", 8, &["раз два ", "три"])]
    #[case::all_of_them("раз    два", 5, &["раз    ", "два"])]
    #[case::a_comma_stays_with_its_word("раз два, три", 8, &["раз ", "два, ", "три"])]
    #[case::a_long_word("перерасчёт", 5, &["пере", "расч", "ёт"])]
    #[case::after_others("за перерасчёт", 5, &["за ", "пере", "расч", "ёт"])]
    #[case::lines("раз\n\nдва ", 9, &["раз", "", "два "])]
    #[case::wide_signs("漢漢 漢", 5, &["漢漢 ", "漢"])]
    #[case::nothing("", 9, &[""])]
    fn a_text_is_broken_at_its_spaces(#[case] text: &str, #[case] width: u16, #[case] expected: &[&str]) {
        assert_eq!(rows(text, width), expected);
    }

    #[test]
    fn the_cursor_stands_where_the_next_letter_will() {
        let lines = ["раз два три".to_owned()];
        let rows = Rows::of(&lines, 8);
        let place = |letter| {
            let at = At { line: 0, letter };
            let row = rows.row_of(at);
            (row, rows.column_of(row, at))
        };
        assert_eq!([place(0), place(7), place(8), place(11)], [(0, 0), (0, 7), (1, 0), (1, 3)]);
        assert_eq!([rows.end(0), rows.end(1)].map(|at| at.letter), [7, 11]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_letter_is_lost_and_no_row_begins_with_the_space_it_was_broken_at(text in "[аб 漢\u{301}\t\n]{0,80}", width in 2_u16..12) {
            let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
            let rows = Rows::of(&lines, width);
            let mut joined = String::new();
            for at in 0..rows.count() {
                let (row, begins) = (rows.text(at), rows.rows[at].from.letter == 0);
                let first = text::signs(row).next().map(|(sign, _)| sign);
                prop_assert!(begins || ![Some(" "), Some("\t")].contains(&first), "{row:?}");
                // One sign may be wider than a row.
                let fits = text::shown(row.trim_end()).width() < width.into();
                prop_assert!(fits || text::signs(row.trim_end()).count() == 1, "{row:?}");
                joined.push_str(if begins && at > 0 { "\n" } else { "" });
                joined.push_str(row);
            }
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn a_place_of_a_row_is_in_that_row(text in "[аб ]{0,60}", width in 2_u16..9, row in 0_usize..9, column in 0_usize..12) {
            let lines = [text];
            let rows = Rows::of(&lines, width);
            let row = row.min(rows.count() - 1);
            let at = rows.place(row, column);
            prop_assert_eq!(rows.row_of(at), row);
            prop_assert!(rows.column_of(row, at) <= column);
        }
    }
}

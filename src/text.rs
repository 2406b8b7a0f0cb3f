//! What makes any text fit to be shown, and any typed text fit to be kept.
//!
//! Text comes from everywhere: letters, spreadsheets, file names, other offices. A terminal obeys
//! some of it (escape sequences, direction overrides) and miscounts more of it (joined emoji,
//! stacked marks, invisible letters). So there is one function, [`shown`], and one type,
//! [`Shown`], that only it can make: the terminal draws nothing else, and the shell and error
//! messages print nothing else. It shows what is dangerous as a visible mark and strips nothing
//! that carries meaning.
//!
//! The opposite direction is [`typed`]: the normal form in which text is kept.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The sign that says «there was more».
const ELLIPSIS: char = '…';
/// A tab reaches to the next multiple of this many columns.
const TAB_STOP: usize = 4;
/// As many combining marks on one letter as any living orthography needs.
const MARKS_ON_A_LETTER: usize = 3;
/// U+FE0E and U+FE0F: text or picture; they change how wide a sign is, not what it says.
const PRESENTATION: [char; 2] = ['\u{FE0E}', '\u{FE0F}'];
/// Signs no line begins with: they belong to the word before them, also across a space.
const CLINGS: [char; 14] = ['.', ',', ';', ':', '!', '?', ')', ']', '»', '…', '·', '—', '–', '%'];
const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// Text that a terminal can only show: one line, no character it could obey, and exactly as many
/// columns wide as [`Shown::width`] says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Shown(String);

impl Shown {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text itself, for those who need to own it.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }

    /// How many terminal columns it takes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.0.graphemes(true).map(UnicodeWidthStr::width).sum()
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is left after `columns` columns are cut from its beginning (a wide sign on the cut
    /// leaves a space), for a view that is scrolled sideways.
    #[must_use]
    pub fn skip(&self, columns: usize) -> Self {
        let mut passed = 0;
        let mut rest = self.0.graphemes(true);
        while passed < columns {
            let Some(sign) = rest.next() else {
                return Self::default();
            };
            passed += sign.width();
        }
        Self(" ".repeat(passed - columns) + rest.as_str())
    }

    /// Its first signs, as many as `columns` columns hold, without a sign that more was there.
    #[must_use]
    pub fn clip(&self, columns: usize) -> Self {
        let mut left = columns;
        let mut kept = String::new();
        for sign in self.0.graphemes(true) {
            match left.checked_sub(sign.width()) {
                Some(rest) => left = rest,
                None => break,
            }
            kept.push_str(sign);
        }
        Self(kept)
    }

    /// The same broken into lines of at most `columns` (at least 1): at spaces, never before a
    /// sign that belongs to the word before it, and inside a word only where it alone is longer
    /// than a line. No line but the first begins with a space. An empty text is one empty line.
    #[must_use]
    pub fn wrap(&self, columns: usize) -> Vec<Self> {
        let mut lines = Lines { columns: columns.max(1), done: Vec::new(), line: String::new(), used: 0 };
        for piece in pieces(&self.0, &CLINGS) {
            lines.take(piece);
        }
        lines.done.push(Self(lines.line));
        lines.done
    }

    /// The same, cut with «…» where it is wider than `columns`.
    #[must_use]
    pub fn fit(&self, columns: usize) -> Self {
        if self.width() <= columns {
            return self.clone();
        }
        if columns == 0 {
            return Self::default();
        }
        let mut cut = self.clip(columns - 1);
        cut.0.push(ELLIPSIS);
        cut
    }

    /// The same, exactly `columns` wide: cut with «…» or filled with spaces at the end.
    #[must_use]
    pub fn pad(&self, columns: usize) -> Self {
        let mut padded = self.fit(columns);
        padded.0.extend(std::iter::repeat_n(' ', columns - padded.width()));
        padded
    }

    /// The same, exactly `columns` wide, filled with spaces at the beginning: for figures.
    #[must_use]
    pub fn pad_start(&self, columns: usize) -> Self {
        let cut = self.fit(columns);
        Self(" ".repeat(columns - cut.width()) + &cut.0)
    }
}

/// Lines being filled by [`Shown::wrap`].
struct Lines {
    columns: usize,
    done: Vec<Shown>,
    line: String,
    used: usize,
}

impl Lines {
    /// Takes the spaces before a piece and the piece.
    fn take(&mut self, piece: &str) {
        let words = piece.trim_start_matches(' ');
        let spaces = piece.len() - words.len();
        let width = Shown(words.to_owned()).width();
        if self.used + spaces + width <= self.columns {
            return self.write(piece);
        }
        if width > self.columns && words.contains(' ') {
            // Even a sign and its word may part where a line can't hold both.
            return pieces(piece, &[]).for_each(|word| self.take(word));
        }
        if words.is_empty() {
            return;
        }
        if width <= self.columns || self.used + spaces >= self.columns {
            self.end();
        } else {
            self.write(&piece[..spaces]);
        }
        self.write(words);
    }

    fn write(&mut self, text: &str) {
        for sign in text.graphemes(true) {
            if self.used > 0 && self.used + sign.width() > self.columns {
                self.end();
            }
            self.used += sign.width();
            self.line.push_str(sign);
        }
    }

    fn end(&mut self) {
        if self.used > 0 {
            self.done.push(Shown(std::mem::take(&mut self.line)));
            self.used = 0;
        }
    }
}

/// A line's words, each with the spaces before it and the words after it that begin with one of
/// `clings`.
fn pieces<'a>(line: &'a str, clings: &'a [char]) -> impl Iterator<Item = &'a str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let mut end = word_end(rest, 0);
        while rest[end..].trim_start_matches(' ').starts_with(clings) {
            end = word_end(rest, end);
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Where the first word after `from`, with the spaces before it, ends.
fn word_end(line: &str, from: usize) -> usize {
    let word = line[from..].find(|c| c != ' ').map_or(line.len(), |at| from + at);
    line[word..].find(' ').map_or(line.len(), |at| word + at)
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Makes any text fit to be shown on one line.
///
/// Control characters become their pictures (`␛`), invisible and direction-changing ones a mark
/// with their number (`<U+202E>`), marks above the third on one letter a count (`<+297>`); joined
/// and toned emoji fall apart into their plain parts, flags into letters; tabs and odd spaces
/// become spaces. Showing twice changes nothing.
#[must_use]
pub fn shown(text: &str) -> Shown {
    if text.chars().all(is_plain) {
        return Shown(text.to_owned());
    }
    let normal: String = text.nfc().collect();
    let mut writer = Writer::with_capacity(normal.len());
    for cluster in normal.graphemes(true) {
        writer.cluster(cluster);
    }
    Shown(writer.out)
}

/// The signs of a line, each with the columns it takes once it is shown: for those who break it themselves. A tab is
/// counted as far as it reaches at most.
pub fn signs(line: &str) -> impl Iterator<Item = (&str, usize)> {
    let plain = line.chars().all(is_plain);
    let mut rest = line;
    std::iter::from_fn(move || {
        // Plain characters stand each for itself, and there is nothing to find out about them.
        let end = if plain { rest.chars().next()?.len_utf8() } else { rest.graphemes(true).next()?.len() };
        let (sign, after) = rest.split_at(end);
        rest = after;
        Some((sign, if plain { 1 } else { shown(sign).width() }))
    })
}

/// [`shown`] for text of several lines: one piece a line, CRLF and LF both ending one.
#[must_use]
pub fn shown_lines(text: &str) -> Vec<Shown> {
    text.split('\n').map(|line| shown(line.strip_suffix('\r').unwrap_or(line))).collect()
}

/// [`shown`], and no wider than `columns`: what does not fit is cut with «…».
#[must_use]
pub fn fit(text: &str, columns: usize) -> Shown {
    shown(text).fit(columns)
}

/// [`shown`], and exactly `columns` wide: cut with «…» or filled with spaces at the end.
#[must_use]
pub fn pad(text: &str, columns: usize) -> Shown {
    shown(text).pad(columns)
}

/// The form in which text from people is kept: NFC, lines ended by LF only, no NUL.
///
/// Everything else stays as it came; [`shown`] makes it harmless when it is read.
#[must_use]
pub fn typed(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut after_cr = false;
    for c in text.chars().filter(|c| *c != '\0').nfc() {
        match c {
            '\r' => kept.push('\n'),
            '\n' if after_cr => {}
            other => kept.push(other),
        }
        after_cr = c == '\r';
    }
    kept
}

/// Characters that need no second look: most Russian and English text is only these.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | 'А'..='я' | 'Ё' | 'ё' | '«' | '»' | '—' | '–' | '…' | '№' | '\u{A0}')
}

/// Collects what is to be shown, cluster by cluster.
struct Writer {
    out: String,
    /// The last character of the text that was passed on, dropped or marked, to judge the next by.
    before: char,
    marks: usize,
    marks_over: usize,
    /// Whether a mark may join what was written last: not a sign of ours.
    base: bool,
    /// Up to where `out` was measured, and how many columns that takes: no tab measures it again.
    measured: (usize, usize),
}

impl Writer {
    fn with_capacity(bytes: usize) -> Self {
        let out = String::with_capacity(bytes);
        Self { out, before: ' ', marks: 0, marks_over: 0, base: false, measured: (0, 0) }
    }

    fn cluster(&mut self, cluster: &str) {
        // Where a cluster is not as wide as its parts, terminals disagree about it.
        let parts: usize = cluster.chars().filter_map(UnicodeWidthChar::width).sum();
        let certain = cluster.width() == parts;
        let mut rest = cluster.chars().peekable();
        self.marks = 0;
        self.base = false;
        let mut first = true;
        while let Some(c) = rest.next() {
            let next = rest.peek().copied();
            if !self.is_dressing(c, next, first) {
                self.char(c, first, certain);
            }
            self.before = c;
            first = false;
        }
        self.end_of_marks();
    }

    /// Emoji presentation: it changes the picture, not the meaning, and makes the width uncertain.
    fn is_dressing(&self, c: char, next: Option<char>, first: bool) -> bool {
        if first
            || self.before.is_alphabetic()
            || is_combining_mark(self.before) && !PRESENTATION.contains(&self.before)
        {
            return false;
        }
        match c {
            ZERO_WIDTH_JOINER => {
                next.is_some_and(|c| !is_combining_mark(c) && !is_hidden(c)) && !self.before.is_ascii()
            }
            '\u{1F3FB}'..='\u{1F3FF}' => true,
            _ => PRESENTATION.contains(&c) && !PRESENTATION.contains(&self.before) && self.before > ' ',
        }
    }

    fn char(&mut self, c: char, first: bool, certain: bool) {
        let mark = is_combining_mark(c) && !is_hidden(c) && certain;
        if !mark {
            self.end_of_marks();
        }
        match c {
            '\t' => self.tab(),
            '\u{7F}' => self.out.push('␡'),
            '\0'..='\u{1F}' => self.out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{3000}' => self.out.push_str("  "),
            '\u{202F}' => self.out.push('\u{A0}'),
            '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{205F}' => self.out.push(' '),
            '\u{1F1E6}'..='\u{1F1FF}' => self.flag(c),
            _ if mark && self.base => {
                self.marks += 1;
                if self.marks > MARKS_ON_A_LETTER {
                    self.marks_over += 1;
                } else {
                    self.out.push(c);
                }
            }
            _ if !self.stands(c, first, certain) => self.number(c),
            _ => {
                self.marks = 0;
                self.base = true;
                self.out.push(c);
            }
        }
    }

    /// Whether a character may be written as it is; in a cluster of uncertain width only its first
    /// one and joined emoji may. A mark without its letter never may: it would join what stands before.
    fn stands(&self, c: char, first: bool, certain: bool) -> bool {
        let joined_emoji = self.before == ZERO_WIDTH_JOINER && !c.is_alphabetic();
        !is_hidden(c)
            && !is_combining_mark(c)
            && c.width().unwrap_or(0) > 0
            && (first || certain || joined_emoji)
    }

    fn end_of_marks(&mut self) {
        if self.marks_over > 0 {
            self.out.extend(["<+", &self.marks_over.to_string(), ">"]);
            self.marks_over = 0;
        }
    }

    fn number(&mut self, c: char) {
        self.base = false;
        self.out.extend([format!("<U+{:04X}>", u32::from(c))]);
    }

    /// A regional indicator as the letter it stands for: two of them are a flag.
    fn flag(&mut self, c: char) {
        let letter = u32::from(c) - 0x1F1E6 + u32::from('A');
        self.out.extend(char::from_u32(letter));
    }

    fn tab(&mut self) {
        let (from, column) = self.measured;
        let more: usize = self.out[from..].graphemes(true).map(UnicodeWidthStr::width).sum();
        let stop = (column + more + 1).next_multiple_of(TAB_STOP);
        self.out.extend(std::iter::repeat_n(' ', stop - column - more));
        self.measured = (self.out.len(), stop);
    }
}

/// Characters that show nothing, change the direction or the neighbours, or mean something else on
/// each machine: format characters, default-ignorables, C1 controls, line and paragraph
/// separators, conjoining jamo, private use, non-characters (Unicode 16, `DerivedCoreProperties`).
fn is_hidden(c: char) -> bool {
    let number = u32::from(c);
    if number & 0xFFFE == 0xFFFE {
        return true;
    }
    HIDDEN
        .binary_search_by(|&(from, to)| {
            if to < number {
                std::cmp::Ordering::Less
            } else if from > number {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok()
}

/// Ranges for [`is_hidden`], in order.
const HIDDEN: [(u32, u32); 42] = [
    (0x0080, 0x009F),
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x0600, 0x0605),
    (0x061C, 0x061C),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x1100, 0x11FF),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xA960, 0xA97F),
    (0xD7B0, 0xD7FF),
    (0xE000, 0xF8FF),
    (0xFDD0, 0xFDEF),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFF9E, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0x1_10BD, 0x1_10BD),
    (0x1_10C2, 0x1_10C2),
    (0x1_10CD, 0x1_10CD),
    (0x1_13D1, 0x1_13D1),
    (0x1_193F, 0x1_193F),
    (0x1_1941, 0x1_1941),
    (0x1_1A3A, 0x1_1A3A),
    (0x1_1A84, 0x1_1A89),
    (0x1_1D46, 0x1_1D46),
    (0x1_1F02, 0x1_1F02),
    (0x1_1F41, 0x1_1F41),
    (0x1_3430, 0x1_3455),
    (0x1_6D63, 0x1_6D6A),
    (0x1_BCA0, 0x1_BCA3),
    (0x1_D173, 0x1_D17A),
    (0x1_F3FB, 0x1_F3FF),
    (0xE_0000, 0xE_0FFF),
    (0xF_0000, 0x10_FFFF),
];

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;

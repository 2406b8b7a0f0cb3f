//! Breaks a paragraph into lines. Knows no fonts: it is given a ruler that says how wide the text
//! is up to each byte, in points on paper or in columns on a screen.
//!
//! The lines are chosen for the paragraph as a whole (least sum of squared looseness), so spaces
//! stay even and words are divided only where that pays.

use std::ops::Range;

use hypher::Lang;
use unicode_segmentation::UnicodeSegmentation;

use super::prose::NBSP;

/// Letters that must stay before and after a division.
const SYLLABLE: usize = 3;
/// Cost of a divided word; a line whose spaces are twice as wide costs 100.
const DIVIDED: f64 = 40.0;
/// Cost of a line that ends with a preposition.
const WEAK: f64 = 50.0;
/// Further cost of two divided lines in a row, and of a divided line before the last one.
const DIVIDED_AGAIN: f64 = 80.0;
/// Cost of a word torn anywhere, because it is wider than the line.
const TORN: f64 = 10_000.0;
/// By what part of itself a space may be narrower, where the edge is straight.
const NARROWED: f64 = 0.12;
/// What a wholly empty line at a ragged edge is as bad as, in spaces wider by their width.
const RAGGED: f64 = 2.5;
/// Breaks looked at for one line; bounds the time for text of no width.
const BREAKS_A_LINE: usize = 1_000;

/// What a paragraph is filled into.
pub(super) struct Measure {
    /// Width of a line.
    pub width: f64,
    /// By how much the first line is shorter.
    pub indent: f64,
    /// Width of a space.
    pub space: f64,
    /// Width of the hyphen of a divided word; `None` where words are not divided. Where the edge is not straight, only
    /// words wider than the line are.
    pub hyphen: Option<f64>,
    /// How the right edge is to look.
    pub edge: Edge,
}

/// The right edge of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Edge {
    /// Straight: spaces are stretched, or narrowed a little, but in the last line only narrowed.
    Straight,
    /// Ragged: lines are long, the last one as it comes.
    Ragged,
    /// Ragged, and all lines about equally long: headings, addresses, cells.
    Balanced,
}

/// One line: a part of the text without the spaces at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Whether a hyphen is to be added.
    pub hyphen: bool,
    /// Whether the paragraph ends here (such a line is not stretched).
    pub last: bool,
}

/// A place where a line may end.
#[derive(Debug, Clone, Copy)]
struct Break {
    /// Where the line ends.
    end: usize,
    /// Where the next one begins.
    next: usize,
    /// Stretchable spaces in the text up to `next`, and those between `end` and `next`.
    spaces: (f64, f64),
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// At a space, or after a hyphen that is in the text.
    Open,
    /// At a space after a word of two letters, which would rather stand with the next one.
    Weak,
    /// Inside a word, with a hyphen added.
    Divided,
    /// Inside a word wider than the line.
    Torn,
}

/// Where each byte of a text stands, from its beginning.
pub(super) struct Ruler(Vec<f64>);

impl Ruler {
    /// Measures `text` by the width of its parts, which are given by their first byte in order.
    pub(super) fn new(text: &str, parts: impl IntoIterator<Item = (usize, f64)>) -> Self {
        let mut at = Vec::with_capacity(text.len() + 1);
        let mut reached = 0.0;
        for (start, width) in parts {
            at.resize(start + 1, reached);
            reached += width;
        }
        at.resize(text.len() + 1, reached);
        Self(at)
    }

    /// Width of a part of the text.
    pub(super) fn width(&self, range: &Range<usize>) -> f64 {
        let at = |byte: usize| self.0.get(byte).copied().unwrap_or_default();
        at(range.end) - at(range.start)
    }
}

/// The lines of `text`, at least one; a line is wider than the measure only where a single
/// character is.
pub(super) fn fill(text: &str, ruler: &Ruler, measure: &Measure) -> Vec<Line> {
    let breaks = breaks(text, ruler, measure);
    let filler = Filler { ruler, measure, breaks: &breaks };
    let mut lines = Vec::new();
    let mut at = breaks.len() - 1;
    let from = filler.choose();
    while let (Some(&start), Some(stop)) = (from.get(at), breaks.get(at)) {
        if at == 0 {
            break;
        }
        let range = filler.range(start, at);
        lines.push(Line { range, hyphen: stop.kind == Kind::Divided, last: at == breaks.len() - 1 });
        at = start;
    }
    lines.reverse();
    if lines.is_empty() {
        lines.push(Line { range: 0..text.len(), hyphen: false, last: true });
    }
    lines
}

struct Filler<'a> {
    ruler: &'a Ruler,
    measure: &'a Measure,
    /// The first is the beginning of the text, the last its end.
    breaks: &'a [Break],
}

impl Filler<'_> {
    fn range(&self, start: usize, stop: usize) -> Range<usize> {
        let begin = self.breaks[start].next;
        begin..self.breaks[stop].end.max(begin)
    }

    /// For each break, the break at which the best line that ends there begins.
    fn choose(&self) -> Vec<usize> {
        let count = self.breaks.len();
        let mut from = vec![0; count];
        let mut total = vec![0.0; count];
        for stop in 1..count {
            let mut best = f64::INFINITY;
            for start in (stop.saturating_sub(BREAKS_A_LINE)..stop).rev() {
                let cost = match self.cost(start, stop) {
                    Some(cost) => cost,
                    None if start + 1 == stop => TORN * TORN,
                    None => break,
                };
                if total[start] + cost < best {
                    best = total[start] + cost;
                    from[stop] = start;
                }
            }
            total[stop] = best;
        }
        from
    }

    /// What the line between two breaks costs, or `None` where it is too wide.
    fn cost(&self, start: usize, stop: usize) -> Option<f64> {
        let range = self.range(start, stop);
        let (begin, end) = (self.breaks[start].kind, self.breaks[stop].kind);
        let indent = if start == 0 { self.measure.indent } else { 0.0 };
        let hyphen = if end == Kind::Divided { self.measure.hyphen.unwrap_or_default() } else { 0.0 };
        let slack = self.measure.width - indent - hyphen - self.ruler.width(&range);
        let (upto, after) = self.breaks[stop].spaces;
        let spaces = (upto - after - self.breaks[start].spaces.0).max(0.0) * self.measure.space;
        let straight = self.measure.edge == Edge::Straight;
        // Sums of widths are not exact.
        let narrowed = -0.01 - if straight { spaces * NARROWED } else { 0.0 };
        if slack < narrowed {
            return None;
        }
        let last = stop + 1 == self.breaks.len();
        let looseness = match self.measure.edge {
            Edge::Straight | Edge::Ragged if last => 0.0,
            Edge::Straight => slack / spaces.max(self.measure.space),
            Edge::Ragged | Edge::Balanced => slack / self.measure.width.max(1.0) * RAGGED,
        };
        let end_cost = match end {
            Kind::Open => 0.0,
            Kind::Weak => WEAK,
            Kind::Divided => DIVIDED,
            Kind::Torn => TORN,
        };
        let again = begin == Kind::Divided && (last || end == Kind::Divided);
        Some(100.0 * looseness * looseness + end_cost + if again { DIVIDED_AGAIN } else { 0.0 })
    }
}

/// Every place where a line may end, the beginning and the end of the text among them.
fn breaks(text: &str, ruler: &Ruler, measure: &Measure) -> Vec<Break> {
    let mut gatherer = Gatherer { ruler, measure, breaks: Vec::new(), spaces: 0.0 };
    gatherer.push(0, 0, Kind::Open);
    let mut start = 0;
    for word in text.split(' ') {
        let end = start + word.len();
        gatherer.word(word, start);
        let weak = end < text.len() && is_short(word);
        gatherer.push(end, end + 1, if weak { Kind::Weak } else { Kind::Open });
        start = end + 1;
    }
    gatherer.breaks
}

/// Whether the last word is a preposition, particle or conjunction by its length.
fn is_short(word: &str) -> bool {
    let last = word.rsplit(NBSP).next().unwrap_or(word);
    last.chars().all(char::is_alphabetic) && last.chars().count() <= 2
}

struct Gatherer<'a> {
    ruler: &'a Ruler,
    measure: &'a Measure,
    breaks: Vec<Break>,
    /// Spaces passed so far.
    spaces: f64,
}

impl Gatherer<'_> {
    fn push(&mut self, end: usize, next: usize, kind: Kind) {
        let between = if next > end { 1.0 } else { 0.0 };
        self.spaces += between;
        self.breaks.push(Break { end, next, spaces: (self.spaces, between), kind });
    }

    /// The breaks inside a word that begins at byte `start`; it may hold unbreakable spaces, at
    /// which it is broken all the same when it is wider than a line.
    fn word(&mut self, word: &str, start: usize) {
        let wide = self.is_wide(word, start);
        let mut at = start;
        for (nth, piece) in word.split(NBSP).enumerate() {
            if nth > 0 {
                let next = at + NBSP.len_utf8();
                if wide {
                    self.push(at, next, Kind::Open);
                } else {
                    self.spaces += 1.0;
                }
                at = next;
            }
            self.piece(piece, at);
            at += piece.len();
        }
    }

    /// The breaks inside a piece without any space.
    fn piece(&mut self, piece: &str, start: usize) {
        let mut places = Vec::new();
        let mut at = 0;
        let wording = is_wording(piece);
        let wide = self.is_wide(piece, start);
        let divides = self.measure.hyphen.is_some() && (wide || self.measure.edge == Edge::Straight);
        for part in piece.split_inclusive('-').filter(|_| wording) {
            if divides {
                places.extend(divisions(part).map(|division| (at + division, Kind::Divided)));
            }
            at += part.len();
            if is_compound(piece, at) {
                places.push((at, Kind::Open));
            }
        }
        if wide {
            places.extend(piece.grapheme_indices(true).skip(1).map(|(at, _)| (at, Kind::Torn)));
            // Stable, so that a division comes before a tear at the same place.
            places.sort_by_key(|place| place.0);
            places.dedup_by_key(|place| place.0);
        }
        for (at, kind) in places {
            self.push(start + at, start + at, kind);
        }
    }

    fn is_wide(&self, piece: &str, start: usize) -> bool {
        self.ruler.width(&(start..start + piece.len())) > self.measure.width - self.measure.indent
    }
}

/// Whether the hyphen before `at` joins two words («какой-либо»), and not figures, a particle
/// («3-го», «пр-т») or parts of an address.
fn is_compound(word: &str, at: usize) -> bool {
    let letter = |c: &char| c.is_alphabetic();
    word.get(..at).zip(word.get(at..)).is_some_and(|(before, after)| {
        before.strip_suffix('-').is_some_and(|before| {
            before.chars().rev().take_while(letter).count() >= SYLLABLE
                && after.chars().take_while(letter).count() >= SYLLABLE - 1
        })
    })
}

/// Whether hyphens in a word may part it: all letters and hyphens, but for marks at its ends.
fn is_wording(word: &str) -> bool {
    word.trim_matches(|c: char| !c.is_alphanumeric()).chars().all(|c| c.is_alphabetic() || c == '-')
}

/// Where a word may be divided: not an abbreviation, not an address or a number.
fn divisions(part: &str) -> impl Iterator<Item = usize> {
    let is_letter = |c: char| c.is_alphabetic() || c == '\u{301}';
    let head = part.len() - part.trim_start_matches(|c| !is_letter(c)).len();
    let word = part.trim_matches(|c| !is_letter(c));
    let lang = if word.is_ascii() { Lang::English } else { Lang::Russian };
    let fit = word.chars().all(is_letter) && !word.chars().skip(1).any(char::is_uppercase);
    let word = if fit { word } else { "" };
    hypher::hyphenate_bounded(word, lang, SYLLABLE, SYLLABLE)
        .scan(head, |at, syllable| {
            *at += syllable.len();
            Some(*at)
        })
        .filter(move |&at| fit && at < head + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(text: &str) -> Ruler {
        Ruler::new(text, text.char_indices().map(|(at, _)| (at, 1.0)))
    }

    fn filled(text: &str, width: f64, hyphen: Option<f64>) -> Vec<String> {
        let edge = if hyphen.is_some() { Edge::Straight } else { Edge::Balanced };
        let measure = Measure { width, indent: 0.0, space: 1.0, hyphen, edge };
        fill(text, &columns(text), &measure)
            .into_iter()
            .map(|l| format!("{}{}", &text[l.range], if l.hyphen { "-" } else { "" }))
            .collect()
    }

    #[test]
    fn words_are_whole_where_division_is_off() {
        assert_eq!(filled("мама мыла раму долго", 10.0, None), ["мама мыла", "раму долго"]);
    }

    #[test]
    fn a_long_word_is_divided_by_syllables() {
        let lines = filled("за электроэнергию", 12.0, Some(1.0));
        assert_eq!(lines.len(), 2);
        assert!(lines[0].ends_with('-'), "{lines:?}");
        assert_eq!(lines.concat().replace('-', ""), "за электроэнергию");
    }

    #[test]
    fn in_a_cell_only_a_word_wider_than_it_is_divided() {
        let cell = |text: &str, width| {
            let edge = Edge::Balanced;
            let measure = Measure { width, indent: 0.0, space: 1.0, hyphen: Some(1.0), edge };
            let lines = fill(text, &columns(text), &measure).into_iter();
            lines
                .map(|l| format!("{}{}", &text[l.range], if l.hyphen { "-" } else { "" }))
                .collect::<Vec<_>>()
        };
        let lines = cell("перераспределение", 12.0);
        assert!(lines.len() == 2 && lines[0].ends_with('-'), "{lines:?}");
        assert_eq!(cell("передано по телефону", 10.0), ["передано", "по", "телефону"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_torn_and_nothing_is_lost() {
        let lines = filled(&"ы".repeat(25), 10.0, None);
        assert!(lines.iter().all(|l| l.chars().count() <= 10));
        assert_eq!(lines.concat(), "ы".repeat(25));
    }

    #[test]
    fn numbers_with_hyphens_stay_whole_and_compounds_may_part() {
        assert_eq!(filled("тел 123-45-67 да", 12.0, None), ["тел", "123-45-67 да"]);
        assert_eq!(filled("кто-то какой-либо", 9.0, None), ["кто-то", "какой-", "либо"]);
    }

    #[test]
    fn a_preposition_goes_to_the_next_line_where_that_costs_little() {
        assert_eq!(
            filled("Показание передано по телефону сегодня", 21.0, None),
            ["Показание передано", "по телефону сегодня"]
        );
    }

    #[test]
    fn an_e_mail_address_stays_whole() {
        assert_eq!(filled("пишите: info@ensk-sbyt.ru", 20.0, None), ["пишите:", "info@ensk-sbyt.ru"]);
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(filled("", 10.0, None), [""]);
    }

    #[test]
    fn a_measure_without_room_still_ends() {
        assert_eq!(filled("аб в", -5.0, Some(1.0)).concat().replace(['-', ' '], ""), "абв");
    }
}

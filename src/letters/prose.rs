//! Makes any string fit to be set: no control characters, no tricks with direction, one space
//! between words, and no line break where a reader would stumble.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stands, visibly, for a character that can't be printed.
pub(super) const UNPRINTABLE: char = '\u{25A1}';

/// The space at which no line is broken.
pub(super) const NBSP: char = '\u{A0}';

/// Marks a letter may bear; more are a prank that would run over the lines above.
const MARKS_A_LETTER: usize = 2;

/// Words kept with a neighbour; see `assets/letters/typography.toml`.
#[derive(Default, Deserialize)]
struct Ties {
    with_next: HashSet<String>,
    after_figure: HashSet<String>,
    with_previous: HashSet<String>,
}

/// Compiled in and checked by a test, so an unreadable file can only mean fewer ties.
static TIES: LazyLock<Ties> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/letters/typography.toml")).unwrap_or_default()
});

/// The paragraphs of `text`, each cleaned and tied, without empty ones.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    text.split(['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(line)
        .filter(|paragraph| !paragraph.is_empty())
}

/// `text` as one cleaned and tied line; breaks in it become spaces.
pub(super) fn line(text: &str) -> String {
    tie(&clean(text))
}

/// `text` composed (NFC), without invisible characters, spaces collapsed; controls become
/// [`UNPRINTABLE`].
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.nfc() {
        let c = match c {
            '\u{A0}' | '\u{202F}' | '\u{2007}' => NBSP,
            _ if c.is_whitespace() => ' ',
            _ if is_invisible(c) => continue,
            _ if c.is_control() || is_noncharacter(c) => UNPRINTABLE,
            // A hyphen is a hyphen: the fonts have no sign of its own for the unbreakable one.
            '\u{2010}' | '\u{2011}' => '-',
            _ => c,
        };
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        let after_space = out.is_empty() || out.ends_with([' ', NBSP]);
        if marks > MARKS_A_LETTER || (marks > 0 && after_space) || (c == ' ' && after_space) {
            continue;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out
}

/// Formatting characters that print nothing: soft hyphens, joiners, bidirectional marks, selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

/// Turns the spaces at which no line may break into [`NBSP`].
fn tie(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = "";
    for word in text.split(' ') {
        if !before.is_empty() {
            out.push(if tied(before, word) { NBSP } else { ' ' });
        }
        out.push_str(word);
        before = word;
    }
    out
}

/// The word without the quotes and brackets around it and the comma after it.
fn bare(word: &str) -> &str {
    word.trim_start_matches(['(', '«', '„', '“', '"', '['])
        .trim_end_matches([')', '»', '“', '”', '"', ']', ',', ';', ':'])
}

/// Whether the space between two words must not end a line.
fn tied(before: &str, after: &str) -> bool {
    let figure = before.ends_with(|c: char| c.is_ascii_digit());
    // The code of a town stands in brackets: «+7 (470) 220-00-00».
    let group = before.trim_end_matches(')').ends_with(|c: char| c.is_ascii_digit());
    let (before, after) = (bare(before), bare(after));
    let lone_letter = || {
        let mut chars = before.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    TIES.with_next.contains(before)
        || TIES.with_previous.contains(after)
        || (figure && TIES.after_figure.contains(after))
        || lone_letter()
        || (group && is_numeral(before) && is_numeral(after))
        || (is_initial(before) && starts_upper(after))
        || (is_initial(after) && starts_upper(before))
}

/// «А.», or «А.П.».
fn is_initial(word: &str) -> bool {
    let mut parts = word.split('.').peekable();
    let mut letters = 0;
    while let Some(part) = parts.next() {
        let mut chars = part.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_uppercase() && parts.peek().is_some() => letters += 1,
            (None, None) if parts.peek().is_none() => {}
            _ => return false,
        }
    }
    letters > 0
}

/// A group of a longer number: «1 000», «+7 900 123-45-67».
fn is_numeral(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | ','))
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        line(text).replace(NBSP, "~")
    }

    #[test]
    fn the_list_of_ties_is_readable() {
        assert!(TIES.with_next.contains("№") && TIES.after_figure.contains("руб."));
    }

    #[test]
    fn numbers_addresses_names_and_dashes_are_not_torn() {
        assert_eq!(shown("обращение № 354 от 12.11.2026 г."), "обращение №~354 от 12.11.2026~г.");
        assert_eq!(shown("г. Энск, ул. Ленина, д. 5, кв. 12"), "г.~Энск, ул.~Ленина, д.~5, кв.~12");
        assert_eq!(shown("Ёлкиной А. П. и Иванову И.И."), "Ёлкиной~А.~П. и~Иванову~И.И.");
        assert_eq!(shown("1 250 000 руб. 15 коп."), "1~250~000~руб. 15~коп.");
        assert_eq!(shown("тел. +7 900 123-45-67"), "тел.~+7~900~123-45-67");
        assert_eq!(shown("тел. +7 (470) 220-00-00, доб. 12"), "тел.~+7~(470)~220-00-00, доб.~12");
        assert_eq!(shown("8 (38 22) 44 55 66"), "8~(38~22)~44~55~66");
        assert_eq!(shown("пп. 12, 15 и 2026, 15"), "пп.~12, 15 и~2026, 15");
        assert_eq!(shown("№ ЭН1-000431/26 от 9 ноября"), "№~ЭН1-000431/26 от 9~ноября");
        assert_eq!(shown("срок — 15 дней"), "срок~— 15~дней");
        assert_eq!(shown("в (г. Энске)"), "в~(г.~Энске)");
    }

    #[test]
    fn control_and_direction_characters_do_not_reach_the_page() {
        assert_eq!(line("а\u{0}б\u{1b}[31mв"), "а□б□[31mв");
        assert_eq!(line("а\u{202E}б\u{200B}в\u{AD}г\u{FEFF}"), "абвг");
        assert_eq!(line("  много \t\n пробелов  "), "много пробелов");
        assert_eq!(line("и\u{306}"), "й");
        assert_eq!(line(&format!("x{}", "\u{335}".repeat(500))).chars().count(), 3);
    }

    #[test]
    fn a_line_feed_begins_another_paragraph() {
        let found: Vec<_> = paragraphs("один\r\n\r\nдва\u{2028}три\n").collect();
        assert_eq!(found, ["один", "два", "три"]);
    }
}

//! How text is compared: search keys blind to case, ё, look-alike letters and invisible marks, and the order of Russian lists.
//!
//! SQLite folds ASCII only, so the register writes keys of its own and looks them up by range.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The last code point there is; closes the range of a prefix scan.
const LAST: char = '\u{10FFFF}';

/// The key by which `text` is found: lower case, ё as е, Latin letters that look Cyrillic as Cyrillic,
/// words of letters and digits with one space between them; stress marks and zero-width characters are gone.
#[must_use]
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfkc() {
        if is_invisible(letter) {
            continue;
        }
        for letter in letter.to_lowercase() {
            if letter.is_alphanumeric() {
                if gap && !key.is_empty() {
                    key.push(' ');
                }
                gap = false;
                key.push(look_alike(letter));
            } else if !is_combining_mark(letter) {
                gap = true;
            }
        }
    }
    key
}

/// The key without its spaces: for numbers and accounts, which people group as they like.
#[must_use]
pub fn compact(text: &str) -> String {
    let mut key = key(text);
    key.retain(|letter| letter != ' ');
    key
}

/// The ten last digits of a telephone, so that `+7 900 …`, `8 (900) …` and `900…` are one; shorter ones whole.
#[must_use]
pub fn phone(text: &str) -> String {
    let digits: String = text.nfkc().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix(['7', '8']) {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// The telephones of one field, each as [`phone`] has it: several stand one after another with a comma, a semicolon,
/// a slash or a line between them, and whatever follows a number in words («доб. 12», «после 18») is no part of it.
#[must_use]
pub fn phones(text: &str) -> Vec<String> {
    /// Digits fewer than these after a number are its extension or an hour, not a number of their own.
    const LEAST: usize = 5;
    let mut numbers = Vec::new();
    for part in text.split([',', ';', '/', '\n']) {
        let rest = part.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let number = phone(rest.split(char::is_alphabetic).next().unwrap_or_default());
        if !number.is_empty() && (numbers.is_empty() || number.len() >= LEAST) {
            numbers.push(number);
        }
    }
    numbers
}

/// The same letters from the last to the first, so that a tail is found as a prefix.
#[must_use]
pub fn backwards(key: &str) -> String {
    key.chars().rev().collect()
}

/// The half-open range of keys that begin with `prefix`.
#[must_use]
pub(super) fn range(prefix: &str) -> (String, String) {
    (prefix.to_owned(), format!("{prefix}{LAST}"))
}

/// The order of Russian lists: by [`key`], then е before ё, then as written.
#[must_use]
pub fn compare(left: &str, right: &str) -> Ordering {
    let with_yo = |text: &str| text.nfc().flat_map(char::to_lowercase).collect::<String>();
    key(left).cmp(&key(right)).then_with(|| with_yo(left).cmp(&with_yo(right))).then_with(|| left.cmp(right))
}

/// Characters that take no room: they split no word and make no difference.
const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' | '\'' | '\u{2019}' | '\u{2bc}'
    )
}

/// One Cyrillic letter for what a hand or a scanner takes for it. Lower case only, yet `b` and `h` stand for
/// the В and Н that their capitals look like: a key does not know which case was typed.
const fn look_alike(letter: char) -> char {
    match letter {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'ё' | 'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_clerk_takes_for_the_same_name_has_the_same_key() {
        for (typed, wanted) in [
            ("Иванов", "иванов"),
            ("  ИВАНОВ  ", "иванов"),
            ("Ёлкина", "елкина"),
            ("Елкина", "елкина"),
            ("Е\u{308}лкина", "елкина"),
            ("Попoв", "попов"),
            ("Бори\u{306}", "борй"),
            ("Ива\u{301}нов", "иванов"),
            ("Ив\u{200b}ан\u{feff}ов", "иванов"),
            ("Салтыков – Щедрин", "салтыков щедрин"),
            ("Салтыков-Щедрин", "салтыков щедрин"),
            ("ООО «Ромашка»", "ооо ромашка"),
            ("OOO \"Ромашка\"", "ооо ромашка"),
            ("Д'Артаньян", "дартаньян"),
            ("Д\u{2019}Артаньян", "дартаньян"),
            ("ЭН1-000431/26", "эн1 000431 26"),
            ("\u{a0}", ""),
            ("!?", ""),
        ] {
            assert_eq!(key(typed), wanted, "{typed:?}");
        }
    }

    #[test]
    fn a_telephone_is_one_however_it_is_written() {
        for typed in ["+7 900 123-45-67", "8 (900) 1234567", "79001234567", "900 123 45 67"] {
            assert_eq!(phone(typed), "9001234567", "{typed:?}");
        }
        assert_eq!(phone("4-55-66"), "45566", "a local number stays whole");
        assert_eq!(phone("8 800"), "8800", "a started number is not cut");
    }

    #[test]
    fn each_telephone_of_a_field_is_one_of_its_own_and_an_extension_is_no_part_of_it() {
        let both = ["9001234567", "8182121212"];
        for typed in
            ["+7 900 123-45-67, 8 (8182) 12-12-12", "8 900 123 45 67; 8182121212", "89001234567/88182121212"]
        {
            assert_eq!(phones(typed), both, "{typed:?}");
        }
        for typed in ["8 (8182) 12-12-12 доб. 12", "тел. 8182121212, доб. 1234", "8(8182)121212 (вн. 5)"]
        {
            assert_eq!(phones(typed), ["8182121212"], "{typed:?}");
        }
        assert_eq!(phones("нет"), Vec::<String>::new());
    }

    #[test]
    fn every_key_that_begins_with_the_prefix_is_in_its_range_and_no_other() {
        let (from, to) = range("иван");
        for inside in ["иван", "иванов", "иваня", "иван\u{10FFFE}"] {
            assert!(inside >= from.as_str() && inside < to.as_str(), "{inside:?}");
        }
        for outside in ["ива", "ивао", "ивбн", "ивам"] {
            assert!(!(outside >= from.as_str() && outside < to.as_str()), "{outside:?}");
        }
    }

    #[test]
    fn lists_stand_in_the_order_of_the_russian_alphabet() {
        let mut names = vec!["Яковлев", "Ёлкин", "елкин", "Жуков", "Елкина", "абрамов", "Абрамов", "Ежов"];
        names.sort_by(|left, right| compare(left, right));
        assert_eq!(names, ["Абрамов", "абрамов", "Ежов", "елкин", "Ёлкин", "Елкина", "Жуков", "Яковлев"]);
    }

    #[test]
    fn a_key_of_a_key_is_itself() {
        proptest::proptest!(|(text in ".{0,40}")| {
            let once = key(&text);
            proptest::prop_assert_eq!(key(&once), once);
        });
    }
}

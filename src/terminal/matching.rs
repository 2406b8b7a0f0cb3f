//! Type-ahead: finding an item of a list by its first letters, however they were typed.

use crate::keyboard::in_other_layout;

/// How well an item answers what was typed; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Its code, or one of several with spaces between, is what was typed.
    Code,
    /// It begins so.
    Beginning,
    /// Words of it begin so, in any order.
    Words,
    /// Something of it was meant if the wrong layout was on.
    OtherLayout,
}

/// Whether an item with this code and title answers what was typed, and how well.
///
/// Case does not matter, ё is е, each typed word must begin a word of the title or the code; if
/// nothing fits, the letters are read as if the other keyboard layout had been on. Nothing typed
/// fits everything.
#[must_use]
pub fn answers(typed: &str, code: &str, title: &str) -> Option<Answer> {
    let (code, title) = (folded(code), folded(title));
    let meant = folded(typed.trim());
    direct(&meant, &code, &title).or_else(|| {
        let other = in_other_layout(typed.trim()).find_map(|meant| direct(&folded(&meant), &code, &title));
        other.map(|_| Answer::OtherLayout)
    })
}

fn direct(meant: &str, code: &str, title: &str) -> Option<Answer> {
    if !meant.is_empty() && (code == meant || code.split_whitespace().any(|one| one == meant)) {
        return Some(Answer::Code);
    }
    if title.starts_with(meant) {
        return Some(Answer::Beginning);
    }
    // A word is what spaces part and what signs part: «Ctrl+S» is found by either half, and whole.
    let parts = [title, code].into_iter().flat_map(str::split_whitespace);
    let words: Vec<&str> = words(title).chain(words(code)).chain(parts).collect();
    let all = meant.split_whitespace().all(|part| words.iter().any(|word| word.starts_with(part)));
    all.then_some(Answer::Words)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case with ё as е: how titles are compared with what was typed.
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("пер", Some(Answer::Beginning))]
    #[case("ПЕРЕРАСЧЁТ", Some(Answer::Beginning))]
    #[case("перерасчет", Some(Answer::Beginning))]
    #[case("пл пер", Some(Answer::Words))]
    #[case("billing.recalculation", Some(Answer::Code))]
    #[case("recalc", Some(Answer::Words))]
    #[case("gth", Some(Answer::OtherLayout))]
    #[case("кусфдс", Some(Answer::OtherLayout))]
    #[case("", Some(Answer::Beginning))]
    #[case("договор", None)]
    fn a_topic_is_found_by_its_first_letters(#[case] typed: &str, #[case] found: Option<Answer>) {
        assert_eq!(answers(typed, "billing.recalculation", "Перерасчёт платы"), found);
    }

    #[rstest]
    #[case("k", Some(Answer::Code))]
    #[case("Л", Some(Answer::Code))]
    #[case("k л", Some(Answer::Words))]
    #[case("ctrl+k", Some(Answer::Code))]
    #[case("секд+л", Some(Answer::OtherLayout))]
    #[case("конс", Some(Answer::Beginning))]
    #[case("rjyc", Some(Answer::OtherLayout))]
    #[case("ctrl+s", None)]
    fn a_command_is_found_by_its_name_and_by_its_keys(#[case] typed: &str, #[case] found: Option<Answer>) {
        assert_eq!(answers(typed, "Ctrl+K k л", "Консультация"), found);
    }

    #[test]
    fn a_name_with_a_hyphen_is_found_by_either_half_and_whole() {
        for typed in ["щедрин", "салтыков-щ", "михаил салтыков-щедрин"] {
            assert!(answers(typed, "", "Михаил Салтыков-Щедрин").is_some(), "{typed}");
        }
    }
}

//! Names in two languages, and what of a text is substance.

use serde::{Deserialize, Serialize};

use super::holes::HOLE_OPENS;

/// A name that data files give in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In Russian.
    pub ru: String,
    /// In English.
    pub en: String,
}

/// Whether a text holds anything of the writer's own beside a template's words (readings: *substance*).
///
/// Whole lines of the template don't count, however often they stand. Nor do its words in their order: to cut or
/// wrap a template is not to write. Two letters of anything else are substance.
#[must_use]
pub fn has_substance(text: &str, template_words: &str) -> bool {
    let words = |line: &str| -> Vec<String> {
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        // A place still open is nobody's word.
        let filled = line.split_whitespace().filter(|word| !word.contains(HOLE_OPENS));
        filled.map(bare).filter(|word| !word.is_empty()).collect()
    };
    let lines: std::collections::BTreeSet<_> = template_words.lines().map(words).collect();
    let template = words(template_words);
    let mut ahead = template.iter();
    let own = text.lines().map(words).filter(|line| !lines.contains(line)).flatten().filter(|word| {
        let mut rest = ahead.clone();
        let known = rest.any(|next| next == word);
        if known {
            ahead = rest;
        }
        !known
    });
    own.flat_map(|word| word.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>()).nth(1).is_some()
}

/// Text a person gave, trimmed; none where nothing is left but spaces.
#[must_use]
pub fn given(text: &str) -> Option<&str> {
    Some(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')).filter(|text| !text.is_empty())
}

//! Names in two languages, and what of a text is substance.

use serde::{Deserialize, Serialize};

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
#[must_use]
pub fn has_substance(text: &str, template_words: &str) -> bool {
    let squeeze = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let known: std::collections::BTreeSet<_> = template_words.lines().map(squeeze).collect();
    text.lines()
        .map(squeeze)
        .filter(|line| !known.contains(line))
        .any(|line| line.chars().filter(|letter| letter.is_alphabetic()).count() >= 2)
}

/// Text a person gave, trimmed; none where nothing is left but spaces.
#[must_use]
pub fn given(text: &str) -> Option<&str> {
    Some(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')).filter(|text| !text.is_empty())
}

//! What is wrong with a TOML file, as data: the reader speaks English, and people are told in their own words.

use std::ops::Range;

/// Where a TOML file is wrong, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlFault {
    /// The line, from 1.
    pub line: usize,
    /// How.
    pub what: TomlWhat,
}

/// How a TOML file is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TomlWhat {
    /// A word stands where another was expected: a field, or a word of a closed list.
    Unknown {
        /// As written.
        word: String,
        /// What could stand there.
        known: Vec<String>,
    },
    /// A field is missing.
    Missing(String),
    /// It can't be read there: no TOML, or a value of another form.
    Unreadable,
}

impl TomlFault {
    /// Reads what the reader said of a text.
    #[must_use]
    pub fn of(text: &str, error: &toml::de::Error) -> Self {
        let line = |at: Range<usize>| text.get(..at.start).unwrap_or(text).matches('\n').count() + 1;
        Self { line: error.span().map_or(1, line), what: TomlWhat::of(error.message()) }
    }
}

impl TomlWhat {
    /// The reader puts every name it speaks of between backticks: first what it found, then what it expected.
    fn of(message: &str) -> Self {
        let mut names = message.split('`').skip(1).step_by(2).map(str::to_owned);
        let unknown = ["unknown field", "unknown variant"].iter().any(|start| message.starts_with(start));
        let missing = message.starts_with("missing field");
        match names.next() {
            Some(word) if unknown => Self::Unknown { word, known: names.collect() },
            Some(field) if missing => Self::Missing(field),
            _ => Self::Unreadable,
        }
    }

    /// The nearest of the known words, where one is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        /// So many letters may be wrong in a word that is still recognised.
        const SLIPS: usize = 2;
        let Self::Unknown { word, known } = self else { return None };
        let near = known.iter().map(|known| (strsim::damerau_levenshtein(known, word), known.as_str()));
        near.filter(|(slips, _)| *slips <= SLIPS).min().map(|(_, known)| known)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Rule {
        #[serde(rename = "days")]
        _days: u16,
        #[serde(rename = "roll")]
        _roll: Roll,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Roll {
        Stays,
        Next,
    }

    fn fault(text: &str) -> TomlFault {
        TomlFault::of(text, &toml::from_str::<Rule>(text).unwrap_err())
    }

    #[test]
    fn an_unknown_field_or_word_is_named_with_its_line_and_the_nearest() {
        let field = fault("days = 1\nrol = \"stays\"\n");
        assert_eq!((field.line, field.what.nearest()), (2, Some("roll")));
        let word = fault("days = 1\n\nroll = \"stay\"\n");
        assert_eq!((word.line, word.what.nearest()), (3, Some("stays")));
        assert_eq!(fault("elsewhere = 1\n").what.nearest(), None);
    }

    #[test]
    fn a_missing_field_is_named_and_the_rest_has_its_line() {
        assert_eq!(fault("days = 1\n").what, TomlWhat::Missing("roll".into()));
        assert_eq!(fault("days = 1\nroll\n"), TomlFault { line: 2, what: TomlWhat::Unreadable });
        assert_eq!(
            fault("roll = \"stays\"\ndays = \"x\"\n"),
            TomlFault { line: 2, what: TomlWhat::Unreadable }
        );
    }
}

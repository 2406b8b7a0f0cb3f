//! Registration and outgoing numbers: a series a year per office, gapless, in the office's own pattern.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::code::closed_list;

closed_list! {
    /// A series counts from 1 each year (readings, *Numbers and dates*).
    Series {
        /// Registration numbers of appeals.
        Appeal = "appeal",
        /// Outgoing numbers: replies, interim replies, notices, requests.
        Outgoing = "outgoing",
    }
}

/// A number that was given once and is never given again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Number {
    /// As printed.
    pub text: String,
    /// Its place in the year's series, from 1.
    pub serial: u32,
    /// The year of the series.
    pub year: i32,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The number of an outgoing letter: of the office's series, or typed as the chancery gave it (readings: `typed`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OutgoingNumber {
    /// The next of the series.
    Given(Number),
    /// The chancery's own; the register counts nothing.
    Typed {
        /// As typed.
        text: String,
    },
}

impl OutgoingNumber {
    /// As printed.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Given(number) => &number.text,
            Self::Typed { text } => text,
        }
    }

    /// The number of the series, where it is one.
    #[must_use]
    pub const fn given(&self) -> Option<&Number> {
        match self {
            Self::Given(number) => Some(number),
            Self::Typed { .. } => None,
        }
    }
}

impl fmt::Display for OutgoingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

closed_list! {
    /// When an outgoing letter gets its number and date (readings, *Replies*).
    OutgoingAt {
        /// When the signature is recorded.
        Sign = "at_sign",
        /// When the reply becomes final; an unsigned one's number is annulled.
        Final = "at_final",
        /// Never by itself: the chancery gives it, and it is typed at the signing.
        Typed = "typed",
    }
}

/// How an office writes a number: text with `{office}`, `{serial}` or `{serial:6}`, `{yy}` and `{yyyy}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NumberPattern {
    source: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Office,
    Serial { width: usize },
    ShortYear,
    Year,
}

/// Why a number's pattern can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPattern {
    /// A `{…}` that means nothing.
    #[error("unknown token {{{0}}}")]
    UnknownToken(String),
    /// A brace without its pair.
    #[error("a brace without its pair")]
    Unpaired,
    /// Two appeals, offices or years would get the same number.
    #[error("{{office}}, {{serial}} and a year are needed, and a sign between office and serial")]
    NotUnique,
}

impl NumberPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// When a token is unknown, a brace is unpaired, or numbers would not be unique across offices and years.
    pub fn parse(source: &str) -> Result<Self, BadPattern> {
        let mut parts = Vec::new();
        let mut rest = source;
        while let Some(open) = rest.find(['{', '}']) {
            let (text, tail) = rest.split_at(open);
            if !text.is_empty() {
                parts.push(Part::Text(text.to_owned()));
            }
            let token = tail.strip_prefix('{').ok_or(BadPattern::Unpaired)?;
            let (token, after) = token.split_once('}').ok_or(BadPattern::Unpaired)?;
            parts.push(Part::parse(token)?);
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        if is_unique(&parts) {
            Ok(Self { source: source.to_owned(), parts })
        } else {
            Err(BadPattern::NotUnique)
        }
    }

    /// Writes the number `serial` of the year of `day` for the office with this code.
    #[must_use]
    pub fn write(&self, office: &str, serial: u32, day: NaiveDate) -> Number {
        use fmt::Write as _;
        let year = day.year();
        let mut text = String::new();
        for part in &self.parts {
            // Writing to a string can't fail.
            let _ = match part {
                Part::Text(words) => text.write_str(words),
                Part::Office => text.write_str(office),
                Part::Serial { width } => write!(text, "{serial:0width$}"),
                Part::ShortYear => write!(text, "{:02}", year.rem_euclid(100)),
                Part::Year => write!(text, "{year}"),
            };
        }
        Number { text, serial, year }
    }
}

/// Whether no two offices, years or appeals get one number: all three are there, and something that is no digit
/// stands between office and serial («ЭН1» and 12 would else read as «ЭН11» and 2).
fn is_unique(parts: &[Part]) -> bool {
    let place = |wanted: fn(&Part) -> bool| parts.iter().position(wanted);
    let has_year = place(|part| matches!(part, Part::ShortYear | Part::Year)).is_some();
    let office = place(|part| matches!(part, Part::Office));
    let serial = place(|part| matches!(part, Part::Serial { .. }));
    let (Some(office), Some(serial)) = (office, serial) else { return false };
    let mut between = parts.iter().skip(office.min(serial)).take(office.abs_diff(serial));
    let apart =
        between.any(|part| matches!(part, Part::Text(text) if text.contains(|c: char| !c.is_numeric())));
    has_year && apart
}

impl Part {
    fn parse(token: &str) -> Result<Self, BadPattern> {
        match token.split_once(':') {
            None => match token {
                "office" => Ok(Self::Office),
                "serial" => Ok(Self::Serial { width: 1 }),
                "yy" => Ok(Self::ShortYear),
                "yyyy" => Ok(Self::Year),
                _ => Err(BadPattern::UnknownToken(token.to_owned())),
            },
            Some(("serial", width)) => width
                .parse()
                .ok()
                .filter(|width| (1..=9).contains(width))
                .map(|width| Self::Serial { width })
                .ok_or_else(|| BadPattern::UnknownToken(token.to_owned())),
            Some(_) => Err(BadPattern::UnknownToken(token.to_owned())),
        }
    }
}

impl TryFrom<String> for NumberPattern {
    type Error = BadPattern;

    fn try_from(source: String) -> Result<Self, BadPattern> {
        Self::parse(&source)
    }
}

impl From<NumberPattern> for String {
    fn from(pattern: NumberPattern) -> Self {
        pattern.source
    }
}

impl fmt::Display for NumberPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    #[test]
    fn a_number_is_written_by_the_offices_pattern() {
        let pattern = NumberPattern::parse("{office}-{serial:6}/{yy}").unwrap();
        assert_eq!(pattern.write("ЭН1", 412, day()).text, "ЭН1-000412/26");
        assert_eq!(
            pattern.write("ЭН1", 1_234_567, day()).text,
            "ЭН1-1234567/26",
            "a full width never cuts a number"
        );
    }

    #[test]
    fn a_pattern_that_could_repeat_a_number_is_refused() {
        assert_eq!(NumberPattern::parse("{serial}/{yy}"), Err(BadPattern::NotUnique));
        assert_eq!(NumberPattern::parse("{office}-{serial}"), Err(BadPattern::NotUnique));
        assert_eq!(NumberPattern::parse("{office}{serial}{yy"), Err(BadPattern::Unpaired));
        assert_eq!(NumberPattern::parse("{office}{serial}{yy}}"), Err(BadPattern::Unpaired));
        assert_eq!(NumberPattern::parse("{day}"), Err(BadPattern::UnknownToken("day".into())));
    }
}

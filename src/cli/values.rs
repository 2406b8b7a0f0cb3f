//! Values on the command line: what is read as what, and what could not be read.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::{FixedOffset, NaiveDate};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use uuid::Uuid;

use super::args::{Charset, Format, ReplyKind};
use crate::desk::Anchor;
use crate::i18n::Language;
use crate::letters::spooler::Copies;
use crate::standard::appeal::Channel;
use crate::standard::calendar::is_plausible;
use crate::standard::code::UnknownCode;
use crate::standard::correct::Correctable;
use crate::standard::decide::Correction;
use crate::standard::number::{BadPattern, NumberPattern};
use crate::standard::text::given;
use crate::text::typed;

/// The short name of [`Channel::LetterPost`] in the shell and in JSON.
pub(super) const LETTER: &str = "letter";

/// What a value should have been. Worded in [`super::usage`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BadValue {
    /// A date.
    Date,
    /// An offset from UTC.
    Offset,
    /// A number's pattern.
    Pattern(BadPattern),
    /// A whole number that is not too large.
    Whole,
    /// Places of questions.
    Places,
    /// A UUID.
    Uuid,
    /// A word of a closed list.
    Word,
    /// A field and its new value.
    Change,
    /// A number of copies.
    Copies,
    /// A control code of a journal.
    Anchor,
}

impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for BadValue {}

/// A word of a closed list.
pub(super) fn closed<T>() -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = UnknownCode> + Clone + Send + Sync + 'static,
{
    // No list has an empty word, so the answer names every word there is.
    let known = T::from_str("").err().map(|unknown| unknown.known).unwrap_or_default();
    PossibleValuesParser::new(known).try_map(|word| T::from_str(&word).map_err(|_| BadValue::Word))
}

/// A channel; a letter is one by post unless something else is said.
pub(super) fn channel() -> impl TypedValueParser<Value = Channel> {
    let known = Channel::ALL.iter().map(|channel| match channel {
        Channel::LetterPost => PossibleValue::new(channel.code()).alias(LETTER),
        other => PossibleValue::new(other.code()),
    });
    PossibleValuesParser::new(known.collect::<Vec<_>>())
        .try_map(|word| channel_of(&word).ok_or(BadValue::Word))
}

/// The channel of a code or of the alias.
pub(super) fn channel_of(word: &str) -> Option<Channel> {
    if word == LETTER { Some(Channel::LetterPost) } else { word.parse().ok() }
}

/// A language.
pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .try_map(|word| Language::from_code(&word).ok_or(BadValue::Word))
}

/// A form of a list.
pub(super) fn list_format() -> impl TypedValueParser<Value = Format> {
    words([("table", Format::Table), ("json", Format::Json), ("csv", Format::Csv)])
}

/// A form of an answer.
pub(super) fn answer_format() -> impl TypedValueParser<Value = Format> {
    words([("table", Format::Table), ("json", Format::Json)])
}

/// What a reply is for.
pub(super) fn reply_kind() -> impl TypedValueParser<Value = ReplyKind> {
    words([("reply", ReplyKind::Reply), ("interim", ReplyKind::Interim), ("notice", ReplyKind::Notice)])
}

/// A code page.
pub(super) fn charset() -> impl TypedValueParser<Value = Charset> {
    words([("utf-8", Charset::Utf8), ("cp866", Charset::Cp866)])
}

/// A number of copies.
pub(super) fn copies(typed: &str) -> Result<Copies, BadValue> {
    typed.trim().parse().ok().and_then(Copies::new).ok_or(BadValue::Copies)
}

fn words<T, const N: usize>(table: [(&'static str, T); N]) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(table.map(|(word, _)| word)).try_map(move |word| {
        table.iter().find(|(known, _)| *known == word).map(|(_, value)| *value).ok_or(BadValue::Word)
    })
}

/// A date: 2026-11-24 or 24.11.2026.
pub(super) fn date(word: &str) -> Result<NaiveDate, BadValue> {
    let word = word.trim();
    let form = if word.contains('.') { "%d.%m.%Y" } else { "%Y-%m-%d" };
    NaiveDate::parse_from_str(word, form).ok().filter(|day| is_plausible(*day)).ok_or(BadValue::Date)
}

/// A day from which a term is counted: the due day that follows must be one that can be written in ISO's four digits.
pub(super) fn first_day(word: &str) -> Result<NaiveDate, BadValue> {
    date(word).and_then(|day| if chrono::Datelike::year(&day) < 9999 { Ok(day) } else { Err(BadValue::Date) })
}

/// The control code at a journal's foot.
pub(super) fn anchor(word: &str) -> Result<Anchor, BadValue> {
    word.parse().map_err(|_| BadValue::Anchor)
}

/// An offset from UTC: +03:00.
pub(super) fn offset(word: &str) -> Result<FixedOffset, BadValue> {
    word.trim().parse().map_err(|_| BadValue::Offset)
}

/// A whole number.
pub(super) fn whole<T: FromStr>(word: &str) -> Result<T, BadValue> {
    word.trim().parse().map_err(|_| BadValue::Whole)
}

/// The questions of an appeal that an answer answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Places {
    /// Each of them.
    All,
    /// Those in these places, from 1.
    These(BTreeSet<u16>),
}

/// The word that means every question.
const ALL: &str = "all";

impl Places {
    /// The places themselves, where an appeal has so many questions.
    pub fn of(&self, questions: usize) -> BTreeSet<u16> {
        match self {
            Self::All => (1..).take(questions).collect(),
            Self::These(places) => places.clone(),
        }
    }
}

/// Places of questions: «1,3», or all of them.
pub(super) fn places(word: &str) -> Result<Places, BadValue> {
    if word.trim() == ALL {
        return Ok(Places::All);
    }
    let places = word.split(',').map(|place| place.trim().parse().map_err(|_| BadValue::Places));
    places.collect::<Result<_, _>>().map(Places::These)
}

/// A correction: a field by its code, «=», and its new value; an empty one empties the field.
pub(super) fn change(word: &str) -> Result<Correction, BadValue> {
    let (field, value) = word.split_once('=').ok_or(BadValue::Change)?;
    let field = Correctable::from_str(field.trim()).map_err(|_| BadValue::Change)?;
    let value = typed(value);
    // A channel has a short name in the shell, here as everywhere.
    let channel = (field == Correctable::Channel).then(|| channel_of(value.trim())).flatten();
    let value = channel.map_or(value, |channel| channel.code().to_owned());
    Ok(Correction { field, value: given(&value).map(str::to_owned) })
}

/// A UUID.
pub(super) fn uuid(word: &str) -> Result<Uuid, BadValue> {
    Uuid::try_parse(word.trim()).map_err(|_| BadValue::Uuid)
}

/// A pattern of numbers.
pub(super) fn pattern(word: &str) -> Result<NumberPattern, BadValue> {
    NumberPattern::parse(word).map_err(BadValue::Pattern)
}

/// A text in the form in which texts are kept.
#[expect(clippy::unnecessary_wraps, reason = "the form of a value parser")]
pub(super) fn text(word: &str) -> Result<String, BadValue> {
    Ok(typed(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_both_habits_and_no_impossible_one_is() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(date("2026-11-24"), Ok(day));
        assert_eq!(date(" 24.11.2026 "), Ok(day));
        for wrong in ["30.02.2026", "2026-13-01", "24.11.26", "24/11/2026", "завтра", "", "10000-01-01"]
        {
            assert_eq!(date(wrong), Err(BadValue::Date), "{wrong}");
        }
    }

    #[test]
    fn a_correction_is_a_field_and_its_value_and_an_empty_one_empties() {
        let value = |word| change(word).map(|one| (one.field, one.value));
        assert_eq!(value("gist=а=б"), Ok((Correctable::Gist, Some("а=б".to_owned()))));
        assert_eq!(value("phone="), Ok((Correctable::Phone, None)));
        assert_eq!(value("channel=letter"), Ok((Correctable::Channel, Some("letter_post".to_owned()))));
        assert_eq!(value("nonsense=1"), Err(BadValue::Change));
        assert_eq!(value("gist"), Err(BadValue::Change));
    }

    #[test]
    fn questions_are_named_by_their_places_or_all() {
        assert_eq!(places("all"), Ok(Places::All));
        assert_eq!(places("1, 3"), Ok(Places::These(BTreeSet::from([1, 3]))));
        assert_eq!(places("первый"), Err(BadValue::Places));
    }

    #[test]
    fn a_letter_is_one_by_post() {
        assert_eq!(channel_of("letter"), Some(Channel::LetterPost));
        assert_eq!(channel_of("letter_hand"), Some(Channel::LetterHand));
        assert_eq!(channel_of("Letter"), None);
    }
}

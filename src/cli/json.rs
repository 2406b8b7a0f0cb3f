//! JSON objects read field by field: what is unknown or of another form is refused by name; and stored values opened
//! for the answer.

use std::str::FromStr;

use chrono::NaiveDate;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::values;
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Channel;
use crate::standard::code::UnknownCode;
use crate::standard::personal::{ERASED, KNOWN};
use crate::text::typed;

/// A field that can't be used; its name with the names it lies in («client.surname»).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FieldFault {
    /// There is no such field.
    Unknown { name: String, nearest: Option<&'static str> },
    /// Its value is of another form.
    Bad { name: String, wanted: Wanted },
    /// It must be there.
    Required { name: String },
    /// It and another say different things.
    Contradiction { name: String, other: String },
}

/// What a field's value should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A text.
    Text,
    /// An ISO date.
    Date,
    /// A whole number from 0 to 65 535.
    Count,
    /// True or false.
    Flag,
    /// A UUID.
    Uuid,
    /// An object.
    Object,
    /// A list of texts.
    Texts,
    /// A list of whole numbers.
    Counts,
    /// One of these words.
    Word(Vec<&'static str>),
}

/// The fields of an object that were not read yet.
#[derive(Debug)]
pub(super) struct Fields {
    /// The names it lies in, each followed by a point.
    within: String,
    rest: Map<String, Value>,
    asked: Vec<&'static str>,
}

impl Fields {
    /// The fields of a value that must be an object.
    pub fn of(value: Value) -> Result<Self, FieldFault> {
        Self::inside(value, String::new())
    }

    fn inside(value: Value, name: String) -> Result<Self, FieldFault> {
        match value {
            Value::Object(rest) => {
                let within = if name.is_empty() { name } else { name + "." };
                Ok(Self { within, rest, asked: Vec::new() })
            }
            _ => Err(FieldFault::Bad { name, wanted: Wanted::Object }),
        }
    }

    /// A text, in the form in which texts are kept.
    pub fn text(&mut self, name: &'static str) -> Result<Option<String>, FieldFault> {
        self.read(name, Wanted::Text, |value| value.as_str().map(typed))
    }

    /// A date.
    pub fn date(&mut self, name: &'static str) -> Result<Option<NaiveDate>, FieldFault> {
        self.read(name, Wanted::Date, |value| values::date(value.as_str()?).ok())
    }

    /// A count.
    pub fn count(&mut self, name: &'static str) -> Result<Option<u16>, FieldFault> {
        self.read(name, Wanted::Count, |value| value.as_u64()?.try_into().ok())
    }

    /// A list of texts.
    pub fn texts(&mut self, name: &'static str) -> Result<Option<Vec<String>>, FieldFault> {
        self.read(name, Wanted::Texts, |value| {
            value.as_array()?.iter().map(|text| text.as_str().map(typed)).collect()
        })
    }

    /// A list of counts.
    pub fn counts(&mut self, name: &'static str) -> Result<Option<Vec<u16>>, FieldFault> {
        self.read(name, Wanted::Counts, |value| {
            value.as_array()?.iter().map(|count| count.as_u64()?.try_into().ok()).collect()
        })
    }

    /// Yes or no.
    pub fn flag(&mut self, name: &'static str) -> Result<Option<bool>, FieldFault> {
        self.read(name, Wanted::Flag, Value::as_bool)
    }

    /// A UUID.
    pub fn uuid(&mut self, name: &'static str) -> Result<Option<Uuid>, FieldFault> {
        self.read(name, Wanted::Uuid, |value| Uuid::try_parse(value.as_str()?).ok())
    }

    /// A word of a closed list.
    pub fn word<T: FromStr<Err = UnknownCode>>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, FieldFault> {
        let known = T::from_str("").err().map(|unknown| unknown.known).unwrap_or_default();
        self.read(name, Wanted::Word(known), |value| value.as_str()?.parse().ok())
    }

    /// A channel, by its code or the alias.
    pub fn channel(&mut self, name: &'static str) -> Result<Option<Channel>, FieldFault> {
        let known = Channel::ALL.iter().map(|channel| channel.code()).collect();
        self.read(name, Wanted::Word(known), |value| values::channel_of(value.as_str()?))
    }

    /// An object within.
    pub fn object(&mut self, name: &'static str) -> Result<Option<Self>, FieldFault> {
        let whole = self.named(name);
        self.take(name).map(|value| Self::inside(value, whole)).transpose()
    }

    /// Refuses whatever was not asked for.
    pub fn unknown(&self) -> Result<(), FieldFault> {
        /// So many letters may be wrong in a name that is still recognised.
        const SLIPS: usize = 2;
        let Some(unknown) = self.rest.keys().next() else { return Ok(()) };
        let distance = |known: &&'static str| strsim::damerau_levenshtein(known, unknown);
        let nearest =
            self.asked.iter().copied().filter(|known| distance(known) <= SLIPS).min_by_key(distance);
        Err(FieldFault::Unknown { name: self.named(unknown), nearest })
    }

    /// Whether a field that was not read yet was given.
    pub fn has(&self, name: &str) -> bool {
        self.rest.get(name).is_some_and(|value| !value.is_null())
    }

    /// Whether an object that was not read yet gives a field.
    pub fn has_within(&self, object: &str, name: &str) -> bool {
        self.rest.get(object).and_then(|object| object.get(name)).is_some_and(|value| !value.is_null())
    }

    /// A fault for two fields that can't both be meant.
    pub fn contradiction(&self, name: &str, other: &str) -> FieldFault {
        FieldFault::Contradiction { name: self.named(name), other: self.named(other) }
    }

    /// A fault for a field that must be there.
    pub fn required<T>(&self, name: &str, value: Option<T>) -> Result<T, FieldFault> {
        value.ok_or_else(|| FieldFault::Required { name: self.named(name) })
    }

    fn read<T>(
        &mut self,
        name: &'static str,
        wanted: Wanted,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<Option<T>, FieldFault> {
        let Some(value) = self.take(name) else { return Ok(None) };
        read(&value).map(Some).ok_or_else(|| FieldFault::Bad { name: self.named(name), wanted })
    }

    /// A field's value; null is the same as no field.
    fn take(&mut self, name: &'static str) -> Option<Value> {
        self.asked.push(name);
        self.rest.remove(name).filter(|value| !value.is_null())
    }

    fn named(&self, name: &str) -> String {
        format!("{}{name}", self.within)
    }
}

impl FieldFault {
    /// Its code, for scripts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "unknown-field",
            Self::Bad { .. } => "bad-value",
            Self::Required { .. } => "missing",
            Self::Contradiction { .. } => "contradiction",
        }
    }

    /// The sentence that tells a person.
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::Unknown { name, nearest: None } => say!(words, "cli-field-unknown", name = name.as_str()),
            Self::Unknown { name, nearest: Some(nearest) } => {
                say!(words, "cli-field-unknown-nearest", name = name.as_str(), nearest = nearest.to_owned())
            }
            Self::Required { name } if name.is_empty() => say!(words, "cli-field-wants-object"),
            Self::Required { name } => say!(words, "cli-field-required", name = name.as_str()),
            Self::Contradiction { name, other } => {
                say!(words, "cli-field-contradiction", name = name.as_str(), other = other.as_str())
            }
            Self::Bad { name, wanted } => {
                let wanted = match wanted {
                    Wanted::Text => say!(words, "cli-wanted-text"),
                    Wanted::Date => say!(words, "cli-wanted-date"),
                    Wanted::Count => say!(words, "cli-wanted-count"),
                    Wanted::Flag => say!(words, "cli-wanted-flag"),
                    Wanted::Uuid => say!(words, "cli-wanted-uuid"),
                    Wanted::Texts => say!(words, "cli-wanted-texts"),
                    Wanted::Counts => say!(words, "cli-wanted-counts"),
                    Wanted::Object if name.is_empty() => return say!(words, "cli-field-wants-object"),
                    Wanted::Object => say!(words, "cli-wanted-object"),
                    Wanted::Word(known) => say!(words, "cli-wanted-word", known = known.join(", ")),
                };
                say!(words, "cli-field-bad", name = name.as_str(), wanted = wanted)
            }
        }
    }
}

/// A stored value with its personal parts opened: as they were given, or null where they were erased.
pub(super) fn opened(value: Value) -> Value {
    match value {
        Value::Object(mut map) if map.len() == 1 && map.contains_key(KNOWN) => {
            opened(map.remove(KNOWN).unwrap_or_default())
        }
        Value::Object(map) if map.len() == 1 && map.contains_key(ERASED) => Value::Null,
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, opened(value))).collect(),
        Value::Array(list) => list.into_iter().map(opened).collect(),
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_unknown_field_is_named_with_the_nearest_right_one() {
        let mut fields = Fields::of(json!({ "chanel": "phone" })).unwrap();
        assert_eq!(fields.channel("channel"), Ok(None));
        assert_eq!(
            fields.unknown(),
            Err(FieldFault::Unknown { name: "chanel".into(), nearest: Some("channel") })
        );
    }

    #[test]
    fn a_field_within_an_object_is_named_with_it() {
        let mut fields = Fields::of(json!({ "client": { "surname": 5 } })).unwrap();
        let mut client = fields.object("client").unwrap().unwrap();
        assert_eq!(
            client.text("surname"),
            Err(FieldFault::Bad { name: "client.surname".into(), wanted: Wanted::Text })
        );
        assert!(client.unknown().is_ok() && fields.unknown().is_ok());
    }

    #[test]
    fn null_is_no_field_and_text_is_kept_in_one_form() {
        let mut fields = Fields::of(json!({ "a": null, "b": "И\u{306}\r\nх\u{0}" })).unwrap();
        assert_eq!(fields.text("a"), Ok(None));
        assert_eq!(fields.text("b"), Ok(Some("Й\nх".into())));
    }

    #[test]
    fn personal_values_are_opened_and_erased_ones_are_null() {
        let stored = json!({ "gist": { KNOWN: "суть" }, "list": [{ "a": { ERASED: true } }], "n": 1 });
        assert_eq!(opened(stored), json!({ "gist": "суть", "list": [{ "a": null }], "n": 1 }));
    }
}

//! Values that belong to a person and can lawfully be erased (152-ФЗ) without breaking the chain of facts.

use serde::de::Error as _;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The key that marks a known personal value in a serialised fact.
///
/// The register lifts what it marks out of the body into a side table and leaves a salted commitment.
pub const KNOWN: &str = "$personal";
/// The key that stands where a personal value was erased.
pub const ERASED: &str = "$erased";

/// A personal value, or the hole that a lawful erasure left.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Personal<T> {
    /// The value as it was given.
    Known(T),
    /// The value was erased by a later fact.
    Erased,
}

impl<T> Personal<T> {
    /// The value, unless it was erased.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Erased => None,
        }
    }
}

impl<T: AsRef<str>> Personal<T> {
    /// The text, or an empty one where it was erased.
    pub fn text(&self) -> &str {
        self.known().map_or("", AsRef::as_ref)
    }
}

impl<T> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Serialize> Serialize for Personal<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::Known(value) => map.serialize_entry(KNOWN, value)?,
            Self::Erased => map.serialize_entry(ERASED, &true)?,
        }
        map.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Personal<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(bound = "T: Deserialize<'de>")]
        struct Marked<T> {
            #[serde(rename = "$personal", default = "Option::default")]
            known: Option<T>,
            #[serde(rename = "$erased", default)]
            erased: bool,
        }
        match Marked::deserialize(deserializer)? {
            Marked { known: Some(value), erased: false } => Ok(Self::Known(value)),
            Marked { known: None, erased: true } => Ok(Self::Erased),
            Marked { .. } => Err(D::Error::custom("neither a personal value nor its erasure")),
        }
    }
}

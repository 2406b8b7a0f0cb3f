//! The feedback book (Книга отзывов и предложений) of a hall, laced and numbered (R30).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::office::UnitCode;

/// A book that lies in a hall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Book {
    /// Its number; never used again for another book.
    pub number: String,
    /// The hall it lies in.
    pub unit: UnitCode,
    /// The day it was begun.
    pub opened: NaiveDate,
    /// Sheets that are laced and numbered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheets: Option<u16>,
    /// The day it was closed; its entries stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDate>,
}

/// An entry in a book; no two appeals are one entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookEntry {
    /// The book's number.
    pub number: String,
    /// The entry's number within the book.
    pub entry: u32,
}

//! What can happen to the office, and the bodies of those facts.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Event, Unreadable};
use crate::standard::book::Book;
use crate::standard::calendar::CalendarYear;
use crate::standard::number::Series;
use crate::standard::office::{DocumentKind, Login, OfficeDetails, StaffMember, Topic, Unit, UnitCode};
use crate::standard::term::Norms;

events! {
    /// What can happen to the office: its settings, units, staff and rules.
    OfficeEvent {
        /// The register was begun.
        SetUp(SetUp) = "office.set_up" v 1,
        /// Its details changed.
        Changed(OfficeDetails) = "office.changed" v 1,
        /// A unit was added or changed.
        UnitSaved(Unit) = "unit.saved" v 1,
        /// A unit was retired.
        UnitRetired(UnitRetired) = "unit.retired" v 1,
        /// A person was added or changed.
        StaffSaved(Box<StaffMember>) = "staff.saved" v 1,
        /// A person was retired.
        StaffRetired(StaffRetired) = "staff.retired" v 1,
        /// Norms were loaded.
        NormsLoaded(Norms) = "norms.loaded" v 1,
        /// A year of the production calendar was loaded.
        CalendarLoaded(CalendarYear) = "calendar.loaded" v 1,
        /// Topics were loaded.
        TopicsLoaded(TopicsLoaded) = "topics.loaded" v 1,
        /// A year's numbers go on from another register or a paper journal.
        SeriesOpened(SeriesOpened) = "series.opened" v 1,
        /// A feedback book was begun or its entry changed (R30).
        BookSaved(Book) = "book.saved" v 1,
        /// A feedback book was closed.
        BookClosed(BookClosed) = "book.closed" v 1,
    }
}

/// Body of `office.set_up`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetUp {
    /// The office.
    pub details: OfficeDetails,
    /// Created under a clock set by hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub test_clock: bool,
}

/// Body of `unit.retired`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRetired {
    /// Which unit.
    pub unit: UnitCode,
    /// From what day.
    pub on: NaiveDate,
}

/// Body of `staff.retired`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRetired {
    /// Who.
    pub login: Login,
    /// From what day.
    pub on: NaiveDate,
}

/// Body of `topics.loaded`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicsLoaded {
    /// The topics, groups first.
    pub topics: Vec<Topic>,
    /// The documents that topics ask for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentKind>,
}

/// Body of `book.closed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookClosed {
    /// Its number.
    pub number: String,
    /// The day of it.
    pub on: NaiveDate,
}

/// Body of `series.opened`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesOpened {
    /// Which series.
    pub series: Series,
    /// Of which year.
    pub year: i32,
    /// The serial its first number has here.
    pub first: NonZeroU32,
}

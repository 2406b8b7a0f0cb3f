//! A request to a unit or an outside organisation in an appeal's matter, with its own dates (R15). The appeal's
//! clock does not stop for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::number::OutgoingNumber;
use super::office::UnitCode;
use super::personal::Personal;

/// A request's place among the requests of its appeal, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RequestId(pub u16);

/// Whom a request asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// A unit of ours.
    Unit(UnitCode),
    /// An outside organisation: the grid company …
    Organisation(String),
}

/// A request, as its facts have made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its place.
    pub id: RequestId,
    /// Whom it asks.
    pub to: Asked,
    /// What it asks.
    pub text: Personal<String>,
    /// Its outgoing number.
    pub number: OutgoingNumber,
    /// Its date.
    pub on: NaiveDate,
    /// The day by which the answer is expected.
    pub expected: Option<NaiveDate>,
    /// The answer, once it came.
    pub answer: Option<RequestAnswer>,
}

/// What a request brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestAnswer {
    /// The day it came.
    pub on: NaiveDate,
    /// Its gist.
    pub gist: Personal<String>,
}

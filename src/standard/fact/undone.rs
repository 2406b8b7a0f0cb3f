//! A step that was taken back: the fact carries what stood before that step.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ReplyDrafted;
use crate::standard::appeal::{Holder, Resolution};
use crate::standard::client::ClientSort;
use crate::standard::correct::{Change, Readdressed};
use crate::standard::office::Login;
use crate::standard::personal::Personal;
use crate::standard::reply::ReplyId;
use crate::standard::route::Route;
use crate::standard::screening::{Forwarding, Screening};
use crate::standard::term::Due;

/// Body of `appeal.step_taken_back`: takes back the last step that still stands, by whoever took it.
///
/// Which step that is follows from the order of the facts alone (`decide::last_step`). What stood before it is carried here,
/// so that folding this fact asks for no other one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTakenBack {
    /// Why.
    pub reason: Personal<String>,
    /// What is again as it was before the step.
    pub again: Again,
}

/// What the step had changed, as it stood before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Again {
    /// A hand-over or a hand-back: who had it, and what they were told.
    Held(Held),
    /// A final reply: it is a draft again, and a number that it was given is annulled.
    Draft(ReplyId),
    /// A draft that was changed: its text.
    Text(ReplyDrafted),
    /// A ground that was named, or a forwarding.
    Course(Course),
    /// A correction: the fields, and what followed from them.
    Fields(Box<Fields>),
}

/// Who had an appeal, with the last resolution in its author's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Who had it.
    pub holder: Holder,
    /// Who helped the responsible executor.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub co_executors: BTreeSet<Login>,
    /// The last resolution: its words, its author and its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// The inner due date that it set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordered_due: Option<NaiveDate>,
}

/// The ground and the forwarding that stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The ground, proposed or decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screening: Option<Screening>,
    /// The forwarding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarding: Option<Forwarding>,
}

/// The fields of a correction, back to what they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    /// From the corrected value to the one before.
    pub changes: Vec<Change>,
    /// The term.
    pub due: Due,
    /// The route.
    pub route: Route,
    /// What kind of client.
    pub client_sort: ClientSort,
    /// The contacts were taken from an earlier appeal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contacts_from_card: bool,
    /// The drafts that had followed the correction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readdressed: Vec<Readdressed>,
}

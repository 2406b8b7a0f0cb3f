//! What can happen: the events, and how each reads and writes itself as the body of a fact.
//!
//! A body carries its version `v` and is never rewritten. A kind or a version this program does not know
//! makes its subject read-only. No floats and no hash maps stand in bodies.

use std::num::NonZeroU32;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::appeal::{Channel, Content, Kind};
use super::calendar::CalendarYear;
use super::client::{Client, ClientSort};
use super::number::{Number, Series};
use super::office::{Login, OfficeDetails, StaffMember, Topic, Unit, UnitCode};
use super::personal::Personal;
use super::reply::{Dispatch, Finalised, Purpose, ReplyBy, ReplyId, Signature, TemplateUse};
use super::route::Route;
use super::term::{Due, Norms};

/// Who did it and when; the same for every fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// When, with the office's offset.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub who: Login,
}

/// A fact as read back: its stamp, and the event or why it can't be read.
#[derive(Debug, Clone)]
pub struct Recorded<E> {
    /// Who and when.
    pub stamp: Stamp,
    /// What.
    pub event: Result<E, Unreadable>,
}

/// Why the body of a fact can't be read by this program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The kind, or this version of it, is of a newer program.
    #[error("fact of kind {kind} v{v} is of a newer program")]
    Newer {
        /// The kind.
        kind: String,
        /// The version of its body.
        v: u16,
    },
    /// The kind is known and the body is not of its form.
    #[error("fact of kind {kind}: {why}")]
    Broken {
        /// The kind.
        kind: String,
        /// What the reader said.
        why: String,
    },
}

/// An event that can be written as a fact's body and read back.
pub trait Event: Sized {
    /// The kinds with the version this program writes.
    const KINDS: &'static [(&'static str, u16)];

    /// The kind of this event.
    fn kind(&self) -> &'static str;

    /// The version of its body.
    fn v(&self) -> u16;

    /// Its body.
    ///
    /// # Errors
    /// When a value can't be written as JSON; no event of ours has such a value.
    fn body(&self) -> Result<serde_json::Value, serde_json::Error>;

    /// Reads an event back.
    ///
    /// # Errors
    /// When the kind or version is unknown, or the body is not of its form.
    fn read(kind: &str, v: u16, body: serde_json::Value) -> Result<Self, Unreadable>;
}

macro_rules! events {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident($body:ty) = $kind:literal v $v:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vmeta])* $variant($body),)+
        }

        impl Event for $name {
            const KINDS: &'static [(&'static str, u16)] = &[$(($kind, $v)),+];

            fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind),+ }
            }

            fn v(&self) -> u16 {
                match self { $(Self::$variant(_) => $v),+ }
            }

            fn body(&self) -> Result<serde_json::Value, serde_json::Error> {
                match self { $(Self::$variant(body) => serde_json::to_value(body)),+ }
            }

            fn read(kind: &str, v: u16, body: serde_json::Value) -> Result<Self, Unreadable> {
                let broken = |why: serde_json::Error| Unreadable::Broken { kind: kind.to_owned(), why: why.to_string() };
                match (kind, v) {
                    $(($kind, $v) => serde_json::from_value(body).map(Self::$variant).map_err(broken),)+
                    _ => Err(Unreadable::Newer { kind: kind.to_owned(), v }),
                }
            }
        }
    };
}

events! {
    /// What can happen to an appeal.
    AppealEvent {
        /// It came in and got its number and term (R2, R5).
        Registered(Box<Registered>) = "appeal.registered" v 1,
        /// It was handed on (R3, R4, R12).
        Routed(Routed) = "appeal.routed" v 1,
        /// A reply was begun or its text changed.
        ReplyDrafted(ReplyDrafted) = "appeal.reply_drafted" v 1,
        /// A reply's text was frozen (R6).
        ReplyFinalised(ReplyFinalised) = "appeal.reply_finalised" v 1,
        /// The signatory gave a final back with a remark.
        ReplyReturned(ReplyReturned) = "appeal.reply_returned" v 1,
        /// A paper of a reply was printed.
        ReplyPrinted(ReplyPrinted) = "appeal.reply_printed" v 1,
        /// A reply was signed and got its outgoing number.
        ReplySigned(ReplySigned) = "appeal.reply_signed" v 1,
        /// A reply was sent; an answer closes the appeal.
        ReplySent(ReplySent) = "appeal.reply_sent" v 1,
        /// The term was extended (R13).
        Extended(Extended) = "appeal.extended" v 1,
        /// The oral answer was recorded; closes the appeal.
        AnsweredOrally(AnsweredOrally) = "appeal.answered_orally" v 1,
        /// «Принято к сведению»; closes the appeal.
        Noted(Reason) = "appeal.noted" v 1,
        /// Annulled as a clerk's error; keeps its number (R2).
        Annulled(Reason) = "appeal.annulled" v 1,
        /// Withdrawn by the client.
        Withdrawn(Reason) = "appeal.withdrawn" v 1,
        /// Opened again with a new term.
        Reopened(Reopened) = "appeal.reopened" v 1,
        /// Filed away («списано в дело»).
        FiledAway(Reason) = "appeal.filed_away" v 1,
    }
}

/// Body of `appeal.registered`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// The number given.
    pub number: Number,
    /// The day of registration.
    pub registered: NaiveDate,
    /// The day it came in.
    pub received: NaiveDate,
    /// Why it was registered late, where the gap asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_reason: Option<Personal<String>>,
    /// Where it came in.
    pub intake: UnitCode,
    /// How.
    pub channel: Channel,
    /// What is wanted.
    pub kind: Kind,
    /// About what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The visit it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Uuid>,
    /// The sender's own id of this registering: a second sending is the same appeal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Uuid>,
    /// What kind of client.
    pub client_sort: ClientSort,
    /// The client.
    pub client: Personal<Client>,
    /// What was brought or said.
    #[serde(flatten)]
    pub content: Content,
    /// The reply channel the client chose, if they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_wish: Option<ReplyBy>,
    /// The way it must go.
    pub route: Route,
    /// Its term.
    pub due: Due,
    /// An authority's earlier due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inner_due: Option<NaiveDate>,
}

/// To whom an appeal is handed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "to")]
pub enum Destination {
    /// The director of the branch-management department.
    Director,
    /// The head of a unit.
    Unit {
        /// The unit.
        unit: UnitCode,
    },
    /// The responsible executor.
    Executor {
        /// The unit they answer for here.
        unit: UnitCode,
        /// Who.
        executor: Login,
    },
}

/// Body of `appeal.routed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routed {
    /// To whom.
    #[serde(flatten)]
    pub destination: Destination,
    /// The resolution's words; empty where nothing was said.
    pub resolution: Personal<String>,
    /// An inner due date, never later than the norm's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inner_due: Option<NaiveDate>,
    /// Why it went another way than its route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_reason: Option<Personal<String>>,
}

/// Body of `appeal.reply_drafted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyDrafted {
    /// Which reply.
    pub reply: ReplyId,
    /// What it is for.
    #[serde(flatten)]
    pub purpose: Purpose,
    /// The template it was begun from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateUse>,
    /// «О …».
    pub heading: Personal<String>,
    /// To whom and where.
    pub addressee: Personal<String>,
    /// The whole text.
    pub text: Personal<String>,
}

/// Body of `appeal.reply_finalised`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyFinalised {
    /// Which reply.
    pub reply: ReplyId,
    /// What was frozen.
    #[serde(flatten)]
    pub finalised: Finalised,
}

/// Body of `appeal.reply_returned`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyReturned {
    /// Which reply.
    pub reply: ReplyId,
    /// The remark.
    pub remark: Personal<String>,
}

/// Body of `appeal.reply_printed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyPrinted {
    /// Which reply.
    pub reply: ReplyId,
    /// SHA-256 of the file that was written or printed, in hexadecimal.
    pub sha256: String,
}

/// Body of `appeal.reply_signed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplySigned {
    /// Which reply.
    pub reply: ReplyId,
    /// The signature.
    #[serde(flatten)]
    pub signature: Signature,
}

/// Body of `appeal.reply_sent`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplySent {
    /// Which reply.
    pub reply: ReplyId,
    /// When and how.
    #[serde(flatten)]
    pub dispatch: Dispatch,
}

/// Body of `appeal.extended`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extended {
    /// Days added.
    pub days: u16,
    /// Why.
    pub reason: Personal<String>,
    /// The term as extended.
    pub due: Due,
}

/// Body of `appeal.answered_orally`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredOrally {
    /// The gist of the answer.
    pub gist: Personal<String>,
    /// The day it was given.
    pub on: NaiveDate,
}

/// Body of the events that need nothing but a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Why.
    pub reason: Personal<String>,
    /// The day it counts from.
    pub on: NaiveDate,
}

/// Body of `appeal.reopened`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Why.
    pub reason: Personal<String>,
    /// The new term.
    pub due: Due,
}

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

events! {
    /// What can happen to a visit (readings: its own subject, with no number).
    VisitEvent {
        /// The client came to the window.
        Started(VisitStarted) = "visit.started" v 1,
        /// The client left.
        Ended(VisitEnded) = "visit.ended" v 1,
    }
}

/// Body of `visit.started`; the time is the fact's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitStarted {
    /// Where.
    pub unit: UnitCode,
}

/// Body of `visit.ended`; the time is the fact's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitEnded {}

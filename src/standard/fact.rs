//! What can happen: the events, and how each reads and writes itself as the body of a fact.
//!
//! A body carries its version `v` and is never rewritten. A kind or a version this program does not know
//! makes its subject read-only. No floats and no hash maps stand in bodies.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::appeal::{Channel, Content, Kind, PaperEntry};
use super::client::{Client, ClientSort};
use super::correct::{Change, Readdressed};
use super::number::{Number, OutgoingNumber};
use super::office::{Login, UnitCode};
use super::paper::{AppealPaper, PaperForm, PaperWay};
use super::personal::Personal;
use super::post::{Letter, Posting};
use super::reply::{Dispatch, Finalised, Purpose, ReplyBy, ReplyId, SignedBy, TemplateUse};
use super::request::{Asked, RequestAnswer, RequestId};
use super::route::Route;
use super::screening::{EarlierAnswer, Ground};
use super::term::Due;

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

mod office;
mod undone;
mod visit;

pub use self::office::{
    BookClosed, OfficeEvent, SeriesOpened, SetUp, StaffRetired, TopicsLoaded, UnitRetired,
};
pub use self::undone::{Again, Course, Fields, Held, StepTakenBack};
pub use self::visit::{
    ConsultationAnnulled, ConsultationEvent, ConsultationGiven, VisitEnded, VisitEvent, VisitStarted,
};

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
        /// Another paper of it came out: a receipt, its card, a slip.
        PaperPrinted(PaperPrinted) = "appeal.paper_printed" v 1,
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
        /// The holder gave it back to whoever it came from.
        HandedBack(HandedBack) = "appeal.handed_back" v 1,
        /// A ground for no action was proposed (R7, R8).
        GroundProposed(GroundNamed) = "appeal.ground_proposed" v 1,
        /// A ground was decided; closes the appeal where it asks for no notice.
        GroundDecided(GroundNamed) = "appeal.ground_decided" v 1,
        /// A ground, or a forwarding, was taken back.
        GroundLifted(Box<GroundLifted>) = "appeal.ground_lifted" v 1,
        /// Another organisation's matter; the client is owed a notice.
        Forwarded(Forwarded) = "appeal.forwarded" v 1,
        /// A request was sent in its matter (R15).
        Requested(Requested) = "appeal.requested" v 1,
        /// A request was answered.
        RequestAnswered(RequestAnswered) = "appeal.request_answered" v 1,
        /// The client was rung back, or was not reached.
        Called(Called) = "appeal.called" v 1,
        /// Fields were corrected: old and new value, who, why.
        Corrected(Box<Corrected>) = "appeal.corrected" v 1,
        /// A changed calendar moved its due date.
        Recounted(Recounted) = "appeal.recounted" v 1,
        /// A unit with a register of its own answered the client; closes the appeal.
        ResultRecorded(ResultRecorded) = "appeal.result_recorded" v 1,
        /// What the post's receipt says of a letter was written down; a later one corrects it.
        LetterTracked(LetterTracked) = "appeal.letter_tracked" v 1,
        /// Somebody took back their own last step.
        StepTakenBack(StepTakenBack) = "appeal.step_taken_back" v 1,
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
    /// The client's first appeal, where they were known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<Uuid>,
    /// The contacts were taken from an earlier appeal (readings: *marked as taken from there*).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contacts_from_card: bool,
    /// The paper journal it was moved over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<PaperEntry>,
    /// The client is to be rung back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_back: Option<CallBackPromised>,
}

/// A promise to ring the client back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallBackPromised {
    /// By when, where the office turned its norm on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DateTime<FixedOffset>>,
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
    /// Who helps the responsible executor.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub co_executors: BTreeSet<Login>,
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
    /// The places of the appeal's questions that it answers.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub answers: BTreeSet<u16>,
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
    /// SHA-256 of the letter that was written or printed, in hexadecimal; of a text, in UTF-8 whatever the printer took.
    pub sha256: String,
    /// What the letter was made into, where it lies among the kept letters; earlier programs kept none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<PaperForm>,
    /// By which way it came out; earlier programs did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<PaperWay>,
}

/// Body of `appeal.paper_printed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperPrinted {
    /// Which paper.
    pub paper: AppealPaper,
    /// SHA-256 of what came out, in hexadecimal; of a text, in UTF-8 whatever the printer took.
    pub sha256: String,
    /// What it was made into, where it lies among the kept letters.
    pub form: PaperForm,
    /// By which way it came out.
    pub way: PaperWay,
    /// SHA-256 of its text, in hexadecimal: while it would say the same, a re-print is the same bytes.
    pub says: String,
}

/// Body of `appeal.reply_signed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplySigned {
    /// Which reply.
    pub reply: ReplyId,
    /// The outgoing number, unless it was given when the reply became final.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<OutgoingNumber>,
    /// The day of the signature.
    pub on: NaiveDate,
    /// How.
    pub way: SignedBy,
    /// Who entered it.
    pub entered_by: Login,
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
    /// The places of the appeal's questions that it answers.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub answers: BTreeSet<u16>,
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

/// A fact of an appeal, as a registration card tells it.
#[derive(Debug, Clone, Copy)]
pub struct Happened<'a> {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub who: &'a Login,
    /// What; none where a newer program wrote it.
    pub event: Option<&'a AppealEvent>,
}

/// Body of `appeal.handed_back`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedBack {
    /// Why.
    pub reason: Personal<String>,
}

/// Body of `appeal.ground_proposed` and `appeal.ground_decided`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundNamed {
    /// Which ground.
    pub ground: Ground,
    /// Why.
    pub note: Personal<String>,
    /// For a repeat: the earlier reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<EarlierAnswer>,
    /// The day it counts from.
    pub on: NaiveDate,
}

/// Body of `appeal.ground_lifted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundLifted {
    /// Why.
    pub reason: Personal<String>,
    /// The client with the contacts that became known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<Personal<Client>>,
    /// The new term, where the ground had closed the appeal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The day from which that term counts.
    pub on: NaiveDate,
}

/// Body of `appeal.forwarded`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarded {
    /// To which organisation.
    pub to: String,
    /// Why.
    pub reason: Personal<String>,
    /// The day of it.
    pub on: NaiveDate,
}

/// Body of `appeal.requested`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requested {
    /// Its place among the appeal's requests.
    pub request: RequestId,
    /// Whom it asks.
    pub to: Asked,
    /// What it asks.
    pub text: Personal<String>,
    /// Its outgoing number.
    pub number: OutgoingNumber,
    /// Its date.
    pub on: NaiveDate,
    /// The day by which the answer is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<NaiveDate>,
}

/// Body of `appeal.request_answered`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestAnswered {
    /// Which request.
    pub request: RequestId,
    /// What came.
    #[serde(flatten)]
    pub answer: RequestAnswer,
}

/// Body of `appeal.called`; the time is the fact's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// Whether the client was reached.
    pub reached: bool,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gist: Option<Personal<String>>,
}

/// Body of `appeal.corrected`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// What changed.
    pub changes: Vec<Change>,
    /// Why.
    pub reason: Personal<String>,
    /// The term counted anew, where it moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The route of the corrected channel, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// What kind of client it is now, where it is another; outlives an erasure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_sort: Option<ClientSort>,
    /// The drafts that were addressed to the client as they stood in the register, and so follow the correction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readdressed: Vec<Readdressed>,
}

/// Body of `appeal.recounted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recounted {
    /// The term by the changed calendar.
    pub due: Due,
}

/// Body of `appeal.result_recorded`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRecorded {
    /// That unit's outgoing number.
    pub number: String,
    /// The day it was sent.
    pub on: NaiveDate,
    /// The gist of the answer.
    pub gist: Personal<String>,
}

/// Body of `appeal.letter_tracked`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterTracked {
    /// Which letter.
    pub letter: Letter,
    /// What is known of it at the post.
    #[serde(flatten)]
    pub posting: Posting,
}

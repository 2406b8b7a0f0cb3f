//! The appeal (обращение) and its parts, as the facts about it have made it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::book::BookEntry;
use super::client::{Client, ClientSort, CoveringLetter};
use super::code::closed_list;
use super::number::Number;
use super::office::{Login, UnitCode};
use super::paper::{AppealPaper, KeptPaper, PaperForm};
use super::personal::Personal;
use super::post::{Letter, Posting};
use super::reply::{Purpose, Reply, ReplyBy, ReplyId, ReplyStage};
use super::request::{Asked, Request, RequestId};
use super::route::Route;
use super::screening::{Forwarding, Screening};
use super::term::Due;

closed_list! {
    /// How an appeal came in (R1, R11, R18).
    Channel {
        /// In person, at the window.
        InPerson = "in_person",
        /// A letter by post.
        LetterPost = "letter_post",
        /// A letter brought to the chancery by hand.
        LetterHand = "letter_hand",
        /// By telephone.
        Phone = "phone",
        /// By fax.
        Fax = "fax",
        /// The site's «Виртуальная приёмная».
        VirtualReception = "virtual_reception",
        /// An e-mail message.
        Email = "email",
        /// The hall's book of reviews and suggestions (R30).
        FeedbackBook = "feedback_book",
    }
}

impl Channel {
    /// Whether the words were spoken, so that a recorded oral answer may close the appeal.
    #[must_use]
    pub const fn is_oral(self) -> bool {
        matches!(self, Self::InPerson | Self::Phone)
    }

    /// Whether the appeal came in writing, so that the grounds for no action may apply (R7, R8).
    #[must_use]
    pub const fn is_written(self) -> bool {
        !self.is_oral()
    }
}

closed_list! {
    /// What the client wants (R17; application and enquiry are ours).
    Kind {
        /// жалоба
        Complaint = "complaint",
        /// предложение
        Suggestion = "suggestion",
        /// отзыв
        Review = "review",
        /// заявление
        Application = "application",
        /// запрос: a written answer or document is owed
        Enquiry = "enquiry",
    }
}

closed_list! {
    /// Where an appeal stands on its way, as lists show it.
    Stage {
        /// Has its number, is with nobody yet.
        Registered = "registered",
        /// With the director of the branch-management department (R3).
        WithDirector = "with_director",
        /// With the head of a unit, who is to name the executor (R3, R4).
        WithUnit = "with_unit",
        /// With its responsible executor.
        WithExecutor = "with_executor",
        /// Answered, closed without reply, withdrawn or annulled.
        Closed = "closed",
    }
}

/// Who holds an open appeal now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// Nobody since it was registered.
    Nobody,
    /// The director of the branch-management department.
    Director,
    /// The head of this unit.
    Unit(UnitCode),
    /// The responsible executor, in this unit.
    Executor {
        /// The unit the executor answers for here.
        unit: UnitCode,
        /// Who prepares the answer.
        executor: Login,
    },
}

impl Holder {
    /// The unit that holds the appeal, if one does.
    #[must_use]
    pub const fn unit(&self) -> Option<&UnitCode> {
        match self {
            Self::Unit(unit) | Self::Executor { unit, .. } => Some(unit),
            Self::Nobody | Self::Director => None,
        }
    }

    /// The responsible executor, if one is named.
    #[must_use]
    pub const fn executor(&self) -> Option<&Login> {
        match self {
            Self::Executor { executor, .. } => Some(executor),
            _ => None,
        }
    }
}

closed_list! {
    /// How an appeal was closed (readings, *Terms*: closing events).
    Outcome {
        /// A reply was sent.
        Replied = "replied",
        /// The oral answer was recorded.
        AnsweredOrally = "answered_orally",
        /// «Принято к сведению».
        Noted = "noted",
        /// The client withdrew it.
        Withdrawn = "withdrawn",
        /// A clerk's error; keeps its number (R2).
        Annulled = "annulled",
        /// Left without action on a ground that asks for no letter (R7, R8).
        NotConsidered = "not_considered",
        /// The notice of an earlier reply or of a trade secret was sent (R7).
        NoticeSent = "notice_sent",
        /// Another organisation's matter: the client was told to whom it went.
        Forwarded = "forwarded",
    }
}

/// The event that closed an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// How.
    pub outcome: Outcome,
    /// The day that counts: the day of posting for a letter.
    pub on: NaiveDate,
    /// Who closed it.
    pub by: Login,
    /// The reason or the gist of the oral answer, where there is one.
    pub note: Option<Personal<String>>,
    /// The reply that answered it.
    pub reply: Option<ReplyId>,
}

/// A closing that was undone by reopening; kept for the figures (readings: *the first due date and answer are kept*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierRound {
    /// The due date that held then.
    pub due: Due,
    /// How that round ended.
    pub closing: Closing,
}

/// What was said of an extension (R13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Days added to the unrolled base.
    pub days: u16,
    /// Why.
    pub reason: Personal<String>,
    /// Who allowed it.
    pub by: Login,
    /// The due date before it.
    pub before: NaiveDate,
}

/// The last resolution (резолюция): who was told to do what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// The words.
    pub text: Personal<String>,
    /// Who wrote it.
    pub by: Login,
    /// When the holder got the appeal.
    pub since: DateTime<FixedOffset>,
    /// The appeal was handed back: the words are the reason, no resolution.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub returned: bool,
}

/// What the client brought or said, as registered. Later corrections are facts of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// One line: what it is about (краткое содержание).
    pub gist: Personal<String>,
    /// The whole text, where it was typed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Personal<String>>,
    /// Sheets of the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheets: Option<u16>,
    /// Sheets or files enclosed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<u16>,
    /// The sender's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender_number: Option<Personal<String>>,
    /// The date on the sender's letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender_date: Option<NaiveDate>,
    /// An authority's covering letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covering_letter: Option<CoveringLetter>,
    /// The questions asked, where there are several: each is answered before closing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Personal<String>>,
    /// Codes of the documents that were brought (R15).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub documents: BTreeSet<String>,
    /// What an appeal about the quality of electricity must tell (R15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<Personal<PowerQuality>>,
    /// The entry in a hall's feedback book (R30).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<BookEntry>,
}

/// What an appeal about the quality of electricity tells of the device and the time (R15).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerQuality {
    /// Address of the device that takes the electricity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When, in the client's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Number of the supply contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
}

/// A registration moved over from a paper journal by a head (readings, *Numbers and dates*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperEntry {
    /// The journal's own number.
    pub number: String,
    /// The day of that registration.
    pub on: NaiveDate,
}

/// A promise to ring the client back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallBack {
    /// By when, where the office turned its norm on.
    pub due: Option<DateTime<FixedOffset>>,
    /// Calls that did not reach the client, the oldest first.
    pub missed: Vec<MissedCall>,
    /// When the client was reached.
    pub done: Option<DateTime<FixedOffset>>,
}

impl CallBack {
    /// How many calls did not reach the client.
    #[must_use]
    pub const fn tries(&self) -> usize {
        self.missed.len()
    }
}

/// A call that did not reach the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedCall {
    /// When it was recorded.
    pub at: DateTime<FixedOffset>,
    /// What was written down of it.
    pub note: Option<Personal<String>>,
}

/// An appeal, folded from its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// Its subject in the register.
    pub id: Uuid,
    /// How many facts made it; a desk passes the version it saw.
    pub version: u64,
    /// Its registration number (входящий номер).
    pub number: Number,
    /// The day it was registered, by the office's calendar.
    pub registered: NaiveDate,
    /// The moment of registering.
    pub registered_at: DateTime<FixedOffset>,
    /// Who registered it.
    pub registered_by: Login,
    /// The day it came in; never after `registered`.
    pub received: NaiveDate,
    /// Where it came in (R1).
    pub intake: UnitCode,
    /// How it came in.
    pub channel: Channel,
    /// What the client wants.
    pub kind: Kind,
    /// Its topic's code, if one was chosen.
    pub topic: Option<String>,
    /// The visit it belongs to.
    pub visit: Option<Uuid>,
    /// The client it comes from: the first appeal of theirs that this one was known to follow, or its own subject.
    pub client_id: Uuid,
    /// The contacts were taken from an earlier appeal of the client's, not from this one.
    pub contacts_from_card: bool,
    /// The paper journal it was moved over from.
    pub paper: Option<PaperEntry>,
    /// What kind of client; known even after an erasure.
    pub client_sort: ClientSort,
    /// The client as registered.
    pub client: Personal<Client>,
    /// What was brought or said.
    pub content: Content,
    /// The reply channel the client chose, if they did (R21).
    pub reply_wish: Option<ReplyBy>,
    /// The way it must go (R3, R4, R12).
    pub route: Route,
    /// Who has it.
    pub holder: Holder,
    /// Who helps the responsible executor.
    pub co_executors: BTreeSet<Login>,
    /// The last resolution.
    pub resolution: Option<Resolution>,
    /// The ground for no action that was proposed or decided (R7, R8).
    pub screening: Option<Screening>,
    /// To whom it was forwarded, once that was decided.
    pub forwarding: Option<Forwarding>,
    /// The promise to ring back.
    pub call_back: Option<CallBack>,
    /// Requests to units and outside organisations, oldest first (R15).
    pub requests: Vec<Request>,
    /// What is known of its letters at the post.
    pub postings: BTreeMap<Letter, Posting>,
    /// The papers of it that came out last, each by what it was made into; replies have theirs.
    pub papers: BTreeMap<(AppealPaper, PaperForm), KeptPaper>,
    /// The inner due date that the last resolution set.
    pub ordered_due: Option<NaiveDate>,
    /// The earliest inner due date: a resolution's or an authority's.
    pub inner_due: Option<NaiveDate>,
    /// The day this round began: of registration, or of the last reopening.
    pub opened: NaiveDate,
    /// Its term (R5).
    pub due: Due,
    /// The days that the last interim reply sent in this round proposed (R13).
    pub proposed: Option<u16>,
    /// Its extension, at most one a round (R13).
    pub extension: Option<Extension>,
    /// Replies of every purpose, oldest first.
    pub replies: Vec<Reply>,
    /// What closed it, while it is closed.
    pub closing: Option<Closing>,
    /// The day it was filed away («списано в дело»), after closing.
    pub filed: Option<NaiveDate>,
    /// What happened before it was reopened.
    pub earlier: Vec<EarlierRound>,
    /// A fact of a kind this program does not know was met: read-only («обновите программу»).
    pub needs_newer_program: bool,
}

impl Appeal {
    /// Where it stands.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        if self.closing.is_some() {
            return Stage::Closed;
        }
        match self.holder {
            Holder::Nobody => Stage::Registered,
            Holder::Director => Stage::WithDirector,
            Holder::Unit(_) => Stage::WithUnit,
            Holder::Executor { .. } => Stage::WithExecutor,
        }
    }

    /// The channel the answer goes by: the client's choice, else the one that suits how it came in.
    #[must_use]
    pub fn reply_by(&self) -> ReplyBy {
        let usual =
            || self.client.known().map_or(ReplyBy::Post, |client| ReplyBy::default_for(self.channel, client));
        self.reply_wish.unwrap_or_else(usual)
    }

    /// The day the queue sorts by: the earliest of the norm's due day and an inner one.
    #[must_use]
    pub fn queue_due(&self) -> NaiveDate {
        self.inner_due.map_or(self.due.day, |inner| inner.min(self.due.day))
    }

    /// Days past the due day: negative before it, 0 on it. A closed appeal is measured at its closing day.
    #[must_use]
    pub fn overdue_days(&self, today: NaiveDate) -> i64 {
        let measured = self.closing.as_ref().map_or(today, |closing| closing.on);
        (measured - self.due.day).num_days()
    }

    /// Whether the term has run out with no closing event (R5: the due day itself is not overdue).
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.closing.is_none() && today > self.due.day
    }

    /// Who is to sign the oldest final that waits for it, while it is open (R6).
    #[must_use]
    pub fn awaits_signature_of(&self) -> Option<&Login> {
        let unsigned = self.replies.iter().find_map(|reply| match &reply.stage {
            ReplyStage::Final(frozen) => Some(&frozen.finalised.signatory),
            _ => None,
        });
        unsigned.filter(|_| self.closing.is_none())
    }

    /// Whether the client waits for a call.
    #[must_use]
    pub fn awaits_call(&self) -> bool {
        self.closing.is_none() && self.call_back.as_ref().is_some_and(|call| call.done.is_none())
    }

    /// The letter that closes it: a notice where a ground or a forwarding asks for one, else the answer (R7).
    #[must_use]
    pub fn closing_purpose(&self) -> Purpose {
        let ground = self.screening.as_ref().and_then(Screening::notice);
        let forwarding = self.forwarding.as_ref().map(|_| super::reply::NoticeOf::Forwarding);
        ground.or(forwarding).map_or(Purpose::Answer, |about| Purpose::Notice { about })
    }

    /// The places of the questions, from 1, that no reply sent so far answered, nor one of `more`.
    #[must_use]
    pub fn unanswered(&self, more: &BTreeSet<u16>) -> Vec<u16> {
        let sent = || self.replies.iter().filter(|reply| reply.dispatch().is_some());
        (1..)
            .zip(&self.content.questions)
            .map(|(place, _)| place)
            .filter(|place| !more.contains(place) && !sent().any(|reply| reply.answers.contains(place)))
            .collect()
    }

    /// The reply with this number within the appeal.
    #[must_use]
    pub fn reply(&self, id: ReplyId) -> Option<&Reply> {
        self.replies.iter().find(|reply| reply.id == id)
    }

    /// The request with this number within the appeal.
    #[must_use]
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.iter().find(|request| request.id == id)
    }

    /// The outgoing number and date of a letter, once it has them.
    #[must_use]
    pub fn outgoing(&self, letter: Letter) -> Option<(&str, NaiveDate)> {
        match letter {
            Letter::Reply(id) => self.reply(id)?.outgoing(),
            Letter::Request(id) => self.request(id).map(|request| (request.number.text(), request.on)),
        }
    }

    /// The letters that went by post, or may have, oldest first: what was sent to the client so, and requests to
    /// outside organisations.
    pub fn letters_by_post(&self) -> impl Iterator<Item = Letter> {
        let sent = |reply: &&Reply| reply.dispatch().is_some_and(|dispatch| dispatch.by == ReplyBy::Post);
        let outside = |request: &&Request| matches!(request.to, Asked::Organisation(_));
        let replies = self.replies.iter().filter(sent).map(|reply| Letter::Reply(reply.id));
        replies.chain(self.requests.iter().filter(outside).map(|request| Letter::Request(request.id)))
    }
}

//! Journals: which there are, what each asks for, and what the register answers, entry by entry.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::appeal::{Appeal, Channel, Outcome, Stage};
use super::client::ClientSort;
use super::code::closed_list;
use super::office::{Login, UnitCode};
use super::personal::Personal;
use super::post::Letter;
use super::screening::Ground;

closed_list! {
    /// A journal that an office keeps on paper.
    JournalKind {
        /// What got a number on a day, in and out, with the register's witness at its foot.
        Day = "day",
        /// Written appeals of every channel.
        Written = "written",
        /// Personal reception: appeals made at the window, consultations counted.
        Reception = "reception",
        /// Calls: appeals by telephone, consultations counted.
        Calls = "calls",
        /// Entries of the halls' feedback books (R30).
        Book = "book",
        /// Outgoing letters: replies, notices, requests.
        Outgoing = "outgoing",
        /// The register of items handed to the post.
        Post = "post",
    }
}

impl JournalKind {
    /// The channels whose appeals it holds; none where it holds letters.
    #[must_use]
    pub fn channels(self) -> Vec<Channel> {
        let those =
            |holds: fn(Channel) -> bool| Channel::ALL.iter().copied().filter(|one| holds(*one)).collect();
        match self {
            Self::Day => Channel::ALL.to_vec(),
            Self::Written => those(Channel::is_written),
            Self::Reception => vec![Channel::InPerson],
            Self::Calls => vec![Channel::Phone],
            Self::Book => vec![Channel::FeedbackBook],
            Self::Outgoing | Self::Post => Vec::new(),
        }
    }

    /// Whether it is of one day.
    #[must_use]
    pub const fn is_of_a_day(self) -> bool {
        matches!(self, Self::Day)
    }

    /// The channel whose consultations are counted at its foot.
    #[must_use]
    pub const fn counts_consultations(self) -> Option<Channel> {
        match self {
            Self::Reception => Some(Channel::InPerson),
            Self::Calls => Some(Channel::Phone),
            Self::Day | Self::Written | Self::Book | Self::Outgoing | Self::Post => None,
        }
    }
}

/// What is asked for: a journal, the days, and whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalAsked {
    /// Which journal.
    pub kind: JournalKind,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the same where the journal is of one day.
    pub to: NaiveDate,
    /// Only what came in at this unit, or was written by it; all where none is named.
    pub unit: Option<UnitCode>,
}

/// One line of a journal.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'a> {
    /// An appeal.
    Appeal(&'a Appeal),
    /// An outgoing letter.
    Letter(LetterEntry<'a>),
}

/// An outgoing letter in a journal. It stands there with the number it was given, whatever became of the letter.
#[derive(Debug, Clone, Copy)]
pub struct LetterEntry<'a> {
    /// The appeal it belongs to.
    pub appeal: &'a Appeal,
    /// Which of its letters.
    pub letter: Letter,
    /// The outgoing number.
    pub number: &'a str,
    /// The letter's date.
    pub dated: NaiveDate,
}

impl LetterEntry<'_> {
    /// Whether the letter still bears this number; a final that came back unsigned left its own annulled.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.appeal.outgoing(self.letter).is_some_and(|(number, _)| number == self.number)
    }
}

/// What is known once the last entry was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    /// When it was read.
    pub made: DateTime<FixedOffset>,
    /// Consultations of its days and unit, where it counts them.
    pub consultations: Option<u32>,
    /// The register's witness, on the journal of a day.
    pub witness: Option<Witness>,
}

/// Where the register's chain of facts stood at the end of a day: printed and signed, it shows a later change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// The code in groups, as it is typed back.
    pub code: String,
    /// The place in the chain of the last fact it covers.
    pub last: u64,
    /// When that fact was written.
    pub written: DateTime<FixedOffset>,
}

/// An appeal in a queue, as a list on paper shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueEntry {
    /// Its number.
    pub number: String,
    /// The due day by the norm.
    pub due: NaiveDate,
    /// An earlier inner one.
    pub inner_due: Option<NaiveDate>,
    /// How and when it was closed.
    pub closed: Option<(Outcome, NaiveDate)>,
    /// The client's short name.
    pub client: Personal<String>,
    /// What kind of client.
    pub client_sort: ClientSort,
    /// What it is about.
    pub gist: Personal<String>,
    /// How it came in.
    pub channel: Channel,
    /// Where it stands.
    pub stage: Stage,
    /// The unit that holds it.
    pub unit: Option<UnitCode>,
    /// The responsible executor.
    pub executor: Option<Login>,
    /// What it waits for besides: the last day to send what was signed, a call, a request, a head's decision.
    pub waits: Vec<Waits>,
}

/// What an open appeal waits for besides its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waits {
    /// A final is to be signed by this person (R6).
    Signature(Login),
    /// A signed letter is to be sent by this day.
    Send(NaiveDate),
    /// The client is to be rung back; by this moment, or since it where no norm says it.
    Call(DateTime<FixedOffset>),
    /// A request is to be answered by this day.
    Request(NaiveDate),
    /// A ground was proposed.
    Ground(Ground),
}

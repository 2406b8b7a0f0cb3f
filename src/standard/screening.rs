//! Screening (рассмотрение оснований): the grounds on which no action is taken, and what each asks for (R7, R8).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::code::closed_list;
use super::office::Login;
use super::personal::Personal;
use super::reply::NoticeOf;

closed_list! {
    /// A ground for no action on a written appeal.
    Ground {
        /// Obscene or insulting words, threats to staff or their family (R7 a).
        Abusive = "abusive",
        /// The text can't be read (R7 b).
        Unreadable = "unreadable",
        /// Answered before on substance, nothing new is said (R7 c): a notice cites the earlier reply.
        Repeat = "repeat",
        /// No answer without disclosing a trade secret (R7 d): a notice says so.
        TradeSecret = "trade_secret",
        /// No contact details (R8).
        NoContacts = "no_contacts",
    }
}

impl Ground {
    /// The notice this ground asks for; none where the appeal is closed without a letter.
    #[must_use]
    pub const fn notice(self) -> Option<NoticeOf> {
        match self {
            Self::Repeat => Some(NoticeOf::EarlierReply),
            Self::TradeSecret => Some(NoticeOf::TradeSecret),
            Self::Abusive | Self::Unreadable | Self::NoContacts => None,
        }
    }
}

/// The reply that a repeated appeal was answered by before (R7 c).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierAnswer {
    /// The earlier appeal, where it is in the register; a paper one is typed and vouched for by the head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<Uuid>,
    /// The earlier appeal's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal_number: Option<String>,
    /// The reply's outgoing number.
    pub number: String,
    /// The reply's date.
    pub on: NaiveDate,
}

closed_list! {
    /// How far a ground has come.
    GroundStage {
        /// Anyone may propose one.
        Proposed = "proposed",
        /// The unit's head decided it, or the director on his route.
        Decided = "decided",
    }
}

/// A ground on an appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// Which.
    pub ground: Ground,
    /// Proposed, or decided.
    pub stage: GroundStage,
    /// Who said so last.
    pub by: Login,
    /// The day of it.
    pub on: NaiveDate,
    /// Why: the words that are obscene, what can't be read …
    pub note: Personal<String>,
    /// For a repeat: the earlier reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<EarlierAnswer>,
}

impl Screening {
    /// The notice it asks for, once it is decided.
    #[must_use]
    pub fn notice(&self) -> Option<NoticeOf> {
        if self.stage == GroundStage::Decided { self.ground.notice() } else { None }
    }
}

/// Another organisation's matter (не наша компетенция): it went there, and the client is to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarding {
    /// To which organisation.
    pub to: String,
    /// Why.
    pub reason: Personal<String>,
    /// Who decided it.
    pub by: Login,
    /// The day of it.
    pub on: NaiveDate,
}

//! Replies: what one must hold before it may leave, and the steps it takes (R6, R14, R21).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::appeal::Channel;
use super::client::Client;
use super::code::closed_list;
use super::number::{Number, OutgoingNumber};
use super::office::{Login, OfficeDetails};
use super::paper::{PaperForm, PrintedPaper};
use super::personal::Personal;
use super::shows::Shows;

closed_list! {
    /// How the client wants the answer, and how one is sent (R21).
    ReplyBy {
        /// By post.
        Post = "post",
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
        /// By fax.
        Fax = "fax",
        /// Handed over in person at the window.
        InPerson = "in_person",
        /// The client will fetch it.
        Pickup = "pickup",
        /// In the site's virtual reception.
        VirtualReception = "virtual_reception",
    }
}

/// A contact detail that a reply channel needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactDetail {
    /// Postal address.
    Address,
    /// E-mail address.
    Email,
    /// Telephone.
    Phone,
}

impl ReplyBy {
    /// The channel where the client named none: an e-mail is answered by e-mail, the rest by post;
    /// a spoken appeal without an address, where the client is heard.
    #[must_use]
    pub const fn default_for(channel: Channel, client: &Client) -> Self {
        match channel {
            Channel::Email if client.email.is_some() => Self::Email,
            Channel::VirtualReception if client.email.is_none() && client.address.is_none() => {
                Self::VirtualReception
            }
            Channel::Phone if client.address.is_none() => Self::Phone,
            _ if client.address.is_some() => Self::Post,
            _ if client.email.is_some() => Self::Email,
            _ if client.phone.is_some() => Self::Phone,
            Channel::InPerson => Self::Pickup,
            _ => Self::Post,
        }
    }

    /// The contact detail without which an answer can't go this way (R21).
    #[must_use]
    pub const fn needs(self) -> Option<ContactDetail> {
        match self {
            Self::Post => Some(ContactDetail::Address),
            Self::Email => Some(ContactDetail::Email),
            Self::Phone | Self::Fax => Some(ContactDetail::Phone),
            Self::InPerson | Self::Pickup | Self::VirtualReception => None,
        }
    }

    /// The detail this channel needs and the client lacks.
    #[must_use]
    pub fn lacks(self, client: &Client) -> Option<ContactDetail> {
        self.needs().filter(|detail| match detail {
            ContactDetail::Address => client.address.is_none(),
            ContactDetail::Email => client.email.is_none(),
            ContactDetail::Phone => client.phone.is_none(),
        })
    }
}

/// A reply's place among the replies of its appeal, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReplyId(pub u16);

/// What a reply is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "purpose")]
pub enum Purpose {
    /// The answer on the substance; sending it closes the appeal.
    Answer,
    /// An interim reply which proposes so many days more (R13).
    Interim {
        /// Days proposed.
        days: u16,
    },
    /// A notice in place of an answer; sending it closes the appeal (R7, forwarding).
    Notice {
        /// Of what.
        about: NoticeOf,
    },
}

closed_list! {
    /// What a notice tells the client.
    NoticeOf {
        /// The question was answered before, by the reply it cites (R7 c).
        EarlierReply = "earlier_reply",
        /// No answer without disclosing a trade secret (R7 d).
        TradeSecret = "trade_secret",
        /// The appeal went to the organisation whose matter it is.
        Forwarding = "forwarding",
    }
}

closed_list! {
    /// How an answer settles what was asked: templates are offered by it.
    AnswerOutcome {
        /// What was asked is done.
        Satisfied = "satisfied",
        /// Done in part.
        PartlySatisfied = "partly_satisfied",
        /// Declined, with the reason.
        Refused = "refused",
        /// Explained: nothing else was asked, or nothing else can be done.
        Explained = "explained",
        /// Another organisation is to do it.
        Redirected = "redirected",
        /// Taken note of.
        Noted = "noted",
    }
}

impl Purpose {
    /// Whether two are for one and the same thing: interim replies whatever they propose, notices of the same.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Interim { .. }, Self::Interim { .. }) => true,
            _ => self == other,
        }
    }

    /// Whether sending it closes the appeal.
    #[must_use]
    pub const fn closes(self) -> bool {
        !matches!(self, Self::Interim { .. })
    }
}

/// The template a reply was begun from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateUse {
    /// Its id.
    pub id: String,
    /// The template's own words as filled in: they alone are no substance.
    pub words: Personal<String>,
}

/// A person's details as they stood when a letter was made final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPerson {
    /// Whole name: surname, given name, patronymic.
    pub name: String,
    /// «И. О. Фамилия».
    pub signs_as: String,
    /// Position.
    pub position: String,
    /// Telephone.
    pub phone: String,
}

/// What making a reply final froze (R6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finalised {
    /// The responsible executor.
    pub executor: Login,
    /// Their details on the letter.
    pub executor_details: Personal<LetterPerson>,
    /// The authorised official who is to sign.
    pub signatory: Login,
    /// Their details on the letter.
    pub signatory_details: Personal<LetterPerson>,
    /// The outgoing number and the letter's date, where the office gives them to finals (readings: `at_final`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// The letter's date with that number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<NaiveDate>,
    /// The letterhead; earlier programs froze none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letterhead: Option<Letterhead>,
}

/// The letterhead of an office as it stood when a letter was made final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// The office's name.
    pub organisation: String,
    /// More lines: ИНН, ОГРН, the parent company …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Telephone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
}

impl From<&OfficeDetails> for Letterhead {
    fn from(office: &OfficeDetails) -> Self {
        let OfficeDetails { name, letterhead, address, phone, email, .. } = office.clone();
        Self { organisation: name, lines: letterhead, address, phone, email }
    }
}

/// A letter past its draft: what its fact froze, and what it showed of its appeal at that moment. Every paper of it, in
/// whatever form and at whatever stage, says the same (R6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// As the fact has it.
    pub finalised: Finalised,
    /// As the facts before it had made the appeal.
    pub shows: Shows,
}

closed_list! {
    /// How a reply was signed.
    SignedBy {
        /// In ink, on the printed final.
        Ink = "ink",
        /// By an electronic signature kept in a file.
        ElectronicFile = "electronic_file",
    }
}

/// A signature that was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The outgoing number.
    pub number: OutgoingNumber,
    /// The day of the signature.
    pub on: NaiveDate,
    /// How.
    pub way: SignedBy,
    /// Who entered it.
    pub entered_by: Login,
}

/// When and how a reply went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// By which channel.
    pub by: ReplyBy,
    /// The day it was handed over: for a letter, to the post.
    pub on: NaiveDate,
}

/// Where a reply stands. Each step carries all that the steps before it settled, so none can be skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplyStage {
    /// Being written.
    Draft,
    /// Text frozen, signatory named, not signed.
    Final(Frozen),
    /// Signed, has its outgoing number.
    Signed(Frozen, Signature),
    /// Sent.
    Sent(Frozen, Signature, Dispatch),
}

/// A reply, as its facts have made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its place in the appeal.
    pub id: ReplyId,
    /// What it is for.
    pub purpose: Purpose,
    /// The template it was begun from.
    pub template: Option<TemplateUse>,
    /// «О …».
    pub heading: Personal<String>,
    /// To whom and where, line by line.
    pub addressee: Personal<String>,
    /// The whole text as it is printed.
    pub text: Personal<String>,
    /// The places of the appeal's questions that it answers.
    pub answers: BTreeSet<u16>,
    /// Numbers of it that came back before it left: annulled, and never given again.
    pub annulled_numbers: Vec<OutgoingNumber>,
    /// Remarks with which the signatory returned it, oldest first.
    pub remarks: Vec<Personal<String>>,
    /// How often a paper of it was printed.
    pub printed: u16,
    /// The papers of it that were printed where it stands now: a signed letter is another paper than its final.
    pub papers: Vec<PrintedPaper>,
    /// Where it stands.
    pub stage: ReplyStage,
}

impl Reply {
    /// Moves to another stage; a paper of what is said otherwise now is no paper of it any more.
    pub(super) fn move_to(&mut self, stage: ReplyStage) {
        let says = |reply: &Self| (reply.finalised().is_some(), reply.signature().is_some());
        let before = says(self);
        self.stage = stage;
        if says(self) != before {
            self.papers.clear();
        }
    }

    /// Whether a paper of it says what one of another moment of it did.
    #[must_use]
    pub fn says_as(&self, other: &Self) -> bool {
        let says = |reply: &Self| {
            (
                reply.frozen().cloned(),
                reply.signature().cloned(),
                reply.heading.clone(),
                reply.addressee.clone(),
            )
        };
        says(self) == says(other) && self.text == other.text
    }

    /// The kept letter that was printed of it as it stands, newest first: a re-print is the same bytes.
    #[must_use]
    pub fn printed_as(&self, form: PaperForm) -> Option<&str> {
        let newest = self.papers.iter().rfind(|paper| paper.form == form);
        newest.map(|paper| paper.sha256.as_str())
    }

    /// What was frozen, once it is final.
    #[must_use]
    pub const fn finalised(&self) -> Option<&Finalised> {
        match self.frozen() {
            Some(frozen) => Some(&frozen.finalised),
            None => None,
        }
    }

    /// The same with what the letter shows of its appeal.
    #[must_use]
    pub const fn frozen(&self) -> Option<&Frozen> {
        match &self.stage {
            ReplyStage::Draft => None,
            ReplyStage::Final(frozen) | ReplyStage::Signed(frozen, _) | ReplyStage::Sent(frozen, ..) => {
                Some(frozen)
            }
        }
    }

    /// The signature, once it is signed.
    #[must_use]
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.stage {
            ReplyStage::Draft | ReplyStage::Final(_) => None,
            ReplyStage::Signed(_, signature) | ReplyStage::Sent(_, signature, _) => Some(signature),
        }
    }

    /// The outgoing number and the letter's date, once it has them: from its signature, or from becoming final.
    #[must_use]
    pub fn outgoing(&self) -> Option<(&str, NaiveDate)> {
        let frozen = self.finalised()?;
        match (&frozen.number, frozen.dated, self.signature()) {
            (Some(number), Some(dated), _) => Some((&number.text, dated)),
            (_, _, Some(signature)) => Some((signature.number.text(), signature.on)),
            _ => None,
        }
    }

    /// How it went out, once it did.
    #[must_use]
    pub const fn dispatch(&self) -> Option<&Dispatch> {
        match &self.stage {
            ReplyStage::Sent(_, _, dispatch) => Some(dispatch),
            _ => None,
        }
    }
}

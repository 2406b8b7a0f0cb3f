//! The papers there are of an appeal: which, what each is called, and how one is composed.
//!
//! A new paper is a variant here and a composing function in [`super::compose`]; whatever prints (the screen, the
//! shell, a batch) then offers it.

use std::fmt;
use std::str::FromStr;

use super::compose::{Composer, slip_of};
use super::document::{Document, Format};
use super::template::{Library, TemplateError};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::fact::Happened;
use crate::standard::paper::AppealPaper;
use crate::standard::reply::{Purpose, Reply, ReplyId, ReplyStage};

/// A paper of an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// A reply, an interim reply or a notice, as it stands.
    Reply(ReplyId),
    /// What the client takes home (талон).
    Receipt,
    /// All of the appeal and what happened to it (регистрационная карточка).
    Card,
    /// The last resolution, to be pinned to the paper.
    Slip,
    /// The envelope for the letter.
    Envelope(Envelope),
    /// An address label.
    Label,
}

/// The envelopes an office has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Envelope {
    /// For a sheet folded in three.
    Dl,
    /// For a sheet folded once.
    C5,
}

impl Envelope {
    /// Its paper.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Dl => Format::Dl,
            Self::C5 => Format::C5,
        }
    }
}

impl Paper {
    /// The papers that there are of this appeal now, the likeliest first.
    #[must_use]
    pub fn offered(appeal: &Appeal) -> Vec<Self> {
        let address = appeal.client.known().and_then(|client| client.address.as_deref());
        let covers = address
            .filter(|address| !address.trim().is_empty())
            .map(|_| [Self::Envelope(Envelope::Dl), Self::Envelope(Envelope::C5), Self::Label]);
        newest_reply(appeal)
            .map(Self::Reply)
            .into_iter()
            .chain([Self::Receipt, Self::Card])
            .chain(slip_of(appeal).map(|_| Self::Slip))
            .chain(covers.into_iter().flatten())
            .collect()
    }

    /// The reply this is a paper of.
    #[must_use]
    pub fn reply(self, appeal: &Appeal) -> Option<&Reply> {
        match self {
            Self::Reply(id) => appeal.reply(id),
            Self::Receipt | Self::Card | Self::Slip | Self::Envelope(_) | Self::Label => None,
        }
    }

    /// Which document of the appeal itself this is; covers and letters are none.
    #[must_use]
    pub const fn of_appeal(self) -> Option<AppealPaper> {
        match self {
            Self::Receipt => Some(AppealPaper::Receipt),
            Self::Card => Some(AppealPaper::Card),
            Self::Slip => Some(AppealPaper::Slip),
            Self::Reply(_) | Self::Envelope(_) | Self::Label => None,
        }
    }

    /// What it is called in a list.
    #[must_use]
    pub fn title(self, appeal: &Appeal, words: &Words) -> String {
        match self.reply(appeal) {
            Some(reply) if reply.finalised().is_none() => say!(words, "paper-draft"),
            Some(reply) if is_notice(reply) => say!(words, "paper-notice"),
            _ => self.name(words),
        }
    }

    /// What it is called where its appeal is not at hand.
    #[must_use]
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Reply(_) => say!(words, "paper-reply"),
            Self::Receipt => say!(words, "paper-receipt"),
            Self::Card => say!(words, "paper-card"),
            Self::Slip => say!(words, "paper-slip"),
            Self::Envelope(Envelope::Dl) => say!(words, "paper-envelope-dl"),
            Self::Envelope(Envelope::C5) => say!(words, "paper-envelope-c5"),
            Self::Label => say!(words, "paper-label"),
        }
    }

    /// The name of its file, without an ending.
    #[must_use]
    pub fn stem(self, appeal: &Appeal, letters: &Words) -> String {
        let kind = match (self, self.reply(appeal)) {
            (Self::Receipt, _) => say!(letters, "file-receipt"),
            (Self::Card, _) => say!(letters, "file-card"),
            (Self::Slip, _) => say!(letters, "file-slip"),
            (Self::Envelope(_), _) => say!(letters, "file-envelope"),
            (Self::Label, _) => say!(letters, "file-label"),
            (Self::Reply(_), Some(reply)) if is_notice(reply) => say!(letters, "file-notice"),
            (Self::Reply(_), _) => say!(letters, "file-reply"),
        };
        format!("{kind}-{}", appeal.number)
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(id) => write!(f, "reply-{}", id.0),
            Self::Receipt => f.write_str("receipt"),
            Self::Card => f.write_str("card"),
            Self::Slip => f.write_str("slip"),
            Self::Envelope(Envelope::Dl) => f.write_str("envelope-dl"),
            Self::Envelope(Envelope::C5) => f.write_str("envelope-c5"),
            Self::Label => f.write_str("label"),
        }
    }
}

impl FromStr for Paper {
    type Err = ();

    /// Reads what [`fmt::Display`] writes.
    fn from_str(code: &str) -> Result<Self, ()> {
        match code {
            "receipt" => Ok(Self::Receipt),
            "card" => Ok(Self::Card),
            "slip" => Ok(Self::Slip),
            "envelope-dl" => Ok(Self::Envelope(Envelope::Dl)),
            "envelope-c5" => Ok(Self::Envelope(Envelope::C5)),
            "label" => Ok(Self::Label),
            _ => {
                let id = code.strip_prefix("reply-").ok_or(())?;
                id.parse().map(|id| Self::Reply(ReplyId(id))).map_err(|_| ())
            }
        }
    }
}

impl Composer<'_> {
    /// A paper of an appeal; `history` is all that happened to it, oldest first. None where there is no such paper, or
    /// none any more: no other paper stands in its place.
    ///
    /// # Errors
    /// When only these values show a fault of the template.
    pub fn paper(
        &self,
        paper: Paper,
        appeal: &Appeal,
        history: &[Happened<'_>],
        library: &Library,
    ) -> Result<Option<Document>, TemplateError> {
        Ok(match paper {
            Paper::Reply(id) => appeal.reply(id).map(|reply| self.reply(appeal, reply)),
            Paper::Receipt => Some(self.receipt(appeal, library)?),
            Paper::Card => Some(self.card(appeal, history)),
            Paper::Slip => self.slip(appeal),
            Paper::Envelope(envelope) => self.cover(appeal, envelope.format()),
            Paper::Label => self.cover(appeal, Format::Label),
        })
    }
}

/// The reply that is likeliest meant by «print»: the one that waits for its next step.
pub(super) fn newest_reply(appeal: &Appeal) -> Option<ReplyId> {
    let rank = |stage: &ReplyStage| match stage {
        ReplyStage::Final(_) => 3,
        ReplyStage::Signed(..) => 2,
        ReplyStage::Draft => 1,
        ReplyStage::Sent(..) => 0,
    };
    let last = |reply: &&Reply| (rank(&reply.stage), reply.purpose == Purpose::Answer, reply.id);
    appeal.replies.iter().max_by_key(last).map(|reply| reply.id)
}

const fn is_notice(reply: &Reply) -> bool {
    matches!(reply.purpose, Purpose::Notice { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_papers_code_reads_back() {
        for paper in [
            Paper::Reply(ReplyId(3)),
            Paper::Receipt,
            Paper::Card,
            Paper::Slip,
            Paper::Envelope(Envelope::Dl),
            Paper::Envelope(Envelope::C5),
            Paper::Label,
        ] {
            assert_eq!(paper.to_string().parse(), Ok(paper));
        }
        assert_eq!("reply-x".parse::<Paper>(), Err(()));
    }
}

//! The papers there are of an appeal: which, what each is called, and how one is composed.
//!
//! A new paper is a variant here and a composing function in [`super::compose`]; whatever prints (the screen, the
//! shell, a batch) then offers it.

use std::fmt;
use std::str::FromStr;

use super::compose::Composer;
use super::document::Document;
use super::template::{Library, TemplateError};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::fact::Happened;
use crate::standard::reply::{Purpose, Reply, ReplyId, ReplyStage};

/// A paper of an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// A reply, an interim reply or a notice, as it stands.
    Reply(ReplyId),
    /// What the client takes home (талон).
    Receipt,
}

impl Paper {
    /// The papers that there are of this appeal now, the likeliest first.
    #[must_use]
    pub fn offered(appeal: &Appeal) -> Vec<Self> {
        newest_reply(appeal).map(Self::Reply).into_iter().chain([Self::Receipt]).collect()
    }

    /// The reply this is a paper of.
    #[must_use]
    pub fn reply(self, appeal: &Appeal) -> Option<&Reply> {
        match self {
            Self::Reply(id) => appeal.reply(id),
            Self::Receipt => None,
        }
    }

    /// What it is called in a list.
    #[must_use]
    pub fn title(self, appeal: &Appeal, words: &Words) -> String {
        match (self, self.reply(appeal)) {
            (Self::Receipt, _) => say!(words, "paper-receipt"),
            (Self::Reply(_), Some(reply)) if reply.finalised().is_none() => say!(words, "paper-draft"),
            (Self::Reply(_), Some(reply)) if is_notice(reply) => say!(words, "paper-notice"),
            (Self::Reply(_), _) => say!(words, "paper-reply"),
        }
    }

    /// The name of its file, without an ending.
    #[must_use]
    pub fn stem(self, appeal: &Appeal, letters: &Words) -> String {
        let kind = match (self, self.reply(appeal)) {
            (Self::Receipt, _) => say!(letters, "file-receipt"),
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
        }
    }
}

impl FromStr for Paper {
    type Err = ();

    /// Reads what [`fmt::Display`] writes.
    fn from_str(code: &str) -> Result<Self, ()> {
        match code.split_once('-') {
            Some(("reply", id)) => id.parse().map(|id| Self::Reply(ReplyId(id))).map_err(|_| ()),
            _ if code == "receipt" => Ok(Self::Receipt),
            _ => Err(()),
        }
    }
}

impl Composer<'_> {
    /// A paper of an appeal; `history` is all that happened to it, oldest first.
    ///
    /// # Errors
    /// When only these values show a fault of the template.
    pub fn paper(
        &self,
        paper: Paper,
        appeal: &Appeal,
        _history: &[Happened<'_>],
        library: &Library,
    ) -> Result<Document, TemplateError> {
        match paper.reply(appeal) {
            Some(reply) => Ok(self.reply(appeal, reply)),
            None => self.receipt(appeal, library),
        }
    }
}

/// The reply that is likeliest meant by «print»: the one that waits for its next step.
fn newest_reply(appeal: &Appeal) -> Option<ReplyId> {
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
        for paper in [Paper::Reply(ReplyId(3)), Paper::Receipt] {
            assert_eq!(paper.to_string().parse(), Ok(paper));
        }
        assert_eq!("reply-x".parse::<Paper>(), Err(()));
    }
}

//! What of a paper is kept and recorded: of a final, and of the appeal's own documents. A draft's paper and a cover are
//! no documents.

use uuid::Uuid;

use super::outcome::Unrecorded;
use crate::desk::{Confirmed, Desk, DeskError, KeptFault, Seen};
use crate::letters::deliver::Form;
use crate::standard::appeal::Appeal;
use crate::standard::paper::{AppealPaper, PaperWay, PrintedPaper};
use crate::standard::reply::Reply;

/// What a document is of.
#[derive(Debug)]
pub(super) enum Of {
    /// Of a final, as it stood when the paper was made.
    Final(Box<Reply>),
    /// Of the appeal itself.
    Appeal {
        /// Which paper.
        paper: AppealPaper,
        /// The hash of what it says.
        says: String,
    },
}

impl Of {
    /// The same document as it came out before, every byte the same; none where it did not.
    pub(super) fn printed(
        &self,
        desk: &Desk,
        appeal: &Appeal,
        form: Form,
    ) -> Result<Option<Vec<u8>>, KeptFault> {
        match self {
            Self::Final(reply) => desk.printed_letter(reply, form),
            Self::Appeal { paper, says } => desk.printed_paper(appeal, *paper, form, says),
        }
    }
}

/// A document that leaves, and under which hash it is kept.
#[derive(Debug)]
pub(super) struct Leaving {
    pub(super) of: Of,
    pub(super) paper: PrintedPaper,
}

impl Leaving {
    /// Writes it down that the document is out: of a letter as it stood, and of no other.
    pub(super) fn record(&self, appeal: Uuid, way: PaperWay, desk: &mut Desk) -> Result<(), Unrecorded> {
        /// Another desk may have changed the appeal between the look and the writing.
        const TRIES: usize = 3;
        let mut tries = 1;
        loop {
            let appeal = desk.card(appeal).map_err(Unrecorded::Desk)?.appeal;
            let seen = Seen::from(&appeal);
            let recorded = match &self.of {
                Of::Final(reply) => {
                    let same = appeal.reply(reply.id).is_some_and(|now| now.says_as(reply));
                    if !same {
                        return Err(Unrecorded::Outdated);
                    }
                    desk.reply_printed(seen, reply.id, &self.paper, way, &Confirmed::new())
                }
                Of::Appeal { paper, says } => desk.paper_printed(seen, *paper, &self.paper, says, way),
            };
            match recorded {
                Err(DeskError::Changed(_)) if tries < TRIES => tries += 1,
                done => return done.map(drop).map_err(Unrecorded::Desk),
            }
        }
    }
}

//! Papers of replies: kept as they were printed, found again, recorded; and which are to be printed together.

use std::io;

use chrono::NaiveDate;
use uuid::Uuid;

use super::work::fold_appeal;
use super::{Confirmed, Desk, DeskError, Seen};
use crate::register::{KeptFault, KeptName};
use crate::standard::appeal::Appeal;
use crate::standard::decide;
use crate::standard::paper::{AppealPaper, PaperForm, PaperWay, PrintedPaper};
use crate::standard::reply::{Reply, ReplyId, ReplyStage};

/// A reply that is to be printed with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyToPrint {
    /// The appeal.
    pub appeal: Uuid,
    /// Its number.
    pub number: String,
    /// Which reply of it.
    pub reply: ReplyId,
    /// No paper of it was printed where it stands.
    pub is_new: bool,
}

impl Desk {
    /// The letter that was printed of this reply as it stands, every byte the same; none where none was.
    ///
    /// # Errors
    /// When it should be there and is not, or is not what was printed.
    pub fn printed_letter(&self, reply: &Reply, form: PaperForm) -> Result<Option<Vec<u8>>, KeptFault> {
        let name = reply.printed_as(form).and_then(|sha256| KeptName::told(sha256, form));
        name.map(|name| self.register.kept_letters().get(&name)).transpose()
    }

    /// Keeps a letter before it leaves; the hash that its fact is to name.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep_letter(&self, bytes: &[u8], form: PaperForm) -> io::Result<String> {
        let name = self.register.kept_letters().put(bytes, form)?;
        Ok(name.sha256().to_owned())
    }

    /// Whether a paper of a final may leave now, asked before it does.
    ///
    /// # Errors
    /// Why the rule refuses; when nobody acts, for a paper is recorded in somebody's name.
    pub fn may_print(&self, appeal: &Appeal, reply: ReplyId, form: PaperForm) -> Result<(), DeskError> {
        // Neither its bytes nor its way can forbid it.
        let paper = PrintedPaper { form, sha256: String::new() };
        let foreseen =
            self.foresee(|context| decide::print_reply(appeal, reply, paper, PaperWay::File, context))?;
        foreseen.map(drop).ok_or(DeskError::NobodyActs)
    }

    /// Records that a paper was printed, or written into a file.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn reply_printed(
        &mut self,
        seen: Seen,
        reply: ReplyId,
        paper: &PrintedPaper,
        way: PaperWay,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| {
            decide::print_reply(appeal, reply, paper.clone(), way, context)
        })
    }

    /// Whether papers may leave now, asked before one does: the hash by which it will be known that one says this.
    ///
    /// # Errors
    /// When nobody acts, for a paper is recorded in somebody's name.
    pub fn may_print_paper(&self, text: &[u8]) -> Result<String, DeskError> {
        self.actor().ok_or(DeskError::NobodyActs)?;
        Ok(KeptName::of(text, PaperForm::Text).sha256().to_owned())
    }

    /// The paper of this appeal that was printed and says this, every byte the same; none where none was.
    ///
    /// # Errors
    /// As [`Desk::printed_letter`].
    pub fn printed_paper(
        &self,
        appeal: &Appeal,
        paper: AppealPaper,
        form: PaperForm,
        says: &str,
    ) -> Result<Option<Vec<u8>>, KeptFault> {
        let printed = appeal.papers.get(&(paper, form)).filter(|printed| printed.says == says);
        let name = printed.and_then(|printed| KeptName::told(&printed.sha256, form));
        name.map(|name| self.register.kept_letters().get(&name)).transpose()
    }

    /// Records that a paper that says this was printed, or written into a file.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn paper_printed(
        &mut self,
        seen: Seen,
        paper: AppealPaper,
        printed: &PrintedPaper,
        says: &str,
        way: PaperWay,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, &Confirmed::new(), |_, _| {
            Ok(decide::print_paper(paper, printed.clone(), says, way))
        })
    }

    /// The replies signed on a day.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn signed_on(&self, day: NaiveDate) -> Result<Vec<ReplyToPrint>, DeskError> {
        let appeals = self.register.signed_on(day)?;
        self.replies_of(&appeals, |reply| reply.signature().is_some_and(|signature| signature.on == day))
    }

    /// The finals that wait for a signature.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn awaiting_signature(&self) -> Result<Vec<ReplyToPrint>, DeskError> {
        let appeals = self.register.with_finals()?;
        self.replies_of(&appeals, |reply| matches!(reply.stage, ReplyStage::Final(_)))
    }

    fn replies_of(
        &self,
        appeals: &[Uuid],
        wanted: impl Fn(&Reply) -> bool,
    ) -> Result<Vec<ReplyToPrint>, DeskError> {
        let mut found = Vec::new();
        for id in appeals {
            let appeal = fold_appeal(*id, self.register.facts_of(*id)?)?;
            found.extend(appeal.replies.iter().filter(|reply| wanted(reply)).map(|reply| ReplyToPrint {
                appeal: *id,
                number: appeal.number.text.clone(),
                reply: reply.id,
                is_new: reply.papers.is_empty(),
            }));
        }
        Ok(found)
    }
}

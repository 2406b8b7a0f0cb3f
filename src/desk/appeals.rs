//! The jobs on appeals: register, route, reply, sign, send, extend, close …

use chrono::NaiveDate;
use uuid::Uuid;

use super::work::fold_appeal;
use super::{Confirmed, Desk, DeskError, Seen};
use crate::register::StoredFact;
use crate::standard::appeal::Appeal;
use crate::standard::decide::{self, Draft, LastStep, OnSpot, Registration, Routing};
use crate::standard::fact::{AppealEvent, Recorded};
use crate::standard::office::Login;
use crate::standard::refusal::Refusal;
use crate::standard::reply::{ReplyBy, ReplyId, SignedBy};

/// What registering gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The appeal.
    pub appeal: Appeal,
    /// The same request was registered before; this is that appeal.
    pub again: bool,
}

impl Desk {
    /// Registers an appeal; durable before this returns (R2). A request sent again is the same appeal.
    ///
    /// # Errors
    /// When the request was sent before with something else, the visit is unknown or has ended, the client or the book's
    /// entry is not as the register has it, a rule refuses, or the file does.
    pub fn register_appeal(
        &mut self,
        form: Registration,
        confirmed: &Confirmed,
    ) -> Result<Receipt, DeskError> {
        self.work(confirmed, |job| {
            if let Some(known) = form.request.map(|id| job.tx.appeal_of_request(id)).transpose()?.flatten() {
                return sent_again(&form, known, job.tx.facts_of(known)?);
            }
            if let Some(visit) = form.visit {
                job.visit_going_on(visit)?;
            }
            job.entry_is_free(form.book.as_ref(), None)?;
            job.moved_over_once(form.paper.as_ref())?;
            if let Some(client) = form.client_id {
                job.client_is_known(client)?;
            }
            let request = form.request;
            let events = job.decide(|context| decide::register(form, context))?;
            let id = job.tx.new_id(job.now)?;
            let appeal = job.begin_appeal(id, events)?;
            job.tx.save_appeal(&appeal)?;
            if let Some(request) = request {
                job.tx.remember_request(request, id)?;
            }
            Ok(Receipt { appeal, again: false })
        })
    }

    /// Hands an appeal on (R3, R4, R12).
    ///
    /// # Errors
    /// When a rule refuses, another desk changed it, or the file refuses.
    pub fn route(
        &mut self,
        seen: Seen,
        routing: &Routing,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::hand_on(appeal, routing, context))
    }

    /// Saves the draft of a reply.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn draft_reply(
        &mut self,
        seen: Seen,
        draft: Draft,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::draft_reply(appeal, draft, context))
    }

    /// Makes a draft final (R6).
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn finalise_reply(
        &mut self,
        seen: Seen,
        reply: ReplyId,
        signatory: &Login,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| {
            decide::finalise_reply(appeal, reply, signatory, context)
        })
    }

    /// Gives a final back with the signatory's remark.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn return_reply(
        &mut self,
        seen: Seen,
        reply: ReplyId,
        remark: &str,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::return_reply(appeal, reply, remark, context))
    }

    /// Gives an appeal back to whoever it came from.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn hand_back(
        &mut self,
        seen: Seen,
        reason: &str,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::hand_back(appeal, reason, context))
    }

    /// Records a signature; gives the outgoing number, or takes the one the chancery typed.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn sign_reply(
        &mut self,
        seen: Seen,
        reply: ReplyId,
        on: Option<NaiveDate>,
        way: SignedBy,
        number: Option<&str>,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| {
            decide::sign_reply(appeal, reply, on, way, number, context)
        })
    }

    /// Records that a signed reply was sent; an answer closes the appeal.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn send_reply(
        &mut self,
        seen: Seen,
        reply: ReplyId,
        by: ReplyBy,
        on: Option<NaiveDate>,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::send_reply(appeal, reply, by, on, context))
    }

    /// Extends the term (R13).
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn extend(
        &mut self,
        seen: Seen,
        days: u16,
        reason: &str,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::extend(appeal, days, reason, context))
    }

    /// Records an oral answer to what was spoken; closes the appeal.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn answer_orally(
        &mut self,
        seen: Seen,
        answer: &OnSpot,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::answer_orally(appeal, answer, context))
    }

    /// Closes a review as noted; files a closed appeal away.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn close(&mut self, seen: Seen, reason: &str, confirmed: &Confirmed) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| match appeal.closing {
            Some(_) => decide::file_away(appeal, reason, context),
            None => decide::note(appeal, reason, context),
        })
    }

    /// Takes back the actor's own last step that still stands by a new fact, where the Standard allows; a paper printed
    /// since is no step.
    ///
    /// # Errors
    /// As [`Desk::route`]; when the last step is another's, or stays.
    pub fn undo(&mut self, seen: Seen, reason: &str, confirmed: &Confirmed) -> Result<Appeal, DeskError> {
        self.change_in_job(seen, confirmed, |job, appeal| {
            let mut facts: Vec<_> =
                job.tx.facts_of(seen.id)?.into_iter().map(StoredFact::recorded::<AppealEvent>).collect();
            let last = decide::last_step(facts.iter().map(|fact| fact.event.as_ref().ok()));
            facts.truncate(last.map_or(0, |place| place + 1));
            let Some(Recorded { stamp, event: Ok(event) }) = facts.pop() else {
                return Err(Refusal::NeedsNewerProgram.into());
            };
            // A registration has nothing before it, and is not taken back.
            let before = if facts.is_empty() { appeal.clone() } else { Appeal::fold(seen.id, facts)? };
            job.change_appeal(appeal, |appeal, context| {
                let last = LastStep { stamp: &stamp, event: &event, before: &before };
                decide::undo(appeal, &last, reason, context)
            })?;
            // The entry in a book that a correction left may have been taken since.
            job.entry_is_free(appeal.content.book.as_ref(), Some(appeal))
        })
    }

    /// Annuls a clerk's error.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn annul(&mut self, seen: Seen, reason: &str, confirmed: &Confirmed) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::annul(appeal, reason, context))
    }

    /// Closes an appeal at the client's will.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn withdraw(&mut self, seen: Seen, reason: &str, confirmed: &Confirmed) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::withdraw(appeal, reason, context))
    }

    /// Opens a closed appeal again.
    ///
    /// # Errors
    /// As [`Desk::route`].
    pub fn reopen(&mut self, seen: Seen, reason: &str, confirmed: &Confirmed) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::reopen(appeal, reason, context))
    }
}

/// The appeal that a request became, if it was sent with the same form.
fn sent_again(form: &Registration, known: Uuid, facts: Vec<StoredFact>) -> Result<Receipt, DeskError> {
    let events: Vec<AppealEvent> =
        facts.iter().map_while(|fact| fact.clone().recorded().event.ok()).collect();
    let appeal = fold_appeal(known, facts)?;
    match events.split_first() {
        Some((AppealEvent::Registered(first), rest)) if decide::is_same(form, first, rest)? => {
            Ok(Receipt { appeal, again: true })
        }
        _ => Err(Refusal::RequestTaken { number: appeal.number }.into()),
    }
}

impl super::work::Job<'_, '_> {
    /// Writes the first facts of an appeal; the lists are the caller's to save.
    pub(super) fn begin_appeal(&mut self, id: Uuid, events: Vec<AppealEvent>) -> Result<Appeal, DeskError> {
        let mut appeal: Option<Appeal> = None;
        for event in events {
            self.record_appeal(id, appeal.as_ref().map_or(0, |appeal| appeal.version), &event)?;
            match (&mut appeal, event) {
                (Some(appeal), event) => appeal.apply(event, &self.stamp())?,
                (none, AppealEvent::Registered(first)) => {
                    *none = Some(Appeal::begin(id, *first, self.stamp()));
                }
                (None, _) => return Err(crate::standard::fold::Unfoldable::NoBeginning.into()),
            }
        }
        Ok(appeal.ok_or(crate::standard::fold::Unfoldable::NoBeginning)?)
    }
}

//! Taking back one's own last step where the Standard allows it: always by a new fact, never by removing one.
//!
//! One fact takes back one step and puts back what stood before it, so that nobody's words are said anew by another; taken
//! back once more, it is the step before that one which goes.

use super::screen::allow_decision;
use super::{Context, HEADS, WORKERS, correct, required};
use crate::standard::appeal::{Appeal, Holder};
use crate::standard::fact::{
    Again, AppealEvent, Course, Destination, Held, ReplyDrafted, Routed, Stamp, StepTakenBack,
};
use crate::standard::refusal::{Field, Instead, Refusal};
use crate::standard::reply::{Reply, ReplyId, ReplyStage};

/// The last step of an appeal that still stands, and the appeal as it was before it.
#[derive(Debug, Clone, Copy)]
pub struct LastStep<'a> {
    /// Who took it, and when.
    pub stamp: &'a Stamp,
    /// What it was.
    pub event: &'a AppealEvent,
    /// The appeal before.
    pub before: &'a Appeal,
}

/// The place of the last step that still stands among the facts of an appeal, oldest first. A paper that was printed is
/// no step, and a step that was taken back stands no more; what can't be read counts as one.
#[must_use]
pub fn last_step<'a>(facts: impl IntoIterator<Item = Option<&'a AppealEvent>>) -> Option<usize> {
    let mut standing = Vec::new();
    for (place, event) in facts.into_iter().enumerate() {
        match event {
            Some(AppealEvent::ReplyPrinted(_) | AppealEvent::PaperPrinted(_)) => {}
            Some(AppealEvent::StepTakenBack(_)) => drop(standing.pop()),
            _ => standing.push(place),
        }
    }
    standing.pop()
}

/// Whether such a step can be taken back at all, whoever took it.
///
/// # Errors
/// What is done in its place.
pub const fn lasts(event: &AppealEvent) -> Result<(), Instead> {
    match event {
        AppealEvent::Routed(_)
        | AppealEvent::HandedBack(_)
        | AppealEvent::ReplyDrafted(_)
        | AppealEvent::ReplyFinalised(_)
        | AppealEvent::GroundProposed(_)
        | AppealEvent::Forwarded(_)
        | AppealEvent::Corrected(_) => Ok(()),
        AppealEvent::GroundDecided(named) if named.ground.notice().is_some() => Ok(()),
        AppealEvent::GroundDecided(_) => Err(Instead::Lift),
        AppealEvent::Registered(_) => Err(Instead::Annul),
        AppealEvent::ReplySigned(_) => Err(Instead::Return),
        AppealEvent::AnsweredOrally(_)
        | AppealEvent::Noted(_)
        | AppealEvent::Withdrawn(_)
        | AppealEvent::ResultRecorded(_) => Err(Instead::Reopen),
        _ => Err(Instead::Nothing),
    }
}

/// Takes back one's own last step: what it changed is again as it was.
///
/// # Errors
/// When somebody else took it, such a step stays, the actor no longer holds the right that it asked for, or whoever
/// would have the appeal again no longer works here. Where the due day moves, that is asked first.
pub fn undo(
    appeal: &Appeal,
    last: &LastStep<'_>,
    reason: &str,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    let LastStep { stamp, event, before } = *last;
    lasts(event).map_err(|instead| Refusal::StepStays { instead })?;
    if stamp.who != context.actor.login {
        return Err(Refusal::OthersStep { who: stamp.who.clone() });
    }
    let again = match event {
        AppealEvent::Routed(routed) => {
            context.allow(rights_over(routed))?;
            Again::Held(held(before, context)?)
        }
        AppealEvent::HandedBack(_) => {
            match before.holder {
                Holder::Executor { .. } => context.allow_author(before)?,
                _ => context.allow(HEADS)?,
            }
            Again::Held(held(before, context)?)
        }
        AppealEvent::ReplyFinalised(event) => {
            context.allow_author(appeal)?;
            Again::Draft(event.reply)
        }
        AppealEvent::ReplyDrafted(event) => {
            context.allow_author(appeal)?;
            Again::Text(text(event.reply, before)?)
        }
        AppealEvent::Corrected(event) => {
            context.allow(WORKERS)?;
            Again::Fields(Box::new(correct::taken_back(appeal, before, event, context)?))
        }
        _ => {
            match event {
                AppealEvent::GroundProposed(_) => context.allow(WORKERS)?,
                _ => allow_decision(before, context)?,
            }
            let Appeal { screening, forwarding, .. } = before.clone();
            Again::Course(Course { screening, forwarding })
        }
    };
    let reason = required(Field::Reason, reason)?;
    Ok(vec![AppealEvent::StepTakenBack(StepTakenBack { reason, again })])
}

/// Who may hand over like that, and so take it back: off its route or to an executor, a head.
const fn rights_over(routed: &Routed) -> &'static [crate::standard::office::Role] {
    match (&routed.destination, &routed.override_reason) {
        (Destination::Executor { .. }, _) | (_, Some(_)) => HEADS,
        _ => WORKERS,
    }
}

/// Who had it before, if they can have it again: in a unit there still is, with people who still work here.
fn held(before: &Appeal, context: &Context<'_>) -> Result<Held, Refusal> {
    let Appeal { holder, co_executors, resolution, ordered_due, .. } = before.clone();
    if let Holder::Unit(unit) = &holder {
        context.office.active_unit(unit).ok_or_else(|| Refusal::UnknownUnit(unit.clone()))?;
    }
    for person in holder.executor().into_iter().chain(&co_executors) {
        context.office.active_person(person).ok_or_else(|| Refusal::UnknownPerson(person.clone()))?;
    }
    Ok(Held { holder, co_executors, resolution, ordered_due })
}

/// The draft as it was; one that was only begun stays, to be written on.
fn text(reply: ReplyId, before: &Appeal) -> Result<ReplyDrafted, Refusal> {
    let was = before.reply(reply).filter(|reply| reply.stage == ReplyStage::Draft).cloned();
    let Reply { id, purpose, template, heading, addressee, text, answers, .. } =
        was.ok_or(Refusal::StepStays { instead: Instead::Write })?;
    Ok(ReplyDrafted { reply: id, purpose, template, heading, addressee, text, answers })
}

//! Taking back one's own last step where the Standard allows it: always by a new fact, never by removing one.

use super::{Context, Correction, correct, required};
use crate::standard::appeal::{Appeal, Holder};
use crate::standard::correct::Value;
use crate::standard::fact::{
    AppealEvent, Corrected, Destination, GroundLifted, HandedBack, ReplyDrafted, ReplyReturned, Routed, Stamp,
};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Instead, Refusal};
use crate::standard::reply::ReplyStage;

/// The last step of an appeal, and the appeal as it was before it.
#[derive(Debug, Clone, Copy)]
pub struct LastStep<'a> {
    /// Who took it, and when.
    pub stamp: &'a Stamp,
    /// What it was.
    pub event: &'a AppealEvent,
    /// The appeal before.
    pub before: &'a Appeal,
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
        AppealEvent::AnsweredOrally(_)
        | AppealEvent::Noted(_)
        | AppealEvent::Withdrawn(_)
        | AppealEvent::ResultRecorded(_) => Err(Instead::Reopen),
        _ => Err(Instead::Nothing),
    }
}

/// Takes back one's own last step.
///
/// # Errors
/// When somebody else took it, or such a step stays.
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
    let reason = required(Field::Reason, reason)?;
    match event {
        AppealEvent::Routed(_) | AppealEvent::HandedBack(_) => Ok(held_as_before(appeal, before, &reason)),
        AppealEvent::ReplyFinalised(event) => {
            Ok(vec![AppealEvent::ReplyReturned(ReplyReturned { reply: event.reply, remark: reason })])
        }
        AppealEvent::ReplyDrafted(drafted) => Ok(vec![drafted_before(drafted, before)?]),
        AppealEvent::Corrected(corrected) => corrected_back(appeal, corrected, reason.text(), context),
        // What stood before it would be gone as well.
        _ if before.screening.is_some() || before.forwarding.is_some() => {
            Err(Refusal::StepStays { instead: Instead::Lift })
        }
        _ => {
            let lifted = GroundLifted { reason, client: None, due: None, on: context.today() };
            Ok(vec![AppealEvent::GroundLifted(Box::new(lifted))])
        }
    }
}

/// The way back to whoever held it before: the way it came, or over to them again.
fn held_as_before(appeal: &Appeal, before: &Appeal, reason: &Personal<String>) -> Vec<AppealEvent> {
    let mut back = appeal.clone();
    let mut events = Vec::new();
    while back.holder != before.holder || events.is_empty() {
        let Some(from) = back.came_from() else { break };
        back.holder = from;
        events.push(AppealEvent::HandedBack(HandedBack { reason: reason.clone() }));
    }
    let destination = match before.holder.clone() {
        Holder::Nobody => return events,
        Holder::Director => Destination::Director,
        Holder::Unit(unit) => Destination::Unit { unit },
        Holder::Executor { unit, executor } => Destination::Executor { unit, executor },
    };
    if back.holder == before.holder {
        return events;
    }
    // One step back is enough: it clears what the step had ordered.
    events.truncate(1);
    let resolution = before.resolution.as_ref().map_or_else(|| reason.clone(), |told| told.text.clone());
    events.push(AppealEvent::Routed(Routed {
        destination,
        resolution,
        inner_due: before.ordered_due,
        override_reason: Some(reason.clone()),
        co_executors: before.co_executors.clone(),
    }));
    events
}

/// The draft as it was; one that was only begun stays, to be written on.
fn drafted_before(drafted: &ReplyDrafted, before: &Appeal) -> Result<AppealEvent, Refusal> {
    let was = before.reply(drafted.reply).filter(|reply| reply.stage == ReplyStage::Draft);
    let was = was.ok_or(Refusal::StepStays { instead: Instead::Nothing })?;
    Ok(AppealEvent::ReplyDrafted(ReplyDrafted {
        reply: was.id,
        purpose: was.purpose,
        template: was.template.clone(),
        heading: was.heading.clone(),
        addressee: was.addressee.clone(),
        text: was.text.clone(),
        answers: was.answers.clone(),
    }))
}

/// The old values again; what was erased since can't come back.
fn corrected_back(
    appeal: &Appeal,
    corrected: &Corrected,
    reason: &str,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    let back = |change: &crate::standard::correct::Change| match &change.old {
        None => Some(Correction { field: change.field, value: None }),
        Some(old) => {
            Value::known(old).map(|text| Correction { field: change.field, value: Some(text.to_owned()) })
        }
    };
    let back: Option<Vec<_>> = corrected.changes.iter().map(back).collect();
    correct(appeal, &back.ok_or(Refusal::StepStays { instead: Instead::Nothing })?, reason, context)
}

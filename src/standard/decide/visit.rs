//! Visits to the window and consultations: counted, without a number (R23; readings).

use uuid::Uuid;

use super::{Context, REGISTRARS, WORKERS, optional};
use crate::standard::appeal::Channel;
use crate::standard::fact::{
    ConsultationAnnulled, ConsultationEvent, ConsultationGiven, VisitEnded, VisitEvent, VisitStarted,
};
use crate::standard::office::UnitCode;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::visit::{Consultation, Visit};

/// Begins a visit at a unit, after so many minutes of waiting where they are known.
///
/// # Errors
/// When the unit is unknown or keeps a register of its own, or the actor takes nothing in.
pub fn start_visit(
    unit: UnitCode,
    waited: Option<u16>,
    context: &Context<'_>,
) -> Result<Vec<VisitEvent>, Refusal> {
    context.guard(false)?;
    context.allow(REGISTRARS)?;
    hall(&unit, context)?;
    Ok(vec![VisitEvent::Started(VisitStarted { unit, waited })])
}

/// Ends a visit.
///
/// # Errors
/// When it has ended, or is another person's and the actor heads nothing.
pub fn end_visit(visit: &Visit, context: &Context<'_>) -> Result<Vec<VisitEvent>, Refusal> {
    context.guard(visit.needs_newer_program)?;
    if visit.ended.is_some() {
        return Err(Refusal::VisitEnded);
    }
    if visit.clerk != context.actor.login {
        context.allow(super::HEADS)?;
    }
    Ok(vec![VisitEvent::Ended(VisitEnded {})])
}

/// A consultation as a desk gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultationForm {
    /// Where.
    pub unit: UnitCode,
    /// About what.
    pub topic: String,
    /// How it was asked for.
    pub channel: Channel,
    /// How long it took, in minutes.
    pub minutes: Option<u16>,
    /// Who asked, where they said; never demanded (R23).
    pub client: Option<String>,
    /// The visit it was given in.
    pub visit: Option<Uuid>,
}

/// Counts a consultation (R23).
///
/// # Errors
/// When the topic or the unit is unknown, or the actor works on no appeals.
pub fn consult(form: ConsultationForm, context: &Context<'_>) -> Result<Vec<ConsultationEvent>, Refusal> {
    context.guard(false)?;
    context.allow(WORKERS)?;
    hall(&form.unit, context)?;
    let ConsultationForm { unit, topic, channel, minutes, client, visit } = form;
    if topic.is_empty() {
        return Err(Refusal::Missing(Field::Topic));
    }
    if context.office.topic(&topic).is_none() {
        return Err(Refusal::UnknownTopic(topic));
    }
    let client = optional(Field::Client, client.as_deref())?;
    Ok(vec![ConsultationEvent::Given(ConsultationGiven { unit, topic, channel, minutes, client, visit })])
}

/// Takes a consultation back: a slip of the finger.
///
/// # Errors
/// When it was taken back before, or is another person's and the actor heads nothing.
pub fn annul_consultation(
    consultation: &Consultation,
    context: &Context<'_>,
) -> Result<Vec<ConsultationEvent>, Refusal> {
    context.guard(consultation.needs_newer_program)?;
    if consultation.annulled {
        return Err(Refusal::ConsultationAnnulled);
    }
    if consultation.by != context.actor.login {
        context.allow(super::HEADS)?;
    }
    Ok(vec![ConsultationEvent::Annulled(ConsultationAnnulled {})])
}

fn hall(unit: &UnitCode, context: &Context<'_>) -> Result<(), Refusal> {
    match context.office.active_unit(unit) {
        None => Err(Refusal::UnknownUnit(unit.clone())),
        Some(known) if known.external => Err(Refusal::ExternalUnit(unit.clone())),
        Some(_) => Ok(()),
    }
}

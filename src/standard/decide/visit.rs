//! A visit to the window: its start and end are taken by the program (readings).

use super::Context;
use crate::standard::fact::{VisitEnded, VisitEvent, VisitStarted};
use crate::standard::fold::Visit;
use crate::standard::office::UnitCode;
use crate::standard::refusal::Refusal;

/// Begins a visit at a unit.
///
/// # Errors
/// When the unit is unknown or keeps a register of its own.
pub fn start_visit(unit: UnitCode, context: &Context<'_>) -> Result<Vec<VisitEvent>, Refusal> {
    context.guard(false)?;
    match context.office.active_unit(&unit) {
        None => Err(Refusal::UnknownUnit(unit)),
        Some(known) if known.external => Err(Refusal::ExternalUnit(unit)),
        Some(_) => Ok(vec![VisitEvent::Started(VisitStarted { unit })]),
    }
}

/// Ends a visit.
///
/// # Errors
/// When it has ended.
pub fn end_visit(visit: &Visit, context: &Context<'_>) -> Result<Vec<VisitEvent>, Refusal> {
    context.guard(visit.needs_newer_program)?;
    if visit.ended.is_some() {
        return Err(Refusal::VisitEnded);
    }
    Ok(vec![VisitEvent::Ended(VisitEnded {})])
}

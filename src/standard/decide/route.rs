//! Handing an appeal on: director, unit, executor (R3, R4, R12).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Context, HEADS, WORKERS, open, optional, required};
use crate::standard::appeal::{Appeal, Holder};
use crate::standard::fact::{AppealEvent, Destination, HandedBack, Routed};
use crate::standard::office::{Login, Role, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::route::Route;
use crate::standard::text::given;

/// To whom a person hands an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The director of the branch-management department.
    Director,
    /// The head of a unit.
    Unit(UnitCode),
    /// An executor.
    Executor(Login),
}

/// A hand-over as a person asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routing {
    /// To whom.
    pub target: Target,
    /// The resolution; an executor is never named without one.
    pub resolution: Option<String>,
    /// An inner due date.
    pub inner_due: Option<NaiveDate>,
    /// Why it goes another way than its route.
    pub override_reason: Option<String>,
    /// Who helps the responsible executor.
    pub co_executors: BTreeSet<Login>,
}

/// Hands an appeal on.
///
/// # Errors
/// When the route goes another way and no reason is given, the actor may not, or a date or name is impossible.
pub fn hand_on(
    appeal: &Appeal,
    routing: &Routing,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    let destination = destination(&routing.target, context)?;
    let to = holder(&destination);
    // The same people may be told something new: another resolution, another inner day.
    let says_more = routing.resolution.as_deref().and_then(given).is_some() || routing.inner_due.is_some();
    if to == appeal.holder && routing.co_executors == appeal.co_executors && !says_more {
        return Err(Refusal::AlreadyThere);
    }
    let names_executor = matches!(to, Holder::Executor { .. });
    context.allow(if names_executor { HEADS } else { WORKERS })?;
    co_executors(&to, &routing.co_executors, context)?;
    let override_reason = optional(Field::Reason, routing.override_reason.as_deref())?;
    let on_route = is_on_route(appeal, &to, context);
    if !on_route {
        context.allow(HEADS)?;
        if override_reason.is_none() {
            return Err(Refusal::OffRoute);
        }
    }
    let inner_due = routing.inner_due.map(|day| inner_due(day, appeal, context)).transpose()?;
    let resolution = if names_executor {
        required(Field::Resolution, routing.resolution.as_deref().unwrap_or_default())?
    } else {
        optional(Field::Resolution, routing.resolution.as_deref())?
            .unwrap_or_else(|| Personal::Known(String::new()))
    };
    let override_reason = override_reason.filter(|_| !on_route);
    let co_executors = routing.co_executors.clone();
    Ok(vec![AppealEvent::Routed(Routed {
        destination,
        resolution,
        inner_due,
        override_reason,
        co_executors,
    })])
}

/// One executor is responsible; those who help are other people, and work here.
fn co_executors(to: &Holder, helpers: &BTreeSet<Login>, context: &Context<'_>) -> Result<(), Refusal> {
    for helper in helpers {
        if to.executor().is_none_or(|responsible| responsible == helper) {
            return Err(Refusal::BadCoExecutor(helper.clone()));
        }
        context.office.active_person(helper).ok_or_else(|| Refusal::UnknownPerson(helper.clone()))?;
    }
    Ok(())
}

/// Gives an appeal back to whoever it came from, with a reason: the executor to the head, the head to the director or
/// the chancery.
///
/// # Errors
/// When nobody holds it, the actor neither holds it nor heads, or no reason is given.
pub fn hand_back(appeal: &Appeal, reason: &str, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    appeal.came_from().ok_or(Refusal::NothingToHandBack)?;
    match appeal.holder {
        Holder::Executor { .. } => context.allow_author(appeal)?,
        _ => context.allow(HEADS)?,
    }
    Ok(vec![AppealEvent::HandedBack(HandedBack { reason: required(Field::Reason, reason)? })])
}

fn destination(target: &Target, context: &Context<'_>) -> Result<Destination, Refusal> {
    Ok(match target {
        Target::Director => Destination::Director,
        Target::Unit(code) => {
            let unit = context.office.active_unit(code).ok_or_else(|| Refusal::UnknownUnit(code.clone()))?;
            Destination::Unit { unit: unit.code.clone() }
        }
        Target::Executor(login) => {
            let person =
                context.office.active_person(login).ok_or_else(|| Refusal::UnknownPerson(login.clone()))?;
            Destination::Executor { unit: person.unit.clone(), executor: login.clone() }
        }
    })
}

fn holder(destination: &Destination) -> Holder {
    match destination.clone() {
        Destination::Director => Holder::Director,
        Destination::Unit { unit } => Holder::Unit(unit),
        Destination::Executor { unit, executor } => Holder::Executor { unit, executor },
    }
}

/// Whether this step is one of the route. A person who holds the right of the step in between may take both at once:
/// the director sends straight to a unit, a unit's head names an executor at once.
fn is_on_route(appeal: &Appeal, to: &Holder, context: &Context<'_>) -> bool {
    use Holder::{Director, Executor, Nobody, Unit};
    let is_director = context.holds(&[Role::Director]);
    match (appeal.route, &appeal.holder, to) {
        (_, Unit(_) | Executor { .. }, Unit(_) | Executor { .. })
        | (_, Director, Unit(_))
        | (Route::Director, Nobody, Director)
        | (Route::Unit, Nobody | Director, Unit(_) | Executor { .. }) => true,
        (Route::Director, Nobody, Unit(_)) => is_director,
        (Route::Head, Nobody, Unit(unit) | Executor { unit, .. }) => *unit == appeal.intake,
        _ => false,
    }
}

fn inner_due(day: NaiveDate, appeal: &Appeal, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    if day > appeal.due.day {
        return Err(Refusal::InnerDueLater { due: appeal.due.day });
    }
    if day < context.today() { Err(Refusal::InnerDuePast { today: context.today() }) } else { Ok(day) }
}

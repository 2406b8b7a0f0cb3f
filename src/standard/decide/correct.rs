//! Correcting what was registered: old and new value, who, why; and counting terms anew for a changed calendar.

use super::closing::passes_other_norm;
use super::register::{checked_content, named};
use super::{Context, WORKERS, required};
use crate::standard::appeal::{Appeal, Outcome};
use crate::standard::calendar::Calendar;
use crate::standard::correct::{Change, Correctable, Particulars};
use crate::standard::fact::{AppealEvent, Corrected, Recounted};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::route::route;
use crate::standard::term::{Due, TermQuestion};

/// One field and the value it should have; nothing empties it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub field: Correctable,
    /// As [`Particulars::set`] reads it.
    pub value: Option<String>,
}

/// Corrects fields of an appeal. Another channel, kind, topic or day of coming in counts the term anew, by the norms of
/// its registration; where the due day moves, that is asked first (readings, *Terms*).
///
/// # Errors
/// When a value is impossible, nothing changes, no reason is given, or a question was not answered with yes.
pub fn correct(
    appeal: &Appeal,
    corrections: &[Correction],
    reason: &str,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    if let Some(closing) = appeal.closing.as_ref().filter(|closing| closing.outcome == Outcome::Annulled) {
        return Err(Refusal::Closed { outcome: closing.outcome, on: closing.on });
    }
    context.allow(WORKERS)?;
    let before = appeal.particulars().ok_or(Refusal::Missing(Field::Client))?;
    let mut after = before.clone();
    for Correction { field, value } in corrections {
        after
            .set(*field, value.as_deref())
            .map_err(|_| Refusal::BadValue { field: *field, value: value.clone().unwrap_or_default() })?;
    }
    check(&mut after, appeal, context)?;
    let changes: Vec<_> = Correctable::ALL
        .iter()
        .filter_map(|&field| {
            let (old, new) = (before.get(field), after.get(field));
            (old != new).then(|| Change {
                field,
                old: old.map(Personal::Known),
                new: new.map(Personal::Known),
            })
        })
        .collect();
    if changes.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    let reason = required(Field::Reason, reason)?;
    let due = if appeal.closing.is_none() { recounted(appeal, &after, context)? } else { None };
    let intake = context.office.units.get(&after.intake).map(|unit| unit.sort);
    let way = intake.map(|sort| route(after.channel, sort)).filter(|way| *way != appeal.route);
    Ok(vec![AppealEvent::Corrected(Box::new(Corrected { changes, reason, due, route: way }))])
}

/// What must hold of a registration holds of what it becomes.
fn check(after: &mut Particulars, appeal: &Appeal, context: &Context<'_>) -> Result<(), Refusal> {
    if let Some(topic) = after.topic.as_deref().filter(|topic| context.office.topic(topic).is_none()) {
        return Err(Refusal::UnknownTopic(topic.to_owned()));
    }
    if after.intake != appeal.intake {
        let unit = context.office.active_unit(&after.intake);
        if unit.ok_or_else(|| Refusal::UnknownUnit(after.intake.clone()))?.external {
            return Err(Refusal::ExternalUnit(after.intake.clone()));
        }
    }
    if after.received > appeal.registered {
        return Err(Refusal::ReceivedLater { today: appeal.registered });
    }
    after.client = named(after.client.clone())?;
    checked_content(&after.content, after.channel, &after.intake, context)?;
    match after.reply_wish.and_then(|by| Some((by, by.lacks(&after.client)?))) {
        Some((by, needs)) => Err(Refusal::NoContactFor { by, needs }),
        None => Ok(()),
    }
}

/// The term by what the appeal becomes, where it is another one.
fn recounted(appeal: &Appeal, after: &Particulars, context: &Context<'_>) -> Result<Option<Due>, Refusal> {
    let before = super::closing::question(appeal);
    let same =
        (before.channel, before.kind, before.topic) == (after.channel, after.kind, after.topic.as_deref());
    if same && (appeal.received == after.received || !appeal.earlier.is_empty()) {
        return Ok(None);
    }
    let asked = TermQuestion {
        channel: after.channel,
        kind: after.kind,
        topic: after.topic.as_deref(),
        received: if appeal.earlier.is_empty() { after.received } else { appeal.opened },
        registered: appeal.opened,
    };
    let (norms, calendar) = (context.office.norms_of(appeal.due.version), &context.office.calendar);
    let due =
        norms.due(&asked, calendar).ok_or(Refusal::NoNorm { channel: after.channel, kind: after.kind })?;
    let limit = norms.get(&due.norm).and_then(|norm| norm.extension.as_ref()).map_or(0, |rule| rule.days);
    // An extension that was given stands as far as the norms that now apply allow one.
    let kept = (1..=appeal.due.extended_by.min(limit)).rev().map(|days| due.extend(days, calendar));
    let kept = kept.into_iter().find(|due| passes_other_norm(due, norms, &asked, calendar).is_none());
    let due = kept.unwrap_or(due);
    let due = Due { reopened: appeal.due.reopened, ..due };
    if due == appeal.due {
        return Ok(None);
    }
    if due.day != appeal.due.day {
        context.ask(Refusal::DueMoves { from: appeal.due.day, to: due.day })?;
    }
    Ok(Some(due))
}

/// The event by which a changed calendar moves an open appeal's term; nothing where it stays.
#[must_use]
pub fn recount(appeal: &Appeal, calendar: &Calendar) -> Option<AppealEvent> {
    let due = appeal.due.recount(calendar);
    let moved = appeal.closing.is_none() && due != appeal.due;
    moved.then_some(AppealEvent::Recounted(Recounted { due }))
}

//! Extending a term, closing an appeal without a letter, and opening it again (R13; readings, *Terms*).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::register::{OnSpot, on_spot};
use super::reply::may_extend;
use super::screen::begun_again;
use super::{Context, HEADS, REGISTRARS, WORKERS, open, required};
use crate::standard::appeal::{Appeal, Kind, Outcome};
use crate::standard::calendar::Calendar;
use crate::standard::fact::{AppealEvent, Extended, Reason, Reopened, ResultRecorded};
use crate::standard::refusal::{Field, Refusal};
use crate::standard::term::{Due, Norms, TermQuestion};

/// Extends the term by what a sent interim reply proposed (R13).
///
/// # Errors
/// When no interim reply was sent, it proposed another number of days, the due day is past, the term was
/// extended before, or another norm that applies allows less.
pub fn extend(
    appeal: &Appeal,
    days: u16,
    reason: &str,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow(HEADS)?;
    let rule = may_extend(appeal, days, context)?;
    match appeal.proposed {
        None if rule.needs_interim_reply => return Err(Refusal::NoInterimSent),
        Some(proposed) if proposed != days => return Err(Refusal::InterimProposed { days: proposed }),
        _ => {}
    }
    if context.today() > appeal.due.day {
        return Err(Refusal::DuePast { due: appeal.due.day });
    }
    let due = appeal.due.extend(days, &context.office.calendar);
    let norms = context.office.norms_of(appeal.due.version);
    if let Some((norm, limit)) = passes_other_norm(&due, norms, &question(appeal), &context.office.calendar) {
        return Err(Refusal::PastOtherNorm { norm, limit });
    }
    let reason = required(Field::Reason, reason)?;
    Ok(vec![AppealEvent::Extended(Extended { days, reason, due })])
}

/// The norm whose own limit an extended term would pass, with that limit (readings, *Terms*: the winning norm alone sets
/// the extension, never past another applicable norm's own).
pub(super) fn passes_other_norm(
    extended: &Due,
    norms: &Norms,
    question: &TermQuestion<'_>,
    calendar: &Calendar,
) -> Option<(String, NaiveDate)> {
    let others = norms.all_due(question, calendar).into_iter().filter(|other| other.norm != extended.norm);
    others
        .map(|other| {
            let own =
                norms.get(&other.norm).and_then(|norm| norm.extension.as_ref()).map_or(0, |rule| rule.days);
            let limit = other.extend(own, calendar).day;
            (other.norm, limit)
        })
        .find(|(_, limit)| extended.day > *limit)
}

/// Records an oral answer to what was spoken; closes the appeal.
///
/// # Errors
/// When the appeal came in writing, the client did not agree, or the gist is empty.
pub fn answer_orally(
    appeal: &Appeal,
    answer: &OnSpot,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow(WORKERS)?;
    let answered = on_spot(answer, appeal.channel, context.today())?;
    every_question(appeal, &answer.answers)?;
    Ok(vec![AppealEvent::AnsweredOrally(answered)])
}

/// Several questions in one appeal are each answered before it closes; places that name none are refused.
pub(super) fn every_question(appeal: &Appeal, answers: &BTreeSet<u16>) -> Result<(), Refusal> {
    known_questions(appeal.content.questions.len(), answers)?;
    let left = appeal.unanswered(answers);
    if left.is_empty() { Ok(()) } else { Err(Refusal::QuestionsLeft(left)) }
}

/// Refuses a place that names no question.
pub(super) fn known_questions(count: usize, answers: &BTreeSet<u16>) -> Result<(), Refusal> {
    let stray = answers.iter().find(|place| **place == 0 || usize::from(**place) > count);
    stray.map_or(Ok(()), |place| Err(Refusal::NoQuestion { place: *place }))
}

/// Records by hand that a unit with a register of its own answered the client; closes the appeal (readings, *Numbers
/// and dates*: hand-over and result are recorded by hand).
///
/// # Errors
/// When the unit that holds it keeps no register of its own, or number, gist or day are missing or impossible.
pub fn record_result(
    appeal: &Appeal,
    number: &str,
    on: Option<NaiveDate>,
    gist: &str,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow(WORKERS)?;
    let holder = appeal.holder.unit().and_then(|code| context.office.units.get(code));
    if !holder.is_some_and(|unit| unit.external) {
        return Err(Refusal::NotExternal);
    }
    required(Field::OutgoingNumber, number)?;
    let on = context.past_day(on, appeal.opened)?;
    let gist = required(Field::Answer, gist)?;
    Ok(vec![AppealEvent::ResultRecorded(ResultRecorded { number: number.trim().to_owned(), on, gist })])
}

/// Closes a review as «принято к сведению», unless a reply was asked for.
///
/// # Errors
/// When it is no review, a reply was asked for, or the actor heads nothing.
pub fn note(appeal: &Appeal, reason: &str, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    if appeal.kind != Kind::Review {
        return Err(Refusal::NotAReview);
    }
    if appeal.reply_wish.is_some() {
        return Err(Refusal::ReplyAsked);
    }
    context.allow(HEADS)?;
    Ok(vec![AppealEvent::Noted(reasoned(reason, context)?)])
}

/// Annuls a clerk's error before anything was sent; the number stays taken (R2).
///
/// # Errors
/// When something was sent, it is annulled or withdrawn already, or no reason is given.
pub fn annul(appeal: &Appeal, reason: &str, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    let sent = appeal.replies.iter().any(|reply| reply.dispatch().is_some());
    if sent || !appeal.requests.is_empty() {
        return Err(Refusal::AlreadySent);
    }
    // An answer on the spot entered by mistake is the one closing that a clerk's error can undo.
    if appeal.closing.as_ref().is_none_or(|closing| closing.outcome != Outcome::AnsweredOrally) {
        open(appeal)?;
    }
    context.allow(REGISTRARS)?;
    Ok(vec![AppealEvent::Annulled(reasoned(reason, context)?)])
}

/// Closes an appeal at the client's will.
///
/// # Errors
/// When it is closed, or no reason is given.
pub fn withdraw(appeal: &Appeal, reason: &str, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow(WORKERS)?;
    Ok(vec![AppealEvent::Withdrawn(reasoned(reason, context)?)])
}

/// Opens a closed appeal again, with a new term by the norms in force today; the first round is kept.
///
/// # Errors
/// When it is open or annulled, the actor heads nothing, or no reason is given.
pub fn reopen(appeal: &Appeal, reason: &str, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    let closing = appeal.closing.as_ref().ok_or(Refusal::Open)?;
    if closing.outcome == Outcome::Annulled {
        return Err(Refusal::CantReopenAnnulled);
    }
    context.allow(HEADS)?;
    let reason = required(Field::Reason, reason)?;
    let due = begun_again(appeal, context.today(), context)?;
    Ok(vec![AppealEvent::Reopened(Reopened { reason, due })])
}

/// Files a closed appeal away («списать в дело»).
///
/// # Errors
/// When it is open or filed already, or no reason is given.
pub fn file_away(appeal: &Appeal, reason: &str, context: &Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    if appeal.closing.is_none() {
        return Err(Refusal::Open);
    }
    if let Some(on) = appeal.filed {
        return Err(Refusal::AlreadyFiled { on });
    }
    context.allow(WORKERS)?;
    Ok(vec![AppealEvent::FiledAway(reasoned(reason, context)?)])
}

fn reasoned(reason: &str, context: &Context<'_>) -> Result<Reason, Refusal> {
    Ok(Reason { reason: required(Field::Reason, reason)?, on: context.today() })
}

/// What the norms were asked when this round began.
pub(super) fn question(appeal: &Appeal) -> TermQuestion<'_> {
    TermQuestion {
        channel: appeal.channel,
        kind: appeal.kind,
        topic: appeal.topic.as_deref(),
        received: if appeal.earlier.is_empty() { appeal.received } else { appeal.opened },
        registered: appeal.opened,
    }
}

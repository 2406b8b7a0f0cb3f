//! Correcting what was registered: old and new value, who, why; and counting terms anew for a changed calendar.

use super::closing::passes_other_norm;
use super::register::{known_documents, known_entry, named, reachable};
use super::{Context, WORKERS, optional, required};
use crate::standard::appeal::{Appeal, Outcome};
use crate::standard::calendar::{Calendar, is_plausible};
use crate::standard::client::Client;
use crate::standard::correct::{Change, Correctable, Particulars, Readdressed, Value};
use crate::standard::fact::{AppealEvent, Corrected, Fields, Recounted};
use crate::standard::gist::one_line;
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Instead, Refusal};
use crate::standard::reply::{Purpose, Reply, ReplyStage};
use crate::standard::route::route;
use crate::standard::screening::Ground;
use crate::standard::shows::Shows;
use crate::standard::term::{Due, TermQuestion};

/// One field and the value it should have; nothing empties it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub field: Correctable,
    /// As [`Particulars::apply`] reads it.
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
    for Correction { value, .. } in corrections {
        optional(Field::Correction, value.as_deref())?;
    }
    let values = corrections.iter().map(|one| (one.field, one.value.as_deref()));
    after.apply(values).map_err(|field| bad_value(field, corrections))?;
    check(&before, &mut after, appeal, context)?;
    let changes = changes(&before, &after);
    let Some(first) = changes.first() else { return Err(Refusal::NothingChanged) };
    // What is written must make of the appeal, whenever it is read, what was decided here.
    if !reads_back(&before, &changes, &after) {
        return Err(bad_value(first.field, corrections));
    }
    not_of_others(appeal, &changes)?;
    not_in_a_letter(appeal, &before, &after, &changes)?;
    let reason = required(Field::Reason, reason)?;
    let due = if appeal.closing.is_none() { recounted(appeal, &after, context)? } else { None };
    let intake = context.office.units.get(&after.intake).map(|unit| unit.sort);
    let way = intake.map(|sort| route(after.channel, sort)).filter(|way| *way != appeal.route);
    let client_sort = Some(after.client.sort()).filter(|sort| *sort != appeal.client_sort);
    let readdressed = readdressed(appeal, &before.client, &after.client);
    let corrected = Corrected { changes, reason, due, route: way, client_sort, readdressed };
    Ok(vec![AppealEvent::Corrected(Box::new(corrected))])
}

fn bad_value(field: Correctable, corrections: &[Correction]) -> Refusal {
    let given = corrections.iter().find(|one| one.field == field).and_then(|one| one.value.clone());
    Refusal::BadValue { field, value: given.unwrap_or_default() }
}

/// Every field that is another now, in the order of the list.
fn changes(before: &Particulars, after: &Particulars) -> Vec<Change> {
    let change = |&field: &Correctable| {
        let (old, new) = (before.get(field), after.get(field));
        let value = |text: String| Value::of(field, text);
        (old != new).then(|| Change { field, old: old.map(value), new: new.map(value) })
    };
    Correctable::ALL.iter().filter_map(change).collect()
}

/// Whether these changes, written down and read again, make the one of the other.
fn reads_back(before: &Particulars, changes: &[Change], after: &Particulars) -> bool {
    let mut read = before.clone();
    let written = changes.iter().map(|one| (one.field, one.new.as_ref().and_then(Value::known)));
    read.apply(written).is_ok() && read == *after
}

/// What takes a correction back: its fields with all that followed from them, as they stood before it. The term is the one
/// there was, not one counted again: what was granted, and the norms it was given by, are in it.
///
/// # Errors
/// When what stood there was erased, or another command settles it; where the due day moves, that is asked first.
pub(super) fn taken_back(
    appeal: &Appeal,
    before: &Appeal,
    corrected: &Corrected,
    context: &Context<'_>,
) -> Result<Fields, Refusal> {
    let stays = || Refusal::StepStays { instead: Instead::Nothing };
    let is_erased = |change: &Change| change.old.as_ref().is_some_and(|old| old.known().is_none());
    if corrected.changes.iter().any(is_erased) {
        return Err(stays());
    }
    let (now, was) = appeal.particulars().zip(before.particulars()).ok_or_else(stays)?;
    let changes = changes(&now, &was);
    if !reads_back(&now, &changes, &was) {
        return Err(stays());
    }
    not_of_others(appeal, &changes)?;
    not_in_a_letter(appeal, &now, &was, &changes)?;
    let due = match appeal.closing {
        None => before.due.recount(&context.office.calendar),
        Some(_) => before.due.clone(),
    };
    if due.day != appeal.due.day {
        context.ask(Refusal::DueMoves { from: appeal.due.day, to: due.day })?;
    }
    Ok(Fields {
        changes,
        due,
        route: before.route,
        client_sort: before.client_sort,
        contacts_from_card: before.contacts_from_card,
        readdressed: readdressed_back(appeal, before),
    })
}

/// The drafts that are addressed as the client stood in the register: they follow the correction, or the letter would leave
/// with what was found wrong. What its executor addressed otherwise stays as they wrote it.
fn readdressed(appeal: &Appeal, before: &Client, after: &Client) -> Vec<Readdressed> {
    let (was, is) = (before.addressee().join("\n"), after.addressee().join("\n"));
    let follows =
        |reply: &&Reply| reply.stage == ReplyStage::Draft && reply.addressee.text() == was && was != is;
    let drafts = appeal.replies.iter().filter(follows);
    drafts.map(|reply| Readdressed { reply: reply.id, addressee: Personal::Known(is.clone()) }).collect()
}

/// The same drafts, addressed as they were.
fn readdressed_back(appeal: &Appeal, before: &Appeal) -> Vec<Readdressed> {
    let other = |was: &&Reply| appeal.reply(was.id).is_some_and(|now| now.addressee != was.addressee);
    let drafts = before.replies.iter().filter(other);
    drafts.map(|was| Readdressed { reply: was.id, addressee: was.addressee.clone() }).collect()
}

/// What another command settles is not corrected past it: contacts of an appeal that was left for want of them begin a
/// new term (R8), and the questions that a final answer was checked against stand (R6).
fn not_of_others(appeal: &Appeal, changes: &[Change]) -> Result<(), Refusal> {
    let left = appeal.closing.as_ref().is_some_and(|closing| closing.outcome == Outcome::NotConsidered)
        && appeal.screening.as_ref().is_some_and(|now| now.ground == Ground::NoContacts);
    if left && changes.iter().any(|change| change.field.is_contact()) {
        return Err(Refusal::LiftInstead);
    }
    let is_final =
        |reply: &Reply| reply.purpose == Purpose::Answer && !matches!(reply.stage, ReplyStage::Draft);
    let under_way = |reply: &Reply| is_final(reply) && reply.dispatch().is_none();
    let asked = changes.iter().any(|change| change.field == Correctable::Questions);
    if asked && appeal.replies.iter().any(under_way) { Err(Refusal::ReplyUnderWay) } else { Ok(()) }
}

/// A letter with a wrong name must not leave once the name was corrected: what a letter that has not left shows of the
/// appeal, in its head or word for word in its text, is corrected after that letter was returned.
fn not_in_a_letter(
    appeal: &Appeal,
    before: &Particulars,
    after: &Particulars,
    changes: &[Change],
) -> Result<(), Refusal> {
    /// Shorter values stand in any text.
    const TELLING: usize = 4;
    let under_way = |reply: &&Reply| reply.finalised().is_some() && reply.dispatch().is_none();
    let letters: Vec<_> = appeal.replies.iter().filter(under_way).collect();
    // From a closed appeal nothing leaves; opened again, its letters are looked at where they would.
    if letters.is_empty() || appeal.closing.is_some() {
        return Ok(());
    }
    let head = |now: &Particulars| Shows::of(Some(&now.client), &now.content);
    let words = |reply: &&Reply| {
        let parts = [reply.addressee.text(), reply.heading.text(), reply.text.text()];
        parts.map(str::to_owned)
    };
    let words: Vec<_> = letters.iter().flat_map(words).collect();
    let stands = |change: &&Change| {
        let old = as_written(change);
        let telling = old.filter(|old| old.chars().count() >= TELLING);
        telling.is_some_and(|old| words.iter().any(|text| text.contains(&old)))
    };
    let in_text = || changes.iter().find(stands).map(|change| change.field);
    let shown = head(before).differs(&head(after)).or_else(in_text);
    shown.map_or(Ok(()), |field| Err(Refusal::LetterShows { field }))
}

/// What stood in a field, as a letter may quote it; nothing of what stands there by a code.
fn as_written(change: &Change) -> Option<String> {
    let old = change.old.as_ref().and_then(Value::known)?;
    match change.field {
        Correctable::Received | Correctable::SenderDate => {
            let day: chrono::NaiveDate = old.parse().ok()?;
            Some(day.format("%d.%m.%Y").to_string())
        }
        Correctable::Gist | Correctable::SenderNumber => Some(old.to_owned()),
        field => field.is_of_client().then(|| old.to_owned()),
    }
}

/// What must hold of a registration holds of what it becomes; what was not touched is not held against today's lists.
fn check(
    before: &Particulars,
    after: &mut Particulars,
    appeal: &Appeal,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let topic = after.topic.as_deref().filter(|_| after.topic != before.topic);
    if let Some(topic) = topic.filter(|topic| context.office.topic(topic).is_none()) {
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
    plausible(before, after, context)?;
    after.client = named(after.client.clone())?;
    reachable(&after.client, Some(&before.client))?;
    after.content.gist = required(Field::Gist, &one_line(after.content.gist.text()))?;
    let (now, was) = (&after.content, &before.content);
    if now.documents != was.documents {
        known_documents(&now.documents, context)?;
    }
    if let Some(letter) = &now.covering_letter {
        required(Field::CoveringBody, &letter.body)?;
    }
    if (&now.book, after.channel, &after.intake) != (&was.book, before.channel, &before.intake) {
        known_entry(now.book.as_ref(), after.channel, &after.intake, context)?;
    }
    let reach = |who: &Particulars| who.reply_wish.and_then(|by| Some((by, by.lacks(&who.client)?)));
    match reach(after).filter(|_| reach(before).is_none()) {
        Some((by, needs)) => Err(Refusal::NoContactFor { by, needs }),
        None => Ok(()),
    }
}

/// The days that were changed are such as an office may mean, and those of papers that came in are past.
fn plausible(before: &Particulars, after: &Particulars, context: &Context<'_>) -> Result<(), Refusal> {
    let proxy = |who: &Particulars| who.client.representative.as_ref().and_then(|person| person.proxy_date);
    let covering = |who: &Particulars| who.content.covering_letter.clone();
    let day_of = |who: &Particulars, field| match field {
        Correctable::Received => Some(who.received),
        Correctable::SenderDate => who.content.sender_date,
        Correctable::ProxyDate => proxy(who),
        Correctable::CoveringDate => covering(who).and_then(|letter| letter.date),
        _ => covering(who).and_then(|letter| letter.due),
    };
    let days = [
        Correctable::Received,
        Correctable::SenderDate,
        Correctable::ProxyDate,
        Correctable::CoveringDate,
        Correctable::CoveringDue,
    ];
    for field in days {
        let Some(day) = day_of(after, field).filter(|day| day_of(before, field) != Some(*day)) else {
            continue;
        };
        if !is_plausible(day) {
            return Err(Refusal::BadValue { field, value: day.to_string() });
        }
        if field != Correctable::CoveringDue && day > context.today() {
            return Err(Refusal::InFuture { today: context.today() });
        }
    }
    Ok(())
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
    // What was granted stands as far as the norms that now apply allow it, and comes back whole with the old ones: an
    // appeal is extended once (R13), so that what a mistaken correction took could never be given again.
    let granted = appeal.extension.as_ref().map_or(0, |extension| extension.days);
    let kept = (1..=granted.min(limit)).rev().map(|days| due.extend(days, calendar));
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

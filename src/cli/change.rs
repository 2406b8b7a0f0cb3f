//! Commands that change one appeal.

use super::args::{Answered, Extend, Reasoned, Return, Route, Sent, Sign, Undo};
use super::failure::Failure;
use super::look::unit_named;
use super::output::Shell;
use super::reply::{returnable, waiting};
use super::session::confirmed;
use super::values::Places;
use crate::desk::{Confirmed, Desk, DeskError, Event, Seen};
use crate::i18n::{Language, Words};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::decide::{OnSpot, Routing, Target};
use crate::standard::office::{Login, Office, UnitCode};
use crate::standard::refusal::ReplyNeed;

/// A change for which a reason is all that is needed.
type ByReason = fn(&mut Desk, Seen, &str, &Confirmed) -> Result<Appeal, DeskError>;

/// Closes, annuls, withdraws or reopens.
pub(super) fn by_reason(
    shell: &mut Shell<'_>,
    desk: &mut Desk,
    args: &Reasoned,
    change: ByReason,
) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let appeal = change(desk, (&appeal).into(), &args.reason, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Takes back one's own last step.
pub(super) fn undo(shell: &mut Shell<'_>, desk: &mut Desk, args: &Undo) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let reason = args.reason.clone().unwrap_or_else(|| say!(Words::new(Language::Ru), "undo-reason"));
    let appeal = desk.undo((&appeal).into(), &reason, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Hands an appeal on.
pub(super) fn route(shell: &mut Shell<'_>, desk: &mut Desk, args: Route) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let routing = Routing {
        target: target(desk.office(), &args.to)?,
        resolution: args.resolution,
        inner_due: args.due,
        override_reason: args.override_reason,
        co_executors: args.with.into_iter().map(Login).collect(),
    };
    let appeal = desk.route((&appeal).into(), &routing, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Whom a word means: the director, a person by login, a unit by code or name. `unit:` or `login:` before it says which.
fn target(office: &Office, word: &str) -> Result<Target, Failure> {
    /// The director has no login of their own here.
    const DIRECTOR: &str = "director";
    if let Some(code) = word.strip_prefix("unit:") {
        return Ok(Target::Unit(UnitCode(code.to_owned())));
    }
    if let Some(login) = word.strip_prefix("login:") {
        return Ok(Target::Executor(Login(login.to_owned())));
    }
    let login = Login(word.to_owned());
    let person = office.active_person(&login).map(|person| Target::Executor(person.login.clone()));
    let unit = unit_named(office, word).ok().filter(|code| office.active_unit(code).is_some());
    match (person, unit) {
        (Some(_), Some(_)) => Err(Failure::TwoRecipients(word.to_owned())),
        (Some(person), None) => Ok(person),
        (None, Some(unit)) => Ok(Target::Unit(unit)),
        (None, None) if word == DIRECTOR => Ok(Target::Director),
        (None, None) => Err(Failure::NoRecipient(word.to_owned())),
    }
}

/// Gives a final back to its executor.
pub(super) fn give_back(shell: &mut Shell<'_>, desk: &mut Desk, args: &Return) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let reply = returnable(&appeal, args.kind)?;
    let appeal = desk.return_reply((&appeal).into(), reply, &args.remark, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Records a signature.
pub(super) fn sign(shell: &mut Shell<'_>, desk: &mut Desk, args: &Sign) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let reply = waiting(&appeal, args.kind, ReplyNeed::Final)?;
    let number = args.outgoing.as_deref();
    let appeal =
        desk.sign_reply((&appeal).into(), reply, args.on, args.way, number, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Records that a reply went out: as the client wants it, unless another way is named.
pub(super) fn sent(shell: &mut Shell<'_>, desk: &mut Desk, args: &Sent) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let reply = waiting(&appeal, args.kind, ReplyNeed::Signed)?;
    let by = args.channel.unwrap_or_else(|| appeal.reply_by());
    let appeal = desk.send_reply((&appeal).into(), reply, by, args.on, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Extends the term.
pub(super) fn extend(shell: &mut Shell<'_>, desk: &mut Desk, args: &Extend) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let appeal = desk.extend((&appeal).into(), args.days, &args.reason, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Records an oral answer.
pub(super) fn answered(shell: &mut Shell<'_>, desk: &mut Desk, args: &Answered) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let answers = args.answers.as_ref().unwrap_or(&Places::All).of(appeal.content.questions.len());
    let answer = OnSpot { gist: args.gist.clone(), agreed: true, answers };
    let appeal = desk.answer_orally((&appeal).into(), &answer, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Says what was done: the newest line of the appeal's history.
pub(super) fn done(shell: &mut Shell<'_>, desk: &Desk, appeal: &Appeal) -> Result<(), Failure> {
    let history = desk.card(appeal.id)?.history;
    let what = history.last().map(|line| match &line.event {
        Event::Known(event) => shell.words.event(event, &appeal.replies, desk.office()),
        Event::Unknown(kind) => shell.words.fact_kind(kind),
    });
    let said = format!("№ {} · {}", appeal.number, what.unwrap_or_default());
    shell.say(&said)
}

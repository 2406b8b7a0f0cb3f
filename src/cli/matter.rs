//! What else can be done with an appeal's matter: grounds for no action (R7, R8), forwarding, requests (R15), calls,
//! corrections, the result of a unit with a register of its own.

use super::acts::{Called, Correct, Forward, Lift, Request, RequestAnswered, Screen, UnitResult};
use super::change::done;
use super::failure::Failure;
use super::look::unit_named;
use super::output::Shell;
use super::session::confirmed;
use crate::desk::{Desk, EarlierReply};
use crate::standard::appeal::Appeal;
use crate::standard::decide::{Contacts, RequestForm};
use crate::standard::office::{Office, UnitCode};
use crate::standard::refusal::Refusal;
use crate::standard::request::{Asked, RequestId};

/// Names a ground: proposes it, or decides it where the actor heads.
pub(super) fn screen(shell: &mut Shell<'_>, desk: &mut Desk, args: &Screen) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let earlier = match (&args.earlier, &args.paper_number) {
        (Some(number), _) => Some(EarlierReply::Appeal(desk.appeal_by_number(number)?.appeal.id)),
        (None, Some(number)) => Some(EarlierReply::Paper { number: number.clone(), on: args.paper_date }),
        (None, None) => None,
    };
    // What was proposed keeps its words; a ground that stands for itself needs none.
    let proposed = appeal.screening.as_ref().filter(|now| now.ground == args.ground);
    let note = args
        .note
        .clone()
        .or_else(|| proposed.and_then(|now| now.note.known().cloned()))
        .unwrap_or_else(|| shell.words.ground(args.ground));
    let yes = confirmed(&args.confirm);
    let appeal = desk.screen((&appeal).into(), args.ground, &note, earlier.as_ref(), &yes)?;
    done(shell, desk, &appeal)
}

/// Takes a ground or a forwarding back.
pub(super) fn lift(shell: &mut Shell<'_>, desk: &mut Desk, args: Lift) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let contacts = Contacts { address: args.address, email: args.email, phone: args.phone };
    let yes = confirmed(&args.confirm);
    let appeal = desk.lift_ground((&appeal).into(), &args.reason, &contacts, args.known_on, &yes)?;
    done(shell, desk, &appeal)
}

/// Decides that the matter is another organisation's.
pub(super) fn forward(shell: &mut Shell<'_>, desk: &mut Desk, args: &Forward) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let appeal = desk.forward((&appeal).into(), &args.to, &args.reason, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Asks a unit or an outside organisation.
pub(super) fn request(shell: &mut Shell<'_>, desk: &mut Desk, args: Request) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let form = RequestForm {
        to: asked(desk.office(), &args.to),
        text: args.text,
        on: args.on,
        expected: args.expected,
        number: args.outgoing,
    };
    let appeal = desk.send_request((&appeal).into(), &form, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// Whom a word asks: a unit by code or name, else an organisation. `unit:` or `org:` before it says which.
fn asked(office: &Office, word: &str) -> Asked {
    if let Some(code) = word.strip_prefix("unit:") {
        return Asked::Unit(unit_named(office, code).unwrap_or_else(|_| UnitCode(code.to_owned())));
    }
    if let Some(name) = word.strip_prefix("org:") {
        return Asked::Organisation(name.to_owned());
    }
    let unit = unit_named(office, word).ok().filter(|code| office.active_unit(code).is_some());
    unit.map_or_else(|| Asked::Organisation(word.to_owned()), Asked::Unit)
}

/// Records what a request brought.
pub(super) fn request_answered(
    shell: &mut Shell<'_>,
    desk: &mut Desk,
    args: &RequestAnswered,
) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let place = args.place.map(RequestId).map_or_else(|| only_open(&appeal), Ok)?;
    let yes = confirmed(&args.confirm);
    let appeal = desk.answer_request((&appeal).into(), place, &args.gist, args.on, &yes)?;
    done(shell, desk, &appeal)
}

/// The one request that waits for an answer.
fn only_open(appeal: &Appeal) -> Result<RequestId, Failure> {
    let open: Vec<_> = appeal.requests.iter().filter(|one| one.answer.is_none()).map(|one| one.id).collect();
    match open.as_slice() {
        [] => Err(Refusal::NoRequest.into()),
        [one] => Ok(*one),
        several => Err(Failure::SeveralRequests(several.iter().map(|id| id.0).collect())),
    }
}

/// Records a call to a client who waits for one.
pub(super) fn called(shell: &mut Shell<'_>, desk: &mut Desk, args: &Called) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let yes = confirmed(&args.confirm);
    let appeal = desk.record_call((&appeal).into(), !args.not_reached, args.gist.as_deref(), &yes)?;
    done(shell, desk, &appeal)
}

/// Corrects fields of an appeal.
pub(super) fn correct(shell: &mut Shell<'_>, desk: &mut Desk, args: &Correct) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let yes = confirmed(&args.confirm);
    let appeal = desk.correct((&appeal).into(), &args.changes, &args.reason, &yes)?;
    done(shell, desk, &appeal)
}

/// Records that a unit with a register of its own answered the client.
pub(super) fn result(shell: &mut Shell<'_>, desk: &mut Desk, args: &UnitResult) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let yes = confirmed(&args.confirm);
    let appeal = desk.record_result((&appeal).into(), &args.outgoing, args.on, &args.gist, &yes)?;
    done(shell, desk, &appeal)
}

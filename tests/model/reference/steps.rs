//! What each step may meet, and what it makes of an appeal, by the text of the Standard and the readings.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use otklik::standard::appeal::{Kind, Outcome};
use otklik::standard::office::Role;
use otklik::standard::reply::{NoticeOf, ReplyBy};
use otklik::standard::screening::Ground;

use super::super::world::{Act, EXTERNAL, Letter, Mend, PEOPLE, Step, To, Who};
use super::{
    Far, Has, Known, Reasons, Taken, Way, Why, Written, alike, day_after, heads, is, lacks_contact,
    may_extend_by, refuse, route, spoken, takes_in, term, works,
};

pub(super) fn hand_on(
    case: &mut Known,
    to: To,
    (reason, resolution): (bool, bool),
    helper: Option<Who>,
    inner: Option<NaiveDate>,
    step: &Step,
) -> Reasons {
    let who = step.who;
    let has = match to {
        To::Director => Has::Director,
        To::Unit(unit) => Has::Unit(unit),
        To::Person(person) => Has::Executor(person),
    };
    let helpers: BTreeSet<Who> = helper.into_iter().collect();
    let names = matches!(has, Has::Executor(_));
    let to_unit = match has {
        Has::Unit(unit) => Some(unit),
        Has::Executor(person) => Some(PEOPLE[person].unit),
        _ => None,
    };
    let on_route = match (case.has, has) {
        (Has::Unit(_) | Has::Executor(_), Has::Unit(_) | Has::Executor(_))
        | (Has::Director, Has::Unit(_)) => true,
        (Has::Director, Has::Executor(_)) => route(case) == Way::Unit,
        (Has::Nobody, _) => match route(case) {
            Way::Director => {
                has == Has::Director || (matches!(has, Has::Unit(_)) && is(who, &[Role::Director]))
            }
            Way::Head => to_unit == Some(case.intake),
            Way::Unit => to_unit.is_some(),
        },
        _ => false,
    };
    let no = refuse(&[
        (!works(who) || (names && !heads(who)), Why::Role),
        (has == case.has && helpers == case.helpers && !resolution && inner.is_none(), Why::There),
        (helper.is_some_and(|helper| !names || has == Has::Executor(helper)), Why::Helper),
        (!on_route && !heads(who), Why::Role),
        (!on_route && !reason, Why::Route),
        (names && !resolution, Why::Missing),
        (inner.is_some_and(|day| day > case.due || day < step.on), Why::Inner),
    ]);
    if no.is_empty() {
        case.has = has;
        case.helpers = helpers;
    }
    no
}

pub(super) fn hand_back(case: &mut Known, reason: bool, who: Who) -> Reasons {
    let mut no = refuse(&[(case.has == Has::Nobody, Why::HandBack), (!reason, Why::Missing)]);
    match case.has {
        Has::Executor(_) if !case.author(who) => drop(no.insert(Why::Holder)),
        Has::Unit(_) | Has::Director if !heads(who) => drop(no.insert(Why::Role)),
        _ => {}
    }
    if no.is_empty() {
        case.helpers.clear();
        case.has = match case.has {
            Has::Executor(person) => Has::Unit(PEOPLE[person].unit),
            Has::Unit(_) if route(case) == Way::Director => Has::Director,
            _ => Has::Nobody,
        };
    }
    no
}

/// Whether the letter may be written now.
fn fits(case: &Known, letter: Letter) -> Reasons {
    match letter {
        Letter::Interim(days) => {
            let most = may_extend_by(case.channel, case.kind);
            refuse(&[(most == 0 || case.granted.is_some() || days == 0 || days > most, Why::Extension)])
        }
        other => refuse(&[(other != case.owed(), Why::Letter)]),
    }
}

pub(super) fn draft(
    case: &mut Known,
    letter: Letter,
    (substance, cites, all_answered): (bool, bool, bool),
    who: Who,
) -> Reasons {
    let mut no = fits(case, letter);
    if !case.author(who) {
        // Without an executor it is a matter of roles.
        no.insert(if matches!(case.has, Has::Executor(_)) { Why::Holder } else { Why::Role });
    }
    if case.letter(letter).is_some_and(|one| one.far != Far::Draft) {
        no.insert(Why::Stage);
    }
    if no.is_empty() {
        let new = Written {
            letter,
            far: Far::Draft,
            left: None,
            substance,
            cites,
            all_answered,
            signatory: 0,
            address: false,
        };
        match case.letter(letter) {
            Some(one) => *one = new,
            None => case.letters.push(new),
        }
    }
    no
}

pub(super) fn finalise(case: &mut Known, letter: Letter, signatory: Who, who: Who) -> Reasons {
    let address = case.address;
    let Some(one) = case.letter(letter).copied().filter(|one| one.far == Far::Draft) else {
        return Reasons::from([Why::Stage]);
    };
    let mut no = fits(case, one.letter);
    let unanswered = case.questions > 0 && !case.answered && !one.all_answered;
    let has_executor = matches!(case.has, Has::Executor(_));
    no.extend(refuse(&[
        (!one.substance, Why::Substance),
        (one.letter == Letter::Notice(NoticeOf::EarlierReply) && !one.cites, Why::Citation),
        (one.letter == Letter::Answer && unanswered, Why::Questions),
        (!has_executor, Why::Executor),
        (has_executor && !case.author(who), Why::Holder),
        (!PEOPLE[signatory].signs, Why::MaySign),
    ]));
    if no.is_empty()
        && let Some(one) = case.letter(letter)
    {
        one.far = Far::Final;
        one.signatory = signatory;
        one.address = address;
    }
    no
}

pub(super) fn return_final(case: &mut Known, letter: Letter, who: Who) -> Reasons {
    let back = |one: &&mut Written| matches!(one.far, Far::Final | Far::Signed(_));
    let Some(one) = case.letter(letter).filter(back) else {
        return Reasons::from([Why::Stage]);
    };
    let no = refuse(&[(one.signatory != who && !heads(who), Why::Role)]);
    if no.is_empty() {
        one.far = Far::Draft;
    }
    no
}

pub(super) fn sign(case: &mut Known, letter: Letter, day: NaiveDate, who: Who) -> Reasons {
    let (registered, address) = (case.registered, case.address);
    let Some(one) = case.letter(letter).filter(|one| one.far == Far::Final) else {
        return Reasons::from([Why::Stage]);
    };
    let no = refuse(&[
        (one.signatory != who && !works(who), Why::Role),
        (day < registered, Why::Date),
        (one.address != address, Why::Stage),
    ]);
    if no.is_empty() {
        one.far = Far::Signed(day);
    }
    no
}

pub(super) fn send(case: &mut Known, letter: Letter, by: ReplyBy, day: NaiveDate, who: Who) -> Reasons {
    let round = case.round;
    let Some((one, signed)) = case.letter(letter).and_then(|one| match one.far {
        Far::Signed(signed) => Some((*one, signed)),
        _ => None,
    }) else {
        let mut no = refuse(&[(!works(who), Why::Role)]);
        no.insert(Why::Stage);
        return no;
    };
    let interim = matches!(one.letter, Letter::Interim(_));
    let unanswered = case.questions > 0 && !case.answered && !one.all_answered;
    let mut no = refuse(&[
        (!works(who), Why::Role),
        (lacks_contact(by, case.address, case.phone), Why::Contact),
        (one.address != case.address, Why::Stage),
        (day < signed || day < round, Why::Date),
        // R13: an interim reply that leaves after the due day extends nothing.
        (interim && day > case.due, Why::Extension),
        (one.letter == Letter::Answer && unanswered, Why::Questions),
    ]);
    no.extend(fits(case, one.letter));
    if no.is_empty() {
        if let Some(one) = case.letter(letter) {
            one.far = Far::Sent;
            one.left = Some(day);
        }
        case.answered |= one.all_answered;
        match one.letter {
            Letter::Answer => case.close(Outcome::Replied, day),
            Letter::Notice(NoticeOf::Forwarding) => case.close(Outcome::Forwarded, day),
            Letter::Notice(_) => case.close(Outcome::NoticeSent, day),
            Letter::Interim(days) => case.offered = Some(days),
        }
    }
    no
}

/// R13.
pub(super) fn extend(case: &mut Known, days: u16, on: NaiveDate, who: Who) -> Reasons {
    let most = may_extend_by(case.channel, case.kind);
    let no = refuse(&[
        (!heads(who), Why::Role),
        (most == 0 || case.granted.is_some() || days == 0 || days > most, Why::Extension),
        (case.offered != Some(days), Why::Extension),
        (on > case.due, Why::Extension),
    ]);
    if no.is_empty() {
        case.granted = Some(days);
        case.due = day_after(case.due, days.into());
    }
    no
}

pub(super) fn lift(case: &mut Known, contacts: bool, on: NaiveDate, who: Who) -> Reasons {
    let by_ground = case.outcome.is_some_and(|(outcome, _)| outcome == Outcome::NotConsidered);
    let lacking =
        by_ground && case.ground.is_some_and(|named| named.ground == Ground::NoContacts) && !contacts;
    // A proposal is its proposer's to take back.
    let own = case.ground.is_some_and(|named| !named.decided && named.by == who);
    let no = refuse(&[
        (case.outcome.is_some() && !by_ground, Why::Closed),
        (!by_ground && case.ground.is_none() && !case.forwarded, Why::Ground),
        (!heads(who) && !own, Why::Role),
        (heads(who) && !case.decided_by(who) && !own, Why::Holder),
        (lacking, Why::Contact),
    ]);
    if no.is_empty() {
        case.address |= contacts;
        if by_ground {
            case.begin_again(on);
        } else {
            case.ground = None;
            case.forwarded = false;
        }
    }
    no
}

pub(super) fn forward(case: &mut Known, named: bool, who: Who) -> Reasons {
    let noticed = matches!(case.owed(), Letter::Notice(NoticeOf::EarlierReply | NoticeOf::TradeSecret));
    let no = refuse(&[
        (!heads(who), Why::Role),
        (heads(who) && !case.decided_by(who), Why::Holder),
        (noticed, Why::Letter),
        (!named, Why::Missing),
    ]);
    if no.is_empty() {
        case.forwarded = true;
    }
    no
}

pub(super) fn request(case: &mut Known, named: bool, who: Who) -> Reasons {
    let writes = if matches!(case.has, Has::Executor(_)) { Why::Holder } else { Why::Role };
    let no = refuse(&[(!case.author(who), writes), (!named, Why::Missing)]);
    if no.is_empty() {
        case.requests.push(false);
    }
    no
}

pub(super) fn answer_request(case: &mut Known, request: u16, who: Who) -> Reasons {
    let asked = case.requests.get(usize::from(request) - 1).copied();
    let no = refuse(&[(!works(who), Why::Role), (asked != Some(false), Why::Request)]);
    if no.is_empty() {
        case.requests[usize::from(request) - 1] = true;
    }
    no
}

pub(super) fn call(case: &mut Known, reached: bool, who: Who) -> Reasons {
    let no = refuse(&[(!works(who), Why::Role), (!case.waits_for_call, Why::Call)]);
    if no.is_empty() {
        case.waits_for_call = !reached;
    }
    no
}

pub(super) fn correct(case: &mut Known, mend: Mend, confirmed: bool, who: Who) -> Reasons {
    let mut after = case.clone();
    match mend {
        Mend::Channel(channel) => after.channel = channel,
        Mend::Kind(kind) => after.kind = kind,
        Mend::Address(address) => after.address = address,
    }
    let same = (after.channel, after.kind, after.address) == (case.channel, case.kind, case.address);
    if case.outcome.is_none() && !same && !matches!(mend, Mend::Address(_)) {
        let kept = case.granted.unwrap_or(0).min(may_extend_by(after.channel, after.kind));
        after.due = day_after(day_after(case.round, term(after.kind)), kept.into());
    }
    let annulled = case.outcome.is_some_and(|(outcome, _)| outcome == Outcome::Annulled);
    let left = case.outcome.is_some_and(|(outcome, _)| outcome == Outcome::NotConsidered)
        && case.ground.is_some_and(|named| named.ground == Ground::NoContacts);
    let wish = after.wish.is_some_and(|by| lacks_contact(by, after.address, after.phone));
    let no = refuse(&[
        (annulled, Why::Closed),
        (!works(who), Why::Role),
        (same, Why::Same),
        (wish, Why::Contact),
        // Contacts that became known begin a new term: that is the lifting's to do (R8).
        (left && !same && matches!(mend, Mend::Address(_)), Why::Lift),
        (after.due != case.due && !confirmed, Why::Confirm),
        // A letter that has not left shows the address it goes to.
        (after.address != case.address && case.outcome.is_none() && case.on_its_way(), Why::Stage),
    ]);
    if no.is_empty() {
        *case = after;
    }
    no
}

pub(super) fn answer_orally(
    case: &mut Known,
    (agreed, all_answered): (bool, bool),
    on: NaiveDate,
    who: Who,
) -> Reasons {
    let no = refuse(&[
        (!works(who), Why::Role),
        (!spoken(case.channel), Why::Channel),
        (!agreed, Why::Agreement),
        (case.questions > 0 && !case.answered && !all_answered, Why::Questions),
    ]);
    if no.is_empty() {
        case.close(Outcome::AnsweredOrally, on);
    }
    no
}

pub(super) fn note(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let no = refuse(&[
        (case.kind != Kind::Review, Why::NotReview),
        (case.wish.is_some(), Why::Asked),
        (!heads(who), Why::Role),
    ]);
    if no.is_empty() {
        case.close(Outcome::Noted, on);
    }
    no
}

pub(super) fn annul(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let sent = case.letters.iter().any(|one| one.far == Far::Sent) || !case.requests.is_empty();
    let closed = case.outcome.is_some_and(|(outcome, _)| outcome != Outcome::AnsweredOrally);
    let no = refuse(&[(sent, Why::Sent), (closed, Why::Closed), (!takes_in(who), Why::Role)]);
    if no.is_empty() {
        case.close(Outcome::Annulled, on);
    }
    no
}

pub(super) fn reopen(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let annulled = case.outcome.is_some_and(|(outcome, _)| outcome == Outcome::Annulled);
    let no = refuse(&[
        (case.outcome.is_none(), Why::StillOpen),
        (annulled, Why::Annulled),
        (!heads(who), Why::Role),
    ]);
    if no.is_empty() {
        case.begin_again(on);
    }
    no
}

pub(super) fn file_away(case: &mut Known, who: Who) -> Reasons {
    let no = refuse(&[
        (case.outcome.is_none(), Why::StillOpen),
        (case.filed, Why::Filed),
        (!works(who), Why::Role),
    ]);
    if no.is_empty() {
        case.filed = true;
    }
    no
}

pub(super) fn result(case: &mut Known, on: NaiveDate, who: Who) -> Reasons {
    let external = case.has == Has::Unit(EXTERNAL);
    let no = refuse(&[(!works(who), Why::Role), (!external, Why::NotExternal)]);
    if no.is_empty() {
        case.close(Outcome::Replied, on);
    }
    no
}

/// Whether such a step may be taken back: neither what left the house or closed the appeal, nor a letter that was only begun.
pub(super) fn undoable(before: &Known, after: &Known, act: &Act) -> bool {
    match act {
        Act::HandOn { .. }
        | Act::HandBack { .. }
        | Act::Finalise { .. }
        | Act::Forward { .. }
        | Act::Correct { .. } => true,
        Act::Screen { .. } => after.outcome.is_none(),
        Act::Draft { letter, .. } => {
            before.letters.iter().any(|one| alike(one.letter, *letter) && one.far == Far::Draft)
        }
        _ => false,
    }
}

/// One's own last step, and then all is as it was before it.
pub(super) fn undo(case: &mut Known, confirmed: bool, who: Who) -> Reasons {
    let Some(Taken { who: taker, before }) = case.steps.last().cloned() else {
        return Reasons::from([Why::Stays]);
    };
    let moves = before.as_ref().is_some_and(|before| before.due != case.due);
    let no = refuse(&[
        (taker != who, Why::Others),
        (before.is_none(), Why::Stays),
        (moves && !confirmed, Why::Confirm),
    ]);
    if let Some(before) = before.filter(|_| no.is_empty()) {
        *case = *before;
    }
    no
}

//! What can be done with the chosen appeal, from the queue and from its card alike.

use std::rc::Rc;

use uuid::Uuid;

use super::books::Books;
use super::consult::Consultations;
use super::history::ClientHistory;
use super::new_appeal;
use super::roster::no_administrator;
use super::sheet::{Sheeted, answers};
use super::staff::People;
use super::steps::{Step, StepKind, correct};
use super::units::Units;
use super::{batch, drafts, load, office, paper, print, reply, route, unprinted, visits};
use crate::desk::{Card, Confirmed, DeskError, Event, HistoryLine, Seen};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::{Appeal, Kind, Outcome as Closed};
use crate::standard::decide;
use crate::standard::refusal::{Refusal, ReplyNeed};
use crate::standard::reply::ReplyStage;
use crate::terminal::app::Cx;
use crate::terminal::ask::Asking;
use crate::terminal::command::{Availability, Command};
use crate::terminal::layers::{Asked, Layer, Outcome};
use crate::terminal::widgets::Confirm;

/// Whether a command can be done with this appeal, or why not.
pub fn availability(command: Command, card: Option<&Card>, cx: &Cx) -> Availability {
    let ready_where = |possible: bool| if possible { Availability::Ready } else { Availability::Hidden };
    match command {
        Command::New
        | Command::Drafts
        | Command::Units
        | Command::Staff
        | Command::Books
        | Command::PrintMany
        | Command::Unprinted
        | Command::Language
        | Command::Person
        | Command::Consultations
        | Command::StartVisit => Availability::Ready,
        Command::ClientHistory | Command::Like if card.is_some() => Availability::Ready,
        Command::Office | Command::Load => {
            no_administrator(cx).map_or(Availability::Ready, Availability::Disabled)
        }
        // Whose step it is, and whether it can be taken back at all, is told when it is asked for.
        Command::Undo => ready_where(card.is_some()),
        Command::EndVisit => ready_where(cx.desk.visits_going_on().is_ok_and(|visits| !visits.is_empty())),
        other => match card {
            Some(card) => on_appeal(other, &card.appeal, cx),
            None if needs_appeal(other) => Availability::Disabled(say!(cx.words, "act-nothing-chosen")),
            None => Availability::Hidden,
        },
    }
}

/// Whether it changes the appeal that is chosen.
pub const fn is_a_step(command: Command) -> bool {
    let looks_on =
        matches!(command, Command::Preview | Command::Print | Command::ClientHistory | Command::Like);
    needs_appeal(command) && !looks_on
}

const fn needs_appeal(command: Command) -> bool {
    matches!(
        command,
        Command::Preview
            | Command::Print
            | Command::Route
            | Command::Annul
            | Command::Reply
            | Command::Sign
            | Command::Sent
            | Command::Extend
            | Command::Close
            | Command::Reopen
            | Command::Withdraw
            | Command::Answer
            | Command::Return
            | Command::HandBack
            | Command::Screen
            | Command::Lift
            | Command::Forward
            | Command::Request
            | Command::RequestAnswer
            | Command::Call
            | Command::Correct
            | Command::Result
            | Command::ClientHistory
            | Command::Like
    )
}

fn on_appeal(command: Command, appeal: &Appeal, cx: &Cx) -> Availability {
    let closed = appeal.closing.as_ref();
    let refused = match command {
        Command::Preview | Command::Print => None,
        Command::Reopen => match closed {
            None => return Availability::Disabled(say!(cx.words, "act-not-closed")),
            Some(closing) => (closing.outcome == Closed::Annulled).then_some(Refusal::CantReopenAnnulled),
        },
        Command::Close => match closed {
            Some(_) => appeal.filed.map(|on| Refusal::AlreadyFiled { on }),
            None => (appeal.kind != Kind::Review).then_some(Refusal::NotAReview),
        },
        command if !needs_appeal(command) => return Availability::Hidden,
        Command::HandBack
        | Command::Screen
        | Command::Lift
        | Command::Forward
        | Command::Request
        | Command::RequestAnswer
        | Command::Call
        | Command::Correct
        | Command::Result => StepKind::of(command).and_then(|kind| kind.refused(appeal, cx)),
        _ if closed.is_some() => {
            closed.map(|closing| Refusal::Closed { outcome: closing.outcome, on: closing.on })
        }
        Command::Sign if !stands(appeal, ReplyNeed::Final) => Some(Refusal::NoReply(ReplyNeed::Final)),
        Command::Return if !may_come_back(appeal) => Some(Refusal::NoReply(ReplyNeed::Final)),
        Command::Sent if !stands(appeal, ReplyNeed::Signed) => Some(Refusal::NoReply(ReplyNeed::Signed)),
        Command::Extend => {
            let norm = cx.desk.office().norms_of(appeal.due.version).get(&appeal.due.norm);
            match norm.and_then(|norm| norm.extension.as_ref()) {
                None => Some(Refusal::NoExtension { norm: appeal.due.norm.clone() }),
                Some(_) if appeal.extension.is_some() => Some(Refusal::AlreadyExtended),
                Some(rule) if rule.needs_interim_reply && appeal.proposed.is_none() => {
                    Some(Refusal::NoInterimSent)
                }
                Some(_) => None,
            }
        }
        Command::Answer => {
            (!appeal.channel.is_oral()).then_some(Refusal::OralOnly { channel: appeal.channel })
        }
        _ => None,
    };
    refused.map_or(Availability::Ready, |refusal| {
        Availability::Disabled(cx.words.refusal(&refusal, Some(cx.desk.office())))
    })
}

/// Whether a reply stands at that stage.
pub fn stands(appeal: &Appeal, need: ReplyNeed) -> bool {
    appeal.replies.iter().any(|reply| {
        matches!(
            (need, &reply.stage),
            (ReplyNeed::Draft, ReplyStage::Draft)
                | (ReplyNeed::Final, ReplyStage::Final(_))
                | (ReplyNeed::Signed, ReplyStage::Signed(..))
        )
    })
}

/// Whether a letter stands that may still be returned: final, or signed and not sent.
pub fn may_come_back(appeal: &Appeal) -> bool {
    stands(appeal, ReplyNeed::Final) || stands(appeal, ReplyNeed::Signed)
}

/// Does a command that is available; what it registers is told to `stand`.
pub fn perform(command: Command, card: Option<&Card>, stand: &Rc<Asked<Uuid>>, cx: &mut Cx) -> Outcome<Cx> {
    let done = match (command, card) {
        (Command::New, _) => return new_appeal::choose(stand, cx),
        (Command::Drafts, _) => return drafts::list(stand, cx),
        (Command::Person, _) => return Outcome::Open(Box::new(super::Person::new(cx))),
        (Command::Units, _) => return open(Units::new(cx)),
        (Command::Staff, _) => return open(People::new(cx)),
        (Command::Books, _) => return open(Books::new(cx)),
        (Command::PrintMany, _) => batch::choose(cx),
        (Command::Unprinted, _) => return unprinted::open(cx),
        (Command::Load, _) => load::open(cx),
        (Command::Office, _) => office::open(cx),
        (Command::Language, _) => return language(cx),
        (Command::StartVisit, _) => visits::start(cx),
        (Command::EndVisit, _) => visits::end(cx),
        (Command::Consultations, _) => Consultations::new(cx).map(open),
        (Command::ClientHistory, Some(card)) => ClientHistory::new(&card.appeal, cx).map(open),
        (Command::Undo, Some(card)) => return undo(card, cx),
        (Command::Preview, Some(card)) => return paper::preview(&card.appeal, cx),
        (Command::Print, Some(card)) => return print::choose(&card.appeal, cx),
        (Command::Like, Some(card)) => new_appeal::like(&card.appeal, stand, cx),
        (Command::Route, Some(card)) => route::open(&card.appeal, cx),
        (Command::Reply, Some(card)) => reply::open(&card.appeal, cx),
        (command, Some(card)) => match StepKind::of(command) {
            Some(kind) => step(kind, &card.appeal, cx),
            None => return Outcome::Same,
        },
        _ => return Outcome::Same,
    };
    done.unwrap_or_else(|error| Outcome::Say(cx.trouble(&error)))
}

/// Asks whether the last step of the appeal is to be taken back, and takes it back.
fn undo(card: &Card, cx: &Cx) -> Outcome<Cx> {
    let events = card.history.iter().map(|line| line.happened().event);
    let last = decide::last_step(events).and_then(|place| card.history.get(place));
    let Some(HistoryLine { who, event: Event::Known(event), .. }) = last else {
        return Outcome::Say(cx.words.refusal(&Refusal::NeedsNewerProgram, None));
    };
    let refused = match decide::lasts(event) {
        Err(instead) => Some(Refusal::StepStays { instead }),
        Ok(()) => (*who != cx.person()).then(|| Refusal::OthersStep { who: who.clone() }),
    };
    if let Some(refusal) = refused {
        return Outcome::Say(cx.words.refusal(&refusal, Some(cx.desk.office())));
    }
    let words = &cx.words;
    let what = words.event(event, &card.appeal.replies, cx.desk.office());
    let number = card.appeal.number.text.as_str();
    let question = say!(words, "undo-question", number = number, what = what.as_str());
    let answers = (say!(words, "confirm-yes"), say!(words, "confirm-no"));
    Outcome::Open(taking_back(&question, &answers, Seen::from(&card.appeal), what, Confirmed::new(), cx))
}

/// The question that takes back the last step on a yes; what the rules ask then, where a due day moves, is asked in its place.
fn taking_back(
    question: &str,
    (yes, no): &(String, String),
    seen: Seen,
    what: String,
    confirmed: Confirmed,
    cx: &Cx,
) -> Box<dyn Layer<Cx>> {
    let on_yes = move |cx: &mut Cx| {
        let reason = say!(cx.letter_words(), "undo-reason");
        let done = cx.desk.undo(seen, &reason, &confirmed);
        if let Err(DeskError::Refused(asked)) = &done
            && let Some(code) = asked.asks()
        {
            let question = cx.words.refusal(asked, Some(cx.desk.office()));
            let confirmed = confirmed.iter().copied().chain([code]).collect();
            let what = what.clone();
            return Outcome::Replace(taking_back(&question, &answers(code, cx), seen, what, confirmed, cx));
        }
        let said = match done {
            Ok(_) => say!(cx.words, "done-undone", what = what.as_str()),
            Err(error) => cx.trouble(&error),
        };
        cx.saved();
        Outcome::CloseSaying(said)
    };
    let confirm = Confirm::new(question, yes, no);
    Box::new(Asking::new(confirm, say!(cx.words, "command-undo-step-help"), on_yes))
}

fn step(kind: StepKind, appeal: &Appeal, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    if kind == StepKind::Correct {
        return Ok(correct::open(appeal, cx));
    }
    if let Some(begun) = drafts::resume(kind.code(), appeal, cx)? {
        return Ok(Outcome::Open(begun));
    }
    let (sheet, form) = Step::new(kind, appeal, cx);
    Ok(open(Sheeted::new(sheet, form, cx)?))
}

/// Opens a layer.
pub fn open(layer: impl Layer<Cx> + 'static) -> Outcome<Cx> {
    Outcome::Open(Box::new(layer))
}

fn language(cx: &mut Cx) -> Outcome<Cx> {
    cx.set_words(Words::new(cx.words.language().other()));
    Outcome::Say(say!(cx.words, "act-language"))
}

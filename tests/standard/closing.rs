//! Closing without a letter, annulling, withdrawing, opening again and filing away (R2; readings, *Terms* and *Replies*).

use std::collections::BTreeSet;

use otklik::standard::appeal::{Appeal, Channel, Kind, Outcome, Stage};
use otklik::standard::decide::{self, OnSpot, Registration};
use otklik::standard::fact::{AppealEvent, Reason, Stamp};
use otklik::standard::fold::Unfoldable;
use otklik::standard::office::Role;
use otklik::standard::refusal::{Field, Refusal};
use otklik::standard::reply::{Purpose, ReplyBy};

use crate::support::{BRANCH, CENTRE, Desk, complaint, day, letter, login, to_executor, to_unit};

const HEADS: &[Role] = &[Role::Head, Role::Director];

fn review() -> Registration {
    Registration { kind: Kind::Review, ..complaint(Channel::LetterPost, BRANCH) }
}

fn oral() -> OnSpot {
    OnSpot { gist: "Разъяснён порядок".into(), agreed: true, answers: BTreeSet::new() }
}

fn closed(desk: &Desk, case: usize) -> Refusal {
    let closing = desk.appeal(case).closing.as_ref().unwrap();
    Refusal::Closed { outcome: closing.outcome, on: closing.on }
}

#[test]
fn a_head_closes_a_review_as_noted_unless_an_answer_was_asked_for() {
    let mut desk = Desk::open();
    let case = desk.register(review()).unwrap();
    for who in ["clerk", "executor", "admin"] {
        assert_eq!(desk.is(who).note(case), Err(Refusal::NeedsRole(HEADS)), "{who}");
    }
    desk.is("head").note(case).unwrap();
    assert_eq!(desk.appeal(case).closing.as_ref().unwrap().outcome, Outcome::Noted);

    let asked = Registration { reply_wish: Some(ReplyBy::Post), ..review() };
    let case = desk.register(asked).unwrap();
    assert_eq!(desk.note(case), Err(Refusal::ReplyAsked));
    for &kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Review) {
        let case = desk.register(Registration { kind, ..review() }).unwrap();
        assert_eq!(desk.note(case), Err(Refusal::NotAReview), "{kind:?}");
    }
}

#[test]
fn an_oral_answer_closes_what_was_spoken_and_nothing_written() {
    let mut desk = Desk::open();
    let spoken = desk.register(complaint(Channel::Phone, CENTRE)).unwrap();
    let written = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    let answer = |desk: &mut Desk, case, answer: OnSpot| {
        desk.act(case, |appeal, context| decide::answer_orally(appeal, &answer, context))
    };
    let channel = Channel::LetterPost;
    assert_eq!(answer(&mut desk, written, oral()), Err(Refusal::OralOnly { channel }));
    let refused = answer(&mut desk, spoken, OnSpot { agreed: false, ..oral() });
    assert_eq!(refused, Err(Refusal::NeedsAgreement));
    answer(desk.later(2), spoken, oral()).unwrap();
    let closing = desk.appeal(spoken).closing.as_ref().unwrap();
    assert_eq!((closing.outcome, closing.on), (Outcome::AnsweredOrally, day("25.11.2026")));
    assert_eq!(closing.note.as_ref().unwrap().text(), "Разъяснён порядок");
}

#[test]
fn a_clerks_error_is_annulled_with_a_reason_before_anything_was_sent_r2() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    let unreasoned = desk.act(case, |appeal, context| decide::annul(appeal, " ", context));
    assert_eq!(unreasoned, Err(Refusal::Missing(Field::Reason)));
    desk.sent(case, Purpose::Interim { days: 5 });
    assert_eq!(desk.annul(case), Err(Refusal::AlreadySent));
    desk.withdraw(case).unwrap();

    let fresh = desk.letter_at_executor();
    desk.signed(fresh, Purpose::Answer);
    desk.annul(fresh).unwrap();
    assert_eq!(desk.annul(fresh), Err(closed(&desk, fresh)));
}

#[test]
fn an_oral_answer_entered_by_mistake_can_be_annulled_r2() {
    let mut desk = Desk::open();
    let form = Registration { on_spot: Some(oral()), ..complaint(Channel::InPerson, CENTRE) };
    let case = desk.register(form).unwrap();
    desk.annul(case).unwrap();
    assert_eq!(desk.appeal(case).closing.as_ref().unwrap().outcome, Outcome::Annulled);
}

#[test]
fn the_client_withdraws_and_the_clerk_annuls_are_two_things() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.withdraw(case).unwrap();
    assert_eq!(desk.appeal(case).closing.as_ref().unwrap().outcome, Outcome::Withdrawn);
    assert_eq!(desk.annul(case), Err(closed(&desk, case)));
}

#[test]
fn a_head_opens_again_with_a_reason_and_the_first_round_is_kept() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    assert_eq!(desk.is("head").reopen(case), Err(Refusal::Open));
    desk.sent(case, Purpose::Answer);
    desk.file_away(case).unwrap();
    for who in ["clerk", "executor", "admin"] {
        assert_eq!(desk.is(who).reopen(case), Err(Refusal::NeedsRole(HEADS)), "{who}");
    }
    desk.is("director").on("01.12.2026");
    let unreasoned = desk.act(case, |appeal, context| decide::reopen(appeal, "", context));
    assert_eq!(unreasoned, Err(Refusal::Missing(Field::Reason)));
    desk.reopen(case).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!((appeal.stage(), appeal.filed), (Stage::WithExecutor, None));
    assert_eq!((appeal.opened, appeal.due.day), (day("01.12.2026"), day("16.12.2026")));
    assert_eq!(appeal.earlier[0].closing.outcome, Outcome::Replied);
    desk.sent(case, Purpose::Answer);
    assert_eq!(desk.appeal(case).replies.len(), 2, "the first answer is kept");
}

#[test]
fn what_was_annulled_is_never_opened_again() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.annul(case).unwrap();
    assert_eq!(desk.is("head").reopen(case), Err(Refusal::CantReopenAnnulled));
}

#[test]
fn only_what_is_closed_is_filed_away_and_once() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    assert_eq!(desk.file_away(case), Err(Refusal::Open));
    desk.sent(case, Purpose::Answer);
    desk.file_away(case).unwrap();
    let on = desk.today();
    assert_eq!(desk.later(1).file_away(case), Err(Refusal::AlreadyFiled { on }));
}

#[test]
fn a_closed_appeal_takes_no_other_step() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    let reply = desk.sent(case, Purpose::Answer);
    let refused = Err(closed(&desk, case));
    desk.is("head");
    assert_eq!(desk.hand_on(case, &to_unit(CENTRE)), refused);
    assert_eq!(desk.hand_on(case, &to_executor("engineer")), refused);
    assert_eq!(desk.draft(case, letter(Purpose::Answer)).map(|_| ()), refused);
    assert_eq!(desk.finalise(case, reply, "head"), refused);
    assert_eq!(desk.sign(case, reply, None), refused);
    assert_eq!(desk.send(case, reply, ReplyBy::Post, None), refused);
    assert_eq!(desk.extend(case, 5), refused);
    assert_eq!(desk.note(case), refused);
    assert_eq!(desk.withdraw(case), refused);
    assert_eq!(desk.act(case, |appeal, context| decide::answer_orally(appeal, &oral(), context)), refused);
}

/// A fact that no desk of ours would write now.
fn stray(appeal: &Appeal, event: AppealEvent) -> (Appeal, Result<(), Unfoldable>) {
    let mut after = appeal.clone();
    let stamp = Stamp { at: crate::support::morning("24.11.2026"), who: login("clerk") };
    let taken = after.apply(event, &stamp);
    (after, taken)
}

#[test]
fn a_fact_that_cant_follow_changes_nothing_but_the_version() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.signed(case, Purpose::Answer);
    let facts: Vec<AppealEvent> =
        desk.cases[case].facts.iter().map(|fact| fact.read().event.unwrap()).collect();
    // The draft, the final and the signature come a second time, and the registration too.
    for fact in facts.into_iter().filter(|fact| !matches!(fact, AppealEvent::Routed(_))) {
        let appeal = desk.appeal(case);
        let (after, taken) = stray(appeal, fact);
        assert_eq!(taken, Err(Unfoldable::OutOfOrder { version: appeal.version + 1 }));
        assert_eq!(after, Appeal { version: appeal.version + 1, ..appeal.clone() });
    }
}

#[test]
fn an_appeal_is_not_closed_twice() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.sent(case, Purpose::Answer);
    let again = Reason { reason: "Ещё раз".to_owned().into(), on: desk.today() };
    let (_, taken) = stray(desk.appeal(case), AppealEvent::Withdrawn(again));
    assert!(taken.is_err());
}

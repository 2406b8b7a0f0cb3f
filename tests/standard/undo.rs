//! Taking back one's own last step: always a new fact, and only where the Standard lets a step be taken back.

use otklik::standard::appeal::Channel;
use otklik::standard::correct::Correctable;
use otklik::standard::decide::{self, Correction, GroundForm, LastStep, Routing};
use otklik::standard::fact::AppealEvent;
use otklik::standard::fold::Unfoldable;
use otklik::standard::refusal::{Instead, Refusal};
use otklik::standard::reply::{Purpose, ReplyBy, ReplyStage};
use otklik::standard::screening::Ground;

use crate::support::{
    BRANCH, Desk, Written, complaint, day, letter, login, to_director, to_executor, to_unit,
};

/// Takes back the last step of a case.
#[expect(clippy::unwrap_used, reason = "what the desk of a test has done is there")]
fn undo(desk: &mut Desk, case: usize) -> Result<(), Refusal> {
    let mut facts: Vec<_> = desk.cases[case].facts.iter().map(Written::read::<AppealEvent>).collect();
    let last = facts.pop().unwrap();
    let event = last.event.unwrap();
    let id = desk.appeal(case).id;
    let before = match otklik::standard::appeal::Appeal::fold(id, facts) {
        Err(Unfoldable::NoBeginning) => desk.appeal(case).clone(),
        folded => folded.unwrap(),
    };
    desk.act(case, |appeal, context| {
        let last = LastStep { stamp: &last.stamp, event: &event, before: &before };
        decide::undo(appeal, &last, "Не туда", context)
    })
}

fn stays(instead: Instead) -> Result<(), Refusal> {
    Err(Refusal::StepStays { instead })
}

#[test]
fn a_hand_over_is_taken_back_to_whoever_had_it() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    let nobody = desk.appeal(case).holder.clone();
    desk.is("head").hand_on(case, &to_executor("executor")).unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(desk.appeal(case).holder, nobody, "past the unit it never was with");
    desk.hand_on(case, &to_executor("executor")).unwrap();
    let executor = desk.appeal(case).holder.clone();
    desk.act(case, |appeal, context| decide::hand_back(appeal, "Не наше", context)).unwrap();
    undo(&mut desk, case).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!(
        (&appeal.holder, appeal.resolution.as_ref().unwrap().text.text()),
        (&executor, "Подготовить ответ")
    );
}

#[test]
fn a_second_executor_and_a_second_inner_day_give_way_to_the_first() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    let first = Routing { inner_due: Some(day("27.11.2026")), ..to_executor("executor") };
    desk.is("head").hand_on(case, &first).unwrap();
    let other = Routing { co_executors: [login("executor")].into(), ..to_executor("head") };
    for second in [other, Routing { inner_due: Some(day("25.11.2026")), ..to_executor("executor") }] {
        desk.hand_on(case, &second).unwrap();
        undo(&mut desk, case).unwrap();
        let appeal = desk.appeal(case);
        assert_eq!(appeal.holder.executor(), Some(&login("executor")));
        assert_eq!((appeal.inner_due, appeal.co_executors.len()), (Some(day("27.11.2026")), 0));
    }
}

#[test]
fn a_step_on_the_directors_route_goes_back_to_him() {
    let mut desk = Desk::open();
    let form = complaint(Channel::LetterPost, crate::support::HEAD_OFFICE);
    let case = desk.register(form).unwrap();
    desk.is("director").hand_on(case, &to_director()).unwrap();
    desk.hand_on(case, &to_unit(BRANCH)).unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(desk.appeal(case).holder, otklik::standard::appeal::Holder::Director);
}

#[test]
fn a_final_is_a_draft_again_and_a_changed_draft_as_it_was() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.is("executor");
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    assert_eq!(undo(&mut desk, case), stays(Instead::Nothing), "a draft begun is written on");
    let text = desk.appeal(case).replies[0].text.clone();
    let mut changed = letter(Purpose::Answer);
    changed.text = "Совсем другое".into();
    desk.draft(case, changed).unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(desk.appeal(case).replies[0].text, text);
    desk.finalise(case, reply, "head").unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(desk.appeal(case).replies[0].stage, ReplyStage::Draft);
}

#[test]
fn a_correction_brings_the_old_values_back_and_a_ground_is_taken_back() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let before = desk.appeal(case).clone();
    let mend = |field, value: &str| Correction { field, value: Some(value.to_owned()) };
    let corrections = [mend(Correctable::Surname, "Елкина"), mend(Correctable::Sheets, "4")];
    desk.is("head")
        .act(case, |appeal, context| decide::correct(appeal, &corrections, "Описка", context))
        .unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!((&desk.appeal(case).client, &desk.appeal(case).content), (&before.client, &before.content));
    let form = GroundForm { ground: Ground::TradeSecret, note: "Договор № 5", earlier: None };
    desk.act(case, |appeal, context| decide::screen(appeal, &form, context)).unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(desk.appeal(case).screening, None);
}

/// Promise 4: what went out, closed or began is not taken back; the person is told what is done in its place.
#[test]
fn what_went_out_or_closed_stays() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    assert_eq!(undo(&mut desk, case), stays(Instead::Annul));
    desk.assign(case, "executor");
    let reply = desk.signed(case, Purpose::Answer);
    desk.is("head");
    assert_eq!(undo(&mut desk, case), stays(Instead::Nothing), "signed");
    desk.send(case, reply, ReplyBy::Post, None).unwrap();
    assert_eq!(undo(&mut desk, case), stays(Instead::Nothing), "sent");
    let other = desk.letter_at_executor();
    desk.withdraw(other).unwrap();
    assert_eq!(undo(&mut desk, other), stays(Instead::Reopen));
    let third = desk.letter_at_executor();
    let form = GroundForm { ground: Ground::Abusive, note: "Лист 1", earlier: None };
    desk.act(third, |appeal, context| decide::screen(appeal, &form, context)).unwrap();
    assert_eq!(undo(&mut desk, third), stays(Instead::Lift));
}

#[test]
fn anothers_step_is_theirs_to_take_back() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    assert_eq!(undo(desk.is("executor"), case), Err(Refusal::OthersStep { who: login("head") }));
}

//! Taking back one's own last step: always a new fact, and only where the Standard lets a step be taken back.

use otklik::standard::appeal::{Appeal, Channel};
use otklik::standard::correct::Correctable;
use otklik::standard::decide::{self, Correction, Draft, GroundForm, LastStep, OfficeCommand, Routing};
use otklik::standard::fact::AppealEvent;
use otklik::standard::fold::Unfoldable;
use otklik::standard::office::Role;
use otklik::standard::refusal::{Confirmation, Instead, Refusal};
use otklik::standard::reply::{Purpose, ReplyBy, ReplyStage};
use otklik::standard::screening::Ground;

use crate::support::{
    BRANCH, Desk, Written, citizen, complaint, day, letter, login, person, to_director, to_executor, to_unit,
};

/// Takes back the last step of a case that still stands; one fact takes back one step.
#[expect(clippy::unwrap_used, reason = "what the desk of a test has done is there")]
fn undo(desk: &mut Desk, case: usize) -> Result<(), Refusal> {
    let mut facts: Vec<_> = desk.cases[case].facts.iter().map(Written::read::<AppealEvent>).collect();
    let many = facts.len();
    let last = decide::last_step(facts.iter().map(|fact| fact.event.as_ref().ok())).unwrap();
    facts.truncate(last + 1);
    let last = facts.pop().unwrap();
    let event = last.event.unwrap();
    let id = desk.appeal(case).id;
    let before = match Appeal::fold(id, facts) {
        Err(Unfoldable::NoBeginning) => desk.appeal(case).clone(),
        folded => folded.unwrap(),
    };
    desk.act(case, |appeal, context| {
        let last = LastStep { stamp: &last.stamp, event: &event, before: &before };
        decide::undo(appeal, &last, "Не туда", context)
    })?;
    assert_eq!(desk.cases[case].facts.len(), many + 1);
    assert_eq!(desk.cases[case].replayed(), *desk.appeal(case), "read again it is the same");
    Ok(())
}

/// All of an appeal but how many facts made it.
fn stands(desk: &Desk, case: usize) -> Appeal {
    Appeal { version: 0, ..desk.appeal(case).clone() }
}

fn stays(instead: Instead) -> Result<(), Refusal> {
    Err(Refusal::StepStays { instead })
}

/// Promise 4: what is put back is what was said, by whom and when; nothing is said anew in anybody's name.
#[test]
fn a_hand_back_that_was_taken_back_leaves_the_resolution_in_its_authors_name() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    let order = Routing {
        inner_due: Some(day("27.11.2026")),
        co_executors: [login("engineer")].into(),
        ..to_executor("executor")
    };
    desk.is("head").hand_on(case, &order).unwrap();
    let before = stands(&desk, case);
    desk.is("executor").later(1);
    desk.act(case, |appeal, context| decide::hand_back(appeal, "Не наше", context)).unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(stands(&desk, case), before);
    let resolution = desk.appeal(case).resolution.clone().unwrap();
    assert_eq!((resolution.by, resolution.since.date_naive()), (login("head"), day("23.11.2026")));
}

#[test]
fn each_hand_over_is_taken_back_to_what_was_before_it_and_then_the_one_before() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, crate::support::HEAD_OFFICE)).unwrap();
    let first = Routing { inner_due: Some(day("27.11.2026")), ..to_executor("executor") };
    let helped = Routing { co_executors: [login("executor")].into(), ..to_executor("head") };
    let sooner = Routing { inner_due: Some(day("25.11.2026")), ..to_executor("executor") };
    let around =
        Routing { override_reason: Some("Срочно".into()), ..to_unit(crate::support::DEPARTMENT) };
    desk.is("director");
    let mut before = Vec::new();
    for next in [to_director(), to_unit(BRANCH), first, helped, sooner, around] {
        before.push(stands(&desk, case));
        desk.hand_on(case, &next).unwrap();
    }
    for stood in before.iter().rev() {
        undo(&mut desk, case).unwrap();
        assert_eq!(stands(&desk, case), *stood);
    }
    assert_eq!(undo(desk.is("clerk"), case), stays(Instead::Annul), "nothing but the registration is left");
}

/// A right that was lost takes the taking back with it; an appeal goes back to nobody who left.
#[test]
fn a_step_is_taken_back_by_the_right_it_asked_for_and_to_people_who_are_there() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.is("head").hand_on(case, &to_executor("engineer")).unwrap();
    let mut demoted = desk.clone();
    demoted.change_person("head", |head| head.roles = [Role::Clerk].into()).unwrap();
    assert!(matches!(undo(demoted.is("head"), case), Err(Refusal::NeedsRole(_))));
    desk.administer(OfficeCommand::AddPerson(person("keeper", BRANCH, &[Role::Administrator]))).unwrap();
    let gone = OfficeCommand::RetirePerson { login: login("executor"), open_appeals: 0 };
    desk.administer(gone).unwrap();
    assert_eq!(undo(desk.is("head"), case), Err(Refusal::UnknownPerson(login("executor"))));
}

#[test]
fn a_final_is_a_draft_again_and_a_changed_draft_as_it_was() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.is("executor");
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    assert_eq!(undo(&mut desk, case), stays(Instead::Write), "a draft begun is written on");
    let text = desk.appeal(case).replies[0].text.clone();
    let mut changed = letter(Purpose::Answer);
    changed.text = "Совсем другое".into();
    desk.draft(case, changed).unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(desk.appeal(case).replies[0].text, text);
    desk.finalise(case, reply, "head").unwrap();
    undo(&mut desk, case).unwrap();
    let taken_back = desk.appeal(case).replies[0].clone();
    assert_eq!(
        (taken_back.stage, taken_back.remarks),
        (ReplyStage::Draft, Vec::new()),
        "no remark of a signatory"
    );
}

#[test]
fn a_correction_and_a_ground_leave_all_as_it_stood() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let before = stands(&desk, case);
    let mend = |field, value: &str| Correction { field, value: Some(value.to_owned()) };
    let corrections = [
        mend(Correctable::Surname, "Елкина"),
        mend(Correctable::Sheets, "4"),
        mend(Correctable::Phone, "+7 900 000-00-00"),
    ];
    desk.is("head")
        .act(case, |appeal, context| decide::correct(appeal, &corrections, "Описка", context))
        .unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(stands(&desk, case), before);
    let repeat = GroundForm { ground: Ground::Unreadable, note: "Лист 2", earlier: None };
    desk.is("executor").act(case, |appeal, context| decide::screen(appeal, &repeat, context)).unwrap();
    let proposed = stands(&desk, case);
    let form = GroundForm { ground: Ground::TradeSecret, note: "Договор № 5", earlier: None };
    desk.is("head").act(case, |appeal, context| decide::screen(appeal, &form, context)).unwrap();
    undo(&mut desk, case).unwrap();
    assert_eq!(stands(&desk, case), proposed, "another's proposal stands again, in their name");
    undo(desk.is("executor"), case).unwrap();
    assert_eq!(stands(&desk, case), before);
}

/// R13: a term is given back as it was, with the extension that was granted.
#[test]
fn a_correction_that_moved_the_due_day_moves_it_back_and_asks_first() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.is("head").sent(case, Purpose::Interim { days: 10 });
    desk.extend(case, 10).unwrap();
    let before = stands(&desk, case);
    let letter = [Correction { field: Correctable::Channel, value: Some("letter_post".into()) }];
    desk.confirmed.insert(Confirmation::DueMoves);
    desk.act(case, |appeal, context| decide::correct(appeal, &letter, "Описка", context)).unwrap();
    desk.confirmed.clear();
    let asked = Refusal::DueMoves { from: desk.appeal(case).due.day, to: before.due.day };
    assert_eq!(undo(&mut desk, case), Err(asked));
    desk.confirmed.insert(Confirmation::DueMoves);
    undo(&mut desk, case).unwrap();
    assert_eq!(stands(&desk, case), before);
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
    assert_eq!(undo(&mut desk, case), stays(Instead::Return), "signed");
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

/// A draft addressed as the register has the client follows a correction, and goes back with it; another stays.
#[test]
fn the_addressee_of_a_draft_follows_the_corrected_name_and_goes_back_with_it() {
    for (addressee, follows) in
        [(citizen().addressee().join("\n"), true), ("Прокурору г. Энска".into(), false)]
    {
        let mut desk = Desk::open();
        let case = desk.letter_at_executor();
        desk.draft(case, Draft { addressee: addressee.clone(), ..letter(Purpose::Answer) }).unwrap();
        let before = stands(&desk, case);
        let name = [Correction { field: Correctable::Surname, value: Some("Юрьева".into()) }];
        desk.is("head")
            .act(case, |appeal, context| decide::correct(appeal, &name, "Описка", context))
            .unwrap();
        let is = desk.appeal(case).replies[0].addressee.text().to_owned();
        assert_eq!((is.contains("Юрьевой"), is == addressee), (follows, !follows), "{is}");
        undo(&mut desk, case).unwrap();
        assert_eq!(stands(&desk, case), before);
    }
}

//! Routes and hand-overs (R3, R4, R12; readings, *Routes*), and inner due dates (readings, *Terms*).

use otklik::standard::appeal::{Channel, Holder, Stage};
use otklik::standard::client::CoveringLetter;
use otklik::standard::decide::{Registration, Routing};
use otklik::standard::office::Role;
use otklik::standard::refusal::{Field, Refusal};
use otklik::standard::route::Route;
use rstest::rstest;

use crate::support::{
    BRANCH, CENTRE, DEPARTMENT, Desk, HEAD_OFFICE, complaint, day, login, to_director, to_executor, to_unit,
    unit_code,
};

const HEADS: &[Role] = &[Role::Head, Role::Director];

fn overriding(routing: Routing) -> Routing {
    Routing { override_reason: Some("Руководитель в отпуске".into()), ..routing }
}

#[rstest]
#[case::virtual_reception_r3(Channel::VirtualReception, CENTRE, Route::Director)]
#[case::letter_to_the_head_office_r3(Channel::LetterHand, HEAD_OFFICE, Route::Director)]
#[case::fax_to_the_head_office_r3(Channel::Fax, HEAD_OFFICE, Route::Director)]
#[case::letter_to_a_branch_r4(Channel::LetterPost, BRANCH, Route::Head)]
#[case::fax_to_a_centre_r4(Channel::Fax, CENTRE, Route::Head)]
#[case::email_r12(Channel::Email, HEAD_OFFICE, Route::Unit)]
#[case::window_ours(Channel::InPerson, HEAD_OFFICE, Route::Head)]
#[case::phone_ours(Channel::Phone, CENTRE, Route::Head)]
#[case::book_ours(Channel::FeedbackBook, CENTRE, Route::Head)]
fn the_route_follows_from_channel_and_intake(
    #[case] channel: Channel,
    #[case] intake: &str,
    #[case] route: Route,
) {
    let mut desk = Desk::open();
    let case = desk.register(complaint(channel, intake)).unwrap();
    assert_eq!(desk.appeal(case).route, route);
}

#[test]
fn the_head_office_route_goes_director_unit_executor_r3() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, HEAD_OFFICE)).unwrap();
    assert_eq!(desk.hand_on(case, &to_unit(DEPARTMENT)), Err(Refusal::NeedsRole(HEADS)));
    desk.hand_on(case, &to_director()).unwrap();
    assert_eq!(desk.appeal(case).stage(), Stage::WithDirector);
    desk.is("director").hand_on(case, &to_unit(DEPARTMENT)).unwrap();
    assert_eq!(desk.appeal(case).stage(), Stage::WithUnit);
    desk.hand_on(case, &to_executor("engineer")).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!(appeal.stage(), Stage::WithExecutor);
    assert_eq!(appeal.holder, Holder::Executor { unit: unit_code(DEPARTMENT), executor: login("engineer") });
    let resolution = appeal.resolution.as_ref().unwrap();
    assert_eq!((resolution.text.text(), &resolution.by), ("Подготовить ответ", &login("director")));
    assert_eq!(resolution.since, desk.now, "each hand-over records who, when, to whom and the words");
}

#[test]
fn the_director_may_send_on_at_once_what_would_come_to_him_r3() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::VirtualReception, CENTRE)).unwrap();
    desk.is("director").hand_on(case, &to_unit(DEPARTMENT)).unwrap();
    assert_eq!(desk.appeal(case).stage(), Stage::WithUnit);
}

#[test]
fn the_territorial_route_goes_head_executor_r4() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    desk.hand_on(case, &to_unit(BRANCH)).unwrap();
    assert_eq!(desk.hand_on(case, &to_executor("executor")), Err(Refusal::NeedsRole(HEADS)));
    desk.is("executor");
    assert_eq!(desk.hand_on(case, &to_executor("executor")), Err(Refusal::NeedsRole(HEADS)));
    desk.is("head").hand_on(case, &to_executor("executor")).unwrap();
}

#[test]
fn an_email_goes_to_any_unit_at_once_r12() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::Email, CENTRE)).unwrap();
    desk.hand_on(case, &to_unit(DEPARTMENT)).unwrap();
    assert_eq!(desk.appeal(case).stage(), Stage::WithUnit);
}

#[rstest]
#[case::a_letter_past_the_director(Channel::LetterPost, HEAD_OFFICE, to_unit(DEPARTMENT))]
#[case::a_letter_to_another_unit(Channel::LetterPost, BRANCH, to_unit(DEPARTMENT))]
#[case::a_letter_to_the_director(Channel::LetterPost, BRANCH, to_director())]
#[case::an_email_to_the_director(Channel::Email, CENTRE, to_director())]
#[case::an_executor_of_another_unit(Channel::LetterPost, BRANCH, to_executor("engineer"))]
fn another_way_takes_a_head_and_a_reason_and_both_are_kept(
    #[case] channel: Channel,
    #[case] intake: &str,
    #[case] routing: Routing,
) {
    let mut desk = Desk::open();
    let case = desk.register(complaint(channel, intake)).unwrap();
    for who in ["clerk", "executor"] {
        desk.is(who);
        assert_eq!(desk.hand_on(case, &overriding(routing.clone())), Err(Refusal::NeedsRole(HEADS)), "{who}");
    }
    desk.is("head");
    assert_eq!(desk.hand_on(case, &routing), Err(Refusal::OffRoute));
    let blank = Routing { override_reason: Some("  ".into()), ..routing.clone() };
    assert_eq!(desk.hand_on(case, &blank), Err(Refusal::OffRoute));
    desk.hand_on(case, &overriding(routing)).unwrap();
    let written = desk.cases[case].facts.last().unwrap();
    assert_eq!(written.body["override_reason"]["$personal"], "Руководитель в отпуске");
}

#[test]
fn a_step_on_the_route_keeps_no_override() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    desk.hand_on(case, &overriding(to_unit(BRANCH))).unwrap();
    assert!(desk.cases[case].facts.last().unwrap().body.get("override_reason").is_none());
}

#[test]
fn an_executor_is_named_with_a_resolution() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    let silent = Routing { resolution: None, ..to_executor("executor") };
    assert_eq!(desk.is("head").hand_on(case, &silent), Err(Refusal::Missing(Field::Resolution)));
}

#[test]
fn an_appeal_is_not_handed_to_whom_it_is_with_nor_to_nobody() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.is("head");
    let nothing_new = Routing { resolution: None, ..to_executor("executor") };
    assert_eq!(desk.hand_on(case, &nothing_new), Err(Refusal::AlreadyThere));
    assert_eq!(desk.hand_on(case, &to_executor("nobody")), Err(Refusal::UnknownPerson(login("nobody"))));
    assert_eq!(desk.hand_on(case, &to_unit("НЕТ")), Err(Refusal::UnknownUnit(unit_code("НЕТ"))));
}

/// Who has it may be told something new: another resolution, another inner day.
#[test]
fn a_second_resolution_goes_to_the_same_executor() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let resolution = Some("Ответить до пятницы".to_owned());
    let routing = Routing { resolution, inner_due: Some(day("27.11.2026")), ..to_executor("executor") };
    desk.is("head").hand_on(case, &routing).unwrap();
    assert_eq!(desk.appeal(case).inner_due, Some(day("27.11.2026")));
    assert_eq!(desk.appeal(case).resolution.as_ref().unwrap().text.text(), "Ответить до пятницы");
}

fn until(inner: &str) -> Routing {
    Routing { inner_due: Some(day(inner)), ..to_executor("executor") }
}

#[test]
fn an_inner_due_date_is_never_later_than_the_norms_nor_past() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    desk.is("head");
    let due = day("08.12.2026");
    assert_eq!(desk.hand_on(case, &until("09.12.2026")), Err(Refusal::InnerDueLater { due }));
    let today = desk.today();
    assert_eq!(desk.hand_on(case, &until("22.11.2026")), Err(Refusal::InnerDuePast { today }));
    desk.hand_on(case, &until("30.11.2026")).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!((appeal.queue_due(), appeal.due.day), (day("30.11.2026"), due));
    assert!(!appeal.is_overdue(day("08.12.2026")), "the overdue figures use the norm's");
}

#[test]
fn the_queue_keeps_to_an_authoritys_day_that_is_earlier_than_the_resolutions() {
    let letter =
        CoveringLetter {
            body: "Прокуратура".into(), number: None, date: None, due: Some(day("25.11.2026"))
        };
    let mut desk = Desk::open();
    let form = Registration { covering_letter: Some(letter), ..complaint(Channel::LetterPost, BRANCH) };
    let case = desk.register(form).unwrap();
    desk.is("head").hand_on(case, &until("30.11.2026")).unwrap();
    assert_eq!(desk.appeal(case).queue_due(), day("25.11.2026"));
}

#[test]
fn a_new_resolution_may_move_the_day_of_the_one_before() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    desk.is("head").hand_on(case, &until("25.11.2026")).unwrap();
    let moved = Routing { inner_due: Some(day("30.11.2026")), ..to_executor("engineer") };
    desk.hand_on(case, &moved).unwrap();
    assert_eq!(desk.appeal(case).queue_due(), day("30.11.2026"));
}

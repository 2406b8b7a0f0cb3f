//! Registering (R1, R2, R8, R21; readings, *Appeals* and *Numbers and dates*).

use std::collections::BTreeSet;

use chrono::Datelike as _;
use otklik::standard::appeal::{Channel, Outcome, PowerQuality, Stage};
use otklik::standard::client::{Client, ClientSort, Collective, CoveringLetter, Identity, Representative};
use otklik::standard::decide::{OnSpot, Registration};
use otklik::standard::refusal::{Confirmation, Field, Refusal};
use otklik::standard::reply::{ContactDetail, ReplyBy};
use rstest::rstest;

use crate::support::{BRANCH, CENTRE, Desk, EXTERNAL, citizen, complaint, day, unit_code};

fn by_letter() -> Registration {
    complaint(Channel::LetterPost, BRANCH)
}

fn spoken(channel: Channel) -> Registration {
    let on_spot =
        Some(OnSpot {
            gist: "Разъяснён порядок перерасчёта".into(), agreed: true, answers: BTreeSet::new()
        });
    Registration { on_spot, ..complaint(channel, CENTRE) }
}

#[test]
fn an_appeal_remembers_where_and_how_it_came_in_r1() {
    let mut desk = Desk::open();
    let case = desk.register(by_letter()).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!((appeal.intake.0.as_str(), appeal.channel), (BRANCH, Channel::LetterPost));
    assert_eq!(appeal.stage(), Stage::Registered);
    assert_eq!((appeal.registered, appeal.received), (day("23.11.2026"), day("23.11.2026")));
}

#[test]
fn numbers_run_from_one_each_year_r2() {
    let mut desk = Desk::open_on("31.12.2026");
    let numbers = [0, 0, 1].map(|days| {
        desk.later(days);
        let case = desk.register(by_letter()).unwrap();
        desk.appeal(case).number.text.clone()
    });
    assert_eq!(numbers, ["ЭН1-000001/26", "ЭН1-000002/26", "ЭН1-000001/27"]);
    assert_eq!(desk.year(), 2027);
}

#[test]
fn an_annulled_appeal_keeps_its_number_r2() {
    let mut desk = Desk::open();
    let first = desk.register(by_letter()).unwrap();
    desk.annul(first).unwrap();
    let second = desk.register(by_letter()).unwrap();
    assert_eq!(desk.appeal(first).number.serial, 1);
    assert_eq!(desk.appeal(second).number.serial, 2);
}

#[rstest]
#[case::the_same_day("23.11.2026", "23.11.2026", None)]
#[case::friday_to_monday("20.11.2026", "23.11.2026", None)]
#[case::friday_to_tuesday("20.11.2026", "24.11.2026", Some(2))]
#[case::over_the_new_year_holidays("31.12.2025", "12.01.2026", None)]
#[case::the_second_day_after_the_holidays("31.12.2025", "13.01.2026", Some(2))]
#[case::over_unity_day("03.11.2026", "05.11.2026", None)]
#[case::over_a_working_saturday("19.02.2027", "24.02.2027", Some(2))]
fn a_gap_of_more_than_one_working_day_asks_for_a_reason(
    #[case] received: &str,
    #[case] today: &str,
    #[case] asked: Option<usize>,
) {
    let mut desk = Desk::open_on(today);
    let form = Registration { received: Some(day(received)), ..by_letter() };
    let refused = desk.ask(|context| otklik::standard::decide::register(form.clone(), context)).err();
    assert_eq!(refused, asked.map(|working_days| Refusal::LateRegistration { working_days }));
    let reasoned = Registration {
        late_reason: Some("Почта доставлена с опозданием".into()), ..form.clone()
    };
    desk.register(reasoned).unwrap();
    desk.confirmed.insert(Confirmation::LateRegistration);
    desk.register(form).unwrap();
}

#[test]
fn a_question_is_asked_only_when_nothing_else_is_missing() {
    let form = Registration { received: Some(day("01.10.2026")), gist: None, ..by_letter() };
    assert_eq!(Desk::open().register(form), Err(Refusal::Missing(Field::Gist)));
}

#[test]
fn nothing_is_received_in_the_future() {
    let mut desk = Desk::open();
    let form = Registration { received: Some(day("24.11.2026")), ..by_letter() };
    assert_eq!(desk.register(form), Err(Refusal::ReceivedLater { today: day("23.11.2026") }));
}

#[test]
fn no_letter_comes_in_before_the_day_it_bears() {
    let mut desk = Desk::open();
    let (friday, monday) = (day("20.11.2026"), day("23.11.2026"));
    let dated = |on| Registration { received: Some(friday), sender_date: Some(on), ..by_letter() };
    assert_eq!(desk.register(dated(monday)), Err(Refusal::WrittenLater { received: friday }));
    desk.register(dated(friday)).unwrap();
}

#[test]
fn a_clock_behind_the_newest_fact_is_asked_about_before_saving() {
    let mut desk = Desk::open();
    let newest = crate::support::morning("24.11.2026");
    desk.newest = Some(newest);
    assert_eq!(desk.register(by_letter()), Err(Refusal::ClockBehind { newest }));
    assert_eq!(Refusal::ClockBehind { newest }.asks(), Some(Confirmation::ClockBehind));
    desk.confirmed.insert(Confirmation::ClockBehind);
    desk.register(by_letter()).unwrap();
}

#[rstest]
#[case::no_gist(Registration { gist: None, ..by_letter() }, Refusal::Missing(Field::Gist))]
#[case::blank_gist(Registration { gist: Some(" \u{feff}\n".into()), ..by_letter() }, Refusal::Missing(Field::Gist))]
#[case::no_surname(
    Registration { client: Client { identity: named("  "), ..citizen() }, ..by_letter() },
    Refusal::Missing(Field::Surname)
)]
#[case::no_organisation(
    Registration { client: Client { identity: firm(""), ..citizen() }, ..by_letter() },
    Refusal::Missing(Field::Organisation)
)]
#[case::unknown_topic(
    Registration { topic: Some("weather".into()), ..by_letter() },
    Refusal::UnknownTopic("weather".into())
)]
#[case::unknown_intake(
    Registration { intake: unit_code("НЕТ"), ..by_letter() },
    Refusal::UnknownUnit(unit_code("НЕТ"))
)]
#[case::a_unit_with_its_own_register(
    Registration { intake: unit_code(EXTERNAL), ..by_letter() },
    Refusal::ExternalUnit(unit_code(EXTERNAL))
)]
fn what_is_required_is_asked_by_name(#[case] form: Registration, #[case] refusal: Refusal) {
    assert_eq!(Desk::open().register(form), Err(refusal));
}

fn named(surname: &str) -> Identity {
    Identity::Person { surname: surname.into(), given: None, patronymic: None }
}

fn firm(organisation: &str) -> Identity {
    Identity::Organisation { organisation: organisation.into(), inn: None, contact_person: None }
}

#[test]
fn a_field_takes_at_most_64_kib() {
    let form = |letters| Registration { text: Some("я".repeat(letters)), ..by_letter() };
    let mut desk = Desk::open();
    desk.register(form(32 * 1024)).unwrap();
    let refused = Refusal::TooLong { field: Field::Text, bytes: 65538, limit: 65536 };
    assert_eq!(desk.register(form(32 * 1024 + 1)), Err(refused));
    let representative = Representative { name: "я".repeat(65536), proxy_number: None, proxy_date: None };
    let client = Client { representative: Some(representative), ..citizen() };
    let refused = Refusal::TooLong { field: Field::Client, bytes: 131_072, limit: 65536 };
    assert_eq!(desk.register(Registration { client, ..by_letter() }), Err(refused));
}

/// A refusal leads the clerk to the field that is too long, not to another.
#[test]
fn a_value_that_is_too_long_is_named_by_its_own_field() {
    let long = || Some("я".repeat(33 * 1024));
    let power = |power| Registration { power: Some(power), ..by_letter() };
    let cases = [
        (Registration { sender_number: long(), ..by_letter() }, Field::SenderNumber),
        (Registration { questions: long().into_iter().collect(), ..by_letter() }, Field::Questions),
        (power(PowerQuality { address: long(), ..PowerQuality::default() }), Field::PowerAddress),
        (power(PowerQuality { time: long(), ..PowerQuality::default() }), Field::PowerTime),
        (power(PowerQuality { contract: long(), ..PowerQuality::default() }), Field::PowerContract),
    ];
    for (form, field) in cases {
        let refused = Refusal::TooLong { field, bytes: 67_584, limit: 65_536 };
        assert_eq!(Desk::open().register(form), Err(refused));
    }
}

#[test]
fn the_gist_is_one_line_and_the_texts_first_where_none_is_given() {
    let mut desk = Desk::open();
    let mut gist_of = |gist: Option<&str>, text: &str| {
        let form = Registration { gist: gist.map(Into::into), text: Some(text.into()), ..by_letter() };
        let case = desk.register(form).unwrap();
        desk.appeal(case).content.gist.text().to_owned()
    };
    assert_eq!(gist_of(None, "\n  Прошу пересчитать плату \nза октябрь"), "Прошу пересчитать плату");
    assert_eq!(gist_of(Some(" Плата\n за  октябрь "), "…"), "Плата за октябрь");
}

#[test]
fn a_letter_without_contacts_is_still_registered_r2_r8() {
    let mut desk = Desk::open();
    let client = Client { address: None, phone: None, ..citizen() };
    assert!(!client.has_contact());
    desk.register(Registration { client, ..by_letter() }).unwrap();
}

#[test]
fn no_name_but_contacts_is_considered_and_answered() {
    let mut desk = Desk::open();
    let client = Client { email: Some("somebody@example.org".into()), ..Client::anonymous() };
    assert!(client.has_contact());
    let case = desk.register(Registration { client, ..complaint(Channel::Email, BRANCH) }).unwrap();
    assert_eq!(desk.appeal(case).client_sort, ClientSort::Anonymous);
    assert_eq!(desk.appeal(case).reply_by(), ReplyBy::Email);
    desk.assign(case, "executor");
    let reply = desk.signed(case, otklik::standard::reply::Purpose::Answer);
    desk.send(case, reply, ReplyBy::Email, None).unwrap();
    assert_eq!(desk.appeal(case).stage(), Stage::Closed);
}

#[test]
fn the_answer_to_several_people_goes_to_the_one_they_named() {
    let several = |answer_to: Option<&str>| Client {
        collective: Some(Collective { signers: 12, answer_to: answer_to.map(Into::into) }),
        ..citizen()
    };
    assert_eq!(several(Some("Ромашкиной О. П.")).answer_to(), "Ромашкиной О. П.");
    assert_eq!(several(None).answer_to(), "Ёлкина Анна Петровна");
    assert_eq!(several(Some("  ")).answer_to(), "Ёлкина Анна Петровна");
    let mut desk = Desk::open();
    let case = desk.register(Registration { client: several(None), ..by_letter() }).unwrap();
    assert_eq!(desk.appeal(case).client_sort, ClientSort::Collective);
}

#[rstest]
#[case::post(ReplyBy::Post, Some(ContactDetail::Address))]
#[case::email(ReplyBy::Email, Some(ContactDetail::Email))]
#[case::phone(ReplyBy::Phone, Some(ContactDetail::Phone))]
#[case::fax(ReplyBy::Fax, Some(ContactDetail::Phone))]
#[case::window(ReplyBy::InPerson, None)]
#[case::pickup(ReplyBy::Pickup, None)]
#[case::reception(ReplyBy::VirtualReception, None)]
fn a_reply_channel_needs_its_contact_r21(#[case] by: ReplyBy, #[case] needs: Option<ContactDetail>) {
    let wish = |client| Registration { reply_wish: Some(by), client, ..by_letter() };
    let mut desk = Desk::open();
    let refused = desk.register(wish(Client { address: None, phone: None, ..citizen() })).err();
    assert_eq!(refused, needs.map(|needs| Refusal::NoContactFor { by, needs }));
    let whole = Client { email: Some("anna@example.org".into()), ..citizen() };
    let case = desk.register(wish(whole)).unwrap();
    assert_eq!(desk.appeal(case).reply_by(), by, "the client's own choice wins");
}

#[rstest]
#[case::a_letter_by_post(Channel::LetterPost, ReplyBy::Post)]
#[case::an_email_by_email(Channel::Email, ReplyBy::Email)]
#[case::a_fax_by_post(Channel::Fax, ReplyBy::Post)]
#[case::the_book_by_post(Channel::FeedbackBook, ReplyBy::Post)]
#[case::the_virtual_reception_by_post(Channel::VirtualReception, ReplyBy::Post)]
fn without_a_wish_an_email_is_answered_by_email_and_the_rest_by_post(
    #[case] channel: Channel,
    #[case] by: ReplyBy,
) {
    let mut desk = Desk::open();
    let client = Client { email: Some("anna@example.org".into()), ..citizen() };
    let case = desk.register(Registration { client, ..complaint(channel, BRANCH) }).unwrap();
    assert_eq!(desk.appeal(case).reply_by(), by);
}

#[rstest]
#[case::the_window(Channel::InPerson)]
#[case::the_phone(Channel::Phone)]
fn an_answer_on_the_spot_registers_and_closes_in_one_save(#[case] channel: Channel) {
    let mut desk = Desk::open();
    let case = desk.register(spoken(channel)).unwrap();
    let closing = desk.appeal(case).closing.as_ref().unwrap();
    assert_eq!((closing.outcome, closing.on), (Outcome::AnsweredOrally, desk.today()));
    assert_eq!(desk.cases[case].facts.len(), 2);
}

#[test]
fn an_answer_on_the_spot_needs_spoken_words_agreement_and_a_gist() {
    let mut desk = Desk::open();
    for &channel in Channel::ALL.iter().filter(|channel| !channel.is_oral()) {
        assert_eq!(desk.register(spoken(channel)), Err(Refusal::OralOnly { channel }));
    }
    let answer = |gist: &str, agreed| Registration {
        on_spot: Some(OnSpot { gist: gist.into(), agreed, answers: BTreeSet::new() }),
        ..complaint(Channel::Phone, CENTRE)
    };
    assert_eq!(desk.register(answer("Разъяснено", false)), Err(Refusal::NeedsAgreement));
    assert_eq!(desk.register(answer(" ", true)), Err(Refusal::Missing(Field::Answer)));
    assert!(desk.cases.is_empty(), "nothing was kept");
    assert_eq!(desk.next_serial(otklik::standard::number::Series::Appeal, desk.today().year()), 1);
}

#[rstest]
#[case::earlier_is_kept("01.12.2026", Some("01.12.2026"), "01.12.2026")]
#[case::later_than_the_norm_is_not("20.12.2026", None, "08.12.2026")]
fn an_authoritys_day_may_be_earlier_than_the_norms_never_later(
    #[case] wanted: &str,
    #[case] inner: Option<&str>,
    #[case] queue: &str,
) {
    let letter =
        CoveringLetter {
            body: "Прокуратура".into(), number: None, date: None, due: Some(day(wanted))
        };
    let mut desk = Desk::open();
    let case = desk.register(Registration { covering_letter: Some(letter), ..by_letter() }).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!(appeal.inner_due, inner.map(day));
    assert_eq!(appeal.queue_due(), day(queue));
    assert_eq!(appeal.due.day, day("08.12.2026"), "the figures use the norm's");
}

//! Replies: what one holds before it leaves, and its steps (R6, R14, R21; readings, *Replies*).

use otklik::standard::appeal::{Channel, Outcome, Stage};
use otklik::standard::client::{Client, Identity};
use otklik::standard::correct::Correctable;
use otklik::standard::decide::{self, Correction, Draft, OfficeCommand, Registration};
use otklik::standard::number::OutgoingNumber;
use otklik::standard::office::{FullName, SigningRight, StaffDetail, StaffMember};
use otklik::standard::personal::Personal;
use otklik::standard::refusal::{Field, Refusal, ReplyNeed};
use otklik::standard::reply::{ContactDetail, Purpose, ReplyBy, ReplyId, ReplyStage, SignedBy, TemplateUse};
use rstest::rstest;

use crate::support::{BRANCH, Desk, citizen, complaint, day, letter, login, right, to_unit};

const TEMPLATE: &str = "Уважаемая Анна Петровна!\nВаше обращение рассмотрено.\nС уважением,";

fn answer(text: &str) -> Draft {
    Draft { text: text.into(), ..letter(Purpose::Answer) }
}

/// A letter begun from the template, with this text.
fn from_template(text: &str) -> Draft {
    let template = TemplateUse { id: "reply".into(), words: Personal::Known(TEMPLATE.into()) };
    Draft { template: Some(template), ..answer(text) }
}

/// What making this draft final is refused with.
fn refused(draft: Draft) -> Option<Refusal> {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, draft).unwrap();
    desk.finalise(case, reply, "head").err()
}

#[rstest]
#[case::empty(answer(""))]
#[case::signs_alone(answer("— 512 —\n…"))]
#[case::the_template_alone(from_template(TEMPLATE))]
#[case::the_template_with_other_spaces(from_template(
    "Уважаемая  Анна Петровна! \n\n Ваше обращение рассмотрено.\nС уважением,"
))]
#[case::the_template_with_other_line_ends(from_template(
    "Уважаемая Анна Петровна! Ваше обращение рассмотрено. С уважением,"
))]
#[case::a_part_of_the_template(from_template("Ваше обращение\nрассмотрено."))]
#[case::the_template_twice(from_template(&format!("{TEMPLATE}\n{TEMPLATE}")))]
fn a_templates_words_alone_are_no_substance_r6(#[case] draft: Draft) {
    assert_eq!(refused(draft), Some(Refusal::NoSubstance));
}

#[rstest]
#[case::own_words(answer("Перерасчёт произведён."))]
#[case::own_words_among_the_templates(from_template(
    "Уважаемая Анна Петровна!\nВаше обращение рассмотрено.\nПерерасчёт произведён.\nС уважением,"
))]
#[case::own_words_in_a_line_of_the_template(from_template("Ваше обращение рассмотрено, плата пересчитана."))]
fn a_text_of_the_executors_own_is_substance_r6(#[case] draft: Draft) {
    assert_eq!(refused(draft), None);
}

#[rstest]
#[case::in_the_text(answer("Сумма ‹сумма› учтена, номер {{ number }}."), &["сумма", "number"])]
#[case::in_the_heading(Draft { heading: "О ‹чём›".into(), ..letter(Purpose::Answer) }, &["чём"])]
#[case::in_the_addressee(Draft { addressee: "‹кому›".into(), ..letter(Purpose::Answer) }, &["кому"])]
#[case::never_closed(answer("Сумма {% if учтена"), &[""])]
fn an_unfilled_place_makes_no_final(#[case] draft: Draft, #[case] places: &[&str]) {
    let places = places.iter().copied().map(str::to_owned).collect();
    assert_eq!(refused(draft), Some(Refusal::Unfilled(places)));
}

#[test]
fn a_letter_without_an_addressee_makes_no_final() {
    let nobody = Draft { addressee: " \n".into(), ..letter(Purpose::Answer) };
    assert_eq!(refused(nobody), Some(Refusal::Missing(Field::Addressee)));
}

#[test]
fn a_letter_without_an_executor_makes_no_final_r6() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    desk.hand_on(case, &to_unit(BRANCH)).unwrap();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    assert_eq!(desk.finalise(case, reply, "head"), Err(Refusal::NoExecutor));
}

fn name(given: &str, patronymic: Option<&str>) -> Personal<FullName> {
    Personal::Known(FullName {
        surname: "Гасанов".into(),
        given: given.into(),
        patronymic: patronymic.map(Into::into),
    })
}

/// Makes a letter final after the entry of `who` was changed.
fn finalised_after(who: &str, change: impl FnOnce(&mut StaffMember)) -> Result<Desk, Refusal> {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.change_person(who, change).unwrap();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").map(|()| desk)
}

#[rstest]
#[case::no_phone(|one: &mut StaffMember| one.phone = None, &[StaffDetail::Phone])]
#[case::a_blank_phone(|one: &mut StaffMember| one.phone = Some(Personal::Known(" ".into())), &[StaffDetail::Phone])]
#[case::a_dash_for_a_phone(|one: &mut StaffMember| one.phone = Some(Personal::Known("—".into())), &[StaffDetail::Phone])]
#[case::an_erased_phone(|one: &mut StaffMember| one.phone = Some(Personal::Erased), &[StaffDetail::Phone])]
#[case::no_given_name(|one: &mut StaffMember| one.name = name(" ", None), &[StaffDetail::GivenName])]
#[case::neither(
    |one: &mut StaffMember| { one.name = name("", None); one.phone = None; },
    &[StaffDetail::GivenName, StaffDetail::Phone]
)]
fn the_executors_full_name_and_phone_are_asked_at_the_final_r6(
    #[case] change: fn(&mut StaffMember),
    #[case] lacks: &[StaffDetail],
) {
    let refusal = finalised_after("executor", change).err();
    assert_eq!(refusal, Some(Refusal::ExecutorLacks { login: login("executor"), missing: lacks.to_vec() }));
}

#[rstest]
#[case::none(None, "Гасанов Эльчин")]
#[case::of_two_words(Some("Мамед оглы"), "Гасанов Эльчин Мамед оглы")]
fn a_patronymic_is_needed_only_where_there_is_one_r6(#[case] patronymic: Option<&str>, #[case] full: &str) {
    let desk = finalised_after("executor", |one| one.name = name("Эльчин", patronymic)).ok().unwrap();
    let frozen = desk.appeal(0).replies[0].finalised().unwrap();
    let details = frozen.executor_details.known().unwrap();
    assert_eq!((details.name.as_str(), details.phone.as_str()), (full, "8 (800) 555-35-35, доб. 17"));
}

#[rstest]
#[case::no_right(|one: &mut StaffMember| one.signing = None)]
#[case::an_expired_right(|one: &mut StaffMember| one.signing = Some(right("01.01.2026", Some("22.11.2026"))))]
#[case::a_right_still_to_come(|one: &mut StaffMember| one.signing = Some(right("24.11.2026", None)))]
fn a_signatory_has_the_right_on_the_day_r6(#[case] change: fn(&mut StaffMember)) {
    let refusal = finalised_after("head", change).err();
    assert_eq!(refusal, Some(Refusal::MayNotSign { login: login("head"), on: day("23.11.2026") }));
}

#[test]
fn a_signatory_has_a_position_and_is_one_of_the_staff_r6() {
    let refusal = finalised_after("head", |one| one.position.clear()).err();
    let missing = vec![StaffDetail::Position];
    assert_eq!(refusal, Some(Refusal::SignatoryLacks { login: login("head"), missing }));
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    assert_eq!(desk.finalise(case, reply, "nobody"), Err(Refusal::UnknownPerson(login("nobody"))));
}

#[test]
fn the_executor_may_sign_too() {
    let desk = finalised_after("executor", |one| one.signing = Some(right("01.01.2026", None))).ok();
    let mut desk = desk.unwrap();
    let (case, reply) = (0, ReplyId(1));
    desk.actor = login("head");
    desk.act(case, |appeal, context| decide::return_reply(appeal, reply, "Подпишите сами", context)).unwrap();
    desk.finalise(case, reply, "executor").unwrap();
    desk.sign(case, reply, None).unwrap();
}

#[test]
fn no_step_of_a_reply_is_skipped_r6() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    let sign = |desk: &mut Desk| desk.sign(case, reply, None);
    let send = |desk: &mut Desk| desk.send(case, reply, ReplyBy::Post, None);
    assert_eq!(sign(&mut desk), Err(Refusal::NoReply(ReplyNeed::Final)));
    assert_eq!(send(&mut desk), Err(Refusal::NoReply(ReplyNeed::Signed)));
    desk.finalise(case, reply, "head").unwrap();
    assert_eq!(send(&mut desk), Err(Refusal::NoReply(ReplyNeed::Signed)), "never sent unsigned");
    assert_eq!(desk.finalise(case, reply, "head"), Err(Refusal::NoReply(ReplyNeed::Draft)));
    assert_eq!(desk.draft(case, letter(Purpose::Answer)), Err(Refusal::ReplyUnderWay), "the text is frozen");
    sign(&mut desk).unwrap();
    assert_eq!(sign(&mut desk), Err(Refusal::NoReply(ReplyNeed::Final)));
    send(&mut desk).unwrap();
    let closing = desk.appeal(case).closing.as_ref().unwrap();
    assert_eq!((closing.outcome, closing.reply), (Outcome::Replied, Some(reply)));
    assert_eq!(desk.appeal(case).stage(), Stage::Closed);
}

#[test]
fn a_final_comes_back_with_a_remark_and_its_text_may_change_again() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    let give_back = |desk: &mut Desk, remark: &str| {
        desk.act(case, |appeal, context| decide::return_reply(appeal, reply, remark, context))
    };
    assert_eq!(give_back(&mut desk, "Уточнить"), Err(Refusal::NoReply(ReplyNeed::Final)));
    desk.finalise(case, reply, "head").unwrap();
    desk.actor = login("executor");
    let heads = give_back(&mut desk, "Уточнить");
    assert!(matches!(heads, Err(Refusal::NeedsRole(_))), "not one's own, nor for another: {heads:?}");
    desk.actor = login("head");
    assert_eq!(give_back(&mut desk, ""), Err(Refusal::Missing(Field::Remark)));
    give_back(&mut desk, "Указать сумму").unwrap();
    assert_eq!(desk.draft(case, answer("Сумма 512 рублей.")), Ok(reply));
    let again = &desk.appeal(case).replies[0];
    assert_eq!((again.text.text(), again.remarks[0].text()), ("Сумма 512 рублей.", "Указать сумму"));
}

#[test]
fn a_draft_may_be_empty_and_one_stands_for_each_purpose() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    let empty = Draft { heading: String::new(), addressee: String::new(), ..answer("") };
    assert_eq!(desk.draft(case, empty), Ok(ReplyId(1)));
    assert_eq!(desk.draft(case, letter(Purpose::Interim { days: 5 })), Ok(ReplyId(2)));
    desk.draft(case, letter(Purpose::Interim { days: 7 })).unwrap();
    let purposes: Vec<_> = desk.appeal(case).replies.iter().map(|reply| reply.purpose).collect();
    assert_eq!(purposes, [Purpose::Answer, Purpose::Interim { days: 7 }]);
}

#[test]
fn the_outgoing_number_and_date_are_given_at_signing() {
    let mut desk = Desk::open_on("30.12.2026");
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    assert_eq!(desk.appeal(case).replies[0].signature(), None, "a final has no number yet");
    let other = desk.letter_at_executor();
    desk.signed(other, Purpose::Answer);
    desk.on("11.01.2027").sign(case, reply, Some("31.12.2026")).unwrap();
    let third = desk.letter_at_executor();
    desk.signed(third, Purpose::Answer);
    let signature = |case: usize| desk.appeal(case).replies[0].signature().unwrap();
    let numbers = [other, case, third].map(|case| signature(case).number.text());
    assert_eq!(numbers, ["ЭН1-исх-1/26", "ЭН1-исх-2/26", "ЭН1-исх-1/27"], "by the year of signing");
    assert_eq!((signature(case).on, &signature(case).entered_by), (day("31.12.2026"), &login("clerk")));
}

#[test]
fn a_signature_is_of_a_day_that_was_and_that_the_right_covers_r6() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    let today = desk.on("27.11.2026").today();
    assert_eq!(desk.sign(case, reply, Some("28.11.2026")), Err(Refusal::InFuture { today }));
    let earliest = day("23.11.2026");
    assert_eq!(desk.sign(case, reply, Some("22.11.2026")), Err(Refusal::Before { earliest }));
    let ended = SigningRight { from: day("01.01.2026"), to: Some(day("25.11.2026")) };
    desk.change_person("head", |one| one.signing = Some(ended)).unwrap();
    for on in [None, Some("26.11.2026")] {
        let on_day = on.map_or(today, day);
        assert_eq!(desk.sign(case, reply, on), Err(Refusal::MayNotSign { login: login("head"), on: on_day }));
    }
    desk.sign(case, reply, Some("25.11.2026")).unwrap();
}

#[test]
fn what_was_signed_before_the_signatory_left_may_still_be_entered_r6() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    desk.on("25.11.2026");
    desk.administer(OfficeCommand::RetirePerson { login: login("head"), open_appeals: 0 }).unwrap();
    assert_eq!(desk.sign(case, reply, None), Err(Refusal::UnknownPerson(login("head"))));
    desk.sign(case, reply, Some("24.11.2026")).unwrap();
    let way = desk.appeal(case).replies[0].signature().unwrap().way;
    assert_eq!(way, SignedBy::Ink);
}

#[test]
fn nothing_is_sent_before_it_was_signed_nor_tomorrow_r6() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.later(2);
    let reply = desk.signed(case, Purpose::Answer);
    let today = desk.later(1).today();
    let send = |desk: &mut Desk, on| desk.send(case, reply, ReplyBy::Post, Some(on));
    assert_eq!(send(&mut desk, "24.11.2026"), Err(Refusal::Before { earliest: day("25.11.2026") }));
    assert_eq!(send(&mut desk, "27.11.2026"), Err(Refusal::InFuture { today }));
    send(&mut desk, "25.11.2026").unwrap();
}

#[test]
fn a_reply_goes_only_where_there_is_a_contact_r21() {
    let mut desk = Desk::open();
    let client = Client { phone: None, ..citizen() };
    let case = desk.register(Registration { client, ..complaint(Channel::LetterPost, BRANCH) }).unwrap();
    desk.assign(case, "executor");
    let reply = desk.signed(case, Purpose::Answer);
    for (by, needs) in [
        (ReplyBy::Email, ContactDetail::Email),
        (ReplyBy::Phone, ContactDetail::Phone),
        (ReplyBy::Fax, ContactDetail::Phone),
    ] {
        assert_eq!(desk.send(case, reply, by, None), Err(Refusal::NoContactFor { by, needs }));
    }
    desk.send(case, reply, ReplyBy::Post, None).unwrap();
}

#[test]
fn an_interim_reply_that_was_sent_closes_nothing_r13() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.sent(case, Purpose::Interim { days: 5 });
    assert_eq!(desk.appeal(case).stage(), Stage::WithExecutor);
    desk.sent(case, Purpose::Answer);
    assert_eq!(desk.appeal(case).stage(), Stage::Closed);
}

#[test]
fn only_what_is_final_is_printed_as_a_paper_and_only_what_was_sent_once_it_is_closed() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    assert_eq!(desk.print(case, reply), Err(Refusal::NoReply(ReplyNeed::Final)));
    desk.finalise(case, reply, "head").unwrap();
    desk.print(case, reply).unwrap();
    desk.sign(case, reply, None).unwrap();
    desk.send(case, reply, ReplyBy::Post, None).unwrap();
    desk.print(case, reply).unwrap();
    assert_eq!(desk.appeal(case).replies[0].printed, 2);

    let other = desk.letter_at_executor();
    let reply = desk.draft(other, letter(Purpose::Answer)).unwrap();
    desk.finalise(other, reply, "head").unwrap();
    desk.annul(other).unwrap();
    let closed = Refusal::Closed { outcome: Outcome::Annulled, on: desk.today() };
    assert_eq!(desk.print(other, reply), Err(closed), "no clean paper of what may never leave");
}

#[test]
fn a_reply_of_the_first_round_is_not_sent_on_a_day_before_the_second() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.signed(case, Purpose::Answer);
    desk.withdraw(case).unwrap();
    desk.is("head").on("01.12.2026").reopen(case).unwrap();
    let earliest = desk.today();
    assert_eq!(desk.send(case, reply, ReplyBy::Post, Some("23.11.2026")), Err(Refusal::Before { earliest }));
    desk.send(case, reply, ReplyBy::Post, None).unwrap();
    assert!(matches!(desk.appeal(case).replies[0].stage, ReplyStage::Sent(..)));
}

/// A letter with a wrong name must not leave after the name was corrected (R6; promise 2).
#[test]
fn what_a_letter_on_its_way_shows_is_corrected_after_it_came_back() {
    let mut desk = Desk::open();
    let client = Client { account: Some("100200300".into()), ..citizen() };
    let theirs = Registration {
        client,
        sender_number: Some("17/2".into()),
        sender_date: Some(day("20.11.2026")),
        ..complaint(Channel::LetterPost, BRANCH)
    };
    let case = desk.register(theirs).unwrap();
    desk.assign(case, "executor");
    let correct = |desk: &mut Desk, field, value: &str| {
        let mend = [Correction { field, value: Some(value.into()) }];
        desk.act(case, |appeal, context| decide::correct(appeal, &mend, "Описка", context))
    };
    let reply =
        desk.draft(case, answer("На «Перерасчёт за октябрь»: по счёту 100200300 пересчитано.")).unwrap();
    desk.is("head");
    correct(&mut desk, Correctable::Patronymic, "Павловна").unwrap();
    for signed in [false, true] {
        desk.finalise(case, reply, "head").unwrap();
        if signed {
            desk.sign(case, reply, None).unwrap();
        }
        for (field, value) in [
            (Correctable::Given, "Ольга"),
            (Correctable::Address, "ул. Мира, д. 1"),
            (Correctable::SenderNumber, "999/9"),
            (Correctable::SenderDate, "2026-11-19"),
            (Correctable::Account, "100200301"),
            (Correctable::Gist, "Перерасчёт за ноябрь"),
        ] {
            assert_eq!(correct(&mut desk, field, value), Err(Refusal::LetterShows { field }));
        }
        correct(&mut desk, Correctable::Sheets, if signed { "3" } else { "4" }).unwrap();
        desk.act(case, |appeal, context| decide::return_reply(appeal, reply, "Имя", context)).unwrap();
        correct(&mut desk, Correctable::Given, if signed { "Ольга" } else { "Инна" }).unwrap();
    }
    let numbers: Vec<_> =
        desk.appeal(case).replies[0].annulled_numbers.iter().map(OutgoingNumber::text).collect();
    assert_eq!(numbers, ["ЭН1-исх-1/26"], "the number of the signed one is never given again");
    desk.finalise(case, reply, "head").unwrap();
    desk.sign(case, reply, None).unwrap();
    assert_eq!(desk.appeal(case).replies[0].outgoing().map(|(number, _)| number), Some("ЭН1-исх-2/26"));
    desk.send(case, reply, ReplyBy::Post, None).unwrap();
    correct(&mut desk, Correctable::Given, "Анна").unwrap();
    let given = desk.appeal(case).replies[0].frozen().unwrap().shows.client.known().cloned();
    assert!(
        matches!(given, Some(Identity::Person { given: Some(given), .. }) if given == "Ольга"),
        "as it left"
    );
    assert_eq!(desk.cases[case].replayed(), *desk.appeal(case));
}

#[test]
fn a_letter_that_a_correction_overtook_while_the_appeal_was_closed_neither_prints_nor_leaves() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    desk.is("head").withdraw(case).unwrap();
    let mend = [Correction { field: Correctable::Surname, value: Some("Елкина".into()) }];
    desk.act(case, |appeal, context| decide::correct(appeal, &mend, "Описка", context)).unwrap();
    desk.reopen(case).unwrap();
    let shows = || Err(Refusal::LetterShows { field: Correctable::Surname });
    assert_eq!(desk.sign(case, reply, None), shows());
    assert_eq!(desk.print(case, reply), shows());
    desk.act(case, |appeal, context| decide::return_reply(appeal, reply, "Имя", context)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    desk.print(case, reply).unwrap();
    desk.sign(case, reply, None).unwrap();
    desk.send(case, reply, ReplyBy::Post, None).unwrap();
}

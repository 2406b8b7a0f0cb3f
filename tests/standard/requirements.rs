//! Requirements that no other file of these tests carries, each named by its number.

use std::collections::BTreeSet;

use chrono::Days;
use otklik::standard::appeal::{Channel, Kind, Outcome, PowerQuality, Stage};
use otklik::standard::book::BookEntry;
use otklik::standard::correct::Correctable;
use otklik::standard::decide::{
    self, ConsultationForm, Correction, OfficeCommand, OnSpot, Registration, RequestForm, Routing,
};
use otklik::standard::number::OutgoingAt;
use otklik::standard::office::{Deputising, Duty, Role};
use otklik::standard::refusal::{Confirmation, Field, Refusal};
use otklik::standard::reply::{Purpose, ReplyBy, SignedBy};
use otklik::standard::request::{Asked, RequestId};
use otklik::standard::route::Route;
use otklik::standard::term::Measure;
use rstest::rstest;

use crate::support::{
    BRANCH, CENTRE, DEPARTMENT, Desk, EXTERNAL, HEAD_OFFICE, complaint, day, letter, login, shipped_norms,
    to_executor, to_unit, unit_code,
};

/// R1, R11, R17, R18: every channel and kind, at every intake point of ours, is registered and numbered.
#[test]
fn r1_r11_r17_r18_every_channel_and_kind_is_registered_at_every_intake_point() {
    let mut desk = Desk::open();
    let mut count = 0;
    for intake in [HEAD_OFFICE, BRANCH, CENTRE, DEPARTMENT] {
        for &channel in Channel::ALL {
            for &kind in Kind::ALL {
                let case = desk.register(Registration { kind, ..complaint(channel, intake) }).unwrap();
                let appeal = desk.appeal(case);
                count += 1;
                assert_eq!((appeal.channel, appeal.kind, appeal.number.serial), (channel, kind, count));
                assert_eq!(appeal.due.day, day("08.12.2026"), "R5, R21: the terms are the same");
            }
        }
    }
}

/// Readings, *Routes*: each row of the table at each kind of intake point.
#[test]
fn each_row_of_the_routes_at_each_intake_point_r3_r4_r12() {
    use Channel::{Email, Fax, FeedbackBook, InPerson, LetterHand, LetterPost, Phone, VirtualReception};
    let anywhere = [HEAD_OFFICE, BRANCH, CENTRE, DEPARTMENT];
    let rows: [(&[Channel], &[&str], Route); 5] = [
        (&[VirtualReception], &anywhere, Route::Director),
        (&[LetterPost, LetterHand, Fax], &[HEAD_OFFICE], Route::Director),
        (&[LetterPost, LetterHand, Fax], &[BRANCH, CENTRE], Route::Head),
        (&[Email], &anywhere, Route::Unit),
        (&[InPerson, Phone, FeedbackBook], &anywhere, Route::Head),
    ];
    let mut desk = Desk::open();
    for (channels, intakes, route) in rows {
        for (&channel, &intake) in channels.iter().flat_map(|c| intakes.iter().map(move |i| (c, i))) {
            let case = desk.register(complaint(channel, intake)).unwrap();
            assert_eq!(desk.appeal(case).route, route, "{channel:?} at {intake}");
        }
    }
}

fn ask(to: Asked) -> RequestForm {
    RequestForm {
        to,
        text: "Сообщите о напряжении".into(),
        on: None,
        expected: Some(day("01.12.2026")),
        number: None,
    }
}

/// R15: a request to a unit or an organisation has an outgoing number and dates of its own; the clock does not stop.
#[rstest]
#[case::a_unit(Asked::Unit(unit_code(DEPARTMENT)))]
#[case::the_grid_company(Asked::Organisation("Россети".into()))]
fn r15_a_request_has_its_own_number_and_dates_and_stops_no_clock(#[case] to: Asked) {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.is("executor").act(case, |appeal, context| decide::send_request(appeal, &ask(to), context)).unwrap();
    let asked = &desk.appeal(case).requests[0];
    assert_eq!((asked.number.text(), asked.on), ("ЭН1-исх-1/26", day("23.11.2026")));
    assert_eq!(desk.appeal(case).due.day, day("08.12.2026"));
    let answer = |desk: &mut Desk| {
        desk.act(case, |appeal, context| {
            decide::answer_request(appeal, RequestId(1), "В норме", None, context)
        })
    };
    answer(desk.on("30.11.2026")).unwrap();
    assert_eq!(desk.appeal(case).requests[0].answer.as_ref().unwrap().on, day("30.11.2026"));
    assert_eq!(answer(&mut desk), Err(Refusal::NoRequest));
    assert!(desk.appeal(case).is_overdue(day("09.12.2026")));
}

/// R15: topics have two levels, ask for documents, and quality of electricity asks its own block.
#[test]
fn r15_topics_ask_for_documents_and_quality_for_its_block() {
    let office = Desk::open().office;
    let needed =
        |topic| office.needed_documents(Some(topic), false).into_iter().map(|kind| kind.code.as_str());
    let damage = ["damage_act", "damage_estimate", "damage_receipts", "service_report"];
    assert_eq!(needed("quality.damage").collect::<BTreeSet<_>>(), BTreeSet::from(damage));
    assert!(office.asks_of_power(Some("quality.voltage")) && !office.asks_of_power(Some("billing.refund")));
    let with_proxy = office.needed_documents(None, true);
    assert!(with_proxy.iter().all(|kind| kind.representative) && !with_proxy.is_empty());
    let mut desk = Desk::open();
    let power = PowerQuality { address: Some(" Мира, 1 ".into()), time: None, contract: None };
    let form = Registration { power: Some(power), ..complaint(Channel::LetterPost, BRANCH) };
    let case = desk.register(form).unwrap();
    let told = desk.appeal(case).content.power.as_ref().unwrap().known().unwrap().clone();
    assert_eq!(told.address.as_deref(), Some("Мира, 1"));
    let documents = BTreeSet::from(["нет".to_owned()]);
    let stray = desk.register(Registration { documents, ..complaint(Channel::LetterPost, BRANCH) });
    assert_eq!(stray, Err(Refusal::UnknownDocument("нет".into())));
}

/// R21: a phone or in-person answer to what was spoken is recorded with its gist, who gave it and when.
#[rstest]
#[case(Channel::Phone)]
#[case(Channel::InPerson)]
fn r21_an_oral_answer_says_what_who_and_when(#[case] channel: Channel) {
    let mut desk = Desk::open();
    let case = desk.register(complaint(channel, BRANCH)).unwrap();
    let answer = OnSpot { gist: "Плата верна".into(), agreed: true, answers: BTreeSet::new() };
    desk.is("executor").on("25.11.2026");
    desk.act(case, |appeal, context| decide::answer_orally(appeal, &answer, context)).unwrap();
    let closing = desk.appeal(case).closing.as_ref().unwrap();
    assert_eq!((closing.by.0.as_str(), closing.on), ("executor", day("25.11.2026")));
    assert_eq!(closing.note.as_ref().unwrap().text(), "Плата верна");
}

/// R23: a consultation from anywhere needs a topic and a channel, no client; it has no number and no term.
#[test]
fn r23_a_consultation_is_counted_by_every_channel_without_a_client() {
    let desk = Desk::open();
    let form = |unit: &str, topic: &str, channel| ConsultationForm {
        unit: unit_code(unit),
        topic: topic.into(),
        channel,
        minutes: Some(4),
        client: None,
        visit: None,
    };
    for &channel in Channel::ALL {
        let given = desk.ask(|context| decide::consult(form(CENTRE, "billing", channel), context)).unwrap();
        assert_eq!(given.len(), 1, "{channel:?}");
    }
    let refused = |unit, topic| {
        desk.ask(|context| decide::consult(form(unit, topic, Channel::Phone), context)).unwrap_err()
    };
    assert_eq!(refused(CENTRE, ""), Refusal::Missing(Field::Topic));
    assert_eq!(refused(CENTRE, "нет"), Refusal::UnknownTopic("нет".into()));
    assert_eq!(refused(EXTERNAL, "billing"), Refusal::ExternalUnit(unit_code(EXTERNAL)));
    assert_eq!(refused("НЕТ", "billing"), Refusal::UnknownUnit(unit_code("НЕТ")));
}

/// R30: a hall without an open book is flagged; an entry is of a book of its own hall, and a closed book's may be late.
#[test]
fn r30_an_entry_is_of_a_book_of_its_hall() {
    let mut desk = Desk::open();
    let halls = |desk: &Desk| -> BTreeSet<String> {
        desk.office.halls_without_book().iter().map(|unit| unit.code.0.clone()).collect()
    };
    assert_eq!(halls(&desk), BTreeSet::from([BRANCH.to_owned(), CENTRE.to_owned()]));
    let unit = unit_code(CENTRE);
    let open = OfficeCommand::OpenBook { number: "К-1".into(), unit, opened: None, sheets: Some(48) };
    desk.administer(open).unwrap();
    assert_eq!(halls(&desk), BTreeSet::from([BRANCH.to_owned()]));
    let entry = |channel, hall: &str, number: &str, entry| Registration {
        book: Some(BookEntry { number: number.into(), entry }),
        ..complaint(channel, hall)
    };
    let book = Channel::FeedbackBook;
    let mut refused = |form| desk.register(form).unwrap_err();
    assert_eq!(refused(entry(book, CENTRE, "К-2", 1)), Refusal::UnknownBook("К-2".into()));
    assert_eq!(refused(entry(book, BRANCH, "К-1", 1)), Refusal::UnknownBook("К-1".into()));
    assert_eq!(refused(entry(book, CENTRE, "К-1", 0)), Refusal::Missing(Field::BookEntry));
    let phone = Channel::Phone;
    assert_eq!(refused(entry(phone, CENTRE, "К-1", 1)), Refusal::BookChannel { channel: phone });
    desk.administer(OfficeCommand::CloseBook { number: "К-1".into() }).unwrap();
    desk.register(entry(book, CENTRE, "К-1", 7)).unwrap();
    assert_eq!(halls(&desk).len(), 2);
}

/// Readings, *Terms*: correcting the channel recomputes, asks, and shows old and new.
#[test]
fn correcting_the_channel_recomputes_asks_and_keeps_old_and_new() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    let reply = desk.sent(case, Purpose::Interim { days: 10 });
    assert_eq!(reply.0, 1);
    desk.is("head").extend(case, 10).unwrap();
    let fix = Correction { field: Correctable::Channel, value: Some("fax".into()) };
    let correct = |desk: &mut Desk| {
        desk.act(case, |appeal, context| {
            decide::correct(appeal, std::slice::from_ref(&fix), "Пришло факсом", context)
        })
    };
    let asks = Refusal::DueMoves { from: day("18.12.2026"), to: day("08.12.2026") };
    assert_eq!(correct(&mut desk), Err(asks));
    desk.confirmed.insert(Confirmation::DueMoves);
    correct(&mut desk).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!(
        (appeal.channel, appeal.due.day, appeal.route),
        (Channel::Fax, day("08.12.2026"), Route::Head)
    );
    let change = &desk.cases[case].facts.last().unwrap().body["changes"][0];
    assert_eq!((&change["old"], &change["new"]), (&"email".into(), &"fax".into()));
    assert_eq!(correct(&mut desk), Err(Refusal::NothingChanged));
}

/// Issue 3: of several questions each is answered before closing.
#[test]
fn of_several_questions_each_is_answered_before_closing() {
    let mut desk = Desk::open();
    let questions = vec!["Сколько?".into(), "Когда?".into()];
    let case = desk.register(Registration { questions, ..complaint(Channel::LetterPost, BRANCH) }).unwrap();
    desk.assign(case, "executor");
    let mut draft = |answers: &[u16]| {
        let answers = answers.iter().copied().collect();
        let reply = desk.draft(case, decide::Draft { answers, ..letter(Purpose::Answer) })?;
        desk.finalise(case, reply, "head")
    };
    assert_eq!(draft(&[3]), Err(Refusal::NoQuestion { place: 3 }));
    assert_eq!(draft(&[1]), Err(Refusal::QuestionsLeft(vec![2])));
    draft(&[1, 2]).unwrap();
}

/// Readings, *Numbers and dates*: an external unit's result is recorded by hand.
#[test]
fn the_result_of_an_external_unit_is_recorded_by_hand() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let result = |desk: &mut Desk| {
        desk.act(case, |appeal, context| decide::record_result(appeal, "ВН-17", None, "Отказано", context))
    };
    assert_eq!(result(desk.is("head")), Err(Refusal::NotExternal));
    desk.hand_on(case, &to_unit(EXTERNAL)).unwrap();
    result(desk.is("clerk")).unwrap();
    assert!(desk.appeal(case).closing.is_some());
}

/// Readings, *Numbers and dates*: only a head back-dates, from a paper journal, with its number, and is asked.
#[test]
fn only_a_head_back_dates_from_a_paper_journal_with_its_number() {
    use otklik::standard::appeal::PaperEntry;
    let form = |number: &str| Registration {
        paper: Some(PaperEntry { number: number.into(), on: day("20.11.2026") }),
        ..complaint(Channel::LetterPost, BRANCH)
    };
    let mut desk = Desk::open();
    assert!(matches!(desk.register(form("17")), Err(Refusal::NeedsRole(_))));
    desk.is("head");
    // Another century is a slip of the hand, whatever is confirmed: its number would be one of this year's.
    let slip = Some(PaperEntry { number: "17".into(), on: day("20.11.1926") });
    desk.confirmed.insert(Confirmation::BackDated);
    let refused = desk.register(Registration { paper: slip, ..form("17") });
    assert_eq!(refused, Err(Refusal::Before { earliest: day("23.11.1976") }));
    desk.confirmed.clear();
    assert_eq!(desk.register(form(" ")), Err(Refusal::Missing(Field::PaperNumber)));
    assert_eq!(desk.register(form("17")), Err(Refusal::BackDated { on: day("20.11.2026") }));
    desk.confirmed.insert(Confirmation::BackDated);
    let case = desk.register(form("17")).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!((appeal.registered, appeal.due.day), (day("20.11.2026"), day("05.12.2026")));
    assert_eq!(appeal.paper.as_ref().unwrap().number, "17");
}

/// Readings, *Appeals, visits, consultations*: a promised call waits, and is for what was spoken.
#[test]
fn a_call_back_is_promised_for_what_was_spoken_and_recorded() {
    let mut desk = Desk::open();
    let call = |channel| Registration { call_back: true, ..complaint(channel, CENTRE) };
    let channel = Channel::LetterPost;
    assert_eq!(desk.register(call(channel)), Err(Refusal::CallBackOnly { channel }));
    let case = desk.register(call(Channel::Phone)).unwrap();
    let ring = |desk: &mut Desk, reached| {
        desk.act(case, |appeal, context| decide::record_call(appeal, reached, None, context))
    };
    ring(&mut desk, false).unwrap();
    assert!(desk.appeal(case).awaits_call());
    ring(&mut desk, true).unwrap();
    assert_eq!(ring(&mut desk, true), Err(Refusal::NoCallBack));
    assert_eq!(desk.appeal(case).closing, None, "a call closes nothing");
}

fn deputy(of: &str, duty: Duty) -> Deputising {
    Deputising { of: login(of), duty, from: day("23.11.2026"), to: day("30.11.2026") }
}

/// Readings, *Who acts*: a deputy acts from–to, per role.
#[rstest]
#[case::within("30.11.2026", Duty::Head, true)]
#[case::the_day_after("01.12.2026", Duty::Head, false)]
#[case::as_something_else("30.11.2026", Duty::Executor, false)]
fn a_deputy_acts_from_to_and_per_role(#[case] today: &str, #[case] duty: Duty, #[case] may: bool) {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.sent(case, Purpose::Interim { days: 5 });
    let of = if duty == Duty::Head { "head" } else { "engineer" };
    desk.change_person("clerk", |clerk| clerk.deputises = vec![deputy(of, duty)]).unwrap();
    let done = desk.is("clerk").on(today).extend(case, 5);
    let refused = Refusal::NeedsRole(&[Role::Head, Role::Director]);
    assert_eq!(done, if may { Ok(()) } else { Err(refused) });
}

/// Who once stood in for somebody stays a person of the staff like any other when that somebody leaves.
#[test]
fn a_past_deputy_is_changed_after_the_other_has_left() {
    let mut desk = Desk::open();
    desk.change_person("clerk", |clerk| clerk.deputises = vec![deputy("engineer", Duty::Executor)]).unwrap();
    desk.later(30);
    desk.administer(OfficeCommand::RetirePerson { login: login("engineer"), open_appeals: 0 }).unwrap();
    desk.change_person("clerk", |clerk| clerk.position = "Старший оператор".into()).unwrap();
    let anew = Deputising { to: day("31.12.2026"), ..deputy("engineer", Duty::Executor) };
    let refused = desk.change_person("clerk", |clerk| clerk.deputises.push(anew));
    assert_eq!(refused, Err(Refusal::UnknownPerson(login("engineer"))), "a new term is another matter");
}

/// One deputy at a time: who comes back finds that another was named meanwhile.
#[test]
fn a_deputy_who_comes_back_does_not_share_the_duty_with_another() {
    let mut desk = Desk::open();
    desk.change_person("clerk", |clerk| clerk.deputises = vec![deputy("head", Duty::Head)]).unwrap();
    desk.administer(OfficeCommand::RetirePerson { login: login("clerk"), open_appeals: 0 }).unwrap();
    desk.change_person("executor", |one| one.deputises = vec![deputy("head", Duty::Head)]).unwrap();
    let taken = Refusal::DeputyTaken { of: login("head"), by: login("executor") };
    assert_eq!(desk.change_person("clerk", |clerk| clerk.retired = None), Err(taken));
    desk.change_person("executor", |one| one.deputises.clear()).unwrap();
    desk.change_person("clerk", |clerk| clerk.retired = None).unwrap();
}

/// Readings, *Replies*: a deputy signs under his own title.
#[test]
fn a_deputy_signs_under_his_own_title_r6() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let change = |clerk: &mut otklik::standard::office::StaffMember| {
        clerk.deputises = vec![deputy("head", Duty::Signatory)];
        clerk.position = "Врио начальника".into();
    };
    desk.change_person("clerk", change).unwrap();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "clerk").unwrap();
    let frozen = desk.appeal(case).replies[0].finalised().unwrap().clone();
    assert_eq!(frozen.signatory_details.known().unwrap().position, "Врио начальника");
    desk.later(8);
    let refused = Refusal::MayNotSign { login: login("clerk"), on: day("30.11.2026") + Days::new(1) };
    assert_eq!(desk.sign(case, reply, None), Err(refused));
    desk.sign(case, reply, Some("30.11.2026")).unwrap();
}

/// R14, R21: the answer goes by any channel the client named; an e-mail reply has R6's content and a signature.
#[test]
fn r14_an_email_is_answered_by_a_signed_reply_with_executor_and_phone() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    assert_eq!(desk.appeal(case).reply_by(), ReplyBy::Email);
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    let unsigned = desk.send(case, reply, ReplyBy::Email, None);
    assert!(matches!(unsigned, Err(Refusal::NoReply(_))));
    desk.finalise(case, reply, "head").unwrap();
    desk.sign(case, reply, None).unwrap();
    desk.send(case, reply, ReplyBy::Email, None).unwrap();
    let sent = &desk.appeal(case).replies[0];
    let executor = sent.finalised().unwrap().executor_details.known().unwrap();
    assert_eq!((executor.name.as_str(), executor.phone.is_empty()), ("Петров Иван Сергеевич", false));
    assert!(sent.signature().is_some());
}

type Act = fn(&mut Desk) -> Result<(), Refusal>;
type Closes = fn(&mut Desk, usize);

/// Readings, *Who acts*: who may take a step; everyone else is told who may.
#[test]
fn each_step_is_for_those_whose_step_it_is() {
    let desk = {
        let mut desk = Desk::open();
        desk.letter_at_executor();
        desk
    };
    let steps: [(&str, Act, &[&str]); 6] = [
        (
            "draft",
            |desk| {
                desk.act(0, |appeal, context| decide::draft_reply(appeal, letter(Purpose::Answer), context))
            },
            &["executor", "head", "director"],
        ),
        (
            "hand back",
            |desk| desk.act(0, |appeal, context| decide::hand_back(appeal, "Не мне", context)),
            &["executor", "head", "director"],
        ),
        ("annul", |desk| desk.annul(0), &["clerk", "deputy", "head", "director"]),
        (
            "withdraw",
            |desk| desk.withdraw(0),
            &["clerk", "deputy", "executor", "engineer", "head", "director"],
        ),
        (
            "forward",
            |desk| desk.act(0, |appeal, context| decide::forward(appeal, "Россети", "Не наше", context)),
            &["head", "director"],
        ),
        (
            "register",
            |desk| desk.register(complaint(Channel::Phone, CENTRE)).map(|_| ()),
            &["clerk", "deputy", "head", "director"],
        ),
    ];
    for (step, act, may) in steps {
        for who in ["clerk", "deputy", "executor", "engineer", "head", "director", "admin"] {
            let done = act(desk.clone().is(who));
            let refused = matches!(done, Err(Refusal::NeedsRole(_) | Refusal::NotTheHolder(_)));
            assert_eq!(
                (done.is_ok(), refused),
                (may.contains(&who), !may.contains(&who)),
                "{step} by {who}: {done:?}"
            );
        }
    }
}

fn sign(desk: &mut Desk, case: usize, number: Option<&str>) -> Result<(), Refusal> {
    let reply = desk.appeal(case).replies[0].id;
    desk.act(case, |appeal, context| {
        decide::sign_reply(appeal, reply, None, SignedBy::ElectronicFile, number, context)
    })
}

/// Readings, *Replies*: `at_final` numbers a final, and one that comes back unsigned keeps its number annulled.
#[test]
fn at_final_an_unsigned_number_is_annulled() {
    let mut desk = Desk::open();
    desk.office.details.outgoing_at = OutgoingAt::Final;
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    let number =
        |desk: &Desk| desk.appeal(case).replies[0].outgoing().map(|(text, on)| (text.to_owned(), on));
    assert_eq!(number(&desk), Some(("ЭН1-исх-1/26".into(), day("23.11.2026"))));
    desk.is("head")
        .act(case, |appeal, context| decide::return_reply(appeal, reply, "Уточнить", context))
        .unwrap();
    assert_eq!((number(&desk), desk.appeal(case).replies[0].annulled_numbers.len()), (None, 1));
    desk.later(1).finalise(case, reply, "head").unwrap();
    assert_eq!(number(&desk), Some(("ЭН1-исх-2/26".into(), day("24.11.2026"))));
    assert_eq!(sign(&mut desk, case, Some("5")), Err(Refusal::NumberIsGiven));
    sign(&mut desk, case, None).unwrap();
    let signature = desk.appeal(case).replies[0].signature().unwrap();
    assert_eq!((signature.way, signature.number.text()), (SignedBy::ElectronicFile, "ЭН1-исх-2/26"));
}

/// Readings, *Replies*: `typed`: the chancery gives the number.
#[test]
fn typed_the_chancery_gives_the_outgoing_number() {
    let mut desk = Desk::open();
    desk.office.details.outgoing_at = OutgoingAt::Typed;
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    assert_eq!(sign(&mut desk, case, None), Err(Refusal::TypeNumber));
    sign(&mut desk, case, Some("01-17/455")).unwrap();
    assert_eq!(desk.appeal(case).replies[0].outgoing().unwrap().0, "01-17/455");
}

/// Readings, *Terms*: each closing event closes, on the day that counts for it.
#[test]
fn each_closing_event_closes_r5() {
    let closed = |act: Closes| {
        let mut desk = Desk::open();
        let review = Registration { kind: Kind::Review, ..complaint(Channel::Phone, BRANCH) };
        let case = desk.register(review).unwrap();
        desk.assign(case, "executor");
        act(desk.is("head"), case);
        desk.appeal(case).closing.as_ref().map(|closing| closing.outcome)
    };
    let events: [(Closes, Outcome); 5] = [
        (
            |desk, case| {
                desk.sent(case, Purpose::Answer);
            },
            Outcome::Replied,
        ),
        (
            |desk, case| {
                let answer = OnSpot { gist: "Да".into(), agreed: true, answers: BTreeSet::new() };
                desk.act(case, |appeal, context| decide::answer_orally(appeal, &answer, context)).unwrap();
            },
            Outcome::AnsweredOrally,
        ),
        (|desk, case| desk.note(case).unwrap(), Outcome::Noted),
        (|desk, case| desk.withdraw(case).unwrap(), Outcome::Withdrawn),
        (|desk, case| desk.annul(case).unwrap(), Outcome::Annulled),
    ];
    for (act, outcome) in events {
        assert_eq!(closed(act), Some(outcome));
    }
    assert_eq!(
        closed(|desk, case| {
            desk.signed(case, Purpose::Answer);
        }),
        None,
        "signed is not sent"
    );
}

/// Readings, *Routes* and issue 3: a return goes back along the route with its reason.
#[rstest]
#[case::to_the_head_of_a_branch(Channel::LetterPost, BRANCH, Stage::Registered)]
#[case::to_the_director(Channel::VirtualReception, BRANCH, Stage::WithDirector)]
fn a_return_goes_back_along_the_route(#[case] channel: Channel, #[case] intake: &str, #[case] last: Stage) {
    let mut desk = Desk::open();
    let case = desk.register(complaint(channel, intake)).unwrap();
    let back = |desk: &mut Desk, reason: &str| {
        desk.act(case, |appeal, context| decide::hand_back(appeal, reason, context))
    };
    assert_eq!(back(desk.is("head"), "Не нам"), Err(Refusal::NothingToHandBack));
    desk.is("director").hand_on(case, &to_unit(BRANCH)).unwrap();
    desk.assign(case, "executor");
    assert_eq!(back(desk.is("executor"), " "), Err(Refusal::Missing(Field::Reason)));
    back(&mut desk, "Не мой участок").unwrap();
    assert_eq!(desk.appeal(case).stage(), Stage::WithUnit);
    back(desk.is("head"), "Не наше подразделение").unwrap();
    assert_eq!(desk.appeal(case).stage(), last);
}

/// Issue 3: co-executors help one who is responsible, and may prepare the answer.
#[test]
fn co_executors_help_one_who_is_responsible() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let draft = |desk: &mut Desk| desk.is("engineer").draft(case, letter(Purpose::Answer));
    assert!(matches!(draft(&mut desk), Err(Refusal::NotTheHolder(_))));
    let with = |helper: &str| Routing { co_executors: [login(helper)].into(), ..to_executor("executor") };
    assert_eq!(
        desk.is("head").hand_on(case, &with("executor")),
        Err(Refusal::BadCoExecutor(login("executor")))
    );
    desk.hand_on(case, &with("engineer")).unwrap();
    draft(&mut desk).unwrap();
}

/// R13: an interim reply that would leave after the due day, or after the term was extended, extends nothing.
#[test]
fn r13_an_interim_reply_leaves_by_the_due_day() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    let reply = desk.signed(case, Purpose::Interim { days: 10 });
    let due = desk.appeal(case).due.day;
    desk.on("10.12.2026");
    assert_eq!(desk.send(case, reply, ReplyBy::Email, None), Err(Refusal::DuePast { due }));
    desk.send(case, reply, ReplyBy::Email, Some("08.12.2026")).unwrap();
}

/// Readings, *Who acts*: a request goes out in the name of the appeal's own executors.
#[test]
fn a_request_is_sent_by_the_appeals_own_executors_r15() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let form = RequestForm {
        to: Asked::Organisation("ПАО «Россети»".into()),
        text: "Прошу провести замеры".into(),
        on: None,
        expected: None,
        number: None,
    };
    let ask =
        |desk: &mut Desk| desk.act(case, |appeal, context| decide::send_request(appeal, &form, context));
    let refused = ask(desk.is("engineer"));
    assert!(matches!(refused, Err(Refusal::NotTheHolder(_))), "{refused:?}");
    ask(desk.is("executor")).unwrap();
}

/// Readings, *Replies*: a number that a final was given leaves with no other letter, whatever closes the appeal.
#[test]
fn what_closes_an_appeal_annuls_the_number_of_an_unsigned_final() {
    let mut desk = Desk::open();
    desk.office.details.outgoing_at = OutgoingAt::Final;
    let case = desk.letter_at_executor();
    let reply = desk.draft(case, letter(Purpose::Answer)).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    let number = desk.appeal(case).reply(reply).unwrap().outgoing().unwrap().0.to_owned();
    desk.withdraw(case).unwrap();
    let left = desk.appeal(case).reply(reply).unwrap();
    assert_eq!(left.outgoing(), None);
    assert_eq!(left.annulled_numbers.iter().map(|one| one.text().to_owned()).collect::<Vec<_>>(), [number]);
}

/// Readings, *Replies*: every signed letter is sent by the same norm.
#[test]
fn a_norm_of_dispatch_is_for_every_letter() {
    let mut desk = Desk::open();
    let mut norms = shipped_norms();
    let sending = norms.iter_mut().find(|norm| norm.measures == Measure::Dispatch).unwrap();
    (sending.count, sending.channels) = (2, BTreeSet::from([Channel::Email]));
    let id = sending.id.clone();
    let refused = desk.administer(OfficeCommand::LoadNorms(norms.clone()));
    assert_eq!(refused, Err(Refusal::NormTooNarrow { norm: id.clone() }));
    let sending = norms.iter_mut().find(|norm| norm.id == id).unwrap();
    (sending.channels, sending.valid_to) = (BTreeSet::new(), Some(day("31.12.2026")));
    desk.administer(OfficeCommand::LoadNorms(norms)).unwrap();
    let by = |signed: &str| desk.office.norms.dispatch_by(day(signed), &desk.office.calendar);
    assert_eq!(by("21.12.2026"), day("23.12.2026"));
    assert_eq!(by("12.01.2027"), day("13.01.2027"), "that norm held until the year's end");
}

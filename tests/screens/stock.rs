//! A desk with something of everything: an appeal in each state, people, a saved list, printers.

use std::collections::BTreeSet;

use otklik::desk::{Confirmed, Desk, Seen};
use otklik::standard::appeal::{Appeal, Channel, Kind};
use otklik::standard::client::{Client, Identity};
use otklik::standard::decide::{Draft, OfficeCommand, OnSpot, Registration, RequestForm, Routing, Target};
use otklik::standard::office::{Login, Unit, UnitCode, UnitSort};
use otklik::standard::reply::{Purpose, ReplyBy, ReplyId, SignedBy};
use otklik::standard::request::Asked;
use otklik::standard::screening::Ground;

use crate::clerk::{Clerk, letter};

/// What stands in the register, by the end of its number.
pub mod number {
    /// A complaint nobody has, past its day.
    pub const LATE: &str = "1";
    /// A letter of an organisation with a long name, with a final reply.
    pub const FINAL: &str = "2";
    /// An e-mail whose interim reply was sent.
    pub const INTERIM: &str = "3";
    /// A signed reply.
    pub const SIGNED: &str = "4";
    /// A call with two questions; the client waits to be rung back.
    pub const CALL: &str = "5";
    /// An open request to the grid company.
    pub const REQUESTED: &str = "6";
    /// A ground was named and decided.
    pub const SCREENED: &str = "7";
    /// With a unit that has a register of its own.
    pub const OUTSIDE: &str = "8";
    /// Thanks.
    pub const REVIEW: &str = "9";
    /// Withdrawn.
    pub const CLOSED: &str = "10";
    /// Given to an executor, unanswered.
    pub const ASSIGNED: &str = "11";
}

const TEXT: &str = "Плата за октябрь пересчитана: переплата 412 руб. 50 коп. учтена в счёте за ноябрь.";

/// The desk on 10 December, two weeks after most of it came in.
pub fn stocked(clerk: &mut Clerk) {
    clerk.with_printers();
    let mut desk = clerk.other_desk(Some("ivanova"));
    desk.change_office(OfficeCommand::AddUnit(branch()), &Confirmed::new()).unwrap();
    let appeals: Vec<_> = forms().into_iter().map(|form| registered(&mut desk, form)).collect();
    let [_, of_final, interim, signed, _, requested, screened, outside, _, closed, assigned] =
        appeals.as_slice()
    else {
        panic!("eleven appeals")
    };
    let no = Confirmed::new();
    answered(&mut desk, of_final, Purpose::Answer);
    let sent = answered(&mut desk, interim, Purpose::Interim { days: 10 });
    let sent = desk.sign_reply((&sent).into(), ReplyId(1), None, SignedBy::Ink, None, &no).unwrap();
    desk.send_reply((&sent).into(), ReplyId(1), ReplyBy::Email, None, &no).unwrap();
    let final_one = answered(&mut desk, signed, Purpose::Answer);
    desk.sign_reply((&final_one).into(), ReplyId(1), None, SignedBy::Ink, None, &no).unwrap();
    let form = RequestForm {
        to: Asked::Organisation("ПАО «Россети Сибирь — Энские распределительные сети»".to_owned()),
        text: "Акт замера напряжения по адресу заявителя".to_owned(),
        on: None,
        expected: None,
        number: None,
    };
    desk.send_request(requested.into(), &form, &no).unwrap();
    desk.screen(screened.into(), Ground::TradeSecret, "Спрашивает закупочные цены", None, &no).unwrap();
    let mut routing = to(Target::Unit(UnitCode("Ф2".to_owned())));
    routing.override_reason = Some("Их абонент".to_owned());
    desk.route(outside.into(), &routing, &no).unwrap();
    desk.withdraw(closed.into(), "Вопрос решён", &no).unwrap();
    desk.route(assigned.into(), &to(petrov()), &no).unwrap();
    drop(desk);
    clerk.on_day("2026-12-10");
}

fn branch() -> Unit {
    Unit {
        code: UnitCode("Ф2".to_owned()),
        title: "Филиал «Северо-Восточные электрические сети»".to_owned(),
        sort: UnitSort::Territorial,
        external: true,
        retired: None,
    }
}

/// What came in on 24 November, in the order of [`number`].
fn forms() -> Vec<Registration> {
    let organisation = Client {
        identity: Identity::Organisation {
            organisation:
                "Товарищество собственников недвижимости «Набережная реки Томи, дома 17–19 корпус 3»"
                    .to_owned(),
            inn: Some("7017000000".to_owned()),
            contact_person: Some("Гасанов Эльдар Мамед оглы".to_owned()),
        },
        ..letter("", "").client
    };
    let topic = |code: &str| Some(code.to_owned());
    let call =
        Registration { channel: Channel::Phone, kind: Kind::Enquiry, ..letter("Юй", "Нет света") };
    vec![
        Registration {
            topic: topic("billing.recalculation"),
            kind: Kind::Complaint,
            text: Some("Прошу пересчитать плату за октябрь: показания счётчика 4512, а не 4521.".to_owned()),
            ..letter("Ёлкина", "Перерасчёт за октябрь")
        },
        Registration {
            client: organisation,
            topic: topic("contract.conclusion"),
            ..letter("", "Договор на новый дом")
        },
        Registration {
            channel: Channel::Email, ..letter("Салтыкова-Щедринская", "Справка о долге")
        },
        letter("Александрова", "Замена прибора учёта"),
        Registration {
            call_back: true,
            questions: vec!["Почему выросла плата?".to_owned(), "Когда поверка?".to_owned()],
            ..call
        },
        letter("Гасанова", "Низкое напряжение"),
        letter("Ромашкина", "Цена закупки"),
        letter("Попова", "Опора на участке"),
        Registration { kind: Kind::Review, ..letter("Ли", "Спасибо Петрову") },
        letter("Ким", "Отзываю жалобу"),
        Registration {
            channel: Channel::LetterHand, ..letter("Озёрская", "Показания за ноябрь")
        },
    ]
}

fn registered(desk: &mut Desk, form: Registration) -> Appeal {
    desk.register_appeal(form, &Confirmed::new()).unwrap().appeal
}

fn petrov() -> Target {
    Target::Executor(Login("petrov".to_owned()))
}

fn to(target: Target) -> Routing {
    Routing {
        target,
        resolution: Some("Разобраться и ответить".to_owned()),
        inner_due: None,
        override_reason: None,
        co_executors: BTreeSet::new(),
    }
}

/// A final reply by Петров.
pub fn answered(desk: &mut Desk, appeal: &Appeal, purpose: Purpose) -> Appeal {
    let no = Confirmed::new();
    let appeal = desk.route(Seen::from(appeal), &to(petrov()), &no).unwrap();
    let draft = Draft {
        purpose,
        template: None,
        heading: "О перерасчёте".to_owned(),
        addressee: "Ёлкиной А. П.\nул. Ленина, д. 5, кв. 12, г. Энск, 634000".to_owned(),
        text: TEXT.to_owned(),
        answers: BTreeSet::new(),
    };
    let appeal = desk.draft_reply((&appeal).into(), draft, &no).unwrap();
    desk.finalise_reply((&appeal).into(), ReplyId(1), &Login("ivanova".to_owned()), &no).unwrap()
}

/// Replies that were signed today.
pub fn signed_today(clerk: &mut Clerk, count: usize) {
    let mut desk = clerk.other_desk(Some("ivanova"));
    for _ in 0..count {
        let appeal = registered(&mut desk, letter("Ёлкина", "Перерасчёт за ноябрь"));
        let answer = answered(&mut desk, &appeal, Purpose::Answer);
        desk.sign_reply((&answer).into(), ReplyId(1), None, SignedBy::Ink, None, &Confirmed::new()).unwrap();
    }
    drop(desk);
    clerk.waits();
}

/// A call that was answered at once, of today.
pub fn answered_call() -> Registration {
    Registration {
        channel: Channel::Phone,
        kind: Kind::Enquiry,
        on_spot: Some(OnSpot {
            gist: "С 23 по 25 число".to_owned(),
            agreed: true,
            answers: BTreeSet::default(),
        }),
        ..letter("Ли", "Когда передавать показания")
    }
}

//! Random sequences of what people may try at a desk, allowed or not.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::client::{Client, CoveringLetter};
use otklik::standard::decide::{self, Draft, OnSpot, Registration, Routing};
use otklik::standard::office::{FullName, SigningRight};
use otklik::standard::personal::Personal;
use otklik::standard::refusal::Refusal;
use otklik::standard::reply::{Purpose, ReplyBy, ReplyId, ReplyStage, SignedBy, TemplateUse};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{
    BRANCH, CENTRE, DEPARTMENT, Desk, HEAD_OFFICE, citizen, complaint, to_director, to_executor, to_unit,
};

pub const PEOPLE: &[&str] = &["clerk", "executor", "engineer", "head", "director", "deputy", "admin"];
const HEAD: usize = 3;
pub const UNITS: &[&str] = &[HEAD_OFFICE, BRANCH, CENTRE, DEPARTMENT];
const TEMPLATE: &str = "Ваше обращение рассмотрено.";
const TEXTS: [&str; 5] = ["", "— 512 —", TEMPLATE, "Сумма ‹сумма› учтена.", WHOLE];
/// The only text that has substance and no open place.
pub const WHOLE: &str = "Перерасчёт произведён, сумма учтена.";

/// One thing somebody does. Small numbers choose among what there is.
#[derive(Debug, Clone)]
pub enum Step {
    Register(Letter),
    About(usize, Act),
    ComeToDesk { who: usize },
    Wait { days: u64 },
    Phone { who: usize, phone: Option<&'static str> },
    Rename { who: usize, given: &'static str },
    Signing { who: usize, from: i64, to: Option<i64> },
}

/// What comes in. `contacts` has a bit for address, phone and e-mail; `back` is so many days ago.
#[derive(Debug, Clone)]
pub struct Letter {
    channel: Channel,
    kind: Kind,
    intake: usize,
    back: u64,
    contacts: u8,
    wish: Option<ReplyBy>,
    on_spot: bool,
    authority: Option<u64>,
}

/// What is done about an appeal. Reply 0 is the one that waits for this very step.
#[derive(Debug, Clone)]
pub enum Act {
    HandOn { to: usize, inner: Option<u64>, reason: bool },
    Draft { interim: Option<u16>, text: usize },
    Finalise { reply: u16, signatory: usize },
    Return { reply: u16 },
    Print { reply: u16 },
    Receipt,
    Sign { reply: u16, back: Option<u64> },
    Send { reply: u16, by: ReplyBy, back: Option<u64> },
    Extend { days: u16 },
    Answer { agreed: bool },
    Note,
    Annul,
    Withdraw,
    Reopen,
    FileAway,
}

fn letter() -> impl Strategy<Value = Step> {
    let channel = prop_oneof![select(Channel::ALL), Just(Channel::Email)];
    let way = (channel, select(Kind::ALL), 0..UNITS.len(), prop_oneof![2 => Just(0), 1 => 1..4_u64]);
    let wish = prop::option::weighted(0.2, select(ReplyBy::ALL));
    let rest = (0..8_u8, wish, prop::bool::weighted(0.15), prop::option::weighted(0.2, 1..25_u64));
    (way, rest).prop_map(|((channel, kind, intake, back), (contacts, wish, on_spot, authority))| {
        Step::Register(Letter { channel, kind, intake, back, contacts, wish, on_spot, authority })
    })
}

fn act() -> impl Strategy<Value = Act> {
    let reply = || prop_oneof![3 => Just(0), 1 => 1..4_u16];
    let back = || prop::option::weighted(0.3, 0..6_u64);
    let to = 0..UNITS.len() + PEOPLE.len() + 1;
    prop_oneof![
        4 => (to, prop::option::weighted(0.3, 0..20_u64), any::<bool>())
            .prop_map(|(to, inner, reason)| Act::HandOn { to, inner, reason }),
        4 => (prop::option::of(0..17_u16), 0..TEXTS.len()).prop_map(|(interim, text)| Act::Draft { interim, text }),
        5 => (reply(), 0..PEOPLE.len()).prop_map(|(reply, signatory)| Act::Finalise { reply, signatory }),
        1 => reply().prop_map(|reply| Act::Return { reply }),
        1 => reply().prop_map(|reply| Act::Print { reply }),
        1 => Just(Act::Receipt),
        4 => (reply(), back()).prop_map(|(reply, back)| Act::Sign { reply, back }),
        4 => (reply(), select(ReplyBy::ALL), back()).prop_map(|(reply, by, back)| Act::Send { reply, by, back }),
        3 => (0..17_u16).prop_map(|days| Act::Extend { days }),
        1 => any::<bool>().prop_map(|agreed| Act::Answer { agreed }),
        1 => Just(Act::Note),
        1 => Just(Act::Annul),
        1 => Just(Act::Withdraw),
        3 => Just(Act::Reopen),
        1 => Just(Act::FileAway),
    ]
}

fn any_step() -> impl Strategy<Value = Step> {
    let who = || 0..PEOPLE.len();
    prop_oneof![
        2 => letter(),
        8 => (0..3_usize, act()).prop_map(|(case, act)| Step::About(case, act)),
        1 => who().prop_map(|who| Step::ComeToDesk { who }),
        2 => (0..6_u64).prop_map(|days| Step::Wait { days }),
        1 => (who(), select(vec![None, Some(" "), Some("—"), Some("2-17")]))
            .prop_map(|(who, phone)| Step::Phone { who, phone }),
        1 => (who(), select(vec!["", "Эльчин"])).prop_map(|(who, given)| Step::Rename { who, given }),
        1 => (who(), -20..5_i64, prop::option::of(-3..20_i64))
            .prop_map(|(who, from, to)| Step::Signing { who, from, to }),
    ]
}

/// The way of a reply as it should be, or its beginning, so that the sequences get far.
fn story() -> impl Strategy<Value = Vec<Step>> {
    let interim = prop::option::of(1..16_u16);
    (0..3_usize, interim, select(ReplyBy::ALL), 2..8_usize).prop_map(|(case, interim, by, length)| {
        let executor = UNITS.len() + 1;
        let acts = [
            Act::HandOn { to: executor, inner: None, reason: true },
            Act::Draft { interim, text: TEXTS.len() - 1 },
            Act::Finalise { reply: 0, signatory: HEAD },
            Act::Sign { reply: 0, back: None },
            Act::Send { reply: 0, by, back: None },
            Act::Extend { days: interim.unwrap_or(1) },
        ];
        let acts = acts.into_iter().map(|act| Step::About(case, act));
        std::iter::once(Step::ComeToDesk { who: HEAD }).chain(acts).take(length).collect()
    })
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let chunk = prop_oneof![4 => any_step().prop_map(|step| vec![step]), 1 => story()];
    let mail = prop::collection::vec(letter(), 3);
    (mail, prop::collection::vec(chunk, 20..80)).prop_map(|(mail, chunks)| [mail, chunks.concat()].concat())
}

fn back(desk: &Desk, days: u64) -> NaiveDate {
    desk.today() - Days::new(days)
}

/// Does it, if the rules allow; says which appeal it was about.
pub fn take(desk: &mut Desk, step: &Step) -> Result<Option<usize>, Refusal> {
    match step {
        Step::Register(letter) => return desk.register(registration(desk, letter)).map(Some),
        Step::About(case, act) if *case < desk.cases.len() => {
            return perform(desk, *case, act).map(|()| Some(*case));
        }
        Step::About(..) => {}
        Step::ComeToDesk { who } => {
            desk.is(PEOPLE[*who]);
        }
        Step::Wait { days } => {
            desk.later(*days);
        }
        Step::Phone { who, phone } => {
            desk.change_person(PEOPLE[*who], |one| {
                one.phone = phone.map(|text| Personal::Known(text.to_owned()));
            })?;
        }
        Step::Rename { who, given } => {
            let name =
                FullName { surname: "Гасанов".into(), given: (*given).into(), patronymic: None };
            desk.change_person(PEOPLE[*who], |one| one.name = Personal::Known(name))?;
        }
        Step::Signing { who, from, to } => {
            let day = |days| desk.today() + TimeDelta::days(days);
            let right = SigningRight { from: day(*from), to: to.map(day) };
            desk.change_person(PEOPLE[*who], |one| one.signing = Some(right))?;
        }
    }
    Ok(None)
}

fn perform(desk: &mut Desk, case: usize, act: &Act) -> Result<(), Refusal> {
    let today = desk.today();
    let ago = |days: Option<u64>| days.map(|days| today - Days::new(days));
    match *act {
        Act::HandOn { to, inner, reason } => desk.hand_on(case, &routing(today, to, inner, reason)),
        Act::Draft { interim, text } => desk.draft(case, draft(interim, text)).map(|_| ()),
        Act::Finalise { reply, signatory } => {
            let reply = waiting(desk, case, reply, |stage| *stage == ReplyStage::Draft);
            desk.finalise(case, reply, PEOPLE[signatory])
        }
        Act::Return { reply } => {
            let reply = waiting(desk, case, reply, |stage| matches!(stage, ReplyStage::Final(_)));
            desk.act(case, |appeal, context| decide::return_reply(appeal, reply, "Уточнить", context))
        }
        Act::Receipt => desk.print_receipt(case),
        Act::Print { reply } => {
            let reply = waiting(desk, case, reply, |stage| *stage != ReplyStage::Draft);
            desk.print(case, reply)
        }
        Act::Sign { reply, back } => {
            let reply = waiting(desk, case, reply, |stage| matches!(stage, ReplyStage::Final(_)));
            desk.act(case, |appeal, context| {
                decide::sign_reply(appeal, reply, ago(back), SignedBy::Ink, None, context)
            })
        }
        Act::Send { reply, by, back } => {
            let reply = waiting(desk, case, reply, |stage| matches!(stage, ReplyStage::Signed(..)));
            desk.act(case, |appeal, context| decide::send_reply(appeal, reply, by, ago(back), context))
        }
        Act::Extend { days } => desk.extend(case, days),
        Act::Answer { agreed } => {
            let answer = OnSpot { gist: "Разъяснено".into(), agreed, answers: BTreeSet::new() };
            desk.act(case, |appeal, context| decide::answer_orally(appeal, &answer, context))
        }
        Act::Note => desk.note(case),
        Act::Annul => desk.annul(case),
        Act::Withdraw => desk.withdraw(case),
        Act::Reopen => desk.reopen(case),
        Act::FileAway => desk.file_away(case),
    }
}

fn registration(desk: &Desk, letter: &Letter) -> Registration {
    let has = |bit: u8| letter.contacts & bit != 0;
    let client = Client {
        address: citizen().address.filter(|_| has(1)),
        phone: citizen().phone.filter(|_| has(2)),
        email: has(4).then(|| "anna@example.org".to_owned()),
        ..if letter.contacts == 4 { Client::anonymous() } else { citizen() }
    };
    let covering_letter = letter.authority.map(|days| CoveringLetter {
        body: "Прокуратура".into(),
        number: Some(Personal::Known("17/2".into())),
        date: None,
        due: Some(desk.today() + Days::new(days)),
    });
    Registration {
        kind: letter.kind,
        received: Some(back(desk, letter.back)),
        late_reason: letter.back.is_multiple_of(2).then(|| "Праздники".to_owned()),
        client,
        reply_wish: letter.wish,
        on_spot: letter.on_spot.then(|| OnSpot {
            gist: "Разъяснено".into(),
            agreed: true,
            answers: BTreeSet::new(),
        }),
        covering_letter,
        ..complaint(letter.channel, UNITS[letter.intake])
    }
}

fn routing(today: NaiveDate, to: usize, inner: Option<u64>, reason: bool) -> Routing {
    let target = match to.checked_sub(UNITS.len()) {
        None => to_unit(UNITS[to]),
        Some(who) if who < PEOPLE.len() => to_executor(PEOPLE[who]),
        Some(_) => to_director(),
    };
    Routing {
        inner_due: inner.map(|days| today + Days::new(days)),
        override_reason: reason.then(|| "По указанию".to_owned()),
        ..target
    }
}

fn draft(interim: Option<u16>, text: usize) -> Draft {
    Draft {
        purpose: interim.map_or(Purpose::Answer, |days| Purpose::Interim { days }),
        template: Some(TemplateUse { id: "reply".into(), words: Personal::Known(TEMPLATE.into()) }),
        heading: "О перерасчёте".into(),
        addressee: "Ёлкиной А. П.".into(),
        text: TEXTS[text].into(),
        answers: BTreeSet::new(),
    }
}

/// The reply that waits for this step, where the step does not name one.
fn waiting(desk: &Desk, case: usize, reply: u16, waits: fn(&ReplyStage) -> bool) -> ReplyId {
    let found = || desk.appeal(case).replies.iter().rev().find(|reply| waits(&reply.stage));
    if reply == 0 { found().map_or(ReplyId(0), |reply| reply.id) } else { ReplyId(reply) }
}

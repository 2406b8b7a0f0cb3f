//! Grounds for no action and forwarding (R7, R8; readings, *Screening* and *Replies*).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use otklik::standard::appeal::{Channel, Outcome, Stage};
use otklik::standard::client::Client;
use otklik::standard::decide::{self, Contacts, Earlier, GroundForm, Registration};
use otklik::standard::office::Role;
use otklik::standard::refusal::{Field, Refusal};
use otklik::standard::reply::{NoticeOf, Purpose, ReplyBy};
use otklik::standard::screening::{Ground, GroundStage};
use rstest::rstest;

use crate::support::{BRANCH, Desk, complaint, day, letter};

const HEADS: &[Role] = &[Role::Head, Role::Director];

/// A ground as the desk names it; a repeat of a paper reply where nothing else is cited.
fn screen(desk: &mut Desk, case: usize, ground: Ground) -> Result<(), Refusal> {
    let paper = Earlier::Paper { number: "17/5", on: Some(day("01.10.2026")) };
    let earlier = (ground == Ground::Repeat).then_some(paper);
    desk.act(case, |appeal, context| {
        decide::screen(appeal, &GroundForm { ground, note: "Лист 1, абзац 2", earlier }, context)
    })
}

fn cite(desk: &mut Desk, case: usize, earlier: usize) -> Result<(), Refusal> {
    let earlier = desk.appeal(earlier).clone();
    let earlier = Some(Earlier::Appeal(&earlier));
    let form = GroundForm { ground: Ground::Repeat, note: "Новых доводов нет", earlier };
    desk.act(case, |appeal, context| decide::screen(appeal, &form, context))
}

fn lift(desk: &mut Desk, case: usize, contacts: &Contacts, on: Option<NaiveDate>) -> Result<(), Refusal> {
    desk.act(case, |appeal, context| decide::lift_ground(appeal, "Контакты найдены", contacts, on, context))
}

fn without_contacts() -> Registration {
    let client = Client { address: None, phone: None, email: None, ..crate::support::citizen() };
    Registration { client, ..complaint(Channel::LetterPost, BRANCH) }
}

/// R7 a, b and R8: closed without a letter, with the ground and who decided.
#[rstest]
#[case::insults_r7_a(Ground::Abusive)]
#[case::unreadable_r7_b(Ground::Unreadable)]
#[case::no_contacts_r8(Ground::NoContacts)]
fn r7_a_b_and_r8_close_without_a_letter(#[case] ground: Ground) {
    let mut desk = Desk::open();
    let form =
        if ground == Ground::NoContacts { without_contacts() } else { complaint(Channel::Email, BRANCH) };
    let case = desk.register(form).unwrap();
    screen(desk.is("head"), case, ground).unwrap();
    let appeal = desk.appeal(case);
    let closing = appeal.closing.as_ref().unwrap();
    assert_eq!((closing.outcome, closing.on), (Outcome::NotConsidered, desk.today()));
    let stands = appeal.screening.as_ref().unwrap();
    assert_eq!(
        (stands.ground, stands.by.0.as_str(), stands.note.text()),
        (ground, "head", "Лист 1, абзац 2")
    );
}

/// R7 c, d: the client is sent a notice, which is a reply by R6, and the clock runs until it is sent.
#[rstest]
#[case::a_repeat_r7_c(Ground::Repeat, NoticeOf::EarlierReply)]
#[case::a_trade_secret_r7_d(Ground::TradeSecret, NoticeOf::TradeSecret)]
fn r7_c_and_d_owe_a_notice_and_the_clock_runs(#[case] ground: Ground, #[case] about: NoticeOf) {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    screen(desk.is("head"), case, ground).unwrap();
    assert_eq!(desk.appeal(case).stage(), Stage::WithExecutor, "open until the notice is sent");
    let refused = Refusal::OtherLetterDue { notice: Some(about) };
    assert_eq!(desk.draft(case, letter(Purpose::Answer)), Err(refused));
    let mut notice = letter(Purpose::Notice { about });
    notice.text.push_str(" Ответ № 17/5 от 01.10.2026.");
    let reply = desk.draft(case, notice).unwrap();
    desk.finalise(case, reply, "head").unwrap();
    desk.sign(case, reply, None).unwrap();
    assert!(desk.appeal(case).is_overdue(day("09.12.2026")), "signed and not sent");
    desk.on("09.12.2026").send(case, reply, ReplyBy::Post, Some("08.12.2026")).unwrap();
    let closing = desk.appeal(case).closing.as_ref().unwrap();
    assert_eq!((closing.outcome, closing.on), (Outcome::NoticeSent, day("08.12.2026")));
}

/// R7 c: a repeat demands the earlier appeal and its sent reply, and the notice cites its number and date.
#[test]
fn r7_c_a_repeat_cites_a_sent_reply_and_so_does_its_notice() {
    let mut desk = Desk::open();
    let (earlier, case) = (desk.letter_at_executor(), desk.letter_at_executor());
    desk.is("head");
    let nothing = GroundForm { ground: Ground::Repeat, note: "Было", earlier: None };
    let refused = desk.act(case, |appeal, context| decide::screen(appeal, &nothing, context));
    assert_eq!(refused, Err(Refusal::Missing(Field::EarlierNumber)));
    let number = desk.appeal(earlier).number.clone();
    desk.signed(earlier, Purpose::Answer);
    assert_eq!(
        cite(&mut desk, case, earlier),
        Err(Refusal::EarlierUnanswered { number }),
        "signed, not sent"
    );
    let own = desk.appeal(case).number.clone();
    assert_eq!(cite(&mut desk, case, case), Err(Refusal::NotEarlier { number: own }));
    let reply = desk.appeal(earlier).replies[0].id;
    desk.send(earlier, reply, ReplyBy::Post, None).unwrap();
    cite(&mut desk, case, earlier).unwrap();
    let purpose = Purpose::Notice { about: NoticeOf::EarlierReply };
    let silent = desk.draft(case, letter(purpose)).unwrap();
    let cited = ("ЭН1-исх-1/26".to_owned(), day("23.11.2026"));
    let refused = Refusal::NoCitation { number: cited.0, on: cited.1 };
    assert_eq!(desk.finalise(case, silent, "head"), Err(refused));
    let mut telling = letter(purpose);
    telling.text = "На Ваш вопрос дан ответ № ЭН1-исх-1/26 от 23.11.2026.".into();
    desk.draft(case, telling).unwrap();
    desk.finalise(case, silent, "head").unwrap();
}

/// Readings, *Screening*: grounds exist for what came in writing, the book too; refused for visits and calls.
#[test]
fn grounds_are_for_what_came_in_writing() {
    for &channel in Channel::ALL {
        let mut desk = Desk::open();
        let case = desk.register(complaint(channel, BRANCH)).unwrap();
        let done = screen(desk.is("head"), case, Ground::Abusive);
        let spoken = matches!(channel, Channel::InPerson | Channel::Phone);
        let expected = if spoken { Err(Refusal::NoScreening { channel }) } else { Ok(()) };
        assert_eq!(done, expected, "{channel:?}");
    }
}

/// Readings, *Screening*: decided by the head or the director, proposed by anyone who works on appeals.
#[rstest]
#[case("clerk", Ok(GroundStage::Proposed))]
#[case("executor", Ok(GroundStage::Proposed))]
#[case("head", Ok(GroundStage::Decided))]
#[case("director", Ok(GroundStage::Decided))]
fn a_ground_is_proposed_by_anyone_and_decided_by_a_head(
    #[case] who: &str,
    #[case] expected: Result<GroundStage, Refusal>,
) {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let done = screen(desk.is(who), case, Ground::TradeSecret);
    assert_eq!(done.map(|()| desk.appeal(case).screening.as_ref().unwrap().stage), expected);
    assert_eq!(desk.appeal(case).closing, None);
}

#[test]
fn what_a_head_decided_is_not_undone_by_a_proposal() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    screen(desk.is("head"), case, Ground::TradeSecret).unwrap();
    let refused = screen(desk.is("executor"), case, Ground::Abusive);
    assert_eq!(refused, Err(Refusal::GroundStands { ground: Ground::TradeSecret }));
}

/// Readings, *Screening*: no contacts beats a repeat and a trade secret; with a contact (e) does not hold.
#[test]
fn no_contacts_beats_a_repeat_and_a_trade_secret_r8() {
    let mut desk = Desk::open();
    let hidden = desk.register(without_contacts()).unwrap();
    let known = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    desk.is("head");
    for ground in [Ground::Repeat, Ground::TradeSecret] {
        assert_eq!(screen(&mut desk, hidden, ground), Err(Refusal::NoContactsFirst), "{ground:?}");
    }
    assert_eq!(screen(&mut desk, known, Ground::NoContacts), Err(Refusal::HasContacts));
}

/// Readings, *Screening*: lifting (e) begins 15 days from the day the contacts became known; both dates are kept.
#[test]
fn lifting_no_contacts_counts_from_the_day_they_became_known_r8() {
    let mut desk = Desk::open();
    let case = desk.register(without_contacts()).unwrap();
    screen(desk.is("head"), case, Ground::NoContacts).unwrap();
    desk.on("01.12.2026");
    assert_eq!(lift(&mut desk, case, &Contacts::default(), None), Err(Refusal::NeedsContacts));
    let phone = Contacts { phone: Some("+7 900 000-00-00".into()), ..Contacts::default() };
    assert_eq!(lift(desk.is("clerk"), case, &phone, None), Err(Refusal::NeedsRole(HEADS)));
    lift(desk.is("head"), case, &phone, Some(day("28.11.2026"))).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!((appeal.stage(), appeal.due.day), (Stage::Registered, day("13.12.2026")));
    assert_eq!(appeal.earlier[0].due.day, day("08.12.2026"), "the first due date");
    assert!(appeal.client.known().unwrap().has_contact());
}

/// Readings, *Replies*: forwarding closes with a notice to the client, and not before it is sent.
#[test]
fn forwarding_closes_when_its_notice_is_sent() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let forward = |desk: &mut Desk, to: &str| {
        desk.act(case, |appeal, context| decide::forward(appeal, to, "Сеть не наша", context))
    };
    assert_eq!(forward(desk.is("clerk"), "Россети"), Err(Refusal::NeedsRole(HEADS)));
    assert_eq!(forward(desk.is("head"), " "), Err(Refusal::Missing(Field::Recipient)));
    forward(&mut desk, "Россети").unwrap();
    assert_eq!(desk.appeal(case).closing, None);
    desk.sent(case, Purpose::Notice { about: NoticeOf::Forwarding });
    assert_eq!(desk.appeal(case).closing.as_ref().unwrap().outcome, Outcome::Forwarded);
}

/// Readings, *Screening*: what one head decides is not taken back, nor sent elsewhere, by the head of another unit.
#[test]
fn another_units_head_neither_lifts_nor_forwards() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    screen(desk.is("head"), case, Ground::TradeSecret).unwrap();
    desk.change_person("engineer", |person| person.roles = BTreeSet::from([Role::Head])).unwrap();
    let refused = Err(Refusal::NotTheHolder(HEADS));
    assert_eq!(lift(desk.is("engineer"), case, &Contacts::default(), None), refused);
    lift(desk.is("director"), case, &Contacts::default(), None).unwrap();
    let forwarded = |desk: &mut Desk| {
        desk.act(case, |appeal, context| decide::forward(appeal, "Россети", "Сеть не наша", context))
    };
    assert_eq!(forwarded(desk.is("engineer")), refused);
    forwarded(desk.is("head")).unwrap();
}

/// R7 c: what left after the appeal came in had answered nothing before it.
#[test]
fn a_repeat_cites_no_reply_that_left_after_it_came_in_r7_c() {
    let mut desk = Desk::open();
    let (earlier, case) = (desk.letter_at_executor(), desk.letter_at_executor());
    let registered = desk.appeal(case).registered;
    desk.later(2).sent(earlier, Purpose::Answer);
    desk.is("head");
    let number = desk.appeal(earlier).number.clone();
    assert_eq!(cite(&mut desk, case, earlier), Err(Refusal::EarlierUnanswered { number }));
    let paper = Earlier::Paper { number: "17/5", on: Some(desk.today()) };
    let form = GroundForm { ground: Ground::Repeat, note: "Было", earlier: Some(paper) };
    let refused = desk.act(case, |appeal, context| decide::screen(appeal, &form, context));
    assert_eq!(refused, Err(Refusal::EarlierDate { registered }));
}

/// A notice of one thing that was given up stands in no notice's way that tells another.
#[test]
fn a_notice_of_another_ground_begins_beside_the_first_one() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    screen(desk.is("head"), case, Ground::TradeSecret).unwrap();
    let about = NoticeOf::TradeSecret;
    let first = desk.draft(case, letter(Purpose::Notice { about })).unwrap();
    desk.finalise(case, first, "head").unwrap();
    lift(&mut desk, case, &Contacts::default(), None).unwrap();
    desk.act(case, |appeal, context| decide::forward(appeal, "Россети", "Сеть не наша", context)).unwrap();
    let second = desk.draft(case, letter(Purpose::Notice { about: NoticeOf::Forwarding })).unwrap();
    assert_ne!(first, second);
}

/// Who only proposed a ground takes no head's forwarding back with it.
#[test]
fn a_proposal_is_not_taken_back_by_its_author_where_a_head_has_forwarded_the_appeal() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    screen(desk.is("executor"), case, Ground::Unreadable).unwrap();
    desk.is("head")
        .act(case, |appeal, context| decide::forward(appeal, "УК «Дом»", "Сети дома", context))
        .unwrap();
    let refused = lift(desk.is("executor"), case, &Contacts::default(), None);
    assert_eq!(refused, Err(Refusal::NeedsRole(HEADS)));
    assert!(desk.appeal(case).forwarding.is_some());
    lift(desk.is("head"), case, &Contacts::default(), None).unwrap();
    assert!(desk.appeal(case).forwarding.is_none() && desk.appeal(case).screening.is_none());
}

/// Contacts that are found are held to the same length as those of a registration.
#[test]
fn contacts_found_are_no_longer_than_a_field() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    screen(desk.is("head"), case, Ground::Unreadable).unwrap();
    let contacts = Contacts { address: Some("ы".repeat(50_000)), ..Contacts::default() };
    let refused = lift(&mut desk, case, &contacts, None);
    assert!(matches!(refused, Err(Refusal::TooLong { .. })), "{refused:?}");
}

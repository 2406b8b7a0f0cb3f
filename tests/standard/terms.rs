//! Terms and their extension (R5, R13; readings, *Terms*).

use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::calendar::MonthDay;
use otklik::standard::decide::{OfficeCommand, Registration};
use otklik::standard::office::Role;
use otklik::standard::refusal::Refusal;
use otklik::standard::reply::{Purpose, ReplyBy};
use otklik::standard::term::{Base, ExtensionRule, Norm};
use rstest::rstest;

use crate::support::{BRANCH, Desk, complaint, day, shipped_norms};

const HEADS: &[Role] = &[Role::Head, Role::Director];

#[test]
fn every_channel_and_kind_is_due_in_fifteen_calendar_days_r5() {
    let mut desk = Desk::open_on("20.11.2026");
    for &channel in Channel::ALL {
        for &kind in Kind::ALL {
            let case = desk.register(Registration { kind, ..complaint(channel, BRANCH) }).unwrap();
            let due = &desk.appeal(case).due;
            assert_eq!((due.day, due.from), (day("05.12.2026"), day("20.11.2026")), "{channel:?} {kind:?}");
        }
    }
}

#[test]
fn the_due_day_itself_is_not_overdue_r5() {
    let mut desk = Desk::open();
    let case = desk.register(complaint(Channel::LetterPost, BRANCH)).unwrap();
    let appeal = desk.appeal(case);
    let (due, after) = (day("08.12.2026"), day("09.12.2026"));
    assert_eq!((appeal.is_overdue(due), appeal.overdue_days(due)), (false, 0));
    assert_eq!((appeal.is_overdue(after), appeal.overdue_days(after)), (true, 1));
    assert_eq!(appeal.overdue_days(desk.today()), -15);
}

#[test]
fn what_was_answered_late_stays_late_in_the_figures() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.on("10.12.2026").sent(case, Purpose::Answer);
    let appeal = desk.appeal(case);
    assert!(!appeal.is_overdue(day("01.02.2027")), "it is closed");
    assert_eq!(appeal.overdue_days(day("01.02.2027")), 2, "measured at its closing day");
}

#[test]
fn the_day_of_posting_counts_and_not_the_day_of_entering() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let reply = desk.signed(case, Purpose::Answer);
    desk.on("10.12.2026").send(case, reply, ReplyBy::Post, Some("08.12.2026")).unwrap();
    assert_eq!(desk.appeal(case).overdue_days(desk.today()), 0);
}

/// An e-mail whose interim reply proposed so many days and was sent.
fn after_interim(days: u16) -> (Desk, usize) {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.sent(case, Purpose::Interim { days });
    desk.is("head");
    (desk, case)
}

#[test]
fn an_email_is_extended_by_what_its_sent_interim_reply_proposed_r13() {
    let (mut desk, case) = after_interim(10);
    desk.on("08.12.2026").extend(case, 10).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!(appeal.due.day, day("18.12.2026"));
    let extension = appeal.extension.as_ref().unwrap();
    assert_eq!((extension.days, extension.before), (10, day("08.12.2026")));
    assert_eq!(desk.extend(case, 5), Err(Refusal::AlreadyExtended));
}

#[test]
fn an_extension_is_refused_before_an_interim_reply_is_sent_r13() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.is("head");
    assert_eq!(desk.extend(case, 10), Err(Refusal::NoInterimSent));
    let reply = desk.signed(case, Purpose::Interim { days: 10 });
    assert_eq!(desk.extend(case, 10), Err(Refusal::NoInterimSent), "a signed one still lies here");
    desk.send(case, reply, ReplyBy::Email, None).unwrap();
    assert_eq!(desk.extend(case, 9), Err(Refusal::InterimProposed { days: 10 }));
    desk.extend(case, 10).unwrap();
}

#[test]
fn an_extension_is_refused_above_fifteen_days_after_the_due_day_and_without_a_head_r13() {
    let (mut desk, case) = after_interim(15);
    for days in [0, 16] {
        assert_eq!(desk.extend(case, days), Err(Refusal::ExtensionDays { limit: 15 }));
    }
    for who in ["clerk", "executor", "admin"] {
        assert_eq!(desk.is(who).extend(case, 15), Err(Refusal::NeedsRole(HEADS)), "{who}");
    }
    desk.is("director").on("09.12.2026");
    assert_eq!(desk.extend(case, 15), Err(Refusal::DuePast { due: day("08.12.2026") }));
}

#[test]
fn only_an_email_may_be_extended_under_the_standard_r13() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let refused = Refusal::NoExtension { norm: "standard".into() };
    assert_eq!(desk.draft(case, crate::support::letter(Purpose::Interim { days: 5 })), Err(refused.clone()));
    assert_eq!(desk.is("head").extend(case, 5), Err(refused));
}

#[test]
fn an_interim_reply_proposes_no_more_than_the_norm_allows_r13() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    let propose = |desk: &mut Desk, days| desk.draft(case, crate::support::letter(Purpose::Interim { days }));
    assert_eq!(propose(&mut desk, 16), Err(Refusal::ExtensionDays { limit: 15 }));
    assert_eq!(propose(&mut desk, 0), Err(Refusal::ExtensionDays { limit: 15 }));
    propose(&mut desk, 15).unwrap();
}

#[test]
fn an_interim_reply_of_the_first_round_extends_no_second_one_r13() {
    let (mut desk, case) = after_interim(10);
    desk.withdraw(case).unwrap();
    desk.later(3).reopen(case).unwrap();
    assert_eq!(desk.extend(case, 10), Err(Refusal::NoInterimSent));
    desk.sent(case, Purpose::Interim { days: 4 });
    desk.extend(case, 4).unwrap();
    assert_eq!(desk.appeal(case).due.day, day("15.12.2026"));
}

fn load(desk: &mut Desk, norms: Vec<Norm>) {
    desk.administer(OfficeCommand::LoadNorms(norms)).unwrap();
}

fn email_norm() -> Norm {
    shipped_norms().into_iter().find(|norm| norm.id == "standard-email").unwrap()
}

#[test]
fn an_extension_never_passes_another_norms_own_limit() {
    let own = |days| Some(ExtensionRule { days, needs_interim_reply: true });
    let longer = Norm { id: "longer".into(), count: 20, extension: own(2), ..email_norm() };
    let mut desk = Desk::open();
    load(&mut desk, shipped_norms().into_iter().chain([longer]).collect());
    let case = desk.email_at_executor();
    desk.sent(case, Purpose::Interim { days: 10 });
    let refused = Refusal::PastOtherNorm { norm: "longer".into(), limit: day("15.12.2026") };
    assert_eq!(desk.is("head").extend(case, 10), Err(refused));
    desk.sent(case, Purpose::Interim { days: 7 });
    desk.extend(case, 7).unwrap();
}

#[test]
fn the_other_norms_limit_counts_from_the_round_that_is_extended() {
    let longer = Norm { id: "longer".into(), count: 40, ..email_norm() };
    let mut desk = Desk::open();
    load(&mut desk, shipped_norms().into_iter().chain([longer]).collect());
    let case = desk.email_at_executor();
    desk.sent(case, Purpose::Answer);
    desk.is("head").on("01.02.2027").reopen(case).unwrap();
    desk.sent(case, Purpose::Interim { days: 10 });
    desk.extend(case, 10).unwrap();
    assert_eq!(desk.appeal(case).due.day, day("26.02.2027"));
}

#[test]
fn a_running_term_keeps_the_norms_of_its_registration() {
    let (mut desk, case) = after_interim(10);
    load(&mut desk, shipped_norms().into_iter().map(|norm| Norm { extension: None, ..norm }).collect());
    desk.extend(case, 10).unwrap();
    let fresh = desk.email_at_executor();
    assert_eq!(desk.extend(fresh, 10), Err(Refusal::NoExtension { norm: "standard-email".into() }));
}

#[test]
fn a_reopened_appeal_takes_the_norms_in_force_that_day_and_keeps_the_first_due_date() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.sent(case, Purpose::Answer);
    load(&mut desk, shipped_norms().into_iter().map(|norm| Norm { count: 10, ..norm }).collect());
    desk.is("head").on("01.02.2027").reopen(case).unwrap();
    let appeal = desk.appeal(case);
    assert_eq!(appeal.due.day, day("11.02.2027"));
    assert_eq!(appeal.earlier[0].due.day, day("08.12.2026"));
    assert_eq!(appeal.earlier[0].closing.on, day("23.11.2026"));
}

#[rstest]
#[case("01-09", true)]
#[case("02-29", true)]
#[case("02-30", false)]
#[case("13-01", false)]
#[case("+1-09", false)]
#[case("1-009", false)]
#[case("1-9", false)]
fn a_calendar_day_is_written_month_and_day_in_two_digits_each(#[case] text: &str, #[case] fits: bool) {
    assert_eq!(MonthDay::try_from(text.to_owned()).is_ok(), fits);
}

#[rstest]
#[case::from_registration(Base::Registration, "24.11.2026", "09.12.2026")]
#[case::from_receipt(Base::Receipt, "24.11.2026", "08.12.2026")]
fn a_norm_says_from_what_day_it_counts(#[case] base: Base, #[case] today: &str, #[case] due: &str) {
    let mut desk = Desk::open_on(today);
    load(&mut desk, shipped_norms().into_iter().map(|norm| Norm { base, ..norm }).collect());
    let form = Registration { received: Some(day("23.11.2026")), ..complaint(Channel::LetterPost, BRANCH) };
    let case = desk.register(form).unwrap();
    assert_eq!(desk.appeal(case).due.day, day(due));
}

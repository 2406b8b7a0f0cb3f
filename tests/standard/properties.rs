//! What holds after any sequence of commands whatever (R2, R5, R6, R13; design: replaying the facts gives the state).

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use otklik::standard::appeal::{Appeal, Outcome, Stage};
use otklik::standard::decide::OfficeCommand;
use otklik::standard::fact::{AppealEvent, Event};
use otklik::standard::number::{Number, OutgoingNumber};
use otklik::standard::office::{Role, StaffMember};
use otklik::standard::reply::{Purpose, Reply, ReplyStage};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use crate::steps::{PEOPLE, UNITS, WHOLE, steps, take};
use crate::support::{Case, Desk, Written, login, unit_code};

/// The same sequences in each run.
fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        cases,
        rng_seed: RngSeed::Fixed(0x0771_1c5e),
        failure_persistence: None,
        ..Config::default()
    })
}

/// Plays many sequences and calls `check` after every step about an appeal that the rules allowed.
fn after_every_step(check: impl Fn(&Desk, &Case)) {
    let played = runner(256).run(&steps(), |steps| {
        let mut desk = Desk::open();
        for step in &steps {
            if let Ok(Some(case)) = take(&mut desk, step) {
                check(&desk, &desk.cases[case]);
            }
        }
        Ok(())
    });
    played.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Counts what a property was about, so that one that never happened is no proof.
#[derive(Default)]
struct Seen(Cell<usize>);

impl Seen {
    fn one(&self) {
        self.0.set(self.0.get() + 1);
    }

    fn often(&self, what: &str) {
        assert!(self.0.get() >= 30, "{what}: only {} times", self.0.get());
    }
}

fn event(fact: &Written) -> AppealEvent {
    fact.read().event.unwrap()
}

#[test]
fn replaying_the_written_facts_gives_the_state() {
    let replies = Seen::default();
    after_every_step(|_, case| {
        assert_eq!(case.replayed(), case.state);
        let last = case.facts.last().unwrap();
        assert_eq!(event(last).body().unwrap(), last.body);
        if !case.state.replies.is_empty() {
            replies.one();
        }
    });
    replies.often("appeals with replies");
}

/// What R6 asks of a reply that left.
fn is_whole(reply: &Reply, desk: &Desk) {
    let ReplyStage::Sent(frozen, signature, dispatch) = &reply.stage else { panic!("{reply:?}") };
    let frozen = &frozen.finalised;
    assert_eq!(reply.text.text(), WHOLE);
    let executor = frozen.executor_details.known().unwrap();
    assert!(executor.name.split_whitespace().count() >= 2, "{executor:?}");
    assert!(executor.phone.chars().any(|c| c.is_ascii_digit()), "{executor:?}");
    assert!(!frozen.signatory_details.known().unwrap().position.is_empty());
    assert!(signature.on <= dispatch.on && dispatch.on <= desk.today());
}

#[test]
fn nothing_is_sent_without_substance_executor_phone_and_signature_r6() {
    let sent = Seen::default();
    after_every_step(|desk, case| {
        for reply in case.state.replies.iter().filter(|reply| reply.dispatch().is_some()) {
            is_whole(reply, desk);
            sent.one();
        }
        // The right is looked at as the signature is recorded: it may be taken away later.
        if let AppealEvent::ReplySigned(signed) = event(case.facts.last().unwrap()) {
            let reply = case.state.reply(signed.reply).unwrap();
            let signatory = &desk.office.staff[&reply.finalised().unwrap().signatory];
            let on = signed.on;
            assert!(signatory.signing.as_ref().is_some_and(|right| right.holds(on)), "{signatory:?} on {on}");
        }
    });
    sent.often("sent replies");
}

#[test]
fn no_term_is_extended_without_its_sent_interim_reply_r13() {
    let extended = Seen::default();
    after_every_step(|desk, case| {
        let appeal = &case.state;
        assert!(appeal.due.extended_by <= 15);
        assert_eq!(appeal.due.extended_by, appeal.extension.as_ref().map_or(0, |extension| extension.days));
        let AppealEvent::Extended(event_of) = event(case.facts.last().unwrap()) else { return };
        extended.one();
        let extension = appeal.extension.as_ref().unwrap();
        assert!(desk.today() <= extension.before, "after the due day");
        assert_eq!((appeal.due.day - extension.before).num_days(), i64::from(event_of.days));
        assert!(["head", "director"].contains(&extension.by.0.as_str()));
        // The last one sent in this round, that is since the last reopening.
        let interim = case
            .facts
            .iter()
            .rev()
            .map(event)
            .take_while(|event| !matches!(event, AppealEvent::Reopened(_)))
            .find_map(|event| match event {
                AppealEvent::ReplySent(sent) => appeal.reply(sent.reply),
                _ => None,
            });
        assert_eq!(interim.map(|reply| reply.purpose), Some(Purpose::Interim { days: event_of.days }));
    });
    extended.often("extended terms");
}

#[test]
fn overdue_is_open_and_past_the_due_day_and_no_inner_day_is_later_r5() {
    let overdue = Seen::default();
    after_every_step(|desk, _| {
        desk.cases.iter().for_each(|case| is_counted_right(&case.state, desk.today(), &overdue));
    });
    overdue.often("overdue appeals");
}

fn is_counted_right(appeal: &Appeal, today: NaiveDate, overdue: &Seen) {
    let due = &appeal.due;
    assert_eq!(due.day, due.from + chrono::Days::new(due.n.into()), "the term explains its day");
    assert_eq!(due.from, appeal.opened);
    assert_eq!(appeal.is_overdue(today), appeal.stage() != Stage::Closed && today > due.day);
    assert_eq!(appeal.is_overdue(today), appeal.stage() != Stage::Closed && appeal.overdue_days(today) > 0);
    assert!(appeal.queue_due() <= due.day);
    if let Some(closing) = &appeal.closing {
        assert!(appeal.opened <= closing.on && closing.on <= today);
    }
    if appeal.is_overdue(today) {
        overdue.one();
    }
}

/// Each year's serials run from 1 without a gap, and no number stands twice.
fn are_consecutive(numbers: &[&Number]) {
    let years: BTreeSet<_> = numbers.iter().map(|number| number.year).collect();
    for year in years {
        let serials: BTreeSet<_> =
            numbers.iter().filter(|number| number.year == year).map(|number| number.serial).collect();
        assert!(serials.iter().copied().eq(1..=u32::try_from(serials.len()).unwrap()), "{serials:?}");
    }
    let texts: BTreeSet<_> = numbers.iter().map(|number| &number.text).collect();
    assert_eq!(texts.len(), numbers.len(), "no number twice");
}

#[test]
fn numbers_are_consecutive_and_an_annulled_appeal_keeps_its_own_r2() {
    let annulled = Seen::default();
    after_every_step(|desk, case| {
        let appeals = || desk.cases.iter().map(|case| &case.state);
        are_consecutive(&appeals().map(|appeal| &appeal.number).collect::<Vec<_>>());
        let replies = || appeals().flat_map(|appeal| &appeal.replies);
        let signatures = replies().filter_map(Reply::signature).map(|signature| &signature.number);
        // The number of a signed letter that came back is annulled, and never given again.
        let numbers = signatures.chain(replies().flat_map(|reply| &reply.annulled_numbers));
        are_consecutive(&numbers.filter_map(OutgoingNumber::given).collect::<Vec<_>>());
        if case.state.closing.as_ref().is_some_and(|closing| closing.outcome == Outcome::Annulled) {
            annulled.one();
            let AppealEvent::Registered(first) = event(&case.facts[0]) else { panic!("{case:?}") };
            assert_eq!(case.state.number, first.number);
        }
    });
    annulled.often("annulled appeals");
}

#[test]
fn a_closed_appeal_takes_only_reopening_filing_a_copy_and_the_annulling_of_an_oral_answer() {
    let closed = Seen::default();
    after_every_step(|_, case| {
        let (last, before) = case.facts.split_last().unwrap();
        // An answer on the spot is one save with its registration.
        if before.is_empty() || last.kind == "appeal.answered_orally" {
            return;
        }
        let before = Appeal::fold(case.state.id, before.iter().map(Written::read)).unwrap();
        let Some(closing) = before.closing else { return };
        closed.one();
        match last.kind.as_str() {
            "appeal.reopened" => assert_ne!(closing.outcome, Outcome::Annulled),
            "appeal.filed_away" => assert!(before.filed.is_none()),
            "appeal.reply_printed" | "appeal.paper_printed" => {}
            "appeal.annulled" => assert_eq!(closing.outcome, Outcome::AnsweredOrally),
            other => panic!("{other} after {:?}", closing.outcome),
        }
    });
    closed.often("steps of closed appeals");
}

/// One of the things that could leave an office without staff, units or an administrator.
fn office_command(desk: &Desk, what: usize, who: usize, place: usize) -> OfficeCommand {
    let unit = desk.office.units[&unit_code(UNITS[place])].clone();
    let person = desk.office.staff[&login(PEOPLE[who])].clone();
    match what {
        0 => OfficeCommand::RetirePerson { login: person.login, open_appeals: 0 },
        1 => OfficeCommand::RetireUnit { unit: unit.code, open_appeals: 0 },
        2 => OfficeCommand::ChangeUnit(unit),
        _ => OfficeCommand::ChangePerson(StaffMember {
            unit: unit.code,
            retired: None,
            roles: if what == 3 { [Role::Clerk].into() } else { [Role::Administrator].into() },
            ..person
        }),
    }
}

#[test]
fn an_office_keeps_an_administrator_and_every_worker_a_unit() {
    let retired = Seen::default();
    let commands = prop::collection::vec((0..5_usize, 0..PEOPLE.len(), 0..UNITS.len()), 1..40);
    let played = runner(128).run(&commands, |commands| {
        let mut desk = Desk::open();
        for (what, who, place) in commands {
            if desk.keep_office_as_any_administrator(office_command(&desk, what, who, place)).is_err() {
                continue;
            }
            assert_eq!(desk.office_replayed(), desk.office);
            let working = || desk.office.staff.values().filter(|person| person.retired.is_none());
            assert!(working().any(|person| person.has_any(&[Role::Administrator])));
            assert!(working().all(|person| desk.office.active_unit(&person.unit).is_some()));
            if what < 2 {
                retired.one();
            }
        }
        Ok(())
    });
    played.unwrap_or_else(|failure| panic!("{failure}"));
    retired.often("retired people and units");
}

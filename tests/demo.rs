//! The made-up register: the same for the same seed, sound to its last byte, and like life.

#![expect(clippy::unwrap_used, reason = "what a test can't get is a test that fails")]

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::Timelike as _;
use otklik::clock::Clock;
use otklik::desk::demo::{Demo, Made, fill};
use otklik::desk::{self, AppealLine, Depth, Desk, DeskError, Filter, Part, Queue};
use otklik::standard::appeal::{Appeal, Channel, Kind, Outcome, Stage};
use otklik::standard::client::{Client, ClientSort, Identity};
use otklik::standard::office::{Role, StaffDetail, UnitSort};
use otklik::standard::personal::Personal;
use otklik::standard::reply::{Purpose, Reply};
use otklik::standard::screening::Ground;

const NOW: &str = "2026-11-24T14:05:00+03:00";

fn clock() -> Clock {
    Clock::Set(NOW.parse().unwrap())
}

fn made(path: &Path, appeals: u32, seed: u64) -> Made {
    fill(path, &Demo { appeals, seed }, clock(), &mut |_, _| ControlFlow::Continue(())).unwrap()
}

/// One register of a year, made once for all tests that only look.
fn year() -> &'static (tempfile::TempDir, PathBuf) {
    static YEAR: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    YEAR.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.otklik");
        made(&path, 1000, 1);
        (folder, path)
    })
}

fn desk() -> Desk {
    Desk::at(&year().1, clock()).unwrap().unwrap()
}

fn lines(desk: &Desk, queue: Queue) -> Vec<AppealLine> {
    let placed = desk.queue(queue, desk.today(), &Filter::default(), Part::First, 10_000).unwrap();
    placed.into_iter().map(|placed| placed.line).collect()
}

fn appeals(desk: &Desk) -> Vec<Appeal> {
    lines(desk, Queue::All).iter().map(|line| desk.card(line.id).unwrap().appeal).collect()
}

fn head(path: &Path) -> String {
    let desk = Desk::at(path, clock()).unwrap().unwrap();
    format!("{:?}", desk.register().head().unwrap())
}

fn share(all: &[Appeal], is: impl Fn(&Appeal) -> bool) -> f64 {
    let some = u32::try_from(all.iter().filter(|appeal| is(appeal)).count()).unwrap();
    f64::from(some) / f64::from(u32::try_from(all.len()).unwrap())
}

#[test]
fn the_same_seed_and_clock_give_the_same_register_and_another_seed_another() {
    let folder = tempfile::tempdir().unwrap();
    let [a, b, c] = ["a", "b", "c"].map(|name| folder.path().join(name));
    assert_eq!(made(&a, 60, 7), made(&b, 60, 7));
    made(&c, 60, 8);
    assert_eq!(head(&a), head(&b));
    assert_ne!(head(&a), head(&c));
}

#[test]
fn the_register_is_sound_to_its_last_fact_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.otklik");
    let made = made(&path, 300, 3);
    let report = desk::check(&path, Depth::Deep).unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    assert_eq!(made.appeals, 300);
    let desk = Desk::at(&path, clock()).unwrap().unwrap();
    assert_eq!(lines(&desk, Queue::All).len(), 300);
    assert_eq!(lines(&desk, Queue::Open).len(), usize::try_from(made.open).unwrap());
    assert_eq!(made.facts, desk.register().head().unwrap().office_seq);
}

#[test]
fn a_register_that_holds_an_office_is_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.otklik");
    made(&path, 5, 1);
    let before = head(&path);
    let again = fill(&path, &Demo { appeals: 5, seed: 2 }, clock(), &mut |_, _| ControlFlow::Continue(()));
    assert!(matches!(again, Err(DeskError::AlreadySetUp)), "{again:?}");
    assert_eq!(head(&path), before);
}

#[test]
fn whoever_stops_it_halfway_has_a_sound_register_of_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.otklik");
    let stop = &mut |_, _| ControlFlow::Break(());
    let made = fill(&path, &Demo { appeals: 3500, seed: 1 }, clock(), stop).unwrap();
    assert!(made.stopped && (1..3500).contains(&made.appeals), "{made:?}");
    let report = desk::check(&path, Depth::Chain).unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

#[test]
fn the_office_has_units_of_every_sort_and_a_default_person_who_can_do_everything_at_a_centre() {
    let desk = desk();
    let office = desk.office();
    for sort in UnitSort::ALL {
        assert!(office.units.values().any(|unit| unit.sort == *sort), "{sort:?}");
    }
    assert!(office.staff.len() >= 20);
    let login = desk.usual_person(None).unwrap();
    let person = office.active_person(&login).unwrap();
    assert_eq!(office.units[&person.unit].sort, UnitSort::Centre);
    assert!(Role::ALL.iter().all(|role| person.roles.contains(role)));
    assert!(person.signing.as_ref().is_some_and(|right| right.holds(desk.today())));
    for person in office.staff.values() {
        person.letter_details(&[StaffDetail::GivenName, StaffDetail::Phone, StaffDetail::Position]).unwrap();
    }
    let details = &office.details;
    assert!([&details.address, &details.phone, &details.email].iter().all(|text| !text.is_empty()));
    assert!(!details.letterhead.is_empty());
}

#[test]
fn every_queue_of_the_morning_holds_a_likely_number() {
    let desk = desk();
    let counts = desk.counts(desk.today(), &Filter::default()).unwrap();
    assert!((40..=75).contains(&counts.open), "{counts:?}");
    assert!((10..=20).contains(&counts.overdue), "{counts:?}");
    for some in [counts.today, counts.soon, counts.new, counts.unassigned, counts.unsent] {
        assert!((1..=15).contains(&some), "{counts:?}");
    }
}

#[test]
fn about_one_appeal_in_twenty_is_or_was_late() {
    let desk = desk();
    let late = share(&appeals(&desk), |appeal| appeal.overdue_days(desk.today()) > 0);
    assert!((0.035..0.07).contains(&late), "{late}");
}

#[test]
fn every_channel_kind_stage_and_outcome_is_there_in_a_believable_share() {
    let desk = desk();
    let all = appeals(&desk);
    for channel in Channel::ALL {
        let part = share(&all, |appeal| appeal.channel == *channel);
        assert!((0.015..0.30).contains(&part), "{channel:?} {part}");
    }
    for kind in Kind::ALL {
        let part = share(&all, |appeal| appeal.kind == *kind);
        assert!((0.02..0.50).contains(&part), "{kind:?} {part}");
    }
    for stage in Stage::ALL {
        assert!(all.iter().any(|appeal| appeal.stage() == *stage), "{stage:?}");
    }
    for outcome in Outcome::ALL {
        let ended =
            |appeal: &Appeal| appeal.closing.as_ref().is_some_and(|closing| closing.outcome == *outcome);
        assert!(all.iter().any(ended), "{outcome:?}");
    }
    for sort in ClientSort::ALL {
        assert!(all.iter().any(|appeal| appeal.client_sort == *sort), "{sort:?}");
    }
    for topic in &desk.office().topics {
        assert!(all.iter().any(|appeal| appeal.topic.as_ref() == Some(&topic.code)), "{}", topic.code);
    }
}

#[test]
fn terms_are_extended_after_interim_replies_and_some_appeals_come_back() {
    let desk = desk();
    let all = appeals(&desk);
    let extended: Vec<_> = all.iter().filter(|appeal| appeal.extension.is_some()).collect();
    assert!(extended.len() >= 5);
    for appeal in extended {
        assert_eq!(appeal.channel, Channel::Email);
        let interim = |reply: &&Reply| matches!(reply.purpose, Purpose::Interim { .. });
        assert!(appeal.replies.iter().find(interim).unwrap().dispatch().is_some());
    }
    assert!(all.iter().any(|appeal| !appeal.earlier.is_empty()));
    assert!(all.iter().any(|appeal| appeal.replies.iter().any(|reply| !reply.remarks.is_empty())));
    assert!(all.iter().any(|appeal| appeal.visit.is_some()));
    assert!(all.iter().any(|appeal| appeal.filed.is_some()));
    assert!(all.iter().any(|appeal| appeal.content.covering_letter.is_some()));
}

#[test]
fn every_new_queue_and_block_of_the_card_has_something_to_show() {
    let desk = desk();
    let office = desk.office();
    let all = appeals(&desk);
    let some = |name: &str, is: &dyn Fn(&Appeal) -> bool| {
        let count = all.iter().filter(|appeal| is(appeal)).count();
        println!("{name}: {count}");
        assert!(count > 0, "{name}");
    };
    for ground in Ground::ALL {
        some(ground.code(), &|appeal| appeal.screening.as_ref().is_some_and(|now| now.ground == *ground));
    }
    let cited = |appeal: &Appeal| appeal.screening.as_ref().and_then(|now| now.earlier.clone());
    some("an earlier appeal cited", &|appeal| cited(appeal).is_some_and(|earlier| earlier.appeal.is_some()));
    some("forwarded", &|appeal| appeal.forwarding.is_some());
    some("a notice sent", &|appeal| {
        let notice = |reply: &Reply| matches!(reply.purpose, Purpose::Notice { .. });
        appeal.replies.iter().any(|reply| notice(reply) && reply.dispatch().is_some())
    });
    some("a request answered", &|appeal| appeal.requests.iter().any(|request| request.answer.is_some()));
    some("a request open", &|appeal| {
        appeal.closing.is_none() && appeal.requests.iter().any(|request| request.answer.is_none())
    });
    some("rung back", &|appeal| appeal.call_back.as_ref().is_some_and(|call| call.done.is_some()));
    some("waits for a call", &Appeal::awaits_call);
    some("co-executors", &|appeal| !appeal.co_executors.is_empty());
    some("several questions answered", &|appeal| {
        appeal.content.questions.len() > 1
            && appeal.closing.is_some()
            && appeal.unanswered(&BTreeSet::new()).is_empty()
    });
    some("documents", &|appeal| !appeal.content.documents.is_empty());
    some("documents missing", &|appeal| {
        let proxy = appeal.client.known().is_some_and(|client| client.representative.is_some());
        let needed = office.needed_documents(appeal.topic.as_deref(), proxy);
        needed.iter().any(|kind| !appeal.content.documents.contains(&kind.code))
    });
    some("the power block", &|appeal| appeal.content.power.is_some());
    some("somebody who came again", &|appeal| appeal.client_id != appeal.id);
    some("a book's entry", &|appeal| appeal.content.book.is_some());
    assert!(office.halls_without_book().is_empty());
    assert!(
        office.staff.values().any(|person| person.deputises.iter().any(|deputy| deputy.holds(desk.today())))
    );
    let talks = desk.consultations(desk.today() - chrono::Days::new(90), desk.today(), 1000).unwrap();
    assert!(talks.iter().any(|talk| talk.visit.is_some()) && talks.iter().any(|talk| talk.visit.is_none()));
    let kinds: BTreeSet<_> =
        desk.register().newest_facts(1_000_000).unwrap().into_iter().map(|fact| fact.kind.clone()).collect();
    for kind in ["appeal.corrected", "appeal.ground_proposed", "appeal.ground_decided", "appeal.called"] {
        assert!(kinds.contains(kind), "{kind}: {kinds:?}");
    }
}

#[test]
fn names_are_of_all_the_kinds_that_life_has() {
    let desk = desk();
    let clients: Vec<_> = appeals(&desk).iter().filter_map(|appeal| appeal.client.known().cloned()).collect();
    let names: Vec<_> = clients.iter().map(Client::full_name).collect();
    let some = |is: &dyn Fn(&str) -> bool| names.iter().any(|name| is(name));
    assert!(some(&|name| name.contains('ё')));
    assert!(some(&|name| name.starts_with('Ё')));
    assert!(some(&|name| name.split(' ').next().unwrap().contains('-') && name.split(' ').count() == 3));
    assert!(some(&|name| name.ends_with(" оглы")) && some(&|name| name.ends_with(" кызы")));
    assert!(some(&|name| name.starts_with("Ким ") || name.starts_with("Ли ") || name.starts_with("О ")));
    for form in ["ООО «", "АО «", "ТСЖ «", "СНТ «", "ИП "] {
        assert!(some(&|name| name.starts_with(form)), "{form}");
    }
    let person = |client: &Client| matches!(&client.identity, Identity::Person { patronymic: None, .. });
    assert!(clients.iter().any(person));
    assert!(clients.iter().any(|client| client.representative.is_some()));
    assert!(clients.iter().any(|client| client.collective.is_some()));
}

#[test]
fn no_text_has_a_hole_or_a_mark_of_its_template() {
    let desk = desk();
    let marks = ['[', ']', '{', '}', '|', '<', '>'];
    for appeal in appeals(&desk) {
        let replies = appeal.replies.iter().flat_map(|reply| [reply.heading.text(), reply.text.text()]);
        let content =
            [appeal.content.gist.text(), appeal.content.text.as_ref().map_or("", |text| text.text())];
        let notes = appeal.closing.iter().filter_map(|closing| closing.note.as_ref()).map(Personal::text);
        for text in replies.chain(content).chain(notes) {
            assert!(!text.contains(marks) && !text.contains("  "), "{text}");
        }
        assert!(!appeal.content.gist.text().contains('\n'));
    }
}

#[test]
fn time_never_runs_backwards_and_nothing_lies_in_the_future() {
    let desk = desk();
    let now = desk.now();
    let facts = desk.register().newest_facts(1_000_000).unwrap();
    assert!(facts.iter().all(|fact| fact.time <= now));
    assert!(facts.windows(2).all(|pair| pair[0].time >= pair[1].time), "newest first");
    let mornings = facts.iter().filter(|fact| fact.time.date_naive() == desk.today());
    assert!(mornings.filter(|fact| fact.kind == "appeal.registered").count() >= 2, "some came today");
    let year: BTreeSet<_> = facts.iter().map(|fact| fact.time.format("%Y-%m").to_string()).collect();
    assert!(year.len() >= 12, "{year:?}");
}

#[test]
fn work_is_done_on_working_days_and_in_hours_but_for_a_few_who_ring_on_saturdays() {
    let desk = desk();
    let calendar = &desk.office().calendar;
    let all = appeals(&desk);
    let worked = share(&all, |appeal| calendar.day(appeal.registered).working);
    assert!((0.93..1.0).contains(&worked), "{worked}");
    assert!(all.iter().all(|appeal| (8..=18).contains(&appeal.registered_at.hour())));
}

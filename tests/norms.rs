//! Every norm that ships, the commented examples too: each is loaded by an administrator, and each explains any date.

#![expect(clippy::unwrap_used, reason = "what a test can't get is a test that fails")]

use chrono::{Days, NaiveDate};
use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk, DeskError, FirstDay};
use otklik::i18n::{Language, Words};
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::client::Client;
use otklik::standard::correct::Correctable;
use otklik::standard::decide::{Correction, OfficeCommand, Registration};
use otklik::standard::refusal::{Confirmation, Refusal};
use otklik::standard::term::{Due, Measure, Norm, TermQuestion, TermUnit};

const SHIPPED: &str = include_str!("../assets/norms.toml");

/// A desk of an office's first day, at the window of a territorial unit.
fn desk(folder: &tempfile::TempDir) -> Desk {
    let day = FirstDay {
        office: "АО «Энскэнергосбыт»".into(),
        code: Some("ЭН1".into()),
        unit: "Энское отделение".into(),
        unit_sort: None,
        person: "Иванова Анна Петровна".into(),
        login: Some("ivanova".into()),
        position: "Начальник".into(),
        phone: Some("+7 (8352) 12-34-56".into()),
        signs: true,
        os_user: None,
    };
    let clock = Clock::Set("2026-11-23T10:00:00+03:00".parse().unwrap());
    Desk::begin(&folder.path().join("otklik.db"), clock, &day).unwrap()
}

/// The file with its examples turned on, as its head tells an office to do.
fn with_examples() -> String {
    SHIPPED.lines().map(|line| line.strip_prefix("#! ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn loaded(desk: &mut Desk) -> Vec<Norm> {
    desk.load_norms("norms.toml", &with_examples(), &Confirmed::new()).unwrap();
    desk.office().norms.list.clone()
}

fn question(norm: &Norm, on: NaiveDate) -> TermQuestion<'_> {
    TermQuestion {
        channel: norm.channels.iter().next().copied().unwrap_or(Channel::LetterPost),
        kind: norm.kinds.iter().next().copied().unwrap_or(Kind::Complaint),
        topic: norm.topics.iter().next().map(String::as_str),
        received: on,
        registered: on,
    }
}

fn due_of(desk: &Desk, norm: &Norm, on: NaiveDate) -> Due {
    desk.due(&question(norm, on)).into_iter().find(|due| due.norm == norm.id).unwrap()
}

#[test]
fn the_file_ships_the_standard_and_its_examples_are_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    let ids: Vec<_> = desk.office().norms.list.iter().map(|norm| norm.id.clone()).collect();
    assert_eq!(ids, ["standard", "standard-email", "dispatch"]);
    assert_eq!(loaded(&mut desk).len(), 11);
}

#[test]
fn every_norm_explains_every_date_with_its_count_its_base_and_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    let norms = loaded(&mut desk);
    let words = [Words::new(Language::Ru), Words::new(Language::En)];
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    for norm in norms.iter().filter(|norm| norm.measures == Measure::Reply) {
        for on in (0..1_460).step_by(7).map(|days| first + Days::new(days)) {
            let due = due_of(&desk, norm, on);
            assert!(due.day > on, "{}: day 1 is the day after", norm.id);
            for words in &words {
                let said = words.due_explained(&due);
                for part in [norm.count.to_string(), words.date(on), words.date(due.day)] {
                    assert!(said.contains(&part), "{said}: {part}");
                }
            }
        }
    }
}

#[test]
fn a_calendar_that_is_missing_is_said_and_blocks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    let norms = loaded(&mut desk);
    let words = Words::new(Language::Ru);
    let far = NaiveDate::from_ymd_opt(2031, 3, 3).unwrap();
    let near = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    for norm in norms.iter().filter(|norm| norm.measures == Measure::Reply) {
        let needs_calendar =
            norm.unit == TermUnit::WorkingDays || norm.roll != otklik::standard::term::Roll::Stays;
        let due = due_of(&desk, norm, far);
        assert_eq!(due.provisional, needs_calendar, "{}", norm.id);
        assert_eq!(words.due_explained(&due).contains("предварительно"), needs_calendar, "{}", norm.id);
        assert!(!due_of(&desk, norm, near).provisional, "{}", norm.id);
    }
}

#[test]
fn the_strictest_of_several_norms_wins() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    loaded(&mut desk);
    let on = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let asked = TermQuestion {
        channel: Channel::LetterPost,
        kind: Kind::Complaint,
        topic: Some("quality.voltage"),
        received: on,
        registered: on,
    };
    let all = desk.due(&asked);
    assert_eq!(all[0].norm, "quality-3wd");
    assert_eq!(all[0].day, NaiveDate::from_ymd_opt(2026, 11, 26).unwrap());
    assert!(all.windows(2).all(|pair| pair[0].day <= pair[1].day));
}

#[test]
fn a_promise_to_ring_back_has_its_hour_once_the_office_turned_the_norm_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    let unit = desk.actor().unwrap().unit.clone();
    let call = || Registration {
        gist: Some("Справка о долге".into()),
        call_back: true,
        ..Registration::new(
            Channel::Phone,
            Kind::Enquiry,
            unit.clone(),
            Client { phone: Some("+7 900 123-45-67".into()), ..Client::anonymous() },
        )
    };
    let before = desk.register_appeal(call(), &Confirmed::new()).unwrap().appeal;
    assert_eq!(before.call_back.unwrap().due, None, "off by default");
    loaded(&mut desk);
    let after = desk.register_appeal(call(), &Confirmed::new()).unwrap().appeal;
    assert_eq!(after.call_back.unwrap().due, Some("2026-11-23T14:00:00+03:00".parse().unwrap()));
}

#[test]
fn a_norm_that_counts_in_a_unit_that_does_not_suit_it_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    let mut norms = loaded(&mut desk);
    norms[0].unit = TermUnit::Hours;
    let refused = desk.change_office(OfficeCommand::LoadNorms(norms), &Confirmed::new()).unwrap_err();
    assert!(format!("{refused:?}").contains("NormUnit"), "{refused:?}");
}

#[test]
fn a_corrected_topic_brings_the_term_of_its_own_norm_and_asks_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(&folder);
    loaded(&mut desk);
    let unit = desk.actor().unwrap().unit.clone();
    let letter = Registration {
        gist: Some("Низкое напряжение".into()),
        ..Registration::new(Channel::LetterPost, Kind::Complaint, unit, Client::anonymous())
    };
    let appeal = desk.register_appeal(letter, &Confirmed::new()).unwrap().appeal;
    let due = |day: u32| NaiveDate::from_ymd_opt(2026, if day < 20 { 12 } else { 11 }, day).unwrap();
    assert_eq!(appeal.due.day, due(8));
    let topic = [Correction { field: Correctable::Topic, value: Some("quality.voltage".into()) }];
    let asked = desk.correct((&appeal).into(), &topic, "Тема названа позже", &Confirmed::new());
    let moves = Refusal::DueMoves { from: due(8), to: due(26) };
    assert!(matches!(asked, Err(DeskError::Refused(refusal)) if refusal == moves));
    let yes = Confirmed::from([Confirmation::DueMoves]);
    let after = desk.correct((&appeal).into(), &topic, "Тема названа позже", &yes).unwrap();
    assert_eq!((after.due.day, after.due.norm.as_str()), (due(26), "quality-3wd"));
}

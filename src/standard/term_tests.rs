//! The due dates of domain.md §2.1 and of the Standard, counted on the shipped calendars.

use chrono::NaiveDate;
use rstest::rstest;

use super::*;
use crate::standard::calendar::CalendarYear;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
}

fn shipped() -> Calendar {
    let mut calendar = Calendar::default();
    for file in [
        include_str!("../../assets/calendar/2025.toml"),
        include_str!("../../assets/calendar/2026.toml"),
        include_str!("../../assets/calendar/2027.toml"),
    ] {
        calendar.load(toml::from_str::<CalendarYear>(file).unwrap());
    }
    calendar
}

fn norm(count: u16, unit: TermUnit, roll: Roll) -> Norms {
    let norm = Norm {
        id: "test".into(),
        measures: Measure::Reply,
        title: Bilingual { ru: "Проба".into(), en: "Test".into() },
        channels: BTreeSet::new(),
        kinds: BTreeSet::new(),
        topics: BTreeSet::new(),
        count,
        unit,
        base: Base::Registration,
        roll,
        extension: Some(ExtensionRule { days: 15, needs_interim_reply: true }),
        valid_from: None,
        valid_to: None,
        source: "тест".into(),
    };
    Norms { version: 1, list: vec![norm] }
}

fn question(on: &str) -> TermQuestion<'static> {
    TermQuestion {
        channel: Channel::LetterPost,
        kind: Kind::Complaint,
        topic: None,
        received: day(on),
        registered: day(on),
    }
}

#[rstest]
#[case::plain("23.11.2026", 15, TermUnit::CalendarDays, "08.12.2026")]
#[case::saturday_rolls_to_monday("20.11.2026", 15, TermUnit::CalendarDays, "07.12.2026")]
#[case::new_year("16.12.2026", 15, TermUnit::CalendarDays, "11.01.2027")]
#[case::thirty_days_into_the_new_year("02.12.2026", 30, TermUnit::CalendarDays, "11.01.2027")]
#[case::a_working_saturday_does_not_roll("05.02.2027", 15, TermUnit::CalendarDays, "20.02.2027")]
#[case::may_holidays("16.04.2027", 15, TermUnit::CalendarDays, "04.05.2027")]
#[case::unity_day("20.10.2026", 15, TermUnit::CalendarDays, "05.11.2026")]
#[case::transferred_friday("21.10.2027", 15, TermUnit::CalendarDays, "08.11.2027")]
#[case::three_working_days_over_new_year("29.12.2026", 3, TermUnit::WorkingDays, "12.01.2027")]
#[case::three_working_days_with_a_working_saturday("18.02.2027", 3, TermUnit::WorkingDays, "24.02.2027")]
#[case::three_working_days_over_unity_day("02.11.2026", 3, TermUnit::WorkingDays, "06.11.2026")]
#[case::three_working_days_in_may("29.04.2027", 3, TermUnit::WorkingDays, "05.05.2027")]
#[case::ten_working_days_over_new_year("30.12.2026", 10, TermUnit::WorkingDays, "22.01.2027")]
fn a_due_date_rolls_to_the_next_working_day(
    #[case] on: &str,
    #[case] count: u16,
    #[case] unit: TermUnit,
    #[case] due: &str,
) {
    let given = norm(count, unit, Roll::NextWorking).due(&question(on), &shipped()).unwrap();
    assert_eq!(given.day, day(due));
    assert!(!given.provisional);
}

#[rstest]
#[case("20.11.2026", "05.12.2026")]
#[case("16.12.2026", "31.12.2026")]
#[case("16.04.2027", "01.05.2027")]
fn under_the_standard_the_due_day_stays_where_it_falls(#[case] on: &str, #[case] due: &str) {
    let file: Norms = {
        #[derive(serde::Deserialize)]
        struct File {
            norm: Vec<Norm>,
        }
        let file: File = toml::from_str(include_str!("../../assets/norms.toml")).unwrap();
        Norms { version: 1, list: file.norm }
    };
    assert_eq!(file.due(&question(on), &shipped()).unwrap().day, day(due));
    for &channel in Channel::ALL {
        for &kind in Kind::ALL {
            let asked = TermQuestion { channel, kind, ..question(on) };
            assert_eq!(file.due(&asked, &shipped()).unwrap().day, day(due), "{channel:?} {kind:?}");
        }
    }
}

#[test]
fn an_extension_counts_from_the_unrolled_base() {
    let given =
        norm(15, TermUnit::CalendarDays, Roll::NextWorking).due(&question("16.12.2026"), &shipped()).unwrap();
    let longer = given.extend(15, &shipped());
    assert_eq!(longer.day, day("15.01.2027"), "as one term of 30 days, not from the rolled 11.01");
    assert_eq!((longer.n, longer.extended_by), (30, 15));
}

#[test]
fn a_year_that_is_not_loaded_is_said_and_never_blocks() {
    let calendar = Calendar::default();
    let given =
        norm(15, TermUnit::CalendarDays, Roll::NextWorking).due(&question("20.11.2026"), &calendar).unwrap();
    assert_eq!(given.day, day("07.12.2026"), "Saturdays and Sundays are taken as off");
    assert!(given.provisional);
    let stays =
        norm(15, TermUnit::CalendarDays, Roll::Stays).due(&question("20.11.2026"), &calendar).unwrap();
    assert!(!stays.provisional, "a day that stays where it falls needs no calendar");
}

#[test]
fn the_strictest_norm_wins() {
    let mut norms = norm(15, TermUnit::CalendarDays, Roll::Stays);
    let quick = Norm { id: "quick".into(), count: 3, unit: TermUnit::WorkingDays, ..norms.list[0].clone() };
    let quality = Norm { topics: ["quality".to_owned()].into(), ..quick };
    norms.list.push(quality);
    let calendar = shipped();
    let asked = TermQuestion { topic: Some("quality.voltage"), ..question("23.11.2026") };
    assert_eq!(norms.due(&asked, &calendar).unwrap().norm, "quick");
    let other = TermQuestion { topic: Some("quality_of_service"), ..question("23.11.2026") };
    assert_eq!(norms.due(&other, &calendar).unwrap().norm, "test", "a group is more than a common beginning");
}

#[test]
fn the_shipped_calendars_agree_with_the_official_days_off() {
    let calendar = shipped();
    for day in day("01.01.2025").iter_days().take_while(|day| *day <= self::day("31.12.2027")) {
        let official = holidays_ru::is_day_off::<holidays_ru::Federal, _>(day).unwrap().value();
        assert_eq!(calendar.day(day).working, !official, "{day}");
    }
}

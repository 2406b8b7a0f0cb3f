//! Keeping the office: staff, units, rules and series (R2, R6; readings, *Numbers and dates* and *Who acts*).

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::calendar::CalendarYear;
use otklik::standard::decide::{self, OfficeCommand, set_up};
use otklik::standard::number::{BadPattern, NumberPattern, Series};
use otklik::standard::office::{Login, OfficeDetails, Role, StaffMember, Unit, UnitSort};
use otklik::standard::personal::Personal;
use otklik::standard::refusal::{Field, Refusal};
use otklik::standard::reply::Purpose;
use otklik::standard::term::Norm;
use rstest::rstest;

use crate::support::{
    BRANCH, CENTRE, DEPARTMENT, Desk, EXTERNAL, HEAD_OFFICE, complaint, day, login, office_details, person,
    shipped_norms, unit, unit_code,
};

#[test]
fn the_office_replayed_from_its_facts_is_the_office() {
    let mut desk = Desk::open();
    desk.administer(open_series(Series::Appeal, 2026, 413)).unwrap();
    desk.administer(OfficeCommand::RetirePerson { login: login("deputy"), open_appeals: 0 }).unwrap();
    assert_eq!(desk.office_replayed(), desk.office);
}

#[test]
fn the_first_person_works_in_the_first_unit_and_may_do_everything() {
    let first = StaffMember { retired: Some(day("01.01.2026")), ..person("first", "НЕТ", &[Role::Clerk]) };
    let events = set_up(office_details(), unit(CENTRE, UnitSort::Centre), first, false).unwrap();
    let stamp =
        otklik::standard::fact::Stamp { at: crate::support::morning("23.11.2026"), who: login("first") };
    let facts = events
        .into_iter()
        .map(|event| otklik::standard::fact::Recorded { stamp: stamp.clone(), event: Ok(event) });
    let office = otklik::standard::office::Office::fold(facts).unwrap();
    let first = office.active_person(&login("first")).unwrap();
    assert_eq!(first.unit, unit_code(CENTRE));
    assert!(Role::ALL.iter().all(|role| first.roles.contains(role)));
}

#[rstest]
#[case::no_name(OfficeDetails { name: " ".into(), ..office_details() }, Refusal::Missing(Field::OfficeName))]
#[case::no_code(OfficeDetails { code: String::new(), ..office_details() }, Refusal::Missing(Field::OfficeCode))]
#[case::a_path(OfficeDetails { code: "../a".into(), ..office_details() }, Refusal::BadCode("../a".into()))]
#[case::a_stranger(
    OfficeDetails { default_person: Some(login("stranger")), ..office_details() },
    Refusal::UnknownPerson(login("stranger"))
)]
fn an_office_begins_with_a_name_and_a_code(#[case] details: OfficeDetails, #[case] refusal: Refusal) {
    let begin = |details, unit| set_up(details, unit, person("first", CENTRE, &[]), false);
    let centre = unit(CENTRE, UnitSort::Centre);
    assert_eq!(begin(details, centre.clone()), Err(refusal));
    let external = Unit { external: true, ..centre };
    assert_eq!(begin(office_details(), external), Err(Refusal::ExternalUnit(unit_code(CENTRE))));
}

#[rstest]
#[case::cyrillic("ТП-2_а.1", true)]
#[case::a_space("ТП 2", false)]
#[case::a_slash("ТП/2", false)]
#[case::an_option("-db", false)]
#[case::hidden(".git", false)]
#[case::a_control_character("ТП\u{202e}2", false)]
#[case::as_long_as_may_be("тридцатьдвазнакаровнотридцатьдва", true)]
#[case::longer("тридцатьтризнакатридцатьтризнакаа", false)]
fn a_code_holds_nothing_that_could_act_in_a_file_name_or_a_command_line(
    #[case] code: &str,
    #[case] fits: bool,
) {
    let mut desk = Desk::open();
    let refusal = (!fits).then(|| Refusal::BadCode(code.into()));
    assert_eq!(desk.administer(OfficeCommand::AddUnit(unit(code, UnitSort::Centre))).err(), refusal);
    let named = person(code, CENTRE, &[Role::Clerk]);
    assert_eq!(desk.administer(OfficeCommand::AddPerson(named)).err(), refusal);
}

#[test]
fn only_an_administrator_keeps_the_office() {
    let mut desk = Desk::open();
    for who in ["clerk", "executor", "head", "director"] {
        let refused = desk.is(who).keep_office(OfficeCommand::LoadNorms(shipped_norms()));
        assert_eq!(refused, Err(Refusal::NeedsRole(&[Role::Administrator])), "{who}");
    }
}

#[test]
fn a_code_is_never_used_again() {
    let mut desk = Desk::open();
    let retired = login("deputy");
    desk.administer(OfficeCommand::RetirePerson { login: retired.clone(), open_appeals: 0 }).unwrap();
    let again = OfficeCommand::AddPerson(person("deputy", CENTRE, &[Role::Clerk]));
    assert_eq!(desk.administer(again), Err(Refusal::CodeTaken("deputy".into())));
    let again = OfficeCommand::AddUnit(unit(BRANCH, UnitSort::Centre));
    assert_eq!(desk.administer(again), Err(Refusal::CodeTaken(BRANCH.into())));
    let recoded = OfficeDetails { code: "ЭН2".into(), ..office_details() };
    assert_eq!(desk.administer(OfficeCommand::Change(recoded)), Err(Refusal::OfficeCodeFixed));
}

#[test]
fn the_last_administrator_stays() {
    let mut desk = Desk::open();
    let only = login("admin");
    let refused = Err(Refusal::LastAdministrator);
    assert_eq!(desk.change_person("admin", |one| one.roles = BTreeSet::from([Role::Clerk])), refused);
    let retire = OfficeCommand::RetirePerson { login: only.clone(), open_appeals: 0 };
    assert_eq!(desk.administer(retire.clone()), refused);
    desk.change_person("admin", |one| one.retired = Some(day("23.11.2026"))).unwrap();
    assert!(desk.office.active_person(&only).is_some(), "a changed entry retires nobody");
    desk.administer(OfficeCommand::AddPerson(person("second", CENTRE, &[Role::Administrator]))).unwrap();
    desk.administer(retire).unwrap();
}

#[test]
fn nobody_is_retired_with_open_appeals_and_no_unit_with_staff_or_appeals() {
    let mut desk = Desk::open();
    let person = |open_appeals| OfficeCommand::RetirePerson { login: login("executor"), open_appeals };
    let branch = |code: &str, open_appeals| OfficeCommand::RetireUnit { unit: unit_code(code), open_appeals };
    assert_eq!(desk.administer(person(2)), Err(Refusal::StillHolds { appeals: 2 }));
    assert_eq!(desk.administer(branch(BRANCH, 0)), Err(Refusal::UnitHasStaff { people: 2 }));
    assert_eq!(desk.administer(branch(EXTERNAL, 1)), Err(Refusal::StillHolds { appeals: 1 }));
    desk.administer(branch(EXTERNAL, 0)).unwrap();
    assert_eq!(desk.administer(branch(EXTERNAL, 0)), Err(Refusal::UnknownUnit(unit_code(EXTERNAL))));
    desk.administer(person(0)).unwrap();
    assert_eq!(desk.administer(person(0)), Err(Refusal::UnknownPerson(login("executor"))));
}

#[test]
fn a_changed_entry_can_take_back_what_was_retired_by_mistake_and_retire_nothing() {
    let mut desk = Desk::open();
    let other = Unit { retired: Some(desk.today()), ..unit(BRANCH, UnitSort::Territorial) };
    desk.administer(OfficeCommand::ChangeUnit(other)).unwrap();
    assert!(desk.office.active_unit(&unit_code(BRANCH)).is_some());
    desk.administer(OfficeCommand::RetirePerson { login: login("deputy"), open_appeals: 0 }).unwrap();
    desk.later(1).change_person("deputy", |one| one.position = "Заместитель".into()).unwrap();
    assert_eq!(desk.office.staff[&login("deputy")].retired, Some(day("23.11.2026")), "still retired");
    desk.change_person("deputy", |one| one.retired = None).unwrap();
    assert!(desk.office.active_person(&login("deputy")).is_some());
}

#[test]
fn a_retired_person_acts_no_more() {
    let mut desk = Desk::open();
    desk.administer(OfficeCommand::RetirePerson { login: login("clerk"), open_appeals: 0 }).unwrap();
    let refused = desk.register(complaint(Channel::LetterPost, BRANCH));
    assert_eq!(refused, Err(Refusal::UnknownPerson(login("clerk"))));
}

#[test]
fn a_person_has_a_surname_and_works_in_a_unit_there_is() {
    let mut desk = Desk::open();
    let fresh = person("fresh", "НЕТ", &[Role::Clerk]);
    let refused = desk.administer(OfficeCommand::AddPerson(fresh.clone()));
    assert_eq!(refused, Err(Refusal::UnknownUnit(unit_code("НЕТ"))));
    let nameless = StaffMember { name: Personal::Erased, ..fresh };
    let refused = desk.administer(OfficeCommand::AddPerson(nameless));
    assert_eq!(refused, Err(Refusal::Missing(Field::PersonName)));
    let unknown = OfficeCommand::ChangePerson(person("nobody", CENTRE, &[]));
    assert_eq!(desk.administer(unknown), Err(Refusal::UnknownPerson(login("nobody"))));
}

#[test]
fn the_default_person_is_one_who_works_here() {
    let mut desk = Desk::open();
    let with = |who: &str| {
        OfficeCommand::Change(OfficeDetails { default_person: Some(Login(who.into())), ..office_details() })
    };
    assert_eq!(desk.administer(with("nobody")), Err(Refusal::UnknownPerson(login("nobody"))));
    desk.administer(with("clerk")).unwrap();
}

fn open_series(series: Series, year: i32, first: u32) -> OfficeCommand {
    OfficeCommand::OpenSeries { series, year, first: NonZeroU32::new(first).unwrap() }
}

#[test]
fn before_its_first_number_a_series_may_begin_elsewhere_once() {
    let mut desk = Desk::open();
    desk.administer(open_series(Series::Appeal, 2026, 413)).unwrap();
    let begun = |series, next| Err(Refusal::SeriesBegun { series, year: 2026, next });
    assert_eq!(desk.administer(open_series(Series::Appeal, 2026, 500)), begun(Series::Appeal, 413));
    let numbers = [0, 0, 60].map(|days| {
        let case = desk.later(days).register(complaint(Channel::LetterPost, BRANCH)).unwrap();
        desk.appeal(case).number.serial
    });
    assert_eq!(numbers, [413, 414, 1], "the next year begins at one");
}

#[test]
fn a_series_that_gave_a_number_goes_on() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.sent(case, Purpose::Answer);
    for series in [Series::Appeal, Series::Outgoing] {
        let refused = desk.administer(open_series(series, 2026, 413));
        assert_eq!(refused, Err(Refusal::SeriesBegun { series, year: 2026, next: 2 }));
    }
    desk.administer(open_series(Series::Outgoing, 2027, 7)).unwrap();
}

#[rstest]
#[case::office_beside_serial("{office}{serial}/{yy}")]
#[case::serial_beside_office("{yy}-{serial}{office}")]
#[case::only_digits_between("{office}0{serial}/{yy}")]
#[case::only_the_year_between("{office}{yy}{serial}")]
fn a_pattern_by_which_two_offices_could_give_one_number_is_refused(#[case] pattern: &str) {
    assert_eq!(NumberPattern::parse(pattern), Err(BadPattern::NotUnique));
}

#[test]
fn norms_leave_no_appeal_without_a_term_r2() {
    let mut desk = Desk::open();
    let email_alone: Vec<_> =
        shipped_norms().into_iter().filter(|norm| norm.channels.contains(&Channel::Email)).collect();
    let refused = Refusal::NoNorm { channel: Channel::InPerson, kind: Kind::Complaint };
    assert_eq!(desk.administer(OfficeCommand::LoadNorms(email_alone)), Err(refused));
    assert_eq!(desk.administer(OfficeCommand::LoadNorms(Vec::new())), Err(Refusal::BadList(String::new())));
    let twice: Vec<Norm> = shipped_norms().into_iter().chain(shipped_norms()).collect();
    let refused = Err(Refusal::BadList("standard".into()));
    assert_eq!(desk.administer(OfficeCommand::LoadNorms(twice)), refused);
    assert_eq!(desk.office.norms.version, 1, "nothing was loaded");
}

#[test]
fn a_calendar_day_is_not_both_worked_and_off() {
    let year: CalendarYear =
        toml::from_str("year = 2028\nsource = 'проба'\ndays_off = ['01-01', '05-06']\nworking = ['05-06']")
            .unwrap();
    let refused = Desk::open().administer(OfficeCommand::LoadCalendar(year));
    assert_eq!(refused, Err(Refusal::BadList("05-06".into())));
}

#[test]
fn a_visit_begins_at_an_own_unit_and_ends_once() {
    use otklik::standard::fact::{Recorded, Stamp};
    use otklik::standard::visit::Visit;
    let desk = Desk::open();
    let start = |code: &str| desk.ask(|context| decide::start_visit(unit_code(code), None, context));
    assert_eq!(start(EXTERNAL), Err(Refusal::ExternalUnit(unit_code(EXTERNAL))));
    assert_eq!(start("НЕТ"), Err(Refusal::UnknownUnit(unit_code("НЕТ"))));
    let stamp = Stamp { at: desk.now, who: login("clerk") };
    let mut facts = start(CENTRE).unwrap();
    let visit = |events: &[otklik::standard::fact::VisitEvent]| {
        let recorded =
            events.iter().cloned().map(|event| Recorded { stamp: stamp.clone(), event: Ok(event) });
        Visit::fold(uuid::Uuid::nil(), recorded).unwrap()
    };
    let going = visit(&facts);
    assert_eq!((going.unit.0.as_str(), &going.clerk, going.ended), (CENTRE, &login("clerk"), None));
    facts.extend(desk.ask(|context| decide::end_visit(&going, context)).unwrap());
    let ended = visit(&facts);
    assert_eq!(ended.ended, Some(desk.now));
    assert_eq!(desk.ask(|context| decide::end_visit(&ended, context)), Err(Refusal::VisitEnded));
}

#[test]
fn the_units_of_the_tests_are_of_every_sort() {
    let desk = Desk::open();
    let sorts: BTreeSet<_> = desk.office.units.values().map(|unit| unit.sort).collect();
    assert_eq!(sorts, UnitSort::ALL.iter().copied().collect());
    assert!([HEAD_OFFICE, DEPARTMENT].iter().all(|code| desk.office.active_unit(&unit_code(code)).is_some()));
}

//! What the rules say of an office, on a real file.

use std::num::NonZeroU32;
use std::path::Path;

use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk, DeskError, Filter, FirstDay, Seen};
use otklik::register::Depth;
use otklik::standard::appeal::{Channel, PaperEntry};
use otklik::standard::book::BookEntry;
use otklik::standard::decide::{ConsultationForm, OfficeCommand, Registration};
use otklik::standard::number::{NumberPattern, Series};
use otklik::standard::office::OfficeDetails;
use otklik::standard::refusal::{Confirmation, Refusal};
use otklik::standard::term::{Norm, Roll};

use crate::support::{complaint, day, morning};

fn first_day() -> FirstDay {
    FirstDay {
        office: "Энергосбыт".into(),
        code: Some("ЭН1".into()),
        unit: "ЦОК".into(),
        person: "Ёлкина Анна Петровна".into(),
        ..FirstDay::default()
    }
}

fn register(desk: &mut Desk) -> String {
    let form = complaint(Channel::LetterPost, "ЦОК");
    desk.register_appeal(form, &Confirmed::new()).unwrap().appeal.number.text
}

fn begin_at_413(desk: &mut Desk) -> Result<(), DeskError> {
    let first = NonZeroU32::new(413).unwrap();
    let command = OfficeCommand::OpenSeries { series: Series::Appeal, year: 2026, first };
    desk.change_office(command, &Confirmed::new())
}

fn sit_again(file: &Path) -> Desk {
    let mut desk = Desk::at(file, Clock::Set(morning("24.11.2026"))).unwrap().unwrap();
    let login = desk.office().staff.keys().next().unwrap().clone();
    desk.sit(&login).unwrap();
    desk
}

#[test]
fn an_office_that_moved_over_in_mid_year_goes_on_with_its_own_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("otklik.db");
    let mut desk = Desk::begin(&file, Clock::Set(morning("23.11.2026")), &first_day()).unwrap();
    begin_at_413(&mut desk).unwrap();
    assert_eq!(register(&mut desk), "ЭН1-000413/26");
    drop(desk);

    let mut desk = sit_again(&file);
    assert_eq!(register(&mut desk), "ЭН1-000414/26");
    let refused = begin_at_413(&mut desk);
    let begun = Refusal::SeriesBegun { series: Series::Appeal, year: 2026, next: 415 };
    assert!(matches!(&refused, Err(DeskError::Refused(refusal)) if *refusal == begun), "{refused:?}");
    drop(desk);

    let report = otklik::desk::check(&file, Depth::Deep).unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

fn desk_at(folder: &Path) -> Desk {
    Desk::begin(&folder.join("otklik.db"), Clock::Set(morning("23.11.2026")), &first_day()).unwrap()
}

/// R2: a refused registration takes no number, an annulled one keeps its own, and the next follows without a gap.
#[test]
fn r2_numbers_are_gapless_whatever_is_refused_or_annulled() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_at(folder.path());
    assert_eq!(register(&mut desk), "ЭН1-000001/26");
    let wrong = Registration { topic: Some("нет".into()), ..complaint(Channel::LetterPost, "ЦОК") };
    assert!(matches!(desk.register_appeal(wrong, &Confirmed::new()), Err(DeskError::Refused(_))));
    let card = desk.appeal_by_number("ЭН1-000001/26").unwrap();
    desk.annul((&card.appeal).into(), "Ошибка", &Confirmed::new()).unwrap();
    assert_eq!(register(&mut desk), "ЭН1-000002/26");
    assert_eq!(desk.appeal_by_number("ЭН1-000001/26").unwrap().appeal.number.serial, 1);
}

/// A second sending of one request is the same appeal; of another content it is refused with the first number.
#[test]
fn a_request_sent_again_is_the_same_appeal() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_at(folder.path());
    let request = Some(desk.new_id().unwrap());
    let form = |gist: &str| Registration {
        request,
        gist: Some(gist.into()),
        ..complaint(Channel::LetterPost, "ЦОК")
    };
    let mut send = |gist| desk.register_appeal(form(gist), &Confirmed::new());
    let first = send("Перерасчёт").unwrap();
    let again = send("Перерасчёт").unwrap();
    assert_eq!((first.again, again.again, &again.appeal.number), (false, true, &first.appeal.number));
    let taken = Refusal::RequestTaken { number: first.appeal.number };
    assert!(matches!(send("Другое"), Err(DeskError::Refused(refusal)) if refusal == taken));
}

/// R30: no two appeals are one entry of a book; its unanswered entries stand in the queues.
#[test]
fn r30_an_entry_is_registered_once_and_stands_in_the_queues() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_at(folder.path());
    let unit = desk.actor().unwrap().unit.clone();
    let open = OfficeCommand::OpenBook { number: "К-1".into(), unit, opened: None, sheets: None };
    desk.change_office(open, &Confirmed::new()).unwrap();
    let entry = |entry| Registration {
        book: Some(BookEntry { number: "К-1".into(), entry }),
        ..complaint(Channel::FeedbackBook, "ЦОК")
    };
    let first = desk.register_appeal(entry(1), &Confirmed::new()).unwrap().appeal;
    let taken = Refusal::EntryTaken { number: first.number };
    let again = desk.register_appeal(entry(1), &Confirmed::new());
    assert!(matches!(again, Err(DeskError::Refused(refusal)) if refusal == taken));
    desk.register_appeal(entry(2), &Confirmed::new()).unwrap();
    let counts = desk.counts(desk.today(), &Filter::default()).unwrap();
    assert_eq!((counts.open, counts.unassigned), (2, 2));
}

/// Readings: a card found by surname, telephone or account fills the form, with the earlier appeals beside it.
#[test]
fn a_client_is_found_again_with_the_earlier_appeals() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_at(folder.path());
    let first = desk.register_appeal(complaint(Channel::Phone, "ЦОК"), &Confirmed::new()).unwrap().appeal;
    for typed in ["елкина", "9001234567", "Tkrbyf"] {
        let cards = desk.find_clients(typed, 5).unwrap().found;
        assert_eq!(cards.iter().map(|card| card.id).collect::<Vec<_>>(), [first.client_id], "{typed}");
    }
    let again = Registration {
        client_id: Some(first.client_id),
        contacts_from_card: true,
        ..complaint(Channel::Phone, "ЦОК")
    };
    let second = desk.register_appeal(again, &Confirmed::new()).unwrap().appeal;
    assert!(second.contacts_from_card && !first.contacts_from_card);
    let history = desk.client_history(first.client_id, 10).unwrap();
    assert_eq!(history.iter().map(|line| line.id).collect::<Vec<_>>(), [second.id, first.id]);
}

/// Readings, *Terms*: a calendar that is loaded later recounts the open appeals, lists what moves, and asks first.
#[test]
fn a_loaded_calendar_recounts_open_appeals_and_asks_first_r5() {
    const YEAR: &str = "year = 2028\nsource = \"проба\"\ndays_off = [\"01-17\", \"01-18\"]\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("otklik.db");
    drop(Desk::begin(&file, Clock::Set(morning("23.11.2026")), &first_day()).unwrap());
    let mut desk = Desk::at(&file, Clock::Set(morning("02.01.2028"))).unwrap().unwrap();
    let login = desk.office().staff.keys().next().unwrap().clone();
    desk.sit(&login).unwrap();
    let rolling =
        crate::support::shipped_norms().into_iter().map(|norm| Norm { roll: Roll::NextWorking, ..norm });
    desk.change_office(OfficeCommand::LoadNorms(rolling.collect()), &Confirmed::new()).unwrap();
    let number = register(&mut desk);
    let due = |desk: &Desk| {
        let due = desk.appeal_by_number(&number).unwrap().appeal.due;
        (due.day, due.provisional)
    };
    assert_eq!(due(&desk), (day("17.01.2028"), true), "a Monday, as far as is known");
    let asked = desk.load_calendar("2028.toml", YEAR, &Confirmed::new());
    let Err(DeskError::Refused(Refusal::DueDatesMove(moved))) = asked else { panic!("{asked:?}") };
    assert_eq!((moved[0].from, moved[0].to), (day("17.01.2028"), day("19.01.2028")));
    assert_eq!(due(&desk), (day("17.01.2028"), true), "nothing moved without a yes");
    desk.load_calendar("2028.toml", YEAR, &Confirmed::from([Confirmation::DueDatesMove])).unwrap();
    assert_eq!(due(&desk), (day("19.01.2028"), false));
}

/// Readings, *Terms*: a promised call has its own queue, and leaves it when the client was reached.
#[test]
fn a_promised_call_stands_in_its_own_queue() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_at(folder.path());
    let form = Registration { call_back: true, ..complaint(Channel::Phone, "ЦОК") };
    let appeal = desk.register_appeal(form, &Confirmed::new()).unwrap().appeal;
    let waiting = |desk: &Desk| desk.counts(desk.today(), &Filter::default()).unwrap().call_back;
    assert_eq!(waiting(&desk), 1);
    let tried = desk.record_call((&appeal).into(), false, None, &Confirmed::new()).unwrap();
    assert_eq!(waiting(&desk), 1);
    desk.record_call((&tried).into(), true, None, &Confirmed::new()).unwrap();
    assert_eq!(waiting(&desk), 0);
}

/// R23 and readings: a visit holds several appeals and consultations, has no number, and takes none once it ended.
#[test]
fn r23_a_visit_holds_appeals_and_consultations_and_ends() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_at(folder.path());
    let unit = desk.actor().unwrap().unit.clone();
    let visit = desk.start_visit(unit.clone(), Some(12), &Confirmed::new()).unwrap();
    let consultation = || ConsultationForm {
        unit: unit.clone(),
        topic: "billing".into(),
        channel: Channel::InPerson,
        minutes: Some(3),
        client: None,
        visit: Some(visit.id),
    };
    desk.consult(consultation(), &Confirmed::new()).unwrap();
    let slip = desk.consult(consultation(), &Confirmed::new()).unwrap();
    desk.annul_consultation(slip.id, &Confirmed::new()).unwrap();
    let in_visit = || Registration { visit: Some(visit.id), ..complaint(Channel::InPerson, "ЦОК") };
    for _ in 0..2 {
        desk.register_appeal(in_visit(), &Confirmed::new()).unwrap();
    }
    let today = desk.today();
    assert_eq!(desk.consultations(today, today, 10).unwrap().len(), 1, "the slip does not count");
    let seen = Seen { id: visit.id, version: visit.version };
    desk.end_visit(seen, &Confirmed::new()).unwrap();
    let again = desk.end_visit(seen, &Confirmed::new());
    assert!(matches!(again, Err(DeskError::Changed(_))), "it ended since this screen was drawn");
    let late = desk.register_appeal(in_visit(), &Confirmed::new());
    assert!(matches!(late, Err(DeskError::Refused(Refusal::VisitEnded))));
    let counts = desk.counts(today, &Filter::default()).unwrap();
    assert_eq!(counts.open, 2, "a consultation is never an appeal");
}

/// Changes a fact of the office as damage would, behind the back of a desk that is at work.
#[expect(clippy::disallowed_types, reason = "damage does not come by the register")]
fn damage_the_office(file: &Path) {
    let db = rusqlite::Connection::open(file).unwrap();
    db.execute_batch(
        "DROP TRIGGER fact_stays; UPDATE fact SET who = 'чужой' WHERE sort = 'office' AND version = 1",
    )
    .unwrap();
}

/// Other desks write about appeals all day; what the office is is read again only once somebody changed it.
#[test]
fn what_another_desk_writes_of_an_appeal_does_not_make_this_one_read_the_office() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("otklik.db");
    let mut desk = Desk::begin(&file, Clock::Set(morning("23.11.2026")), &first_day()).unwrap();
    let mut other = sit_again(&file);
    register(&mut other);
    damage_the_office(&file);
    assert!(!desk.refresh().unwrap(), "nothing of the office was looked at");
    begin_at_413(&mut other).unwrap_err();
    let series = OfficeCommand::OpenSeries {
        series: Series::Outgoing,
        year: 2027,
        first: NonZeroU32::new(7).unwrap(),
    };
    other.change_office(series, &Confirmed::new()).unwrap();
    assert!(desk.refresh().is_err(), "now it is read, every fact of it against its hash");
}

/// «Nothing was saved» is said only where nothing was.
#[test]
fn a_change_of_the_office_that_was_saved_is_no_failure_though_the_office_can_not_be_read_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("otklik.db");
    let mut desk = Desk::begin(&file, Clock::Set(morning("23.11.2026")), &first_day()).unwrap();
    damage_the_office(&file);
    begin_at_413(&mut desk).unwrap();
    let text = "year = 2028\nsource = 'проба'\ndays_off = ['01-01']";
    let loaded = desk.load_calendar("2028.toml", text, &Confirmed::new());
    assert!(matches!(loaded, Err(DeskError::Store(_))), "the next job says what is wrong: {loaded:?}");
}

/// An office that came to write its numbers in another way never gives one that another appeal has.
#[test]
fn no_two_appeals_have_one_number() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("otklik.db");
    let mut desk = Desk::begin(&file, Clock::Set(morning("23.11.2026")), &first_day()).unwrap();
    let written_as = |desk: &mut Desk, pattern: &str| {
        let appeal_numbers = NumberPattern::parse(pattern).unwrap();
        let details = OfficeDetails { appeal_numbers, ..desk.office().details.clone() };
        desk.change_office(OfficeCommand::Change(details), &Confirmed::new()).unwrap();
    };
    written_as(&mut desk, "{office}-2{serial}{yy}");
    assert_eq!(register(&mut desk), "ЭН1-2126");
    written_as(&mut desk, "{office}-{serial}1{yy}");
    let refused = desk.register_appeal(complaint(Channel::LetterPost, "ЦОК"), &Confirmed::new());
    let taken = Refusal::AppealNumberTaken { number: "ЭН1-2126".into() };
    assert!(matches!(&refused, Err(DeskError::Refused(refusal)) if *refusal == taken), "{refused:?}");
    written_as(&mut desk, "{office}-{serial:6}/{yy}");
    assert_eq!(register(&mut desk), "ЭН1-000002/26", "nothing of the series was lost by the refusal");
}

/// Readings, *Numbers and dates*: an entry of a paper journal is moved over once; one annulled may be moved anew.
#[test]
fn an_entry_of_a_paper_journal_is_moved_over_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("otklik.db");
    let mut desk = Desk::begin(&file, Clock::Set(morning("23.11.2026")), &first_day()).unwrap();
    let yes = Confirmed::from([Confirmation::BackDated]);
    let entry = |number: &str| Registration {
        paper: Some(PaperEntry { number: number.into(), on: day("20.11.2026") }),
        received: Some(day("20.11.2026")),
        ..complaint(Channel::LetterPost, "ЦОК")
    };
    let first = desk.register_appeal(entry("17"), &yes).unwrap().appeal;
    desk.register_appeal(entry("18"), &yes).unwrap();
    let again = desk.register_appeal(entry("17"), &yes);
    assert!(
        matches!(again, Err(DeskError::Refused(Refusal::EntryTaken { ref number })) if *number == first.number)
    );
    desk.annul(Seen::from(&first), "Не тот заявитель", &Confirmed::new()).unwrap();
    desk.register_appeal(entry("17"), &yes).unwrap();
}

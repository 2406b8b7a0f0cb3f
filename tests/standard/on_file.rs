//! What the rules say of an office, on a real file.

use std::num::NonZeroU32;
use std::path::Path;

use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk, DeskError, FirstDay};
use otklik::register::Depth;
use otklik::standard::appeal::Channel;
use otklik::standard::decide::OfficeCommand;
use otklik::standard::number::Series;
use otklik::standard::refusal::Refusal;

use crate::support::{complaint, morning};

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

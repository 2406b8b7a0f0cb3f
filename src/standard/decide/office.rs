//! Keeping the office: its details, units, staff and rules.

use std::num::NonZeroU32;

use chrono::NaiveDate;

use super::{Context, required};
use crate::standard::appeal::{Channel, Kind};
use crate::standard::book::Book;
use crate::standard::calendar::CalendarYear;
use crate::standard::fact::{
    BookClosed, OfficeEvent, SeriesOpened, SetUp, StaffRetired, TopicsLoaded, UnitRetired,
};
use crate::standard::number::Series;
use crate::standard::office::{Deputising, Login, Office, OfficeDetails, Role, StaffMember, Unit, UnitCode};
use crate::standard::refusal::{Field, Refusal};
use crate::standard::term::{Measure, Norm, Norms, TermQuestion};

/// What an administrator can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeCommand {
    /// Change the office's details.
    Change(OfficeDetails),
    /// Add a unit.
    AddUnit(Unit),
    /// Change a unit, or take a retired one back. Its `retired` is not looked at but to keep it as it is:
    /// retiring asks more, and is a command of its own.
    ChangeUnit(Unit),
    /// Retire a unit that holds so many open appeals.
    RetireUnit {
        /// Which.
        unit: UnitCode,
        /// Open appeals that are with it.
        open_appeals: u64,
    },
    /// Add a person.
    AddPerson(StaffMember),
    /// Change a person, or take a retired one back; `retired` as in [`Self::ChangeUnit`].
    ChangePerson(StaffMember),
    /// Retire a person who holds so many open appeals.
    RetirePerson {
        /// Who.
        login: Login,
        /// Open appeals that are with them.
        open_appeals: u64,
    },
    /// Load norms in place of the ones before.
    LoadNorms(Vec<Norm>),
    /// Load a year of the calendar.
    LoadCalendar(CalendarYear),
    /// Load topics, and the documents they need, in place of the ones before.
    LoadTopics(TopicsLoaded),
    /// Begin a feedback book in a hall (R30).
    OpenBook {
        /// Its number.
        number: String,
        /// The hall.
        unit: UnitCode,
        /// The day it was begun; none means today.
        opened: Option<NaiveDate>,
        /// Sheets laced and numbered.
        sheets: Option<u16>,
    },
    /// Close a feedback book.
    CloseBook {
        /// Its number.
        number: String,
    },
    /// Say with what serial a year's series begins, once, before its first number is given.
    OpenSeries {
        /// Which series.
        series: Series,
        /// Of which year.
        year: i32,
        /// The first serial to give.
        first: NonZeroU32,
    },
}

/// Who keeps the feedback books of the halls (R30).
const BOOK_KEEPERS: &[Role] = &[Role::Head, Role::Administrator];

/// Begins a register: an office, its first unit and its first person, who works in that unit and may do everything.
///
/// # Errors
/// When a name or code is missing, or the unit keeps a register of its own.
pub fn set_up(
    details: OfficeDetails,
    unit: Unit,
    person: StaffMember,
    test_clock: bool,
) -> Result<Vec<OfficeEvent>, Refusal> {
    check_details(&details)?;
    check_unit(&unit)?;
    check_person(&person)?;
    if unit.external {
        return Err(Refusal::ExternalUnit(unit.code));
    }
    if let Some(stranger) = details.default_person.as_ref().filter(|login| **login != person.login) {
        return Err(Refusal::UnknownPerson(stranger.clone()));
    }
    let unit = Unit { retired: None, ..unit };
    let roles = Role::ALL.iter().copied().collect();
    let person = StaffMember { unit: unit.code.clone(), roles, retired: None, ..person };
    Ok(vec![
        OfficeEvent::SetUp(SetUp { details, test_clock }),
        OfficeEvent::UnitSaved(unit),
        OfficeEvent::StaffSaved(Box::new(person)),
    ])
}

/// Changes the office.
///
/// # Errors
/// When the actor is no administrator, a code is taken or missing, something is still in use, a loaded file
/// contradicts itself or leaves an appeal without a term, or a series has begun.
pub fn change_office(command: OfficeCommand, context: &Context<'_>) -> Result<Vec<OfficeEvent>, Refusal> {
    context.guard(false)?;
    context.allow(match command {
        OfficeCommand::OpenBook { .. } | OfficeCommand::CloseBook { .. } => BOOK_KEEPERS,
        _ => &[Role::Administrator],
    })?;
    let (office, today) = (context.office, context.today());
    let event = match command {
        OfficeCommand::Change(details) => changed(details, office)?,
        OfficeCommand::AddUnit(unit) => {
            check_unit(&unit)?;
            if office.units.contains_key(&unit.code) {
                return Err(Refusal::CodeTaken(unit.code.0));
            }
            OfficeEvent::UnitSaved(Unit { retired: None, ..unit })
        }
        OfficeCommand::ChangeUnit(unit) => {
            check_unit(&unit)?;
            let before =
                office.units.get(&unit.code).ok_or_else(|| Refusal::UnknownUnit(unit.code.clone()))?;
            OfficeEvent::UnitSaved(Unit { retired: unit.retired.and(before.retired), ..unit })
        }
        OfficeCommand::RetireUnit { unit, open_appeals } => retire_unit(unit, open_appeals, office, today)?,
        OfficeCommand::AddPerson(person) => {
            check_person(&person)?;
            check_deputy(&person, None, office)?;
            if office.staff.contains_key(&person.login) {
                return Err(Refusal::CodeTaken(person.login.0));
            }
            in_known_unit(StaffMember { retired: None, ..person }, office)?
        }
        OfficeCommand::ChangePerson(person) => change_person(person, office)?,
        OfficeCommand::RetirePerson { login, open_appeals } => {
            retire_person(login, open_appeals, office, today)?
        }
        OfficeCommand::LoadNorms(list) => load_norms(list, office, today)?,
        OfficeCommand::LoadCalendar(year) => match year.days_off.intersection(&year.working).next() {
            Some(&both) => return Err(Refusal::BadList(both.into())),
            None => OfficeEvent::CalendarLoaded(year),
        },
        OfficeCommand::LoadTopics(loaded) => load_topics(loaded)?,
        OfficeCommand::OpenBook { number, unit, opened, sheets } => {
            open_book(&number, unit, opened, sheets, context)?
        }
        OfficeCommand::CloseBook { number } => {
            let known = office.books.get(&number).filter(|book| book.closed.is_none());
            let book = known.ok_or_else(|| Refusal::UnknownBook(number.clone()))?;
            OfficeEvent::BookClosed(BookClosed { number: book.number.clone(), on: today })
        }
        OfficeCommand::OpenSeries { series, year, first } => {
            let next = (context.next_serial)(series, year);
            if office.series.contains_key(&(series, year)) || next != 1 {
                return Err(Refusal::SeriesBegun { series, year, next });
            }
            OfficeEvent::SeriesOpened(SeriesOpened { series, year, first })
        }
    };
    Ok(vec![event])
}

fn changed(details: OfficeDetails, office: &Office) -> Result<OfficeEvent, Refusal> {
    check_details(&details)?;
    if details.code != office.details.code {
        return Err(Refusal::OfficeCodeFixed);
    }
    match details.default_person.as_ref().filter(|login| office.active_person(login).is_none()) {
        Some(stranger) => Err(Refusal::UnknownPerson(stranger.clone())),
        None => Ok(OfficeEvent::Changed(details)),
    }
}

fn change_person(person: StaffMember, office: &Office) -> Result<OfficeEvent, Refusal> {
    check_person(&person)?;
    let before =
        office.staff.get(&person.login).ok_or_else(|| Refusal::UnknownPerson(person.login.clone()))?;
    check_deputy(&person, Some(before), office)?;
    let person = StaffMember { retired: person.retired.and(before.retired), ..person };
    if !person.roles.contains(&Role::Administrator) {
        not_last_administrator(&person.login, office)?;
    }
    in_known_unit(person, office)
}

fn retire_person(
    login: Login,
    open_appeals: u64,
    office: &Office,
    today: NaiveDate,
) -> Result<OfficeEvent, Refusal> {
    office.active_person(&login).ok_or_else(|| Refusal::UnknownPerson(login.clone()))?;
    if open_appeals > 0 {
        return Err(Refusal::StillHolds { appeals: open_appeals });
    }
    not_last_administrator(&login, office)?;
    Ok(OfficeEvent::StaffRetired(StaffRetired { login, on: today }))
}

fn load_norms(list: Vec<Norm>, office: &Office, today: NaiveDate) -> Result<OfficeEvent, Refusal> {
    distinct(list.iter().map(|norm| norm.id.as_str()))?;
    if let Some(norm) = list.iter().find(|norm| !norm.measures.counts_in(norm.unit)) {
        return Err(Refusal::NormUnit { norm: norm.id.clone() });
    }
    let narrow = |norm: &&Norm| {
        norm.measures == Measure::Dispatch
            && !(norm.channels.is_empty() && norm.kinds.is_empty() && norm.topics.is_empty())
    };
    if let Some(norm) = list.iter().find(narrow) {
        return Err(Refusal::NormTooNarrow { norm: norm.id.clone() });
    }
    let norms = Norms { version: office.norms.version + 1, list };
    for_every_appeal(&norms, today)?;
    Ok(OfficeEvent::NormsLoaded(norms))
}

fn load_topics(loaded: TopicsLoaded) -> Result<OfficeEvent, Refusal> {
    distinct(loaded.topics.iter().map(|topic| topic.code.as_str()))?;
    if !loaded.documents.is_empty() {
        distinct(loaded.documents.iter().map(|kind| kind.code.as_str()))?;
    }
    let known = |code: &String| loaded.documents.iter().any(|kind| kind.code == *code);
    let mut named = loaded.topics.iter().flat_map(|topic| &topic.documents);
    match named.find(|code| !known(code)) {
        Some(stray) => Err(Refusal::UnknownDocument(stray.clone())),
        None => Ok(OfficeEvent::TopicsLoaded(loaded)),
    }
}

fn open_book(
    number: &str,
    unit: UnitCode,
    opened: Option<NaiveDate>,
    sheets: Option<u16>,
    context: &Context<'_>,
) -> Result<OfficeEvent, Refusal> {
    required(Field::Book, number)?;
    let number = number.trim().to_owned();
    let known = context.office.active_unit(&unit).ok_or_else(|| Refusal::UnknownUnit(unit.clone()))?;
    if known.external {
        return Err(Refusal::ExternalUnit(unit));
    }
    if context.office.books.contains_key(&number) {
        return Err(Refusal::CodeTaken(number));
    }
    let opened = context.past_day(opened, NaiveDate::MIN)?;
    Ok(OfficeEvent::BookSaved(Book { number, unit, opened, sheets, closed: None }))
}

fn retire_unit(
    unit: UnitCode,
    open_appeals: u64,
    office: &Office,
    today: NaiveDate,
) -> Result<OfficeEvent, Refusal> {
    office.active_unit(&unit).ok_or_else(|| Refusal::UnknownUnit(unit.clone()))?;
    let people =
        office.staff.values().filter(|person| person.retired.is_none() && person.unit == unit).count();
    if people > 0 {
        return Err(Refusal::UnitHasStaff { people });
    }
    if open_appeals > 0 {
        return Err(Refusal::StillHolds { appeals: open_appeals });
    }
    Ok(OfficeEvent::UnitRetired(UnitRetired { unit, on: today }))
}

fn in_known_unit(person: StaffMember, office: &Office) -> Result<OfficeEvent, Refusal> {
    office.active_unit(&person.unit).ok_or_else(|| Refusal::UnknownUnit(person.unit.clone()))?;
    Ok(OfficeEvent::StaffSaved(Box::new(person)))
}

fn not_last_administrator(login: &Login, office: &Office) -> Result<(), Refusal> {
    let another = office.staff.values().any(|person| {
        person.login != *login && person.retired.is_none() && person.roles.contains(&Role::Administrator)
    });
    let is_one =
        office.active_person(login).is_some_and(|person| person.roles.contains(&Role::Administrator));
    if is_one && !another { Err(Refusal::LastAdministrator) } else { Ok(()) }
}

/// Every appeal is registered (R2), so norms must leave none without a term.
fn for_every_appeal(norms: &Norms, today: NaiveDate) -> Result<(), Refusal> {
    let covered = |channel, kind| {
        let asked = TermQuestion { channel, kind, topic: None, received: today, registered: today };
        norms.list.iter().any(|norm| norm.applies(&asked))
    };
    for &channel in Channel::ALL {
        if let Some(&kind) = Kind::ALL.iter().find(|kind| !covered(channel, **kind)) {
            return Err(Refusal::NoNorm { channel, kind });
        }
    }
    Ok(())
}

fn check_details(details: &OfficeDetails) -> Result<(), Refusal> {
    required(Field::OfficeName, &details.name)?;
    code(&details.code, Field::OfficeCode)
}

fn check_unit(unit: &Unit) -> Result<(), Refusal> {
    required(Field::UnitTitle, &unit.title)?;
    code(&unit.code.0, Field::UnitCode)
}

fn check_person(person: &StaffMember) -> Result<(), Refusal> {
    required(Field::PersonName, person.name.known().map_or("", |name| name.surname.as_str()))?;
    code(&person.login.0, Field::Login)
}

/// A deputy stands in for another person who works here, from a day to one not before it; one deputy at a time for each
/// duty (readings, *Who acts*). A term that stood before stays as it is, whatever became of the other since; only while the
/// deputy was away another may have been named.
fn check_deputy(person: &StaffMember, before: Option<&StaffMember>, office: &Office) -> Result<(), Refusal> {
    let stood = |deputy: &Deputising| before.is_some_and(|before| before.deputises.contains(deputy));
    let was_away = before.is_some_and(|before| before.retired.is_some());
    for deputy in &person.deputises {
        if stood(deputy) {
            if was_away {
                not_deputised_by_another(person, deputy, office)?;
            }
            continue;
        }
        if deputy.to < deputy.from {
            return Err(Refusal::Before { earliest: deputy.from });
        }
        if deputy.of == person.login || office.active_person(&deputy.of).is_none() {
            return Err(Refusal::UnknownPerson(deputy.of.clone()));
        }
        let of = office.active_person(&deputy.of);
        let holds = match deputy.duty.role() {
            Some(role) => of.is_some_and(|of| of.roles.contains(&role)),
            None => of.is_some_and(|of| of.signing.is_some()),
        };
        if !holds {
            return Err(Refusal::NotTheirDuty { of: deputy.of.clone(), duty: deputy.duty });
        }
        not_deputised_by_another(person, deputy, office)?;
    }
    Ok(())
}

fn not_deputised_by_another(
    person: &StaffMember,
    deputy: &Deputising,
    office: &Office,
) -> Result<(), Refusal> {
    let same = |other: &Deputising| {
        (&other.of, other.duty) == (&deputy.of, deputy.duty)
            && other.from <= deputy.to
            && deputy.from <= other.to
    };
    let mut others = office.staff.values().filter(|one| one.login != person.login && one.retired.is_none());
    match others.find(|one| one.deputises.iter().any(same)) {
        Some(other) => Err(Refusal::DeputyTaken { of: deputy.of.clone(), by: other.login.clone() }),
        None => Ok(()),
    }
}

/// A code stands in numbers, file names and command lines, so it holds nothing that could act there.
fn code(text: &str, field: Field) -> Result<(), Refusal> {
    const LONGEST: usize = 32;
    required(field, text)?;
    let fits = text.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c))
        && text.chars().count() <= LONGEST
        && !text.starts_with(['-', '.']);
    if fits { Ok(()) } else { Err(Refusal::BadCode(text.to_owned())) }
}

fn distinct<'a>(codes: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    let mut seen = std::collections::BTreeSet::new();
    for code in codes {
        if code.is_empty() || !seen.insert(code) {
            return Err(Refusal::BadList(code.to_owned()));
        }
    }
    if seen.is_empty() { Err(Refusal::BadList(String::new())) } else { Ok(()) }
}

//! Keeping the office: its details, units, staff and rules.

use chrono::NaiveDate;

use super::Context;
use crate::standard::calendar::CalendarYear;
use crate::standard::fact::{OfficeEvent, SetUp, StaffRetired, TopicsLoaded, UnitRetired};
use crate::standard::office::{Login, Office, OfficeDetails, Role, StaffMember, Topic, Unit, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::term::{Norm, Norms};
use crate::standard::text::given;

/// What an administrator can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeCommand {
    /// Change the office's details.
    Change(OfficeDetails),
    /// Add a unit.
    AddUnit(Unit),
    /// Change a unit.
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
    /// Change a person.
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
    /// Load topics in place of the ones before.
    LoadTopics(Vec<Topic>),
}

/// Begins a register: an office, its first unit and its first person, who may do everything.
///
/// # Errors
/// When a name or code is missing.
pub fn set_up(
    details: OfficeDetails,
    unit: Unit,
    person: StaffMember,
    test_clock: bool,
) -> Result<Vec<OfficeEvent>, Refusal> {
    check_details(&details)?;
    check_unit(&unit)?;
    check_person(&person)?;
    Ok(vec![
        OfficeEvent::SetUp(SetUp { details, test_clock }),
        OfficeEvent::UnitSaved(unit),
        OfficeEvent::StaffSaved(Box::new(person)),
    ])
}

/// Changes the office.
///
/// # Errors
/// When the actor is no administrator, a code is taken or missing, or something is still in use.
pub fn change_office(command: OfficeCommand, context: &Context<'_>) -> Result<Vec<OfficeEvent>, Refusal> {
    context.guard(false)?;
    context.allow(&[Role::Administrator])?;
    let (office, today) = (context.office, context.today());
    let event = match command {
        OfficeCommand::Change(details) => {
            check_details(&details)?;
            if details.code != office.details.code {
                return Err(Refusal::OfficeCodeFixed);
            }
            OfficeEvent::Changed(details)
        }
        OfficeCommand::AddUnit(unit) => {
            check_unit(&unit)?;
            if office.units.contains_key(&unit.code) {
                return Err(Refusal::CodeTaken(unit.code.0));
            }
            OfficeEvent::UnitSaved(unit)
        }
        OfficeCommand::ChangeUnit(unit) => {
            check_unit(&unit)?;
            if !office.units.contains_key(&unit.code) {
                return Err(Refusal::UnknownUnit(unit.code));
            }
            OfficeEvent::UnitSaved(unit)
        }
        OfficeCommand::RetireUnit { unit, open_appeals } => retire_unit(unit, open_appeals, office, today)?,
        OfficeCommand::AddPerson(person) => {
            check_person(&person)?;
            if office.staff.contains_key(&person.login) {
                return Err(Refusal::CodeTaken(person.login.0));
            }
            in_known_unit(person, office)?
        }
        OfficeCommand::ChangePerson(person) => {
            check_person(&person)?;
            if !office.staff.contains_key(&person.login) {
                return Err(Refusal::UnknownPerson(person.login));
            }
            if !person.roles.contains(&Role::Administrator) {
                not_last_administrator(&person.login, office)?;
            }
            in_known_unit(person, office)?
        }
        OfficeCommand::RetirePerson { login, open_appeals } => {
            office.active_person(&login).ok_or_else(|| Refusal::UnknownPerson(login.clone()))?;
            if open_appeals > 0 {
                return Err(Refusal::StillHolds { appeals: open_appeals });
            }
            not_last_administrator(&login, office)?;
            OfficeEvent::StaffRetired(StaffRetired { login, on: today })
        }
        OfficeCommand::LoadNorms(list) => {
            distinct(list.iter().map(|norm| norm.id.as_str()))?;
            OfficeEvent::NormsLoaded(Norms { version: office.norms.version + 1, list })
        }
        OfficeCommand::LoadCalendar(year) => OfficeEvent::CalendarLoaded(year),
        OfficeCommand::LoadTopics(topics) => {
            distinct(topics.iter().map(|topic| topic.code.as_str()))?;
            OfficeEvent::TopicsLoaded(TopicsLoaded { topics })
        }
    };
    Ok(vec![event])
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

fn check_details(details: &OfficeDetails) -> Result<(), Refusal> {
    given(&details.name).ok_or(Refusal::Missing(Field::OfficeName))?;
    code(&details.code, Field::OfficeCode)
}

fn check_unit(unit: &Unit) -> Result<(), Refusal> {
    given(&unit.title).ok_or(Refusal::Missing(Field::UnitTitle))?;
    code(&unit.code.0, Field::UnitCode)
}

fn check_person(person: &StaffMember) -> Result<(), Refusal> {
    person.name.known().and_then(|name| given(&name.surname)).ok_or(Refusal::Missing(Field::PersonName))?;
    match &person.name {
        Personal::Known(_) => code(&person.login.0, Field::Login),
        Personal::Erased => Err(Refusal::Missing(Field::PersonName)),
    }
}

/// A code stands in numbers, file names and command lines, so it holds nothing that could act there.
fn code(text: &str, field: Field) -> Result<(), Refusal> {
    const LONGEST: usize = 32;
    given(text).ok_or(Refusal::Missing(field))?;
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

//! The first day of an office: a name, a unit, a person; the rules that ship with the program come along.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use super::{Desk, DeskError, builtin};
use crate::clock::Clock;
use crate::register::{Register, Sort, Subject, Tx};
use crate::standard::decide;
use crate::standard::fact::{OfficeEvent, Stamp};
use crate::standard::number::{NumberPattern, OutgoingAt};
use crate::standard::office::{
    FullName, Login, OfficeDetails, Role, SigningRight, StaffMember, Unit, UnitCode, UnitSort, offset,
};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::text::given;

/// How appeals are numbered until the office says otherwise.
const APPEAL_NUMBERS: &str = "{office}-{serial:6}/{yy}";
/// How letters are numbered until the office says otherwise.
const OUTGOING_NUMBERS: &str = "{office}-И{serial:5}/{yy}";

/// What is asked on the first day. Only the names of the office, the unit and the person are needed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FirstDay {
    /// The organisation's name, as letters print it.
    pub office: String,
    /// The office's code in its numbers; made from the name where none is given.
    pub code: Option<String>,
    /// The unit's name.
    pub unit: String,
    /// What kind of unit; a centre where nothing is said.
    pub unit_sort: Option<UnitSort>,
    /// «Фамилия Имя Отчество» of the first person.
    pub person: String,
    /// Their login; made from the surname where none is given.
    pub login: Option<String>,
    /// Their position.
    pub position: String,
    /// Their telephone.
    pub phone: Option<String>,
    /// Whether they may sign replies.
    pub signs: bool,
    /// Their account in the operating system.
    pub os_user: Option<String>,
}

impl Desk {
    /// Sets an office up in an empty register; its first person may do everything and is at the desk.
    ///
    /// # Errors
    /// When the register holds an office already, a name is missing, or the file refuses.
    pub fn set_up(mut register: Register, clock: Clock, day: &FirstDay) -> Result<Self, DeskError> {
        use chrono::SubsecRound as _;
        let utc_offset = clock.offset_minutes();
        let now = clock.now(offset(utc_offset)).trunc_subsecs(3);
        let (login, events) = first_events(day, now, utc_offset, clock.is_set())?;
        let stamp = Stamp { at: now, who: login.clone() };
        register.write(|tx| record_first(tx, &stamp, &events))?;
        let mut desk = Self::open(register, clock)?;
        desk.sit(&login)?;
        Ok(desk)
    }
}

/// The events of an office's first day at this moment, and the login of its first person.
pub(super) fn first_events(
    day: &FirstDay,
    now: DateTime<FixedOffset>,
    utc_offset: i32,
    test_clock: bool,
) -> Result<(Login, Vec<OfficeEvent>), DeskError> {
    let code = day.code.clone().unwrap_or_else(|| office_code_from(&day.office));
    let unit = Unit {
        code: UnitCode(code_from(&day.unit)),
        title: day.unit.trim().to_owned(),
        sort: day.unit_sort.unwrap_or(UnitSort::Centre),
        external: false,
        retired: None,
    };
    let name = FullName::parse(&day.person).ok_or(Refusal::Missing(Field::PersonName))?;
    let login = Login(day.login.clone().unwrap_or_else(|| code_from(&name.surname).to_lowercase()));
    let personal = |text: &Option<String>| text.as_deref().and_then(given).map(|text| text.to_owned().into());
    let person = StaffMember {
        login: login.clone(),
        name: Personal::Known(name),
        unit: unit.code.clone(),
        position: day.position.trim().to_owned(),
        phone: personal(&day.phone),
        email: None,
        roles: Role::ALL.iter().copied().collect::<BTreeSet<_>>(),
        signing: day.signs.then(|| SigningRight { from: now.date_naive(), to: None }),
        os_user: day.os_user.clone(),
        deputises: Vec::new(),
        retired: None,
    };
    let pattern = |source| {
        NumberPattern::parse(source)
            .map_err(|error| DeskError::BadFile { name: "number pattern".to_owned(), why: error.to_string() })
    };
    let details = OfficeDetails {
        name: day.office.trim().to_owned(),
        code: code.trim().to_owned(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        letterhead: Vec::new(),
        utc_offset,
        appeal_numbers: pattern(APPEAL_NUMBERS)?,
        outgoing_numbers: pattern(OUTGOING_NUMBERS)?,
        outgoing_at: OutgoingAt::Sign,
        default_person: Some(login.clone()),
    };
    let mut events = decide::set_up(details, unit, person, test_clock)?;
    events.extend(builtin::rules()?);
    Ok((login, events))
}

/// Writes the first facts of an office.
///
/// # Errors
/// When the register holds a fact already, of this office or another, or the file refuses.
pub(super) fn record_first(tx: &mut Tx<'_>, stamp: &Stamp, events: &[OfficeEvent]) -> Result<(), DeskError> {
    let subject = Subject { sort: Sort::Office, id: tx.office() };
    if !tx.is_empty()? {
        return Err(DeskError::AlreadySetUp);
    }
    for (version, event) in (0..).zip(events) {
        tx.record(&subject, version, stamp, event)?;
    }
    Ok(())
}

/// An office's code made from its name: the first letters of its longest word, short enough to stand in every number.
#[must_use]
pub fn office_code_from(name: &str) -> String {
    const LETTERS: usize = 4;
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    // Of two equally long words the first one counts.
    let longest = words.rev().max_by_key(|word| word.chars().count()).unwrap_or_default();
    longest.chars().take(LETTERS).flat_map(char::to_uppercase).collect()
}

/// A code made from a name: its letters and digits, a dash for whatever lies between, at most 12 of them.
#[must_use]
pub fn code_from(name: &str) -> String {
    const LONGEST: usize = 12;
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            code.push(letter);
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    code.chars().take(LONGEST).collect::<String>().trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{code_from, office_code_from};

    #[test]
    fn an_offices_code_is_short_and_of_its_own_name() {
        assert_eq!(office_code_from("АО «Энскэнергосбыт»"), "ЭНСК");
        assert_eq!(office_code_from("Энергосбыт Севера"), "ЭНЕР");
        assert_eq!(office_code_from("  "), "");
    }

    #[test]
    fn a_code_is_made_of_a_names_letters_and_digits() {
        assert_eq!(code_from("ЦОК № 1"), "ЦОК-1");
        assert_eq!(code_from("«Энск»"), "Энск");
        assert_eq!(code_from("Центр обслуживания"), "Центр-обслуж");
        assert_eq!(code_from("  "), "");
    }
}

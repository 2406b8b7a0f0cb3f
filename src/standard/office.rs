//! The office: its own details, units, staff, norms, calendar and topics, folded from the facts of one subject,
//! so that every rule sees all of them at one consistent state.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::num::NonZeroU32;

use chrono::{FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::calendar::Calendar;
use super::client::initials;
use super::code::closed_list;
use super::number::{NumberPattern, OutgoingAt, Series};
use super::personal::Personal;
use super::reply::LetterPerson;
use super::term::Norms;
use super::text::Bilingual;

/// A person's short name in the register; never used again for another person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Login(pub String);

/// A unit's short code; never used again for another unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitCode(pub String);

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

closed_list! {
    /// What kind of unit; routes depend on it (R1, R3, R4).
    UnitSort {
        /// центр очного обслуживания
        Centre = "centre",
        /// территориальное подразделение
        Territorial = "territorial",
        /// структурное подразделение
        Department = "department",
        /// исполнительный аппарат
        HeadOffice = "head_office",
    }
}

closed_list! {
    /// What a person may do; one may hold several (readings, *Who acts*).
    Role {
        /// Registers appeals.
        Clerk = "clerk",
        /// Prepares answers.
        Executor = "executor",
        /// Heads a unit: names executors, extends, reopens.
        Head = "head",
        /// The director of the branch-management department (R3).
        Director = "director",
        /// Keeps staff, units, norms and settings.
        Administrator = "administrator",
    }
}

/// A unit of the office, or an external one whose office keeps its own register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its code.
    pub code: UnitCode,
    /// Its name.
    pub title: String,
    /// What kind.
    pub sort: UnitSort,
    /// Keeps its own register: hand-over and result are recorded by hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub external: bool,
    /// The day it was retired; it stays in history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<NaiveDate>,
}

/// A person's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FullName {
    /// фамилия
    pub surname: String,
    /// имя
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub given: String,
    /// отчество, where there is one
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patronymic: Option<String>,
}

impl FullName {
    /// Reads «Фамилия Имя Отчество»; the patronymic may have several words («Мамед оглы»).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let surname = words.next()?.to_owned();
        let given = words.next().unwrap_or_default().to_owned();
        let patronymic = words.collect::<Vec<_>>().join(" ");
        Some(Self { surname, given, patronymic: Some(patronymic).filter(|name| !name.is_empty()) })
    }

    /// «Фамилия Имя Отчество».
    #[must_use]
    pub fn full(&self) -> String {
        [Some(self.surname.as_str()), Some(self.given.as_str()), self.patronymic.as_deref()]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// «Фамилия И. О.», as lists write it.
    #[must_use]
    pub fn short(&self) -> String {
        super::client::with_initials(&self.surname, self.given_name(), self.patronymic.as_deref())
    }

    /// «И. О. Фамилия», as a signature is read (ГОСТ Р 7.0.97-2025).
    #[must_use]
    pub fn signs_as(&self) -> String {
        let mut parts = initials(self.given_name(), self.patronymic.as_deref());
        parts.push(self.surname.clone());
        parts.join(" ")
    }

    fn given_name(&self) -> Option<&str> {
        Some(self.given.as_str()).filter(|given| !given.is_empty())
    }
}

/// From when to when a person may sign replies (R6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SigningRight {
    /// First day.
    pub from: NaiveDate,
    /// Last day; none means until taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl SigningRight {
    /// Whether it holds on that day.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        day >= self.from && self.to.is_none_or(|to| day <= to)
    }
}

/// A member of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffMember {
    /// Their login.
    pub login: Login,
    /// Their name.
    pub name: Personal<FullName>,
    /// Their unit.
    pub unit: UnitCode,
    /// Their position, as letters print it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// Work telephone, as letters print it (R6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal<String>>,
    /// Work e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal<String>>,
    /// What they may do.
    pub roles: BTreeSet<Role>,
    /// Whether and when they may sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<SigningRight>,
    /// The account of the operating system that stands for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub os_user: Option<String>,
    /// For whom they act, as what, from when to when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deputises: Vec<Deputising>,
    /// The day they were retired; they stay in history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<NaiveDate>,
}

closed_list! {
    /// What one may do in another's place (readings, *Who acts*: one person, from–to, per role).
    Duty {
        /// Names executors, extends, reopens.
        Head = "head",
        /// Takes the director's step.
        Director = "director",
        /// Prepares answers.
        Executor = "executor",
        /// Signs, under their own title.
        Signatory = "signatory",
    }
}

impl Duty {
    /// The role of the staff list it stands for; the right to sign is none.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::Head => Some(Role::Head),
            Self::Director => Some(Role::Director),
            Self::Executor => Some(Role::Executor),
            Self::Signatory => None,
        }
    }
}

/// A deputy's term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deputising {
    /// In whose place.
    pub of: Login,
    /// As what.
    pub duty: Duty,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Deputising {
    /// Whether it holds on that day.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

closed_list! {
    /// A detail of a person that a letter needs (R6).
    StaffDetail {
        /// Given name.
        GivenName = "given_name",
        /// Telephone.
        Phone = "phone",
        /// Position.
        Position = "position",
    }
}

impl StaffMember {
    /// «Фамилия И. О.», or the login where the name was erased.
    #[must_use]
    pub fn short_name(&self) -> String {
        self.name.known().map_or_else(|| self.login.0.clone(), FullName::short)
    }

    /// Whether they still worked here on that day.
    #[must_use]
    pub fn works_on(&self, day: NaiveDate) -> bool {
        self.retired.is_none_or(|left| day < left)
    }

    /// Whether any of these roles is theirs.
    #[must_use]
    pub fn has_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.roles.contains(role))
    }

    /// Their details for a letter, or the ones that are missing (R6: surname, given name and phone; a signatory's position).
    ///
    /// # Errors
    /// The missing details among `needed`.
    pub fn letter_details(&self, needed: &[StaffDetail]) -> Result<LetterPerson, Vec<StaffDetail>> {
        let name = self.name.known().cloned().unwrap_or_else(|| FullName {
            surname: String::new(),
            given: String::new(),
            patronymic: None,
        });
        let phone = self.phone.as_ref().map_or("", Personal::text);
        let missing: Vec<_> = needed
            .iter()
            .copied()
            .filter(|detail| {
                match detail {
                    StaffDetail::GivenName => name.given.trim().is_empty(),
                    // A dash in the field is no number to ring.
                    StaffDetail::Phone => !phone.contains(|c: char| c.is_ascii_digit()),
                    StaffDetail::Position => self.position.trim().is_empty(),
                }
            })
            .collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        Ok(LetterPerson {
            name: name.full(),
            signs_as: name.signs_as(),
            position: self.position.clone(),
            phone: phone.to_owned(),
        })
    }
}

/// A topic of the two-level classifier (R15); a code «billing.recalculation» lies in the group «billing».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its code.
    pub code: String,
    /// Its name.
    pub title: Bilingual,
    /// Codes of the documents it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// An appeal about it tells the device's address, the time and the contract; so does its group's (R15).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub power: bool,
}

/// A document that topics ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentKind {
    /// Its code.
    pub code: String,
    /// Its name.
    pub title: Bilingual,
    /// Needed wherever a representative acts, whatever the topic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub representative: bool,
}

/// What the office says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeDetails {
    /// Its name, as letters print it.
    pub name: String,
    /// Its code: the part of its numbers that no other office has. Never changes once a number was given.
    pub code: String,
    /// Postal address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Telephone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// More lines of the letterhead: ИНН, ОГРН, the parent company …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letterhead: Vec<String>,
    /// Minutes east of UTC; «today» comes from it, never from the machine's zone.
    pub utc_offset: i32,
    /// How appeals are numbered.
    pub appeal_numbers: NumberPattern,
    /// How outgoing letters are numbered.
    pub outgoing_numbers: NumberPattern,
    /// When they get their number and date.
    #[serde(default = "at_sign", skip_serializing_if = "is_at_sign")]
    pub outgoing_at: OutgoingAt,
    /// Who acts where nobody is named (readings, *Who acts*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_person: Option<Login>,
}

const fn at_sign() -> OutgoingAt {
    OutgoingAt::Sign
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_at_sign(at: &OutgoingAt) -> bool {
    matches!(at, OutgoingAt::Sign)
}

/// The office, folded from its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// How many facts made it.
    pub version: u64,
    /// What it says of itself.
    pub details: OfficeDetails,
    /// Its units.
    pub units: BTreeMap<UnitCode, Unit>,
    /// Its staff.
    pub staff: BTreeMap<Login, StaffMember>,
    /// Its norms, as last loaded.
    pub norms: Norms,
    /// The norms loaded before them, oldest first: a running term keeps those of its registration.
    pub earlier_norms: Vec<Norms>,
    /// Its production calendar.
    pub calendar: Calendar,
    /// Its topics, in the order of the file.
    pub topics: Vec<Topic>,
    /// The documents that topics ask for.
    pub documents: Vec<DocumentKind>,
    /// The feedback books of its halls, by number (R30).
    pub books: BTreeMap<String, Book>,
    /// The first serial of each series and year that began elsewhere than at 1.
    pub series: BTreeMap<(Series, i32), NonZeroU32>,
    /// Created under a clock that was set by hand: only such a register obeys it again.
    pub test_clock: bool,
    /// A fact of a kind this program does not know was met.
    pub needs_newer_program: bool,
}

impl Office {
    /// The offset in which the office's days begin and end.
    #[must_use]
    pub fn offset(&self) -> FixedOffset {
        offset(self.details.utc_offset)
    }

    /// A unit that still works.
    #[must_use]
    pub fn active_unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.units.get(code).filter(|unit| unit.retired.is_none())
    }

    /// A person who still works here.
    #[must_use]
    pub fn active_person(&self, login: &Login) -> Option<&StaffMember> {
        self.staff.get(login).filter(|person| person.retired.is_none())
    }

    /// The norms as they were loaded with this version; the last loaded where it is unknown.
    #[must_use]
    pub fn norms_of(&self, version: u32) -> &Norms {
        self.earlier_norms.iter().find(|norms| norms.version == version).unwrap_or(&self.norms)
    }

    /// A topic by its code.
    #[must_use]
    pub fn topic(&self, code: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.code == code)
    }

    /// A topic with its group: what holds for either.
    fn lineage(&self, code: &str) -> impl Iterator<Item = &Topic> {
        let group = code.split_once('.').map(|(group, _)| group.to_owned());
        [self.topic(code), group.and_then(|group| self.topic(&group))].into_iter().flatten()
    }

    /// The documents that an appeal about this topic needs, in the order of the file (R15).
    #[must_use]
    pub fn needed_documents(&self, topic: Option<&str>, has_representative: bool) -> Vec<&DocumentKind> {
        let asked = |kind: &DocumentKind| {
            (kind.representative && has_representative)
                || topic.is_some_and(|topic| {
                    self.lineage(topic).any(|topic| topic.documents.contains(&kind.code))
                })
        };
        self.documents.iter().filter(|kind| asked(kind)).collect()
    }

    /// Whether an appeal about this topic tells of the device, the time and the contract (R15).
    #[must_use]
    pub fn asks_of_power(&self, topic: Option<&str>) -> bool {
        topic.is_some_and(|topic| self.lineage(topic).any(|topic| topic.power))
    }

    /// The books open in a hall, the oldest first.
    pub fn open_books<'a>(&'a self, unit: &'a UnitCode) -> impl Iterator<Item = &'a Book> {
        self.books.values().filter(move |book| book.unit == *unit && book.closed.is_none())
    }

    /// The halls that should have an open book and have none (R30): centres and territorial units of ours.
    #[must_use]
    pub fn halls_without_book(&self) -> Vec<&Unit> {
        let is_hall = |unit: &&Unit| {
            matches!(unit.sort, UnitSort::Centre | UnitSort::Territorial)
                && unit.retired.is_none()
                && !unit.external
        };
        self.units
            .values()
            .filter(is_hall)
            .filter(|unit| self.open_books(&unit.code).next().is_none())
            .collect()
    }

    /// Whether a person may do what these roles may, on that day: by their own role, or in the place of one who holds it.
    #[must_use]
    pub fn may(&self, person: &StaffMember, roles: &[Role], day: NaiveDate) -> bool {
        let stands_in = |deputy: &Deputising| {
            deputy.holds(day)
                && deputy.duty.role().is_some_and(|role| roles.contains(&role))
                && self
                    .active_person(&deputy.of)
                    .is_some_and(|of| deputy.duty.role().is_some_and(|role| of.roles.contains(&role)))
        };
        person.has_any(roles) || person.deputises.iter().any(stands_in)
    }

    /// Whether a person may sign on that day (R6): by their own right, or in the place of one whose right holds then.
    #[must_use]
    pub fn may_sign(&self, person: &StaffMember, day: NaiveDate) -> bool {
        let own = |person: &StaffMember| person.signing.as_ref().is_some_and(|right| right.holds(day));
        own(person)
            || person.deputises.iter().any(|deputy| {
                deputy.duty == Duty::Signatory
                    && deputy.holds(day)
                    && self.staff.get(&deputy.of).is_some_and(own)
            })
    }

    /// «Фамилия И. О.» of whoever has this login.
    #[must_use]
    pub fn person_name(&self, login: &Login) -> String {
        self.staff.get(login).map_or_else(|| login.0.clone(), StaffMember::short_name)
    }

    /// A unit's name.
    #[must_use]
    pub fn unit_title(&self, code: &UnitCode) -> String {
        self.units.get(code).map_or_else(|| code.0.clone(), |unit| unit.title.clone())
    }
}

/// Minutes east of UTC as an offset; a figure out of range counts as UTC.
#[must_use]
pub fn offset(minutes: i32) -> FixedOffset {
    use chrono::Offset as _;
    minutes.checked_mul(60).and_then(FixedOffset::east_opt).unwrap_or_else(|| chrono::Utc.fix())
}

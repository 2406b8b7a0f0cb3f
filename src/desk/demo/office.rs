//! The made-up office: its units, its people, and which of them does what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use fastrand::Rng;
use serde::Deserialize;

use super::super::work::Job;
use super::super::{Confirmed, DeskError, FirstDay, builtin, setup};
use crate::register::{Register, Tx};
use crate::standard::appeal::Channel;
use crate::standard::decide::{self, OfficeCommand};
use crate::standard::fact::{Recorded, Stamp};
use crate::standard::fold::Unfoldable;
use crate::standard::office::{
    Deputising, Duty, FullName, Login, Office, OfficeDetails, Role, SigningRight, StaffMember, Unit,
    UnitCode, UnitSort,
};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field, Refusal};

/// Sheets of a feedback book.
const SHEETS: u16 = 96;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    office: Details,
    unit: Vec<UnitPlan>,
    person: Vec<PersonPlan>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Details {
    name: String,
    code: String,
    address: String,
    phone: String,
    email: String,
    letterhead: Vec<String>,
    /// Follows a login in an address of e-mail.
    mail: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitPlan {
    code: UnitCode,
    title: String,
    sort: UnitSort,
    /// How often an appeal by such a channel comes in here.
    #[serde(default)]
    takes: BTreeMap<Channel, u32>,
    /// The topics and groups of topics that are handed to it.
    topics: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonPlan {
    name: String,
    login: Login,
    unit: UnitCode,
    position: String,
    phone: String,
    roles: BTreeSet<Role>,
    #[serde(default)]
    signs: bool,
    /// Whom they stand in for these days, as a head.
    #[serde(default)]
    stands_in_for: Option<Login>,
}

/// The office as the demonstration runs it: the office of the rules, and who does what.
#[derive(Debug)]
pub(super) struct Firm {
    pub office: Office,
    units: Vec<UnitPlan>,
}

impl Firm {
    /// Sets the office up in an empty register, as of this moment. Its first person may do everything.
    pub fn found(
        register: &mut Register,
        at: DateTime<FixedOffset>,
        clock_is_set: bool,
    ) -> Result<Self, DeskError> {
        let plan: Plan = builtin::read("demo/office.toml", include_str!("../../../assets/demo/office.toml"))?;
        let (Some((first, others)), Some(home)) = (plan.person.split_first(), plan.unit.first()) else {
            return Err(Refusal::Missing(Field::PersonName).into());
        };
        let day = FirstDay {
            office: plan.office.name.clone(),
            code: Some(plan.office.code.clone()),
            unit: home.code.0.clone(),
            unit_sort: Some(home.sort),
            person: first.name.clone(),
            login: Some(first.login.0.clone()),
            position: first.position.clone(),
            phone: Some(first.phone.clone()),
            signs: first.signs,
            os_user: None,
        };
        let utc_offset = at.offset().local_minus_utc() / 60;
        let (login, events) = setup::first_events(&day, at, utc_offset, clock_is_set)?;
        let stamp = Stamp { at, who: login };
        let office = register.write(|tx| {
            setup::record_first(tx, &stamp, &events)?;
            let recorded = |event| Recorded { stamp: stamp.clone(), event: Ok(event) };
            let mut office = Office::fold(events.into_iter().map(recorded))?;
            let mut commands = vec![OfficeCommand::Change(plan.office.details(&office))];
            commands.extend(plan.unit.iter().map(|unit| {
                if unit.code == home.code {
                    OfficeCommand::ChangeUnit(unit.unit())
                } else {
                    OfficeCommand::AddUnit(unit.unit())
                }
            }));
            commands.push(OfficeCommand::ChangePerson(first.member(at, &plan.office.mail)?));
            for person in others {
                commands.push(OfficeCommand::AddPerson(person.member(at, &plan.office.mail)?));
            }
            commands.extend(plan.unit.iter().filter(|unit| unit.is_hall()).map(UnitPlan::book));
            for command in commands {
                change(tx, &stamp, &mut office, command)?;
            }
            Ok::<_, DeskError>(office)
        })?;
        Ok(Self { office, units: plan.unit })
    }

    /// Where an appeal by this channel comes in.
    pub fn intake(&self, channel: Channel, rng: &mut Rng) -> UnitCode {
        let takes = |unit: &UnitPlan| unit.takes.get(&channel).copied().unwrap_or(0);
        let mut drawn = rng.u32(..self.units.iter().map(takes).sum::<u32>().max(1));
        for unit in &self.units {
            match drawn.checked_sub(takes(unit)) {
                Some(rest) => drawn = rest,
                None => return unit.code.clone(),
            }
        }
        self.units.first().map_or_else(|| UnitCode(String::new()), |unit| unit.code.clone())
    }

    /// A unit that answers for this topic.
    pub fn unit_for(&self, topic: &str, rng: &mut Rng) -> &UnitCode {
        let answers = |unit: &&UnitPlan| {
            unit.topics.iter().any(|own| {
                topic.strip_prefix(own.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
        };
        let able: Vec<_> = self.units.iter().filter(answers).collect();
        let unit = if able.is_empty() { &self.units[0] } else { able[rng.usize(..able.len())] };
        &unit.code
    }

    /// Somebody of this unit with this role; somebody of the office where the unit has none.
    pub fn one_with(&self, role: Role, unit: &UnitCode, rng: &mut Rng) -> Login {
        let able = self.all_with(role, unit);
        let of_the_office = || self.office.staff.values().find(|person| person.roles.contains(&role));
        match able.len() {
            0 => of_the_office().map_or_else(|| Login(String::new()), |person| person.login.clone()),
            count => able[rng.usize(..count)].login.clone(),
        }
    }

    /// Whether they never head anything, as themselves or as a deputy: a ground they name is a proposal.
    pub fn only_proposes(&self, login: &Login) -> bool {
        let heads = |person: &StaffMember| {
            person.has_any(&[Role::Head, Role::Director]) || !person.deputises.is_empty()
        };
        self.office.staff.get(login).is_some_and(|person| !heads(person))
    }

    /// Everybody of this unit with this role.
    pub fn all_with(&self, role: Role, unit: &UnitCode) -> Vec<&StaffMember> {
        self.office
            .staff
            .values()
            .filter(|person| person.unit == *unit && person.roles.contains(&role))
            .collect()
    }

    /// The director of the branch-management department: the one who is no administrator besides.
    pub fn director(&self) -> Login {
        let directs = |person: &&StaffMember| person.roles.contains(&Role::Director);
        let directors = self.office.staff.values().filter(directs);
        let director = directors.min_by_key(|person| person.roles.contains(&Role::Administrator));
        director.map_or_else(|| Login(String::new()), |person| person.login.clone())
    }

    /// Who signs the letters of this unit: its own signatory, else one of the office.
    pub fn signatory(&self, unit: &UnitCode, rng: &mut Rng) -> Login {
        let signs = |person: &&StaffMember| person.signing.is_some();
        let own = self.office.staff.values().filter(signs).find(|person| person.unit == *unit);
        if let Some(person) = own {
            return person.login.clone();
        }
        let chiefs: Vec<_> = self
            .office
            .staff
            .values()
            .filter(signs)
            .filter(|person| !person.roles.contains(&Role::Clerk))
            .collect();
        match chiefs.len() {
            0 => self.director(),
            count => chiefs[rng.usize(..count)].login.clone(),
        }
    }
}

/// Changes the office by a rule, as its first person.
fn change(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    office: &mut Office,
    command: OfficeCommand,
) -> Result<(), DeskError> {
    let actor = office.active_person(&stamp.who).ok_or_else(|| DeskError::UnknownActor(stamp.who.clone()))?;
    let mut job = Job { tx, office, now: stamp.at, actor, confirmed: &Confirmed::new() };
    let subject = job.office_subject();
    let events = job.decide(|context| decide::change_office(command, context))?;
    for (version, event) in (job.office.version..).zip(&events) {
        job.record(&subject, version, event)?;
    }
    events.into_iter().try_for_each(|event| office.apply(event)).map_err(|error: Unfoldable| error.into())
}

impl Details {
    fn details(&self, office: &Office) -> OfficeDetails {
        OfficeDetails {
            address: self.address.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            letterhead: self.letterhead.clone(),
            ..office.details.clone()
        }
    }
}

impl UnitPlan {
    fn unit(&self) -> Unit {
        Unit {
            code: self.code.clone(),
            title: self.title.clone(),
            sort: self.sort,
            external: false,
            retired: None,
        }
    }

    /// Whether people come here, and a book lies there (R30).
    const fn is_hall(&self) -> bool {
        matches!(self.sort, UnitSort::Centre | UnitSort::Territorial)
    }

    fn book(&self) -> OfficeCommand {
        OfficeCommand::OpenBook {
            number: format!("{}-1", self.code),
            unit: self.code.clone(),
            opened: None,
            sheets: Some(SHEETS),
        }
    }
}

impl PersonPlan {
    fn member(&self, at: DateTime<FixedOffset>, mail: &str) -> Result<StaffMember, DeskError> {
        let name = FullName::parse(&self.name).ok_or(Refusal::Missing(Field::PersonName))?;
        Ok(StaffMember {
            login: self.login.clone(),
            name: Personal::Known(name),
            unit: self.unit.clone(),
            position: self.position.clone(),
            phone: Some(self.phone.clone().into()),
            email: Some(format!("{}{mail}", self.login).into()),
            roles: self.roles.clone(),
            signing: self.signs.then(|| SigningRight { from: at.date_naive(), to: None }),
            os_user: None,
            deputises: self.stands_in_for.iter().map(|of| stand_in(of, at.date_naive())).collect(),
            retired: None,
        })
    }
}

/// A leave around the end of the year that is played.
fn stand_in(of: &Login, founded: NaiveDate) -> Deputising {
    let day = |days| super::days::days_after(founded, days);
    Deputising { of: of.clone(), duty: Duty::Head, from: day(355), to: day(383) }
}

//! Keeping the office: set-up, its details, units, staff, and the rules loaded into it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use chrono::Datelike as _;
use indicatif::ProgressBar;
use serde_json::{Value, json};

use super::args::{
    Demo as DemoArgs, Format, Load, OfficeChange, OfficeCommand as OfficeArgs, OfficeSeries, PersonDetails,
    Setup, StaffAdd, StaffChange, StaffCommand, StandIn, UnitAdd, UnitChange, UnitCommand,
};
use super::failure::Failure;
use super::look::unit_named;
use super::output::{Cell, Shell, Table};
use super::session::{Session, confirmed};
use crate::desk::demo::{self, Demo};
use crate::desk::{Confirmed, Desk, DeskError, FirstDay};
use crate::i18n::Words;
use crate::say;
use crate::standard::decide::OfficeCommand;
use crate::standard::office::{
    Deputising, FullName, Login, Office, Role, SigningRight, StaffMember, Unit, UnitCode,
};
use crate::standard::personal::Personal;
use crate::standard::refusal::MovedDue;
use crate::standard::refusal::{Field, Refusal};
use crate::standard::text::given;

/// Sets an office up in a new register.
pub(super) fn set_up(shell: &mut Shell<'_>, session: &Session, args: Setup) -> Result<(), Failure> {
    let day = FirstDay {
        office: args.office,
        code: args.code,
        unit: args.unit,
        unit_sort: args.unit_sort,
        person: args.person,
        login: args.login,
        position: args.position,
        phone: args.phone,
        signs: args.sign,
        os_user: args.os_user,
    };
    let desk = Desk::begin(&session.paths.register, session.clock, &day)?;
    let office = desk.office();
    let units = office.units.keys().map(|unit| unit.0.as_str()).collect::<Vec<_>>().join(", ");
    let login = desk.actor().map(|person| person.login.0.clone()).unwrap_or_default();
    let said = say!(
        shell.words,
        "cli-done-set-up",
        file = session.paths.register.display().to_string(),
        code = office.details.code.as_str(),
        unit = units,
        login = login
    );
    shell.say(&said)
}

/// Fills an empty register with made-up data, and shows how far it is where somebody watches.
pub(super) fn demo(shell: &mut Shell<'_>, session: &Session, args: &DemoArgs) -> Result<(), Failure> {
    let bar = ProgressBar::new(args.appeals.into());
    let mut progress = |done: u32, _| {
        bar.set_position(done.into());
        ControlFlow::Continue(())
    };
    let demo = Demo { appeals: args.appeals, seed: args.seed };
    let made = demo::fill(&session.paths.register, &demo, session.clock, &mut progress);
    bar.finish_and_clear();
    // Filled before: with `--desk` there is nothing left to do but to open it.
    if args.desk && matches!(made, Err(DeskError::AlreadySetUp)) {
        return Ok(());
    }
    let made = made?;
    let said = say!(
        shell.words,
        "cli-done-demo",
        file = session.paths.register.display().to_string(),
        appeals = made.appeals,
        open = made.open,
        facts = made.facts
    );
    shell.say(&said)
}

/// The office's own details.
pub(super) fn office(shell: &mut Shell<'_>, desk: &mut Desk, args: OfficeArgs) -> Result<(), Failure> {
    match args {
        OfficeArgs::Show(args) => {
            let details = desk.office().details.clone();
            let rows = [
                ("name", Cell::text(&details.name)),
                ("code", Cell::text(&details.code)),
                ("address", Cell::text(&details.address)),
                ("phone", Cell::text(&details.phone)),
                ("email", Cell::text(&details.email)),
                ("letterhead", Cell::text(details.letterhead.join(" / "))),
                ("utc_offset", Cell::text(desk.office().offset().to_string())),
                ("appeal_numbers", Cell::text(details.appeal_numbers.to_string())),
                ("outgoing_numbers", Cell::text(details.outgoing_numbers.to_string())),
                ("outgoing_at", Cell::text(details.outgoing_at.code())),
                ("default_person", Cell::maybe(details.default_person.as_ref().map(|login| &login.0))),
            ];
            let table = |words: &Words| Table {
                columns: vec![
                    ("field", say!(words, "cli-column-field")),
                    ("value", say!(words, "cli-column-value")),
                ],
                rows: rows.iter().map(|(name, cell)| vec![Cell::text(*name), cell.clone()]).collect(),
            };
            shell.list(args.format, table, |_| json!(details))
        }
        OfficeArgs::Change(args) => change_office(shell, desk, *args),
        OfficeArgs::Series(args) => open_series(shell, desk, &args),
    }
}

fn change_office(shell: &mut Shell<'_>, desk: &mut Desk, args: OfficeChange) -> Result<(), Failure> {
    let mut details = desk.office().details.clone();
    let put = |place: &mut String, value: Option<String>| {
        if let Some(value) = value {
            value.trim().clone_into(place);
        }
    };
    put(&mut details.name, args.name);
    put(&mut details.address, args.address);
    put(&mut details.phone, args.phone);
    put(&mut details.email, args.email);
    if !args.letterhead.is_empty() {
        details.letterhead = args.letterhead.into_iter().filter(|line| given(line).is_some()).collect();
    }
    if let Some(pattern) = args.appeal_numbers {
        details.appeal_numbers = pattern;
    }
    if let Some(pattern) = args.outgoing_numbers {
        details.outgoing_numbers = pattern;
    }
    details.outgoing_at = args.outgoing_at.unwrap_or(details.outgoing_at);
    if let Some(offset) = args.utc_offset {
        details.utc_offset = offset.local_minus_utc() / 60;
    }
    if let Some(login) = args.default_person {
        let login = Some(Login(login)).filter(|login| !login.0.is_empty());
        if let Some(unknown) = login.clone().filter(|login| desk.office().active_person(login).is_none()) {
            return Err(Refusal::UnknownPerson(unknown).into());
        }
        details.default_person = login;
    }
    desk.change_office(OfficeCommand::Change(details), &confirmed(&args.confirm))?;
    let said = say!(shell.words, "cli-done-office");
    shell.say(&said)
}

/// Says with what number a year's series begins, for an office that moves over in the middle of a year.
fn open_series(shell: &mut Shell<'_>, desk: &mut Desk, args: &OfficeSeries) -> Result<(), Failure> {
    let (series, first) = (args.series, args.first);
    let year = args.year.unwrap_or_else(|| desk.today().year());
    desk.change_office(OfficeCommand::OpenSeries { series, year, first }, &confirmed(&args.confirm))?;
    let said = say!(
        shell.words,
        "cli-done-series",
        series = shell.words.series(series),
        year = year.to_string(),
        first = first.to_string()
    );
    shell.say(&said)
}

/// Units.
pub(super) fn unit(shell: &mut Shell<'_>, desk: &mut Desk, args: UnitCommand) -> Result<(), Failure> {
    let code = match args {
        UnitCommand::List(args) => return list_units(shell, desk, args.format),
        UnitCommand::Add(args) => add_unit(desk, args)?,
        UnitCommand::Change(args) => change_unit(desk, args)?,
        UnitCommand::Retire(args) => {
            let code = unit_named(desk.office(), &args.code)?;
            desk.retire_unit(code.clone(), &confirmed(&args.confirm))?;
            code
        }
    };
    let said = say!(shell.words, "cli-done-unit", unit = code.0.as_str());
    shell.say(&said)
}

fn add_unit(desk: &mut Desk, args: UnitAdd) -> Result<UnitCode, Failure> {
    let code = UnitCode(args.code.trim().to_owned());
    let title = args.title.unwrap_or_else(|| code.0.clone()).trim().to_owned();
    let unit = Unit { code: code.clone(), title, sort: args.sort, external: args.external, retired: None };
    desk.change_office(OfficeCommand::AddUnit(unit), &confirmed(&args.confirm))?;
    Ok(code)
}

fn change_unit(desk: &mut Desk, args: UnitChange) -> Result<UnitCode, Failure> {
    let code = unit_named(desk.office(), &args.code)?;
    let before = desk.office().units.get(&code).cloned();
    let mut unit = before.ok_or_else(|| Refusal::UnknownUnit(code.clone()))?;
    unit.title = args.title.map_or(unit.title, |title| title.trim().to_owned());
    unit.sort = args.sort.unwrap_or(unit.sort);
    unit.external = (unit.external || args.external) && !args.no_external;
    desk.change_office(OfficeCommand::ChangeUnit(unit), &confirmed(&args.confirm))?;
    Ok(code)
}

fn list_units(shell: &mut Shell<'_>, desk: &Desk, format: Format) -> Result<(), Failure> {
    let units = &desk.office().units;
    let table = |words: &Words| Table {
        columns: vec![
            ("code", say!(words, "cli-column-code")),
            ("title", say!(words, "cli-column-title")),
            ("sort", say!(words, "cli-column-sort")),
            ("external", say!(words, "cli-column-external")),
            ("retired", say!(words, "cli-column-retired")),
        ],
        rows: units
            .values()
            .map(|unit| {
                let plain = format == Format::Csv;
                let sort = if plain { unit.sort.code().to_owned() } else { words.unit_sort(unit.sort) };
                let external = if plain { "true".to_owned() } else { say!(words, "cli-yes") };
                vec![
                    Cell::text(&unit.code.0),
                    Cell::text(&unit.title),
                    Cell::text(sort),
                    Cell::maybe(unit.external.then_some(external)),
                    Cell::maybe(unit.retired.map(|day| day.to_string())),
                ]
            })
            .collect(),
    };
    shell.list(format, table, |_| {
        units
            .values()
            .map(|unit| {
                json!({
                    "code": unit.code, "title": unit.title, "sort": unit.sort, "external": unit.external,
                    "retired": unit.retired,
                })
            })
            .collect()
    })
}

/// The staff.
pub(super) fn staff(shell: &mut Shell<'_>, desk: &mut Desk, args: StaffCommand) -> Result<(), Failure> {
    let login = match args {
        StaffCommand::List(args) => return list_staff(shell, desk, args.format),
        StaffCommand::Add(args) => add_person(desk, *args)?,
        StaffCommand::Change(args) => change_person(desk, *args)?,
        StaffCommand::Retire(args) => {
            let login = Login(args.login);
            desk.retire_person(login.clone(), &confirmed(&args.confirm))?;
            login
        }
    };
    let said = say!(shell.words, "cli-done-staff", login = login.0.as_str());
    shell.say(&said)
}

fn add_person(desk: &mut Desk, args: StaffAdd) -> Result<Login, Failure> {
    let name = FullName::parse(&args.person).ok_or(Refusal::Missing(Field::PersonName))?;
    let own = desk.actor().map(|person| person.unit.clone()).ok_or(DeskError::NobodyActs)?;
    let mut person = StaffMember {
        login: Login(args.login.trim().to_owned()),
        name: Personal::Known(name),
        unit: own,
        position: String::new(),
        phone: None,
        email: None,
        roles: BTreeSet::from([Role::Clerk, Role::Executor]),
        signing: None,
        os_user: None,
        deputises: Vec::new(),
        retired: None,
    };
    let confirmed = describe(&mut person, args.details, desk)?;
    let login = person.login.clone();
    desk.change_office(OfficeCommand::AddPerson(person), &confirmed)?;
    Ok(login)
}

fn change_person(desk: &mut Desk, args: StaffChange) -> Result<Login, Failure> {
    let login = Login(args.login);
    let before = desk.office().active_person(&login).cloned();
    let mut person = before.ok_or_else(|| Refusal::UnknownPerson(login.clone()))?;
    if let Some(name) = args.person {
        let name = FullName::parse(&name).ok_or(Refusal::Missing(Field::PersonName))?;
        person.name = Personal::Known(name);
    }
    if args.no_sign {
        person.signing = None;
    }
    deputise(&mut person, args.deputy, desk);
    let confirmed = describe(&mut person, args.details, desk)?;
    desk.change_office(OfficeCommand::ChangePerson(person), &confirmed)?;
    Ok(login)
}

/// Lets a person act for another; a term for the same duty of the same person takes the place of the one before.
fn deputise(person: &mut StaffMember, said: StandIn, desk: &Desk) {
    if said.no_deputy {
        person.deputises.clear();
    }
    if let (Some(of), Some(duty), Some(to)) = (said.deputy_for, said.duty, said.to) {
        let (of, from) = (Login(of), said.from.unwrap_or_else(|| desk.today()));
        person.deputises.retain(|before| (&before.of, before.duty) != (&of, duty));
        person.deputises.push(Deputising { of, duty, from, to });
    }
}

/// Puts what was said of a person in its places; an empty value clears.
fn describe(person: &mut StaffMember, said: PersonDetails, desk: &Desk) -> Result<Confirmed, Failure> {
    if let Some(unit) = said.unit {
        person.unit = unit_named(desk.office(), &unit)?;
    }
    if let Some(position) = said.position {
        position.trim().clone_into(&mut person.position);
    }
    let value = |text: String| given(&text).map(str::to_owned);
    if let Some(phone) = said.phone {
        person.phone = value(phone).map(Personal::Known);
    }
    if let Some(email) = said.email {
        person.email = value(email).map(Personal::Known);
    }
    if let Some(user) = said.os_user {
        person.os_user = value(user);
    }
    if !said.role.is_empty() {
        person.roles = said.role.into_iter().collect();
    }
    if said.sign || said.sign_from.is_some() || said.sign_to.is_some() {
        let before = person.signing.take();
        let from = said.sign_from.or(before.as_ref().map(|right| right.from)).unwrap_or_else(|| desk.today());
        let to = said.sign_to.or_else(|| before.filter(|_| !said.sign)?.to);
        person.signing = Some(SigningRight { from, to });
    }
    Ok(confirmed(&said.confirm))
}

fn list_staff(shell: &mut Shell<'_>, desk: &Desk, format: Format) -> Result<(), Failure> {
    let office = desk.office();
    let columns = |words: &Words| {
        vec![
            ("login", say!(words, "cli-column-login")),
            ("name", say!(words, "cli-column-name")),
            ("unit", say!(words, "cli-column-unit")),
            ("position", say!(words, "cli-column-position")),
            ("phone", say!(words, "cli-column-phone")),
            ("email", say!(words, "cli-column-email")),
            ("roles", say!(words, "cli-column-roles")),
            ("signing", say!(words, "cli-column-signing")),
            ("os_user", say!(words, "cli-column-os-user")),
            ("deputises", say!(words, "cli-column-deputises")),
            ("retired", say!(words, "cli-column-retired")),
        ]
    };
    let row = |words: &Words, person: &StaffMember| {
        let plain = format == Format::Csv;
        let codes = || person.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ");
        let roles: Vec<_> = person.roles.iter().copied().collect();
        vec![
            Cell::text(&person.login.0),
            Cell::text(person.name.known().map_or_else(|| say!(words, "value-erased"), FullName::full)),
            Cell::text(if plain { person.unit.0.clone() } else { office.unit_title(&person.unit) }),
            Cell::text(&person.position),
            Cell::maybe(person.phone.as_ref().map(Personal::text)),
            Cell::maybe(person.email.as_ref().map(Personal::text)),
            Cell::text(if plain { codes() } else { words.roles(&roles) }),
            Cell::maybe(person.signing.as_ref().map(|right| {
                let to = right.to.map(|to| to.to_string()).unwrap_or_default();
                format!("{}–{to}", right.from)
            })),
            Cell::maybe(person.os_user.as_ref()),
            Cell::text(
                person
                    .deputises
                    .iter()
                    .map(|one| deputy(words, office, one, plain))
                    .collect::<Vec<_>>()
                    .join("; "),
            ),
            Cell::maybe(person.retired.map(|day| day.to_string())),
        ]
    };
    let table = |words: &Words| Table {
        columns: columns(words),
        rows: office.staff.values().map(|person| row(words, person)).collect(),
    };
    shell.list(format, table, |_| office.staff.values().map(person_json).collect())
}

/// In whose place, as what, from when to when.
fn deputy(words: &Words, office: &Office, one: &Deputising, plain: bool) -> String {
    if plain {
        return format!("{} {} {}–{}", one.of, one.duty.code(), one.from, one.to);
    }
    let (from, to) = (words.date(one.from), words.date(one.to));
    // The days first: a cell of a table is cut at its end.
    format!("{from}–{to} · {} · {}", words.duty(one.duty), office.person_name(&one.of))
}

fn person_json(person: &StaffMember) -> Value {
    json!({
        "login": person.login,
        "name": person.name.known().map(FullName::full),
        "unit": person.unit,
        "position": person.position,
        "phone": person.phone.as_ref().and_then(Personal::known),
        "email": person.email.as_ref().and_then(Personal::known),
        "roles": person.roles,
        "signing": person.signing,
        "os_user": person.os_user,
        "deputises": person.deputises,
        "retired": person.retired,
    })
}

/// How a desk takes a file of rules: by its name and text.
type LoadRules = fn(&mut Desk, &str, &str, &Confirmed) -> Result<Vec<MovedDue>, DeskError>;

/// Loads rules from a file.
pub(super) fn load(shell: &mut Shell<'_>, desk: &mut Desk, args: Load) -> Result<(), Failure> {
    let (args, load): (_, LoadRules) = match args {
        Load::Norms(args) => {
            (args, |desk, name, text, yes| desk.load_norms(name, text, yes).map(|()| Vec::new()))
        }
        Load::Calendar(args) => (args, Desk::load_calendar),
        Load::Topics(args) => {
            (args, |desk, name, text, yes| desk.load_topics(name, text, yes).map(|()| Vec::new()))
        }
        // Files of the office's own folder, and no facts: `templates` puts them there.
        Load::Templates(_) => return Ok(()),
    };
    let text = shell.read(&args.file)?;
    let name = args.file.display().to_string();
    for moved in load(desk, &name, &text, &confirmed(&args.confirm))? {
        let (from, to) = (shell.words.date(moved.from), shell.words.date(moved.to));
        let line = say!(
            shell.words,
            "refusal-due-moved-line",
            number = moved.number.text.as_str(),
            from = from,
            to = to
        );
        shell.say(&line)?;
    }
    let said = say!(shell.words, "cli-done-loaded", file = name);
    shell.say(&said)
}

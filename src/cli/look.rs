//! Looking: queues, a search, a card, its history.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::args::{Find, Format, History, List, Show, View};
use super::card;
use super::failure::Failure;
use super::journal;
use super::json::opened;
use super::output::{Cell, Shell, Table};
use super::session::Session;
use crate::desk::{AppealLine, Card, Desk, Event, Filter, Found, HistoryLine, Part, Queue};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::fact::Event as _;
use crate::standard::office::{Login, Office, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::refusal::Refusal;

/// A queue.
pub(super) fn list(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &Desk,
    args: &List,
) -> Result<(), Failure> {
    let office = desk.office();
    let filter = Filter {
        unit: args.unit.as_deref().map(|name| unit_named(office, name)).transpose()?,
        executor: args.executor.as_ref().map(|login| person_named(office, login)).transpose()?,
        channel: args.channel,
        kind: args.kind,
        topic: args.topic.as_deref().map(|code| topic_named(office, code)).transpose()?,
        order: args.order,
    };
    let today = args.view.as_of.unwrap_or_else(|| desk.today());
    let limit = args.limit.unwrap_or(u32::MAX);
    let placed = desk.queue(args.queue, today, &filter, Part::First, limit)?;
    let lines: Vec<_> = placed.iter().map(|placed| &placed.line).collect();
    if let Some(path) = &args.out {
        let entries = lines.iter().map(|line| desk.queue_entry(line)).collect();
        return journal::list(shell, session, desk, path, args.queue, &filter, entries);
    }
    print_lines(shell, office, &lines, today, &args.view, Some(args.queue))
}

/// Says that only the other keyboard layout answered.
pub(super) fn note_other_layout(shell: &mut Shell<'_>, words: &str, meant: Option<&str>) {
    if let Some(meant) = meant {
        let said = say!(shell.words, "find-other-layout", words = words, meant = meant);
        shell.note(&said);
    }
}

/// What answers to words.
pub(super) fn find(shell: &mut Shell<'_>, desk: &Desk, args: &Find) -> Result<(), Failure> {
    let words = args.words.join(" ");
    let Found { found: hits, meant } = desk.find(&words, args.limit)?;
    note_other_layout(shell, &words, meant.as_deref());
    let today = args.view.as_of.unwrap_or_else(|| desk.today());
    let lines: Vec<_> = hits.iter().map(|hit| &hit.line).collect();
    if !lines.is_empty() || args.view.format != Format::Table {
        print_lines(shell, desk.office(), &lines, today, &args.view, None)?;
    }
    if lines.is_empty() { Err(Failure::NothingFound) } else { Ok(()) }
}

/// An appeal.
pub(super) fn show(shell: &mut Shell<'_>, desk: &Desk, args: &Show) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let office = desk.office();
    let today = args.view.as_of.unwrap_or_else(|| desk.today());
    match args.view.format {
        Format::Table => {
            let text = card::text(&shell.words, office, &appeal, today);
            shell.say(&text)
        }
        Format::Json => {
            let value = card::json(&shell.words, office, &appeal, today);
            shell.json(&value)
        }
        Format::Csv => print_lines(shell, office, &[&AppealLine::of(&appeal)], today, &args.view, None),
    }
}

/// What happened to an appeal.
pub(super) fn history(shell: &mut Shell<'_>, desk: &Desk, args: &History) -> Result<(), Failure> {
    let Card { appeal, history: lines } = desk.appeal_by_number(&args.number)?;
    let office = desk.office();
    let table = |words: &Words| Table {
        columns: vec![
            ("at", say!(words, "cli-column-at")),
            ("who", say!(words, "cli-column-who")),
            ("kind", say!(words, "cli-column-kind")),
            ("text", say!(words, "cli-column-what")),
        ],
        rows: lines.iter().map(|line| history_row(words, office, &appeal, line)).collect(),
    };
    match args.printed.format {
        // A history is read, so nothing of it is cut off.
        Format::Table => {
            for line in &lines {
                let who = office.person_name(&line.who);
                let text = format!(
                    "{}  {who}  {}",
                    shell.words.moment(line.at),
                    event_words(&shell.words, office, &appeal, line)
                );
                shell.say(&text)?;
            }
            Ok(())
        }
        format => shell.list(format, table, |words| {
            lines.iter().map(|line| history_json(words, office, &appeal, line)).collect()
        }),
    }
}

/// A unit by its code, or by its name.
pub(super) fn unit_named(office: &Office, name: &str) -> Result<UnitCode, Failure> {
    let by_title = || {
        let same = |title: &str| title.trim().to_lowercase() == name.trim().to_lowercase();
        office.units.values().find(|unit| same(&unit.title)).map(|unit| unit.code.clone())
    };
    let code = UnitCode(name.to_owned());
    if office.units.contains_key(&code) {
        return Ok(code);
    }
    by_title().ok_or_else(|| Refusal::UnknownUnit(code).into())
}

/// A topic's code, or a group's.
fn topic_named(office: &Office, code: &str) -> Result<String, Failure> {
    let known = office.topic(code).is_some();
    if known { Ok(code.to_owned()) } else { Err(Refusal::UnknownTopic(code.to_owned()).into()) }
}

fn person_named(office: &Office, login: &str) -> Result<Login, Failure> {
    let login = Login(login.to_owned());
    if office.staff.contains_key(&login) { Ok(login) } else { Err(Refusal::UnknownPerson(login).into()) }
}

/// Prints appeals; a queue with a clock of its own shows it in a column more.
pub(super) fn print_lines(
    shell: &mut Shell<'_>,
    office: &Office,
    lines: &[&AppealLine],
    today: NaiveDate,
    view: &View,
    queue: Option<Queue>,
) -> Result<(), Failure> {
    let plain = view.format == Format::Csv;
    shell.list(
        view.format,
        |words| {
            let own = queue.and_then(|queue| own_column(words, queue));
            Table {
                rows: lines
                    .iter()
                    .map(|line| {
                        let mut row = if plain {
                            plain_row(line, today)
                        } else {
                            worded_row(words, office, line, today)
                        };
                        let cell = own.as_ref().zip(queue);
                        row.extend(cell.map(|(_, queue)| own_cell(words, office, line, today, queue, plain)));
                        row
                    })
                    .collect(),
                columns: columns(words).into_iter().chain(own).collect(),
            }
        },
        |_| lines.iter().map(|line| line_json(office, line, today)).collect(),
    )
}

/// What a queue shows beside the columns of every list.
fn own_column(words: &Words, queue: Queue) -> Option<(&'static str, String)> {
    Some(match queue {
        Queue::Unsigned => ("unsigned_by", say!(words, "cli-column-unsigned")),
        Queue::Unsent => ("send_by", say!(words, "cli-column-send-by")),
        Queue::CallBack => ("call_back", say!(words, "cli-column-call-back")),
        Queue::Screening => ("ground", say!(words, "cli-column-ground")),
        Queue::Requests => ("request_due", say!(words, "cli-column-request-due")),
        _ => return None,
    })
}

fn own_cell(
    words: &Words,
    office: &Office,
    line: &AppealLine,
    today: NaiveDate,
    queue: Queue,
    plain: bool,
) -> Cell {
    let date = |day: NaiveDate| if plain { day.to_string() } else { words.date(day) };
    Cell::maybe(match queue {
        Queue::Unsigned => line
            .unsigned_by
            .as_ref()
            .map(|login| if plain { login.0.clone() } else { office.person_name(login) }),
        Queue::Unsent => send_by(office, line).map(|day| {
            let late = if today > day && !plain { say!(words, "cli-late") } else { String::new() };
            format!("{} {late}", date(day)).trim_end().to_owned()
        }),
        Queue::CallBack => line.call_back.map(|at| if plain { at.to_rfc3339() } else { words.moment(at) }),
        Queue::Screening => {
            line.ground.map(|(ground, _)| if plain { ground.code().to_owned() } else { words.ground(ground) })
        }
        Queue::Requests => line.request_due.map(date),
        _ => None,
    })
}

/// The last day on which what was signed may be sent; nothing where nothing waits.
fn send_by(office: &Office, line: &AppealLine) -> Option<NaiveDate> {
    line.unsent_since.map(|signed| office.norms.dispatch_by(signed, &office.calendar))
}

fn columns(words: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("due", say!(words, "column-due")),
        ("inner_due", say!(words, "cli-column-inner-due")),
        ("overdue_days", say!(words, "column-days")),
        ("number", say!(words, "column-number")),
        ("client", say!(words, "column-client")),
        ("gist", say!(words, "cli-column-gist")),
        ("stage", say!(words, "column-state")),
        ("unit", say!(words, "cli-column-unit")),
        ("executor", say!(words, "column-executor")),
        ("channel", say!(words, "cli-column-channel")),
        ("kind", say!(words, "cli-column-kind")),
        ("registered", say!(words, "cli-column-registered")),
    ]
}

fn worded_row(words: &Words, office: &Office, line: &AppealLine, today: NaiveDate) -> Vec<Cell> {
    let days = match line.outcome {
        Some(outcome) => words.outcome(outcome),
        None => words.days_left(overdue_days(line, today)),
    };
    vec![
        Cell::text(words.date(line.due)),
        Cell::maybe(inner_due(line).map(|day| words.date(day))),
        Cell::text(days),
        Cell::text(&line.number.text),
        Cell::text(words.client_name(&line.client, line.client_sort)),
        Cell::text(line.gist.text()),
        Cell::text(words.stands_in_list(line.stage, line.unsigned_by.is_some())),
        Cell::maybe(line.unit.as_ref().map(|unit| office.unit_title(unit))),
        Cell::maybe(line.executor.as_ref().map(|login| office.person_name(login))),
        Cell::text(words.channel(line.channel)),
        Cell::text(words.kind(line.kind)),
        Cell::text(words.date(line.registered)),
    ]
}

fn plain_row(line: &AppealLine, today: NaiveDate) -> Vec<Cell> {
    vec![
        Cell::text(line.due.to_string()),
        Cell::maybe(inner_due(line).map(|day| day.to_string())),
        Cell::Figure(overdue_days(line, today)),
        Cell::text(&line.number.text),
        Cell::maybe(client(line)),
        Cell::text(line.gist.text()),
        Cell::text(line.stage.code()),
        Cell::maybe(line.unit.as_ref().map(|unit| &unit.0)),
        Cell::maybe(line.executor.as_ref().map(|login| &login.0)),
        Cell::text(line.channel.code()),
        Cell::text(line.kind.code()),
        Cell::text(line.registered.to_string()),
    ]
}

fn line_json(office: &Office, line: &AppealLine, today: NaiveDate) -> Value {
    let send_by = send_by(office, line);
    json!({
        "number": line.number.text,
        "channel": line.channel,
        "kind": line.kind,
        "topic": line.topic,
        "stage": line.stage,
        "outcome": line.outcome,
        "received": line.received,
        "registered": line.registered,
        "due": line.due,
        "inner_due": inner_due(line),
        "provisional": line.provisional,
        "overdue_days": overdue_days(line, today),
        "closed_on": line.closed_on,
        "intake": line.intake,
        "unit": line.unit,
        "executor": line.executor,
        "client": client(line),
        "client_sort": line.client_sort,
        "gist": line.gist.known(),
        "client_id": line.client_id,
        "co_executors": line.helpers,
        "ground": line.ground.map(|(ground, _)| ground),
        "ground_stage": line.ground.map(|(_, stage)| stage),
        "call_back": line.call_back,
        "request_due": line.request_due,
        "book": line.book,
        "unsent_since": line.unsent_since,
        "unsigned_by": line.unsigned_by,
        "send_by": send_by,
        "send_late": send_by.map(|day| today > day),
    })
}

/// The inner due day, where it comes before the norm's; queues are in its order.
fn inner_due(line: &AppealLine) -> Option<NaiveDate> {
    Some(line.queue_due).filter(|day| *day < line.due)
}

/// Days past the due day, as [`crate::standard::appeal::Appeal::overdue_days`] measures them.
fn overdue_days(line: &AppealLine, today: NaiveDate) -> i64 {
    (line.closed_on.unwrap_or(today) - line.due).num_days()
}

/// The client's short name, where there is one and it was not erased.
fn client(line: &AppealLine) -> Option<&str> {
    line.client.known().map(String::as_str).filter(|name| !name.is_empty())
}

fn event_words(words: &Words, office: &Office, appeal: &Appeal, line: &HistoryLine) -> String {
    match &line.event {
        Event::Known(event) => words.event(event, &appeal.replies, office),
        Event::Unknown(kind) => words.fact_kind(kind),
    }
}

/// A line of history for programs: codes, and the words at the end.
fn history_row(words: &Words, office: &Office, appeal: &Appeal, line: &HistoryLine) -> Vec<Cell> {
    vec![
        Cell::text(line.at.to_rfc3339()),
        Cell::text(&line.who.0),
        Cell::text(fact_code(line)),
        Cell::text(event_words(words, office, appeal, line)),
    ]
}

fn history_json(words: &Words, office: &Office, appeal: &Appeal, line: &HistoryLine) -> Value {
    let body = match &line.event {
        Event::Known(event) => event.body().map_or(Value::Null, opened),
        Event::Unknown(_) => Value::Null,
    };
    json!({
        "at": line.at, "who": line.who, "kind": fact_code(line),
        "text": event_words(words, office, appeal, line), "body": body,
    })
}

/// The code of a fact's kind.
fn fact_code(line: &HistoryLine) -> &str {
    match &line.event {
        Event::Known(event) => event.kind(),
        Event::Unknown(kind) => kind,
    }
}

/// A name that may have been erased.
pub(super) fn or_erased(words: &Words, value: &Personal<String>) -> String {
    value.known().cloned().unwrap_or_else(|| say!(words, "value-erased"))
}

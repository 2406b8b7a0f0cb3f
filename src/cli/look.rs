//! Looking: queues, a search, a card, its history, a term explained.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::args::{DueQuestion, Find, Format, History, List, Show, View};
use super::card;
use super::failure::Failure;
use super::json::opened;
use super::output::{Cell, Shell, Table};
use crate::desk::{AppealLine, Card, Desk, Event, Filter, HistoryLine, Part};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::fact::Event as _;
use crate::standard::office::{Login, Office, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::refusal::Refusal;
use crate::standard::term::{Due, TermQuestion};

/// A queue.
pub(super) fn list(shell: &mut Shell<'_>, desk: &Desk, args: &List) -> Result<(), Failure> {
    let office = desk.office();
    let filter = Filter {
        unit: args.unit.as_deref().map(|name| unit_named(office, name)).transpose()?,
        executor: args.executor.as_ref().map(|login| person_named(office, login)).transpose()?,
    };
    let today = args.view.as_of.unwrap_or_else(|| desk.today());
    let limit = args.limit.unwrap_or(u32::MAX);
    let placed = desk.queue(args.queue, today, &filter, Part::First, limit)?;
    let lines: Vec<_> = placed.iter().map(|placed| &placed.line).collect();
    print_lines(shell, office, &lines, today, &args.view)
}

/// What answers to words.
pub(super) fn find(shell: &mut Shell<'_>, desk: &Desk, args: &Find) -> Result<(), Failure> {
    let hits = desk.find(&args.words.join(" "), args.limit)?;
    let today = args.view.as_of.unwrap_or_else(|| desk.today());
    let lines: Vec<_> = hits.iter().map(|hit| &hit.line).collect();
    if !lines.is_empty() || args.view.format != Format::Table {
        print_lines(shell, desk.office(), &lines, today, &args.view)?;
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
            let value = card::json(&shell.words, &appeal, today);
            shell.json(&value)
        }
        Format::Csv => print_lines(shell, office, &[&AppealLine::of(&appeal)], today, &args.view),
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

/// The due date that an appeal would have, and why.
pub(super) fn due(shell: &mut Shell<'_>, desk: &Desk, args: &DueQuestion) -> Result<(), Failure> {
    let office = desk.office();
    if let Some(topic) = args.topic.as_deref().filter(|topic| office.topic(topic).is_none()) {
        return Err(Refusal::UnknownTopic(topic.to_owned()).into());
    }
    let registered = args.on.unwrap_or_else(|| desk.today());
    let question = TermQuestion {
        channel: args.channel,
        kind: args.kind,
        topic: args.topic.as_deref(),
        received: args.received.unwrap_or(registered),
        registered,
    };
    let all = desk.due(&question);
    let Some((first, others)) = all.split_first() else {
        return Err(Refusal::NoNorm { channel: args.channel, kind: args.kind }.into());
    };
    let explained = |words: &Words, due: &Due| json!({ "due": due.day, "norm": due.norm, "explanation": words.due_explained(due) });
    match args.format {
        Format::Json => {
            let mut answer = explained(&shell.words, first);
            answer["also"] = others.iter().map(|due| explained(&shell.words, due)).collect();
            shell.json(&answer)
        }
        Format::Csv => shell.list(
            Format::Csv,
            |words| Table {
                columns: ["due", "norm", "explanation"].map(|name| (name, String::new())).into(),
                rows: all
                    .iter()
                    .map(|due| {
                        vec![
                            Cell::text(due.day.to_string()),
                            Cell::text(&due.norm),
                            Cell::text(words.due_explained(due)),
                        ]
                    })
                    .collect(),
            },
            |_| Value::Null,
        ),
        Format::Table => {
            for due in &all {
                let text = format!("{} ({})", shell.words.due_explained(due), shell.words.title(&due.title));
                shell.say(&text)?;
            }
            Ok(())
        }
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

fn person_named(office: &Office, login: &str) -> Result<Login, Failure> {
    let login = Login(login.to_owned());
    if office.staff.contains_key(&login) { Ok(login) } else { Err(Refusal::UnknownPerson(login).into()) }
}

fn print_lines(
    shell: &mut Shell<'_>,
    office: &Office,
    lines: &[&AppealLine],
    today: NaiveDate,
    view: &View,
) -> Result<(), Failure> {
    shell.list(
        view.format,
        |words| Table {
            columns: columns(words),
            rows: lines
                .iter()
                .map(|line| match view.format {
                    Format::Csv => plain_row(line, today),
                    _ => worded_row(words, office, line, today),
                })
                .collect(),
        },
        |_| lines.iter().map(|line| line_json(line, today)).collect(),
    )
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
        Cell::text(words.stage(line.stage)),
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

fn line_json(line: &AppealLine, today: NaiveDate) -> Value {
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

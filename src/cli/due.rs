//! `due`: the date that an appeal would have by every norm that applies, why the strictest wins, what is not certain,
//! and the norms by the clock.

use chrono::Datelike as _;
use serde_json::{Value, json};

use super::args::{DueQuestion, Format};
use super::failure::Failure;
use super::output::{Cell, Shell, Table};
use crate::desk::Desk;
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Channel;
use crate::standard::calendar::Calendar;
use crate::standard::office::Office;
use crate::standard::refusal::Refusal;
use crate::standard::term::{Due, Measure, Norm, TermQuestion, TermUnit};

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
    let clocks = by_clock(office, &question);
    match args.format {
        Format::Json => {
            let explained = |due: &Due| explained(&shell.words, &office.calendar, due);
            let mut answer = explained(first);
            answer["also"] = others.iter().map(explained).collect();
            answer["why"] = json!(why(&shell.words, first, others));
            answer["by_clock"] = clocks.iter().map(|(measure, norm)| clock_json(*measure, norm)).collect();
            shell.json(&answer)
        }
        Format::Csv => shell.list(Format::Csv, |words| table(words, &all), |_| Value::Null),
        Format::Table => {
            for due in &all {
                let text = format!("{} ({})", shell.words.due_explained(due), shell.words.title(&due.title));
                shell.say(&text)?;
            }
            let mut notes: Vec<String> = why(&shell.words, first, others).into_iter().collect();
            notes.extend(uncertain(&shell.words, &office.calendar, first));
            notes.extend(clocks.iter().map(|(measure, norm)| clock(&shell.words, *measure, norm)));
            notes.iter().try_for_each(|note| shell.say(note))
        }
    }
}

fn table(words: &Words, all: &[Due]) -> Table {
    Table {
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
    }
}

fn explained(words: &Words, calendar: &Calendar, due: &Due) -> Value {
    json!({
        "due": due.day, "norm": due.norm, "explanation": words.due_explained(due),
        "provisional": due.provisional, "missing_years": missing_years(calendar, due),
    })
}

/// Why the first of several holds: it is the earliest, or as early as another and may be extended further.
fn why(words: &Words, first: &Due, others: &[Due]) -> Option<String> {
    let next = others.first()?;
    let (norm, day) = (words.title(&first.title), words.date(first.day));
    Some(if next.day > first.day {
        say!(words, "cli-due-strictest", norm = norm, day = day, next = words.date(next.day))
    } else {
        say!(words, "cli-due-same-day", norm = norm, day = day)
    })
}

/// The years that a term touches and no calendar was loaded for.
fn missing_years(calendar: &Calendar, due: &Due) -> Vec<i32> {
    let loaded: Vec<_> = calendar.years().collect();
    (due.from.year()..=due.raw.max(due.day).year()).filter(|year| !loaded.contains(year)).collect()
}

/// Says that a year is missing, and whether the date may move when it is loaded.
fn uncertain(words: &Words, calendar: &Calendar, due: &Due) -> Option<String> {
    let years = missing_years(calendar, due).iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if years.is_empty() {
        None
    } else if due.provisional {
        Some(say!(words, "cli-due-provisional", years = years))
    } else {
        Some(say!(words, "cli-due-no-calendar", years = years))
    }
}

/// The norms by the clock that are on for such an appeal: ringing back for what is spoken, the rest at the window.
fn by_clock<'a>(office: &'a Office, question: &TermQuestion<'_>) -> Vec<(Measure, &'a Norm)> {
    let at_window = question.channel == Channel::InPerson;
    [
        (Measure::CallBack, question.channel.is_oral()),
        (Measure::Waiting, at_window),
        (Measure::Service, at_window),
    ]
    .into_iter()
    .filter(|(_, fits)| *fits)
    .filter_map(|(measure, _)| Some((measure, office.norms.by_clock(measure, question)?)))
    .collect()
}

fn clock(words: &Words, measure: Measure, norm: &Norm) -> String {
    let time = match norm.unit {
        TermUnit::Hours => say!(words, "due-hours", n = norm.count),
        _ => say!(words, "due-minutes", n = norm.count),
    };
    let title = words.title(&norm.title);
    say!(words, "cli-due-clock", measure = words.measure(measure), time = time, norm = title)
}

fn clock_json(measure: Measure, norm: &Norm) -> Value {
    json!({
        "measure": measure.code(), "norm": norm.id, "count": norm.count, "unit": norm.unit.code(),
        "minutes": norm.length().map(|length| length.num_minutes()), "source": norm.source,
    })
}

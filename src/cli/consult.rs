//! What happens at a desk without a number: visits, their times, and consultations (R23).

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::acts::{Consult, ConsultCommand, ConsultList};
use super::args::{Format, Visit as VisitArgs, VisitEnd, VisitStart};
use super::failure::Failure;
use super::look::{or_erased, unit_named};
use super::output::{Cell, Shell, Table};
use super::session::confirmed;
use crate::desk::{Desk, DeskError, Seen};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::{Channel, Kind};
use crate::standard::decide::ConsultationForm;
use crate::standard::office::{Office, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::refusal::Refusal;
use crate::standard::term::{Measure, Norm, TermQuestion};
use crate::standard::visit::{Consultation, Visit};

/// Begins or ends a visit.
pub(super) fn visit(shell: &mut Shell<'_>, desk: &mut Desk, args: VisitArgs) -> Result<(), Failure> {
    match args {
        VisitArgs::Start(args) => start(shell, desk, &args),
        VisitArgs::End(args) => end(shell, desk, &args),
    }
}

/// The unit that was named, else the one of whoever acts.
fn unit(desk: &Desk, named: Option<&str>) -> Result<UnitCode, Failure> {
    let own = || desk.actor().map(|person| person.unit.clone());
    match named {
        Some(name) => unit_named(desk.office(), name),
        None => Ok(own().ok_or(DeskError::NobodyActs)?),
    }
}

fn start(shell: &mut Shell<'_>, desk: &mut Desk, args: &VisitStart) -> Result<(), Failure> {
    let unit = unit(desk, args.unit.as_deref())?;
    let visit = desk.start_visit(unit, args.waited, &confirmed(&args.confirm))?;
    let said = say!(
        shell.words,
        "cli-done-visit-started",
        id = visit.id.to_string(),
        at = shell.words.moment(visit.started)
    );
    shell.say(&said)
}

fn end(shell: &mut Shell<'_>, desk: &mut Desk, args: &VisitEnd) -> Result<(), Failure> {
    let going_on = desk.visits_going_on()?;
    let seen = match (args.id, going_on.as_slice()) {
        (Some(id), visits) => visits.iter().find(|visit| visit.id == id).ok_or(DeskError::NoVisit)?,
        (None, []) => return Err(DeskError::NoVisit.into()),
        (None, [one]) => one,
        (None, several) => {
            return Err(Failure::SeveralVisits(several.iter().map(|visit| visit.id).collect()));
        }
    };
    let seen = Seen { id: seen.id, version: seen.version };
    let visit = desk.end_visit(seen, &confirmed(&args.confirm))?;
    let said = say!(shell.words, "cli-done-visit-ended", minutes = visit.served().unwrap_or_default());
    shell.say(&said)?;
    for line in times(&shell.words, desk.office(), &visit) {
        shell.say(&line)?;
    }
    Ok(())
}

/// How long the client waited and was served, each with its norm where the office turned one on.
fn times(words: &Words, office: &Office, visit: &Visit) -> Vec<String> {
    let day = visit.started.date_naive();
    let asked = TermQuestion {
        channel: Channel::InPerson,
        kind: Kind::Enquiry,
        topic: None,
        received: day,
        registered: day,
    };
    let took = visit.ended.map(|ended| ended - visit.started);
    let waited = visit.waited.map(|minutes| TimeDelta::minutes(minutes.into()));
    [(Measure::Waiting, waited), (Measure::Service, took)]
        .into_iter()
        .filter_map(|(measure, time)| {
            let time = time?;
            let (measured, minutes) =
                (words.measure(measure), say!(words, "due-minutes", n = time.num_minutes()));
            let limit = office.norms.by_clock(measure, &asked).and_then(Norm::length);
            Some(match limit {
                // Without a norm the service time was said already.
                None if measure == Measure::Service => return None,
                None => say!(words, "cli-visit-time", measure = measured, time = minutes),
                Some(limit) => {
                    let limit_words = say!(words, "due-minutes", n = limit.num_minutes());
                    if time <= limit {
                        say!(words, "cli-visit-kept", measure = measured, time = minutes, limit = limit_words)
                    } else {
                        say!(
                            words,
                            "cli-visit-broken",
                            measure = measured,
                            time = minutes,
                            limit = limit_words
                        )
                    }
                }
            })
        })
        .collect()
}

/// Counts a consultation, lists them, or takes one back.
pub(super) fn consult(shell: &mut Shell<'_>, desk: &mut Desk, args: Consult) -> Result<(), Failure> {
    match args.what {
        Some(ConsultCommand::List(args)) => list(shell, desk, &args),
        Some(ConsultCommand::Annul(args)) => {
            let one = desk.annul_consultation(args.id, &confirmed(&args.confirm))?;
            let said = say!(shell.words, "cli-done-consultation-annulled", id = one.id.to_string());
            shell.say(&said)
        }
        None => count(shell, desk, args),
    }
}

/// During a visit of this person's a consultation is given at the window, and belongs to it; else by telephone.
fn count(shell: &mut Shell<'_>, desk: &mut Desk, args: Consult) -> Result<(), Failure> {
    let visit =
        desk.visits_going_on()?.pop().filter(|_| args.channel.is_none_or(|at| at == Channel::InPerson));
    let usual = if visit.is_some() { Channel::InPerson } else { Channel::Phone };
    let unit = match (&args.unit, &visit) {
        (None, Some(visit)) => visit.unit.clone(),
        (named, _) => unit(desk, named.as_deref())?,
    };
    let form = ConsultationForm {
        unit,
        topic: args.topic.unwrap_or_default(),
        channel: args.channel.unwrap_or(usual),
        minutes: args.minutes,
        client: args.client,
        visit: visit.map(|visit| visit.id),
    };
    let one = desk.consult(form, &confirmed(&args.confirm))?;
    let (topic, channel) = (topic(&shell.words, desk.office(), &one), shell.words.channel(one.channel));
    let said =
        say!(shell.words, "cli-done-consultation", id = one.id.to_string(), topic = topic, channel = channel);
    shell.say(&said)
}

fn topic(words: &Words, office: &Office, one: &Consultation) -> String {
    office.topic(&one.topic).map_or_else(|| one.topic.clone(), |topic| words.title(&topic.title).to_owned())
}

fn list(shell: &mut Shell<'_>, desk: &Desk, args: &ConsultList) -> Result<(), Failure> {
    let to = args.to.unwrap_or_else(|| desk.today().max(args.from.unwrap_or_else(|| desk.today())));
    let from = args.from.unwrap_or_else(|| desk.today().min(to));
    if to < from {
        return Err(Refusal::Before { earliest: from }.into());
    }
    let (office, given) = (desk.office(), desk.consultations(from, to, u32::MAX)?);
    let format = args.printed.format;
    let table = |words: &Words| Table {
        columns: vec![
            ("at", say!(words, "cli-column-at")),
            ("topic", say!(words, "column-topic")),
            ("channel", say!(words, "cli-column-channel")),
            ("minutes", say!(words, "cli-column-minutes")),
            ("client", say!(words, "column-client")),
            ("by", say!(words, "cli-column-who")),
            ("id", say!(words, "cli-column-id")),
        ],
        rows: given.iter().map(|one| row(words, office, one, format == Format::Csv)).collect(),
    };
    shell.list(format, table, |_| given.iter().map(consultation_json).collect())
}

fn row(words: &Words, office: &Office, one: &Consultation, plain: bool) -> Vec<Cell> {
    let (at, about, channel, by) = if plain {
        (one.at.to_rfc3339(), one.topic.clone(), one.channel.code().to_owned(), one.by.0.clone())
    } else {
        let by = office.person_name(&one.by);
        (words.moment(one.at), topic(words, office, one), words.channel(one.channel), by)
    };
    vec![
        Cell::text(at),
        Cell::text(about),
        Cell::text(channel),
        one.minutes.map_or(Cell::None, |minutes| Cell::Figure(minutes.into())),
        Cell::maybe(one.client.as_ref().map(|client| or_erased(words, client))),
        Cell::text(by),
        Cell::text(one.id.to_string()),
    ]
}

fn consultation_json(one: &Consultation) -> Value {
    json!({
        "id": one.id, "at": one.at, "by": one.by, "unit": one.unit, "topic": one.topic, "channel": one.channel,
        "minutes": one.minutes, "client": one.client.as_ref().and_then(Personal::known), "visit": one.visit,
    })
}

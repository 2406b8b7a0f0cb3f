//! A visit to the window: it begins with one key, and its end says what it held (readings, *Appeals, visits,
//! consultations*).

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use super::acts::open;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Seen};
use crate::say;
use crate::standard::appeal::{Channel, Kind as AppealKind};
use crate::standard::term::{Measure, Norm, TermQuestion};
use crate::standard::visit::Visit;
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind};
use crate::terminal::forms::FormName;
use crate::terminal::layers::Outcome;

/// The office's norm by the clock for what happens at the window; off until the office turns it on.
fn norm(measure: Measure, cx: &Cx) -> Option<&Norm> {
    let today = cx.today();
    let question = TermQuestion {
        channel: Channel::InPerson,
        kind: AppealKind::Enquiry,
        topic: None,
        received: today,
        registered: today,
    };
    cx.desk.office().norms.by_clock(measure, &question)
}

/// Begins a visit; asks how long the client waited only where a norm of waiting is on.
///
/// # Errors
/// When a rule or the file refuses.
pub fn start(cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    if let Some(visit) = cx.desk.visits_going_on()?.first() {
        return Ok(Outcome::Say(say!(cx.words, "act-visit-going-on", since = since(visit.started, cx))));
    }
    if norm(Measure::Waiting, cx).is_none() {
        let said = begin(None, &Confirmed::new(), cx)?;
        cx.saved();
        return Ok(Outcome::Say(said));
    }
    let waited = Field::new("waited", &say!(cx.words, "visit-waited"), Kind::Number)
        .width(5)
        .note(&say!(cx.words, "visit-waited-note"));
    let form = Form::new(vec![waited], &say!(cx.words, "visit-button"));
    Ok(open(Sheeted::new(Waited, form, cx)?))
}

/// Since when a visit goes on: the time of today's, the day too of one that was forgotten.
pub fn since(started: DateTime<FixedOffset>, cx: &Cx) -> String {
    let today = started.date_naive() == cx.today();
    if today { started.format("%H:%M").to_string() } else { cx.words.moment(started) }
}

fn begin(waited: Option<u16>, confirmed: &Confirmed, cx: &mut Cx) -> Result<String, DeskError> {
    let unit = cx.desk.actor().map(|person| person.unit.clone()).ok_or(DeskError::NobodyActs)?;
    let visit = cx.desk.start_visit(unit, waited, confirmed)?;
    Ok(say!(cx.words, "act-visit-started", at = visit.started.format("%H:%M").to_string()))
}

/// How long the client waited.
struct Waited;

impl Sheet for Waited {
    fn name(&self) -> Option<String> {
        // Two numbers off the clock.
        None
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "new-visit")
    }

    fn form(&self) -> FormName {
        FormName::Waited
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        begin(form.typed("waited").parse().ok(), confirmed, cx).map(Outcome::CloseSaying)
    }
}

/// Ends the visit that goes on and says what it held.
///
/// # Errors
/// When none goes on, or a rule or the file refuses.
pub fn end(cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    let visit = cx.desk.visits_going_on()?.into_iter().next().ok_or(DeskError::NoVisit)?;
    let ended = cx.desk.end_visit(Seen { id: visit.id, version: visit.version }, &Confirmed::new())?;
    let held = cx.desk.held_in_visit(ended.id)?;
    cx.saved();
    let minutes = ended.served().unwrap_or(0);
    let mut said = vec![
        say!(cx.words, "act-visit-ended", minutes = minutes),
        say!(cx.words, "visit-held-appeals", count = held.appeals),
        say!(cx.words, "visit-held-consultations", count = held.consultations),
    ];
    said.extend(norms_kept(&ended, cx));
    Ok(Outcome::Say(said.join(" ")))
}

/// Whether the norms by the clock were kept, where they are on.
fn norms_kept(visit: &Visit, cx: &Cx) -> Vec<String> {
    let minutes = |measure| norm(measure, cx).and_then(Norm::length).map(|length| length.num_minutes());
    let waited = visit.waited.map(i64::from).zip(minutes(Measure::Waiting));
    let served = visit.served().zip(minutes(Measure::Service));
    let waiting = waited.map(|(took, limit)| {
        if took <= limit {
            say!(cx.words, "visit-waiting-kept", took = took, limit = limit)
        } else {
            say!(cx.words, "visit-waiting-broken", took = took, limit = limit)
        }
    });
    let service = served.map(|(took, limit)| {
        if took <= limit {
            say!(cx.words, "visit-service-kept", limit = limit)
        } else {
            say!(cx.words, "visit-service-broken", limit = limit)
        }
    });
    waiting.into_iter().chain(service).collect()
}

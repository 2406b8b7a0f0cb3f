//! Requests to units and organisations and their answers (R15), calls back, and what an external unit answered.

use super::{FILLED, Step, StepKind, day, on, typed_number, value};
use crate::desk::{Confirmed, DeskError};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::decide::{self, RequestForm};
use crate::standard::number::OutgoingAt;
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;
use crate::standard::refusal::Refusal;
use crate::standard::request::{Asked, Request, RequestId};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, NO, YES};
use crate::terminal::screens::describe::Styled;
use crate::terminal::theme::Look;
use crate::terminal::widgets::Choice;

pub(super) fn refused(kind: StepKind, appeal: &Appeal, cx: &Cx) -> Option<Refusal> {
    let asked = match kind {
        StepKind::Request => {
            let typed = cx.desk.office().details.outgoing_at == OutgoingAt::Typed;
            let form = RequestForm {
                to: Asked::Organisation(FILLED.to_owned()),
                text: FILLED.to_owned(),
                on: None,
                expected: None,
                number: typed.then(|| FILLED.to_owned()),
            };
            cx.desk.foresee(|context| decide::send_request(appeal, &form, context)).map(drop)
        }
        StepKind::RequestAnswer => {
            let first = waiting(appeal).next().map_or(RequestId(0), |request| request.id);
            let rule =
                |context: &decide::Context<'_>| decide::answer_request(appeal, first, FILLED, None, context);
            cx.desk.foresee(rule).map(drop)
        }
        StepKind::Call => {
            cx.desk.foresee(|context| decide::record_call(appeal, true, None, context)).map(drop)
        }
        _ => {
            let rule =
                |context: &decide::Context<'_>| decide::record_result(appeal, FILLED, None, FILLED, context);
            cx.desk.foresee(rule).map(drop)
        }
    };
    asked.err()
}

/// The requests that wait for their answer, oldest first.
fn waiting(appeal: &Appeal) -> impl Iterator<Item = &Request> {
    appeal.requests.iter().filter(|request| request.answer.is_none())
}

pub(super) fn fields(step: &Step, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let gist = || Field::new("answer", &say!(words, "step-answer"), Kind::Text(3));
    match step.kind {
        StepKind::Request => asking(cx),
        StepKind::RequestAnswer => {
            let line = |request: &Request| {
                let to = words.asked(&request.to, cx.desk.office());
                let title = format!("№ {} · {to} · {}", request.number.text(), request.text.text());
                Choice::new(&request.id.0.to_string(), &title)
            };
            let choices: Vec<_> = waiting(&step.appeal).map(line).collect();
            let first = choices.first().map(|choice| choice.code.clone()).unwrap_or_default();
            let which = Field::new("which", &say!(words, "step-which-request"), Kind::Choice(choices));
            vec![which.width(54).with(&first).required(), gist().required(), on(cx)]
        }
        StepKind::Call => {
            let reached = Field::new("reached", &say!(words, "step-reached"), Kind::YesNo).with(NO);
            let said = Field::new("answer", &say!(words, "step-call-gist"), Kind::Text(3));
            vec![reached.note(&say!(words, "step-reached-note")), said]
        }
        _ => {
            let number = Field::new("outgoing_number", &say!(words, "step-result-number"), Kind::Line);
            vec![number.width(24).required(), on(cx), gist().required()]
        }
    }
}

fn asking(cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let mut units: Vec<_> = cx.desk.office().units.values().filter(|unit| unit.retired.is_none()).collect();
    units.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
    let units = units.into_iter().map(|unit| Choice::new(&unit.code.0, &unit.title)).collect();
    let mut fields = vec![
        Field::new("unit", &say!(words, "step-ask-unit"), Kind::Choice(units))
            .width(40)
            .note(&say!(words, "step-ask-note")),
        Field::new("recipient", &say!(words, "step-ask-organisation"), Kind::Line)
            .width(54)
            .note(&say!(words, "step-ask-note")),
        Field::new("request", &say!(words, "field-request"), Kind::Text(4)).required(),
        Field::new("expected", &say!(words, "step-expected"), Kind::Date)
            .note(&say!(words, "step-expected-note")),
    ];
    fields.extend(typed_number(cx));
    fields
}

/// A request asks one: a unit or an organisation.
pub(super) fn lacks(form: &Form, cx: &Cx) -> Option<(&'static str, String)> {
    match (value(form, "unit"), value(form, "recipient")) {
        (None, None) => Some(("unit", say!(cx.words, "step-ask-nobody"))),
        (Some(_), Some(_)) => Some(("recipient", say!(cx.words, "step-ask-both"))),
        _ => None,
    }
}

pub(super) const fn stands_in(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::UnknownUnit(_) => Some("unit"),
        Refusal::Before { .. } => Some("expected"),
        Refusal::NoRequest => Some("which"),
        _ => None,
    }
}

pub(super) fn save(
    step: &Step,
    form: &Form,
    confirmed: &Confirmed,
    cx: &mut Cx,
) -> Result<Appeal, DeskError> {
    let (seen, on, gist) = (step.seen(), day(form, "on", cx), form.typed("answer"));
    match step.kind {
        StepKind::Request => {
            let to = match value(form, "unit") {
                Some(code) => Asked::Unit(UnitCode(code)),
                None => Asked::Organisation(form.typed("recipient")),
            };
            let request = RequestForm {
                to,
                text: form.typed("request"),
                on: None,
                expected: day(form, "expected", cx),
                number: value(form, "outgoing_number"),
            };
            cx.desk.send_request(seen, &request, confirmed)
        }
        StepKind::RequestAnswer => {
            let which = RequestId(form.typed("which").parse().unwrap_or_default());
            cx.desk.answer_request(seen, which, &gist, on, confirmed)
        }
        StepKind::Call => {
            let said = value(form, "answer");
            cx.desk.record_call(seen, form.typed("reached") == YES, said.as_deref(), confirmed)
        }
        _ => cx.desk.record_result(seen, &form.typed("outgoing_number"), on, &gist, confirmed),
    }
}

/// Whom to ring and when that was tried in vain; the first line alone where there is no room beside the form.
pub(super) fn whom_to_ring(appeal: &Appeal, cx: &Cx) -> Vec<Styled> {
    let words = &cx.words;
    let client = appeal.client.known();
    let (mut first, look) = match client.and_then(|client| client.phone.as_deref()) {
        Some(phone) => (format!("{}: {phone}", say!(words, "label-phone")), Look::Strong),
        None => (say!(words, "step-call-no-phone"), Look::Problem),
    };
    let Some(call) = &appeal.call_back else { return vec![(first, look)] };
    if let Some(last) = call.missed.last() {
        let at = words.moment(last.at);
        first.push_str(&say!(words, "card-call-tries", tries = call.tries(), at = at));
    }
    let mut lines = vec![(first, look)];
    lines.extend(client.map(|client| (client.full_name(), Look::Plain)));
    for missed in &call.missed {
        let note = missed.note.as_ref().map_or("", Personal::text);
        lines.push((format!("{}  {note}", words.moment(missed.at)), Look::Dim));
    }
    lines
}

pub(super) fn done(step: &Step, appeal: &Appeal, cx: &Cx) -> String {
    let words = &cx.words;
    let number = appeal.number.text.as_str();
    match (step.kind, appeal.requests.last(), &appeal.call_back) {
        (StepKind::Request, Some(request), _) => {
            say!(words, "done-requested", number = number, outgoing = request.number.text())
        }
        (StepKind::RequestAnswer, ..) => match waiting(appeal).count() {
            0 => say!(words, "done-request-answered-last", number = number),
            left => say!(words, "done-request-answered", number = number, left = left),
        },
        (StepKind::Call, _, Some(call)) if call.done.is_none() => {
            say!(words, "done-not-reached", number = number, tries = call.tries())
        }
        (StepKind::Call, ..) => say!(words, "done-called", number = number),
        _ => say!(words, "done-result", number = number),
    }
}

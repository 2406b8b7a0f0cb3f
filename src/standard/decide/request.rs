//! Requests to units and outside organisations (R15): their own numbers and dates; the appeal's clock goes on.

use chrono::NaiveDate;

use super::{Context, open, required};
use crate::standard::appeal::Appeal;
use crate::standard::fact::{AppealEvent, RequestAnswered, Requested};
use crate::standard::refusal::{Field, Refusal};
use crate::standard::request::{Asked, RequestAnswer, RequestId};

/// A request as a person makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestForm {
    /// Whom it asks.
    pub to: Asked,
    /// What it asks.
    pub text: String,
    /// Its date; none means today.
    pub on: Option<NaiveDate>,
    /// The day by which the answer is expected.
    pub expected: Option<NaiveDate>,
    /// Its outgoing number, where the chancery types them.
    pub number: Option<String>,
}

/// Records a request; gives its outgoing number.
///
/// # Errors
/// When whom or what it asks is missing, a date is impossible, or the actor prepares no answer to it.
pub fn send_request(
    appeal: &Appeal,
    form: &RequestForm,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow_author(appeal)?;
    let to = match &form.to {
        Asked::Unit(code) if context.office.active_unit(code).is_none() => {
            return Err(Refusal::UnknownUnit(code.clone()));
        }
        Asked::Organisation(name) => {
            required(Field::Recipient, name)?;
            Asked::Organisation(name.trim().to_owned())
        }
        unit @ Asked::Unit(_) => unit.clone(),
    };
    let text = required(Field::Request, &form.text)?;
    let on = context.past_day(form.on, appeal.opened)?;
    if form.expected.is_some_and(|expected| expected < on) {
        return Err(Refusal::Before { earliest: on });
    }
    let number = context.outgoing(form.number.as_deref(), on)?;
    let request = RequestId(appeal.requests.last().map_or(1, |last| last.id.0.saturating_add(1)));
    Ok(vec![AppealEvent::Requested(Requested { request, to, text, number, on, expected: form.expected })])
}

/// Records what a request brought. It may come after the appeal was closed.
///
/// # Errors
/// When there is no such request, it was answered, or the day is impossible.
pub fn answer_request(
    appeal: &Appeal,
    request: RequestId,
    gist: &str,
    on: Option<NaiveDate>,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    context.allow(super::WORKERS)?;
    let waiting = appeal.requests.iter().find(|one| one.id == request && one.answer.is_none());
    let asked = waiting.ok_or(Refusal::NoRequest)?;
    let on = context.past_day(on, asked.on)?;
    let gist = required(Field::Answer, gist)?;
    Ok(vec![AppealEvent::RequestAnswered(RequestAnswered { request, answer: RequestAnswer { on, gist } })])
}

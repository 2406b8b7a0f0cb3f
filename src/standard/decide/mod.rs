//! Decisions: a command, the state and its surroundings give events, or a refusal that names its rule.
//!
//! Nothing here reads a clock, a file or a table: all a rule needs is handed in, so that the same
//! question always has the same answer.

mod call;
mod closing;
mod correct;
mod office;
mod post;
mod register;
mod reply;
mod request;
mod route;
mod screen;
mod undo;
mod visit;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

pub use self::call::record_call;
pub use self::closing::{annul, answer_orally, extend, file_away, note, record_result, reopen, withdraw};
pub use self::correct::{Correction, correct, recount};
pub use self::office::{OfficeCommand, change_office, set_up};
pub use self::post::{TrackingForm, track};
pub use self::register::{OnSpot, Registration, is_same, register};
pub use self::reply::{
    Draft, draft_reply, finalise_reply, print_paper, print_reply, return_reply, send_reply, sign_reply,
};
pub use self::request::{RequestForm, answer_request, send_request};
pub use self::route::{Routing, Target, hand_back, hand_on};
pub use self::screen::{Contacts, Earlier, GroundForm, forward, lift_ground, screen};
pub use self::undo::{LastStep, last_step, lasts, undo};
pub use self::visit::{ConsultationForm, annul_consultation, consult, end_visit, start_visit};

use super::appeal::Appeal;
use super::number::{Number, OutgoingAt, OutgoingNumber, Series};
use super::office::{Deputising, Duty, Office, Role, StaffMember, UnitCode};
use super::personal::Personal;
use super::refusal::{Confirmation, Field, Refusal};

/// The most a field may hold, in bytes (design.md, *Decisions*).
pub const FIELD_LIMIT: usize = 64 * 1024;

/// Who names executors, overrides routes, extends, reopens: the head of a unit, or the director (R3, R4, R13).
const HEADS: &[Role] = &[Role::Head, Role::Director];
/// Who takes in what comes to the desk: appeals, visits, consultations.
const REGISTRARS: &[Role] = &[Role::Clerk, Role::Head, Role::Director];
/// Who works on appeals: everybody but one who only keeps the settings.
const WORKERS: &[Role] = &[Role::Clerk, Role::Executor, Role::Head, Role::Director];
/// Who prepares answers: the executors of the appeal; and whoever heads them.
const AUTHORS: &[Role] = &[Role::Executor, Role::Head, Role::Director];

/// What a decision needs to know beside the state it is about.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Now, with the office's offset.
    pub now: DateTime<FixedOffset>,
    /// Who acts.
    pub actor: &'a StaffMember,
    /// The office with its units, staff, norms and calendar.
    pub office: &'a Office,
    /// The time of the newest fact, to notice a clock that went back.
    pub newest: Option<DateTime<FixedOffset>>,
    /// The next serial of a series in a year.
    pub next_serial: &'a dyn Fn(Series, i32) -> u32,
    /// The questions that were answered with yes.
    pub confirmed: &'a BTreeSet<Confirmation>,
}

impl Context<'_> {
    /// The office's local date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// What is asked of every command: a program that knows all facts, a person who works here, and a clock
    /// that did not go back.
    fn guard(&self, needs_newer_program: bool) -> Result<(), Refusal> {
        if needs_newer_program || self.office.needs_newer_program {
            return Err(Refusal::NeedsNewerProgram);
        }
        if self.actor.retired.is_some() {
            return Err(Refusal::UnknownPerson(self.actor.login.clone()));
        }
        match self.newest.filter(|newest| *newest > self.now) {
            Some(newest) => self.ask(Refusal::ClockBehind { newest }),
            None => Ok(()),
        }
    }

    /// Refuses with a question unless it was answered with yes.
    fn ask(&self, question: Refusal) -> Result<(), Refusal> {
        if question.asks().is_some_and(|code| self.confirmed.contains(&code)) {
            Ok(())
        } else {
            Err(question)
        }
    }

    /// Refuses unless the actor holds one of the roles.
    fn allow(&self, roles: &'static [Role]) -> Result<(), Refusal> {
        if self.holds(roles) { Ok(()) } else { Err(Refusal::NeedsRole(roles)) }
    }

    /// Whether the actor holds one of the roles today, as their own or as a deputy.
    fn holds(&self, roles: &[Role]) -> bool {
        self.office.may(self.actor, roles, self.today())
    }

    /// Whether the actor heads this unit, by their own role or in the place of its head; the director heads them all.
    fn heads(&self, unit: &UnitCode) -> bool {
        let today = self.today();
        let is_head = |person: &StaffMember| person.unit == *unit && person.roles.contains(&Role::Head);
        let deputy = |deputy: &Deputising| {
            deputy.duty == Duty::Head
                && deputy.holds(today)
                && self.office.active_person(&deputy.of).is_some_and(is_head)
        };
        self.holds(&[Role::Director]) || is_head(self.actor) || self.actor.deputises.iter().any(deputy)
    }

    /// Refuses unless the actor is one of the appeal's executors, deputises for one, or heads them. While no executor
    /// is named, whoever prepares answers may begin one.
    fn allow_author(&self, appeal: &Appeal) -> Result<(), Refusal> {
        let executors = || appeal.holder.executor().into_iter().chain(&appeal.co_executors);
        let today = self.today();
        if appeal.holder.executor().is_none() {
            return self.allow(AUTHORS);
        }
        let own =
            executors().any(|login| {
                *login == self.actor.login
                    || self.actor.deputises.iter().any(|deputy| {
                        deputy.duty == Duty::Executor && deputy.of == *login && deputy.holds(today)
                    })
            });
        if own || self.holds(HEADS) { Ok(()) } else { Err(Refusal::NotTheHolder(AUTHORS)) }
    }

    /// The next number of the outgoing series on that day.
    fn next_outgoing(&self, on: NaiveDate) -> Number {
        let details = &self.office.details;
        let serial = (self.next_serial)(Series::Outgoing, chrono::Datelike::year(&on));
        details.outgoing_numbers.write(&details.code, serial, on)
    }

    /// The outgoing number of a letter: the next of the series, or the one the chancery typed (readings: `typed`).
    fn outgoing(&self, typed: Option<&str>, on: NaiveDate) -> Result<OutgoingNumber, Refusal> {
        let by_hand = self.office.details.outgoing_at == OutgoingAt::Typed;
        match (by_hand, typed.and_then(super::text::given)) {
            (true, Some(text)) => {
                required(Field::OutgoingNumber, text)?;
                Ok(OutgoingNumber::Typed { text: text.to_owned() })
            }
            (true, None) => Err(Refusal::TypeNumber),
            (false, Some(_)) => Err(Refusal::NumberIsGiven),
            (false, None) => Ok(OutgoingNumber::Given(self.next_outgoing(on))),
        }
    }

    /// A day a person named must not be after today, nor before what comes first.
    fn past_day(&self, on: Option<NaiveDate>, earliest: NaiveDate) -> Result<NaiveDate, Refusal> {
        let (today, on) = (self.today(), on.unwrap_or_else(|| self.today()));
        if on > today {
            return Err(Refusal::InFuture { today });
        }
        if on < earliest { Err(Refusal::Before { earliest }) } else { Ok(on) }
    }
}

/// Refuses a closed appeal.
fn open(appeal: &Appeal) -> Result<(), Refusal> {
    match &appeal.closing {
        Some(closing) => Err(Refusal::Closed { outcome: closing.outcome, on: closing.on }),
        None => Ok(()),
    }
}

/// A text that must be there, trimmed and within the limit.
fn required(field: Field, text: &str) -> Result<Personal<String>, Refusal> {
    optional(field, Some(text))?.ok_or(Refusal::Missing(field))
}

/// A text that may be empty, trimmed and within the limit.
fn optional(field: Field, text: Option<&str>) -> Result<Option<Personal<String>>, Refusal> {
    let Some(text) = text.and_then(super::text::given) else { return Ok(None) };
    if text.len() > FIELD_LIMIT {
        return Err(Refusal::TooLong { field, bytes: text.len(), limit: FIELD_LIMIT });
    }
    Ok(Some(Personal::Known(text.to_owned())))
}

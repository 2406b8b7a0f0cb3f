//! Norms and due dates: which norm applies, what day it gives, and how that day was counted (R5, R13).

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::appeal::{Channel, Kind};
use super::calendar::Calendar;
use super::code::closed_list;
use super::text::Bilingual;

closed_list! {
    /// What a norm counts in.
    TermUnit {
        /// Every day counts; only the last may roll.
        CalendarDays = "calendar_days",
        /// Days off are skipped.
        WorkingDays = "working_days",
        /// By the clock.
        Hours = "hours",
        /// By the clock.
        Minutes = "minutes",
    }
}

closed_list! {
    /// What a norm measures. Only the reply's is the Standard's; the others are practice, and off until loaded.
    Measure {
        /// The answer to an appeal.
        Reply = "reply",
        /// Ringing the client back, counted from the call.
        CallBack = "call_back",
        /// Waiting for the window.
        Waiting = "waiting",
        /// Being served at the window.
        Service = "service",
        /// Sending a signed letter, counted from its signature.
        Dispatch = "dispatch",
    }
}

impl Measure {
    /// Whether a norm of this measure may count in such a unit.
    #[must_use]
    pub const fn counts_in(self, unit: TermUnit) -> bool {
        let by_clock = matches!(unit, TermUnit::Hours | TermUnit::Minutes);
        match self {
            Self::Reply | Self::Dispatch => !by_clock,
            Self::CallBack | Self::Waiting | Self::Service => by_clock,
        }
    }
}

const fn reply() -> Measure {
    Measure::Reply
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_reply(measure: &Measure) -> bool {
    matches!(measure, Measure::Reply)
}

closed_list! {
    /// From what day a norm counts; day 1 is the day after it (ГК РФ ст. 191).
    Base {
        /// The day of registration.
        Registration = "registration",
        /// The day it came in.
        Receipt = "receipt",
    }
}

closed_list! {
    /// What happens to a due day that is not worked.
    Roll {
        /// It stays: the Standard's default, stricter than ГК РФ ст. 193.
        Stays = "stays",
        /// It moves on to the next worked day (ГК РФ ст. 193).
        NextWorking = "next_working",
        /// It moves back to the last worked day before it.
        PreviousWorking = "previous_working",
    }
}

/// How far a term may be extended, and after what (R13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRule {
    /// At the most, in the norm's unit.
    pub days: u16,
    /// Whether an interim reply must have been sent first.
    #[serde(default = "yes")]
    pub needs_interim_reply: bool,
}

const fn yes() -> bool {
    true
}

/// A norm: data, loaded from `norms.toml` into the register so that all desks count alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// Its short name in files and in the shell.
    pub id: String,
    /// What it measures.
    #[serde(default = "reply", skip_serializing_if = "is_reply")]
    pub measures: Measure,
    /// Its name for people.
    pub title: Bilingual,
    /// The channels it is for; none named means all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub channels: BTreeSet<Channel>,
    /// The kinds it is for; none named means all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub kinds: BTreeSet<Kind>,
    /// The topics it is for (a group's code stands for all in it); none named means all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub topics: BTreeSet<String>,
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: TermUnit,
    /// Counted from.
    #[serde(default = "registration")]
    pub base: Base,
    /// When the due day is not worked.
    #[serde(default = "stays")]
    pub roll: Roll,
    /// Whether and how it may be extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<ExtensionRule>,
    /// First day of registration it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day of registration it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// The document and clause it comes from.
    pub source: String,
}

const fn registration() -> Base {
    Base::Registration
}

const fn stays() -> Roll {
    Roll::Stays
}

/// A loaded set of norms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Norms {
    /// Counts the loadings, from 1.
    pub version: u32,
    /// The norms.
    #[serde(rename = "norm")]
    pub list: Vec<Norm>,
}

/// What a norm is chosen by.
#[derive(Debug, Clone, Copy)]
pub struct TermQuestion<'a> {
    /// How it came in.
    pub channel: Channel,
    /// What is wanted.
    pub kind: Kind,
    /// About what.
    pub topic: Option<&'a str>,
    /// The day it came in.
    pub received: NaiveDate,
    /// The day it was registered.
    pub registered: NaiveDate,
}

/// A due date with everything it was counted from, stored when it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The due day itself, rolled and extended.
    pub day: NaiveDate,
    /// The norm that gave it.
    pub norm: String,
    /// The norm's name as it was.
    pub title: Bilingual,
    /// The version of the loaded norms.
    pub version: u32,
    /// Counted from what.
    pub base: Base,
    /// The day counted from.
    pub from: NaiveDate,
    /// How many, extension included.
    pub n: u16,
    /// Of what.
    pub unit: TermUnit,
    /// The due day before the roll; an extension counts from here.
    pub raw: NaiveDate,
    /// The rule for a day off.
    pub roll: Roll,
    /// Days added by an extension, within `n`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub extended_by: u16,
    /// Whether it counts from the day of reopening instead.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reopened: bool,
    /// Whether the calendar of a year it touches was not loaded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(n: &u16) -> bool {
    *n == 0
}

impl Norm {
    /// Whether this norm is for such an appeal.
    #[must_use]
    pub fn applies(&self, question: &TermQuestion<'_>) -> bool {
        self.measures == Measure::Reply && self.is_for(question)
    }

    /// Whether its channels, kinds, topics and dates fit, whatever it measures.
    fn is_for(&self, question: &TermQuestion<'_>) -> bool {
        let topic_fits = |topic: &str| {
            self.topics.iter().any(|wanted| {
                topic == wanted
                    || topic.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.'))
            })
        };
        (self.channels.is_empty() || self.channels.contains(&question.channel))
            && (self.kinds.is_empty() || self.kinds.contains(&question.kind))
            && (self.topics.is_empty() || question.topic.is_some_and(topic_fits))
            && self.valid_from.is_none_or(|from| question.registered >= from)
            && self.valid_to.is_none_or(|to| question.registered <= to)
    }

    /// Its length by the clock; nothing for a norm in days.
    #[must_use]
    pub fn length(&self) -> Option<TimeDelta> {
        match self.unit {
            TermUnit::Hours => Some(TimeDelta::hours(self.count.into())),
            TermUnit::Minutes => Some(TimeDelta::minutes(self.count.into())),
            TermUnit::CalendarDays | TermUnit::WorkingDays => None,
        }
    }

    /// The due date this norm gives.
    fn due(&self, version: u32, question: &TermQuestion<'_>, calendar: &Calendar) -> Due {
        let from = match self.base {
            Base::Registration => question.registered,
            Base::Receipt => question.received,
        };
        let unrolled = Due {
            day: from,
            norm: self.id.clone(),
            title: self.title.clone(),
            version,
            base: self.base,
            from,
            n: self.count,
            unit: self.unit,
            raw: from,
            roll: self.roll,
            extended_by: 0,
            reopened: false,
            provisional: false,
        };
        unrolled.recount(calendar)
    }
}

impl Norms {
    /// The norm with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Norm> {
        self.list.iter().find(|norm| norm.id == id)
    }

    /// The due date of an appeal: of all norms that apply, the earliest (readings: *strictest wins*).
    /// Where two give the same day, the one that may be extended further wins, then the first in the file.
    #[must_use]
    pub fn due(&self, question: &TermQuestion<'_>, calendar: &Calendar) -> Option<Due> {
        self.all_due(question, calendar).into_iter().next()
    }

    /// The strictest norm by the clock for such a call or visit; none where the office turned none on.
    #[must_use]
    pub fn by_clock(&self, measure: Measure, question: &TermQuestion<'_>) -> Option<&Norm> {
        let fitting = self.list.iter().filter(|norm| norm.measures == measure && norm.is_for(question));
        fitting.filter(|norm| norm.length().is_some()).min_by_key(|norm| norm.length())
    }

    /// The last day on which a letter signed on `signed` may be sent: the next working day, unless a norm of that day says
    /// otherwise. Such a norm is for every letter: loading refuses one that names channels, kinds or topics.
    #[must_use]
    pub fn dispatch_by(&self, signed: NaiveDate, calendar: &Calendar) -> NaiveDate {
        let holds = |norm: &&Norm| {
            norm.measures == Measure::Dispatch
                && norm.valid_from.is_none_or(|from| signed >= from)
                && norm.valid_to.is_none_or(|to| signed <= to)
        };
        let norms = self.list.iter().filter(holds);
        let days = norms.map(|norm| match norm.unit {
            TermUnit::WorkingDays => calendar.add_working_days(signed, norm.count),
            _ => signed.checked_add_days(Days::new(norm.count.into())).unwrap_or(NaiveDate::MAX),
        });
        days.min().unwrap_or_else(|| calendar.add_working_days(signed, 1))
    }

    /// What every norm that applies gives, the strictest first.
    #[must_use]
    pub fn all_due(&self, question: &TermQuestion<'_>, calendar: &Calendar) -> Vec<Due> {
        let mut all: Vec<_> = self
            .list
            .iter()
            .filter(|norm| norm.applies(question))
            .map(|norm| (norm, norm.due(self.version, question, calendar)))
            .collect();
        all.sort_by_key(|(norm, due)| {
            (due.day, std::cmp::Reverse(norm.extension.as_ref().map_or(0, |rule| rule.days)))
        });
        all.into_iter().map(|(_, due)| due).collect()
    }
}

impl Due {
    /// The same term counted anew, for a calendar that has changed.
    #[must_use]
    pub fn recount(&self, calendar: &Calendar) -> Self {
        let raw = match self.unit {
            // A reply's norm is in days: loading sees to it.
            TermUnit::CalendarDays | TermUnit::Hours | TermUnit::Minutes => {
                self.from.checked_add_days(Days::new(self.n.into())).unwrap_or(NaiveDate::MAX)
            }
            TermUnit::WorkingDays => calendar.add_working_days(self.from, self.n),
        };
        let day = match self.roll {
            Roll::Stays => raw,
            Roll::NextWorking => calendar.on_or_after(raw),
            Roll::PreviousWorking => calendar.on_or_before(raw),
        };
        // A calendar-day term that stays where it falls needs no calendar at all.
        let needs_calendar = self.unit == TermUnit::WorkingDays || self.roll != Roll::Stays;
        let provisional = needs_calendar && calendar.is_provisional(self.from, raw.max(day));
        Self { day, raw, provisional, ..self.clone() }
    }

    /// The term with `days` more, counted as one term from the unrolled base, then rolled (domain.md §2.1).
    #[must_use]
    pub fn extend(&self, days: u16, calendar: &Calendar) -> Self {
        let longer = Self {
            n: self.n.saturating_add(days),
            extended_by: self.extended_by.saturating_add(days),
            ..self.clone()
        };
        longer.recount(calendar)
    }
}

#[cfg(test)]
#[path = "term_tests.rs"]
mod tests;

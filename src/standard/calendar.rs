//! The production calendar: which days are worked. One file a year; a missing year is said, never hidden.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// One year's days that differ from the plain week (Monday to Friday worked), as an office's file gives them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// Where the days come from: the decree or the data set.
    pub source: String,
    /// Days off that fall on Monday to Friday (and any other that should be named), as `MM-DD`.
    pub days_off: BTreeSet<MonthDay>,
    /// Saturdays and Sundays that are worked.
    #[serde(default)]
    pub working: BTreeSet<MonthDay>,
    /// Shortened days; they are worked and count in full.
    #[serde(default)]
    pub short: BTreeSet<MonthDay>,
}

/// Whether a day is one that an office may mean: a year of two digits is a slip of the hand more often than the first
/// century, and ISO writes four.
#[must_use]
pub fn is_plausible(day: NaiveDate) -> bool {
    (1900..=9999).contains(&day.year())
}

/// A day of a year, written `MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let two_digits = |part: &str| {
            (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
        };
        text.split_once('-')
            .and_then(|(month, day)| Some((two_digits(month)?, two_digits(day)?)))
            // A leap year, so that 29 February is a day.
            .filter(|&(month, day)| NaiveDate::from_ymd_opt(2024, month, day).is_some())
            .map(|(month, day)| Self { month, day })
            .ok_or(text)
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        format!("{:02}-{:02}", day.month, day.day)
    }
}

/// What the calendar says of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayKind {
    /// Whether it is worked.
    pub working: bool,
    /// Whether the day's year was not loaded, so that only the plain week is known.
    pub assumed: bool,
}

/// The loaded years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, CalendarYear>,
}

impl Calendar {
    /// Loads a year, replacing what was loaded for it before.
    pub fn load(&mut self, year: CalendarYear) {
        self.years.insert(year.year, year);
    }

    /// The years that are loaded.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.years.keys().copied()
    }

    /// What is known of a day. Without its year Saturdays and Sundays are taken as off (readings, *Terms*).
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> DayKind {
        let weekday = !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let Some(year) = self.years.get(&date.year()) else {
            return DayKind { working: weekday, assumed: true };
        };
        let day = MonthDay { month: date.month(), day: date.day() };
        let working = (weekday && !year.days_off.contains(&day)) || year.working.contains(&day);
        DayKind { working, assumed: false }
    }

    /// The first worked day on or after `date`.
    #[must_use]
    pub fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        self.seek(date, NaiveDate::checked_add_days)
    }

    /// The last worked day on or before `date`.
    #[must_use]
    pub fn on_or_before(&self, date: NaiveDate) -> NaiveDate {
        self.seek(date, NaiveDate::checked_sub_days)
    }

    /// The `count`-th worked day after `date`.
    #[must_use]
    pub fn add_working_days(&self, date: NaiveDate, count: u16) -> NaiveDate {
        (0..count).fold(date, |day, _| {
            day.checked_add_days(Days::new(1)).map_or(day, |next| self.on_or_after(next))
        })
    }

    /// How many worked days lie after `from`, up to and with `to`; 0 where `to` is not later.
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| self.day(*day).working).count()
    }

    /// Whether any day from `from` to `to` lies in a year that is not loaded.
    #[must_use]
    pub fn is_provisional(&self, from: NaiveDate, to: NaiveDate) -> bool {
        (from.year()..=to.year()).any(|year| !self.years.contains_key(&year))
    }

    /// Steps day by day to a worked one; a year without any (a hostile file) ends the search where it began.
    fn seek(&self, date: NaiveDate, step: fn(NaiveDate, Days) -> Option<NaiveDate>) -> NaiveDate {
        (0..=366).find_map(|n| step(date, Days::new(n)).filter(|day| self.day(*day).working)).unwrap_or(date)
    }
}

//! The only place that asks for the time; everything else is handed a [`Clock`].

use chrono::{DateTime, FixedOffset, NaiveDate};

/// The variable that sets the clock by hand (RFC 3339), obeyed only by a register created under it.
pub const CLOCK_VARIABLE: &str = "OTKLIK_NOW";

/// Where «now» comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A moment set by hand, for checks and tests.
    Set(DateTime<FixedOffset>),
}

/// The clock was set by hand to something that is no moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadClock(pub String);

impl Clock {
    /// The clock that the environment asks for.
    ///
    /// # Errors
    /// When the variable holds no RFC 3339 moment.
    pub fn from_environment() -> Result<Self, BadClock> {
        match std::env::var(CLOCK_VARIABLE) {
            Err(_) => Ok(Self::Machine),
            Ok(text) => DateTime::parse_from_rfc3339(&text).map(Self::Set).map_err(|_| BadClock(text)),
        }
    }

    /// Whether it was set by hand.
    #[must_use]
    pub const fn is_set(&self) -> bool {
        matches!(self, Self::Set(_))
    }

    /// Now, at the office's offset.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that asks for the time")]
    pub fn now(&self, offset: FixedOffset) -> DateTime<FixedOffset> {
        match self {
            Self::Machine => chrono::Utc::now().with_timezone(&offset),
            Self::Set(moment) => moment.with_timezone(&offset),
        }
    }

    /// Today, by the office's calendar.
    #[must_use]
    pub fn today(&self, offset: FixedOffset) -> NaiveDate {
        self.now(offset).date_naive()
    }

    /// The machine's own offset from UTC in minutes: what a new office begins with.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that asks for the time")]
    pub fn offset_minutes(&self) -> i32 {
        let offset = match self {
            Self::Machine => *chrono::Local::now().offset(),
            Self::Set(moment) => *moment.offset(),
        };
        offset.local_minus_utc() / 60
    }
}

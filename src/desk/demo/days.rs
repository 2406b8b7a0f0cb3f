//! When things happen: the office's hours, and how appeals spread over a year.

use chrono::{DateTime, Datelike as _, Days, FixedOffset, NaiveDate, TimeDelta, Weekday};
use fastrand::Rng;

use crate::standard::calendar::Calendar;

/// The window opens, in minutes of the day.
const OPENS: i64 = 8 * 60 + 10;
/// It closes; nobody begins anything later.
const CLOSES: i64 = 17 * 60 + 30;
/// A day's last letter goes out before.
const LAST_POST: i64 = 16 * 60 + 45;

/// The office's hours by its calendar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hours<'a> {
    pub calendar: &'a Calendar,
    pub offset: FixedOffset,
}

impl Hours<'_> {
    /// A moment of this day, so many minutes after midnight and up to a minute more.
    pub fn moment(&self, day: NaiveDate, minute: i64, rng: &mut Rng) -> DateTime<FixedOffset> {
        let since = TimeDelta::minutes(minute) + TimeDelta::milliseconds(rng.i64(0..60_000));
        let local = day.and_time(chrono::NaiveTime::MIN) + since;
        // A fixed offset knows no hour twice and none that is missing.
        local.and_local_timezone(self.offset).earliest().unwrap_or_default()
    }

    /// A moment in the office's hours, `working_days` of them after `from`; with 0 later the same day, if it still can be.
    pub fn later(
        &self,
        from: DateTime<FixedOffset>,
        working_days: u32,
        rng: &mut Rng,
    ) -> DateTime<FixedOffset> {
        let (today, passed) = (from.date_naive(), minutes(from));
        if working_days == 0 && passed + 15 < LAST_POST && self.calendar.day(today).working {
            let opening = (passed + 10).max(OPENS);
            return self.moment(today, rng.i64(opening..LAST_POST.max(opening + 1)), rng);
        }
        let days = u16::try_from(working_days.max(1)).unwrap_or(1);
        let day = self.calendar.add_working_days(today, days);
        self.moment(day, rng.i64(OPENS..LAST_POST), rng)
    }

    /// How many working days lie between.
    pub fn working_days(&self, from: DateTime<FixedOffset>, to: NaiveDate) -> u32 {
        u32::try_from(self.calendar.working_days_between(from.date_naive(), to)).unwrap_or(0)
    }
}

fn minutes(at: DateTime<FixedOffset>) -> i64 {
    use chrono::Timelike as _;
    i64::from(at.num_seconds_from_midnight()) / 60
}

/// The moments at which a year's appeals come in, oldest first, a day of them at a time.
#[derive(Debug)]
pub(super) struct Arrivals {
    /// Each day with how many come by its end.
    days: std::vec::IntoIter<(NaiveDate, u64)>,
    come: u64,
    now: DateTime<FixedOffset>,
    today: std::vec::IntoIter<DateTime<FixedOffset>>,
}

impl Arrivals {
    /// So many appeals from `first` to now.
    pub fn new(count: u32, first: NaiveDate, now: DateTime<FixedOffset>, hours: Hours<'_>) -> Self {
        let last = now.date_naive();
        let mut weights: Vec<(NaiveDate, u64)> = first
            .iter_days()
            .take_while(|day| *day <= last)
            .map(|day| (day, weight(day, first, last, hours.calendar)))
            .collect();
        if let Some((_, today)) = weights.last_mut() {
            let passed = (minutes(now) - OPENS).clamp(0, CLOSES - OPENS).unsigned_abs();
            *today = *today * passed / (CLOSES - OPENS).unsigned_abs();
        }
        let total = weights.iter().map(|(_, weight)| weight).sum::<u64>().max(1);
        let mut sum = 0;
        for (_, weight) in &mut weights {
            sum += *weight;
            *weight = u64::from(count) * sum / total;
        }
        Self { days: weights.into_iter(), come: 0, now, today: Vec::new().into_iter() }
    }

    /// The next arrival.
    pub fn next(&mut self, hours: Hours<'_>, rng: &mut Rng) -> Option<DateTime<FixedOffset>> {
        loop {
            if let Some(at) = self.today.next() {
                return Some(at);
            }
            let (day, come) = self.days.next()?;
            let closes = if day == self.now.date_naive() {
                minutes(self.now).clamp(OPENS + 1, CLOSES)
            } else {
                CLOSES
            };
            let mut today: Vec<_> = (self.come..come)
                .map(|_| hours.moment(day, minute(closes, rng), rng).min(self.now))
                .collect();
            today.sort_unstable();
            self.come = come;
            self.today = today.into_iter();
        }
    }
}

/// A minute before the closing one, likeliest before noon and after lunch.
fn minute(closes: i64, rng: &mut Rng) -> i64 {
    let drawn = rng.i64(OPENS..closes);
    // Lunch is quiet.
    if (12 * 60..13 * 60).contains(&drawn) && rng.bool() { rng.i64(OPENS..closes) } else { drawn }
}

/// How many come on such a day, as a share: more each month, most on Mondays and in the heating season, few on days off.
fn weight(day: NaiveDate, first: NaiveDate, last: NaiveDate, calendar: &Calendar) -> u64 {
    let of_the_week = match day.weekday() {
        Weekday::Mon => 125,
        Weekday::Fri => 85,
        _ => 100,
    };
    let of_the_day = match (calendar.day(day).working, day.weekday()) {
        (true, _) => of_the_week,
        (false, Weekday::Sat) => 8,
        (false, _) => 1,
    };
    let of_the_season = match day.month() {
        1 | 2 | 11 | 12 => 115,
        6..=8 => 85,
        _ => 100,
    };
    let year = (last - first).num_days().max(1).unsigned_abs();
    let growth = 70 + 70 * (day - first).num_days().unsigned_abs() / year;
    of_the_day * of_the_season * growth
}

/// The day a number of days before `today`.
pub(super) fn days_before(today: NaiveDate, days: u32) -> NaiveDate {
    today.checked_sub_days(Days::new(days.into())).unwrap_or(today)
}

/// The day a number of days after `day`.
pub(super) fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

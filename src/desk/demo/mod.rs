//! Made-up, life-like data: an empty register becomes an office with a year of work behind it.
//!
//! Appeals come in by day and hour as they do at a desk; each then goes its way step by step, by the same rules
//! ([`crate::standard::decide`]) and the same writing as a person's work, at times of its own. What is not yet due
//! to have happened has not happened, so that the last days leave queues as a clerk finds them in the morning.
//! The same seed under the same clock gives the same register, byte for byte.

mod days;
mod fate;
mod forms;
mod office;
mod people;
mod play;
mod scribe;
mod words;

use std::ops::ControlFlow;
use std::path::Path;

use chrono::SubsecRound as _;
use fastrand::Rng;

use self::days::{Arrivals, Hours, days_before};
use self::office::Firm;
use self::play::Play;
use self::words::Words;
use super::{DeskError, door};
use crate::clock::Clock;
use crate::register::Randomness;
use crate::standard::office::offset;

/// How many facts are committed at once: an appeal that takes several steps within them is written to the lists once.
const BATCH: u64 = 20_000;
/// How far back the office's first day lies.
const YEAR: u32 = 365;
/// When the office is founded on its first day, in minutes after midnight.
const FOUNDED: i64 = 7 * 60;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demo {
    /// How many appeals.
    pub appeals: u32,
    /// The seed of everything that is made up.
    pub seed: u64,
}

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    /// Appeals.
    pub appeals: u32,
    /// Appeals that are still open.
    pub open: u32,
    /// Visits.
    pub visits: u32,
    /// Facts, those of the office among them.
    pub facts: u64,
    /// It was stopped before its end; what there is, is sound.
    pub stopped: bool,
}

/// Fills an empty register with made-up data over the past year, up to the clock's now.
///
/// The file is made where there is none. `progress` is told, after each commit, how many appeals of how many are
/// registered; when it breaks, the register is left as far as it came, and sound.
///
/// # Errors
/// [`DeskError::AlreadySetUp`] when the register holds an office; when the file can't be made or written.
pub fn fill(
    path: &Path,
    demo: &Demo,
    clock: Clock,
    progress: &mut dyn FnMut(u32, u32) -> ControlFlow<()>,
) -> Result<Made, DeskError> {
    let zone = offset(clock.offset_minutes());
    let now = clock.now(zone).trunc_subsecs(3);
    let mut rng = Rng::with_seed(demo.seed);
    let words = Words::built_in()?;
    let first = days_before(now.date_naive(), YEAR);
    let founded = first.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(FOUNDED);
    let founded = founded.and_local_timezone(zone).earliest().unwrap_or(now);
    let mut register = door::make(path, founded, Randomness::seeded(demo.seed))?;
    let firm = Firm::found(&mut register, founded, clock.is_set())?;
    let hours = Hours { calendar: &firm.office.calendar, offset: zone };
    let arrivals = Arrivals::new(demo.appeals, first, now, hours);
    let mut play = Play::new(&words, &firm, hours, arrivals, now, &mut rng);
    let stopped = register.in_bulk(|register| {
        let mut stopped = false;
        while !stopped && register.write(|tx| play.go_on(tx, BATCH))? {
            stopped = progress(play.made().appeals, demo.appeals).is_break();
        }
        Ok::<_, DeskError>(stopped)
    })?;
    let facts = register.head()?.office_seq;
    Ok(Made { facts, stopped, ..play.made() })
}

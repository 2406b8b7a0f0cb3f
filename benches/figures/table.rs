//! The figures in rows: what was measured, how it came out, what was promised, and whether it was kept.

use std::io::{self, Write};
use std::time::Duration;

/// How a figure is bound.
#[derive(Debug, Clone, Copy)]
pub enum Bound {
    /// It is told, not promised.
    None,
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

impl Bound {
    /// Whether a value keeps it.
    fn holds(self, value: f64) -> bool {
        match self {
            Self::None => true,
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }

    fn words(self) -> String {
        match self {
            Self::None => String::new(),
            Self::AtMost(most) => format!("≤ {most}"),
            Self::AtLeast(least) => format!("≥ {least}"),
        }
    }
}

/// Durations in the order of their length.
#[derive(Debug, Clone, Default)]
pub struct Sample(Vec<Duration>);

impl Sample {
    /// What was measured, of which there is at least one.
    pub fn of(mut measured: Vec<Duration>) -> Self {
        measured.sort_unstable();
        Self(measured)
    }

    /// The length that `percent` of the sample do not pass, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
        self.0.get(at).map_or(f64::NAN, |length| length.as_secs_f64() * 1e3)
    }
}

/// The table, printed row by row as the figures come in.
#[derive(Debug, Default)]
pub struct Table {
    missed: Vec<String>,
}

impl Table {
    /// Prints the heading.
    ///
    /// # Errors
    /// When there is nowhere to print.
    pub fn begin() -> io::Result<Self> {
        writeln!(
            io::stdout(),
            "{:<58} {:>9} {:>9} {:>9} {:>9} {:>5}  promise",
            "",
            "p50",
            "p99",
            "least",
            "most",
            "n"
        )?;
        Ok(Self::default())
    }

    /// A row of times in milliseconds; `half` binds its p50, `nearly_all` its p99.
    ///
    /// # Errors
    /// As [`Table::begin`].
    pub fn times(&mut self, what: &str, sample: &Sample, half: Bound, nearly_all: Bound) -> io::Result<()> {
        let [p50, p99, least, most] = [50, 99, 0, 100].map(|percent| sample.percentile(percent));
        let bounds = [("p50", half, p50), ("p99", nearly_all, p99)];
        let promise = self.promise(what, &bounds);
        let count = sample.0.len();
        writeln!(
            io::stdout(),
            "{what:<58} {p50:>9.2} {p99:>9.2} {least:>9.2} {most:>9.2} {count:>5}  {promise}"
        )
    }

    /// A row of one value.
    ///
    /// # Errors
    /// As [`Table::begin`].
    pub fn value(&mut self, what: &str, value: f64, bound: Bound) -> io::Result<()> {
        let promise = self.promise(what, &[("", bound, value)]);
        writeln!(io::stdout(), "{what:<58} {value:>9.2} {:>38} {promise}", "")
    }

    /// Prints what was missed. True if nothing was.
    ///
    /// # Errors
    /// As [`Table::begin`].
    pub fn end(self) -> io::Result<bool> {
        for missed in &self.missed {
            writeln!(io::stdout(), "missed: {missed}")?;
        }
        Ok(self.missed.is_empty())
    }

    fn promise(&mut self, what: &str, bounds: &[(&str, Bound, f64)]) -> String {
        let mut words = Vec::new();
        for (name, bound, value) in bounds.iter().filter(|(_, bound, _)| !matches!(bound, Bound::None)) {
            let held = bound.holds(*value);
            words.push(
                format!("{name} {} {}", bound.words(), if held { "✓" } else { "✗" }).trim_start().to_owned(),
            );
            if !held {
                self.missed.push(format!("{what}: {name} {value:.2}, promised {}", bound.words()));
            }
        }
        words.join(", ")
    }
}

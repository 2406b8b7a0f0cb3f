//! How quickly a register fills with made-up data: `cargo bench --bench demo -- [APPEALS] [FOLDER]`.
//!
//! The folder should be on the disk that is to be measured; without one it is the system's temporary folder.

use std::error::Error;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use otklik::clock::Clock;
use otklik::desk::demo::{Demo, fill};

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
    let appeals = given.next().map_or(Ok(100_000), |word| word.parse())?;
    let folder = match given.next() {
        Some(folder) => tempfile::tempdir_in(PathBuf::from(folder))?,
        None => tempfile::tempdir()?,
    };
    let path = folder.path().join("demo.otklik");
    let now = Clock::Set("2026-11-24T14:05:00+03:00".parse()?);
    let begun = Instant::now();
    let made = fill(&path, &Demo { appeals, seed: 1 }, now, &mut |_, _| ControlFlow::Continue(()))
        .map_err(|refused| format!("{refused:?}"))?;
    let took = begun.elapsed();
    let bytes = std::fs::metadata(&path)?.len();
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    let (rate, mib) = (made.facts as f64 / took.as_secs_f64(), bytes as f64 / f64::from(1 << 20));
    writeln!(
        std::io::stdout(),
        "{} appeals ({} open), {} visits, {} facts in {:.2} s: {rate:.0} facts/s; {mib:.0} MiB",
        made.appeals,
        made.open,
        made.visits,
        made.facts,
        took.as_secs_f64()
    )?;
    Ok(())
}

//! The promised figures, in one table: `scripts/figures.sh [--appeals N] [--in FOLDER]`.
//!
//! Fills a register with made-up data in a folder of its own, and measures the program as it is built for release:
//! whole processes by the shell, screens in a pseudo-terminal of 80×24 that answers no question. What is promised as
//! a ratio is measured in turns with its floor, so that a busy machine slows both.
//!
//! Ends with 1 when a promise was not kept.

mod bare_table;
mod letters;
mod registration;
mod screen;
mod table;

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use otklik::clock::Clock;
use otklik::desk::{Desk, Filter, Part, Queue};
use otklik::paths::Paths;

use self::screen::Screen;
use self::table::{Bound, Sample, Table};

/// The program that is measured.
const OTKLIK: &str = env!("CARGO_BIN_EXE_otklik");
/// With this word this program is the bare table.
const BARE_TABLE: &str = "--bare-table";
/// What warms up the disk's cache and the machine, and is not counted.
const WARM_UP: usize = 10;

/// Down, up, left, right, as a terminal sends them.
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";

/// Through every screen and back; Esc leaves one, and at home says how to leave the desk.
const WALK: &[&[&str]] = &[
    // Each queue, the last from end to end, and a card.
    &[RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT],
    &["\x1b[6~", "\x1b[6~", "\x1b[1;5F", "\x1b[1;5H", DOWN, "\r", ESC],
    // Finding, and the three forms of what is new, with a letter typed into each.
    &["/", "и", "в", "а", DOWN, ESC, ESC],
    &[F7, "\r", "и", ESC, ESC],
    &[F7, DOWN, "\r", "и", ESC, ESC],
    &[F7, DOWN, DOWN, "\r", "и", ESC, ESC],
    // Help, all keys, all commands, drafts, persons; the office, its units, its staff.
    &[F1, F1, ESC, ESC, F9, ESC, "d", ESC, "p", ESC, ESC],
    &[F9, "Организация", "\r", ESC, ESC],
    &[F9, "Подразделения", "\r", "\r", ESC, ESC, ESC],
    &[F9, "Сотрудники", "\r", "\r", ESC, ESC, ESC],
    // To the replies that wait to be sent: preview, routing, a reply, annulling.
    &[LEFT, F3, ESC, F6, ESC, ESC, "r", ESC, ESC, F8, ESC, ESC],
    // The first of the papers that are files, a PDF.
    &[F5, "PDF", "\r"],
];
const ESC: &str = "\x1b";
const F1: &str = "\x1bOP";
const F3: &str = "\x1bOR";
const F5: &str = "\x1b[15~";
const F6: &str = "\x1b[17~";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";
const F9: &str = "\x1b[20~";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if given.iter().any(|word| word == BARE_TABLE) {
        bare_table::run()?;
        return Ok(ExitCode::SUCCESS);
    }
    let after = |name: &str| given.iter().skip_while(|word| *word != name).nth(1);
    let appeals: u32 = after("--appeals").map_or(Ok(100_000), |count| count.parse())?;
    // Not the system's folder for passing files, which may lie in memory.
    let folder = after("--in").map_or(Path::new(env!("CARGO_TARGET_TMPDIR")), Path::new);
    let folder = tempfile::tempdir_in(folder)?;
    let office = Office { home: folder.path().join("home") };
    let mut table = Table::begin()?;
    tell_load()?;
    demo(&mut table, &office, appeals)?;
    office.remember_somebody()?;
    starts(&mut table, &office)?;
    keys(&mut table, &office)?;
    queues(&mut table, &office)?;
    registrations(&mut table, &office, &folder.path().join("bare.db"))?;
    letters(&mut table, &office)?;
    memory(&mut table, &office)?;
    tell_load()?;
    Ok(if table.end()? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How busy the machine is, where it tells: with more at work than it has cores, only ratios and least times mean much.
fn tell_load() -> Result<(), Box<dyn Error>> {
    let Ok(load) = std::fs::read_to_string("/proc/loadavg") else { return Ok(()) };
    let load: Vec<&str> = load.split_whitespace().take(3).collect();
    let cores = std::thread::available_parallelism()?;
    Ok(writeln!(std::io::stdout(), "load of the last 1, 5, 15 minutes: {}; cores: {cores}", load.join(", "))?)
}

/// The office in the folder that was filled.
struct Office {
    home: PathBuf,
}

impl Office {
    fn home(&self) -> Result<&str, Box<dyn Error>> {
        Ok(self.home.to_str().ok_or("the folder's name is no text")?)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(OTKLIK);
        command.arg("--home").arg(&self.home).args(arguments).stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    fn screen(&self) -> Result<Screen, Box<dyn Error>> {
        Screen::start(Path::new(OTKLIK), &["--home", self.home()?])
    }

    fn desk(&self) -> Result<Desk, Box<dyn Error>> {
        let opened = Desk::at(&Paths::in_folder(&self.home).register, Clock::Machine);
        Ok(opened.map_err(|error| format!("{error:?}"))?.ok_or("the register was not made")?)
    }

    /// Leaves word of who sits here, as a desk does that was opened before.
    fn remember_somebody(&self) -> Result<(), Box<dyn Error>> {
        let paths = Paths::in_folder(&self.home);
        let desk = self.desk()?;
        let somebody = desk.usual_person(None).ok_or("the office has no usual person")?;
        std::fs::create_dir_all(&paths.state)?;
        Ok(std::fs::write(paths.person(), somebody.0)?)
    }
}

/// `otklik demo --appeals N`: facts a second, of the whole process.
fn demo(table: &mut Table, office: &Office, appeals: u32) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let done = office.command(&["demo", "--appeals", &appeals.to_string()]).status()?;
    let took = begun.elapsed();
    if !done.success() {
        return Err("the register was not filled".into());
    }
    let facts = office.desk()?.register().head().map_err(|error| format!("{error:?}"))?.office_seq;
    let facts = f64::from(u32::try_from(facts)?);
    let what = format!("demo --appeals {appeals}: facts a second");
    table.value(&what, facts / took.as_secs_f64(), Bound::AtLeast(40_000.0))?;
    match processor_time_of_children()? {
        Some(busy) => {
            Ok(table.value("  a second of the processor", facts / busy.as_secs_f64(), Bound::None)?)
        }
        None => Ok(()),
    }
}

/// What the processors spent on the programs that were started and have ended, where the system tells it.
fn processor_time_of_children() -> Result<Option<Duration>, Box<dyn Error>> {
    const TICKS: f64 = 100.0;
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return Ok(None) };
    // Behind the program's name: the 16th and 17th value of proc(5).
    let values = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: Vec<f64> = values.skip(13).take(2).map(str::parse).collect::<Result<_, _>>()?;
    Ok(Some(Duration::from_secs_f64(ticks.iter().sum::<f64>() / TICKS)))
}

/// From exec to the last byte of the first frame, in turns with the bare table.
fn starts(table: &mut Table, office: &Office) -> Result<(), Box<dyn Error>> {
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for time in 0..WARM_UP + 40 {
        let our = office.screen()?.first_frame()?;
        let bare = bare_table()?.first_frame()?;
        if time >= WARM_UP {
            ours.push(our.took);
            floor.push(bare.took);
        }
    }
    table.times("start to first frame: bare table, ms", &Sample::of(floor), Bound::None, Bound::None)?;
    Ok(table.times("start to first frame, ms", &Sample::of(ours), Bound::AtMost(30.0), Bound::None)?)
}

fn bare_table() -> Result<Screen, Box<dyn Error>> {
    Screen::start(&std::env::current_exe()?, &[BARE_TABLE])
}

/// From a key to its frame: along the queue, in turns with the bare table, and in a form.
fn keys(table: &mut Table, office: &Office) -> Result<(), Box<dyn Error>> {
    let (mut ours, mut bare) = (office.screen()?, bare_table()?);
    ours.first_frame()?;
    bare.first_frame()?;
    let (mut our, mut floor, mut bytes) = (Vec::new(), Vec::new(), 0);
    for time in 0..WARM_UP + 400 {
        let (frame, bare) = (ours.press(DOWN)?, bare.press(DOWN)?);
        if time >= WARM_UP {
            bytes += frame.bytes;
            our.push(frame.took);
            floor.push(bare.took);
        }
    }
    let bytes = f64::from(u32::try_from(bytes / our.len())?);
    let (our, floor) = (Sample::of(our), Sample::of(floor));
    let bound = Bound::AtMost(3.0 * floor.percentile(50));
    table.times("key to frame: bare table, ms", &floor, Bound::None, Bound::None)?;
    table.times("key to frame: along the queue, ms", &our, bound, Bound::AtMost(16.7))?;
    table.value("  times the bare table", our.percentile(50) / floor.percentile(50), Bound::AtMost(3.0))?;
    table.value("  bytes a frame", bytes, Bound::None)?;

    let mut screen = office.screen()?;
    screen.first_frame()?;
    let turns = along(WARM_UP + 100, |_| {
        // The list of all open ones comes first; to its right, round the end, are the overdue ones.
        let there = screen.press(RIGHT)?;
        screen.press(LEFT)?;
        Ok(there.took)
    })?;
    table
        .times("key to frame: first screen of overdue, ms", &turns, Bound::AtMost(5.0), Bound::None)
        .map_err(Into::into)
}

/// The overdue ones, asked for by the shell and within the program.
fn queues(table: &mut Table, office: &Office) -> Result<(), Box<dyn Error>> {
    let listed = along(WARM_UP + 50, |_| {
        let begun = Instant::now();
        let done = office.command(&["list", "--queue", "overdue", "--limit", "50"]).status()?;
        if done.success() { Ok(begun.elapsed()) } else { Err("the queue was not listed".into()) }
    })?;
    table.times("list --queue overdue --limit 50, ms", &listed, Bound::AtMost(20.0), Bound::None)?;
    let first = along(WARM_UP + 20, |_| {
        let desk = office.desk()?;
        let begun = Instant::now();
        let lines = desk.queue(Queue::Overdue, desk.today(), &Filter::default(), Part::First, 50);
        let took = begun.elapsed();
        lines.map_err(|error| format!("{error:?}"))?;
        Ok(took)
    })?;
    Ok(table.times("first 50 overdue, at a desk just opened, ms", &first, Bound::AtMost(5.0), Bound::None)?)
}

/// Durable registrations, in turns with the same rows put into bare SQLite.
fn registrations(table: &mut Table, office: &Office, bare: &Path) -> Result<(), Box<dyn Error>> {
    // The last to leave brings all into the one file; it is copied while nobody has it open.
    drop(office.desk()?);
    std::fs::copy(Paths::in_folder(&office.home).register, bare)?;
    let mut desk = office.desk()?;
    let somebody = desk.usual_person(None).ok_or("the office has no usual person")?;
    desk.sit(&somebody).map_err(|error| format!("{error:?}"))?;
    let (ours, floor) = registration::in_turns(&mut desk, bare, WARM_UP, 400)?;
    let ratio = ours.percentile(50) / floor.percentile(50);
    table.times("durable INSERTs of the same rows, bare SQLite, ms", &floor, Bound::None, Bound::None)?;
    table.times("durable registration, ms", &ours, Bound::None, Bound::None)?;
    Ok(table.value("  times bare SQLite", ratio, Bound::AtMost(1.5))?)
}

/// A thousand replies as PDF in one run.
fn letters(table: &mut Table, office: &Office) -> Result<(), Box<dyn Error>> {
    let batch = letters::run(&office.desk()?)?;
    table.times(
        "a reply as PDF, of 1,000 in one run, ms",
        &Sample::of(batch.each),
        Bound::AtMost(15.0),
        Bound::None,
    )?;
    match batch.grown {
        Some(mib) => Ok(table.value("  memory grown after the first 100, MiB", mib, Bound::AtMost(4.0))?),
        None => Ok(()),
    }
}

/// The most memory held after every screen was walked, a letter was printed and the file was checked behind them.
fn memory(table: &mut Table, office: &Office) -> Result<(), Box<dyn Error>> {
    let mut screen = office.screen()?;
    screen.first_frame()?;
    for keys in WALK.iter().copied().flatten() {
        screen.press(keys)?;
    }
    let letters = std::fs::read_dir(Paths::in_folder(&office.home).letters_out());
    if letters.map_or(0, Iterator::count) == 0 {
        return Err(format!("no letter was printed\n{}", screen.text()).into());
    }
    screen.wait_for_fewer_threads();
    match screen.peak_memory() {
        Some(mib) => {
            Ok(table.value("peak memory, every screen and a letter, MiB", mib, Bound::AtMost(40.0))?)
        }
        None => Ok(()),
    }
}

/// Does something so many times; the first do not count.
fn along(
    times: usize,
    mut job: impl FnMut(usize) -> Result<Duration, Box<dyn Error>>,
) -> Result<Sample, Box<dyn Error>> {
    let lengths: Vec<Duration> = (0..times).map(&mut job).collect::<Result<_, _>>()?;
    Ok(Sample::of(lengths.into_iter().skip(WARM_UP).collect()))
}

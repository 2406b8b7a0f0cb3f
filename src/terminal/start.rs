//! Opening the desk in a real terminal: who sits here, the screens, and what is checked behind them.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::app::{Cx, remembered_person};
use super::layers::Stack;
use super::modes::{Log, Screen, TerminalEvents};
use super::run::{Ending, Events, Program, Surface, run};
use super::screens::first_day::{self, Beginning};
use super::screens::{Home, Person, offer_drafts};
use super::theme::Theme;
use crate::clock::Clock;
use crate::desk::{Depth, Desk, DeskError, Finding, Report, StoreError, check};
use crate::i18n::Words;
use crate::letters::spooler::{Printer, Spooler};
use crate::paths::Paths;
use crate::standard::office::Login;

/// How long the check behind the screens waits: the first frame and the first look need the machine for themselves.
const CHECK_AFTER: Duration = Duration::from_secs(1);

/// What the desk is opened with.
#[derive(Debug)]
pub struct Start {
    /// Where its files lie.
    pub paths: Paths,
    /// The words of the screen.
    pub words: Words,
    /// The colours.
    pub theme: Theme,
    /// The printer of this desk's settings.
    pub printer: Option<Printer>,
    /// The system's printers.
    pub spooler: Spooler,
    /// Whoever was named to sit here.
    pub person: Option<Login>,
    /// The account of the operating system.
    pub os_user: Option<String>,
}

impl Start {
    /// What the first day begins with.
    fn beginning(&self, clock: Clock) -> Beginning {
        let words = self.words.clone();
        let (register, draft) = (self.paths.register.clone(), self.paths.first_day());
        Beginning::new(words, self.theme, register, clock, self.os_user.clone(), Some(draft))
    }
}

/// Why the desk did not open or did not go on.
#[derive(Debug)]
pub enum StartError {
    /// The desk refused.
    Desk(DeskError),
    /// The terminal failed.
    Terminal(io::Error),
}

impl From<DeskError> for StartError {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<io::Error> for StartError {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}

/// The desk's program: the queue, and the question who sits here where nobody is known.
///
/// # Errors
/// When the person that was named does not work here.
pub fn program(mut desk: Desk, start: Start, now: Instant) -> Result<Program<Cx>, DeskError> {
    seat(&mut desk, &start)?;
    let Start { paths, words, theme, printer, spooler, .. } = start;
    let mut context = Cx::new(desk, words, theme, paths, printer, spooler, now);
    let mut stack = Stack::new(Box::new(Home::new(&context)));
    if context.desk.actor().is_none() {
        let person = Person::new(&context);
        stack.open(Box::new(person));
    } else if let Some(said) = offer_drafts(&mut context) {
        stack.say(said);
    }
    Ok(Program { stack, context })
}

/// Seats whoever was named, was remembered, or is the only one to sit here.
fn seat(desk: &mut Desk, start: &Start) -> Result<(), DeskError> {
    if let Some(login) = &start.person {
        return desk.sit(login);
    }
    let remembered = remembered_person(&start.paths.person());
    let known = |login: &Login| desk.office().active_person(login).is_some();
    let mut people = desk.office().staff.values().filter(|person| person.retired.is_none());
    let only = match (people.next(), people.next()) {
        (Some(only), None) => Some(only.login.clone()),
        _ => None,
    };
    let mapped = || desk.person_of(start.os_user.as_deref());
    match remembered.filter(known).or_else(mapped).or(only) {
        Some(login) => desk.sit(&login),
        None => Ok(()),
    }
}

/// Runs the desk until the person leaves, the terminal is gone, or the program fails; drafts are durable when it
/// returns.
///
/// # Errors
/// When the surface fails; drafts are made durable all the same.
pub fn serve<S: Surface>(
    terminal: &mut Terminal<S>,
    events: &mut impl Events,
    program: &mut Program<Cx>,
) -> Result<Ending, S::Error> {
    // After a panic nothing is asked of the screens any more; what was typed is not theirs alone.
    let ended = catch_unwind(AssertUnwindSafe(|| run(terminal, events, program)));
    program.context.settle();
    // What a printer takes is still recorded; drafts are safe by now.
    program.context.leave_printing();
    ended.unwrap_or(Ok(Ending::Broke))
}

/// Opens the desk in this terminal; where there is no office yet, it is set up first. A fault of the program is one of
/// the ways in which it ends: the terminal is given back and the log written by then.
///
/// # Errors
/// When the register or the terminal refuses.
pub fn open_desk(clock: Clock, start: Start) -> Result<Ending, StartError> {
    catch_unwind(AssertUnwindSafe(|| on_screen(clock, start))).unwrap_or(Ok(Ending::Broke))
}

fn on_screen(clock: Clock, mut start: Start) -> Result<Ending, StartError> {
    let found = Desk::at(&start.paths.register, clock)?;
    let mut events = TerminalEvents::listen()?;
    let _screen = Screen::enter(Log { file: start.paths.log(), clock })?;
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let desk = match found {
        Some(desk) => desk,
        None => match first_day::set_up(&mut terminal, &mut events, start.beginning(clock))? {
            None => return Ok(Ending::Left),
            Some((desk, words)) => {
                start.words = words;
                desk
            }
        },
    };
    let mut program = program(desk, start, events.now())?;
    let path = program.context.desk.register().path().to_owned();
    program.context.watch(Verification::begin(path));
    Ok(serve(&mut terminal, &mut events, &mut program)?)
}

/// What the check of the whole file has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Checked {
    /// All facts are as they were written.
    Sound,
    /// Facts are not as they were written, or the file can't be read as a register.
    Damaged,
    /// It could not be looked at: others kept it locked, the system had no room. It may well be sound.
    NotLooked,
}

/// The check of the whole file that runs behind the screens.
#[derive(Debug)]
pub struct Verification(Receiver<Checked>);

impl Verification {
    /// Begins to check a register on a thread and a connection of its own.
    fn begin(path: std::path::PathBuf) -> Self {
        let (tell, told) = channel();
        std::thread::spawn(move || {
            std::thread::sleep(CHECK_AFTER);
            // Nobody listens any more once the desk has closed.
            let _ = tell.send(checked(|| check(&path, Depth::Chain), std::thread::sleep));
        });
        Self(told)
    }

    /// One that has found this.
    #[cfg(test)]
    pub(super) fn found(checked: Checked) -> Self {
        let (tell, told) = channel();
        tell.send(checked).unwrap();
        Self(told)
    }

    /// What the check has found, once that is known; an end without an answer is none.
    pub(super) fn result(&self) -> Option<Checked> {
        self.0.try_recv().ok()
    }
}

/// Looks until it has an answer, with longer and longer pauses where the file could not be looked at.
fn checked(mut look: impl FnMut() -> Result<Report, DeskError>, mut pause: impl FnMut(Duration)) -> Checked {
    /// From the first try to the last it is a quarter of an hour.
    const PAUSES: [Duration; 4] =
        [Duration::from_secs(30), Duration::from_mins(1), Duration::from_mins(4), Duration::from_mins(10)];
    let mut pauses = PAUSES.into_iter();
    loop {
        match look() {
            Ok(report) if report.findings.iter().all(Finding::spares_facts) => return Checked::Sound,
            Ok(_) => return Checked::Damaged,
            Err(error) if tells_of_damage(&error) => return Checked::Damaged,
            Err(_) => match pauses.next() {
                Some(time) => pause(time),
                None => return Checked::NotLooked,
            },
        }
    }
}

/// Whether a register that could not be checked is no sound one; else it could only not be looked at.
const fn tells_of_damage(error: &DeskError) -> bool {
    match error {
        DeskError::Unfoldable(_) | DeskError::Store(StoreError::Damaged(_)) => true,
        DeskError::Open(error) => error.is_of_what_it_holds(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::OpenError;
    use crate::register::ChainHead;

    /// What is answered to a check that sees these one after another, and how often it looked.
    fn answer(seen: impl IntoIterator<Item = Result<Report, DeskError>>) -> (Checked, usize) {
        let (mut seen, mut pauses) = (seen.into_iter(), 0);
        let answer = checked(|| seen.next().unwrap(), |_| pauses += 1);
        (answer, pauses + 1)
    }

    fn report(findings: Vec<Finding>) -> Report {
        Report { facts: 1, findings, trusted: ChainHead::EMPTY, head: ChainHead::EMPTY }
    }

    fn busy() -> Result<Report, DeskError> {
        Err(DeskError::Open(OpenError::Busy))
    }

    #[test]
    fn a_register_that_is_busy_is_looked_at_again_and_not_called_damaged() {
        assert_eq!(answer([busy(), busy(), Ok(report(Vec::new()))]), (Checked::Sound, 3));
        let altered = Finding::Altered { office: uuid::Uuid::nil(), office_seq: 1 };
        assert_eq!(answer([busy(), Ok(report(vec![altered]))]), (Checked::Damaged, 2));
        assert_eq!(answer(std::iter::repeat_with(busy)).0, Checked::NotLooked);
        let no_files_left = || Err(DeskError::Open(OpenError::Io(io::Error::from_raw_os_error(24))));
        assert_eq!(answer(std::iter::repeat_with(no_files_left)).0, Checked::NotLooked);
    }

    #[test]
    fn what_is_no_register_is_damaged_at_once() {
        for error in [OpenError::NotARegister, OpenError::Truncated { expected: 4096, found: 100 }] {
            assert_eq!(answer([Err(DeskError::Open(error))]), (Checked::Damaged, 1));
        }
    }
}

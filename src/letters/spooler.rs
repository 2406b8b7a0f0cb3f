//! The system's printers. Only `run` knows the system: elsewhere than under Linux and macOS there is no `lp`, which is
//! said like any other trouble, and the letter stays.

use std::io::{self, Read, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::cp866;
use super::deliver::{DeliverError, Form};
use crate::standard::code::closed_list;

/// How long the system may think before it is said to be silent.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a program of the system is asked whether it is done.
const NAP: Duration = Duration::from_millis(5);

closed_list! {
    /// What a printer takes.
    Takes {
        /// Pages.
        Pdf = "pdf",
        /// Text in UTF-8, which the system sets.
        Text = "text",
        /// Text in the code page 866, which the printer itself sets: a dot-matrix one.
        TextCp866 = "text-cp866",
    }
}

impl Takes {
    /// What a letter for it is made into.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Self::Pdf => Form::Pdf,
            Self::Text | Self::TextCp866 => Form::Pages,
        }
    }
}

/// A printer, and what it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its name; the system's default where it has none.
    pub name: Option<String>,
    /// What it takes.
    pub takes: Takes,
}

impl Printer {
    /// The system's default, which takes pages.
    pub const USUAL: Self = Self { name: None, takes: Takes::Pdf };
}

/// How many copies are printed: 1 to 99.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copies(u8);

impl Copies {
    /// One.
    pub const ONE: Self = Self(1);
    /// The most that a letter may need.
    pub const MOST: u8 = 99;

    /// So many copies; none where it is no number of copies.
    #[must_use]
    pub const fn new(count: u8) -> Option<Self> {
        if count >= 1 && count <= Self::MOST { Some(Self(count)) } else { None }
    }

    /// How many.
    #[must_use]
    pub const fn count(self) -> u8 {
        self.0
    }
}

/// A printer of the system as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Its name.
    pub name: String,
    /// Letters go to it where no printer is named.
    pub is_default: bool,
    /// It takes letters and prints none; the system's reason, which may be empty.
    pub stopped: Option<String>,
}

/// A letter that the system took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spooled {
    /// The printer, as the system calls it.
    pub printer: Option<String>,
    /// The printer is stopped, and the letter waits there; the system's reason, which may be empty.
    pub waits: Option<String>,
    /// Signs of the letter that the printer's code page has not.
    pub unknown_signs: usize,
}

/// The system's spooler.
#[derive(Debug, Clone)]
pub struct Spooler {
    /// Where its programs lie; looked for as any program where no folder is named.
    folder: Option<PathBuf>,
    patience: Duration,
}

impl Default for Spooler {
    fn default() -> Self {
        Self { folder: None, patience: PATIENCE }
    }
}

impl Spooler {
    /// The programs of one folder in the place of the system's.
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..Self::default() }
    }

    /// Another patience.
    #[must_use]
    pub const fn waiting(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The printers there are, by name.
    ///
    /// # Errors
    /// When there is no spooler, it does not run, or it is silent.
    pub fn queues(&self) -> Result<Vec<Queue>, DeliverError> {
        // Printers that are only found on the network stand in the first list alone.
        let found = self.run("lpstat", &["-e"], &[])?;
        let told = self.run("lpstat", &["-d", "-p"], &[])?;
        let said = String::from_utf8_lossy(&told.stderr);
        if said.contains("not running") || said.contains("nable to connect") {
            return Err(DeliverError::SpoolerDown);
        }
        Ok(queues(&String::from_utf8_lossy(&found.stdout), &String::from_utf8_lossy(&told.stdout)))
    }

    /// Gives a letter to a printer. Its name and the letter's title are arguments, never words of a shell.
    ///
    /// # Errors
    /// When there is no spooler, it does not run, or it refuses; then nothing was printed. When it is silent: then the
    /// letter may stand in its queue all the same.
    pub fn print(
        &self,
        printer: &Printer,
        copies: Copies,
        title: &str,
        bytes: &[u8],
    ) -> Result<Spooled, DeliverError> {
        let copies = copies.0.to_string();
        let title: String = title.chars().filter(|c| !c.is_control()).collect();
        let mut args = vec!["-n", &copies, "-t", &title];
        if let Some(name) = &printer.name {
            args.extend(["-d", name]);
        }
        let encoded =
            (printer.takes == Takes::TextCp866).then(|| cp866::encode(&String::from_utf8_lossy(bytes)));
        if encoded.is_some() {
            // The system takes all text for UTF-8; this one it must hand on as it is.
            args.extend(["-o", "raw"]);
        }
        args.extend(["--", "-"]);
        let output = self.run("lp", &args, encoded.as_ref().map_or(bytes, |encoded| &encoded.bytes))?;
        if !output.status.success() {
            let error = refused(&String::from_utf8_lossy(&output.stderr), printer.name.as_deref());
            let unknown = matches!(error, DeliverError::UnknownPrinter(_) | DeliverError::NoDefaultPrinter);
            // Where the spooler does not run, `lp` knows no printer either, and says only that.
            return Err(if unknown && !self.runs() { DeliverError::SpoolerDown } else { error });
        }
        let taken_by = taken_by(&String::from_utf8_lossy(&output.stdout)).or_else(|| printer.name.clone());
        Ok(Spooled {
            waits: taken_by.as_deref().and_then(|name| self.why_stopped(name)),
            printer: taken_by,
            unknown_signs: encoded.map_or(0, |encoded| encoded.unknown),
        })
    }

    /// Whether the spooler runs, as far as it is known.
    fn runs(&self) -> bool {
        let told = self.run("lpstat", &["-r"], &[]);
        told.is_ok_and(|told| !String::from_utf8_lossy(&told.stdout).contains("not running"))
    }

    /// Why a printer is stopped, if it is. A spooler that does not say is not known to be.
    fn why_stopped(&self, name: &str) -> Option<String> {
        let told = self.run("lpstat", &["-p", name], &[]).ok()?;
        let queues = queues("", &String::from_utf8_lossy(&told.stdout));
        queues.into_iter().find(|queue| queue.name == name)?.stopped
    }

    /// Runs a program of the system in its plain language, for as long as patience lasts.
    fn run(&self, program: &str, args: &[&str], input: &[u8]) -> Result<Output, DeliverError> {
        let path = self.folder.as_ref().map_or_else(|| program.into(), |folder| folder.join(program));
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => DeliverError::NoSpooler,
            _ => DeliverError::Unrun(error),
        };
        let mut command = Command::new(path);
        command.args(args).env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::piped()).spawn().map_err(failed)?;
        let (stdout, stderr) = (listen(child.stdout.take()), listen(child.stderr.take()));
        let stdin = child.stdin.take();
        let input = input.to_owned();
        // One that takes no more says why on its standard error.
        thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
        let until = Instant::now() + self.patience;
        loop {
            match child.try_wait().map_err(failed)? {
                Some(status) => {
                    let heard = |from: Receiver<Vec<u8>>| {
                        // What it began may go on and hold the line: it has nothing to say to us.
                        from.recv_timeout(until.saturating_duration_since(Instant::now())).unwrap_or_default()
                    };
                    return Ok(Output { status, stdout: heard(stdout), stderr: heard(stderr) });
                }
                None if Instant::now() >= until => return Err(give_up(&mut child)),
                None => thread::sleep(NAP),
            }
        }
    }
}

/// Ends a program that is silent.
fn give_up(child: &mut Child) -> DeliverError {
    // It may have ended just now: then there is nothing to end.
    let _ = child.kill();
    let _ = child.wait();
    DeliverError::SpoolerSilent
}

/// All that a program says, once it has said it.
fn listen(from: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (tell, told) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What can't be read was not said; nobody listens any more where it was given up.
        let _ = from.map(|mut from| from.read_to_end(&mut bytes));
        let _ = tell.send(bytes);
    });
    told
}

/// What a refusal of `lp` means.
fn refused(said: &str, printer: Option<&str>) -> DeliverError {
    let said = said.trim();
    let name = printer.unwrap_or_default().to_owned();
    let is = |words: &[&str]| words.iter().any(|words| said.to_lowercase().contains(words));
    if is(&[
        "not responding",
        "not running",
        "unable to connect",
        "connection refused",
        "bad file descriptor",
    ]) {
        DeliverError::SpoolerDown
    } else if is(&["no default destination"]) {
        DeliverError::NoDefaultPrinter
    } else if is(&["not accepting"]) {
        DeliverError::NotAccepting(name)
    } else if printer.is_some() && is(&["does not exist", "unknown destination", "unknown printer"]) {
        DeliverError::UnknownPrinter(name)
    } else {
        DeliverError::Printer(said.to_owned())
    }
}

/// The printer that took a letter, by «request id is NAME-12 (1 file(s))».
fn taken_by(said: &str) -> Option<String> {
    let id = said.strip_prefix("request id is ")?.split_whitespace().next()?;
    let (name, number) = id.rsplit_once('-')?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| name.to_owned())
}

/// The printers that `lpstat -e` names and `lpstat -d -p` describes.
fn queues(named: &str, described: &str) -> Vec<Queue> {
    let mut queues: Vec<Queue> = Vec::new();
    let add = |queues: &mut Vec<Queue>, name: &str| {
        queues.iter().position(|queue| queue.name == name).unwrap_or_else(|| {
            queues.push(Queue { name: name.to_owned(), is_default: false, stopped: None });
            queues.len() - 1
        })
    };
    for name in named.lines().map(str::trim).filter(|name| !name.is_empty() && !name.contains(' ')) {
        add(&mut queues, name);
    }
    let mut default = None;
    let mut last = None;
    for line in described.lines() {
        if let Some(name) = line.strip_prefix("system default destination: ") {
            default = Some(name.trim());
        } else if let Some((name, state)) =
            line.strip_prefix("printer ").and_then(|line| line.split_once(' '))
        {
            let at = add(&mut queues, name);
            queues[at].stopped = state.starts_with("disabled").then(String::new);
            last = Some(at);
        } else if let Some(reason) = line.strip_prefix('\t') {
            // «reason unknown» and «Paused» say no more than that it is stopped.
            let says_why = !["reason unknown", "Paused"].contains(&reason.trim());
            if let Some(why) =
                last.take().and_then(|at: usize| queues[at].stopped.as_mut()).filter(|_| says_why)
            {
                why.push_str(reason.trim());
            }
        }
    }
    for queue in &mut queues {
        queue.is_default = Some(queue.name.as_str()) == default;
    }
    queues.sort_by(|one, other| one.name.cmp(&other.name));
    queues
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printers_are_read_with_the_default_and_with_what_stands_still() {
        let named = "Канцелярия\nHP_LaserJet\nNetwork_Only\n";
        let described = "system default destination: HP_LaserJet\n\
            printer Канцелярия disabled since Thu Nov 26 03:54:29 2026 -\n\tБумага кончилась\n\
            printer HP_LaserJet now printing HP_LaserJet-7.  enabled since Thu Nov 26 03:54:29 2026\n\
            printer Old disabled since Thu Nov 26 -\n\tPaused\n";
        let queue = |name: &str, is_default, stopped: Option<&str>| Queue {
            name: name.to_owned(),
            is_default,
            stopped: stopped.map(str::to_owned),
        };
        assert_eq!(
            queues(named, described),
            [
                queue("HP_LaserJet", true, None),
                queue("Network_Only", false, None),
                queue("Old", false, Some("")),
                queue("Канцелярия", false, Some("Бумага кончилась")),
            ]
        );
        assert_eq!(queues("", "no system default destination\n"), []);
        assert_eq!(queues("lpstat: strange words\n", ""), [], "a sentence is no printer");
    }

    #[test]
    fn the_printer_that_took_a_letter_is_known_by_its_request() {
        assert_eq!(taken_by("request id is HP-Laser-2-17 (0 file(s))\n").as_deref(), Some("HP-Laser-2"));
        assert_eq!(taken_by("no such words"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_spooler_that_hangs_is_given_up() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let made_up = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/printer");
        for program in ["lp", "lpstat"] {
            symlink(made_up.join(program), folder.path().join(program)).unwrap();
        }
        std::fs::write(folder.path().join("silent"), "").unwrap();
        let spooler = Spooler::in_folder(folder.path().to_owned()).waiting(Duration::from_millis(50));
        // More than a pipe holds: nobody reads it.
        let letter = vec![b'x'; 1024 * 1024];
        let printed = spooler.print(&Printer::USUAL, Copies::ONE, "Ответ", &letter);
        assert!(matches!(printed, Err(DeliverError::SpoolerSilent)), "{printed:?}");
        assert!(matches!(spooler.queues(), Err(DeliverError::SpoolerSilent)));
    }

    #[test]
    fn copies_are_one_to_ninety_nine() {
        assert_eq!(Copies::new(0), None);
        assert_eq!(Copies::new(99).map(Copies::count), Some(99));
        assert_eq!(Copies::new(100), None);
    }
}

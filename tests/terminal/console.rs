//! A person at a terminal: what the program writes is a screen, what is typed are bytes.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// The moment at which every story begins: a Tuesday.
pub const NOW: &str = "2026-11-24T14:05:00+03:00";

/// More steps than any form of these stories has fields.
const FAR: usize = 48;

/// How long to wait for what must come.
pub fn patience() -> Duration {
    let seconds = std::env::var("OTKLIK_TEST_WAIT").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(20))
}

/// Function keys as xterm sends them.
pub fn f(number: u8) -> &'static str {
    match number {
        1 => "\x1bOP",
        2 => "\x1bOQ",
        3 => "\x1bOR",
        4 => "\x1bOS",
        5 => "\x1b[15~",
        6 => "\x1b[17~",
        7 => "\x1b[18~",
        8 => "\x1b[19~",
        9 => "\x1b[20~",
        10 => "\x1b[21~",
        other => panic!("no F{other}"),
    }
}

/// The folder of one desk.
pub struct Home(tempfile::TempDir);

impl Home {
    /// An empty folder.
    pub fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with an office, set up by the shell: Иванова may do everything.
    pub fn set_up() -> Self {
        let home = Self::empty();
        let out = home.shell(&[
            "setup",
            "--office",
            "АО «ЭнскЭнерго»",
            "--code",
            "ЭН1",
            "--unit",
            "ЦОК",
            "--person",
            "Иванова Анна Петровна",
            "--login",
            "ivanova",
            "--position",
            "Начальник центра",
            "--phone",
            "+7 3822 11-22-33",
            "--sign",
        ]);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        home
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A command of the shell, not yet run.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_otklik"));
        command.arg("--home").arg(self.path()).args(args).env("OTKLIK_NOW", NOW).env("LANG", "ru_RU.UTF-8");
        command
    }

    /// Runs a command of the shell.
    pub fn shell(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a command of the shell that must be done answers.
    pub fn asks(&self, args: &[&str]) -> String {
        let out = self.shell(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    }

    /// The letters that were written as files of this form.
    pub fn letters(&self, extension: &str) -> Vec<PathBuf> {
        let Ok(folder) = std::fs::read_dir(self.path().join("letters-out")) else { return Vec::new() };
        let files = folder.map(|entry| entry.unwrap().path());
        files.filter(|file| file.extension().is_some_and(|end| end == extension)).collect()
    }
}

/// The program in a terminal.
pub struct Console {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    line: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Everything it wrote.
    pub written: Vec<u8>,
    /// How much of it the screen shows.
    drawn: usize,
    child: Box<dyn Child + Send + Sync>,
}

impl Console {
    /// The desk of this folder in a window of 80×24.
    pub fn at(home: &Home) -> Self {
        Self::with(home, &[("TERM", "xterm-256color"), ("LANG", "ru_RU.UTF-8")])
    }

    /// The same in an environment of one's own.
    pub fn with(home: &Home, environment: &[(&str, &str)]) -> Self {
        Self::of(desk_of(home, environment), 80, 24)
    }

    /// The same in a window of this size.
    pub fn sized(home: &Home, columns: u16, rows: u16) -> Self {
        Self::of(desk_of(home, &[("TERM", "xterm-256color"), ("LANG", "ru_RU.UTF-8")]), columns, rows)
    }

    /// Any program in a window.
    pub fn of(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, line) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            // The end of a pseudo-terminal is an error to read.
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(size_of(rows), size_of(columns), 0);
        Self { master: pair.master, keyboard, line, screen, written: Vec::new(), drawn: 0, child }
    }

    /// The screen as it is read by eye.
    pub fn reads(&self) -> String {
        self.screen.screen().contents()
    }

    /// The size and state of the screen.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Sends bytes as the keyboard does.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        // Whoever has ended reads no more; what comes of it is looked for on the screen.
        let _ = self.keyboard.write_all(keys.as_bytes()).and_then(|()| self.keyboard.flush());
        self
    }

    /// Pastes a text as terminals do that bracket it.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.types(&format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Waits until the screen says this, perhaps over several lines.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.waits_until(&format!("«{text}»"), |console| flat(&console.reads()).contains(text))
    }

    /// Waits until something is so.
    pub fn waits_until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) -> &mut Self {
        let deadline = Instant::now() + patience();
        while !is_so(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.line.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!("waited for {what}: {error}\n{}", self.reads()),
            }
        }
        self
    }

    /// Listens for a while, or until the screen says this; whether it did.
    pub fn hears_for(&mut self, time: Duration, text: &str) -> bool {
        let deadline = Instant::now() + time;
        while !self.reads().contains(text) {
            match self.line.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => return false,
            }
        }
        true
    }

    /// Takes what came. A frame is looked at when it is whole, as terminals do that know synchronized output: half of one
    /// would show a cursor in a field whose label is not drawn yet.
    fn take(&mut self, bytes: &[u8]) {
        const BEGINS: &[u8] = b"\x1b[?2026h";
        const ENDS: &[u8] = b"\x1b[?2026l";
        self.written.extend_from_slice(bytes);
        let whole = match (last(&self.written, BEGINS), last(&self.written, ENDS)) {
            (Some(begins), ends) if ends.is_none_or(|ends| ends < begins) => begins,
            _ => self.written.len(),
        };
        if whole > self.drawn {
            self.screen.process(&self.written[self.drawn..whole]);
            self.drawn = whole;
        }
    }

    /// The label of the field, or the name of the button, that has the cursor.
    fn field(&self) -> Option<String> {
        let rows = self.reads();
        let marked = |line: &&str| line.starts_with('>') || line.trim_start().starts_with(">[");
        let line = rows.lines().find(marked)?.trim_start();
        line.strip_prefix('>').and_then(|line| line.split(['*', '_']).next()).map(|label| {
            let words: Vec<_> = label.split("  ").collect();
            words[0].trim().to_owned()
        })
    }

    /// Walks down a form to the field of this label.
    pub fn go_to(&mut self, label: &str) -> &mut Self {
        for _ in 0..FAR {
            self.waits_until("a field", |console| console.field().is_some());
            let here = self.field();
            if here.as_deref() == Some(label) {
                return self;
            }
            self.types("\t").waits_until("the next field", |console| console.field() != here);
        }
        panic!("no field «{label}»:\n{}", self.reads())
    }

    /// From the empty queue to a new letter.
    pub fn begins_a_letter(&mut self) -> &mut Self {
        self.sees("Открытых обращений нет.").types(f(7)).sees("Что поступило?");
        self.types("Письмо\r").sees("› Письмо")
    }

    /// Fills the field of this label.
    pub fn fill(&mut self, label: &str, text: &str) -> &mut Self {
        self.go_to(label).types(text)
    }

    /// Fills the field of this label in the place of what the form offered.
    pub fn refill(&mut self, label: &str, text: &str) -> &mut Self {
        let emptied = "\x17".repeat(FAR);
        self.go_to(label).types("\x1b[F").types(&emptied).types(text)
    }

    /// Chooses from the list of the field of this label what has this title.
    pub fn choose(&mut self, label: &str, title: &str) -> &mut Self {
        self.go_to(label).types(f(4)).waits_until("the list", |console| console.reads().contains('└'));
        self.types(title).types("\r").waits_until("the field as it was chosen", |console| {
            !console.reads().contains('└') && flat(&console.reads()).contains(&format!("{title}_"))
        })
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.screen.screen_mut().set_size(size_of(rows), size_of(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).unwrap();
        self
    }

    /// The number of the program's process.
    pub fn id(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    /// Sends a signal to the program.
    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.id(), signal).unwrap();
        self
    }

    /// Sets the line as it stood before the program took it, as a shell does that comes to the front.
    pub fn line_is_cooked(&mut self) -> &mut Self {
        let tty =
            std::fs::File::options().read(true).write(true).open(self.master.tty_name().unwrap()).unwrap();
        let status = Command::new("stty").arg("sane").stdin(tty).status().unwrap();
        assert!(status.success());
        self
    }

    /// Whether the screen shows all that was written: no frame is half drawn.
    pub fn is_still(&self) -> bool {
        self.drawn == self.written.len()
    }

    /// How many bytes the program writes to show what these keys do, once the screen has it.
    pub fn cost_of(&mut self, keys: &str, what: &str, is_shown: impl Fn(&Self) -> bool) -> usize {
        let before = self.written.len();
        self.types(keys).waits_until(what, |desk| is_shown(desk) && desk.is_still());
        self.written.len() - before
    }

    /// Waits for the program to end, and takes all it still wrote.
    pub fn ends(&mut self) -> ExitStatus {
        let deadline = Instant::now() + patience();
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.line.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => return self.child.wait().unwrap(),
                Err(RecvTimeoutError::Timeout) => panic!("it did not end:\n{}", self.reads()),
            }
        }
    }

    /// Ends it by F10.
    pub fn leaves(&mut self) {
        let status = self.types(f(10)).ends();
        assert!(status.success(), "{status}: {}", self.reads());
    }

    /// How the terminal's line is set, as far as a shell needs it.
    pub fn line_modes(&self) -> String {
        let modes = self.master.get_termios().unwrap();
        let mut said = String::new();
        write!(said, "{:?} {:?} {:?}", modes.input_flags, modes.output_flags, modes.local_flags).unwrap();
        said
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The desk of a folder, as a command.
pub fn desk_of(home: &Home, environment: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_otklik"));
    command.args(["--home".as_ref(), home.path().as_os_str()]);
    command.cwd(home.path());
    command.env_clear();
    for (name, value) in environment.iter().chain(&[("OTKLIK_NOW", NOW)]) {
        command.env(name, value);
    }
    command
}

fn size_of(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap()
}

/// Where a sequence was written for the last time.
pub fn last(written: &[u8], sequence: &[u8]) -> Option<usize> {
    written.windows(sequence.len()).rposition(|bytes| bytes == sequence)
}

/// A screen in one line.
pub fn flat(screen: &str) -> String {
    let plain = screen.replace(['─', '│', '┌', '┐', '└', '┘'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

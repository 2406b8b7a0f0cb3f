//! The terminal's modes: taken when the screen begins, given back however it ends.

use std::backtrace::Backtrace;
use std::fs::OpenOptions;
use std::io::{self, IsTerminal, Write};
use std::panic::{self, PanicHookInfo};
use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{event, execute, style};

use crate::clock::Clock;
use crate::standard::office::offset;

use super::run::{Ending, Events, Happening};

/// How often we look whether the terminal still lives when nothing else is to be done.
const PULSE: Duration = Duration::from_secs(1);

static ENTERED: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// Holds the terminal in our modes, and gives it back when dropped, also by a panic.
#[derive(Debug)]
pub struct Screen(());

/// Whether this is a terminal that can show a screen: one on both ends, which does not call itself dumb.
#[must_use]
pub fn is_there() -> bool {
    // On Windows the console needs no name.
    let named = || std::env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb");
    io::stdin().is_terminal() && io::stdout().is_terminal() && (cfg!(windows) || named())
}

impl Screen {
    /// Takes the terminal: raw mode, the alternate screen, bracketed paste. No keyboard protocol
    /// that would hide the layout's letters (crossterm 0.29 drops the base key), no mouse.
    ///
    /// A panic gives the terminal back before anything is said, and is told in `log`: on the screen it would be lost.
    ///
    /// # Errors
    /// When standard input or output is no terminal or can't be set.
    pub fn enter(log: Log) -> io::Result<Self> {
        if !is_there() {
            return Err(io::Error::from(io::ErrorKind::NotConnected));
        }
        HOOK.call_once(|| {
            let drawing = thread::current().id();
            let previous = panic::take_hook();
            panic::set_hook(Box::new(move |panicked| {
                if !ENTERED.load(Ordering::SeqCst) {
                    return previous(panicked);
                }
                // Another thread's panic must not take the screen from the one that draws, nor write over it.
                if thread::current().id() == drawing {
                    restore();
                }
                // Where there is no room for the log, the sentence at the end is all there is.
                let _ = log.tell(panicked);
            }));
        });
        // NO_COLOR is our theme's business: crossterm's own way loses reverse video with it.
        style::force_color_output(true);
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let screen = Self(());
        take()?;
        Ok(screen)
    }
}

/// Asks the terminal for our modes.
fn take() -> io::Result<()> {
    // A terminal without a second screen shows what stood there: it is cleared, not drawn over.
    execute!(io::stdout(), EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste)
}

/// Takes the terminal once more: whoever had it while the program was stopped set it as they liked.
fn take_again() -> io::Result<()> {
    if !ENTERED.load(Ordering::SeqCst) {
        return Ok(());
    }
    // Raw mode is only set where it is thought not to be.
    disable_raw_mode()?;
    enable_raw_mode()?;
    take()
}

/// Where a panic is told, and by which clock.
#[derive(Debug)]
pub struct Log {
    /// The file; what was told before stays.
    pub file: PathBuf,
    /// The clock.
    pub clock: Clock,
}

impl Log {
    /// Tells when and where it was, and how it came there. The words of a panic may hold what a client wrote, and are
    /// left out.
    fn tell(&self, panicked: &PanicHookInfo<'_>) -> io::Result<()> {
        let now = self.clock.now(offset(self.clock.offset_minutes())).to_rfc3339();
        let place = panicked.location().map(ToString::to_string).unwrap_or_default();
        let way = Backtrace::force_capture();
        let told = format!("{now} otklik {} panic {place}\n{way}\n", env!("CARGO_PKG_VERSION"));
        OpenOptions::new().create(true).append(true).open(&self.file)?.write_all(told.as_bytes())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was; a second time does nothing.
pub fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // A terminal that is gone can't be restored, and nobody is there to be told.
        let mut out = io::stdout();
        let shown = execute!(
            out,
            crossterm::terminal::EndSynchronizedUpdate,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Show
        );
        let cooked = disable_raw_mode();
        let flushed = out.flush();
        drop((shown, cooked, flushed));
    }
}

/// The events of the real terminal and the signals of the system.
///
/// They are read on threads of their own, so that a signal is heard even where reading from a
/// dead terminal never returns (crossterm 0.29 does not see the end of its input).
#[derive(Debug)]
pub struct TerminalEvents {
    happenings: Receiver<(Happening, Instant)>,
    came: Instant,
}

impl TerminalEvents {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system allows no thread or no signal handler.
    pub fn listen() -> io::Result<Self> {
        let (sender, happenings) = mpsc::channel();
        listen_to_signals(sender.clone())?;
        thread::Builder::new().name("keys".to_owned()).spawn(move || {
            loop {
                let happening = match event::read() {
                    Ok(event) => Happening::Event(event),
                    Err(_) => Happening::Ended(Ending::NoTerminal),
                };
                let last = matches!(happening, Happening::Ended(_));
                if sender.send((happening, Instant::now())).is_err() || last {
                    break;
                }
            }
        })?;
        Ok(Self { happenings, came: Instant::now() })
    }
}

impl Events for TerminalEvents {
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening> {
        match self.happenings.recv_timeout(wait.unwrap_or(PULSE)) {
            Ok((happening, came)) => {
                self.came = came;
                if happening == Happening::Continued {
                    // A terminal that can't be set can't be drawn on either, and that ends the loop.
                    let _ = take_again();
                }
                Some(happening)
            }
            Err(RecvTimeoutError::Disconnected) => Some(Happening::Ended(Ending::NoTerminal)),
            // Asked only after a real wait: while keys are drained this would be a call a key.
            Err(RecvTimeoutError::Timeout) if wait != Some(Duration::ZERO) && !io::stdin().is_terminal() => {
                Some(Happening::Ended(Ending::NoTerminal))
            }
            Err(RecvTimeoutError::Timeout) => None,
        }
    }

    fn now(&self) -> Instant {
        Instant::now()
    }

    fn came(&self) -> Instant {
        self.came
    }

    fn marks_pastes(&self) -> bool {
        cfg!(unix) && std::env::var("TERM").is_ok_and(|term| brackets_pastes(&term))
    }
}

/// Whether terminals of this name have bracketed paste. The Linux console, the VT ones and Windows' have none, and not
/// every `screen`.
fn brackets_pastes(term: &str) -> bool {
    const HAVE_IT: [&str; 9] =
        ["xterm", "tmux", "rxvt", "putty", "alacritty", "foot", "konsole", "gnome", "vte"];
    HAVE_IT.iter().any(|name| term.starts_with(name))
}

#[cfg(unix)]
fn listen_to_signals(sender: Sender<(Happening, Instant)>) -> io::Result<()> {
    use std::sync::Arc;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;

    /// How long the program may take to end in order once it was told to.
    const GRACE: Duration = Duration::from_secs(5);

    // A limit on the size of files is a full disk: the write says so, the program goes on.
    signal_hook::flag::register(SIGXFSZ, Arc::default())?;
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in &mut signals {
            let happening = match signal {
                SIGCONT => Happening::Continued,
                SIGHUP => Happening::Ended(Ending::HungUp),
                _ => Happening::Ended(Ending::Terminated),
            };
            let last = matches!(happening, Happening::Ended(_));
            if sender.send((happening, Instant::now())).is_err() {
                break;
            }
            if last {
                // Whoever draws may hang in a write to a terminal that is gone. What was typed is
                // in the drafts already; what was saved is durable.
                thread::sleep(GRACE);
                restore();
                std::process::exit(128 + signal);
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn listen_to_signals(_sender: Sender<(Happening, Instant)>) -> io::Result<()> {
    Ok(())
}

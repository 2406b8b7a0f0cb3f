//! A program at a pseudo-terminal of 80×24, and the time from a key to the last byte of its frame.
//!
//! The terminal answers no question: a program that waits for an answer shows it in its figures.

use std::error::Error;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A frame has ended when nothing has come for so long.
const QUIET: Duration = Duration::from_millis(30);
/// A frame that has not come by then does not come.
const PATIENCE: Duration = Duration::from_secs(20);
/// What ends a synchronized frame.
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// A program on a screen of its own.
pub struct Screen {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    came: Receiver<(Instant, Vec<u8>)>,
    shown: vt100::Parser,
    started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

/// One frame as it arrived.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// From the key, or the start of the program, to the frame's last byte.
    pub took: Duration,
    /// How many bytes it took.
    pub bytes: usize,
}

impl Screen {
    /// Starts a program.
    ///
    /// # Errors
    /// When there is no terminal to be had or no such program.
    pub fn start(program: &Path, arguments: &[&str]) -> Result<Self, Box<dyn Error>> {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        let mut output = pair.master.try_clone_reader()?;
        let keys = pair.master.take_writer()?;
        let (tell, came) = channel();
        std::thread::spawn(move || {
            let mut piece = vec![0; 65_536];
            while let Ok(length @ 1..) = output.read(&mut piece) {
                if tell.send((Instant::now(), piece[..length].to_vec())).is_err() {
                    break;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        let shown = vt100::Parser::default();
        Ok(Self { child, keys, came, shown, started, _master: pair.master })
    }

    /// The first frame.
    ///
    /// # Errors
    /// When none comes.
    pub fn first_frame(&mut self) -> Result<Frame, Box<dyn Error>> {
        self.frame(self.started)
    }

    /// Presses keys at once and waits for the frame they lead to.
    ///
    /// # Errors
    /// When none comes.
    pub fn press(&mut self, keys: &str) -> Result<Frame, Box<dyn Error>> {
        while let Ok((_, bytes)) = self.came.try_recv() {
            self.shown.process(&bytes);
        }
        let pressed = Instant::now();
        self.keys.write_all(keys.as_bytes())?;
        self.keys.flush()?;
        self.frame(pressed)
            .map_err(|error| format!("after {keys:?}: {error}\n{}", self.shown.screen().contents()).into())
    }

    fn frame(&mut self, since: Instant) -> Result<Frame, Box<dyn Error>> {
        let (mut last, mut bytes, mut ended) = (since, 0, false);
        let mut tail: Vec<u8> = Vec::new();
        loop {
            match self.came.recv_timeout(if ended { QUIET } else { PATIENCE }) {
                Ok((at, piece)) => {
                    last = at;
                    bytes += piece.len();
                    self.shown.process(&piece);
                    tail.extend(piece);
                    ended = tail.ends_with(FRAME_ENDS);
                    tail.drain(..tail.len().saturating_sub(FRAME_ENDS.len()));
                }
                Err(RecvTimeoutError::Timeout) if ended => return Ok(Frame { took: last - since, bytes }),
                Err(_) => return Err("no frame came".into()),
            }
        }
    }

    /// What stands on the screen.
    pub fn text(&self) -> String {
        self.shown.screen().contents()
    }

    /// The most memory the program has held so far, in MiB, where the system tells it.
    pub fn peak_memory(&self) -> Option<f64> {
        let kib: f64 = self.status("VmHWM:")?.trim_end_matches(" kB").parse().ok()?;
        Some(kib / 1024.0)
    }

    /// Waits until the work behind the screen has ended, where the system tells of it; not for ever.
    pub fn wait_for_fewer_threads(&self) {
        let threads = || self.status("Threads:").and_then(|count| count.parse::<u32>().ok());
        let (begun, before) = (Instant::now(), threads());
        while before.is_some() && threads() >= before && begun.elapsed() < PATIENCE {
            std::thread::sleep(QUIET);
        }
    }

    fn status(&self, name: &str) -> Option<String> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        status.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! The shell as scripts see it: the real binary, its exit codes, its words and its JSON.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod crowd;
mod email;
mod files;
mod json;
mod lists;
mod numbers;
mod owed;
#[cfg(unix)]
mod printing;
mod standard;
mod story;
mod templates;
mod told;
mod usage;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// The clock of these tests: the registers are created under it.
const NOW: &str = "2026-11-23T10:00:00+03:00";

/// A desk of its own, in a folder of its own.
struct Desk {
    home: tempfile::TempDir,
    now: String,
}

/// How a command ended.
#[derive(Debug)]
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Desk {
    /// A desk without a register.
    fn bare() -> Self {
        Self { home: tempfile::tempdir().unwrap(), now: NOW.to_owned() }
    }

    /// A desk with an office: one unit, and one person who may do everything but sign.
    fn with_office() -> Self {
        Self::bare().set_up()
    }

    /// The same by a clock of long ago, so that the machine's own may go on from there.
    fn of_long_ago() -> Self {
        Self { now: "2020-01-09T09:00:00+03:00".to_owned(), ..Self::bare() }.set_up()
    }

    fn set_up(self) -> Self {
        let desk = self;
        desk.done(&[
            "setup",
            "--office",
            "АО «Энскэнергосбыт»",
            "--code",
            "ЭН1",
            "--unit",
            "ЦОК-1",
            "--person",
            "Иванова Анна Петровна",
            "--login",
            "ivanova",
        ]);
        desk
    }

    fn folder(&self) -> &Path {
        self.home.path()
    }

    fn register(&self) -> PathBuf {
        self.folder().join("otklik.db")
    }

    /// A file in the desk's folder.
    fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The command, not yet run: nothing of this machine reaches it but what a test gives.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_otklik"));
        command.arg("--home").arg(self.folder()).args(args);
        for name in ["USER", "LOGNAME", "USERNAME", "NO_COLOR"] {
            command.env_remove(name);
        }
        command.env("OTKLIK_NOW", &self.now).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, args: &[&str]) -> Ended {
        ended(self.command(args))
    }

    /// Runs a command with a text on its input.
    fn fed(&self, args: &[&str], input: &str) -> Ended {
        let mut command = self.command(args);
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        Ended::of(&output)
    }

    /// Runs what must succeed; what it said.
    fn done(&self, args: &[&str]) -> String {
        let ended = self.run(args);
        assert_eq!(ended.code, Some(0), "{args:?}: {ended:?}");
        assert_eq!(ended.err, "", "{args:?}");
        ended.out
    }

    /// Runs what must be refused; why it was.
    fn refused(&self, args: &[&str]) -> String {
        let ended = self.run(args);
        assert_eq!(ended.code, Some(1), "{args:?}: {ended:?}");
        assert!(!ended.err.is_empty(), "{args:?} gives no reason");
        ended.err
    }

    /// Runs what must succeed; the JSON it printed.
    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.done(args)).unwrap()
    }

    /// Registers objects; the answers.
    fn register_json(&self, objects: &Value) -> (Option<i32>, Value) {
        let ended = self.fed(&["register", "--json", "-"], &objects.to_string());
        (ended.code, serde_json::from_str(&ended.out).unwrap())
    }
}

impl Ended {
    fn of(output: &std::process::Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }
}

fn ended(mut command: Command) -> Ended {
    Ended::of(&command.output().unwrap())
}

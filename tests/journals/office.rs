//! An office of the tests, and how the pages it prints are read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

pub const NOW: &str = "2026-11-23T10:00:00+03:00";
/// Millimetres in points.
pub const MM: f64 = 72.0 / 25.4;

/// A desk in a folder of its own, by a clock of its own.
pub struct Desk {
    home: tempfile::TempDir,
    now: String,
}

impl Desk {
    pub fn bare() -> Self {
        Self { home: tempfile::tempdir().unwrap(), now: NOW.to_owned() }
    }

    /// A desk of an office with a year of made-up work.
    pub fn with_demo(appeals: &str) -> Self {
        let desk = Self::bare();
        desk.done(&["demo", "--appeals", appeals]);
        desk
    }

    /// A desk of Иванова, who may do everything.
    pub fn with_office() -> Self {
        let desk = Self::bare();
        let words =
            "setup --code ЭН1 --unit ЦОК-1 --login ivanova --phone 100-20-30 --position Начальник --sign";
        let named = ["--office", "АО «Энскэнергосбыт»", "--person", "Иванова Анна Петровна"];
        let args: Vec<_> = words.split(' ').chain(named).collect();
        desk.done(&args);
        desk
    }

    pub fn at(&mut self, now: &str) -> &mut Self {
        now.clone_into(&mut self.now);
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn run(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_otklik"));
        command.arg("--home").arg(self.home.path()).args(args).env("OTKLIK_NOW", &self.now);
        for name in ["USER", "LOGNAME", "USERNAME"] {
            command.env_remove(name);
        }
        let output = command.stdin(Stdio::null()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    pub fn done(&self, args: &[&str]) -> String {
        let (code, out, err) = self.run(args);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}: {out}");
        out
    }

    pub fn refused(&self, args: &[&str]) -> String {
        let (code, _, err) = self.run(args);
        assert_eq!(code, Some(1), "{args:?}: {err}");
        err
    }

    pub fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.done(args)).unwrap()
    }

    /// A letter comes in; its number in the year.
    pub fn letter(&self, surname: &str, gist: &str) {
        let address = "г. Энск, ул. Ленина, д. 5, кв. 12";
        let client = ["--surname", surname, "--given", "Анна", "--address", address];
        let what = ["register", "--channel", "letter", "--kind", "complaint", "--gist", gist];
        self.done(&[&what[..], &client].concat());
    }

    /// The answer to an appeal is written and signed.
    pub fn signed(&self, number: &str) {
        let text = self.path("answer.txt");
        std::fs::write(&text, "Плата пересчитана, переплата зачтена.").unwrap();
        self.done(&["route", number, "--to", "ivanova", "--resolution", "Ответить"]);
        self.done(&["reply", number, "--template", "reply", "--text", text.to_str().unwrap()]);
        self.done(&["reply", number, "--final", "--signatory", "ivanova"]);
        self.done(&["sign", number]);
    }

    /// The same, and sent by post.
    pub fn posted(&self, number: &str) {
        self.signed(number);
        self.done(&["sent", number, "--channel", "post"]);
    }

    /// The control code at the foot of the day's journal.
    pub fn code(&self, on: &str) -> String {
        let journal = self.done(&["journal", "day", "--on", on]);
        let line = journal.lines().find(|line| line.contains("Контрольный код базы")).unwrap();
        line.split_whitespace().last().unwrap().to_owned()
    }

    pub fn pdf(&self, args: &[&str]) -> PathBuf {
        let file = self.path("journal.pdf");
        self.done(&[args, &["--out", file.to_str().unwrap()]].concat());
        file
    }
}

pub fn tool(program: &str, args: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(args).arg(file).args(dash(program)).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// poppler writes text to standard output where it is told so.
pub fn dash(program: &str) -> &'static [&'static str] {
    if program == "pdftotext" { &["-"] } else { &[] }
}

/// A page's words with their edges: left, top, right, bottom.
pub fn words_of_pages(file: &Path) -> Vec<Vec<([f64; 4], String)>> {
    let boxes = tool("pdftotext", &["-bbox"], file);
    let pages = boxes.split("<page ").skip(1);
    let word = |line: &str| {
        let value = |name: &str| {
            let (_, rest) = line.split_once(&format!("{name}=\""))?;
            rest.split_once('"')?.0.parse().ok()
        };
        let edges = [value("xMin")?, value("yMin")?, value("xMax")?, value("yMax")?];
        let text = line.split_once('>')?.1.split_once('<')?.0.to_owned();
        Some((edges, text))
    };
    pages.map(|page| page.lines().filter_map(word).collect()).collect()
}

/// Every page is A4 across, every word within the margins, every font embedded, and the table's head on each page that
/// has a part of it.
pub fn looks_right(file: &Path, head: &str) -> usize {
    tool("qpdf", &["--check"], file);
    let fonts = tool("pdffonts", &[], file);
    assert!(fonts.lines().skip(2).all(|line| line.contains("yes yes yes")), "{fonts}");
    assert!(tool("pdfinfo", &[], file).contains("841.89 x 595.276"));
    let pages = words_of_pages(file);
    let headed = |page: &Vec<([f64; 4], String)>| page.iter().any(|(_, word)| word == head);
    let with_numbers =
        |page: &Vec<([f64; 4], String)>| page.iter().any(|(_, word)| word.starts_with("ЭН1-0"));
    for (at, page) in pages.iter().enumerate() {
        assert!(!with_numbers(page) || headed(page), "page {} has no head", at + 1);
        for ([left, top, right, bottom], word) in page {
            let numbers_the_page = *top < 20.0 * MM && *word == (at + 1).to_string();
            assert!(
                numbers_the_page
                    || (*left > 19.9 * MM && *right < 287.1 * MM && *top > 19.9 * MM && *bottom < 190.1 * MM),
                "page {}: {word:?} at {left} {top} {right} {bottom}",
                at + 1
            );
        }
    }
    pages.len()
}

/// Whether a journal is of this channel.
pub type Holds<'a> = &'a dyn Fn(&str) -> bool;

/// Every word of the file.
pub fn text_of(file: &Path) -> String {
    tool("pdftotext", &["-raw"], file).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The numbers of the appeals registered in these days by a channel that passes.
pub fn numbers(desk: &Desk, from: &str, to: &str, holds: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let all = desk.json(&["list", "--queue", "all", "--format", "json"]);
    let of = |one: &Value, field: &str| one[field].as_str().unwrap().to_owned();
    let within = |one: &&Value| {
        let day = of(one, "registered");
        day.as_str() >= from && day.as_str() <= to && holds(&of(one, "channel"))
    };
    all.as_array().unwrap().iter().filter(within).map(|one| of(one, "number")).collect()
}

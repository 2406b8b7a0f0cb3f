//! The made-up register: the same for the same seed, sound to its last byte, and like life.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use otklik::clock::Clock;
use otklik::desk::demo::{Demo, Made, fill};
use otklik::desk::{self, AppealLine, Depth, Desk, DeskError, Filter, Part, Queue};
use otklik::standard::appeal::{Appeal, Channel, Kind, Outcome, Stage};
use otklik::standard::client::ClientSort;
use otklik::standard::office::UnitSort;
use otklik::standard::reply::Purpose;

const NOW: &str = "2026-11-24T14:05:00+03:00";

fn clock() -> Clock {
    Clock::Set(NOW.parse().unwrap())
}

fn made(path: &Path, appeals: u32, seed: u64) -> Made {
    fill(path, &Demo { appeals, seed }, clock(), &mut |_, _| ControlFlow::Continue(())).unwrap()
}

/// One register of a year, made once for all tests that only look.
fn year() -> &'static (tempfile::TempDir, PathBuf) {
    static YEAR: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    YEAR.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.otklik");
        made(&path, 1000, 1);
        (folder, path)
    })
}

fn desk() -> Desk {
    Desk::at(&year().1, clock()).unwrap().unwrap()
}

fn lines(desk: &Desk, queue: Queue) -> Vec<AppealLine> {
    let placed = desk.queue(queue, desk.today(), &Filter::default(), Part::First, 10_000).unwrap();
    placed.into_iter().map(|placed| placed.line).collect()
}

fn appeals(desk: &Desk) -> Vec<Appeal> {
    lines(desk, Queue::All).iter().map(|line| desk.card(line.id).unwrap().appeal).collect()
}

fn head(path: &Path) -> String {
    let desk = Desk::at(path, clock()).unwrap().unwrap();
    format!("{:?}", desk.register().head().unwrap())
}

#[test]
fn x() {
    let desk = desk();
    let all = appeals(&desk);
    let counts = desk.counts(desk.today(), &Filter::default()).unwrap();
    eprintln!("{counts:?}");
    let tally = |f: &dyn Fn(&Appeal) -> String| {
        let mut m = BTreeMap::<String, usize>::new();
        for a in &all {
            *m.entry(f(a)).or_default() += 1;
        }
        m
    };
    eprintln!("{:?}", tally(&|a| a.channel.code().into()));
    eprintln!("{:?}", tally(&|a| a.kind.code().into()));
    eprintln!("{:?}", tally(&|a| a.topic.clone().unwrap_or_default()));
    eprintln!("{:?}", tally(&|a| a.stage().code().into()));
    eprintln!("{:?}", tally(&|a| a.closing.as_ref().map_or("", |c| c.outcome.code()).into()));
    eprintln!("{:?}", tally(&|a| a.client_sort.code().into()));
    eprintln!(
        "late {} extended {} reopened {}",
        all.iter().filter(|a| a.overdue_days(desk.today()) > 0).count(),
        all.iter().filter(|a| a.extension.is_some()).count(),
        all.iter().filter(|a| !a.earlier.is_empty()).count()
    );
    for a in all.iter().take(25) {
        eprintln!(
            "--- {} {} {:?} {:?}\n{}\n{}\n>> {}",
            a.number,
            a.registered_at,
            a.channel,
            a.client.known().unwrap(),
            a.content.gist.text(),
            a.content.text.as_ref().map_or("", |t| t.text()),
            a.replies.last().map_or("", |r| r.text.text())
        );
    }
}

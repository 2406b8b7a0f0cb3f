//! Keeping the register trustworthy: check, backup, restore.

use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};

use super::args::{Backup, Check, Restore};
use super::failure::Failure;
use super::output::Shell;
use super::session::Session;
use crate::desk::{self, Anchor, AnchorCheck, Brought, Depth, Desk, DeskError, Finding, OpenError};
use crate::say;

/// Names what is wrong with the register, a damaged one too.
pub(super) fn check(shell: &mut Shell<'_>, session: &Session, args: &Check) -> Result<(), Failure> {
    let depth = if args.deep { Depth::Deep } else { Depth::Chain };
    let register = &session.paths.register;
    let witness = args.anchor.as_ref().zip(args.on);
    let bar = Waiting::begin(say!(shell.words, "cli-check-reads"));
    let checked = match witness {
        Some((anchor, on)) => {
            desk::check_anchor(register, depth, anchor, on).map(|(report, found)| (report, Some(found)))
        }
        None => desk::check(register, depth).map(|report| (report, None)),
    };
    bar.end();
    let (report, found) = checked.map_err(|error| match error {
        DeskError::Open(OpenError::Missing | OpenError::NoFolder) => Failure::NoRegister(register.clone()),
        other => other.into(),
    })?;
    if report.findings.is_empty() {
        let said = say!(shell.words, "cli-check-sound", facts = report.facts);
        shell.say(&said)?;
        return match (found, witness) {
            (Some(found), Some((anchor, on))) => witnessed(shell, found, anchor, on),
            _ => Ok(()),
        };
    }
    for finding in &report.findings {
        shell.note(&shell.words.finding(finding));
    }
    let (findings, place) = (report.findings.len(), report.trusted.office_seq.to_string());
    let letters = report.findings.iter().filter(|finding| finding.is_of_letter()).count();
    let said = if letters == findings {
        say!(shell.words, "cli-check-letters", facts = report.facts, letters = letters)
    } else if report.findings.iter().all(Finding::spares_facts) {
        say!(shell.words, "cli-check-lists", findings = findings, facts = report.facts)
    } else {
        say!(shell.words, "cli-check-unsound", findings = findings, place = place)
    };
    shell.note(&said);
    if let (Some(found), Some((anchor, on))) = (found, witness) {
        // A chain that is broken is told of first; what the paper says is told as well.
        witnessed(shell, found, anchor, on)?;
    }
    Err(Failure::Said)
}

/// What a code from a printed journal says of the register.
fn witnessed(
    shell: &mut Shell<'_>,
    found: AnchorCheck,
    anchor: &Anchor,
    on: NaiveDate,
) -> Result<(), Failure> {
    let (last, on) = (anchor.office_seq().to_string(), shell.words.date(on));
    let said = match found {
        AnchorCheck::Same { written, day } => {
            let later = day.saturating_sub(anchor.office_seq());
            let mut said = say!(
                shell.words,
                "cli-anchor-same",
                on = on,
                last = last,
                written = shell.words.moment(written)
            );
            if later > 0 {
                said.push(' ');
                said.push_str(&say!(shell.words, "cli-anchor-later", later = later));
            }
            return shell.say(&said);
        }
        AnchorCheck::OtherDay { written } => {
            let written = shell.words.date(written.date_naive());
            say!(shell.words, "cli-anchor-other-day", on = on, written = written)
        }
        AnchorCheck::Altered { first } => {
            say!(shell.words, "cli-anchor-altered", on = on, last = last, first = first.to_string())
        }
        AnchorCheck::Differs => say!(shell.words, "cli-anchor-differs", on = on, last = last),
        AnchorCheck::Shorter { ends } => {
            say!(shell.words, "cli-anchor-shorter", on = on, last = last, ends = ends.to_string())
        }
    };
    shell.note(&said);
    Err(Failure::Said)
}

/// Says where somebody watches what takes long, then how far the kept letters are.
struct Waiting(ProgressBar);

impl Waiting {
    fn begin(said: String) -> Self {
        /// How often it shows that the program is alive.
        const EVERY: Duration = Duration::from_millis(200);
        let bar = ProgressBar::new_spinner().with_message(said);
        bar.enable_steady_tick(EVERY);
        Self(bar)
    }

    fn tell(&self, done: u64, total: u64) {
        if self.0.length().is_none() {
            self.0.disable_steady_tick();
            self.0.set_style(ProgressStyle::default_bar());
            self.0.set_length(total);
        }
        self.0.set_position(done);
    }

    fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// Copies the register and checks the copy.
pub(super) fn backup(shell: &mut Shell<'_>, desk: &Desk, args: &Backup) -> Result<(), Failure> {
    let register = desk.register().path();
    let usual = || register.parent().unwrap_or(Path::new(".")).join("backups");
    let folder = args.dir.clone().unwrap_or_else(usual);
    let bar = Waiting::begin(say!(shell.words, "cli-backup-copies"));
    let made = desk.back_up(&folder, &mut |done, total| bar.tell(done, total));
    bar.end();
    let (file, made) = made.map_err(|error| Failure::Backup(error, folder))?;
    let said = say!(
        shell.words,
        "cli-done-backup",
        file = file.display().to_string(),
        bytes = made.bytes,
        facts = made.head.office_seq
    );
    shell.say(&said)?;
    letters(shell, &made.letters)
}

/// Says how many kept letters lie beside a copy or a restored register, and what of them is lost.
fn letters(shell: &mut Shell<'_>, brought: &Brought) -> Result<(), Failure> {
    if brought.whole > 0 {
        let said = say!(shell.words, "cli-done-letters", count = brought.whole);
        shell.say(&said)?;
    }
    if brought.lost > 0 {
        let said = say!(shell.words, "cli-done-letters-lost", count = brought.lost);
        shell.note(&said);
    }
    Ok(())
}

/// Puts a checked copy of a backup in the register's place.
pub(super) fn restore(shell: &mut Shell<'_>, session: &Session, args: &Restore) -> Result<(), Failure> {
    let target = &session.paths.register;
    let bar = Waiting::begin(say!(shell.words, "cli-backup-copies"));
    let restored = desk::restore_from(&args.file, target, &mut |done, total| bar.tell(done, total));
    bar.end();
    let restored = restored.map_err(|error| Failure::Backup(error, args.file.clone()))?;
    let said = say!(
        shell.words,
        "cli-done-restored",
        file = target.display().to_string(),
        facts = restored.new.office_seq
    );
    shell.say(&said)?;
    if let Some(aside) = restored.aside {
        let said = say!(shell.words, "cli-done-restored-aside", file = aside.display().to_string());
        shell.say(&said)?;
    }
    letters(shell, &restored.letters)
}

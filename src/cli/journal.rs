//! Journals and lists on paper, in files or as text; what the post's receipts say of letters.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::acts::{Journal, Tracked};
use super::change::done;
use super::failure::Failure;
use super::look::unit_named;
use super::output::Shell;
use super::print::{Counter, form_of};
use super::session::{Session, confirmed};
use crate::desk::{Desk, Filter, Queue};
use crate::i18n::{Language, Words};
use crate::letters::Document;
use crate::letters::deliver::{self, Form};
use crate::letters::journal::{Binder, QueueList};
use crate::letters::plain::{Paper, plain};
use crate::letters::spooler::{Printer, Spooler};
use crate::printing::print_document;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::decide::TrackingForm;
use crate::standard::journal::{JournalAsked, QueueEntry};
use crate::standard::post::Letter;
use crate::standard::refusal::Refusal;

/// A journal: into files, to a printer, or as text. A long one comes in volumes, each out before the next is read.
pub(super) fn journal(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &mut Desk,
    args: Journal,
) -> Result<(), Failure> {
    // Whoever acts is named at the foot; a journal can be made where nobody does.
    let _ = session.sit(desk);
    let asked = asked(desk, &args)?;
    let mut outlet = Outlet::new(args.out, args.print, session, desk)?;
    let letters = Words::new(Language::Ru);
    let mut binder = Binder::new(&asked, desk.office(), &letters, desk.actor());
    let foot = desk.journal(&asked, |entry| match binder.add(&entry) {
        Some(volume) => outlet.take(shell, &volume),
        None => Ok(()),
    })?;
    outlet.take(shell, &binder.finish(&foot))
}

/// The days and the unit that the arguments name; today where they name none.
fn asked(desk: &Desk, args: &Journal) -> Result<JournalAsked, Failure> {
    let to = args.on.or(args.to).unwrap_or_else(|| desk.today());
    let from = args.on.or(args.from).unwrap_or(to);
    if from > to {
        return Err(Failure::DaysTurned);
    }
    if args.kind.is_of_a_day() && from != to {
        return Err(Failure::OneDay);
    }
    let unit = args.unit.as_deref().map(|name| unit_named(desk.office(), name)).transpose()?;
    Ok(JournalAsked { kind: args.kind, from, to, unit })
}

/// A queue as a list on paper.
pub(super) fn list(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &Desk,
    path: &Path,
    queue: Queue,
    filter: &Filter,
    entries: Vec<QueueEntry>,
) -> Result<(), Failure> {
    let mut outlet = Outlet::new(Some(path.to_owned()), None, session, desk)?;
    let letters = Words::new(Language::Ru);
    let office = desk.office();
    let unit = filter.unit.as_ref().map(|unit| office.unit_title(unit));
    let executor = filter.executor.as_ref().map(|login| office.person_name(login));
    let list = QueueList {
        name: letters.queue(queue.code()),
        of: unit.into_iter().chain(executor).collect(),
        entries,
        made: desk.now(),
        today: desk.today(),
    };
    list.documents(office, &letters).iter().try_for_each(|volume| outlet.take(shell, volume))
}

/// Where volumes go.
enum Way {
    /// Into files of this name.
    File(PathBuf, Form),
    /// To this printer.
    Printer(Printer),
    /// To standard output.
    Text,
}

/// Lets volumes out, one after the other.
struct Outlet {
    ways: Vec<Way>,
    made: DateTime<FixedOffset>,
    volume: u16,
}

impl Outlet {
    fn new(
        out: Option<PathBuf>,
        print: Option<String>,
        session: &Session,
        desk: &Desk,
    ) -> Result<Self, Failure> {
        let form = out.as_deref().map(form_of).transpose()?;
        let file = out.zip(form).map(|(path, form)| Way::File(path, form));
        let printer = print.map(|name| Way::Printer(Counter::open(session).printer(&name)));
        let mut ways: Vec<Way> = file.into_iter().chain(printer).collect();
        if ways.is_empty() {
            ways.push(Way::Text);
        }
        Ok(Self { ways, made: desk.now(), volume: 0 })
    }

    /// Lets a volume out, and says where it went.
    fn take(&mut self, shell: &mut Shell<'_>, document: &Document) -> Result<(), Failure> {
        self.volume += 1;
        for way in &self.ways {
            match way {
                Way::File(path, form) => {
                    let path = volume_path(path, self.volume);
                    deliver::write(&path, &deliver::bytes(document, *form, self.made)?)?;
                    let said = say!(shell.words, "done-written", file = path.display().to_string());
                    shell.say(&said)?;
                }
                Way::Printer(printer) => {
                    let said =
                        print_document(&Spooler::default(), printer, document, self.made, &shell.words)?;
                    shell.say(&said)?;
                }
                Way::Text => {
                    let text = plain(document, Paper::of(document.sheet.format));
                    shell.say(text.trim_end())?;
                }
            }
        }
        Ok(())
    }
}

/// The first volume has the name that was given; the others a number after it.
fn volume_path(path: &Path, volume: u16) -> PathBuf {
    if volume == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{volume}.{ending}"))
}

/// Writes down what the post's receipt says of a letter.
pub(super) fn tracked(shell: &mut Shell<'_>, desk: &mut Desk, args: Tracked) -> Result<(), Failure> {
    let appeal = desk.appeal_by_number(&args.number)?.appeal;
    let letter = letter(&appeal, args.outgoing.as_deref())?;
    let form = TrackingForm { kind: args.kind, number: args.tracking };
    let appeal = desk.track((&appeal).into(), letter, &form, &confirmed(&args.confirm))?;
    done(shell, desk, &appeal)
}

/// The letter with this outgoing number; the only one that went by post where none is named.
fn letter(appeal: &Appeal, outgoing: Option<&str>) -> Result<Letter, Failure> {
    let number = |letter: Letter| appeal.outgoing(letter).map_or("", |(number, _)| number);
    let letters: Vec<_> = appeal.letters_by_post().collect();
    if let Some(named) = outgoing {
        let found = letters.into_iter().find(|letter| number(*letter) == named.trim());
        return found.ok_or_else(|| Refusal::NotByPost.into());
    }
    match letters.as_slice() {
        [] => Err(Refusal::NotByPost.into()),
        [one] => Ok(*one),
        several => {
            Err(Failure::SeveralLetters(several.iter().map(|letter| number(*letter).to_owned()).collect()))
        }
    }
}

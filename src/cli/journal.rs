//! Journals and lists on paper, in files or as text; what the post's receipts say of letters.

use std::ffi::OsString;
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
use crate::files;
use crate::i18n::{Language, Words};
use crate::letters::Document;
use crate::letters::deliver::{self, DeliverError, Form};
use crate::letters::journal::Binder;
use crate::letters::plain::{Paper, plain};
use crate::letters::spooler::{Printer, Spooler};
use crate::printing::{print_document, queue_list};
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
    if args.kind.is_of_a_day() && to > desk.today() {
        return Err(Failure::DayToCome);
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
    let list = queue_list(desk, queue, filter, entries, &letters);
    list.documents(desk.office(), &letters).iter().try_for_each(|volume| outlet.take(shell, volume))
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
    /// What stands in a file's name between the name that was given and a volume's number: papers are in Russian.
    mark: String,
    volume: u16,
}

impl Outlet {
    fn new(
        out: Option<PathBuf>,
        print: Option<String>,
        session: &Session,
        desk: &Desk,
    ) -> Result<Self, Failure> {
        let mark = format!("-{}-", say!(Words::new(Language::Ru), "journal-volume-file"));
        let form = out.as_deref().map(form_of).transpose()?;
        // Before anything is read or written: a shorter journal would leave an older one's volumes beside its own.
        if let Some(volume) = out.as_deref().and_then(|path| volume_beside(path, &mark)) {
            return Err(Failure::VolumeThere(volume));
        }
        let file = out.zip(form).map(|(path, form)| Way::File(path, form));
        let printer = print.map(|name| Way::Printer(Counter::open(session).printer(&name)));
        let mut ways: Vec<Way> = file.into_iter().chain(printer).collect();
        if ways.is_empty() {
            ways.push(Way::Text);
        }
        Ok(Self { ways, made: desk.now(), mark, volume: 0 })
    }

    /// Lets a volume out, and says where it went.
    fn take(&mut self, shell: &mut Shell<'_>, document: &Document) -> Result<(), Failure> {
        self.volume += 1;
        for way in &self.ways {
            match way {
                Way::File(path, form) => {
                    let bytes = deliver::bytes(document, *form, self.made)?;
                    let path = volume_path(path, &self.mark, self.volume);
                    // The file that a person named is theirs to replace; that of a later volume nobody named.
                    if self.volume == 1 {
                        deliver::write(&path, &bytes)?;
                    } else {
                        files::write_new(&path, &bytes)
                            .map_err(|error| DeliverError::File { path: path.clone(), error })?;
                    }
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

/// The first volume has the name that was given; the others `mark` and their number after it.
fn volume_path(path: &Path, mark: &str, volume: u16) -> PathBuf {
    if volume == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("{mark}{volume}."));
    name.push(path.extension().unwrap_or_default());
    path.with_file_name(name)
}

/// A file that would be taken for a later volume of this one.
fn volume_beside(path: &Path, mark: &str) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.file_name()));
    let volume = |name: &OsString| {
        let (stem, first) = (Path::new(name).file_stem()?.to_str()?, path.file_stem()?.to_str()?);
        let number: u16 = stem.strip_prefix(first)?.strip_prefix(mark)?.parse().ok()?;
        Some(number).filter(|_| Path::new(name).extension() == path.extension())
    };
    let (_, name) = names.filter_map(|name| Some((volume(&name)?, name))).min()?;
    Some(path.with_file_name(name))
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

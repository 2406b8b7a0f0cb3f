//! `print`: a paper of an appeal, or many in one run, to a printer or into files.

use std::path::{Path, PathBuf};

use indicatif::ProgressBar;

use super::args::{Charset, Print};
use super::failure::Failure;
use super::output::Shell;
use super::session::Session;
use crate::desk::{Desk, DeskError, Drafts};
use crate::files;
use crate::letters::deliver::Form;
use crate::letters::eml::Attached;
use crate::letters::papers::Paper;
use crate::letters::spooler::{Copies, Printer, Spooler, Takes};
use crate::printing::{
    Batch, Delivered, Into, Lot, NotDelivered, Order, Printshop, Way, orders, remembered, usual_printer,
};
use crate::say;
use crate::standard::appeal::Appeal;

/// What prints in one run of the shell, and this desk's list of what did not.
pub(super) struct Counter {
    shop: Printshop,
    list: Option<Drafts>,
    settings: Option<Printer>,
}

impl Counter {
    /// A counter of this desk; a list that can't be kept keeps nobody from printing.
    pub fn open(session: &Session) -> Self {
        let folder = files::make_folder(&session.paths.state);
        Self {
            shop: Printshop::new(&session.paths.own_letters(), Spooler::default()),
            list: folder.ok().and_then(|()| Drafts::open(&session.paths.drafts()).ok()),
            settings: session.printer(),
        }
    }

    /// The way to a printer that was named, or with an empty name to the usual one.
    pub fn to_printer(&self, name: &str, charset: Option<Charset>, copies: Copies) -> Way {
        let mut printer = self.printer(name);
        match charset {
            Some(Charset::Utf8) => printer.takes = Takes::Text,
            Some(Charset::Cp866) => printer.takes = Takes::TextCp866,
            None => {}
        }
        Way::Printer(printer, copies)
    }

    /// The printer that was named, or with an empty name the usual one.
    pub fn printer(&self, name: &str) -> Printer {
        let usual = || usual_printer(self.list.as_ref(), self.settings.as_ref());
        Some(name).filter(|name| !name.is_empty()).map_or_else(usual, |name| self.named(name))
    }

    /// A printer by its name, with what it took last, or what the settings say of it.
    fn named(&self, name: &str) -> Printer {
        let last = self.list.as_ref().and_then(|list| list.printer_takes(Some(name)).ok().flatten());
        let name = name.to_owned();
        if let Some(takes) = last {
            return remembered(crate::desk::UsedPrinter { name: Some(name), takes });
        }
        let set = self.settings.as_ref().filter(|set| set.name.as_deref() == Some(name.as_str()));
        Printer { takes: set.map_or(Takes::Pdf, |set| set.takes), name: Some(name) }
    }

    /// Lets a paper leave, and says where it is.
    pub fn deliver(
        &mut self,
        shell: &mut Shell<'_>,
        desk: &mut Desk,
        order: &Order,
        way: &Way,
    ) -> Result<(), Failure> {
        let list = self.list.as_mut();
        match self.shop.deliver_listed(desk, list, order, way, &shell.words) {
            Ok(delivered) => out(shell, desk, &delivered),
            Err(error) => {
                if error.is_listed(way) && self.list.is_some() {
                    let said =
                        format!("{} {}", error.words(&shell.words, desk), say!(shell.words, "print-listed"));
                    shell.note(&said);
                    return Err(Failure::Said);
                }
                Err(error.into())
            }
        }
    }

    /// Writes the e-mail draft of a signed reply (R14), and says where it is.
    pub fn email(
        &mut self,
        shell: &mut Shell<'_>,
        desk: &mut Desk,
        order: &Order,
        path: &Path,
        attached: Attached,
    ) -> Result<(), Failure> {
        let written = self.shop.email(desk, order, &Into::File(path.to_owned()), attached)?;
        out(shell, desk, &written)
    }
}

/// Says where a paper is; one that could not be recorded is not well done.
fn out(shell: &mut Shell<'_>, desk: &Desk, delivered: &Delivered) -> Result<(), Failure> {
    let said = delivered.words(&shell.words, desk);
    if delivered.is_recorded() {
        return shell.say(&said);
    }
    shell.note(&said);
    Err(Failure::Said)
}

impl From<NotDelivered> for Failure {
    fn from(error: NotDelivered) -> Self {
        match error {
            NotDelivered::Desk(error) => Self::Desk(error),
            NotDelivered::Deliver(error) => Self::Deliver(error),
            NotDelivered::NotKept(error) => Self::NotKept(error),
            NotDelivered::NoSuchPaper(paper) => Self::PaperGone(paper),
            NotDelivered::Template(paper, error) => Self::PaperTemplate(paper, error),
            NotDelivered::Email(error) => Self::Eml(error),
        }
    }
}

/// Prints what was asked for.
pub(super) fn print(
    shell: &mut Shell<'_>,
    session: &Session,
    desk: &mut Desk,
    args: &Print,
) -> Result<(), Failure> {
    let mut counter = Counter::open(session);
    if !args.let_go.is_empty() {
        return args.let_go.iter().try_for_each(|number| let_go(shell, desk, &mut counter, number));
    }
    match (&args.number, lot(args)) {
        (Some(number), _) => {
            let appeal = desk.appeal_by_number(number)?.appeal;
            let paper = paper(&appeal, args.paper.as_deref())?;
            let order = Order { appeal: appeal.id, number: appeal.number.text.clone(), paper };
            for way in ways(&counter, args, |path| Ok(Way::File(path.to_owned(), form_of(path)?)))? {
                counter.deliver(shell, desk, &order, &way)?;
            }
            Ok(())
        }
        (None, Some(lot)) => {
            for way in ways(&counter, args, |folder| Ok(Way::Folder(folder.to_owned(), Form::Pdf)))? {
                many(shell, desk, &mut counter, lot, way)?;
            }
            Ok(())
        }
        // The arguments ask for one of them.
        (None, None) => Ok(()),
    }
}

const fn lot(args: &Print) -> Option<Lot> {
    match (args.signed_on, args.awaiting_signature, args.not_printed) {
        (Some(day), ..) => Some(Lot::SignedOn(day)),
        (None, true, _) => Some(Lot::AwaitingSignature),
        (None, false, true) => Some(Lot::Unprinted),
        (None, false, false) => None,
    }
}

/// Where it is to go: into a file, to a printer, or both; to the usual printer where nothing is said.
fn ways(
    counter: &Counter,
    args: &Print,
    into: impl Fn(&Path) -> Result<Way, Failure>,
) -> Result<Vec<Way>, Failure> {
    let to_file = args.out.as_deref().map(into).transpose()?;
    let name = args.printer.as_deref().or_else(|| args.out.is_none().then_some(""));
    let to_paper = name.map(|name| counter.to_printer(name, args.charset, args.copies));
    Ok(to_file.into_iter().chain(to_paper).collect())
}

/// Lets every paper of an appeal go from the list of letters not printed: none of them is to be printed any more.
fn let_go(shell: &mut Shell<'_>, desk: &Desk, counter: &mut Counter, number: &str) -> Result<(), Failure> {
    let id = match desk.appeal_by_number(number) {
        Ok(card) => Some(card.appeal.id),
        Err(DeskError::NoAppeal(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let waiting = counter.list.as_ref().map(Drafts::unprinted).transpose().map_err(DeskError::from)?;
    let mut gone = 0;
    // One of another register is known by its number alone.
    for letter in waiting.into_iter().flat_map(|waiting| waiting.rows) {
        if Some(letter.appeal) == id || letter.number == number {
            let list = counter.list.as_mut();
            let removed = list.map(|list| list.remove_unprinted(letter.appeal, &letter.paper)).transpose();
            gone += usize::from(removed.map_err(DeskError::from)?.unwrap_or(false));
        }
    }
    if gone == 0 {
        return Err(Failure::NotListed(number.to_owned()));
    }
    let said = say!(shell.words, "cli-let-go", number = number, count = gone);
    shell.say(&said)
}

/// Prints a lot, and shows how far it is where somebody watches.
fn many(
    shell: &mut Shell<'_>,
    desk: &mut Desk,
    counter: &mut Counter,
    lot: Lot,
    way: Way,
) -> Result<(), Failure> {
    let mut batch = Batch::new(orders(lot, desk, counter.list.as_ref())?, way);
    if batch.total() == 0 {
        let said = say!(shell.words, "print-batch-none");
        return shell.say(&said);
    }
    let bar = ProgressBar::new(batch.total() as u64);
    while batch.next().is_some() {
        batch.step(&mut counter.shop, desk, counter.list.as_mut(), &shell.words);
        bar.set_position(batch.tried() as u64);
    }
    bar.finish_and_clear();
    let said = batch.words(&shell.words);
    if batch.is_well() {
        return shell.say(&said);
    }
    shell.note(&said);
    Err(Failure::Said)
}

/// The paper by its code; «reply» is the likeliest reply, and nothing the likeliest paper.
fn paper(appeal: &Appeal, code: Option<&str>) -> Result<Paper, Failure> {
    let offered = Paper::offered(appeal);
    let is_reply = |paper: &&Paper| paper.reply(appeal).is_some();
    let found = match code {
        None => offered.first().copied(),
        Some("reply") => offered.iter().find(is_reply).copied(),
        Some(code) => {
            let named = code.parse().ok();
            named.filter(|paper: &Paper| offered.contains(paper) || paper.reply(appeal).is_some())
        }
    };
    let known = || offered.iter().map(ToString::to_string).collect();
    found.ok_or_else(|| Failure::NoPaper { code: code.unwrap_or_default().to_owned(), known: known() })
}

/// What the name of a file asks for.
pub(super) fn form_of(path: &Path) -> Result<Form, Failure> {
    Form::of(path).ok_or_else(|| Failure::NoForm(PathBuf::from(path)))
}

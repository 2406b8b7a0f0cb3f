//! What a desk prints: one letter, a run of them, and those that a printer has in hand while the screens go on.

use std::time::Duration;

use super::Cx;
use crate::desk::{DeskError, Unprinted};
use crate::letters::eml::Attached;
use crate::letters::spooler::{Printer, Takes};
use crate::printing::{Batch, Into, Lot, OnTheWay, Order, Printshop, Way, lots, shown_path, usual_printer};
use crate::say;

/// As long as a layer that waits for another program may look away from the keys.
pub const GLANCE: Duration = Duration::from_millis(100);
/// How long a letter is waited for before one goes on: a printer takes it at once as a rule.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long it is waited for when the program ends; whoever ended it does not wait for ever.
const LEAVING: Duration = Duration::from_secs(2);

/// What printers have not taken yet.
#[derive(Debug, Default)]
pub(super) struct Printing {
    /// Letters printed alone, and the last one of a run that was left.
    pub(super) letters: Vec<OnTheWay>,
    /// A letter of a run is with a printer.
    pub(super) of_run: bool,
}

impl Cx {
    /// That letters of the list of those not printed can't be read, where there are such.
    #[must_use]
    pub fn unreadable_unprinted(&self) -> Option<String> {
        let file = shown_path(&self.paths.drafts());
        let count = self.drafts.file().map_or(0, |list| list.unprinted().map_or(1, |found| found.unreadable));
        (count > 0).then(|| say!(self.words, "unprinted-unreadable", count = count, file = file))
    }

    /// What papers are made with, as of now.
    #[must_use]
    pub fn printshop(&self) -> Printshop {
        Printshop::new(&self.paths.own_letters(), self.spooler.clone())
    }

    /// The printer that is offered first.
    #[must_use]
    pub fn usual_printer(&self) -> Printer {
        usual_printer(self.drafts.file(), self.printer.as_ref())
    }

    /// What a printer takes: what it took last, or pages.
    #[must_use]
    pub fn takes(&self, printer: &str) -> Takes {
        let last = self.drafts.file().and_then(|list| list.printer_takes(Some(printer)).ok().flatten());
        let set = self.printer.as_ref().filter(|set| set.name.as_deref() == Some(printer));
        last.and_then(|takes| takes.parse().ok()).or(set.map(|set| set.takes)).unwrap_or(Takes::Pdf)
    }

    /// Lets a paper leave. What to say: done or not, or that it is being printed; how that went is told later, and what a
    /// printer did not take stays in the list.
    pub fn deliver(&mut self, order: &Order, way: &Way) -> String {
        // One letter at a time: an earlier one is waited for.
        self.finish_printing();
        let mut letter = self.printshop().begin(&self.desk, order, way);
        letter.list(self.drafts.file_mut(), &self.desk, &self.words);
        let known = letter.is_known(PATIENCE);
        self.printing.letters.push(letter);
        if known && self.finish_printing() {
            return self.news.take().unwrap_or_default();
        }
        say!(self.words, "print-on-the-way", number = order.number.as_str())
    }

    /// Waits for the letters that are being printed. Whether there was one; what to say of them is told next.
    pub fn finish_printing(&mut self) -> bool {
        let letters = std::mem::take(&mut self.printing.letters);
        let any = !letters.is_empty();
        for letter in letters {
            self.finish(letter);
        }
        any
    }

    fn finish(&mut self, letter: OnTheWay) {
        let way = letter.way().clone();
        let done = letter.end_listed(&mut self.desk, self.drafts.file_mut(), &self.words);
        self.saved();
        let said = match done {
            Ok(delivered) => delivered.words(&self.words, &self.desk),
            Err(error) if error.is_listed(&way) && self.drafts.file().is_some() => {
                format!("{} {}", error.words(&self.words, &self.desk), say!(self.words, "print-listed"))
            }
            Err(error) => error.words(&self.words, &self.desk),
        };
        self.tell(&said);
    }

    /// Ends the letters of which it is known how they went, within this time. Whether there was one.
    pub(super) fn finish_known(&mut self, patience: Duration) -> bool {
        let is_known = |letter: &mut OnTheWay| letter.is_known(patience);
        let known: Vec<_> = self.printing.letters.extract_if(.., is_known).collect();
        let any = !known.is_empty();
        for letter in known {
            self.finish(letter);
        }
        any
    }

    /// A letter that was begun elsewhere is seen to its end: how it went is told later.
    pub fn goes_on_printing(&mut self, letter: OnTheWay) {
        self.printing.of_run = false;
        self.printing.letters.push(letter);
    }

    /// Waits a little for the letter that is being printed, for the program ends: what is not known by then stays in the
    /// list of letters not printed.
    pub fn leave_printing(&mut self) {
        self.finish_known(LEAVING);
    }

    /// Writes the e-mail draft of a signed reply, for the office's own mail program to send (R14). What to say, done or
    /// not.
    pub fn write_email(&mut self, order: &Order) -> String {
        // A letter that is being printed is the paper to attach.
        self.finish_printing();
        let into = Into::Folder(self.paths.letters_out());
        let done = self.printshop().email(&mut self.desk, order, &into, Attached::Letter);
        self.saved();
        match done {
            Ok(delivered) => delivered.words(&self.words, &self.desk),
            Err(error) => error.words(&self.words, &self.desk),
        }
    }

    /// Goes on with a run: begins its next letter, or ends the one that is being printed. Whether it got further.
    pub fn print_next(&mut self, batch: &mut Batch, shop: &mut Printshop) -> bool {
        if !batch.is_printing() {
            batch.begin(shop, &self.desk, self.drafts.file_mut(), &self.words);
        }
        let known = batch.is_known(GLANCE);
        self.printing.of_run = !known;
        if known {
            batch.finish(&mut self.desk, self.drafts.file_mut(), &self.words);
        }
        known
    }

    /// The letters that may be printed together today.
    ///
    /// # Errors
    /// When the register or this desk's list can't be read.
    pub fn lots(&mut self) -> Result<Vec<(Lot, Vec<Order>)>, DeskError> {
        // What is being printed is new no more.
        self.finish_printing();
        lots(self.today(), &self.desk, self.drafts.file())
    }

    /// The letters that were not printed at this desk. One that is with a printer now is none of them yet: to print it
    /// again from the list would be to print it twice.
    #[must_use]
    pub fn unprinted(&self) -> Vec<Unprinted> {
        let listed = self.drafts.file().and_then(|list| list.unprinted().ok());
        let mut letters = listed.map(|found| found.rows).unwrap_or_default();
        letters.retain(|letter| {
            let order = Order::of_unprinted(letter);
            !self.printing.letters.iter().any(|printing| Some(printing.order()) == order.as_ref())
        });
        letters
    }

    /// Takes a letter off that list: the person said so.
    pub fn drop_unprinted(&mut self, letter: &Unprinted) {
        if let Some(list) = self.drafts.file_mut() {
            // One that stays is seen to stay.
            let _ = list.remove_unprinted(letter.appeal, &letter.paper);
        }
        self.changes += 1;
    }
}

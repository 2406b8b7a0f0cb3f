//! What a desk prints: one letter, a run of them, and those that a printer has in hand while the screens go on.

use std::time::Duration;

use super::Cx;
use crate::desk::{DeskError, Unprinted};
use crate::letters::eml::Attached;
use crate::letters::spooler::{Printer, Takes};
use crate::printing::{
    Batch, Into, Lot, OnTheWay, Order, Printshop, VolumeInHand, Volumes, VolumesOut, Way, lots, shown_path,
    usual_printer,
};
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
    letters: Vec<OnTheWay>,
    /// A letter of a run is with a printer.
    of_run: bool,
    /// Volumes of journals that were left while a printer had them in hand.
    volumes: Vec<VolumeInHand>,
    /// A volume of a journal that is printed now is with a printer.
    of_journal: bool,
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
    /// printer did not take stays in the list. A paper that a printer has in hand is not let go a second time.
    pub fn deliver(&mut self, order: &Order, way: &Way) -> String {
        if self.is_on_the_way(order) {
            return say!(self.words, "print-already", number = order.number.as_str());
        }
        let mut letter = self.printshop().begin(&self.desk, order, way);
        letter.list(self.drafts.file_mut(), &self.desk, &self.words);
        if letter.is_known(PATIENCE) {
            return self.ended(letter);
        }
        self.goes_on_printing(letter);
        say!(self.words, "print-on-the-way", number = order.number.as_str())
    }

    /// Whether a printer has this paper in hand, so that it is not known yet whether it came out.
    fn is_on_the_way(&mut self, order: &Order) -> bool {
        self.finish_known(Duration::ZERO);
        self.printing.letters.iter().any(|letter| letter.order() == order)
    }

    fn finish(&mut self, letters: Vec<OnTheWay>, volumes: Vec<VolumeInHand>) {
        for letter in letters {
            let said = self.ended(letter);
            self.tell(&said);
        }
        for volume in volumes {
            let said = volume.end_told(&self.words);
            self.tell(&said);
        }
    }

    /// A letter is out, or not. What to say of it.
    fn ended(&mut self, letter: OnTheWay) -> String {
        let way = letter.way().clone();
        let done = letter.end_listed(&mut self.desk, self.drafts.file_mut(), &self.words);
        self.saved();
        match done {
            Ok(delivered) => delivered.words(&self.words, &self.desk),
            Err(error) if error.is_listed(&way) && self.drafts.file().is_some() => {
                format!("{} {}", error.words(&self.words, &self.desk), say!(self.words, "print-listed"))
            }
            Err(error) => error.words(&self.words, &self.desk),
        }
    }

    /// Ends that of which it is known how it went, within this time for each. Whether there was any.
    pub(super) fn finish_known(&mut self, patience: Duration) -> bool {
        let printing = &mut self.printing;
        let letters: Vec<_> =
            printing.letters.extract_if(.., |letter: &mut OnTheWay| letter.is_known(patience)).collect();
        let volumes: Vec<_> =
            printing.volumes.extract_if(.., |volume: &mut VolumeInHand| volume.is_known(patience)).collect();
        let any = !letters.is_empty() || !volumes.is_empty();
        self.finish(letters, volumes);
        any
    }

    /// A layer prints from now on, a step at a time: whoever leaves the program in its midst is told.
    pub const fn begins_to_print(&mut self) {
        self.warned = false;
        self.go_on();
    }

    /// A letter that was begun is seen to its end: how it went is told later. Whoever leaves is told of it.
    pub fn goes_on_printing(&mut self, letter: OnTheWay) {
        self.warned = false;
        self.printing.of_run = false;
        self.printing.letters.push(letter);
    }

    /// The same of a volume of a journal.
    pub fn goes_on_printing_volume(&mut self, volume: VolumeInHand) {
        self.warned = false;
        self.printing.of_journal = false;
        self.printing.volumes.push(volume);
    }

    /// Whether a printer has a volume of this journal in hand.
    pub fn prints_volume_of(&mut self, journal: &VolumesOut) -> bool {
        self.finish_known(Duration::ZERO);
        self.printing.volumes.iter().any(|volume| volume.is_of(journal))
    }

    /// Why whoever leaves should wait for a printer, where there is one to be waited for.
    pub(super) fn printing_holds_back(&mut self) -> Option<String> {
        let printing = &mut self.printing;
        let letter = printing.letters.iter_mut().any(|letter| !letter.is_known(Duration::ZERO));
        let volume = printing.volumes.iter_mut().any(|volume| !volume.is_known(Duration::ZERO));
        if letter || printing.of_run {
            return Some(say!(self.words, "print-holds-back"));
        }
        (volume || printing.of_journal).then(|| say!(self.words, "volumes-hold-back"))
    }

    /// Waits a little for what is being printed, for the program ends: letters of which it is not known by then stay in the
    /// list of those not printed. Whether it is known of any how it went.
    pub fn leave_printing(&mut self) -> bool {
        let count = self.printing.letters.len() + self.printing.volumes.len();
        // All together wait no longer than one would.
        let each = LEAVING.checked_div(u32::try_from(count).unwrap_or(u32::MAX)).unwrap_or(LEAVING);
        self.finish_known(each)
    }

    /// Writes the e-mail draft of a signed reply, for the office's own mail program to send (R14). What to say, done or
    /// not.
    pub fn write_email(&mut self, order: &Order) -> String {
        // A letter that is being printed is the paper to attach, and is kept as such once it is out.
        if self.is_on_the_way(order) {
            return say!(self.words, "print-already", number = order.number.as_str());
        }
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

    /// Goes on with a journal: begins its next volume, or ends the one in hand. Whether it got further.
    pub fn print_next_volume(&mut self, volumes: &mut Volumes) -> bool {
        volumes.begin();
        let known = volumes.is_known(GLANCE);
        self.printing.of_journal = !known;
        if known {
            volumes.finish(&self.words);
        }
        known
    }

    /// The letters that may be printed together today: what a printer has in hand is none of them.
    ///
    /// # Errors
    /// When the register or this desk's list can't be read.
    pub fn lots(&mut self) -> Result<Vec<(Lot, Vec<Order>)>, DeskError> {
        self.finish_known(Duration::ZERO);
        let mut lots = lots(self.today(), &self.desk, self.drafts.file())?;
        let printing = &self.printing.letters;
        for (_, orders) in &mut lots {
            orders.retain(|order| printing.iter().all(|letter| letter.order() != order));
        }
        lots.retain(|(_, orders)| !orders.is_empty());
        Ok(lots)
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

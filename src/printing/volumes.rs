//! Documents that are no papers of an appeal leave for a printer one after the other: a journal's volumes, a list. Whoever
//! prints them does not wait, can stop between two, and is told what is out: nothing needs to be printed twice.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::outcome::printed_words;
use super::{Awaited, spool};
use crate::i18n::Words;
use crate::letters::Document;
use crate::letters::deliver::DeliverError;
use crate::letters::spooler::{Copies, Printer, Spooled, Spooler};
use crate::say;

/// How many volumes of one journal are out, from its first; whoever shows the journal keeps it.
#[derive(Debug, Clone, Default)]
pub struct VolumesOut(Rc<Cell<usize>>);

impl VolumesOut {
    /// So many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.get()
    }

    /// The journal is to be printed from its first volume.
    pub fn begin_anew(&self) {
        self.0.set(0);
    }

    /// All from the first to this one are.
    fn reach(&self, volume: usize) {
        self.0.set(volume.max(self.count()));
    }

    /// Whether both are of one journal.
    fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A volume that a printer has in hand.
#[derive(Debug)]
pub struct VolumeInHand {
    /// Its place, from 1.
    volume: usize,
    total: usize,
    out: VolumesOut,
    told: Awaited<Result<Spooled, DeliverError>>,
}

impl VolumeInHand {
    /// Whether it is of this journal.
    #[must_use]
    pub fn is_of(&self, journal: &VolumesOut) -> bool {
        self.out.is(journal)
    }

    /// Whether it is known how it went; waits for that no longer than this.
    pub fn is_known(&mut self, patience: Duration) -> bool {
        self.told.is_known(patience)
    }

    /// Waits for how it went.
    fn end(self) -> Result<Spooled, DeliverError> {
        // The printing program ended without a word.
        let spooled = self.told.take().unwrap_or(Err(DeliverError::SpoolerSilent))?;
        self.out.reach(self.volume);
        Ok(spooled)
    }

    /// Waits for how it went. What to say of it, whoever has looked away meanwhile.
    #[must_use]
    pub fn end_told(self, words: &Words) -> String {
        let (volume, total) = (self.volume, self.total);
        let said = match self.end() {
            Ok(spooled) => printed_words(&spooled, Copies::ONE, words),
            Err(error) => error.words(words),
        };
        if total == 1 {
            said
        } else {
            say!(words, "volumes-one", volume = volume, total = total, said = said)
        }
    }
}

/// Volumes that leave one after another.
#[derive(Debug)]
pub struct Volumes {
    documents: Vec<Document>,
    out: VolumesOut,
    printing: Option<VolumeInHand>,
    spooler: Spooler,
    printer: Printer,
    made: DateTime<FixedOffset>,
    /// What was said of those that are out, each once.
    said: Vec<String>,
    failed: Option<DeliverError>,
}

impl Volumes {
    /// Those of a journal that are not out yet. Nothing has begun.
    #[must_use]
    pub const fn new(
        documents: Vec<Document>,
        out: VolumesOut,
        spooler: Spooler,
        printer: Printer,
        made: DateTime<FixedOffset>,
    ) -> Self {
        Self { documents, out, printing: None, spooler, printer, made, said: Vec::new(), failed: None }
    }

    /// How many volumes the journal has.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.documents.len()
    }

    /// How many of them are out.
    #[must_use]
    pub fn out(&self) -> usize {
        self.out.count()
    }

    /// Whether all are out, or one failed: the next would fare no better.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.failed.is_some() || self.printing.is_none() && self.out() >= self.total()
    }

    /// Begins the next volume, unless one is in hand.
    pub fn begin(&mut self) {
        let next = self.out();
        let Some(document) = self.documents.get(next).filter(|_| self.printing.is_none()).cloned() else {
            return;
        };
        let (spooler, printer, made) = (self.spooler.clone(), self.printer.clone(), self.made);
        // Its pages are made there too: a hundred sheets take their time.
        let told = Awaited::of(move || spool(&spooler, &printer, &document, made));
        self.printing =
            Some(VolumeInHand { volume: next + 1, total: self.total(), out: self.out.clone(), told });
    }

    /// Whether it is known how the volume in hand went; waits for that no longer than this.
    pub fn is_known(&mut self, patience: Duration) -> bool {
        self.printing.as_mut().is_none_or(|volume| volume.is_known(patience))
    }

    /// Waits for the volume in hand.
    pub fn finish(&mut self, words: &Words) {
        match self.printing.take().map(VolumeInHand::end) {
            Some(Ok(spooled)) => {
                let said = printed_words(&spooled, Copies::ONE, words);
                if !self.said.contains(&said) {
                    self.said.push(said);
                }
            }
            Some(Err(error)) => self.failed = Some(error),
            None => {}
        }
    }

    /// Stops where it is. The volume in hand is for whoever stops to see to its end.
    pub const fn leave(&mut self) -> Option<VolumeInHand> {
        self.printing.take()
    }

    /// How it went, once it is over or was stopped with a volume in hand or none.
    #[must_use]
    pub fn words(&self, in_hand: bool, words: &Words) -> String {
        let (out, total) = (self.out(), self.total());
        let mut said = Vec::new();
        match &self.failed {
            Some(error) => said.push(error.words(words)),
            None if in_hand && total == 1 => said.push(say!(words, "volumes-in-hand-whole")),
            None if in_hand => {
                let volume: usize = out + 1;
                said.push(say!(words, "volumes-in-hand", volume = volume, total = total));
            }
            None => said.clone_from(&self.said),
        }
        if out < total && total > 1 {
            said.push(say!(words, "volumes-out", out = out, total = total));
        }
        said.join(" ")
    }
}

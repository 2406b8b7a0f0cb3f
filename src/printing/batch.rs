//! Several letters in one run: one step a letter, so that whoever runs it can show how far it is, and stop.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;

use super::{Delivered, NotDelivered, OnTheWay, Order, Printshop, Way, shown_path};
use crate::desk::{Desk, DeskError, Drafts, ReplyToPrint};
use crate::i18n::Words;
use crate::letters::papers::Paper;
use crate::say;

/// Which letters are printed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lot {
    /// Every reply signed on this day.
    SignedOn(NaiveDate),
    /// Of these, those of which no signed paper was printed.
    SignedNew(NaiveDate),
    /// Every final that waits for a signature.
    AwaitingSignature,
    /// Every letter that was not printed.
    Unprinted,
}

/// The letters of a lot, in the order of their registration or of their due days.
///
/// # Errors
/// When the register or the list of this desk can't be read.
pub fn orders(lot: Lot, desk: &Desk, list: Option<&Drafts>) -> Result<Vec<Order>, DeskError> {
    let replies = match lot {
        Lot::SignedOn(day) => desk.signed_on(day)?,
        Lot::SignedNew(day) => desk.signed_on(day)?.into_iter().filter(|reply| reply.is_new).collect(),
        Lot::AwaitingSignature => desk.awaiting_signature()?,
        Lot::Unprinted => return unprinted(list),
    };
    Ok(replies.iter().map(order).collect())
}

/// The lots of a day that hold anything, each with its letters; what was signed is read once.
///
/// # Errors
/// As [`orders`].
pub fn lots(day: NaiveDate, desk: &Desk, list: Option<&Drafts>) -> Result<Vec<(Lot, Vec<Order>)>, DeskError> {
    let signed = desk.signed_on(day)?;
    let new: Vec<_> = signed.iter().filter(|reply| reply.is_new).map(order).collect();
    let mut signed: Vec<_> = signed.iter().map(order).collect();
    // Where none was printed yet, all that were signed are those not printed yet.
    if signed.len() == new.len() {
        signed.clear();
    }
    let lots = [
        (Lot::SignedNew(day), new),
        (Lot::SignedOn(day), signed),
        (Lot::AwaitingSignature, orders(Lot::AwaitingSignature, desk, list)?),
        (Lot::Unprinted, unprinted(list)?),
    ];
    Ok(lots.into_iter().filter(|(_, orders)| !orders.is_empty()).collect())
}

fn unprinted(list: Option<&Drafts>) -> Result<Vec<Order>, DeskError> {
    let letters = list.map(Drafts::unprinted).transpose()?;
    Ok(letters.iter().flat_map(|letters| &letters.rows).filter_map(Order::of_unprinted).collect())
}

fn order(letter: &ReplyToPrint) -> Order {
    Order { appeal: letter.appeal, number: letter.number.clone(), paper: Paper::Reply(letter.reply) }
}

/// Letters that leave one after another.
#[derive(Debug)]
pub struct Batch {
    left: VecDeque<Order>,
    /// The one that a printer has in hand.
    printing: Option<OnTheWay>,
    /// It was left to somebody else to see to its end.
    handed_on: bool,
    way: Way,
    total: usize,
    failed: usize,
    /// Of these, those that wait in the list of letters not printed.
    listed: usize,
    /// Of these, those that were let go from it: no try would bring them out.
    let_go: usize,
    /// How many came out and could not be written down.
    unrecorded: usize,
    /// What is to be said of a letter that was not as usual, and of the first that failed.
    remark: Option<String>,
}

impl Batch {
    /// A run that has not begun.
    #[must_use]
    pub fn new(orders: Vec<Order>, way: Way) -> Self {
        Self {
            total: orders.len(),
            left: orders.into(),
            printing: None,
            handed_on: false,
            way,
            failed: 0,
            listed: 0,
            let_go: 0,
            unrecorded: 0,
            remark: None,
        }
    }

    /// How many letters there are.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Of how many it is known how they went.
    #[must_use]
    pub fn tried(&self) -> usize {
        let in_hand = self.printing.is_some() || self.handed_on;
        self.total - self.left.len() - usize::from(in_hand)
    }

    /// How many of them came out.
    #[must_use]
    pub fn done(&self) -> usize {
        self.tried() - self.failed
    }

    /// How many of them did not.
    #[must_use]
    pub const fn failed(&self) -> usize {
        self.failed
    }

    /// How many of those wait in the list of letters not printed.
    #[must_use]
    pub const fn listed(&self) -> usize {
        self.listed
    }

    /// Whether every letter that was taken in hand came out and was written down; where not, a script must not take the
    /// run for well done.
    #[must_use]
    pub const fn is_well(&self) -> bool {
        self.failed == 0 && self.unrecorded == 0
    }

    /// The letter that is being printed, or is next; none at the end.
    #[must_use]
    pub fn next(&self) -> Option<&Order> {
        self.printing.as_ref().map(OnTheWay::order).or_else(|| self.left.front())
    }

    /// What is to be said beside the figures: why the first failed, or that letters wait in a stopped queue.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        self.remark.as_deref()
    }

    /// Lets the next letter leave, and waits for it.
    pub fn step(
        &mut self,
        shop: &mut Printshop,
        desk: &mut Desk,
        mut list: Option<&mut Drafts>,
        words: &Words,
    ) {
        self.begin(shop, desk, list.as_deref_mut(), words);
        self.finish(desk, list, words);
    }

    /// Begins the next letter. Until it is known to be printed it stands in the list: whatever ends the program before,
    /// nothing is lost.
    pub fn begin(&mut self, shop: &mut Printshop, desk: &Desk, list: Option<&mut Drafts>, words: &Words) {
        let Some(order) = self.left.pop_front() else { return };
        let letter = shop.begin(desk, &order, &self.way);
        letter.list(list, desk, words);
        self.printing = Some(letter);
    }

    /// Whether a letter was begun of which it was not seen how it went.
    #[must_use]
    pub const fn is_printing(&self) -> bool {
        self.printing.is_some()
    }

    /// Whether it is known how that letter went; waits for that no longer than this.
    pub fn is_known(&mut self, patience: Duration) -> bool {
        self.printing.as_mut().is_none_or(|letter| letter.is_known(patience))
    }

    /// Waits for the letter that was begun; what came out, on paper or into a folder, is no more in the list. Where the
    /// printer or the folder itself is the trouble, all that are left fail with it: none would fare better.
    pub fn finish(&mut self, desk: &mut Desk, mut list: Option<&mut Drafts>, words: &Words) {
        let Some(letter) = self.printing.take() else { return };
        let order = letter.order().clone();
        match letter.end_listed(desk, list.as_deref_mut(), words) {
            Ok(delivered) => {
                if let Some(list) = list {
                    // One that stays in the list is seen to stay.
                    let _ = list.remove_unprinted(order.appeal, &order.paper.to_string());
                }
                self.note(&delivered, words, desk);
            }
            Err(error) => self.fail(order, &error, desk, list, words),
        }
    }

    /// Ends the run where it is. The letter that is being printed is for whoever ends it to see to its end.
    pub fn leave(&mut self) -> Option<OnTheWay> {
        let letter = self.printing.take();
        self.handed_on |= letter.is_some();
        letter
    }

    /// The folder that files are written into.
    fn folder(&self) -> Option<&Path> {
        match &self.way {
            Way::Folder(folder, _) => Some(folder),
            Way::Printer(..) | Way::File(..) => None,
        }
    }

    fn note(&mut self, delivered: &Delivered, words: &Words, desk: &Desk) {
        self.unrecorded += usize::from(!delivered.is_recorded());
        if self.remark.is_none() && !delivered.is_plain() {
            self.remark = Some(delivered.words(words, desk));
        }
    }

    fn fail(
        &mut self,
        order: Order,
        error: &NotDelivered,
        desk: &Desk,
        list: Option<&mut Drafts>,
        words: &Words,
    ) {
        let why = error.words(words, desk);
        let mut failed = vec![order];
        if error.is_of_the_way() {
            failed.extend(std::mem::take(&mut self.left));
        }
        if self.failed == 0 {
            self.remark = Some(why.clone());
        }
        self.failed += failed.len();
        let Some(list) = list else { return };
        for order in failed {
            // What can't be listed or let go is told all the same.
            if error.is_listed(&self.way) {
                let put = list.put_unprinted(&order.unprinted(&self.way, why.clone(), desk));
                self.listed += usize::from(put.is_ok());
            } else if error.is_lasting() {
                let gone = list.remove_unprinted(order.appeal, &order.paper.to_string());
                self.let_go += usize::from(gone.unwrap_or(false));
            }
        }
    }

    /// How it went, so far.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        let (done, failed, total) = (self.done(), self.failed, self.total);
        let left = self.left.len();
        let mut said = match (left > 0 || self.handed_on, failed) {
            (true, _) => say!(words, "print-batch-stopped", done = done, total = total, left = left),
            (false, 0) => say!(words, "print-batch-done", count = done),
            (false, _) => say!(words, "print-batch-failed", done = done, failed = failed),
        };
        if let Some(folder) = self.folder().filter(|_| done > 0) {
            said = format!("{said} {}", say!(words, "print-batch-folder", folder = shown_path(folder)));
        }
        if let Some(remark) = &self.remark {
            said = format!("{said} {remark}");
        }
        for (count, more) in [
            (self.listed, say!(words, "print-listed-many")),
            (self.let_go, say!(words, "print-let-go-many", count = self.let_go)),
        ] {
            if count > 0 {
                said = format!("{said} {more}");
            }
        }
        said
    }
}

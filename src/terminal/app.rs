//! What every screen knows: the desk, the words, the colours, the drafts, and when to look anew.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use ratatui::layout::Size;
use uuid::Uuid;

use super::command::{Availability, Command};
use super::layers::{Context, Outcome};
use super::screens;
use super::start::Verification;
use super::theme::Theme;
use crate::desk::{Desk, DeskError, Draft, Drafts, Filter, Presence, Unprinted};
use crate::i18n::{Language, Words};
use crate::letters::spooler::{Printer, Spooler, Takes};
use crate::paths::Paths;
use crate::printing::{Batch, Lot, Order, Printshop, Way, lots, usual_printer};
use crate::say;
use crate::standard::office::Login;

/// How often other desks' changes are looked for; the question costs microseconds.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How long typing may rest before its draft is made durable.
const SETTLE_AFTER: Duration = Duration::from_millis(700);

/// The context of the desk's screens.
#[derive(Debug)]
pub struct Cx {
    /// The desk.
    pub desk: Desk,
    /// The words; the language can change while the program runs.
    pub words: Words,
    /// Where this desk's files lie.
    pub paths: Paths,
    /// The printer of this desk's settings.
    pub printer: Option<Printer>,
    /// The system's printers.
    pub spooler: Spooler,
    theme: Theme,
    drafts: Option<Drafts>,
    looked: Instant,
    typed: Option<Instant>,
    seen: i64,
    minute: String,
    /// Moves with every change, so that screens know that what they hold is old.
    changes: u64,
    draft_trouble: Cell<bool>,
    /// A layer does its work a step at a time, between keys.
    at_work: bool,
    /// Tells other desks which appeals are open here.
    presence: Presence,
    /// The appeals that are open at other desks.
    others: BTreeMap<Uuid, Vec<Login>>,
    verification: Option<Verification>,
    /// The check behind the screens found damage.
    damaged: bool,
}

impl Cx {
    /// A context around a desk. Drafts that can't be kept don't keep the desk closed: the person is told.
    #[must_use]
    pub fn new(
        desk: Desk,
        words: Words,
        theme: Theme,
        paths: Paths,
        printer: Option<Printer>,
        spooler: Spooler,
        now: Instant,
    ) -> Self {
        let drafts =
            std::fs::create_dir_all(&paths.state).ok().and_then(|()| Drafts::open(&paths.drafts()).ok());
        let seen = desk.data_version().unwrap_or_default();
        let minute = words.moment(desk.now());
        let presence = Presence::beside(&paths.register);
        Self {
            desk,
            words,
            paths,
            printer,
            spooler,
            theme,
            draft_trouble: Cell::new(drafts.is_none()),
            drafts,
            looked: now,
            typed: None,
            seen,
            minute,
            changes: 0,
            at_work: false,
            presence,
            others: BTreeMap::new(),
            verification: None,
            damaged: false,
        }
    }

    /// Who else has this appeal open now, by name; empty where nobody does.
    #[must_use]
    pub fn others_on(&self, appeal: Uuid) -> Vec<String> {
        let people = self.others.get(&appeal).into_iter().flatten();
        people.map(|login| self.desk.office().person_name(login)).collect()
    }

    /// Waits for what the check behind the screens finds.
    pub fn watch(&mut self, verification: Verification) {
        self.verification = Some(verification);
    }

    /// Today, by the office's calendar.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.desk.today()
    }

    /// The counter of changes: a screen that remembers it knows when to read anew.
    #[must_use]
    pub const fn changes(&self) -> u64 {
        self.changes
    }

    /// Something was saved at this desk: other screens read anew.
    pub fn saved(&mut self) {
        self.changes += 1;
        self.seen = self.desk.data_version().unwrap_or(self.seen);
    }

    /// Says an error of the desk in words.
    #[must_use]
    pub fn trouble(&self, error: &DeskError) -> String {
        self.words.trouble(error, self.desk.register().path(), Some(self.desk.office()))
    }

    /// Whether drafts can't be kept; said once by whoever asks first.
    pub fn drafts_are_lost(&self) -> bool {
        self.draft_trouble.replace(false)
    }

    /// Keeps what is typed. True unless it could not be kept.
    pub fn keep_draft(&mut self, id: Uuid, form: &str, label: String, body: String, now: Instant) -> bool {
        let draft = Draft {
            id,
            form: form.to_owned(),
            person: self.person().0,
            updated: self.desk.now(),
            label,
            body,
        };
        let kept = self.drafts.as_mut().is_some_and(|drafts| drafts.put(&draft).is_ok());
        if kept {
            self.typed = Some(now);
        }
        kept
    }

    /// Lets a draft go: what it held was saved, or the person said so.
    pub fn drop_draft(&mut self, id: Uuid) {
        if let Some(drafts) = &mut self.drafts {
            // A draft that stays is offered once more; nothing is lost by it.
            let _ = drafts.remove(id);
        }
    }

    /// The drafts of the person at the desk, newest first; those that became appeals are let go.
    pub fn drafts(&mut self) -> Vec<Draft> {
        let person = self.person();
        let Some(drafts) = &mut self.drafts else { return Vec::new() };
        let mut kept = drafts.of(&person.0).unwrap_or_default();
        kept.retain(|draft| {
            let registered = self.desk.is_registered(draft.id);
            if registered {
                let _ = drafts.remove(draft.id);
            }
            !registered
        });
        kept
    }

    /// Makes drafts durable before the program ends.
    pub fn settle(&mut self) {
        if let Some(drafts) = &mut self.drafts {
            let _ = drafts.settle();
        }
        self.typed = None;
    }

    /// What papers are made with, as of now.
    #[must_use]
    pub fn printshop(&self) -> Printshop {
        Printshop::new(&self.paths.own_letters(), self.spooler.clone())
    }

    /// The printer that is offered first.
    #[must_use]
    pub fn usual_printer(&self) -> Printer {
        usual_printer(self.drafts.as_ref(), self.printer.as_ref())
    }

    /// What a printer takes: what it took last, or pages.
    #[must_use]
    pub fn takes(&self, printer: &str) -> Takes {
        let last = self.drafts.as_ref().and_then(|list| list.printer_takes(Some(printer)).ok().flatten());
        let set = self.printer.as_ref().filter(|set| set.name.as_deref() == Some(printer));
        last.and_then(|takes| takes.parse().ok()).or(set.map(|set| set.takes)).unwrap_or(Takes::Pdf)
    }

    /// Lets a paper leave. What to say, done or not; what a printer did not take stays in the list.
    pub fn deliver(&mut self, order: &Order, way: &Way) -> String {
        let mut shop = self.printshop();
        let done = shop.deliver_listed(&mut self.desk, self.drafts.as_mut(), order, way, &self.words);
        self.saved();
        match done {
            Ok(delivered) => delivered.words(&self.words, &self.desk),
            Err(error) if error.is_listed(way) && self.drafts.is_some() => {
                format!("{} {}", error.words(&self.words, &self.desk), say!(self.words, "print-listed"))
            }
            Err(error) => error.words(&self.words, &self.desk),
        }
    }

    /// Lets the next letter of a run leave.
    pub fn print_next(&mut self, batch: &mut Batch, shop: &mut Printshop) {
        batch.step(shop, &mut self.desk, self.drafts.as_mut(), &self.words);
    }

    /// The letters that may be printed together today.
    ///
    /// # Errors
    /// When the register or this desk's list can't be read.
    pub fn lots(&self) -> Result<Vec<(Lot, Vec<Order>)>, DeskError> {
        lots(self.today(), &self.desk, self.drafts.as_ref())
    }

    /// The letters that were not printed at this desk.
    #[must_use]
    pub fn unprinted(&self) -> Vec<Unprinted> {
        self.drafts.as_ref().and_then(|list| list.unprinted().ok()).unwrap_or_default()
    }

    /// Takes a letter off that list: the person said so.
    pub fn drop_unprinted(&mut self, letter: &Unprinted) {
        if let Some(list) = &mut self.drafts {
            // One that stays is seen to stay.
            let _ = list.remove_unprinted(letter.appeal, &letter.paper);
        }
        self.changes += 1;
    }

    /// The uppermost layer has work to go on with once keys were looked at: it is told by [`Layer::refresh`].
    ///
    /// [`Layer::refresh`]: super::layers::Layer::refresh
    pub const fn go_on(&mut self) {
        self.at_work = true;
    }

    /// Remembers who sits here, for the next start.
    pub fn remember_person(&self, login: &Login) {
        // A desk that can't remember asks again.
        let _ = std::fs::write(self.paths.person(), &login.0);
    }

    /// Whoever is at the desk; an empty login where nobody is yet.
    #[must_use]
    pub fn person(&self) -> Login {
        self.desk.actor().map_or_else(|| Login(String::new()), |person| person.login.clone())
    }

    /// Only the appeals of the person at the desk.
    #[must_use]
    pub fn mine(&self) -> Filter {
        Filter { executor: Some(self.person()), ..Filter::default() }
    }

    /// The words of letters: Russian, whatever the screen speaks.
    #[must_use]
    pub fn letter_words(&self) -> Words {
        if self.words.language() == Language::Ru { self.words.clone() } else { Words::new(Language::Ru) }
    }

    /// Other words from now on.
    pub fn set_words(&mut self, words: Words) {
        self.words = words;
        self.changes += 1;
    }
}

/// Who was remembered to sit at this desk.
#[must_use]
pub fn remembered_person(file: &Path) -> Option<Login> {
    const LONGEST: u64 = 256;
    let metadata =
        std::fs::metadata(file).ok().filter(|metadata| metadata.is_file() && metadata.len() < LONGEST);
    metadata.and_then(|_| std::fs::read_to_string(file).ok()).map(|login| Login(login.trim().to_owned()))
}

impl Context for Cx {
    fn theme(&self) -> Theme {
        self.theme
    }

    fn word(&self, id: &'static str) -> String {
        self.words.by_id(id)
    }

    fn too_small(&self, needed: Size, present: Size) -> String {
        self.words.too_small((needed.width, needed.height), (present.width, present.height))
    }

    fn means_nothing(&self, command: Command) -> String {
        self.words.means_nothing(command.entry().name)
    }

    fn heading(&self) -> String {
        if self.damaged {
            return say!(self.words, "heading-damaged");
        }
        format!("{} {}", self.words.weekday(self.today()), self.minute)
    }

    fn everywhere(&self, command: Command) -> Availability {
        let at_the_desk = command == Command::Consult && self.desk.actor().is_some();
        if at_the_desk { Availability::Ready } else { Availability::Hidden }
    }

    fn perform(&mut self, command: Command) -> Outcome<Self> {
        if command == Command::Consult { screens::consult(self) } else { Outcome::Same }
    }

    fn attends(&mut self, appeals: Vec<Uuid>) {
        self.presence.tell(&self.person(), appeals);
    }

    fn wait(&self, now: Instant) -> Option<Duration> {
        let look = (self.looked + LOOK_EVERY).saturating_duration_since(now);
        if self.at_work {
            return Some(Duration::ZERO);
        }
        let settle = self.typed.map(|typed| (typed + SETTLE_AFTER).saturating_duration_since(now));
        Some(settle.map_or(look, |settle| settle.min(look)))
    }

    fn wake(&mut self, now: Instant) -> bool {
        if self.typed.is_some_and(|typed| now >= typed + SETTLE_AFTER) {
            self.settle();
        }
        let at_work = std::mem::take(&mut self.at_work);
        if now < self.looked + LOOK_EVERY {
            return at_work;
        }
        self.looked = now;
        let minute = self.words.moment(self.desk.now());
        let version = self.desk.data_version().unwrap_or(self.seen);
        let changed = version != self.seen;
        if changed {
            self.seen = version;
            self.changes += 1;
            // An office that can't be read now is read at the next change; lists say what is wrong.
            let _ = self.desk.refresh();
        }
        let others = self.presence.others();
        let moved = minute != self.minute || others != self.others;
        self.others = others;
        self.minute = minute;
        let checked = self.verification.as_ref().and_then(Verification::result);
        if checked.is_some() {
            self.verification = None;
            self.damaged = checked == Some(false);
        }
        at_work || changed || moved || self.damaged && checked.is_some()
    }
}

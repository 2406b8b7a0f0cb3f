//! What every screen knows: the desk, the words, the colours, the drafts, and when to look anew.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use ratatui::layout::Size;
use uuid::Uuid;

use super::command::{Availability, Command};
use super::keeping::{Keeping, Trouble};
use super::layers::{Context, Outcome, Woken};
use super::recent;
use super::screens;
use super::start::{Checked, Verification};
use super::theme::Theme;
use crate::desk::{Desk, DeskError, Draft, Filter, Presence, Unprinted};
use crate::i18n::{Language, Words};
use crate::letters::eml::Attached;
use crate::letters::spooler::{Printer, Spooler, Takes};
use crate::paths::Paths;
use crate::printing::{Batch, Into, Lot, OnTheWay, Order, Printshop, Way, lots, shown_path, usual_printer};
use crate::say;
use crate::standard::office::Login;
use crate::text;

/// How often other desks' changes are looked for; the question costs microseconds.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// As long as a layer that waits for another program may look away from the keys.
pub const GLANCE: Duration = Duration::from_millis(100);
/// How long a letter is waited for before one goes on: a printer takes it at once as a rule.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long it is waited for when the program ends; whoever ended it does not wait for ever.
const LEAVING: Duration = Duration::from_secs(2);
/// How long typing may rest before its draft is made durable.
const SETTLE_AFTER: Duration = Duration::from_millis(700);
/// How long a disk that did not make drafts durable is left alone.
const SETTLE_AGAIN: Duration = Duration::from_secs(2);
/// How often it is asked as the program ends: another program may hold the file for a moment.
const SETTLE_LAST: u32 = 20;

/// How long no key comes before typing rests.
const REST: Duration = Duration::from_millis(150);

/// What waits until typing rests. It is counted from when the loop first waits for the next key, by the loop's own clock.
#[derive(Debug, Clone, Copy)]
enum Rest {
    /// Nothing.
    Unasked,
    /// A key was typed.
    Begins,
    /// No key has come since.
    Since(Instant),
}

impl Rest {
    fn left(self, now: Instant) -> Option<Duration> {
        match self {
            Self::Since(began) => Some((began + REST).saturating_duration_since(now)),
            _ => None,
        }
    }
}

/// What printers have not taken yet.
#[derive(Debug, Default)]
struct Printing {
    /// Letters printed alone, and the last one of a run that was left.
    letters: Vec<OnTheWay>,
    /// A letter of a run is with a printer.
    of_run: bool,
}

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
    drafts: Keeping,
    /// Whoever leaves was told that drafts are only in memory.
    warned: bool,
    looked: Instant,
    typed: Option<Instant>,
    /// The disk did not make drafts durable: it is asked again then.
    unsettled: Option<Instant>,
    seen: i64,
    minute: String,
    /// Moves with every change, so that screens know that what they hold is old.
    changes: u64,
    /// A layer does its work a step at a time, between keys.
    at_work: bool,
    /// The uppermost layer is told when typing rests.
    rest: Cell<Rest>,
    /// Tells other desks which appeals are open here.
    presence: Presence,
    /// The appeals that are open at other desks.
    others: BTreeMap<Uuid, Vec<Login>>,
    printing: Printing,
    /// What is to be told of something that went on behind the screens.
    news: Option<String>,
    verification: Option<Verification>,
    /// What the check behind the screens has found.
    checked: Option<Checked>,
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
        let drafts = Keeping::open(paths.drafts());
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
            drafts,
            warned: false,
            looked: now,
            typed: None,
            unsettled: None,
            seen,
            minute,
            changes: 0,
            at_work: false,
            rest: Cell::new(Rest::Unasked),
            presence,
            others: BTreeMap::new(),
            printing: Printing::default(),
            news: None,
            verification: None,
            checked: None,
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
        // What this desk writes leaves SQLite's own count of changes as it is: another desk's is not passed over by it.
        self.changes += 1;
    }

    /// Says an error of the desk in words.
    #[must_use]
    pub fn trouble(&self, error: &DeskError) -> String {
        self.words.trouble(error, self.desk.register().path(), Some(self.desk.office()))
    }

    /// Whether what was typed under this id is on the disk, not only in memory.
    #[must_use]
    pub fn is_written(&self, draft: Uuid) -> bool {
        self.drafts.is_written(draft)
    }

    /// Keeps what is typed. True unless the disk did not take it: then it is kept in memory until there is room.
    pub fn keep_draft(&mut self, id: Uuid, form: &str, label: String, body: String, now: Instant) -> bool {
        let draft = Draft {
            id,
            form: form.to_owned(),
            person: self.person().0,
            updated: self.desk.now(),
            label,
            body,
        };
        self.warned = false;
        let written = self.drafts.put(draft);
        if written {
            self.typed = Some(now);
        }
        if let Some(trouble) = self.drafts_trouble() {
            self.tell(&trouble);
        }
        written
    }

    /// Lets a draft go: what it held was saved, or the person said so.
    pub fn drop_draft(&mut self, id: Uuid) {
        self.drafts.remove(id);
    }

    /// The drafts of the person at the desk, newest first; those that became appeals are let go.
    pub fn drafts(&mut self) -> Vec<Draft> {
        let person = self.person();
        let mut kept = self.drafts.of(&person.0).rows;
        kept.retain(|draft| {
            let registered = self.desk.is_registered(draft.id);
            if registered {
                self.drafts.remove(draft.id);
            }
            !registered
        });
        kept
    }

    /// That drafts of the person at the desk can't be read, where there are such.
    #[must_use]
    pub fn unreadable_drafts(&self) -> Option<String> {
        let file = shown_path(&self.paths.drafts());
        let count = self.drafts.of(&self.person().0).unreadable;
        (count > 0).then(|| say!(self.words, "drafts-unreadable", count = count, file = file))
    }

    /// That letters of the list of those not printed can't be read, where there are such.
    #[must_use]
    pub fn unreadable_unprinted(&self) -> Option<String> {
        let file = shown_path(&self.paths.drafts());
        let count = self.drafts.file().map_or(0, |list| list.unprinted().map_or(1, |found| found.unreadable));
        (count > 0).then(|| say!(self.words, "unprinted-unreadable", count = count, file = file))
    }

    /// What is to be told of the file of drafts as a whole, once.
    pub fn drafts_trouble(&mut self) -> Option<String> {
        Some(match self.drafts.trouble()? {
            Trouble::PutAside(file) => say!(self.words, "drafts-aside", file = shown_path(&file)),
            Trouble::Unusable => {
                say!(self.words, "drafts-unusable", file = shown_path(&self.paths.drafts()))
            }
        })
    }

    /// Makes drafts durable before the program ends; one that a disk does not take by then is safe from all but a power cut.
    pub fn settle(&mut self) {
        let _ = (0..SETTLE_LAST).any(|_| self.drafts.settle());
    }

    /// Makes drafts durable once typing rests, and again while the disk refuses.
    fn settle_at(&mut self, now: Instant) {
        let rested = self.typed.is_some_and(|typed| now >= typed + SETTLE_AFTER);
        if rested || self.unsettled.is_some_and(|again| now >= again) {
            self.typed = None;
            self.unsettled = (!self.drafts.settle()).then(|| now + SETTLE_AGAIN);
        }
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

    /// Something went on behind the screens: it is told when nobody types.
    pub(super) fn tell(&mut self, said: &str) {
        // Something earlier may not have been told of yet.
        self.news =
            Some(self.news.take().map_or_else(|| said.to_owned(), |before| format!("{before} {said}")));
    }

    /// Whether the check behind the screens has found something to be told.
    fn hears_of_the_check(&mut self) -> bool {
        let Some(checked) = self.verification.as_ref().and_then(Verification::result) else { return false };
        self.verification = None;
        self.checked = Some(checked);
        if checked == Checked::NotLooked {
            self.tell(&say!(self.words, "check-not-looked"));
        }
        checked != Checked::Sound
    }

    /// Ends the letters of which it is known how they went, within this time. Whether there was one.
    fn finish_known(&mut self, patience: Duration) -> bool {
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

    /// The uppermost layer has work to go on with once keys were looked at: it is told by [`Layer::refresh`].
    ///
    /// [`Layer::refresh`]: super::layers::Layer::refresh
    pub const fn go_on(&mut self) {
        self.at_work = true;
    }

    /// A key was typed that brings something up: once no other comes for a moment, the uppermost layer is told by
    /// [`Layer::refresh`].
    ///
    /// [`Layer::refresh`]: super::layers::Layer::refresh
    pub fn when_typing_rests(&self) {
        self.rest.set(Rest::Begins);
    }

    /// Remembers who sits here, for the next start.
    pub fn remember_person(&self, login: &Login) {
        // A desk that can't remember asks again.
        let _ = std::fs::write(self.paths.person(), &login.0);
    }

    /// The topics this person chose last, the newest first.
    #[must_use]
    pub fn recent_topics(&self) -> Vec<String> {
        recent::topics(&self.paths.recent_topics(), &self.person())
    }

    /// This person chose a topic: it is offered first from now on.
    pub fn remember_topic(&self, topic: &str) {
        recent::remember(&self.paths.recent_topics(), &self.person(), topic);
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

    fn nothing_found(&self, typed: &str) -> String {
        /// More of it would take the place of what to do.
        const SHOWN: usize = 24;
        let typed = text::fit(typed, SHOWN);
        say!(self.words, "list-nothing-typed", typed = typed.as_str())
    }

    fn means_nothing(&self, command: Command) -> String {
        self.words.means_nothing(command.entry().name)
    }

    fn heading(&self) -> String {
        if self.checked == Some(Checked::Damaged) {
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

    fn holds_back(&mut self) -> Option<String> {
        self.drafts.write();
        let count = self.drafts.in_memory();
        let alone = self.printing.letters.iter_mut().any(|letter| !letter.is_known(Duration::ZERO));
        let prints = alone || self.printing.of_run;
        let tells = (count > 0 || prints) && !std::mem::replace(&mut self.warned, true);
        let said = || match count {
            0 => say!(self.words, "print-holds-back"),
            count => say!(self.words, "drafts-hold-back", count = count),
        };
        tells.then(said)
    }

    fn news(&mut self) -> Option<String> {
        // The next key would wipe it off unread.
        if self.typed.is_some() { None } else { self.news.take() }
    }

    fn wait(&self, now: Instant) -> Option<Duration> {
        let look = (self.looked + LOOK_EVERY).saturating_duration_since(now);
        if self.at_work {
            return Some(Duration::ZERO);
        }
        if matches!(self.rest.get(), Rest::Begins) {
            self.rest.set(Rest::Since(now));
        }
        let settle = self.typed.map(|typed| (typed + SETTLE_AFTER).saturating_duration_since(now));
        [settle, self.rest.get().left(now)].into_iter().flatten().chain([look]).min()
    }

    fn wake(&mut self, now: Instant) -> Woken {
        let in_memory = self.drafts.in_memory();
        self.settle_at(now);
        // What only memory held may have been written by it, and the screen still says otherwise.
        let settled = self.drafts.in_memory() < in_memory;
        let rests = self.rest.get().left(now) == Some(Duration::ZERO);
        if rests {
            self.rest.set(Rest::Unasked);
        }
        let at_work = std::mem::take(&mut self.at_work) || rests;
        let rest = if at_work { Woken::ToWork } else { Woken::ForNothing };
        let tells = settled || self.news.is_some() && self.typed.is_none();
        if now < self.looked + LOOK_EVERY {
            return if tells { Woken::ByChange } else { rest };
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
        let checked = self.hears_of_the_check();
        let written = self.drafts.write_again(now);
        if written {
            self.typed = Some(now);
        }
        let printed = self.finish_known(Duration::ZERO);
        let told = self.news.is_some() && self.typed.is_none() || printed || written || checked;
        if told || changed || moved { Woken::ByChange } else { rest }
    }
}

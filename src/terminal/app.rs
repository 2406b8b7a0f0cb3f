//! What every screen knows: the desk, the words, the colours, the drafts, and when to look anew.

mod printing;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use ratatui::layout::Size;
use uuid::Uuid;

pub use self::printing::GLANCE;
use self::printing::Printing;
use super::command::{Availability, Command};
use super::keeping::{Keeping, Trouble};
use super::layers::{Context, Outcome, Woken};
use super::recent;
use super::screens;
use super::start::{Checked, Verification};
use super::theme::Theme;
use crate::desk::{Desk, DeskError, Draft, Filter, Presence};
use crate::i18n::{Language, Words};
use crate::letters::spooler::{Printer, Spooler};
use crate::paths::Paths;
use crate::printing::shown_path;
use crate::say;
use crate::standard::office::Login;
use crate::text;

/// How often other desks' changes are looked for; the question costs microseconds.
const LOOK_EVERY: Duration = Duration::from_millis(500);
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
    /// Whoever leaves was told that drafts are only in memory, or that a printer has something in hand.
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
        let said = match count {
            0 => self.printing_holds_back()?,
            count => say!(self.words, "drafts-hold-back", count = count),
        };
        (!std::mem::replace(&mut self.warned, true)).then_some(said)
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

//! What a person can do, one file a job: load, ask `standard`, save in one transaction.
//!
//! The desk knows who acts and what day it is for the office. It words nothing: what it refuses, it refuses as data.

mod appeals;
pub mod builtin;
mod clients;
mod consultations;
mod corrections;
pub mod demo;
mod door;
mod grounds;
mod journals;
mod letters;
mod look;
mod office;
mod requests;
mod setup;
mod trouble;
mod visits;
mod work;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

pub use self::appeals::Receipt;
pub use self::clients::ClientCard;
pub use self::door::{check, restore_from};
pub use self::grounds::EarlierReply;
pub use self::journals::{AnchorCheck, Posted, check_anchor};
pub use self::letters::ReplyToPrint;
pub use self::look::{Card, Event, Found, HistoryLine, compare_names};
pub use self::setup::{FirstDay, code_from, office_code_from};
pub use self::trouble::{Change, DeskError};
use crate::clock::Clock;
pub use crate::register::{
    Anchor, AppealLine, BackupError, BadAnchor, Brought, Counts, Depth, Draft, Drafts, Filter, Finding,
    FoundBy, Hit, KeptFault, Ladder, OpenError, Order, Part, Place, Placed, Presence, Queue, Readable,
    Report, SideFault, StoreError, Unprinted, UsedPrinter, Warning,
};
use crate::register::{Register, Sort, StoredFact, Subject};
use crate::standard::appeal::Appeal;
use crate::standard::office::{Login, Office, StaffMember};
use crate::standard::refusal::Confirmation;

/// The questions that were answered with yes.
pub type Confirmed = BTreeSet<Confirmation>;

/// A subject as a person saw it: a save is refused, and told apart, when it has changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The subject.
    pub id: Uuid,
    /// How many facts it had.
    pub version: u64,
}

impl From<&Appeal> for Seen {
    fn from(appeal: &Appeal) -> Self {
        Self { id: appeal.id, version: appeal.version }
    }
}

/// A desk at an open register of an office that was set up.
#[derive(Debug)]
pub struct Desk {
    register: Register,
    clock: Clock,
    office: Office,
    actor: Option<Login>,
}

impl Desk {
    /// Sits down at a register.
    ///
    /// # Errors
    /// When the register holds no office yet ([`DeskError::NotSetUp`]), can't be read, or a clock was set by hand
    /// and the register was not created under one.
    pub fn open(register: Register, clock: Clock) -> Result<Self, DeskError> {
        let facts = register.facts_of(register.office())?;
        if facts.is_empty() {
            return Err(DeskError::NotSetUp);
        }
        let office = Office::fold(facts.into_iter().map(StoredFact::recorded))?;
        if clock.is_set() && !office.test_clock {
            return Err(DeskError::ClockNotAllowed);
        }
        Ok(Self { register, clock, office, actor: None })
    }

    /// The office as this desk last saw it.
    #[must_use]
    pub const fn office(&self) -> &Office {
        &self.office
    }

    /// The register's file and what should be said of where it lies.
    #[must_use]
    pub const fn register(&self) -> &Register {
        &self.register
    }

    /// Now, with the office's offset, in whole milliseconds: what a fact keeps.
    #[must_use]
    pub fn now(&self) -> DateTime<FixedOffset> {
        work::moment(self.clock, &self.office)
    }

    /// Today, by the office's calendar.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// Who acts, if anybody was named.
    #[must_use]
    pub fn actor(&self) -> Option<&StaffMember> {
        self.actor.as_ref().and_then(|login| self.office.active_person(login))
    }

    /// Lets a person act from now on.
    ///
    /// # Errors
    /// When nobody of that login works here.
    pub fn sit(&mut self, login: &Login) -> Result<(), DeskError> {
        self.office.active_person(login).ok_or_else(|| DeskError::UnknownActor(login.clone()))?;
        self.actor = Some(login.clone());
        Ok(())
    }

    /// The person mapped to a user of the operating system.
    #[must_use]
    pub fn person_of(&self, os_user: Option<&str>) -> Option<Login> {
        let user = os_user?;
        let mut people = self.office.staff.values().filter(|person| person.retired.is_none());
        people.find(|person| person.os_user.as_deref() == Some(user)).map(|person| person.login.clone())
    }

    /// Who acts where nobody was named: the person mapped to the operating system's user, else the register's default.
    #[must_use]
    pub fn usual_person(&self, os_user: Option<&str>) -> Option<Login> {
        self.person_of(os_user)
            .or_else(|| self.office.details.default_person.clone())
            .filter(|login| self.office.active_person(login).is_some())
    }

    /// A new identifier: of a draft, which becomes the request under which it is registered.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub fn new_id(&mut self) -> Result<Uuid, DeskError> {
        let now = self.now();
        Ok(self.register.new_id(now)?)
    }

    /// Reads the office anew if another desk changed it. True if it had.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn refresh(&mut self) -> Result<bool, DeskError> {
        let office = self.register.office();
        // Asked at each write of another desk, and nearly all are about appeals.
        let changed = self.register.version_of(office)? != self.office.version;
        if changed {
            let facts = self.register.facts_of(office)?;
            self.office = Office::fold(facts.into_iter().map(StoredFact::recorded))?;
        }
        Ok(changed)
    }

    /// Reads the office anew after this desk itself changed it. Where it can't be read, what was done is done all the same:
    /// the next job reads it again, and says what is wrong.
    fn reread_office(&mut self) {
        let _ = self.refresh();
    }

    fn appeal_subject(id: Uuid) -> Subject {
        Subject { sort: Sort::Appeal, id }
    }
}

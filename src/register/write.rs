//! Writing: facts, numbers and the tables read from them, all in one transaction or not at all.

use chrono::{DateTime, FixedOffset, SubsecRound as _};
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::chain::Link;
use super::connect::{Pace, commit, set_pace};
use super::error::StoreError;
use super::facts::{self, ChainHead, StoredFact, Subject, moment};
use super::line::AppealLine;
use super::numbers;
use super::open::Register;
use super::random::Randomness;
use super::schema;
use super::seal;
use crate::standard::appeal::{Appeal, PaperEntry};
use crate::standard::book::BookEntry;
use crate::standard::fact::{Event, Stamp};
use crate::standard::number::{Number, Series};
use crate::standard::visit::{Consultation, Visit};

/// A transaction that may write. While it lives no other desk writes; what it read can't change under it.
#[derive(Debug)]
pub struct Tx<'a> {
    pub(super) db: &'a Connection,
    office: Uuid,
    random: &'a mut Randomness,
    head: ChainHead,
    newest: Option<DateTime<FixedOffset>>,
}

/// A fact that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// Its identifier.
    pub id: Uuid,
    /// The subject's version with it.
    pub version: u64,
    /// Where the chain stands now.
    pub head: ChainHead,
}

/// What a fact says, apart from what it is about.
#[derive(Debug)]
pub struct NewFact<'a> {
    /// When, with the office's offset; milliseconds are kept.
    pub time: DateTime<FixedOffset>,
    /// Who.
    pub who: &'a str,
    /// What happened.
    pub kind: &'a str,
    /// The version of the body.
    pub v: u16,
    /// What exactly; personal values marked as [`crate::standard::personal`] marks them.
    pub body: Value,
}

impl Register {
    /// Runs `job` in one transaction and commits it durably; when `job` fails, nothing of it is left.
    ///
    /// The lock is taken before `job` runs, so that what it reads is what it writes upon.
    ///
    /// # Errors
    /// What `job` returns, or why the transaction could not begin or end; [`StoreError::Upgraded`].
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        job: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction =
            self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        // Under the lock: what a newer program has upgraded meanwhile is not written to as before.
        let file = schema::version(&transaction).map_err(StoreError::from)?;
        if file > schema::marks(schema::STEPS).newest {
            return Err(StoreError::Upgraded.into());
        }
        let head = facts::head(&transaction, self.office).map_err(StoreError::from)?;
        let newest = facts::newest_time(&transaction, self.office)?;
        let Self { office, random, .. } = self;
        let result = job(&mut Tx { db: &transaction, office: *office, random, head, newest })?;
        commit(&transaction)?;
        Ok(result)
    }

    /// Runs a job of many transactions, made for thousands of appeals at once: the made-up ones of a demonstration,
    /// or an import. A power cut may take the last of its transactions, never a half of one; once this returns, all
    /// is on the disk.
    ///
    /// # Errors
    /// What `job` returns, or why its work could not be brought to the disk.
    pub fn in_bulk<T, E: From<StoreError>>(
        &mut self,
        job: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        set_pace(&self.db, Pace::Bulk).map_err(StoreError::from)?;
        let result = job(self);
        set_pace(&self.db, Pace::Desk).map_err(StoreError::from)?;
        result
    }

    /// A new identifier of this moment.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub fn new_id(&mut self, time: DateTime<FixedOffset>) -> Result<Uuid, StoreError> {
        Ok(self.random.id(time)?)
    }

    /// The appeal that a sender's own id became, if it was registered.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn appeal_of_request(&self, request: Uuid) -> Result<Option<Uuid>, StoreError> {
        appeal_of_request(&self.db, request)
    }
}

impl Tx<'_> {
    /// The office whose register this is.
    #[must_use]
    pub const fn office(&self) -> Uuid {
        self.office
    }

    /// A new identifier of this moment.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub fn new_id(&mut self, time: DateTime<FixedOffset>) -> Result<Uuid, StoreError> {
        Ok(self.random.id(time)?)
    }

    /// The facts of one subject, oldest first.
    ///
    /// # Errors
    /// When the file can't be read, or a fact is not what was written.
    pub fn facts_of(&self, subject: Uuid) -> Result<Vec<StoredFact>, StoreError> {
        facts::of_subject(self.db, subject)
    }

    /// How many facts a subject has; 0 for one that does not exist.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn version_of(&self, subject: Uuid) -> Result<u64, StoreError> {
        facts::version_of(self.db, subject)
    }

    /// Whether the file holds no fact at all, of any office.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(!facts::any(self.db)?)
    }

    /// When the newest fact of this office was written: a clock behind it went back.
    #[must_use]
    pub const fn newest_time(&self) -> Option<DateTime<FixedOffset>> {
        self.newest
    }

    /// Adds an event to a subject of which `seen` facts were known.
    ///
    /// # Errors
    /// As [`Tx::append`].
    pub fn record<E: Event>(
        &mut self,
        subject: &Subject,
        seen: u64,
        stamp: &Stamp,
        event: &E,
    ) -> Result<Appended, StoreError> {
        let body = event.body().map_err(|error| StoreError::Engine { code: 0, detail: error.to_string() })?;
        self.append(
            subject,
            seen,
            NewFact { time: stamp.at, who: &stamp.who.0, kind: event.kind(), v: event.v(), body },
        )
    }

    /// Adds a fact to a subject of which `seen` facts were known, at the end of this office's chain.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the subject has changed since; when the body can't be stored; when the disk refuses.
    pub fn append(
        &mut self,
        subject: &Subject,
        seen: u64,
        fact: NewFact<'_>,
    ) -> Result<Appended, StoreError> {
        let now = self.version_of(subject.id)?;
        if now != seen {
            return Err(StoreError::Stale { seen, now });
        }
        let NewFact { time, who, kind, v, mut body } = fact;
        let id = self.random.id(time)?;
        let cells = seal::seal(&mut body, self.random)?;
        let (moment, body) = (moment(time), seal::text(&body));
        let link = Link {
            id,
            office: self.office,
            office_seq: self.head.office_seq + 1,
            sort: subject.sort.word(),
            subject: subject.id,
            time: &moment,
            who,
            kind,
            v,
            body: &body,
            prev: self.head.hash,
        };
        let head = ChainHead { office_seq: link.office_seq, hash: link.hash() };
        let version = now + 1;
        self.db
            .prepare_cached(
                "INSERT OR FAIL INTO fact (id, office, office_seq, sort, subject, version, time, who, kind, v, body, prev, hash)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                link.id.as_bytes(),
                link.office.as_bytes(),
                link.office_seq.cast_signed(),
                link.sort,
                link.subject.as_bytes(),
                version.cast_signed(),
                link.time,
                link.who,
                link.kind,
                link.v,
                link.body,
                link.prev.bytes(),
                head.hash.bytes(),
            ])?;
        if !cells.is_empty() {
            self.db
                .prepare_cached("INSERT INTO side (fact, cells) VALUES (last_insert_rowid(), ?)")?
                .execute([seal::text(&Value::Object(cells))])?;
        }
        self.head = head;
        self.newest = Some(time.trunc_subsecs(3));
        Ok(Appended { id, version, head })
    }

    /// Erases the personal values of all facts of a subject, naming `by` as the fact that ordered it.
    /// Returns how many values went. What was read from them must be saved again.
    ///
    /// # Errors
    /// When the disk refuses, or a side row is not what was written.
    pub fn erase(&mut self, subject: Uuid, by: &Appended) -> Result<usize, StoreError> {
        let by = facts::name(self.office, by.head.office_seq);
        let mut query = self.db.prepare_cached(
            "SELECT fact, cells FROM side WHERE fact IN (SELECT row FROM fact WHERE subject = ?)",
        )?;
        let sides = query
            .query_map([subject.as_bytes()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut erased = 0;
        for (fact, cells) in sides {
            let mut cells: Map<String, Value> = serde_json::from_str(&cells)
                .map_err(|error| StoreError::Engine { code: 0, detail: error.to_string() })?;
            erased += seal::erase(&mut cells, &by);
            self.db
                .prepare_cached("UPDATE side SET cells = ? WHERE fact = ?")?
                .execute(params![seal::text(&Value::Object(cells)), fact])?;
        }
        Ok(erased)
    }

    /// The number that the next [`Tx::take_number`] gives.
    ///
    /// # Errors
    /// When the file can't be read, or the series has no more numbers.
    pub fn next_number(&self, series: Series, year: i32) -> Result<u32, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT next FROM counter WHERE office = ? AND series = ? AND year = ?")?;
        let next = query
            .query_row(params![self.office.as_bytes(), series.code(), year], |row| row.get::<_, i64>(0))
            .optional()?
            .unwrap_or(1);
        // A counter that was set back gives no number again.
        let given = numbers::newest(self.db, self.office, series, year)?;
        let next = given.map_or(next, |given| next.max(given + 1));
        u32::try_from(next).map_err(|_| StoreError::SeriesEnded)
    }

    /// Takes the next number of a year's series. A transaction that fails gives it back.
    ///
    /// # Errors
    /// When the disk refuses, or the series has no more numbers.
    pub fn take_number(&mut self, series: Series, year: i32) -> Result<u32, StoreError> {
        let number = self.next_number(series, year)?;
        self.db
            .prepare_cached(
                "INSERT INTO counter (office, series, year, first, next) VALUES (?1, ?2, ?3, ?4, ?4 + 1)
                 ON CONFLICT (office, series, year) DO UPDATE SET next = excluded.next",
            )?
            .execute(params![self.office.as_bytes(), series.code(), year, number])?;
        Ok(number)
    }

    /// Whether an outgoing number stands on a letter, given or typed. One that is typed now, with its letter's year, may
    /// stand on a typed letter of another year: a chancery's journal begins anew each January.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn outgoing_stands(&self, number: &str, typed_in: Option<i32>) -> Result<bool, StoreError> {
        Ok(numbers::stands(self.db, number, typed_in)?)
    }

    /// Whether an appeal has this number, as it is printed.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn appeal_number_stands(&self, number: &str) -> Result<bool, StoreError> {
        Ok(numbers::is_of_appeal(self.db, number, &super::find::number_key(number))?)
    }

    /// Sets where a year's series begins, for an office that moves over in mid-year.
    ///
    /// # Errors
    /// [`StoreError::SeriesBegun`] when a number was already given; when the disk refuses.
    pub fn begin_series(&mut self, series: Series, year: i32, first: u32) -> Result<(), StoreError> {
        if numbers::newest(self.db, self.office, series, year)?.is_some() {
            return Err(StoreError::SeriesBegun { next: self.next_number(series, year)? });
        }
        let set = self
            .db
            .prepare_cached(
                "INSERT INTO counter (office, series, year, first, next) VALUES (?1, ?2, ?3, ?4, ?4)
                 ON CONFLICT (office, series, year) DO UPDATE SET first = excluded.first, next = excluded.next
                 WHERE next = first",
            )?
            .execute(params![self.office.as_bytes(), series.code(), year, first.max(1)])?;
        if set == 1 { Ok(()) } else { Err(StoreError::SeriesBegun { next: self.next_number(series, year)? }) }
    }

    /// The appeal that a sender's own id became, if it was registered.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn appeal_of_request(&self, request: Uuid) -> Result<Option<Uuid>, StoreError> {
        appeal_of_request(self.db, request)
    }

    /// Remembers which appeal a sender's own id became.
    ///
    /// # Errors
    /// When the id became one before, or the disk refuses.
    pub fn remember_request(&mut self, request: Uuid, appeal: Uuid) -> Result<(), StoreError> {
        self.db
            .prepare_cached("INSERT INTO request (id, appeal) VALUES (?, ?)")?
            .execute([request.as_bytes(), appeal.as_bytes()])?;
        Ok(())
    }

    /// Saves how an appeal stands in lists and what it is found by.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn save_appeal(&mut self, appeal: &Appeal) -> Result<(), StoreError> {
        AppealLine::of(appeal).save(self.db, &super::find::keys(appeal))
    }

    /// Saves how a visit stands in lists.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn save_visit(&mut self, visit: &Visit) -> Result<(), StoreError> {
        super::visit::save(self.db, visit)
    }

    /// Saves how a consultation stands in lists.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn save_consultation(&mut self, consultation: &Consultation) -> Result<(), StoreError> {
        super::visit::save_consultation(self.db, consultation)
    }

    /// The appeal that an entry of a feedback book became, with its number.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn appeal_of_book_entry(&self, entry: &BookEntry) -> Result<Option<(Uuid, Number)>, StoreError> {
        super::line::of_book_entry(self.db, entry)
    }

    /// The appeal that an entry of a paper journal was moved over as, unless it was annulled.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn appeal_of_paper_entry(&self, entry: &PaperEntry) -> Result<Option<(Uuid, Number)>, StoreError> {
        super::line::of_paper_entry(self.db, entry)
    }

    /// The appeals of which a letter was once written down under this number of the post.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn tracked_as(&self, number: &str) -> Result<Vec<Uuid>, StoreError> {
        super::journal::tracked_as(self.db, number)
    }

    /// Every open appeal, as they were registered.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn open_appeals(&self) -> Result<Vec<Uuid>, StoreError> {
        super::line::open_appeals(self.db)
    }
}

/// The appeal that a sender's own id became.
pub(super) fn appeal_of_request(db: &Connection, request: Uuid) -> Result<Option<Uuid>, StoreError> {
    let mut query = db.prepare_cached("SELECT appeal FROM request WHERE id = ?")?;
    Ok(query.query_row([request.as_bytes()], |row| row.get(0).map(Uuid::from_bytes)).optional()?)
}

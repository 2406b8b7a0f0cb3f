//! Drafts: what was typed and not yet saved, in a small file of this desk's own.
//!
//! A draft is written at each key, so the write must cost no more than a frame: it is safe from a kill at once,
//! and from a power cut once [`Drafts::settle`] has run. Nothing here locks the register.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension as _, Row, Rows, TransactionBehavior, params};
use uuid::Uuid;

use super::check::Finding;
use super::connect::{Manner, Mode, commit, connect, wait_politely};
use super::disk;
use super::error::{OpenError, StoreError};
use super::facts::moment;
use super::guard::{self, Access, Lease, Marks};
use super::schema;

/// «Otkd».
const APPLICATION_ID: u32 = 0x4F74_6B64;
/// The steps from nothing to the schema of this program; the n-th leads to `user_version` n.
const STEPS: [&str; 2] =
    [include_str!("migrations/drafts_0001.sql"), include_str!("migrations/drafts_0002.sql")];
const SCHEMA: u32 = 2;

/// The file of drafts.
#[derive(Debug)]
pub struct Drafts {
    pub(super) db: Connection,
    pub(super) unsettled: bool,
    manner: Manner,
    _lease: Lease,
}

/// Something that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its own id; the `request_id` under which it will be registered.
    pub id: Uuid,
    /// Which form it fills.
    pub form: String,
    /// Who writes it.
    pub person: String,
    /// When it was last touched.
    pub updated: DateTime<FixedOffset>,
    /// What to call it in a list of drafts.
    pub label: String,
    /// The form's own text.
    pub body: String,
}

#[cfg(test)]
impl Draft {
    /// A letter that tests type.
    pub(crate) fn example(id: u128, updated: &str, body: &str) -> Self {
        Self {
            id: Uuid::from_u128(id),
            form: "letter".to_owned(),
            person: "ivanova".to_owned(),
            updated: DateTime::parse_from_rfc3339(updated).expect("a moment"),
            label: "Письмо, Ёлкина".to_owned(),
            body: body.to_owned(),
        }
    }
}

/// What could be read, row by row: one that can't be read keeps back no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readable<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many could not be read; they stay in the file.
    pub unreadable: usize,
}

impl<T> Readable<T> {
    pub(super) const fn none() -> Self {
        Self { rows: Vec::new(), unreadable: 0 }
    }

    /// Reads all there are. An error is the file's: it can be read no further.
    pub(super) fn read(
        &mut self,
        rows: &mut Rows<'_>,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<()> {
        while let Some(row) = rows.next()? {
            match read(row) {
                Ok(row) => self.rows.push(row),
                Err(_) => self.unreadable += 1,
            }
        }
        Ok(())
    }
}

impl Draft {
    /// Reads every draft there is.
    pub(super) const ALL: &str = "SELECT id, form, person, updated, label, body FROM draft";
}

impl Drafts {
    pub(super) const MARKS: Marks = Marks { application_id: APPLICATION_ID, newest: SCHEMA };

    /// Opens the file of drafts, making it where there is none.
    ///
    /// # Errors
    /// When the file is not one of ours, or can't be used from here; it is left as it was.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        Self::open_in(path, Manner::DRAFTS)
    }

    /// The same for a desk where somebody types: what the file does not take at once is refused as
    /// [`Busy`](StoreError::Busy), so that no key waits. What is remembered of printing still has its time.
    ///
    /// # Errors
    /// As [`Drafts::open`].
    pub fn open_for_typing(path: &Path) -> Result<Self, OpenError> {
        Self::open_in(path, Manner::TYPING)
    }

    fn open_in(path: &Path, manner: Manner) -> Result<Self, OpenError> {
        let passed = match guard::pass(path, Access::Write, Self::MARKS) {
            Err(OpenError::Missing) => {
                make(path)?;
                guard::pass(path, Access::Write, Self::MARKS)?
            }
            other => other?,
        };
        let mut db = connect(&passed.path, Mode::Write, manner)?;
        // The file is small; what is put into a damaged one may be lost with it.
        let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if found != "ok" {
            return Err(OpenError::Damaged(Box::new(Finding::Structure(found))));
        }
        step_up(&mut db)?;
        Ok(Self { db, unsettled: false, manner, _lease: passed.lease })
    }

    /// Does what nobody else remembers, with more patience than typing can have.
    pub(super) fn patiently<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        wait_politely(&mut self.db, Manner::DRAFTS)?;
        let done = work(self);
        wait_politely(&mut self.db, self.manner)?;
        done
    }

    /// Keeps a draft as it is now.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put(&mut self, draft: &Draft) -> Result<(), StoreError> {
        self.db
            .prepare_cached(
                "INSERT INTO draft (id, form, person, updated, label, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET form = ?2, person = ?3, updated = ?4, label = ?5, body = ?6",
            )?
            .execute(params![
                draft.id.as_bytes(),
                draft.form,
                draft.person,
                moment(draft.updated),
                draft.label,
                draft.body
            ])?;
        self.unsettled = true;
        Ok(())
    }

    /// Brings all that was put to the disk; nothing to do where nothing was put since.
    ///
    /// # Errors
    /// When the disk refuses; what was put is still safe from all but a power cut.
    pub fn settle(&mut self) -> Result<(), StoreError> {
        if !self.unsettled {
            return Ok(());
        }
        // One commit that is brought to the disk brings all before it: they lie in the same log.
        self.db.execute_batch("PRAGMA synchronous = FULL")?;
        let settled = self.db.execute("UPDATE settled SET times = times + 1", []);
        self.db.execute_batch("PRAGMA synchronous = NORMAL")?;
        settled?;
        self.unsettled = false;
        Ok(())
    }

    /// The drafts of a person, the last touched first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn of(&self, person: &str) -> Result<Readable<Draft>, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT id, form, person, updated, label, body FROM draft WHERE person = ?")?;
        let mut drafts = Readable::none();
        drafts.read(&mut query.query([person])?, read)?;
        drafts.rows.sort_by_key(|draft| std::cmp::Reverse((draft.updated, draft.id)));
        Ok(drafts)
    }

    /// The draft with this id.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn get(&self, id: Uuid) -> Result<Option<Draft>, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT id, form, person, updated, label, body FROM draft WHERE id = ?")?;
        Ok(query.query_row([id.as_bytes()], read).optional()?)
    }

    /// Lets a draft go: it was saved, or its writer gave it up. Says whether it was there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn remove(&mut self, id: Uuid) -> Result<bool, StoreError> {
        let dropped = self.db.prepare_cached("DELETE FROM draft WHERE id = ?")?.execute([id.as_bytes()])?;
        self.unsettled |= dropped > 0;
        Ok(dropped > 0)
    }
}

fn make(path: &Path) -> Result<(), OpenError> {
    let (path, _) = guard::pass_new(path)?;
    let partial = disk::partial(&path);
    disk::remove(&partial).map_err(OpenError::from_io)?;
    let mut db = connect(&partial, Mode::Create, Manner::REGISTER)?;
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    step_up(&mut db)?;
    db.close().map_err(|(_, error)| error)?;
    disk::owner_and_group_only(&partial).map_err(OpenError::from_io)?;
    match disk::keep(&partial, &path) {
        // Another desk of the same person was quicker; its file is as good.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            disk::remove(&partial).map_err(OpenError::from_io)
        }
        done => done.map_err(OpenError::from_io),
    }
}

/// Brings a new or an older file up to this program.
fn step_up(db: &mut Connection) -> Result<(), OpenError> {
    if schema::version(db)? == SCHEMA {
        return Ok(());
    }
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again under the lock: another desk may have done it meanwhile.
    let from = schema::version(&transaction)?;
    for step in STEPS.iter().skip(usize::try_from(from).unwrap_or(usize::MAX)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", SCHEMA)?;
    Ok(commit(&transaction)?)
}

/// A moment as the file holds it, from a column of a row.
pub(super) fn moment_in(row: &Row<'_>, column: usize) -> Result<DateTime<FixedOffset>, rusqlite::Error> {
    let text: String = row.get(column)?;
    DateTime::parse_from_rfc3339(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}

pub(super) fn read(row: &Row<'_>) -> Result<Draft, rusqlite::Error> {
    let updated = moment_in(row, 3)?;
    Ok(Draft {
        id: Uuid::from_bytes(row.get(0)?),
        form: row.get(1)?,
        person: row.get(2)?,
        updated,
        label: row.get(4)?,
        body: row.get(5)?,
    })
}

//! Facts as they lie in the file, read back and verified.

use std::fmt;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::{Connection, OptionalExtension as _, Params, Row, params};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::chain::{Hash, Link};
use super::check::Finding;
use super::error::{OpenError, StoreError};
use super::open::Register;
use super::seal;
use crate::standard::fact::{Event, Recorded, Stamp};
use crate::standard::office::Login;

/// What kind of thing a subject is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort {
    /// The office itself: its settings, units, staff and rules.
    Office,
    /// An appeal.
    Appeal,
    /// A visit.
    Visit,
    /// A consultation.
    Consultation,
    /// A thing that a newer program knows.
    Other(Box<str>),
}

impl Sort {
    /// The word in the file.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Office => "office",
            Self::Appeal => "appeal",
            Self::Visit => "visit",
            Self::Consultation => "consultation",
            Self::Other(word) => word,
        }
    }

    fn of(word: &str) -> Self {
        match word {
            "office" => Self::Office,
            "appeal" => Self::Appeal,
            "visit" => Self::Visit,
            "consultation" => Self::Consultation,
            other => Self::Other(other.into()),
        }
    }
}

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What kind of thing.
    pub sort: Sort,
    /// Which one.
    pub id: Uuid,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.sort.word(), self.id)
    }
}

/// A fact as read back: whole, its own hash verified, its personal values in their places.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredFact {
    /// Its own identifier.
    pub id: Uuid,
    /// The office whose chain it stands in.
    pub office: Uuid,
    /// Its place in that chain, from 1.
    pub office_seq: u64,
    /// What it is about.
    pub subject: Subject,
    /// Its place among the subject's facts in this file, from 1.
    pub version: u64,
    /// When, with the office's offset.
    pub time: DateTime<FixedOffset>,
    /// Who.
    pub who: String,
    /// What happened.
    pub kind: String,
    /// The version of the body.
    pub v: u16,
    /// What exactly.
    pub body: Value,
    /// Its hash.
    pub hash: Hash,
}

impl StoredFact {
    /// The event this fact tells of, with its stamp.
    #[must_use]
    pub fn recorded<E: Event>(self) -> Recorded<E> {
        Recorded {
            stamp: Stamp { at: self.time, who: Login(self.who) },
            event: E::read(&self.kind, self.v, self.body),
        }
    }
}

/// How a moment stands in the file.
pub(super) fn moment(time: DateTime<FixedOffset>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// A fact's name for life, in every copy of the register: its chain and its place there.
pub(super) fn name(office: Uuid, office_seq: u64) -> String {
    format!("{office}/{office_seq}")
}

/// Whether there is a fact of this name.
pub(super) fn exists(db: &Connection, name: &str) -> Result<bool, rusqlite::Error> {
    let parts = name
        .split_once('/')
        .and_then(|(office, seq)| Some((Uuid::try_parse(office).ok()?, seq.parse().ok()?)));
    let Some((office, office_seq)) = parts else { return Ok(false) };
    db.prepare_cached("SELECT 1 FROM fact WHERE office = ? AND office_seq = ?")?
        .exists(params![office.as_bytes(), u64::cast_signed(office_seq)])
}

/// Whether there is any fact, of whatever office.
pub(super) fn any(db: &Connection) -> Result<bool, rusqlite::Error> {
    db.prepare_cached("SELECT 1 FROM fact LIMIT 1")?.exists([])
}

/// The newest fact of a chain: what a backup, a printed journal or a bundle is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainHead {
    /// How many facts the chain has.
    pub office_seq: u64,
    /// The hash of the newest; [`Hash::NONE`] where there are none.
    pub hash: Hash,
}

impl ChainHead {
    /// The head of a chain without facts.
    pub const EMPTY: Self = Self { office_seq: 0, hash: Hash::NONE };
}

/// A query of facts: the columns that [`RawFact`] reads in its order, the side cells after them, then `$rest`.
macro_rules! select_facts {
    ($rest:literal) => {
        concat!(
            "SELECT fact.id, fact.office, fact.office_seq, fact.sort, fact.subject, fact.version, fact.time, ",
            "fact.who, fact.kind, fact.v, fact.body, fact.prev, fact.hash, side.cells ",
            "FROM fact LEFT JOIN side ON side.fact = fact.row ",
            $rest
        )
    };
}
pub(super) use select_facts;

/// A row of `fact`, its text still borrowed from SQLite.
pub(super) struct RawFact<'row> {
    pub version: u64,
    pub hash: Hash,
    pub link: Link<'row>,
}

impl<'row> RawFact<'row> {
    pub fn read(row: &'row Row<'_>) -> Result<Self, rusqlite::Error> {
        let text = |column| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str()?);
        Ok(Self {
            version: row.get::<_, i64>(5)?.cast_unsigned(),
            hash: Hash::from_bytes(row.get(12)?),
            link: Link {
                id: Uuid::from_bytes(row.get(0)?),
                office: Uuid::from_bytes(row.get(1)?),
                office_seq: row.get::<_, i64>(2)?.cast_unsigned(),
                sort: text(3)?,
                subject: Uuid::from_bytes(row.get(4)?),
                time: text(6)?,
                who: text(7)?,
                kind: text(8)?,
                v: row.get(9)?,
                body: text(10)?,
                prev: Hash::from_bytes(row.get(11)?),
            },
        })
    }

    /// The fact with its personal values, once its hash was found to agree.
    pub fn open(&self, side: Option<&str>) -> Result<StoredFact, StoreError> {
        let link = &self.link;
        let altered = || {
            StoreError::Damaged(Box::new(Finding::Altered {
                office: link.office,
                office_seq: link.office_seq,
            }))
        };
        if link.hash() != self.hash {
            return Err(altered());
        }
        let mut body: Value = serde_json::from_str(link.body).map_err(|_| altered())?;
        let mut cells: Map<String, Value> = match side {
            Some(cells) => serde_json::from_str(cells).map_err(|_| altered())?,
            None => Map::new(),
        };
        seal::open(&mut body, &mut cells);
        Ok(StoredFact {
            id: link.id,
            office: link.office,
            office_seq: link.office_seq,
            subject: Subject { sort: Sort::of(link.sort), id: link.subject },
            version: self.version,
            time: DateTime::parse_from_rfc3339(link.time).map_err(|_| altered())?,
            who: link.who.to_owned(),
            kind: link.kind.to_owned(),
            v: link.v,
            body,
            hash: self.hash,
        })
    }
}

/// The facts of one subject, oldest first.
pub(super) fn of_subject(db: &Connection, subject: Uuid) -> Result<Vec<StoredFact>, StoreError> {
    read(db, select_facts!("WHERE fact.subject = ?1 ORDER BY fact.version"), [subject.as_bytes()])
}

fn read(db: &Connection, sql: &str, given: impl Params) -> Result<Vec<StoredFact>, StoreError> {
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query(given)?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        facts.push(RawFact::read(row)?.open(side_cells(row)?)?);
    }
    Ok(facts)
}

/// The side cells of a row of [`select_facts`].
pub(super) fn side_cells<'row>(row: &'row Row<'_>) -> Result<Option<&'row str>, rusqlite::Error> {
    Ok(row.get_ref(13)?.as_str_or_null()?)
}

/// Verifies the newest facts of a chain and that each stands on the one before it.
pub(super) fn verify_newest(db: &Connection, office: Uuid, count: u64) -> Result<(), OpenError> {
    let mut query =
        db.prepare(select_facts!("WHERE fact.office = ?1 ORDER BY fact.office_seq DESC LIMIT ?2"))?;
    let mut rows = query.query(params![office.as_bytes(), count.cast_signed()])?;
    // What the newer fact said of this one.
    let mut expected: Option<(u64, Hash)> = None;
    while let Some(row) = rows.next()? {
        let fact = RawFact::read(row)?;
        let office_seq = fact.link.office_seq;
        let agrees = |(newer, prev)| newer == office_seq + 1 && prev == fact.hash;
        let finding = if fact.link.hash() == fact.hash {
            let broken = expected.filter(|&expected| !agrees(expected));
            broken.map(|(newer, _)| Finding::Unlinked { office, office_seq: newer })
        } else {
            Some(Finding::Altered { office, office_seq })
        };
        if let Some(finding) = finding {
            return Err(OpenError::Damaged(Box::new(finding)));
        }
        expected = Some((office_seq, fact.link.prev));
    }
    if expected.is_none() && any(db)? {
        return Err(OpenError::Damaged(Box::new(Finding::OfficeOfNone(office))));
    }
    Ok(())
}

/// The newest fact of an office's chain.
pub(super) fn head(db: &Connection, office: Uuid) -> Result<ChainHead, rusqlite::Error> {
    let mut newest = db.prepare_cached(
        "SELECT office_seq, hash FROM fact WHERE office = ? ORDER BY office_seq DESC LIMIT 1",
    )?;
    let mut rows = newest.query([office.as_bytes()])?;
    let Some(row) = rows.next()? else { return Ok(ChainHead::EMPTY) };
    Ok(ChainHead { office_seq: row.get::<_, i64>(0)?.cast_unsigned(), hash: Hash::from_bytes(row.get(1)?) })
}

/// When the newest fact of an office's chain was written.
pub(super) fn newest_time(
    db: &Connection,
    office: Uuid,
) -> Result<Option<DateTime<FixedOffset>>, StoreError> {
    let mut newest =
        db.prepare_cached("SELECT time FROM fact WHERE office = ? ORDER BY office_seq DESC LIMIT 1")?;
    let time: Option<String> = newest.query_row([office.as_bytes()], |row| row.get(0)).optional()?;
    let read = |time: String| DateTime::parse_from_rfc3339(&time);
    time.map(read).transpose().map_err(|error| StoreError::Engine { code: 0, detail: error.to_string() })
}

/// How many facts a subject has.
pub(super) fn version_of(db: &Connection, subject: Uuid) -> Result<u64, StoreError> {
    let mut newest = db.prepare_cached("SELECT coalesce(max(version), 0) FROM fact WHERE subject = ?")?;
    Ok(newest.query_row([subject.as_bytes()], |row| row.get::<_, i64>(0))?.cast_unsigned())
}

impl Register {
    /// The facts of one subject, oldest first, each verified by its own hash.
    ///
    /// # Errors
    /// When the file can't be read, or a fact is not what was written.
    pub fn facts_of(&self, subject: Uuid) -> Result<Vec<StoredFact>, StoreError> {
        of_subject(&self.db, subject)
    }

    /// How many facts a subject has; 0 for one that does not exist. One look at the index.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn version_of(&self, subject: Uuid) -> Result<u64, StoreError> {
        version_of(&self.db, subject)
    }

    /// The newest facts of this file, newest first.
    ///
    /// # Errors
    /// When the file can't be read, or a fact is not what was written.
    pub fn newest_facts(&self, count: u32) -> Result<Vec<StoredFact>, StoreError> {
        read(&self.db, select_facts!("ORDER BY fact.row DESC LIMIT ?1"), [count])
    }

    /// The newest fact of this office's chain.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn head(&self) -> Result<ChainHead, StoreError> {
        Ok(head(&self.db, self.office)?)
    }
}

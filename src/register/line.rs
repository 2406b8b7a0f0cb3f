//! How an appeal stands in lists: one row, a function of the appeal alone.

use std::collections::BTreeSet;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::types::{FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use super::error::StoreError;
use super::facts::moment;
use super::facts::{self, StoredFact};
use super::find;
use super::open::Register;
use crate::standard::appeal::{Appeal, Channel, Kind, Outcome, PaperEntry, Stage};
use crate::standard::book::BookEntry;
use crate::standard::client::ClientSort;
use crate::standard::code::UnknownCode;
use crate::standard::number::Number;
use crate::standard::office::{Login, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::reply::ReplyStage;
use crate::standard::screening::{Ground, GroundStage};

/// An appeal as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealLine {
    /// Its subject.
    pub id: Uuid,
    /// How many facts made it.
    pub version: u64,
    /// Its registration number.
    pub number: Number,
    /// How it came in.
    pub channel: Channel,
    /// What the client wants.
    pub kind: Kind,
    /// Its topic's code.
    pub topic: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// How it was closed.
    pub outcome: Option<Outcome>,
    /// The day it was registered.
    pub registered: NaiveDate,
    /// The day it came in.
    pub received: NaiveDate,
    /// The due day by the norm: by this one it is overdue.
    pub due: NaiveDate,
    /// The day the queue sorts by: the norm's or an earlier inner one.
    pub queue_due: NaiveDate,
    /// The due day may move when a year of the calendar is loaded.
    pub provisional: bool,
    /// Where it came in.
    pub intake: UnitCode,
    /// The unit that holds it.
    pub unit: Option<UnitCode>,
    /// The responsible executor.
    pub executor: Option<Login>,
    /// What kind of client.
    pub client_sort: ClientSort,
    /// The client's short name; empty for an anonymous one.
    pub client: Personal<String>,
    /// What it is about, in a line.
    pub gist: Personal<String>,
    /// The day that counts as its closing.
    pub closed_on: Option<NaiveDate>,
    /// The date of the oldest reply that was signed and not sent.
    pub unsent_since: Option<NaiveDate>,
    /// Who is to sign the oldest final that waits for it (R6).
    pub unsigned_by: Option<Login>,
    /// The client it comes from; [`Appeal::client_id`].
    pub client_id: Uuid,
    /// The ground for no action, and whether it was proposed or decided.
    pub ground: Option<(Ground, GroundStage)>,
    /// While the client waits for a call: by when, or since when where no norm says it.
    pub call_back: Option<DateTime<FixedOffset>>,
    /// The earliest day by which a request is to be answered; where none was set, the day it was sent.
    pub request_due: Option<NaiveDate>,
    /// Who helps the responsible executor.
    pub helpers: BTreeSet<Login>,
    /// The entry in a feedback book.
    pub book: Option<BookEntry>,
}

/// A query of lines: the columns that [`AppealLine::read`] reads in its order, `appeal.row` before them, then `$rest`.
macro_rules! select_lines {
    ($rest:literal) => {
        concat!(
            "SELECT appeal.row, id, version, number, serial, year, channel, kind, topic, stage, outcome, registered, ",
            "received, due, queue_due, provisional, intake, unit, executor, client_sort, client, gist, closed_on, ",
            "unsent_since, client_id, ground, ground_stage, call_back, request_due, helpers, book, book_entry, ",
            "unsigned_by ",
            $rest
        )
    };
}
pub(super) use select_lines;

impl AppealLine {
    /// The line of an appeal.
    #[must_use]
    pub fn of(appeal: &Appeal) -> Self {
        let closing = appeal.closing.as_ref();
        let signed_on = appeal.replies.iter().filter_map(|reply| match &reply.stage {
            ReplyStage::Signed(_, signature) => Some(signature.on),
            _ => None,
        });
        let unsent_since = if closing.is_none() { signed_on.min() } else { None };
        Self {
            id: appeal.id,
            version: appeal.version,
            number: appeal.number.clone(),
            channel: appeal.channel,
            kind: appeal.kind,
            topic: appeal.topic.clone(),
            stage: appeal.stage(),
            outcome: closing.map(|closing| closing.outcome),
            registered: appeal.registered,
            received: appeal.received,
            due: appeal.due.day,
            queue_due: appeal.queue_due(),
            provisional: appeal.due.provisional,
            intake: appeal.intake.clone(),
            unit: appeal.holder.unit().cloned(),
            executor: appeal.holder.executor().cloned(),
            client_sort: appeal.client_sort,
            client: match &appeal.client {
                Personal::Known(client) => Personal::Known(client.short_name()),
                Personal::Erased => Personal::Erased,
            },
            gist: appeal.content.gist.clone(),
            closed_on: closing.map(|closing| closing.on),
            unsent_since,
            unsigned_by: appeal.awaits_signature_of().cloned(),
            client_id: appeal.client_id,
            ground: appeal.screening.as_ref().map(|now| (now.ground, now.stage)),
            call_back: appeal
                .call_back
                .as_ref()
                .filter(|_| appeal.awaits_call())
                .map(|call| call.due.unwrap_or(appeal.registered_at)),
            request_due: appeal
                .requests
                .iter()
                .filter(|request| closing.is_none() && request.answer.is_none())
                .map(|request| request.expected.unwrap_or(request.on))
                .min(),
            helpers: appeal.co_executors.clone(),
            book: appeal.content.book.clone(),
        }
    }

    /// Saves the line and the keys it is found by; a line that was there keeps its row.
    pub(super) fn save(&self, db: &Connection, keys: &[String]) -> Result<(), StoreError> {
        let keys_text = keys.join("\n");
        let known: Option<(i64, String)> = db
            .prepare_cached("SELECT row, keys FROM appeal WHERE id = ?")?
            .query_row([self.id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let values = params![
            self.id.as_bytes(),
            self.version.cast_signed(),
            self.number.text,
            self.number.serial,
            self.number.year,
            self.channel.code(),
            self.kind.code(),
            self.topic,
            self.stage.code(),
            self.outcome.map(Outcome::code),
            self.registered.to_string(),
            self.received.to_string(),
            self.due.to_string(),
            self.queue_due.to_string(),
            self.provisional,
            self.intake.0,
            self.unit.as_ref().map(|unit| &unit.0),
            self.executor.as_ref().map(|executor| &executor.0),
            self.client_sort.code(),
            self.client.known(),
            self.gist.known(),
            self.closed_on.map(|day| day.to_string()),
            self.unsent_since.map(|day| day.to_string()),
            keys_text,
            self.client_id.as_bytes(),
            self.ground.map(|(ground, _)| ground.code()),
            self.ground.map(|(_, stage)| stage.code()),
            self.call_back.map(moment),
            self.request_due.map(|day| day.to_string()),
            helpers_text(&self.helpers),
            self.book.as_ref().map(|book| &book.number),
            self.book.as_ref().map(|book| book.entry),
            self.unsigned_by.as_ref().map(|signatory| &signatory.0),
        ];
        let row = match &known {
            None => {
                db.prepare_cached(INSERT)?.execute(values)?;
                db.last_insert_rowid()
            }
            Some((row, _)) => {
                db.prepare_cached(UPDATE)?.execute(values)?;
                *row
            }
        };
        let old = known.as_ref().map_or("", |(_, keys)| keys.as_str());
        if old == keys_text {
            return Ok(());
        }
        let mut forget = db.prepare_cached("DELETE FROM search WHERE key = ? AND appeal = ?")?;
        for key in old.lines().filter(|old| !keys.iter().any(|key| key == old)) {
            forget.execute(params![key, row])?;
        }
        let mut learn = db.prepare_cached("INSERT INTO search (key, appeal) VALUES (?, ?)")?;
        for key in keys.iter().filter(|key| !old.lines().any(|old| old == key.as_str())) {
            learn.execute(params![key, row])?;
        }
        Ok(())
    }

    /// Reads a row of [`select_lines`].
    pub(super) fn read(row: &Row<'_>) -> Result<Self, rusqlite::Error> {
        Ok(Self {
            id: Uuid::from_bytes(row.get(1)?),
            version: row.get::<_, i64>(2)?.cast_unsigned(),
            number: Number { text: row.get(3)?, serial: row.get(4)?, year: row.get(5)? },
            channel: code(row.get_ref(6)?)?,
            kind: code(row.get_ref(7)?)?,
            topic: row.get(8)?,
            stage: code(row.get_ref(9)?)?,
            outcome: maybe(row.get_ref(10)?, code)?,
            registered: day(row.get_ref(11)?)?,
            received: day(row.get_ref(12)?)?,
            due: day(row.get_ref(13)?)?,
            queue_due: day(row.get_ref(14)?)?,
            provisional: row.get(15)?,
            intake: UnitCode(row.get(16)?),
            unit: row.get::<_, Option<String>>(17)?.map(UnitCode),
            executor: row.get::<_, Option<String>>(18)?.map(Login),
            client_sort: code(row.get_ref(19)?)?,
            client: personal(row.get(20)?),
            gist: personal(row.get(21)?),
            closed_on: maybe(row.get_ref(22)?, day)?,
            unsent_since: maybe(row.get_ref(23)?, day)?,
            client_id: Uuid::from_bytes(row.get(24)?),
            ground: maybe(row.get_ref(25)?, code)?.zip(maybe(row.get_ref(26)?, code)?),
            call_back: maybe(row.get_ref(27)?, time)?,
            request_due: maybe(row.get_ref(28)?, day)?,
            helpers: row.get::<_, Option<String>>(29)?.as_deref().map(helpers).unwrap_or_default(),
            book: row
                .get::<_, Option<String>>(30)?
                .zip(row.get(31)?)
                .map(|(number, entry)| BookEntry { number, entry }),
            unsigned_by: row.get::<_, Option<String>>(32)?.map(Login),
        })
    }
}

/// Writes every line anew from the facts, with the keys it is found by. An appeal whose facts make no state stays as it
/// was listed: a check names it.
pub(super) fn write_anew(db: &Connection) -> Result<(), StoreError> {
    let ids: Vec<[u8; 16]> =
        db.prepare("SELECT id FROM appeal")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in ids.into_iter().map(Uuid::from_bytes) {
        let facts = facts::of_subject(db, id)?.into_iter().map(StoredFact::recorded);
        if let Ok(appeal) = Appeal::fold(id, facts) {
            AppealLine::of(&appeal).save(db, &find::keys(&appeal))?;
        }
    }
    Ok(())
}

const INSERT: &str = "INSERT INTO appeal (id, version, number, serial, year, channel, kind, topic, stage, outcome, \
     registered, received, due, queue_due, provisional, intake, unit, executor, client_sort, client, gist, closed_on, \
     unsent_since, keys, client_id, ground, ground_stage, call_back, request_due, helpers, book, book_entry, \
     unsigned_by) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, \
     ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)";
const UPDATE: &str = "UPDATE appeal SET version = ?2, number = ?3, serial = ?4, year = ?5, channel = ?6, kind = ?7, \
     topic = ?8, stage = ?9, outcome = ?10, registered = ?11, received = ?12, due = ?13, queue_due = ?14, \
     provisional = ?15, intake = ?16, unit = ?17, executor = ?18, client_sort = ?19, client = ?20, gist = ?21, \
     closed_on = ?22, unsent_since = ?23, keys = ?24, client_id = ?25, ground = ?26, ground_stage = ?27, \
     call_back = ?28, request_due = ?29, helpers = ?30, book = ?31, book_entry = ?32, unsigned_by = ?33 WHERE id = ?1";

/// Logins between bars, so that one is found among them as a whole.
fn helpers_text(helpers: &BTreeSet<Login>) -> Option<String> {
    let names: Vec<_> = helpers.iter().map(|login| login.0.as_str()).collect();
    (!names.is_empty()).then(|| format!("|{}|", names.join("|")))
}

fn helpers(text: &str) -> BTreeSet<Login> {
    text.split('|').filter(|name| !name.is_empty()).map(|name| Login(name.to_owned())).collect()
}

fn time(value: ValueRef<'_>) -> FromSqlResult<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(value.as_str()?).map_err(FromSqlError::other)
}

pub(super) fn code<T: FromStr<Err = UnknownCode>>(value: ValueRef<'_>) -> FromSqlResult<T> {
    value.as_str()?.parse().map_err(|unknown: UnknownCode| FromSqlError::other(UnknownWord(unknown.word)))
}

fn day(value: ValueRef<'_>) -> FromSqlResult<NaiveDate> {
    value.as_str()?.parse().map_err(FromSqlError::other)
}

fn maybe<T>(
    value: ValueRef<'_>,
    read: impl FnOnce(ValueRef<'_>) -> FromSqlResult<T>,
) -> FromSqlResult<Option<T>> {
    if value == ValueRef::Null { Ok(None) } else { read(value).map(Some) }
}

fn personal(value: Option<String>) -> Personal<String> {
    value.map_or(Personal::Erased, Personal::Known)
}

/// A word in the table that is on no closed list of ours.
#[derive(Debug, thiserror::Error)]
#[error("unknown word: {0}")]
struct UnknownWord(String);

impl Register {
    /// The line of the appeal with this id.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn line(&self, appeal: Uuid) -> Result<Option<AppealLine>, StoreError> {
        let mut query = self.db.prepare_cached(select_lines!("FROM appeal WHERE id = ?"))?;
        Ok(query.query_row([appeal.as_bytes()], AppealLine::read).optional()?)
    }

    /// The last entry of a feedback book that is registered; none where the book has none.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn last_book_entry(&self, book: &str) -> Result<Option<u32>, StoreError> {
        last_book_entry(&self.db, book)
    }

    /// At most `limit` appeals of one client, the newest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn of_client(&self, client: Uuid, limit: u32) -> Result<Vec<AppealLine>, StoreError> {
        let mut query = self.db.prepare_cached(select_lines!(
            "FROM appeal WHERE client_id = ? ORDER BY appeal.row DESC LIMIT ?"
        ))?;
        Ok(query.query_map(params![client.as_bytes(), limit], AppealLine::read)?.collect::<Result<_, _>>()?)
    }
}

/// The number under which an entry of a feedback book is registered; what was annulled leaves it free.
pub(super) fn of_book_entry(
    db: &Connection,
    entry: &BookEntry,
) -> Result<Option<(Uuid, Number)>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, number, serial, year FROM appeal
         WHERE book = ? AND book_entry = ? AND outcome IS NOT 'annulled'",
    )?;
    Ok(query.query_row(params![entry.number, entry.entry], of_entry).optional()?)
}

/// The last entry of a feedback book that is registered; none where the book has none.
pub(super) fn last_book_entry(db: &Connection, book: &str) -> Result<Option<u32>, StoreError> {
    let mut query =
        db.prepare_cached("SELECT max(book_entry) FROM appeal WHERE book = ? AND outcome IS NOT 'annulled'")?;
    Ok(query.query_row([book], |row| row.get(0))?)
}

/// The appeal that an entry of a paper journal was moved over as.
pub(super) fn of_paper_entry(
    db: &Connection,
    entry: &PaperEntry,
) -> Result<Option<(Uuid, Number)>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT appeal.id, appeal.number, appeal.serial, appeal.year FROM fact JOIN appeal ON appeal.id = fact.subject
         WHERE fact.kind = 'appeal.registered'
           AND iif(json_valid(body), body ->> '$.paper.number', NULL) IS NOT NULL
           AND iif(json_valid(body), body ->> '$.paper.number', NULL) = ?
           AND iif(json_valid(body), body ->> '$.paper.on', NULL) = ?
           AND appeal.outcome IS NOT 'annulled'",
    )?;
    Ok(query.query_row(params![entry.number, entry.on.to_string()], of_entry).optional()?)
}

/// An appeal found by an entry: its subject and number.
fn of_entry(row: &Row<'_>) -> rusqlite::Result<(Uuid, Number)> {
    let number = Number { text: row.get(1)?, serial: row.get(2)?, year: row.get(3)? };
    Ok((Uuid::from_bytes(row.get(0)?), number))
}

/// Every open appeal.
pub(super) fn open_appeals(db: &Connection) -> Result<Vec<Uuid>, StoreError> {
    let mut query = db.prepare_cached("SELECT id FROM appeal WHERE closed_on IS NULL ORDER BY row")?;
    Ok(query.query_map([], |row| row.get(0).map(Uuid::from_bytes))?.collect::<Result<_, _>>()?)
}

//! What journals are made from: appeals by their day, letters by the facts that gave them their numbers, the head of the
//! chain at the end of a day. Read as one picture, a row at a time.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension as _, Params, Row, params};
use uuid::Uuid;

use super::anchor::Anchor;
use super::chain::Hash;
use super::error::StoreError;
use super::facts::ChainHead;
use super::open::Register;
use crate::standard::appeal::Channel;
use crate::standard::office::UnitCode;
use crate::standard::post::Letter;
use crate::standard::reply::ReplyId;
use crate::standard::request::RequestId;

/// The first and the last day of what is asked for.
pub type Days = (NaiveDate, NaiveDate);

/// An outgoing number as a fact gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// The appeal's subject.
    pub appeal: Uuid,
    /// Which of its letters.
    pub letter: Letter,
    /// The number.
    pub number: String,
    /// The letter's date.
    pub dated: NaiveDate,
}

/// The end of a day in the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHead {
    /// Where the chain stood.
    pub head: ChainHead,
    /// When its last fact was written.
    pub written: DateTime<FixedOffset>,
}

/// What a printed code says of this register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witnessed {
    /// The fact that the code names is the one there was; written then.
    Same {
        /// When that fact was written.
        written: DateTime<FixedOffset>,
    },
    /// There is another fact at its place.
    Differs,
    /// The register ends before it.
    Shorter,
}

/// The facts that give outgoing numbers, word for word as the indexes of them have it, with what stands in them.
macro_rules! select_numbered {
    ($rest:literal) => {
        concat!(
            "SELECT subject, kind, iif(json_valid(body), body ->> '$.reply', NULL), ",
            "iif(json_valid(body), body ->> '$.request', NULL), ",
            "iif(json_valid(body), body ->> '$.number.text', NULL), ",
            "iif(json_valid(body), coalesce(body ->> '$.on', body ->> '$.dated'), NULL) FROM fact ",
            "WHERE (kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised' OR kind = 'appeal.requested') ",
            "AND iif(json_valid(body), body ->> '$.number.text', NULL) IS NOT NULL ",
            $rest
        )
    };
}

/// The last fact in the chain of those written by a day: the last of each such day, a step of the index a day, and of
/// these the last in the chain.
pub(super) const HEAD_ON: &str = "
    WITH RECURSIVE ended (day) AS (
      SELECT max(substr(time, 1, 10)) FROM fact WHERE office = ?1 AND substr(time, 1, 10) <= ?2
      UNION ALL
      SELECT (SELECT max(substr(time, 1, 10)) FROM fact WHERE office = ?1 AND substr(time, 1, 10) < ended.day)
      FROM ended WHERE ended.day IS NOT NULL
    )
    SELECT office_seq, hash, time FROM fact WHERE office = ?1 AND office_seq = (
      SELECT max((SELECT max(office_seq) FROM fact WHERE office = ?1 AND substr(time, 1, 10) = ended.day))
      FROM ended WHERE ended.day IS NOT NULL
    )";

impl Register {
    /// Reads as one picture: what others write meanwhile is not in it.
    ///
    /// # Errors
    /// What `job` returns, or why the file can't be read.
    pub fn as_one<T, E: From<StoreError>>(&self, job: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let picture = self.db.unchecked_transaction().map_err(StoreError::from)?;
        let read = job();
        picture.finish().map_err(StoreError::from)?;
        read
    }

    /// The appeals registered in these days by these channels, at one unit or all, in the order of their registration.
    ///
    /// # Errors
    /// What `each` returns, or why the file can't be read.
    pub fn registered<E: From<StoreError>>(
        &self,
        days: Days,
        channels: &[Channel],
        unit: Option<&UnitCode>,
        each: impl FnMut(Uuid) -> Result<(), E>,
    ) -> Result<(), E> {
        let channels = serde_json::json!(channels).to_string();
        let given = params![days.0.to_string(), days.1.to_string(), channels, unit.map(|unit| &unit.0)];
        each_row(
            &self.db,
            "SELECT id FROM appeal WHERE registered BETWEEN ?1 AND ?2
               AND channel IN (SELECT value FROM json_each(?3)) AND (?4 IS NULL OR intake = ?4)
             ORDER BY registered, appeal.row",
            given,
            id,
            each,
        )
    }

    /// How many appeals [`Register::registered`] would give.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn count_registered(&self, days: Days, channels: &[Channel]) -> Result<u32, StoreError> {
        let channels = serde_json::json!(channels).to_string();
        let mut query = self.db.prepare_cached(
            "SELECT count(*) FROM appeal WHERE registered BETWEEN ?1 AND ?2
               AND channel IN (SELECT value FROM json_each(?3))",
        )?;
        Ok(query.query_row(params![days.0.to_string(), days.1.to_string(), channels], |row| row.get(0))?)
    }

    /// The appeals that got their number on a day, whatever day of registration they were given.
    ///
    /// # Errors
    /// As [`Register::registered`].
    pub fn numbered_on<E: From<StoreError>>(
        &self,
        day: NaiveDate,
        each: impl FnMut(Uuid) -> Result<(), E>,
    ) -> Result<(), E> {
        each_row(
            &self.db,
            "SELECT subject FROM fact WHERE substr(time, 1, 10) = ?
               AND (kind = 'appeal.registered' OR kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised'
                 OR kind = 'appeal.requested')
               AND kind = 'appeal.registered' ORDER BY row",
            [day.to_string()],
            id,
            each,
        )
    }

    /// The outgoing numbers of letters dated in these days, in the order of their dates.
    ///
    /// # Errors
    /// As [`Register::registered`].
    pub fn letters_dated<E: From<StoreError>>(
        &self,
        days: Days,
        each: impl FnMut(Numbered) -> Result<(), E>,
    ) -> Result<(), E> {
        each_row(
            &self.db,
            select_numbered!(
                "AND iif(json_valid(body), coalesce(body ->> '$.on', body ->> '$.dated'), NULL) BETWEEN ? AND ?
                 ORDER BY iif(json_valid(body), coalesce(body ->> '$.on', body ->> '$.dated'), NULL), row"
            ),
            [days.0.to_string(), days.1.to_string()],
            numbered,
            each,
        )
    }

    /// The outgoing numbers that were given on a day, whatever dates their letters bear.
    ///
    /// # Errors
    /// As [`Register::registered`].
    pub fn letters_numbered_on<E: From<StoreError>>(
        &self,
        day: NaiveDate,
        each: impl FnMut(Numbered) -> Result<(), E>,
    ) -> Result<(), E> {
        each_row(
            &self.db,
            select_numbered!(
                "AND (kind = 'appeal.registered' OR kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised'
                   OR kind = 'appeal.requested')
                 AND substr(time, 1, 10) = ? ORDER BY row"
            ),
            [day.to_string()],
            numbered,
            each,
        )
    }

    /// The replies that were handed to the post in these days.
    ///
    /// # Errors
    /// As [`Register::registered`].
    pub fn sent_by_post<E: From<StoreError>>(
        &self,
        days: Days,
        each: impl FnMut((Uuid, Letter)) -> Result<(), E>,
    ) -> Result<(), E> {
        each_row(
            &self.db,
            "SELECT subject, body ->> '$.reply' FROM fact WHERE kind = 'appeal.reply_sent'
               AND iif(json_valid(body), body ->> '$.on', NULL) BETWEEN ? AND ?
               AND iif(json_valid(body), body ->> '$.by', NULL) = 'post'
             ORDER BY iif(json_valid(body), body ->> '$.on', NULL), row",
            [days.0.to_string(), days.1.to_string()],
            |row| Ok((id(row)?, Letter::Reply(ReplyId(row.get(1)?)))),
            each,
        )
    }

    /// How many consultations were given in these days by a channel, at one unit or all; those taken back are left out.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn count_consultations(
        &self,
        days: Days,
        channel: Channel,
        unit: Option<&UnitCode>,
    ) -> Result<u32, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT count(*) FROM consultation WHERE day BETWEEN ? AND ? AND annulled = 0 AND channel = ?
               AND (?4 IS NULL OR unit = ?4)",
        )?;
        let given = params![days.0.to_string(), days.1.to_string(), channel.code(), unit.map(|unit| &unit.0)];
        Ok(query.query_row(given, |row| row.get(0))?)
    }

    /// Where this office's chain stood at the end of a day: its last fact of that day or an earlier one, in the order of
    /// the chain, for a clock may have gone back. Nothing before the first fact.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn head_on(&self, day: NaiveDate) -> Result<Option<DayHead>, StoreError> {
        let mut query = self.db.prepare_cached(HEAD_ON)?;
        let found = query.query_row(params![self.office.as_bytes(), day.to_string()], day_head).optional()?;
        found.map(DayHead::try_from).transpose()
    }

    /// Compares a printed code with the chain as it stands now.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn compare(&self, anchor: &Anchor) -> Result<Witnessed, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT office_seq, hash, time FROM fact WHERE office = ? AND office_seq = ?")?;
        let given = params![self.office.as_bytes(), i64::try_from(anchor.office_seq()).unwrap_or(i64::MAX)];
        let Some(found) = query.query_row(given, day_head).optional()? else { return Ok(Witnessed::Shorter) };
        let DayHead { head, written } = found.try_into()?;
        Ok(if anchor.holds(&head.hash) { Witnessed::Same { written } } else { Witnessed::Differs })
    }
}

/// The letters that a number of the post was written down for, whatever was written of them later.
pub(super) fn tracked_as(db: &Connection, number: &str) -> Result<Vec<Uuid>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT DISTINCT subject FROM fact WHERE kind = 'appeal.letter_tracked'
           AND iif(json_valid(body), body ->> '$.number', NULL) = ?",
    )?;
    Ok(query.query_map([number], id)?.collect::<Result<_, _>>()?)
}

/// A row of the chain, its time still text.
type Found = (u64, Hash, String);

fn day_head(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok((row.get::<_, i64>(0)?.cast_unsigned(), Hash::from_bytes(row.get(1)?), row.get(2)?))
}

impl TryFrom<Found> for DayHead {
    type Error = StoreError;

    fn try_from((office_seq, hash, time): Found) -> Result<Self, StoreError> {
        let written = DateTime::parse_from_rfc3339(&time)
            .map_err(|error| StoreError::Engine { code: 0, detail: error.to_string() })?;
        Ok(Self { head: ChainHead { office_seq, hash }, written })
    }
}

fn id(row: &Row<'_>) -> rusqlite::Result<Uuid> {
    row.get(0).map(Uuid::from_bytes)
}

fn numbered(row: &Row<'_>) -> rusqlite::Result<Numbered> {
    let letter = match row.get::<_, Option<u16>>(3)? {
        Some(request) => Letter::Request(RequestId(request)),
        None => Letter::Reply(ReplyId(row.get(2)?)),
    };
    let dated = row.get_ref(5)?.as_str()?.parse().map_err(rusqlite::types::FromSqlError::other)?;
    Ok(Numbered { appeal: id(row)?, letter, number: row.get(4)?, dated })
}

/// Walks the rows of a query one at a time, so that memory does not grow with them.
fn each_row<T, E: From<StoreError>>(
    db: &Connection,
    sql: &str,
    given: impl Params,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    mut each: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let mut query = db.prepare_cached(sql).map_err(StoreError::from)?;
    let mut rows = query.query(given).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        each(read(row).map_err(StoreError::from)?)?;
    }
    Ok(())
}

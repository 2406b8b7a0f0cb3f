//! Visits and consultations as lists show them.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use super::error::StoreError;
use super::facts::moment;
use super::open::Register;
use crate::standard::office::{Login, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::visit::{Consultation, Visit};

pub(super) fn save(db: &Connection, visit: &Visit) -> Result<(), StoreError> {
    db.prepare_cached(
        "INSERT INTO visit (id, version, unit, clerk, started, ended, newer, waited) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE
         SET version = ?2, unit = ?3, clerk = ?4, started = ?5, ended = ?6, newer = ?7, waited = ?8",
    )?
    .execute(params![
        visit.id.as_bytes(),
        visit.version.cast_signed(),
        visit.unit.0,
        visit.clerk.0,
        moment(visit.started),
        visit.ended.map(moment),
        visit.needs_newer_program,
        visit.waited,
    ])?;
    Ok(())
}

/// The saved row of a visit.
pub(super) fn saved(db: &Connection, visit: Uuid) -> Result<Option<Visit>, rusqlite::Error> {
    db.prepare_cached(
        "SELECT id, version, unit, clerk, started, ended, newer, waited FROM visit WHERE id = ?",
    )?
    .query_row([visit.as_bytes()], read)
    .optional()
}

fn read(row: &Row<'_>) -> Result<Visit, rusqlite::Error> {
    Ok(Visit {
        id: Uuid::from_bytes(row.get(0)?),
        version: row.get::<_, i64>(1)?.cast_unsigned(),
        unit: UnitCode(row.get(2)?),
        clerk: Login(row.get(3)?),
        started: time(4, row.get_ref(4)?.as_str()?)?,
        ended: row.get::<_, Option<String>>(5)?.map(|text| time(5, &text)).transpose()?,
        needs_newer_program: row.get(6)?,
        waited: row.get(7)?,
    })
}

fn time(column: usize, text: &str) -> Result<DateTime<FixedOffset>, rusqlite::Error> {
    DateTime::parse_from_rfc3339(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}

pub(super) fn save_consultation(db: &Connection, one: &Consultation) -> Result<(), StoreError> {
    db.prepare_cached(
        "INSERT INTO consultation (id, version, unit, by, at, day, topic, channel, minutes, client, visit, annulled, newer)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (id) DO UPDATE SET version = ?2, client = ?10, annulled = ?12, newer = ?13",
    )?
    .execute(params![
        one.id.as_bytes(),
        one.version.cast_signed(),
        one.unit.0,
        one.by.0,
        moment(one.at),
        one.at.date_naive().to_string(),
        one.topic,
        one.channel.code(),
        one.minutes,
        one.client.as_ref().and_then(Personal::known),
        one.visit.as_ref().map(Uuid::as_bytes),
        one.annulled,
        one.needs_newer_program,
    ])?;
    Ok(())
}

/// A query of consultations, then `$rest`.
macro_rules! select_consultations {
    ($rest:literal) => {
        concat!(
            "SELECT id, version, unit, by, at, topic, channel, minutes, client, visit, annulled, newer ",
            "FROM consultation ",
            $rest
        )
    };
}

/// The saved row of a consultation; a client that was erased and one who was not named are the same there.
pub(super) fn saved_consultation(db: &Connection, id: Uuid) -> Result<Option<Consultation>, rusqlite::Error> {
    db.prepare_cached(select_consultations!("WHERE id = ?"))?
        .query_row([id.as_bytes()], read_consultation)
        .optional()
}

fn read_consultation(row: &Row<'_>) -> Result<Consultation, rusqlite::Error> {
    Ok(Consultation {
        id: Uuid::from_bytes(row.get(0)?),
        version: row.get::<_, i64>(1)?.cast_unsigned(),
        unit: UnitCode(row.get(2)?),
        by: Login(row.get(3)?),
        at: time(4, row.get_ref(4)?.as_str()?)?,
        topic: row.get(5)?,
        channel: super::line::code(row.get_ref(6)?)?,
        minutes: row.get(7)?,
        client: row.get::<_, Option<String>>(8)?.map(Personal::Known),
        visit: row.get::<_, Option<[u8; 16]>>(9)?.map(Uuid::from_bytes),
        annulled: row.get(10)?,
        needs_newer_program: row.get(11)?,
    })
}

/// What a visit held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// Appeals registered in it.
    pub appeals: u32,
    /// Consultations given in it.
    pub consultations: u32,
}

impl Register {
    /// What a visit held; what was annulled or taken back is left out.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn held_in_visit(&self, visit: Uuid) -> Result<Held, StoreError> {
        // Its own facts stand after its first one: a day's at the most.
        let mut appeals = self.db.prepare_cached(
            "SELECT count(*) FROM fact JOIN appeal ON appeal.id = fact.subject
             WHERE fact.row > (SELECT row FROM fact WHERE subject = ?1 AND version = 1)
               AND fact.kind = 'appeal.registered' AND iif(json_valid(fact.body), fact.body ->> '$.visit', NULL) = ?2 AND outcome IS NOT 'annulled'",
        )?;
        let mut consultations =
            self.db.prepare_cached("SELECT count(*) FROM consultation WHERE visit = ? AND annulled = 0")?;
        Ok(Held {
            appeals: appeals.query_row(params![visit.as_bytes(), visit.to_string()], |row| row.get(0))?,
            consultations: consultations.query_row([visit.as_bytes()], |row| row.get(0))?,
        })
    }
}

impl Register {
    /// The visits that this clerk began and has not ended, oldest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn visits_going_on(&self, clerk: &Login) -> Result<Vec<Visit>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT id, version, unit, clerk, started, ended, newer, waited FROM visit WHERE clerk = ? AND ended IS NULL ORDER BY id",
        )?;
        Ok(query.query_map([&clerk.0], read)?.collect::<Result<_, _>>()?)
    }

    /// The consultations of these days, the newest first; those taken back are left out.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn consultations(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        limit: u32,
    ) -> Result<Vec<Consultation>, StoreError> {
        let mut query = self.db.prepare_cached(select_consultations!(
            "WHERE day BETWEEN ? AND ? AND annulled = 0 ORDER BY day DESC, at DESC LIMIT ?"
        ))?;
        let rows = query.query_map(params![from.to_string(), to.to_string(), limit], read_consultation)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

//! Visits as lists show them.

use chrono::DateTime;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use super::error::StoreError;
use super::facts::moment;
use super::open::Register;
use crate::standard::fold::Visit;
use crate::standard::office::{Login, UnitCode};

pub(super) fn save(db: &Connection, visit: &Visit) -> Result<(), StoreError> {
    db.prepare_cached(
        "INSERT INTO visit (id, version, unit, clerk, started, ended, newer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE
         SET version = ?2, unit = ?3, clerk = ?4, started = ?5, ended = ?6, newer = ?7",
    )?
    .execute(params![
        visit.id.as_bytes(),
        visit.version.cast_signed(),
        visit.unit.0,
        visit.clerk.0,
        moment(visit.started),
        visit.ended.map(moment),
        visit.needs_newer_program,
    ])?;
    Ok(())
}

/// The saved row of a visit.
pub(super) fn saved(db: &Connection, visit: Uuid) -> Result<Option<Visit>, rusqlite::Error> {
    db.prepare_cached("SELECT id, version, unit, clerk, started, ended, newer FROM visit WHERE id = ?")?
        .query_row([visit.as_bytes()], read)
        .optional()
}

fn read(row: &Row<'_>) -> Result<Visit, rusqlite::Error> {
    let time = |column: usize, text: String| {
        DateTime::parse_from_rfc3339(&text).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
        })
    };
    Ok(Visit {
        id: Uuid::from_bytes(row.get(0)?),
        version: row.get::<_, i64>(1)?.cast_unsigned(),
        unit: UnitCode(row.get(2)?),
        clerk: Login(row.get(3)?),
        started: time(4, row.get(4)?)?,
        ended: row.get::<_, Option<String>>(5)?.map(|text| time(5, text)).transpose()?,
        needs_newer_program: row.get(6)?,
    })
}

impl Register {
    /// The visits that this clerk began and has not ended, oldest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn visits_going_on(&self, clerk: &Login) -> Result<Vec<Visit>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT id, version, unit, clerk, started, ended, newer FROM visit WHERE clerk = ? AND ended IS NULL ORDER BY id",
        )?;
        Ok(query.query_map([&clerk.0], read)?.collect::<Result<_, _>>()?)
    }
}

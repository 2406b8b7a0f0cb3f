//! The numbers that were given, by the facts that gave them; the counter is only where the next one is looked up first.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

use super::check::Finding;
use crate::standard::number::Series;

/// A query of the numbers given by an office in one series: `year` and `serial`, read from the index `fact_number`,
/// which answers only what names its kinds and its columns word for word.
macro_rules! select_numbers {
    ($rest:literal) => {
        concat!(
            "SELECT iif(json_valid(body), body ->> '$.number.year', NULL), ",
            "iif(json_valid(body), body ->> '$.number.serial', NULL) ",
            "FROM fact WHERE (kind = 'appeal.registered' OR kind = 'appeal.reply_signed' ",
            "OR kind = 'appeal.reply_finalised' OR kind = 'appeal.requested') AND office = ?1 AND iif(kind = 'appeal.registered', 'appeal', 'outgoing') = ?2 ",
            $rest
        )
    };
}

/// The newest number of a year's series: one look at the index.
pub(super) const NEWEST: &str =
    select_numbers!("AND iif(json_valid(body), body ->> '$.number.year', NULL) = ?3 ORDER BY 2 DESC LIMIT 1");

/// The newest serial that a fact gave in a year's series.
pub(super) fn newest(
    db: &Connection,
    office: Uuid,
    series: Series,
    year: i32,
) -> Result<Option<i64>, rusqlite::Error> {
    let mut query = db.prepare_cached(NEWEST)?;
    let newest = query.query_row(params![office.as_bytes(), series.code(), year], |row| row.get(1));
    Ok(newest.optional()?.flatten())
}

/// A query of the letters that an outgoing number stands on: one look at the index `fact_outgoing`. A number of the series
/// bears its year, a typed one only that of its letter's date.
pub(super) const STANDS: &str = "SELECT 1 FROM fact
     WHERE (kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised' OR kind = 'appeal.requested')
       AND iif(json_valid(body), body ->> '$.number.text', NULL) = ?1
       AND (?2 IS NULL OR body ->> '$.number.year' IS NOT NULL
            OR CAST(substr(coalesce(body ->> '$.on', body ->> '$.dated'), 1, 4) AS INTEGER) = ?2)";

/// Whether an outgoing number stands on a letter: a typed one, where this year is named, on one of this year's.
pub(super) fn stands(db: &Connection, text: &str, typed_in: Option<i32>) -> Result<bool, rusqlite::Error> {
    db.prepare_cached(STANDS)?.exists(params![text, typed_in])
}

/// Whether an appeal has this number, to the last sign; `key` is what it is found by.
pub(super) fn is_of_appeal(db: &Connection, number: &str, key: &str) -> Result<bool, rusqlite::Error> {
    let mut query = db.prepare_cached(
        "SELECT 1 FROM search JOIN appeal ON appeal.row = search.appeal WHERE search.key = ?1 AND appeal.number = ?2",
    )?;
    query.exists([key, number])
}

/// The numbers that several appeals have, as they are printed.
pub(super) fn doubled(db: &Connection) -> Result<Vec<Finding>, rusqlite::Error> {
    let mut query = db.prepare("SELECT number FROM appeal GROUP BY number HAVING count(*) > 1")?;
    query.query_map([], |row| Ok(Finding::Doubled { number: row.get(0)? }))?.collect()
}

/// Where the numbers given and the counters disagree: each number is given once, none is left out, and the counter
/// stands after the last.
pub(super) fn disagreements(db: &Connection, office: Uuid) -> Result<Vec<Finding>, rusqlite::Error> {
    let (mut given, mut findings) = (given(db, office)?, Vec::new());
    let mut query = db.prepare("SELECT series, year, first, next FROM counter WHERE office = ?")?;
    let mut counters = query.query([office.as_bytes()])?;
    while let Some(row) = counters.next()? {
        let Ok(series) = row.get_ref(0)?.as_str()?.parse::<Series>() else { continue };
        let (year, first, next): (i32, i64, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let serials = given.remove(&(series, year)).unwrap_or_default();
        let wrong = serials.iter().zip(first..).find(|(serial, due)| *serial != due);
        if let Some((serial, _)) = wrong {
            let serial = u32::try_from(*serial).unwrap_or(u32::MAX);
            findings.push(Finding::Number { series, year, serial });
        } else if first + i64::try_from(serials.len()).unwrap_or(i64::MAX) != next {
            findings.push(Finding::Counter { series, year });
        }
    }
    findings.extend(given.into_keys().map(|(series, year)| Finding::Counter { series, year }));
    Ok(findings)
}

/// All serials that facts gave, in their order.
fn given(db: &Connection, office: Uuid) -> Result<BTreeMap<(Series, i32), Vec<i64>>, rusqlite::Error> {
    let mut given: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    let mut query = db.prepare(select_numbers!("ORDER BY 1, 2"))?;
    for &series in Series::ALL {
        let mut rows = query.query(params![office.as_bytes(), series.code()])?;
        while let Some(row) = rows.next()? {
            // A body of a newer program may keep its number elsewhere.
            if let (Some(year), Some(serial)) = (row.get(0)?, row.get(1)?) {
                given.entry((series, year)).or_default().push(serial);
            }
        }
    }
    Ok(given)
}

//! A durable registration against its floor: the same rows, put by prepared INSERTs into a bare SQLite file.

#![expect(clippy::disallowed_types, reason = "the floor is bare SQLite")]

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use otklik::desk::{Confirmed, Desk};
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::client::{Client, Identity};
use otklik::standard::decide::Registration;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::table::Sample;

/// Where a registration leaves rows, and which of them are new: those after the last one seen.
const TABLES: [(&str, &str); 4] =
    [("fact", "row > ?1"), ("side", "fact > ?1"), ("appeal", "row > ?2"), ("search", "appeal > ?2")];

/// Registers at a desk and on bare SQLite in turns; the times of each. `bare` is a copy of the desk's own file, so that
/// both put their rows into the same tables and pages.
///
/// # Errors
/// When either refuses.
pub fn in_turns(
    desk: &mut Desk,
    bare: &Path,
    uncounted: usize,
    times: usize,
) -> Result<(Sample, Sample), Box<dyn Error>> {
    let reader = Connection::open(desk.register().path())?;
    let bare = Bare::open(bare)?;
    let (mut desks, mut bares) = (Vec::new(), Vec::new());
    for time in 0..uncounted + times {
        let form = form(desk, time)?;
        let last = last_rows(&reader)?;
        let begun = Instant::now();
        desk.register_appeal(form, &Confirmed::new()).map_err(|error| format!("{error:?}"))?;
        desks.push(begun.elapsed());
        bares.push(bare.insert(&new_rows(&reader, last)?)?);
    }
    Ok((Sample::of(desks.split_off(uncounted)), Sample::of(bares.split_off(uncounted))))
}

fn last_rows(reader: &Connection) -> rusqlite::Result<[i64; 2]> {
    reader.query_row("SELECT (SELECT max(row) FROM fact), (SELECT max(row) FROM appeal)", [], |row| {
        Ok([row.get(0)?, row.get(1)?])
    })
}

/// A letter as a clerk types one: a name, an account, a telephone, a page of text.
fn form(desk: &mut Desk, time: usize) -> Result<Registration, Box<dyn Error>> {
    let intake = desk.actor().ok_or("nobody sits here")?.unit.clone();
    let identity = Identity::Person {
        surname: format!("Салтыков-Щедрин-{time}"),
        given: Some("Лев".to_owned()),
        patronymic: Some("Петрович".to_owned()),
    };
    let client = Client {
        identity,
        account: Some(format!("{:09}", 700_000_000 + time)),
        address: Some("ул. Ленина, д. 5, кв. 12, г. Энск".to_owned()),
        phone: Some(format!("+7 900 {:07}", 1_000_000 + time)),
        ..Client::anonymous()
    };
    Ok(Registration {
        gist: Some("Перерасчёт за октябрь".to_owned()),
        text: Some("Прошу пересчитать плату за октябрь, показания счётчика 4512. ".repeat(20)),
        sheets: Some(2),
        attachments: Some(1),
        request: Some(desk.new_id().map_err(|error| format!("{error:?}"))?),
        ..Registration::new(Channel::LetterPost, Kind::Complaint, intake, client)
    })
}

/// The new rows of each table.
type Rows = [Vec<Vec<Value>>; TABLES.len()];

fn new_rows(reader: &Connection, last: [i64; 2]) -> rusqlite::Result<Rows> {
    let mut rows = Rows::default();
    for (rows, (table, new)) in rows.iter_mut().zip(TABLES) {
        // Both are named, so that every statement takes both.
        let mut query =
            reader.prepare_cached(&format!("SELECT * FROM {table} WHERE {new} AND ?1 + ?2 > 0"))?;
        let columns = query.column_count();
        let read = query.query_map(last, |row| (0..columns).map(|column| row.get(column)).collect())?;
        *rows = read.collect::<Result<_, _>>()?;
    }
    Ok(rows)
}

/// A file with the register's tables and indexes, durable as the register is, and without its guards.
struct Bare(Connection);

impl Bare {
    fn open(path: &Path) -> rusqlite::Result<Self> {
        let db = Connection::open(path)?;
        db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA cache_size = -8192; PRAGMA foreign_keys = OFF;",
        )?;
        let mut triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?;
        let names: Vec<String> = triggers.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        drop(triggers);
        for name in names {
            db.execute_batch(&format!("DROP TRIGGER {name}"))?;
        }
        Ok(Self(db))
    }

    fn insert(&self, rows: &Rows) -> rusqlite::Result<Duration> {
        let begun = Instant::now();
        self.0.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        self.0.prepare_cached("UPDATE counter SET next = next + 1 WHERE series = 'appeal'")?.execute([])?;
        for (rows, (table, _)) in rows.iter().zip(TABLES) {
            let Some(first) = rows.first() else { continue };
            let places = vec!["?"; first.len()].join(", ");
            let mut insert = self.0.prepare_cached(&format!("INSERT INTO {table} VALUES ({places})"))?;
            for row in rows {
                insert.execute(params_from_iter(row))?;
            }
        }
        self.0.prepare_cached("COMMIT")?.execute([])?;
        Ok(begun.elapsed())
    }
}

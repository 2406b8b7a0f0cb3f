//! A connection as every file of ours is opened: the same settings, in the order in which they must be made.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::{OpenError, StoreError};

/// The first SQLite without the fault by which two connections on one write-ahead log could lose commits.
const SAFE_ENGINE: i32 = 3_051_003;
/// How long a desk waits for the others before it says that the register is busy.
const PATIENCE: Duration = Duration::from_secs(10);
/// Statements kept prepared; the register has fewer.
const STATEMENTS: usize = 96;

/// What a connection may do and how surely it writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Makes a new file.
    Create,
    /// Reads and writes an existing one; each commit is on the disk before it is acknowledged.
    Write,
    /// Reads. Opened so that the last one to leave can tidy up after itself.
    Read,
    /// Reads where nothing may be written, not even beside the file.
    ReadOnly,
}

/// How surely a connection writes, and how long it waits for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Manner {
    durable: bool,
    patience: Duration,
}

impl Manner {
    /// A register's.
    pub const REGISTER: Self = Self { durable: true, patience: PATIENCE };
    /// That of drafts: consistent after a power cut, not complete.
    pub const DRAFTS: Self = Self { durable: false, patience: PATIENCE };
    /// That of drafts where somebody types: what the file does not take at once is in memory, and no key waits for it.
    pub const TYPING: Self = Self { durable: false, patience: Duration::from_millis(50) };
}

/// Opens a connection.
pub(super) fn connect(path: &Path, mode: Mode, manner: Manner) -> Result<Connection, OpenError> {
    if rusqlite::version_number() < SAFE_ENGINE {
        return Err(OpenError::UnsafeEngine { version: rusqlite::version() });
    }
    // The last desk to leave locks the file while it tidies up; whoever opens it just then is told «busy» at once.
    let deadline = Instant::now() + manner.patience;
    loop {
        match attempt(path, mode, manner) {
            Err(OpenError::Busy) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(5)),
            done => return done,
        }
    }
}

fn attempt(path: &Path, mode: Mode, manner: Manner) -> Result<Connection, OpenError> {
    let access = match mode {
        Mode::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Mode::Write | Mode::Read => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let mut db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    wait_politely(&mut db, manner)?;
    restrict(&db)?;
    let journal: String = match mode {
        Mode::ReadOnly => db.query_row("PRAGMA journal_mode", [], |row| row.get(0))?,
        _ => db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?,
    };
    if journal != "wal" {
        return Err(OpenError::NoWal { mode: journal });
    }
    db.execute_batch(if manner.durable {
        "PRAGMA synchronous = FULL"
    } else {
        "PRAGMA synchronous = NORMAL"
    })?;
    db.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8192;
         PRAGMA journal_size_limit = 16777216;",
    )?;
    if matches!(mode, Mode::Read | Mode::ReadOnly) {
        db.execute_batch("PRAGMA query_only = ON")?;
    }
    db.create_collation("RUSSIAN", super::fold::compare)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(db)
}

/// How a connection writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// Each commit by itself and safe at once; little memory.
    Desk,
    /// Many commits in a row, safe together at their end; the log and the memory may grow meanwhile.
    Bulk,
}

/// Sets the pace. Coming back to the desk's brings all that was written in bulk to the disk.
pub(super) fn set_pace(db: &Connection, pace: Pace) -> rusqlite::Result<()> {
    match pace {
        Pace::Desk => db.execute_batch(
            "PRAGMA synchronous = FULL;
             PRAGMA cache_size = -8192;
             PRAGMA wal_autocheckpoint = 1000;
             -- One commit brought to the disk brings all before it, though a reader keeps the log from being emptied.
             UPDATE meta SET one = one;
             PRAGMA wal_checkpoint(TRUNCATE);",
        ),
        Pace::Bulk => db.execute_batch(
            "PRAGMA synchronous = NORMAL;
             PRAGMA cache_size = -65536;
             PRAGMA wal_autocheckpoint = 16384;",
        ),
    }
}

/// Tries a locked file again every one to three milliseconds: SQLite's own ladder of pauses starves whoever waits longest.
pub(super) fn wait_politely(db: &mut Connection, manner: Manner) -> Result<(), StoreError> {
    let mut seed = [0; 8];
    getrandom::fill(&mut seed).map_err(|_| StoreError::NoRandomness)?;
    // A generator that never stands at zero.
    let mut jitter = u64::from_le_bytes(seed) | 1;
    let mut since = Instant::now();
    db.busy_handler(Some(move |tries| {
        if tries == 0 {
            since = Instant::now();
        }
        jitter ^= jitter << 13;
        jitter ^= jitter >> 7;
        jitter ^= jitter << 17;
        std::thread::sleep(Duration::from_micros(1000 + jitter % 2000));
        since.elapsed() < manner.patience
    }))?;
    Ok(())
}

/// Takes away what no statement of ours needs and a doctored file could use.
fn restrict(db: &Connection) -> rusqlite::Result<()> {
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        // One plan for a statement whatever is bound: it is prepared once.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        db.set_db_config(setting, on)?;
    }
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, 64 << 20),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
        // VACUUM INTO needs one.
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
    ] {
        db.set_limit(limit, value)?;
    }
    Ok(())
}

/// Commits; a commit that meets a lock is tried again, for then the transaction still stands.
pub(super) fn commit(db: &Connection) -> Result<(), StoreError> {
    const TRIES: usize = 3;
    for _ in 1..TRIES {
        match db.execute_batch("COMMIT") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {}
            done => return Ok(done?),
        }
    }
    Ok(db.execute_batch("COMMIT")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sqlite_in_this_program_has_no_known_fault_that_loses_commits() {
        assert!(rusqlite::version_number() >= SAFE_ENGINE, "{}", rusqlite::version());
    }

    #[test]
    fn every_setting_is_in_force_on_an_open_connection() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sqlite");
        for (mode, manner) in [
            (Mode::Create, Manner::REGISTER),
            (Mode::Write, Manner::REGISTER),
            (Mode::Read, Manner::REGISTER),
            (Mode::Write, Manner::DRAFTS),
        ] {
            let db = connect(&path, mode, manner).unwrap();
            let get =
                |name: &str| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0)).unwrap();
            assert_eq!(get("synchronous"), if manner.durable { 2 } else { 1 });
            for (name, value) in [
                ("foreign_keys", 1),
                ("recursive_triggers", 1),
                ("trusted_schema", 0),
                ("cell_size_check", 1),
                ("secure_delete", 1),
                ("temp_store", 2),
                ("query_only", i64::from(mode == Mode::Read)),
            ] {
                assert_eq!(get(name), value, "{name}");
            }
            let journal: String = db.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
            assert_eq!(journal, "wal");
        }
    }

    #[test]
    fn a_list_can_be_sorted_as_russians_sort() {
        let folder = tempfile::tempdir().unwrap();
        let db = connect(&folder.path().join("a.sqlite"), Mode::Create, Manner::REGISTER).unwrap();
        let sorted: Vec<String> = db
            .prepare("SELECT value FROM json_each('[\"Жуков\",\"ёлкин\",\"Ежов\"]') ORDER BY value COLLATE RUSSIAN")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(sorted, ["Ежов", "ёлкин", "Жуков"]);
    }
}

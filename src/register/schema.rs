//! The schema and its numbered steps. A step is never changed once released; newer files are refused by [`super::guard`].

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::backup::{self, BackupError};
use super::connect::commit;
use super::disk;
use super::error::{OpenError, StoreError};
use super::guard::Marks;
use super::kept::Brought;
use super::line;

/// «Otkl»: by this mark a file is known as ours.
pub(super) const APPLICATION_ID: u32 = 0x4F74_6B6C;

/// The steps from nothing to the schema of this program; the n-th leads to `user_version` n.
pub(super) const STEPS: &[&str] =
    &[include_str!("migrations/0001_register.sql"), include_str!("migrations/0002_the_whole_standard.sql")];

/// How a register is told from other files, where the schema has these steps.
pub(super) fn marks(steps: &[&str]) -> Marks {
    Marks { application_id: APPLICATION_ID, newest: u32::try_from(steps.len()).unwrap_or(u32::MAX) }
}

/// The number of the schema that a file has.
pub(super) fn version(db: &Connection) -> rusqlite::Result<u32> {
    db.prepare_cached("PRAGMA user_version")?.query_row([], |row| row.get(0))
}

/// Checks the marks of an open file: the look before opening may have been spared, or blind to a log.
pub(super) fn check_marks(db: &Connection, steps: &[&str]) -> Result<u32, OpenError> {
    let application_id: i32 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let application_id = application_id.cast_unsigned();
    if application_id != APPLICATION_ID {
        return Err(OpenError::Foreign { application_id });
    }
    let (file, program) = (version(db)?, marks(steps).newest);
    if file > program { Err(OpenError::NewerSchema { file, program }) } else { Ok(file) }
}

/// Makes the schema in a new file.
pub(super) fn make(db: &mut Connection, steps: &[&str]) -> Result<(), OpenError> {
    db.pragma_update(None, "application_id", APPLICATION_ID.cast_signed())?;
    step_up(db, steps, |_| Ok(()))
}

/// Brings an older file up to this program, in one transaction, after a copy of it was made and checked.
/// Returns where the copy is, if one was needed.
pub(super) fn upgrade(
    db: &mut Connection,
    path: &Path,
    steps: &[&str],
) -> Result<Option<PathBuf>, OpenError> {
    let from = check_marks(db, steps)?;
    if from == marks(steps).newest {
        return Ok(None);
    }
    let copy = loop {
        let copy = disk::free_name(path, &format!("before-upgrade-{from}"));
        match backup::copy(db, &copy, || Ok(Brought::default())) {
            Ok(_) => break copy,
            // Another desk upgrades as well, and took the name.
            Err(BackupError::AlreadyThere) => {}
            Err(error) => return Err(OpenError::NoBackup(Box::new(error))),
        }
    };
    // Lists and keys are as the program that wrote them had them.
    step_up(db, steps, line::write_anew)?;
    Ok(Some(copy))
}

/// Takes the steps that are missing, and then what has to be done with what is in the file, in one transaction.
fn step_up(
    db: &mut Connection,
    steps: &[&str],
    then: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(), OpenError> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again under the lock: another desk may have done it meanwhile.
    let from = version(&transaction)?;
    for step in steps.iter().skip(usize::try_from(from).unwrap_or(usize::MAX)) {
        transaction.execute_batch(step)?;
    }
    then(&transaction)?;
    transaction.pragma_update(None, "user_version", marks(steps).newest)?;
    commit(&transaction)?;
    Ok(())
}

/// The names and words of everything in the schema of an open file.
pub(super) fn objects(db: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    // SQLite's own statistics and automatic indexes are not part of it.
    db.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// The same of a file that these steps would make anew.
pub(super) fn expected_objects(steps: &[&str]) -> rusqlite::Result<Vec<(String, String)>> {
    let db = Connection::open_in_memory()?;
    for step in steps {
        db.execute_batch(step)?;
    }
    objects(&db)
}

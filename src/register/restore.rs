//! Restoring: a backup that was found good takes the place of the register, and what stood there is kept aside.
//!
//! A register that SQLite can lock alone keeps its file: the backup is written into it in one transaction, under a lock
//! held to the end. Were the file renamed, a desk that opened it a moment before would write its log beside the new one.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::backup::{BackupError, keep, vacuum_into, verify};
use super::disk;
use super::error::{OpenError, StoreError};
use super::facts::{self, ChainHead};
use super::guard::{self, Access};
use super::kept::{self, Brought, Progress};
use super::open::office_of;
use super::schema;

/// What restoring did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the chain of the register that was replaced stood, if it could still be read.
    pub old: Option<ChainHead>,
    /// Where the chain stands now.
    pub new: ChainHead,
    /// Where the replaced register was moved to.
    pub aside: Option<PathBuf>,
    /// The kept letters that lie beside it.
    pub letters: Brought,
}

/// Puts a copy of the backup in the place of the register at `target`. The backup is checked first, the register that
/// was there is kept aside, never overwritten; one that a desk has open is refused. `progress` is told how far the kept
/// letters are.
///
/// # Errors
/// When the backup is not sound, a desk is at work on the register, or the disk refuses; then all is as it was.
pub fn restore(backup: &Path, target: &Path, progress: &mut Progress<'_>) -> Result<Restored, BackupError> {
    let marks = schema::marks(schema::STEPS);
    // The lease stays: nobody in this process may open the backup by other means meanwhile.
    let backup = guard::pass(backup, Access::Read, marks).map_err(BackupError::Unusable)?;
    let (partial, _) = disk::create_partial(target)?;
    let restored = vacuum_copy(&backup.path, &partial).and_then(|()| {
        let new = verify(&partial)?;
        let letters = letters_of(&partial, &backup.path, target, progress)?;
        let (old, aside) = put_in_place(&partial, target)?;
        Ok(Restored { old, new, aside, letters })
    });
    // Nothing half-made is left, nor what was copied on; that the rest can't be removed is the lesser trouble.
    let _ = disk::remove(&partial);
    restored
}

/// Copies a backup by SQLite, so that a register that was simply moved, with its log beside it, is taken whole.
fn vacuum_copy(backup: &Path, partial: &Path) -> Result<(), BackupError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if fs::metadata(guard::beside(backup, "-wal")).is_ok_and(|log| log.len() > 0) {
        let db = Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        return vacuum_into(&db, partial);
    }
    let db = Connection::open_with_flags(backup, flags)?;
    vacuum_into(&db, partial)
}

/// Brings the letters that the restored register names from beside the backup to beside the target.
fn letters_of(
    restored: &Path,
    backup: &Path,
    target: &Path,
    progress: &mut Progress<'_>,
) -> Result<Brought, BackupError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(kept::bring(&Connection::open_with_flags(restored, flags)?, backup, target, progress)??)
}

/// Puts the file at `partial` in the place of the register at `target`. Says where the chain of the one before stood,
/// and where it is kept.
fn put_in_place(partial: &Path, target: &Path) -> Result<(Option<ChainHead>, Option<PathBuf>), BackupError> {
    match guard::pass(target, Access::Write, schema::marks(schema::STEPS)) {
        Ok(passed) => {
            if let Some(mut register) = lock_alone(&passed.path)? {
                let head = office_of(&register).and_then(|office| facts::head(&register, office)).ok();
                let aside = copy_aside(&register, &passed.path)?;
                write_into(partial, &mut register)?;
                return Ok((head, Some(aside)));
            }
        }
        // Whatever it is, or what is left of one, no desk of ours can be at work on it.
        Err(
            OpenError::Missing
            | OpenError::Truncated { .. }
            | OpenError::NotARegister
            | OpenError::Empty
            | OpenError::Foreign { .. },
        ) => {}
        Err(error) => return Err(BackupError::Unusable(error)),
    }
    let aside = move_aside(target)?;
    if let Err(error) = keep(partial, target) {
        if let Some(aside) = &aside {
            disk::rename_whole(aside, target)?;
        }
        return Err(error);
    }
    Ok((None, aside))
}

/// Takes a register for this connection alone to the end of its life, with its log brought into it; nothing where it is
/// too damaged for that.
fn lock_alone(path: &Path) -> Result<Option<Connection>, BackupError> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // A log is given up only by the last connection there is: the others would be in the way. What is locked in this
    // mode stays so after its transaction.
    let locked = db
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL")
        .and_then(|()| db.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0)))
        .and_then(|_| db.execute_batch("BEGIN EXCLUSIVE; COMMIT"))
        .and_then(|()| db.query_row("PRAGMA journal_mode", [], |row| row.get::<_, String>(0)));
    match locked.map_err(StoreError::from) {
        Ok(mode) if mode == "delete" => Ok(Some(db)),
        Ok(_) | Err(StoreError::Busy) => Err(BackupError::InUse),
        Err(_) => Ok(None),
    }
}

/// Copies a locked register page by page, sound or not, to a name beside it.
fn copy_aside(register: &Connection, path: &Path) -> Result<PathBuf, BackupError> {
    let (partial, _) = disk::create_partial(path)?;
    let copied = Connection::open(&partial)
        .and_then(|mut copy| copy_pages(register, &mut copy))
        .map_err(BackupError::from)
        .and_then(|()| {
            let aside = disk::free_name(path, "before-restore");
            keep(&partial, &aside)?;
            Ok(aside)
        });
    if copied.is_err() {
        let _ = disk::remove(&partial);
    }
    copied
}

/// Writes a file into a locked register: all of it, or nothing.
fn write_into(file: &Path, register: &mut Connection) -> Result<(), BackupError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(copy_pages(&Connection::open_with_flags(file, flags)?, register)?)
}

fn copy_pages(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    // All pages in one step: neither is in use by anybody else.
    Backup::new(from, to)?.run_to_completion(i32::MAX, Duration::ZERO, None)
}

/// Moves what stands at `target` out of the way, with all that lies beside it; nothing where there is nothing. A log
/// without its register goes too: SQLite would read it into the next one of that name.
fn move_aside(target: &Path) -> Result<Option<PathBuf>, BackupError> {
    let there = |suffix: &&str| fs::symlink_metadata(guard::beside(target, suffix)).is_ok();
    if !disk::PARTS.iter().any(there) {
        return Ok(None);
    }
    let aside = disk::free_name(target, "before-restore");
    disk::rename_whole(target, &aside)?;
    Ok(Some(aside))
}

//! Backups: a copy is called good only after it was opened, checked and brought to the disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::check::{self, Depth, Finding};
use super::connect::{Manner, Mode, connect};
use super::disk;
use super::error::{OpenError, StoreError};
use super::facts::{self, ChainHead};
use super::guard::{self, Access};
use super::kept::{self, Brought};
use super::open::{Register, office_of};
use super::schema;

/// Why there is no backup, or nothing was restored from it.
#[derive(Debug)]
pub enum BackupError {
    /// There is a file of this name already.
    AlreadyThere,
    /// The copy, or the backup to restore from, can't be opened.
    Unusable(OpenError),
    /// The copy, or the backup to restore from, is not sound. All that was found.
    Unsound(Vec<Finding>),
    /// A desk has the register open that was to be replaced.
    InUse,
    /// The register that was to be copied can't be read.
    Store(StoreError),
    /// The operating system refused.
    Io(io::Error),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists => Self::AlreadyThere,
            _ => Self::Io(error),
        }
    }
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A backup that was made and found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// Its size in bytes.
    pub bytes: u64,
    /// Up to where it holds the chain.
    pub head: ChainHead,
    /// The kept letters that lie beside it.
    pub letters: Brought,
}

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

impl Register {
    /// Copies the register to `target` while others work on, and checks the copy to its last byte.
    /// The copy appears under its name only when it is good, and the letters that its facts name lie whole beside it.
    ///
    /// # Errors
    /// When the name is taken, the disk refuses, or the copy is not sound.
    pub fn back_up(&self, target: &Path) -> Result<BackedUp, BackupError> {
        // A connection of its own: this one may be kept from writing anything, a copy too.
        let db = connect(self.path(), Mode::Write, Manner::REGISTER).map_err(BackupError::Unusable)?;
        copy(&db, target, || Ok(kept::bring(&db, self.path(), target)??))
    }
}

/// Copies an open register to `target`; see [`Register::back_up`]. `letters` is done once the copy is good.
pub(super) fn copy(
    db: &Connection,
    target: &Path,
    letters: impl FnOnce() -> Result<Brought, BackupError>,
) -> Result<BackedUp, BackupError> {
    if fs::symlink_metadata(target).is_ok() {
        return Err(BackupError::AlreadyThere);
    }
    let partial = disk::partial(target);
    let made = vacuum_into(db, &partial).and_then(|()| verify(&partial)).and_then(|head| {
        disk::owner_and_group_only(&partial)?;
        let bytes = fs::metadata(&partial)?.len();
        let letters = letters()?;
        disk::keep(&partial, target)?;
        Ok(BackedUp { bytes, head, letters })
    });
    if made.is_err() {
        // Nothing half-made is left; that the rest can't be removed is the lesser trouble.
        let _ = disk::remove(&partial);
    }
    made
}

fn vacuum_into(db: &Connection, target: &Path) -> Result<(), BackupError> {
    let name = target.to_str().ok_or(io::Error::from(io::ErrorKind::InvalidFilename))?;
    db.execute("VACUUM INTO ?", [name])?;
    Ok(())
}

/// Checks a file that no desk works on, and leaves nothing beside it. Says where its chain stands.
fn verify(path: &Path) -> Result<ChainHead, BackupError> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    db.execute_batch("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")?;
    let file = schema::check_marks(&db, schema::STEPS).map_err(BackupError::Unusable)?;
    // The tables of an older schema are read only after its upgrade; its chain reads as it always did.
    let depth = if file == schema::marks(schema::STEPS).newest { Depth::Whole } else { Depth::Chain };
    let report = check::check(&db, schema::STEPS, depth)?;
    // Lists are read from facts: a copy of facts that are whole is worth keeping, and restoring.
    if report.findings.iter().all(Finding::spares_facts) {
        Ok(facts::head(&db, office_of(&db)?)?)
    } else {
        Err(BackupError::Unsound(report.findings))
    }
}

/// Puts a copy of the backup in the place of the register at `target`. The backup is checked first, the register that
/// was there is moved aside, never overwritten; one that a desk has open is refused.
///
/// # Errors
/// When the backup is not sound, a desk is at work on the register, or the disk refuses; then all is as it was.
pub fn restore(backup: &Path, target: &Path) -> Result<Restored, BackupError> {
    let marks = schema::marks(schema::STEPS);
    // The lease stays: nobody in this process may open the backup by other means meanwhile.
    let backup = guard::pass(backup, Access::Read, marks).map_err(BackupError::Unusable)?;
    let partial = disk::partial(target);
    let restored = vacuum_copy(&backup.path, &partial).and_then(|()| {
        let new = verify(&partial)?;
        disk::owner_and_group_only(&partial)?;
        let letters = letters_of(&partial, &backup.path, target)?;
        let (old, aside) = move_aside(target)?;
        disk::keep(&partial, target)?;
        Ok(Restored { old, new, aside, letters })
    });
    if restored.is_err() {
        // Nothing half-made is left; that the rest can't be removed is the lesser trouble.
        let _ = disk::remove(&partial);
    }
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
fn letters_of(restored: &Path, backup: &Path, target: &Path) -> Result<Brought, BackupError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(kept::bring(&Connection::open_with_flags(restored, flags)?, backup, target)??)
}

/// Moves the register at `target` out of the way, whole and with nothing beside it.
fn move_aside(target: &Path) -> Result<(Option<ChainHead>, Option<PathBuf>), BackupError> {
    if fs::symlink_metadata(target).is_err() {
        return Ok((None, None));
    }
    let marks = schema::marks(schema::STEPS);
    let old = match guard::pass(target, Access::Write, marks) {
        Ok(passed) => Some(lock_alone(&passed.path)?),
        // Whatever it is, no desk of ours can be at work on it.
        Err(
            OpenError::Truncated { .. }
            | OpenError::NotARegister
            | OpenError::Empty
            | OpenError::Foreign { .. },
        ) => None,
        Err(error) => return Err(BackupError::Unusable(error)),
    };
    let aside = disk::free_name(target, "before-restore");
    for suffix in ["-wal", "-shm", ""] {
        match disk::rename_to_free(&guard::beside(target, suffix), &guard::beside(&aside, suffix)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && !suffix.is_empty() => {}
            done => done?,
        }
    }
    disk::sync_folder(target)?;
    Ok((old.flatten(), Some(aside)))
}

/// Makes sure that nobody else has the register open, and brings its log into it. Says where its chain stands,
/// if it can still be read.
fn lock_alone(path: &Path) -> Result<Option<ChainHead>, BackupError> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // A log is given up only by the last connection there is: the others would be in the way.
    let mode: Result<String, _> = db.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0));
    match mode.map_err(StoreError::from) {
        Ok(mode) if mode == "delete" => {}
        Ok(_) | Err(StoreError::Busy) => return Err(BackupError::InUse),
        // Too damaged for that: then it is moved as it is, with all that lies beside it.
        Err(_) => return Ok(None),
    }
    Ok(office_of(&db).and_then(|office| facts::head(&db, office)).ok())
}

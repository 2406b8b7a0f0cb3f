//! Backups: a copy is called good only after it was opened, checked and brought to the disk.

use std::fs;
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::check::{self, Depth, Finding};
use super::connect::{Manner, Mode, connect};
use super::disk;
use super::error::{OpenError, StoreError};
use super::facts::{self, ChainHead};
use super::kept::{self, Brought, Progress};
use super::open::{Register, office_of};
use super::schema;

/// Why there is no backup, or nothing was restored from it.
#[derive(Debug)]
pub enum BackupError {
    /// There is a file of this name already.
    AlreadyThere,
    /// The copy, or the backup to restore from, can't be opened.
    Unusable(OpenError),
    /// The backup to restore from is not sound. All that was found.
    Unsound(Vec<Finding>),
    /// What was copied is not sound, so the register itself is not. All that was found.
    RegisterUnsound(Vec<Finding>),
    /// A desk has the register open that was to be replaced.
    InUse,
    /// The register that was to be copied can't be read.
    Store(StoreError),
    /// The operating system refused.
    Io(io::Error),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        // A taken name is the copy's own only where the copy is given its name: see `keep`.
        Self::Io(error)
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

impl Register {
    /// Copies the register to `target` while others work on, and checks the copy to its last byte.
    /// The copy appears under its name only when it is good, and the letters that its facts name lie whole beside it.
    /// `progress` is told how far these are.
    ///
    /// # Errors
    /// When the name is taken, the disk refuses, or the copy is not sound.
    pub fn back_up(&self, target: &Path, progress: &mut Progress<'_>) -> Result<BackedUp, BackupError> {
        // A connection of its own: this one may be kept from writing anything, a copy too.
        let db = connect(self.path(), Mode::Write, Manner::REGISTER).map_err(BackupError::Unusable)?;
        copy(&db, target, || Ok(kept::bring(&db, self.path(), target, progress)??))
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
    let (partial, _) = disk::create_partial(target)?;
    let made = vacuum_into(db, &partial).and_then(|()| sound(verify(&partial))).and_then(|head| {
        let bytes = fs::metadata(&partial)?.len();
        let letters = letters()?;
        keep(&partial, target)?;
        Ok(BackedUp { bytes, head, letters })
    });
    if made.is_err() {
        // Nothing half-made is left; that the rest can't be removed is the lesser trouble.
        let _ = disk::remove(&partial);
    }
    made
}

/// What of a fresh copy is not sound was not sound in the register.
fn sound(verified: Result<ChainHead, BackupError>) -> Result<ChainHead, BackupError> {
    verified.map_err(|error| match error {
        BackupError::Unsound(findings) => BackupError::RegisterUnsound(findings),
        other => other,
    })
}

/// Gives a file that is whole its name, which must be free.
pub(super) fn keep(partial: &Path, name: &Path) -> Result<(), BackupError> {
    disk::keep(partial, name).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::AlreadyThere,
        _ => error.into(),
    })
}

/// Copies into a file that is empty, and whose rights what SQLite writes beside it has too.
pub(super) fn vacuum_into(db: &Connection, target: &Path) -> Result<(), BackupError> {
    let name = target.to_str().ok_or(io::Error::from(io::ErrorKind::InvalidFilename))?;
    db.execute("VACUUM INTO ?", [name])?;
    Ok(())
}

/// Checks a file that no desk works on, and leaves nothing beside it. Says where its chain stands.
pub(super) fn verify(path: &Path) -> Result<ChainHead, BackupError> {
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

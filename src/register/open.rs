//! Making and opening a register.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use uuid::Uuid;

use super::connect::{Manner, Mode, connect};
use super::error::{OpenError, StoreError};
use super::guard::{self, Access, Lease, Warning};
use super::random::Randomness;
use super::{disk, facts, schema};

/// How many of the newest facts are verified before the register is called open.
const VERIFIED_AT_ONCE: u64 = 100;

/// An open register: one connection to its file.
///
/// Each thread has its own; any number of them, of this process and others, work on one file.
#[derive(Debug)]
pub struct Register {
    // Before the lease: the connection must be closed while the lease still says that it is open.
    pub(super) db: Connection,
    pub(super) office: Uuid,
    pub(super) random: Randomness,
    path: PathBuf,
    warnings: Vec<Warning>,
    upgraded_from: Option<PathBuf>,
    _lease: Lease,
}

impl Register {
    /// Makes a new register at `path` and opens it for writing. `office` becomes the subject under which the office
    /// keeps its settings, and names its chain of facts.
    ///
    /// The file appears under its name only when it is whole.
    ///
    /// # Errors
    /// When something is there already, or the folder will not do.
    pub fn create(path: &Path, office: Uuid, random: Randomness) -> Result<Self, OpenError> {
        let (path, _) = guard::pass_new(path)?;
        let partial = disk::partial(&path);
        disk::remove(&partial).map_err(OpenError::from_io)?;
        let made = make(&partial, office).and_then(|()| {
            disk::keep(&partial, &path).map_err(|error| match error.kind() {
                std::io::ErrorKind::AlreadyExists => OpenError::AlreadyThere,
                _ => OpenError::from_io(error),
            })
        });
        if let Err(error) = made {
            // Nothing half-made is left; that the rest can't be removed is the lesser trouble.
            let _ = disk::remove(&partial);
            return Err(error);
        }
        Self::open(&path, Access::Write, random)
    }

    /// Opens the register at `path`. An older one is brought up to this program when it is opened for writing,
    /// after a copy was made of it.
    ///
    /// # Errors
    /// When the file is not a sound register of ours, or can't be used from here; it is left as it was.
    pub fn open(path: &Path, access: Access, random: Randomness) -> Result<Self, OpenError> {
        Self::open_by_steps(path, access, random, schema::STEPS)
    }

    pub(super) fn open_by_steps(
        path: &Path,
        access: Access,
        random: Randomness,
        steps: &[&str],
    ) -> Result<Self, OpenError> {
        let passed = guard::pass(path, access, schema::marks(steps))?;
        let mode = match (access, passed.read_only) {
            (Access::Write, _) => Mode::Write,
            (Access::Read, false) => Mode::Read,
            (Access::Read, true) => Mode::ReadOnly,
        };
        let mut db = connect(&passed.path, mode, Manner::REGISTER)?;
        let file = schema::check_marks(&db, steps)?;
        let upgraded_from = match access {
            Access::Write => schema::upgrade(&mut db, &passed.path, steps)?,
            Access::Read => {
                let program = schema::marks(steps).newest;
                if file < program {
                    return Err(OpenError::OlderSchema { file, program });
                }
                None
            }
        };
        let office = office_of(&db)?;
        if access == Access::Write {
            facts::verify_newest(&db, office, VERIFIED_AT_ONCE)?;
        }
        Ok(Self {
            db,
            office,
            random,
            path: passed.path,
            warnings: passed.warnings,
            upgraded_from,
            _lease: passed.lease,
        })
    }

    /// The subject under which the office keeps its settings, and the name of its chain.
    #[must_use]
    pub const fn office(&self) -> Uuid {
        self.office
    }

    /// Where the file is, with links followed.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What should be said of where the file lies.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The copy that was made before this opening upgraded the file.
    #[must_use]
    pub fn upgraded_from(&self) -> Option<&Path> {
        self.upgraded_from.as_deref()
    }

    /// A number that differs from the last one asked once another connection has written: time to look again.
    /// Takes microseconds; says nothing of one's own writing.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.db.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }
}

/// The office whose register an open file is.
pub(super) fn office_of(db: &Connection) -> rusqlite::Result<Uuid> {
    db.query_row("SELECT office FROM meta", [], |row| row.get(0).map(Uuid::from_bytes))
}

/// Makes the whole file and closes it, so that nothing stands beside it.
fn make(path: &Path, office: Uuid) -> Result<(), OpenError> {
    let mut db = connect(path, Mode::Create, Manner::REGISTER)?;
    schema::make(&mut db, schema::STEPS)?;
    db.execute("INSERT INTO meta (one, office) VALUES (1, ?)", [office.as_bytes()])?;
    db.close().map_err(|(_, error)| error)?;
    // A file that any other account can read is a leak of names and addresses.
    disk::owner_and_group_only(path).map_err(OpenError::from_io)
}

//! Opening a register, and the jobs done on the whole of it: check, backup, restore.

use std::path::{Path, PathBuf};

use super::{Desk, DeskError, FirstDay};
use chrono::{DateTime, FixedOffset};

use crate::clock::Clock;
use crate::register::{
    Access, BackedUp, BackupError, Depth, OpenError, Progress, Randomness, Register, Report, Restored,
    make_folder_of, restore,
};
use crate::standard::office::offset;

impl Desk {
    /// Sits down at the register in this file; none where there is no register yet, or one without an office.
    ///
    /// # Errors
    /// When the file is no sound register of ours; it is left as it was.
    pub fn at(path: &Path, clock: Clock) -> Result<Option<Self>, DeskError> {
        let register = match Register::open(path, Access::Write, Randomness::system()) {
            Err(OpenError::Missing | OpenError::NoFolder) => return Ok(None),
            opened => opened?,
        };
        match Self::open(register, clock) {
            Err(DeskError::NotSetUp) => Ok(None),
            opened => opened.map(Some),
        }
    }

    /// Sets an office up in this file, which is made, with its folder, where it is not there.
    ///
    /// # Errors
    /// When the file holds an office already or can't be made, or a name is missing.
    pub fn begin(path: &Path, clock: Clock, day: &FirstDay) -> Result<Self, DeskError> {
        Self::begin_by(path, clock, day, Randomness::system())
    }

    /// [`Desk::begin`] with a source of identifiers and salts of one's own: made-up data has a seed.
    ///
    /// # Errors
    /// As [`Desk::begin`].
    pub fn begin_by(
        path: &Path,
        clock: Clock,
        day: &FirstDay,
        random: Randomness,
    ) -> Result<Self, DeskError> {
        let now = clock.now(offset(clock.offset_minutes()));
        let register = make(path, now, random)?;
        Self::set_up(register, clock, day)
    }

    /// Copies the register into a folder under a name with the date and time (and «-2», «-3» … where a copy of the
    /// same second lies there), and checks the copy to its last byte. `progress` is told how far the kept letters are.
    ///
    /// # Errors
    /// When the disk refuses, or the copy is not sound; then there is no copy.
    pub fn back_up(
        &self,
        folder: &Path,
        progress: &mut Progress<'_>,
    ) -> Result<(PathBuf, BackedUp), BackupError> {
        let code = &self.office.details.code;
        let name = format!("otklik-{code}-{}", self.now().format("%Y%m%d-%H%M%S"));
        let mut target = folder.join(format!("{name}.db"));
        make_folder_of(&target)?;
        let mut copies = 1_u32;
        loop {
            match self.register.back_up(&target, progress) {
                Err(BackupError::AlreadyThere) => {
                    copies += 1;
                    target = folder.join(format!("{name}-{copies}.db"));
                }
                done => return done.map(|made| (target, made)),
            }
        }
    }
}

/// Makes the register's file, with its folder, as of this moment; opens one that was begun before.
pub(super) fn make(
    path: &Path,
    now: DateTime<FixedOffset>,
    mut random: Randomness,
) -> Result<Register, DeskError> {
    make_folder_of(path).map_err(OpenError::Io)?;
    let office = random.id(now).map_err(crate::register::StoreError::from)?;
    if path.exists() {
        // Begun before, and ended before an office was named.
        return Ok(Register::open(path, Access::Write, random)?);
    }
    Ok(Register::create(path, office, random)?)
}

/// Checks the register in this file, a damaged one too.
///
/// # Errors
/// When the file can't be opened or read at all.
pub fn check(path: &Path, depth: Depth) -> Result<Report, DeskError> {
    Ok(Register::open(path, Access::Read, Randomness::system())?.check(depth)?)
}

/// Puts a checked copy of a backup in the place of the register; the one that was there is moved aside.
///
/// # Errors
/// When the backup is not sound, a desk is at work on the register, or the disk refuses.
pub fn restore_from(
    backup: &Path,
    target: &Path,
    progress: &mut Progress<'_>,
) -> Result<Restored, BackupError> {
    make_folder_of(target)?;
    restore(backup, target, progress)
}

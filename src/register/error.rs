//! What can go wrong with a register, as data; the words are found elsewhere.

use std::io;

use super::check::Finding;
use super::random::NoRandomness;
use super::seal::SealError;

/// Why a file was not opened. It was left as it was.
#[derive(Debug)]
pub enum OpenError {
    /// There is nothing at this path.
    Missing,
    /// There is something at this path already, where a new register was to be made.
    AlreadyThere,
    /// The folder of the path does not exist.
    NoFolder,
    /// The path is a folder.
    Folder,
    /// The path is a device, a pipe or a socket.
    NotAFile,
    /// The path is a link that leads to itself.
    LinkLoop,
    /// This person may not read the file or its folder.
    Forbidden,
    /// The folder can't be written to, and the register keeps files of its own beside it.
    ReadOnlyFolder,
    /// The file can't be written to.
    ReadOnlyFile,
    /// The file is empty.
    Empty,
    /// The file is not a database: a text, a picture.
    NotARegister,
    /// The file is another program's database.
    Foreign {
        /// The other program's mark; 0 where it left none.
        application_id: u32,
    },
    /// The file is shorter than it says.
    Truncated {
        /// Bytes it should have at least.
        expected: u64,
        /// Bytes it has.
        found: u64,
    },
    /// A newer program wrote the file.
    NewerSchema {
        /// The file's schema.
        file: u32,
        /// The newest this program knows.
        program: u32,
    },
    /// An older program wrote the file, and reading alone can't bring it up.
    OlderSchema {
        /// The file's schema.
        file: u32,
        /// The schema of this program.
        program: u32,
    },
    /// The file lies on a network file system, where data gets lost.
    Network {
        /// Which, by the system's name for it.
        kind: String,
    },
    /// The SQLite in this program has a known fault that loses data.
    UnsafeEngine {
        /// Its version.
        version: &'static str,
    },
    /// The write-ahead log could not be switched on.
    NoWal {
        /// The journal that SQLite keeps instead.
        mode: String,
    },
    /// Other programs kept the file locked for longer than a person waits.
    Busy,
    /// The file opened, but what it holds is not sound.
    Damaged(Box<Finding>),
    /// The copy before the upgrade could not be made, so there was no upgrade.
    NoBackup(Box<super::backup::BackupError>),
    /// The operating system refused.
    Io(io::Error),
    /// SQLite refused.
    Store(StoreError),
}

impl OpenError {
    /// What the file holds is at fault, not how it can be got at: it won't do however often it is tried.
    #[must_use]
    pub const fn is_of_what_it_holds(&self) -> bool {
        matches!(
            self,
            Self::Damaged(_)
                | Self::Empty
                | Self::NotARegister
                | Self::Foreign { .. }
                | Self::Truncated { .. }
        )
    }

    pub(super) fn from_io(error: io::Error) -> Self {
        #[cfg(unix)]
        if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) {
            return Self::LinkLoop;
        }
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Io(error),
        }
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::Busy,
            StoreError::Damaged(finding) => Self::Damaged(finding),
            other => Self::Store(other),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

/// Why an open register did not do what was asked. A job that fails leaves nothing behind.
#[derive(Debug)]
pub enum StoreError {
    /// The subject has changed since it was read.
    Stale {
        /// The version that was seen.
        seen: u64,
        /// The version it has now.
        now: u64,
    },
    /// The first number of a series can be chosen only before one was given.
    SeriesBegun {
        /// The next number of the series.
        next: u32,
    },
    /// There are no more numbers in the series.
    SeriesEnded,
    /// The body of a fact can't be stored.
    Body(SealError),
    /// The operating system gave no random bytes.
    NoRandomness,
    /// Other programs kept the file locked for longer than a person waits.
    Busy,
    /// The disk is full.
    DiskFull,
    /// The file, or this connection, is only for reading.
    ReadOnly,
    /// A newer program has upgraded the file since this one opened it.
    Upgraded,
    /// What the file holds is not what was written.
    Damaged(Box<Finding>),
    /// The disk failed; SQLite's extended code.
    Disk(i32),
    /// Anything else that SQLite refused.
    Engine {
        /// SQLite's extended code; 0 where it was not SQLite.
        code: i32,
        /// Its own words.
        detail: String,
    },
}

impl From<SealError> for StoreError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::NoRandomness => Self::NoRandomness,
            other => Self::Body(other),
        }
    }
}

impl From<NoRandomness> for StoreError {
    fn from(NoRandomness: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;

        let code = error.sqlite_error().map_or(0, |error| error.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged(Box::new(Finding::Structure(error.to_string())))
            }
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Disk(code),
            _ => Self::Engine { code, detail: error.to_string() },
        }
    }
}

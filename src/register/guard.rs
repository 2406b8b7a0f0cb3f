//! The look at a path before SQLite is let near it: whatever is not a sound register is refused by name, and left as it was.
//!
//! Opening a file by SQLite can already write beside it, and closing a file by plain means drops the locks that
//! SQLite holds on it in the same process. So the first bytes are read once, and only while no connection of this
//! process has the file open; [`Lease`] keeps count.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::error::OpenError;
use super::place;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing.
    Write,
    /// Reading; nothing can be written by mistake.
    Read,
}

/// How a kind of file is known: its application id and the newest schema this program understands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    pub application_id: u32,
    pub newest: u32,
}

/// Something to be said when the desk opens, though it does not forbid the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The file lies on a FUSE file system of this type; some of them lose locks.
    Fuse(String),
}

/// A file that may be opened.
#[derive(Debug)]
pub(super) struct Passed {
    /// The file itself, with links followed, so that the WAL lies beside it.
    pub path: PathBuf,
    pub warnings: Vec<Warning>,
    pub lease: Lease,
    /// The file or its folder forbids writing, to an [`Access::Read`] only.
    pub read_only: bool,
}

/// Looks at the file at `path` without changing it.
pub(super) fn pass(path: &Path, access: Access, marks: Marks) -> Result<Passed, OpenError> {
    let path = real(path)?;
    let metadata = fs::metadata(&path).map_err(OpenError::from_io)?;
    if metadata.is_dir() {
        return Err(OpenError::Folder);
    }
    if !metadata.is_file() {
        return Err(OpenError::NotAFile);
    }
    let warnings = place::of(&path)?;
    let read_only = match writable(&path, &metadata) {
        Ok(()) => false,
        Err(_) if access == Access::Read && wal_beside(&path).is_some() => true,
        Err(OpenError::ReadOnlyFile) if access == Access::Read => false,
        Err(error) => return Err(error),
    };
    let lease = Lease::take(&metadata, || read_header(&path)?.judge(marks))?;
    Ok(Passed { path, warnings, lease, read_only })
}

/// Looks at the folder in which a new file is to be made; returns the file's real path.
pub(super) fn pass_new(path: &Path) -> Result<(PathBuf, Vec<Warning>), OpenError> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(OpenError::AlreadyThere);
    }
    let name = path.file_name().ok_or(OpenError::Folder)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = real(folder).map_err(|error| match error {
        OpenError::Missing => OpenError::NoFolder,
        other => other,
    })?;
    let metadata = fs::metadata(&folder).map_err(OpenError::from_io)?;
    if !metadata.is_dir() {
        return Err(OpenError::NoFolder);
    }
    if !place::may_write(&folder, &metadata) {
        return Err(OpenError::ReadOnlyFolder);
    }
    let warnings = place::of(&folder)?;
    Ok((folder.join(name), warnings))
}

/// The path with its links followed.
pub(super) fn real(path: &Path) -> Result<PathBuf, OpenError> {
    fs::canonicalize(path).map_err(OpenError::from_io)
}

fn writable(path: &Path, metadata: &Metadata) -> Result<(), OpenError> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let about_folder = fs::metadata(folder).map_err(OpenError::from_io)?;
    if !place::may_write(folder, &about_folder) {
        return Err(OpenError::ReadOnlyFolder);
    }
    if !place::may_write(path, metadata) {
        return Err(OpenError::ReadOnlyFile);
    }
    Ok(())
}

/// The path of a file that SQLite keeps beside the register: `-wal` or `-shm`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Whether something is to be brought into the file yet, or taken back out of it: its header and its length are of no
/// one moment.
fn in_flux(path: &Path) -> bool {
    ["-wal", "-journal"]
        .into_iter()
        .any(|suffix| fs::metadata(beside(path, suffix)).is_ok_and(|log| log.len() > 0))
}

/// The length of the write-ahead log, if there is one.
fn wal_beside(path: &Path) -> Option<u64> {
    fs::metadata(beside(path, "-wal")).ok().map(|wal| wal.len())
}

/// The first 100 bytes of a file and its length.
#[derive(Debug)]
struct Header {
    bytes: [u8; Header::LENGTH],
    read: usize,
    file_length: u64,
    /// A log or a journal that is not empty was there, before or after the reading.
    in_flux: bool,
}

fn read_header(path: &Path) -> Result<Header, OpenError> {
    let before = in_flux(path);
    let mut file = File::open(path).map_err(OpenError::from_io)?;
    let mut bytes = [0; Header::LENGTH];
    let mut read = 0;
    while read < bytes.len() {
        match file.read(&mut bytes[read..]) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(OpenError::from_io(error)),
        }
    }
    let file_length = file.metadata().map_err(OpenError::from_io)?.len();
    Ok(Header { bytes, read, file_length, in_flux: before || in_flux(path) })
}

impl Header {
    const LENGTH: usize = 100;
    const MAGIC: &[u8; 16] = b"SQLite format 3\0";

    fn judge(&self, marks: Marks) -> Result<(), OpenError> {
        if self.read == 0 {
            return Err(OpenError::Empty);
        }
        let magic = &self.bytes[..self.read.min(Self::MAGIC.len())];
        if !Self::MAGIC.starts_with(magic) || magic.len() < Self::MAGIC.len() {
            return Err(OpenError::NotARegister);
        }
        if self.read < Self::LENGTH {
            return Err(OpenError::Truncated { expected: Self::LENGTH as u64, found: self.read as u64 });
        }
        let application_id = self.number(68);
        if application_id != marks.application_id {
            return Err(OpenError::Foreign { application_id });
        }
        let schema = self.number(60);
        if schema > marks.newest {
            return Err(OpenError::NewerSchema { file: schema, program: marks.newest });
        }
        let expected = self.expected_length();
        if !self.in_flux && expected > self.file_length {
            return Err(OpenError::Truncated { expected, found: self.file_length });
        }
        Ok(())
    }

    /// The length that the header tells, or 0 where an old program wrote it and it can't be told.
    fn expected_length(&self) -> u64 {
        let page = match u16::from_be_bytes([self.bytes[16], self.bytes[17]]) {
            1 => 65_536,
            size => u64::from(size),
        };
        if self.number(24) == self.number(92) { page * u64::from(self.number(28)) } else { 0 }
    }

    fn number(&self, at: usize) -> u32 {
        u32::from_be_bytes([self.bytes[at], self.bytes[at + 1], self.bytes[at + 2], self.bytes[at + 3]])
    }
}

/// Which file it is, whatever it is called.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "on other systems there is none")]
fn identity(metadata: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((metadata.dev(), metadata.ino()))
}

/// Elsewhere closing a file drops nobody's locks, so there is nothing to keep count of.
#[cfg(not(unix))]
const fn identity(_: &Metadata) -> Option<(u64, u64)> {
    None
}

/// How many connections of this process have each file open.
static LEASES: Mutex<BTreeMap<(u64, u64), usize>> = Mutex::new(BTreeMap::new());

/// Says that a connection of this process has the file open; must outlive the connection.
#[derive(Debug)]
pub(super) struct Lease(Option<(u64, u64)>);

impl Lease {
    /// Takes a lease, after `look` when no other connection of this process has the file open.
    pub fn take(
        metadata: &Metadata,
        look: impl FnOnce() -> Result<(), OpenError>,
    ) -> Result<Self, OpenError> {
        let Some(file) = identity(metadata) else {
            look()?;
            return Ok(Self(None));
        };
        let mut leases = LEASES.lock().unwrap_or_else(PoisonError::into_inner);
        if !leases.contains_key(&file) {
            look()?;
        }
        *leases.entry(file).or_default() += 1;
        Ok(Self(Some(file)))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(file) = self.0 else { return };
        let mut leases = LEASES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = leases.get_mut(&file) {
            *count -= 1;
            if *count == 0 {
                leases.remove(&file);
            }
        }
    }
}

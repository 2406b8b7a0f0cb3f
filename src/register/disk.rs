//! Files of the register, made whole as all files are ([`crate::files`]).

use std::fs;
use std::io;
use std::path::Path;

pub(super) use crate::files::{
    create_partial, free_name, keep, owner_and_group_only, partial, rename_to_free, sync_folder,
};

/// What SQLite may have left beside a file, and the file itself last: a log of an old file is a danger to a new one of
/// its name.
pub(super) const PARTS: [&str; 4] = ["-wal", "-shm", "-journal", ""];

/// Makes the folder in which a register or a copy is to lie, for its owner and group: neither makes it by itself, for a
/// name that leads nowhere is a mistake.
///
/// # Errors
/// When the disk refuses.
pub fn make_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or(Ok(()), crate::files::make_folder)
}

/// Renames a file and what SQLite may have left beside it, and replaces nothing; parts that are missing are passed over.
pub(super) fn rename_whole(from: &Path, to: &Path) -> io::Result<()> {
    for suffix in PARTS {
        match rename_to_free(&super::guard::beside(from, suffix), &super::guard::beside(to, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    // The files have their names, though a power cut might take that back.
    let _ = sync_folder(to);
    Ok(())
}

/// Removes a file and what SQLite may have left beside it; it may be missing.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    for suffix in PARTS {
        match fs::remove_file(super::guard::beside(path, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

//! Files of the register, made whole as all files are ([`crate::files`]).

use std::fs;
use std::io;
use std::path::Path;

pub(super) use crate::files::{free_name, keep, owner_and_group_only, partial, rename_to_free, sync_folder};

/// Removes a file and what SQLite may have left beside it; it may be missing.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        match fs::remove_file(super::guard::beside(path, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

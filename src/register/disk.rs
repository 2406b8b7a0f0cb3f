//! Files made whole: written under another name, brought to the disk, then given their own.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A name beside `path` under which the file is made before it is whole; each call's own.
pub(super) fn partial(path: &Path) -> PathBuf {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}-{call}.partial", std::process::id()));
    PathBuf::from(name)
}

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

/// Brings `partial` to the disk and gives it the name `path`, which must be free.
pub(super) fn keep(partial: &Path, path: &Path) -> io::Result<()> {
    // Writable, for Windows flushes no other.
    File::options().read(true).write(true).open(partial)?.sync_all()?;
    rename_to_free(partial, path)?;
    sync_folder(path)
}

/// A name beside `path` that nothing has yet: with `what` at its end, and a count where that is taken.
pub(super) fn free_name(path: &Path, what: &str) -> PathBuf {
    let name = |count: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(if count == 1 { format!(".{what}") } else { format!(".{what}-{count}") });
        PathBuf::from(name)
    };
    let taken = |name: &PathBuf| fs::symlink_metadata(name).is_ok();
    (1..=u32::MAX).map(name).find(|name| !taken(name)).unwrap_or_else(|| partial(path))
}

/// Renames and never replaces.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // A file system that can't promise it: look, then rename.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => look_and_rename(from, to),
        done => Ok(done?),
    }
}

/// Renames and never replaces.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    look_and_rename(from, to)
}

fn look_and_rename(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

/// Brings the folder's entry for `path` to the disk.
#[cfg(unix)]
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder can't be brought to the disk by itself.
#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Takes from everybody else the right to read the file.
#[cfg(unix)]
pub(super) fn owner_and_group_only(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_mode(permissions.mode() & 0o660);
    fs::set_permissions(path, permissions)
}

/// Elsewhere the folder's own rules hold.
#[cfg(not(unix))]
pub(super) fn owner_and_group_only(_: &Path) -> io::Result<()> {
    Ok(())
}

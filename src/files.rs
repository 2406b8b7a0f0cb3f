//! Files made whole: written under another name, brought to the disk, then given their own. What the program writes is
//! about people: it is for its owner and their group only, where the system knows groups.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes a file; one that was there is replaced, and only once the new one is whole. A link leads to the file that is
/// written; a pipe or a device is written to.
///
/// # Errors
/// When the disk refuses; then what was there stays, and nothing half-written does.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        // Nothing can take the place of what others hold open. It has no end to cut off, and keeps nothing.
        Ok(there) if !there.is_file() && !there.is_dir() => {
            OpenOptions::new().write(true).open(path)?.write_all(bytes)
        }
        _ => put(&followed(path)?, bytes, |partial, path| fs::rename(partial, path)),
    }
}

/// Where a path leads, though there may be no file yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    /// As many as systems follow.
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if !fs::symlink_metadata(&path).is_ok_and(|there| there.is_symlink()) {
            return Ok(path);
        }
        // What stands in the link counts from its folder.
        path = path.with_file_name("").join(fs::read_link(&path)?);
    }
    Err(io::Error::from(io::ErrorKind::InvalidInput))
}

/// Writes a file under a name that nothing has yet.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where the name is taken; when the disk refuses. Nothing half-written stays.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    put(path, bytes, rename_to_free)
}

/// Makes a folder and those it lies in; one that is there stays as it is.
///
/// # Errors
/// When the disk refuses.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o770);
    builder.recursive(true).create(path)
}

fn put(path: &Path, bytes: &[u8], name: impl FnOnce(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
    let (partial, mut file) = begin(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    // Closed before it is renamed: Windows renames no open file.
    drop(file);
    let named = written.and_then(|()| name(&partial, path));
    if named.is_err() {
        // Nothing half-written is left; that the rest can't be removed is the lesser trouble.
        let _ = fs::remove_file(&partial);
        return named;
    }
    // The file is whole under its name; a folder that can't be brought to the disk makes it no less so.
    let _ = sync_folder(path);
    Ok(())
}

/// A new file beside `path`, empty, under a name that nobody else has: a short one, for `path`'s own may be as long as
/// names can be.
fn begin(path: &Path) -> io::Result<(PathBuf, File)> {
    create_partial(&path.with_file_name(".otklik"))
}

/// A new file under a [`partial`] name of this path, empty: it is for its owner and group only before anything is in it.
pub(crate) fn create_partial(path: &Path) -> io::Result<(PathBuf, File)> {
    loop {
        let beside = partial(path);
        match create(&beside) {
            // What a process of this number left when its power was cut.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (beside, file)),
        }
    }
}

/// A new file under a name that nothing has yet, be it a link that leads nowhere.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o660);
    options.open(path)
}

/// Opens a file to be read in a folder where others may have put anything: no link is followed, no pipe waited for.
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// A name beside `path` under which the file is made before it is whole; each call's own.
pub(crate) fn partial(path: &Path) -> PathBuf {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}-{call}.partial", std::process::id()));
    PathBuf::from(name)
}

/// Brings `partial` to the disk and gives it the name `path`, which must be free.
pub(crate) fn keep(partial: &Path, path: &Path) -> io::Result<()> {
    // Writable, for Windows flushes no other.
    File::options().read(true).write(true).open(partial)?.sync_all()?;
    rename_to_free(partial, path)?;
    sync_folder(path)
}

/// A name beside `path` that nothing has yet: with `what` at its end, and a count where that is taken.
pub(crate) fn free_name(path: &Path, what: &str) -> PathBuf {
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
pub(crate) fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
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
pub(crate) fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
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
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder can't be brought to the disk by itself.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Takes from everybody else the right to read the file.
#[cfg(unix)]
pub(crate) fn owner_and_group_only(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_mode(permissions.mode() & 0o660);
    fs::set_permissions(path, permissions)
}

/// Elsewhere the folder's own rules hold.
#[cfg(not(unix))]
pub(crate) fn owner_and_group_only(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_that_was_there_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.pdf");
        write(&path, b"old").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["answer.pdf"]);
    }

    #[test]
    fn a_file_that_somebody_else_left_beside_stays_theirs() {
        let folder = tempfile::tempdir().unwrap();
        let theirs = folder.path().join("answer.pdf.partial");
        fs::write(&theirs, b"theirs").unwrap();
        write(&folder.path().join("answer.pdf"), b"new").unwrap();
        assert_eq!(fs::read(&theirs).unwrap(), b"theirs");
    }

    #[test]
    fn a_taken_name_is_refused_whatever_holds_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.pdf");
        fs::create_dir(&path).unwrap();
        assert_eq!(write_new(&path, b"new").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        fs::remove_dir(&path).unwrap();
        write_new(&path, b"old").unwrap();
        assert_eq!(write_new(&path, b"new").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["answer.pdf"]);
    }

    #[test]
    fn what_could_not_be_named_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.pdf");
        fs::create_dir(&path).unwrap();
        assert!(write(&path, b"new").is_err(), "a folder is replaced by no file");
        assert_eq!(names(folder.path()), ["answer.pdf"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_the_file_that_is_written() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (there, link) = (folder.path().join("there"), folder.path().join("answer.pdf"));
        fs::create_dir(&there).unwrap();
        symlink("there/letter.pdf", folder.path().join("second")).unwrap();
        symlink("second", &link).unwrap();
        for bytes in [b"one", b"two"] {
            write(&link, bytes).unwrap();
            assert_eq!(fs::read(there.join("letter.pdf")).unwrap(), bytes);
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        }
        assert_eq!(names(folder.path()), ["answer.pdf", "second", "there"]);
        let circle = folder.path().join("circle");
        symlink("circle", &circle).unwrap();
        assert!(write(&circle, b"new").is_err());
        assert!(fs::symlink_metadata(&circle).unwrap().is_symlink());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn whoever_reads_a_pipe_gets_what_is_written_to_it() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        use std::os::unix::fs::FileTypeExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (pipe, link) = (folder.path().join("out.pdf"), folder.path().join("link.pdf"));
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        std::os::unix::fs::symlink(&pipe, &link).unwrap();
        for path in [&pipe, &link] {
            // Held open for both, so that neither end waits for the other.
            let mut reader = File::options().read(true).write(true).open(&pipe).unwrap();
            write(path, b"new").unwrap();
            let mut read = [0; 3];
            io::Read::read_exact(&mut reader, &mut read).unwrap();
            assert_eq!(&read, b"new");
            assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
        }
        assert_eq!(names(folder.path()), ["link.pdf", "out.pdf"]);
    }

    #[test]
    fn a_name_as_long_as_can_be_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{}.pdf", "о".repeat(125)));
        write_new(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    /// Two accounts of one group work on one register: what one makes, the other can add to, as far as the umask lets.
    #[cfg(unix)]
    #[test]
    fn the_group_has_the_rights_that_the_umask_leaves_it() {
        use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let (usual, drawer) = (folder.path().join("usual"), folder.path().join("drawer"));
        fs::DirBuilder::new().mode(0o770).create(&usual).unwrap();
        make_folder(&drawer).unwrap();
        assert_eq!(mode(&drawer), mode(&usual));
        let (usual, letter) = (folder.path().join("usual.pdf"), folder.path().join("letter.pdf"));
        OpenOptions::new().write(true).create_new(true).mode(0o660).open(&usual).unwrap();
        write(&letter, b"new").unwrap();
        assert_eq!(mode(&letter), mode(&usual));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_what_is_written() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("letters/of today");
        make_folder(&inside).unwrap();
        let path = inside.join("answer.pdf");
        write(&path, b"new").unwrap();
        for made in [path, inside.clone(), folder.path().join("letters")] {
            let mode = fs::metadata(&made).unwrap().permissions().mode();
            assert_eq!(mode & 0o007, 0, "{}", made.display());
        }
    }
}

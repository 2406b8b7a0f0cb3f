//! Who else has an appeal before them: advice for people, never a lock.
//!
//! Each desk holds a locked file in a folder beside the register, and next to it a note of who sits there and which
//! appeals are open. The operating system lets the lock go with the program, however it ends, so a note without a
//! lock is of a desk that is gone. The design wanted this beside the desk's own drafts; but people of different
//! accounts on one machine share the register only, so it lies there. Where it can't be kept, nobody is told.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::files;
use crate::standard::office::Login;

/// A note longer than this is none of ours.
const LONGEST: u64 = 8 * 1024;
/// As many desks on one file are looked at.
const MOST_DESKS: usize = 100;

/// Who sits at a desk, and the appeals open there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    person: Login,
    on: Vec<Uuid>,
}

/// This desk's place among the desks on one register.
#[derive(Debug)]
pub struct Presence {
    folder: PathBuf,
    /// Once there was something to tell.
    seat: Option<Seat>,
    told: Option<Note>,
}

/// Two files of this desk's own, made new: whoever may write to the folder may have put links under any name.
#[derive(Debug)]
struct Seat {
    /// Held locked as long as the desk runs.
    _lock: File,
    path: PathBuf,
    note: File,
}

impl Presence {
    /// Among the desks of this register.
    #[must_use]
    pub fn beside(register: &Path) -> Self {
        let mut folder = register.as_os_str().to_owned();
        folder.push("-desks");
        Self { folder: folder.into(), seat: None, told: None }
    }

    /// Tells the other desks who is here and which appeals are open. Writes only what is new.
    pub fn tell(&mut self, person: &Login, on: Vec<Uuid>) {
        let note = Note { person: person.clone(), on };
        if self.told.as_ref().map_or(note.on.is_empty(), |told| *told == note) {
            return;
        }
        if self.seat.is_none() {
            self.seat =
                take_seat(&self.folder, |path| OpenOptions::new().write(true).create_new(true).open(path));
        }
        if let Some(seat) = &mut self.seat {
            // A note that is read half-written is none; the next look reads it whole.
            let _ = seat.write(&note);
        }
        self.told = Some(note);
    }

    /// The appeals that are open at other desks, and whose those are. Notes of desks that are gone are cleared away.
    #[must_use]
    pub fn others(&self) -> BTreeMap<Uuid, Vec<Login>> {
        let mut open: BTreeMap<Uuid, Vec<Login>> = BTreeMap::new();
        let own = self.seat.as_ref().map(|seat| seat.path.as_path());
        let Ok(entries) = fs::read_dir(&self.folder) else { return open };
        let locks = entries.flatten().map(|entry| entry.path());
        let locks = locks.filter(|path| path.extension().is_some_and(|extension| extension == LOCK));
        for lock in locks.filter(|lock| Some(lock.as_path()) != own).take(MOST_DESKS) {
            if clears_away(&lock) {
                continue;
            }
            let Some(note) = read(&note_of(&lock)) else { continue };
            for appeal in note.on {
                let people = open.entry(appeal).or_default();
                if !people.contains(&note.person) {
                    people.push(note.person.clone());
                }
            }
        }
        for people in open.values_mut() {
            people.sort();
        }
        open
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        if let Some(seat) = &self.seat {
            let _ = fs::remove_file(note_of(&seat.path));
            let _ = fs::remove_file(&seat.path);
        }
    }
}

impl Seat {
    /// Sits down by a lock that is held. What stands under the note's name was left there, or planted: it goes itself,
    /// never what it leads to.
    fn take(lock: File, path: PathBuf) -> Option<Self> {
        let note = note_of(&path);
        let _ = fs::remove_file(&note);
        let Ok(note) = files::create(&note) else {
            let _ = fs::remove_file(&path);
            return None;
        };
        Some(Self { _lock: lock, path, note })
    }

    fn write(&mut self, note: &Note) -> io::Result<()> {
        let text = serde_json::to_vec(note)?;
        self.note.rewind()?;
        self.note.set_len(0)?;
        self.note.write_all(&text)
    }
}

/// What the names of locks end with.
const LOCK: &str = "lock";

fn note_of(lock: &Path) -> PathBuf {
    lock.with_extension("json")
}

/// Makes the folder as open as the register's own, and a lock in it that no other desk holds; `make` makes a new file.
fn take_seat(folder: &Path, mut make: impl FnMut(&Path) -> io::Result<File>) -> Option<Seat> {
    if fs::create_dir(folder).is_ok()
        && let Some(above) = folder.parent().and_then(|above| fs::metadata(above).ok())
    {
        // Whoever may write beside the register may sit down at it.
        let _ = fs::set_permissions(folder, above.permissions());
    }
    let process = std::process::id();
    for n in 0..MOST_DESKS {
        let path = folder.join(format!("{process}-{n}.{LOCK}"));
        match make(&path) {
            // One that was cleared away between its making and its locking is no seat.
            Ok(file) if file.try_lock().is_ok() && path.exists() => return Seat::take(file, path),
            Ok(_) => drop(fs::remove_file(&path)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            // No other name fares better.
            Err(_) => return None,
        }
    }
    None
}

/// Clears away what a desk that is gone has left. A lock that can't be looked at, or is held, is of one that runs.
fn clears_away(lock: &Path) -> bool {
    let Ok(file) = files::open_plain(lock) else { return false };
    if file.try_lock().is_err() {
        return false;
    }
    // Locked until it is removed: a desk that is just sitting down at it finds that it must take another.
    let _ = fs::remove_file(note_of(lock));
    let _ = fs::remove_file(lock);
    true
}

fn read(note: &Path) -> Option<Note> {
    let mut text = String::new();
    files::open_plain(note).ok()?.take(LONGEST).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two(folder: &Path) -> (Presence, Presence) {
        let register = folder.join("otklik.db");
        (Presence::beside(&register), Presence::beside(&register))
    }

    fn login(name: &str) -> Login {
        Login(name.to_owned())
    }

    #[test]
    fn one_desk_sees_what_another_has_open_until_it_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let (mut here, mut there) = two(folder.path());
        let appeal = Uuid::from_u128(7);
        there.tell(&login("petrov"), vec![appeal]);
        here.tell(&login("ivanova"), vec![appeal]);
        assert_eq!(here.others(), BTreeMap::from([(appeal, vec![login("petrov")])]));
        assert_eq!(there.others(), BTreeMap::from([(appeal, vec![login("ivanova")])]));
        there.tell(&login("petrov"), Vec::new());
        assert!(here.others().is_empty());
    }

    #[test]
    fn a_desk_that_left_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (here, mut there) = two(folder.path());
        there.tell(&login("petrov"), vec![Uuid::from_u128(7)]);
        drop(there);
        assert!(here.others().is_empty());
        assert_eq!(fs::read_dir(folder.path().join("otklik.db-desks")).unwrap().count(), 0);
    }

    #[test]
    fn the_note_of_a_desk_that_was_killed_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let (here, mut there) = two(folder.path());
        there.tell(&login("petrov"), vec![Uuid::from_u128(7)]);
        let seat = there.seat.take().unwrap();
        let path = seat.path.clone();
        drop(seat);
        assert!(note_of(&path).exists());
        assert!(here.others().is_empty());
        assert!(!path.exists() && !note_of(&path).exists());
    }

    #[test]
    fn a_note_that_is_none_of_ours_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let (here, mut there) = two(folder.path());
        there.tell(&login("petrov"), vec![Uuid::from_u128(7)]);
        let seat = there.seat.as_ref().unwrap();
        fs::write(note_of(&seat.path), vec![0xff; 20_000]).unwrap();
        assert!(here.others().is_empty());
    }

    /// Where others may write beside the register, a link under the note's name would empty what it leads to.
    #[cfg(unix)]
    #[test]
    fn links_planted_among_the_notes_are_not_followed() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (here, mut there) = two(folder.path());
        let theirs = folder.path().join("theirs");
        fs::write(&theirs, b"{\"person\":\"sidorova\",\"on\":[\"00000000-0000-0000-0000-000000000007\"]}")
            .unwrap();
        let before = fs::read(&theirs).unwrap();
        fs::create_dir(&there.folder).unwrap();
        let process = std::process::id();
        for n in 0..MOST_DESKS {
            symlink(&theirs, there.folder.join(format!("{process}-{n}.json"))).unwrap();
        }
        there.tell(&login("petrov"), vec![Uuid::from_u128(7)]);
        assert_eq!(fs::read(&theirs).unwrap(), before);
        assert_eq!(here.others(), BTreeMap::from([(Uuid::from_u128(7), vec![login("petrov")])]));
        drop(there);
        assert_eq!(fs::read(&theirs).unwrap(), before);
        // Nor are they read as if they were notes.
        let lock = here.folder.join("1-1.lock");
        let held = File::create(&lock).unwrap();
        held.try_lock().unwrap();
        symlink(&theirs, note_of(&lock)).unwrap();
        assert!(here.others().is_empty());
    }

    #[test]
    fn a_folder_that_takes_nothing_is_asked_once_and_one_with_desks_in_it_until_there_is_a_place() {
        let folder = tempfile::tempdir().unwrap();
        let mut asked = 0;
        let seat = take_seat(folder.path(), |_| {
            asked += 1;
            Err(io::ErrorKind::PermissionDenied.into())
        });
        assert!(seat.is_none());
        assert_eq!(asked, 1);
        let mut asked = 0;
        let seat = take_seat(folder.path(), |path| {
            asked += 1;
            if asked < 3 { Err(io::ErrorKind::AlreadyExists.into()) } else { File::create_new(path) }
        });
        assert!(seat.is_some());
        assert_eq!(asked, 3);
    }

    #[test]
    fn where_no_folder_can_be_made_nobody_is_told_and_nothing_fails() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("otklik.db-desks"), b"").unwrap();
        let (here, mut there) = two(folder.path());
        there.tell(&login("petrov"), vec![Uuid::from_u128(7)]);
        assert!(here.others().is_empty());
    }
}

//! A file of drafts that can't be used any more: it is put aside, never deleted, and a new one begun with whatever of it
//! can still be read.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::connect::{Manner, Mode, connect};
use super::disk;
use super::drafts::{Draft, Drafts, Readable, read};
use super::error::OpenError;
use super::guard::{self, Access};
use super::unprinted::{Unprinted, read_unprinted};

/// What was put aside.
struct Aside {
    file: PathBuf,
    drafts: Vec<Draft>,
    letters: Vec<Unprinted>,
}

impl Drafts {
    /// Opens the file for a desk where somebody types ([`Drafts::open_for_typing`]). One that holds no sound drafts is put
    /// aside under another name, and a new one is begun with what could still be read; that name is given as well.
    ///
    /// # Errors
    /// When the file can't be used from here, another desk puts it aside just now, or the disk refuses.
    pub fn open_or_begin_anew(path: &Path) -> Result<(Self, Option<PathBuf>), OpenError> {
        match Self::open_for_typing(path) {
            Err(error) if error.is_of_what_it_holds() => {}
            done => return Ok((done?, None)),
        }
        let Some(aside) = put_aside(path)? else { return Ok((Self::open_for_typing(path)?, None)) };
        let mut anew = Self::open_for_typing(path)?;
        // What the new file does not take is still in the old one.
        for draft in &aside.drafts {
            let _ = anew.put(draft);
        }
        for letter in &aside.letters {
            let _ = anew.put_unprinted(letter);
        }
        Ok((anew, Some(aside.file)))
    }
}

/// Puts the file aside; nothing where another desk of the same person was quicker.
fn put_aside(path: &Path) -> Result<Option<Aside>, OpenError> {
    let path = guard::real(path)?;
    // Held by one desk at a time. It is opened before the look, so that what is looked at is not what it put aside.
    let held = File::open(&path).map_err(OpenError::from_io)?;
    if held.try_lock().is_err() {
        return Err(OpenError::Busy);
    }
    match Drafts::open_for_typing(&path) {
        Err(error) if error.is_of_what_it_holds() => {}
        done => return done.map(|_| None),
    }
    let (drafts, letters) = salvaged(&path);
    let file = disk::free_name(&path, "damaged");
    disk::rename_whole(&path, &file).map_err(OpenError::from_io)?;
    Ok(Some(Aside { file, drafts, letters }))
}

/// What can be read of a damaged file: all before the damage.
fn salvaged(path: &Path) -> (Vec<Draft>, Vec<Unprinted>) {
    let Ok(passed) = guard::pass(path, Access::Write, Drafts::MARKS) else { return (Vec::new(), Vec::new()) };
    let Ok(db) = connect(&passed.path, Mode::Write, Manner::TYPING) else { return (Vec::new(), Vec::new()) };
    (rows(&db, Draft::ALL, read), rows(&db, Unprinted::ALL, read_unprinted))
}

fn rows<T>(db: &Connection, all: &str, read: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    let mut found = Readable::none();
    if let Ok(mut query) = db.prepare(all)
        && let Ok(mut rows) = query.query([])
    {
        // Where it can be read no further it ends.
        let _ = found.read(&mut rows, read);
    }
    found.rows
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn draft(id: u128, body: &str) -> Draft {
        Draft::example(id, "2026-11-24T14:05:00+03:00", body)
    }

    /// A file of as many drafts, closed, and the folder it lies in.
    fn file_of(drafts: u128) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts.db");
        let mut file = Drafts::open(&path).unwrap();
        for id in 1..=drafts {
            file.put(&draft(id, &"Прошу пересчитать. ".repeat(200))).unwrap();
        }
        (folder, path)
    }

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn a_sound_file_is_opened_as_it_is() {
        let (folder, path) = file_of(1);
        let (drafts, aside) = Drafts::open_or_begin_anew(&path).unwrap();
        assert_eq!((drafts.of("ivanova").unwrap().rows.len(), aside), (1, None));
        drop(drafts);
        assert_eq!(names(folder.path()), ["drafts.db"]);
    }

    #[test]
    fn garbage_is_put_aside_whole_each_time_and_new_drafts_are_on_the_disk_again() {
        let (folder, path) = file_of(1);
        for name in ["drafts.db.damaged", "drafts.db.damaged-2"] {
            fs::write(&path, name).unwrap();
            fs::write(folder.path().join("drafts.db-wal"), "a log").unwrap();
            let (mut drafts, aside) = Drafts::open_or_begin_anew(&path).unwrap();
            let aside = aside.unwrap();
            assert_eq!(aside.file_name().unwrap(), name);
            assert_eq!(fs::read_to_string(&aside).unwrap(), name);
            assert_eq!(fs::read_to_string(guard::beside(&aside, "-wal")).unwrap(), "a log");
            drafts.put(&draft(7, "")).unwrap();
            drop(drafts);
            assert_eq!(Drafts::open(&path).unwrap().of("ivanova").unwrap().rows.len(), 1);
        }
    }

    #[test]
    fn what_lies_before_the_damage_is_in_the_new_file() {
        let (_folder, path) = file_of(40);
        let mut bytes = fs::read(&path).unwrap();
        let end = bytes.len();
        bytes[end - 8 * 4096..].fill(0xA5);
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(Drafts::open(&path), Err(OpenError::Damaged(_))));
        let (drafts, aside) = Drafts::open_or_begin_anew(&path).unwrap();
        assert_eq!(fs::read(aside.unwrap()).unwrap(), bytes);
        let saved = drafts.of("ivanova").unwrap().rows;
        assert!((1..40).contains(&saved.len()), "{}", saved.len());
        assert!(saved.iter().all(|draft| draft.body.ends_with("пересчитать. ")));
    }

    #[test]
    fn what_another_desk_has_begun_anew_is_not_put_aside() {
        let (folder, path) = file_of(1);
        fs::write(&path, "garbage").unwrap();
        let held = File::open(&path).unwrap();
        held.try_lock().unwrap();
        assert!(matches!(Drafts::open_or_begin_anew(&path), Err(OpenError::Busy)));
        drop(held);
        drop(Drafts::open_or_begin_anew(&path).unwrap());
        assert!(put_aside(&path).unwrap().is_none());
        assert_eq!(names(folder.path()), ["drafts.db", "drafts.db.damaged"]);
    }

    #[test]
    fn a_file_of_a_newer_program_is_left_to_that_program() {
        let (folder, path) = file_of(1);
        Drafts::open(&path).unwrap().db.pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(Drafts::open_or_begin_anew(&path), Err(OpenError::NewerSchema { .. })));
        assert_eq!(names(folder.path()), ["drafts.db"]);
    }
}

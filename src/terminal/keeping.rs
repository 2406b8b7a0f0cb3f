//! What is typed is kept: in this desk's file of drafts, and in memory while the disk takes nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::desk::{Draft, Drafts, OpenError, Readable};
use crate::files;

/// How long a disk is left alone that has refused: one that fails may take seconds to say so, and not at each key.
const AGAIN: Duration = Duration::from_secs(2);

/// What is to be told of the file of drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It held no sound drafts; it lies under this name, and a new one was begun with what could be read.
    PutAside(PathBuf),
    /// It can't be used, and stays as it is: drafts are in memory only.
    Unusable,
}

/// The drafts of this desk.
#[derive(Debug)]
pub(super) struct Keeping {
    path: PathBuf,
    /// The file; none where it could not be opened yet.
    file: Option<Drafts>,
    /// What the disk did not take. It is written as soon as there is room.
    unwritten: BTreeMap<Uuid, Draft>,
    /// When it is tried again; counted from the first look at the clock after the disk refused.
    again: Option<Instant>,
    /// What was not told yet.
    trouble: Option<Trouble>,
}

impl Keeping {
    /// The drafts in this file. One that can't be opened keeps nothing closed: it is tried again with the drafts.
    pub(super) fn open(path: PathBuf) -> Self {
        let mut keeping = Self { path, file: None, unwritten: BTreeMap::new(), again: None, trouble: None };
        // One that is busy is tried again before anything of it is missed.
        if keeping.opened().is_err_and(|error| !matches!(error, OpenError::Busy)) {
            keeping.trouble = Some(Trouble::Unusable);
        }
        keeping
    }

    /// The file, opened where it is not yet.
    fn opened(&mut self) -> Result<&mut Drafts, OpenError> {
        let file = match self.file.take() {
            Some(file) => file,
            None => self.begin()?,
        };
        Ok(self.file.insert(file))
    }

    fn begin(&mut self) -> Result<Drafts, OpenError> {
        self.path.parent().map_or(Ok(()), files::make_folder).map_err(OpenError::Io)?;
        let (file, aside) = Drafts::open_or_begin_anew(&self.path)?;
        self.trouble = aside.map(Trouble::PutAside);
        Ok(file)
    }

    /// What is to be told of the file, once.
    pub(super) const fn trouble(&mut self) -> Option<Trouble> {
        self.trouble.take()
    }

    /// The file, which holds this desk's unprinted letters too.
    pub(super) const fn file(&self) -> Option<&Drafts> {
        self.file.as_ref()
    }

    /// The same to be written to.
    pub(super) const fn file_mut(&mut self) -> Option<&mut Drafts> {
        self.file.as_mut()
    }

    /// Keeps a draft as it is now; whether the disk took it. One that has refused is not asked again here: see
    /// [`Keeping::write_again`].
    pub(super) fn put(&mut self, draft: Draft) -> bool {
        let (id, refused) = (draft.id, !self.unwritten.is_empty());
        self.unwritten.insert(id, draft);
        if !refused {
            self.write();
        }
        self.is_written(id)
    }

    /// Writes what is only in memory, where the disk was left alone long enough; whether anything was.
    pub(super) fn write_again(&mut self, now: Instant) -> bool {
        if self.unwritten.is_empty() {
            self.again = None;
            return false;
        }
        let again = *self.again.get_or_insert(now + AGAIN);
        if now < again {
            return false;
        }
        self.again = None;
        self.write()
    }

    /// Writes what is only in memory; whether anything was.
    pub(super) fn write(&mut self) -> bool {
        let before = self.unwritten.len();
        if before == 0 {
            return false;
        }
        let mut unwritten = std::mem::take(&mut self.unwritten);
        if let Ok(file) = self.opened() {
            unwritten.retain(|_, draft| file.put(draft).is_err());
        }
        self.unwritten = unwritten;
        self.unwritten.len() < before
    }

    /// Whether a draft is more than memory.
    pub(super) fn is_written(&self, id: Uuid) -> bool {
        !self.unwritten.contains_key(&id)
    }

    /// How many drafts are only in memory.
    pub(super) fn in_memory(&self) -> usize {
        self.unwritten.len()
    }

    /// Lets a draft go.
    pub(super) fn remove(&mut self, id: Uuid) {
        self.unwritten.remove(&id);
        if let Some(file) = &mut self.file {
            // A draft that stays is offered once more; nothing is lost by it.
            let _ = file.remove(id);
        }
    }

    /// The drafts of a person, newest first, each as it was typed last. Where the file as a whole can't be read, one draft
    /// at least could not.
    pub(super) fn of(&self, person: &str) -> Readable<Draft> {
        let on_disk = self.file.as_ref().map(|file| file.of(person));
        let (on_disk, unreadable) = match on_disk {
            None => (Vec::new(), 0),
            Some(Ok(found)) => (found.rows, found.unreadable),
            Some(Err(_)) => (Vec::new(), 1),
        };
        let mut rows: Vec<_> = on_disk.into_iter().filter(|draft| self.is_written(draft.id)).collect();
        rows.extend(self.unwritten.values().filter(|draft| draft.person == person).cloned());
        rows.sort_by_key(|draft| std::cmp::Reverse((draft.updated, draft.id)));
        Readable { rows, unreadable }
    }

    /// Makes what was written durable. Whether it is: what the disk did not bring to rest is safe from all but a power
    /// cut, and to be settled again.
    #[must_use]
    pub(super) fn settle(&mut self) -> bool {
        self.write();
        self.file.as_mut().is_none_or(|file| file.settle().is_ok())
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    fn draft(id: u128, body: &str) -> Draft {
        Draft::example(id, "2026-11-24T14:05:00+03:00", body)
    }

    fn bodies(keeping: &Keeping) -> Vec<String> {
        keeping.of("ivanova").rows.into_iter().map(|draft| draft.body).collect()
    }

    #[test]
    fn what_the_disk_does_not_take_is_offered_from_memory_and_written_once_it_can_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk").join("drafts.db");
        std::fs::create_dir_all(&path).unwrap();
        let mut keeping = Keeping::open(path.clone());
        assert!(!keeping.put(draft(1, "Ёл")));
        assert!(!keeping.put(draft(1, "Ёлкина")));
        assert!(!keeping.put(draft(2, "Юй")));
        assert_eq!((keeping.in_memory(), bodies(&keeping)), (2, vec!["Юй".to_owned(), "Ёлкина".to_owned()]));
        assert!(!keeping.write());
        std::fs::remove_dir(&path).unwrap();
        assert!(keeping.write());
        assert_eq!(keeping.in_memory(), 0);
        assert_eq!(bodies(&Keeping::open(path)), ["Юй", "Ёлкина"]);
    }

    #[test]
    fn a_disk_that_refuses_is_left_alone_for_a_while_and_what_is_typed_meanwhile_is_written_then() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts.db");
        std::fs::create_dir_all(&path).unwrap();
        let mut keeping = Keeping::open(path.clone());
        let began = Instant::now();
        assert!(!keeping.put(draft(1, "Ё")));
        assert!(!keeping.write_again(began));
        assert!(!keeping.write_again(began + AGAIN));
        std::fs::remove_dir(&path).unwrap();
        // It would take it now, but no key asks it.
        for typed in ["Ёл", "Ёлкин", "Ёлкина"] {
            assert!(!keeping.put(draft(1, typed)));
        }
        assert!(!keeping.write_again(began + AGAIN * 2));
        assert!(!path.exists());
        assert!(!keeping.write_again(began + AGAIN * 2 + AGAIN / 2));
        assert!(keeping.write_again(began + AGAIN * 3));
        assert_eq!((keeping.in_memory(), bodies(&Keeping::open(path))), (0, vec!["Ёлкина".to_owned()]));
        assert!(keeping.put(draft(1, "Ёлкина А.")), "from then on each key is written again");
    }

    #[test]
    fn a_draft_let_go_is_not_written_later() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts.db");
        std::fs::create_dir_all(&path).unwrap();
        let mut keeping = Keeping::open(path.clone());
        keeping.put(draft(1, "Ёлкина"));
        keeping.remove(Uuid::from_u128(1));
        std::fs::remove_dir(&path).unwrap();
        assert!(keeping.put(draft(2, "Юй")), "nothing waits any more, so the disk is asked at once");
        assert_eq!(bodies(&keeping), ["Юй"]);
    }
}

//! Kept letters: the bytes of every document that came out (a final's paper, a receipt, a card, a slip), in a folder beside the register, each under the
//! hash that its fact names. A letter that no fact names (its printing failed) only takes room.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::chain::Hash;
use super::check::Finding;
use super::disk;
use super::error::StoreError;
use super::open::Register;
use crate::files;
use crate::standard::paper::PaperForm;

/// The folder's name beside the register, and beside a backup.
const FOLDER: &str = "letters-kept";

/// The name of a kept letter: the hash of its bytes, and what they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KeptName {
    sha256: String,
    form: PaperForm,
}

impl KeptName {
    /// The name that a fact tells; none where it tells no hash: nothing else may become a path.
    #[must_use]
    pub fn told(sha256: &str, form: PaperForm) -> Option<Self> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let whole = sha256.len() == 64 && sha256.bytes().all(is_hex);
        whole.then(|| Self { sha256: sha256.to_owned(), form })
    }

    /// The name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8], form: PaperForm) -> Self {
        Self { sha256: Hash::from_bytes(Sha256::digest(bytes).into()).to_string(), form }
    }

    /// The hash, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Where it lies in a folder of kept letters: `ab/abcd….pdf`.
    fn path(&self, folder: &Path) -> PathBuf {
        let ending = match self.form {
            PaperForm::Pdf => "pdf",
            PaperForm::Text => "txt",
            PaperForm::Pages => "pages.txt",
        };
        folder.join(&self.sha256[..2]).join(format!("{}.{ending}", self.sha256))
    }
}

/// What is wrong with a letter that should be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptFault {
    /// It is not there.
    Missing,
    /// It is not what was printed, or can't be read.
    Damaged,
}

/// The letters that a backup or a restoration took along.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Letters that are whole in the new place.
    pub whole: u64,
    /// Letters that the register names and that are whole in neither place.
    pub lost: u64,
}

/// Is told how many letters were gone through, and of how many: years of them are read to their last byte.
pub type Progress<'a> = dyn FnMut(u64, u64) + 'a;

/// The letters kept beside a register or a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLetters {
    folder: PathBuf,
}

impl KeptLetters {
    /// Those beside this file.
    #[must_use]
    pub fn beside(file: &Path) -> Self {
        Self { folder: file.parent().unwrap_or(Path::new("")).join(FOLDER) }
    }

    /// Keeps a letter; it is on the disk, whole, when this returns.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put(&self, bytes: &[u8], form: PaperForm) -> io::Result<KeptName> {
        let name = KeptName::of(bytes, form);
        if self.get(&name).is_ok() {
            return Ok(name);
        }
        let path = name.path(&self.folder);
        let drawer = path.parent().unwrap_or(&self.folder);
        if !drawer.is_dir() {
            files::make_folder(drawer)?;
            disk::sync_folder(drawer)?;
            disk::sync_folder(&self.folder)?;
        }
        // In the place of whatever lies there: it is not this letter.
        files::write(&path, bytes)?;
        disk::sync_folder(&path)?;
        Ok(name)
    }

    /// A letter, every byte as it was printed.
    ///
    /// # Errors
    /// When it is not there, or is not what was printed.
    pub fn get(&self, name: &KeptName) -> Result<Vec<u8>, KeptFault> {
        let bytes = fs::read(name.path(&self.folder)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => KeptFault::Missing,
            _ => KeptFault::Damaged,
        })?;
        if KeptName::of(&bytes, name.form) == *name { Ok(bytes) } else { Err(KeptFault::Damaged) }
    }

    /// Brings letters from another folder; those that are here and whole stay.
    pub(super) fn bring(
        &self,
        names: &[KeptName],
        from: &Self,
        progress: &mut Progress<'_>,
    ) -> io::Result<Brought> {
        let mut brought = Brought::default();
        for name in names {
            progress(brought.whole + brought.lost, names.len() as u64);
            if self.get(name).is_ok() {
                brought.whole += 1;
            } else if let Ok(bytes) = from.get(name) {
                self.put(&bytes, name.form)?;
                brought.whole += 1;
            } else {
                brought.lost += 1;
            }
        }
        Ok(brought)
    }
}

impl Register {
    /// The letters kept beside this register.
    #[must_use]
    pub fn kept_letters(&self) -> KeptLetters {
        KeptLetters::beside(self.path())
    }
}

/// The letters that facts name, each once, with an appeal whose letter it is.
fn named(db: &Connection) -> Result<Vec<(Uuid, KeptName)>, StoreError> {
    // An earlier program's fact names no form and kept no letter; what a schema before the second has, no index finds.
    let mut query = db.prepare(
        "SELECT subject, iif(json_valid(body), body ->> '$.sha256', NULL) AS sha256,
                iif(json_valid(body), body ->> '$.form', NULL) AS form
         FROM fact WHERE kind = 'appeal.reply_printed' OR kind = 'appeal.paper_printed' GROUP BY sha256, form",
    )?;
    let mut rows = query.query([])?;
    let mut letters = Vec::new();
    while let Some(row) = rows.next()? {
        let (sha256, form): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        let form = form.and_then(|form| form.parse().ok());
        let name = sha256.zip(form).and_then(|(sha256, form)| KeptName::told(&sha256, form));
        letters
            .extend(name.map(|name| Ok::<_, StoreError>((Uuid::from_bytes(row.get(0)?), name))).transpose()?);
    }
    Ok(letters)
}

/// Brings the letters that a register's facts name.
pub(super) fn bring(
    db: &Connection,
    from: &Path,
    to: &Path,
    progress: &mut Progress<'_>,
) -> Result<Result<Brought, io::Error>, StoreError> {
    let names: Vec<_> = named(db)?.into_iter().map(|(_, name)| name).collect();
    Ok(KeptLetters::beside(to).bring(&names, &KeptLetters::beside(from), progress))
}

/// Letters that facts name and that are not as they were printed.
pub(super) fn faults(db: &Connection, letters: &KeptLetters) -> Result<Vec<Finding>, StoreError> {
    let named = named(db)?.into_iter();
    let faulty = named.filter_map(|(subject, name)| Some((subject, letters.get(&name).err()?)));
    let mut number = db.prepare("SELECT number FROM appeal WHERE id = ?")?;
    let finding = |(subject, fault): (Uuid, KeptFault)| {
        let number = number.query_row([subject.as_bytes()], |row| row.get(0));
        Finding::Letter { number: number.unwrap_or_else(|_| subject.to_string()), fault }
    };
    Ok(faulty.map(finding).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters() -> (tempfile::TempDir, KeptLetters) {
        let folder = tempfile::tempdir().unwrap();
        let letters = KeptLetters::beside(&folder.path().join("desk.otklik"));
        (folder, letters)
    }

    #[test]
    fn a_kept_letter_comes_back_byte_by_byte_or_not_at_all() {
        let (folder, letters) = letters();
        let name = letters.put(b"%PDF one", PaperForm::Pdf).unwrap();
        assert_eq!(letters.get(&name), Ok(b"%PDF one".to_vec()));
        assert_eq!(letters.put(b"%PDF one", PaperForm::Pdf).unwrap(), name, "kept twice it lies there once");
        let path = name.path(&folder.path().join(FOLDER));
        fs::write(&path, b"%PDF two").unwrap();
        assert_eq!(letters.get(&name), Err(KeptFault::Damaged));
        letters.put(b"%PDF one", PaperForm::Pdf).unwrap();
        assert!(letters.get(&name).is_ok(), "what was damaged is put right");
        fs::remove_file(&path).unwrap();
        assert_eq!(letters.get(&name), Err(KeptFault::Missing));
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 0, "nothing half-written is left");
    }

    #[test]
    fn whoever_waits_for_a_backup_is_told_how_far_its_letters_are() {
        let ((_one, here), (_other, there)) = (letters(), letters());
        let names: Vec<_> =
            [b"1", b"2", b"3"].iter().map(|bytes| here.put(&bytes[..], PaperForm::Text).unwrap()).collect();
        fs::remove_file(names[1].path(&here.folder)).unwrap();
        let mut told = Vec::new();
        let brought = there.bring(&names, &here, &mut |done, total| told.push((done, total))).unwrap();
        assert_eq!(brought, Brought { whole: 2, lost: 1 });
        assert_eq!(told, [(0, 3), (1, 3), (2, 3)]);
    }

    #[test]
    fn only_a_hash_becomes_a_path() {
        let long = "a".repeat(64);
        assert!(KeptName::told(&long, PaperForm::Pdf).is_some());
        for told in ["", "../../etc/passwd", &long[1..], &long.to_uppercase(), &format!("../{}", &long[3..])]
        {
            assert_eq!(KeptName::told(told, PaperForm::Pdf), None, "{told}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_kept_letter_is_read_by_nobody_else() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, letters) = letters();
        let name = letters.put(b"x", PaperForm::Text).unwrap();
        let mode = fs::metadata(name.path(&folder.path().join(FOLDER))).unwrap().permissions().mode();
        assert_eq!(mode & 0o007, 0);
    }
}

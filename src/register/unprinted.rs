//! What this desk remembers of printing, in its file of drafts: letters that did not come out, and its printers.

use chrono::{DateTime, FixedOffset};
use rusqlite::{OptionalExtension as _, Row, params};
use uuid::Uuid;

use super::drafts::{Drafts, Readable, moment_in};
use super::error::StoreError;
use super::facts::moment;

/// A letter whose printing failed: it stays until it is printed or let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unprinted {
    /// The appeal.
    pub appeal: Uuid,
    /// Which paper of it, by its code.
    pub paper: String,
    /// The appeal's number, as it is read in a list.
    pub number: String,
    /// The printer that was asked; the system's own choice where none was named.
    pub printer: Option<String>,
    /// Why it did not come out, in the words in which it was told.
    pub why: String,
    /// When.
    pub failed: DateTime<FixedOffset>,
}

impl Unprinted {
    /// Reads every letter there is.
    pub(super) const ALL: &str = "SELECT appeal, paper, number, printer, why, failed FROM unprinted";
}

pub(super) fn read_unprinted(row: &Row<'_>) -> rusqlite::Result<Unprinted> {
    Ok(Unprinted {
        appeal: Uuid::from_bytes(row.get(0)?),
        paper: row.get(1)?,
        number: row.get(2)?,
        printer: row.get(3)?,
        why: row.get(4)?,
        failed: moment_in(row, 5)?,
    })
}

/// A printer that letters of this desk went to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedPrinter {
    /// Its name; the system's default where it has none.
    pub name: Option<String>,
    /// What it takes, by a code.
    pub takes: String,
}

impl Drafts {
    /// Keeps a letter that was not printed, safe from a power cut at once; the same letter stands once, with the newest
    /// reason.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put_unprinted(&mut self, letter: &Unprinted) -> Result<(), StoreError> {
        self.patiently(|list| {
            list.db
                .prepare_cached(
                    "INSERT INTO unprinted (appeal, paper, number, printer, why, failed)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (appeal, paper)
                     DO UPDATE SET number = ?3, printer = ?4, why = ?5, failed = ?6",
                )?
                .execute(params![
                    letter.appeal.as_bytes(),
                    letter.paper,
                    letter.number,
                    letter.printer,
                    letter.why,
                    moment(letter.failed)
                ])?;
            list.unsettled = true;
            list.settle()
        })
    }

    /// The letters that were not printed, the first that failed first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn unprinted(&self) -> Result<Readable<Unprinted>, StoreError> {
        let mut query = self.db.prepare_cached(Unprinted::ALL)?;
        let mut letters = Readable::none();
        letters.read(&mut query.query([])?, read_unprinted)?;
        letters.rows.sort_by(|one, other| (one.failed, &one.number).cmp(&(other.failed, &other.number)));
        Ok(letters)
    }

    /// Lets a letter go: it was printed, or the person said so. Says whether it was there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn remove_unprinted(&mut self, appeal: Uuid, paper: &str) -> Result<bool, StoreError> {
        self.patiently(|list| {
            let removed = list
                .db
                .prepare_cached("DELETE FROM unprinted WHERE appeal = ?1 AND paper = ?2")?
                .execute(params![appeal.as_bytes(), paper])?;
            list.unsettled |= removed > 0;
            Ok(removed > 0)
        })
    }

    /// Remembers that a letter went to this printer, and what it takes.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put_printer(&mut self, printer: &UsedPrinter) -> Result<(), StoreError> {
        self.db
            .prepare_cached(
                "INSERT INTO printer (name, takes, used)
                 VALUES (?1, ?2, (SELECT 1 + coalesce(max(used), 0) FROM printer))
                 ON CONFLICT (name) DO UPDATE SET takes = excluded.takes, used = excluded.used",
            )?
            .execute(params![printer.name.as_deref().unwrap_or_default(), printer.takes])?;
        self.unsettled = true;
        Ok(())
    }

    /// The printer that was used last.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn last_printer(&self) -> Result<Option<UsedPrinter>, StoreError> {
        let mut query =
            self.db.prepare_cached("SELECT name, takes FROM printer ORDER BY used DESC LIMIT 1")?;
        let printer = query.query_row([], |row| {
            let name: String = row.get(0)?;
            Ok(UsedPrinter { name: Some(name).filter(|name| !name.is_empty()), takes: row.get(1)? })
        });
        Ok(printer.optional()?)
    }

    /// What a printer took last, by the code of it.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn printer_takes(&self, name: Option<&str>) -> Result<Option<String>, StoreError> {
        let mut query = self.db.prepare_cached("SELECT takes FROM printer WHERE name = ?")?;
        Ok(query.query_row([name.unwrap_or_default()], |row| row.get(0)).optional()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(number: &str, failed: &str) -> Unprinted {
        Unprinted {
            appeal: Uuid::from_u128(number.len() as u128),
            paper: "reply-1".to_owned(),
            number: number.to_owned(),
            printer: None,
            why: "Нет бумаги".to_owned(),
            failed: DateTime::parse_from_rfc3339(failed).unwrap(),
        }
    }

    #[test]
    fn a_letter_stands_in_the_list_once_and_until_it_is_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts");
        let mut list = Drafts::open(&path).unwrap();
        let (one, two) =
            (letter("1", "2026-11-24T14:05:00+03:00"), letter("22", "2026-11-24T14:04:00+03:00"));
        list.put_unprinted(&one).unwrap();
        list.put_unprinted(&two).unwrap();
        let later = Unprinted { why: "Нет связи".to_owned(), ..one.clone() };
        list.put_unprinted(&later).unwrap();
        drop(list);
        let mut list = Drafts::open(&path).unwrap();
        assert_eq!(list.unprinted().unwrap().rows, [two, later]);
        assert!(list.remove_unprinted(one.appeal, "reply-1").unwrap());
        assert!(!list.remove_unprinted(one.appeal, "reply-1").unwrap());
        assert_eq!(list.unprinted().unwrap().rows.len(), 1);
    }

    #[test]
    fn the_printer_used_last_is_remembered_and_what_each_one_takes() {
        let folder = tempfile::tempdir().unwrap();
        let mut list = Drafts::open(&folder.path().join("drafts")).unwrap();
        let used = |name: Option<&str>, takes: &str| UsedPrinter {
            name: name.map(str::to_owned),
            takes: takes.to_owned(),
        };
        assert_eq!(list.last_printer().unwrap(), None);
        list.put_printer(&used(Some("Epson"), "text")).unwrap();
        list.put_printer(&used(None, "pdf")).unwrap();
        assert_eq!(list.last_printer().unwrap(), Some(used(None, "pdf")));
        list.put_printer(&used(Some("Epson"), "text-cp866")).unwrap();
        assert_eq!(list.last_printer().unwrap(), Some(used(Some("Epson"), "text-cp866")));
        assert_eq!(list.printer_takes(None).unwrap().as_deref(), Some("pdf"));
    }

    #[test]
    fn the_drafts_of_an_earlier_program_are_all_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("drafts");
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute_batch(include_str!("migrations/drafts_0001.sql")).unwrap();
        db.execute_batch(
            "PRAGMA application_id = 0x4F746B64; PRAGMA user_version = 1;
             INSERT INTO draft VALUES (zeroblob(16), 'letter', 'ivanova', '2026-11-24T14:05:00+03:00', '', 'а')",
        )
        .unwrap();
        drop(db);
        let mut drafts = Drafts::open(&path).unwrap();
        assert_eq!(drafts.of("ivanova").unwrap().rows[0].body, "а");
        drafts.put_unprinted(&letter("1", "2026-11-24T14:05:00+03:00")).unwrap();
    }
}

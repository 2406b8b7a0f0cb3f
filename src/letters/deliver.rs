//! A finished letter leaves the program: into a file, or to a printer of the system ([`super::spooler`]).

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use sha2::{Digest as _, Sha256};

use super::document::Document;
use super::pdf::{Press, PressError};
use super::plain::{Paper, plain};
use crate::files;
use crate::i18n::Words;
use crate::say;
pub use crate::standard::paper::PaperForm as Form;

/// Lines on a page of text: on A4 and on fan-fold paper, with room at top and bottom where no printer prints.
const LINES: usize = 60;

impl Form {
    /// The form a file's name asks for.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension().and_then(OsStr::to_str).map(str::to_lowercase).as_deref() {
            Some("pdf") => Some(Self::Pdf),
            Some("txt") => Some(Self::Text),
            _ => None,
        }
    }

    /// The ending of such a file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text | Self::Pages => "txt",
        }
    }
}

/// Why a letter did not leave.
#[derive(Debug)]
pub enum DeliverError {
    /// The PDF could not be made.
    Press(PressError),
    /// The file could not be written.
    File {
        /// Which.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// There is no `lp` on this machine.
    NoSpooler,
    /// There is one, and the system does not let it run.
    Unrun(io::Error),
    /// The system's spooler does not run.
    SpoolerDown,
    /// The system's spooler does not answer.
    SpoolerSilent,
    /// The system knows no printer of this name.
    UnknownPrinter(String),
    /// No printer was named, and the system has no default.
    NoDefaultPrinter,
    /// This printer takes nothing now.
    NotAccepting(String),
    /// The system's spooler refused; its own words.
    Printer(String),
}

impl DeliverError {
    /// Whether the next letter would fare no better: the trouble is the printer's or the folder's, not the letter's.
    #[must_use]
    pub const fn is_of_the_way(&self) -> bool {
        match self {
            Self::Press(PressError::Fonts)
            | Self::File { .. }
            | Self::NoSpooler
            | Self::Unrun(_)
            | Self::SpoolerDown
            | Self::SpoolerSilent
            | Self::UnknownPrinter(_)
            | Self::NoDefaultPrinter
            | Self::NotAccepting(_) => true,
            Self::Press(_) | Self::Printer(_) => false,
        }
    }

    /// The error in words, with what to do.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::Press(PressError::Fonts) => say!(words, "deliver-fonts"),
            Self::Press(PressError::TooLong { limit }) => {
                let limit: usize = limit / 1024;
                say!(words, "deliver-too-long", limit = limit)
            }
            Self::Press(PressError::Refused { reason }) => {
                say!(words, "deliver-refused", why = reason.as_str())
            }
            Self::File { path, error } => {
                say!(words, "deliver-file", file = path.display().to_string(), why = words.system(error))
            }
            Self::NoSpooler => say!(words, "deliver-no-spooler"),
            Self::SpoolerDown => say!(words, "deliver-spooler-down"),
            Self::SpoolerSilent => say!(words, "deliver-spooler-silent"),
            Self::UnknownPrinter(name) => say!(words, "deliver-unknown-printer", name = name.as_str()),
            Self::NoDefaultPrinter => say!(words, "deliver-no-default-printer"),
            Self::NotAccepting(name) => say!(words, "deliver-not-accepting", name = name.as_str()),
            Self::Unrun(error) => say!(words, "deliver-printer", why = words.system(error)),
            Self::Printer(why) => say!(words, "deliver-printer", why = why.as_str()),
        }
    }
}

impl From<PressError> for DeliverError {
    fn from(error: PressError) -> Self {
        Self::Press(error)
    }
}

/// The bytes of a letter.
///
/// # Errors
/// When the PDF can't be made.
pub fn bytes(document: &Document, form: Form, made: DateTime<FixedOffset>) -> Result<Vec<u8>, DeliverError> {
    match form {
        Form::Pdf => Ok(Press::new()?.print(document, made)?.bytes),
        Form::Text | Form::Pages => Ok(text(document, form)),
    }
}

/// The bytes of a letter as text, in UTF-8; by pages where a printer is to take them, the last page thrown out too.
#[must_use]
pub fn text(document: &Document, form: Form) -> Vec<u8> {
    match form {
        Form::Pages => {
            plain(document, Paper { lines: Some(LINES), ..Paper::of(document.sheet.format) }) + "\u{C}"
        }
        Form::Pdf | Form::Text => plain(document, Paper::default()),
    }
    .into_bytes()
}

/// The SHA-256 of a letter's bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes a letter to the file a person named; one that was there is replaced only once the new one is whole.
///
/// # Errors
/// When the disk refuses.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), DeliverError> {
    let failed = |error| DeliverError::File { path: path.to_owned(), error };
    files::write(path, bytes).map_err(failed)
}

/// Writes a letter into a folder under a new name made of `stem` and its file's ending; nothing is replaced.
///
/// # Errors
/// When the disk refuses.
pub fn write_new(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<PathBuf, DeliverError> {
    /// So many letters of one name in one folder are a mistake.
    const MOST: u32 = 1000;
    let stem: String = stem.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
    let failed = |path: &Path, error| DeliverError::File { path: path.to_owned(), error };
    files::make_folder(folder).map_err(|error| failed(folder, error))?;
    let mut path = folder.to_owned();
    for copy in 1..MOST {
        let name =
            if copy == 1 { format!("{stem}.{extension}") } else { format!("{stem}-{copy}.{extension}") };
        path = folder.join(name);
        match files::write_new(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(&path, error)),
        }
    }
    Err(failed(&path, io::ErrorKind::AlreadyExists.into()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_letter_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_new(folder.path(), "ЭН1-000412/26", "txt", b"one").unwrap();
        let second = write_new(folder.path(), "ЭН1-000412/26", "txt", b"two").unwrap();
        assert_eq!(first.file_name().unwrap(), "ЭН1-000412_26.txt");
        assert_eq!(second.file_name().unwrap(), "ЭН1-000412_26-2.txt");
        assert_eq!(fs::read(first).unwrap(), b"one");
    }

    #[test]
    fn a_name_can_not_lead_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = write_new(folder.path(), "../../etc/passwd", "pdf", b"x").unwrap();
        assert_eq!(path.parent().unwrap(), folder.path());
    }
}

//! An e-mail draft of a signed reply (R14): a file that the office's own mail program opens, looks over and sends.
//!
//! Its text is the answer itself with all that R6 asks of it, its attachment the signed letter. `X-Unsent: 1` tells a mail
//! program that the message is still to be sent. Nothing here asks for the time or for chance: the same letter at the same
//! moment is the same bytes.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;

use super::compose::Composer;
use super::deliver::sha256;
use super::document::{Block, Document, Language, Marker, Sheet};
use super::plain::{Paper, plain};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::client::Client;
use crate::standard::reply::Reply;
use crate::standard::text::is_email;

/// The most that the attached files may have together, in bytes: mail servers take no more.
const MOST: u64 = 20 * 1024 * 1024;

/// What is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attached {
    /// The letter as PDF.
    Letter,
    /// These files in its place: a scan of what was signed in ink, or a PDF with the file of its signature.
    Files(Vec<File>),
}

/// A file to attach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, without its folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why there is no e-mail draft.
#[derive(Debug)]
pub enum EmlError {
    /// The reply is not signed (R6, R14).
    NotSigned,
    /// The client gave no e-mail address.
    NoAddress,
    /// What stands in the place of an address is none.
    BadAddress(String),
    /// A file to attach can't be read.
    File {
        /// Which.
        path: PathBuf,
        /// The system's reason.
        error: io::Error,
    },
    /// The files to attach are more than a mail server takes, in MiB.
    TooLarge {
        /// The most they may have.
        limit: u64,
    },
    /// The message could not be put together.
    Build(io::Error),
}

impl EmlError {
    /// The error in words, with what to do.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::NotSigned => say!(words, "eml-not-signed"),
            Self::NoAddress => say!(words, "eml-no-address"),
            Self::BadAddress(address) => say!(words, "eml-bad-address", address = address.as_str()),
            Self::File { path, error } => {
                say!(words, "eml-file", file = path.display().to_string(), why = words.system(error))
            }
            Self::TooLarge { limit } => say!(words, "eml-too-large", limit = limit.to_string()),
            Self::Build(error) => say!(words, "eml-build", why = words.system(error)),
        }
    }
}

impl Attached {
    /// The files that a person named; none named: the letter.
    ///
    /// # Errors
    /// When one can't be read, or they are too much together.
    pub fn named(paths: &[PathBuf]) -> Result<Self, EmlError> {
        if paths.is_empty() {
            return Ok(Self::Letter);
        }
        let mut left = MOST;
        let files = paths.iter().map(|path| {
            use io::Read as _;
            let failed = |error| EmlError::File { path: path.clone(), error };
            let mut bytes = Vec::new();
            let opened = std::fs::File::open(path).map_err(failed)?;
            opened.take(left + 1).read_to_end(&mut bytes).map_err(failed)?;
            let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            left = left.checked_sub(read).ok_or(EmlError::TooLarge { limit: MOST / 1024 / 1024 })?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok(File { name, bytes })
        });
        files.collect::<Result<Vec<_>, _>>().map(Self::Files)
    }
}

/// Whether an e-mail draft can be made of this reply: it is signed, and its client gave an address.
///
/// # Errors
/// Why not.
pub fn ready(appeal: &Appeal, reply: &Reply) -> Result<(), EmlError> {
    if reply.signature().is_none() {
        return Err(EmlError::NotSigned);
    }
    recipient(appeal).map(|_| ())
}

/// The e-mail draft of a signed reply, with these files, as the bytes of an `.eml` file.
///
/// # Errors
/// When the reply is not signed, or the client has no address.
pub fn draft(
    composer: &Composer<'_>,
    appeal: &Appeal,
    reply: &Reply,
    files: Vec<File>,
    made: DateTime<FixedOffset>,
) -> Result<Vec<u8>, EmlError> {
    let (Some(_), Some((number, on))) = (reply.signature(), reply.outgoing()) else {
        return Err(EmlError::NotSigned);
    };
    let (client, to) = recipient(appeal)?;
    let words = composer.words;
    let details = &composer.office.details;
    let subject = say!(
        words,
        "eml-subject",
        heading = reply.heading.text(),
        number = number,
        on = words.date(on),
        appeal = appeal.number.text.as_str()
    );
    let from = Some(one_line(&details.email)).filter(|email| is_email(email));
    let domain =
        from.as_deref().and_then(|email| email.split_once('@')).map_or("otklik.invalid", |(_, at)| at);
    let id = format!("{}.{}.{}@{domain}", appeal.id, reply.id.0, made.timestamp());
    let mut message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .header("Date", Raw::new(made.to_rfc2822()))
        .message_id(id.as_str())
        .to(Address::new_address(Some(one_line(&client.full_name())).filter(|name| !name.is_empty()), to))
        .subject(one_line(&subject));
    if let Some(from) = from {
        message = message.from(Address::new_address(Some(one_line(&details.name)), from));
    }
    let text = said(words, composer.reply(appeal, reply));
    // A boundary that no part can hold by chance, and that does not change from run to run.
    let boundary = files
        .iter()
        .fold(sha256(text.as_bytes()), |before, file| sha256(&[before.as_bytes(), &file.bytes].concat()));
    let mut parts = vec![MimePart::new("text/plain", text)];
    parts.extend(files.into_iter().map(|file| {
        let kind = content_type(&file.name);
        MimePart::new(kind, file.bytes).attachment(one_line(&file.name))
    }));
    let kind = ContentType::new("multipart/mixed").attribute("boundary", format!("=_{}", &boundary[..40]));
    message.body(MimePart::new(kind, parts)).write_to_vec().map_err(EmlError::Build)
}

/// Whom the reply goes to, and the address.
fn recipient(appeal: &Appeal) -> Result<(&Client, String), EmlError> {
    let client = appeal.client.known().ok_or(EmlError::NoAddress)?;
    let address = client.email.as_deref().map(str::trim).filter(|email| !email.is_empty());
    let address = address.ok_or(EmlError::NoAddress)?;
    if is_email(address) {
        Ok((client, address.to_owned()))
    } else {
        Err(EmlError::BadAddress(address.to_owned()))
    }
}

/// The letter as the text of a message: the blocks of the paper itself, without its letterhead and code. Paragraphs are
/// whole, for the mail program breaks them; a table is drawn as on plain paper.
fn said(words: &Words, letter: Document) -> String {
    let Document { blocks, executor_mark, language, .. } = letter;
    let mut text = String::new();
    for block in blocks {
        let lines = match block {
            Block::Head(head) => head.reference,
            Block::Heading(line) | Block::Title(line) | Block::Salutation(line) => vec![line],
            Block::Paragraph(lines) | Block::Notice(lines) => lines.lines().map(str::to_owned).collect(),
            Block::List { marker, items } => numbered(marker, items),
            Block::Enclosures { label, items } => {
                [label].into_iter().chain(numbered(Marker::Number, items)).collect()
            }
            Block::Signature { position, name } => vec![position, name],
            Block::Code(_) | Block::Cover(_) => Vec::new(),
            drawn @ (Block::Table(_) | Block::Facts(_) | Block::Record { .. }) => {
                vec![drawn_alone(drawn, language)]
            }
        };
        for line in &lines {
            text.push_str(line);
            text.push('\n');
        }
        if !lines.is_empty() {
            text.push('\n');
        }
    }
    if let [name, phone] = executor_mark.as_slice() {
        text.push_str(&say!(words, "eml-executor", name = name.as_str(), phone = phone.as_str()));
        text.push('\n');
    }
    text
}

/// A block as plain paper has it.
fn drawn_alone(block: Block, language: Language) -> String {
    let alone = Document {
        title: String::new(),
        language,
        sheet: Sheet::default(),
        draft_mark: None,
        blocks: vec![block],
        executor_mark: Vec::new(),
    };
    plain(&alone, Paper::default()).trim_end().to_owned()
}

/// A list's items with their marks.
fn numbered(marker: Marker, items: Vec<String>) -> Vec<String> {
    let with_mark = |(at, item): (usize, String)| match marker {
        Marker::Dash => format!("– {item}"),
        Marker::Number => format!("{}. {item}", at + 1),
    };
    items.into_iter().enumerate().map(with_mark).collect()
}

/// Text for a header: what would end it becomes a space.
fn one_line(text: &str) -> Cow<'static, str> {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// What a file is, by its name.
fn content_type(name: &str) -> &'static str {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_lowercase().as_str() {
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "tif" | "tiff" => "image/tiff",
        "sig" | "p7s" => "application/pkcs7-signature",
        _ => "application/octet-stream",
    }
}

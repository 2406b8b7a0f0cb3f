//! How a command ends when it does not end well: the exit code, and the words.

use std::io;
use std::path::{Path, PathBuf};

use super::codes;
use super::json::FieldFault;
use super::output::STANDARD_INPUT;
use crate::clock::BadClock;
use crate::config::ConfigError;
use crate::desk::{BackupError, DeskError, OpenError};
use crate::i18n::Words;
use crate::letters::deliver::DeliverError;
use crate::letters::eml::EmlError;
use crate::letters::library::{Broken, Put};
use crate::letters::papers::Paper;
use crate::letters::template::TemplateError;
use crate::say;
use crate::standard::office::Office;
use crate::standard::refusal::Refusal;
use crate::terminal::start::StartError;

/// How the program ends. The numbers are a contract with scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Refused by a rule, or not found.
    Refused = 1,
    /// Wrong usage.
    Usage = 2,
    /// The register can't be opened.
    Unopened = 3,
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// The desk did not.
    Desk(DeskError),
    /// No backup was made, or none restored; the file it is about.
    Backup(BackupError, PathBuf),
    /// The clock set by hand is no moment.
    Clock(BadClock),
    /// The settings can't be used.
    Config(ConfigError, PathBuf),
    /// The operating system knows no home folder, and none was named.
    NoHome,
    /// There is no register yet.
    NoRegister(PathBuf),
    /// A file that was named can't be read.
    Unreadable { path: PathBuf, why: io::Error },
    /// A file that was named holds no UTF-8 text.
    NotText(PathBuf),
    /// What should be JSON is none.
    NotJson(serde_json::Error),
    /// A field of the JSON can't be used.
    Field(FieldFault),
    /// Neither a unit nor a person is called so.
    NoRecipient(String),
    /// Both a unit and a person are called so.
    TwoRecipients(String),
    /// Several replies wait for this step.
    SeveralReplies,
    /// Several letters of the appeal went by post; their outgoing numbers.
    SeveralLetters(Vec<String>),
    /// The last day of a journal is before its first.
    DaysTurned,
    /// The journal of a day was asked for several.
    OneDay,
    /// The journal of a day that is not over was asked for before it began.
    DayToCome,
    /// A volume of another run lies beside the file that was named.
    VolumeThere(PathBuf),
    /// Several visits are going on.
    SeveralVisits(Vec<uuid::Uuid>),
    /// Several requests wait for an answer; their places.
    SeveralRequests(Vec<u16>),
    /// A draft can't be made final without somebody to sign it.
    NoSignatory,
    /// An interim reply must say how many days more it proposes.
    NoDays,
    /// There is no such template of the kind that is written.
    NoTemplate { id: String, known: Vec<String> },
    /// Files that should be templates are none.
    BrokenTemplates(Vec<Broken>),
    /// The office's own files stand where these templates were to lie.
    OwnTemplates(Vec<Put>),
    /// The template has no place for the words that were given.
    NoOwnPlace { id: String },
    /// No e-mail draft was made.
    Eml(EmlError),
    /// The name of a file says of no form that a letter can be made into.
    NoForm(PathBuf),
    /// A letter did not leave.
    Deliver(DeliverError),
    /// A letter could not be kept, and did not leave.
    NotKept(io::Error),
    /// The appeal has this paper no more.
    PaperGone(Paper),
    /// The template of this paper does not fit the appeal.
    PaperTemplate(Paper, TemplateError),
    /// There is no such paper of this appeal.
    NoPaper { code: String, known: Vec<String> },
    /// A draft has no text.
    NoText,
    /// No letter of this appeal is in the list of letters not printed.
    NotListed(String),
    /// Nothing answers to what was looked for.
    NothingFound,
    /// The desk was asked for where there is no terminal.
    NoTerminal,
    /// The terminal failed.
    Terminal(io::Error),
    /// The desk stopped by a fault of its own; the log tells where.
    Broke(PathBuf),
    /// The reason was given already.
    Said,
    /// Nobody reads the answer any more.
    Pipe,
    /// The answer can't be written.
    Output(io::Error),
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Desk(refusal.into())
    }
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Desk(error) => Self::Desk(error),
            StartError::Terminal(error) => Self::Terminal(error),
        }
    }
}

impl From<FieldFault> for Failure {
    fn from(fault: FieldFault) -> Self {
        Self::Field(fault)
    }
}

impl Failure {
    /// A trouble with standard output; a closed pipe is the end, not a failure.
    pub fn from_output(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Pipe } else { Self::Output(error) }
    }

    /// The exit code.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Pipe => Exit::Done,
            Self::NoRegister(_)
            | Self::Desk(
                DeskError::Open(_) | DeskError::Store(_) | DeskError::NotSetUp | DeskError::Unfoldable(_),
            )
            | Self::Backup(BackupError::Unusable(_) | BackupError::Store(_), _) => Exit::Unopened,
            Self::Clock(_)
            | Self::Config(..)
            | Self::NoHome
            | Self::Unreadable { .. }
            | Self::NotText(_)
            | Self::NoForm(_)
            | Self::DaysTurned
            | Self::OneDay
            | Self::DayToCome
            | Self::NoTemplate { .. }
            | Self::PaperGone(_)
            | Self::NoPaper { .. }
            | Self::NoSignatory
            | Self::NoDays
            | Self::NoText
            | Self::NoTerminal
            | Self::NotJson(_) => Exit::Usage,
            _ => Exit::Refused,
        }
    }

    /// Its code, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Desk(error) => codes::of_desk_error(error),
            Self::Field(fault) => fault.code(),
            _ => "failed",
        }
    }

    /// The sentence that tells a person; none where there is nothing to be told.
    pub fn words(&self, words: &Words, register: &Path, office: Option<&Office>) -> Option<String> {
        let file = |path: &Path| path.display().to_string();
        Some(match self {
            Self::Said | Self::Pipe => return None,
            Self::Desk(error) => {
                let reason = words.trouble(error, register, office);
                match error {
                    DeskError::Refused(refusal) => asking(words, refusal, reason),
                    _ => reason,
                }
            }
            Self::Backup(error, path) => words.backup_error(error, path),
            Self::Clock(clock) => words.bad_clock(clock),
            Self::Config(error, path) => words.config_error(error, path),
            Self::NoHome => say!(words, "cli-no-home"),
            Self::NoRegister(path) => words.open_error(&OpenError::Missing, path),
            Self::Unreadable { path, why } if path == Path::new(STANDARD_INPUT) => {
                say!(words, "cli-unreadable-input", why = words.system(why))
            }
            Self::NotText(path) if path == Path::new(STANDARD_INPUT) => say!(words, "cli-not-text-input"),
            Self::Unreadable { path, why } => {
                say!(words, "cli-unreadable", file = file(path), why = words.system(why))
            }
            Self::NotText(path) => say!(words, "cli-not-text", file = file(path)),
            Self::NotJson(error) => say!(
                words,
                "cli-not-json",
                line = error.line().to_string(),
                column = error.column().to_string()
            ),
            Self::Field(fault) => fault.words(words),
            Self::NoRecipient(name) => say!(words, "cli-no-recipient", name = name.as_str()),
            Self::TwoRecipients(name) => say!(words, "cli-two-recipients", name = name.as_str()),
            Self::SeveralReplies => say!(words, "cli-several-replies"),
            Self::SeveralLetters(numbers) => {
                say!(words, "cli-several-letters", numbers = numbers.join(", "))
            }
            Self::DaysTurned => say!(words, "cli-days-turned"),
            Self::OneDay => say!(words, "cli-one-day"),
            Self::SeveralVisits(visits) => {
                let visits = visits.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                say!(words, "cli-several-visits", visits = visits)
            }
            Self::SeveralRequests(places) => {
                let places = places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                say!(words, "cli-several-requests", places = places)
            }
            Self::NoSignatory => say!(words, "cli-no-signatory"),
            Self::NoDays => say!(words, "cli-no-days"),
            Self::NoTemplate { id, known } => {
                say!(words, "cli-no-template", id = id.as_str(), known = known.join(", "))
            }
            Self::BrokenTemplates(broken) => {
                broken.iter().map(|one| one.words(words)).collect::<Vec<_>>().join("\n")
            }
            Self::OwnTemplates(taken) => {
                let one =
                    |put: &Put| say!(words, "cli-template-own", id = put.id.as_str(), file = file(&put.path));
                let files: Vec<_> = taken.iter().map(one).collect();
                format!("{}\n{}", files.join("\n"), say!(words, "cli-template-own-replace"))
            }
            Self::NoOwnPlace { id } => say!(words, "cli-template-no-place", id = id.as_str()),
            Self::Eml(error) => error.words(words),
            Self::NoForm(path) => say!(words, "cli-no-form", file = file(path)),
            Self::Deliver(error) => error.words(words),
            Self::NotKept(error) => say!(words, "print-not-kept", why = words.system(error)),
            Self::PaperGone(paper) => say!(words, "print-no-such-paper", paper = paper.name(words)),
            Self::PaperTemplate(paper, error) => {
                say!(words, "print-template", paper = paper.name(words), why = error.words(words))
            }
            Self::NoPaper { code, known } => {
                say!(words, "cli-no-paper", code = code.as_str(), known = known.join(", "))
            }
            Self::NoTerminal => say!(words, "cli-no-terminal"),
            Self::Terminal(error) => say!(words, "cli-terminal", why = words.system(error)),
            Self::Broke(log) => say!(words, "cli-broke", file = file(log)),
            Self::NoText => say!(words, "cli-no-text"),
            Self::NotListed(number) => say!(words, "cli-not-listed", number = number.as_str()),
            Self::VolumeThere(path) => say!(words, "cli-volume-there", file = file(path)),
            Self::DayToCome => say!(words, "cli-day-to-come"),
            Self::NothingFound => say!(words, "cli-nothing-found"),
            Self::Output(error) => say!(words, "cli-output", why = words.system(error)),
        })
    }
}

/// A refusal that an option would satisfy names it.
fn asking(words: &Words, refusal: &Refusal, reason: String) -> String {
    let option = match refusal.asks() {
        Some(code) => say!(words, "cli-confirm", code = code.code()),
        None if *refusal == Refusal::OffRoute => say!(words, "cli-override"),
        None => return reason,
    };
    format!("{reason} {option}")
}

//! Why a desk did not do what was asked.

use chrono::{DateTime, FixedOffset};

use crate::register::{OpenError, StoreError};
use crate::standard::fold::Unfoldable;
use crate::standard::office::Login;
use crate::standard::refusal::Refusal;
use crate::toml_fault::TomlFault;

/// A change that another desk made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub who: Login,
    /// The kind of fact.
    pub kind: String,
}

/// Why a desk did not do what was asked. Nothing of it was saved.
#[derive(Debug)]
pub enum DeskError {
    /// A rule forbids it.
    Refused(Refusal),
    /// The subject has changed since the person saw it.
    Changed(Vec<Change>),
    /// There is no such appeal.
    NoAppeal(String),
    /// Several appeals have a number that ends so.
    SeveralAppeals(Vec<String>),
    /// There is no such visit, or none is going on.
    NoVisit,
    /// There is no such consultation.
    NoConsultation,
    /// Nobody was named to act.
    NobodyActs,
    /// Nobody of that login works here.
    UnknownActor(Login),
    /// The register holds no office yet.
    NotSetUp,
    /// The register holds an office already.
    AlreadySetUp,
    /// The clock was set by hand, and the register was not created under such a clock.
    ClockNotAllowed,
    /// A built-in or loaded TOML file can't be used.
    BadToml {
        /// Which file.
        name: String,
        /// Where and how it is wrong.
        fault: TomlFault,
    },
    /// A built-in or loaded file can't be read: what it is, and the reader's words.
    BadFile {
        /// Which file.
        name: String,
        /// What the reader said.
        why: String,
    },
    /// Facts of the register contradict each other.
    Unfoldable(Unfoldable),
    /// The file could not be opened; it was left as it was.
    Open(OpenError),
    /// The file refused.
    Store(StoreError),
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for DeskError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<OpenError> for DeskError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<Unfoldable> for DeskError {
    fn from(error: Unfoldable) -> Self {
        Self::Unfoldable(error)
    }
}

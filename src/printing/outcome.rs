//! How a paper fared, and what to say of it.

use std::io;
use std::path::{Path, PathBuf};

use super::Way;
use crate::desk::{Desk, DeskError, KeptFault};
use crate::i18n::Words;
use crate::letters::deliver::DeliverError;
use crate::letters::eml::EmlError;
use crate::letters::papers::Paper;
use crate::letters::spooler::{Copies, Spooled};
use crate::letters::template::TemplateError;
use crate::say;
use crate::standard::paper::PaperWay;
use crate::standard::refusal::Refusal;

/// Where a paper is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Out {
    Printed(Spooled, Copies),
    Written(PathBuf),
}

impl Out {
    /// By which way it came out.
    pub(super) const fn way(&self) -> PaperWay {
        match self {
            Self::Printed(..) => PaperWay::Printer,
            Self::Written(_) => PaperWay::File,
        }
    }
}

/// A paper that left.
#[derive(Debug)]
pub struct Delivered {
    pub(super) out: Out,
    /// It was to be the paper printed before, which is lost: it was made anew.
    pub(super) renewed: Option<KeptFault>,
    /// It is out, but this is not written down.
    pub(super) unrecorded: Option<Unrecorded>,
}

/// Why a paper that is out is not written down.
#[derive(Debug)]
pub(super) enum Unrecorded {
    /// The desk did not.
    Desk(DeskError),
    /// The letter went on while it was printed: this is no paper of it any more.
    Outdated,
}

impl Delivered {
    /// Whether it was also written down; where not, a script must not take it for well done.
    #[must_use]
    pub const fn is_recorded(&self) -> bool {
        self.unrecorded.is_none()
    }

    /// Nothing more is to be said of it than that it left.
    pub(super) fn is_plain(&self) -> bool {
        let well = match &self.out {
            Out::Printed(spooled, _) => spooled.waits.is_none() && spooled.unknown_signs == 0,
            Out::Written(_) => true,
        };
        well && self.renewed.is_none() && self.is_recorded()
    }

    /// What to say of it.
    #[must_use]
    pub fn words(&self, words: &Words, desk: &Desk) -> String {
        let mut said = match &self.out {
            Out::Written(path) => say!(words, "done-written", file = shown_path(path)),
            Out::Printed(spooled, copies) => printed_words(spooled, *copies, words),
        };
        let renewed = self.renewed.map(|fault| match fault {
            KeptFault::Missing => say!(words, "done-renewed-missing"),
            KeptFault::Damaged => say!(words, "done-renewed-damaged"),
        });
        let office = Some(desk.office());
        let trouble = |unrecorded: &Unrecorded| match unrecorded {
            Unrecorded::Desk(error) => words.trouble(error, desk.register().path(), office),
            Unrecorded::Outdated => say!(words, "done-outdated"),
        };
        let unrecorded = self.unrecorded.as_ref().map(trouble);
        for more in renewed.into_iter().chain(unrecorded) {
            said = format!("{said} {more}");
        }
        said
    }
}

pub(super) fn printed_words(spooled: &Spooled, copies: Copies, words: &Words) -> String {
    let mut said = match (&spooled.waits, &spooled.printer) {
        (Some(why), Some(printer)) if !why.is_empty() => {
            say!(words, "done-printed-waits-why", printer = printer.as_str(), why = why.as_str())
        }
        (Some(_), Some(printer)) => say!(words, "done-printed-waits", printer = printer.as_str()),
        (_, None) => say!(words, "done-printed"),
        (None, Some(printer)) => say!(words, "done-printed-on", printer = printer.as_str()),
    };
    if copies != Copies::ONE {
        said = format!("{said} {}", say!(words, "done-printed-copies", copies = copies.count()));
    }
    if spooled.unknown_signs > 0 {
        said = format!("{said} {}", say!(words, "done-printed-signs", count = spooled.unknown_signs));
    }
    said
}

/// Why a paper did not leave; nothing was recorded of it.
#[derive(Debug)]
pub enum NotDelivered {
    /// The desk did not.
    Desk(DeskError),
    /// It could not be made, written or printed.
    Deliver(DeliverError),
    /// It could not be kept, and what is not kept does not leave.
    NotKept(io::Error),
    /// The appeal has no such paper, or none any more.
    NoSuchPaper(Paper),
    /// Only this appeal's values show what is wrong with the template of the paper.
    Template(Paper, TemplateError),
    /// There is no e-mail draft of it.
    Email(EmlError),
}

impl From<DeskError> for NotDelivered {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<DeliverError> for NotDelivered {
    fn from(error: DeliverError) -> Self {
        Self::Deliver(error)
    }
}

impl From<EmlError> for NotDelivered {
    fn from(error: EmlError) -> Self {
        Self::Email(error)
    }
}

impl NotDelivered {
    /// Why, with what to do.
    #[must_use]
    pub fn words(&self, words: &Words, desk: &Desk) -> String {
        match self {
            Self::Desk(error) => words.trouble(error, desk.register().path(), Some(desk.office())),
            Self::Deliver(error) => error.words(words),
            Self::NotKept(error) => say!(words, "print-not-kept", why = words.system(error)),
            Self::NoSuchPaper(paper) => say!(words, "print-no-such-paper", paper = paper.name(words)),
            Self::Template(paper, error) => {
                say!(words, "print-template", paper = paper.name(words), why = error.words(words))
            }
            Self::Email(error) => error.words(words),
        }
    }

    /// Whether a paper that was to go this way stands in the list now: a refusal by a rule does not, it is no printer's.
    #[must_use]
    pub const fn is_listed(&self, way: &Way) -> bool {
        matches!((self, way), (Self::Deliver(_) | Self::NotKept(_), Way::Printer(..)))
    }

    /// Whether no later try would bring this paper out: its reply is withdrawn, or its appeal is closed.
    pub(super) const fn is_lasting(&self) -> bool {
        matches!(
            self,
            Self::Desk(
                DeskError::NoAppeal(_) | DeskError::Refused(Refusal::NoReply(_) | Refusal::Closed { .. })
            )
        )
    }

    /// Whether the next paper would fare no better.
    pub(super) const fn is_of_the_way(&self) -> bool {
        match self {
            Self::Desk(_) | Self::NoSuchPaper(_) | Self::Template(..) | Self::Email(_) => false,
            Self::Deliver(error) => error.is_of_the_way(),
            Self::NotKept(_) => true,
        }
    }
}

/// A file as it is told: from where one stands, where it lies below.
#[must_use]
pub fn shown_path(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

//! What is wrong with a letter template, as data, and in words of either language.

use std::io;

use super::template::LONGEST_ID;
use crate::i18n::Words;
use crate::say;
use crate::toml_fault::TomlFault;

/// What is wrong with a template. Lines count from 1 in the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateError {
    /// The file can't be read.
    Unreadable {
        /// What the system says.
        kind: io::ErrorKind,
    },
    /// The file is no UTF-8 text.
    NotText {
        /// How many of its bytes are.
        at: usize,
    },
    /// The file is larger than a template may be.
    TooLarge {
        /// The most it may have.
        limit: usize,
    },
    /// The file does not begin with a part between two `+++` lines.
    NoFront,
    /// The front matter is wrong.
    Front(TomlFault),
    /// A tag without its other half.
    Unpaired {
        /// Where.
        line: usize,
        /// The half that is there: `{{`, `%}`.
        mark: String,
    },
    /// An `if` or `for` that nothing closes.
    Unclosed {
        /// Where it is opened.
        line: usize,
        /// Which it is.
        word: String,
    },
    /// An `else`, `elif`, `endif` or `endfor` that belongs to nothing open.
    Unopened {
        /// Where.
        line: usize,
        /// Which it is.
        word: String,
    },
    /// What stands inside a tag is wrong.
    Expression {
        /// Where.
        line: usize,
        /// How.
        why: Expression,
    },
    /// A statement other than `if` and `for`, or a sign that builds text (`*`, `~`, `[`).
    Statement {
        /// Where.
        line: usize,
        /// The statement.
        word: String,
    },
    /// The id is empty, too long, or holds what a file's name may not.
    BadId {
        /// The id.
        id: String,
    },
    /// A name that is not among [`FIELDS`](super::template::FIELDS).
    UnknownField {
        /// Where.
        line: usize,
        /// The name.
        name: String,
    },
    /// A tag too long, too many tags, too many steps, or too much text.
    TooMuch {
        /// Where.
        line: usize,
    },
    /// Another file of the same folder has this id.
    Duplicate {
        /// The id.
        id: String,
    },
}

/// What is wrong inside a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A filter, a test or a call: templates have none.
    Foreign,
    /// It can't be read; the engine's own words, which are English.
    Unread(String),
}

impl TemplateError {
    /// The fault in words, its line first. Where the words are the engine's, they stand last, in both languages alike.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        let at = |line: usize| line.to_string();
        match self {
            Self::Unreadable { kind } => words.system(&(*kind).into()),
            Self::NotText { at } => say!(words, "template-not-text", at = at.to_string()),
            Self::TooLarge { limit } => {
                say!(words, "template-too-large", limit = (limit / 1024).to_string())
            }
            Self::NoFront => say!(words, "template-no-front"),
            // The fault stands inside a sentence here.
            Self::Front(fault) => words.toml_fault(fault).trim_end_matches('.').to_owned(),
            Self::Unpaired { line, mark } => {
                say!(words, "template-unpaired", line = at(*line), mark = mark.as_str())
            }
            Self::Unclosed { line, word } => {
                say!(words, "template-unclosed", line = at(*line), word = word.as_str())
            }
            Self::Unopened { line, word } => {
                say!(words, "template-unopened", line = at(*line), word = word.as_str())
            }
            Self::Expression { line, why: Expression::Foreign } => {
                say!(words, "template-foreign", line = at(*line))
            }
            Self::Expression { line, why: Expression::Unread(why) } => {
                say!(words, "template-unread", line = at(*line), why = why.as_str())
            }
            Self::Statement { line, word } => {
                say!(words, "template-statement", line = at(*line), word = word.as_str())
            }
            Self::BadId { id } => {
                say!(words, "template-bad-id", id = id.as_str(), most = LONGEST_ID.to_string())
            }
            Self::UnknownField { line, name } => {
                say!(words, "template-unknown-field", line = at(*line), name = name.as_str())
            }
            Self::TooMuch { line } => say!(words, "template-too-much", line = at(*line)),
            Self::Duplicate { id } => say!(words, "template-duplicate", id = id.as_str()),
        }
    }
}

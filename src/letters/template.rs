//! Letter templates: files an office edits without building the program.
//!
//! A file is TOML between two `+++` lines, then text with [minijinja] fields and conditions:
//!
//! ```text
//! +++
//! id = "reply"
//! kind = "reply"
//! title = { ru = "Ответ", en = "Reply" }
//! heading = "О рассмотрении обращения"
//! +++
//! Рассмотрев Ваше обращение № {{ number }}, сообщаем следующее.
//! {{ substance }}
//! ```
//!
//! Beside these the front may name the `topics` and the `kinds` of appeals it is for, and the `outcomes` of such an
//! answer ([`Front`]). The fields are [`FIELDS`]; what can't be filled stays in the text as `‹name›` and is a
//! [`Hole`]. A place that no field fills a template leaves open in the same way: `‹сумма›`. A template is read once with all its faults named by line, and filled in one pass:
//! braces inside a value stay text. Nothing in a template reaches another file, repeats without
//! bound or builds text without bound: it may hold fields, `if` and `for`, and no filters.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::sync::Arc;

use minijinja::value::{Object, ObjectRepr};
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};
use serde::Deserialize;

pub use super::fault::{Expression, TemplateError};
pub use super::library::{Broken, Library, Origin, Shelved};
use crate::standard::appeal::{Appeal, Kind as AppealKind};
use crate::standard::holes::{HOLE_CLOSES, HOLE_OPENS, Hole, holes};
use crate::standard::reply::{AnswerOutcome, NoticeOf, Purpose};
use crate::standard::text::Bilingual;
use crate::toml_fault::TomlFault;

/// Names a template may use.
///
/// | name | value |
/// | --- | --- |
/// | `number`, `registered`, `received` | the appeal's number; dates of registration and receipt |
/// | `gist`, `client`, `account` | what it is about; who wrote; number of the account |
/// | `due` | the day by which it must be answered |
/// | `substance` | the answer itself, written by the executor (R6) |
/// | `extension_days`, `new_due`, `extension_reason` | what an interim reply proposes (R13); days with the word, as «10 календарных дней» |
/// | `reply_channel`, `reply_given` | how the client wants to be answered (R21): «почтой»; the same behind «ответ будет» |
/// | `organisation`, `unit`, `unit_address`, `unit_phone`, `unit_hours` | where the appeal was taken |
/// | `executor`, `executor_phone` | full name and phone of the executor (R6) |
/// | `earlier_number`, `earlier_date`, `earlier_appeal` | the reply that answered the question before, and to which appeal (R7 c) |
/// | `forwarded_to`, `forward_reason` | the organisation whose matter it is, and why |
/// | `addition` | what the executor adds to a notice; nothing may be added |
pub const FIELDS: [&str; 26] = [
    "number",
    "registered",
    "received",
    "gist",
    "client",
    "account",
    "due",
    "substance",
    "extension_days",
    "new_due",
    "extension_reason",
    "reply_channel",
    "reply_given",
    "organisation",
    "unit",
    "unit_address",
    "unit_phone",
    "unit_hours",
    "executor",
    "executor_phone",
    "earlier_number",
    "earlier_date",
    "earlier_appeal",
    "forwarded_to",
    "forward_reason",
    "addition",
];

/// The fields which the executor writes: a reply's substance, the reason in an interim reply, an addition to a notice.
pub const OWN_WORDS: [&str; 3] = ["substance", "extension_reason", "addition"];

/// Values by the names of [`FIELDS`]; `None`, or no entry, leaves a hole.
pub type Fields = BTreeMap<String, Option<String>>;

/// Largest template file, in bytes.
pub(super) const LARGEST_FILE: usize = 64 * 1024;
/// Longest tag, in bytes, and most tags: the engine recurses over both.
const LONGEST_TAG: usize = 160;
const MOST_TAGS: usize = 400;
/// Steps of the engine for one filling.
const FUEL: u64 = 20_000;
/// Most text a filling may give, in bytes.
const MOST_TEXT: usize = 512 * 1024;
/// Statements a template may hold.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];
/// Longest id, in characters: it is a file's name as well.
pub(super) const LONGEST_ID: usize = 64;

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Reply on the substance.
    Reply,
    /// Interim reply, which proposes a new term (R13).
    Interim,
    /// Notice of an earlier reply to the same question (R7 c).
    NoticeEarlierReply,
    /// Notice that no answer can be given without disclosing a trade secret (R7 d).
    NoticeTradeSecret,
    /// Notice that the appeal went to the organisation whose matter it is.
    NoticeForwarding,
    /// What the client takes home.
    Receipt,
}

impl Kind {
    /// The kind of template that a letter for this purpose is begun from.
    #[must_use]
    pub const fn of(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Answer => Self::Reply,
            Purpose::Interim { .. } => Self::Interim,
            Purpose::Notice { about: NoticeOf::EarlierReply } => Self::NoticeEarlierReply,
            Purpose::Notice { about: NoticeOf::TradeSecret } => Self::NoticeTradeSecret,
            Purpose::Notice { about: NoticeOf::Forwarding } => Self::NoticeForwarding,
        }
    }

    /// Its code in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Interim => "interim",
            Self::NoticeEarlierReply => "notice_earlier_reply",
            Self::NoticeTradeSecret => "notice_trade_secret",
            Self::NoticeForwarding => "notice_forwarding",
            Self::Receipt => "receipt",
        }
    }

    /// The field of such a letter that the executor writes; none of a paper that nobody writes.
    #[must_use]
    pub const fn own_words(self) -> Option<&'static str> {
        match self {
            Self::Reply => Some("substance"),
            Self::Interim => Some("extension_reason"),
            Self::NoticeEarlierReply | Self::NoticeTradeSecret | Self::NoticeForwarding => Some("addition"),
            Self::Receipt => None,
        }
    }
}

/// What of an appeal decides which templates fit it; what is not known yet may be anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Matter<'a> {
    /// Its kind.
    pub kind: Option<AppealKind>,
    /// Its topic.
    pub topic: Option<&'a str>,
}

impl<'a> From<&'a Appeal> for Matter<'a> {
    fn from(appeal: &'a Appeal) -> Self {
        Self { kind: Some(appeal.kind), topic: appeal.topic.as_deref() }
    }
}

/// How well a template fits an appeal, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is for this very topic.
    Topic,
    /// It is for the topic's group.
    Group,
    /// It is for any topic.
    Any,
    /// It is for another topic or kind, or the appeal has no topic yet.
    Other,
}

/// What stands between the `+++` lines.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Front {
    /// The name by which it is chosen and overridden.
    pub id: String,
    /// What it is for.
    pub kind: Kind,
    /// How it is called in lists.
    pub title: Bilingual,
    /// Heading of the letter («О …»); may hold fields.
    pub heading: String,
    /// Codes of the topics or groups for which it is offered first; none: for any.
    #[serde(default)]
    pub topics: Vec<String>,
    /// The kinds of appeals it is for; none: for any.
    #[serde(default)]
    pub kinds: Vec<AppealKind>,
    /// How such an answer settles what was asked; none: the executor's words say.
    #[serde(default)]
    pub outcomes: Vec<AnswerOutcome>,
}

impl Front {
    /// How well it fits an appeal. A template for another kind doesn't, whatever the topic.
    #[must_use]
    pub fn fit(&self, matter: Matter<'_>) -> Fit {
        let is_for = |kind| self.kinds.is_empty() || self.kinds.contains(&kind);
        if !matter.kind.is_none_or(is_for) {
            return Fit::Other;
        }
        let fits = |own: &String, topic: &str| match topic.strip_prefix(own.as_str()) {
            Some("") => Some(Fit::Topic),
            Some(rest) if rest.starts_with('.') => Some(Fit::Group),
            _ => None,
        };
        match matter.topic {
            _ if self.topics.is_empty() => Fit::Any,
            Some(topic) => self.topics.iter().filter_map(|own| fits(own, topic)).min().unwrap_or(Fit::Other),
            None => Fit::Other,
        }
    }
}

/// A template that has been read and found sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What the file says of itself.
    pub front: Front,
    body: String,
    /// The file's lines before the heading.
    heading: usize,
    /// The file's lines before the body.
    skipped: usize,
}

/// A filled template, for the clerk to edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The letter's heading; it may have holes of its own.
    pub heading: String,
    /// The text, each line a paragraph.
    pub text: String,
    /// What is still to be filled in `text`.
    pub holes: Vec<Hole>,
    /// The same text without [`OWN_WORDS`]: what the template says by itself. A reply made of
    /// nothing else has no substance (R6, `standard::text::has_substance`).
    pub words: String,
}

impl Template {
    /// Reads a template from the text of its file.
    ///
    /// # Errors
    /// The first [`TemplateError`] found.
    pub fn parse(file: &str) -> Result<Self, TemplateError> {
        if file.len() > LARGEST_FILE {
            return Err(TemplateError::TooLarge { limit: LARGEST_FILE });
        }
        let file = file.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
        let rest = file.strip_prefix("+++\n").ok_or(TemplateError::NoFront)?;
        let (front, body) = rest.split_once("\n+++\n").ok_or(TemplateError::NoFront)?;
        let read: Front = toml::from_str(front).map_err(|error| {
            let fault = TomlFault::of(front, &error);
            TemplateError::Front(TomlFault { line: fault.line + 1, ..fault })
        })?;
        let sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        if read.id.is_empty() || read.id.chars().count() > LONGEST_ID || !read.id.chars().all(sign) {
            return Err(TemplateError::BadId { id: read.id });
        }
        let heading = front.lines().position(|line| line.trim_start().starts_with("heading"));
        let template = Self {
            front: read,
            body: body.to_owned(),
            heading: heading.unwrap_or_default() + 1,
            skipped: newlines(front) + 3,
        };
        check(&template.front.heading, template.heading + 1)?;
        check(&template.body, template.skipped + 1)?;
        // What only shows when it is filled: fields that are there, and fields that are not.
        let all = FIELDS.map(|name| (name.to_owned(), Some(name.to_owned())));
        template.fill(&Fields::from(all))?;
        template.fill(&Fields::new())?;
        Ok(template)
    }

    /// Whether it has a place for the words that the executor writes.
    #[must_use]
    pub fn takes_own_words(&self) -> bool {
        let open = |own| format!("{HOLE_OPENS}{own}{HOLE_CLOSES}");
        let all = FIELDS.map(|name| (name.to_owned(), Some(name.to_owned())));
        let words = self.fill(&Fields::from(all)).map(|filled| filled.words).unwrap_or_default();
        self.front.kind.own_words().is_some_and(|own| words.contains(&open(own)))
    }

    /// Fills the fields in one pass.
    ///
    /// # Errors
    /// [`TemplateError::Expression`] or [`TemplateError::TooMuch`], where only these values bring them.
    pub fn fill(&self, fields: &Fields) -> Result<Filled, TemplateError> {
        let hole = |name| Value::from_object(Unfilled(name));
        let mut context: BTreeMap<&str, Value> = FIELDS
            .iter()
            .map(|&name| match fields.get(name) {
                Some(Some(value)) => (name, Value::from(value.as_str())),
                _ => (name, hole(name)),
            })
            .collect();
        let heading = render(&self.front.heading, self.heading, &context)?.trim().to_owned();
        let text = render(&self.body, self.skipped, &context)?.trim().to_owned();
        context.extend(OWN_WORDS.map(|name| (name, hole(name))));
        let words = render(&self.body, self.skipped, &context)?.trim().to_owned();
        let holes = holes(&text);
        Ok(Filled { heading, text, holes, words })
    }
}

/// Refuses what a template may not hold; the text's first line is line `first` of the file.
fn check(text: &str, first: usize) -> Result<(), TemplateError> {
    let pieces = pieces(text, first)?;
    for (at, piece) in pieces.iter().enumerate() {
        if let Piece::Tag { line, inside, statement } = *piece {
            if at > MOST_TAGS * 2 || inside.len() > LONGEST_TAG {
                return Err(TemplateError::TooMuch { line });
            }
            // Repetition and joining could build text without bound.
            if let Some(sign) = inside.chars().find(|c| matches!(c, '*' | '~' | '[')) {
                return Err(TemplateError::Statement { line, word: sign.to_string() });
            }
            let word = inside.split_whitespace().next().unwrap_or_default();
            if statement && !STATEMENTS.contains(&word) {
                return Err(TemplateError::Statement { line, word: word.to_owned() });
            }
        }
    }
    balanced(&pieces)?;
    let engine = engine();
    let parsed = engine.template_from_str(text).map_err(|error| fault(&error, first - 1))?;
    let mut unknown: Vec<String> = parsed
        .undeclared_variables(false)
        .into_iter()
        .filter(|name| !FIELDS.contains(&name.as_str()))
        .collect();
    unknown.sort();
    match unknown.into_iter().next() {
        Some(name) => {
            let line = pieces.iter().find_map(|piece| piece.line_of(&name)).unwrap_or(first);
            Err(TemplateError::UnknownField { line, name })
        }
        None => Ok(()),
    }
}

/// Refuses an `if` or `for` that nothing closes, and what closes or parts none. The engine would name neither.
fn balanced(pieces: &[Piece<'_>]) -> Result<(), TemplateError> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    for piece in pieces {
        let Piece::Tag { line, inside, statement: true } = *piece else { continue };
        let word = inside.split_whitespace().next().unwrap_or_default();
        let within = open.last().map(|(_, opener)| *opener);
        match (word, within) {
            ("if" | "for", _) => open.push((line, word)),
            ("elif", Some("if")) | ("else", Some(_)) => {}
            ("endif", Some("if")) | ("endfor", Some("for")) => drop(open.pop()),
            _ => return Err(TemplateError::Unopened { line, word: word.to_owned() }),
        }
    }
    let unclosed = |(line, word): (usize, &str)| TemplateError::Unclosed { line, word: word.to_owned() };
    open.pop().map_or(Ok(()), |opener| Err(unclosed(opener)))
}

/// A part of a template's text.
#[derive(Clone, Copy)]
enum Piece<'a> {
    /// Printed as it stands.
    Text,
    /// `{{ … }}` or `{% … %}`, what is inside it and where.
    Tag {
        line: usize,
        inside: &'a str,
        statement: bool,
    },
    Comment,
}

impl Piece<'_> {
    /// The line of a tag which holds the name as a whole word.
    fn line_of(&self, name: &str) -> Option<usize> {
        let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
        match *self {
            Piece::Tag { line, inside, .. } => {
                inside.split(|c| !part_of_name(c)).any(|word| word == name).then_some(line)
            }
            Piece::Text | Piece::Comment => None,
        }
    }
}

/// Cuts a text at its tags. Stricter than the engine: an end without a beginning is refused, so
/// that both agree on where each tag ends, whatever the quotes.
fn pieces(text: &str, first: usize) -> Result<Vec<Piece<'_>>, TemplateError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let line_at = |rest: &str| first + text.get(..text.len() - rest.len()).map_or(0, newlines);
    let unpaired =
        |rest: &str, mark: &str| TemplateError::Unpaired { line: line_at(rest), mark: mark.to_owned() };
    while !rest.is_empty() {
        let starts = ["{{", "{%", "{#"].map(|open| rest.find(open).unwrap_or(rest.len()));
        let start = starts.into_iter().min().unwrap_or(rest.len());
        let (plain, tag) = rest.split_at(start);
        if let Some((at, mark)) = ["}}", "%}", "#}"].iter().find_map(|end| Some((plain.find(end)?, end))) {
            return Err(unpaired(&rest[at..], mark));
        }
        pieces.push(Piece::Text);
        if tag.is_empty() {
            break;
        }
        let (open, inside) = tag.split_at(2);
        let close = match open {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let (inside, after) = inside.split_once(close).ok_or_else(|| unpaired(tag, open))?;
        pieces.push(match open {
            "{#" => Piece::Comment,
            _ => Piece::Tag {
                line: line_at(tag),
                inside: inside.trim_matches(['-', '+']).trim(),
                statement: open == "{%",
            },
        });
        rest = after;
    }
    Ok(pieces)
}

fn newlines(text: &str) -> usize {
    text.matches('\n').count()
}

/// Stands for a field without a value: shown as a hole, and false in a condition.
#[derive(Debug)]
struct Unfilled(&'static str);

impl Object for Unfilled {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        false
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HOLE_OPENS}{}{HOLE_CLOSES}", self.0)
    }
}

/// An engine that knows no other files, filters, functions or escapes.
fn engine<'a>() -> Environment<'a> {
    let mut engine = Environment::empty();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_fuel(Some(FUEL));
    engine
}

fn render(text: &str, skipped: usize, context: &BTreeMap<&str, Value>) -> Result<String, TemplateError> {
    let engine = engine();
    let mut out = Capped(Vec::new());
    engine
        .template_from_str(text)
        .and_then(|parsed| parsed.render_captured_to(context, &mut out))
        .map_err(|error| fault(&error, skipped))?;
    // The engine writes text, and nothing but text.
    Ok(String::from_utf8_lossy(&out.0).into_owned())
}

fn fault(error: &minijinja::Error, skipped: usize) -> TemplateError {
    let line = skipped + error.line().unwrap_or(1);
    let why = match error.kind() {
        ErrorKind::OutOfFuel | ErrorKind::WriteFailure => return TemplateError::TooMuch { line },
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction => Expression::Foreign,
        kind => Expression::Unread(error.detail().map_or_else(|| kind.to_string(), str::to_owned)),
    };
    TemplateError::Expression { line, why }
}

/// Takes no more than [`MOST_TEXT`].
struct Capped(Vec<u8>);

impl io::Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST_TEXT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

//! Wrong usage in the language of the run: what clap found, in our own sentences.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::values::BadValue;
use crate::i18n::Words;
use crate::say;
use crate::standard::correct::Correctable;

/// Whether clap was asked for help or the version, which is no error.
pub(super) fn is_answer(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

/// What is wrong, and where help is.
pub(super) fn words(error: &clap::Error, words: &Words) -> String {
    let help = say!(words, "cli-usage-help", command = command(error));
    format!("{}\n{help}", what(error, words))
}

fn what(error: &clap::Error, words: &Words) -> String {
    let arg = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => say!(words, "cli-usage-no-value", arg = arg),
        ErrorKind::InvalidValue => {
            let known = context(error, ContextKind::ValidValue);
            let said = say!(words, "cli-usage-invalid-value", arg = arg, value = value, known = known);
            suggested(said, error, ContextKind::SuggestedValue, words)
        }
        ErrorKind::ValueValidation => {
            let wanted = wanted(error, words);
            say!(words, "cli-usage-bad-value", arg = arg, value = value, wanted = wanted)
        }
        ErrorKind::UnknownArgument => {
            let said = say!(words, "cli-usage-unknown-argument", arg = arg);
            suggested(said, error, ContextKind::SuggestedArg, words)
        }
        ErrorKind::InvalidSubcommand => {
            let said = say!(
                words,
                "cli-usage-unknown-command",
                name = context(error, ContextKind::InvalidSubcommand)
            );
            suggested(said, error, ContextKind::SuggestedSubcommand, words)
        }
        ErrorKind::MissingRequiredArgument => say!(words, "cli-usage-missing", args = arg),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say!(words, "cli-usage-missing-command")
        }
        ErrorKind::ArgumentConflict => {
            let prior = context(error, ContextKind::PriorArg);
            if prior.is_empty() || prior == arg {
                say!(words, "cli-usage-repeated", arg = arg)
            } else {
                say!(words, "cli-usage-conflict", arg = arg, prior = prior)
            }
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say!(words, "cli-usage-no-value", arg = arg)
        }
        ErrorKind::TooManyValues => say!(words, "cli-usage-too-many", arg = arg, value = value),
        ErrorKind::InvalidUtf8 => say!(words, "cli-usage-not-utf8"),
        _ => say!(words, "cli-usage-other"),
    }
}

/// What a value should have been.
fn wanted(error: &clap::Error, words: &Words) -> String {
    match error.source().and_then(|source| source.downcast_ref::<BadValue>()) {
        Some(BadValue::Date) => say!(words, "cli-wanted-date"),
        Some(BadValue::Offset) => say!(words, "cli-wanted-offset"),
        Some(BadValue::Pattern(why)) => words.bad_pattern(why),
        Some(BadValue::Whole) => say!(words, "cli-wanted-whole"),
        Some(BadValue::Copies) => say!(words, "cli-wanted-copies"),
        Some(BadValue::Uuid) => say!(words, "cli-wanted-uuid"),
        Some(BadValue::Change) => {
            let fields: Vec<_> = Correctable::ALL.iter().map(|field| field.code()).collect();
            say!(words, "cli-wanted-change", fields = fields.join(", "))
        }
        Some(BadValue::Anchor) => say!(words, "cli-wanted-anchor"),
        Some(BadValue::Places) => say!(words, "cli-wanted-places"),
        Some(BadValue::Word) | None => say!(words, "cli-wanted-other"),
    }
}

fn suggested(said: String, error: &clap::Error, kind: ContextKind, words: &Words) -> String {
    let nearest = context(error, kind);
    if nearest.is_empty() {
        said
    } else {
        format!("{said} {}", say!(words, "cli-usage-nearest", nearest = nearest))
    }
}

/// A part of what clap knows of an error, as words.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(ContextValue::StyledStr(word)) => word.to_string(),
        Some(ContextValue::StyledStrs(words)) => {
            words.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// The command whose help would tell: the words of its usage before the first option or value.
fn command(error: &clap::Error) -> String {
    const PROGRAM: &str = "otklik";
    let usage = context(error, ContextKind::Usage);
    let usage = usage.split_once(PROGRAM).map_or("", |(_, rest)| rest);
    let names = usage.split_whitespace().take_while(|word| {
        word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-') && !word.starts_with('-')
    });
    std::iter::once(PROGRAM).chain(names).collect::<Vec<_>>().join(" ")
}

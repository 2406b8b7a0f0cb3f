//! The shape of the commands beside the main way: grounds, requests, calls, corrections, consultations, books, clients.

use std::num::NonZeroU16;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use uuid::Uuid;

use super::args::{Confirm, Format, Printed, View};
use super::values::{change, channel, closed, date, list_format, text, uuid, whole};
use crate::standard::appeal::Channel;
use crate::standard::decide::Correction;
use crate::standard::journal::JournalKind;
use crate::standard::post::PostKind;
use crate::standard::screening::Ground;

#[derive(Debug, Args)]
pub(super) struct Screen {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "ground", value_parser = closed::<Ground>())]
    pub ground: Ground,
    #[arg(long, alias = "reason", value_name = "text", value_parser = text)]
    pub note: Option<String>,
    #[arg(long, value_name = "number", conflicts_with = "paper_number")]
    pub earlier: Option<String>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub paper_number: Option<String>,
    #[arg(long, value_name = "date", value_parser = date, requires = "paper_number")]
    pub paper_date: Option<NaiveDate>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Lift {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub reason: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub address: Option<String>,
    #[arg(long, value_name = "email", value_parser = text)]
    pub email: Option<String>,
    #[arg(long, value_name = "phone", value_parser = text)]
    pub phone: Option<String>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub known_on: Option<NaiveDate>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Forward {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "name", value_parser = text)]
    pub to: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub reason: String,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Request {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "asked", value_parser = text)]
    pub to: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub text: String,
    #[arg(long, value_name = "date", value_parser = date)]
    pub expected: Option<NaiveDate>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub on: Option<NaiveDate>,
    #[arg(long = "number", id = "outgoing", value_name = "text", value_parser = text)]
    pub outgoing: Option<String>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct RequestAnswered {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(value_name = "place", value_parser = whole::<u16>)]
    pub place: Option<u16>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub gist: String,
    #[arg(long, value_name = "date", value_parser = date)]
    pub on: Option<NaiveDate>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Called {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub gist: Option<String>,
    #[arg(long)]
    pub not_reached: bool,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Correct {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(value_name = "change", value_parser = change, required = true)]
    pub changes: Vec<Correction>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub reason: String,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct UnitResult {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long = "number", id = "outgoing", value_name = "text", value_parser = text)]
    pub outgoing: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub gist: String,
    #[arg(long, value_name = "date", value_parser = date)]
    pub on: Option<NaiveDate>,
    #[command(flatten)]
    pub confirm: Confirm,
}

/// Counts a consultation; with a word after it, looks at those that were counted or takes one back.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Consult {
    #[command(subcommand)]
    pub what: Option<ConsultCommand>,
    #[arg(long, value_name = "topic", required = true)]
    pub topic: Option<String>,
    #[arg(long, value_name = "channel", value_parser = channel())]
    pub channel: Option<Channel>,
    #[arg(long, value_name = "n", value_parser = whole::<u16>)]
    pub minutes: Option<u16>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub client: Option<String>,
    #[arg(long, value_name = "unit")]
    pub unit: Option<String>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConsultCommand {
    List(ConsultList),
    Annul(ConsultAnnul),
}

#[derive(Debug, Args)]
pub(super) struct ConsultList {
    #[arg(long, value_name = "date", value_parser = date)]
    pub from: Option<NaiveDate>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub to: Option<NaiveDate>,
    #[command(flatten)]
    pub printed: Printed,
}

#[derive(Debug, Args)]
pub(super) struct ConsultAnnul {
    #[arg(value_name = "uuid", value_parser = uuid, id = "consultation")]
    pub id: Uuid,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Subcommand)]
pub(super) enum BookCommand {
    Open(BookOpen),
    Close(BookClose),
    List(Printed),
}

#[derive(Debug, Args)]
pub(super) struct BookOpen {
    #[arg(value_name = "book", id = "book-number", value_parser = text)]
    pub number: String,
    #[arg(long, value_name = "unit")]
    pub unit: String,
    #[arg(long, value_name = "n", value_parser = whole::<NonZeroU16>)]
    pub sheets: Option<NonZeroU16>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub on: Option<NaiveDate>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct BookClose {
    #[arg(value_name = "book", id = "book-number", value_parser = text)]
    pub number: String,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Subcommand)]
pub(super) enum ClientCommand {
    Find(ClientFind),
    History(ClientHistory),
}

#[derive(Debug, Args)]
pub(super) struct ClientFind {
    #[arg(value_name = "words", required = true)]
    pub words: Vec<String>,
    #[arg(long, value_name = "n", value_parser = whole::<usize>, default_value_t = 20, hide_default_value = true)]
    pub limit: usize,
    #[arg(long, value_name = "format", value_parser = list_format(), default_value = "table", hide_default_value = true)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct ClientHistory {
    #[arg(value_name = "number")]
    pub number: String,
    #[command(flatten)]
    pub view: View,
}

#[derive(Debug, Args)]
pub(super) struct Journal {
    #[arg(value_name = "journal", id = "journal", value_parser = closed::<JournalKind>())]
    pub kind: JournalKind,
    #[arg(long, value_name = "date", value_parser = date, conflicts_with_all = ["from", "to"])]
    pub on: Option<NaiveDate>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub from: Option<NaiveDate>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub to: Option<NaiveDate>,
    #[arg(long, value_name = "unit")]
    pub unit: Option<String>,
    #[arg(long, value_name = "file")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "printer", num_args = 0..=1, default_missing_value = "")]
    pub print: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Tracked {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long = "outgoing", id = "tracked-letter", value_name = "text", value_parser = text)]
    pub outgoing: Option<String>,
    #[arg(long = "number", id = "tracking", value_name = "tracking", value_parser = text)]
    pub tracking: Option<String>,
    #[arg(long, value_name = "post-kind", value_parser = closed::<PostKind>(), default_value = "registered", hide_default_value = true)]
    pub kind: PostKind,
    #[command(flatten)]
    pub confirm: Confirm,
}

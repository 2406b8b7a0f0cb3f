//! The shape of the command line. Its words come from the locales ([`super::help`]); nothing here is shown to people.

mod office;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgAction, Args, Parser, Subcommand};
use uuid::Uuid;

pub(super) use self::office::{
    Load, LoadTemplates, OfficeChange, OfficeCommand, OfficeSeries, PersonDetails, Setup, StaffAdd,
    StaffChange, StaffCommand, StandIn, Templates, UnitAdd, UnitChange, UnitCommand,
};
use super::acts::{
    BookCommand, Called, ClientCommand, Consult, Correct, Forward, Journal, Lift, Request, RequestAnswered,
    Screen, Tracked, UnitResult,
};
use super::fields::Register;
use super::values::{
    Places, anchor, channel, closed, date, first_day, language, list_format, places, text, uuid, whole,
};
use crate::desk::{Anchor, Order, Queue};
use crate::i18n::Language;
use crate::letters::spooler::Copies;
use crate::standard::appeal::{Channel, Kind};

use crate::standard::refusal::Confirmation;
use crate::standard::reply::{ReplyBy, SignedBy};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "otklik", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "file")]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "file")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "dir")]
    pub home: Option<PathBuf>,
    #[arg(long, global = true, value_name = "lang", value_parser = language())]
    pub lang: Option<Language>,
    #[arg(long = "as", global = true, value_name = "login", id = "as")]
    pub who: Option<String>,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// A command, in the order in which `--help` lists them.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo(Demo),
    Setup(Setup),
    #[command(subcommand)]
    Office(OfficeCommand),
    #[command(subcommand)]
    Unit(UnitCommand),
    #[command(subcommand)]
    Staff(StaffCommand),
    #[command(subcommand)]
    Load(Load),
    #[command(subcommand)]
    Templates(Templates),
    Register(Box<Register>),
    List(List),
    Find(Find),
    Show(Show),
    History(History),
    Due(DueQuestion),
    #[command(subcommand)]
    Client(ClientCommand),
    Route(Route),
    HandBack(Reasoned),
    Screen(Screen),
    Lift(Lift),
    Forward(Forward),
    Request(Request),
    RequestAnswered(RequestAnswered),
    Called(Called),
    Correct(Correct),
    Reply(Reply),
    Print(Print),
    Return(Return),
    Sign(Sign),
    Sent(Sent),
    Tracked(Tracked),
    Extend(Extend),
    Answered(Answered),
    Result(UnitResult),
    Close(Reasoned),
    Annul(Reasoned),
    Withdraw(Reasoned),
    Reopen(Reasoned),
    Undo(Undo),
    #[command(subcommand)]
    Visit(Visit),
    Consult(Consult),
    #[command(subcommand)]
    Book(BookCommand),
    Journal(Journal),
    Check(Check),
    Backup(Backup),
    Restore(Restore),
    Manual,
}

/// The answers to what a command asks before it saves.
#[derive(Debug, Args)]
pub(super) struct Confirm {
    #[arg(long = "confirm", id = "confirm", value_name = "code", value_parser = closed::<Confirmation>())]
    pub codes: Vec<Confirmation>,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "n", value_parser = whole::<u32>, default_value_t = 1000, hide_default_value = true)]
    pub appeals: u32,
    #[arg(long, value_name = "n", value_parser = whole::<u64>, default_value_t = 1, hide_default_value = true)]
    pub seed: u64,
    #[arg(long)]
    pub desk: bool,
}

/// A command that only prints.
#[derive(Debug, Args)]
pub(super) struct Printed {
    #[arg(long, value_name = "format", value_parser = list_format(), default_value = "table", hide_default_value = true)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long, value_name = "queue", value_parser = closed::<Queue>(), default_value = "open", hide_default_value = true)]
    pub queue: Queue,
    #[arg(long, value_name = "unit")]
    pub unit: Option<String>,
    #[arg(long, value_name = "login")]
    pub executor: Option<String>,
    #[arg(long, value_name = "channel", value_parser = channel())]
    pub channel: Option<Channel>,
    #[arg(long, value_name = "kind", value_parser = closed::<Kind>())]
    pub kind: Option<Kind>,
    #[arg(long, value_name = "topic", value_parser = text)]
    pub topic: Option<String>,
    #[arg(long, value_name = "order", value_parser = closed::<Order>())]
    pub order: Option<Order>,
    #[arg(long, value_name = "n", value_parser = whole::<u32>)]
    pub limit: Option<u32>,
    #[arg(long, value_name = "file", conflicts_with = "format")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub view: View,
}

/// How what is reckoned by a day is printed.
#[derive(Debug, Args)]
pub(super) struct View {
    #[arg(long, value_name = "date", value_parser = date)]
    pub as_of: Option<NaiveDate>,
    #[arg(long, value_name = "format", value_parser = list_format(), default_value = "table", hide_default_value = true)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Find {
    #[arg(value_name = "words", required = true)]
    pub words: Vec<String>,
    #[arg(long, value_name = "n", value_parser = whole::<usize>, default_value_t = 50, hide_default_value = true)]
    pub limit: usize,
    #[command(flatten)]
    pub view: View,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "number")]
    pub number: String,
    #[command(flatten)]
    pub view: View,
}

#[derive(Debug, Args)]
pub(super) struct History {
    #[arg(value_name = "number")]
    pub number: String,
    #[command(flatten)]
    pub printed: Printed,
}

#[derive(Debug, Args)]
pub(super) struct DueQuestion {
    #[arg(long, value_name = "channel", value_parser = channel())]
    pub channel: Channel,
    #[arg(long, value_name = "kind", value_parser = closed::<Kind>(), default_value = "complaint", hide_default_value = true)]
    pub kind: Kind,
    #[arg(long, value_name = "topic")]
    pub topic: Option<String>,
    #[arg(long, value_name = "date", value_parser = first_day)]
    pub on: Option<NaiveDate>,
    #[arg(long, value_name = "date", value_parser = first_day)]
    pub received: Option<NaiveDate>,
    #[arg(long, value_name = "format", value_parser = list_format(), default_value = "table", hide_default_value = true)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Route {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "recipient")]
    pub to: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub resolution: Option<String>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub due: Option<NaiveDate>,
    #[arg(long = "override", id = "override", value_name = "reason", value_parser = text)]
    pub override_reason: Option<String>,
    #[arg(long, value_name = "login", value_delimiter = ',')]
    pub with: Vec<String>,
    #[command(flatten)]
    pub confirm: Confirm,
}

/// What a reply is for, in the shell's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReplyKind {
    Reply,
    Interim,
    Notice,
}

#[derive(Debug, Args)]
pub(super) struct Reply {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "reply-kind", value_parser = super::values::reply_kind(), default_value = "reply", hide_default_value = true)]
    pub kind: ReplyKind,
    #[arg(long, value_name = "template")]
    pub template: Option<String>,
    #[arg(long, value_name = "file")]
    pub text: Option<PathBuf>,
    #[arg(long, value_name = "places", value_parser = places)]
    pub answers: Option<Places>,
    #[arg(long, value_name = "login")]
    pub signatory: Option<String>,
    #[arg(long, value_name = "n", value_parser = whole::<u16>)]
    pub days: Option<u16>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub heading: Option<String>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub addressee: Option<String>,
    #[arg(long, conflicts_with = "final")]
    pub draft: bool,
    #[arg(long = "final", id = "final")]
    pub make_final: bool,
    #[arg(long, value_name = "file")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "file", requires = "out")]
    pub attach: Vec<PathBuf>,
    #[arg(long, value_name = "printer", num_args = 0..=1, default_missing_value = "")]
    pub print: Option<String>,
    #[command(flatten)]
    pub confirm: Confirm,
}

/// The code page of text for a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    Utf8,
    Cp866,
}

#[derive(Debug, Args)]
pub(super) struct Print {
    #[arg(value_name = "number", required_unless_present_any = ["signed_on", "awaiting_signature", "not_printed"])]
    pub number: Option<String>,
    #[arg(long, value_name = "paper", requires = "number")]
    pub paper: Option<String>,
    #[arg(long, value_name = "date", value_parser = date, conflicts_with_all = ["number", "awaiting_signature", "not_printed"])]
    pub signed_on: Option<NaiveDate>,
    #[arg(long, conflicts_with_all = ["number", "not_printed"])]
    pub awaiting_signature: bool,
    #[arg(long, conflicts_with = "number")]
    pub not_printed: bool,
    #[arg(long, value_name = "number", requires = "not_printed", conflicts_with_all = ["out", "print"])]
    pub let_go: Vec<String>,
    #[arg(long, value_name = "path")]
    pub out: Option<PathBuf>,
    #[arg(long = "print", id = "print", value_name = "printer", num_args = 0..=1, default_missing_value = "")]
    pub printer: Option<String>,
    #[arg(long, value_name = "n", value_parser = super::values::copies, default_value = "1", hide_default_value = true)]
    pub copies: Copies,
    #[arg(long, value_name = "charset", value_parser = super::values::charset())]
    pub charset: Option<Charset>,
}

#[derive(Debug, Args)]
pub(super) struct Return {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub remark: String,
    #[arg(long, value_name = "reply-kind", value_parser = super::values::reply_kind())]
    pub kind: Option<ReplyKind>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Sign {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "date", value_parser = date)]
    pub on: Option<NaiveDate>,
    #[arg(long, value_name = "way", value_parser = closed::<SignedBy>(), default_value = "ink", hide_default_value = true)]
    pub way: SignedBy,
    #[arg(long = "number", id = "outgoing", value_name = "text", value_parser = text)]
    pub outgoing: Option<String>,
    #[arg(long, value_name = "reply-kind", value_parser = super::values::reply_kind())]
    pub kind: Option<ReplyKind>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Sent {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "reply-by", value_parser = closed::<ReplyBy>())]
    pub channel: Option<ReplyBy>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub on: Option<NaiveDate>,
    #[arg(long, value_name = "reply-kind", value_parser = super::values::reply_kind())]
    pub kind: Option<ReplyKind>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Extend {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "n", value_parser = whole::<u16>)]
    pub days: u16,
    #[arg(long, value_name = "text", value_parser = text)]
    pub reason: String,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Answered {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub gist: String,
    #[arg(long, value_name = "places", value_parser = places)]
    pub answers: Option<Places>,
    #[command(flatten)]
    pub confirm: Confirm,
}

/// A command that takes nothing but a number and a reason.
#[derive(Debug, Args)]
pub(super) struct Reasoned {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub reason: String,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Undo {
    #[arg(value_name = "number")]
    pub number: String,
    #[arg(long, value_name = "text", value_parser = text)]
    pub reason: Option<String>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Subcommand)]
pub(super) enum Visit {
    Start(VisitStart),
    End(VisitEnd),
}

#[derive(Debug, Args)]
pub(super) struct VisitStart {
    #[arg(long, value_name = "unit")]
    pub unit: Option<String>,
    #[arg(long, value_name = "n", value_parser = whole::<u16>)]
    pub waited: Option<u16>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct VisitEnd {
    #[arg(value_name = "uuid", value_parser = uuid, id = "visit-id")]
    pub id: Option<Uuid>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(long)]
    pub deep: bool,
    #[arg(long, value_name = "code", value_parser = anchor, requires = "on")]
    pub anchor: Option<Anchor>,
    #[arg(long, value_name = "date", value_parser = date, requires = "anchor")]
    pub on: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    #[arg(value_name = "dir", id = "backup-dir")]
    pub dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    #[arg(value_name = "file", id = "backup-file")]
    pub file: PathBuf,
}

//! The arguments by which an office is set up and kept: its details, units, staff, rules and templates.

use std::num::NonZeroU32;
use std::path::PathBuf;

use chrono::{FixedOffset, NaiveDate};
use clap::{Args, Subcommand};

use super::{Confirm, Printed};
use crate::cli::values::{closed, date, offset, pattern, text, whole};
use crate::standard::number::{NumberPattern, OutgoingAt, Series};
use crate::standard::office::{Duty, Role, UnitSort};

#[derive(Debug, Args)]
pub(in crate::cli) struct Setup {
    #[arg(long, value_name = "name", value_parser = text)]
    pub office: String,
    #[arg(long, value_name = "code", value_parser = text)]
    pub code: Option<String>,
    #[arg(long, value_name = "name", value_parser = text)]
    pub unit: String,
    #[arg(long, value_name = "sort", value_parser = closed::<UnitSort>())]
    pub unit_sort: Option<UnitSort>,
    #[arg(long, value_name = "full-name", value_parser = text)]
    pub person: String,
    #[arg(long, value_name = "login", value_parser = text)]
    pub login: Option<String>,
    #[arg(long, value_name = "text", value_parser = text, default_value = "", hide_default_value = true)]
    pub position: String,
    #[arg(long, value_name = "phone", value_parser = text)]
    pub phone: Option<String>,
    #[arg(long)]
    pub sign: bool,
    #[arg(long, value_name = "user")]
    pub os_user: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum OfficeCommand {
    Show(Printed),
    Change(Box<OfficeChange>),
    Series(OfficeSeries),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct OfficeSeries {
    #[arg(value_name = "series", value_parser = closed::<Series>())]
    pub series: Series,
    #[arg(long, value_name = "n", value_parser = whole::<NonZeroU32>)]
    pub first: NonZeroU32,
    #[arg(long, value_name = "year", value_parser = whole::<i32>)]
    pub year: Option<i32>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct OfficeChange {
    #[arg(long, value_name = "name", value_parser = text)]
    pub name: Option<String>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub address: Option<String>,
    #[arg(long, value_name = "phone", value_parser = text)]
    pub phone: Option<String>,
    #[arg(long, value_name = "email", value_parser = text)]
    pub email: Option<String>,
    #[arg(long, value_name = "line", value_parser = text)]
    pub letterhead: Vec<String>,
    #[arg(long, value_name = "pattern", value_parser = pattern)]
    pub appeal_numbers: Option<NumberPattern>,
    #[arg(long, value_name = "pattern", value_parser = pattern)]
    pub outgoing_numbers: Option<NumberPattern>,
    #[arg(long, value_name = "outgoing-at", value_parser = closed::<OutgoingAt>())]
    pub outgoing_at: Option<OutgoingAt>,
    #[arg(long, value_name = "offset", value_parser = offset, allow_hyphen_values = true)]
    pub utc_offset: Option<FixedOffset>,
    #[arg(long, value_name = "login")]
    pub default_person: Option<String>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum UnitCommand {
    Add(UnitAdd),
    Change(UnitChange),
    List(Printed),
    Retire(UnitRetire),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct UnitAdd {
    #[arg(value_name = "unit", id = "unit-code", value_parser = text)]
    pub code: String,
    #[arg(long, value_name = "name", value_parser = text)]
    pub title: Option<String>,
    #[arg(long, value_name = "sort", value_parser = closed::<UnitSort>(), default_value = "department", hide_default_value = true)]
    pub sort: UnitSort,
    #[arg(long)]
    pub external: bool,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct UnitChange {
    #[arg(value_name = "unit", id = "unit-code")]
    pub code: String,
    #[arg(long, value_name = "name", value_parser = text)]
    pub title: Option<String>,
    #[arg(long, value_name = "sort", value_parser = closed::<UnitSort>())]
    pub sort: Option<UnitSort>,
    #[arg(long)]
    pub external: bool,
    #[arg(long, conflicts_with = "external")]
    pub no_external: bool,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct UnitRetire {
    #[arg(value_name = "unit", id = "unit-code")]
    pub code: String,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum StaffCommand {
    Add(Box<StaffAdd>),
    Change(Box<StaffChange>),
    List(Printed),
    Retire(StaffRetire),
}

/// What can be said of a person.
#[derive(Debug, Args)]
pub(in crate::cli) struct PersonDetails {
    #[arg(long, value_name = "unit")]
    pub unit: Option<String>,
    #[arg(long, value_name = "text", value_parser = text)]
    pub position: Option<String>,
    #[arg(long, value_name = "phone", value_parser = text)]
    pub phone: Option<String>,
    #[arg(long, value_name = "email", value_parser = text)]
    pub email: Option<String>,
    #[arg(long, value_name = "role", value_delimiter = ',', value_parser = closed::<Role>())]
    pub role: Vec<Role>,
    #[arg(long)]
    pub sign: bool,
    #[arg(long, value_name = "date", value_parser = date)]
    pub sign_from: Option<NaiveDate>,
    #[arg(long, value_name = "date", value_parser = date)]
    pub sign_to: Option<NaiveDate>,
    #[arg(long, value_name = "user")]
    pub os_user: Option<String>,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct StaffAdd {
    #[arg(long, value_name = "full-name", value_parser = text)]
    pub person: String,
    #[arg(long, value_name = "login", value_parser = text)]
    pub login: String,
    #[command(flatten)]
    pub details: PersonDetails,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct StaffChange {
    #[arg(value_name = "login", id = "staff-login")]
    pub login: String,
    #[arg(long, value_name = "full-name", value_parser = text)]
    pub person: Option<String>,
    #[arg(long, conflicts_with_all = ["sign", "sign_from", "sign_to"])]
    pub no_sign: bool,
    #[command(flatten)]
    pub deputy: StandIn,
    #[command(flatten)]
    pub details: PersonDetails,
}

/// For whom a person acts, as what, from when to when.
#[derive(Debug, Args)]
pub(in crate::cli) struct StandIn {
    #[arg(long, value_name = "login", requires_all = ["duty", "deputy_to"])]
    pub deputy_for: Option<String>,
    #[arg(long, value_name = "duty", value_parser = closed::<Duty>(), requires = "deputy_for")]
    pub duty: Option<Duty>,
    #[arg(long = "from", id = "deputy_from", value_name = "date", value_parser = date, requires = "deputy_for")]
    pub from: Option<NaiveDate>,
    #[arg(long = "to", id = "deputy_to", value_name = "date", value_parser = date, requires = "deputy_for")]
    pub to: Option<NaiveDate>,
    #[arg(long)]
    pub no_deputy: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct StaffRetire {
    #[arg(value_name = "login", id = "staff-login")]
    pub login: String,
    #[command(flatten)]
    pub confirm: Confirm,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Load {
    Norms(LoadFile),
    Calendar(LoadFile),
    Topics(LoadFile),
    Templates(LoadTemplates),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct LoadTemplates {
    #[arg(value_name = "files", required = true, id = "template-files")]
    pub paths: Vec<PathBuf>,
    #[arg(long)]
    pub replace: bool,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Templates {
    List(Printed),
    Check(TemplateFiles),
    Show(TemplateId),
    Copy(TemplateCopy),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct TemplateFiles {
    #[arg(value_name = "files", id = "template-files")]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct TemplateId {
    #[arg(value_name = "template", id = "template-id")]
    pub id: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct TemplateCopy {
    #[arg(value_name = "template", id = "template-id")]
    pub id: String,
    #[arg(long)]
    pub replace: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct LoadFile {
    #[arg(value_name = "file", id = "load-file")]
    pub file: PathBuf,
    #[command(flatten)]
    pub confirm: Confirm,
}

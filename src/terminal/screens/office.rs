//! What the office says of itself: name, letterhead, numbers, who acts where nobody is named.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::acts;
use super::roster::no_administrator;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft};
use crate::say;
use crate::standard::decide::OfficeCommand;
use crate::standard::number::{BadPattern, NumberPattern, OutgoingAt};
use crate::standard::office::{Login, OfficeDetails};
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::text::{email_fault, given};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::widgets::Choice;

/// What the draft of the office's details is called.
pub const NAME: &str = "office";

/// Opens the form of the office.
///
/// # Errors
/// When the operating system has no random bytes for the draft's id.
pub fn open(cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    if let Some(reason) = no_administrator(cx) {
        return Ok(Outcome::Say(reason));
    }
    let form = form(cx);
    Ok(acts::open(Sheeted::new(OfficeSheet, form, cx)?))
}

/// Opens the form of the office as its draft left it.
pub fn restore(draft: &Draft, state: &Map<String, Value>, cx: &Cx) -> Box<dyn Layer<Cx>> {
    Box::new(Sheeted::restored(OfficeSheet, form(cx), draft, state))
}

/// The form of the office.
#[derive(Debug)]
struct OfficeSheet;

fn form(cx: &Cx) -> Form {
    let (words, office) = (&cx.words, cx.desk.office());
    let details = &office.details;
    let line = |id: &'static str, label: String, width: u16, value: &str| {
        Field::new(id, &label, Kind::Line).width(width).with(value)
    };
    let people = office.staff.values().filter(|person| person.retired.is_none());
    let mut people: Vec<_> =
        people.map(|person| Choice::new(&person.login.0, &person.short_name())).collect();
    people.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
    let moments = OutgoingAt::ALL.iter().map(|at| Choice::new(at.code(), &words.outgoing_at(*at)));
    let default = details.default_person.as_ref().map_or("", |login| login.0.as_str());
    let fields = vec![
        line("office_name", say!(words, "field-office-name"), 54, &details.name).required(),
        line("address", say!(words, "label-address"), 54, &details.address),
        line("phone", say!(words, "label-phone"), 32, &details.phone),
        line("email", say!(words, "label-email"), 32, &details.email),
        Field::new("letterhead", &say!(words, "label-letterhead"), Kind::Text(4))
            .width(54)
            .with(&details.letterhead.join("\n"))
            .note(&say!(words, "note-letterhead")),
        line("appeal_numbers", say!(words, "label-appeal-numbers"), 32, &details.appeal_numbers.to_string())
            .heading(&say!(words, "office-numbers", code = details.code.as_str()))
            .note(&say!(words, "note-pattern"))
            .required(),
        line(
            "outgoing_numbers",
            say!(words, "label-outgoing-numbers"),
            32,
            &details.outgoing_numbers.to_string(),
        )
        .note(&say!(words, "note-pattern"))
        .required(),
        Field::new("outgoing_at", &say!(words, "label-outgoing-at"), Kind::Choice(moments.collect()))
            .width(32)
            .with(details.outgoing_at.code())
            .note(&say!(words, "note-outgoing-at"))
            .required(),
        Field::new("default_person", &say!(words, "label-default-person"), Kind::Choice(people))
            .width(32)
            .with(default)
            .note(&say!(words, "note-default-person")),
    ];
    Form::new(fields, &say!(words, "button-save"))
}

/// The pattern as typed.
fn pattern(form: &Form, id: &str) -> Result<NumberPattern, BadPattern> {
    NumberPattern::parse(form.typed(id).trim())
}

impl Sheet for OfficeSheet {
    fn name(&self) -> Option<String> {
        Some(NAME.to_owned())
    }

    fn is_of_the_office(&self) -> bool {
        true
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "command-office")
    }

    fn form(&self) -> FormName {
        FormName::Office
    }

    fn check(&self, id: &str, form: &Form, cx: &Cx) -> Option<String> {
        let typed = form.typed(id);
        match id {
            "email" => given(&typed).and_then(email_fault).map(|fault| cx.words.email_fault(fault)),
            "appeal_numbers" | "outgoing_numbers" => {
                pattern(form, id).err().map(|error| cx.words.bad_pattern(&error))
            }
            _ => None,
        }
    }

    fn notice(&self, form: &Form, cx: &Cx) -> Option<String> {
        let code = &cx.desk.office().details.code;
        let sample = |id| pattern(form, id).ok().map(|pattern| pattern.write(code, 1, cx.today()).text);
        let (appeal, outgoing) = (sample("appeal_numbers")?, sample("outgoing_numbers")?);
        Some(say!(cx.words, "office-number-sample", appeal = appeal, outgoing = outgoing))
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::UnknownPerson(_) => Some("default_person"),
            other => other.field().map(RefusedField::code),
        }
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let before = &cx.desk.office().details;
        let number = |id: &str| {
            pattern(form, id).map_err(|error| DeskError::BadFile {
                name: form.typed(id),
                why: cx.words.bad_pattern(&error),
            })
        };
        let line = |id: &str| form.typed(id).trim().to_owned();
        let letterhead = form.typed("letterhead");
        let details = OfficeDetails {
            name: line("office_name"),
            address: line("address"),
            phone: line("phone"),
            email: line("email"),
            letterhead: letterhead.lines().filter_map(given).map(str::to_owned).collect(),
            appeal_numbers: number("appeal_numbers")?,
            outgoing_numbers: number("outgoing_numbers")?,
            default_person: given(&form.typed("default_person")).map(|login| Login(login.to_owned())),
            code: before.code.clone(),
            utc_offset: before.utc_offset,
            outgoing_at: form.typed("outgoing_at").parse().unwrap_or(before.outgoing_at),
        };
        cx.desk.change_office(OfficeCommand::Change(details), confirmed)?;
        Ok(Outcome::CloseSaying(say!(cx.words, "done-office")))
    }
}

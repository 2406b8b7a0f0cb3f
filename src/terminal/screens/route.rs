//! Handing an appeal on: to whom, with what words, by when.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::acts;
use super::drafts;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft, Seen};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::decide::{Routing, Target};
use crate::standard::office::{Login, StaffMember, UnitCode};
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::route::Route;
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::widgets::Choice;

const DIRECTOR: &str = "director";
const UNIT: &str = "unit:";
const PERSON: &str = "person:";

/// The routing form of one appeal.
#[derive(Debug)]
struct RouteSheet {
    seen: Seen,
    number: String,
    route: Route,
}

/// What its drafts are called.
pub const NAME: &str = "route";

/// Opens the routing form.
pub fn open(appeal: &Appeal, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    if let Some(begun) = drafts::resume(NAME, appeal, cx)? {
        return Ok(Outcome::Open(begun));
    }
    let (sheet, form) = begin(appeal, cx);
    Ok(acts::open(Sheeted::new(sheet, form, cx)?))
}

/// Opens the routing form upon a letter that lacks its executor (R6).
///
/// # Errors
/// When the operating system has no random bytes for its draft.
pub fn for_a_letter(appeal: &Appeal, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    if let Some(begun) = drafts::resume(NAME, appeal, cx)? {
        return Ok(Outcome::Open(begun));
    }
    let (sheet, mut form) = begin(appeal, cx);
    form.blame("to", &say!(cx.words, "route-letter-needs"));
    Ok(acts::open(Sheeted::new(sheet, form, cx)?))
}

/// Opens the routing form as a draft left it.
pub fn restore(appeal: &Appeal, draft: &Draft, state: &Map<String, Value>, cx: &Cx) -> Box<dyn Layer<Cx>> {
    let (sheet, form) = begin(appeal, cx);
    Box::new(Sheeted::restored(sheet, form, draft, state))
}

fn begin(appeal: &Appeal, cx: &Cx) -> (RouteSheet, Form) {
    let sheet = RouteSheet { seen: appeal.into(), number: appeal.number.text.clone(), route: appeal.route };
    let words = &cx.words;
    let resolution = say!(words, "route-resolution-usual");
    let helpers = people(appeal, cx);
    let helpers = helpers.iter().map(|person| Choice::new(&person.login.0, &person.short_name()));
    let helping: Vec<_> = appeal.co_executors.iter().map(|login| login.0.as_str()).collect();
    let fields = vec![
        Field::new("to", &say!(words, "route-to"), Kind::Choice(targets(appeal, cx)))
            .width(48)
            .note(&say!(words, "route-to-note"))
            .required(),
        Field::new("co_executors", &say!(words, "route-helpers"), Kind::Several(helpers.collect()))
            .width(48)
            .with(&helping.join(" "))
            .note(&say!(words, "route-helpers-note")),
        Field::new("resolution", &say!(words, "field-resolution"), Kind::Text(3)).with(&resolution),
        Field::new("inner_due", &say!(words, "route-inner-due"), Kind::Date).note(&say!(
            words,
            "route-inner-due-note",
            due = words.date(appeal.due.day)
        )),
        Field::new("reason", &say!(words, "route-override"), Kind::Line)
            .width(48)
            .note(&say!(words, "route-override-note")),
    ];
    let mut form = Form::new(fields, &say!(words, "button-route"));
    // As any default, it gives way to the first letter typed.
    form.select("resolution", 0..resolution.len());
    (sheet, form)
}

/// Everybody who works here, people of the unit that holds it first.
fn people<'a>(appeal: &Appeal, cx: &'a Cx) -> Vec<&'a StaffMember> {
    let office = cx.desk.office();
    let near = appeal.holder.unit().unwrap_or(&appeal.intake);
    let mut people: Vec<_> = office.staff.values().filter(|person| person.retired.is_none()).collect();
    people.sort_by(|one, other| {
        (one.unit != *near)
            .cmp(&(other.unit != *near))
            .then_with(|| crate::desk::compare_names(&one.short_name(), &other.short_name()))
    });
    people
}

/// Everybody to whom it can go: people of the unit that holds it first, then other people, units, the director.
fn targets(appeal: &Appeal, cx: &Cx) -> Vec<Choice> {
    let office = cx.desk.office();
    let people = people(appeal, cx);
    let people = people.into_iter().map(|person| {
        let title = format!("{} · {}", person.short_name(), office.unit_title(&person.unit));
        Choice::new(&format!("{PERSON}{}", person.login), &title)
    });
    let units = office.units.values().filter(|unit| unit.retired.is_none()).map(|unit| {
        Choice::new(&format!("{UNIT}{}", unit.code), &super::describe::unit_name(cx, &unit.code))
    });
    let director = Choice::new(DIRECTOR, &cx.words.role(crate::standard::office::Role::Director));
    people.chain(units).chain(std::iter::once(director)).collect()
}

/// The field of a form of routing that a refusal is about.
pub(super) const fn stands_in(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::BadCoExecutor(_) => Some("co_executors"),
        Refusal::InnerDueLater { .. } | Refusal::InnerDuePast { .. } => Some("inner_due"),
        Refusal::Missing(field) | Refusal::TooLong { field, .. } => Some(field.code()),
        _ => None,
    }
}

impl Sheet for RouteSheet {
    fn name(&self) -> Option<String> {
        Some(drafts::name(NAME, self.seen.id))
    }

    fn title(&self, cx: &Cx) -> String {
        format!("{} № {}", say!(cx.words, "button-route"), self.number)
    }

    fn form(&self) -> FormName {
        FormName::Route
    }

    fn notice(&self, _form: &Form, cx: &Cx) -> Option<String> {
        Some(say!(cx.words, "card-route", route = cx.words.route(self.route)))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(field.code())
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        stands_in(refusal)
    }

    fn seen(&self) -> Option<Seen> {
        Some(self.seen)
    }

    fn look_again(&mut self, _form: &mut Form, cx: &mut Cx) {
        if let Ok(card) = cx.desk.card(self.seen.id) {
            self.seen = (&card.appeal).into();
        }
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let to = form.typed("to");
        let target = match (to.strip_prefix(UNIT), to.strip_prefix(PERSON)) {
            (Some(unit), _) => Target::Unit(UnitCode(unit.to_owned())),
            (None, Some(login)) => Target::Executor(Login(login.to_owned())),
            (None, None) if to == DIRECTOR => Target::Director,
            (None, None) => return Err(Refusal::UnknownUnit(UnitCode(to)).into()),
        };
        let helpers = form.typed("co_executors");
        let routing = Routing {
            target,
            resolution: Some(form.typed("resolution")),
            inner_due: loose::date(&form.typed("inner_due"), cx.today()),
            override_reason: Some(form.typed("reason")),
            co_executors: helpers.split_whitespace().map(|login| Login(login.to_owned())).collect(),
        };
        let appeal = cx.desk.route(self.seen, &routing, confirmed)?;
        let holder = super::describe::holder(cx, &appeal);
        Ok(Outcome::CloseSaying(say!(
            cx.words,
            "done-routed",
            number = self.number.as_str(),
            holder = holder
        )))
    }
}

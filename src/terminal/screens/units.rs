//! The units of the office.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::acts;
use super::drafts;
use super::roster::{Entry, Kept, Roster, look};
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft, code_from};
use crate::say;
use crate::standard::decide::OfficeCommand;
use crate::standard::office::{Unit, UnitCode, UnitSort};
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, NO, YES};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::widgets::{Cell, Choice, Column};

/// What the draft of a unit is called; its code follows.
pub const NAME: &str = "unit";

/// The list of units.
pub type Units = Roster<OfUnits>;

/// What the list of units holds.
#[derive(Debug)]
pub struct OfUnits;

impl Kept for OfUnits {
    fn title(cx: &Cx) -> String {
        say!(cx.words, "command-units")
    }

    fn help(cx: &Cx) -> String {
        say!(cx.words, "units-help")
    }

    fn columns(cx: &Cx) -> Vec<Column> {
        let words = &cx.words;
        vec![
            Column::new(&say!(words, "column-unit"), 20, 30).growing().of_data(),
            Column::new(&say!(words, "column-code"), 8, 12),
            Column::new(&say!(words, "column-unit-sort"), 16, 26),
            Column::new(&say!(words, "column-people"), 5, 5).to_the_right(),
        ]
    }

    fn entries(cx: &Cx) -> Vec<Entry> {
        let mut units: Vec<_> = cx.desk.office().units.values().collect();
        units.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
        units.into_iter().map(|unit| entry(unit, cx)).collect()
    }

    fn form(code: Option<&str>, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
        let (sheet, form) = UnitSheet::new(code, cx);
        Ok(acts::open(Sheeted::new(sheet, form, cx)?))
    }

    fn question(name: &str, cx: &Cx) -> String {
        say!(cx.words, "unit-retire", name = name)
    }

    fn retire(code: &str, confirmed: &Confirmed, cx: &mut Cx) -> Result<(), DeskError> {
        cx.desk.retire_unit(UnitCode(code.to_owned()), confirmed)
    }
}

fn entry(unit: &Unit, cx: &Cx) -> Entry {
    let words = &cx.words;
    let people = cx.desk.office().staff.values();
    let people = people.filter(|person| person.retired.is_none() && person.unit == unit.code).count();
    let state = match (unit.retired, unit.external) {
        (Some(on), _) => say!(words, "unit-retired", on = words.date(on)),
        (None, true) => say!(words, "unit-external"),
        (None, false) => words.unit_sort(unit.sort),
    };
    let look = look(unit.retired.is_some());
    let cells = [unit.title.clone(), unit.code.0.clone(), state, people.to_string()];
    Entry {
        code: unit.code.0.clone(),
        name: unit.title.clone(),
        cells: cells.iter().map(|cell| Cell::new(cell, look)).collect(),
        retired: unit.retired.is_some(),
    }
}

/// Opens the form of a unit as its draft left it.
pub fn restore(code: &str, draft: &Draft, state: &Map<String, Value>, cx: &Cx) -> Option<Box<dyn Layer<Cx>>> {
    let known = Some(code).filter(|code| !code.is_empty());
    if known.is_some_and(|code| !cx.desk.office().units.contains_key(&UnitCode(code.to_owned()))) {
        return None;
    }
    let (sheet, form) = UnitSheet::new(known, cx);
    Some(Box::new(Sheeted::restored(sheet, form, draft, state)))
}

/// The form of one unit.
#[derive(Debug)]
struct UnitSheet {
    /// The unit that is changed; none for a new one.
    before: Option<Unit>,
    /// The code that was offered: changed by hand, it stays.
    offered: String,
}

impl UnitSheet {
    fn new(code: Option<&str>, cx: &Cx) -> (Self, Form) {
        let words = &cx.words;
        let before = code.and_then(|code| cx.desk.office().units.get(&UnitCode(code.to_owned()))).cloned();
        let unit = before.as_ref();
        let yes_or_no = |yes: bool| if yes { YES } else { NO };
        let sorts = UnitSort::ALL.iter().map(|sort| Choice::new(sort.code(), &words.unit_sort(*sort)));
        let mut fields = vec![
            Field::new("unit_title", &say!(words, "field-unit-title"), Kind::Line)
                .width(48)
                .with(unit.map_or("", |unit| unit.title.as_str()))
                .required(),
        ];
        if unit.is_none() {
            fields.push(
                Field::new("unit_code", &say!(words, "field-unit-code"), Kind::Line)
                    .width(16)
                    .note(&say!(words, "note-unit-code"))
                    .required(),
            );
        }
        fields.extend([
            Field::new("sort", &say!(words, "column-unit-sort"), Kind::Choice(sorts.collect()))
                .width(32)
                .with(unit.map_or(UnitSort::Department, |unit| unit.sort).code())
                .note(&say!(words, "note-unit-sort"))
                .required(),
            Field::new("external", &say!(words, "label-unit-external"), Kind::YesNo)
                .with(yes_or_no(unit.is_some_and(|unit| unit.external)))
                .note(&say!(words, "note-unit-external")),
        ]);
        if unit.is_some_and(|unit| unit.retired.is_some()) {
            let back = Field::new("back", &say!(words, "label-unit-back"), Kind::YesNo).with(NO);
            fields.push(back.note(&say!(words, "note-back")));
        }
        let form = Form::new(fields, &say!(words, "button-save"));
        (Self { before, offered: String::new() }, form)
    }

    fn unit(&self, form: &Form) -> Unit {
        let before = self.before.as_ref();
        let retired = before.and_then(|unit| unit.retired).filter(|_| form.typed("back") != YES);
        Unit {
            code: before.map_or_else(
                || UnitCode(form.typed("unit_code").trim().to_owned()),
                |unit| unit.code.clone(),
            ),
            title: form.typed("unit_title").trim().to_owned(),
            sort: form.typed("sort").parse().unwrap_or(UnitSort::Department),
            external: form.typed("external") == YES,
            retired,
        }
    }
}

impl Sheet for UnitSheet {
    fn name(&self) -> Option<String> {
        Some(drafts::name(NAME, self.before.as_ref().map_or("", |unit| unit.code.0.as_str())))
    }

    fn is_of_the_office(&self) -> bool {
        true
    }

    fn title(&self, cx: &Cx) -> String {
        self.before.as_ref().map_or_else(|| say!(cx.words, "unit-new"), |unit| unit.title.clone())
    }

    fn form(&self) -> FormName {
        FormName::Unit
    }

    fn settled(&mut self, form: &mut Form, _cx: &Cx) {
        if form.typed("unit_code") == self.offered {
            self.offered = code_from(&form.typed("unit_title"));
            form.put("unit_code", &self.offered);
        }
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::CodeTaken(_) | Refusal::BadCode(_) | Refusal::Missing(RefusedField::UnitCode) => {
                Some("unit_code")
            }
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
        let unit = self.unit(form);
        let said = say!(cx.words, "done-unit", name = unit.title.as_str());
        let command = match self.before {
            Some(_) => OfficeCommand::ChangeUnit(unit),
            None => OfficeCommand::AddUnit(unit),
        };
        cx.desk.change_office(command, confirmed)?;
        Ok(Outcome::CloseSaying(said))
    }
}

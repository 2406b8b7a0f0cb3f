//! The feedback books of the halls (R30): open and closed ones, and the halls that lack an open one.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::acts;
use super::roster::{Entry, Kept, Roster, look};
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft};
use crate::say;
use crate::standard::book::Book;
use crate::standard::decide::OfficeCommand;
use crate::standard::office::{Role, Unit, UnitCode};
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Choice, Column};

/// What the draft of a new book is called.
pub const NAME: &str = "book";
/// Before the code of a hall that has no open book.
const HALL: &str = "hall:";

/// The list of books.
pub type Books = Roster<OfBooks>;

/// What the list of books holds.
#[derive(Debug)]
pub struct OfBooks;

impl Kept for OfBooks {
    fn keepers() -> &'static [Role] {
        &[Role::Head, Role::Administrator]
    }

    fn title(cx: &Cx) -> String {
        say!(cx.words, "command-books")
    }

    fn help(cx: &Cx) -> String {
        say!(cx.words, "books-help")
    }

    fn columns(cx: &Cx) -> Vec<Column> {
        let words = &cx.words;
        vec![
            Column::new(&say!(words, "column-hall"), 20, 36).growing().of_data(),
            Column::new(&say!(words, "column-book"), 8, 10),
            Column::new(&say!(words, "column-opened"), 10, 10),
            Column::new(&say!(words, "column-state"), 18, 18),
        ]
    }

    /// By hall; a hall without an open book stands there with its want.
    fn entries(cx: &Cx) -> Vec<Entry> {
        let office = cx.desk.office();
        let lacking = office.halls_without_book().into_iter().map(|unit| lacking(unit, cx));
        let mut entries: Vec<_> = office.books.values().map(|book| entry(book, cx)).chain(lacking).collect();
        let hall = |entry: &Entry| entry.cells.first().map(|cell| cell.text.to_string()).unwrap_or_default();
        entries.sort_by(|one, other| crate::desk::compare_names(&hall(one), &hall(other)));
        entries
    }

    fn form(code: Option<&str>, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
        let hall = code.and_then(|code| code.strip_prefix(HALL));
        if code.is_some() && hall.is_none() {
            return Ok(Outcome::Say(say!(cx.words, "book-stays")));
        }
        let form = form(hall, cx);
        Ok(acts::open(Sheeted::new(BookSheet, form, cx)?))
    }

    fn question(name: &str, cx: &Cx) -> String {
        say!(cx.words, "book-close", number = name)
    }

    fn stays(entry: &Entry, cx: &Cx) -> Option<String> {
        entry.code.starts_with(HALL).then(|| say!(cx.words, "book-none-to-close"))
    }

    fn retired(name: &str, cx: &Cx) -> String {
        say!(cx.words, "done-book-closed", number = name)
    }

    fn retired_before(cx: &Cx) -> String {
        say!(cx.words, "book-closed-already")
    }

    fn retire(code: &str, confirmed: &Confirmed, cx: &mut Cx) -> Result<(), DeskError> {
        cx.desk.change_office(OfficeCommand::CloseBook { number: code.to_owned() }, confirmed)
    }
}

fn entry(book: &Book, cx: &Cx) -> Entry {
    let words = &cx.words;
    let state = match book.closed {
        Some(on) => say!(words, "book-closed", on = words.date(on)),
        None => match book.sheets {
            Some(sheets) => say!(words, "book-open-sheets", sheets = sheets),
            None => say!(words, "book-open"),
        },
    };
    let hall = cx.desk.office().unit_title(&book.unit);
    let cells = [hall, book.number.clone(), words.date(book.opened), state];
    let look = look(book.closed.is_some());
    Entry {
        code: book.number.clone(),
        name: book.number.clone(),
        cells: cells.iter().map(|cell| Cell::new(cell, look)).collect(),
        retired: book.closed.is_some(),
    }
}

fn lacking(unit: &Unit, cx: &Cx) -> Entry {
    let mut cells = vec![Cell::new(&unit.title, Look::Plain)];
    cells.extend((0..2).map(|_| Cell::new("—", Look::Dim)));
    cells.push(Cell::new(&say!(cx.words, "book-none"), Look::Problem));
    Entry { code: format!("{HALL}{}", unit.code), name: unit.title.clone(), cells, retired: false }
}

/// Opens the form of a new book as its draft left it.
pub fn restore(draft: &Draft, state: &Map<String, Value>, cx: &Cx) -> Box<dyn Layer<Cx>> {
    Box::new(Sheeted::restored(BookSheet, form(None, cx), draft, state))
}

/// The form of a new book.
#[derive(Debug)]
struct BookSheet;

fn form(hall: Option<&str>, cx: &Cx) -> Form {
    let (words, office) = (&cx.words, cx.desk.office());
    let mut units: Vec<_> =
        office.units.values().filter(|unit| unit.retired.is_none() && !unit.external).collect();
    units.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
    let units = units.into_iter().map(|unit| Choice::new(&unit.code.0, &unit.title)).collect();
    let own = cx.desk.actor().map(|person| person.unit.0.clone()).unwrap_or_default();
    let today = loose::strict_date(cx.today());
    let fields = vec![
        Field::new("unit", &say!(words, "column-hall"), Kind::Choice(units))
            .width(40)
            .with(hall.unwrap_or(&own))
            .required(),
        Field::new("book", &say!(words, "book-number"), Kind::Line)
            .width(16)
            .note(&say!(words, "note-book-number"))
            .required(),
        Field::new("opened", &say!(words, "book-opened"), Kind::Date).with(&today).required(),
        Field::new("sheets", &say!(words, "book-sheets"), Kind::Number)
            .note(&say!(words, "note-book-sheets")),
    ];
    Form::new(fields, &say!(words, "button-book"))
}

impl Sheet for BookSheet {
    fn name(&self) -> Option<String> {
        Some(NAME.to_owned())
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "book-new")
    }

    fn form(&self) -> FormName {
        FormName::Book
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::CodeTaken(_) => Some("book"),
            Refusal::UnknownUnit(_) | Refusal::ExternalUnit(_) => Some("unit"),
            Refusal::InFuture { .. } => Some("opened"),
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
        let number = form.typed("book").trim().to_owned();
        let said = say!(cx.words, "done-book", number = number.as_str());
        let sheets = form.typed("sheets");
        let command = OfficeCommand::OpenBook {
            number,
            unit: UnitCode(form.typed("unit")),
            opened: loose::date(&form.typed("opened"), cx.today()),
            sheets: given(&sheets).and_then(|sheets| sheets.parse().ok()),
        };
        cx.desk.change_office(command, confirmed)?;
        Ok(Outcome::CloseSaying(said))
    }
}

//! The feedback books of the halls (R30): begun, closed, listed, and where there should be one.

use serde_json::json;

use super::acts::BookCommand;
use super::args::Format;
use super::failure::Failure;
use super::look::unit_named;
use super::output::{Cell, Shell, Table};
use super::session::confirmed;
use crate::desk::Desk;
use crate::i18n::Words;
use crate::say;
use crate::standard::book::Book;
use crate::standard::decide::OfficeCommand;
use crate::standard::office::UnitCode;

/// Begins, closes or lists books.
pub(super) fn book(shell: &mut Shell<'_>, desk: &mut Desk, args: BookCommand) -> Result<(), Failure> {
    match args {
        BookCommand::List(args) => list(shell, desk, args.format),
        BookCommand::Open(args) => {
            let unit = unit_named(desk.office(), &args.unit)?;
            let number = args.number.trim().to_owned();
            let command = OfficeCommand::OpenBook {
                number: number.clone(),
                unit,
                opened: args.on,
                sheets: args.sheets.map(std::num::NonZeroU16::get),
            };
            desk.change_office(command, &confirmed(&args.confirm))?;
            let said = say!(shell.words, "cli-done-book-opened", number = number);
            shell.say(&said)
        }
        BookCommand::Close(args) => {
            let number = args.number.trim().to_owned();
            let command = OfficeCommand::CloseBook { number: number.clone() };
            desk.change_office(command, &confirmed(&args.confirm))?;
            let said = say!(shell.words, "cli-done-book-closed", number = number);
            shell.say(&said)
        }
    }
}

/// How a book stands, or that a hall has none; the code that programs read.
#[derive(Clone, Copy)]
enum State {
    Open,
    Closed,
    Missing,
}

impl State {
    const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Missing => "missing",
        }
    }

    fn words(self, words: &Words) -> String {
        match self {
            Self::Open => say!(words, "cli-book-open"),
            Self::Closed => say!(words, "cli-book-closed"),
            Self::Missing => say!(words, "cli-book-missing"),
        }
    }
}

/// Every book, then every hall that should have an open one and has none.
fn list(shell: &mut Shell<'_>, desk: &Desk, format: Format) -> Result<(), Failure> {
    let office = desk.office();
    let known = office.books.values().map(|book| {
        let state = if book.closed.is_some() { State::Closed } else { State::Open };
        (&book.unit, Some(book), state)
    });
    let missing = office.halls_without_book().into_iter().map(|unit| (&unit.code, None, State::Missing));
    let rows: Vec<(&UnitCode, Option<&Book>, State)> = known.chain(missing).collect();
    let table = |words: &Words| Table {
        columns: vec![
            ("unit", say!(words, "cli-column-unit")),
            ("number", say!(words, "field-book")),
            ("state", say!(words, "column-state")),
            ("opened", say!(words, "cli-column-opened")),
            ("closed", say!(words, "cli-column-closed")),
            ("sheets", say!(words, "label-sheets")),
        ],
        rows: rows
            .iter()
            .map(|(unit, book, state)| {
                let plain = format == Format::Csv;
                let day = |day| if plain { format!("{day}") } else { words.date(day) };
                vec![
                    Cell::text(if plain { unit.0.clone() } else { office.unit_title(unit) }),
                    Cell::maybe(book.map(|book| &book.number)),
                    Cell::text(if plain { state.code().to_owned() } else { state.words(words) }),
                    Cell::maybe(book.map(|book| day(book.opened))),
                    Cell::maybe(book.and_then(|book| book.closed).map(day)),
                    book.and_then(|book| book.sheets).map_or(Cell::None, |n| Cell::Figure(n.into())),
                ]
            })
            .collect(),
    };
    shell.list(format, table, |_| {
        rows.iter()
            .map(|(unit, book, state)| {
                json!({
                    "unit": unit, "number": book.map(|book| &book.number), "state": state.code(),
                    "opened": book.map(|book| book.opened), "closed": book.and_then(|book| book.closed),
                    "sheets": book.and_then(|book| book.sheets),
                })
            })
            .collect()
    })
}

//! «What did they come with before?»: all appeals of one client, the newest first.

use std::rc::Rc;

use ratatui::layout::Rect;
use uuid::Uuid;

use super::card::CardScreen;
use super::describe;
use super::new_appeal::state_of_line;
use crate::desk::{AppealLine, DeskError};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Column, Cursor, Table};

/// As many appeals as are read.
const MOST: u32 = 500;

/// The appeals of one client.
#[derive(Debug)]
pub struct ClientHistory {
    client: Uuid,
    name: String,
    lines: Vec<AppealLine>,
    /// How each of them stands, and the table they stand in: worded and measured when they are read.
    states: Vec<String>,
    table: Table,
    cursor: Cursor,
    changes: u64,
}

impl ClientHistory {
    /// The appeals of the client of this one, on which the cursor stands.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn new(appeal: &Appeal, cx: &Cx) -> Result<Self, DeskError> {
        let lines = cx.desk.client_history(appeal.client_id, MOST)?;
        let at = lines.iter().position(|line| line.id == appeal.id).unwrap_or(0);
        let name = appeal.client.known().map(crate::standard::client::Client::short_name).unwrap_or_default();
        let name = if name.is_empty() { say!(cx.words, "client-anonymous") } else { name };
        let mut history = Self {
            client: appeal.client_id,
            name,
            lines: Vec::new(),
            states: Vec::new(),
            table: Table::default(),
            cursor: Cursor::on(at),
            changes: cx.changes(),
        };
        history.show(lines, cx);
        Ok(history)
    }

    fn show(&mut self, lines: Vec<AppealLine>, cx: &Cx) {
        self.states = lines.iter().map(|line| state_of_line(line, cx)).collect();
        self.table = Table {
            columns: vec![
                describe::number_column(lines.iter().map(|line| line.number.text.as_str()), cx),
                Column::new(&say!(cx.words, "history-registered"), 10, 10),
                Column::new(&say!(cx.words, "label-kind"), 12, 12).left_out(1),
                Column::new(&say!(cx.words, "receipt-gist"), 10, 20).growing().of_data(),
                Column::holding(&say!(cx.words, "column-state"), self.states.iter().map(String::as_str)),
            ],
        };
        self.lines = lines;
    }

    fn cells(line: &AppealLine, state: &str, cx: &Cx) -> Vec<Cell> {
        let gist = line.gist.known().map_or_else(|| say!(cx.words, "value-erased"), Clone::clone);
        let late = line.closed_on.is_none() && cx.today() > line.due;
        vec![
            Cell::new(&line.number.text, Look::Plain),
            Cell::new(&cx.words.date(line.registered), Look::Plain),
            Cell::new(&cx.words.kind(line.kind), Look::Dim),
            Cell::new(&gist, Look::Plain),
            Cell::new(state, if late { Look::Overdue } else { Look::Plain }),
        ]
    }
}

impl Layer<Cx> for ClientHistory {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let (lines, states) = (&self.lines, &self.states);
        self.table.draw(canvas, area, &mut self.cursor, lines.len(), |at| {
            lines
                .get(at)
                .zip(states.get(at))
                .map(|(line, state)| Self::cells(line, state, cx))
                .unwrap_or_default()
        });
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "history-title", name = self.name.as_str(), count = self.lines.len())
    }

    fn place(&self) -> Place {
        Place::List
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc if !key.held => Outcome::Close,
            Code::Enter if !key.held => {
                match self.lines.get(self.cursor.chosen).map(|line| cx.desk.card(line.id)) {
                    Some(Ok(card)) => Outcome::Open(Box::new(CardScreen::new(Rc::new(card), cx))),
                    Some(Err(error)) => Outcome::Say(cx.trouble(&error)),
                    None => Outcome::Same,
                }
            }
            code if self.cursor.key(code, self.lines.len()) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "history-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        self.refresh(cx)
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() {
            return Outcome::Same;
        }
        self.changes = cx.changes();
        match cx.desk.client_history(self.client, MOST) {
            Ok(lines) => {
                self.show(lines, cx);
                self.cursor = Cursor::on(self.cursor.chosen.min(self.lines.len().saturating_sub(1)));
                Outcome::Changed
            }
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }
}

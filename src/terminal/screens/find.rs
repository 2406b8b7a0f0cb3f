//! «What about my letter?»: one line to type, the answers under it at every key.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use super::card::CardScreen;
use super::describe;
use crate::desk::{AppealLine, Found, FoundBy, Hit};
use crate::say;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{self, Cell, Column, Cursor, Table};
use crate::text;

/// As many answers as are read; who needs more types more.
const MOST: usize = 100;

/// The look-up.
#[derive(Debug, Default)]
pub struct Find {
    typed: String,
    hits: Vec<Hit>,
    /// How each of them stands, and the table they stand in: worded and measured when they are read.
    states: Vec<String>,
    table: Table,
    /// What the words are in the other layout, where only that was found.
    meant: Option<String>,
    cursor: Cursor,
    changes: u64,
}

impl Find {
    /// An empty look-up.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn search(&mut self, cx: &Cx) -> Outcome<Cx> {
        self.changes = cx.changes();
        self.cursor = Cursor::default();
        match cx.desk.find(&self.typed, MOST) {
            Ok(Found { found: hits, meant }) => {
                self.states = hits.iter().map(|hit| Self::stands(&hit.line, cx)).collect();
                self.table = Self::table(&hits, &self.states, cx);
                (self.hits, self.meant) = (hits, meant);
                Outcome::Changed
            }
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }

    fn table(hits: &[Hit], states: &[String], cx: &Cx) -> Table {
        Table {
            columns: vec![
                describe::number_column(hits.iter().map(|hit| hit.line.number.text.as_str()), cx),
                Column::new(&say!(cx.words, "column-client"), 21, 21).growing().of_data(),
                Column::holding(&say!(cx.words, "column-state"), states.iter().map(String::as_str)),
                Column::new(&say!(cx.words, "column-found-by"), 8, 8).left_out(1),
            ],
        }
    }

    /// How an appeal stands, and with whom.
    fn stands(line: &AppealLine, cx: &Cx) -> String {
        // This year needs no figure: the name is what is looked for, and needs the room.
        let day = |day: NaiveDate| {
            if day.year() == cx.today().year() { day.format("%d.%m").to_string() } else { cx.words.date(day) }
        };
        match (line.outcome, line.closed_on) {
            (Some(outcome), Some(on)) => format!("{} {}", cx.words.outcome(outcome), day(on)),
            _ => format!(
                "{}, {}",
                say!(cx.words, "found-due", day = day(line.due)),
                cx.words.stands_in_list(line.stage, line.unsigned_by.is_some()).to_lowercase()
            ),
        }
    }

    fn cells(hit: &Hit, state: &str, cx: &Cx) -> Vec<Cell> {
        let line = &hit.line;
        let by = match hit.by {
            FoundBy::Number => say!(cx.words, "found-by-number"),
            FoundBy::Letter => say!(cx.words, "found-by-letter"),
            FoundBy::Email => say!(cx.words, "found-by-email"),
            FoundBy::Account => say!(cx.words, "found-by-account"),
            FoundBy::Phone => say!(cx.words, "found-by-phone"),
            FoundBy::Name => say!(cx.words, "found-by-name"),
        };
        let late = line.closed_on.is_none() && cx.today() > line.due;
        vec![
            Cell::new(&line.number.text, Look::Plain),
            Cell::new(&describe::client_name(cx, &line.client, line.client_sort), Look::Plain),
            Cell::new(state, if late { Look::Overdue } else { Look::Plain }),
            Cell::new(&by, Look::Dim),
        ]
    }
}

impl Layer<Cx> for Find {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        canvas.clear(area);
        let label = text::shown(&say!(cx.words, "find-label"));
        let row = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
        let used = canvas.put(row, &label, Look::Strong) + 1;
        let entry = Rect { x: row.x + used, width: row.width.saturating_sub(used).min(50), ..row };
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.hits.is_empty() {
            let said = if self.typed.trim().is_empty() {
                say!(cx.words, "find-hint")
            } else {
                say!(cx.words, "find-nothing", words = self.typed.as_str())
            };
            let list = Rect { x: row.x, width: row.width, ..list };
            canvas.put_lines(list, &[(text::shown(&said), Look::Dim)]);
        } else {
            if let Some(meant) = &self.meant {
                let said =
                    say!(cx.words, "find-other-layout", words = self.typed.as_str(), meant = meant.as_str());
                canvas.put_data(Rect { y: area.y + 1, ..row }, &text::shown(&said), Look::Dim);
            }
            let (hits, states) = (&self.hits, &self.states);
            self.table.draw(canvas, list, &mut self.cursor, hits.len(), |at| {
                hits.get(at)
                    .zip(states.get(at))
                    .map(|(hit, state)| Self::cells(hit, state, cx))
                    .unwrap_or_default()
            });
        }
        // Last, so that the cursor is here and not in the list.
        widgets::entry(canvas, entry, &self.typed, Look::Plain);
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "find-title")
    }

    fn place(&self) -> Place {
        Place::List
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc => Outcome::Close,
            Code::Enter if key.held => Outcome::Same,
            Code::Enter => match self.hits.get(self.cursor.chosen).map(|hit| cx.desk.card(hit.line.id)) {
                Some(Ok(card)) => Outcome::Open(Box::new(CardScreen::new(Rc::new(card), cx))),
                Some(Err(error)) => Outcome::Say(cx.trouble(&error)),
                None => Outcome::Same,
            },
            Code::Char(letter) => {
                self.typed.push(letter);
                self.search(cx)
            }
            Code::Backspace => {
                self.typed.pop();
                self.search(cx)
            }
            Code::Ctrl('u') => {
                self.typed.clear();
                self.search(cx)
            }
            Code::DeleteWordLeft => {
                let kept = self.typed.trim_end().rfind(' ').map_or(0, |space| space + 1);
                self.typed.truncate(kept);
                self.search(cx)
            }
            code if self.cursor.key(code, self.hits.len()) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn paste(&mut self, pasted: &str, cx: &mut Cx) -> Outcome<Cx> {
        const LONGEST: usize = 200;
        self.typed
            .extend(pasted.chars().take(LONGEST).map(|letter| if letter == '\n' { ' ' } else { letter }));
        self.search(cx)
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "find-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        self.refresh(cx)
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() {
            return Outcome::Same;
        }
        let chosen = self.cursor;
        let outcome = self.search(cx);
        self.cursor = chosen;
        outcome
    }
}

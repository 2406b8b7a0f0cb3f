//! Any queue as a list on paper, for the morning meeting.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::super::document::{Block, Column, Document, Fact, Table};
use super::tables::column;
use super::{VOLUME, across, head, nothing};
use crate::i18n::Words;
use crate::say;
use crate::standard::journal::{QueueEntry, Waits};
use crate::standard::office::Office;
use crate::standard::text::capitalised;

/// A queue as it was read.
#[derive(Debug, Clone)]
pub struct QueueList {
    /// What the queue is called.
    pub name: String,
    /// Whose: a unit's, or every unit's where none is named.
    pub unit: Option<String>,
    /// What it is narrowed to, each with what it is asked of; it says of itself that it is not the whole.
    pub narrowed: Vec<(String, String)>,
    /// Its order, where another than the queue's own was asked for.
    pub order: Option<String>,
    /// Its lines, in its order.
    pub entries: Vec<QueueEntry>,
    /// When it was read.
    pub made: DateTime<FixedOffset>,
    /// The day from which days are counted.
    pub today: NaiveDate,
}

impl QueueList {
    /// The list in the words of letters; a long one in volumes.
    #[must_use]
    pub fn documents(&self, office: &Office, words: &Words) -> Vec<Document> {
        let mut volumes: Vec<Vec<Vec<String>>> = vec![Vec::new()];
        let mut weight = 0;
        for (place, entry) in (1..).zip(&self.entries) {
            let row = self.row(place, entry, office, words);
            weight += row.iter().map(String::len).sum::<usize>();
            if weight > VOLUME {
                weight = 0;
                volumes.push(Vec::new());
            }
            if let Some(rows) = volumes.last_mut() {
                rows.push(row);
            }
        }
        let last = volumes.len();
        let volumes = (1..).zip(volumes);
        volumes.map(|(volume, rows)| self.volume(rows, volume, volume == last, office, words)).collect()
    }

    fn volume(
        &self,
        rows: Vec<Vec<String>>,
        volume: usize,
        is_last: bool,
        office: &Office,
        words: &Words,
    ) -> Document {
        let (name, on) = (self.name.as_str(), words.moment(self.made));
        let title = if self.narrowed.is_empty() {
            say!(words, "queue-list-title", name = name, on = on)
        } else {
            say!(words, "queue-list-title-narrowed", name = name, on = on)
        };
        let mut blocks = vec![head(office, self.unit.as_deref(), words), Block::Title(title.clone())];
        blocks.extend(self.selection(words).map(Block::Notice));
        if volume > 1 {
            blocks.push(Block::Notice(say!(words, "journal-volume", volume = volume)));
        }
        let table = (!rows.is_empty()).then(|| Table::new(columns(words), rows).ok()).flatten();
        blocks.push(table.map_or_else(|| nothing(words), Block::Table));
        if is_last {
            let (label, value) = (say!(words, "journal-total"), self.entries.len().to_string());
            blocks.push(Block::Facts(vec![Fact { label, value }]));
        } else {
            let next: usize = volume + 1;
            blocks.push(Block::Notice(say!(words, "journal-goes-on", volume = next)));
        }
        across(title, blocks)
    }

    /// What the list is narrowed to, and its order, in words.
    fn selection(&self, words: &Words) -> Option<String> {
        let asked = self.narrowed.iter().map(|(what, value)| format!("{} — {value}", what.to_lowercase()));
        let asked: Vec<_> = asked.collect();
        let narrowed =
            (!asked.is_empty()).then(|| say!(words, "queue-list-narrowed", narrowed = asked.join("; ")));
        let order = self.order.as_ref().map(|order| say!(words, "queue-list-order", order = order.as_str()));
        let lines: Vec<_> = narrowed.into_iter().chain(order).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn row(&self, place: usize, entry: &QueueEntry, office: &Office, words: &Words) -> Vec<String> {
        let due = match entry.inner_due {
            Some(inner) => {
                say!(words, "queue-list-inner", due = words.date(entry.due), inner = words.date(inner))
            }
            None => words.date(entry.due),
        };
        let unsigned = entry.waits.iter().any(|waits| matches!(waits, Waits::Signature(_)));
        let state = match entry.closed {
            Some((outcome, on)) => format!("{}\n{}", capitalised(&words.outcome(outcome)), words.date(on)),
            None => words.stands_in_list(entry.stage, unsigned),
        };
        let days = match entry.closed {
            Some(_) => String::new(),
            // The head of the column says what they are.
            None => (entry.due - self.today).num_days().to_string().replace('-', "−"),
        };
        let waits: Vec<_> = entry.waits.iter().map(|waits| waiting(waits, words, office)).collect();
        vec![
            place.to_string(),
            entry.number.clone(),
            due,
            days,
            words.client_name(&entry.client, entry.client_sort),
            entry.gist.text().to_owned(),
            words.channel(entry.channel),
            state,
            entry.unit.as_ref().map(|unit| office.unit_title(unit)).unwrap_or_default(),
            entry.executor.as_ref().map(|login| office.person_name(login)).unwrap_or_default(),
            waits.join("\n"),
        ]
    }
}

fn waiting(waits: &Waits, words: &Words, office: &Office) -> String {
    match waits {
        Waits::Signature(by) => say!(words, "waits-signature", signatory = office.person_name(by)),
        Waits::Send(by) => say!(words, "queue-list-send", by = words.date(*by)),
        Waits::Call(at) => say!(words, "queue-list-call", at = words.moment(*at)),
        Waits::Request(by) => say!(words, "queue-list-request", by = words.date(*by)),
        Waits::Ground(ground) => say!(words, "queue-list-ground", ground = words.ground(*ground)),
    }
}

fn columns(words: &Words) -> Vec<Column> {
    vec![
        column(say!(words, "journal-column-place"), 11),
        column(say!(words, "journal-column-number"), 26),
        column(say!(words, "journal-column-due"), 20),
        column(say!(words, "queue-list-days"), 18),
        column(say!(words, "journal-column-client"), 36),
        column(say!(words, "journal-column-gist"), 44),
        column(say!(words, "journal-column-channel"), 22),
        column(say!(words, "queue-list-state"), 24),
        column(say!(words, "queue-list-unit"), 27),
        column(say!(words, "journal-column-executor"), 23),
        column(say!(words, "journal-column-mark"), 22),
    ]
}

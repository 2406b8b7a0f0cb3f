//! Journals on paper: entries become rows of wide tables, a volume at a time; totals, signatures and, on the journal of a
//! day, the register's witness stand at the foot of the last.
//!
//! The sets of columns follow published journals: of the МВД (written appeals), the МЧС (personal reception, replies), the
//! ФСО («Том / Начат / Окончен / На … листах»).

mod queue;
mod rows;
mod tables;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::document::{Block, BodySize, Document, Fact, Format, Language, Sheet, Table};
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::{Channel, Outcome};
use crate::standard::journal::{Entry, Foot, JournalAsked, JournalKind, Witness};
use crate::standard::office::{FullName, Office, StaffMember};
use crate::standard::post::PostKind;

pub use self::queue::QueueList;

/// The text of a volume's rows, in bytes: a hundred sheets or so, what is sewn into one cover.
const VOLUME: usize = 640 * 1024;

/// Binds a journal: takes its entries in order and gives its volumes, each as soon as it is full.
#[derive(Debug)]
pub struct Binder<'a> {
    asked: &'a JournalAsked,
    office: &'a Office,
    words: &'a Words,
    /// Who made it, where somebody is named.
    by: Option<&'a StaffMember>,
    volume: u16,
    appeals: Vec<Vec<String>>,
    letters: Vec<Vec<String>>,
    weight: usize,
    /// The days of the volume's first and last entry.
    of_volume: Option<(NaiveDate, NaiveDate)>,
    count: Count,
}

/// What the foot tells of.
#[derive(Debug, Default)]
struct Count {
    entries: u32,
    letters: u32,
    annulled: u32,
    /// Letters that lost their number.
    void: u32,
    by_channel: BTreeMap<Channel, u32>,
    by_kind: BTreeMap<Option<PostKind>, u32>,
}

impl<'a> Binder<'a> {
    /// A binder of the journal that was asked for.
    #[must_use]
    pub fn new(
        asked: &'a JournalAsked,
        office: &'a Office,
        words: &'a Words,
        by: Option<&'a StaffMember>,
    ) -> Self {
        Self {
            asked,
            office,
            words,
            by,
            volume: 1,
            appeals: Vec::new(),
            letters: Vec::new(),
            weight: 0,
            of_volume: None,
            count: Count::default(),
        }
    }

    /// Takes an entry; gives the volume that was full before it.
    pub fn add(&mut self, entry: &Entry<'_>) -> Option<Document> {
        let full = (self.weight > VOLUME).then(|| self.close());
        self.count_in(entry);
        let day = match entry {
            Entry::Appeal(appeal) => appeal.registered,
            Entry::Letter(letter) => letter.dated,
        };
        let begun = self.of_volume.map_or(day, |(begun, _)| begun);
        self.of_volume = Some((begun, day));
        let scribe = rows::Scribe { office: self.office, words: self.words };
        let row = scribe.row(self.asked.kind, entry, self.place());
        self.weight += row.iter().map(String::len).sum::<usize>();
        match entry {
            Entry::Appeal(_) => self.appeals.push(row),
            Entry::Letter(_) => self.letters.push(row),
        }
        full
    }

    /// The last volume, with the foot.
    #[must_use]
    pub fn finish(mut self, foot: &Foot) -> Document {
        let mut document = self.volume(self.asked.to);
        document.blocks.push(Block::Facts(self.totals(foot)));
        document.blocks.extend(foot.witness.iter().flat_map(|witness| self.witness(witness)));
        document.blocks.extend(self.signatures());
        document
    }

    /// The place of the newest entry among those of its sort.
    const fn place(&self) -> u32 {
        match self.asked.kind {
            JournalKind::Outgoing | JournalKind::Post => self.count.letters,
            _ => self.count.entries,
        }
    }

    fn count_in(&mut self, entry: &Entry<'_>) {
        let count = &mut self.count;
        match entry {
            Entry::Appeal(appeal) => {
                count.entries += 1;
                *count.by_channel.entry(appeal.channel).or_default() += 1;
                let closing = appeal.closing.as_ref();
                count.annulled += u32::from(closing.is_some_and(|it| it.outcome == Outcome::Annulled));
            }
            Entry::Letter(entry) => {
                count.letters += 1;
                let kind = entry.appeal.postings.get(&entry.letter).map(|posting| posting.kind);
                *count.by_kind.entry(kind).or_default() += 1;
                count.void += u32::from(!entry.stands());
            }
        }
    }

    /// A volume that others follow.
    fn close(&mut self) -> Document {
        let ended = self.of_volume.map_or(self.asked.to, |(_, ended)| ended);
        let mut document = self.volume(ended);
        self.volume += 1;
        document.blocks.push(Block::Notice(say!(self.words, "journal-goes-on", volume = self.volume)));
        document
    }

    /// What was taken so far, under its head: a volume that ends on this day.
    fn volume(&mut self, ended: NaiveDate) -> Document {
        self.weight = 0;
        let (kind, words) = (self.asked.kind, self.words);
        let mut blocks = self.head(ended);
        let (appeals, letters) = (std::mem::take(&mut self.appeals), std::mem::take(&mut self.letters));
        let both = kind == JournalKind::Day;
        let parts = [
            (appeals, !kind.channels().is_empty(), tables::appeals(kind, words)),
            (letters, both || kind.channels().is_empty(), tables::letters(kind, words)),
        ];
        let headings = [say!(words, "journal-part-appeals"), say!(words, "journal-part-letters")];
        for ((rows, wanted, columns), heading) in parts.into_iter().zip(headings) {
            if !wanted {
                continue;
            }
            blocks.extend(both.then_some(Block::Heading(heading)));
            // Rows are made with a cell a column; a table that were not so would be left out, and a test would see it.
            let table = (!rows.is_empty()).then(|| Table::new(columns, rows).ok()).flatten();
            blocks.push(table.map_or_else(|| nothing(words), Block::Table));
        }
        across(self.title(), blocks)
    }

    /// The head of a volume. The first begins with the days that were asked for, each other with its first entry.
    fn head(&mut self, ended: NaiveDate) -> Vec<Block> {
        let words = self.words;
        let begun = self.of_volume.take().filter(|_| self.volume > 1).map(|(begun, _)| begun);
        let unit = self.asked.unit.as_ref().map(|code| self.office.unit_title(code));
        let mut blocks = vec![head(self.office, unit.as_deref(), words), Block::Title(self.title())];
        if !self.asked.kind.is_of_a_day() && self.asked.kind != JournalKind::Post {
            let (from, to) = (words.date(begun.unwrap_or(self.asked.from)), words.date(ended));
            blocks.push(Block::Notice(say!(
                words,
                "journal-begun",
                volume = self.volume,
                from = from,
                to = to
            )));
        }
        blocks
    }

    fn title(&self) -> String {
        format!(
            "{} {}",
            self.words.journal(self.asked.kind),
            days(self.words, self.asked.from, self.asked.to)
        )
    }

    fn totals(&self, foot: &Foot) -> Vec<Fact> {
        let (words, count, kind) = (self.words, &self.count, self.asked.kind);
        let (of_appeals, of_letters) =
            (!kind.channels().is_empty(), kind.is_of_a_day() || kind.channels().is_empty());
        let parts = |parts: Vec<(String, u32)>| {
            parts.into_iter().map(|(what, number)| format!("{} — {number}", what.to_lowercase())).collect()
        };
        let channels = count.by_channel.iter().map(|(channel, number)| (words.channel(*channel), *number));
        let kinds = count.by_kind.iter().map(|(kind, number)| {
            let kind = kind.map_or_else(|| say!(words, "journal-kind-unknown"), |kind| words.post_kind(kind));
            (kind, *number)
        });
        let mut channels: Vec<String> = parts(channels.collect());
        let mut kinds: Vec<String> = parts(kinds.collect());
        if channels.len() < 2 {
            channels.clear();
        }
        if kind != JournalKind::Post {
            kinds.clear();
        }
        let total = |label: String, number: u32, parts: &[String]| {
            let number = number.to_string();
            let value = if parts.is_empty() { number } else { format!("{number}: {}", parts.join(", ")) };
            Fact { label, value }
        };
        let mut facts = Vec::new();
        // What was annulled stands right below what it is a part of.
        let of_them =
            |number: u32| (number > 0).then(|| total(say!(words, "journal-total-annulled"), number, &[]));
        if of_appeals {
            facts.push(total(say!(words, "journal-total"), count.entries, &channels));
            facts.extend(of_them(count.annulled));
        }
        if of_letters {
            facts.push(total(say!(words, "journal-total-letters"), count.letters, &kinds));
            facts.extend(of_them(count.void));
        }
        let consultations = foot.consultations;
        facts
            .extend(consultations.map(|given| total(say!(words, "journal-total-consultations"), given, &[])));
        facts.push(Fact { label: say!(words, "journal-made"), value: words.moment(foot.made) });
        facts
    }

    /// The register's witness: the code, what it covers, and how it is compared.
    fn witness(&self, witness: &Witness) -> [Block; 2] {
        let words = self.words;
        let covers = say!(
            words,
            "journal-witness-covers",
            last = witness.last.to_string(),
            written = words.moment(witness.written)
        );
        let on = self.asked.to.to_string();
        [
            Block::Facts(vec![
                Fact { label: say!(words, "journal-witness"), value: witness.code.clone() },
                Fact { label: say!(words, "journal-witness-of"), value: covers },
            ]),
            Block::Notice(say!(words, "journal-witness-note", code = witness.code.as_str(), on = on)),
        ]
    }

    fn signatures(&self) -> Vec<Block> {
        let words = self.words;
        let name = self.by.and_then(|person| person.name.known()).map(FullName::signs_as).unwrap_or_default();
        let signed = |position: String, name: String| Block::Signature { position, name };
        if self.asked.kind == JournalKind::Post {
            return vec![
                signed(say!(words, "journal-post-handed"), name),
                signed(say!(words, "journal-post-taken"), String::new()),
            ];
        }
        vec![signed(say!(words, "journal-made-by"), name)]
    }
}

/// Whose the sheet is: the office, and the unit or every one.
fn head(office: &Office, unit: Option<&str>, words: &Words) -> Block {
    let unit = match unit {
        Some(unit) => say!(words, "journal-unit", unit = unit),
        None => say!(words, "journal-every-unit"),
    };
    Block::Notice(format!("{}\n{unit}", office.details.name))
}

/// A row in the place of a table that has none.
fn nothing(words: &Words) -> Block {
    Block::Facts(vec![Fact { label: say!(words, "journal-nothing"), value: String::new() }])
}

/// A document of tables on A4 across.
fn across(title: String, blocks: Vec<Block>) -> Document {
    Document {
        title,
        language: Language::Ru,
        sheet: Sheet { body: BodySize::Ten, format: Format::A4Across, ..Sheet::default() },
        draft_mark: None,
        blocks,
        executor_mark: Vec::new(),
    }
}

/// What the file of a journal is called, without an ending.
#[must_use]
pub fn stem(asked: &JournalAsked, words: &Words) -> String {
    let days =
        if asked.from == asked.to { asked.from.to_string() } else { format!("{}-{}", asked.from, asked.to) };
    format!("{}-{days}", words.journal(asked.kind).to_lowercase().replace(' ', "-"))
}

/// «за 24.11.2026», «за период с … по …».
fn days(words: &Words, from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        say!(words, "journal-on", on = words.date(from))
    } else {
        say!(words, "journal-between", from = words.date(from), to = words.date(to))
    }
}

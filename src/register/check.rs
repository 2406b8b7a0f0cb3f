//! Is what the file holds what was written? Every promise of the chain and of the tables read from it, tried.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::error::StoreError;
use super::facts::{self, ChainHead, RawFact, Sort, StoredFact, select_facts, side_cells};
use super::kept::{self, KeptFault};
use super::line::{AppealLine, select_lines};
use super::open::Register;
use super::seal::{self, SideFault};
use super::write::appeal_of_request;
use super::{find, numbers, schema, visit};
use crate::standard::appeal::Appeal;
use crate::standard::fact::{AppealEvent, ConsultationEvent, VisitEvent};
use crate::standard::fold::Unfoldable;
use crate::standard::number::Series;
use crate::standard::personal::Personal;
use crate::standard::visit::{Consultation, Visit};

/// One thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The database itself is damaged; SQLite's own words.
    Structure(String),
    /// A table, an index or a trigger is missing, changed or not ours; its name.
    Schema(String),
    /// A fact is not the one that was hashed.
    Altered {
        /// Whose chain.
        office: Uuid,
        /// Its place.
        office_seq: u64,
    },
    /// A fact does not stand on the one before it, or that one is gone.
    Unlinked {
        /// Whose chain.
        office: Uuid,
        /// Its place.
        office_seq: u64,
    },
    /// Facts of an office whose register this is not.
    OtherOffice(Uuid),
    /// The office that the file is said to be of has no facts, and others have.
    OfficeOfNone(Uuid),
    /// A personal value is not the one that was committed to.
    Personal {
        /// Whose chain.
        office: Uuid,
        /// The fact's place.
        office_seq: u64,
        /// Where in its body.
        place: String,
        /// What is wrong.
        fault: SideFault,
    },
    /// A personal value was erased in the name of a fact that is not there.
    ErasedByNone {
        /// Whose chain.
        office: Uuid,
        /// The fact's place.
        office_seq: u64,
    },
    /// The facts of a subject are not counted from one without a gap.
    Versions(Uuid),
    /// The facts of a subject make no state.
    Unfoldable {
        /// Which subject.
        subject: Uuid,
        /// Why.
        why: Unfoldable,
    },
    /// A list shows something other than the facts say. The facts are right.
    Line(Uuid),
    /// A list shows a subject that no fact tells of.
    LineOfNone(Uuid),
    /// Something is found by a key that no appeal has.
    KeyOfNone,
    /// The request that an appeal was registered under is not remembered as its facts say.
    Request(Uuid),
    /// A kept letter of this appeal is not as it was printed.
    Letter {
        /// The appeal's number.
        number: String,
        /// What is wrong.
        fault: KeptFault,
    },
    /// Numbers were given that the counter does not know of, or the other way round.
    Counter {
        /// The series.
        series: Series,
        /// Its year.
        year: i32,
    },
    /// A number of a series was given twice or left out.
    Number {
        /// The series.
        series: Series,
        /// Its year.
        year: i32,
        /// The serial.
        serial: u32,
    },
    /// Several appeals have one number, as it is printed.
    Doubled {
        /// The number.
        number: String,
    },
}

impl Finding {
    /// Only what is read from the facts is wrong; the facts are whole, and a backup would bring nothing better.
    #[must_use]
    pub const fn spares_facts(&self) -> bool {
        matches!(
            self,
            Self::Line(_)
                | Self::LineOfNone(_)
                | Self::KeyOfNone
                | Self::Request(_)
                | Self::Counter { .. }
                | Self::Letter { .. }
        )
    }

    /// A kept letter is amiss: what the register itself holds is another matter, and a backup may have the letter.
    #[must_use]
    pub const fn is_of_letter(&self) -> bool {
        matches!(self, Self::Letter { .. })
    }
}

/// How much is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The tables' structure, the chain, the personal values and the counters.
    Chain,
    /// Also the schema and every index against its table.
    Whole,
    /// Also every list and every request against the facts, and the kept letters against their hashes.
    Deep,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Facts that were read.
    pub facts: u64,
    /// All that is wrong, the first of it first; at most [`Report::MOST`].
    pub findings: Vec<Finding>,
    /// Up to where this office's chain is as it was written.
    pub trusted: ChainHead,
    /// Where this office's chain ends.
    pub head: ChainHead,
}

impl Report {
    /// Findings after which a check stops counting: the file is past counting.
    pub const MOST: usize = 1000;
}

impl Register {
    /// Checks the register. Others may work on meanwhile: nothing is held for longer than a page of facts.
    ///
    /// # Errors
    /// When the file can't be read at all.
    pub fn check(&self, depth: Depth) -> Result<Report, StoreError> {
        let mut report = check(&self.db, schema::STEPS, depth)?;
        if depth == Depth::Deep {
            report.findings.extend(kept::faults(&self.db, &self.kept_letters())?);
            report.findings.truncate(Report::MOST);
        }
        Ok(report)
    }
}

/// Checks an open file.
pub(super) fn check(db: &Connection, steps: &[&str], depth: Depth) -> Result<Report, StoreError> {
    let mut findings = structure(db, depth)?;
    if depth >= Depth::Whole {
        findings.extend(changed_objects(db, steps)?);
    }
    let office = super::open::office_of(db)?;
    let mut chains = Chains::new(office);
    chains.walk(db)?;
    findings.append(&mut chains.findings);
    // Lists of facts that are not sound would only repeat what was said.
    if findings.is_empty() {
        if depth == Depth::Deep {
            findings.extend(tables(db)?);
        }
        // Numbers and counters are read one after the other: what disagrees is looked at again as one picture.
        if !numbers::disagreements(db, office)?.is_empty() {
            let picture = db.unchecked_transaction()?;
            findings.extend(numbers::disagreements(db, office)?);
            picture.finish()?;
        }
    }
    findings.truncate(Report::MOST);
    Ok(Report { facts: chains.facts, findings, trusted: chains.trusted, head: facts::head(db, office)? })
}

/// SQLite's own check, table by table, so that no reader holds the log for long.
fn structure(db: &Connection, depth: Depth) -> Result<Vec<Finding>, StoreError> {
    let tables: Vec<String> = db
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut findings = Vec::new();
    let mut complain = |sql: &str| -> Result<(), StoreError> {
        let mut query = db.prepare(sql)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let words: String = row.get(0)?;
            if words != "ok" {
                findings.push(Finding::Structure(words));
            }
        }
        Ok(())
    };
    if depth >= Depth::Whole {
        complain("PRAGMA integrity_check(100)")?;
        complain(
            "SELECT 'foreign key: ' || \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check",
        )?;
    } else {
        for table in tables {
            complain(&format!("PRAGMA quick_check(\"{}\")", table.replace('"', "\"\"")))?;
        }
    }
    Ok(findings)
}

/// What of the schema is not as this program makes it.
fn changed_objects(db: &Connection, steps: &[&str]) -> Result<Vec<Finding>, StoreError> {
    let found: BTreeMap<_, _> = schema::objects(db)?.into_iter().collect();
    let expected: BTreeMap<_, _> = schema::expected_objects(steps)?.into_iter().collect();
    let mut names: Vec<_> = found.keys().chain(expected.keys()).collect();
    names.sort_unstable();
    names.dedup();
    Ok(names
        .into_iter()
        .filter(|name| found.get(*name) != expected.get(*name))
        .map(|name| Finding::Schema(name.clone()))
        .collect())
}

/// Facts read at a time.
const PAGE: i64 = 512;

/// A walk along the chains of all offices.
struct Chains {
    own: Uuid,
    facts: u64,
    findings: Vec<Finding>,
    trusted: ChainHead,
    /// The own chain was sound so far.
    sound: bool,
    /// The own office has facts.
    own_seen: bool,
}

impl Chains {
    const fn new(own: Uuid) -> Self {
        Self { own, facts: 0, findings: Vec::new(), trusted: ChainHead::EMPTY, sound: true, own_seen: false }
    }

    fn walk(&mut self, db: &Connection) -> Result<(), StoreError> {
        let mut page = db.prepare(select_facts!(
            "WHERE (fact.office, fact.office_seq) > (?1, ?2) ORDER BY fact.office, fact.office_seq LIMIT ?3"
        ))?;
        let (mut office, mut head) = (Uuid::nil(), ChainHead::EMPTY);
        loop {
            let read = self.facts;
            // The statement ends with its page, so that a checkpoint can pass.
            let mut rows = page.query(params![office.as_bytes(), head.office_seq.cast_signed(), PAGE])?;
            while let Some(row) = rows.next()? {
                let fact = RawFact::read(row)?;
                if fact.link.office != office {
                    (office, head) = (fact.link.office, ChainHead::EMPTY);
                    if office == self.own {
                        self.own_seen = true;
                    } else {
                        self.findings.push(Finding::OtherOffice(office));
                    }
                }
                self.facts += 1;
                let before = self.findings.len();
                head = self.link(&fact, head);
                self.personal(db, &fact, side_cells(row)?)?;
                self.sound &= office != self.own || self.findings.len() == before;
                if office == self.own && self.sound {
                    self.trusted = head;
                }
            }
            if self.facts == read || self.findings.len() >= Report::MOST {
                if self.facts > 0 && !self.own_seen {
                    self.findings.push(Finding::OfficeOfNone(self.own));
                }
                return Ok(());
            }
        }
    }

    fn link(&mut self, fact: &RawFact<'_>, head: ChainHead) -> ChainHead {
        let (office, office_seq) = (fact.link.office, fact.link.office_seq);
        if office_seq != head.office_seq + 1 || fact.link.prev != head.hash {
            self.findings.push(Finding::Unlinked { office, office_seq });
        }
        if fact.link.hash() != fact.hash {
            self.findings.push(Finding::Altered { office, office_seq });
        }
        ChainHead { office_seq, hash: fact.hash }
    }

    fn personal(
        &mut self,
        db: &Connection,
        fact: &RawFact<'_>,
        cells: Option<&str>,
    ) -> Result<(), StoreError> {
        let (office, office_seq) = (fact.link.office, fact.link.office_seq);
        let Ok(mut body) = serde_json::from_str::<Value>(fact.link.body) else {
            self.findings.push(Finding::Altered { office, office_seq });
            return Ok(());
        };
        // Cells that can't be read are cells that are gone.
        let cells: Map<String, Value> =
            cells.and_then(|cells| serde_json::from_str(cells).ok()).unwrap_or_default();
        for eraser in seal::erasers(&cells) {
            if !facts::exists(db, eraser)? {
                self.findings.push(Finding::ErasedByNone { office, office_seq });
            }
        }
        let faults = seal::verify(&mut body, cells).into_iter();
        self.findings.extend(faults.map(|(place, fault)| Finding::Personal {
            office,
            office_seq,
            place,
            fault,
        }));
        Ok(())
    }
}

/// Compares every list and every request with what the facts say.
fn tables(db: &Connection) -> Result<Vec<Finding>, StoreError> {
    let mut tables = Tables { db, findings: Vec::new(), keys: 0, requests: 0 };
    tables.walk()?;
    tables.strays()?;
    let mut findings = tables.findings;
    // A list that shows an appeal which is not there would only repeat what was said.
    if findings.is_empty() {
        findings = numbers::doubled(db)?;
    }
    Ok(findings)
}

/// A walk along the subjects, one at a time, so that memory does not grow with the register.
struct Tables<'a> {
    db: &'a Connection,
    findings: Vec<Finding>,
    keys: u64,
    requests: u64,
}

impl Tables<'_> {
    fn walk(&mut self) -> Result<(), StoreError> {
        let mut page = self.db.prepare(select_facts!(
            "WHERE (fact.subject, fact.version) > (?1, ?2) ORDER BY fact.subject, fact.version LIMIT ?3"
        ))?;
        let mut facts: Vec<StoredFact> = Vec::new();
        let mut place = (Uuid::nil(), 0);
        loop {
            let from = place;
            let mut rows = page.query(params![from.0.as_bytes(), from.1, PAGE])?;
            while let Some(row) = rows.next()? {
                let fact = RawFact::read(row)?.open(side_cells(row)?)?;
                if fact.subject.id != place.0 {
                    self.subject(std::mem::take(&mut facts))?;
                }
                place = (fact.subject.id, fact.version.cast_signed());
                facts.push(fact);
            }
            if self.findings.len() >= Report::MOST {
                return Ok(());
            }
            if place == from {
                return self.last(&facts);
            }
        }
    }

    /// The last subject, read anew as one picture with its lists: the page that held it is over.
    fn last(&mut self, facts: &[StoredFact]) -> Result<(), StoreError> {
        let Some(fact) = facts.last() else { return Ok(()) };
        let picture = self.db.unchecked_transaction()?;
        let facts = facts::of_subject(self.db, fact.subject.id)?;
        let looked = self.subject(facts);
        picture.finish()?;
        looked
    }

    fn subject(&mut self, facts: Vec<StoredFact>) -> Result<(), StoreError> {
        let Some(first) = facts.first() else { return Ok(()) };
        let id = first.subject.id;
        if facts.iter().zip(1..).any(|(fact, version)| fact.version != version) {
            self.findings.push(Finding::Versions(id));
            return Ok(());
        }
        match first.subject.sort {
            Sort::Appeal => self.appeal(id, facts),
            Sort::Visit => self.visit(id, facts),
            Sort::Consultation => self.consultation(id, facts),
            Sort::Office | Sort::Other(_) => Ok(()),
        }
    }

    fn appeal(&mut self, id: Uuid, facts: Vec<StoredFact>) -> Result<(), StoreError> {
        let recorded: Vec<_> = facts.into_iter().map(StoredFact::recorded::<AppealEvent>).collect();
        if let Some(Ok(AppealEvent::Registered(first))) = recorded.first().map(|fact| &fact.event) {
            self.request(id, first.request)?;
        }
        let appeal = match Appeal::fold(id, recorded) {
            Ok(appeal) => appeal,
            Err(why) => {
                self.findings.push(Finding::Unfoldable { subject: id, why });
                return Ok(());
            }
        };
        let keys = find::keys(&appeal);
        self.keys += keys.len() as u64;
        let mut query = self.db.prepare_cached(select_lines!("FROM appeal WHERE id = ?"))?;
        let mut rows = query.query([id.as_bytes()])?;
        let Some(row) = rows.next()? else {
            self.findings.push(Finding::Line(id));
            return Ok(());
        };
        let number: i64 = row.get(0)?;
        let mut known_by = self.db.prepare_cached("SELECT keys FROM appeal WHERE id = ?")?;
        let known: String = known_by.query_row([id.as_bytes()], |row| row.get(0))?;
        let mut found_by = self.db.prepare_cached("SELECT 1 FROM search WHERE key = ? AND appeal = ?")?;
        let mut agrees = known == keys.join("\n")
            && AppealLine::read(row).is_ok_and(|line| line == AppealLine::of(&appeal));
        for key in &keys {
            agrees &= found_by.exists(params![key, number])?;
        }
        if !agrees {
            self.findings.push(Finding::Line(id));
        }
        Ok(())
    }

    /// The request an appeal was registered under became this appeal.
    fn request(&mut self, id: Uuid, request: Option<Uuid>) -> Result<(), StoreError> {
        let Some(request) = request else { return Ok(()) };
        if appeal_of_request(self.db, request)? == Some(id) {
            self.requests += 1;
        } else {
            self.findings.push(Finding::Request(id));
        }
        Ok(())
    }

    fn visit(&mut self, id: Uuid, facts: Vec<StoredFact>) -> Result<(), StoreError> {
        match Visit::fold(id, facts.into_iter().map(StoredFact::recorded::<VisitEvent>)) {
            Ok(visit) => {
                if visit::saved(self.db, id)? != Some(visit) {
                    self.findings.push(Finding::Line(id));
                }
            }
            Err(why) => self.findings.push(Finding::Unfoldable { subject: id, why }),
        }
        Ok(())
    }

    fn consultation(&mut self, id: Uuid, facts: Vec<StoredFact>) -> Result<(), StoreError> {
        match Consultation::fold(id, facts.into_iter().map(StoredFact::recorded::<ConsultationEvent>)) {
            Ok(one) => {
                let client = one.client.clone().filter(|client| *client != Personal::Erased);
                if visit::saved_consultation(self.db, id)? != Some(Consultation { client, ..one }) {
                    self.findings.push(Finding::Line(id));
                }
            }
            Err(why) => self.findings.push(Finding::Unfoldable { subject: id, why }),
        }
        Ok(())
    }

    /// Rows of lists that no subject stands behind.
    fn strays(&mut self) -> Result<(), StoreError> {
        let mut query = self.db.prepare(
            "SELECT listed.id FROM (SELECT id FROM appeal UNION ALL SELECT id FROM visit UNION ALL SELECT id FROM consultation) AS listed
             WHERE NOT EXISTS (SELECT 1 FROM fact WHERE fact.subject = listed.id)",
        )?;
        for id in query.query_map([], |row| row.get(0).map(Uuid::from_bytes))? {
            self.findings.push(Finding::LineOfNone(id?));
        }
        let keys: i64 = self.db.query_row("SELECT count(*) FROM search", [], |row| row.get(0))?;
        if self.findings.is_empty() && keys.cast_unsigned() != self.keys && self.key_of_none()? {
            self.findings.push(Finding::KeyOfNone);
        }
        self.stray_requests()
    }

    /// Whether a key finds something that is not found by it: others may have registered while keys were counted.
    fn key_of_none(&self) -> Result<bool, StoreError> {
        let mut query = self.db.prepare(
            "SELECT 1 FROM search LEFT JOIN appeal ON appeal.row = search.appeal
             WHERE appeal.row IS NULL
                OR instr(char(10) || appeal.keys || char(10), char(10) || search.key || char(10)) = 0",
        )?;
        Ok(query.exists([])?)
    }

    /// Requests that became an appeal which was registered under another one, or under none.
    fn stray_requests(&mut self) -> Result<(), StoreError> {
        let count: i64 = self.db.query_row("SELECT count(*) FROM request", [], |row| row.get(0))?;
        if count.cast_unsigned() == self.requests {
            return Ok(());
        }
        let mut query = self.db.prepare(
            "SELECT request.id, appeal, fact.body ->> '$.request' FROM request
             LEFT JOIN fact ON fact.subject = appeal AND fact.version = 1",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (id, appeal) = (Uuid::from_bytes(row.get(0)?), Uuid::from_bytes(row.get(1)?));
            let told = row.get::<_, Option<String>>(2)?.and_then(|text| Uuid::try_parse(&text).ok());
            let named = self.findings.contains(&Finding::Request(appeal));
            if told != Some(id) && !named {
                self.findings.push(Finding::Request(appeal));
            }
        }
        Ok(())
    }
}

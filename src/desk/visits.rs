//! Visits to the window: their start and end are the program's own.

use uuid::Uuid;

use super::work::changes_after;
use super::{Confirmed, Desk, DeskError, Seen};
use crate::register::{Held, Sort, StoredFact, Subject};
use crate::standard::decide;
use crate::standard::fact::VisitEvent;
use crate::standard::fold::Unfoldable;
use crate::standard::office::UnitCode;
use crate::standard::refusal::Refusal;
use crate::standard::visit::Visit;

impl Desk {
    /// Begins a visit at a unit, after so many minutes of waiting where they are known.
    ///
    /// # Errors
    /// When a rule or the file refuses.
    pub fn start_visit(
        &mut self,
        unit: UnitCode,
        waited: Option<u16>,
        confirmed: &Confirmed,
    ) -> Result<Visit, DeskError> {
        self.work(confirmed, |job| {
            let events = job.decide(|context| decide::start_visit(unit, waited, context))?;
            let id = job.tx.new_id(job.now)?;
            job.save_visit(id, 0, &events)
        })
    }

    /// Ends a visit.
    ///
    /// # Errors
    /// When it has ended or changed, or the file refuses.
    pub fn end_visit(&mut self, seen: Seen, confirmed: &Confirmed) -> Result<Visit, DeskError> {
        self.work(confirmed, |job| {
            let facts = job.tx.facts_of(seen.id)?;
            if facts.is_empty() {
                return Err(DeskError::NoVisit);
            }
            if facts.len() as u64 != seen.version {
                return Err(DeskError::Changed(changes_after(&facts, seen.version)));
            }
            let visit = fold_visit(seen.id, facts)?;
            let events = job.decide(|context| decide::end_visit(&visit, context))?;
            job.save_visit(seen.id, visit.version, &events)
        })
    }

    /// The visits that this person has going on, oldest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn visits_going_on(&self) -> Result<Vec<Visit>, DeskError> {
        let login = self.actor.as_ref().ok_or(DeskError::NobodyActs)?;
        Ok(self.register.visits_going_on(login)?)
    }
}

impl Desk {
    /// What a visit held: appeals and consultations, those taken back left out.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn held_in_visit(&self, visit: Uuid) -> Result<Held, DeskError> {
        Ok(self.register.held_in_visit(visit)?)
    }
}

impl super::work::Job<'_, '_> {
    /// Makes sure that there is this visit and that it goes on.
    pub(super) fn visit_going_on(&self, id: Uuid) -> Result<(), DeskError> {
        let facts = self.tx.facts_of(id)?;
        if facts.first().is_none_or(|fact| fact.subject.sort != Sort::Visit) {
            return Err(DeskError::NoVisit);
        }
        match fold_visit(id, facts)?.ended {
            Some(_) => Err(Refusal::VisitEnded.into()),
            None => Ok(()),
        }
    }

    fn save_visit(&mut self, id: Uuid, seen: u64, events: &[VisitEvent]) -> Result<Visit, DeskError> {
        let subject = Subject { sort: Sort::Visit, id };
        for (version, event) in (seen..).zip(events) {
            self.record(&subject, version, event)?;
        }
        let visit = fold_visit(id, self.tx.facts_of(id)?)?;
        self.tx.save_visit(&visit)?;
        Ok(visit)
    }
}

fn fold_visit(id: Uuid, facts: Vec<StoredFact>) -> Result<Visit, Unfoldable> {
    Visit::fold(id, facts.into_iter().map(StoredFact::recorded))
}

//! Consultations: counted in a moment, taken back where the finger slipped (R23).

use chrono::NaiveDate;
use uuid::Uuid;

use super::work::Job;
use super::{Confirmed, Desk, DeskError};
use crate::register::{Sort, StoredFact, Subject};
use crate::standard::decide::{self, ConsultationForm};
use crate::standard::fact::ConsultationEvent;
use crate::standard::fold::Unfoldable;
use crate::standard::visit::Consultation;

impl Desk {
    /// Counts a consultation.
    ///
    /// # Errors
    /// When a rule refuses, the visit is unknown or has ended, or the file refuses.
    pub fn consult(
        &mut self,
        form: ConsultationForm,
        confirmed: &Confirmed,
    ) -> Result<Consultation, DeskError> {
        self.work(confirmed, |job| {
            if let Some(visit) = form.visit {
                job.visit_going_on(visit)?;
            }
            job.consult(form)
        })
    }

    /// Takes a consultation back.
    ///
    /// # Errors
    /// When there is none, it was taken back before, or a rule or the file refuses.
    pub fn annul_consultation(&mut self, id: Uuid, confirmed: &Confirmed) -> Result<Consultation, DeskError> {
        self.work(confirmed, |job| {
            let facts = job.tx.facts_of(id)?;
            if facts.first().is_none_or(|fact| fact.subject.sort != Sort::Consultation) {
                return Err(DeskError::NoConsultation);
            }
            let known = fold_consultation(id, facts)?;
            let events = job.decide(|context| decide::annul_consultation(&known, context))?;
            job.save_consultation(id, known.version, &events)
        })
    }

    /// The consultations of these days, the newest first; those taken back are left out.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn consultations(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        limit: u32,
    ) -> Result<Vec<Consultation>, DeskError> {
        Ok(self.register.consultations(from, to, limit)?)
    }
}

impl Job<'_, '_> {
    /// Counts a consultation.
    pub(super) fn consult(&mut self, form: ConsultationForm) -> Result<Consultation, DeskError> {
        let events = self.decide(|context| decide::consult(form, context))?;
        let id = self.tx.new_id(self.now)?;
        self.save_consultation(id, 0, &events)
    }

    fn save_consultation(
        &mut self,
        id: Uuid,
        seen: u64,
        events: &[ConsultationEvent],
    ) -> Result<Consultation, DeskError> {
        let subject = Subject { sort: Sort::Consultation, id };
        for (version, event) in (seen..).zip(events) {
            self.record(&subject, version, event)?;
        }
        let consultation = fold_consultation(id, self.tx.facts_of(id)?)?;
        self.tx.save_consultation(&consultation)?;
        Ok(consultation)
    }
}

fn fold_consultation(id: Uuid, facts: Vec<StoredFact>) -> Result<Consultation, Unfoldable> {
    Consultation::fold(id, facts.into_iter().map(StoredFact::recorded))
}

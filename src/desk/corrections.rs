//! Correcting an appeal, and counting the open ones anew when a calendar changes.

use super::work::{Job, fold_appeal};
use super::{Confirmed, Desk, DeskError, Seen, builtin};
use crate::standard::appeal::{Appeal, PaperEntry};
use crate::standard::book::BookEntry;
use crate::standard::calendar::Calendar;
use crate::standard::decide::{self, Correction, OfficeCommand};
use crate::standard::fact::{AppealEvent, OfficeEvent};
use crate::standard::refusal::{Confirmation, MovedDue, Refusal};

impl Desk {
    /// Corrects fields of an appeal; where that moves its due date, it asks first.
    ///
    /// # Errors
    /// When a rule refuses, another desk changed it, or the file refuses.
    pub fn correct(
        &mut self,
        seen: Seen,
        corrections: &[Correction],
        reason: &str,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change_in_job(seen, confirmed, |job, appeal| {
            job.change_appeal(appeal, |appeal, context| {
                decide::correct(appeal, corrections, reason, context)
            })?;
            job.entry_is_free(appeal.content.book.as_ref(), Some(appeal))
        })
    }

    /// Loads a year of the production calendar from the text of a file, and counts every open appeal's term by it.
    /// Says what moved; asks before it moves anything (readings, *Terms*).
    ///
    /// # Errors
    /// When the text is no calendar, due dates move and that was not confirmed, or a rule or the file refuses.
    pub fn load_calendar(
        &mut self,
        name: &str,
        text: &str,
        confirmed: &Confirmed,
    ) -> Result<Vec<MovedDue>, DeskError> {
        let command = OfficeCommand::LoadCalendar(builtin::calendar(name, text)?);
        let moved = self.work(confirmed, |job| {
            let events = job.decide(|context| decide::change_office(command, context))?;
            let mut calendar = job.office.calendar.clone();
            for event in &events {
                if let OfficeEvent::CalendarLoaded(year) = event {
                    calendar.load(year.clone());
                }
            }
            let moving = job.moved_by(&calendar)?;
            let moved: Vec<_> = moving.iter().filter_map(|(appeal, event)| moved(appeal, event)).collect();
            if !moved.is_empty() && !confirmed.contains(&Confirmation::DueDatesMove) {
                return Err(Refusal::DueDatesMove(moved).into());
            }
            let subject = job.office_subject();
            for (version, event) in (job.office.version..).zip(&events) {
                job.record(&subject, version, event)?;
            }
            for (mut appeal, event) in moving {
                job.record_appeal(appeal.id, appeal.version, &event)?;
                appeal.apply(event, &job.stamp())?;
                job.tx.save_appeal(&appeal)?;
            }
            Ok(moved)
        })?;
        self.reread_office();
        Ok(moved)
    }
}

/// What a recount does to the due day; nothing where only the mark «provisional» goes.
fn moved(appeal: &Appeal, event: &AppealEvent) -> Option<MovedDue> {
    let AppealEvent::Recounted(recounted) = event else { return None };
    let (from, to) = (appeal.due.day, recounted.due.day);
    (from != to).then(|| MovedDue { number: appeal.number.clone(), from, to })
}

impl Job<'_, '_> {
    /// The open appeals that a changed calendar counts otherwise, each with the event that says so.
    fn moved_by(&self, calendar: &Calendar) -> Result<Vec<(Appeal, AppealEvent)>, DeskError> {
        let mut moving = Vec::new();
        for id in self.tx.open_appeals()? {
            let appeal = fold_appeal(id, self.tx.facts_of(id)?)?;
            if let Some(event) = decide::recount(&appeal, calendar).filter(|_| !appeal.needs_newer_program) {
                moving.push((appeal, event));
            }
        }
        Ok(moving)
    }

    /// Refuses an entry of a paper journal that was moved over before: nothing is counted twice.
    pub(super) fn moved_over_once(&self, entry: Option<&PaperEntry>) -> Result<(), DeskError> {
        match entry.map(|entry| self.tx.appeal_of_paper_entry(entry)).transpose()?.flatten() {
            Some((_, number)) => Err(Refusal::EntryTaken { number }.into()),
            None => Ok(()),
        }
    }

    /// Refuses an entry of a feedback book that another appeal is registered by (R30).
    pub(super) fn entry_is_free(
        &self,
        entry: Option<&BookEntry>,
        own: Option<&Appeal>,
    ) -> Result<(), DeskError> {
        let taken = entry.map(|entry| self.tx.appeal_of_book_entry(entry)).transpose()?.flatten();
        match taken.filter(|(id, _)| own.is_none_or(|own| own.id != *id)) {
            Some((_, number)) => Err(Refusal::EntryTaken { number }.into()),
            None => Ok(()),
        }
    }
}

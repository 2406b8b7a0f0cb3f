//! Keeping the office: its details, units, staff, norms, calendar and topics.

use super::work::Job;
use super::{Confirmed, Desk, DeskError, builtin};
use crate::register::Filter;
use crate::standard::decide::{self, OfficeCommand};
use crate::standard::fact::OfficeEvent;
use crate::standard::office::{Login, Role, UnitCode};
use crate::standard::refusal::Refusal;

impl Desk {
    /// Whether whoever is at the desk may put rules and templates in force.
    ///
    /// # Errors
    /// When they are no administrator.
    pub fn may_load(&self) -> Result<(), DeskError> {
        const KEEPERS: &[Role] = &[Role::Administrator];
        let may = self.actor().is_some_and(|person| self.office().may(person, KEEPERS, self.today()));
        if may { Ok(()) } else { Err(Refusal::NeedsRole(KEEPERS).into()) }
    }

    /// Changes the office.
    ///
    /// # Errors
    /// When a rule or the file refuses.
    pub fn change_office(&mut self, command: OfficeCommand, confirmed: &Confirmed) -> Result<(), DeskError> {
        self.change_office_by(confirmed, |_| Ok(command))
    }

    /// Changes the office by a command that looks at the register it changes.
    fn change_office_by(
        &mut self,
        confirmed: &Confirmed,
        command: impl FnOnce(&Job<'_, '_>) -> Result<OfficeCommand, DeskError>,
    ) -> Result<(), DeskError> {
        self.work(confirmed, |job| {
            let command = command(job)?;
            let subject = job.office_subject();
            let events = job.decide(|context| decide::change_office(command, context))?;
            for (version, event) in (job.office.version..).zip(&events) {
                job.record(&subject, version, event)?;
                if let OfficeEvent::SeriesOpened(opened) = event {
                    job.tx.begin_series(opened.series, opened.year, opened.first.get())?;
                }
            }
            Ok(())
        })?;
        self.reread_office();
        Ok(())
    }

    /// Retires a person, unless open appeals are still with them.
    ///
    /// # Errors
    /// When a rule or the file refuses.
    pub fn retire_person(&mut self, login: Login, confirmed: &Confirmed) -> Result<(), DeskError> {
        let held_by = Filter { executor: Some(login.clone()), ..Filter::default() };
        let days = self.days(self.today());
        self.change_office_by(confirmed, |job| {
            // Counted where nobody else can assign one meanwhile.
            let open_appeals = job.tx.counts(days, &held_by)?.open.into();
            Ok(OfficeCommand::RetirePerson { login, open_appeals })
        })
    }

    /// Retires a unit, unless open appeals are still with it.
    ///
    /// # Errors
    /// When a rule or the file refuses.
    pub fn retire_unit(&mut self, unit: UnitCode, confirmed: &Confirmed) -> Result<(), DeskError> {
        let held_by = Filter { unit: Some(unit.clone()), ..Filter::default() };
        let days = self.days(self.today());
        self.change_office_by(confirmed, |job| {
            // Counted where nobody else can assign one meanwhile.
            let open_appeals = job.tx.counts(days, &held_by)?.open.into();
            Ok(OfficeCommand::RetireUnit { unit, open_appeals })
        })
    }

    /// Loads norms from the text of a file, in place of the ones before.
    ///
    /// # Errors
    /// When the text is no list of norms, or a rule or the file refuses.
    pub fn load_norms(&mut self, name: &str, text: &str, confirmed: &Confirmed) -> Result<(), DeskError> {
        self.change_office(OfficeCommand::LoadNorms(builtin::norms(name, text)?), confirmed)
    }

    /// Loads topics from the text of a file, in place of the ones before.
    ///
    /// # Errors
    /// As [`Desk::load_norms`].
    pub fn load_topics(&mut self, name: &str, text: &str, confirmed: &Confirmed) -> Result<(), DeskError> {
        self.change_office(OfficeCommand::LoadTopics(builtin::topics(name, text)?), confirmed)
    }
}

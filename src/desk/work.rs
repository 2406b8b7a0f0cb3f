//! The one way a desk writes: begin, fold what is there, decide, append, save what lists read, commit.

use std::cell::Cell;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, SubsecRound as _};
use uuid::Uuid;

use super::{Change, Confirmed, Desk, DeskError, Seen};
use crate::clock::Clock;
use crate::register::{Sort, StoreError, StoredFact, Subject, Tx};
use crate::standard::appeal::Appeal;
use crate::standard::decide::Context;
use crate::standard::fact::{AppealEvent, Event, Stamp};
use crate::standard::fold::Unfoldable;
use crate::standard::number::{Number, OutgoingNumber, Series};
use crate::standard::office::Office;
use crate::standard::refusal::Refusal;

/// What a job needs while its transaction is open.
pub(super) struct Job<'a, 'tx> {
    pub tx: &'a mut Tx<'tx>,
    pub office: &'a Office,
    pub now: DateTime<FixedOffset>,
    pub actor: &'a crate::standard::office::StaffMember,
    pub confirmed: &'a Confirmed,
}

impl Desk {
    /// Runs a job in one transaction, with the office as it is at that moment.
    pub(super) fn work<T>(
        &mut self,
        confirmed: &Confirmed,
        job: impl FnOnce(&mut Job<'_, '_>) -> Result<T, DeskError>,
    ) -> Result<T, DeskError> {
        let clock = self.clock;
        let login = self.actor.clone().ok_or(DeskError::NobodyActs)?;
        let Self { register, office, .. } = self;
        register.write(|tx| {
            if tx.version_of(tx.office())? != office.version {
                let facts = tx.facts_of(tx.office())?;
                *office = Office::fold(facts.into_iter().map(StoredFact::recorded))?;
            }
            let actor = office.active_person(&login).ok_or(DeskError::UnknownActor(login))?;
            // Asked only now: while this desk waited for its turn, another one wrote, and time went on.
            let now = moment(clock, office);
            job(&mut Job { tx, office, now, actor, confirmed })
        })
    }

    /// Changes one appeal by a rule; what the person saw must still be so.
    pub(super) fn change(
        &mut self,
        seen: Seen,
        confirmed: &Confirmed,
        rule: impl FnOnce(&Appeal, &Context<'_>) -> Result<Vec<AppealEvent>, Refusal>,
    ) -> Result<Appeal, DeskError> {
        self.change_in_job(seen, confirmed, |job, appeal| job.change_appeal(appeal, rule))
    }

    /// Changes one appeal by a job that looks at more than the appeal.
    pub(super) fn change_in_job(
        &mut self,
        seen: Seen,
        confirmed: &Confirmed,
        change: impl FnOnce(&mut Job<'_, '_>, &mut Appeal) -> Result<(), DeskError>,
    ) -> Result<Appeal, DeskError> {
        self.work(confirmed, |job| {
            let facts = job.tx.facts_of(seen.id)?;
            let changes = changes_after(&facts, seen.version);
            if !changes.is_empty() || (facts.len() as u64) < seen.version {
                return Err(DeskError::Changed(changes));
            }
            let mut appeal = fold_appeal(seen.id, facts)?;
            change(job, &mut appeal)?;
            job.tx.save_appeal(&appeal)?;
            Ok(appeal)
        })
    }
}

impl Job<'_, '_> {
    /// Asks the rules, which see the numbers that would be given next.
    pub fn decide<T>(&self, rule: impl FnOnce(&Context<'_>) -> Result<T, Refusal>) -> Result<T, DeskError> {
        let failure: Cell<Option<StoreError>> = Cell::new(None);
        let next_serial = |series: Series, year: i32| {
            self.tx.next_number(series, year).unwrap_or_else(|error| {
                failure.set(Some(error));
                0
            })
        };
        let context = Context {
            now: self.now,
            actor: self.actor,
            office: self.office,
            newest: self.tx.newest_time(),
            next_serial: &next_serial,
            confirmed: self.confirmed,
        };
        let decided = rule(&context);
        match failure.take() {
            Some(error) => Err(error.into()),
            None => Ok(decided?),
        }
    }

    /// Changes an appeal by a rule; the lists are the caller's to save.
    pub fn change_appeal(
        &mut self,
        appeal: &mut Appeal,
        rule: impl FnOnce(&Appeal, &Context<'_>) -> Result<Vec<AppealEvent>, Refusal>,
    ) -> Result<(), DeskError> {
        for event in self.decide(|context| rule(appeal, context))? {
            self.record_appeal(appeal.id, appeal.version, &event)?;
            appeal.apply(event, &self.stamp())?;
        }
        Ok(())
    }

    /// Who and when, for a fact of this job.
    pub fn stamp(&self) -> Stamp {
        Stamp { at: self.now, who: self.actor.login.clone() }
    }

    /// Appends a fact to an appeal, and takes the number it gives.
    pub fn record_appeal(&mut self, id: Uuid, seen: u64, event: &AppealEvent) -> Result<(), DeskError> {
        match event {
            AppealEvent::Registered(first) => self.take_appeal(&first.number)?,
            AppealEvent::ReplyFinalised(event) => {
                if let Some(number) = &event.finalised.number {
                    self.take_given(number)?;
                }
            }
            AppealEvent::ReplySigned(signed) => {
                if let Some(number) = &signed.number {
                    self.take_outgoing(number, signed.on)?;
                }
            }
            AppealEvent::Requested(request) => self.take_outgoing(&request.number, request.on)?,
            _ => {}
        }
        self.record(&Desk::appeal_subject(id), seen, event)
    }

    /// Appends a fact.
    pub fn record<E: Event>(&mut self, subject: &Subject, seen: u64, event: &E) -> Result<(), DeskError> {
        let stamp = self.stamp();
        self.tx.record(subject, seen, &stamp, event)?;
        Ok(())
    }

    /// The office's own subject.
    pub fn office_subject(&self) -> Subject {
        Subject { sort: Sort::Office, id: self.tx.office() }
    }

    /// Takes a registration number; refuses one that another appeal has.
    fn take_appeal(&mut self, number: &Number) -> Result<(), DeskError> {
        if self.tx.appeal_number_stands(&number.text)? {
            return Err(Refusal::AppealNumberTaken { number: number.text.clone() }.into());
        }
        self.take(Series::Appeal, number)
    }

    /// Takes the outgoing number of a letter of this day; refuses one, typed or next of the series, that stands on another.
    fn take_outgoing(&mut self, number: &OutgoingNumber, on: NaiveDate) -> Result<(), DeskError> {
        match number {
            OutgoingNumber::Given(number) => self.take_given(number),
            OutgoingNumber::Typed { text } if self.tx.outgoing_stands(text, Some(on.year()))? => {
                Err(Refusal::NumberTaken { number: text.clone() }.into())
            }
            OutgoingNumber::Typed { .. } => Ok(()),
        }
    }

    /// Takes the next number of the outgoing series.
    fn take_given(&mut self, number: &Number) -> Result<(), DeskError> {
        if self.tx.outgoing_stands(&number.text, None)? {
            return Err(Refusal::SeriesMeets { number: number.text.clone() }.into());
        }
        self.take(Series::Outgoing, number)
    }

    fn take(&mut self, series: Series, number: &Number) -> Result<(), DeskError> {
        self.tx.take_number(series, number.year)?;
        Ok(())
    }
}

/// Now, with the office's offset, in whole milliseconds: what a fact keeps.
pub(super) fn moment(clock: Clock, office: &Office) -> DateTime<FixedOffset> {
    clock.now(office.offset()).trunc_subsecs(3)
}

/// An appeal from its stored facts.
pub(super) fn fold_appeal(id: Uuid, facts: Vec<StoredFact>) -> Result<Appeal, Unfoldable> {
    Appeal::fold(id, facts.into_iter().map(StoredFact::recorded))
}

/// That a paper was printed changes nothing that a person saw: a letter may come out of a printer while its form is open.
const PRINTED: [&str; 2] = ["appeal.reply_printed", "appeal.paper_printed"];

/// What was done after the person looked.
pub(super) fn changes_after(facts: &[StoredFact], version: u64) -> Vec<Change> {
    facts
        .iter()
        .filter(|fact| fact.version > version && !PRINTED.contains(&fact.kind.as_str()))
        .map(|fact| Change {
            at: fact.time,
            who: crate::standard::office::Login(fact.who.clone()),
            kind: fact.kind.clone(),
        })
        .collect()
}

//! How facts make the state of a subject: an appeal, the office, a visit.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::appeal::{Appeal, Closing, EarlierRound, Extension, Holder, Outcome, Resolution};
use super::calendar::Calendar;
use super::fact::{
    AppealEvent, Destination, OfficeEvent, Reason, Recorded, Registered, ReplyDrafted, ReplySent, Routed,
    Stamp, Unreadable, VisitEvent,
};
use super::office::{Login, Office, UnitCode};
use super::reply::{Purpose, Reply, ReplyId, ReplyStage};
use super::term::Norms;

/// Facts that no program of ours writes in this order, so that there is no state to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfoldable {
    /// The first fact is not the one that begins such a subject.
    #[error("the first fact does not begin the subject")]
    NoBeginning,
    /// The first fact is of a newer program, so that there is nothing to show («обновите программу»).
    #[error("the first fact is of a newer program")]
    NewerBeginning,
    /// A fact can't follow the ones before it.
    #[error("fact {version} can't follow the ones before it")]
    OutOfOrder {
        /// Its place among the subject's facts, from 1.
        version: u64,
    },
}

/// The fact that begins a subject.
fn beginning<E>(first: Option<Recorded<E>>) -> Result<(Stamp, E), Unfoldable> {
    match first {
        Some(Recorded { stamp, event: Ok(event) }) => Ok((stamp, event)),
        Some(Recorded { event: Err(Unreadable::Newer { .. }), .. }) => Err(Unfoldable::NewerBeginning),
        _ => Err(Unfoldable::NoBeginning),
    }
}

impl Appeal {
    /// Folds an appeal from its facts, oldest first.
    ///
    /// A fact that can't be read makes the appeal read-only. What follows it is shown as far as it can be:
    /// without that fact nobody can tell what may follow.
    ///
    /// # Errors
    /// When the facts do not begin with a registration, or contradict each other.
    pub fn fold(
        id: Uuid,
        facts: impl IntoIterator<Item = Recorded<AppealEvent>>,
    ) -> Result<Self, Unfoldable> {
        let mut facts = facts.into_iter();
        let (stamp, AppealEvent::Registered(first)) = beginning(facts.next())? else {
            return Err(Unfoldable::NoBeginning);
        };
        let mut appeal = Self::begin(id, *first, stamp);
        for Recorded { stamp, event } in facts {
            match event.map(|event| appeal.apply(event, &stamp)) {
                Ok(Err(error)) if !appeal.needs_newer_program => return Err(error),
                Ok(_) => {}
                Err(_) => {
                    appeal.version += 1;
                    appeal.needs_newer_program = true;
                }
            }
        }
        Ok(appeal)
    }

    /// The appeal as its registration made it.
    #[must_use]
    pub fn begin(id: Uuid, first: Registered, stamp: Stamp) -> Self {
        Self {
            id,
            version: 1,
            number: first.number,
            registered: first.registered,
            registered_at: stamp.at,
            registered_by: stamp.who,
            received: first.received,
            intake: first.intake,
            channel: first.channel,
            kind: first.kind,
            topic: first.topic,
            visit: first.visit,
            client_sort: first.client_sort,
            client: first.client,
            content: first.content,
            reply_wish: first.reply_wish,
            route: first.route,
            holder: Holder::Nobody,
            resolution: None,
            inner_due: first.inner_due,
            opened: first.registered,
            due: first.due,
            proposed: None,
            extension: None,
            replies: Vec::new(),
            closing: None,
            filed: None,
            earlier: Vec::new(),
            needs_newer_program: false,
        }
    }

    /// Takes one more fact.
    ///
    /// # Errors
    /// When it can't follow the ones before it; then nothing but the version has changed.
    pub fn apply(&mut self, event: AppealEvent, stamp: &Stamp) -> Result<(), Unfoldable> {
        self.version += 1;
        let out_of_order = Unfoldable::OutOfOrder { version: self.version };
        if !self.may_take(&event) {
            return Err(out_of_order);
        }
        match event {
            AppealEvent::Registered(_) => {}
            AppealEvent::Routed(routed) => self.hand_on(routed, stamp),
            AppealEvent::ReplyDrafted(drafted) => self.draft(drafted, out_of_order)?,
            AppealEvent::ReplyFinalised(event) => {
                self.step(event.reply, out_of_order, |stage| match stage {
                    ReplyStage::Draft => Some(ReplyStage::Final(event.finalised)),
                    _ => None,
                })?;
            }
            AppealEvent::ReplyReturned(event) => {
                let reply = self.step(event.reply, out_of_order, |stage| match stage {
                    ReplyStage::Final(_) => Some(ReplyStage::Draft),
                    _ => None,
                })?;
                reply.remarks.push(event.remark);
            }
            AppealEvent::ReplyPrinted(event) => {
                let reply = self.step(event.reply, out_of_order, Some)?;
                reply.printed = reply.printed.saturating_add(1);
            }
            AppealEvent::ReplySigned(event) => {
                self.step(event.reply, out_of_order, |stage| match stage {
                    ReplyStage::Final(frozen) => Some(ReplyStage::Signed(frozen, event.signature)),
                    _ => None,
                })?;
            }
            AppealEvent::ReplySent(sent) => self.send(sent, stamp, out_of_order)?,
            AppealEvent::Extended(extended) => {
                self.extension = Some(Extension {
                    days: extended.days,
                    reason: extended.reason,
                    by: stamp.who.clone(),
                    before: self.due.day,
                });
                self.due = extended.due;
            }
            AppealEvent::AnsweredOrally(answer) => {
                let reason = Reason { reason: answer.gist, on: answer.on };
                self.close(Outcome::AnsweredOrally, reason, stamp);
            }
            AppealEvent::Noted(reason) => self.close(Outcome::Noted, reason, stamp),
            AppealEvent::Annulled(reason) => self.close(Outcome::Annulled, reason, stamp),
            AppealEvent::Withdrawn(reason) => self.close(Outcome::Withdrawn, reason, stamp),
            AppealEvent::Reopened(reopened) => {
                let closing = self.closing.take().ok_or(out_of_order)?;
                let due = std::mem::replace(&mut self.due, reopened.due);
                self.earlier.push(EarlierRound { due, closing });
                self.opened = stamp.at.date_naive();
                self.proposed = None;
                self.extension = None;
                self.inner_due = None;
                self.filed = None;
            }
            AppealEvent::FiledAway(reason) => self.filed = Some(reason.on),
        }
        Ok(())
    }

    /// Whether such a fact may come now: what is closed takes no step but being opened again, filed away or
    /// copied on paper, and the annulling of an oral answer.
    fn may_take(&self, event: &AppealEvent) -> bool {
        let closed = self.closing.as_ref().map(|closing| closing.outcome);
        match event {
            AppealEvent::Registered(_) => false,
            AppealEvent::ReplyPrinted(_) => true,
            AppealEvent::Reopened(_) | AppealEvent::FiledAway(_) => closed.is_some(),
            AppealEvent::Annulled(_) => matches!(closed, None | Some(Outcome::AnsweredOrally)),
            AppealEvent::Extended(_) => closed.is_none() && self.extension.is_none(),
            _ => closed.is_none(),
        }
    }

    fn hand_on(&mut self, routed: Routed, stamp: &Stamp) {
        self.holder = match routed.destination {
            Destination::Director => Holder::Director,
            Destination::Unit { unit } => Holder::Unit(unit),
            Destination::Executor { unit, executor } => Holder::Executor { unit, executor },
        };
        self.resolution =
            Some(Resolution { text: routed.resolution, by: stamp.who.clone(), since: stamp.at });
        // A later resolution may move its own day, but never past the authority's.
        if let Some(inner) = routed.inner_due {
            self.inner_due = Some(self.authority_due().map_or(inner, |day| day.min(inner)));
        }
    }

    fn send(&mut self, sent: ReplySent, stamp: &Stamp, out_of_order: Unfoldable) -> Result<(), Unfoldable> {
        let on = sent.dispatch.on;
        let reply = self.step(sent.reply, out_of_order, |stage| match stage {
            ReplyStage::Signed(frozen, signature) => Some(ReplyStage::Sent(frozen, signature, sent.dispatch)),
            _ => None,
        })?;
        match reply.purpose {
            Purpose::Interim { days } => self.proposed = Some(days),
            Purpose::Answer => {
                self.closing = Some(Closing {
                    outcome: Outcome::Replied,
                    on,
                    by: stamp.who.clone(),
                    note: None,
                    reply: Some(sent.reply),
                });
            }
        }
        Ok(())
    }

    /// The authority's own due day, in the round that its covering letter began.
    fn authority_due(&self) -> Option<NaiveDate> {
        self.content.covering_letter.as_ref().filter(|_| self.earlier.is_empty())?.due
    }

    fn draft(&mut self, drafted: ReplyDrafted, out_of_order: Unfoldable) -> Result<(), Unfoldable> {
        let ReplyDrafted { reply: id, purpose, template, heading, addressee, text } = drafted;
        let fresh = |remarks, printed| Reply {
            id,
            purpose,
            template,
            heading,
            addressee,
            text,
            remarks,
            printed,
            stage: ReplyStage::Draft,
        };
        match self.replies.iter_mut().find(|reply| reply.id == id) {
            None => self.replies.push(fresh(Vec::new(), 0)),
            Some(before) if before.stage == ReplyStage::Draft => {
                *before = fresh(std::mem::take(&mut before.remarks), before.printed);
            }
            Some(_) => return Err(out_of_order),
        }
        Ok(())
    }

    /// Moves a reply one step; a step that its stage does not allow is an error.
    fn step(
        &mut self,
        id: ReplyId,
        out_of_order: Unfoldable,
        next: impl FnOnce(ReplyStage) -> Option<ReplyStage>,
    ) -> Result<&mut Reply, Unfoldable> {
        let reply = self.replies.iter_mut().find(|reply| reply.id == id).ok_or(out_of_order.clone())?;
        reply.stage = next(reply.stage.clone()).ok_or(out_of_order)?;
        Ok(reply)
    }

    fn close(&mut self, outcome: Outcome, reason: Reason, stamp: &Stamp) {
        self.closing = Some(Closing {
            outcome,
            on: reason.on,
            by: stamp.who.clone(),
            note: Some(reason.reason),
            reply: None,
        });
    }
}

impl Office {
    /// Folds the office from its facts, oldest first.
    ///
    /// # Errors
    /// When the facts do not begin with a set-up.
    pub fn fold(facts: impl IntoIterator<Item = Recorded<OfficeEvent>>) -> Result<Self, Unfoldable> {
        let mut facts = facts.into_iter();
        let (_, OfficeEvent::SetUp(first)) = beginning(facts.next())? else {
            return Err(Unfoldable::NoBeginning);
        };
        let mut office = Self {
            version: 1,
            details: first.details,
            units: BTreeMap::new(),
            staff: BTreeMap::new(),
            norms: Norms::default(),
            earlier_norms: Vec::new(),
            calendar: Calendar::default(),
            topics: Vec::new(),
            series: BTreeMap::new(),
            test_clock: first.test_clock,
            needs_newer_program: false,
        };
        for Recorded { event, .. } in facts {
            match event.map(|event| office.apply(event)) {
                Ok(Err(error)) if !office.needs_newer_program => return Err(error),
                Ok(_) => {}
                Err(_) => {
                    office.version += 1;
                    office.needs_newer_program = true;
                }
            }
        }
        Ok(office)
    }

    /// Takes one more fact.
    ///
    /// # Errors
    /// When it can't follow the ones before it.
    pub fn apply(&mut self, event: OfficeEvent) -> Result<(), Unfoldable> {
        self.version += 1;
        match event {
            OfficeEvent::SetUp(_) => return Err(Unfoldable::OutOfOrder { version: self.version }),
            OfficeEvent::Changed(details) => self.details = details,
            OfficeEvent::UnitSaved(unit) => {
                self.units.insert(unit.code.clone(), unit);
            }
            OfficeEvent::UnitRetired(retired) => {
                if let Some(unit) = self.units.get_mut(&retired.unit) {
                    unit.retired = Some(retired.on);
                }
            }
            OfficeEvent::StaffSaved(person) => {
                self.staff.insert(person.login.clone(), *person);
            }
            OfficeEvent::StaffRetired(retired) => {
                if let Some(person) = self.staff.get_mut(&retired.login) {
                    person.retired = Some(retired.on);
                }
            }
            OfficeEvent::NormsLoaded(norms) => {
                self.earlier_norms.push(std::mem::replace(&mut self.norms, norms));
            }
            OfficeEvent::CalendarLoaded(year) => self.calendar.load(year),
            OfficeEvent::TopicsLoaded(loaded) => self.topics = loaded.topics,
            OfficeEvent::SeriesOpened(opened) => {
                self.series.insert((opened.series, opened.year), opened.first);
            }
        }
        Ok(())
    }
}

/// A visit to the window, folded from its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its subject.
    pub id: Uuid,
    /// How many facts made it.
    pub version: u64,
    /// Where.
    pub unit: UnitCode,
    /// The clerk.
    pub clerk: Login,
    /// When it began.
    pub started: DateTime<FixedOffset>,
    /// When it ended.
    pub ended: Option<DateTime<FixedOffset>>,
    /// A fact of a kind this program does not know was met: read-only («обновите программу»).
    pub needs_newer_program: bool,
}

impl Visit {
    /// Folds a visit from its facts, oldest first.
    ///
    /// # Errors
    /// When the facts do not begin with a start.
    pub fn fold(id: Uuid, facts: impl IntoIterator<Item = Recorded<VisitEvent>>) -> Result<Self, Unfoldable> {
        let mut facts = facts.into_iter();
        let (stamp, VisitEvent::Started(first)) = beginning(facts.next())? else {
            return Err(Unfoldable::NoBeginning);
        };
        let mut visit = Self {
            id,
            version: 1,
            unit: first.unit,
            clerk: stamp.who,
            started: stamp.at,
            ended: None,
            needs_newer_program: false,
        };
        for Recorded { stamp, event } in facts {
            visit.version += 1;
            match event {
                Ok(VisitEvent::Ended(_)) if visit.ended.is_none() => visit.ended = Some(stamp.at),
                Err(_) => visit.needs_newer_program = true,
                Ok(_) if visit.needs_newer_program => {}
                Ok(_) => return Err(Unfoldable::OutOfOrder { version: visit.version }),
            }
        }
        Ok(visit)
    }
}

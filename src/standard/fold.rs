//! How facts make the state of a subject: an appeal, the office. A visit and a consultation are folded in
//! [`super::visit`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::appeal::{
    Appeal, CallBack, Closing, EarlierRound, Extension, Holder, MissedCall, Outcome, Resolution,
};
use super::calendar::Calendar;
use super::client::Client;
use super::correct::{Change, Particulars};
use super::fact::{
    Again, AppealEvent, Corrected, Destination, Extended, GroundLifted, GroundNamed, HandedBack, OfficeEvent,
    Reason, Recorded, Registered, ReplyDrafted, ReplySent, ReplySigned, Requested, ResultRecorded, Routed,
    Stamp, StepTakenBack, Unreadable,
};
use super::number::OutgoingNumber;
use super::office::Office;
use super::paper::{KeptPaper, PrintedPaper};
use super::personal::Personal;
use super::reply::{Frozen, NoticeOf, Purpose, Reply, ReplyId, ReplyStage, Signature};
use super::request::Request;
use super::route::Route;
use super::screening::{Forwarding, GroundStage, Screening};
use super::shows::Shows;
use super::term::{Due, Norms};

mod undone;

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
pub(super) fn beginning<E>(first: Option<Recorded<E>>) -> Result<(Stamp, E), Unfoldable> {
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
            client_id: first.client_id.unwrap_or(id),
            contacts_from_card: first.contacts_from_card,
            paper: first.paper,
            client_sort: first.client_sort,
            client: first.client,
            content: first.content,
            reply_wish: first.reply_wish,
            route: first.route,
            holder: Holder::Nobody,
            co_executors: BTreeSet::new(),
            resolution: None,
            screening: None,
            forwarding: None,
            call_back: first.call_back.map(|promised| CallBack {
                due: promised.due,
                missed: Vec::new(),
                done: None,
            }),
            requests: Vec::new(),
            postings: BTreeMap::new(),
            papers: BTreeMap::new(),
            ordered_due: None,
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
                let shows = Shows::of(self.client.known(), &self.content);
                self.step(event.reply, out_of_order, |stage| match stage {
                    ReplyStage::Draft => {
                        Some(ReplyStage::Final(Frozen { finalised: event.finalised, shows }))
                    }
                    _ => None,
                })?;
            }
            AppealEvent::ReplyReturned(event) => {
                self.draft_again(event.reply, out_of_order)?.remarks.push(event.remark);
            }
            AppealEvent::ReplyPrinted(event) => {
                let reply = self.step(event.reply, out_of_order, Some)?;
                reply.printed = reply.printed.saturating_add(1);
                let form = event.form.filter(|form| reply.printed_as(*form) != Some(&event.sha256));
                reply.papers.extend(form.map(|form| PrintedPaper { form, sha256: event.sha256 }));
            }
            AppealEvent::PaperPrinted(event) => {
                let kept = KeptPaper { sha256: event.sha256, says: event.says };
                self.papers.insert((event.paper, event.form), kept);
            }
            AppealEvent::ReplySigned(signed) => {
                self.step(signed.reply, out_of_order, |stage| match stage {
                    ReplyStage::Final(frozen) => {
                        let signature = signature(signed, frozen.finalised.number.clone())?;
                        Some(ReplyStage::Signed(frozen, signature))
                    }
                    _ => None,
                })?;
            }
            AppealEvent::ReplySent(sent) => self.send(sent, stamp, out_of_order)?,
            AppealEvent::Extended(extended) => self.extend(extended, stamp),
            AppealEvent::AnsweredOrally(answer) => {
                let reason = Reason { reason: answer.gist, on: answer.on };
                self.close(Outcome::AnsweredOrally, reason, stamp);
            }
            AppealEvent::Noted(reason) => self.close(Outcome::Noted, reason, stamp),
            AppealEvent::Annulled(reason) => self.close(Outcome::Annulled, reason, stamp),
            AppealEvent::Withdrawn(reason) => self.close(Outcome::Withdrawn, reason, stamp),
            AppealEvent::Reopened(reopened) => {
                self.next_round(reopened.due, stamp.at.date_naive()).ok_or(out_of_order)?;
            }
            AppealEvent::FiledAway(reason) => self.filed = Some(reason.on),
            AppealEvent::HandedBack(back) => self.hand_back(back, stamp).ok_or(out_of_order)?,
            AppealEvent::GroundProposed(named) => {
                self.screening = Some(screening(named, GroundStage::Proposed, stamp));
            }
            AppealEvent::GroundDecided(named) => self.leave_without_action(named, stamp),
            AppealEvent::GroundLifted(lifted) => self.lift(*lifted).ok_or(out_of_order)?,
            AppealEvent::Forwarded(event) => {
                let (to, reason, on) = (event.to, event.reason, event.on);
                self.forwarding = Some(Forwarding { to, reason, by: stamp.who.clone(), on });
            }
            AppealEvent::Requested(event) => self.requests.push(request(event)),
            AppealEvent::RequestAnswered(event) => {
                let asked = self.requests.iter_mut().find(|request| request.id == event.request);
                asked.filter(|request| request.answer.is_none()).ok_or(out_of_order)?.answer =
                    Some(event.answer);
            }
            AppealEvent::Called(called) => {
                let call = self.call_back.as_mut().ok_or(out_of_order)?;
                if called.reached {
                    call.done = Some(stamp.at);
                } else {
                    call.missed.push(MissedCall { at: stamp.at, note: called.gist });
                }
            }
            AppealEvent::Corrected(corrected) => self.correct(&corrected).ok_or(out_of_order)?,
            AppealEvent::Recounted(event) => {
                self.due = event.due;
                self.reckon_inner_due();
            }
            AppealEvent::ResultRecorded(event) => self.answered_elsewhere(event, stamp),
            AppealEvent::LetterTracked(event) => {
                self.outgoing(event.letter).ok_or(out_of_order)?;
                self.postings.insert(event.letter, event.posting);
            }
            AppealEvent::StepTakenBack(event) => self.take_back(event.again, out_of_order)?,
        }
        Ok(())
    }

    /// Whether such a fact may come now: what is closed takes no step but being opened again, filed away or
    /// copied on paper, and the annulling of an oral answer.
    fn may_take(&self, event: &AppealEvent) -> bool {
        let closed = self.closing.as_ref().map(|closing| closing.outcome);
        match event {
            AppealEvent::Registered(_) => false,
            AppealEvent::ReplyPrinted(_)
            | AppealEvent::PaperPrinted(_)
            | AppealEvent::RequestAnswered(_)
            | AppealEvent::LetterTracked(_) => true,
            AppealEvent::Reopened(_) | AppealEvent::FiledAway(_) => closed.is_some(),
            AppealEvent::GroundLifted(lifted) => match closed {
                None => lifted.due.is_none(),
                Some(outcome) => outcome == Outcome::NotConsidered && lifted.due.is_some(),
            },
            AppealEvent::Corrected(_)
            | AppealEvent::StepTakenBack(StepTakenBack { again: Again::Fields(_), .. }) => {
                closed != Some(Outcome::Annulled)
            }
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
        self.co_executors = routed.co_executors;
        self.resolution = Some(Resolution {
            text: routed.resolution,
            by: stamp.who.clone(),
            since: stamp.at,
            returned: false,
        });
        // A later resolution may move its own day, but never past the authority's.
        if let Some(inner) = routed.inner_due {
            self.ordered_due = Some(inner);
            self.reckon_inner_due();
        }
    }

    fn hand_back(&mut self, back: HandedBack, stamp: &Stamp) -> Option<()> {
        self.holder = self.came_from()?;
        self.co_executors.clear();
        // The inner day was the resolution's; an authority's own stays.
        self.ordered_due = None;
        self.reckon_inner_due();
        let (text, by) = (back.reason, stamp.who.clone());
        self.resolution = Some(Resolution { text, by, since: stamp.at, returned: true });
        Some(())
    }

    fn extend(&mut self, extended: Extended, stamp: &Stamp) {
        let (by, before) = (stamp.who.clone(), self.due.day);
        self.extension = Some(Extension { days: extended.days, reason: extended.reason, by, before });
        self.due = extended.due;
        self.reckon_inner_due();
    }

    fn send(&mut self, sent: ReplySent, stamp: &Stamp, out_of_order: Unfoldable) -> Result<(), Unfoldable> {
        let on = sent.dispatch.on;
        let reply = self.step(sent.reply, out_of_order, |stage| match stage {
            ReplyStage::Signed(frozen, signature) => Some(ReplyStage::Sent(frozen, signature, sent.dispatch)),
            _ => None,
        })?;
        let outcome = match reply.purpose {
            Purpose::Interim { days } => {
                self.proposed = Some(days);
                return Ok(());
            }
            Purpose::Answer => Outcome::Replied,
            Purpose::Notice { about: NoticeOf::Forwarding } => Outcome::Forwarded,
            Purpose::Notice { .. } => Outcome::NoticeSent,
        };
        self.annul_unsigned();
        let by = stamp.who.clone();
        self.closing = Some(Closing { outcome, on, by, note: None, reply: Some(sent.reply) });
        Ok(())
    }

    /// Opens the next round of a closed appeal; what the first one came to is kept.
    fn next_round(&mut self, due: Due, on: NaiveDate) -> Option<()> {
        let closing = self.closing.take()?;
        let due = std::mem::replace(&mut self.due, due);
        self.earlier.push(EarlierRound { due, closing });
        self.opened = on;
        self.proposed = None;
        self.extension = None;
        self.ordered_due = None;
        self.inner_due = None;
        self.filed = None;
        self.screening = None;
        self.forwarding = None;
        self.call_back = None;
        Some(())
    }

    fn leave_without_action(&mut self, named: GroundNamed, stamp: &Stamp) {
        if named.ground.notice().is_none() {
            let reason = Reason { reason: named.note.clone(), on: named.on };
            self.close(Outcome::NotConsidered, reason, stamp);
        }
        self.screening = Some(screening(named, GroundStage::Decided, stamp));
    }

    fn lift(&mut self, lifted: GroundLifted) -> Option<()> {
        if let Some(client) = lifted.client {
            self.client_sort = client.known().map_or(self.client_sort, Client::sort);
            self.contacts_from_card = false;
            self.client = client;
        }
        if let Some(due) = lifted.due {
            return self.next_round(due, lifted.on);
        }
        (self.screening, self.forwarding) = (None, None);
        Some(())
    }

    fn answered_elsewhere(&mut self, result: ResultRecorded, stamp: &Stamp) {
        let reason = Reason { reason: result.gist, on: result.on };
        self.close(Outcome::Replied, reason, stamp);
    }

    /// Whoever had it before its holder, by its route; nothing where nobody holds it.
    #[must_use]
    pub fn came_from(&self) -> Option<Holder> {
        match &self.holder {
            Holder::Nobody => None,
            Holder::Executor { unit, .. } => Some(Holder::Unit(unit.clone())),
            Holder::Unit(_) if self.route == Route::Director => Some(Holder::Director),
            Holder::Unit(_) | Holder::Director => Some(Holder::Nobody),
        }
    }

    /// What can be corrected, while the client is known.
    #[must_use]
    pub fn particulars(&self) -> Option<Particulars> {
        self.client.known().map(|client| self.particulars_of(client.clone()))
    }

    fn particulars_of(&self, client: Client) -> Particulars {
        Particulars {
            channel: self.channel,
            kind: self.kind,
            topic: self.topic.clone(),
            received: self.received,
            intake: self.intake.clone(),
            client,
            content: self.content.clone(),
            reply_wish: self.reply_wish,
        }
    }

    fn correct(&mut self, corrected: &Corrected) -> Option<()> {
        self.take_values(&corrected.changes)?;
        self.readdress(&corrected.readdressed);
        for change in &corrected.changes {
            self.contacts_from_card &= !change.field.is_contact();
        }
        self.client_sort = corrected.client_sort.unwrap_or(self.client_sort);
        self.due = corrected.due.clone().unwrap_or_else(|| self.due.clone());
        self.route = corrected.route.unwrap_or(self.route);
        self.reckon_inner_due();
        Some(())
    }

    /// Takes corrected values. Of an erased client only what was nobody's own: the rest went with the erasure.
    fn take_values(&mut self, changes: &[Change]) -> Option<()> {
        let erased = self.client == Personal::Erased;
        let mut whole = self.particulars().unwrap_or_else(|| self.particulars_of(Client::anonymous()));
        let values = changes.iter().filter(|change| !(erased && change.field.is_personal()));
        let values = values.filter_map(|change| match &change.new {
            None => Some((change.field, None)),
            Some(value) => value.known().map(|text| (change.field, Some(text))),
        });
        whole.apply(values).ok()?;
        self.channel = whole.channel;
        self.kind = whole.kind;
        self.topic = whole.topic;
        self.received = whole.received;
        self.intake = whole.intake;
        self.content = whole.content;
        self.reply_wish = whole.reply_wish;
        if !erased {
            self.client = Personal::Known(whole.client);
        }
        Some(())
    }

    /// The earliest inner day: the resolution's, or the authority's where it is before the norm's. Neither is later than
    /// the norm's (readings, *Terms*).
    fn reckon_inner_due(&mut self) {
        let ordered = self.ordered_due.filter(|day| *day <= self.due.day);
        let authority = self.authority_due().filter(|day| *day < self.due.day);
        self.inner_due = ordered.into_iter().chain(authority).min();
    }

    /// The authority's own due day, in the round that its covering letter began.
    fn authority_due(&self) -> Option<NaiveDate> {
        self.content.covering_letter.as_ref().filter(|_| self.earlier.is_empty())?.due
    }

    fn draft(&mut self, drafted: ReplyDrafted, out_of_order: Unfoldable) -> Result<(), Unfoldable> {
        let ReplyDrafted { reply: id, purpose, template, heading, addressee, text, answers } = drafted;
        let fresh = |remarks, printed, annulled_numbers| Reply {
            id,
            purpose,
            template,
            heading,
            addressee,
            text,
            answers,
            annulled_numbers,
            remarks,
            printed,
            papers: Vec::new(),
            stage: ReplyStage::Draft,
        };
        match self.replies.iter_mut().find(|reply| reply.id == id) {
            None => self.replies.push(fresh(Vec::new(), 0, Vec::new())),
            Some(before) if before.stage == ReplyStage::Draft => {
                let numbers = std::mem::take(&mut before.annulled_numbers);
                *before = fresh(std::mem::take(&mut before.remarks), before.printed, numbers);
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
        reply.move_to(next(reply.stage.clone()).ok_or(out_of_order)?);
        Ok(reply)
    }

    fn close(&mut self, outcome: Outcome, reason: Reason, stamp: &Stamp) {
        self.annul_unsigned();
        self.closing = Some(Closing {
            outcome,
            on: reason.on,
            by: stamp.who.clone(),
            note: Some(reason.reason),
            reply: None,
        });
    }
}

/// The signature that a fact tells of: its number, or the one that the final was given.
fn signature(signed: ReplySigned, of_final: Option<super::number::Number>) -> Option<Signature> {
    let number = signed.number.or_else(|| of_final.map(OutgoingNumber::Given))?;
    Some(Signature { number, on: signed.on, way: signed.way, entered_by: signed.entered_by })
}

fn screening(named: GroundNamed, stage: GroundStage, stamp: &Stamp) -> Screening {
    let GroundNamed { ground, note, earlier, on } = named;
    Screening { ground, stage, by: stamp.who.clone(), on, note, earlier }
}

fn request(event: Requested) -> Request {
    let Requested { request: id, to, text, number, on, expected } = event;
    Request { id, to, text, number, on, expected, answer: None }
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
            documents: Vec::new(),
            books: BTreeMap::new(),
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
            OfficeEvent::TopicsLoaded(loaded) => {
                self.topics = loaded.topics;
                self.documents = loaded.documents;
            }
            OfficeEvent::BookSaved(book) => {
                self.books.insert(book.number.clone(), book);
            }
            OfficeEvent::BookClosed(closed) => {
                if let Some(book) = self.books.get_mut(&closed.number) {
                    book.closed = Some(closed.on);
                }
            }
            OfficeEvent::SeriesOpened(opened) => {
                self.series.insert((opened.series, opened.year), opened.first);
            }
        }
        Ok(())
    }
}

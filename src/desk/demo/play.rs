//! The year played through: whoever is next in time takes their next step.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};

use chrono::{DateTime, FixedOffset, TimeDelta};
use fastrand::Rng;

use super::super::work::Job;
use super::super::{Confirmed, DeskError};
use super::Made;
use super::days::{Arrivals, Hours};
use super::fate::{Fates, Step, Steps};
use super::forms::{Forms, Incoming};
use super::office::Firm;
use super::scribe::Scribe;
use super::words::{Scene, Words, chance};
use crate::register::{Sort, Subject, Tx};
use crate::standard::appeal::{Appeal, Channel, Outcome};
use crate::standard::client::ClientSort;
use crate::standard::decide::{self, ConsultationForm, Registration};
use crate::standard::fact::{Recorded, VisitEvent};
use crate::standard::fold::Unfoldable;
use crate::standard::office::{Login, Role};
use crate::standard::refusal::Refusal;
use crate::standard::visit::Visit;

/// So many answered appeals are remembered.
const REMEMBERED: usize = 300;

type Moment = DateTime<FixedOffset>;

/// The year so far: those on their way, and who is next.
pub(super) struct Play<'a> {
    words: &'a Words,
    firm: &'a Firm,
    hours: Hours<'a>,
    rng: &'a mut Rng,
    arrivals: Arrivals,
    next_arrival: Option<Moment>,
    forms: Forms,
    fates: Fates,
    /// What was answered last by letter: somebody may ask it again.
    answered: VecDeque<Appeal>,
    now: Moment,
    /// Who is on their way, by the order in which they came.
    live: BTreeMap<u32, Box<Live>>,
    /// When each of them takes the next step.
    next: BinaryHeap<Reverse<(Moment, u32)>>,
    /// Whose lines in lists are behind their facts.
    unsaved: BTreeSet<u32>,
    come: u32,
    made: Made,
}

/// Somebody's appeal on its way.
struct Live {
    scene: Scene,
    story: usize,
    steps: Steps,
    clerk: Login,
    typed: Option<Box<Registration>>,
    visit: Vec<Recorded<VisitEvent>>,
    visit_id: Option<uuid::Uuid>,
    appeal: Option<Appeal>,
    who: u64,
    /// The answered appeal that this one repeats.
    earlier: Option<Box<Appeal>>,
}

impl<'a> Play<'a> {
    pub fn new(
        words: &'a Words,
        firm: &'a Firm,
        hours: Hours<'a>,
        mut arrivals: Arrivals,
        now: Moment,
        rng: &'a mut Rng,
    ) -> Self {
        let next_arrival = arrivals.next(hours, rng);
        Self {
            words,
            firm,
            hours,
            rng,
            arrivals,
            next_arrival,
            forms: Forms::new(),
            fates: Fates::new(now),
            answered: VecDeque::new(),
            now,
            live: BTreeMap::new(),
            next: BinaryHeap::new(),
            unsaved: BTreeSet::new(),
            come: 0,
            made: Made::default(),
        }
    }

    /// What was made so far.
    pub const fn made(&self) -> Made {
        self.made
    }

    /// Plays on for about so many facts. False when now is reached.
    pub fn go_on(&mut self, tx: &mut Tx<'_>, facts: u64) -> Result<bool, DeskError> {
        let begun = self.made.facts;
        let mut more = true;
        while more && self.made.facts - begun < facts {
            more = self.step(tx)?;
        }
        for who in std::mem::take(&mut self.unsaved) {
            let Some(live) = self.live.get(&who) else { continue };
            if let Some(appeal) = &live.appeal {
                tx.save_appeal(appeal)?;
            }
            if let Some(visit) = live.visit()? {
                tx.save_visit(&visit)?;
            }
            if live.steps.is_empty() {
                self.live.remove(&who);
            }
        }
        Ok(more)
    }

    /// The next step in time, of somebody new or somebody on the way. False when there is none before now.
    fn step(&mut self, tx: &mut Tx<'_>) -> Result<bool, DeskError> {
        let due = self.next.peek().map(|Reverse((at, _))| *at).filter(|at| *at <= self.now);
        match (self.next_arrival, due) {
            (None, None) => Ok(false),
            (Some(at), due) if due.is_none_or(|due| at < due) => {
                self.next_arrival = self.arrivals.next(self.hours, self.rng);
                self.arrive(at, tx)?;
                Ok(true)
            }
            _ => {
                if let Some(Reverse((_, who))) = self.next.pop() {
                    self.take_step(who, tx)?;
                }
                Ok(true)
            }
        }
    }

    /// Somebody comes: to the window with a visit, else straight into the register.
    fn arrive(&mut self, at: Moment, tx: &mut Tx<'_>) -> Result<(), DeskError> {
        let Incoming { typed, story, scene, who: figure } =
            self.forms.incoming(at, self.words, self.firm, self.rng);
        let clerk = self.firm.one_with(Role::Clerk, &typed.intake, self.rng);
        let (talk, rest) = (
            TimeDelta::milliseconds(self.rng.i64(150_000..900_000)),
            TimeDelta::milliseconds(self.rng.i64(9_000..90_000)),
        );
        let visited = typed.channel == Channel::InPerson && at + talk + rest <= self.now;
        let mut live = Box::new(Live {
            scene,
            story,
            steps: Steps::new(),
            clerk,
            typed: None,
            visit: Vec::new(),
            visit_id: None,
            appeal: None,
            who: figure,
            earlier: None,
        });
        if visited {
            live.visit_id = Some(tx.new_id(at)?);
            let unit = typed.intake.clone();
            self.visit(&mut live, at, tx, |context| decide::start_visit(unit, None, context))?;
            live.steps.extend([(at + talk, Step::Register), (at + talk + rest, Step::EndVisit)]);
        } else {
            live.steps.push_back((at, Step::Register));
        }
        if typed.channel == Channel::Phone && chance(self.rng, 30) {
            self.consult(&live.clerk, Channel::Phone, None, at, tx)?;
        }
        live.typed = Some(Box::new(typed));
        let who = self.come;
        self.come += 1;
        self.put_back(who, live);
        Ok(())
    }

    fn take_step(&mut self, who: u32, tx: &mut Tx<'_>) -> Result<(), DeskError> {
        let Some(mut live) = self.live.remove(&who) else { return Ok(()) };
        if let Some((at, step)) = live.steps.pop_front() {
            match step {
                Step::Register => self.register(&mut live, at, tx)?,
                Step::EndVisit => {
                    if chance(self.rng, 15) {
                        self.consult(&live.clerk, Channel::InPerson, live.visit_id, at, tx)?;
                    }
                    let visit = live.visit()?.ok_or(DeskError::NoVisit)?;
                    self.visit(&mut live, at, tx, |context| decide::end_visit(&visit, context))?;
                    self.made.visits += 1;
                }
                step => self.change(&mut live, at, step, tx)?,
            }
        }
        self.put_back(who, live);
        Ok(())
    }

    fn put_back(&mut self, who: u32, live: Box<Live>) {
        if let Some((at, _)) = live.steps.front() {
            self.next.push(Reverse((*at, who)));
        }
        self.unsaved.insert(who);
        self.live.insert(who, live);
    }

    fn register(&mut self, live: &mut Live, at: Moment, tx: &mut Tx<'_>) -> Result<(), DeskError> {
        let Some(mut typed) = live.typed.take() else { return Ok(()) };
        typed.visit = live.visit_id;
        let (words, firm) = (self.words, self.firm);
        let appeal = as_somebody(&live.clerk, at, firm, tx, |job| {
            let events = job.decide(|context| decide::register(*typed, context))?;
            let id = job.tx.new_id(at)?;
            job.begin_appeal(id, events)
        })?;
        self.made.appeals += 1;
        self.made.facts += appeal.version;
        if !matches!(appeal.client_sort, ClientSort::Anonymous) {
            self.forms.registered(live.who, appeal.client_id);
        }
        if appeal.closing.is_none() {
            self.made.open += 1;
            let from = live.steps.back().map_or(at, |(last, _)| *last);
            let story = &words.stories[live.story];
            live.earlier = self.answered_before(&appeal);
            self.fates.repeats = live.earlier.is_some();
            live.steps.extend(self.fates.plan(&appeal, story, from, firm, self.hours, self.rng));
        }
        live.appeal = Some(appeal);
        Ok(())
    }

    /// What the same client was answered about the same.
    fn answered_before(&self, appeal: &Appeal) -> Option<Box<Appeal>> {
        let same = |earlier: &&Appeal| {
            earlier.client_id == appeal.client_id && earlier.topic == appeal.topic && earlier.id != appeal.id
        };
        self.answered.iter().rev().find(same).map(|earlier| Box::new(earlier.clone()))
    }

    /// A consultation by the way: in a visit at its end, or by telephone (R23).
    fn consult(
        &mut self,
        clerk: &Login,
        channel: Channel,
        visit: Option<uuid::Uuid>,
        at: Moment,
        tx: &mut Tx<'_>,
    ) -> Result<(), DeskError> {
        let topics: Vec<_> = self.firm.office.topics.iter().map(|topic| &topic.code).collect();
        let topic = topics[self.rng.usize(..topics.len())].clone();
        let unit = self.firm.office.staff.get(clerk).map(|person| person.unit.clone());
        let Some(unit) = unit else { return Ok(()) };
        let minutes = Some(self.rng.u16(1..12));
        let form = ConsultationForm { unit, topic, channel, minutes, client: None, visit };
        as_somebody(clerk, at, self.firm, tx, |job| job.consult(form))?;
        self.made.facts += 1;
        Ok(())
    }

    /// A step of the visit: its start, its end.
    fn visit(
        &mut self,
        live: &mut Live,
        at: Moment,
        tx: &mut Tx<'_>,
        rule: impl FnOnce(&decide::Context<'_>) -> Result<Vec<VisitEvent>, Refusal>,
    ) -> Result<(), DeskError> {
        let Some(id) = live.visit_id else { return Ok(()) };
        let subject = Subject { sort: Sort::Visit, id };
        let clerk = live.clerk.clone();
        as_somebody(&clerk, at, self.firm, tx, |job| {
            for event in job.decide(rule)? {
                job.record(&subject, live.visit.len() as u64, &event)?;
                live.visit.push(Recorded { stamp: job.stamp(), event: Ok(event) });
                self.made.facts += 1;
            }
            Ok(())
        })
    }

    /// A step of an appeal that is registered, by whoever takes such steps.
    fn change(&mut self, live: &mut Live, at: Moment, step: Step, tx: &mut Tx<'_>) -> Result<(), DeskError> {
        let Some(appeal) = &mut live.appeal else { return Ok(()) };
        let (version, open) = (appeal.version, appeal.closing.is_none());
        let mut scribe = Scribe {
            words: self.words,
            firm: self.firm,
            story: &self.words.stories[live.story],
            scene: &mut live.scene,
            earlier: live.earlier.as_deref(),
            rng: self.rng,
        };
        let actor = scribe.actor(appeal, &step);
        let command = scribe.command(appeal, step, at);
        as_somebody(&actor, at, self.firm, tx, |job| {
            job.change_appeal(appeal, |appeal, context| command.ask(appeal, context))
        })?;
        self.made.facts += appeal.version - version;
        if open && appeal.closing.as_ref().is_some_and(|closing| closing.outcome == Outcome::Replied) {
            if self.answered.len() == REMEMBERED {
                self.answered.pop_front();
            }
            self.answered.push_back(appeal.clone());
        }
        match (open, appeal.closing.is_none()) {
            (true, false) => self.made.open -= 1,
            (false, true) => self.made.open += 1,
            _ => {}
        }
        Ok(())
    }
}

impl Live {
    fn visit(&self) -> Result<Option<Visit>, Unfoldable> {
        self.visit_id.map(|id| Visit::fold(id, self.visit.iter().cloned())).transpose()
    }
}

/// Runs a job as this person at this moment.
fn as_somebody<T>(
    login: &Login,
    at: Moment,
    firm: &Firm,
    tx: &mut Tx<'_>,
    job: impl FnOnce(&mut Job<'_, '_>) -> Result<T, DeskError>,
) -> Result<T, DeskError> {
    let office = &firm.office;
    let actor = office.active_person(login).ok_or_else(|| DeskError::UnknownActor(login.clone()))?;
    job(&mut Job { tx, office, now: at, actor, confirmed: &Confirmed::new() })
}

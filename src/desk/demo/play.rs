//! The year played through: whoever is next in time takes their next step.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use chrono::{DateTime, FixedOffset, TimeDelta};
use fastrand::Rng;

use super::super::work::Job;
use super::super::{Confirmed, DeskError};
use super::Made;
use super::days::{Arrivals, Hours, days_before};
use super::fate::{self, Fates, Step, Steps};
use super::forms::{Forms, Incoming};
use super::office::Firm;
use super::words::{Scene, Story, Words};
use crate::register::{Sort, Subject, Tx};
use crate::standard::appeal::{Appeal, Channel};
use crate::standard::decide::{self, Draft, OnSpot, Registration, Routing, Target};
use crate::standard::fact::{Recorded, VisitEvent};
use crate::standard::fold::{Unfoldable, Visit};
use crate::standard::office::{Login, Role, UnitCode};
use crate::standard::refusal::{Refusal, ReplyNeed};
use crate::standard::reply::{Purpose, Reply, ReplyBy, ReplyId, SignedBy};

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
    form: Option<Registration>,
    visit: Vec<Recorded<VisitEvent>>,
    visit_id: Option<uuid::Uuid>,
    appeal: Option<Appeal>,
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
        let Incoming { form, story, scene } = self.forms.incoming(at, self.words, self.firm, self.rng);
        let clerk = self.firm.one_with(Role::Clerk, &form.intake, self.rng);
        let (talk, rest) = (
            TimeDelta::milliseconds(self.rng.i64(150_000..900_000)),
            TimeDelta::milliseconds(self.rng.i64(9_000..90_000)),
        );
        let visited = form.channel == Channel::InPerson && at + talk + rest <= self.now;
        let mut live = Box::new(Live {
            scene,
            story,
            steps: Steps::new(),
            clerk,
            form: None,
            visit: Vec::new(),
            visit_id: None,
            appeal: None,
        });
        if visited {
            live.visit_id = Some(tx.new_id(at)?);
            let unit = form.intake.clone();
            self.visit(&mut live, at, tx, |context| decide::start_visit(unit, context))?;
            live.steps.extend([(at + talk, Step::Register), (at + talk + rest, Step::EndVisit)]);
        } else {
            live.steps.push_back((at, Step::Register));
        }
        live.form = Some(form);
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
        let Some(mut form) = live.form.take() else { return Ok(()) };
        form.visit = live.visit_id;
        let (words, firm) = (self.words, self.firm);
        let appeal = as_somebody(&live.clerk, at, firm, tx, |job| {
            let events = job.decide(|context| decide::register(form, context))?;
            let id = job.tx.new_id(at)?;
            job.begin_appeal(id, events)
        })?;
        self.made.appeals += 1;
        self.made.facts += appeal.version;
        if appeal.closing.is_none() {
            self.made.open += 1;
            let from = live.steps.back().map_or(at, |(last, _)| *last);
            let story = &words.stories[live.story];
            live.steps.extend(self.fates.plan(&appeal, story, from, firm, self.hours, self.rng));
        }
        live.appeal = Some(appeal);
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
            rng: self.rng,
        };
        let actor = scribe.actor(appeal, &step);
        let command = scribe.command(appeal, step, at);
        as_somebody(&actor, at, self.firm, tx, |job| {
            job.change_appeal(appeal, |appeal, context| command.ask(appeal, context))
        })?;
        self.made.facts += appeal.version - version;
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

/// Writes what a step says.
struct Scribe<'a> {
    words: &'a Words,
    firm: &'a Firm,
    story: &'a Story,
    scene: &'a mut Scene,
    rng: &'a mut Rng,
}

/// A step with its words: what the rules are asked.
enum Command {
    HandOn(Routing),
    Draft(Draft),
    Finalise(ReplyId, Login),
    Return(ReplyId, String),
    Sign(ReplyId),
    Send(ReplyId, ReplyBy),
    Extend(u16, String),
    AnswerOrally(OnSpot),
    Note(String),
    Withdraw(String),
    Annul(String),
    Reopen(String),
    FileAway(String),
    Nothing,
}

impl Scribe<'_> {
    /// Who takes such a step.
    fn actor(&mut self, appeal: &Appeal, step: &Step) -> Login {
        let unit = appeal.holder.unit().unwrap_or(&appeal.intake);
        let signatory =
            || appeal.replies.last().and_then(Reply::finalised).map(|frozen| frozen.signatory.clone());
        match step {
            Step::HandOn(by, ..) => by.clone(),
            Step::Draft(_) | Step::Finalise | Step::AnswerOrally => {
                appeal.holder.executor().unwrap_or(&appeal.registered_by).clone()
            }
            Step::Return | Step::Sign => signatory().unwrap_or_else(|| appeal.registered_by.clone()),
            Step::Extend(_) | Step::Note | Step::Reopen => self.firm.one_with(Role::Head, unit, self.rng),
            Step::Register | Step::EndVisit | Step::Send | Step::Withdraw | Step::Annul | Step::FileAway => {
                appeal.registered_by.clone()
            }
        }
    }

    fn command(&mut self, appeal: &Appeal, step: Step, at: Moment) -> Command {
        let phrases = &self.words.phrases;
        let newest = appeal.replies.last().map_or(ReplyId(1), |reply| reply.id);
        match step {
            Step::Register | Step::EndVisit => Command::Nothing,
            Step::HandOn(_, target, words) => Command::HandOn(self.routing(appeal, target, words, at)),
            Step::Draft(interim) => Command::Draft(self.draft(appeal, interim)),
            Step::Finalise => {
                let none = UnitCode(String::new());
                let unit = appeal.holder.unit().unwrap_or(&none);
                Command::Finalise(newest, self.firm.signatory(unit, self.rng))
            }
            Step::Return => Command::Return(newest, self.tell(&phrases.remarks)),
            Step::Sign => Command::Sign(newest),
            Step::Send => {
                let by = appeal.reply_by();
                let lacks = appeal.client.known().and_then(|client| by.lacks(client)).is_some();
                Command::Send(newest, if lacks { ReplyBy::Pickup } else { by })
            }
            Step::Extend(days) => Command::Extend(days, self.tell(&phrases.extension_reasons)),
            Step::AnswerOrally => {
                Command::AnswerOrally(OnSpot { gist: self.tell(&self.story.oral), agreed: true })
            }
            Step::Note => Command::Note(self.tell(&phrases.noted)),
            Step::Withdraw => Command::Withdraw(self.tell(&phrases.withdrawn)),
            Step::Annul => Command::Annul(self.tell(&phrases.annulled)),
            Step::Reopen => Command::Reopen(self.tell(&phrases.reopened)),
            Step::FileAway => Command::FileAway(self.tell(&phrases.filed)),
        }
    }

    fn tell(&mut self, templates: &[String]) -> String {
        self.words.tell(templates, self.rng, self.scene)
    }

    fn routing(&mut self, appeal: &Appeal, target: Target, words: fate::Words, at: Moment) -> Routing {
        let phrases = &self.words.phrases;
        let (resolution, inner) = match words {
            fate::Words::None => (None, None),
            fate::Words::Director => (Some(self.tell(&phrases.resolutions_director)), None),
            fate::Words::Head(inner) => (Some(self.tell(&phrases.resolutions_head)), inner),
            fate::Words::Another => (Some(self.tell(&phrases.reassigned)), None),
        };
        let inner_due =
            inner.map(|days| days_before(appeal.due.day, days)).filter(|day| *day >= at.date_naive());
        Routing { target, resolution, inner_due, override_reason: None }
    }

    /// A letter on the substance, or the interim one.
    fn draft(&mut self, appeal: &Appeal, interim: Option<u16>) -> Draft {
        let (words, phrases) = (self.words, &self.words.phrases);
        let (purpose, heading, matter) = match interim {
            Some(days) => {
                self.scene.extra_days = days;
                (Purpose::Interim { days }, self.tell(&phrases.interim_heading), self.tell(&phrases.interim))
            }
            None => (Purpose::Answer, self.tell(&self.story.heading), self.tell(&self.story.reply)),
        };
        let opening =
            if self.scene.given.is_empty() { &phrases.reply_organisation } else { &phrases.reply_person };
        let opening = words.told(opening, self.rng, self.scene);
        let end = if interim.is_some() { String::new() } else { self.tell(&phrases.reply_end) };
        let mut parts = vec![opening, self.tell(&phrases.reply_intro), matter, end];
        parts.retain(|part| !part.is_empty());
        let client = appeal.client.known();
        let addressee = [
            client.map(crate::standard::client::Client::full_name),
            client.and_then(|client| client.address.clone()),
        ];
        let addressee =
            addressee.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let addressee = if addressee.is_empty() { self.scene.name.clone() } else { addressee };
        Draft { purpose, template: None, heading, addressee, text: parts.join("\n\n") }
    }
}

impl Command {
    /// Asks the rules.
    fn ask(
        self,
        appeal: &Appeal,
        context: &decide::Context<'_>,
    ) -> Result<Vec<crate::standard::fact::AppealEvent>, Refusal> {
        match self {
            Self::HandOn(routing) => decide::hand_on(appeal, &routing, context),
            Self::Draft(draft) => decide::draft_reply(appeal, draft, context),
            Self::Finalise(reply, signatory) => decide::finalise_reply(appeal, reply, &signatory, context),
            Self::Return(reply, remark) => decide::return_reply(appeal, reply, &remark, context),
            Self::Sign(reply) => decide::sign_reply(appeal, reply, None, SignedBy::Ink, context),
            Self::Send(reply, by) => decide::send_reply(appeal, reply, by, None, context),
            Self::Extend(days, reason) => decide::extend(appeal, days, &reason, context),
            Self::AnswerOrally(answer) => decide::answer_orally(appeal, &answer, context),
            Self::Note(reason) => decide::note(appeal, &reason, context),
            Self::Withdraw(reason) => decide::withdraw(appeal, &reason, context),
            Self::Annul(reason) => decide::annul(appeal, &reason, context),
            Self::Reopen(reason) => decide::reopen(appeal, &reason, context),
            Self::FileAway(reason) => decide::file_away(appeal, &reason, context),
            Self::Nothing => Err(Refusal::NoReply(ReplyNeed::Draft)),
        }
    }
}

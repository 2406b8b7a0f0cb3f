//! Who takes a step, and the words of it: resolutions, letters, reasons.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use fastrand::Rng;

use super::days::days_before;
use super::fate::{self, Step};
use super::office::Firm;
use super::words::{Scene, Story, Words};
use crate::standard::appeal::Appeal;
use crate::standard::client::Client;
use crate::standard::decide::{self, Draft, OnSpot, Routing, Target};
use crate::standard::fact::AppealEvent;
use crate::standard::office::{Login, Role, UnitCode};
use crate::standard::refusal::{Refusal, ReplyNeed};
use crate::standard::reply::{Purpose, Reply, ReplyBy, ReplyId, SignedBy};

/// Writes what a step says.
pub(super) struct Scribe<'a> {
    pub words: &'a Words,
    pub firm: &'a Firm,
    pub story: &'a Story,
    pub scene: &'a mut Scene,
    pub rng: &'a mut Rng,
}

/// A step with its words: what the rules are asked.
pub(super) enum Command {
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
    pub fn actor(&mut self, appeal: &Appeal, step: &Step) -> Login {
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

    /// What the rules are asked for such a step.
    pub fn command(&mut self, appeal: &Appeal, step: Step, at: DateTime<FixedOffset>) -> Command {
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
            Step::AnswerOrally => Command::AnswerOrally(OnSpot {
                gist: self.tell(&self.story.oral),
                agreed: true,
                answers: BTreeSet::new(),
            }),
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

    fn routing(
        &mut self,
        appeal: &Appeal,
        target: Target,
        words: fate::Words,
        at: DateTime<FixedOffset>,
    ) -> Routing {
        let phrases = &self.words.phrases;
        let (resolution, inner) = match words {
            fate::Words::None => (None, None),
            fate::Words::Director => (Some(self.tell(&phrases.resolutions_director)), None),
            fate::Words::Head(inner) => (Some(self.tell(&phrases.resolutions_head)), inner),
            fate::Words::Another => (Some(self.tell(&phrases.reassigned)), None),
        };
        let inner_due =
            inner.map(|days| days_before(appeal.due.day, days)).filter(|day| *day >= at.date_naive());
        Routing { target, resolution, inner_due, override_reason: None, co_executors: BTreeSet::new() }
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
        let addressee = [client.map(Client::full_name), client.and_then(|client| client.address.clone())];
        let addressee =
            addressee.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let addressee = if addressee.is_empty() { self.scene.name.clone() } else { addressee };
        let text = parts.join("\n\n");
        Draft { purpose, template: None, heading, addressee, text, answers: BTreeSet::new() }
    }
}

impl Command {
    /// Asks the rules.
    pub fn ask(self, appeal: &Appeal, context: &decide::Context<'_>) -> Result<Vec<AppealEvent>, Refusal> {
        match self {
            Self::HandOn(routing) => decide::hand_on(appeal, &routing, context),
            Self::Draft(draft) => decide::draft_reply(appeal, draft, context),
            Self::Finalise(reply, signatory) => decide::finalise_reply(appeal, reply, &signatory, context),
            Self::Return(reply, remark) => decide::return_reply(appeal, reply, &remark, context),
            Self::Sign(reply) => decide::sign_reply(appeal, reply, None, SignedBy::Ink, None, context),
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

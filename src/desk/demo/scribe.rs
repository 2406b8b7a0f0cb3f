//! Who takes a step, and the words of it: resolutions, letters, reasons.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use fastrand::Rng;

use super::days::{days_after, days_before};
use super::fate::{self, Step};
use super::office::Firm;
use super::words::{Scene, Story, Words, chance};
use crate::standard::appeal::Appeal;
use crate::standard::client::Client;
use crate::standard::correct::Correctable;
use crate::standard::decide::{
    self, Correction, Draft, Earlier, GroundForm, OnSpot, RequestForm, Routing, Target,
};
use crate::standard::fact::AppealEvent;
use crate::standard::office::{Login, Role, UnitCode};
use crate::standard::refusal::{Refusal, ReplyNeed};
use crate::standard::reply::{NoticeOf, Purpose, Reply, ReplyBy, ReplyId, SignedBy};
use crate::standard::request::{Asked, RequestId};
use crate::standard::screening::Ground;

/// Writes what a step says.
pub(super) struct Scribe<'a> {
    pub words: &'a Words,
    pub firm: &'a Firm,
    pub story: &'a Story,
    pub scene: &'a mut Scene,
    /// An earlier appeal of the same client about the same matter, with its sent reply.
    pub earlier: Option<&'a Appeal>,
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
    Screen(Ground, String, Cited),
    Forward(String, String),
    Request(RequestForm),
    AnswerRequest(RequestId, String),
    Call(bool, Option<String>),
    Correct(Correction, String),
    Nothing,
}

/// What answered a repeat before.
pub(super) enum Cited {
    Nothing,
    Appeal(Box<Appeal>),
    Paper(String, NaiveDate),
}

impl Cited {
    fn earlier(&self) -> Option<Earlier<'_>> {
        match self {
            Self::Nothing => None,
            Self::Appeal(appeal) => Some(Earlier::Appeal(appeal)),
            Self::Paper(number, on) => Some(Earlier::Paper { number, on: Some(*on) }),
        }
    }
}

impl Scribe<'_> {
    /// Who takes such a step.
    pub fn actor(&mut self, appeal: &Appeal, step: &Step) -> Login {
        let unit = appeal.holder.unit().unwrap_or(&appeal.intake);
        let signatory =
            || appeal.replies.last().and_then(Reply::finalised).map(|frozen| frozen.signatory.clone());
        match step {
            Step::HandOn(by, ..) | Step::Screen(_, by) => by.clone(),
            Step::Draft(_) | Step::Finalise | Step::AnswerOrally | Step::Request | Step::AnswerRequest => {
                appeal.holder.executor().unwrap_or(&appeal.registered_by).clone()
            }
            Step::Return | Step::Sign => signatory().unwrap_or_else(|| appeal.registered_by.clone()),
            Step::Extend(_) | Step::Note | Step::Reopen | Step::Forward => {
                self.firm.one_with(Role::Head, unit, self.rng)
            }
            Step::Register
            | Step::EndVisit
            | Step::Send
            | Step::Withdraw
            | Step::Annul
            | Step::FileAway
            | Step::Call(_)
            | Step::Correct => appeal.registered_by.clone(),
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
            Step::Screen(ground, _) => self.screening(appeal, ground, at),
            Step::Forward => Command::Forward(self.tell(&phrases.grids), self.tell(&phrases.forward_reasons)),
            Step::Request => Command::Request(RequestForm {
                to: Asked::Organisation(self.tell(&phrases.grids)),
                text: self.tell(&phrases.requests),
                on: None,
                expected: Some(days_after(at.date_naive(), self.rng.u32(4..8))),
                number: None,
            }),
            Step::AnswerRequest => {
                let asked = appeal.requests.last().map_or(RequestId(1), |request| request.id);
                Command::AnswerRequest(asked, self.tell(&phrases.request_answers))
            }
            Step::Call(reached) => Command::Call(reached, reached.then(|| self.tell(&phrases.called))),
            Step::Correct => {
                let value = Some(self.words.people.telephone(self.rng));
                Command::Correct(
                    Correction { field: Correctable::Phone, value },
                    self.tell(&phrases.corrected),
                )
            }
        }
    }

    /// A ground with its reason; a repeat cites the reply that was sent, or one on paper.
    fn screening(&mut self, appeal: &Appeal, ground: Ground, at: DateTime<FixedOffset>) -> Command {
        let phrases = &self.words.phrases;
        let note = self.tell(match ground {
            Ground::Abusive => &phrases.ground_abusive,
            Ground::Unreadable => &phrases.ground_unreadable,
            Ground::Repeat => &phrases.ground_repeat,
            Ground::TradeSecret => &phrases.ground_trade_secret,
            Ground::NoContacts => &phrases.ground_no_contacts,
        });
        let cited = match (ground, self.earlier) {
            (Ground::Repeat, _) if appeal.screening.is_some() => Cited::Nothing,
            (Ground::Repeat, Some(earlier)) => Cited::Appeal(Box::new(earlier.clone())),
            (Ground::Repeat, None) => {
                let number = format!("05-{}", self.rng.u32(20..900));
                Cited::Paper(number, days_before(at.date_naive(), self.rng.u32(40..300)))
            }
            _ => Cited::Nothing,
        };
        Command::Screen(ground, note, cited)
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
        let co_executors = match (&target, words) {
            (Target::Executor(executor), fate::Words::Head(_)) => self.helpers(appeal, executor),
            _ => BTreeSet::new(),
        };
        Routing { target, resolution, inner_due, override_reason: None, co_executors }
    }

    /// Somebody of the same unit who helps, now and then.
    fn helpers(&mut self, appeal: &Appeal, executor: &Login) -> BTreeSet<Login> {
        if !chance(self.rng, 7) {
            return BTreeSet::new();
        }
        let unit = appeal.holder.unit().unwrap_or(&appeal.intake);
        let others = self.firm.all_with(Role::Executor, unit).into_iter();
        others.map(|person| person.login.clone()).filter(|login| login != executor).take(1).collect()
    }

    /// A letter on the substance, or the interim one.
    fn draft(&mut self, appeal: &Appeal, interim: Option<u16>) -> Draft {
        let (words, phrases) = (self.words, &self.words.phrases);
        let (purpose, heading, matter) = match interim {
            Some(days) => {
                self.scene.extra_days = days;
                let due = appeal.due.extend(days, &self.firm.office.calendar).day;
                self.scene.new_due = due.format("%d.%m.%Y").to_string();
                (Purpose::Interim { days }, self.tell(&phrases.interim_heading), self.tell(&phrases.interim))
            }
            None => match appeal.closing_purpose() {
                purpose @ Purpose::Notice { about } => {
                    let heading = match about {
                        NoticeOf::EarlierReply => &phrases.notice_earlier_heading,
                        NoticeOf::TradeSecret => &phrases.notice_trade_secret_heading,
                        NoticeOf::Forwarding => &phrases.notice_forwarding_heading,
                    };
                    (purpose, self.tell(heading), self.notice(appeal, about))
                }
                purpose => (purpose, self.tell(&self.story.heading), self.tell(&self.story.reply)),
            },
        };
        let opening =
            if self.scene.given.is_empty() { &phrases.reply_organisation } else { &phrases.reply_person };
        let opening = words.told(opening, self.rng, self.scene);
        let end = if purpose == Purpose::Answer { self.tell(&phrases.reply_end) } else { String::new() };
        let intro = match purpose {
            Purpose::Answer => &phrases.reply_intro,
            Purpose::Interim { .. } => &phrases.interim_intro,
            Purpose::Notice { .. } => &phrases.notice_intro,
        };
        let mut parts = vec![opening, self.tell(intro), matter, end];
        parts.retain(|part| !part.is_empty());
        let addressee = appeal.client.known().map(Client::addressee).unwrap_or_default().join("\n");
        let addressee = if addressee.is_empty() { self.scene.name.clone() } else { addressee };
        let text = parts.join("\n\n");
        let every = (1..).zip(&appeal.content.questions).map(|(place, _)| place);
        let answers = if purpose == Purpose::Answer { every.collect() } else { BTreeSet::new() };
        Draft { purpose, template: None, heading, addressee, text, answers }
    }

    /// The matter of a notice, with what it cites.
    fn notice(&mut self, appeal: &Appeal, about: NoticeOf) -> String {
        let phrases = &self.words.phrases;
        let earlier = appeal.screening.as_ref().and_then(|ground| ground.earlier.as_ref());
        let earlier_day = earlier.map(|earlier| earlier.on.format("%d.%m.%Y").to_string());
        self.scene.cited_on = earlier_day.unwrap_or_default();
        let number = earlier.map(|earlier| earlier.number.clone());
        let organisation = || appeal.forwarding.as_ref().map(|forwarding| forwarding.to.clone());
        self.scene.cited = number.or_else(organisation).unwrap_or_default();
        self.tell(match about {
            NoticeOf::EarlierReply => &phrases.notice_earlier,
            NoticeOf::TradeSecret => &phrases.notice_trade_secret,
            NoticeOf::Forwarding => &phrases.notice_forwarding,
        })
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
            Self::Screen(ground, note, cited) => {
                let form = GroundForm { ground, note: &note, earlier: cited.earlier() };
                decide::screen(appeal, &form, context)
            }
            Self::Forward(to, reason) => decide::forward(appeal, &to, &reason, context),
            Self::Request(form) => decide::send_request(appeal, &form, context),
            Self::AnswerRequest(request, gist) => {
                decide::answer_request(appeal, request, &gist, None, context)
            }
            Self::Call(reached, gist) => decide::record_call(appeal, reached, gist.as_deref(), context),
            Self::Correct(correction, reason) => decide::correct(appeal, &[correction], &reason, context),
            Self::Nothing => Err(Refusal::NoReply(ReplyNeed::Draft)),
        }
    }
}

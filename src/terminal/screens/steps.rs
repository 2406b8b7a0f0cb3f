//! The small forms of one step of an appeal. What each asks, does and says stands here for the steps of a reply and of
//! closing, and in a room of its own for [`grounds`], [`requests`] and [`correct`].

pub mod correct;
mod grounds;
mod requests;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::describe::Styled;
use super::drafts;
use super::sheet::Sheet;
use crate::desk::{Confirmed, DeskError, Seen};
use crate::letters::frame::{Frame, OwnWords};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::client::Client;
use crate::standard::code::closed_list;
use crate::standard::correct::Correctable;
use crate::standard::decide::{self, OnSpot};
use crate::standard::names::is_inn;
use crate::standard::number::OutgoingAt;
use crate::standard::refusal::{Field as RefusedField, Refusal, ReplyNeed};
use crate::standard::reply::{Purpose, Reply, ReplyBy, ReplyId, ReplyStage, SignedBy};
use crate::standard::text::{email_fault, given};
use crate::terminal::app::Cx;
use crate::terminal::command::Command;
use crate::terminal::form::{Field, Form, Kind, NO, YES, loose};
use crate::terminal::forms::FormName;
use crate::terminal::layers::Outcome;
use crate::terminal::widgets::Choice;

closed_list! {
    /// Which step.
    StepKind {
        /// Record a signature.
        Sign = "sign",
        /// Record a sending.
        Sent = "sent",
        /// Give a final back.
        Return = "return",
        /// Extend the term.
        Extend = "extend",
        /// Record an oral answer.
        Answer = "answer",
        /// Close a review as noted, or file a closed appeal away.
        Close = "close",
        /// Annul a clerk's error.
        Annul = "annul",
        /// Close at the client's will.
        Withdraw = "withdraw",
        /// Open again.
        Reopen = "reopen",
        /// Give the appeal back to whoever it came from.
        HandBack = "hand_back",
        /// Name a ground for no action.
        Screen = "screen",
        /// Take a ground or a forwarding back.
        Lift = "lift",
        /// Another organisation's matter.
        Forward = "forward",
        /// A request to a unit or an organisation.
        Request = "request",
        /// A request was answered.
        RequestAnswer = "request_answer",
        /// The client was rung back.
        Call = "call",
        /// Correct fields.
        Correct = "correct",
        /// An external unit answered.
        Result = "result",
    }
}

impl StepKind {
    /// The step that a command asks for.
    #[must_use]
    pub const fn of(command: Command) -> Option<Self> {
        Some(match command {
            Command::Sign => Self::Sign,
            Command::Sent => Self::Sent,
            Command::Return => Self::Return,
            Command::Extend => Self::Extend,
            Command::Answer => Self::Answer,
            Command::Close => Self::Close,
            Command::Annul => Self::Annul,
            Command::Withdraw => Self::Withdraw,
            Command::Reopen => Self::Reopen,
            Command::HandBack => Self::HandBack,
            Command::Screen => Self::Screen,
            Command::Lift => Self::Lift,
            Command::Forward => Self::Forward,
            Command::Request => Self::Request,
            Command::RequestAnswer => Self::RequestAnswer,
            Command::Call => Self::Call,
            Command::Correct => Self::Correct,
            Command::Result => Self::Result,
            _ => return None,
        })
    }

    /// Why the rules would refuse this step now whatever its form said; nothing where they would not, or where the
    /// commands know it by the appeal's stage alone.
    #[must_use]
    pub fn refused(self, appeal: &Appeal, cx: &Cx) -> Option<Refusal> {
        match self {
            Self::HandBack => cx.desk.foresee(|context| decide::hand_back(appeal, FILLED, context)).err(),
            Self::Screen | Self::Lift | Self::Forward => grounds::refused(self, appeal, cx),
            Self::Request | Self::RequestAnswer | Self::Call | Self::Result => {
                requests::refused(self, appeal, cx)
            }
            Self::Correct => correct::refused(appeal, cx),
            _ => None,
        }
    }
}

/// What stands in a form's field for a rule that is asked before there is a form.
const FILLED: &str = "-";

/// One step of one appeal.
#[derive(Debug)]
pub struct Step {
    kind: StepKind,
    /// As it was last seen.
    appeal: Appeal,
    filing: bool,
    reply: Option<ReplyId>,
    /// The fields that a correction is about.
    correcting: Vec<Correctable>,
}

impl Step {
    /// The step and its form.
    pub fn new(kind: StepKind, appeal: &Appeal, cx: &Cx) -> (Self, Form) {
        Self::about(kind, appeal, Vec::new(), cx)
    }

    /// The step and its form as a draft of this state needs it.
    pub fn of_draft(kind: StepKind, appeal: &Appeal, state: &Map<String, Value>, cx: &Cx) -> (Self, Form) {
        let correcting = match kind {
            StepKind::Correct => correct::fields_of(state),
            _ => Vec::new(),
        };
        let (step, mut form) = Self::about(kind, appeal, correcting, cx);
        form.restore(state);
        step.arrange(&mut form);
        (step, form)
    }

    fn about(kind: StepKind, appeal: &Appeal, correcting: Vec<Correctable>, cx: &Cx) -> (Self, Form) {
        let step = Self {
            kind,
            appeal: appeal.clone(),
            filing: appeal.closing.is_some(),
            reply: reply_at(kind, appeal),
            correcting,
        };
        let mut form = Form::new(step.fields(cx), &step.button(cx));
        step.arrange(&mut form);
        if kind == StepKind::Extend {
            // As any default, it gives way to the first letter typed.
            let why = 0..form.held("reason").len();
            form.select("reason", why);
        }
        (step, form)
    }

    /// Shows what is to be asked and hides the rest.
    fn arrange(&self, form: &mut Form) {
        if self.kind == StepKind::Screen {
            grounds::arrange(form);
        }
    }

    fn seen(&self) -> Seen {
        (&self.appeal).into()
    }

    fn fields(&self, cx: &Cx) -> Vec<Field> {
        let words = &cx.words;
        match self.kind {
            StepKind::Sign => self.signing(cx),
            StepKind::Sent => {
                let channels =
                    ReplyBy::ALL.iter().map(|by| Choice::new(by.code(), &words.reply_by(*by))).collect();
                let by = Field::new("by", &say!(words, "step-sent-by"), Kind::Choice(channels));
                vec![by.with(self.appeal.reply_by().code()).required(), on(cx)]
            }
            StepKind::Return => {
                vec![Field::new("remark", &say!(words, "field-remark"), Kind::Text(3)).required()]
            }
            StepKind::Extend => {
                let proposed = self.appeal.replies.iter().rev().find_map(|reply| match reply.purpose {
                    Purpose::Interim { days } => Some(days.to_string()),
                    Purpose::Answer | Purpose::Notice { .. } => None,
                });
                let days = Field::new("days", &say!(words, "step-days"), Kind::Number).required();
                let why = why_longer(&self.appeal, cx).unwrap_or_default();
                vec![days.with(&proposed.unwrap_or_default()), reason(cx).with(&why)]
            }
            StepKind::Answer => self.answering(cx),
            StepKind::Screen | StepKind::Lift | StepKind::Forward => grounds::fields(self, cx),
            StepKind::Request | StepKind::RequestAnswer | StepKind::Call | StepKind::Result => {
                requests::fields(self, cx)
            }
            StepKind::Correct => correct::fields(self, cx),
            StepKind::Close
            | StepKind::Annul
            | StepKind::Withdraw
            | StepKind::Reopen
            | StepKind::HandBack => vec![reason(cx)],
        }
    }

    fn signing(&self, cx: &Cx) -> Vec<Field> {
        let words = &cx.words;
        let ways = [
            Choice::new(SignedBy::Ink.code(), &say!(words, "step-signed-ink")),
            Choice::new(SignedBy::ElectronicFile.code(), &say!(words, "step-signed-file")),
        ];
        let way = Field::new("way", &say!(words, "step-way"), Kind::Choice(ways.to_vec()));
        let mut fields = vec![on(cx), way.with(SignedBy::Ink.code()).required()];
        let numbered = self
            .reply
            .and_then(|id| self.appeal.reply(id))
            .is_some_and(|reply| reply.finalised().is_some_and(|finalised| finalised.number.is_some()));
        if !numbered {
            fields.extend(typed_number(cx));
        }
        fields
    }

    /// The questions that wait are ticked: an answer usually answers them all.
    fn answering(&self, cx: &Cx) -> Vec<Field> {
        let words = &cx.words;
        let mut fields = vec![Field::new("answer", &say!(words, "step-answer"), Kind::Text(4)).required()];
        let questions = &self.appeal.content.questions;
        if questions.len() > 1 {
            let choices = (1..).zip(questions).map(|(place, question): (u16, _)| {
                Choice::new(&place.to_string(), &format!("{place}. {}", question.text()))
            });
            let waiting: Vec<_> =
                self.appeal.unanswered(&BTreeSet::new()).iter().map(u16::to_string).collect();
            let answers =
                Field::new("answers", &say!(words, "step-answers"), Kind::Several(choices.collect()));
            let answers = answers.width(54).with(&waiting.join(" ")).note(&say!(words, "step-answers-note"));
            fields.push(answers.required());
        }
        fields.push(Field::new("agreed", &say!(words, "step-agreed"), Kind::YesNo).with(NO));
        fields
    }

    fn button(&self, cx: &Cx) -> String {
        let words = &cx.words;
        match self.kind {
            StepKind::Sign => say!(words, "button-sign"),
            StepKind::Sent => say!(words, "button-sent"),
            StepKind::Return => say!(words, "button-return"),
            StepKind::Extend => say!(words, "button-extend"),
            StepKind::Answer => say!(words, "button-answer"),
            StepKind::Close if self.filing => say!(words, "button-file"),
            StepKind::Close => say!(words, "button-close"),
            StepKind::Annul => say!(words, "button-annul"),
            StepKind::Withdraw => say!(words, "button-withdraw"),
            StepKind::Reopen => say!(words, "button-reopen"),
            StepKind::HandBack => say!(words, "command-hand-back"),
            StepKind::Screen => say!(words, "button-screen"),
            StepKind::Lift if self.appeal.screening.is_none() => say!(words, "button-lift-forwarding"),
            StepKind::Lift => say!(words, "command-lift"),
            StepKind::Forward => say!(words, "command-forward"),
            StepKind::Request => say!(words, "button-request"),
            StepKind::RequestAnswer => say!(words, "button-request-answer"),
            StepKind::Call => say!(words, "button-call"),
            StepKind::Correct => say!(words, "command-correct"),
            StepKind::Result => say!(words, "button-result"),
        }
    }

    fn reply(&self) -> Result<ReplyId, DeskError> {
        let need = if self.kind == StepKind::Sent { ReplyNeed::Signed } else { ReplyNeed::Final };
        self.reply.ok_or(DeskError::Refused(Refusal::NoReply(need)))
    }

    /// Whose it is and what it is about: a step names its object.
    fn object(&self) -> String {
        let client = self.appeal.client.known().map(Client::short_name).unwrap_or_default();
        let gist = self.appeal.content.gist.text();
        let parts = [self.appeal.number.text.as_str(), &client, gist];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Why.
fn reason(cx: &Cx) -> Field {
    Field::new("reason", &say!(cx.words, "field-reason"), Kind::Text(3)).required()
}

/// What the interim letter gives as the reason of a longer term, where its words can be told from the template's.
fn why_longer(appeal: &Appeal, cx: &Cx) -> Option<String> {
    let interim = |reply: &&Reply| matches!(reply.purpose, Purpose::Interim { .. });
    let reply = appeal.replies.iter().rev().find(interim)?;
    let letters = cx.letter_words();
    let (frame, text) = Frame::of(reply, &letters);
    let own = Frame::new(&frame?, reply.purpose, &letters).own_words(&text)?;
    Some(own.iter().map(OwnWords::words).collect::<Vec<_>>().join("\n"))
}

/// The day it counts from: today, unless it was done before.
fn on(cx: &Cx) -> Field {
    let today = loose::strict_date(cx.today());
    Field::new("on", &say!(cx.words, "step-on"), Kind::Date).with(&today).required()
}

/// The outgoing number, where the chancery types it.
fn typed_number(cx: &Cx) -> Option<Field> {
    let typed = cx.desk.office().details.outgoing_at == OutgoingAt::Typed;
    let field = Field::new("outgoing_number", &say!(cx.words, "field-outgoing-number"), Kind::Line);
    typed.then(|| field.width(24).note(&say!(cx.words, "step-outgoing-note")).required())
}

/// A day of the form, if one is typed.
fn day(form: &Form, id: &str, cx: &Cx) -> Option<NaiveDate> {
    loose::date(&form.typed(id), cx.today())
}

/// What is typed, if anything is.
fn value(form: &Form, id: &str) -> Option<String> {
    given(&form.typed(id)).map(str::to_owned)
}

fn reply_at(kind: StepKind, appeal: &Appeal) -> Option<ReplyId> {
    let is_final = |reply: &&Reply| matches!(reply.stage, ReplyStage::Final(_));
    let is_signed = |reply: &&Reply| matches!(reply.stage, ReplyStage::Signed(..));
    let mut replies = appeal.replies.iter();
    let found = match kind {
        StepKind::Sent => replies.find(is_signed),
        // A letter that is signed and has not left may come back as well, and waits less for it.
        StepKind::Return => replies.clone().find(is_final).or_else(|| replies.find(is_signed)),
        _ => replies.find(is_final),
    };
    found.map(|reply| reply.id)
}

impl Sheet for Step {
    fn name(&self) -> Option<String> {
        Some(drafts::name(self.kind.code(), self.appeal.id))
    }

    fn title(&self, cx: &Cx) -> String {
        format!("{} № {}", self.button(cx), self.appeal.number)
    }

    fn form(&self) -> FormName {
        match self.kind {
            StepKind::Sign => FormName::Sign,
            StepKind::Sent => FormName::Sent,
            StepKind::Return => FormName::Return,
            StepKind::Extend => FormName::Extend,
            StepKind::Answer => FormName::Answer,
            StepKind::Close => FormName::Close,
            StepKind::Annul => FormName::Annul,
            StepKind::Withdraw => FormName::Withdraw,
            StepKind::Reopen => FormName::Reopen,
            StepKind::HandBack => FormName::HandBack,
            StepKind::Screen => FormName::Screen,
            StepKind::Lift => FormName::Lift,
            StepKind::Forward => FormName::Forward,
            StepKind::Request => FormName::Request,
            StepKind::RequestAnswer => FormName::RequestAnswer,
            StepKind::Call => FormName::Call,
            StepKind::Correct => FormName::Correct,
            StepKind::Result => FormName::Result,
        }
    }

    fn check(&self, id: &str, form: &Form, cx: &Cx) -> Option<String> {
        match self.kind {
            StepKind::Screen => grounds::check(self, id, form, cx),
            StepKind::Correct if id == "inn" => {
                value(form, id).filter(|inn| !is_inn(inn)).map(|_| say!(cx.words, "form-no-inn"))
            }
            StepKind::Lift | StepKind::Correct if id == "email" => {
                email_fault(&value(form, id)?).map(|fault| cx.words.email_fault(fault))
            }
            _ => None,
        }
    }

    fn settled(&mut self, form: &mut Form, _cx: &Cx) {
        self.arrange(form);
    }

    fn lacks(&self, form: &Form, cx: &Cx) -> Option<(&'static str, String)> {
        if self.kind == StepKind::Request { requests::lacks(form, cx) } else { None }
    }

    fn notice(&self, form: &Form, cx: &Cx) -> Option<String> {
        let follows = match self.kind {
            StepKind::Screen | StepKind::Lift | StepKind::Forward => grounds::follows(self, form, cx),
            StepKind::HandBack => self.appeal.came_from().map(|holder| {
                say!(cx.words, "step-goes-back", holder = super::describe::holder_name(cx, &holder))
            }),
            _ => None,
        };
        Some(follows.unwrap_or_else(|| self.object()))
    }

    fn beside(&self, cx: &Cx) -> Vec<Styled> {
        if self.kind == StepKind::Call { requests::whom_to_ring(&self.appeal, cx) } else { Vec::new() }
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        let own = match self.kind {
            StepKind::Screen | StepKind::Lift => grounds::stands_in(refusal),
            StepKind::Request | StepKind::RequestAnswer => requests::stands_in(refusal),
            StepKind::Correct => correct::stands_in(refusal),
            _ => None,
        };
        own.or(match refusal {
            Refusal::QuestionsLeft(_) | Refusal::NoQuestion { .. } => Some("answers"),
            Refusal::NeedsAgreement => Some("agreed"),
            Refusal::TypeNumber => Some("outgoing_number"),
            other => other.field().map(RefusedField::code),
        })
    }

    fn seen(&self) -> Option<Seen> {
        Some((&self.appeal).into())
    }

    fn look_again(&mut self, form: &mut Form, cx: &mut Cx) {
        if let Ok(card) = cx.desk.card(self.appeal.id) {
            self.reply = reply_at(self.kind, &card.appeal);
            self.appeal = card.appeal;
        }
        if self.kind == StepKind::Correct {
            correct::follow(self, form, cx);
        }
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let on = day(form, "on", cx);
        let reason = form.typed("reason");
        let (desk, seen) = (&mut cx.desk, self.seen());
        let appeal = match self.kind {
            StepKind::Sign => {
                let way = form.typed("way").parse().unwrap_or(SignedBy::Ink);
                let number = value(form, "outgoing_number");
                desk.sign_reply(seen, self.reply()?, on, way, number.as_deref(), confirmed)?
            }
            StepKind::Sent => {
                let by = form.typed("by").parse().unwrap_or(ReplyBy::Post);
                desk.send_reply(seen, self.reply()?, by, on, confirmed)?
            }
            StepKind::Return => desk.return_reply(seen, self.reply()?, &form.typed("remark"), confirmed)?,
            StepKind::Extend => {
                let days = form.typed("days").parse().unwrap_or(0);
                desk.extend(seen, days, &reason, confirmed)?
            }
            StepKind::Answer => {
                let answer = OnSpot {
                    gist: form.typed("answer"),
                    agreed: form.typed("agreed") == YES,
                    answers: self.answered(form),
                };
                desk.answer_orally(seen, &answer, confirmed)?
            }
            StepKind::Close => desk.close(seen, &reason, confirmed)?,
            StepKind::Annul => desk.annul(seen, &reason, confirmed)?,
            StepKind::Withdraw => desk.withdraw(seen, &reason, confirmed)?,
            StepKind::Reopen => desk.reopen(seen, &reason, confirmed)?,
            StepKind::HandBack => desk.hand_back(seen, &reason, confirmed)?,
            StepKind::Screen | StepKind::Lift | StepKind::Forward => {
                grounds::save(self, form, confirmed, cx)?
            }
            StepKind::Request | StepKind::RequestAnswer | StepKind::Call | StepKind::Result => {
                requests::save(self, form, confirmed, cx)?
            }
            StepKind::Correct => correct::save(self, form, confirmed, cx)?,
        };
        drafts::drop_spent(&appeal, cx);
        let said = self.done(&appeal, cx);
        Ok(Outcome::CloseSaying(said))
    }
}

impl Step {
    /// The questions that are ticked; the only one where there is one.
    fn answered(&self, form: &Form) -> BTreeSet<u16> {
        if self.appeal.content.questions.len() == 1 {
            return BTreeSet::from([1]);
        }
        form.typed("answers").split_whitespace().filter_map(|place| place.parse().ok()).collect()
    }

    /// What the status line says when it is done.
    fn done(&self, appeal: &Appeal, cx: &Cx) -> String {
        let words = &cx.words;
        let number = appeal.number.text.as_str();
        let due = words.date(appeal.due.day);
        match self.kind {
            StepKind::Sign => {
                let signed = self.reply.and_then(|id| appeal.reply(id)).and_then(|reply| reply.signature());
                let outgoing = signed.map(|signature| signature.number.text().to_owned()).unwrap_or_default();
                say!(words, "done-signed", outgoing = outgoing)
            }
            StepKind::Sent if appeal.closing.is_some() => say!(words, "done-sent-closed", number = number),
            StepKind::Sent => say!(words, "done-sent", number = number),
            StepKind::Return => say!(words, "done-returned"),
            StepKind::Extend => say!(words, "done-extended", due = due),
            StepKind::Answer => say!(words, "done-answered", number = number),
            StepKind::Close if self.filing => say!(words, "done-filed", number = number),
            StepKind::Close => say!(words, "done-closed", number = number),
            StepKind::Annul => say!(words, "done-annulled", number = number),
            StepKind::Withdraw => say!(words, "done-withdrawn", number = number),
            StepKind::Reopen => say!(words, "done-reopened", number = number, due = due),
            StepKind::HandBack => {
                let holder = super::describe::holder_name(cx, &appeal.holder);
                say!(words, "done-handed-back", number = number, holder = holder)
            }
            StepKind::Screen | StepKind::Lift | StepKind::Forward => grounds::done(self, appeal, cx),
            StepKind::Request | StepKind::RequestAnswer | StepKind::Call | StepKind::Result => {
                requests::done(self, appeal, cx)
            }
            StepKind::Correct if appeal.due.day != self.appeal.due.day => {
                say!(words, "done-corrected-due", number = number, due = due)
            }
            StepKind::Correct => say!(words, "done-corrected", number = number),
        }
    }
}

//! The small forms of one step: sign, send, extend, annul, withdraw, close, reopen, answer, return.

use uuid::Uuid;

use super::drafts;
use super::sheet::Sheet;
use crate::desk::{Confirmed, DeskError, Seen};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::client::Client;
use crate::standard::code::closed_list;
use crate::standard::decide::OnSpot;
use crate::standard::refusal::{Field as RefusedField, Refusal, ReplyNeed};
use crate::standard::reply::{Purpose, ReplyBy, ReplyId, ReplyStage, SignedBy};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, NO, YES, loose};
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
    }
}

/// One step of one appeal.
#[derive(Debug)]
pub struct Step {
    kind: StepKind,
    seen: Seen,
    number: String,
    /// Whose it is and what it is about: a step names its object.
    about: String,
    filing: bool,
    reply: Option<ReplyId>,
}

impl Step {
    /// The step and its form.
    pub fn new(kind: StepKind, appeal: &Appeal, cx: &Cx) -> (Self, Form) {
        let step = Self {
            kind,
            seen: appeal.into(),
            number: appeal.number.text.clone(),
            about: about(appeal),
            filing: appeal.closing.is_some(),
            reply: reply_at(kind, appeal),
        };
        let form = Form::new(step.fields(appeal, cx), &step.button(cx));
        (step, form)
    }

    fn fields(&self, appeal: &Appeal, cx: &Cx) -> Vec<Field> {
        let words = &cx.words;
        let today = loose::strict_date(cx.today());
        let reason = || Field::new("reason", &say!(words, "field-reason"), Kind::Text(3)).required();
        let on = || Field::new("on", &say!(words, "step-on"), Kind::Date).with(&today).required();
        match self.kind {
            StepKind::Sign => {
                let ways = [
                    Choice::new(SignedBy::Ink.code(), &say!(words, "step-signed-ink")),
                    Choice::new(SignedBy::ElectronicFile.code(), &say!(words, "step-signed-file")),
                ];
                let way = Field::new("way", &say!(words, "step-way"), Kind::Choice(ways.to_vec()));
                vec![on(), way.with(SignedBy::Ink.code()).required()]
            }
            StepKind::Sent => {
                let channels =
                    ReplyBy::ALL.iter().map(|by| Choice::new(by.code(), &words.reply_by(*by))).collect();
                let by = Field::new("by", &say!(words, "step-sent-by"), Kind::Choice(channels));
                vec![by.with(appeal.reply_by().code()).required(), on()]
            }
            StepKind::Return => {
                vec![Field::new("remark", &say!(words, "field-remark"), Kind::Text(3)).required()]
            }
            StepKind::Extend => {
                let proposed = appeal.replies.iter().rev().find_map(|reply| match reply.purpose {
                    Purpose::Interim { days } => Some(days.to_string()),
                    Purpose::Answer | Purpose::Notice { .. } => None,
                });
                let days = Field::new("days", &say!(words, "step-days"), Kind::Number).required();
                vec![days.with(&proposed.unwrap_or_default()), reason()]
            }
            StepKind::Answer => vec![
                Field::new("answer", &say!(words, "step-answer"), Kind::Text(4)).required(),
                Field::new("agreed", &say!(words, "step-agreed"), Kind::YesNo).with(NO),
            ],
            StepKind::Close | StepKind::Annul | StepKind::Withdraw | StepKind::Reopen => vec![reason()],
        }
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
        }
    }

    fn reply(&self) -> Result<ReplyId, DeskError> {
        let need = if self.kind == StepKind::Sent { ReplyNeed::Signed } else { ReplyNeed::Final };
        self.reply.ok_or(DeskError::Refused(Refusal::NoReply(need)))
    }
}

fn about(appeal: &Appeal) -> String {
    let client = appeal.client.known().map(Client::short_name).unwrap_or_default();
    let gist = appeal.content.gist.text();
    let parts = [appeal.number.text.as_str(), &client, gist];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn reply_at(kind: StepKind, appeal: &Appeal) -> Option<ReplyId> {
    let fits = |stage: &ReplyStage| match kind {
        StepKind::Sent => matches!(stage, ReplyStage::Signed(..)),
        _ => matches!(stage, ReplyStage::Final(_)),
    };
    appeal.replies.iter().find(|reply| fits(&reply.stage)).map(|reply| reply.id)
}

impl Sheet for Step {
    fn name(&self) -> Option<String> {
        Some(drafts::name(self.kind.code(), self.seen.id))
    }

    fn title(&self, cx: &Cx) -> String {
        format!("{} № {}", self.button(cx), self.number)
    }

    fn help(&self, _field: Option<&'static str>, cx: &Cx) -> String {
        let words = &cx.words;
        match self.kind {
            StepKind::Sign => say!(words, "step-help-sign"),
            StepKind::Sent => say!(words, "step-help-sent"),
            StepKind::Return => say!(words, "step-help-return"),
            StepKind::Extend => say!(words, "step-help-extend"),
            StepKind::Answer => say!(words, "step-help-answer"),
            StepKind::Close => say!(words, "step-help-close"),
            StepKind::Annul => say!(words, "step-help-annul"),
            StepKind::Withdraw => say!(words, "step-help-withdraw"),
            StepKind::Reopen => say!(words, "step-help-reopen"),
        }
    }

    fn notice(&self, _form: &Form, _cx: &Cx) -> Option<String> {
        Some(self.about.clone())
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(field.code())
    }

    fn look_again(&mut self, cx: &mut Cx) {
        if let Ok(card) = cx.desk.card(self.seen.id) {
            self.seen = (&card.appeal).into();
            self.reply = reply_at(self.kind, &card.appeal);
        }
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let today = cx.today();
        let on = loose::date(&form.typed("on"), today);
        let reason = form.typed("reason");
        let (desk, seen) = (&mut cx.desk, self.seen);
        let appeal = match self.kind {
            StepKind::Sign => {
                let way = form.typed("way").parse().unwrap_or(SignedBy::Ink);
                desk.sign_reply(seen, self.reply()?, on, way, None, confirmed)?
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
                    answers: std::collections::BTreeSet::new(),
                };
                desk.answer_orally(seen, &answer, confirmed)?
            }
            StepKind::Close => desk.close(seen, &reason, confirmed)?,
            StepKind::Annul => desk.annul(seen, &reason, confirmed)?,
            StepKind::Withdraw => desk.withdraw(seen, &reason, confirmed)?,
            StepKind::Reopen => desk.reopen(seen, &reason, confirmed)?,
        };
        drafts::drop_spent(&appeal, cx);
        let said = self.done(&appeal, cx);
        Ok(Outcome::CloseSaying(said))
    }
}

impl Step {
    /// What the status line says when it is done.
    fn done(&self, appeal: &Appeal, cx: &Cx) -> String {
        let words = &cx.words;
        let number = self.number.as_str();
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
        }
    }
}

//! What is done with several appeals at once: one form or one question for all of them, and an answer for each.

use std::rc::Rc;

use uuid::Uuid;

use crate::desk::{Confirmed, DeskError, Seen, compare_names};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::decide::{Routing, Target};
use crate::standard::office::Login;
use crate::standard::refusal::{Field as RefusedField, ReplyNeed};
use crate::standard::reply::{ReplyId, ReplyStage};
use crate::terminal::app::Cx;
use crate::terminal::ask::Asking;
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::layers::{Asked, Layer, Outcome};
use crate::terminal::screens::sheet::Sheet;
use crate::terminal::widgets::{Choice, Confirm};

/// An appeal that was marked, as it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The appeal and its version.
    pub seen: Seen,
    /// Its number.
    pub number: String,
}

/// Those with which it was done: their marks go.
pub type Done = Vec<Uuid>;

/// Does something with each, goes on past a refusal, and says how it went.
fn each(
    marked: &[Marked],
    give: &Asked<Done>,
    cx: &mut Cx,
    mut act: impl FnMut(&Marked, &mut Cx) -> Result<(), DeskError>,
) -> String {
    let mut done = Done::new();
    let mut refused = Vec::new();
    for one in marked {
        match act(one, cx) {
            Ok(()) => done.push(one.seen.id),
            Err(error) => refused.push((one.number.clone(), cx.trouble(&error))),
        }
    }
    cx.saved();
    let count = done.len();
    give.give(done);
    let said = say!(cx.words, "bulk-done", count = count);
    match refused.as_slice() {
        [] => said,
        [(number, why), rest @ ..] => {
            let first = say!(cx.words, "bulk-refused", number = number.as_str(), why = why.as_str());
            let more = rest.len();
            let rest =
                if more > 0 { say!(cx.words, "bulk-refused-more", count = more) } else { String::new() };
            format!("{said} {first} {rest}").trim_end().to_owned()
        }
    }
}

/// One resolution for several appeals.
pub struct RouteAll {
    marked: Vec<Marked>,
    give: Rc<Asked<Done>>,
}

/// The form that names one executor for all that is marked.
pub fn route(marked: Vec<Marked>, give: Rc<Asked<Done>>, cx: &Cx) -> (RouteAll, Form) {
    let (words, office) = (&cx.words, cx.desk.office());
    let mut people: Vec<_> = office.staff.values().filter(|person| person.retired.is_none()).collect();
    people.sort_by(|one, other| compare_names(&one.short_name(), &other.short_name()));
    let people = people.into_iter().map(|person| {
        let title = format!("{} · {}", person.short_name(), office.unit_title(&person.unit));
        Choice::new(&person.login.0, &title)
    });
    let fields = vec![
        Field::new("to", &say!(words, "route-to"), Kind::Choice(people.collect())).width(48).required(),
        Field::new("resolution", &say!(words, "field-resolution"), Kind::Text(3))
            .with(&say!(words, "route-resolution-usual")),
        Field::new("inner_due", &say!(words, "route-inner-due"), Kind::Date),
        Field::new("reason", &say!(words, "route-override"), Kind::Line)
            .width(48)
            .note(&say!(words, "route-override-note")),
    ];
    (RouteAll { marked, give }, Form::new(fields, &say!(words, "button-route")))
}

impl Sheet for RouteAll {
    fn title(&self, cx: &Cx) -> String {
        let count = self.marked.len();
        say!(cx.words, "bulk-route-title", count = count)
    }

    fn help(&self, _field: Option<&'static str>, cx: &Cx) -> String {
        say!(cx.words, "bulk-help")
    }

    fn notice(&self, _form: &Form, _cx: &Cx) -> Option<String> {
        let mut numbers: Vec<_> = self.marked.iter().map(|one| one.number.as_str()).collect();
        numbers.sort_unstable();
        Some(numbers.join(", "))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(field.code())
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let routing = Routing {
            target: Target::Executor(Login(form.typed("to"))),
            resolution: Some(form.typed("resolution")),
            inner_due: loose::date(&form.typed("inner_due"), cx.today()),
            override_reason: Some(form.typed("reason")),
            co_executors: std::collections::BTreeSet::new(),
        };
        let said = each(&self.marked, &self.give, cx, |one, cx| {
            cx.desk.route(one.seen, &routing, confirmed).map(drop)
        });
        Ok(Outcome::CloseSaying(said))
    }
}

/// Asks once whether all that is marked and signed was sent today, each the way its client asked for.
pub fn sent(marked: Vec<Marked>, give: Rc<Asked<Done>>, cx: &Cx) -> impl Layer<Cx> + use<> {
    let words = &cx.words;
    let count = marked.len();
    let question = say!(words, "bulk-sent-question", count = count);
    let confirm = Confirm::new(&question, &say!(words, "confirm-yes"), &say!(words, "confirm-no"));
    let on_yes = move |cx: &mut Cx| {
        let said = each(&marked, &give, cx, |one, cx| {
            let appeal = cx.desk.card(one.seen.id)?.appeal;
            let reply = signed(&appeal)?;
            cx.desk.send_reply(one.seen, reply, appeal.reply_by(), None, &Confirmed::new()).map(drop)
        });
        Outcome::CloseSaying(said)
    };
    Asking::new(confirm, say!(words, "bulk-help"), on_yes)
}

/// The reply that waits to be sent.
fn signed(appeal: &Appeal) -> Result<ReplyId, DeskError> {
    let waits = appeal.replies.iter().find(|reply| matches!(reply.stage, ReplyStage::Signed(..)));
    let refusal = crate::standard::refusal::Refusal::NoReply(ReplyNeed::Signed);
    waits.map(|reply| reply.id).ok_or_else(|| refusal.into())
}

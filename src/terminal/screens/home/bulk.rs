//! What is done with several appeals at once: one form or one question for all of them, and an answer for each.

use std::collections::BTreeMap;
use std::rc::Rc;

use uuid::Uuid;

use crate::desk::{Confirmed, DeskError, Seen, compare_names};
use crate::say;
use crate::standard::decide::{Routing, Target};
use crate::standard::office::Login;
use crate::standard::refusal::{Field as RefusedField, Refusal, ReplyNeed};
use crate::standard::reply::{ReplyBy, ReplyId, ReplyStage};
use crate::terminal::app::Cx;
use crate::terminal::ask::Asking;
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::forms::FormName;
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

    fn form(&self) -> FormName {
        FormName::RouteMany
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

/// Asks once whether the signed letters of all that is marked were sent today, each the way its client asked for: the
/// question names every appeal and the way, and those that have no letter to send.
pub fn sent(marked: Vec<Marked>, give: Rc<Asked<Done>>, cx: &Cx) -> impl Layer<Cx> + use<> {
    let words = &cx.words;
    let letters: Vec<_> = marked.iter().map(|one| signed(one, cx).unwrap_or_default()).collect();
    let mut ways: BTreeMap<Option<ReplyBy>, Vec<&str>> = BTreeMap::new();
    for (one, letters) in marked.iter().zip(&letters) {
        ways.entry(letters.first().map(|(_, by)| *by)).or_default().push(&one.number);
    }
    let count = letters.iter().map(Vec::len).sum::<usize>();
    let mut question = vec![say!(words, "bulk-sent-question", count = count)];
    question.extend(ways.iter().rev().map(|(way, numbers)| {
        let way = way.map_or_else(|| say!(words, "bulk-sent-none"), |way| words.reply_by(way));
        format!("{way}: {}", numbers.join(", "))
    }));
    let confirm = Confirm::new(&question.join("\n"), &say!(words, "confirm-yes"), &say!(words, "confirm-no"));
    let on_yes = move |cx: &mut Cx| {
        let mut letters = letters.iter();
        let said = each(&marked, &give, cx, |one, cx| {
            let letters = letters.next().map_or(&[][..], Vec::as_slice);
            if letters.is_empty() {
                return Err(Refusal::NoReply(ReplyNeed::Signed).into());
            }
            let mut seen = one.seen;
            for (reply, by) in letters {
                seen = Seen::from(&cx.desk.send_reply(seen, *reply, *by, None, &Confirmed::new())?);
            }
            Ok(())
        });
        Outcome::CloseSaying(said)
    };
    Asking::new(confirm, say!(words, "bulk-help"), on_yes)
}

/// The letters of an appeal that wait to be sent, and by which way.
fn signed(marked: &Marked, cx: &Cx) -> Result<Vec<(ReplyId, ReplyBy)>, DeskError> {
    let appeal = cx.desk.card(marked.seen.id)?.appeal;
    let waits = appeal.replies.iter().filter(|reply| matches!(reply.stage, ReplyStage::Signed(..)));
    Ok(waits.map(|reply| (reply.id, appeal.reply_by())).collect())
}

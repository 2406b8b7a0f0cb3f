//! What is done with several appeals at once: one form or one question for all of them, and an answer for each.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::desk::{Confirmed, DeskError, Draft, Seen, compare_names};
use crate::say;
use crate::standard::decide::{Routing, Target};
use crate::standard::office::Login;
use crate::standard::refusal::{Refusal, ReplyNeed};
use crate::standard::reply::{ReplyBy, ReplyId, ReplyStage};
use crate::terminal::app::Cx;
use crate::terminal::ask::Asking;
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Asked, Layer, Outcome, question};
use crate::terminal::screens::sheet::{Sheet, Sheeted};
use crate::terminal::screens::{drafts, route};
use crate::terminal::widgets::{Choice, Confirm};

/// What the drafts of one resolution for several appeals are called.
pub const NAME: &str = "route-many";
/// Stands between those it is about.
const BETWEEN: &str = ",";

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

/// How a step fared with each.
struct Tally {
    done: Done,
    refused: Vec<(Marked, DeskError)>,
}

/// Does something with each and goes on past a refusal.
fn each(
    marked: &[Marked],
    cx: &mut Cx,
    mut act: impl FnMut(&Marked, &mut Cx) -> Result<(), DeskError>,
) -> Tally {
    let mut tally = Tally { done: Done::new(), refused: Vec::new() };
    for one in marked {
        match act(one, cx) {
            Ok(()) => tally.done.push(one.seen.id),
            Err(error) => tally.refused.push((one.clone(), error)),
        }
    }
    cx.saved();
    tally
}

impl Tally {
    /// How it went, in words: what was refused for one reason is said together.
    fn words(&self, cx: &Cx) -> String {
        let said = say!(cx.words, "bulk-done", count = self.done.len());
        match self.reasons(cx).as_slice() {
            [] => said,
            reasons => format!("{said} {}", say!(cx.words, "bulk-refused", reasons = reasons.join("; "))),
        }
    }

    /// Each reason with the numbers for which it holds.
    fn reasons(&self, cx: &Cx) -> Vec<String> {
        let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
        for (one, error) in &self.refused {
            let why = cx.trouble(error);
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, numbers)) => numbers.push(&one.number),
                None => reasons.push((why, vec![&one.number])),
            }
        }
        let line = |(why, numbers): (String, Vec<&str>)| {
            say!(cx.words, "bulk-refused-line", numbers = numbers.join(", "), why = why)
        };
        reasons.into_iter().map(line).collect()
    }

    /// The refusal that the form can answer: one to be confirmed, or the only one there is.
    fn to_answer(&self) -> Option<Refusal> {
        let mut refusals = self.refused.iter().map(|(_, error)| match error {
            DeskError::Refused(refusal) => Some(refusal),
            _ => None,
        });
        if let Some(asked) = refusals.clone().flatten().find(|refusal| refusal.asks().is_some()) {
            return Some(asked.clone());
        }
        let first = refusals.next().flatten()?;
        refusals.all(|other| other == Some(first)).then(|| first.clone())
    }
}

/// One resolution for several appeals.
pub struct RouteAll {
    /// Those with which it is still to be done.
    marked: Vec<Marked>,
    done: Done,
    give: Rc<Asked<Done>>,
    /// Why it could not be done with those, in words.
    refused: Vec<String>,
}

/// The form that names one executor for all that is marked.
pub fn route_all(marked: Vec<Marked>, give: Rc<Asked<Done>>, cx: &Cx) -> (RouteAll, Form) {
    let (words, office) = (&cx.words, cx.desk.office());
    let mut people: Vec<_> = office.staff.values().filter(|person| person.retired.is_none()).collect();
    people.sort_by(|one, other| compare_names(&one.short_name(), &other.short_name()));
    let people = people.into_iter().map(|person| {
        let title = format!("{} · {}", person.short_name(), office.unit_title(&person.unit));
        Choice::new(&person.login.0, &title)
    });
    let usual = say!(words, "route-resolution-usual");
    let fields = vec![
        Field::new("to", &say!(words, "route-to"), Kind::Choice(people.collect())).width(48).required(),
        Field::new("resolution", &say!(words, "field-resolution"), Kind::Text(3)).with(&usual),
        Field::new("inner_due", &say!(words, "route-inner-due"), Kind::Date),
        Field::new("reason", &say!(words, "route-override"), Kind::Line)
            .width(48)
            .note(&say!(words, "route-override-note")),
    ];
    let mut form = Form::new(fields, &say!(words, "button-route"));
    form.select("resolution", 0..usual.len());
    (RouteAll { marked, done: Done::new(), give, refused: Vec::new() }, form)
}

/// Opens the form as a draft left it; those that are not there any more are left out.
pub fn restore(
    about: &str,
    draft: &Draft,
    state: &Map<String, Value>,
    cx: &Cx,
) -> Result<Box<dyn Layer<Cx>>, DeskError> {
    let ids = about.split(BETWEEN).filter_map(|id| id.parse().ok());
    let cards = ids.filter_map(|id| match cx.desk.card(id) {
        Err(DeskError::NoAppeal(_)) => None,
        card => Some(card),
    });
    let marked = cards.map(|card| {
        let appeal = card?.appeal;
        Ok(Marked { seen: Seen::from(&appeal), number: appeal.number.text })
    });
    let (sheet, form) = route_all(marked.collect::<Result<_, DeskError>>()?, Rc::new(question().1), cx);
    Ok(Box::new(Sheeted::restored(sheet, form, draft, state)))
}

impl Sheet for RouteAll {
    fn name(&self) -> Option<String> {
        let ids: Vec<_> = self.marked.iter().map(|one| one.seen.id.to_string()).collect();
        Some(drafts::name(NAME, ids.join(BETWEEN)))
    }

    fn title(&self, cx: &Cx) -> String {
        let count = self.marked.len();
        say!(cx.words, "bulk-route-title", count = count)
    }

    fn form(&self) -> FormName {
        FormName::RouteMany
    }

    fn notice(&self, _form: &Form, _cx: &Cx) -> Option<String> {
        if !self.refused.is_empty() {
            return Some(self.refused.join("; "));
        }
        let mut numbers: Vec<_> = self.marked.iter().map(|one| one.number.as_str()).collect();
        numbers.sort_unstable();
        Some(numbers.join(", "))
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        route::stands_in(refusal)
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
        let tally = each(&self.marked, cx, |one, cx| cx.desk.route(one.seen, &routing, confirmed).map(drop));
        self.done.extend(&tally.done);
        self.give.give(self.done.clone());
        let said = tally.words(cx);
        if tally.refused.is_empty() {
            return Ok(Outcome::CloseSaying(say!(cx.words, "bulk-done", count = self.done.len())));
        }
        // What was typed stays for those that are left.
        self.refused = tally.reasons(cx);
        let to_answer = tally.to_answer();
        self.marked = tally.refused.into_iter().map(|(one, error)| seen_again(one, &error, cx)).collect();
        to_answer.map_or(Ok(Outcome::Say(said)), |refusal| Err(refusal.into()))
    }
}

/// An appeal that another desk changed is acted on as it is now: how it changed was said.
fn seen_again(one: Marked, error: &DeskError, cx: &Cx) -> Marked {
    let changed = matches!(error, DeskError::Changed(_));
    let now = changed.then(|| cx.desk.card(one.seen.id).ok()).flatten();
    Marked { seen: now.map_or(one.seen, |card| Seen::from(&card.appeal)), ..one }
}

/// Asks once whether the signed letters of all that is marked were sent today, each the way its client asked for: the
/// question names every appeal and the way, and those that have no letter to send.
///
/// # Errors
/// When one of them can't be read.
pub fn sent(
    marked: Vec<Marked>,
    give: Rc<Asked<Done>>,
    cx: &Cx,
) -> Result<impl Layer<Cx> + use<>, DeskError> {
    let words = &cx.words;
    let letters = marked.iter().map(|one| signed(one, cx)).collect::<Result<Vec<_>, _>>()?;
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
        let tally = each(&marked, cx, |one, cx| {
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
        let said = tally.words(cx);
        give.give(tally.done);
        Outcome::CloseSaying(said)
    };
    Ok(Asking::new(confirm, say!(words, "bulk-help"), on_yes))
}

/// The letters of an appeal that wait to be sent, and by which way.
fn signed(marked: &Marked, cx: &Cx) -> Result<Vec<(ReplyId, ReplyBy)>, DeskError> {
    let appeal = cx.desk.card(marked.seen.id)?.appeal;
    let waits = appeal.replies.iter().filter(|reply| matches!(reply.stage, ReplyStage::Signed(..)));
    Ok(waits.map(|reply| (reply.id, appeal.reply_by())).collect())
}

//! What is done with several appeals at once: one form or one question for all of them, and an answer for each.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::desk::{Confirmed, DeskError, Draft, Seen, compare_names};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::decide::{Routing, Target};
use crate::standard::office::Login;
use crate::standard::refusal::{Refusal, ReplyNeed};
use crate::standard::reply::{Reply, ReplyId, ReplyStage, SignedBy};
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
    let letters = waiting(&marked, cx, |appeal, reply| match reply.stage {
        ReplyStage::Signed(..) => Some((reply.id, appeal.reply_by())),
        _ => None,
    })?;
    let count = letters.values().map(Vec::len).sum::<usize>();
    let question = say!(cx.words, "bulk-sent-question", count = count);
    let ways = grouped(&marked, &letters, |way| {
        way.map_or_else(|| say!(cx.words, "bulk-sent-none"), |(_, by)| cx.words.reply_by(*by))
    });
    Ok(with_each(&format!("{question}\n{ways}"), marked, give, cx, move |one, cx| {
        let mut seen = one.seen;
        let letters = letters.get(&one.seen.id).ok_or(Refusal::NoReply(ReplyNeed::Signed))?;
        for (reply, by) in letters {
            seen = Seen::from(&cx.desk.send_reply(seen, *reply, *by, None, &Confirmed::new())?);
        }
        Ok(())
    }))
}

/// Asks once whether the finals of all that is marked were signed today in ink: the question names every appeal and who
/// signs it, and those that have no final. Numbers that the chancery types are given one by one.
///
/// # Errors
/// When one of them can't be read.
pub fn signed(
    marked: Vec<Marked>,
    give: Rc<Asked<Done>>,
    cx: &Cx,
) -> Result<impl Layer<Cx> + use<>, DeskError> {
    let finals = waiting(&marked, cx, |_, reply| match &reply.stage {
        ReplyStage::Final(frozen) => Some((reply.id, frozen.finalised.signatory.clone())),
        _ => None,
    })?;
    let count = finals.values().map(Vec::len).sum::<usize>();
    let question = say!(cx.words, "bulk-signed-question", count = count);
    let signatories = grouped(&marked, &finals, |signs| {
        let name = |(_, login): &(ReplyId, Login)| cx.desk.office().person_name(login);
        signs.map_or_else(|| say!(cx.words, "bulk-signed-none"), name)
    });
    Ok(with_each(&format!("{question}\n{signatories}"), marked, give, cx, move |one, cx| {
        let mut seen = one.seen;
        let finals = finals.get(&one.seen.id).ok_or(Refusal::NoReply(ReplyNeed::Final))?;
        for (reply, _) in finals {
            let confirmed = Confirmed::new();
            seen = Seen::from(&cx.desk.sign_reply(seen, *reply, None, SignedBy::Ink, None, &confirmed)?);
        }
        Ok(())
    }))
}

/// The letters of what is marked that a step is to be taken with; where there are none, the appeal is left out.
fn waiting<T>(
    marked: &[Marked],
    cx: &Cx,
    wanted: impl Fn(&Appeal, &Reply) -> Option<T>,
) -> Result<BTreeMap<Uuid, Vec<T>>, DeskError> {
    let mut letters = BTreeMap::new();
    for one in marked {
        let appeal = cx.desk.card(one.seen.id)?.appeal;
        let of_it: Vec<_> = appeal.replies.iter().filter_map(|reply| wanted(&appeal, reply)).collect();
        if !of_it.is_empty() {
            letters.insert(one.seen.id, of_it);
        }
    }
    Ok(letters)
}

/// The numbers of what is marked in lines, by what is said of the first letter of each; those without one stand last.
fn grouped<T>(
    marked: &[Marked],
    letters: &BTreeMap<Uuid, Vec<T>>,
    said: impl Fn(Option<&T>) -> String,
) -> String {
    let mut groups: BTreeMap<(bool, String), Vec<&str>> = BTreeMap::new();
    for one in marked {
        let first = letters.get(&one.seen.id).and_then(|letters| letters.first());
        groups.entry((first.is_none(), said(first))).or_default().push(&one.number);
    }
    let lines = groups.into_iter().map(|((_, said), numbers)| format!("{said}: {}", numbers.join(", ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// A question upon whose yes a step is taken with each that is marked.
fn with_each<A: FnMut(&Marked, &mut Cx) -> Result<(), DeskError> + 'static>(
    question: &str,
    marked: Vec<Marked>,
    give: Rc<Asked<Done>>,
    cx: &Cx,
    mut act: A,
) -> impl Layer<Cx> + use<A> {
    let words = &cx.words;
    let confirm = Confirm::new(question, &say!(words, "confirm-yes"), &say!(words, "confirm-no"));
    let on_yes = move |cx: &mut Cx| {
        let tally = each(&marked, cx, &mut act);
        let said = tally.words(cx);
        give.give(tally.done);
        Outcome::CloseSaying(said)
    };
    Asking::new(confirm, say!(words, "bulk-help"), on_yes)
}

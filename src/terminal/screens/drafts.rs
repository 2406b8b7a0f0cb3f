//! Drafts: what was typed and not saved, offered by name and age, never filled in silently.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value};
use uuid::Uuid;

use ratatui::layout::Rect;

use super::acts;
use super::home::bulk;
use super::sheet::Sheeted;
use super::steps::{Step, StepKind};
use super::{books, consult, new_appeal, office, reply, route, staff, units};
use crate::desk::{DeskError, Draft, Seen};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::refusal::ReplyNeed;
use crate::terminal::app::Cx;
use crate::terminal::ask::Question;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Asked, Context as _, Layer, Outcome};
use crate::terminal::widgets::{Choice, Confirm, PickList, Picked};

/// What the draft of a form about one thing is called: an appeal, a unit, a person.
pub fn name(form: &str, about: impl std::fmt::Display) -> String {
    format!("{form}:{about}")
}

/// The drafts that wait.
struct Drafts {
    list: PickList,
    waiting: Vec<Draft>,
    stand: Rc<Asked<Uuid>>,
    /// Which one is to be forgotten, once that is confirmed.
    forgetting: Option<(Answer<bool>, Draft)>,
}

/// The drafts of whoever is at the desk.
pub fn list(stand: &Rc<Asked<Uuid>>, cx: &mut Cx) -> Outcome<Cx> {
    let drafts = waiting(cx);
    let unreadable = cx.unreadable_drafts();
    if drafts.is_empty() {
        return Outcome::Say(unreadable.unwrap_or_else(|| say!(cx.words, "drafts-none")));
    }
    if let Some(unreadable) = unreadable {
        cx.tell(&unreadable);
    }
    let list = PickList::new(&say!(cx.words, "drafts-question"), choices(&drafts, cx), "", "")
        .nothing(&say!(cx.words, "list-nothing"));
    let stand = Rc::clone(stand);
    Outcome::Open(Box::new(Drafts { list, waiting: drafts, stand, forgetting: None }))
}

/// What the status line says of the drafts that wait for whoever sits down, and of those that can't be read.
pub fn offered(cx: &mut Cx) -> Option<String> {
    let drafts = waiting(cx);
    let offers = |newest: &Draft| {
        say!(cx.words, "drafts-offered", count = drafts.len(), newest = newest.label.as_str())
    };
    let offers = drafts.first().map(offers);
    let said = [cx.drafts_trouble(), cx.unreadable_drafts(), cx.unreadable_unprinted(), offers];
    let said: Vec<_> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The drafts that can be gone on with now. What was begun about an appeal and can't be done with it any more waits
/// unseen: a closing or a ground can be taken back, and what was typed can't be typed back.
fn waiting(cx: &mut Cx) -> Vec<Draft> {
    let mut drafts = cx.drafts();
    drafts.retain(|draft| {
        let about = draft.form.split_once(':').and_then(|(form, about)| Some((form, about.parse().ok()?)));
        let card = about.and_then(|(form, id)| Some((form, cx.desk.card(id).ok()?)));
        card.is_none_or(|(form, card)| !is_spent(form, &card.appeal, cx))
    });
    drafts
}

fn choices(drafts: &[Draft], cx: &Cx) -> Vec<Choice> {
    drafts
        .iter()
        .map(|draft| {
            let age = age(draft.updated, cx);
            Choice::new(&draft.id.to_string(), &format!("{} · {age}", draft.label))
        })
        .collect()
}

/// How long ago something was typed.
pub fn age(typed: DateTime<FixedOffset>, cx: &Cx) -> String {
    let age = cx.desk.now() - typed;
    match (age.num_days(), age.num_hours(), age.num_minutes()) {
        (days @ 1.., ..) => say!(cx.words, "age-days", n = days),
        (_, hours @ 1.., _) => say!(cx.words, "age-hours", n = hours),
        (_, _, minutes @ 1..) => say!(cx.words, "age-minutes", n = minutes),
        _ => say!(cx.words, "age-now"),
    }
}

/// The form about an appeal as this person left it, newest first; none where nothing was begun.
///
/// # Errors
/// When the appeal can't be read.
pub fn resume(form: &str, appeal: &Appeal, cx: &mut Cx) -> Result<Option<Box<dyn Layer<Cx>>>, DeskError> {
    // One that is damaged waits in the list, where it is told: what is done now is not kept from anybody by it.
    let Some((draft, left)) =
        begun(form, appeal, cx).and_then(|draft| Left::of(&draft).map(|left| (draft, left)))
    else {
        return Ok(None);
    };
    cx.go_on();
    restore_about(form, &appeal.id.to_string(), &draft, &left, cx)
}

/// The draft of a form about an appeal that this person left, the newest of them.
pub fn begun(form: &str, appeal: &Appeal, cx: &mut Cx) -> Option<Draft> {
    let name = name(form, appeal.id);
    cx.drafts().into_iter().find(|draft| draft.form == name)
}

/// Lets go how a reply was to be signed or sent once it was done otherwise: its dates and numbers would mislead when the
/// next one is. Whatever else was begun about the appeal waits until it can be done ([`waiting`]).
pub fn drop_spent(appeal: &Appeal, cx: &mut Cx) {
    for draft in cx.drafts() {
        let of_it = draft.form.strip_suffix(&format!(":{}", appeal.id));
        let of_its_reply = of_it.filter(|form| matches!(form.parse(), Ok(StepKind::Sign | StepKind::Sent)));
        if of_its_reply.is_some_and(|form| is_spent(form, appeal, cx)) {
            cx.drop_draft(draft.id);
        }
    }
}

fn is_spent(form: &str, appeal: &Appeal, cx: &Cx) -> bool {
    let closed = appeal.closing.is_some();
    match form.parse() {
        // These may be done with what is closed too: the rules say.
        Ok(kind @ (StepKind::Lift | StepKind::RequestAnswer | StepKind::Correct)) => {
            kind.refused(appeal, cx).is_some()
        }
        Ok(StepKind::Reopen) => !closed,
        Ok(StepKind::Close) => appeal.filed.is_some(),
        _ if closed => true,
        Ok(StepKind::Sign) => !acts::stands(appeal, ReplyNeed::Final),
        Ok(StepKind::Return) => !acts::may_come_back(appeal),
        Ok(StepKind::Sent) => !acts::stands(appeal, ReplyNeed::Signed),
        Ok(StepKind::Extend) => appeal.extension.is_some(),
        Ok(kind @ (StepKind::HandBack | StepKind::Screen | StepKind::Call | StepKind::Result)) => {
            kind.refused(appeal, cx).is_some()
        }
        _ => form == reply::NAME && reply::is_under_way(appeal),
    }
}

impl Drafts {
    fn open(&self, at: usize, cx: &mut Cx) -> Outcome<Cx> {
        let Some(draft) = self.waiting.get(at) else { return Outcome::Close };
        let Some(left) = Left::of(draft) else { return Outcome::Say(say!(cx.words, "drafts-damaged")) };
        match restore(draft, &left, &self.stand, cx) {
            Ok(Some(layer)) => {
                // What others did since it was left is told at once.
                cx.go_on();
                Outcome::Replace(layer)
            }
            Ok(None) => Outcome::Say(say!(cx.words, "drafts-unknown")),
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }
}

/// The form a draft is of, as it was left; none for a form this program does not have.
fn restore(
    draft: &Draft,
    left: &Left,
    stand: &Rc<Asked<Uuid>>,
    cx: &Cx,
) -> Result<Option<Box<dyn Layer<Cx>>>, DeskError> {
    match draft.form.split_once(':') {
        Some((form, about)) => restore_about(form, about, draft, left, cx),
        None if draft.form == office::NAME => Ok(Some(office::restore(draft, &left.state, cx))),
        None if draft.form == books::NAME => Ok(Some(books::restore(draft, &left.state, cx))),
        None if draft.form == consult::NAME => Ok(Some(consult::restore(draft, &left.state, cx))),
        None => Ok(new_appeal::restore(draft, &left.state, stand, cx)),
    }
}

/// What a draft holds.
#[derive(Debug, Default)]
pub struct Left {
    /// What was typed in each field.
    pub state: Map<String, Value>,
    /// At which version of its appeal: what others did since is told before it is saved.
    pub seen: Option<u64>,
}

impl Left {
    /// Beside what was typed: no field is called so.
    const SEEN: &str = "@seen";

    /// As it is kept.
    #[must_use]
    pub fn body(self) -> String {
        let Self { mut state, seen } = self;
        state.extend(seen.map(|version| (Self::SEEN.to_owned(), version.into())));
        Value::Object(state).to_string()
    }

    /// Reads it back; none where it is damaged.
    #[must_use]
    pub fn of(draft: &Draft) -> Option<Self> {
        let mut state: Map<String, Value> = serde_json::from_str(&draft.body).ok()?;
        let seen = state.remove(Self::SEEN).and_then(|version| version.as_u64());
        Some(Self { state, seen })
    }
}

/// An appeal as it was when a draft about it was left: what was not typed stands in its form as it stood then.
pub fn as_left(id: Uuid, left: &Left, cx: &Cx) -> Result<Appeal, DeskError> {
    match left.seen {
        Some(version) => cx.desk.appeal_at(Seen { id, version }),
        None => Ok(cx.desk.card(id)?.appeal),
    }
}

/// The form about one thing as a draft left it.
fn restore_about(
    form: &str,
    about: &str,
    draft: &Draft,
    left: &Left,
    cx: &Cx,
) -> Result<Option<Box<dyn Layer<Cx>>>, DeskError> {
    let state = &left.state;
    match form {
        units::NAME => return Ok(units::restore(about, draft, state, cx)),
        staff::NAME => return Ok(staff::restore(about, draft, state, cx)),
        bulk::NAME => return bulk::restore(about, draft, state, cx).map(Some),
        _ => {}
    }
    let Ok(id) = about.parse() else { return Ok(None) };
    let appeal = as_left(id, left, cx)?;
    Ok(match (form, form.parse()) {
        (reply::NAME, _) => Some(reply::restore(&appeal, draft, state, cx)),
        (route::NAME, _) => Some(route::restore(&appeal, draft, state, cx)),
        (_, Ok(kind)) => {
            let (step, form) = Step::of_draft(kind, &appeal, state, cx);
            Some(Box::new(Sheeted::reopened(step, form, draft)))
        }
        _ => None,
    })
}

impl Layer<Cx> for Drafts {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &Cx) {
        self.list.draw(canvas, area);
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        if key.code == Code::Delete && !key.held {
            return self.ask_to_forget(cx);
        }
        match self.list.key(key) {
            Picked::Open => Outcome::Changed,
            Picked::NothingFound => Outcome::Say(cx.nothing_found(self.list.typed())),
            Picked::Left => Outcome::Close,
            Picked::Taken(at) => self.open(at, cx),
        }
    }

    fn paste(&mut self, pasted: &str, _cx: &mut Cx) -> Outcome<Cx> {
        self.list.paste(pasted);
        Outcome::Changed
    }

    fn availability(&self, _command: Command, _cx: &Cx) -> Availability {
        Availability::Hidden
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "drafts-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        match self.forgetting.take().map(|(answer, draft)| (answer.take(), draft)) {
            Some((Some(true), draft)) => {
                cx.drop_draft(draft.id);
                Outcome::CloseSaying(say!(cx.words, "drafts-forgotten", label = draft.label.as_str()))
            }
            _ => Outcome::Changed,
        }
    }
}

impl Drafts {
    /// Asks whether the chosen draft is to go: what was typed can't be had back.
    fn ask_to_forget(&mut self, cx: &Cx) -> Outcome<Cx> {
        let Some(draft) = self.list.chosen().and_then(|at| self.waiting.get(at)) else {
            return Outcome::Same;
        };
        let asks =
            say!(cx.words, "drafts-forget", label = draft.label.as_str(), age = age(draft.updated, cx));
        let confirm =
            Confirm::new(&asks, &say!(cx.words, "drafts-forget-yes"), &say!(cx.words, "drafts-forget-no"));
        let (question, answer) = Question::new(confirm, say!(cx.words, "drafts-help"));
        self.forgetting = Some((answer, draft.clone()));
        Outcome::Open(Box::new(question))
    }
}

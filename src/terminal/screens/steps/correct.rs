//! Correcting an appeal: first which fields, then their values, as each is typed (readings, *Terms*; R2: the old value
//! stays in the history).

use serde_json::{Map, Value};

use super::{Step, StepKind, reason};
use crate::desk::{Confirmed, DeskError, Draft};
use crate::say;
use crate::standard::appeal::{Appeal, Channel, Kind as Wanted};
use crate::standard::client::Identity;
use crate::standard::correct::{Correctable, Particulars};
use crate::standard::decide::{self, Correction};
use crate::standard::refusal::Refusal;
use crate::standard::reply::ReplyBy;
use crate::terminal::app::Cx;
use crate::terminal::ask::Picking;
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::keys::Key;
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::screens::drafts::{self, Left};
use crate::terminal::screens::sheet::Sheeted;
use crate::terminal::widgets::{Choice, PickList};

pub(super) fn refused(appeal: &Appeal, cx: &Cx) -> Option<Refusal> {
    let asked = cx.desk.foresee(|context| decide::correct(appeal, &[], "", context)).err()?;
    // That nothing changes yet, or that a value is no longer right, is what a correction is for.
    match asked {
        Refusal::Closed { .. } | Refusal::NeedsRole(_) | Refusal::NeedsNewerProgram => Some(asked),
        asked => appeal.client.known().is_none().then_some(asked),
    }
}

/// Begins a correction. One that was begun can be gone on with, or its fields chosen anew: a field chosen wrongly is
/// nobody's prison.
pub fn open(appeal: &Appeal, cx: &mut Cx) -> Outcome<Cx> {
    let begun = drafts::begun(StepKind::Correct.code(), appeal, cx);
    match begun.and_then(|draft| Left::of(&draft).map(|left| (draft, left))) {
        Some((draft, left)) => Outcome::Open(offer(appeal, draft, &left, cx)),
        None => choose(appeal, None, cx).map_or(Outcome::Same, Outcome::Open),
    }
}

/// Asks whether to go on with a draft or to choose the fields anew.
fn offer(appeal: &Appeal, draft: Draft, left: &Left, cx: &Cx) -> Box<dyn Layer<Cx>> {
    let words = &cx.words;
    let names: Vec<_> = fields_of(&left.state).into_iter().map(|field| words.correctable(field)).collect();
    let age = drafts::age(draft.updated, cx);
    let choices = vec![
        Choice::new("", &say!(words, "correct-go-on", fields = names.join(", "), age = age)),
        Choice::new("", &say!(words, "correct-anew")),
    ];
    let list =
        PickList::new(&say!(words, "correct-begun"), choices, "", "").nothing(&say!(words, "list-nothing"));
    let appeal = appeal.clone();
    let taken = move |_: &PickList, at: usize, _: Key, cx: &mut Cx| {
        let layer = match at {
            0 => drafts::resume(StepKind::Correct.code(), &appeal, cx),
            _ => Ok(choose(&appeal, Some(draft.clone()), cx)),
        };
        match layer {
            Ok(layer) => layer.map_or(Outcome::Close, Outcome::Replace),
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    };
    Box::new(Picking::new(list, say!(words, "correct-begun-help"), taken))
}

/// Asks which fields are to be corrected; what a draft holds of them is kept. Nothing where the appeal was erased.
fn choose(appeal: &Appeal, begun: Option<Draft>, cx: &Cx) -> Option<Box<dyn Layer<Cx>>> {
    let particulars = appeal.particulars()?;
    let choices = Correctable::ALL.iter().filter(|field| fits(**field, &particulars, appeal, cx));
    let choices = choices.map(|&field| {
        let present = particulars.get(field).map(|value| shown(field, &value, cx));
        let name = cx.words.correctable(field);
        let present = present.unwrap_or_else(|| "—".to_owned());
        Choice::new(field.code(), &format!("{name}: {}", present.lines().next().unwrap_or_default()))
    });
    let list = PickList::new(&say!(cx.words, "correct-question"), choices.collect(), "", "")
        .nothing(&say!(cx.words, "list-nothing"))
        .several(std::collections::BTreeSet::new());
    let appeal = appeal.clone();
    let ticked =
        move |list: &PickList, _: usize, _: Key, cx: &mut Cx| form_of(list, &appeal, begun.as_ref(), cx);
    Some(Box::new(Picking::new(list, say!(cx.words, "correct-help"), ticked)))
}

/// Whether there is such a field in this appeal, or may be.
fn fits(field: Correctable, now: &Particulars, appeal: &Appeal, cx: &Cx) -> bool {
    let is_person = matches!(now.client.identity, Identity::Person { .. });
    let is_organisation = matches!(now.client.identity, Identity::Organisation { .. });
    match field {
        Correctable::Given | Correctable::Patronymic => is_person,
        Correctable::Surname => !is_organisation,
        Correctable::Inn | Correctable::ContactPerson => is_organisation,
        Correctable::Organisation => !is_person,
        Correctable::ProxyNumber | Correctable::ProxyDate => now.client.representative.is_some(),
        Correctable::AnswerTo => now.client.collective.is_some(),
        Correctable::CoveringNumber | Correctable::CoveringDate | Correctable::CoveringDue => {
            now.content.covering_letter.is_some()
        }
        Correctable::Book | Correctable::BookEntry => appeal.channel == Channel::FeedbackBook,
        Correctable::PowerAddress | Correctable::PowerTime | Correctable::PowerContract => {
            now.content.power.is_some() || cx.desk.office().asks_of_power(now.topic.as_deref())
        }
        Correctable::Documents => !cx.desk.office().documents.is_empty(),
        _ => true,
    }
}

/// A present value as people read it.
fn shown(field: Correctable, value: &str, cx: &Cx) -> String {
    let words = &cx.words;
    let office = cx.desk.office();
    let document = |code: &str| {
        let kind = office.documents.iter().find(|kind| kind.code == code);
        kind.map_or(code.to_owned(), |kind| words.title(&kind.title).to_owned())
    };
    let worded = match field {
        Correctable::Channel => value.parse().ok().map(|channel| words.channel(channel)),
        Correctable::Kind => value.parse().ok().map(|kind| words.kind(kind)),
        Correctable::ReplyBy => value.parse().ok().map(|by| words.reply_by(by)),
        Correctable::Topic => office.topic(value).map(|topic| words.title(&topic.title).to_owned()),
        Correctable::Documents => Some(value.split(',').map(document).collect::<Vec<_>>().join(", ")),
        field if is_day(field) => value.parse().ok().map(loose::strict_date),
        _ => None,
    };
    worded.unwrap_or_else(|| value.to_owned())
}

const fn is_day(field: Correctable) -> bool {
    matches!(
        field,
        Correctable::Received
            | Correctable::SenderDate
            | Correctable::ProxyDate
            | Correctable::CoveringDate
            | Correctable::CoveringDue
    )
}

/// The fields that a draft holds.
pub(super) fn fields_of(state: &Map<String, Value>) -> Vec<Correctable> {
    Correctable::ALL.iter().copied().filter(|field| state.contains_key(field.code())).collect()
}

pub(super) fn fields(step: &Step, cx: &Cx) -> Vec<Field> {
    let particulars = step.appeal.particulars();
    let present = |field| particulars.as_ref().and_then(|now| now.get(field)).unwrap_or_default();
    let mut fields: Vec<_> =
        step.correcting.iter().map(|&wanted| field(wanted, &present(wanted), cx)).collect();
    fields.push(reason(cx).note(&say!(cx.words, "correct-reason-note")));
    fields
}

/// Fields that nobody touched follow what another desk corrected.
pub(super) fn follow(step: &Step, form: &mut Form, cx: &Cx) {
    for field in fields(step, cx) {
        if step.correcting.iter().any(|corrected| corrected.code() == field.id()) {
            form.begin_anew(field.id(), &field.typed());
        }
    }
}

/// One field as that value is typed, with what it holds now.
fn field(wanted: Correctable, present: &str, cx: &Cx) -> Field {
    let (words, office) = (&cx.words, cx.desk.office());
    let of = |codes: Vec<(&str, String)>| {
        Kind::Choice(codes.iter().map(|(code, title)| Choice::new(code, title)).collect())
    };
    let (kind, present) = match wanted {
        Correctable::Channel => (
            of(Channel::ALL.iter().map(|one| (one.code(), words.channel(*one))).collect()),
            present.to_owned(),
        ),
        Correctable::Kind => {
            (of(Wanted::ALL.iter().map(|one| (one.code(), words.kind(*one))).collect()), present.to_owned())
        }
        Correctable::ReplyBy => (
            of(ReplyBy::ALL.iter().map(|one| (one.code(), words.reply_by(*one))).collect()),
            present.to_owned(),
        ),
        Correctable::Topic => {
            let topics = office.topics.iter();
            let titled = topics.map(|topic| (topic.code.as_str(), words.title(&topic.title).to_owned()));
            (of(titled.collect()), present.to_owned())
        }
        Correctable::Documents => {
            let kinds = office.documents.iter();
            let choices = kinds.map(|kind| Choice::new(&kind.code, words.title(&kind.title)));
            (Kind::Several(choices.collect()), present.replace(',', " "))
        }
        day if is_day(day) => (Kind::Date, shown(day, present, cx)),
        Correctable::Sheets | Correctable::Attachments | Correctable::Signers | Correctable::BookEntry => {
            (Kind::Number, present.to_owned())
        }
        Correctable::Text | Correctable::Questions => (Kind::Text(4), present.to_owned()),
        Correctable::Phone => (Kind::Phone, present.to_owned()),
        Correctable::Account => (Kind::Account, present.to_owned()),
        _ => (Kind::Line, present.to_owned()),
    };
    let width = match kind {
        Kind::Line | Kind::Choice(_) | Kind::Several(_) => Some(54),
        _ => None,
    };
    let field = Field::new(wanted.code(), &words.correctable(wanted), kind).with(&present);
    let field = width.map_or(field.clone(), |width| field.width(width));
    if wanted == Correctable::Questions { field.note(&say!(words, "correct-questions-note")) } else { field }
}

pub(super) const fn stands_in(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::BadValue { field, .. } | Refusal::LetterShows { field } => Some(field.code()),
        Refusal::UnknownTopic(_) => Some("topic"),
        Refusal::NoContactFor { .. } => Some("reply_by"),
        Refusal::ReceivedLater { .. } => Some("received"),
        Refusal::EntryTaken { .. } => Some("book_entry"),
        Refusal::UnknownBook(_) => Some("book"),
        Refusal::UnknownDocument(_) => Some("documents"),
        _ => None,
    }
}

pub(super) fn save(
    step: &Step,
    form: &Form,
    confirmed: &Confirmed,
    cx: &mut Cx,
) -> Result<Appeal, DeskError> {
    let value = |field: Correctable| {
        let typed = form.typed(field.code());
        if is_day(field) {
            return loose::date(&typed, cx.today()).map(|day| day.to_string());
        }
        crate::standard::text::given(&typed).map(str::to_owned)
    };
    // What nobody touched is not corrected: another desk may have corrected it since.
    let touched = step.correcting.iter().filter(|field| !form.is_untouched(field.code()));
    let corrections: Vec<_> = touched.map(|&field| Correction { field, value: value(field) }).collect();
    cx.desk.correct(step.seen(), &corrections, &form.typed("reason"), confirmed)
}

/// The form of the fields that are ticked; it goes on with the draft that held others.
fn form_of(list: &PickList, appeal: &Appeal, begun: Option<&Draft>, cx: &mut Cx) -> Outcome<Cx> {
    let codes = list.ticked().into_iter().filter_map(|at| list.choices().get(at));
    let wanted: Vec<_> = codes.filter_map(|choice| choice.code.parse().ok()).collect();
    if wanted.is_empty() {
        return Outcome::Close;
    }
    if let Some((draft, left)) = begun.and_then(|draft| Some((draft, Left::of(draft)?))) {
        let as_left = match drafts::as_left(appeal.id, &left, cx) {
            Ok(as_left) => as_left,
            Err(error) => return Outcome::Say(cx.trouble(&error)),
        };
        let (step, form) = Step::about(StepKind::Correct, &as_left, wanted, cx);
        cx.go_on();
        return Outcome::Replace(Box::new(Sheeted::restored(step, form, draft, &left.state)));
    }
    let (step, form) = Step::about(StepKind::Correct, appeal, wanted, cx);
    match Sheeted::new(step, form, cx) {
        Ok(sheet) => Outcome::Replace(Box::new(sheet)),
        Err(error) => Outcome::Say(cx.trouble(&error)),
    }
}

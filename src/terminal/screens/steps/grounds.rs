//! Naming a ground for no action, taking one back, forwarding what is another organisation's matter (R7, R8).

use super::{FILLED, Step, StepKind, day, on, reason, value};
use crate::desk::{Confirmed, DeskError, EarlierReply};
use crate::say;
use crate::standard::appeal::{Appeal, Outcome};
use crate::standard::decide::{self, Contacts, Earlier, GroundForm};
use crate::standard::fact::AppealEvent;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::screening::{Ground, GroundStage};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, loose};
use crate::terminal::widgets::Choice;

/// As many earlier appeals as one client is offered to cite.
const MOST: u32 = 50;

pub(super) fn refused(kind: StepKind, appeal: &Appeal, cx: &Cx) -> Option<Refusal> {
    let asked = match kind {
        StepKind::Screen => match foreseen(appeal, Ground::Abusive, cx) {
            // Another ground than the one that stands may be named.
            Err(Refusal::GroundStands { .. }) => Ok(()),
            other => other.map(drop),
        },
        StepKind::Lift => {
            let contacts = Contacts { address: Some(FILLED.to_owned()), ..Contacts::default() };
            let rule =
                |context: &decide::Context<'_>| decide::lift_ground(appeal, FILLED, &contacts, None, context);
            cx.desk.foresee(rule).map(drop)
        }
        _ => cx.desk.foresee(|context| decide::forward(appeal, FILLED, FILLED, context)).map(drop),
    };
    asked.err()
}

/// What naming this ground would do.
fn foreseen(appeal: &Appeal, ground: Ground, cx: &Cx) -> Result<Option<AppealEvent>, Refusal> {
    let earlier = Some(Earlier::Paper { number: FILLED, on: Some(cx.today()) });
    let form = GroundForm { ground, note: FILLED, earlier };
    let events = cx.desk.foresee(|context| decide::screen(appeal, &form, context))?;
    Ok(events.and_then(|events| events.into_iter().next()))
}

pub(super) fn fields(step: &Step, cx: &Cx) -> Vec<Field> {
    match step.kind {
        StepKind::Screen => screening(&step.appeal, cx),
        StepKind::Lift => lifting(&step.appeal, cx),
        _ => {
            let to = Field::new("recipient", &say!(cx.words, "field-recipient"), Kind::Line);
            vec![to.width(54).note(&say!(cx.words, "note-recipient")).required(), reason(cx)]
        }
    }
}

/// What was proposed stands in the form: whoever decides it need not type it again.
fn screening(appeal: &Appeal, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let proposed = appeal.screening.as_ref().filter(|now| now.stage == GroundStage::Proposed);
    let grounds = Ground::ALL.iter().map(|ground| Choice::new(ground.code(), &words.ground(*ground)));
    let ground = Field::new("ground", &say!(words, "step-ground"), Kind::Choice(grounds.collect()));
    let note = reason(cx).note(&say!(words, "step-ground-why"));
    let cited = proposed.and_then(|now| now.earlier.as_ref());
    let register = cited.and_then(|cited| cited.appeal_number.as_deref()).unwrap_or_default();
    let paper = cited.filter(|cited| cited.appeal.is_none());
    let date = paper.map(|cited| loose::strict_date(cited.on)).unwrap_or_default();
    let mut fields = vec![
        ground.width(48).with(proposed.map_or("", |now| now.ground.code())).required(),
        note.with(proposed.map_or("", |now| now.note.text())),
    ];
    let known = answered_before(appeal, cx);
    let heading = say!(words, "step-earlier-heading");
    let label = say!(words, "step-earlier-only");
    let typed = Field::new("earlier_appeal_number", &label, Kind::Line)
        .width(24)
        .with(register)
        .note(&say!(words, "step-earlier-number-note"));
    if known.is_empty() {
        fields.push(typed.heading(&heading));
    } else {
        let chosen = Field::new("earlier_appeal", &say!(words, "step-earlier"), Kind::Choice(known));
        fields.push(chosen.width(54).note(&say!(words, "step-earlier-note")).heading(&heading));
        fields.push(typed);
    }
    fields.push(
        Field::new("earlier_number", &say!(words, "field-earlier-number"), Kind::Line)
            .width(24)
            .with(paper.map_or("", |cited| cited.number.as_str()))
            .note(&say!(words, "step-paper-note")),
    );
    fields.push(
        Field::new("earlier_date", &say!(words, "field-earlier-date"), Kind::Date)
            .with(&date)
            .note(&say!(words, "step-paper-note")),
    );
    fields
}

/// The client's earlier appeals that were answered, the newest first.
fn answered_before(appeal: &Appeal, cx: &Cx) -> Vec<Choice> {
    let lines = cx.desk.client_history(appeal.client_id, MOST).unwrap_or_default();
    let fits = lines.into_iter().filter(|line| {
        line.id != appeal.id && line.outcome == Some(Outcome::Replied) && line.registered <= appeal.registered
    });
    let title = |line: crate::desk::AppealLine| {
        let day = cx.words.date(line.registered);
        Choice::new(&line.id.to_string(), &format!("{} · {day} · {}", line.number, line.gist.text()))
    };
    fits.map(title).collect()
}

fn lifting(appeal: &Appeal, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let mut fields = vec![reason(cx)];
    if appeal.screening.as_ref().is_some_and(|now| now.ground == Ground::NoContacts) {
        fields.extend([
            Field::new("address", &say!(words, "label-address"), Kind::Line)
                .width(54)
                .heading(&say!(words, "step-contacts-heading")),
            Field::new("email", &say!(words, "label-email"), Kind::Line).width(32),
            Field::new("phone", &say!(words, "label-phone"), Kind::Phone),
            on(cx).note(&say!(words, "step-known-note")),
        ]);
    }
    fields
}

/// Only a repeat cites what answered it before.
pub(super) fn arrange(form: &mut Form) {
    let repeat = ground_of(form) == Some(Ground::Repeat);
    for id in ["earlier_appeal", "earlier_appeal_number", "earlier_number", "earlier_date"] {
        form.show(id, repeat);
    }
}

fn ground_of(form: &Form) -> Option<Ground> {
    form.typed("ground").parse().ok()
}

pub(super) fn check(step: &Step, id: &str, form: &Form, cx: &Cx) -> Option<String> {
    match id {
        "ground" => {
            let refusal = foreseen(&step.appeal, ground_of(form)?, cx).err()?;
            Some(cx.words.refusal(&refusal, Some(cx.desk.office())))
        }
        "earlier_appeal_number" => {
            let typed = value(form, id)?;
            cx.desk.appeal_by_number(&typed).err().map(|error| cx.trouble(&error))
        }
        _ => None,
    }
}

/// What will follow from saving, said before it.
pub(super) fn follows(step: &Step, form: &Form, cx: &Cx) -> Option<String> {
    let words = &cx.words;
    match step.kind {
        StepKind::Screen => {
            let ground = ground_of(form)?;
            let event = foreseen(&step.appeal, ground, cx).ok().flatten()?;
            let decides = matches!(event, AppealEvent::GroundDecided(_));
            Some(match (decides, ground.notice().is_some()) {
                (true, false) => say!(words, "step-decides-closes"),
                (true, true) => say!(words, "step-decides-notice"),
                (false, false) => say!(words, "step-proposes-closes"),
                (false, true) => say!(words, "step-proposes-notice"),
            })
        }
        StepKind::Forward => Some(say!(words, "step-forward-notice")),
        _ if step.appeal.closing.is_some() => Some(say!(words, "step-lift-reopens")),
        _ => step.appeal.screening.as_ref().map(|now| words.ground(now.ground)),
    }
}

pub(super) const fn stands_in(refusal: &Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::HasContacts | Refusal::NoContactsFirst | Refusal::GroundStands { .. } => Some("ground"),
        // The usual way is an appeal of this register; a reply on paper is the rarer one.
        Refusal::EarlierUnanswered { .. }
        | Refusal::NotEarlier { .. }
        | Refusal::Missing(RefusedField::EarlierNumber) => Some("earlier_appeal_number"),
        Refusal::NeedsContacts => Some("address"),
        Refusal::Before { .. } => Some("on"),
        Refusal::InFuture { .. } | Refusal::EarlierDate { .. } => Some("earlier_date"),
        _ => None,
    }
}

pub(super) fn save(
    step: &Step,
    form: &Form,
    confirmed: &Confirmed,
    cx: &mut Cx,
) -> Result<Appeal, DeskError> {
    let (seen, reason) = (step.seen(), form.typed("reason"));
    match step.kind {
        StepKind::Screen => {
            let ground = ground_of(form).ok_or(DeskError::Refused(Refusal::NoGround))?;
            let earlier = if ground == Ground::Repeat { earlier(form, cx)? } else { None };
            cx.desk.screen(seen, ground, &reason, earlier.as_ref(), confirmed)
        }
        StepKind::Lift => {
            let contacts = Contacts {
                address: value(form, "address"),
                email: value(form, "email"),
                phone: value(form, "phone"),
            };
            let known_on = day(form, "on", cx);
            cx.desk.lift_ground(seen, &reason, &contacts, known_on, confirmed)
        }
        _ => cx.desk.forward(seen, &form.typed("recipient"), &reason, confirmed),
    }
}

/// What answered the question before: an appeal by its number or of the client's list, else a paper reply. A number
/// that was typed says more than the list.
fn earlier(form: &Form, cx: &Cx) -> Result<Option<EarlierReply>, DeskError> {
    if let Some(number) = value(form, "earlier_appeal_number") {
        return Ok(Some(EarlierReply::Appeal(cx.desk.appeal_by_number(&number)?.appeal.id)));
    }
    if let Ok(id) = form.typed("earlier_appeal").parse() {
        return Ok(Some(EarlierReply::Appeal(id)));
    }
    let (number, on) = (value(form, "earlier_number"), day(form, "earlier_date", cx));
    let given = number.is_some() || on.is_some();
    Ok(given.then(|| EarlierReply::Paper { number: number.unwrap_or_default(), on }))
}

pub(super) fn done(step: &Step, appeal: &Appeal, cx: &Cx) -> String {
    let words = &cx.words;
    let number = appeal.number.text.as_str();
    match (step.kind, &appeal.screening, &appeal.forwarding) {
        (StepKind::Screen, Some(now), _) if now.stage == GroundStage::Proposed => {
            say!(words, "done-ground-proposed", number = number)
        }
        (StepKind::Screen, ..) if appeal.closing.is_some() => {
            say!(words, "done-ground-closed", number = number)
        }
        (StepKind::Screen, ..) => say!(words, "done-ground-notice", number = number),
        (StepKind::Forward, _, Some(forwarding)) => {
            say!(words, "done-forwarded", number = number, to = forwarding.to.as_str())
        }
        _ if step.appeal.closing.is_some() => {
            say!(words, "done-reopened", number = number, due = words.date(appeal.due.day))
        }
        _ => say!(words, "done-lifted", number = number),
    }
}

//! What the Standard adds to a card: grounds, forwarding, requests, calls, questions, documents (R7, R8, R15, R30).

use serde_json::{Value, json};

use super::json::opened;
use super::look::or_erased;
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::office::{DocumentKind, Office};
use crate::standard::personal::Personal;
use crate::standard::request::{Asked, Request};
use crate::standard::screening::{GroundStage, Screening};

/// The lines of a card, each with its label.
pub(super) fn lines(words: &Words, office: &Office, appeal: &Appeal) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut add = |label: String, value: Option<String>| lines.extend(value.map(|value| (label, value)));
    let content = &appeal.content;
    add(
        say!(words, "cli-column-paper"),
        appeal.paper.as_ref().map(|paper| {
            format!("№ {} {}", paper.number, say!(words, "cli-dated", day = words.date(paper.on)))
        }),
    );
    add(
        say!(words, "field-book"),
        content
            .book
            .as_ref()
            .map(|book| say!(words, "cli-book-entry", number = book.number.as_str(), entry = book.entry)),
    );
    add(
        say!(words, "cli-column-contacts"),
        appeal.contacts_from_card.then(|| say!(words, "cli-contacts-from-card")),
    );
    add(say!(words, "cli-column-ground"), appeal.screening.as_ref().map(|now| ground(words, office, now)));
    add(
        say!(words, "cli-column-forwarding"),
        appeal.forwarding.as_ref().map(|one| {
            let by = format!("{} · {}", words.date(one.on), office.person_name(&one.by));
            format!("{} · {} · {by}", one.to, or_erased(words, &one.reason))
        }),
    );
    let helpers: Vec<_> = appeal.co_executors.iter().map(|login| office.person_name(login)).collect();
    add(say!(words, "cli-column-helpers"), Some(helpers.join(", ")));
    add(say!(words, "cli-column-call-back"), call_back(words, appeal));
    let requests: Vec<_> = appeal.requests.iter().map(|one| request(words, office, one)).collect();
    add(say!(words, "cli-column-requests"), Some(requests.join("; ")));
    add(say!(words, "correct-questions"), Some(questions(words, appeal).join("; ")));
    let (brought, missing) = documents(office, appeal);
    let titles = |codes: Vec<&DocumentKind>| {
        codes.iter().map(|kind| words.title(&kind.title).to_owned()).collect::<Vec<_>>().join(", ")
    };
    add(say!(words, "correct-documents"), Some(titles(brought)));
    add(say!(words, "cli-column-missing"), Some(titles(missing)));
    let power = content.power.as_ref().and_then(Personal::known);
    add(say!(words, "correct-power-address"), power.and_then(|told| told.address.clone()));
    add(say!(words, "correct-power-time"), power.and_then(|told| told.time.clone()));
    add(say!(words, "correct-power-contract"), power.and_then(|told| told.contract.clone()));
    add(say!(words, "cli-column-annulled-numbers"), Some(annulled(appeal).join(", ")));
    lines
}

fn ground(words: &Words, office: &Office, now: &Screening) -> String {
    let stage = match now.stage {
        GroundStage::Proposed => say!(words, "cli-ground-proposed"),
        GroundStage::Decided => say!(words, "cli-ground-decided"),
    };
    let by = format!("{} · {}", words.date(now.on), office.person_name(&now.by));
    let mut text = format!("{} · {stage} · {by}", words.ground(now.ground));
    let note = or_erased(words, &now.note);
    // Where nobody gave words of their own, the ground's stand there already.
    if note != words.ground(now.ground) {
        text = format!("{text} · {note}");
    }
    match &now.earlier {
        Some(earlier) => {
            let on = words.date(earlier.on);
            let cited = say!(words, "cli-ground-earlier", number = earlier.number.as_str(), on = on);
            format!("{text} · {cited}")
        }
        None => text,
    }
}

fn call_back(words: &Words, appeal: &Appeal) -> Option<String> {
    let call = appeal.call_back.as_ref()?;
    let waits = match (call.done, call.due) {
        (Some(done), _) => return Some(say!(words, "cli-call-done", at = words.moment(done))),
        (None, Some(due)) => say!(words, "cli-call-due", at = words.moment(due)),
        (None, None) => say!(words, "cli-call-waits"),
    };
    let tries = (call.tries() > 0).then(|| say!(words, "cli-call-tries", tries = call.tries()));
    Some(tries.map_or_else(|| waits.clone(), |tries| format!("{waits} · {tries}")))
}

fn request(words: &Words, office: &Office, one: &Request) -> String {
    let mut text = format!("{}. {} · № {}", one.id.0, words.asked(&one.to, office), one.number);
    text = format!("{text} {}", say!(words, "cli-dated", day = words.date(one.on)));
    let waits = match (&one.answer, one.expected) {
        (Some(answer), _) => say!(
            words,
            "cli-request-answered",
            on = words.date(answer.on),
            gist = or_erased(words, &answer.gist)
        ),
        (None, Some(day)) => say!(words, "cli-request-expected", day = words.date(day)),
        (None, None) => say!(words, "cli-request-waits"),
    };
    format!("{text} · {waits}")
}

fn questions(words: &Words, appeal: &Appeal) -> Vec<String> {
    let left = unanswered(appeal);
    (1..)
        .zip(&appeal.content.questions)
        .map(|(place, question): (u16, _)| {
            let state = if left.contains(&place) {
                say!(words, "cli-question-open")
            } else {
                say!(words, "cli-question-answered")
            };
            format!("{place}. {} ({state})", or_erased(words, question))
        })
        .collect()
}

/// The questions without an answer: an oral answer that closed the appeal answered every one.
fn unanswered(appeal: &Appeal) -> Vec<u16> {
    use crate::standard::appeal::Outcome;
    let orally = appeal.closing.as_ref().is_some_and(|closing| closing.outcome == Outcome::AnsweredOrally);
    if orally { Vec::new() } else { appeal.unanswered(&std::collections::BTreeSet::new()) }
}

/// The documents that were brought, and those the topic asks for and nobody brought (R15).
fn documents<'a>(office: &'a Office, appeal: &Appeal) -> (Vec<&'a DocumentKind>, Vec<&'a DocumentKind>) {
    let has_representative = appeal.client.known().is_some_and(|client| client.representative.is_some());
    let brought = &appeal.content.documents;
    let needed = office.needed_documents(appeal.topic.as_deref(), has_representative);
    (
        office.documents.iter().filter(|kind| brought.contains(&kind.code)).collect(),
        needed.into_iter().filter(|kind| !brought.contains(&kind.code)).collect(),
    )
}

/// Outgoing numbers given to letters that came back before they left.
fn annulled(appeal: &Appeal) -> Vec<String> {
    let numbers = appeal.replies.iter().flat_map(|reply| &reply.annulled_numbers);
    numbers.map(|number| number.text().to_owned()).collect()
}

/// The same for programs. Names are the contract's; what was erased is null.
pub(super) fn json(office: &Office, appeal: &Appeal) -> Value {
    let (_, missing) = documents(office, appeal);
    let left = unanswered(appeal);
    json!({
        "client_id": appeal.client_id,
        "contacts_from_card": appeal.contacts_from_card,
        "paper": appeal.paper,
        "book": appeal.content.book,
        "screening": appeal.screening.as_ref().map(|now| json!({
            "ground": now.ground, "stage": now.stage, "by": now.by, "on": now.on, "note": now.note.known(),
            "earlier": now.earlier,
        })),
        "forwarding": appeal.forwarding.as_ref().map(|one| json!({
            "to": one.to, "reason": one.reason.known(), "by": one.by, "on": one.on,
        })),
        "co_executors": appeal.co_executors,
        "call_back": appeal.call_back.as_ref().map(|call| json!({
            "due": call.due, "tries": call.tries(), "done": call.done,
        })),
        "requests": appeal.requests.iter().map(request_json).collect::<Vec<_>>(),
        "questions": (1..).zip(&appeal.content.questions).map(|(place, question): (u16, _)| json!({
            "place": place, "text": question.known(), "answered": !left.contains(&place),
        })).collect::<Vec<_>>(),
        "documents": appeal.content.documents,
        "documents_missing": missing.iter().map(|kind| &kind.code).collect::<Vec<_>>(),
        "power": serde_json::to_value(&appeal.content.power).map_or(Value::Null, opened),
        "annulled_numbers": annulled(appeal),
        "posted": appeal.postings.iter().map(|(letter, posting)| json!({
            "outgoing": appeal.outgoing(*letter).map(|(number, _)| number),
            "kind": posting.kind, "number": posting.number,
        })).collect::<Vec<_>>(),
    })
}

fn request_json(one: &Request) -> Value {
    let (unit, organisation) = match &one.to {
        Asked::Unit(code) => (Some(&code.0), None),
        Asked::Organisation(name) => (None, Some(name)),
    };
    json!({
        "request": one.id, "unit": unit, "organisation": organisation, "text": one.text.known(),
        "number": one.number.text(), "on": one.on, "expected": one.expected,
        "answered_on": one.answer.as_ref().map(|answer| answer.on),
        "answer": one.answer.as_ref().and_then(|answer| answer.gist.known()),
    })
}

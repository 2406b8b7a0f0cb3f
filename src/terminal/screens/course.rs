//! What the course of an appeal adds to its card: the ground and the letter that is owed, who helps, calls, requests,
//! questions, documents, earlier rounds.

use super::describe::Styled;
use crate::say;
use crate::standard::appeal::{Appeal, CallBack};
use crate::standard::client::Client;
use crate::standard::number::OutgoingNumber;
use crate::standard::personal::Personal;
use crate::standard::reply::{Purpose, Reply};
use crate::standard::request::Request;
use crate::standard::screening::{GroundStage, Screening};
use crate::terminal::app::Cx;
use crate::terminal::theme::Look;

/// What is decided or waits to be: the letter that is owed, the ground, the forwarding, the call.
pub fn pending(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let words = &cx.words;
    let mut lines = Vec::new();
    if let (Purpose::Notice { about }, None) = (appeal.closing_purpose(), &appeal.closing) {
        lines.push((say!(words, "card-notice-owed", notice = words.notice(about)), Look::Strong));
    }
    if let Some(screening) = &appeal.screening {
        lines.extend(ground(cx, screening));
    }
    if let Some(forwarding) = &appeal.forwarding {
        let by = cx.desk.office().person_name(&forwarding.by);
        let (to, on) = (forwarding.to.as_str(), words.date(forwarding.on));
        let line = say!(words, "card-forwarding", to = to, by = by, on = on);
        lines.push((line, Look::Plain));
        lines.push((forwarding.reason.text().to_owned(), Look::Plain));
    }
    lines.extend(appeal.call_back.as_ref().map(|call| call_back(cx, appeal, call)));
    lines
}

fn ground(cx: &Cx, screening: &Screening) -> Vec<Styled> {
    let words = &cx.words;
    let ground = words.ground(screening.ground);
    let by = cx.desk.office().person_name(&screening.by);
    let on = words.date(screening.on);
    let line = match screening.stage {
        GroundStage::Proposed => say!(words, "card-ground-proposed", ground = ground, by = by, on = on),
        GroundStage::Decided => say!(words, "card-ground-decided", ground = ground, by = by, on = on),
    };
    let look = if screening.stage == GroundStage::Proposed { Look::Strong } else { Look::Plain };
    let mut lines = vec![(line, look), (screening.note.text().to_owned(), Look::Plain)];
    if let Some(earlier) = &screening.earlier {
        let (number, on) = (earlier.number.as_str(), words.date(earlier.on));
        lines.push((
            match earlier.appeal_number.as_deref() {
                Some(appeal) => {
                    say!(words, "card-earlier-appeal", number = number, on = on, appeal = appeal)
                }
                None => say!(words, "card-earlier-paper", number = number, on = on),
            },
            Look::Plain,
        ));
    }
    lines
}

fn call_back(cx: &Cx, appeal: &Appeal, call: &CallBack) -> Styled {
    let words = &cx.words;
    if let Some(done) = call.done {
        return (say!(words, "card-called-back", at = words.moment(done)), Look::Plain);
    }
    if !appeal.awaits_call() {
        return (say!(words, "card-call-not-made"), Look::Dim);
    }
    let late = call.due.is_some_and(|due| due < cx.desk.now());
    let mut line = match call.due {
        Some(due) => say!(words, "card-call-by", at = words.moment(due)),
        None => say!(words, "card-call-waits"),
    };
    if let Some(phone) = appeal.client.known().and_then(|client| client.phone.as_deref()) {
        line.push_str(&say!(words, "card-call-phone", phone = phone));
    }
    if let Some(last) = call.missed.last() {
        let at = words.moment(last.at);
        line.push_str(&say!(words, "card-call-tries", tries = call.tries(), at = at));
    }
    (line, if late { Look::Overdue } else { Look::Strong })
}

/// Who helps the responsible executor.
pub fn helpers(cx: &Cx, appeal: &Appeal) -> Option<Styled> {
    let names: Vec<_> = appeal.co_executors.iter().map(|login| cx.desk.office().person_name(login)).collect();
    let line = || say!(cx.words, "card-helpers", names = names.join(", "));
    (!names.is_empty()).then(|| (line(), Look::Plain))
}

/// How it ended before it was opened again, and what was due then.
pub fn rounds(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let words = &cx.words;
    let line = |round: &crate::standard::appeal::EarlierRound| {
        let (due, on) = (words.date(round.due.day), words.date(round.closing.on));
        let outcome = words.outcome(round.closing.outcome);
        let late = round.closing.on > round.due.day;
        let look = if late { Look::Problem } else { Look::Dim };
        (say!(words, "card-round", due = due, on = on, outcome = outcome), look)
    };
    appeal.earlier.iter().map(line).collect()
}

/// The requests with their dates and answers (R15).
pub fn requests(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    appeal.requests.iter().flat_map(|one| request(cx, one)).collect()
}

fn request(cx: &Cx, request: &Request) -> Vec<Styled> {
    let words = &cx.words;
    let to = words.asked(&request.to, cx.desk.office());
    let mut line = say!(
        words,
        "card-request",
        place = request.id.0,
        to = to,
        number = request.number.text(),
        on = words.date(request.on)
    );
    let waits = request.answer.is_none();
    if let Some(expected) = request.expected.filter(|_| waits) {
        line.push_str(&say!(words, "card-request-expected", day = words.date(expected)));
    }
    let late = waits && request.expected.is_some_and(|expected| expected < cx.today());
    let look = if late { Look::Overdue } else { Look::Strong };
    let mut lines = vec![(line, if waits { look } else { Look::Plain })];
    lines.extend(request.text.text().lines().map(|line| (line.to_owned(), Look::Plain)));
    lines.extend(request.answer.as_ref().map(|answer| {
        let on = words.date(answer.on);
        (say!(words, "card-request-answer", on = on, gist = answer.gist.text()), Look::Plain)
    }));
    lines
}

/// The questions, each with whether it is answered.
pub fn questions(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let left = appeal.unanswered(&std::collections::BTreeSet::new());
    let closed = appeal.closing.is_some();
    let places = (1..).zip(&appeal.content.questions);
    let line = |(place, question): (u16, &Personal<String>)| {
        let waits = left.contains(&place) && !closed;
        let text = question.text();
        if waits {
            (say!(cx.words, "card-question-waits", place = place, text = text), Look::Strong)
        } else {
            (say!(cx.words, "card-question", place = place, text = text), Look::Plain)
        }
    };
    places.map(line).collect()
}

/// Documents that were brought and those that are missing; the device and the time; the book; the paper journal (R15, R30).
pub fn brought(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let (words, office) = (&cx.words, cx.desk.office());
    let content = &appeal.content;
    let mut lines = Vec::new();
    let title = |code: &str| {
        let kind = office.documents.iter().find(|kind| kind.code == code);
        kind.map_or(code.to_owned(), |kind| words.title(&kind.title).to_owned())
    };
    let list = |codes: Vec<&str>| codes.into_iter().map(title).collect::<Vec<_>>().join(", ");
    if !content.documents.is_empty() {
        let brought = list(content.documents.iter().map(String::as_str).collect());
        lines.push((say!(words, "card-documents", list = brought), Look::Plain));
    }
    let acts_for = appeal.client.known().is_some_and(|client: &Client| client.representative.is_some());
    let needed = office.needed_documents(appeal.topic.as_deref(), acts_for);
    let missing = needed.into_iter().map(|kind| kind.code.as_str());
    let missing: Vec<_> = missing.filter(|code| !content.documents.contains(*code)).collect();
    if !missing.is_empty() && appeal.closing.is_none() {
        lines.push((say!(words, "card-documents-missing", list = list(missing)), Look::Strong));
    }
    if let Some(power) = content.power.as_ref().and_then(Personal::known) {
        let mut add = |label: String, value: &Option<String>| {
            lines.extend(value.as_ref().map(|value| (format!("{label}: {value}"), Look::Plain)));
        };
        add(say!(words, "correct-power-address"), &power.address);
        add(say!(words, "correct-power-time"), &power.time);
        add(say!(words, "correct-power-contract"), &power.contract);
    }
    if let Some(book) = &content.book {
        let line = say!(words, "card-book", number = book.number.as_str(), entry = book.entry);
        lines.push((line, Look::Dim));
    }
    if let Some(paper) = &appeal.paper {
        let on = words.date(paper.on);
        lines.push((say!(words, "card-paper", number = paper.number.as_str(), on = on), Look::Dim));
    }
    lines
}

/// What a reply answers where there are several questions, and the numbers it was given in vain.
pub fn of_reply(cx: &Cx, appeal: &Appeal, reply: &Reply) -> Vec<Styled> {
    let words = &cx.words;
    let mut lines = Vec::new();
    if appeal.content.questions.len() > 1 && !reply.answers.is_empty() {
        let places = reply.answers.iter().map(u16::to_string).collect::<Vec<_>>().join(", ");
        lines.push((say!(words, "card-reply-answers", places = places), Look::Dim));
    }
    if !reply.annulled_numbers.is_empty() {
        let numbers = reply.annulled_numbers.iter().map(OutgoingNumber::text);
        let numbers = numbers.collect::<Vec<_>>().join(", ");
        lines.push((say!(words, "card-annulled-numbers", numbers = numbers), Look::Dim));
    }
    lines
}

//! One appeal: as text for a person, as JSON for a program.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use super::details;
use super::json::opened;
use super::look::or_erased;
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::client::{Client, ClientSort, CoveringLetter, Identity};
use crate::standard::number::OutgoingNumber;
use crate::standard::office::Office;
use crate::standard::personal::Personal;
use crate::standard::reply::{Purpose, Reply, ReplyStage};

/// An appeal in words, a line a value.
pub(super) fn text(words: &Words, office: &Office, appeal: &Appeal, today: NaiveDate) -> String {
    let mut lines = vec![
        format!(
            "№ {} · {}, {} · {}",
            appeal.number,
            words.channel(appeal.channel),
            words.kind(appeal.kind),
            words.stage(appeal.stage())
        ),
        format!("{}: {}", say!(words, "column-client"), client_words(words, appeal)),
    ];
    let mut add = |label: String, value: Option<String>| {
        lines.extend(value.filter(|value| !value.is_empty()).map(|value| format!("{label}: {value}")));
    };
    let content = &appeal.content;
    add(say!(words, "cli-column-gist"), Some(or_erased(words, &content.gist)));
    let topic = appeal.topic.as_ref().map(|code| {
        office.topic(code).map_or_else(|| code.clone(), |topic| words.title(&topic.title).to_owned())
    });
    add(say!(words, "column-topic"), topic);
    add(
        say!(words, "cli-column-received"),
        Some(format!("{} · {}", words.date(appeal.received), office.unit_title(&appeal.intake))),
    );
    add(
        say!(words, "cli-column-registered"),
        Some(format!(
            "{} · {}",
            words.moment(appeal.registered_at),
            office.person_name(&appeal.registered_by)
        )),
    );
    add(say!(words, "column-due"), Some(due_words(words, appeal, today)));
    add(say!(words, "cli-column-inner-due"), appeal.inner_due.map(|day| words.date(day)));
    add(say!(words, "cli-column-route"), Some(words.route(appeal.route)));
    let executor = appeal.holder.executor().map(|login| office.person_name(login));
    add(say!(words, "cli-column-unit"), appeal.holder.unit().map(|unit| office.unit_title(unit)));
    add(say!(words, "column-executor"), executor);
    let resolution = appeal.resolution.as_ref();
    let title = if resolution.is_some_and(|resolution| resolution.returned) {
        say!(words, "cli-column-given-back")
    } else {
        say!(words, "cli-column-resolution")
    };
    add(title, resolution.map(|resolution| resolution.text.text().to_owned()));
    add(say!(words, "cli-column-reply-by"), Some(words.reply_by(appeal.reply_by())));
    add(say!(words, "label-representative"), representative(words, appeal));
    add(
        say!(words, "cli-column-sender"),
        Some(numbered(words, content.sender_number.as_ref(), content.sender_date)),
    );
    add(say!(words, "label-sheets"), content.sheets.map(|sheets| sheets.to_string()));
    add(say!(words, "cli-column-attachments"), content.attachments.map(|sheets| sheets.to_string()));
    add(
        say!(words, "cli-column-covering"),
        content.covering_letter.as_ref().map(|letter| covering(words, letter)),
    );
    for (label, value) in details::lines(words, office, appeal) {
        add(label, Some(value));
    }
    let replies: Vec<_> = appeal.replies.iter().map(|reply| words.reply_line(reply)).collect();
    add(say!(words, "card-replies"), Some(replies.join("; ")));
    let posted = appeal.postings.iter().map(|(letter, posting)| {
        let number = appeal.outgoing(*letter).map_or("", |(number, _)| number);
        format!("№ {number}: {}", words.posting(posting))
    });
    add(say!(words, "cli-column-posted"), Some(posted.collect::<Vec<_>>().join("; ")));
    add(
        say!(words, "cli-column-closed"),
        appeal.closing.as_ref().map(|closing| {
            let note =
                closing.note.as_ref().map(|note| format!(": {}", or_erased(words, note))).unwrap_or_default();
            format!("{} · {}{note}", words.date(closing.on), words.outcome(closing.outcome))
        }),
    );
    for round in &appeal.earlier {
        add(
            say!(words, "cli-column-earlier"),
            Some(format!(
                "{} · {} · {}",
                words.date(round.closing.on),
                words.outcome(round.closing.outcome),
                say!(words, "cli-answer-until", day = words.date(round.due.day))
            )),
        );
    }
    if let Some(text) = content.text.as_ref() {
        lines.push(String::new());
        lines.push(or_erased(words, text));
    }
    lines.join("\n")
}

fn client_words(words: &Words, appeal: &Appeal) -> String {
    let Some(client) = appeal.client.known() else { return say!(words, "client-erased") };
    let name = client.full_name();
    let mut parts = vec![if name.is_empty() { say!(words, "client-anonymous") } else { name }];
    let Client { account, contract, address, phone, email, .. } = client;
    if let Identity::Organisation { inn, contact_person, .. } = &client.identity {
        parts.extend(inn.as_ref().map(|inn| say!(words, "cli-client-inn", inn = inn.as_str())));
        parts.extend(contact_person.clone());
    }
    parts.extend(
        account.as_ref().map(|account| say!(words, "cli-client-account", account = account.as_str())),
    );
    parts.extend(
        contract.as_ref().map(|contract| say!(words, "cli-client-contract", contract = contract.as_str())),
    );
    parts.extend([address, phone, email].into_iter().flatten().cloned());
    if appeal.client_sort == ClientSort::Collective {
        let signers = client.collective.as_ref().map_or(0, |several| several.signers);
        parts.push(say!(words, "client-collective", signers = signers));
    }
    parts.join(" · ")
}

/// Who acts for the client, and by which proxy.
fn representative(words: &Words, appeal: &Appeal) -> Option<String> {
    let one = appeal.client.known()?.representative.as_ref()?;
    let number = one.proxy_number.clone().map(Personal::Known);
    let proxy = numbered(words, number.as_ref(), one.proxy_date);
    Some(if proxy.is_empty() {
        one.name.clone()
    } else {
        format!("{} · {}", one.name, say!(words, "cli-client-proxy", proxy = proxy))
    })
}

/// An authority's covering letter: from whom, its number and date, and by when it wants the answer.
fn covering(words: &Words, letter: &CoveringLetter) -> String {
    let due = letter.due.map(|day| say!(words, "cli-answer-until", day = words.date(day)));
    let parts = [Some(letter.body.clone()), Some(numbered(words, letter.number.as_ref(), letter.date)), due];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A paper's own number and date; empty where it has neither.
fn numbered(words: &Words, number: Option<&Personal<String>>, on: Option<NaiveDate>) -> String {
    let number = number.map(|number| format!("№ {}", or_erased(words, number)));
    let on = on.map(|day| say!(words, "cli-dated", day = words.date(day)));
    [number, on].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn due_words(words: &Words, appeal: &Appeal, today: NaiveDate) -> String {
    let explained = words.due_explained(&appeal.due);
    if appeal.closing.is_some() {
        return explained;
    }
    format!("{explained} · {}", words.days_left(appeal.overdue_days(today)))
}

/// The whole appeal. Names are the contract's; what was erased is null.
pub(super) fn json(words: &Words, office: &Office, appeal: &Appeal, today: NaiveDate) -> Value {
    let mut whole = json!({
        "number": appeal.number.text,
        "id": appeal.id,
        "version": appeal.version,
        "channel": appeal.channel,
        "kind": appeal.kind,
        "topic": appeal.topic,
        "stage": appeal.stage(),
        "received": appeal.received,
        "registered": appeal.registered,
        "registered_at": appeal.registered_at,
        "registered_by": appeal.registered_by,
        "intake": appeal.intake,
        "visit": appeal.visit,
        "client_sort": appeal.client_sort,
        "client": appeal.client.known(),
        "reply_by": appeal.reply_by(),
        "reply_by_chosen": appeal.reply_wish.is_some(),
        "route": appeal.route,
        "unit": appeal.holder.unit(),
        "executor": appeal.holder.executor(),
        "resolution": appeal.resolution.as_ref().map(|resolution| json!({
            "text": resolution.text.known(), "by": resolution.by, "since": resolution.since,
            "returned": resolution.returned,
        })),
        "due": appeal.due.day,
        "inner_due": appeal.inner_due,
        "overdue_days": appeal.overdue_days(today),
        "norm": appeal.due.norm,
        "explanation": words.due_explained(&appeal.due),
        "term": value(&appeal.due),
        "extension": appeal.extension.as_ref().map(|extension| json!({
            "days": extension.days, "reason": extension.reason.known(), "by": extension.by,
            "before": extension.before,
        })),
        "replies": appeal.replies.iter().map(reply_json).collect::<Vec<_>>(),
        "outcome": appeal.closing.as_ref().map(|closing| closing.outcome),
        "closed_on": appeal.closing.as_ref().map(|closing| closing.on),
        "closed_by": appeal.closing.as_ref().map(|closing| &closing.by),
        "closing_note": appeal.closing.as_ref().and_then(|closing| closing.note.as_ref()?.known()),
        "filed": appeal.filed,
        "earlier": appeal.earlier.iter().map(|round| json!({
            "due": round.due.day, "term": value(&round.due), "outcome": round.closing.outcome, "closed_on": round.closing.on,
        })).collect::<Vec<_>>(),
        "read_only": appeal.needs_newer_program,
    });
    // The parts that say more of themselves than is stored of them come last.
    for part in [value(&appeal.content), details::json(office, appeal)] {
        if let (Value::Object(whole), Value::Object(part)) = (&mut whole, part) {
            whole.extend(part);
        }
    }
    whole
}

fn reply_json(reply: &Reply) -> Value {
    let (kind, days) = match reply.purpose {
        Purpose::Answer => ("reply", None),
        Purpose::Interim { days } => ("interim", Some(days)),
        Purpose::Notice { .. } => ("notice", None),
    };
    let stage = match reply.stage {
        ReplyStage::Draft => "draft",
        ReplyStage::Final(_) => "final",
        ReplyStage::Signed(..) => "signed",
        ReplyStage::Sent(..) => "sent",
    };
    let (frozen, signature, dispatch) = (reply.finalised(), reply.signature(), reply.dispatch());
    json!({
        "id": reply.id,
        "kind": kind,
        "days": days,
        "stage": stage,
        "template": reply.template.as_ref().map(|template| &template.id),
        "heading": reply.heading.known(),
        "addressee": reply.addressee.known(),
        "text": reply.text.known(),
        "answers": reply.answers,
        "annulled_numbers": reply.annulled_numbers.iter().map(OutgoingNumber::text).collect::<Vec<_>>(),
        "remarks": reply.remarks.iter().map(Personal::known).collect::<Vec<_>>(),
        "printed": reply.printed,
        "executor": frozen.map(|frozen| &frozen.executor),
        "executor_details": frozen.and_then(|frozen| frozen.executor_details.known()),
        "signatory": frozen.map(|frozen| &frozen.signatory),
        "signatory_details": frozen.and_then(|frozen| frozen.signatory_details.known()),
        "number": reply.outgoing().map(|(number, _)| number),
        "signed_on": signature.map(|signature| signature.on),
        "signed_by": signature.map(|signature| signature.way),
        "sent_on": dispatch.map(|dispatch| dispatch.on),
        "sent_by": dispatch.map(|dispatch| dispatch.by),
    })
}

/// A part of an appeal as it is stored, its personal values opened. Nothing stored has a form that JSON lacks.
fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).map_or(Value::Null, opened)
}

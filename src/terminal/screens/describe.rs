//! An appeal in words: one line for a list, a summary for the queue, the whole card.

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use uuid::Uuid;

use super::course;
use crate::desk::{Card, Event, HistoryLine};
use crate::say;
use crate::standard::appeal::{Appeal, Holder, Stage};
use crate::standard::client::{ClientSort, Identity};
use crate::standard::fact::AppealEvent;
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;
use crate::standard::post::Letter;
use crate::standard::reply::Reply;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::theme::Look;
use crate::terminal::widgets::Column;
use crate::text;

/// A line of text and how it looks.
pub type Styled = (String, Look);

/// Who else has the appeal before them: a row of its own on top, where there is somebody. Gives what is left.
pub fn draw_others(canvas: &mut Canvas<'_>, area: Rect, appeal: Uuid, cx: &Cx) -> Rect {
    draw_told(canvas, area, others(cx, appeal).as_deref())
}

/// A row on top that tells something, where there is something to tell. Gives what is left.
pub fn draw_told(canvas: &mut Canvas<'_>, area: Rect, told: Option<&str>) -> Rect {
    let Some(line) = told else { return area };
    let height = 1.min(area.height);
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height, ..area };
    canvas.clear(Rect { height, ..area });
    canvas.put_data(row, &text::shown(line), Look::Accent);
    Rect { y: row.bottom(), height: area.height - height, ..area }
}

/// «Сейчас на этой карточке и другие: Петров П. П.»
pub fn others(cx: &Cx, appeal: Uuid) -> Option<String> {
    let people = cx.others_on(appeal);
    (!people.is_empty()).then(|| say!(cx.words, "card-others", who = people.join(", ")))
}

/// The client as a list shows them.
pub fn client_name(cx: &Cx, client: &Personal<String>, sort: ClientSort) -> String {
    cx.words.client_name(client, sort)
}

/// What stands under the queue: what it is about, when it is due and why, what and whose it is.
pub fn summary(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let gist = appeal.content.gist.known();
    let gist = gist.map_or_else(|| say!(cx.words, "value-erased"), |gist| format!("«{gist}»"));
    let mut lines = vec![(gist, Look::Strong)];
    lines.extend(others(cx, appeal.id).map(|line| (line, Look::Accent)));
    let mut state = state(cx, appeal);
    let what = state.pop();
    lines.extend(state);
    lines.extend(course::pending(cx, appeal).into_iter().take(1));
    lines.extend(appeal.replies.last().map(|reply| (reply_line(cx, reply), Look::Plain)));
    lines.extend(what);
    lines
}

/// How an appeal stands.
fn state(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let words = &cx.words;
    let late = appeal.is_overdue(cx.today());
    let mut lines = vec![(words.due_explained(&appeal.due), if late { Look::Overdue } else { Look::Plain })];
    lines.extend(inner_due(cx, appeal).map(|line| (line, Look::Plain)));
    let mut what = format!("{}, {}", words.channel(appeal.channel), words.kind(appeal.kind).to_lowercase());
    if appeal.received != appeal.registered {
        what.push_str(&say!(words, "summary-received", day = words.date(appeal.received)));
    }
    what.push_str(" · ");
    what.push_str(&holder(cx, appeal));
    what.push_str(" · ");
    what.push_str(&say!(words, "summary-reply-by", by = words.reply_by(appeal.reply_by())));
    lines.push((what, Look::Dim));
    lines
}

/// The inner day and how far it is: a day past it is no day past the term.
fn inner_due(cx: &Cx, appeal: &Appeal) -> Option<String> {
    let words = &cx.words;
    let inner = appeal.inner_due?;
    let mut line = say!(words, "summary-inner-due", day = words.date(inner));
    if appeal.closing.is_none() {
        line.push_str(&match (cx.today() - inner).num_days() {
            0 => say!(words, "summary-inner-today"),
            past @ 1.. => say!(words, "summary-inner-past", days = past),
            left => say!(words, "summary-inner-left", days = left.saturating_neg()),
        });
    }
    Some(line)
}

/// Who has it, and since when.
pub fn holder(cx: &Cx, appeal: &Appeal) -> String {
    let words = &cx.words;
    if let Some(closing) = &appeal.closing {
        return say!(
            words,
            "holder-closed",
            outcome = words.outcome(closing.outcome),
            on = words.date(closing.on)
        );
    }
    let since = appeal.resolution.as_ref().map_or_else(String::new, |resolution| {
        say!(words, "holder-since", day = words.date(resolution.since.date_naive()))
    });
    match &appeal.holder {
        Holder::Nobody => say!(words, "holder-nobody"),
        holder => format!("{}{since}", holder_name(cx, holder)),
    }
}

/// Who has it, by name; an external unit is marked.
pub fn holder_name(cx: &Cx, holder: &Holder) -> String {
    let office = cx.desk.office();
    match holder {
        Holder::Nobody => say!(cx.words, "holder-nobody"),
        Holder::Director => say!(cx.words, "holder-director"),
        Holder::Unit(unit) => unit_name(cx, unit),
        Holder::Executor { executor, .. } => office.person_name(executor),
    }
}

/// A unit's name; one that keeps a register of its own is marked.
pub fn unit_name(cx: &Cx, code: &UnitCode) -> String {
    let office = cx.desk.office();
    let title = office.unit_title(code);
    match office.units.get(code).filter(|unit| unit.external) {
        Some(_) => say!(cx.words, "unit-marked-external", unit = title),
        None => title,
    }
}

/// One reply in a line: what it is for and where it stands.
pub fn reply_line(cx: &Cx, reply: &Reply) -> String {
    cx.words.reply_line(reply)
}

/// The whole card.
pub fn card(cx: &Cx, card: &Card) -> Vec<Styled> {
    let words = &cx.words;
    let appeal = &card.appeal;
    let mut lines = standing(cx, appeal);
    let mut section = |title: String, body: Vec<Styled>| {
        if !body.is_empty() {
            lines.push((String::new(), Look::Plain));
            lines.push((title, Look::Accent));
            lines.extend(body);
        }
    };
    section(say!(words, "card-client"), client(cx, appeal));
    section(say!(words, "card-content"), content(cx, appeal));
    section(say!(words, "card-questions"), course::questions(cx, appeal));
    if let Some(resolution) =
        appeal.resolution.as_ref().filter(|resolution| !resolution.text.text().is_empty())
    {
        let by = cx.desk.office().person_name(&resolution.by);
        let title = if resolution.returned {
            say!(words, "card-given-back", by = by)
        } else {
            say!(words, "card-resolution", by = by)
        };
        section(title, vec![plain(resolution.text.text())]);
    }
    section(say!(words, "card-requests"), course::requests(cx, appeal));
    let replies = appeal.replies.iter().flat_map(|reply| {
        let remarks = reply
            .remarks
            .iter()
            .map(|remark| (say!(words, "card-remark", text = remark.text()), Look::Plain));
        let more = course::of_reply(cx, appeal, reply);
        let posting = appeal.postings.get(&Letter::Reply(reply.id));
        let posting = posting.map(|posting| (words.posting(posting), Look::Plain));
        std::iter::once((reply_line(cx, reply), Look::Plain)).chain(posting).chain(more).chain(remarks)
    });
    section(say!(words, "card-replies"), replies.collect());
    if let Some(note) = appeal.closing.as_ref().and_then(|closing| closing.note.as_ref()) {
        section(say!(words, "card-closing"), note.text().lines().map(plain).collect());
    }
    section(say!(words, "card-history"), history(cx, card));
    lines
}

/// Columns that the widest of these numbers takes; wider ones are cut.
pub fn numbers_width<'a>(numbers: impl Iterator<Item = &'a str>) -> u16 {
    const WIDEST: usize = 24;
    let widest = numbers.map(|number| text::shown(number).width()).max().unwrap_or(0);
    u16::try_from(widest.clamp(4, WIDEST)).unwrap_or(0)
}

/// The column of the numbers of appeals.
pub fn number_column<'a>(numbers: impl Iterator<Item = &'a str>, cx: &Cx) -> Column {
    Column::as_wide_as(&say!(cx.words, "column-number"), numbers_width(numbers)).of_data()
}

/// How it stands, under its number; whether in time is said in words too.
fn standing(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let words = &cx.words;
    let mut state = state(cx, appeal);
    state.extend(course::helpers(cx, appeal));
    state.extend(course::pending(cx, appeal));
    state.extend(course::rounds(cx, appeal));
    state.push((say!(words, "card-route", route = words.route(appeal.route)), Look::Dim));
    let how_far = words.term_stands(appeal, cx.today());
    // How far it kept to its term says of a closed one that it is closed.
    let shown = Some(appeal.stage()).filter(|stage| *stage != Stage::Closed || how_far.is_none());
    let shown = shown.map(|stage| words.stands(stage, appeal.awaits_signature_of(), cx.desk.office()));
    let parts = [Some(appeal.number.text.clone()), shown, how_far];
    let late = appeal.is_overdue(cx.today());
    let title = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    state.insert(0, (title, if late { Look::Overdue } else { Look::Accent }));
    state
}

fn plain(line: &str) -> Styled {
    (line.to_owned(), Look::Plain)
}

fn client(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let words = &cx.words;
    let Some(client) = appeal.client.known() else { return vec![(say!(words, "client-erased"), Look::Dim)] };
    let name = match client.full_name() {
        name if name.is_empty() => say!(words, "client-anonymous"),
        name => name,
    };
    let mut lines = vec![(name, Look::Strong)];
    let mut add = |label: String, value: Option<&str>| {
        if let Some(value) = value {
            lines.push((format!("{label}: {value}"), Look::Plain));
        }
    };
    if let Identity::Organisation { inn, contact_person, .. } = &client.identity {
        add(say!(words, "label-inn"), inn.as_deref());
        add(say!(words, "correct-contact-person"), contact_person.as_deref());
    }
    add(say!(words, "label-account"), client.account.as_deref());
    add(say!(words, "label-contract"), client.contract.as_deref());
    add(say!(words, "label-address"), client.address.as_deref());
    add(say!(words, "label-phone"), client.phone.as_deref());
    add(say!(words, "label-email"), client.email.as_deref());
    let representative = client.representative.as_ref().map(|person| person.name.as_str());
    add(say!(words, "label-representative"), representative);
    if let Some(collective) = &client.collective {
        lines.push((say!(words, "client-collective", signers = collective.signers), Look::Plain));
    }
    if appeal.contacts_from_card && client.has_contact() {
        lines.push((say!(words, "card-contacts-from-before"), Look::Dim));
    }
    if !client.has_contact() {
        lines.push((say!(words, "client-no-contacts"), Look::Problem));
    }
    lines
}

fn content(cx: &Cx, appeal: &Appeal) -> Vec<Styled> {
    let words = &cx.words;
    let content = &appeal.content;
    let mut lines = vec![(content.gist.text().to_owned(), Look::Strong)];
    let text = content.text.as_ref().map_or("", Personal::text);
    if text.trim() != content.gist.text().trim() {
        lines.extend(text.lines().map(plain));
    }
    if let Some(topic) = appeal.topic.as_deref().and_then(|code| cx.desk.office().topic(code)) {
        lines.push((say!(words, "card-topic", topic = words.title(&topic.title)), Look::Dim));
    }
    let sender = content.sender_number.as_ref().map_or("", Personal::text);
    let sender = match (sender, content.sender_date.map(|day| words.date(day))) {
        ("", None) => None,
        ("", Some(on)) => Some(say!(words, "card-sender-dated", on = on)),
        (number, None) => Some(say!(words, "card-sender-numbered", number = number)),
        (number, Some(on)) => Some(say!(words, "card-sender", number = number, on = on)),
    };
    lines.extend(sender.map(|line| (line, Look::Dim)));
    lines.extend(words.extent(content).map(|line| (line, Look::Dim)));
    lines.extend(course::brought(cx, appeal));
    if let Some(letter) = &content.covering_letter {
        lines.push((say!(words, "card-covering", body = letter.body.as_str()), Look::Dim));
    }
    lines
}

/// The history, a fact a line; a draft that was saved again is no second draft.
fn history(cx: &Cx, card: &Card) -> Vec<Styled> {
    let (appeal, office) = (&card.appeal, cx.desk.office());
    let mut drafted = BTreeSet::new();
    let what = |line: &HistoryLine| match &line.event {
        Event::Unknown(kind) => say!(cx.words, "event-unknown", kind = kind.as_str()),
        Event::Known(event) => {
            let said = cx.words.event(event, &appeal.replies, office);
            match event.as_ref() {
                AppealEvent::ReplyDrafted(draft) if !drafted.insert(draft.reply) => {
                    say!(cx.words, "event-draft-changed", draft = said)
                }
                _ => said,
            }
        }
    };
    let whats: Vec<_> = card.history.iter().map(what).collect();
    let lines = card.history.iter().zip(whats);
    lines
        .map(|(line, what)| {
            let who = office.person_name(&line.who);
            (format!("{}  {who}: {what}", cx.words.moment(line.at)), Look::Plain)
        })
        .collect()
}

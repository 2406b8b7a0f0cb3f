//! Which fields a form asks now: what is rare waits for a yes, what a topic needs comes with the topic (R15).

use crate::say;
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::form::{Form, YES, loose};
use crate::terminal::widgets::Choice;

/// What each yes unfolds.
const UNFOLDS: [(&str, &[&str]); 5] = [
    ("by_representative", &["representative", "proxy_number", "proxy_date"]),
    ("several_signed", &["signers", "answer_to"]),
    ("forwarded_by", &["covering_body", "covering_number", "covering_date", "covering_due"]),
    ("several_questions", &["questions"]),
    ("from_paper", &["paper_number", "paper_on"]),
];

/// Shows what is to be asked and hides the rest.
pub(super) fn arrange(form: &mut Form, cx: &Cx) {
    for (asked, unfolded) in UNFOLDS {
        let yes = form.typed(asked) == YES;
        for id in unfolded {
            form.show(id, yes);
        }
    }
    let organisation = given(&form.typed("organisation")).is_some();
    form.show("inn", organisation);
    form.show("contract", organisation || given(&form.held("contract")).is_some());
    form.show("late_reason", is_late(form, cx));
    by_topic(form, cx);
    let answered = given(&form.typed("answer")).is_some();
    form.show("agreed", answered);
    form.show("call_back", !answered);
    let questions = questions(form);
    form.show("answers", answered && questions.len() > 1);
    let items = (1..)
        .zip(questions)
        .map(|(place, words): (u16, _)| Choice::new(&place.to_string(), &format!("{place}. {words}")));
    form.offer_choices("answers", items.collect());
    let no_book = form.field("book").is_some_and(|book| book.choices().is_empty());
    form.remark("book", &if no_book { say!(cx.words, "form-no-book-here") } else { String::new() });
}

/// Whether so much time has passed that the Standard asks why (readings: more than one working day).
fn is_late(form: &Form, cx: &Cx) -> bool {
    let today = cx.today();
    let registered = loose::date(&form.typed("paper_on"), today).unwrap_or(today);
    let received = loose::date(&form.typed("received"), today);
    received.is_some_and(|day| cx.desk.office().calendar.working_days_between(day, registered) > 1)
}

/// The check-list and the block of a topic.
fn by_topic(form: &mut Form, cx: &Cx) {
    let office = cx.desk.office();
    let topic = form.typed("topic");
    let topic = given(&topic).filter(|topic| office.topic(topic).is_some());
    let needed = office.needed_documents(topic, form.typed("by_representative") == YES);
    let ticked = form.held("documents");
    let brought = |code: &str| ticked.split(' ').any(|one| one == code);
    let title = |kind: &crate::standard::office::DocumentKind| cx.words.title(&kind.title).to_owned();
    let missing: Vec<_> = needed.iter().filter(|kind| !brought(&kind.code)).map(|kind| title(kind)).collect();
    let said = if missing.is_empty() {
        say!(cx.words, "form-documents-all")
    } else {
        say!(cx.words, "form-documents-missing", list = missing.join(", "))
    };
    let items: Vec<_> = needed.iter().map(|kind| Choice::new(&kind.code, &title(kind))).collect();
    form.show("documents", !items.is_empty());
    form.offer_choices("documents", items);
    form.remark("documents", &said);
    let power = office.asks_of_power(topic);
    for id in ["power_address", "power_time", "power_contract"] {
        form.show(id, power);
    }
}

/// The questions, a line each.
pub(super) fn questions(form: &Form) -> Vec<String> {
    form.typed("questions").lines().filter_map(given).map(str::to_owned).collect()
}

/// What came in by the day of a paper journal can't have come in later.
pub(super) fn received_by_paper(form: &mut Form, cx: &Cx) {
    let today = cx.today();
    let on = loose::date(&form.typed("paper_on"), today);
    let received = loose::date(&form.typed("received"), today);
    // Today's date is the form's own offer; another one was typed and stays.
    if let Some(on) = on.filter(|on| *on < today && received == Some(today)) {
        form.put("received", &loose::strict_date(on));
    }
}

//! The fields of a new appeal, in the order of the paper or of the talk: what a channel needs, who, what, the answer;
//! what is rare stands last and unfolds by a yes (R1, R11, R12, R15, R17, R18).

use super::Sort;
use crate::say;
use crate::standard::appeal::{Channel, Kind as AppealKind};
use crate::standard::office::Role;
use crate::standard::reply::ReplyBy;
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, NO, loose};
use crate::terminal::widgets::Choice;
use crate::text;

/// Who may move an appeal over from a paper journal (readings, *Numbers and dates*).
const KEEPERS_OF_PAPER: &[Role] = &[Role::Head];

fn line(id: &'static str, label: &str, width: u16) -> Field {
    Field::new(id, label, Kind::Line).width(width)
}

fn yes_no(id: &'static str, label: &str, note: &str) -> Field {
    Field::new(id, label, Kind::YesNo).with(NO).note(note)
}

/// The form of what came in.
pub(super) fn form(sort: Sort, cx: &Cx) -> Form {
    let words = &cx.words;
    let mut fields = channel_fields(sort, cx);
    let mut client = client_fields(sort, cx);
    client[0] = client[0].clone().heading(&say!(words, "card-client"));
    fields.append(&mut client);
    fields.append(&mut content_fields(sort, cx));
    fields.append(&mut answer_fields(sort, cx));
    fields.append(&mut rare_fields(sort, cx));
    // What the form remembers of the client's card; never seen, but kept in the draft.
    fields.extend([line("client_id", "", 1).hidden(), line("from_card", "", 1).hidden()]);
    Form::new(fields, &say!(words, "button-register"))
}

/// How it came in and what the paper bears.
fn channel_fields(sort: Sort, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let received = || {
        Field::new("received", &say!(words, "label-received"), Kind::Date)
            .with(&loose::strict_date(cx.today()))
            .note(&say!(words, "note-date"))
            .required()
    };
    match sort {
        Sort::Visit | Sort::Phone => Vec::new(),
        Sort::Email | Sort::Virtual => vec![received()],
        Sort::Book => vec![
            book(cx),
            Field::new("book_entry", &say!(words, "form-book-entry"), Kind::Number)
                .width(5)
                .note(&say!(words, "form-book-entry-note"))
                .required(),
            received().note(&say!(words, "form-book-received-note")),
        ],
        Sort::Letter => {
            let channels =
                sort.channels().iter().map(|one| Choice::new(one.code(), &words.channel(*one))).collect();
            vec![
                received(),
                Field::new("channel", &say!(words, "label-channel"), Kind::Choice(channels))
                    .width(28)
                    .with(Channel::LetterPost.code())
                    .required(),
                line("sender_number", &say!(words, "label-sender-number"), 20),
                Field::new("sender_date", &say!(words, "label-sender-date"), Kind::Date)
                    .note(&say!(words, "note-date")),
            ]
        }
    }
}

/// The open books of the hall (R30); the only one is offered.
fn book(cx: &Cx) -> Field {
    let office = cx.desk.office();
    let hall = cx.desk.actor().map(|person| &person.unit);
    let books: Vec<_> = hall
        .into_iter()
        .flat_map(|hall| office.open_books(hall))
        .map(|book| {
            let since = say!(cx.words, "form-book-since", day = cx.words.date(book.opened));
            Choice::new(&book.number, &format!("№ {} {since}", book.number))
        })
        .collect();
    let only = if let [only] = books.as_slice() { only.code.clone() } else { String::new() };
    let none = books.is_empty();
    let field = Field::new("book", &say!(cx.words, "form-book"), Kind::Choice(books))
        .width(28)
        .note(&say!(cx.words, "form-book-note"))
        .with(&only);
    // Where there is none, the form says what to do, not that the field is empty.
    if none { field } else { field.required() }
}

/// Who: in the order in which a talk or a letter tells it.
fn client_fields(sort: Sort, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let phone =
        Field::new("phone", &say!(words, "label-phone"), Kind::Phone).note(&say!(words, "note-phone"));
    let email = line("email", &say!(words, "label-email"), 32);
    let address = line("address", &say!(words, "label-address"), 56);
    let names = vec![
        line("surname", &say!(words, "field-surname"), 32).note(&say!(words, "form-surname-note")),
        line("given", &say!(words, "label-given"), 24),
        line("patronymic", &say!(words, "label-patronymic"), 24),
        line("organisation", &say!(words, "field-organisation"), 56).note(&say!(words, "note-organisation")),
        line("inn", &say!(words, "form-inn"), 14).note(&say!(words, "form-inn-note")),
        Field::new("account", &say!(words, "label-account"), Kind::Account)
            .note(&say!(words, "form-account-note")),
        line("contract", &say!(words, "form-contract"), 24),
    ];
    let mut fields = Vec::new();
    match sort {
        // A caller's number is on the display before the name is heard; a message bears its sender's address.
        Sort::Phone => {
            fields.push(phone);
            fields.extend(names);
            fields.extend([address, email]);
        }
        Sort::Email | Sort::Virtual => {
            fields.push(email);
            fields.extend(names);
            fields.extend([phone, address]);
        }
        Sort::Visit | Sort::Letter | Sort::Book => {
            fields.extend(names);
            fields.extend([address, phone, email]);
        }
    }
    fields.push(yes_no("anonymous", &say!(words, "label-anonymous"), &say!(words, "form-anonymous-note")));
    fields
}

/// What: kind, topic and what the topic asks for, the words, the sheets.
fn content_fields(sort: Sort, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let kinds = AppealKind::ALL.iter().map(|kind| Choice::new(kind.code(), &words.kind(*kind))).collect();
    let mut fields = vec![
        Field::new("kind", &say!(words, "label-kind"), Kind::Choice(kinds))
            .heading(&say!(words, "card-content"))
            .width(20)
            .with(sort.usual_kind().code())
            .required(),
        topic(cx),
        line("gist", &say!(words, "field-gist"), 56).note(&say!(words, "note-gist")),
        Field::new("text", &say!(words, "field-text"), Kind::Text(4)).note(&say!(words, "note-text")),
        Field::new("documents", &say!(words, "form-documents"), Kind::Checks(Vec::new()))
            .note(&say!(words, "form-documents-note"))
            .hidden(),
    ];
    let count = |id, label: &str| Field::new(id, label, Kind::Number).width(5);
    if sort == Sort::Letter {
        fields.push(count("sheets", &say!(words, "label-sheets")));
    }
    if matches!(sort, Sort::Letter | Sort::Email | Sort::Virtual) {
        fields.push(count("attachments", &say!(words, "label-attachments")));
    }
    // Last in the group: its own heading stands above it.
    fields.extend([
        line("power_address", &say!(words, "form-power-address"), 56)
            .heading(&say!(words, "form-power"))
            .note(&say!(words, "form-power-address-note"))
            .hidden(),
        line("power_time", &say!(words, "form-power-time"), 40)
            .note(&say!(words, "form-power-time-note"))
            .hidden(),
        line("power_contract", &say!(words, "form-contract"), 24).hidden(),
    ]);
    fields
}

/// The answer: on the spot, by a call back, or by the way the client wants.
fn answer_fields(sort: Sort, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let mut fields = Vec::new();
    if matches!(sort, Sort::Visit | Sort::Phone) {
        fields.extend([
            Field::new("answer", &say!(words, "label-answer"), Kind::Text(2))
                .note(&say!(words, "note-answer")),
            Field::new("answers", &say!(words, "form-answers"), Kind::Checks(Vec::new()))
                .note(&say!(words, "form-answers-note"))
                .hidden(),
            yes_no("agreed", &say!(words, "step-agreed"), &say!(words, "note-agreed")).hidden(),
            yes_no("call_back", &say!(words, "form-call-back"), &say!(words, "form-call-back-note")),
        ]);
    }
    let channels = ReplyBy::ALL.iter().map(|by| Choice::new(by.code(), &words.reply_by(*by))).collect();
    fields.push(
        Field::new("reply_by", &say!(words, "label-reply-by"), Kind::Choice(channels))
            .width(28)
            .note(&say!(words, "note-reply-by")),
    );
    if !matches!(sort, Sort::Visit | Sort::Phone) {
        fields.push(
            line("late_reason", &say!(words, "label-late-reason"), 48)
                .note(&say!(words, "note-late-reason"))
                .hidden(),
        );
    }
    fields[0] = fields[0].clone().heading(&say!(words, "field-answer"));
    fields
}

/// What is rare: each unfolds by a yes.
fn rare_fields(sort: Sort, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let date = |id, label: &str| Field::new(id, label, Kind::Date).note(&say!(words, "note-date")).hidden();
    let unfolds = say!(words, "form-unfolds");
    let mut fields = vec![
        yes_no("by_representative", &say!(words, "form-by-representative"), &unfolds)
            .heading(&say!(words, "form-rare")),
        line("representative", &say!(words, "form-representative"), 48).required().hidden(),
        line("proxy_number", &say!(words, "form-proxy-number"), 20).hidden(),
        date("proxy_date", &say!(words, "form-proxy-date")),
        yes_no("several_signed", &say!(words, "form-several-signed"), &unfolds),
        Field::new("signers", &say!(words, "form-signers"), Kind::Number).width(5).required().hidden(),
        line("answer_to", &say!(words, "form-answer-to"), 48)
            .note(&say!(words, "form-answer-to-note"))
            .hidden(),
    ];
    if matches!(sort, Sort::Letter | Sort::Email) {
        fields.extend([
            yes_no("forwarded_by", &say!(words, "form-forwarded-by"), &unfolds),
            line("covering_body", &say!(words, "form-covering-body"), 48).required().hidden(),
            line("covering_number", &say!(words, "form-covering-number"), 20).hidden(),
            date("covering_date", &say!(words, "form-covering-date")),
            date("covering_due", &say!(words, "form-covering-due")),
        ]);
    }
    fields.extend([
        yes_no("several_questions", &say!(words, "form-several-questions"), &unfolds),
        Field::new("questions", &say!(words, "form-questions"), Kind::Text(4))
            .note(&say!(words, "form-questions-note"))
            .hidden(),
    ]);
    let heads =
        cx.desk.actor().is_some_and(|person| cx.desk.office().may(person, KEEPERS_OF_PAPER, cx.today()));
    if heads {
        fields.extend([
            yes_no("from_paper", &say!(words, "form-from-paper"), &say!(words, "form-from-paper-note")),
            line("paper_number", &say!(words, "form-paper-number"), 20).required().hidden(),
            date("paper_on", &say!(words, "form-paper-on")).required(),
        ]);
    }
    fields
}

/// The topic; those this person chose last stand first in its list, and one key takes the newest. None is filled in: a
/// wrong topic nobody looked at gives a wrong term and a wrong road.
fn topic(cx: &Cx) -> Field {
    /// More of a title would not fit in the line below the form.
    const SHOWN: usize = 44;
    let mut rest = topics(cx);
    let mut choices = Vec::with_capacity(rest.len());
    for code in cx.recent_topics() {
        if let Some(at) = rest.iter().position(|topic| topic.code == code) {
            choices.push(rest.remove(at).recent(&say!(cx.words, "form-topic-recent")));
        }
    }
    let note = choices.first().map(|last| text::fit(&last.title, SHOWN));
    choices.append(&mut rest);
    let field = Field::new("topic", &say!(cx.words, "label-topic"), Kind::Choice(choices)).width(48);
    match note {
        Some(last) => field.note(&say!(cx.words, "form-topic-last", topic = last.as_str())),
        None => field,
    }
}

/// Topics, a group's name after each of its own.
pub fn topics(cx: &Cx) -> Vec<Choice> {
    let office = cx.desk.office();
    office
        .topics
        .iter()
        .map(|topic| {
            let own = cx.words.title(&topic.title);
            let group = topic.code.split_once('.').and_then(|(group, _)| office.topic(group));
            let title = group
                .map_or_else(|| own.to_owned(), |group| format!("{own} · {}", cx.words.title(&group.title)));
            Choice::new(&topic.code, &title)
        })
        .collect()
}

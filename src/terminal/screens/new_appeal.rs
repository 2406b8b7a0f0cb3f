//! New: a visit, a letter, a call. One form, whose fields stand in the order of the paper or of the talk.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft};
use crate::say;
use crate::standard::appeal::{Channel, Kind as AppealKind};
use crate::standard::client::{Client, Identity};
use crate::standard::decide::{OnSpot, Registration};
use crate::standard::office::UnitCode;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::reply::ReplyBy;
use crate::standard::term::TermQuestion;
use crate::standard::text::{given, is_email};
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::form::{Field, Form, Kind, NO, YES, loose};
use crate::terminal::keys::Key;
use crate::terminal::layers::{Asked, Cover, Layer, Outcome};
use crate::terminal::widgets::{Choice, PickList, Picked};

/// What came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A client at the window.
    Visit,
    /// A letter, a fax, a message.
    Letter,
    /// A call.
    Phone,
}

impl Sort {
    const ALL: [Self; 3] = [Self::Letter, Self::Visit, Self::Phone];

    /// Its name in drafts.
    const fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Letter => "letter",
            Self::Phone => "phone",
        }
    }

    fn title(self, cx: &Cx) -> String {
        match self {
            Self::Visit => say!(cx.words, "new-visit"),
            Self::Letter => say!(cx.words, "new-letter"),
            Self::Phone => say!(cx.words, "new-phone"),
        }
    }

    /// The channels of which the form asks one.
    const fn channels(self) -> &'static [Channel] {
        match self {
            Self::Visit => &[Channel::InPerson],
            Self::Phone => &[Channel::Phone],
            Self::Letter => &[
                Channel::LetterPost,
                Channel::LetterHand,
                Channel::Email,
                Channel::VirtualReception,
                Channel::Fax,
            ],
        }
    }
}

/// The form of a new appeal.
struct NewAppeal {
    sort: Sort,
    stand: Rc<Asked<Uuid>>,
}

/// Asks what came in.
pub fn choose(stand: &Rc<Asked<Uuid>>, cx: &Cx) -> Outcome<Cx> {
    let choices = Sort::ALL.map(|sort| Choice::new(sort.name(), &sort.title(cx))).to_vec();
    let list = PickList::new(&say!(cx.words, "new-question"), choices, "", "")
        .nothing(&say!(cx.words, "list-nothing"));
    Outcome::Open(Box::new(Chooser { list, stand: Rc::clone(stand) }))
}

/// Opens the form as a draft left it; none where the draft is of another form.
pub fn restore(
    draft: &Draft,
    state: &Map<String, Value>,
    stand: &Rc<Asked<Uuid>>,
    cx: &Cx,
) -> Option<Box<dyn Layer<Cx>>> {
    let sort = Sort::ALL.into_iter().find(|sort| sort.name() == draft.form)?;
    let sheet = NewAppeal { sort, stand: Rc::clone(stand) };
    let form = form(sort, cx);
    Some(Box::new(Sheeted::restored(sheet, form, draft, state)))
}

/// The short list of what can come in.
struct Chooser {
    list: PickList,
    stand: Rc<Asked<Uuid>>,
}

impl Layer<Cx> for Chooser {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: ratatui::layout::Rect, _cx: &Cx) {
        self.list.draw(canvas, area);
    }

    fn title(&self, _cx: &Cx) -> String {
        String::new()
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn cover(&self) -> Cover {
        Cover::Part
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match self.list.key(key) {
            Picked::Open => Outcome::Changed,
            Picked::Left => Outcome::Close,
            Picked::Taken(at) => {
                let code = &self.list.choices()[at].code;
                let sort = Sort::ALL.into_iter().find(|sort| sort.name() == code).unwrap_or(Sort::Letter);
                let sheet = NewAppeal { sort, stand: Rc::clone(&self.stand) };
                let form = form(sort, cx);
                match Sheeted::new(sheet, form, cx) {
                    Ok(sheet) => Outcome::Replace(Box::new(sheet)),
                    Err(error) => Outcome::Say(cx.trouble(&error)),
                }
            }
        }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "new-help")
    }
}

fn form(sort: Sort, cx: &Cx) -> Form {
    let words = &cx.words;
    let line = |id: &'static str, label: String, width: u16| Field::new(id, &label, Kind::Line).width(width);
    let mut fields = Vec::new();
    if sort == Sort::Letter {
        let channels =
            sort.channels().iter().map(|one| Choice::new(one.code(), &words.channel(*one))).collect();
        fields.extend([
            Field::new("received", &say!(words, "label-received"), Kind::Date)
                .with(&loose::strict_date(cx.today()))
                .note(&say!(words, "note-date"))
                .required(),
            Field::new("channel", &say!(words, "label-channel"), Kind::Choice(channels))
                .width(28)
                .with(Channel::LetterPost.code())
                .required(),
            line("sender_number", say!(words, "label-sender-number"), 20),
            Field::new("sender_date", &say!(words, "label-sender-date"), Kind::Date)
                .note(&say!(words, "note-date")),
        ]);
    }
    let mut client = client_fields(sort, cx);
    client[0] = client[0].clone().heading(&say!(words, "card-client"));
    fields.append(&mut client);
    let kinds = AppealKind::ALL.iter().map(|kind| Choice::new(kind.code(), &words.kind(*kind))).collect();
    let usual = if sort == Sort::Letter { AppealKind::Application } else { AppealKind::Enquiry };
    fields.extend([
        Field::new("kind", &say!(words, "label-kind"), Kind::Choice(kinds))
            .heading(&say!(words, "card-content"))
            .width(20)
            .with(usual.code())
            .required(),
        Field::new("topic", &say!(words, "label-topic"), Kind::Choice(topics(cx))).width(48),
        line("gist", say!(words, "field-gist"), 56).note(&say!(words, "note-gist")),
        Field::new("text", &say!(words, "field-text"), Kind::Text(4)).note(&say!(words, "note-text")),
    ]);
    if sort == Sort::Letter {
        fields.extend([
            Field::new("sheets", &say!(words, "label-sheets"), Kind::Number).width(5),
            Field::new("attachments", &say!(words, "label-attachments"), Kind::Number).width(5),
        ]);
    } else {
        fields.extend([
            Field::new("answer", &say!(words, "label-answer"), Kind::Text(2))
                .note(&say!(words, "note-answer")),
            Field::new("agreed", &say!(words, "step-agreed"), Kind::YesNo)
                .with(NO)
                .note(&say!(words, "note-agreed")),
        ]);
    }
    let channels = ReplyBy::ALL.iter().map(|by| Choice::new(by.code(), &words.reply_by(*by))).collect();
    fields.push(
        Field::new("reply_by", &say!(words, "label-reply-by"), Kind::Choice(channels))
            .width(28)
            .note(&say!(words, "note-reply-by")),
    );
    if sort == Sort::Letter {
        fields.push(
            line("late_reason", say!(words, "label-late-reason"), 48).note(&say!(words, "note-late-reason")),
        );
    }
    Form::new(fields, &say!(words, "button-register"))
}

/// Who: in the order in which a talk or a letter tells it.
fn client_fields(sort: Sort, cx: &Cx) -> Vec<Field> {
    let words = &cx.words;
    let line = |id: &'static str, label: String, width: u16| Field::new(id, &label, Kind::Line).width(width);
    let phone =
        Field::new("phone", &say!(words, "label-phone"), Kind::Phone).note(&say!(words, "note-phone"));
    let names = vec![
        line("surname", say!(words, "field-surname"), 32).note(&say!(words, "note-surname")),
        line("given", say!(words, "label-given"), 24),
        line("patronymic", say!(words, "label-patronymic"), 24),
        line("organisation", say!(words, "field-organisation"), 56).note(&say!(words, "note-organisation")),
        line("account", say!(words, "label-account"), 20),
    ];
    let reach = vec![
        line("address", say!(words, "label-address"), 56),
        line("email", say!(words, "label-email"), 32),
    ];
    let anonymous = Field::new("anonymous", &say!(words, "label-anonymous"), Kind::YesNo).with(NO);
    let mut fields = Vec::new();
    match sort {
        // A caller's number is on the display before the name is heard.
        Sort::Phone => {
            fields.push(phone);
            fields.extend(names);
            fields.extend(reach);
        }
        Sort::Visit | Sort::Letter => {
            fields.extend(names);
            let mut reach = reach.into_iter();
            fields.extend(reach.next());
            fields.push(phone);
            fields.extend(reach);
        }
    }
    fields.push(anonymous);
    fields
}

/// Topics, a group's name before each of its own.
fn topics(cx: &Cx) -> Vec<Choice> {
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

impl NewAppeal {
    fn channel(&self, form: &Form) -> Channel {
        form.typed("channel").parse().unwrap_or(self.sort.channels()[0])
    }

    fn client(form: &Form) -> Client {
        let value = |id: &str| given(&form.typed(id)).map(str::to_owned);
        let (surname, organisation) = (value("surname"), value("organisation"));
        let identity = match (organisation, surname) {
            (Some(organisation), surname) => {
                let person = [surname, value("given"), value("patronymic")];
                let person = person.into_iter().flatten().collect::<Vec<_>>().join(" ");
                let contact_person = Some(person).filter(|person| !person.is_empty());
                Identity::Organisation { organisation, inn: None, contact_person }
            }
            (None, None) if form.typed("anonymous") == YES => Identity::Anonymous,
            (None, surname) => Identity::Person {
                surname: surname.unwrap_or_default(),
                given: value("given"),
                patronymic: value("patronymic"),
            },
        };
        Client {
            identity,
            account: value("account"),
            address: value("address"),
            phone: value("phone"),
            email: value("email"),
            ..Client::anonymous()
        }
    }

    fn registration(&self, form: &Form, request: Uuid, cx: &Cx) -> Result<Registration, DeskError> {
        let value = |id: &str| given(&form.typed(id)).map(str::to_owned);
        let today = cx.today();
        let intake: UnitCode =
            cx.desk.actor().map(|person| person.unit.clone()).ok_or(DeskError::NobodyActs)?;
        let visit = match self.sort {
            Sort::Visit => cx.desk.visits_going_on()?.last().map(|visit| visit.id),
            Sort::Letter | Sort::Phone => None,
        };
        let agreed = form.typed("agreed") == YES;
        let kind = form.typed("kind").parse().unwrap_or(AppealKind::Application);
        Ok(Registration {
            topic: value("topic"),
            received: loose::date(&form.typed("received"), today),
            late_reason: value("late_reason"),
            gist: value("gist"),
            text: value("text"),
            sheets: form.typed("sheets").parse().ok(),
            attachments: form.typed("attachments").parse().ok(),
            sender_number: value("sender_number"),
            sender_date: loose::date(&form.typed("sender_date"), today),
            reply_wish: form.typed("reply_by").parse().ok(),
            on_spot: value("answer").map(|gist| OnSpot { gist, agreed, answers: BTreeSet::new() }),
            visit,
            request: Some(request),
            ..Registration::new(self.channel(form), kind, intake, Self::client(form))
        })
    }
}

impl Sheet for NewAppeal {
    fn name(&self) -> Option<String> {
        Some(self.sort.name().to_owned())
    }

    fn title(&self, cx: &Cx) -> String {
        self.sort.title(cx)
    }

    fn label(&self, form: &Form, cx: &Cx) -> String {
        let who = match Self::client(form).short_name() {
            name if name.is_empty() => form.typed("gist"),
            name => name,
        };
        format!("{}: {who}", self.sort.title(cx))
    }

    fn help(&self, field: Option<&'static str>, cx: &Cx) -> String {
        let words = &cx.words;
        match field {
            Some("received" | "sender_date") => say!(words, "help-date"),
            Some("channel") => say!(words, "help-channel"),
            Some("surname" | "given" | "patronymic") => say!(words, "help-name"),
            Some("organisation") => say!(words, "help-organisation"),
            Some("phone" | "address" | "email") => say!(words, "help-contacts"),
            Some("anonymous") => say!(words, "help-anonymous"),
            Some("kind") => say!(words, "help-kind"),
            Some("topic") => say!(words, "help-topic"),
            Some("gist" | "text") => say!(words, "help-gist"),
            Some("answer" | "agreed") => say!(words, "help-answer"),
            Some("reply_by") => say!(words, "help-reply-by"),
            Some("late_reason") => say!(words, "help-late"),
            _ => say!(words, "help-new-appeal"),
        }
    }

    fn check(&self, id: &str, form: &Form, cx: &Cx) -> Option<String> {
        let empty = |id: &str| given(&form.typed(id)).is_none();
        match id {
            "email" if !empty(id) && !is_email(&form.typed(id)) => Some(say!(cx.words, "form-no-email")),
            "received" => loose::date(&form.typed(id), cx.today())
                .filter(|day| *day > cx.today())
                .map(|_| say!(cx.words, "refusal-received-later", today = cx.words.date(cx.today()))),
            _ => None,
        }
    }

    fn lacks(&self, form: &Form, cx: &Cx) -> Option<(&'static str, String)> {
        let named = ["surname", "organisation"].iter().any(|id| given(&form.typed(id)).is_some());
        let nobody = !named && form.typed("anonymous") == NO;
        nobody.then(|| ("surname", say!(cx.words, "form-who")))
    }

    fn notice(&self, form: &Form, cx: &Cx) -> Option<String> {
        let today = cx.today();
        if !form.typed("answer").trim().is_empty() {
            return Some(say!(cx.words, "notice-answered"));
        }
        let touched = !form.typed("gist").trim().is_empty() || !form.typed("text").trim().is_empty();
        if touched && !Self::client(form).has_contact() {
            return Some(say!(cx.words, "notice-no-contacts"));
        }
        let topic = form.typed("topic");
        let question = TermQuestion {
            channel: self.channel(form),
            kind: form.typed("kind").parse().unwrap_or(AppealKind::Application),
            topic: given(&topic),
            received: loose::date(&form.typed("received"), today).unwrap_or(today).min(today),
            registered: today,
        };
        let due = cx.desk.due(&question).into_iter().next()?;
        Some(say!(cx.words, "notice-due", due = cx.words.date(due.day)))
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(match field {
            RefusedField::Reason => "late_reason",
            RefusedField::Client => "surname",
            other => other.code(),
        })
    }

    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::NeedsAgreement => Some("agreed"),
            other => other.field().and_then(|field| self.field_of(field)),
        }
    }

    fn save(
        &mut self,
        form: &Form,
        request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let registration = self.registration(form, request, cx)?;
        let receipt = cx.desk.register_appeal(registration, confirmed)?;
        let appeal = receipt.appeal;
        self.stand.give(appeal.id);
        let number = appeal.number.text.as_str();
        Ok(Outcome::CloseSaying(if appeal.closing.is_some() {
            say!(cx.words, "done-registered-answered", number = number)
        } else {
            say!(cx.words, "done-registered", number = number, due = cx.words.date(appeal.due.day))
        }))
    }
}

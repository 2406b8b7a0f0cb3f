//! New: a letter, a visit, a call, a message, an entry of the book. One form, whose fields stand in the order of the
//! paper or of the talk.

mod clients;
mod entry;
mod fields;
mod unfold;

pub use clients::state as state_of_line;
pub use fields::topics;

use std::rc::Rc;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::describe::Styled;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft};
use crate::say;
use crate::standard::appeal::{Appeal, Channel, Kind as AppealKind};
use crate::standard::decide::Registration;
use crate::standard::names::{self, is_inn};
use crate::standard::office::FullName;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::reply::ReplyBy;
use crate::standard::term::{TermQuestion, TermUnit};
use crate::standard::text::{email_fault, given};
use crate::terminal::app::Cx;
use crate::terminal::ask::Picking;
use crate::terminal::command::Command;
use crate::terminal::form::{Form, YES, loose};
use crate::terminal::forms::FormName;
use crate::terminal::keys::Key;
use crate::terminal::layers::{Asked, Layer, Outcome};
use crate::terminal::widgets::{Choice, PickList};
use clients::Clients;

/// What the list of what can come in calls a consultation, which is no appeal (R23).
const CONSULTATION: &str = "consultation";

/// What one letter of a pile has in common with the next.
const REPEATS: [&str; 5] = ["channel", "received", "kind", "topic", "book"];

/// What came in (R1, R11, R12, R18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A client at the window.
    Visit,
    /// A letter by post or by hand, or a fax.
    Letter,
    /// A call.
    Phone,
    /// A message, typed by hand.
    Email,
    /// What the site's virtual reception took.
    Virtual,
    /// An entry in the hall's feedback book (R30).
    Book,
}

impl Sort {
    const ALL: [Self; 6] = [Self::Letter, Self::Visit, Self::Phone, Self::Email, Self::Virtual, Self::Book];

    /// Its name in drafts.
    const fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Letter => "letter",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Virtual => "virtual",
            Self::Book => "book",
        }
    }

    fn title(self, cx: &Cx) -> String {
        match self {
            Self::Visit => say!(cx.words, "new-visit"),
            Self::Letter => say!(cx.words, "new-letter"),
            Self::Phone => say!(cx.words, "new-phone"),
            Self::Email => say!(cx.words, "form-email"),
            Self::Virtual => say!(cx.words, "form-virtual"),
            Self::Book => say!(cx.words, "form-book-entry-title"),
        }
    }

    /// The channels of which the form asks one.
    const fn channels(self) -> &'static [Channel] {
        match self {
            Self::Visit => &[Channel::InPerson],
            Self::Phone => &[Channel::Phone],
            Self::Letter => &[Channel::LetterPost, Channel::LetterHand, Channel::Fax],
            Self::Email => &[Channel::Email],
            Self::Virtual => &[Channel::VirtualReception],
            Self::Book => &[Channel::FeedbackBook],
        }
    }

    /// The kind that comes this way most often.
    const fn usual_kind(self) -> AppealKind {
        match self {
            Self::Visit | Self::Phone => AppealKind::Enquiry,
            Self::Letter | Self::Email | Self::Virtual => AppealKind::Application,
            Self::Book => AppealKind::Review,
        }
    }
}

/// The form of a new appeal.
struct NewAppeal {
    sort: Sort,
    stand: Rc<Asked<Uuid>>,
    clients: Clients,
}

/// Asks what came in.
pub fn choose(stand: &Rc<Asked<Uuid>>, cx: &mut Cx) -> Outcome<Cx> {
    let drafts = cx.drafts();
    let mut choices = Vec::from(Sort::ALL.map(|sort| {
        let choice = Choice::new(sort.name(), &sort.title(cx));
        let begun = drafts.iter().any(|draft| draft.form == sort.name());
        // What was begun is never filled in silently, and is not forgotten either.
        if begun { choice.recent(&say!(cx.words, "new-begun")) } else { choice }
    }));
    choices.push(Choice::new(CONSULTATION, &say!(cx.words, "form-consultation")));
    let list = PickList::new(&say!(cx.words, "new-question"), choices, "", "")
        .nothing(&say!(cx.words, "list-nothing"));
    let stand = Rc::clone(stand);
    let begin = move |list: &PickList, at: usize, _: Key, cx: &mut Cx| {
        let code = &list.choices()[at].code;
        let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.name() == code) else {
            return Outcome::CloseFor(Command::Consult);
        };
        let (sheet, form) = NewAppeal::begun(sort, None, &stand, cx);
        match Sheeted::new(sheet, form, cx) {
            Ok(sheet) => Outcome::Replace(Box::new(sheet)),
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    };
    Outcome::Open(Box::new(Picking::new(list, say!(cx.words, "new-help"), begin)))
}

/// Begins an appeal like this one: of the same client, about the same.
///
/// # Errors
/// When the operating system has no random bytes for its id.
pub fn like(appeal: &Appeal, stand: &Rc<Asked<Uuid>>, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    let (sheet, form) = NewAppeal::like(appeal, stand, cx);
    Ok(Outcome::Open(Box::new(Sheeted::new(sheet, form, cx)?)))
}

/// Opens the form as a draft left it; none where the draft is of another form.
pub fn restore(
    draft: &Draft,
    state: &Map<String, Value>,
    stand: &Rc<Asked<Uuid>>,
    cx: &Cx,
) -> Option<Box<dyn Layer<Cx>>> {
    let sort = Sort::ALL.into_iter().find(|sort| sort.name() == draft.form)?;
    let (sheet, form) = NewAppeal::begun(sort, Some(state), stand, cx);
    Some(Box::new(Sheeted::restored(sheet, form, draft, state)))
}

impl NewAppeal {
    /// A form for the client of an appeal and its matter: only what is new is typed.
    fn like(appeal: &Appeal, stand: &Rc<Asked<Uuid>>, cx: &Cx) -> (Self, Form) {
        let sort = Sort::ALL.into_iter().find(|sort| sort.channels().contains(&appeal.channel));
        let (mut sheet, mut form) = Self::begun(sort.unwrap_or(Sort::Letter), None, stand, cx);
        sheet.clients.fill_with(appeal.client_id, &mut form, cx);
        for (id, value) in [
            ("channel", appeal.channel.code()),
            ("kind", appeal.kind.code()),
            ("topic", appeal.topic.as_deref().unwrap_or_default()),
            ("gist", appeal.content.gist.text()),
        ] {
            form.put(id, value);
        }
        unfold::arrange(&mut form, cx);
        sheet.clients.mark(&mut form, cx);
        form.focus_on("gist");
        (sheet, form)
    }

    /// An empty form, or one to be restored from a draft's state.
    fn begun(
        sort: Sort,
        state: Option<&Map<String, Value>>,
        stand: &Rc<Asked<Uuid>>,
        cx: &Cx,
    ) -> (Self, Form) {
        let mut form = fields::form(sort, cx);
        if let Some(state) = state {
            form.restore(state);
        }
        let sheet = Self { sort, stand: Rc::clone(stand), clients: Clients::remembered(&form, cx) };
        unfold::arrange(&mut form, cx);
        sheet.clients.mark(&mut form, cx);
        if state.is_none() && sort == Sort::Book && !form.typed("book").is_empty() {
            // The hall's one open book is filled in: what is to be typed is the entry.
            propose_entry(&mut form, cx);
            form.focus_on("book_entry");
        }
        (sheet, form)
    }

    fn channel(&self, form: &Form) -> Channel {
        form.typed("channel").parse().unwrap_or(self.sort.channels()[0])
    }

    /// The due date the appeal will have, in words, with the norm that gives it (R5).
    fn due(&self, form: &Form, cx: &Cx) -> Option<String> {
        let (today, words) = (cx.today(), &cx.words);
        let topic = form.typed("topic");
        let registered = loose::date(&form.typed("paper_on"), today).unwrap_or(today).min(today);
        let question = TermQuestion {
            channel: self.channel(form),
            kind: form.typed("kind").parse().unwrap_or(AppealKind::Application),
            topic: given(&topic),
            received: loose::date(&form.typed("received"), today).unwrap_or(registered).min(registered),
            registered,
        };
        let norms = cx.desk.due(&question);
        let due = norms.first()?;
        let inner = loose::date(&form.typed("covering_due"), today).filter(|inner| *inner < due.day);
        if let Some(inner) = inner {
            return Some(say!(
                words,
                "form-due-authority",
                inner = words.date(inner),
                due = words.date(due.day)
            ));
        }
        let count = match due.unit {
            TermUnit::WorkingDays => say!(words, "due-working-days", n = due.n),
            _ => say!(words, "due-calendar-days", n = due.n),
        };
        let day = words.date(due.day);
        let said = if due.provisional {
            say!(words, "form-due-provisional", due = day, count = count)
        } else {
            say!(words, "form-due", due = day, count = count)
        };
        // Where several norms apply, the one that won is named.
        let named = norms.len() > 1;
        Some(if named { format!("{said} · {}", words.title(&due.title)) } else { said })
    }
}

/// Offers the entry that comes next in the chosen book; a register that can't be read is said by saving.
fn propose_entry(form: &mut Form, cx: &Cx) {
    let book = form.typed("book");
    if let Some(next) = given(&book).and_then(|book| cx.desk.next_entry(book).ok()) {
        form.put("book_entry", &next.to_string());
    }
}

/// The fields of a name.
const NAMES: [&str; 3] = ["surname", "given", "patronymic"];

/// A name as letters write it: capitals are put right, and three names typed in one line go each to its own field.
fn write_names(left: &str, form: &mut Form) {
    let alone = NAMES[1..].iter().all(|id| form.typed(id).is_empty());
    let in_one = names::in_one_line(&form.typed("surname")).filter(|_| left == "surname" && alone);
    if let Some(FullName { surname, given, patronymic }) = in_one {
        for (id, part) in NAMES.into_iter().zip([surname, given, patronymic.unwrap_or_default()]) {
            form.put(id, &names::written(&part));
        }
        return;
    }
    let typed = form.typed(left);
    let written = names::written(&typed);
    if written != typed {
        form.put(left, &written);
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
        let who = match entry::client(form, cx).short_name() {
            name if name.is_empty() => form.typed("gist"),
            name => name,
        };
        let title = self.sort.title(cx);
        if who.is_empty() { title } else { format!("{title}: {who}") }
    }

    fn form(&self) -> FormName {
        FormName::NewAppeal
    }

    fn check(&self, id: &str, form: &Form, cx: &Cx) -> Option<String> {
        match id {
            "inn" => given(&form.typed(id)).filter(|inn| !is_inn(inn)).map(|_| say!(cx.words, "form-no-inn")),
            "email" => given(&form.typed(id)).and_then(email_fault).map(|fault| cx.words.email_fault(fault)),
            "book"
                if self.sort == Sort::Book
                    && form.field(id).is_some_and(|book| book.choices().is_empty()) =>
            {
                Some(say!(cx.words, "form-no-book"))
            }
            "received" => loose::date(&form.typed(id), cx.today())
                .filter(|day| *day > cx.today())
                .map(|_| say!(cx.words, "refusal-received-later", today = cx.words.date(cx.today()))),
            "sender_date" | "covering_date" => {
                let day = |id| loose::date(&form.typed(id), cx.today());
                let received = day("received").unwrap_or(cx.today());
                let later = day(id).is_some_and(|day| day > received);
                later.then(|| say!(cx.words, "refusal-written-later", received = cx.words.date(received)))
            }
            "proxy_date" => loose::date(&form.typed(id), cx.today())
                .filter(|day| *day > cx.today())
                .map(|_| say!(cx.words, "refusal-in-future", today = cx.words.date(cx.today()))),
            _ => None,
        }
    }

    fn lacks(&self, form: &Form, cx: &Cx) -> Option<(&'static str, String)> {
        let named = ["surname", "organisation"].iter().any(|id| given(&form.typed(id)).is_some());
        match (named, form.typed("anonymous") == YES) {
            (false, false) => Some(("surname", say!(cx.words, "form-who"))),
            // One of the two was a slip, and which of them nobody can guess.
            (true, true) => Some(("anonymous", say!(cx.words, "form-named-anonymous"))),
            _ => None,
        }
    }

    fn notice(&self, form: &Form, cx: &Cx) -> Option<String> {
        if !form.typed("answer").trim().is_empty() {
            return Some(say!(cx.words, "notice-answered"));
        }
        let touched = !form.typed("gist").trim().is_empty() || !form.typed("text").trim().is_empty();
        if touched && !entry::client(form, cx).has_contact() {
            // R8 is about what is written; whoever spoke can still be answered where they stand.
            return Some(if self.channel(form).is_written() {
                say!(cx.words, "notice-no-contacts")
            } else {
                say!(cx.words, "form-no-contacts-oral")
            });
        }
        self.due(form, cx)
    }

    fn settled(&mut self, form: &mut Form, cx: &Cx) {
        unfold::arrange(form, cx);
        self.clients.mark(form, cx);
    }

    fn left(&mut self, field: &'static str, form: &mut Form, cx: &Cx) {
        if field == "book" && given(&form.typed("book_entry")).is_none() {
            propose_entry(form, cx);
        }
        if NAMES.contains(&field) {
            write_names(field, form);
        }
        if field == "paper_on" {
            unfold::received_by_paper(form, cx);
        }
        self.clients.left(field, form, cx);
    }

    fn is_typed(&mut self, field: &'static str, form: &Form, cx: &Cx) {
        self.clients.is_typed(field, form, cx);
    }

    fn looks_up(&self, field: &str) -> bool {
        clients::BY.contains(&field) || ["given", "patronymic", "address", "inn", "contract"].contains(&field)
    }

    fn look_up(&mut self, field: &'static str, form: &mut Form, cx: &mut Cx) -> Outcome<Cx> {
        self.clients.look_up(field, form, cx)
    }

    fn returned(&mut self, form: &mut Form, cx: &mut Cx) -> bool {
        self.clients.returned(form, cx)
    }

    fn beside(&self, cx: &Cx) -> Vec<Styled> {
        self.clients.lines(cx)
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
            Refusal::EntryTaken { .. } if self.sort != Sort::Book => Some("paper_number"),
            Refusal::NeedsAgreement => Some("agreed"),
            Refusal::QuestionsLeft(_) => Some("answers"),
            Refusal::UnknownBook(_) => Some("book"),
            Refusal::EntryTaken { .. } => Some("book_entry"),
            Refusal::NoContactFor { by: ReplyBy::Phone, .. } => Some("phone"),
            Refusal::NoContactFor { by: ReplyBy::Email, .. } => Some("email"),
            Refusal::NoContactFor { by: ReplyBy::Post, .. } => Some("address"),
            other => other.field().and_then(|field| self.field_of(field)),
        }
    }

    fn next(&self, form: &Form, cx: &Cx) -> Option<(Self, Form)> {
        let (sheet, mut next) = Self::begun(self.sort, None, &self.stand, cx);
        for id in REPEATS {
            if form.is_shown(id) {
                next.put(id, &form.typed(id));
            }
        }
        unfold::arrange(&mut next, cx);
        Some((sheet, next))
    }

    fn save(
        &mut self,
        form: &Form,
        request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let registration = Registration {
            client_id: self.clients.id(),
            contacts_from_card: self.clients.give_contacts(form),
            request: Some(request),
            ..entry::registration(self.sort, self.channel(form), form, cx)?
        };
        let receipt = cx.desk.register_appeal(registration, confirmed)?;
        let appeal = receipt.appeal;
        self.stand.give(appeal.id);
        if let Some(topic) = &appeal.topic {
            cx.remember_topic(topic);
        }
        let number = appeal.number.text.as_str();
        let unreachable = appeal.client.known().is_some_and(|client| !client.has_contact());
        Ok(Outcome::CloseSaying(if appeal.closing.is_some() {
            say!(cx.words, "done-registered-answered", number = number)
        } else if appeal.channel.is_written() && unreachable {
            say!(cx.words, "done-registered-unreachable", number = number)
        } else {
            say!(cx.words, "done-registered", number = number, due = cx.words.date(appeal.due.day))
        }))
    }
}

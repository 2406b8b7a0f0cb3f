//! Writing a reply: the template fills the whole text, the executor writes in its open places and changes what is to be
//! changed; F3 shows the page, F2 makes it final.

mod letter;

use std::cell::Cell;
use std::collections::BTreeSet;

use serde_json::{Map, Value};
use uuid::Uuid;

use self::letter::Replaced;
use super::acts;
use super::drafts;
use super::paper;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft as KeptDraft, Seen};
use crate::letters::frame::Frame;
use crate::letters::template::Library;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::office::{Login, StaffMember};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::reply::{NoticeOf, Purpose, Reply, ReplyId, ReplyStage};
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, YES};
use crate::terminal::forms::FormName;
use crate::terminal::layers::{Answer, Layer, Outcome};
use crate::terminal::widgets::Choice;

/// What its drafts are called.
pub const NAME: &str = "reply";
/// The rows of the text where the screen has no more.
const LETTER_ROWS: u16 = 6;
/// The choice of no template.
const PLAIN: &str = "-";
const TEMPLATE: &str = "template";
const DAYS: &str = "days";
const LETTER: &str = "letter";
/// The template's own words as it was filled: never seen, kept with the draft.
const FRAME: &str = "frame";
/// The executor's own words in a draft of an earlier program, which kept nothing else of the text.
const SUBSTANCE_ONLY: &str = "text";
/// The place of the text among the fields.
const LETTER_AT: usize = 4;

/// The reply form of one appeal.
struct ReplySheet {
    appeal: Box<Appeal>,
    library: Library,
    /// The template whose letter stands in the form, and the days it proposes.
    template: String,
    days: String,
    /// The addressee and the heading it gave: changed by hand, they stay.
    head: (String, String),
    /// The texts in whose place others were put, the last one last.
    replaced: Vec<Replaced>,
    /// The template that was chosen and waits for an answer, and the answer.
    wanted: Option<String>,
    asking: Option<Answer<bool>>,
    /// The template and the purpose of the draft that the form opened with.
    begun: Option<(String, Purpose)>,
    /// An executor is being named upon this form.
    assigning: Cell<bool>,
    /// What is wrong with the office's own templates.
    broken: Option<String>,
}

/// Opens the reply form, with the draft that was begun.
pub fn open(appeal: &Appeal, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    // A draft of a letter that is no longer owed stays where it is: another takes its place (R7).
    let fits = |reply: &&Reply| !reply.purpose.closes() || reply.purpose == appeal.closing_purpose();
    let begun = appeal.replies.iter().rev().filter(fits).find(|reply| reply.stage == ReplyStage::Draft);
    if begun.is_none() && is_under_way(appeal) {
        return Err(Refusal::ReplyUnderWay.into());
    }
    if let Some(left) = drafts::resume(NAME, appeal, cx)? {
        return Ok(Outcome::Open(left));
    }
    let mut sheet = ReplySheet::new(appeal, cx);
    let mut form = sheet.form(begun, cx);
    match begun {
        Some(reply) => sheet.resume(&mut form, reply, cx),
        None => sheet.begin(&mut form, "", cx),
    }
    sheet.to_write(&mut form, cx);
    form.focus_on(LETTER);
    // Where templates were made for the topic, which of them it is comes first of all.
    if let (None, Some(first)) = (begun, sheet.fitting_template()) {
        form.offer_list(TEMPLATE, &first.front.id, &say!(cx.words, "list-nothing"));
    }
    Ok(acts::open(Sheeted::new(sheet, form, cx)?))
}

/// Whether the letter that closes the appeal is final already and has not left.
pub fn is_under_way(appeal: &Appeal) -> bool {
    appeal.replies.iter().any(|reply| {
        reply.purpose.is_like(appeal.closing_purpose())
            && matches!(reply.stage, ReplyStage::Final(_) | ReplyStage::Signed(..))
    })
}

/// Opens the reply form as a draft left it.
pub fn restore(
    appeal: &Appeal,
    draft: &KeptDraft,
    state: &Map<String, Value>,
    cx: &Cx,
) -> Box<dyn Layer<Cx>> {
    let mut sheet = ReplySheet::new(appeal, cx);
    let mut form = sheet.form(None, cx);
    form.restore(state);
    let word = |id: &str| state.get(id).and_then(Value::as_str).unwrap_or_default().to_owned();
    if state.contains_key(LETTER) {
        (sheet.template, sheet.days) = (word(TEMPLATE), word(DAYS));
        sheet.arrange(&mut form);
        sheet.remember_head(&form, cx);
    } else {
        sheet.begin(&mut form, &word(SUBSTANCE_ONLY), cx);
    }
    sheet.to_write(&mut form, cx);
    form.focus_on(LETTER);
    Box::new(Sheeted::reopened(sheet, form, draft))
}

impl ReplySheet {
    fn new(appeal: &Appeal, cx: &Cx) -> Self {
        let (library, broken) = Library::load(Some(&cx.paths.own_letters()));
        let broken = broken.first().map(|first| {
            let (count, first) = (broken.len(), first.words(&cx.words));
            say!(cx.words, "reply-template-broken", count = count, first = first)
        });
        Self {
            appeal: Box::new(appeal.clone()),
            library,
            template: String::new(),
            days: String::new(),
            head: (String::new(), String::new()),
            replaced: Vec::new(),
            wanted: None,
            asking: None,
            begun: None,
            assigning: Cell::new(false),
            broken,
        }
    }

    /// Goes on with a draft of the register: its whole text, and the words of the template it was begun from.
    fn resume(&mut self, form: &mut Form, begun: &Reply, cx: &Cx) {
        let (frame, text) = Frame::of(begun, &cx.letter_words());
        form.restore(&Map::from_iter([
            (LETTER.to_owned(), Value::String(text)),
            (FRAME.to_owned(), Value::String(frame.unwrap_or_default())),
        ]));
        (self.template, self.days) = (form.typed(TEMPLATE), form.held(DAYS));
        self.begun = Some((self.template.clone(), begun.purpose));
        self.arrange(form);
        self.remember_head(form, cx);
    }

    /// What the template gave for the addressee and the heading, so that what nobody changed can follow another one.
    fn remember_head(&mut self, form: &Form, cx: &Cx) {
        if let Ok(offered) = self.offered(&self.template, self.purpose(form), "", cx) {
            self.head = offered.head;
        }
    }

    fn form(&self, begun: Option<&Reply>, cx: &Cx) -> Form {
        let words = &cx.words;
        let office = cx.desk.office();
        let today = cx.today();
        let mut signatories: Vec<_> = office
            .staff
            .values()
            .filter(|person| person.retired.is_none())
            .filter(|person| office.may_sign(person, today))
            .map(|person| {
                let name = person.short_name();
                // Whoever still has no position is listed by the name alone.
                let parts =
                    [name.as_str(), person.position.trim()].into_iter().filter(|part| !part.is_empty());
                Choice::new(&person.login.0, &parts.collect::<Vec<_>>().join(", "))
            })
            .collect();
        signatories.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
        let signatory = self.usual_signatory(cx).map_or_else(String::new, |login| login.0);
        let template = match begun {
            Some(reply) => reply.template.as_ref().map_or(PLAIN, |used| used.id.as_str()),
            None => self.usual_template().map_or(PLAIN, |usual| usual.front.id.as_str()),
        };
        let days = match begun.map(|reply| reply.purpose) {
            Some(Purpose::Interim { days }) => days.to_string(),
            _ => String::new(),
        };
        let text = |value: Option<&Personal<String>>| value.map_or("", Personal::text).to_owned();
        let mut fields = vec![
            Field::new(TEMPLATE, &say!(words, "reply-template"), Kind::Choice(self.templates(cx)))
                .width(60)
                .with(template)
                .required(),
            Field::new(DAYS, &say!(words, "step-days"), Kind::Number)
                .width(4)
                .with(&days)
                .note(&say!(words, "reply-days-note"))
                .hidden(),
            Field::new("addressee", &say!(words, "field-addressee"), Kind::Text(2))
                .with(&text(begun.map(|reply| &reply.addressee)))
                .note(&say!(words, "reply-addressee-note"))
                .required(),
            Field::new("heading", &say!(words, "field-heading"), Kind::Line)
                .width(56)
                .with(&text(begun.map(|reply| &reply.heading))),
            Field::new(LETTER, &say!(words, "reply-text"), Kind::Text(LETTER_ROWS))
                .width(76)
                .grows()
                .note(&say!(words, "reply-text-note"))
                .required(),
            Field::new("signatory", &say!(words, "reply-signatory"), Kind::Choice(signatories))
                .width(48)
                .with(&signatory)
                .note(&say!(words, "reply-signatory-note")),
            Field::new("final", &say!(words, "reply-final"), Kind::YesNo)
                .with(YES)
                .note(&say!(words, "reply-final-note")),
            Field::new(FRAME, "", Kind::Text(1)).hidden(),
        ];
        let is_answer = notice_owed(&self.appeal).is_none();
        if let Some(field) = self.questions(begun, cx).filter(|_| is_answer) {
            fields.insert(LETTER_AT + 1, field);
        }
        Form::new(fields, &say!(words, "button-reply"))
    }

    /// The days of an extension are asked where the letter proposes one.
    fn arrange(&self, form: &mut Form) {
        let proposes = matches!(self.purpose(form), Purpose::Interim { .. });
        form.show(DAYS, proposes);
    }

    /// Who would sign: a signatory of the unit that answers, whoever is at the desk before the others; else whoever is at
    /// the desk, where they may; nobody is guessed beyond that (R6).
    fn usual_signatory(&self, cx: &Cx) -> Option<Login> {
        let (office, today) = (cx.desk.office(), cx.today());
        let unit = self.appeal.holder.unit().unwrap_or(&self.appeal.intake);
        let may = |person: &&StaffMember| person.retired.is_none() && office.may_sign(person, today);
        let here = cx.desk.actor().filter(may);
        let mut of_unit = office.staff.values().filter(may).filter(|person| person.unit == *unit);
        let usual = here.filter(|person| person.unit == *unit).or_else(|| of_unit.next()).or(here);
        usual.map(|person| person.login.clone())
    }

    /// Which of several questions the reply answers: whoever wrote it marks them, nothing is marked for them.
    fn questions(&self, begun: Option<&Reply>, cx: &Cx) -> Option<Field> {
        let questions = &self.appeal.content.questions;
        if questions.len() < 2 {
            return None;
        }
        let choices: Vec<_> = (1u16..)
            .zip(questions)
            .map(|(place, question)| {
                Choice::new(&place.to_string(), &format!("{place}. {}", question.text()))
            })
            .collect();
        let marked = match begun.filter(|reply| reply.purpose == Purpose::Answer) {
            Some(reply) => reply.answers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            None => String::new(),
        };
        let field = Field::new("questions", &say!(cx.words, "reply-questions"), Kind::Several(choices));
        Some(field.width(56).with(&marked).note(&say!(cx.words, "reply-questions-note")))
    }

    /// The places of the questions that the form marks; a lone question is answered by any answer.
    fn answers(&self, form: &Form) -> BTreeSet<u16> {
        if self.purpose(form) != Purpose::Answer {
            return BTreeSet::new();
        }
        match self.appeal.content.questions.len() {
            0 => BTreeSet::new(),
            1 => BTreeSet::from([1]),
            _ => form.typed("questions").split_whitespace().filter_map(|place| place.parse().ok()).collect(),
        }
    }
}

impl Sheet for ReplySheet {
    fn name(&self) -> Option<String> {
        Some(drafts::name(NAME, self.appeal.id))
    }

    fn title(&self, cx: &Cx) -> String {
        let number = self.appeal.number.text.as_str();
        match notice_owed(&self.appeal) {
            Some(_) => say!(cx.words, "reply-notice-title", number = number),
            None => say!(cx.words, "reply-title", number = number),
        }
    }

    fn form(&self) -> FormName {
        if notice_owed(&self.appeal).is_some() { FormName::Notice } else { FormName::Reply }
    }

    fn settled(&mut self, form: &mut Form, cx: &Cx) {
        self.follow(form, cx);
    }

    fn asks(&mut self, form: &Form, cx: &Cx) -> Option<Outcome<Cx>> {
        self.ask_to_replace(form, cx)
    }

    fn returned(&mut self, form: &mut Form, cx: &mut Cx) -> bool {
        if self.assigning.take() {
            // Whoever is at the desk changed it themselves.
            self.look_again(form, cx);
        }
        self.answered(form, cx)
    }

    fn has_places(&self) -> bool {
        true
    }

    fn next_place(&mut self, form: &mut Form, cx: &Cx) -> Outcome<Cx> {
        let from = if form.focused() == Some(LETTER) { form.cursor(LETTER).unwrap_or(0) } else { 0 };
        if Self::to_open_place(form, from) {
            Outcome::Changed
        } else {
            Outcome::Say(say!(cx.words, "reply-no-open-places"))
        }
    }

    fn lacks(&self, form: &Form, cx: &Cx) -> Option<(&'static str, String)> {
        if form.typed("final") != YES {
            return None;
        }
        if let Some(said) = self.hides_the_days(form, cx) {
            return Some((LETTER, said));
        }
        form.typed("signatory").is_empty().then(|| ("signatory", say!(cx.words, "reply-who-signs")))
    }

    fn notice(&self, _form: &Form, cx: &Cx) -> Option<String> {
        if self.broken.is_some() {
            return self.broken.clone();
        }
        let words = &cx.words;
        let gist = self.appeal.content.gist.text();
        let due = words.date(self.appeal.due.day);
        Some(match notice_owed(&self.appeal) {
            Some(about) => {
                say!(words, "reply-notice-due", notice = words.notice(about), gist = gist, due = due)
            }
            None => say!(words, "reply-about", gist = gist, due = due),
        })
    }

    fn previews(&self) -> bool {
        true
    }

    fn preview(&mut self, form: &Form, cx: &mut Cx) -> Outcome<Cx> {
        let draft = self.draft(form);
        let reply = Reply {
            id: ReplyId(0),
            purpose: draft.purpose,
            template: draft.template,
            heading: draft.heading.into(),
            addressee: draft.addressee.into(),
            text: draft.text.into(),
            answers: draft.answers,
            annulled_numbers: Vec::new(),
            remarks: Vec::new(),
            printed: 0,
            papers: Vec::new(),
            stage: ReplyStage::Draft,
        };
        paper::show_reply(&self.appeal, &reply, cx)
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(if field == RefusedField::Text { LETTER } else { field.code() })
    }

    fn remedy(&self, refusal: &Refusal, form: &mut Form, cx: &mut Cx) -> Option<Outcome<Cx>> {
        let found = match refusal {
            Refusal::Unfilled(_) => Self::to_open_place(form, 0),
            Refusal::NoSubstance | Refusal::NoCitation { .. } => {
                self.to_write(form, cx);
                form.focus_on(LETTER)
            }
            Refusal::QuestionsLeft(_) => form.focus_on("questions"),
            _ => false,
        };
        if found {
            let why = cx.words.refusal(refusal, Some(cx.desk.office()));
            return Some(Outcome::Say(say!(cx.words, "reply-kept-not-final", why = why)));
        }
        if *refusal == Refusal::NoExecutor {
            self.assigning.set(true);
            return super::route::for_a_letter(&self.appeal, cx).ok();
        }
        super::staff::complete(refusal, cx)
    }

    fn seen(&self) -> Option<Seen> {
        Some((&*self.appeal).into())
    }

    fn look_again(&mut self, form: &mut Form, cx: &mut Cx) {
        if let Ok(card) = cx.desk.card(self.appeal.id) {
            *self.appeal = card.appeal;
        }
        // A corrected name or address is the letter's too, unless somebody wrote another.
        if let Ok(offered) = self.offered(&self.template, self.purpose(form), "", cx) {
            self.offer_head(form, offered.head);
        }
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let draft = self.draft(form);
        let purpose = draft.purpose;
        let is_notice = matches!(purpose, Purpose::Notice { .. });
        // Durable as a draft before it is asked whether it can leave.
        let appeal = cx.desk.draft_reply(Seen::from(self.appeal.as_ref()), draft, confirmed)?;
        cx.saved();
        *self.appeal = appeal;
        if form.typed("final") != YES {
            let said = if is_notice {
                say!(cx.words, "done-notice-draft")
            } else {
                say!(cx.words, "done-reply-draft")
            };
            return Ok(Outcome::CloseSaying(said));
        }
        let reply = self
            .appeal
            .replies
            .iter()
            .find(|reply| reply.purpose.is_like(purpose) && reply.stage == ReplyStage::Draft)
            .map_or(ReplyId(0), |reply| reply.id);
        let signatory = Login(form.typed("signatory"));
        let appeal =
            cx.desk.finalise_reply(Seen::from(self.appeal.as_ref()), reply, &signatory, confirmed)?;
        drafts::drop_spent(&appeal, cx);
        let said =
            if is_notice { say!(cx.words, "done-notice-final") } else { say!(cx.words, "done-reply-final") };
        let details = &cx.desk.office().details;
        Ok(Outcome::CloseSaying(if details.address.is_empty() && details.phone.is_empty() {
            format!("{said} {}", say!(cx.words, "done-letterhead-bare"))
        } else {
            said
        }))
    }
}

/// The notice that a ground or a forwarding asks for in place of an answer (R7).
fn notice_owed(appeal: &Appeal) -> Option<NoticeOf> {
    match appeal.closing_purpose() {
        Purpose::Notice { about } => Some(about),
        _ => None,
    }
}

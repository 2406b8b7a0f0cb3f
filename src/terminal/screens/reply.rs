//! Writing a reply: the template gives the frame, the executor the substance; F3 shows the page, F2 makes it final.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::acts;
use super::drafts;
use super::paper;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError, Draft as KeptDraft, Seen};
use crate::letters::compose::{self, Composer};
use crate::letters::template::{Kind as TemplateKind, Library};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::decide::Draft;
use crate::standard::office::{Login, StaffMember};
use crate::standard::personal::Personal;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::reply::{NoticeOf, Purpose, Reply, ReplyId, ReplyStage};
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::form::{Field, Form, Kind, YES};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::widgets::Choice;

/// What its drafts are called.
pub const NAME: &str = "reply";
/// The choice of no template.
const PLAIN: &str = "-";
/// The place of the text among the fields.
const TEXT_AT: usize = 4;

/// The reply form of one appeal.
struct ReplySheet {
    appeal: Box<Appeal>,
    library: Library,
    /// What the template gave last: changed by hand, it stays.
    offered: (String, String),
    template: String,
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
    let (library, broken) = Library::load(Some(&cx.paths.overrides().join("letters")));
    let mut sheet = ReplySheet {
        appeal: Box::new(appeal.clone()),
        library,
        offered: (String::new(), String::new()),
        template: String::new(),
        broken: None,
    };
    let mut form = sheet.form(begun, cx);
    if begun.is_none() {
        sheet.offer(&mut form, cx);
    } else {
        sheet.template = form.typed("template");
    }
    sheet.broken = broken.first().map(|file| {
        say!(cx.words, "reply-template-broken", file = file.file.as_str(), why = file.error.to_string())
    });
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
    let (library, _) = Library::load(Some(&cx.paths.overrides().join("letters")));
    let sheet = ReplySheet {
        appeal: Box::new(appeal.clone()),
        library,
        offered: (String::new(), String::new()),
        template: state.get("template").and_then(Value::as_str).unwrap_or_default().to_owned(),
        broken: None,
    };
    let mut form = sheet.form(None, cx);
    form.restore(state);
    sheet.arrange(&mut form);
    Box::new(Sheeted::restored(sheet, form, draft, state))
}

impl ReplySheet {
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
                Choice::new(&person.login.0, &format!("{}, {}", person.short_name(), person.position))
            })
            .collect();
        signatories.sort_by(|one, other| crate::desk::compare_names(&one.title, &other.title));
        let signatory = self.usual_signatory(cx).map_or_else(String::new, |login| login.0);
        let templates = self.templates(cx);
        let template = match begun {
            Some(reply) => reply.template.as_ref().map_or(PLAIN, |used| used.id.as_str()).to_owned(),
            None => templates.first().map(|first| first.code.clone()).unwrap_or_default(),
        };
        let days = match begun.map(|reply| reply.purpose) {
            Some(Purpose::Interim { days }) => days.to_string(),
            _ => String::new(),
        };
        let text = |value: Option<&Personal<String>>| value.map_or("", Personal::text).to_owned();
        let own = begun.map(|reply| compose::written(reply, &cx.letter_words())).unwrap_or_default();
        let owed = notice_owed(&self.appeal);
        let mut fields = vec![
            Field::new("template", &say!(words, "reply-template"), Kind::Choice(templates))
                .width(48)
                .with(&template)
                .required(),
            Field::new("days", &say!(words, "step-days"), Kind::Number)
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
            if owed.is_some() {
                Field::new("text", &say!(words, "reply-addition"), Kind::Text(6))
                    .with(&own)
                    .note(&say!(words, "reply-addition-note"))
            } else {
                Field::new("text", &say!(words, "reply-substance"), Kind::Text(6))
                    .with(&own)
                    .note(&say!(words, "reply-substance-note"))
                    .required()
            },
            Field::new("signatory", &say!(words, "reply-signatory"), Kind::Choice(signatories))
                .width(48)
                .with(&signatory)
                .note(&say!(words, "reply-signatory-note")),
            Field::new("final", &say!(words, "reply-final"), Kind::YesNo)
                .with(YES)
                .note(&say!(words, "reply-final-note")),
        ];
        if let Some(field) = self.questions(begun, cx).filter(|_| owed.is_none()) {
            fields.insert(TEXT_AT + 1, field);
        }
        let mut form = Form::new(fields, &say!(words, "button-reply"));
        form.focus_on("text");
        self.arrange(&mut form);
        form
    }

    /// The days of an extension are asked where the template proposes one.
    fn arrange(&self, form: &mut Form) {
        let interim = self.library.get(&form.typed("template"));
        let proposes = interim.is_some_and(|template| template.front.kind == TemplateKind::Interim);
        form.show("days", proposes);
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

    /// The templates that fit; an interim one only where the norm can be extended (R13).
    fn templates(&self, cx: &Cx) -> Vec<Choice> {
        let topic = self.appeal.topic.as_deref();
        let norm = cx.desk.office().norms.get(&self.appeal.due.norm);
        let extendable = norm.is_some_and(|norm| norm.extension.is_some()) && self.appeal.extension.is_none();
        let interim =
            if extendable { self.library.offered(TemplateKind::Interim, topic) } else { Vec::new() };
        let closing = self.library.offered(TemplateKind::of(self.appeal.closing_purpose()), topic);
        closing
            .into_iter()
            .chain(interim)
            .map(|template| Choice::new(&template.front.id, cx.words.title(&template.front.title)))
            .chain(std::iter::once(Choice::new(PLAIN, &say!(cx.words, "reply-no-template"))))
            .collect()
    }

    fn purpose(&self, form: &Form) -> Purpose {
        let interim = self
            .library
            .get(&form.typed("template"))
            .is_some_and(|template| template.front.kind == TemplateKind::Interim);
        if interim {
            Purpose::Interim { days: form.typed("days").parse().unwrap_or(0) }
        } else {
            self.appeal.closing_purpose()
        }
    }

    /// The draft as the form has it.
    fn draft(&self, form: &Form, cx: &Cx) -> Result<Draft, DeskError> {
        let letters = cx.letter_words();
        let composer = Composer { office: cx.desk.office(), words: &letters };
        let template = self.library.get(&form.typed("template"));
        let mut draft = composer
            .draft(&self.appeal, template, self.purpose(form), &form.typed("text"))
            .map_err(|error| DeskError::BadFile { name: form.typed("template"), why: error.to_string() })?;
        draft.answers = self.answers(form);
        draft.addressee = form.typed("addressee");
        if let Some(heading) = given(&form.typed("heading")) {
            heading.clone_into(&mut draft.heading);
        }
        Ok(draft)
    }

    /// Puts what the template offers into the fields that nobody changed.
    fn offer(&mut self, form: &mut Form, cx: &Cx) {
        self.template = form.typed("template");
        self.arrange(form);
        let letters = cx.letter_words();
        let composer = Composer { office: cx.desk.office(), words: &letters };
        let template = self.library.get(&self.template);
        let Ok(draft) = composer.draft(&self.appeal, template, self.purpose(form), "") else { return };
        let offered = (draft.addressee, draft.heading);
        for (id, before, now) in
            [("addressee", &self.offered.0, &offered.0), ("heading", &self.offered.1, &offered.1)]
        {
            let typed = form.typed(id);
            if typed == *before || typed.is_empty() {
                form.put(id, now);
            }
        }
        if matches!(self.purpose(form), Purpose::Interim { days: 0 }) {
            let norm = cx.desk.office().norms.get(&self.appeal.due.norm);
            let most = norm.and_then(|norm| norm.extension.as_ref()).map_or(0, |rule| rule.days);
            form.put("days", &most.to_string());
        }
        self.offered = offered;
    }
}

impl Sheet for ReplySheet {
    fn name(&self) -> Option<String> {
        Some(drafts::name(NAME, self.appeal.id))
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "reply-title", number = self.appeal.number.text.as_str())
    }

    fn help(&self, field: Option<&'static str>, cx: &Cx) -> String {
        let words = &cx.words;
        match field {
            Some("template") => say!(words, "help-template"),
            Some("days") => say!(words, "help-days"),
            Some("addressee") => say!(words, "help-addressee"),
            Some("text") if notice_owed(&self.appeal).is_some() => say!(words, "help-addition"),
            Some("text") => say!(words, "help-substance"),
            Some("questions") => say!(words, "help-questions"),
            Some("signatory") => say!(words, "help-signatory"),
            Some("final") => say!(words, "help-final"),
            _ => say!(words, "help-reply"),
        }
    }

    fn settled(&mut self, form: &mut Form, cx: &Cx) {
        if form.typed("template") != self.template {
            self.offer(form, cx);
        }
    }

    fn lacks(&self, form: &Form, cx: &Cx) -> Option<(&'static str, String)> {
        let nobody = form.typed("final") == YES && form.typed("signatory").is_empty();
        nobody.then(|| ("signatory", say!(cx.words, "reply-who-signs")))
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
        match self.draft(form, cx) {
            Ok(draft) => {
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
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(field.code())
    }

    fn remedy(&self, refusal: &Refusal, form: &mut Form, cx: &mut Cx) -> Option<Outcome<Cx>> {
        let place = match refusal {
            Refusal::Unfilled(_) | Refusal::NoSubstance | Refusal::NoCitation { .. } => Some("text"),
            Refusal::QuestionsLeft(_) => Some("questions"),
            _ => None,
        };
        if let Some(place) = place {
            form.focus_on(place);
            let why = cx.words.refusal(refusal, Some(cx.desk.office()));
            return Some(Outcome::Say(say!(cx.words, "reply-kept-not-final", why = why)));
        }
        super::staff::complete(refusal, cx)
    }

    fn look_again(&mut self, cx: &mut Cx) {
        if let Ok(card) = cx.desk.card(self.appeal.id) {
            *self.appeal = card.appeal;
        }
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let draft = self.draft(form, cx)?;
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
        Ok(Outcome::CloseSaying(said))
    }
}

/// The notice that a ground or a forwarding asks for in place of an answer (R7).
fn notice_owed(appeal: &Appeal) -> Option<NoticeOf> {
    match appeal.closing_purpose() {
        Purpose::Notice { about } => Some(about),
        _ => None,
    }
}

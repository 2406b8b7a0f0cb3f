//! The text in the reply form and the template it was begun from: nothing that was typed is lost by choosing another.

use super::{DAYS, FRAME, LETTER, PLAIN, ReplySheet, TEMPLATE};
use crate::desk::DeskError;
use crate::letters::compose::Composer;
use crate::letters::frame::{Frame, next_open_place};
use crate::letters::template::{Fit, Kind as TemplateKind, Matter, Template};
use crate::say;
use crate::standard::appeal::Kind as AppealKind;
use crate::standard::decide::Draft;
use crate::standard::personal::Personal;
use crate::standard::reply::{AnswerOutcome, Purpose, TemplateUse};
use crate::terminal::app::Cx;
use crate::terminal::ask::Question;
use crate::terminal::form::Form;
use crate::terminal::layers::Outcome;
use crate::terminal::widgets::{Choice, Confirm};

/// A text in whose place another was put: Ctrl+Z brings it back, and with it what it was begun from.
pub(super) struct Replaced {
    template: String,
    days: String,
    frame: String,
    text: String,
    head: (String, String),
}

/// What a template gives for this appeal.
pub(super) struct Offered {
    /// The addressee and the heading.
    pub head: (String, String),
    text: String,
    /// The template's words with its places open; none without a template.
    frame: Option<String>,
}

impl ReplySheet {
    /// The templates that fit, each with what such an answer comes to; an interim one only where the norm can be
    /// extended (R13).
    pub(super) fn templates(&self, cx: &Cx) -> Vec<Choice> {
        let norm = cx.desk.office().norms.get(&self.appeal.due.norm);
        let extendable = norm.is_some_and(|norm| norm.extension.is_some()) && self.appeal.extension.is_none();
        let interim =
            if extendable { self.library.offered(TemplateKind::Interim, self.matter()) } else { Vec::new() };
        let closing = TemplateKind::of(self.appeal.closing_purpose());
        let closing = self.library.offered(closing, self.matter());
        let title = |template: &Template| {
            let outcomes = template.front.outcomes.iter().map(|outcome| cx.words.answer_outcome(*outcome));
            let outcomes = outcomes.collect::<Vec<_>>().join(", ");
            let title = cx.words.title(&template.front.title);
            if outcomes.is_empty() { title.to_owned() } else { format!("{title} · {outcomes}") }
        };
        closing
            .into_iter()
            .chain(interim)
            .map(|template| Choice::new(&template.front.id, &title(template)))
            .chain(std::iter::once(Choice::new(PLAIN, &say!(cx.words, "reply-no-template"))))
            .collect()
    }

    fn matter(&self) -> Matter<'_> {
        Matter::from(&*self.appeal)
    }

    /// The template that presumes least: the first that is for any topic; for a review the first that only takes note.
    pub(super) fn usual_template(&self) -> Option<&Template> {
        let kind = TemplateKind::of(self.appeal.closing_purpose());
        let matter = self.matter();
        let offered = self.library.offered(kind, matter);
        // A review that names no topic asks for nothing: it is thanked for.
        let review = self.appeal.kind == AppealKind::Review && self.appeal.topic.is_none();
        let thanks = |template: &&&Template| template.front.outcomes == [AnswerOutcome::Noted];
        let thanks = offered.iter().find(thanks).filter(|_| review);
        let any = || offered.iter().find(|template| template.front.fit(matter) == Fit::Any);
        let usual = thanks.or_else(any).or(offered.first());
        usual.copied()
    }

    /// The first template made for this very topic or its group, and for this kind of appeal: whether it is the one, the clerk says.
    pub(super) fn fitting_template(&self) -> Option<&Template> {
        let kind = TemplateKind::of(self.appeal.closing_purpose());
        let matter = self.matter();
        let first = self.library.offered(kind, matter).into_iter().next();
        first.filter(|template| template.front.fit(matter) <= Fit::Group)
    }

    pub(super) fn purpose(&self, form: &Form) -> Purpose {
        if self.is_interim(&form.typed(TEMPLATE)) {
            Purpose::Interim { days: form.held(DAYS).parse().unwrap_or(0) }
        } else {
            self.appeal.closing_purpose()
        }
    }

    /// Whether a letter begun from this template is an interim reply.
    fn is_interim(&self, template: &str) -> bool {
        match self.library.get(template) {
            Some(template) => template.front.kind == TemplateKind::Interim,
            // A draft whose template is gone, or that never had one, stays what it was.
            None => self.begun.as_ref().is_some_and(|(begun, purpose)| {
                begun == template && matches!(purpose, Purpose::Interim { .. })
            }),
        }
    }

    /// The letter that a template, with these own words in its place for them, gives for this appeal.
    ///
    /// # Errors
    /// When only this appeal's values show a fault of the template.
    pub(super) fn offered(
        &self,
        template: &str,
        purpose: Purpose,
        written: &str,
        cx: &Cx,
    ) -> Result<Offered, DeskError> {
        let letters = cx.letter_words();
        let composer = Composer { office: cx.desk.office(), words: &letters };
        let draft = composer
            .draft(&self.appeal, self.library.get(template), purpose, written)
            .map_err(|error| DeskError::BadFile { name: template.to_owned(), why: error.words(&cx.words) })?;
        Ok(Offered {
            head: (draft.addressee, draft.heading),
            text: crate::text::typed(&draft.text),
            frame: draft.template.map(|used| crate::text::typed(used.words.text())),
        })
    }

    /// The draft as the form has it.
    pub(super) fn draft(&self, form: &Form) -> Draft {
        let template = form.typed(TEMPLATE);
        let words = form.held(FRAME);
        let used = (template != PLAIN && !words.is_empty())
            .then_some(TemplateUse { id: template, words: Personal::Known(words) });
        Draft {
            purpose: self.purpose(form),
            template: used,
            heading: form.typed("heading"),
            addressee: form.typed("addressee"),
            text: form.typed(LETTER),
            answers: self.answers(form),
        }
    }

    /// Puts a template's letter into a form that has none yet.
    pub(super) fn begin(&mut self, form: &mut Form, written: &str, cx: &Cx) {
        let template = form.typed(TEMPLATE);
        self.propose_days(form, cx);
        self.template.clone_from(&template);
        self.days = form.held(DAYS);
        if let Ok(offered) = self.offered(&template, self.purpose(form), written, cx) {
            form.put(LETTER, &offered.text);
            form.put(FRAME, offered.frame.as_deref().unwrap_or_default());
            self.offer_head(form, offered.head);
        }
        self.arrange(form);
    }

    /// Follows what was chosen or taken back.
    pub(super) fn follow(&mut self, form: &mut Form, cx: &Cx) {
        if self.take_back(form) {
            return;
        }
        let template = form.typed(TEMPLATE);
        let known = template == PLAIN || self.library.get(&template).is_some();
        if template != self.template && known && self.wanted.is_none() {
            self.propose_days(form, cx);
            self.choose(form, cx);
        } else if form.held(DAYS) != self.days && matches!(self.purpose(form), Purpose::Interim { .. }) {
            self.propose_other_days(form, cx);
        }
    }

    /// Another template: own words move into it; where they can't be told apart it is asked first.
    fn choose(&mut self, form: &mut Form, cx: &Cx) {
        let template = form.typed(TEMPLATE);
        let Ok(offered) = self.offered(&template, self.purpose(form), "", cx) else { return };
        match self.moved(form, &offered, cx) {
            Some(text) => self.replace(form, &offered, &text, cx),
            None => self.wanted = Some(template),
        }
    }

    /// The letter of a template with the own words of the one that stands in the form; none where they can't be told
    /// apart, or would have no place. Between an answer and an interim reply none move: an answer is not the reason why
    /// it is late. What stands in the form then waits until a template of its sort is chosen again.
    fn moved(&self, form: &Form, offered: &Offered, cx: &Cx) -> Option<String> {
        let now = self.frame_now(form, offered, cx);
        let before = self.frame(form, cx);
        let own = before.own_words(&form.typed(LETTER))?;
        if !before.asks_as(&now) {
            return Some(self.waiting(form, &now, cx).unwrap_or_else(|| offered.text.clone()));
        }
        if own.is_empty() { Some(offered.text.clone()) } else { now.with(&own) }
    }

    /// The letter of a template with the words that waited for one that asks for them.
    fn waiting(&self, form: &Form, now: &Frame, cx: &Cx) -> Option<String> {
        let frame = |before: &Replaced| self.framed(&before.template, &before.frame, cx);
        let before = self.replaced.iter().rev().find(|before| frame(before).asks_as(now))?;
        let same_days =
            before.days == form.held(DAYS) || !matches!(self.purpose(form), Purpose::Interim { .. });
        if before.template == form.typed(TEMPLATE) && same_days {
            return Some(before.text.clone());
        }
        now.with(&frame(before).own_words(&before.text)?)
    }

    /// The frame of what a template gives.
    fn frame_now(&self, form: &Form, offered: &Offered, cx: &Cx) -> Frame {
        let (purpose, letters) = (self.purpose(form), cx.letter_words());
        match &offered.frame {
            Some(frame) => Frame::new(frame, purpose, &letters),
            None => Frame::blank(purpose, &letters),
        }
    }

    /// The frame of what stands in the form.
    pub(super) fn frame(&self, form: &Form, cx: &Cx) -> Frame {
        self.framed(&self.template, &form.held(FRAME), cx)
    }

    /// The frame of a letter begun from this template with these words.
    fn framed(&self, template: &str, held: &str, cx: &Cx) -> Frame {
        let letters = cx.letter_words();
        let interim = Purpose::Interim { days: 0 };
        let purpose = if self.is_interim(template) { interim } else { self.appeal.closing_purpose() };
        if held.is_empty() { Frame::blank(purpose, &letters) } else { Frame::new(held, purpose, &letters) }
    }

    /// Puts a template's letter in the place of what stands in the form, as a step that can be taken back.
    fn replace(&mut self, form: &mut Form, offered: &Offered, text: &str, cx: &Cx) {
        let before = Replaced {
            template: std::mem::replace(&mut self.template, form.typed(TEMPLATE)),
            days: std::mem::replace(&mut self.days, form.held(DAYS)),
            frame: form.held(FRAME),
            text: form.typed(LETTER),
            head: self.head.clone(),
        };
        if before.text != text {
            form.put(LETTER, text);
            self.replaced.push(before);
        }
        form.put(FRAME, offered.frame.as_deref().unwrap_or_default());
        self.offer_head(form, offered.head.clone());
        self.arrange(form);
        self.to_write(form, cx);
        // Whoever changes the days goes on with them, while there are any.
        let days = form.focused() == Some(DAYS) && matches!(self.purpose(form), Purpose::Interim { .. });
        if !days {
            form.focus_on(LETTER);
        }
    }

    /// Sets the text's cursor where the executor is to write.
    pub(super) fn to_write(&self, form: &mut Form, cx: &Cx) {
        let place = self.frame(form, cx).place_to_write(&form.typed(LETTER));
        form.select(LETTER, place);
    }

    /// After Ctrl+Z the text stands there that was replaced: what it was begun from comes back with it.
    fn take_back(&mut self, form: &mut Form) -> bool {
        let text = form.typed(LETTER);
        let Some(before) = self.replaced.pop_if(|before| before.text == text) else { return false };
        form.put(TEMPLATE, &before.template);
        form.put(DAYS, &before.days);
        form.put(FRAME, &before.frame);
        (self.template, self.days) = (before.template, before.days);
        self.offer_head(form, before.head);
        self.arrange(form);
        true
    }

    /// Other days of an extension change what the letter says of them in the template's words, and nothing else: a sentence
    /// that the executor wrote or changed keeps its dates, and is held back where it hides the new ones (R13).
    fn propose_other_days(&mut self, form: &mut Form, cx: &Cx) {
        let purpose = self.purpose(form);
        let Ok(offered) = self.offered(&self.template, purpose, "", cx) else { return };
        let text = self.moved(form, &offered, cx).unwrap_or_else(|| {
            let (before, now) = (self.proposed(&self.days, cx), self.proposed(&form.held(DAYS), cx));
            let values: Vec<_> = before.into_iter().zip(now).collect();
            self.frame(form, cx).with_other_values(&form.typed(LETTER), &values)
        });
        self.replace(form, &offered, &text, cx);
    }

    /// How a letter names so many days and the day to which they lead.
    fn proposed(&self, days: &str, cx: &Cx) -> [String; 2] {
        let letters = cx.letter_words();
        match days.parse() {
            Ok(days) if days > 0 => {
                let due = self.appeal.due.extend(days, &cx.desk.office().calendar).day;
                [say!(letters, "due-calendar-days", n = days), letters.date(due)]
            }
            _ => ["hole-extension-days", "hole-new-due"].map(|id| format!("‹{}›", letters.by_id(id))),
        }
    }

    /// Why an interim reply does not propose what it is recorded to propose (R13).
    pub(super) fn hides_the_days(&self, form: &Form, cx: &Cx) -> Option<String> {
        let Purpose::Interim { days } = self.purpose(form) else { return None };
        let text = form.typed(LETTER);
        let [said, due] = self.proposed(&days.to_string(), cx);
        let silent = days > 0 && !text.contains(&said) && !text.contains(&due);
        silent.then(|| say!(cx.words, "reply-days-unsaid", days = said, due = due))
    }

    /// An interim reply begins with as many days as the norm gives.
    fn propose_days(&self, form: &mut Form, cx: &Cx) {
        if matches!(self.purpose(form), Purpose::Interim { days: 0 }) {
            let norm = cx.desk.office().norms.get(&self.appeal.due.norm);
            let most = norm.and_then(|norm| norm.extension.as_ref()).map_or(0, |rule| rule.days);
            form.put(DAYS, &most.to_string());
        }
    }

    /// Puts what the template offers into the fields that nobody changed.
    pub(super) fn offer_head(&mut self, form: &mut Form, now: (String, String)) {
        for (id, before, now) in [("addressee", &self.head.0, &now.0), ("heading", &self.head.1, &now.1)] {
            let typed = form.typed(id);
            if typed == *before || typed.is_empty() {
                form.put(id, now);
            }
        }
        self.head = now;
    }

    /// Asks whether the text may go for the template that was chosen.
    pub(super) fn ask_to_replace(&mut self, form: &Form, cx: &Cx) -> Option<Outcome<Cx>> {
        let wanted = self.wanted.clone().filter(|_| self.asking.is_none())?;
        let words = &cx.words;
        let chosen = self.templates(cx).into_iter().find(|choice| choice.code == wanted);
        let title = chosen.map_or(wanted, |choice| choice.title);
        let lines = form.typed(LETTER).lines().count();
        let asks = say!(words, "reply-replace", template = title, lines = lines);
        let confirm =
            Confirm::new(&asks, &say!(words, "reply-replace-yes"), &say!(words, "reply-replace-no"));
        let (question, answer) = Question::new(confirm, say!(words, "reply-replace-help"));
        self.asking = Some(answer);
        Some(Outcome::Open(Box::new(question)))
    }

    /// The question was answered: the template's letter takes the text's place, or the template stays what it was.
    pub(super) fn answered(&mut self, form: &mut Form, cx: &Cx) -> bool {
        let Some(answer) = self.asking.take() else { return false };
        let Some(wanted) = self.wanted.take() else { return false };
        if answer.take() != Some(true) {
            form.put(TEMPLATE, &self.template);
            form.put(DAYS, &self.days);
            self.arrange(form);
            return true;
        }
        if let Ok(offered) = self.offered(&wanted, self.purpose(form), "", cx) {
            let now = self.frame_now(form, &offered, cx);
            let crosses = !self.frame(form, cx).asks_as(&now);
            let kept = if crosses { self.waiting(form, &now, cx) } else { None };
            let text = kept.unwrap_or_else(|| offered.text.clone());
            self.replace(form, &offered, &text, cx);
        }
        true
    }

    /// Puts the cursor on the next place that is not filled, in the text and then in what stands above it; says whether
    /// there is one.
    pub(super) fn to_open_place(form: &mut Form, from: usize) -> bool {
        let text = form.typed(LETTER);
        if let Some(place) = next_open_place(&text, from).or_else(|| next_open_place(&text, 0)) {
            return form.select(LETTER, place) && form.focus_on(LETTER);
        }
        let open = |id: &&str| next_open_place(&form.typed(id), 0).is_some();
        ["addressee", "heading"].into_iter().find(open).is_some_and(|id| form.focus_on(id))
    }
}

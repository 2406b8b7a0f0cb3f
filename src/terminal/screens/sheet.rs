//! A form as a screen: typing keeps a draft, saving asks the rules, a refusal comes back to its field.

mod words;

use std::time::Instant;

use chrono::{DateTime, FixedOffset, NaiveDate};
use ratatui::layout::Rect;
use serde_json::{Map, Value};
use uuid::Uuid;

pub(super) use self::words::answers;
pub use self::words::trouble_in_words;
use self::words::{changed, in_words};
use super::describe::{self, Styled};
use super::drafts::{self, Left};
use super::paper;
use crate::desk::{Confirmed, DeskError, Draft, Seen};
use crate::say;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::terminal::app::Cx;
use crate::terminal::ask::Question;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::form::{Did, Form, Rules, Trouble};
use crate::terminal::forms::FormName;
use crate::terminal::keys::Key;
use crate::terminal::layers::{Answer, Context as _, Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::Confirm;
use crate::text::{self, Shown};

/// What one form is for.
pub trait Sheet {
    /// Its name in drafts; none where there is nothing worth keeping.
    fn name(&self) -> Option<String>;

    /// Whether what nobody typed stands in the office's own records: a draft takes it from there as it is by then.
    fn is_of_the_office(&self) -> bool {
        false
    }

    /// Its title in the path.
    fn title(&self, cx: &Cx) -> String;

    /// Which form of [`crate::terminal::forms::FORMS`] it is: help on its fields stands there.
    fn form(&self) -> FormName;

    /// What it is for, in words: help says it below that on the field.
    fn about(&self, cx: &Cx) -> String {
        cx.words.by_id(self.form().entry().about)
    }

    /// What to call its draft in a list.
    fn label(&self, _form: &Form, cx: &Cx) -> String {
        self.title(cx)
    }

    /// What is wrong with a field beyond what the kit finds.
    fn check(&self, _id: &str, _form: &Form, _cx: &Cx) -> Option<String> {
        None
    }

    /// What is wrong with the form as a whole, and the field where it is set right: looked at only on saving.
    fn lacks(&self, _form: &Form, _cx: &Cx) -> Option<(&'static str, String)> {
        None
    }

    /// What the form should say while it is filled: a due date, a contact that is missing.
    fn notice(&self, _form: &Form, _cx: &Cx) -> Option<String> {
        None
    }

    /// A field was left or chosen: others may follow from it.
    fn settled(&mut self, _form: &mut Form, _cx: &Cx) {}

    /// Something was typed in a field that looks something up, and typing rests: it may be looked up now, and
    /// what is found stands beside the form. Nothing is filled in by it.
    fn is_typed(&mut self, _field: &'static str, _form: &Form, _cx: &Cx) {}

    /// The cursor has left this field, and it is settled.
    fn left(&mut self, _field: &'static str, _form: &mut Form, _cx: &Cx) {}

    /// What has to be asked before what was chosen follows.
    fn asks(&mut self, _form: &Form, _cx: &Cx) -> Option<Outcome<Cx>> {
        None
    }

    /// Whether its text has places that are to be filled one after another.
    fn has_places(&self) -> bool {
        false
    }

    /// Puts the cursor on the next place that is not filled.
    fn next_place(&mut self, _form: &mut Form, _cx: &Cx) -> Outcome<Cx> {
        Outcome::Same
    }

    /// Whether F4 looks something up by what is typed in this field.
    fn looks_up(&self, _field: &str) -> bool {
        false
    }

    /// Looks it up.
    fn look_up(&mut self, _field: &'static str, _form: &mut Form, _cx: &mut Cx) -> Outcome<Cx> {
        Outcome::Same
    }

    /// What was opened upon the form is gone: whether its answer changed what is typed.
    fn returned(&mut self, _form: &mut Form, _cx: &mut Cx) -> bool {
        false
    }

    /// What is known of the matter: beside the form where the width allows, else its first line above it.
    fn beside(&self, _cx: &Cx) -> Vec<Styled> {
        Vec::new()
    }

    /// Whether F3 shows something here.
    fn previews(&self) -> bool {
        false
    }

    /// What F3 shows.
    fn preview(&mut self, _form: &Form, _cx: &mut Cx) -> Outcome<Cx> {
        Outcome::Same
    }

    /// The field of the form that a refused value stands in.
    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(field.code())
    }

    /// The field of the form that a refusal is about.
    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        refusal.field().and_then(|field| self.field_of(field))
    }

    /// What helps with a refusal that is not about one value: the cursor elsewhere, or a form upon this one, which
    /// keeps what was typed.
    fn remedy(&self, _refusal: &Refusal, _form: &mut Form, _cx: &mut Cx) -> Option<Outcome<Cx>> {
        None
    }

    /// The appeal this form is about, as it was seen when the form was begun.
    fn seen(&self) -> Option<Seen> {
        None
    }

    /// Another desk changed what this form is about: from now on it is about the newest version, and what nobody
    /// typed follows it.
    fn look_again(&mut self, _form: &mut Form, _cx: &mut Cx) {}

    /// The form that follows when another is to be filled at once, with what repeats; none where nothing follows.
    fn next(&self, _form: &Form, _cx: &Cx) -> Option<(Self, Form)>
    where
        Self: Sized,
    {
        None
    }

    /// Saves it; `request` is the draft's own id.
    ///
    /// # Errors
    /// Why the desk did not; what was typed stays.
    fn save(
        &mut self,
        form: &Form,
        request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError>;
}

/// A form on the screen.
pub struct Sheeted<S> {
    sheet: S,
    form: Form,
    draft: Uuid,
    typed: bool,
    /// When the draft was left that this form goes on with, until something is typed.
    resumed: Option<DateTime<FixedOffset>>,
    confirmed: Confirmed,
    asking: Option<(Answer<bool>, Refusal)>,
    /// What another desk did to the appeal meanwhile, in words; found out at these changes, if it was looked for.
    meanwhile: Option<String>,
    looked: Option<u64>,
    /// Another form follows once this one is saved.
    goes_on: bool,
    /// What was typed is to be looked up, once typing rests.
    looks: bool,
}

struct Checks<'a, S> {
    sheet: &'a S,
    cx: &'a Cx,
}

impl<S: Sheet> Rules for Checks<'_, S> {
    fn today(&self) -> NaiveDate {
        self.cx.today()
    }

    fn word(&self, trouble: Trouble) -> String {
        trouble_in_words(&self.cx.words, trouble)
    }

    fn check(&self, id: &str, form: &Form) -> Option<String> {
        self.sheet.check(id, form, self.cx)
    }
}

impl<S: Sheet> Sheeted<S> {
    /// A form newly begun; every field of it stands in the table of forms.
    ///
    /// # Errors
    /// When the operating system has no random bytes for its id.
    pub fn new(sheet: S, form: Form, cx: &mut Cx) -> Result<Self, DeskError> {
        debug_assert_eq!(
            sheet.form().unexplained(&form, &cx.words),
            None,
            "F1 and the manual explain every field"
        );
        Ok(Self::with_draft(sheet, form, cx.desk.new_id()?))
    }

    /// A form as its draft left it.
    pub fn restored(sheet: S, mut form: Form, draft: &Draft, state: &Map<String, Value>) -> Self {
        form.restore(state);
        Self::reopened(sheet, form, draft)
    }

    /// The same where whoever opens it has put everything in its place.
    pub fn reopened(sheet: S, form: Form, draft: &Draft) -> Self {
        Self {
            typed: true,
            resumed: Some(draft.updated),
            // Others may have done something since it was left.
            looked: None,
            ..Self::with_draft(sheet, form, draft.id)
        }
    }

    fn with_draft(sheet: S, form: Form, draft: Uuid) -> Self {
        Self {
            sheet,
            form,
            draft,
            typed: false,
            resumed: None,
            confirmed: Confirmed::new(),
            asking: None,
            meanwhile: None,
            looked: Some(0),
            goes_on: false,
            looks: false,
        }
    }

    fn did(&mut self, did: Did, cx: &mut Cx) -> Outcome<Cx> {
        match did {
            Did::Nothing => Outcome::Same,
            Did::Moved => Outcome::Changed,
            Did::Typed => {
                self.sheet.settled(&mut self.form, cx);
                let kept = self.keep(cx);
                if self.looked_up().is_some() {
                    self.looks = true;
                    cx.when_typing_rests();
                }
                self.sheet.asks(&self.form, cx).unwrap_or(kept)
            }
            Did::Refused => Outcome::Say(say!(cx.words, "form-refused")),
            Did::NothingFound => Outcome::Say(cx.nothing_found(self.form.looked_for())),
            Did::Save => self.save(cx),
            Did::Leave if !cx.is_written(self.draft) => {
                Outcome::CloseSaying(say!(cx.words, "form-left-in-memory"))
            }
            Did::Leave if self.typed && self.sheet.name().is_some() => {
                Outcome::CloseSaying(say!(cx.words, "form-left"))
            }
            Did::Leave => Outcome::Close,
        }
    }

    /// The field with the cursor, where F4 looks something up by it.
    fn looked_up(&self) -> Option<&'static str> {
        self.form.focused().filter(|field| self.sheet.looks_up(field))
    }

    fn keep(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        // A yes was said to what stood here before.
        self.confirmed.clear();
        let Some(name) = self.sheet.name() else { return Outcome::Changed };
        self.resumed = None;
        self.typed = !self.form.is_as_begun();
        if !self.typed {
            // All that was typed was taken away again: there is nothing to go on with.
            cx.drop_draft(self.draft);
            return Outcome::Changed;
        }
        let label = self.sheet.label(&self.form, cx);
        let state = if self.sheet.is_of_the_office() { self.form.touched() } else { self.form.state() };
        let body = Left { state, seen: self.sheet.seen().map(|seen| seen.version) }.body();
        // The moment only says when to make it durable.
        let was_written = cx.is_written(self.draft);
        if cx.keep_draft(self.draft, &name, label, body, Instant::now()) || !was_written {
            return Outcome::Changed;
        }
        Outcome::Say(say!(cx.words, "form-draft-lost"))
    }

    fn save(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if let Some((field, said)) = self.sheet.lacks(&self.form, cx) {
            self.form.blame(field, &said);
            return Outcome::Say(said);
        }
        match self.sheet.save(&self.form, self.draft, &self.confirmed, cx) {
            Ok(outcome) => {
                cx.drop_draft(self.draft);
                cx.saved();
                if std::mem::take(&mut self.goes_on) { self.begin_next(outcome, cx) } else { outcome }
            }
            Err(DeskError::Refused(refusal)) => self.refused(refusal, cx),
            Err(DeskError::Changed(changes)) => {
                self.sheet.look_again(&mut self.form, cx);
                self.meanwhile = None;
                // What follows is seen from now on as it is now.
                self.keep(cx);
                Outcome::Say(changed(&changes, cx))
            }
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }

    /// Another form in the place of the one that was saved; what was said of that one is said.
    fn begin_next(&mut self, outcome: Outcome<Cx>, cx: &mut Cx) -> Outcome<Cx> {
        let (Some((sheet, form)), Ok(draft)) = (self.sheet.next(&self.form, cx), cx.desk.new_id()) else {
            return outcome;
        };
        *self = Self::with_draft(sheet, form, draft);
        match outcome {
            Outcome::CloseSaying(said) => Outcome::Say(said),
            _ => Outcome::Changed,
        }
    }

    fn refused(&mut self, refusal: Refusal, cx: &mut Cx) -> Outcome<Cx> {
        let said = cx.words.refusal(&refusal, Some(cx.desk.office()));
        if let Some(asks) = refusal.asks() {
            let (yes, no) = answers(asks, cx);
            let confirm = Confirm::new(&said, &yes, &no);
            let (question, answer) = Question::new(confirm, said);
            self.asking = Some((answer, refusal));
            return Outcome::Open(Box::new(question));
        }
        match self.sheet.stands_in(&refusal) {
            Some(field) if self.form.blame(field, &said) => Outcome::Say(said),
            _ => self.sheet.remedy(&refusal, &mut self.form, cx).unwrap_or(Outcome::Say(said)),
        }
    }
}

/// Where what is known stands beside the form instead of above it.
const WIDE: u16 = 110;

/// Draws what is known of the matter; gives what is left for the form.
fn draw_beside(canvas: &mut Canvas<'_>, body: Rect, known: &[Styled]) -> Rect {
    let Some((first, look)) = known.first() else { return body };
    if body.width < WIDE {
        let row = Rect { x: body.x + 1, width: body.width.saturating_sub(2), height: 1, ..body };
        canvas.clear(Rect { height: 1, ..body });
        canvas.put_data(row, &text::shown(first), *look);
        return Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    }
    let form = Rect { width: body.width * 5 / 8, ..body };
    let pane = Rect { x: form.right() + 2, width: body.right().saturating_sub(form.right() + 3), ..body };
    canvas.clear(body);
    let line = canvas.theme().vertical();
    canvas.repeat(Rect { x: form.right(), width: 1, ..body }, line, Look::Dim);
    let lines: Vec<_> = known.iter().map(|(line, look)| (text::shown(line), *look)).collect();
    canvas.put_lines(pane, &lines);
    form
}

/// The rows below a form: what it says of the whole, and that its draft is kept.
struct Foot {
    rows: Rect,
    said: Option<Shown>,
    kept: Shown,
}

impl Foot {
    /// As many rows as what a form says of the whole may take.
    const MOST: usize = 3;

    /// What is left of the rows beside the word on the draft.
    fn said_in(&self) -> Rect {
        let kept = u16::try_from(self.kept.width()).unwrap_or(u16::MAX).saturating_add(2);
        Rect { width: self.rows.width.saturating_sub(kept), ..self.rows }
    }
}

impl<S: Sheet> Sheeted<S> {
    /// What stands below the form, in as many of the last rows of `area` as it needs.
    fn foot(&self, area: Rect, cx: &Cx) -> Foot {
        let kept = match self.resumed {
            _ if !cx.is_written(self.draft) => say!(cx.words, "form-draft-in-memory"),
            Some(left) => say!(cx.words, "form-draft-resumed", age = drafts::age(left, cx)),
            None if self.typed && self.sheet.name().is_some() => say!(cx.words, "form-draft-kept"),
            None => String::new(),
        };
        let said = self.sheet.notice(&self.form, cx).map(|said| text::shown(&said));
        let rows = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let mut foot = Foot { rows, said, kept: text::shown(&kept) };
        let width = usize::from(foot.said_in().width);
        let needed = foot.said.as_ref().map_or(1, |said| said.wrap(width).len().clamp(1, Foot::MOST));
        let height = u16::try_from(needed).unwrap_or(1).min(area.height);
        foot.rows = Rect { y: area.bottom() - height, height, ..rows };
        foot
    }
}

impl<S: Sheet> Layer<Cx> for Sheeted<S> {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let foot = self.foot(area, cx);
        let body = Rect { height: area.height.saturating_sub(foot.rows.height), ..area };
        let body = self.about().map_or(body, |appeal| describe::draw_others(canvas, body, appeal, cx));
        let body = describe::draw_told(canvas, body, self.meanwhile.as_deref());
        let body = draw_beside(canvas, body, &self.sheet.beside(cx));
        self.form.draw(canvas, body);
        if self.form.list_is_open() {
            return;
        }
        canvas.clear(foot.rows);
        let look = if cx.is_written(self.draft) { Look::Dim } else { Look::Problem };
        canvas.put_end(Rect { height: 1, ..foot.rows }, &foot.kept, look);
        canvas
            .put_lines(foot.said_in(), &foot.said.map(|said| vec![(said, Look::Strong)]).unwrap_or_default());
    }

    fn title(&self, cx: &Cx) -> String {
        self.sheet.title(cx)
    }

    fn place(&self) -> Place {
        Place::Form
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        // Another form follows the saving that was asked for so, and no later one.
        self.goes_on = false;
        let before = self.form.focused();
        let did = self.form.key(key, &Checks { sheet: &self.sheet, cx });
        if before != self.form.focused() {
            if let Some(field) = before {
                self.sheet.left(field, &mut self.form, cx);
            }
            self.sheet.settled(&mut self.form, cx);
        }
        self.did(did, cx)
    }

    fn paste(&mut self, pasted: &str, cx: &mut Cx) -> Outcome<Cx> {
        let did = self.form.paste(pasted, &Checks { sheet: &self.sheet, cx });
        self.did(did, cx)
    }

    fn availability(&self, command: Command, cx: &Cx) -> Availability {
        match command {
            Command::Save | Command::Undo => Availability::Ready,
            Command::Preview if self.sheet.previews() => Availability::Ready,
            Command::SaveNext if self.sheet.next(&self.form, cx).is_some() => Availability::Ready,
            Command::NextPlace if self.sheet.has_places() => Availability::Ready,
            Command::Appeal if self.sheet.seen().is_some() => Availability::Ready,
            Command::Values if self.form.has_values() || self.looked_up().is_some() => Availability::Ready,
            Command::Values if self.form.is_ticked() => {
                Availability::Disabled(say!(cx.words, "form-values-tick"))
            }
            Command::Values => Availability::Disabled(say!(cx.words, "form-no-values")),
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        if command == Command::Preview {
            return self.sheet.preview(&self.form, cx);
        }
        if let (Command::Appeal, Some(seen)) = (command, self.sheet.seen()) {
            return paper::show_card(seen.id, cx);
        }
        if command == Command::NextPlace {
            return self.sheet.next_place(&mut self.form, cx);
        }
        if command == Command::Values
            && !self.form.list_is_open()
            && let Some(field) = self.looked_up()
        {
            return self.sheet.look_up(field, &mut self.form, cx);
        }
        self.goes_on = command == Command::SaveNext;
        let command = if self.goes_on { Command::Save } else { command };
        let did = self.form.command(command, &Checks { sheet: &self.sheet, cx });
        self.did(did, cx)
    }

    fn about(&self) -> Option<Uuid> {
        self.sheet.seen().map(|seen| seen.id)
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if std::mem::take(&mut self.looks)
            && let Some(field) = self.looked_up()
        {
            self.sheet.is_typed(field, &self.form, cx);
            return Outcome::Changed;
        }
        let Some(seen) = self.sheet.seen().filter(|_| self.looked != Some(cx.changes())) else {
            return Outcome::Same;
        };
        let resumes = self.looked.replace(cx.changes()).is_none();
        // What can't be read now is told when the form is saved.
        let changes = cx.desk.changes_since(seen).unwrap_or_default();
        if resumes && !changes.is_empty() && changes.iter().all(|change| change.who == cx.person()) {
            // Whoever left it knows what they did since.
            self.sheet.look_again(&mut self.form, cx);
            return Outcome::Changed;
        }
        let told =
            (!changes.is_empty()).then(|| say!(cx.words, "form-meanwhile", changes = in_words(&changes, cx)));
        if told == self.meanwhile {
            return Outcome::Same;
        }
        self.meanwhile = told;
        Outcome::Changed
    }

    fn help(&self, cx: &Cx) -> String {
        self.sheet.form().help(self.form.focused(), &self.sheet.about(cx), &cx.words)
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.sheet.returned(&mut self.form, cx) {
            self.sheet.settled(&mut self.form, cx);
            return self.keep(cx);
        }
        let answered = self.asking.as_ref().and_then(|(answer, _)| answer.take());
        match (answered, self.asking.take()) {
            (Some(true), Some((_, refusal))) => {
                self.confirmed.extend(refusal.asks());
                self.save(cx)
            }
            (Some(false), Some((_, Refusal::LateRegistration { .. }))) => {
                if let Some(reason) = self.sheet.field_of(RefusedField::Reason) {
                    self.form.focus_on(reason);
                }
                Outcome::Changed
            }
            _ => Outcome::Changed,
        }
    }
}

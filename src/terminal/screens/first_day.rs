//! The first day of an office, before there is a desk: three fields open it, the rest can be added later.

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::layout::{Rect, Size};
use serde_json::{Map, Value};

use super::sheet;
use crate::clock::Clock;
use crate::desk::{Desk, DeskError, FirstDay, office_code_from};
use crate::i18n::Words;
use crate::say;
use crate::standard::office::offset;
use crate::standard::refusal::{Field as RefusedField, Refusal};
use crate::standard::text::given;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::form::{Did, Field, Form, Kind, Rules, Trouble, YES};
use crate::terminal::forms::FormName;
use crate::terminal::keys::Key;
use crate::terminal::layers::{Context, Layer, Outcome, Stack};
use crate::terminal::run::{Events, Program, Surface, run};
use crate::terminal::theme::{Look, Theme};
use crate::text;

/// What is known before there is an office, and the desk once there is one.
#[derive(Debug)]
pub struct Beginning {
    /// The words of the screen.
    pub words: Words,
    /// The colours.
    pub theme: Theme,
    /// Where the register is to be.
    pub register: PathBuf,
    /// The clock of the office.
    pub clock: Clock,
    /// The account of the operating system, which will stand for the first person.
    pub os_user: Option<String>,
    /// Where what is typed is kept until there is a register: there are no drafts before a desk.
    pub draft: Option<PathBuf>,
    /// The desk that was opened.
    desk: Option<Desk>,
}

impl Beginning {
    /// Nothing is begun yet.
    #[must_use]
    pub const fn new(
        words: Words,
        theme: Theme,
        register: PathBuf,
        clock: Clock,
        os_user: Option<String>,
        draft: Option<PathBuf>,
    ) -> Self {
        Self { words, theme, register, clock, os_user, draft, desk: None }
    }

    /// What was typed and left before.
    fn left(&self) -> Option<Map<String, Value>> {
        serde_json::from_str(&std::fs::read_to_string(self.draft.as_ref()?).ok()?).ok()
    }

    /// Keeps what is typed. A desk that can't be written says so when it is opened.
    fn keep(&self, typed: &Map<String, Value>) {
        if let Some(draft) = &self.draft {
            let folder = draft.parent().map_or(Ok(()), std::fs::create_dir_all);
            let _ = folder.and_then(|()| std::fs::write(draft, Value::Object(typed.clone()).to_string()));
        }
    }

    /// There is an office: what was typed stands in it.
    fn forget(&self) {
        // It is read no more where there is a register.
        let _ = self.draft.as_ref().map(std::fs::remove_file);
    }

    fn today(&self) -> NaiveDate {
        self.clock.today(offset(self.clock.offset_minutes()))
    }
}

/// The program that asks for them.
#[must_use]
pub fn program(beginning: Beginning) -> Program<Beginning> {
    let mut form = FirstDayForm::new(&beginning.words);
    if let Some(left) = beginning.left() {
        form.form.restore(&left);
        form.offered = office_code_from(&form.form.typed("office_name"));
    }
    let stack = Stack::new(Box::new(form));
    Program { stack, context: beginning }
}

/// Asks for the office, its first unit and person until the desk is open; gives it, with the words that were chosen,
/// or nothing where the person left before.
///
/// # Errors
/// When the surface fails.
pub fn set_up<S: Surface>(
    terminal: &mut Terminal<S>,
    events: &mut impl Events,
    beginning: Beginning,
) -> Result<Option<(Desk, Words)>, S::Error> {
    let mut program = program(beginning);
    run(terminal, events, &mut program)?;
    let Beginning { desk, words, .. } = program.context;
    Ok(desk.map(|desk| (desk, words)))
}

impl Context for Beginning {
    fn theme(&self) -> Theme {
        self.theme
    }

    fn word(&self, id: &'static str) -> String {
        self.words.by_id(id)
    }

    fn too_small(&self, needed: Size, present: Size) -> String {
        self.words.too_small((needed.width, needed.height), (present.width, present.height))
    }

    fn nothing_found(&self, typed: &str) -> String {
        say!(self.words, "list-nothing-typed", typed = typed)
    }

    fn means_nothing(&self, command: Command) -> String {
        self.words.means_nothing(command.entry().name)
    }

    fn heading(&self) -> String {
        let today = self.today();
        format!("{} {}", self.words.weekday(today), self.words.date(today))
    }
}

impl Rules for Beginning {
    fn today(&self) -> NaiveDate {
        Self::today(self)
    }

    fn word(&self, trouble: Trouble) -> String {
        sheet::trouble_in_words(&self.words, trouble)
    }
}

/// The form of the first day.
struct FirstDayForm {
    form: Form,
    /// The office code that was offered: changed by hand, it stays.
    offered: String,
}

impl FirstDayForm {
    fn new(words: &Words) -> Self {
        let line =
            |id: &'static str, label: String, note: String| Field::new(id, &label, Kind::Line).note(&note);
        let fields = vec![
            line("office_name", say!(words, "field-office-name"), say!(words, "note-first-office"))
                .width(48)
                .required(),
            line("unit_title", say!(words, "label-first-unit"), say!(words, "note-first-unit"))
                .width(48)
                .required(),
            line("person_name", say!(words, "label-first-person"), say!(words, "note-person-name"))
                .width(48)
                .required(),
            line("office_code", say!(words, "field-office-code"), say!(words, "note-first-code"))
                .heading(&say!(words, "first-later"))
                .width(16),
            line("position", say!(words, "label-position"), say!(words, "note-position")),
            Field::new("phone", &say!(words, "label-phone"), Kind::Phone)
                .note(&say!(words, "note-staff-phone")),
            Field::new("signs", &say!(words, "label-signs"), Kind::YesNo)
                .with(YES)
                .note(&say!(words, "note-signs")),
        ];
        Self { form: Form::new(fields, &say!(words, "button-first-day")), offered: String::new() }
    }

    /// The same form, with what is typed, in other words.
    fn reworded(&self, words: &Words) -> Self {
        let mut other = Self { offered: self.offered.clone(), ..Self::new(words) };
        other.form.restore(&self.form.state());
        match self.form.focused() {
            Some(field) => other.form.focus_on(field),
            None => other.form.focus_on("signs"),
        };
        other
    }

    fn day(&self, os_user: Option<String>) -> FirstDay {
        let value = |id: &str| given(&self.form.typed(id)).map(str::to_owned);
        FirstDay {
            office: self.form.typed("office_name"),
            code: value("office_code"),
            unit: self.form.typed("unit_title"),
            unit_sort: None,
            person: self.form.typed("person_name"),
            login: None,
            position: value("position").unwrap_or_default(),
            phone: value("phone"),
            signs: self.form.typed("signs") == YES,
            os_user,
        }
    }

    /// Offers a code for the office's numbers while nobody typed one.
    fn offer_code(&mut self) {
        if self.form.typed("office_code") == self.offered {
            self.offered = office_code_from(&self.form.typed("office_name"));
            self.form.put("office_code", &self.offered);
        }
    }

    fn did(&mut self, did: Did, cx: &mut Beginning) -> Outcome<Beginning> {
        match did {
            Did::Nothing => Outcome::Same,
            Did::Moved => Outcome::Changed,
            Did::Typed => {
                cx.keep(&self.form.touched());
                Outcome::Changed
            }
            Did::NothingFound => Outcome::Say(cx.nothing_found(self.form.looked_for())),
            Did::Refused => Outcome::Say(say!(cx.words, "form-refused")),
            Did::Leave => Outcome::Say(say!(cx.words, "first-leave")),
            Did::Save => self.begin(cx),
        }
    }

    fn begin(&mut self, cx: &mut Beginning) -> Outcome<Beginning> {
        // The first letter needs a given name as well (R6): asked while it costs a word.
        if self.form.typed("person_name").split_whitespace().count() < 2 {
            self.form.blame("person_name", &say!(cx.words, "first-full-name"));
            return Outcome::Changed;
        }
        match Desk::begin(&cx.register, cx.clock, &self.day(cx.os_user.clone())) {
            Ok(desk) => {
                cx.desk = Some(desk);
                cx.forget();
                Outcome::Quit
            }
            Err(error) => {
                let said = cx.words.trouble(&error, &cx.register, None);
                let field = match &error {
                    DeskError::Refused(refusal) => self.stands_in(refusal),
                    _ => None,
                };
                match field {
                    Some(field) if self.form.blame(field, &said) => Outcome::Changed,
                    _ => Outcome::Say(said),
                }
            }
        }
    }

    /// The field from which a refused value came: codes that nobody typed are made of names.
    fn stands_in(&self, refusal: &Refusal) -> Option<&'static str> {
        let code = self.form.typed("office_code");
        match refusal {
            Refusal::BadCode(bad) if *bad == code.trim() => Some("office_code"),
            _ => match refusal.field()? {
                RefusedField::OfficeName | RefusedField::OfficeCode => Some("office_name"),
                RefusedField::UnitTitle | RefusedField::UnitCode => Some("unit_title"),
                RefusedField::PersonName | RefusedField::Login => Some("person_name"),
                _ => None,
            },
        }
    }
}

impl Layer<Beginning> for FirstDayForm {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Beginning) {
        canvas.clear(area);
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let welcome = text::shown_lines(&say!(cx.words, "first-welcome"));
        let lines: Vec<_> = welcome.iter().flat_map(|line| line.wrap(inside.width.into())).collect();
        let mut rows = inside.rows().skip(1);
        for (row, line) in rows.by_ref().zip(&lines) {
            canvas.put(row, line, Look::Plain);
        }
        let used = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height);
        self.form.draw(canvas, Rect { y: area.y + used, height: area.height - used, ..area });
    }

    fn title(&self, cx: &Beginning) -> String {
        say!(cx.words, "first-title")
    }

    fn place(&self) -> Place {
        Place::Form
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, key: Key, cx: &mut Beginning) -> Outcome<Beginning> {
        let before = self.form.focused();
        let did = self.form.key(key, cx);
        if before == Some("office_name") && self.form.focused() != before {
            self.offer_code();
        }
        self.did(did, cx)
    }

    fn paste(&mut self, pasted: &str, cx: &mut Beginning) -> Outcome<Beginning> {
        let did = self.form.paste(pasted, cx);
        self.did(did, cx)
    }

    fn availability(&self, command: Command, cx: &Beginning) -> Availability {
        match command {
            Command::Language => Availability::Ready,
            other => self.form.availability(other, || say!(cx.words, "form-no-values")),
        }
    }

    fn command(&mut self, command: Command, cx: &mut Beginning) -> Outcome<Beginning> {
        if command == Command::Language {
            cx.words = Words::new(cx.words.language().other());
            *self = self.reworded(&cx.words);
            return Outcome::Say(say!(cx.words, "act-language"));
        }
        let did = self.form.command(command, cx);
        self.did(did, cx)
    }

    fn help(&self, cx: &Beginning) -> String {
        let about = say!(cx.words, "first-help");
        FormName::FirstDay.help(self.form.focused(), &about, &cx.words)
    }
}

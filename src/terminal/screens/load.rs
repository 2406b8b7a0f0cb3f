//! Loading norms, a year of the calendar, topics or letter templates from a file; what a calendar moves is asked first and listed after
//! (readings, *Terms*, *Where settings live*).

use std::path::Path;

use ratatui::layout::Rect;
use uuid::Uuid;

use super::acts;
use super::roster::no_administrator;
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError};
use crate::letters::library::{self, Own, PutError};
use crate::say;
use crate::standard::refusal::MovedDue;
use crate::standard::text::given;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::form::{Field, Form, Kind, NO, YES};
use crate::terminal::forms::FormName;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Choice, Lines};
use crate::text::{self, Shown};

const NORMS: &str = "norms";
const CALENDAR: &str = "calendar";
const TOPICS: &str = "topics";
const TEMPLATES: &str = "templates";
/// No rules are longer, in bytes.
const LONGEST: u64 = 4 * 1024 * 1024;

/// Opens the form that loads rules.
///
/// # Errors
/// When the operating system has no random bytes for the form's id.
pub fn open(cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    if let Some(reason) = no_administrator(cx) {
        return Ok(Outcome::Say(reason));
    }
    let words = &cx.words;
    let what = vec![
        Choice::new(CALENDAR, &say!(words, "load-calendar")),
        Choice::new(NORMS, &say!(words, "load-norms")),
        Choice::new(TOPICS, &say!(words, "load-topics")),
        Choice::new(TEMPLATES, &say!(words, "load-templates")),
    ];
    let fields = vec![
        Field::new("what", &say!(words, "load-what"), Kind::Choice(what)).width(40).required(),
        Field::new("file", &say!(words, "load-file"), Kind::Line)
            .width(60)
            .note(&say!(words, "load-file-note"))
            .required(),
        Field::new("replace", &say!(words, "load-replace"), Kind::YesNo)
            .with(NO)
            .note(&say!(words, "load-replace-note")),
    ];
    let form = Form::new(fields, &say!(words, "button-load"));
    Ok(acts::open(Sheeted::new(LoadSheet, form, cx)?))
}

/// The form of what is loaded and from where; nothing in it is worth a draft.
#[derive(Debug)]
struct LoadSheet;

impl Sheet for LoadSheet {
    fn name(&self) -> Option<String> {
        // One path.
        None
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "command-load")
    }

    fn form(&self) -> FormName {
        FormName::Load
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let file = form.typed("file");
        let file = given(&file).unwrap_or_default();
        if form.typed("what") == TEMPLATES {
            let own = if form.typed("replace") == YES { Own::KeptAside } else { Own::Stays };
            return load_templates(file, own, cx);
        }
        let text = read(Path::new(file))
            .map_err(|error| DeskError::BadFile { name: file.to_owned(), why: cx.words.system(&error) })?;
        match form.typed("what").as_str() {
            NORMS => cx.desk.load_norms(file, &text, confirmed)?,
            TOPICS => cx.desk.load_topics(file, &text, confirmed)?,
            _ => {
                let moved = cx.desk.load_calendar(file, &text, confirmed)?;
                if !moved.is_empty() {
                    return Ok(Outcome::Replace(Box::new(Moved::new(&moved, cx))));
                }
            }
        }
        Ok(Outcome::CloseSaying(say!(cx.words, "done-loaded", file = file)))
    }
}

/// Puts a template, or all of a folder, into the office's own folder.
fn load_templates(file: &str, own: Own, cx: &Cx) -> Result<Outcome<Cx>, DeskError> {
    cx.desk.may_load()?;
    let bad = |why| DeskError::BadFile { name: file.to_owned(), why };
    let put = library::put(&cx.paths.own_letters(), &[file.into()], own).map_err(|error| match error {
        PutError::Broken(broken) => {
            bad(broken.iter().map(|one| one.error.words(&cx.words)).collect::<Vec<_>>().join("; "))
        }
        PutError::Taken(taken) => {
            let files: Vec<_> = taken.iter().map(|put| put.path.display().to_string()).collect();
            bad(say!(cx.words, "load-template-own", files = files.join(", ")))
        }
        PutError::Disk(error) => bad(error.words(&cx.words)),
    })?;
    if put.is_empty() {
        return Err(bad(say!(cx.words, "load-no-templates")));
    }
    let ids = put.iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join(", ");
    Ok(Outcome::CloseSaying(say!(cx.words, "done-templates-loaded", ids = ids)))
}

/// The text of a file that is not too long for rules.
fn read(file: &Path) -> std::io::Result<String> {
    if std::fs::metadata(file)?.len() > LONGEST {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    std::fs::read_to_string(file)
}

/// The due dates that a calendar moved.
#[derive(Debug)]
struct Moved {
    lines: Vec<(Shown, Look)>,
    view: Lines,
}

impl Moved {
    fn new(moved: &[MovedDue], cx: &Cx) -> Self {
        let words = &cx.words;
        let line = |one: &MovedDue| {
            let (from, to) = (words.date(one.from), words.date(one.to));
            say!(words, "refusal-due-moved-line", number = one.number.text.as_str(), from = from, to = to)
        };
        let head = (text::shown(&say!(words, "load-moved", count = moved.len())), Look::Strong);
        let rest = moved.iter().map(|one| (text::shown(&line(one)), Look::Plain));
        Self {
            lines: [head, (Shown::default(), Look::Plain)].into_iter().chain(rest).collect(),
            view: Lines::default(),
        }
    }
}

impl Layer<Cx> for Moved {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &Cx) {
        canvas.clear(area);
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        self.view.draw(canvas, inside, &self.lines);
        canvas.set_cursor(inside.x, inside.y);
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "load-moved-title")
    }

    fn place(&self) -> Place {
        Place::Text
    }

    fn key(&mut self, key: Key, _cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc | Code::Enter if !key.held => Outcome::Close,
            code if self.view.key(code) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "load-help")
    }
}

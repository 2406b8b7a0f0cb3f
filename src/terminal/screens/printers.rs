//! Another printer: the system is asked which there are, and a form asks which of them, what it takes, and the copies.
//!
//! The system may take its time. A box says so until it has answered; Esc leaves at once.

use ratatui::layout::Rect;
use uuid::Uuid;

use super::acts;
use super::print::{instead, order};
use super::sheet::{Sheet, Sheeted};
use crate::desk::{Confirmed, DeskError};
use crate::letters::deliver::DeliverError;
use crate::letters::papers::Paper;
use crate::letters::spooler::{Copies, Printer, Queue, Takes};
use crate::printing::{Awaited, Way, ask_printers};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::terminal::app::{Cx, GLANCE};
use crate::terminal::canvas::Canvas;
use crate::terminal::command::Place;
use crate::terminal::form::{Field, Form, Kind};
use crate::terminal::forms::FormName;
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Choice, work_box};
use crate::text;

/// Asks the system for its printers, then the person which.
///
/// # Errors
/// When the operating system has no random bytes for the form's id.
pub fn other(appeal: &Appeal, paper: Option<Paper>, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    let mut asked = Asked { printers: ask_printers(&cx.spooler), appeal: appeal.clone(), paper };
    if asked.printers.is_known(GLANCE) {
        return asked.answered(cx);
    }
    cx.go_on();
    Ok(Outcome::Open(Box::new(asked)))
}

/// The system was asked for its printers.
struct Asked {
    printers: Awaited<Result<Vec<Queue>, DeliverError>>,
    appeal: Appeal,
    /// The paper that was asked for.
    paper: Option<Paper>,
}

impl Asked {
    /// The form of the printers that were told, or why there is none.
    fn answered(&self, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
        match self.printers.told() {
            Some(Ok(queues)) if queues.is_empty() => Ok(Outcome::Say(say!(cx.words, "print-no-printers"))),
            Some(Ok(queues)) => open(&self.appeal, self.paper, queues, cx),
            Some(Err(error)) => Ok(Outcome::Say(error.words(&cx.words))),
            None => Ok(Outcome::Say(DeliverError::SpoolerSilent.words(&cx.words))),
        }
    }
}

impl Layer<Cx> for Asked {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let rows =
            [(say!(cx.words, "printers-asked"), Look::Plain), (say!(cx.words, "printers-esc"), Look::Dim)];
        let inside = work_box(canvas, area, &text::shown(&say!(cx.words, "printers-title")), 2);
        for (row, (said, look)) in inside.rows().zip(&rows) {
            canvas.put(row, &text::shown(said), *look);
        }
        canvas.set_cursor(inside.x, inside.y + 1);
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn key(&mut self, key: Key, _cx: &mut Cx) -> Outcome<Cx> {
        if key.code == Code::Esc && !key.held { Outcome::Close } else { Outcome::Same }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "printers-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        // They may have been told beneath the help that was open.
        self.refresh(cx)
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.printers.is_known(GLANCE) {
            return instead(self.answered(cx), cx);
        }
        cx.go_on();
        Outcome::Same
    }
}

/// The form that asks for a printer, what it takes, and the copies.
fn open(
    appeal: &Appeal,
    paper: Option<Paper>,
    queues: &[Queue],
    cx: &mut Cx,
) -> Result<Outcome<Cx>, DeskError> {
    let offered = Paper::offered(appeal);
    let usual = cx.usual_printer();
    let chosen = queues.iter().find(|queue| Some(&queue.name) == usual.name.as_ref());
    let chosen = chosen.or_else(|| queues.iter().find(|queue| queue.is_default)).unwrap_or(&queues[0]);
    let (printer, takes) = (chosen.name.clone(), cx.takes(&chosen.name));
    let paper = paper.or_else(|| offered.first().copied()).unwrap_or(Paper::Receipt);
    let form = form(appeal, &offered, paper, queues, takes, &printer, cx);
    let sheet = PrinterSheet { appeal: appeal.clone(), printer };
    Ok(acts::open(Sheeted::new(sheet, form, cx)?))
}

fn form(
    appeal: &Appeal,
    offered: &[Paper],
    paper: Paper,
    queues: &[Queue],
    takes: Takes,
    printer: &str,
    cx: &Cx,
) -> Form {
    let words = &cx.words;
    let papers = offered
        .iter()
        .chain(Some(&paper).filter(|paper| !offered.contains(paper)))
        .map(|paper| Choice::new(&paper.to_string(), &paper.title(appeal, words)))
        .collect();
    let printers = queues.iter().map(|queue| Choice::new(&queue.name, &queue_title(queue, cx))).collect();
    let ways = vec![
        Choice::new(Takes::Pdf.code(), &say!(words, "takes-pdf")),
        Choice::new(Takes::Text.code(), &say!(words, "takes-text")),
        Choice::new(Takes::TextCp866.code(), &say!(words, "takes-cp866")),
    ];
    let fields = vec![
        Field::new("paper", &say!(words, "print-field-paper"), Kind::Choice(papers))
            .with(&paper.to_string())
            .required(),
        Field::new("printer", &say!(words, "print-field-printer"), Kind::Choice(printers))
            .width(52)
            .with(printer)
            .required(),
        Field::new("copies", &say!(words, "print-field-copies"), Kind::Number).with("1").required(),
        Field::new("takes", &say!(words, "print-field-takes"), Kind::Choice(ways))
            .width(52)
            .with(takes.code())
            .required(),
    ];
    Form::new(fields, &say!(words, "button-print"))
}

/// A printer by its name, with what should be known before it is chosen.
fn queue_title(queue: &Queue, cx: &Cx) -> String {
    let mut title = queue.name.clone();
    if queue.is_default {
        title = format!("{title} · {}", say!(cx.words, "print-default"));
    }
    if let Some(why) = &queue.stopped {
        title = format!("{title} · {}", say!(cx.words, "print-stopped"));
        if !why.is_empty() {
            title = format!("{title} ({why})");
        }
    }
    title
}

/// The form of a printer; nothing in it is worth a draft.
#[derive(Debug)]
struct PrinterSheet {
    appeal: Appeal,
    /// The printer of which the form says what it takes.
    printer: String,
}

impl Sheet for PrinterSheet {
    fn name(&self) -> Option<String> {
        // It is chosen anew in a moment.
        None
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "command-print")
    }

    fn form(&self) -> FormName {
        FormName::Printer
    }

    fn settled(&mut self, form: &mut Form, cx: &Cx) {
        let printer = form.typed("printer");
        if printer != self.printer {
            form.put("takes", cx.takes(&printer).code());
            self.printer = printer;
        }
    }

    fn check(&self, id: &str, form: &Form, cx: &Cx) -> Option<String> {
        let wrong = id == "copies" && copies(form).is_none();
        wrong.then(|| say!(cx.words, "print-copies-wrong", most = Copies::MOST))
    }

    fn save(
        &mut self,
        form: &Form,
        _request: Uuid,
        _confirmed: &Confirmed,
        cx: &mut Cx,
    ) -> Result<Outcome<Cx>, DeskError> {
        let paper = form.typed("paper").parse().unwrap_or(Paper::Receipt);
        let takes = form.typed("takes").parse().unwrap_or(Takes::Pdf);
        let printer = Printer { name: Some(form.typed("printer")), takes };
        let way = Way::Printer(printer, copies(form).unwrap_or(Copies::ONE));
        Ok(Outcome::CloseSaying(cx.deliver(&order(&self.appeal, paper), &way)))
    }
}

fn copies(form: &Form) -> Option<Copies> {
    form.typed("copies").trim().parse().ok().and_then(Copies::new)
}

//! F5: which paper, and where to. The usual way is the first line, so that F5 and Enter print.

use uuid::Uuid;

use super::sheet::{Sheet, Sheeted};
use super::{acts, batch, unprinted};
use crate::desk::{Confirmed, DeskError};
use crate::letters::deliver::Form as Made;
use crate::letters::eml;
use crate::letters::papers::Paper;
use crate::letters::spooler::{Copies, Printer, Queue, Takes};
use crate::printing::{Order, Way};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::reply::ReplyId;
use crate::terminal::app::Cx;
use crate::terminal::ask::Picking;
use crate::terminal::form::{Field, Form, Kind};
use crate::terminal::forms::FormName;
use crate::terminal::keys::Key;
use crate::terminal::layers::Outcome;
use crate::terminal::widgets::{Choice, PickList};

/// What a line of the list does.
#[derive(Debug, Clone, Copy)]
enum Line {
    Printer(Paper),
    File(Paper, Made),
    /// The e-mail draft of a signed reply (R14).
    Email(ReplyId),
    Other,
    Many,
    Unprinted,
}

/// Asks what to print of an appeal and where.
pub fn choose(appeal: &Appeal, cx: &mut Cx) -> Outcome<Cx> {
    let lines = lines(appeal, cx);
    // What is typed narrows by the title; a code would answer to Latin letters that nobody sees.
    let choices = lines.iter().map(|(_, title)| Choice::new("", title)).collect();
    let list = PickList::new(&say!(cx.words, "print-question"), choices, "", "")
        .nothing(&say!(cx.words, "list-nothing"));
    let (help, appeal) = (say!(cx.words, "print-help"), appeal.clone());
    let taken = move |_: &PickList, at: usize, _: Key, cx: &mut Cx| {
        lines.get(at).map_or(Outcome::Close, |(line, _)| take(*line, &appeal, cx))
    };
    Outcome::Open(Box::new(Picking::new(list, help, taken)))
}

fn take(line: Line, appeal: &Appeal, cx: &mut Cx) -> Outcome<Cx> {
    let (paper, way) = match line {
        Line::Printer(paper) => (paper, Way::Printer(cx.usual_printer(), Copies::ONE)),
        Line::File(paper, form) => (paper, Way::Folder(cx.paths.letters_out(), form)),
        Line::Email(reply) => {
            return Outcome::CloseSaying(cx.write_email(&order(appeal, Paper::Reply(reply))));
        }
        Line::Other => return instead(other_printer(appeal, None, cx), cx),
        Line::Many => return instead(batch::choose(cx), cx),
        Line::Unprinted => return instead(Ok(unprinted::open(cx)), cx),
    };
    Outcome::CloseSaying(cx.deliver(&order(appeal, paper), &way))
}

/// What was to be opened, in the place of the list.
fn instead(opened: Result<Outcome<Cx>, DeskError>, cx: &Cx) -> Outcome<Cx> {
    match opened {
        Ok(Outcome::Open(layer)) => Outcome::Replace(layer),
        Ok(Outcome::Say(said)) => Outcome::CloseSaying(said),
        Ok(other) => other,
        Err(error) => Outcome::CloseSaying(cx.trouble(&error)),
    }
}

fn order(appeal: &Appeal, paper: Paper) -> Order {
    Order { appeal: appeal.id, number: appeal.number.text.clone(), paper }
}

/// The papers there are of an appeal, each by every way, and what else is printed from here.
fn lines(appeal: &Appeal, cx: &Cx) -> Vec<(Line, String)> {
    let words = &cx.words;
    let printer = cx.usual_printer().name;
    let mut lines = Vec::new();
    for paper in Paper::offered(appeal) {
        let title = paper.title(appeal, words);
        let title = title.as_str();
        let on_paper = match &printer {
            Some(name) => say!(words, "print-on-named", paper = title, printer = name.as_str()),
            None => say!(words, "print-on-printer", paper = title),
        };
        lines.push((Line::Printer(paper), on_paper));
        lines.push((Line::File(paper, Made::Pdf), say!(words, "print-as-pdf", paper = title)));
        lines.push((Line::File(paper, Made::Text), say!(words, "print-as-text", paper = title)));
        if let Some(reply) = paper.reply(appeal).filter(|reply| eml::ready(appeal, reply).is_ok()) {
            lines.push((Line::Email(reply.id), say!(words, "print-as-email")));
        }
    }
    lines.push((Line::Other, say!(words, "print-other")));
    lines.push((Line::Many, say!(words, "print-many")));
    let waiting = cx.unprinted().len();
    if waiting > 0 {
        lines.push((Line::Unprinted, say!(words, "print-unprinted", count = waiting)));
    }
    lines
}

/// The form that asks for a printer, what it takes, and the copies.
///
/// # Errors
/// When the operating system has no random bytes for the form's id.
pub fn other_printer(appeal: &Appeal, paper: Option<Paper>, cx: &mut Cx) -> Result<Outcome<Cx>, DeskError> {
    let queues = match cx.spooler.queues() {
        Ok(queues) if queues.is_empty() => return Ok(Outcome::Say(say!(cx.words, "print-no-printers"))),
        Ok(queues) => queues,
        Err(error) => return Ok(Outcome::Say(error.words(&cx.words))),
    };
    let offered = Paper::offered(appeal);
    let usual = cx.usual_printer();
    let chosen = queues.iter().find(|queue| Some(&queue.name) == usual.name.as_ref());
    let chosen = chosen.or_else(|| queues.iter().find(|queue| queue.is_default)).unwrap_or(&queues[0]);
    let (printer, takes) = (chosen.name.clone(), cx.takes(&chosen.name));
    let paper = paper.or_else(|| offered.first().copied()).unwrap_or(Paper::Receipt);
    let form = form(appeal, &offered, paper, &queues, takes, &printer, cx);
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

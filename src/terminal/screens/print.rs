//! F5: which paper, and where to. The usual way is the first line, so that F5 and Enter print.

use super::{batch, printers, unprinted};
use crate::desk::DeskError;
use crate::letters::deliver::Form as Made;
use crate::letters::eml;
use crate::letters::papers::Paper;
use crate::letters::spooler::Copies;
use crate::printing::{Order, Way};
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::reply::ReplyId;
use crate::terminal::app::Cx;
use crate::terminal::ask::Picking;
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
        Line::Other => return instead(printers::other(appeal, None, cx), cx),
        Line::Many => return instead(batch::choose(cx), cx),
        Line::Unprinted => return instead(Ok(unprinted::open(cx)), cx),
    };
    Outcome::CloseSaying(cx.deliver(&order(appeal, paper), &way))
}

/// What was to be opened, in the place of what asked for it.
pub fn instead(opened: Result<Outcome<Cx>, DeskError>, cx: &Cx) -> Outcome<Cx> {
    match opened {
        Ok(Outcome::Open(layer)) => Outcome::Replace(layer),
        Ok(Outcome::Say(said)) => Outcome::CloseSaying(said),
        Ok(other) => other,
        Err(error) => Outcome::CloseSaying(cx.trouble(&error)),
    }
}

pub fn order(appeal: &Appeal, paper: Paper) -> Order {
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

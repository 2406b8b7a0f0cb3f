//! Paper: the preview that reads like the page, and printing it.

use std::path::Path;

use ratatui::layout::Rect;

use crate::desk::{Confirmed, DeskError, HistoryLine, Seen};
use crate::letters::Document;
use crate::letters::compose::Composer;
use crate::letters::deliver::{self, DeliverError, Form};
use crate::letters::papers::Paper;
use crate::letters::preview::{Style, preview as lines_of};
use crate::letters::template::Library;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::reply::Reply;
use crate::terminal::app::Cx;
use crate::terminal::ask::Picking;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Choice, Lines, PickList};
use crate::text::{self, Shown};

/// As wide as the text of a page is shown.
const COLUMNS: u16 = 76;

/// Shows the newest reply of an appeal, or its receipt where there is none.
pub fn preview(appeal: &Appeal, cx: &mut Cx) -> Outcome<Cx> {
    let paper = Paper::offered(appeal).into_iter().next().unwrap_or(Paper::Receipt);
    match (paper.reply(appeal), composed(paper, appeal, cx)) {
        (Some(reply), _) => show_reply(appeal, reply, cx),
        (None, Ok(document)) => Outcome::Open(Box::new(Preview::new(&document, None, appeal))),
        (None, Err(error)) => Outcome::Say(cx.trouble(&error)),
    }
}

/// Shows a reply, or what is to become one.
pub fn show_reply(appeal: &Appeal, reply: &Reply, cx: &Cx) -> Outcome<Cx> {
    let letters = cx.letter_words();
    let composer = Composer { office: cx.desk.office(), words: &letters };
    let document = composer.reply(appeal, reply);
    let printable = reply.finalised().map(|_| Paper::Reply(reply.id));
    Outcome::Open(Box::new(Preview::new(&document, printable, appeal)))
}

/// The document of a paper.
fn composed(paper: Paper, appeal: &Appeal, cx: &Cx) -> Result<Document, DeskError> {
    let letters = cx.letter_words();
    let composer = Composer { office: cx.desk.office(), words: &letters };
    let (library, _) = Library::load(Some(&cx.paths.overrides().join("letters")));
    let card = cx.desk.card(appeal.id)?;
    let history: Vec<_> = card.history.iter().map(HistoryLine::happened).collect();
    composer
        .paper(paper, appeal, &history, &library)
        .map_err(|error| DeskError::BadFile { name: paper.title(appeal, &cx.words), why: error.to_string() })
}

/// A page on the screen.
struct Preview {
    lines: Vec<(Shown, Look)>,
    view: Lines,
    printable: Option<Paper>,
    appeal: Box<Appeal>,
}

impl Preview {
    fn new(document: &Document, printable: Option<Paper>, appeal: &Appeal) -> Self {
        let lines = lines_of(document, COLUMNS.into())
            .iter()
            .map(|line| {
                (
                    text::shown(&line.text()),
                    line.spans.first().map_or(Look::Plain, |(style, _)| look_of(*style)),
                )
            })
            .collect();
        Self { lines, view: Lines::default(), printable, appeal: Box::new(appeal.clone()) }
    }
}

impl Layer<Cx> for Preview {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &Cx) {
        canvas.clear(area);
        let width = (COLUMNS + 2).min(area.width);
        let page = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        self.view.draw(canvas, page, &self.lines);
        canvas.set_cursor(page.x, page.y);
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "preview-title")
    }

    fn place(&self) -> Place {
        Place::Text
    }

    fn key(&mut self, key: Key, _cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc => Outcome::Close,
            code if self.view.key(code) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn availability(&self, command: Command, cx: &Cx) -> Availability {
        match (command, self.printable) {
            (Command::Print, Some(_)) => Availability::Ready,
            (Command::Print, None) => Availability::Disabled(say!(cx.words, "preview-not-final")),
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        if command == Command::Print { print(&self.appeal, cx) } else { Outcome::Same }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "preview-help")
    }
}

/// Asks what to print of an appeal and where.
pub fn print(appeal: &Appeal, cx: &mut Cx) -> Outcome<Cx> {
    let words = &cx.words;
    let list = PickList::new(&say!(words, "print-question"), papers(appeal, cx), "", "")
        .nothing(&say!(words, "list-nothing"));
    let (help, appeal) = (say!(words, "print-help"), appeal.clone());
    let taken = move |list: &PickList, at: usize, _: Key, cx: &mut Cx| {
        let (paper, way) = list.choices()[at].code.split_once(':').unwrap_or(("receipt", "pdf"));
        let paper = paper.parse().unwrap_or(Paper::Receipt);
        let (Ok(said) | Err(said)) = deliver_paper(&appeal, paper, way, cx);
        Outcome::CloseSaying(said)
    };
    Outcome::Open(Box::new(Picking::new(list, help, taken)))
}

/// The papers there are of an appeal, each by every way.
fn papers(appeal: &Appeal, cx: &Cx) -> Vec<Choice> {
    let words = &cx.words;
    let mut choices = Vec::new();
    for paper in Paper::offered(appeal) {
        let title = paper.title(appeal, words);
        let title = title.as_str();
        choices.push(Choice::new(&format!("{paper}:pdf"), &say!(words, "print-as-pdf", paper = title)));
        choices.push(Choice::new(&format!("{paper}:txt"), &say!(words, "print-as-text", paper = title)));
        choices.push(Choice::new(&format!("{paper}:lp"), &say!(words, "print-on-printer", paper = title)));
    }
    choices
}

/// Makes the paper and lets it leave; a final's paper is recorded. What to say, done or not.
fn deliver_paper(appeal: &Appeal, paper: Paper, way: &str, cx: &mut Cx) -> Result<String, String> {
    let reply = paper.reply(appeal);
    let document = composed(paper, appeal, cx).map_err(|error| cx.trouble(&error))?;
    let form = if way == "txt" { Form::Text } else { Form::Pdf };
    let said = |error: DeliverError, cx: &Cx| error.words(&cx.words);
    let bytes = deliver::bytes(&document, form, cx.desk.now()).map_err(|error| said(error, cx))?;
    let done = if way == "lp" {
        let printer = cx.printer.clone();
        deliver::print(printer.as_deref(), &document.title, &bytes).map_err(|error| said(error, cx))?;
        say!(cx.words, "done-printed")
    } else {
        let stem = paper.stem(appeal, &cx.letter_words());
        let path = deliver::write_new(&cx.paths.letters_out(), &stem, form, &bytes)
            .map_err(|error| said(error, cx))?;
        say!(cx.words, "done-written", file = shown_path(&path))
    };
    let printed = reply.filter(|reply| reply.finalised().is_some()).map(|reply| reply.id);
    if let Some(id) = printed {
        // The paper is out; that another desk changed the card meanwhile only means that this is not written down.
        let recorded =
            cx.desk.reply_printed(Seen::from(appeal), id, &deliver::sha256(&bytes), &Confirmed::new());
        cx.saved();
        if let Err(error) = recorded {
            return Err(format!("{done} {}", cx.trouble(&error)));
        }
    }
    Ok(done)
}

/// How a part of a page is shown.
pub const fn look_of(style: Style) -> Look {
    match style {
        Style::Normal => Look::Plain,
        Style::Bold => Look::Strong,
        Style::Dim => Look::Dim,
        Style::Mark => Look::Accent,
    }
}

/// A path as it is told: from where the program was started, where it lies below.
pub fn shown_path(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

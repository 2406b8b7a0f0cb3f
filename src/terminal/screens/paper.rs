//! Paper: the preview that reads like the page.

use ratatui::layout::Rect;
use uuid::Uuid;

use super::print;
use crate::letters::Document;
use crate::letters::compose::Composer;
use crate::letters::papers::Paper;
use crate::letters::preview::{Style, preview as lines_of};
use crate::printing::NotDelivered;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::reply::Reply;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::Lines;
use crate::text::{self, Shown};

/// As wide as the text of a page is shown.
const COLUMNS: u16 = 76;

/// Shows the newest reply of an appeal, or its receipt where there is none.
pub fn preview(appeal: &Appeal, cx: &mut Cx) -> Outcome<Cx> {
    let paper = Paper::offered(appeal).into_iter().next().unwrap_or(Paper::Receipt);
    if let Some(reply) = paper.reply(appeal) {
        return show_reply(appeal, reply, cx);
    }
    show(appeal.id, paper, cx)
}

/// Shows all that is known of an appeal and happened to it, as its card has it: whoever answers reads what was asked.
pub fn show_card(appeal: Uuid, cx: &Cx) -> Outcome<Cx> {
    show(appeal, Paper::Card, cx)
}

fn show(appeal: Uuid, paper: Paper, cx: &Cx) -> Outcome<Cx> {
    let card = cx.desk.card(appeal).map_err(NotDelivered::from);
    let composed = card.and_then(|card| Ok((cx.printshop().compose(&cx.desk, &card, paper)?, card)));
    match composed {
        Ok((document, card)) => Outcome::Open(Box::new(Preview::new(&document, Some(paper), &card.appeal))),
        Err(error) => Outcome::Say(error.words(&cx.words, &cx.desk)),
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
        if command == Command::Print { print::choose(&self.appeal, cx) } else { Outcome::Same }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "preview-help")
    }
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

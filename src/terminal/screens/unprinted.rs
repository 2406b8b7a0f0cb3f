//! «Not printed»: the letters of this desk that a printer did not take, until they are printed or let go.

use std::rc::Rc;

use ratatui::layout::Rect;

use super::batch::Run;
use super::card::CardScreen;
use super::describe;
use super::drafts::age;
use super::print::instead;
use super::printers;
use crate::desk::Unprinted;
use crate::letters::papers::Paper;
use crate::letters::spooler::Copies;
use crate::printing::{Order, Way};
use crate::say;
use crate::terminal::app::Cx;
use crate::terminal::ask::{Picking, Question};
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Choice, Column, Confirm, Cursor, PickList, Table};
use crate::text;

/// Rows under the list for the reason of the chosen one.
const PANE: u16 = 3;

/// The list.
struct List {
    letters: Vec<(Unprinted, String)>,
    cursor: Cursor,
    changes: u64,
    /// Which one is to be let go, once that is confirmed.
    letting_go: Option<(Answer<bool>, Unprinted)>,
}

/// Opens the list; an empty one is only told of.
pub fn open(cx: &mut Cx) -> Outcome<Cx> {
    let letters = titled(cx);
    if letters.is_empty() {
        return Outcome::Say(cx.unreadable_unprinted().unwrap_or_else(|| say!(cx.words, "unprinted-none")));
    }
    if let Some(unreadable) = cx.unreadable_unprinted() {
        cx.tell(&unreadable);
    }
    let changes = cx.changes();
    Outcome::Open(Box::new(List { letters, cursor: Cursor::default(), changes, letting_go: None }))
}

/// The letters, each with what its paper is called.
fn titled(cx: &Cx) -> Vec<(Unprinted, String)> {
    let title = |letter: &Unprinted| {
        let paper: Option<Paper> = letter.paper.parse().ok();
        let card = cx.desk.card(letter.appeal).ok();
        let title = paper.zip(card).map(|(paper, card)| paper.title(&card.appeal, &cx.words));
        title.unwrap_or_else(|| letter.paper.clone())
    };
    cx.unprinted().into_iter().map(|letter| (letter.clone(), title(&letter))).collect()
}

impl List {
    fn chosen(&self) -> Option<&Unprinted> {
        self.letters.get(self.cursor.chosen).map(|(letter, _)| letter)
    }

    fn cells((letter, title): &(Unprinted, String), cx: &Cx) -> Vec<Cell> {
        let printer = letter.printer.clone().unwrap_or_else(|| say!(cx.words, "unprinted-system"));
        vec![
            Cell::new(&letter.number, Look::Plain),
            Cell::new(title, Look::Plain),
            Cell::new(&printer, Look::Plain),
            Cell::new(&age(letter.failed, cx), Look::Dim),
        ]
    }

    /// Asks whether this letter, all of them, or this one elsewhere.
    fn print(&self, cx: &Cx) -> Outcome<Cx> {
        let Some(chosen) = self.chosen().cloned() else { return Outcome::Same };
        let number = chosen.number.as_str();
        let mut choices = match &cx.usual_printer().name {
            Some(name) => {
                let name = name.as_str();
                vec![
                    Choice::new("", &say!(cx.words, "unprinted-one-named", number = number, printer = name)),
                    Choice::new(
                        "",
                        &say!(cx.words, "unprinted-all-named", count = self.letters.len(), printer = name),
                    ),
                ]
            }
            None => vec![
                Choice::new("", &say!(cx.words, "unprinted-one", number = number)),
                Choice::new("", &say!(cx.words, "unprinted-all", count = self.letters.len())),
            ],
        };
        choices.push(Choice::new("", &say!(cx.words, "print-other")));
        let orders: Vec<_> =
            self.letters.iter().filter_map(|(letter, _)| Order::of_unprinted(letter)).collect();
        let taken = move |_: &PickList, at: usize, _: Key, cx: &mut Cx| {
            let way = Way::Printer(cx.usual_printer(), Copies::ONE);
            match (at, Order::of_unprinted(&chosen)) {
                (0, Some(order)) => Outcome::CloseSaying(cx.deliver(&order, &way)),
                (1, _) => Outcome::Replace(Box::new(Run::begin(orders.clone(), way, cx))),
                (_, order) => elsewhere(order.as_ref(), cx),
            }
        };
        let list = PickList::new(&say!(cx.words, "print-question"), choices, "", "")
            .nothing(&say!(cx.words, "list-nothing"));
        Outcome::Open(Box::new(Picking::new(list, say!(cx.words, "unprinted-help"), taken)))
    }

    /// Asks whether the chosen letter is to be let go: it is printed nowhere.
    fn ask_to_let_go(&mut self, cx: &Cx) -> Outcome<Cx> {
        let Some(letter) = self.chosen().cloned() else { return Outcome::Same };
        let asks = say!(cx.words, "unprinted-let-go", number = letter.number.as_str());
        let (yes, no) = (say!(cx.words, "unprinted-let-go-yes"), say!(cx.words, "unprinted-let-go-no"));
        let (question, answer) =
            Question::new(Confirm::new(&asks, &yes, &no), say!(cx.words, "unprinted-help"));
        self.letting_go = Some((answer, letter));
        Outcome::Open(Box::new(question))
    }

    fn draw_reason(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.clear(area);
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let Some(letter) = self.chosen() else { return };
        canvas.put_lines(inside, &[(text::shown(&letter.why), Look::Plain)]);
    }
}

/// The form of printers, for a letter of the list.
fn elsewhere(order: Option<&Order>, cx: &mut Cx) -> Outcome<Cx> {
    let Some(order) = order else { return Outcome::Close };
    let card = cx.desk.card(order.appeal);
    let opened = card.and_then(|card| printers::other(&card.appeal, Some(order.paper), cx));
    instead(opened, cx)
}

impl Layer<Cx> for List {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let table = Table {
            columns: vec![
                describe::number_column(self.letters.iter().map(|(letter, _)| letter.number.as_str()), cx),
                Column::new(&say!(cx.words, "unprinted-paper"), 12, 20).growing(),
                Column::new(&say!(cx.words, "print-field-printer"), 12, 22).of_data(),
                Column::new(&say!(cx.words, "unprinted-when"), 10, 14),
            ],
        };
        let height = area.height.saturating_sub(PANE + 1);
        let letters = &self.letters;
        table.draw(canvas, Rect { height, ..area }, &mut self.cursor, letters.len(), |at| {
            letters.get(at).map(|letter| Self::cells(letter, cx)).unwrap_or_default()
        });
        canvas.rule(Rect { y: area.y + height, height: 1, ..area });
        self.draw_reason(canvas, Rect { y: area.y + height + 1, height: PANE, ..area });
    }

    fn title(&self, cx: &Cx) -> String {
        say!(cx.words, "command-unprinted")
    }

    fn place(&self) -> Place {
        Place::List
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc if !key.held => Outcome::Close,
            Code::Enter if !key.held => match self.chosen().map(|letter| cx.desk.card(letter.appeal)) {
                Some(Ok(card)) => Outcome::Open(Box::new(CardScreen::new(Rc::new(card), cx))),
                Some(Err(error)) => Outcome::Say(cx.trouble(&error)),
                None => Outcome::Same,
            },
            Code::Delete if !key.held => self.ask_to_let_go(cx),
            code if self.cursor.key(code, self.letters.len()) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn availability(&self, command: Command, _cx: &Cx) -> Availability {
        match command {
            Command::Print | Command::Annul => Availability::Ready,
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        match command {
            Command::Print => self.print(cx),
            Command::Annul => self.ask_to_let_go(cx),
            _ => Outcome::Same,
        }
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "unprinted-help")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if let Some((Some(true), letter)) =
            self.letting_go.take().map(|(answer, letter)| (answer.take(), letter))
        {
            cx.drop_unprinted(&letter);
        }
        self.refresh(cx)
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() {
            return Outcome::Same;
        }
        self.changes = cx.changes();
        self.letters = titled(cx);
        self.cursor = Cursor::on(self.cursor.chosen.min(self.letters.len().saturating_sub(1)));
        if self.letters.is_empty() { Outcome::Close } else { Outcome::Changed }
    }
}

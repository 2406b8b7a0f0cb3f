//! The card of one appeal: how it stands, the client, the words, the replies, the history.

use std::rc::Rc;

use ratatui::layout::Rect;
use uuid::Uuid;

use super::{acts, describe};
use crate::desk::Card;
use crate::say;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Asked, Layer, Outcome, question};
use crate::terminal::widgets::Lines;
use crate::text;

/// One appeal.
#[derive(Debug)]
pub struct CardScreen {
    card: Rc<Card>,
    lines: Lines,
    changes: u64,
    stand_on: Answer<Uuid>,
    give_stand: Rc<Asked<Uuid>>,
}

impl CardScreen {
    /// The card as it was read.
    #[must_use]
    pub fn new(card: Rc<Card>, cx: &Cx) -> Self {
        let (stand_on, give_stand) = question();
        Self {
            card,
            lines: Lines::default(),
            changes: cx.changes(),
            stand_on,
            give_stand: Rc::new(give_stand),
        }
    }

    fn read(&mut self, id: Uuid, cx: &Cx) -> Outcome<Cx> {
        self.changes = cx.changes();
        match cx.desk.card(id) {
            Ok(card) => {
                self.card = Rc::new(card);
                Outcome::Changed
            }
            Err(error) => Outcome::CloseSaying(cx.trouble(&error)),
        }
    }
}

impl Layer<Cx> for CardScreen {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let area = describe::draw_others(canvas, area, self.card.appeal.id, cx);
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let lines: Vec<_> =
            describe::card(cx, &self.card).iter().map(|(line, look)| (text::shown(line), *look)).collect();
        canvas.clear(area);
        self.lines.draw(canvas, inside, &lines);
        canvas.set_cursor(inside.x, inside.y);
    }

    fn title(&self, _cx: &Cx) -> String {
        self.card.appeal.number.text.clone()
    }

    fn place(&self) -> Place {
        Place::Card
    }

    fn key(&mut self, key: Key, _cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Esc => Outcome::Close,
            code if self.lines.key(code) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn availability(&self, command: Command, cx: &Cx) -> Availability {
        acts::availability(command, Some(&self.card), cx)
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        acts::perform(command, Some(&self.card), &self.give_stand, cx)
    }

    fn help(&self, cx: &Cx) -> String {
        say!(cx.words, "card-help")
    }

    fn about(&self) -> Option<Uuid> {
        Some(self.card.appeal.id)
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        match self.stand_on.take() {
            // Another appeal was registered from here: its card is what one wants to see.
            Some(other) if other != self.card.appeal.id => {
                self.lines = Lines::default();
                self.read(other, cx)
            }
            _ => self.refresh(cx),
        }
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() { Outcome::Same } else { self.read(self.card.appeal.id, cx) }
    }
}

//! Questions as layers: the answer goes to whoever asked.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::command::Place;
use super::keys::Key;
use super::layers::{Answer, Asked, Context, Cover, Layer, Outcome, question};
use super::widgets::{Choice, Confirm, PickList, Picked};

/// A yes-or-no question upon a layer.
#[derive(Debug)]
pub struct Question {
    confirm: Confirm,
    help: String,
    asked: Asked<bool>,
}

impl Question {
    /// A question that names its object, in worded lines; `help` explains what «yes» will do.
    #[must_use]
    pub fn new(confirm: Confirm, help: String) -> (Self, Answer<bool>) {
        let (answer, asked) = question();
        (Self { confirm, help, asked }, answer)
    }
}

impl<C: Context> Layer<C> for Question {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &C) {
        self.confirm.draw(canvas, area);
    }

    fn title(&self, _cx: &C) -> String {
        String::new()
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn cover(&self) -> Cover {
        Cover::Part
    }

    fn key(&mut self, key: Key, _cx: &mut C) -> Outcome<C> {
        match self.confirm.key(key) {
            Some(yes) => {
                self.asked.give(yes);
                Outcome::Close
            }
            None => Outcome::Changed,
        }
    }

    fn help(&self, _cx: &C) -> String {
        self.help.clone()
    }
}

/// A list upon a layer, of which one item is to be taken.
#[derive(Debug)]
pub struct Pick {
    list: PickList,
    help: String,
    asked: Asked<Choice>,
}

impl Pick {
    /// A list; nothing is answered when it is left.
    #[must_use]
    pub fn new(list: PickList, help: String) -> (Self, Answer<Choice>) {
        let (answer, asked) = question();
        (Self { list, help, asked }, answer)
    }
}

impl<C: Context> Layer<C> for Pick {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &C) {
        self.list.draw(canvas, area);
    }

    fn title(&self, _cx: &C) -> String {
        String::new()
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn cover(&self) -> Cover {
        Cover::Part
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _cx: &mut C) -> Outcome<C> {
        match self.list.key(key) {
            Picked::Open => Outcome::Changed,
            Picked::Left => Outcome::Close,
            Picked::Taken(at) => {
                self.asked.give(self.list.choices()[at].clone());
                Outcome::Close
            }
        }
    }

    fn paste(&mut self, pasted: &str, _cx: &mut C) -> Outcome<C> {
        self.list.paste(pasted);
        Outcome::Changed
    }

    fn help(&self, _cx: &C) -> String {
        self.help.clone()
    }
}

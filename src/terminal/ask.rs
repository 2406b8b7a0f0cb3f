//! Questions as layers: the answer goes to whoever asked.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::command::{Availability, Command, Place};
use super::keys::{Code, Key};
use super::layers::{Answer, Asked, Context, Layer, Outcome, question};
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

    fn place(&self) -> Place {
        Place::Dialog
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

/// A yes-or-no question upon a layer; what follows a yes is whoever opened it's own to say.
pub struct Asking<T> {
    confirm: Confirm,
    help: String,
    on_yes: T,
}

impl<T> Asking<T> {
    /// A question that names its object; nothing follows a no.
    pub const fn new(confirm: Confirm, help: String, on_yes: T) -> Self {
        Self { confirm, help, on_yes }
    }
}

impl<C: Context, T: FnMut(&mut C) -> Outcome<C>> Layer<C> for Asking<T> {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &C) {
        self.confirm.draw(canvas, area);
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn key(&mut self, key: Key, cx: &mut C) -> Outcome<C> {
        match self.confirm.key(key) {
            Some(true) => (self.on_yes)(cx),
            Some(false) => Outcome::Close,
            None => Outcome::Changed,
        }
    }

    fn help(&self, _cx: &C) -> String {
        self.help.clone()
    }
}

/// A list upon a layer; what follows when an item is taken, or several are ticked and taken, is whoever opened it's own
/// to say.
pub struct Picking<T> {
    list: PickList,
    help: String,
    taken: T,
    /// It lies upon a form, which is saved with what is taken.
    saves: bool,
}

/// The key that takes and saves at once.
const SAVING: Key = Key::press(Code::F(2));

impl<T> Picking<T> {
    /// A list; nothing follows when it is left. `taken` gets the list, the place of the item, and the key that took it.
    pub const fn new(list: PickList, help: String, taken: T) -> Self {
        Self { list, help, taken, saves: false }
    }
}

/// A list upon a form of which one item is taken, as the answer to a question; nothing is answered when it is left. F2
/// takes it too and saves the form.
#[must_use]
pub fn pick<C: Context>(list: PickList, help: String) -> (impl Layer<C>, Answer<Choice>) {
    let (answer, asked) = question();
    let taken = move |list: &PickList, at: usize, key: Key, _: &mut C| {
        asked.give(list.choices()[at].clone());
        if key == SAVING { Outcome::CloseFor(Command::Save) } else { Outcome::Close }
    };
    (Picking { saves: true, ..Picking::new(list, help, taken) }, answer)
}

impl<C: Context, T: FnMut(&PickList, usize, Key, &mut C) -> Outcome<C>> Layer<C> for Picking<T> {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &C) {
        self.list.draw(canvas, area);
    }

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut C) -> Outcome<C> {
        match self.list.key(key) {
            Picked::Open => Outcome::Changed,
            Picked::NothingFound => Outcome::Say(cx.nothing_found(self.list.typed())),
            Picked::Left => Outcome::Close,
            Picked::Taken(at) => (self.taken)(&self.list, at, key, cx),
        }
    }

    fn availability(&self, command: Command, _cx: &C) -> Availability {
        match command {
            Command::Save if self.saves => Availability::Ready,
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, _command: Command, cx: &mut C) -> Outcome<C> {
        match self.list.take() {
            Picked::Taken(at) => (self.taken)(&self.list, at, SAVING, cx),
            _ => Outcome::Say(cx.nothing_found(self.list.typed())),
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

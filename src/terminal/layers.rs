//! The stack of layers: the queue at the bottom, a card upon it, a question upon the card.
//!
//! The uppermost layer gets the keys. It answers with an [`Outcome`]; only the stack opens and
//! closes layers. What a layer was opened for comes back through an [`Answer`]: the opener keeps
//! it, the opened one holds its [`Asked`], and when the upper layer is gone the lower one is told
//! by [`Layer::resumed`].

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use ratatui::layout::{Rect, Size};
use uuid::Uuid;

use super::canvas::Canvas;
use super::command::{self, Availability, COMMANDS, Command, Place};
use super::keys::{Burst, Code, Input, Key, Meant};
use super::theme::{Look, Theme};
use super::widgets::{self, BarKey};
use crate::text::{self, Shown};

/// The smallest window in which everything can be done.
pub const LEAST: Size = Size { width: 80, height: 24 };

/// What the stack must know from the program that uses it.
pub trait Context {
    /// The colours.
    fn theme(&self) -> Theme;

    /// The words of a message without arguments: names of commands and of this kit.
    fn word(&self, id: &'static str) -> String;

    /// The sentence for a window too small, with the needed and the present size.
    fn too_small(&self, needed: Size, present: Size) -> String;

    /// The sentence for what was typed into a list in which nothing answers it.
    fn nothing_found(&self, typed: &str) -> String;

    /// The sentence for a command that means nothing here.
    fn means_nothing(&self, command: Command) -> String;

    /// What stands at the right end of the title line: the desk, the person, the time.
    fn heading(&self) -> String;

    /// Whether a command that no layer does by itself can be done, from wherever one is.
    fn everywhere(&self, _command: Command) -> Availability {
        Availability::Hidden
    }

    /// Does such a command.
    fn perform(&mut self, _command: Command) -> Outcome<Self>
    where
        Self: Sized,
    {
        Outcome::Same
    }

    /// Why the program should not end now; said once, and whoever asks again leaves.
    fn holds_back(&mut self) -> Option<String> {
        None
    }

    /// How long until [`Context::wake`] is due; never, if there is nothing to look for.
    fn wait(&self, _now: Instant) -> Option<Duration> {
        None
    }

    /// These appeals are open on the screen, the uppermost last: other desks may be told.
    fn attends(&mut self, _appeals: Vec<Uuid>) {}

    /// What is to be told of something that went on behind the screens, once.
    fn news(&mut self) -> Option<String> {
        None
    }

    /// Looks whether the register or the minute has changed.
    fn wake(&mut self, _now: Instant) -> Woken {
        Woken::ForNothing
    }
}

/// What [`Context::wake`] was good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Woken {
    /// Nothing is to be done.
    ForNothing,
    /// A layer goes on with its work, told by [`Layer::refresh`]: it says whether the screen is drawn.
    ToWork,
    /// Something changed: the layers are told by [`Layer::refresh`], and the screen is drawn.
    ByChange,
}

/// What is to happen after a key, a command or a wake-up.
pub enum Outcome<C> {
    /// Nothing changed on the screen.
    Same,
    /// Something changed.
    Changed,
    /// Something changed, and the status line says this until the next key.
    Say(String),
    /// This layer is done.
    Close,
    /// This layer is done, and the one beneath gets this command.
    CloseFor(Command),
    /// This layer is done, and the status line says this until the next key.
    CloseSaying(String),
    /// Another layer upon this one.
    Open(Box<dyn Layer<C>>),
    /// Another layer in the place of this one.
    Replace(Box<dyn Layer<C>>),
    /// Everything above the lowest layer is done.
    Home,
    /// The program ends.
    Quit,
}

/// One screen or box.
pub trait Layer<C> {
    /// Draws it, and sets the cursor where keys have their effect.
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &C);

    /// Its name in the path of the title line; boxes have none.
    fn title(&self, _cx: &C) -> String {
        String::new()
    }

    /// What it is called in the source.
    fn name(&self) -> &'static str {
        std::any::type_name::<Self>()
    }

    /// What kind of screen it is: a dialog is a box upon what lies beneath, all else takes the whole screen.
    fn place(&self) -> Place;

    /// Takes a key that asks for no command.
    fn key(&mut self, key: Key, cx: &mut C) -> Outcome<C>;

    /// Takes a pasted text.
    fn paste(&mut self, _pasted: &str, _cx: &mut C) -> Outcome<C> {
        Outcome::Same
    }

    /// Whether plain characters are text now, not commands.
    fn typing(&self) -> bool {
        false
    }

    /// Whether a command can be done here and now. Help, menu, redraw and quit need no answer.
    fn availability(&self, _command: Command, _cx: &C) -> Availability {
        Availability::Hidden
    }

    /// Does a command that is ready.
    fn command(&mut self, _command: Command, _cx: &mut C) -> Outcome<C> {
        Outcome::Same
    }

    /// Help on this place, or on the field that has the cursor, in lines.
    fn help(&self, cx: &C) -> String;

    /// The appeal it is about, where it is about one.
    fn about(&self) -> Option<Uuid> {
        None
    }

    /// The layer upon this one was closed: the time to look at answers.
    fn resumed(&mut self, _cx: &mut C) -> Outcome<C> {
        Outcome::Changed
    }

    /// The register or the day may have changed.
    fn refresh(&mut self, _cx: &mut C) -> Outcome<C> {
        Outcome::Same
    }
}

/// The opener's end of a question.
#[derive(Debug)]
pub struct Answer<T>(Rc<RefCell<Option<T>>>);

/// The opened layer's end of a question.
#[derive(Debug)]
pub struct Asked<T>(Rc<RefCell<Option<T>>>);

/// A question between two layers.
#[must_use]
pub fn question<T>() -> (Answer<T>, Asked<T>) {
    let cell = Rc::new(RefCell::new(None));
    (Answer(Rc::clone(&cell)), Asked(cell))
}

impl<T> Answer<T> {
    /// The answer, if one was given since it was last taken.
    #[must_use]
    pub fn take(&self) -> Option<T> {
        self.0.borrow_mut().take()
    }
}

impl<T> Asked<T> {
    /// Gives the answer.
    pub fn give(&self, answer: T) {
        *self.0.borrow_mut() = Some(answer);
    }
}

/// What the loop has to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// The screen is as it was.
    Same,
    /// It is to be drawn.
    Changed,
    /// It is to be drawn from nothing, whatever the terminal shows.
    Redraw,
    /// The program ends.
    Quit,
}

/// As many rows as what the status line says may take.
const STATUS_ROWS: usize = 3;

/// The layers and what the status line says.
pub struct Stack<C> {
    layers: Vec<Box<dyn Layer<C>>>,
    status: String,
    /// The window is too small to show what keys would do.
    hidden: bool,
}

impl<C: Context + 'static> Stack<C> {
    /// A stack with its lowest layer.
    #[must_use]
    pub fn new(lowest: Box<dyn Layer<C>>) -> Self {
        Self { layers: vec![lowest], status: String::new(), hidden: false }
    }

    /// What the status line says.
    #[must_use]
    pub fn status(&self) -> &str {
        &self.status
    }

    /// Lets the status line say something until the next key.
    pub fn say(&mut self, said: String) {
        self.status = said;
    }

    /// Lets the status line say something more.
    pub fn tell(&mut self, said: &str) {
        if !self.status.is_empty() {
            self.status.push(' ');
        }
        self.status.push_str(said);
    }

    /// Another layer upon the others.
    pub fn open(&mut self, layer: Box<dyn Layer<C>>) {
        self.layers.push(layer);
    }

    /// Takes what came from the keyboard and the window.
    pub fn input(&mut self, input: Input, cx: &mut C) -> Flow {
        if self.hidden {
            return match unseen(&input) {
                Flow::Quit => self.settle(Some(Outcome::Quit), cx),
                flow => flow,
            };
        }
        let flow = match input {
            Input::Redraw => Flow::Redraw,
            Input::Paste(pasted) => self.paste(&pasted, cx),
            Input::Burst(burst) => self.burst(&burst, cx),
            Input::Key(key) => self.key(key, cx),
        };
        self.attend(cx);
        flow
    }

    /// Tells which appeals are open now.
    fn attend(&self, cx: &mut C) {
        cx.attends(self.layers.iter().filter_map(|layer| layer.about()).collect());
    }

    fn paste(&mut self, pasted: &str, cx: &mut C) -> Flow {
        if !self.typing() {
            return self.nowhere(cx);
        }
        self.status.clear();
        let outcome = self.top().map(|top| top.paste(pasted, cx));
        self.settle(outcome, cx).max(Flow::Changed)
    }

    /// Takes characters that came at once: text where text is typed, else nothing at all.
    fn burst(&mut self, burst: &Burst, cx: &mut C) -> Flow {
        match burst.meant(self.typing()) {
            Meant::Nothing => self.nowhere(cx),
            Meant::Keys(keys) => self.keys(&keys, cx),
            Meant::Text(text, entered) => {
                let flow = self.paste(&text, cx);
                if entered { flow.max(self.key(Key::press(Code::Enter), cx)) } else { flow }
            }
        }
    }

    /// Takes keys that came at once. Where an Enter among them leads out of what is typed, one more may be a command that
    /// was typed ahead; what more there is was meant as text, and commands nothing.
    fn keys(&mut self, keys: &[Key], cx: &mut C) -> Flow {
        let mut flow = Flow::Same;
        for (left, key) in (1..=keys.len()).rev().zip(keys) {
            if left > 1 && !self.typing() {
                return flow.max(self.nowhere(cx));
            }
            flow = flow.max(self.key(*key, cx));
            if flow == Flow::Quit {
                break;
            }
        }
        flow
    }

    /// A text fell where none is typed: that is said, and nothing is done by it.
    fn nowhere(&mut self, cx: &C) -> Flow {
        self.status = cx.word("paste-no-place");
        Flow::Changed
    }

    fn typing(&self) -> bool {
        self.layers.last().is_some_and(|top| top.typing())
    }

    /// Lets every layer look whether the register or the day has changed.
    pub fn refresh(&mut self, cx: &mut C) -> Flow {
        let mut flow = Flow::Same;
        let Some(top) = self.layers.len().checked_sub(1) else {
            return Flow::Quit;
        };
        for lower in &mut self.layers[..top] {
            // Lower layers may look anew, but only the uppermost may act.
            if !matches!(lower.refresh(cx), Outcome::Same) {
                flow = Flow::Changed;
            }
        }
        let outcome = self.top().map(|top| top.refresh(cx));
        let settled = self.settle(outcome, cx);
        self.attend(cx);
        match settled {
            Flow::Same => flow,
            other => other,
        }
    }

    fn key(&mut self, key: Key, cx: &mut C) -> Flow {
        let said = !std::mem::take(&mut self.status).is_empty();
        let Some(top) = self.top() else {
            return Flow::Quit;
        };
        let asked = command::asked(key, top.place(), top.typing());
        let outcome = match asked {
            Some(command) => return self.command(command, key.held, cx),
            None => top.key(key, cx),
        };
        match self.settle(Some(outcome), cx) {
            Flow::Same if said => Flow::Changed,
            flow => flow,
        }
    }

    /// Does a command for the uppermost layer, or says why it can't be done.
    pub fn command(&mut self, command: Command, held: bool, cx: &mut C) -> Flow {
        let Some(top) = self.top() else {
            return Flow::Quit;
        };
        let outcome = match (availability(top.as_ref(), command, cx), command) {
            (Availability::Hidden, _) => Outcome::Say(cx.means_nothing(command)),
            (Availability::Disabled(reason), _) => Outcome::Say(reason),
            // A key held down moves and types; it opens and does nothing.
            (Availability::Ready, _) if held && command != Command::Undo => Outcome::Same,
            (Availability::Ready, Command::Redraw) => return Flow::Redraw,
            (Availability::Ready, Command::Quit) => Outcome::Quit,
            // A layer that does help itself is help already.
            (Availability::Ready, Command::Help) if top.availability(command, cx) != Availability::Ready => {
                let page = super::help::Help::new(top.help(cx), top.title(cx));
                Outcome::Open(Box::new(page))
            }
            (Availability::Ready, Command::Menu) => {
                Outcome::Open(Box::new(super::help::Menu::new(offered(top.as_ref(), cx), cx)))
            }
            (Availability::Ready, command) if top.availability(command, cx) == Availability::Hidden => {
                cx.perform(command)
            }
            (Availability::Ready, command) => top.command(command, cx),
        };
        self.settle(Some(outcome), cx)
    }

    fn top(&mut self) -> Option<&mut Box<dyn Layer<C>>> {
        self.layers.last_mut()
    }

    fn settle(&mut self, outcome: Option<Outcome<C>>, cx: &mut C) -> Flow {
        match outcome.unwrap_or(Outcome::Quit) {
            Outcome::Same => return Flow::Same,
            Outcome::Home if self.layers.len() > 1 => {
                self.layers.truncate(2);
                return self.close(cx);
            }
            Outcome::Changed | Outcome::Home => {}
            Outcome::Quit => match cx.holds_back() {
                Some(said) => self.status = said,
                None => return Flow::Quit,
            },
            Outcome::Say(said) => self.status = said,
            Outcome::Open(layer) => self.layers.push(layer),
            Outcome::Replace(layer) => {
                self.layers.pop();
                self.layers.push(layer);
            }
            Outcome::Close => return self.close(cx),
            Outcome::CloseFor(command) => {
                return match self.close(cx) {
                    Flow::Quit => Flow::Quit,
                    _ => match self.command(command, false, cx) {
                        Flow::Same => Flow::Changed,
                        flow => flow,
                    },
                };
            }
            Outcome::CloseSaying(said) => {
                let flow = self.close(cx);
                self.status = said;
                return flow;
            }
        }
        Flow::Changed
    }

    /// Closes the uppermost layer; the lowest one's end is the program's end.
    fn close(&mut self, cx: &mut C) -> Flow {
        if self.layers.len() > 1 {
            self.layers.pop();
            let outcome = self.top().map(|top| top.resumed(cx));
            match self.settle(outcome, cx) {
                Flow::Quit => Flow::Quit,
                _ => Flow::Changed,
            }
        } else {
            Flow::Quit
        }
    }

    /// What the layers are called in the source, from the lowest: tests see by it that no screen was left out.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        self.layers.iter().map(|layer| layer.name()).collect()
    }

    /// Draws the title line, the layers, the status line and the bar.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, cx: &C) {
        let area = canvas.area();
        canvas.clear(area);
        self.hidden = area.width < LEAST.width || area.height < LEAST.height;
        if self.hidden {
            let sentence = text::shown(&cx.too_small(LEAST, area.as_size()));
            let used = canvas.put_lines(area, &[(sentence, Look::Strong)]);
            // Why one should not leave now has to be seen here as well, as much of it as there is room.
            let status = text::shown(&self.status).wrap(area.width.into());
            for (row, line) in area.rows().skip(usize::from(used) + 1).zip(&status) {
                canvas.put_data(row, line, Look::Strong);
            }
            return;
        }
        let rows = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        let body = rows(1, area.height - 3);
        let lowest_seen = self.layers.iter().rposition(|layer| layer.place() != Place::Dialog).unwrap_or(0);
        canvas.keep_within(body);
        for layer in &mut self.layers[lowest_seen..] {
            layer.draw(canvas, body, cx);
        }
        canvas.keep_within(area);
        let path: Vec<String> =
            self.layers.iter().map(|layer| layer.title(cx)).filter(|title| !title.is_empty()).collect();
        let path = text::shown(&path.join(" › "));
        widgets::title_line(canvas, rows(0, 1), &path, &text::shown(&cx.heading()));
        self.draw_status(canvas, rows(1, area.height - 2));
        if let Some(top) = self.layers.last() {
            widgets::bar(canvas, rows(area.height - 1, 1), &bar_keys(top.as_ref(), cx));
        }
    }

    /// Draws what the status line says at the foot of `area`: what one row can't hold takes a few
    /// of the body's, for the advice stands at the end.
    fn draw_status(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let room = usize::from(area.width) - 2;
        let mut lines = text::shown(&self.status).wrap(room);
        if lines.len() > STATUS_ROWS {
            let rest: Vec<&str> = lines[STATUS_ROWS - 1..].iter().map(Shown::as_str).collect();
            let last = text::shown(&rest.join(" "));
            lines.truncate(STATUS_ROWS - 1);
            lines.push(last);
        }
        let height = u16::try_from(lines.len()).unwrap_or(1);
        let status = Rect { y: area.bottom() - height, height, ..area };
        canvas.clear(status);
        for (row, line) in status.rows().zip(&lines) {
            canvas.put(Rect { x: row.x + 1, width: row.width - 2, ..row }, line, Look::Strong);
        }
    }
}

/// What comes while the layers can't be seen: the program can be left, nothing else is done blindly.
fn unseen(input: &Input) -> Flow {
    match input {
        Input::Redraw => Flow::Redraw,
        Input::Key(key) if command::asked(*key, Place::Form, true) == Some(Command::Quit) => Flow::Quit,
        Input::Key(_) | Input::Paste(_) | Input::Burst(_) => Flow::Same,
    }
}

/// Whether a command can be done by a layer: a few are always ready.
fn availability<C: Context>(layer: &dyn Layer<C>, command: Command, cx: &C) -> Availability {
    if !command.entry().places.contains(&layer.place()) {
        return Availability::Hidden;
    }
    match command {
        Command::Help | Command::Menu | Command::Redraw | Command::Quit => Availability::Ready,
        other => match layer.availability(other, cx) {
            Availability::Hidden => cx.everywhere(other),
            known => known,
        },
    }
}

fn bar_keys<C: Context>(layer: &dyn Layer<C>, cx: &C) -> Vec<BarKey> {
    let entries = COMMANDS.iter().filter_map(|entry| entry.function.map(|number| (number, entry)));
    entries
        .map(|(number, entry)| BarKey {
            number,
            name: text::shown(&cx.word(entry.bar)),
            availability: availability(layer, entry.command, cx),
        })
        .collect()
}

/// The commands that a layer offers, each with whether it can be done.
fn offered<C: Context>(layer: &dyn Layer<C>, cx: &C) -> Vec<(Command, Availability)> {
    COMMANDS
        .iter()
        .map(|entry| (entry.command, availability(layer, entry.command, cx)))
        .filter(|(command, availability)| *availability != Availability::Hidden && *command != Command::Menu)
        .collect()
}

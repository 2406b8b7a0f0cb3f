//! F1 and F9: what can be done here, made from the one table of commands.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::command::{Availability, COMMANDS, Command, Place};
use super::keys::{Code, Key};
use super::layers::{Context, Cover, Layer, Outcome};
use super::theme::Look;
use super::widgets::{Choice, Lines, PickList, Picked};
use crate::text::{self, Shown};

/// Help on a place; F1 again shows all keys.
#[derive(Debug)]
pub struct Help {
    text: String,
    title: String,
    all_keys: bool,
    lines: Lines,
}

impl Help {
    /// Help in worded lines on the place with this title.
    #[must_use]
    pub fn new(text: String, title: String) -> Self {
        Self { text, title, all_keys: false, lines: Lines::default() }
    }
}

/// Every command with its keys, its name and what it does.
fn all_keys<C: Context>(cx: &C) -> Vec<(Shown, Look)> {
    COMMANDS
        .iter()
        .flat_map(|entry| {
            let keys = text::pad(&entry.key_names(), 12);
            let name = text::shown(&format!("{keys}{}", cx.word(entry.name)));
            let help = text::shown(&format!("{:12}{}", "", cx.word(entry.help)));
            [(name, Look::Strong), (help, Look::Dim)]
        })
        .collect()
}

impl<C: Context> Layer<C> for Help {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &C) {
        let text = if self.all_keys {
            all_keys(cx)
        } else {
            let said = text::shown_lines(&self.text).into_iter().map(|line| (line, Look::Plain));
            let more = text::shown(&cx.word("help-all-keys"));
            said.chain([(Shown::default(), Look::Plain), (more, Look::Dim)]).collect()
        };
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        canvas.clear(area);
        self.lines.draw(canvas, inside, &text);
        canvas.set_cursor(inside.x, inside.y);
    }

    fn title(&self, cx: &C) -> String {
        cx.word("help-title")
    }

    fn place(&self) -> Place {
        Place::Text
    }

    fn key(&mut self, key: Key, _cx: &mut C) -> Outcome<C> {
        match key.code {
            Code::Esc | Code::Enter if !key.held => Outcome::Close,
            code if self.lines.key(code) => Outcome::Changed,
            _ => Outcome::Same,
        }
    }

    fn availability(&self, command: Command, _cx: &C) -> Availability {
        match command {
            Command::Help => Availability::Ready,
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, command: Command, _cx: &mut C) -> Outcome<C> {
        if command == Command::Help {
            self.all_keys = !self.all_keys;
            self.lines = Lines::default();
            return Outcome::Changed;
        }
        Outcome::Same
    }

    fn help(&self, _cx: &C) -> String {
        self.title.clone()
    }
}

/// All commands of a place by name.
#[derive(Debug)]
pub struct Menu {
    list: PickList,
    offered: Vec<(Command, Availability)>,
}

impl Menu {
    /// The commands offered.
    #[must_use]
    pub fn new<C: Context>(offered: Vec<(Command, Availability)>, cx: &C) -> Self {
        let choices = offered
            .iter()
            .map(|(command, _)| {
                let entry = command.entry();
                let name = text::pad(&cx.word(entry.name), 40);
                Choice::new("", &format!("{name} {}", entry.key_names()))
            })
            .collect();
        let list = PickList::new(&cx.word("command-menu"), choices, "", "");
        Self { list: list.nothing(&cx.word("list-nothing")), offered }
    }
}

impl<C: Context> Layer<C> for Menu {
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
            Picked::Taken(at) => match self.offered.get(at) {
                // The stack says the reason where it can't be done.
                Some((command, _)) => Outcome::CloseFor(*command),
                None => Outcome::Close,
            },
        }
    }

    fn help(&self, cx: &C) -> String {
        cx.word("command-menu-help")
    }
}

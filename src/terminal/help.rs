//! F1 and F9: what can be done here, made from the one table of commands.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::command::{Availability, COMMANDS, Command, Place};
use super::keys::{Code, Key};
use super::layers::{Context, Layer, Outcome};
use super::matching::{self, Answer};
use super::theme::Look;
use super::widgets::{self, Choice, Lines, PickList, Picked};
use crate::text::{self, Shown};

/// Help on a place; F1 again shows all keys, which are searched by typing.
#[derive(Debug)]
pub struct Help {
    text: String,
    title: String,
    page: Page,
    lines: Lines,
}

/// What of help is seen.
#[derive(Debug)]
enum Page {
    /// The place or the field.
    Here,
    /// All keys, worded when it was opened, narrowed by what was typed.
    Keys(String, Vec<Row>),
}

/// Keys that are no commands: how one walks and types. They are the same in every form and list.
pub static OTHER_KEYS: [(&str, &str); 16] = [
    ("keys-next", "keys-next-help"),
    ("keys-back", "keys-back-help"),
    ("keys-leave", "keys-leave-help"),
    ("keys-ends", "keys-ends-help"),
    ("keys-pages", "keys-pages-help"),
    ("keys-whole", "keys-whole-help"),
    ("keys-words", "keys-words-help"),
    ("keys-erase-word", "keys-erase-word-help"),
    ("keys-empty", "keys-empty-help"),
    ("keys-as-last", "keys-as-last-help"),
    ("keys-step", "keys-step-help"),
    ("keys-mark", "keys-mark-help"),
    ("keys-mark-all", "keys-mark-all-help"),
    ("keys-tabs", "keys-tabs-help"),
    ("keys-letters", "keys-letters-help"),
    ("keys-digits", "keys-digits-help"),
];

/// One row of all keys.
#[derive(Debug)]
struct Row {
    keys: String,
    name: String,
    help: String,
}

impl Row {
    /// How well it answers what was typed: its keys before its name before what it does.
    fn answers(&self, typed: &str) -> Option<(bool, Answer)> {
        let by_name = matching::answers(typed, &self.keys, &self.name).map(|answer| (false, answer));
        by_name.or_else(|| matching::answers(typed, "", &self.help).map(|answer| (true, answer)))
    }

    /// Its rows on the screen; what does not fit goes on below itself, not below the keys.
    fn lines(&self, room: usize) -> Vec<(Shown, Look)> {
        let name = match text::pad(&self.keys, KEYS_WIDTH) {
            keys if keys.as_str().trim_end() == self.keys => text::shown(&format!("{keys}{}", self.name)),
            _ => text::shown(&format!("{}  {}", self.keys, self.name)),
        };
        let help = text::shown(&self.help).wrap(room.saturating_sub(KEYS_WIDTH));
        let help = help.iter().filter(|line| !line.is_empty());
        let help = help.map(|line| (text::shown(&format!("{:KEYS_WIDTH$}{line}", "")), Look::Dim));
        std::iter::once((name, Look::Strong)).chain(help).collect()
    }
}

/// Columns of the keys before a command's name.
const KEYS_WIDTH: usize = 12;

/// Every command with its keys, its name and what it does, then the other keys.
fn rows<C: Context>(cx: &C) -> Vec<Row> {
    let commands = COMMANDS.iter().map(|entry| Row {
        keys: entry.key_names(),
        name: cx.word(entry.name),
        help: cx.word(entry.help),
    });
    let others = OTHER_KEYS.iter().map(|(keys, help)| Row {
        keys: cx.word(keys),
        name: String::new(),
        help: cx.word(help),
    });
    commands.chain(others).collect()
}

/// What answers, best first; all in the order of the table where nothing was typed.
fn all_keys<C: Context>(typed: &str, rows: &[Row], room: usize, cx: &C) -> Vec<(Shown, Look)> {
    let mut found: Vec<_> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((row.answers(typed)?, at))).collect();
    if !typed.trim().is_empty() {
        found.sort_unstable();
    }
    if found.is_empty() {
        return vec![(text::shown(&cx.nothing_found(typed)), Look::Problem)];
    }
    found.iter().flat_map(|(_, at)| rows[*at].lines(room)).collect()
}

impl Help {
    /// Help in worded lines on the place with this title.
    #[must_use]
    pub fn new(text: String, title: String) -> Self {
        Self { text, title, page: Page::Here, lines: Lines::default() }
    }

    fn search(&mut self, change: impl FnOnce(&mut String)) {
        if let Page::Keys(typed, _) = &mut self.page {
            change(typed);
            self.lines = Lines::default();
        }
    }

    fn draw_here<C: Context>(&mut self, canvas: &mut Canvas<'_>, inside: Rect, cx: &C) {
        let said = text::shown_lines(&self.text);
        // A first line by itself is the name of the field.
        let named = said.get(1).is_some_and(Shown::is_empty);
        let look = |at: usize| if at == 0 && named { Look::Strong } else { Look::Plain };
        let said = said.into_iter().enumerate().map(|(at, line)| (line, look(at)));
        let more = text::shown(&cx.word("help-all-keys"));
        let text: Vec<_> = said.chain([(Shown::default(), Look::Plain), (more, Look::Dim)]).collect();
        self.lines.draw(canvas, inside, &text);
        canvas.set_cursor(inside.x, inside.y);
    }
}

/// The first row: what is looked for. Gives what is left for the keys.
fn draw_search<C: Context>(canvas: &mut Canvas<'_>, inside: Rect, typed: &str, cx: &C) -> Rect {
    let row = Rect { height: 1.min(inside.height), ..inside };
    let label = text::shown(&cx.word("help-search"));
    let used = canvas.put(row, &label, Look::Plain) + 1;
    let entry = Rect { x: row.x + used, width: row.width.saturating_sub(used).min(40), ..row };
    widgets::entry(canvas, entry, typed, Look::Strong);
    Rect { y: inside.y + row.height, height: inside.height - row.height, ..inside }
}

impl<C: Context> Layer<C> for Help {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &C) {
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        canvas.clear(area);
        let Page::Keys(typed, rows) = &self.page else { return self.draw_here(canvas, inside, cx) };
        let rest = draw_search(canvas, inside, typed, cx);
        // The list keeps two columns at its edge.
        let room = usize::from(rest.width).saturating_sub(2);
        self.lines.draw(canvas, rest, &all_keys(typed, rows, room, cx));
    }

    fn title(&self, cx: &C) -> String {
        cx.word("help-title")
    }

    fn place(&self) -> Place {
        Place::Text
    }

    fn typing(&self) -> bool {
        matches!(self.page, Page::Keys(..))
    }

    fn key(&mut self, key: Key, _cx: &mut C) -> Outcome<C> {
        match key.code {
            Code::Esc | Code::Enter if !key.held => return Outcome::Close,
            Code::Char(c) if matches!(self.page, Page::Keys(..)) => self.search(|typed| typed.push(c)),
            Code::Backspace => self.search(|typed| {
                typed.pop();
            }),
            code if self.lines.key(code) => {}
            _ => return Outcome::Same,
        }
        Outcome::Changed
    }

    fn paste(&mut self, pasted: &str, _cx: &mut C) -> Outcome<C> {
        self.search(|typed| typed.push_str(&pasted.replace('\n', " ")));
        Outcome::Changed
    }

    fn availability(&self, command: Command, _cx: &C) -> Availability {
        match command {
            Command::Help => Availability::Ready,
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, command: Command, cx: &mut C) -> Outcome<C> {
        if command == Command::Help {
            self.page = match self.page {
                Page::Here => Page::Keys(String::new(), rows(cx)),
                Page::Keys(..) => Page::Here,
            };
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
                let (keys, name) = (entry.key_names(), text::pad(&cx.word(entry.name), 40));
                // Its keys find it like a code: whole ones before names that begin so.
                Choice::new(&keys, &format!("{name} {keys}"))
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

    fn place(&self) -> Place {
        Place::Dialog
    }

    fn typing(&self) -> bool {
        true
    }

    fn paste(&mut self, pasted: &str, _cx: &mut C) -> Outcome<C> {
        self.list.paste(pasted);
        Outcome::Changed
    }

    fn key(&mut self, key: Key, cx: &mut C) -> Outcome<C> {
        match self.list.key(key) {
            Picked::Open => Outcome::Changed,
            Picked::NothingFound => Outcome::Say(cx.nothing_found(self.list.typed())),
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

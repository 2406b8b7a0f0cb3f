//! Questions: yes or no, and one of a list.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::table::Cursor;
use crate::terminal::canvas::Canvas;
use crate::terminal::keys::{Code, Key};
use crate::terminal::matching;
use crate::terminal::theme::Look;
use crate::text::{self, Shown};

/// An empty box in the middle of an area for work that goes on or is waited for; gives its rows.
pub fn work_box(canvas: &mut Canvas<'_>, area: Rect, title: &Shown, rows: u16) -> Rect {
    const WIDTH: u16 = 52;
    let inside = canvas.frame(centred(area, WIDTH, rows + 2), title);
    Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
}

/// A rectangle of at most this size in the middle of an area.
fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect::new(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)
}

fn columns(text: &Shown) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// A question that names its object. «No» is chosen at first, and a key that is held down answers
/// nothing, so that neither the key that asked nor a resting finger can confirm.
#[derive(Debug, Clone)]
pub struct Confirm {
    question: Vec<Shown>,
    yes: Shown,
    no: Shown,
    on_yes: bool,
}

impl Confirm {
    /// A question in worded lines with the names of its two answers.
    #[must_use]
    pub fn new(question: &str, yes: &str, no: &str) -> Self {
        Self {
            question: text::shown_lines(question),
            yes: text::shown(yes),
            no: text::shown(no),
            on_yes: false,
        }
    }

    /// The answer a key gives, if it gives one.
    ///
    /// «д» and «y» are yes, «н» and «n» no, as typed: by position «н» would be «y».
    pub fn key(&mut self, key: Key) -> Option<bool> {
        if key.held {
            return None;
        }
        match key.code {
            Code::Left | Code::Right | Code::Tab | Code::BackTab | Code::Up | Code::Down => {
                self.on_yes = !self.on_yes;
                None
            }
            Code::Enter => Some(self.on_yes),
            Code::Char('д' | 'Д' | 'y' | 'Y') => Some(true),
            Code::Char('н' | 'Н' | 'n' | 'N') | Code::Esc => Some(false),
            _ => None,
        }
    }

    /// Draws it in the middle of an area.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let room = area.width.saturating_sub(6).min(64);
        let mut lines: Vec<Shown> = self.question.iter().flat_map(|line| line.wrap(room.into())).collect();
        // What is longer than the window gives way to the answers.
        let most = usize::from(area.height.saturating_sub(6).max(1));
        if lines.len() > most {
            canvas.lacks_room(&lines[most - 1], room);
            lines.truncate(most - 1);
            lines.push(text::shown("…"));
        }
        let buttons = columns(&self.yes).saturating_add(columns(&self.no)).saturating_add(11);
        let widest = lines.iter().map(columns).max().unwrap_or(0).max(buttons);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4);
        let inside = canvas.frame(centred(area, widest.saturating_add(4), height), &Shown::default());
        let text = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
        for (row, line) in text.rows().zip(&lines) {
            canvas.put(row, line, Look::Plain);
        }
        let row = Rect { y: inside.bottom().saturating_sub(1), height: 1.min(inside.height), ..text };
        let used = button(canvas, row, &self.yes, self.on_yes);
        button(
            canvas,
            Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row },
            &self.no,
            !self.on_yes,
        );
    }
}

/// A button, chosen or not; gives the columns it took with the gap after it.
pub(in crate::terminal) fn button(canvas: &mut Canvas<'_>, row: Rect, name: &Shown, chosen: bool) -> u16 {
    let (mark, look) = if chosen { (">", Look::Selected) } else { (" ", Look::Plain) };
    let used = canvas.put(row, &text::shown(&format!("{mark}[ {name} ]")), look);
    if chosen {
        canvas.set_cursor(row.x + 3, row.y);
    }
    used + 2
}

/// One item of a closed list or a reference list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is kept.
    pub code: String,
    /// What is read.
    pub title: String,
    /// Why it stands before its turn, in a word beside it; nothing where it does not.
    mark: Shown,
}

impl Choice {
    /// An item.
    #[must_use]
    pub fn new(code: &str, title: &str) -> Self {
        Self { code: code.to_owned(), title: title.to_owned(), mark: Shown::default() }
    }

    /// It was chosen lately, worded: it is marked, and the first such item of a field is taken by one key.
    #[must_use]
    pub fn recent(mut self, mark: &str) -> Self {
        self.mark = text::shown(mark);
        self
    }

    /// Whether it was chosen lately.
    #[must_use]
    pub fn is_recent(&self) -> bool {
        !self.mark.is_empty()
    }
}

/// What a key did to a list of choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// It is still open.
    Open,
    /// Nothing answers what was typed, so there is nothing to take: it is still open.
    NothingFound,
    /// The item at this place in the list that was handed in.
    Taken(usize),
    /// Nothing was taken.
    Left,
}

/// A list of choices that narrows as one types.
#[derive(Debug, Clone)]
pub struct PickList {
    title: Shown,
    choices: Vec<Choice>,
    typed: String,
    /// Indices into `choices` that answer what was typed, best first.
    found: Vec<usize>,
    /// What stands in the place of the items where none is found.
    nothing: Shown,
    cursor: Cursor,
    /// The items that are ticked, where several may be taken.
    ticks: Option<Ticks>,
}

/// The ticked items of a list, and whether a tick was set since it was opened.
#[derive(Debug, Clone)]
struct Ticks {
    ticked: BTreeSet<usize>,
    touched: bool,
}

impl Ticks {
    fn turn(&mut self, at: usize) {
        if !self.ticked.remove(&at) {
            self.ticked.insert(at);
        }
        self.touched = true;
    }
}

impl PickList {
    /// A list, opened on the item with this code, narrowed by what was already typed.
    #[must_use]
    pub fn new(title: &str, choices: Vec<Choice>, code: &str, typed: &str) -> Self {
        let mut list = Self {
            title: text::shown(title),
            choices,
            typed: typed.to_owned(),
            found: Vec::new(),
            nothing: Shown::default(),
            cursor: Cursor::default(),
            ticks: None,
        };
        list.narrow();
        // No code is none: commands without a key must not be chosen by it.
        let wanted = |at: &usize| !code.is_empty() && list.choices[*at].code == code;
        let at = list.found.iter().position(wanted);
        list.cursor = Cursor::on(at.unwrap_or(0));
        list
    }

    /// What it says, worded, where nothing answers what was typed.
    #[must_use]
    pub fn nothing(mut self, words: &str) -> Self {
        self.nothing = text::shown(words);
        self
    }

    /// Several items may be taken; these are ticked already. Space ticks the one under the cursor; Enter takes what is
    /// ticked, or, where nothing was ticked or unticked by hand, turns the one under the cursor.
    #[must_use]
    pub fn several(mut self, ticked: BTreeSet<usize>) -> Self {
        self.ticks = Some(Ticks { ticked, touched: false });
        self
    }

    /// The places of the items that are ticked; nothing where only one may be taken.
    #[must_use]
    pub fn ticked(&self) -> BTreeSet<usize> {
        self.ticks.as_ref().map(|ticks| ticks.ticked.clone()).unwrap_or_default()
    }

    /// All its items, in the order handed in.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// The item under the cursor, by its place in the list that was handed in.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.found.get(self.cursor.chosen).copied()
    }

    /// What was typed to narrow it.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Takes a key. Enter takes the chosen item, Tab as well; Esc leaves.
    pub fn key(&mut self, key: Key) -> Picked {
        match key.code {
            Code::Enter | Code::Tab if !key.held => {
                let Some(at) = self.chosen() else { return Picked::NothingFound };
                if let Some(ticks) = self.ticks.as_mut().filter(|ticks| !ticks.touched) {
                    ticks.turn(at);
                }
                return Picked::Taken(at);
            }
            Code::Esc => return Picked::Left,
            Code::Char(' ') if self.ticks.is_some() => self.tick(),
            Code::Char(c) => {
                self.typed.push(c);
                self.narrow();
            }
            Code::Backspace => {
                self.typed.pop();
                self.narrow();
            }
            code => {
                self.cursor.key(code, self.found.len());
            }
        }
        Picked::Open
    }

    /// Takes what is seen to be chosen, as whoever saves over an open list expects: the item under the cursor, or, where
    /// several may be taken, those that are ticked; the one under the cursor where it was looked for by typing.
    pub fn take(&mut self) -> Picked {
        let Some(at) = self.chosen() else { return Picked::NothingFound };
        let looked_for = !self.typed.is_empty();
        if let Some(ticks) = self.ticks.as_mut().filter(|ticks| looked_for && !ticks.ticked.contains(&at)) {
            ticks.turn(at);
        }
        Picked::Taken(at)
    }

    /// Turns the tick of the item under the cursor; the list is whole again, and the cursor stays on the item.
    fn tick(&mut self) {
        let Some(at) = self.chosen() else { return };
        if let Some(ticks) = &mut self.ticks {
            ticks.turn(at);
        }
        self.typed.clear();
        self.narrow();
        self.cursor = Cursor::on(self.found.iter().position(|found| *found == at).unwrap_or(0));
    }

    /// Narrows by a pasted text as by typing.
    pub fn paste(&mut self, pasted: &str) {
        self.typed.extend(pasted.chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.narrow();
    }

    fn narrow(&mut self) {
        let mut found: Vec<_> = (0..self.choices.len())
            .filter_map(|at| {
                let choice = &self.choices[at];
                matching::answers(&self.typed, &choice.code, &choice.title).map(|answer| (answer, at))
            })
            .collect();
        // With nothing typed every answer is equal, and the list keeps its order.
        found.sort_unstable();
        self.found = found.into_iter().map(|(_, at)| at).collect();
        self.cursor = Cursor::default();
    }

    /// Draws it in the middle of an area, what was typed in its first line.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let title = |(at, choice): (usize, &Choice)| match &self.ticks {
            Some(ticks) if ticks.ticked.contains(&at) => text::shown(&format!("[x] {}", choice.title)),
            Some(_) => text::shown(&format!("[ ] {}", choice.title)),
            None => text::shown(&choice.title),
        };
        let titles: Vec<Shown> = self.choices.iter().enumerate().map(title).collect();
        // A mark stands two columns behind its title.
        let mark = |choice: &Choice| if choice.is_recent() { columns(&choice.mark) + 2 } else { 0 };
        let widths = titles
            .iter()
            .zip(&self.choices)
            .map(|(title, choice)| columns(title).saturating_add(mark(choice)));
        let widest = widths.max().unwrap_or(0).max(columns(&self.title)).clamp(24, 72);
        // A list of nothing has a row to say so.
        let height = u16::try_from(self.choices.len().max(1)).unwrap_or(u16::MAX).saturating_add(3);
        let frame = centred(area, widest + 6, height.min(area.height.saturating_sub(2)));
        let inside = canvas.frame(frame, &self.title);
        let entry = Rect {
            height: 1.min(inside.height),
            x: inside.x + 1,
            width: inside.width.saturating_sub(2),
            ..inside
        };
        let list = Rect { y: inside.y + entry.height, height: inside.height - entry.height, ..inside };
        let view = self.cursor.view(self.found.len(), list.height.into());
        for (row, at) in list.rows().zip(view.clone()) {
            let chosen = at == self.cursor.chosen;
            let (mark, look) = if chosen { (">", Look::Selected) } else { (" ", Look::Plain) };
            let (title, recent) = (&titles[self.found[at]], &self.choices[self.found[at]].mark);
            let row = Rect { width: row.width.saturating_sub(1), ..row };
            let beside = if recent.is_empty() { 0 } else { columns(recent) + 2 };
            let room = Rect { width: row.width.saturating_sub(beside), ..row };
            // What people are called and topics of the office may be longer than a list.
            canvas.put_data(room, &text::shown(&format!("{mark}{title}")), look);
            canvas.put_end(Rect { width: row.width.saturating_sub(1), ..row }, recent, Look::Dim);
        }
        if self.found.is_empty() {
            canvas.put(Rect { x: entry.x, width: entry.width, ..list }, &self.nothing, Look::Dim);
        }
        super::lines::more_signs(canvas, list, view.start > 0, view.end < self.found.len());
        super::entry(canvas, entry, &self.typed, Look::Strong);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics() -> PickList {
        let topics = [("billing", "Перерасчёт"), ("meter", "Приборы учёта"), ("contract", "Договор")];
        let choices = topics.into_iter().map(|(code, title)| Choice::new(code, title)).collect();
        PickList::new("Тема", choices, "meter", "")
    }

    fn taken(list: &mut PickList) -> Option<String> {
        match list.key(Key::press(Code::Enter)) {
            Picked::Taken(at) => Some(list.choices()[at].code.clone()),
            _ => None,
        }
    }

    #[test]
    fn a_list_opens_on_what_is_already_chosen() {
        assert_eq!(taken(&mut topics()).as_deref(), Some("meter"));
    }

    #[test]
    fn typing_narrows_and_enter_takes_the_first() {
        let mut list = topics();
        for c in "ДОГ".chars() {
            list.key(Key::press(Code::Char(c)));
        }
        assert_eq!(taken(&mut list).as_deref(), Some("contract"));
    }

    #[test]
    fn a_word_from_the_middle_and_the_wrong_layout_find_it_too() {
        let mut list = topics();
        list.paste("extn");
        assert_eq!(list.typed(), "extn");
        assert_eq!(taken(&mut list).as_deref(), Some("meter"));
    }

    #[test]
    fn a_list_without_an_answer_says_so() {
        use crate::terminal::theme::Theme;
        use ratatui::buffer::Buffer;

        let mut list = topics().nothing("Ничего не найдено");
        let mut seen = || {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 8));
            let mut canvas = Canvas::new(&mut buffer, Theme::default());
            let area = canvas.area();
            list.draw(&mut canvas, area);
            list.paste("щ");
            format!("{buffer:?}").contains("Ничего не найдено")
        };
        assert!(!seen());
        assert!(seen());
    }

    #[test]
    fn several_are_ticked_by_space_and_one_is_turned_by_enter() {
        let mut list = topics().several(BTreeSet::from([2]));
        assert_eq!(taken(&mut list.clone()).as_deref(), Some("meter"));
        for c in "дог ".chars() {
            list.key(Key::press(Code::Char(c)));
        }
        assert_eq!((list.typed(), list.ticked()), ("", BTreeSet::new()));
        list.key(Key::press(Code::Up));
        list.key(Key::press(Code::Char(' ')));
        assert!(taken(&mut list).is_some());
        assert_eq!(list.ticked(), BTreeSet::from([1]));
        let mut unticked = topics().several(BTreeSet::new());
        assert!(taken(&mut unticked).is_some());
        assert_eq!(unticked.ticked(), BTreeSet::from([1]), "Enter alone takes the one under the cursor");
    }

    #[test]
    fn enter_with_nothing_found_takes_nothing_and_backspace_brings_the_list_back() {
        let mut list = topics();
        list.key(Key::press(Code::Char('щ')));
        assert_eq!(taken(&mut list), None);
        list.key(Key::press(Code::Backspace));
        assert_eq!(taken(&mut list).as_deref(), Some("billing"));
    }

    #[test]
    fn a_held_key_confirms_nothing_and_plain_enter_means_no() {
        let mut confirm = Confirm::new("Аннулировать ЭН1-000412/26?", "Да", "Нет");
        assert_eq!(confirm.key(Key { code: Code::Enter, held: true }), None);
        assert_eq!(confirm.key(Key { code: Code::Char('д'), held: true }), None);
        assert_eq!(confirm.key(Key::press(Code::Enter)), Some(false));
    }

    #[test]
    fn yes_is_a_letter_or_a_step_and_enter() {
        let confirm = Confirm::new("Аннулировать?", "Да", "Нет");
        assert_eq!(confirm.clone().key(Key::press(Code::Char('Д'))), Some(true));
        assert_eq!(confirm.clone().key(Key::press(Code::Char('y'))), Some(true));
        assert_eq!(confirm.clone().key(Key::press(Code::Char('н'))), Some(false));
        let mut stepped = confirm;
        stepped.key(Key::press(Code::Left));
        assert_eq!(stepped.key(Key::press(Code::Enter)), Some(true));
    }
}

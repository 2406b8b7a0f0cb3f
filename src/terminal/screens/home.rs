//! Home: the queue, what burns on top, and the chosen card beside it.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;
use uuid::Uuid;

use super::acts;
use super::card::CardScreen;
use super::describe;
use super::find::Find;
use super::journals::{self, OnScreen};
use super::tracking::Tracking;
use crate::desk::{AppealLine, Card, Counts, DeskError, Filter, Part, Place as Position, Placed, Queue};
use crate::say;
use crate::standard::appeal::Stage;
use crate::standard::term::Measure;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Context as _, Layer, Outcome, question};
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Column, Cursor, Table};
use crate::text::{self, Shown};

/// Lines read at once.
const PAGE: u32 = 200;
/// Lines before an end of what was read at which more is read.
const NEAR: usize = 40;
/// Where the chosen card stands beside the list instead of under it.
const WIDE: u16 = 110;
/// Rows of the chosen card under the list.
const PANE: u16 = 4;

/// One of the lists that the counts open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Open,
    Overdue,
    Today,
    Soon,
    Mine,
    Unassigned,
    Unsent,
    Screening,
    CallBack,
    Requests,
}

impl Tab {
    const ALL: [Self; 10] = [
        Self::Overdue,
        Self::Today,
        Self::Soon,
        Self::Mine,
        Self::Unassigned,
        Self::Unsent,
        Self::Screening,
        Self::CallBack,
        Self::Requests,
        Self::Open,
    ];

    /// Whether it is shown only while something is in it.
    const fn comes_and_goes(self) -> bool {
        matches!(self, Self::Screening | Self::CallBack | Self::Requests)
    }

    const fn queue(self) -> Queue {
        match self {
            Self::Open | Self::Mine => Queue::Open,
            Self::Overdue => Queue::Overdue,
            Self::Today => Queue::Today,
            Self::Soon => Queue::Soon,
            Self::Unassigned => Queue::Unassigned,
            Self::Unsent => Queue::Unsent,
            Self::Screening => Queue::Screening,
            Self::CallBack => Queue::CallBack,
            Self::Requests => Queue::Requests,
        }
    }

    fn word(self, cx: &Cx) -> String {
        match self {
            Self::Open => say!(cx.words, "tab-open"),
            Self::Overdue => say!(cx.words, "tab-overdue"),
            Self::Today => say!(cx.words, "tab-today"),
            Self::Soon => say!(cx.words, "tab-soon"),
            Self::Mine => say!(cx.words, "tab-mine"),
            Self::Unassigned => say!(cx.words, "tab-unassigned"),
            Self::Unsent => say!(cx.words, "tab-unsent"),
            Self::Screening => say!(cx.words, "tab-screening"),
            Self::CallBack => say!(cx.words, "tab-call-back"),
            Self::Requests => say!(cx.words, "tab-requests"),
        }
    }

    const fn count(self, counts: &Counts, mine: u32) -> u32 {
        match self {
            Self::Open => counts.open,
            Self::Overdue => counts.overdue,
            Self::Today => counts.today,
            Self::Soon => counts.soon,
            Self::Mine => mine,
            Self::Unassigned => counts.unassigned,
            Self::Unsent => counts.unsent,
            Self::Screening => counts.screening,
            Self::CallBack => counts.call_back,
            Self::Requests => counts.requests,
        }
    }

    fn filter(self, cx: &Cx) -> Filter {
        if self == Self::Mine { cx.mine() } else { Filter::default() }
    }
}

/// The part of a queue that was read; more is read as the cursor comes near an end of it.
#[derive(Debug, Default)]
struct Window {
    rows: Vec<Placed>,
    starts: bool,
    ends: bool,
}

/// The queue.
#[derive(Debug)]
pub struct Home {
    tab: Tab,
    window: Window,
    cursor: Cursor,
    counts: Counts,
    mine: u32,
    /// What the chosen line looked like when it was read.
    card: Option<Rc<Card>>,
    changes: u64,
    day: NaiveDate,
    trouble: Option<String>,
    /// An appeal just registered or found, to stand on when this screen comes back.
    stand_on: Answer<Uuid>,
    give_stand: Rc<crate::terminal::layers::Asked<Uuid>>,
}

impl Home {
    /// The queue as it stands now.
    #[must_use]
    pub fn new(cx: &Cx) -> Self {
        let (stand_on, give_stand) = question();
        let mut home = Self {
            tab: Tab::Open,
            window: Window::default(),
            cursor: Cursor::default(),
            counts: Counts::default(),
            mine: 0,
            card: None,
            changes: cx.changes(),
            day: cx.today(),
            trouble: None,
            stand_on,
            give_stand: Rc::new(give_stand),
        };
        home.read(cx, None);
        home
    }

    /// Reads the queue anew and stands on the same appeal, or on the same row where it has left.
    fn read(&mut self, cx: &Cx, stand: Option<Uuid>) {
        let chosen = stand.or_else(|| self.line().map(|line| line.id));
        let row = self.cursor.chosen;
        let first = self.window.rows.first().map(|placed| placed.place).filter(|_| !self.window.starts);
        self.changes = cx.changes();
        self.day = cx.today();
        let chosen_before = self.window.rows.get(row).cloned().filter(|_| stand.is_none());
        self.trouble = self.fill(cx, first).err().map(|error| cx.trouble(&error));
        self.keep_in_sight(chosen_before, row, cx);
        let at = chosen.and_then(|id| self.window.rows.iter().position(|placed| placed.line.id == id));
        self.cursor.chosen = at.unwrap_or(row).min(self.window.rows.len().saturating_sub(1));
        self.look(cx);
    }

    /// What a step took out of the queue stays under the cursor until it is left: the next key must not fall on another
    /// client's appeal.
    fn keep_in_sight(&mut self, chosen: Option<Placed>, row: usize, cx: &Cx) {
        let Some(Placed { place, line }) = chosen else { return };
        if self.window.rows.iter().any(|placed| placed.line.id == line.id) {
            return;
        }
        if let Ok(card) = cx.desk.card(line.id) {
            let left = Placed { place, line: AppealLine::of(&card.appeal) };
            self.window.rows.insert(row.min(self.window.rows.len()), left);
        }
    }

    fn fill(&mut self, cx: &Cx, first: Option<Position>) -> Result<(), DeskError> {
        self.counts = cx.desk.counts(self.day, &Filter::default())?;
        self.mine = cx.desk.counts(self.day, &cx.mine())?.open;
        let part = first.map_or(Part::First, Part::After);
        let wanted = PAGE.max(u32::try_from(self.window.rows.len()).unwrap_or(PAGE));
        let mut rows = self.page(cx, part, wanted)?;
        let starts = first.is_none() || rows.is_empty();
        if starts && first.is_some() {
            rows = self.page(cx, Part::First, wanted)?;
        }
        let ends = rows.len() < wanted as usize;
        self.window = Window { rows, starts, ends };
        Ok(())
    }

    fn page(&self, cx: &Cx, part: Part, limit: u32) -> Result<Vec<Placed>, DeskError> {
        cx.desk.queue(self.tab.queue(), self.day, &self.tab.filter(cx), part, limit)
    }

    /// Reads on where the cursor comes near an end of what was read.
    fn reach(&mut self, cx: &Cx) -> Result<(), DeskError> {
        if !self.window.ends && self.cursor.chosen + NEAR >= self.window.rows.len() {
            let part = self.window.rows.last().map_or(Part::First, |last| Part::After(last.place));
            let more = self.page(cx, part, PAGE)?;
            self.window.ends = more.len() < PAGE as usize;
            self.window.rows.extend(more);
        }
        if !self.window.starts && self.cursor.chosen < NEAR {
            let part = self.window.rows.first().map_or(Part::First, |first| Part::Before(first.place));
            let mut more = self.page(cx, part, PAGE)?;
            self.window.starts = more.len() < PAGE as usize;
            self.cursor.chosen += more.len();
            more.append(&mut self.window.rows);
            self.window.rows = more;
        }
        Ok(())
    }

    /// Goes to the very first or the very last line of the queue.
    fn jump(&mut self, cx: &Cx, last: bool) -> Result<(), DeskError> {
        let held = if last { self.window.ends } else { self.window.starts };
        if !held {
            let rows = self.page(cx, if last { Part::Last } else { Part::First }, PAGE)?;
            let whole = rows.len() < PAGE as usize;
            self.window = Window { rows, starts: whole || !last, ends: whole || last };
        }
        self.cursor.chosen = if last { self.window.rows.len().saturating_sub(1) } else { 0 };
        Ok(())
    }

    fn line(&self) -> Option<&AppealLine> {
        self.window.rows.get(self.cursor.chosen).map(|placed| &placed.line)
    }

    /// Reads the chosen card.
    fn look(&mut self, cx: &Cx) {
        let chosen = self.line().map(|line| (line.id, line.version));
        let held = self.card.as_ref().map(|card| (card.appeal.id, card.appeal.version));
        if chosen != held {
            self.card = chosen.and_then(|(id, _)| cx.desk.card(id).ok()).map(Rc::new);
        }
    }

    fn go(&mut self, cx: &Cx, key: Key) -> Outcome<Cx> {
        let moved = match key.code {
            Code::First | Code::Home => self.jump(cx, false),
            Code::Last | Code::End => self.jump(cx, true),
            code if self.cursor.key(code, self.window.rows.len()) => self.reach(cx),
            _ => return Outcome::Same,
        };
        self.look(cx);
        match moved {
            Ok(()) => Outcome::Changed,
            Err(error) => Outcome::Say(cx.trouble(&error)),
        }
    }

    fn turn(&mut self, cx: &Cx, step: isize) -> Outcome<Cx> {
        let all = self.tabs();
        let at = all.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let to = at.cast_signed() + step;
        self.tab = all[usize::try_from(to.rem_euclid(all.len().cast_signed())).unwrap_or(0)];
        self.window = Window { starts: true, ..Window::default() };
        self.cursor = Cursor::default();
        self.read(cx, None);
        Outcome::Changed
    }

    /// The lists that can be opened now: some only while something waits in them.
    fn tabs(&self) -> Vec<Tab> {
        let shown =
            |tab: &Tab| *tab == self.tab || !tab.comes_and_goes() || tab.count(&self.counts, self.mine) > 0;
        Tab::ALL.into_iter().filter(shown).collect()
    }

    /// The counts in as many rows as they need, so that none is cut.
    fn tab_rows(&self, width: u16, cx: &Cx) -> Vec<Vec<(Tab, Shown)>> {
        let mut rows: Vec<Vec<(Tab, Shown)>> = vec![Vec::new()];
        let mut used = 1;
        for tab in self.tabs() {
            let count = tab.count(&self.counts, self.mine);
            let count = if count > 9999 { "9999+".to_owned() } else { count.to_string() };
            let word = format!("{} {count}", tab.word(cx));
            let word = text::shown(&if tab == self.tab { format!("[{word}]") } else { format!(" {word} ") });
            if used + word.width() > usize::from(width) {
                rows.push(Vec::new());
                used = 1;
            }
            used += word.width();
            if let Some(row) = rows.last_mut() {
                row.push((tab, word));
            }
        }
        rows
    }

    fn draw_tabs(&self, canvas: &mut Canvas<'_>, area: Rect, tabs: &[Vec<(Tab, Shown)>]) {
        canvas.clear(area);
        for (row, tabs) in area.rows().zip(tabs) {
            let mut x = row.x + 1;
            for (tab, word) in tabs {
                let look = match (*tab == self.tab, tab) {
                    (true, _) => Look::Strong,
                    (false, Tab::Overdue) if self.counts.overdue > 0 => Look::Overdue,
                    (false, _) => Look::Plain,
                };
                let room = Rect { x, width: row.right().saturating_sub(x), ..row };
                x += canvas.put(room, word, look);
            }
        }
    }

    fn table(&self, cx: &Cx) -> Table {
        /// Wider numbers are cut.
        const WIDEST: usize = 24;
        let numbers = self.window.rows.iter().map(|placed| text::shown(&placed.line.number.text).width());
        let number = u16::try_from(numbers.max().unwrap_or(0).clamp(4, WIDEST)).unwrap_or(0);
        Table {
            columns: vec![
                Column::new(&say!(cx.words, "column-due"), 5, 5),
                Column::new(&say!(cx.words, "column-days"), 9, 9).to_the_right(),
                Column::new(&say!(cx.words, "column-number"), number, number),
                Column::new(&say!(cx.words, "column-client"), 14, 18).growing(),
                Column::new(&say!(cx.words, "column-topic"), 10, 10).left_out(1),
                Column::new(&say!(cx.words, "column-executor"), 13, 13),
            ],
        }
    }

    /// The day a line waits for in this list, and whether it is past: signed letters and requests have a clock of
    /// their own.
    fn clock(&self, line: &AppealLine, cx: &Cx) -> (NaiveDate, bool) {
        let office = cx.desk.office();
        let own = match self.tab {
            Tab::Unsent => line.unsent_since.map(|on| office.norms.dispatch_by(on, &office.calendar)),
            Tab::Requests => line.request_due,
            Tab::CallBack => line.call_back.map(|at| at.date_naive()),
            _ => None,
        };
        // Without a norm a call is no later than another: its day only says since when the client waits.
        let timed = self.tab != Tab::CallBack
            || office.norms.list.iter().any(|norm| norm.measures == Measure::CallBack);
        own.map_or((line.queue_due, self.day > line.due), |day| (day, timed && self.day > day))
    }

    fn cells(&self, line: &AppealLine, cx: &Cx) -> Vec<Cell> {
        let (day, late) = self.clock(line, cx);
        let look = match (line.closed_on, late) {
            (Some(_), _) => Look::Dim,
            (None, true) => Look::Overdue,
            (None, false) => Look::Plain,
        };
        let due = if day.year() == self.day.year() {
            day.format("%d.%m").to_string()
        } else {
            day.format("%m.%y").to_string()
        };
        let days = cx.words.days_left((self.day - day).num_days());
        let days = match (line.closed_on, late) {
            (Some(_), _) => cx.words.stage(line.stage).to_lowercase(),
            (None, true) => format!("!{days}"),
            (None, false) => days,
        };
        let topic = line.topic.as_deref().and_then(|code| cx.desk.office().topic(code));
        let topic =
            topic.map_or_else(|| cx.words.kind(line.kind), |topic| cx.words.title(&topic.title).to_owned());
        let executor = match (&line.executor, line.stage, &line.unit) {
            (Some(login), ..) => cx.desk.office().person_name(login),
            (None, Stage::WithUnit, Some(unit)) => format!("({})", cx.desk.office().unit_title(unit)),
            (None, Stage::WithDirector, _) => format!("({})", say!(cx.words, "holder-director")),
            _ => "—".to_owned(),
        };
        vec![
            Cell::new(&due, look),
            Cell::new(&days, look),
            Cell::new(&line.number.text, Look::Plain),
            Cell::new(&describe::client_name(cx, &line.client, line.client_sort), Look::Plain),
            Cell::new(&topic, Look::Dim),
            Cell::new(&executor, Look::Plain),
        ]
    }

    fn draw_list(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        if self.window.rows.is_empty() {
            canvas.clear(area);
            let said = match (&self.trouble, self.counts.open, self.tab) {
                (Some(trouble), ..) => trouble.clone(),
                (None, 0, Tab::Open) => say!(cx.words, "home-empty"),
                (None, ..) => say!(cx.words, "home-tab-empty"),
            };
            let inside = Rect {
                x: area.x + 2,
                y: area.y + 1,
                width: area.width.saturating_sub(4),
                height: area.height.saturating_sub(1),
            };
            let lines = text::shown_lines(&said);
            let lines = lines.iter().flat_map(|line| line.wrap(inside.width.into()));
            for (row, line) in inside.rows().zip(lines) {
                canvas.put(row, &line, Look::Plain);
            }
            canvas.set_cursor(area.x, area.y);
            return;
        }
        let mut cursor = self.cursor;
        let count = self.window.rows.len();
        self.table(cx).draw(canvas, area, &mut cursor, count, |at| {
            self.window.rows.get(at).map(|placed| self.cells(&placed.line, cx)).unwrap_or_default()
        });
        self.cursor = cursor;
    }

    /// The chosen card: the whole of it where there is room, else its summary.
    fn draw_pane(&self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        canvas.clear(area);
        let Some(card) = &self.card else { return };
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let lines =
            if area.height > PANE { describe::card(cx, card) } else { describe::summary(cx, &card.appeal) };
        let wrapped = lines.iter().flat_map(|(line, look)| {
            text::shown(line).wrap(inside.width.into()).into_iter().map(|line| (line, *look))
        });
        let rows: Vec<_> = inside.rows().collect();
        for (row, (line, look)) in rows.into_iter().zip(wrapped) {
            canvas.put(row, &line, look);
        }
    }
}

impl Layer<Cx> for Home {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        let rows = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        let tabs = self.tab_rows(area.width, cx);
        let top = u16::try_from(tabs.len()).unwrap_or(1);
        self.draw_tabs(canvas, rows(0, top), &tabs);
        canvas.rule(rows(top, 1));
        let top = top + 1;
        if area.width >= WIDE {
            let list = Rect { width: area.width * 5 / 8, ..rows(top, area.height.saturating_sub(top)) };
            let pane = Rect { x: list.right() + 1, width: area.right() - list.right() - 1, ..list };
            self.draw_list(canvas, list, cx);
            self.draw_pane(canvas, pane, cx);
            canvas.repeat(Rect { x: list.right(), width: 1, ..list }, cx.theme().vertical(), Look::Dim);
        } else {
            let height = area.height.saturating_sub(top + 1 + PANE);
            self.draw_list(canvas, rows(top, height), cx);
            canvas.rule(rows(top + height, 1));
            self.draw_pane(canvas, rows(top + 1 + height, PANE), cx);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        let Some(person) = cx.desk.actor() else { return say!(cx.words, "home-title-nobody") };
        let unit = cx.desk.office().unit_title(&person.unit);
        say!(cx.words, "home-title", unit = unit, person = person.short_name())
    }

    fn place(&self) -> Place {
        Place::Home
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Left | Code::BackTab => self.turn(cx, -1),
            Code::Right | Code::Tab => self.turn(cx, 1),
            Code::Enter if !key.held => match &self.card {
                Some(card) => Outcome::Open(Box::new(CardScreen::new(Rc::clone(card), cx))),
                None => Outcome::Same,
            },
            Code::Esc => Outcome::Say(say!(cx.words, "home-leave")),
            _ => self.go(cx, key),
        }
    }

    fn availability(&self, command: Command, cx: &Cx) -> Availability {
        match command {
            Command::Find | Command::Journals | Command::Tracking => Availability::Ready,
            other => acts::availability(other, self.card.as_deref(), cx),
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        match command {
            Command::Find => Outcome::Open(Box::new(Find::new())),
            Command::Journals => {
                let on_screen = OnScreen { queue: self.tab.queue(), filter: self.tab.filter(cx) };
                journals::choose(on_screen, cx)
            }
            Command::Tracking => match Tracking::new(cx.today(), cx) {
                Ok(layer) => Outcome::Open(Box::new(layer)),
                Err(error) => Outcome::Say(cx.trouble(&error)),
            },
            other => acts::perform(other, self.card.as_deref(), &self.give_stand, cx),
        }
    }

    fn help(&self, cx: &Cx) -> String {
        format!("{}\n{}", say!(cx.words, "home-help"), say!(cx.words, "home-queues-help"))
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        let stand = self.stand_on.take();
        if stand.is_some() {
            self.tab = Tab::Open;
        }
        if stand.is_some() || self.changes != cx.changes() {
            self.read(cx, stand);
        }
        Outcome::Changed
    }

    fn refresh(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if self.changes == cx.changes() && self.day == cx.today() {
            return Outcome::Same;
        }
        self.read(cx, None);
        Outcome::Changed
    }
}

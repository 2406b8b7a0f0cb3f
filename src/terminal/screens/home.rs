//! Home: the queue, what burns on top, and the chosen card beside it.

pub mod bulk;
mod picture;
mod tabs;
pub(super) mod view;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use ratatui::layout::Rect;
use uuid::Uuid;

use self::bulk::{Done, Marked};
use self::tabs::Tab;
use self::view::{Kept, View, Wanted};
use super::acts;
use super::card::CardScreen;
use super::find::Find;
use super::journals::{self, OnScreen};
use super::sheet::Sheeted;
use super::tracking::Tracking;
use super::{unprinted, visits};
use crate::desk::{
    AppealLine, Card, Counts, DeskError, Filter, Ladder, Order, Part, Place as Position, Placed, Seen,
};
use crate::say;
use crate::standard::office::Login;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Asked, Layer, Outcome, question};
use crate::terminal::theme::Look;
use crate::terminal::widgets::Cursor;

/// As many appeals as are marked by one key.
const MOST_MARKS: usize = 200;
/// Lines read at once.
const PAGE: u32 = 200;
/// Lines before an end of what was read at which more is read.
const NEAR: usize = 40;
/// Where the chosen card stands beside the list instead of under it.
const WIDE: u16 = 110;
/// Columns that the chosen card beside the list keeps, however many the list would take.
const BESIDE: u16 = 34;
/// Rows of the chosen card under the list.
const PANE: u16 = 4;

/// What stands in the row of counts: a list of the program's, or one that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Tab(Tab),
    View(usize),
    /// No list of appeals: letters that were not printed, which Enter opens.
    Unprinted,
}

/// The part of a queue that was read; more is read as the cursor comes near an end of it.
#[derive(Debug, Default)]
struct Window {
    rows: Vec<Placed>,
    starts: bool,
    ends: bool,
    /// Columns that the widest of their numbers and of their days take: measured when rows are read, for a frame has no
    /// time to.
    numbers: u16,
    days: u16,
    /// An inner day stands before the term of one of them.
    inner: bool,
}

/// The queue.
#[derive(Debug)]
pub struct Home {
    /// The list that is open, how it is narrowed, and what was saved: kept for this person in this file.
    kept: Kept,
    person: Login,
    file: PathBuf,
    window: Window,
    cursor: Cursor,
    counts: Counts,
    mine: u32,
    /// How many each saved list holds.
    saved: Vec<u32>,
    /// What this person is reminded of.
    ladder: Ladder,
    /// Letters that were not printed at this desk.
    unprinted: usize,
    /// One stands on their count instead of on a list of appeals.
    on_unprinted: bool,
    /// Since when this person's visit goes on.
    visit: Option<DateTime<FixedOffset>>,
    /// What the next step is done with together.
    marks: BTreeMap<Uuid, Marked>,
    /// What the chosen line looked like when it was read.
    card: Option<Rc<Card>>,
    changes: u64,
    day: NaiveDate,
    trouble: Option<String>,
    /// An appeal just registered or found, to stand on when this screen comes back.
    stand_on: Answer<Uuid>,
    give_stand: Rc<Asked<Uuid>>,
    wanted: Answer<Wanted>,
    give_wanted: Rc<Asked<Wanted>>,
    done: Answer<Done>,
    give_done: Rc<Asked<Done>>,
}

impl Drop for Home {
    fn drop(&mut self) {
        self.keep();
    }
}

impl Home {
    /// The queue as it stands now.
    #[must_use]
    pub fn new(cx: &Cx) -> Self {
        let (stand_on, give_stand) = question();
        let (wanted, give_wanted) = question();
        let (done, give_done) = question();
        let (file, person) = (cx.paths.home_place(), cx.person());
        let mut home = Self {
            kept: Kept::read(&file, &person, cx.today()),
            person,
            file,
            window: Window::default(),
            cursor: Cursor::default(),
            counts: Counts::default(),
            mine: 0,
            saved: Vec::new(),
            ladder: Ladder::default(),
            unprinted: 0,
            on_unprinted: false,
            visit: None,
            marks: BTreeMap::new(),
            card: None,
            changes: cx.changes(),
            day: cx.today(),
            trouble: None,
            stand_on,
            give_stand: Rc::new(give_stand),
            wanted,
            give_wanted: Rc::new(give_wanted),
            done,
            give_done: Rc::new(give_done),
        };
        home.come_back(cx);
        home
    }

    /// Opens the list where this person left it.
    fn come_back(&mut self, cx: &Cx) {
        let on = self.kept.on;
        let order = self.filter(cx).order.unwrap_or(Order::Due);
        let place = on.and_then(|id| cx.desk.place_of(id, order).ok().flatten());
        self.window = Window { starts: true, ..Window::default() };
        self.cursor = Cursor::default();
        self.read(cx, None);
        let Some(id) = on else { return };
        let at = |home: &Self| home.window.rows.iter().position(|placed| placed.line.id == id);
        if at(self).is_none() && !self.window.ends && place.is_some() {
            self.trouble = self.fill(cx, place).err().map(|error| cx.trouble(&error));
        }
        if let Some(at) = at(self) {
            self.cursor.chosen = at;
            let _ = self.reach(cx);
        }
        self.look(cx);
    }

    /// Keeps where this person is.
    fn keep(&mut self) {
        (self.kept.on, self.kept.day) = (self.line().map(|line| line.id), self.day);
        self.kept.write(&self.file, &self.person);
    }

    /// The list that is open.
    fn tab(&self) -> Tab {
        self.view().map_or(self.kept.tab, |view| view.tab)
    }

    /// The saved list that is open, if it is one.
    fn view(&self) -> Option<&View> {
        self.kept.view.and_then(|at| self.kept.views.get(at))
    }

    /// How the open list is narrowed and ordered, but for what it is about itself.
    fn narrowed(&self) -> &Filter {
        self.view().map_or(&self.kept.filter, |view| &view.filter)
    }

    fn filter(&self, cx: &Cx) -> Filter {
        self.tab().within(self.narrowed(), cx)
    }

    /// Reads the queue anew and stands on the same appeal, or on the same row where it has left.
    fn read(&mut self, cx: &Cx, stand: Option<Uuid>) {
        let chosen = stand.or_else(|| self.line().map(|line| line.id));
        let row = self.cursor.chosen;
        let first = self.window.rows.first().map(|placed| placed.place).filter(|_| !self.window.starts);
        self.changes = cx.changes();
        self.day = cx.today();
        if self.person != cx.person() {
            self.keep();
            self.person = cx.person();
            self.kept = Kept::read(&self.file, &self.person, self.day);
            self.marks.clear();
        }
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
            self.measure(cx);
        }
    }

    fn fill(&mut self, cx: &Cx, first: Option<Position>) -> Result<(), DeskError> {
        let narrowed = &self.kept.filter;
        let count = |tab: Tab, filter: &Filter| {
            let counts = cx.desk.counts(self.day, &tab.within(filter, cx))?;
            Ok::<_, DeskError>(tab.count(&counts, counts.open))
        };
        self.mine = count(Tab::Mine, narrowed)?;
        self.saved =
            self.kept.views.iter().map(|view| count(view.tab, &view.filter)).collect::<Result<_, _>>()?;
        self.counts = cx.desk.counts(self.day, narrowed)?;
        self.unprinted = cx.unprinted().len();
        self.on_unprinted &= self.unprinted > 0;
        // Nobody at the desk has no visit.
        self.visit = cx.desk.visits_going_on().ok().and_then(|visits| Some(visits.first()?.started));
        self.ladder = cx.desk.ladder(self.day, &self.person)?;
        let part = first.map_or(Part::First, Part::After);
        let wanted = PAGE.max(u32::try_from(self.window.rows.len()).unwrap_or(PAGE));
        let mut rows = self.page(cx, part, wanted)?;
        let starts = first.is_none() || rows.is_empty();
        if starts && first.is_some() {
            rows = self.page(cx, Part::First, wanted)?;
        }
        let ends = rows.len() < wanted as usize;
        self.window = Window { rows, starts, ends, ..Window::default() };
        self.measure(cx);
        Ok(())
    }

    fn page(&self, cx: &Cx, part: Part, limit: u32) -> Result<Vec<Placed>, DeskError> {
        if self.on_unprinted {
            return Ok(Vec::new());
        }
        cx.desk.queue(self.tab().queue(), self.day, &self.filter(cx), part, limit)
    }

    /// Reads on where the cursor comes near an end of what was read.
    fn reach(&mut self, cx: &Cx) -> Result<(), DeskError> {
        if !self.window.ends && self.cursor.chosen + NEAR >= self.window.rows.len() {
            let part = self.window.rows.last().map_or(Part::First, |last| Part::After(last.place));
            let more = self.page(cx, part, PAGE)?;
            self.window.ends = more.len() < PAGE as usize;
            self.window.rows.extend(more);
            self.measure(cx);
        }
        if !self.window.starts && self.cursor.chosen < NEAR {
            let part = self.window.rows.first().map_or(Part::First, |first| Part::Before(first.place));
            let mut more = self.page(cx, part, PAGE)?;
            self.window.starts = more.len() < PAGE as usize;
            self.cursor.chosen += more.len();
            more.append(&mut self.window.rows);
            self.window.rows = more;
            self.measure(cx);
        }
        Ok(())
    }

    /// Goes to the very first or the very last line of the queue.
    fn jump(&mut self, cx: &Cx, last: bool) -> Result<(), DeskError> {
        let held = if last { self.window.ends } else { self.window.starts };
        if !held {
            let rows = self.page(cx, if last { Part::Last } else { Part::First }, PAGE)?;
            let whole = rows.len() < PAGE as usize;
            self.window = Window { rows, starts: whole || !last, ends: whole || last, ..Window::default() };
            self.measure(cx);
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
        let all = self.entries();
        let open = self.opened();
        let at = all.iter().position(|entry| *entry == open).unwrap_or(0);
        let to = at.cast_signed() + step;
        let to = all[usize::try_from(to.rem_euclid(all.len().cast_signed())).unwrap_or(0)];
        self.on_unprinted = to == Entry::Unprinted;
        match to {
            Entry::Tab(tab) => (self.kept.tab, self.kept.view) = (tab, None),
            Entry::View(at) => self.kept.view = Some(at),
            Entry::Unprinted => {}
        }
        self.open_anew(cx)
    }

    /// Reads another list, or the same one seen otherwise, from its beginning.
    fn open_anew(&mut self, cx: &Cx) -> Outcome<Cx> {
        self.window = Window { starts: true, ..Window::default() };
        self.cursor = Cursor::default();
        self.marks.clear();
        self.read(cx, None);
        Outcome::Changed
    }

    /// The lists that can be opened now: some only while something waits in them; the saved ones stand last.
    fn entries(&self) -> Vec<Entry> {
        let shown = |tab: &Tab| {
            *tab == self.kept.tab || !tab.comes_and_goes() || tab.count(&self.counts, self.mine) > 0
        };
        let own = Tab::ALL.iter().copied().filter(shown).map(Entry::Tab);
        let unprinted = (self.unprinted > 0).then_some(Entry::Unprinted);
        own.chain((0..self.kept.views.len()).map(Entry::View)).chain(unprinted).collect()
    }

    /// Where one stands in the row of counts.
    fn opened(&self) -> Entry {
        if self.on_unprinted {
            return Entry::Unprinted;
        }
        self.kept.view.map_or(Entry::Tab(self.kept.tab), Entry::View)
    }

    /// Sees the list as the form asked for.
    fn see(&mut self, wanted: Wanted, cx: &Cx) -> Outcome<Cx> {
        let Wanted { tab, filter, columns, name, forget } = wanted;
        self.kept.columns = columns;
        self.on_unprinted = false;
        match (self.kept.view, name) {
            (Some(at), _) if forget => {
                self.kept.views.remove(at);
                self.kept.view = None;
            }
            (_, Some(name)) => {
                let view = View { name, tab, filter };
                let same = self.kept.views.iter().position(|kept| kept.name == view.name);
                let at = same.unwrap_or(self.kept.views.len());
                self.kept.views.splice(at..(at + 1).min(self.kept.views.len()), [view]);
                self.kept.view = Some(at);
            }
            (_, None) => {
                (self.kept.tab, self.kept.view, self.kept.filter) = (tab, None, filter);
            }
        }
        let opened = self.open_anew(cx);
        // A list that was saved is on the disk; where one was is kept as one leaves.
        self.keep();
        opened
    }

    /// Marks the appeal under the cursor or takes its mark away, and goes on to the next.
    fn mark(&mut self, cx: &Cx) -> Outcome<Cx> {
        let Some(line) = self.line() else { return Outcome::Same };
        let one =
            Marked { seen: Seen { id: line.id, version: line.version }, number: line.number.text.clone() };
        if self.marks.remove(&one.seen.id).is_none() {
            self.marks.insert(one.seen.id, one);
        }
        self.go(cx, Key::press(Code::Down));
        Outcome::Changed
    }

    /// Marks every appeal of the list that was read, or takes all marks away.
    fn mark_all(&mut self) -> Outcome<Cx> {
        if self.marks.is_empty() {
            let lines = self.window.rows.iter().map(|placed| &placed.line).take(MOST_MARKS);
            let marked = lines.map(|line| Marked {
                seen: Seen { id: line.id, version: line.version },
                number: line.number.text.clone(),
            });
            self.marks = marked.map(|one| (one.seen.id, one)).collect();
        } else {
            self.marks.clear();
        }
        Outcome::Changed
    }

    /// What one command does with all that is marked; nothing where it is not done with several.
    fn together(&mut self, command: Command, cx: &mut Cx) -> Option<Outcome<Cx>> {
        let mut marked: Vec<_> = self.marks.values().cloned().collect();
        marked.sort_by(|one, other| one.number.cmp(&other.number));
        let give = Rc::clone(&self.give_done);
        match command {
            _ if marked.is_empty() => None,
            Command::Route => {
                let (sheet, form) = bulk::route_all(marked, give, cx);
                let opened = Sheeted::new(sheet, form, cx).map(acts::open);
                Some(opened.unwrap_or_else(|error| Outcome::Say(cx.trouble(&error))))
            }
            Command::Sent => {
                let opened = bulk::sent(marked, give, cx).map(acts::open);
                Some(opened.unwrap_or_else(|error| Outcome::Say(cx.trouble(&error))))
            }
            Command::Sign => {
                let opened = bulk::signed(marked, give, cx).map(acts::open);
                Some(opened.unwrap_or_else(|error| Outcome::Say(cx.trouble(&error))))
            }
            // Whoever marked several does not mean the one under the cursor.
            other if acts::is_a_step(other) => {
                Some(Outcome::Say(say!(cx.words, "bulk-one-by-one", count = marked.len())))
            }
            _ => None,
        }
    }
}

impl Layer<Cx> for Home {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        // Other words take another room, before rows are read anew.
        if self.changes != cx.changes() {
            self.measure(cx);
        }
        let rows = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        let tabs = self.tab_rows(area.width, cx);
        let top = u16::try_from(tabs.len()).unwrap_or(1);
        self.draw_tabs(canvas, rows(0, top), &tabs);
        let mut top = top;
        if let Some((said, keys)) = self.state(cx) {
            picture::draw_state(canvas, rows(top, 1), &said, &keys);
            top += 1;
        }
        canvas.rule(rows(top, 1));
        let top = top + 1;
        if area.width >= WIDE {
            let width = self.list_width(area.width, cx);
            let list = Rect { width, ..rows(top, area.height.saturating_sub(top)) };
            let pane = Rect { x: list.right() + 1, width: area.right() - list.right() - 1, ..list };
            self.draw_list(canvas, list, cx);
            self.draw_pane(canvas, pane, cx);
            let line = canvas.theme().vertical();
            canvas.repeat(Rect { x: list.right(), width: 1, ..list }, line, Look::Dim);
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
        let title = say!(cx.words, "home-title", unit = unit, person = person.short_name());
        // Last, for the end of a title is what stays where it is cut.
        let visit = self.visit.map(|since| say!(cx.words, "home-visit", since = visits::since(since, cx)));
        title + &visit.unwrap_or_default()
    }

    fn place(&self) -> Place {
        Place::Home
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Outcome<Cx> {
        match key.code {
            Code::Left | Code::BackTab => self.turn(cx, -1),
            Code::Right | Code::Tab => self.turn(cx, 1),
            Code::Enter if !key.held && self.on_unprinted => unprinted::open(cx),
            Code::Enter if !key.held => match &self.card {
                Some(card) => Outcome::Open(Box::new(CardScreen::new(Rc::clone(card), cx))),
                None => Outcome::Same,
            },
            Code::Char(' ') | Code::Insert => self.mark(cx),
            Code::Char('*') => self.mark_all(),
            // One step back: the marks, then what narrows the list.
            Code::Esc if !self.marks.is_empty() => {
                self.marks.clear();
                Outcome::Changed
            }
            Code::Esc if self.kept.view.is_none() && self.kept.filter != Filter::default() => {
                self.kept.filter = Filter::default();
                self.open_anew(cx)
            }
            Code::Esc => Outcome::Say(say!(cx.words, "home-leave")),
            _ => self.go(cx, key),
        }
    }

    fn availability(&self, command: Command, cx: &Cx) -> Availability {
        match command {
            Command::Find | Command::Narrow | Command::Journals | Command::Tracking => Availability::Ready,
            Command::Route | Command::Sent if !self.marks.is_empty() => Availability::Ready,
            other => acts::availability(other, self.card.as_deref(), cx),
        }
    }

    fn command(&mut self, command: Command, cx: &mut Cx) -> Outcome<Cx> {
        match command {
            Command::Find => Outcome::Open(Box::new(Find::new())),
            Command::Journals => {
                let on_screen = OnScreen { queue: self.tab().queue(), filter: self.filter(cx) };
                journals::choose(on_screen, cx)
            }
            Command::Tracking => match Tracking::new(cx.today(), cx) {
                Ok(layer) => Outcome::Open(Box::new(layer)),
                Err(error) => Outcome::Say(cx.trouble(&error)),
            },
            Command::Narrow => {
                let name = self.view().map(|view| view.name.clone());
                let give = Rc::clone(&self.give_wanted);
                let shown = (self.tab(), self.narrowed(), &self.kept.columns);
                let (sheet, form) = view::form(shown, name.as_deref(), give, cx);
                let opened = Sheeted::new(sheet, form, cx).map(acts::open);
                opened.unwrap_or_else(|error| Outcome::Say(cx.trouble(&error)))
            }
            other => self.together(other, cx).unwrap_or_else(|| {
                let done = acts::perform(other, self.card.as_deref(), &self.give_stand, cx);
                // What is done by the key alone, as a visit is begun, shows at once.
                self.refresh(cx);
                done
            }),
        }
    }

    fn help(&self, cx: &Cx) -> String {
        let words = &cx.words;
        let parts =
            [say!(words, "home-help"), say!(words, "home-queues-help"), say!(words, "home-marks-help")];
        parts.join("\n")
    }

    fn resumed(&mut self, cx: &mut Cx) -> Outcome<Cx> {
        if let Some(wanted) = self.wanted.take() {
            return self.see(wanted, cx);
        }
        for id in self.done.take().unwrap_or_default() {
            self.marks.remove(&id);
        }
        let stand = self.stand_on.take();
        if stand.is_some() {
            (self.kept.tab, self.kept.view, self.kept.filter) = (Tab::Open, None, Filter::default());
            self.on_unprinted = false;
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

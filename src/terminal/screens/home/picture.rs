//! How the queue looks: the counts on top, the list, the chosen card.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use super::tabs::Tab;
use super::view::{self, Shown as ShownColumn};
use super::{BESIDE, Entry, Home, PANE};
use crate::desk::{AppealLine, Filter, Ladder};
use crate::say;
use crate::standard::appeal::Stage;
use crate::standard::term::Measure;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::screens::describe;
use crate::terminal::theme::Look;
use crate::terminal::widgets::{Cell, Column, Table};
use crate::text::{self, Shown};

/// What a line waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wait {
    /// Its day.
    Days { left: i64, late: bool },
    /// Nothing any more: how it ended.
    Over(Stage),
}

impl Wait {
    /// How far the day is, with a sign where it is past; or that there is nothing to wait for any more.
    fn words(self, cx: &Cx) -> String {
        match self {
            Self::Over(stage) => cx.words.stage(stage).to_lowercase(),
            Self::Days { left, late: true } => format!("!{}", cx.words.days_left(left)),
            Self::Days { left, late: false } => cx.words.days_left(left),
        }
    }
}

impl Home {
    /// The line above the list: what is marked, how the list is narrowed and by which keys that is changed, or what this
    /// person is reminded of.
    pub(super) fn state(&self, cx: &Cx) -> Option<(String, String)> {
        let words = &cx.words;
        let marked = self.marks.len();
        if marked > 0 {
            return Some((say!(words, "home-marked", count = marked), String::new()));
        }
        if self.on_unprinted {
            return None;
        }
        let narrowed = view::in_words(self.narrowed(), cx);
        if self.view().is_none() && narrowed.is_none() {
            return self.reminder(cx).map(|said| (said, String::new()));
        }
        // What a list is of is part of what it was narrowed to: a saved one tells it nowhere else.
        let of = Some(self.tab().word(cx)).filter(|_| self.tab() != Tab::Open || narrowed.is_none());
        let parts: Vec<_> = of.into_iter().chain(narrowed).collect();
        let said = say!(words, "home-narrowed", filter = parts.join(" · "));
        let saved = self.view().is_some();
        let keys = if saved { say!(words, "home-view-keys") } else { say!(words, "home-narrowed-keys") };
        Some((said, keys))
    }

    /// «Ваши: просрочено 2, самое давнее на 5 дней; сегодня 1; через 3 дня 2»: on the days of the ladder before the due
    /// day, and every day after it.
    fn reminder(&self, cx: &Cx) -> Option<String> {
        let words = &cx.words;
        let Ladder { overdue, oldest, due_in } = self.ladder;
        let late = oldest.map(|day| {
            let days = (self.day - day).num_days();
            say!(words, "remind-overdue", count = overdue, days = days)
        });
        let ahead = Ladder::STEPS.into_iter().zip(due_in).filter(|(_, count)| *count > 0);
        let ahead = ahead.map(|(days, count)| match days {
            0 => say!(words, "remind-today", count = count),
            1 => say!(words, "remind-tomorrow", count = count),
            _ => say!(words, "remind-in", count = count, days = days),
        });
        let parts: Vec<_> = late.into_iter().chain(ahead).collect();
        (!parts.is_empty()).then(|| say!(words, "remind", parts = parts.join("; ")))
    }

    /// The counts in as many rows as they need, so that none is cut.
    pub(super) fn tab_rows(&self, width: u16, cx: &Cx) -> Vec<Vec<(Entry, Shown)>> {
        let open = self.opened();
        let mut rows: Vec<Vec<(Entry, Shown)>> = vec![Vec::new()];
        let mut used = 1;
        for tab in self.entries() {
            let (word, count) = match tab {
                Entry::Unprinted => (say!(cx.words, "home-unprinted"), count_of(self.unprinted)),
                Entry::Tab(tab) => (tab.word(cx), tab.count(&self.counts, self.mine)),
                Entry::View(at) => {
                    (self.kept.views[at].name.clone(), self.saved.get(at).copied().unwrap_or_default())
                }
            };
            let count = if count > 9999 { "9999+".to_owned() } else { count.to_string() };
            let word = format!("{word} {count}");
            let word = text::shown(&if tab == open { format!("[{word}]") } else { format!(" {word} ") });
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

    pub(super) fn draw_tabs(&self, canvas: &mut Canvas<'_>, area: Rect, tabs: &[Vec<(Entry, Shown)>]) {
        let open = self.opened();
        canvas.clear(area);
        for (row, tabs) in area.rows().zip(tabs) {
            let mut x = row.x + 1;
            for (tab, word) in tabs {
                let look = match (*tab == open, tab) {
                    (true, _) => Look::Strong,
                    (false, Entry::Unprinted) => Look::Accent,
                    (false, Entry::Tab(Tab::Overdue)) if self.counts.overdue > 0 => Look::Overdue,
                    (false, _) => Look::Plain,
                };
                let room = Rect { x, width: row.right().saturating_sub(x), ..row };
                x += canvas.put(room, word, look);
            }
        }
    }

    fn table(&self, cx: &Cx) -> Table {
        let number = self.window.numbers;
        let due = if self.marks.is_empty() { 5 } else { 6 };
        let due = Column::new(&say!(cx.words, "column-due"), due, due);
        let days = Column::as_wide_as(&say!(cx.words, "column-days"), self.window.days).to_the_right();
        let inner = self.window.inner.then(|| Column::as_wide_as(&say!(cx.words, "column-inner"), 5));
        let whose = [
            Column::new(&say!(cx.words, "column-number"), number, number),
            Column::new(&say!(cx.words, "column-client"), 12, 14).growing_to(26).of_data(),
        ];
        let more = self.kept.columns.iter().map(|column| {
            let (least, most, order) = match column {
                ShownColumn::Topic => (9, 32, 1),
                ShownColumn::Executor => (12, 22, 0),
                ShownColumn::Registered => (10, 10, 2),
                ShownColumn::Channel => (10, 10, 3),
                ShownColumn::Unit => (12, 32, 4),
            };
            let title = match column {
                ShownColumn::Executor if self.tab() == Tab::Unsigned => say!(cx.words, "cli-column-unsigned"),
                column => view::column_in_words(*column, cx),
            };
            let column_of = Column::new(&title, least, least).left_out(order);
            match column {
                ShownColumn::Topic | ShownColumn::Executor | ShownColumn::Unit => {
                    column_of.growing_to(most).of_data()
                }
                ShownColumn::Registered | ShownColumn::Channel => column_of,
            }
        });
        Table { columns: [due, days].into_iter().chain(inner).chain(whose).chain(more).collect() }
    }

    /// How wide the list is beside the card: as its columns need, while the card can still be read.
    pub(super) fn list_width(&self, available: u16, cx: &Cx) -> u16 {
        let usual = available * 5 / 8;
        usual.max(self.table(cx).least().min(available.saturating_sub(BESIDE + 1)))
    }

    /// The day a line waits for in this list, and whether it is past: signed letters and requests have a clock of
    /// their own, all else the term by the norm.
    fn clock(&self, line: &AppealLine, cx: &Cx) -> (NaiveDate, bool) {
        let office = cx.desk.office();
        let own = match self.tab() {
            Tab::Unsent => line.unsent_since.map(|on| office.norms.dispatch_by(on, &office.calendar)),
            Tab::Requests => line.request_due,
            Tab::CallBack => line.call_back.map(|at| at.date_naive()),
            _ => None,
        };
        // Without a norm a call is no later than another: its day only says since when the client waits.
        let timed = self.tab() != Tab::CallBack
            || office.norms.list.iter().any(|norm| norm.measures == Measure::CallBack);
        own.map_or((line.due, self.day > line.due), |day| (day, timed && self.day > day))
    }

    /// The inner day of an open line: the list stands in its order, but it makes nothing overdue.
    fn inner(&self, line: &AppealLine) -> Option<NaiveDate> {
        let by_term = !matches!(self.tab(), Tab::Unsent | Tab::Requests | Tab::CallBack);
        (by_term && line.closed_on.is_none()).then_some(line.queue_due).filter(|day| *day < line.due)
    }

    /// Measures the numbers and days of the rows that were read; each day once, however many rows wait for it.
    pub(super) fn measure(&mut self, cx: &Cx) {
        let different: BTreeSet<_> =
            self.window.rows.iter().map(|placed| self.wait(&placed.line, cx)).collect();
        let width = |wait: &Wait| text::shown(&wait.words(cx)).width();
        let widest = different.iter().map(width).max().unwrap_or_default();
        self.window.days = u16::try_from(widest).unwrap_or(u16::MAX);
        self.window.inner = self.window.rows.iter().any(|placed| self.inner(&placed.line).is_some());
        self.window.numbers =
            describe::numbers_width(self.window.rows.iter().map(|placed| placed.line.number.text.as_str()));
    }

    fn wait(&self, line: &AppealLine, cx: &Cx) -> Wait {
        let (day, late) = self.clock(line, cx);
        match line.closed_on {
            Some(_) => Wait::Over(line.stage),
            None => Wait::Days { left: (self.day - day).num_days(), late },
        }
    }

    fn cells(&self, line: &AppealLine, cx: &Cx) -> Vec<Cell> {
        let (day, late) = self.clock(line, cx);
        let look = match (line.closed_on, late) {
            (Some(_), _) => Look::Dim,
            (None, true) => Look::Overdue,
            (None, false) => Look::Plain,
        };
        let due = self.short_day(day);
        let days = self.wait(line, cx).words(cx);
        let due = match (self.marks.is_empty(), self.marks.contains_key(&line.id)) {
            (true, _) => due,
            (false, true) => format!("*{due}"),
            (false, false) => format!(" {due}"),
        };
        let inner = self.window.inner.then(|| {
            let inner = self.inner(line);
            let look = if inner.is_some_and(|day| day < self.day) { Look::Strong } else { Look::Dim };
            Cell::new(&inner.map(|day| self.short_day(day)).unwrap_or_default(), look)
        });
        let whose = [
            Cell::new(&line.number.text, Look::Plain),
            Cell::new(&describe::client_name(cx, &line.client, line.client_sort), Look::Plain),
        ];
        let more = self.kept.columns.iter().map(|column| match (column, &line.unsigned_by) {
            // Here it is asked who is to sign.
            (ShownColumn::Executor, Some(signatory)) if self.tab() == Tab::Unsigned => {
                Cell::new(&cx.desk.office().person_name(signatory), Look::Plain)
            }
            _ => more_of(line, *column, cx),
        });
        let own = [Cell::new(&due, look), Cell::new(&days, look)];
        own.into_iter().chain(inner).chain(whose).chain(more).collect()
    }

    /// A day of this year by its month, one of another by its year.
    fn short_day(&self, day: NaiveDate) -> String {
        let pattern = if day.year() == self.day.year() { "%d.%m" } else { "%m.%y" };
        day.format(pattern).to_string()
    }

    pub(super) fn draw_list(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        if self.window.rows.is_empty() {
            canvas.clear(area);
            let narrowed = *self.narrowed() != Filter::default();
            let said = match (&self.trouble, self.counts.open, self.tab()) {
                (Some(trouble), ..) => trouble.clone(),
                (None, ..) if self.on_unprinted => say!(cx.words, "home-unprinted-open"),
                (None, ..) if narrowed => say!(cx.words, "home-narrowed-empty"),
                (None, 0, Tab::Open) => say!(cx.words, "home-empty"),
                (None, ..) => say!(cx.words, "home-tab-empty"),
            };
            let inside = Rect {
                x: area.x + 2,
                y: area.y + 1,
                width: area.width.saturating_sub(4),
                height: area.height.saturating_sub(1),
            };
            let lines: Vec<_> =
                text::shown_lines(&said).into_iter().map(|line| (line, Look::Plain)).collect();
            canvas.put_lines(inside, &lines);
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
    pub(super) fn draw_pane(&self, canvas: &mut Canvas<'_>, area: Rect, cx: &Cx) {
        canvas.clear(area);
        let Some(card) = &self.card else { return };
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let lines =
            if area.height > PANE { describe::card(cx, card) } else { describe::summary(cx, &card.appeal) };
        let wrapped = lines.iter().flat_map(|(line, look)| {
            text::shown(line).wrap(inside.width.into()).into_iter().map(|line| (line, *look))
        });
        let wrapped: Vec<_> = wrapped.collect();
        let more = wrapped.len() > usize::from(inside.height);
        for (row, (line, look)) in inside.rows().zip(&wrapped) {
            if more && row.bottom() == inside.bottom() {
                draw_beside_keys(canvas, row, (line, *look), &text::shown(&say!(cx.words, "home-more")));
            } else {
                canvas.put(row, line, *look);
            }
        }
    }
}

/// What stands above the list, and at its end the keys, which are never what is cut.
pub(super) fn draw_state(canvas: &mut Canvas<'_>, row: Rect, said: &str, keys: &str) {
    canvas.clear(row);
    let inside = Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row };
    draw_beside_keys(canvas, inside, (&text::shown(said), Look::Accent), &text::shown(keys));
}

fn draw_beside_keys(canvas: &mut Canvas<'_>, row: Rect, (said, look): (&Shown, Look), keys: &Shown) {
    let takes = u16::try_from(keys.width()).unwrap_or(u16::MAX);
    if takes == 0 {
        canvas.put(row, said, look);
        return;
    }
    canvas.put_data(Rect { width: row.width.saturating_sub(takes + 2), ..row }, said, look);
    canvas.put_end(row, keys, Look::Dim);
}

fn count_of(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}

/// A cell of a column that one may do without.
fn more_of(line: &AppealLine, column: ShownColumn, cx: &Cx) -> Cell {
    let (office, words) = (cx.desk.office(), &cx.words);
    let (said, look) = match column {
        ShownColumn::Topic => {
            let topic = line.topic.as_deref().and_then(|code| office.topic(code));
            let said =
                topic.map_or_else(|| words.kind(line.kind), |topic| words.title(&topic.title).to_owned());
            (said, Look::Dim)
        }
        ShownColumn::Executor => {
            let said = match (&line.executor, line.stage, &line.unit) {
                (Some(login), ..) => office.person_name(login),
                (None, Stage::WithUnit, Some(unit)) => format!("({})", office.unit_title(unit)),
                (None, Stage::WithDirector, _) => format!("({})", say!(words, "holder-director")),
                _ => "—".to_owned(),
            };
            (said, Look::Plain)
        }
        ShownColumn::Registered => (words.date(line.registered), Look::Dim),
        ShownColumn::Channel => (words.channel_short(line.channel), Look::Dim),
        ShownColumn::Unit => {
            let unit = line.unit.as_ref().unwrap_or(&line.intake);
            (office.unit_title(unit), Look::Dim)
        }
    };
    Cell::new(&said, look)
}

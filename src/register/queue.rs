//! The queues: how many appeals burn, and a screenful of them at a time.

use chrono::NaiveDate;
use rusqlite::{Statement, ToSql};
use uuid::Uuid;

use super::error::StoreError;
use super::line::{AppealLine, select_lines};
use super::open::Register;
use crate::standard::code::closed_list;
use crate::standard::office::{Login, UnitCode};

closed_list! {
    /// A list of appeals that a desk works off.
    Queue {
        /// Open, and the norm's due day is past.
        Overdue = "overdue",
        /// Open, not overdue, and due today or on the days off that follow.
        Today = "today",
        /// Open, and due within the days that count as soon.
        Soon = "soon",
        /// Registered, and with nobody yet.
        New = "new",
        /// Open, and no executor is named.
        Unassigned = "unassigned",
        /// Open, with a reply that was signed and not sent.
        Unsent = "unsent",
        /// Open, and the client waits for a call.
        CallBack = "call_back",
        /// Open, with a ground for no action that waits for the head's decision (R7, R8).
        Screening = "screening",
        /// Open, with a request that was not answered (R15).
        Requests = "requests",
        /// Every open one.
        Open = "open",
        /// Every one there is, the newest first.
        All = "all",
    }
}

/// The days by which open appeals fall into queues; whoever knows the calendar says where they end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Today, by the office's calendar.
    pub today: NaiveDate,
    /// The last day before the next working one: what is due by it must leave today.
    pub today_until: NaiveDate,
    /// The last day that counts as soon.
    pub soon_until: NaiveDate,
}

/// Whose appeals are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those this unit holds.
    pub unit: Option<UnitCode>,
    /// Only those of this executor, and those in which they help.
    pub executor: Option<Login>,
}

/// How many appeals are in each queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`Queue::Overdue`].
    pub overdue: u32,
    /// [`Queue::Today`].
    pub today: u32,
    /// [`Queue::Soon`].
    pub soon: u32,
    /// [`Queue::New`].
    pub new: u32,
    /// [`Queue::Unassigned`].
    pub unassigned: u32,
    /// [`Queue::Unsent`].
    pub unsent: u32,
    /// [`Queue::CallBack`].
    pub call_back: u32,
    /// [`Queue::Screening`].
    pub screening: u32,
    /// [`Queue::Requests`].
    pub requests: u32,
    /// [`Queue::Open`].
    pub open: u32,
}

/// The place of a line in the order of its queue; stays good while others come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    due: NaiveDate,
    row: i64,
}

/// A line with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// From where the queue can be read on.
    pub place: Place,
    /// The line.
    pub line: AppealLine,
}

/// Which part of a queue is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// From its beginning.
    First,
    /// What follows this place.
    After(Place),
    /// What stands just before this place.
    Before(Place),
    /// Its end.
    Last,
}

impl Register {
    /// The appeals with a fact of a signature of this day, in the order in which they were registered.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn signed_on(&self, day: NaiveDate) -> Result<Vec<Uuid>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT DISTINCT appeal.row, appeal.id FROM fact JOIN appeal ON appeal.id = fact.subject
             WHERE fact.kind = 'appeal.reply_signed' AND iif(json_valid(body), body ->> '$.on', NULL) = ?
             ORDER BY appeal.row",
        )?;
        let ids = query.query_map([day.to_string()], |row| row.get(1).map(Uuid::from_bytes))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The open appeals with a fact of a final, in the order of the queue.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn with_finals(&self) -> Result<Vec<Uuid>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT id FROM appeal WHERE closed_on IS NULL
             AND EXISTS (SELECT 1 FROM fact WHERE subject = appeal.id AND kind = 'appeal.reply_finalised')
             ORDER BY queue_due, row",
        )?;
        Ok(query.query_map([], |row| row.get(0).map(Uuid::from_bytes))?.collect::<Result<_, _>>()?)
    }

    /// At most `limit` lines of a queue, in its order: by due day, then as they were registered;
    /// [`Queue::All`] the newest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn queue(
        &self,
        queue: Queue,
        days: Days,
        filter: &Filter,
        part: Part,
        limit: u32,
    ) -> Result<Vec<Placed>, StoreError> {
        let sql = page_sql(queue, part);
        let from = match part {
            Part::After(place) | Part::Before(place) => Some(place),
            Part::First | Part::Last => None,
        };
        let mut query = self.db.prepare_cached(&sql)?;
        bind(&mut query, days, filter)?;
        bind_one(&mut query, ":due", from.map(|place| place.due.to_string()))?;
        bind_one(&mut query, ":row", from.map(|place| place.row))?;
        bind_one(&mut query, ":limit", limit)?;
        let mut rows = query.raw_query();
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let line = AppealLine::read(row)?;
            lines.push(Placed { place: Place { due: line.queue_due, row: row.get(0)? }, line });
        }
        if part.is_backwards() {
            lines.reverse();
        }
        Ok(lines)
    }

    /// How many appeals are in each queue.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn counts(&self, days: Days, filter: &Filter) -> Result<Counts, StoreError> {
        let sql = counts_sql();
        let mut query = self.db.prepare_cached(&sql)?;
        bind(&mut query, days, filter)?;
        let mut rows = query.raw_query();
        let Some(row) = rows.next()? else { return Ok(Counts::default()) };
        Ok(Counts {
            overdue: row.get(0)?,
            today: row.get(1)?,
            soon: row.get(2)?,
            new: row.get(3)?,
            unassigned: row.get(4)?,
            unsent: row.get(5)?,
            call_back: row.get(6)?,
            screening: row.get(7)?,
            requests: row.get(8)?,
            open: row.get(9)?,
        })
    }
}

/// The query of a part of a queue.
pub(super) fn page_sql(queue: Queue, part: Part) -> String {
    let order = Order::of(queue);
    let bound = match part {
        Part::First | Part::Last => "",
        Part::After(_) => order.after,
        Part::Before(_) => order.before,
    };
    format!(
        "{} WHERE {} AND {} AND {FILTER} {bound} ORDER BY {} LIMIT :limit",
        select_lines!("FROM appeal"),
        // To the letter as the index of open appeals has it, so that the index serves.
        if queue == Queue::All { "TRUE" } else { "closed_on IS NULL" },
        condition(queue),
        if part.is_backwards() { order.backward } else { order.forward },
    )
}

/// The query of the counts: one walk along the index of open appeals.
pub(super) fn counts_sql() -> String {
    let counted = [
        Queue::Overdue,
        Queue::Today,
        Queue::Soon,
        Queue::New,
        Queue::Unassigned,
        Queue::Unsent,
        Queue::CallBack,
        Queue::Screening,
        Queue::Requests,
    ];
    let totals = counted.map(|queue| format!("count(*) FILTER (WHERE {})", condition(queue))).join(", ");
    format!("SELECT {totals}, count(*) FROM appeal WHERE closed_on IS NULL AND {FILTER}")
}

impl Part {
    const fn is_backwards(self) -> bool {
        matches!(self, Self::Before(_) | Self::Last)
    }
}

fn bind(query: &mut Statement<'_>, days: Days, filter: &Filter) -> Result<(), rusqlite::Error> {
    bind_one(query, ":today", days.today.to_string())?;
    bind_one(query, ":today_until", days.today_until.to_string())?;
    bind_one(query, ":soon_until", days.soon_until.to_string())?;
    bind_one(query, ":unit", filter.unit.as_ref().map(|unit| &unit.0))?;
    bind_one(query, ":executor", filter.executor.as_ref().map(|executor| &executor.0))
}

/// Binds a parameter if the statement names it: each queue asks of the days only what it needs.
fn bind_one(query: &mut Statement<'_>, name: &str, value: impl ToSql) -> Result<(), rusqlite::Error> {
    match query.parameter_index(name)? {
        Some(index) => query.raw_bind_parameter(index, value),
        None => Ok(()),
    }
}

/// An executor's are also those in which they help.
const FILTER: &str = "(:unit IS NULL OR unit = :unit) \
     AND (:executor IS NULL OR executor = :executor OR instr(helpers, '|' || :executor || '|') > 0)";
/// Which of the open rows a queue holds. An inner due day is never later than the norm's, so `queue_due` bounds the
/// walk where `due` decides.
const fn condition(queue: Queue) -> &'static str {
    match queue {
        Queue::Overdue => "queue_due < :today AND due < :today",
        Queue::Today => "queue_due <= :today_until AND due >= :today",
        Queue::Soon => "queue_due > :today_until AND queue_due <= :soon_until AND due >= :today",
        Queue::New => "stage = 'registered'",
        Queue::Unassigned => "executor IS NULL",
        Queue::Unsent => "unsent_since IS NOT NULL",
        Queue::CallBack => "call_back IS NOT NULL",
        Queue::Screening => "ground_stage = 'proposed'",
        Queue::Requests => "request_due IS NOT NULL",
        Queue::Open | Queue::All => "TRUE",
    }
}

/// The order of a queue, and how a walk goes on from a place in it.
struct Order {
    forward: &'static str,
    backward: &'static str,
    after: &'static str,
    before: &'static str,
}

impl Order {
    const fn of(queue: Queue) -> Self {
        match queue {
            Queue::All => Self {
                forward: "appeal.row DESC",
                backward: "appeal.row",
                after: "AND appeal.row < :row",
                before: "AND appeal.row > :row",
            },
            _ => Self {
                forward: "queue_due, appeal.row",
                backward: "queue_due DESC, appeal.row DESC",
                after: "AND (queue_due, appeal.row) > (:due, :row)",
                before: "AND (queue_due, appeal.row) < (:due, :row)",
            },
        }
    }
}

//! The queues: how many appeals burn, and a screenful of them at a time.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, Statement, ToSql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::StoreError;
use super::line::{AppealLine, select_lines};
use super::open::Register;
use super::write::Tx;
use crate::standard::appeal::{Channel, Kind};
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
        /// Open, with a final that waits for its signature (R6).
        Unsigned = "unsigned",
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

closed_list! {
    /// The order of a queue.
    Order {
        /// What is due first.
        Due = "due",
        /// The newest first.
        Newest = "newest",
        /// The oldest first.
        Oldest = "oldest",
    }
}

/// Which appeals are asked for, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Only those this unit holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Only those of this executor, and those in which they help.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub executor: Option<Login>,
    /// Only those that came so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Only those of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Only those of this topic, or of any topic in this group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The order; the queue's own where none is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

impl Filter {
    /// What it asks of a row. What is not asked for is not in the query, so that its index serves.
    fn condition(&self) -> String {
        let asked = [
            (self.unit.is_some(), " AND unit = :unit"),
            // An executor's are also those in which they help.
            (
                self.executor.is_some(),
                " AND (executor = :executor OR instr(helpers, '|' || :executor || '|') > 0)",
            ),
            (self.channel.is_some(), " AND channel = :channel"),
            (self.kind.is_some(), " AND kind = :kind"),
            (
                self.topic.is_some(),
                " AND (topic = :topic OR substr(topic, 1, length(:topic) + 1) = :topic || '.')",
            ),
        ];
        asked.into_iter().filter_map(|(asked, sql)| asked.then_some(sql)).collect()
    }
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
    /// [`Queue::Unsigned`].
    pub unsigned: u32,
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

/// What one person is reminded of: so many days before an appeal is due, and every day after.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ladder {
    /// Past their due day.
    pub overdue: u32,
    /// The due day of the oldest of them.
    pub oldest: Option<NaiveDate>,
    /// Due after so many days, in the order of [`Ladder::STEPS`].
    pub due_in: [u32; Ladder::STEPS.len()],
}

impl Ladder {
    /// The days before the due day on which one is reminded.
    pub const STEPS: [u64; 4] = [0, 1, 3, 5];
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

/// The open appeals with a final, found in two indexes and no table.
pub(super) const WITH_FINALS: &str = "
    SELECT id FROM appeal INDEXED BY appeal_open WHERE closed_on IS NULL
      AND EXISTS (
        SELECT 1 FROM fact INDEXED BY fact_finalised
        WHERE subject = appeal.id AND kind = 'appeal.reply_finalised')
    ORDER BY queue_due, row";

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

    /// The open appeals with a fact of a final, in the order of the queue. Finals of years are passed over by the few that
    /// are open, each looked for by an index of its own.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn with_finals(&self) -> Result<Vec<Uuid>, StoreError> {
        let mut query = self.db.prepare_cached(WITH_FINALS)?;
        Ok(query.query_map([], |row| row.get(0).map(Uuid::from_bytes))?.collect::<Result<_, _>>()?)
    }

    /// At most `limit` lines of a queue, in the order asked for; else by due day, then as they were registered, and
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
        let sql = page_sql(queue, part, filter);
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

    /// What a filter's appeals are to be reminded of on `today`, by the norm's due day.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn ladder(&self, today: NaiveDate, filter: &Filter) -> Result<Ladder, StoreError> {
        let sql = format!(
            "SELECT count(*) FILTER (WHERE due < :today), min(due) FILTER (WHERE due < :today), {} FROM appeal
             INDEXED BY appeal_open WHERE closed_on IS NULL AND queue_due <= :last{}",
            [":d0", ":d1", ":d2", ":d3"].map(|day| format!("count(*) FILTER (WHERE due = {day})")).join(", "),
            filter.condition(),
        );
        let mut query = self.db.prepare_cached(&sql)?;
        bind_filter(&mut query, filter)?;
        let days = Ladder::STEPS
            .map(|days| today.checked_add_days(chrono::Days::new(days)).unwrap_or(today).to_string());
        bind_one(&mut query, ":today", today.to_string())?;
        bind_one(&mut query, ":last", days.last())?;
        for (name, day) in [":d0", ":d1", ":d2", ":d3"].into_iter().zip(&days) {
            bind_one(&mut query, name, day)?;
        }
        let mut rows = query.raw_query();
        let Some(row) = rows.next()? else { return Ok(Ladder::default()) };
        let oldest: Option<String> = row.get(1)?;
        Ok(Ladder {
            overdue: row.get(0)?,
            oldest: oldest.and_then(|day| day.parse().ok()),
            due_in: [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?],
        })
    }

    /// The place just before an appeal in a queue of that order: what follows it begins with the appeal.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn place_of(&self, id: Uuid, order: Order) -> Result<Option<Place>, StoreError> {
        let mut query = self.db.prepare_cached("SELECT row, queue_due FROM appeal WHERE id = ?")?;
        let found = query.query_row([id.as_bytes()], |row| {
            let (at, due): (i64, String) = (row.get(0)?, row.get(1)?);
            Ok((at, due))
        });
        let Some((at, due)) = found.optional()? else { return Ok(None) };
        let row = if order == Order::Newest { at + 1 } else { at - 1 };
        Ok(due.parse().ok().map(|due| Place { due, row }))
    }

    /// How many appeals are in each queue.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn counts(&self, days: Days, filter: &Filter) -> Result<Counts, StoreError> {
        counts(&self.db, days, filter)
    }
}

impl Tx<'_> {
    /// How many appeals are in each queue.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn counts(&self, days: Days, filter: &Filter) -> Result<Counts, StoreError> {
        counts(self.db, days, filter)
    }
}

fn counts(db: &Connection, days: Days, filter: &Filter) -> Result<Counts, StoreError> {
    let sql = counts_sql(filter);
    let mut query = db.prepare_cached(&sql)?;
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
        unsigned: row.get(9)?,
        open: row.get(10)?,
    })
}

/// The query of a part of a queue.
pub(super) fn page_sql(queue: Queue, part: Part, filter: &Filter) -> String {
    let usual = if queue == Queue::All { Order::Newest } else { Order::Due };
    let asked = filter.order.unwrap_or(usual);
    let order = Walk::of(asked);
    let bound = match part {
        Part::First | Part::Last => "",
        Part::After(_) => order.after,
        Part::Before(_) => order.before,
    };
    // Named, for the planner knows nothing of how few are open; the condition is to the letter as the indexes have it.
    let (lines, open) = match (queue, asked) {
        (Queue::All, _) => (select_lines!("FROM appeal"), "TRUE"),
        (_, Order::Due) => (select_lines!("FROM appeal INDEXED BY appeal_open"), "closed_on IS NULL"),
        (_, Order::Newest | Order::Oldest) => {
            (select_lines!("FROM appeal INDEXED BY appeal_open_row"), "closed_on IS NULL")
        }
    };
    format!(
        "{lines} WHERE {open} AND {}{} {bound} ORDER BY {} LIMIT :limit",
        condition(queue),
        filter.condition(),
        if part.is_backwards() { order.backward } else { order.forward },
    )
}

/// The query of the counts: one walk along the index of open appeals.
pub(super) fn counts_sql(filter: &Filter) -> String {
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
        Queue::Unsigned,
    ];
    let totals = counted.map(|queue| format!("count(*) FILTER (WHERE {})", condition(queue))).join(", ");
    format!(
        "SELECT {totals}, count(*) FROM appeal INDEXED BY appeal_open WHERE closed_on IS NULL{}",
        filter.condition()
    )
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
    bind_filter(query, filter)
}

fn bind_filter(query: &mut Statement<'_>, filter: &Filter) -> Result<(), rusqlite::Error> {
    bind_one(query, ":unit", filter.unit.as_ref().map(|unit| &unit.0))?;
    bind_one(query, ":executor", filter.executor.as_ref().map(|executor| &executor.0))?;
    bind_one(query, ":channel", filter.channel.map(Channel::code))?;
    bind_one(query, ":kind", filter.kind.map(Kind::code))?;
    bind_one(query, ":topic", filter.topic.as_ref())
}

/// Binds a parameter if the statement names it: each queue asks of the days only what it needs.
fn bind_one(query: &mut Statement<'_>, name: &str, value: impl ToSql) -> Result<(), rusqlite::Error> {
    match query.parameter_index(name)? {
        Some(index) => query.raw_bind_parameter(index, value),
        None => Ok(()),
    }
}

/// Which of the open rows a queue holds. An inner due day is never later than the norm's, so `queue_due` bounds the
/// walk where `due` decides.
const fn condition(queue: Queue) -> &'static str {
    match queue {
        Queue::Overdue => "queue_due < :today AND due < :today",
        Queue::Today => "queue_due <= :today_until AND due >= :today",
        Queue::Soon => "queue_due > :today_until AND queue_due <= :soon_until AND due >= :today",
        Queue::New => "stage = 'registered'",
        Queue::Unassigned => "executor IS NULL",
        Queue::Unsigned => "unsigned_by IS NOT NULL",
        Queue::Unsent => "unsent_since IS NOT NULL",
        Queue::CallBack => "call_back IS NOT NULL",
        Queue::Screening => "ground_stage = 'proposed'",
        Queue::Requests => "request_due IS NOT NULL",
        Queue::Open | Queue::All => "TRUE",
    }
}

/// How a walk goes through a queue, and on from a place in it.
struct Walk {
    forward: &'static str,
    backward: &'static str,
    after: &'static str,
    before: &'static str,
}

impl Walk {
    const fn of(order: Order) -> Self {
        match order {
            Order::Newest => Self {
                forward: "appeal.row DESC",
                backward: "appeal.row",
                after: "AND appeal.row < :row",
                before: "AND appeal.row > :row",
            },
            Order::Oldest => Self {
                forward: "appeal.row",
                backward: "appeal.row DESC",
                after: "AND appeal.row > :row",
                before: "AND appeal.row < :row",
            },
            Order::Due => Self {
                forward: "queue_due, appeal.row",
                backward: "queue_due DESC, appeal.row DESC",
                after: "AND (queue_due, appeal.row) > (:due, :row)",
                before: "AND (queue_due, appeal.row) < (:due, :row)",
            },
        }
    }
}

//! What a person can look at: queues, a card with its history, people and numbers found.

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::work::fold_appeal;
use super::{Desk, DeskError};
use crate::register::{Counts, Days, Filter, FoundBy, Hit, Part, Placed, Queue};
use crate::standard::appeal::Appeal;
use crate::standard::fact::{AppealEvent, Recorded};
use crate::standard::office::Login;
use crate::standard::term::{Due, TermQuestion};

/// So many days ahead count as soon.
const SOON: chrono::Days = chrono::Days::new(3);

/// An appeal with all that ever happened to it.
#[derive(Debug, Clone)]
pub struct Card {
    /// The appeal as it stands.
    pub appeal: Appeal,
    /// Its facts, oldest first.
    pub history: Vec<HistoryLine>,
}

/// What happened, by a program that may know the kind or not.
#[derive(Debug, Clone)]
pub enum Event {
    /// An event this program knows.
    Known(Box<AppealEvent>),
    /// A kind of fact of a newer program.
    Unknown(String),
}

/// One fact of an appeal's history.
#[derive(Debug, Clone)]
pub struct HistoryLine {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub who: Login,
    /// What.
    pub event: Event,
}

/// The order of names in lists: by the alphabet, ё after е, blind to case.
#[must_use]
pub fn compare_names(one: &str, other: &str) -> std::cmp::Ordering {
    crate::register::fold::compare(one, other)
}

impl Desk {
    /// The days by which open appeals fall into queues, seen from `today`: what falls due on days off is due
    /// on the last working day before them (readings, *Terms*); soon is the next three days.
    #[must_use]
    pub fn days(&self, today: NaiveDate) -> Days {
        let calendar = &self.office.calendar;
        let before_next = |day: NaiveDate| {
            day.succ_opt().map_or(day, |next| calendar.on_or_after(next).pred_opt().unwrap_or(day))
        };
        // On a day off what falls due by the next working day's eve is due now as well.
        let today_until = before_next(today);
        let soon_until = today.checked_add_days(SOON).unwrap_or(today).max(today_until);
        Days { today, today_until, soon_until }
    }

    /// At most `limit` lines of a queue as it stands on `today`.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn queue(
        &self,
        queue: Queue,
        today: NaiveDate,
        filter: &Filter,
        part: Part,
        limit: u32,
    ) -> Result<Vec<Placed>, DeskError> {
        Ok(self.register.queue(queue, self.days(today), filter, part, limit)?)
    }

    /// How many appeals each queue holds on `today`.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn counts(&self, today: NaiveDate, filter: &Filter) -> Result<Counts, DeskError> {
        Ok(self.register.counts(self.days(today), filter)?)
    }

    /// Appeals by a number's tail, a surname, an account or a phone.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn find(&self, words: &str, limit: usize) -> Result<Vec<Hit>, DeskError> {
        Ok(self.register.find(words, limit)?)
    }

    /// The one appeal with this number, or with the one number that ends so.
    ///
    /// # Errors
    /// When there is none, or several.
    pub fn appeal_by_number(&self, number: &str) -> Result<Card, DeskError> {
        const ENOUGH: usize = 10;
        let hits = self.register.find(number, ENOUGH)?;
        let lines: Vec<_> =
            hits.iter().filter(|hit| hit.by == FoundBy::Number).map(|hit| &hit.line).collect();
        let exact = lines.iter().find(|line| line.number.text == number);
        match (exact, lines.as_slice()) {
            (Some(exact), _) => self.card(exact.id),
            (None, []) => Err(DeskError::NoAppeal(number.to_owned())),
            (None, [one]) => self.card(one.id),
            (None, several) => {
                Err(DeskError::SeveralAppeals(several.iter().map(|line| line.number.text.clone()).collect()))
            }
        }
    }

    /// An appeal with its history.
    ///
    /// # Errors
    /// When there is none, or the file can't be read.
    pub fn card(&self, id: Uuid) -> Result<Card, DeskError> {
        let facts = self.register.facts_of(id)?;
        if facts.is_empty() {
            return Err(DeskError::NoAppeal(id.to_string()));
        }
        let history = facts
            .iter()
            .cloned()
            .map(|fact| {
                let kind = fact.kind.clone();
                let Recorded { stamp, event } = fact.recorded();
                let event = event.map_or(Event::Unknown(kind), |event| Event::Known(Box::new(event)));
                HistoryLine { at: stamp.at, who: stamp.who, event }
            })
            .collect();
        Ok(Card { appeal: fold_appeal(id, facts)?, history })
    }

    /// The due date a new appeal would have, by every norm that applies, the strictest first.
    #[must_use]
    pub fn due(&self, question: &TermQuestion<'_>) -> Vec<Due> {
        self.office.norms.all_due(question, &self.office.calendar)
    }

    /// Whether this request became an appeal; what can't be read counts as not.
    #[must_use]
    pub fn is_registered(&self, request: Uuid) -> bool {
        self.register.appeal_of_request(request).is_ok_and(|appeal| appeal.is_some())
    }

    /// A counter that moves when another desk has written.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn data_version(&self) -> Result<i64, DeskError> {
        Ok(self.register.data_version()?)
    }
}

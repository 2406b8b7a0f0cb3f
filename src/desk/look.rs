//! What a person can look at: queues, a card with its history, people and numbers found.

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::work::{changes_after, fold_appeal};
use super::{Change, Confirmed, Desk, DeskError, Seen};
use crate::keyboard::in_other_layout;
use crate::register::{Counts, Days, Filter, Hit, Ladder, Order, Part, Place, Placed, Queue, fold};
use crate::standard::appeal::Appeal;
use crate::standard::decide::Context;
use crate::standard::fact::{AppealEvent, Happened, Recorded};
use crate::standard::number::Number;
use crate::standard::office::Login;
use crate::standard::refusal::{Confirmation, Refusal};
use crate::standard::term::{Due, TermQuestion};

/// So many days ahead count as soon.
const SOON: chrono::Days = chrono::Days::new(3);

/// What answers to words that were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The likeliest first.
    pub found: Vec<T>,
    /// The words as the other keyboard layout has them, where only those were answered.
    pub meant: Option<String>,
}

impl<T> Found<T> {
    /// Looks for words as typed, and where nothing answers, for what they are in the other layout.
    pub(super) fn by(
        typed: &str,
        look: impl Fn(&str) -> Result<Vec<T>, DeskError>,
    ) -> Result<Self, DeskError> {
        let mut answer = Self { found: look(typed)?, meant: None };
        // Where letters become signs that no search reads, next to nothing would be looked for.
        let told = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let readings = in_other_layout(typed.trim()).filter(|meant| told(meant) >= told(typed));
        for meant in readings {
            if !answer.found.is_empty() {
                break;
            }
            answer.found = look(&meant)?;
            answer.meant = Some(meant).filter(|_| !answer.found.is_empty());
        }
        Ok(answer)
    }
}

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

impl HistoryLine {
    /// The same as papers tell it.
    #[must_use]
    pub fn happened(&self) -> Happened<'_> {
        let event = match &self.event {
            Event::Known(event) => Some(event.as_ref()),
            Event::Unknown(_) => None,
        };
        Happened { at: self.at, who: &self.who, event }
    }
}

/// The order of names in lists: by the alphabet, ё after е, blind to case.
#[must_use]
pub fn compare_names(one: &str, other: &str) -> std::cmp::Ordering {
    fold::compare(one, other)
}

/// Whether what was typed names this number and no longer one.
fn names(number: &Number, typed: &str) -> bool {
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return typed.parse() == Ok(number.serial);
    }
    let text = fold::key(&number.text);
    // Before what was typed only the serial's own zeros may stand, and what is no part of it.
    text.strip_suffix(typed)
        .is_some_and(|rest| !rest.trim_end_matches('0').ends_with(|letter: char| letter.is_ascii_digit()))
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

    /// What this person is to be reminded of on `today`.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn ladder(&self, today: NaiveDate, person: &Login) -> Result<Ladder, DeskError> {
        let filter = Filter { executor: Some(person.clone()), ..Filter::default() };
        Ok(self.register.ladder(today, &filter)?)
    }

    /// The place just before an appeal in a queue of that order; none where there is no such appeal.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn place_of(&self, id: Uuid, order: Order) -> Result<Option<Place>, DeskError> {
        Ok(self.register.place_of(id, order)?)
    }

    /// Appeals by a number's tail, a surname, an account or a phone; where nothing answers to the words as typed, by
    /// what they are in the other keyboard layout.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn find(&self, words: &str, limit: usize) -> Result<Found<Hit>, DeskError> {
        Found::by(words, |words| Ok(self.register.find(words, limit)?))
    }

    /// The entry of a feedback book that comes next, one behind the last that is registered (R30).
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn next_entry(&self, book: &str) -> Result<u32, DeskError> {
        Ok(self.register.last_book_entry(book)?.unwrap_or(0).saturating_add(1))
    }

    /// The appeal that a number names: the whole number, its serial with or without zeros, or the serial with what
    /// follows it («412», «000412», «412/26»). Of equal serials this year's is meant. A tail of a serial names
    /// nothing: it is for looking up, and this is what commands act on.
    ///
    /// # Errors
    /// When there is none, or several.
    pub fn appeal_by_number(&self, number: &str) -> Result<Card, DeskError> {
        /// A serial stands once a year: more years than an archive keeps.
        const ENOUGH: usize = 100;
        let typed = fold::key(number.trim_start_matches(['№', '#', ' ']));
        let hits = self.register.find(&typed, ENOUGH)?;
        let named: Vec<_> =
            hits.iter().map(|hit| &hit.line).filter(|line| names(&line.number, &typed)).collect();
        let year = chrono::Datelike::year(&self.today());
        let of_this_year = || named.iter().find(|line| line.number.year == year);
        match named.as_slice() {
            [] => Err(DeskError::NoAppeal(number.to_owned())),
            [one] => self.card(one.id),
            several => match of_this_year() {
                Some(line) => self.card(line.id),
                None => Err(DeskError::SeveralAppeals(
                    several.iter().map(|line| line.number.text.clone()).collect(),
                )),
            },
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

    /// An appeal as a person saw it.
    ///
    /// # Errors
    /// When the file can't be read, or has no such appeal.
    pub fn appeal_at(&self, seen: Seen) -> Result<Appeal, DeskError> {
        let mut facts = self.register.facts_of(seen.id)?;
        facts.retain(|fact| fact.version <= seen.version);
        if facts.is_empty() {
            return Err(DeskError::NoAppeal(seen.id.to_string()));
        }
        Ok(fold_appeal(seen.id, facts)?)
    }

    /// What was done to an appeal since a person saw it: by whoever did it, oldest first; nothing where it is as it was.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn changes_since(&self, seen: Seen) -> Result<Vec<Change>, DeskError> {
        Ok(changes_after(&self.register.facts_of(seen.id)?, seen.version))
    }

    /// What a rule would do now for whoever acts, asked before a form opens: nothing is saved, every question counts as
    /// answered with yes. Nothing where nobody acts.
    ///
    /// # Errors
    /// Why the rule refuses.
    pub fn foresee<T>(
        &self,
        rule: impl FnOnce(&Context<'_>) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let Some(actor) = self.actor() else { return Ok(None) };
        let confirmed: Confirmed = Confirmation::ALL.iter().copied().collect();
        let (now, office) = (self.now(), &self.office);
        rule(&Context { now, actor, office, newest: None, next_serial: &|_, _| 1, confirmed: &confirmed })
            .map(Some)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_named_by_its_serial_and_never_by_its_year_or_a_tail() {
        let number = Number { text: "ЭН1-000417/26".to_owned(), serial: 417, year: 2026 };
        for typed in ["ЭН1-000417/26", "эн1-000417/26", "417", "000417", "417/26", "000417/26"] {
            assert!(names(&number, &fold::key(typed)), "{typed}");
        }
        for typed in ["17", "7", "26", "6", "/26", "17/26", "1417", "ЭН1"] {
            assert!(!names(&number, &fold::key(typed)), "{typed}");
        }
    }
}

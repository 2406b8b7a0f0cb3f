//! What happens at a desk and has no number: a visit (визит) and a consultation (R23; readings, *Appeals, visits,
//! consultations*).

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use super::appeal::Channel;
use super::fact::{ConsultationEvent, Recorded, VisitEvent};
use super::fold::{Unfoldable, beginning};
use super::office::{Login, UnitCode};
use super::personal::Personal;

/// A visit to the window, folded from its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its subject.
    pub id: Uuid,
    /// How many facts made it.
    pub version: u64,
    /// Where.
    pub unit: UnitCode,
    /// The clerk.
    pub clerk: Login,
    /// Minutes the client waited before, where they are known.
    pub waited: Option<u16>,
    /// When it began.
    pub started: DateTime<FixedOffset>,
    /// When it ended.
    pub ended: Option<DateTime<FixedOffset>>,
    /// A fact of a kind this program does not know was met: read-only («обновите программу»).
    pub needs_newer_program: bool,
}

impl Visit {
    /// Folds a visit from its facts, oldest first.
    ///
    /// # Errors
    /// When the facts do not begin with a start.
    pub fn fold(id: Uuid, facts: impl IntoIterator<Item = Recorded<VisitEvent>>) -> Result<Self, Unfoldable> {
        let mut facts = facts.into_iter();
        let (stamp, VisitEvent::Started(first)) = beginning(facts.next())? else {
            return Err(Unfoldable::NoBeginning);
        };
        let mut visit = Self {
            id,
            version: 1,
            unit: first.unit,
            clerk: stamp.who,
            waited: first.waited,
            started: stamp.at,
            ended: None,
            needs_newer_program: false,
        };
        for Recorded { stamp, event } in facts {
            visit.version += 1;
            match event {
                Ok(VisitEvent::Ended(_)) if visit.ended.is_none() => visit.ended = Some(stamp.at),
                Err(_) => visit.needs_newer_program = true,
                Ok(_) if visit.needs_newer_program => {}
                Ok(_) => return Err(Unfoldable::OutOfOrder { version: visit.version }),
            }
        }
        Ok(visit)
    }

    /// Whole minutes at the window, once it ended.
    #[must_use]
    pub fn served(&self) -> Option<i64> {
        self.ended.map(|ended| (ended - self.started).num_minutes())
    }
}

/// A consultation: reference information given; no number, no term, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Its subject.
    pub id: Uuid,
    /// How many facts made it.
    pub version: u64,
    /// Where.
    pub unit: UnitCode,
    /// Who gave it.
    pub by: Login,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// About what.
    pub topic: String,
    /// How it was asked for.
    pub channel: Channel,
    /// How long it took, in minutes.
    pub minutes: Option<u16>,
    /// Who asked, where they said.
    pub client: Option<Personal<String>>,
    /// The visit it was given in.
    pub visit: Option<Uuid>,
    /// Taken back as a slip of the finger.
    pub annulled: bool,
    /// A fact of a kind this program does not know was met: read-only («обновите программу»).
    pub needs_newer_program: bool,
}

impl Consultation {
    /// Folds a consultation from its facts, oldest first.
    ///
    /// # Errors
    /// When the facts do not begin with one that was given.
    pub fn fold(
        id: Uuid,
        facts: impl IntoIterator<Item = Recorded<ConsultationEvent>>,
    ) -> Result<Self, Unfoldable> {
        let mut facts = facts.into_iter();
        let (stamp, ConsultationEvent::Given(given)) = beginning(facts.next())? else {
            return Err(Unfoldable::NoBeginning);
        };
        let mut consultation = Self {
            id,
            version: 1,
            unit: given.unit,
            by: stamp.who,
            at: stamp.at,
            topic: given.topic,
            channel: given.channel,
            minutes: given.minutes,
            client: given.client,
            visit: given.visit,
            annulled: false,
            needs_newer_program: false,
        };
        for Recorded { event, .. } in facts {
            consultation.version += 1;
            match event {
                Ok(ConsultationEvent::Annulled(_)) if !consultation.annulled => consultation.annulled = true,
                Err(_) => consultation.needs_newer_program = true,
                Ok(_) if consultation.needs_newer_program => {}
                Ok(_) => return Err(Unfoldable::OutOfOrder { version: consultation.version }),
            }
        }
        Ok(consultation)
    }
}

//! What can happen to a visit and to a consultation, and the bodies of those facts.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Event, Unreadable};
use crate::standard::appeal::Channel;
use crate::standard::office::UnitCode;
use crate::standard::personal::Personal;

events! {
    /// What can happen to a visit (readings: its own subject, with no number).
    VisitEvent {
        /// The client came to the window.
        Started(VisitStarted) = "visit.started" v 1,
        /// The client left.
        Ended(VisitEnded) = "visit.ended" v 1,
    }
}

/// Body of `visit.started`; the time is the fact's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitStarted {
    /// Where.
    pub unit: UnitCode,
    /// Minutes the client waited before, where they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waited: Option<u16>,
}

/// Body of `visit.ended`; the time is the fact's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitEnded {}

events! {
    /// What can happen to a consultation (R23).
    ConsultationEvent {
        /// It was given.
        Given(ConsultationGiven) = "consultation.given" v 1,
        /// It was a slip of the finger and does not count.
        Annulled(ConsultationAnnulled) = "consultation.annulled" v 1,
    }
}

/// Body of `consultation.given`; the time is the fact's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationGiven {
    /// Where.
    pub unit: UnitCode,
    /// About what.
    pub topic: String,
    /// How it was asked for.
    pub channel: Channel,
    /// How long it took, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Who asked, where they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<Personal<String>>,
    /// The visit it was given in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Uuid>,
}

/// Body of `consultation.annulled`; the time is the fact's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationAnnulled {}

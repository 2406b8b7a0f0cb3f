//! Screening and forwarding: leaving an appeal without action, or to whom it belongs (R7, R8).

use chrono::NaiveDate;
use uuid::Uuid;

use super::work::fold_appeal;
use super::{Confirmed, Desk, DeskError, Seen};
use crate::standard::appeal::Appeal;
use crate::standard::decide::{self, Contacts, Earlier, GroundForm};
use crate::standard::screening::Ground;

/// What answered the question before, as a person names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EarlierReply {
    /// An appeal of this register.
    Appeal(Uuid),
    /// A reply on paper.
    Paper {
        /// Its outgoing number.
        number: String,
        /// Its date.
        on: Option<NaiveDate>,
    },
}

impl Desk {
    /// Names a ground for no action: a head decides it by this, anyone else proposes it (R7, R8).
    ///
    /// # Errors
    /// When a rule refuses, another desk changed it, or the file refuses.
    pub fn screen(
        &mut self,
        seen: Seen,
        ground: Ground,
        note: &str,
        earlier: Option<&EarlierReply>,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change_in_job(seen, confirmed, |job, appeal| {
            let cited = match earlier {
                Some(EarlierReply::Appeal(id)) => Some(fold_appeal(*id, job.tx.facts_of(*id)?)?),
                _ => None,
            };
            let earlier = match (&cited, earlier) {
                (Some(appeal), _) => Some(Earlier::Appeal(appeal)),
                (None, Some(EarlierReply::Paper { number, on })) => Some(Earlier::Paper { number, on: *on }),
                (None, _) => None,
            };
            let form = GroundForm { ground, note, earlier };
            job.change_appeal(appeal, |appeal, context| decide::screen(appeal, &form, context))
        })
    }

    /// Takes a ground or a forwarding back; «no contacts» with the contacts that became known (R8).
    ///
    /// # Errors
    /// As [`Desk::screen`].
    pub fn lift_ground(
        &mut self,
        seen: Seen,
        reason: &str,
        contacts: &Contacts,
        known_on: Option<NaiveDate>,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| {
            decide::lift_ground(appeal, reason, contacts, known_on, context)
        })
    }

    /// Decides that the matter is another organisation's; the client is owed a notice.
    ///
    /// # Errors
    /// As [`Desk::screen`].
    pub fn forward(
        &mut self,
        seen: Seen,
        to: &str,
        reason: &str,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::forward(appeal, to, reason, context))
    }
}

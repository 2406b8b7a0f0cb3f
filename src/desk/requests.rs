//! Requests to units and organisations, calls back, and what a unit with a register of its own answered (R15).

use chrono::NaiveDate;

use super::{Confirmed, Desk, DeskError, Seen};
use crate::standard::appeal::Appeal;
use crate::standard::decide::{self, RequestForm};
use crate::standard::request::RequestId;

impl Desk {
    /// Records a request; gives its outgoing number.
    ///
    /// # Errors
    /// When a rule refuses, another desk changed it, or the file refuses.
    pub fn send_request(
        &mut self,
        seen: Seen,
        form: &RequestForm,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::send_request(appeal, form, context))
    }

    /// Records what a request brought.
    ///
    /// # Errors
    /// As [`Desk::send_request`].
    pub fn answer_request(
        &mut self,
        seen: Seen,
        request: RequestId,
        gist: &str,
        on: Option<NaiveDate>,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| {
            decide::answer_request(appeal, request, gist, on, context)
        })
    }

    /// Records a call to a client who waits for one.
    ///
    /// # Errors
    /// As [`Desk::send_request`].
    pub fn record_call(
        &mut self,
        seen: Seen,
        reached: bool,
        gist: Option<&str>,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| decide::record_call(appeal, reached, gist, context))
    }

    /// Records that an external unit answered the client; closes the appeal.
    ///
    /// # Errors
    /// As [`Desk::send_request`].
    pub fn record_result(
        &mut self,
        seen: Seen,
        number: &str,
        on: Option<NaiveDate>,
        gist: &str,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change(seen, confirmed, |appeal, context| {
            decide::record_result(appeal, number, on, gist, context)
        })
    }
}

//! Ringing a client back: a promise with its own queue (readings, *Terms*: call-back hours are practice).

use super::{Context, WORKERS, open, optional};
use crate::standard::appeal::Appeal;
use crate::standard::fact::{AppealEvent, Called};
use crate::standard::refusal::{Field, Refusal};

/// Records a call to a client who waits for one. It closes nothing: an answer given by it is recorded as an oral one.
///
/// # Errors
/// When the appeal is closed, or the client does not wait for a call.
pub fn record_call(
    appeal: &Appeal,
    reached: bool,
    gist: Option<&str>,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    open(appeal)?;
    context.allow(WORKERS)?;
    if !appeal.awaits_call() {
        return Err(Refusal::NoCallBack);
    }
    Ok(vec![AppealEvent::Called(Called { reached, gist: optional(Field::Answer, gist)? })])
}

//! What the post's receipts say of letters that were sent.

use super::{Context, WORKERS};
use crate::standard::appeal::Appeal;
use crate::standard::fact::{AppealEvent, LetterTracked};
use crate::standard::post::{Letter, PostKind, Posting};
use crate::standard::refusal::Refusal;
use crate::standard::text::given;

/// What a person read from the post's receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackingForm {
    /// What kind of item it was.
    pub kind: PostKind,
    /// The number (ШПИ), as typed; nothing where it is not known.
    pub number: Option<String>,
}

impl TrackingForm {
    /// What it says, its number checked.
    ///
    /// # Errors
    /// When the number can't be one of the post's.
    pub fn posting(&self) -> Result<Posting, Refusal> {
        let number = self.number.as_deref().and_then(given).map(|typed| {
            typed.parse().map_err(|fault| Refusal::BadTracking { typed: typed.to_owned(), fault })
        });
        Ok(Posting { kind: self.kind, number: number.transpose()? })
    }
}

/// Writes down what the post's receipt says of a letter, or corrects what was written before; the appeal may be closed.
///
/// # Errors
/// When the letter did not go by post, the number can't be one of the post's, or nothing changes.
pub fn track(
    appeal: &Appeal,
    letter: Letter,
    form: &TrackingForm,
    context: &Context<'_>,
) -> Result<Vec<AppealEvent>, Refusal> {
    context.guard(appeal.needs_newer_program)?;
    context.allow(WORKERS)?;
    if !appeal.letters_by_post().any(|one| one == letter) {
        return Err(Refusal::NotByPost);
    }
    let posting = form.posting()?;
    let known = appeal.postings.get(&letter);
    if known == Some(&posting) {
        return Err(Refusal::NothingChanged);
    }
    // A scanner types one number more than there are letters: what stands is not written over unasked.
    if let Some(number) = known.and_then(|known| known.number.as_ref())
        && posting.number.as_ref() != Some(number)
    {
        context.ask(Refusal::Tracked { number: number.to_string() })?;
    }
    Ok(vec![AppealEvent::LetterTracked(LetterTracked { letter, posting })])
}

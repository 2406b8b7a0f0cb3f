//! What a form says: of a question, of what is wrong with a field, of what others did meanwhile.

use crate::desk::Change;
use crate::i18n::Words;
use crate::say;
use crate::standard::refusal::Confirmation;
use crate::terminal::app::Cx;
use crate::terminal::form::Trouble;

/// What saving all the same and what going back does, in words.
pub(in crate::terminal::screens) fn answers(asks: Confirmation, cx: &Cx) -> (String, String) {
    let words = &cx.words;
    match asks {
        Confirmation::ClockBehind => (say!(words, "confirm-clock"), say!(words, "confirm-back")),
        Confirmation::LateRegistration => (say!(words, "confirm-late"), say!(words, "confirm-late-reason")),
        Confirmation::BackDated => (say!(words, "confirm-back-dated"), say!(words, "confirm-back")),
        Confirmation::TrackingReplaced => {
            (say!(words, "confirm-tracking-replaced"), say!(words, "confirm-back"))
        }
        Confirmation::DueMoves | Confirmation::DueDatesMove => {
            (say!(words, "confirm-due-moves"), say!(words, "confirm-back"))
        }
    }
}

/// What the form kit found wrong, in words.
pub fn trouble_in_words(words: &Words, trouble: Trouble) -> String {
    match trouble {
        Trouble::Missing => say!(words, "form-missing"),
        Trouble::NoDate => say!(words, "form-no-date"),
        Trouble::NoNumber => say!(words, "form-no-number"),
        Trouble::TooMany => say!(words, "form-too-many", most = u16::MAX),
        Trouble::NoPhone => say!(words, "form-no-phone"),
        Trouble::NotInList => say!(words, "form-not-in-list"),
        Trouble::NothingFound => say!(words, "list-nothing"),
        // A Cyrillic letter is two bytes.
        Trouble::NearlyFull { left } => {
            let letters: usize = left / 2;
            say!(words, "form-nearly-full", count = letters)
        }
        Trouble::TooLong { given, limit } => {
            let (given, limit): (usize, usize) = (given / 1024, limit / 1024);
            say!(words, "form-too-long", given = given, limit = limit)
        }
    }
}

/// Who changed it meanwhile, and how.
pub(super) fn changed(changes: &[Change], cx: &Cx) -> String {
    say!(cx.words, "form-changed", changes = in_words(changes, cx))
}

/// «Иванова А. П. — передано; Петров И. С. — черновик ответа»: the newest, where there are many.
pub(super) fn in_words(changes: &[Change], cx: &Cx) -> String {
    /// As many are told.
    const TOLD: usize = 3;
    let mut told = Vec::new();
    for change in &changes[changes.len().saturating_sub(TOLD)..] {
        let (who, what) = (cx.desk.office().person_name(&change.who), cx.words.fact_kind(&change.kind));
        told.push(say!(cx.words, "form-changed-line", who = who, what = what));
    }
    told.join("; ")
}

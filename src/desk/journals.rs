//! Journals and lists of letters, read as one picture; what the post's receipts say, written down.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::work::fold_appeal;
use super::{Confirmed, Desk, DeskError, Seen};
use crate::register::{Access, Anchor, AppealLine, Depth, Numbered, Randomness, Register, Report, Witnessed};
use crate::standard::appeal::Appeal;
use crate::standard::decide::{self, TrackingForm};
use crate::standard::journal::{
    Entry, Foot, JournalAsked, JournalKind, LetterEntry, QueueEntry, Waits, Witness,
};
use crate::standard::office::{Office, UnitCode};
use crate::standard::post::Letter;
use crate::standard::refusal::Refusal;
use crate::standard::screening::GroundStage;

/// A letter that went by post, or may have, with the appeal it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// The appeal as it stands.
    pub appeal: Appeal,
    /// Which of its letters.
    pub letter: Letter,
}

/// What a printed code says of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnchorCheck {
    /// Every fact up to the code's is as it was when the sheet was printed.
    Same {
        /// When the last of them was written.
        written: DateTime<FixedOffset>,
        /// Where the chain stood at the end of that day.
        day: u64,
    },
    /// They are as they were, but the day of that sheet ended before: it is another day's code.
    OtherDay {
        /// When the code's fact was written.
        written: DateTime<FixedOffset>,
    },
    /// Another fact stands at the code's place.
    Differs,
    /// The fact at the code's place has the hash it had, but a fact up to it is not as it was hashed: what the hash
    /// stands for is not what is kept.
    Altered {
        /// The place of the first such fact, as far as it is known.
        first: u64,
    },
    /// The register ends before the code's place.
    Shorter {
        /// Where it ends.
        ends: u64,
    },
}

/// Checks the register in this file and compares it with a code printed on the journal of a day.
///
/// # Errors
/// When the file can't be opened or read at all.
pub fn check_anchor(
    path: &Path,
    depth: Depth,
    anchor: &Anchor,
    on: NaiveDate,
) -> Result<(Report, AnchorCheck), DeskError> {
    let register = Register::open(path, Access::Read, Randomness::system())?;
    let report = register.check(depth)?;
    let day = register.head_on(on)?.map_or(0, |day| day.head.office_seq);
    let compared = match register.compare(anchor)? {
        // A hash that was left as it was proves nothing of facts that no longer give it.
        Witnessed::Same { .. } if report.trusted.office_seq < anchor.office_seq() => {
            AnchorCheck::Altered { first: report.trusted.office_seq + 1 }
        }
        Witnessed::Same { written } if anchor.office_seq() <= day => AnchorCheck::Same { written, day },
        Witnessed::Same { written } => AnchorCheck::OtherDay { written },
        Witnessed::Differs => AnchorCheck::Differs,
        Witnessed::Shorter => AnchorCheck::Shorter { ends: report.head.office_seq },
    };
    Ok((report, compared))
}

impl Desk {
    /// Reads a journal, an entry at a time and all as of one moment; gives what stands at its foot.
    ///
    /// # Errors
    /// What `each` returns, or why the file can't be read.
    pub fn journal<E: From<DeskError>>(
        &self,
        asked: &JournalAsked,
        mut each: impl FnMut(Entry<'_>) -> Result<(), E>,
    ) -> Result<Foot, E> {
        let days = (asked.from, asked.to);
        self.as_one(|| {
            let made = self.now();
            match asked.kind {
                JournalKind::Day => {
                    self.of_the_day(asked, &mut each)?;
                }
                JournalKind::Outgoing => self.register.letters_dated(days, |numbered| {
                    self.letter_entry(asked, &numbered, &mut each).map_err(Through)
                })?,
                JournalKind::Post => self.posted(asked, |posted| {
                    let Posted { appeal, letter } = posted;
                    if !is_on_the_register(appeal, *letter) {
                        return Ok(());
                    }
                    let Some((number, dated)) = appeal.outgoing(*letter) else { return Ok(()) };
                    each(Entry::Letter(LetterEntry { appeal, letter: *letter, number, dated }))
                })?,
                kind => {
                    let channels = kind.channels();
                    self.register.registered(days, &channels, asked.unit.as_ref(), |id| {
                        let appeal = self.folded(id).map_err(E::from).map_err(Through)?;
                        each(Entry::Appeal(&appeal)).map_err(Through)
                    })?;
                }
            }
            let counted = asked.kind.counts_consultations();
            let consultations = counted
                .map(|channel| self.register.count_consultations(days, channel, asked.unit.as_ref()))
                .transpose()
                .map_err(DeskError::from)?;
            let witness = if asked.kind.is_of_a_day() { self.witness(asked.to)? } else { None };
            Ok(Foot { made, consultations, witness })
        })
    }

    /// The letters that went by post in these days, or may have, at the desk's choice: replies as they were sent, then
    /// requests to outside organisations.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn posted_letters(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Posted>, DeskError> {
        let asked = JournalAsked { kind: JournalKind::Post, from, to, unit: None };
        let mut letters = Vec::new();
        self.as_one(|| {
            self.posted(&asked, |posted| {
                letters.push(posted.clone());
                Ok::<_, DeskError>(())
            })
        })?;
        Ok(letters)
    }

    /// How many entries a journal may have at the most.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn journal_size(&self, asked: &JournalAsked) -> Result<u32, DeskError> {
        let days = (asked.from, asked.to);
        let mut letters = 0;
        if asked.kind.channels().is_empty() {
            self.register.letters_dated(days, |_| {
                letters += 1;
                Ok::<_, DeskError>(())
            })?;
        }
        Ok(letters + self.register.count_registered(days, &asked.kind.channels())?)
    }

    /// A line of a queue as a list on paper shows it.
    #[must_use]
    pub fn queue_entry(&self, line: &AppealLine) -> QueueEntry {
        let (norms, calendar) = (&self.office.norms, &self.office.calendar);
        let proposed = line.ground.filter(|(_, stage)| *stage == GroundStage::Proposed);
        let waits = [
            line.unsigned_by.clone().map(Waits::Signature),
            line.unsent_since.map(|signed| Waits::Send(norms.dispatch_by(signed, calendar))),
            line.call_back.map(Waits::Call),
            line.request_due.map(Waits::Request),
            proposed.map(|(ground, _)| Waits::Ground(ground)),
        ];
        QueueEntry {
            number: line.number.text.clone(),
            due: line.due,
            inner_due: Some(line.queue_due).filter(|day| *day < line.due),
            closed: line.outcome.zip(line.closed_on),
            client: line.client.clone(),
            client_sort: line.client_sort,
            gist: line.gist.clone(),
            channel: line.channel,
            stage: line.stage,
            unit: line.unit.clone(),
            executor: line.executor.clone(),
            waits: waits.into_iter().flatten().collect(),
        }
    }

    /// Writes down what the post's receipt says of a letter.
    ///
    /// # Errors
    /// When a rule refuses, the number stands on another letter, another desk changed the appeal, or the file refuses.
    pub fn track(
        &mut self,
        seen: Seen,
        letter: Letter,
        form: &TrackingForm,
        confirmed: &Confirmed,
    ) -> Result<Appeal, DeskError> {
        self.change_in_job(seen, confirmed, |job, appeal| {
            if let Some(number) = form.posting()?.number {
                for other in job.tx.tracked_as(number.as_str())? {
                    let other = fold_appeal(other, job.tx.facts_of(other)?)?;
                    let taken = other.postings.iter().find(|(place, posting)| {
                        posting.number.as_ref() == Some(&number)
                            && !(other.id == appeal.id && **place == letter)
                    });
                    if let Some((place, _)) = taken {
                        let letter = other.outgoing(*place).map_or("", |(number, _)| number).to_owned();
                        return Err(Refusal::TrackingTaken { number, letter }.into());
                    }
                }
            }
            job.change_appeal(appeal, |appeal, context| decide::track(appeal, letter, form, context))
        })
    }

    fn of_the_day<E: From<DeskError>>(
        &self,
        asked: &JournalAsked,
        each: &mut impl FnMut(Entry<'_>) -> Result<(), E>,
    ) -> Result<(), Through<E>> {
        self.register.numbered_on(asked.to, |id| {
            let appeal = self.folded(id).map_err(E::from).map_err(Through)?;
            let ours = asked.unit.as_ref().is_none_or(|unit| appeal.intake == *unit);
            if ours { each(Entry::Appeal(&appeal)).map_err(Through) } else { Ok(()) }
        })?;
        self.register.letters_numbered_on(asked.to, |numbered| {
            self.letter_entry(asked, &numbered, each).map_err(Through)
        })
    }

    fn letter_entry<E: From<DeskError>>(
        &self,
        asked: &JournalAsked,
        numbered: &Numbered,
        each: &mut impl FnMut(Entry<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let appeal = self.folded(numbered.appeal)?;
        let Numbered { letter, number, dated, .. } = numbered;
        if !written_by(asked.unit.as_ref(), &appeal, *letter, &self.office) {
            return Ok(());
        }
        each(Entry::Letter(LetterEntry { appeal: &appeal, letter: *letter, number, dated: *dated }))
    }

    fn posted<E: From<DeskError>>(
        &self,
        asked: &JournalAsked,
        mut each: impl FnMut(&Posted) -> Result<(), E>,
    ) -> Result<(), Through<E>> {
        let days = (asked.from, asked.to);
        let mut pass = |id: Uuid, letter: Letter| {
            let appeal = self.folded(id).map_err(E::from).map_err(Through)?;
            let ours = written_by(asked.unit.as_ref(), &appeal, letter, &self.office)
                && appeal.letters_by_post().any(|one| one == letter);
            if ours { each(&Posted { appeal, letter }).map_err(Through) } else { Ok(()) }
        };
        self.register.sent_by_post(days, |(id, letter)| pass(id, letter))?;
        self.register.letters_dated(days, |numbered| match numbered.letter {
            Letter::Request(_) => pass(numbered.appeal, numbered.letter),
            Letter::Reply(_) => Ok(()),
        })
    }

    fn witness(&self, day: NaiveDate) -> Result<Option<Witness>, DeskError> {
        let head = self.register.head_on(day)?;
        Ok(head.map(|day| Witness {
            code: Anchor::of(day.head).to_string(),
            last: day.head.office_seq,
            written: day.written,
        }))
    }

    fn folded(&self, id: Uuid) -> Result<Appeal, DeskError> {
        Ok(fold_appeal(id, self.register.facts_of(id)?)?)
    }

    fn as_one<T, E: From<DeskError>>(&self, job: impl FnOnce() -> Result<T, Through<E>>) -> Result<T, E> {
        self.register.as_one(job).map_err(|Through(error)| error)
    }
}

/// A reply that was sent by post is on the post's register; a request only once somebody wrote down that it went so.
fn is_on_the_register(appeal: &Appeal, letter: Letter) -> bool {
    matches!(letter, Letter::Reply(_)) || appeal.postings.contains_key(&letter)
}

/// Whether a letter is of this unit: its executor's as the letter names them, else the one that holds the appeal.
fn written_by(unit: Option<&UnitCode>, appeal: &Appeal, letter: Letter, office: &Office) -> bool {
    let Some(unit) = unit else { return true };
    let frozen = match letter {
        Letter::Reply(id) => appeal.reply(id).and_then(|reply| reply.finalised()),
        Letter::Request(_) => None,
    };
    let executor = frozen.and_then(|frozen| office.staff.get(&frozen.executor)).map(|person| &person.unit);
    executor.or_else(|| appeal.holder.unit()).unwrap_or(&appeal.intake) == unit
}

/// An error of the one who reads, on its way through the register.
struct Through<E>(E);

impl<E: From<DeskError>> From<crate::register::StoreError> for Through<E> {
    fn from(error: crate::register::StoreError) -> Self {
        Self(DeskError::from(error).into())
    }
}

impl<E: From<DeskError>> From<DeskError> for Through<E> {
    fn from(error: DeskError) -> Self {
        Self(error.into())
    }
}

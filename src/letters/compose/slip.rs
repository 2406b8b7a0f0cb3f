//! The resolution slip (бланк резолюции): who is told to do what, on the upper half of a sheet that is cut and pinned
//! to the paper. To a unit that keeps its own register the appeal goes with it (readings, *Numbers and dates*).

use super::{Composer, fact};
use crate::letters::document::{Block, BodySize, Document, Format, Head, Language, Sheet, blocks};
use crate::say;
use crate::standard::appeal::{Appeal, Resolution};
use crate::standard::client::Client;
use crate::standard::office::FullName;
use crate::standard::text::capitalised;

impl Composer<'_> {
    /// The slip of the last resolution; none where there is no resolution, or the appeal was handed back.
    #[must_use]
    pub fn slip(&self, appeal: &Appeal) -> Option<Document> {
        let words = self.words;
        let resolution = resolution(appeal)?;
        let on = words.date(appeal.registered);
        let title = say!(words, "slip-title", number = appeal.number.text.as_str(), on = on);
        let client = appeal.client.known().map(Client::short_name).filter(|name| !name.is_empty());
        let helpers: Vec<_> =
            appeal.co_executors.iter().map(|login| self.office.person_name(login)).collect();
        let inner = appeal.ordered_due.map(|day| words.date(day));
        let due = say!(words, "slip-due", day = words.date(appeal.due.day));
        let rows = [
            fact(say!(words, "card-client"), client),
            fact(say!(words, "receipt-gist"), self.told(&appeal.content.gist)),
            fact(say!(words, "slip-to"), self.holder(appeal)),
            fact(say!(words, "paper-card-helpers"), helpers.join(", ")),
            fact(say!(words, "slip-inner-due"), inner),
            fact(say!(words, "paper-card-due"), due),
        ];
        let by = self.office.staff.get(&resolution.by);
        let signs_as = by.and_then(|person| person.name.known()).map(FullName::signs_as);
        let mut parts = vec![
            Block::Head(Head { organisation: self.office.details.name.clone(), ..Head::default() }),
            Block::Title(title.clone()),
            Block::Facts(rows.into_iter().flatten().collect()),
        ];
        parts.extend(blocks(&self.told(&resolution.text)));
        parts.extend([
            Block::Signature {
                position: by.map(|person| capitalised(&person.position)).unwrap_or_default(),
                name: signs_as.unwrap_or_else(|| resolution.by.0.clone()),
            },
            Block::Notice(say!(words, "slip-given", on = words.date(resolution.since.date_naive()))),
            Block::Notice(say!(words, "slip-received")),
            self.appeal_code(appeal),
        ]);
        Some(Document {
            title,
            language: Language::Ru,
            sheet: Sheet { body: BodySize::Twelve, format: Format::A4Half, ..Sheet::default() },
            draft_mark: None,
            blocks: parts,
            executor_mark: Vec::new(),
        })
    }
}

/// The resolution a slip is of.
pub(in crate::letters) fn resolution(appeal: &Appeal) -> Option<&Resolution> {
    let given = |resolution: &&Resolution| !resolution.returned && !resolution.text.text().trim().is_empty();
    appeal.resolution.as_ref().filter(given)
}

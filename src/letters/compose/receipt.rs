//! The receipt (талон) a client takes home (R15, R19).

use super::{Composer, named};
use crate::letters::document::{Block, Document, Fact, Language, Sheet};
use crate::letters::template::{Kind, Library, TemplateError};
use crate::say;
use crate::standard::appeal::{Appeal, PowerQuality};
use crate::standard::client::Client;
use crate::standard::office::{DocumentKind, FullName};
use crate::standard::reply::Purpose;
use crate::standard::text::capitalised;

impl Composer<'_> {
    /// The receipt (талон) a client takes home: number, date, due date, and that appeals are free of charge (R19).
    ///
    /// # Errors
    /// When only these values show a fault of the template.
    pub fn receipt(&self, appeal: &Appeal, library: &Library) -> Result<Document, TemplateError> {
        let words = self.words;
        let filled = library
            .offered(Kind::Receipt, appeal.into())
            .first()
            .map(|template| template.fill(&self.fields(appeal, Purpose::Answer)))
            .transpose()?;
        let row = |label: String, value: String| Fact { label, value };
        let mut facts = vec![
            row(say!(words, "receipt-number"), appeal.number.text.clone()),
            row(say!(words, "receipt-registered"), words.date(appeal.registered)),
            row(say!(words, "receipt-due"), words.date(appeal.due.day)),
        ];
        let client = appeal.client.known().map(Client::full_name).filter(|name| !name.is_empty());
        facts.extend(client.map(|name| row(say!(words, "receipt-client"), name)));
        facts.push(row(say!(words, "receipt-gist"), appeal.content.gist.text().to_owned()));
        facts.extend(self.brought(appeal));
        facts.extend(self.call_back(appeal));
        let usual = say!(words, "receipt-heading", number = appeal.number.text.as_str());
        let heading = filled.as_ref().map_or(usual, |filled| named(&filled.heading, words));
        let mut parts =
            vec![Block::Head(self.letterhead()), Block::Title(heading.clone()), Block::Facts(facts)];
        let text = filled.map(|filled| named(&filled.text, words)).unwrap_or_default();
        parts.extend(
            text.lines().filter(|line| !line.trim().is_empty()).map(|line| Block::Notice(line.to_owned())),
        );
        parts.extend([self.taken_by(appeal), self.appeal_code(appeal)]);
        Ok(Document {
            title: heading,
            language: Language::Ru,
            sheet: Sheet::default(),
            draft_mark: None,
            blocks: parts,
            executor_mark: Vec::new(),
        })
    }

    /// Where whoever took the appeal in signs.
    fn taken_by(&self, appeal: &Appeal) -> Block {
        let by = self.office.staff.get(&appeal.registered_by);
        let name = by.and_then(|person| person.name.known()).map(FullName::signs_as);
        let name = name.unwrap_or_else(|| self.office.person_name(&appeal.registered_by));
        let position = by.map(|person| capitalised(&person.position)).unwrap_or_default();
        Block::Signature {
            position: format!("{}\n{position}", say!(self.words, "receipt-by")),
            name: say!(self.words, "receipt-signs", name = name),
        }
    }

    /// The documents that were brought, those that are missing, and what an appeal about the quality of electricity
    /// does not tell yet (R15).
    pub(super) fn brought(&self, appeal: &Appeal) -> impl Iterator<Item = Fact> {
        let words = self.words;
        let office = self.office;
        let topic = appeal.topic.as_deref();
        let title = |kind: &DocumentKind| words.title(&kind.title).to_owned();
        let has = |kind: &&DocumentKind| appeal.content.documents.contains(&kind.code);
        let by_proxy = appeal.client.known().is_some_and(|client| client.representative.is_some());
        let taken: Vec<_> = office.documents.iter().filter(has).map(title).collect();
        let needed = office.needed_documents(topic, by_proxy);
        let missing = needed.into_iter().filter(|kind| !has(kind)).map(title).collect();
        // What was erased is not asked for again.
        let power = match &appeal.content.power {
            _ if !office.asks_of_power(topic) => None,
            None => Some(PowerQuality::default()),
            Some(power) => power.known().cloned(),
        };
        let untold = power.map_or_else(Vec::new, |power| {
            [
                (power.address, say!(words, "receipt-power-address")),
                (power.time, say!(words, "receipt-power-time")),
                (power.contract, say!(words, "receipt-power-contract")),
            ]
            .into_iter()
            .filter_map(|(told, name)| told.is_none().then_some(name))
            .collect()
        });
        [
            (say!(words, "receipt-documents"), taken),
            (say!(words, "receipt-missing"), missing),
            (say!(words, "receipt-untold"), untold),
        ]
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(label, list)| Fact { label, value: list.join("; ") })
    }

    /// When the client is to be rung back, where that was promised.
    fn call_back(&self, appeal: &Appeal) -> Option<Fact> {
        let words = self.words;
        let promised = appeal.call_back.as_ref().filter(|_| appeal.awaits_call())?;
        let phone = appeal.client.known().and_then(|client| client.phone.clone()).unwrap_or_default();
        let by = promised.due.map(|due| say!(words, "receipt-call-by", by = words.moment(due)));
        let said = [by, Some(phone)].into_iter().flatten().filter(|part| !part.is_empty());
        let value = said.collect::<Vec<_>>().join(", ");
        Some(Fact { label: say!(words, "receipt-call"), value })
    }
}

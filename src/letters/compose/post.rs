//! What carries a letter: envelopes and address labels, as the post reads them (Правила оказания услуг почтовой связи:
//! the sender at the top left, the addressee at the bottom right, the postcode last).

use super::{Composer, fact};
use crate::letters::document::{Block, Cover, Document, Fact, Format, Language, Sheet};
use crate::letters::papers::newest_reply;
use crate::say;
use crate::standard::appeal::Appeal;

/// Figures of a postcode.
const POSTCODE: usize = 6;

impl Composer<'_> {
    /// An envelope of that format, or a label; none where the client has no postal address.
    #[must_use]
    pub fn cover(&self, appeal: &Appeal, format: Format) -> Option<Document> {
        let words = self.words;
        let to = self.addressed(appeal)?;
        let details = &self.office.details;
        let from = match format {
            Format::Label => Vec::new(),
            Format::Dl | Format::C5 | Format::A4 | Format::A4Across | Format::A4Half => {
                let captions = (say!(words, "cover-from"), say!(words, "cover-whence"));
                self.party(captions, details.name.clone(), &details.address)
            }
        };
        let number = appeal.number.text.as_str();
        Some(Document {
            title: match format {
                Format::Label => say!(words, "label-title", number = number),
                _ => say!(words, "envelope-title", number = number),
            },
            language: Language::Ru,
            sheet: Sheet { format, ..Sheet::default() },
            draft_mark: None,
            blocks: vec![Block::Cover(Cover { from, to })],
            executor_mark: Vec::new(),
        })
    }

    /// To whom: as the letter says that the envelope is for, since a person may have set it right there; else as the
    /// client stands. A letter that left before the appeal was reopened, or before the one now due, is not that letter.
    fn addressed(&self, appeal: &Appeal) -> Option<Vec<Fact>> {
        let words = self.words;
        let client = appeal.client.known()?;
        let address = client.address.as_deref()?.trim();
        if address.is_empty() {
            return None;
        }
        let of_letter = newest_reply(appeal).and_then(|id| appeal.reply(id));
        let of_letter = of_letter.filter(|reply| reply.dispatch().is_none() || appeal.closing.is_some());
        let written = of_letter.map_or("", |reply| reply.addressee.text());
        let lines: Vec<&str> = written.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let captions = (say!(words, "cover-to"), say!(words, "cover-where"));
        let (name, address) = split(&lines, address).unwrap_or_else(|| {
            let lines = client.addressee();
            let name = lines.first().filter(|line| *line != address).cloned().unwrap_or_default();
            (name, address.to_owned())
        });
        Some(self.party(captions, name, &address))
    }

    fn party(&self, (who, whither): (String, String), name: String, address: &str) -> Vec<Fact> {
        let (address, postcode) = without_postcode(address);
        [
            fact(who, name),
            fact(whither, address),
            fact(say!(self.words, "cover-postcode"), postcode.map(str::to_owned)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Name and address of what a letter's addressee says; none where it holds no address. The address begins where the
/// registered one does, else on the second line.
fn split(lines: &[&str], registered: &str) -> Option<(String, String)> {
    let essence = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let registered = essence(registered);
    let begins = |at: &usize| essence(&lines[*at..].concat()) == registered;
    let at = (1..lines.len()).find(begins).unwrap_or(1);
    let (name, address) = lines.split_at_checked(at)?;
    (!address.is_empty()).then(|| (name.join("\n"), address.join("\n")))
}

/// An address without the postcode that it begins or ends with, and the postcode.
fn without_postcode(address: &str) -> (String, Option<&str>) {
    let address = address.trim().trim_end_matches('.');
    let is_postcode = |part: &&str| part.len() == POSTCODE && part.chars().all(|c| c.is_ascii_digit());
    let trimmed = |rest: &str| rest.trim_matches(|c: char| c.is_whitespace() || c == ',').to_owned();
    let first = address.split([',', ' ', '\n']).next().filter(is_postcode);
    if let Some((postcode, rest)) = first.and_then(|code| Some((code, address.strip_prefix(code)?))) {
        return (trimmed(rest), Some(postcode));
    }
    let last = address.rsplit([',', ' ', '\n']).next().filter(is_postcode);
    if let Some((postcode, rest)) = last.and_then(|code| Some((code, address.strip_suffix(code)?))) {
        return (trimmed(rest), Some(postcode));
    }
    (address.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_found_at_either_end_and_nowhere_else() {
        let found = |address| without_postcode(address);
        assert_eq!(
            found("ул. Ленина, д. 5, г. Энск, 634000"),
            ("ул. Ленина, д. 5, г. Энск".into(), Some("634000"))
        );
        assert_eq!(found("634000, г. Энск, д. 5"), ("г. Энск, д. 5".into(), Some("634000")));
        assert_eq!(found("г. Энск, а/я 634000-1"), ("г. Энск, а/я 634000-1".into(), None));
        assert_eq!(found("634000"), (String::new(), Some("634000")));
        assert_eq!(found(""), (String::new(), None));
    }

    #[test]
    fn the_name_ends_where_the_registered_address_begins() {
        let lines = ["ООО «Ромашка»", "главному энергетику", "г. Энск,", "ул. Ленина, 5"];
        let (name, address) = split(&lines, "г. Энск, ул. Ленина, 5").unwrap();
        assert_eq!(
            (name.as_str(), address.as_str()),
            ("ООО «Ромашка»\nглавному энергетику", "г. Энск,\nул. Ленина, 5")
        );
        assert_eq!(
            split(&["Ёлкиной А. П.", "Томск"], "Энск"),
            Some(("Ёлкиной А. П.".into(), "Томск".into()))
        );
        assert_eq!(split(&["Ёлкиной А. П."], "Энск"), None);
    }
}

//! Papers from appeals, block by block: replies and notices here, the others in files of their own.
//!
//! Letters are in Russian whatever the screen speaks, so their words are handed in.

mod card;
mod post;
mod receipt;
mod slip;

pub(super) use slip::resolution as slip_of;

use std::collections::{BTreeMap, BTreeSet};

use petrovich::Gender;

use super::document::{Block, Document, Fact, Head, Language, Sheet, blocks};
use super::template::{FIELDS, Fields, Template, TemplateError};
use super::typed;
use crate::i18n::Words;
use crate::say;
use crate::standard::appeal::Appeal;
use crate::standard::client::Identity;
use crate::standard::decide::Draft;
use crate::standard::holes::{HOLE_CLOSES, HOLE_OPENS};
use crate::standard::office::{FullName, Office, StaffMember};
use crate::standard::personal::Personal;
use crate::standard::reply::{Letterhead, Purpose, Reply, TemplateUse};
use crate::standard::shows::Shows;
use crate::standard::text::capitalised;

/// The field of a reply template that the executor writes.
const SUBSTANCE: &str = "substance";
/// The field of an interim template that the executor writes.
const EXTENSION_REASON: &str = "extension_reason";
/// The field of a notice that the executor may write.
const ADDITION: &str = "addition";

/// A word of so many letters before a full stop is likely cut short: «г.», «руб.».
const SHORTENED: usize = 3;

/// Composes letters for an office.
#[derive(Debug, Clone, Copy)]
pub struct Composer<'a> {
    /// The office whose letterhead it is.
    pub office: &'a Office,
    /// The words of letters.
    pub words: &'a Words,
}

impl Composer<'_> {
    /// The draft of a reply: the template filled with what is known and with what the executor wrote. What is not
    /// known stays in it as an open place. Without a template what was written is the whole text.
    ///
    /// # Errors
    /// When only these values show a fault of the template.
    pub fn draft(
        &self,
        appeal: &Appeal,
        template: Option<&Template>,
        purpose: Purpose,
        written: &str,
    ) -> Result<Draft, TemplateError> {
        let addressee =
            appeal.client.known().map_or_else(String::new, |client| client.addressee().join("\n"));
        let Some(template) = template else {
            let heading = say!(self.words, "letter-heading");
            return Ok(Draft {
                purpose,
                template: None,
                heading,
                addressee,
                text: written.to_owned(),
                answers: BTreeSet::new(),
            });
        };
        let mut fields = self.fields(appeal, purpose);
        let words = named(&template.fill(&fields)?.text, self.words);
        let own = own_field(purpose);
        // A notice says all it must without an addition.
        let optional = own == ADDITION;
        let written = if own == EXTENSION_REASON { unstopped(written) } else { written.trim() };
        let written = Some(written.to_owned()).filter(|written| optional || !written.is_empty());
        fields.insert(own.to_owned(), written);
        let filled = template.fill(&fields)?;
        let id = template.front.id.clone();
        Ok(Draft {
            purpose,
            template: Some(TemplateUse { id, words: Personal::Known(words) }),
            heading: named(&filled.heading, self.words),
            addressee,
            text: named(&filled.text, self.words),
            answers: BTreeSet::new(),
        })
    }

    /// A reply as it stands: a draft carries its mark, a final has blanks for its number and date.
    #[must_use]
    pub fn reply(&self, appeal: &Appeal, reply: &Reply) -> Document {
        let words = self.words;
        let number = appeal.number.text.as_str();
        let (dear, text) = typed::salutation(&typed::one_stop(reply.text.text()));
        let frozen = reply.frozen();
        // A draft follows the appeal; what is final says for good what it said then.
        let present = || Shows::of(appeal.client.known(), &appeal.content);
        let shows = frozen.map_or_else(present, |frozen| frozen.shows.clone());
        let frozen = frozen.map(|frozen| &frozen.finalised);
        let letterhead = frozen.and_then(|frozen| frozen.letterhead.clone());
        let letterhead = letterhead.unwrap_or_else(|| Letterhead::from(&self.office.details));
        let dear = dear.or_else(|| shows.client.known().and_then(|client| self.salutation(client)));
        let mut parts = vec![
            Block::Head(Head {
                reference: self.reference(appeal, reply, &shows),
                addressee: reply.addressee.text().lines().map(str::to_owned).collect(),
                ..self.head(letterhead)
            }),
            Block::Heading(reply.heading.text().to_owned()),
        ];
        parts.extend(dear.map(Block::Salutation));
        parts.extend(blocks(&text));
        let signs = frozen.and_then(|frozen| frozen.signatory_details.known());
        parts.push(Block::Signature {
            position: signs.map(|person| capitalised(&person.position)).unwrap_or_default(),
            name: signs.map(|person| person.signs_as.clone()).unwrap_or_default(),
        });
        // A draft has no number yet, and is no document to be found again by one.
        parts.extend(frozen.map(|_| Block::Code(self.letter_code(appeal, reply))));
        let executor = frozen.and_then(|frozen| frozen.executor_details.known());
        let executor = executor.map_or_else(
            || self.present_executor(appeal),
            |person| vec![person.name.clone(), person.phone.clone()],
        );
        Document {
            title: match reply.purpose {
                Purpose::Notice { .. } => say!(words, "letter-title-notice", number = number),
                Purpose::Answer | Purpose::Interim { .. } => say!(words, "letter-title", number = number),
            },
            language: Language::Ru,
            sheet: Sheet::default(),
            draft_mark: frozen.is_none().then(|| say!(words, "letter-draft")),
            blocks: parts,
            executor_mark: executor,
        }
    }

    /// Own date and number, and what the letter answers: the appeal, or the entry in a feedback book (R30).
    fn reference(&self, appeal: &Appeal, reply: &Reply, shows: &Shows) -> Vec<String> {
        let words = self.words;
        let (number, on) = (appeal.number.text.as_str(), words.date(appeal.registered));
        let mut lines = vec![match reply.outgoing() {
            Some((number, on)) => say!(words, "letter-own", on = words.date(on), number = number),
            None => say!(words, "letter-own-blank"),
        }];
        match &shows.book {
            Some(book) => {
                let (entry, book) = (book.entry, book.number.as_str());
                lines.push(say!(words, "letter-book", entry = entry, book = book));
                lines.push(say!(words, "letter-book-appeal", number = number, on = on));
            }
            None => lines.push(say!(words, "letter-incoming", number = number, on = on)),
        }
        if let Some((theirs, on)) = &shows.theirs {
            lines.push(say!(words, "letter-theirs", number = theirs.text(), on = words.date(*on)));
        }
        lines
    }

    /// What the code of a letter holds: its number and date once it has them, and the appeal it answers.
    fn letter_code(&self, appeal: &Appeal, reply: &Reply) -> String {
        let words = self.words;
        let number = appeal.number.text.as_str();
        match reply.outgoing() {
            Some((own, on)) => {
                say!(words, "letter-code", own = own, on = words.date(on), number = number)
            }
            None => {
                say!(words, "letter-code-blank", number = number, on = words.date(appeal.registered))
            }
        }
    }

    /// The code of a paper about an appeal: its number and date.
    fn appeal_code(&self, appeal: &Appeal) -> Block {
        let on = self.words.date(appeal.registered);
        Block::Code(say!(self.words, "appeal-code", number = appeal.number.text.as_str(), on = on))
    }

    /// What is known for the fields of a template.
    fn fields(&self, appeal: &Appeal, purpose: Purpose) -> Fields {
        let words = self.words;
        let details = &self.office.details;
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let client = appeal.client.known();
        let days = match purpose {
            Purpose::Interim { days } if days > 0 => Some(days),
            Purpose::Interim { .. } | Purpose::Answer | Purpose::Notice { .. } => None,
        };
        let executor = appeal.holder.executor().and_then(|login| self.office.staff.get(login));
        let phone = executor.and_then(|person| person.phone.as_ref()).map_or("", Personal::text);
        let fields: [(&str, Option<String>); 18] = [
            ("number", some(&appeal.number.text)),
            ("registered", Some(words.date(appeal.registered))),
            ("received", Some(words.date(appeal.received))),
            ("gist", some(unstopped(appeal.content.gist.text()))),
            ("client", client.and_then(|client| some(&client.full_name()))),
            ("account", client.and_then(|client| client.account.as_deref()).and_then(some)),
            ("due", Some(words.date(appeal.due.day))),
            ("extension_days", days.map(|days| say!(words, "due-calendar-days", n = days))),
            ("new_due", days.map(|days| words.date(appeal.due.extend(days, &self.office.calendar).day))),
            ("reply_channel", Some(words.reply_by(appeal.reply_by()))),
            ("reply_given", Some(words.reply_will_be(appeal.reply_by()))),
            ("organisation", some(&details.name)),
            ("unit", some(&self.office.unit_title(&appeal.intake))),
            ("unit_address", some(&details.address)),
            ("unit_phone", some(&details.phone)),
            ("unit_hours", None),
            ("executor", executor.map(full_name)),
            ("executor_phone", some(phone)),
        ];
        let fields = fields.into_iter().chain(self.cited(appeal));
        fields.map(|(name, value)| (name.to_owned(), value)).collect::<BTreeMap<_, _>>()
    }

    /// What notices cite: the reply that answered the question before (R7 c), the organisation it was forwarded to.
    fn cited(&self, appeal: &Appeal) -> [(&'static str, Option<String>); 5] {
        let earlier = appeal.screening.as_ref().and_then(|ground| ground.earlier.as_ref());
        let forwarding = appeal.forwarding.as_ref();
        [
            ("earlier_number", earlier.map(|earlier| earlier.number.clone())),
            ("earlier_date", earlier.map(|earlier| self.words.date(earlier.on))),
            ("earlier_appeal", earlier.and_then(|earlier| earlier.appeal_number.clone())),
            ("forwarded_to", forwarding.map(|forwarding| forwarding.to.clone())),
            (
                "forward_reason",
                forwarding
                    .map(|forwarding| unstopped(forwarding.reason.text()).to_owned())
                    .filter(|text| !text.is_empty()),
            ),
        ]
    }

    /// The head of a paper of today.
    fn letterhead(&self) -> Head {
        self.head(Letterhead::from(&self.office.details))
    }

    fn head(&self, letterhead: Letterhead) -> Head {
        let words = self.words;
        let Letterhead { organisation, mut lines, address, phone, email } = letterhead;
        lines.extend(Some(address).filter(|address| !address.is_empty()));
        if !phone.is_empty() {
            lines.push(say!(words, "letter-phone", phone = phone));
        }
        if !email.is_empty() {
            lines.push(say!(words, "letter-email", email = email));
        }
        Head { organisation, details: lines, ..Head::default() }
    }

    /// «Уважаемая Анна Петровна!»; none for an organisation.
    fn salutation(&self, client: &Identity) -> Option<String> {
        let Identity::Person { given, patronymic, .. } = client else { return None };
        let words = self.words;
        let (Some(given), Some(patronymic)) = (given, patronymic) else {
            return Some(say!(words, "letter-dear"));
        };
        let name = format!("{given} {patronymic}");
        Some(match petrovich::detect_gender(None, Some(given), Some(patronymic)) {
            Gender::Male => say!(words, "letter-dear-sir", name = name),
            Gender::Female => say!(words, "letter-dear-madam", name = name),
            Gender::Androgynous => say!(words, "letter-dear"),
        })
    }

    /// The executor's mark of a draft: as the staff list has it now.
    fn present_executor(&self, appeal: &Appeal) -> Vec<String> {
        let Some(person) = appeal.holder.executor().and_then(|login| self.office.staff.get(login)) else {
            return Vec::new();
        };
        let phone = person.phone.as_ref().map_or("", Personal::text);
        [full_name(person), phone.to_owned()].into_iter().filter(|line| !line.is_empty()).collect()
    }
}

/// The open place of this name.
pub(super) fn hole(name: &str) -> String {
    format!("{HOLE_OPENS}{name}{HOLE_CLOSES}")
}

/// A filled template, its open places called by the words of letters.
pub(super) fn named(filled: &str, words: &Words) -> String {
    FIELDS.iter().fold(filled.to_owned(), |text, field| {
        let open = hole(field);
        if text.contains(&open) { text.replace(&open, &hole(&place(field, words))) } else { text }
    })
}

/// What the open place of a field is called.
pub(super) fn place(field: &str, words: &Words) -> String {
    match field {
        "number" => say!(words, "hole-number"),
        "registered" => say!(words, "hole-registered"),
        "received" => say!(words, "hole-received"),
        "gist" => say!(words, "hole-gist"),
        "client" => say!(words, "hole-client"),
        "account" => say!(words, "hole-account"),
        "due" => say!(words, "hole-due"),
        "substance" => say!(words, "hole-substance"),
        "extension_days" => say!(words, "hole-extension-days"),
        "new_due" => say!(words, "hole-new-due"),
        "extension_reason" => say!(words, "hole-extension-reason"),
        "reply_channel" => say!(words, "hole-reply-channel"),
        "reply_given" => say!(words, "hole-reply-given"),
        "organisation" => say!(words, "hole-organisation"),
        "unit" => say!(words, "hole-unit"),
        "unit_address" => say!(words, "hole-unit-address"),
        "unit_phone" => say!(words, "hole-unit-phone"),
        "unit_hours" => say!(words, "hole-unit-hours"),
        "executor" => say!(words, "hole-executor"),
        "executor_phone" => say!(words, "hole-executor-phone"),
        "earlier_number" => say!(words, "hole-earlier-number"),
        "earlier_date" => say!(words, "hole-earlier-date"),
        "earlier_appeal" => say!(words, "hole-earlier-appeal"),
        "forwarded_to" => say!(words, "hole-forwarded-to"),
        "forward_reason" => say!(words, "hole-forward-reason"),
        "addition" => say!(words, "hole-addition"),
        other => other.to_owned(),
    }
}

/// The field of a letter that the executor writes.
pub(super) const fn own_field(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Answer => SUBSTANCE,
        Purpose::Interim { .. } => EXTENSION_REASON,
        Purpose::Notice { .. } => ADDITION,
    }
}

/// A text without the full stop of its sentence: the template's own goes on behind it. The stop of «500 руб.» is the
/// word's.
fn unstopped(text: &str) -> &str {
    let text = text.trim();
    let bare = text.trim_end_matches('.');
    let word = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if word.chars().count() > SHORTENED && text.len() == bare.len() + 1 { bare } else { text }
}

fn full_name(person: &StaffMember) -> String {
    person.name.known().map_or_else(|| person.login.0.clone(), FullName::full)
}

/// A row of a paper, if there is anything to say.
fn fact(label: String, value: impl Into<Option<String>>) -> Option<Fact> {
    let value = value.into().filter(|value| !value.trim().is_empty())?;
    Some(Fact { label, value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language as Spoken;

    #[test]
    fn every_open_place_has_a_name_in_words() {
        let words = Words::new(Spoken::Ru);
        for field in FIELDS {
            assert_ne!(named(&hole(field), &words), hole(field));
        }
        assert_eq!(named("до ‹new_due›, ‹сумма›", &words), "до ‹новый срок›, ‹сумма›");
    }
}

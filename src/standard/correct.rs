//! What of an appeal can be corrected later, and how each field reads and writes itself as text: old value, new
//! value, who, why stand in the fact.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::appeal::{Channel, Content, Kind, PowerQuality};
use super::book::BookEntry;
use super::client::{Client, Collective, CoveringLetter, Identity, Representative};
use super::code::closed_list;
use super::office::UnitCode;
use super::personal::Personal;
use super::reply::{ReplyBy, ReplyId};
use super::text::given;

closed_list! {
    /// A field that can be corrected, by its name in the JSON of `register`.
    Correctable {
        /// How it came in; recounts the term.
        Channel = "channel",
        /// What is wanted; recounts the term.
        Kind = "kind",
        /// About what; recounts the term.
        Topic = "topic",
        /// The day it came in.
        Received = "received",
        /// The unit where it came in; may change the route.
        Intake = "intake",
        /// One line.
        Gist = "gist",
        /// The whole text.
        Text = "text",
        /// The questions, a line each.
        Questions = "questions",
        /// Sheets.
        Sheets = "sheets",
        /// Enclosures.
        Attachments = "attachments",
        /// Codes of the documents brought, with commas between.
        Documents = "documents",
        /// The sender's own number.
        SenderNumber = "sender_number",
        /// The date on the sender's letter.
        SenderDate = "sender_date",
        /// The channel the client chose for the answer.
        ReplyBy = "reply_by",
        /// фамилия
        Surname = "surname",
        /// имя
        Given = "given",
        /// отчество
        Patronymic = "patronymic",
        /// The organisation's name.
        Organisation = "organisation",
        /// ИНН
        Inn = "inn",
        /// Whom to ask for.
        ContactPerson = "contact_person",
        /// лицевой счёт
        Account = "account",
        /// The supply contract.
        Contract = "contract",
        /// Postal address.
        Address = "address",
        /// Telephone.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Who acts for the client.
        Representative = "representative",
        /// Number of the proxy.
        ProxyNumber = "proxy_number",
        /// Date of the proxy.
        ProxyDate = "proxy_date",
        /// How many signed.
        Signers = "signers",
        /// To whom the answer to several goes.
        AnswerTo = "answer_to",
        /// The authority that sent a covering letter.
        CoveringBody = "covering_body",
        /// Its number.
        CoveringNumber = "covering_number",
        /// Its date.
        CoveringDate = "covering_date",
        /// The authority's own due date.
        CoveringDue = "covering_due",
        /// The feedback book.
        Book = "book",
        /// The entry in it.
        BookEntry = "book_entry",
        /// Quality of electricity: the device's address.
        PowerAddress = "power_address",
        /// Quality of electricity: the time.
        PowerTime = "power_time",
        /// Quality of electricity: the contract.
        PowerContract = "power_contract",
    }
}

impl Correctable {
    /// Whether its value belongs to a person and can be erased; what does not outlives an erasure, for the figures.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        !matches!(
            self,
            Self::Channel
                | Self::Kind
                | Self::Topic
                | Self::Received
                | Self::Intake
                | Self::Sheets
                | Self::Attachments
                | Self::Documents
                | Self::SenderDate
                | Self::ReplyBy
                | Self::CoveringBody
                | Self::CoveringDate
                | Self::CoveringDue
                | Self::Book
                | Self::BookEntry
        )
    }

    /// Whether it tells who the client is and where they are reached, so that a letter may have it word for word.
    #[must_use]
    pub const fn is_of_client(self) -> bool {
        self.is_contact()
            || matches!(
                self,
                Self::Surname
                    | Self::Given
                    | Self::Patronymic
                    | Self::Organisation
                    | Self::Inn
                    | Self::ContactPerson
                    | Self::Account
                    | Self::Contract
                    | Self::Representative
                    | Self::AnswerTo
                    | Self::SenderNumber
            )
    }

    /// Whether it is one of the contacts an answer can go to (R8).
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(self, Self::Address | Self::Phone | Self::Email)
    }
}

/// A corrected value: a person's own, which can be erased, or one that is nobody's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A person's.
    Personal(Personal<String>),
    /// Nobody's: a code, a date, a count.
    Plain(String),
}

impl Value {
    /// The value of a field.
    #[must_use]
    pub const fn of(field: Correctable, text: String) -> Self {
        if field.is_personal() { Self::Personal(Personal::Known(text)) } else { Self::Plain(text) }
    }

    /// The text, unless it was erased.
    #[must_use]
    pub fn known(&self) -> Option<&str> {
        match self {
            Self::Personal(text) => text.known().map(String::as_str),
            Self::Plain(text) => Some(text),
        }
    }
}

/// One field's old and new value; nothing where it was or becomes empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub field: Correctable,
    /// What stood there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<Value>,
    /// What stands there now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<Value>,
}

/// A draft whose addressee follows the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readdressed {
    /// Which reply.
    pub reply: ReplyId,
    /// To whom and where it goes, line by line.
    pub addressee: Personal<String>,
}

/// All of an appeal that can be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// How it came in.
    pub channel: Channel,
    /// What is wanted.
    pub kind: Kind,
    /// About what.
    pub topic: Option<String>,
    /// The day it came in.
    pub received: NaiveDate,
    /// Where it came in.
    pub intake: UnitCode,
    /// From whom.
    pub client: Client,
    /// What was brought or said.
    pub content: Content,
    /// The reply channel the client chose.
    pub reply_wish: Option<ReplyBy>,
}

/// A value that can't be that field's.
struct BadValue;

fn parsed<T: std::str::FromStr>(value: Option<&str>) -> Result<Option<T>, BadValue> {
    value.map(|text| text.parse().map_err(|_| BadValue)).transpose()
}

fn must<T: std::str::FromStr>(value: Option<&str>) -> Result<T, BadValue> {
    parsed(value)?.ok_or(BadValue)
}

impl Particulars {
    /// A field as text: dates in ISO, closed lists by their codes; as [`Self::apply`] reads it.
    #[must_use]
    pub fn get(&self, field: Correctable) -> Option<String> {
        let (client, content) = (&self.client, &self.content);
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let personal = |text: Option<&Personal<String>>| text.and_then(Personal::known).cloned();
        let power = || content.power.as_ref().and_then(Personal::known);
        let covering = content.covering_letter.as_ref();
        match field {
            Correctable::Channel => Some(self.channel.code().to_owned()),
            Correctable::Kind => Some(self.kind.code().to_owned()),
            Correctable::Topic => self.topic.clone(),
            Correctable::Received => day(Some(self.received)),
            Correctable::Intake => Some(self.intake.0.clone()),
            Correctable::Gist => personal(Some(&content.gist)),
            Correctable::Text => personal(content.text.as_ref()),
            Correctable::Questions => listed(content.questions.iter().map(Personal::text), "\n"),
            Correctable::Sheets => content.sheets.map(|count| count.to_string()),
            Correctable::Attachments => content.attachments.map(|count| count.to_string()),
            Correctable::Documents => listed(content.documents.iter().map(String::as_str), ","),
            Correctable::SenderNumber => personal(content.sender_number.as_ref()),
            Correctable::SenderDate => day(content.sender_date),
            Correctable::ReplyBy => self.reply_wish.map(|by| by.code().to_owned()),
            Correctable::CoveringBody => covering.map(|letter| letter.body.clone()),
            Correctable::CoveringNumber => personal(covering.and_then(|letter| letter.number.as_ref())),
            Correctable::CoveringDate => day(covering.and_then(|letter| letter.date)),
            Correctable::CoveringDue => day(covering.and_then(|letter| letter.due)),
            Correctable::Book => content.book.as_ref().map(|book| book.number.clone()),
            Correctable::BookEntry => content.book.as_ref().map(|book| book.entry.to_string()),
            Correctable::PowerAddress => power().and_then(|power| power.address.clone()),
            Correctable::PowerTime => power().and_then(|power| power.time.clone()),
            Correctable::PowerContract => power().and_then(|power| power.contract.clone()),
            of_client => client_value(client, of_client),
        }
    }

    /// Takes several values at once, in whatever order they come: what is emptied goes first, the parts before the whole,
    /// then what is set, the whole before its parts. So a person can become an organisation, and a book or a
    /// representative can go with all that hangs on them.
    ///
    /// # Errors
    /// The first field whose value can't be its own, or that can't be empty.
    pub fn apply<'a>(
        &mut self,
        values: impl IntoIterator<Item = (Correctable, Option<&'a str>)>,
    ) -> Result<(), Correctable> {
        let values = values.into_iter().map(|(field, value)| (field, value.and_then(given)));
        let values: BTreeMap<_, _> = values.collect();
        let emptied = values.iter().filter(|(_, value)| value.is_none()).map(|(field, _)| *field);
        for field in emptied.clone().rev() {
            // What is only a part of something may not be empty by itself; it is looked at again below.
            let _ = self.set(field, None);
        }
        for (field, text) in values.iter().filter_map(|(field, text)| Some((*field, (*text)?))) {
            self.set(field, Some(text)).map_err(|BadValue| field)?;
        }
        let mut emptied = emptied;
        emptied.find(|field| self.get(*field).is_some()).map_or(Ok(()), Err)
    }

    /// Sets one field from text as [`Self::get`] writes it; empty text is nothing.
    fn set(&mut self, field: Correctable, value: Option<&str>) -> Result<(), BadValue> {
        let value = value.and_then(given);
        let owned = || value.map(str::to_owned);
        let personal = || value.map(|text| Personal::Known(text.to_owned()));
        match field {
            Correctable::Channel => self.channel = must(value)?,
            Correctable::Kind => self.kind = must(value)?,
            Correctable::Topic => self.topic = owned(),
            Correctable::Received => self.received = must(value)?,
            Correctable::Intake => self.intake = UnitCode(owned().ok_or(BadValue)?),
            Correctable::Gist => self.content.gist = personal().ok_or(BadValue)?,
            Correctable::Text => self.content.text = personal(),
            Correctable::Questions => {
                let lines = value.unwrap_or_default().lines().filter_map(given);
                self.content.questions = lines.map(|line| Personal::Known(line.to_owned())).collect();
            }
            Correctable::Sheets => self.content.sheets = parsed(value)?,
            Correctable::Attachments => self.content.attachments = parsed(value)?,
            Correctable::Documents => {
                let codes = value.unwrap_or_default().split([',', ' ']).filter_map(given);
                self.content.documents = codes.map(str::to_owned).collect();
            }
            Correctable::SenderNumber => self.content.sender_number = personal(),
            Correctable::SenderDate => self.content.sender_date = parsed(value)?,
            Correctable::ReplyBy => self.reply_wish = parsed(value)?,
            Correctable::CoveringBody
            | Correctable::CoveringNumber
            | Correctable::CoveringDate
            | Correctable::CoveringDue => self.set_covering(field, value)?,
            Correctable::Book | Correctable::BookEntry => self.set_book(field, value)?,
            Correctable::PowerAddress | Correctable::PowerTime | Correctable::PowerContract => {
                self.set_power(field, owned());
            }
            of_client => set_client(&mut self.client, of_client, value)?,
        }
        Ok(())
    }

    fn set_covering(&mut self, field: Correctable, value: Option<&str>) -> Result<(), BadValue> {
        let whole = &mut self.content.covering_letter;
        if value.is_none() && (whole.is_none() || field == Correctable::CoveringBody) {
            *whole = None;
            return Ok(());
        }
        let letter = whole.get_or_insert_with(|| CoveringLetter {
            body: String::new(),
            number: None,
            date: None,
            due: None,
        });
        match field {
            Correctable::CoveringBody => value.unwrap_or_default().clone_into(&mut letter.body),
            Correctable::CoveringNumber => {
                letter.number = value.map(|text| Personal::Known(text.to_owned()));
            }
            Correctable::CoveringDate => letter.date = parsed(value)?,
            _ => letter.due = parsed(value)?,
        }
        Ok(())
    }

    fn set_book(&mut self, field: Correctable, value: Option<&str>) -> Result<(), BadValue> {
        let whole = &mut self.content.book;
        if value.is_none() && (whole.is_none() || field == Correctable::Book) {
            *whole = None;
            return Ok(());
        }
        let book = whole.get_or_insert_with(|| BookEntry { number: String::new(), entry: 0 });
        match field {
            Correctable::Book => value.unwrap_or_default().clone_into(&mut book.number),
            _ => book.entry = must(value)?,
        }
        Ok(())
    }

    fn set_power(&mut self, field: Correctable, value: Option<String>) {
        let known = self.content.power.as_ref().and_then(Personal::known);
        let mut power = known.cloned().unwrap_or_default();
        match field {
            Correctable::PowerAddress => power.address = value,
            Correctable::PowerTime => power.time = value,
            _ => power.contract = value,
        }
        self.content.power =
            Some(power).filter(|power| *power != PowerQuality::default()).map(Personal::Known);
    }
}

fn listed<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> Option<String> {
    Some(parts.collect::<Vec<_>>().join(between)).filter(|text| !text.is_empty())
}

fn client_value(client: &Client, field: Correctable) -> Option<String> {
    let (acting, several) = (client.representative.as_ref(), client.collective.as_ref());
    match (field, &client.identity) {
        (Correctable::Surname, Identity::Person { surname, .. }) => Some(surname.clone()),
        (Correctable::Given, Identity::Person { given, .. }) => given.clone(),
        (Correctable::Patronymic, Identity::Person { patronymic, .. }) => patronymic.clone(),
        (Correctable::Organisation, Identity::Organisation { organisation, .. }) => {
            Some(organisation.clone())
        }
        (Correctable::Inn, Identity::Organisation { inn, .. }) => inn.clone(),
        (Correctable::ContactPerson, Identity::Organisation { contact_person, .. }) => contact_person.clone(),
        (Correctable::Account, _) => client.account.clone(),
        (Correctable::Contract, _) => client.contract.clone(),
        (Correctable::Address, _) => client.address.clone(),
        (Correctable::Phone, _) => client.phone.clone(),
        (Correctable::Email, _) => client.email.clone(),
        (Correctable::Representative, _) => acting.map(|person| person.name.clone()),
        (Correctable::ProxyNumber, _) => acting.and_then(|person| person.proxy_number.clone()),
        (Correctable::ProxyDate, _) => acting.and_then(|person| person.proxy_date).map(|day| day.to_string()),
        (Correctable::Signers, _) => several.map(|several| several.signers.to_string()),
        (Correctable::AnswerTo, _) => several.and_then(|several| several.answer_to.clone()),
        _ => None,
    }
}

fn set_client(client: &mut Client, field: Correctable, value: Option<&str>) -> Result<(), BadValue> {
    let owned = value.map(str::to_owned);
    match field {
        Correctable::Surname | Correctable::Given | Correctable::Patronymic => {
            return set_person(&mut client.identity, field, owned);
        }
        Correctable::Organisation | Correctable::Inn | Correctable::ContactPerson => {
            return set_organisation(&mut client.identity, field, owned);
        }
        Correctable::Account => client.account = owned,
        Correctable::Contract => client.contract = owned,
        Correctable::Address => client.address = owned,
        Correctable::Phone => client.phone = owned,
        Correctable::Email => client.email = owned,
        Correctable::Representative => {
            let known = client.representative.take();
            client.representative = owned.map(|name| match known {
                Some(person) => Representative { name, ..person },
                None => Representative { name, proxy_number: None, proxy_date: None },
            });
        }
        Correctable::ProxyNumber | Correctable::ProxyDate
            if owned.is_none() && client.representative.is_none() => {}
        Correctable::AnswerTo if owned.is_none() && client.collective.is_none() => {}
        Correctable::ProxyNumber => client.representative.as_mut().ok_or(BadValue)?.proxy_number = owned,
        Correctable::ProxyDate => {
            client.representative.as_mut().ok_or(BadValue)?.proxy_date = parsed(value)?;
        }
        Correctable::Signers => {
            let answer_to = client.collective.take().and_then(|several| several.answer_to);
            client.collective = parsed(value)?.map(|signers| Collective { signers, answer_to });
        }
        Correctable::AnswerTo => client.collective.as_mut().ok_or(BadValue)?.answer_to = owned,
        _ => return Err(BadValue),
    }
    Ok(())
}

/// A name of a citizen; a surname makes one of whatever was there.
fn set_person(identity: &mut Identity, field: Correctable, value: Option<String>) -> Result<(), BadValue> {
    if value.is_none() && !matches!(identity, Identity::Person { .. }) {
        return Ok(());
    }
    if field == Correctable::Surname && !matches!(identity, Identity::Person { .. }) {
        *identity = Identity::Person { surname: String::new(), given: None, patronymic: None };
    }
    match (identity, field) {
        (Identity::Person { surname, .. }, Correctable::Surname) => *surname = value.ok_or(BadValue)?,
        (Identity::Person { given, .. }, Correctable::Given) => *given = value,
        (Identity::Person { patronymic, .. }, _) => *patronymic = value,
        _ => return Err(BadValue),
    }
    Ok(())
}

/// A detail of an organisation; its name makes one of whatever was there.
fn set_organisation(
    identity: &mut Identity,
    field: Correctable,
    value: Option<String>,
) -> Result<(), BadValue> {
    if value.is_none() && !matches!(identity, Identity::Organisation { .. }) {
        return Ok(());
    }
    if field == Correctable::Organisation && !matches!(identity, Identity::Organisation { .. }) {
        *identity = Identity::Organisation { organisation: String::new(), inn: None, contact_person: None };
    }
    match (identity, field) {
        (Identity::Organisation { organisation, .. }, Correctable::Organisation) => {
            *organisation = value.ok_or(BadValue)?;
        }
        (Identity::Organisation { inn, .. }, Correctable::Inn) => *inn = value,
        (Identity::Organisation { contact_person, .. }, _) => *contact_person = value,
        _ => return Err(BadValue),
    }
    Ok(())
}

//! What a letter shows of its appeal beside its own text: the facts may move on while it waits for its signature.

use chrono::NaiveDate;

use super::appeal::Content;
use super::book::BookEntry;
use super::client::{Client, Identity};
use super::correct::Correctable;
use super::personal::Personal;

/// Whom a letter goes to and greets, and what it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shows {
    /// Who is greeted by name.
    pub client: Personal<Identity>,
    /// Where it goes.
    pub reach: Option<Personal<String>>,
    /// «На № …»
    pub sender_number: Option<Personal<String>>,
    /// «… от …»
    pub sender_date: Option<NaiveDate>,
    /// The entry in a feedback book (R30).
    pub book: Option<BookEntry>,
}

impl Shows {
    /// What a letter would show now; the client is unknown where it was erased.
    #[must_use]
    pub fn of(client: Option<&Client>, content: &Content) -> Self {
        let Content { sender_number, sender_date, book, .. } = content.clone();
        Self {
            client: client.map_or(Personal::Erased, |client| Personal::Known(client.identity.clone())),
            reach: client.and_then(Client::reach).map(|reach| Personal::Known(reach.to_owned())),
            sender_number,
            sender_date,
            book,
        }
    }

    /// The first field that such a letter shows otherwise than one of now would; none of a client that was erased.
    #[must_use]
    pub fn differs(&self, now: &Self) -> Option<Correctable> {
        let (was, is) = self.client.known().zip(now.client.known())?;
        let differences = [
            (name_differs(was, is)),
            (self.reach != now.reach).then_some(Correctable::Address),
            (self.sender_number != now.sender_number).then_some(Correctable::SenderNumber),
            (self.sender_date != now.sender_date).then_some(Correctable::SenderDate),
            (self.book != now.book).then_some(Correctable::BookEntry),
        ];
        differences.into_iter().flatten().next()
    }
}

/// The part of a name that is another.
fn name_differs(was: &Identity, is: &Identity) -> Option<Correctable> {
    match (was, is) {
        (
            Identity::Person { surname, given, patronymic },
            Identity::Person { surname: other, given: other_given, patronymic: other_patronymic },
        ) => {
            let patronymic = (patronymic != other_patronymic).then_some(Correctable::Patronymic);
            let given = (given != other_given).then_some(Correctable::Given);
            (surname != other).then_some(Correctable::Surname).or(given).or(patronymic)
        }
        (Identity::Organisation { organisation, .. }, Identity::Organisation { organisation: other, .. }) => {
            (organisation != other).then_some(Correctable::Organisation)
        }
        (Identity::Anonymous, Identity::Anonymous) => None,
        (Identity::Organisation { .. }, _) => Some(Correctable::Organisation),
        _ => Some(Correctable::Surname),
    }
}

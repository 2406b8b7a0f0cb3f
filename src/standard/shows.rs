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
    /// Where it goes, and which field says so.
    pub reach: Option<(Correctable, Personal<String>)>,
    /// «На № … от …»: both or neither.
    pub theirs: Option<(Personal<String>, NaiveDate)>,
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
            reach: client.and_then(reach),
            theirs: sender_number.zip(sender_date),
            book,
        }
    }

    /// The first field that such a letter shows otherwise than one of now would; none of a client that was erased.
    #[must_use]
    pub fn differs(&self, now: &Self) -> Option<Correctable> {
        let (was, is) = self.client.known().zip(now.client.known())?;
        let differences = [
            (name_differs(was, is)),
            (self.reach != now.reach)
                .then(|| self.reach.as_ref().or(now.reach.as_ref()).map(|(field, _)| *field))
                .flatten(),
            theirs_differ(self.theirs.as_ref(), now.theirs.as_ref()),
            (self.book != now.book).then_some(Correctable::BookEntry),
        ];
        differences.into_iter().flatten().next()
    }
}

/// Where a letter goes ([`Client::reach`]), by the field that says so.
fn reach(client: &Client) -> Option<(Correctable, Personal<String>)> {
    let field = match (&client.address, &client.email) {
        (Some(_), _) => Correctable::Address,
        (None, Some(_)) => Correctable::Email,
        (None, None) => Correctable::Phone,
    };
    client.reach().map(|reach| (field, Personal::Known(reach.to_owned())))
}

/// The part of «На № … от …» that is another.
fn theirs_differ(
    was: Option<&(Personal<String>, NaiveDate)>,
    is: Option<&(Personal<String>, NaiveDate)>,
) -> Option<Correctable> {
    match (was, is) {
        (Some((number, _)), Some((other, _))) if number == other => {
            (was != is).then_some(Correctable::SenderDate)
        }
        _ => (was != is).then_some(Correctable::SenderNumber),
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

//! Who comes again: clients by surname, telephone or account, and what they came with before. A client is known by the
//! first appeal of theirs; their card is what their newest appeal says of them, and no appeal is ever edited by another.

use uuid::Uuid;

use super::work::{Job, fold_appeal};
use super::{Desk, DeskError, Found};
use crate::register::{AppealLine, FoundBy, Sort};
use crate::standard::client::{Client, ClientSort};

/// A client who came before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientCard {
    /// By which their appeals are known.
    pub id: Uuid,
    /// As their newest appeal says.
    pub client: Client,
    /// That appeal.
    pub newest: AppealLine,
}

impl Desk {
    /// At most `limit` clients that answer to a surname, a telephone or an account, the likeliest first; never an
    /// anonymous or an erased one. Where nobody answers to it as typed, the other keyboard layout is tried.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn find_clients(&self, typed: &str, limit: usize) -> Result<Found<ClientCard>, DeskError> {
        Found::by(typed, |typed| self.clients_by(typed, limit))
    }

    fn clients_by(&self, typed: &str, limit: usize) -> Result<Vec<ClientCard>, DeskError> {
        /// A client may stand behind several of the appeals found.
        const EACH: usize = 8;
        let mut cards: Vec<ClientCard> = Vec::new();
        for hit in self.register.find(typed, limit.saturating_mul(EACH))? {
            let known = cards.iter().any(|card| card.id == hit.line.client_id);
            let by_paper = matches!(hit.by, FoundBy::Number | FoundBy::Letter);
            if known || by_paper || hit.line.client_sort == ClientSort::Anonymous {
                continue;
            }
            cards.extend(self.client_card(hit.line.client_id)?);
            if cards.len() >= limit {
                break;
            }
        }
        Ok(cards)
    }

    /// A client's card; none where they are unknown, nameless or erased.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn client_card(&self, id: Uuid) -> Result<Option<ClientCard>, DeskError> {
        let Some(newest) = self.register.of_client(id, 1)?.into_iter().next() else { return Ok(None) };
        let appeal = fold_appeal(newest.id, self.register.facts_of(newest.id)?)?;
        let client = appeal.client.known().filter(|client| !client.full_name().is_empty());
        Ok(client.map(|client| ClientCard { id, client: client.clone(), newest }))
    }

    /// At most `limit` appeals of one client, the newest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn client_history(&self, id: Uuid, limit: u32) -> Result<Vec<AppealLine>, DeskError> {
        Ok(self.register.of_client(id, limit)?)
    }
}

impl Job<'_, '_> {
    /// Makes sure that a client is known by an appeal of this register.
    pub(super) fn client_is_known(&self, client: Uuid) -> Result<(), DeskError> {
        let first = self.tx.facts_of(client)?.into_iter().next();
        match first.filter(|fact| fact.subject.sort == Sort::Appeal) {
            Some(_) => Ok(()),
            None => Err(DeskError::NoAppeal(client.to_string())),
        }
    }
}

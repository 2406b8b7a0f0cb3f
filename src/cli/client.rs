//! Who came before: clients by surname, telephone or account, and everything one of them came with.

use serde_json::{Value, json};

use super::acts::{ClientCommand, ClientFind, ClientHistory};
use super::args::Format;
use super::failure::Failure;
use super::look::{note_other_layout, print_lines};
use super::output::{Cell, Shell, Table};
use crate::desk::{ClientCard, Desk, Found};
use crate::i18n::Words;
use crate::say;

/// Finds clients, or lists the appeals of one.
pub(super) fn client(shell: &mut Shell<'_>, desk: &Desk, args: &ClientCommand) -> Result<(), Failure> {
    match args {
        ClientCommand::Find(args) => find(shell, desk, args),
        ClientCommand::History(args) => history(shell, desk, args),
    }
}

fn find(shell: &mut Shell<'_>, desk: &Desk, args: &ClientFind) -> Result<(), Failure> {
    let words = args.words.join(" ");
    let Found { found: cards, meant } = desk.find_clients(&words, args.limit)?;
    note_other_layout(shell, &words, meant.as_deref());
    let table = |words: &Words| Table {
        columns: vec![
            ("client", say!(words, "column-client")),
            ("account", say!(words, "cli-column-account")),
            ("address", say!(words, "cli-column-address")),
            ("phone", say!(words, "cli-column-phone")),
            ("email", say!(words, "cli-column-email")),
            ("number", say!(words, "cli-column-newest")),
            ("registered", say!(words, "cli-column-registered")),
        ],
        rows: cards.iter().map(|card| row(words, card, args.format == Format::Csv)).collect(),
    };
    if !cards.is_empty() || args.format != Format::Table {
        shell.list(args.format, table, |_| cards.iter().map(card_json).collect())?;
    }
    if cards.is_empty() { Err(Failure::NothingFound) } else { Ok(()) }
}

fn row(words: &Words, card: &ClientCard, plain: bool) -> Vec<Cell> {
    let (client, newest) = (&card.client, &card.newest);
    let registered = if plain { newest.registered.to_string() } else { words.date(newest.registered) };
    vec![
        Cell::text(client.full_name()),
        Cell::maybe(client.account.as_ref()),
        Cell::maybe(client.address.as_ref()),
        Cell::maybe(client.phone.as_ref()),
        Cell::maybe(client.email.as_ref()),
        Cell::text(&newest.number.text),
        Cell::text(registered),
    ]
}

fn card_json(card: &ClientCard) -> Value {
    json!({
        "client_id": card.id, "name": card.client.full_name(), "client": card.client,
        "number": card.newest.number.text, "registered": card.newest.registered,
    })
}

/// Every appeal of the client whose appeal is named, the newest first.
fn history(shell: &mut Shell<'_>, desk: &Desk, args: &ClientHistory) -> Result<(), Failure> {
    let client = desk.appeal_by_number(&args.number)?.appeal.client_id;
    let lines = desk.client_history(client, u32::MAX)?;
    let today = args.view.as_of.unwrap_or_else(|| desk.today());
    print_lines(shell, desk.office(), &lines.iter().collect::<Vec<_>>(), today, &args.view, None)
}

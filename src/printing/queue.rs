//! A queue on paper says which appeals it holds: whose it is, and how it is narrowed.

use crate::desk::{Desk, Filter, Order, Queue};
use crate::i18n::Words;
use crate::letters::journal::QueueList;
use crate::say;
use crate::standard::journal::QueueEntry;
use crate::standard::office::Office;

/// What a filter asks for, each with what it is asked of: «Канал», «Телефон».
#[must_use]
pub fn narrowed(filter: &Filter, office: &Office, words: &Words) -> Vec<(String, String)> {
    let topic = |code: &str| {
        office.topic(code).map_or_else(|| code.to_owned(), |topic| words.title(&topic.title).to_owned())
    };
    let asked = [
        filter.unit.as_ref().map(|code| (say!(words, "column-unit"), office.unit_title(code))),
        filter.executor.as_ref().map(|login| (say!(words, "column-executor"), office.person_name(login))),
        filter.channel.map(|channel| (say!(words, "column-channel"), words.channel(channel))),
        filter.kind.map(|kind| (say!(words, "label-kind"), words.kind(kind))),
        filter.topic.as_deref().map(|code| (say!(words, "label-topic"), topic(code))),
        filter.order.map(|order| (say!(words, "view-order"), order_in_words(order, words))),
    ];
    asked.into_iter().flatten().collect()
}

/// What an order of a queue is called.
#[must_use]
pub fn order_in_words(order: Order, words: &Words) -> String {
    match order {
        Order::Due => say!(words, "order-due"),
        Order::Newest => say!(words, "order-newest"),
        Order::Oldest => say!(words, "order-oldest"),
    }
}

/// The list of a queue as it was read now, to be made into pages.
#[must_use]
pub fn queue_list(
    desk: &Desk,
    queue: Queue,
    filter: &Filter,
    entries: Vec<QueueEntry>,
    words: &Words,
) -> QueueList {
    let office = desk.office();
    // The unit stands in the head, as on a journal; an order leaves nothing out.
    let within = Filter { unit: None, order: None, ..filter.clone() };
    QueueList {
        name: words.queue(queue.code()),
        unit: filter.unit.as_ref().map(|unit| office.unit_title(unit)),
        narrowed: narrowed(&within, office, words),
        order: filter.order.map(|order| order_in_words(order, words)),
        entries,
        made: desk.now(),
        today: desk.today(),
    }
}

//! The heads of the journals' tables.

use super::super::document::{Align, Column};
use crate::i18n::Words;
use crate::say;
use crate::standard::journal::JournalKind;

/// A column; its width in millimetres of a sheet of A4 across.
pub(super) const fn column(title: String, parts: u8) -> Column {
    Column { title, parts, align: Align::Left }
}

/// The columns of a journal's appeals.
pub(super) fn appeals(kind: JournalKind, words: &Words) -> Vec<Column> {
    match kind {
        JournalKind::Day => vec![
            column(say!(words, "journal-column-number"), 26),
            column(say!(words, "journal-column-time"), 13),
            column(say!(words, "journal-column-channel"), 27),
            column(say!(words, "journal-column-client"), 38),
            column(say!(words, "journal-column-kind"), 30),
            column(say!(words, "journal-column-gist"), 46),
            column(say!(words, "journal-column-due"), 19),
            column(say!(words, "journal-column-intake"), 26),
            column(say!(words, "journal-column-by"), 22),
            column(say!(words, "journal-column-mark"), 20),
        ],
        JournalKind::Reception => vec![
            column(say!(words, "journal-column-number"), 25),
            column(say!(words, "journal-column-moment"), 19),
            column(say!(words, "journal-column-client-address"), 48),
            column(say!(words, "journal-column-kind"), 30),
            column(say!(words, "journal-column-gist"), 46),
            column(say!(words, "journal-column-received-by"), 28),
            column(say!(words, "journal-column-due"), 19),
            column(say!(words, "journal-column-executor"), 26),
            column(say!(words, "journal-column-decision"), 28),
        ],
        JournalKind::Calls => vec![
            column(say!(words, "journal-column-number"), 25),
            column(say!(words, "journal-column-moment"), 19),
            column(say!(words, "journal-column-client"), 40),
            column(say!(words, "journal-column-phone"), 28),
            column(say!(words, "journal-column-kind"), 28),
            column(say!(words, "journal-column-gist"), 42),
            column(say!(words, "journal-column-by"), 22),
            column(say!(words, "journal-column-call"), 21),
            column(say!(words, "journal-column-due"), 19),
            column(say!(words, "journal-column-decision"), 26),
        ],
        // An entry of a book has no number of its sender's and no sheets.
        JournalKind::Book => vec![
            column(say!(words, "journal-column-number-date"), 25),
            column(say!(words, "journal-column-received"), 30),
            column(say!(words, "journal-column-client-address"), 40),
            column(say!(words, "journal-column-kind"), 25),
            column(say!(words, "journal-column-gist"), 47),
            column(say!(words, "journal-column-resolution"), 31),
            column(say!(words, "journal-column-executor"), 26),
            column(say!(words, "journal-column-due"), 18),
            column(say!(words, "journal-column-result"), 27),
        ],
        JournalKind::Written | JournalKind::Outgoing | JournalKind::Post => vec![
            column(say!(words, "journal-column-number-date"), 25),
            column(say!(words, "journal-column-received"), 23),
            column(say!(words, "journal-column-client-address"), 35),
            column(say!(words, "journal-column-theirs"), 20),
            column(say!(words, "journal-column-kind"), 25),
            column(say!(words, "journal-column-gist"), 33),
            column(say!(words, "journal-column-sheets"), 13),
            column(say!(words, "journal-column-resolution"), 27),
            column(say!(words, "journal-column-executor"), 24),
            column(say!(words, "journal-column-due"), 18),
            column(say!(words, "journal-column-result"), 26),
        ],
    }
}

/// The columns of a journal's letters.
pub(super) fn letters(kind: JournalKind, words: &Words) -> Vec<Column> {
    if kind == JournalKind::Post {
        return vec![
            Column { align: Align::Right, ..column(say!(words, "journal-column-place"), 12) },
            column(say!(words, "journal-column-to"), 58),
            column(say!(words, "journal-column-address"), 74),
            column(say!(words, "journal-column-outgoing"), 28),
            column(say!(words, "journal-column-item"), 34),
            column(say!(words, "journal-column-tracking"), 36),
            column(say!(words, "journal-column-note"), 25),
        ];
    }
    vec![
        column(say!(words, "journal-column-outgoing"), 27),
        column(say!(words, "journal-column-to-address"), 54),
        column(say!(words, "journal-column-about"), 52),
        column(say!(words, "journal-column-answers"), 27),
        column(say!(words, "journal-column-executor"), 27),
        column(say!(words, "journal-column-signatory"), 25),
        column(say!(words, "journal-column-sent"), 25),
        column(say!(words, "journal-column-tracking"), 30),
    ]
}

//! The register: one SQLite file with every fact there is, and the tables read from them.
//!
//! - [`Register`] makes and opens the file; [`OpenError`] says why it was not opened.
//! - [`Register::write`] runs a job in one transaction; its [`Tx`] adds facts, gives numbers and saves lines.
//! - [`Register::facts_of`], [`Register::queue`], [`Register::counts`] and [`Register::find`] read.
//! - [`Register::registered`], [`Register::letters_dated`] and their like read journals; [`Anchor`] witnesses them on paper.
//! - [`Register::check`], [`Register::back_up`] and [`restore()`] keep it trustworthy.
//! - [`KeptLetters`] are the bytes of printed letters, in a folder beside the file.
//! - [`Presence`] tells other desks on the file which appeals are open here.
//! - [`Drafts`] is a second, small file for what is being typed, and for letters that were not printed.
//!
//! What the facts mean is the matter of [`crate::standard`]; this room folds them only to fill its lists.

#![expect(clippy::disallowed_types, reason = "this room is where SQL stands")]

mod anchor;
mod anew;
mod backup;
mod chain;
mod check;
mod connect;
mod disk;
mod drafts;
mod error;
mod facts;
mod find;
pub mod fold;
mod guard;
mod journal;
mod kept;
mod line;
mod numbers;
mod open;
mod place;
mod presence;
mod queue;
mod random;
mod restore;
mod schema;
mod seal;
mod unprinted;
mod visit;
mod write;

pub use anchor::{Anchor, BadAnchor};
pub use backup::{BackedUp, BackupError};
pub use chain::Hash;
pub use check::{Depth, Finding, Report};
pub use disk::make_folder_of;
pub use drafts::{Draft, Drafts, Readable};
pub use error::{OpenError, StoreError};
pub use facts::{ChainHead, Sort, StoredFact, Subject};
pub use find::{FoundBy, Hit};
pub use guard::{Access, Warning};
pub use journal::{DayHead, Numbered, Witnessed};
pub use kept::{Brought, KeptFault, KeptLetters, KeptName, Progress};
pub use line::AppealLine;
pub use open::Register;
pub use presence::Presence;
pub use queue::{Counts, Days, Filter, Ladder, Order, Part, Place, Placed, Queue};
pub use random::{NoRandomness, Randomness};
pub use restore::{Restored, restore};
pub use seal::{SealError, SideFault};
pub use unprinted::{Unprinted, UsedPrinter};
pub use visit::Held;
pub use write::{Appended, NewFact, Tx};

#[cfg(test)]
mod tests;

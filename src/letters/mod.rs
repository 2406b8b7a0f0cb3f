//! Letters: one [`Document`] of blocks as PDF, plain text and preview, all saying the same thing.
//!
//! | file | holds |
//! | --- | --- |
//! | [`document`] | the blocks a letter is made of; frozen in the register as JSON |
//! | [`pdf`] | blocks on A4 pages (ГОСТ Р 7.0.97-2025), PDF/A |
//! | [`preview`] | blocks as styled lines of a given width |
//! | [`plain`] | the preview's lines as text, 66 columns, for a file or a dot-matrix printer |
//! | [`cp866`] | text for a dot-matrix printer |
//! | [`deliver`] | a finished letter becomes bytes, and a file |
//! | [`spooler`] | the printers of the system |
//! | [`eml`] | the e-mail draft of a signed reply |
//! | [`papers`] | the papers there are of an appeal |
//! | [`journal`] | journals and lists: entries as rows of wide tables, in volumes |
//! | [`template`] | letter templates, files an office edits |
//! | [`frame`] | the template's words around what an executor writes |
//! | [`library`] | the templates in force: the built-in ones and the office's own files |
//!
//! Beneath them, shared by paper and screen: `typed` reads what a person typed as blocks, `prose` makes any string fit
//! to be set, `fill` breaks paragraphs into lines and `pages` breaks lines into pages.
//!
//! The room knows neither the register nor the screen, and never asks for the time: a letter's
//! creation date is handed in, so the same blocks always give the same bytes.

pub mod compose;
pub mod cp866;
pub mod deliver;
pub mod document;
pub mod eml;
mod fault;
mod fill;
pub mod frame;
pub mod journal;
pub mod library;
mod pages;
pub mod papers;
pub mod pdf;
pub mod plain;
pub mod preview;
mod prose;
pub mod spooler;
pub mod template;
mod typed;

pub use document::{Block, Document};
pub use pdf::{Pdf, Press, PressError};

//! The screens, and the kit they are made of.
//!
//! | file | holds |
//! | --- | --- |
//! | [`keys`] | terminal events → one keyboard, whatever the layout and terminal |
//! | [`command`] | the one table of commands: keys, bar, help, menu |
//! | [`layers`] | the stack of screens and boxes, and what they answer |
//! | [`form`] | forms: fields, focus, type-ahead, loose values, drafts |
//! | [`forms`] | the one table of forms and their fields: what each is, an example, the rule |
//! | [`manual`] | the manual, of the same tables and words |
//! | [`ask`], [`help`] | boxes that any screen opens: questions, lists, F1, F9 |
//! | [`widgets`], [`matching`] | tables, texts, dialogs, the bar; type-ahead |
//! | [`canvas`], [`theme`] | where and in which colours; nothing but [`crate::text::Shown`] is drawn |
//! | [`watch`] | what a frame got wrong, for the tests that look over every screen |
//! | [`run`], [`modes`] | the event loop; the terminal's modes and signals |

pub mod app;
pub mod ask;
pub mod canvas;
pub mod command;
pub mod form;
pub mod forms;
pub mod help;
mod keeping;
pub mod keys;
pub mod layers;
pub mod manual;
pub mod matching;
pub mod modes;
mod per_person;
mod recent;
pub mod run;
pub mod screens;
pub mod start;
pub mod theme;
pub mod watch;
pub mod widgets;

//! Otklik (Отклик): the register of appeals at an electricity supplier's service desk.
//!
//! # The house
//!
//! | room | is for | may not know |
//! | --- | --- | --- |
//! | [`standard`] | the rules of the Standard of service quality: appeals, terms, routes, grounds, replies, requests, visits; pure functions over facts | SQL, the terminal, files, the clock, words for people |
//! | [`register`] | the SQLite file: facts, the tables read from them, search, drafts, backup, verification | the rules, the screen |
//! | [`desk`] | what a person can do, one file a job: load, ask `standard`, save in one transaction | SQL, the screen |
//! | [`letters`] | one document of blocks as PDF, plain text and preview | the register's tables, the screen |
//! | [`printing`] | a paper leaves: kept, printed or written, recorded; batches, and what was not printed | SQL, the screen |
//! | [`terminal`] | the screens | SQL |
//! | [`cli`] | the same jobs from the shell | SQL, the screen |
//!
//! Arrows run one way: `terminal, cli → desk → register → standard`; `letters` knows
//! `standard`; `printing` knows both, and `terminal` and `cli` print by it. A test (`tests/house.rs`) holds them.
//!
//! Small shared things stand beside the rooms: [`text`] makes any text fit to be shown,
//! [`i18n`] words everything a person reads, [`config`] is this desk's own file of settings,
//! [`language`] names the two languages, [`paths`] says where files lie, [`files`] writes them whole or not at all,
//! [`toml_fault`] tells what is wrong with a file of settings, [`keyboard`] reads what was typed in the other layout,
//! [`clock`] is the only place that asks for the time.

pub mod cli;
pub mod clock;
pub mod config;
pub mod desk;
pub mod files;
pub mod i18n;
pub mod keyboard;
pub mod language;
pub mod letters;
pub mod paths;
pub mod printing;
pub mod register;
pub mod standard;
pub mod terminal;
pub mod text;
pub mod toml_fault;

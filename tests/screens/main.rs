//! The desk as a clerk sees it: the whole program on a real file, driven by real key events, read from its screen.

#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

mod channels;
mod clerk;
mod drafts;
mod finding;
mod forms;
mod journals;
mod keystrokes;
mod lists;
mod manual;
mod notices;
mod pasting;
mod picture;
#[cfg(unix)]
mod printing;
mod random;
mod registering;
mod replying;
#[path = "../source/mod.rs"]
mod source;
mod speed;
mod standard;
mod steps;
mod stock;
mod svg;
mod templates;
mod unreadable;
mod walk;

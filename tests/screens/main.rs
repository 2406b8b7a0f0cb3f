//! The desk as a clerk sees it: the whole program on a real file, driven by real key events, read from its screen.

mod clerk;
mod finding;
mod forms;
mod pictures;
mod registering;
mod replying;
mod steps;

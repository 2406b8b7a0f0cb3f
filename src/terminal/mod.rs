//! The screens, and the kit they are made of.
//!
//! | file | holds |
//! | --- | --- |
//! | [`keys`] | terminal events → one keyboard, whatever the layout and terminal |
//! | [`command`] | the one table of commands |
pub mod command;
pub mod keys;

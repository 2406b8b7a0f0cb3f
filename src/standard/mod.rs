//! The rules of the Standard of service quality, pure: what an appeal is, what may happen to it, and when it is due.
//!
//! A decision ([`decide`]) takes a command, the state and its surroundings, and gives events or a
//! [`refusal`]; [`fold`] makes the state from events. Nothing here knows SQL, the terminal, files,
//! the clock or words for people.

pub mod appeal;
pub mod book;
pub mod calendar;
pub mod client;
pub mod code;
pub mod correct;
pub mod decide;
pub mod fact;
pub mod fold;
pub mod gist;
pub mod holes;
pub mod journal;
pub mod names;
pub mod number;
pub mod office;
pub mod paper;
pub mod personal;
pub mod phone;
pub mod post;
pub mod refusal;
pub mod reply;
pub mod request;
pub mod route;
pub mod screening;
pub mod shows;
pub mod term;
pub mod text;
pub mod visit;

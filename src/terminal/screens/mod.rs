//! The screens of the desk: the queue, the card, and the forms a person fills.

mod acts;
mod batch;
mod books;
mod card;
mod consult;
mod course;
mod describe;
mod drafts;
mod find;
pub mod first_day;
mod history;
mod home;
mod journals;
mod load;
mod new_appeal;
mod office;
mod paper;
mod person;
mod print;
mod printers;
mod reply;
mod roster;
mod route;
mod sheet;
mod staff;
mod steps;
mod tracking;
mod units;
mod unprinted;
mod visits;
mod volumes;

#[cfg(test)]
mod office_tests;

pub use consult::open as consult;
pub use drafts::offered as offer_drafts;
pub use home::Home;
pub use person::Person;

//! The screens of the desk: the queue, the card, and the forms a person fills.

mod acts;
mod card;
mod describe;
mod drafts;
mod find;
mod home;
mod new_appeal;
mod paper;
mod person;
mod reply;
mod route;
mod sheet;
mod steps;

pub use drafts::offered as offer_drafts;
pub use home::Home;
pub use person::Person;

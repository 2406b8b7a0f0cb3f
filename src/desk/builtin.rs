//! The rules that ship with the program: norms, calendars, topics; and how such files are read.

use rust_embed::RustEmbed;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::DeskError;
use crate::standard::calendar::CalendarYear;
use crate::standard::fact::{OfficeEvent, TopicsLoaded};
use crate::standard::office::{DocumentKind, Topic};
use crate::standard::term::{Norm, Norms};
use crate::toml_fault::TomlFault;

#[derive(RustEmbed)]
#[folder = "assets/calendar"]
struct Calendars;

const NORMS: &str = include_str!("../../assets/norms.toml");
const TOPICS: &str = include_str!("../../assets/topics.toml");

/// Norms from the text of a `norms.toml`.
///
/// # Errors
/// When the text is of another form; the fault names the line.
pub fn norms(name: &str, text: &str) -> Result<Vec<Norm>, DeskError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        norm: Vec<Norm>,
    }
    read::<File>(name, text).map(|file| file.norm)
}

/// A year of the production calendar from the text of its file.
///
/// # Errors
/// As [`norms`].
pub fn calendar(name: &str, text: &str) -> Result<CalendarYear, DeskError> {
    read(name, text)
}

/// Topics and the documents they need, from the text of a `topics.toml`.
///
/// # Errors
/// As [`norms`].
pub fn topics(name: &str, text: &str) -> Result<TopicsLoaded, DeskError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        topic: Vec<Topic>,
        #[serde(default)]
        document: Vec<DocumentKind>,
    }
    let file: File = read(name, text)?;
    Ok(TopicsLoaded { topics: file.topic, documents: file.document })
}

/// The events with which a new register learns the rules that ship with the program.
///
/// # Errors
/// When a built-in file is broken; the tests load them all.
pub fn rules() -> Result<Vec<OfficeEvent>, DeskError> {
    let mut events = vec![
        OfficeEvent::NormsLoaded(Norms { version: 1, list: norms("norms.toml", NORMS)? }),
        OfficeEvent::TopicsLoaded(topics("topics.toml", TOPICS)?),
    ];
    for name in Calendars::iter() {
        let file = Calendars::get(&name).map(|file| file.data).unwrap_or_default();
        events.push(OfficeEvent::CalendarLoaded(calendar(&name, &String::from_utf8_lossy(&file))?));
    }
    Ok(events)
}

/// A value from the text of a file.
pub(super) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, DeskError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    toml::from_str(text)
        .map_err(|error| DeskError::BadToml { name: name.to_owned(), fault: TomlFault::of(text, &error) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toml_fault::TomlWhat;

    #[test]
    fn every_rule_that_ships_can_be_read() {
        let events = rules().unwrap();
        let calendars = events.iter().filter(|event| matches!(event, OfficeEvent::CalendarLoaded(_))).count();
        assert!(calendars >= 3, "the last year, this one and the next");
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let error = norms("my.toml", "[[norm]]\nid = \"x\"\nfoo = 1\n").unwrap_err();
        let DeskError::BadToml { name, fault } = error else { unreachable!("{error:?}") };
        assert_eq!((name.as_str(), fault.line), ("my.toml", 3));
        assert!(matches!(&fault.what, TomlWhat::Unknown { word, .. } if word == "foo"), "{fault:?}");
    }
}

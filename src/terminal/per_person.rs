//! What this desk keeps for each person, as a comfort: a JSON file with a part for each login. What can't be read is the
//! usual again; it stays in the file, or beside it.

use std::io;
use std::path::Path;

use serde_json::{Map, Value};

use crate::files;
use crate::standard::office::Login;

/// As large as such a file may grow before it is taken for something else.
const LARGEST: u64 = 1024 * 1024;

/// The part of each person, as the file has it; none where the file holds something else, or can't be read.
fn people(file: &Path) -> io::Result<Map<String, Value>> {
    if std::fs::metadata(file)?.len() > LARGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(serde_json::from_slice(&std::fs::read(file)?)?)
}

/// The part of this person.
pub(super) fn read(file: &Path, person: &Login) -> Option<Value> {
    people(file).ok().and_then(|mut people| people.remove(&person.0))
}

/// Keeps a person's part, and what the file has of others. That it can't be kept stops nobody. A file that holds something
/// else is kept aside first, for somebody's work may be in it.
pub(super) fn write(file: &Path, person: &Login, own: Value) {
    let mut people = match people(file) {
        Ok(people) => people,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Map::new(),
        Err(_) => match std::fs::rename(file, files::free_name(file, "unread")) {
            Ok(()) => Map::new(),
            Err(_) => return,
        },
    };
    if people.get(&person.0) == Some(&own) {
        return;
    }
    people.insert(person.0.clone(), own);
    let _ = serde_json::to_vec(&people).map(|text| files::write(file, &text));
}

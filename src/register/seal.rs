//! Personal values stand beside the chain, not in it: a body holds salted commitments, the side table the values.
//!
//! Erasing a value erases its salt with it; what is left in the chain says nothing of the value and still proves
//! that the fact was not touched.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::random::{NoRandomness, Randomness};
use crate::standard::personal::{ERASED, KNOWN};

/// The key of a commitment in a stored body.
const COMMIT: &str = "$commit";
const DOMAIN: &[u8] = b"otklik personal 1";
/// In a side cell: the salt, the value, or the fact that erased them.
const SALT: &str = "salt";
const VALUE: &str = "value";
const ERASED_BY: &str = "erased_by";

/// Why a body can't be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealError {
    /// A number with a fraction: it may read back as another one. Carries the place.
    Fraction(String),
    /// A key that only the register may write. Carries the place.
    Reserved(String),
    /// No random bytes for a salt.
    NoRandomness,
}

impl From<NoRandomness> for SealError {
    fn from(NoRandomness: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

/// What is wrong with one personal value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SideFault {
    /// The value is not the one committed to.
    Changed,
    /// The value is gone, and no erasure says so.
    Missing,
    /// A value that no fact committed to.
    Stray,
}

/// Lifts each personal value out of `body` into the map that is returned, by its JSON pointer.
pub(super) fn seal(body: &mut Value, random: &mut Randomness) -> Result<Map<String, Value>, SealError> {
    let mut side = Map::new();
    walk(body, &mut String::new(), &mut |place, found| {
        match found {
            Found::Known(value) => {
                let salt = random.bytes::<16>()?;
                let commitment = commit(&salt, value);
                let cell = [(SALT.to_owned(), hex(&salt).into()), (VALUE.to_owned(), value.take())];
                side.insert(place.to_owned(), Value::Object(cell.into_iter().collect()));
                return Ok(Some(marked(COMMIT, commitment.into())));
            }
            Found::Committed(_) => return Err(SealError::Reserved(place.to_owned())),
            Found::Fraction => return Err(SealError::Fraction(place.to_owned())),
            Found::Erased => {}
        }
        Ok(None)
    })?;
    Ok(side)
}

/// Puts the personal values back into a stored body; `{"$erased": true}` where the side table has none.
pub(super) fn open(body: &mut Value, side: &mut Map<String, Value>) {
    let opened: Result<(), std::convert::Infallible> = walk(body, &mut String::new(), &mut |place, found| {
        let Found::Committed(_) = found else { return Ok(None) };
        let value = side.get_mut(place).and_then(|cell| cell.get_mut(VALUE)).map(Value::take);
        Ok(Some(value.map_or_else(|| marked(ERASED, true.into()), |value| marked(KNOWN, value))))
    });
    let Ok(()) = opened;
}

/// Compares each commitment of a stored body with the side table; returns the places that do not agree.
pub(super) fn verify(body: &mut Value, mut side: Map<String, Value>) -> Vec<(String, SideFault)> {
    let mut faults = Vec::new();
    let walked: Result<(), std::convert::Infallible> = walk(body, &mut String::new(), &mut |place, found| {
        let Found::Committed(commitment) = found else { return Ok(None) };
        match side.remove(place) {
            None => faults.push((place.to_owned(), SideFault::Missing)),
            Some(cell) if cell.get(ERASED_BY).is_some() => {}
            Some(cell) => {
                let salt = cell.get(SALT).and_then(Value::as_str).and_then(unhex);
                let agrees =
                    salt.zip(cell.get(VALUE)).is_some_and(|(salt, value)| commit(&salt, value) == commitment);
                if !agrees {
                    faults.push((place.to_owned(), SideFault::Changed));
                }
            }
        }
        Ok(None)
    });
    let Ok(()) = walked;
    faults.extend(side.into_iter().map(|(place, _)| (place, SideFault::Stray)));
    faults
}

/// Erases every value and salt of a side map, leaving the name of the fact that ordered it; returns how many went.
pub(super) fn erase(side: &mut Map<String, Value>, by: &str) -> usize {
    let mut erased = 0;
    for cell in side.values_mut() {
        if cell.get(ERASED_BY).is_none() {
            *cell = marked(ERASED_BY, by.into());
            erased += 1;
        }
    }
    erased
}

/// The names of the facts that a side map says have erased it; empty where a name is no name.
pub(super) fn erasers(side: &Map<String, Value>) -> impl Iterator<Item = &str> {
    side.values().filter_map(|cell| cell.get(ERASED_BY)).map(|by| by.as_str().unwrap_or(""))
}

/// What the walk meets in a body and may be replaced.
enum Found<'a> {
    Known(&'a mut Value),
    Committed(&'a str),
    Erased,
    Fraction,
}

/// Visits the marked objects and the fractions of `body`; what `meet` returns takes the place of what it met.
fn walk<E>(
    body: &mut Value,
    place: &mut String,
    meet: &mut impl FnMut(&str, Found<'_>) -> Result<Option<Value>, E>,
) -> Result<(), E> {
    let instead = match body {
        Value::Object(fields) => match sole(fields) {
            Some((KNOWN, value)) => meet(place, Found::Known(value))?,
            Some((COMMIT, Value::String(commitment))) => meet(place, Found::Committed(commitment))?,
            Some((ERASED, _)) => meet(place, Found::Erased)?,
            _ => {
                for (name, value) in fields {
                    inside(place, name, |place| walk(value, place, meet))?;
                }
                None
            }
        },
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                inside(place, &index.to_string(), |place| walk(item, place, meet))?;
            }
            None
        }
        Value::Number(number) if number.is_f64() => meet(place, Found::Fraction)?,
        _ => None,
    };
    if let Some(instead) = instead {
        *body = instead;
    }
    Ok(())
}

/// The only field of an object, if it has one.
fn sole(fields: &mut Map<String, Value>) -> Option<(&str, &mut Value)> {
    if fields.len() != 1 {
        return None;
    }
    fields.iter_mut().next().map(|(name, value)| (name.as_str(), value))
}

/// Runs `step` with `name` added to the JSON pointer, then takes it off again.
fn inside<T>(place: &mut String, name: &str, step: impl FnOnce(&mut String) -> T) -> T {
    let length = place.len();
    place.push('/');
    for letter in name.chars() {
        match letter {
            '~' => place.push_str("~0"),
            '/' => place.push_str("~1"),
            other => place.push(other),
        }
    }
    let result = step(place);
    place.truncate(length);
    result
}

/// A value as the file holds it. Its own `Display` says the same, several times slower: it goes through a formatter.
pub(super) fn text(value: &Value) -> String {
    // Whatever is a value can be written.
    serde_json::to_string(value).unwrap_or_else(|_| value.to_string())
}

fn marked(mark: &str, value: Value) -> Value {
    Value::Object(std::iter::once((mark.to_owned(), value)).collect())
}

fn commit(salt: &[u8], value: &Value) -> String {
    let value = text(value);
    let mut sha = Sha256::new();
    for part in [DOMAIN, salt, value.as_bytes()] {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part);
    }
    hex(&sha.finalize())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(DIGITS[usize::from(half)]))
        .collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn event() -> Value {
        json!({
            "channel": "letter_post",
            "client": {KNOWN: {"surname": "Ёлкина", "phone": "+7 900"}},
            "content": {"gist": {KNOWN: "Перерасчёт"}, "sheets": 2},
            "notes": [{KNOWN: "первая"}, {ERASED: true}],
        })
    }

    #[test]
    fn a_stored_body_holds_no_personal_value_and_opens_to_what_was_sealed() {
        let mut body = event();
        let mut side = seal(&mut body, &mut Randomness::seeded(1)).unwrap();
        let stored = body.to_string();
        assert!(
            !stored.contains("Ёлкина") && !stored.contains("Перерасчёт") && !stored.contains("первая"),
            "{stored}"
        );
        assert_eq!(side.keys().collect::<Vec<_>>(), ["/client", "/content/gist", "/notes/0"]);
        assert_eq!(verify(&mut body.clone(), side.clone()), []);
        open(&mut body, &mut side);
        assert_eq!(body, event());
    }

    #[test]
    fn equal_values_leave_unequal_commitments() {
        let mut random = Randomness::seeded(1);
        let mut first = json!({"name": {KNOWN: "Иванов"}});
        let mut second = first.clone();
        seal(&mut first, &mut random).unwrap();
        seal(&mut second, &mut random).unwrap();
        assert_ne!(first, second, "or a guess could be tried on every fact at once");
    }

    #[test]
    fn an_erased_value_leaves_neither_salt_nor_value_and_the_body_as_it_was() {
        let mut body = event();
        let mut side = seal(&mut body, &mut Randomness::seeded(1)).unwrap();
        assert_eq!(erase(&mut side, "5"), 3);
        assert_eq!(erase(&mut side, "6"), 0, "the first erasure stays named");
        let left = Value::Object(side.clone()).to_string();
        assert!(!left.contains("salt") && !left.contains("Ёлкина"), "{left}");
        assert_eq!(verify(&mut body.clone(), side.clone()), [], "a lawful erasure is no fault");
        assert!(erasers(&side).all(|by| by == "5"));
        open(&mut body, &mut side);
        assert_eq!(body["client"], json!({ERASED: true}));
        assert_eq!(body["content"], json!({"gist": {ERASED: true}, "sheets": 2}));
    }

    #[test]
    fn a_value_changed_lost_or_slipped_in_is_named_with_its_place() {
        let mut body = event();
        let mut side = seal(&mut body, &mut Randomness::seeded(1)).unwrap();
        side["/client"]["value"]["surname"] = "Петрова".into();
        side.remove("/content/gist");
        side.insert("/topic".into(), json!({"salt": "00", "value": 1}));
        let faults = verify(&mut body, side);
        assert_eq!(
            faults,
            [
                ("/client".into(), SideFault::Changed),
                ("/content/gist".into(), SideFault::Missing),
                ("/topic".into(), SideFault::Stray)
            ]
        );
    }

    #[test]
    fn a_fraction_and_the_registers_own_mark_are_refused_with_their_place() {
        let mut random = Randomness::seeded(1);
        let fraction = seal(&mut json!({"a": [1, 2.5]}), &mut random);
        assert_eq!(fraction, Err(SealError::Fraction("/a/1".into())));
        let reserved = seal(&mut json!({"a/b": {COMMIT: "00"}}), &mut random);
        assert_eq!(reserved, Err(SealError::Reserved("/a~1b".into())));
    }

    fn tree() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            ".{0,12}".prop_map(|text| json!({KNOWN: text})),
            Just(json!({ERASED: true})),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-zа-я/~]{1,6}", inner, 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_is_sealed_opens_to_itself(event in tree(), seed: u64) {
            let mut body = event.clone();
            let side = seal(&mut body, &mut Randomness::seeded(seed)).unwrap();
            // As the file would give them back.
            let mut body: Value = serde_json::from_str(&body.to_string()).unwrap();
            let side: Map<String, Value> = serde_json::from_str(&Value::Object(side).to_string()).unwrap();
            prop_assert_eq!(verify(&mut body.clone(), side.clone()), vec![]);
            open(&mut body, &mut side.clone());
            prop_assert_eq!(body, event);
        }
    }
}

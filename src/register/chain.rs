//! The chain: each fact's hash covers its envelope, its body and the hash before it, so that a later edit shows.

use std::fmt;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Names what is hashed and how; a change of the rule below is a new tag.
const DOMAIN: &[u8] = b"otklik fact 1";

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// What the first fact of an office stands on.
    pub const NONE: Self = Self([0; 32]);

    /// The bytes, as stored.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The hash with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Everything of a fact that its hash covers, as the file holds it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link<'a> {
    pub id: Uuid,
    pub office: Uuid,
    pub office_seq: u64,
    pub sort: &'a str,
    pub subject: Uuid,
    pub time: &'a str,
    pub who: &'a str,
    pub kind: &'a str,
    pub v: u16,
    pub body: &'a str,
    pub prev: Hash,
}

impl Link<'_> {
    /// The hash of this fact. Each part goes in with its length before it, so that no two facts read alike.
    pub fn hash(&self) -> Hash {
        let mut sha = Sha256::new();
        let mut part = |bytes: &[u8]| {
            sha.update((bytes.len() as u64).to_le_bytes());
            sha.update(bytes);
        };
        part(DOMAIN);
        part(self.id.as_bytes());
        part(self.office.as_bytes());
        part(&self.office_seq.to_le_bytes());
        part(self.sort.as_bytes());
        part(self.subject.as_bytes());
        part(self.time.as_bytes());
        part(self.who.as_bytes());
        part(self.kind.as_bytes());
        part(&self.v.to_le_bytes());
        part(self.body.as_bytes());
        part(&self.prev.0);
        Hash(sha.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link<'static> {
        Link {
            id: Uuid::from_u128(1),
            office: Uuid::from_u128(2),
            office_seq: 3,
            sort: "appeal",
            subject: Uuid::from_u128(4),
            time: "2026-11-23T14:05:00.000+03:00",
            who: "ivanova",
            kind: "registered",
            v: 1,
            body: r#"{"a":1}"#,
            prev: Hash::NONE,
        }
    }

    #[test]
    fn the_rule_of_hashing_never_changes_under_its_tag() {
        let hash = link().hash().to_string();
        assert_eq!(hash, "e4c4a71b82064d07b88d2714372572fa586516e953270843381566167187a34c");
    }

    #[test]
    fn a_change_of_any_part_changes_the_hash() {
        let changed = [
            Link { id: Uuid::from_u128(9), ..link() },
            Link { office: Uuid::from_u128(9), ..link() },
            Link { office_seq: 9, ..link() },
            Link { sort: "visit", ..link() },
            Link { subject: Uuid::from_u128(9), ..link() },
            Link { time: "2026-11-23T14:05:00.001+03:00", ..link() },
            Link { who: "ivanov", ..link() },
            Link { kind: "closed", ..link() },
            Link { v: 2, ..link() },
            Link { body: r#"{"a":2}"#, ..link() },
            Link { prev: Hash([1; 32]), ..link() },
        ];
        for other in changed {
            assert_ne!(other.hash(), link().hash(), "{other:?}");
        }
    }

    #[test]
    fn letters_moved_from_one_part_to_the_next_change_the_hash() {
        assert_ne!(Link { who: "ivanovar", kind: "egistered", ..link() }.hash(), link().hash());
    }
}

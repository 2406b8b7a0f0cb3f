//! The paper witness: where the chain stood, as a short code that is printed, signed, and typed back years later.
//!
//! A code is the place of a fact in the chain, then twenty signs in four groups: eighteen of the fact's hash (90 bits) and
//! two that tell a slip of the hand, so that a sheet misread is not taken for a register rewritten. `412-7KQ2M-9RT4V-M3WXB-8C5HD` covers every fact up to the 412th: none of them can be
//! changed, taken out or put in without another hash there.

use std::fmt;
use std::str::FromStr;

use super::chain::Hash;
use super::facts::ChainHead;
use crate::standard::text::latin_twin;

/// The signs, by their values: no I, L, O or U, which are read as 1, 1, 0 and V.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of the hash.
const OF_HASH: usize = 18;
/// Signs that tell a slip.
const CHECKS: usize = 2;
/// Signs in a group.
const GROUP: usize = 5;

/// A place in the chain and the beginning of the hash there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    office_seq: u64,
    hash: [u8; OF_HASH],
}

/// A text that is no anchor's code, or has a slip in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadAnchor;

impl Anchor {
    /// The anchor of a chain that ends here.
    #[must_use]
    pub fn of(head: ChainHead) -> Self {
        Self { office_seq: head.office_seq, hash: signs_of(&head.hash) }
    }

    /// The place in the chain of the last fact it covers.
    #[must_use]
    pub const fn office_seq(&self) -> u64 {
        self.office_seq
    }

    /// Whether the fact at its place has this hash.
    #[must_use]
    pub fn holds(&self, hash: &Hash) -> bool {
        self.hash == signs_of(hash)
    }

    /// The signs that tell a slip: the whole code as a polynomial over the field of 32, its value at two places. Any two
    /// wrong signs change one of them, and so do two that changed places.
    fn checks(&self) -> [u8; CHECKS] {
        let place = self.office_seq.to_string();
        let digits = place.bytes().map(|digit| digit - b'0');
        let values: Vec<u8> = digits.chain(self.hash).collect();
        let once = values.iter().fold(0, |sum, value| twice(sum ^ value));
        let squared = values.iter().fold(0, |sum, value| twice(twice(sum ^ value)));
        [once, squared]
    }
}

/// The first 90 bits of a hash, five at a time.
fn signs_of(hash: &Hash) -> [u8; OF_HASH] {
    let bytes = hash.bytes();
    std::array::from_fn(|at| {
        let (byte, bit) = (at * GROUP / 8, at * GROUP % 8);
        let pair = u16::from_be_bytes([bytes[byte], bytes[byte + 1]]);
        let [_, sign] = (pair >> (11 - bit)).to_be_bytes();
        sign & 31
    })
}

/// Twice a value in the field of 32 elements (x⁵ + x² + 1).
const fn twice(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.office_seq)?;
        for (at, value) in self.hash.iter().copied().chain(self.checks()).enumerate() {
            if at % GROUP == 0 {
                f.write_str("-")?;
            }
            let sign = SIGNS.get(usize::from(value)).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(sign))?;
        }
        Ok(())
    }
}

impl FromStr for Anchor {
    type Err = BadAnchor;

    /// Groups may be parted by anything that is no sign, or not at all; case and keyboard layout do not matter.
    fn from_str(typed: &str) -> Result<Self, BadAnchor> {
        let signs = typed.chars().flat_map(char::to_uppercase).map(latin_twin);
        let parting = |c: &char| c.is_whitespace() || "-–—.,".contains(*c);
        let values: Vec<u8> =
            signs.filter(|c| !parting(c)).map(value).collect::<Option<_>>().ok_or(BadAnchor)?;
        let place =
            values.len().checked_sub(OF_HASH + CHECKS).filter(|digits| *digits > 0).ok_or(BadAnchor)?;
        let (place, rest) = values.split_at(place);
        let office_seq = place.iter().try_fold(0_u64, |number, digit| {
            let digit = Some(*digit).filter(|digit| *digit < 10)?;
            number.checked_mul(10)?.checked_add(digit.into())
        });
        let (hash, checks) = rest.split_first_chunk().ok_or(BadAnchor)?;
        let anchor = Self { office_seq: office_seq.filter(|seq| *seq > 0).ok_or(BadAnchor)?, hash: *hash };
        // The place as it was typed counts, so that zeros before it are no other code.
        if checks == anchor.checks() && place.first() != Some(&0) { Ok(anchor) } else { Err(BadAnchor) }
    }
}

/// The value of a sign, read as a person may have written it down.
fn value(sign: char) -> Option<u8> {
    let sign = match sign {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    SIGNS.iter().position(|known| char::from(*known) == sign).and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor() -> Anchor {
        let bytes = std::array::from_fn(|at| u8::try_from(at * 37 % 251).unwrap());
        Anchor::of(ChainHead { office_seq: 15_168, hash: Hash::from_bytes(bytes) })
    }

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = anchor().to_string();
        assert_eq!(code.len(), "15168".len() + 4 * 6, "{code}");
        let in_russian = code.replace('A', "А").replace('M', "м").replace('X', "Х").replace('0', "О");
        for typed in
            [code.clone(), code.to_lowercase(), code.replace('-', " "), code.replace('-', ""), in_russian]
        {
            assert_eq!(typed.parse(), Ok(anchor()), "{typed}");
        }
    }

    #[test]
    fn one_wrong_sign_and_two_that_changed_places_are_noticed() {
        let code: Vec<char> = anchor().to_string().chars().filter(|c| *c != '-').collect();
        let read = |signs: &[char]| signs.iter().collect::<String>().parse::<Anchor>();
        for at in 0..code.len() {
            for sign in SIGNS {
                let mut typed = code.clone();
                typed[at] = char::from(*sign);
                assert_eq!(read(&typed).is_ok(), typed == code, "{typed:?}");
            }
            let mut swapped = code.clone();
            swapped.swap(at, (at + 1).min(code.len() - 1));
            assert_eq!(read(&swapped).is_ok(), swapped == code, "{swapped:?}");
            for other in at + 1..code.len() {
                let mut typed = code.clone();
                (typed[at], typed[other]) = ('8', '3');
                assert_eq!(read(&typed).is_ok(), typed == code, "{typed:?}");
            }
            let mut short = code.clone();
            short.remove(at);
            assert!(read(&short).is_err(), "{short:?}");
        }
    }

    #[test]
    fn another_hash_or_another_place_is_another_code() {
        let one = anchor();
        assert!(one.holds(&Hash::from_bytes(std::array::from_fn(|at| u8::try_from(at * 37 % 251).unwrap()))));
        assert!(!one.holds(&Hash::NONE));
        assert_ne!(Anchor { office_seq: 15_169, ..one }.to_string(), one.to_string());
    }
}

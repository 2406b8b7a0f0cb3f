//! Letters handed to the post: what kind of item each was, and the number by which the post follows it (ШПИ).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::code::closed_list;
use super::reply::ReplyId;
use super::request::RequestId;

closed_list! {
    /// What kind of item a letter goes to the post as.
    PostKind {
        /// простое
        Simple = "simple",
        /// заказное
        Registered = "registered",
        /// заказное с уведомлением о вручении
        WithReceipt = "with_receipt",
    }
}

/// An outgoing letter of an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// A reply, an interim reply or a notice.
    Reply(ReplyId),
    /// A request (R15).
    Request(RequestId),
}

/// What is known of a letter at the post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// As what it went.
    pub kind: PostKind,
    /// The number on the post's receipt; none while it is not known, or where the item has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<TrackingNumber>,
}

/// A number of the post: 14 digits within Russia, or two letters, nine digits and two letters (S10 of the UPU). What was
/// typed is checked when it is read from text; what a fact holds was checked then.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TrackingNumber(String);

/// Why a text is no number of the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackingFault {
    /// It has another form.
    Form,
    /// It has the form, and its check digit says that a digit is wrong.
    CheckDigit,
}

impl TrackingNumber {
    /// As it is printed on the receipt, without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TrackingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for TrackingNumber {
    type Err = TrackingFault;

    /// Spaces, hyphens and brackets are the receipt's, not the number's; Cyrillic letters that look like Latin ones are
    /// meant as those.
    fn from_str(typed: &str) -> Result<Self, TrackingFault> {
        let bare = |c: &char| !(c.is_whitespace() || "-–()".contains(*c));
        let text: String =
            typed.chars().filter(bare).flat_map(char::to_uppercase).map(super::text::latin_twin).collect();
        let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
        let right = match digits {
            Some(digits) if digits.len() == 14 => inland(&digits),
            Some(_) => return Err(TrackingFault::Form),
            None => international(&text).ok_or(TrackingFault::Form)?,
        };
        if right { Ok(Self(text)) } else { Err(TrackingFault::CheckDigit) }
    }
}

/// The last of 14 digits brings thrice the sum of the odd places and that of the even ones to a whole ten.
fn inland(digits: &[u32]) -> bool {
    let weighed = digits.iter().zip([3, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight);
    weighed.sum::<u32>() % 10 == 0
}

/// Whether the check digit of an S10 number is right; nothing where it has another form.
fn international(text: &str) -> Option<bool> {
    const WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];
    let chars: Vec<char> = text.chars().collect();
    let (service, rest) = chars.split_at_checked(2)?;
    let (serial, country) = rest.split_at_checked(9)?;
    let letters = |part: &[char]| part.len() == 2 && part.iter().all(char::is_ascii_uppercase);
    let digits: Vec<u32> = serial.iter().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    if !(letters(service) && letters(country)) {
        return None;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        check => check,
    };
    Some(digits.last() == Some(&check))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_stands_on_the_receipt() {
        let read = |typed: &str| typed.parse::<TrackingNumber>().map(|number| number.0);
        assert_eq!(read("630099 22 00001 2"), Ok("63009922000012".to_owned()));
        assert_eq!(read("RA123456785RU"), Ok("RA123456785RU".to_owned()));
        assert_eq!(read("ra 123 456 785 ru"), Ok("RA123456785RU".to_owned()));
        // The country is Latin by necessity: «У» is no «U». The rest may be typed in the Russian layout.
        assert_eq!(read("ЕА123456785RU"), Ok("EA123456785RU".to_owned()));
    }

    #[test]
    fn a_slip_of_one_digit_and_a_number_of_another_kind_are_told_apart() {
        let read = |typed: &str| typed.parse::<TrackingNumber>();
        assert_eq!(read("63009922000015"), Err(TrackingFault::CheckDigit));
        assert_eq!(read("RA123456789RU"), Err(TrackingFault::CheckDigit));
        for other in [
            "",
            "6300992200001",
            "630099220000124",
            "RA12345678RU",
            "R1123456785RU",
            "привет",
            "ЭН1-И00012/26",
        ] {
            assert_eq!(read(other), Err(TrackingFault::Form), "{other}");
        }
    }

    #[test]
    fn any_one_digit_that_is_mistyped_is_noticed() {
        let right = "63009922000012";
        for at in 0..right.len() {
            for digit in b'0'..=b'9' {
                let mut typed = right.as_bytes().to_vec();
                typed[at] = digit;
                let typed = String::from_utf8(typed).unwrap();
                assert_eq!(typed.parse::<TrackingNumber>().is_ok(), typed == right, "{typed}");
            }
        }
    }
}

//! Text in the code page 866, which dot-matrix printers of Russian offices read.

use encoding_rs::{EncoderResult, IBM866};

/// What a printer gets for a sign that has no likeness.
const UNKNOWN: &str = "?";

/// Text as a printer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    /// The bytes; lines end as a printer wants them, with a return of the carriage.
    pub bytes: Vec<u8>,
    /// Signs that have neither a place in the code page nor a likeness there.
    pub unknown: usize,
}

/// Encodes a text; quotation marks, dashes and the like take their plain likeness.
#[must_use]
pub fn encode(text: &str) -> Encoded {
    let mut page = IBM866.new_encoder();
    let mut encoded = Encoded { bytes: Vec::new(), unknown: 0 };
    let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let mut rest = text.as_str();
    loop {
        encoded.bytes.reserve(rest.len() + 1);
        let (result, read) = page.encode_from_utf8_to_vec_without_replacement(rest, &mut encoded.bytes, true);
        rest = &rest[read..];
        match result {
            EncoderResult::InputEmpty => return encoded,
            EncoderResult::OutputFull => {}
            EncoderResult::Unmappable(sign) => {
                let like = likeness(sign);
                encoded.unknown += usize::from(like.is_none());
                // A likeness is ASCII, which every code page begins with.
                encoded.bytes.extend_from_slice(like.unwrap_or(UNKNOWN).as_bytes());
            }
        }
    }
}

/// What stands for a sign that the code page has not; none where nothing is like it.
fn likeness(sign: char) -> Option<&'static str> {
    Some(match sign {
        '«' | '»' | '“' | '”' | '„' => "\"",
        '‘' | '’' | '‚' => "'",
        '—' | '–' | '‒' | '−' | '‑' | '‐' => "-",
        '…' => "...",
        '‹' => "<",
        '›' => ">",
        '•' => "*",
        '×' => "x",
        '²' => "2",
        '³' => "3",
        '§' => "par.",
        '€' => "EUR",
        '₽' => "rub.",
        '\u{2007}' | '\u{2009}' | '\u{202F}' => " ",
        // Marks that only say where a line may break.
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_reads_in_the_code_page_of_the_printer() {
        let encoded = encode("Ёлкина — «№ 5», перерасчёт…\nя\n");
        let text = IBM866.decode(&encoded.bytes).0;
        assert_eq!(text, "Ёлкина - \"№ 5\", перерасчёт...\r\nя\r\n");
        assert_eq!(encoded.unknown, 0);
        assert_eq!(encode("АЯапряЁё№").bytes, b"\x80\x9F\xA0\xAF\xE0\xEF\xF0\xF1\xFC");
    }

    #[test]
    fn a_sign_that_no_printer_has_is_counted() {
        let encoded = encode("Ғалия 日本");
        assert_eq!(encoded.bytes, encode("?алия ??").bytes);
        assert_eq!(encoded.unknown, 3);
    }
}

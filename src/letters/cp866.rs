//! Text in CP866, the code page that Russian dot-matrix printers have built in.

use encoding_rs::IBM866;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stands, visibly, for a character that has no near sign.
const NONE: char = '■';

/// `text` with what CP866 lacks replaced by what reads alike.
fn near(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Composed first: «й» typed as two characters is one letter of the page.
    for c in text.nfc() {
        if is_in(c) || c.is_control() || is_combining_mark(c) {
            out.push(c);
        } else if let Some(sign) = sign(c) {
            out.push_str(sign);
        } else {
            bare(c, &mut out);
        }
    }
    out
}

/// Text as a printer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    /// The bytes; lines end as a printer wants them, with a return of the carriage.
    pub bytes: Vec<u8>,
    /// Signs that have neither a place in the code page nor a near sign there; each is printed as ■.
    pub unknown: usize,
}

/// Encodes a text; what the code page lacks is replaced by what reads alike.
#[must_use]
pub fn encode(text: &str) -> Encoded {
    // A mark without its letter, an unfamiliar control.
    let held = |c: char| if is_in(c) { c } else { NONE };
    let text: String = near(&text.replace("\r\n", "\n").replace('\n', "\r\n")).chars().map(held).collect();
    let unknown = text.matches(NONE).count();
    Encoded { bytes: IBM866.encode(&text).0.into_owned(), unknown }
}

fn is_in(c: char) -> bool {
    let mut buffer = [0; 4];
    !IBM866.encode(c.encode_utf8(&mut buffer)).2
}

/// The near sign of a sign.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '«' | '»' | '„' | '“' | '”' | '‟' | '″' => "\"",
        '‹' => "<",
        '›' => ">",
        '‘' | '’' | '‚' | '′' | '`' => "'",
        '–' | '—' | '―' | '−' | '‐' | '‑' | '‒' => "-",
        '…' => "...",
        '•' => "·",
        '€' => "евро",
        '₽' => "руб.",
        '§' => "пар.",
        '±' => "+/-",
        '×' => "x",
        '÷' => "/",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "<>",
        '≈' => "~",
        '→' => "->",
        '←' => "<-",
        '↔' => "<->",
        '‰' => "0/00",
        '©' => "(c)",
        '®' => "(R)",
        '™' => "(TM)",
        'º' => "°",
        'µ' | 'μ' => "мк",
        'І' => "I",
        'і' => "i",
        'ß' => "ss",
        'Æ' => "AE",
        'æ' => "ae",
        'Ø' => "O",
        'ø' => "o",
        'Ł' => "L",
        'ł' => "l",
        _ => return None,
    })
}

/// What is left of a letter or figure without its marks, or [`NONE`].
fn bare(c: char, out: &mut String) {
    let parts: String = std::iter::once(c)
        .nfkd()
        .filter(|part| !is_combining_mark(*part))
        .map(|part| if part == '\u{2044}' { '/' } else { part })
        .collect();
    if !parts.is_empty() && parts.chars().all(is_in) {
        out.push_str(&parts);
    } else {
        out.push(NONE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        encode(text).bytes
    }

    fn read(bytes: &[u8]) -> String {
        IBM866.decode_without_bom_handling(bytes).0.into_owned()
    }

    #[test]
    fn a_sign_that_no_printer_has_is_counted_and_lines_end_as_a_printer_wants_them() {
        assert_eq!(encode("Галия 日本").unknown, 2);
        assert_eq!(read(&bytes("а\nб\r\n")), "а\r\nб\r\n");
    }

    #[test]
    fn russian_text_is_held_letter_by_letter() {
        let text = "Ёлкина, № 5: «съешь ещё» — 25 °C";
        assert_eq!(read(&bytes(text)), "Ёлкина, № 5: \"съешь ещё\" - 25 °C");
        assert_eq!(bytes("№Ёё"), [0xFC, 0xF0, 0xF1]);
    }

    #[test]
    fn what_it_lacks_becomes_a_readable_sign_and_never_a_question_mark() {
        for (text, near) in [
            ("100 €, 5 ₽", "100 евро, 5 руб."),
            ("‹поле›", "<поле>"),
            ("м², ½ л", "м2, 1/2 л"),
            ("Čapek, Müller", "Capek, Muller"),
            ("и\u{306}", "й"),
            ("漢😀", "■■"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(read(&bytes(text)), near);
        }
        // All but the signs that are made of question marks.
        let all: String = ('\u{A0}'..'\u{3000}').filter(|c| !"⁇⁈⁉".contains(*c)).collect();
        assert!(!read(&bytes(&all)).contains('?'));
    }

    #[test]
    fn tables_keep_their_rules() {
        assert_eq!(bytes("─┼─│"), [0xC4, 0xC5, 0xC4, 0xB3]);
    }
}

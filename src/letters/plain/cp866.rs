//! Text in CP866, the code page that Russian dot-matrix printers have built in.

use encoding_rs::IBM866;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stands, visibly, for a character that has no near sign.
const NONE: char = '■';

/// `text` with what CP866 lacks replaced by what reads alike.
pub(super) fn near(text: &str) -> String {
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

/// The bytes of `text`; the few signs a renderer adds are replaced here.
pub(super) fn bytes(text: &str) -> Vec<u8> {
    let near = near(text);
    let (bytes, _, lacking) = IBM866.encode(&near);
    if !lacking {
        return bytes.into_owned();
    }
    // A mark without its letter, an unfamiliar control.
    let held = near.chars().map(|c| if is_in(c) { c } else { NONE }).collect::<String>();
    IBM866.encode(&held).0.into_owned()
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

    fn read(bytes: &[u8]) -> String {
        IBM866.decode_without_bom_handling(bytes).0.into_owned()
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

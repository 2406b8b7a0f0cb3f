//! Names in two languages, and what of a text is substance.

use serde::{Deserialize, Serialize};

use super::holes::HOLE_OPENS;

/// A name that data files give in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In Russian.
    pub ru: String,
    /// In English.
    pub en: String,
}

/// Whether a text holds anything of the writer's own beside a template's words (readings: *substance*).
///
/// Whole lines of the template don't count, however often they stand. Nor do its words in their order: to cut or
/// wrap a template is not to write. Two letters of anything else are substance.
#[must_use]
pub fn has_substance(text: &str, template_words: &str) -> bool {
    let words = |line: &str| -> Vec<String> {
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        // A place still open is nobody's word.
        let filled = line.split_whitespace().filter(|word| !word.contains(HOLE_OPENS));
        filled.map(bare).filter(|word| !word.is_empty()).collect()
    };
    let lines: std::collections::BTreeSet<_> = template_words.lines().map(words).collect();
    let template = words(template_words);
    let mut ahead = template.iter();
    let own = text.lines().map(words).filter(|line| !lines.contains(line)).flatten().filter(|word| {
        let mut rest = ahead.clone();
        let known = rest.any(|next| next == word);
        if known {
            ahead = rest;
        }
        !known
    });
    own.flat_map(|word| word.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>()).nth(1).is_some()
}

/// Why a text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailFault {
    /// There is no @.
    NoAt,
    /// Nothing stands before the @ or between two dots there.
    NoName,
    /// What stands behind the @ is no domain: it has no dot, or nothing beside one.
    NoDomain,
    /// A sign that no address has there; a second @ is one.
    Sign(char),
}

/// Whether a text can be an e-mail address as people have them: a name of words between dots, one @, a domain with a dot
/// (RFC 5322, «dot-atom»; letters of any script). No comment, quotation or second address passes.
#[must_use]
pub fn is_email(text: &str) -> bool {
    email_fault(text).is_none()
}

/// What keeps a text from being an e-mail address ([`is_email`]); nothing where it is one.
#[must_use]
pub fn email_fault(text: &str) -> Option<EmailFault> {
    let Some((name, domain)) = text.trim().split_once('@') else { return Some(EmailFault::NoAt) };
    let stray = |text: &str, signs: &str| {
        text.chars().find(|c| !c.is_alphanumeric() && *c != '.' && !signs.contains(*c))
    };
    let lacks_word = |text: &str| text.split('.').any(str::is_empty);
    if let Some(sign) = stray(name, "!#$%&'*+/=?^_`{|}~-").or_else(|| stray(domain, "-")) {
        return Some(EmailFault::Sign(sign));
    }
    if lacks_word(name) {
        return Some(EmailFault::NoName);
    }
    (lacks_word(domain) || !domain.contains('.')).then_some(EmailFault::NoDomain)
}

/// The Latin capital that looks like this Cyrillic one, where there is one: codes are typed in either layout.
#[must_use]
pub const fn latin_twin(letter: char) -> char {
    match letter {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        other => other,
    }
}

/// A text that begins with a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Text a person gave, trimmed; none where nothing is left but spaces.
#[must_use]
pub fn given(text: &str) -> Option<&str> {
    Some(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{EmailFault, email_fault, is_email};

    #[test]
    fn an_address_has_one_at_and_a_domain_with_a_dot() {
        for good in ["anna@example.org", " a.b@почта.рф ", "x@a.b.c"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "anna",
            "a@@b.ru",
            "a@b",
            "a@b.",
            "@b.ru",
            "a b@c.ru",
            "a@b..ru",
            "a@b.ru, c@d.ru",
            "a(x)@b.ru",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
        for bad in
            ["a@b.ru\\", "\"a\"@b.ru", "Анна <a@b.ru>", "a.@b.ru", "a@b.ru\r\nBcc: c@d.ru", "a@[1.2.3.4]"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn what_keeps_it_from_being_an_address_is_named() {
        for (typed, fault) in [
            ("anna", EmailFault::NoAt),
            ("@b.ru", EmailFault::NoName),
            ("а@б", EmailFault::NoDomain),
            ("a@b.", EmailFault::NoDomain),
            ("a b@c.ru", EmailFault::Sign(' ')),
            ("a@@b.ru", EmailFault::Sign('@')),
        ] {
            assert_eq!(email_fault(typed), Some(fault), "{typed}");
        }
    }
}

//! The two layouts of one keyboard: what was typed while the other one was on.

/// The keys of ЙЦУКЕН, and what QWERTY has in their place.
const POSITIONS: [(char, char); 33] = [
    ('ё', '`'),
    ('й', 'q'),
    ('ц', 'w'),
    ('у', 'e'),
    ('к', 'r'),
    ('е', 't'),
    ('н', 'y'),
    ('г', 'u'),
    ('ш', 'i'),
    ('щ', 'o'),
    ('з', 'p'),
    ('х', '['),
    ('ъ', ']'),
    ('ф', 'a'),
    ('ы', 's'),
    ('в', 'd'),
    ('а', 'f'),
    ('п', 'g'),
    ('р', 'h'),
    ('о', 'j'),
    ('л', 'k'),
    ('д', 'l'),
    ('ж', ';'),
    ('э', '\''),
    ('я', 'z'),
    ('ч', 'x'),
    ('с', 'c'),
    ('м', 'v'),
    ('и', 'b'),
    ('т', 'n'),
    ('ь', 'm'),
    ('б', ','),
    ('ю', '.'),
];

/// The character QWERTY has where this one stands on ЙЦУКЕН, in lower case; others stay.
#[must_use]
pub fn latin(c: char) -> char {
    let lower = lower(c);
    POSITIONS.iter().find(|(russian, _)| *russian == lower).map_or(lower, |(_, latin)| *latin)
}

/// The letter ЙЦУКЕН has where this one stands on QWERTY, in lower case; others stay.
#[must_use]
pub fn russian(c: char) -> char {
    let lower = lower(c);
    POSITIONS.iter().find(|(_, latin)| *latin == lower).map_or(lower, |(russian, _)| *russian)
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// How a text would read if the other layout had been on, in lower case; nothing where it would read the same.
pub fn in_other_layout(typed: &str) -> impl Iterator<Item = String> {
    let as_typed = typed.to_lowercase();
    let readings = [russian, latin].map(|map| typed.chars().map(map).collect::<String>());
    readings.into_iter().filter(move |read| *read != as_typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_the_keys_of_the_other_layout() {
        let read = |typed| in_other_layout(typed).collect::<Vec<_>>();
        assert_eq!(read("Nfhfcjdf"), ["тарасова"]);
        assert_eq!(read("кусфдс"), ["recalc"]);
        assert_eq!(read("412/26"), [""; 0]);
    }
}

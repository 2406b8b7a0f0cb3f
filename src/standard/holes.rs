//! Places of a letter that nobody has filled in (R6: such a letter can't become final).

/// An unfilled place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hole {
    /// The field's name, or what stands between the template's braces.
    pub name: String,
    /// Where it begins, in bytes; always the start of a character.
    pub at: usize,
}

/// The opening mark of a place that was not filled.
pub const HOLE_OPENS: char = '‹';
/// The closing mark of such a place.
pub const HOLE_CLOSES: char = '›';

/// Marks of an unfilled place, opening and closing.
const MARKS: [(&str, &str); 4] = [("‹", "›"), ("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// Longest name, in characters: one that is not closed by then counts as never closed.
const NAME: usize = 120;

/// Every unfilled place in `text`, in order: `‹name›`, `{{ … }}`, `{% … %}`, `{# … #}`. An opening
/// mark that is not closed on its line counts too, and so does a lone closing one.
#[must_use]
pub fn holes(text: &str) -> Vec<Hole> {
    let mut holes = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let opened = MARKS.iter().find_map(|(open, close)| Some((rest.strip_prefix(open)?, *close)));
        let closed = MARKS.iter().find_map(|(_, close)| rest.strip_prefix(close));
        rest = match (opened, closed) {
            (Some((inside, close)), _) => {
                let (name, rest) = name(inside, close).unwrap_or(("", inside));
                holes.push(Hole { name: name.trim().to_owned(), at });
                rest
            }
            (None, Some(rest)) => {
                holes.push(Hole { name: String::new(), at });
                rest
            }
            (None, None) => &rest[c.len_utf8()..],
        };
    }
    holes
}

/// The name at the beginning of `inside` and what follows its closing mark.
fn name<'a>(inside: &'a str, close: &str) -> Option<(&'a str, &'a str)> {
    let window = inside.char_indices().nth(NAME).map_or(inside, |(end, _)| &inside[..end]);
    let line = window.split('\n').next()?;
    let (name, _) = line.split_once(close)?;
    Some((name, &inside[name.len() + close.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(usize, String)> {
        holes(text).into_iter().map(|hole| (hole.at, hole.name)).collect()
    }

    #[test]
    fn a_finished_text_has_none() {
        assert!(holes("Сумма {1} < 2 > 1, «кавычки» и % {").is_empty());
    }

    #[test]
    fn every_kind_is_found_with_its_place() {
        assert_eq!(
            names("a ‹due› {{ x }}{% if y %}"),
            [(2, "due".into()), (12, "x".into()), (19, "if y".into())]
        );
    }

    #[test]
    fn what_is_opened_or_closed_alone_is_found_too() {
        assert_eq!(names("срок ‹due\nи }} далее"), [(9, String::new()), (19, String::new())]);
    }
}

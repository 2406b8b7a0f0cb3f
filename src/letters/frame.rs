//! The template's words around what an executor writes: which of a letter's words are whose, and how the executor's own
//! move into another template.
//!
//! A frame is a filled template whose open places are still open. A letter begun from it holds the frame's words in
//! their order with something else in each place: that, and only that, is the executor's.

use std::ops::Range;

use super::compose::{hole, named, own_field, place};
use crate::i18n::Words;
use crate::standard::holes::{HOLE_CLOSES, HOLE_OPENS, holes};
use crate::standard::reply::{Purpose, Reply};

/// A template's words, cut at its open places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The words before, between and behind the places: always one more than there are places.
    words: Vec<String>,
    /// The names of the places.
    places: Vec<String>,
    /// The name of the place for the executor's own words.
    own: String,
    /// Whether the letter is whole without them.
    optional: bool,
}

/// What the executor wrote in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWords {
    /// The place's name; none for the place of own words, whatever it is called in this template.
    place: Option<String>,
    /// What stands there.
    words: String,
}

impl OwnWords {
    /// The words, without the blanks around them.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The words as they read away from their place.
    fn said(&self) -> String {
        match &self.place {
            Some(place) => format!("{place}: {}", self.words),
            None => self.words.clone(),
        }
    }
}

impl Frame {
    /// The frame of a filled template, its open places named in the words of letters.
    #[must_use]
    pub fn new(filled: &str, purpose: Purpose, letters: &Words) -> Self {
        let (mut words, mut places, mut from) = (Vec::new(), Vec::new(), 0);
        for (at, name, end) in open_places(filled) {
            words.push(filled[from..at].to_owned());
            places.push(name.to_owned());
            from = end;
        }
        words.push(filled[from..].to_owned());
        let optional = matches!(purpose, Purpose::Notice { .. });
        Self { words, places, own: place(own_field(purpose), letters), optional }
    }

    /// The frame of a letter without a template: all of it is the executor's.
    #[must_use]
    pub fn blank(purpose: Purpose, letters: &Words) -> Self {
        Self::new(&hole(&place(own_field(purpose), letters)), purpose, letters)
    }

    /// The frame a reply was begun from, and its text; a draft of an earlier program named its places by their fields.
    #[must_use]
    pub fn of(reply: &Reply, letters: &Words) -> (Option<String>, String) {
        let frame = reply.template.as_ref().map(|template| named(template.words.text(), letters));
        (frame, named(reply.text.text(), letters))
    }

    /// What the executor wrote into a letter begun from this frame; none where its words and the frame's can't be told
    /// apart for sure.
    #[must_use]
    pub fn own_words(&self, letter: &str) -> Option<Vec<OwnWords>> {
        let parts = self.parts(letter)?;
        let written = self.places.iter().zip(parts).map(|(name, part)| (name, &letter[part]));
        let own = written.filter(|(name, part)| !part.is_empty() && *part != hole(name));
        Some(
            own.map(|(name, part)| OwnWords {
                place: (*name != self.own).then(|| name.clone()),
                words: part.to_owned(),
            })
            .collect(),
        )
    }

    /// This frame with words from another in the places of their names, the rest in the place of own words; none where
    /// some would have no place.
    #[must_use]
    pub fn with(&self, own: &[OwnWords]) -> Option<String> {
        let named = |own: &OwnWords| own.place.clone().unwrap_or_else(|| self.own.clone());
        let mut left: Vec<&OwnWords> = own.iter().collect();
        let mut filled: Vec<Option<String>> = Vec::new();
        for name in &self.places {
            let at = left.iter().position(|own| named(own) == *name);
            filled.push(at.map(|at| left.remove(at).words.clone()));
        }
        // One thing said twice is said.
        left.retain(|own| !filled.contains(&Some(own.words.clone())));
        if !left.is_empty() {
            let at = self.places.iter().position(|name| *name == self.own)?;
            let said = filled[at].iter().cloned().chain(left.iter().map(|own| own.said()));
            filled[at] = Some(said.collect::<Vec<_>>().join("\n"));
        }
        let mut letter = self.words[0].clone();
        for ((name, part), words) in self.places.iter().zip(filled).zip(&self.words[1..]) {
            match part {
                Some(part) => letter.push_str(&part),
                None if self.optional && *name == self.own => {}
                None => letter.push_str(&hole(name)),
            }
            letter.push_str(words);
        }
        Some(letter.trim().to_owned())
    }

    /// Whether both ask for the same words of the executor. The reason of an extension is not the substance of an answer,
    /// nor the other way round: such words never move between them.
    #[must_use]
    pub fn asks_as(&self, other: &Self) -> bool {
        self.own == other.own
    }

    /// Where the executor is to write in a letter begun from this frame: its first open place, else behind what stands
    /// in the place of own words, else at the end.
    #[must_use]
    pub fn place_to_write(&self, letter: &str) -> Range<usize> {
        if let Some(open) = next_open_place(letter, 0) {
            return open;
        }
        let parts = self.parts(letter).unwrap_or_default();
        let own = self.places.iter().zip(parts).find(|(name, _)| **name == self.own);
        let at = own.map_or(letter.len(), |(_, part)| part.end);
        at..at
    }

    /// A letter in which what this frame itself says of some values says others, each value with what takes its place.
    /// A value is the frame's where the frame's words before it on its line stand before it, or at the beginning of a line
    /// those behind it; the executor's own sentences keep theirs. An open place is anybody's.
    #[must_use]
    pub fn with_other_values(&self, letter: &str, values: &[(String, String)]) -> String {
        let (open, said): (Vec<_>, Vec<_>) =
            values.iter().partition(|(before, _)| before.starts_with(HOLE_OPENS));
        let mut letter =
            open.iter().fold(letter.to_owned(), |letter, (before, now)| letter.replace(before.as_str(), now));
        let mut from = 0;
        for line in self.words.iter().flat_map(|words| words.lines()) {
            for Saying { words, at, value: (before, now) } in sayings(line, &said) {
                let Some(found) = letter[from..].find(words) else { continue };
                let value = from + found + at;
                letter.replace_range(value..value + before.len(), now);
                from = value + now.len();
            }
        }
        letter
    }

    /// What stands in each place of a letter, without the blanks around it.
    fn parts(&self, letter: &str) -> Option<Vec<Range<usize>>> {
        let (first, rest) = self.words.split_first()?;
        let letter = letter.trim_end();
        // At either end of a letter an empty place takes its line with it.
        let mut from = letter.len() - letter.trim_start().strip_prefix(first.trim())?.len();
        let Some((last, between)) = rest.split_last() else {
            return (letter.trim_start() == first.trim()).then(Vec::new);
        };
        let end = letter.strip_suffix(last.trim())?.len();
        let mut parts = Vec::new();
        for words in between {
            let words = words.trim();
            let mut found = letter.get(from..end)?.match_indices(words);
            // Words that stand there twice may be the executor's own.
            let (Some((at, _)), None) = (found.next(), found.next()) else { return None };
            parts.push(bare(letter, from..from + at));
            from += at + words.len();
        }
        letter.get(from..end)?;
        parts.push(bare(letter, from..end));
        Some(parts)
    }
}

/// The open place of a text that begins at or behind this byte.
#[must_use]
pub fn next_open_place(text: &str, from: usize) -> Option<Range<usize>> {
    holes(text).into_iter().find(|hole| hole.at >= from).map(|hole| {
        let closed = open_places(text).find(|(at, ..)| *at == hole.at).map(|(_, _, end)| end);
        let sign = text[hole.at..].chars().next().map_or(0, char::len_utf8);
        hole.at..closed.unwrap_or(hole.at + sign)
    })
}

/// The places `‹name›` of a text: where each begins, its name, and where it ends.
fn open_places(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    holes(text).into_iter().filter_map(move |found| {
        let inside = text[found.at..].strip_prefix(HOLE_OPENS)?;
        let (name, _) = inside.split_once(HOLE_CLOSES)?;
        let end = found.at + HOLE_OPENS.len_utf8() + name.len() + HOLE_CLOSES.len_utf8();
        // What is not closed on its line has no name.
        (name.trim() == found.name && !found.name.is_empty()).then_some((found.at, name, end))
    })
}

/// Some words of a frame in which a value stands.
struct Saying<'a> {
    words: &'a str,
    /// Where in them.
    at: usize,
    value: &'a (String, String),
}

/// What a line of a frame says of values: each with the words before it; the first of a line, where there are none, with
/// those behind it.
fn sayings<'a>(line: &'a str, values: &[&'a (String, String)]) -> Vec<Saying<'a>> {
    let (mut sayings, mut rest) = (Vec::new(), line);
    let next = |text: &str| {
        let found = values.iter().filter_map(|value| Some((text.find(&value.0)?, *value)));
        found.min_by_key(|(at, _)| *at)
    };
    while let Some((at, value)) = next(rest) {
        let (words, behind) = rest.split_at(at + value.0.len());
        let behind_it = next(behind).map_or(behind, |(at, _)| &behind[..at]);
        if !words[..at].trim().is_empty() {
            sayings.push(Saying { words, at, value });
        } else if !behind_it.trim().is_empty() {
            sayings.push(Saying { words: &rest[..words.len() + behind_it.len()], at, value });
        }
        rest = behind;
    }
    sayings
}

/// A part of a text without the blanks at its ends.
fn bare(text: &str, part: Range<usize>) -> Range<usize> {
    let inside = &text[part.clone()];
    let begin = part.start + (inside.len() - inside.trim_start().len());
    begin..(begin + inside.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::standard::reply::NoticeOf;

    const DONE: &str =
        "Перерасчёт за ‹период› произведён.\nОснование: ‹ответ по существу›\nСумма ‹сумма› руб.";
    const REFUSED: &str = "За ‹период› оснований нет.\nПроверка: ‹ответ по существу›";

    fn frame(filled: &str) -> Frame {
        Frame::new(filled, Purpose::Answer, &Words::new(Language::Ru))
    }

    /// A letter begun from one template, moved into another.
    fn moved(from: &str, letter: &str, to: &str) -> Option<String> {
        frame(to).with(&frame(from).own_words(letter)?)
    }

    #[test]
    fn own_words_move_to_the_places_of_their_names_and_open_ones_stay_open() {
        let letter = "Перерасчёт за октябрь произведён.\nОснование: снят счётчик.\nСумма ‹сумма› руб.";
        assert_eq!(
            moved(DONE, letter, REFUSED).unwrap(),
            "За октябрь оснований нет.\nПроверка: снят счётчик."
        );
        assert_eq!(moved(DONE, DONE, REFUSED).unwrap(), REFUSED);
    }

    #[test]
    fn words_without_a_place_of_their_name_go_where_the_executor_writes_and_are_not_lost() {
        let letter = "Перерасчёт за октябрь произведён.\nОснование: снят счётчик.\nСумма 412 руб.";
        let there = moved(DONE, letter, REFUSED).unwrap();
        assert_eq!(there, "За октябрь оснований нет.\nПроверка: снят счётчик.\nсумма: 412");
        assert_eq!(moved(DONE, letter, "Благодарим за отзыв."), None, "no place for them");
    }

    #[test]
    fn a_letter_whose_frame_was_changed_is_not_told_apart() {
        let changed = "Перерасчёт за октябрь сделан.\nОснование: снят счётчик.\nСумма 412 руб.";
        assert_eq!(frame(DONE).own_words(changed), None);
        // The frame's own words typed once more: which are whose can't be known.
        let twice = "Перерасчёт за октябрь произведён.\nОснование: за ноябрь произведён.\nОснование: нет\nСумма 1 руб.";
        assert_eq!(frame(DONE).own_words(twice), None);
        assert_eq!(frame("а ‹раз› ‹два› б").own_words("а один два б"), None);
    }

    #[test]
    fn without_a_template_everything_is_own_words() {
        let words = Words::new(Language::Ru);
        let blank = Frame::blank(Purpose::Answer, &words);
        assert_eq!(blank.own_words("  \n").unwrap(), []);
        let own = blank.own_words("Оплачено.\nДолга нет.\n").unwrap();
        assert_eq!(
            frame("Сообщаем: ‹ответ по существу›").with(&own).unwrap(),
            "Сообщаем: Оплачено.\nДолга нет."
        );
        assert_eq!(blank.with(&own).unwrap(), "Оплачено.\nДолга нет.");
    }

    #[test]
    fn an_interim_reply_asks_for_other_words_than_an_answer() {
        let words = Words::new(Language::Ru);
        let interim = |filled| Frame::new(filled, Purpose::Interim { days: 0 }, &words);
        let usual = interim("Нужно: ‹причина продления›; до ‹новый срок›.");
        assert!(!usual.asks_as(&frame(DONE)) && !frame(DONE).asks_as(&usual));
        assert!(frame(DONE).asks_as(&frame(REFUSED)) && usual.asks_as(&interim("‹причина продления›")));
        assert!(!Frame::blank(Purpose::Answer, &words).asks_as(&usual));
    }

    #[test]
    fn other_values_are_said_by_the_frames_words_alone() {
        let filled =
            "Нужно ‹причина›.\nСрок продлён на 5 дней; ответ — до 14.12.2026.\n14.12.2026 — последний день.";
        let letter = "Нужно снять показания до 14.12.2026, за 5 дней. Спасибо.\n\
             Срок продлён на 5 дней; ответ — до 14.12.2026. Ждите.\n14.12.2026 — последний день.";
        let pairs = |values: &[(&str, &str)]| {
            values.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect::<Vec<_>>()
        };
        let other = pairs(&[("5 дней", "7 дней"), ("14.12.2026", "16.12.2026")]);
        let now = frame(filled).with_other_values(letter, &other);
        assert_eq!(
            now,
            "Нужно снять показания до 14.12.2026, за 5 дней. Спасибо.\n\
             Срок продлён на 7 дней; ответ — до 16.12.2026. Ждите.\n16.12.2026 — последний день."
        );
        let open = pairs(&[("‹срок›", "7 дней")]);
        assert_eq!(frame("На ‹срок›.").with_other_values("Ещё на ‹срок›!", &open), "Ещё на 7 дней!");
        let own = pairs(&[("5 дней", "7 дней")]);
        assert_eq!(frame("На 5 дней.").with_other_values("За 5 дней.", &own), "За 5 дней.");
    }

    #[test]
    fn a_notice_is_whole_without_an_addition() {
        let words = Words::new(Language::Ru);
        let purpose = Purpose::Notice { about: NoticeOf::TradeSecret };
        let notice = Frame::new("Ответ дать нельзя.\n‹дополнение›\nОбжалуйте.", purpose, &words);
        let bare = notice.with(&[]).unwrap();
        assert_eq!(bare, "Ответ дать нельзя.\n\nОбжалуйте.");
        let at = notice.place_to_write(&bare);
        assert_eq!(&bare[..at.start], "Ответ дать нельзя.\n\n");
        assert_eq!(notice.own_words(&bare).unwrap(), []);
    }

    #[test]
    fn the_place_to_write_is_the_first_open_one_then_behind_the_own_words() {
        assert_eq!(&DONE[frame(DONE).place_to_write(DONE)], "‹период›");
        let letter = "За октябрь оснований нет.\nПроверка: снят счётчик.";
        assert_eq!(frame(REFUSED).place_to_write(letter).start, letter.len());
        assert_eq!(next_open_place("а {{ x }} ‹не закрыто", 1), Some(3..4));
        let unclosed = next_open_place("‹не закрыто", 0).unwrap();
        assert_eq!(unclosed, 0..3);
    }

    #[test]
    fn hostile_text_is_cut_at_characters_only() {
        for letter in ["", "‹", "›‹", "‹‹период››", "‹\n›", "{{‹период›}}", "‹период›‹период›", "\u{202e}‹"]
        {
            for filled in [DONE, REFUSED, letter] {
                let own = frame(filled).own_words(letter).unwrap_or_default();
                let _ = frame(letter).with(&own);
                let place = frame(filled).place_to_write(letter);
                assert!(letter.get(place).is_some(), "{letter}");
            }
        }
    }
}

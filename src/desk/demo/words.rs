//! The made-up words: what ships in `assets/demo`, and how a template of it becomes a text.
//!
//! `[a|b]` is one of several, `<he|she>` goes by the client's sex, `{name}` is a value of the scene.

use chrono::{Datelike as _, NaiveDate};
use fastrand::Rng;
use serde::Deserialize;

use super::super::{DeskError, builtin};
use super::people::People;
use crate::standard::appeal::Kind;

/// All words of the demonstration.
#[derive(Debug)]
pub(super) struct Words {
    pub stories: Vec<Story>,
    pub phrases: Phrases,
    pub people: People,
}

/// Whom a story suits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Who {
    Person,
    Organisation,
    Anyone,
}

/// What people write about and what they are told.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub topic: String,
    pub kind: Kind,
    pub who: Who,
    pub weight: u32,
    pub gist: Vec<String>,
    pub text: Vec<String>,
    pub reply: Vec<String>,
    /// Answers on the spot; none where the matter needs a letter.
    #[serde(default)]
    pub oral: Vec<String>,
    pub heading: Vec<String>,
    /// Whether what is asked for may be a trade secret.
    #[serde(default)]
    pub secret: bool,
}

/// The words around the matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub greetings: Vec<String>,
    pub asides: Vec<String>,
    pub closings: Vec<String>,
    pub stories_within: Vec<String>,
    pub organisation_closings: Vec<String>,
    pub late_reasons: Vec<String>,
    pub resolutions_director: Vec<String>,
    pub resolutions_head: Vec<String>,
    pub reassigned: Vec<String>,
    pub reply_person: String,
    pub reply_organisation: String,
    pub reply_intro: Vec<String>,
    pub reply_end: Vec<String>,
    pub interim: Vec<String>,
    pub interim_intro: Vec<String>,
    pub interim_heading: Vec<String>,
    pub extension_reasons: Vec<String>,
    pub remarks: Vec<String>,
    pub noted: Vec<String>,
    pub withdrawn: Vec<String>,
    pub annulled: Vec<String>,
    pub reopened: Vec<String>,
    pub filed: Vec<String>,
    pub ground_abusive: Vec<String>,
    pub ground_unreadable: Vec<String>,
    pub ground_repeat: Vec<String>,
    pub ground_trade_secret: Vec<String>,
    pub ground_no_contacts: Vec<String>,
    pub notice_intro: Vec<String>,
    pub notice_earlier_heading: Vec<String>,
    pub notice_trade_secret_heading: Vec<String>,
    pub notice_forwarding_heading: Vec<String>,
    pub notice_earlier: Vec<String>,
    pub notice_trade_secret: Vec<String>,
    pub notice_forwarding: Vec<String>,
    pub grids: Vec<String>,
    pub forward_reasons: Vec<String>,
    pub requests: Vec<String>,
    pub request_answers: Vec<String>,
    pub called: Vec<String>,
    pub corrected: Vec<String>,
    pub second_questions: Vec<String>,
    pub months: Vec<String>,
    pub months_of: Vec<String>,
    pub months_in: Vec<String>,
}

impl Words {
    /// The words that ship with the program.
    pub fn built_in() -> Result<Self, DeskError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Stories {
            story: Vec<Story>,
        }
        let stories = include_str!("../../../assets/demo/stories.toml");
        let phrases = include_str!("../../../assets/demo/phrases.toml");
        let people = include_str!("../../../assets/demo/people.toml");
        Ok(Self {
            stories: builtin::read::<Stories>("demo/stories.toml", stories)?.story,
            phrases: builtin::read("demo/phrases.toml", phrases)?,
            people: builtin::read("demo/people.toml", people)?,
        })
    }

    /// A text from one of the templates, told of this scene.
    pub fn tell(&self, templates: &[String], rng: &mut Rng, scene: &Scene) -> String {
        self.told(one_of(templates, rng), rng, scene)
    }

    /// A text from this template, told of this scene.
    pub fn told(&self, template: &str, rng: &mut Rng, scene: &Scene) -> String {
        let mut text = String::with_capacity(template.len() + 64);
        self.expand(&mut text, template, rng, scene);
        // An empty choice leaves the spaces on both its sides.
        if text.contains("  ") { text.replace("  ", " ") } else { text }.trim_end().to_owned()
    }

    fn expand(&self, text: &mut String, template: &str, rng: &mut Rng, scene: &Scene) {
        let mut rest = template;
        while let Some(at) = rest.find(['[', '<', '{']) {
            text.push_str(&rest[..at]);
            let Some((inside, after)) = bracketed(&rest[at..]) else {
                rest = &rest[at..];
                break;
            };
            match rest.as_bytes()[at] {
                b'[' => {
                    let count = choices(inside).count();
                    let chosen = choices(inside).nth(rng.usize(..count)).unwrap_or_default();
                    self.expand(text, chosen, rng, scene);
                }
                b'<' => text.push_str(choices(inside).nth(usize::from(scene.female)).unwrap_or_default()),
                _ => self.put(text, inside, scene),
            }
            rest = after;
        }
        text.push_str(rest);
    }

    /// Puts the value of a scene that a template names; a name nobody knows is put as it stands, and a test looks for it.
    fn put(&self, text: &mut String, name: &str, scene: &Scene) {
        use std::fmt::Write as _;
        let months = &self.phrases;
        let month = |names: &[String], day: NaiveDate| {
            usize::try_from(day.month0()).ok().and_then(|month| names.get(month)).cloned().unwrap_or_default()
        };
        let written = match name {
            "name" => write!(text, "{}", scene.name),
            "given" => write!(text, "{}", scene.given),
            "account" => write!(text, "{}", scene.account),
            "contract" => write!(text, "{}/{}", scene.window * 100 + scene.house, scene.billed.year()),
            "address" => write!(text, "{}", scene.address),
            "street" => write!(text, "{}", scene.street),
            "phone" => write!(text, "{}", scene.phone),
            "month" => write!(text, "{}", month(&months.months, scene.billed)),
            "month_of" => write!(text, "{}", month(&months.months_of, scene.billed)),
            "month_in" => write!(text, "{}", month(&months.months_in, scene.billed)),
            "year" => write!(text, "{}", scene.billed.year()),
            "date" => write!(text, "{}", scene.happened.format("%d.%m.%Y")),
            "day" => write!(text, "{} {}", scene.happened.day(), month(&months.months_of, scene.happened)),
            "reading" => write!(text, "{:05}", scene.reading),
            "reading_now" => write!(text, "{:05}", scene.reading + scene.units),
            "units" => write!(text, "{}", scene.units),
            "sum" => write!(text, "{}", money(scene.units * 6, scene.meter % 100)),
            "sum_back" => write!(text, "{}", money(scene.units * 2 + 17, scene.meter % 89 + 10)),
            "debt" => write!(text, "{}", money(scene.units * 31 + 640, scene.reading % 100)),
            "meter" => write!(text, "{:08}", scene.meter),
            "volts" => write!(text, "{}", 150 + scene.window * 4),
            "hours" => write!(text, "{}", 5 + scene.window),
            "window" => write!(text, "{}", scene.window),
            "house" => write!(text, "{}", 60 + scene.house % 40),
            "days" => write!(text, "{}", scene.extra_days),
            "new_due" => write!(text, "{}", scene.new_due),
            "cited_on" => write!(text, "{}", scene.cited_on),
            "cited" => write!(text, "{}", scene.cited),
            unknown => write!(text, "{{{unknown}}}"),
        };
        // Writing into a string can't fail.
        debug_assert!(written.is_ok());
    }
}

/// A sum as it stands in a letter: «12 451,19».
fn money(roubles: u32, kopecks: u32) -> String {
    match (roubles / 1000, roubles % 1000) {
        (0, rest) => format!("{rest},{kopecks:02}"),
        (thousands, rest) => format!("{thousands} {rest:03},{kopecks:02}"),
    }
}

/// What a bracket at the beginning of `text` holds, and what follows its pair.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'<' | b'{' => depth += 1,
            b']' | b'>' | b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some((&text[1..at], &text[at + 1..]));
        }
    }
    None
}

/// The parts between the bars that stand in no inner bracket.
fn choices(inside: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    inside.split(move |letter| {
        match letter {
            '[' | '<' | '{' => depth += 1,
            ']' | '>' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == '|' && depth == 0
    })
}

/// One of several, each as likely; nothing of none.
pub(super) fn one_of<'a>(all: &'a [String], rng: &mut Rng) -> &'a str {
    if all.is_empty() { "" } else { &all[rng.usize(..all.len())] }
}

/// True so many times in a hundred.
pub(super) fn chance(rng: &mut Rng, percent: u32) -> bool {
    rng.u32(..100) < percent
}

/// What the texts about one appeal agree on.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub female: bool,
    pub name: String,
    pub given: String,
    pub account: String,
    pub address: String,
    pub street: String,
    pub phone: String,
    /// A day of the month that was billed.
    pub billed: NaiveDate,
    /// The day it all happened.
    pub happened: NaiveDate,
    pub reading: u32,
    pub units: u32,
    pub meter: u32,
    pub window: u32,
    pub house: u32,
    pub extra_days: u16,
    /// The day to which they lead.
    pub new_due: String,
    /// What a notice cites: an earlier reply, an organisation.
    pub cited: String,
    /// The day of that reply.
    pub cited_on: String,
}

/// Writes as people do: some shout, some mind no commas, some have no ё, some hit the wrong keys.
pub(super) fn as_people_write(text: String, rng: &mut Rng) -> String {
    match rng.u32(..100) {
        0..4 => text.to_uppercase(),
        4..12 => text.to_lowercase().replace(',', ""),
        12..30 => text.replace('ё', "е").replace('Ё', "Е"),
        30..38 => slip(&text, rng),
        _ => text,
    }
}

/// Swaps two letters, leaves one out and doubles one, somewhere.
fn slip(text: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for kind in 0..3 {
        let at = rng.usize(..letters.len().max(2) - 1);
        if letters.get(at..at + 2).is_none_or(|pair| !pair.iter().all(|letter| letter.is_lowercase())) {
            continue;
        }
        match kind {
            0 => letters.swap(at, at + 1),
            1 => drop(letters.remove(at)),
            _ => letters.insert(at, letters[at]),
        }
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_parted_by_thousands() {
        for (roubles, kopecks, written) in
            [(412, 5, "412,05"), (12_451, 19, "12 451,19"), (1_000, 0, "1 000,00"), (7_040, 3, "7 040,03")]
        {
            assert_eq!(money(roubles, kopecks), written);
        }
    }

    #[test]
    fn a_letter_that_says_something_is_enclosed_encloses_it() {
        let words = Words::built_in().unwrap();
        for reply in words.stories.iter().flat_map(|story| &story.reply) {
            let says = ["прилага", "приложен ", "приложен;", "приложен.", "Направляем "]
                .iter()
                .any(|word| reply.contains(word));
            let says = says && !reply.contains("не приложен");
            assert_eq!(says, reply.contains("\n\nПриложение: "), "{reply}");
        }
    }

    #[test]
    fn every_heading_of_a_letter_says_what_it_is_about() {
        let words = Words::built_in().unwrap();
        let phrases = &words.phrases;
        let of_notices = [
            &phrases.interim_heading,
            &phrases.notice_earlier_heading,
            &phrases.notice_trade_secret_heading,
            &phrases.notice_forwarding_heading,
        ];
        let headings =
            words.stories.iter().flat_map(|story| &story.heading).chain(of_notices.into_iter().flatten());
        for heading in headings {
            assert!(heading.starts_with("О ") || heading.starts_with("Об "), "{heading}");
        }
    }
}

//! Words for people: everything that is read on a screen, in an error or in the shell's answers, in Russian and in
//! English, from the Fluent files in `assets/locales`.
//!
//! Ids are literals, so that a missing one fails the build; a test compares the languages and finds unused ids.

mod appeals;
mod lists;
mod refusals;
mod troubles;

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

pub use crate::language::Language;

#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Locales;

/// The words of one language; cheap to clone and handed to whoever speaks.
#[derive(Debug, Clone)]
pub struct Words {
    language: Language,
    loader: Arc<FluentLanguageLoader>,
}

/// A message by its literal id; an unknown id or argument fails the build.
#[macro_export]
macro_rules! say {
    ($words:expr, $($message:tt)*) => {
        i18n_embed_fl::fl!($words.loader(), $($message)*)
    };
}

impl Words {
    /// The words of a language. The files are part of the program; a fault in them is found by the tests, and at run
    /// time shows as the message's id.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let loader = fluent_language_loader!();
        let wanted: LanguageIdentifier = language.code().parse().unwrap_or_default();
        // Without a word loaded each message is shown by its id: the desk still opens.
        let _ = loader.load_languages(&Locales, std::slice::from_ref(&wanted));
        // Marks of direction around values would be drawn by a terminal as boxes.
        loader.set_use_isolating(false);
        Self { language, loader: Arc::new(loader) }
    }

    /// Which language these are.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// For [`say!`].
    #[must_use]
    pub fn loader(&self) -> &FluentLanguageLoader {
        &self.loader
    }

    /// A message whose id stands in a table; a test walks the tables.
    #[must_use]
    pub fn by_id(&self, id: &str) -> String {
        self.loader.get(id)
    }

    /// The sentence for a window too small: columns and rows, needed and present.
    #[must_use]
    pub fn too_small(&self, needed: (u16, u16), present: (u16, u16)) -> String {
        crate::say!(
            self,
            "screen-too-small",
            width = needed.0,
            height = needed.1,
            now_width = present.0,
            now_height = present.1
        )
    }

    /// The sentence for a command that means nothing here; `name` is the id of its name.
    #[must_use]
    pub fn means_nothing(&self, name: &str) -> String {
        crate::say!(self, "command-means-nothing", name = self.by_id(name))
    }

    /// A date as people write it: 23.11.2026.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        day.format("%d.%m.%Y").to_string()
    }

    /// A moment as people write it: 23.11.2026 14:05.
    #[must_use]
    pub fn moment(&self, moment: DateTime<FixedOffset>) -> String {
        moment.format("%d.%m.%Y %H:%M").to_string()
    }
}

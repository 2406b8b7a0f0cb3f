//! This desk's own settings (`config.toml`): paths, language, theme, printer. What changes a due date or a number
//! lives in the register instead.

use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::language::Language;

/// The settings of this desk; what is not set has its default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// The register's file.
    pub register: Option<PathBuf>,
    /// The language of the screen and the shell.
    pub language: Option<Language>,
    /// Colours: `dark`, `light` or `mono`.
    pub theme: Option<ThemeName>,
    /// Lines of the screen are drawn of `-` and `|`, for a font that has no others.
    pub ascii: bool,
    /// The printer that F5 offers first.
    pub printer: Option<String>,
    /// What it takes.
    pub printer_takes: Option<PrinterTakes>,
}

/// What a printer takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrinterTakes {
    /// Pages.
    Pdf,
    /// Text that the system sets.
    Text,
    /// Text in the code page 866, as dot-matrix printers read it.
    TextCp866,
}

impl PrinterTakes {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Text, Self::TextCp866];

    /// Its name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "text",
            Self::TextCp866 => "text-cp866",
        }
    }
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeName {
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Without colours.
    Mono,
}

impl ThemeName {
    /// Every theme with its name in the file.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Dark, "dark"), (Self::Light, "light"), (Self::Mono, "mono")];
}

/// Why a file of settings can't be used.
#[derive(Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// It can't be read.
    Unreadable {
        /// What the system refused with.
        kind: std::io::ErrorKind,
    },
    /// It is not TOML.
    Syntax {
        /// The line, from 1.
        line: usize,
    },
    /// A setting that does not exist.
    UnknownKey {
        /// The line, from 1.
        line: usize,
        /// As written.
        key: String,
        /// The nearest that exists.
        nearest: &'static str,
    },
    /// A value that a setting can't have.
    BadValue {
        /// The line, from 1.
        line: usize,
        /// The setting.
        key: &'static str,
        /// What it can be.
        allowed: Vec<&'static str>,
    },
}

const KEYS: [&str; 6] = ["register", "language", "theme", "ascii", "printer", "printer_takes"];

impl Config {
    /// Reads the settings; a file that is not there means the defaults.
    ///
    /// # Errors
    /// When the file can't be read, or a key or value is wrong; the line is named.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(ConfigError::Unreadable { kind: error.kind() }),
        }
    }

    /// Reads the settings from a text.
    ///
    /// # Errors
    /// When a key or value is wrong; the line is named.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line = |span: Range<usize>| text.get(..span.start).unwrap_or(text).matches('\n').count() + 1;
        let table = DeTable::parse(text)
            .map_err(|error| ConfigError::Syntax { line: line(error.span().unwrap_or_default()) })?;
        let mut config = Self::default();
        for (key, value) in table.get_ref() {
            let written: &str = key.get_ref();
            let Some(known) = KEYS.into_iter().find(|known| *known == written) else {
                return Err(ConfigError::UnknownKey {
                    line: line(key.span()),
                    key: written.to_owned(),
                    nearest: nearest(written),
                });
            };
            let word = match value.get_ref() {
                DeValue::String(word) if !word.trim().is_empty() => Some(word.as_ref()),
                _ => None,
            };
            let bad = |allowed: Vec<&'static str>| ConfigError::BadValue {
                line: line(value.span()),
                key: known,
                allowed,
            };
            match known {
                "register" => config.register = Some(word.ok_or_else(|| bad(Vec::new()))?.into()),
                "printer" => config.printer = Some(word.ok_or_else(|| bad(Vec::new()))?.to_owned()),
                "printer_takes" => {
                    let found = PrinterTakes::ALL.into_iter().find(|takes| Some(takes.name()) == word);
                    let names = || PrinterTakes::ALL.map(PrinterTakes::name).to_vec();
                    config.printer_takes = Some(found.ok_or_else(|| bad(names()))?);
                }
                "ascii" => match value.get_ref() {
                    DeValue::Boolean(on) => config.ascii = *on,
                    _ => return Err(bad(vec!["true", "false"])),
                },
                "language" => {
                    let codes = || Language::ALL.map(Language::code).to_vec();
                    let found = word.and_then(Language::from_code);
                    config.language = Some(found.ok_or_else(|| bad(codes()))?);
                }
                _ => {
                    let found = ThemeName::ALL.into_iter().find(|(_, name)| Some(*name) == word);
                    let names = || ThemeName::ALL.map(|(_, name)| name).to_vec();
                    config.theme = Some(found.ok_or_else(|| bad(names()))?.0);
                }
            }
        }
        Ok(config)
    }
}

fn nearest(word: &str) -> &'static str {
    KEYS.into_iter().min_by_key(|known| strsim::damerau_levenshtein(known, word)).unwrap_or(KEYS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_explains_every_setting_and_is_itself_valid() {
        let example = include_str!("../config.example.toml");
        assert_eq!(Config::parse(example), Ok(Config::default()), "as shipped, every line is a comment");
        let uncommented: String = example
            .lines()
            .map(|line| line.strip_prefix("#! ").unwrap_or(if line.starts_with('#') { "" } else { line }))
            .fold(String::new(), |text, line| text + line + "\n");
        let config = Config::parse(&uncommented).unwrap();
        assert!(config.register.is_some() && config.language.is_some());
        assert!(config.theme.is_some() && config.ascii && config.printer.is_some());
        assert_eq!(config.printer_takes, Some(PrinterTakes::TextCp866));
    }

    #[test]
    fn a_misspelt_setting_is_named_with_its_line_and_the_nearest_right_one() {
        let error = Config::parse("# note\nlanguage = \"ru\"\nprnter = \"hp\"\n").unwrap_err();
        assert_eq!(error, ConfigError::UnknownKey { line: 3, key: "prnter".into(), nearest: "printer" });
    }

    #[test]
    fn a_wrong_value_says_what_it_can_be() {
        let error = Config::parse("theme = \"pink\"").unwrap_err();
        assert_eq!(
            error,
            ConfigError::BadValue { line: 1, key: "theme", allowed: vec!["dark", "light", "mono"] }
        );
        let error = Config::parse("ascii = \"да\"").unwrap_err();
        assert_eq!(error, ConfigError::BadValue { line: 1, key: "ascii", allowed: vec!["true", "false"] });
        assert!(matches!(Config::parse("language = 5"), Err(ConfigError::BadValue { line: 1, .. })));
        assert!(matches!(Config::parse("\n\nlanguage"), Err(ConfigError::Syntax { line: 3 })));
    }

    #[test]
    fn a_file_with_a_mark_of_byte_order_and_windows_line_ends_is_read() {
        assert_eq!(Config::parse("\u{feff}language = \"en\"\r\n").unwrap().language, Some(Language::En));
    }
}

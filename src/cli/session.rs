//! Where this run works, in which language, and who acts.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::args::{Common, Confirm};
use super::failure::Failure;
use crate::clock::Clock;
use crate::config::{Config, ThemeName};
use crate::desk::{Confirmed, Desk, DeskError};
use crate::i18n::{Language, Words};
use crate::letters::spooler::{Printer, Spooler, Takes};
use crate::paths::Paths;
use crate::standard::office::Login;
use crate::terminal::start::Start;
use crate::terminal::theme::Theme;

/// What one run of the program is about.
#[derive(Debug)]
pub(super) struct Session {
    /// Where files lie; the register is the one that was asked for.
    pub paths: Paths,
    /// This desk's settings.
    pub config: Config,
    /// Where «now» comes from.
    pub clock: Clock,
    /// Who was named to act.
    who: Option<Login>,
    /// The screen's lines are drawn of signs.
    ascii: bool,
}

impl Session {
    /// Finds the files, reads the settings and the clock.
    pub fn begin(common: &Common) -> Result<Self, Failure> {
        let mut paths = places(common.home.as_deref(), common.db.as_deref()).ok_or(Failure::NoHome)?;
        let config = settings(common.config.as_deref(), &paths)?;
        if let Some(register) = common.db.as_ref().or(config.register.as_ref()) {
            paths.register.clone_from(register);
        }
        let clock = Clock::from_environment().map_err(Failure::Clock)?;
        let ascii = common.ascii || config.ascii;
        Ok(Self { paths, config, clock, who: common.who.clone().map(Login), ascii })
    }

    /// Opens the register; nobody sits at the desk yet.
    pub fn desk(&self) -> Result<Desk, Failure> {
        Desk::at(&self.paths.register, self.clock)?
            .ok_or_else(|| Failure::NoRegister(self.paths.register.clone()))
    }

    /// The printer of the settings, and what it takes.
    pub fn printer(&self) -> Option<Printer> {
        let takes = self.config.printer_takes.and_then(|takes| takes.name().parse().ok());
        let set = self.config.printer.is_some() || takes.is_some();
        set.then(|| Printer { name: self.config.printer.clone(), takes: takes.unwrap_or(Takes::Pdf) })
    }

    /// What the desk on the screen is opened with.
    pub fn start(self, words: Words) -> Start {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let name = self.config.theme.and_then(|theme| {
            ThemeName::ALL.into_iter().find(|(known, _)| *known == theme).map(|(_, name)| name)
        });
        let theme = Theme::named(name.unwrap_or("dark"), no_color).unwrap_or_default();
        let theme = Theme { ascii: self.ascii, ..theme };
        let printer = self.printer();
        Start {
            paths: self.paths,
            words,
            theme,
            printer,
            spooler: Spooler::default(),
            person: self.who,
            os_user: os_user(),
        }
    }

    /// Lets whoever acts sit down: who was named, else the person of the operating system's user, else the
    /// register's default person (readings, *Who acts*).
    pub fn sit(&self, desk: &mut Desk) -> Result<(), Failure> {
        let usual = || desk.usual_person(os_user().as_deref());
        let login = self.who.clone().or_else(usual).ok_or(DeskError::NobodyActs)?;
        Ok(desk.sit(&login)?)
    }
}

/// The name of the operating system's user.
fn os_user() -> Option<String> {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
}

/// The questions answered with yes.
pub(super) fn confirmed(confirm: &Confirm) -> Confirmed {
    confirm.codes.iter().copied().collect()
}

/// The language of this run, known before the arguments are: what is wrong with them is told in it.
pub(super) fn language(args: &[OsString]) -> Language {
    let asked = peek(args, "--lang").as_deref().and_then(Path::to_str).and_then(Language::from_code);
    let configured = || {
        let (home, config) = (peek(args, "--home"), peek(args, "--config"));
        let file = config.or_else(|| Some(places(home.as_deref(), None)?.config))?;
        Config::read(&file).ok()?.language
    };
    asked.or_else(configured).unwrap_or(Language::Ru)
}

/// The value of an option, by a look at the bare arguments.
fn peek(args: &[OsString], option: &str) -> Option<PathBuf> {
    let joined = format!("{option}=");
    args.iter().enumerate().find_map(|(at, arg)| {
        let value = arg.to_str().and_then(|arg| arg.strip_prefix(&joined)).map(PathBuf::from);
        value.or_else(|| args.get(at + 1).filter(|_| arg == option).map(PathBuf::from))
    })
}

fn places(home: Option<&Path>, db: Option<&Path>) -> Option<Paths> {
    let beside = |db: &Path| Paths::in_folder(db.parent().unwrap_or(Path::new(".")));
    home.map(Paths::in_folder).or_else(Paths::usual).or_else(|| db.map(beside))
}

/// The settings; a file that was named must be there.
fn settings(named: Option<&Path>, paths: &Paths) -> Result<Config, Failure> {
    let file = named.unwrap_or(&paths.config);
    if let Some((path, why)) = named.and_then(|file| Some((file.to_owned(), std::fs::metadata(file).err()?)))
    {
        return Err(Failure::Unreadable { path, why });
    }
    Config::read(file).map_err(|error| Failure::Config(error, file.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_understood() {
        assert_eq!(language(&args(&["otklik", "--home", "/nowhere", "nonsense"])), Language::Ru);
        assert_eq!(language(&args(&["otklik", "--lang", "en", "nonsense"])), Language::En);
        assert_eq!(language(&args(&["otklik", "nonsense", "--lang=en"])), Language::En);
    }

    #[test]
    fn the_settings_of_the_folder_that_was_named_give_the_language() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("config.toml"), "language = \"en\"\n").unwrap();
        let home = home.path().to_str().unwrap();
        assert_eq!(language(&args(&["otklik", "--home", home, "list"])), Language::En);
        assert_eq!(language(&args(&["otklik", "--home", home, "--lang", "ru"])), Language::Ru);
    }
}

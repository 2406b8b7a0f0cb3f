//! Where files lie: the register, this desk's own state, its settings, and what an office put in place of our assets.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders and files of this desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The register.
    pub register: PathBuf,
    /// This desk's own state: drafts, who sits here, the log.
    pub state: PathBuf,
    /// Its settings.
    pub config: PathBuf,
}

impl Paths {
    /// Everything in one folder that a person named (`--home`).
    #[must_use]
    pub fn in_folder(home: &Path) -> Self {
        Self { register: home.join("otklik.db"), state: home.join("desk"), config: home.join("config.toml") }
    }

    /// Where the operating system keeps such files; none where it knows no home folder.
    #[must_use]
    pub fn usual() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "otklik")?;
        Some(Self {
            register: dirs.data_dir().join("otklik.db"),
            state: dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned(),
            config: dirs.config_dir().join("config.toml"),
        })
    }

    /// Drafts of half-filled forms.
    #[must_use]
    pub fn drafts(&self) -> PathBuf {
        self.state.join("drafts.db")
    }

    /// What was typed of an office that is not there yet.
    #[must_use]
    pub fn first_day(&self) -> PathBuf {
        self.state.join("first-day.json")
    }

    /// Where each person was on the home screen, and the lists they saved.
    #[must_use]
    pub fn home_place(&self) -> PathBuf {
        self.state.join("home.json")
    }

    /// The topics each person chose last.
    #[must_use]
    pub fn recent_topics(&self) -> PathBuf {
        self.state.join("topics.json")
    }

    /// Who sits at this desk, for the person of the operating system.
    #[must_use]
    pub fn person(&self) -> PathBuf {
        self.state.join("person")
    }

    /// The log: ids only, never names or texts.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.state.join("otklik.log")
    }

    /// Letters that were written as files.
    #[must_use]
    pub fn letters_out(&self) -> PathBuf {
        self.register.parent().unwrap_or(Path::new(".")).join("letters-out")
    }

    /// The office's own letter templates.
    #[must_use]
    pub fn own_letters(&self) -> PathBuf {
        self.overrides().join("letters")
    }

    /// What the office put in place of our letters, reference pages and locales.
    #[must_use]
    pub fn overrides(&self) -> PathBuf {
        self.register.parent().unwrap_or(Path::new(".")).join("assets")
    }
}

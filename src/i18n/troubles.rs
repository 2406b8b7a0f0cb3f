//! Words for troubles with files and settings: what happened, and what to do about it.

use std::io;
use std::path::Path;

use super::Words;
use crate::clock::{BadClock, CLOCK_VARIABLE};
use crate::config::ConfigError;
use crate::desk::{
    BackupError, Change, DeskError, Finding, KeptFault, OpenError, SideFault, StoreError, Warning,
};
use crate::say;
use crate::standard::fold::Unfoldable;
use crate::standard::number::BadPattern;
use crate::standard::office::Office;
use crate::standard::text::EmailFault;
use crate::toml_fault::{TomlFault, TomlWhat};

impl Words {
    /// What keeps a text from being an e-mail address.
    #[must_use]
    pub fn email_fault(&self, fault: EmailFault) -> String {
        match fault {
            EmailFault::NoAt => say!(self, "email-no-at"),
            EmailFault::NoName => say!(self, "email-no-name"),
            EmailFault::NoDomain => say!(self, "email-no-domain"),
            EmailFault::Sign(sign) if sign.is_whitespace() => say!(self, "email-space"),
            EmailFault::Sign(sign) => say!(self, "email-sign", sign = sign.to_string()),
        }
    }

    /// Why a desk did not do what was asked. `register` is the file it works on; the office gives names to logins.
    #[must_use]
    pub fn trouble(&self, error: &DeskError, register: &Path, office: Option<&Office>) -> String {
        match error {
            DeskError::Refused(refusal) => self.refusal(refusal, office),
            DeskError::Changed(changes) => {
                let changes: Vec<_> = changes.iter().map(|change| self.change(change, office)).collect();
                say!(self, "trouble-changed", changes = changes.join("; "))
            }
            DeskError::NoAppeal(number) => say!(self, "trouble-no-appeal", number = number.as_str()),
            DeskError::SeveralAppeals(numbers) => {
                say!(self, "trouble-several-appeals", numbers = numbers.join(", "))
            }
            DeskError::NoVisit => say!(self, "trouble-no-visit"),
            DeskError::NoConsultation => say!(self, "trouble-no-consultation"),
            DeskError::NobodyActs => say!(self, "trouble-nobody-acts"),
            DeskError::UnknownActor(login) => say!(self, "trouble-unknown-actor", login = login.0.as_str()),
            DeskError::NotSetUp => say!(self, "trouble-not-set-up", file = path(register)),
            DeskError::AlreadySetUp => say!(self, "trouble-already-set-up", file = path(register)),
            DeskError::ClockNotAllowed => say!(self, "trouble-clock-not-allowed", variable = CLOCK_VARIABLE),
            DeskError::BadToml { name, fault } => {
                say!(self, "trouble-bad-file", file = name.as_str(), why = self.toml_fault(fault))
            }
            DeskError::BadFile { name, why } => {
                say!(self, "trouble-bad-file", file = name.as_str(), why = why.trim())
            }
            DeskError::Unfoldable(why) => say!(self, "trouble-unfoldable", why = self.unfoldable(why)),
            DeskError::Open(error) => self.open_error(error, register),
            DeskError::Store(error) => self.store_error(error),
        }
    }

    /// What is wrong with a TOML file.
    #[must_use]
    pub fn toml_fault(&self, fault: &TomlFault) -> String {
        let line = fault.line.to_string();
        match (&fault.what, fault.what.nearest()) {
            (TomlWhat::Unknown { word, .. }, Some(nearest)) => {
                say!(self, "toml-unknown-nearest", line = line, word = word.as_str(), nearest = nearest)
            }
            (TomlWhat::Unknown { word, known }, None) if known.is_empty() => {
                say!(self, "toml-unknown", line = line, word = word.as_str())
            }
            (TomlWhat::Unknown { word, known }, None) => {
                say!(self, "toml-unknown-among", line = line, word = word.as_str(), known = known.join(", "))
            }
            (TomlWhat::Missing(field), _) => {
                say!(self, "toml-missing", line = line, field = field.as_str())
            }
            (TomlWhat::Unreadable, _) => say!(self, "toml-unreadable", line = line),
        }
    }

    /// What another desk did meanwhile.
    fn change(&self, change: &Change, office: Option<&Office>) -> String {
        let who = office.map_or_else(|| change.who.0.clone(), |office| office.person_name(&change.who));
        format!("{}, {who}: {}", self.moment(change.at), self.fact_kind(&change.kind))
    }

    /// Why a register was not opened.
    #[must_use]
    pub fn open_error(&self, error: &OpenError, register: &Path) -> String {
        let file = path(register);
        match error {
            OpenError::Missing => say!(self, "open-missing", file = file),
            OpenError::AlreadyThere => say!(self, "open-already-there", file = file),
            OpenError::NoFolder => say!(self, "open-no-folder", file = file),
            OpenError::Folder => say!(self, "open-folder", file = file),
            OpenError::NotAFile => say!(self, "open-not-a-file", file = file),
            OpenError::LinkLoop => say!(self, "open-link-loop", file = file),
            OpenError::Forbidden => say!(self, "open-forbidden", file = file),
            OpenError::ReadOnlyFolder => say!(self, "open-read-only-folder", file = file),
            OpenError::ReadOnlyFile => say!(self, "open-read-only-file", file = file),
            OpenError::Empty => say!(self, "open-empty", file = file),
            OpenError::NotARegister => say!(self, "open-not-a-register", file = file),
            OpenError::Foreign { .. } => say!(self, "open-foreign", file = file),
            OpenError::Truncated { expected, found } => {
                say!(
                    self,
                    "open-truncated",
                    file = file,
                    expected = expected.to_owned(),
                    found = found.to_owned()
                )
            }
            OpenError::NewerSchema { file: theirs, program } => {
                say!(
                    self,
                    "open-newer-schema",
                    file = file,
                    theirs = theirs.to_owned(),
                    ours = program.to_owned()
                )
            }
            OpenError::OlderSchema { .. } => say!(self, "open-older-schema", file = file),
            OpenError::Network { kind } => say!(self, "open-network", file = file, kind = kind.as_str()),
            OpenError::UnsafeEngine { version } => {
                say!(self, "open-unsafe-engine", version = version.to_owned())
            }
            OpenError::NoWal { mode } => say!(self, "open-no-wal", file = file, mode = mode.as_str()),
            OpenError::Busy => say!(self, "open-busy", file = file),
            OpenError::Damaged(finding) => {
                say!(self, "open-damaged", file = file, finding = self.finding(finding))
            }
            OpenError::NoBackup(why) => {
                say!(self, "open-no-backup", file = file.clone(), why = self.backup_error(why, register))
            }
            OpenError::Io(error) => say!(self, "open-io", file = file, why = self.system(error)),
            OpenError::Store(error) => self.store_error(error),
        }
    }

    /// Why the register did not do what was asked.
    #[must_use]
    pub fn store_error(&self, error: &StoreError) -> String {
        match error {
            StoreError::Stale { .. } => say!(self, "store-stale"),
            StoreError::SeriesBegun { next } => say!(self, "store-series-begun", next = next.to_owned()),
            StoreError::SeriesEnded => say!(self, "store-series-ended"),
            StoreError::Body(_) => say!(self, "store-body"),
            StoreError::NoRandomness => say!(self, "store-no-randomness"),
            StoreError::Busy => say!(self, "store-busy"),
            StoreError::DiskFull => say!(self, "store-disk-full"),
            StoreError::ReadOnly => say!(self, "store-read-only"),
            StoreError::Upgraded => say!(self, "store-upgraded"),
            StoreError::Damaged(finding) => say!(self, "store-damaged", finding = self.finding(finding)),
            StoreError::Disk(code) => say!(self, "store-disk", code = code.to_owned()),
            StoreError::Engine { code, detail } => {
                say!(self, "store-engine", code = code.to_owned(), detail = detail.as_str())
            }
        }
    }

    /// Why there is no backup, or nothing was restored from one.
    #[must_use]
    pub fn backup_error(&self, error: &BackupError, file: &Path) -> String {
        match error {
            BackupError::AlreadyThere => say!(self, "backup-already-there", file = path(file)),
            BackupError::Unusable(error) => self.open_error(error, file),
            BackupError::Unsound(findings) => {
                say!(self, "backup-unsound", file = path(file), findings = self.first_findings(findings))
            }
            BackupError::RegisterUnsound(findings) => {
                say!(self, "backup-register-unsound", findings = self.first_findings(findings))
            }
            BackupError::InUse => say!(self, "backup-in-use"),
            BackupError::Store(error) => self.store_error(error),
            BackupError::Io(error) => say!(self, "backup-io", why = self.system(error)),
        }
    }

    /// What was found first.
    fn first_findings(&self, findings: &[Finding]) -> String {
        findings.iter().take(3).map(|finding| self.finding(finding)).collect::<Vec<_>>().join(" ")
    }

    /// One thing in a register that is not as it was written.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> String {
        match finding {
            Finding::Structure(detail) => say!(self, "finding-structure", detail = detail.as_str()),
            Finding::Schema(name) => say!(self, "finding-schema", name = name.as_str()),
            Finding::Altered { office_seq, .. } => {
                say!(self, "finding-altered", place = office_seq.to_string())
            }
            Finding::Unlinked { office_seq, .. } => {
                say!(self, "finding-unlinked", place = office_seq.to_string())
            }
            Finding::Personal { office_seq, place, fault, .. } => {
                let fault = match fault {
                    SideFault::Changed => say!(self, "side-changed"),
                    SideFault::Missing => say!(self, "side-missing"),
                    SideFault::Stray => say!(self, "side-stray"),
                };
                say!(
                    self,
                    "finding-personal",
                    place = office_seq.to_string(),
                    value = place.as_str(),
                    fault = fault
                )
            }
            Finding::ErasedByNone { office_seq, .. } => {
                say!(self, "finding-erased-by-none", place = office_seq.to_string())
            }
            Finding::Versions(subject) => say!(self, "finding-versions", subject = subject.to_string()),
            Finding::Unfoldable { subject, why } => {
                say!(self, "finding-unfoldable", subject = subject.to_string(), why = self.unfoldable(why))
            }
            Finding::Line(subject) => say!(self, "finding-line", subject = subject.to_string()),
            Finding::LineOfNone(subject) => {
                say!(self, "finding-line-of-none", subject = subject.to_string())
            }
            Finding::OtherOffice(office) => say!(self, "finding-other-office", office = office.to_string()),
            Finding::OfficeOfNone(office) => {
                say!(self, "finding-office-of-none", office = office.to_string())
            }
            Finding::Letter { number, fault } => match fault {
                KeptFault::Missing => say!(self, "finding-letter-missing", number = number.as_str()),
                KeptFault::Damaged => say!(self, "finding-letter-damaged", number = number.as_str()),
            },
            Finding::Request(appeal) => say!(self, "finding-request", subject = appeal.to_string()),
            Finding::KeyOfNone => say!(self, "finding-key-of-none"),
            Finding::Counter { series, year } => {
                say!(self, "finding-counter", series = self.series(*series), year = year.to_string())
            }
            Finding::Doubled { number } => say!(self, "finding-doubled", number = number.as_str()),
            Finding::Number { series, year, serial } => say!(
                self,
                "finding-number",
                series = self.series(*series),
                year = year.to_string(),
                serial = serial.to_string()
            ),
        }
    }

    /// Something to be said of where a register lies.
    #[must_use]
    pub fn warning(&self, warning: &Warning) -> String {
        match warning {
            Warning::Fuse(kind) => say!(self, "warning-fuse", kind = kind.as_str()),
        }
    }

    /// Why a file of settings can't be used.
    #[must_use]
    pub fn config_error(&self, error: &ConfigError, file: &Path) -> String {
        let file = path(file);
        match error {
            ConfigError::Unreadable { kind } => {
                say!(self, "config-unreadable", file = file, why = self.system(&(*kind).into()))
            }
            ConfigError::Syntax { line } => {
                say!(self, "config-syntax", file = file, line = line.to_string())
            }
            ConfigError::UnknownKey { line, key, nearest } => say!(
                self,
                "config-unknown-key",
                file = file,
                line = line.to_string(),
                key = key.as_str(),
                nearest = nearest.to_owned()
            ),
            ConfigError::BadValue { line, key, allowed } if allowed.is_empty() => {
                say!(self, "config-needs-text", file = file, line = line.to_string(), key = key.to_owned())
            }
            ConfigError::BadValue { line, key, allowed } => say!(
                self,
                "config-bad-value",
                file = file,
                line = line.to_string(),
                key = key.to_owned(),
                allowed = allowed.join(", ")
            ),
        }
    }

    /// The clock was set by hand to something that is no moment.
    #[must_use]
    pub fn bad_clock(&self, clock: &BadClock) -> String {
        say!(self, "clock-bad", variable = CLOCK_VARIABLE, value = clock.0.as_str())
    }

    /// Why a pattern of numbers can't be used.
    #[must_use]
    pub fn bad_pattern(&self, error: &BadPattern) -> String {
        match error {
            BadPattern::UnknownToken(token) => say!(self, "pattern-unknown-token", token = token.as_str()),
            BadPattern::Unpaired => say!(self, "pattern-unpaired"),
            BadPattern::NotUnique => say!(self, "pattern-not-unique"),
        }
    }

    /// What the operating system said, in our words; what is not one of the usual things by its number, for whoever looks
    /// after the machine.
    #[must_use]
    pub fn system(&self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::NotFound => say!(self, "system-not-found"),
            io::ErrorKind::PermissionDenied => say!(self, "system-forbidden"),
            io::ErrorKind::AlreadyExists => say!(self, "system-already-there"),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => say!(self, "system-disk-full"),
            io::ErrorKind::ReadOnlyFilesystem => say!(self, "system-read-only"),
            io::ErrorKind::IsADirectory => say!(self, "system-folder"),
            io::ErrorKind::NotADirectory => say!(self, "system-not-a-folder"),
            io::ErrorKind::FileTooLarge => say!(self, "system-too-large"),
            io::ErrorKind::InvalidFilename => say!(self, "system-bad-name"),
            io::ErrorKind::InvalidData => say!(self, "system-not-text"),
            io::ErrorKind::StaleNetworkFileHandle
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::TimedOut => say!(self, "system-network"),
            _ => match error.raw_os_error() {
                Some(code) => say!(self, "system-other", code = code),
                None => error.to_string(),
            },
        }
    }

    fn unfoldable(&self, why: &Unfoldable) -> String {
        match why {
            Unfoldable::NoBeginning => say!(self, "unfoldable-no-beginning"),
            Unfoldable::NewerBeginning => say!(self, "unfoldable-newer-beginning"),
            Unfoldable::OutOfOrder { version } => {
                say!(self, "unfoldable-out-of-order", version = version.to_string())
            }
        }
    }
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

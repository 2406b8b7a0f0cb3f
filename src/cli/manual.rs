//! The manual on standard output: the terminal's part, and the commands of the shell from their own help.

use clap::Command;

use super::failure::Failure;
use super::help;
use super::output::Shell;
use crate::i18n::Words;
use crate::terminal::manual::{heading, row, table, written};

/// Prints the manual in the language of the run.
///
/// # Errors
/// When it can't be written.
pub(super) fn manual(shell: &mut Shell<'_>) -> Result<(), Failure> {
    let manual = written(&shell.words, &commands(&shell.words));
    shell.say(manual.trim_end())
}

/// The chapter on the shell: every command with what it does.
fn commands(words: &Words) -> String {
    let mut out = String::new();
    heading(&mut out, 2, &words.by_id("manual-shell"));
    out.push_str(&words.by_id("manual-shell-note"));
    out.push_str("\n\n");
    table(&mut out, &[&words.by_id("manual-column-command"), &words.by_id("manual-column-what")]);
    let command = help::command(words);
    listed(&mut out, &command, "otklik");
    out.trim_start().to_owned()
}

/// A row for each command below this one.
fn listed(out: &mut String, command: &Command, path: &str) {
    let own = command.get_subcommands().filter(|sub| sub.get_name() != "help");
    for sub in own {
        let path = format!("{path} {}", sub.get_name());
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        row(out, &[&format!("`{path}`"), &about]);
        listed(out, sub, &path);
    }
}

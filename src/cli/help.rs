//! Help in the language of the run: clap gives the shape, the locales give every word.
//!
//! Ids are made of names: `cli-about-staff-add` is what a command does; an option's help is `cli-help-staff-add-login`, or
//! `cli-help-login` where it is the same everywhere; `cli-value-login` is the name of its value. A test walks them all.

use clap::builder::Str;
use clap::{Arg, Command, CommandFactory as _};

use super::args::Cli;
use crate::i18n::Words;
use crate::paths::Paths;
use crate::say;

/// The command line in the words of a language.
pub(super) fn command(words: &Words) -> Command {
    let mut command = Cli::command();
    command.build();
    let command = worded(command, words, "");
    match Paths::usual() {
        Some(paths) => command.after_help(say!(
            words,
            "cli-help-after",
            register = paths.register.display().to_string(),
            config = paths.config.display().to_string()
        )),
        None => command,
    }
}

/// A command and all below it, worded. `path` is what leads to it, each name preceded by a dash.
fn worded(command: Command, words: &Words, path: &str) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .about(words.by_id(&format!("cli-about{path}")))
        .long_about(None)
        .subcommand_help_heading(say!(words, "cli-help-commands"))
        .subcommand_value_name(say!(words, "cli-help-command"))
        .mut_args(|arg| worded_arg(arg, words, path));
    for name in subcommands {
        command = command.mut_subcommand(&name, |sub| worded(sub, words, &format!("{path}-{name}")));
    }
    let usage = usage(&mut command, words);
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        say!(words, "cli-help-usage")
    );
    command.override_usage(usage).help_template(template)
}

/// The line of usage, without clap's own words.
fn usage(command: &mut Command, words: &Words) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage);
    usage.replace("[OPTIONS]", &format!("[{}]", say!(words, "cli-help-options-short")))
}

fn worded_arg(arg: Arg, words: &Words, path: &str) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = format!("cli-help{path}-{id}");
    let text =
        if words.loader().has(&own) { words.by_id(&own) } else { words.by_id(&format!("cli-help-{id}")) };
    let known: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let takes_value = arg.get_action().takes_values();
    let text = if known.is_empty() || !takes_value { text } else { format!("{text} [{}]", known.join(", ")) };
    let heading = if arg.is_global_set() || id == "version" {
        say!(words, "cli-help-common")
    } else if arg.is_positional() {
        say!(words, "cli-help-arguments")
    } else {
        say!(words, "cli-help-options")
    };
    let values: Vec<Str> = arg
        .get_value_names()
        .filter(|_| takes_value)
        .unwrap_or_default()
        .iter()
        .map(|name| words.by_id(&format!("cli-value-{name}")).into())
        .collect();
    let arg = arg.help(text).long_help(None).help_heading(heading).hide_possible_values(true);
    if values.is_empty() { arg } else { arg.value_names(values) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::Language;

    /// Every id that the walk over the commands asks for.
    fn wanted(command: &Command, words: &Words, path: &str, ids: &mut BTreeSet<String>) {
        ids.insert(format!("cli-about{path}"));
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let own = format!("cli-help{path}-{id}");
            ids.insert(if words.loader().has(&own) { own } else { format!("cli-help-{id}") });
            if arg.get_action().takes_values() {
                let names = arg.get_value_names().unwrap_or_default();
                ids.extend(names.iter().map(|name| format!("cli-value-{name}")));
            }
        }
        for sub in command.get_subcommands() {
            wanted(sub, words, &format!("{path}-{}", sub.get_name()), ids);
        }
    }

    #[test]
    fn every_command_and_option_is_explained_in_both_languages_and_nothing_else_is() {
        let said_by_hand = [
            "cli-help-after",
            "cli-help-commands",
            "cli-help-command",
            "cli-help-usage",
            "cli-help-options",
            "cli-help-options-short",
            "cli-help-common",
            "cli-help-arguments",
        ];
        for language in Language::ALL {
            let words = Words::new(language);
            let mut ids = BTreeSet::from(said_by_hand.map(str::to_owned));
            let mut command = Cli::command();
            command.build();
            wanted(&command, &words, "", &mut ids);
            let missing: Vec<_> = ids.iter().filter(|id| !words.loader().has(id)).collect();
            assert!(missing.is_empty(), "{language:?}: without words: {missing:?}");
            let file =
                std::fs::read_to_string(format!("assets/locales/{}/otklik.ftl", language.code())).unwrap();
            let unused: Vec<_> = file
                .lines()
                .filter_map(|line| line.split_once(" = ").map(|(id, _)| id))
                .filter(|id| {
                    ["cli-about", "cli-help-", "cli-value-"].iter().any(|start| id.starts_with(start))
                })
                .filter(|id| !ids.contains(*id))
                .collect();
            assert!(unused.is_empty(), "{language:?}: explains nothing: {unused:?}");
        }
    }

    #[test]
    fn help_has_no_words_of_claps_own() {
        fn walk(command: &mut Command) {
            let help = command.render_long_help().to_string();
            for foreign in
                ["Usage", "Options:", "Commands:", "Arguments:", "OPTIONS", "COMMAND", "Print", "possible"]
            {
                assert!(!help.contains(foreign), "{foreign:?} in:\n{help}");
            }
            for sub in command.get_subcommands_mut() {
                walk(sub);
            }
        }
        walk(&mut command(&Words::new(Language::Ru)));
    }
}

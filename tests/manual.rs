//! The manual in `docs/` is today's: it is made of the tables of commands and forms and of the words of help.

#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

use std::collections::BTreeSet;
use std::process::Command;

use otklik::i18n::{Language, Words};
use otklik::terminal::command::COMMANDS;
use otklik::terminal::forms::{FORMS, capitalised};
use otklik::terminal::help::OTHER_KEYS;
use otklik::terminal::manual::prose;

/// The manual as the program prints it, wherever it is run.
fn printed(language: Language) -> String {
    let home = tempfile::tempdir().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_otklik"))
        .args(["--home", home.path().to_str().unwrap(), "--lang", language.code(), "manual"])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "it only prints");
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn the_manuals_in_docs_are_todays() {
    for language in Language::ALL {
        let file = format!("docs/manual.{}.md", language.code());
        let kept = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        assert!(kept == printed(language), "{file} is not today's: run scripts/manual.sh");
    }
}

#[test]
fn the_manual_has_every_command_every_form_and_every_field() {
    for language in Language::ALL {
        let (manual, words) = (printed(language), Words::new(language));
        for entry in &COMMANDS {
            assert!(manual.contains(&format!("| {} |", words.by_id(entry.name))), "{:?}", entry.command);
            assert!(manual.contains(&entry.key_names()), "{:?}", entry.command);
        }
        for form in &FORMS {
            assert!(manual.contains(&format!("### {}\n", words.by_id(form.title))), "{:?}", form.name);
            for field in form.fields {
                let label = capitalised(&words.by_id(field.label));
                let help = words.by_id(field.help);
                let what = help.lines().next().unwrap().replace('|', "\\|");
                assert!(
                    manual.contains(&format!("- **{label}** — {what}  \n")),
                    "{:?} {}",
                    form.name,
                    field.id
                );
            }
        }
        assert!(manual.contains("`otklik register`") && manual.contains("`otklik staff add`"));
    }
}

/// What the manual tells to press or to choose is there under that name.
#[test]
fn the_manual_names_only_keys_and_names_that_the_program_has() {
    for language in Language::ALL {
        let words = Words::new(language);
        let file = format!("assets/locales/{}/otklik.ftl", language.code());
        let file = std::fs::read_to_string(file).unwrap();
        let values: BTreeSet<&str> =
            file.lines().filter_map(|line| Some(line.split_once(" = ")?.1)).collect();
        let keys: String = COMMANDS
            .iter()
            .map(otklik::terminal::command::Entry::key_names)
            .chain(OTHER_KEYS.iter().map(|(keys, _)| words.by_id(keys)))
            .collect::<Vec<_>>()
            .join(" ");
        let known: BTreeSet<&str> = keys.split([' ', ',']).collect();
        let (opens, closes) = if language == Language::Ru { ('«', '»') } else { ('“', '”') };
        let mut seen = 0;
        for id in prose() {
            let text = words.by_id(id);
            for word in text.split(|c: char| c.is_whitespace() || ",.;:()".contains(c)) {
                let function = word.strip_prefix('F').is_some_and(|rest| rest.parse::<u8>().is_ok());
                if function || word.starts_with("Ctrl+") {
                    assert!(known.contains(word), "{id}: no key {word}");
                    seen += 1;
                }
            }
            for quoted in text.split(opens).skip(1).filter_map(|rest| Some(rest.split_once(closes)?.0)) {
                // A name begins with a capital; what one types does not, and a saying ends as it ends.
                let name = quoted.chars().next().is_some_and(char::is_uppercase) && !quoted.ends_with('?');
                assert!(!name || values.contains(quoted), "{id}: nothing is called {quoted}");
            }
        }
        assert!(seen > 20, "{seen}");
    }
}

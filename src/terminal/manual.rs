//! The manual, made from the table of commands, the table of forms and the words of help: what the screen says and what
//! the manual says can't differ.

use std::fmt::Write as _;

use super::command::COMMANDS;
use super::forms::{FORMS, FieldEntry, capitalised};
use super::help::OTHER_KEYS;
use crate::i18n::Words;

/// Chapters of one message, its first line the heading, that stand before the screens.
const BEGINNING: [&str; 1] = ["manual-minutes"];

/// The main screens: the name of the picture, the heading, what help says there.
const SCREENS: [(&str, &str, &str); 10] = [
    ("home", "manual-screen-home", "home-help"),
    ("card", "manual-screen-card", "card-help"),
    ("register", "manual-screen-register", "help-new-appeal"),
    ("pick", "manual-screen-pick", "keys-letters-help"),
    ("reply", "manual-screen-reply", "help-reply"),
    ("preview", "command-preview", "preview-help"),
    ("print", "command-print", "print-help"),
    ("journals", "manual-screen-journals", "journals-help"),
    ("find", "command-find", "find-help"),
    ("commands", "manual-screen-commands", "command-menu-help"),
];

/// The jobs of a clerk, in the order of a day.
const JOBS: [&str; 11] = [
    "manual-job-visit",
    "manual-job-letter",
    "manual-job-consultation",
    "manual-job-route",
    "manual-job-reply",
    "manual-job-interim",
    "manual-job-ground",
    "manual-job-mend",
    "manual-job-find",
    "manual-job-journals",
    "manual-job-keep",
];

/// Chapters that stand at the end.
const END: [&str; 2] = ["manual-promises", "manual-when"];

/// The manual as Markdown: what the screens are, how each job is done, every key, every field. `shell` is the chapter on
/// the commands of the shell, which is not the terminal's to write.
#[must_use]
pub fn written(words: &Words, shell: &str) -> String {
    let mut out = format!("# {}\n\n{}\n", words.by_id("manual-title"), words.by_id("manual-intro"));
    for id in BEGINNING {
        chapter(&mut out, 2, &words.by_id(id));
    }
    screens(&mut out, words);
    heading(&mut out, 2, &words.by_id("manual-jobs"));
    for id in JOBS {
        chapter(&mut out, 3, &words.by_id(id));
    }
    keys(&mut out, words);
    forms(&mut out, words);
    out.push('\n');
    out.push_str(shell.trim_end());
    out.push('\n');
    for id in END {
        chapter(&mut out, 2, &words.by_id(id));
    }
    // A heading right after a heading leaves one blank line, not two.
    out.replace("\n\n\n", "\n\n")
}

/// A heading with a blank line on either side.
pub fn heading(out: &mut String, level: usize, text: &str) {
    // Writing into memory can't fail.
    let _ = write!(out, "\n{} {text}\n\n", "#".repeat(level));
}

/// A text whose first line is its heading.
fn chapter(out: &mut String, level: usize, text: &str) {
    let (title, body) = text.split_once('\n').unwrap_or((text, ""));
    heading(out, level, title);
    out.push_str(body.trim());
    out.push('\n');
}

fn screens(out: &mut String, words: &Words) {
    heading(out, 2, &words.by_id("manual-screens"));
    for (at, (picture, title, help)) in SCREENS.iter().enumerate() {
        let title = words.by_id(title);
        if at > 0 {
            out.push('\n');
        }
        let folder = words.language().code();
        let _ = write!(out, "### {title}\n\n![{title}](pictures/{folder}/{picture}.svg)\n\n");
        out.push_str(&lines(&words.by_id(help)));
    }
}

/// Lines of help, each a paragraph's line of its own.
fn lines(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(str::trim_end).collect();
    // Two spaces keep a line's end, but for the last one.
    lines.join("  \n") + "\n"
}

/// A row of a table: what would end a cell is escaped.
pub fn row(out: &mut String, cells: &[&str]) {
    for cell in cells {
        let _ = write!(out, "| {} ", cell.replace('|', "\\|").replace('\n', " "));
    }
    out.push_str("|\n");
}

/// The head of a table with worded columns.
pub fn table(out: &mut String, columns: &[&str]) {
    row(out, columns);
    out.push_str(&"| --- ".repeat(columns.len()));
    out.push_str("|\n");
}

fn keys(out: &mut String, words: &Words) {
    heading(out, 2, &words.by_id("manual-keys"));
    out.push_str(&words.by_id("manual-keys-note"));
    out.push_str("\n\n");
    let [keys, command, what] =
        ["manual-column-keys", "manual-column-command", "manual-column-what"].map(|id| words.by_id(id));
    table(out, &[&keys, &command, &what]);
    for entry in &COMMANDS {
        // What has no key is found by its name.
        let keys = if entry.key_names().is_empty() { "F9".to_owned() } else { entry.key_names() };
        row(out, &[&format!("`{keys}`"), &words.by_id(entry.name), &words.by_id(entry.help)]);
    }
    heading(out, 3, &words.by_id("manual-other-keys"));
    table(out, &[&keys, &what]);
    for (keys, help) in &OTHER_KEYS {
        row(out, &[&format!("`{}`", words.by_id(keys)), &words.by_id(help)]);
    }
}

fn forms(out: &mut String, words: &Words) {
    heading(out, 2, &words.by_id("manual-forms"));
    for (at, form) in FORMS.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let about = words.by_id(form.about);
        let _ = write!(out, "### {}\n\n{}\n", words.by_id(form.title), lines(&about));
        for entry in form.fields {
            field(out, entry, words);
        }
    }
}

/// A field as an item: its name, what it is, and below them the example and the rule.
fn field(out: &mut String, entry: &FieldEntry, words: &Words) {
    let help = words.by_id(entry.help);
    let mut said = help.lines();
    let what = said.next().unwrap_or_default().replace('|', "\\|");
    let mut item = vec![format!("- **{}** — {what}", capitalised(&words.by_id(entry.label)))];
    for line in said {
        let mark = ["explain-example", "explain-rule"].map(|id| words.by_id(id));
        let marked = mark.iter().find_map(|mark| Some((mark, line.strip_prefix(mark.as_str())?)));
        item.push(marked.map_or_else(|| line.to_owned(), |(mark, rest)| format!("  *{mark}*{rest}")));
    }
    out.push_str(&lines(&item.join("\n")));
}

/// Ids of the messages that only the manual says, for whoever checks them.
pub fn prose() -> impl Iterator<Item = &'static str> {
    BEGINNING.into_iter().chain(JOBS).chain(END)
}

//! The house is built as its map says (`src/lib.rs`): arrows between rooms run one way, and what belongs to one room is
//! touched in no other. Every `use` and every path in the source is read.

#![expect(clippy::unwrap_used, reason = "source and words that can't be read are a failed test")]

mod source;

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use source::is_test;
use syn::visit::Visit;
use syn::{ItemMod, ItemUse, Macro, UseTree};

/// A path that a file names, from its first word on: `crate::standard::office::Login`, `std::process::Command`.
type Named = Vec<String>;

/// Reads every path of a file, in code, in macros' arguments as well; tests may do as they like.
#[derive(Default)]
struct Paths {
    named: BTreeSet<Named>,
}

impl Paths {
    fn tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |word: &dyn ToString| [before, &[word.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.tree(&with(&path.ident), &path.tree),
            UseTree::Name(name) => drop(self.named.insert(with(&name.ident))),
            UseTree::Rename(rename) => drop(self.named.insert(with(&rename.ident))),
            UseTree::Glob(_) => drop(self.named.insert(before.to_vec())),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(before, item)),
        }
    }

    /// Paths in a macro's argument, which `syn` leaves as words: `word :: word …`.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Named = Vec::new();
        let mut colons = 0;
        for tree in tokens {
            match tree {
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        self.take(&mut path);
                    }
                    path.push(word.to_string());
                    colons = 0;
                }
                other => {
                    self.take(&mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.take(&mut path);
    }

    fn take(&mut self, path: &mut Named) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.named.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !is_test(&item.attrs) {
            self.tree(&[], &item.tree);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.named.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        self.tokens(item.tokens.clone());
        syn::visit::visit_macro(self, item);
    }
}

/// What one file names, `crate::` and `super::` resolved.
struct File {
    /// Where it lies below `src`.
    name: String,
    room: String,
    named: BTreeSet<Named>,
}

fn files() -> Vec<File> {
    let files = source::files().into_iter().map(|source::File { name, syntax }| {
        let mut read = Paths::default();
        read.visit_file(&syntax);
        let module = module_of(&name);
        let room = module.first().cloned().unwrap_or_default();
        let named = read.named.into_iter().map(|path| resolved(path, &module)).collect();
        File { name, room, named }
    });
    files.collect()
}

/// `desk/demo/days.rs` is the module desk, demo, days.
fn module_of(name: &str) -> Vec<String> {
    let mut parts: Vec<_> = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

/// The path from the crate's root on, where it is one of ours.
fn resolved(path: Named, module: &[String]) -> Named {
    let root = || vec!["crate".to_owned()];
    match path.first().map(String::as_str) {
        Some("self") => [root(), module.to_vec(), path[1..].to_vec()].concat(),
        Some("super") => {
            let up = path.iter().take_while(|word| *word == "super").count();
            let kept = module.len().saturating_sub(up);
            [root(), module[..kept].to_vec(), path[up..].to_vec()].concat()
        }
        Some("otklik") => [root(), path[1..].to_vec()].concat(),
        _ => path,
    }
}

/// The rooms that each room may name besides itself. What is not here may name no room at all.
fn may_know(room: &str) -> &'static [&'static str] {
    match room {
        "register" => &["standard", "files"],
        "desk" => &["register", "standard", "clock", "toml_fault", "keyboard"],
        "letters" => &["standard", "i18n", "files", "toml_fault"],
        "i18n" => &["standard", "desk", "register", "clock", "config", "language", "toml_fault"],
        "config" => &["language"],
        "printing" => &["desk", "letters", "standard", "i18n"],
        "terminal" => &[
            "printing", "desk", "letters", "standard", "i18n", "language", "text", "paths", "clock", "files",
            "keyboard",
        ],
        "cli" => &[
            "terminal", "printing", "desk", "letters", "standard", "i18n", "language", "text", "paths",
            "clock", "config", "files",
        ],
        "main" | "" => &["cli"],
        _ => &[],
    }
}

#[test]
fn arrows_between_rooms_run_one_way() {
    let files = files();
    let rooms: BTreeSet<_> =
        files.iter().map(|file| file.room.as_str()).filter(|room| !room.is_empty()).collect();
    assert!(rooms.len() > 8, "the source was read: {rooms:?}");
    let mut wrong = Vec::new();
    for file in &files {
        for path in file.named.iter().filter(|path| path[0] == "crate") {
            let Some(other) = path.get(1).filter(|other| rooms.contains(other.as_str())) else { continue };
            if *other != file.room && !may_know(&file.room).contains(&other.as_str()) {
                wrong.push(format!("{}: {}", file.name, path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "a room names one that it may not know:\n{}", wrong.join("\n"));
}

/// Of the desk `i18n` words what it refuses, and nothing more.
#[test]
fn words_know_errors_and_no_work() {
    const WORDED: [&str; 9] = [
        "BackupError",
        "Change",
        "DeskError",
        "Finding",
        "KeptFault",
        "OpenError",
        "SideFault",
        "StoreError",
        "Warning",
    ];
    let files = files();
    let of_words = files.iter().filter(|file| file.room == "i18n").flat_map(|file| &file.named);
    let work: Vec<_> = of_words
        .filter(|path| {
            path[0] == "crate" && matches!(path.get(1).map(String::as_str), Some("desk" | "register"))
        })
        .filter(|path| !path.get(2).is_some_and(|name| WORDED.contains(&name.as_str())))
        .collect();
    assert!(work.is_empty(), "{work:?}");
}

/// Files outside `rooms` that name a path which begins so.
fn strays(begins: &[&str], rooms: &[&str]) -> Vec<String> {
    let files = files();
    let names = |file: &&File| {
        file.named.iter().any(|path| {
            path.iter().zip(begins).all(|(one, other)| one == other) && path.len() >= begins.len()
        })
    };
    assert!(files.iter().filter(names).count() > 0, "nobody names {begins:?}: is this test still of use?");
    let outside = |file: &&File| !rooms.iter().any(|room| file.name.starts_with(room));
    files.iter().filter(names).filter(outside).map(|file| file.name.clone()).collect()
}

#[test]
fn sql_stands_in_the_register_only() {
    assert_eq!(strays(&["rusqlite"], &["register/"]), [""; 0]);
}

#[test]
fn only_the_terminal_knows_the_screen() {
    assert_eq!(strays(&["ratatui"], &["terminal/"]), [""; 0]);
    assert_eq!(strays(&["crossterm"], &["terminal/"]), [""; 0]);
}

#[test]
fn only_the_printer_is_another_program() {
    assert_eq!(strays(&["std", "process", "Command"], &["letters/spooler.rs"]), [""; 0]);
}

#[test]
fn the_reader_of_paths_finds_them_wherever_they_stand() {
    let text = "use crate::desk::{self as d, Desk}; use super::form::*;
        fn f() { assert!(crate::text::shown(x) == std::process::id()); let y: crate::paths::Paths = g(); }
        #[cfg(test)] mod tests { use rusqlite::Connection; } #[test] fn t() { crate::cli::run(); }";
    let mut read = Paths::default();
    read.visit_file(&syn::parse_file(text).unwrap());
    let module = ["terminal".to_owned(), "app".to_owned()];
    let named: Vec<_> = read
        .named
        .into_iter()
        .map(|path| resolved(path, &module).join("::"))
        .filter(|path| path.contains("::"))
        .collect();
    assert_eq!(
        named,
        [
            "crate::desk::Desk",
            "crate::desk::self",
            "crate::paths::Paths",
            "crate::text::shown",
            "std::process::id",
            "crate::terminal::form"
        ]
    );
}

//! The program's own source, parsed, for the tests that hold its order.

use std::path::{Path, PathBuf};

/// A file of the source that is no test.
pub struct File {
    /// Where it lies below `src`, with `/` between folders.
    pub name: String,
    /// What it holds.
    pub syntax: syn::File,
}

/// Every file below `src` but those that hold only tests.
pub fn files() -> Vec<File> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    below(&src, &mut paths);
    paths.sort();
    let files = paths.into_iter().filter_map(|path| {
        let name = path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        let syntax = || syn::parse_file(&std::fs::read_to_string(&path).unwrap()).unwrap();
        (!is_tests_own(&name)).then(|| File { name, syntax: syntax() })
    });
    files.collect()
}

fn below(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push(path);
        }
    }
}

fn is_tests_own(name: &str) -> bool {
    name.split('/').any(|part| matches!(part, "tests" | "tests.rs") || part.ends_with("_tests.rs"))
}

/// Whether an item stands in the tests only.
pub fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let for_tests = || attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"));
        attribute.path().is_ident("test") || (attribute.path().is_ident("cfg") && for_tests())
    })
}

//! Unhappy files: one clear sentence, exit code 3, and the file is left as it was. Backups, and what a check finds.

use std::path::Path;

use super::{Desk, Ended};

/// Looks at a register in every way; the file must be left as it was.
fn left_alone(desk: &Desk, register: &Path, expected: &str) {
    let before = std::fs::read(register).unwrap();
    let name = register.to_str().unwrap();
    for args in [
        &["list"][..],
        &["check"],
        &["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "x"],
        &["setup", "--office", "x", "--unit", "y", "--person", "Иванова Анна"],
        &["demo", "--appeals", "1"],
    ] {
        let Ended { code, out, err } = desk.run(&[&["--db", name], args].concat());
        assert_eq!(code, Some(3), "{args:?}: {err}");
        assert_eq!(out, "");
        assert_eq!(err.lines().count(), 1, "one sentence: {err}");
        assert!(err.contains(expected) && err.contains(name), "{args:?}: {err}");
        assert_eq!(std::fs::read(register).unwrap(), before, "{args:?} changed the file");
    }
    let beside = std::fs::read_dir(register.parent().unwrap()).unwrap();
    let names: Vec<_> = beside.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let own = register.file_name().unwrap().to_str().unwrap();
    assert!(!names.iter().any(|name| name.starts_with(own) && name != own), "left beside it: {names:?}");
}

/// A sound register at rest, as bytes.
fn sound() -> Vec<u8> {
    let desk = Desk::with_office();
    for at in 0..20 {
        desk.done(&[
            "register",
            "--channel",
            "phone",
            "--kind",
            "enquiry",
            "--anonymous",
            "--gist",
            &format!("Вопрос {at}"),
        ]);
    }
    desk.done(&["backup", desk.folder().join("b").to_str().unwrap()]);
    let mut copies = std::fs::read_dir(desk.folder().join("b")).unwrap();
    std::fs::read(copies.next().unwrap().unwrap().path()).unwrap()
}

fn put(desk: &Desk, bytes: &[u8]) -> std::path::PathBuf {
    let path = desk.folder().join("some.db");
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn a_text_file_is_no_register() {
    let desk = Desk::bare();
    let path = put(
        &desk,
        "Просто письмо, и довольно длинное, чтобы в нём было больше ста байт текста.".repeat(9).as_bytes(),
    );
    left_alone(&desk, &path, "не база обращений");
}

#[test]
fn a_truncated_register_is_told_from_a_whole_one() {
    let desk = Desk::bare();
    let whole = sound();
    let path = put(&desk, &whole[..whole.len() / 2]);
    left_alone(&desk, &path, "обрезана");
}

#[test]
fn another_programs_database_is_left_alone() {
    let desk = Desk::bare();
    let mut bytes = sound();
    bytes[68..72].copy_from_slice(&0x4750_4B47_u32.to_be_bytes());
    let path = put(&desk, &bytes);
    left_alone(&desk, &path, "другой программы");
}

#[test]
fn a_register_of_a_newer_program_asks_for_an_update() {
    let desk = Desk::bare();
    let mut bytes = sound();
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let path = put(&desk, &bytes);
    left_alone(&desk, &path, "более новой программой");
}

#[test]
fn a_folder_or_an_empty_file_in_its_place_is_named() {
    let desk = Desk::bare();
    let told = desk.run(&["--db", desk.folder().to_str().unwrap(), "list"]);
    assert_eq!(told.code, Some(3));
    assert!(told.err.contains("папка"), "{}", told.err);
    let told = desk.run(&["--db", put(&desk, b"").to_str().unwrap(), "list"]);
    assert_eq!(told.code, Some(3));
    assert!(told.err.contains("пуст"), "{}", told.err);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cant_be_written_to_is_named() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    let desk = Desk::bare();
    let folder = desk.folder().join("закрыто");
    std::fs::create_dir(&folder).unwrap();
    let register = folder.join("otklik.db");
    std::fs::write(&register, sound()).unwrap();
    std::fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
    left_alone(&desk, &register, "нельзя писать");
    std::fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_backup_is_restored_and_what_was_there_lies_aside() {
    let desk = Desk::with_office();
    let call = ["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "Первый"];
    desk.done(&call);
    desk.done(&["backup"]);
    let copy = std::fs::read_dir(desk.folder().join("backups")).unwrap().next().unwrap().unwrap().path();
    desk.done(&call);
    let said = desk.done(&["restore", copy.to_str().unwrap()]);
    assert!(said.contains("отложена"), "{said}");
    assert_eq!(desk.json(&["list", "--format", "json"]).as_array().unwrap().len(), 1);
    desk.done(&["check", "--deep"]);

    let text = desk.file(
        "letter.txt",
        "это письмо, а не копия базы, и в нём больше ста байт, чтобы его прочли как файл",
    );
    let before = std::fs::read(desk.register()).unwrap();
    let told = desk.run(&["restore", &text]);
    assert_eq!(told.code, Some(3), "{told:?}");
    assert_eq!(std::fs::read(desk.register()).unwrap(), before, "the register was not touched");
}

#[test]
fn a_check_names_what_is_wrong_and_ends_1() {
    let desk = Desk::bare();
    let mut bytes = sound();
    let needle = "Вопрос 7".as_bytes();
    let places: Vec<_> = bytes
        .windows(needle.len())
        .enumerate()
        .filter(|(_, part)| *part == needle)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at + needle.len() - 1] = b'8';
    }
    let path = put(&desk, &bytes);
    let told = desk.run(&["--db", path.to_str().unwrap(), "check", "--deep"]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.err.contains("изменено") && told.err.contains("Найден"), "{}", told.err);
}

/// A copy of a damaged register is none, and it is the register that is named, not «another copy» to be taken.
#[expect(clippy::disallowed_types, reason = "damage does not come by the register")]
#[test]
fn a_damaged_register_is_named_where_no_backup_is_made_of_it() {
    let desk = Desk::with_office();
    // More than are looked at as a desk opens the register: what is wrong further back is found by the copy's check.
    let call = serde_json::json!({ "channel": "phone", "kind": "enquiry", "gist": "x",
        "client": { "surname": "Пак", "phone": "5-55-55" } });
    let (code, answers) = desk.register_json(&serde_json::json!(vec![call; 110]));
    assert_eq!(code, Some(0), "{answers}");
    let db = rusqlite::Connection::open(desk.register()).unwrap();
    db.execute_batch(
        "DROP TRIGGER fact_stays;
         UPDATE fact SET who = 'чужой' WHERE office_seq = (SELECT min(office_seq) FROM fact WHERE sort = 'appeal')",
    )
    .unwrap();
    drop(db);
    let told = desk.refused(&["backup"]);
    assert!(told.contains("База повреждена") && told.contains("check --deep"), "{told}");
    assert!(!told.contains("Ничего не заменено"), "{told}");
}

#[test]
#[expect(clippy::disallowed_types, reason = "a stranger's program sets the counter back")]
fn a_check_that_finds_only_lists_amiss_says_that_the_records_are_whole_and_asks_for_no_backup() {
    let desk = Desk::with_office();
    desk.done(&["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "x"]);
    let db = rusqlite::Connection::open(desk.register()).unwrap();
    db.execute("UPDATE counter SET next = 1", []).unwrap();
    drop(db);
    for arguments in [&["check"][..], &["check", "--deep"]] {
        let told = desk.refused(arguments);
        assert!(told.contains("Записи целы") && !told.contains("restore"), "{told}");
    }
}

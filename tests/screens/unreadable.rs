//! A file of drafts that is damaged: nothing of it vanishes without a word, and new drafts are on the disk again.

use crossterm::event::KeyCode;

use crate::clerk::Clerk;

/// Begins letters from these people and leaves them.
fn begun(surnames: &[&str]) -> Clerk {
    let mut clerk = Clerk::new();
    for surname in surnames {
        clerk.press(KeyCode::F(7)).pick("Письмо").fill("Фамилия", surname).press(KeyCode::Esc);
    }
    clerk
}

/// Another program changes the file of drafts.
#[expect(clippy::disallowed_types, reason = "another program changes the file")]
fn changed(clerk: &Clerk, sql: &str) {
    rusqlite::Connection::open(clerk.paths().drafts()).unwrap().execute_batch(sql).unwrap();
}

/// How often drafts were brought to the disk: see the migration of the file of drafts.
#[expect(clippy::disallowed_types, reason = "what is durable is seen in the file alone")]
fn times_settled(clerk: &Clerk) -> i64 {
    let file = rusqlite::Connection::open(clerk.paths().drafts()).unwrap();
    file.query_row("SELECT times FROM settled", [], |row| row.get(0)).unwrap()
}

/// A disk that takes what is typed and does not bring it to rest is asked again: a power cut hours later must not take it.
#[test]
fn what_was_typed_is_made_durable_once_a_disk_that_refused_is_well_again() {
    let mut clerk = begun(&[]);
    changed(
        &clerk,
        "CREATE TRIGGER refuses BEFORE UPDATE ON settled BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END",
    );
    let before = times_settled(&clerk);
    clerk.press(KeyCode::F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").waits().waits();
    assert_eq!(times_settled(&clerk), before);
    changed(&clerk, "DROP TRIGGER refuses");
    clerk.waits().waits().waits();
    assert_eq!(times_settled(&clerk), before + 1, "no key was pressed since");
    clerk.waits().waits().waits();
    assert_eq!(times_settled(&clerk), before + 1, "and nothing is left to be settled");
}

/// Puts something else in the place of the file of drafts.
fn replaced(clerk: &Clerk, put: impl FnOnce(&std::path::Path)) {
    let file = clerk.paths().drafts();
    for suffix in ["", "-wal", "-shm"] {
        let mut name = file.clone().into_os_string();
        name.push(suffix);
        let _ = std::fs::remove_file(name);
    }
    put(&file);
}

#[test]
fn a_draft_that_cannot_be_read_is_told_of_and_the_others_are_offered() {
    let mut clerk = begun(&["Ёлкина", "Юй", "Гасанов"]);
    changed(&clerk, "UPDATE draft SET updated = 'вчера' WHERE label LIKE '%Юй%'");
    clerk.starts_again().sees("1 черновик не читается: он остался в файле").sees("Есть 2 черновика");
    clerk.types("d").sees("Письмо: Гасанов ·").sees("Письмо: Ёлкина ·").absent("Письмо: Юй");
    clerk.waits().sees("1 черновик не читается").press(KeyCode::Esc);
    changed(&clerk, "UPDATE draft SET updated = 'вчера'");
    clerk.types("d").sees("3 черновика не читаются: они остались в файле").absent("Черновиков нет");
    changed(&clerk, "DELETE FROM draft");
    clerk.types("d").sees("Черновиков нет");
}

#[test]
fn a_letter_not_printed_that_cannot_be_read_is_told_of() {
    let mut clerk = begun(&[]);
    let row = "INSERT INTO unprinted VALUES (zeroblob(16), 'receipt', '1', NULL, '', 'вчера')";
    changed(&clerk, row);
    clerk.starts_again().sees("1 запись о ненапечатанном письме не читается");
    clerk.asks(otklik::terminal::command::Command::Unprinted).sees("не читается").absent("писем нет");
}

#[test]
fn a_file_of_garbage_is_put_aside_and_told_of_and_drafts_are_kept_again() {
    let mut clerk = begun(&["Ёлкина"]);
    let garbage = "Это не база. ".repeat(1000);
    replaced(&clerk, |file| std::fs::write(file, &garbage).unwrap());
    clerk.starts_again().sees("Файл черновиков был повреждён и отложен под именем").sees("drafts.db.damaged");
    let aside = clerk.paths().drafts().with_extension("db.damaged");
    assert_eq!(std::fs::read_to_string(aside).unwrap(), garbage);
    clerk.press(KeyCode::F(7)).pick("Письмо").fill("Фамилия", "Юй").press(KeyCode::Esc);
    clerk.starts_again().sees("Есть 1 черновик: «Письмо: Юй».").absent("отложен");
}

#[test]
fn a_file_that_does_not_open_is_told_of_and_typing_is_kept_in_memory() {
    let mut clerk = begun(&[]);
    replaced(&clerk, |file| std::fs::create_dir(file).unwrap());
    clerk.starts_again().sees("не открывается: набранное пока только в памяти");
    clerk.press(KeyCode::F(7)).pick("Письмо").fill("Фамилия", "Юй").sees("черновик только в памяти");
    clerk.press(KeyCode::Esc).types("d").sees("Письмо: Юй ·");
}

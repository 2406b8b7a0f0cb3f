use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::time::SystemTime;

use super::*;

/// Everything in a folder: names, bytes, permissions, times of change.
fn snapshot(folder: &Path) -> BTreeMap<String, (Vec<u8>, u32, SystemTime)> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let about = entry.metadata().unwrap();
            let bytes = if about.is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
            let name = entry.file_name().into_string().unwrap();
            (name, (bytes, about.permissions().mode(), about.modified().unwrap()))
        })
        .collect()
}

/// Opens a file in both ways and makes sure that each is refused and nothing in its folder has changed.
fn refused(path: &Path) -> OpenError {
    let folder = path.parent().unwrap();
    let before = snapshot(folder);
    let for_reading = open(path, Access::Read).map(drop).unwrap_err();
    let for_writing = open(path, Access::Write).map(drop).unwrap_err();
    assert_eq!(snapshot(folder), before, "the folder is as it was");
    assert_eq!(std::mem::discriminant(&for_reading), std::mem::discriminant(&for_writing));
    for_writing
}

fn closed_register() -> (TempDir, PathBuf) {
    Desk::with_appeals().close()
}

#[test]
fn a_path_without_a_register_is_refused_by_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("folder")).unwrap();
    fs::write(at("empty"), "").unwrap();
    fs::write(at("letter.txt"), "Прошу пересчитать плату за октябрь. ".repeat(100)).unwrap();
    fs::write(at("short.txt"), "SQL").unwrap();
    symlink(at("loop"), at("loop")).unwrap();
    symlink(at("nowhere"), at("dangling")).unwrap();
    assert!(matches!(refused(&at("absent")), OpenError::Missing));
    assert!(matches!(refused(&at("dangling")), OpenError::Missing));
    assert!(matches!(refused(&at("folder")), OpenError::Folder));
    assert!(matches!(refused(&at("empty")), OpenError::Empty));
    assert!(matches!(refused(&at("letter.txt")), OpenError::NotARegister));
    assert!(matches!(refused(&at("short.txt")), OpenError::NotARegister));
    assert!(matches!(refused(&at("loop")), OpenError::LinkLoop));
    let inside = open(&at("letter.txt").join("inside"), Access::Write);
    assert!(matches!(inside, Err(OpenError::NoFolder)));
    assert!(matches!(open(Path::new("/dev/null"), Access::Write), Err(OpenError::NotAFile)));
}

#[test]
fn a_truncated_register_is_refused_and_left_as_it_is() {
    let (_folder, path) = closed_register();
    let whole = fs::metadata(&path).unwrap().len();
    for length in [whole - 1, whole / 2, 4096, 100, 50, 16] {
        fs::File::options().write(true).open(&path).unwrap().set_len(length).unwrap();
        let OpenError::Truncated { expected, found } = refused(&path) else { panic!("{length}") };
        assert_eq!(found, length);
        assert!(expected > found);
    }
}

#[test]
fn another_programs_database_is_refused_by_its_mark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let other = stranger(&path);
    other.execute_batch("PRAGMA application_id = 252006674; CREATE TABLE t (x)").unwrap();
    drop(other);
    assert!(matches!(refused(&path), OpenError::Foreign { application_id: 252_006_674 }));
}

#[test]
fn a_register_of_a_newer_program_is_refused_and_not_touched() {
    let (_folder, path) = closed_register();
    stranger(&path).execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 999").unwrap();
    assert!(matches!(refused(&path), OpenError::NewerSchema { file: 999, program: 2 }));
}

#[test]
fn a_newer_schema_that_still_lies_in_the_log_is_refused_too() {
    let desk = Desk::new();
    stranger(&desk.path()).execute_batch("PRAGMA user_version = 999").unwrap();
    let refused = open(&desk.path(), Access::Write).map(drop);
    assert!(matches!(refused, Err(OpenError::NewerSchema { file: 999, .. })), "{refused:?}");
}

#[test]
fn a_read_only_folder_or_file_is_refused_for_writing() {
    let (folder, path) = closed_register();
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(folder.path(), 0o555);
    assert!(matches!(refused(&path), OpenError::ReadOnlyFolder));
    let new = Register::create(&folder.path().join("new"), OFFICE, Randomness::seeded(1));
    assert!(matches!(new, Err(OpenError::ReadOnlyFolder)));
    set(folder.path(), 0o755);
    set(&path, 0o444);
    let before = snapshot(folder.path());
    assert!(matches!(open(&path, Access::Write), Err(OpenError::ReadOnlyFile)));
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn a_damaged_newest_fact_stops_the_desk_before_it_writes_upon_it() {
    let (_folder, path) = closed_register();
    let mut bytes = fs::read(&path).unwrap();
    let needle = "appeal.noted".as_bytes();
    let at = bytes.windows(needle.len()).position(|window| window == needle).unwrap();
    bytes[at] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let refused = open(&path, Access::Write).map(drop).unwrap_err();
    let OpenError::Damaged(finding) = refused else { panic!("{refused:?}") };
    assert_eq!(*finding, Finding::Altered { office: OFFICE, office_seq: 5 });
    assert_eq!(fs::read(&path).unwrap(), bytes, "the evidence is kept");
    let register = open(&path, Access::Read).unwrap();
    assert_eq!(register.check(Depth::Chain).unwrap().trusted.office_seq, 4, "reading is still possible");
}

#[test]
fn a_new_register_stands_alone_under_its_name_and_is_not_for_everybody() {
    let (folder, path) = Desk::new().close();
    let found = snapshot(folder.path());
    assert_eq!(found.keys().collect::<Vec<_>>(), ["desk.otklik"]);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o007, 0);
    assert!(matches!(Register::create(&path, OFFICE, Randomness::seeded(1)), Err(OpenError::AlreadyThere)));
    let nowhere = folder.path().join("no/such/folder");
    assert!(matches!(Register::create(&nowhere, OFFICE, Randomness::seeded(1)), Err(OpenError::NoFolder)));
    assert_eq!(snapshot(folder.path()), found);
}

#[test]
fn a_register_reached_by_a_link_keeps_its_log_beside_itself() {
    let (folder, path) = closed_register();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link");
    symlink(&path, &link).unwrap();
    let mut register = open(&link, Access::Write).unwrap();
    register_one(&mut register, "2026-12-08", person("Попов")).unwrap();
    assert_eq!(fs::canonicalize(register.path()).unwrap(), fs::canonicalize(&path).unwrap());
    assert!(folder.path().join("desk.otklik-wal").exists());
    assert_eq!(snapshot(elsewhere.path()).len(), 1);
}

#[test]
fn a_register_opened_for_reading_refuses_to_write_and_leaves_nothing_behind() {
    let (folder, path) = closed_register();
    let mut register = open(&path, Access::Read).unwrap();
    let written = register_one(&mut register, "2026-12-08", person("Попов"));
    assert!(matches!(written, Err(StoreError::ReadOnly)), "{written:?}");
    drop(register);
    assert_eq!(snapshot(folder.path()).len(), 1);
}

#[test]
fn an_older_register_is_copied_then_brought_up_in_one_step() {
    let (folder, path) = closed_register();
    let steps = [schema::STEPS[0], schema::STEPS[1], "CREATE TABLE later (x INTEGER) STRICT;"];
    let by_reader = Register::open_by_steps(&path, Access::Read, Randomness::seeded(1), &steps).map(drop);
    assert!(matches!(by_reader, Err(OpenError::OlderSchema { file: 2, program: 3 })));
    let register = Register::open_by_steps(&path, Access::Write, Randomness::seeded(1), &steps).unwrap();
    assert_eq!(schema::version(&register.db).unwrap(), 3);
    let copy = folder.path().join("desk.otklik.before-upgrade-2");
    assert_eq!(register.upgraded_from().unwrap().file_name(), copy.file_name());
    assert_eq!(open(&copy, Access::Read).unwrap().head().unwrap(), register.head().unwrap());
    drop(register);
    let again = Register::open_by_steps(&path, Access::Write, Randomness::seeded(1), &steps).unwrap();
    assert_eq!(again.upgraded_from(), None, "a step is taken once");
}

#[test]
fn an_upgrade_that_fails_half_way_leaves_the_register_as_it_was() {
    let (_folder, path) = closed_register();
    let later = ["CREATE TABLE later (x INTEGER) STRICT;", "CREATE TABLE later (y);"];
    let steps: Vec<_> = schema::STEPS.iter().copied().chain(later).collect();
    assert!(Register::open_by_steps(&path, Access::Write, Randomness::seeded(1), &steps).is_err());
    let register = open(&path, Access::Write).unwrap();
    assert_eq!(schema::version(&register.db).unwrap(), 2);
    assert_eq!(register.check(Depth::Deep).unwrap().findings, []);
}

#[test]
#[cfg(target_os = "linux")]
fn a_second_opening_in_one_process_drops_no_lock_of_the_first() {
    use std::os::unix::fs::MetadataExt as _;

    let desk = Desk::new();
    let file = format!(":{} ", fs::metadata(desk.path()).unwrap().ino());
    let locked = || fs::read_to_string("/proc/locks").unwrap().contains(&file);
    assert!(locked());
    // Closing a plain look at the file here would drop the lock that tells others that its log is in use.
    let second = open(&desk.path(), Access::Write).unwrap();
    assert!(locked());
    drop(second);
    assert!(locked());
}

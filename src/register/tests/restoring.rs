//! Restoring: what takes the register's place, and what becomes of the one before.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use serde_json::json;

use super::super::guard::beside;
use super::keeping::tamper;
use super::*;

/// Writes a fact about something new, and says about what.
fn write_a_note(register: &mut Register) -> Uuid {
    static NOTES: AtomicU64 = AtomicU64::new(1);
    let id = Uuid::from_u64_pair(0, NOTES.fetch_add(1, Ordering::Relaxed));
    let note = NewFact { time: stamp().at, who: "ivanova", kind: "note.made", v: 1, body: json!({}) };
    register.write(|tx| tx.append(&Subject { sort: Sort::Other("note".into()), id }, 0, note)).unwrap();
    id
}

fn notes(register: &Register) -> Vec<Uuid> {
    let mut query = register.db.prepare("SELECT subject FROM fact WHERE kind = 'note.made'").unwrap();
    let notes = query.query_map([], |row| row.get(0).map(Uuid::from_bytes)).unwrap();
    notes.collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_register_is_restored_and_the_one_before_it_is_kept_aside() {
    let mut desk = Desk::with_appeals();
    let backup = desk.folder.path().join("desk.backup");
    let then = desk.register.back_up(&backup, &mut |_, _| ()).unwrap().head;
    desk.register("2026-12-08", person("Попов"));
    let now = desk.register.head().unwrap();
    let (folder, path) = desk.close();
    let restored = restore(&backup, &path, &mut |_, _| ()).unwrap();
    assert_eq!((restored.old, restored.new), (Some(now), then));
    assert_eq!(open(&path, Access::Write).unwrap().head().unwrap(), then);
    let aside = restored.aside.unwrap();
    assert_eq!(open(&aside, Access::Write).unwrap().head().unwrap(), now, "nothing typed since is lost");
    assert!(backup.exists());
    let again = restore(&backup, &path, &mut |_, _| ()).unwrap();
    assert_ne!(again.aside.unwrap(), aside, "nor is one kept aside written over");
    drop(folder);
}

/// Whoever opens the register while it is restored finds a whole one, and what they write stays or is kept aside.
#[test]
fn a_register_is_restored_while_desks_come_and_go() {
    const ROUNDS: usize = 30;
    let desk = Desk::with_appeals();
    let backup = desk.folder.path().join("desk.backup");
    desk.register.back_up(&backup, &mut |_, _| ()).unwrap();
    let (folder, path) = desk.close();
    let together = Barrier::new(3);
    let (restored, written) = thread::scope(|scope| {
        let desk = || {
            let come = |_| {
                together.wait();
                write_a_note(&mut open(&path, Access::Write).unwrap())
            };
            (0..ROUNDS).map(come).collect::<Vec<_>>()
        };
        let desks = [scope.spawn(desk), scope.spawn(desk)];
        let mut restored = Vec::new();
        for _ in 0..ROUNDS {
            together.wait();
            match restore(&backup, &path, &mut |_, _| ()) {
                Ok(done) => restored.push(done),
                Err(BackupError::InUse) => {}
                Err(error) => panic!("{error:?}"),
            }
        }
        (restored, desks.map(|desk| desk.join().unwrap()).concat())
    });
    let mut files: Vec<_> = restored.into_iter().map(|done| done.aside.unwrap()).collect();
    files.push(path);
    let mut held = BTreeSet::new();
    for file in &files {
        let register = open(file, Access::Write).unwrap();
        assert_eq!(register.check(Depth::Deep).unwrap().findings, [], "{file:?}");
        held.extend(notes(&register));
    }
    assert!(written.iter().all(|id| held.contains(id)), "what was acknowledged is in one of them");
    drop(folder);
}

/// A log that lies without its register is not read into the restored one.
#[test]
fn what_is_left_of_a_register_that_is_gone_stays_out_of_the_restored_one() {
    let mut desk = Desk::with_appeals();
    let backup = desk.folder.path().join("desk.backup");
    let then = desk.register.back_up(&backup, &mut |_, _| ()).unwrap().head;
    desk.register("2026-12-08", person("Попов"));
    let log = fs::read(beside(&desk.path(), "-wal")).unwrap();
    let (_folder, path) = desk.close();
    fs::remove_file(&path).unwrap();
    fs::write(beside(&path, "-wal"), &log).unwrap();
    let restored = restore(&backup, &path, &mut |_, _| ()).unwrap();
    assert_eq!((restored.old, restored.new), (None, then));
    let aside = restored.aside.unwrap();
    assert_eq!(fs::read(beside(&aside, "-wal")).unwrap(), log, "kept as it was");
    let register = open(&path, Access::Write).unwrap();
    assert_eq!(register.head().unwrap(), then);
    assert_eq!(register.check(Depth::Deep).unwrap().findings, []);
}

#[test]
fn a_register_at_work_is_not_replaced() {
    let desk = Desk::with_appeals();
    let backup = desk.folder.path().join("desk.backup");
    desk.register.back_up(&backup, &mut |_, _| ()).unwrap();
    let head = desk.register.head().unwrap();
    assert!(matches!(restore(&backup, &desk.path(), &mut |_, _| ()), Err(BackupError::InUse)));
    assert_eq!(desk.register.head().unwrap(), head);
    assert_eq!(desk.register.check(Depth::Deep).unwrap().findings, []);
    let names: Vec<_> =
        fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_str().unwrap().contains("partial")), "{names:?}");
}

#[test]
fn an_unsound_backup_restores_nothing() {
    let desk = Desk::with_appeals();
    let backup = desk.folder.path().join("desk.backup");
    desk.register.back_up(&backup, &mut |_, _| ()).unwrap();
    tamper(&backup, "UPDATE fact SET who = 'petrov' WHERE office_seq = 2");
    let (folder, path) = desk.close();
    let before = fs::read(&path).unwrap();
    assert!(matches!(restore(&backup, &path, &mut |_, _| ()), Err(BackupError::Unsound(_))));
    fs::write(&backup, "не база").unwrap();
    assert!(matches!(
        restore(&backup, &path, &mut |_, _| ()),
        Err(BackupError::Unusable(OpenError::NotARegister))
    ));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_torn_register_is_replaced_and_kept_aside_as_it_is() {
    let desk = Desk::with_appeals();
    let backup = desk.folder.path().join("desk.backup");
    let head = desk.register.back_up(&backup, &mut |_, _| ()).unwrap().head;
    let (_folder, path) = desk.close();
    fs::File::options().write(true).open(&path).unwrap().set_len(5000).unwrap();
    let torn = fs::read(&path).unwrap();
    let restored = restore(&backup, &path, &mut |_, _| ()).unwrap();
    assert_eq!((restored.old, restored.new), (None, head));
    assert_eq!(fs::read(restored.aside.unwrap()).unwrap(), torn);
}

use std::fs;
use std::thread;

use super::*;

/// Writes into the file as no program of ours would, the guards of the schema taken away and put back.
pub(super) fn tamper(path: &Path, sql: &str) {
    let db = stranger(path);
    let triggers: Vec<(String, String)> = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, _) in &triggers {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    db.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        db.execute_batch(sql).unwrap();
    }
}

fn findings_after(sql: &str) -> Vec<Finding> {
    let desk = Desk::with_appeals();
    assert_eq!(desk.register.check(Depth::Deep).unwrap().findings, [], "sound before");
    tamper(&desk.path(), sql);
    desk.register.check(Depth::Deep).unwrap().findings
}

#[test]
fn a_sound_register_is_trusted_to_its_newest_fact() {
    let desk = Desk::with_appeals();
    let report = desk.register.check(Depth::Deep).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!(report.facts, 5);
    assert_eq!((report.trusted, report.head), (desk.register.head().unwrap(), desk.register.head().unwrap()));
}

#[test]
fn each_way_of_tampering_is_named_with_its_place() {
    let altered = |office_seq| Finding::Altered { office: OFFICE, office_seq };
    let unlinked = |office_seq| Finding::Unlinked { office: OFFICE, office_seq };
    let cases = [
        ("UPDATE fact SET who = 'petrov' WHERE office_seq = 3", vec![altered(3)]),
        (
            "UPDATE fact SET body = replace(body, 'complaint', 'review') WHERE office_seq = 1",
            vec![altered(1)],
        ),
        ("UPDATE fact SET time = '2026-11-22T14:05:00.250+03:00' WHERE office_seq = 5", vec![altered(5)]),
        ("UPDATE fact SET hash = randomblob(32) WHERE office_seq = 2", vec![altered(2), unlinked(3)]),
        ("DELETE FROM fact WHERE office_seq = 3; DELETE FROM side WHERE fact = 3", vec![unlinked(4)]),
        ("DELETE FROM fact WHERE office_seq = 1; DELETE FROM side WHERE fact = 1", vec![unlinked(2)]),
    ];
    for (sql, wanted) in cases {
        assert_eq!(findings_after(sql), wanted, "{sql}");
    }
}

#[test]
fn what_stands_before_the_first_bad_fact_is_still_trusted() {
    let desk = Desk::with_appeals();
    let third = desk.register.newest_facts(3).unwrap().pop().unwrap();
    tamper(&desk.path(), "UPDATE fact SET who = 'petrov' WHERE office_seq = 4");
    let report = desk.register.check(Depth::Chain).unwrap();
    assert_eq!(report.trusted, ChainHead { office_seq: 3, hash: third.hash });
    assert_eq!(report.head.office_seq, 5);
}

#[test]
fn a_personal_value_changed_or_lost_is_named_with_its_place() {
    let personal = |place: &str, fault| {
        vec![Finding::Personal { office: OFFICE, office_seq: 1, place: place.into(), fault }]
    };
    let changed =
        findings_after("UPDATE side SET cells = replace(cells, 'Ёлкина', 'Волкова') WHERE fact = 1");
    assert_eq!(changed, personal("/client", SideFault::Changed));
    let lost = findings_after("UPDATE side SET cells = json_remove(cells, '$./gist') WHERE fact = 1");
    let lost_quoted =
        findings_after("UPDATE side SET cells = json_remove(cells, '$.\"/gist\"') WHERE fact = 1");
    assert_eq!(lost_quoted, personal("/gist", SideFault::Missing));
    assert!(lost.is_empty() || lost == lost_quoted);
    let gone = findings_after("DELETE FROM side WHERE fact = 1");
    assert_eq!(gone.len(), 2, "client and gist: {gone:?}");
    let forged = "UPDATE side SET cells = json_set(cells, '$.\"/gist\"', json('{\"erased_by\":\"none\"}')) WHERE fact = 1";
    assert_eq!(findings_after(forged), [Finding::ErasedByNone { office: OFFICE, office_seq: 1 }]);
}

#[test]
fn lists_and_counters_that_differ_from_the_facts_are_named() {
    let desk = Desk::with_appeals();
    let id = desk.register.find("1", 1).unwrap()[0].line.id;
    drop(desk);
    let line = |findings: Vec<Finding>| matches!(findings[..], [Finding::Line(_)]);
    assert!(line(findings_after("UPDATE appeal SET due = '2027-01-01' WHERE serial = 1")));
    assert!(line(findings_after("UPDATE appeal SET stage = 'nonsense' WHERE serial = 1")));
    assert!(line(findings_after("DELETE FROM search WHERE key LIKE 'n:елкина%'")));
    assert!(line(findings_after("DELETE FROM search WHERE appeal = 1; DELETE FROM appeal WHERE serial = 1")));
    let stray = findings_after(
        "INSERT INTO appeal SELECT 100, zeroblob(16), version, number, serial, year, channel, kind, topic, stage,
         outcome, registered, received, due, queue_due, provisional, intake, unit, executor, client_sort, client, gist,
         closed_on, unsent_since, keys, client_id, ground, ground_stage, call_back, request_due, helpers, book,
         book_entry, unsigned_by FROM appeal WHERE serial = 1",
    );
    assert_eq!(stray, [Finding::LineOfNone(Uuid::nil())]);
    assert_ne!(id, Uuid::nil());
    assert_eq!(findings_after("INSERT INTO search VALUES ('n:чужой', 1)"), [Finding::KeyOfNone]);
    let counter = Finding::Counter { series: Series::Appeal, year: 2026 };
    assert_eq!(findings_after("UPDATE counter SET next = next + 1"), std::slice::from_ref(&counter));
    assert_eq!(findings_after("DELETE FROM counter"), [counter]);
    let number = Finding::Number { series: Series::Appeal, year: 2026, serial: 1 };
    assert_eq!(findings_after("UPDATE counter SET first = 2"), [number]);
}

#[test]
fn a_counter_that_was_tampered_with_is_seen_by_the_plain_check_and_gives_no_number_again() {
    let mut desk = Desk::with_appeals();
    for sql in ["UPDATE counter SET next = 1", "DELETE FROM counter", "UPDATE counter SET next = 3"] {
        tamper(&desk.path(), sql);
        let counter = Finding::Counter { series: Series::Appeal, year: 2026 };
        assert_eq!(desk.register.check(Depth::Chain).unwrap().findings, [counter], "{sql}");
        let before = desk.register.find("Попов", 100).unwrap().len();
        let serial = desk.register("2026-12-08", person("Попов")).number.serial;
        assert_eq!(serial as usize, 4 + before, "{sql}");
        tamper(&desk.path(), "UPDATE counter SET first = 1");
        assert_eq!(desk.register.check(Depth::Deep).unwrap().findings, [], "{sql}");
    }
    tamper(&desk.path(), "DELETE FROM counter");
    let begun = desk.register.write(|tx| tx.begin_series(Series::Appeal, 2026, 1));
    assert!(matches!(begun, Err(StoreError::SeriesBegun { next: 7 })), "{begun:?}");
}

#[test]
fn a_number_that_a_fact_gave_is_taken_by_no_other_fact() {
    let mut desk = Desk::with_appeals();
    let twice = desk.register.write(|tx| {
        let event = registered(2, "2026-12-08", person("Попов"));
        let subject = Subject { sort: Sort::Appeal, id: tx.new_id(stamp().at)? };
        tx.record(&subject, 0, &stamp(), &AppealEvent::Registered(Box::new(event)))
    });
    assert!(matches!(twice, Err(StoreError::Engine { .. })), "{twice:?}");
    let mut plan = desk.register.db.prepare(&format!("EXPLAIN QUERY PLAN {}", numbers::NEWEST)).unwrap();
    let steps =
        plan.query_map(rusqlite::params![OFFICE.as_bytes(), "appeal", 2026], |row| row.get(3)).unwrap();
    let steps: Vec<String> = steps.collect::<Result<_, _>>().unwrap();
    // One look at the end of a range of the index, and nothing sorted.
    assert_eq!(steps, ["SEARCH fact USING INDEX fact_number (office=? AND <expr>=? AND <expr>=?)"]);
    let mut plan = desk.register.db.prepare(&format!("EXPLAIN QUERY PLAN {}", numbers::STANDS)).unwrap();
    let steps = plan.query_map(rusqlite::params!["15", 2026], |row| row.get(3)).unwrap();
    let steps: Vec<String> = steps.collect::<Result<_, _>>().unwrap();
    assert_eq!(steps, ["SEARCH fact USING INDEX fact_outgoing (<expr>=?)"]);
}

/// An earlier program gave an entry of a paper journal of another century a number of this one.
#[test]
fn a_number_that_stands_on_two_appeals_is_named_by_the_deep_check() {
    let mut desk = Desk::with_appeals();
    let stands = |desk: &mut Desk, number: &str| desk.register.write(|tx| tx.appeal_number_stands(number));
    assert!(stands(&mut desk, "ЭН1-000001/26").unwrap());
    assert!(!stands(&mut desk, "ЭН1-000001/27").unwrap());
    assert!(!stands(&mut desk, "эн1-000001/26").unwrap(), "to the last sign");
    let doubled = desk.register.write(|tx| {
        let serial = tx.take_number(Series::Appeal, 1926)?;
        let first = registered(serial, "1926-12-08", person("Попов"));
        let event = Registered { number: Number { year: 1926, ..first.number.clone() }, ..first };
        let subject = Subject { sort: Sort::Appeal, id: tx.new_id(stamp().at)? };
        tx.record(&subject, 0, &stamp(), &AppealEvent::Registered(Box::new(event.clone())))?;
        tx.save_appeal(&Appeal::begin(subject.id, event, stamp()))
    });
    doubled.unwrap();
    let doubled = Finding::Doubled { number: "ЭН1-000001/26".to_owned() };
    assert_eq!(desk.register.check(Depth::Deep).unwrap().findings, [doubled]);
}

#[test]
fn facts_of_another_office_than_the_files_own_are_named_and_nothing_is_begun_over_them() {
    let other = Uuid::from_u128(0xE2);
    let mut desk = Desk::with_appeals();
    tamper(&desk.path(), "UPDATE meta SET office = x'000000000000000000000000000000e2'");
    let findings = desk.register.check(Depth::Chain).unwrap().findings;
    assert_eq!(findings, [Finding::OtherOffice(OFFICE), Finding::OfficeOfNone(other)]);
    assert!(!desk.register.write(|tx| tx.is_empty()).unwrap());
    let (_folder, path) = desk.close();
    let opened = open(&path, Access::Write);
    let Err(OpenError::Damaged(finding)) = opened else { panic!("{opened:?}") };
    assert_eq!(*finding, Finding::OfficeOfNone(other));
}

#[test]
fn a_request_that_is_not_remembered_as_the_facts_say_is_named() {
    let with_request = || {
        let mut desk = Desk::with_appeals();
        let id = desk
            .register
            .write(|tx| {
                let request = Some(Uuid::from_u128(7));
                let serial = tx.take_number(Series::Appeal, 2026)?;
                let event = Registered { request, ..registered(serial, "2026-12-08", person("Попов")) };
                let subject = Subject { sort: Sort::Appeal, id: tx.new_id(stamp().at)? };
                tx.record(&subject, 0, &stamp(), &AppealEvent::Registered(Box::new(event.clone())))?;
                tx.save_appeal(&Appeal::begin(subject.id, event, stamp()))?;
                tx.remember_request(Uuid::from_u128(7), subject.id)?;
                Ok::<_, StoreError>(subject.id)
            })
            .unwrap();
        assert_eq!(desk.register.check(Depth::Deep).unwrap().findings, []);
        (desk, id)
    };
    let first = "(SELECT id FROM appeal WHERE serial = 1)";
    for sql in ["DELETE FROM request", "UPDATE request SET id = zeroblob(16)"] {
        let (desk, id) = with_request();
        tamper(&desk.path(), sql);
        assert_eq!(desk.register.check(Depth::Deep).unwrap().findings, [Finding::Request(id)], "{sql}");
    }
    let (desk, id) = with_request();
    tamper(&desk.path(), &format!("UPDATE request SET appeal = {first}"));
    let findings = desk.register.check(Depth::Deep).unwrap().findings;
    assert!(findings.len() == 2 && findings.contains(&Finding::Request(id)), "{findings:?}");
    let (desk, id) = with_request();
    tamper(&desk.path(), &format!("INSERT INTO request VALUES (zeroblob(16), {first})"));
    let findings = desk.register.check(Depth::Deep).unwrap().findings;
    assert!(matches!(findings[..], [Finding::Request(named)] if named != id), "{findings:?}");
    assert!(findings.iter().all(Finding::spares_facts));
}

#[test]
fn lists_that_disagree_do_not_keep_facts_that_are_whole_from_a_backup() {
    let desk = Desk::with_appeals();
    tamper(&desk.path(), "UPDATE counter SET next = 1");
    desk.register.back_up(&desk.folder.path().join("desk.backup"), &mut |_, _| ()).unwrap();
}

#[test]
fn a_guard_that_was_taken_away_is_missed() {
    let desk = Desk::with_appeals();
    stranger(&desk.path()).execute_batch("DROP TRIGGER fact_stays; CREATE VIEW extra AS SELECT 1").unwrap();
    let findings = desk.register.check(Depth::Deep).unwrap().findings;
    assert_eq!(findings, [Finding::Schema("extra".into()), Finding::Schema("fact_stays".into())]);
}

#[test]
fn a_bit_that_flips_anywhere_in_a_fact_is_seen() {
    let (_folder, path) = Desk::with_appeals().close();
    let whole = fs::read(&path).unwrap();
    // Anywhere in the stored text of the chain and of the personal values.
    let needles =
        ["appeal.registered", "Перерасчёт за октябрь", "$commit", "2026-11-23T14:05", "ivanova", "\"salt\""];
    for needle in needles {
        let places: Vec<usize> = whole
            .windows(needle.len())
            .enumerate()
            .filter(|(_, w)| *w == needle.as_bytes())
            .map(|(at, _)| at)
            .collect();
        assert!(!places.is_empty(), "{needle}");
        for (at, bit) in places.into_iter().zip([0, 3, 5].into_iter().cycle()) {
            let mut bytes = whole.clone();
            bytes[at + needle.len() / 2] ^= 1 << bit;
            fs::write(&path, &bytes).unwrap();
            let findings =
                match open(&path, Access::Read).and_then(|register| Ok(register.check(Depth::Deep)?)) {
                    Ok(report) => report.findings,
                    Err(OpenError::Damaged(finding)) => vec![*finding],
                    Err(error) => panic!("{needle}: {error:?}"),
                };
            assert!(!findings.is_empty(), "{needle} at {at}, bit {bit}");
        }
    }
}

/// A register is not called wrong because others register meanwhile.
#[test]
fn a_sound_register_is_sound_while_others_write_in_it() {
    let mut desk = Desk::with_appeals();
    let path = desk.path();
    thread::scope(|scope| {
        let checks = scope.spawn(|| {
            let register = open(&path, Access::Read).unwrap();
            for _ in 0..12 {
                assert_eq!(register.check(Depth::Deep).unwrap().findings, []);
            }
        });
        // No more than these: what is looked through grows with them.
        for _ in (0..400).take_while(|_| !checks.is_finished()) {
            desk.register("2026-12-08", person("Попов"));
        }
    });
}

#[test]
fn a_backup_made_while_others_write_is_whole_and_stands_alone() {
    let mut desk = Desk::with_appeals();
    let target = desk.folder.path().join("backups/desk.backup");
    assert!(
        matches!(desk.register.back_up(&target, &mut |_, _| ()), Err(BackupError::Io(_))),
        "no such folder"
    );
    fs::create_dir(target.parent().unwrap()).unwrap();
    let head = desk.register.head().unwrap();
    let path = desk.path();
    let made = thread::scope(|scope| {
        let made =
            scope.spawn(|| open(&path, Access::Write).unwrap().back_up(&target, &mut |_, _| ()).unwrap());
        while !made.is_finished() {
            desk.register("2026-12-08", person("Попов"));
        }
        made.join().unwrap()
    });
    assert!(made.head.office_seq >= head.office_seq, "all that was acknowledged before it began");
    assert_eq!(made.bytes, fs::metadata(&target).unwrap().len());
    let head = made.head;
    assert_eq!(fs::read_dir(target.parent().unwrap()).unwrap().count(), 1, "nothing beside it");
    assert!(matches!(desk.register.back_up(&target, &mut |_, _| ()), Err(BackupError::AlreadyThere)));
    let copy = open(&target, Access::Read).unwrap();
    assert_eq!(copy.head().unwrap(), head);
    assert_eq!(copy.check(Depth::Deep).unwrap().findings, []);
}

/// A copy may take minutes to be written: its file is nobody else's from the first byte, and so is what SQLite writes
/// beside it, which has the rights of its file.
#[cfg(unix)]
#[test]
fn a_copy_is_read_by_nobody_else_while_it_is_made() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::with_appeals();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    let (partial, _) = disk::create_partial(&desk.folder.path().join("desk.backup")).unwrap();
    assert_eq!(mode(&partial) & 0o007, 0, "before anything is in it");
    backup::vacuum_into(&desk.register.db, &partial).unwrap();
    assert!(fs::metadata(&partial).unwrap().len() > 0);
    assert_eq!(mode(&partial) & 0o007, 0);
}

#[test]
fn a_backup_of_a_damaged_register_is_not_called_good_and_not_kept() {
    let desk = Desk::with_appeals();
    tamper(&desk.path(), "UPDATE fact SET who = 'petrov' WHERE office_seq = 2");
    let target = desk.folder.path().join("desk.backup");
    let refused = desk.register.back_up(&target, &mut |_, _| ());
    let Err(BackupError::RegisterUnsound(findings)) = refused else { panic!("{refused:?}") };
    assert_eq!(findings, [Finding::Altered { office: OFFICE, office_seq: 2 }]);
    let names: Vec<_> =
        fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| name.to_str().unwrap().starts_with("desk.otklik")), "{names:?}");
}

#[test]
fn a_draft_survives_the_desk_that_died_with_every_typed_character() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("drafts");
    let mut drafts = Drafts::open(&path).unwrap();
    let text = "Прошу пересчитать";
    for (at, letter) in text.char_indices() {
        let typed = &text[..at + letter.len_utf8()];
        drafts.put(&Draft::example(1, "2026-11-23T14:05:00.000+03:00", typed)).unwrap();
    }
    drafts.put(&Draft::example(2, "2026-11-23T15:05:00.000+03:00", "")).unwrap();
    // The files as a kill leaves them.
    let after = tempfile::tempdir().unwrap();
    for name in ["drafts", "drafts-wal"] {
        let copied = std::process::Command::new("cp")
            .arg(folder.path().join(name))
            .arg(after.path())
            .status()
            .unwrap();
        assert!(copied.success());
    }
    let drafts = Drafts::open(&after.path().join("drafts")).unwrap();
    let kept = drafts.of("ivanova").unwrap().rows;
    assert_eq!(
        kept.iter().map(|draft| draft.id.as_u128()).collect::<Vec<_>>(),
        [2, 1],
        "the last touched first"
    );
    assert_eq!(kept[1].body, text);
    assert_eq!(drafts.of("petrov").unwrap().rows, []);
}

#[test]
fn a_draft_that_was_saved_or_given_up_is_gone_and_settling_keeps_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("drafts");
    let mut drafts = Drafts::open(&path).unwrap();
    let kept = Draft::example(1, "2026-11-23T14:05:00.000+03:00", "а");
    drafts.put(&kept).unwrap();
    drafts.put(&Draft::example(2, "2026-11-23T14:05:00.000+03:00", "б")).unwrap();
    drafts.settle().unwrap();
    assert!(drafts.remove(Uuid::from_u128(2)).unwrap());
    assert!(!drafts.remove(Uuid::from_u128(2)).unwrap());
    drafts.settle().unwrap();
    drop(drafts);
    let again = Drafts::open(&path).unwrap();
    assert_eq!(again.get(kept.id).unwrap(), Some(kept));
    assert_eq!(again.get(Uuid::from_u128(2)).unwrap(), None);
}

#[test]
fn a_draft_that_cannot_be_read_keeps_back_no_other_and_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("drafts");
    let mut drafts = Drafts::open(&path).unwrap();
    for id in 1..=3 {
        drafts.put(&Draft::example(id, "2026-11-23T14:05:00.000+03:00", "текст")).unwrap();
    }
    drafts
        .db
        .execute("UPDATE draft SET updated = 'вчера' WHERE id = ?", [Uuid::from_u128(2).as_bytes()])
        .unwrap();
    let found = drafts.of("ivanova").unwrap();
    let ids: Vec<_> = found.rows.iter().map(|draft| draft.id.as_u128()).collect();
    assert_eq!((ids, found.unreadable), (vec![3, 1], 1));
}

#[test]
fn two_desks_of_one_person_share_their_drafts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("drafts");
    let desks: Vec<_> = (0..4_u128)
        .map(|id| {
            let path = path.clone();
            thread::spawn(move || {
                let mut drafts = Drafts::open(&path).unwrap();
                for _ in 0..50 {
                    drafts.put(&Draft::example(id, "2026-11-23T14:05:00.000+03:00", "текст")).unwrap();
                }
            })
        })
        .collect();
    for desk in desks {
        desk.join().unwrap();
    }
    assert_eq!(Drafts::open(&path).unwrap().of("ivanova").unwrap().rows.len(), 4);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_register_is_not_taken_for_drafts_nor_drafts_for_a_register() {
    let (folder, path) = Desk::new().close();
    assert!(matches!(Drafts::open(&path), Err(OpenError::Foreign { .. })));
    let drafts = folder.path().join("drafts");
    drop(Drafts::open(&drafts).unwrap());
    assert!(matches!(open(&drafts, Access::Write), Err(OpenError::Foreign { .. })));
}

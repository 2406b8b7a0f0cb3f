//! What the code at the foot of the day's journal says of a register that was kept, rewritten or cut.

use super::office::Desk;

#[test]
fn the_code_of_the_day_agrees_with_a_register_that_was_kept_even_where_work_went_on() {
    let mut desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    let code = desk.code("2026-11-23");
    let same = desk.done(&["check", "--anchor", &code, "--on", "23.11.2026"]);
    assert!(same.contains("сходится: все записи по ") && !same.contains("после печати"), "{same}");
    desk.letter("Попов", "В тот же день после печати");
    let later = desk.done(&["check", "--anchor", &code.to_lowercase(), "--on", "2026-11-23"]);
    assert!(later.contains("сходится") && later.contains("после печати добавлена ещё 1 запись"), "{later}");
    assert_ne!(desk.code("2026-11-23"), code, "the newer sheet witnesses more");
    desk.at("2026-11-24T09:00:00+03:00").letter("Сидоров", "На другой день");
    let next = desk.code("2026-11-24");
    desk.done(&["check", "--deep", "--anchor", &code, "--on", "2026-11-23"]);
    desk.done(&["check", "--anchor", &next, "--on", "2026-11-24"]);
    let other = desk.refused(&["check", "--anchor", &next, "--on", "2026-11-23"]);
    assert!(other.contains("не от 23.11.2026") && other.contains("24.11.2026"), "{other}");
}

#[test]
fn a_day_is_ended_by_its_place_in_the_chain_where_the_clock_went_back() {
    let mut desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    desk.at("2026-11-25T09:00:00+03:00").letter("Попов", "По часам, ушедшим вперёд");
    desk.at("2026-11-24T09:00:00+03:00");
    let args = ["register", "--channel", "letter", "--kind", "complaint", "--gist", "Часы поправлены"];
    let client = ["--surname", "Сидоров", "--address", "г. Энск", "--confirm", "clock-behind"];
    desk.done(&[&args[..], &client].concat());
    let code = desk.code("2026-11-24");
    assert_eq!(
        code.split('-').next(),
        desk.at("2026-11-25T18:00:00+03:00").code("2026-11-25").split('-').next(),
        "the same last record ends both"
    );
    desk.done(&["check", "--anchor", &code, "--on", "2026-11-24"]);
}

#[test]
fn a_register_restored_from_an_older_backup_is_shorter_than_the_printed_code() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    let copy = desk.path("copy");
    desk.done(&["backup", copy.to_str().unwrap()]);
    desk.letter("Попов", "Показания");
    let code = desk.code("2026-11-23");
    let backup = std::fs::read_dir(&copy).unwrap().next().unwrap().unwrap().path();
    desk.done(&["restore", backup.to_str().unwrap()]);
    let shorter = desk.refused(&["check", "--anchor", &code, "--on", "2026-11-23"]);
    assert!(shorter.contains("не сходится") && shorter.contains("отрезан"), "{shorter}");
    // Work that goes on over the old backup is another history, sound in itself.
    desk.letter("Попов", "Показания");
    desk.letter("Сидоров", "Ещё одно");
    desk.done(&["check", "--deep"]);
    let differs = desk.refused(&["check", "--anchor", &code, "--on", "2026-11-23"]);
    assert!(differs.contains("не сходится") && differs.contains("переписали или подменили"), "{differs}");
}

/// Behind the program's back a fact's words are changed and the hash beside them is left: the code's own hash still
/// agrees, and yet nothing is confirmed.
#[test]
#[expect(clippy::disallowed_types, reason = "a stranger's program changes a record")]
fn a_record_that_was_changed_in_its_place_is_not_witnessed_by_a_later_hash() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    desk.letter("Попов", "Показания");
    let code = desk.code("2026-11-23");
    let place: i64 = {
        let db = rusqlite::Connection::open(desk.path("otklik.db")).unwrap();
        let trigger: String = db
            .query_row("SELECT sql FROM sqlite_schema WHERE name = 'fact_stays'", [], |row| row.get(0))
            .unwrap();
        let first = "SELECT min(office_seq) FROM fact WHERE kind = 'appeal.registered'";
        let place = db.query_row(first, [], |row| row.get(0)).unwrap();
        db.execute_batch(&format!(
            "DROP TRIGGER fact_stays;
             UPDATE fact SET body = replace(body, 'complaint', 'enquiry') WHERE office_seq = {place};
             {trigger};"
        ))
        .unwrap();
        place
    };
    let (exit, out, err) = desk.run(&["check", "--anchor", &code, "--on", "2026-11-23"]);
    assert_eq!((exit, out.as_str()), (Some(1), ""), "{err}");
    assert!(err.contains("не подтверждён") && err.contains(&format!("запись {place} ")), "{err}");
}

#[test]
fn a_slip_in_the_typed_code_is_told_as_a_slip_and_never_as_a_rewritten_register() {
    let desk = Desk::with_office();
    let code = desk.code("2026-11-23");
    let mut signs: Vec<char> = code.chars().collect();
    let last = signs.len() - 1;
    signs[last] = if signs[last] == '7' { '8' } else { '7' };
    let slip: String = signs.into_iter().collect();
    let (exit, _, err) = desk.run(&["check", "--anchor", &slip, "--on", "2026-11-23"]);
    assert_eq!(exit, Some(2), "{err}");
    assert!(err.contains("Сверьте каждый знак"), "{err}");
    let (exit, _, _) = desk.run(&["check", "--anchor", &code]);
    assert_eq!(exit, Some(2), "without its day a code is half a question");
}

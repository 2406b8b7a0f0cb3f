//! Outgoing numbers that the chancery types and those that the office's own series gives.

use serde_json::json;

use super::Desk;
use super::standard::{desk, letter, shown};

/// A chancery's journal begins anew each January: its fifteenth letter of the next year is another one, and within a year a
/// number stands on one letter, a request's as well as a reply's.
#[test]
fn a_chancery_gives_a_number_once_a_year() {
    let mut desk = desk();
    desk.done(&["office", "change", "--outgoing-at", "typed"]);
    let text = desk.file("answer.txt", "Пересчитано.");
    let answer = |desk: &Desk, number: &str| {
        letter(desk, &json!({}));
        desk.done(&["route", number, "--to", "ivanova", "--resolution", "Ответить"]);
        desk.done(&["reply", number, "--text", &text, "--final", "--signatory", "ivanova"]);
    };
    desk.now = "2026-12-28T10:00:00+03:00".to_owned();
    answer(&desk, "1");
    desk.done(&["sign", "1", "--number", "15"]);
    answer(&desk, "2");
    assert!(desk.refused(&["sign", "2", "--number", "15"]).contains("другому письму этого года"));
    desk.now = "2027-01-12T10:00:00+03:00".to_owned();
    let of_december = ["sign", "2", "--number", "15", "--on", "2026-12-30"];
    assert!(desk.refused(&of_december).contains("другому письму этого года"), "its date is of that year");
    desk.done(&["sign", "2", "--number", "15"]);
    answer(&desk, "1/27");
    assert!(desk.refused(&["sign", "1/27", "--number", "15"]).contains("другому письму этого года"));
}

/// An office goes over from typed numbers to its own: the series goes on behind what was typed, and no number stands on
/// two letters.
#[test]
fn a_series_that_meets_a_typed_number_says_how_to_go_on_behind_it() {
    let desk = desk();
    let text = desk.file("answer.txt", "Пересчитано.");
    let answer = |number: &str| {
        letter(&desk, &json!({}));
        desk.done(&["route", number, "--to", "ivanova", "--resolution", "Ответить"]);
        desk.done(&["reply", number, "--text", &text, "--final", "--signatory", "ivanova"]);
    };
    answer("1");
    desk.done(&["sign", "1"]);
    let first = shown(&desk, "1")["replies"][0]["number"].as_str().unwrap().to_owned();
    desk.done(&["office", "change", "--outgoing-at", "typed"]);
    answer("2");
    assert!(desk.refused(&["sign", "2", "--number", &first]).contains("введите другой номер"));
    desk.done(&["sign", "2", "--number", &first.replace("00001", "00002")]);
    desk.done(&["office", "change", "--outgoing-at", "at_sign"]);
    answer("3");
    let refused = desk.refused(&["sign", "3"]);
    assert!(
        refused.contains("введён вручную") && refused.contains("otklik office series outgoing"),
        "{refused}"
    );
    desk.done(&["office", "change", "--outgoing-numbers", "{office}-А{serial:5}/{yy}"]);
    desk.done(&["sign", "3"]);
    assert_eq!(shown(&desk, "3")["replies"][0]["number"], first.replace("И00001", "А00002"));
    desk.done(&["check"]);
}

//! Bodies of facts as they lie in registers: one file per kind and version in `tests/golden`, never to be changed.
//!
//! A new version of a kind gets a file of its own beside the old one, which must still read.

use std::collections::BTreeSet;
use std::path::PathBuf;

use otklik::standard::appeal::Appeal;
use otklik::standard::decide;
use otklik::standard::fact::{
    AppealEvent, ConsultationEvent, Event, OfficeEvent, Recorded, Stamp, Unreadable, VisitEvent,
};
use otklik::standard::fold::Unfoldable;
use otklik::standard::office::Office;
use otklik::standard::refusal::Refusal;
use otklik::standard::reply::Purpose;
use otklik::standard::visit::Visit;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Desk, Written, complaint, login, morning};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The golden body of each kind reads, and writes back to the same bytes.
fn reads_and_writes_back<E: Event>() {
    for &(kind, v) in E::KINDS {
        let file = folder().join(format!("{kind}.v{v}.json"));
        let text =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let event = E::read(kind, v, serde_json::from_str(&text).unwrap()).unwrap();
        assert_eq!((event.kind(), event.v()), (kind, v));
        let written = serde_json::to_string_pretty(&event.body().unwrap()).unwrap();
        assert_eq!(written, text.trim_end(), "{kind}");
    }
}

#[test]
fn every_kind_of_appeal_fact_is_written_as_it_always_was() {
    reads_and_writes_back::<AppealEvent>();
}

#[test]
fn every_kind_of_office_fact_is_written_as_it_always_was() {
    reads_and_writes_back::<OfficeEvent>();
}

#[test]
fn every_kind_of_visit_fact_is_written_as_it_always_was() {
    reads_and_writes_back::<VisitEvent>();
}

#[test]
fn every_kind_of_consultation_fact_is_written_as_it_always_was() {
    reads_and_writes_back::<ConsultationEvent>();
}

#[test]
fn every_golden_file_is_of_a_kind_there_is_and_no_kind_stands_twice() {
    let kinds: Vec<_> =
        [AppealEvent::KINDS, OfficeEvent::KINDS, VisitEvent::KINDS, ConsultationEvent::KINDS].concat();
    let expected: BTreeSet<_> = kinds.iter().map(|(kind, v)| format!("{kind}.v{v}.json")).collect();
    assert_eq!(expected.len(), kinds.len());
    let lying: BTreeSet<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(lying, expected);
}

/// Every name, contact and text of a golden body, with the path to it.
fn texts<'a>(value: &'a Value, path: &str, personal: bool, found: &mut Vec<(String, &'a str, bool)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text, personal)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, path, personal, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let marked = personal || name == "$personal";
                texts(value, &format!("{path}.{name}"), marked, found);
            }
        }
        _ => {}
    }
}

#[test]
fn names_contacts_and_words_of_people_are_marked_as_personal() {
    // The golden bodies spell whatever belongs to a person with this word in it.
    const MARK: &str = "Ёлкин";
    let mut marked = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let body: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let mut found = Vec::new();
        texts(&body, "", false, &mut found);
        for (place, text, personal) in found.into_iter().filter(|(_, text, _)| text.contains(MARK)) {
            assert!(personal, "{}{place}: {text}", path.display());
            marked += 1;
        }
    }
    assert!(marked > 25, "only {marked}");
}

#[test]
fn an_erased_value_reads_and_writes_back_as_erased() {
    let body = json!({ "gist": { "$erased": true }, "on": "2026-11-23" });
    let event = AppealEvent::read("appeal.answered_orally", 1, body.clone()).unwrap();
    assert_eq!(event.body().unwrap(), body);
    for broken in
        [json!({}), json!({ "$personal": "x", "$erased": true }), json!({ "$erased": false }), json!("x")]
    {
        let body = json!({ "gist": broken, "on": "2026-11-23" });
        let read = AppealEvent::read("appeal.answered_orally", 1, body);
        assert!(matches!(read, Err(Unreadable::Broken { .. })), "{read:?}");
    }
}

fn newer() -> Written {
    let stamp = Stamp { at: morning("23.11.2026"), who: login("clerk") };
    Written { stamp, kind: "subject.taught_to_sing".into(), v: 1, body: json!({ "song": "…" }) }
}

#[test]
fn a_newer_version_of_a_known_kind_is_as_unknown_as_a_new_kind() {
    let read = AppealEvent::read("appeal.noted", 2, json!({}));
    assert_eq!(read, Err(Unreadable::Newer { kind: "appeal.noted".into(), v: 2 }));
}

#[test]
fn a_fact_of_a_newer_program_makes_its_appeal_read_only_and_no_other() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    let other = desk.email_at_executor();
    desk.signed(case, Purpose::Answer);
    let facts = &mut desk.cases[case].facts;
    facts.insert(2, newer());
    desk.cases[case].state = desk.cases[case].replayed();
    let appeal = desk.appeal(case);
    assert!(appeal.needs_newer_program);
    assert_eq!(appeal.version, 6, "every fact counts");
    assert!(appeal.replies[0].signature().is_some(), "what can be read is shown");
    assert_eq!(desk.withdraw(case), Err(Refusal::NeedsNewerProgram));
    assert_eq!(desk.is("head").reopen(case), Err(Refusal::NeedsNewerProgram));
    desk.withdraw(other).unwrap();
}

#[test]
fn what_follows_a_fact_of_a_newer_program_is_never_taken_for_damage() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.signed(case, Purpose::Answer);
    // Without its draft the final can't follow; in the place of the draft stands what a newer program wrote.
    let facts: Vec<_> = desk.cases[case].facts.clone();
    let fold = |facts: &[Written]| Appeal::fold(Uuid::nil(), facts.iter().map(Written::read));
    let without = [&facts[..2], &facts[3..]].concat();
    assert_eq!(fold(&without), Err(Unfoldable::OutOfOrder { version: 3 }));
    let replaced = [&facts[..2], &[newer()], &facts[3..]].concat();
    assert!(fold(&replaced).unwrap().needs_newer_program);
}

#[test]
fn a_subject_that_a_newer_program_began_is_said_to_be_newer() {
    let begun = |kind: &str| Recorded::<AppealEvent> {
        stamp: newer().stamp,
        event: AppealEvent::read(kind, 2, json!({})),
    };
    let fold = |fact| Appeal::fold(Uuid::nil(), [fact]);
    assert_eq!(fold(begun("appeal.registered")), Err(Unfoldable::NewerBeginning));
    assert_eq!(Appeal::fold(Uuid::nil(), []), Err(Unfoldable::NoBeginning));
}

#[test]
fn a_fact_of_a_newer_program_about_the_office_stops_every_command() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    desk.office_facts.push(newer());
    desk.office = Office::fold(desk.office_facts.iter().map(Written::read)).unwrap();
    let form = complaint(otklik::standard::appeal::Channel::LetterPost, crate::support::BRANCH);
    assert_eq!(desk.register(form), Err(Refusal::NeedsNewerProgram));
    assert_eq!(desk.withdraw(case), Err(Refusal::NeedsNewerProgram));
}

#[test]
fn a_fact_of_a_newer_program_makes_its_visit_read_only() {
    let desk = Desk::open();
    let start = desk
        .ask(|context| {
            decide::start_visit(crate::support::unit_code(crate::support::CENTRE), Some(12), context)
        })
        .unwrap();
    let facts = [Written::of(&start[0], newer().stamp), newer()];
    let visit = Visit::fold(Uuid::nil(), facts.iter().map(Written::read)).unwrap();
    assert_eq!(visit.version, 2);
    let ended = desk.ask(|context| decide::end_visit(&visit, context));
    assert_eq!(ended, Err(Refusal::NeedsNewerProgram));
}

//! A register that an earlier program kept opens in this one, whole, and goes on (promise 1: nothing is lost).

#![expect(clippy::unwrap_used, reason = "what a test can't get is a test that fails")]

use std::path::PathBuf;

use otklik::clock::Clock;
use otklik::desk::{Confirmed, Depth, Desk, Filter, Part, Queue, check};
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::client::Client;
use otklik::standard::decide::Registration;

/// A made-up register of forty appeals as the program of schema 1 wrote it.
const OF_SCHEMA_1: &[u8] = include_bytes!("fixtures/schema-1.otklik");

fn earlier_register() -> (tempfile::TempDir, PathBuf, Clock) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("otklik.db");
    std::fs::write(&path, OF_SCHEMA_1).unwrap();
    let clock = Clock::Set("2026-11-25T09:00:00+03:00".parse().unwrap());
    (folder, path, clock)
}

#[test]
fn every_appeal_of_an_earlier_file_is_there_and_agrees_with_its_facts() {
    let (folder, path, clock) = earlier_register();
    let desk = Desk::at(&path, clock).unwrap().unwrap();
    let lines = desk.queue(Queue::All, desk.today(), &Filter::default(), Part::First, 100).unwrap();
    assert_eq!(lines.len(), 40);
    // A client of an earlier program is known by each appeal alone.
    assert!(lines.iter().all(|placed| placed.line.client_id == placed.line.id));
    drop(desk);
    let report = check(&path, Depth::Deep).unwrap();
    assert_eq!(report.findings, []);
    let copy = folder.path().join("otklik.db.before-upgrade-1");
    assert!(copy.exists(), "the file as it was is kept beside it");
}

#[test]
fn its_numbers_go_on_without_a_gap() {
    let (_folder, path, clock) = earlier_register();
    let mut desk = Desk::at(&path, clock).unwrap().unwrap();
    let newest = desk.queue(Queue::All, desk.today(), &Filter::default(), Part::First, 1).unwrap();
    let last = newest[0].line.number.serial;
    let person = desk.usual_person(None).unwrap();
    desk.sit(&person).unwrap();
    let unit = desk.actor().unwrap().unit.clone();
    let form = Registration {
        gist: Some("Справка о расчётах".into()),
        ..Registration::new(Channel::LetterPost, Kind::Enquiry, unit, Client::anonymous())
    };
    let receipt = desk.register_appeal(form, &Confirmed::new()).unwrap();
    assert_eq!(receipt.appeal.number.serial, last + 1);
    drop(desk);
    assert_eq!(check(&path, Depth::Deep).unwrap().findings, []);
}

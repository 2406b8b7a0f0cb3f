//! Several at once, and one that is killed: numbers stay gapless, and what was answered is there.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use super::Desk;

fn calls(count: usize) -> Value {
    (0..count)
        .map(|at| json!({ "channel": "phone", "kind": "enquiry", "client": { "anonymous": true }, "gist": format!("Звонок {at}") }))
        .collect()
}

/// Begins to register a list.
fn begin(desk: &Desk, objects: &Value) -> Child {
    fed(desk.command(&["register", "--json", "-"]), objects)
}

/// The same by the machine's clock: two who write in turn must not take each other's time for one that went back.
fn begin_by_the_machines_clock(desk: &Desk, objects: &Value) -> Child {
    let mut command = desk.command(&["register", "--json", "-"]);
    command.env_remove("OTKLIK_NOW");
    fed(command, objects)
}

fn fed(mut command: Command, objects: &Value) -> Child {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(objects.to_string().as_bytes()).unwrap();
    child
}

/// The serials of all numbers in the register, in order.
fn serials(desk: &Desk) -> Vec<u32> {
    let lines = desk.json(&["list", "--queue", "all", "--format", "json"]);
    let mut serials: Vec<u32> =
        lines.as_array().unwrap().iter().map(|line| serial(line["number"].as_str().unwrap())).collect();
    serials.sort_unstable();
    serials
}

fn serial(number: &str) -> u32 {
    number.trim_start_matches("ЭН1-").split('/').next().unwrap().parse().unwrap()
}

#[test]
fn two_who_register_a_thousand_each_at_once_get_two_thousand_numbers_in_a_row() {
    let desk = Desk::of_long_ago();
    let objects = calls(1000);
    let both = [(); 2].map(|()| begin_by_the_machines_clock(&desk, &objects));
    let mut given = BTreeSet::new();
    for child in both {
        let told = child.wait_with_output().unwrap();
        assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
        assert!(told.stderr.is_empty(), "no trouble is shown to either");
        let answers: Value = serde_json::from_slice(&told.stdout).unwrap();
        for answer in answers.as_array().unwrap() {
            assert!(given.insert(serial(answer["number"].as_str().unwrap())), "given twice: {answer}");
        }
    }
    assert_eq!(given, (1..=2000).collect());
    assert_eq!(serials(&desk), (1..=2000).collect::<Vec<_>>());
}

#[test]
fn whoever_is_killed_while_registering_has_lost_no_number_that_was_answered() {
    let desk = Desk::with_office();
    let mut answered = BTreeSet::new();
    for round in 1..=8 {
        let mut child = begin(&desk, &calls(500));
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let numbers = lines.map_while(Result::ok).filter_map(|line| {
            line.split("\"number\": \"").nth(1).map(|rest| serial(rest.split('"').next().unwrap()))
        });
        // Each round is killed a little later than the one before, wherever it stands then.
        answered.extend(numbers.take(round * 3));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let kept = serials(&desk);
    assert_eq!(kept, (1..=u32::try_from(kept.len()).unwrap()).collect::<Vec<_>>(), "no gap, no double");
    assert!(answered.len() >= 8 * 3 && answered.iter().all(|number| kept.contains(number)), "{answered:?}");
    desk.done(&["check", "--deep"]);
    assert!(
        desk.done(&["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "x"])
            .contains(&format!("ЭН1-{:06}/26", kept.len() + 1))
    );
}

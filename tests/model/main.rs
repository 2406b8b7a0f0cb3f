//! The Standard against a small reference of it: random lives of appeals, and after each step the same acceptance, the
//! same kind of refusal, the same due date, holder and outcome (issue: *a model test*).
//!
//! `OTKLIK_MODEL_SEED=N` replays one life.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod machine;
mod reference;
mod world;

use std::collections::BTreeMap;

use fastrand::Rng;
use otklik::clock::Clock;
use otklik::desk::{Depth, Desk, check};
use otklik::standard::appeal::{Appeal, Holder};

use self::machine::{Machine, OnFile, Rules, class};
use self::reference::{Has, Reference, Why};
use self::world::{Act, PEOPLE, Step, UNITS, often};

/// Lives tried on the rules alone, and on a desk with a real file.
const BY_RULES: u64 = 10_000;
const ON_FILE: u64 = 200;

/// A life of a few appeals: about half of it what one would do next, the rest whatever comes.
fn life(seed: u64) -> Vec<Step> {
    let rng = &mut Rng::with_seed(seed);
    let mut on = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let mut reference = Reference::default();
    let mut steps: Vec<Step> = Vec::new();
    for _ in 0..rng.usize(14..30) {
        if often(rng, 20) {
            on = on + chrono::Days::new(rng.u64(1..7));
        }
        let cases = reference.cases.len();
        let case = if cases == 0 { 0 } else { rng.usize(..cases) };
        let (who, act) = if cases == 0 || (cases < 3 && often(rng, 10)) {
            (if often(rng, 80) { 0 } else { rng.usize(..PEOPLE.len()) }, world::register(rng))
        } else if often(rng, 55) {
            (0, reference.cases[case].natural(rng))
        } else {
            (if often(rng, 55) { 0 } else { rng.usize(..PEOPLE.len()) }, world::act(rng, cases))
        };
        let step = Step { on, who, case, act };
        reference.step(&step);
        steps.push(step);
    }
    steps
}

fn has(appeal: &Appeal) -> Has {
    match &appeal.holder {
        Holder::Nobody => Has::Nobody,
        Holder::Director => Has::Director,
        Holder::Unit(code) => Has::Unit(UNITS.iter().position(|unit| unit.0 == code.0).unwrap()),
        Holder::Executor { executor, .. } => {
            Has::Executor(PEOPLE.iter().position(|person| person.login == executor.0).unwrap())
        }
    }
}

/// Lives one life; says where program and reference part. Counts what was done and what was refused.
fn live(
    machine: &mut dyn Machine,
    steps: &[Step],
    met: &mut BTreeMap<String, (u32, u32)>,
) -> Result<(), String> {
    let mut reference = Reference::default();
    let mut told: Vec<String> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        if !matches!(step.act, Act::Register(_)) && step.case >= reference.cases.len() {
            continue;
        }
        if cites_nothing_yet(step, reference.cases.len()) {
            continue;
        }
        if !matches!(step.act, Act::Register(_)) && !machine.can_be_asked(step) {
            continue;
        }
        let reasons = reference.step(step);
        let done = machine.step(step, at);
        told.push(format!(
            "{} {} №{} {:?} -> {done:?}",
            step.on, PEOPLE[step.who].login, step.case, step.act
        ));
        let name = format!("{:?}", step.act);
        let name = name.split([' ', '(', '{']).next().unwrap_or_default().to_owned();
        let counted = met.entry(name).or_default();
        let agrees = match &done {
            Ok(()) => reasons.is_empty(),
            Err(refusal) => reasons.contains(&class(refusal)),
        };
        if done.is_ok() {
            counted.0 += 1;
        } else {
            counted.1 += 1;
        }
        if !agrees {
            return Err(format!("the reference says {reasons:?} of\n{}", told.join("\n")));
        }
        for (case, known) in reference.cases.iter().enumerate() {
            let appeal = machine.appeal(case);
            let outcome = appeal.closing.as_ref().map(|closing| (closing.outcome, closing.on));
            let seen = (appeal.due.day, has(appeal), outcome);
            if seen != (known.due, known.has, known.outcome) {
                return Err(format!(
                    "№{case} is {seen:?}; by the reference {:?}, {:?}, {:?}\n{}",
                    known.due,
                    known.has,
                    known.outcome,
                    told.join("\n")
                ));
            }
        }
    }
    Ok(())
}

fn cites_nothing_yet(step: &Step, cases: usize) -> bool {
    matches!(step.act, Act::Screen { cited: world::Cited::Case(earlier), .. } if earlier >= cases)
}

/// A life made shorter as long as it still parts; the last told.
fn shortened(steps: &[Step], parts: impl Fn(&[Step]) -> Option<String>) -> String {
    let (mut steps, mut said) = (steps.to_vec(), parts(steps).unwrap_or_default());
    let mut at = steps.len();
    while at > 0 {
        at -= 1;
        let mut fewer = steps.clone();
        fewer.remove(at);
        if let Some(shorter) = parts(&fewer) {
            (steps, said) = (fewer, shorter);
        }
    }
    said
}

fn seeds(count: u64) -> Vec<u64> {
    match std::env::var("OTKLIK_MODEL_SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => vec![seed],
        None => (0..count).collect(),
    }
}

#[test]
fn ten_thousand_lives_by_the_rules_alone_agree_with_the_reference() {
    let furnished = OnFile::new();
    let clock = Clock::Set(world::moment(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(), 0));
    let office = Desk::at(&furnished.path(), clock).unwrap().unwrap().office().clone();
    assert_eq!(office.norms.list, machine::office_norms());
    let mut met = BTreeMap::new();
    for seed in seeds(BY_RULES) {
        let steps = life(seed);
        if live(&mut Rules::of(&office), &steps, &mut met).is_err() {
            let parts = |steps: &[Step]| live(&mut Rules::of(&office), steps, &mut BTreeMap::new()).err();
            panic!("seed {seed}: {}", shortened(&steps, parts));
        }
    }
    if std::env::var_os("OTKLIK_MODEL_SEED").is_none() {
        for (act, (done, refused)) in &met {
            assert!(*done > 20 && *refused > 20, "{act} was done {done} times and refused {refused}");
        }
    }
}

#[test]
fn two_hundred_lives_on_a_real_file_agree_with_the_reference() {
    let furnished = OnFile::new();
    for seed in seeds(ON_FILE) {
        let steps = life(seed);
        let mut machine = furnished.another();
        if let Err(said) = live(&mut machine, &steps, &mut BTreeMap::new()) {
            panic!("seed {seed}: {said}");
        }
        if seed % 20 == 0 {
            assert_eq!(check(&machine.path(), Depth::Deep).unwrap().findings, []);
        }
    }
}

#[test]
fn the_reference_refuses_a_reply_without_an_executor() {
    // The reference itself is looked at once by hand, so that an empty one could not pass.
    let on = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let mut reference = Reference::default();
    let new = world::NewCase {
        channel: otklik::standard::appeal::Channel::LetterPost,
        kind: otklik::standard::appeal::Kind::Application,
        intake: 1,
        address: true,
        phone: false,
        wish: None,
        on_spot: None,
        questions: 0,
        all_answered: true,
        call_back: false,
        paper: None,
        confirmed: false,
    };
    let mut step = |act| reference.step(&Step { on, who: 0, case: 0, act });
    assert!(step(Act::Register(new)).is_empty());
    let draft =
        Act::Draft { letter: world::Letter::Answer, substance: true, cites: false, all_answered: true };
    assert!(step(draft).is_empty());
    let final_ = Act::Finalise { letter: world::Letter::Answer, signatory: 0 };
    assert!(step(final_).contains(&Why::Executor));
}

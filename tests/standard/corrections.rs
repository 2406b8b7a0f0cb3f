//! Any field can be corrected, and what the facts make of it is what was decided: set, emptied, switched with others,
//! once more, and after an erasure.

use std::collections::BTreeSet;

use otklik::standard::appeal::{Appeal, Channel, Kind, PowerQuality};
use otklik::standard::book::BookEntry;
use otklik::standard::client::{Client, ClientSort, Collective, CoveringLetter, Identity, Representative};
use otklik::standard::correct::Correctable;
use otklik::standard::decide::{self, Correction, OfficeCommand, Registration};
use otklik::standard::personal::{ERASED, KNOWN, Personal};
use otklik::standard::refusal::{Confirmation, Refusal};
use otklik::standard::reply::Purpose;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{BRANCH, CENTRE, Desk, Written, citizen, complaint, day, unit_code};

/// A value that each field can have, other than the one it has in [`everything`].
fn other(field: Correctable) -> &'static str {
    match field {
        Correctable::Channel => "letter_post",
        Correctable::Kind => "suggestion",
        Correctable::Topic => "metering.check",
        Correctable::Received | Correctable::SenderDate | Correctable::ProxyDate => "2026-11-19",
        Correctable::CoveringDate => "2026-11-18",
        Correctable::CoveringDue => "2026-11-28",
        Correctable::Intake => CENTRE,
        Correctable::Sheets | Correctable::Attachments | Correctable::Signers => "7",
        Correctable::Documents => "passport",
        Correctable::ReplyBy => "phone",
        Correctable::Questions => "Первый?\nВторой?\nТретий?",
        Correctable::Book => "К-2",
        Correctable::BookEntry => "9",
        _ => "Иное",
    }
}

fn correct(desk: &mut Desk, case: usize, changes: &[(Correctable, &str)]) -> Result<(), Refusal> {
    let corrections: Vec<_> = changes
        .iter()
        .map(|(field, value)| Correction {
            field: *field,
            value: Some((*value).to_owned()).filter(|text| !text.is_empty()),
        })
        .collect();
    desk.confirmed.insert(Confirmation::DueMoves);
    desk.act(case, |appeal, context| decide::correct(appeal, &corrections, "Описка", context))
}

/// An entry of a book with every field there is.
fn everything(desk: &mut Desk) -> usize {
    for number in ["К-1", "К-2"] {
        desk.administer(OfficeCommand::OpenBook {
            number: number.into(),
            unit: unit_code(BRANCH),
            opened: None,
            sheets: None,
        })
        .unwrap();
    }
    let client = Client {
        account: Some("100200300".into()),
        contract: Some("Д-1".into()),
        email: Some("anna@example.org".into()),
        representative: Some(Representative {
            name: "Ёлкин Пётр".into(),
            proxy_number: Some("5".into()),
            proxy_date: Some(day("01.11.2026")),
        }),
        collective: Some(Collective { signers: 3, answer_to: Some("Ёлкиной А. П.".into()) }),
        ..citizen()
    };
    let form = Registration {
        client,
        text: Some("Прошу пересчитать".into()),
        sheets: Some(2),
        attachments: Some(1),
        sender_number: Some("17/2".into()),
        sender_date: Some(day("20.11.2026")),
        covering_letter: Some(CoveringLetter {
            body: "Прокуратура".into(),
            number: Some(Personal::Known("9".into())),
            date: Some(day("20.11.2026")),
            due: Some(day("30.11.2026")),
        }),
        questions: vec!["Когда?".into(), "Почему?".into()],
        documents: BTreeSet::from(["proxy".to_owned()]),
        power: Some(PowerQuality {
            address: Some("ул. Ленина".into()),
            time: Some("вечером".into()),
            contract: Some("Д-1".into()),
        }),
        book: Some(BookEntry { number: "К-1".into(), entry: 4 }),
        ..complaint(Channel::FeedbackBook, BRANCH)
    };
    desk.register(form).unwrap()
}

/// What the facts make of it when they are read again is what the desk saw.
fn read_again(desk: &Desk, case: usize) {
    assert_eq!(desk.cases[case].replayed(), *desk.appeal(case));
}

#[test]
fn every_field_is_set_and_emptied_alone_and_the_next_correction_is_taken() {
    for &field in Correctable::ALL {
        for value in [other(field), ""] {
            let mut desk = Desk::open();
            let case = everything(&mut desk);
            let before = desk.appeal(case).particulars().unwrap();
            match correct(&mut desk, case, &[(field, value)]) {
                Ok(()) => {
                    let after = desk.appeal(case).particulars().unwrap();
                    assert_ne!(before, after, "{field:?} {value}");
                    assert_eq!(after.get(field).unwrap_or_default(), value, "{field:?}");
                }
                Err(refusal) => assert_eq!(before, desk.appeal(case).particulars().unwrap(), "{refusal:?}"),
            }
            read_again(&desk, case);
            correct(&mut desk, case, &[(Correctable::Gist, "Ещё раз")]).unwrap();
        }
    }
}

#[test]
fn a_citizen_becomes_an_organisation_and_the_other_way_round() {
    let mut desk = Desk::open();
    let case = everything(&mut desk);
    correct(&mut desk, case, &[(Correctable::Signers, ""), (Correctable::Organisation, "ООО «Ромашка»")])
        .unwrap();
    assert_eq!(desk.appeal(case).client_sort, ClientSort::Organisation);
    correct(&mut desk, case, &[(Correctable::Inn, "5825834292"), (Correctable::ContactPerson, "Юй А.")])
        .unwrap();
    read_again(&desk, case);
    correct(&mut desk, case, &[(Correctable::Given, "Пётр"), (Correctable::Surname, "Ёлкин")]).unwrap();
    let known = desk.appeal(case).client.known().unwrap().identity.clone();
    let person =
        Identity::Person { surname: "Ёлкин".into(), given: Some("Пётр".into()), patronymic: None };
    assert_eq!(known, person);
    read_again(&desk, case);
}

#[test]
fn what_hangs_together_goes_together() {
    let together: [&[(Correctable, &str)]; 4] = [
        // Registered as a book's entry by mistake.
        &[(Correctable::Channel, "letter_post"), (Correctable::Book, "")],
        &[(Correctable::Representative, "")],
        &[(Correctable::Signers, "")],
        &[(Correctable::CoveringBody, "")],
    ];
    for changes in together {
        let mut desk = Desk::open();
        let case = everything(&mut desk);
        correct(&mut desk, case, changes).unwrap_or_else(|refusal| panic!("{changes:?}: {refusal:?}"));
        read_again(&desk, case);
        correct(&mut desk, case, &[(Correctable::Phone, "+7 900 000-00-00")]).unwrap();
    }
}

/// Readings, *Terms*: the queue sorts by the earliest; promise 3.
#[test]
fn a_corrected_day_of_an_authority_moves_the_queue() {
    let mut desk = Desk::open();
    let case = everything(&mut desk);
    assert_eq!(desk.appeal(case).queue_due(), day("30.11.2026"));
    correct(&mut desk, case, &[(Correctable::CoveringDue, "2026-11-27")]).unwrap();
    assert_eq!(desk.appeal(case).queue_due(), day("27.11.2026"));
    correct(&mut desk, case, &[(Correctable::CoveringBody, "")]).unwrap();
    assert_eq!(desk.appeal(case).queue_due(), desk.appeal(case).due.day);
    let later = [(Correctable::CoveringBody, "Прокуратура"), (Correctable::CoveringDue, "2026-12-01")];
    correct(&mut desk, case, &later).unwrap();
    assert_eq!(desk.appeal(case).queue_due(), day("01.12.2026"));
}

/// R13: an appeal is extended once, so that a mistaken correction must not cost it what was granted.
#[test]
fn a_granted_extension_outlives_a_channel_that_was_corrected_by_mistake() {
    let mut desk = Desk::open();
    let case = desk.email_at_executor();
    desk.is("head").sent(case, Purpose::Interim { days: 10 });
    desk.extend(case, 10).unwrap();
    assert_eq!(desk.appeal(case).due.day, day("18.12.2026"));
    correct(&mut desk, case, &[(Correctable::Channel, "letter_post")]).unwrap();
    assert_eq!(desk.appeal(case).due.day, day("08.12.2026"), "a letter's term is never extended");
    correct(&mut desk, case, &[(Correctable::Gist, "Перерасчёт")]).unwrap();
    correct(&mut desk, case, &[(Correctable::Channel, "email")]).unwrap();
    assert_eq!((desk.appeal(case).due.day, desk.appeal(case).due.extended_by), (day("18.12.2026"), 10));
    assert_eq!(desk.extend(case, 5), Err(Refusal::AlreadyExtended));
    read_again(&desk, case);
}

/// A lawful erasure takes what is a person's and leaves what the figures count.
#[test]
fn what_is_nobodys_outlives_an_erasure() {
    let mut desk = Desk::open();
    let case = everything(&mut desk);
    let changes = [
        (Correctable::Channel, "letter_post"),
        (Correctable::Book, ""),
        (Correctable::Topic, "metering.check"),
        (Correctable::Kind, "suggestion"),
        (Correctable::Phone, "+7 900 000-00-00"),
        (Correctable::Signers, ""),
        (Correctable::Organisation, "ООО «Ромашка»"),
    ];
    correct(&mut desk, case, &changes).unwrap();
    let facts: Vec<_> = desk.cases[case]
        .facts
        .iter()
        .map(|fact| Written { body: erased(fact.body.clone()), ..fact.clone() })
        .collect();
    let after = Appeal::fold(desk.appeal(case).id, facts.iter().map(Written::read)).unwrap();
    assert_eq!(after.client, Personal::Erased);
    assert_eq!((after.channel, after.kind), (Channel::LetterPost, Kind::Suggestion));
    assert_eq!(after.topic.as_deref(), Some("metering.check"));
    assert_eq!((after.content.book, after.client_sort), (None, ClientSort::Organisation));
}

fn erased(body: Value) -> Value {
    match body {
        Value::Object(map) if map.contains_key(KNOWN) => json!({ ERASED: true }),
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, erased(value))).collect(),
        Value::Array(list) => list.into_iter().map(erased).collect(),
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_corrected_together_reads_back_as_it_was_decided(
        picked in proptest::collection::btree_map(0..Correctable::ALL.len(), any::<bool>(), 1..9),
        again in proptest::collection::btree_map(0..Correctable::ALL.len(), any::<bool>(), 1..5),
    ) {
        let mut desk = Desk::open();
        let case = everything(&mut desk);
        for picked in [picked, again] {
            let changes: Vec<_> = picked
                .iter()
                .map(|(at, set)| (Correctable::ALL[*at], if *set { other(Correctable::ALL[*at]) } else { "" }))
                .collect();
            // Refused or taken: a fact that can't be read back would end the test in the desk.
            let _ = correct(&mut desk, case, &changes);
            read_again(&desk, case);
        }
    }
}

/// A slip of the hand in a date is refused as at the registration, and theirs is of no day to come.
#[test]
fn a_corrected_date_is_one_that_an_office_may_mean() {
    let mut desk = Desk::open();
    let case = desk.letter_at_executor();
    let correct = |desk: &mut Desk, field, value: &str| {
        let mend = [Correction { field, value: Some(value.into()) }];
        desk.act(case, |appeal, context| decide::correct(appeal, &mend, "Описка", context))
    };
    for (field, value) in [
        (Correctable::Received, "0026-11-20"),
        (Correctable::Received, "-0001-01-01"),
        (Correctable::SenderDate, "0026-11-20"),
    ] {
        assert_eq!(correct(&mut desk, field, value), Err(Refusal::BadValue { field, value: value.into() }));
    }
    let today = desk.today();
    assert_eq!(correct(&mut desk, Correctable::SenderDate, "2036-01-01"), Err(Refusal::InFuture { today }));
    correct(&mut desk, Correctable::SenderDate, "2026-11-20").unwrap();
}

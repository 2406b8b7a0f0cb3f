//! The JSON that outside programs speak: a contract.

use serde_json::{Value, json};

use super::Desk;

fn letter() -> Value {
    json!({
        "channel": "letter", "kind": "complaint", "topic": "billing.recalculation", "received": "2026-11-20",
        "client": {
            "surname": "Ёлкина", "given": "Анна", "patronymic": "Петровна", "account": "100200300",
            "address": "ул. Ленина, д. 5, кв. 12, г. Энск", "phone": "+7 900 123-45-67", "email": "anna@example.org",
        },
        "gist": "Перерасчёт за октябрь", "text": "Прошу пересчитать …", "sheets": 2, "attachments": 1,
        "reply_by": "post", "sender_number": "17/2", "sender_date": "2026-11-18",
        "request_id": "0190a1b2-0000-7000-8000-000000000001",
    })
}

#[test]
fn the_letter_of_the_contract_is_registered_with_every_field() {
    let desk = Desk::with_office();
    let (code, answer) = desk.register_json(&letter());
    assert_eq!(code, Some(0), "{answer}");
    assert_eq!(
        answer,
        json!([{ "number": "ЭН1-000001/26", "registered": "2026-11-23", "due": "2026-12-08", "norm": "standard" }])
    );
    let shown = desk.json(&["show", "ЭН1-000001/26", "--format", "json"]);
    let sent = letter();
    for field in [
        "kind",
        "topic",
        "received",
        "gist",
        "text",
        "sheets",
        "attachments",
        "reply_by",
        "sender_number",
        "sender_date",
    ] {
        assert_eq!(shown[field], sent[field], "{field}");
    }
    assert_eq!(shown["channel"], "letter_post");
    for (field, value) in sent["client"].as_object().unwrap() {
        assert_eq!(&shown["client"][field], value, "{field}");
    }
}

#[test]
fn the_same_request_sent_twice_is_one_appeal() {
    let desk = Desk::with_office();
    let (_, first) = desk.register_json(&letter());
    let (code, again) = desk.register_json(&letter());
    assert_eq!((code, &again), (Some(0), &first));
    let (_, other) = desk.register_json(&json!([letter(), { "channel": "phone", "kind": "enquiry",
        "client": { "anonymous": true }, "gist": "x" }]));
    assert_eq!(other[0], first[0]);
    assert_eq!(other[1]["number"], "ЭН1-000002/26", "no number was lost on the second sending");
}

#[test]
fn a_request_sent_again_with_something_else_is_refused_and_names_what_it_became() {
    let desk = Desk::with_office();
    let answered = json!({ "channel": "phone", "kind": "enquiry", "client": { "anonymous": true }, "gist": "x",
        "answered_on_spot": { "gist": "Разъяснено", "agreed": true },
        "request_id": "0190a1b2-0000-7000-8000-000000000002" });
    let (_, first) = desk.register_json(&json!([letter(), answered]));
    let (code, again) = desk.register_json(&json!([letter(), answered]));
    assert_eq!((code, &again), (Some(0), &first));
    let with = |field: &str, value: Value| {
        let mut other = letter();
        other[field] = value;
        other
    };
    let mut neighbour = letter();
    neighbour["client"]["surname"] = "Волкова".into();
    let mut otherwise = answered.clone();
    otherwise["answered_on_spot"]["gist"] = "Отказано".into();
    for other in [
        with("kind", "enquiry".into()),
        with("channel", "email".into()),
        with("gist", "Другое".into()),
        with("text", "Прошу не пересчитывать".into()),
        with("sheets", 3.into()),
        neighbour,
        otherwise,
    ] {
        let (code, answer) = desk.register_json(&other);
        assert_eq!((code, &answer[0]["code"]), (Some(1), &json!("request-taken")), "{other}");
        assert!(answer[0].to_string().contains("/26"), "{answer}");
    }
    assert_eq!(desk.json(&["list", "--format", "json"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn an_unknown_field_is_refused_by_name_wherever_it_stands() {
    let desk = Desk::with_office();
    for (object, name) in [
        (json!({ "chanel": "phone" }), "chanel"),
        (
            json!({ "channel": "phone", "kind": "enquiry", "client": { "surnam": "А" }, "gist": "x" }),
            "client.surnam",
        ),
        (
            json!({ "channel": "phone", "kind": "enquiry", "client": { "anonymous": true }, "gist": "x",
                "answered_on_spot": { "gist": "y", "who": "z" } }),
            "answered_on_spot.who",
        ),
    ] {
        let (code, answer) = desk.register_json(&object);
        assert_eq!(code, Some(1));
        assert_eq!(answer[0]["code"], "unknown-field", "{answer}");
        assert!(answer[0]["refused"].as_str().unwrap().contains(name), "{answer}");
    }
    assert_eq!(desk.json(&["list", "--format", "json"]), json!([]), "nothing was registered");
}

#[test]
fn what_is_missing_or_of_another_form_is_named() {
    let desk = Desk::with_office();
    let whole =
        json!({ "channel": "phone", "kind": "enquiry", "client": { "anonymous": true }, "gist": "x" });
    for (field, value, code) in [
        ("channel", json!(null), "missing"),
        ("channel", json!("pigeon"), "bad-value"),
        ("kind", json!(5), "bad-value"),
        ("client", json!(null), "missing"),
        ("client", json!("Ёлкина"), "bad-value"),
        ("client", json!({}), "missing"),
        ("gist", json!("  "), "missing"),
        ("received", json!("2026-02-30"), "bad-value"),
        ("received", json!("2026-11-24"), "received-later"),
        ("received", json!("2026-11-16"), "late-registration"),
        ("sheets", json!(-1), "bad-value"),
        ("topic", json!("no.such"), "unknown-topic"),
        ("intake", json!("nowhere"), "unknown-unit"),
        ("reply_by", json!("post"), "no-contact"),
        ("request_id", json!("17"), "bad-value"),
    ] {
        let mut object = whole.clone();
        object[field] = value.clone();
        let (exit, answer) = desk.register_json(&object);
        assert_eq!(exit, Some(1), "{field} {value}: {answer}");
        assert_eq!(answer[0]["code"], code, "{field} {value}: {answer}");
    }
}

#[test]
fn a_list_is_answered_in_its_order_and_one_refused_stops_none_of_the_others() {
    let desk = Desk::with_office();
    let call = |gist: &str| json!({ "channel": "phone", "kind": "enquiry", "client": { "anonymous": true }, "gist": gist });
    let (code, answer) = desk.register_json(&json!([call("a"), { "channel": "phone" }, call("b")]));
    assert_eq!(code, Some(1), "one was refused");
    let numbers: Vec<_> = answer.as_array().unwrap().iter().map(|one| one["number"].as_str()).collect();
    assert_eq!(numbers, [Some("ЭН1-000001/26"), None, Some("ЭН1-000002/26")]);
    assert_eq!(answer[1]["code"], "missing");
}

#[test]
fn every_kind_of_client_is_taken() {
    let desk = Desk::with_office();
    let (code, answer) = desk.register_json(&json!([
        { "channel": "letter_hand", "kind": "application", "gist": "a", "client": { "organisation": "ООО «Ромашка»",
          "inn": "7701234567", "contract": "Д-5", "contact_person": "Сидорова М. И.", "address": "г. Энск" } },
        { "channel": "letter", "kind": "complaint", "gist": "b", "client": { "surname": "Гасанов", "given": "Эльчин",
          "patronymic": "Мамед оглы", "address": "г. Энск" },
          "representative": { "name": "Петрова О. И.", "proxy_number": "12", "proxy_date": "2026-01-15" } },
        { "channel": "letter", "kind": "complaint", "gist": "c", "client": { "surname": "Ёлкина", "address": "г. Энск",
          "collective": { "signers": 17, "answer_to": "Ёлкина А. П." } },
          "covering_letter": { "body": "Прокуратура", "number": "7-5", "date": "2026-11-19", "due": "2026-12-01" } },
        { "channel": "feedback_book", "kind": "review", "gist": "d", "client": { "anonymous": true } },
    ]));
    assert_eq!(code, Some(0), "{answer}");
    let sorts = desk.json(&["list", "--format", "json"]);
    let mut sorts: Vec<_> =
        sorts.as_array().unwrap().iter().map(|line| line["client_sort"].as_str().unwrap()).collect();
    sorts.sort_unstable();
    assert_eq!(sorts, ["anonymous", "collective", "organisation", "person"]);
    assert_eq!(
        desk.json(&["show", "3", "--format", "json"])["inner_due"],
        "2026-12-01",
        "the authority's own day"
    );
}

#[test]
fn lists_measure_how_late_an_appeal_is_on_any_day() {
    let desk = Desk::with_office();
    desk.register_json(&letter());
    let days =
        |day: &str| desk.json(&["list", "--as-of", day, "--format", "json"])[0]["overdue_days"].clone();
    assert_eq!(days("2026-12-07"), -1, "a day is left");
    assert_eq!(days("2026-12-08"), 0, "the due day itself");
    assert_eq!(days("2026-12-10"), 2);
    let overdue = |day: &str| desk.json(&["list", "--queue", "overdue", "--as-of", day, "--format", "json"]);
    assert_eq!(overdue("2026-12-08"), json!([]));
    assert_eq!(overdue("2026-12-09").as_array().unwrap().len(), 1);
    let line = &overdue("2026-12-09")[0];
    for field in [
        "number",
        "channel",
        "kind",
        "stage",
        "registered",
        "due",
        "overdue_days",
        "unit",
        "executor",
        "client",
    ] {
        assert!(line.get(field).is_some(), "{field} of the contract");
    }
    desk.done(&["withdraw", "1", "--reason", "Передумала"]);
    let shown = desk.json(&["show", "1", "--as-of", "2027-01-31", "--format", "json"]);
    assert_eq!(shown["overdue_days"], -15, "a closed one is measured at its closing");
}

#[test]
fn a_term_is_explained() {
    let desk = Desk::with_office();
    for (on, due) in
        [("2026-11-20", "2026-12-05"), ("2026-12-16", "2026-12-31"), ("2027-04-16", "2027-05-01")]
    {
        let answer = desk.json(&["due", "--channel", "letter", "--on", on, "--format", "json"]);
        assert_eq!(answer["due"], due);
        assert_eq!(answer["norm"], "standard");
        assert!(answer["explanation"].as_str().unwrap().contains("15 календарных дней"));
    }
    let english =
        desk.json(&["--lang", "en", "due", "--channel", "email", "--on", "2026-11-20", "--format", "json"]);
    assert!(english["explanation"].as_str().unwrap().contains("15 calendar days"), "{english}");
}

#[test]
fn a_question_before_saving_is_answered_by_its_code() {
    let desk = Desk::with_office();
    let call = [
        "register",
        "--channel",
        "phone",
        "--kind",
        "enquiry",
        "--anonymous",
        "--gist",
        "x",
        "--received",
        "2026-11-16",
    ];
    let asked = desk.refused(&call);
    assert!(asked.contains("--confirm late-registration"), "{asked}");
    desk.done(&[call.as_slice(), &["--confirm", "late-registration"]].concat());
    let earlier = Desk { now: "2026-11-22T10:00:00+03:00".to_owned(), ..desk };
    let asked = earlier.refused(&["annul", "1", "--reason", "x"]);
    assert!(asked.contains("--confirm clock-behind"), "{asked}");
    earlier.done(&["annul", "1", "--reason", "x", "--confirm", "clock-behind"]);
}

#[test]
fn what_is_no_json_registers_nothing_and_says_where() {
    let desk = Desk::with_office();
    let ended = desk.fed(&["register", "--json", "-"], "[{\"channel\": \"phone\",\n oops}]");
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("строка 2"), "{}", ended.err);
    let ended = desk.fed(&["register", "--json", "-"], "5");
    assert_eq!(ended.code, Some(1), "{ended:?}");
}

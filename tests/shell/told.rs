//! What a person is told when something is not as they think: closed, contradictory, unfinished, unheard.

use serde_json::json;

use super::{Desk, ended};

const CALL: [&str; 8] =
    ["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "Когда включат?"];

/// A desk whose one person may execute and sign, with an appeal by e-mail in their hands.
fn with_an_email() -> Desk {
    let desk = Desk::with_office();
    desk.done(&["staff", "change", "ivanova", "--phone", "1", "--position", "Начальник", "--sign"]);
    let (code, answer) = desk.register_json(&json!({
        "channel": "email", "kind": "enquiry", "gist": "Справка",
        "client": { "surname": "Гасанов", "email": "g@example.org" },
    }));
    assert_eq!(code, Some(0), "{answer}");
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    desk
}

#[test]
fn a_step_on_a_closed_appeal_is_told_how_and_when_it_was_closed() {
    let desk = with_an_email();
    desk.done(&["withdraw", "1", "--reason", "Передумал"]);
    for step in [&["sent", "1"][..], &["sign", "1"], &["return", "1", "--remark", "x"]] {
        let said = desk.refused(step);
        assert!(said.contains("закрыто 23.11.2026") && said.contains("возобновить"), "{step:?}: {said}");
    }
    desk.done(&CALL);
    desk.done(&["annul", "2", "--reason", "Ошибка"]);
    let said = desk.refused(&["route", "2", "--to", "ivanova"]);
    assert!(said.contains("аннулировано 23.11.2026") && said.contains("заново"), "{said}");
    assert!(!said.contains("возобновить"), "an annulled appeal is never reopened: {said}");
}

#[test]
fn every_step_of_an_interim_reply_is_told_as_one_and_in_history_too() {
    let desk = with_an_email();
    let text = desk.file("why.txt", "Ждём проверки прибора учёта.");
    let interim = ["reply", "1", "--kind", "interim"];
    let asked = desk.run(&[&interim[..], &["--text", &text]].concat());
    assert_eq!(asked.code, Some(2), "{asked:?}");
    assert!(asked.err.contains("--days"), "{}", asked.err);
    let said = desk.done(&[&interim[..], &["--text", &text, "--days", "10"]].concat());
    assert!(said.contains("проект промежуточного ответа"), "{said}");
    let said = desk.done(&[&interim[..], &["--final", "--signatory", "ivanova"]].concat());
    assert!(said.contains("промежуточный ответ: текст окончательный"), "{said}");
    assert!(desk.done(&["sign", "1"]).contains("промежуточный ответ: подписано"));
    assert!(desk.done(&["sent", "1"]).contains("промежуточный ответ: отправлено"));
    desk.done(&["reply", "1", "--text", &text]);
    let history = desk.done(&["history", "1"]);
    assert!(
        history.contains("промежуточный ответ: подписано") && history.contains(" проект ответа"),
        "{history}"
    );
}

#[test]
fn a_draft_is_printed_whether_or_not_it_is_called_one_and_a_final_is_none() {
    let desk = with_an_email();
    let text = desk.file("answer.txt", "Справка приложена.");
    let paper = desk.folder().join("paper.txt");
    let out = ["reply", "1", "--draft", "--out", paper.to_str().unwrap()];
    assert!(desk.refused(&out).contains("Нет проекта"));
    desk.done(&["reply", "1", "--text", &text]);
    desk.done(&out);
    assert!(std::fs::read_to_string(&paper).unwrap().contains("ПРОЕКТ"));
    desk.done(&["reply", "1", "--final", "--signatory", "ivanova"]);
    assert!(desk.refused(&out).contains("Нет проекта"));
}

#[test]
fn a_refusal_names_the_option_or_the_command_that_helps() {
    let desk = Desk::with_office();
    desk.done(&CALL);
    let text = desk.file("answer.txt", "К вечеру.");
    desk.done(&["reply", "1", "--text", &text, "--addressee", "Заявителю"]);
    let said = desk.refused(&["reply", "1", "--final", "--signatory", "ivanova"]);
    assert!(said.contains("F6") && said.contains("otklik route"), "{said}");
    let letter = json!({ "channel": "letter", "kind": "complaint", "gist": "x",
        "client": { "surname": "Ким", "address": "г. Энск" } });
    desk.register_json(&letter);
    desk.done(&["unit", "add", "ТО-2"]);
    desk.done(&["staff", "add", "--login", "sidorov", "--person", "Сидоров Пётр", "--unit", "ТО-2"]);
    let said = desk.refused(&["route", "2", "--to", "sidorov", "--resolution", "x"]);
    assert!(said.contains("--override"), "{said}");
}

#[test]
fn a_representative_a_covering_letter_and_signers_are_whole_or_refused() {
    let desk = Desk::with_office();
    for (part, field) in [
        (json!({ "representative": { "name": " ", "proxy_number": "5" } }), "Представитель"),
        (json!({ "collective": { "signers": 0 } }), "Сколько подписей"),
        (json!({ "covering_letter": { "body": "", "number": "7" } }), "Кто переслал"),
    ] {
        let mut letter = json!({ "channel": "letter", "kind": "complaint", "gist": "x",
            "client": { "surname": "Ким", "address": "г. Энск" } });
        letter.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        let (code, answer) = desk.register_json(&letter);
        assert_eq!((code, answer[0]["code"].as_str()), (Some(1), Some("missing")), "{answer}");
        assert!(answer[0]["refused"].as_str().unwrap().contains(field), "{answer}");
    }
    assert_eq!(desk.json(&["list", "--format", "json"]), json!([]), "nothing was registered without them");
}

#[test]
fn a_client_of_two_kinds_is_a_contradiction_and_a_far_name_has_no_nearest() {
    let desk = Desk::with_office();
    for (client, one, other) in [
        (json!({ "anonymous": true, "surname": "Ким" }), "client.anonymous", "client.surname"),
        (json!({ "surname": "Ким", "organisation": "ООО «Луч»" }), "client.surname", "client.organisation"),
        (json!({ "surname": "Ким", "inn": "7701" }), "client.surname", "client.inn"),
    ] {
        let (code, answer) = desk
            .register_json(&json!({ "channel": "phone", "kind": "enquiry", "gist": "x", "client": client }));
        assert_eq!((code, answer[0]["code"].as_str()), (Some(1), Some("contradiction")), "{answer}");
        let said = answer[0]["refused"].as_str().unwrap();
        assert!(said.contains(one) && said.contains(other) && said.contains("противоречат"), "{said}");
    }
    let (_, answer) = desk.register_json(&json!({ "channel": "phone", "kind": "enquiry", "gist": "x",
        "client": { "surname": "Ким", "representative": { "name": "Цой" } }, "representative": { "name": "Пак" } }));
    assert_eq!(answer[0]["code"], "contradiction", "{answer}");
    let (_, answer) = desk.register_json(&json!({ "kimd": "enquiry" }));
    assert!(answer[0]["refused"].as_str().unwrap().contains("«kind»"), "{answer}");
    let (_, answer) = desk.register_json(&json!({ "nord": "enquiry" }));
    assert!(!answer[0]["refused"].as_str().unwrap().contains("Ближайшее"), "{answer}");
}

#[test]
fn a_text_a_byte_too_long_never_looks_as_if_it_fitted() {
    let desk = Desk::with_office();
    let (_, answer) = desk.register_json(&json!({ "channel": "phone", "kind": "enquiry", "gist": "x",
        "client": { "anonymous": true }, "text": "x".repeat(64 * 1024 + 1) }));
    assert!(answer[0]["refused"].as_str().unwrap().contains("65 КиБ"), "{answer}");
}

#[test]
fn the_inner_day_by_which_a_list_is_sorted_stands_in_it() {
    let desk = with_an_email();
    desk.done(&CALL);
    desk.done(&["route", "2", "--to", "ivanova", "--resolution", "x", "--due", "2026-11-25"]);
    let table = desk.done(&["list"]);
    assert!(table.contains("Внутренний срок") && table.contains("25.11.2026"), "{table}");
    let csv = desk.done(&["list", "--format", "csv"]);
    assert!(csv.lines().nth(1).unwrap().starts_with("2026-12-08,2026-11-25,-15,"), "{csv}");
}

#[test]
fn a_card_shows_everything_that_was_given() {
    let desk = Desk::with_office();
    let (code, answer) = desk.register_json(&json!({
        "channel": "letter", "kind": "complaint", "gist": "Счета", "sheets": 3, "attachments": 2,
        "sender_number": "17/2", "sender_date": "2026-11-18",
        "client": { "organisation": "ООО «Луч»", "inn": "7701000001", "contract": "Д-55", "address": "г. Энск",
            "representative": { "name": "Цой Вера", "proxy_number": "8", "proxy_date": "2026-01-15" } },
        "covering_letter": { "body": "Прокуратура", "number": "П-9", "date": "2026-11-19", "due": "2026-12-01" },
    }));
    assert_eq!(code, Some(0), "{answer}");
    desk.done(&["withdraw", "1", "--reason", "Передумал"]);
    desk.done(&["reopen", "1", "--reason", "Попросил снова"]);
    let card = desk.done(&["show", "1"]);
    for part in [
        "ИНН 7701000001",
        "договор Д-55",
        "Представитель: Цой Вера · доверенность № 8 от 15.01.2026",
        "Письмо заявителя: № 17/2 от 18.11.2026",
        "Листов: 3",
        "Приложений: 2",
        "Сопроводительное письмо: Прокуратура · № П-9 от 19.11.2026 · ответить до 01.12.2026",
        "Закрывалось раньше: 23.11.2026",
    ] {
        assert!(card.contains(part), "{part} in:\n{card}");
    }
}

#[test]
fn a_history_in_csv_gives_the_kind_as_a_code_and_the_words_beside_it() {
    let desk = Desk::with_office();
    desk.done(&CALL);
    let csv = desk.done(&["history", "1", "--format", "csv"]);
    assert!(csv.starts_with("at,who,kind,text\r\n"), "{csv}");
    assert!(csv.contains(",ivanova,appeal.registered,"), "{csv}");
}

#[test]
fn a_term_that_would_end_after_the_year_9999_is_not_asked_for() {
    let desk = Desk::with_office();
    let due = |on: &str| desk.run(&["due", "--channel", "letter", "--on", on]).code;
    assert_eq!(due("9998-12-31"), Some(0));
    assert_eq!(due("9999-12-31"), Some(2));
}

#[test]
fn two_backups_of_one_second_are_two_files() {
    let desk = Desk::with_office();
    desk.done(&["backup"]);
    desk.done(&["backup"]);
    desk.done(&["backup"]);
    assert_eq!(std::fs::read_dir(desk.folder().join("backups")).unwrap().count(), 3);
}

#[test]
fn input_in_another_encoding_is_called_by_its_name() {
    use std::io::Write as _;

    let desk = Desk::with_office();
    let mut command = desk.command(&["register", "--json", "-"]);
    let mut child = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"\xcf\xf0\xe8").unwrap();
    let told = super::Ended::of(&child.wait_with_output().unwrap());
    assert_eq!(told.code, Some(2));
    assert!(told.err.contains("Стандартный ввод"), "{}", told.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_number_that_could_not_be_told_on_the_output_is_told_beside_it_and_the_end_is_not_well() {
    let desk = Desk::with_office();
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut call = desk.command(&CALL);
    call.stdout(full());
    let told = ended(call);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.err.contains("ЭН1-000001/26"), "{}", told.err);
    assert_eq!(told.err.lines().count(), 1, "{}", told.err);
    let mut annul = desk.command(&["annul", "1", "--reason", "Ошибка"]);
    annul.stdout(full());
    let told = ended(annul);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.err.contains("сохранено"), "{}", told.err);
}

#[test]
fn a_list_whose_answers_nobody_reads_stops_and_says_how_far_it_came() {
    use std::io::Write as _;

    let desk = Desk::with_office();
    let call = json!({ "channel": "phone", "kind": "enquiry", "client": { "anonymous": true }, "gist": "x" });
    let mut command = desk.command(&["register", "--json", "-"]);
    let mut child = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
    // Closed before the first object is given: the first answer finds nobody.
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(json!([call, call, call]).to_string().as_bytes()).unwrap();
    let told = super::Ended::of(&child.wait_with_output().unwrap());
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(
        told.err.contains("Зарегистрировано 1 обращение") && told.err.contains("ЭН1-000001/26"),
        "{}",
        told.err
    );
    assert_eq!(desk.json(&["list", "--format", "json"]).as_array().unwrap().len(), 1, "it stopped there");
}

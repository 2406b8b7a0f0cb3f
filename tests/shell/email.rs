//! R14: an e-mail draft is made from a signed reply, and another program reads all its parts back.

use mail_parser::{MessageParser, MimeHeaders as _};

use super::Desk;

/// An office whose one person may sign, with a letter of this client answered and final.
fn answered(surname: &str, gist: &str, email: Option<&str>) -> Desk {
    let desk = Desk::with_office();
    let sign =
        ["staff", "change", "ivanova", "--phone", "8 (3822) 10-20-30", "--position", "Начальник", "--sign"];
    desk.done(&sign);
    desk.done(&["office", "change", "--email", "info@ensk.example"]);
    let client = serde_json::json!({"surname": surname, "given": "Анна", "patronymic": "Петровна", "email": email,
                                    "address": "г. Энск, ул. Ленина, 5"});
    let (code, _) = desk.register_json(&serde_json::json!(
        {"channel": "letter", "kind": "complaint", "client": client, "gist": gist}
    ));
    assert_eq!(code, Some(0));
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    let text = desk.file("answer.txt", "Пересчитано: 412 руб.\nБез долга.\n");
    let heading = ["--heading", "О плате"];
    desk.done(&[&["reply", "1", "--text", &text], &heading[..]].concat());
    desk.done(&["reply", "1", "--final", "--signatory", "ivanova"]);
    desk
}

fn signed(surname: &str, gist: &str, email: Option<&str>) -> Desk {
    let desk = answered(surname, gist, email);
    desk.done(&["sign", "1"]);
    desk
}

fn eml(desk: &Desk, more: &[&str]) -> Vec<u8> {
    let path = desk.folder().join("answer.eml");
    desk.done(&[&["reply", "1", "--out", path.to_str().unwrap()], more].concat());
    std::fs::read(path).unwrap()
}

#[test]
fn an_e_mail_draft_holds_the_answer_and_the_letter() {
    let desk = signed("Ёлкина", "Плата за октябрь", Some("anna@example.org"));
    let bytes = eml(&desk, &[]);
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(
        message.subject().unwrap(),
        "О плате (ответ № ЭН1-И00001/26 от 23.11.2026 на обращение № ЭН1-000001/26)"
    );
    let to = message.to().unwrap().first().unwrap();
    assert_eq!((to.name().unwrap(), to.address().unwrap()), ("Ёлкина Анна Петровна", "anna@example.org"));
    let from = message.from().unwrap().first().unwrap();
    assert_eq!((from.name().unwrap(), from.address().unwrap()), ("АО «Энскэнергосбыт»", "info@ensk.example"));
    assert_eq!(message.header_raw("X-Unsent").unwrap().trim(), "1");
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-11-23T10:00:00+03:00");
    assert!(message.message_id().unwrap().ends_with("@ensk.example"));

    // R6: the substance, the executor and their telephone, the signatory; the number and the date.
    let text = message.body_text(0).unwrap();
    for part in [
        "23.11.2026 № ЭН1-И00001/26",
        "На № ЭН1-000001/26 от 23.11.2026",
        "О плате",
        "Уважаемая Анна Петровна!",
        "Пересчитано: 412 руб.",
        "Без долга.",
        "Начальник",
        "А. П. Иванова",
        "Исполнитель: Иванова Анна Петровна, тел. 8 (3822) 10-20-30",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert_eq!(message.attachment_count(), 1);
    let letter = message.attachment(0).unwrap();
    assert_eq!(letter.attachment_name().unwrap(), "ответ-ЭН1-000001_26.pdf");
    assert!(letter.contents().starts_with(b"%PDF"));
    assert_eq!(eml(&desk, &[]), bytes, "the same letter at the same moment is the same file");
    // What is attached is the paper that is kept: the client and the file of the office have the same bytes.
    assert_eq!(desk.json(&["show", "1", "--format", "json"])["replies"][0]["printed"], 2);
    let paper = desk.folder().join("paper.pdf");
    desk.done(&["reply", "1", "--out", paper.to_str().unwrap()]);
    assert_eq!(std::fs::read(paper).unwrap(), letter.contents());
}

#[test]
fn of_an_appeal_that_is_closed_another_way_no_e_mail_is_made() {
    let desk = signed("Ёлкина", "Плата", Some("anna@example.org"));
    desk.done(&["withdraw", "1", "--reason", "Вопрос решён"]);
    let out = desk.folder().join("a.eml");
    assert!(desk.refused(&["reply", "1", "--out", out.to_str().unwrap()]).contains("закрыто"));
    assert!(!out.exists());
}

#[test]
fn the_message_says_what_the_paper_says_and_greets_once() {
    let desk = answered("Ёлкина", "Плата", Some("anna@example.org"));
    desk.done(&["return", "1", "--remark", "x"]);
    let typed = "Уважаемая Анна Петровна!\nМы пересчитали плату:\n| месяц | плата |\n| май | 412 |\n\
                 - по счётчику;\n- без долга.\nПриложение: расчёт на 1 л.\n";
    let text = desk.file("answer.txt", typed);
    desk.done(&["reply", "1", "--text", &text, "--heading", "О плате"]);
    desk.done(&["reply", "1", "--final", "--signatory", "ivanova"]);
    desk.done(&["sign", "1"]);
    let bytes = eml(&desk, &[]);
    let message = MessageParser::default().parse(&bytes).unwrap();
    let body = message.body_text(0).unwrap();
    assert_eq!(body.matches("Уважаемая").count(), 1, "{body}");
    assert!(!body.contains("| май"), "a table is drawn, not typed: {body}");
    for part in ["май", "– по счётчику;", "1. расчёт на 1 л."] {
        assert!(body.contains(part), "{part} is not in\n{body}");
    }
}

#[test]
fn a_scan_takes_the_place_of_the_pdf_and_a_signature_goes_with_it() {
    let desk = signed("Ёлкина", "Плата", Some("anna@example.org"));
    let (scan, signature) = (desk.file("скан.jpg", "scan"), desk.file("скан.sig", "signature"));
    let bytes = eml(&desk, &["--attach", &scan, "--attach", &signature]);
    let message = MessageParser::default().parse(&bytes).unwrap();
    let names: Vec<_> =
        message.attachments().map(|part| part.attachment_name().unwrap().to_owned()).collect();
    assert_eq!(names, ["скан.jpg", "скан.sig"]);
    assert_eq!(message.attachment(0).unwrap().contents(), b"scan");
    let missing = desk.folder().join("нет.pdf");
    let out = desk.folder().join("b.eml");
    let args = ["reply", "1", "--out", out.to_str().unwrap(), "--attach", missing.to_str().unwrap()];
    assert!(desk.refused(&args).contains("нет.pdf не прочитан"));
    assert!(!out.exists());
}

#[test]
fn what_is_not_signed_or_has_no_address_becomes_no_e_mail() {
    let desk = answered("Ёлкина", "Плата", Some("anna@example.org"));
    let out = desk.folder().join("a.eml");
    let args = ["reply", "1", "--out", out.to_str().unwrap()];
    assert!(desk.refused(&args).contains("делается из подписанного ответа"));
    let desk = signed("Ёлкина", "Плата", None);
    let args = ["reply", "1", "--out", out.to_str().unwrap()];
    assert!(desk.refused(&args).contains("нет адреса электронной почты"));
    assert!(!out.exists());
}

/// Whatever a name, a subject or a gist holds, it ends no header and names no second recipient.
#[test]
fn nothing_that_was_typed_becomes_a_header() {
    let hostile = "Ёлкина\r\nBcc: thief@example.org\r\n\r\n<script>";
    let desk = answered(hostile, hostile, Some("anna@example.org"));
    let heading = "О плате\r\nBcc: thief@example.org";
    desk.done(&["return", "1", "--remark", "x"]);
    let text = desk.file("answer.txt", "Пересчитано.\r\nBcc: thief@example.org\r\n");
    desk.done(&["reply", "1", "--text", &text, "--heading", heading]);
    desk.done(&["reply", "1", "--final", "--signatory", "ivanova"]);
    desk.done(&["sign", "1"]);
    let bytes = eml(&desk, &[]);
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert!(message.bcc().is_none());
    assert_eq!(message.to().unwrap().iter().count(), 1);
    assert!(message.subject().unwrap().starts_with("О плате Bcc: thief@example.org (ответ"));
    assert_eq!(message.attachment_count(), 1);
}

//! Notices that are owed in place of an answer, and the questions that a reply answers, by shell.

use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk as Library, Seen};
use otklik::standard::appeal::{Appeal, Channel, Kind};
use otklik::standard::client::{Client, Identity};
use otklik::standard::decide::Registration;
use otklik::standard::office::{Login, UnitCode};

use super::{Desk, NOW};

const FINAL: [&str; 5] = ["reply", "1", "--final", "--signatory", "ivanova"];

/// An office whose one person may sign, with a letter at hand that asks these questions.
fn with_a_letter(questions: &[&str]) -> Desk {
    let desk = Desk::with_office();
    desk.done(&[
        "staff",
        "change",
        "ivanova",
        "--phone",
        "8 (800) 100-20-30",
        "--position",
        "Начальник",
        "--sign",
    ]);
    beside(&desk, |library| {
        let identity = Identity::Person {
            surname: "Ёлкина".to_owned(),
            given: Some("Анна".to_owned()),
            patronymic: Some("Петровна".to_owned()),
        };
        let address = Some("г. Энск, ул. Ленина, д. 5".to_owned());
        let client = Client { identity, address, ..Client::anonymous() };
        let form = Registration {
            gist: Some("Наклонилась опора".to_owned()),
            questions: questions.iter().map(|&question| question.to_owned()).collect(),
            ..Registration::new(Channel::LetterPost, Kind::Complaint, UnitCode("ЦОК-1".to_owned()), client)
        };
        library.register_appeal(form, &Confirmed::new()).unwrap().appeal
    });
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    desk
}

/// Does something with the register by another desk.
fn beside(desk: &Desk, job: impl FnOnce(&mut Library) -> Appeal) {
    let mut library = Library::at(&desk.register(), Clock::Set(NOW.parse().unwrap())).unwrap().unwrap();
    library.sit(&Login("ivanova".to_owned())).unwrap();
    job(&mut library);
}

/// R7, forwarding: a notice takes what it is about from the appeal and its own template; an answer is refused.
#[test]
fn a_notice_that_is_owed_is_begun_made_final_and_printed_in_one_command() {
    let desk = with_a_letter(&[]);
    beside(&desk, |library| {
        let appeal = library.appeal_by_number("1").unwrap().appeal;
        library
            .forward(Seen::from(&appeal), "ПАО «Энские сети»", "Опору обслуживает сеть.", &Confirmed::new())
            .unwrap()
    });
    let text = desk.file("answer.txt", "Опору поправим.");
    let why = desk.refused(&["reply", "1", "--template", "reply", "--text", &text]);
    assert!(why.contains("уведомление о переадресации"), "{why}");
    let paper = desk.folder().join("notice.txt");
    let paper = paper.to_str().unwrap();
    let mut command = FINAL.to_vec();
    command.extend(["--kind", "notice", "--out", paper]);
    desk.done(&command);
    let letter = std::fs::read_to_string(paper).unwrap().replace('\u{a0}', " ");
    let letter = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    // Why it was forwarded stands on the card: the client is told to whom.
    assert!(letter.contains("по принадлежности: ПАО «Энские сети». Ответ по существу"), "{letter}");
    assert!(!letter.contains("Опору обслуживает"), "{letter}");
    assert!(!letter.contains("ПРОЕКТ"), "{letter}");
    desk.done(&["sign", "1", "--kind", "notice"]);
    desk.done(&["sent", "1", "--channel", "post"]);
    assert_eq!(desk.json(&["show", "1", "--format", "json"])["outcome"], "forwarded");
    // A copy of what was sent can be had later, whether or not it is called a notice.
    for (copy, kind) in [("copy.txt", &[][..]), ("copy-2.txt", &["--kind", "notice"][..])] {
        let copy = desk.folder().join(copy);
        desk.done(&[&["reply", "1", "--out", copy.to_str().unwrap()][..], kind].concat());
        assert!(std::fs::read_to_string(copy).unwrap().contains("Энские"));
    }
}

/// R7: no notice where none is owed; and a notice needs no text to be begun.
#[test]
fn a_notice_that_nobody_owes_is_refused() {
    let desk = with_a_letter(&[]);
    let why = desk.refused(&["reply", "1", "--kind", "notice", "--final", "--signatory", "ivanova"]);
    assert!(!why.contains("Нет текста"), "{why}");
    let text = desk.file("answer.txt", "Опору поправим.");
    let bare = desk.run(&["reply", "1", "--heading", "О деле"]);
    assert_eq!(bare.code, Some(2), "an answer is not begun without a text: {bare:?}");
    desk.done(&["reply", "1", "--template", "reply", "--text", &text]);
}

/// Several questions: all are answered by default, and a final that leaves one is refused with its place.
#[test]
fn a_final_answers_every_question() {
    let desk = with_a_letter(&["Когда поправят?", "Кто отвечает?"]);
    let text = desk.file("answer.txt", "Поправим завтра.");
    desk.done(&["reply", "1", "--template", "reply", "--text", &text, "--answers", "1"]);
    assert!(desk.refused(&FINAL).contains('2'));
    let stray = desk.refused(&["reply", "1", "--template", "reply", "--text", &text, "--answers", "3"]);
    assert!(stray.contains('3'), "{stray}");
    let wrong = desk.run(&["reply", "1", "--text", &text, "--answers", "первый"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("номера вопросов"), "{wrong:?}");
    desk.done(&["reply", "1", "--template", "reply", "--text", &text]);
    desk.done(&FINAL);
}

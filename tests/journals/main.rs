//! Journals as an office prints them, from a real register: who stands in them, and how the pages look to any reader.
//!
//! poppler and qpdf must be installed.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod code;
mod office;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use otklik::clock::Clock;
use otklik::desk::{Desk as TheDesk, Filter, Part, Queue};
use otklik::i18n::{Language, Words};
use otklik::letters::Document;
use otklik::letters::journal::Binder;
use otklik::standard::journal::{Entry, JournalAsked, JournalKind};

use self::office::{Desk, Holds, NOW, looks_right, numbers, text_of};

#[test]
fn each_journal_holds_the_appeals_of_its_channels_and_days_once_and_no_other() {
    let desk = Desk::with_demo("300");
    let (from, to) = ("2026-09-01", "2026-11-23");
    let oral = |channel: &str| ["in_person", "phone"].contains(&channel);
    let journals: [(&str, &str, Holds); 4] = [
        ("written", "Заявитель,", &|channel| !oral(channel)),
        ("reception", "Заявитель,", &|channel| channel == "in_person"),
        ("calls", "Заявитель", &|channel| channel == "phone"),
        ("book", "Заявитель,", &|channel| channel == "feedback_book"),
    ];
    for (kind, head, holds) in journals {
        let file = desk.pdf(&["journal", kind, "--from", from, "--to", to]);
        looks_right(&file, head);
        let text = text_of(&file);
        let expected = numbers(&desk, from, to, holds);
        assert!(!expected.is_empty(), "{kind}");
        // A result names outgoing numbers, which begin otherwise.
        let found: Vec<_> = text.split(' ').filter(|word| word.starts_with("ЭН1-0")).collect();
        assert_eq!(found.len(), expected.len(), "{kind}");
        assert_eq!(found.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), expected, "{kind}");
        assert!(text.contains(&format!("Всего обращений {}", expected.len())), "{kind}: {text}");
        assert!(text.contains("Начат: 01.09.2026. Окончен: 23.11.2026."), "{kind}");
        // Where an open appeal stands is no result of it.
        assert!(!text.contains("У исполнителя") && !text.contains("Зарегистрировано "), "{kind}: {text}");
        assert!(kind != "written" || text.contains("рассмотрении"), "{kind}: {text}");
    }
}

#[test]
fn a_journal_without_entries_says_so_apart_from_its_head() {
    let desk = Desk::with_office();
    let journal = desk.done(&["journal", "written"]);
    let lines: Vec<_> = journal.lines().collect();
    let nothing = lines.iter().position(|line| line.trim_end() == "Записей нет.").unwrap();
    assert_eq!(lines[nothing - 1], "", "{journal}");
    assert!(lines[nothing - 2].starts_with("Том 1."), "{journal}");
}

#[test]
fn consultations_are_counted_at_the_foot_of_reception_and_calls() {
    let desk = Desk::with_office();
    for channel in ["in_person", "in_person", "phone"] {
        desk.done(&["consult", "--topic", "billing", "--channel", channel]);
    }
    let foot = |kind: &str| {
        let text = desk.done(&["journal", kind]);
        let line = text.lines().find(|line| line.contains("Дано консультаций")).map(str::to_owned);
        line.map(|line| line.split_whitespace().last().unwrap().to_owned())
    };
    assert_eq!(foot("reception").as_deref(), Some("2"));
    assert_eq!(foot("calls").as_deref(), Some("1"));
    assert_eq!(foot("written"), None);
}

#[test]
fn an_annulled_appeal_keeps_its_number_in_the_journal_with_a_mark() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    desk.letter("Попов", "То же ещё раз");
    desk.done(&["annul", "2", "--reason", "дубль № 1"]);
    for kind in ["written", "day"] {
        let text = desk.done(&["journal", kind]);
        assert!(text.contains("ЭН1-000001/26") && text.contains("ЭН1-000002/26"), "{text}");
        assert!(text.contains("АННУЛИРОВАНО"), "{text}");
        let annulled = text.lines().find(|line| line.contains("Из них аннулировано")).unwrap();
        assert!(annulled.ends_with(" 1"), "{annulled}");
    }
}

#[test]
fn the_number_of_a_final_that_came_back_unsigned_stands_in_the_outgoing_journal_annulled() {
    let desk = Desk::with_office();
    desk.done(&["office", "change", "--outgoing-at", "at_final"]);
    desk.letter("Ёлкина", "Перерасчёт");
    let text = desk.path("answer.txt");
    std::fs::write(&text, "Плата пересчитана.").unwrap();
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    desk.done(&["reply", "1", "--template", "reply", "--text", text.to_str().unwrap()]);
    desk.done(&["reply", "1", "--final", "--signatory", "ivanova"]);
    desk.done(&["return", "1", "--remark", "Укажите сумму"]);
    desk.done(&["reply", "1", "--final", "--signatory", "ivanova"]);
    let journal = desk.done(&["journal", "outgoing"]);
    let of = |number: &str| journal.lines().find(|line| line.starts_with(number)).unwrap().to_owned();
    assert!(of("ЭН1-И00001/26").contains("АННУЛИРОВАН"), "{journal}");
    assert!(!of("ЭН1-И00002/26").contains("АННУЛИРОВАН"), "{journal}");
    assert!(journal.contains("Всего писем") && journal.contains("Из них аннулировано"), "{journal}");
}

#[test]
fn a_journal_of_one_unit_holds_what_came_in_there() {
    let desk = Desk::with_demo("120");
    let all = text_of(&desk.pdf(&["journal", "written", "--from", "2026-01-01"]));
    let units = desk.json(&["unit", "list", "--format", "json"]);
    let mut sum = 0;
    for unit in units.as_array().unwrap() {
        let code = unit["code"].as_str().unwrap();
        let text = text_of(&desk.pdf(&["journal", "written", "--from", "2026-01-01", "--unit", code]));
        assert!(text.contains("Подразделение:"), "{text}");
        sum += text.split(' ').filter(|word| word.starts_with("ЭН1-0")).count();
    }
    assert_eq!(sum, all.split(' ').filter(|word| word.starts_with("ЭН1-0")).count());
    let unknown = desk.refused(&["journal", "written", "--unit", "нет такого"]);
    assert!(unknown.contains("нет такого"), "{unknown}");
}

#[test]
fn the_outgoing_journal_and_the_post_register_say_how_and_with_what_number_a_letter_went() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    desk.letter("Попов", "Показания");
    desk.posted("1");
    desk.posted("2");
    desk.done(&["tracked", "1", "--number", "630099 22 00001 2", "--kind", "with_receipt"]);
    let register = text_of(&desk.pdf(&["journal", "post"]));
    assert!(register.contains("Заказное с уведомлением 63009922000012"), "{register}");
    assert!(register.contains("Всего писем 2: вид не указан — 1, заказное с уведомлением — 1"), "{register}");
    assert!(register.contains("Сдал(а)") && register.contains("Принял(а)"), "{register}");
    let outgoing = text_of(&desk.pdf(&["journal", "outgoing"]));
    assert!(outgoing.contains("ЭН1-И00001/26") && outgoing.contains("63009922000012"), "{outgoing}");
    assert_eq!(looks_right(&desk.path("journal.pdf"), "ШПИ"), 1);
    let shown = desk.json(&["show", "1", "--format", "json"]);
    assert_eq!(shown["posted"][0]["number"], "63009922000012");
    assert!(desk.done(&["history", "1"]).contains("Заказное с уведомлением, ШПИ 63009922000012"));
    desk.done(&["check", "--deep"]);
}

#[test]
fn a_tracking_number_is_corrected_by_a_later_one_and_stands_on_one_letter_only() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    desk.letter("Попов", "Показания");
    assert!(desk.refused(&["tracked", "1", "--number", "63009922000012"]).contains("не отправлено почтой"));
    desk.posted("1");
    desk.posted("2");
    let wrong = desk.refused(&["tracked", "1", "--number", "63009922000015"]);
    assert!(wrong.contains("контрольная цифра не сходится"), "{wrong}");
    assert!(desk.refused(&["tracked", "1", "--number", "12345"]).contains("14 цифр"));
    desk.done(&["tracked", "1", "--number", "63009922000012"]);
    assert!(desk.refused(&["tracked", "1", "--number", "63009922000012"]).contains("ничего не меня"));
    let taken = desk.refused(&["tracked", "2", "--number", "63009922000012"]);
    assert!(taken.contains("ЭН1-И00001/26"), "{taken}");
    for other in [&["tracked", "1", "--number", "RA123456785RU"][..], &["tracked", "1"]] {
        let stands = desk.refused(other);
        assert!(stands.contains("63009922000012") && stands.contains("tracking-replaced"), "{stands}");
    }
    desk.done(&["tracked", "1", "--number", "RA123456785RU", "--confirm", "tracking-replaced"]);
    desk.done(&["tracked", "2", "--number", "63009922000012"]);
    let numbers: Vec<_> = ["1", "2"]
        .map(|number| desk.json(&["show", number, "--format", "json"])["posted"][0]["number"].clone())
        .into();
    assert_eq!(numbers, ["RA123456785RU", "63009922000012"]);
}

#[test]
fn a_request_to_an_organisation_is_on_the_post_register_once_it_was_said_to_go_so() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Напряжение");
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Проверить"]);
    desk.done(&["request", "1", "--to", "Россети Энск", "--text", "Сообщите о замерах"]);
    let total = |text: &str| text.lines().find(|line| line.contains("Всего писем")).unwrap().to_owned();
    assert!(total(&desk.done(&["journal", "post"])).ends_with(" 0"));
    desk.done(&["tracked", "1", "--kind", "simple"]);
    let register = desk.done(&["journal", "post"]);
    assert!(register.contains("Россети Энск") && total(&register).contains('1'), "{register}");
}

#[test]
fn the_journal_of_a_day_names_what_got_a_number_then_in_and_out() {
    let mut desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    desk.at("2026-11-24T15:00:00+03:00").signed("1");
    let first = desk.done(&["journal", "day", "--on", "2026-11-23"]);
    assert!(
        first.contains("ЭН1-000001/26") && first.contains("08.12.2026") && !first.contains("ЭН1-И00001/26")
    );
    let second = text_of(&desk.pdf(&["journal", "day", "--on", "2026-11-24"]));
    assert!(second.contains("ЭН1-И00001/26") && second.contains("Всего обращений 0"), "{second}");
    assert!(second.contains("Журнал составил(а) А. П. Иванова"), "{second}");
    assert!(second.contains("otklik check --anchor"), "{second}");
    let (exit, _, err) = desk.run(&["journal", "day", "--from", "2026-11-23", "--to", "2026-11-24"]);
    assert_eq!((exit, err.contains("за один день")), (Some(2), true), "{err}");
    let (exit, _, err) = desk.run(&["journal", "written", "--from", "2026-11-25", "--to", "2026-11-24"]);
    assert_eq!((exit, err.contains("раньше первого")), (Some(2), true), "{err}");
}

#[test]
fn a_day_to_come_has_no_journal() {
    let desk = Desk::with_office();
    let (exit, _, err) = desk.run(&["journal", "day", "--on", "2026-11-24"]);
    assert_eq!((exit, err.contains("ещё не наступил")), (Some(2), true), "{err}");
    desk.done(&["journal", "written", "--from", "2026-11-01", "--to", "2026-11-30"]);
}

#[test]
fn what_was_annulled_is_counted_among_its_own() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    desk.letter("Попов", "Показания");
    desk.letter("Сидоров", "То же ещё раз");
    desk.signed("1");
    desk.done(&["annul", "3", "--reason", "дубль № 2"]);
    let journal = text_of(&desk.pdf(&["journal", "day"]));
    let foot = "Всего обращений 3 Из них аннулировано 1 Всего писем 1 Составлено";
    assert!(journal.contains(foot), "{journal}");
}

#[test]
fn a_journal_is_not_mixed_with_the_volumes_of_another() {
    let desk = Desk::with_office();
    desk.letter("Ёлкина", "Перерасчёт за октябрь");
    let (file, other) = (desk.path("журнал.pdf"), desk.path("журнал-том-3.pdf"));
    std::fs::write(&other, "прежний").unwrap();
    let args = ["journal", "written", "--out", file.to_str().unwrap()];
    let told = desk.refused(&args);
    assert!(told.contains("журнал-том-3.pdf"), "{told}");
    assert!(!file.exists(), "nothing was written before it was looked");
    assert_eq!(std::fs::read(&other).unwrap(), "прежний".as_bytes());
    std::fs::rename(&other, desk.path("журнал-3.pdf")).unwrap();
    desk.done(&args);
    let partial = desk.path("журнал.pdf.partial");
    std::fs::write(&partial, "чужой").unwrap();
    desk.done(&args);
    assert_eq!(std::fs::read(&partial).unwrap(), "чужой".as_bytes());
}

#[test]
fn a_list_on_paper_says_what_it_is_narrowed_to_and_whose_it_is() {
    let desk = Desk::with_demo("300");
    let whole = text_of(&desk.pdf(&["list", "--queue", "open"]));
    assert!(whole.contains("Все подразделения Список обращений «Открытые» на"), "{whole}");
    assert!(!whole.contains("Не все"), "{whole}");
    let unit = desk.json(&["unit", "list", "--format", "json"])[0].clone();
    let (code, title) = (unit["code"].as_str().unwrap(), unit["title"].as_str().unwrap());
    let args = ["list", "--queue", "open", "--unit", code, "--channel", "phone", "--kind", "complaint"];
    let narrowed = text_of(&desk.pdf(&[&args[..], &["--order", "newest"]].concat()));
    assert!(narrowed.contains(&format!("Подразделение: {title}")), "{narrowed}");
    assert!(narrowed.contains("«Открытые» по отбору, на"), "{narrowed}");
    assert!(narrowed.contains("Не все, только: канал — Телефон; вид — Жалоба."), "{narrowed}");
    assert!(narrowed.contains("Порядок: сначала новые."), "{narrowed}");
}

#[test]
fn any_queue_is_a_list_on_paper() {
    let desk = Desk::with_demo("300");
    for queue in ["overdue", "unsent", "open", "all"] {
        let file = desk.pdf(&["list", "--queue", queue]);
        looks_right(&file, "Заявитель");
        let text = text_of(&file);
        let listed = desk.json(&["list", "--queue", queue, "--format", "json"]);
        let listed = listed.as_array().unwrap();
        assert!(text.contains(&format!("Всего обращений {}", listed.len())), "{queue}");
        for one in listed {
            assert!(text.contains(one["number"].as_str().unwrap()), "{queue}: {one}");
        }
    }
    // The head of the column says that it is days.
    let overdue = text_of(&desk.pdf(&["list", "--queue", "overdue"]));
    let is_bare = |rest: &str| !rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(" д");
    assert!(overdue.contains("Дней") && overdue.contains(" −"), "{overdue}");
    assert!(overdue.split(" −").skip(1).all(is_bare), "{overdue}");
    let text = desk.path("list.txt");
    desk.done(&["list", "--queue", "overdue", "--out", text.to_str().unwrap()]);
    let text = std::fs::read_to_string(text).unwrap();
    assert!(text.contains("Список обращений «Просрочено»"), "{text}");
}

#[test]
fn a_long_journal_comes_in_volumes_each_no_larger_than_a_printed_document_may_be() {
    let desk = Desk::with_demo("20");
    let clock = Clock::Set(DateTime::parse_from_rfc3339(NOW).unwrap());
    let open = TheDesk::at(&desk.path("otklik.db"), clock).unwrap().unwrap();
    let placed = open.queue(Queue::All, open.today(), &Filter::default(), Part::First, 20).unwrap();
    let mut appeals: Vec<_> = placed.iter().map(|placed| open.card(placed.line.id).unwrap().appeal).collect();
    appeals.sort_by_key(|appeal| appeal.registered);
    let words = Words::new(Language::Ru);
    let (from, to) = (open.today() - chrono::Days::new(700), open.today());
    let asked = JournalAsked { kind: JournalKind::Written, from, to, unit: None };
    let mut binder = Binder::new(&asked, open.office(), &words, None);
    let foot = open
        .journal(&JournalAsked { from: to, ..asked.clone() }, |_| Ok::<_, otklik::desk::DeskError>(()))
        .unwrap();
    let mut volumes = Vec::new();
    // The days of the first and the last entry of each volume.
    let mut took = Vec::new();
    let mut most_rows = 0;
    for appeal in appeals.iter().flat_map(|appeal| std::iter::repeat_n(appeal, 400)) {
        let volume = binder.add(&Entry::Appeal(appeal));
        took.resize(
            volumes.len() + usize::from(volume.is_some()) + 1,
            (appeal.registered, appeal.registered),
        );
        took.last_mut().unwrap().1 = appeal.registered;
        volumes.extend(volume);
        most_rows += 1;
    }
    volumes.push(binder.finish(&foot));
    assert!(volumes.len() > 2, "{}", volumes.len());
    for volume in &volumes {
        assert!(serde_json::to_vec(volume).unwrap().len() < 1024 * 1024);
    }
    begins_and_ends_with_its_own_days(&volumes, &took, &asked);
    let text = serde_json::to_string(&volumes).unwrap();
    assert!(text.contains("Том 1.") && text.contains("Том 2.") && text.contains("Продолжение в томе 2."));
    assert!(text.contains(&format!("\"{most_rows}: ")), "the foot counts every volume's entries");
}

/// The first volume begins and the last ends with the days that were asked for; each other day is that of an entry.
fn begins_and_ends_with_its_own_days(
    volumes: &[Document],
    took: &[(NaiveDate, NaiveDate)],
    asked: &JournalAsked,
) {
    assert_eq!(took.len(), volumes.len());
    let last = volumes.len() - 1;
    for (at, (volume, (first, end))) in volumes.iter().zip(took).enumerate() {
        let from = if at == 0 { &asked.from } else { first };
        let to = if at == last { &asked.to } else { end };
        let head = format!(
            "Том {}.  Начат: {}.  Окончен: {}.",
            at + 1,
            from.format("%d.%m.%Y"),
            to.format("%d.%m.%Y")
        );
        assert!(serde_json::to_string(volume).unwrap().contains(&head), "{head}");
    }
}

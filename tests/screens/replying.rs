//! An appeal is handed on, answered, printed, signed and sent.

use std::process::Command;

use crossterm::event::KeyCode::{Down, End, Enter, Esc, F, Left, PageDown, Right};
use otklik::standard::appeal::Channel;
use otklik::standard::client::Identity;
use otklik::standard::decide::Registration;

use crate::clerk::{Clerk, letter};

const SUBSTANCE: &str = "Плата за октябрь пересчитана: переплата 412 руб. учтена в ноябре.";

/// A clerk before one letter of Ёлкина.
fn with_a_letter() -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт за октябрь");
    clerk
}

/// The same, with Петров as executor.
fn with_an_executor() -> Clerk {
    let mut clerk = with_a_letter();
    clerk.press(F(6)).choose("Кому", "Петров").press(F(2)).sees("№ ЭН1-000001/26: Петров И. С.");
    clerk
}

/// The same, with a final reply.
fn with_a_final() -> Clerk {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", SUBSTANCE).press(F(2)).sees("Ответ окончательный. F5 — печать");
    clerk
}

fn email() -> Registration {
    Registration { channel: Channel::Email, ..letter("Ёлкина", "Показания счётчика") }
}

fn text_of(pdf: &std::path::Path) -> String {
    let out = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().expect("poppler-utils");
    assert!(out.status.success());
    let text = String::from_utf8(out.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_head_names_an_executor_with_a_resolution() {
    with_a_letter()
        .press(F(6))
        .sees("Маршрут: через руководителя подразделения")
        .choose("Кому", "Петров")
        .refill("Резолюция", "Разобраться и ответить.")
        .press(F(2))
        .sees("№ ЭН1-000001/26: Петров И. С. с 24.11.2026.")
        .press(Enter)
        .sees("Резолюция (Иванова А. П.) Разобраться и ответить.")
        .press(End)
        .sees("передано: Петров И. С. — «Разобраться и ответить.»");
}

#[test]
fn an_executor_is_not_named_without_a_resolution_nor_by_a_clerk() {
    let mut clerk = with_a_letter();
    clerk.press(F(6)).choose("Кому", "Петров").refill("Резолюция", "").press(F(2));
    clerk.sees("Заполните: «Резолюция».").absent("Петров И. С. с ");
    clerk
        .sits_down("orlova")
        .press(F(6))
        .choose("Кому", "Петров")
        .press(F(2))
        .sees("Это может сделать: руководитель, директор");
}

#[test]
fn another_way_than_the_route_asks_for_a_reason() {
    with_a_letter()
        .press(F(6))
        .choose("Кому", "Исполнительный аппарат")
        .press(F(2))
        .sees("По маршруту обращение идёт иначе.")
        .fill("Причина отступления", "Вопрос всей компании")
        .press(F(2))
        .sees("№ ЭН1-000001/26: Исполнительный аппарат с 24.11.2026.")
        .press(Enter)
        .press(End)
        .sees("не по маршруту: Вопрос всей компании");
}

#[test]
fn an_inner_day_cannot_be_later_than_the_due_day() {
    with_a_letter()
        .press(F(6))
        .choose("Кому", "Петров")
        .fill("Внутренний срок", "10.12")
        .press(F(2))
        .sees("Внутренний срок не может быть позже срока исполнения 09.12.2026.")
        .refill("Внутренний срок", "1.12")
        .press(F(2))
        .sees("Внутренний срок: 01.12.2026, через 7 дней")
        .sees(">09.12 15 дней 01.12 ЭН1-000001/26");
}

#[test]
fn the_card_says_in_words_how_it_stands_to_its_term() {
    let mut clerk = with_a_letter();
    clerk.press(Enter).sees("осталось 15 дней").press(Esc);
    clerk.on_day("2026-12-09").press(Enter).sees("срок истекает сегодня").press(Esc);
    clerk.on_day("2026-12-11").press(Enter).sees("просрочено на 2 дня");
    assert_eq!(clerk.style_of("просрочено на 2 дня").fg, Some(ratatui::style::Color::Red));
    clerk
        .press(F(9))
        .pick("отозв")
        .fill("Причина", "По просьбе")
        .press(F(2))
        .sees("закрыто с опозданием на 2 дня");
}

#[test]
fn the_card_of_an_organisation_shows_all_that_is_known_of_it() {
    let mut registration = letter("Ёлкина", "Нет света");
    registration.client.identity = Identity::Organisation {
        organisation: "ООО «Ромашка»".into(),
        inn: Some("5001234567".into()),
        contact_person: Some("Орлов Пётр".into()),
    };
    registration.sender_date = Some("2026-11-20".parse().unwrap());
    let mut clerk = Clerk::new();
    clerk.with(registration).press(Enter).sees("ИНН: 5001234567").sees("Контактное лицо: Орлов Пётр");
    clerk.sees("Письмо заявителя от 20.11.2026, без номера");
}

#[test]
fn an_inner_day_orders_the_queue_and_makes_nothing_overdue() {
    let red = Some(ratatui::style::Color::Red);
    let mut clerk = Clerk::new();
    clerk.registered_elsewhere("Ёлкина", "Первое");
    clerk.on_day("2026-11-25").sits_down("ivanova").registered_elsewhere("Юй", "Второе");
    clerk.waits().press(Down).sees(">10.12 15 дней ЭН1-000002/26").absent("Внутр.");
    clerk.press(F(6)).choose("Кому", "Петров").fill("Внутренний срок", "1.12").press(F(2));
    clerk
        .sees("Срок Дней Внутр. №")
        .sees(">10.12 15 дней 01.12 ЭН1-000002/26")
        .sees(" 09.12 14 дней ЭН1-000001/26");
    assert!(clerk.row_of("ЭН1-000002/26") < clerk.row_of("ЭН1-000001/26"));

    // Past the inner day it is for today, not overdue; the card counts both.
    clerk.on_day("2026-12-06").sees("Просрочено 0").sees("Сегодня 1");
    clerk.sees(">10.12 4 дня 01.12 ЭН1-000002/26").sees("Внутренний срок: 01.12.2026, прошёл 5 дней назад");
    assert_ne!(clerk.style_of("4 дня").fg, red);
    assert_ne!(clerk.style_of("01.12").fg, red);

    // Past the term the days are those past the term.
    clerk.on_day("2026-12-12").sees("Просрочено 2").sees(">10.12 !−2 дня 01.12 ЭН1-000002/26");
    assert_ne!(clerk.style_of("01.12").fg, red);
}

#[test]
fn a_reply_of_the_template_s_words_alone_is_refused() {
    with_an_executor()
        .types("r")
        .press(F(2))
        .sees("Проект сохранён. В письме не заполнено: ‹ответ по существу›.")
        .fill("Текст", "…")
        .press(F(2))
        .sees("В ответе нет содержания по существу")
        .absent("Ответ окончательный.");
}

#[test]
fn a_place_left_open_is_named_and_refused() {
    with_an_executor()
        .types("r")
        .fill("Текст", "Долг составляет ‹сумма› руб.")
        .press(F(2))
        .sees("Проект сохранён. В письме не заполнено: ‹сумма›.")
        .sees(">Текст");
}

#[test]
fn the_preview_names_what_is_not_filled_in_words() {
    let mut clerk = Clerk::new();
    clerk.with(email()).types("r").press(F(3)).sees("‹ответ по существу›").absent("‹substance›").press(Esc);
    clerk.choose("Шаблон", "Промежуточный").refill("Дней продления", "").press(F(3));
    clerk.sees("‹причина продления›").sees("‹срок продления›").sees("‹новый срок›");
}

#[test]
fn a_final_leaves_no_draft_of_its_reply() {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", "Плата за октябрь").press(Esc).types("r").sees("Плата за октябрь");
    clerk.types(" пересчитана").press(F(2)).sees("Ответ окончательный.").types("d").sees("Черновиков нет.");
    clerk.types("n").types("Укажите сумму").press(Esc).types("s").press(F(2)).sees("Подписано");
    // What left can't be given back any more; what is only signed can.
    clerk.types("t").press(F(2)).sees("отправлен").types("d").sees("Черновиков нет.");
}

#[test]
fn without_an_executor_or_his_phone_no_reply_is_final() {
    let mut clerk = with_a_letter();
    clerk.types("r").fill("Текст", SUBSTANCE).press(F(2)).sees("! Письму нужен исполнитель");
    clerk
        .choose("Кому", "Сидорова")
        .press(F(2))
        .sees("412 руб.")
        .press(F(2))
        .sees("Телефон ________________________ ! нужно для письма");
    clerk.types("8 3822 44-55-66").press(F(2)).sees("412 руб.").press(F(2)).sees("Ответ окончательный.");
}

#[test]
fn the_preview_shows_what_the_pdf_says() {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", SUBSTANCE).press(F(3)).sees("ПРОЕКТ").sees("переплата 412 руб.");
    clerk.press(Esc).press(F(2)).press(F(3)).absent("ПРОЕКТ").sees("На № ЭН1-000001/26 от 24.11.2026");
    clerk.press(F(5)).pick("Ответ: файл PDF").sees("Записано: ");
    let pdf = text_of(&clerk.letter("pdf"));
    // What a page of the screen says, the page of paper says: line by line, but for the width of the paper.
    let mut said = 0;
    for line in clerk.lines().iter().skip(1).take(20).map(|line| line.trim()).filter(|line| !line.is_empty())
    {
        for word in line.split_whitespace().filter(|word| word.chars().all(char::is_alphanumeric)) {
            assert!(pdf.contains(word), "{word} is not in the PDF:\n{pdf}");
            said += 1;
        }
    }
    assert!(said > 15, "a page was compared:\n{}", clerk.screen());
    assert!(pdf.contains("Исполнитель") || pdf.contains("Петров Илья Сергеевич"), "{pdf}");
    assert!(pdf.contains("+7 3822 55-66-77"), "{pdf}");
    assert!(pdf.contains("А. П. Иванова"), "{pdf}");
}

#[test]
fn a_reply_is_printed_as_text_and_never_over_another() {
    let mut clerk = with_a_final();
    clerk.press(F(5)).pick("Ответ: текстовый файл").sees("Записано: ");
    let text = std::fs::read_to_string(clerk.letter("txt")).unwrap();
    assert!(text.contains("переплата 412"), "{text}");
    clerk.press(F(5)).pick("Ответ: текстовый файл").sees("Записано: ");
    assert_eq!(clerk.letters().len(), 2);
    clerk.press(Enter).press(End).sees("ответ: записано в файл");
}

#[test]
fn the_receipt_is_printed_before_there_is_any_reply() {
    let mut clerk = with_a_letter();
    clerk.press(F(3)).sees("Талон о приёме обращения № ЭН1-000001/26").sees("09.12.2026").press(Esc);
    clerk.press(F(5)).absent("Ответ:").pick("Талон заявителю: файл PDF").sees("Записано: ");
    assert!(text_of(&clerk.letter("pdf")).contains("ЭН1-000001/26"));
}

/// Whoever answers reads what was asked, and what the signatory remarked.
#[test]
fn the_appeal_is_read_from_the_form_of_its_reply() {
    let mut clerk = with_a_final();
    clerk.types("n").fill("Замечание", "Добавьте сумму").press(F(2)).sees("Ответ возвращён").types("r");
    clerk.presses(crossterm::event::KeyCode::Char('щ'), crossterm::event::KeyModifiers::CONTROL);
    clerk
        .press(PageDown)
        .sees("Перерасчёт за октябрь")
        .press(End)
        .sees("Добавьте сумму")
        .press(Esc)
        .sees("Текст*");
}

#[test]
fn a_draft_is_not_printed_from_its_preview() {
    let mut clerk = with_an_executor();
    clerk
        .types("r")
        .fill("Текст", SUBSTANCE)
        .tick("Окончательный")
        .press(F(2))
        .sees("Проект ответа сохранён.");
    clerk.press(F(3)).sees("ПРОЕКТ").press(F(5)).sees("Печатается окончательный ответ");
}

#[test]
fn a_signed_reply_gets_its_number_and_a_sent_one_leaves_the_queue() {
    let mut clerk = with_a_final();
    clerk
        .types("t")
        .sees("Ответ не подписан. Отметьте подпись, потом отправку.")
        .types_in_russian_layout("s")
        .press(F(2))
        .sees("Подписано, исходящий № ЭН1-И00001/26. Отправка — T.")
        .sees("К отправке 1")
        .types_in_russian_layout("t")
        .sees("почтой")
        .press(F(2))
        .sees("№ ЭН1-000001/26: ответ отправлен, обращение закрыто.")
        .sees("[Все 0]")
        .sees("К отправке 0")
        // It stays under the cursor, told as closed, so that the next key falls on nobody else's; another list lets it go.
        .sees("закрыто")
        .press(Left)
        .press(Right)
        .absent("Ёлкина");
}

#[test]
fn the_signatory_returns_a_final_with_a_remark() {
    let mut clerk = with_a_final();
    clerk
        .types("n")
        .fill("Замечание", "Укажите сумму прописью")
        .press(F(2))
        .sees("Ответ возвращён на доработку.")
        .press(Enter)
        .sees("Замечание подписанта: Укажите сумму прописью")
        .types("r")
        .sees("412 руб.")
        .press(F(2))
        .sees("Ответ окончательный.");
}

#[test]
fn an_e_mail_is_extended_once_after_its_interim_reply_was_sent() {
    let mut clerk = Clerk::new();
    clerk.with(email());
    clerk.press(F(6)).choose("Кому", "Петров").press(F(2)).sees("Петров И. С.");
    clerk.types("e").sees("Сначала отправьте промежуточный ответ (R, шаблон").sees("[Все 1]");
    clerk.types("r").choose("Шаблон", "Промежуточный").refill("Дней продления", "10");
    clerk.fill("Текст", "получения данных от сетевой организации").press(F(2)).sees("Ответ окончательный.");
    clerk
        .types("s")
        .press(F(2))
        .sees("Подписано")
        .types("t")
        .press(F(2))
        .sees("промежуточный ответ отправлен");
    // What the letter gave as the reason stands there, and gives way to what is typed.
    clerk
        .types("e")
        .sees("10")
        .sees_typed("получения данных от сетевой организации")
        .fill("Причина", "Ждём данные сетевой организации")
        .press(F(2));
    clerk.sees("Срок продлён до 19.12.2026").sees(">19.12 25 дней ЭН1-000001/26");
    clerk.types("e").sees("Срок уже продлён: второй раз нельзя.");
}

#[test]
fn a_letter_by_post_is_never_extended_and_the_key_says_so() {
    with_an_executor().types("e").sees("не допускает продления").sees("[Все 1]");
}

#[test]
fn the_reply_form_remembers_the_draft_that_was_begun() {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", SUBSTANCE).tick("Окончательный").press(F(2));
    clerk.sits_down("petrov").types_in_russian_layout("r").sees("переплата 412 руб.");
}

/// The client's name is corrected on its way: the letter is returned first, be it signed already.
#[test]
fn what_a_signed_letter_shows_is_corrected_after_it_was_returned() {
    let mut clerk = with_a_final();
    clerk.types("s").press(F(2)).sees("Подписано");
    clerk.types("m").pick("Имя").refill("Имя", "Ольга").fill("Причина", "Описка").press(F(2));
    clerk.sees("не ушло, показывает прежнее значение").press(Esc);
    clerk.types("n").fill("Замечание", "Имя").press(F(2)).sees("Ответ возвращён");
    clerk.types("m").press(Enter).press(F(2)).absent("показывает прежнее значение").sees("исправлено");
}

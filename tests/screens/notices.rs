//! The reply form where a notice is owed, and where a letter asks several questions.

use crossterm::event::KeyCode::{Down, Enter, Esc, F};
use otklik::desk::{Confirmed, Seen};
use otklik::standard::decide::Registration;
use otklik::standard::screening::Ground;

use crate::clerk::{Clerk, letter};

fn with_an_executor(form: Registration) -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with(form).press(F(6)).choose("Кому", "Петров").press(F(2)).sees("Петров И. С. с 24.11.2026");
    clerk
}

/// R7 (d): the form offers the notice in place of an answer and says why; it needs no words of the executor's own.
#[test]
fn where_a_notice_is_owed_the_form_offers_it_and_says_why() {
    let mut clerk = with_an_executor(letter("Ёлкина", "Цена закупки"));
    let mut desk = clerk.other_desk(Some("ivanova"));
    let appeal = desk.appeal_by_number("1").unwrap().appeal;
    desk.screen(Seen::from(&appeal), Ground::TradeSecret, "Договор", None, &Confirmed::new()).unwrap();
    drop(desk);
    clerk
        .waits()
        .types("r")
        .sees("Положено уведомление о коммерческой тайне")
        .sees("Уведомление о невозможности дать ответ")
        .sees("О невозможности предоставить ответ")
        .sees("сведений, составляющих коммерческую тайну")
        .absent("‹дополнение›")
        .press(F(3))
        .sees("сведений, составляющих коммерческую тайну")
        .absent("‹")
        .press(Esc)
        .press(F(2))
        .sees("Уведомление окончательное.")
        .press(F(5))
        .sees("Уведомление: файл PDF");
}

/// A notice without an executor leads to naming one and back, as what a letter lacks does (R6).
#[test]
fn a_notice_without_an_executor_leads_to_naming_one_and_back() {
    let mut clerk = Clerk::new();
    clerk.with(letter("Ёлкина", "Цена закупки"));
    let mut desk = clerk.other_desk(Some("ivanova"));
    let appeal = desk.appeal_by_number("1").unwrap().appeal;
    desk.screen(Seen::from(&appeal), Ground::TradeSecret, "Договор", None, &Confirmed::new()).unwrap();
    drop(desk);
    clerk.waits().types("r").sees("Уведомление по № ЭН1-000001/26").press(F(2));
    clerk.sees("! Письму нужен исполнитель").choose("Кому", "Петров").press(F(2));
    clerk.sees("Уведомление по № ЭН1-000001/26").press(F(2)).sees("Уведомление окончательное.");
}

/// Several questions: all are marked from the beginning; a final that leaves one is refused with its place.
#[test]
fn the_form_marks_which_questions_are_answered() {
    let questions = vec!["Когда пересчитают?".to_owned(), "Кто ошибся?".to_owned()];
    let mut clerk =
        with_an_executor(Registration { questions, ..letter("Ёлкина", "Перерасчёт") });
    clerk
        .types("r")
        .fill("Текст", "Пересчитано сегодня.")
        .go_to("Отвечает на")
        .absent("1. Когда пересчитают?")
        .press(F(2))
        .sees("Проект сохранён.")
        .sees(">Отвечает на");
    clerk.press(F(4)).types(" ").press(Down).types(" ").press(Enter).press(F(2)).sees("Ответ окончательный.");
}

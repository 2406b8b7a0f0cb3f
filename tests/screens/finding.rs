//! «What about my letter?»

use crossterm::event::KeyCode::{Backspace, Char, Enter, Esc, F};
use crossterm::event::KeyModifiers;

use crate::clerk::Clerk;

/// Three letters: of Ёлкина, Салтыков-Щедрин and Елисеев.
fn with_letters() -> Clerk {
    let mut clerk = Clerk::new();
    for surname in ["Ёлкина", "Салтыков-Щедрин", "Елисеев"] {
        clerk.registered_elsewhere(surname, "Нет света");
    }
    clerk.starts_again();
    clerk
}

#[test]
fn the_tail_of_a_number_finds_it() {
    with_letters()
        .types("/2/26")
        .sees("ЭН1-000002/26")
        .sees("Салтыков-Щедрин А. П.")
        .absent("Ёлкина")
        .press(Enter)
        .sees("Салтыков-Щедрин Анна Петровна");
}

#[test]
fn a_surname_is_found_by_its_beginning_whatever_its_case_and_its_yo() {
    for typed in ["/ёлк", "/ЁЛК", "/елк", "/Елкина"] {
        with_letters().types(typed).sees("Ёлкина А. П.").sees("фамилия").absent("Салтыков").absent("Елисеев");
    }
    with_letters().types("/щедрин").sees("Салтыков-Щедрин А. П.");
}

#[test]
fn an_account_and_a_telephone_as_it_is_dictated_find_it() {
    with_letters().types("/100200300").sees("счёт").sees("Ёлкина А. П.");
    with_letters().types("/8 900 123 45 67").sees("телефон").sees("Ёлкина А. П.");
}

#[test]
fn a_closed_one_is_found_and_says_how_it_ended() {
    let mut clerk = with_letters();
    clerk.types("/ёлк").press(Enter).types("w").fill("Причина", "Вопрос решён").press(F(2));
    clerk.press(Esc).sees("отозвано заявителем 24.11");
}

#[test]
fn what_is_not_there_is_said_and_typing_on_finds_again() {
    with_letters().types("/ёлкж").sees("По «ёлкж» ничего не нашлось.").press(Backspace).sees("Ёлкина А. П.");
}

#[test]
fn the_search_opens_in_both_layouts_and_is_pasted_into() {
    with_letters().types(".").sees("Найти:");
    with_letters()
        .presses(Char('а'), KeyModifiers::CONTROL)
        .sees("Найти:")
        .pastes("ёлкина\n")
        .sees("Ёлкина А. П.");
}

#[test]
fn what_was_typed_in_the_other_layout_is_found_and_said() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Тарасова", "Перерасчёт").types("/").types("Nfhfcjdf");
    clerk.sees("По «Nfhfcjdf» ничего нет. Показано по «тарасова»").sees("ЭН1-000001/26").press(Esc);
    clerk.press(F(7)).pick("Звонок").fill("Фамилия", "Nfhfcj").press(F(4)).sees("Тарасова").press(Enter);
    clerk.sees("Тарасова").absent("Nfhfcj");
}

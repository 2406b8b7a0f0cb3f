//! A draft is of the moment in which it was left: what others did since is told before anything is saved upon it, and what
//! nobody typed follows them (promises 1 and 2).

use crossterm::event::KeyCode::{self, Down, Enter, Esc, F, Insert};
use crossterm::event::KeyModifiers;
use otklik::desk::{Card, Confirmed, Seen};
use otklik::standard::correct::Correctable;
use otklik::standard::decide::Correction;

use crate::clerk::Clerk;

fn card(clerk: &Clerk) -> Card {
    clerk.other_desk(Some("ivanova")).appeal_by_number("1").unwrap()
}

/// Another desk corrects the first appeal.
fn corrected(clerk: &Clerk, field: Correctable, value: &str) {
    let seen = Seen::from(&card(clerk).appeal);
    let correction = [Correction { field, value: Some(value.to_owned()) }];
    clerk.other_desk(Some("petrov")).correct(seen, &correction, "Паспорт", &Confirmed::new()).unwrap();
}

/// The letter to Ёлкина, with Петров as executor.
fn with_an_executor() -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт за октябрь");
    clerk.press(F(6)).choose("Кому", "Петров").press(F(2)).sees("№ ЭН1-000001/26: Петров И. С.");
    clerk
}

#[test]
fn a_reply_that_was_left_does_not_leave_to_a_name_that_was_corrected_meanwhile() {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", "Плата за октябрь пересчитана.").sees("Ёлкиной").press(Esc);
    corrected(&clerk, Correctable::Surname, "Ёлочкина");
    clerk.starts_again().types("r").sees("продолжен черновик").sees("Ёлкиной");
    clerk.waits().sees("Обращение изменилось: Петров И. С. — исправлено");
    clerk.press(F(2)).sees("обращение изменилось").sees("Ёлочкиной").sees("Плата за октябрь пересчитана.");
    clerk.press(F(2)).sees("Ответ окончательный.");
    assert!(card(&clerk).appeal.replies[0].addressee.text().contains("Ёлочкиной"));
}

#[test]
fn what_one_did_oneself_since_is_not_told_and_the_letter_follows_it() {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", "Плата за октябрь пересчитана.").press(Esc);
    clerk.types("m").pick("фамилия").refill("Фамилия", "Ёлочкина").fill("Причина", "Паспорт").press(F(2));
    clerk.sees("исправлено").types("r").sees("продолжен черновик").waits().sees("Ёлочкиной");
    clerk.absent("изменилось").press(F(2)).sees("Ответ окончательный.");
}

#[test]
fn an_addressee_that_somebody_wrote_stays_whatever_is_corrected() {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", "Плата за октябрь пересчитана.");
    clerk.refill("Адресат", "Ёлкиной Анне Петровне\nдо востребования").press(Esc);
    corrected(&clerk, Correctable::Surname, "Ёлочкина");
    clerk.types("r").press(F(2)).sees("обращение изменилось").sees("до востребования").sees("Ёлкиной");
}

#[test]
fn a_correction_that_was_left_takes_back_nobody_elses() {
    let mut clerk = with_an_executor();
    clerk
        .types("m")
        .types("адрес ")
        .types("телефон ")
        .press(Enter)
        .refill("Адрес", "г. Томск, пр. Мира, 9")
        .press(Esc);
    corrected(&clerk, Correctable::Phone, "89009999999");
    clerk.types("m").sees("Продолжить черновик").press(Enter).fill("Причина", "Переехала");
    clerk.waits().sees("Обращение изменилось").press(F(2)).sees("обращение изменилось").sees("89009999999");
    clerk.press(F(2)).sees("исправлено");
    let client = card(&clerk).appeal.client.known().cloned().unwrap();
    assert_eq!(client.phone.as_deref(), Some("89009999999"));
    assert_eq!(client.address.as_deref(), Some("г. Томск, пр. Мира, 9"));
}

#[test]
fn a_damaged_draft_is_told_of_and_written_over_by_nothing() {
    let mut clerk = with_an_executor();
    clerk.types("r").fill("Текст", "Плата за октябрь").press(Esc);
    damage(&clerk);
    clerk.starts_again().types("d").press(Enter).sees("Черновик повреждён").sees("Ответ на № ЭН1-000001/26");
    // It keeps nobody from answering.
    clerk.press(Esc).types("r").absent("продолжен черновик").fill("Текст", "Плата пересчитана.").press(Esc);
    clerk.types("d").sees("2");
}

/// Another program cuts what drafts hold.
#[expect(clippy::disallowed_types, reason = "another program changes the file")]
fn damage(clerk: &Clerk) {
    let drafts = rusqlite::Connection::open(clerk.paths().drafts()).unwrap();
    drafts.execute_batch("UPDATE draft SET body = substr(body, 1, 20)").unwrap();
}

#[test]
fn one_resolution_for_several_and_a_consultation_wait_as_drafts_too() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт").with_letter("Гасанов", "Счёт");
    clerk.press(Insert).press(Insert).press(F(6)).refill("Резолюция", "Разобраться сегодня.").press(Esc);
    clerk.sees("Черновик сохранён").starts_again().types("d").sees("Передать 2 обращения").press(Enter);
    clerk
        .sees("Разобраться сегодня.")
        .sees("ЭН1-000001/26, ЭН1-000002/26")
        .choose("Кому", "Петров")
        .press(F(2));
    clerk.sees("Сделано: 2.").types("d").sees("Черновиков нет.");

    clerk
        .press(F(7))
        .pick("Консультация")
        .press(KeyCode::Tab)
        .fill("Минут", "7")
        .fill("Заявитель", "Юй")
        .press(Esc);
    clerk.sees("Черновик сохранён").types("d").press(Enter).sees("Юй").press(F(2)).sees("Консультация");
}

#[test]
fn another_form_follows_only_the_saving_that_asked_for_it() {
    let mut clerk = Clerk::new();
    clerk
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "Ёлкина")
        .presses(KeyCode::Char('r'), KeyModifiers::CONTROL);
    clerk
        .sees("Заполните: «Краткое содержание».")
        .fill("Адрес", "г. Энск")
        .fill("Краткое содержание", "Перерасчёт");
    let at_the_button = |clerk: &Clerk| {
        let row = clerk.cursor().map_or(0, |(_, row)| usize::from(row));
        clerk.lines()[row].contains("[ Зарегистрировать ]")
    };
    while !at_the_button(&clerk) {
        clerk.press(KeyCode::Tab);
    }
    clerk.press(Enter).sees("Зарегистрировано: № ЭН1-000001/26").sees("Просрочено 0");
}

#[test]
fn more_sheets_than_are_counted_are_refused_and_what_was_not_counted_is_not_said_to_be_none() {
    let mut clerk = Clerk::new();
    clerk
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "Ёлкина")
        .fill("Адрес", "г. Энск")
        .fill("Краткое содержание", "Счёт");
    clerk
        .fill("Листов", "70000")
        .press(F(2))
        .sees("не больше 65")
        .refill("Листов", "")
        .fill("Приложений", "3");
    clerk
        .press(F(2))
        .sees("Зарегистрировано")
        .press(Enter)
        .press(Down)
        .sees("Приложений: 3")
        .absent("Листов: 0");
}

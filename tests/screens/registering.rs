//! An appeal comes in: a letter, a visit, a call.

use crossterm::event::KeyCode::{self, Enter, Esc, F};
use crossterm::event::KeyModifiers;

use crate::clerk::Clerk;

/// A visit at the window, filled up to the answer on the spot.
fn visit(clerk: &mut Clerk) -> &mut Clerk {
    clerk
        .press(F(7))
        .pick("Визит")
        .fill("Фамилия", "Гасанов")
        .fill("Имя", "Эльдар")
        .fill("Телефон", "89001234567")
        .fill("Краткое содержание", "Когда передавать показания?")
}

#[test]
fn an_empty_desk_says_how_to_begin() {
    Clerk::new()
        .sees("Открытых обращений нет.")
        .sees("Нажмите F7, чтобы зарегистрировать письмо, визит или звонок.");
}

#[test]
fn a_letter_gets_its_number_and_its_day_at_f2() {
    Clerk::new()
        .press(F(7))
        .sees("Что поступило?")
        .pick("Письмо")
        .fill("Фамилия", "Ёлкина")
        .fill("Имя", "Анна")
        .fill("Отчество", "Петровна")
        .fill("Адрес", "ул. Ленина, 5")
        .choose("Вид", "Жалоба")
        .choose("Тема", "Перерасчёт")
        .fill("Краткое содержание", "Перерасчёт за октябрь")
        .sees("Ответить до 09.12.2026 · 15 календарных дней")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26 · ответить до 09.12.2026")
        .sees("15 дней ЭН1-000001/26")
        .sees("Ёлкина А. П.")
        .sees("[Все 1]")
        .sees("15 календарных дней со дня регистрации 24.11.2026");
}

#[test]
fn the_first_line_of_the_text_is_the_gist_where_none_was_given() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "Ёлкина")
        .fill("Адрес", "ул. Ленина, 5")
        .fill("Текст", "Прошу проверить счётчик.\nОн стоит с 1998 года.")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26")
        .sees("«Прошу проверить счётчик.»");
}

#[test]
fn numbers_follow_each_other_without_a_gap() {
    let mut clerk = Clerk::new();
    for number in 1..=3 {
        clerk
            .press(F(7))
            .pick("Звонок")
            .fill("Телефон", "89001234567")
            .fill("Фамилия", "Юй")
            .fill("Краткое содержание", "Нет света")
            .press(F(2))
            .sees(&format!("Зарегистрировано: № ЭН1-00000{number}/26"));
    }
}

#[test]
fn a_caller_s_number_comes_before_the_name_and_is_shown_strictly() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Звонок").types("8 900 123 45 67\tЮй").sees("+7 900 123-45-67");
    assert!(clerk.row_of("Телефон") < clerk.row_of("Фамилия"));
}

#[test]
fn a_question_answered_at_the_window_is_registered_and_closed_in_one_save() {
    visit(&mut Clerk::new())
        .fill("Ответ дан на месте", "С 23 по 25 число")
        .tick("Согласен на устный ответ")
        .sees("Ответ дан на месте: обращение закроется при сохранении")
        .press(F(2))
        .sees("Зарегистрировано и закрыто: № ЭН1-000001/26 · ответ дан на месте")
        .sees("[Все 0]");
}

#[test]
fn an_oral_answer_without_agreement_stays_open_to_be_agreed_or_written() {
    let mut clerk = Clerk::new();
    visit(&mut clerk)
        .fill("Ответ дан на месте", "С 23 по 25 число")
        .press(F(2))
        .sees("Отметьте, что заявитель согласен на устный ответ, или подготовьте письменный.")
        .sees(">Согласен на устный ответ")
        .sees("С 23 по 25 число")
        .absent("Зарегистрировано");
    clerk.types(" ").press(F(2)).sees("Зарегистрировано и закрыто: № ЭН1-000001/26");
}

#[test]
fn nobody_named_is_asked_for_and_an_anonym_is_ticked() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .fill("Краткое содержание", "Горит столб")
        .press(F(2))
        .sees("Укажите фамилию, организацию или отметьте «Аноним»")
        .sees(">Фамилия")
        .tick("Аноним")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26")
        .sees("Аноним");
}

#[test]
fn an_organisation_writes_under_its_own_number() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .fill("Исх. № заявителя", "17/2")
        .fill("Дата письма", "18.11")
        .fill("Организация", "ООО «Ромашка»")
        .fill("Адрес", "ул. Мира, 1")
        .fill("Краткое содержание", "Договор")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26")
        .sees("ООО «Ромашка»")
        .press(Enter)
        .sees("Письмо заявителя № 17/2 от 18.11.2026");
}

#[test]
fn that_there_is_nowhere_to_answer_is_said_before_saving() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "Ёлкина")
        .fill("Краткое содержание", "Нет света")
        .sees("Без контактов письменное обращение не рассматривается (R8)")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26")
        .press(Enter)
        .sees("Нет ни адреса, ни телефона, ни почты: отвечать некуда");
}

#[test]
fn a_letter_that_lay_for_days_asks_why() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .refill("Поступило", "16.11")
        .fill("Фамилия", "Ёлкина")
        .fill("Адрес", "ул. Ленина, 5")
        .fill("Краткое содержание", "Нет света")
        .press(F(2))
        .sees("Со дня поступления прошло 6 рабочих дней.")
        .sees("Зарегистрировать без причины")
        .sees("Указать причину")
        // The reason is what is offered first, and the cursor goes to where it is written.
        .press(Enter)
        .sees(">Почему позже")
        .press(F(2))
        .types("д")
        .sees("Зарегистрировано: № ЭН1-000001/26 · ответить до 09.12.2026");
}

#[test]
fn the_reason_of_a_late_registration_is_asked_for_where_it_is_written() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .refill("Поступило", "16.11")
        .fill("Фамилия", "Ёлкина")
        .fill("Адрес", "ул. Ленина, 5")
        .fill("Краткое содержание", "Нет света")
        .press(F(2))
        .press(Enter)
        .types("Письмо ждало в филиале")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26");
}

#[test]
fn a_clock_that_is_behind_is_asked_about_in_its_own_words() {
    let mut clerk = Clerk::new();
    clerk
        .with_letter("Ёлкина", "Перерасчёт")
        .on_day("2026-11-20")
        .types("w")
        .types("Вопрос решён")
        .press(F(2));
    clerk.sees("Часы машины отстают").sees("Время верное, сохранить").sees("Вернуться");
    clerk.press(Enter).sees("Вопрос решён").absent("отозвано заявителем.");
}

#[test]
fn a_letter_cannot_have_come_tomorrow() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .refill("Поступило", "+1")
        .fill("Фамилия", "Ёлкина")
        .fill("Краткое содержание", "Нет света")
        .press(F(2))
        .sees("День поступления позже сегодняшнего (24.11.2026). Исправьте дату.")
        .absent("Зарегистрировано");
}

#[test]
fn a_way_to_answer_needs_its_own_contact() {
    Clerk::new()
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "Ёлкина")
        .fill("Адрес", "ул. Ленина, 5")
        .fill("Краткое содержание", "Нет света")
        .choose("Как ответить", "по электронной")
        .press(F(2))
        .sees("нужен адрес электронной почты");
}

#[test]
fn ctrl_s_of_the_russian_layout_and_alt_two_save_like_f2() {
    for (code, modifiers) in
        [(KeyCode::Char('ы'), KeyModifiers::CONTROL), (KeyCode::Char('2'), KeyModifiers::ALT)]
    {
        visit(&mut Clerk::new()).presses(code, modifiers).sees("Зарегистрировано: № ЭН1-000001/26");
    }
}

#[test]
fn a_visit_begins_and_ends_and_its_appeal_belongs_to_it() {
    let mut clerk = Clerk::new();
    clerk.types_in_russian_layout("v").sees("Визит начат в 14:05.");
    visit(clerk.types("v").sees("Визит уже идёт с 14:05. Завершить его — B."))
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26")
        .types("b")
        .sees("Визит завершён: 0 минут. 1 обращение, 0 консультаций.")
        .types("b")
        .absent("Визит завершён");
}

#[test]
fn a_pile_of_letters_is_registered_one_after_another() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").refill("Поступило", "20.11").choose("Вид", "жалоба");
    clerk.fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Мира, 1").fill("Краткое содержание", "Нет света");
    clerk.fill("Почему позже", "Почта пришла вечером");
    clerk.presses(KeyCode::Char('r'), KeyModifiers::CONTROL).sees("№ ЭН1-000001/26");
    clerk.sees("Жалоба").sees("20.11.2026").absent("Ёлкина").absent("Нет света");
    clerk.fill("Фамилия", "Юй").fill("Адрес", "ул. Мира, 2").fill("Краткое содержание", "Мало света");
    clerk.fill("Почему позже", "Та же почта").press(F(2)).sees("№ ЭН1-000002/26").sees("Все 2");
}

#[test]
fn a_new_appeal_is_begun_like_an_earlier_one() {
    let mut clerk = Clerk::new();
    clerk
        .with_letter("Ёлкина", "Перерасчёт за октябрь")
        .types("z")
        .sees("Ёлкина")
        .sees("Перерасчёт за октябрь");
    clerk.refill("Краткое содержание", "Перерасчёт за ноябрь").press(F(2)).sees("№ ЭН1-000002/26").types("i");
    clerk.sees("Обращения: Ёлкина А. П., 2");
}

/// What was shouted or whispered into the form is written in the letter as letters are.
#[test]
fn a_name_in_capitals_or_in_one_line_is_put_right_as_one_goes_on() {
    let mut clerk = Clerk::new();
    clerk
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "ИВАНОВ")
        .press(Enter)
        .sees(">Имя")
        .types("иван")
        .press(Enter);
    clerk.sees("Иванов_").sees("Иван_").absent("ИВАНОВ").press(Esc);
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "ёлкина анна петровна").press(Enter);
    clerk.sees("Ёлкина_").sees("Анна_").sees("Петровна_");
}

#[test]
fn a_named_anonym_and_an_inn_of_letters_are_told_where_they_stand() {
    let mut clerk = Clerk::new();
    clerk
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "Петров")
        .tick("Аноним")
        .fill("Краткое содержание", "Счёт");
    clerk.press(F(2)).sees("! Отмечен «Аноним», а заявитель назван.").press(Esc);
    clerk
        .press(F(7))
        .pick("Письмо")
        .fill("Организация", "ООО «Ромашка»")
        .press(Enter)
        .fill("ИНН", "лс 12-34");
    clerk.press(Enter).sees("! Это не ИНН: 10 или 12 цифр");
}

//! What is typed is never lost: Esc, a hang-up, another desk, a hostile paste.

use crossterm::event::KeyCode::{self, Delete, Enter, Esc, F, Tab};
use crossterm::event::KeyModifiers;
use otklik::desk::{Confirmed, Presence, Seen};
use otklik::standard::decide::{Routing, Target};
use otklik::standard::office::Login;

use crate::clerk::Clerk;

/// A letter half filled, with text in every kind of field.
fn half_filled(clerk: &mut Clerk) -> &mut Clerk {
    clerk
        .press(F(7))
        .pick("Письмо")
        .refill("Поступило", "23.11")
        .choose("Как поступило", "Факс")
        .fill("Фамилия", "Гасанов-оглы ё")
        .fill("Телефон", "не телефон")
        .choose("Вид", "Жалоба")
        .choose("Тема", "Показания")
        .fill("Текст", "Первая строка.\nВторая: «кавычки», — тире")
        .fill("Листов", "два")
}

fn sees_it_whole(clerk: &mut Clerk) {
    clerk.sees("23.11.2026").sees("Факс").sees("Гасанов-оглы ё").sees("не телефон");
    clerk.go_to("Листов").sees("Жалоба").sees("Показания · Приборы учёта").sees("Первая строка.");
    clerk.sees("Вторая: «кавычки», — тире").sees("два");
}

#[test]
fn esc_keeps_the_draft_and_d_brings_it_back_whole() {
    let mut clerk = Clerk::new();
    half_filled(&mut clerk).sees("черновик хранится").press(Esc).sees("Черновик сохранён: D — продолжить.");
    clerk.types_in_russian_layout("d").sees("Письмо: Гасанов-оглы ё").press(Enter);
    sees_it_whole(&mut clerk);
}

#[test]
fn a_draft_is_offered_at_the_next_start() {
    let mut clerk = Clerk::new();
    half_filled(&mut clerk);
    clerk
        .starts_again()
        .sees("Есть 1 черновик: «Письмо: Гасанов-оглы ё». D — продолжить.")
        .types("d")
        .press(Enter);
    sees_it_whole(&mut clerk);
    clerk.refill("Телефон", "89001234567").refill("Листов", "2").fill("Адрес", "ул. Мира, 1").press(F(2));
    clerk.sees("Зарегистрировано: № ЭН1-000001/26").types("d").sees("Черновиков нет.");
    clerk.starts_again().absent("черновик");
}

#[test]
fn the_draft_of_a_reply_comes_back_to_its_own_appeal() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт").types("r").fill("Текст", "Плата пересч").press(Esc);
    clerk
        .starts_again()
        .types("d")
        .sees("Ответ на № ЭН1-000001/26")
        .press(Enter)
        .sees("Плата пересч")
        .types("итана")
        .sees("Плата пересчитана");
}

#[test]
fn a_form_opened_again_goes_on_with_its_own_draft() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт").types("r").fill("Текст", "Плата пересч").press(Esc);
    clerk.types("r").sees("Плата пересч").sees("продолжен черновик (только что)").types("итана");
    clerk.sees("Плата пересчитана").sees("черновик хранится").press(Esc);
    clerk.types("d").sees("Ответ на № ЭН1-000001/26 · только что").absent("минут").press(Esc);
    clerk.press(F(6)).refill("Резолюция", "Ответьте сегодня.").press(Esc);
    clerk.press(F(6)).sees("Ответьте сегодня.").sees("продолжен черновик").press(Esc);
    clerk.types("w").types("Передум").press(Esc).types("w").sees("Передум").sees("продолжен черновик");
    // What is closed leaves nothing begun about it.
    clerk.types("ала").press(F(2)).sees("отозвано заявителем.").types("d").sees("Черновиков нет.");
}

#[test]
fn a_draft_belongs_to_whoever_typed_it() {
    let mut clerk = Clerk::new();
    half_filled(&mut clerk);
    clerk.sits_down("orlova").absent("черновик").sits_down("ivanova").sees("Есть 1 черновик");
}

#[test]
fn a_draft_is_forgotten_only_when_it_is_told_to() {
    let mut clerk = Clerk::new();
    half_filled(&mut clerk).press(Esc);
    clerk
        .types("d")
        .press(Delete)
        .sees("Забыть черновик «Письмо: Гасанов-оглы ё» (только что)?")
        .press(Enter)
        .sees("Письмо: Гасанов-оглы ё · только что")
        .press(Delete)
        .types("д")
        .sees("Черновик «Письмо: Гасанов-оглы ё» удалён.")
        .types("d")
        .sees("Черновиков нет.");
}

#[test]
fn what_is_wrong_is_said_beside_its_field_and_stays_as_typed() {
    let mut clerk = Clerk::new();
    half_filled(&mut clerk)
        .press(F(2))
        .sees("Проверьте отмеченное поле.")
        .sees("! Это не телефон")
        .sees("не телефон");
    clerk.refill("Телефон", "89001234567").press(F(2)).sees("! Это не число").sees("два");
}

#[test]
fn typing_is_taken_back() {
    let mut clerk = Clerk::new();
    clerk
        .press(F(7))
        .pick("Письмо")
        .fill("Фамилия", "Ёлкина")
        .presses(KeyCode::Char('я'), KeyModifiers::CONTROL);
    clerk.absent("Ёлкина");
}

#[test]
fn a_paste_of_lines_is_one_line_in_a_line_and_lines_in_a_text() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").go_to("Краткое содержание").pastes("одна\r\nдве\n").sees("одна две");
    clerk.go_to("Текст").pastes("раз\r\nдва\nтри");
    assert_eq!(clerk.row_of("два"), clerk.row_of("раз") + 1);
    assert_eq!(clerk.row_of("три"), clerk.row_of("раз") + 2);
}

#[test]
fn a_hostile_text_is_shown_as_marks_and_never_obeyed() {
    let hostile = "зло\u{1b}[2Jи\u{202e}тень\u{200b}\u{7}";
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").go_to("Фамилия").pastes(hostile).fill("Адрес", "ул. Мира, 1");
    clerk.fill("Краткое содержание", "Нет света").go_to("Текст").pastes(hostile);
    let hidden = |clerk: &Clerk| {
        let screen = clerk.screen();
        assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{7}']), "{screen:?}");
        screen
    };
    assert!(hidden(&clerk).contains("зло"));
    clerk.press(F(2)).sees("Зарегистрировано: № ЭН1-000001/26");
    assert!(hidden(&clerk).contains("зло"));
    clerk.press(Enter);
    assert!(hidden(&clerk).contains("зло"));
    clerk.press(F(3));
    hidden(&clerk);
}

#[test]
fn another_desk_changes_the_card_while_a_form_is_open() {
    let mut clerk = Clerk::new();
    let appeal = clerk.registered_elsewhere("Ёлкина", "Перерасчёт");
    clerk.starts_again().press(F(6)).choose("Кому", "Сидорова").refill("Резолюция", "Ответьте сегодня.");
    let routing = Routing {
        target: Target::Executor(Login("petrov".to_owned())),
        resolution: Some("Разобраться.".to_owned()),
        inner_due: None,
        override_reason: None,
        co_executors: std::collections::BTreeSet::new(),
    };
    let mut other = clerk.other_desk(Some("ivanova"));
    other.route(Seen::from(&appeal), &routing, &Confirmed::new()).unwrap();
    clerk.waits().sees("Обращение изменилось: Иванова А. П. — передано").sees("Ответьте сегодня.");
    clerk.press(F(2)).sees("обращение изменилось: Иванова А. П. — передано").sees("Ответьте сегодня.");
    clerk.press(F(2)).sees("№ ЭН1-000001/26: Сидорова М. О. с 24.11.2026.");
}

#[test]
fn whoever_else_has_the_appeal_open_is_named_on_the_queue_the_card_and_the_form() {
    let mut clerk = Clerk::new();
    let appeal = clerk.registered_elsewhere("Ёлкина", "Перерасчёт");
    let mut other = Presence::beside(&clerk.paths().register);
    other.tell(&Login("petrov".to_owned()), vec![appeal.id]);
    clerk.starts_again().waits().sees("Сейчас на этой карточке ещё: Петров И. С.");
    clerk.press(Enter).sees("Сейчас на этой карточке ещё: Петров И. С.");
    clerk.press(F(6)).sees("Сейчас на этой карточке ещё: Петров И. С.").choose("Кому", "Сидорова");
    let seen = other.others();
    assert_eq!(
        seen.get(&appeal.id).unwrap(),
        &[Login("ivanova".to_owned())],
        "the other is told of this desk"
    );
    other.tell(&Login("petrov".to_owned()), Vec::new());
    // It is advice, no lock: the form is saved, whoever looks on.
    clerk.waits().absent("Сейчас на этой карточке").sees("Сидорова М. О.").press(F(2));
    clerk.sees("№ ЭН1-000001/26: Сидорова М. О. с 24.11.2026.").press(Esc);
    assert!(other.others().is_empty());
}

#[test]
fn what_another_desk_registers_appears_by_itself() {
    let mut clerk = Clerk::new();
    clerk.sees("[Все 0]").registered_elsewhere("Ёлкина", "Перерасчёт");
    clerk.waits().sees("[Все 1]").sees("Ёлкина А. П.");
}

#[test]
fn a_desk_that_can_not_tell_others_who_is_here_works_on() {
    let mut clerk = Clerk::new();
    let mut folder = clerk.paths().register.into_os_string();
    folder.push("-desks");
    std::fs::write(&folder, b"").unwrap();
    clerk.with_letter("Ёлкина", "Перерасчёт").press(Enter).sees("Перерасчёт").press(Esc);
    clerk.press(F(6)).choose("Кому", "Петров").press(F(2)).sees("Петров И. С.");
    assert_eq!(std::fs::read(&folder).unwrap(), b"");
}

#[test]
fn nothing_is_done_blindly_in_a_window_too_small() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").fill("Краткое содержание", "Нет света");
    clerk.resizes(79, 23).absent("Ёлкина").types("вслепую").pastes("вслепую").press(F(2)).press(Esc);
    clerk.resizes(80, 24).sees("Ёлкина").sees("Нет света").absent("вслепую").absent("Зарегистрировано");
    clerk.resizes(79, 24).press(F(10));
    assert!(clerk.has_left());
}

/// A disk that takes no drafts: what is typed is lost by leaving, and that is said before, however small the window.
#[test]
fn leaving_a_window_too_small_does_not_lose_what_is_only_in_memory_unsaid() {
    let mut clerk = Clerk::new();
    let drafts = clerk.paths().drafts();
    std::fs::remove_file(&drafts).unwrap();
    std::fs::create_dir(&drafts).unwrap();
    clerk.starts_again().press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").sees("только в памяти");
    clerk.resizes(60, 20).sees("Нужно окно не меньше 80×24").press(F(10));
    clerk.sees("1 черновик только в памяти").sees("нажмите выход ещё раз");
    assert!(!clerk.has_left());
    std::fs::remove_dir(&drafts).unwrap();
    for _ in 0..4 {
        clerk.waits();
    }
    clerk.press(F(10));
    assert!(clerk.has_left());
    clerk.starts_again().resizes(80, 24).types("d").sees("Письмо: Ёлкина");
}

#[test]
fn a_key_held_down_saves_once_and_confirms_nothing() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Мира, 1");
    clerk.fill("Краткое содержание", "Нет света").holds(F(2)).absent("Зарегистрировано");
    clerk.press(F(2)).sees("Зарегистрировано: № ЭН1-000001/26").sees("[Все 1]");
}

#[test]
fn who_sits_here_is_asked_and_remembered() {
    let mut clerk = Clerk::new();
    clerk.types("p").sees("Кто за столом?").pick("петр").sees("Отклик · ЦОК · Петров И. С.");
    clerk.starts_again().sees("Отклик · ЦОК · Петров И. С.");
}

#[test]
fn what_was_typed_about_an_appeal_that_was_closed_comes_back_when_it_is_opened_again() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт").types("r").pick("Ответ по существу").go_to("Текст");
    clerk.types("Плата пересчитана").press(Esc).sees("Черновик сохранён");
    clerk.types("w").fill("Причина", "Вопрос решён").press(F(2)).sees("отозвано заявителем.");
    clerk
        .types("d")
        .sees("Черновиков нет.")
        .press(Enter)
        .types("o")
        .fill("Причина", "Передумала")
        .press(F(2));
    clerk.press(Esc).types("d").sees("Ответ на № ЭН1-000001/26").press(Enter).sees("Плата пересчитана");
}

#[test]
fn a_form_emptied_again_leaves_no_draft_and_one_begun_is_told_where_another_begins() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Визит").fill("Фамилия", "Юй").sees("черновик хранится").press(Esc);
    clerk.press(F(7)).sees("Визит есть черновик: Esc, D").press(Esc).types("d").sees("Del — забыть");
    clerk.press(Enter).refill("Фамилия", "").absent("черновик").press(Esc).absent("Черновик сохранён");
    clerk.types("d").sees("Черновиков нет.");
}

#[test]
fn f4_in_an_open_list_and_on_a_box_says_nothing_false() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Визит").go_to("Вид").press(F(4)).press(F(4)).absent("выбирать не из чего");
    clerk.press(Esc).go_to("Аноним").press(F(4)).sees("нажмите пробел");
}

#[test]
fn what_was_refused_is_typed_anew_and_not_behind_the_old_value() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").refill("Поступило", "01.12").press(F(2)).sees("позже сегодняшнего");
    clerk.types("т").press(Tab).sees("24.11.2026").absent("01.12");
    clerk.fill("Эл. почта", "а@б").press(Tab).sees("! Это не адрес почты: после @ нужна точка");
    clerk.fill("Дата письма", "30.11").press(Tab).sees("! Дата на письме позже дня его поступления");
}

#[test]
fn a_window_that_grows_shows_the_form_from_its_beginning() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").go_to("Листов").absent("Поступило");
    clerk.resizes(120, 60).sees("Поступило").sees("Зарегистрировать").resizes(80, 24).sees(">Листов");
}

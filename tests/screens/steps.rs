//! The short steps: noted, annulled, withdrawn, reopened, filed away; and the keys that can't act.

use crossterm::event::KeyCode::{self, Down, Enter, Esc, F, Left, Right};
use crossterm::event::KeyModifiers;
use otklik::standard::appeal::Kind;
use otklik::standard::decide::Registration;

use crate::clerk::{Clerk, letter};

fn with_a_letter() -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт за октябрь");
    clerk
}

#[test]
fn a_review_is_noted_by_the_head() {
    let mut clerk = Clerk::new();
    clerk.with(Registration {
        kind: Kind::Review, ..letter("Ёлкина", "Спасибо за работу")
    });
    clerk.types("c").fill("Причина", "Передано коллективу").press(F(2));
    clerk.sees("№ ЭН1-000001/26: принято к сведению.").sees("[Все 0]");
}

#[test]
fn what_is_no_review_is_not_noted_and_the_key_says_so() {
    with_a_letter().types("c").sees("«Принято к сведению» — только для отзывов.");
}

#[test]
fn what_is_open_is_not_reopened_and_the_key_says_so() {
    with_a_letter().types("o").sees("Обращение не закрыто: возобновлять нечего.");
}

#[test]
fn an_error_is_annulled_and_its_number_stays_taken() {
    let mut clerk = with_a_letter();
    clerk.press(F(8)).sees("Аннулировать № ЭН1-000001/26").press(F(2)).sees("Заполните это поле");
    clerk.types("Внесено дважды").press(F(2)).sees("№ ЭН1-000001/26 аннулировано.").sees("[Все 0]");
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Юй").fill("Адрес", "ул. Мира, 1");
    clerk.fill("Краткое содержание", "Нет света").press(F(2)).sees("Зарегистрировано: № ЭН1-000002/26");
}

#[test]
fn a_client_withdraws_and_the_head_reopens_with_a_new_day() {
    let mut clerk = with_a_letter();
    clerk
        .types("w")
        .fill("Причина", "Вопрос решён")
        .press(F(2))
        .sees("№ ЭН1-000001/26: отозвано заявителем.");
    clerk.on_day("2026-12-01").types("/ёлк").press(Enter).sees("закрыто 24.11.2026: отозвано заявителем");
    clerk.types("o").fill("Причина", "Заявитель передумал").press(F(2));
    clerk.sees("№ ЭН1-000001/26 возобновлено, новый срок 16.12.2026.");
    clerk.press(Esc).press(Esc).sees(">16.12 15 дней ЭН1-000001/26");
}

#[test]
fn a_closed_appeal_is_filed_away_once() {
    let mut clerk = with_a_letter();
    clerk.types("w").fill("Причина", "Вопрос решён").press(F(2)).types("/ёлк").press(Enter);
    clerk.types("c").sees("Списать в дело № ЭН1-000001/26").fill("Причина", "В дело 05-12").press(F(2));
    clerk.sees("№ ЭН1-000001/26 списано в дело.").types("c").sees("Обращение уже списано в дело 24.11.2026.");
}

#[test]
fn nothing_more_is_done_with_what_is_closed() {
    let mut clerk = with_a_letter();
    clerk.types("w").fill("Причина", "Вопрос решён").press(F(2)).types("/ёлк").press(Enter);
    for key in ["r", "s", "t", "w"] {
        clerk.types(key).sees("Обращение закрыто 24.11.2026: отозвано заявителем.");
    }
    clerk.press(F(6)).sees("Обращение закрыто 24.11.2026").press(F(8)).sees("Обращение закрыто 24.11.2026");
}

#[test]
fn an_oral_answer_closes_a_call_but_never_a_letter() {
    with_a_letter().types("a").sees("Устным ответом закрывают только личный приём и звонок");
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Звонок").fill("Телефон", "89001234567").fill("Фамилия", "Юй");
    clerk
        .fill("Краткое содержание", "Нет света")
        .press(F(2))
        .types("a")
        .fill("Суть ответа", "Авария, до 18:00");
    clerk.press(F(2)).sees("! ");
    assert!(clerk.stands_on("Согласен на устный ответ"), "{}", clerk.screen());
    clerk.types(" ").press(F(2)).sees("№ ЭН1-000001/26: ответ записан, обращение закрыто.");
}

#[test]
fn keys_without_an_appeal_say_what_they_need() {
    let mut clerk = Clerk::new();
    for key in [F(3), F(5), F(6), F(8)] {
        clerk.press(key).sees("Сначала выберите обращение.");
    }
    clerk.press(F(4)).sees("«Список значений» здесь не действует.");
}

#[test]
fn an_overdue_appeal_stands_on_top_in_words_and_red() {
    let red = Some(ratatui::style::Color::Red);
    let mut clerk = Clerk::new();
    clerk.registered_elsewhere("Ёлкина", "Первое");
    clerk.on_day("2026-12-05").registered_elsewhere("Юй", "Второе");
    clerk.on_day("2026-12-11").sees("Просрочено 1").sees(">09.12 !−2 дня ЭН1-000001/26");
    clerk.sees("20.12 9 дней ЭН1-000002/26").press(Down).sees("09.12 !−2 дня ЭН1-000001/26");
    assert!(clerk.row_of("ЭН1-000001/26") < clerk.row_of("ЭН1-000002/26"));
    assert_eq!(clerk.style_of("!−2 дня").fg, red);
    assert_eq!(clerk.style_of("Просрочено 1").fg, red);
    assert_ne!(clerk.style_of("9 дней").fg, red);
}

#[test]
fn left_and_right_walk_through_the_lists() {
    let mut clerk = Clerk::new();
    clerk.registered_elsewhere("Ёлкина", "Первое");
    clerk.on_day("2026-12-08").sees("[Все 1]").press(Left).sees("[К отправке 0]").sees("Здесь пусто.");
    clerk.press(Left).sees("[Без исп. 1]").sees("ЭН1-000001/26").press(Left).sees("[Мои 0]");
    clerk.press(Left).sees("[1–3 дня 1]").sees("1 день ЭН1-000001/26").press(Left).sees("[Сегодня 0]");
    clerk
        .on_day("2026-12-09")
        .press(Right)
        .sees("[Просрочено 0]")
        .press(Right)
        .sees("[Сегодня 1]")
        .sees("сегодня ЭН1-000001/26");
}

#[test]
fn the_list_of_commands_runs_one_by_its_name() {
    let mut clerk = with_a_letter();
    clerk.press(F(9)).pick("отозв").sees("Отозвано заявителем № ЭН1-000001/26").press(Esc);
    // The same keys with the wrong layout on.
    clerk.press(F(9)).pick("jnjpd").sees("Отозвано заявителем № ЭН1-000001/26");
}

#[test]
fn f1_explains_this_place_and_f1_twice_all_keys() {
    let mut clerk = Clerk::new();
    clerk.press(F(1)).sees("Открытые обращения: сверху те, у которых срок ближе.");
    clerk
        .press(F(1))
        .sees("F7")
        .sees("Новое обращение")
        .press(Esc)
        .press(Esc)
        .sees("Открытых обращений нет.");
    clerk
        .press(F(7))
        .pick("Письмо")
        .go_to("Как ответить")
        .press(F(1))
        .sees("Заявитель может выбрать любой способ ответа (R21)");
}

#[test]
fn the_screen_changes_its_language_and_back() {
    let mut clerk = with_a_letter();
    clerk.press(F(9)).pick("English").sees("Overdue").absent("Просрочено");
    clerk.press(F(9)).pick("Russian").sees("Просрочено");
}

#[test]
fn f10_leaves_from_anywhere_and_esc_never_does() {
    let mut clerk = Clerk::new();
    clerk.press(Esc).press(Esc).sees("Выход — F10.");
    clerk.press(F(7)).press(F(10));
    assert!(clerk.has_left());
}

#[test]
fn ctrl_z_takes_back_ones_own_last_step_and_says_where_it_may_not() {
    let ctrl_z = |clerk: &mut Clerk| {
        clerk.presses(KeyCode::Char('z'), KeyModifiers::CONTROL);
    };
    let mut clerk = with_a_letter();
    ctrl_z(&mut clerk);
    clerk.sees("Регистрацию не отменяют, а аннулируют");
    clerk.press(F(6)).choose("Кому", "Петров").fill("Резолюция", "Ответить").press(F(2)).sees("Петров И.");
    ctrl_z(&mut clerk);
    clerk.sees("Отменить свой последний шаг по № ЭН1-000001/26: передано").press(Enter);
    clerk.sees("Петров И.");
    ctrl_z(&mut clerk);
    clerk.types("д").sees("Отменено: передано").sees("исполнитель не назначен");
}

//! Forms at typing speed: nothing is silent, nothing is asked that is not needed, help is one key away.

use crossterm::event::KeyCode::{self, Backspace, Enter, Esc, F};
use crossterm::event::KeyModifiers;

use crate::clerk::{Clerk, letter};

#[test]
fn a_list_in_which_nothing_answers_says_so_and_stays_open() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).types("щщ").press(Enter).sees("Не нашлось: «щщ»").sees("Что поступило?");
    clerk.press(Backspace).press(Backspace).types("пис").press(Enter).go_to("Тема").types("ъъ").press(Enter);
    clerk.sees("Не нашлось: «ъъ». Сотрите лишнее (Backspace)").press(Esc).absent("ъъ");
}

#[test]
fn f2_in_an_open_list_takes_what_is_chosen_and_saves() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Мира, 1");
    clerk
        .fill("Краткое содержание", "Перерасчёт")
        .go_to("Тема")
        .types("ъъ")
        .press(F(2))
        .sees("Не нашлось: «ъъ»");
    clerk
        .press(Backspace)
        .press(Backspace)
        .types("показ")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000001/26");
    clerk.press(Enter).sees("Показания");
}

#[test]
fn f2_in_the_list_of_clients_fills_the_form_and_saves_it() {
    let mut clerk = Clerk::new();
    clerk
        .with(letter("Ёлкина", "Перерасчёт"))
        .press(F(7))
        .pick("Письмо")
        .fill("Краткое содержание", "Ещё раз");
    clerk
        .fill("Фамилия", "Ёлкина")
        .press(F(4))
        .sees("Кто уже обращался")
        .press(F(2))
        .sees("Зарегистрировано: № ЭН1-000002/26");
}

/// R7: only a repeat cites what answered it before.
#[test]
fn a_ground_asks_for_the_earlier_reply_only_where_it_is_a_repeat() {
    let mut clerk = Clerk::new();
    clerk.with(letter("Ёлкина", "Перерасчёт")).types("g").sees("Основание").absent("прежнего обращения");
    clerk.choose("Основание", "повтор").sees("№ прежнего обращения").sees("№ прежнего ответа");
    clerk.press(Esc).types("g").sees("№ прежнего обращения");
    clerk.choose("Основание", "оскорб").absent("прежнего обращения");
}

#[test]
fn a_command_is_found_by_its_key_in_either_layout_and_by_its_name() {
    let mut clerk = Clerk::new();
    clerk.press(F(9)).types("k л").press(Enter).sees("Консультация").press(Esc);
    clerk.press(F(9)).types("ctrl+k").press(Enter).sees("Консультация").press(Esc);
    clerk.press(F(9)).types("л").press(Enter).sees("Консультация").press(Esc);
    clerk.press(F(9)).types("f7").press(Enter).sees("Что поступило?").press(Esc);
    clerk.press(F(9)).types("щщ").press(Enter).sees("Не нашлось: «щщ»");
}

#[test]
fn all_keys_are_searched_by_typing() {
    let mut clerk = Clerk::new();
    clerk.press(F(1)).press(F(1)).sees("Найти клавишу или команду:").sees("Новое обращение");
    clerk.types("промежут").sees("r к").sees("Написать ответ").absent("Новое обращение");
    clerk.presses(KeyCode::Char('l'), KeyModifiers::CONTROL);
    for _ in "промежут".chars() {
        clerk.press(Backspace);
    }
    clerk.types("ctrl+u").sees("Очистить поле").absent("Написать ответ");
    clerk.types("щ").sees("Не нашлось: «ctrl+uщ»").press(Esc).absent("Найти клавишу");
}

/// Presses F1 on each field of the open form; gives how many there were.
fn explains_each_field(clerk: &mut Clerk) -> usize {
    // Within a long text it first leads to the text's own beginning.
    clerk.presses(KeyCode::Home, KeyModifiers::CONTROL).presses(KeyCode::Home, KeyModifiers::CONTROL);
    let mut explained = 0;
    loop {
        let marked = clerk.lines().into_iter().find(|line| line.starts_with('>'));
        let Some(label) = marked else { break explained };
        let label = label[1..].split("  ").next().unwrap().trim_end_matches('*').to_owned();
        clerk.press(F(1)).sees("Пример: ");
        let first = clerk.lines()[1].trim().to_owned();
        assert!(
            first.to_lowercase().starts_with(&label.trim_end_matches('…').trim().to_lowercase()),
            "{label}: {first}"
        );
        clerk.press(Esc).press(KeyCode::Tab);
        explained += 1;
    }
}

#[test]
fn f1_explains_each_field_of_each_form_with_an_example() {
    let mut clerk = Clerk::new();
    clerk.with(letter("Ёлкина", "Перерасчёт"));
    let mut explained = 0;
    for sort in ["Письмо", "Визит", "Звонок", "Электронн", "Виртуальн", "Запись"]
    {
        explained += explains_each_field(clerk.press(F(7)).pick(sort));
        clerk.press(Esc);
    }
    for (key, fields) in [('r', 6), ('g', 2), ('f', 2), ('q', 4), ('w', 1), ('j', 8)] {
        let found = explains_each_field(clerk.types(&key.to_string()));
        assert!(found >= fields, "{key}: {found}");
        explained += found;
        clerk.press(Esc).press(Esc);
    }
    explained += explains_each_field(clerk.types("m").press(Enter));
    clerk.press(Esc).press(Esc);
    explained += explains_each_field(clerk.press(F(6)));
    clerk.press(Esc);
    for (list, on_it) in [
        ("Организация", None),
        ("Подразделения", Some(F(7))),
        ("Сотрудники", Some(F(7))),
        ("Книги", Some(F(7))),
        ("Загрузить", None),
    ] {
        clerk.press(F(9)).pick(list);
        if let Some(key) = on_it {
            clerk.press(key);
        }
        let found = explains_each_field(&mut clerk);
        assert!(found > 1, "{list}: {found}\n{}", clerk.screen());
        explained += found;
        clerk.press(Esc).press(Esc);
    }
    assert!(explained > 100, "{explained}");
}

/// A second letter about the same: the clerk sees it before typing the gist.
#[test]
fn who_comes_again_is_shown_with_what_is_still_open() {
    let mut clerk = Clerk::new();
    clerk.with(letter("Ёлкина", "Перерасчёт за октябрь")).press(F(7)).pick("Звонок").fill("Фамилия", "елкин");
    clerk.press(Enter).sees("F4 — Ёлкина").sees("№ ЭН1-000001/26: открыто, срок 09.12.2026");
    clerk.press(F(4)).sees("открыто, срок 09.12.2026").press(Enter);
    clerk.sees("Уже открыто № ЭН1-000001/26, срок 09.12.2026: «Перерасчёт за октябрь»");
}

#[test]
fn whoever_answers_is_offered_as_one_types_and_nothing_is_filled_in() {
    let mut clerk = Clerk::new();
    clerk.with(letter("Ёлкина", "Перерасчёт")).press(F(7)).pick("Звонок").go_to("Фамилия");
    clerk.types("ёл").waits().absent("F4 — Ёлкина");
    clerk
        .types("к")
        .absent("F4 — Ёлкина")
        .waits()
        .sees("F4 — Ёлкина")
        .sees("№ ЭН1-000001/26: открыто")
        .absent("ул. Ленина");
    let row = clerk.row_of("Фамилия");
    clerk.types("овы").waits().absent("F4 — Ёлкина").sees("Среди прежних заявителей не нашлось");
    assert_eq!(clerk.row_of("Фамилия"), row, "the form stays where it stands");
    clerk.press(Backspace).press(Backspace).press(Backspace).waits().sees("F4 — Ёлкина");
    clerk.press(F(4)).press(Enter).sees("Уже открыто № ЭН1-000001/26").sees("ул. Ленина");
}

#[test]
fn where_very_many_answer_their_number_is_not_said_to_be_known() {
    let mut clerk = Clerk::new();
    for n in 1..=10 {
        clerk.with_letter(&format!("Ёлкин{}", "а".repeat(n)), "Перерасчёт");
    }
    clerk.press(F(7)).pick("Звонок").go_to("Фамилия").types("ёлк").waits();
    clerk.sees("Прежних заявителей не меньше 9: наберите имя дальше");
}

#[test]
fn a_telephone_is_looked_for_before_its_last_digits() {
    let mut clerk = Clerk::new();
    let mut call = letter("Ёлкина", "Перерасчёт");
    call.client.phone = Some("+7 900 123-45-67".into());
    clerk.with(call).press(F(7)).pick("Звонок").go_to("Телефон").types("8900").waits().absent("Ёлкина");
    clerk.types("1").waits().sees("F4 — Ёлкина");
    clerk.types_at_once("234567").press(Enter).sees("+7 900 123-45-67").sees("F4 — Ёлкина");
}

/// A wrong topic nobody looked at is worse than none: the last one is offered, not filled in.
#[test]
fn the_last_topic_is_one_key_away_and_never_filled_in() {
    let mut clerk = Clerk::new();
    let letter = |clerk: &mut Clerk, gist: &str| {
        clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Мира, 1");
        clerk.fill("Краткое содержание", gist).go_to("Тема");
    };
    letter(&mut clerk, "Перерасчёт");
    clerk.absent("как в прошлый раз").types("=").sees(">Тема").press(Esc);
    clerk.choose("Тема", "перер").press(F(2)).sees("ЭН1-000001/26");
    letter(&mut clerk, "Показания");
    clerk.sees("= как в прошлый раз: Перерасчёт").sees("Тема ____").choose("Тема", "показ").press(F(2));
    letter(&mut clerk, "Опять показания");
    clerk.types(" ").sees(">Показания").sees("недавно");
    assert_eq!(clerk.row_of("Показания") + 1, clerk.row_of("Перерасчёт"));
    clerk.press(Esc).types("=").sees(">Краткое содержание").press(F(2)).sees("ЭН1-000003/26");
    clerk.press(Enter).sees("Показания").press(Esc);
    // Another person has habits of their own, and a start of the program forgets nobody's.
    clerk.sits_down("petrov").press(F(7)).pick("Письмо").go_to("Тема").absent("как в прошлый раз").press(Esc);
    clerk.sits_down("ivanova").press(F(7)).pick("Письмо").go_to("Тема").sees("как в прошлый раз: Показания");
}

#[test]
fn days_and_accounts_are_typed_as_they_are_said() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").refill("Поступило", "вчера").fill("Лицевой счёт", "100 200-300");
    clerk.press(Enter).sees("23.11.2026").sees("100200300");
}

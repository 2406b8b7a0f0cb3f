//! The rest of the Standard from the keyboard: grounds, forwarding, requests, calls back, corrections, both ways of a
//! route, several questions, external units, the settings that they need.

use crossterm::event::KeyCode::{self, Down, Enter, Esc, F};
use crossterm::event::KeyModifiers;
use otklik::desk::{Confirmed, Desk};
use otklik::standard::appeal::{Appeal, Channel};
use otklik::standard::client::Client;
use otklik::standard::decide::{Draft, OfficeCommand, Registration, Routing, Target};
use otklik::standard::number::OutgoingAt;
use otklik::standard::office::{Login, OfficeDetails, Unit, UnitCode, UnitSort};
use otklik::standard::reply::{Purpose, ReplyId, SignedBy};

use crate::clerk::{Clerk, letter};

fn with_a_letter() -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт за октябрь");
    clerk
}

/// A letter without a name or contacts.
fn unsigned() -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with(Registration { client: Client::anonymous(), ..letter("", "Нет света") });
    clerk
}

/// A call whose client waits to be rung back.
fn promised() -> Registration {
    Registration { channel: Channel::Phone, call_back: true, ..letter("Юй", "Нет света") }
}

fn keep(desk: &mut Desk, command: OfficeCommand) {
    desk.change_office(command, &Confirmed::new()).unwrap();
}

#[test]
fn an_abusive_letter_is_closed_by_the_head_r7() {
    let mut clerk = with_a_letter();
    clerk.types("g").choose("Основание", "нецензур").sees("Решаете вы: закрывается без ответа.");
    clerk.fill("Причина", "Брань во втором абзаце").press(F(2));
    clerk.sees("№ ЭН1-000001/26: решено не рассматривать, обращение закрыто.").sees("[Все 0]");
    clerk.types("/ёлк").press(Enter).sees("Решено: оскорбления, угрозы, нецензурные слова");
    clerk.types("l").sees("Обращение откроется снова").fill("Причина", "Брани нет").press(F(2));
    clerk.sees("№ ЭН1-000001/26 возобновлено, новый срок 09.12.2026.");
}

#[test]
fn a_clerk_proposes_a_ground_and_the_head_decides_what_is_filled_in_r7() {
    let mut clerk = with_a_letter();
    clerk
        .sits_down("orlova")
        .types("g")
        .choose("Основание", "коммерч")
        .sees("Вы предлагаете: клиенту нужно уведомление.");
    clerk.fill("Причина", "Спрашивает закупочные цены").press(F(2)).sees("основание предложено");
    clerk.types("g").sees("Назвать основание").choose("Основание", "коммерч").press(F(2));
    clerk.sees("уже названо").press(Esc);
    clerk.sits_down("ivanova").sees("Основания 1").press(Enter).sees("Предложено: коммерческая тайна");
    clerk
        .types("g")
        .sees("Спрашивает закупочные цены")
        .sees("Решаете вы: клиенту нужно уведомление")
        .press(F(2));
    clerk.sees("решено. Уведомление клиенту — R.").sees("Клиенту положено уведомление о коммерческой тайне");
    clerk.types("f").sees("Клиенту положено уведомление о коммерческой тайне");
}

#[test]
fn a_repeat_asks_what_was_answered_before_r7() {
    let mut clerk = with_a_letter();
    clerk.types("g").choose("Основание", "ответ уже").fill("Причина", "То же письмо").press(F(2));
    clerk.sees("Заполните: «№ прежнего ответа»");
    clerk.fill("№ прежнего ответа", "17/2").fill("Дата прежнего ответа", "1.10.26").press(F(2));
    clerk.sees("решено. Уведомление клиенту — R.").press(Enter).sees("прежний ответ № 17/2 от 01.10.2026");
}

#[test]
fn an_earlier_appeal_is_named_by_its_number_and_must_have_been_answered_r7() {
    let mut clerk = with_a_letter();
    clerk.registered_elsewhere("Ёлкина", "То же ещё раз");
    clerk
        .starts_again()
        .press(Down)
        .types("g")
        .choose("Основание", "ответ уже")
        .fill("№ прежнего обращения", "77");
    clerk.fill("Причина", "Повтор").press(F(2)).sees("77");
    clerk
        .refill("№ прежнего обращения", "1")
        .press(F(2))
        .sees("По № ЭН1-000001/26 ответ до регистрации этого обращения не отправлялся.");
}

#[test]
fn an_answered_appeal_of_the_client_is_chosen_from_a_list_r7() {
    let mut clerk = with_a_letter();
    signed(&mut clerk);
    clerk.types("t").press(F(2)).sees("ответ отправлен, обращение закрыто");
    let first = clerk.other_desk(None).appeal_by_number("1").unwrap().appeal;
    clerk.with(Registration {
        client_id: Some(first.client_id), ..letter("Ёлкина", "То же ещё раз")
    });
    clerk.types("g").choose("Основание", "ответ уже").fill("Причина", "Новых доводов нет");
    clerk
        .choose("Прежнее обращение", "ЭН1")
        .press(F(2))
        .sees("решено. Уведомление клиенту — R.")
        .press(Enter);
    clerk.sees("прежний ответ № ЭН1-И00001/26 от 24.11.2026 по обращению № ЭН1-000001/26");
}

#[test]
fn no_contacts_closes_and_is_lifted_with_the_contacts_r8() {
    let mut clerk = unsigned();
    clerk.types("g").choose("Основание", "нет контакт").fill("Причина", "Подписи и адреса нет").press(F(2));
    clerk.sees("обращение закрыто").on_day("2026-11-27").types("/1").press(Enter).types("l");
    clerk.fill("Причина", "Заявитель пришёл сам").press(F(2)).sees("Укажите ставшие известными контакты");
    clerk.fill("Телефон", "89001234567").refill("Дата", "26.11.2026").press(F(2));
    clerk
        .sees("новый срок 11.12.2026.")
        .sees("+7 900 123-45-67")
        .sees("Прежнее рассмотрение: срок 09.12.2026");
}

#[test]
fn a_call_knows_no_grounds_and_the_key_says_so_r7() {
    let mut clerk = Clerk::new();
    clerk.with(promised()).types("g").sees("Основания не рассматривать есть только для письменных обращений");
}

#[test]
fn another_organisations_matter_is_forwarded_and_taken_back() {
    let mut clerk = with_a_letter();
    clerk.types("f").fill("В какую организацию", "ПАО «Россети»").fill("Причина", "Сети не наши").press(F(2));
    clerk.sees("переадресуется (ПАО «Россети»). Уведомление клиенту — R.").press(Enter);
    clerk.sees("Переадресуется: ПАО «Россети»").sees("Клиенту положено уведомление о переадресации");
    clerk.types("l").fill("Причина", "Сети всё же наши").press(F(2)).sees("снято, клиенту положен ответ");
    clerk.absent("Клиенту положено").types("l").sees("Нет ни основания, ни переадресации");
}

#[test]
fn a_request_has_its_own_dates_and_its_answer_r15() {
    let mut clerk = with_a_letter();
    clerk
        .types("q")
        .fill("Что запрашиваем", "Акт замера")
        .press(F(2))
        .sees("Укажите подразделение или организацию.");
    clerk.fill("или организация", "ПАО «Россети»").fill("Ответ ждём до", "1.12").press(F(2));
    clerk.sees("запрос записан, исходящий № ЭН1-И00001/26").sees("Запросы 1").press(Enter);
    clerk.sees("ПАО «Россети», № ЭН1-И00001/26 от 24.11.2026, ждём до 01.12.2026").sees("Акт замера");
    clerk.types("y").fill("Суть ответа", "Напряжение 198 В").press(F(2)).sees("открытых запросов нет");
    clerk.sees("Ответ 24.11.2026: Напряжение 198 В").types("y").sees("Такого запроса нет");
}

#[test]
fn an_open_call_back_is_tried_and_done() {
    let mut clerk = Clerk::new();
    clerk.with(promised()).sees("Перезвонить 1").press(Enter).sees("Клиент ждёт звонка");
    clerk.types("h").press(F(2)).sees("не дозвонились, 1 попытка").sees("не дозвонились 24.11.2026 14:05");
    clerk
        .types("h")
        .tick("Дозвонились")
        .fill("О чём говорили", "Свет дали")
        .press(F(2))
        .sees("звонок записан");
    clerk.sees("Перезвонили 24.11.2026").types("h").sees("Клиент не ждёт звонка.");
}

#[test]
fn what_is_given_back_goes_to_whoever_it_came_from_r4() {
    let mut clerk = with_a_letter();
    clerk.types("u").sees("Обращение ещё ни у кого").press(F(6)).choose("Кому", "Петров").press(F(2));
    clerk.sits_down("petrov").types("u").sees("Вернётся: ЦОК").fill("Причина", "Не моя тема").press(F(2));
    clerk.sees("№ ЭН1-000001/26 возвращено: ЦОК.").press(Enter).sees("Возвращено (Петров И. С.) Не моя тема");
}

#[test]
fn several_help_the_responsible_executor_r4() {
    let mut clerk = with_a_letter();
    clerk.press(F(6)).choose("Кому", "Петров").go_to("Соисполнители").pick("сид").pick("пет").press(F(2));
    clerk.sees("здесь не может быть соисполнителем").pick("пет").press(F(2)).press(Enter);
    clerk.sees("Соисполнители: Сидорова М. О.");
}

#[test]
fn fields_are_corrected_and_the_history_keeps_the_old_value_r2() {
    let mut clerk = with_a_letter();
    clerk.types("m").pick("телефон").refill("Телефон", "89007654321").press(F(2)).sees("Заполните это поле");
    clerk.fill("Причина", "Ошибка в цифре").press(F(2)).sees("№ ЭН1-000001/26: исправлено.").press(Enter);
    clerk.sees("Телефон: +7 900 765-43-21").press(KeyCode::End);
    clerk.sees("Телефон: +7 900 123-45-67 → +7 900 765-43-21 (Ошибка в цифре)");
}

#[test]
fn several_fields_are_corrected_at_once_and_nothing_new_is_refused() {
    let mut clerk = with_a_letter();
    clerk
        .types("m")
        .types("вид ")
        .types("фамил ")
        .press(Enter)
        .choose("Вид", "жалоб")
        .refill("Фамилия", "Юй");
    clerk.fill("Причина", "Опечатка").press(F(2)).sees("исправлено").sees("Юй");
    clerk
        .types("m")
        .pick("фамил")
        .fill("Причина", "Опечатка")
        .press(F(2))
        .sees("Исправление ничего не меняет.");
    clerk.press(Esc).sees("Черновик сохранён").types("m").sees("Продолжить черновик: Фамилия (только что)");
    clerk.press(Enter).sees("Исправить № ЭН1-000001/26").sees("Юй").sees("продолжен черновик");
    // Whoever chose a wrong field is not kept in it, and the reason need not be typed again.
    clerk
        .press(Esc)
        .types("m")
        .pick("заново")
        .pick("отчество")
        .absent("Фамилия")
        .refill("Отчество", "Ильинична");
    clerk.sees("Опечатка").press(F(2)).sees("исправлено").types("d").sees("Черновиков нет.");
}

#[test]
fn a_corrected_day_that_moves_the_term_is_asked_first() {
    let mut clerk = with_a_letter();
    keep_norms_from_receipt(&clerk);
    clerk.with_letter("Юй", "Второе").press(Down).types("m").pick("поступило").refill("Поступило", "20.11");
    clerk
        .fill("Причина", "Штамп почты")
        .press(F(2))
        .sees("Исправление сдвигает срок: 09.12.2026 → 05.12.2026");
    clerk.types("д").sees("исправлено, новый срок 05.12.2026");
}

/// A question of the rules upon the question whether: it can be answered, and a no leaves all as it is.
#[test]
fn taking_back_a_correction_that_moved_the_term_asks_once_more_and_does_it() {
    let mut clerk = with_a_letter();
    keep_norms_from_receipt(&clerk);
    clerk.with_letter("Юй", "Второе").press(Down).types("m").pick("поступило").refill("Поступило", "20.11");
    clerk.fill("Причина", "Штамп почты").press(F(2)).types("д").sees("исправлено, новый срок 05.12.2026");
    let take_back = |clerk: &mut Clerk| {
        clerk.presses(KeyCode::Char('z'), KeyModifiers::CONTROL).sees("Отменить свой последний шаг");
        clerk.types("д").sees("Исправление сдвигает срок: 05.12.2026 → 09.12.2026").sees("Сдвинуть срок");
    };
    take_back(&mut clerk);
    clerk.press(Esc).absent("Сдвинуть срок").sees(">05.12");
    take_back(&mut clerk);
    clerk.types("д").sees("Отменено: исправлено").sees(">09.12");
}

/// Norms that count from the day of coming in.
fn keep_norms_from_receipt(clerk: &Clerk) {
    let mut desk = clerk.other_desk(Some("ivanova"));
    let norms =
        include_str!("../../assets/norms.toml").replace("base = \"registration\"", "base = \"receipt\"");
    desk.load_norms("norms.toml", &norms, &Confirmed::new()).unwrap();
}

#[test]
fn an_external_units_result_closes_the_appeal() {
    let mut clerk = with_a_letter();
    let unit = Unit {
        code: UnitCode("Ф2".to_owned()),
        title: "Филиал 2".to_owned(),
        sort: UnitSort::Territorial,
        external: true,
        retired: None,
    };
    keep(&mut clerk.other_desk(Some("ivanova")), OfficeCommand::AddUnit(unit));
    clerk.starts_again().types("x").sees("обращение передано подразделению со своей базой.").press(F(6));
    clerk.choose("Кому", "Филиал 2").fill("Причина отступления", "Их абонент").press(F(2)).press(Enter);
    clerk.sees("Филиал 2 (своя база)").types("x").fill("Исх. № подразделения", "Ф2-17");
    clerk
        .fill("Суть ответа", "Пересчитано")
        .press(F(2))
        .sees("ответ подразделения записан, обращение закрыто");
}

#[test]
fn an_oral_answer_answers_every_question() {
    let questions = ["Почему выросла плата?", "Когда поверка?"];
    let mut clerk = Clerk::new();
    clerk.with(Registration {
        questions: questions.map(str::to_owned).to_vec(),
        call_back: false,
        ..promised()
    });
    clerk.press(Enter).sees("1. Почему выросла плата? — без ответа").types("a").fill("Суть ответа", "Тариф");
    clerk.tick("Согласен на устный ответ").go_to("Суть ответа").go_to("На какие вопросы").types("\u{8}");
    clerk.press(KeyCode::Backspace).press(F(2)).sees("Нет ответа на вопросы: 2");
    clerk.pick("2.").press(F(2)).sees("ответ записан, обращение закрыто");
}

#[test]
fn where_the_chancery_types_numbers_a_request_asks_for_it() {
    let mut clerk = with_a_letter();
    let mut desk = clerk.other_desk(Some("ivanova"));
    let details = OfficeDetails { outgoing_at: OutgoingAt::Typed, ..desk.office().details.clone() };
    keep(&mut desk, OfficeCommand::Change(details));
    clerk.starts_again().types("q").choose("Подразделение", "Исполнит").fill("Что запрашиваем", "Акт");
    clerk.press(F(2)).sees("Заполните это поле").fill("Исходящий №", "К-118").press(F(2));
    clerk.sees("исходящий № К-118");
    made_final(&mut desk);
    clerk.starts_again().types("s").press(F(2)).sees("Заполните это поле").fill("Исходящий №", "К-119");
    clerk.press(F(2)).sees("Подписано, исходящий № К-119.");
}

#[test]
fn a_hall_without_a_book_is_flagged_until_one_is_begun_r30() {
    let mut clerk = Clerk::new();
    clerk.press(F(9)).pick("книги отзывов").sees("ЦОК").sees("нет открытой книги").press(F(8));
    clerk
        .sees("В этом зале нет открытой книги")
        .press(Enter)
        .fill("Номер книги", "7")
        .fill("Листов", "96")
        .press(F(2));
    clerk.sees("Книга № 7 заведена.").sees("24.11.2026 открыта · 96 л.").absent("нет открытой книги");
    clerk.press(F(7)).fill("Номер книги", "7").press(F(2)).sees("7").press(Esc);
    clerk.press(F(8)).sees("Закрыть книгу отзывов № 7?").types("д").sees("Книга № 7 закрыта.");
    clerk.sees("закрыта 24.11.2026").sees("нет открытой книги");
}

#[test]
fn books_are_kept_by_heads_and_administrators_r30() {
    let mut clerk = Clerk::new();
    clerk
        .sits_down("orlova")
        .press(F(9))
        .pick("книги отзывов")
        .press(F(7))
        .sees("руководитель, администратор");
}

#[test]
fn a_deputy_is_named_for_a_person_a_duty_and_days() {
    let mut clerk = Clerk::new();
    clerk.press(F(9)).pick("сотрудники").press(Down).press(Down).press(Enter).sees("Петров И. С.");
    clerk.choose("Кого", "Иванова").press(F(2)).sees("Заполните это поле").choose("В качестве", "руковод");
    clerk
        .fill("С какого дня", "24.11.2026")
        .fill("По какой день", "23.11.2026")
        .press(F(2))
        .sees("24.11.2026");
    clerk.refill("По какой день", "30.11.2026").press(F(2)).sees("Петров И. С. — сохранено.");
    let mut clerk = clerk;
    clerk.registered_elsewhere("Ёлкина", "Перерасчёт за октябрь");
    clerk.sits_down("petrov").press(F(6)).choose("Кому", "Сидорова").press(F(2)).sees("Сидорова М. О.");
    clerk.sits_down("ivanova").press(F(9)).pick("сотрудники").press(Down).press(Down).press(Enter);
    clerk.choose("В качестве", "подписант").refill("По какой день", "31.12.2026").press(F(2)).press(Enter);
    clerk.go_to("Кого").sees("ещё замещений: 1");
}

#[test]
fn the_office_says_when_letters_are_numbered() {
    let mut clerk = Clerk::new();
    clerk.press(F(9)).pick("организация").choose("Исходящий даётся", "вводит").press(F(2)).sees("сохранены");
    clerk.with_letter("Ёлкина", "Перерасчёт").types("q").go_to("Исходящий №");
}

#[test]
fn a_loaded_calendar_asks_what_moves_and_lists_it() {
    let mut clerk = with_a_letter();
    let norms = clerk.paths().register.with_file_name("norms.toml");
    let text = include_str!("../../assets/norms.toml").replace("roll = \"stays\"", "roll = \"next_working\"");
    std::fs::write(&norms, text).unwrap();
    clerk
        .press(F(9))
        .pick("загрузить")
        .choose("Что загрузить", "нормы")
        .fill("Файл", "нет.toml")
        .press(F(2))
        .sees("нет.toml");
    clerk.refill("Файл", norms.to_str().unwrap()).press(F(2)).sees("Загружено");
    clerk.with_letter("Юй", "Второе");
    let calendar = clerk.paths().register.with_file_name("2026.toml");
    let text =
        include_str!("../../assets/calendar/2026.toml").replace("days_off = [", "days_off = [\"12-09\", ");
    std::fs::write(&calendar, text).unwrap();
    clerk.press(F(9)).pick("загрузить").choose("Что загрузить", "календарь");
    clerk
        .fill("Файл", calendar.to_str().unwrap())
        .press(F(2))
        .sees("Календарь сдвигает срок 1 открытого обращения");
    clerk.types("д").sees("Календарь загружен, сдвинут срок 1 обращения:");
    clerk.sees("№ ЭН1-000002/26: 09.12.2026 → 10.12.2026").press(Esc).sees("10.12");
}

#[test]
fn a_signed_letter_has_its_own_clock() {
    let mut clerk = with_a_letter();
    signed(&mut clerk);
    clerk.press(KeyCode::Left).sees("[К отправке 1]").sees(">25.11 1 день ЭН1-000001/26");
    clerk.on_day("2026-11-26").press(KeyCode::Left).sees(">25.11 !−1 день ЭН1-000001/26");
}

/// Lets the chosen appeal's answer be written and signed at another desk.
fn signed(clerk: &mut Clerk) {
    let mut desk = clerk.other_desk(Some("ivanova"));
    let appeal = made_final(&mut desk);
    desk.sign_reply((&appeal).into(), ReplyId(1), None, SignedBy::Ink, None, &Confirmed::new()).unwrap();
    clerk.starts_again();
}

/// Lets the first appeal's answer be written and made final.
fn made_final(desk: &mut Desk) -> Appeal {
    let yes = Confirmed::new();
    let appeal = desk.appeal_by_number("1").unwrap().appeal;
    let routing = Routing {
        target: Target::Executor(Login("ivanova".to_owned())),
        resolution: Some("Ответить".to_owned()),
        inner_due: None,
        override_reason: None,
        co_executors: std::collections::BTreeSet::new(),
    };
    let appeal = desk.route((&appeal).into(), &routing, &yes).unwrap();
    let draft = Draft {
        purpose: Purpose::Answer,
        template: None,
        heading: "О перерасчёте".to_owned(),
        addressee: "Ёлкиной А. П.".to_owned(),
        text: "Плата за октябрь пересчитана, переплата учтена в счёте за ноябрь.".to_owned(),
        answers: std::collections::BTreeSet::new(),
    };
    let appeal = desk.draft_reply((&appeal).into(), draft, &yes).unwrap();
    let login = Login("ivanova".to_owned());
    desk.finalise_reply((&appeal).into(), ReplyId(1), &login, &yes).unwrap()
}

#[test]
fn every_step_and_list_speaks_english_too() {
    let mut clerk = with_a_letter();
    clerk.in_english().types("g").choose("Ground", "trade").sees("You decide: the client is owed a notice.");
    clerk
        .fill("Reason", "Asks for purchase prices")
        .press(F(2))
        .sees("decided. The notice to the client: R.");
    clerk.press(Enter).sees("Decided: ").sees("The client is owed: ").press(Esc);
    clerk
        .press(F(9))
        .pick("feedback books")
        .sees("no open book")
        .press(F(1))
        .sees("laced and numbered (R30)");
}

//! Every channel at the desk (R1, R11, R12, R17, R18, R30), what a topic asks for (R15), who comes again, consultations (R23).

use crossterm::event::KeyCode::{self, Down, Enter, Esc, F, Tab};
use crossterm::event::KeyModifiers;
use otklik::desk::{Card, Confirmed};
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::book::BookEntry;
use otklik::standard::client::{ClientSort, Identity};
use otklik::standard::decide::OfficeCommand;
use otklik::standard::office::UnitCode;
use otklik::standard::personal::Personal;

use crate::clerk::Clerk;

/// What was registered under the number with this serial.
fn registered(clerk: &Clerk, serial: u32) -> Card {
    clerk.other_desk(Some("ivanova")).appeal_by_number(&serial.to_string()).unwrap()
}

/// The office learns something at another desk.
fn told(clerk: &mut Clerk, command: OfficeCommand) {
    let mut desk = clerk.other_desk(Some("ivanova"));
    desk.change_office(command, &Confirmed::new()).unwrap();
    clerk.starts_again();
}

fn known<T: Clone>(value: Option<&Personal<T>>) -> Option<T> {
    value.and_then(Personal::known).cloned()
}

#[test]
fn the_list_of_what_can_come_in_names_every_channel() {
    let mut clerk = Clerk::new();
    clerk.press(F(7));
    for sort in
        ["Письмо", "Визит", "Звонок", "Электронная почта", "Виртуальная приёмная", "Запись в книге отзывов"]
    {
        clerk.sees(sort);
    }
    clerk.sees("Консультация").pick("конс").sees("Enter — записать");
}

#[test]
fn a_letter_is_by_post_by_hand_or_by_fax_and_bears_its_papers() {
    for (typed, channel) in
        [("почте", Channel::LetterPost), ("нарочно", Channel::LetterHand), ("факс", Channel::Fax)]
    {
        let mut clerk = Clerk::new();
        clerk.press(F(7)).pick("Письмо").choose("Как поступило", typed).fill("Исх. № заявителя", "17/2");
        clerk.fill("Дата письма", "18.11").fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Ленина, 5");
        clerk.choose("Вид", "Жалоба").fill("Краткое содержание", "Нет света").fill("Листов", "2");
        clerk.fill("Приложений", "1").press(F(2)).sees("Зарегистрировано: № ЭН1-000001/26");
        let appeal = registered(&clerk, 1).appeal;
        assert_eq!((appeal.channel, appeal.kind), (channel, Kind::Complaint));
        assert_eq!((appeal.content.sheets, appeal.content.attachments), (Some(2), Some(1)));
        assert_eq!(known(appeal.content.sender_number.as_ref()).as_deref(), Some("17/2"));
        clerk.types("/ёлк").sees("ЭН1-000001/26");
    }
}

#[test]
fn a_message_begins_with_its_address_and_has_no_sheets() {
    for (typed, channel) in [("Электронная", Channel::Email), ("Виртуальная", Channel::VirtualReception)]
    {
        let mut clerk = Clerk::new();
        clerk.press(F(7)).pick(typed).absent("Исх. №").absent("Листов");
        assert!(clerk.row_of("Эл. почта") < clerk.row_of("Фамилия"));
        clerk.fill("Эл. почта", "anna@example.org").fill("Фамилия", "Ёлкина");
        clerk.fill("Краткое содержание", "Нет света").press(F(2)).sees("Зарегистрировано: № ЭН1-000001/26");
        assert_eq!(registered(&clerk, 1).appeal.channel, channel);
    }
}

#[test]
fn an_entry_names_its_book_and_a_hall_without_one_says_so() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Запись").sees("в этом зале нет открытой книги").press(F(2));
    clerk.sees("заведите её").absent("Зарегистрировано").press(Esc);
    let book = OfficeCommand::OpenBook {
        number: "7".to_owned(),
        unit: UnitCode("ЦОК".to_owned()),
        opened: Some("2026-11-01".parse().unwrap()),
        sheets: None,
    };
    told(&mut clerk, book);
    clerk.press(F(7)).pick("Запись").sees("№ 7 с 01.11.2026").absent("Листов").fill("№ записи", "14");
    clerk.fill("Фамилия", "Ёлкина").fill("Телефон", "89001234567").fill("Краткое содержание", "Спасибо");
    clerk.press(F(2)).sees("Зарегистрировано: № ЭН1-000001/26");
    let appeal = registered(&clerk, 1).appeal;
    assert_eq!((appeal.channel, appeal.kind), (Channel::FeedbackBook, Kind::Review));
    assert_eq!(appeal.content.book, Some(BookEntry { number: "7".to_owned(), entry: 14 }));
    // The next entry is proposed; one that is taken gives way to what is typed in its place.
    clerk.press(F(7)).pick("Запись").go_to("№ записи").sees_typed("№ записи* 15").types("14");
    clerk.fill("Фамилия", "Юй").fill("Телефон", "89001234568").fill("Краткое содержание", "Хорошо");
    clerk.press(F(2)).sees("! ").types("16").press(F(2)).sees("Зарегистрировано: № ЭН1-000002/26");
    assert_eq!(registered(&clerk, 2).appeal.content.book.unwrap().entry, 16);
    // Nothing was asked, so the reply that is offered thanks.
    clerk.types("r").sees("Благодарность за отзыв").absent("обжаловать");
}

#[test]
fn a_caller_is_promised_a_call_back() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Звонок").types("89001234567\tЮй").fill("Краткое содержание", "Нет света");
    clerk.tick("Перезвонить").press(F(2)).sees("Зарегистрировано: № ЭН1-000001/26");
    let appeal = registered(&clerk, 1).appeal;
    assert!(appeal.call_back.is_some() && appeal.channel == Channel::Phone);
}

#[test]
fn whoever_rings_back_has_the_number_before_them_and_the_calls_made_in_vain() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Звонок").types("89001234567\tЮй").fill("Краткое содержание", "Нет света");
    clerk.tick("Перезвонить").press(F(2)).sees("Клиент ждёт звонка · тел. +7 900 123-45-67");
    clerk
        .asks(otklik::terminal::command::Command::Call)
        .sees("Телефон: +7 900 123-45-67")
        .absent("не дозвонились");
    clerk.fill("О чём говорили", "Сбросил").press(F(2)).sees("не дозвонились, 1 попытка");
    clerk.sees("Клиент ждёт звонка · тел. +7 900 123-45-67 · не дозвонились 24.11.2026 14:05");
    clerk
        .asks(otklik::terminal::command::Command::Call)
        .sees("Телефон: +7 900 123-45-67 · не дозвонились 24.11.2026 14:05");
    clerk.resizes(120, 40).sees("24.11.2026 14:05 Сбросил");
}

#[test]
fn what_is_rare_unfolds_by_a_yes() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Ленина, 5");
    clerk.fill("Краткое содержание", "Нет света").go_to("За него представитель").absent("№ доверенности");
    clerk.types(" ").fill("Представитель", "Орлов Пётр Ильич").fill("№ доверенности", "5");
    clerk.tick("Коллективное").fill("Сколько подписей", "12").fill("Кому ответить", "Ёлкиной А. П.");
    clerk.tick("Переслал орган власти").fill("Кто переслал", "Прокуратура").fill("Ответить ему до", "1.12");
    clerk.sees("Ответить до 01.12.2026: так просит орган власти");
    clerk.tick("Несколько вопросов").fill("Вопросы", "Когда?\nПочему?").press(F(2));
    clerk.sees("Зарегистрировано: № ЭН1-000001/26");
    let appeal = registered(&clerk, 1).appeal;
    let client = appeal.client.known().unwrap();
    assert_eq!(client.representative.as_ref().unwrap().name, "Орлов Пётр Ильич");
    assert_eq!(
        (appeal.client_sort, client.collective.as_ref().unwrap().signers),
        (ClientSort::Collective, 12)
    );
    assert_eq!(appeal.content.covering_letter.as_ref().unwrap().body, "Прокуратура");
    assert_eq!(appeal.inner_due, Some("2026-12-01".parse().unwrap()));
    assert_eq!(appeal.content.questions.len(), 2);
}

#[test]
fn a_yes_taken_back_takes_its_fields_along() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Ленина, 5");
    clerk.fill("Краткое содержание", "Нет света").tick("Коллективное").fill("Сколько подписей", "12");
    clerk.tick("Коллективное").absent("Сколько подписей").press(F(2)).sees("Зарегистрировано");
    assert_eq!(registered(&clerk, 1).appeal.client_sort, ClientSort::Person);
}

#[test]
fn an_organisation_has_its_inn_and_contract() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").absent("ИНН").fill("Организация", "ООО «Ромашка»");
    clerk.fill("ИНН", "7000000001").fill("№ договора", "12/24").fill("Адрес", "ул. Мира, 1");
    clerk.fill("Краткое содержание", "Договор").press(F(2)).sees("Зарегистрировано");
    let appeal = registered(&clerk, 1).appeal;
    let client = appeal.client.known().unwrap().clone();
    assert_eq!(client.contract.as_deref(), Some("12/24"));
    assert!(matches!(client.identity, Identity::Organisation { inn: Some(inn), .. } if inn == "7000000001"));
}

#[test]
fn a_paper_journal_is_a_head_s_and_is_confirmed() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").fill("Адрес", "ул. Ленина, 5");
    clerk.fill("Краткое содержание", "Нет света").tick("Из бумажн. журнала").fill("№ в журнале", "87");
    clerk.fill("Дата в журнале", "20.11").press(Tab).sees("Ответить до 05.12.2026");
    clerk.press(F(2)).sees("Зарегистрировать той датой").types("д").sees("Зарегистрировано: № ЭН1-000001/26");
    let appeal = registered(&clerk, 1).appeal;
    assert_eq!(appeal.registered, "2026-11-20".parse().unwrap());
    assert_eq!(appeal.paper.unwrap().number, "87");
    clerk.sits_down("orlova").press(F(7)).pick("Письмо").press(KeyCode::End).absent("Из бумажн. журнала");
}

#[test]
fn a_topic_brings_its_check_list() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Визит").fill("Фамилия", "Ёлкина").fill("Телефон", "89001234567");
    clerk.choose("Тема", "Рассрочка").fill("Краткое содержание", "Рассрочка");
    clerk.go_to("Принесены").sees("не хватает: паспорт, документ о праве на помещение");
    clerk
        .types(" ")
        .sees("не хватает: документ о праве")
        .press(Down)
        .types(" ")
        .sees("все документы принесены");
    clerk.types(" ").press(F(2)).sees("Зарегистрировано");
    let appeal = registered(&clerk, 1).appeal;
    assert_eq!(appeal.content.documents.into_iter().collect::<Vec<_>>(), ["passport"]);
}

/// The longest list of a topic is named whole beside its boxes (R19).
#[test]
fn every_document_that_is_missing_is_named() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Визит").fill("Фамилия", "Ёлкина").fill("Телефон", "89001234567");
    clerk.choose("Тема", "за время отсутствия").go_to("Принесены").sees("акт: счётчик поставить нельзя");
    let screen = clerk.screen();
    let (_, missing) = screen.split_once("не хватает:").unwrap();
    let missing = missing.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = "паспорт, документ о праве на помещение, справка о составе семьи, документы об отсутствии, акт: \
                  счётчик поставить нельзя (если его нет)";
    assert!(missing.starts_with(wanted), "{missing}");
}

#[test]
fn quality_of_electricity_has_a_block_of_its_own() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Звонок").types("89001234567\tЮй").choose("Тема", "Отклонение");
    clerk.fill("Краткое содержание", "Низкое напряжение").fill("Адрес устройства", "гараж 12");
    clerk
        .sees("Качество электроэнергии")
        .fill("Когда нарушено", "вечером")
        .fill("№ договора", "5")
        .press(F(2));
    let power = known(registered(&clerk, 1).appeal.content.power.as_ref()).unwrap();
    assert_eq!(power.address.as_deref(), Some("гараж 12"));
    assert_eq!((power.time.as_deref(), power.contract.as_deref()), (Some("вечером"), Some("5")));
}

#[test]
fn several_questions_are_ticked_before_an_answer_on_the_spot_closes() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Визит").fill("Фамилия", "Ёлкина").fill("Телефон", "89001234567");
    clerk.fill("Краткое содержание", "Два вопроса").fill("Ответ дан на месте", "Да и нет");
    clerk.tick("Согласен на устный ответ").tick("Несколько вопросов").fill("Вопросы", "Когда?\nПочему?");
    clerk.press(F(2)).sees("Нет ответа на вопросы: 1, 2").sees(">Отвечено на вопросы");
    clerk.types(" ").press(Down).types(" ").press(F(2)).sees("Зарегистрировано и закрыто");
}

#[test]
fn who_came_before_fills_the_form_and_is_marked() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт");
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "ёлк\t");
    clerk.sees("F4 — Ёлкина Анна Петровна, № ЭН1-000001/26: открыто, срок 09.12.2026");
    clerk.press(F(4)).sees("Кто уже обращался").press(Enter);
    clerk.sees("Уже открыто № ЭН1-000001/26, срок 09.12.2026: «Перерасчёт»").sees(">Вид");
    clerk.go_to("Адрес").sees("как прежде");
    clerk.fill("Краткое содержание", "Ещё раз").press(F(2)).sees("Зарегистрировано: № ЭН1-000002/26");
    let (first, second) = (registered(&clerk, 1).appeal, registered(&clerk, 2).appeal);
    assert!(second.contacts_from_card);
    assert_eq!(second.client_id, first.id);
    assert_eq!(second.client.known().unwrap().account.as_deref(), Some("100200300"));
    clerk
        .types_in_russian_layout("i")
        .sees("Обращения: Ёлкина А. П., 2")
        .press(Enter)
        .sees("ЭН1-000002/26 · Зарегистрировано")
        .press(Esc);
}

#[test]
fn what_was_typed_stays_and_another_name_is_another_client() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт");
    clerk.press(F(7)).pick("Письмо").fill("Адрес", "ул. Новая, 1").fill("Фамилия", "Ёлкина\t");
    clerk.press(F(4)).press(Enter).go_to("Адрес").sees("ул. Новая, 1").sees("+7 900 123-45-67");
    clerk
        .refill("Фамилия", "Гасанов\t")
        .absent("+7 900 123-45-67")
        .sees("ул. Новая, 1")
        .absent("Уже открыто");
    clerk.fill("Краткое содержание", "Нет света").press(F(2)).sees("Зарегистрировано");
    let (first, second) = (registered(&clerk, 1).appeal, registered(&clerk, 2).appeal);
    assert!(second.client_id != first.id && !second.contacts_from_card);
}

#[test]
fn the_draft_keeps_what_was_unfolded_and_who_was_chosen() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт");
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ёлк\t").press(F(4)).press(Enter);
    clerk.choose("Тема", "Рассрочка").tick("Принесены").tick("Несколько вопросов").fill("Вопросы", "Когда?");
    clerk.starts_again().types("d").press(Enter).sees("Уже открыто № ЭН1-000001/26");
    clerk.go_to("Принесены").sees("не хватает: документ о праве").go_to("Вопросы").sees("Когда?");
    clerk.fill("Краткое содержание", "Ещё раз").press(F(2)).sees("Зарегистрировано: № ЭН1-000002/26");
    assert_eq!(registered(&clerk, 2).appeal.client_id, registered(&clerk, 1).appeal.id);
}

#[test]
fn without_contacts_what_is_spoken_and_what_is_written_are_told_apart() {
    let mut clerk = Clerk::new();
    clerk.press(F(7)).pick("Визит").fill("Фамилия", "Юй").fill("Краткое содержание", "Нет света");
    clerk.sees("Контактов нет: ответить можно только сразу, на месте").press(Esc);
    clerk.press(F(7)).pick("Электронная").fill("Фамилия", "Юй").fill("Краткое содержание", "Нет света");
    clerk.sees("Без контактов письменное обращение не рассматривается (R8)");
    clerk.press(F(2)).sees("Зарегистрировано: № ЭН1-000001/26");
}

/// Presses keys and counts them.
struct Counted<'a>(&'a mut Clerk, usize);

impl Counted<'_> {
    fn press(&mut self, code: KeyCode) -> &mut Self {
        self.0.press(code);
        self.1 += 1;
        self
    }

    fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
        self
    }
}

#[test]
fn a_known_caller_s_appeal_takes_at_most_25_keys_besides_its_text() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт");
    let mut keys = Counted(&mut clerk, 0);
    keys.press(F(7)).types("з").press(Enter).types("89001234567").press(Enter).press(F(4)).press(Enter);
    keys.press(Enter).types("пер").press(Enter);
    keys.0.sees(">Краткое содержание").types("Плата за октябрь");
    keys.press(F(2));
    let count = keys.1;
    clerk.sees("Зарегистрировано: № ЭН1-000002/26");
    assert_eq!(registered(&clerk, 2).appeal.client_id, registered(&clerk, 1).appeal.id);
    println!("a phone appeal by a known client: {count} keys besides its text");
    assert!(count <= 25, "{count}");
}

#[test]
fn a_consultation_takes_at_most_4_keys() {
    let mut clerk = Clerk::new();
    let mut keys = Counted(&mut clerk, 0);
    keys.types("k").types("по").press(Enter);
    let first = keys.1;
    keys.0.sees("Консультация записана: Показания");
    let mut again = Counted(&mut clerk, 0);
    again.types("k").press(Enter);
    let second = again.1;
    clerk.sees("Консультация записана: Показания");
    println!("a consultation: {first} keys, the last topic again: {second}");
    assert!(first <= 4 && second <= 4);
}

#[test]
fn ctrl_k_counts_a_consultation_from_a_form_a_card_and_a_list() {
    let mut clerk = Clerk::new();
    let asks = |clerk: &mut Clerk| {
        clerk.presses(KeyCode::Char('л'), KeyModifiers::CONTROL).sees("Enter — записать").press(Esc);
    };
    clerk.with_letter("Ёлкина", "Перерасчёт").press(F(7)).pick("Письмо").types("");
    asks(clerk.fill("Фамилия", "Ёлкина"));
    clerk.sees("Ёлкина").press(Esc);
    asks(clerk.press(Enter));
    asks(clerk.types("/ёлк"));
}

#[test]
fn the_day_s_consultations_are_listed_and_one_is_taken_back() {
    let mut clerk = Clerk::new();
    clerk.types("k").types("пока").press(Tab).fill("Минут", "5").fill("Заявитель", "Юй").press(F(2));
    clerk.sees("Консультация записана: Показания").press(F(9)).pick("Консультации дня");
    clerk.sees("Консультации за сегодня: 1").sees("Показания").sees("Юй").press(F(8));
    clerk.sees("Отменить консультацию «14:05 Показания»?").types("д").sees("отменена.");
    clerk.sees("Сегодня консультаций ещё не было.");
}

#[test]
fn a_visit_says_what_it_held() {
    let mut clerk = Clerk::new();
    clerk.types("v").types("k").types("пока").press(Enter).sees("Консультация записана");
    for _ in 0..2 {
        clerk.press(F(7)).pick("Визит").fill("Фамилия", "Юй").fill("Телефон", "89001234567");
        clerk.fill("Краткое содержание", "Нет света").press(F(2)).sees("Зарегистрировано");
    }
    clerk.types("b").sees("Визит завершён: 0 минут. 2 обращения, 1 консультация.").absent("норм");
}

#[test]
fn waiting_is_asked_only_where_its_norm_is_on() {
    const NORMS: &str = r#"
[[norm]]
id = "standard"
title = { ru = "Стандарт", en = "Standard" }
count = 15
unit = "calendar_days"
source = "Стандарт"

[[norm]]
id = "waiting"
measures = "waiting"
title = { ru = "Ожидание", en = "Waiting" }
channels = ["in_person"]
count = 10
unit = "minutes"
source = "практика"

[[norm]]
id = "service"
measures = "service"
title = { ru = "Обслуживание", en = "Service" }
channels = ["in_person"]
count = 20
unit = "minutes"
source = "практика"
"#;
    let mut clerk = Clerk::new();
    clerk.other_desk(Some("ivanova")).load_norms("norms.toml", NORMS, &Confirmed::new()).unwrap();
    clerk.starts_again().types("v").sees("Ждал, минут").types("12").press(F(2)).sees("Визит начат в 14:05.");
    clerk.types("b").sees("Ожидание 12 мин. — дольше нормы (10).").sees("Обслуживание — в норме (20 мин.).");
}

#[test]
fn the_strictest_norm_says_its_day_and_whether_it_may_move() {
    const NORMS: &str = r#"
[[norm]]
id = "standard"
title = { ru = "Стандарт", en = "Standard" }
count = 15
unit = "calendar_days"
source = "Стандарт"

[[norm]]
id = "short"
title = { ru = "Жалобы", en = "Complaints" }
kinds = ["complaint"]
count = 3
unit = "working_days"
source = "практика"
"#;
    let mut clerk = Clerk::new();
    clerk.other_desk(Some("ivanova")).load_norms("norms.toml", NORMS, &Confirmed::new()).unwrap();
    clerk.starts_again().press(F(7)).pick("Письмо").sees("Ответить до 09.12.2026 · 15 календарных дней");
    clerk.choose("Вид", "Жалоба").sees("Ответить до 27.11.2026 · 3 рабочих дня · Жалобы").press(Esc);
    clerk.on_day("2027-12-30").press(F(7)).pick("Письмо").choose("Вид", "Жалоба");
    clerk.sees("Ответить до 05.01.2028, предварительно · 3 рабочих дня");
}

/// Walks through every field of every form, unfolded, and looks at each.
fn walk(clerk: &mut Clerk, look: &mut dyn FnMut(&Clerk)) {
    for _ in 0..99 {
        look(clerk);
        if clerk.lines().iter().any(|line| line.contains(">[")) {
            return;
        }
        let unfolds = clerk.lines().iter().any(|line| line.starts_with('>') && line.contains("[ ]"));
        if unfolds {
            clerk.types(" ");
            look(clerk);
        }
        clerk.press(Tab);
    }
    panic!("no end of the form:\n{}", clerk.screen());
}

#[test]
fn every_form_fits_a_small_window_in_both_languages() {
    for english in [false, true] {
        for at in 0..6 {
            let mut clerk = Clerk::new();
            if english {
                clerk.in_english();
            }
            clerk.press(F(7));
            for _ in 0..at {
                clerk.press(Down);
            }
            clerk.press(Enter);
            walk(&mut clerk, &mut |clerk| {
                let focused: Vec<_> =
                    clerk.lines().into_iter().filter(|line| line.starts_with('>')).collect();
                for line in &focused {
                    let label = line.split("  ").next().unwrap();
                    assert!(!label.contains('…'), "a label is cut: {line}");
                }
                let lines = clerk.lines();
                let hint = &lines[lines.len() - 4];
                assert!(!hint.ends_with('…'), "a hint is cut: {hint}\n{}", clerk.screen());
            });
        }
    }
}

//! Answers are begun from templates: what fits is offered first, the whole text is the clerk's to edit, and nothing that
//! was typed is lost.

use crossterm::event::KeyCode::{self, Backspace, Down, End, Enter, Esc, F};
use crossterm::event::KeyModifiers;
use otklik::desk::{Confirmed, Draft, Seen};
use otklik::register::Drafts;
use otklik::standard::appeal::Channel;
use otklik::standard::decide::Registration;

use crate::clerk::{Clerk, letter};

/// A clerk before a letter about a recalculation whose executor is Петров.
fn about(topic: Option<&str>, channel: Channel) -> Clerk {
    let mut clerk = Clerk::new();
    let topic = topic.map(str::to_owned);
    clerk.with(Registration { topic, channel, ..letter("Ёлкина", "Плата за октябрь") });
    clerk.press(F(6)).choose("Кому", "Петров").press(F(2)).sees_typed("Петров И. С.");
    clerk
}

fn recalculation() -> Clerk {
    about(Some("billing.recalculation"), Channel::LetterPost)
}

fn next(clerk: &mut Clerk) -> &mut Clerk {
    clerk.presses(KeyCode::Char('n'), KeyModifiers::CONTROL)
}

fn undo(clerk: &mut Clerk) -> &mut Clerk {
    clerk.presses(KeyCode::Char('z'), KeyModifiers::CONTROL)
}

/// The keys of an answer from a template, but for its own words: R, Enter, Ctrl+N thrice, F2, F5, Enter.
#[test]
fn an_answer_from_a_template_takes_eight_keys_and_the_words() {
    let mut clerk = recalculation();
    clerk.with_printers();
    clerk
        .types("r")
        .sees_typed("Перерасчёт произведён · удовлетворено")
        .sees_typed("Оснований для перерасчёта нет · отказано");
    // The cursor stands on the first place, and what is typed takes it.
    clerk
        .press(Enter)
        .sees_typed("за период ‹период› произведён")
        .sees_typed("О перерасчёте платы за электроэнергию");
    clerk.sees_typed("по лицевому счёту № 100200300").types("октябрь 2026 г.");
    next(&mut clerk).types("Показания исправлены.");
    next(&mut clerk).types("412");
    next(&mut clerk).types("ноябрь 2026 г.").absent("‹период›").absent("‹сумма›");
    clerk.press(F(2)).sees("Ответ окончательный.").press(F(5)).press(Enter).sees("Отправлено на принтер");
    clerk
        .press(F(3))
        .sees_typed("за период октябрь 2026 г. произведён")
        .sees_typed("Сумма перерасчёта 412 руб.");
}

#[test]
fn a_final_names_every_place_left_open_and_stands_on_the_first() {
    let mut clerk = recalculation();
    clerk.types("r").press(Enter).types("октябрь 2026 г.").press(F(2));
    clerk.sees_typed("не заполнено: ‹ответ по существу›, ‹сумма›, ‹месяц и год›");
    clerk.types("Показания исправлены.").sees_typed("произведён. Показания исправлены. Сумма");
    clerk
        .press(F(2))
        .sees_typed("не заполнено: ‹сумма›, ‹месяц и год›")
        .types("412")
        .sees_typed("Сумма перерасчёта 412 руб.");
    clerk.press(F(2)).types("ноябрь").press(F(2)).sees("Ответ окончательный.");
}

#[test]
fn a_place_in_the_heading_is_found_too_and_where_none_is_left_that_is_said() {
    let mut clerk = recalculation();
    clerk.types("r").press(Esc).types("Оплачено.").refill("Заголовок", "О счёте ‹номер›").press(F(2));
    clerk.sees_typed("не заполнено: ‹номер›").sees_typed(">Заголовок").refill("Заголовок", "О счёте");
    next(&mut clerk).sees_typed("Незаполненных мест не осталось.").press(F(2)).sees("Ответ окончательный.");
}

#[test]
fn whoever_takes_no_template_of_the_topic_writes_the_usual_letter() {
    let mut clerk = recalculation();
    clerk
        .types("r")
        .press(Esc)
        .sees_typed(">Текст")
        .sees_typed("Шаблон* Ответ по существу")
        .types("Оплачено.");
    clerk.sees_typed("сообщаем следующее. Оплачено.").press(F(2)).sees("Ответ окончательный.");
}

#[test]
fn every_word_of_the_letter_may_be_changed() {
    let mut clerk = recalculation();
    clerk.types("r").press(Esc).types("Оплачено.").press(Down).press(End).press(End);
    clerk.press(Backspace).types(", с уважением.").press(F(2)).sees("Ответ окончательный.");
    clerk.press(F(3)).sees_typed("законодательством Российской Федерации, с уважением.");
}

#[test]
fn own_words_move_into_another_template_and_back() {
    let mut clerk = recalculation();
    clerk.types("r").press(Enter).types("октябрь 2026 г.");
    next(&mut clerk).types("Показания исправлены.").choose("Шаблон", "Оснований для перерасчёта");
    clerk
        .sees_typed("за период октябрь 2026 г. не установлено")
        .sees_typed("Результат проверки: Показания исправлены.");
    clerk.sees_typed("О рассмотрении обращения о перерасчёте платы").sees_typed(">Текст");
    // The cursor stands on what is still open.
    clerk.types("акт").sees_typed("если Вы представите акт.");
    // What was typed since is taken back with the place that it took, then the template with all that came of it.
    undo(undo(&mut clerk));
    clerk.sees_typed("произведён. Показания исправлены. Сумма");
    clerk.sees_typed("Шаблон* Перерасчёт произведён").sees_typed("О перерасчёте платы за электроэнергию");
}

#[test]
fn a_text_that_was_changed_beyond_its_places_is_replaced_only_when_asked() {
    let mut clerk = recalculation();
    clerk.types("r").press(Esc).types("Оплачено.").press(End).press(Down).press(Backspace).types(", увы");
    clerk.choose("Шаблон", "Перерасчёт произведён").sees_typed("Ваши слова не отделить от слов шаблона.");
    clerk.press(Esc).sees_typed("Шаблон* Ответ по существу").sees_typed("Оплачено.").sees_typed(", увы");
    clerk.choose("Шаблон", "Перерасчёт произведён").types("д").sees_typed("‹период›").absent("Оплачено.");
    undo(&mut clerk).sees_typed("Оплачено.").sees_typed(", увы").sees_typed("Шаблон* Ответ по существу");
}

/// R6: switching templates is no way to make the words of one pass for the executor's own.
#[test]
fn the_words_of_the_template_before_are_never_taken_for_own_ones() {
    let mut clerk = recalculation();
    clerk.types("r").press(Enter).choose("Шаблон", "Ответ по существу");
    undo(&mut clerk).sees_typed("Шаблон* Перерасчёт произведён");
    for _ in 0..4 {
        next(&mut clerk).press(Backspace);
    }
    clerk.absent("‹период›").press(F(2)).sees_typed("В ответе нет содержания по существу");
}

#[test]
fn without_a_template_the_page_is_blank_and_own_words_stay() {
    let mut clerk = recalculation();
    clerk.types("r").press(Esc).types("Оплачено.").choose("Шаблон", "Без шаблона");
    clerk.absent("Рассмотрев Ваше").sees_typed("Оплачено.").press(F(2)).sees("Ответ окончательный.");
}

#[test]
fn where_the_topic_is_not_known_every_template_can_be_chosen_and_none_is_pressed_upon_anyone() {
    let mut clerk = about(None, Channel::LetterPost);
    clerk.types("r").sees_typed(">Текст").sees_typed("Ответ по существу");
    clerk.choose("Шаблон", "Благодарность").sees_typed("Благодарим Вас за отзыв от 24.11.2026");
}

/// R13: an answer is not the reason why it is late.
#[test]
fn an_answer_is_no_reason_of_an_extension_and_waits_until_an_answer_is_chosen_again() {
    let mut clerk = about(Some("billing.recalculation"), Channel::Email);
    clerk.types("r").press(Esc).choose("Шаблон", "Ответ по существу");
    clerk.fill("Текст", "Переплата 412 руб. зачтена.").choose("Шаблон", "Промежуточный");
    clerk.absent("412").sees_typed("дополнительное время: ‹причина продления›.").sees_typed(">Текст");
    clerk.types("нужна сверка").choose("Шаблон", "Ответ по существу");
    clerk.sees_typed("Переплата 412 руб. зачтена.").absent("сверка").absent("‹ответ по существу›");
    // Each letter waits for its own template, and Ctrl+Z goes back step by step.
    clerk.choose("Шаблон", "Промежуточный").sees_typed("время: нужна сверка.").absent("412");
    clerk.choose("Шаблон", "Перерасчёт произведён").absent("сверка");
    clerk.sees_typed("412 руб. зачтена.");
    clerk.presses(KeyCode::Char('z'), KeyModifiers::CONTROL).sees_typed("время: нужна сверка.");
    clerk.presses(KeyCode::Char('z'), KeyModifiers::CONTROL).sees_typed("412 руб. зачтена.").absent("сверка");
}

#[test]
fn other_days_of_an_extension_change_the_letter_and_ctrl_z_brings_both_back() {
    let mut clerk = about(None, Channel::Email);
    clerk
        .types("r")
        .choose("Шаблон", "Промежуточный")
        .types("запросить акт")
        .sees_typed("продлевается на 15 календарных дней");
    clerk
        .refill("Дней продления", "5")
        .sees_typed("продлевается на 5 календарных дней")
        .sees_typed("не позднее 14.12.2026");
    clerk.sees_typed("дополнительное время: запросить акт.");
    // Even where the words around were changed by hand.
    clerk.fill("Текст", "!").press(End).types(" Акт — 14.12.2026.").refill("Дней продления", "7");
    clerk
        .sees_typed("продлевается на 7 календарных дней")
        .sees_typed("не позднее 16.12.2026")
        .sees_typed("запросить акт!");
    // The executor's own sentence is of another matter, though its day was the same.
    clerk.sees_typed("Акт — 14.12.2026.");
    // A letter that hides them is held back (R13).
    clerk.go_to("Текст");
    clerk.presses(KeyCode::Char('u'), KeyModifiers::CONTROL).types("Нужно время.").press(F(2));
    clerk.sees_typed(
        "В письме не сказано, на сколько продлён срок: впишите «7 календарных дней» или «16.12.2026».",
    );
}

#[test]
fn a_draft_left_in_the_middle_opens_where_it_was_left() {
    let mut clerk = recalculation();
    clerk.types("r").press(Enter).types("октябрь 2026 г.").press(Esc).sees_typed("сохранён");
    clerk
        .starts_again()
        .types("r")
        .sees_typed("за период октябрь 2026 г. произведён")
        .types("Исправлены показания.");
    clerk.sees_typed("произведён. Исправлены показания. Сумма");
    // Its own words can still be told from the template's.
    clerk
        .choose("Шаблон", "Оснований для перерасчёта")
        .sees_typed("Результат проверки: Исправлены показания.");
}

#[test]
fn a_draft_of_an_earlier_program_opens_as_the_letter_it_would_have_been() {
    let mut clerk = recalculation();
    clerk.types("r").press(Esc).types("Плата за ").press(Esc);
    // Such a program kept the executor's words alone.
    let mut drafts = Drafts::open(&clerk.paths().drafts()).unwrap();
    let body = r#"{"template":"reply","days":"","addressee":"Ёлкиной А. П.","heading":"О плате",
                   "text":"Плата за октябрь","signatory":"ivanova","final":"yes"}"#;
    let [left] = drafts.of("ivanova").unwrap().rows.try_into().unwrap();
    drafts.put(&Draft { body: body.to_owned(), ..left }).unwrap();
    drop(drafts);
    clerk.starts_again().types("r").sees_typed("сообщаем следующее. Плата за октябрь").sees_typed("О плате");
    clerk.types(" пересчитана.").press(F(2)).sees("Ответ окончательный.");
}

#[test]
fn a_template_of_the_office_is_offered_and_a_broken_one_is_told_with_its_line() {
    let mut clerk = recalculation();
    let folder = clerk.paths().own_letters();
    std::fs::create_dir_all(&folder).unwrap();
    let front = "+++\nid = \"own\"\nkind = \"reply\"\ntitle = { ru = \"Наш ответ\", en = \"Ours\" }\n\
                 heading = \"О плате\"\ntopics = [\"billing\"]\noutcomes = [\"explained\"]\n+++\n";
    std::fs::write(folder.join("own.j2"), format!("{front}Ждём: ‹сумма›.\n{{{{ substance }}}}")).unwrap();
    std::fs::write(folder.join("reply.j2"), front.replace("own", "reply") + "\n{{ numbr }}").unwrap();
    clerk.types("r").sees_typed("Наш ответ · разъяснено").press(Esc);
    clerk
        .sees_typed("Шаблон reply.j2: строка 10: поля «numbr» нет; поля")
        .sees_typed("Рассмотрев Ваше обращение");
    clerk.choose("Шаблон", "Наш ответ").types("412 руб").sees_typed("Ждём: 412 руб.");
}

/// What a client wrote is text wherever it comes to stand.
#[test]
fn a_clients_braces_are_text_and_hold_the_letter_back_until_they_are_gone() {
    let mut clerk = Clerk::new();
    clerk.with(letter("Ёлкина", "{{ number }} {% include 'x' %}"));
    clerk
        .press(F(6))
        .choose("Кому", "Петров")
        .press(F(2))
        .types("r")
        .sees_typed("(«{{ number }} {% include 'x' %}»)");
    clerk.fill("Текст", "x").press(F(2)).sees_typed("Проект сохранён. В письме не заполнено:");
}

/// A draft that was given back opens with the cursor behind the executor's words.
#[test]
fn a_letter_given_back_goes_on_behind_its_own_words() {
    let mut clerk = recalculation();
    let mut desk = clerk.other_desk(Some("ivanova"));
    clerk.types("r").press(Esc).types("Оплачено.").press(F(2)).sees("Ответ окончательный.");
    let appeal = desk.appeal_by_number("1").unwrap().appeal;
    desk.return_reply(Seen::from(&appeal), appeal.replies[0].id, "Укажите сумму", &Confirmed::new()).unwrap();
    drop(desk);
    clerk.waits().types("r").types(" Сумма 412 руб.").sees_typed("Оплачено. Сумма 412 руб.");
}

#[test]
fn an_administrator_loads_a_template_on_the_screen_and_a_broken_one_is_refused_with_its_line() {
    let mut clerk = Clerk::new();
    let file = clerk.paths().overrides().parent().unwrap().join("наш.j2");
    let front = "+++\nid = \"reply\"\nkind = \"reply\"\ntitle = { ru = \"Наш\", en = \"Ours\" }\nheading = \"О\"\n+++\n";
    std::fs::write(&file, format!("{front}{{{{ numbr }}}}")).unwrap();
    clerk
        .press(F(9))
        .pick("Загрузить")
        .choose("Что загрузить", "шаблоны")
        .fill("Файл", file.to_str().unwrap());
    clerk.press(F(2)).sees_typed("строка 7: поля «numbr» нет").sees_typed("Что загрузить");
    std::fs::write(&file, format!("{front}Коротко: {{{{ substance }}}}")).unwrap();
    clerk.press(F(2)).sees("Шаблоны загружены: reply.");
    assert!(clerk.paths().own_letters().join("reply.j2").exists());
}

/// Whoever reads the screen in English is told in English, though the letter is Russian.
#[test]
fn a_fault_that_only_an_appeal_shows_is_told_in_the_language_of_the_screen() {
    let mut clerk = Clerk::new();
    clerk.with_printers().with(letter("Ёлкина", &"плата ".repeat(5000)));
    let folder = clerk.paths().own_letters();
    std::fs::create_dir_all(&folder).unwrap();
    let front = "+++\nid = \"receipt\"\nkind = \"receipt\"\ntitle = { ru = \"Талон\", en = \"Receipt\" }\n\
                 heading = \"Талон\"\n+++\n";
    std::fs::write(folder.join("receipt.j2"), front.to_owned() + &"{{ gist }}".repeat(20)).unwrap();
    clerk.press(F(5)).press(Enter).sees_typed("«Талон заявителю»: шаблон не подходит: строка 7: слишком");
    clerk.in_english().press(F(5)).press(Enter);
    clerk.sees_typed("“Receipt for the client”: the template does not fit: line 7: too long or too deep.");
    clerk.press(F(3)).sees_typed("Mend the template.");
}

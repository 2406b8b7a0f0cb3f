//! The first day of an office, from an empty folder to a letter on paper and out of the queue.

use std::path::Path;
use std::process::Command;

use otklik::terminal::keys::russian;

use crate::console::{Console, Home, f};

const SUBSTANCE: &str = "Плата за октябрь пересчитана, переплата 412 руб. учтена в ноябре.";

/// The text of a PDF, its lines put together.
pub fn text_of(pdf: &Path) -> String {
    let out = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let out = out.expect("pdftotext, of poppler-utils, reads the letters back");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    crate::console::flat(&String::from_utf8(out.stdout).unwrap())
}

/// The whole story, with commands given by the keys of these letters.
fn from_an_empty_folder_to_a_sent_letter(layout: fn(char) -> char) {
    let command = |letter: char| layout(letter).to_string();
    let home = Home::empty();
    let mut desk = Console::at(&home);

    desk.sees("Здравствуйте!").fill("Название организации", "АО «ЭнскЭнерго»");
    desk.fill("Ваше подразделение", "ЦОК").fill("Ваши фамилия, имя, отч.", "Иванова Анна Петровна");
    desk.refill("Код офиса", "ЭН1").fill("Должность", "Начальник центра").fill("Телефон", "8(3822)112233");
    desk.types(f(2)).sees("Открытых обращений нет.").sees("Нажмите F7");

    desk.types(f(7)).sees("Что поступило?").types("Письмо\r").sees("› Письмо").fill("Фамилия", "Ёлкина");
    desk.fill("Имя", "Анна").fill("Отчество", "Петровна").fill("Адрес", "ул. Ленина, 5, г. Энск");
    desk.choose("Вид", "Жалоба").choose("Тема", "Перерасчёт · Начисления и оплата");
    desk.fill("Краткое содержание", "Перерасчёт за октябрь").sees("Ответить до 09.12.2026").types(f(2));
    desk.sees("Зарегистрировано: № ЭН1-000001/26 · ответить до 09.12.2026").sees("15 дней ЭН1-000001/26");

    desk.types(f(6))
        .sees("Маршрут: через руководителя")
        .go_to("Кому")
        .types(f(4))
        .types("Иванова\r")
        .types(f(2));
    desk.sees("№ ЭН1-000001/26: Иванова А. П. с 24.11.2026.");

    // The templates made for the topic are offered; this time it is the usual letter.
    desk.types(&command('r'))
        .sees("Перерасчёт произведён · удовлетворено")
        .types("Ответ по существу\r")
        .fill("Текст", SUBSTANCE);
    desk.types(f(3)).sees("ПРОЕКТ").sees("переплата 412 руб.").types("\x1b").sees("Сохранить ответ");
    desk.types(f(2)).sees("Ответ окончательный. F5 — печать");
    desk.types(f(5)).sees("Что и куда печатать?").types("Ответ: файл PDF\r").sees("Записано: ");

    desk.types(&command('s')).sees("Как подписано").types(f(2)).sees("Подписано, исходящий № ЭН1-И00001/26.");
    desk.types(&command('t')).sees("Как отправлено").types(f(2)).sees("ответ отправлен, обращение закрыто.");
    desk.sees("[Все 0]").types(&command('/')).sees("Найти:").types("000001").sees("ответ отправлен 24.11");
    desk.leaves();

    let letters = home.letters("pdf");
    let [letter] = letters.as_slice() else { panic!("one letter: {letters:?}") };
    let paper = text_of(letter);
    for said in [SUBSTANCE, "Иванова Анна Петровна", "+7 (3822) 11-22-33", "ЭН1-000001/26", "Ёлкиной А. П."]
    {
        assert!(paper.contains(said), "«{said}» is not in the letter:\n{paper}");
    }
    assert!(home.asks(&["list", "--queue", "all"]).contains("ЭН1-000001/26"));
    assert!(home.asks(&["check", "--deep"]).contains("База цела"));
}

#[test]
fn a_first_day_from_an_empty_folder_to_a_sent_letter() {
    from_an_empty_folder_to_a_sent_letter(|key| key);
}

#[test]
fn the_same_day_with_the_russian_layout_on() {
    // The dot is where the Latin layout has its slash.
    from_an_empty_folder_to_a_sent_letter(|key| if key == '/' { '.' } else { russian(key) });
}

//! Journals and lists read on the screen and put on paper; numbers of the post typed one after the other.

use crossterm::event::KeyCode::{Delete, Down, End, Enter, Esc, F, Left, Right, Tab};

use crate::clerk::Clerk;

/// A clerk who answered two letters and sent both by post.
fn with_two_posted() -> Clerk {
    let mut clerk = Clerk::new();
    for (surname, gist) in [("Ёлкина", "Перерасчёт за октябрь"), ("Попов", "Показания за ноябрь")]
    {
        clerk.with_letter(surname, gist);
        clerk.press(F(6)).choose("Кому", "Иванова").press(F(2));
        clerk.types("r").fill("Текст", "Плата пересчитана, переплата учтена.").press(F(2));
        clerk.types("s").press(F(2)).types("t").press(F(2));
    }
    clerk
}

#[test]
fn the_list_on_the_screen_is_read_and_written_to_a_file() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт за октябрь");
    clerk.types(";").sees("Какой журнал или список?").sees("Список с экрана: Открытые").press(Enter);
    clerk.sees("Список обращений «Открытые»").sees("ЭН1-000001/26");
    clerk.press(F(5)).sees("Куда вывести?").press(Enter).sees("Записано:");
    assert!(std::fs::read(clerk.letter("pdf")).unwrap().starts_with(b"%PDF"));
    clerk.press(Esc).sees("Ёлкина");
}

#[test]
fn the_journal_of_the_day_ends_with_its_code_and_is_seen_to_its_right_edge() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт за октябрь");
    clerk
        .types(";")
        .types("Журнал рег")
        .press(Enter)
        .sees("День")
        .press(F(1))
        .sees("контрольный код")
        .press(Esc);
    clerk.press(F(2)).sees("Журнал регистрации за 24.11.2026").sees("ЭН1-000001/26").absent("Отметка");
    // The page bears its title where it is read first, not only the line above it.
    let screen = clerk.screen();
    assert!(screen.lines().skip(1).any(|line| line.contains("Журнал регистрации за 24.11.2026")), "{screen}");
    for _ in 0..4 {
        clerk.press(Right);
    }
    clerk.sees("Отметка");
    for _ in 0..4 {
        clerk.press(Left);
    }
    clerk.press(End).sees("Контрольный код базы");
}

/// A journal is nobody's wait either: Esc leads away while the printer has it, and it is not printed twice meanwhile.
#[test]
fn a_journal_is_printed_while_one_works_on() {
    let mut clerk = Clerk::new();
    clerk.with_printers().with_letter("Ёлкина", "Перерасчёт за октябрь").printers_are("slow", "");
    clerk.types(";").press(Enter).press(F(5)).types("На принтер").presses_at_work(Enter).works_on(2);
    clerk.sees("Том 1 из 1").presses_at_work(F(10)).sees("Документ ещё передаётся принтеру");
    clerk.presses_at_work(Esc).sees("Печатается. Можно работать дальше");
    clerk.press(F(5)).sees("Этот документ уже печатается.").press(Esc).sees("Ёлкина");
    clerk.printers_are_well().waits().sees("Отправлено на принтер HP_LaserJet.");
    assert_eq!(clerk.printed().len(), 1);
}

/// Where the second volume of a journal fails, what is out is said, and only the rest is printed later.
#[test]
fn a_volume_that_is_out_is_not_printed_again_with_the_rest() {
    let mut clerk = Clerk::new();
    for surname in ["Ёлкина", "Юй", "Гасанов"].into_iter().cycle().take(11) {
        clerk.registered_elsewhere(surname, &"Перерасчёт ".repeat(2900));
    }
    clerk.with_printers().starts_again();
    // A printer of text, and its first letter.
    clerk.press(F(5)).pick("Другой принтер").choose("Принтер", "Epson").choose("Чем печатать", "CP866");
    clerk.press(F(2)).sees("Отправлено на принтер Epson_LX.").printers_are("breaks_at", "3");
    clerk.types(";").press(Enter).sees("(2 тома)").press(F(5)).pick("На принтер");
    clerk.sees("CUPS").sees("Вышло томов: 1 из 2. Остальные предложит F5.").printers_are_well();
    clerk.press(F(5)).sees(">На принтер с тома 2 по 2: прежние уже вышли").press(Enter);
    clerk.sees("Отправлено на принтер Epson_LX.").press(F(5)).absent("с тома 2");
    let printed = clerk.printed();
    assert_eq!(printed.len(), 3);
    assert_ne!(printed[1].1, printed[2].1);
}

#[test]
fn days_that_are_turned_about_are_refused_at_their_field() {
    let mut clerk = Clerk::new();
    clerk.types(";").types("письменных").press(Enter);
    clerk.refill("По", "01.11.2026").press(F(2)).sees("Последний день раньше первого");
    clerk.refill("С", "01.10.2026").press(F(2)).sees("Записей нет.");
}

#[test]
fn numbers_of_the_post_are_typed_one_after_the_other_and_a_slip_stays_to_be_set_right() {
    let mut clerk = with_two_posted();
    clerk.types(";").types("Номера").press(Enter).sees("С номером: 0 из 2").sees("ЭН1-И00001/26");
    clerk.types("63009922000015").press(Enter).sees("контрольная цифра не сходится").sees("63009922000015");
    clerk.press(Down).sees("контрольная цифра не сходится").sees("63009922000015_");
    clerk.press(crossterm::event::KeyCode::Backspace).types("2").press(Enter);
    clerk.sees("Письмо № ЭН1-И00001/26: Заказное, ШПИ 63009922000012.").sees("С номером: 1 из 2");
    clerk.press(Tab).sees("Вид: Заказное с уведомлением").types("ra123456785ru").press(Enter);
    clerk.sees("RA123456785RU").sees("С номером: 2 из 2").press(Esc);
    clerk
        .types(";")
        .types("почтовых отправлений")
        .press(Enter)
        .press(F(2))
        .sees("Реестр почтовых отправлений");
}

#[test]
fn a_number_that_was_refused_is_let_go_only_at_a_second_esc() {
    let mut clerk = with_two_posted();
    clerk.types(";").types("Номера").press(Enter).types("12345").press(Esc);
    clerk.sees("Esc ещё раз — уйти без записи").press(Esc).absent("С номером");
}

#[test]
fn a_letter_without_a_number_is_marked_with_its_kind_alone() {
    let mut clerk = with_two_posted();
    clerk.types(";").types("Номера").press(Enter).press(Tab).press(Tab).sees("Вид: Простое");
    clerk.types(" ").sees("Письмо № ЭН1-И00001/26: Простое.").types("63009922000012").press(Enter);
    clerk.sees("Письмо № ЭН1-И00002/26: Простое, ШПИ 63009922000012.").sees("С номером: 1 из 2");
}

#[test]
fn a_scan_too_many_replaces_no_number_and_one_is_taken_off_only_when_asked() {
    let mut clerk = with_two_posted();
    clerk.types(";").types("Номера").press(Enter).press(Down).types("RA123456785RU").press(Enter);
    clerk.types("63009922000012").press(Enter).sees("С номером: 2 из 2");
    clerk.types("63009922000029").press(Enter).sees("уже записан номер 63009922000012").press(Esc).press(Esc);
    clerk.types(";").types("Номера").press(Enter).sees("С номером: 2 из 2").types(" ").sees("63009922000012");
    clerk.press(Delete).sees("Снять номер 63009922000012 с письма № ЭН1-И00001/26?").press(Esc);
    clerk.sees("С номером: 2 из 2").press(Delete).press(Left).press(Enter).sees("Номер снят.");
    clerk.sees("С номером: 1 из 2");
}

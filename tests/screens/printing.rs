//! Papers come out: on a printer, again, many in one run; and what a printer did not take.

use crossterm::event::KeyCode::{Delete, Down, End, Enter, Esc, F, Left, Right, Tab};
use otklik::desk::{Confirmed, Seen};
use otklik::standard::decide::{Draft, Routing, Target};
use otklik::standard::office::Login;
use otklik::standard::reply::{Purpose, ReplyId, SignedBy};

use crate::clerk::Clerk;

const SUBSTANCE: &str = "Плата за октябрь пересчитана: переплата 412 руб. учтена в ноябре.";
/// What `lp` says where the print service does not run.
const DOWN: &str = "lp: Error - scheduler not responding.";

/// A clerk with printers before one final reply.
fn with_a_final() -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with_printers().with_letter("Ёлкина", "Перерасчёт за октябрь");
    clerk.press(F(6)).choose("Кому", "Петров").press(F(2));
    clerk.types("r").fill("Текст", SUBSTANCE).press(F(2)).sees("Ответ окончательный.");
    clerk
}

/// A clerk with printers and this many replies that were signed today.
fn with_signed(count: usize) -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with_printers();
    let mut desk = clerk.other_desk(Some("ivanova"));
    for at in 0..count {
        let appeal = clerk.registered_elsewhere("Ёлкина", &format!("Вопрос {at}"));
        let none = Confirmed::new();
        let routing = Routing {
            target: Target::Executor(Login("petrov".to_owned())),
            resolution: Some("Ответить".to_owned()),
            inner_due: None,
            override_reason: None,
            co_executors: [].into(),
        };
        let appeal = desk.route(Seen::from(&appeal), &routing, &none).unwrap();
        let draft = Draft {
            purpose: Purpose::Answer,
            template: None,
            heading: "О перерасчёте".to_owned(),
            addressee: "Ёлкиной А. П.".to_owned(),
            text: SUBSTANCE.to_owned(),
            answers: [].into(),
        };
        let appeal = desk.draft_reply(Seen::from(&appeal), draft, &none).unwrap();
        let (id, head) = (ReplyId(1), Login("ivanova".to_owned()));
        let appeal = desk.finalise_reply(Seen::from(&appeal), id, &head, &none).unwrap();
        desk.sign_reply(Seen::from(&appeal), id, None, SignedBy::Ink, None, &none).unwrap();
    }
    drop(desk);
    clerk.starts_again();
    clerk
}

/// Nobody waits for a printer: typing goes on, and how the letter fared is told when it is known.
#[test]
fn while_a_printer_takes_its_time_the_next_letter_is_registered() {
    let mut clerk = with_a_final();
    clerk.printers_are("slow", "").press(F(5)).press(Enter).sees("№ ЭН1-000001/26: печатается.");
    clerk.press(F(7)).pick("Письмо").fill("Фамилия", "Ромашкин").waits().sees("Ромашкин");
    assert!(clerk.printed().is_empty());
    clerk.printers_are_well().types("а").waits().sees("Отправлено на принтер HP_LaserJet.").sees("Ромашкина");
    clerk.press(Esc).types("/000001").press(Enter).press(End).sees("напечатано");
    assert_eq!(clerk.printed().len(), 1);
}

/// Signed while its final is printed, a letter is another paper: the one that comes out is told as outdated and is not
/// kept for the letter, and the print itself is no change that the form would be held up by.
#[test]
fn a_paper_that_comes_out_after_the_next_step_is_no_paper_of_it() {
    let mut clerk = with_a_final();
    clerk.printers_are("slow", "").press(F(5)).press(Enter).sees("печатается");
    clerk.types("s").absent("изменилось").press(F(2)).sees("Подписано, исходящий № ЭН1-И00001/26.");
    clerk.printers_are_well().waits().sees("эта бумага — прежняя, её не отправляйте");
    clerk.press(F(5)).press(Enter).sees("Отправлено на принтер");
    let printed = clerk.printed();
    assert_eq!(printed.len(), 2);
    assert_ne!(printed[0].1, printed[1].1, "the signed letter bears its number");
    clerk.types("t").press(F(2)).sees("ответ отправлен, обращение закрыто.");
}

/// The other way about: the letter stands as it stood, and its print, recorded while a form is open, holds nobody up.
#[test]
fn ones_own_print_does_not_change_the_appeal_under_ones_form() {
    let mut clerk = with_a_final();
    clerk
        .printers_are("slow", "")
        .press(F(5))
        .press(Enter)
        .sees("печатается")
        .types("s")
        .sees("Как подписано");
    clerk.printers_are_well().waits().sees("Отправлено на принтер").absent("изменилось");
    clerk.press(F(2)).sees("Подписано, исходящий № ЭН1-И00001/26.");
}

/// Until the printer has answered, the letter is not offered for printing as one that was not printed.
#[test]
fn a_letter_that_is_with_a_printer_is_not_printed_from_the_list_as_well() {
    let mut clerk = with_a_final();
    clerk.printers_are("slow", "").press(F(5)).press(Enter).sees("печатается").press(Esc).press(Esc);
    clerk.absent("Не напечатано").press(F(9)).pick("Не напечатано").sees("Ненапечатанных писем нет.");
    clerk.printers_are_well().waits().sees("Отправлено на принтер HP_LaserJet.");
    assert_eq!(clerk.printed().len(), 1);
}

/// A printer that says nothing holds up no other letter: the clerk is told at once, and both come out.
#[test]
fn a_second_letter_does_not_wait_for_the_first() {
    let mut clerk = with_signed(2);
    clerk.printers_are("slow", "").press(F(5)).press(Enter).sees("№ ЭН1-000001/26: печатается.");
    clerk.press(Down).press(F(5)).press(Enter).sees("№ ЭН1-000002/26: печатается.").absent("не отвечает");
    clerk.printers_are_well().waits().sees("Отправлено на принтер HP_LaserJet. Отправлено на принтер");
    assert_eq!(clerk.printed().len(), 2);
    clerk.absent("Не напечатано");
}

/// The same paper twice, in a run or as an e-mail while the printer has it: it is said, and one comes out.
#[test]
fn a_paper_that_is_being_printed_is_not_printed_a_second_time() {
    let mut clerk = with_signed(3);
    clerk.printers_are("slow", "").press(F(5)).press(Enter).sees("№ ЭН1-000001/26: печатается.");
    clerk.press(F(5)).press(Enter).sees("№ ЭН1-000001/26: это письмо уже печатается.");
    clerk.press(F(5)).pick("Ответ: файл PDF").sees("уже печатается");
    clerk
        .press(F(9))
        .pick("Печать подряд")
        .sees("ещё не печатались (2)")
        .sees("ещё не печатались (2): файлы");
    clerk.absent("(3)").press(Esc).printers_are_well().waits().sees("Отправлено на принтер");
    assert_eq!((clerk.printed().len(), clerk.letters().len()), (1, 0));
    clerk.press(F(5)).press(Enter).sees("Отправлено на принтер");
    assert_eq!(clerk.printed().len(), 2, "once it is out it is printed again whenever one likes");
}

/// Each letter on its way is told to whoever leaves, not only the first of the day.
#[test]
fn a_second_letter_on_its_way_holds_back_the_exit_again() {
    let mut clerk = with_signed(2);
    clerk.printers_are("slow", "").press(F(5)).press(Enter).press(F(10)).sees("Письмо ещё печатается");
    clerk.press(Down).press(F(5)).press(Enter).sees("№ ЭН1-000002/26: печатается.");
    clerk.press(F(10)).sees("Письмо ещё печатается");
    assert!(!clerk.has_left());
    clerk.press(F(10));
    assert!(clerk.has_left());
}

/// What ends the program before the printer has answered leaves the letter in the list.
#[test]
fn a_letter_whose_printing_was_not_seen_to_its_end_is_in_the_list() {
    let mut clerk = with_a_final();
    clerk.printers_are("slow", "").press(F(5)).press(Enter).sees("печатается").press(F(10));
    clerk.sees("Письмо ещё печатается").press(F(10));
    assert!(clerk.has_left());
    clerk.starts_again().sees("Не напечатано 1");
}

/// F5 and Enter: the likeliest paper on the printer used last. Printed again it is the same letter, byte by byte.
#[test]
fn the_usual_is_f5_and_enter_and_a_second_print_is_the_same_bytes() {
    let mut clerk = with_a_final();
    clerk.press(F(5)).sees(">Ответ: на принтер").press(Enter).sees("Отправлено на принтер HP_LaserJet.");
    clerk.press(F(5)).press(Enter).sees("Отправлено на принтер HP_LaserJet.");
    let printed = clerk.printed();
    assert_eq!(printed.len(), 2);
    assert!(printed[0].1.starts_with(b"%PDF"));
    assert!(printed[0].1 == printed[1].1, "the same bytes");
    assert!(printed[0].0.contains("-n 1 -t Ответ № ЭН1-000001/26"), "{}", printed[0].0);
    assert_eq!(clerk.kept_letters().len(), 1);
    // Each print is told of.
    clerk.press(Enter).press(End);
    assert_eq!(clerk.screen().matches("ответ: напечатано").count(), 2, "{}", clerk.screen());
}

/// A signed letter is another paper than its final: it bears its number.
#[test]
fn the_signed_letter_is_another_paper_than_its_final() {
    let mut clerk = with_a_final();
    clerk.press(F(5)).press(Enter).types("s").press(F(2)).sees("Подписано");
    clerk.press(F(5)).press(Enter).press(F(5)).press(Enter);
    let printed = clerk.printed();
    assert!(printed[0].1 != printed[1].1 && printed[1].1 == printed[2].1);
    assert_eq!(clerk.kept_letters().len(), 2);
}

/// A kept letter that is not what was printed is never taken for it: it is made anew, and the clerk is told.
#[test]
fn a_kept_letter_that_is_damaged_or_gone_is_made_anew_and_told() {
    let mut clerk = with_a_final();
    clerk.press(F(5)).press(Enter);
    std::fs::write(&clerk.kept_letters()[0], b"%PDF other").unwrap();
    clerk.press(F(5)).press(Enter).sees("повреждена: письмо составлено заново");
    assert!(clerk.printed()[1].1.len() > 1000);
    for letter in clerk.kept_letters() {
        std::fs::remove_file(letter).unwrap();
    }
    clerk.press(F(5)).press(Enter).sees("пропала из letters-kept: письмо составлено заново");
}

/// Nothing is lost: what the printer did not take stays in a list over a restart, and is nowhere told as printed.
#[test]
fn what_the_printer_did_not_take_stays_in_a_list_until_it_is_printed() {
    let mut clerk = with_a_final();
    clerk.absent("Не напечатано").printers_are("broken", DOWN).press(F(5)).press(Enter);
    clerk.sees("Служба печати (CUPS) не работает.").sees("Письмо осталось в списке «Не напечатано».");
    clerk.sees("Не напечатано 1").starts_again().sees("Не напечатано 1");
    // The count opens its list, as every other does.
    clerk.press(Right).sees("[Не напечатано 1]").sees("Enter — открыть").press(Enter).sees("принтер системы");
    clerk.press(Esc).press(Right).sees("[Просрочено 0]").press(Left).sees("[Не напечатано 1]");
    clerk.press(Left).sees("[Все 1]");
    clerk.press(Enter).press(End).absent("напечатано").press(Esc);
    clerk.press(F(5)).pick("Не напечатано: 1 письмо").sees("ЭН1-000001/26").sees("принтер системы");
    clerk.sees("Служба печати (CUPS) не работает.").printers_are_well();
    clerk.press(F(5)).sees("№ ЭН1-000001/26: на принтер").press(Enter).sees("Отправлено на принтер");
    clerk.absent("Не напечатано").press(Enter).press(End).sees("ответ: напечатано");
    assert_eq!(clerk.printed().len(), 1);
}

#[test]
fn a_letter_is_taken_off_the_list_only_by_a_yes() {
    let mut clerk = with_a_final();
    clerk.printers_are("broken", DOWN).press(F(5)).press(Enter);
    clerk.press(F(9)).pick("Не напечатано").press(Delete).sees("Оно не напечатано.").types("н");
    clerk.sees("ЭН1-000001/26").press(F(8)).types("д").absent("Не напечатано");
    clerk.press(F(9)).pick("Не напечатано").sees("Ненапечатанных писем нет.");
}

#[test]
fn where_there_is_no_printing_at_all_it_is_said_and_the_letter_stays() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт").press(F(5)).press(Enter);
    clerk.sees("нет очереди печати (lp)").sees("Не напечатано 1");
    clerk.press(F(5)).pick("Другой принтер").sees("нет очереди печати (lp)");
    clerk.in_english().press(F(5)).press(Enter).sees("no lp").sees("Not printed 1");
}

/// Another printer is chosen once: it is offered first from then on, with what it takes.
#[test]
fn a_printer_that_was_chosen_is_remembered_with_what_it_takes() {
    let mut clerk = with_a_final();
    clerk.press(F(5)).pick("Другой принтер").sees("HP_LaserJet · по умолчанию");
    clerk.choose("Принтер", "Epson").refill("Экземпляров", "0").press(F(2)).sees("от 1 до 99");
    clerk.refill("Экземпляров", "2").choose("Чем печатать", "CP866").press(F(2));
    clerk.sees("Отправлено на принтер Epson_LX. 2 экземпляра.");
    let printed = clerk.printed();
    assert!(printed[0].0.contains("-n 2") && printed[0].0.contains("-d Epson_LX -o raw"), "{}", printed[0].0);
    let text = encoding_rs::IBM866.decode(&printed[0].1).0;
    assert!(text.contains("переплата 412") && text.ends_with('\u{C}'), "{text}");
    clerk.starts_again().press(F(5)).sees(">Ответ: на принтер Epson_LX").press(Enter);
    clerk.sees("Отправлено на принтер Epson_LX.");
    assert!(clerk.printed()[1].1 == printed[0].1, "the same letter for the same printer");
}

#[test]
fn a_stopped_queue_is_seen_before_and_told_after() {
    let mut clerk = with_a_final();
    clerk.printers_are("stopped", "").press(F(5)).pick("Другой принтер").go_to("Принтер").press(F(4));
    clerk.sees("Epson_LX · остановлен (Нет бумаги)").pick("Epson").press(F(2));
    clerk.sees("Очередь Epson_LX остановлена (Нет бумаги): письмо ждёт в ней.").absent("Не напечатано");
}

/// A system that takes its time over its printers holds nobody up: that is said, and the list comes by itself.
#[test]
fn while_the_system_lists_its_printers_one_may_leave_or_wait() {
    let mut clerk = with_a_final();
    clerk.printers_are("slow", "").press(F(5)).types("Другой принтер").presses_at_work(Enter);
    clerk.sees("Узнаём, какие есть принтеры").presses_at_work(F(1)).sees("Список откроется сам");
    clerk.presses_at_work(Esc).sees("Узнаём").presses_at_work(Esc).absent("Узнаём");
    clerk.sees("«Перерасчёт за октябрь»");
    clerk.press(F(5)).types("Другой принтер").presses_at_work(Enter).sees("Узнаём");
    clerk.printers_are_well().looks_on_until("HP_LaserJet · по умолчанию");
    clerk.choose("Принтер", "Epson").press(F(2)).sees("Отправлено на принтер Epson_LX.");
}

/// Told while help lay upon the box, they are there once it is closed.
#[test]
fn printers_told_beneath_the_help_are_there_when_it_is_closed() {
    let mut clerk = with_a_final();
    clerk.printers_are("slow", "").press(F(5)).types("Другой принтер").presses_at_work(Enter);
    clerk.presses_at_work(F(1)).printers_are_well().works_on(3);
    clerk.sees("Список откроется сам").press(Esc).sees("HP_LaserJet · по умолчанию");
}

/// All that were signed today in one run; Esc stops it, and the rest are still to be printed.
#[test]
fn a_run_shows_how_far_it_is_and_esc_stops_it() {
    let mut clerk = with_signed(4);
    clerk.press(F(9)).pick("Печать подряд").sees("Подписаны сегодня, ещё не печатались (4): на принтер");
    clerk.presses_at_work(Enter).looks_on_until("2 из 4");
    clerk.printers_are("slow", "").presses_at_work(Esc).sees("Остановлено: вышло 2 из 4, не начато: 2.");
    clerk.printers_are_well();
    assert_eq!(clerk.printed().len(), 2);
    clerk
        .press(F(5))
        .pick("Несколько писем")
        .sees("ещё не печатались (2): на принтер")
        .sees("Все подписанные сегодня (4)");
    clerk.press(Enter).sees("Вышло 2 письма.");
    assert_eq!(clerk.printed().len(), 4);
    clerk.press(F(9)).pick("Печать подряд").absent("ещё не печатались").press(Down).press(Enter);
    clerk.sees("Вышло 4 письма.");
    assert_eq!(clerk.letters().len(), 4);
}

/// A printer that takes its time over a letter of a run keeps nobody at the run: Esc leads away at once, and how the
/// letter fared that it had in hand is told when it is known.
#[test]
fn a_run_is_left_at_once_and_the_letter_in_hand_is_seen_to_its_end() {
    let mut clerk = with_signed(3);
    clerk.printers_are("slow", "").press(F(9)).pick("Печать подряд").presses_at_work(Enter);
    clerk.works_on(3).sees("0 из 3 · № ЭН1-000001/26").presses_at_work(Esc);
    clerk.sees("Остановлено: вышло 0 из 3, не начато: 2.").sees("№ ЭН1-000001/26: печатается.");
    clerk.press(F(7)).pick("Письмо").sees("Фамилия").press(Esc);
    clerk.printers_are_well().waits().sees("Отправлено на принтер HP_LaserJet.");
    assert_eq!(clerk.printed().len(), 1);
    clerk.press(F(9)).pick("Печать подряд").sees("ещё не печатались (2)");
    clerk.starts_again().absent("Не напечатано");
}

/// Whoever leaves the program in the midst of a run is told of the letter in hand; it is in the list, and so not lost.
#[test]
fn a_run_that_is_cut_off_leaves_the_letter_in_hand_in_the_list() {
    let mut clerk = with_signed(3);
    clerk.printers_are("slow", "").press(F(9)).pick("Печать подряд").presses_at_work(Enter);
    clerk.works_on(2).presses_at_work(F(10)).sees("Письмо ещё печатается").presses_at_work(F(10));
    assert!(clerk.has_left());
    clerk.printers_are_well().starts_again().sees("Не напечатано 1");
}

/// A printer that fails fails for all: the rest of the run goes to the list at once, and is printed from there.
#[test]
fn a_run_on_a_printer_that_fails_leaves_every_letter_in_the_list() {
    let mut clerk = with_signed(3);
    clerk.printers_are("broken", DOWN).press(F(9)).pick("Печать подряд").press(Enter);
    clerk.sees("Вышло писем: 0, не вышло: 3.").sees("CUPS").sees("Не напечатано 3");
    clerk.printers_are_well().press(F(9)).pick("Не напечатано").press(F(5)).press(Down).press(Enter);
    clerk.sees("Вышло 3 письма.").absent("Не напечатано");
    assert_eq!(clerk.printed().len(), 3);
    clerk.press(F(9)).pick("Печать подряд").absent("ещё не печатались");
}

/// A final that came back is no paper any more: its next final is composed anew.
#[test]
fn a_returned_final_is_not_printed_again() {
    let mut clerk = with_a_final();
    clerk.press(F(5)).press(Enter).types("n").fill("Замечание", "Укажите месяц").press(F(2));
    clerk.types("r").press(Tab).press(F(2)).sees("Ответ окончательный.").press(F(5)).press(Enter);
    let printed = clerk.printed();
    assert_eq!(printed.len(), 2);
    clerk.press(F(9)).pick("Печать подряд").sees("Ждут подписи (1): на принтер");
}

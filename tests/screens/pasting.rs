//! Text that comes all at once where the terminal does not say that it is pasted, and keys that come late together.

use crossterm::event::KeyCode;

use crate::clerk::Clerk;

#[rstest::rstest]
#[case::a_word("Решение")]
#[case::with_its_line_end("Аннулировать обращение\n")]
#[case::of_lines("Возврат\nЗакрыть\nдд\nдд\n")]
fn a_word_pasted_on_a_list_or_a_card_commands_nothing(#[case] pasted: &str) {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт").waits();
    let home = clerk.lines();
    clerk.types_at_once(pasted).sees("Вставка ничего не сделала").sees("[Все 1]");
    assert_eq!(clerk.lines()[..20], home[..20]);
    clerk.press(KeyCode::Enter).sees("История");
    clerk.types_at_once(pasted).sees("Вставка ничего не сделала").sees("История");
    clerk.pastes(pasted).sees("Вставка ничего не сделала").sees("История");
}

#[test]
fn a_word_pasted_upon_a_question_answers_nothing() {
    let mut clerk = Clerk::new();
    clerk.press(KeyCode::F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").press(KeyCode::Esc);
    clerk.types("d").press(KeyCode::Delete).sees("Забыть черновик");
    clerk.types_at_once("Данные\n").sees("Вставка ничего не сделала").sees("Забыть черновик");
    clerk.types("н").press(KeyCode::Esc).types("d").sees("Письмо: Ёлкина");
}

#[test]
fn lines_pasted_into_a_form_stay_in_their_field() {
    let mut clerk = Clerk::new();
    clerk.press(KeyCode::F(7)).pick("Письмо").fill("Фамилия", "Ёлкина").go_to("Краткое содержание");
    clerk.types_at_once("Прошу пересчитать\nплату за октябрь\nи ответить");
    clerk.sees_typed("Прошу пересчитать плату за октябрь и ответить").sees(">Краткое содержание");
    clerk.go_to("Текст").types_at_once("Показания верны.\nПлата — нет.\n\nЁлкина");
    clerk.sees(">Текст").press(KeyCode::F(2)).sees("Зарегистрировано: № ЭН1-000001/26");
    let appeal = clerk.other_desk(None).appeal_by_number("1").unwrap().appeal;
    let content = appeal.content;
    let text = content.text.unwrap().known().unwrap().clone();
    assert_eq!(text, "Показания верны.\nПлата — нет.\n\nЁлкина");
    let gist = content.gist.known().unwrap().clone();
    assert_eq!(gist, "Прошу пересчитать плату за октябрь и ответить");
}

#[test]
fn keys_that_a_slow_line_delivers_together_are_keys_in_order() {
    let mut clerk = Clerk::new();
    clerk.press(KeyCode::F(7)).types_at_once("Письмо\n").sees("› Письмо");
    clerk.go_to("Фамилия").types_at_once("Ёлкин\nАнна\n").sees(">Отчество");
    clerk.press(KeyCode::Esc).types_at_once("d").sees("Письмо: Ёлкин");
}

#[test]
fn a_scanner_writes_its_number_and_enters_it() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Перерасчёт").types("/");
    clerk.types_at_once("ЭН1-000001/26\n").sees("История");
}

#[test]
fn a_long_text_that_comes_at_once_takes_the_place_that_waits_for_it() {
    let text = "Плата за октябрь пересчитана, переплата 412 руб. учтена в ноябре.";
    for pasted in [false, true] {
        let mut clerk = Clerk::new();
        clerk.with_letter("Ёлкина", "Перерасчёт").types("r").pick("Ответ по существу").go_to("Текст");
        let clerk = if pasted { clerk.pastes(text) } else { clerk.types_at_once(text) };
        clerk.sees_typed(text).press(KeyCode::F(3)).sees("переплата 412 руб.").absent("‹ответ по существу›");
    }
}

//! The queue as a person wants to see it: narrowed, ordered, saved under a name; several appeals at once; the place kept.

use crossterm::event::KeyCode::{Down, Enter, Esc, F, Insert, Left, Right};
use otklik::desk::{Confirmed, Seen};
use otklik::standard::appeal::{Appeal, Channel, Kind};
use otklik::standard::decide::{Draft, Registration};
use otklik::standard::office::Login;
use otklik::standard::reply::{Purpose, ReplyId, SignedBy};
use otklik::terminal::command::Command;

use crate::clerk::{Clerk, letter};

/// A queue of a complaint, a letter and an e-mail.
fn with_three() -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with(Registration { kind: Kind::Complaint, ..letter("Ёлкина", "Нет света") });
    clerk.with_letter("Ромашкин", "Перерасчёт");
    clerk.with(Registration { channel: Channel::Email, ..letter("Юй", "Показания") });
    clerk
}

#[test]
fn a_list_is_narrowed_and_ordered_and_esc_takes_it_off() {
    let mut clerk = with_three();
    clerk.types("j").choose("Вид", "жалоба").choose("Порядок", "сначала новые").press(F(2));
    clerk.sees("Отбор: Жалоба · сначала новые").sees("Ёлкина").absent("Ромашкин").sees("[Все 1]");
    clerk.press(Esc).sees("Ромашкин").sees("[Все 3]").absent("Отбор:");
    clerk.types("о").choose("Канал", "факс").press(F(2)).sees("По этому отбору обращений нет.");
}

#[test]
fn a_list_saved_under_a_name_stands_among_the_counts_and_can_go() {
    let mut clerk = with_three();
    clerk.types("j").choose("Вид", "жалоба").fill("Под именем", "Жалобы").press(F(2)).sees("[Жалобы 1]");
    clerk.press(Left).sees("[Все 3]").press(Right).sees("[Жалобы 1]").absent("Ромашкин");
    clerk.starts_again().sees("[Жалобы 1]").types("j").tick("Удалить список").press(F(2));
    clerk.absent("Жалобы 1").sees("[Все 3]");
}

#[test]
fn a_saved_list_says_of_which_list_it_is_and_the_form_asks() {
    let mut clerk = with_three();
    clerk.press(Right).sees("[Просрочено 0]").types("j").fill("Под именем", "Горит").press(F(2));
    clerk.sees("[Горит 0]").sees("Отбор: Просрочено").sees("J — изменить");
    // The same list of all that is open: the base is a field.
    clerk.types("j").choose("Список", "Все").press(F(2)).sees("[Горит 3]").sees("Отбор: Все");
    clerk.types("j").sees("Порядок* по сроку").absent("Порядок любые");
    clerk.choose("Вид", "жалоба").press(F(2)).sees("Отбор: Жалоба").sees("[Горит 1]");
}

#[test]
fn the_keys_of_a_long_filter_are_never_cut() {
    let mut clerk = with_three();
    clerk
        .types("j")
        .choose("Подразделение", "ЦОК")
        .choose("Исполнитель", "Иванова")
        .choose("Канал", "письмо по");
    clerk
        .choose("Вид", "предложение")
        .choose("Порядок", "сначала новые")
        .press(F(2))
        .sees("J — изменить, Esc — снять");
}

#[test]
fn a_visit_that_goes_on_stands_in_the_title() {
    let mut clerk = Clerk::new();
    clerk
        .absent("визит с")
        .asks(Command::StartVisit)
        .sees("· визит с 14:05")
        .press(F(1))
        .press(Esc)
        .sees("· визит с 14:05");
    clerk.asks(Command::EndVisit).absent("визит с");
}

#[test]
fn the_place_is_kept_after_a_card_and_after_a_restart() {
    let mut clerk = with_three();
    clerk.press(F(10)).starts_again();
    clerk.press(Down).sees(">09.12 15 дней ЭН1-000002/26").press(Enter).press(Esc);
    clerk.sees(">09.12 15 дней ЭН1-000002/26").starts_again().sees(">09.12 15 дней ЭН1-000002/26");
    clerk.sits_down("orlova").sees(">09.12 15 дней ЭН1-000001/26");
}

#[test]
fn columns_are_chosen() {
    let mut clerk = with_three();
    clerk.press(F(10)).starts_again().types("j").go_to("Столбцы").types("тема ").types("канал ");
    clerk.press(Enter).press(F(2)).sees("Канал").sees("эл. почта").absent("Тема");
}

#[test]
fn what_is_marked_is_assigned_with_one_form_and_one_answer() {
    let mut clerk = with_three();
    clerk.types(" ").press(Insert).sees("Отмечено 2: F6 — назначить всем").press(F(6));
    clerk.sees("Передать 2 обращения").choose("Кому", "Петров").press(F(2)).sees("Сделано: 2.");
    clerk.absent("Отмечено").press(Down).sees("Петров И.").sees("Без исп. 1");
}

#[test]
fn what_may_not_be_done_stays_marked_and_says_why() {
    let mut clerk = with_three();
    clerk.types("*").sees("Отмечено 3");
    let other = clerk.other_desk(Some("ivanova"));
    let seen = Seen::from(&other.appeal_by_number("2").unwrap().appeal);
    drop(other);
    clerk.press(F(6));
    clerk.other_desk(Some("ivanova")).annul(seen, "Внесено дважды", &Confirmed::new()).unwrap();
    clerk.choose("Кому", "Петров").press(F(2)).sees("Сделано: 2. Не сделано: № ЭН1-000002/26");
    clerk.press(Esc).sees("Отмечено 1").press(Esc).absent("Отмечено");
}

#[test]
fn what_was_typed_for_all_stays_while_something_is_refused() {
    let mut clerk = with_three();
    clerk.types("*").press(F(6)).choose("Кому", "Петров").fill("Резолюция", "Разобрать.");
    clerk.sees_typed("Разобрать.").absent("в установленный срок").fill("Внутренний срок", "23.11");
    clerk
        .press(F(2))
        .sees("! Внутренний срок не может быть раньше сегодняшнего дня")
        .sees("Передать 3 обращения")
        .sees_typed("Разобрать.");
    clerk.fill("Внутренний срок", "26.11").press(F(2)).sees("Сделано: 3.").absent("Отмечено");
}

/// A final answer to the appeal with this number.
fn finalised(clerk: &Clerk, number: &str) -> Appeal {
    let mut desk = clerk.other_desk(Some("ivanova"));
    let no = Confirmed::new();
    let appeal = desk.appeal_by_number(number).unwrap().appeal;
    let draft = Draft {
        purpose: Purpose::Answer,
        template: None,
        heading: "О перерасчёте".into(),
        addressee: "Ёлкиной А. П.".into(),
        text: "Плата пересчитана.".into(),
        answers: std::collections::BTreeSet::new(),
    };
    let appeal = desk.draft_reply((&appeal).into(), draft, &no).unwrap();
    let head = Login("ivanova".into());
    desk.finalise_reply((&appeal).into(), ReplyId(1), &head, &no).unwrap()
}

/// A signed answer to the appeal with this number.
fn signed(clerk: &Clerk, number: &str) {
    let appeal = finalised(clerk, number);
    let mut desk = clerk.other_desk(Some("ivanova"));
    desk.sign_reply((&appeal).into(), ReplyId(1), None, SignedBy::Ink, None, &Confirmed::new()).unwrap();
}

/// What waits for a signature is a list of its own, says who is to sign, and is signed by one question.
#[test]
fn all_that_waits_for_a_signature_is_seen_and_signed_together() {
    let mut clerk = with_three();
    clerk
        .types("*")
        .press(F(6))
        .choose("Кому", "Петров")
        .press(F(2))
        .sees("Сделано: 3.")
        .absent("На подписи");
    finalised(&clerk, "1");
    finalised(&clerk, "2");
    clerk.starts_again().sees("На подписи 2").press(Enter);
    clerk.sees("ждёт подписи: Иванова А. П.").press(Esc);
    while !clerk.screen().contains("[На подписи 2]") {
        clerk.press(Right);
    }
    clerk.sees("Подписывает").absent("Исполнитель").types("*");
    // What is done one by one is not done with the one under the cursor.
    clerk.press(F(8)).sees("Отмечено 2 обращения: это делается по одному. Снимите отметки (*).");
    clerk
        .types("s")
        .sees("Подписаны сегодня от руки 2 письма?")
        .sees("Иванова А. П.: ЭН1-000001/26, ЭН1-000002/26");
    clerk.types("д").sees("Сделано: 2.").sees("К отправке 2").sees("[На подписи 0]");
}

#[test]
fn all_that_is_signed_is_recorded_as_sent_by_one_question() {
    let mut clerk = with_three();
    clerk.types("*").press(F(6)).choose("Кому", "Петров").press(F(2)).sees("Сделано: 3.");
    for number in ["1", "2"] {
        signed(&clerk, number);
    }
    clerk.starts_again().types("*t").sees("Отметить, что 2 подписанных письма отправлены сегодня?");
    clerk.sees("почтой: ЭН1-000001/26, ЭН1-000002/26").sees("нет подписанного письма: ЭН1-000003/26");
    clerk
        .press(Enter)
        .sees("Отмечено 3")
        .types("t")
        .types("д")
        .sees("Сделано: 2. Не сделано: № ЭН1-000003/26");
    clerk.sees("Отмечено 1").sees("[Все 1]");
}

/// Promise 3: whoever answers is told five, three and one day before, on the day, and every day after.
#[test]
fn an_executor_is_reminded_on_the_days_of_the_ladder() {
    let mut clerk = Clerk::new();
    clerk.with_letter("Ёлкина", "Нет света");
    clerk.press(F(6)).choose("Кому", "Петров").press(F(2)).sees("Петров И. С.").sits_down("petrov");
    clerk.absent("Ваши:");
    for (day, said) in [
        ("2026-12-04", "Ваши: через 5 дней 1"),
        ("2026-12-06", "Ваши: через 3 дня 1"),
        ("2026-12-08", "Ваши: завтра 1"),
        ("2026-12-09", "Ваши: сегодня 1"),
        ("2026-12-10", "Ваши: просрочено 1, самое давнее на 1 день"),
        ("2026-12-15", "Ваши: просрочено 1, самое давнее на 6 дней"),
    ] {
        clerk.on_day(day).sees(said);
    }
    clerk.on_day("2026-12-07").absent("Ваши:");
    clerk.sits_down("ivanova").absent("Ваши:");
}

//! Tests of the form kit by real keys.

mod random;
mod texts;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;
use rstest::rstest;

use super::*;
use crate::terminal::theme::Theme;
use crate::terminal::widgets::Choice;

struct Office;

impl Rules for Office {
    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn word(&self, trouble: Trouble) -> String {
        match trouble {
            Trouble::Missing => "нужно заполнить".to_owned(),
            Trouble::NoDate => "не дата: наберите 24.11 или т".to_owned(),
            Trouble::NoNumber => "не число".to_owned(),
            Trouble::TooMany => "слишком много".to_owned(),
            Trouble::NoPhone => "не телефон".to_owned(),
            Trouble::NotInList => "нет в списке: F4".to_owned(),
            Trouble::NothingFound => "ничего не найдено".to_owned(),
            Trouble::NearlyFull { left } => format!("осталось {left}"),
            Trouble::TooLong { given, limit } => format!("{given} байт, помещается {limit}"),
        }
    }

    fn check(&self, id: &str, form: &Form) -> Option<String> {
        let received = loose::date(&form.typed("received"), self.today());
        (id == "received" && received > Some(self.today())).then(|| "ещё не наступило".to_owned())
    }
}

fn form() -> Form {
    let channels = ["Личный приём", "Письмо почтой", "Звонок", "Книга отзывов"];
    let codes = ["in_person", "letter_post", "phone", "feedback_book"];
    let choices = codes.into_iter().zip(channels).map(|(code, title)| Choice::new(code, title)).collect();
    let fields = vec![
        Field::new("channel", "Как поступило", Kind::Choice(choices))
            .width(24)
            .required()
            .heading("Обращение"),
        Field::new("received", "Получено", Kind::Date)
            .with("т")
            .note("Например 24.11, т — сегодня, -1 — вчера"),
        Field::new("surname", "Фамилия", Kind::Line).width(30).required().heading("Заявитель"),
        Field::new("phone", "Телефон", Kind::Phone),
        Field::new("sheets", "Листов", Kind::Number),
        Field::new("urgent", "Срочно", Kind::YesNo),
        Field::new("text", "Суть обращения", Kind::Text(5)).heading("Содержание"),
    ];
    Form::new(fields, "Зарегистрировать")
}

fn press(form: &mut Form, codes: impl IntoIterator<Item = Code>) -> Did {
    codes.into_iter().fold(Did::Nothing, |_, code| form.key(Key::press(code), &Office))
}

fn type_in(form: &mut Form, text: &str) {
    press(form, text.chars().map(Code::Char));
}

fn at(id: &str) -> Form {
    let mut form = form();
    assert!(form.focus_on(id));
    form
}

/// One frame of 80 by `height` with the place of the cursor.
fn frame(form: &mut Form, height: u16) -> (String, Option<Position>) {
    let mut terminal = Terminal::new(TestBackend::new(80, height)).unwrap();
    let mut cursor = None;
    terminal
        .draw(|frame| {
            let mut canvas = Canvas::new(frame.buffer_mut(), Theme::default());
            let area = canvas.area();
            form.draw(&mut canvas, area);
            cursor = canvas.cursor();
        })
        .unwrap();
    (terminal.backend().to_string(), cursor)
}

#[test]
fn enter_walks_the_fields_in_paper_order_to_the_button() {
    let mut form = form();
    let mut order = Vec::new();
    while let Some(id) = form.focused() {
        order.push(id);
        let on = if id == "text" { Code::Tab } else { Code::Enter };
        press(&mut form, [on]);
    }
    assert_eq!(order, ["channel", "received", "surname", "phone", "sheets", "urgent", "text"]);
    assert!(!form.typing());
    assert_eq!(press(&mut form, [Code::BackTab]), Did::Moved);
    assert_eq!(form.focused(), Some("text"));
}

#[test]
fn a_sample_form_as_it_is_seen() {
    let mut form = form();
    type_in(&mut form, "пис");
    press(&mut form, [Code::Enter, Code::Enter]);
    type_in(&mut form, "Салтыков-Щедрин");
    press(&mut form, [Code::Enter]);
    type_in(&mut form, "89001234567");
    press(&mut form, [Code::Enter]);
    type_in(&mut form, "два");
    press(&mut form, [Code::Enter, Code::Char(' '), Code::Enter]);
    form.paste("Прошу пересчитать плату за октябрь: показания счётчика 4512, а начислено по среднему за полгода.\nОтвет прошу письмом.", &Office);
    press(&mut form, [Code::BackTab]);
    insta::assert_snapshot!(frame(&mut form, 20).0);
}

#[test]
fn an_open_list_lies_upon_the_form() {
    let mut form = form();
    press(&mut form, [Code::Char(' ')]);
    insta::assert_snapshot!(frame(&mut form, 20).0);
}

#[test]
fn a_date_typed_loosely_is_shown_strictly_on_leaving() {
    let mut form = at("received");
    assert_eq!(form.typed("received"), "т");
    press(&mut form, [Code::Backspace]);
    type_in(&mut form, "-1");
    assert_eq!(press(&mut form, [Code::Enter]), Did::Typed);
    assert_eq!(form.typed("received"), "23.11.2026");
}

#[rstest]
#[case("received", "+3", "! ещё не наступило")]
#[case("received", "31.02", "! не дата")]
#[case("sheets", "два", "! не число")]
#[case("phone", "нет", "! не телефон")]
fn the_message_stands_beside_the_field_when_it_is_left(
    #[case] id: &str,
    #[case] typed: &str,
    #[case] message: &str,
) {
    let mut form = at(id);
    press(&mut form, [Code::Backspace]);
    type_in(&mut form, typed);
    assert!(!frame(&mut form, 22).0.contains(message));
    press(&mut form, [Code::Enter]);
    assert!(frame(&mut form, 22).0.contains(message));
    assert!(form.focused() != Some(id), "one may go on");
}

#[test]
fn saving_jumps_to_the_first_field_that_is_wrong_and_then_saves() {
    let mut form = at("sheets");
    assert_eq!(form.command(Command::Save, &Office), Did::Refused);
    assert_eq!(form.focused(), Some("channel"));
    type_in(&mut form, "зв");
    press(&mut form, [Code::Enter]);
    assert_eq!(form.command(Command::Save, &Office), Did::Refused);
    assert_eq!(form.focused(), Some("surname"));
    type_in(&mut form, "Ёлкина");
    assert_eq!(form.command(Command::Save, &Office), Did::Save);
    assert_eq!(form.typed("channel"), "phone");
}

#[test]
fn a_held_enter_stops_at_the_button() {
    let mut form = at("urgent");
    type_in(&mut form, "+");
    let held = Key { code: Code::Enter, held: true };
    form.focus_on("text");
    press(&mut form, [Code::Tab]);
    assert_eq!(form.key(held, &Office), Did::Nothing);
    assert_eq!(form.typed("urgent"), YES);
}

#[rstest]
#[case("кн", "feedback_book")]
#[case("ОТЗ", "feedback_book")]
#[case("gbc", "letter_post")]
#[case("phone", "phone")]
fn a_list_is_narrowed_by_typing(#[case] typed: &str, #[case] code: &str) {
    let mut form = form();
    type_in(&mut form, typed);
    assert!(form.list_is_open());
    press(&mut form, [Code::Enter]);
    assert_eq!(form.typed("channel"), code);
    assert_eq!(form.focused(), Some("received"));
}

#[test]
fn an_open_list_says_that_nothing_answers() {
    let mut form = form();
    type_in(&mut form, "щщ");
    assert!(frame(&mut form, 22).0.contains("ничего не найдено"));
}

#[test]
fn a_form_longer_than_the_screen_says_that_it_goes_on() {
    let signs = |form: &mut Form, height| {
        let seen = frame(form, height).0;
        let edge: String = seen.lines().filter_map(|line| line.chars().rev().nth(1)).collect();
        edge.replace(['_', ' '], "")
    };
    let mut form = at("channel");
    assert_eq!(signs(&mut form, 20), "");
    assert_eq!(signs(&mut form, 8), "v");
    form.focus_on("urgent");
    assert_eq!(signs(&mut form, 8), "^v");
    press(&mut form, [Code::Last]);
    assert_eq!(signs(&mut form, 8), "^");
}

#[test]
fn f4_opens_the_list_and_esc_leaves_it_as_it_was() {
    let mut form = form();
    form.put("channel", "phone");
    assert_eq!(form.command(Command::Values, &Office), Did::Moved);
    assert_eq!(press(&mut form, [Code::Down, Code::Esc]), Did::Moved);
    assert_eq!(form.typed("channel"), "phone");
    assert_eq!(press(&mut form, [Code::Esc]), Did::Leave);
    let mut text = at("text");
    let reason = || "у этого поля нет списка".to_owned();
    assert_eq!(text.availability(Command::Values, reason), Availability::Disabled(reason()));
    assert_eq!(form.availability(Command::Values, reason), Availability::Ready);
    assert_eq!(text.command(Command::Values, &Office), Did::Nothing);
}

#[test]
fn two_people_of_one_name_are_told_apart() {
    let people = ["ivanov", "ivanov2"].map(|code| Choice::new(code, "Иванов И. И.")).to_vec();
    let mut form = Form::new(vec![Field::new("executor", "Исполнитель", Kind::Choice(people))], "Да");
    press(&mut form, [Code::Char(' '), Code::Down, Code::Enter]);
    assert_eq!(form.typed("executor"), "ivanov2");
    let mut again = form.clone();
    again.restore(&form.state());
    assert_eq!(again.typed("executor"), "ivanov2");
    again.focus_on("executor");
    press(&mut again, [Code::Backspace]);
    assert_eq!(again.typed("executor"), "");
}

#[test]
fn a_draft_brings_back_every_field_right_or_wrong() {
    let mut form = form();
    form.focus_on("received");
    type_in(&mut form, "чепуха");
    form.focus_on("text");
    form.paste("раз\r\nдва\n\nтри", &Office);
    form.focus_on("urgent");
    type_in(&mut form, "д");
    let mut again = self::form();
    again.restore(&form.state());
    assert_eq!(again.state(), form.state());
    assert_eq!(again.typed("received"), "чепуха");
}

#[test]
fn what_the_form_filled_in_gives_way_to_the_first_letter_and_comes_back_by_undo() {
    let mut form = at("channel");
    press(&mut form, [Code::Tab]);
    type_in(&mut form, "2");
    assert_eq!(form.typed("received"), "2");
    type_in(&mut form, "3.11");
    assert_eq!(form.typed("received"), "23.11");
    for _ in 0..5 {
        form.command(Command::Undo, &Office);
    }
    assert_eq!(form.typed("received"), "т");
    form.put("received", "20.11.2026");
    form.paste("19.11", &Office);
    assert_eq!(form.typed("received"), "19.11");
}

#[rstest]
#[case(Code::End, "т1")]
#[case(Code::Home, "1т")]
#[case(Code::Left, "1т")]
#[case(Code::Backspace, "1")]
fn whoever_moves_the_cursor_first_edits_what_the_form_filled_in(#[case] first: Code, #[case] then: &str) {
    let mut form = at("received");
    press(&mut form, [first]);
    type_in(&mut form, "1");
    assert_eq!(form.typed("received"), then);
}

#[test]
fn what_was_typed_is_not_replaced_when_one_comes_back_to_it() {
    let mut form = at("surname");
    type_in(&mut form, "Ёлкин");
    press(&mut form, [Code::Tab, Code::BackTab]);
    type_in(&mut form, "а");
    assert_eq!(form.typed("surname"), "Ёлкина");
    let mut again = self::form();
    again.restore(&form.state());
    again.focus_on("surname");
    type_in(&mut again, " А.");
    assert_eq!(again.typed("surname"), "Ёлкина А.");
    again.focus_on("received");
    type_in(&mut again, "5");
    assert_eq!(again.typed("received"), "5", "a draft knows what nobody touched");
}

#[rstest]
#[case("received", "5.11")]
#[case("surname", "Ёлкина Анна")]
#[case("text", "раз\nдва")]
fn ctrl_u_empties_a_field_in_one_step(#[case] id: &str, #[case] held: &str) {
    let mut form = at(id);
    form.paste(held, &Office);
    assert_eq!(press(&mut form, [Code::Ctrl('u')]), Did::Typed);
    assert_eq!(form.typed(id), "");
    form.command(Command::Undo, &Office);
    assert_eq!(form.typed(id), held);
}

#[test]
fn ctrl_u_empties_a_choice() {
    let mut form = at("channel");
    form.put("channel", "phone");
    press(&mut form, [Code::Ctrl('u')]);
    assert_eq!(form.typed("channel"), "");
}

#[test]
fn what_a_draft_holds_for_a_field_that_is_gone_keeps_nothing_else_back() {
    let mut state = at("surname").state();
    state.insert("fax".to_owned(), Value::String("22-33-44".to_owned()));
    state.insert("surname".to_owned(), Value::String("Ёлкина".to_owned()));
    let mut form = form();
    form.restore(&state);
    assert_eq!(form.typed("surname"), "Ёлкина");
}

#[test]
fn what_a_field_began_with_may_follow_and_what_was_typed_stays() {
    let mut form = form();
    form.begin_anew("surname", "Петрова");
    assert_eq!((form.typed("surname").as_str(), form.is_untouched("surname")), ("Петрова", true));
    form.put("surname", "Ёлкина");
    form.begin_anew("surname", "Сидорова");
    assert_eq!((form.typed("surname").as_str(), form.is_untouched("surname")), ("Ёлкина", false));
}

#[test]
fn a_paste_of_several_lines_into_one_line_becomes_one_line() {
    let mut form = at("surname");
    form.paste("Салтыков\nЩедрин\n", &Office);
    assert_eq!(form.typed("surname"), "Салтыков Щедрин");
}

#[test]
fn a_field_takes_no_more_than_its_limit_and_says_so() {
    let mut form = at("text");
    form.paste(&"я".repeat(LIMIT / 2), &Office);
    assert_eq!(form.typed("text").len(), LIMIT);
    form.paste("ещё", &Office);
    type_in(&mut form, "x");
    press(&mut form, [Code::Enter]);
    assert_eq!(form.typed("text").len(), LIMIT);
    assert!(frame(&mut form, 22).0.contains("! 65537 байт, помещается 65536"));
}

#[test]
fn typing_is_taken_back_word_by_word_and_in_a_text_as_well() {
    let mut form = at("surname");
    type_in(&mut form, "Анна Ёлкина");
    assert_eq!(form.command(Command::Undo, &Office), Did::Typed);
    assert_eq!(form.typed("surname"), "Анна ");
    form.command(Command::Undo, &Office);
    form.command(Command::Undo, &Office);
    assert_eq!(form.typed("surname"), "");
    assert_eq!(form.command(Command::Undo, &Office), Did::Nothing);
    form.focus_on("text");
    type_in(&mut form, "Прошу счёт");
    press(&mut form, [Code::Enter, Code::Char('а'), Code::Char('б'), Code::DeleteWordLeft, Code::Char('в')]);
    let mut seen = Vec::new();
    while form.command(Command::Undo, &Office) == Did::Typed {
        seen.push(form.typed("text"));
    }
    assert_eq!(seen, ["Прошу счёт\n", "Прошу счёт\nаб", "Прошу счёт\n", "Прошу счёт", "Прошу ", "Прошу", ""]);
}

#[test]
fn a_refusal_of_the_desk_is_shown_beside_its_field() {
    let mut form = form();
    assert!(form.blame("sheets", "у почтового письма есть листы"));
    assert_eq!(form.focused(), Some("sheets"));
    assert!(frame(&mut form, 22).0.contains("! у почтового письма есть листы"));
    assert!(!form.blame("fax", "нет такого поля"));
}

#[test]
fn the_cursor_stands_after_the_last_letter_also_after_wide_ones() {
    let mut form = at("surname");
    type_in(&mut form, "Ён漢\u{202e}");
    let (frame, cursor) = frame(&mut form, 22);
    assert!(frame.contains(">Фамилия*        Ён漢<U+202E>______"), "{frame}");
    let before = cursor.unwrap().x;
    press(&mut form, [Code::Left]);
    let after = self::frame(&mut form, 22).1.unwrap().x;
    assert_eq!(before - after, 8, "a mark is one letter to the cursor");
}

#[test]
fn of_a_list_several_are_taken_one_after_another() {
    let people = [("petrov", "Петров И. С."), ("sidorova", "Сидорова М. О."), ("orlova", "Орлова Н. Л.")];
    let people = people.into_iter().map(|(code, title)| Choice::new(code, title)).collect();
    let helpers = Field::new("helpers", "Соисполнители", Kind::Several(people)).with("sidorova");
    let mut form = Form::new(vec![helpers], "Передать");
    assert_eq!(press(&mut form, "пет".chars().map(Code::Char)), Did::Moved);
    assert_eq!(press(&mut form, [Code::Enter]), Did::Typed);
    assert_eq!(form.typed("helpers"), "petrov sidorova");
    // Ticks by Space are all taken by Enter; Esc leaves what was.
    press(&mut form, [Code::Char(' '), Code::Char(' '), Code::Esc]);
    assert_eq!(form.typed("helpers"), "petrov sidorova");
    press(
        &mut form,
        [Code::Char(' '), Code::Char(' '), Code::Down, Code::Down, Code::Char(' '), Code::Enter],
    );
    assert_eq!(form.typed("helpers"), "sidorova orlova");
    press(&mut form, [Code::Backspace]);
    assert_eq!(form.typed("helpers"), "sidorova");
    let kept = form.state();
    press(&mut form, [Code::Delete]);
    assert_eq!(form.typed("helpers"), "");
    form.restore(&kept);
    assert_eq!(form.typed("helpers"), "sidorova");
}

#[test]
fn a_list_that_is_offered_leaves_the_cursor_where_it_was() {
    let mut form = form();
    form.focus_on("text");
    form.offer_list("channel", "phone", "ничего");
    assert!(form.list_is_open());
    assert_eq!(press(&mut form, [Code::Esc]), Did::Moved);
    assert_eq!((form.focused(), form.typed("channel")), (Some("text"), String::new()));
    form.offer_list("channel", "phone", "ничего");
    assert_eq!(press(&mut form, [Code::Enter]), Did::Typed);
    assert_eq!((form.focused(), form.typed("channel")), (Some("text"), "phone".to_owned()));
}

#[test]
fn a_line_longer_than_its_field_shows_that_it_goes_on_at_either_end() {
    let mut form = at("surname");
    type_in(&mut form, &"абвгд".repeat(10));
    let row =
        |form: &mut Form| frame(form, 20).0.lines().find(|line| line.contains("Фамилия")).unwrap().to_owned();
    assert!(row(&mut form).contains('<') && !row(&mut form).trim_start_matches("\">").contains('>'));
    press(&mut form, [Code::Home]);
    assert!(!row(&mut form).contains('<') && row(&mut form).trim_start_matches("\">").contains('>'));
}

#[test]
fn a_field_that_is_nearly_full_says_how_much_still_fits() {
    let mut form = at("text");
    form.paste(&"a".repeat(LIMIT - 3000), &Office);
    assert!(!frame(&mut form, 20).0.contains("осталось"));
    form.paste(&"a".repeat(2000), &Office);
    assert!(frame(&mut form, 20).0.contains("осталось 1000"));
    press(&mut form, [Code::Ctrl('u')]);
    assert!(!frame(&mut form, 20).0.contains("осталось"));
}

#[test]
fn an_account_typed_in_groups_is_shown_as_one_number() {
    let mut form = Form::new(vec![Field::new("account", "Счёт", Kind::Account)], "Дальше");
    type_in(&mut form, "100 200-300");
    press(&mut form, [Code::Enter]);
    assert_eq!(form.typed("account"), "100200300");
}

#[test]
fn what_was_refused_gives_way_to_the_first_letter_when_one_comes_to_it() {
    let mut form = at("received");
    type_in(&mut form, "32.13");
    press(&mut form, [Code::Tab, Code::Up]);
    type_in(&mut form, "1.11");
    assert_eq!(form.typed("received"), "1.11");
    type_in(&mut form, ".2027");
    press(&mut form, [Code::Tab]);
    assert_eq!(form.command(Command::Save, &Office), Did::Refused, "the surname is missed");
    form.focus_on("received");
    press(&mut form, [Code::End, Code::Backspace]);
    type_in(&mut form, "6");
    assert_eq!(form.typed("received"), "01.11.2026", "a movement keeps it");
    form.blame("surname", "такой уже есть");
    type_in(&mut form, "Ёлкина");
    form.blame("surname", "такой уже есть");
    type_in(&mut form, "Ёжикова");
    assert_eq!(form.typed("surname"), "Ёжикова");
    form.command(Command::Undo, &Office);
    assert_eq!(form.typed("surname"), "Ёлкина");
    form.focus_on("text");
    type_in(&mut form, "Суть");
    form.blame("text", "неясно");
    type_in(&mut form, " та же");
    assert_eq!(form.typed("text"), "Суть та же", "many lines are never replaced by one letter");
}

#[test]
fn what_is_said_of_a_field_stands_until_it_is_set_right() {
    let mut form = form();
    form.command(Command::Save, &Office);
    press(&mut form, [Code::Tab, Code::Tab, Code::Tab, Code::BackTab]);
    assert!(frame(&mut form, 20).0.contains("нужно заполнить"));
    type_in(&mut form, "Ёлкина");
    press(&mut form, [Code::Tab]);
    let mut form = at("received");
    press(&mut form, [Code::Tab, Code::Up]);
    type_in(&mut form, "32.13");
    press(&mut form, [Code::Tab, Code::Up]);
    assert!(frame(&mut form, 20).0.contains("не дата"));
    while form.typed("received") != "24.11.2026" {
        assert_eq!(form.command(Command::Undo, &Office), Did::Typed, "{}", form.typed("received"));
    }
    assert!(!frame(&mut form, 20).0.contains("не дата"));
}

#[test]
fn a_field_remembers_its_newest_steps_and_no_more() {
    let mut past = editor::Past::default();
    (0..600).for_each(|step| past.push(step));
    let steps: Vec<_> = std::iter::from_fn(|| past.pop()).collect();
    assert_eq!((steps.len(), steps[0], steps[499]), (500, 599, 100));
}

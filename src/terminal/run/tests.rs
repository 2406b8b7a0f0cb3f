//! Tests of the loop and the stack on a made-up terminal, keys and clock.

use std::collections::VecDeque;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;

use super::*;
use crate::terminal::ask::Question;
use crate::terminal::command::{Availability, Command, Place};
use crate::terminal::form::{Did, Field, Form, Kind, Rules, Trouble};
use crate::terminal::keys::{Code, Key};
use crate::terminal::layers::{Answer, Layer, Outcome};
use crate::terminal::theme::Look;
use crate::terminal::widgets::Confirm;
use crate::text::shown;

/// A step of a story: what comes, or time that passes.
enum Step {
    Comes(Happening),
    Passes(Duration),
}

struct Story {
    steps: VecDeque<Step>,
    now: Instant,
}

impl Events for Story {
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening> {
        match self.steps.pop_front() {
            Some(Step::Comes(happening)) => {
                // Typed one after another, however quick.
                self.now += Duration::from_millis(15);
                Some(happening)
            }
            Some(Step::Passes(time)) => {
                let passed = wait.map_or(time, |wait| wait.min(time));
                self.now += passed;
                if passed < time {
                    self.steps.push_front(Step::Passes(time.saturating_sub(passed)));
                }
                None
            }
            None => Some(Happening::Ended(Ending::HungUp)),
        }
    }

    fn now(&self) -> Instant {
        self.now
    }
}

fn press(code: KeyCode) -> Step {
    Step::Comes(Happening::Event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE))))
}

/// What the layers of these tests work on.
#[derive(Default)]
struct Desk {
    frames: std::cell::Cell<usize>,
    annulled: bool,
    woken: Option<Instant>,
    theme: Theme,
}

impl Context for Desk {
    fn theme(&self) -> Theme {
        self.theme
    }

    fn word(&self, id: &'static str) -> String {
        match id {
            "command-help-bar" => "Помощь".to_owned(),
            "command-quit-bar" => "Выход".to_owned(),
            "command-annul-bar" => "Аннул.".to_owned(),
            "command-annul" => "Аннулировать обращение".to_owned(),
            other => other.to_owned(),
        }
    }

    fn too_small(&self, needed: Size, present: Size) -> String {
        format!("Нужно {}×{}, есть {}×{}", needed.width, needed.height, present.width, present.height)
    }

    fn nothing_found(&self, typed: &str) -> String {
        format!("Нет: {typed}")
    }

    fn means_nothing(&self, command: Command) -> String {
        format!("Здесь не нужно: {command:?}")
    }

    fn heading(&self) -> String {
        "вт 24.11.2026 14:05".to_owned()
    }

    fn wait(&self, now: Instant) -> Option<Duration> {
        self.woken.map(|due| due.saturating_duration_since(now))
    }

    fn wake(&mut self, now: Instant) -> Woken {
        self.woken = Some(now + Duration::from_millis(500));
        Woken::ForNothing
    }
}

/// A screen with one number that can be annulled.
#[derive(Default)]
struct Home {
    typed: String,
    answer: Option<Answer<bool>>,
}

impl Layer<Desk> for Home {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, cx: &Desk) {
        cx.frames.set(cx.frames.get() + 1);
        let state = if cx.annulled { "аннулировано" } else { "на рассмотрении" };
        canvas.put(area, &shown(&format!(" ЭН1-000412/26 {state} {}", self.typed)), Look::Plain);
    }

    fn title(&self, _cx: &Desk) -> String {
        "Отклик".to_owned()
    }

    fn place(&self) -> Place {
        Place::Home
    }

    fn key(&mut self, key: Key, _cx: &mut Desk) -> Outcome<Desk> {
        match key.code {
            Code::Char(c) => {
                self.typed.push(c);
                Outcome::Changed
            }
            _ => Outcome::Same,
        }
    }

    fn availability(&self, command: Command, _cx: &Desk) -> Availability {
        match command {
            Command::Annul => Availability::Ready,
            Command::Print => Availability::Disabled("Печатать нечего: ответа ещё нет".to_owned()),
            _ => Availability::Hidden,
        }
    }

    fn command(&mut self, _command: Command, _cx: &mut Desk) -> Outcome<Desk> {
        let confirm =
            Confirm::new("Аннулировать обращение ЭН1-000412/26?\nНомер не будет дан другому.", "Да", "Нет");
        let (question, answer) = Question::new(confirm, "Помощь".to_owned());
        self.answer = Some(answer);
        Outcome::Open(Box::new(question))
    }

    fn resumed(&mut self, cx: &mut Desk) -> Outcome<Desk> {
        if self.answer.take().and_then(|answer| answer.take()) == Some(true) {
            cx.annulled = true;
        }
        Outcome::Changed
    }

    fn help(&self, _cx: &Desk) -> String {
        "Очередь обращений.\nEnter открывает карточку.".to_owned()
    }
}

/// Plays a story; gives how it ended, the last frame and the program.
fn play(steps: impl IntoIterator<Item = Step>) -> (Ending, String, Program<Desk>) {
    play_on(80, 24, Desk::default(), steps)
}

fn play_on(
    width: u16,
    height: u16,
    desk: Desk,
    steps: impl IntoIterator<Item = Step>,
) -> (Ending, String, Program<Desk>) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let mut program = Program { stack: Stack::new(Box::new(Home::default())), context: desk };
    let mut story = Story { steps: steps.into_iter().collect(), now: Instant::now() };
    let ending = run(&mut terminal, &mut story, &mut program).unwrap();
    let frame = terminal.backend().to_string();
    (ending, frame, program)
}

#[test]
fn f10_leaves_and_a_hang_up_ends() {
    assert_eq!(play([press(KeyCode::F(10))]).0, Ending::Left);
    assert_eq!(play([]).0, Ending::HungUp);
}

#[test]
fn keys_that_come_together_are_drawn_once() {
    let (_, frame, program) = play([
        press(KeyCode::Char('1')),
        press(KeyCode::Char('2')),
        press(KeyCode::Char('3')),
        Step::Passes(Duration::from_secs(1)),
    ]);
    assert!(frame.contains("на рассмотрении 123"));
    assert_eq!(program.context.frames.get(), 2, "the first frame and one for the three keys");
}

#[test]
fn nothing_is_drawn_when_nothing_changes() {
    let desk = Desk { woken: Some(Instant::now()), ..Desk::default() };
    let (_, _, program) = play_on(80, 24, desk, [Step::Passes(Duration::from_mins(1))]);
    assert_eq!(program.context.frames.get(), 1);
}

#[test]
fn a_lone_esc_is_taken_when_no_more_of_it_comes() {
    let (ending, frame, _) =
        play([press(KeyCode::F(8)), press(KeyCode::Esc), Step::Passes(Duration::from_millis(40))]);
    assert_eq!(ending, Ending::HungUp);
    assert!(!frame.contains("Аннулировать обращение"));
}

#[test]
fn the_question_names_its_object() {
    let (_, frame, _) = play([press(KeyCode::F(8)), Step::Passes(Duration::ZERO)]);
    insta::assert_snapshot!(frame);
}

#[test]
fn holding_the_key_down_never_confirms() {
    let held = |code| {
        let key = KeyEvent::new_with_kind(code, KeyModifiers::NONE, crossterm::event::KeyEventKind::Repeat);
        Step::Comes(Happening::Event(Event::Key(key)))
    };
    let steps = [press(KeyCode::F(8)), held(KeyCode::F(8)), held(KeyCode::Enter), held(KeyCode::Char('y'))];
    assert!(!play(steps).2.context.annulled);
    assert!(!play([press(KeyCode::F(8)), press(KeyCode::Enter), press(KeyCode::Enter)]).2.context.annulled);
    assert!(play([press(KeyCode::F(8)), press(KeyCode::Char('д'))]).2.context.annulled);
}

#[test]
fn a_key_that_cannot_act_says_why_until_the_next_key() {
    let (_, frame, _) = play([press(KeyCode::F(5)), Step::Passes(Duration::ZERO)]);
    assert!(frame.contains("Печатать нечего: ответа ещё нет"));
    let (_, frame, _) = play([press(KeyCode::F(6)), Step::Passes(Duration::ZERO)]);
    assert!(frame.contains("Здесь не нужно: Route"));
    let (_, frame, _) = play([press(KeyCode::F(6)), press(KeyCode::Up), Step::Passes(Duration::ZERO)]);
    assert!(!frame.contains("Здесь не нужно"));
}

#[test]
fn a_long_refusal_is_read_to_its_end_over_the_last_rows_until_the_next_key() {
    let mut desk = Desk::default();
    let mut stack = Stack::new(Box::new(Home::default()));
    stack.say(format!("Номер занят. {}Наберите другой номер.", "Он выдан другому обращению. ".repeat(4)));
    let mut rows = || {
        let mut buffer = ratatui::buffer::Buffer::empty(Rect::new(0, 0, 80, 24));
        stack.draw(&mut Canvas::new(&mut buffer, Theme::default()), &desk);
        let rows = buffer.content.chunks(80);
        let rows: Vec<String> =
            rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect()).collect();
        rows
    };
    let seen = rows();
    assert!(seen[21].starts_with(" Номер занят. Он выдан"), "{seen:?}");
    assert!(seen[22].trim_end().ends_with("Наберите другой номер."), "{seen:?}");
    stack.input(Input::Key(Key::press(Code::Left)), &mut desk);
    let mut buffer = ratatui::buffer::Buffer::empty(Rect::new(0, 0, 80, 24));
    stack.draw(&mut Canvas::new(&mut buffer, Theme::default()), &desk);
    assert!(!format!("{buffer:?}").contains("Номер занят"));
}

#[test]
fn the_menu_finds_a_command_by_its_name_and_does_it() {
    let menu = [press(KeyCode::F(9))].into_iter();
    let typed = "анн".chars().map(|c| press(KeyCode::Char(c)));
    let done = [press(KeyCode::Enter), Step::Passes(Duration::ZERO)];
    let (_, frame, _) = play(menu.chain(typed).chain(done));
    assert!(frame.contains("Аннулировать обращение ЭН1-000412/26?"));
}

#[test]
fn f1_explains_the_place_and_f1_twice_all_keys() {
    let (_, frame, _) = play([press(KeyCode::F(1)), Step::Passes(Duration::ZERO)]);
    assert!(frame.contains("Enter открывает карточку."));
    let (_, frame, _) = play([press(KeyCode::F(1)), press(KeyCode::F(1)), Step::Passes(Duration::ZERO)]);
    assert!(frame.contains("F8          Аннулировать обращение"));
}

#[test]
fn a_window_too_small_says_how_large_it_must_be() {
    let (_, frame, _) = play_on(60, 20, Desk::default(), []);
    assert!(frame.contains("Нужно 80×24, есть 60×20"));
    play_on(1, 1, Desk::default(), [press(KeyCode::F(8)), Step::Passes(Duration::ZERO)]);
}

#[test]
fn coming_back_from_a_stop_draws_everything_anew() {
    let (_, frame, program) = play([Step::Comes(Happening::Continued), Step::Passes(Duration::ZERO)]);
    assert_eq!(program.context.frames.get(), 2);
    assert!(frame.contains("ЭН1-000412/26"));
}

/// A form as a screen of its own.
struct Registration(Form);

struct NoRules;

impl Rules for NoRules {
    fn today(&self) -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn word(&self, trouble: Trouble) -> String {
        format!("{trouble:?}")
    }
}

impl Layer<Desk> for Registration {
    fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, _cx: &Desk) {
        self.0.draw(canvas, area);
    }

    fn title(&self, _cx: &Desk) -> String {
        "Новое обращение".to_owned()
    }

    fn place(&self) -> Place {
        Place::Form
    }

    fn typing(&self) -> bool {
        self.0.typing()
    }

    fn key(&mut self, key: Key, _cx: &mut Desk) -> Outcome<Desk> {
        match self.0.key(key, &NoRules) {
            Did::Nothing => Outcome::Same,
            Did::Leave => Outcome::Close,
            _ => Outcome::Changed,
        }
    }

    fn help(&self, _cx: &Desk) -> String {
        String::new()
    }
}

fn registration() -> Registration {
    let fields =
        vec![Field::new("surname", "Фамилия", Kind::Line), Field::new("text", "Суть", Kind::Text(8))];
    Registration(Form::new(fields, "Зарегистрировать"))
}

#[test]
fn a_letter_typed_into_a_form_costs_a_slow_line_under_three_hundred_bytes() {
    let viewport = ratatui::Viewport::Fixed(Rect::new(0, 0, 80, 24));
    for field in [0, 1] {
        let mut written = [0, 0];
        for (letters, total) in [(1, 0), (2, 1)] {
            let mut out = Vec::new();
            let options = ratatui::TerminalOptions { viewport: viewport.clone() };
            let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut out), options).unwrap();
            let stack = Stack::new(Box::new(registration()));
            let mut program = Program { stack, context: Desk::default() };
            let mut steps: VecDeque<Step> = VecDeque::new();
            for code in std::iter::repeat_n(KeyCode::Tab, field)
                .chain(std::iter::repeat_n(KeyCode::Char('Ж'), letters))
            {
                steps.push_back(press(code));
                steps.push_back(Step::Passes(Duration::from_secs(1)));
            }
            run(&mut terminal, &mut Story { steps, now: Instant::now() }, &mut program).unwrap();
            drop(terminal);
            written[total] = out.len();
        }
        let cost = written[1] - written[0];
        assert!((1..300).contains(&cost), "{cost} bytes in field {field}");
    }
}

#[test]
fn letters_typed_into_a_form_are_no_commands_but_function_keys_are() {
    let mut stack: Stack<Desk> = Stack::new(Box::new(registration()));
    let mut desk = Desk::default();
    assert_eq!(stack.input(Input::Key(Key::press(Code::Char('/'))), &mut desk), Flow::Changed);
    assert_eq!(stack.input(Input::Key(Key::press(Code::Ctrl('q'))), &mut desk), Flow::Quit);
}

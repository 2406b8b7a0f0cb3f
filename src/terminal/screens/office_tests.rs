//! The office kept on screen, and its first day, on a real register under a set clock.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use tempfile::TempDir;

use super::first_day::{Beginning, set_up};
use super::sheet::Sheet as _;
use super::steps::{Step, StepKind};
use crate::clock::Clock;
use crate::desk::{Confirmed, Desk, FirstDay};
use crate::i18n::{Language, Words};
use crate::letters::spooler::Spooler;
use crate::paths::Paths;
use crate::standard::appeal::{Channel, Kind};
use crate::standard::client::{Client, Identity};
use crate::standard::correct::Correctable;
use crate::standard::decide::{OfficeCommand, Registration, Routing, Target};
use crate::standard::office::{FullName, Login, Role, SigningRight, StaffMember, Unit, UnitCode, UnitSort};
use crate::standard::personal::Personal;
use crate::terminal::app::Cx;
use crate::terminal::canvas::Canvas;
use crate::terminal::keys::{Code, Input, Key};
use crate::terminal::run::{App as _, Ending, Events, Happening, Program};
use crate::terminal::start::{Checked, Start, Verification, program};
use crate::terminal::theme::Theme;

fn clock() -> Clock {
    Clock::Set("2026-11-24T14:05:00+07:00".parse().unwrap())
}

fn first_day() -> FirstDay {
    FirstDay {
        office: "АО «Энскэнергосбыт»".to_owned(),
        code: Some("ЭН1".to_owned()),
        unit: "ЦОК Энск-1".to_owned(),
        person: "Иванова Анна Петровна".to_owned(),
        position: "Начальник ЦОК".to_owned(),
        phone: Some("+7 383 555-12-34".to_owned()),
        signs: true,
        ..FirstDay::default()
    }
}

fn member(login: &str, name: &str, unit: &str) -> StaffMember {
    StaffMember {
        login: Login(login.to_owned()),
        name: Personal::Known(FullName::parse(name).unwrap()),
        unit: UnitCode(unit.to_owned()),
        position: String::new(),
        phone: None,
        email: None,
        roles: [Role::Clerk, Role::Executor].into(),
        signing: None,
        os_user: None,
        deputises: Vec::new(),
        retired: None,
    }
}

/// An office with a second unit and people of whom a letter would lack something.
fn office(folder: &Path) -> Desk {
    let mut desk = Desk::begin(&folder.join("otklik.db"), clock(), &first_day()).unwrap();
    let mut keep = |command| desk.change_office(command, &Confirmed::new()).unwrap();
    keep(OfficeCommand::AddUnit(Unit {
        code: UnitCode("ОС".to_owned()),
        title: "Отдел сбыта".to_owned(),
        sort: UnitSort::Department,
        external: false,
        retired: None,
    }));
    keep(OfficeCommand::AddPerson(StaffMember {
        position: "Инженер по расчётам".to_owned(),
        ..member("петров", "Петров Иван Ильич", "ОС")
    }));
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
    keep(OfficeCommand::AddPerson(StaffMember {
        phone: Some("+7 383 555-00-02".to_owned().into()),
        signing: Some(SigningRight { from: day(1), to: Some(day(31)) }),
        ..member("гасанов", "Гасанов", "ОС")
    }));
    keep(OfficeCommand::AddPerson(member("старый", "Ёлкин Пётр Савельевич", "ОС")));
    desk.retire_person(Login("старый".to_owned()), &Confirmed::new()).unwrap();
    desk
}

/// The desk's program with its folder.
struct AtDesk {
    folder: TempDir,
    program: Program<Cx>,
    now: Instant,
}

impl AtDesk {
    fn sit(language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = office(folder.path());
        Self::at(folder, desk, language)
    }

    fn at(folder: TempDir, desk: Desk, language: Language) -> Self {
        let start = Start {
            paths: Paths::in_folder(folder.path()),
            words: Words::new(language),
            theme: Theme::default(),
            printer: None,
            spooler: Spooler::default(),
            person: desk.actor().map(|person| person.login.clone()),
            os_user: None,
        };
        let now = Instant::now();
        Self { folder, program: program(desk, start, now).unwrap(), now }
    }

    fn press(&mut self, codes: &[Code]) -> &mut Self {
        for code in codes {
            self.program.stack.input(Input::Key(Key::press(*code)), &mut self.program.context);
        }
        self
    }

    fn typed(&mut self, text: &str) -> &mut Self {
        let codes: Vec<_> = text.chars().map(Code::Char).collect();
        self.press(&codes)
    }

    /// Does a command by its name in the list of all commands.
    fn command(&mut self, name: &str) -> &mut Self {
        self.press(&[Code::F(9)]).typed(name).press(&[Code::Enter])
    }

    /// The check behind the screens finds this.
    fn checked(&mut self, found: Checked) {
        self.program.context.watch(Verification::found(found));
        self.now += Duration::from_secs(1);
        self.program.wake(self.now);
    }

    fn frame(&mut self) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        let mut canvas = Canvas::new(&mut buffer, Theme::default());
        self.program.stack.draw(&mut canvas, &self.program.context);
        let rows = buffer.content.chunks(80).map(|row| row.iter().map(Cell::symbol).collect::<String>());
        rows.map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    fn person(&self, login: &str) -> StaffMember {
        self.program.context.desk.office().staff[&Login(login.to_owned())].clone()
    }
}

#[test]
fn the_list_of_staff_names_what_a_letter_lacks() {
    let mut desk = AtDesk::sit(Language::Ru);
    insta::assert_snapshot!("staff_ru", desk.command("Сотрудники").frame());
    let mut desk = AtDesk::sit(Language::En);
    insta::assert_snapshot!("staff_en", desk.command("Staff").frame());
}

#[test]
fn the_list_of_units_counts_who_works_there() {
    let mut desk = AtDesk::sit(Language::Ru);
    insta::assert_snapshot!("units_ru", desk.command("Подразделения").frame());
    let mut desk = AtDesk::sit(Language::En);
    insta::assert_snapshot!("units_en", desk.command("Units").frame());
}

#[test]
fn the_form_of_a_person_fits_the_smallest_screen() {
    let mut desk = AtDesk::sit(Language::Ru);
    insta::assert_snapshot!("person_ru", desk.command("Сотрудники").press(&[Code::F(7)]).frame());
    let mut desk = AtDesk::sit(Language::En);
    insta::assert_snapshot!("person_en", desk.command("Staff").press(&[Code::F(7)]).frame());
}

#[test]
fn the_form_of_a_unit_and_of_the_office_as_they_are_seen() {
    let mut desk = AtDesk::sit(Language::Ru);
    insta::assert_snapshot!("unit_ru", desk.command("Подразделения").press(&[Code::Enter]).frame());
    insta::assert_snapshot!("office_ru", desk.press(&[Code::Esc, Code::Esc]).command("Организация").frame());
    let mut desk = AtDesk::sit(Language::En);
    insta::assert_snapshot!("office_en", desk.command("Office").frame());
}

#[test]
fn a_new_person_gets_a_login_from_the_surname_and_stands_in_the_list() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.command("Сотрудники").press(&[Code::F(7)]).typed("Петров Олег Ильич").press(&[Code::Enter]);
    assert!(desk.frame().contains("петров2"), "the login of the other Петров is taken");
    let frame = desk.press(&[Code::F(2)]).frame();
    assert!(frame.contains("Петров О. И. — сохранено."));
    assert_eq!(desk.person("петров2").roles, [Role::Clerk, Role::Executor].into());
    assert!(frame.lines().any(|line| line.starts_with(">Петров О. И.")), "the list stands on who was added");
}

#[test]
fn a_login_that_is_taken_is_told_beside_its_field() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.command("Сотрудники").press(&[Code::F(7)]).typed("Сидоров").press(&[Code::Enter]);
    for _ in 0.."сидоров".chars().count() {
        desk.press(&[Code::Backspace]);
    }
    let frame = desk.typed("петров").press(&[Code::F(2)]).frame();
    assert!(frame.contains("! Код «петров» уже занят."), "{frame}");
}

#[test]
fn a_phone_typed_as_it_comes_is_kept_as_letters_print_it() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.command("Сотрудники").press(&[Code::Down, Code::Down, Code::Enter]);
    desk.press(&[Code::Down, Code::Down, Code::Down]).typed("8(383)5550003").press(&[Code::F(2)]);
    assert_eq!(desk.person("петров").phone.unwrap().text(), "+7 (383) 555-00-03");
}

#[test]
fn whoever_left_is_named_in_the_question_and_stays_in_history() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.command("Сотрудники").press(&[Code::Down, Code::Down, Code::F(8)]);
    assert!(desk.frame().contains("Отметить увольнение: Петров И. И.?"));
    assert!(desk.press(&[Code::Enter]).person("петров").retired.is_none(), "plain Enter means no");
    let frame = desk.press(&[Code::F(8)]).typed("д").frame();
    assert!(frame.contains("Петров И. И.: теперь только в истории."), "{frame}");
    assert!(desk.person("петров").retired.is_some());
    // And back again, with all that was known.
    desk.press(&[Code::End, Code::Enter, Code::Last, Code::Up]).typed(" ").press(&[Code::F(2)]);
    assert!(desk.person("петров").retired.is_none());
}

#[test]
fn a_unit_with_people_is_not_retired_and_says_why() {
    let mut desk = AtDesk::sit(Language::Ru);
    let frame = desk.command("Подразделения").press(&[Code::F(8)]).typed("д").frame();
    assert!(frame.contains("В подразделении ещё 2 сотрудника. Сначала переведите их."), "{frame}");
}

#[test]
fn the_last_administrator_is_kept_and_the_role_is_pointed_at() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.command("Сотрудники").press(&[Code::Down, Code::Enter]);
    for _ in 0..9 {
        desk.press(&[Code::Down]);
    }
    let frame = desk.typed(" ").press(&[Code::F(2)]).frame();
    let line = frame.lines().position(|line| line.contains("Администратор")).unwrap();
    let told = frame.lines().skip(line).take(2).any(|line| line.contains("! Это последний администратор"));
    assert!(told, "{frame}");
}

#[test]
fn a_clerk_may_look_at_the_staff_but_not_change_it() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.program.context.desk.sit(&Login("петров".to_owned())).unwrap();
    for code in [Code::F(7), Code::F(8), Code::Enter] {
        let frame = desk.press(&[Code::Esc]).command("Сотрудники").press(&[code]).frame();
        assert!(frame.contains("Это может сделать: администратор."), "{frame}");
    }
    let frame = desk.press(&[Code::Esc]).command("Организация").frame();
    assert!(frame.contains("Это может сделать: администратор."), "{frame}");
}

#[test]
fn a_pattern_that_would_repeat_numbers_is_told_beside_its_field() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.command("Организация").press(&[Code::Last, Code::Up, Code::Up, Code::Up, Code::Up]);
    for _ in 0..4 {
        desk.press(&[Code::Backspace]);
    }
    let frame = desk.press(&[Code::F(2)]).frame();
    assert!(frame.contains("! В шаблоне номера нужны и код офиса"), "{frame}");
    // What was refused is selected; a movement keeps it.
    let frame = desk.press(&[Code::End]).typed("{yyyy}").press(&[Code::Tab]).frame();
    assert!(frame.contains("Будет: ЭН1-000001/2026 и"), "{frame}");
}

#[test]
fn what_was_typed_into_the_office_is_offered_back_as_a_draft() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.command("Организация").press(&[Code::Enter]).typed("630000, г. Энск").press(&[Code::Esc]);
    assert!(desk.frame().contains("Черновик сохранён"));
    let frame = desk.typed("d").press(&[Code::Enter]).frame();
    assert!(frame.contains("630000, г. Энск"), "{frame}");
    desk.press(&[Code::F(2)]);
    assert_eq!(desk.program.context.desk.office().details.address, "630000, г. Энск");
    assert!(desk.typed("d").frame().contains("Черновиков нет."));
}

/// An appeal that waits for the reply of Петров, who has no phone.
fn with_an_appeal(folder: &Path) -> Desk {
    let mut desk = office(folder);
    let client = Client {
        identity: Identity::Person {
            surname: "Ромашкина".to_owned(),
            given: Some("Ольга".to_owned()),
            patronymic: Some("Ивановна".to_owned()),
        },
        address: Some("г. Энск, ул. Ленина, д. 5".to_owned()),
        ..Client::anonymous()
    };
    let intake = desk.actor().unwrap().unit.clone();
    let registration = Registration {
        gist: Some("Перерасчёт за октябрь".to_owned()),
        ..Registration::new(Channel::LetterPost, Kind::Application, intake, client)
    };
    let appeal = desk.register_appeal(registration, &Confirmed::new()).unwrap().appeal;
    let routing = Routing {
        target: Target::Executor(Login("петров".to_owned())),
        resolution: Some("Ответить".to_owned()),
        inner_due: None,
        override_reason: Some("Не по маршруту".to_owned()),
        co_executors: BTreeSet::new(),
    };
    desk.route((&appeal).into(), &routing, &Confirmed::new()).unwrap();
    desk
}

#[test]
fn a_reply_that_lacks_the_executors_phone_opens_their_form_and_keeps_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let desk = with_an_appeal(folder.path());
    let mut desk = AtDesk::at(folder, desk, Language::Ru);
    desk.typed("r").typed("Произведён перерасчёт, сумма 540 рублей возвращена на лицевой счёт.");
    insta::assert_snapshot!("person_for_a_letter_ru", desk.press(&[Code::F(2)]).frame());
    let frame = desk.typed("83835550003").press(&[Code::F(2)]).frame();
    assert!(frame.contains("Петров И. И. — сохранено. Теперь F2 — сохранить ответ."), "{frame}");
    assert!(frame.contains("сумма 540 рублей"), "the reply lies beneath as it was typed\n{frame}");
    assert!(desk.press(&[Code::F(2)]).frame().contains("Ответ окончательный."));
    assert!(desk.folder.path().exists());
}

/// Keys typed on the first day, a look at the screen after each; then the line is hung up.
struct Typist(VecDeque<Option<KeyCode>>, Instant);

impl Events for Typist {
    fn next(&mut self, _wait: Option<Duration>) -> Option<Happening> {
        self.1 += Duration::from_millis(40);
        match self.0.pop_front() {
            Some(code) => {
                code.map(|code| Happening::Event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE))))
            }
            None => Some(Happening::Ended(Ending::HungUp)),
        }
    }

    fn now(&self) -> Instant {
        self.1
    }
}

/// Plays the first day; gives the desk, if it was opened, its language and the last frame.
fn play(folder: &Path, language: Language, keys: &[&str]) -> (Option<(Desk, Words)>, String) {
    let named = |key: &str| match key {
        "⏎" => KeyCode::Enter,
        "F2" => KeyCode::F(2),
        "F9" => KeyCode::F(9),
        "⌫" => KeyCode::Backspace,
        other => panic!("an unknown key {other}"),
    };
    let codes = keys.iter().flat_map(|key| match key.strip_prefix('=') {
        Some(text) => text.chars().map(KeyCode::Char).collect(),
        None => vec![named(key)],
    });
    let codes = codes.flat_map(|code| [Some(code), None]);
    let register = folder.join("база").join("otklik.db");
    let draft = Some(folder.join("desk").join("first-day.json"));
    let anna = Some("anna".to_owned());
    let beginning = Beginning::new(Words::new(language), Theme::default(), register, clock(), anna, draft);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let opened = set_up(&mut terminal, &mut Typist(codes.collect(), Instant::now()), beginning).unwrap();
    (opened, terminal.backend().to_string())
}

#[test]
fn three_fields_open_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    let keys = ["=АО «Энскэнергосбыт»", "⏎", "=ЦОК Энск-1", "⏎", "=Иванова Анна Петровна", "⏎", "F2"];
    let (opened, _) = play(folder.path(), Language::Ru, &keys);
    let (desk, _) = opened.unwrap();
    let person = desk.actor().unwrap();
    assert_eq!(desk.office().details.name, "АО «Энскэнергосбыт»");
    assert_eq!(person.name.known().unwrap().full(), "Иванова Анна Петровна");
    assert_eq!(person.os_user.as_deref(), Some("anna"));
    assert!(person.signing.is_some() && person.has_any(&[Role::Administrator]));
    assert_eq!(desk.office().unit_title(&person.unit), "ЦОК Энск-1");
}

#[test]
fn the_first_day_as_it_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    insta::assert_snapshot!("first_day_ru", play(folder.path(), Language::Ru, &[]).1);
    insta::assert_snapshot!("first_day_en", play(folder.path(), Language::En, &["=Enskenergosbyt", "F2"]).1);
    assert!(!folder.path().join("база").exists(), "no register is made before it is whole");
}

#[test]
fn what_was_typed_on_the_first_day_is_there_when_one_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    assert!(play(folder.path(), Language::Ru, &["=АО «Энск»", "⏎", "=ЦОК Энск"]).0.is_none());
    let (opened, frame) = play(folder.path(), Language::Ru, &["⏎", "⏎", "=Иванова Анна"]);
    assert!(opened.is_none() && frame.contains("АО «Энск»") && frame.contains("ЦОК Энск_"), "{frame}");
    let (opened, _) = play(folder.path(), Language::Ru, &["F2"]);
    let (desk, _) = opened.unwrap();
    assert_eq!(desk.office().details.name, "АО «Энск»");
    assert!(std::fs::read_dir(folder.path().join("desk")).unwrap().next().is_none(), "it is kept no longer");
}

#[test]
fn the_language_is_switched_on_the_first_day_and_what_was_typed_stays() {
    let folder = tempfile::tempdir().unwrap();
    let keys = ["=АО «Энск»", "⏎", "=ЦОК", "F9", "=English", "⏎"];
    let (opened, frame) = play(folder.path(), Language::Ru, &keys);
    assert!(opened.is_none());
    assert!(
        frame.contains("Open the desk") && frame.contains("АО «Энск»") && frame.contains("ЦОК_"),
        "{frame}"
    );
}

#[test]
fn a_code_that_will_not_do_is_told_beside_its_field_on_the_first_day() {
    let folder = tempfile::tempdir().unwrap();
    let keys = ["=АО", "⏎", "=ЦОК", "⏎", "=Иванова Анна", "⏎", "⌫", "⌫", "=ЭН 1/", "F2"];
    let (opened, frame) = play(folder.path(), Language::Ru, &keys);
    assert!(opened.is_none());
    assert!(frame.contains("! Код «ЭН 1/» не подходит"), "{frame}");
}

#[test]
fn help_explains_every_field_that_a_step_of_an_appeal_can_ask() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let desk = with_an_appeal(folder.path());
        let mut desk = AtDesk::at(folder, desk, language);
        let cx = &mut desk.program.context;
        let appeal = cx.desk.find("Ромашкина", 1).unwrap().found.remove(0).line;
        let appeal = cx.desk.card(appeal.id).unwrap().appeal;
        let all = Correctable::ALL.iter().map(|field| (field.code().to_owned(), "".into())).collect();
        for kind in StepKind::ALL {
            let (step, form) = Step::of_draft(*kind, &appeal, &all, cx);
            assert_eq!(step.form().unexplained(&form, &cx.words), None, "{kind:?}");
            assert!(!form.fields().is_empty(), "{kind:?}");
        }
    }
}

#[test]
fn a_check_that_could_not_look_is_told_and_calls_no_register_damaged() {
    let mut desk = AtDesk::sit(Language::Ru);
    desk.checked(Checked::NotLooked);
    assert!(desk.frame().contains("Проверить базу за работой не удалось"), "{}", desk.frame());
    assert!(!desk.frame().contains("База повреждена"));
    desk.checked(Checked::Damaged);
    assert!(desk.frame().contains("База повреждена: otklik check"), "{}", desk.frame());
}

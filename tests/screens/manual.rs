//! The pictures of the ten main screens in `docs/pictures`, drawn by the program itself. They are those of today: where
//! a screen was changed, `scripts/pictures.sh` draws them anew.

use std::path::{Path, PathBuf};

use crossterm::event::KeyCode::{Down, Enter, Esc, F};
use otklik::desk::{Confirmed, Seen};
use otklik::i18n::Language;
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::client::{Client, Identity};
use otklik::standard::decide::{Registration, Routing, Target};
use otklik::standard::office::Login;
use otklik::terminal::command::Command;

use crate::clerk::{Clerk, letter};
use crate::{picture, svg};

/// With this set the pictures are written, not compared.
const ANEW: &str = "OTKLIK_PICTURES";
/// What no picture exceeds, in bytes.
const MOST: usize = 40 * 1024;

/// What came in on which day: channel, kind, topic, client, gist, executor.
type Came = (&'static str, Channel, Kind, &'static str, &'static str, &'static str, Option<&'static str>);

const CAME: [Came; 12] = [
    (
        "11-25",
        Channel::LetterPost,
        Kind::Complaint,
        "billing.recalculation",
        "Ёлкина",
        "Перерасчёт за октябрь",
        None,
    ),
    (
        "11-25",
        Channel::Email,
        Kind::Application,
        "contract.conclusion",
        "",
        "Договор на новый дом",
        Some("petrov"),
    ),
    (
        "11-26",
        Channel::InPerson,
        Kind::Application,
        "metering.readings",
        "Юй",
        "Показания за ноябрь",
        Some("petrov"),
    ),
    (
        "11-26",
        Channel::LetterPost,
        Kind::Complaint,
        "quality.voltage",
        "Салтыкова-Щедрина",
        "Низкое напряжение",
        Some("sidorova"),
    ),
    (
        "11-27",
        Channel::VirtualReception,
        Kind::Application,
        "billing.transfer",
        "Александрова",
        "Перенос платы на новый счёт",
        None,
    ),
    (
        "11-30",
        Channel::LetterHand,
        Kind::Complaint,
        "quality.outage",
        "Гасанова",
        "Отключение света",
        Some("ivanova"),
    ),
    (
        "12-01",
        Channel::Phone,
        Kind::Enquiry,
        "metering.check",
        "Ким",
        "Когда поверка счётчика",
        Some("sidorova"),
    ),
    (
        "12-04",
        Channel::LetterPost,
        Kind::Suggestion,
        "metering.readings",
        "Озёрская",
        "Принимать показания по телефону",
        Some("petrov"),
    ),
    ("12-09", Channel::InPerson, Kind::Review, "service.thanks", "Попова", "Спасибо Петрову", None),
    ("12-10", Channel::Phone, Kind::Enquiry, "billing.refund", "Ёлкина", "Возврат переплаты", Some("petrov")),
    (
        "12-11",
        Channel::LetterPost,
        Kind::Application,
        "account.owner",
        "Ёлкина-Юдина",
        "Смена владельца",
        None,
    ),
    ("12-11", Channel::Email, Kind::Application, "metering.check", "Ли", "Поверка счётчика", None),
];

/// What the places of the template for a recalculation are filled with.
const PLACES: [&str; 4] = ["октябрь 2026 г.", "Показания 4512 приняты вместо 4521.", "412", "ноябрь"];

/// A centre on an ordinary day, two weeks after the first of these came.
fn ordinary(language: Language) -> Clerk {
    let mut clerk = Clerk::new();
    clerk.with_printers();
    for (day, channel, kind, topic, surname, gist, executor) in CAME {
        clerk.on_day(&format!("2026-{day}"));
        let mut desk = clerk.other_desk(Some("ivanova"));
        let organisation = Identity::Organisation {
            organisation: "ТСЖ «Северный квартал»".to_owned(),
            inn: None,
            contact_person: None,
        };
        let person = letter(surname, gist).client;
        let client = if surname.is_empty() { Client { identity: organisation, ..person } } else { person };
        let known = desk.office().topic(topic).map(|_| topic.to_owned());
        let text = (kind == Kind::Complaint && topic.starts_with("billing"))
            .then(|| "Прошу пересчитать плату за октябрь: показания счётчика 4512, а не 4521.".to_owned());
        let form = Registration { channel, kind, topic: known, text, client, ..letter(surname, gist) };
        let appeal = desk.register_appeal(form, &Confirmed::new()).unwrap().appeal;
        if let Some(login) = executor {
            let routing = Routing {
                target: Target::Executor(Login(login.to_owned())),
                resolution: Some("Разобраться и ответить".to_owned()),
                inner_due: None,
                override_reason: None,
                co_executors: [].into(),
            };
            desk.route(Seen::from(&appeal), &routing, &Confirmed::new()).unwrap();
        }
    }
    clerk.on_day("2026-12-11");
    if language == Language::En {
        clerk.in_english();
    }
    clerk
}

/// The ten screens, each with the name of its picture.
fn screens(clerk: &mut Clerk, see: &mut dyn FnMut(&str, &mut Clerk)) {
    let surname = clerk.word("field-surname");
    see("home", clerk);
    see("card", clerk.press(Enter));
    clerk.goes_home().press(F(6)).types("п").press(Enter).press(F(2));
    see("commands", clerk.goes_home().press(F(9)));
    see("find", clerk.goes_home().asks(Command::Find).types("ёлк"));
    clerk.goes_home().asks(Command::New).press(Enter);
    see("register", clerk.fill(&surname, "Ёлкина").press(Enter));
    let topic = clerk.word("label-topic");
    see("pick", clerk.go_to(&topic).types("пе"));
    clerk.press(Esc).goes_home();
    clerk.asks(Command::Reply).press(Enter);
    for (at, said) in PLACES.into_iter().enumerate() {
        if at > 0 {
            clerk.asks(Command::NextPlace);
        }
        clerk.types(said);
    }
    see("reply", clerk);
    see("preview", clerk.asks(Command::Preview));
    clerk.press(Esc).asks(Command::Save);
    see("print", clerk.asks(Command::Print));
    see("journals", clerk.goes_home().asks(Command::Journals).press(Down));
}

fn folder(language: Language) -> PathBuf {
    let tongue = if language == Language::Ru { "ru" } else { "en" };
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures").join(tongue)
}

fn pictures(language: Language) {
    let folder = folder(language);
    let anew = std::env::var_os(ANEW).is_some();
    let mut old = Vec::new();
    screens(&mut ordinary(language), &mut |name, clerk| {
        let (width, height) = clerk.window();
        let (buffer, _) = clerk.drawn_at(width, height, picture::COLOUR);
        let drawn = svg::of(&buffer, clerk.cursor().unwrap().into());
        assert!(drawn.len() < MOST, "{name} is too large a picture: {} bytes", drawn.len());
        let file = folder.join(name).with_extension("svg");
        if anew {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &drawn).unwrap();
        } else if std::fs::read_to_string(&file).ok().as_deref() != Some(&drawn) {
            old.push(name.to_owned());
        }
    });
    assert!(
        old.is_empty(),
        "screens changed since their pictures were drawn: {old:?}; run scripts/pictures.sh"
    );
}

#[test]
fn the_pictures_in_russian_are_those_of_today() {
    pictures(Language::Ru);
}

#[test]
fn the_pictures_in_english_are_those_of_today() {
    pictures(Language::En);
}

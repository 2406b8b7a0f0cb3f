//! With what a story begins: an office with its people, a letter.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk, FirstDay};
use otklik::register::Randomness;
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::client::{Client, Identity};
use otklik::standard::decide::{OfficeCommand, Registration};
use otklik::standard::office::{FullName, Login, Role, StaffMember, Unit, UnitCode, UnitSort};
use otklik::standard::personal::Personal;

/// A moment as it is written in a file.
pub fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// An office of one centre and a head office; in the centre somebody who may do everything, a head, an executor, a
/// clerk, and an executor without a telephone.
pub fn set_up(register: &Path, clock: Clock) {
    let day = FirstDay {
        office: "АО «ЭнскЭнерго»".to_owned(),
        code: Some("ЭН1".to_owned()),
        unit: "ЦОК".to_owned(),
        person: "Иванова Анна Петровна".to_owned(),
        login: Some("ivanova".to_owned()),
        position: "Начальник центра".to_owned(),
        phone: Some("+7 3822 11-22-33".to_owned()),
        signs: true,
        ..FirstDay::default()
    };
    let mut desk = Desk::begin_by(register, clock, &day, Randomness::seeded(1)).unwrap();
    let unit = UnitCode("ИА".to_owned());
    let head_office = Unit {
        code: unit,
        title: "Исполнительный аппарат".to_owned(),
        sort: UnitSort::HeadOffice,
        external: false,
        retired: None,
    };
    let mut commands = vec![OfficeCommand::AddUnit(head_office)];
    let people = [
        ("petrov", "Петров Илья Сергеевич", Some("+7 3822 55-66-77"), &[Role::Executor][..]),
        ("sidorova", "Сидорова Мария Олеговна", None, &[Role::Executor]),
        ("orlova", "Орлова Нина Львовна", None, &[Role::Clerk]),
    ];
    for (login, name, phone, roles) in people {
        commands.push(OfficeCommand::AddPerson(StaffMember {
            login: Login(login.to_owned()),
            name: Personal::Known(FullName::parse(name).unwrap()),
            unit: UnitCode("ЦОК".to_owned()),
            position: "Специалист".to_owned(),
            phone: phone.map(|phone| phone.to_owned().into()),
            email: None,
            roles: roles.iter().copied().collect(),
            signing: None,
            os_user: None,
            deputises: Vec::new(),
            retired: None,
        }));
    }
    for command in commands {
        desk.change_office(command, &Confirmed::new()).unwrap();
    }
}

/// A letter that came by post today from somebody with an address.
pub fn letter(surname: &str, gist: &str) -> Registration {
    let client = Client {
        identity: Identity::Person {
            surname: surname.to_owned(),
            given: Some("Анна".to_owned()),
            patronymic: Some("Петровна".to_owned()),
        },
        account: Some("100200300".to_owned()),
        address: Some("ул. Ленина, д. 5, кв. 12, г. Энск, 634000".to_owned()),
        phone: Some("+7 900 123-45-67".to_owned()),
        email: Some("anna@example.org".to_owned()),
        ..Client::anonymous()
    };
    let intake = UnitCode("ЦОК".to_owned());
    Registration {
        gist: Some(gist.to_owned()),
        ..Registration::new(Channel::LetterPost, Kind::Application, intake, client)
    }
}

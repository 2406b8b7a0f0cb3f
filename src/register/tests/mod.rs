//! The promises of the register, on real files.

mod keeping;
#[cfg(unix)]
mod opening;
mod reading;
mod restoring;
mod writing;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::standard::appeal::{Appeal, Channel, Content, Kind};
use crate::standard::client::{Client, Identity};
use crate::standard::fact::{AppealEvent, Destination, Reason, Registered, Routed, Stamp};
use crate::standard::number::{Number, Series};
use crate::standard::office::{Login, UnitCode};
use crate::standard::personal::Personal;
use crate::standard::route::Route;
use crate::standard::term::{Base, Due, Roll, TermUnit};
use crate::standard::text::Bilingual;

const OFFICE: Uuid = Uuid::from_u128(0xE1);

/// A folder with one register in it, and everything that tests do to it.
struct Desk {
    folder: TempDir,
    register: Register,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn stamp() -> Stamp {
    Stamp { at: time("2026-11-23T14:05:00.250+03:00"), who: Login("ivanova".into()) }
}

fn person(surname: &str) -> Client {
    let identity = Identity::Person {
        surname: surname.into(),
        given: Some("Анна".into()),
        patronymic: Some("Петровна".into()),
    };
    Client { identity, ..Client::anonymous() }
}

fn due(text: &str) -> Due {
    let day = day(text);
    let title = Bilingual { ru: "15 дней".into(), en: "15 days".into() };
    Due {
        day,
        norm: "standard".into(),
        title,
        version: 1,
        base: Base::Registration,
        from: day,
        n: 15,
        unit: TermUnit::CalendarDays,
        raw: day,
        roll: Roll::Stays,
        extended_by: 0,
        reopened: false,
        provisional: false,
    }
}

fn registered(serial: u32, due_day: &str, client: Client) -> Registered {
    Registered {
        number: Number { text: format!("ЭН1-{serial:06}/26"), serial, year: 2026 },
        registered: day("2026-11-23"),
        received: day("2026-11-20"),
        late_reason: None,
        intake: UnitCode("cok1".into()),
        channel: Channel::LetterPost,
        kind: Kind::Complaint,
        topic: Some("billing.recalculation".into()),
        visit: None,
        request: None,
        client_sort: client.sort(),
        client: Personal::Known(client),
        content: Content {
            gist: Personal::Known("Перерасчёт за октябрь".into()),
            text: None,
            sheets: Some(2),
            attachments: None,
            sender_number: None,
            sender_date: None,
            covering_letter: None,
            questions: Vec::new(),
            documents: BTreeSet::new(),
            power: None,
            book: None,
        },
        reply_wish: None,
        route: Route::Head,
        due: due(due_day),
        inner_due: None,
        client_id: None,
        contacts_from_card: false,
        paper: None,
        call_back: None,
    }
}

fn routed(unit: &str, executor: &str) -> AppealEvent {
    AppealEvent::Routed(Routed {
        destination: Destination::Executor { unit: UnitCode(unit.into()), executor: Login(executor.into()) },
        resolution: Personal::Known("Прошу подготовить ответ".into()),
        inner_due: None,
        override_reason: None,
        co_executors: BTreeSet::new(),
    })
}

fn closed() -> AppealEvent {
    AppealEvent::Noted(Reason { reason: Personal::Known("Отзыв".into()), on: day("2026-11-24") })
}

/// Registers an appeal as the desk does: number, fact and line in one transaction.
fn register_one(register: &mut Register, due_day: &str, client: Client) -> Result<Appeal, StoreError> {
    register.write(|tx| {
        let serial = tx.take_number(Series::Appeal, 2026)?;
        let event = registered(serial, due_day, client);
        let subject = Subject { sort: Sort::Appeal, id: tx.new_id(stamp().at)? };
        tx.record(&subject, 0, &stamp(), &AppealEvent::Registered(Box::new(event.clone())))?;
        let appeal = Appeal::begin(subject.id, event, stamp());
        tx.save_appeal(&appeal)?;
        Ok(appeal)
    })
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let register =
            Register::create(&folder.path().join("desk.otklik"), OFFICE, Randomness::seeded(1)).unwrap();
        Self { folder, register }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("desk.otklik")
    }

    fn register(&mut self, due_day: &str, client: Client) -> Appeal {
        register_one(&mut self.register, due_day, client).unwrap()
    }

    /// Adds an event to an appeal, with its line.
    fn add(&mut self, appeal: &mut Appeal, event: AppealEvent) {
        self.register
            .write(|tx| {
                let subject = Subject { sort: Sort::Appeal, id: appeal.id };
                tx.record(&subject, appeal.version, &stamp(), &event)?;
                appeal.apply(event, &stamp()).unwrap();
                tx.save_appeal(appeal)
            })
            .unwrap();
    }

    /// Closes the register and gives the folder, so that the file can be looked at by plain means.
    fn close(self) -> (TempDir, PathBuf) {
        let path = self.path();
        drop(self.register);
        (self.folder, path)
    }

    /// Some appeals that stand in different ways.
    fn with_appeals() -> Self {
        let mut desk = Self::new();
        let mut first = desk.register("2026-12-08", person("Ёлкина"));
        desk.add(&mut first, routed("billing", "petrov"));
        desk.register("2026-12-09", person("Салтыков-Щедрин"));
        let mut third = desk.register("2026-12-10", person("Гасанов"));
        desk.add(&mut third, closed());
        desk
    }
}

fn open(path: &Path, access: Access) -> Result<Register, OpenError> {
    Register::open(path, access, Randomness::seeded(2))
}

/// A second connection to the file without any of our settings: what a stranger's program would do.
fn stranger(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}

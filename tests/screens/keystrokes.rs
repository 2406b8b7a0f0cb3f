//! How many keys common jobs take, apart from the text typed into fields: every other key counts, the letters that
//! narrow a list too.

use std::io::Write as _;

use crossterm::event::KeyCode::{self, Char, Enter, F, Tab};
use crossterm::event::KeyModifiers;
use otklik::standard::appeal::Channel;
use otklik::standard::decide::Registration;

use crate::clerk::{Clerk, letter};
use crate::stock::{number, stocked};

/// Two hands on a keyboard, and how many keys they pressed.
struct Hands {
    clerk: Clerk,
    keys: usize,
}

impl Hands {
    /// Before the queue, with a client who came before.
    fn on(prepare: impl FnOnce(&mut Clerk)) -> Self {
        let mut clerk = Clerk::new();
        prepare(&mut clerk);
        Self { clerk, keys: 0 }
    }

    fn press(&mut self, code: KeyCode) -> &mut Self {
        self.keys += 1;
        self.clerk.presses(code, KeyModifiers::NONE);
        self
    }

    /// Letters that are commands or narrow a list.
    fn letters(&mut self, letters: &str) -> &mut Self {
        for letter in letters.chars() {
            self.press(Char(letter));
        }
        self
    }

    /// Text typed into a field: what has to be said anyway.
    fn text(&mut self, text: &str) -> &mut Self {
        self.clerk.types(text);
        self
    }

    /// From field to field, the way Enter and Tab lead, to the one of this label.
    fn to(&mut self, label: &str) -> &mut Self {
        for _ in 0..48 {
            if self.clerk.stands_on(label) {
                return self;
            }
            self.press(Tab);
        }
        panic!("no field «{label}»:\n{}", self.clerk.screen())
    }

    /// The job is done when the screen says this.
    fn done(&mut self, said: &str) -> usize {
        self.clerk.sees(said);
        self.keys
    }
}

/// One letter from a client with an address, on which the queue stands.
fn a_letter(clerk: &mut Clerk) {
    clerk.with_letter("Ёлкина", "Перерасчёт за октябрь");
}

fn visit_of_a_known_client() -> usize {
    Hands::on(a_letter)
        .press(F(7))
        .letters("в")
        .press(Enter)
        .text("Ёлкина")
        .press(Enter)
        .press(Enter)
        .to("Краткое содержание")
        .text("Когда будет ответ?")
        .press(F(2))
        .done("Зарегистрировано: № ЭН1-000002/26")
}

fn letter_of_a_new_client() -> usize {
    let mut hands = Hands::on(|_| {});
    hands.press(F(7)).press(Enter).to("Фамилия").text("Салтыкова").press(Enter).text("Дарья").press(Enter);
    hands.text("Ильинична").to("Адрес").text("ул. Мира, д. 1, г. Энск").to("Вид").letters("ж").press(Enter);
    hands.to("Тема").letters("пе").press(Enter).to("Краткое содержание").text("Перерасчёт").press(F(2));
    hands.clerk.sees("Письмо по почте, жалоба").sees("Перерасчёт");
    hands.done("Зарегистрировано: № ЭН1-000001/26")
}

fn assign() -> usize {
    Hands::on(a_letter)
        .press(F(6))
        .letters("п")
        .press(Enter)
        .press(F(2))
        .done("№ ЭН1-000001/26: Петров И. С.")
}

fn answer_and_print() -> usize {
    let mut hands = Hands::on(|clerk| {
        a_letter(clerk.with_printers());
        clerk.press(F(6)).choose("Кому", "Петров").press(F(2));
    });
    hands.letters("r").text("Плата пересчитана: переплата 412 руб. учтена в ноябре.").press(F(2));
    hands.press(F(5)).press(Enter).done("Отправлено на принтер")
}

fn consultation() -> usize {
    Hands::on(|_| {}).letters("k").letters("п").press(Enter).done("Консультация записана")
}

fn where_is_my_appeal() -> usize {
    let mut hands = Hands::on(stocked);
    hands.letters("/").text("7").done("Ромашкина А. П.")
}

fn sign_and_send() -> usize {
    let mut hands = Hands::on(|clerk| {
        stocked(clerk);
        clerk.types("/").types(number::FINAL).press(Enter);
    });
    hands.letters("s").press(F(2)).letters("t").press(F(2)).done("ответ отправлен, обращение закрыто")
}

fn extend() -> usize {
    let mut hands = Hands::on(|clerk| {
        stocked(clerk);
        clerk.on_day("2026-12-09").types("/").types(number::INTERIM).press(Enter);
    });
    hands
        .letters("e")
        .to("Причина")
        .text("Ждём данные сетевой организации")
        .press(F(2))
        .done("Срок продлён до 19.12.2026.")
}

fn call_back() -> usize {
    let call =
        Registration { channel: Channel::Phone, call_back: true, ..letter("Юй", "Нет света") };
    let mut hands = Hands::on(|clerk| {
        clerk.with(call);
    });
    hands.letters("h").to("Дозвонились").letters(" ").to("О чём говорили").text("Свет дали").press(F(2));
    hands.done("звонок записан")
}

fn assign_five_at_once() -> usize {
    let mut hands = Hands::on(|clerk| {
        for surname in ["Ким", "Ли", "Попов", "Юй", "Ёлкина"] {
            clerk.with_letter(surname, "Перерасчёт");
        }
    });
    hands.letters("     ").press(F(6)).letters("п").press(Enter).press(F(2)).done("Сделано: 5.")
}

/// A job, the most keys it may take, and how it is done; the last gives the keys it took.
type Job = (&'static str, usize, fn() -> usize);

const JOBS: [Job; 10] = [
    ("визит известного клиента", 20, visit_of_a_known_client),
    ("письмо нового клиента", 25, letter_of_a_new_client),
    ("назначить исполнителя", 5, assign),
    ("ответ по шаблону и печать", 12, answer_and_print),
    ("консультация", 4, consultation),
    ("«где моё обращение?»", 3, where_is_my_appeal),
    ("подписать и отправить", 5, sign_and_send),
    ("продлить срок", 5, extend),
    ("перезвонили", 6, call_back),
    ("назначить пять сразу", 10, assign_five_at_once),
];

#[test]
fn common_jobs_take_few_keys() {
    let taken = JOBS.map(|(job, most, hands)| (job, most, hands()));
    let row = |job: &str, keys: &str, most: &str| format!("{job:<30} {keys:>8} {most:>10}");
    let rows = taken.iter().map(|(job, most, keys)| row(job, &keys.to_string(), &most.to_string()));
    let table: Vec<_> = std::iter::once(row("работа", "клавиш", "не больше")).chain(rows).collect();
    let table = table.join("\n");
    writeln!(std::io::stdout(), "\n{table}\n").unwrap();
    assert!(taken.iter().all(|(_, most, keys)| keys <= most), "more keys than a job may take:\n{table}");
}

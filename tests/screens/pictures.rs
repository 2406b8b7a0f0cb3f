//! Pictures of the main screens: a change to any of them is looked at before it is taken.

use std::collections::BTreeSet;

use crossterm::event::KeyCode::{Down, End, Enter, Esc, F};
use otklik::standard::appeal::{Channel, Kind};
use otklik::standard::client::{Client, Identity};
use otklik::standard::decide::{OnSpot, Registration};
use otklik::terminal::theme::{Palette, Theme};

use crate::clerk::{Clerk, letter};

/// A desk with a week of appeals, one of them overdue, seen on 10 December.
fn busy(mut clerk: Clerk) -> Clerk {
    let organisation = Client {
        identity: Identity::Organisation {
            organisation: "ООО «Управляющая компания „Северный квартал“»".to_owned(),
            inn: None,
            contact_person: Some("Гасанов Эльдар".to_owned()),
        },
        ..letter("", "").client
    };
    let topic = |code: &str| Some(code.to_owned());
    clerk.with(Registration {
        topic: topic("billing.recalculation"),
        kind: Kind::Complaint,
        text: Some("Прошу пересчитать плату за октябрь: показания счётчика 4512, а не 4521.".to_owned()),
        ..letter("Ёлкина", "Перерасчёт за октябрь")
    });
    clerk.on_day("2026-11-25");
    clerk.with(Registration {
        client: organisation,
        topic: topic("contract.conclusion"),
        ..letter("", "Договор на новый дом")
    });
    clerk
        .on_day("2026-11-26")
        .with(Registration {
            channel: Channel::Email, ..letter("Салтыков-Щедрин", "Справка")
        });
    clerk.on_day("2026-12-10").with(Registration { kind: Kind::Review, ..letter("Юй", "Спасибо") });
    clerk.with(Registration {
        channel: Channel::Phone,
        kind: Kind::Enquiry,
        on_spot: Some(OnSpot {
            gist: "С 23 по 25 число".to_owned(),
            agreed: true,
            answers: BTreeSet::default(),
        }),
        ..letter("Ли", "Когда передавать показания")
    });
    clerk
}

/// One after another: every main screen, with its name.
fn screens(clerk: &mut Clerk, see: &mut dyn FnMut(&str, &Clerk)) {
    let words = clerk.word_of_phone();
    see("home", clerk);
    see("card", clerk.press(Enter));
    see("card-end", clerk.press(End));
    see("route", clerk.press(F(6)));
    see("route-list", clerk.press(F(4)));
    see("new", clerk.press(Esc).press(Esc).press(Esc).press(F(7)));
    see("new-phone", clerk.pick(words));
    see("new-phone-wrong", clerk.types("не телефон").press(F(2)));
    see("help", clerk.press(F(1)));
    see("keys", clerk.press(F(1)));
    see("drafts", clerk.press(Esc).press(Esc).press(Esc).types("d"));
    see("commands", clerk.press(Esc).press(F(9)));
    see("find", clerk.press(Esc).types("/ёлк"));
    see("annul", clerk.press(Esc).press(F(8)));
    see("person", clerk.press(Esc).types("p"));
    see("home-second", clerk.press(Esc).press(Down));
    see("reply-templates", clerk.types("r"));
    see("reply", clerk.press(Esc));
    see("reply-preview", clerk.pastes("Договор заключён.").press(F(3)));
    see("print", clerk.press(Esc).press(Esc).press(F(5)));
}

fn pictured(mut clerk: Clerk, name: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        screens(&mut clerk, &mut |screen, clerk| {
            insta::assert_snapshot!(format!("{name}-{screen}"), clerk.screen());
        });
    });
}

#[test]
fn main_screens_in_eighty_columns() {
    pictured(busy(Clerk::new()), "80x24");
}

#[test]
fn main_screens_in_a_hundred_and_twenty_columns() {
    pictured(busy(Clerk::at(120, 40)), "120x40");
}

#[test]
fn main_screens_in_english() {
    let mut clerk = busy(Clerk::new());
    clerk.in_english();
    pictured(clerk, "english");
}

#[test]
fn an_empty_desk() {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("empty", Clerk::new().screen());
        insta::assert_snapshot!("empty-english", Clerk::new().in_english().screen());
    });
}

#[test]
fn without_colours_every_screen_says_the_same() {
    let (mut in_colour, mut without) = (Vec::new(), Vec::new());
    screens(&mut busy(Clerk::new()), &mut |_, clerk| in_colour.push(clerk.screen()));
    let mut clerk = busy(Clerk::new());
    clerk.in_theme(Theme { palette: Palette::Mono, ascii: false });
    screens(&mut clerk, &mut |name, clerk| {
        assert!(clerk.is_colourless(), "{name} has a colour");
        without.push(clerk.screen());
    });
    for (one, other) in in_colour.iter().zip(&without) {
        assert_eq!(one, other);
    }
}

#[test]
fn where_a_font_has_no_lines_they_are_drawn_of_signs() {
    let mut clerk = busy(Clerk::new());
    clerk.in_theme(Theme { palette: Palette::Dark, ascii: true });
    screens(&mut clerk, &mut |name, clerk| {
        assert!(!clerk.screen().contains(['─', '│', '┌', '└']), "{name}:\n{}", clerk.screen());
    });
}

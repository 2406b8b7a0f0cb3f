//! A walk through every screen there is: nothing of it is cut or stands in another's place, in either language and in
//! windows of four sizes; and how each looks is kept, so that a change is looked at before it is taken.
//!
//! What is not walked fails: every command must have been asked for, every screen and form of the source seen.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crossterm::event::KeyCode::{Delete, Down, End, Enter, Esc, F, Left, Right, Tab};
use otklik::clock::Clock;
use otklik::i18n::{Language, Words};
use otklik::terminal::canvas::Canvas;
use otklik::terminal::command::{COMMANDS, Command};
use otklik::terminal::run::App as _;
use otklik::terminal::screens::first_day::{self, Beginning};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::clerk::{Clerk, NOW, rows_of};
use crate::picture;
use crate::source;
use crate::stock::{answered_call, number, signed_today, stocked};

/// As many steps as the longest form has.
const FIELDS: usize = 60;

/// A norm of waiting, so that a visit asks how long the client waited.
const WAITING: &str = r#"
[[norm]]
id = "waiting"
measures = "waiting"
title = { ru = "Ожидание в очереди", en = "Waiting in the queue" }
count = 30
unit = "minutes"
source = "практика"
"#;

/// Who walks, and what is done with each screen that is shown.
struct Walk<'a> {
    clerk: Clerk,
    see: &'a mut dyn FnMut(&str, &mut Clerk),
}

impl Walk<'_> {
    /// Here is a screen.
    fn see(&mut self, name: &str) -> &mut Self {
        (self.see)(name, &mut self.clerk);
        self
    }

    /// The card of an appeal.
    fn on(&mut self, number: &str) -> &mut Self {
        self.clerk.goes_home().asks(Command::Find).types(number).press(Enter);
        self
    }

    /// A command from where we are, and the screen it opens.
    fn opens(&mut self, command: Command, name: &str) -> &mut Self {
        self.clerk.asks(command);
        self.see(name)
    }

    /// A form that is open, field by field, with the list of each and its help.
    fn form(&mut self, name: &str) -> &mut Self {
        self.see(name);
        for _ in 0..FIELDS {
            let before = self.clerk.lines();
            if before.iter().any(|row| row.starts_with('>') && row.ends_with('▾')) {
                self.clerk.asks(Command::Values).press(Esc);
            }
            self.clerk.press(Tab);
            if self.clerk.lines() == before {
                break;
            }
        }
        self
    }

    fn lists(&mut self) {
        self.see("home");
        for at in 0..12 {
            self.clerk.press(Left);
            if at == 0 {
                self.see("home-requests");
            }
        }
        for _ in 0..12 {
            self.clerk.press(Right);
        }
        self.opens(Command::Help, "help").opens(Command::Help, "keys");
        self.clerk.press(End).press(Esc);
        self.opens(Command::Menu, "commands");
        self.clerk.types("ъъъ");
        self.see("commands-nothing").clerk.press(Esc);
        self.opens(Command::Find, "find-empty");
        self.clerk.types("1");
        self.see("find").clerk.types("ъъ");
        self.see("find-nothing").clerk.press(Esc);
        self.clerk.asks(Command::Narrow);
        self.form("narrow").clerk.goes_home();
        self.clerk.types("*");
        self.see("marked").clerk.asks(Command::Route);
        self.form("bulk-route").clerk.press(Esc).asks(Command::Sent);
        self.see("bulk-sent").clerk.goes_home().press(Esc).asks(Command::Redraw);
        self.opens(Command::Values, "refusal-hidden");
        self.opens(Command::Person, "person").clerk.press(Esc);
        self.opens(Command::Drafts, "drafts-none").clerk.goes_home();
    }

    /// Every way to begin an appeal, in the order of the list.
    fn beginnings(&mut self) {
        self.opens(Command::New, "new").clerk.press(Esc);
        for (at, name) in ["letter", "visit", "phone", "email", "virtual", "book"].into_iter().enumerate() {
            self.clerk.goes_home().asks(Command::New);
            for _ in 0..at {
                self.clerk.press(Down);
            }
            self.clerk.press(Enter);
            self.form(&format!("new-{name}"));
            self.clerk.asks(Command::Save);
            self.see(&format!("new-{name}-wrong"));
        }
        self.clerk.goes_home();
        self.known_client();
        self.clerk.goes_home().asks(Command::New).press(Enter);
        for label in ["form-by-representative", "form-several-signed", "form-forwarded-by"] {
            let label = self.clerk.word(label);
            self.clerk.tick(&label);
        }
        self.form("new-letter-unfolded").clerk.goes_home();
    }

    /// A client who came before, and the draft that is left of the form.
    fn known_client(&mut self) {
        let surname = self.clerk.word("field-surname");
        self.clerk.asks(Command::New).press(Enter).fill(&surname, "Ёлкина").press(Enter);
        self.see("new-known-client").clerk.press(F(4));
        self.see("new-filled-in").clerk.asks(Command::SaveNext).asks(Command::Undo).goes_home();
        self.opens(Command::Drafts, "drafts").clerk.press(Delete);
        self.see("draft-let-go").clerk.goes_home();
    }

    fn cards(&mut self) {
        for (number, name) in [
            (number::LATE, "card"),
            (number::FINAL, "card-final"),
            (number::INTERIM, "card-interim"),
            (number::CALL, "card-call"),
            (number::REQUESTED, "card-requested"),
            (number::SCREENED, "card-screened"),
            (number::OUTSIDE, "card-outside"),
            (number::CLOSED, "card-closed"),
        ] {
            self.on(number).see(name);
        }
        self.clerk.press(End);
        self.see("card-end");
        self.on(number::ASSIGNED).opens(Command::Undo, "undo");
        self.on(number::CLOSED).opens(Command::ClientHistory, "client-history").clerk.goes_home();
        self.on(number::LATE).clerk.asks(Command::Like);
        self.form("like");
    }

    /// A step is a form of its own.
    fn steps(&mut self) {
        for (number, command, name) in [
            (number::LATE, Command::Route, "route"),
            (number::LATE, Command::Annul, "annul"),
            (number::LATE, Command::Withdraw, "withdraw"),
            (number::LATE, Command::Screen, "screen"),
            (number::LATE, Command::Forward, "forward"),
            (number::LATE, Command::Request, "request"),
            (number::FINAL, Command::Return, "return"),
            (number::FINAL, Command::Sign, "sign"),
            (number::INTERIM, Command::Extend, "extend"),
            (number::SIGNED, Command::Sent, "sent"),
            (number::CALL, Command::Call, "call-back"),
            (number::CALL, Command::Answer, "answer"),
            (number::REQUESTED, Command::RequestAnswer, "request-answer"),
            (number::SCREENED, Command::Lift, "lift"),
            (number::OUTSIDE, Command::Result, "result"),
            (number::REVIEW, Command::Close, "close-review"),
            (number::CLOSED, Command::Close, "file-away"),
            (number::CLOSED, Command::Reopen, "reopen"),
            (number::ASSIGNED, Command::HandBack, "hand-back"),
        ] {
            self.on(number).clerk.asks(command);
            self.form(name);
            self.clerk.asks(Command::Save);
            self.clerk.goes_home();
        }
        self.on(number::CLOSED).opens(Command::Route, "refusal-closed");
        self.on(number::LATE).opens(Command::Correct, "correct-fields");
        for _ in 0..8 {
            self.clerk.types(" ").press(Down);
        }
        self.clerk.press(Enter);
        self.form("correct");
    }

    fn replies(&mut self) {
        self.on(number::ASSIGNED).clerk.asks(Command::Reply);
        self.form("reply");
        self.clerk.asks(Command::Appeal);
        self.see("reply-appeal").clerk.press(Esc);
        self.clerk.asks(Command::NextPlace).asks(Command::Preview);
        self.see("reply-preview").clerk.press(Esc).asks(Command::Save);
        self.see("reply-wrong");
        let template = self.clerk.word("reply-template");
        self.clerk.go_to(&template);
        self.opens(Command::Values, "reply-templates").clerk.press(Esc);
        self.on(number::SCREENED).clerk.asks(Command::Reply);
        self.see("reply-notice");
        self.on(number::CALL).clerk.asks(Command::Reply);
        self.form("reply-questions");
    }

    fn papers(&mut self) {
        self.on(number::LATE)
            .opens(Command::Preview, "preview-receipt")
            .opens(Command::Print, "print-receipt");
        self.on(number::SIGNED).opens(Command::Print, "print").clerk.press(End).press(Enter);
        self.on(number::SIGNED).clerk.asks(Command::Print);
        let other = self.clerk.word("print-other");
        self.clerk.printers_are("slow", "").types(&other).presses_at_work(Enter);
        self.see("printers-asked").clerk.presses_at_work(Esc).printers_are_well();
        self.on(number::SIGNED).clerk.asks(Command::Print).pick(&other);
        self.form("printer").clerk.goes_home();
        self.opens(Command::PrintMany, "print-many").clerk.press(Esc);
        self.clerk.printers_are("broken", "lp: Error - scheduler not responding.");
        self.on(number::SIGNED).clerk.asks(Command::Print).press(Enter);
        self.see("not-printed").clerk.goes_home();
        self.see("home-unprinted");
        self.opens(Command::Unprinted, "unprinted").opens(Command::Print, "unprinted-print");
        self.clerk.press(Esc).asks(Command::Annul);
        self.see("unprinted-let-go").clerk.goes_home().printers_are_well();
        signed_today(&mut self.clerk, 3);
        self.clerk.asks(Command::PrintMany).presses_in_the_midst(Enter);
        self.see("print-run").clerk.waits();
        self.see("print-run-ended").clerk.goes_home();
    }

    fn journals(&mut self) {
        self.clerk.goes_home();
        self.opens(Command::Journals, "journals").clerk.press(Enter);
        self.see("journal-list").opens(Command::Print, "journal-print");
        let printer = self.clerk.word("journals-on-printer");
        self.clerk.printers_are("slow", "").types(&printer).presses_at_work(Enter).works_on(1);
        self.see("journal-printing").clerk.presses_at_work(Esc).printers_are_well().waits().goes_home();
        self.clerk.asks(Command::Journals).press(Down).press(Enter);
        self.form("journal-form").clerk.asks(Command::Save);
        self.see("journal").clerk.goes_home();
        self.opens(Command::Tracking, "tracking").clerk.press(Left);
        self.see("tracking-none").clerk.goes_home();
    }

    fn visits(&mut self) {
        self.opens(Command::Consultations, "consultations-none").clerk.goes_home();
        self.opens(Command::Consult, "consult").clerk.press(Enter).goes_home();
        self.clerk.asks(Command::Consult).press(Tab);
        self.form("consult-more").clerk.goes_home();
        self.opens(Command::Consultations, "consultations").clerk.asks(Command::Annul);
        self.see("consultation-annul").clerk.goes_home();
        self.opens(Command::StartVisit, "visit-started").clerk.waits();
        self.opens(Command::EndVisit, "visit-ended").clerk.goes_home();
    }

    fn office(&mut self) {
        self.clerk.goes_home().asks(Command::Office);
        self.form("office").clerk.goes_home();
        self.opens(Command::Units, "units").clerk.press(Enter);
        self.form("unit").clerk.press(Esc).asks(Command::New);
        self.form("unit-new").clerk.press(Esc).asks(Command::Annul);
        self.see("unit-retire").clerk.goes_home();
        self.opens(Command::Staff, "staff").clerk.press(Enter);
        self.form("staff-person").clerk.press(Esc).asks(Command::New);
        self.form("staff-new").clerk.press(Esc).press(Down).press(Down).asks(Command::Annul);
        self.see("staff-retire").clerk.goes_home();
        self.opens(Command::Books, "books-none").clerk.asks(Command::New);
        self.form("book-new").clerk.goes_home();
        self.clerk.asks(Command::Load);
        self.form("load").clerk.goes_home();
        self.calendar();
        self.clerk.sits_down("orlova");
        self.opens(Command::Office, "refusal-rights").clerk.goes_home();
        self.clerk.sits_down("ivanova");
    }

    /// A calendar that moves due days.
    fn calendar(&mut self) {
        let beside = |name: &str| self.clerk.paths().register.with_file_name(name);
        let (norms, calendar) = (beside("norms.toml"), beside("2026.toml"));
        let text = include_str!("../../assets/norms.toml");
        let text = text.replace("roll = \"stays\"", "roll = \"next_working\"");
        std::fs::write(&norms, text + WAITING).unwrap();
        let text = include_str!("../../assets/calendar/2026.toml");
        std::fs::write(&calendar, text.replace("days_off = [", "days_off = [\"12-25\", ")).unwrap();
        let (what, file) = (self.clerk.word("load-what"), self.clerk.word("load-file"));
        let kinds = ["load-norms", "load-calendar"].map(|id| self.clerk.word(id));
        for (kind, path) in kinds.iter().zip([&norms, &calendar]) {
            self.clerk.asks(Command::Load).choose(&what, kind).fill(&file, path.to_str().unwrap());
            self.clerk.asks(Command::Save);
            if *path == norms {
                self.clerk.with(crate::clerk::letter("Юй", "Второе")).asks(Command::Redraw);
            }
        }
        // The path in this form is another each time: it is looked over, and has no picture.
        self.clerk.looks_in(&SIZES).types("y");
        self.see("due-days-moved").clerk.goes_home();
        self.clerk.asks(Command::StartVisit);
        self.form("visit-waited").clerk.goes_home();
    }
}

/// Walks through everything.
fn walk(language: Language, size: (u16, u16), see: &mut dyn FnMut(&str, &mut Clerk)) -> Clerk {
    let mut clerk = Clerk::at(size.0, size.1);
    if language == Language::En {
        clerk.in_english();
    }
    see("home-empty", &mut clerk);
    stocked(&mut clerk);
    clerk.with(answered_call());
    let mut walk = Walk { clerk, see };
    walk.lists();
    walk.cards();
    walk.steps();
    walk.replies();
    walk.beginnings();
    walk.visits();
    walk.journals();
    walk.papers();
    walk.office();
    walk.clerk.goes_home().asks(Command::Language).asks(Command::Language);
    walk.clerk.asks(Command::Quit);
    walk.clerk
}

/// Every command and every screen of the source.
fn whole(clerk: &Clerk) {
    let asked = clerk.asked();
    let missing: Vec<_> =
        COMMANDS.iter().map(|entry| entry.command).filter(|command| !asked.contains(command)).collect();
    assert!(missing.is_empty(), "commands nobody asked for: {missing:?}");
    let unseen: Vec<_> = screens_of_the_source()
        .into_iter()
        .filter(|(_, name)| !clerk.seen().iter().any(|seen| is_named(seen, name)))
        .collect();
    assert!(unseen.is_empty(), "screens nobody walked: {unseen:?}");
}

/// Whether a type stands in the full name of a layer.
fn is_named(seen: &str, name: &str) -> bool {
    seen.split(|c: char| !c.is_alphanumeric() && c != '_').any(|part| part == name)
}

/// Types that are layers of the desk, or the forms in one: the file and the name.
fn screens_of_the_source() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for file in source::files().into_iter().filter(|file| file.name.starts_with("terminal/")) {
        for item in file.syntax.items {
            let syn::Item::Impl(implementation) = item else { continue };
            if source::is_test(&implementation.attrs) {
                continue;
            }
            let Some((_, of, _)) = &implementation.trait_ else { continue };
            let is_screen =
                of.segments.last().is_some_and(|last| last.ident == "Layer" || last.ident == "Sheet");
            let syn::Type::Path(path) = implementation.self_ty.as_ref() else { continue };
            if let (true, Some(last)) = (is_screen, path.path.segments.last()) {
                found.insert((file.name.clone(), last.ident.to_string()));
            }
        }
    }
    // The form of the first day stands before there is a desk: [`first_day`] looks at it.
    found.remove(&("terminal/screens/first_day.rs".to_owned(), "FirstDayForm".to_owned()));
    found
}

/// The sizes at which each screen is looked over, besides that of the window.
const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (100, 30), (80, 24)];

/// Everything is walked, nothing is cut, and every screen looks as it did.
fn walked(language: Language, size: (u16, u16)) {
    let tongue = if language == Language::Ru { "ru" } else { "en" };
    let folder = format!("snapshots/{}x{}-{tongue}", size.0, size.1);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => folder }, {
        let clerk = walk(language, size, &mut |screen, clerk| {
            clerk.looks_in(&SIZES);
            insta::assert_snapshot!(screen, picture::of(clerk));
        });
        whole(&clerk);
        insta::assert_snapshot!("first-day", first_day(language, size));
    });
}

/// The form of the first day, before there is a desk.
fn first_day(language: Language, own: (u16, u16)) -> String {
    let clock = Clock::Set(NOW.parse().unwrap());
    let words = Words::new(language);
    let beginning = Beginning::new(words, picture::COLOUR, PathBuf::new(), clock, None, None);
    let mut program = first_day::program(beginning);
    let mut draw = |(width, height), theme| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let mut canvas = Canvas::watched(&mut buffer, theme);
        program.draw(&mut canvas);
        let faults: Vec<_> = canvas.faults().iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{faults:?}\n{}", rows_of(&buffer).join("\n"));
        buffer
    };
    for size in SIZES {
        draw(size, picture::COLOUR);
    }
    let mono = draw(own, picture::MONO);
    picture::told(&draw(own, picture::COLOUR), &mono)
}

#[test]
fn every_screen_in_eighty_columns_in_russian() {
    walked(Language::Ru, (80, 24));
}

#[test]
fn every_screen_in_eighty_columns_in_english() {
    walked(Language::En, (80, 24));
}

#[test]
fn every_screen_in_a_hundred_and_twenty_columns_in_russian() {
    walked(Language::Ru, (120, 40));
}

#[test]
fn every_screen_in_a_hundred_and_twenty_columns_in_english() {
    walked(Language::En, (120, 40));
}

//! The terminal is taken and given back, however the program ends; where there is none, it says so.

use std::process::Stdio;

use rstest::rstest;
use rustix::process::Signal;

use crate::console::{Console, Home, f, last};

/// What must have been written before the end.
const GIVEN_BACK: [&str; 3] = ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l"];

fn is_given_back(console: &Console, before: &str) {
    for (given, taken) in GIVEN_BACK.into_iter().zip(["\x1b[?1049h", "\x1b[?25l", "\x1b[?2004h"]) {
        let given =
            last(&console.written, given.as_bytes()).unwrap_or_else(|| panic!("{given:?} never came"));
        assert!(
            last(&console.written, taken.as_bytes()).is_none_or(|taken| taken < given),
            "{taken:?} came last"
        );
    }
    assert!(!console.screen().alternate_screen());
    assert!(!console.screen().hide_cursor());
    assert!(!console.screen().bracketed_paste());
    assert_eq!(console.line_modes(), before);
}

#[test]
fn leaving_gives_the_terminal_back_as_it_was() {
    let home = Home::set_up();
    let other = portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).unwrap();
    let mut console = Console::at(&home);
    console.sees("Открытых обращений нет.");
    assert!(console.screen().alternate_screen());
    assert!(console.screen().bracketed_paste());
    let cooked = other.master.get_termios().unwrap();
    let before = format!("{:?} {:?} {:?}", cooked.input_flags, cooked.output_flags, cooked.local_flags);
    assert_ne!(console.line_modes(), before);
    console.leaves();
    is_given_back(&console, &before);
    // No escape in the answer but those that every terminal knows: no mouse, no keyboard protocol, no title.
    for foreign in ["\x1b[?1000h", "\x1b[>1u", "\x1b]0;", "\x1b]2;"] {
        assert_eq!(last(&console.written, foreign.as_bytes()), None, "{foreign:?}");
    }
}

#[rstest]
#[case(Signal::HUP)]
#[case(Signal::TERM)]
#[case(Signal::INT)]
fn a_signal_gives_the_terminal_back_and_keeps_what_was_typed(#[case] signal: Signal) {
    let home = Home::set_up();
    let mut console = Console::at(&home);
    console
        .sees("Открытых обращений нет.")
        .types(f(7))
        .sees("Что поступило?")
        .types("Письмо\r")
        .sees("› Письмо");
    console.fill("Фамилия", "Ёлкина-Щедрина").sees("Ёлкина-Щедрина");
    console.signal(signal).ends();
    assert!(!console.screen().alternate_screen());
    assert!(!console.screen().hide_cursor());
    let mut console = Console::at(&home);
    console
        .sees("Есть 1 черновик: «Письмо: Ёлкина-Щедрина».")
        .types("d")
        .sees("Письмо: Ёлкина-Щедрина ·")
        .types("\r")
        .sees("Ёлкина-Щедрина");
    console.leaves();
}

#[test]
fn a_line_that_is_hung_up_ends_the_program_and_keeps_what_was_typed() {
    let home = Home::set_up();
    let mut console = Console::at(&home);
    console
        .sees("Открытых обращений нет.")
        .types(f(7))
        .sees("Что поступило?")
        .types("Звонок\r")
        .sees("› Звонок");
    console.fill("Фамилия", "Юй").sees("черновик хранится");
    // The other end of the line goes: the modem, the window, the network.
    drop(console);
    Console::at(&home).sees("Есть 1 черновик: «Звонок: Юй».").leaves();
}

#[rstest]
#[case("dumb")]
#[case("")]
fn a_terminal_that_can_show_no_screen_is_told_in_one_sentence(#[case] term: &str) {
    let home = Home::set_up();
    let mut console = Console::with(&home, &[("TERM", term), ("LANG", "C")]);
    let status = console.ends();
    let said = console.reads();
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert!(said.contains("терминал"), "{said}");
    assert_ne!(status.exit_code(), 0);
    assert!(!String::from_utf8_lossy(&console.written).contains('\x1b'), "{said}");
}

#[test]
fn without_a_terminal_the_desk_says_so_in_one_sentence() {
    let home = Home::set_up();
    let out = home.command(&[]).stdin(Stdio::null()).stdout(Stdio::piped()).output().unwrap();
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("Рабочему месту нужен терминал."), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert_eq!(out.stdout, b"");
    assert!(!out.status.success());
}

#[test]
fn a_locale_without_letters_of_its_own_still_shows_russian() {
    let home = Home::set_up();
    Console::with(&home, &[("TERM", "vt220"), ("LANG", "C")]).sees("Открытых обращений нет.").leaves();
}

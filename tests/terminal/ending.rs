//! The terminal is taken and given back, however the program ends; where there is none, it says so.

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode};
use otklik::clock::Clock;
use otklik::desk::Desk;
use otklik::i18n::{Language, Words};
use otklik::letters::spooler::Spooler;
use otklik::paths::Paths;
use otklik::terminal::modes::{Log, Screen, TerminalEvents};
use otklik::terminal::run::{Ending, Events, Happening};
use otklik::terminal::start::{Start, program, serve};
use otklik::terminal::theme::Theme;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rstest::rstest;
use rustix::process::Signal;

use crate::console::{Console, Home, NOW, desk_of, f, last, patience};

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
    let other = native_pty_system().openpty(PtySize::default()).unwrap();
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

/// Reads what comes until it says this.
fn hears(line: &mut dyn io::Read, text: &str) {
    let (mut heard, mut bytes) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&heard).contains(text) {
        let count = line.read(&mut bytes).unwrap();
        heard.extend_from_slice(&bytes[..count]);
    }
}

/// The other end of the line goes: the modem, the window, the network. Where the terminal is the program's own, a signal
/// says so; where it is not, nothing does but the dead line itself.
#[rstest]
fn a_program_whose_terminal_is_gone_ends_by_itself_and_keeps_what_was_typed(
    #[values(true, false)] own: bool,
) {
    let home = Home::set_up();
    let pair =
        native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = desk_of(&home, &[("TERM", "xterm"), ("LANG", "ru_RU.UTF-8")]);
    command.set_controlling_tty(own);
    let mut child = pair.slave.spawn_command(command).unwrap();
    let (mut line, mut keyboard) =
        (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
    hears(&mut line, "F7");
    keyboard.write_all(f(7).as_bytes()).unwrap();
    hears(&mut line, "Письмо");
    keyboard.write_all("Письмо\r".as_bytes()).unwrap();
    hears(&mut line, "Фамилия");
    keyboard.write_all("\t\t\t\tЮй".as_bytes()).unwrap();
    hears(&mut line, "хранится");
    drop((line, keyboard, pair));
    let (end, ended) = channel();
    let began = Instant::now();
    std::thread::spawn(move || end.send(child.wait()));
    ended.recv_timeout(patience()).expect("it goes on without a terminal").unwrap();
    assert!(began.elapsed() < Duration::from_secs(5), "it took {:?}", began.elapsed());
    Console::at(&home).sees("Есть 1 черновик: «Письмо: Юй».").leaves();
}

#[test]
fn a_program_that_was_stopped_takes_the_terminal_again() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    desk.begins_a_letter();
    desk.fill("Фамилия", "Ёлкина").sees("Ёлкина");
    let ours = desk.line_modes();
    desk.signal(Signal::STOP).line_is_cooked();
    assert_ne!(desk.line_modes(), ours);
    let before = desk.written.len();
    desk.signal(Signal::CONT);
    desk.waits_until("the whole screen anew", |desk| {
        let anew = String::from_utf8_lossy(&desk.written[before..]).into_owned();
        ["\x1b[?1049h", "\x1b[?2004h", "Ёлкина", "10", "Выход"].iter().all(|part| anew.contains(part))
    });
    assert_eq!(desk.line_modes(), ours);
    desk.types("-Щедрина").sees("Ёлкина-Щедрина").leaves();
}

/// The terminal's events, and a fault of the program at F12.
struct Fuse(TerminalEvents);

impl Events for Fuse {
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening> {
        let happening = self.0.next(wait);
        if let Some(Happening::Event(Event::Key(key))) = &happening {
            assert!(key.code != KeyCode::F(12), "Ёлкина Анна Петровна");
        }
        happening
    }

    fn now(&self) -> Instant {
        self.0.now()
    }
}

/// The folder in which this test is to be the desk that breaks.
const BREAKS: &str = "OTKLIK_TEST_BREAKS";

/// The desk of a folder in this terminal, with a fuse; says how it ended.
fn desk_that_breaks(home: &OsStr) {
    let paths = Paths::in_folder(Path::new(home));
    let clock = Clock::Set(NOW.parse().unwrap());
    let desk = Desk::at(&paths.register, clock).unwrap().unwrap();
    let log = Log { file: paths.log(), clock };
    let spooler = Spooler::in_folder(paths.state.clone());
    let start = Start {
        paths,
        words: Words::new(Language::Ru),
        theme: Theme::default(),
        printer: None,
        spooler,
        person: None,
        os_user: None,
    };
    let mut events = Fuse(TerminalEvents::listen().unwrap());
    let screen = Screen::enter(log).unwrap();
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout())).unwrap();
    let mut program = program(desk, start, events.now()).unwrap();
    let ended = serve(&mut terminal, &mut events, &mut program).unwrap();
    drop((terminal, screen));
    assert_eq!(ended, Ending::Broke);
    io::stdout().write_all("сломалось".as_bytes()).unwrap();
}

#[test]
fn a_fault_of_the_program_gives_the_terminal_back_keeps_drafts_and_is_told_in_the_log() {
    if let Some(home) = std::env::var_os(BREAKS) {
        return desk_that_breaks(&home);
    }
    let home = Home::set_up();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    let name = std::thread::current().name().unwrap().to_owned();
    command.args(["--exact", &name, "--nocapture"]);
    command.env(BREAKS, home.path());
    command.env("TERM", "xterm");
    let mut desk = Console::of(command, 80, 24);
    desk.begins_a_letter();
    desk.fill("Фамилия", "Ёлкина").sees("черновик хранится").types("\x1b[24~");
    assert!(desk.ends().success(), "{}", desk.reads());
    assert!(desk.reads().contains("сломалось"), "{}", desk.reads());
    assert!(!desk.reads().contains("Ёлкина Анна"), "a panic's words reach the screen");
    assert!(!desk.screen().alternate_screen() && !desk.screen().hide_cursor());
    assert!(!desk.screen().bracketed_paste());
    let log = std::fs::read_to_string(Paths::in_folder(home.path()).log()).unwrap();
    assert!(log.starts_with(NOW) && log.contains("tests/terminal/ending.rs"), "{log}");
    assert!(!log.contains("Ёлкина"), "a client's name is in the log");
    Console::at(&home).sees("Есть 1 черновик: «Письмо: Ёлкина».").leaves();
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

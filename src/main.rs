<<<<<<< HEAD
//! Arguments in, exit code out; nothing else.

use std::ffi::OsString;
use std::io::{self, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let exit = otklik::cli::run(&args, &mut io::stdin().lock(), &mut out, &mut io::stderr().lock());
    ExitCode::from(exit as u8)
=======
//! tmp
use otklik::*;
fn main() {
    let home = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let paths = paths::Paths::in_folder(&home);
    let clock = clock::Clock::from_environment().unwrap();
    let desk = match desk::Desk::at(&paths.register, clock).unwrap() {
        Some(d) => d,
        None => desk::Desk::begin(
            &paths.register,
            clock,
            &desk::FirstDay {
                office: "АО «Энскэнергосбыт»".into(),
                code: Some("ЭН1".into()),
                unit: "ЦОК Энск-1".into(),
                person: "Иванова Анна Петровна".into(),
                position: "Начальник центра".into(),
                phone: Some("+7 (8352) 12-34-56".into()),
                signs: true,
                ..Default::default()
            },
        )
        .unwrap(),
    };
    let start = terminal::start::Start {
        paths,
        words: i18n::Words::new(i18n::Language::Ru),
        theme: Default::default(),
        printer: None,
        person: None,
        os_user: None,
    };
    let e = terminal::start::open_desk(desk, start);
    let _ = std::fs::write("/tmp/ending", format!("{e:?}"));
>>>>>>> main
}

//! tmp
use otklik::*;
fn main() {
    let home = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let paths = paths::Paths::in_folder(&home);
    let clock = clock::Clock::from_environment().unwrap();
    if let Ok(n) = std::env::var("DEMO") {
        let _ = std::fs::create_dir_all(&home);
        let m = desk::demo::fill(
            &paths.register,
            &desk::demo::Demo { appeals: n.parse().unwrap(), seed: 1 },
            clock,
            &mut |_, _| std::ops::ControlFlow::Continue(()),
        );
        let _ = std::fs::write("/tmp/made", format!("{m:?}"));
    }
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
}

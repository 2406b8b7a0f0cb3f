//! Exit codes, help and wrong usage, the clock, who acts, settings.

use super::{Desk, ended};

#[test]
fn exit_codes_are_as_promised() {
    let desk = Desk::with_office();
    assert_eq!(desk.run(&["list"]).code, Some(0));
    assert_eq!(desk.run(&["show", "5"]).code, Some(1), "not found");
    assert_eq!(
        desk.run(&["setup", "--office", "x", "--unit", "y", "--person", "z"]).code,
        Some(1),
        "set up already"
    );
    assert_eq!(desk.run(&["nonsense"]).code, Some(2));
    assert_eq!(desk.run(&["list", "--limit", "many"]).code, Some(2));
    assert_eq!(desk.run(&["register", "--json", "/no/such/file"]).code, Some(2));
    assert_eq!(desk.run(&[]).code, Some(2), "the desk needs a terminal");
    let bare = Desk::bare();
    let ended = bare.run(&["list"]);
    assert_eq!(ended.code, Some(3), "no register");
    assert!(ended.err.contains("otklik setup"), "{}", ended.err);
    assert!(!bare.register().exists(), "and none was made by looking");
}

#[test]
fn wrong_usage_is_told_in_the_language_of_the_run_and_names_the_help() {
    let desk = Desk::bare();
    let told = desk.run(&["list", "--quee", "all"]).err;
    assert!(
        told.contains("--quee") && told.contains("--queue") && told.contains("otklik list --help"),
        "{told}"
    );
    let told = desk.run(&["--lang", "en", "list", "--quee", "all"]).err;
    assert!(
        told.contains("There is no option --quee") && told.contains("More: otklik list --help"),
        "{told}"
    );
    let told = desk.run(&["register", "--channel", "pigeon"]).err;
    assert!(told.contains("letter_post"), "what it can be is named: {told}");
    let told = desk.run(&["extend", "1", "--days", "5"]).err;
    assert!(told.contains("--reason <ТЕКСТ>"), "{told}");
    let told = desk.run(&["list", "--as-of", "30.02.2026"]).err;
    assert!(told.contains("2026-11-24"), "what a date looks like: {told}");
    let told = desk.run(&["list", "--limit", "1", "--limit", "2"]).err;
    assert!(told.contains("дважды"), "{told}");
}

#[test]
fn help_goes_to_the_output_and_ends_well() {
    let desk = Desk::bare();
    let help = desk.done(&["--help"]);
    assert!(
        help.contains("Как вызвать: otklik") && help.contains("register") && help.contains("config.toml"),
        "{help}"
    );
    let help = desk.done(&["--lang", "en", "staff", "add", "--help"]);
    assert!(help.contains("Usage: otklik staff add [OPTIONS] --person <NAME> --login <LOGIN>"), "{help}");
    assert_eq!(desk.done(&["--version"]), concat!("otklik ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn the_clock_set_by_hand_is_obeyed_only_by_a_register_created_under_it() {
    let under_it = Desk::with_office();
    let call = ["register", "--channel", "phone", "--kind", "enquiry", "--anonymous", "--gist", "x"];
    assert!(under_it.done(&call).contains("08.12.2026"));

    let usual = Desk::bare();
    let mut setup = usual.command(&["setup", "--office", "x", "--unit", "y", "--person", "Иванова Анна"]);
    setup.env_remove("OTKLIK_NOW");
    assert_eq!(ended(setup).code, Some(0));
    let reason = usual.refused(&["list"]);
    assert!(reason.contains("OTKLIK_NOW"), "{reason}");
    let mut list = usual.command(&["list"]);
    list.env_remove("OTKLIK_NOW");
    assert_eq!(ended(list).code, Some(0));

    let mut nonsense = under_it.command(&["list"]);
    nonsense.env("OTKLIK_NOW", "вчера");
    let told = ended(nonsense);
    assert_eq!(told.code, Some(2));
    assert!(told.err.contains("вчера") && told.err.contains("2026-11-24T09:00:00+03:00"), "{}", told.err);
}

#[test]
fn who_acts_is_named_or_known_by_the_system_or_the_registers_usual_person() {
    let desk = Desk::with_office();
    desk.done(&["staff", "add", "--login", "petrov", "--person", "Петров Иван", "--os-user", "ivan"]);
    let by = |setting: &dyn Fn(&mut std::process::Command), extra: &[&str]| {
        let call = [
            "register",
            "--channel",
            "phone",
            "--kind",
            "enquiry",
            "--anonymous",
            "--gist",
            "x",
            "--format",
            "json",
        ];
        let mut command = desk.command(&[extra, &call].concat());
        setting(&mut command);
        let told = ended(command);
        assert_eq!(told.code, Some(0), "{told:?}");
        let answer: serde_json::Value = serde_json::from_str(&told.out).unwrap();
        let shown = desk.json(&["show", answer[0]["number"].as_str().unwrap(), "--format", "json"]);
        shown["registered_by"].as_str().unwrap().to_owned()
    };
    assert_eq!(by(&|_| {}, &[]), "ivanova", "the register's usual person");
    assert_eq!(
        by(
            &|command| {
                command.env("USER", "ivan");
            },
            &[]
        ),
        "petrov",
        "the system's user"
    );
    assert_eq!(
        by(
            &|command| {
                command.env("USER", "ivan");
            },
            &["--as", "ivanova"]
        ),
        "ivanova",
        "who is named"
    );
    assert!(desk.refused(&["--as", "nobody", "annul", "1", "--reason", "x"]).contains("nobody"));
    desk.done(&["office", "change", "--default-person", ""]);
    assert!(desk.refused(&["annul", "1", "--reason", "x"]).contains("--as"));
    desk.done(&["list"]);
}

#[test]
fn a_wrong_setting_is_named_with_its_line_and_the_nearest_right_one() {
    let desk = Desk::with_office();
    desk.file("config.toml", "# мои настройки\nlangage = \"en\"\n");
    let told = desk.run(&["list"]);
    assert_eq!(told.code, Some(2));
    assert!(told.err.contains("строка 2") && told.err.contains("«language»"), "{}", told.err);
    desk.file("config.toml", "language = \"en\"\n");
    assert!(desk.done(&["list"]).contains("Unit"), "the settings give the language");
    assert!(desk.done(&["--lang", "ru", "list"]).contains("Подразделение"));
    let told = desk.run(&["--config", "/no/such/config.toml", "list"]);
    assert_eq!(told.code, Some(2), "settings that were named must be there");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let desk = Desk::bare();
    desk.done(&["demo", "--appeals", "400"]);
    let mut child = desk.command(&["list", "--queue", "all", "--format", "json"]).spawn().unwrap();
    drop(child.stdout.take());
    let told = child.wait_with_output().unwrap();
    assert_eq!((told.status.code(), told.stderr.as_slice()), (Some(0), &b""[..]));
}

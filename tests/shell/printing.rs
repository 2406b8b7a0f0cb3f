//! Papers by shell: to a made-up printer and into files, again, many at once; the letters that are kept of them.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Desk, Ended, ended};

impl Desk {
    /// So many appeals with a signed reply each.
    fn with_signed(count: usize) -> Self {
        let desk = Self::with_office();
        desk.done(&["staff", "change", "ivanova", "--phone", "1", "--position", "Начальник", "--sign"]);
        let text = desk.file("answer.txt", "Пересчитано: 120 руб. возвращены на лицевой счёт.");
        for number in 1..=count {
            desk.register_json(&json!({
                "channel": "letter", "kind": "enquiry", "gist": "Справка",
                "client": { "surname": "Ёлкина", "given": "Анна", "address": "г. Энск" },
            }));
            let number = number.to_string();
            desk.done(&["route", &number, "--to", "ivanova", "--resolution", "Ответить"]);
            desk.done(&["reply", &number, "--text", &text, "--final", "--signatory", "ivanova"]);
            desk.done(&["sign", &number]);
        }
        desk
    }

    fn printers(&self) -> PathBuf {
        self.folder().join("printers")
    }

    /// Runs a command where `HP_LaserJet` and `Epson_LX` are made up, and no other printer is.
    fn at_printers(&self, args: &[&str]) -> Ended {
        let made_up = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/printer");
        std::fs::create_dir_all(self.printers()).unwrap();
        for program in ["lp", "lpstat"] {
            // It may be there from the command before.
            let _ = std::os::unix::fs::symlink(made_up.join(program), self.printers().join(program));
        }
        let mut command = self.command(args);
        command.env("PATH", format!("{}:/usr/bin:/bin", self.printers().display()));
        ended(command)
    }

    /// The arguments and the bytes of the letter that came out as the n-th.
    fn printed(&self, n: usize) -> Option<(String, Vec<u8>)> {
        let place = self.printers().join("printed").join(n.to_string());
        Some((std::fs::read_to_string(place.with_extension("args")).ok()?, std::fs::read(place).unwrap()))
    }

    /// The letters kept beside the register.
    fn kept(&self) -> Vec<PathBuf> {
        let Ok(drawers) = std::fs::read_dir(self.folder().join("letters-kept")) else { return Vec::new() };
        let inside = |drawer: std::io::Result<std::fs::DirEntry>| std::fs::read_dir(drawer.unwrap().path());
        drawers.flat_map(|drawer| inside(drawer).unwrap()).map(|letter| letter.unwrap().path()).collect()
    }
}

#[test]
fn a_letter_goes_to_the_printer_that_is_named_with_its_copies_and_its_code_page() {
    let desk = Desk::with_signed(1);
    let said =
        desk.at_printers(&["print", "1", "--print", "Epson_LX", "--copies", "3", "--charset", "cp866"]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), "Отправлено на принтер Epson_LX. 3 экземпляра.\n"));
    let (args, bytes) = desk.printed(1).unwrap();
    assert!(args.contains("-n 3 -t Ответ № ЭН1-000001/26 -d Epson_LX -o raw -- -"), "{args}");
    assert!(encoding_rs::IBM866.decode(&bytes).0.contains("120 руб. возвращены"));
    // Said once: from then on it is the usual printer, and takes the same.
    let again = desk.at_printers(&["print", "1"]);
    assert_eq!(again.out, "Отправлено на принтер Epson_LX.\n");
    assert!(desk.printed(2).unwrap().1 == bytes, "the same letter, byte by byte");
    let history = desk.done(&["history", "1"]);
    assert_eq!(history.matches("ответ: напечатано").count(), 2, "{history}");
    assert!(!history.contains("записано в файл"), "{history}");
    // What a printer gave out and what only lies in a folder are told apart.
    desk.done(&["print", "1", "--out", desk.folder().join("letter.pdf").to_str().unwrap()]);
    assert_eq!(desk.done(&["history", "1"]).matches("ответ: записано в файл").count(), 1);
}

#[test]
fn the_receipt_is_printed_by_its_code_and_an_unknown_paper_names_those_there_are() {
    let desk = Desk::with_signed(1);
    let paper = desk.folder().join("paper.pdf");
    desk.done(&["print", "1", "--paper", "receipt", "--out", paper.to_str().unwrap()]);
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"));
    let wrong = desk.run(&["print", "1", "--paper", "reply-9"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("reply-9") && wrong.err.contains("receipt"), "{}", wrong.err);
    for args in
        [&["print"][..], &["print", "1", "--copies", "0"], &["print", "1", "--signed-on", "2026-11-23"]]
    {
        assert_eq!(desk.run(args).code, Some(2), "{args:?}");
    }
}

#[test]
fn every_reply_signed_on_a_day_is_written_in_one_run() {
    let desk = Desk::with_signed(3);
    let folder = desk.folder().join("out");
    let args = ["print", "--signed-on", "2026-11-23", "--out", folder.to_str().unwrap()];
    let said = format!("Вышло 3 письма. Файлы — в папке {}.\n", folder.display());
    assert_eq!(desk.done(&args), said);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3);
    assert_eq!(desk.done(&["print", "--signed-on", "2026-11-22"]), "Печатать нечего: таких писем нет.\n");
    assert_eq!(desk.done(&["print", "--awaiting-signature"]), "Печатать нечего: таких писем нет.\n");
}

/// What was given out is accounted for, and printed again it is the same paper: until it would say something else.
#[test]
fn a_receipt_a_card_and_a_slip_are_recorded_and_printed_again_byte_by_byte() {
    let mut desk = Desk::with_signed(1);
    let print = |desk: &Desk, paper: &str, file: &str| {
        let out = desk.folder().join(file);
        desk.done(&["print", "1", "--paper", paper, "--out", out.to_str().unwrap()]);
        std::fs::read(out).unwrap()
    };
    let papers = ["receipt", "card", "slip"];
    let first = papers.map(|paper| print(&desk, paper, "first.pdf"));
    assert_eq!(desk.kept().len(), 3);
    // A day later: whatever is made anew bears another date inside.
    "2026-11-24T10:00:00+03:00".clone_into(&mut desk.now);
    assert!(papers.map(|paper| print(&desk, paper, "again.pdf")) == first, "the same bytes");
    assert_eq!(desk.kept().len(), 3);
    let history = desk.done(&["history", "1"]);
    for what in ["талон", "регистрационная карточка", "бланк резолюции"]
    {
        assert_eq!(history.matches(&format!("{what}: записано в файл")).count(), 2, "{history}");
    }
    // An envelope is no document.
    print(&desk, "envelope-dl", "envelope.pdf");
    assert_eq!(desk.kept().len(), 3);

    desk.done(&["sent", "1", "--channel", "post"]);
    desk.done(&["correct", "1", "gist=Не пришли показания за ноябрь", "--reason", "Дополнено"]);
    assert!(print(&desk, "receipt", "other.pdf") != first[0], "another gist");
    assert_eq!(desk.kept().len(), 4);
    desk.done(&["check", "--deep"]);
}

/// Nothing is lost, and nothing is told as printed that was not.
#[test]
fn what_the_printer_did_not_take_is_listed_and_printed_from_the_list() {
    let desk = Desk::with_signed(2);
    desk.at_printers(&["print", "--not-printed"]);
    std::fs::write(desk.printers().join("broken"), "lp: Error - scheduler not responding.").unwrap();
    let one = desk.at_printers(&["print", "1"]);
    assert_eq!(one.code, Some(1));
    assert!(one.err.contains("не работает") && one.err.contains("в списке «Не напечатано»"), "{}", one.err);
    let many = desk.at_printers(&["print", "--signed-on", "2026-11-23"]);
    assert_eq!(many.code, Some(1));
    assert!(many.err.contains("Вышло писем: 0, не вышло: 2."), "{}", many.err);
    assert!(!desk.done(&["history", "1"]).contains("напечатано"));
    std::fs::remove_file(desk.printers().join("broken")).unwrap();
    assert_eq!(desk.at_printers(&["print", "--not-printed"]).out, "Вышло 2 письма.\n");
    assert_eq!(desk.at_printers(&["print", "--not-printed"]).out, "Печатать нечего: таких писем нет.\n");
    assert!(desk.printed(2).is_some() && desk.printed(3).is_none(), "each once");
}

impl Desk {
    /// So many signed letters, none of which the printer took: all wait in the list.
    fn with_listed(count: usize) -> Self {
        let desk = Self::with_signed(count);
        std::fs::create_dir_all(desk.printers()).unwrap();
        std::fs::write(desk.printers().join("broken"), "lp: Error - scheduler not responding.").unwrap();
        let told = desk.at_printers(&["print", "--signed-on", "2026-11-23"]);
        assert!(told.err.contains("осталось в списке «Не напечатано»"), "{}", told.err);
        std::fs::remove_file(desk.printers().join("broken")).unwrap();
        desk
    }

    fn list_is_empty(&self) {
        let told = self.at_printers(&["print", "--not-printed"]);
        assert_eq!((told.code, told.out.as_str()), (Some(0), "Печатать нечего: таких писем нет.\n"));
    }
}

#[test]
fn a_letter_that_a_rule_keeps_from_being_printed_leaves_the_list_with_a_word() {
    let desk = Desk::with_listed(2);
    desk.done(&["annul", "1", "--reason", "Ошибка"]);
    let told = desk.at_printers(&["print", "--not-printed"]);
    assert_eq!(told.code, Some(1));
    assert!(told.err.contains("Вышло писем: 1, не вышло: 1."), "{}", told.err);
    assert!(told.err.contains("1 письмо убрано из списка «Не напечатано»"), "{}", told.err);
    assert!(!told.err.contains("осталось в списке"), "{}", told.err);
    desk.list_is_empty();
}

#[test]
fn a_letter_is_let_go_from_the_list_by_its_number() {
    let desk = Desk::with_listed(2);
    let said = desk.done(&["print", "--not-printed", "--let-go", "1"]);
    assert_eq!(said, "№ 1: 1 письмо убрано из списка «Не напечатано».\n");
    assert!(
        desk.refused(&["print", "--not-printed", "--let-go", "1"]).contains("в списке «Не напечатано» нет")
    );
    assert_eq!(desk.run(&["print", "--let-go", "1"]).code, Some(2), "the list is named");
    assert_eq!(desk.at_printers(&["print", "--not-printed"]).out, "Вышло 1 письмо.\n");
    desk.list_is_empty();
}

#[test]
fn what_is_written_from_the_list_into_a_folder_is_written_once() {
    let desk = Desk::with_listed(2);
    let folder = desk.folder().join("out");
    let args = ["print", "--not-printed", "--out", folder.to_str().unwrap()];
    let said = format!("Вышло 2 письма. Файлы — в папке {}.\n", folder.display());
    assert_eq!(desk.done(&args), said);
    assert_eq!(desk.done(&args), "Печатать нечего: таких писем нет.\n");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn a_folder_that_can_not_be_written_lists_nothing() {
    let desk = Desk::with_signed(2);
    let folder = PathBuf::from(desk.file("out", "файл, а не папка")).join("letters");
    let told = desk.refused(&["print", "--signed-on", "2026-11-23", "--out", folder.to_str().unwrap()]);
    assert!(told.contains("Вышло писем: 0, не вышло: 2.") && told.contains("файл вместо папки"), "{told}");
    assert!(!told.contains("Не напечатано"), "{told}");
    desk.list_is_empty();
}

/// Another desk annuls the appeal while its letter is in the printer: the letter is out, and no fact tells of it.
#[test]
fn a_run_with_a_letter_that_could_not_be_written_down_is_not_well_done() {
    let desk = Desk::with_signed(2);
    let printers = desk.folder().join("meddling");
    std::fs::create_dir_all(&printers).unwrap();
    let annul = format!(
        "'{}' --home '{}' annul 1 --reason Ошибка",
        env!("CARGO_BIN_EXE_otklik"),
        desk.folder().display()
    );
    let lp =
        format!("#!/bin/sh\ncat >/dev/null\n{annul} >/dev/null 2>&1\necho 'request id is X-1 (0 file(s))'\n");
    std::fs::write(printers.join("lp"), lp).unwrap();
    let made_up = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/printer");
    std::os::unix::fs::symlink(made_up.join("lpstat"), printers.join("lpstat")).unwrap();
    let mut executable = std::fs::metadata(printers.join("lp")).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut executable, 0o755);
    std::fs::set_permissions(printers.join("lp"), executable).unwrap();
    let mut command = desk.command(&["print", "--signed-on", "2026-11-23"]);
    command.env("PATH", format!("{}:/usr/bin:/bin", printers.display()));
    let told = ended(command);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.err.contains("Вышло 2 письма."), "{}", told.err);
    assert_eq!(desk.done(&["history", "1"]).matches("ответ: напечатано").count(), 0);
    assert_eq!(desk.done(&["history", "2"]).matches("ответ: напечатано").count(), 1);
}

/// What is written is about people: others at the machine read none of it.
#[test]
fn letters_and_their_folder_are_for_the_owner_and_the_group_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::with_signed(1);
    let folder = desk.folder().join("out");
    desk.done(&["print", "--signed-on", "2026-11-23", "--out", folder.to_str().unwrap()]);
    let (letter, list) = (desk.folder().join("letter.txt"), desk.folder().join("list.pdf"));
    desk.done(&["print", "1", "--out", letter.to_str().unwrap()]);
    desk.done(&["list", "--out", list.to_str().unwrap()]);
    let inside = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    for made in inside.chain([folder.clone(), letter, list]) {
        let mode = std::fs::metadata(&made).unwrap().permissions().mode();
        assert_eq!(mode & 0o007, 0, "{}", made.display());
    }
}

#[test]
fn without_lp_it_is_said_what_to_do_instead() {
    let desk = Desk::with_signed(1);
    let mut command = desk.command(&["print", "1"]);
    command.env("PATH", desk.folder());
    let told = ended(command);
    assert_eq!(told.code, Some(1));
    assert!(told.err.contains("нет очереди печати (lp)") && told.err.contains("в файл"), "{}", told.err);
}

/// A printer's name is an argument and never a word of a shell.
#[test]
fn no_name_of_a_printer_does_anything_but_name_one() {
    let desk = Desk::with_signed(1);
    let names = ["-o raw", "--", "-d", "$(touch boo)", "`touch boo`", "a;touch boo", "a'b\"c"];
    for (n, name) in (1..).zip(names) {
        let told = desk.at_printers(&["print", "1", &format!("--print={name}")]);
        assert_eq!(told.code, Some(0), "{name}: {}", told.err);
        assert!(desk.printed(n).unwrap().0.contains(&format!("-d {name} -- -")), "{name}");
    }
    assert!(!desk.folder().join("boo").exists() && !Path::new("boo").exists());
}

/// A backup takes the kept letters along, a restored register prints them again, byte by byte, and a check finds each
/// one that is gone or is not what was printed.
#[test]
fn kept_letters_are_backed_up_restored_and_checked() {
    let desk = Desk::with_signed(2);
    let out = |name: &str| desk.folder().join(name).to_str().unwrap().to_owned();
    desk.done(&["print", "1", "--out", &out("1.pdf")]);
    desk.done(&["print", "2", "--out", &out("2.txt")]);
    assert_eq!(desk.kept().len(), 2);
    let copies = out("copies");
    let said = desk.done(&["backup", &copies]);
    assert!(said.contains("Сохранённых писем рядом с ней: 2."), "{said}");
    desk.done(&["check", "--deep"]);

    let other = Desk::bare();
    let mut files = std::fs::read_dir(&copies).unwrap().map(|file| file.unwrap().path());
    let copy = files.find(|file| file.extension().is_some_and(|end| end == "db")).unwrap();
    let said = other.done(&["restore", copy.to_str().unwrap()]);
    assert!(said.contains("Сохранённых писем рядом с ней: 2."), "{said}");
    let again = other.folder().join("again.pdf");
    other.done(&["--as", "ivanova", "print", "1", "--out", again.to_str().unwrap()]);
    assert!(std::fs::read(again).unwrap() == std::fs::read(out("1.pdf")).unwrap(), "the same bytes");

    let (pdf, text): (Vec<_>, Vec<_>) =
        desk.kept().into_iter().partition(|file| file.extension().is_some_and(|end| end == "pdf"));
    std::fs::remove_file(&pdf[0]).unwrap();
    std::fs::write(&text[0], "другое письмо").unwrap();
    desk.done(&["check"]);
    let told = desk.refused(&["check", "--deep"]);
    assert!(told.contains("№ ЭН1-000001/26 пропало"), "{told}");
    assert!(told.contains("№ ЭН1-000002/26") && told.contains("не то, что печаталось"), "{told}");
    assert!(told.contains("Записи целы") && told.contains("letters-kept рядом с копией"), "{told}");
    let told = desk.run(&["backup", &out("later")]);
    assert_eq!(told.code, Some(0));
    assert!(told.err.contains("не нашлось или они повреждены: 2"), "{told:?}");
}

/// A file that stands where a folder of letters should be is said; nothing is tried again and again.
#[test]
fn a_backup_whose_letters_have_no_place_says_so() {
    let desk = Desk::with_signed(1);
    desk.done(&["print", "1", "--out", desk.folder().join("1.pdf").to_str().unwrap()]);
    let copies = desk.folder().join("copies");
    std::fs::create_dir_all(copies.join("letters-kept")).unwrap();
    let drawer = desk.kept()[0].parent().unwrap().file_name().unwrap().to_owned();
    std::fs::write(copies.join("letters-kept").join(drawer), "не папка").unwrap();
    let told = desk.refused(&["backup", copies.to_str().unwrap()]);
    assert!(told.contains("Копия не удалась"), "{told}");
    assert_eq!(std::fs::read_dir(&copies).unwrap().count(), 1, "nothing half-made is left");
}

/// The text of a paper, written as a plain file.
fn text_of(desk: &Desk, args: &[&str]) -> String {
    let path = desk.folder().join("paper.txt");
    desk.done(&[args, &["--out", path.to_str().unwrap()]].concat());
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn a_paper_that_the_appeal_has_no_more_is_named_and_no_other_comes_in_its_place() {
    let desk = Desk::with_office();
    let client = json!({ "surname": "Ёлкина", "given": "Анна", "address": "г. Энск" });
    desk.register_json(&json!({"channel": "letter", "kind": "enquiry", "gist": "Справка", "client": client}));
    desk.at_printers(&["print", "--not-printed"]);
    std::fs::write(desk.printers().join("broken"), "lp: Error - scheduler not responding.").unwrap();
    assert_eq!(desk.at_printers(&["print", "1", "--paper", "label"]).code, Some(1));
    desk.done(&["correct", "1", "address=", "phone=89001234567", "--reason", "Адрес чужой"]);
    let folder = desk.folder().join("out");
    let ended = desk.at_printers(&["print", "--not-printed", "--out", folder.to_str().unwrap()]);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(!folder.exists() || std::fs::read_dir(folder).unwrap().next().is_none());
    assert!(ended.err.contains("такой бумаги у этого обращения нет"), "{}", ended.err);
}

#[test]
fn the_envelope_goes_where_the_letter_that_is_due_now_goes() {
    let desk = Desk::with_signed(1);
    desk.done(&["sent", "1"]);
    assert!(text_of(&desk, &["print", "1", "--paper", "label"]).contains("Энск"));
    desk.done(&["correct", "1", "address=г. Новый, ул. Мира, 7", "--reason", "Переехал"]);
    assert!(text_of(&desk, &["print", "1", "--paper", "label"]).contains("Энск"), "the letter that left");
    desk.done(&["reopen", "1", "--reason", "Ответ неполный"]);
    assert!(text_of(&desk, &["print", "1", "--paper", "label"]).contains("Новый"), "the letter that is owed");
    let text = desk.file("answer.txt", "Пересчитано ещё раз.");
    desk.done(&["route", "1", "--to", "ivanova", "--resolution", "Ответить"]);
    desk.done(&["reply", "1", "--text", &text]);
    assert!(text_of(&desk, &["print", "1", "--paper", "label"]).contains("Новый"));
}

/// A letter shows «На № … от …» whole or not at all: a number without its day is corrected under a letter that waits.
#[test]
fn what_the_letter_does_not_show_is_corrected_while_it_waits() {
    let desk = Desk::with_signed(1);
    desk.done(&["correct", "1", "sender_number=777", "--reason", "Описка"]);
    let shown = desk.refused(&["correct", "1", "sender_date=2026-11-20", "--reason", "Описка"]);
    assert!(shown.contains("Верните письмо"), "{shown}");
    desk.done(&["sent", "1"]);
    desk.done(&["correct", "1", "sender_date=2026-11-20", "--reason", "Описка"]);
}

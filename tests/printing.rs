//! Printing on a real CUPS: a scheduler of the test's own, on a socket in its own folder, whose printers listen on this
//! machine's loopback, as network printers do.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

use std::io::Read as _;
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Where the scheduler and its tools lie where the path of the person does not name them.
const PLACES: &str = "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin";
/// Longer than any step of the scheduler takes on a busy machine.
const LONG: Duration = Duration::from_secs(30);
const NEEDS: &str = "this test needs a CUPS scheduler: on Debian apt-get install cups cups-client";

/// A printer: it takes bytes on a port, and each letter comes out whole.
struct Paper {
    port: u16,
    letters: Receiver<Vec<u8>>,
}

impl Paper {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (tell, letters) = channel();
        std::thread::spawn(move || {
            for line in listener.incoming() {
                let mut letter = Vec::new();
                line.and_then(|mut line| line.read_to_end(&mut letter)).unwrap();
                if tell.send(letter).is_err() {
                    return;
                }
            }
        });
        Self { port, letters }
    }

    /// The next letter.
    fn comes_out(&self) -> Vec<u8> {
        self.letters.recv_timeout(LONG).expect("nothing came out of the printer")
    }
}

/// A scheduler with the printers `Letters`, which is the default, `Stopped` and `Closed`.
struct Cups {
    folder: tempfile::TempDir,
    daemon: Child,
    letters: Paper,
    stopped: Paper,
}

impl Drop for Cups {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

impl Cups {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        for name in ["etc", "cache", "state", "spool", "spool/tmp"] {
            std::fs::create_dir(place(name)).unwrap();
        }
        let rules = "Order allow,deny\nAllow all\n";
        let scheduler = format!(
            "LogLevel warn\nListen {}\nBrowsing Off\nWebInterface No\n<Location />\n{rules}</Location>\n\
             <Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n<Limit All>\n{rules}</Limit>\n</Policy>\n",
            place("socket").display()
        );
        let files = [
            ("ServerRoot", "etc"),
            ("CacheDir", "cache"),
            ("StateDir", "state"),
            ("RequestRoot", "spool"),
            ("TempDir", "spool/tmp"),
            ("AccessLog", "access"),
            ("ErrorLog", "error"),
            ("PageLog", "page"),
        ];
        let files = files.map(|(key, name)| format!("{key} {}", place(name).display())).join("\n");
        std::fs::write(place("etc/cupsd.conf"), scheduler).unwrap();
        std::fs::write(place("etc/cups-files.conf"), files).unwrap();
        let daemon = tool("cupsd")
            .arg("-f")
            .arg("-c")
            .arg(place("etc/cupsd.conf"))
            .arg("-s")
            .arg(place("etc/cups-files.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let cups = Self { folder, daemon, letters: Paper::new(), stopped: Paper::new() };
        cups.listens();
        for (name, port, done) in [
            ("Letters", cups.letters.port, ""),
            ("Stopped", cups.stopped.port, "cupsdisable"),
            ("Closed", cups.stopped.port, "cupsreject"),
        ] {
            let device = format!("socket://127.0.0.1:{port}/?waiteof=false&snmp=false");
            cups.admin("lpadmin", &["-p", name, "-E", "-v", &device, "-m", "raw"]);
            if !done.is_empty() {
                cups.admin(done, &["-r", "Нет бумаги", name]);
            }
        }
        cups.admin("lpadmin", &["-d", "Letters"]);
        cups
    }

    fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn admin(&self, program: &str, args: &[&str]) {
        let output = tool(program).env("CUPS_SERVER", self.place("socket")).args(args).output().unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Waits until the scheduler listens: it tells nobody.
    fn listens(&self) {
        let deadline = Instant::now() + LONG;
        while UnixStream::connect(self.place("socket")).is_err() {
            let log = std::fs::read_to_string(self.place("error")).unwrap_or_default();
            assert!(Instant::now() < deadline, "the scheduler does not listen:\n{log}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A program of the system's own, which lies where a person's path may not lead.
fn tool(program: &str) -> Command {
    let path = std::env::var("PATH").unwrap_or_default();
    let places = path.split(':').chain(PLACES.split(':')).map(|place| Path::new(place).join(program));
    Command::new({ places }.find(|path| path.is_file()).unwrap_or_else(|| panic!("no {program}: {NEEDS}")))
}

/// An office with one appeal, answered and signed.
struct Office {
    home: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { home: tempfile::tempdir().unwrap() };
        let text = office.home.path().join("answer.txt");
        std::fs::write(&text, "Пересчитано: 120 руб. возвращены на лицевой счёт.").unwrap();
        let steps: &[&[&str]] = &[
            &[
                "setup",
                "--office",
                "АО «Энскэнергосбыт»",
                "--code",
                "ЭН1",
                "--unit",
                "ЦОК-1",
                "--person",
                "Иванова Анна Петровна",
                "--login",
                "ivanova",
                "--phone",
                "5-55-55",
                "--position",
                "Начальник",
                "--sign",
            ],
            &[
                "register",
                "--channel",
                "letter",
                "--kind",
                "enquiry",
                "--gist",
                "Справка",
                "--surname",
                "Ёлкина",
                "--given",
                "Анна",
                "--address",
                "г. Энск",
            ],
            &["route", "1", "--to", "ivanova", "--resolution", "Ответить"],
            &["reply", "1", "--text", text.to_str().unwrap(), "--final", "--signatory", "ivanova"],
            &["sign", "1"],
        ];
        for step in steps {
            let output = office.command(step).output().unwrap();
            assert!(output.status.success(), "{step:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
        office
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_otklik"));
        command.arg("--home").arg(self.home.path()).args(args);
        command.env("OTKLIK_NOW", "2026-11-23T10:00:00+03:00").stdin(Stdio::null());
        command
    }

    /// Prints at a scheduler: the exit code, and what was said.
    fn prints(&self, cups: &Cups, args: &[&str]) -> (Option<i32>, String) {
        let mut command = self.command(&[&["print"], args].concat());
        said(&command.env("CUPS_SERVER", cups.place("socket")).output().unwrap())
    }

    fn history(&self) -> String {
        said(&self.command(&["history", "1"]).output().unwrap()).1
    }

    /// The one letter of this ending that was kept.
    fn kept(&self, ending: &str) -> Vec<u8> {
        let drawers = std::fs::read_dir(self.home.path().join("letters-kept")).unwrap();
        let letters = drawers.flat_map(|drawer| std::fs::read_dir(drawer.unwrap().path()).unwrap());
        let mut found = letters.map(|letter| letter.unwrap().path());
        let letter = found.find(|path| path.to_str().unwrap().ends_with(ending)).unwrap();
        std::fs::read(letter).unwrap()
    }
}

/// A letter as a printer has it that knows no quotation marks of ours and no dashes.
fn plain(text: &str) -> String {
    text.replace(['«', '»'], "\"").replace(['–', '—'], "-").replace('…', "...")
}

fn said(output: &Output) -> (Option<i32>, String) {
    let words = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code(), String::from_utf8(words).unwrap())
}

/// One story, for a scheduler is long to start: pages, text, a queue that stands still, one that takes nothing, a printer
/// that is not there, and a scheduler that is gone. What did not come out is in the list and in no history.
#[test]
fn a_real_scheduler_prints_and_each_of_its_troubles_is_one_clear_sentence() {
    let (cups, office) = (Cups::start(), Office::new());

    assert_eq!(office.prints(&cups, &["1"]), (Some(0), "Отправлено на принтер Letters.\n".to_owned()));
    let pdf = office.kept(".pdf");
    assert!(pdf.starts_with(b"%PDF"));
    assert!(cups.letters.comes_out() == pdf, "the pages, byte by byte");

    let (code, words) = office.prints(&cups, &["1", "--print", "Letters", "--charset", "cp866"]);
    assert_eq!((code, words.as_str()), (Some(0), "Отправлено на принтер Letters.\n"));
    let text = String::from_utf8(office.kept(".pages.txt")).unwrap();
    assert!(text.contains("120 руб. возвращены") && text.ends_with('\u{C}'), "{text}");
    let paper = cups.letters.comes_out();
    assert_eq!(encoding_rs::IBM866.decode(&paper).0.replace("\r\n", "\n"), plain(&text));

    let (code, words) = office.prints(&cups, &["1", "--print", "Stopped"]);
    assert_eq!(code, Some(0));
    assert!(words.contains("Очередь Stopped остановлена (Нет бумаги): письмо ждёт в ней."), "{words}");
    cups.admin("cupsenable", &["Stopped"]);
    assert!(cups.stopped.comes_out() == pdf, "what waited comes out");

    let printed = office.history().matches("напечатано").count();
    assert_eq!(printed, 3);
    for (printer, sentence) in [
        ("Closed", "Принтер Closed не принимает писем."),
        ("Nowhere", "Принтера Nowhere в системе нет."),
        ("-o", "Принтера -o в системе нет."),
    ] {
        let (code, words) = office.prints(&cups, &["1", &format!("--print={printer}")]);
        assert_eq!(code, Some(1));
        assert!(words.starts_with(sentence), "{printer}: {words}");
        assert!(words.contains("Письмо осталось в списке «Не напечатано»."), "{words}");
    }
    assert_eq!(
        office.history().matches("напечатано").count(),
        printed,
        "what did not come out is not told of"
    );

    // From the list it goes to the printer that works, and the list is empty.
    let (code, words) = office.prints(&cups, &["--not-printed", "--print", "Letters"]);
    assert_eq!((code, words.as_str()), (Some(0), "Вышло 1 письмо.\n"));
    assert_eq!(encoding_rs::IBM866.decode(&cups.letters.comes_out()).0.replace("\r\n", "\n"), plain(&text));
    let (_, words) = office.prints(&cups, &["--not-printed"]);
    assert_eq!(words, "Печатать нечего: таких писем нет.\n");

    let gone = cups.place("socket");
    drop(cups);
    let mut command = office.command(&["print", "1"]);
    let (code, words) = said(&command.env("CUPS_SERVER", &gone).output().unwrap());
    assert_eq!(code, Some(1), "{words}");
    assert!(words.starts_with("Служба печати (CUPS) не работает."), "{words}");
    assert!(words.contains("Письмо осталось в списке «Не напечатано»."), "{words}");
}

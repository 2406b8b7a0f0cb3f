//! The language of these stories: a clerk who presses, types and looks.
//!
//! Keys go through the terminal's own events and the program's loop; nothing of the program is reached past its screen
//! but what a story needs to begin with: an office, its people, the appeals of earlier days.

mod office;
mod script;

pub use office::letter;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use otklik::clock::Clock;
use otklik::desk::{Confirmed, Desk};
use otklik::i18n::{Language, Words};
use otklik::letters::spooler::Spooler;
use otklik::paths::Paths;
use otklik::standard::appeal::Appeal;
use otklik::standard::decide::Registration;
use otklik::standard::office::Login;
use otklik::terminal::app::Cx;
use otklik::terminal::canvas::Canvas;
use otklik::terminal::command::Command;
use otklik::terminal::keys::{Code, russian};
use otklik::terminal::layers::Context as _;
use otklik::terminal::run::{App, Ending, Program, run};
use otklik::terminal::start::{Start, program};
use otklik::terminal::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use office::{moment, set_up};
use script::{MOMENT, Script, Step, keys_of};

/// The moment at which every story begins: a Tuesday.
pub const NOW: &str = "2026-11-24T14:05:00+03:00";
/// As many steps as any form or list of these stories has.
const FAR: usize = 48;
/// A clerk at a desk of an office that was set up.
pub struct Clerk {
    home: tempfile::TempDir,
    clock: Clock,
    language: Language,
    theme: Theme,
    terminal: Terminal<TestBackend>,
    now: Instant,
    /// None between two sittings.
    program: Option<Program<Cx>>,
    left: bool,
    /// Commands asked for by name.
    asked: BTreeSet<Command>,
    /// Layers that were seen.
    seen: BTreeSet<&'static str>,
}

impl Clerk {
    /// Иванова, who may do everything, at a window of 80×24.
    pub fn new() -> Self {
        Self::at(80, 24)
    }

    /// The same at a window of another size.
    pub fn at(width: u16, height: u16) -> Self {
        let home = tempfile::tempdir().unwrap();
        let clock = Clock::Set(moment(NOW));
        set_up(&Paths::in_folder(home.path()).register, clock);
        let mut clerk = Self {
            home,
            clock,
            language: Language::Ru,
            theme: Theme::default(),
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
            now: Instant::now(),
            program: None,
            left: false,
            asked: BTreeSet::new(),
            seen: BTreeSet::new(),
        };
        clerk.sits_down("ivanova");
        clerk
    }

    /// Sits down anew as another person.
    pub fn sits_down(&mut self, login: &str) -> &mut Self {
        self.starts(Some(login))
    }

    /// Starts the program as it is started on an ordinary day: whoever sat here last sits here.
    pub fn starts_again(&mut self) -> &mut Self {
        self.starts(None)
    }

    fn starts(&mut self, login: Option<&str>) -> &mut Self {
        self.program = None;
        self.left = false;
        let paths = self.paths();
        let start = Start {
            words: Words::new(self.language),
            theme: self.theme,
            printer: None,
            // Nothing of this machine reaches a story, its printers least of all.
            spooler: Spooler::in_folder(self.printers()).waiting(Duration::from_secs(5)),
            person: login.map(|login| Login(login.to_owned())),
            os_user: None,
            paths,
        };
        let program = program(self.other_desk(None), start, self.now).unwrap();
        if let Some(person) = program.context.desk.actor() {
            program.context.remember_person(&person.login);
        }
        self.program = Some(program);
        self.play([])
    }

    /// The same desk on another day.
    pub fn on_day(&mut self, day: &str) -> &mut Self {
        self.clock = Clock::Set(moment(&format!("{day}T09:30:00+03:00")));
        self.starts_again()
    }

    /// The same desk in English.
    pub fn in_english(&mut self) -> &mut Self {
        self.language = Language::En;
        self.starts_again()
    }

    /// Another desk on the same file, at which somebody may sit.
    pub fn other_desk(&self, login: Option<&str>) -> Desk {
        let mut desk = Desk::at(&self.paths().register, self.clock).unwrap().unwrap();
        if let Some(login) = login {
            desk.sit(&Login(login.to_owned())).unwrap();
        }
        desk
    }

    /// An appeal registered at another desk, before this one looks again.
    pub fn registered_elsewhere(&self, surname: &str, gist: &str) -> Appeal {
        let mut desk = self.other_desk(Some("ivanova"));
        desk.register_appeal(letter(surname, gist), &Confirmed::new()).unwrap().appeal
    }

    /// Begins with an appeal, on which the queue stands.
    pub fn with_letter(&mut self, surname: &str, gist: &str) -> &mut Self {
        self.registered_elsewhere(surname, gist);
        self.starts_again()
    }

    /// Begins with an appeal of any kind.
    pub fn with(&mut self, registration: Registration) -> &mut Self {
        self.other_desk(Some("ivanova")).register_appeal(registration, &Confirmed::new()).unwrap();
        self.starts_again()
    }

    /// Where the files of this desk lie.
    pub fn paths(&self) -> Paths {
        Paths::in_folder(self.home.path())
    }

    /// The letters that were written as files, by name.
    pub fn letters(&self) -> Vec<PathBuf> {
        let Ok(folder) = std::fs::read_dir(self.paths().letters_out()) else { return Vec::new() };
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }

    /// Where the printers of this desk are made up.
    fn printers(&self) -> PathBuf {
        self.home.path().join("printers")
    }

    /// This desk has two printers: `HP_LaserJet`, which is the system's default, and `Epson_LX`.
    pub fn with_printers(&mut self) -> &mut Self {
        let made_up = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/printer");
        std::fs::create_dir_all(self.printers()).unwrap();
        for program in ["lp", "lpstat"] {
            std::os::unix::fs::symlink(made_up.join(program), self.printers().join(program)).unwrap();
        }
        self
    }

    /// From now on the printers fare so: `broken` with the system's words, `stopped`, `slow`, `breaks_at` a letter.
    pub fn printers_are(&mut self, state: &str, words: &str) -> &mut Self {
        std::fs::write(self.printers().join(state), words).unwrap();
        self
    }

    /// The printers are well again.
    pub fn printers_are_well(&mut self) -> &mut Self {
        for state in ["broken", "breaks_at", "stopped", "slow"] {
            let _ = std::fs::remove_file(self.printers().join(state));
        }
        self
    }

    /// What came out of the printers so far, in order: the arguments, and the bytes.
    pub fn printed(&self) -> Vec<(String, Vec<u8>)> {
        let place = |n: usize| self.printers().join("printed").join(n.to_string());
        let letter = |n| Some((std::fs::read_to_string(place(n).with_extension("args")).ok()?, place(n)));
        let letters = (1..).map_while(letter);
        letters.map(|(args, file)| (args, std::fs::read(file).unwrap())).collect()
    }

    /// The letters kept beside the register.
    pub fn kept_letters(&self) -> Vec<PathBuf> {
        let Ok(shelves) = std::fs::read_dir(self.home.path().join("letters-kept")) else { return Vec::new() };
        let on_shelf = |shelf: std::io::Result<std::fs::DirEntry>| std::fs::read_dir(shelf.unwrap().path());
        shelves.flat_map(|shelf| on_shelf(shelf).unwrap()).map(|letter| letter.unwrap().path()).collect()
    }

    /// Presses a key while the program is at work of its own, which is not waited for.
    pub fn presses_at_work(&mut self, code: KeyCode) -> &mut Self {
        self.steps([Step::Comes(Event::Key(KeyEvent::new(code, KeyModifiers::NONE))), Step::WorkGoesOn])
    }

    /// Looks on while the program does its own work, until the screen shows this.
    pub fn looks_on_until(&mut self, text: &str) -> &mut Self {
        let until = Instant::now() + Duration::from_mins(1);
        while !self.screen().contains(text) {
            assert!(Instant::now() < until, "never {text}:\n{}", self.screen());
            self.steps([Step::WorkGoesOn]);
        }
        self
    }

    /// Looks on while the program does so many steps of its own work.
    pub fn works_on(&mut self, steps: usize) -> &mut Self {
        self.steps((0..steps).map(|_| Step::WorkGoesOn))
    }

    /// Presses a key and looks before the program's own work is done.
    pub fn presses_in_the_midst(&mut self, code: KeyCode) -> &mut Self {
        self.steps([Step::Comes(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))])
    }

    /// The one letter of this form.
    pub fn letter(&self, extension: &str) -> PathBuf {
        let letters = self.letters();
        let mut fits = letters.iter().filter(|file| file.extension().is_some_and(|end| end == extension));
        match (fits.next(), fits.next()) {
            (Some(only), None) => only.clone(),
            _ => panic!("not one {extension} file: {letters:?}"),
        }
    }

    /// Presses a key.
    pub fn press(&mut self, code: KeyCode) -> &mut Self {
        self.presses(code, KeyModifiers::NONE)
    }

    /// Presses a key with Ctrl or Alt.
    pub fn presses(&mut self, code: KeyCode, modifiers: KeyModifiers) -> &mut Self {
        self.play([Event::Key(KeyEvent::new(code, modifiers))])
    }

    /// Draws the window larger or smaller.
    pub fn resizes(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.play([Event::Resize(width, height)])
    }

    /// Lets a key repeat itself.
    pub fn holds(&mut self, code: KeyCode) -> &mut Self {
        let held = KeyEvent::new_with_kind(code, KeyModifiers::NONE, KeyEventKind::Repeat);
        self.play(vec![Event::Key(held); 5])
    }

    /// Types characters; a line end is Enter, a tab Tab.
    pub fn types(&mut self, text: &str) -> &mut Self {
        self.play(keys_of(text))
    }

    /// The same keys in one moment: a paste that the terminal does not mark, a scanner, or a line that had stalled.
    pub fn types_at_once(&mut self, text: &str) -> &mut Self {
        let together = keys_of(text).into_iter().map(Step::ComesAtOnce);
        self.steps([Step::Passes(MOMENT)].into_iter().chain(together).chain([Step::Passes(MOMENT)]))
    }

    /// Presses the keys of these Latin letters while the Russian layout is on.
    pub fn types_in_russian_layout(&mut self, keys: &str) -> &mut Self {
        self.types(&keys.chars().map(russian).collect::<String>())
    }

    /// Pastes a text as terminals do that bracket it.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.play([Event::Paste(text.to_owned())])
    }

    /// Takes the first answer of a list to what is typed.
    pub fn pick(&mut self, typed: &str) -> &mut Self {
        self.types(typed).press(KeyCode::Enter)
    }

    /// Lets time pass, as long as the program takes to look for other desks' changes.
    pub fn waits(&mut self) -> &mut Self {
        self.steps([Step::Passes(Duration::from_secs(1))])
    }

    /// Walks down a form to the field of this label.
    pub fn go_to(&mut self, label: &str) -> &mut Self {
        for _ in 0..FAR {
            if self.stands_on(label) {
                return self;
            }
            self.press(KeyCode::Tab);
        }
        panic!("no field «{label}» on the screen:\n{}", self.screen())
    }

    /// The cursor stands in the field of this label.
    pub fn stands_on(&self, label: &str) -> bool {
        self.lines().iter().any(|line| {
            let rest = line.strip_prefix('>').and_then(|line| line.strip_prefix(label));
            rest.is_some_and(|rest| rest.starts_with(['*', ' ']))
        })
    }

    /// Fills the field of this label.
    pub fn fill(&mut self, label: &str, text: &str) -> &mut Self {
        self.go_to(label).types(text)
    }

    /// Fills the field of this label in the place of what stood there.
    pub fn refill(&mut self, label: &str, text: &str) -> &mut Self {
        let back = Event::Key(KeyEvent::new(KeyCode::Backspace, KeyModifiers::CONTROL));
        self.go_to(label).press(KeyCode::End).play(vec![back; FAR]).types(text)
    }

    /// Chooses from the list of the field of this label.
    pub fn choose(&mut self, label: &str, typed: &str) -> &mut Self {
        self.go_to(label).press(KeyCode::F(4)).pick(typed)
    }

    /// Ticks the box of this label, or takes its tick away.
    pub fn tick(&mut self, label: &str) -> &mut Self {
        self.go_to(label).types(" ")
    }

    /// The screen says this, perhaps over several lines.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.reads().contains(text), "not seen: {text}\n{}", self.screen());
        self
    }

    /// The fields say this, over the ends of their lines; a sign that stands alone on the next line is as good as one
    /// that does not.
    pub fn sees_typed(&mut self, text: &str) -> &mut Self {
        let bare = |text: &str| text.replace(['_', ' ', '\n', '│'], "");
        assert!(bare(&self.screen()).contains(&bare(text)), "not seen: {text}\n{}", self.screen());
        self
    }

    /// The screen does not say this.
    pub fn absent(&mut self, text: &str) -> &mut Self {
        assert!(!self.reads().contains(text), "still seen: {text}\n{}", self.screen());
        self
    }

    /// Lets these events come.
    pub fn plays(&mut self, events: impl IntoIterator<Item = Event>) -> &mut Self {
        self.play(events)
    }

    /// The columns and rows of the window.
    pub fn window(&self) -> (u16, u16) {
        let area = self.terminal.backend().buffer().area;
        (area.width, area.height)
    }

    /// The column and the row of the cursor, where it is shown.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let backend = self.terminal.backend();
        backend.cursor_visible().then(|| backend.cursor_position().into())
    }

    /// The program has ended.
    pub fn has_left(&self) -> bool {
        self.left
    }

    /// The rows of the screen.
    pub fn lines(&self) -> Vec<String> {
        rows_of(self.terminal.backend().buffer())
    }

    /// The screen as it is read by eye.
    pub fn screen(&self) -> String {
        self.lines().join("\n")
    }

    /// All text of the screen in one line, without its rules and frames.
    fn reads(&self) -> String {
        let plain = self.screen().replace(['─', '│', '┌', '┐', '└', '┘'], " ");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The row of the list that bears this.
    pub fn row_of(&self, text: &str) -> usize {
        let lines = self.lines();
        let at = lines.iter().position(|line| line.contains(text));
        at.unwrap_or_else(|| panic!("no row with {text}:\n{}", self.screen()))
    }

    /// The style of the first cell of a text.
    pub fn style_of(&self, text: &str) -> ratatui::style::Style {
        let row = self.row_of(text);
        let line = &self.lines()[row];
        let column = line[..line.find(text).unwrap()].chars().count();
        let buffer = self.terminal.backend().buffer();
        buffer[(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())].style()
    }

    fn play(&mut self, events: impl IntoIterator<Item = Event>) -> &mut Self {
        let comes = events.into_iter().map(Step::Comes);
        self.steps(comes.chain([Step::Passes(MOMENT)]))
    }

    fn steps(&mut self, steps: impl IntoIterator<Item = Step>) -> &mut Self {
        assert!(!self.left, "the program has ended:\n{}", self.screen());
        let mut script = Script { steps: steps.into_iter().collect(), now: &mut self.now };
        let program = self.program.as_mut().unwrap();
        let ending = run(&mut self.terminal, &mut script, program).unwrap();
        self.left = ending == Ending::Left;
        self.looks_it_over();
        self.hears_of_the_printer()
    }

    /// How a letter fared that a printer took its time over; a slow printer is not waited for.
    fn hears_of_the_printer(&mut self) -> &mut Self {
        let slow = self.printers().join("slow").exists();
        let program = self.program.as_mut().unwrap();
        if slow || !program.context.leave_printing() {
            return self;
        }
        let Some(news) = program.context.news() else { return self };
        program.stack.say(news);
        self.play([])
    }

    /// Asks for a command: by its key where it has one, else by its name in the list of all.
    pub fn asks(&mut self, command: Command) -> &mut Self {
        self.asked.insert(command);
        let entry = command.entry();
        if let Some(number) = entry.function {
            return self.press(KeyCode::F(number));
        }
        match entry.keys.first() {
            Some(Code::Ctrl(letter)) => self.presses(KeyCode::Char(*letter), KeyModifiers::CONTROL),
            Some(Code::Char(sign)) => self.press(KeyCode::Char(*sign)),
            Some(other) => panic!("a command key of a new kind: {other:?}"),
            None => {
                let name = self.word(entry.name);
                self.press(KeyCode::F(9)).pick(&name)
            }
        }
    }

    /// The commands that were asked for by [`Clerk::asks`].
    pub fn asked(&self) -> &BTreeSet<Command> {
        &self.asked
    }

    /// What the layers seen so far are called in the source.
    pub fn seen(&self) -> &BTreeSet<&'static str> {
        &self.seen
    }

    /// A message of the screen's language.
    pub fn word(&self, id: &str) -> String {
        Words::new(self.language).by_id(id)
    }

    /// Goes back to the queue, step by step.
    pub fn goes_home(&mut self) -> &mut Self {
        for _ in 0..FAR {
            if self.program.as_ref().unwrap().stack.names().len() == 1 {
                return self;
            }
            self.press(KeyCode::Esc);
        }
        panic!("no way home:\n{}", self.screen())
    }

    /// No text of the screen is cut or stands in another's place: looked at after each step of every story.
    fn looks_it_over(&mut self) {
        self.looks_in(&[]);
    }

    /// Looks the screen over as windows of these sizes would show it, and last as this one does.
    pub fn looks_in(&mut self, sizes: &[(u16, u16)]) -> &mut Self {
        /// Below this even the sentence that the window is too small is cut.
        const LEAST: (u16, u16) = (20, 5);
        let own = Some(self.window()).filter(|own| own.0 >= LEAST.0 && own.1 >= LEAST.1);
        for (width, height) in sizes.iter().copied().chain(own) {
            let (buffer, faults) = self.drawn_at(width, height, self.theme);
            let faults = faults.join("\n");
            assert!(faults.is_empty(), "{width}×{height}: {faults}\n{}", rows_of(&buffer).join("\n"));
        }
        self
    }

    /// The screen as a window of this size and these colours would show it now, and what is wrong with it.
    pub fn drawn_at(&mut self, width: u16, height: u16, theme: Theme) -> (Buffer, Vec<String>) {
        let program = self.program.as_mut().unwrap();
        self.seen.extend(program.stack.names());
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let mut canvas = Canvas::watched(&mut buffer, theme);
        program.draw(&mut canvas);
        let mut faults: Vec<_> = canvas.faults().iter().map(ToString::to_string).collect();
        if canvas.cursor().is_none() && width >= 80 && height >= 24 {
            faults.push("no cursor".to_owned());
        }
        (buffer, faults)
    }
}

/// The rows of a picture as they are read.
pub fn rows_of(buffer: &Buffer) -> Vec<String> {
    let row = |cells: &[ratatui::buffer::Cell]| {
        let row: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
        row.trim_end().to_owned()
    };
    buffer.content.chunks(usize::from(buffer.area.width).max(1)).map(row).collect()
}

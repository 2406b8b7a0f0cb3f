//! Random keys over the whole program on a real file: whatever is pressed, no panic, the cursor stands in its field, and
//! what was typed is in the form, in a draft, or saved.
//!
//! `OTKLIK_KEYS` says how many keys, `OTKLIK_KEYS_SEED` begins with the same ones again.

use std::collections::{BTreeMap, HashMap};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use fastrand::Rng;
use otklik::desk::Drafts;
use uuid::Uuid;

use crate::clerk::Clerk;

/// Below the least window, the least one, and up to a wall of them.
const WINDOWS: [(u16, u16); 10] =
    [(80, 24), (1, 1), (40, 12), (79, 24), (80, 23), (81, 25), (100, 30), (120, 40), (132, 43), (200, 60)];
/// As many keys in the suite.
const KEYS: u64 = 10_000;
/// Letters that are typed into fields, and are commands elsewhere.
const LETTERS: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz";
/// Every key that takes back or takes away what was typed.
const ERASING: [KeyCode; 2] = [KeyCode::Backspace, KeyCode::Delete];

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// What is done next.
#[derive(Debug, Clone)]
enum Act {
    Press(KeyCode, KeyModifiers, KeyEventKind),
    /// A word that nobody typed before, letter by letter or pasted.
    Word(String, bool),
    Resize(u16, u16),
}

impl Act {
    fn random(rng: &mut Rng, window: (u16, u16)) -> Self {
        let letters: Vec<char> = LETTERS.chars().collect();
        let walks = [
            KeyCode::Tab,
            KeyCode::Tab,
            KeyCode::BackTab,
            KeyCode::Down,
            KeyCode::Up,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::PageUp,
            KeyCode::PageDown,
        ];
        let plain = |code| Self::Press(code, KeyModifiers::NONE, KeyEventKind::Press);
        match rng.u32(..1000) {
            0..=199 => Self::Word((0..8).map(|_| rng.choice(&letters).unwrap()).collect(), rng.u8(..4) == 0),
            200..=399 => plain(KeyCode::Char(*rng.choice(&letters).unwrap())),
            400..=579 => plain(*rng.choice(&walks).unwrap()),
            580..=709 => plain(KeyCode::Enter),
            710..=759 => plain(KeyCode::Esc),
            760..=799 => plain(KeyCode::F(7)),
            800..=859 => plain(KeyCode::F(rng.u8(1..=9))),
            860..=869 => plain(KeyCode::F(10)),
            870..=899 => plain(KeyCode::Char(*rng.choice(&[' ', '/', '.', ';', '+', '-', '1']).unwrap())),
            900..=924 => plain(*rng.choice(&ERASING).unwrap()),
            925..=959 => {
                let code = KeyCode::Char(*rng.choice(&letters).unwrap());
                Self::Press(code, KeyModifiers::CONTROL, KeyEventKind::Press)
            }
            960..=969 => {
                let code = KeyCode::Char(char::from(rng.u8(b'0'..=b'9')));
                Self::Press(code, KeyModifiers::ALT, KeyEventKind::Press)
            }
            970..=979 => Self::Press(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Repeat),
            980..=984 => Self::Resize(rng.u16(1..130), rng.u16(1..45)),
            _ => Self::Resize(window.0, window.1),
        }
    }

    /// Whether it may take away what was typed.
    fn erases(&self) -> bool {
        match self {
            // Ctrl+U, Ctrl+W, Ctrl+H, and the step back by Ctrl+Z.
            Self::Press(KeyCode::Char(c), KeyModifiers::CONTROL, _) => "uwhzгцря".contains(*c),
            Self::Press(code, ..) => ERASING.contains(code),
            Self::Word(..) | Self::Resize(..) => false,
        }
    }

    fn done_by(&self, clerk: &mut Clerk) {
        match self {
            Self::Press(code, modifiers, kind) => {
                clerk.plays([Event::Key(KeyEvent::new_with_kind(*code, *modifiers, *kind))]);
            }
            Self::Word(word, false) => drop(clerk.types(word)),
            Self::Word(word, true) => drop(clerk.pastes(word)),
            Self::Resize(width, height) => drop(clerk.resizes(*width, *height)),
        }
    }
}

/// Whether a field of a draft holds the letters of a word in their order.
fn is_parted(word: &str, body: &str) -> bool {
    let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(body).unwrap();
    fields.values().filter_map(|value| value.as_str()).any(|value| {
        let mut letters = value.chars();
        word.chars().all(|wanted| letters.any(|letter| letter == wanted))
    })
}

/// Whether the one field that held a word holds something else now: an item was taken for it from the field's list, or
/// it was refused and is typed anew.
fn is_replaced(word: &str, before: &str, now: &str) -> bool {
    let fields = |body| serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(body).unwrap();
    let (before, now) = (fields(before), fields(now));
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let held = before.iter().filter(|(_, value)| text(value).contains(word));
    let taken = |id: &str| now.get(id).is_some_and(|value| !text(value).is_empty());
    let held: Vec<_> = held.map(|(id, _)| id.as_str()).collect();
    matches!(held.as_slice(), [only] if taken(only))
}

/// A sitting of random keys, and the words that have to be somewhere.
struct Sitting {
    clerk: Clerk,
    drafts: Drafts,
    /// Each word typed into a form that keeps drafts, with the draft that held it.
    words: HashMap<String, Uuid>,
    /// The drafts before the last act.
    before: BTreeMap<Uuid, String>,
    kept: usize,
    past: Vec<Act>,
}

impl Sitting {
    fn begin() -> Self {
        let mut clerk = Clerk::new();
        clerk.with_printers().with_letter("Ёлкина", "Перерасчёт за октябрь");
        clerk.registered_elsewhere("Юй", "Нет света");
        clerk.registered_elsewhere("Салтыков-Щедрин", "Договор");
        clerk.starts_again();
        let drafts = Drafts::open(&clerk.paths().drafts()).unwrap();
        Self { clerk, drafts, words: HashMap::new(), before: BTreeMap::new(), kept: 0, past: Vec::new() }
    }

    fn held(&self) -> BTreeMap<Uuid, String> {
        let people = ["ivanova", "petrov", "sidorova", "orlova"];
        let drafts = people.iter().flat_map(|person| self.drafts.of(person).unwrap().rows);
        drafts.map(|draft| (draft.id, draft.body)).collect()
    }

    fn act(&mut self, act: &Act) {
        if self.clerk.has_left() {
            self.clerk.starts_again();
        }
        // The list of commands can take back what was typed as well as the key for it.
        let menu = ["┌─ Все команды", "┌─ All commands"];
        let taken = matches!(act, Act::Press(KeyCode::Enter | KeyCode::Tab, ..));
        let by_menu = taken && menu.iter().any(|title| self.clerk.screen().contains(title));
        // A letter of a word typed upon it answers the question whether to forget a draft.
        let asked = ["Забыть черновик", "Forget the draft"];
        let asked = asked.iter().any(|question| self.clerk.screen().contains(question));
        let erases = act.erases() || by_menu || asked;
        // An item of a field's list takes the place of what was typed to find it.
        let from_list = taken || matches!(act, Act::Press(KeyCode::F(2) | KeyCode::Char('s' | 'ы'), ..));
        let from_list = from_list && self.clerk.screen().contains('└');
        // What was refused is selected: the first letter typed takes its place.
        let retyped = matches!(act, Act::Word(..) | Act::Press(KeyCode::Char(_), KeyModifiers::NONE, _));
        let refused = retyped && self.clerk.screen().contains("! ");
        self.past.push(act.clone());
        act.done_by(&mut self.clerk);
        if self.clerk.has_left() {
            self.clerk.starts_again();
        }
        let held = self.held();
        self.words_are_somewhere(erases, from_list || refused, &held);
        if let Act::Word(word, _) = act {
            self.word_is_kept(word, &held);
        }
        self.before = held;
        self.cursor_is_in_its_field();
    }

    /// What is seen in a field of a form that keeps drafts is in the draft by then.
    fn word_is_kept(&mut self, word: &str, held: &BTreeMap<Uuid, String>) {
        let screen = self.clerk.screen();
        let seen = screen.replace(['_', ' ', '\n', '│'], "").contains(word);
        let keeps = screen.contains("черновик хранится") || screen.contains("draft is kept");
        // What is typed upon a form narrows a list.
        if !seen || !keeps || screen.contains('└') {
            return;
        }
        let holder = held.iter().find(|(_, body)| body.contains(word));
        let Some((id, _)) = holder else {
            // A first letter that was a command leaves the rest, and the row before may end in that letter.
            if held.values().any(|body| body.replace("\\n", "").contains(word)) {
                return;
            }
            self.fails(&format!("«{word}» is on the screen and in no draft of {held:#?}"))
        };
        self.words.insert(word.to_owned(), *id);
        self.kept += 1;
    }

    /// No word goes but by a key that takes text away, by saving, or by letting its draft go.
    fn words_are_somewhere(&mut self, erases: bool, retypes: bool, held: &BTreeMap<Uuid, String>) {
        let gone: Vec<_> = self
            .words
            .iter()
            .filter(|(word, id)| !held.get(id).is_some_and(|body| body.contains(*word)))
            .map(|(word, id)| (word.clone(), *id))
            .collect();
        for (word, id) in gone {
            let let_go = self.clerk.screen().contains("удалён") && !held.contains_key(&id);
            // What was typed into the midst of it leaves its letters in their order; it is followed no longer.
            let parted = held.get(&id).is_some_and(|body| is_parted(&word, body));
            let replaced = retypes
                && self
                    .before
                    .get(&id)
                    .zip(held.get(&id))
                    .is_some_and(|(was, is)| is_replaced(&word, was, is));
            if !erases && !let_go && !parted && !replaced && !self.is_saved(&word) {
                self.fails(&format!("«{word}» of draft {id} is lost"));
            }
            self.words.remove(&word);
        }
    }

    /// Whether a word stands in the register's file: short texts lie there as they are.
    fn is_saved(&self, word: &str) -> bool {
        let register = self.clerk.paths().register;
        let files = [register.clone(), register.with_extension("db-wal")];
        files
            .iter()
            .filter_map(|file| std::fs::read(file).ok())
            .any(|bytes| bytes.windows(word.len()).any(|part| part == word.as_bytes()))
    }

    /// The cursor is in the window; in a form it stands right of the label of the field that is marked.
    fn cursor_is_in_its_field(&self) {
        let lines = self.clerk.lines();
        let Some((column, row)) = self.clerk.cursor() else {
            return self.place_is_seen(&lines);
        };
        let (width, height) = self.clerk.window();
        if row >= height || column >= width {
            self.fails(&format!("the cursor is outside the window, at {column}, {row}"));
        }
        let (column, row) = (usize::from(column), usize::from(row));
        let boxed = lines.iter().any(|line| line.contains('└'));
        let marked = lines.iter().position(|line| line.starts_with('>') && line.contains("  "));
        let form = lines.last().is_some_and(|bar| bar.contains("2Сохр.") || bar.contains("2Save"));
        if let Some(marked) = marked.filter(|_| form && !boxed) {
            let next = lines[marked + 1..].iter().take_while(|line| line.starts_with("    ")).count();
            if !(marked..=marked + next).contains(&row) || column < 3 {
                self.fails(&format!("the cursor is not in the marked field, but at {column}, {row}"));
            }
        }
    }

    /// Where there is no cursor, it is a text to read, a window too small, or something marked.
    fn place_is_seen(&self, lines: &[String]) {
        let boxed = lines.iter().any(|line| line.contains('└'));
        if boxed && !lines.iter().any(|line| line.contains('>')) {
            self.fails("nothing shows where keys have their effect");
        }
    }

    fn fails(&self, what: &str) -> ! {
        let last = &self.past[self.past.len().saturating_sub(12)..];
        panic!(
            "{what}\nin the window of {:?} after {} acts, the last {last:?}\n{}",
            self.clerk.window(),
            self.past.len(),
            self.clerk.screen()
        );
    }
}

#[test]
fn random_keys_lose_nothing_and_the_cursor_stays_in_its_field() {
    let seed = setting("OTKLIK_KEYS_SEED").unwrap_or(20_261_124);
    let keys = setting("OTKLIK_KEYS").unwrap_or(KEYS);
    eprintln!("OTKLIK_KEYS_SEED={seed} OTKLIK_KEYS={keys}");
    let mut rng = Rng::with_seed(seed);
    let mut kept = 0;
    for window in WINDOWS {
        let mut sitting = Sitting::begin();
        // In a window too small nothing can be begun: it is made so in the midst of work.
        let mut pressed = 0;
        while pressed < keys / u64::try_from(WINDOWS.len()).unwrap() {
            let at = if rng.u8(..8) == 0 { window } else { (window.0.max(80), window.1.max(24)) };
            let act = Act::random(&mut rng, at);
            pressed += if let Act::Word(word, _) = &act { word.chars().count() as u64 } else { 1 };
            sitting.act(&act);
        }
        kept += sitting.kept;
    }
    // A test that types into no form would prove nothing.
    assert!(kept as u64 > keys / 500, "only {kept} words reached a form that keeps drafts");
}

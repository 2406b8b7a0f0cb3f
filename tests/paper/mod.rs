//! A printed page as a reader's tools see it: its words and where they stand, its fonts, its code (poppler and qpdf must
//! be installed).

use std::path::{Path, PathBuf};
use std::process::Command;

use otklik::letters::document::{Block, Document};

/// A millimetre in points.
pub const MM: f64 = 72.0 / 25.4;

/// A word on a page, in millimetres from the top left.
#[derive(Debug, Clone)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// A page: its size in millimetres and its words.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

/// A PDF that was written to a file.
pub struct Printed(pub PathBuf);

impl Printed {
    /// Leaves the file for whoever wants to look at it.
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }

    fn run(&self, program: &str, arguments: &[&str], to_output: bool) -> String {
        let mut command = Command::new(program);
        command.args(arguments).arg(&self.0);
        if to_output {
            command.arg("-");
        }
        let output = command.output().unwrap_or_else(|error| panic!("{program} must run: {error}"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Its text in reading order, in one line.
    pub fn text(&self) -> String {
        self.run("pdftotext", &["-raw"], true).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Sound, archival, all fonts embedded, with its title and language.
    pub fn is_sound(&self, document: &Document) {
        self.run("qpdf", &["--check"], false);
        let fonts = self.run("pdffonts", &[], false);
        let listed: Vec<_> = fonts.lines().skip(2).collect();
        assert!(!listed.is_empty(), "{fonts}");
        for line in listed {
            assert!(line.contains("LiberationSerif") && line.contains("yes yes yes"), "{line}");
        }
        let info = self.run("pdfinfo", &[], false);
        assert!(info.contains(&document.title), "{info}");
        let xmp = self.run("pdfinfo", &["-meta"], false);
        assert!(xmp.contains("ru-RU") && xmp.contains("<pdfaid:part>2"), "{xmp}");
    }

    /// Its pages with their words.
    pub fn pages(&self) -> Vec<Page> {
        let boxes = self.run("pdftotext", &["-bbox"], true);
        let mut pages: Vec<Page> = Vec::new();
        for line in boxes.lines() {
            let figure = |name: &str| {
                let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
                rest.split_once('"').unwrap().0.parse::<f64>().unwrap() / MM
            };
            if line.contains("<page ") {
                pages.push(Page { width: figure("width"), height: figure("height"), words: Vec::new() });
            } else if let Some((_, rest)) = line.split_once("<word ") {
                let text = rest.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
                let [left, top, right, bottom] = ["xMin", "yMin", "xMax", "yMax"].map(figure);
                pages.last_mut().unwrap().words.push(Word { text, left, top, right, bottom });
            }
        }
        pages
    }

    /// What the codes on a page hold, each with its left, top, right and bottom in millimetres.
    pub fn codes(&self, page: usize) -> Vec<(String, [f64; 4])> {
        const DPI: f64 = 200.0;
        let picture = self.0.with_extension(format!("{page}"));
        let number = page.to_string();
        let done = Command::new("pdftoppm")
            .args(["-gray", "-r", &DPI.to_string(), "-f", &number, "-l", &number, "-singlefile"])
            .args([&self.0, &picture])
            .status();
        assert!(done.unwrap().success());
        let picture = picture.with_extension(format!("{page}.pgm"));
        let file = std::fs::read(&picture).unwrap();
        let (width, height, grey) = portable_greymap(&file);
        std::fs::remove_file(&picture).unwrap();
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
        image
            .detect_grids()
            .iter()
            .map(|grid| {
                let millimetres = |dots: i32| f64::from(dots) * 25.4 / DPI;
                let xs = grid.bounds.map(|point| millimetres(point.x));
                let ys = grid.bounds.map(|point| millimetres(point.y));
                let least = |of: [f64; 4]| of.into_iter().fold(f64::INFINITY, f64::min);
                let most = |of: [f64; 4]| of.into_iter().fold(0.0, f64::max);
                (grid.decode().unwrap().1, [least(xs), least(ys), most(xs), most(ys)])
            })
            .collect()
    }
}

/// Width, height and grey values of a binary PGM.
fn portable_greymap(bytes: &[u8]) -> (usize, usize, &[u8]) {
    let mut fields = Vec::new();
    let mut at = 0;
    while fields.len() < 4 {
        let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace).unwrap();
        fields.push(std::str::from_utf8(&bytes[at..end]).unwrap());
        at = end + 1;
    }
    assert_eq!(fields[0], "P5");
    (fields[1].parse().unwrap(), fields[2].parse().unwrap(), &bytes[at..])
}

impl Page {
    /// The words on one line, whose text these are, as the page holds them.
    pub fn find(&self, text: &str) -> Word {
        self.words
            .iter()
            .find(|word| word.text == text)
            .unwrap_or_else(|| panic!("no «{text}» among {:?}", self.words))
            .clone()
    }

    /// No word lies on another.
    pub fn nothing_overlaps(&self) {
        // Boxes are as high as the font, lines stand closer: a third of a line is no overlap to the eye.
        for (at, one) in self.words.iter().enumerate() {
            for other in &self.words[at + 1..] {
                let across = one.right.min(other.right) - one.left.max(other.left);
                let down = one.bottom.min(other.bottom) - one.top.max(other.top);
                let low = (one.bottom - one.top).min(other.bottom - other.top);
                assert!(across < 0.3 || down < low / 3.0, "{one:?} lies on {other:?}");
            }
        }
    }

    /// All words stand between the margins (left, right, top, bottom in millimetres).
    pub fn keeps_margins(&self, [left, right, top, bottom]: [f64; 4]) {
        for word in &self.words {
            let inside = word.left >= left - 0.2
                && word.right <= self.width - right + 0.2
                && word.top >= top - 0.5
                && word.bottom <= self.height - bottom + 0.5;
            assert!(inside, "{word:?} is outside of the margins");
        }
    }
}

/// Letters and figures only: what a reader would compare.
pub fn essence(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// Every text of a document that is to be read on paper.
pub fn texts(document: &Document) -> Vec<String> {
    let mut texts = document.executor_mark.clone();
    for block in &document.blocks {
        match block {
            Block::Head(head) => {
                texts.push(head.organisation.clone());
                texts
                    .extend([&head.details, &head.reference, &head.addressee].into_iter().flatten().cloned());
            }
            Block::Title(text)
            | Block::Heading(text)
            | Block::Salutation(text)
            | Block::Paragraph(text)
            | Block::Notice(text) => texts.push(text.clone()),
            Block::List { items, .. } => texts.extend(items.clone()),
            Block::Table(table) => {
                texts.extend(table.columns().iter().map(|column| column.title.clone()));
                texts.extend(table.rows().iter().flatten().cloned());
            }
            Block::Facts(facts) => {
                texts.extend(facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.clone()]));
            }
            Block::Record { heading, facts } => {
                texts.push(heading.clone());
                texts.extend(facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.clone()]));
            }
            Block::Enclosures { label, items } => {
                texts.push(label.clone());
                texts.extend(items.clone());
            }
            Block::Signature { position, name } => texts.extend([position.clone(), name.clone()]),
            Block::Code(_) => {}
            Block::Cover(cover) => {
                let facts = cover.from.iter().chain(&cover.to);
                texts.extend(facts.flat_map(|fact| [fact.label.clone(), fact.value.clone()]));
            }
        }
    }
    texts
}

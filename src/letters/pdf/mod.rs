//! A document on A4 pages: ГОСТ Р 7.0.97-2025 layout, embedded fonts, PDF/A-2u.
//!
//! The validator is asked at each letter, so what comes out is archival or an error. The same
//! document and date always give the same bytes.

mod code;
mod face;
mod galley;

use std::io;
use std::ops::Range;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime as PdfDate, Metadata};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

use super::document::{Binding, Document, Format, Sheet};
use super::fill;
use super::pages::{Extent, paginate};
use super::prose;
use code::{Area, Symbol, free_place};
use face::{Face, Foundry, Run};
use galley::{Galley, Ink, MM, Strip};

/// Where the executor's mark ends, from the bottom edge: it may stand in the bottom margin.
const MARK_BOTTOM: f64 = 12.0 * MM;
/// Least space between the text and the executor's mark.
const MARK_GAP: f64 = 6.0 * MM;
/// Baseline of the page number, from the top edge.
const NUMBER_BASE: f64 = 14.0 * MM;
/// Largest document, in bytes of its JSON: some 300 pages.
const LARGEST: usize = 1024 * 1024;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its pages, at least one.
    pub pages: usize,
}

/// Why a document could not become a PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PressError {
    /// The fonts compiled in can't be read: the program file is damaged.
    #[error("the built-in fonts can't be read")]
    Fonts,
    /// The document is larger than any letter or journal should be.
    #[error("a document of more than {limit} bytes")]
    TooLong {
        /// The most it may have.
        limit: usize,
    },
    /// The writer refused, for example because PDF/A would be broken.
    #[error("the PDF could not be written: {reason}")]
    Refused {
        /// The writer's own words.
        reason: String,
    },
}

/// Prints documents. Costly to make (it reads the fonts), cheap to use: keep one for a batch.
pub struct Press {
    foundry: Foundry,
}

impl Press {
    /// A press with the built-in fonts.
    ///
    /// # Errors
    /// [`PressError::Fonts`] when they can't be read.
    pub fn new() -> Result<Self, PressError> {
        Foundry::new().map(|foundry| Self { foundry }).ok_or(PressError::Fonts)
    }

    /// The document as a PDF which says that it was made at `made`.
    ///
    /// # Errors
    /// [`PressError::TooLong`] or [`PressError::Refused`].
    pub fn print(&mut self, document: &Document, made: DateTime<FixedOffset>) -> Result<Pdf, PressError> {
        weigh(document)?;
        let (laid, pages, code) = self.laid(document);
        let frame = laid.frame;
        let mut pdf = krilla::Document::new_with(settings()?);
        let draft = document.draft_mark.as_deref().map(prose::line).unwrap_or_default();
        for (index, page_of) in pages.iter().enumerate() {
            let paper = PageSettings::from_wh(pt(frame.size.0), pt(frame.size.1)).ok_or_else(unpaged)?;
            let mut page = pdf.start_page_with(paper);
            let mut surface = page.surface();
            let mut pen = Pen { surface: &mut surface, foundry: &mut self.foundry, size: frame.size };
            pen.draft_mark(&draft);
            if index > 0 && !document.sheet.format.is_envelope() {
                pen.page_number(index + 1, frame.left + frame.width() / 2.0);
            }
            frame.cut().iter().for_each(|ink| pen.ink(ink, 0.0, 0.0));
            for (x, y, ink) in laid.ink(page_of.clone(), index + 1 == pages.len()) {
                pen.ink(ink, x, y);
            }
            if let Some((_, symbol, (x, y))) = code.as_ref().filter(|(on, ..)| *on == index) {
                pen.symbol(symbol, *x, *y);
            }
            surface.finish();
            page.finish();
        }
        pdf.set_metadata(metadata(document, made));
        let bytes = pdf.finish().map_err(|error| PressError::Refused { reason: format!("{error:?}") })?;
        Ok(Pdf { bytes, pages: pages.len() })
    }

    /// The document set and shared out among its pages.
    fn laid(&mut self, document: &Document) -> (Laid, Vec<Range<usize>>, Option<Coded>) {
        let half = document.sheet.format == Format::A4Half;
        let laid = self.laid_in(document, Frame::of(document.sheet));
        if half && laid.1.len() > 1 {
            let whole = Sheet { format: Format::A4, ..document.sheet };
            return self.laid_in(document, Frame::of(whole));
        }
        laid
    }

    fn laid_in(&mut self, document: &Document, frame: Frame) -> (Laid, Vec<Range<usize>>, Option<Coded>) {
        let mut galley = Galley::set(&mut self.foundry, document, frame.width(), frame.room());
        let (mark, mark_height) = galley.mark(&document.executor_mark);
        let mark_top = frame.end - MARK_BOTTOM - mark_height;
        let foot = if mark.is_empty() { 0.0 } else { mark_height + MARK_GAP + MARK_BOTTOM - frame.bottom };
        let code = galley.code.take();
        let laid = Laid { strips: galley.strips, heads: galley.heads, frame, mark: (mark, mark_top) };
        let (pages, code) = laid.out(foot.max(0.0), code);
        (laid, pages, code)
    }
}

/// A page and its margins.
#[derive(Clone, Copy)]
struct Frame {
    /// Width and height.
    size: (f64, f64),
    /// Where the part that is used ends: the lower edge, or the cut.
    end: f64,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Frame {
    /// 20, 10, 20 and 20 mm (ГОСТ Р 7.0.97-2025), or what a printer can't reach of an envelope.
    fn of(sheet: Sheet) -> Self {
        let (across, down) = sheet.format.millimetres();
        let size = (across * MM, down * MM);
        if sheet.format.is_envelope() {
            let edge = if across < 150.0 { 5.0 * MM } else { 12.0 * MM };
            return Self { size, end: size.1, left: edge, right: edge, top: edge, bottom: edge };
        }
        let left = match sheet.binding {
            Binding::Usual => 20.0 * MM,
            Binding::LongKept => 30.0 * MM,
        };
        let whole = Self { size, end: size.1, left, right: 10.0 * MM, top: 20.0 * MM, bottom: 20.0 * MM };
        match sheet.format {
            Format::A4Half => Self { end: size.1 / 2.0, top: 10.0 * MM, bottom: 10.0 * MM, ..whole },
            _ => whole,
        }
    }

    fn width(&self) -> f64 {
        self.size.0 - self.left - self.right
    }

    /// Height of the text.
    fn room(&self) -> f64 {
        self.end - self.top - self.bottom
    }

    fn text(&self) -> Area {
        Area { x: self.left, y: self.top, width: self.width(), height: self.room() }
    }

    /// The line to cut along.
    fn cut(&self) -> Option<Ink> {
        let (width, height) = self.size;
        (self.end < height).then_some(Ink::Rule { x: 0.0, y: self.end, width, height: 0.4, light: 190 })
    }
}

/// All that goes on the pages, set but not yet shared out among them.
struct Laid {
    strips: Vec<Strip>,
    heads: Vec<Vec<Strip>>,
    frame: Frame,
    /// The executor's mark and where it begins on the last page.
    mark: (Vec<Ink>, f64),
}

impl Laid {
    /// The pages, and on which of them and where the code stands: the first that has room for it (ГОСТ Р 7.0.97-2025),
    /// or the last, where room is made. `foot` of the last page stays free for the executor's mark.
    fn out(&self, foot: f64, code: Option<Symbol>) -> (Vec<Range<usize>>, Option<Coded>) {
        let extents: Vec<Extent> = self.strips.iter().map(|strip| strip.extent).collect();
        let room = self.frame.room();
        let pages = paginate(&extents, room, foot);
        let Some(symbol) = code else { return (pages, None) };
        if let Some((page, at)) = self.place(&pages, &symbol) {
            return (pages, Some((page, symbol, at)));
        }
        let pages = paginate(&extents, room, foot.max(symbol.side() + symbol.quiet()));
        let placed = self.place(&pages, &symbol).map(|(page, at)| (page, symbol, at));
        (pages, placed)
    }

    fn place(&self, pages: &[Range<usize>], symbol: &Symbol) -> Option<(usize, (f64, f64))> {
        (0..).zip(pages).find_map(|(index, page)| {
            let taken: Vec<Area> = self
                .ink(page.clone(), index + 1 == pages.len())
                .map(|(x, y, ink)| ink.area().moved(x, y))
                .collect();
            free_place(self.frame.text(), &taken, symbol).map(|at| (index, at))
        })
    }

    /// What stands on a page, and from where each is measured.
    fn ink(&self, page: Range<usize>, last: bool) -> impl Iterator<Item = (f64, f64, &Ink)> {
        let left = self.frame.left;
        let mut y = self.frame.top;
        let strips = self.strips.get(page).unwrap_or_default();
        // The head of a broken table comes first.
        let head = strips.first().and_then(|first| self.heads.get(first.head?)).into_iter().flatten();
        let repeated = head.map(|strip| (0.0, strip));
        let own = strips
            .iter()
            .enumerate()
            .map(|(at, strip)| (if at == 0 { 0.0 } else { strip.extent.gap }, strip));
        let text = repeated.chain(own).flat_map(move |(gap, strip)| {
            let top = y + gap;
            y = top + strip.extent.height;
            strip.ink.iter().map(move |ink| (left, top, ink))
        });
        let (mark, mark_top) = &self.mark;
        let mark = mark.iter().filter(move |_| last).map(move |ink| (left, *mark_top, ink));
        text.chain(mark)
    }
}

/// A code, its page and its place there.
type Coded = (usize, Symbol, (f64, f64));

/// Draws on one page.
struct Pen<'a, 'p> {
    surface: &'a mut Surface<'p>,
    foundry: &'a mut Foundry,
    /// The page's width and height.
    size: (f64, f64),
}

impl Pen<'_, '_> {
    fn ink(&mut self, ink: &Ink, left: f64, top: f64) {
        match ink {
            Ink::Text { x, y, run } => self.run(run, left + x, top + y),
            Ink::Rule { x, y, width, height, light } => {
                let area = Area { x: left + x, y: top + y, width: *width, height: *height };
                self.fill(std::iter::once(area), *light);
            }
        }
    }

    /// Rectangles as one shape, so that no seam shows where they meet.
    fn fill(&mut self, areas: impl Iterator<Item = Area>, light: u8) {
        let mut path = PathBuilder::new();
        for Area { x, y, width, height } in areas {
            if let Some(rect) = Rect::from_xywh(pt(x), pt(y), pt(width), pt(height)) {
                path.push_rect(rect);
            }
        }
        if let Some(path) = path.finish() {
            self.surface.set_fill(Some(shade(light)));
            self.surface.draw_path(&path);
        }
    }

    fn symbol(&mut self, symbol: &Symbol, x: f64, y: f64) {
        self.fill(symbol.dark().map(|area| area.moved(x, y)), 0);
    }

    fn run(&mut self, run: &Run, x: f64, y: f64) {
        self.surface.set_fill(Some(shade(0)));
        self.glyphs(run, x, y);
    }

    fn glyphs(&mut self, run: &Run, x: f64, y: f64) {
        let start = Point::from_xy(pt(x), pt(y));
        let font = self.foundry.font(run.face);
        self.surface.draw_glyphs(start, &run.glyphs, font, &run.text, run.face.size, false);
    }

    /// A text on one line.
    fn single(&mut self, text: &str, face: Face) -> Run {
        let shaped = self.foundry.shape(text, face);
        let line = fill::Line { range: 0..shaped.text.len(), hyphen: false, last: true };
        shaped.line(&line, &shaped, 0.0)
    }

    fn page_number(&mut self, number: usize, centre: f64) {
        let run = self.single(&number.to_string(), Face { bold: false, size: 12.0 });
        self.run(&run, centre - run.width / 2.0, NUMBER_BASE);
    }

    /// The draft's word, pale, along the page's diagonal, beneath the text.
    fn draft_mark(&mut self, word: &str) {
        const SIZE: f32 = 120.0;
        if word.is_empty() {
            return;
        }
        let width = self.single(word, Face { bold: true, size: SIZE }).width.max(1.0);
        let (page_width, page_height) = self.size;
        let diagonal = page_width.hypot(page_height) * 0.72;
        let size = SIZE * pt((diagonal / width).min(1.0));
        let run = self.single(word, Face { bold: true, size });
        let angle = pt(-(page_height / page_width).atan().to_degrees());
        let (x, y) = (page_width / 2.0, page_height / 2.0);
        self.surface.push_transform(&Transform::from_rotate_at(angle, pt(x), pt(y)));
        self.surface.set_fill(Some(shade(228)));
        self.glyphs(&run, x - run.width / 2.0, y + f64::from(size) * 0.33);
        self.surface.pop();
    }
}

/// A grey from 0 (black) to 255.
fn shade(light: u8) -> Fill {
    Fill { paint: luma::Color::new(light).into(), ..Fill::default() }
}

/// Points as the PDF writer takes them.
#[expect(clippy::cast_possible_truncation, reason = "points on a page need no more than 24 bits")]
fn pt(points: f64) -> f32 {
    points as f32
}

fn unpaged() -> PressError {
    PressError::Refused { reason: "page size".to_owned() }
}

fn settings() -> Result<SerializeSettings, PressError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .finish()
        .map_err(|error| PressError::Refused { reason: format!("{error:?}") })?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(document: &Document, made: DateTime<FixedOffset>) -> Metadata {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let minutes = made.offset().local_minus_utc() / 60;
    let date = PdfDate::new(u16::try_from(made.year()).unwrap_or_default())
        .month(small(made.month()))
        .day(small(made.day()))
        .hour(small(made.hour()))
        .minute(small(made.minute()))
        .second(small(made.second()))
        .utc_offset_hour(i8::try_from(minutes / 60).unwrap_or_default())
        .utc_offset_minute(small(minutes.unsigned_abs() % 60));
    Metadata::new()
        .title(prose::line(&document.title).replace(prose::NBSP, " "))
        .language(document.language.tag().to_owned())
        .creator("Otklik".to_owned())
        .creation_date(date)
}

/// Refuses what is larger than [`LARGEST`], before any work is done on it.
fn weigh(document: &Document) -> Result<(), PressError> {
    struct Scales(usize);
    impl io::Write for Scales {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::FileTooLarge)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    serde_json::to_writer(Scales(LARGEST), document).map_err(|_| PressError::TooLong { limit: LARGEST })
}

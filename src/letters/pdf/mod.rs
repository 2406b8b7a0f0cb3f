//! A document on A4 pages: ГОСТ Р 7.0.97-2025 layout, embedded fonts, PDF/A-2u.
//!
//! The validator is asked at each letter, so what comes out is archival or an error. The same
//! document and date always give the same bytes.

mod face;
mod galley;

use std::io;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime as PdfDate, Metadata};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

use super::document::{Binding, Document};
use super::fill;
use super::pages::{Extent, paginate};
use super::prose;
use face::{Face, Foundry, Run};
use galley::{Galley, Ink, MM, Strip};

/// Margins.
const TOP: f64 = 20.0 * MM;
const RIGHT: f64 = 10.0 * MM;
const BOTTOM: f64 = 20.0 * MM;
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
        let left = match document.sheet.binding {
            Binding::Usual => 20.0 * MM,
            Binding::LongKept => 30.0 * MM,
        };
        let (across, down) = document.sheet.format.millimetres();
        let size = (across * MM, down * MM);
        let width = size.0 - left - RIGHT;
        let room = size.1 - TOP - BOTTOM;
        let mut galley = Galley::set(&mut self.foundry, document, width, room);
        let (mark, mark_height) = galley.mark(&document.executor_mark);
        let (strips, heads) = (galley.strips, galley.heads);
        let extents: Vec<Extent> = strips.iter().map(|strip| strip.extent).collect();
        let foot = if mark.is_empty() { 0.0 } else { mark_height + MARK_GAP + MARK_BOTTOM - BOTTOM };
        let pages = paginate(&extents, room, foot.max(0.0));

        let mut pdf = krilla::Document::new_with(settings()?);
        let draft = document.draft_mark.as_deref().map(prose::line).unwrap_or_default();
        for (index, range) in pages.iter().enumerate() {
            let paper = PageSettings::from_wh(pt(size.0), pt(size.1)).ok_or_else(unpaged)?;
            let mut page = pdf.start_page_with(paper);
            let mut surface = page.surface();
            let mut pen = Pen { surface: &mut surface, foundry: &mut self.foundry, size };
            pen.draft_mark(&draft);
            if index > 0 {
                pen.page_number(index + 1, left + width / 2.0);
            }
            pen.strips(&strips[range.clone()], &heads, left);
            if index + 1 == pages.len() {
                pen.ink(&mark, left, size.1 - MARK_BOTTOM - mark_height);
            }
            surface.finish();
            page.finish();
        }
        pdf.set_metadata(metadata(document, made));
        let bytes = pdf.finish().map_err(|error| PressError::Refused { reason: format!("{error:?}") })?;
        Ok(Pdf { bytes, pages: pages.len() })
    }
}

/// Draws on one page.
struct Pen<'a, 'p> {
    surface: &'a mut Surface<'p>,
    foundry: &'a mut Foundry,
    /// The page's width and height.
    size: (f64, f64),
}

impl Pen<'_, '_> {
    /// The strips of a page from its top, the head of a broken table first.
    fn strips(&mut self, strips: &[Strip], heads: &[Vec<Strip>], left: f64) {
        let mut y = TOP;
        let head = strips.first().and_then(|first| heads.get(first.head?));
        for strip in head.into_iter().flatten() {
            self.ink(&strip.ink, left, y);
            y += strip.extent.height;
        }
        for (at, strip) in strips.iter().enumerate() {
            y += if at == 0 { 0.0 } else { strip.extent.gap };
            self.ink(&strip.ink, left, y);
            y += strip.extent.height;
        }
    }

    fn ink(&mut self, ink: &[Ink], left: f64, top: f64) {
        for drop in ink {
            match drop {
                Ink::Text { x, y, run } => self.run(run, left + x, top + y),
                Ink::Rule { x, y, width, height, light } => {
                    let (x, y) = (left + x, top + y);
                    let mut path = PathBuilder::new();
                    if let Some(rect) = Rect::from_xywh(pt(x), pt(y), pt(*width), pt(*height)) {
                        path.push_rect(rect);
                    }
                    if let Some(path) = path.finish() {
                        self.surface.set_fill(Some(shade(*light)));
                        self.surface.draw_path(&path);
                    }
                }
            }
        }
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

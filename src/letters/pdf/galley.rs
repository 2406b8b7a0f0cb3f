//! Blocks → one endless column of strips, each a line of text or a slice of a table row, with the
//! ties that tell the page breaker what stays together. All measures are points (1/72 inch).

mod cover;

use super::super::document::{Align, Block, BodySize, Document, Fact, Head, Marker, Table};
use super::super::fill::{self, Edge, Measure};
use super::super::pages::Extent;
use super::super::prose;
use super::code::{Area, Symbol};
use super::face::{Face, Foundry, Run, Shaped};
use super::pt;

/// One millimetre in points.
pub(super) const MM: f64 = 72.0 / 25.4;
/// First-line indent (ГОСТ Р 7.0.97-2025: 12.5 mm).
const INDENT: f64 = 12.5 * MM;
/// Widest corner letterhead (the same: 8 cm).
const CORNER: f64 = 80.0 * MM;
/// Where the addressee's column begins.
pub(super) const ADDRESSEE: f64 = 100.0 * MM;
/// Lines of text which go with the signature to a new page.
const WITH_SIGNATURE: usize = 3;
/// A table row of so many lines is not broken between pages.
const WHOLE_ROW: usize = 8;
/// Space between a cell's text and its frame.
const CELL: (f64, f64) = (1.6 * MM, 1.0 * MM);
/// Thickness of lines.
const HAIR: f64 = 0.5;
/// How far the family's letters reach above and below the baseline, in parts of the size.
const ASCENT: f64 = 0.891;
const DESCENT: f64 = 0.216;

/// Something drawn, at a place measured from its strip's top left.
#[derive(Clone)]
pub(super) enum Ink {
    /// Glyphs from `x`, on the baseline `y`.
    Text { x: f64, y: f64, run: Run },
    /// A filled rectangle, black (0) to white (255).
    Rule { x: f64, y: f64, width: f64, height: f64, light: u8 },
}

impl Ink {
    /// What it covers.
    pub(super) fn area(&self) -> Area {
        match self {
            Self::Text { x, y, run } => {
                let size = f64::from(run.face.size);
                Area { x: *x, y: y - size * ASCENT, width: run.width, height: size * (ASCENT + DESCENT) }
            }
            Self::Rule { x, y, width, height, .. } => Area { x: *x, y: *y, width: *width, height: *height },
        }
    }
}

/// A piece of the column that is never broken.
#[derive(Clone, Default)]
pub(super) struct Strip {
    pub extent: Extent,
    pub ink: Vec<Ink>,
    /// Which of [`Galley::heads`] is repeated above it on a new page.
    pub head: Option<usize>,
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Setting {
    face: Face,
    x: f64,
    width: f64,
    indent: f64,
    stand: Stand,
}

#[derive(Clone, Copy, PartialEq)]
enum Stand {
    Justified,
    Left,
    Centre,
    Right,
}

/// A set line and where it begins.
type Placed = (f64, Run);

/// The column being filled.
pub(super) struct Galley<'a> {
    foundry: &'a mut Foundry,
    width: f64,
    /// Height of a page's text.
    room: f64,
    body: f32,
    pub strips: Vec<Strip>,
    pub heads: Vec<Vec<Strip>>,
    /// What is put on the first sheet where there is room.
    pub code: Option<Symbol>,
    /// The next strip stays with what is above it.
    tie_next: bool,
}

impl<'a> Galley<'a> {
    /// Sets all blocks of `document` into a column `width` wide for pages `room` high.
    pub(super) fn set(foundry: &'a mut Foundry, document: &Document, width: f64, room: f64) -> Self {
        let body = match document.sheet.body {
            BodySize::Ten => 10.0,
            BodySize::Twelve => 12.0,
            BodySize::Thirteen => 13.0,
            BodySize::Fourteen => 14.0,
        };
        let (strips, heads) = (Vec::new(), Vec::new());
        let mut galley = Self { foundry, width, room, body, strips, heads, code: None, tie_next: false };
        for block in &document.blocks {
            galley.block(block);
        }
        galley
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Head(head) => self.head(head),
            Block::Title(text) => self.title(text),
            Block::Heading(text) => self.heading(text),
            Block::Salutation(text) => self.salutation(text),
            Block::Paragraph(text) => self.paragraphs(text),
            Block::List { marker, items } => self.list(*marker, items),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts, true, self.leading()),
            Block::Record { heading, facts } => self.record(heading, facts),
            Block::Notice(text) => self.notice(text),
            Block::Enclosures { label, items } => self.enclosures(label, items),
            Block::Signature { position, name } => self.signature(position, name),
            Block::Code(text) => self.code(text),
            Block::Cover(cover) => self.cover(cover),
        }
    }

    // --- faces and measures

    fn face(&self, smaller: f32, bold: bool) -> Face {
        Face { bold, size: self.body - smaller }
    }

    fn leading(&self) -> f64 {
        f64::from(self.body) * 1.35
    }

    fn whole(&self, face: Face, stand: Stand) -> Setting {
        Setting { face, x: 0.0, width: self.width, indent: 0.0, stand }
    }

    // --- the blocks

    fn head(&mut self, head: &Head) {
        let width = if head.is_name_only() { self.width } else { CORNER };
        let corner = |face| Setting { face, x: 0.0, width, indent: 0.0, stand: Stand::Centre };
        let mut left = Vec::new();
        let parts = [
            (self.face(1.0, true), std::slice::from_ref(&head.organisation), 0.0),
            (self.face(4.0, false), head.details.as_slice(), 3.0),
            (self.face(2.0, false), head.reference.as_slice(), 10.0),
        ];
        let mut y = 0.0;
        for (face, lines, gap) in parts {
            y += gap;
            let tall = f64::from(face.size) * if gap > 5.0 { 1.45 } else { 1.15 };
            for placed in lines.iter().flat_map(|line| self.lines(line, corner(face))) {
                left.push(text_at(placed, y, tall));
                y += tall;
            }
        }
        let column = Setting {
            face: self.face(0.0, false),
            x: ADDRESSEE,
            width: self.width - ADDRESSEE,
            indent: 0.0,
            stand: Stand::Left,
        };
        let tall = f64::from(self.body) * 1.15;
        let right: Vec<Placed> = head.addressee.iter().flat_map(|line| self.lines(line, column)).collect();
        let mut lower = 0.0;
        if y <= self.room / 2.0 {
            for placed in &right {
                left.push(text_at(placed.clone(), lower, tall));
                lower += tall;
            }
        }
        if y.max(lower) <= self.room {
            let extent = Extent { height: y.max(lower), ..Extent::default() };
            self.push(Strip { extent, ink: left, ..Strip::default() });
            return;
        }
        // No page holds them side by side: one below the other, line by line.
        for text in [std::slice::from_ref(&head.organisation), &head.details, &head.reference] {
            let lines = text.iter().flat_map(|l| self.lines(l, corner(column.face))).collect();
            self.column(lines, tall, 0.0, false);
        }
        self.column(right, tall, tall, false);
    }

    fn title(&mut self, text: &str) {
        let setting = self.whole(self.face(-1.0, true), Stand::Centre);
        let lines = self.all(text, setting);
        let leading = self.leading();
        self.column(lines, leading, leading, true);
    }

    fn heading(&mut self, text: &str) {
        let width = self.width.min(CORNER + 10.0 * MM);
        let setting = Setting { width, ..self.whole(self.face(0.0, false), Stand::Left) };
        let lines = self.all(text, setting);
        let tall = f64::from(self.body) * 1.15;
        self.column(lines, tall, self.leading() * 1.4, true);
    }

    fn salutation(&mut self, text: &str) {
        let lines = self.all(text, self.whole(self.face(0.0, false), Stand::Centre));
        let leading = self.leading();
        self.column(lines, leading, leading * 1.5, true);
        // The extra interval after it.
        if let Some(last) = self.strips.last_mut() {
            last.extent.height += leading * 0.5;
        }
    }

    fn paragraphs(&mut self, text: &str) {
        let face = self.face(0.0, false);
        let setting = Setting { indent: INDENT, ..self.whole(face, Stand::Justified) };
        for paragraph in prose::paragraphs(text) {
            let lines = self.lines(&paragraph, setting);
            self.prose(lines);
        }
    }

    fn list(&mut self, marker: Marker, items: &[String]) {
        let face = self.face(0.0, false);
        let marks = (0..items.len()).map(|at| marker.label(at));
        let widest = marks.map(|mark| self.natural(&mark, face)).fold(0.0, f64::max);
        let hang = INDENT + widest + f64::from(face.size) * 0.5;
        let mark = Setting { x: INDENT, ..self.whole(face, Stand::Left) };
        let text = Setting { x: hang, width: self.width - hang, ..self.whole(face, Stand::Justified) };
        for (at, item) in items.iter().enumerate() {
            let marks = self.lines(&marker.label(at), mark);
            self.labelled(marks, item, text);
        }
    }

    fn enclosures(&mut self, label: &str, items: &[String]) {
        let face = self.face(0.0, false);
        let hang =
            (self.natural(&prose::line(label), face) + f64::from(face.size) * 0.5).min(self.width / 3.0);
        let text = Setting { x: hang, width: self.width - hang, ..self.whole(face, Stand::Left) };
        let mut marks = self.all(label, Setting { width: hang, ..self.whole(face, Stand::Left) });
        let first = self.strips.len();
        let many = items.len() > 1;
        for (at, item) in items.iter().enumerate() {
            let item = if many { format!("{} {item}", Marker::Number.label(at)) } else { item.clone() };
            self.labelled(std::mem::take(&mut marks), &item, text);
        }
        self.gap_before(first, self.leading() * 0.7);
    }

    fn notice(&mut self, text: &str) {
        let face = self.face(2.0, false);
        let tall = f64::from(face.size) * 1.3;
        for paragraph in prose::paragraphs(text) {
            let lines = self.lines(&paragraph, self.whole(face, Stand::Justified));
            self.column(lines, tall, tall * 0.6, false);
        }
    }

    fn facts(&mut self, facts: &[Fact], bold: bool, gap: f64) {
        let face = self.face(1.0, false);
        let split = self.width * if bold { 0.4 } else { 0.3 };
        let label = Setting { width: split - CELL.0 * 2.0, ..self.whole(face, Stand::Left) };
        let value =
            Setting { x: split, width: self.width - split, ..self.whole(Face { bold, ..face }, Stand::Left) };
        let first = self.strips.len();
        for fact in facts {
            let cells = vec![self.all(&fact.label, label), self.all(&fact.value, value)];
            self.slices(cells, f64::from(face.size) * 1.25, 1.2 * MM);
            let width = self.width;
            if let Some(last) = self.strips.last_mut() {
                let y = last.extent.height;
                last.ink.push(Ink::Rule { x: 0.0, y, width, height: HAIR, light: 170 });
            }
        }
        self.gap_before(first, gap);
        let after = self.leading() * 0.4;
        if let Some(last) = self.strips.get_mut(first..).and_then(<[Strip]>::last_mut) {
            last.extent.height += after;
        }
    }

    fn record(&mut self, heading: &str, facts: &[Fact]) {
        let lines = self.all(heading, self.whole(self.face(0.0, true), Stand::Left));
        let tall = f64::from(self.body) * 1.15;
        self.column(lines, tall, self.leading() * 0.6, true);
        self.facts(facts, false, 0.0);
    }

    fn table(&mut self, table: &Table) {
        let face = self.face(2.0, false);
        let tall = f64::from(face.size) * 1.2;
        let widths = table.widths(self.width);
        let mut edges = vec![0.0];
        edges.extend(widths.iter().scan(0.0, |x, width| {
            *x += width;
            Some(*x)
        }));
        let titles = table.columns().iter().map(|column| column.title.as_str());
        let head_face = Face { bold: true, ..face };
        let cells = self.cells(titles, &edges, head_face, |_| Stand::Centre);
        let first = self.strips.len();
        self.slices(cells, tall, CELL.1);
        self.frame(first, &edges);
        let head: Vec<Strip> = self.strips[first..].to_vec();
        let height = head.iter().map(|strip| strip.extent.height).sum::<f64>();
        // A head that fills the page leaves no room for what it heads.
        let repeated = (height < self.room / 3.0).then(|| {
            self.heads.push(head);
            self.heads.len() - 1
        });
        self.gap_before(first, self.leading() * 0.5);
        self.tie_next = true;
        for row in table.rows() {
            let stands = |at: usize| match table.columns()[at].align {
                Align::Left => Stand::Left,
                Align::Centre => Stand::Centre,
                Align::Right => Stand::Right,
            };
            let cells = self.cells(row.iter().map(String::as_str), &edges, face, stands);
            let first = self.strips.len();
            self.slices(cells, tall, CELL.1);
            self.frame(first, &edges);
            if repeated.is_some() {
                for strip in &mut self.strips[first..] {
                    strip.head = repeated;
                    strip.extent.head = height;
                }
            }
        }
        let after = self.leading() * 0.5;
        if let Some(last) = self.strips.last_mut() {
            last.extent.height += after;
        }
    }

    fn signature(&mut self, position: &str, name: &str) {
        let face = self.face(0.0, false);
        let left = Setting { width: self.width * 0.5, ..self.whole(face, Stand::Left) };
        let x = self.width * 0.6;
        let right = Setting { x, width: self.width - x, ..self.whole(face, Stand::Right) };
        let (position, mut names) = (self.all(position, left), self.all(name, right));
        // The name stands on the line where the position ends.
        let above = position.len().saturating_sub(1);
        let tall = f64::from(self.body) * 1.15;
        let first = self.strips.len();
        let rows = position.len().max(above + names.len());
        let mut position = position.into_iter();
        for row in 0..rows {
            let mut ink: Vec<Ink> = position.next().map(|p| text_at(p, 0.0, tall)).into_iter().collect();
            if row >= above && !names.is_empty() {
                ink.push(text_at(names.remove(0), 0.0, tall));
            }
            let extent = Extent { height: tall, tied: true, ..Extent::default() };
            self.push(Strip { extent, ink, ..Strip::default() });
        }
        self.gap_before(first, self.leading() * 2.2);
        // Lines of a table keep it company as well as prose, or a whole table would hang on it.
        for strip in self.strips[..first].iter_mut().rev().take(WITH_SIGNATURE - 1) {
            strip.extent.tied = true;
        }
    }

    /// The first code that a symbol can hold; another is at least read.
    fn code(&mut self, text: &str) {
        let held = prose::line(text).replace(prose::NBSP, " ");
        match Symbol::of(&held).filter(|_| self.code.is_none()) {
            Some(symbol) => self.code = Some(symbol),
            None => self.notice(&held),
        }
    }

    /// Small lines for the foot of the last page, and their height.
    pub(super) fn mark(&mut self, lines: &[String]) -> (Vec<Ink>, f64) {
        let face = Face { bold: false, size: 10.0 };
        let setting = Setting { width: self.width * 0.6, ..self.whole(face, Stand::Left) };
        let tall = f64::from(face.size) * 1.15;
        let placed: Vec<Placed> = lines.iter().flat_map(|line| self.lines(line, setting)).collect();
        if placed.len() > 8 {
            // Too long for a foot: it is then the end of the text.
            self.column(placed, tall, tall * 2.0, false);
            return (Vec::new(), 0.0);
        }
        let mut y = 0.0;
        let mut ink = Vec::new();
        for line in placed {
            ink.push(text_at(line, y, tall));
            y += tall;
        }
        (ink, y)
    }

    // --- setting

    /// Width of a text on one line.
    fn natural(&mut self, text: &str, face: Face) -> f64 {
        let shaped = self.foundry.shape(text, face);
        shaped.ruler.width(&(0..shaped.text.len()))
    }

    /// The lines of all paragraphs of `text`.
    fn all(&mut self, text: &str, setting: Setting) -> Vec<Placed> {
        prose::paragraphs(text).flat_map(|paragraph| self.lines(&paragraph, setting)).collect()
    }

    /// The lines of one text; none of an empty one.
    fn lines(&mut self, text: &str, setting: Setting) -> Vec<Placed> {
        let text = prose::line(text);
        if text.is_empty() {
            return Vec::new();
        }
        let hyphen = self.foundry.shape("-", setting.face);
        let width = |shaped: &Shaped| shaped.ruler.width(&(0..shaped.text.len()));
        let space = f64::from(setting.face.size) * 0.25;
        let shaped = self.foundry.shape(&text, setting.face);
        let measure = Measure {
            width: setting.width,
            indent: setting.indent,
            space,
            hyphen: Some(width(&hyphen)),
            edge: match setting.stand {
                Stand::Justified => Edge::Straight,
                Stand::Left | Stand::Centre | Stand::Right => Edge::Balanced,
            },
        };
        let lines = fill::fill(&shaped.text, &shaped.ruler, &measure);
        lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let indent = if at == 0 { setting.indent } else { 0.0 };
                let hyphen_width = if line.hyphen { width(&hyphen) } else { 0.0 };
                let natural = shaped.ruler.width(&line.range) + hyphen_width;
                let slack = setting.width - indent - natural;
                let (before, stretch) = match setting.stand {
                    Stand::Justified if line.last && slack > 0.0 => (0.0, 0.0),
                    Stand::Justified => (0.0, stretch(&shaped.text[line.range.clone()], slack)),
                    Stand::Left => (0.0, 0.0),
                    Stand::Centre => (slack.max(0.0) / 2.0, 0.0),
                    Stand::Right => (slack.max(0.0), 0.0),
                };
                (setting.x + indent + before, shaped.line(line, &hyphen, pt(stretch)))
            })
            .collect()
    }

    /// The lines of each cell of a row.
    fn cells<'t>(
        &mut self,
        texts: impl Iterator<Item = &'t str>,
        edges: &[f64],
        face: Face,
        stand: impl Fn(usize) -> Stand,
    ) -> Vec<Vec<Placed>> {
        texts
            .zip(edges.windows(2))
            .enumerate()
            .map(|(at, (text, edge))| {
                let x = edge[0] + CELL.0;
                let width = edge[1] - edge[0] - 2.0 * CELL.0;
                self.all(text, Setting { face, x, width, indent: 0.0, stand: stand(at) })
            })
            .collect()
    }

    // --- strips

    fn push(&mut self, mut strip: Strip) {
        strip.extent.tied |= std::mem::take(&mut self.tie_next);
        self.strips.push(strip);
    }

    /// Lines one below the other, kept together; `tie` keeps them with what comes next.
    fn column(&mut self, lines: Vec<Placed>, tall: f64, gap: f64, tie: bool) {
        let whole = lines.len() <= WHOLE_ROW;
        for (at, line) in lines.into_iter().enumerate() {
            let gap = if at == 0 { gap } else { 0.0 };
            let extent = Extent { gap, height: tall, tied: whole && at > 0, ..Extent::default() };
            self.push(Strip { extent, ink: vec![text_at(line, 0.0, tall)], ..Strip::default() });
        }
        self.tie_next = tie;
    }

    /// Running text: no page ends after its first line or begins with its last.
    fn prose(&mut self, lines: Vec<Placed>) {
        let count = lines.len();
        let tall = self.leading();
        for (at, line) in lines.into_iter().enumerate() {
            let tied = at == 1 || (at > 0 && at + 1 == count);
            let extent = Extent { height: tall, tied, ..Extent::default() };
            let ink = vec![text_at(line, 0.0, tall)];
            self.push(Strip { extent, ink, ..Strip::default() });
        }
    }

    /// Running text with a label beside its first line.
    fn labelled(&mut self, label: Vec<Placed>, text: &str, setting: Setting) {
        let mut lines = self.all(text, setting);
        let tall = self.leading();
        if lines.is_empty() {
            lines = label;
            self.prose(lines);
            return;
        }
        let first = self.strips.len();
        self.prose(lines);
        for (strip, mark) in self.strips[first..].iter_mut().zip(label) {
            strip.ink.push(text_at(mark, 0.0, tall));
        }
    }

    /// Cells side by side, cut into slices of one line; `pad` above and below.
    fn slices(&mut self, cells: Vec<Vec<Placed>>, tall: f64, pad: f64) {
        let count = cells.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let mut cells: Vec<_> = cells.into_iter().map(Vec::into_iter).collect();
        for at in 0..count {
            let above = if at == 0 { pad } else { 0.0 };
            let below = if at + 1 == count { pad } else { 0.0 };
            let ink =
                cells.iter_mut().filter_map(Iterator::next).map(|line| text_at(line, above, tall)).collect();
            let tied = at > 0 && (count <= WHOLE_ROW || at == 1 || at + 1 == count);
            let extent = Extent { height: above + tall + below, tied, ..Extent::default() };
            self.push(Strip { extent, ink, ..Strip::default() });
        }
    }

    /// Draws the frame around the row whose slices begin at `first`.
    fn frame(&mut self, first: usize, edges: &[f64]) {
        let width = self.width;
        let last = self.strips.len().saturating_sub(1);
        for (at, strip) in self.strips.iter_mut().enumerate().skip(first) {
            let height = strip.extent.height;
            for &x in edges {
                let x = x - HAIR / 2.0;
                strip.ink.push(Ink::Rule { x, y: 0.0, width: HAIR, height, light: 0 });
            }
            let mut across = |y: f64| {
                let y = y - HAIR / 2.0;
                strip.ink.push(Ink::Rule { x: 0.0, y, width, height: HAIR, light: 0 });
            };
            if at == first {
                across(0.0);
            }
            if at == last {
                across(height);
            }
        }
    }

    fn gap_before(&mut self, first: usize, gap: f64) {
        if let Some(strip) = self.strips.get_mut(first) {
            strip.extent.gap = gap;
        }
    }
}

/// What each space of a line gets of its slack.
fn stretch(text: &str, slack: f64) -> f64 {
    let spaces = text.matches([' ', prose::NBSP]).count();
    match u16::try_from(spaces) {
        Ok(0) | Err(_) => 0.0,
        Ok(spaces) => slack / f64::from(spaces),
    }
}

/// A line of text in a row that begins at `y` and is `tall` high.
fn text_at((x, run): Placed, y: f64, tall: f64) -> Ink {
    let size = f64::from(run.face.size);
    let y = y + (tall - size * (ASCENT + DESCENT)) / 2.0 + size * ASCENT;
    Ink::Text { x, y, run }
}

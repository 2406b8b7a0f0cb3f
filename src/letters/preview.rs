//! A document as styled lines of a given width, for the screen; [`plain`](super::plain) prints the
//! same lines. Neutral: whoever shows them gives the styles their colours.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::document::{Align, Block, Cover, Document, Fact, Head, Marker, Table};
use super::fill::{self, Edge, Measure, Ruler};
use super::pages::Extent;
use super::prose::{self, NBSP};

/// First-line indent, in columns.
const INDENT: usize = 5;
/// Narrowest width that is set; a narrower one is treated as this.
const NARROWEST: usize = 20;
/// From here on letterhead and addressee stand side by side, and tables have columns.
const SIDE_BY_SIDE: usize = 56;
/// Between two columns of a table.
const BETWEEN: &str = " │ ";
/// Narrowest column of a table.
const COLUMN: usize = 4;
/// Lines of text which go with the signature to a new page.
const WITH_SIGNATURE: usize = 3;
/// Stands before what a code holds.
const CODE: &str = "QR:";

/// How a part of a line is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Running text.
    Normal,
    /// What is bold on paper.
    Bold,
    /// What is small on paper.
    Dim,
    /// The draft's word.
    Mark,
}

/// One line; its text never holds control characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its parts from left to right.
    pub spans: Vec<(Style, String)>,
}

impl Line {
    fn new(style: Style, text: String) -> Self {
        Self { spans: vec![(style, text)] }
    }

    /// The line without its styles.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// Columns it takes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.spans.iter().map(|(_, text)| text.width()).sum()
    }

    fn pad_to(&mut self, column: usize) {
        let blank = column.saturating_sub(self.width());
        if blank > 0 {
            self.spans.push((Style::Normal, " ".repeat(blank)));
        }
    }
}

/// The document as it reads on the page, in lines at most `width` columns wide (at least 20).
#[must_use]
pub fn preview(document: &Document, width: usize) -> Vec<Line> {
    lines(Slip::set(document, width))
}

/// The same where tables are wider than the window they are read in: they take `across` columns, and all else stands in
/// the `width` that is seen first.
#[must_use]
pub fn preview_across(document: &Document, width: usize, across: usize) -> Vec<Line> {
    lines(Slip::set_across(document, width, across))
}

fn lines(slip: Slip) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(mark) = slip.mark {
        lines.extend([mark, Line::default()]);
    }
    for row in slip.rows {
        if !lines.is_empty() {
            lines.resize_with(lines.len() + row.gap, Line::default);
        }
        lines.push(row.line);
    }
    if !slip.foot.is_empty() {
        lines.extend([Line::default(), Line::default()]);
        lines.extend(slip.foot);
    }
    lines
}

/// A line and its place among others.
pub(super) struct Row {
    pub line: Line,
    /// Empty lines before it.
    pub gap: usize,
    /// Which of [`Slip::heads`] is repeated above it on a new page.
    pub head: Option<usize>,
    tied: bool,
}

/// A document set in columns of equal width, not yet in pages.
pub(super) struct Slip {
    width: usize,
    /// Width of tables.
    across: usize,
    /// The draft's word.
    pub mark: Option<Line>,
    pub rows: Vec<Row>,
    pub heads: Vec<Vec<Line>>,
    /// The executor's mark.
    pub foot: Vec<Line>,
    tie_next: bool,
    /// Empty lines owed to the block above.
    owed: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Stand {
    Left,
    Centre,
    Right,
}

impl Slip {
    /// Sets all of `document`.
    pub(super) fn set(document: &Document, width: usize) -> Self {
        Self::set_across(document, width, width)
    }

    fn set_across(document: &Document, width: usize, across: usize) -> Self {
        let width = width.max(NARROWEST);
        let mut slip = Self {
            width,
            across: across.max(width),
            mark: None,
            rows: Vec::new(),
            heads: Vec::new(),
            foot: Vec::new(),
            tie_next: false,
            owed: 0,
        };
        let mark = document.draft_mark.as_deref().map(|word| fit(word, width)).into_iter();
        slip.mark = mark
            .flatten()
            .find(|word| !word.is_empty())
            .map(|word| Line::new(Style::Mark, stand(word, width, Stand::Centre)));
        for block in &document.blocks {
            slip.block(block);
        }
        slip.foot = document
            .executor_mark
            .iter()
            .flat_map(|line| fit(line, width))
            .filter(|line| !line.is_empty())
            .map(|line| Line::new(Style::Dim, line))
            .collect();
        slip
    }

    /// The rows as the page breaker sees them.
    pub(super) fn extents(&self) -> Vec<Extent> {
        let lines = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        self.rows
            .iter()
            .map(|row| Extent {
                gap: lines(row.gap),
                height: 1.0,
                head: row.head.and_then(|at| self.heads.get(at)).map_or(0.0, |h| lines(h.len())),
                tied: row.tied,
            })
            .collect()
    }

    fn block(&mut self, block: &Block) {
        let width = self.width;
        match block {
            Block::Head(head) => self.head(head),
            Block::Title(text) => {
                self.single(text, width, Stand::Centre, Style::Bold, 1);
                self.tie_next = true;
            }
            Block::Heading(text) => {
                self.single(text, width * 3 / 5, Stand::Left, Style::Normal, 2);
                self.tie_next = true;
            }
            Block::Salutation(text) => {
                self.single(text, width, Stand::Centre, Style::Normal, 1);
                self.tie_next = true;
                self.owed = 1;
            }
            Block::Paragraph(text) => {
                for paragraph in prose::paragraphs(text) {
                    let mut lines = filled(&paragraph, width, INDENT, Edge::Ragged);
                    if let Some(first) = lines.first_mut() {
                        first.insert_str(0, &" ".repeat(INDENT));
                    }
                    self.prose(lines, 0);
                }
            }
            Block::List { marker, items } => self.list(*marker, items),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts, Style::Bold),
            Block::Record { heading, facts } => {
                self.single(heading, width, Stand::Left, Style::Bold, 1);
                self.tie_next = true;
                self.facts(facts, Style::Normal);
            }
            Block::Notice(text) => {
                for paragraph in prose::paragraphs(text) {
                    let lines = filled(&paragraph, width, 0, Edge::Ragged);
                    let lines = lines.into_iter().map(|text| Line::new(Style::Normal, text)).collect();
                    self.rows(lines, 1, true);
                }
            }
            Block::Enclosures { label, items } => self.enclosures(label, items),
            Block::Signature { position, name } => self.signature(position, name),
            Block::Code(text) => self.code(text),
            Block::Cover(cover) => self.cover(cover),
        }
    }

    fn head(&mut self, head: &Head) {
        let (width, beside) = (self.width, self.width >= SIDE_BY_SIDE && !head.is_name_only());
        let (corner, start) = if beside { (width * 9 / 20, width * 11 / 20) } else { (width, 0) };
        let styled = |texts: &[String], style| -> Vec<Line> {
            let texts = texts.iter().flat_map(|text| fit(text, corner));
            texts.map(|text| Line::new(style, stand(text, corner, Stand::Centre))).collect()
        };
        let mut left = styled(std::slice::from_ref(&head.organisation), Style::Bold);
        left.extend(styled(&head.details, Style::Dim));
        if !head.reference.is_empty() {
            left.push(Line::default());
            left.extend(styled(&head.reference, Style::Normal));
        }
        let right: Vec<String> = head.addressee.iter().flat_map(|text| fit(text, width - start)).collect();
        if !beside {
            let gap = usize::from(!right.is_empty());
            self.rows(left, 0, false);
            let right = right.into_iter().map(|text| Line::new(Style::Normal, text)).collect();
            self.rows(right, gap, false);
            return;
        }
        left.resize_with(left.len().max(right.len()), Line::default);
        for (line, text) in left.iter_mut().zip(right) {
            line.pad_to(start);
            line.spans.push((Style::Normal, text));
        }
        self.rows(left, 0, false);
    }

    fn list(&mut self, marker: Marker, items: &[String]) {
        let labels: Vec<String> = (0..items.len()).map(|at| marker.label(at)).collect();
        let hang = INDENT + labels.iter().map(|label| label.width()).max().unwrap_or(0) + 1;
        for (label, item) in labels.iter().zip(items) {
            let lines = hung(&format!("{}{label}", " ".repeat(INDENT)), item, hang, self.width);
            self.prose(lines, 0);
        }
    }

    fn enclosures(&mut self, label: &str, items: &[String]) {
        let label = prose::line(label).replace(NBSP, " ");
        let hang = if label.width() <= self.width / 3 { label.width() + 1 } else { 2 };
        let mut label = if hang == 2 {
            self.single(&label, self.width, Stand::Left, Style::Normal, 1);
            String::new()
        } else {
            label
        };
        for (at, item) in items.iter().enumerate() {
            let item = match items.len() {
                1 => item.clone(),
                _ => format!("{} {item}", Marker::Number.label(at)),
            };
            let gap = usize::from(!label.is_empty());
            let lines = hung(&std::mem::take(&mut label), &item, hang, self.width);
            self.prose(lines, gap);
        }
    }

    fn facts(&mut self, facts: &[Fact], style: Style) {
        let widest = self.width * 2 / 5;
        let labels = facts.iter().map(|fact| fit(&fact.label, widest)).collect::<Vec<_>>();
        let start = labels.iter().flatten().map(|line| line.width()).max().unwrap_or(0) + 2;
        for (at, (fact, label)) in facts.iter().zip(labels).enumerate() {
            let room = self.width - start;
            let values = prose::paragraphs(&fact.value).flat_map(|paragraph| fit(&paragraph, room));
            let values: Vec<String> = values.collect();
            let mut lines: Vec<Line> = label.into_iter().map(|text| Line::new(Style::Normal, text)).collect();
            lines.resize_with(lines.len().max(values.len()), Line::default);
            for (line, value) in lines.iter_mut().zip(values) {
                line.pad_to(start);
                line.spans.push((style, value));
            }
            self.rows(lines, usize::from(at == 0 && style == Style::Bold), true);
        }
        self.owed = 1;
    }

    fn table(&mut self, table: &Table) {
        let Some(widths) = column_widths(table, self.across) else {
            return self.narrow_table(table);
        };
        let stands: Vec<Stand> = table
            .columns()
            .iter()
            .map(|column| match column.align {
                Align::Left => Stand::Left,
                Align::Centre => Stand::Centre,
                Align::Right => Stand::Right,
            })
            .collect();
        let titles = table.columns().iter().map(|column| column.title.as_str());
        let centred = vec![Stand::Centre; widths.len()];
        let mut head = side_by_side(titles, &widths, &centred, Style::Bold);
        let rule: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
        head.push(Line::new(Style::Normal, rule.join("─┼─")));
        self.heads.push(head.clone());
        let repeated = self.heads.len() - 1;
        self.rows(head, 1, true);
        self.tie_next = true;
        for row in table.rows() {
            let first = self.rows.len();
            let cells = row.iter().map(String::as_str);
            self.rows(side_by_side(cells, &widths, &stands, Style::Normal), 0, true);
            for row in &mut self.rows[first..] {
                row.head = Some(repeated);
            }
        }
        self.owed = 1;
    }

    /// Where columns would be too narrow, each cell is a line under its row.
    fn narrow_table(&mut self, table: &Table) {
        for row in table.rows() {
            for (at, (column, cell)) in table.columns().iter().zip(row).enumerate() {
                let lines = fit(&format!("{}: {cell}", column.title), self.width);
                let lines = lines.into_iter().map(|text| Line::new(Style::Normal, text)).collect();
                self.rows(lines, usize::from(at == 0), true);
            }
        }
        self.owed = 1;
    }

    fn signature(&mut self, position: &str, name: &str) {
        let start = self.width * 3 / 5;
        let mut lines: Vec<Line> = prose::paragraphs(position)
            .flat_map(|line| fit(&line, self.width / 2))
            .map(|text| Line::new(Style::Normal, text))
            .collect();
        // The name stands on the line where the position ends.
        let above = lines.len().saturating_sub(1);
        let names = fit(name, self.width - start);
        lines.resize_with(lines.len().max(above + names.len()), Line::default);
        for (line, name) in lines.iter_mut().skip(above).zip(names) {
            line.pad_to(start);
            line.spans.push((Style::Normal, stand(name, self.width - start, Stand::Right)));
        }
        let first = self.rows.len();
        self.tie_next = true;
        self.rows(lines, 2, true);
        for row in self.rows[..first].iter_mut().rev().take(WITH_SIGNATURE - 1) {
            row.tied = true;
        }
    }

    /// What the code on paper holds, in a line that stays with the signature.
    fn code(&mut self, text: &str) {
        let lines = hung(CODE, text, CODE.width() + 1, self.width);
        self.tie_next = !self.rows.is_empty();
        self.rows(lines.into_iter().map(|text| Line::new(Style::Dim, text)).collect(), 1, true);
    }

    fn cover(&mut self, cover: &Cover) {
        let start = if self.width >= SIDE_BY_SIDE && !cover.from.is_empty() { self.width * 2 / 5 } else { 0 };
        for (facts, start, gap) in [(&cover.from, 0, 0), (&cover.to, start, 2)] {
            let captions = facts.iter().map(|fact| fact.label.width()).max().unwrap_or_default();
            let hang = start + captions.min(self.width / 4) + 1;
            for (at, fact) in facts.iter().enumerate() {
                let label = format!("{}{}", " ".repeat(start), prose::line(&fact.label).replace(NBSP, " "));
                let lines = hung(&label, &fact.value, hang, self.width);
                let lines = lines.into_iter().map(|text| Line::new(Style::Normal, text)).collect();
                let gap = if at == 0 && !self.rows.is_empty() { gap } else { 0 };
                self.rows(lines, gap, true);
            }
        }
    }

    // --- rows

    /// A block that is one text in one style, kept together.
    fn single(&mut self, text: &str, width: usize, how: Stand, style: Style, gap: usize) {
        let lines = prose::paragraphs(text)
            .flat_map(|paragraph| fit(&paragraph, width))
            .map(|line| Line::new(style, stand(line, width, how)))
            .collect();
        self.rows(lines, gap, true);
    }

    fn rows(&mut self, lines: Vec<Line>, gap: usize, together: bool) {
        for (at, line) in lines.into_iter().enumerate() {
            let tied = std::mem::take(&mut self.tie_next) || (at > 0 && together);
            let gap = if at == 0 { gap.max(std::mem::take(&mut self.owed)) } else { 0 };
            self.rows.push(Row { line, gap, head: None, tied });
        }
    }

    /// Running text: no page ends after its first line or begins with its last.
    fn prose(&mut self, lines: Vec<String>, gap: usize) {
        let (first, count) = (self.rows.len(), lines.len());
        let lines = lines.into_iter().map(|text| Line::new(Style::Normal, text)).collect();
        self.rows(lines, gap, false);
        for (at, row) in self.rows[first..].iter_mut().enumerate() {
            row.tied |= at == 1 || (at > 0 && at + 1 == count);
        }
    }
}

/// A short text in lines of `width`, about equally long.
fn fit(text: &str, width: usize) -> Vec<String> {
    filled(text, width, 0, Edge::Balanced)
}

/// `text` in lines of `width`, the first one shorter by `indent`; not padded, not indented.
fn filled(text: &str, width: usize, indent: usize, edge: Edge) -> Vec<String> {
    let columns = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let text = prose::line(text);
    let parts = text.grapheme_indices(true).map(|(at, part)| (at, columns(part.width())));
    let ruler = Ruler::new(&text, parts);
    let (width, indent, hyphen) = (columns(width), columns(indent), Some(1.0));
    let measure = Measure { width, indent, space: 1.0, hyphen, edge };
    fill::fill(&text, &ruler, &measure)
        .into_iter()
        .map(|line| {
            let part = text.get(line.range).unwrap_or_default().replace(NBSP, " ");
            if line.hyphen { part + "-" } else { part }
        })
        .collect()
}

/// Moves a line within `width`; nothing is added at its right.
fn stand(text: String, width: usize, how: Stand) -> String {
    let slack = width.saturating_sub(text.width());
    match how {
        Stand::Left => text,
        Stand::Centre => " ".repeat(slack / 2) + &text,
        Stand::Right => " ".repeat(slack) + &text,
    }
}

/// `text` from column `hang` on, its first line beside `label`.
fn hung(label: &str, text: &str, hang: usize, width: usize) -> Vec<String> {
    let mut before = label.to_owned();
    filled(text, width.saturating_sub(hang), 0, Edge::Ragged)
        .into_iter()
        .map(|line| {
            let label = std::mem::take(&mut before);
            let blank = " ".repeat(hang.saturating_sub(label.width()));
            format!("{label}{blank}{line}")
        })
        .collect()
}

/// Cells of one row of a table, in lines.
fn side_by_side<'a>(
    cells: impl Iterator<Item = &'a str>,
    widths: &[usize],
    stands: &[Stand],
    style: Style,
) -> Vec<Line> {
    let lines = |cell, width| prose::paragraphs(cell).flat_map(|line| fit(&line, width)).collect();
    let cells: Vec<Vec<String>> = cells.zip(widths).map(|(cell, &width)| lines(cell, width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    (0..height)
        .map(|at| {
            let mut line = Line::default();
            let mut end = 0;
            for (nth, (cell, (&width, &how))) in cells.iter().zip(widths.iter().zip(stands)).enumerate() {
                if nth > 0 {
                    line.pad_to(end);
                    line.spans.push((Style::Normal, BETWEEN.to_owned()));
                    end += BETWEEN.width();
                }
                let text = cell.get(at).cloned().unwrap_or_default();
                line.spans.push((style, stand(text, width, how)));
                end += width;
            }
            line
        })
        .collect()
}

/// Columns' widths, or `None` where they don't fit.
fn column_widths(table: &Table, width: usize) -> Option<Vec<usize>> {
    let parts = || table.columns().iter().map(|column| usize::from(column.parts.max(1)));
    let count = table.columns().len();
    let sum: usize = parts().sum();
    let free = width.checked_sub(BETWEEN.width() * (count - 1) + COLUMN * count)?;
    let widths = parts().map(|part| COLUMN + free * part / sum).collect();
    (count == 1 || width >= SIDE_BY_SIDE / 2).then_some(widths)
}

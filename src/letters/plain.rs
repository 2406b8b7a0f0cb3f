//! A document as plain text: a file, a message, a dot-matrix printer.

use super::document::{Block, Document, Format};
use super::pages::paginate;
use super::preview::{self, Line, Slip};

/// The paper of plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Columns of text: 66 on A4 at ten characters an inch.
    pub columns: usize,
    /// Lines a page has; `None` for one endless page without form feeds.
    pub lines: Option<usize>,
}

impl Default for Paper {
    fn default() -> Self {
        Self { columns: 66, lines: None }
    }
}

impl Paper {
    /// The paper for a document of this size: across, a printer in condensed type (17 characters an inch) has 180 columns.
    #[must_use]
    pub fn of(format: Format) -> Self {
        match format {
            Format::A4Across => Self { columns: 180, ..Self::default() },
            _ => Self::default(),
        }
    }
}

/// Fewest lines of text a page has, whatever is asked.
const FEWEST: usize = 12;
/// Lines for the page number, or the draft's word, and the empty one under it.
const TOP: usize = 2;

/// The document's text; each line ends with a line feed, each page but the last with a form feed.
#[must_use]
pub fn plain(document: &Document, paper: Paper) -> String {
    // What only a camera reads is no text.
    let mut document = document.clone();
    document.blocks.retain(|block| !matches!(block, Block::Code(_)));
    let document = &document;
    let mut out = String::new();
    match paper.lines {
        None => {
            for line in preview::preview(document, paper.columns) {
                write_line(&mut out, &line);
            }
        }
        Some(lines) => paged(&mut out, document, paper.columns, lines.max(FEWEST + TOP)),
    }
    out
}

fn paged(out: &mut String, document: &Document, columns: usize, lines: usize) {
    let slip = Slip::set(document, columns);
    let room = lines - TOP;
    // A mark that would crowd out the text follows it instead.
    let foot = if slip.foot.len() + 2 <= room / 2 { slip.foot.len() + 2 } else { 0 };
    let count = |lines: usize| f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
    let foot_room = if slip.foot.is_empty() { 0.0 } else { count(foot) };
    let pages = paginate(&slip.extents(), count(room), foot_room);
    for (index, range) in pages.iter().enumerate() {
        if index > 0 {
            out.push('\u{C}');
        }
        let mut page = top(slip.mark.as_ref(), index, columns);
        let rows = &slip.rows[range.clone()];
        if let Some(head) = rows.first().and_then(|row| slip.heads.get(row.head?)) {
            page.extend(head.iter().cloned());
        }
        for (at, row) in rows.iter().enumerate() {
            let gap = if at == 0 { 0 } else { row.gap };
            page.resize_with(page.len() + gap, Line::default);
            page.push(row.line.clone());
        }
        if index + 1 == pages.len() && !slip.foot.is_empty() {
            let least = page.len() + 2;
            page.resize_with(least.max((TOP + room).saturating_sub(slip.foot.len())), Line::default);
            page.extend(slip.foot.iter().cloned());
        }
        for line in &page {
            write_line(out, line);
        }
    }
}

/// The draft's word and, from page 2 on, the page's number.
fn top(mark: Option<&Line>, index: usize, columns: usize) -> Vec<Line> {
    let number = if index > 0 { (index + 1).to_string() } else { String::new() };
    let mut line = mark.cloned().unwrap_or_default();
    if mark.is_none() && index > 0 {
        let blank = " ".repeat(columns.saturating_sub(number.len()) / 2);
        line.spans.push((preview::Style::Normal, blank + &number));
    } else if index > 0 {
        line.spans.push((preview::Style::Normal, format!(" {number}")));
    }
    vec![line, Line::default()]
}

fn write_line(out: &mut String, line: &Line) {
    out.push_str(line.text().trim_end());
    out.push('\n');
}

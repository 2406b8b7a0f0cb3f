//! The model of a printed document: what it says, never how a page looks.
//!
//! Every word a reader sees is in the blocks already (composed from the locale and the templates),
//! so a renderer adds nothing of its own but numbers of pages and of list items.

use serde::{Deserialize, Serialize};

pub use super::typed::blocks;

/// A document to print. Frozen as JSON when a letter becomes final: no floats, no maps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Title for the file's properties; not printed.
    pub title: String,
    /// Language of the text: decides hyphenation and the file's language tag.
    pub language: Language,
    /// The paper's settings.
    #[serde(default)]
    pub sheet: Sheet,
    /// The word printed pale across each page of what is not final yet (R6: «ПРОЕКТ»).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft_mark: Option<String>,
    /// What the document says, from top to bottom.
    pub blocks: Vec<Block>,
    /// Executor's full name and phone (R6), small, at the bottom left of the last page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub executor_mark: Vec<String>,
}

/// Language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Language {
    /// The tag written into the PDF (RFC 3066).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ru => "ru-RU",
            Self::En => "en-GB",
        }
    }
}

/// The settings of the paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Size of the body text.
    #[serde(default)]
    pub body: BodySize,
    /// Left margin.
    #[serde(default)]
    pub binding: Binding,
    /// Its size.
    #[serde(default)]
    pub format: Format,
}

/// Sizes of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A4, upright.
    #[default]
    A4,
    /// A4 across: journals and other wide tables.
    A4Across,
    /// The upper half of an A4 sheet, to be cut off: a printer without A5 in its tray would wait for it. What needs
    /// more takes the whole sheet.
    A4Half,
    /// An envelope DL, 220 × 110 mm.
    Dl,
    /// An envelope C5, 229 × 162 mm.
    C5,
    /// An address label of 105 × 57 mm, one to a page: what label printers take from the roll, and one of
    /// the ten of a ready-made sheet.
    Label,
}

impl Format {
    /// Width and height, in millimetres.
    #[must_use]
    pub const fn millimetres(self) -> (f64, f64) {
        match self {
            Self::A4 | Self::A4Half => (210.0, 297.0),
            Self::A4Across => (297.0, 210.0),
            Self::Dl => (220.0, 110.0),
            Self::C5 => (229.0, 162.0),
            Self::Label => (105.0, 57.0),
        }
    }

    /// Whether it is an envelope or a label: no margins of a letter, no page numbers.
    #[must_use]
    pub const fn is_envelope(self) -> bool {
        matches!(self, Self::Dl | Self::C5 | Self::Label)
    }
}

/// Body sizes which ГОСТ Р 7.0.97-2025 allows for letters, and a smaller one for journals and lists, which are none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodySize {
    /// 10 pt, for journals and lists.
    Ten,
    /// 12 pt.
    Twelve,
    /// 13 pt.
    Thirteen,
    /// 14 pt.
    #[default]
    Fourteen,
}

/// Left margin: at least 20 mm, at least 30 mm for what is kept longer than ten years.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// 20 mm.
    #[default]
    Usual,
    /// 30 mm.
    LongKept,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// The top of a letter: who writes in the left corner, to whom at the right.
    Head(Head),
    /// The name of a document that is not a letter (receipt, card, journal), centred and bold.
    Title(String),
    /// Heading to the text («О …»), at the left.
    Heading(String),
    /// «Уважаемый …!», centred.
    Salutation(String),
    /// Justified, first line indented. A line feed inside begins another paragraph.
    Paragraph(String),
    /// A list; its items are marked by the renderer.
    List {
        /// Dashes or numbers.
        marker: Marker,
        /// The items' texts, without a mark.
        items: Vec<String>,
    },
    /// A table with a head which is repeated on each page.
    Table(Table),
    /// Key–value rows of a receipt: few, the values bold.
    Facts(Vec<Fact>),
    /// A part of a card: its heading, bold, and its rows, of which there may be none.
    Record {
        /// Its name.
        heading: String,
        /// Its rows.
        facts: Vec<Fact>,
    },
    /// A smaller paragraph set apart (what a client should know).
    Notice(String),
    /// «Приложение:» and what is enclosed.
    Enclosures {
        /// The word before the first item, with its colon.
        label: String,
        /// The items' texts.
        items: Vec<String>,
    },
    /// Position at the left, a place to sign, name at the right; never alone on a page.
    Signature {
        /// Position as in the staff list.
        position: String,
        /// «И. О. Фамилия».
        name: String,
    },
    /// The document's QR code and what it holds, once a document: on paper at the bottom right of the first sheet, or
    /// where there is room (ГОСТ Р 7.0.97-2025, «штрихкод»); elsewhere a line.
    Code(String),
    /// The face of an envelope, or a label.
    Cover(Cover),
}

/// Who writes to whom, as the post reads it: the sender at the top left, the addressee at the bottom right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// «От кого», «Откуда», the postcode; none on a label.
    #[serde(default)]
    pub from: Vec<Fact>,
    /// «Кому», «Куда», the postcode.
    #[serde(default)]
    pub to: Vec<Fact>,
}

/// The top of a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The organisation's name, bold.
    pub organisation: String,
    /// Address, phone, e-mail and the like, one a line, small.
    #[serde(default)]
    pub details: Vec<String>,
    /// Own date and number, «На № … от …»; blanks to be filled in by hand come as underscores.
    #[serde(default)]
    pub reference: Vec<String>,
    /// Addressee, in lines.
    #[serde(default)]
    pub addressee: Vec<String>,
}

impl Head {
    /// Whether it is nothing but the organisation's name: that of a card or a slip, which stands over the title.
    pub(super) const fn is_name_only(&self) -> bool {
        self.details.is_empty() && self.reference.is_empty() && self.addressee.is_empty()
    }
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// «– …».
    Dash,
    /// «1. …».
    Number,
}

impl Marker {
    /// The mark of the item at `index` (from 0).
    #[must_use]
    pub fn label(self, index: usize) -> String {
        match self {
            Self::Dash => "–".to_owned(),
            Self::Number => format!("{}.", index + 1),
        }
    }
}

/// One key–value row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// A table whose every row has a cell for every column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Grid", into = "Grid")]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Words in the head.
    pub title: String,
    /// Width in parts of the sum of all widths; 0 counts as 1.
    pub parts: u8,
    /// How the cells stand.
    #[serde(default)]
    pub align: Align,
}

/// How text stands in a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Short marks and dates.
    Centre,
    /// Figures.
    Right,
}

/// Why a table can't be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// No columns.
    #[error("a table without columns")]
    NoColumns,
    /// A row with more or fewer cells than there are columns.
    #[error("row {row} has {cells} cells, the table {columns} columns")]
    RaggedRow {
        /// The row, from 1.
        row: usize,
        /// Its cells.
        cells: usize,
        /// The table's columns.
        columns: usize,
    },
}

impl Table {
    /// A table of `columns` and `rows`.
    ///
    /// # Errors
    /// [`TableError`] when there are no columns, or a row's cells do not match them.
    pub fn new(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Result<Self, TableError> {
        if columns.is_empty() {
            return Err(TableError::NoColumns);
        }
        match rows.iter().position(|row| row.len() != columns.len()) {
            Some(at) => Err(TableError::RaggedRow {
                row: at + 1,
                cells: rows.get(at).map_or(0, Vec::len),
                columns: columns.len(),
            }),
            None => Ok(Self { columns, rows }),
        }
    }

    /// The columns, at least one.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows, each as long as [`Self::columns`].
    #[must_use]
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Shares out `width` among the columns by their parts, in order.
    pub(super) fn widths(&self, width: f64) -> Vec<f64> {
        let parts: Vec<f64> = self.columns.iter().map(|c| f64::from(c.parts.max(1))).collect();
        let sum: f64 = parts.iter().sum();
        parts.into_iter().map(|part| width * part / sum).collect()
    }
}

/// A table as it lies in JSON, not yet checked.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Grid {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl TryFrom<Grid> for Table {
    type Error = TableError;

    fn try_from(grid: Grid) -> Result<Self, TableError> {
        Self::new(grid.columns, grid.rows)
    }
}

impl From<Table> for Grid {
    fn from(table: Table) -> Self {
        Self { columns: table.columns, rows: table.rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(title: &str) -> Column {
        Column { title: title.to_owned(), parts: 1, align: Align::Left }
    }

    #[test]
    fn a_ragged_table_can_neither_be_made_nor_read() {
        let ragged = Table::new(vec![column("а"), column("б")], vec![vec!["1".into()]]);
        assert_eq!(ragged, Err(TableError::RaggedRow { row: 1, cells: 1, columns: 2 }));
        let json = r#"{"columns":[{"title":"а","parts":1}],"rows":[["1","2"]]}"#;
        assert!(serde_json::from_str::<Table>(json).is_err());
    }
}

//! What leaves the shell: lines that a terminal can only show, tables, JSON and CSV, all to the handles passed in.

use std::io::{self, Read, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::args::Format;
use super::failure::Failure;
use crate::i18n::Words;
use crate::text::{Shown, shown, shown_lines};

/// A cell of a table is cut at so many columns; JSON and CSV hold everything.
const WIDEST_CELL: usize = 48;

/// The name that stands for standard input where a file is asked for.
pub(super) const STANDARD_INPUT: &str = "-";

/// The words and the handles of one run.
pub(super) struct Shell<'a> {
    pub words: Words,
    /// What stays done even where nobody can be told of it.
    pub work: Work,
    input: &'a mut dyn Read,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

/// What a run has done to the register so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Work {
    /// It only looks.
    Looking,
    /// It changes something, and tells of it afterwards.
    Changing,
    /// It registers appeals; the numbers that were given.
    Registering(Vec<String>),
    /// It was told already that the answer could not be written.
    Told,
}

/// A value in a list.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    /// Words.
    Text(String),
    /// A figure, set flush right; never taken for a formula.
    Figure(i64),
    /// Nothing.
    None,
}

/// A list: what its columns are called by programs, and in words.
pub(super) struct Table {
    /// The columns: the identifier in CSV, the heading on the screen.
    pub columns: Vec<(&'static str, String)>,
    /// The rows; each has a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

impl<'a> Shell<'a> {
    pub fn new(
        words: Words,
        input: &'a mut dyn Read,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        Self { words, work: Work::Looking, input, out, err }
    }

    /// Says something, each of its lines made fit to be shown.
    pub fn say(&mut self, text: &str) -> Result<(), Failure> {
        write_shown(self.out, text).map_err(Failure::from_output)
    }

    /// Says something beside the answer. A standard error that is closed has nobody to be told.
    pub fn note(&mut self, text: &str) {
        let _ = write_shown(self.err, text);
    }

    /// Remembers a number that was given, in case nobody can be told of it.
    pub fn gave(&mut self, number: &str) {
        match &mut self.work {
            Work::Registering(numbers) => numbers.push(number.to_owned()),
            Work::Looking | Work::Changing | Work::Told => {
                self.work = Work::Registering(vec![number.to_owned()]);
            }
        }
    }

    /// Writes whatever is still held back.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::from_output)
    }

    /// Prints JSON.
    pub fn json(&mut self, value: &Value) -> Result<(), Failure> {
        write_json(self.out, value).and_then(|()| writeln!(self.out)).map_err(Failure::from_output)
    }

    /// Prints a part of a JSON text: a bracket, a record made by [`json_text`].
    pub fn json_part(&mut self, part: &str) -> Result<(), Failure> {
        write!(self.out, "{part}").map_err(Failure::from_output)
    }

    /// Prints a list as asked: `records` is its JSON.
    pub fn list(
        &mut self,
        format: Format,
        table: impl FnOnce(&Words) -> Table,
        records: impl FnOnce(&Words) -> Value,
    ) -> Result<(), Failure> {
        match format {
            Format::Json => {
                let records = records(&self.words);
                self.json(&records)
            }
            Format::Csv => write_csv(self.out, &table(&self.words)).map_err(Failure::from_output),
            Format::Table => write_table(self.out, &table(&self.words)).map_err(Failure::from_output),
        }
    }

    /// Reads a text file whole; `-` is standard input. A mark of byte order is dropped.
    pub fn read(&mut self, path: &Path) -> Result<String, Failure> {
        let mut bytes = Vec::new();
        let read = if path == Path::new(STANDARD_INPUT) {
            self.input.read_to_end(&mut bytes)
        } else {
            std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
        };
        read.map_err(|why| Failure::Unreadable { path: path.to_owned(), why })?;
        let text = String::from_utf8(bytes).map_err(|_| Failure::NotText(path.to_owned()))?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}

fn write_shown(to: &mut dyn Write, text: &str) -> io::Result<()> {
    for line in shown_lines(text) {
        writeln!(to, "{line}")?;
    }
    Ok(())
}

/// A table by the width of what is shown.
fn write_table(to: &mut dyn Write, table: &Table) -> io::Result<()> {
    let figures: Vec<bool> = (0..table.columns.len())
        .map(|at| table.rows.iter().any(|row| matches!(row.get(at), Some(Cell::Figure(_)))))
        .collect();
    let heads = table.columns.iter().map(|(_, head)| shown(head)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.shown().fit(WIDEST_CELL)).collect());
    let lines: Vec<Vec<Shown>> = std::iter::once(heads).chain(rows).collect();
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|at| lines.iter().filter_map(|line| line.get(at)).map(Shown::width).max().unwrap_or(0))
        .collect();
    for line in &lines {
        let cells = line.iter().zip(widths.iter().zip(&figures)).map(|(cell, (width, figure))| {
            if *figure { cell.pad_start(*width) } else { cell.pad(*width) }.into_string()
        });
        let text = cells.collect::<Vec<_>>().join("  ");
        writeln!(to, "{}", text.trim_end())?;
    }
    Ok(())
}

/// RFC 4180, in UTF-8 without a mark of byte order. What a spreadsheet would take for a formula is led by an apostrophe.
fn write_csv(to: &mut dyn Write, table: &Table) -> io::Result<()> {
    let heads: Vec<_> = table.columns.iter().map(|(name, _)| Cell::Text((*name).to_owned())).collect();
    for row in std::iter::once(&heads).chain(&table.rows) {
        let fields: Vec<_> = row.iter().map(Cell::csv).collect();
        write!(to, "{}\r\n", fields.join(","))?;
    }
    Ok(())
}

impl Cell {
    /// Words; none where there are none.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words, where there are any.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::None, Self::text)
    }

    fn shown(&self) -> Shown {
        match self {
            Self::Text(text) => shown(text),
            Self::Figure(figure) => shown(&figure.to_string()),
            Self::None => Shown::default(),
        }
    }

    fn csv(&self) -> String {
        /// Signs with which a spreadsheet's formula begins, the full-width ones too.
        const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
        let Self::Text(raw) = self else { return self.shown().into_string() };
        let mut text = shown(raw).into_string();
        if raw.starts_with(|first: char| first.is_control()) || text.trim_start().starts_with(FORMULA) {
            text.insert(0, '\'');
        }
        if text.contains([',', '"', ';']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    }
}

/// JSON for people and programs: indented, and every character that a terminal could obey or hide is escaped.
struct Plain(PrettyFormatter<'static>);

impl Formatter for Plain {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        let mut units = [0; 2];
        let mut plain = 0;
        for (at, letter) in fragment.char_indices().filter(|(_, letter)| is_hidden(*letter)) {
            to.write_all(fragment.get(plain..at).unwrap_or_default().as_bytes())?;
            for unit in letter.encode_utf16(&mut units) {
                write!(to, "\\u{unit:04x}")?;
            }
            plain = at + letter.len_utf8();
        }
        to.write_all(fragment.get(plain..).unwrap_or_default().as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_array(to)
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array(to)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(to, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_array_value(to)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object(to)
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object(to)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(to, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.begin_object_value(to)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.0.end_object_value(to)
    }
}

/// Whether a character would not be shown as itself.
fn is_hidden(letter: char) -> bool {
    match letter {
        ' '..='~' | 'А'..='я' | 'Ё' | 'ё' => false,
        other => shown(other.encode_utf8(&mut [0; 4])).as_str().chars().ne([other]),
    }
}

/// A value as the text of JSON.
pub(super) fn json_text(value: &Value) -> String {
    let mut text = Vec::new();
    // Writing to memory can't fail, and a value of JSON has no key that is none.
    let _ = write_json(&mut text, value);
    String::from_utf8_lossy(&text).into_owned()
}

fn write_json(to: &mut dyn Write, value: &Value) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(to, Plain(PrettyFormatter::new()));
    value.serialize(&mut serializer).map_err(io::Error::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_hides_nothing_and_loses_nothing() {
        let hostile = "Ёж\u{202e}№\u{1b}[2J\u{200b}\u{feff}\u{E0041}«—»";
        let text = json_text(&serde_json::json!({ "gist": hostile }));
        assert!(text.contains("Ёж\\u202e№\\u001b[2J\\u200b\\ufeff\\udb40\\udc41«—»"), "{text}");
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["gist"], hostile);
    }

    #[test]
    fn a_csv_cell_never_becomes_a_formula() {
        for dangerous in ["=1+1", "+7 900", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", " =1"] {
            assert!(Cell::text(dangerous).csv().trim_start_matches('"').starts_with('\''), "{dangerous:?}");
        }
        assert_eq!(Cell::Figure(-3).csv(), "-3", "a figure stays one");
        assert_eq!(Cell::text("а,б \"в\"").csv(), "\"а,б \"\"в\"\"\"");
        assert_eq!(Cell::text("плохо\u{1b}[31m").csv(), "плохо␛[31m");
    }

    #[test]
    fn columns_stand_under_their_headings_whatever_is_in_them() {
        let table = Table {
            columns: vec![("a", "Имя".into()), ("b", "Дней".into()), ("c", "Тема".into())],
            rows: vec![
                vec![Cell::text("Ёлкина\u{202e}"), Cell::Figure(-12), Cell::text("х")],
                vec![Cell::text("日本"), Cell::None, Cell::None],
            ],
        };
        let mut out = Vec::new();
        write_table(&mut out, &table).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(
            text, "Имя             Дней  Тема\nЁлкина<U+202E>   -12  х\n日本\n",
            "figures flush right, no spaces at the end"
        );
    }
}

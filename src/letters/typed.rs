//! What a person typed into one field, read as blocks: paragraphs, lists, tables, enclosures.

use super::document::{Align, Block, Column, Marker, Table};

/// How the line begins that names what is enclosed (ГОСТ Р 7.0.97-2025, «отметка о приложении»).
const ENCLOSED: [&str; 2] = ["Приложение:", "Приложения:"];
/// How a salutation begins, whatever its gender and number.
const DEAR: &str = "Уважаем";
/// Longest salutation, in characters.
const SALUTATION: usize = 120;
/// Widest column of a table against a narrow one, in parts.
const WIDEST: usize = 30;
/// Narrowest column, in parts.
const NARROWEST: usize = 5;

/// Splits what a clerk typed into blocks: each line a paragraph, neighbouring lines that begin with a dash or a number
/// one list, neighbouring lines between bars (`| а | б |`) a table whose first row is its head. «Приложение:» and the
/// list under it become the enclosures, which stand at the end wherever they were typed. Empty lines only separate.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut enclosed = None;
    let mut lines = text.lines().map(str::trim).peekable();
    let mut after_gap = true;
    while let Some(line) = lines.next() {
        if line.is_empty() {
            after_gap = true;
            continue;
        }
        if let Some((label, first)) = enclosure(line) {
            let (_, items) = enclosed.get_or_insert_with(|| (label.to_owned(), Vec::new()));
            items.extend(Some(first).filter(|first| !first.is_empty()).map(bare_item));
            while let Some((_, _, item)) = lines.peek().and_then(|line| list_item(line)) {
                items.push(item.to_owned());
                lines.next();
            }
        } else if cells(line).is_some() {
            let mut rows = vec![line];
            while let Some(row) = lines.next_if(|line| cells(line).is_some()) {
                rows.push(row);
            }
            match table(&rows) {
                Some(table) => blocks.push(Block::Table(table)),
                None => blocks.extend(rows.into_iter().map(|row| Block::Paragraph(row.to_owned()))),
            }
        } else {
            running(line, after_gap, &mut blocks);
        }
        after_gap = false;
    }
    blocks.extend(enclosed.map(|(label, items)| Block::Enclosures { label, items }));
    blocks
}

/// Takes the salutation out of a text, if somebody typed one: it then stands in the letter's own place for it, and not
/// twice.
#[must_use]
pub(super) fn salutation(text: &str) -> (Option<String>, String) {
    let is_salutation =
        |line: &str| line.starts_with(DEAR) && line.ends_with('!') && line.chars().count() <= SALUTATION;
    let Some(found) = text.lines().map(str::trim).find(|line| is_salutation(line)) else {
        return (None, text.to_owned());
    };
    let rest = text.lines().filter(|line| line.trim() != found).collect::<Vec<_>>().join("\n");
    (Some(found.to_owned()), rest)
}

/// A letter in which no sentence ends twice: what was typed in a place before the template's full stop may bring its own
/// («за ноябрь 2026 г.»). Three dots, and two behind «!» or «?», are meant.
pub(super) fn one_stop(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('.') {
        let (before, stops) = rest.split_at(at);
        let after = stops.trim_start_matches('.');
        let count = stops.len() - after.len();
        let meant = before.ends_with(['!', '?']) || (before.is_empty() && out.ends_with(['!', '?']));
        out.push_str(before);
        out.push_str(if count == 2 && !meant { "." } else { &stops[..count] });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Adds a line of running text: to the list before it, as a list's first item, or as a paragraph.
fn running(line: &str, after_gap: bool, blocks: &mut Vec<Block>) {
    let paragraph = || Block::Paragraph(line.to_owned());
    let Some((marker, number, item)) = list_item(line) else { return blocks.push(paragraph()) };
    match blocks.last_mut() {
        Some(Block::List { marker: running, items })
            if *running == marker && (marker == Marker::Dash || number == items.len() + 1) && !after_gap =>
        {
            items.push(item.to_owned());
        }
        // A list that does not begin at 1 keeps its own numbers as text.
        _ if number == 1 => blocks.push(Block::List { marker, items: vec![item.to_owned()] }),
        _ => blocks.push(paragraph()),
    }
}

/// The marker, number and text of a line that is a list item; a dash counts as number 1.
fn list_item(line: &str) -> Option<(Marker, usize, &str)> {
    if let Some(item) = ["- ", "– ", "— ", "• "].iter().find_map(|dash| line.strip_prefix(dash)) {
        return Some((Marker::Dash, 1, item.trim_start()));
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = line.get(..digits)?.parse().ok()?;
    let item = line.get(digits..)?.strip_prefix(['.', ')'])?;
    item.starts_with(' ').then(|| (Marker::Number, number, item.trim_start()))
}

/// An item without the mark it may have: the renderer numbers them.
fn bare_item(text: &str) -> String {
    list_item(text).map_or(text, |(_, _, item)| item).to_owned()
}

/// The label of a line that names what is enclosed, and what stands after it.
fn enclosure(line: &str) -> Option<(&str, &str)> {
    let label = ENCLOSED.iter().find(|label| line.starts_with(*label))?;
    line.split_at_checked(label.len()).map(|(label, rest)| (label, rest.trim()))
}

/// The cells of a line that stands between two bars.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).collect())
}

/// The table of such lines; none of a single one. A line of dashes under the head, as other programs write it, is no row.
fn table(lines: &[&str]) -> Option<Table> {
    let is_rule =
        |row: &Vec<&str>| row.iter().all(|cell| cell.contains('-') && cell.chars().all(|c| "-:".contains(c)));
    let rows: Vec<Vec<&str>> =
        lines.iter().filter_map(|line| cells(line)).filter(|row| !is_rule(row)).collect();
    let (head, rows) = rows.split_first().filter(|(_, rows)| !rows.is_empty())?;
    let width = rows.iter().map(Vec::len).chain([head.len()]).max()?;
    let cell = |row: &[&str], at: usize| row.get(at).copied().unwrap_or_default().to_owned();
    let columns = (0..width).map(|at| {
        let body: Vec<String> = rows.iter().map(|row| cell(row, at)).collect();
        let longest = body.iter().map(|text| text.chars().count()).max().unwrap_or_default();
        let title = cell(head, at);
        let needed = longest.max(longest_word(&title)).clamp(NARROWEST, WIDEST);
        let align = if body.iter().all(|text| is_figure(text)) { Align::Right } else { Align::Left };
        Column { title, parts: u8::try_from(needed).unwrap_or(u8::MAX), align }
    });
    let columns = columns.collect();
    let rows = rows.iter().map(|row| (0..width).map(|at| cell(row, at)).collect()).collect();
    Table::new(columns, rows).ok()
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default()
}

/// Whether a cell holds a figure, or nothing.
fn is_figure(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ",.-–−+%".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(text.to_owned())
    }

    #[test]
    fn typed_lines_become_paragraphs_and_lists() {
        let text = "Сообщаем:\n1. первое;\n2) второе.\n\nПросим:\n- прийти;\n— позвонить.\n5. Итого";
        let list =
            |marker, items: [&str; 2]| Block::List { marker, items: items.map(str::to_owned).to_vec() };
        assert_eq!(
            blocks(text),
            vec![
                paragraph("Сообщаем:"),
                list(Marker::Number, ["первое;", "второе."]),
                paragraph("Просим:"),
                list(Marker::Dash, ["прийти;", "позвонить."]),
                paragraph("5. Итого"),
            ]
        );
    }

    #[test]
    fn a_year_or_a_sum_at_the_start_of_a_line_is_no_list() {
        assert_eq!(blocks("2026 год"), vec![paragraph("2026 год")]);
        assert_eq!(blocks("12.5 руб."), vec![paragraph("12.5 руб.")]);
    }

    #[test]
    fn lines_between_bars_become_a_table_with_figures_at_the_right() {
        let text = "Начислено:\n| Месяц | Сумма |\n|---|---|\n| октябрь | 1 250,15 |\n| ноябрь |\nВсё.";
        let [Block::Paragraph(_), Block::Table(table), Block::Paragraph(after)] = &blocks(text)[..] else {
            panic!("{:?}", blocks(text));
        };
        assert_eq!(table.columns().iter().map(|c| c.title.as_str()).collect::<Vec<_>>(), ["Месяц", "Сумма"]);
        assert_eq!(table.columns()[1].align, Align::Right);
        assert_eq!(table.rows(), [["октябрь", "1 250,15"], ["ноябрь", ""]]);
        assert_eq!(after, "Всё.");
        assert_eq!(blocks("| одна строка |"), vec![paragraph("| одна строка |")]);
        assert_eq!(blocks("|"), vec![paragraph("|")]);
    }

    #[test]
    fn enclosures_go_to_the_end_with_their_numbers_left_to_the_letter() {
        let enclosures = |items: &[&str]| Block::Enclosures {
            label: "Приложение:".to_owned(),
            items: items.iter().map(|&item| item.to_owned()).collect(),
        };
        let text = "Первое.\nПриложение: 1. Акт на 2 л. в 1 экз.\n2. Копия на 1 л.\nПоследнее.";
        assert_eq!(
            blocks(text),
            vec![
                paragraph("Первое."),
                paragraph("Последнее."),
                enclosures(&["Акт на 2 л. в 1 экз.", "Копия на 1 л."]),
            ]
        );
        assert_eq!(blocks("Приложение: на 3 л. в 1 экз."), vec![enclosures(&["на 3 л. в 1 экз."])]);
        assert_eq!(blocks("Приложение к договору."), vec![paragraph("Приложение к договору.")]);
    }

    #[test]
    fn no_sentence_ends_twice() {
        for (typed, printed) in [
            ("за ноябрь 2026 г..\nДалее.", "за ноябрь 2026 г.\nДалее."),
            ("время: нужна сверка..", "время: нужна сверка."),
            ("Ждём... Как так?.. Ура!..", "Ждём... Как так?.. Ура!.."),
            ("..", "."),
            ("", ""),
        ] {
            assert_eq!(one_stop(typed), printed);
        }
    }

    #[test]
    fn a_salutation_that_was_typed_is_taken_out_of_the_text() {
        let (found, rest) = salutation("Рассмотрев, сообщаем.\n  Уважаемая Анна Петровна!\nОплачено.");
        assert_eq!(found.as_deref(), Some("Уважаемая Анна Петровна!"));
        assert_eq!(rest, "Рассмотрев, сообщаем.\nОплачено.");
        assert_eq!(salutation("Уважаемые коллеги ответили.").0, None);
    }
}

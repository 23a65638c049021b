//! From the rows of a scores CSV to a workbook.

use std::{io::Read, path::Path};

use csv::StringRecord;
use uuid::Uuid;

use super::{
    fault::{CsvError, CsvFault},
    gather::Gathering,
    header::HEADER,
    line::Line,
};
use crate::model::Workbook;

/// Whether a text begins like a scores CSV.
pub(in crate::import) fn is_one(text: &str) -> bool {
    let first = text.trim_start_matches('"').get(..10).unwrap_or_default();
    first.eq_ignore_ascii_case("enterprise")
}

/// A row that no table has: where it does not come back as the last one, a quotation mark
/// swallowed it.
const SENTINEL: &str = "\u{4}end of table";

/// Reads a scores CSV without byte order mark; `path` is only for the error's sentence, `title` is
/// that of the workbook, `new_id` gives the ids that the table has none of.
///
/// # Errors
/// With row and column of the first thing that is wrong.
pub fn read_scores(
    path: &Path,
    text: &str,
    title: String,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Workbook, CsvError> {
    let wrong = |row: usize, column: Option<&'static str>, fault: CsvFault| CsvError {
        path: path.to_owned(),
        row,
        column,
        fault,
    };
    let end = format!("\n{SENTINEL}\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes().chain(end.as_bytes()));
    let mut rows = Rows::new(text);
    let mut columns = 0;
    let mut gathering = Gathering::new(title, new_id);
    let mut record = StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|_| wrong(rows.row, None, CsvFault::Unreadable))?
    {
        let row = rows.row_of(&record);
        // Where the text ends, and not by what a cell says: a name may hold the same words.
        if reader.position().byte() > text.len() as u64 + 1 {
            if record.get(0) == Some(SENTINEL) && record.len() == 1 {
                break;
            }
            return Err(wrong(row, None, CsvFault::OpenQuote));
        }
        if columns == 0 {
            columns = check_header(&record).map_err(|fault| wrong(row, None, fault))?;
            continue;
        }
        let filled = filled(&record);
        if filled == 0 {
            continue;
        }
        if record.len() + 1 < columns || filled > columns {
            let fault = CsvFault::CellCount {
                found: record.len(),
                expected: columns,
            };
            return Err(wrong(row, None, fault));
        }
        Line::read(&record)
            .and_then(|line| gathering.add(row, line))
            .map_err(|(column, fault)| wrong(row, Some(column), fault))?;
    }
    if columns == 0 {
        return Err(wrong(1, None, CsvFault::MissingColumn("enterprise")));
    }
    Ok(gathering.finish())
}

/// How many cells a row has up to the last one that is not empty.
fn filled(record: &StringRecord) -> usize {
    let trailing = record
        .iter()
        .rev()
        .take_while(|cell| cell.trim().is_empty());
    record.len() - trailing.count()
}

/// Checks the header and gives the number of columns.
fn check_header(header: &StringRecord) -> Result<usize, CsvFault> {
    let names: Vec<String> = header
        .iter()
        .take(filled(header))
        .map(|name| name.trim().to_lowercase())
        .collect();
    if let [only] = names.as_slice() {
        if only.contains(';') {
            return Err(CsvFault::Semicolons);
        }
        if only.contains('\t') {
            return Err(CsvFault::Tabs);
        }
    }
    let mut count = 0;
    for expected in HEADER.split(',') {
        match names.get(count) {
            Some(found) if found == expected => count += 1,
            Some(found) => {
                return Err(CsvFault::WrongColumn {
                    number: count + 1,
                    found: found.clone(),
                    expected,
                });
            }
            None => return Err(CsvFault::MissingColumn(expected)),
        }
    }
    match &names[count..] {
        [] => Ok(count),
        [note] if note == "note" => Ok(count + 1),
        [note, other, ..] if note == "note" => Err(CsvFault::UnknownColumn(other.clone())),
        [other, ..] => Err(CsvFault::UnknownColumn(other.clone())),
    }
}

/// Counts rows as a spreadsheet does: a row for each record and each empty line, and one only for
/// a record with line breaks in its cells.
struct Rows<'a> {
    text: &'a [u8],
    row: usize,
    begin: usize,
    /// Line breaks inside the cells of the record before.
    inside: usize,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            row: 1,
            begin: 0,
            inside: 0,
        }
    }

    /// The row of the record that follows those already counted.
    fn row_of(&mut self, record: &StringRecord) -> usize {
        let offset = record
            .position()
            .and_then(|position| usize::try_from(position.byte()).ok())
            .unwrap_or_default();
        let mut begin = offset.min(self.text.len());
        while matches!(self.text.get(begin), Some(b'\r' | b'\n')) {
            begin += 1;
        }
        let between = self.text.get(self.begin..begin).unwrap_or_default();
        self.row += line_breaks(between).saturating_sub(self.inside);
        self.begin = begin;
        self.inside = record.iter().map(|cell| line_breaks(cell.as_bytes())).sum();
        self.row
    }
}

/// How many line breaks there are, `\r\n` counted once.
fn line_breaks(bytes: &[u8]) -> usize {
    let mut before = 0;
    let mut count = 0;
    for byte in bytes {
        count += usize::from(*byte == b'\r' || (*byte == b'\n' && before != b'\r'));
        before = *byte;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_of_every_kind_count_once() {
        assert_eq!(line_breaks(b"a\r\nb\nc\rd"), 3);
        assert_eq!(line_breaks(b"\n\n\r\n"), 3);
        assert_eq!(line_breaks(b""), 0);
    }
}

//! Tables as text: encoding and delimiter are found by looking.

use std::{io::Read, path::Path};

use csv::StringRecord;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{
    cells::{Cell, Table, TableError, TableFault, TableRow, column_name},
    grid::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS},
};
use crate::import::scores_csv::unguarded;

/// A row that no table has: where it does not come back as the last one, a quotation mark
/// swallowed it.
const SENTINEL: &str = "\u{4}end of table";

/// The most delimiters of a text: the reader keeps a number for each of a line.
const MOST_DELIMITERS: usize = 2 * MOST_CELLS;

pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Table, TableError> {
    let (text, encoding) = decoded(bytes).ok_or_else(|| TableError::Encoding {
        path: path.to_owned(),
    })?;
    let mut table = Table {
        encoding: (encoding != UTF_8).then(|| encoding.name()),
        ..Table::default()
    };
    if is_web_page(&text) {
        let path = path.to_owned();
        return Err(TableError::WebPage { path });
    }
    let too_much = || TableError::TooMuch {
        path: path.to_owned(),
    };
    let delimiter = delimiter(&text);
    if text.bytes().filter(|byte| *byte == delimiter).count() > MOST_DELIMITERS {
        return Err(too_much());
    }
    let end = format!("\n{SENTINEL}\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes().chain(end.as_bytes()));
    let mut record = StringRecord::new();
    // Blank lines are no records, so rows are counted by the lines before them.
    let mut lines = Lines::new(text.as_bytes());
    let mut held = 0;
    while reader
        .read_record(&mut record)
        .map_err(|_| TableError::Damaged {
            path: path.to_owned(),
        })?
    {
        let number = lines.row_of(&record);
        // Where the text ends, and not by what a cell says.
        if reader.position().byte() > text.len() as u64 + 1 {
            if record.get(0) == Some(SENTINEL) && record.len() == 1 {
                break;
            }
            let path = path.to_owned();
            return Err(TableError::OpenQuote { path, row: number });
        }
        let row = row_of(&record, number, &mut table);
        held += row.cells.len();
        if held > MOST_CELLS || table.rows.len() >= MOST_ROWS {
            return Err(too_much());
        }
        if !row.cells.is_empty() {
            table.rows.push(row);
        }
    }
    Ok(table)
}

/// The cells of a record up to the last one that holds something.
fn row_of(record: &StringRecord, number: usize, table: &mut Table) -> TableRow {
    let near = MOST_COLUMNS as usize;
    let held = record.iter().enumerate().take(near);
    let last = held.filter(|(_, text)| !text.is_empty()).last();
    let length = last.map_or(0, |(last, _)| last + 1);
    let mut cells: Vec<Cell> = record
        .iter()
        .take(length)
        .map(|text| Cell {
            text: unguarded(text),
            fault: None,
        })
        .collect();
    let mut far = record.iter().enumerate().skip(near);
    if let Some((column, _)) = far.find(|(_, text)| !text.trim().is_empty()) {
        let column = column_name(column);
        if cells.iter().all(|cell| cell.text.trim().is_empty()) {
            cells = vec![Cell {
                text: String::new(),
                fault: Some(TableFault::Beyond(column)),
            }];
        } else {
            table.beyond.get_or_insert((number, column));
        }
    }
    TableRow { number, cells }
}

/// Whether a text is what programs of the web export under the name of a spreadsheet.
fn is_web_page(text: &str) -> bool {
    const BEGINNINGS: [&str; 6] = ["<html", "<!doctype", "<table", "<head", "<body", "<meta"];
    let text = text.trim_start();
    BEGINNINGS.iter().any(|beginning| {
        text.get(..beginning.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    })
}

/// The text without its byte order mark, and the encoding it was in.
fn decoded(bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let candidates: &[&'static Encoding] = match marked {
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => &[UTF_16LE, UTF_16BE],
        // Without a mark it is UTF-8, or what spreadsheets write in a Chinese system.
        _ => &[UTF_8, GB18030],
    };
    let candidates = candidates
        .iter()
        .filter(|candidate| marked.is_none_or(|marked| marked == **candidate));
    for encoding in candidates {
        let (text, wrong) = encoding.decode_with_bom_removal(bytes);
        if !wrong && !text.contains('\0') {
            return Some((text.into_owned(), encoding));
        }
    }
    None
}

/// Comma, semicolon or tab: the one that stands most often outside quotation marks in the first
/// line that holds something.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty());
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in line.unwrap_or_default().bytes() {
        quoted ^= byte == b'"';
        if !quoted && let Some(found) = counts.iter_mut().find(|(known, _)| *known == byte) {
            found.1 += 1;
        }
    }
    // Of equals the comma, which comes first.
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    best.map_or(b',', |(delimiter, _)| *delimiter)
}

/// Finds the row of a record as a spreadsheet counts, from the byte at which it begins.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            line: 1,
        }
    }

    fn row_of(&mut self, record: &StringRecord) -> usize {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start)
            .unwrap_or(usize::MAX)
            .min(self.bytes.len());
        if let Some(passed) = self.bytes.get(self.at..start) {
            self.line += passed.split(|byte| *byte == b'\n').count() - 1;
            self.at = start;
        }
        // The position may be that of the blank lines before the record.
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        self.line + blank.filter(|byte| **byte == b'\n').count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_in_the_first_line_outside_quotation_marks() {
        for (text, expected) in [
            ("a,b,c", b','),
            ("\n\na;b;c", b';'),
            ("a\tb\tc", b'\t'),
            ("\"a,b,c,d\";b;c", b';'),
            ("alone", b','),
        ] {
            assert_eq!(delimiter(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_text_has_no_encoding() {
        assert!(decoded(&[0xff, 0xff, 0xff, 0x00, 0xff]).is_none());
        let chinese = decoded(&[0xc6, 0xf3, 0xd2, 0xb5]);
        assert_eq!(chinese, Some(("企业".to_owned(), GB18030)));
    }
}

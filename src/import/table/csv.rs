//! Tables as text: encoding and delimiter are found by looking.

use std::{io::Read, path::Path};

use csv::StringRecord;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Cell, Table, TableError, TableRow};
use crate::import::scores_csv::unguarded;

/// A row that no table has: where it does not come back as the last one, a quotation mark
/// swallowed it.
const SENTINEL: &str = "\u{4}end of table";

pub(super) fn read(path: &Path, bytes: &[u8]) -> Result<Table, TableError> {
    let (text, encoding) = decoded(bytes).ok_or_else(|| TableError::Encoding {
        path: path.to_owned(),
    })?;
    let mut table = Table {
        encoding: (encoding != UTF_8).then(|| encoding.name()),
        ..Table::default()
    };
    let end = format!("\n{SENTINEL}\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes().chain(end.as_bytes()));
    let mut record = StringRecord::new();
    // Blank lines are no records, so rows are counted by the lines before them.
    let mut lines = Lines::new(text.as_bytes());
    while reader
        .read_record(&mut record)
        .map_err(|error| TableError::Unreadable {
            path: path.to_owned(),
            reason: error.to_string(),
        })?
    {
        let number = lines.row_of(&record);
        if record.get(0) == Some(SENTINEL) && record.len() == 1 {
            break;
        }
        if record.iter().any(|cell| cell.contains(SENTINEL)) {
            let path = path.to_owned();
            return Err(TableError::OpenQuote { path, row: number });
        }
        let cells = record.iter().map(|text| Cell {
            text: unguarded(text),
            fault: None,
        });
        let cells = cells.collect();
        table.rows.push(TableRow { number, cells });
    }
    Ok(table)
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

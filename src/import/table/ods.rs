//! Tables as spreadsheets of the open format (ODF 1.2): the one sheet that is asked for, cell by cell.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Cursor},
};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use zip::ZipArchive;

use super::{
    cells::{Cell, Refused, Table, TableFault},
    grid::{Grid, MOST_COLUMNS, Merged},
    put::{put, wrong},
};
use crate::import::scores_csv::unguarded;

/// The most blanks in a row of a text that are kept, which the format writes as their number.
const MOST_BLANKS: u32 = 1_024;

pub(super) fn read(bytes: &[u8], sheet: usize) -> Result<Table, Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let content = BufReader::new(archive.by_name("content.xml")?);
    let mut reader = Reader::from_reader(content);
    reader.config_mut().expand_empty_elements = true;
    let mut table = Table {
        sheet,
        ..Table::default()
    };
    let mut grid = Grid::default();
    let mut hidden = BTreeSet::new();
    let mut style = String::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(start) => match start.name().as_ref() {
                "style:style" => style = attribute(&start, "style:name")?.unwrap_or_default(),
                "style:table-properties"
                    if attribute(&start, "table:display")?.as_deref() == Some("false") =>
                {
                    hidden.insert(style.clone());
                }
                "table:table" => {
                    let style = attribute(&start, "table:style-name")?.unwrap_or_default();
                    let name = attribute(&start, "table:name")?.unwrap_or_default();
                    if hidden.contains(&style) {
                        reader.read_to_end_into(start.to_end().name(), &mut Vec::new())?;
                        continue;
                    }
                    if table.sheets.len() == sheet {
                        let mut rows = Rows::default();
                        rows.read(&mut reader, &mut grid, &mut table)?;
                    } else {
                        reader.read_to_end_into(start.to_end().name(), &mut Vec::new())?;
                    }
                    table.sheets.push(name);
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if table.sheets.len() <= sheet {
        return Err(Refused::Damaged);
    }
    grid.fill(&mut table, Merged::default())?;
    Ok(table)
}

/// The rows of a sheet as they are read.
#[derive(Default)]
struct Rows {
    row: u32,
    repeated: u32,
    column: u32,
    /// The cells of the present row that hold something: column, how often, the cell, whether it is
    /// a formula.
    cells: Vec<(u32, u32, Cell, bool)>,
}

impl Rows {
    fn read(
        &mut self,
        reader: &mut Reader<impl BufRead>,
        grid: &mut Grid,
        table: &mut Table,
    ) -> Result<(), Refused> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer)? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-row" => {
                        self.repeated = repeats(&start, "table:number-rows-repeated")?;
                        self.column = 0;
                        self.cells.clear();
                    }
                    "table:table-cell" | "table:covered-table-cell" => {
                        let repeated = repeats(&start, "table:number-columns-repeated")?;
                        let (cell, formula) = read_cell(reader, &start)?;
                        if !cell.text.is_empty() || cell.fault.is_some() {
                            self.cells.push((self.column, repeated, cell, formula));
                        }
                        self.column = self.column.saturating_add(repeated);
                    }
                    // Pictures and notes of the sheet may hold tables of their own.
                    "table:shapes" | "office:forms" => {
                        reader.read_to_end_into(start.to_end().name(), &mut Vec::new())?;
                    }
                    _ => {}
                },
                Event::End(end) => match end.name().as_ref() {
                    "table:table-row" => self.put(grid, table)?,
                    "table:table" => return Ok(()),
                    _ => {}
                },
                Event::Eof => return Err(Refused::Damaged),
                _ => {}
            }
        }
    }

    /// Adds the row that ends here, as often as it is repeated.
    fn put(&mut self, grid: &mut Grid, table: &mut Table) -> Result<(), Refused> {
        let next = self.row.saturating_add(self.repeated);
        if !self.cells.is_empty() {
            for row in self.row..next {
                for (column, repeated, cell, formula) in &self.cells {
                    // One cell beyond the columns looked at is enough to say so.
                    let end = column.saturating_add(*repeated);
                    let end = end.min(MOST_COLUMNS.max(*column).saturating_add(1));
                    for column in *column..end {
                        put(grid, table, (row, column), cell.clone(), *formula)?;
                    }
                }
            }
        }
        self.row = next;
        Ok(())
    }
}

/// A cell up to its end, and whether it is a formula.
fn read_cell(
    reader: &mut Reader<impl BufRead>,
    start: &BytesStart<'_>,
) -> Result<(Cell, bool), Refused> {
    let formula = attribute(start, "table:formula")?.is_some_and(|formula| !formula.is_empty());
    let kind = attribute(start, "office:value-type")?.unwrap_or_default();
    let shown = read_text(reader, start.name().as_ref())?;
    if attribute(start, "calcext:value-type")?.is_some_and(|kind| kind == "error") {
        return Ok((
            wrong(&shown, TableFault::FormulaError(shown.clone())),
            formula,
        ));
    }
    let value = match kind.as_str() {
        "float" | "percentage" | "currency" => attribute(start, "office:value")?,
        "boolean" => attribute(start, "office:boolean-value")?,
        "date" => attribute(start, "office:date-value")?,
        "time" => attribute(start, "office:time-value")?,
        "string" => attribute(start, "office:string-value")?,
        // Without a kind there is no value, whatever may be written in the cell.
        _ if formula => return Ok((wrong("", TableFault::FormulaEmpty), true)),
        _ => return Ok((Cell::default(), false)),
    };
    let value = value.unwrap_or(shown);
    let cell = match kind.as_str() {
        "date" | "time" => wrong(&value, TableFault::Date(value.clone())),
        "float" | "percentage" | "currency" => Cell {
            // Written as everywhere, and as it stands where it is no number.
            text: value
                .parse()
                .map_or(value, |number: f64| number.to_string()),
            fault: None,
        },
        _ => Cell {
            text: unguarded(&value),
            fault: None,
        },
    };
    Ok((cell, formula))
}

/// The text of a cell, paragraphs one below the other, without its notes; reads up to its end.
fn read_text(reader: &mut Reader<impl BufRead>, cell: &str) -> Result<String, Refused> {
    let mut text = String::new();
    let mut paragraphs = 0;
    // Cells of a table within the cell end before the cell does.
    let mut depth = 1_usize;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Text(found) if paragraphs > 0 => text.push_str(&found.xml10_content()),
            Event::GeneralRef(entity) if paragraphs > 0 => push_entity(&entity, &mut text)?,
            Event::Start(start) => match start.name().as_ref() {
                name if name == cell => depth += 1,
                "office:annotation" => {
                    reader.read_to_end_into(start.to_end().name(), &mut Vec::new())?;
                }
                "text:p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "text:s" => {
                    let blanks = repeats(&start, "text:c")?.min(MOST_BLANKS);
                    text.extend((0..blanks).map(|_| ' '));
                }
                "text:tab" => text.push('\t'),
                "text:line-break" => text.push('\n'),
                _ => {}
            },
            Event::End(end) if end.name().as_ref() == cell => {
                depth -= 1;
                if depth == 0 {
                    return Ok(text);
                }
            }
            Event::Eof => return Err(Refused::Damaged),
            _ => {}
        }
    }
}

fn push_entity(entity: &BytesRef<'_>, text: &mut String) -> Result<(), Refused> {
    if let Some(letter) = entity.resolve_char_ref()? {
        text.push(letter);
    } else if let Some(known) = quick_xml::escape::resolve_predefined_entity(entity.as_ref()) {
        text.push_str(known);
    }
    Ok(())
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refused> {
    let Some(found) = start.try_get_attribute(name)? else {
        return Ok(None);
    };
    let value = found.normalized_value(XmlVersion::Implicit1_0)?;
    Ok(Some(value.into_owned()))
}

/// How often something is meant, at least once.
fn repeats(start: &BytesStart<'_>, name: &str) -> Result<u32, Refused> {
    let written = attribute(start, name)?;
    Ok(written.map_or(1, |written| {
        written.trim().parse().unwrap_or(u32::MAX).max(1)
    }))
}

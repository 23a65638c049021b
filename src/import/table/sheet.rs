//! Tables as spreadsheets.
//!
//! Cells are taken one by one where the format's reader gives them so; where it builds the whole
//! sheet at once, the file is looked through first.

use std::{collections::BTreeSet, io::Cursor};

use calamine::{
    CellErrorType, Data, Dimensions, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb, Xlsx,
    XlsxFormulaMetadata, open_workbook_from_rs,
};

use super::{
    cells::{Cell, Refused, Table, TableFault},
    grid::{Area, Grid, Merged},
    ods, parts,
    put::{put, wrong},
    xls,
};
use crate::import::scores_csv::unguarded;

pub(super) fn read(bytes: &[u8], sheet: usize) -> Result<Table, Refused> {
    if bytes.starts_with(xls::SIGNATURE) {
        xls::check(bytes)?;
        return read_xls(bytes, sheet);
    }
    match parts::check(bytes)? {
        parts::Kind::OpenDocument => ods::read(bytes, sheet),
        parts::Kind::Binary => read_xlsb(bytes, sheet),
        parts::Kind::Xml => read_xlsx(bytes, sheet),
    }
}

fn read_xlsx(bytes: &[u8], sheet: usize) -> Result<Table, Refused> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let (mut table, name) = table_of(workbook.sheets_metadata(), sheet)?;
    // A sheet whose merged ranges cannot be read has none.
    let merged = workbook.merge_cells_by_sheet_name(&name);
    let merged = Merged::new(merged.unwrap_or_default().iter().map(area));
    let mut grid = Grid::default();
    let mut cells = workbook.worksheet_cells_reader(&name)?;
    while let Some(found) = cells.next_cell_with_formula_metadata()? {
        let formula = found.formula.is_some_and(|formula| match formula {
            XlsxFormulaMetadata::Normal { formula } => !formula.is_empty(),
            _ => true,
        });
        let cell = cell(&found.value.into(), formula);
        put(&mut grid, &mut table, found.pos, cell, formula)?;
    }
    grid.fill(&mut table, merged)?;
    Ok(table)
}

fn read_xlsb(bytes: &[u8], sheet: usize) -> Result<Table, Refused> {
    let mut workbook: Xlsb<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let (mut table, name) = table_of(workbook.sheets_metadata(), sheet)?;
    let mut formulas = BTreeSet::new();
    let mut cells = workbook.worksheet_cells_reader(&name)?;
    // Formulas that cannot be read leave their values, which count as they are.
    while let Ok(Some(found)) = cells.next_formula() {
        if !found.get_value().is_empty() {
            formulas.insert(found.get_position());
        }
    }
    drop(cells);
    let mut grid = Grid::default();
    let mut cells = workbook.worksheet_cells_reader(&name)?;
    while let Some(found) = cells.next_cell()? {
        let place = found.get_position();
        let formula = formulas.contains(&place);
        let cell = cell(&Data::from(found.get_value().clone()), formula);
        put(&mut grid, &mut table, place, cell, formula)?;
    }
    grid.fill(&mut table, Merged::default())?;
    Ok(table)
}

fn read_xls(bytes: &[u8], sheet: usize) -> Result<Table, Refused> {
    let mut workbook: Xls<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let (mut table, name) = table_of(workbook.sheets_metadata(), sheet)?;
    let values = workbook.worksheet_range(&name)?;
    let formulas = workbook.worksheet_formula(&name)?;
    let mut grid = Grid::default();
    let (top, left) = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let place = (top + row as u32, left + column as u32);
        let formula = formulas.get_value(place);
        let formula = formula.is_some_and(|formula| !formula.is_empty());
        put(&mut grid, &mut table, place, cell(value, formula), formula)?;
    }
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, _) in formulas.used_cells() {
        let place = (top + row as u32, left + column as u32);
        if matches!(values.get_value(place), None | Some(Data::Empty)) {
            put(&mut grid, &mut table, place, cell(&Data::Empty, true), true)?;
        }
    }
    grid.fill(&mut table, Merged::default())?;
    Ok(table)
}

/// An empty table with the names of the sheets that are shown, and the name of the one to read.
fn table_of(all: &[Sheet], sheet: usize) -> Result<(Table, String), Refused> {
    let sheets: Vec<String> = all
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let sheet = sheet.min(sheets.len().saturating_sub(1));
    let name = sheets.get(sheet).cloned();
    let name = name.ok_or(Refused::Damaged)?;
    let table = Table {
        sheets,
        sheet,
        ..Table::default()
    };
    Ok((table, name))
}

fn cell(value: &Data, formula: bool) -> Cell {
    let text = |text: String| Cell { text, fault: None };
    match value {
        Data::Empty if formula => wrong("", TableFault::FormulaEmpty),
        Data::Empty => Cell::default(),
        Data::String(found) => text(unguarded(found)),
        Data::Int(found) => text(found.to_string()),
        Data::Float(found) => text(found.to_string()),
        Data::Bool(found) => text(found.to_string()),
        Data::DateTime(found) => {
            let day = found.to_ymd_hms_milli();
            let day = format!("{:04}-{:02}-{:02}", day.0, day.1, day.2);
            wrong(&day, TableFault::Date(day.clone()))
        }
        Data::DateTimeIso(found) | Data::DurationIso(found) => {
            wrong(found, TableFault::Date(found.clone()))
        }
        Data::Error(error) => {
            let shown = error_text(error);
            wrong(shown, TableFault::FormulaError(shown.to_owned()))
        }
    }
}

const fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#DATA!",
    }
}

fn area(range: &Dimensions) -> Area {
    Area {
        rows: (range.start.0, range.end.0),
        columns: (range.start.1, range.end.1),
    }
}

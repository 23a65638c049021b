//! Tables as spreadsheets.

use std::{io::Cursor, path::Path};

use calamine::{
    CellErrorType, Data, Dimensions, Range, Reader, Sheets, open_workbook_auto_from_rs,
};

use super::{Cell, Table, TableError, TableFault, TableRow, column_name};
use crate::import::scores_csv::unguarded;

pub(super) fn read(path: &Path, bytes: Vec<u8>, sheet: usize) -> Result<Table, TableError> {
    let none = |reason: String| TableError::NoSheet {
        path: path.to_owned(),
        reason,
    };
    let mut workbook =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| none(error.to_string()))?;
    let sheets = workbook.sheet_names();
    let sheet = sheet.min(sheets.len().saturating_sub(1));
    let Some(name) = sheets.get(sheet).cloned() else {
        return Err(none(String::new()));
    };
    let values = workbook
        .worksheet_range(&name)
        .map_err(|error| none(error.to_string()))?;
    // Not every kind of spreadsheet tells its formulas; then their values count as they are.
    let formulas = workbook.worksheet_formula(&name).unwrap_or_default();
    let merged = merged(&mut workbook, &name);
    let mut table = Table {
        sheets,
        sheet,
        ..Table::default()
    };
    let first_row = values.start().unwrap_or_default().0;
    let last = formulas.end().into_iter().chain(values.end());
    let (rows, columns) = last.fold((0, 0), |(rows, columns), (row, column)| {
        (rows.max(row + 1), columns.max(column + 1))
    });
    let from = formulas
        .start()
        .map_or(first_row, |start| start.0.min(first_row));
    for row in from..rows {
        let cells = (0..columns)
            .map(|column| {
                let value = values.get_value((row, column));
                let formula = has_formula(&formulas, row, column);
                let mut cell = cell(value, formula);
                if formula && cell.fault.is_none() {
                    table.formulas += 1;
                }
                if let Some(range) = merged.iter().find(|range| range.contains(row, column)) {
                    cell.fault = Some(TableFault::Merged(address(range)));
                }
                cell
            })
            .collect();
        let number = row as usize + 1;
        table.rows.push(TableRow { number, cells });
    }
    Ok(table)
}

fn has_formula(formulas: &Range<String>, row: u32, column: u32) -> bool {
    formulas
        .get_value((row, column))
        .is_some_and(|formula| !formula.is_empty())
}

fn cell(value: Option<&Data>, formula: bool) -> Cell {
    let text = |text: String| Cell { text, fault: None };
    let wrong = |text: &str, fault| Cell {
        text: text.to_owned(),
        fault: Some(fault),
    };
    match value {
        None | Some(Data::Empty) if formula => wrong("", TableFault::FormulaEmpty),
        None | Some(Data::Empty) => Cell::default(),
        Some(Data::String(found)) => text(unguarded(found)),
        Some(Data::Int(found)) => text(found.to_string()),
        Some(Data::Float(found)) => text(found.to_string()),
        Some(Data::Bool(found)) => text(found.to_string()),
        Some(Data::DateTime(found)) => {
            let day = found.to_ymd_hms_milli();
            let day = format!("{:04}-{:02}-{:02}", day.0, day.1, day.2);
            wrong(&day, TableFault::Date(day.clone()))
        }
        Some(Data::DateTimeIso(found) | Data::DurationIso(found)) => {
            wrong(found, TableFault::Date(found.clone()))
        }
        Some(Data::Error(error)) => {
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

/// The merged ranges of a sheet, where its kind tells them.
fn merged(workbook: &mut Sheets<Cursor<Vec<u8>>>, name: &str) -> Vec<Dimensions> {
    match workbook {
        Sheets::Xlsx(workbook) => workbook.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn address(range: &Dimensions) -> String {
    let one = |(row, column): (u32, u32)| format!("{}{}", column_name(column as usize), row + 1);
    format!("{}:{}", one(range.start), one(range.end))
}

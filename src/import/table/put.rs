//! Putting what a reader finds into a grid.

use super::{
    cells::{Cell, Refused, Table, TableFault},
    grid::Grid,
};

/// Adds a cell, and counts it where a formula gave it a value.
pub(super) fn put(
    grid: &mut Grid,
    table: &mut Table,
    (row, column): (u32, u32),
    cell: Cell,
    formula: bool,
) -> Result<(), Refused> {
    if formula && cell.fault.is_none() {
        table.formulas += 1;
    }
    grid.put(row, column, cell)
}

/// A cell that shows a text and cannot be taken.
pub(super) fn wrong(text: &str, fault: TableFault) -> Cell {
    Cell {
        text: text.to_owned(),
        fault: Some(fault),
    }
}

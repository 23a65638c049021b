//! The cells of a sheet as they come, in any order, held to what a table of scores may be.

use std::collections::BTreeMap;

use super::cells::{Cell, Refused, Table, TableFault, TableRow, column_name};

/// How many columns of a table are looked at; a cell that stands further out is left out and said.
pub(super) const MOST_COLUMNS: u32 = 1_024;
/// The most cells of a table, those that are empty between others included.
pub(super) const MOST_CELLS: usize = 2_000_000;
/// The most rows of a table: what is said of each takes more memory than its cells.
pub(super) const MOST_ROWS: usize = 200_000;
/// The most bytes of text in the cells of a table.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Cells that hold something, by row and column from 0.
#[derive(Default)]
pub(super) struct Grid {
    cells: Vec<(u32, u32, Cell)>,
    text: usize,
    /// The first cell of each row that stands beyond the columns looked at.
    beyond: BTreeMap<u32, u32>,
}

impl Grid {
    /// Adds a cell; of two at one place the later one counts. An empty one is none.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Refused> {
        if cell.text.is_empty() && cell.fault.is_none() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            self.beyond.entry(row).or_insert(column);
        } else {
            self.text += cell.text.len();
            self.cells.push((row, column, cell));
        }
        let rows = self.beyond.len();
        if rows > MOST_ROWS || self.cells.len() > MOST_CELLS || self.text > MOST_TEXT {
            return Err(Refused::TooMuch);
        }
        Ok(())
    }

    /// Puts the rows into a table, with the cells of merged ranges marked.
    pub(super) fn fill(mut self, table: &mut Table, merged: Merged) -> Result<(), Refused> {
        let place = |(row, column, _): &(u32, u32, Cell)| (*row, *column);
        // Most sheets are in order, and sorting takes memory of its own. It is stable, so that of two
        // cells at one place the later one stays behind the other.
        if !self.cells.is_sorted_by_key(place) {
            self.cells.sort_by_key(place);
        }
        let mut merged = merged.sorted();
        let width = self.cells.iter().map(|(_, column, _)| column + 1).max();
        let width = width.unwrap_or_default() as usize;
        let mut held = 0;
        let mut cells = self.cells.into_iter().peekable();
        while let Some(row) = cells.peek().map(|(row, ..)| *row) {
            let mut found: Vec<Cell> = Vec::new();
            while let Some((_, column, cell)) = cells.next_if(|(other, ..)| *other == row) {
                let place = column as usize;
                if found.len() <= place {
                    found.resize(place + 1, Cell::default());
                }
                found[place] = cell;
            }
            merged.mark(row, &mut found, width);
            // Growing leaves room that no cell takes.
            found.shrink_to_fit();
            held += found.len();
            if held > MOST_CELLS {
                return Err(Refused::TooMuch);
            }
            if let Some(column) = self.beyond.remove(&row) {
                let first = (row as usize + 1, column_name(column as usize));
                table.beyond.get_or_insert(first);
            }
            table.rows.push(TableRow {
                number: row as usize + 1,
                cells: found,
            });
            if table.rows.len() > MOST_ROWS {
                return Err(Refused::TooMuch);
            }
        }
        // What is left stands in rows that hold nothing else.
        for (row, column) in self.beyond {
            let fault = TableFault::Beyond(column_name(column as usize));
            table.rows.push(TableRow {
                number: row as usize + 1,
                cells: vec![Cell {
                    text: String::new(),
                    fault: Some(fault),
                }],
            });
        }
        table.rows.sort_by_key(|row| row.number);
        Ok(())
    }
}

/// A range of cells: rows and columns from 0, both ends in it.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

/// The merged ranges of a sheet. Rows are asked from top to bottom, so that only the ranges that
/// reach into a row are looked at; of ranges that overlap, which no program writes, the first counts.
#[derive(Default)]
pub(super) struct Merged {
    /// By their first row, the last one first.
    to_come: Vec<Area>,
    /// Those of the present row, by their first column.
    active: BTreeMap<u32, Area>,
}

impl Merged {
    pub(super) fn new(areas: impl Iterator<Item = Area>) -> Self {
        let near = areas.filter(|area| area.columns.0 < MOST_COLUMNS);
        Self {
            to_come: near.collect(),
            active: BTreeMap::new(),
        }
    }

    fn sorted(mut self) -> Self {
        self.to_come.sort_by_key(|area| area.rows);
        self.to_come.reverse();
        self
    }

    /// Marks the cells of a row that belong to a merged range, up to the table's width.
    fn mark(&mut self, row: u32, cells: &mut Vec<Cell>, width: usize) {
        self.active.retain(|_, area| area.rows.1 >= row);
        while let Some(area) = self.to_come.pop_if(|area| area.rows.0 <= row) {
            let before = self.active.range(..=area.columns.1).next_back();
            let apart = before.is_none_or(|(_, other)| other.columns.1 < area.columns.0);
            if area.rows.1 >= row && apart {
                self.active.insert(area.columns.0, area);
            }
        }
        for area in self.active.values() {
            let from = area.columns.0 as usize;
            let to = width.min(area.columns.1 as usize + 1);
            if cells.len() < to {
                cells.resize(to, Cell::default());
            }
            for cell in cells.get_mut(from..to).unwrap_or_default() {
                cell.fault = Some(TableFault::Merged(area.name()));
            }
        }
    }
}

impl Area {
    /// As a spreadsheet writes it, `B2:C4`.
    fn name(&self) -> String {
        let one = |row: u32, column: u32| format!("{}{}", column_name(column as usize), row + 1);
        let from = one(self.rows.0, self.columns.0);
        format!("{from}:{}", one(self.rows.1, self.columns.1))
    }
}

//! Tables: heads that are repeated, rows that stay whole.

use std::sync::Arc;

use super::{
    build::{Builder, Stack, one_slab, shared},
    flow::{self, Entry, Node, Slab},
    sizes::Look,
};
use crate::{
    chart::{Ink, Point, Shape, Stroke},
    report::{
        pages::{Content, Item, PartKind},
        tree::{Cell, Role, Span, Table},
    },
};

/// How the columns of a table stand.
struct Grid {
    /// Left end and width of each.
    columns: Vec<(f32, f32)>,
    width: f32,
    /// White above and below a text.
    pad: f32,
}

impl Builder<'_> {
    pub fn table(&mut self, table: &Table, width: f32, parent: Option<usize>) -> Stack {
        if table.columns.is_empty() {
            return Stack::new();
        }
        let summary = table.caption.clone();
        let part = self.part(PartKind::Table { summary }, parent);
        let note = self.sizes.role(Role::Note);
        let caption = [Span::plain(table.caption.as_str())];
        let label = self.sizes.role(Role::Label);
        let mut stack = self.text(&caption, label, width, PartKind::Caption, Some(part));
        for entry in &mut stack {
            entry.keep = true;
        }
        let shares: Vec<f32> = table.columns.iter().map(|column| column.share).collect();
        let gap = self.sizes.unit * if table.columns.len() > 5 { 1.0 } else { 1.5 };
        let mut left = 0.0;
        let columns = shared(&shares, width, gap).into_iter().map(|width| {
            let column = (left, width);
            left += width + gap;
            column
        });
        let grid = Grid {
            columns: columns.collect(),
            width,
            pad: self.sizes.unit * 0.5,
        };
        let head = self.head(table, &grid, note, part);
        stack.push_back(Entry {
            keep: true,
            ..Entry::slab(self.sizes.unit * 0.5, head.clone())
        });
        let mut repeated = head;
        for item in &mut repeated.items {
            item.part = None;
        }
        let repeated = Arc::new(repeated);
        let body = self.part(PartKind::TableBody, Some(part));
        let count = table.rows.len();
        for (index, cells) in table.rows.iter().enumerate() {
            let mut entries = self.row(table, cells, &grid, body);
            // A head that fills pages is not repeated on them.
            if repeated.height < self.room / 3.0 {
                for entry in &mut entries {
                    entry.head = Some(Arc::clone(&repeated));
                }
            }
            // The last row is never alone on a page.
            if let Some(last) = entries.back_mut() {
                last.keep = index + 2 == count;
            }
            stack.append(&mut entries);
        }
        if table.rows.is_empty()
            && let Some(last) = stack.back_mut()
        {
            last.keep = false;
        }
        if let Some(first) = stack.front_mut() {
            first.before = self.sizes.unit * 1.5;
        }
        stack
    }

    fn head(&mut self, table: &Table, grid: &Grid, note: Look, part: usize) -> Slab {
        let head = self.part(PartKind::TableHead, Some(part));
        let row = self.part(PartKind::TableRow, Some(head));
        let look = Look {
            strong: true,
            ..note
        };
        let mut cells = Vec::new();
        for (column, (_, width)) in table.columns.iter().zip(&grid.columns) {
            let spans = [Span::plain(column.head.as_str())];
            let kind = PartKind::ColumnHead;
            let cell = self.cell(&spans, look, *width, column.numbers, kind, row);
            cells.push(one_slab(cell));
        }
        let highest = cells.iter().map(|cell| cell.height).fold(0.0, f32::max);
        let mut slab = Slab {
            height: highest + grid.pad * 1.5,
            ..Slab::default()
        };
        for (mut cell, (left, _)) in cells.into_iter().zip(&grid.columns) {
            // Heads stand on their rule.
            cell.shift(*left, grid.pad * 0.5 + highest - cell.height);
            slab.items.append(&mut cell.items);
        }
        slab.items
            .push(rule(grid.width, slab.height, Ink::LineStrong, 1.0));
        slab
    }

    fn row(&mut self, table: &Table, cells: &[Cell], grid: &Grid, body: usize) -> Stack {
        let row = self.part(PartKind::TableRow, Some(body));
        let look = self.sizes.cell(table.columns.len());
        let mut stacks = Vec::new();
        let mut blank = false;
        for (index, (column, (left, width))) in table.columns.iter().zip(&grid.columns).enumerate()
        {
            let heads = table.row_heads && index == 0;
            let kind = if heads {
                PartKind::RowHead
            } else {
                PartKind::TableCell
            };
            let spans = cells.get(index).map_or(&[][..], |cell| &cell.spans);
            blank |= spans.iter().all(|span| span.text.trim().is_empty());
            let stack = self.cell(spans, look, *width, column.numbers, kind, row);
            stacks.push((*left, stack));
        }
        let heights = stacks.iter().map(|(_, cell)| flow::height(cell));
        let highest = heights.fold(0.0, f32::max);
        // Where something is to be written by hand, there is room for it.
        let least = if blank { self.sizes.unit * 2.0 } else { 0.0 };
        let height = highest.max(least) + 2.0 * grid.pad;
        if height > self.room / 2.0 {
            return tall_row(stacks, grid);
        }
        let mut slab = Slab {
            height,
            ..Slab::default()
        };
        for (left, cell) in stacks {
            let mut cell = one_slab(cell);
            cell.shift(left, grid.pad);
            slab.items.append(&mut cell.items);
        }
        slab.items.push(rule(grid.width, height, Ink::Line, 0.75));
        [Entry::slab(0.0, slab)].into()
    }

    /// The text of a cell, a line an entry; numbers stand at its right end.
    fn cell(
        &mut self,
        spans: &[Span],
        look: Look,
        width: f32,
        numbers: bool,
        kind: PartKind,
        row: usize,
    ) -> Stack {
        let before = self.parts.len();
        let mut stack = self.text(spans, look, width, kind.clone(), Some(row));
        if self.parts.len() == before {
            // An empty cell is a cell, too.
            self.part(kind, Some(row));
        }
        for entry in &mut stack {
            let Node::Slab(slab) = &mut entry.node else {
                continue;
            };
            let end = slab.items.iter().filter_map(end_of).fold(0.0, f32::max);
            if numbers {
                slab.shift(width - end, 0.0);
            }
        }
        stack
    }
}

/// A row that may be higher than a page: its cells break line by line.
fn tall_row(cells: Vec<(f32, Stack)>, grid: &Grid) -> Stack {
    let space = |keep| {
        let slab = Slab {
            height: grid.pad,
            ..Slab::default()
        };
        let entry = Entry::slab(0.0, slab);
        Entry { keep, ..entry }
    };
    let mut under = space(false);
    if let Node::Slab(slab) = &mut under.node {
        slab.items.push(rule(grid.width, grid.pad, Ink::Line, 0.75));
    }
    let mut beside = Entry::beside(0.0, cells);
    beside.keep = true;
    [space(true), beside, under].into()
}

/// Where the visible end of a text is.
fn end_of(item: &Item) -> Option<f32> {
    let Content::Text(text) = &item.content else {
        return None;
    };
    let blanks = text.text.len() - text.text.trim_end().len();
    let visible = text.text.len() - blanks;
    let behind = text
        .glyphs
        .iter()
        .filter(|glyph| glyph.range.start >= visible);
    let behind: f32 = behind.map(|glyph| glyph.advance).sum();
    Some(text.at.x + text.width - behind)
}

/// A rule across.
pub fn rule(width: f32, y: f32, ink: Ink, weight: f32) -> Item {
    let y = y - weight / 2.0;
    let points = vec![Point::new(0.0, y), Point::new(width, y)];
    let stroke = Stroke::solid(ink, weight);
    Item {
        part: None,
        content: Content::Shape(Shape::Line { points, stroke }),
    }
}

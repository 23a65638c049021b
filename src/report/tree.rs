//! A report before it has pages: what it says, in order, in words of one language.
//!
//! Nothing here knows of pages, colours or files. The layout turns it into pages of positioned text; HTML, Markdown
//! and spreadsheets are written from it directly.

use std::{fmt, sync::Arc};

use crate::{
    chart::{Chart, Ink, TextMeasure},
    language::Language,
};

/// A whole report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its title, also in the metadata and on the title bar of a reader.
    pub title: String,
    /// Who made it, as given in the settings; may be empty.
    pub author: String,
    /// What it is about, in one line; may be empty.
    pub subject: String,
    /// The language it is written in.
    pub language: Language,
    /// The day it is of, `YYYY-MM-DD`.
    pub date: String,
    /// What stands at the foot of every page, beside "page n of N".
    pub foot: Vec<Span>,
    /// The facilitator's mark at the head of the first page.
    pub logo: Option<Logo>,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// A picture of the facilitator's, already decoded and sound.
#[derive(Clone, Debug)]
pub struct Logo {
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
    /// Rows from the top, four bytes a pixel: red, green, blue, alpha (not premultiplied).
    pub rgba: Arc<[u8]>,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// One part of a report.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading; levels begin at 1 and leave none out.
    Heading {
        /// 1..=4.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list; each item has parts of its own.
    List {
        /// Numbers, bullets or boxes to tick.
        marker: Marker,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table with heads.
    Table(Table),
    /// A chart.
    Figure(Figure),
    /// The one number of a page with its words.
    KeyFigure(KeyFigure),
    /// Parts side by side, each with its share of the width; below one another where there is no width.
    Columns(Vec<(f32, Vec<Block>)>),
    /// Parts that stay on one page where they fit on one.
    Together(Vec<Block>),
    /// A part set apart by a quiet ground.
    Aside(Vec<Block>),
    /// The headings of level 1 and 2 with their pages.
    Contents,
    /// What follows begins a new page (a new slide).
    NewPage,
    /// Empty height in points of paper.
    Space(f32),
}

/// A paragraph of one size.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its size and weight.
    pub role: Role,
    /// Its text.
    pub spans: Vec<Span>,
}

/// What a text is on paper. Sizes are those of A4; slides have theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text, 10 points.
    Body,
    /// A sentence that leads, 13 points.
    Lead,
    /// A small heading inside a part, 10 points bold; no heading of the outline.
    Label,
    /// Notes, sources, heads of tables, 8 points, subdued.
    Note,
}

/// Text of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The text; no line breaks.
    pub text: String,
    /// Whether it is bold.
    pub strong: bool,
    /// Its colour; that of the role where none is given.
    pub ink: Option<Ink>,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A dot.
    Bullet,
    /// 1, 2, 3.
    Number,
    /// An empty box, to be ticked with a pen.
    Box,
}

/// A table. Its heads are repeated on every page.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it shows, in one line; read aloud, and printed above it.
    pub caption: String,
    /// Its columns, at least one.
    pub columns: Vec<Column>,
    /// Its rows: as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the first cell of a row is the row's head.
    pub row_heads: bool,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its share of the width, > 0.
    pub share: f32,
    /// Whether it holds numbers, which stand at its right end.
    pub numbers: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its text; empty where it is to be filled with a pen.
    pub spans: Vec<Span>,
    /// The number printed, at full precision, for outputs that compute with it.
    pub number: Option<f64>,
}

/// A number that leads a page.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    /// As printed: "70", or a word where there is none yet.
    pub number: String,
    /// Its band in words.
    pub word: String,
    /// One sentence, or more, beside it.
    pub sentences: Vec<String>,
    /// The scale under it.
    pub figure: Option<Figure>,
}

/// Draws a chart into a width in points, with the measure of its texts; gives its height, too.
pub type Draw = Arc<dyn Fn(f32, &dyn TextMeasure) -> (Chart, f32) + Send + Sync>;

/// A chart of a report.
#[derive(Clone)]
pub struct Figure {
    /// What it shows, in one line: its name to a screen reader, and printed under it.
    pub caption: String,
    /// Draws it.
    pub draw: Draw,
}

impl fmt::Debug for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("Figure")
            .field(&self.caption)
            .finish()
    }
}

impl Span {
    /// Text in the look of its paragraph.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            strong: false,
            ink: None,
        }
    }

    /// Bold text.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self {
            strong: true,
            ..Self::plain(text)
        }
    }

    /// The same in a colour.
    #[must_use]
    pub fn inked(self, ink: Ink) -> Self {
        Self {
            ink: Some(ink),
            ..self
        }
    }
}

impl Block {
    /// A heading of the outline.
    #[must_use]
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        let text = text.into();
        Self::Heading { level, text }
    }

    /// A paragraph of plain text.
    #[must_use]
    pub fn text(role: Role, text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph {
            role,
            spans: vec![Span::plain(text)],
        })
    }
}

impl Cell {
    /// A cell of words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            spans: vec![Span::plain(text)],
            number: None,
        }
    }

    /// A cell of a number: as printed, and at full precision.
    #[must_use]
    pub fn number(printed: impl Into<String>, number: Option<f64>) -> Self {
        Self {
            number,
            ..Self::text(printed)
        }
    }
}

//! A report as pages: plain data for every painter (window, PDF, SVG, PNG, slides).
//!
//! Lengths are points of paper (1/72 inch), places are from the top left corner of the page, to the right and down. What
//! comes later lies over what came before. Inks become colours by [`crate::theme::Tokens::ink`]; the paper is white.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    chart::{Corners, Ink, Point, Shape},
    language::Language,
    theme::bundled_faces,
};

use super::tree::Logo;

/// The size of the pages, and with it the size of what stands on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
    /// A slide of 16:9, 960 by 540 points, with larger type.
    Wide,
}

/// A report laid out.
#[derive(Clone, Debug)]
pub struct Pages {
    /// What the file says of itself.
    pub about: About,
    /// What the pages are made for.
    pub paper: Paper,
    /// Width and height of every page.
    pub size: (f32, f32),
    /// The pages, at least one.
    pub pages: Vec<Page>,
    /// What the items are, a tree in reading order: a part stands behind its parent.
    pub parts: Vec<Part>,
    /// The headings in order, for bookmarks.
    pub outline: Vec<Bookmark>,
    /// Characters that no bundled face has; `〓` is printed for each.
    pub unprintable: BTreeSet<char>,
}

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The title.
    pub title: String,
    /// Who made it; may be empty.
    pub author: String,
    /// What it is about; may be empty.
    pub subject: String,
    /// The language of its texts.
    pub language: Language,
    /// Its day, `YYYY-MM-DD`.
    pub date: String,
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What stands on it, bottom first; its texts in reading order.
    pub items: Vec<Item>,
    /// Its foot: what is no part of what the report says.
    pub foot: Vec<Item>,
}

/// One thing on a page.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which of [`Pages::parts`] it belongs to; none for rules, grounds and repeated heads of tables.
    pub part: Option<usize>,
    /// What is painted.
    pub content: Content,
}

/// What is painted.
#[derive(Clone, Debug)]
pub enum Content {
    /// A text of one look on one line.
    Text(Text),
    /// A shape in places of the page; never [`Shape::Text`], which is a [`Content::Text`] here.
    Shape(Shape),
    /// A picture.
    Picture {
        /// The picture.
        logo: Logo,
        /// Where it is painted, in its own proportions.
        corners: Corners,
    },
    /// A place that leads elsewhere when clicked; nothing is painted.
    Link {
        /// The place.
        corners: Corners,
        /// Where it leads.
        to: LinkTarget,
    },
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    /// To a heading: its place in [`Pages::outline`].
    Heading(usize),
    /// To an address of the web.
    Address(String),
}

/// A text of one face, size and ink on one line.
#[derive(Clone, Debug)]
pub struct Text {
    /// The left end of its baseline.
    pub at: Point,
    /// How wide it is.
    pub width: f32,
    /// The text, with the blank at the end of a line where there is one.
    pub text: String,
    /// Its face.
    pub face: Face,
    /// The size of its type.
    pub size: f32,
    /// Its colour.
    pub ink: Ink,
    /// Its glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// One glyph of a face.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u32,
    /// Where it is painted, off its place, in points to the right and down.
    pub offset: Point,
    /// How far on the next one stands, in points.
    pub advance: f32,
    /// The bytes of the text that it shows; all glyphs together show the whole text.
    pub range: Range<usize>,
}

/// A bundled face of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Face {
    Latin,
    LatinBold,
    Chinese,
    ChineseBold,
}

/// What some items are together, for screen readers, bookmarks and slides.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// The part it is inside of; none at the top.
    pub parent: Option<usize>,
}

/// What a part is. Items belong to those that hold text or a picture, never to those that hold parts.
#[derive(Clone, Debug, PartialEq)]
pub enum PartKind {
    /// A heading of a level, 1..=4, with its words.
    Heading(u8, String),
    /// A paragraph.
    Paragraph,
    /// The line under a figure or above a table.
    Caption,
    /// A list: of items.
    List {
        /// Whether its items are counted.
        numbered: bool,
    },
    /// An item of a list: of label and body.
    ListItem,
    /// The dot, number or box of an item.
    ListLabel,
    /// What an item says: of parts.
    ListBody,
    /// A table: of caption, head and body.
    Table {
        /// What it shows.
        summary: String,
    },
    /// The rows of heads.
    TableHead,
    /// All other rows.
    TableBody,
    /// A row: of cells.
    TableRow,
    /// A head of a column.
    ColumnHead,
    /// A head of a row.
    RowHead,
    /// A cell.
    TableCell,
    /// A chart or picture.
    Figure {
        /// Its words for those who do not see it.
        alt: String,
        /// The page it is on, from 0.
        page: usize,
        /// Where.
        corners: Corners,
    },
    /// A part set apart: of parts.
    Aside,
    /// The contents: of entries.
    Contents,
    /// An entry of the contents: of a link.
    ContentsEntry,
    /// Text that leads elsewhere; stands inside of a paragraph or an entry.
    Link,
}

/// A heading in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// 1..=4, none left out.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// The page it is on, from 0.
    pub page: usize,
    /// Its top on that page.
    pub top: f32,
}

impl Paper {
    /// All sizes.
    pub const ALL: [Self; 3] = [Self::A4, Self::Letter, Self::Wide];
    /// Those that the reports of today are written for; slides have to be said in other words.
    pub const SHEETS: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in points.
    #[must_use]
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
            Self::Wide => (960.0, 540.0),
        }
    }
}

impl Page {
    /// All that is painted, bottom first.
    pub fn all(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().chain(&self.foot)
    }
}

impl Face {
    /// All faces, in the order of [`crate::theme::bundled_faces`].
    pub const ALL: [Self; 4] = [
        Self::Latin,
        Self::LatinBold,
        Self::Chinese,
        Self::ChineseBold,
    ];

    /// Whether it is bold.
    #[must_use]
    pub const fn bold(self) -> bool {
        matches!(self, Self::LatinBold | Self::ChineseBold)
    }

    /// Whether it is the one for Chinese.
    #[must_use]
    pub const fn chinese(self) -> bool {
        matches!(self, Self::Chinese | Self::ChineseBold)
    }

    /// The font's bytes.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        let [latin, latin_bold, chinese, chinese_bold, _] = bundled_faces();
        match self {
            Self::Latin => latin.1,
            Self::LatinBold => latin_bold.1,
            Self::Chinese => chinese.1,
            Self::ChineseBold => chinese_bold.1,
        }
    }
}

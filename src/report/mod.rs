//! What goes on paper: reports as a tree, laid out once, painted in many formats.

mod pages;
mod tree;

pub use pages::{
    About, Bookmark, Content, Face, Glyph, Item, LinkTarget, Page, Pages, Paper, Part, PartKind,
    Text,
};
pub use tree::{
    Block, Cell, Column, Draw, Figure, KeyFigure, Logo, Marker, Paragraph, Report, Role, Span,
    Table,
};

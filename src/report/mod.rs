//! What goes on paper: reports as a tree, laid out once, painted in many formats.

mod tree;

pub use tree::{
    Block, Cell, Column, Draw, Figure, KeyFigure, Logo, Marker, Paragraph, Report, Role, Span,
    Table,
};

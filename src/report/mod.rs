//! What goes on paper: reports as a tree, laid out once, painted in many formats.

mod choices;
mod contents;
mod html;
mod joined;
mod layout;
mod markdown;
mod order;
mod outline;
mod pages;
mod pdf;
mod picture;
mod svg;
mod text;
mod tree;

pub use choices::{Format, Languages};
pub use contents::{Chosen, Facilitator, ReportKind, Scope, Source, build};
pub use html::html;
pub use layout::Layouter;
pub use markdown::markdown;
pub use order::{Destination, Order, Written, mark_of_file};
pub use pages::{
    About, Bookmark, Content, Face, Glyph, Item, LinkTarget, Page, Pages, Paper, Part, PartKind,
    Text,
};
pub use pdf::{PdfError, pdf};
pub use picture::{PictureError, Pixels, logo, pixels, png};
pub use svg::{Letters, chart_svg, page_svg};
pub use text::plain_text;
pub use tree::{
    Block, Cell, Column, Draw, Figure, KeyFigure, Logo, Marker, Paragraph, Report, Role, Span,
    Table,
};

//! What charts are made of, for all that draw one.

mod drawing;
mod geometry;
mod look;
mod text;

pub use drawing::{Canvas, Chart, Shape, Target};
pub use geometry::{Corners, Point};
pub use look::{Dash, Fill, Ink, MarkKind, Stroke, side_ink, side_mark};
pub use text::{Place, TextMeasure, TextRole};

pub(super) use look::side_look;
pub(super) use text::{fitted, widest};

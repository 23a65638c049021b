//! Charts as geometry: shapes that the screen, and later every exporter, draws alike.
//!
//! Invariants: favourability grows outward or to the right and starts at 0 in the centre or at the
//! left end; factors stand in model order; area is never the measure; each chart carries its
//! numbers as text ([`Chart::description`]). Nothing here knows of windows, files or languages.

mod boxes;
mod courses;
mod dots;
mod dumbbells;
mod gauge;
mod lasso;
mod matrix;
mod pairs;
mod radar;
mod series;
mod shape;
mod strip;
mod timeline;
mod tornado;

pub use boxes::{BoxRow, boxes};
pub use courses::{Course, CoursePoint, CoursesSpec, Goal, Moment, courses};
pub use dots::{DotRow, dots};
pub use dumbbells::{DumbbellRow, RowMark, dumbbells};
pub use gauge::{GaugeSpec, gauge};
pub use lasso::{inside, place_labels};
pub use matrix::{MatrixSpec, matrix};
pub use pairs::{PairRow, pairs};
pub use radar::{
    Axis, AxisState, Handles, Outline, OverlayAxis, Spokes, Standing, Vertex, overlay, radar,
    two_radars,
};
pub use series::{SeriesLook, series_look, swatch};
pub use shape::{
    Anchor, Chart, Corners, Dash, Fill, Ink, MarkKind, Place, Point, Shape, Stroke, Target,
    TextMeasure, TextRole, side_ink, side_mark,
};
pub use strip::{StripSpec, strip};
pub use timeline::{Measured, TimelineSpec, timeline};
pub use tornado::{TornadoRow, tornado};

//! Charts as geometry: shapes that screen and paper draw alike.
//!
//! Invariants: favourability grows outward or to the right and starts at 0 in the centre or at the
//! left end; factors stand in model order; area is never the measure; each chart carries its
//! numbers as lines of text ([`Chart::description`]). Nothing here knows of windows, files or languages.

mod boxes;
mod dots;
mod dumbbell_plot;
mod gauge;
mod labels;
mod lasso;
mod matrix;
mod pairs;
mod plane;
mod prelude;
mod radar;
mod rows;
mod scale;
mod series;
mod strip;
#[cfg(test)]
mod testing;
mod time_plot;
mod timeline;
mod tornado;
mod trend_chart;

pub use boxes::{BoxRow, boxes};
pub use dots::{DotRow, dots};
pub use dumbbell_plot::{DumbbellRow, RowMark, dumbbell_plot};
pub use gauge::{GaugeSpec, gauge};
pub use labels::place_labels;
pub use lasso::inside;
pub use matrix::{MatrixSpec, matrix};
pub use pairs::{PairRow, pairs};
pub use plane::{PlaneMark, PlaneSpec, plane};
pub use prelude::{
    Canvas, Chart, Corners, Dash, Fill, Ink, MarkKind, Place, Point, Shape, Stroke, Target,
    TextMeasure, TextRole, side_ink, side_mark,
};
pub use radar::{Axis, Handles, Outline, OutlineStyle, Vertex, overlay, radar, two_radars};
pub use series::{SeriesLook, series_look, swatch};
pub use strip::{StripSpec, strip};
pub use timeline::{Measured, TimelineSpec, timeline};
pub use tornado::{TornadoRow, tornado};
pub use trend_chart::{Moment, TrendLine, TrendPoint, TrendSpec, trend_chart};

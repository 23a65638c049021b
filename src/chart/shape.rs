//! What charts are made of.

use crate::model::{Factor, Side};

/// A place in the chart, in logical points from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    /// A place.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle between two corners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corners {
    /// Top left.
    pub min: Point,
    /// Bottom right.
    pub max: Point,
}

impl Corners {
    /// The rectangle of a size around a centre.
    #[must_use]
    pub const fn around(centre: Point, width: f32, height: f32) -> Self {
        Self {
            min: Point::new(centre.x - width / 2.0, centre.y - height / 2.0),
            max: Point::new(centre.x + width / 2.0, centre.y + height / 2.0),
        }
    }

    /// Whether a place lies inside.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// Whether two rectangles share more than an edge (or a hundredth of a point).
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        const DUST: f32 = 0.01;
        self.min.x + DUST < other.max.x
            && other.min.x + DUST < self.max.x
            && self.min.y + DUST < other.max.y
            && other.min.y + DUST < self.max.y
    }
}

/// What a colour is for; a theme says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the theme's tokens")]
pub enum Ink {
    Supply,
    Demand,
    Resonance,
    Line,
    LineStrong,
    TextStrong,
    Text,
    TextSubdued,
    Surface,
    Good,
    Caution,
    Bad,
    Series(u8),
}

/// How a line is broken, so that lines differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Dash {
    Solid,
    Dashed,
    Dotted,
    LongDashed,
    DashDotted,
    DashTwiceDotted,
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub ink: Ink,
    /// Width in logical points.
    pub width: f32,
    /// How it is broken.
    pub dash: Dash,
    /// 0..=1.
    pub opacity: f32,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub const fn solid(ink: Ink, width: f32) -> Self {
        Self {
            ink,
            width,
            dash: Dash::Solid,
            opacity: 1.0,
        }
    }

    /// The same line, seen through.
    #[must_use]
    pub const fn faint(self, opacity: f32) -> Self {
        Self { opacity, ..self }
    }

    /// The same line, broken.
    #[must_use]
    pub const fn broken(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

/// The shape of a mark, so that marks differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MarkKind {
    Circle,
    Square,
    Diamond,
    Cross,
    Triangle,
    TriangleDown,
}

/// Whether a mark is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fill {
    Filled,
    Hollow,
}

/// A size and weight of the type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// 11 regular: ring numbers.
    Tick,
    /// 12 regular.
    Caption,
    /// 12 bold.
    CaptionStrong,
    /// 14 bold.
    Strong,
}

/// Which point of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Across.
    pub across: Place,
    /// Down.
    pub down: Place,
}

/// The start, middle or end of an extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The text's centre.
    pub const CENTRE: Self = Self {
        across: Place::Middle,
        down: Place::Middle,
    };
    /// The middle of its left edge.
    pub const LEFT: Self = Self {
        across: Place::Start,
        down: Place::Middle,
    };
    /// The middle of its right edge.
    pub const RIGHT: Self = Self {
        across: Place::End,
        down: Place::Middle,
    };
}

/// One thing to draw. Later shapes lie over earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// At least two points.
        points: Vec<Point>,
        /// Its look.
        stroke: Stroke,
    },
    /// A star-shaped area: triangles from the centre to each pair of neighbours on the rim, the
    /// last joined to the first.
    Fan {
        /// The centre.
        centre: Point,
        /// The rim, in order.
        rim: Vec<Point>,
        /// Colour.
        ink: Ink,
        /// 0..=1.
        opacity: f32,
    },
    /// A filled rectangle.
    Bar {
        /// Where.
        corners: Corners,
        /// Corner radius in logical points.
        radius: f32,
        /// Colour.
        ink: Ink,
        /// 0..=1.
        opacity: f32,
    },
    /// A mark of a shape.
    Mark {
        /// Its centre.
        centre: Point,
        /// Half its width.
        radius: f32,
        /// Its shape.
        kind: MarkKind,
        /// Filled or hollow.
        fill: Fill,
        /// Colour.
        ink: Ink,
    },
    /// A text on one line.
    Text {
        /// Where its anchor stands.
        at: Point,
        /// Which of its points that is.
        anchor: Anchor,
        /// The text.
        text: String,
        /// Size and weight.
        role: TextRole,
        /// Colour.
        ink: Ink,
    },
}

/// A place of a chart that stands for a factor (or two) and can be asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// Where.
    pub corners: Corners,
    /// The factor.
    pub factor: Factor,
    /// The factor it is crossed with, in a matrix.
    pub other: Option<Factor>,
}

/// A chart, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What to draw, bottom first.
    pub shapes: Vec<Shape>,
    /// What can be asked about.
    pub targets: Vec<Target>,
    /// The chart's numbers in words, for those who do not see it: a line each.
    pub description: Vec<String>,
}

/// How wide and high texts are in the medium the chart is for.
pub trait TextMeasure {
    /// Width of a text in logical points.
    fn width(&self, text: &str, role: TextRole) -> f32;
    /// Height of a line in logical points.
    fn height(&self, role: TextRole) -> f32;
}

/// The ink of a side.
#[must_use]
pub const fn side_ink(side: Side) -> Ink {
    match side {
        Side::Supply => Ink::Supply,
        Side::Demand => Ink::Demand,
    }
}

/// The mark of a side.
#[must_use]
pub const fn side_mark(side: Side) -> MarkKind {
    match side {
        Side::Supply => MarkKind::Circle,
        Side::Demand => MarkKind::Square,
    }
}

impl Shape {
    /// A text.
    pub fn text(
        at: Point,
        anchor: Anchor,
        text: impl Into<String>,
        role: TextRole,
        ink: Ink,
    ) -> Self {
        Self::Text {
            at,
            anchor,
            text: text.into(),
            role,
            ink,
        }
    }

    /// A straight line.
    #[must_use]
    pub fn line(from: Point, to: Point, stroke: Stroke) -> Self {
        Self::Line {
            points: vec![from, to],
            stroke,
        }
    }

    /// The box of a text; `None` for other shapes.
    pub fn text_box(&self, measure: &dyn TextMeasure) -> Option<Corners> {
        let Self::Text {
            at,
            anchor,
            text,
            role,
            ..
        } = self
        else {
            return None;
        };
        let (width, height) = (measure.width(text, *role), measure.height(*role));
        let before = |place, extent: f32| match place {
            Place::Start => 0.0,
            Place::Middle => extent / 2.0,
            Place::End => extent,
        };
        let min = Point::new(
            at.x - before(anchor.across, width),
            at.y - before(anchor.down, height),
        );
        Some(Corners {
            min,
            max: Point::new(min.x + width, min.y + height),
        })
    }
}

/// A text no wider than some room: as it is, or cut behind its last character that fits, with an
/// ellipsis.
#[must_use]
pub fn fitted(text: &str, role: TextRole, room: f32, measure: &dyn TextMeasure) -> String {
    if measure.width(text, role) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).collect();
    let cut = |end: usize| format!("{}…", text[..end].trim_end());
    let fits = ends.partition_point(|end| measure.width(&cut(*end), role) <= room);
    cut(ends[..fits].last().copied().unwrap_or_default())
}

/// Asserts that no text of a chart leaves it or lies over another.
#[cfg(test)]
pub(crate) fn assert_texts_fit(chart: &Chart, size: (f32, f32)) {
    let boxes: Vec<(Corners, &Shape)> = chart
        .shapes
        .iter()
        .filter_map(|shape| Some((shape.text_box(&RoughMeasure)?, shape)))
        .collect();
    for (index, (one, shape)) in boxes.iter().enumerate() {
        let inside = one.min.x >= -0.5
            && one.max.x <= size.0 + 0.5
            && one.min.y >= -0.5
            && one.max.y <= size.1 + 0.5;
        assert!(inside, "{size:?} {one:?} {shape:?}");
        for (two, other) in &boxes[index + 1..] {
            assert!(!one.overlaps(two), "{size:?}: {shape:?} {other:?}");
        }
    }
}

/// A measure for tests: every character as wide as an average one.
#[cfg(test)]
pub(crate) struct RoughMeasure;

#[cfg(test)]
impl TextMeasure for RoughMeasure {
    fn width(&self, text: &str, role: TextRole) -> f32 {
        let per_character = |character: char| if character.is_ascii() { 0.56 } else { 1.0 };
        text.chars().map(per_character).sum::<f32>() * (self.height(role) / 1.3)
    }
    fn height(&self, role: TextRole) -> f32 {
        match role {
            TextRole::Tick => 14.0,
            TextRole::Caption | TextRole::CaptionStrong => 16.0,
            TextRole::Strong => 19.0,
        }
    }
}

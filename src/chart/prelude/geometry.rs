//! Places and rectangles.

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

impl From<(f32, f32)> for Point {
    fn from((x, y): (f32, f32)) -> Self {
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
    /// The rectangle between two values across and two down, the lesser first.
    #[must_use]
    pub const fn between(x: [f32; 2], y: [f32; 2]) -> Self {
        Self {
            min: Point::new(x[0], y[0]),
            max: Point::new(x[1], y[1]),
        }
    }

    /// The rectangle of a size around a centre.
    #[must_use]
    pub const fn around(centre: Point, width: f32, height: f32) -> Self {
        let (x, y) = (width / 2.0, height / 2.0);
        let Point { x: at, y: down } = centre;
        Self::between([at - x, at + x], [down - y, down + y])
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

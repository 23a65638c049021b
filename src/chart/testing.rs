//! What the tests of charts share.

use super::prelude::*;

/// A measure for tests: every character as wide as an average one.
pub(super) struct RoughMeasure;

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

/// A canvas for tests.
pub(super) fn rough() -> Canvas<'static> {
    Canvas::new(Vec::new(), &RoughMeasure)
}

/// The centres of all marks.
pub(super) fn marks_of(chart: &Chart) -> Vec<Point> {
    let centre = |shape: &Shape| match shape {
        Shape::Mark { centre, .. } => Some(*centre),
        _ => None,
    };
    chart.shapes.iter().filter_map(centre).collect()
}

/// The points of all lines of an ink.
pub(super) fn lines_of(chart: &Chart, ink: Ink) -> Vec<Vec<Point>> {
    let of_ink = |shape: &Shape| match shape {
        Shape::Line { points, stroke } if stroke.ink == ink => Some(points.clone()),
        _ => None,
    };
    chart.shapes.iter().filter_map(of_ink).collect()
}

/// The box of a text; `None` for other shapes.
fn text_box(shape: &Shape) -> Option<Corners> {
    let Shape::Text {
        at,
        anchor,
        text,
        role,
        ..
    } = shape
    else {
        return None;
    };
    let (width, height) = (RoughMeasure.width(text, *role), RoughMeasure.height(*role));
    let (x, y) = (
        at.x - anchor.before(width),
        at.y - Place::Middle.before(height),
    );
    Some(Corners::between([x, x + width], [y, y + height]))
}

/// Asserts that texts fit into charts of some widths.
pub(super) fn assert_widths_fit(widths: &[f32], draw: impl Fn(f32) -> (Chart, f32)) {
    for width in widths {
        let (chart, height) = draw(*width);
        assert_texts_fit(&chart, (*width, height));
    }
}

/// Asserts that no text of a chart leaves it or lies over another.
pub(super) fn assert_texts_fit(chart: &Chart, size: (f32, f32)) {
    let boxes: Vec<(Corners, &Shape)> = chart
        .shapes
        .iter()
        .filter_map(|shape| Some((text_box(shape)?, shape)))
        .collect();
    let room = Corners::between([-0.5, size.0 + 0.5], [-0.5, size.1 + 0.5]);
    for (index, (one, shape)) in boxes.iter().enumerate() {
        let inside = room.contains(one.min) && room.contains(one.max);
        assert!(inside, "{size:?} {one:?} {shape:?}");
        for (two, other) in &boxes[index + 1..] {
            assert!(!one.overlaps(two), "{size:?}: {shape:?} {other:?}");
        }
    }
}

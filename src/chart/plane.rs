//! The plane of supply and demand: a mark for each enterprise, lines of equal resonance behind them.

use super::{labels::place_labels, prelude::*, scale::Scale};

/// As many marks are tried for a name.
const MOST_NAMES: usize = 40;
/// From so many marks on each is small.
const CROWD: usize = 150;
/// Lines of equal R, in points.
const CONTOURS: [u8; 4] = [20, 40, 60, 80];
/// Into so many pieces a line of equal R is parted.
const PIECES: u8 = 48;

/// An enterprise on the plane; both values are 0..=1.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaneMark {
    /// D, to the right.
    pub demand: f64,
    /// S, upward.
    pub supply: f64,
    /// How it is marked.
    pub look: (MarkKind, Ink),
    /// Its name.
    pub name: String,
}

/// What the plane shows besides its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaneSpec {
    /// The marks; the first ones are named first.
    pub marks: Vec<PlaneMark>,
    /// What lies upward and what lies to the right.
    pub axes: [String; 2],
    /// What lies above the band in which both are in step, and below.
    pub zones: [String; 2],
    /// How wide that band is on either side, 0..=1.
    pub in_step: f64,
    /// The names of the lines at 20, 40, 60 and 80.
    pub contours: [String; 4],
}

/// Draws the plane into a width in logical points; gives its height, too.
#[must_use]
pub fn plane(spec: &PlaneSpec, width: f32, canvas: Canvas<'_>) -> (Chart, f32) {
    let Canvas { mut chart, measure } = canvas;
    let line = measure.height(TextRole::Tick);
    let left = measure.width("0.0", TextRole::Tick) + 10.0;
    let top = line + 10.0;
    let side = (width - left - 12.0).clamp(60.0, 560.0);
    let bottom = top + side;
    let across = Scale::shares(left, side);
    let up = Scale::shares(bottom, -side);
    let at = |demand: f64, supply: f64| Point::new(across.at(demand), up.at(supply));
    for fifth in super::scale::FIFTHS {
        let stroke = Stroke::solid(Ink::Line, 1.0);
        chart.line(at(fifth, 0.0), at(fifth, 1.0), stroke);
        chart.line(at(0.0, fifth), at(1.0, fifth), stroke);
        let number = format!("{fifth:.1}");
        chart.tick((left - 6.0, up.at(fifth)), Place::End, number.clone());
        let below = Point::new(across.at(fifth), bottom + line);
        chart.tick(below, Place::Middle, number);
    }
    let upward = (0.0, line / 2.0);
    chart.tick(upward, Place::Start, spec.axes[0].clone());
    let height = bottom + 2.5 * line + 4.0;
    let rightward = (left + side, height - line / 2.0);
    chart.tick(rightward, Place::End, spec.axes[1].clone());
    for edge in [spec.in_step, -spec.in_step] {
        let (from, to) = if edge > 0.0 {
            (at(0.0, edge), at(1.0 - edge, 1.0))
        } else {
            (at(-edge, 0.0), at(1.0, 1.0 + edge))
        };
        let stroke = Stroke::solid(Ink::Resonance, 1.0).broken(Dash::Dotted);
        chart.line(from, to, stroke);
    }
    let mut taken = Vec::new();
    for (contour, name) in CONTOURS.into_iter().zip(&spec.contours) {
        let r = f64::from(contour) / 100.0;
        let least = r * r;
        let points = (0..=PIECES).map(|piece| {
            let demand = least + (1.0 - least) * f64::from(piece) / f64::from(PIECES);
            at(demand, least / demand)
        });
        let stroke = Stroke::solid(Ink::LineStrong, 1.2).broken(Dash::Dashed);
        chart.path(points.collect(), stroke);
        let end = at(0.985, least / 0.985);
        let above = Point::new(end.x, end.y - line / 2.0 - 2.0);
        taken.push(written(&mut chart, above, Place::End, name, measure));
    }
    let zones = [
        (at(0.03, 0.965), Place::Start, &spec.zones[0]),
        (at(0.64, 0.14), Place::Middle, &spec.zones[1]),
    ];
    for (at, anchor, name) in zones {
        taken.push(written(&mut chart, at, anchor, name, measure));
    }
    let radius = if spec.marks.len() > CROWD { 2.5 } else { 5.0 };
    for mark in &spec.marks {
        let centre = at(mark.demand, mark.supply);
        chart.mark(centre, radius, mark.look, Fill::Filled);
    }
    let named: Vec<&PlaneMark> = spec.marks.iter().take(MOST_NAMES).collect();
    let most = side * 0.35;
    let names: Vec<String> = named
        .iter()
        .map(|mark| fitted(&mark.name, TextRole::Tick, most, measure))
        .collect();
    let points = named.iter().zip(&names).map(|(mark, name)| {
        let size = (measure.width(name, TextRole::Tick), line);
        (at(mark.demand, mark.supply), size)
    });
    let room = Corners::between([left, left + side], [top, bottom]);
    let places = place_labels(&points.collect::<Vec<_>>(), taken, room);
    for (place, name) in places.into_iter().zip(names) {
        if let Some(corners) = place {
            let middle = f32::midpoint(corners.min.y, corners.max.y);
            let at = (corners.min.x, middle);
            chart.text(at, Place::Start, name, TextRole::Tick, Ink::Text);
        }
    }
    (chart, height)
}

/// Writes a text that steps back; gives where it stands.
fn written(
    chart: &mut Chart,
    at: Point,
    anchor: Place,
    text: &str,
    measure: &dyn TextMeasure,
) -> Corners {
    let width = measure.width(text, TextRole::Tick);
    let half = measure.height(TextRole::Tick) / 2.0;
    chart.tick(at, anchor, text.to_owned());
    let left = at.x - anchor.before(width);
    Corners::between([left, left + width], [at.y - half, at.y + half])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::testing::{assert_texts_fit, marks_of, rough};

    #[test]
    fn demand_grows_to_the_right_and_supply_upward_and_no_text_lies_over_another() {
        let mark = |demand, supply, name: &str| PlaneMark {
            demand,
            supply,
            look: (MarkKind::Circle, Ink::Supply),
            name: name.to_owned(),
        };
        let spec = PlaneSpec {
            marks: vec![
                mark(0.2, 0.8, "Hill Dairy"),
                mark(0.21, 0.79, "Delta Tools"),
                mark(0.9, 0.1, "绿谷农场"),
            ],
            axes: ["Supply push".into(), "Demand pull".into()],
            zones: ["supply-led".into(), "demand-led".into()],
            in_step: 0.1,
            contours: ["R 20", "R 40", "R 60", "R 80"].map(str::to_owned),
        };
        for width in [260.0, 520.0] {
            let (chart, height) = plane(&spec, width, rough());
            assert_texts_fit(&chart, (width, height));
            let marks = marks_of(&chart);
            assert!(marks[0].x < marks[2].x && marks[0].y < marks[2].y);
        }
    }
}

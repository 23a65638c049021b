//! Choosing by a line drawn round points.

use super::prelude::*;

/// Whether a place lies inside a closed line of points, by the even-odd rule: a line that crosses itself
/// leaves out what it goes round twice. Places on the line count as inside.
#[must_use]
pub fn inside(line: &[Point], place: Point) -> bool {
    if line.len() < 3 {
        return false;
    }
    let mut inside = false;
    let mut before = line[line.len() - 1];
    for &point in line {
        if on_segment(before, point, place) {
            return true;
        }
        if (point.y > place.y) != (before.y > place.y) {
            let along = (place.y - point.y) / (before.y - point.y);
            if place.x < point.x + along * (before.x - point.x) {
                inside = !inside;
            }
        }
        before = point;
    }
    inside
}

fn on_segment(one: Point, two: Point, place: Point) -> bool {
    const DUST: f32 = 1e-6;
    let cross = (two.x - one.x) * (place.y - one.y) - (two.y - one.y) * (place.x - one.x);
    let length = (two.x - one.x).hypot(two.y - one.y);
    let (low_x, high_x) = (one.x.min(two.x), one.x.max(two.x));
    let (low_y, high_y) = (one.y.min(two.y), one.y.max(two.y));
    cross.abs() <= DUST * length.max(1.0)
        && (low_x - DUST..=high_x + DUST).contains(&place.x)
        && (low_y - DUST..=high_y + DUST).contains(&place.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f32, f32)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    #[test]
    fn a_dent_is_outside_and_the_line_itself_inside() {
        // A square with a wedge cut in from the top down to the middle.
        let dented = line(&[(0.0, 0.0), (4.0, 4.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)]);
        let at = |x, y| inside(&dented, Point::new(x, y));
        assert!(at(1.0, 3.0) && at(7.0, 3.0) && at(4.0, 6.0));
        assert!(!at(4.0, 1.0) && !at(4.0, 3.9) && !at(9.0, 4.0) && !at(-1.0, 8.0));
        assert!(at(4.0, 4.0) && at(2.0, 2.0) && at(0.0, 5.0) && at(8.0, 8.0));
    }

    #[test]
    fn what_is_gone_round_twice_is_left_out_and_less_than_a_triangle_holds_nothing() {
        // A bow tie: both wings are inside, above and below the crossing is not.
        let bow = line(&[(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0)]);
        assert!(inside(&bow, Point::new(0.5, 2.0)) && inside(&bow, Point::new(3.5, 2.0)));
        assert!(!inside(&bow, Point::new(2.0, 0.5)) && !inside(&bow, Point::new(2.0, 3.5)));
        let short = line(&[(0.0, 0.0), (1.0, 1.0)]);
        assert!(!inside(&short, Point::new(0.5, 0.5)));
    }

    #[test]
    fn a_grid_of_points_is_split_exactly_by_a_circle_of_points() {
        let round: Vec<Point> = (0..720_u16)
            .map(|step| {
                let angle = f32::from(step) * std::f32::consts::TAU / 720.0;
                Point::new(5.0 + 3.0 * angle.cos(), 5.0 + 3.0 * angle.sin())
            })
            .collect();
        for x in 0..=100_u8 {
            for y in 0..=100_u8 {
                let point = Point::new(f32::from(x) / 10.0, f32::from(y) / 10.0);
                let distance = (point.x - 5.0).hypot(point.y - 5.0);
                if (distance - 3.0).abs() > 0.01 {
                    assert_eq!(inside(&round, point), distance < 3.0, "{point:?}");
                }
            }
        }
    }
}

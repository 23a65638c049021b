//! Choosing by a line drawn round points, and labels that avoid one another.

use super::shape::{Corners, Point};

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

/// Where labels of a width and height stand beside their points so that none lies over another, over a
/// point that has a label, over what is `taken` already, or out of `room`: to the right, left, above or
/// below, or aside of these. Earlier ones come first; `None` where there is no place left.
#[must_use]
pub fn place_labels(
    points: &[(Point, (f32, f32))],
    mut taken: Vec<Corners>,
    room: Corners,
) -> Vec<Option<Corners>> {
    const OFF: f32 = 12.0;
    let marks: Vec<Corners> = points
        .iter()
        .map(|(point, _)| Corners::around(*point, OFF, OFF))
        .collect();
    points
        .iter()
        .enumerate()
        .map(|(index, (point, (width, height)))| {
            let (aside, beyond) = (width / 2.0 - OFF, OFF + height / 2.0);
            let centres = [
                (OFF + width / 2.0, 0.0),
                (-OFF - width / 2.0, 0.0),
                (0.0, -beyond),
                (0.0, beyond),
                (-aside, -beyond),
                (-aside, beyond),
                (aside, -beyond),
                (aside, beyond),
            ];
            let found = centres.into_iter().find_map(|(x, y)| {
                let centre = Point::new(point.x + x, point.y + y);
                let corners = Corners::around(centre, *width, *height);
                let inside = room.contains(corners.min) && room.contains(corners.max);
                let over = |other: &Corners| corners.overlaps(other);
                let mut others = marks
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != index);
                let free = !taken.iter().any(over) && !others.any(|(_, other)| over(other));
                (inside && free).then_some(corners)
            });
            taken.extend(found);
            found
        })
        .collect()
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
        assert!(!inside(
            &line(&[(0.0, 0.0), (1.0, 1.0)]),
            Point::new(0.5, 0.5)
        ));
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

    #[test]
    fn labels_lie_over_nothing_and_the_first_ones_come_first() {
        let room = Corners::around(Point::new(500.0, 125.0), 1000.0, 250.0);
        let points: Vec<(Point, (f32, f32))> = (0..60_u8)
            .map(|index| {
                let x = 90.0 + f32::from(index % 10) * 90.0;
                let y = 24.0 + f32::from(index / 10) * 40.0;
                (Point::new(x, y), (120.0, 14.0))
            })
            .collect();
        let placed = place_labels(&points, Vec::new(), room);
        assert!(placed[0].is_some());
        let shown: Vec<Corners> = placed.iter().copied().flatten().collect();
        assert!(shown.len() > 5 && shown.len() < 60);
        for (index, one) in shown.iter().enumerate() {
            assert!(room.contains(one.min) && room.contains(one.max));
            assert!(shown[index + 1..].iter().all(|two| !one.overlaps(two)));
        }
        // What stands there already is left alone.
        let first = placed[0].map(|corners| vec![corners]).unwrap_or_default();
        let again = place_labels(&points, first.clone(), room);
        assert!(
            again
                .iter()
                .flatten()
                .all(|label| !label.overlaps(&first[0]))
        );
    }
}

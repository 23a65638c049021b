//! Labels that avoid one another.

use super::prelude::*;

/// Moves places that follow one another downward apart, so that labels reaching as far above and below
/// them as `extents` says neither overlap nor leave the room from 0 to `bottom`.
pub(super) fn move_apart(places: &mut [f32], extents: &[(f32, f32)], bottom: f32) {
    let mut free_from = 0.0_f32;
    for (place, (above, below)) in places.iter_mut().zip(extents) {
        *place = place.max(free_from + above);
        free_from = *place + below;
    }
    let mut free_to = bottom;
    for (place, (above, below)) in places.iter_mut().zip(extents).rev() {
        *place = place.min(free_to - below);
        free_to = *place - above;
    }
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
    let marks = points
        .iter()
        .map(|(point, _)| Corners::around(*point, OFF, OFF));
    let marks: Vec<Corners> = marks.collect();
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
                let mut others = marks[..index].iter().chain(&marks[index + 1..]);
                let free = !taken.iter().any(over) && !others.any(over);
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
        let mut again = again.iter().flatten();
        assert!(again.all(|label| !label.overlaps(&first[0])));
    }
}

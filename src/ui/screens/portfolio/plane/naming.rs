//! What a point of the plane is called.

use super::super::standing::Standing;
use crate::{
    state::{Spot, View},
    wording::{two_decimals, whole},
};

pub(super) fn sentence(view: &View<'_>, standing: &Standing<'_>, spot: &Spot) -> String {
    view.language.plane_point(
        name(view, standing, spot),
        &whole(spot.outcome.resonance),
        &two_decimals(spot.outcome.supply),
        &two_decimals(spot.outcome.demand),
    )
}

/// What the enterprise of a spot is called.
pub(super) fn name<'a>(view: &'a View<'_>, standing: &'a Standing<'_>, spot: &Spot) -> &'a str {
    view.name_of(&standing.view.workbook.enterprises[spot.index])
}

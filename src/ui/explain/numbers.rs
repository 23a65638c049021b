//! Numbers as they stand inside an explanation.

pub(super) use crate::wording::{precise, resonance_lines, side_symbol as symbol, three};
use crate::{analysis::RoundResult, model::Side, state::View, wording};

/// A side: the share of each of its factors, and their sum.
pub(super) fn side_lines(view: &View<'_>, result: &RoundResult, side: Side) -> Vec<String> {
    wording::side_lines(view.wording(), result, side)
}

/// Both sides and R of them.
pub(super) fn all_lines(view: &View<'_>, result: &RoundResult) -> Vec<String> {
    let mut lines: Vec<String> = Side::ALL
        .into_iter()
        .flat_map(|side| side_lines(view, result, side))
        .collect();
    lines.extend(result.outcome.iter().flat_map(resonance_lines));
    lines
}

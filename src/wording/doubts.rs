//! Whether the answer holds: when one score moves a level, over the whole interval, and against a room
//! that is apart.

use super::{names::Wording, sentences::factor_names};
use crate::{
    analysis::{Band, Certainty, ConsensusBand, Robustness, RoundResult, Tip},
    model::{Factor, Side, orient},
};

/// Up to so many factors are named; more are counted.
const MOST_NAMED: usize = 3;

/// What a remark on an answer is: its mark, and the colour of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The answer holds.
    Holds,
    /// It holds in one respect, beside a graver doubt.
    Note,
    /// It may well be another one.
    Doubt,
    /// The people asked are apart.
    Apart,
}

/// A remark on an answer.
pub type Remark = (Sign, String);

/// What one score that moves a level would change, or that it would change nothing; nothing while there
/// is no answer.
#[must_use]
pub fn close_calls(
    wording: Wording<'_>,
    result: &RoundResult,
    robustness: Option<&Robustness>,
) -> Vec<Remark> {
    let language = wording.language;
    let mut lines = Vec::new();
    let Some((robustness, outcome)) = robustness.zip(result.outcome) else {
        return lines;
    };
    let caution = |line: String| (Sign::Doubt, line);
    let bands = tips(wording, result, robustness, |tip| {
        (tip.band != outcome.band).then_some(tip.band)
    });
    let leads = tips(wording, result, robustness, |tip| {
        (tip.lead != outcome.lead).then_some(tip.lead)
    });
    for (band, how) in &bands {
        lines.push(caution(language.close_band(how, language.band(*band))));
    }
    for (lead, how) in &leads {
        lines.push(caution(language.close_lead(how, language.lead(*lead))));
    }
    let holds = match (bands.is_empty(), leads.is_empty()) {
        (true, true) => language.robust_holds(),
        (true, false) => language.robust_band_holds(),
        (false, true) => language.robust_lead_holds(),
        (false, false) => return lines,
    };
    // Beside a doubt that is graver, this is no reason to be sure.
    let sign = if doubts(wording, result).is_empty() {
        Sign::Holds
    } else {
        Sign::Note
    };
    lines.push((sign, holds.to_owned()));
    lines
}

/// What makes the answer less than settled: an interval that spans several bands, and factors on which
/// the room is apart.
#[must_use]
pub fn doubts(wording: Wording<'_>, result: &RoundResult) -> Vec<Remark> {
    let language = wording.language;
    let mut doubts = Vec::new();
    if let Some((low, high)) = bands_within(result)
        && low != high
    {
        let line = language.unsettled(language.band(low), language.band(high));
        doubts.push((Sign::Doubt, line));
    }
    let apart = apart(result);
    if !apart.is_empty() && result.outcome.is_some() {
        let factors: Vec<Factor> = apart.iter().map(|(factor, _)| *factor).collect();
        let line = language.apart_on(&named(wording, &factors));
        doubts.push((Sign::Apart, line));
    }
    doubts
}

/// The bands at both ends of what the people asked allow.
fn bands_within(result: &RoundResult) -> Option<(Band, Band)> {
    Some(match result.certainty? {
        Certainty::Intervals { resonance, .. } => {
            (Band::of(resonance.low), Band::of(resonance.high))
        }
        Certainty::Both([one, two]) => (Band::of(one.min(two)), Band::of(one.max(two))),
    })
}

/// The factors on which the room is apart, furthest first, with their consensus, 0..=1.
#[must_use]
pub fn apart(result: &RoundResult) -> Vec<(Factor, f64)> {
    let mut apart: Vec<(Factor, f64)> = result
        .factors
        .iter()
        .filter_map(|(factor, found)| Some((factor, found.consensus?)))
        .filter(|(_, consensus)| ConsensusBand::of(*consensus) < ConsensusBand::MostlyAgreed)
        .collect();
    apart.sort_by(|one, two| one.1.total_cmp(&two.1));
    apart
}

/// What a move of one level could change into, each with the moves that do it, in words.
fn tips<T: PartialEq + Copy>(
    wording: Wording<'_>,
    result: &RoundResult,
    robustness: &Robustness,
    change: impl Fn(&Tip) -> Option<T>,
) -> Vec<(T, String)> {
    let mut found: Vec<(T, [Vec<Factor>; 2])> = Vec::new();
    for tip in &robustness.tips {
        let Some(into) = change(tip) else { continue };
        let before = result.factors[tip.factor].favourability.unwrap_or_default();
        let worse = usize::from(orient(tip.score, tip.factor) < before);
        match found.iter_mut().find(|(known, _)| *known == into) {
            Some((_, moves)) => moves[worse].push(tip.factor),
            None => {
                let mut moves = [Vec::new(), Vec::new()];
                moves[worse].push(tip.factor);
                found.push((into, moves));
            }
        }
    }
    let language = wording.language;
    let how = |[better, worse]: &[Vec<Factor>; 2]| match (better.is_empty(), worse.is_empty()) {
        (_, true) => language.level_better(&named(wording, better)),
        (true, false) => language.level_worse(&named(wording, worse)),
        (false, false) => language.either(
            &language.level_better(&named(wording, better)),
            &language.level_worse(&named(wording, worse)),
        ),
    };
    found
        .iter()
        .map(|(into, moves)| (*into, how(moves)))
        .collect()
}

/// Factors by name; a whole side, or many, in one word.
fn named(wording: Wording<'_>, factors: &[Factor]) -> String {
    let language = wording.language;
    for side in Side::ALL {
        let of_side = side.factors();
        if factors.len() == of_side.len() && of_side.iter().all(|one| factors.contains(one)) {
            let any = match side {
                Side::Supply => language.any_supply_factor(),
                Side::Demand => language.any_demand_factor(),
            };
            return any.to_owned();
        }
    }
    if factors.len() == Factor::ALL.len() {
        return language.any_factor().to_owned();
    }
    if factors.len() > MOST_NAMED {
        return language.any_of_factors(factors.len());
    }
    factor_names(wording, factors.iter().copied())
}

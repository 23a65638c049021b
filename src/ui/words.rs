//! Sentences made of numbers, said alike wherever they stand.

use crate::{
    analysis::{
        Certainty, Compared, Comparison, ConsensusBand, Coverage, Difference, Lead, Outcome,
        Panels, Robustness, RoundResult,
    },
    app::View,
    i18n::Language,
    knowledge::FactorText,
    model::{Factor, Level, WeightSet},
};

/// R as everywhere on screen: a whole number 0 to 100, a half rounded up.
#[must_use]
pub fn whole(resonance: f64) -> String {
    // The dust of binary fractions must not turn a half into less than one.
    format!("{:.0}", (resonance * 100.0 + 1e-9).round())
}

/// A share, 0..=1, in whole percent.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// What a set of weights is called.
#[must_use]
pub fn weights_name<'a>(view: &View<'a>, set: &'a WeightSet) -> &'a str {
    if set.name.trim().is_empty() {
        view.language.weights_unnamed()
    } else {
        &set.name
    }
}

/// Which weights a result used.
#[must_use]
pub fn weights_used(view: &View<'_>) -> String {
    let name = view
        .workbook
        .weight_set()
        .map_or(view.language.weights_equal(), |set| weights_name(view, set));
    view.language.weights_used(name)
}

/// How sure R is: the interval, or what each of two people would get alone; empty where unknown.
#[must_use]
pub fn certainty_sentence(language: Language, result: &RoundResult) -> Option<String> {
    let hands = result
        .factors
        .iter()
        .any(|(_, found)| found.hands.is_some());
    if hands && result.outcome.is_some() {
        return Some(language.no_interval_hands().to_owned());
    }
    Some(match result.certainty? {
        Certainty::Both([one, two]) => language.both_alone(&whole(one), &whole(two)),
        Certainty::Intervals { resonance, .. } => {
            language.interval(&whole(resonance.low), &whole(resonance.high))
        }
    })
}

/// What changed since the round before, like for like; `None` where there is none to compare with.
#[must_use]
pub fn change(view: &View<'_>, result: &RoundResult) -> Option<Comparison> {
    let (before, round) = (view.previous_round()?, view.round()?);
    let earlier = view.results.of(before, &view.settings);
    Comparison::of(
        &Compared::round(before, &earlier),
        &Compared::round(round, result),
        Panels::Same,
        &view.settings,
    )
}

/// How R changed since the round before, like for like; `None` where there is none to compare with.
#[must_use]
pub fn change_sentence(view: &View<'_>, result: &RoundResult) -> Option<String> {
    let (before, comparison) = (view.previous_round()?, change(view, result)?);
    let points = points(&comparison.resonance?);
    let language = view.language;
    Some(if comparison.coverage.complete() {
        language.changed_since(&points, &before.name)
    } else {
        let coverage = coverage_words(language, &comparison.coverage);
        language.changed_since_on(&points, &before.name, &coverage)
    })
}

/// How firmly the answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firmness {
    /// No single factor moving one level would change it.
    Holds,
    /// The same, but people are far apart.
    Split,
    /// Some single move would change it.
    Tips,
}

/// Whether the answer holds when one factor moves one level, in sentences; none while there is no
/// answer.
#[must_use]
pub fn robustness_sentences(view: &View<'_>, result: &RoundResult) -> Vec<(Firmness, String)> {
    let language = view.language;
    let Some((robustness, outcome)) =
        Robustness::of(result, &view.settings).zip(result.outcome.as_ref())
    else {
        return Vec::new();
    };
    if robustness.holds() {
        return vec![match apart(result).len() {
            0 => (Firmness::Holds, language.robust_holds().to_owned()),
            split => (Firmness::Split, language.robust_but_split(split)),
        }];
    }
    let tips = tips(&robustness, outcome, language).into_iter();
    tips.map(|(change, mut factors)| {
        factors.dedup();
        let names = if factors.len() > 3 {
            language.tips_any(factors.len())
        } else {
            let names = factors.iter().map(|factor| view.factor_name(*factor));
            names.collect::<Vec<_>>().join(", ")
        };
        (Firmness::Tips, language.tips_to(&change, &names))
    })
    .collect()
}

/// What a move of one level could change, each with the factors whose move does it.
fn tips(
    robustness: &Robustness,
    outcome: &Outcome,
    language: Language,
) -> Vec<(String, Vec<Factor>)> {
    let mut changes: Vec<(String, Vec<Factor>)> = Vec::new();
    for tip in &robustness.tips {
        let band = (tip.band != outcome.band).then(|| language.tip_band(language.band(tip.band)));
        let lead = (tip.lead != outcome.lead).then(|| language.tip_lead(language.lead(tip.lead)));
        for change in [band, lead].into_iter().flatten() {
            match changes.iter_mut().find(|(known, _)| *known == change) {
                Some((_, factors)) => factors.push(tip.factor),
                None => changes.push((change, vec![tip.factor])),
            }
        }
    }
    changes
}

/// The factors on which the room is apart, furthest first.
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

/// A difference of R in whole points with its sign: the difference of what is printed.
#[must_use]
pub fn points(difference: &Difference) -> String {
    let printed = |value: f64| (value * 100.0 + 1e-9).round();
    let points = printed(difference.to) - printed(difference.from);
    // Nothing has no sign.
    if points == 0.0 {
        "0".to_owned()
    } else {
        format!("{points:+.0}")
    }
}

/// By how many points R of a profile differs from R now: the difference of what is printed, so that the
/// three numbers agree.
#[must_use]
pub fn plan_change(language: Language, now: &Outcome, then: &Outcome) -> String {
    let difference = (then.resonance * 100.0).round() - (now.resonance * 100.0).round();
    language.plan_change(&format!("{difference:+.0}"))
}

/// How much of two rounds is shared: factors, and people where both are of one panel.
#[must_use]
pub fn coverage_words(language: Language, coverage: &Coverage) -> String {
    let (factors, of) = (coverage.factors, coverage.of_factors);
    match coverage.people {
        Some((both, all)) if both == all && coverage.answers_left_out => {
            let shared = language.coverage_with_people(factors, of, both, all);
            language.coverage_in_part(&shared)
        }
        Some((both, all)) => language.coverage_with_people(factors, of, both, all),
        None => language.coverage_of_factors(factors, of),
    }
}

/// Which side leads, and by how many levels of the scale.
#[must_use]
pub fn lead_sentence(language: Language, outcome: &Outcome) -> String {
    let levels = format!("{:.1}", (outcome.supply - outcome.demand).abs() * 4.0);
    match outcome.lead {
        Lead::SupplyLed => language.supply_leads_by(&levels),
        Lead::DemandLed => language.demand_leads_by(&levels),
        Lead::InStep => language.in_step_by(&levels),
    }
}

/// The sentence of the level a score stands at, or of the level that it has passed.
#[must_use]
pub fn level_sentence(language: Language, words: &FactorText, level: Level) -> String {
    let passed = level.value().floor();
    let sentence = words.sentence(Level::new(passed).unwrap_or(level));
    if level.value() - passed < 1e-9 {
        return sentence.get(language).to_owned();
    }
    language.above_level(&format!("{passed:.0}"), sentence.get(language))
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn a_half_is_rounded_up() {
        let printed = [0.0, 0.625, 0.145, 0.6249, 1.0].map(whole);
        assert_eq!(printed, ["0", "63", "15", "62", "100"]);
    }
}

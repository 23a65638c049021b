//! Sentences made of numbers, said alike wherever they stand.

use crate::{
    analysis::{Band, Certainty, Comparison, Coverage, Difference, Lead, Outcome, RoundResult},
    i18n::Language,
    knowledge::FactorText,
    model::{Factor, Level, Score, WeightSet},
    state::View,
};

/// R as everywhere on screen: a whole number 0 to 100, a half rounded up; with a decimal, cut, where the
/// whole number would stand in another band.
#[must_use]
pub fn whole(resonance: f64) -> String {
    let rounded = whole_points(resonance);
    if Band::of(rounded / 100.0) == Band::of(resonance) {
        format!("{rounded:.0}")
    } else {
        tenth(resonance)
    }
}

/// R in whole points, 0..=100, a half rounded up.
fn whole_points(resonance: f64) -> f64 {
    // The dust of binary fractions must not turn a half into less than one.
    (resonance * 100.0 + 1e-9).round()
}

/// A score or favourability with one decimal, as everywhere on screen.
#[must_use]
pub fn one_decimal(value: f64) -> String {
    format!("{:.1}", value + 1e-9)
}

/// A favourability, 0..=1, a side or another share of one with two decimals, a half rounded up.
#[must_use]
pub fn two_decimals(value: f64) -> String {
    format!("{:.2}", value + 1e-9)
}

/// The same, or a sign for having none.
#[must_use]
pub fn two_decimals_or_none(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), two_decimals)
}

/// A printed number with a minus as long as a plus, not a hyphen.
fn with_minus(printed: &str) -> String {
    printed.replace('-', "−")
}

/// R with a decimal, cut and not rounded: on a way to a goal what is still short of it must not look
/// like it.
#[must_use]
pub fn tenth(resonance: f64) -> String {
    format!("{:.1}", (resonance * 1000.0 + 1e-6).floor() / 10.0)
}

/// A share, 0..=1, in whole percent.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Ranks from the first to the last of a range; one alone where they are the same.
#[must_use]
pub fn rank_range(language: Language, (low, high): (usize, usize)) -> String {
    if low == high {
        low.to_string()
    } else {
        language.ranks_range(low, high)
    }
}

/// R from the low to the high end of an interval, both 0..=1; one number alone where they print alike.
#[must_use]
pub fn resonance_range((low, high): (f64, f64)) -> String {
    let (low, high) = (whole(low), whole(high));
    if low == high {
        low
    } else {
        format!("{low}–{high}")
    }
}

/// Eight scores in a row, with signs for having none.
#[must_use]
pub fn short_scores(score: impl Fn(Factor) -> Score) -> String {
    let short = |factor| match score(factor) {
        Score::Scored(level) => format!("{:.1}", level.value()),
        Score::NotScored => "–".to_owned(),
        Score::NotApplicable => "NA".to_owned(),
    };
    Factor::ALL.map(short).join("  ")
}

/// Names of factors in a row.
#[must_use]
pub fn factor_names(view: &View<'_>, factors: impl IntoIterator<Item = Factor>) -> String {
    let names = factors.into_iter().map(|factor| view.factor_name(factor));
    let names: Vec<&str> = names.collect();
    names.join(view.language.name_joiner())
}

/// Which scores of a result are missing.
#[must_use]
pub fn missing_sentence(view: &View<'_>, result: &RoundResult) -> String {
    let names = factor_names(view, result.missing());
    view.language.missing_list(&names)
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
pub fn change(view: &View<'_>) -> Option<Comparison> {
    let (before, round) = (view.previous_round()?, view.round()?);
    let change = view.results.change(before, round, &view.settings);
    Option::clone(&change)
}

/// How R changed since the round before, like for like; `None` where there is none to compare with.
#[must_use]
pub fn change_sentence(view: &View<'_>) -> Option<String> {
    let (before, comparison) = (view.previous_round()?, change(view)?);
    let difference = comparison.resonance?;
    let (points, language) = (points(&difference), view.language);
    // The two that the difference is of stand beside it, so that it can be checked by eye.
    let (from, to) = (whole(difference.from), whole(difference.to));
    Some(if comparison.coverage.complete() {
        language.changed_since(&points, &before.name, &from)
    } else {
        let coverage = coverage_words(language, &comparison.coverage);
        language.changed_since_on(&points, &before.name, &from, &to, &coverage)
    })
}

/// A difference with its sign: that of the printed numbers, so that it can be checked by eye. Nothing,
/// also what is rounded to it, has no sign.
#[must_use]
pub fn printed_change(difference: &Difference, decimals: usize) -> String {
    let printed = |value: f64| {
        let printed = format!("{:.decimals$}", value + 1e-9);
        printed.parse().unwrap_or(value)
    };
    let change = printed(difference.to) - printed(difference.from);
    let change = format!("{change:+.decimals$}");
    if change.contains(|character: char| ('1'..='9').contains(&character)) {
        with_minus(&change)
    } else {
        "0".to_owned()
    }
}

/// A difference of R in whole points with its sign: the difference of what is printed.
#[must_use]
pub fn points(difference: &Difference) -> String {
    let points = whole_points(difference.to) - whole_points(difference.from);
    // Nothing has no sign.
    if points == 0.0 {
        "0".to_owned()
    } else {
        with_minus(&format!("{points:+.0}"))
    }
}

/// By how many points R of a profile differs from R now: the difference of what is printed, so that the
/// three numbers agree.
#[must_use]
pub fn plan_change(language: Language, now: &Outcome, then: &Outcome) -> String {
    let points = points(&Difference {
        from: now.resonance,
        to: then.resonance,
    });
    match points.trim_start_matches(['+', '−']) {
        "1" => language.plan_change_one(&points),
        _ => language.plan_change(&points),
    }
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

/// The sentence for the room: who lags says more than the band, where somebody does.
#[must_use]
pub fn headline(language: Language, outcome: &Outcome) -> &'static str {
    // Who is ahead and yet below the middle of the scale is not ready.
    let ready = outcome.supply.max(outcome.demand) >= 0.5;
    match (outcome.lead, outcome.band) {
        (_, Band::Dissonant) => language.headline_dissonant(),
        (Lead::SupplyLed, _) if ready => language.headline_supply(),
        (Lead::DemandLed, _) if ready => language.headline_demand(),
        (Lead::SupplyLed, _) => language.headline_supply_faint(),
        (Lead::DemandLed, _) => language.headline_demand_faint(),
        (Lead::InStep, Band::Resonant) => language.headline_resonant(),
        (Lead::InStep, Band::Strong) => language.headline_strong(),
        (Lead::InStep, Band::Emerging) => language.headline_emerging(),
        (Lead::InStep, Band::Faint) => language.headline_faint(),
    }
}

/// Which side leads, and by how many levels of the scale.
#[must_use]
pub fn lead_sentence(language: Language, outcome: &Outcome) -> String {
    let levels = one_decimal((outcome.supply - outcome.demand).abs() * 4.0);
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
    let (level, next) = (format!("{passed:.0}"), format!("{:.0}", passed + 1.0));
    language.above_level(&level, &next, sentence.get(language))
}

#[cfg(test)]
mod tests {
    use super::{printed_change, two_decimals, whole};
    use crate::analysis::Difference;

    #[test]
    fn a_half_is_rounded_up() {
        let printed = [0.0, 0.625, 0.145, 0.6249, 1.0].map(whole);
        assert_eq!(printed, ["0", "63", "15", "62", "100"]);
    }

    #[test]
    fn a_number_never_stands_in_a_band_that_it_is_not_in() {
        // 0.796 is Strong, as 0.8 would not be.
        let printed = [0.796, 0.7999, 0.8, 0.5962, 0.404].map(whole);
        assert_eq!(printed, ["79.6", "79.9", "80", "59.6", "40"]);
    }

    #[test]
    fn a_half_of_a_hundredth_is_rounded_up_too() {
        assert_eq!(
            [0.775, 0.125, 0.66].map(two_decimals),
            ["0.78", "0.13", "0.66"]
        );
    }

    #[test]
    fn a_change_is_that_of_what_is_printed_and_its_minus_is_no_hyphen() {
        let change = |from, to| printed_change(&Difference { from, to }, 1);
        assert_eq!(change(3.04, 3.66), "+0.7");
        assert_eq!(change(2.5, 2.2), "−0.3");
        assert_eq!(change(2.21, 2.24), "0");
    }
}

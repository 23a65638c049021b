//! Sentences about a result, said alike wherever they stand.

use super::{
    names::Wording,
    numbers::{one_decimal, points, whole},
};
use crate::{
    analysis::{Band, Certainty, Comparison, Coverage, Lead, Outcome, RoundResult},
    i18n::Language,
    knowledge::FactorText,
    model::{Factor, Level, Round, WeightSet, Workbook},
};

/// Names of factors in a row.
#[must_use]
pub fn factor_names(wording: Wording<'_>, factors: impl IntoIterator<Item = Factor>) -> String {
    let names = factors
        .into_iter()
        .map(|factor| wording.factor_name(factor));
    let names: Vec<&str> = names.collect();
    names.join(wording.language.name_joiner())
}

/// Which scores of a result are missing.
#[must_use]
pub fn missing_sentence(wording: Wording<'_>, result: &RoundResult) -> String {
    let names = factor_names(wording, result.missing());
    wording.language.missing_list(&names)
}

/// What a set of weights is called.
#[must_use]
pub fn weights_name(language: Language, set: &WeightSet) -> &str {
    if set.name.trim().is_empty() {
        language.weights_unnamed()
    } else {
        &set.name
    }
}

/// Which weights the results of a workbook used.
#[must_use]
pub fn weights_used(language: Language, workbook: &Workbook) -> String {
    let set = workbook.weight_set();
    let name = set.map_or(language.weights_equal(), |set| weights_name(language, set));
    language.weights_used(name)
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

/// How R changed since a round before, like for like; `None` where R cannot be compared.
#[must_use]
pub fn change_sentence(language: Language, before: &Round, change: &Comparison) -> Option<String> {
    let difference = change.resonance?;
    let points = points(&difference);
    // The two that the difference is of stand beside it, so that it can be checked by eye.
    let (from, to) = (whole(difference.from), whole(difference.to));
    Some(if change.coverage.complete() {
        language.changed_since(&points, &before.name, &from)
    } else {
        let coverage = coverage_words(language, &change.coverage);
        language.changed_since_on(&points, &before.name, &from, &to, &coverage)
    })
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

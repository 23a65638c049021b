//! What of the report speaks to a firm: challenges, countermeasures, scenarios, cases.

use std::collections::BTreeSet;

use super::types::{
    Evidence, Fit, Holding, Match, Measure, Met, Nearby, Nearness, Readiness, Situation,
};
use crate::{
    analysis::{RoundResult, gain},
    knowledge::{Case, Countermeasure, Knowledge, Scenario},
    model::{Factor, Polarity},
};

/// How many scenarios are near enough for a case of their type to be near.
const NEAREST: usize = 3;

/// Challenges that press on a holding factor: those that press on the heaviest one, and on it most,
/// first.
pub(super) fn challenges(
    knowledge: &Knowledge,
    situation: &Situation<'_>,
    holding: &[Holding],
) -> Vec<Match> {
    let place_of = |factor: &Factor| holding.iter().position(|held| held.factor == *factor);
    let mut found: Vec<(u32, Match)> = knowledge
        .challenges
        .iter()
        .filter_map(|challenge| {
            let pressed: Vec<(usize, Factor)> = challenge
                .factors
                .iter()
                .filter_map(|factor| Some((place_of(factor)?, *factor)))
                .collect();
            // Three for the heaviest factor, two and one for the others, twice where it is the one
            // that the challenge presses on most.
            let weight: u32 = pressed
                .iter()
                .map(|(place, factor)| {
                    let held = 3 - u32::try_from(*place).unwrap_or(3).min(2);
                    let most = challenge.factors.first() == Some(factor);
                    held * if most { 2 } else { 1 }
                })
                .sum();
            let evidence = pressed
                .iter()
                .filter_map(|(_, factor)| {
                    let score = situation.result.factors[*factor].score?;
                    Some(Evidence::Score(*factor, score))
                })
                .collect();
            (weight > 0).then(|| {
                let challenge = challenge.id.clone();
                (
                    weight,
                    Match {
                        challenge,
                        evidence,
                    },
                )
            })
        })
        .collect();
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    found.into_iter().map(|(_, found)| found).collect()
}

/// Countermeasures that lift a holding factor, by gain, fit and the challenges they answer.
pub(super) fn measures(
    knowledge: &Knowledge,
    situation: &Situation<'_>,
    holding: &[Holding],
    challenges: &[Match],
) -> Vec<Measure> {
    let held = |factor: &Factor| holding.iter().position(|held| held.factor == *factor);
    let mut weighed: Vec<(f64, Measure)> = knowledge
        .countermeasures
        .iter()
        .filter_map(|countermeasure| {
            let lifted: f64 = countermeasure
                .lifts
                .iter()
                .filter_map(held)
                .map(|place| 1.0 / (1.0 + place as f64))
                .sum();
            if lifted <= 0.0 {
                return None;
            }
            let gain = gain(situation.result, &countermeasure.lifts, situation.settings);
            let fit = fit(knowledge, situation, countermeasure);
            let answers: Vec<String> = challenges
                .iter()
                .filter(|found| countermeasure.answers.contains(&found.challenge))
                .map(|found| found.challenge.clone())
                .collect();
            let suits = match fit {
                Fit::Good => 1.0,
                Fit::Partly => 0.6,
                Fit::Poor => 0.3,
            };
            let answered = if answers.is_empty() { 0.7 } else { 1.0 };
            // Without a result the gain is not known, so what it lifts decides alone.
            let weight = gain.unwrap_or(0.1).max(0.0) * lifted * suits * answered
                / f64::from(countermeasure.effort.max(1)).sqrt();
            Some((
                weight,
                Measure {
                    countermeasure: countermeasure.id.clone(),
                    gain,
                    fit,
                    answers,
                },
            ))
        })
        .collect();
    weighed.sort_by(|one, two| {
        let rounded = |weight: f64| (weight * 1e9).round();
        rounded(two.0).total_cmp(&rounded(one.0))
    });
    weighed.into_iter().map(|(_, measure)| measure).collect()
}

/// What is not known of the firm speaks against nothing.
fn fit(knowledge: &Knowledge, situation: &Situation<'_>, measure: &Countermeasure) -> Fit {
    let size = situation
        .size
        .is_none_or(|size| measure.sizes.contains(&size));
    let industry = knowledge
        .industry_of(situation.sector)
        .is_none_or(|industry| measure.industries.contains(&industry));
    match (size, industry) {
        (true, true) => Fit::Good,
        (false, false) => Fit::Poor,
        _ => Fit::Partly,
    }
}

/// The scenarios of the firm's sub-sector, those with the fewest gaps first.
pub(super) fn scenarios(knowledge: &Knowledge, situation: &Situation<'_>) -> Vec<Readiness> {
    let mut found: Vec<Readiness> = knowledge
        .scenarios
        .iter()
        .filter(|scenario| scenario.sector == situation.sector)
        .map(|scenario| Readiness {
            shared_words: shared_words(situation.technology, scenario),
            ..readiness(scenario, situation.result)
        })
        .collect();
    found.sort_by_key(|readiness| {
        let count = |wanted| readiness.met.iter().filter(|met| **met == wanted).count();
        let shared = std::cmp::Reverse(readiness.shared_words);
        (shared, count(Met::No), count(Met::Unknown))
    });
    found
}

/// Each prerequisite against the score of the factor that stands for it.
pub(super) fn readiness(scenario: &Scenario, result: &RoundResult) -> Readiness {
    let met = scenario
        .prerequisites
        .iter()
        .map(|needed| {
            let level = f64::from(needed.level);
            match (
                result.factors[needed.factor].score,
                needed.factor.polarity(),
            ) {
                (None, _) => Met::Unknown,
                (Some(score), Polarity::Direct) if score + 1e-9 >= level => Met::Yes,
                (Some(score), Polarity::Inverse) if score - 1e-9 <= level => Met::Yes,
                (Some(_), _) => Met::No,
            }
        })
        .collect();
    Readiness {
        scenario: scenario.id.clone(),
        met,
        shared_words: 0,
    }
}

/// How many words a technology shares with a scenario's name and text. English words count by
/// their first five letters, from five on; Chinese by pairs of characters.
fn shared_words(technology: &str, scenario: &Scenario) -> usize {
    let texts = [&scenario.name, &scenario.text];
    let all: Vec<String> = texts
        .iter()
        .map(|text| format!("{} {}", text.en, text.zh))
        .collect();
    let known = words(&all.join(" "));
    words(technology).intersection(&known).count()
}

fn words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let mut found = BTreeSet::new();
    for word in text.split(|character: char| !character.is_alphanumeric()) {
        let characters: Vec<char> = word.chars().collect();
        if word.is_ascii() {
            if characters.len() >= 5 {
                found.insert(characters[..5].iter().collect());
            }
        } else {
            found.extend(
                characters
                    .windows(2)
                    .map(|pair| pair.iter().collect::<String>()),
            );
        }
    }
    found
}

/// Cases, nearest first; those equally near stay in the report's order.
pub(super) fn cases(
    knowledge: &Knowledge,
    situation: &Situation<'_>,
    scenarios: &[Readiness],
) -> Vec<Nearby> {
    let mut found: Vec<Nearby> = knowledge
        .cases
        .iter()
        .map(|case| Nearby {
            case: case.id.clone(),
            nearness: nearness(knowledge, situation, scenarios, case),
        })
        .collect();
    let first_with = |wanted| {
        let types = scenarios.iter().map(|readiness| {
            let scenario = knowledge.scenario(&readiness.scenario)?;
            scenario.scenario_type
        });
        types.into_iter().position(|found| found == Some(wanted))
    };
    // Among those equally near, cases with figures say more.
    let figures = |id: &str| {
        let case = knowledge.cases.iter().find(|case| case.id == id);
        case.is_some_and(|case| !case.figures.is_empty())
    };
    found.sort_by_key(|nearby| {
        let (near, place) = match nearby.nearness {
            Nearness::Sector => (0, None),
            Nearness::Industry(_) => (1, None),
            Nearness::Type(wanted) => (2, first_with(wanted)),
            Nearness::Other => (3, None),
        };
        (near, place, !figures(&nearby.case))
    });
    found
}

fn nearness(
    knowledge: &Knowledge,
    situation: &Situation<'_>,
    scenarios: &[Readiness],
    case: &Case,
) -> Nearness {
    if case.sectors.iter().any(|sector| sector == situation.sector) {
        return Nearness::Sector;
    }
    let industry = knowledge.industry_of(situation.sector);
    let mut industries = case
        .sectors
        .iter()
        .map(|sector| knowledge.industry_of(sector));
    if let Some(industry) = industry
        && industries.any(|found| found == Some(industry))
    {
        return Nearness::Industry(industry);
    }
    let of_type = case.scenario_type.filter(|wanted| {
        let mut types = scenarios
            .iter()
            .take(NEAREST)
            .filter_map(|readiness| knowledge.scenario(&readiness.scenario)?.scenario_type);
        types.any(|found| found == *wanted)
    });
    of_type.map_or(Nearness::Other, Nearness::Type)
}

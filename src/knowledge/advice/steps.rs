//! Which next steps a firm is offered.

use super::{
    holding::{apart, by_burden, held, weakest_indicator},
    types::{Evidence, Holding, Situation, Step},
};
use crate::{
    analysis::Lead,
    knowledge::{Industry, Knowledge, Leading, Rule},
    model::Factor,
};

/// How many steps an owner is shown.
const SHOWN: usize = 3;

/// The steps of all holding factors: the best of each by turns, so that three steps speak of
/// different factors where they can. Where these give fewer than three, the next factors add theirs.
pub(super) fn steps(
    knowledge: &Knowledge,
    situation: &Situation<'_>,
    holding: &[Holding],
) -> Vec<Step> {
    let mut by_factor: Vec<std::vec::IntoIter<Step>> = holding
        .iter()
        .map(|held| of_factor(knowledge, situation, held).into_iter())
        .collect();
    let mut steps: Vec<Step> = Vec::new();
    loop {
        let turn: Vec<Step> = by_factor.iter_mut().filter_map(Iterator::next).collect();
        if turn.is_empty() {
            break;
        }
        steps.extend(turn);
    }
    if holding.is_empty() {
        return steps;
    }
    let others = by_burden(situation).into_iter().filter(|factor| {
        let known = |held: &Holding| held.factor == *factor;
        !holding.iter().any(known)
    });
    for factor in others {
        if steps.len() >= SHOWN {
            break;
        }
        let held = held(situation, factor);
        let best = |held: Holding| of_factor(knowledge, situation, &held).into_iter().next();
        steps.extend(held.and_then(best));
    }
    steps
}

/// The steps for one factor, the one most particular to the firm first.
fn of_factor(knowledge: &Knowledge, situation: &Situation<'_>, held: &Holding) -> Vec<Step> {
    let factor = held.factor;
    let mut fitting: Vec<(&Rule, u8)> = knowledge
        .rules
        .iter()
        .filter(|rule| rule.factor == factor)
        .filter_map(|rule| Some((rule, fit(knowledge, situation, rule)?)))
        .collect();
    fitting.sort_by_key(|(_, particular)| std::cmp::Reverse(*particular));
    fitting
        .into_iter()
        .map(|(rule, _)| Step {
            rule: rule.id.clone(),
            factor,
            gain: held.gain,
            evidence: evidence(situation, held, rule),
        })
        .collect()
}

/// How particular a rule is to the situation, 0 for one that speaks to everybody; `None` where it
/// does not speak to it.
fn fit(knowledge: &Knowledge, situation: &Situation<'_>, rule: &Rule) -> Option<u8> {
    let favourability = situation.result.factors[rule.factor].favourability?;
    if favourability + 1e-9 < rule.from || favourability + 1e-9 >= rule.to {
        return None;
    }
    let mut particular = 0;
    if rule.split {
        apart(situation, rule.factor)?;
        particular += 32;
    }
    if let Some(wanted) = &rule.indicator {
        let (weakest, _) = weakest_indicator(situation, rule.factor)?;
        let known = &knowledge.framework.of(rule.factor).indicators[weakest].id;
        if known != wanted {
            return None;
        }
        particular += 16;
    }
    if !rule.sizes.is_empty() {
        if !rule.sizes.contains(&situation.size?) {
            return None;
        }
        particular += 8;
    }
    if !rule.industries.is_empty() {
        let industry: Industry = knowledge.industry_of(situation.sector)?;
        if !rule.industries.contains(&industry) {
            return None;
        }
        particular += 4;
    }
    if let Some(wanted) = rule.lead {
        let lead = situation.result.outcome?.lead;
        let is = matches!(
            (wanted, lead),
            (Leading::SupplyLed, Lead::SupplyLed) | (Leading::DemandLed, Lead::DemandLed)
        );
        if !is {
            return None;
        }
        particular += 2;
    }
    Some(particular)
}

/// What of the factor's evidence this rule rests on, after its score.
fn evidence(situation: &Situation<'_>, held: &Holding, rule: &Rule) -> Vec<Evidence> {
    let factor: Factor = rule.factor;
    let mut evidence = vec![Evidence::Score(factor, held.score)];
    if rule.split
        && let Some(consensus) = apart(situation, factor)
    {
        evidence.push(Evidence::Apart(consensus));
    }
    if rule.indicator.is_some()
        && let Some((indicator, mean)) = weakest_indicator(situation, factor)
    {
        evidence.push(Evidence::WeakIndicator(factor, indicator, mean));
    }
    let rests_on_lead = rule.lead.is_some();
    evidence.extend(held.evidence.iter().copied().filter(|found| match found {
        Evidence::Lags(..) => rests_on_lead,
        Evidence::NotEnough { .. } => true,
        Evidence::Score(..)
        | Evidence::Apart(_)
        | Evidence::WeakIndicator(..)
        | Evidence::WeakestPair(_) => false,
    }));
    evidence
}

//! The 4 x 4 resonance matrix and its four natural pairs (ours).

use super::result::{FactorResult, RoundResult};
use crate::model::{Factor, PerFactor, Side};

/// A supply factor and the demand factor it speaks to (the pairing is ours).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NaturalPair {
    /// The supply factor.
    pub supply: Factor,
    /// The demand factor.
    pub demand: Factor,
    /// `sqrt(s d)` of their favourabilities, 0..=1; `None` where either has none.
    pub value: Option<f64>,
}

/// `sqrt(s_i d_j)` for every supply factor i and demand factor j.
pub(super) fn matrix(factors: &PerFactor<FactorResult>) -> [[Option<f64>; 4]; 4] {
    Side::Supply.factors().map(|supply| {
        Side::Demand
            .factors()
            .map(|demand| cell(factors, supply, demand))
    })
}

fn cell(factors: &PerFactor<FactorResult>, supply: Factor, demand: Factor) -> Option<f64> {
    Some((factors[supply].favourability? * factors[demand].favourability?).sqrt())
}

impl NaturalPair {
    /// The four natural pairs, supply factor first, in the order of their supply factors.
    pub const ALL: [(Factor, Factor); 4] = [
        (Factor::ComparativeAdvantage, Factor::AnticipatedBenefits),
        (Factor::Complexity, Factor::ExpectedCosts),
        (Factor::Compatibility, Factor::FacilitatingConditions),
        (Factor::Observability, Factor::SocialImpact),
    ];

    /// Whether two factors are a natural pair.
    #[must_use]
    pub fn is_one(supply: Factor, demand: Factor) -> bool {
        Self::ALL.contains(&(supply, demand))
    }
}

impl RoundResult {
    /// The four natural pairs in the order of their supply factors.
    #[must_use]
    pub fn natural_pairs(&self) -> [NaturalPair; 4] {
        NaturalPair::ALL.map(|(supply, demand)| NaturalPair {
            supply,
            demand,
            value: cell(&self.factors, supply, demand),
        })
    }

    /// The pair to talk about first: the one of least value, the earlier one where two tie.
    #[must_use]
    pub fn weakest_natural_pair(&self) -> Option<NaturalPair> {
        self.natural_pairs()
            .into_iter()
            .filter(|pair| pair.value.is_some())
            .min_by(|one, two| {
                let value = |pair: &NaturalPair| pair.value.unwrap_or(1.0);
                value(one).total_cmp(&value(two))
            })
    }
}

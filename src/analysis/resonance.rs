//! From favourabilities to sides, coupling and resonance.

use super::{
    consensus::SLACK,
    result::{Band, CoordinationClass, FactorResult, FactorState, Lead, Outcome, SideResult},
};
use crate::model::{PerFactor, Side, Weights};

/// How far S and D, each 0..=1, may be apart and still be in step (ours).
pub const IN_STEP_WITHIN: f64 = 0.10;

/// The weighted mean of a side's favourabilities. What does not apply leaves the side and the other
/// weights are scaled up; while a factor is missing the side has no value.
///
/// Source: ours (weighted arithmetic mean: compensating inside a side).
pub(super) fn side_result(
    factors: &PerFactor<FactorResult>,
    side: Side,
    weights: &Weights,
) -> SideResult {
    let mut result = SideResult::default();
    let mut total = 0.0;
    for (place, factor) in side.factors().into_iter().enumerate() {
        match factors[factor].state {
            FactorState::NotApplicable => result.not_applicable.push(factor),
            FactorState::Missing => {
                result.missing.push(factor);
                result.weights[place] = weights.of(factor);
            }
            FactorState::Scored => result.weights[place] = weights.of(factor),
        }
        total += result.weights[place];
    }
    if total <= 0.0 {
        result.weights = [0.0; 4];
        return result;
    }
    for weight in &mut result.weights {
        *weight /= total;
    }
    if result.missing.is_empty() {
        let value: f64 = side
            .factors()
            .into_iter()
            .zip(result.weights)
            .filter_map(|(factor, weight)| Some(factors[factor].favourability? * weight))
            .sum();
        result.value = Some(value.clamp(0.0, 1.0));
    }
    result
}

/// Coupling degree of some systems' values, each 0..=1: their geometric mean over their arithmetic
/// mean, 0..=1; 0 where all of them are 0.
///
/// Source: the standard form, `C = n (U_1 … U_n)^(1/n) / (U_1 + … + U_n)` (Wang et al. 2021).
#[must_use]
pub fn coupling_degree(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    if mean <= 0.0 {
        return 0.0;
    }
    let product: f64 = values.iter().product();
    (product.powf(1.0 / count) / mean).min(1.0)
}

/// The stricter coupling degree of some systems' values, 0..=1. It can fall when the stronger system
/// improves, so it is a detail for experts and decides nothing here.
///
/// Source: Wang et al. 2021, J. Natural Resources 36(3):793-810: `sqrt((1 - mean of |U_i - U_j| over
/// pairs) (product of U_i / max U)^(1 / (n - 1)))`.
#[must_use]
pub fn strict_coupling(values: &[f64]) -> f64 {
    let largest = values.iter().copied().fold(0.0, f64::max);
    if values.len() < 2 || largest <= 0.0 {
        return 0.0;
    }
    let (mut apart, mut pairs) = (0.0, 0.0);
    for (index, one) in values.iter().enumerate() {
        for two in &values[index + 1..] {
            apart += (one - two).abs();
            pairs += 1.0;
        }
    }
    let shares: f64 = values.iter().map(|value| value / largest).product();
    let depth = shares.powf(1.0 / (values.len() as f64 - 1.0));
    ((1.0 - apart / pairs) * depth).max(0.0).sqrt()
}

/// How far one or more systems' values, each 0..=1, are in step: 1 less twice their standard deviation (as of
/// a whole population). Of two it is `1 - |S - D|`, 0..=1.
///
/// Source: the coupling degree of Fan, Ke and Cao 2024, Statistics and Decision 40:41-46; that it is
/// shown as balance and not as coupling is ours.
#[must_use]
pub fn balance(values: &[f64]) -> f64 {
    let mut apart = 0.0;
    for (index, one) in values.iter().enumerate() {
        for two in &values[index + 1..] {
            apart += (one - two).powi(2);
        }
    }
    // The sum over pairs is n^2 times the variance; of two values nothing is lost to rounding so.
    1.0 - 2.0 * apart.sqrt() / values.len() as f64
}

impl Outcome {
    /// The stricter coupling of the two sides, 0..=1.
    #[must_use]
    pub fn strict_coupling(&self) -> f64 {
        strict_coupling(&[self.supply, self.demand])
    }

    /// The resonance answer of two side values, each 0..=1.
    ///
    /// Source: the two-system coupling coordination model in its standard form
    /// (`C = 2 sqrt(S D) / (S + D)`, `T = (S + D) / 2`, `K = sqrt(C T)`; Wang et al. 2021, J. Natural
    /// Resources 36(3):793-810, on the forms in use). That `R = C T = sqrt(S D)` is the headline, and
    /// `B = 1 - |S - D|` what is called balance, is ours. C is taken as 0 where S + D = 0.
    #[must_use]
    pub fn of(supply: f64, demand: f64) -> Self {
        let resonance = (supply * demand).sqrt();
        let sum = supply + demand;
        let development = sum / 2.0;
        let coupling = coupling_degree(&[supply, demand]);
        let coordination = (coupling * development).sqrt();
        Self {
            supply,
            demand,
            coupling,
            development,
            resonance,
            coordination,
            balance: balance(&[supply, demand]),
            class: CoordinationClass::of(coordination),
            band: Band::of(resonance),
            lead: Lead::of(supply, demand),
        }
    }
}

impl Band {
    /// All bands, lowest first.
    pub const ALL: [Self; 5] = [
        Self::Dissonant,
        Self::Faint,
        Self::Emerging,
        Self::Strong,
        Self::Resonant,
    ];

    /// The band of R, 0..=1.
    #[must_use]
    pub fn of(resonance: f64) -> Self {
        let below = |band: &Self| resonance + SLACK < band.upper_limit();
        Self::ALL.into_iter().find(below).unwrap_or(Self::Resonant)
    }

    /// The R, 0..=1, at which the next band begins; 1 for the last one.
    #[must_use]
    pub const fn upper_limit(self) -> f64 {
        match self {
            Self::Dissonant => 0.2,
            Self::Faint => 0.4,
            Self::Emerging => 0.6,
            Self::Strong => 0.8,
            Self::Resonant => 1.0,
        }
    }

    /// The band in lower-case English, for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dissonant => "dissonant",
            Self::Faint => "faint",
            Self::Emerging => "emerging",
            Self::Strong => "strong",
            Self::Resonant => "resonant",
        }
    }
}

impl Lead {
    /// Which of two side values, each 0..=1, is ahead.
    #[must_use]
    pub fn of(supply: f64, demand: f64) -> Self {
        let difference = supply - demand;
        if difference > IN_STEP_WITHIN + SLACK {
            Self::SupplyLed
        } else if difference < -IN_STEP_WITHIN - SLACK {
            Self::DemandLed
        } else {
            Self::InStep
        }
    }

    /// The lead in lower-case English, for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SupplyLed => "supply-led",
            Self::DemandLed => "demand-led",
            Self::InStep => "in-step",
        }
    }
}

impl CoordinationClass {
    /// All classes, lowest first.
    pub const ALL: [Self; 10] = [
        Self::ExtremeDisorder,
        Self::SeriousDisorder,
        Self::ModerateDisorder,
        Self::MildDisorder,
        Self::NearDisorder,
        Self::BareCoordination,
        Self::PrimaryCoordination,
        Self::IntermediateCoordination,
        Self::GoodCoordination,
        Self::HighQualityCoordination,
    ];

    /// The class of K, 0..=1: steps of 0.1, left-closed on the unrounded value, the last one closed.
    #[must_use]
    #[expect(clippy::cast_sign_loss, reason = "the value is cut to 0..=9 before")]
    pub fn of(coordination: f64) -> Self {
        let step = ((coordination + SLACK) * 10.0).floor().clamp(0.0, 9.0);
        Self::ALL[step as usize]
    }

    /// The class in lower-case English, for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ExtremeDisorder => "extreme disorder",
            Self::SeriousDisorder => "serious disorder",
            Self::ModerateDisorder => "moderate disorder",
            Self::MildDisorder => "mild disorder",
            Self::NearDisorder => "near disorder",
            Self::BareCoordination => "bare coordination",
            Self::PrimaryCoordination => "primary coordination",
            Self::IntermediateCoordination => "intermediate coordination",
            Self::GoodCoordination => "good coordination",
            Self::HighQualityCoordination => "high-quality coordination",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sides_at_nothing_have_no_coupling_and_no_division_by_zero() {
        let outcome = Outcome::of(0.0, 0.0);
        assert_eq!(
            (outcome.coupling, outcome.resonance, outcome.coordination),
            (0.0, 0.0, 0.0)
        );
        assert_eq!(outcome.lead, Lead::InStep);
    }

    #[test]
    fn a_worked_example_by_hand() {
        // S = 0.81, D = 0.49: sqrt(0.3969) = 0.63; T = 0.65; C = 2 * 0.63 / 1.30; K = sqrt(0.63).
        let outcome = Outcome::of(0.81, 0.49);
        assert!((outcome.resonance - 0.63).abs() < 1e-12);
        assert!((outcome.development - 0.65).abs() < 1e-12);
        assert!((outcome.coupling - 1.26 / 1.30).abs() < 1e-12);
        assert!((outcome.coordination - 0.63_f64.sqrt()).abs() < 1e-12);
        assert!((outcome.balance - 0.68).abs() < 1e-12);
        assert!((outcome.equivalent_level() - 3.52).abs() < 1e-12);
        assert_eq!(outcome.band, Band::Strong);
        assert_eq!(outcome.lead, Lead::SupplyLed);
        assert_eq!(outcome.class, CoordinationClass::IntermediateCoordination);
    }

    #[test]
    fn a_difference_of_exactly_a_tenth_is_in_step() {
        assert_eq!(Lead::of(0.6, 0.5), Lead::InStep);
        assert_eq!(Lead::of(0.3, 0.2), Lead::InStep);
        assert_eq!(Lead::of(0.601, 0.5), Lead::SupplyLed);
        assert_eq!(Lead::of(0.5, 0.601), Lead::DemandLed);
    }

    #[test]
    fn bands_are_left_closed() {
        assert_eq!(Band::of(0.199_999), Band::Dissonant);
        assert_eq!(Band::of(0.2), Band::Faint);
        assert_eq!(Band::of(0.1 + 0.3), Band::Emerging);
        assert_eq!(Band::of(0.6), Band::Strong);
        assert_eq!(Band::of(0.8), Band::Resonant);
        assert_eq!(Band::of(1.0), Band::Resonant);
    }
}

//! The eight factors of the DANT-KIF model, in the one order that every table, file and chart uses.

use std::ops::{Index, IndexMut};

/// One of the eight key influencing factors.
///
/// Source of names and sides: the report, section I(ii) and figure 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factor {
    /// How far the technology surpasses what is used today (direct).
    ComparativeAdvantage,
    /// How hard it is to learn and adopt (inverse).
    Complexity,
    /// Fit with existing systems, environments and experience (direct).
    Compatibility,
    /// How far its effects can be seen by users (direct).
    Observability,
    /// Adoption, learning and risk cost (inverse).
    ExpectedCosts,
    /// The gains the technology brings to this enterprise (direct).
    AnticipatedBenefits,
    /// Influence of outside organisations and people on the decision (direct).
    SocialImpact,
    /// The enterprise's own support: funding, talent, plan, data (direct).
    FacilitatingConditions,
}

/// Which half of the model a factor belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The technology as seen from the enterprise.
    Supply,
    /// The enterprise itself.
    Demand,
}

/// Whether a higher score helps or hinders adoption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// 5 is best for adoption.
    Direct,
    /// 5 is worst for adoption.
    Inverse,
}

impl Side {
    /// Both sides, supply first.
    pub const ALL: [Self; 2] = [Self::Supply, Self::Demand];

    /// The side's four factors in model order.
    #[must_use]
    pub const fn factors(self) -> [Factor; 4] {
        match self {
            Self::Supply => [
                Factor::ComparativeAdvantage,
                Factor::Complexity,
                Factor::Compatibility,
                Factor::Observability,
            ],
            Self::Demand => [
                Factor::ExpectedCosts,
                Factor::AnticipatedBenefits,
                Factor::SocialImpact,
                Factor::FacilitatingConditions,
            ],
        }
    }
}

impl Factor {
    /// All eight in model order: four of supply, four of demand.
    pub const ALL: [Self; 8] = [
        Self::ComparativeAdvantage,
        Self::Complexity,
        Self::Compatibility,
        Self::Observability,
        Self::ExpectedCosts,
        Self::AnticipatedBenefits,
        Self::SocialImpact,
        Self::FacilitatingConditions,
    ];

    /// The factor's place in [`Factor::ALL`], 0..=7.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The code used in files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ComparativeAdvantage => "comparative_advantage",
            Self::Complexity => "complexity",
            Self::Compatibility => "compatibility",
            Self::Observability => "observability",
            Self::ExpectedCosts => "expected_costs",
            Self::AnticipatedBenefits => "anticipated_benefits",
            Self::SocialImpact => "social_impact",
            Self::FacilitatingConditions => "facilitating_conditions",
        }
    }

    /// The factor with this [`Factor::code`], if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|factor| factor.code() == code)
    }

    /// The half of the model the factor belongs to.
    #[must_use]
    pub const fn side(self) -> Side {
        if self.index() < 4 {
            Side::Supply
        } else {
            Side::Demand
        }
    }

    /// Whether a higher score helps (direct) or hinders (inverse).
    #[must_use]
    pub const fn polarity(self) -> Polarity {
        match self {
            Self::Complexity | Self::ExpectedCosts => Polarity::Inverse,
            _ => Polarity::Direct,
        }
    }
}

/// One value for each factor, always all eight, in model order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerFactor<T>([T; 8]);

impl<T> PerFactor<T> {
    /// Asks `value_of` for every factor's value.
    pub fn from_fn(mut value_of: impl FnMut(Factor) -> T) -> Self {
        Self(Factor::ALL.map(&mut value_of))
    }

    /// The values with their factors, in model order.
    pub fn iter(&self) -> impl Iterator<Item = (Factor, &T)> {
        Factor::ALL.into_iter().zip(&self.0)
    }

    /// The same shape with every value replaced by what `change` makes of it.
    #[must_use]
    pub fn map<U>(&self, mut change: impl FnMut(Factor, &T) -> U) -> PerFactor<U> {
        PerFactor::from_fn(|factor| change(factor, &self[factor]))
    }
}

impl<T> Index<Factor> for PerFactor<T> {
    type Output = T;
    fn index(&self, factor: Factor) -> &T {
        &self.0[factor.index()]
    }
}

impl<T> IndexMut<Factor> for PerFactor<T> {
    fn index_mut(&mut self, factor: Factor) -> &mut T {
        &mut self.0[factor.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_of_all_is_supply_then_demand_and_matches_index() {
        let sides: Vec<Factor> = Side::ALL.iter().flat_map(|side| side.factors()).collect();
        assert_eq!(sides, Factor::ALL);
        for (position, factor) in Factor::ALL.into_iter().enumerate() {
            assert_eq!(factor.index(), position);
            assert_eq!(Factor::from_code(factor.code()), Some(factor));
            assert!(factor.side().factors().contains(&factor));
        }
    }

    #[test]
    fn only_complexity_and_expected_costs_are_inverse() {
        let inverse: Vec<Factor> = Factor::ALL
            .into_iter()
            .filter(|factor| factor.polarity() == Polarity::Inverse)
            .collect();
        assert_eq!(inverse, [Factor::Complexity, Factor::ExpectedCosts]);
    }
}

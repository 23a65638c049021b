//! The columns of a scores CSV.

/// The header of a scores CSV, without the optional `note` at its end.
pub const HEADER: &str = "enterprise,sector,round,respondent,weight,comparative_advantage,complexity,\
compatibility,observability,expected_costs,anticipated_benefits,social_impact,\
facilitating_conditions";

/// How many columns stand before the eight factors.
pub(super) const LEADING: usize = 5;

//! From a round to what it says: pure functions of model and settings.
//!
//! One entry, [`evaluate`], computes everything a screen, a report or a command shows of a round,
//! so that no two of them can disagree.

mod aggregate;
mod ahp;
mod alike;
mod certainty;
mod chance;
mod compare;
mod consensus;
mod distribution;
mod entropy;
mod evaluate;
mod grouped;
mod groups;
mod levers;
mod lift;
mod matrix;
mod path;
mod planned;
mod quantile;
mod ranks;
mod resonance;
mod result;
mod robustness;
mod sensitivity;
mod settings;
mod uncertainty;

pub use ahp::{CONSISTENT_UP_TO, Hierarchy, Revisit, hierarchy, on_scale};
pub use certainty::{Certainty, Interval};
pub use compare::{Compared, Comparison, Coverage, Difference, Panels};
pub use consensus::{KendallParts, consensus, kendall_w};
pub use distribution::{FEWEST_IN_A_GROUP, Figures, Group, HeatCell, HeatRow, by_group, heat_map};
pub use entropy::{FEWEST_FOR_ENTROPY, PortfolioEntropy, entropy_weights, portfolio_entropy};
pub use evaluate::{evaluate, panel_concordance_parts};
pub use grouped::{Distribution, GroupSpread};
pub use groups::{Concordance, FAR_FROM, Far, GroupRow, compare_groups, far_from_the_room};
pub use levers::{Lever, levers};
pub use matrix::NaturalPair;
pub use path::{Path, PathStep, Searched, Way, cheapest_path};
pub use planned::{WayGone, planned, result_of_profile};
pub use ranks::{
    Candidate, MOST_WITH_ALL_SHARES, Place, RankRun, Ranking, Sampling, USUAL_DRAWS, USUAL_SEED,
};
pub use resonance::{IN_STEP_WITHIN, balance, coupling_degree, strict_coupling};
pub use result::{
    Band, ConsensusBand, CoordinationClass, Dot, FactorResult, FactorState, Lead, Outcome, PerSide,
    RoundResult, SideResult, Spread,
};
pub use robustness::{Move, Robustness, Tip, moves};
pub use sensitivity::{gain, levels_better, one_level_better, outcome_with};
pub use settings::Settings;
pub use uncertainty::{IntervalParts, own_sides};

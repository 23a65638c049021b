//! Making the advice.

use super::{
    holding, matches, steps,
    types::{Advice, Readiness, Situation},
};
use crate::{
    analysis::RoundResult,
    knowledge::{Knowledge, Scenario},
};

impl Knowledge {
    /// Advice for a situation. The same situation always gives the same advice.
    #[must_use]
    pub fn advise(&self, situation: &Situation<'_>) -> Advice {
        let holding = holding::holding(situation);
        let challenges = matches::challenges(self, situation, &holding);
        let scenarios = matches::scenarios(self, situation);
        Advice {
            steps: steps::steps(self, situation, &holding),
            measures: matches::measures(self, situation, &holding, &challenges),
            cases: matches::cases(self, situation, &scenarios),
            tips: holding::tips(situation, &holding),
            holding,
            challenges,
            scenarios,
        }
    }

    /// Whether a firm's scores meet each prerequisite of a scenario.
    #[must_use]
    pub fn readiness(&self, scenario: &Scenario, result: &RoundResult) -> Readiness {
        matches::readiness(scenario, result)
    }
}

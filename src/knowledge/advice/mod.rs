//! Advice: from a round to what holds the firm back, what to do next, and who has done it.
//!
//! Everything here is ours: the report gives challenges, countermeasures, scenarios and cases, and
//! no way from a score to any of them. Each line of advice carries its [`Evidence`]; nothing is said
//! that cannot be traced to a number of the round, a preset or a tick of the respondents.

mod advise;
mod holding;
mod matches;
mod steps;
mod types;

pub use types::{
    Advice, AdviceTip, Evidence, Fit, Holding, Match, Measure, Met, Nearby, Nearness, Readiness,
    Situation, Step,
};

//! What advice is asked for, and what it says.

use crate::{
    analysis::{NaturalPair, RoundResult, Settings},
    knowledge::{entries::ScenarioType, sectors::Industry},
    model::{Factor, Round, Side, Size},
};

/// What advice is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The round, for ticks and indicators.
    pub round: &'a Round,
    /// What the round says.
    pub result: &'a RoundResult,
    /// How it was computed.
    pub settings: &'a Settings,
    /// Id of a sub-sector, or free text; empty where not given.
    pub sector: &'a str,
    /// Size class, where given.
    pub size: Option<Size>,
    /// The technology considered, as typed; empty where not given.
    pub technology: &'a str,
}

/// Advice for one round; ids are those of presets.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The factors that hold the firm back, worst first: up to three, none where nothing does.
    pub holding: Vec<Holding>,
    /// Next steps, best first: one for each holding factor, then further ones.
    pub steps: Vec<Step>,
    /// Challenges of the report that press on the holding factors, strongest first.
    pub challenges: Vec<Match>,
    /// Countermeasures, by what they would move and how well they fit.
    pub measures: Vec<Measure>,
    /// Scenarios of the firm's sub-sector: nearest to the technology considered, then to ready.
    pub scenarios: Vec<Readiness>,
    /// Cases, nearest first.
    pub cases: Vec<Nearby>,
    /// What would come first instead, if one factor moved one level; empty where it stays.
    pub tips: Vec<AdviceTip>,
}

/// A factor that holds the firm back.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Which factor.
    pub factor: Factor,
    /// Its score as scored, 1..=5.
    pub score: f64,
    /// How much R, 0..=1, grows with one level better; `None` while the round is incomplete.
    pub gain: Option<f64>,
    /// Why, strongest reason first; at least the score.
    pub evidence: Vec<Evidence>,
}

/// A reason, with the numbers it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evidence {
    /// The factor's score as scored, 1..=5.
    Score(Factor, f64),
    /// Somebody said it is not good enough: how many of those who said anything.
    NotEnough {
        /// How many said so.
        count: usize,
        /// How many said either.
        of: usize,
    },
    /// Its side lags behind the other by so many levels.
    Lags(Side, f64),
    /// It is in the weakest natural pair, whose value is 0..=1.
    WeakestPair(NaturalPair),
    /// The respondents are far apart: consensus 0..=1.
    Apart(f64),
    /// This indicator (0..4) of the factor is its weakest; its mean as scored, 1..=5.
    WeakIndicator(Factor, usize, f64),
}

/// A next step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Id of its rule.
    pub rule: String,
    /// The factor it is for.
    pub factor: Factor,
    /// How much R, 0..=1, grows if that factor gets one level better.
    pub gain: Option<f64>,
    /// Why this step and no other.
    pub evidence: Vec<Evidence>,
}

/// A challenge that the round shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Id of the challenge.
    pub challenge: String,
    /// The scores of the factors it presses on here.
    pub evidence: Vec<Evidence>,
}

/// A countermeasure, weighed for this firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Id of the countermeasure.
    pub countermeasure: String,
    /// How much R, 0..=1, grows if every factor it lifts gets one level better.
    pub gain: Option<f64>,
    /// Whether it suits the firm's size and industry as far as they are known.
    pub fit: Fit,
    /// Ids of the matched challenges it answers.
    pub answers: Vec<String>,
}

/// Whether something suits a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fit {
    Poor,
    Partly,
    Good,
}

/// A scenario with what of its prerequisites is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Id of the scenario.
    pub scenario: String,
    /// One for each of its prerequisites, in preset order.
    pub met: Vec<Met>,
    /// How many words of the technology considered it shares; those that share most come first.
    pub shared_words: usize,
}

/// Whether a prerequisite is there, by the factor that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// The score reaches the level.
    Yes,
    /// It does not.
    No,
    /// The factor has no score.
    Unknown,
}

/// A case and how it is near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearby {
    /// Id of the case.
    pub case: String,
    /// Why it was chosen.
    pub nearness: Nearness,
}

/// How a case is near to a firm, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The same sub-sector.
    Sector,
    /// The same industry.
    Industry(Industry),
    /// The same type as a scenario worth looking at.
    Type(ScenarioType),
    /// Another trade.
    Other,
}

/// What would come first if a factor moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdviceTip {
    /// The factor that moves one level.
    pub factor: Factor,
    /// Its score after that, as scored.
    pub score: f64,
    /// The factor that would then hold the firm back most; `None` where none would.
    pub first: Option<Factor>,
}

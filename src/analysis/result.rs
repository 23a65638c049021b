//! What an evaluated round says: the types every screen, report and command reads from.

use super::certainty::Certainty;
use crate::model::{Factor, Hands, PerFactor, RespondentId, Side};

/// Everything computed of one round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundResult {
    /// How many respondents answered at least one factor.
    pub respondents: usize,
    /// Whether the scores are withheld until the room has finished scoring; everything below is then
    /// as if nobody had scored.
    pub hidden: bool,
    /// The eight factors.
    pub factors: PerFactor<FactorResult>,
    /// The two sides.
    pub sides: PerSide<SideResult>,
    /// The resonance answer; `None` while a side has no value.
    pub outcome: Option<Outcome>,
    /// How sure the outcome is, from two respondents on.
    pub certainty: Option<Certainty>,
    /// Kendall's W with tie correction over the factors, 0..=1: how far the panel agrees on the
    /// order of the factors. `None` with fewer than two respondents who scored them all.
    pub kendall_w: Option<f64>,
    /// `matrix[i][j] = sqrt(s_i * d_j)`, 0..=1, for supply factor i and demand factor j in model
    /// order; `None` where either has no favourability (ours, MODEL section 5).
    pub matrix: [[Option<f64>; 4]; 4],
}

/// One value for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerSide<T> {
    /// The technology.
    pub supply: T,
    /// The enterprise.
    pub demand: T,
}

/// What a round says of one factor.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorResult {
    /// Whether there is a score, and if not, why.
    pub state: FactorState,
    /// The factor's score as scored, 1..=5: the agreed level, else the mean (or median).
    pub score: Option<f64>,
    /// The score oriented so that larger is better, 0..=1.
    pub favourability: Option<f64>,
    /// Whether the score is one the room agreed on.
    pub agreed: bool,
    /// How many respondents scored the factor.
    pub respondents: usize,
    /// Tastle and Wierman's consensus, 0..=1; `None` with fewer than two voices.
    pub consensus: Option<f64>,
    /// Spread of the respondents' scores as scored; `None` where nobody scored.
    pub spread: Option<Spread>,
    /// Hands shown in the room, where they were counted; they are in the score, the consensus and the
    /// spread, and in nothing that needs to know whose they are.
    pub hands: Option<Hands>,
    /// Each respondent's score as scored, in panel order; only those who scored.
    pub dots: Vec<Dot>,
}

/// Whether a factor has a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorState {
    /// There is a score.
    Scored,
    /// Nobody scored it and somebody marked it not applicable: it leaves its side.
    NotApplicable,
    /// Nobody scored it and nobody marked it not applicable.
    Missing,
}

/// Order statistics of the respondents' scores of a factor, each 1..=5 as scored.
/// Quartiles interpolate linearly (Hyndman and Fan type 7), unweighted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The lowest score.
    pub min: f64,
    /// First quartile.
    pub lower_quartile: f64,
    /// The middle.
    pub median: f64,
    /// Third quartile.
    pub upper_quartile: f64,
    /// The highest score.
    pub max: f64,
}

/// One respondent's score of one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Whose score.
    pub respondent: RespondentId,
    /// As scored, 1..=5.
    pub level: f64,
    /// The respondent's weight, > 0.
    pub weight: f64,
}

/// What a round says of one side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideResult {
    /// Weighted mean of the favourabilities, 0..=1; `None` while a factor is missing or when none
    /// applies.
    pub value: Option<f64>,
    /// Factors still missing, in model order.
    pub missing: Vec<Factor>,
    /// Factors that do not apply, in model order; the weights of the others are scaled up.
    pub not_applicable: Vec<Factor>,
    /// The weights in force after leaving out what does not apply, in the side's factor order;
    /// they sum to 1 (all 0 when no factor applies).
    pub weights: [f64; 4],
}

/// The resonance answer of a complete round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// S, supply push, 0..=1.
    pub supply: f64,
    /// D, demand pull, 0..=1.
    pub demand: f64,
    /// C, coupling degree, 0..=1; 0 where S + D = 0.
    pub coupling: f64,
    /// T, comprehensive development, 0..=1.
    pub development: f64,
    /// R = sqrt(S D), resonance index, 0..=1 (shown 0..100).
    pub resonance: f64,
    /// K = sqrt(C T), coupling coordination degree, 0..=1.
    pub coordination: f64,
    /// B = 1 - |S - D|, balance, 0..=1.
    pub balance: f64,
    /// The class of K.
    pub class: CoordinationClass,
    /// The band of R.
    pub band: Band,
    /// Which side is ahead.
    pub lead: Lead,
}

/// Which side is ahead, by S - D against 0.10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lead {
    /// S - D > 0.10: the technology is ready, the enterprise is not pulling yet.
    SupplyLed,
    /// S - D < -0.10: the enterprise wants it, the technology does not fit yet.
    DemandLed,
    /// Neither side is ahead by more than 0.10.
    InStep,
}

impl Lead {
    /// The three, from where supply is ahead to where demand is.
    pub const ALL: [Self; 3] = [Self::SupplyLed, Self::InStep, Self::DemandLed];
}

/// Bands of R (ours), left-closed on the unrounded value: 0, 20, 40, 60, 80.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Below 20.
    Dissonant,
    /// 20 to 40.
    Faint,
    /// 40 to 60.
    Emerging,
    /// 60 to 80.
    Strong,
    /// 80 and more.
    Resonant,
}

/// The ten classes of the coupling coordination degree, left-closed in steps of 0.1.
///
/// Source: Tian et al. 2021, Acta Geographica Sinica 76(4):781, Table 1; the side that is closed is
/// our choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "the names say it; limits are in `CoordinationClass::of`"
)]
pub enum CoordinationClass {
    ExtremeDisorder,
    SeriousDisorder,
    ModerateDisorder,
    MildDisorder,
    NearDisorder,
    BareCoordination,
    PrimaryCoordination,
    IntermediateCoordination,
    GoodCoordination,
    HighQualityCoordination,
}

/// What the room hears about the consensus on a factor (bands are ours).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsensusBand {
    /// Below 0.434, the consensus of one vote on each of five levels: two camps.
    TwoCamps,
    /// 0.434 to 0.60: spread out, worth the time.
    SpreadOut,
    /// 0.60 to 0.80: mostly agreed.
    MostlyAgreed,
    /// 0.80 and more: agreed.
    Agreed,
}

impl<T> PerSide<T> {
    /// The value of one side.
    pub const fn of(&self, side: Side) -> &T {
        match side {
            Side::Supply => &self.supply,
            Side::Demand => &self.demand,
        }
    }
}

impl RoundResult {
    /// Whether every factor is scored or does not apply.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.factors
            .iter()
            .all(|(_, factor)| factor.state != FactorState::Missing)
    }

    /// Factors still missing, in model order.
    pub fn missing(&self) -> impl Iterator<Item = Factor> {
        self.factors
            .iter()
            .filter(|(_, result)| result.state == FactorState::Missing)
            .map(|(factor, _)| factor)
    }
}

impl Outcome {
    /// 1 + 4 R, 1..=5: the level every answer would have to stand at for the same R
    /// ("as if every answer were 3.0").
    #[must_use]
    pub fn equivalent_level(&self) -> f64 {
        1.0 + 4.0 * self.resonance
    }
}

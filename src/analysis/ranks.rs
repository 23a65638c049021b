//! How far the order of a portfolio hangs on the weights: rank acceptability.
//!
//! Nobody knows the right weights, so they are drawn, each side's four uniformly from all there are,
//! and it is counted how often every enterprise takes every rank. The scores stay as they are.
//!
//! Source: stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma and Salminen 2001,
//! Operations Research 49(3):444-454); that R of this model is what is ranked, is ours.

use super::{
    chance::SplitMix64,
    consensus::SLACK,
    result::{FactorState, RoundResult},
};
use crate::model::{Factor, PerFactor, Side};

/// Draws for a share that is right within 0.01 in 95 of 100 cases: 1.96^2 * 0.25 / 0.01^2, rounded.
pub const USUAL_DRAWS: u32 = 9_600;

/// The seed in use wherever nothing else is asked for, so that the same file always gives the same
/// shares.
pub const USUAL_SEED: u64 = 20_250_915;

/// Up to this many enterprises the share of every single rank is kept.
pub const MOST_WITH_ALL_SHARES: usize = 50;

/// Ranks to be drawn in all, so that a large portfolio still takes about a second.
const MOST_RANKS: usize = 40_000_000;
/// Fewer draws say too little: at this number a share is right within 0.03.
const FEWEST_DRAWS: u32 = 1_000;
/// The counters are of 16 bits.
const MOST_DRAWS: u32 = 65_535;
/// With more enterprises than this, neighbouring ranks share a counter.
const COUNTERS: usize = 1_024;
/// S D is compared in steps of 2^-39, about 2e-12, so that rounding decides no rank; the lower bits
/// hold whose it is, enough for more enterprises than any file can hold.
const STEPS: f64 = (1_u64 << 39) as f64;
const INDEX_BITS: u32 = 24;

/// What there is to rank of an enterprise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Favourabilities, 0..=1; `None` where a factor does not apply.
    pub favourabilities: PerFactor<Option<f64>>,
    /// R with the weights in force, 0..=1; it decides the rank whose certainty is asked.
    pub resonance: f64,
}

/// How the weights are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// How often; 1..=65,535, and cut to that.
    pub draws: u32,
    /// Where the generator begins.
    pub seed: u64,
    /// The number of first ranks whose joint share is asked: 3 for "among the first three".
    pub top: usize,
}

/// A count of ranks under way. It can be advanced by as few draws at a time as its owner has patience
/// for, and asked for its ranking at any time; how it is cut up changes nothing in the end.
#[derive(Clone, Debug)]
pub struct RankRun {
    sampling: Sampling,
    generator: SplitMix64,
    drawn: u32,
    /// The place of each candidate among all that were given.
    given: Vec<usize>,
    slots: usize,
    profiles: Vec<Profile>,
    ranks: Vec<usize>,
    tallies: Vec<Tally>,
    /// For each candidate how often it took which rank, `width` ranks to a counter.
    counters: Vec<u16>,
    width: usize,
    keys: Vec<u64>,
}

/// Favourabilities with 0 for what does not apply, and a bit for each factor of a side that does.
#[derive(Clone, Copy, Debug)]
struct Profile {
    values: [f64; 8],
    applies: [usize; 2],
}

#[derive(Clone, Copy, Debug)]
struct Tally {
    sum: u64,
    best: usize,
    worst: usize,
    at_rank: u32,
    first: u32,
    top: u32,
}

/// How often each enterprise takes which rank.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// How many enterprises were ranked.
    pub ranked: usize,
    /// Draws counted.
    pub draws: u32,
    /// The seed they began with.
    pub seed: u64,
    /// What counts as among the first; see [`Sampling::top`].
    pub top: usize,
    /// In the order in which the candidates were given; `None` for those that cannot be ranked.
    pub places: Vec<Option<Place>>,
}

/// What is known of the rank of one enterprise. Ranks count from 1; equals share the better rank.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The rank with the weights in force.
    pub rank: usize,
    /// Share of the draws at that very rank, 0..=1.
    pub share: f64,
    /// Mean rank over the draws.
    pub expected: f64,
    /// Share of the draws at the first rank, 0..=1.
    pub first: f64,
    /// Share of the draws among the first [`Ranking::top`], 0..=1.
    pub top: f64,
    /// From which to which rank 90 of 100 draws lie: the 5 % and the 95 % point. With more than 1,024
    /// enterprises its ends are outward by at most as many ranks as there are thousands.
    pub likely: (usize, usize),
    /// Best and worst rank of all draws.
    pub extremes: (usize, usize),
    /// Share of the draws at rank 1, 2, …; only for up to [`MOST_WITH_ALL_SHARES`] enterprises.
    pub shares: Option<Vec<f64>>,
}

impl Candidate {
    /// What a round offers to a ranking; `None` while it has no outcome (incomplete or withheld).
    #[must_use]
    pub fn of(result: &RoundResult) -> Option<Self> {
        let outcome = result.outcome?;
        let applies = |factor: Factor| result.factors[factor].state == FactorState::Scored;
        Some(Self {
            favourabilities: PerFactor::from_fn(|factor| {
                let value = result.factors[factor].favourability;
                value.filter(|_| applies(factor))
            }),
            resonance: outcome.resonance,
        })
    }
}

impl Sampling {
    /// The usual sampling of so many enterprises: 9,600 draws up to about 4,000 enterprises, beyond
    /// them fewer, down to 1,000. What was drawn stands in [`Ranking::draws`].
    #[must_use]
    pub fn of(enterprises: usize) -> Self {
        let affordable = u32::try_from(MOST_RANKS / enterprises.max(1)).unwrap_or(USUAL_DRAWS);
        Self {
            draws: affordable.clamp(FEWEST_DRAWS, USUAL_DRAWS),
            seed: USUAL_SEED,
            top: 3,
        }
    }
}

impl RankRun {
    /// Begins a count; `None` among the candidates stands for what cannot be ranked and keeps its
    /// place in the answer.
    #[must_use]
    pub fn new(candidates: &[Option<Candidate>], sampling: Sampling) -> Self {
        let (given, found): (Vec<usize>, Vec<&Candidate>) = candidates
            .iter()
            .enumerate()
            .filter_map(|(place, candidate)| Some((place, candidate.as_ref()?)))
            .unzip();
        let width = found.len().div_ceil(COUNTERS).max(1);
        let per_candidate = found.len().div_ceil(width);
        let unseen = Tally {
            sum: 0,
            best: usize::MAX,
            worst: 0,
            at_rank: 0,
            first: 0,
            top: 0,
        };
        Self {
            sampling: Sampling {
                draws: sampling.draws.clamp(1, MOST_DRAWS),
                ..sampling
            },
            generator: SplitMix64::new(sampling.seed),
            drawn: 0,
            slots: candidates.len(),
            profiles: found.iter().map(|candidate| candidate.profile()).collect(),
            ranks: ranks_of(&found),
            tallies: vec![unseen; found.len()],
            counters: vec![0; per_candidate * found.len()],
            width,
            keys: Vec::with_capacity(found.len()),
            given,
        }
    }

    /// Draws so many times more, at most up to what was asked for. Says whether draws are left.
    pub fn advance(&mut self, draws: u32) -> bool {
        let until = self.sampling.draws.min(self.drawn.saturating_add(draws));
        while self.drawn < until {
            self.draw();
            self.drawn += 1;
        }
        self.drawn < self.sampling.draws
    }

    /// How much is done, 0..=1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        f64::from(self.drawn) / f64::from(self.sampling.draws)
    }

    /// What is known by now; `None` before the first draw.
    #[must_use]
    pub fn ranking(&self) -> Option<Ranking> {
        if self.drawn == 0 {
            return None;
        }
        let mut places = vec![None; self.slots];
        for (index, given) in self.given.iter().enumerate() {
            places[*given] = Some(self.place(index));
        }
        Some(Ranking {
            ranked: self.given.len(),
            draws: self.drawn,
            seed: self.sampling.seed,
            top: self.sampling.top,
            places,
        })
    }

    fn draw(&mut self) {
        let weights = self.generator.weights();
        let drawn: [f64; 8] = Factor::ALL.map(|factor| weights[factor]);
        let rescale = Side::ALL.map(|side| rescaling(side.factors().map(|factor| weights[factor])));
        self.keys.clear();
        for (index, profile) in (0_u64..).zip(&self.profiles) {
            let side = |first: usize, side: usize| {
                let sum: f64 = (first..first + 4)
                    .map(|factor| drawn[factor] * profile.values[factor])
                    .sum();
                sum * rescale[side][profile.applies[side]]
            };
            let product = (side(0, 0) * side(4, 1)).clamp(0.0, 1.0);
            // The best first: what is lacking to 1 in the upper bits.
            self.keys.push((steps(1.0 - product) << INDEX_BITS) | index);
        }
        self.keys.sort_unstable();
        let per_candidate = self.profiles.len().div_ceil(self.width);
        let (mut rank, mut last) = (0, u64::MAX);
        for (position, key) in self.keys.iter().enumerate() {
            let index = (key & ((1 << INDEX_BITS) - 1)) as usize;
            if key >> INDEX_BITS != last {
                (rank, last) = (position + 1, key >> INDEX_BITS);
            }
            let tally = &mut self.tallies[index];
            tally.sum += rank as u64;
            tally.best = tally.best.min(rank);
            tally.worst = tally.worst.max(rank);
            tally.at_rank += u32::from(rank == self.ranks[index]);
            tally.first += u32::from(rank == 1);
            tally.top += u32::from(rank <= self.sampling.top);
            self.counters[index * per_candidate + (rank - 1) / self.width] += 1;
        }
    }

    fn place(&self, index: usize) -> Place {
        let tally = &self.tallies[index];
        let draws = f64::from(self.drawn);
        let share = |count: u32| f64::from(count) / draws;
        let ranked = self.profiles.len();
        let per_candidate = ranked.div_ceil(self.width);
        let counters = &self.counters[index * per_candidate..][..per_candidate];
        Place {
            rank: self.ranks[index],
            share: share(tally.at_rank),
            expected: tally.sum as f64 / draws,
            first: share(tally.first),
            top: share(tally.top),
            likely: (
                (reached(counters, 0.05 * draws) * self.width + 1).max(tally.best),
                ((reached(counters, 0.95 * draws) + 1) * self.width).min(tally.worst),
            ),
            extremes: (tally.best, tally.worst),
            shares: (ranked <= MOST_WITH_ALL_SHARES).then(|| {
                let counts = counters.iter();
                counts.map(|count| share(u32::from(*count))).collect()
            }),
        }
    }
}

impl Ranking {
    /// Counts all draws at once, for callers that need not stop in between.
    #[must_use]
    pub fn of(candidates: &[Option<Candidate>], sampling: Sampling) -> Option<Self> {
        let mut run = RankRun::new(candidates, sampling);
        run.advance(MOST_DRAWS);
        run.ranking()
    }

    /// The standard error of a share at its largest, that of one half: `0.5 / sqrt(draws)`.
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        0.5 / f64::from(self.draws).sqrt()
    }
}

impl Candidate {
    fn profile(&self) -> Profile {
        let applies = Side::ALL.map(|side| {
            let factors = side.factors().into_iter().enumerate();
            factors
                .filter(|(_, factor)| self.favourabilities[*factor].is_some())
                .map(|(place, _)| 1 << place)
                .sum()
        });
        Profile {
            values: Factor::ALL.map(|factor| self.favourabilities[factor].unwrap_or(0.0)),
            applies,
        }
    }
}

/// Ranks by R with the weights in force, equals sharing the better one.
fn ranks_of(candidates: &[&Candidate]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    let resonance = |index: usize| candidates[index].resonance;
    order.sort_by(|one, two| resonance(*two).total_cmp(&resonance(*one)));
    let mut ranks = vec![0; candidates.len()];
    let (mut rank, mut level) = (1, f64::INFINITY);
    for (position, index) in order.into_iter().enumerate() {
        if level - resonance(index) > SLACK {
            (rank, level) = (position + 1, resonance(index));
        }
        ranks[index] = rank;
    }
    ranks
}

/// By what a side's sum grows for each set of factors that apply, so that their weights sum to 1; at
/// least one does wherever there is an outcome.
fn rescaling(weights: [f64; 4]) -> [f64; 16] {
    std::array::from_fn(|applies| {
        let sum: f64 = (0..4)
            .filter(|place| applies & (1 << place) != 0)
            .map(|place| weights[place])
            .sum();
        if sum > 0.0 { 1.0 / sum } else { 0.0 }
    })
}

/// A share in whole steps, the nearest one; 40 bits hold it.
#[expect(clippy::cast_sign_loss, reason = "the share is within 0..=1")]
fn steps(share: f64) -> u64 {
    (share * STEPS).round() as u64
}

/// The first counter with which so many draws are reached.
fn reached(counters: &[u16], draws: f64) -> usize {
    let mut sum = 0;
    let found = counters.iter().position(|count| {
        sum += u32::from(*count);
        f64::from(sum) >= draws
    });
    found.unwrap_or(counters.len().saturating_sub(1))
}

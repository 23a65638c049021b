//! How sure R is, from how far the respondents are apart.

use super::{
    certainty::{Certainty, Interval},
    result::{Outcome, PerSide, SideResult},
};
use crate::model::{Round, Side};

/// What an interval is made of; what [`Certainty::Intervals`] says is counted from it.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalParts {
    /// Each respondent's own S and D, 0..=1, in panel order; three or more.
    pub own: Vec<(f64, f64)>,
    /// Standard deviations (n - 1) of their own S and D, 0 and up.
    pub spread: PerSide<f64>,
    /// Covariance (n - 1) of their own S and D.
    pub covariance: f64,
    /// Standard error of ln R, 0 and up.
    pub error: f64,
    /// The 95 % point of Student's t with n - 1 degrees of freedom.
    pub reach: f64,
}

/// How sure the outcome is. Only respondents count who scored every factor of both sides that
/// applies; their voices count alike here. `None` with fewer than two of them and where a side is 0.
///
/// Source: t-interval on ln R with n - 1 degrees of freedom by the delta method,
/// `se^2 = (s_S^2 / S^2 + s_D^2 / D^2 + 2 s_SD / (S D)) / (4 n)` from the respondents' own side
/// scores (MODEL section 7, ours; simulated coverage in the tests). S and D on their own scale, cut
/// to 0..=1.
pub(super) fn certainty(
    round: &Round,
    sides: &PerSide<SideResult>,
    outcome: &Outcome,
) -> Option<Certainty> {
    match own_sides(round, sides).as_slice() {
        [] | [_] => None,
        [one, two] => Some(Certainty::Both(
            [one, two].map(|(supply, demand)| (supply * demand).sqrt()),
        )),
        own => intervals(own, outcome),
    }
}

/// The own S and D, 0..=1, of the respondents who scored every factor of both sides that applies, in
/// panel order. Nobody where scores are withheld, and where hands were shown: whose eight answers
/// belong together is not known of them.
///
/// Source: ours (MODEL section 7).
#[must_use]
pub fn own_sides(round: &Round, sides: &PerSide<SideResult>) -> Vec<(f64, f64)> {
    let hands = round.hands.iter().any(|(_, hands)| hands.is_some());
    if hands || round.stage.hides_scores() {
        return Vec::new();
    }
    round
        .responses
        .iter()
        .filter_map(|response| {
            let of = |side: Side, result: &SideResult| {
                let weighted = side.factors().into_iter().zip(result.weights);
                weighted
                    .filter(|(_, weight)| *weight > 0.0)
                    .map(|(factor, weight)| {
                        let level = response.score(factor).level()?;
                        Some(level.favourability(factor) * weight)
                    })
                    .sum::<Option<f64>>()
            };
            Some((
                of(Side::Supply, &sides.supply)?,
                of(Side::Demand, &sides.demand)?,
            ))
        })
        .collect()
}

impl IntervalParts {
    /// What the intervals of an outcome are made of, from the own S and D of its respondents. `None`
    /// with fewer than three of them and where a side is 0.
    #[must_use]
    pub fn of(own: &[(f64, f64)], outcome: &Outcome) -> Option<Self> {
        let (supply, demand) = (outcome.supply, outcome.demand);
        if own.len() < 3 || supply <= 0.0 || demand <= 0.0 {
            return None;
        }
        let n = own.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| own.iter().map(of).sum::<f64>() / n;
        let (mean_s, mean_d) = (mean(|one| one.0), mean(|one| one.1));
        let moment = |of: &dyn Fn(&(f64, f64)) -> f64| own.iter().map(of).sum::<f64>() / (n - 1.0);
        let var_s = moment(&|one| (one.0 - mean_s).powi(2));
        let var_d = moment(&|one| (one.1 - mean_d).powi(2));
        let covariance = moment(&|one| (one.0 - mean_s) * (one.1 - mean_d));
        let relative =
            var_s / supply.powi(2) + var_d / demand.powi(2) + 2.0 * covariance / (supply * demand);
        Some(Self {
            own: own.to_vec(),
            spread: PerSide {
                supply: var_s.sqrt(),
                demand: var_d.sqrt(),
            },
            covariance,
            // Rounding can leave a difference of nothing slightly below 0.
            error: (relative.max(0.0) / (4.0 * n)).sqrt(),
            reach: t_95(own.len() - 1),
        })
    }
}

fn intervals(own: &[(f64, f64)], outcome: &Outcome) -> Option<Certainty> {
    let parts = IntervalParts::of(own, outcome)?;
    let n = own.len() as f64;
    let around = |value: f64, spread: f64| Interval {
        low: (value - parts.reach * spread / n.sqrt()).max(0.0),
        high: (value + parts.reach * spread / n.sqrt()).min(1.0),
    };
    let factor = (parts.reach * parts.error).exp();
    Some(Certainty::Intervals {
        resonance: Interval {
            low: outcome.resonance / factor,
            high: (outcome.resonance * factor).min(1.0),
        },
        supply: around(outcome.supply, parts.spread.supply),
        demand: around(outcome.demand, parts.spread.demand),
    })
}

/// The 95 % point of Student's t, so that 90 % lie within it on both sides.
///
/// Source: the usual table up to 30 degrees of freedom; beyond, the expansion of Abramowitz and
/// Stegun 26.7.5 to the second order.
fn t_95(freedom: usize) -> f64 {
    const TABLE: [f64; 30] = [
        6.3138, 2.9200, 2.3534, 2.1318, 2.0150, 1.9432, 1.8946, 1.8595, 1.8331, 1.8125, 1.7959,
        1.7823, 1.7709, 1.7613, 1.7531, 1.7459, 1.7396, 1.7341, 1.7291, 1.7247, 1.7207, 1.7171,
        1.7139, 1.7109, 1.7081, 1.7056, 1.7033, 1.7011, 1.6991, 1.6973,
    ];
    const Z: f64 = 1.644_854;
    if let Some(point) = freedom.checked_sub(1).and_then(|place| TABLE.get(place)) {
        return *point;
    }
    let freedom = freedom.max(1) as f64;
    let second = (5.0 * Z.powi(5) + 16.0 * Z.powi(3) + 3.0 * Z) / (96.0 * freedom.powi(2));
    Z + (Z.powi(3) + Z) / (4.0 * freedom) + second
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_people_by_hand() {
        let own = [(0.5, 0.4), (0.6, 0.5), (0.7, 0.6)];
        let outcome = Outcome::of(0.6, 0.5);
        let Some(Certainty::Intervals {
            resonance, supply, ..
        }) = intervals(&own, &outcome)
        else {
            panic!("three people give intervals");
        };
        // s_S = s_D = 0.1, s_SD = 0.01: se^2 = (0.01/0.36 + 0.01/0.25 + 0.02/0.30) / 12
        let error = ((0.01 / 0.36 + 0.01 / 0.25 + 0.02 / 0.30) / 12.0_f64).sqrt();
        let expected = 0.3_f64.sqrt() * (2.92 * error).exp();
        assert!((resonance.high - expected).abs() < 1e-9);
        assert!(
            (resonance.low * resonance.high - 0.3).abs() < 1e-9,
            "even in ln R"
        );
        assert!((supply.high - (0.6 + 2.92 * 0.1 / 3.0_f64.sqrt())).abs() < 1e-9);
    }

    #[test]
    fn people_who_agree_leave_no_doubt_and_a_side_of_nothing_none_to_say() {
        let outcome = Outcome::of(0.5, 0.5);
        let same = intervals(&[(0.5, 0.5); 4], &outcome);
        let point = Interval {
            low: 0.5,
            high: 0.5,
        };
        let Some(Certainty::Intervals { resonance, .. }) = same else {
            panic!("four people give intervals");
        };
        assert_eq!(resonance, point);
        assert_eq!(intervals(&[(0.0, 0.5); 3], &Outcome::of(0.0, 0.5)), None);
    }

    #[test]
    fn student_meets_the_table_and_the_normal_limit() {
        assert!((t_95(31) - 1.6955).abs() < 2e-4);
        assert!((t_95(120) - 1.6577).abs() < 2e-4);
        assert!((t_95(1_000_000) - 1.644_854).abs() < 1e-4);
    }

    /// A plain generator, so that the panels are the same next year (Marsaglia's xorshift).
    struct Dice(u64);

    impl Dice {
        fn uniform(&mut self) -> f64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 >> 11) as f64 / (1_u64 << 53) as f64
        }

        /// Near enough to a normal number: the sum of twelve uniform ones.
        fn normal(&mut self) -> f64 {
            (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
        }
    }

    #[test]
    fn nine_of_ten_intervals_of_simulated_panels_hold_the_truth() {
        let truth = (0.55_f64 * 0.6).sqrt();
        for people in [3, 5, 8, 25] {
            let mut dice = Dice(0x2545_F491_4F6C_DD1D);
            let panels = 4000;
            let mut held = 0;
            for _ in 0..panels {
                let own: Vec<(f64, f64)> = (0..people)
                    .map(|_| {
                        let shared = dice.normal() * 0.06;
                        let supply = 0.55 + shared + dice.normal() * 0.08;
                        let demand = 0.60 + shared + dice.normal() * 0.08;
                        (supply.clamp(0.01, 1.0), demand.clamp(0.01, 1.0))
                    })
                    .collect();
                let n = f64::from(people);
                let supply = own.iter().map(|one| one.0).sum::<f64>() / n;
                let demand = own.iter().map(|one| one.1).sum::<f64>() / n;
                let Some(Certainty::Intervals { resonance, .. }) =
                    intervals(&own, &Outcome::of(supply, demand))
                else {
                    panic!("{people} people give intervals");
                };
                held += i32::from((resonance.low..=resonance.high).contains(&truth));
            }
            let share = f64::from(held) / f64::from(panels);
            assert!((0.875..=0.925).contains(&share), "{people} people: {share}");
        }
    }
}

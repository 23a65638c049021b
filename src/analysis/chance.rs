//! Chance that is the same next year: a named generator, and weights drawn with it.

use crate::model::{PerFactor, Side};

/// `SplitMix64`: a counter of 64 bits, stirred. It needs no library, and the same seed gives the same
/// numbers on every machine and for ever.
///
/// Source: Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators, OOPSLA; the
/// constants are those of Vigna's `splitmix64.c`.
#[derive(Clone, Debug)]
pub(super) struct SplitMix64(u64);

impl SplitMix64 {
    /// The generator that a seed begins.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not 1, in steps of 2^-53.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Weights of the eight factors, each side's four uniform on the simplex: Dirichlet(1, 1, 1, 1).
    ///
    /// Source: the gaps between three sorted uniform numbers and the ends of 0..=1 (Devroye 1986,
    /// Non-uniform random variate generation, chapter V). Only subtractions, so no library of mathematics
    /// can give another last bit.
    pub(super) fn weights(&mut self) -> PerFactor<f64> {
        let mut weights = PerFactor::default();
        for side in Side::ALL {
            let mut cuts = [self.unit(), self.unit(), self.unit()];
            cuts.sort_by(f64::total_cmp);
            let [one, two, three] = cuts;
            let gaps = [one, two - one, three - two, 1.0 - three];
            for (factor, gap) in side.factors().into_iter().zip(gaps) {
                weights[factor] = gap;
            }
        }
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Factor;

    #[test]
    fn the_generator_is_the_published_one() {
        // First numbers of splitmix64.c for the seed 1234567.
        let mut generator = SplitMix64::new(1_234_567);
        let found = [(); 5].map(|()| generator.next());
        assert_eq!(
            found,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
    }

    #[test]
    fn drawn_weights_are_uniform_on_the_simplex() {
        // Of Dirichlet(1, 1, 1, 1) a weight has mean 1/4 and variance 3/80, P(w > x) = (1 - x)^3,
        // and two weights of a side have covariance -1/80; the sides know nothing of each other.
        let mut generator = SplitMix64::new(7);
        let draws = 40_000;
        let (mut sum, mut square, mut above) = (0.0, 0.0, 0.0);
        let (mut within, mut across) = (0.0, 0.0);
        for _ in 0..draws {
            let weights = generator.weights();
            for side in Side::ALL {
                let total: f64 = side.factors().iter().map(|factor| weights[*factor]).sum();
                assert!((total - 1.0).abs() < 1e-12);
            }
            let one = weights[Factor::Complexity];
            sum += one;
            square += (one - 0.25).powi(2);
            above += f64::from(u8::from(one > 0.5));
            within += (one - 0.25) * (weights[Factor::Observability] - 0.25);
            across += (one - 0.25) * (weights[Factor::SocialImpact] - 0.25);
        }
        let mean = |sum: f64| sum / f64::from(draws);
        assert!((mean(sum) - 0.25).abs() < 0.004);
        assert!((mean(square) - 3.0 / 80.0).abs() < 0.001);
        assert!((mean(above) - 0.125).abs() < 0.007);
        assert!((mean(within) + 1.0 / 80.0).abs() < 0.001);
        assert!(mean(across).abs() < 0.001);
    }
}

//! A score: a level from 1 to 5, or one of the two states that are not numbers.

use std::fmt;

use super::factor::{Factor, Polarity};

/// A level on the scale 1.0..=5.0, always finite.
///
/// The workbench itself writes steps of 0.1; a finer value read from a file is kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Level(f64);

/// Why a number is not a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelError(pub f64);

impl Level {
    /// The low end of the scale, 1.
    pub const MIN: Self = Self(1.0);
    /// The middle of the scale, 3.
    pub const MIDDLE: Self = Self(3.0);
    /// The high end of the scale, 5.
    pub const MAX: Self = Self(5.0);

    /// # Errors
    /// When `value` is not finite or lies outside 1..=5.
    pub fn new(value: f64) -> Result<Self, LevelError> {
        if (1.0..=5.0).contains(&value) {
            Ok(Self(value))
        } else {
            Err(LevelError(value))
        }
    }

    /// The nearest level on a grid of `step`, cut to the scale's ends; used by sliders and keys.
    #[must_use]
    pub fn snapped(value: f64, step: f64) -> Self {
        if !value.is_finite() {
            return Self::MIDDLE;
        }
        let on_grid = (value / step).round() * step;
        // Ten times the value is whole for every step in use, so this removes binary dust.
        Self(((on_grid * 10.0).round() / 10.0).clamp(1.0, 5.0))
    }

    /// The level as scored, 1..=5.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// The whole level 1..=5 nearest to it, halves upwards: the level whose sentence describes it.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a level is within 1..=5"
    )]
    pub fn nearest(self) -> usize {
        (self.0 + 0.5).floor() as usize
    }

    /// Favourability u in 0..=1, larger always better for adoption:
    /// `(x - 1) / 4` for a direct factor, `1 - (x - 1) / 4` for an inverse one.
    ///
    /// Source: ours (min-max normalisation on the fixed bounds of the scale, reflected for inverse
    /// factors).
    #[must_use]
    pub fn favourability(self, factor: Factor) -> f64 {
        orient(self.0, factor)
    }
}

/// Favourability of a level given as a plain number 1..=5 (a mean of levels, say).
pub(crate) fn orient(level: f64, factor: Factor) -> f64 {
    let direct = (level - 1.0) / 4.0;
    match factor.polarity() {
        Polarity::Direct => direct,
        Polarity::Inverse => 1.0 - direct,
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// What one respondent said of one factor or indicator. A missing score is never a number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Score {
    /// Nobody answered yet, or "don't know".
    #[default]
    NotScored,
    /// The question does not apply here.
    NotApplicable,
    /// A level from 1 to 5.
    Scored(Level),
}

impl Score {
    /// The level, where there is one.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Scored(level) => Some(level),
            Self::NotScored | Self::NotApplicable => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_finite_numbers_from_one_to_five_are_levels() {
        for bad in [0.999, 5.001, f64::NAN, f64::INFINITY, -1.0, -0.0] {
            assert!(Level::new(bad).is_err(), "{bad} was accepted");
        }
        assert_eq!(Level::new(1.0), Ok(Level::MIN));
        assert_eq!(Level::new(5.0), Ok(Level::MAX));
    }

    #[test]
    fn snapping_leaves_no_binary_dust_and_stays_on_the_scale() {
        assert_eq!(Level::snapped(3.24, 0.1).value().to_string(), "3.2");
        assert_eq!(Level::snapped(3.3, 0.5).value().to_string(), "3.5");
        assert_eq!(Level::snapped(9.0, 0.5), Level::MAX);
        assert_eq!(Level::snapped(f64::NAN, 0.5), Level::MIDDLE);
    }

    #[test]
    fn the_sentence_of_a_half_is_that_of_the_level_above() {
        let nearest: Vec<usize> = [1.0, 1.4, 1.5, 4.4, 4.5, 5.0]
            .into_iter()
            .filter_map(|value| Level::new(value).ok().map(Level::nearest))
            .collect();
        assert_eq!(nearest, [1, 1, 2, 4, 5, 5]);
    }

    #[test]
    fn favourability_turns_inverse_factors_round() {
        let level = Level::snapped(2.0, 0.1);
        assert!((level.favourability(Factor::Compatibility) - 0.25).abs() < 1e-15);
        assert!((level.favourability(Factor::Complexity) - 0.75).abs() < 1e-15);
    }
}

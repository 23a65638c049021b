//! How sure the answer is: the types.

/// What the spread of the respondents says of the answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Certainty {
    /// Two respondents: R of each alone, 0..=1, in panel order.
    Both([f64; 2]),
    /// Three or more: 90 % intervals.
    Intervals {
        /// Of R, 0..=1.
        resonance: Interval,
        /// Of S, 0..=1.
        supply: Interval,
        /// Of D, 0..=1.
        demand: Interval,
    },
}

/// A 90 % interval on the scale of its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

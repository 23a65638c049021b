//! One way to lift a side.

/// One way to lift a side: how often each of its four factors, at which effort, to which value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lift {
    pub steps: [u8; 4],
    pub effort: u32,
    /// What the side comes to, 0..=1.
    pub value: f64,
    /// What each factor comes to, 0..=1; 1 for one that does not apply, which nothing can lift.
    pub ends: [f64; 4],
}

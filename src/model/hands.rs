//! A show of hands: how many of the room stand at each level, without anybody's name.

use super::score::Level;

/// Hands counted at the levels 1..=5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hands([u16; 5]);

impl Hands {
    /// As many hands at each level from 1 up.
    #[must_use]
    pub const fn new(counts: [u16; 5]) -> Self {
        Self(counts)
    }

    /// The counts at the levels from 1 up.
    #[must_use]
    pub const fn counts(&self) -> [u16; 5] {
        self.0
    }

    /// How many hands there are.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().map(|count| u32::from(*count)).sum()
    }

    /// Every level that has hands, 1..=5, with how many.
    pub fn levels(&self) -> impl Iterator<Item = (Level, u16)> {
        let levels = [1.0, 2.0, 3.0, 4.0, 5.0].map(|level| Level::snapped(level, 1.0));
        levels
            .into_iter()
            .zip(self.0)
            .filter(|(_, count)| *count > 0)
    }
}

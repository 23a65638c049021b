//! Showing enterprises to a room, one after the other: nothing but the answer, in large type.

use crate::model::EnterpriseId;

/// What is being presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// The enterprises in the order in which they are shown; at least one.
    pub enterprises: Vec<EnterpriseId>,
    /// Which of them is on screen.
    pub at: usize,
    /// Whether the window filled the screen before.
    pub(super) filled_before: bool,
}

/// An intent of presenting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PresentAction {
    /// Shows these, from the first on.
    Begin(Vec<EnterpriseId>),
    /// Goes so many further; back where the number is below 0.
    Turn(isize),
    /// Ends it.
    End,
}

//! The session in a room: who is scoring, how scores come in, the step it is at.

use super::FocusRequest;
use crate::{
    edit::Revision,
    model::{Factor, RespondentId, Response, Score, Stage},
};

/// How scores come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ScoringWay {
    /// The laptop goes from hand to hand.
    #[default]
    Laptop,
    /// A facilitator types a grid of people and factors.
    Grid,
    /// The room shows hands, which are counted.
    Hands,
}

/// What of the session is on screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoomView {
    /// How scores come in.
    pub way: ScoringWay,
    /// Who has the laptop now.
    pub scorer: Option<RespondentId>,
    /// The state of the document when they got it: undoing stops there.
    pub since: Option<Revision>,
    /// Asks their first open slider to take the focus, with the page at its top.
    pub arrives: FocusRequest,
    /// Whether the strips are split by role.
    pub by_role: bool,
    /// The roles compared, by their place among the roles.
    pub groups: (usize, usize),
    /// When the time for talking is over, in seconds on the window's clock.
    pub talk_ends: Option<f64>,
}

impl Default for RoomView {
    fn default() -> Self {
        Self {
            way: ScoringWay::default(),
            scorer: None,
            since: None,
            arrives: FocusRequest::None,
            by_role: false,
            groups: (0, 1),
            talk_ends: None,
        }
    }
}

/// How long a room talks about a factor by the timer, in seconds.
pub const TALK_SECONDS: f64 = 180.0;

/// An intent of the session.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomAction {
    /// Goes to a step of the selected round's session; `Open` ends the session.
    Stage(Stage),
    /// Chooses how scores come in.
    Way(ScoringWay),
    /// Asks for the laptop to be handed to somebody.
    HandTo(RespondentId),
    /// The one who has the laptop is done, or the facilitator takes it back.
    Done,
    /// Begins another round that keeps this one, at scoring.
    NextRound,
    /// Shows strips of everybody, or by role.
    ByRole(bool),
    /// Compares two roles.
    Groups(usize, usize),
    /// Starts or stops the timer.
    Timer,
    /// Opens the page on which people are pasted.
    AskPeople,
    /// Changes what was pasted there.
    TypePeople(String),
    /// Pastes a block of scores into the grid, its corner at somebody's factor.
    PasteScores {
        /// The first row.
        person: RespondentId,
        /// The first column.
        factor: Factor,
        /// The block as pasted.
        text: String,
    },
}

/// Whether somebody answered anything.
#[must_use]
pub fn has_answers(response: &Response) -> bool {
    let mut answers = response.answers.iter();
    answers.any(|(_, answer)| answer.score() != Score::NotScored)
}

/// The facilitator's key: back to the room from the form of whoever has the laptop.
pub const TAKE_LAPTOP_BACK: &str = "Ctrl+Shift+B";

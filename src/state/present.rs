//! Showing enterprises to a room, one after the other: nothing but the answer, in large type.

use super::{Effect, State};
use crate::model::EnterpriseId;

/// What is being presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// The enterprises in the order in which they are shown; at least one.
    pub enterprises: Vec<EnterpriseId>,
    /// Which of them is on screen.
    pub at: usize,
    /// Whether the window filled the screen before.
    filled_before: bool,
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

impl State {
    pub(super) fn present(&mut self, action: PresentAction) {
        match action {
            PresentAction::Begin(enterprises) => self.present_from(enterprises, 0),
            PresentAction::Turn(by) => {
                let Some(presented) = &mut self.session.presented else {
                    return;
                };
                let next = presented.at.checked_add_signed(by);
                if let Some(next) = next.filter(|next| *next < presented.enterprises.len()) {
                    presented.at = next;
                    let id = presented.enterprises[next];
                    self.session.select(Some(id));
                }
            }
            PresentAction::End => {
                let ended = self.session.presented.take();
                if ended.is_some_and(|presented| !presented.filled_before) {
                    self.effect(Effect::FillScreen(false));
                }
            }
        }
    }

    /// Presents those selected in the portfolio; where none are, all that are listed, from the chosen
    /// one on.
    pub(super) fn present_chosen(&mut self) {
        let enterprises = self.workbook().enterprises.iter();
        let ids: Vec<EnterpriseId> = enterprises.map(|enterprise| enterprise.id).collect();
        let selected = &self.session.selected;
        let chosen: Vec<EnterpriseId> = ids
            .iter()
            .copied()
            .filter(|id| selected.contains(id))
            .collect();
        let (shown, from) = if chosen.is_empty() {
            (ids, self.session.enterprise)
        } else {
            (chosen, None)
        };
        let at = shown.iter().position(|id| Some(*id) == from);
        self.present_from(shown, at.unwrap_or_default());
    }

    fn present_from(&mut self, enterprises: Vec<EnterpriseId>, at: usize) {
        let Some(first) = enterprises.get(at).copied() else {
            return;
        };
        // What is being opened takes the place of what would be presented.
        if !self.at_work.reads_nothing() {
            return;
        }
        self.session.select(Some(first));
        self.session.explained = None;
        self.session.presented = Some(Presentation {
            enterprises,
            at,
            filled_before: self.moment.fills_screen,
        });
        self.document.history.leave_field();
        self.effect(Effect::FillScreen(true));
    }
}

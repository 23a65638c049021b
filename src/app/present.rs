//! Showing enterprises to a room, one after the other: nothing but the answer, in large type.

use egui::{Context, Key, Modifiers, ViewportCommand};

use super::{Action, Actions, MenuAction, Workbench, tasks::Busy};
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

/// What a presentation is laid out for, in logical points; larger windows magnify it.
const LAID_OUT: [f32; 2] = [800.0, 500.0];

impl Workbench {
    pub(super) fn present(&mut self, ctx: &Context, action: PresentAction) {
        match action {
            PresentAction::Begin(enterprises) => self.present_from(ctx, enterprises, 0),
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
                    ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
                }
            }
        }
    }

    /// Presents those selected in the portfolio; where none are, all that are listed, from the chosen
    /// one on.
    pub(super) fn present_chosen(&mut self, ctx: &Context) {
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
        self.present_from(ctx, shown, at.unwrap_or_default());
    }

    fn present_from(&mut self, ctx: &Context, enterprises: Vec<EnterpriseId>, at: usize) {
        let Some(first) = enterprises.get(at).copied() else {
            return;
        };
        // What is being opened takes the place of what would be presented.
        if self.tasks.busy() == Busy::Opening {
            return;
        }
        let filled = ctx.input(|input| input.viewport().fullscreen.unwrap_or_default());
        self.session.select(Some(first));
        self.session.explained = None;
        self.session.presented = Some(Presentation {
            enterprises,
            at,
            filled_before: filled,
        });
        self.document.history.leave_field();
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
    }

    /// The keys of a presentation, and of the rest only those that change how things look.
    pub(super) fn presenting_keys(ctx: &Context, actions: &mut Actions) {
        let pressed = |keys: &[Key]| {
            let mut pressed = keys.iter();
            pressed.any(|key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
        };
        let mut push = |action| actions.push(Action::Present(action));
        if pressed(&[Key::Escape, Key::F5]) {
            push(PresentAction::End);
        }
        if pressed(&[Key::ArrowRight, Key::ArrowDown, Key::PageDown, Key::Space]) {
            push(PresentAction::Turn(1));
        }
        if pressed(&[Key::ArrowLeft, Key::ArrowUp, Key::PageUp, Key::Backspace]) {
            push(PresentAction::Turn(-1));
        }
    }

    /// Whether a menu's entry works while something is presented.
    pub(super) const fn works_presenting(action: MenuAction) -> bool {
        matches!(
            action,
            MenuAction::SwapPicture
                | MenuAction::ChartsAsText
                | MenuAction::UseAliases
                | MenuAction::ThemeSystem
                | MenuAction::ThemeLight
                | MenuAction::ThemeDark
                | MenuAction::ThemeHighContrast
                | MenuAction::English
                | MenuAction::Chinese
                | MenuAction::Quit
        )
    }

    /// By how much everything is magnified, in percent: as the settings say, or as the window has room
    /// for while something is presented.
    pub(super) fn magnified_percent(&self, ctx: &Context) -> u16 {
        let usual = self.settings.text_size_percent;
        if self.session.presented.is_none() {
            return usual;
        }
        let window = ctx.content_rect().size() * ctx.zoom_factor();
        let most = (window.x / LAID_OUT[0]).min(window.y / LAID_OUT[1]);
        // In steps, so that a window being resized does not lay out all type anew with every point.
        let steps = (10..=80).rev().find(|step| f32::from(*step) / 20.0 <= most);
        steps.unwrap_or(10) * 5
    }
}

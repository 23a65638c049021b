//! What is on screen: a screen reads a [`View`](crate::state::View), paints, and pushes
//! [`Action`](crate::state::Action)s. It never changes the document, does input or output, or spawns.

pub mod acting;
pub mod charts;
mod date_ui;
pub mod dates;
mod enterprise_choices;
pub mod explain;
mod lineup_words;
mod plan_button;
pub mod present;
pub mod recovery;
mod resonance_number;
pub mod robust_words;
pub mod screens;
pub mod shell;
mod shortcuts;
pub mod versions;
pub mod widgets;

pub use shortcuts::{printed, shortcut_text, shortcuts, take_laptop_back};

//! What is on screen: a screen reads a [`View`](crate::state::View), paints, and pushes
//! [`Action`](crate::state::Action)s. It never changes the document, does input or output, or spawns.

pub mod advice_words;
pub mod charts;
pub mod dates;
pub mod explain;
mod lineup_words;
pub mod present;
pub mod recovery;
pub mod robust_words;
pub mod screens;
pub mod shell;
mod shortcuts;
pub mod widgets;
pub mod words;

pub use shortcuts::{printed, shortcut_text, shortcuts, take_laptop_back};

//! The window: eframe's glue around [`State`](crate::state::State), which alone decides.
//!
//! Each pass drains the inbox of finished tasks, reads keys and dropped files, shows the screens, hands
//! their actions to `State::update` and performs the effects that come back.

mod dialogs;
#[cfg(unix)]
mod ending;
mod keeper;
mod keys;
mod launch;
mod papers;
mod perform;
mod platform;
mod start_error;
mod tasks;
mod typed_first;
mod workbench;

pub use dialogs::{FileDialogs, NativeDialogs, Waiting};
pub use launch::run_window;
pub use perform::perform;
pub use start_error::StartError;
pub use workbench::{Surroundings, Workbench};

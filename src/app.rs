//! The names of [`crate::state`] and [`crate::window`] as they were.

pub use crate::{state::*, window::*};

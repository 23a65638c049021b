//! Asking for the keyboard focus.

/// Whether a widget should take the focus when it is next shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FocusRequest {
    /// Leave the focus where it is.
    #[default]
    None,
    /// Take it.
    Wanted,
}

//! Resonance.
pub mod analysis;
pub mod i18n;
pub mod model;

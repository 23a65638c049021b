//! Resonance.
pub mod analysis;
pub mod edit;
pub mod i18n;
pub mod knowledge;
pub mod model;

//! Resonance.
pub mod analysis;
pub mod chart;
pub mod edit;
pub mod i18n;
pub mod knowledge;
pub mod model;
pub mod storage;

//! Resonance.
pub mod analysis;
pub mod app;
pub mod chart;
pub mod cli;
pub mod edit;
pub mod i18n;
pub mod import;
pub mod knowledge;
pub mod model;
pub mod storage;
pub mod ui;

//! Every test that needs more than one module, in one program: a file a capability.
//!
//! `support` holds what several of them need: builders, a workbench in a harness, a folder.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that fails is meant to stop"
)]

mod analysis;
mod apart;
mod bad_input;
mod charts;
mod cli;
mod codes;
mod compare;
mod csv;
mod desk;
mod edit;
mod errors;
mod explain;
mod faults;
mod files;
mod floors;
mod flows;
mod form;
mod guided;
mod handover;
mod incoming;
#[path = "../fuzz/inputs.rs"]
mod inputs;
mod intake;
mod knowledge;
mod like_for_like;
mod masking;
mod merge;
mod paper;
mod plan;
mod portfolio;
mod present;
mod published;
mod random_user;
mod random_window;
mod rank;
mod ranks;
mod records;
mod recovery;
mod refusals;
mod report_cli;
mod report_layout;
mod reports;
mod room;
mod screens;
mod several;
mod steps;
mod storage;
mod support;
mod table;
mod tidy;
mod update;
mod versions;
mod weights;
mod words;

//! Resonance: a workbench that tells an enterprise how ready it is to adopt a new technology.
//!
//! # Bird's-eye view
//!
//! A [`model::Workbook`] holds enterprises, their panels and rounds, and everybody's scores of the
//! eight factors of the DANT-KIF model. [`analysis::evaluate`] turns one round into one
//! [`analysis::RoundResult`], from which every screen, chart, command and file reads; no two places
//! can disagree because none of them computes. The report that the model comes from gives factors
//! and meanings and no formula: what is the report's and what is ours is said in [`analysis`], on
//! screen, and in the README.
//!
//! ```text
//! file -> Workbook -> [analysis] -> Results -> View -> Action -> dispatch -> Command -> Workbook -> file
//! ```
//!
//! # Code map
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`model`] | plain data: factors, scores, responses, rounds, enterprises, workbook, ids |
//! | [`analysis`] | pure functions from a round, or a portfolio of them, to what it says |
//! | [`knowledge`] | what the presets hold (bilingual RON under `presets/`, and the user's own), search, and the advice made of it |
//! | [`edit`] | commands, the one function that applies them, undo and redo by snapshots |
//! | [`storage`] | file versions, opening, atomic saving, locks, unsaved work kept for recovery, settings |
//! | [`import`] | the scores CSV, any table of scores, response codes, and telling which kind a file is |
//! | [`export`] | what leaves the workbench besides its own files: the response form |
//! | [`chart`] | charts as geometry: shapes for the screen and later for every export |
//! | [`i18n`] | every word in both languages, typed |
//! | [`cli`] | the headless commands |
//! | [`app`] | the window's glue: session, actions, dispatch, tasks, launch |
//! | [`ui`] | theme, widgets, charts on screen, explanations, shell, screens, presenting |
//!
//! # Architecture invariants
//!
//! - A screen is a function of a [`app::View`] that pushes [`app::Action`]s. It never changes the
//!   document, does input or output, or spawns.
//! - Only `app/dispatch.rs` acts on actions: with a [`edit::Command`], a change of the
//!   [`app::Session`], or a task on a thread whose answer comes back through one inbox.
//! - Only `edit/apply/` changes a workbook. A refused command changes nothing.
//! - Results are computed once for each round and settings, and kept; a view asks, never computes.
//! - [`model`], [`analysis`], [`knowledge`], [`chart`] and [`edit`] know nothing of egui, files,
//!   the clock or randomness: ids, seeds and the present moment are arguments.
//! - What may be said of names, roles and rounds being scored is decided in `model/masking.rs`, and of what
//!   a merge or a table brings in `edit/merge/brought.rs` and `import/table/masking.rs`, which ask it.
//! - A missing score is a state and never a number.
//! - Nothing is keyed by a name that the user can edit.
//! - Loading gives a whole workbook or an error that says what and where. Settings alone fall back
//!   field by field.
//! - What is in no file is kept beside the settings by a thread, about a second after it changed; nothing
//!   but saving, discarding and undoing removes it.
//! - A file is written beside the old one, read back and compared before it takes its place.
//! - Colours are theme tokens; a raw colour elsewhere is a lint error.
//! - Nothing is painted again without a cause.
//!
//! `tests/all/tidy.rs` enforces those that a test can see.
//!
//! # Where to add …
//!
//! - **a message**: a line in a file of `i18n/`, both languages on it.
//! - **a screen**: a file in `ui/screens/` with `fn …_ui(ui, view, actions)`, a variant of
//!   [`app::Screen`], a [`app::MenuAction`] with text, icon, shortcut and menu, a line in
//!   `ui/shell/mod.rs` and `ui/shell/top_bar.rs`, pictures in `tests/all/screens.rs`.
//! - **a change to the document**: a variant of [`edit::Command`] with its step and field, its arm in
//!   `edit/apply/`, the step's words in `i18n/edit_words.rs`.
//! - **an intent**: a variant of [`app::Action`] (or of [`app::MenuAction`] where it is in a menu) and its
//!   arm in `app/dispatch.rs`.
//! - **a factor**: the eight are the model's; [`model::Factor`], the framework preset and the scores CSV
//!   change together, and the file gets a new version.
//! - **a file version**: a folder in `storage/records/` with the records that change and what they grow from
//!   (the others it takes over from the version before); its name and number in `storage/records/mod.rs`; a line
//!   in `storage/upgrade.rs`; what it adds in `storage/convert/`; a fixture under `tests/fixtures/`, opened in
//!   `tests/all/storage.rs`. No older folder is touched.
//! - **a kind of knowledge**: its type in `knowledge/entries.rs`, its `Entry` in `knowledge/gather.rs`, a preset
//!   under `presets/`, its words in the search and on the Knowledge screen.
//! - **an advised step**: an entry in `presets/rules.ron`; a test holds every rule to a situation in which it is one
//!   of the three steps.
//! - **a computed number**: a function in [`analysis`] with its range, edge cases and source, a field
//!   of [`analysis::RoundResult`], a variant of [`app::Explained`], and its explanation in
//!   `ui/explain/`; `tests/all/explain.rs` holds every explanation to the number on screen.

pub mod analysis;
pub mod app;
pub mod chart;
pub mod cli;
pub mod edit;
pub mod export;
pub mod i18n;
pub mod import;
pub mod knowledge;
pub mod model;
pub mod state;
pub mod storage;
pub mod ui;
pub mod window;

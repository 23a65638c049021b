//! Resonance: a workbench that tells an enterprise how ready it is to adopt a new technology.
//!
//! # Bird's-eye view
//!
//! A [`model::Workbook`] holds enterprises, their panels and rounds, and everybody's scores of the
//! eight factors of the DANT-KIF model. [`analysis::evaluate`] turns one round into one
//! [`analysis::RoundResult`], from which every screen, chart, command and file reads, so that no two
//! places can disagree. The report that the model comes from gives factors
//! and meanings and no formula: what is the report's and what is ours is said in [`analysis`], on
//! screen, and in the README.
//!
//! ```text
//! key, click, file dialog, finished thread
//!        |                                        effects: open, save, export, copy, keep, close ...
//!   Action, Answer --> State::update, State::answered --> Vec<Effect> --> window performs --> Answer
//!                         |   edit::Command
//!                         v
//! file --> Workbook --> Results (analysis, once each) --> View --> screens, charts --> Action
//! ```
//!
//! From a key press to the saved file: `window/keys.rs` finds the row of the command table (`state/commands.rs`) and
//! pushes its [`state::Action`]; [`state::State::update`] runs the row, which lands in `state/update/saving.rs`, where one save
//! runs at a time and the newest waits; it gives back [`state::Effect::Save`]; `window/workbench.rs` hands that to a
//! thread (`window/tasks.rs`), which performs it (`window/perform.rs`, `storage/save.rs`) and puts the [`state::Answer`]
//! into the inbox; the next pass gives it to [`state::State::answered`] (`state/update/answers.rs`). Without a file the first
//! effect is [`state::Effect::Choose`], and its answer goes on in `state/update/file_jobs.rs`. Nothing of [`state`]
//! needs a window: `tests/all/update.rs` goes this way without one.
//!
//! # Floors
//!
//! A file imports only from floors below its own, and no files import one another in a circle;
//! `tests/all/floors.rs` reads every import and holds the house to it.
//!
//! | floor, from the ground up | what it holds |
//! | --- | --- |
//! | [`language`] | the languages, without words |
//! | [`model`] | plain data: factors, scores, responses, rounds, enterprises, workbook, ids; what of it may be said before others |
//! | [`analysis`] | pure functions from a round, or a portfolio of them, to what it says (on one floor with the next two) |
//! | [`chart`] | charts as geometry: shapes for the screen and for paper |
//! | [`edit`] | commands, the one function that applies them, undo and redo by snapshots, merging |
//! | [`knowledge`] | what the presets hold (bilingual RON under `presets/`, and the user's own), search, and the advice made of it |
//! | [`storage`] | file versions, opening, atomic saving, locks, unsaved work kept for recovery, earlier versions, settings; errors as data |
//! | [`import`] | the scores CSV, any table of scores, response codes, and telling which kind a file is |
//! | [`i18n`] | every word in both languages, typed, and the sentence of every error |
//! | [`wording`] | sentences and charts made of results, the same on screen, on paper and in the command line |
//! | [`export`] | what leaves the workbench besides its own files, reports and the scores CSV (which `import` reads and writes): the response forms |
//! | [`theme`] | colours as tokens, type, space, fonts, icons |
//! | [`report`] | what goes on paper: the tree of a report, its pages, and every format that is written from them |
//! | [`state`] | the program without its window: document, session, actions, commands of the menus, file jobs, kept results |
//! | [`ui`] | what is painted: widgets, charts on screen, explanations, screens, shell |
//! | [`window`] | eframe's glue: performing effects, threads, keys, dialogs of the system, keeping unsaved work |
//! | [`cli`] | the headless commands; knows [`state::Launch`] and never the window |
//!
//! # Invariants
//!
//! - A screen is a function `x_ui(ui, view, actions)`: it reads a [`state::View`], paints, and pushes [`state::Action`]s. It never
//!   changes the document, computes, does input or output, or spawns. Colours come from `ui.tokens()`.
//! - [`state`] names neither egui nor rfd. It looks at files (whether one is there, whose lock it is) and reads and
//!   writes none: that it asks for with [`state::Effect`]s. No effect or answer falls through a `_`.
//! - Only `edit/apply/` changes the open workbook; what builds another one (merging, tables, converting) replaces it
//!   whole, as one command. A refused command changes nothing.
//! - In the window, results and what follows from them (targets, what-ifs, plans, groups, weights) are computed
//!   once for each round and settings and kept in [`state::Results`]; ranks are counted on a thread.
//! - [`model`], [`analysis`], [`knowledge`], [`chart`] and [`edit`] know nothing of egui, files,
//!   the clock or randomness: ids, seeds and the present moment are arguments.
//! - What may be said of names, roles and rounds being scored is decided in `model/masking.rs`, and of what
//!   a merge or a table brings in `edit/merge/brought.rs` and `import/table/masking.rs`, which ask it.
//! - A missing score is a state and never a number.
//! - Nothing is keyed by a name that the user can edit.
//! - Errors are data; [`model`], [`edit`], [`knowledge`], [`storage`] and [`import`] know no sentence. What the
//!   system or a library says of a failure is quoted in English alone, never to a Chinese reader.
//! - Loading gives a whole workbook or an error that says what and where. Settings alone fall back
//!   field by field. A frozen file version holds literals and calls no later version's code.
//! - What is in no file is kept beside the settings by a thread, about a second after it changed; nothing
//!   but saving, discarding and undoing removes it.
//! - Earlier versions are kept by that thread for each workbook's id, after what is in no file; as a copy each opens with
//!   all hidden that is hidden now.
//! - The system's wish to end asks nobody: what is in no file stays kept, and what is being written is waited for.
//! - A file is written beside the old one, read back and compared before it takes its place. One save runs at a
//!   time; nothing else that is busy holds it up. Each step asks the disk through `storage/disk.rs`, where
//!   `tests/all/faults.rs` makes every one of them fail.
//! - While another window has the document's file nothing of it can be changed: [`state::State::update`] refuses what
//!   `Action::changes_document` names, and `ui::widgets::editable` shows fields as they are.
//! - The document's file is looked at when the window gets the focus and before saving, and on a clock only while
//!   somebody else has it. What others made of it is never replaced and never taken in unasked.
//! - A panic on any thread is an answer: a sentence for the user, and nothing stays busy.
//! - Nothing is painted again without a cause.
//!
//! `tests/all/floors.rs` and `tests/all/tidy.rs` hold those that a test can see.
//!
//! # Recipes
//!
//! - **a message**: a line in a file of `i18n/`, both languages on it; a new file is listed twice in `i18n/mod.rs`.
//! - **an error**: a variant with what is known of it, its sentence in `i18n/` (of the command line: `cli/usage.rs`), a
//!   line in `tests/all/errors.rs`.
//! - **a screen**: 1 a module in `ui/screens/` with `x_ui(ui, view, actions)`; 2 a variant of [`state::Screen`]
//!   (`state/session.rs`); 3 a row in `state/commands.rs`; 4 a row in `ui/shell/places.rs`; 5 its words in `i18n/`. A
//!   picture in `tests/all/screens.rs`. Actions of its own are the next recipe.
//! - **an action of a screen**: 1 its variant (`state/action.rs`, or the enum of its subject); 2 what it does in
//!   `state/update/`; 3 where whoever has the laptop may do it, `state/update/scorer.rs` (all others may not).
//! - **an export**: 1 a module in `export/` that makes bytes; 2 a variant and a row of [`state::FileJob`]
//!   (`state/file_jobs.rs`), and what it does in `state/update/file_jobs.rs`; 3 its content in `state/update/exports.rs` (a
//!   closure that the thread runs); 4 a row in `state/commands.rs`; 5 its words. A test beside `tests/all/form.rs`.
//! - **a format of reports**: a variant of [`report::Format`] (`report/choices.rs`), its bytes in `report/order.rs`, its
//!   [`state::FileJob`] and its word on the Report page. **A kind of report**: [`report::ReportKind`], its words in both places.
//! - **a command of the menus**: a row in `state/commands.rs` (words, icon, keys, when, ticked, while presenting, while
//!   scoring, what it does) and its words.
//! - **a change to the document**: a variant of [`edit::Command`] with its step and field, its arm in
//!   `edit/apply/`, the step's words in `i18n/edit_words.rs` and `i18n/shell_words.rs`, a refusal in `tests/all/refusals.rs`.
//! - **something the world has to do**: a variant of [`state::Effect`] and of [`state::Answer`]; the compiler then asks for it
//!   in `state/effect.rs`, `window/perform.rs`, `window/workbench.rs`, `state/update/answers.rs` and `tests/all/desk.rs`.
//! - **a chart**: 1 its geometry in `chart/` on a `Canvas`, with `Scale` and `RowFrame`; 2 its numbers as lines of
//!   text; 3 what it is made of in `ui/charts/`.
//! - **a factor**: the eight are the model's; [`model::Factor`], the framework preset and the scores CSV
//!   change together, and the file gets a new version.
//! - **a file version**: a folder in `storage/records/` with the records that change and what they grow from
//!   (the others it takes over from the version before); its name and number in `storage/records/mod.rs`; a line
//!   in `storage/upgrade.rs`; what it adds in `storage/convert/`; a fixture under `tests/fixtures/`, opened in
//!   `tests/all/storage.rs`. No older folder is touched.
//! - **a kind of knowledge**: its type in `knowledge/entries.rs`, its field in `knowledge/base.rs`, its `Entry` and kind in
//!   `knowledge/gather.rs`, a preset under `presets/`, its words in the search and on the Knowledge screen.
//! - **an advised step**: an entry in `presets/rules.ron`; a test holds every rule to a situation in which it is one
//!   of the three steps.
//! - **a computed number**: a function in [`analysis`] with its range, edge cases and source, a field
//!   of [`analysis::RoundResult`] or a method of [`state::Results`], a variant of [`state::Explained`], and its explanation in
//!   `ui/explain/`; `tests/all/explain.rs` holds every explanation to the number on screen.
//!
//! # Bad input and a random user
//!
//! What must hold of every input is in `tests/fuzz/inputs.rs`, a function for each kind. `tests/all/bad_input.rs` holds
//! bad, changed and random files to it, and all that fuzzing began with and found; `tests/fuzz` is a crate of its own,
//! outside of this build, that fuzzes them (with `cargo install cargo-fuzz --locked`; the first folder fills up):
//!
//! ```text
//! mkdir -p target/fuzz/corpus/KIND
//! RUSTC_BOOTSTRAP=1 cargo fuzz run --fuzz-dir tests/fuzz --target-dir target/fuzz -s none KIND \
//!     target/fuzz/corpus/KIND tests/fuzz/seeds/KIND -- -rss_limit_mb=600 -timeout=5 -max_len=6000 -max_total_time=600
//! ```
//!
//! KIND is `workbook`, `scores_csv`, `table_csv`, `table_xlsx`, `table_xls`, `table_ods`, `codes`, `preset`, `settings` or
//! `recovery`. What ends it goes to `tests/fuzz/found/KIND` once it is mended.
//!
//! `tests/all/random_user.rs` and `tests/all/random_window.rs` do random things, some thousands in the gate. The long run,
//! where `RESONANCE_RANDOM_SEED` makes it another one:
//!
//! ```text
//! RESONANCE_RANDOM_ACTIONS=150000 RESONANCE_RANDOM_CLICKS=50000 cargo test --test all random_ -- --nocapture
//! ```
//!
//! # Glossary
//!
//! | word | what it stands for |
//! | --- | --- |
//! | score | what somebody said of a factor, 1..=5 as asked; for complexity and costs less is better |
//! | favourability | a score turned so that more is better, 0..=1 |
//! | S, D | the sides of supply (the technology) and demand (the enterprise), weighted means of favourabilities, 0..=1 |
//! | R | the resonance index, 0..=100 on screen and 0..=1 in the code: `sqrt(S * D)` |
//! | respondent, panel | somebody who scores; all who score for one enterprise |
//! | round, stage | one scoring of a panel; its step in a room: open, define, score, reveal, discuss, agree |
//! | scorer | whoever has the laptop in a room |
//! | profile | levels in place of scores: a target or a what-if |
//! | lever, path | what one level more would bring; the cheapest way to a goal |
//! | session, view | what is looked at, neither undone nor saved; all that a screen may read |
//! | holder, note | who has a file open; what its lock says of that, which another computer may have left behind |
//! | sheet, full report, portfolio report | what goes on paper: a firm on one page, a firm in full, many firms |
//! | tree, layout, painter | a report before it has pages; how it gets them; what writes them as PDF, SVG or on screen |
//! | earlier version | a state of a workbook kept beside the settings when it was saved, opened, recovered or given up |
//! | kept, unsaved work | a state that is in no file, in the recovery folder until it is |

pub mod analysis;
pub mod chart;
pub mod cli;
pub mod edit;
pub mod export;
pub mod i18n;
pub mod import;
pub mod knowledge;
pub mod language;
pub mod model;
pub mod report;
pub mod state;
pub mod storage;
pub mod theme;
pub mod ui;
pub mod window;
pub mod wording;

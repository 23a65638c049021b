//! Icons: characters of the bundled icon face (a subset of Phosphor, listed in
//! `assets/fonts/icons.tsv`).

/// `list`.
pub const MENU: &str = "\u{e2f0}";
/// `arrow-u-up-left`.
pub const UNDO: &str = "\u{e08a}";
/// `arrow-u-up-right`.
pub const REDO: &str = "\u{e08c}";
/// `magnifying-glass`.
pub const SEARCH: &str = "\u{e30c}";
/// `plus`.
pub const ADD: &str = "\u{e3d4}";
/// `x`.
pub const CLOSE: &str = "\u{e4f6}";
/// `trash`.
pub const DELETE: &str = "\u{e4a6}";
/// `copy`.
pub const DUPLICATE: &str = "\u{e1ca}";
/// `pencil-simple`.
pub const RENAME: &str = "\u{e3b4}";
/// `arrow-up`.
pub const UP: &str = "\u{e08e}";
/// `arrow-down`.
pub const DOWN: &str = "\u{e03e}";
/// `caret-down`.
pub const CARET_DOWN: &str = "\u{e136}";
/// `caret-right`.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// `dots-three`.
pub const MORE: &str = "\u{e1fe}";
/// `floppy-disk`.
pub const SAVE: &str = "\u{e248}";
/// `folder-open`.
pub const OPEN: &str = "\u{e256}";
/// `file-plus`.
pub const NEW: &str = "\u{e236}";
/// `presentation-chart`.
pub const DEMO: &str = "\u{e656}";
/// `clock-counter-clockwise`.
pub const RECENT: &str = "\u{e1a0}";
/// `sun`.
pub const SUN: &str = "\u{e472}";
/// `moon`.
pub const MOON: &str = "\u{e330}";
/// `circle-half`.
pub const CONTRAST: &str = "\u{e18c}";
/// `translate`.
pub const LANGUAGE: &str = "\u{e4a2}";
/// `text-aa`.
pub const TEXT_SIZE: &str = "\u{e6ee}";
/// `info`.
pub const INFO: &str = "\u{e2ce}";
/// `warning`.
pub const WARNING: &str = "\u{e4e0}";
/// `warning-circle`.
pub const ERROR: &str = "\u{e4e2}";
/// `check-circle`.
pub const CHECK: &str = "\u{e184}";
/// `check`.
pub const CHECK_MARK: &str = "\u{e182}";
/// `polygon`.
pub const RADAR: &str = "\u{e6d0}";
/// `chart-scatter`.
pub const DOTS: &str = "\u{eaac}";
/// `chart-bar-horizontal`.
pub const BARS: &str = "\u{e152}";
/// `users`.
pub const PEOPLE: &str = "\u{e4d6}";
/// `user`.
pub const PERSON: &str = "\u{e4c2}";
/// `note-pencil`.
pub const NOTE: &str = "\u{e34c}";
/// `list-checks`.
pub const INDICATORS: &str = "\u{eadc}";
/// `prohibit`.
pub const NOT_APPLICABLE: &str = "\u{e3de}";
/// `minus-circle`.
pub const NOT_SCORED: &str = "\u{e32c}";
/// `target`.
pub const RESULTS: &str = "\u{e47c}";
/// `sliders-horizontal`.
pub const ASSESS: &str = "\u{e434}";
/// `house`.
pub const START: &str = "\u{e2c2}";
/// `sidebar-simple`.
pub const SIDEBAR: &str = "\u{ec24}";
/// `export`.
pub const EXPORT: &str = "\u{eaf0}";
/// `keyboard`.
pub const KEYBOARD: &str = "\u{e2d8}";
/// `calendar-blank`.
pub const CALENDAR: &str = "\u{e10a}";
/// `circle`.
pub const SUPPLY: &str = "\u{e18a}";
/// `square`.
pub const DEMAND: &str = "\u{e45e}";
/// `diamond`.
pub const RESONANCE: &str = "\u{e1ec}";
/// `lock-simple`.
pub const LOCK: &str = "\u{e308}";
/// `clipboard-text`.
pub const COPY: &str = "\u{e198}";
/// `lightbulb`.
pub const LIGHTBULB: &str = "\u{e2dc}";
/// `question`.
pub const QUESTION: &str = "\u{e3e8}";
/// `handshake`.
pub const HANDSHAKE: &str = "\u{e582}";
/// `flag-banner`.
pub const PLAN: &str = "\u{e622}";
/// `scales`.
pub const COMPARE: &str = "\u{e750}";
/// `squares-four`.
pub const PORTFOLIO: &str = "\u{e464}";
/// `funnel`.
pub const FILTER: &str = "\u{e266}";
/// `hand-palm`.
pub const HAND: &str = "\u{e57e}";
/// `lasso`.
pub const LASSO: &str = "\u{edc6}";
/// `trend-up`.
pub const TREND: &str = "\u{e4ae}";
/// `caret-up`.
pub const CARET_UP: &str = "\u{e13c}";
/// `sliders`.
pub const WEIGHTS: &str = "\u{e432}";
/// `path`.
pub const PATH: &str = "\u{e39c}";
/// `flask`.
pub const WHAT_IF: &str = "\u{e79e}";
/// `corners-out`.
pub const FIT: &str = "\u{e1d0}";
/// `caret-left`.
pub const CARET_LEFT: &str = "\u{e138}";

/// The mark of a side.
#[must_use]
pub const fn of_side(side: crate::model::Side) -> &'static str {
    match side {
        crate::model::Side::Supply => SUPPLY,
        crate::model::Side::Demand => DEMAND,
    }
}

//! Sentences and charts made of results, said and drawn alike on screen, on paper and in the command line.

mod advice;
mod computed;
mod doubts;
mod factor_charts;
mod group_charts;
mod names;
mod numbers;
mod sentences;
mod summary_charts;

pub use advice::{because, effort, fit, met, nearness, plan_state, plan_text, points_gained};
pub use computed::{precise, resonance_lines, side_lines, side_symbol, three};
pub use doubts::{Remark, Sign, apart, close_calls, doubts};
pub use factor_charts::{
    description, dot_hint, dot_row, factor_dots_chart, hint_outward, lines_of, radar_axes,
    state_word, vertex_of,
};
pub use group_charts::group_rows;
pub use names::Wording;
pub use numbers::{
    one_decimal, percent, plan_change, points, printed_change, rank_range, resonance_range,
    short_scores, tenth, two_decimals, two_decimals_or_none, whole,
};
pub use sentences::{
    certainty_sentence, change_sentence, coverage_words, factor_names, headline, lead_sentence,
    level_sentence, missing_sentence, weights_name, weights_used,
};
pub use summary_charts::{
    gauge_chart, gauge_spec, matrix_chart, matrix_spec, pair_rows, pairs_chart,
};

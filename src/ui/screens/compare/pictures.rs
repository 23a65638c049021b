//! The eight factors of all that is compared: one radar, small radars, or rows.

use egui::{Align, Layout, Ui, Vec2, vec2};

use super::{field::Field, numbers};
use crate::{
    chart::{
        Axis, Canvas, Chart, DumbbellRow, Outline, OutlineStyle, RowMark, Target, dumbbell_plot,
        overlay, swatch,
    },
    model::{Factor, Polarity},
    state::{Actions, CompareAction, Entry, RowOrder},
    theme::space,
    ui::{
        charts::{Readable, ScreenMeasure, Walk, chart_ui, read_chart_ui, shapes_ui},
        lineup_words::{resonance_word, score_word},
        widgets::{Column, caption_line, choose_one, column_ui, cut, look, two_columns},
    },
    wording::{dot_hint, hint_outward, lines_of, vertex_of},
};

/// From this width on the scores stand beside the radar.
const BESIDE: f32 = 820.0;

/// One radar of all, the scores beside it.
pub(super) fn overlay_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let view = field.view;
    caption_line(ui, view.language.outward_better());
    two_columns(ui, BESIDE, 0.52, |ui, column| match column {
        Column::First => {
            let width = ui.available_width();
            let size = vec2(width, (width * 0.8).clamp(260.0, 400.0));
            let all = |_: usize| OutlineStyle::Foreground;
            let chart = radar(ui, field, size, &all, Hints::Shown, spoken(field));
            let names = view.language.compare_overlay_of(&field.all_names());
            chart_ui(ui, &chart, size, &names, |ui, target| {
                hover_ui(ui, field, target);
            });
        }
        Column::Second => numbers::scores_ui(ui, field, actions),
    });
}

/// A small radar each, all of one scale.
pub(super) fn multiples_ui(ui: &mut Ui, field: &Field<'_>) {
    let view = field.view;
    let (outward, behind) = (
        view.language.outward_better(),
        view.language.compare_multiples_text(),
    );
    caption_line(ui, &format!("{outward} · {behind}"));
    let room = ui.available_width();
    let columns = if room >= 840.0 {
        3
    } else if room >= 540.0 {
        2
    } else {
        1
    };
    let columns = columns.min(field.lineup.entries.len().max(1));
    let gap = space::CARD;
    let width = ((room - gap * (columns - 1) as f32) / columns as f32).min(460.0);
    let entries: Vec<(usize, (&Entry, &str))> = field.entries().enumerate().collect();
    for row in entries.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (place, (entry, name)) in row {
                column_ui(ui, width, |ui| one_ui(ui, field, *place, entry, name));
            }
        });
    }
}

fn one_ui(ui: &mut Ui, field: &Field<'_>, place: usize, entry: &Entry, name: &str) {
    let view = field.view;
    ui.horizontal(|ui| {
        let size = vec2(38.0, 28.0);
        shapes_ui(ui, &swatch(entry.series, (size.x, size.y)), size);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(look::label(ui, resonance_word(view, &entry.result)));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                cut(ui, look::strong(ui, name));
            });
        });
    });
    let width = ui.available_width();
    let size = vec2(width, (width * 0.74).clamp(200.0, 300.0));
    let only = |other: usize| {
        if other == place {
            OutlineStyle::Foreground
        } else {
            OutlineStyle::Background
        }
    };
    let said = Factor::ALL.map(|factor| {
        let score = score_word(view, &entry.result, factor);
        format!("{} {score}", view.factor_name(factor))
    });
    let chart = radar(ui, field, size, &only, Hints::LeftOut, said.into());
    chart_ui(ui, &chart, size, name, |ui, target| {
        hover_ui(ui, field, target);
    });
}

/// Whether an inverse axis says what outward means there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hints {
    Shown,
    LeftOut,
}

fn radar(
    ui: &Ui,
    field: &Field<'_>,
    size: Vec2,
    style: &dyn Fn(usize) -> OutlineStyle,
    hints: Hints,
    description: Vec<String>,
) -> Chart {
    let view = field.view;
    let axes = Factor::ALL.map(|factor| {
        let hint = match hints {
            Hints::Shown => hint_outward(view.wording(), factor),
            Hints::LeftOut => Vec::new(),
        };
        Axis::bare(factor, lines_of(view.factor_name(factor)), hint)
    });
    let entries = field.lineup.entries.iter().enumerate();
    let outlines: Vec<Outline> = entries
        .map(|(place, entry)| Outline {
            series: entry.series,
            vertices: Factor::ALL
                .map(|factor| vertex_of(&entry.result.factors[factor]))
                .to_vec(),
            style: style(place),
        })
        .collect();
    let measure = ScreenMeasure(ui.ctx());
    let canvas = Canvas::new(description, &measure);
    overlay(&axes, &outlines, size.into(), canvas)
}

/// A row for each factor, with the marks of all.
pub(super) fn rows_ui(ui: &mut Ui, field: &Field<'_>, actions: &mut Actions) {
    let (view, language) = (field.view, field.view.language);

    let present = view.session.compare.order;
    ui.horizontal_wrapped(|ui| {
        let orders = [
            (RowOrder::Model, language.compare_order_model()),
            (RowOrder::Difference, language.compare_order_difference()),
        ];
        actions.send_some(choose_one(ui, &present, &orders).map(CompareAction::Order));
        caption_line(ui, language.rightward_better());
    });
    let mut factors = Factor::ALL;
    if present == RowOrder::Difference {
        // Stable: what differs alike stays in model order.
        factors.sort_by(|one, two| width(field, *two).total_cmp(&width(field, *one)));
    }
    let rows = factors.map(|factor| DumbbellRow {
        factor,
        label: view.factor_name(factor).to_owned(),
        hint: dot_hint(view.wording(), factor),
        marks: field
            .lineup
            .entries
            .iter()
            .map(|entry| {
                let found = &entry.result.factors[factor];
                RowMark {
                    series: entry.series,
                    value: found.favourability,
                    printed: numbers::short_score(entry, factor),
                }
            })
            .collect(),
    });
    let said = factors.map(|factor| line_of(field, factor)).into();
    let width = ui.available_width();
    let measure = ScreenMeasure(ui.ctx());
    let (chart, height) = dumbbell_plot(&rows, width, Canvas::new(said, &measure));
    let readable = Readable {
        chart: &chart,
        size: vec2(width, height),
        name: &language.compare_rows_of(&field.all_names()),
        walk: Walk { right: 1, down: 1 },
        spoken: &|target| line_of(field, target.factor),
    };
    read_chart_ui(ui, &readable, |ui, target| hover_ui(ui, field, target));
}

/// How far the favourabilities of a factor are apart, 0..=1; below 0 where there are not two.
fn width(field: &Field<'_>, factor: Factor) -> f64 {
    let entries = field.lineup.entries.iter();
    let values: Vec<f64> = entries
        .filter_map(|entry| entry.result.factors[factor].favourability)
        .collect();
    if values.len() < 2 {
        return -1.0;
    }
    let low = values.iter().copied().fold(1.0, f64::min);
    values.iter().copied().fold(0.0, f64::max) - low
}

/// A factor with the scores of all, for those who do not see the picture.
fn line_of(field: &Field<'_>, factor: Factor) -> String {
    let view = field.view;
    let scores = field
        .entries()
        .map(|(entry, name)| format!("{name} {}", score_word(view, &entry.result, factor)));
    let scores: Vec<String> = scores.collect();
    format!("{}: {}", view.factor_name(factor), scores.join("; "))
}

fn spoken(field: &Field<'_>) -> Vec<String> {
    Factor::ALL.map(|factor| line_of(field, factor)).into()
}

/// What is shown over a factor: the scores of all, and which way is better.
fn hover_ui(ui: &mut Ui, field: &Field<'_>, target: &Target) {
    let view = field.view;
    ui.set_max_width(300.0);
    ui.strong(view.factor_name(target.factor));
    for (entry, name) in field.entries() {
        ui.horizontal(|ui| {
            let size = vec2(30.0, 18.0);
            let shapes = swatch(entry.series, (size.x, size.y));
            shapes_ui(ui, &shapes, size);
            let score = score_word(view, &entry.result, target.factor);
            ui.label(format!("{name}  {score}"));
        });
    }
    if target.factor.polarity() == Polarity::Inverse {
        ui.weak(hint_outward(view.wording(), target.factor).concat());
    }
}

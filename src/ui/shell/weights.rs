//! The page on weights: which are there, which are in force, and how they come about.

use egui::{Align, DragValue, Label, Layout, RichText, ScrollArea, Slider, Ui, WidgetInfo, vec2};

use super::dialogs::title_ui;
use crate::{
    analysis::CONSISTENT_UP_TO,
    edit::Command,
    model::{
        FACTOR_PAIRS, Factor, Judgements, PerFactor, Side, WeightMethod, WeightSet, WeightSetId,
        Weights,
    },
    state::{Action, Actions, DialogAnswer, View, WeightsAction},
    theme::Themed,
    theme::{icon, space, text},
    ui::{
        widgets::{
            ButtonKind, TextField, action_button, button_row, caption_line, column_line,
            icon_button, marked_line, segmented, subdued_line,
        },
        words::{weights_name, whole},
    },
};

pub(super) fn weights_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    shown: Option<WeightSetId>,
) {
    let language = view.language;
    title_ui(ui, language.weights_title());
    subdued_line(ui, language.weights_text());
    let sets = &view.workbook.weight_sets;
    let mut labels = vec![language.weights_equal()];
    labels.extend(sets.iter().map(|set| weights_name(view, set)));
    let place = sets.iter().position(|set| Some(set.id) == shown);
    ui.horizontal_wrapped(|ui| {
        if let Some(index) = segmented(ui, place.map_or(0, |at| at + 1), &labels) {
            let id = index.checked_sub(1).map(|at| sets[at].id);
            actions.push(Action::Weights(WeightsAction::Look(id)));
        }
        for (label, action) in [
            (language.weights_by_points(), WeightsAction::AddByPoints),
            (language.weights_by_pairs(), WeightsAction::AddByPairs),
        ] {
            if action_button(ui, ButtonKind::Plain, Some(icon::ADD), label).clicked() {
                actions.push(Action::Weights(action));
            }
        }
    });
    let set = place.map(|at| &sets[at]);
    let height = (ui.ctx().content_rect().height() - 340.0).max(120.0);
    ScrollArea::vertical()
        .id_salt(("weights", shown))
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            if let Some(set) = set {
                set_ui(ui, view, actions, set);
            } else {
                shares_ui(ui, view, &Weights::default());
            }
        });
    effect_ui(
        ui,
        view,
        set.map_or_else(Weights::default, |set| set.weights),
    );
    button_row(ui, |ui| {
        let close = language.close();
        if action_button(ui, ButtonKind::Primary, None, close).clicked() {
            actions.push(Action::Answer(DialogAnswer::Confirm));
        }
        let id = set.map(|set| set.id);
        if view.workbook.weights_in_force == id {
            let line = format!("{} {}", icon::CHECK, language.weights_in_force());
            ui.label(RichText::new(line).color(ui.tokens().good));
        } else {
            let label = language.weights_use();
            if action_button(ui, ButtonKind::Plain, None, label).clicked() {
                actions.edit(Command::UseWeights(id));
            }
        }
    });
}

fn set_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, set: &WeightSet) {
    let language = view.language;
    ui.horizontal(|ui| {
        let output = TextField::new(language.weights_name()).width(240.0).show(
            ui,
            (set.id, "name"),
            &set.name,
        );
        if let Some(name) = output.changed {
            actions.push(Action::Weights(WeightsAction::Rename(set.id, name)));
        }
        if output.response.lost_focus() {
            actions.push(Action::LeaveField);
        }
        let delete = language.weights_delete(weights_name(view, set));
        if icon_button(ui, icon::DELETE, &delete).clicked() {
            actions.edit(Command::RemoveWeightSet(set.id));
        }
    });
    match &set.method {
        WeightMethod::Points(points) => points_ui(ui, view, actions, set, points),
        WeightMethod::Pairs(judgements) => {
            subdued_line(ui, language.weights_pairs_text());
            for side in Side::ALL {
                pairs_ui(ui, view, actions, set, judgements, side);
            }
        }
    }
    caption_line(ui, language.weights_source());
}

fn points_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    set: &WeightSet,
    points: &PerFactor<f64>,
) {
    let language = view.language;
    subdued_line(ui, language.weights_points_text());
    for side in Side::ALL {
        heading_ui(ui, view, side);
        for factor in side.factors() {
            ui.horizontal(|ui| {
                column_line(ui, 190.0, view.factor_name(factor));
                let mut value = points[factor];
                let name = language.weights_points_of(view.factor_name(factor));
                let drag = DragValue::new(&mut value)
                    .range(0.0..=100.0)
                    .speed(0.5)
                    .fixed_decimals(0);
                let response = ui.add_sized(vec2(64.0, 28.0), drag);
                response.widget_info(|| {
                    let mut info = WidgetInfo::drag_value(true, value);
                    info.label = Some(name.clone());
                    info
                });
                if response.changed() {
                    let action = WeightsAction::Points(set.id, factor, value.round());
                    actions.push(Action::Weights(action));
                }
                if response.drag_stopped() || response.lost_focus() {
                    actions.push(Action::LeaveField);
                }
                share_ui(ui, factor, set.weights.of(factor));
            });
        }
    }
}

fn pairs_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    set: &WeightSet,
    judgements: &Judgements,
    side: Side,
) {
    let language = view.language;
    heading_ui(ui, view, side);
    for (pair, value) in judgements.of(side).iter().enumerate() {
        let Some((one, two)) = Judgements::factors(side, pair) else {
            continue;
        };
        let sentence = pair_words(view, one, two, *value);
        ui.horizontal(|ui| {
            // From -8, nine times the second one, over 0, alike, to 8, nine times the first one.
            let mut place = if *value >= 1.0 {
                1.0 - value
            } else {
                1.0 / value - 1.0
            };
            ui.spacing_mut().slider_width = 180.0;
            // Seen on both sides of the knob, of which neither is less than the other.
            ui.visuals_mut().widgets.inactive.bg_fill = ui.tokens().line_strong;
            let slider = Slider::new(&mut place, -8.0..=8.0)
                .step_by(1.0)
                .trailing_fill(false)
                .show_value(false);
            let response = ui.add(slider);
            response.widget_info(|| {
                let mut info = WidgetInfo::slider(true, place, sentence.as_str());
                info.current_text_value = Some(sentence.clone());
                info
            });
            if response.changed() {
                let ratio = if place <= 0.0 {
                    1.0 - place
                } else {
                    1.0 / (1.0 + place)
                };
                let action = WeightsAction::Judge(set.id, side, pair, ratio);
                actions.push(Action::Weights(action));
            }
            if response.drag_stopped() || response.lost_focus() {
                actions.push(Action::LeaveField);
            }
            ui.add(Label::new(&sentence).wrap());
        });
    }
    ui.horizontal_wrapped(|ui| {
        for factor in side.factors() {
            ui.label(RichText::new(view.factor_name(factor)).font(text::caption()));
            let share = format!("{:.0} %", set.weights.of(factor) * 100.0);
            ui.label(RichText::new(share).font(text::strong()));
            ui.add_space(space::SMALL);
        }
    });
    let found = view.results.hierarchy(judgements, side);
    let ratio = format!("{:.2}", found.consistency_ratio);
    if found.consistency_ratio <= CONSISTENT_UP_TO {
        marked_line(
            ui,
            icon::CHECK,
            ui.tokens().good,
            &language.weights_consistent(&ratio),
        );
        return;
    }
    let line = language.weights_inconsistent(&ratio);
    marked_line(ui, icon::WARNING, ui.tokens().caution, &line);
    if let Some(revisit) = found.revisit {
        let name = |place: usize| view.factor_name(side.factors()[place]);
        let line = language.weights_revisit(
            name(revisit.row),
            name(revisit.column),
            &times(revisit.judged),
            &times(revisit.fitting),
        );
        subdued_line(ui, &line);
    }
    debug_assert_eq!(FACTOR_PAIRS.len(), judgements.of(side).len());
}

fn heading_ui(ui: &mut Ui, view: &View<'_>, side: Side) {
    ui.add_space(space::SMALL);
    let line = format!("{}  {}", icon::of_side(side), view.language.side(side));
    ui.label(
        RichText::new(line)
            .font(text::strong())
            .color(ui.tokens().side(side)),
    );
}

fn pair_words(view: &View<'_>, one: Factor, two: Factor, value: f64) -> String {
    let language = view.language;
    let (first, second) = (view.factor_name(one), view.factor_name(two));
    if (value - 1.0).abs() < 1e-9 {
        language.weights_pair_alike(first, second)
    } else if value > 1.0 {
        language.weights_pair_more(first, &times(value), second)
    } else {
        language.weights_pair_more(second, &times(1.0 / value), first)
    }
}

/// A ratio on Saaty's scale as people write it: 3, or 1/3.
fn times(ratio: f64) -> String {
    if ratio >= 1.0 - 1e-9 {
        format!("{ratio:.0}")
    } else {
        format!("1/{:.0}", 1.0 / ratio)
    }
}

fn shares_ui(ui: &mut Ui, view: &View<'_>, weights: &Weights) {
    for side in Side::ALL {
        heading_ui(ui, view, side);
        for factor in side.factors() {
            ui.horizontal(|ui| {
                column_line(ui, 190.0, view.factor_name(factor));
                share_ui(ui, factor, weights.of(factor));
            });
        }
    }
}

/// A weight as a bar and in percent.
fn share_ui(ui: &mut Ui, factor: Factor, weight: f64) {
    let (rect, _) = ui.allocate_exact_size(vec2(160.0, 10.0), egui::Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(rect, 3, ui.tokens().line);
    let mut filled = rect;
    filled.set_width(rect.width() * weight as f32);
    painter.rect_filled(filled, 3, ui.tokens().side(factor.side()));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.label(RichText::new(format!("{:.0} %", weight * 100.0)).font(text::strong()));
    });
}

/// What these weights do to the selected enterprise.
fn effect_ui(ui: &mut Ui, view: &View<'_>, weights: Weights) {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    let with = |weights| {
        let outcome = view.results.weighted(round, weights, &view.settings);
        outcome.map(|outcome| whole(outcome.resonance))
    };
    if let Some((before, after)) = with(Weights::default()).zip(with(weights)) {
        let line = view
            .language
            .weights_effect(view.name_of(enterprise), &before, &after);
        ui.add_space(space::TIGHT);
        marked_line(ui, icon::WEIGHTS, ui.tokens().resonance, &line);
    }
}

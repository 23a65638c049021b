//! The page on weights: which are there, which are in force, and how they come about.

use egui::{Align, DragValue, Layout, RichText, Slider, Ui, WidgetInfo, vec2};

use super::frame::{scroll_ui, title_ui};
use crate::{
    analysis::CONSISTENT_UP_TO,
    edit::Command,
    model::{Factor, Judgements, PerFactor, Side, WeightMethod, WeightSet, WeightSetId, Weights},
    state::{Action, Actions, DialogAnswer, View, WeightsAction},
    theme::{Themed, icon, space, text},
    ui::widgets::{
        TextField, bar_ui, button_row, caption_line, choose_one, column_line, editable,
        marked_line, named_drag, subdued_line, with_none, wrapped,
    },
    wording::{weights_name, whole},
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
    let named = sets.iter().map(|set| (set.id, weights_name(language, set)));
    let choices = with_none(language.weights_equal(), named);
    ui.horizontal_wrapped(|ui| {
        actions.send_some(choose_one(ui, &shown, &choices).map(WeightsAction::Look));
        for (label, action) in [
            (language.weights_by_points(), WeightsAction::AddByPoints),
            (language.weights_by_pairs(), WeightsAction::AddByPairs),
        ] {
            actions.plain(ui, (icon::ADD, label), action);
        }
    });
    let set = sets.iter().find(|set| Some(set.id) == shown);
    let weights = set.map_or_else(Weights::default, |set| set.weights);
    scroll_ui(ui, ("weights", shown), (340.0, 120.0), |ui| match set {
        Some(set) => editable(ui, |ui| set_ui(ui, view, actions, set)),
        None => shares_ui(ui, view, &weights),
    });
    effect_ui(ui, view, weights);
    button_row(ui, |ui| {
        let done = Action::Answer(DialogAnswer::Confirm);
        actions.primary(ui, language.close(), done);
        let id = set.map(|set| set.id);
        if view.workbook.weights_in_force == id {
            let line = format!("{} {}", icon::CHECK, language.weights_in_force());
            ui.label(RichText::new(line).color(ui.tokens().good));
        } else {
            actions.plain(ui, language.weights_use(), Command::UseWeights(id));
        }
    });
}

fn set_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, set: &WeightSet) {
    let language = view.language;
    ui.horizontal(|ui| {
        let field = TextField::new(language.weights_name()).width(240.0);
        let output = field.show(ui, (set.id, "name"), &set.name);
        actions.field(output, |name| WeightsAction::Rename(set.id, name));
        let delete = language.weights_delete(weights_name(language, set));
        let remove = Command::RemoveWeightSet(set.id);
        actions.icon(ui, icon::DELETE, &delete, remove);
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
                let response = named_drag(ui, vec2(64.0, 28.0), drag, &name);
                if response.changed() {
                    actions.send(WeightsAction::Points(set.id, factor, value.round()));
                }
                actions.left(&response);
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
                actions.send(WeightsAction::Judge(set.id, side, pair, ratio));
            }
            actions.left(&response);
            wrapped(ui, &sentence);
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
        let line = language.weights_consistent(&ratio);
        marked_line(ui, icon::CHECK, ui.tokens().good, &line);
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
    let colour = ui.tokens().side(factor.side());
    bar_ui(ui, vec2(160.0, 10.0), weight, colour);
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

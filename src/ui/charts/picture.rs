//! The factors of a result in the picture that is chosen: radar, two radars or dots.

use egui::{Ui, Vec2, vec2};

use super::{chart_view::chart_ui, hover::factor_hover_ui, measure::ScreenMeasure};
use crate::{
    analysis::RoundResult,
    chart::{Canvas, dots, radar, two_radars},
    model::{Factor, Side},
    state::{Action, Actions, Picture, View},
    ui::widgets::choose_one,
    wording::{description, dot_row, radar_axes},
};

/// Chooses how the factors are drawn.
pub fn picture_switch_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let pictures = [
        (Picture::Radar, view.language.picture_radar()),
        (Picture::Sides, view.language.picture_sides()),
        (Picture::Dots, view.language.picture_dots()),
    ];
    let chosen = choose_one(ui, &view.session.picture, &pictures);
    actions.send_some(chosen.map(Action::Draw));
}

/// Which way is better in the picture that is chosen.
#[must_use]
pub fn better_where(view: &View<'_>) -> &'static str {
    match view.session.picture {
        Picture::Radar | Picture::Sides => view.language.outward_better(),
        Picture::Dots => view.language.rightward_better(),
    }
}

/// The radar, the two radars or the dots, as chosen, with the hover that tells the number as scored.
pub fn picture_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, size: Vec2) {
    picture_as_ui(ui, view, result, view.session.picture, size);
}

/// The same, as chosen by the caller.
pub fn picture_as_ui(
    ui: &mut Ui,
    view: &View<'_>,
    result: &RoundResult,
    picture: Picture,
    size: Vec2,
) {
    let enterprise = view.enterprise();
    let name = enterprise.map_or("", |enterprise| view.name_of(enterprise));
    let spoken = match picture {
        Picture::Radar | Picture::Sides => view.language.radar_of(name),
        Picture::Dots => view.language.dots_of(name),
    };
    let ctx = ui.ctx().clone();
    let measure = ScreenMeasure(&ctx);
    let canvas =
        |factors: &[Factor]| Canvas::new(description(view.wording(), result, factors), &measure);
    let before = view.previous_round();
    let before = before.map(|round| view.results.of(round, &view.settings));
    let axes = |factors: &[Factor]| radar_axes(view.wording(), result, factors, before.as_deref());
    let all = &Factor::ALL;
    let (charts, size) = match picture {
        Picture::Radar => {
            let chart = radar(&axes(all), size.into(), canvas(all));
            (vec![chart], size)
        }
        Picture::Sides => {
            // One over the other, each high enough to be read, unless there is much room.
            let width = if size.x >= 720.0 {
                (size.x - ui.spacing().item_spacing.x) / 2.0
            } else {
                size.x
            };
            let half = vec2(width, (width * 0.72).clamp(250.0, 320.0));
            let sides = Side::ALL.map(Side::factors);
            let axes = sides.map(|side| axes(&side));
            let charts = two_radars(&axes, half.into(), sides.map(|side| canvas(&side)));
            (charts.into(), half)
        }
        Picture::Dots => {
            let rows = all.map(|factor| dot_row(view.wording(), result, factor));
            (vec![dots(&rows, size.into(), 0.0, canvas(all))], size)
        }
    };
    ui.horizontal_wrapped(|ui| {
        for chart in &charts {
            chart_ui(ui, chart, size, &spoken, |ui, target| {
                factor_hover_ui(ui, view, result, target);
            });
        }
    });
}

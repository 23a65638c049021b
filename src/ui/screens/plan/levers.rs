//! What helps most: the cheapest path to a goal, gains for the effort, and the tornado.

use egui::{RichText, Ui, vec2};

use super::parts::{incomplete_ui, take_as_target};
use crate::{
    analysis::{Lever, Path, RoundResult, Way},
    chart::{Canvas, TornadoRow, tornado},
    model::{Enterprise, Level, PerFactor, Side},
    state::{Actions, Explained, PlanAction, View},
    theme::{Themed, icon, space, text},
    ui::{
        charts::{ScreenMeasure, chart_ui, factor_hover_ui},
        explain::beside_ui,
        widgets::{
            ButtonKind, action_button, caption_line, card, column_line, look, marked_line, picker,
            section_heading, strong_line, subdued_line,
        },
    },
    wording::{effort, one_decimal, tenth, whole},
};

/// Goals are offered in steps of this many points of R.
const GOAL_STEP: u8 = 5;

pub(super) fn levers_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let (Some(enterprise), Some(round)) = (view.enterprise(), view.round()) else {
        return;
    };
    if incomplete_ui(ui, view, actions, result) {
        return;
    }
    let Some(outcome) = result.outcome else {
        return;
    };
    let goal = view.session.plan.goal_from(outcome.resonance);
    let efforts = enterprise.target.efforts;
    let levers = view.results.levers(round, efforts, &view.settings);
    let way = view.results.way(round, efforts, goal, &view.settings);
    card(ui, |ui| {
        path_ui(ui, view, actions, enterprise, goal, way.as_ref().as_ref());
    });
    let Some(levers) = levers.as_ref() else {
        return;
    };
    card(ui, |ui| gains_ui(ui, view, actions, levers));
    card(ui, |ui| tornado_ui(ui, view, actions, result, levers));
    ui.add_space(space::SECTION);
}

fn path_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    goal: u8,
    way: Option<&Way>,
) {
    let language = view.language;
    beside_ui(ui, view, actions, Explained::Path, |ui| {
        section_heading(ui, language.path_title());
    });
    subdued_line(ui, language.path_text());
    let goals = (1..=100 / GOAL_STEP).map(|step| step * GOAL_STEP);
    let goals: Vec<(u8, String)> = goals.map(|goal| (goal, goal.to_string())).collect();
    ui.horizontal_wrapped(|ui| {
        ui.label(language.path_goal());
        let picked = picker(ui, language.path_goal(), 80.0, &goal, &goals);
        actions.send_some(picked.map(PlanAction::Goal));
    });
    match way {
        Some(Way::Reached) => {
            marked_line(ui, icon::CHECK, ui.tokens().good, language.path_reached());
        }
        Some(Way::OutOfReach(best)) => {
            let line = language.path_out_of_reach(&whole(*best));
            marked_line(ui, icon::WARNING, ui.tokens().caution, &line);
        }
        Some(Way::Path(path)) => steps_ui(ui, view, actions, enterprise, path),
        None => {}
    }
}

fn steps_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    enterprise: &Enterprise,
    path: &Path,
) {
    let language = view.language;
    let sum = language.path_sum(path.effort as usize, &tenth(path.resonance));
    strong_line(ui, &sum);
    if path.equally_cheap > 1 {
        let line = language.path_equal(&path.equally_cheap.to_string());
        subdued_line(ui, &line);
    }
    // Lines of text, not as high as buttons.
    ui.spacing_mut().interact_size.y = 20.0;
    for (number, step) in path.weakest_first.iter().enumerate() {
        let name = view.factor_name(step.factor);
        let (from, to) = (one_decimal(step.from), one_decimal(step.to));
        ui.horizontal_wrapped(|ui| {
            let line = language.path_step(number + 1, name, &from, &to);
            let line = RichText::new(line).color(ui.tokens().text_strong);
            column_line(ui, 340.0, line);
            let (before, after) = (tenth(step.before), tenth(step.after));
            let effort = effort(language, step.effort);
            let gain = language.path_step_gain(effort, &before, &after);
            ui.label(look::subdued(ui, gain));
        });
    }
    ui.add_space(space::TIGHT);
    let label = language.path_take();
    if action_button(ui, ButtonKind::Primary, Some(icon::PLAN), label).clicked() {
        let mut levels: PerFactor<Option<Level>> = PerFactor::default();
        for step in &path.weakest_first {
            levels[step.factor] = Level::new(step.to).ok();
        }
        take_as_target(actions, enterprise, levels);
    }
}

fn gains_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, levers: &[Lever]) {
    let language = view.language;
    let theme = ui.tokens();
    beside_ui(ui, view, actions, Explained::Gain, |ui| {
        section_heading(ui, language.gains_title());
    });
    let equal = Side::ALL.map(|side| (side, Lever::equal_gain(levers, side)));
    for (side, gain) in equal {
        if let Some(gain) = gain {
            let points = format!("{:.1}", gain * 100.0);
            subdued_line(ui, &language.gains_equal(language.side(side), &points));
        }
    }
    caption_line(ui, language.gains_order());
    let headings = [
        language.gains_factor(),
        language.gains_gain(),
        language.plan_effort(),
        language.gains_per_effort(),
        language.gains_notes(),
    ];
    egui::Grid::new("gains")
        .num_columns(headings.len())
        .spacing(vec2(24.0, 8.0))
        .show(ui, |ui| {
            for heading in headings {
                ui.label(look::caption(ui, heading));
            }
            ui.end_row();
            for lever in levers {
                let side = lever.factor.side();
                ui.horizontal(|ui| {
                    ui.label(RichText::new(icon::of_side(side)).color(theme.side(side)));
                    ui.label(view.factor_name(lever.factor));
                });
                let gain = format!("+{:.1}", lever.gain * 100.0);
                ui.label(
                    RichText::new(gain)
                        .font(text::strong())
                        .color(theme.resonance),
                );
                ui.label(effort(language, lever.effort));
                let each = lever.gain * 100.0 / f64::from(lever.effort);
                ui.label(format!("{each:.1}"));
                ui.label(RichText::new(remarks(view, lever)).color(theme.text));
                ui.end_row();
            }
        });
}

fn remarks(view: &View<'_>, lever: &Lever) -> String {
    let language = view.language;
    let mut remarks = Vec::new();
    if lever.gain <= 1e-9 {
        remarks.push(language.gains_at_end().to_owned());
    }
    let advice = view.advice();
    let first = advice.as_ref().and_then(|advice| view.first_step(advice));
    if first.is_some_and(|step| step.factor == lever.factor) {
        remarks.push(language.gains_advised().to_owned());
    }
    if lever.not_enough > 0 {
        remarks.push(language.gains_not_enough(lever.not_enough));
    }
    if lever.weakest {
        remarks.push(language.gains_weakest().to_owned());
    }
    remarks.join(" · ")
}

fn tornado_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
    levers: &[Lever],
) {
    let language = view.language;
    let Some(now) = result.outcome.map(|outcome| outcome.resonance) else {
        return;
    };
    beside_ui(ui, view, actions, Explained::Tornado, |ui| {
        section_heading(ui, language.tornado_title());
    });
    subdued_line(ui, language.tornado_text());
    let rows: Vec<TornadoRow> = Lever::widest_first(levers)
        .into_iter()
        .map(|lever| TornadoRow {
            factor: lever.factor,
            label: view.factor_name(lever.factor).to_owned(),
            low: lever.worse,
            high: lever.better,
            printed: (tenth(lever.worse), tenth(lever.better)),
        })
        .collect();
    let spoken: Vec<String> = rows
        .iter()
        .map(|row| language.tornado_spoken(&row.label, &row.printed.0, &row.printed.1))
        .collect();
    let width = ui.available_width().min(820.0);
    let measure = ScreenMeasure(ui.ctx());
    let (chart, height) = tornado(&rows, now, width, Canvas::new(spoken, &measure));
    let name = language.tornado_title();
    chart_ui(ui, &chart, vec2(width, height), name, |ui, target| {
        factor_hover_ui(ui, view, result, target);
    });
}

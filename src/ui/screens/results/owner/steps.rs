//! The three next steps, and those after them.

use egui::{CollapsingHeader, RichText, Ui};

use crate::{
    knowledge::{Advice, Step},
    model::PlanSource,
    state::{Actions, NewPlanItem, View},
    theme::{Themed, space, text},
    ui::{
        plan_button::plan_button,
        widgets::{caption_line, card, section_heading, strong_line, subdued_line},
    },
    wording::{because, effort, points_gained},
};

const FIRST: usize = 3;

pub(super) fn steps_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, advice: &Advice) {
    if advice.steps.is_empty() {
        return;
    }
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_steps());
        for (number, step) in advice.steps.iter().take(FIRST).enumerate() {
            step_ui(ui, view, actions, Some(number + 1), step);
        }
        if advice.steps.len() > FIRST {
            let title = RichText::new(language.owner_more_steps());
            CollapsingHeader::new(title)
                .id_salt("more steps")
                .show(ui, |ui| {
                    for step in advice.steps.iter().skip(FIRST) {
                        step_ui(ui, view, actions, None, step);
                    }
                });
        }
    });
}

fn step_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    number: Option<usize>,
    step: &Step,
) {
    let language = view.language;
    let Some(rule) = view.knowledge.rule(&step.rule) else {
        return;
    };
    ui.add_space(space::TIGHT);
    ui.horizontal_top(|ui| {
        if let Some(number) = number {
            let number = RichText::new(format!("{number}")).font(text::heading());
            ui.label(number.color(ui.tokens().resonance));
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            strong_line(ui, rule.step.get(language));
            let why = because(view.wording(), &step.evidence, Some(rule.why.get(language)));
            subdued_line(ui, &why);
            let mut facts = vec![
                view.factor_name(step.factor).to_owned(),
                effort(language, rule.effort).to_owned(),
            ];
            if let Some(gain) = step.gain {
                facts.push(language.gain_points(&points_gained(gain)));
            }
            facts.push(language.origin(&rule.origin));
            caption_line(ui, &facts.join(" · "));
            let item = NewPlanItem {
                source: PlanSource::Step(rule.id.clone()),
                text: rule.step.get(language).to_owned(),
                factor: Some(step.factor),
            };
            plan_button(ui, view, actions, item);
        });
    });
}

//! What of the report speaks to the firm: cases, scenarios, challenges and countermeasures.

use egui::Ui;

use crate::{
    knowledge::{Advice, Met, Readiness, Scenario},
    state::{Actions, View},
    theme::{Themed, icon, space},
    ui::{
        plan_button::{measure_button, scenario_button},
        widgets::{
            caption_line, card, marked_line, section_heading, strong_line, subdued_line, text_line,
        },
    },
    wording::{because, effort, fit, met, nearness, points_gained},
};

pub(super) fn cases_ui(ui: &mut Ui, view: &View<'_>, advice: &Advice) {
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_cases());
        for nearby in advice.cases.iter().take(2) {
            let Some(case) = view
                .knowledge
                .cases
                .iter()
                .find(|case| case.id == nearby.case)
            else {
                continue;
            };
            ui.add_space(space::TIGHT);
            let who = format!("{} – {}", case.who.get(language), case.name.get(language));
            strong_line(ui, &who);
            text_line(ui, case.text.get(language));
            for figure in &case.figures {
                let colour = ui.tokens().resonance;
                marked_line(ui, icon::CARET_RIGHT, colour, figure.get(language));
            }
            let lesson = language.labelled(language.lesson(), case.lesson.get(language));
            text_line(ui, &lesson);
            let facts = [
                nearness(language, nearby.nearness),
                language.origin(&case.origin),
            ];
            caption_line(ui, &facts.join(" · "));
        }
    });
}

pub(super) fn scenarios_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, advice: &Advice) {
    if advice.scenarios.is_empty() {
        return;
    }
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_scenarios());
        for readiness in advice.scenarios.iter().take(3) {
            let Some(scenario) = view.knowledge.scenario(&readiness.scenario) else {
                continue;
            };
            ui.add_space(space::TIGHT);
            strong_line(ui, scenario.name.get(language));
            text_line(ui, scenario.text.get(language));
            needs_ui(ui, view, scenario, readiness);
            let first = scenario.first_step.get(language);
            let step = language.labelled(language.first_step(), first);
            text_line(ui, &step);
            caption_line(ui, &language.origin(&scenario.origin));
            scenario_button(ui, view, actions, scenario);
        }
    });
}

/// What a scenario needs, each with whether it is there.
fn needs_ui(ui: &mut Ui, view: &View<'_>, scenario: &Scenario, readiness: &Readiness) {
    let language = view.language;
    for (needed, found) in scenario.prerequisites.iter().zip(&readiness.met) {
        let (symbol, colour) = match found {
            Met::Yes => (icon::CHECK, ui.tokens().good),
            Met::No => (icon::WARNING, ui.tokens().caution),
            Met::Unknown => (icon::QUESTION, ui.tokens().text_subdued),
        };
        let line = language.in_brackets(needed.text.get(language), met(language, *found));
        marked_line(ui, symbol, colour, &line);
    }
}

pub(super) fn report_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, advice: &Advice) {
    if advice.challenges.is_empty() && advice.measures.is_empty() {
        return;
    }
    let language = view.language;
    card(ui, |ui| {
        section_heading(ui, language.owner_report());
        for found in advice.challenges.iter().take(2) {
            let Some(challenge) = view.knowledge.challenge(&found.challenge) else {
                continue;
            };
            ui.add_space(space::TIGHT);
            strong_line(ui, challenge.name.get(language));
            text_line(ui, challenge.text.get(language));
            let why = because(view.wording(), &found.evidence, None);
            subdued_line(ui, &why);
            caption_line(ui, &language.origin(&challenge.origin));
        }
        ui.add_space(space::SMALL);
        for measure in advice.measures.iter().take(3) {
            let Some(countermeasure) = view.knowledge.countermeasure(&measure.countermeasure)
            else {
                continue;
            };
            ui.add_space(space::TIGHT);
            strong_line(ui, countermeasure.name.get(language));
            text_line(ui, countermeasure.first_step.get(language));
            let mut facts = vec![
                fit(language, measure.fit).to_owned(),
                effort(language, countermeasure.effort).to_owned(),
            ];
            if let Some(gain) = measure.gain {
                facts.push(language.moves(&points_gained(gain)));
            }
            let answered: Vec<&str> = measure
                .answers
                .iter()
                .filter_map(|id| Some(view.knowledge.challenge(id)?.name.get(language)))
                .collect();
            if !answered.is_empty() {
                facts.push(language.answers_challenge(&answered.join(language.list_joiner())));
            }
            facts.push(language.origin(&countermeasure.origin));
            caption_line(ui, &facts.join(" · "));
            measure_button(ui, view, actions, countermeasure);
        }
    });
}

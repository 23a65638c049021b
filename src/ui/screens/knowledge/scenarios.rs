//! Scenario maps: sub-sectors down, stages of the value chain across.

use egui::{Align, Button, Layout, RichText, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::links::show;
use crate::{
    knowledge::{Driver, Industry, Kind, Met, Scenario, Sector, Stage, Value},
    state::{Actions, View},
    theme::{Themed, icon, space, text},
    ui::{
        plan_button::scenario_button,
        widgets::{
            caption_line, card, choose_one, column_ui, icon_button, marked_line, picker,
            section_heading, strong_line, subdued_line, text_line, with_none,
        },
    },
    wording,
};

/// From this width on the chosen scenario stands beside the map.
const BESIDE: f32 = 900.0;
const DETAIL: f32 = 300.0;
const SECTOR: f32 = 100.0;

pub(super) fn scenarios_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    filters_ui(ui, view, actions);
    subdued_line(ui, language.scenarios_text());
    legend_ui(ui, view);
    let chosen = view
        .session
        .knowledge
        .chosen_of(Kind::Scenario)
        .and_then(|id| view.knowledge.scenario(id));
    let width = ui.available_width();
    let Some(scenario) = chosen else {
        map_ui(ui, view, actions, width);
        return;
    };
    if width < BESIDE {
        detail_ui(ui, view, actions, scenario);
        map_ui(ui, view, actions, width);
        return;
    }
    ui.horizontal_top(|ui| {
        let map = width - DETAIL - space::GAP;
        column_ui(ui, map, |ui| map_ui(ui, view, actions, map));
        column_ui(ui, DETAIL, |ui| detail_ui(ui, view, actions, scenario));
    });
}

fn filters_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    let shown = &view.session.knowledge;
    ui.horizontal_wrapped(|ui| {
        let industries = Industry::ALL.map(|one| (one, language.industry(one)));
        if let Some(industry) = choose_one(ui, &shown.industry, &industries) {
            show(actions, shown, |shown| {
                shown.industry = industry;
                shown.chosen = None;
            });
        }
        let values = Value::ALL.map(|value| (value, language.value(value)));
        let values = with_none(language.filter_all(), values);
        ui.label(language.filter_value());
        if let Some(value) = picker(ui, language.filter_value(), 150.0, &shown.value, &values) {
            show(actions, shown, |shown| shown.value = value);
        }
        let drivers = Driver::ALL.map(|driver| (driver, language.driver(driver)));
        let drivers = with_none(language.filter_all(), drivers);
        ui.label(language.filter_driver());
        if let Some(driver) = picker(ui, language.filter_driver(), 130.0, &shown.driver, &drivers) {
            show(actions, shown, |shown| shown.driver = driver);
        }
        if let Some(enterprise) = view.enterprise() {
            let label = language.filter_ready(view.name_of(enterprise));
            let mut ready = shown.ready;
            if ui.checkbox(&mut ready, label).changed() {
                show(actions, shown, |shown| shown.ready = ready);
            }
        }
    });
}

fn legend_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal_wrapped(|ui| {
        for value in Value::ALL {
            let line = format!("{} {}", mark(value), view.language.value(value));
            ui.label(RichText::new(line).font(text::caption()));
        }
    });
}

/// The mark of a value.
const fn mark(value: Value) -> &'static str {
    match value {
        Value::CostQuality => icon::BARS,
        Value::Innovation => icon::LIGHTBULB,
        Value::Safety => icon::LOCK,
    }
}

fn map_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, width: f32) {
    let language = view.language;
    let shown = &view.session.knowledge;
    let fits = |scenario: &&Scenario| {
        shown
            .value
            .is_none_or(|value| scenario.values.contains(&value))
            && shown.driver.is_none_or(|driver| scenario.driver == driver)
            && (!shown.ready || is_ready(view, scenario))
    };
    let found: Vec<&Scenario> = view
        .knowledge
        .scenarios
        .iter()
        .filter(|scenario| view.knowledge.industry_of(&scenario.sector) == Some(shown.industry))
        .filter(fits)
        .collect();
    if found.is_empty() {
        subdued_line(ui, language.scenarios_none());
        return;
    }
    let of_industry = view.knowledge.sectors.iter();
    let sectors: Vec<&Sector> = of_industry
        .filter(|sector| sector.industry == shown.industry)
        .filter(|sector| found.iter().any(|scenario| scenario.sector == sector.id))
        .collect();
    let stages: Vec<Stage> = Stage::ALL
        .into_iter()
        .filter(|stage| found.iter().any(|scenario| scenario.stage == *stage))
        .collect();
    let each = (width - SECTOR) / stages.len() as f32;
    if each < 92.0 {
        list_ui(ui, view, actions, &sectors, &found);
        return;
    }
    row_ui(ui, (width, each), stages.len(), |ui, column| {
        if let Some(index) = column {
            caption_line(ui, language.stage(stages[index]));
        }
    });
    for sector in sectors {
        ui.separator();
        row_ui(ui, (width, each), stages.len(), |ui, column| {
            let Some(index) = column else {
                strong_line(ui, sector.name.get(language));
                return;
            };
            let here =
                |found: &&&Scenario| found.sector == sector.id && found.stage == stages[index];
            for scenario in found.iter().filter(here) {
                scenario_ui(ui, view, actions, scenario);
            }
        });
    }
}

/// One row of the map: the sector's place, then one place for each stage, as high as the highest.
fn row_ui(
    ui: &mut Ui,
    (width, each): (f32, f32),
    stages: usize,
    mut cell: impl FnMut(&mut Ui, Option<usize>),
) {
    let top = ui.cursor().min;
    let mut bottom = top.y + 20.0;
    for column in 0..=stages {
        let (left, room) = match column {
            0 => (top.x, SECTOR),
            _ => (top.x + SECTOR + each * (column - 1) as f32, each),
        };
        let rect = egui::Rect::from_min_size(pos2(left, top.y), vec2(room - 6.0, 0.0));
        let place = UiBuilder::new()
            .id_salt(column)
            .max_rect(rect)
            .layout(Layout::top_down(Align::Min));
        let used = ui.scope_builder(place, |ui| {
            ui.set_width(room - 6.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            cell(ui, column.checked_sub(1));
        });
        bottom = bottom.max(used.response.rect.bottom());
    }
    ui.advance_cursor_after_rect(egui::Rect::from_min_max(top, pos2(top.x + width, bottom)));
}

/// Where there is no room for a map: the same by sub-sector.
fn list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    sectors: &[&Sector],
    found: &[&Scenario],
) {
    for sector in sectors {
        strong_line(ui, sector.name.get(view.language));
        for scenario in found.iter().filter(|found| found.sector == sector.id) {
            scenario_ui(ui, view, actions, scenario);
        }
    }
}

fn scenario_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, scenario: &Scenario) {
    let language = view.language;
    let shown = &view.session.knowledge;
    let chosen = shown.chosen_of(Kind::Scenario) == Some(&scenario.id);
    let marks: String = scenario.values.iter().map(|value| mark(*value)).collect();
    let name = scenario.name.get(language);
    let line = RichText::new(format!("{marks} {name}")).font(text::caption());
    let line = line.color(ui.tokens().text_strong);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(5.0, 4.0);
        let button = Button::new(line)
            .wrap()
            .selected(chosen)
            .min_size(vec2(ui.available_width(), 28.0));
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
        if response.clicked() {
            let next = (!chosen).then(|| (Kind::Scenario, scenario.id.clone()));
            show(actions, shown, |shown| shown.chosen = next);
        }
    });
}

fn is_ready(view: &View<'_>, scenario: &Scenario) -> bool {
    view.result().is_some_and(|result| {
        let readiness = view.knowledge.readiness(scenario, &result);
        readiness.met.iter().all(|met| *met == Met::Yes)
    })
}

fn detail_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, scenario: &Scenario) {
    let language = view.language;
    let shown = &view.session.knowledge;
    card(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if icon_button(ui, icon::CLOSE, language.detail_close()).clicked() {
                    show(actions, shown, |shown| shown.chosen = None);
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    section_heading(ui, scenario.name.get(language));
                });
            });
        });
        let sector = view.knowledge.sectors.label(&scenario.sector, language);
        let facts = language.scenario_facts(sector, language.stage(scenario.stage));
        caption_line(ui, &facts);
        text_line(ui, scenario.text.get(language));
        let mut tags: Vec<&str> = scenario
            .values
            .iter()
            .map(|value| language.value(*value))
            .collect();
        tags.push(language.driver(scenario.driver));
        tags.push(language.element(scenario.element));
        tags.extend(
            scenario
                .scenario_type
                .map(|found| language.scenario_type(found)),
        );
        caption_line(ui, &tags.join(" · "));
        needs_ui(ui, view, scenario);
        strong_line(ui, language.first_step());
        text_line(ui, scenario.first_step.get(language));
        caption_line(ui, &language.origin(&scenario.origin));
        scenario_button(ui, view, actions, scenario);
    });
}

/// What the scenario needs, compared with the chosen firm.
fn needs_ui(ui: &mut Ui, view: &View<'_>, scenario: &Scenario) {
    let language = view.language;
    strong_line(ui, language.prerequisites());
    let result = view.result();
    match view.enterprise() {
        Some(enterprise) => {
            let line = language.compare_with(view.name_of(enterprise));
            caption_line(ui, &line);
        }
        None => caption_line(ui, language.no_firm()),
    }
    let readiness = result
        .as_ref()
        .map(|result| view.knowledge.readiness(scenario, result));
    for (index, needed) in scenario.prerequisites.iter().enumerate() {
        let found = readiness.as_ref().and_then(|ready| ready.met.get(index));
        let (symbol, colour) = match found {
            Some(Met::Yes) => (icon::CHECK, ui.tokens().good),
            Some(Met::No) => (icon::WARNING, ui.tokens().caution),
            Some(Met::Unknown) | None => (icon::QUESTION, ui.tokens().text_subdued),
        };
        marked_line(ui, symbol, colour, needed.text.get(language));
        let mut facts = vec![language.needs_level(view.factor_name(needed.factor), needed.level)];
        if let Some(score) = result
            .as_ref()
            .and_then(|result| result.factors[needed.factor].score)
        {
            facts.push(language.has_score(&format!("{score:.1}")));
        } else if let Some(found) = found {
            facts.push(wording::met(language, *found).to_owned());
        }
        caption_line(ui, &facts.join(" · "));
    }
}

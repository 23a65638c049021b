//! How results are distributed over groups, and what the report says of others beside it.

use egui::{
    Align, Align2, Label, Layout, RichText, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, vec2,
};

use super::standing::{Standing, sector_name};
use crate::{
    analysis::{Distribution, HeatRow},
    chart::{Canvas, boxes},
    model::Factor,
    state::{Actions, PortfolioAction, PortfolioRow, View},
    theme::{Themed, space, text},
    ui::{
        charts::{ScreenMeasure, chart_ui},
        widgets::{
            caption_line, card, choose_one, scroll_page, section_heading, subdued_line, text_line,
            wrapped,
        },
    },
    wording::{group_rows, two_decimals_or_none, whole},
};

/// Width of the names of groups in the heat map, in logical points.
const NAMES: f32 = 150.0;
/// Height of its cells.
const CELL: f32 = 38.0;
/// Between them.
const GAP_OF_CELLS: f32 = 4.0;
/// Width of the report's percentages, set to the right.
const PERCENTAGES: f32 = 48.0;

pub(super) fn distribution_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>) {
    let view = standing.view;
    let language = view.language;
    let distribution = view.portfolio.distribution(
        &standing.rows,
        &standing.shown,
        view.session.portfolio.by_size,
        language,
        |row| group_of(view, standing, row),
    );
    scroll_page(ui, "distribution page", |ui| {
        ui.set_max_width((ui.available_width() - space::GAP).min(1080.0));
        ui.spacing_mut().item_spacing.y = space::GAP;
        card(ui, |ui| {
            let groups = [
                (false, language.distribution_by_sector()),
                (true, language.distribution_by_size()),
            ];
            let chosen = choose_one(ui, &view.session.portfolio.by_size, &groups);
            actions.send_some(chosen.map(PortfolioAction::BySize));
            subdued_line(ui, language.distribution_text());
            if distribution.spreads.is_empty() && distribution.few.is_empty() {
                caption_line(ui, language.ranks_none());
            }
            boxes_ui(ui, view, standing, &distribution);
        });
        card(ui, |ui| {
            section_heading(ui, language.heat_title());
            subdued_line(ui, language.heat_text());
            heat_ui(ui, view, &distribution.heat);
        });
        card(ui, |ui| context_ui(ui, view));
        ui.add_space(space::SECTION);
    });
}

/// The group of a row, as text that orders as it reads.
fn group_of(view: &View<'_>, standing: &Standing<'_>, row: &PortfolioRow) -> String {
    let enterprise = standing.enterprise(row);
    if view.session.portfolio.by_size {
        let size = enterprise.size.map(|size| view.language.size(size));
        return size
            .unwrap_or(view.language.distribution_no_size())
            .to_owned();
    }
    sector_name(view, &enterprise.sector).to_owned()
}

fn boxes_ui(ui: &mut Ui, view: &View<'_>, standing: &Standing<'_>, distribution: &Distribution) {
    let language = view.language;
    let own = standing
        .iter()
        .find(|row| Some(row.id) == view.session.enterprise);
    let own = own.and_then(|row| {
        let outcome = row.result.as_ref()?.outcome?;
        Some((group_of(view, standing, row), row, outcome.resonance))
    });
    let (mut rows, spoken) = group_rows(language, distribution);
    for (row, spread) in rows.iter_mut().zip(&distribution.spreads) {
        let own = own.as_ref().filter(|(group, ..)| spread.holds(group));
        row.own = own.map(|(_, _, resonance)| *resonance);
    }
    if !rows.is_empty() {
        let width = ui.available_width();
        let measure = ScreenMeasure(ui.ctx());
        let (chart, height) = boxes(&rows, width, Canvas::new(spoken, &measure));
        let name = language.portfolio_distribution();
        chart_ui(ui, &chart, vec2(width, height), name, |_, _| {});
        if let Some((_, row, resonance)) = &own {
            let name = view.name_of(standing.enterprise(row));
            let line = language.distribution_own(name, &whole(*resonance));
            caption_line(ui, &line);
        }
    }
    let few = distribution.few.iter();
    let few: Vec<String> = few
        .map(|(group, count)| format!("{group} ({count})"))
        .collect();
    if !few.is_empty() {
        let line = language.distribution_few(few.len(), &few.join(language.name_joiner()));
        caption_line(ui, &line);
    }
}

fn heat_ui(ui: &mut Ui, view: &View<'_>, rows: &[HeatRow<String>]) {
    if !rows.iter().any(says_something) {
        caption_line(ui, view.language.heat_few());
        return;
    }
    let gaps = 8.0 * GAP_OF_CELLS;
    let cell = ((ui.available_width() - NAMES - gaps) / 8.0).floor();
    let cell = cell.clamp(80.0, 112.0);
    ScrollArea::horizontal().id_salt("heat map").show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(GAP_OF_CELLS);
        ui.horizontal(|ui| {
            name_ui(ui, NAMES, "");
            for factor in Factor::ALL {
                let name = RichText::new(view.factor_name(factor)).font(text::caption());
                let name = name.color(ui.tokens().side(factor.side()));
                let size = vec2(cell, CELL);
                ui.allocate_ui_with_layout(size, Layout::bottom_up(Align::Center), |ui| {
                    ui.set_width(cell);
                    wrapped(ui, name);
                });
            }
        });
        for row in rows.iter().filter(|row| says_something(row)) {
            ui.horizontal(|ui| {
                let name = format!("{} ({})", row.key, row.count);
                name_ui(ui, NAMES, &name);
                for factor in Factor::ALL {
                    cell_ui(ui, view, row, factor, cell);
                }
            });
        }
    });
}

/// A mean favourability on its shade, with the number of those it is of where that is not all of them.
fn cell_ui(ui: &mut Ui, view: &View<'_>, row: &HeatRow<String>, factor: Factor, width: f32) {
    let found = row.cells[factor];
    let (rect, response) = ui.allocate_exact_size(vec2(width, CELL), Sense::hover());
    let mean = found.mean;
    let shown = two_decimals_or_none(mean);
    // Never so dark that the number on it loses its contrast.
    let shade = mean.map_or(0.0, |mean| 0.02 + 0.42 * mean as f32);
    let painter = ui.painter();
    painter.rect_filled(rect, 3, ui.tokens().well);
    painter.rect_filled(rect, 3, ui.tokens().resonance.gamma_multiply(shade));
    let partly = found.count != row.count;
    let at = rect.center() - vec2(0.0, if partly { 7.0 } else { 0.0 });
    let (font, ink) = (text::body(), ui.tokens().text_strong);
    painter.text(at, Align2::CENTER_CENTER, &shown, font, ink);
    if partly {
        let at = rect.center() + vec2(0.0, 9.0);
        let of = view.language.heat_of(found.count);
        let (font, ink) = (text::caption(), ui.tokens().text);
        painter.text(at, Align2::CENTER_CENTER, of, font, ink);
    }
    let name = view.factor_name(factor);
    let spoken = || format!("{}, {name}: {shown} ({})", row.key, found.count);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken()));
    response.on_hover_ui(|ui| {
        ui.label(spoken());
    });
}

/// Whether any factor of a group is told by five or more.
fn says_something(row: &HeatRow<String>) -> bool {
    row.cells.iter().any(|(_, cell)| cell.mean.is_some())
}

/// A group's name in the first column.
fn name_ui(ui: &mut Ui, width: f32, name: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, CELL), Sense::hover());
    let builder = egui::UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::left_to_right(Align::Center));
    let name = RichText::new(name).color(ui.tokens().text);
    ui.new_child(builder).add(Label::new(name).truncate());
}

/// The report's figures on how far other firms are.
fn context_ui(ui: &mut Ui, view: &View<'_>) {
    let language = view.language;
    section_heading(ui, language.context_title());
    caption_line(ui, language.context_text());
    let figures = view.knowledge.figures.iter();
    for figure in figures.filter(|figure| figure.id.starts_with("bcg_")) {
        let (name, value) = (figure.name.get(language), figure.value.get(language));
        ui.horizontal_top(|ui| {
            let size = vec2(PERCENTAGES, ui.text_style_height(&egui::TextStyle::Body));
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Min), |ui| {
                ui.set_width(PERCENTAGES);
                ui.label(RichText::new(value).font(text::strong()));
            });
            text_line(ui, name);
        });
    }
    let source = view.knowledge.figures.iter();
    let mut source = source.filter(|figure| figure.id.starts_with("bcg_"));
    if let Some(figure) = source.next() {
        let line = format!("{} · {}", figure.source.get(language), figure.origin);
        caption_line(ui, &line);
    }
}

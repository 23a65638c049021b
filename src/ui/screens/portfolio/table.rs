//! The table: one row for each enterprise, as many as there are.

use egui::{Align, Button, Label, Layout, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder};

use super::standing::{Standing, sector_name};
use crate::{
    model::Factor,
    state::{Action, Actions, PortfolioAction, PortfolioColumn, PortfolioRow, View},
    theme::{Themed, icon, text},
    ui::widgets::{bar_ui, caption_line, card},
    wording::{resonance_range, two_decimals_or_none, whole},
};

const ROW: f32 = 40.0;
/// Below this width, in logical points, a table is moved sideways.
const NARROWEST: f32 = 700.0;

pub(super) fn table_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>) {
    let view = standing.view;
    columns_ui(ui, view, actions);
    card(ui, |ui| {
        ScrollArea::horizontal()
            .id_salt("portfolio sideways")
            .show(ui, |ui| {
                ui.set_min_width(NARROWEST.max(ui.available_width()));
                rows_ui(ui, view, actions, standing);
            });
    });
}

fn rows_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, standing: &Standing<'_>) {
    // The fill of a chosen row reaches over the gap between rows, which the first one has only below.
    ui.spacing_mut().item_spacing.y = 0.0;
    let shown = &view.session.portfolio.columns;
    let columns: Vec<PortfolioColumn> = PortfolioColumn::all()
        .filter(|column| *column == PortfolioColumn::Name || shown.contains(column))
        .collect();
    let chosen = view.session.enterprise;
    let place = standing.iter().position(|row| Some(row.id) == chosen);
    // A row chosen by key, or in the list beside, comes into sight; where one scrolled to stays.
    let last = egui::Id::unique("row last brought into sight");
    let known = ui
        .data(|data| data.get_temp::<Option<usize>>(last))
        .flatten();
    ui.data_mut(|data| data.insert_temp(last, place));
    let mut builder = TableBuilder::new(ui)
        .id_salt("portfolio")
        .striped(false)
        .sense(Sense::click())
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(34.0));
    for column in &columns {
        builder = builder.column(match column {
            PortfolioColumn::Name | PortfolioColumn::WeakestPair | PortfolioColumn::Sector => {
                Column::remainder().at_least(130.0).clip(true)
            }
            PortfolioColumn::Resonance => Column::exact(124.0),
            PortfolioColumn::Lead => Column::exact(96.0),
            PortfolioColumn::Factor(_) => Column::exact(116.0),
            _ => Column::exact(72.0),
        });
    }
    if let Some(place) = place.filter(|place| known != Some(*place)) {
        builder = builder.scroll_to_row(place, None);
    }
    builder
        .header(30.0, |mut header| {
            header.col(|_| {});
            for column in &columns {
                header.col(|ui| heading_ui(ui, view, actions, *column));
            }
        })
        .body(|body| {
            body.rows(ROW, standing.shown.len(), |mut line| {
                let row = &standing.rows[standing.shown[line.index()]];
                line.set_selected(place == Some(line.index()));
                line.col(|ui| select_ui(ui, view, actions, standing, row));
                for column in &columns {
                    line.col(|ui| cell_ui(ui, view, standing, row, *column));
                }
                if line.response().clicked() {
                    actions.push(Action::Select(row.id));
                }
                if line.response().double_clicked() {
                    actions.send(PortfolioAction::Open(row.id));
                }
            });
        });
}

fn columns_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ui.horizontal(|ui| {
        let label = format!("{} {}", view.language.portfolio_columns(), icon::CARET_DOWN);
        ui.menu_button(label, |ui| {
            for column in PortfolioColumn::all().filter(|one| *one != PortfolioColumn::Name) {
                let mut shown = view.session.portfolio.columns.contains(&column);
                if ui.checkbox(&mut shown, column_name(view, column)).changed() {
                    actions.send(PortfolioAction::Column(column));
                }
            }
        });
        caption_line(ui, view.language.portfolio_keys());
    });
}

fn heading_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, column: PortfolioColumn) {
    let sorted = view.session.portfolio.sort == Some(column);
    let mark = match (sorted, view.session.portfolio.descending) {
        (false, _) => "",
        (true, true) => icon::CARET_DOWN,
        (true, false) => icon::CARET_UP,
    };
    let name = column_name(view, column);
    let caption = RichText::new(format!("{name} {mark}")).font(text::caption());
    let button = Button::new(caption.color(ui.tokens().text_subdued))
        .frame_when_inactive(false)
        .truncate()
        .min_size(vec2(0.0, 28.0));
    let response = ui
        .scope(|ui| {
            // Set out by as much as the words are set in, so that they stand over the column.
            ui.spacing_mut().button_padding.x = 6.0;
            ui.add_space(-6.0);
            ui.add(button)
        })
        .inner;
    let spoken = view.language.portfolio_sort(name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    if response.clicked() {
        actions.send(PortfolioAction::Sort(column));
    }
}

fn select_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    standing: &Standing<'_>,
    row: &PortfolioRow,
) {
    let mut selected = view.session.selected.contains(&row.id);
    ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::new(1.5, ui.tokens().text_subdued);
    let response = ui.checkbox(&mut selected, "");
    let name = view
        .language
        .portfolio_select(view.name_of(standing.enterprise(row)));
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, selected, &name));
    if response.changed() {
        actions.send(PortfolioAction::Toggle(row.id));
    }
}

fn cell_ui(
    ui: &mut Ui,
    view: &View<'_>,
    standing: &Standing<'_>,
    row: &PortfolioRow,
    column: PortfolioColumn,
) {
    let language = view.language;
    let enterprise = standing.enterprise(row);
    let number = || row.number(column, enterprise);
    let two = || two_decimals_or_none(number());
    let line = match column {
        PortfolioColumn::Name => {
            let name = RichText::new(view.name_of(enterprise)).font(text::strong());
            name.color(ui.tokens().text_strong)
        }
        PortfolioColumn::Resonance => return resonance_ui(ui, view, row),
        PortfolioColumn::Sector => RichText::new(sector_name(view, &enterprise.sector)),
        PortfolioColumn::Size => RichText::new(
            enterprise
                .size
                .map_or("–", |size| language.size_short(size)),
        ),
        PortfolioColumn::Interval => RichText::new(
            row.interval()
                .map_or_else(|| "–".to_owned(), resonance_range),
        ),
        PortfolioColumn::WeakestPair => {
            let pair = row
                .result
                .as_ref()
                .and_then(|result| result.weakest_natural_pair());
            RichText::new(pair.map_or_else(
                || "–".to_owned(),
                |pair| {
                    let (one, two) = (view.factor_name(pair.supply), view.factor_name(pair.demand));
                    format!("{one} – {two}")
                },
            ))
        }
        PortfolioColumn::People => RichText::new(enterprise.people.len().to_string()),
        PortfolioColumn::Lead => {
            let outcome = row.result.as_ref().and_then(|result| result.outcome);
            RichText::new(outcome.map_or("–", |outcome| language.lead(outcome.lead)))
        }
        PortfolioColumn::Factor(factor) => {
            RichText::new(two()).color(ui.tokens().side(factor.side()))
        }
        _ => RichText::new(two()),
    };
    // A selected row has a fill of its own; its words stay as they are.
    let line = match column {
        PortfolioColumn::Name | PortfolioColumn::Factor(_) => line,
        _ => line.color(ui.tokens().text),
    };
    ui.add(Label::new(line).truncate().selectable(false));
}

/// R as a number and a bar, or why there is none.
fn resonance_ui(ui: &mut Ui, view: &View<'_>, row: &PortfolioRow) {
    let language = view.language;
    let outcome = row.result.as_ref().and_then(|result| result.outcome);
    let Some(outcome) = outcome else {
        let why = match &row.result {
            None => language.portfolio_no_round().to_owned(),
            Some(result) if result.hidden => language.portfolio_hidden().to_owned(),
            Some(result) => {
                let missing: Vec<Factor> = result.missing().collect();
                match missing.as_slice() {
                    [factor] => language.portfolio_missing_one(view.factor_name(*factor)),
                    missing => language.portfolio_missing(missing.len()),
                }
            }
        };
        let why = RichText::new(why)
            .font(text::caption())
            .color(ui.tokens().text_subdued);
        ui.add(Label::new(why).truncate().selectable(false));
        return;
    };
    let colour = ui.tokens().resonance;
    bar_ui(ui, vec2(64.0, 8.0), outcome.resonance, colour);
    let number = RichText::new(whole(outcome.resonance)).font(text::strong());
    ui.add(Label::new(number.color(ui.tokens().text_strong)).selectable(false));
}

fn column_name<'a>(view: &'a View<'_>, column: PortfolioColumn) -> &'a str {
    let language = view.language;
    match column {
        PortfolioColumn::Name => language.portfolio_column_name(),
        PortfolioColumn::Sector => language.portfolio_column_sector(),
        PortfolioColumn::Size => language.portfolio_column_size(),
        PortfolioColumn::People => language.portfolio_column_people(),
        PortfolioColumn::Resonance => language.portfolio_column_resonance(),
        PortfolioColumn::Interval => language.portfolio_column_interval(),
        PortfolioColumn::WeakestPair => language.portfolio_column_pair(),
        PortfolioColumn::Supply => language.side(crate::model::Side::Supply),
        PortfolioColumn::Demand => language.side(crate::model::Side::Demand),
        PortfolioColumn::Balance => language.portfolio_column_balance(),
        PortfolioColumn::Lead => language.portfolio_column_lead(),
        PortfolioColumn::Factor(factor) => view.factor_name(factor),
    }
}

//! What the rows are narrowed down to, and what is done with those selected.

use std::collections::BTreeSet;

use egui::{Align, Layout, Ui, vec2};

use super::standing::{Standing, sector_name};
use crate::{
    analysis::{Band, Lead},
    model::{EnterpriseId, Size},
    state::{Actions, MOST_COMPARED, PortfolioAction, PortfolioFilter, PresentAction, View},
    theme::{icon, space},
    ui::widgets::{
        ButtonKind, TextField, action_button, action_button_if, look, picker, with_none,
    },
};

/// Width of the counts, in logical points.
const COUNTS: f32 = 176.0;

pub(super) fn filters_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>) {
    let view = standing.view;
    let language = view.language;
    let filter = &view.session.portfolio.filter;
    let mut changed: Option<PortfolioFilter> = None;
    ui.horizontal_wrapped(|ui| {
        // As high as the button that comes and goes at its end.
        ui.set_row_height(space::CONTROL);
        let output = TextField::new(language.portfolio_search())
            .hint(language.portfolio_search())
            .width(150.0)
            .show(ui, "portfolio search", &filter.search);
        if let Some(search) = output.changed {
            changed = Some(PortfolioFilter {
                search,
                ..filter.clone()
            });
        }
        let sectors: BTreeSet<&str> = view
            .workbook
            .enterprises
            .iter()
            .map(|enterprise| enterprise.sector.as_str())
            .collect();
        let mut set = |next: PortfolioFilter| changed = Some(next);
        let named = sectors.into_iter();
        let named = named.map(|one| (one.to_owned(), sector_name(view, one)));
        let sectors = with_none(language.portfolio_any_sector(), named);
        let name = language.portfolio_filter_sector();
        if let Some(sector) = picker(ui, name, 150.0, &filter.sector, &sectors) {
            let filter = filter.clone();
            set(PortfolioFilter { sector, ..filter });
        }
        let sizes = Size::ALL.map(|size| (size, language.size(size)));
        let sizes = with_none(language.portfolio_any_size(), sizes);
        let name = language.portfolio_filter_size();
        if let Some(size) = picker(ui, name, 120.0, &filter.size, &sizes) {
            let filter = filter.clone();
            set(PortfolioFilter { size, ..filter });
        }
        let bands = Band::ALL.map(|band| (band, language.band(band)));
        let bands = with_none(language.portfolio_any_band(), bands);
        let name = language.portfolio_filter_band();
        if let Some(band) = picker(ui, name, 110.0, &filter.band, &bands) {
            let filter = filter.clone();
            set(PortfolioFilter { band, ..filter });
        }
        let leads = Lead::ALL.map(|lead| (lead, language.lead(lead)));
        let leads = with_none(language.portfolio_any_lead(), leads);
        let name = language.portfolio_filter_lead();
        if let Some(lead) = picker(ui, name, 120.0, &filter.lead, &leads) {
            let filter = filter.clone();
            set(PortfolioFilter { lead, ..filter });
        }
        if *filter != PortfolioFilter::default() {
            let label = language.portfolio_filter_clear();
            let symbol = Some(icon::CLOSE);
            if action_button(ui, ButtonKind::Plain, symbol, label).clicked() {
                changed = Some(PortfolioFilter::default());
            }
        }
    });
    actions.send_some(changed.map(PortfolioAction::Filter));
    selection_ui(ui, view, actions, standing);
}

/// How many are shown and selected, and what is done with those selected.
fn selection_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, standing: &Standing<'_>) {
    let language = view.language;
    let selected = &view.session.selected;
    ui.horizontal_wrapped(|ui| {
        let counts =
            language.portfolio_counts(standing.shown.len(), standing.rows.len(), selected.len());
        let counts = look::caption(ui, counts);
        // As wide as any count, so that the buttons stay where they are.
        let size = vec2(COUNTS, space::CONTROL);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(COUNTS);
            ui.label(counts);
        });
        let label = language.portfolio_select_shown();
        if button(ui, !standing.shown.is_empty(), None, label) {
            let ids: Vec<EnterpriseId> = standing.iter().map(|row| row.id).collect();
            actions.send(PortfolioAction::Add(ids));
        }
        let any = !selected.is_empty();
        if button(ui, any, None, language.portfolio_clear()) {
            actions.send(PortfolioAction::Clear);
        }
        let export = language.portfolio_export();
        if button(ui, any, Some(icon::EXPORT), export) {
            actions.send(PortfolioAction::Export);
        }
        let present = language.present_menu();
        if button(ui, any, Some(icon::FIT), present) {
            actions.send(PresentAction::Begin(in_order(standing, selected)));
        }
        let compare = if selected.len() > MOST_COMPARED {
            language.portfolio_compare_some(MOST_COMPARED, selected.len())
        } else {
            language.portfolio_compare().to_owned()
        };
        let (primary, symbol) = (ButtonKind::Primary, Some(icon::COMPARE));
        if action_button_if(ui, any, primary, symbol, &compare).clicked() {
            actions.send(PortfolioAction::Compare(in_order(standing, selected)));
        }
    });
}

/// A plain button of the row.
fn button(ui: &mut Ui, enabled: bool, icon: Option<&str>, label: &str) -> bool {
    action_button_if(ui, enabled, ButtonKind::Plain, icon, label).clicked()
}

/// Those selected in the order in which they are shown, then those that are not shown.
fn in_order(standing: &Standing<'_>, selected: &BTreeSet<EnterpriseId>) -> Vec<EnterpriseId> {
    let shown = standing.iter().map(|row| row.id);
    let mut ids: Vec<EnterpriseId> = shown.filter(|id| selected.contains(id)).collect();
    let known: BTreeSet<EnterpriseId> = ids.iter().copied().collect();
    ids.extend(selected.difference(&known));
    ids
}

//! What the rows are narrowed down to, and what is done with those selected.

use std::collections::BTreeSet;

use egui::{Align, Layout, RichText, Ui, vec2};

use super::{Standing, sector_name};
use crate::{
    analysis::{Band, Lead},
    model::{EnterpriseId, Size},
    state::{
        Action, Actions, MOST_COMPARED, PortfolioAction, PortfolioFilter, PresentAction, View,
    },
    theme::Themed,
    theme::{icon, space, text},
    ui::widgets::{ButtonKind, PickerEntry, TextField, action_button, action_button_if, picker},
};

/// Width of the counts, in logical points.
const COUNTS: f32 = 176.0;

pub(super) fn filters_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    standing: &Standing<'_>,
) {
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
        let any = entry(None, language.portfolio_any_sector());
        let named = sectors
            .into_iter()
            .map(|sector| entry(Some(sector.to_owned()), sector_name(view, sector)));
        let entries: Vec<_> = std::iter::once(any).chain(named).collect();
        let name = language.portfolio_filter_sector();
        if let Some(sector) = picker(ui, name, 150.0, &filter.sector, &entries) {
            changed = Some(PortfolioFilter {
                sector,
                ..filter.clone()
            });
        }
        let any = entry(None, language.portfolio_any_size());
        let named = Size::ALL.map(|size| entry(Some(size), language.size(size)));
        let entries: Vec<_> = std::iter::once(any).chain(named).collect();
        if let Some(size) = picker(
            ui,
            language.portfolio_filter_size(),
            120.0,
            &filter.size,
            &entries,
        ) {
            changed = Some(PortfolioFilter {
                size,
                ..filter.clone()
            });
        }
        let any = entry(None, language.portfolio_any_band());
        let named = Band::ALL.map(|band| entry(Some(band), language.band(band)));
        let entries: Vec<_> = std::iter::once(any).chain(named).collect();
        if let Some(band) = picker(
            ui,
            language.portfolio_filter_band(),
            110.0,
            &filter.band,
            &entries,
        ) {
            changed = Some(PortfolioFilter {
                band,
                ..filter.clone()
            });
        }
        let any = entry(None, language.portfolio_any_lead());
        let named = Lead::ALL.map(|lead| entry(Some(lead), language.lead(lead)));
        let entries: Vec<_> = std::iter::once(any).chain(named).collect();
        if let Some(lead) = picker(
            ui,
            language.portfolio_filter_lead(),
            120.0,
            &filter.lead,
            &entries,
        ) {
            changed = Some(PortfolioFilter {
                lead,
                ..filter.clone()
            });
        }
        if *filter != PortfolioFilter::default() {
            let label = language.portfolio_filter_clear();
            let symbol = Some(icon::CLOSE);
            if action_button(ui, ButtonKind::Plain, symbol, label).clicked() {
                changed = Some(PortfolioFilter::default());
            }
        }
    });
    if let Some(filter) = changed {
        actions.push(Action::Portfolio(PortfolioAction::Filter(filter)));
    }
    selection_ui(ui, view, actions, standing);
}

/// How many are shown and selected, and what is done with those selected.
fn selection_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, standing: &Standing<'_>) {
    let language = view.language;
    let selected = &view.session.selected;
    ui.horizontal_wrapped(|ui| {
        let counts =
            language.portfolio_counts(standing.shown.len(), standing.rows.len(), selected.len());
        let counts = RichText::new(counts).font(text::caption());
        // As wide as any count, so that the buttons stay where they are.
        let size = vec2(COUNTS, space::CONTROL);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(COUNTS);
            ui.label(counts.color(ui.tokens().text_subdued));
        });
        let label = language.portfolio_select_shown();
        if button(ui, !standing.shown.is_empty(), None, label) {
            let ids: Vec<EnterpriseId> = standing.iter().map(|row| row.id).collect();
            actions.push(Action::Portfolio(PortfolioAction::Add(ids)));
        }
        let any = !selected.is_empty();
        if button(ui, any, None, language.portfolio_clear()) {
            actions.push(Action::Portfolio(PortfolioAction::Clear));
        }
        let export = language.portfolio_export();
        if button(ui, any, Some(icon::EXPORT), export) {
            actions.push(Action::Portfolio(PortfolioAction::Export));
        }
        let present = language.present_menu();
        if button(ui, any, Some(icon::FIT), present) {
            let ids = in_order(standing, selected);
            actions.push(Action::Present(PresentAction::Begin(ids)));
        }
        let compare = if selected.len() > MOST_COMPARED {
            language.portfolio_compare_some(MOST_COMPARED, selected.len())
        } else {
            language.portfolio_compare().to_owned()
        };
        let (primary, symbol) = (ButtonKind::Primary, Some(icon::COMPARE));
        if action_button_if(ui, any, primary, symbol, &compare).clicked() {
            let ids = in_order(standing, selected);
            actions.push(Action::Portfolio(PortfolioAction::Compare(ids)));
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

fn entry<T>(value: T, label: &str) -> PickerEntry<T> {
    PickerEntry {
        value,
        label: label.to_owned(),
        heading: None,
    }
}

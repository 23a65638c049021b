//! Portfolio: how does everybody stand?

mod distribution;
mod filters;
mod plane;
mod ranks;
mod standing;
mod table;

use egui::{Align, Key, Layout, Modifiers, Ui, vec2};

use super::header::no_enterprise_ui;

use crate::{
    state::{Action, Actions, PortfolioAction, PortfolioFilter, PortfolioPage, View},
    theme::{icon, space},
    ui::widgets::{choose_one, empty_place, look, scroll_page},
};
use standing::{Standing, sector_name};

/// Below this height, in logical points, the page does not fit under its filters.
const LOW: f32 = 380.0;
/// As high as filters and page are then.
const WHOLE: f32 = 580.0;

/// The Portfolio screen.
pub fn portfolio_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    if view.workbook.enterprises.is_empty() {
        let (heading, text) = (language.portfolio_none(), language.portfolio_none_text());
        no_enterprise_ui(ui, view, actions, (icon::PORTFOLIO, heading, text));
        return;
    }
    let rows = view
        .portfolio
        .rows(view.shared, &view.settings, view.results);
    let shown = view.portfolio.shown(
        &rows,
        view.workbook,
        &view.session.portfolio,
        language,
        |enterprise| sector_name(view, &enterprise.sector),
    );
    let standing = Standing { rows, shown, view };
    let page = view.session.portfolio.page;
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(40.0);
        ui.label(look::heading(ui, language.screen_portfolio()));
        ui.add_space(space::SMALL);
        let pages = [
            (PortfolioPage::Table, language.portfolio_table()),
            (PortfolioPage::Plane, language.portfolio_plane()),
            (
                PortfolioPage::Distribution,
                language.portfolio_distribution(),
            ),
            (PortfolioPage::Ranks, language.portfolio_ranks()),
        ];
        actions.send_some(choose_one(ui, &page, &pages).map(PortfolioAction::Page));
    });
    if ui.available_height() >= LOW {
        below_ui(ui, actions, &standing);
        return;
    }
    // Too low for what stands above and the page itself: all of it moves.
    scroll_page(ui, "portfolio in a low window", |ui| {
        let size = vec2(ui.available_width() - space::GAP, WHOLE);
        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            below_ui(ui, actions, &standing);
        });
    });
}

/// The filters and the page.
fn below_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>) {
    let view = standing.view;
    let language = view.language;
    filters::filters_ui(ui, actions, standing);
    ui.add_space(space::TIGHT);
    if standing.shown.is_empty() {
        let (heading, text) = (
            language.portfolio_no_match(),
            language.portfolio_no_match_text(),
        );
        let clear = language.portfolio_filter_clear();
        if empty_place(ui, icon::SEARCH, heading, text, clear) {
            actions.send(PortfolioAction::Filter(PortfolioFilter::default()));
        }
        return;
    }
    keys(ui, view, actions, standing);
    match view.session.portfolio.page {
        PortfolioPage::Table => table::table_ui(ui, actions, standing),
        PortfolioPage::Plane => plane::plane_ui(ui, actions, standing),
        PortfolioPage::Distribution => distribution::distribution_ui(ui, actions, standing),
        PortfolioPage::Ranks => ranks::ranks_ui(ui, actions, standing),
    }
}

/// Keys that go through the enterprises on every page, while no text is typed and nothing lies over it.
fn keys(ui: &Ui, view: &View<'_>, actions: &mut Actions, standing: &Standing<'_>) {
    let focused = ui.memory(|memory| memory.focused().is_some());
    if focused || view.session.dialog.is_some() || standing.shown.is_empty() {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let chosen = view.session.enterprise;
    let place = standing.iter().position(|row| Some(row.id) == chosen);
    let row_at = |place: usize| &standing.rows[standing.shown[place]];
    let last = standing.shown.len() - 1;
    if pressed(Key::ArrowDown) {
        let next = place.map_or(0, |place| (place + 1).min(last));
        actions.push(Action::Select(row_at(next).id));
    }
    if pressed(Key::ArrowUp) {
        let next = place.map_or(0, |place| place.saturating_sub(1));
        actions.push(Action::Select(row_at(next).id));
    }
    if let Some(place) = place {
        if pressed(Key::Enter) {
            actions.send(PortfolioAction::Open(row_at(place).id));
        }
        if pressed(Key::Space) {
            actions.send(PortfolioAction::Toggle(row_at(place).id));
        }
    }
}

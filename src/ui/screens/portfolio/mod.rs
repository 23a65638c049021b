//! Portfolio: how does everybody stand?

mod distribution;
mod filters;
mod plane;
mod ranks;
mod table;

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::{
    app::{Action, Actions, MenuAction, PortfolioAction, PortfolioPage, PortfolioRow, View},
    model::Enterprise,
    ui::{
        theme::{icon, space, text},
        widgets::{empty_place, segmented},
    },
};

const PAGES: [PortfolioPage; 4] = [
    PortfolioPage::Table,
    PortfolioPage::Plane,
    PortfolioPage::Distribution,
    PortfolioPage::Ranks,
];

/// The rows, those that are shown, and the workbook they are of.
struct Standing<'a> {
    rows: Arc<Vec<PortfolioRow>>,
    shown: Arc<Vec<usize>>,
    view: &'a View<'a>,
}

impl Standing<'_> {
    fn enterprise(&self, row: &PortfolioRow) -> &Arc<Enterprise> {
        &self.view.workbook.enterprises[row.index]
    }

    /// The rows shown, in order.
    fn iter(&self) -> impl Iterator<Item = &PortfolioRow> {
        self.shown.iter().map(|index| &self.rows[*index])
    }
}

/// The Portfolio screen.
pub fn portfolio_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let language = view.language;
    if view.workbook.enterprises.is_empty() {
        let (heading, text) = (language.portfolio_none(), language.portfolio_none_text());
        let add = language.add_enterprise();
        if empty_place(ui, view.theme, icon::PORTFOLIO, heading, text, add) {
            actions.push(Action::Menu(MenuAction::AddEnterprise));
        }
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
        let title = RichText::new(language.screen_portfolio()).font(text::heading());
        ui.label(title.color(view.theme.text_strong));
        ui.add_space(space::SMALL);
        let labels = [
            language.portfolio_table(),
            language.portfolio_plane(),
            language.portfolio_distribution(),
            language.portfolio_ranks(),
        ];
        let chosen = PAGES.iter().position(|other| *other == page);
        if let Some(index) = segmented(ui, view.theme, chosen.unwrap_or_default(), &labels) {
            actions.push(Action::Portfolio(PortfolioAction::Page(PAGES[index])));
        }
    });
    filters::filters_ui(ui, view, actions, &standing);
    ui.add_space(space::TIGHT);
    match page {
        PortfolioPage::Table => table::table_ui(ui, view, actions, &standing),
        PortfolioPage::Plane => plane::plane_ui(ui, view, actions, &standing),
        PortfolioPage::Distribution => distribution::distribution_ui(ui, view, actions, &standing),
        PortfolioPage::Ranks => ranks::ranks_ui(ui, view, actions, &standing),
    }
}

/// A sector's name, or what was typed.
fn sector_name<'a>(view: &'a View<'_>, sector: &'a str) -> &'a str {
    if sector.is_empty() {
        return view.language.distribution_no_sector();
    }
    view.knowledge
        .sectors
        .get(sector)
        .map_or(sector, |found| found.name.get(view.language))
}

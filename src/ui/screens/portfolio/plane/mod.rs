//! The supply-demand plane: the picture, the same as text, and beside it what is on it.

mod aside;
mod marks;
mod naming;
mod picture;

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::standing::Standing;
use crate::{
    state::{Action, Actions, MenuAction, PortfolioAction, PortfolioFilter, Spot, View},
    theme::{icon, space},
    ui::{
        charts::charts_are_text,
        widgets::{ButtonKind, caption_line, card, empty_place, subdued_line, text_line},
    },
};
use naming::sentence;

/// As many enterprises are listed where charts are text.
const MOST_LINES: usize = 200;
/// Width of what stands beside the picture.
const ASIDE: f32 = 264.0;
/// From this width on it stands beside, else below.
const BESIDE_FROM: f32 = 640.0;

pub(super) fn plane_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>) {
    let view = standing.view;
    let language = view.language;
    let selected = &view.session.selected;
    let spots = view
        .portfolio
        .spots(&standing.rows, &standing.shown, selected);
    if spots.is_empty() {
        let (heading, text) = (language.plane_empty(), language.plane_empty_text());
        let any = PortfolioFilter::default();
        // What could be done about it: show all, or score what is missing.
        let filtered = view.session.portfolio.filter != any;
        let (label, action) = if filtered {
            let clear = PortfolioAction::Filter(any).into();
            (language.portfolio_filter_clear(), clear)
        } else {
            (language.go_on_scoring(), Action::Menu(MenuAction::Assess))
        };
        if empty_place(ui, icon::PORTFOLIO, heading, text, label) {
            actions.push(action);
        }
        return;
    }
    card(ui, |ui| {
        let lasso = view.session.portfolio.lasso;
        ui.horizontal(|ui| {
            let kind = ButtonKind::primary_if(lasso);
            let label = (icon::LASSO, language.plane_lasso());
            actions.button(ui, kind, label, PortfolioAction::Lasso(!lasso));
            let text = if lasso {
                language.plane_lasso_text()
            } else {
                language.plane_text()
            };
            subdued_line(ui, text);
        });
        let beside = ui.available_width() >= BESIDE_FROM;
        if !beside {
            ScrollArea::vertical().id_salt("plane").show(ui, |ui| {
                content_ui(ui, actions, standing, &spots);
                aside::aside_ui(ui, actions, standing, &spots);
            });
            return;
        }
        ui.horizontal_top(|ui| {
            let height = ui.available_height() - space::SMALL;
            // The picture is square and takes what is left; what stands beside it follows at once.
            let room = ui.available_width() - ASIDE - space::SECTION;
            ui.vertical(|ui| {
                ui.set_width(room.min(height.max(picture::SMALLEST)));
                content_ui(ui, actions, standing, &spots);
            });
            ui.add_space(space::CARD);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width().min(1.5 * ASIDE));
                ScrollArea::vertical()
                    .id_salt("beside the plane")
                    .show(ui, |ui| aside::aside_ui(ui, actions, standing, &spots));
            });
        });
    });
}

fn content_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>, spots: &Arc<Vec<Spot>>) {
    let view = standing.view;
    if charts_are_text(ui.ctx()) {
        lines_ui(ui, view, standing, spots);
    } else {
        picture::picture_ui(ui, actions, standing, spots);
    }
}

/// The same as text.
fn lines_ui(ui: &mut Ui, view: &View<'_>, standing: &Standing<'_>, spots: &[Spot]) {
    ScrollArea::vertical()
        .id_salt("plane as text")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for spot in spots.iter().take(MOST_LINES) {
                text_line(ui, &sentence(view, standing, spot));
            }
            if spots.len() > MOST_LINES {
                caption_line(ui, &view.language.plane_more(spots.len() - MOST_LINES));
            }
        });
}

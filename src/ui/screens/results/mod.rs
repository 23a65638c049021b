//! Results: what does it mean? Words lead, numbers follow, every number can be asked how it came.

mod headline;
mod owner;
mod table;

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::header::{Beside, firm_header_ui};
use crate::{
    analysis::RoundResult,
    chart::Target,
    state::{Action, Actions, Explained, MenuAction, Panel, ResultsPage, View},
    theme::Themed,
    theme::{icon, space, text},
    ui::{
        charts::{Readable, Walk, factor_hover_ui, matrix_chart, pairs_chart, read_chart_ui},
        explain::{beside_ui, explain_button_ui},
        screens::hidden_ui,
        widgets::{card, centred_page, empty_place, segmented, subdued_line},
        words::two_decimals_or_none,
    },
};

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 1080.0;

/// The Results screen.
pub fn results_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (Some(enterprise), Some(result)) = (view.enterprise(), view.result()) else {
        let language = view.language;
        if empty_place(
            ui,
            icon::RESULTS,
            language.results_none(),
            language.results_none_text(),
            language.add_enterprise(),
        ) {
            actions.push(Action::Menu(MenuAction::AddEnterprise));
        }
        return;
    };
    let page = view.session.results_page;
    centred_page(ui, ("results", enterprise.id, page), WIDEST, |ui| {
        firm_header_ui(ui, view, actions, enterprise, |ui, actions, beside| {
            if beside == Beside::Left {
                page_switch_ui(ui, view, actions);
            }
        });
        if result.hidden {
            hidden_ui(ui, view, actions);
            return;
        }
        match view.session.results_page {
            ResultsPage::Full => page_ui(ui, view, actions, &result),
            ResultsPage::Short => owner::owner_ui(ui, view, actions, &result),
        }
    });
}

/// Chooses between the whole page and the owner's.
fn page_switch_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let pages = [ResultsPage::Full, ResultsPage::Short];
    let labels = [
        view.language.results_in_full(),
        view.language.results_in_short(),
    ];
    let chosen = usize::from(view.session.results_page == ResultsPage::Short);
    if let Some(clicked) = segmented(ui, chosen, &labels) {
        actions.push(Action::Read(pages[clicked]));
    }
}

fn page_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let language = view.language;
    headline::headline_ui(ui, view, actions, result);
    headline::first_ui(ui, view, actions, result);
    fold_ui(
        ui,
        view,
        actions,
        Panel::Pairs,
        language.pairs_title(),
        |ui, actions| {
            beside_ui(ui, view, actions, Explained::Pairs, |ui| {
                subdued_line(ui, language.pairs_text());
            });
            let width = ui.available_width();
            let (chart, size) = pairs_chart(ui, view, result, width);
            let walk = Walk { right: 1, down: 2 };
            let name = language.pairs_title();
            let spoken = |target: &Target| cell_words(view, result, target);
            let readable = Readable {
                chart: &chart,
                size,
                name,
                walk,
                spoken: &spoken,
            };
            read_chart_ui(ui, &readable, |ui, target| {
                factor_hover_ui(ui, view, result, target);
            });
        },
    );
    fold_ui(
        ui,
        view,
        actions,
        Panel::Table,
        language.table_title(),
        |ui, actions| {
            table::table_ui(ui, view, actions, result);
        },
    );
    fold_ui(
        ui,
        view,
        actions,
        Panel::Matrix,
        language.matrix_title(),
        |ui, actions| {
            ui.horizontal(|ui| {
                let note = RichText::new(language.matrix_text()).color(ui.tokens().text_subdued);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    explain_button_ui(ui, view, actions, Explained::Matrix);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(Label::new(note).wrap());
                    });
                });
            });
            let width = ui.available_width().min(760.0);
            let (chart, size) = matrix_chart(ui, view, result, width);
            let walk = Walk { right: 4, down: 1 };
            let name = language.matrix_title();
            let spoken = |target: &Target| cell_words(view, result, target);
            let readable = Readable {
                chart: &chart,
                size,
                name,
                walk,
                spoken: &spoken,
            };
            read_chart_ui(ui, &readable, |ui, target| {
                ui.strong(cell_words(view, result, target));
                factor_hover_ui(ui, view, result, target);
            });
        },
    );
    fold_ui(
        ui,
        view,
        actions,
        Panel::Details,
        language.details_for_experts(),
        |ui, actions| {
            table::details_ui(ui, view, actions, result);
        },
    );
    ui.add_space(space::SECTION);
}

/// A factor with its favourability, or two crossed with their resonance.
fn cell_words(view: &View<'_>, result: &RoundResult, target: &Target) -> String {
    let name = view.factor_name(target.factor);
    let Some(other) = target.other else {
        let value = result.factors[target.factor].favourability;
        return format!("{name} {}", two_decimals_or_none(value));
    };
    let value = result.matrix[target.factor.index() % 4][other.index() % 4];
    format!(
        "{name} – {} {}",
        view.factor_name(other),
        two_decimals_or_none(value)
    )
}

/// A card whose content folds away under its heading.
fn fold_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    panel: Panel,
    heading: &str,
    contents: impl FnOnce(&mut Ui, &mut Actions),
) {
    let open = view.session.shows(panel);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let symbol = if open {
            icon::CARET_DOWN
        } else {
            icon::CARET_RIGHT
        };
        let caption = RichText::new(format!("{symbol}  {heading}")).font(text::label());
        let button = egui::Button::new(caption.color(ui.tokens().text_strong))
            .frame_when_inactive(false)
            .min_size(vec2(0.0, space::CONTROL));
        let response = ui
            .scope(|ui| {
                ui.spacing_mut().button_padding.x = 0.0;
                ui.add(button)
            })
            .inner;
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, open, heading));
        if response.clicked() {
            actions.push(Action::Toggle(panel));
        }
        if open {
            contents(ui, actions);
        }
    });
}

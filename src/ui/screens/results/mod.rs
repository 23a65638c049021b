//! Results: what does it mean? Words lead, numbers follow, every number can be asked how it came.

mod headline;
mod owner;
mod table;

use egui::{Align, Layout, RichText, Ui, vec2};

use super::header::{Beside, firm_header_ui, hidden_ui, no_enterprise_ui};
use crate::{
    analysis::RoundResult,
    chart::Target,
    state::{Action, Actions, Explained, Panel, ReportAction, ResultsPage, View},
    theme::{Themed, icon, space, text},
    ui::{
        charts::{Readable, ScreenMeasure, Walk, factor_hover_ui, read_chart_ui},
        explain::{beside_ui, explain_button_ui},
        widgets::{card, centred_page, choose_one, from_right, look, subdued_line},
    },
    wording::{matrix_chart, pairs_chart, two_decimals_or_none},
};

/// The page is never wider than this, in logical points.
const WIDEST: f32 = 1080.0;

/// The Results screen.
pub fn results_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let (Some(enterprise), Some(result)) = (view.enterprise(), view.result()) else {
        let (heading, text) = (
            view.language.results_none(),
            view.language.results_none_text(),
        );
        no_enterprise_ui(ui, view, actions, (icon::RESULTS, heading, text));
        return;
    };
    let page = view.session.results_page;
    centred_page(ui, ("results", enterprise.id, page), WIDEST, |ui| {
        firm_header_ui(
            ui,
            view,
            actions,
            enterprise,
            |ui, actions, beside| match beside {
                Beside::Left => page_switch_ui(ui, view, actions),
                Beside::Right => {
                    let share = (icon::EXPORT, view.language.report_share());
                    actions.plain(ui, share, ReportAction::Share);
                }
            },
        );
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
    let pages = [
        (ResultsPage::Full, view.language.results_in_full()),
        (ResultsPage::Short, view.language.results_in_short()),
    ];
    let chosen = choose_one(ui, &view.session.results_page, &pages);
    actions.send_some(chosen.map(Action::Read));
}

fn page_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let language = view.language;
    headline::headline_ui(ui, view, actions, result);
    headline::first_ui(ui, view, actions, result);
    let pairs = (Panel::Pairs, language.pairs_title());
    fold_ui(ui, view, actions, pairs, |ui, actions| {
        beside_ui(ui, view, actions, Explained::Pairs, |ui| {
            subdued_line(ui, language.pairs_text());
        });
        let width = ui.available_width();
        let measure = ScreenMeasure(ui.ctx());
        let (chart, height) = pairs_chart(view.wording(), result, width, &measure);
        let readable = Readable {
            chart: &chart,
            size: vec2(width, height),
            name: language.pairs_title(),
            walk: Walk { right: 1, down: 2 },
            spoken: &|target| cell_words(view, result, target),
        };
        read_chart_ui(ui, &readable, |ui, target| {
            factor_hover_ui(ui, view, result, target);
        });
    });
    let table = (Panel::Table, language.table_title());
    fold_ui(ui, view, actions, table, |ui, actions| {
        table::table_ui(ui, view, actions, result);
    });
    let matrix = (Panel::Matrix, language.matrix_title());
    fold_ui(ui, view, actions, matrix, |ui, actions| {
        from_right(ui, 0.0, |ui| {
            explain_button_ui(ui, view, actions, Explained::Matrix);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                subdued_line(ui, language.matrix_text());
            });
        });
        let width = ui.available_width().min(760.0);
        let measure = ScreenMeasure(ui.ctx());
        let (chart, height) = matrix_chart(view.wording(), result, width, &measure);
        let readable = Readable {
            chart: &chart,
            size: vec2(width, height),
            name: language.matrix_title(),
            walk: Walk { right: 4, down: 1 },
            spoken: &|target| cell_words(view, result, target),
        };
        read_chart_ui(ui, &readable, |ui, target| {
            ui.strong(cell_words(view, result, target));
            factor_hover_ui(ui, view, result, target);
        });
    });
    let details = (Panel::Details, language.details_for_experts());
    fold_ui(ui, view, actions, details, |ui, actions| {
        table::details_ui(ui, view, actions, result);
    });
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
    (panel, heading): (Panel, &str),
    contents: impl FnOnce(&mut Ui, &mut Actions),
) {
    let open = view.session.shows(panel);
    card(ui, |ui| {
        let symbol = look::caret(open);
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

//! Ranks and how far they hang on the weights.

use egui::{Align, Label, Layout, RichText, Sense, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use super::standing::Standing;
use crate::{
    analysis::{Place, Ranking},
    state::{Action, Actions, Explained, MenuAction, PortfolioAction, PortfolioRow, View},
    theme::{Themed, icon, text},
    ui::{
        explain::{beside_ui, explain_button_ui, heaviest},
        widgets::{caption_line, card, empty_place, look, subdued_line},
    },
    wording::{percent, rank_range, resonance_range, whole},
};

const ROW: f32 = 40.0;
/// As many enterprises without a rank are named.
const MOST_NAMED: usize = 8;

pub(super) fn ranks_ui(ui: &mut Ui, actions: &mut Actions, standing: &Standing<'_>) {
    let view = standing.view;
    let language = view.language;
    let complete =
        |row: &PortfolioRow| row.result.as_ref().is_some_and(|one| one.outcome.is_some());
    if !standing.rows.iter().any(complete) {
        let (heading, text) = (language.plane_empty(), language.ranks_none());
        let score = language.go_on_scoring();
        if empty_place(ui, icon::PORTFOLIO, heading, text, score) {
            actions.send(MenuAction::Assess);
        }
        return;
    }
    let ranking = match view.portfolio.ranks(&standing.rows) {
        None => {
            actions.send(PortfolioAction::Rank);
            None
        }
        Some(ranking) => ranking,
    };
    let Some(ranking) = ranking else {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(language.ranks_counting());
        });
        return;
    };
    subdued_line(ui, &language.ranks_text(ranking.draws));
    entropy_ui(ui, view, actions, standing);
    let ranked = view.portfolio.ranked(&standing.shown, &ranking);
    without_ui(ui, view, standing, &ranked.without);
    card(ui, |ui| {
        table_ui(ui, view, actions, standing, (&ranking, &ranked.order));
    });
}

/// Who has no rank, so that nobody is missed.
fn without_ui(ui: &mut Ui, view: &View<'_>, standing: &Standing<'_>, without: &[usize]) {
    if without.is_empty() {
        return;
    }
    let named = without.iter().take(MOST_NAMED);
    let named = named.map(|index| view.name_of(standing.enterprise(&standing.rows[*index])));
    let mut names = named.collect::<Vec<_>>().join(view.language.name_joiner());
    if without.len() > MOST_NAMED {
        names.push('…');
    }
    let line = view.language.ranks_without(without.len(), &names);
    caption_line(ui, &line);
}

fn entropy_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, standing: &Standing<'_>) {
    let language = view.language;
    let Some(entropy) = view.portfolio.entropy(&standing.rows) else {
        caption_line(ui, language.ranks_entropy_few());
        return;
    };
    let named = heaviest(view, &entropy.weights);
    beside_ui(ui, view, actions, Explained::Entropy, |ui| {
        caption_line(ui, &language.ranks_entropy(&named));
    });
}

fn table_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    standing: &Standing<'_>,
    (ranking, order): (&Ranking, &[usize]),
) {
    let language = view.language;
    let titles = [
        (language.ranks_rank(), None),
        (language.portfolio_column_name(), None),
        (language.portfolio_column_resonance(), None),
        (language.ranks_interval(), None),
        (language.ranks_likely(), Some(Explained::LikelyRanks)),
        (language.ranks_at_rank(), Some(Explained::RankShare)),
        (language.ranks_first(), Some(Explained::FirstRank)),
    ];
    let chosen = view.session.enterprise;
    ui.spacing_mut().item_spacing.y = 0.0;
    let roomy = ui.available_width() >= 840.0;
    TableBuilder::new(ui)
        .id_salt("ranks")
        .striped(false)
        .sense(Sense::click())
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(64.0))
        .column(Column::remainder().at_least(120.0).clip(true))
        .column(Column::exact(84.0))
        .column(Column::exact(84.0))
        .column(Column::exact(if roomy { 220.0 } else { 150.0 }))
        .column(Column::exact(104.0))
        .column(Column::exact(84.0))
        .header(30.0, |mut header| {
            for (title, asked) in titles {
                header.col(|ui| {
                    ui.label(look::caption(ui, title));
                    if let Some(asked) = asked {
                        explain_button_ui(ui, view, actions, asked);
                    }
                });
            }
        })
        .body(|body| {
            body.rows(ROW, order.len(), |mut line| {
                let index = order[line.index()];
                let row = &standing.rows[index];
                let Some(place) = &ranking.places[index] else {
                    return;
                };
                line.set_selected(Some(row.id) == chosen);
                let plain = |ui: &mut Ui, line: RichText| {
                    let line = Label::new(line.color(ui.tokens().text));
                    ui.add(line.truncate().selectable(false));
                };
                line.col(|ui| {
                    let rank = RichText::new(place.rank.to_string());
                    plain(ui, rank.font(text::strong()));
                });
                line.col(|ui| {
                    plain(ui, RichText::new(view.name_of(standing.enterprise(row))));
                });
                line.col(|ui| {
                    let outcome = row.result.as_ref().and_then(|result| result.outcome);
                    let printed = outcome.map_or_else(String::new, |one| whole(one.resonance));
                    plain(ui, RichText::new(printed).font(text::strong()));
                });
                line.col(|ui| {
                    let interval = row.interval();
                    let printed = interval.map_or_else(|| "–".to_owned(), resonance_range);
                    plain(ui, RichText::new(printed));
                });
                line.col(|ui| likely_ui(ui, view, place, ranking.ranked));
                line.col(|ui| plain(ui, RichText::new(percent(place.share))));
                line.col(|ui| plain(ui, RichText::new(percent(place.first))));
                if line.response().clicked() {
                    actions.push(Action::Select(row.id));
                }
            });
        });
}

/// Where nine of ten draws lie, as a bar from first to last and in words.
fn likely_ui(ui: &mut Ui, view: &View<'_>, place: &Place, ranked: usize) {
    // What is left beside the words.
    let width = (ui.available_width() - 84.0).clamp(40.0, 110.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 8.0), Sense::hover());
    ui.painter().rect_filled(rect, 3, ui.tokens().line);
    let share = |rank: usize| (rank - 1) as f32 / (ranked as f32 - 1.0).max(1.0);
    let x_of = |share: f32| rect.left() + rect.width() * share;
    let (low, high) = place.likely;
    let mut filled = rect;
    // One rank alone is still a mark that can be seen, inside the bar also at its ends.
    filled.set_left((x_of(share(low)) - 3.0).clamp(rect.left(), rect.right() - 6.0));
    filled.set_right((x_of(share(high)) + 3.0).min(rect.right()));
    ui.painter().rect_filled(filled, 3, ui.tokens().resonance);
    let words = rank_range(view.language, (low, high));
    let words = RichText::new(words).color(ui.tokens().text);
    ui.add(Label::new(words).truncate().selectable(false));
}

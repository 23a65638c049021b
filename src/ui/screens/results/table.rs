//! The factor table and the numbers for experts.

use egui::{Align, Label, Layout, RichText, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use crate::{
    analysis::{ConsensusBand, FactorState, RoundResult},
    chart::{Canvas, StripSpec, strip},
    model::{Factor, Side, orient},
    state::{Actions, Explained, View},
    theme::Themed,
    theme::{icon, text},
    ui::{
        charts::{ScreenMeasure, chart_ui},
        explain::explain_button_ui,
        words::two_decimals_or_none,
    },
};

/// Width of the column of answers, in logical points.
const ANSWERS: f32 = 190.0;

pub(super) fn table_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions, result: &RoundResult) {
    let language = view.language;
    let width = ui.available_width();
    // What there is no room for is one click away, in the explanation of the factor.
    let (answers, consensus) = (width >= 620.0, width >= 710.0);
    let (words, people) = (width >= 810.0, width >= 880.0);
    let theme = ui.tokens();
    let mut builder = TableBuilder::new(ui)
        .id_salt("factor table")
        .vscroll(false)
        .striped(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().at_least(110.0).clip(true))
        .column(Column::exact(70.0))
        .column(Column::exact(96.0));
    if people {
        builder = builder.column(Column::exact(64.0));
    }
    if answers {
        builder = builder.column(Column::exact(ANSWERS));
    }
    if consensus {
        builder = builder.column(Column::exact(if words { 170.0 } else { 84.0 }));
    }
    builder
        .column(Column::exact(40.0))
        .header(28.0, |mut header| {
            let mut titles = vec![
                language.column_factor(),
                language.column_score(),
                language.column_favourability(),
            ];
            titles.extend(people.then_some(language.column_people()));
            titles.extend(answers.then_some(language.column_range()));
            titles.extend(consensus.then_some(language.column_consensus()));
            for title in titles {
                header.col(|ui| {
                    let title = RichText::new(title).font(text::caption());
                    ui.label(title.color(ui.tokens().text_subdued));
                });
            }
            header.col(|_| {});
        })
        .body(|mut body| {
            for factor in Factor::ALL {
                body.row(34.0, |mut row| {
                    let found = &result.factors[factor];
                    let colour = match factor.side() {
                        Side::Supply => theme.supply,
                        Side::Demand => theme.demand,
                    };
                    row.col(|ui| {
                        let symbol = match factor.side() {
                            Side::Supply => icon::SUPPLY,
                            Side::Demand => icon::DEMAND,
                        };
                        ui.label(RichText::new(symbol).size(12.0).color(colour));
                        ui.add(Label::new(view.factor_name(factor)).truncate());
                        if found.agreed {
                            let mark = RichText::new(icon::HANDSHAKE).color(ui.tokens().resonance);
                            ui.label(mark).on_hover_text(language.agreed_mark());
                        }
                    });
                    row.col(|ui| {
                        let shown = match (found.score, found.state) {
                            (Some(score), _) => RichText::new(format!("{score:.1}"))
                                .font(text::strong())
                                .color(colour),
                            (None, FactorState::NotApplicable) => {
                                RichText::new("NA").color(ui.tokens().text_subdued)
                            }
                            (None, _) => RichText::new("–").color(ui.tokens().text_subdued),
                        };
                        ui.label(shown);
                    });
                    row.col(|ui| {
                        ui.label(two_decimals_or_none(found.favourability));
                    });
                    if people {
                        row.col(|ui| {
                            let people = found.respondents;
                            let shown = found.hands.map_or_else(
                                || people.to_string(),
                                |hands| language.people_and_hands(people, hands.total()),
                            );
                            ui.add(Label::new(shown).truncate());
                        });
                    }
                    if answers {
                        row.col(|ui| {
                            answers_ui(ui, view, result, factor);
                        });
                    }
                    if consensus {
                        row.col(|ui| {
                            consensus_ui(ui, view, found.consensus, words);
                        });
                    }
                    row.col(|ui| {
                        explain_button_ui(ui, view, actions, Explained::Factor(factor));
                    });
                });
            }
        });
}

fn consensus_ui(ui: &mut Ui, view: &View<'_>, consensus: Option<f64>, words: bool) {
    let Some(consensus) = consensus else {
        ui.label("–");
        return;
    };
    let word = view.language.consensus_short(ConsensusBand::of(consensus));
    if words {
        ui.add(Label::new(format!("{consensus:.2}  {word}")).truncate());
    } else {
        ui.label(format!("{consensus:.2}")).on_hover_text(word);
    }
}

/// Everybody's mark on one line, with lowest and highest in words.
fn answers_ui(ui: &mut Ui, view: &View<'_>, result: &RoundResult, factor: Factor) {
    let found = &result.factors[factor];
    let Some(spread) = found.spread else {
        ui.label("–");
        return;
    };
    let spec = StripSpec {
        side: factor.side(),
        dots: found
            .dots
            .iter()
            .map(|dot| orient(dot.level, factor))
            .collect(),
        value: found.favourability,
        agreed: found.agreed,
    };
    let (low, high) = (format!("{:.1}", spread.min), format!("{:.1}", spread.max));
    let range = view.language.range_from_to(&low, &high);
    let size = vec2(ANSWERS - 16.0, 32.0);
    let measure = ScreenMeasure(ui.ctx());
    let canvas = Canvas::new(vec![range.clone()], &measure);
    let chart = strip(&spec, size.into(), canvas);
    let name = view.language.dots_of(view.factor_name(factor));
    chart_ui(ui, &chart, size, &name, |_, _| {}).on_hover_text(range);
}

pub(super) fn details_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) {
    let language = view.language;
    let outcome = result.outcome;
    let class =
        outcome.map(|outcome| language.class_named(language.coordination_class(outcome.class)));
    let rows = [
        (
            Explained::Supply,
            language.value_supply(),
            result.sides.supply.value,
            None,
        ),
        (
            Explained::Demand,
            language.value_demand(),
            result.sides.demand.value,
            None,
        ),
        (
            Explained::Balance,
            language.value_balance(),
            outcome.map(|outcome| outcome.balance),
            None,
        ),
        (
            Explained::Coupling,
            language.value_coupling(),
            outcome.map(|outcome| outcome.coupling),
            Some(language.c_saturates().to_owned()),
        ),
        (
            Explained::Development,
            language.value_development(),
            outcome.map(|outcome| outcome.development),
            None,
        ),
        (
            Explained::Coordination,
            language.value_coordination(),
            outcome.map(|outcome| outcome.coordination),
            class,
        ),
        (
            Explained::KendallW,
            language.value_kendall(),
            result.kendall_w,
            None,
        ),
    ];
    for (number, name, value, note) in rows {
        ui.horizontal(|ui| {
            ui.set_min_height(32.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                explain_button_ui(ui, view, actions, number);
                let value = RichText::new(two_decimals_or_none(value)).font(text::strong());
                ui.label(value.color(ui.tokens().text_strong));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.label(name);
                    if let Some(note) = note {
                        let note = RichText::new(note).font(text::caption());
                        ui.add(Label::new(note.color(ui.tokens().text_subdued)).truncate());
                    }
                });
            });
        });
    }
}

//! The factor table and the numbers for experts.

use egui::{Align, Layout, RichText, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use crate::{
    analysis::{ConsensusBand, FactorState, Outcome, RoundResult},
    chart::{Canvas, StripSpec, strip},
    model::{Factor, orient},
    state::{Actions, Explained, View},
    theme::{Themed, icon, text},
    ui::{
        charts::{ScreenMeasure, chart_ui},
        explain::explain_button_ui,
        widgets::{cut, from_right, look},
    },
    wording::two_decimals_or_none,
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
                    ui.label(look::caption(ui, title));
                });
            }
            header.col(|_| {});
        })
        .body(|mut body| {
            for factor in Factor::ALL {
                body.row(34.0, |mut row| {
                    let found = &result.factors[factor];
                    let colour = theme.side(factor.side());
                    row.col(|ui| {
                        let symbol = icon::of_side(factor.side());
                        ui.label(RichText::new(symbol).size(12.0).color(colour));
                        cut(ui, view.factor_name(factor));
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
                            cut(ui, shown);
                        });
                    }
                    if answers {
                        row.col(|ui| answers_ui(ui, view, result, factor));
                    }
                    if consensus {
                        row.col(|ui| consensus_ui(ui, view, found.consensus, words));
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
        cut(ui, format!("{consensus:.2}  {word}"));
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
    let of = |value: fn(&Outcome) -> f64| outcome.as_ref().map(value);
    let sides = &result.sides;
    let rows = [
        (
            Explained::Supply,
            language.value_supply(),
            sides.supply.value,
        ),
        (
            Explained::Demand,
            language.value_demand(),
            sides.demand.value,
        ),
        (
            Explained::Balance,
            language.value_balance(),
            of(|one| one.balance),
        ),
        (
            Explained::Coupling,
            language.value_coupling(),
            of(|one| one.coupling),
        ),
        (
            Explained::Development,
            language.value_development(),
            of(|one| one.development),
        ),
        (
            Explained::Coordination,
            language.value_coordination(),
            of(|one| one.coordination),
        ),
        (
            Explained::KendallW,
            language.value_kendall(),
            result.kendall_w,
        ),
    ];
    for (number, name, value) in rows {
        let note = match number {
            Explained::Coupling => Some(language.c_saturates()),
            Explained::Coordination => class.as_deref(),
            _ => None,
        };
        from_right(ui, 32.0, |ui| {
            explain_button_ui(ui, view, actions, number);
            ui.label(look::strong(ui, two_decimals_or_none(value)));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(name);
                if let Some(note) = note {
                    cut(ui, look::caption(ui, note));
                }
            });
        });
    }
}

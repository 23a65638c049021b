//! "How is this computed": the formula, the numbers put in, the source, what is whose.

use egui::{Label, RichText, ScrollArea, Ui};

use crate::{
    analysis::{FactorState, Outcome, PerSide, RoundResult, strict_coupling},
    app::{Action, Actions, Explained, View},
    model::{Factor, Polarity, Side},
    ui::{
        theme::{icon, space, text},
        widgets::{ButtonKind, action_button, button_row, modal},
        words::weights_used,
    },
};

/// An explanation in three parts.
struct Explanation {
    title: String,
    formula: &'static str,
    numbers: Vec<String>,
    source: Vec<&'static str>,
}

pub(super) fn explanation_ui(
    ui: &mut Ui,
    view: &View<'_>,
    actions: &mut Actions,
    result: &RoundResult,
) {
    let Some(number) = view.session.explained else {
        return;
    };
    let language = view.language;
    let explanation = explain(view, result, number);
    let height = (ui.ctx().content_rect().height() - 240.0).max(100.0);
    let response = modal(ui, view.theme, "explanation", 560.0, |ui| {
        let title = RichText::new(&explanation.title).font(text::heading());
        ui.add(Label::new(title.color(view.theme.text_strong)).wrap());
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            part_ui(ui, view, language.formula(), [explanation.formula]);
            let numbers = explanation.numbers.iter().map(String::as_str);
            part_ui(ui, view, language.with_numbers(), numbers);
            part_ui(
                ui,
                view,
                language.source(),
                explanation.source.iter().copied(),
            );
        });
        button_row(ui, |ui| {
            let close = language.close();
            if action_button(ui, view.theme, ButtonKind::Primary, None, close).clicked() {
                actions.push(Action::Explain(None));
            }
            let copy = language.copy_text();
            if action_button(ui, view.theme, ButtonKind::Plain, Some(icon::COPY), copy).clicked() {
                actions.push(Action::Copy(explanation.as_text()));
            }
        });
    });
    if response.should_close() {
        actions.push(Action::Explain(None));
    }
}

fn part_ui<'a>(
    ui: &mut Ui,
    view: &View<'_>,
    heading: &str,
    lines: impl IntoIterator<Item = &'a str>,
) {
    ui.add_space(space::SMALL);
    let heading = RichText::new(heading).font(text::caption());
    ui.label(heading.color(view.theme.text_subdued));
    for line in lines {
        ui.add(Label::new(line).wrap().selectable(true));
    }
}

impl Explanation {
    fn as_text(&self) -> String {
        let mut lines = vec![self.title.clone(), self.formula.to_owned()];
        lines.extend(self.numbers.iter().cloned());
        lines.extend(self.source.iter().map(|line| (*line).to_owned()));
        lines.join("\n")
    }
}

fn explain(view: &View<'_>, result: &RoundResult, number: Explained) -> Explanation {
    let language = view.language;
    let (name, formula, numbers, source) = match number {
        Explained::Resonance => (
            language.value_resonance(),
            "R = C × T = √(S × D)",
            with_outcome(view, result, |outcome| {
                vec![
                    format!(
                        "√({:.3} × {:.3}) = {:.3}",
                        outcome.supply, outcome.demand, outcome.resonance
                    ),
                    format!(
                        "100 × {:.3} = {:.1}",
                        outcome.resonance,
                        outcome.resonance * 100.0
                    ),
                    language.band_limits().to_owned(),
                ]
            }),
            vec![language.source_resonance(), language.ours_note()],
        ),
        Explained::Supply => (
            language.value_supply(),
            "S = Σ w × u",
            side_numbers(view, result, Side::Supply),
            vec![language.source_side()],
        ),
        Explained::Demand => (
            language.value_demand(),
            "D = Σ w × u",
            side_numbers(view, result, Side::Demand),
            vec![language.source_side()],
        ),
        Explained::Balance => (
            language.value_balance(),
            "B = 1 − |S − D|",
            with_outcome(view, result, |outcome| {
                vec![format!(
                    "1 − |{:.3} − {:.3}| = {:.3}",
                    outcome.supply, outcome.demand, outcome.balance
                )]
            }),
            vec![language.source_balance()],
        ),
        Explained::Coupling => (
            language.value_coupling(),
            "C = 2√(S × D) / (S + D)",
            with_outcome(view, result, |outcome| {
                let strict = strict_coupling(&[outcome.supply, outcome.demand]);
                vec![
                    format!(
                        "2√({:.3} × {:.3}) / ({:.3} + {:.3}) = {:.3}",
                        outcome.supply,
                        outcome.demand,
                        outcome.supply,
                        outcome.demand,
                        outcome.coupling
                    ),
                    language.strict_coupling(&format!("{strict:.3}")),
                ]
            }),
            vec![language.source_coupling(), language.c_saturates()],
        ),
        Explained::Development => (
            language.value_development(),
            "T = (S + D) / 2",
            with_outcome(view, result, |outcome| {
                vec![format!(
                    "({:.3} + {:.3}) / 2 = {:.3}",
                    outcome.supply, outcome.demand, outcome.development
                )]
            }),
            vec![language.source_coupling()],
        ),
        Explained::Coordination => (
            language.value_coordination(),
            "K = √(C × T)",
            with_outcome(view, result, |outcome| {
                vec![
                    format!(
                        "√({:.3} × {:.3}) = {:.3}",
                        outcome.coupling, outcome.development, outcome.coordination
                    ),
                    language.class_named(language.coordination_class(outcome.class)),
                ]
            }),
            vec![language.source_coupling(), language.source_class()],
        ),
        Explained::KendallW => (
            language.value_kendall(),
            "W = 12 S / (m²(n³ − n) − m T)",
            vec![result.kendall_w.map_or_else(
                || language.no_value().to_owned(),
                |value| format!("W = {value:.3}"),
            )],
            vec![language.source_kendall()],
        ),
        Explained::Factor(factor) => {
            let formula = match factor.polarity() {
                Polarity::Direct => "u = (x − 1) / 4",
                Polarity::Inverse => "u = 1 − (x − 1) / 4",
            };
            return Explanation {
                title: language.how_computed_named(view.factor_name(factor)),
                formula,
                numbers: factor_numbers(view, result, factor),
                source: vec![language.source_factor(), language.source_consensus()],
            };
        }
        Explained::Matrix => (
            language.matrix_title(),
            "r = √(s × d)",
            matrix_numbers(view, result),
            vec![language.source_matrix()],
        ),
    };
    Explanation {
        title: language.how_computed_named(name),
        formula,
        numbers,
        source,
    }
}

fn with_outcome(
    view: &View<'_>,
    result: &RoundResult,
    numbers: impl FnOnce(&Outcome) -> Vec<String>,
) -> Vec<String> {
    result
        .outcome
        .as_ref()
        .map_or_else(|| vec![view.language.no_value().to_owned()], numbers)
}

fn side_numbers(view: &View<'_>, result: &RoundResult, side: Side) -> Vec<String> {
    let found = PerSide::of(&result.sides, side);
    let shares = side
        .factors()
        .into_iter()
        .zip(found.weights)
        .map(|(factor, weight)| {
            let name = view.factor_name(factor);
            let value = &result.factors[factor];
            match (value.favourability, value.state) {
                (Some(u), _) => format!("{name}: {weight:.3} × {u:.3} = {:.3}", weight * u),
                (None, FactorState::NotApplicable) => {
                    format!("{name}: {}", view.language.value_not_applicable())
                }
                (None, _) => format!("{name}: {}", view.language.value_not_scored()),
            }
        });
    let mut lines: Vec<String> = std::iter::once(weights_used(view)).chain(shares).collect();
    lines.push(found.value.map_or_else(
        || view.language.no_value().to_owned(),
        |value| format!("Σ = {value:.3}"),
    ));
    lines
}

fn factor_numbers(view: &View<'_>, result: &RoundResult, factor: Factor) -> Vec<String> {
    let language = view.language;
    let found = &result.factors[factor];
    let Some((score, favourability)) = found.score.zip(found.favourability) else {
        return vec![language.no_value().to_owned()];
    };
    let people: Vec<String> = found
        .dots
        .iter()
        .map(|dot| {
            if (dot.weight - 1.0).abs() < 1e-9 {
                format!("{}", dot.level)
            } else {
                format!("{} (×{})", dot.level, dot.weight)
            }
        })
        .collect();
    let mut lines = Vec::new();
    if !people.is_empty() {
        lines.push(format!("x: {} → {score:.3}", people.join(", ")));
    }
    if found.agreed {
        lines.push(language.agreed_stands(&format!("{score:.1}")));
    }
    lines.push(match factor.polarity() {
        Polarity::Direct => format!("u = ({score:.3} − 1) / 4 = {favourability:.3}"),
        Polarity::Inverse => format!("u = 1 − ({score:.3} − 1) / 4 = {favourability:.3}"),
    });
    if let Some(consensus) = found.consensus {
        lines.push(format!(
            "Cns = 1 + Σ p × log₂(1 − |x − mean| / 4) = {consensus:.3}"
        ));
    }
    lines
}

fn matrix_numbers(view: &View<'_>, result: &RoundResult) -> Vec<String> {
    result
        .natural_pairs()
        .into_iter()
        .map(|pair| {
            let u = |factor: Factor| {
                let value = result.factors[factor].favourability;
                value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
            };
            let value = pair
                .value
                .map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
            format!(
                "{} – {}: √({} × {}) = {value}",
                view.factor_name(pair.supply),
                view.factor_name(pair.demand),
                u(pair.supply),
                u(pair.demand),
            )
        })
        .collect()
}

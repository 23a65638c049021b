//! How every number was computed: formula, the numbers put in, whose it is.

use super::super::{firm::Firm, parts::sentences};
use crate::{
    analysis::{Certainty, RoundResult},
    model::Side,
    report::tree::{Block, Role},
    wording::{lead_sentence, resonance_lines, side_lines, three, two_decimals, weights_used},
};

pub(super) fn computed(firm: &Firm<'_>, result: &RoundResult) -> Vec<Block> {
    let (wording, language) = (firm.source.wording(), firm.source.language);
    let mut blocks = vec![Block::heading(2, language.report_computed())];
    let mut part = |name: &str, formula: &[&str], numbers: Vec<String>, sources: &[&str]| {
        blocks.push(Block::heading(3, name));
        blocks.extend(sentences(Role::Body, owned(formula)));
        blocks.extend(sentences(Role::Body, numbers));
        blocks.extend(sentences(Role::Note, owned(sources)));
    };
    let turned = "u = (x − 1) / 4;  u = 1 − (x − 1) / 4";
    let sources = [language.source_factor(), language.source_consensus()];
    part(
        language.column_favourability(),
        &[turned],
        Vec::new(),
        &sources,
    );
    for (side, name, formula) in [
        (Side::Supply, language.value_supply(), "S = Σ w × u"),
        (Side::Demand, language.value_demand(), "D = Σ w × u"),
    ] {
        let mut numbers = vec![weights_used(language, firm.source.workbook)];
        numbers.extend(side_lines(wording, result, side));
        part(name, &[formula], numbers, &[language.source_side()]);
    }
    if let Some(outcome) = &result.outcome {
        let mut numbers = resonance_lines(outcome);
        numbers.push(language.band_limits().to_owned());
        let name = language.value_resonance();
        part(
            name,
            &["R = √(S × D)"],
            numbers,
            &[language.source_resonance()],
        );
        let (s, d) = (three(outcome.supply), three(outcome.demand));
        let numbers = vec![
            format!("B = 1 − |{s} − {d}| = {}", two_decimals(outcome.balance)),
            lead_sentence(language, outcome),
        ];
        let formula = [language.explain_lead_formula()];
        part(
            language.value_balance(),
            &formula,
            numbers,
            &[language.source_balance()],
        );
        let numbers = vec![
            format!(
                "C = 2√({s} × {d}) / ({s} + {d}) = {}",
                two_decimals(outcome.coupling)
            ),
            format!(
                "T = ({s} + {d}) / 2 = {}",
                two_decimals(outcome.development)
            ),
            format!("K = √(C × T) = {}", two_decimals(outcome.coordination)),
            language.class_named(language.coordination_class(outcome.class)),
        ];
        let sources = [
            language.source_coupling(),
            language.source_class(),
            language.c_saturates(),
        ];
        part(language.value_coordination(), &[], numbers, &sources);
    }
    if let Some(Certainty::Intervals { .. }) = result.certainty {
        let formula = [language.explain_interval_formula()];
        let sources = [language.explain_interval_source(), language.interval_hint()];
        part(language.explain_certainty(), &formula, Vec::new(), &sources);
    }
    if let Some(w) = result.kendall_w {
        let numbers = vec![format!("W = {}", two_decimals(w))];
        let formula = ["W = 12 Q / (m²(n³ − n) − m T)"];
        part(
            language.value_kendall(),
            &formula,
            numbers,
            &[language.source_kendall()],
        );
    }
    let sources = [language.source_matrix()];
    part(
        language.matrix_title(),
        &["r = √(s × d)"],
        Vec::new(),
        &sources,
    );
    if firm
        .before
        .as_ref()
        .is_some_and(|before| before.change.is_some())
    {
        let formula = [language.explain_change_formula()];
        part(
            language.explain_change(),
            &formula,
            Vec::new(),
            &[language.explain_change_source()],
        );
    }
    blocks.push(Block::heading(2, language.report_sources()));
    let sources = [language.about_source(), language.explain_whose_text()];
    blocks.extend(sentences(Role::Body, owned(&sources)));
    blocks
}

fn owned<'a>(texts: &'a [&'a str]) -> impl Iterator<Item = String> + 'a {
    texts.iter().map(|text| (*text).to_owned())
}

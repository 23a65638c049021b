//! Evidence in words: every line of advice says what it rests on.

use super::{names::Wording, numbers::one_decimal};
use crate::{
    i18n::Language,
    knowledge::{Evidence, Fit, Met, Nearness},
    model::{PlanItem, PlanSource, PlanState, Polarity, Side},
};

/// The reasons in one clause that follows "because".
#[must_use]
pub fn because(wording: Wording<'_>, evidence: &[Evidence], first: Option<&str>) -> String {
    let reasons: Vec<String> = first
        .map(str::to_owned)
        .into_iter()
        .chain(evidence.iter().map(|found| reason(wording, found)))
        .collect();
    let joined = reasons.join(wording.language.list_joiner());
    wording.language.because(&joined)
}

fn reason(wording: Wording<'_>, evidence: &Evidence) -> String {
    let language = wording.language;
    match *evidence {
        Evidence::Score(factor, score) => {
            let (name, score) = (wording.factor_name(factor), one_decimal(score));
            match factor.polarity() {
                Polarity::Direct => language.why_score(name, &score),
                Polarity::Inverse => language.why_score_inverse(name, &score),
            }
        }
        Evidence::NotEnough { count: 1, of: 1 } => language.why_not_enough_own().to_owned(),
        Evidence::NotEnough { count, of } => language.why_not_enough(count, of),
        Evidence::Lags(Side::Demand, levels) => language.why_lags_demand(&one_decimal(levels)),
        Evidence::Lags(Side::Supply, levels) => language.why_lags_supply(&one_decimal(levels)),
        Evidence::WeakestPair(pair) => language.why_weakest_pair(
            wording.factor_name(pair.supply),
            wording.factor_name(pair.demand),
        ),
        Evidence::Apart(_) => language.why_apart().to_owned(),
        Evidence::WeakIndicator(factor, indicator, level) => {
            let words = &wording.knowledge.framework.of(factor).indicators[indicator];
            language.why_indicator(words.name.get(language), &one_decimal(level))
        }
    }
}

/// A gain of R, 0..=1, as points of 0 to 100.
#[must_use]
pub fn points_gained(gain: f64) -> String {
    format!("{:.0}", (gain * 100.0).max(0.0).round())
}

/// How much work something is, 1..=3.
#[must_use]
pub const fn effort(language: Language, effort: u8) -> &'static str {
    match effort {
        0 | 1 => language.effort_1(),
        2 => language.effort_2(),
        _ => language.effort_3(),
    }
}

/// Whether a prerequisite is there.
#[must_use]
pub const fn met(language: Language, met: Met) -> &'static str {
    match met {
        Met::Yes => language.met_yes(),
        Met::No => language.met_no(),
        Met::Unknown => language.met_unknown(),
    }
}

/// How a case is near.
#[must_use]
pub fn nearness(language: Language, nearness: Nearness) -> String {
    match nearness {
        Nearness::Sector => language.near_sector().to_owned(),
        Nearness::Type(found) => language.near_type(language.scenario_type(found)),
        Nearness::Industry(industry) => language.near_industry(language.industry(industry)),
        Nearness::Other => language.near_other().to_owned(),
    }
}

/// Whether a countermeasure suits the firm.
#[must_use]
pub const fn fit(language: Language, fit: Fit) -> &'static str {
    match fit {
        Fit::Good => language.fit_good(),
        Fit::Partly => language.fit_partly(),
        Fit::Poor => language.fit_poor(),
    }
}

/// How far an item of the plan is.
#[must_use]
pub const fn plan_state(language: Language, state: PlanState) -> &'static str {
    match state {
        PlanState::Open => language.plan_open(),
        PlanState::Begun => language.plan_begun(),
        PlanState::Done => language.plan_done(),
    }
}

/// What an item of the plan says: the preset's text in the present language while nobody rewrote it,
/// else as written.
#[must_use]
pub fn plan_text<'a>(wording: Wording<'a>, item: &'a PlanItem) -> &'a str {
    let knowledge = wording.knowledge;
    let preset = match &item.source {
        PlanSource::Free => None,
        PlanSource::Step(id) => knowledge.rule(id).map(|rule| &rule.step),
        PlanSource::Countermeasure(id) => knowledge.countermeasure(id).map(|found| &found.name),
        PlanSource::Scenario(id) => knowledge.scenario(id).map(|found| &found.name),
    };
    match preset {
        Some(text) if item.text == text.en || item.text == text.zh => text.get(wording.language),
        _ => &item.text,
    }
}

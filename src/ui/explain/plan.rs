//! R of a target or a what-if, and how far the way to the target is gone.

use super::{
    numbers::{all_lines, precise},
    parts::Parts,
};
use crate::{
    analysis::{Outcome, RoundResult, WayGone},
    i18n::Language,
    model::{Enterprise, Factor, Level, PerFactor, WhatIf, WhatIfId, orient},
    state::View,
    wording::{one_decimal, plan_change, whole},
};

/// How far the way from the baseline to the target is gone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gone {
    /// There is no target.
    NoTarget,
    /// The baseline, or the round looked at, has no R.
    NoBaseline,
    /// The target is the baseline.
    NoWay,
    /// So far.
    Share(WayGone),
}

/// A way that is gone in part, in words.
#[must_use]
pub fn way_sentence(language: Language, gone: &WayGone) -> String {
    let (from, target) = (whole(gone.from), whole(gone.target));
    if gone.target < gone.from {
        return language.plan_progress_down(&from);
    }
    if gone.share >= 1.0 {
        return language.plan_progress_passed(&target);
    }
    let percent = format!("{:.0}", gone.share * 100.0);
    language.plan_progress(&percent, &from, &target)
}

/// How far an enterprise is on its way; `result` is that of the round looked at.
#[must_use]
pub fn way_gone(view: &View<'_>, enterprise: &Enterprise, result: &RoundResult) -> Gone {
    let aim = &enterprise.target;
    let target = view.profile(&aim.levels).and_then(|then| then.outcome);
    let Some(target) = target.filter(|_| aim.is_set()) else {
        return Gone::NoTarget;
    };
    let baseline = aim.baseline.and_then(|id| enterprise.round(id));
    let baseline = baseline
        .or_else(|| enterprise.rounds.first())
        .and_then(|round| view.results.of(round, &view.settings).outcome);
    let Some((from, now)) = baseline.zip(result.outcome) else {
        return Gone::NoBaseline;
    };
    let (from, now, target) = (from.resonance, now.resonance, target.resonance);
    WayGone::of(from, now, target).map_or(Gone::NoWay, Gone::Share)
}

/// A what-if of the selected enterprise.
fn kept<'a>(view: &'a View<'_>, id: WhatIfId) -> Option<&'a WhatIf> {
    let mut kept = view.enterprise()?.what_ifs.iter();
    kept.find(|what_if| what_if.id == id).map(AsRef::as_ref)
}

/// What a what-if of the selected enterprise is called.
pub(super) fn what_if_name(view: &View<'_>, id: WhatIfId) -> String {
    kept(view, id).map_or_else(String::new, |what_if| what_if.name.clone())
}

pub(super) fn target(view: &View<'_>, result: &RoundResult) -> Parts {
    let aim = view.enterprise().map(|one| &one.target);
    let aim = aim.filter(|aim| aim.is_set());
    profile(view, result, aim.map(|aim| &aim.levels))
}

pub(super) fn what_if(view: &View<'_>, result: &RoundResult, id: WhatIfId) -> Parts {
    profile(view, result, kept(view, id).map(|what_if| &what_if.levels))
}

fn profile(
    view: &View<'_>,
    result: &RoundResult,
    levels: Option<&PerFactor<Option<Level>>>,
) -> Parts {
    let language = view.language;
    let empty = Parts::of(
        language.explain_profile_formula(),
        &[language.explain_plan_source(), language.source_side()],
    );
    let Some((levels, now)) = levels.zip(result.outcome) else {
        return empty;
    };
    let Some(then) = view.profile(levels) else {
        return empty;
    };
    let mut numbers = Vec::new();
    for factor in Factor::ALL {
        let (Some(level), score) = (levels[factor], result.factors[factor].score) else {
            continue;
        };
        let before = score.map_or_else(
            || "–".to_owned(),
            |score| format!("x {} (u {:.3})", one_decimal(score), orient(score, factor)),
        );
        numbers.push(format!(
            "{}: {before} → x {} (u {:.3})",
            view.factor_name(factor),
            one_decimal(level.value()),
            level.favourability(factor)
        ));
    }
    if numbers.is_empty() {
        numbers.push(language.explain_nothing_replaced().to_owned());
    }
    numbers.extend(all_lines(view, &then));
    let shown = |then: &Outcome| vec![whole(then.resonance), plan_change(language, &now, then)];
    Parts {
        numbers,
        shown: then.outcome.as_ref().map_or_else(Vec::new, shown),
        ..empty
    }
}

pub(super) fn progress(view: &View<'_>, result: &RoundResult) -> Parts {
    let language = view.language;
    let empty = Parts::of(
        language.explain_progress_formula(),
        &[language.explain_plan_source()],
    );
    let gone = view.enterprise().map(|one| way_gone(view, one, result));
    let Some(Gone::Share(gone)) = gone else {
        return empty;
    };
    let (from, now, target) = (gone.from, gone.now, gone.target);
    // As many decimals as it takes: a short way makes much of a little.
    let of = |decimals: usize| {
        format!(
            "({now:.decimals$} − {from:.decimals$}) / ({target:.decimals$} − {from:.decimals$}) = {}",
            precise(gone.share)
        )
    };
    let decimals = if (target - from).abs() < 0.1 { 5 } else { 4 };
    Parts {
        numbers: vec![
            format!("{}: R {}", language.plan_baseline(), precise(from)),
            format!("{}: R {}", language.plan_now(), precise(now)),
            format!("{}: R {}", language.plan_then(), precise(target)),
            of(decimals),
        ],
        shown: vec![way_sentence(language, &gone)],
        ..empty
    }
}

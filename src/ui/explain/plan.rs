//! R of a target or a what-if, and how far the way to the target is gone.

use super::{
    Parts,
    numbers::{all_lines, precise},
};
use crate::{
    analysis::{Outcome, RoundResult, progress as share_gone},
    i18n::Language,
    model::{Enterprise, Factor, Level, PerFactor, WhatIf, WhatIfId, orient},
    state::View,
    ui::{
        charts::one_decimal,
        words::{plan_change, whole},
    },
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

/// A way with what it is counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WayGone {
    /// R at the baseline, 0..=1.
    pub from: f64,
    /// R now, 0..=1.
    pub now: f64,
    /// R of the target, 0..=1.
    pub target: f64,
    /// The share that is gone: 0 at the baseline, 1 at the target; below and above where R fell behind
    /// or went beyond.
    pub share: f64,
}

impl WayGone {
    /// As much of the way as a bar can show, 0..=1; nothing where the target lies below the baseline.
    #[must_use]
    pub fn drawn(&self) -> f64 {
        if self.target < self.from {
            0.0
        } else {
            self.share.clamp(0.0, 1.0)
        }
    }

    /// It in words.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (from, target) = (whole(self.from), whole(self.target));
        if self.target < self.from {
            return language.plan_progress_down(&from);
        }
        if self.share >= 1.0 {
            return language.plan_progress_passed(&target);
        }
        let percent = format!("{:.0}", self.share * 100.0);
        language.plan_progress(&percent, &from, &target)
    }
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
    share_gone(from, now, target).map_or(Gone::NoWay, |share| {
        Gone::Share(WayGone {
            from,
            now,
            target,
            share,
        })
    })
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
    profile(
        view,
        result,
        aim.filter(|aim| aim.is_set()).map(|aim| &aim.levels),
    )
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
    let empty = Parts {
        formula: vec![language.explain_profile_formula().to_owned()],
        source: vec![language.explain_plan_source(), language.source_side()],
        ..Parts::default()
    };
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
    let empty = Parts {
        formula: vec![language.explain_progress_formula().to_owned()],
        source: vec![language.explain_plan_source()],
        ..Parts::default()
    };
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
        shown: vec![gone.sentence(language)],
        ..empty
    }
}

//! What moves R: gains of one level, the cheapest path, and the tornado.

use super::{
    numbers::{precise, symbol, three},
    parts::Parts,
};
use crate::{
    analysis::{Lever, Outcome, Path, RoundResult, Way},
    model::{Factor, Side},
    state::View,
    wording::{effort, one_decimal, tenth, whole},
};

/// R of an outcome with its sides.
fn root(outcome: &Outcome) -> String {
    format!(
        "√({} × {}) = {}",
        three(outcome.supply),
        three(outcome.demand),
        precise(outcome.resonance)
    )
}

/// The levers as the Plan screen has them; none while the round has no answer.
fn kept(view: &View<'_>) -> Vec<Lever> {
    let Some((enterprise, round)) = view.enterprise().zip(view.round()) else {
        return Vec::new();
    };
    let efforts = enterprise.target.efforts;
    let levers = view.results.levers(round, efforts, &view.settings);
    levers.as_ref().clone().unwrap_or_default()
}

pub(super) fn gain(view: &View<'_>, result: &RoundResult) -> Parts {
    let language = view.language;
    let empty = Parts::of(
        language.explain_gain_formula(),
        &[language.explain_plan_source()],
    );
    let levers = kept(view);
    let Some(now) = result.outcome.filter(|_| !levers.is_empty()) else {
        return empty;
    };
    let mut numbers = vec![format!("{}: R = {}", language.plan_now(), root(&now))];
    for lever in &levers {
        let [from, _, to] = lever.scores.map(one_decimal);
        let [_, after] = &lever.outcomes;
        let points = lever.gain * 100.0;
        numbers.push(format!(
            "{} {from} → {to}: R = √({} × {}) = {:.4}; {:.4} − {:.4} = {:.4}; {points:.2} / {} = {:.2}",
            view.factor_name(lever.factor),
            three(after.supply),
            three(after.demand),
            after.resonance,
            after.resonance,
            now.resonance,
            lever.gain,
            lever.effort,
            points / f64::from(lever.effort),
        ));
    }
    let sides = Side::ALL.into_iter();
    numbers.extend(sides.filter_map(|side| why_equal(view, result, &now, &levers, side)));
    Parts {
        numbers,
        shown: levers
            .iter()
            .map(|lever| format!("+{:.1}", lever.gain * 100.0))
            .collect(),
        ..empty
    }
}

/// Why the factors of a side gain the same, with its numbers; `None` where they do not.
fn why_equal(
    view: &View<'_>,
    result: &RoundResult,
    now: &Outcome,
    levers: &[Lever],
    side: Side,
) -> Option<String> {
    let gain = Lever::equal_gain(levers, side)?;
    let spare = levers
        .iter()
        .find(|lever| lever.factor.side() == side && lever.spare)?;
    let weight = result.sides.of(side).weights[spare.factor.index() % 4];
    let (own, other) = match side {
        Side::Supply => (now.supply, now.demand),
        Side::Demand => (now.demand, now.supply),
    };
    let numbers = format!(
        "√(({own:.3} + {weight:.3} / 4) × {other:.3}) − {:.3} = {gain:+.3}",
        now.resonance
    );
    let language = view.language;
    Some(language.explain_why_equal(language.side(side), symbol(side), &numbers))
}

pub(super) fn tornado(view: &View<'_>, _result: &RoundResult) -> Parts {
    let language = view.language;
    let levers = Lever::widest_first(&kept(view));
    let line = |lever: &Lever| {
        let [from, down, up] = lever.scores.map(one_decimal);
        let [worse, better] = &lever.outcomes;
        format!(
            "{} {from}: {down} → {}; {up} → {}",
            view.factor_name(lever.factor),
            root(worse),
            root(better)
        )
    };
    let shown = |lever: &Lever| {
        let name = view.factor_name(lever.factor);
        language.tornado_spoken(name, &tenth(lever.worse), &tenth(lever.better))
    };
    Parts {
        formula: vec![language.explain_tornado_formula().to_owned()],
        numbers: levers.iter().map(line).collect(),
        shown: levers.iter().map(shown).collect(),
        source: vec![language.explain_plan_source()],
    }
}

pub(super) fn path(view: &View<'_>, result: &RoundResult) -> Parts {
    let language = view.language;
    let empty = Parts::of(
        language.explain_path_formula(),
        &[language.explain_path_source()],
    );
    let Some(((enterprise, round), outcome)) =
        view.enterprise().zip(view.round()).zip(result.outcome)
    else {
        return empty;
    };
    let goal = view.session.plan.goal_from(outcome.resonance);
    let efforts = enterprise.target.efforts;
    let way = view.results.way(round, efforts, goal, &view.settings);
    let each = Factor::ALL
        .map(|factor| format!("{} {}", view.factor_name(factor), efforts[factor].value()));
    let mut numbers = vec![
        format!(
            "{} {goal}; {}: R {}",
            language.path_goal(),
            language.plan_now(),
            precise(outcome.resonance)
        ),
        format!("{}: {}", language.plan_effort(), each.join(", ")),
    ];
    let shown = match way.as_ref() {
        Some(Way::Reached) => language.path_reached().to_owned(),
        Some(Way::OutOfReach(best)) => {
            numbers.push(format!("R = {}", precise(*best)));
            language.path_out_of_reach(&whole(*best))
        }
        Some(Way::Path(path)) => {
            numbers.extend(path_lines(view, path));
            language.path_sum(path.effort as usize, &tenth(path.resonance))
        }
        None => return empty,
    };
    Parts {
        numbers,
        shown: vec![shown],
        ..empty
    }
}

fn path_lines(view: &View<'_>, path: &Path) -> Vec<String> {
    let language = view.language;
    let (lifts, kept) = (&path.searched.lifts, &path.searched.kept);
    let mut lines = vec![language.explain_searched(
        lifts.supply,
        lifts.demand,
        lifts.supply * lifts.demand,
        kept.supply,
        kept.demand,
    )];
    for (place, step) in path.weakest_first.iter().enumerate() {
        let name = view.factor_name(step.factor);
        let (from, to) = (one_decimal(step.from), one_decimal(step.to));
        let effort = format!("{} ({})", effort(language, step.effort), step.effort);
        let gain = language.path_step_gain(&effort, &precise(step.before), &precise(step.after));
        let mut line = format!(
            "{}: {gain}",
            language.path_step(place + 1, name, &from, &to)
        );
        if (step.to - step.from).abs() < 1.0 - 1e-9 {
            line = format!("{line}; {}", language.explain_cut());
        }
        lines.push(line);
    }
    let efforts: Vec<String> = path
        .weakest_first
        .iter()
        .map(|step| step.effort.to_string())
        .collect();
    lines.push(format!("{} = {}", efforts.join(" + "), path.effort));
    lines
}

//! Weights given on the command line, and which ones are in force.

use super::{UsageFault, WeightsFault};
use crate::{
    analysis::Settings,
    i18n::Language,
    model::{Factor, PerFactor, Side, Weights, Workbook},
};

/// The weights of a text: `equal`, or points such as `comparative_advantage=2,complexity=1,…`.
///
/// A side of which any factor is named must have all four named, so that none gets nothing by being
/// forgotten; a side of which none is named weighs equally. 0 is allowed, where it is written.
///
/// # Errors
/// When a name is unknown, given twice or forgotten, or when points are no weights.
pub(super) fn parse_weights(text: &str) -> Result<Weights, UsageFault> {
    points_of(text)
        .and_then(|points| Weights::from_points(points).map_err(WeightsFault::Numbers))
        .map_err(UsageFault::Weights)
}

fn points_of(text: &str) -> Result<PerFactor<f64>, WeightsFault> {
    let mut given: PerFactor<Option<f64>> = PerFactor::default();
    let parts = (text.trim() != "equal").then(|| text.split(','));
    for part in parts.into_iter().flatten().map(str::trim) {
        let Some((code, points)) = part.split_once('=') else {
            return Err(WeightsFault::NoPoints(part.to_owned()));
        };
        let (code, points) = (code.trim(), points.trim());
        let Some(factor) = Factor::from_code(code) else {
            return Err(WeightsFault::NoFactor(code.to_owned()));
        };
        let Ok(value) = points.parse::<f64>() else {
            return Err(WeightsFault::NoNumber {
                factor: factor.code(),
                points: points.to_owned(),
            });
        };
        if given[factor].replace(value).is_some() {
            return Err(WeightsFault::Twice(factor.code()));
        }
    }
    for side in Side::ALL {
        let (named, forgotten): (Vec<Factor>, Vec<Factor>) = side
            .factors()
            .into_iter()
            .partition(|factor| given[*factor].is_some());
        if !named.is_empty() && !forgotten.is_empty() {
            return Err(WeightsFault::Forgotten(forgotten));
        }
    }
    Ok(given.map(|_, points| points.unwrap_or(1.0)))
}

/// The workbook's settings, with the weights of the command line where there are some.
pub(super) fn settings(workbook: &Workbook, given: Option<Weights>) -> Settings {
    let kept = Settings::of(workbook);
    Settings {
        weights: given.unwrap_or(kept.weights),
        ..kept
    }
}

/// Which weights are in force, in words.
pub(super) fn weights_sentence(
    workbook: &Workbook,
    given: Option<Weights>,
    language: Language,
) -> String {
    let name = if settings(workbook, given).weights == Weights::default() {
        language.weights_equal()
    } else if given.is_some() {
        language.cli_weights_given()
    } else {
        match workbook.weight_set() {
            Some(set) if !set.name.is_empty() => &set.name,
            _ => language.weights_unnamed(),
        }
    };
    language.weights_used(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::WeightsError;

    #[test]
    fn points_are_scaled_side_by_side_and_a_side_not_named_is_equal() -> Result<(), UsageFault> {
        let weights = parse_weights(
            "comparative_advantage=2, complexity=1, compatibility=1, observability=0",
        )?;
        assert!((weights.of(Factor::ComparativeAdvantage) - 0.5).abs() < 1e-12);
        assert!(weights.of(Factor::Observability).abs() < 1e-12);
        assert!((weights.of(Factor::SocialImpact) - 0.25).abs() < 1e-12);
        assert_eq!(parse_weights("equal")?, Weights::default());
        Ok(())
    }

    #[test]
    fn what_is_no_weights_is_said_by_name() {
        let all = "comparative_advantage=0,complexity=0,compatibility=0,observability=0";
        let invalid = |value: f64| {
            let factor = Factor::Complexity;
            matches!(parse_weights(&all.replace("complexity=0", &format!("complexity={value}"))),
                Err(UsageFault::Weights(WeightsFault::Numbers(WeightsError::Invalid { factor: found, .. })))
                    if found == factor)
        };
        assert!(invalid(-1.0) && invalid(f64::NAN));
        for (text, fault) in [
            ("", WeightsFault::NoPoints(String::new())),
            ("complexity", WeightsFault::NoPoints("complexity".into())),
            ("cost=1", WeightsFault::NoFactor("cost".into())),
            (
                "complexity=x",
                WeightsFault::NoNumber {
                    factor: "complexity",
                    points: "x".into(),
                },
            ),
            (
                "complexity=1,complexity=2",
                WeightsFault::Twice("complexity"),
            ),
            (
                "complexity=1,compatibility=2",
                WeightsFault::Forgotten(vec![Factor::ComparativeAdvantage, Factor::Observability]),
            ),
            (
                all,
                WeightsFault::Numbers(WeightsError::EmptySide { side: Side::Supply }),
            ),
        ] {
            assert_eq!(
                parse_weights(text),
                Err(UsageFault::Weights(fault)),
                "{text}"
            );
        }
    }
}

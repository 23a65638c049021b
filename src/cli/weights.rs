//! Weights given on the command line, and which ones are in force.

use super::UsageError;
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
pub(super) fn parse_weights(text: &str) -> Result<Weights, UsageError> {
    let wrong = |what: String| Err(UsageError(format!("--weights: {what}")));
    if text.trim() == "equal" {
        return Ok(Weights::default());
    }
    let mut given: PerFactor<Option<f64>> = PerFactor::default();
    for part in text.split(',').map(str::trim) {
        let Some((code, points)) = part.split_once('=') else {
            return wrong(format!(
                "{part:?} is neither equal nor a factor with its points, like complexity=2"
            ));
        };
        let (code, points) = (code.trim(), points.trim());
        let Some(factor) = Factor::from_code(code) else {
            let known = Factor::ALL.map(Factor::code).join(", ");
            return wrong(format!("{code:?} is no factor; there are {known}"));
        };
        let Ok(value) = points.parse::<f64>() else {
            return wrong(format!("the points of {code} are {points:?}, not a number"));
        };
        if given[factor].replace(value).is_some() {
            return wrong(format!("{code} is there twice"));
        }
    }
    for side in Side::ALL {
        let (named, forgotten): (Vec<Factor>, Vec<Factor>) = side
            .factors()
            .into_iter()
            .partition(|factor| given[*factor].is_some());
        if !named.is_empty() && !forgotten.is_empty() {
            let codes: Vec<&str> = forgotten.into_iter().map(Factor::code).collect();
            return wrong(format!(
                "points for {} are missing; a side has all four or none",
                codes.join(", ")
            ));
        }
    }
    let points = given.map(|_, points| points.unwrap_or(1.0));
    Weights::from_points(points).or_else(|error| wrong(error.to_string()))
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

    #[test]
    fn points_are_scaled_side_by_side_and_a_side_not_named_is_equal() -> Result<(), UsageError> {
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
        for (text, said) in [
            ("", "neither equal nor a factor"),
            ("complexity", "\"complexity\" is neither"),
            ("cost=1", "\"cost\" is no factor"),
            ("complexity=x", "the points of complexity are \"x\""),
            ("complexity=1,complexity=2", "complexity is there twice"),
            (
                "complexity=1,compatibility=2",
                "points for comparative_advantage, observability are missing",
            ),
            (all, "all four weights of the supply side are 0"),
            (
                &all.replace("complexity=0", "complexity=-1"),
                "complexity is -1",
            ),
            (
                &all.replace("complexity=0", "complexity=NaN"),
                "complexity is NaN",
            ),
        ] {
            let Err(UsageError(sentence)) = parse_weights(text) else {
                panic!("{text} was taken");
            };
            assert!(sentence.contains(said), "{text}: {sentence}");
        }
    }
}

//! Numbers as everywhere: how many decimals, which way a half goes, what stands for none.

use crate::{
    analysis::{Band, Difference, Outcome},
    i18n::Language,
    model::{Factor, Score},
};

/// R as everywhere on screen: a whole number 0 to 100, a half rounded up; with a decimal, cut, where the
/// whole number would stand in another band.
#[must_use]
pub fn whole(resonance: f64) -> String {
    let rounded = whole_points(resonance);
    if Band::of(rounded / 100.0) == Band::of(resonance) {
        format!("{rounded:.0}")
    } else {
        tenth(resonance)
    }
}

/// R in whole points, 0..=100, a half rounded up.
fn whole_points(resonance: f64) -> f64 {
    // The dust of binary fractions must not turn a half into less than one.
    (resonance * 100.0 + 1e-9).round()
}

/// A score or favourability with one decimal, as everywhere on screen.
#[must_use]
pub fn one_decimal(value: f64) -> String {
    format!("{:.1}", value + 1e-9)
}

/// A favourability, 0..=1, a side or another share of one with two decimals, a half rounded up.
#[must_use]
pub fn two_decimals(value: f64) -> String {
    format!("{:.2}", value + 1e-9)
}

/// The same, or a sign for having none.
#[must_use]
pub fn two_decimals_or_none(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), two_decimals)
}

/// A printed number with a minus as long as a plus, not a hyphen.
fn with_minus(printed: &str) -> String {
    printed.replace('-', "−")
}

/// R with a decimal, cut and not rounded: on a way to a goal what is still short of it must not look
/// like it.
#[must_use]
pub fn tenth(resonance: f64) -> String {
    format!("{:.1}", (resonance * 1000.0 + 1e-6).floor() / 10.0)
}

/// A share, 0..=1, in whole percent.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Ranks from the first to the last of a range; one alone where they are the same.
#[must_use]
pub fn rank_range(language: Language, (low, high): (usize, usize)) -> String {
    if low == high {
        low.to_string()
    } else {
        language.ranks_range(low, high)
    }
}

/// R from the low to the high end of an interval, both 0..=1; one number alone where they print alike.
#[must_use]
pub fn resonance_range((low, high): (f64, f64)) -> String {
    let (low, high) = (whole(low), whole(high));
    if low == high {
        low
    } else {
        format!("{low}–{high}")
    }
}

/// Eight scores in a row, with signs for having none.
#[must_use]
pub fn short_scores(score: impl Fn(Factor) -> Score) -> String {
    let short = |factor| match score(factor) {
        Score::Scored(level) => format!("{:.1}", level.value()),
        Score::NotScored => "–".to_owned(),
        Score::NotApplicable => "NA".to_owned(),
    };
    Factor::ALL.map(short).join("  ")
}

/// A difference with its sign: that of the printed numbers, so that it can be checked by eye. Nothing,
/// also what is rounded to it, has no sign.
#[must_use]
pub fn printed_change(difference: &Difference, decimals: usize) -> String {
    let printed = |value: f64| {
        let printed = format!("{:.decimals$}", value + 1e-9);
        printed.parse().unwrap_or(value)
    };
    let change = printed(difference.to) - printed(difference.from);
    let change = format!("{change:+.decimals$}");
    if change.contains(|character: char| ('1'..='9').contains(&character)) {
        with_minus(&change)
    } else {
        "0".to_owned()
    }
}

/// A difference of R in whole points with its sign: the difference of what is printed.
#[must_use]
pub fn points(difference: &Difference) -> String {
    let points = whole_points(difference.to) - whole_points(difference.from);
    // Nothing has no sign.
    if points == 0.0 {
        "0".to_owned()
    } else {
        with_minus(&format!("{points:+.0}"))
    }
}

/// By how many points R of a profile differs from R now: the difference of what is printed, so that the
/// three numbers agree.
#[must_use]
pub fn plan_change(language: Language, now: &Outcome, then: &Outcome) -> String {
    let points = points(&Difference {
        from: now.resonance,
        to: then.resonance,
    });
    match points.trim_start_matches(['+', '−']) {
        "1" => language.plan_change_one(&points),
        _ => language.plan_change(&points),
    }
}

#[cfg(test)]
mod tests {
    use super::{printed_change, two_decimals, whole};
    use crate::analysis::Difference;

    #[test]
    fn a_half_is_rounded_up() {
        let printed = [0.0, 0.625, 0.145, 0.6249, 1.0].map(whole);
        assert_eq!(printed, ["0", "63", "15", "62", "100"]);
    }

    #[test]
    fn a_number_never_stands_in_a_band_that_it_is_not_in() {
        // 0.796 is Strong, as 0.8 would not be.
        let printed = [0.796, 0.7999, 0.8, 0.5962, 0.404].map(whole);
        assert_eq!(printed, ["79.6", "79.9", "80", "59.6", "40"]);
    }

    #[test]
    fn a_half_of_a_hundredth_is_rounded_up_too() {
        assert_eq!(
            [0.775, 0.125, 0.66].map(two_decimals),
            ["0.78", "0.13", "0.66"]
        );
    }

    #[test]
    fn a_change_is_that_of_what_is_printed_and_its_minus_is_no_hyphen() {
        let change = |from, to| printed_change(&Difference { from, to }, 1);
        assert_eq!(change(3.04, 3.66), "+0.7");
        assert_eq!(change(2.5, 2.2), "−0.3");
        assert_eq!(change(2.21, 2.24), "0");
    }
}

//! Days as numbers, so that they can be laid out and told apart, and in words.

use jiff::civil::{Date, date};

use crate::{
    chart::{Month, day_of_month, weekday},
    i18n::Language,
};

/// The day a text like `2027-06-30` names, counted from 1970-01-01; `None` where it names none.
#[must_use]
pub fn day_number(text: &str) -> Option<i32> {
    let day: Date = text.trim().parse().ok()?;
    Some((day - date(1970, 1, 1)).get_days())
}

/// The text of a day counted from 1970-01-01.
#[must_use]
pub fn day_text(number: i32) -> String {
    let span = jiff::Span::new().days(number);
    date(1970, 1, 1)
        .checked_add(span)
        .map_or_else(|_| String::new(), |day| day.to_string())
}

/// A day in full, with its weekday.
#[must_use]
pub fn long_date(language: Language, day: i32) -> String {
    let month = Month::of_day(day);
    language.long_date(
        language.weekday_name(weekday(day)),
        day_of_month(day),
        language.month_name(month.index()),
        month.year(),
    )
}

/// A month with its year.
#[must_use]
pub fn month_title(language: Language, month: Month) -> String {
    language.month_title(language.month_name(month.index()), month.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_words_has_its_weekday() {
        let day = day_number("2026-11-01").unwrap_or_default();
        assert_eq!(long_date(Language::English, day), "Sunday, 1 November 2026");
        assert_eq!(long_date(Language::Chinese, day), "2026年11月1日，星期日");
        assert_eq!(
            month_title(Language::Chinese, Month::of_day(day)),
            "2026年11月"
        );
    }

    #[test]
    fn days_count_from_1970_and_what_is_no_day_has_no_number() {
        assert_eq!(day_number("1970-01-02"), Some(1));
        assert_eq!(day_number(" 2024-02-29 "), Some(19_782));
        assert_eq!(day_text(19_782), "2024-02-29");
        for wrong in ["", "2023-02-29", "30.6.2027", "soon"] {
            assert_eq!(day_number(wrong), None, "{wrong}");
        }
    }
}

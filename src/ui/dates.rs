//! Days as numbers counted from 1970-01-01, so that they can be laid out and told apart; months as grids
//! of days whose weeks begin on Monday; and both in words.

use jiff::{
    ToSpan,
    civil::{Date, date},
};

use crate::i18n::Language;

const DAY_ZERO: Date = date(1970, 1, 1);
/// What a calendar turns to.
const ENDS: [Date; 2] = [date(1, 1, 1), date(9999, 12, 31)];

fn number_of(day: Date) -> i32 {
    (day - DAY_ZERO).get_days()
}

/// A day of the calendar; its first or last one where the number lies beyond.
fn civil(number: i32) -> Date {
    let [first, last] = ENDS;
    let number = number.clamp(number_of(first), number_of(last));
    DAY_ZERO.saturating_add(number.days())
}

/// The day a text like `2027-06-30` names, counted from 1970-01-01; `None` where it names none.
#[must_use]
pub fn day_number(text: &str) -> Option<i32> {
    let day: Date = text.trim().parse().ok()?;
    Some(number_of(day))
}

/// The text of a day counted from 1970-01-01.
#[must_use]
pub fn day_text(number: i32) -> String {
    civil(number).to_string()
}

/// The number of a day in its month, 1..=31.
#[must_use]
pub fn day_of_month(day: i32) -> i32 {
    civil(day).day().into()
}

/// The day so many days later, within what a calendar turns to.
#[must_use]
pub fn days_later(day: i32, days: i32) -> i32 {
    number_of(civil(day.saturating_add(days)))
}

/// The same day so many months later, or the last of that month where it is shorter.
#[must_use]
pub fn months_later(day: i32, months: i32) -> i32 {
    let later = civil(day).saturating_add(months.months());
    number_of(civil(number_of(later)))
}

/// A month of the Gregorian calendar, by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month(Date);

impl Month {
    /// The month that a day lies in.
    #[must_use]
    pub fn of_day(day: i32) -> Self {
        Self(civil(day).first_of_month())
    }

    /// The weeks that have a day of it, each from Monday on: four to six, and further ones up to `least`.
    #[must_use]
    pub fn weeks(self, least: usize) -> Vec<[i32; 7]> {
        let first = number_of(self.0);
        let last = number_of(self.0.last_of_month());
        let mut monday = first - i32::from(self.0.weekday().to_monday_zero_offset());
        let mut weeks = Vec::new();
        while monday <= last || weeks.len() < least {
            weeks.push([0, 1, 2, 3, 4, 5, 6].map(|place| monday + place));
            monday += 7;
        }
        weeks
    }

    fn name(self, language: Language) -> &'static str {
        language.month_name(usize::from(self.0.month().unsigned_abs()) - 1)
    }
}

/// A day in full, with its weekday.
#[must_use]
pub fn long_date(language: Language, day: i32) -> String {
    let found = civil(day);
    let weekday = found.weekday().to_monday_zero_offset().unsigned_abs();
    language.long_date(
        language.weekday_name(weekday.into()),
        found.day().into(),
        Month::of_day(day).name(language),
        found.year().into(),
    )
}

/// A month with its year.
#[must_use]
pub fn month_title(language: Language, month: Month) -> String {
    language.month_title(month.name(language), month.0.year().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i32 {
        number_of(text.parse().unwrap_or_default())
    }

    #[test]
    fn a_day_in_words_has_its_weekday() {
        let sunday = day("2026-11-01");
        assert_eq!(
            long_date(Language::English, sunday),
            "Sunday, 1 November 2026"
        );
        assert_eq!(
            long_date(Language::Chinese, sunday),
            "2026年11月1日，星期日"
        );
        assert_eq!(
            month_title(Language::Chinese, Month::of_day(sunday)),
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

    #[test]
    fn a_month_later_stays_in_the_next_month() {
        for (from, months, to) in [
            ("2027-01-31", 1, "2027-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2027-03-31", -1, "2027-02-28"),
            ("2026-12-05", 1, "2027-01-05"),
            ("2028-02-29", 12, "2029-02-28"),
        ] {
            assert_eq!(months_later(day(from), months), day(to), "{from}");
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_spill_over_into_the_neighbours() {
        // November 2026 begins on a Sunday and touches six weeks.
        let weeks = Month::of_day(day("2026-11-23")).weeks(0);
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0][0], day("2026-10-26"));
        assert_eq!(weeks[5][6], day("2026-12-06"));
        // February 2027 fits into four exactly; more are given where they are asked for.
        let february = Month::of_day(day("2027-02-10"));
        assert_eq!(february.weeks(0).len(), 4);
        assert_eq!(february.weeks(6)[5][6], day("2027-03-14"));
    }

    #[test]
    fn a_calendar_turns_no_further_than_its_ends() {
        let [first, last] = ENDS.map(number_of);
        assert_eq!(days_later(last, 7), last);
        assert_eq!(days_later(first, -1), first);
        assert_eq!(months_later(last, 1), last);
        assert_eq!(months_later(first, -12), first);
        assert_eq!(Month::of_day(i32::MAX).weeks(0).len(), 5);
        assert_eq!(day_text(i32::MIN), "0001-01-01");
    }
}

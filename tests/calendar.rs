//! The month arithmetic under the calendar, against a calendar library.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails is meant to stop"
)]

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;
use resonance::chart::{
    FIRST_DAY, LAST_DAY, Month, day_of_month, days_later, months_later, weekday,
};

fn number(day: Date) -> i32 {
    (day - date(1970, 1, 1)).get_days()
}

fn day(number: i32) -> Date {
    date(1970, 1, 1).checked_add(number.days()).unwrap()
}

#[test]
fn leap_years_have_their_day_and_no_others_do() {
    for (year, length) in [(2023, 28), (2024, 29), (1900, 28), (2000, 29), (2100, 28)] {
        let month = Month::of_day(number(date(year, 2, 10)));
        assert_eq!(month.length(), length, "{year}");
        assert_eq!(month.later(1).first(), number(date(year, 3, 1)));
    }
}

#[test]
fn a_month_later_stays_in_the_next_month() {
    for (from, months, to) in [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2027, 1, 5), -1, date(2026, 12, 5)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ] {
        assert_eq!(months_later(number(from), months), number(to), "{from}");
    }
}

#[test]
fn weeks_begin_on_monday_and_spill_over_into_the_neighbours() {
    // November 2026 begins on a Sunday and touches six weeks.
    let weeks = Month::of_day(number(date(2026, 11, 23))).weeks();
    assert_eq!(weeks.len(), 6);
    assert_eq!(weeks[0][0], number(date(2026, 10, 26)));
    assert_eq!(weeks[0][6], number(date(2026, 11, 1)));
    assert_eq!(weeks[5][6], number(date(2026, 12, 6)));
    // February 2027 fits into four exactly.
    let weeks = Month::of_day(number(date(2027, 2, 1))).weeks();
    assert_eq!(weeks.len(), 4);
    assert_eq!(weeks[0][0], number(date(2027, 2, 1)));
    assert_eq!(weeks[3][6], number(date(2027, 2, 28)));
}

#[test]
fn a_calendar_turns_no_further_than_its_ends() {
    assert_eq!(day(FIRST_DAY), date(1, 1, 1));
    assert_eq!(day(LAST_DAY), date(9999, 12, 31));
    assert_eq!(days_later(LAST_DAY, 7), LAST_DAY);
    assert_eq!(days_later(FIRST_DAY, -1), FIRST_DAY);
    assert_eq!(months_later(LAST_DAY, 1), LAST_DAY);
    assert_eq!(months_later(FIRST_DAY, -12), FIRST_DAY);
    assert_eq!(Month::of_day(i32::MAX).year(), 9999);
    assert_eq!(Month::of_day(i32::MIN).year(), 1);
}

proptest! {
    #[test]
    fn every_day_is_where_the_library_has_it(found in FIRST_DAY..=LAST_DAY) {
        let known = day(found);
        let month = Month::of_day(found);
        prop_assert_eq!(month.year(), i32::from(known.year()));
        prop_assert_eq!(month.index() as i8 + 1, known.month());
        prop_assert_eq!(day_of_month(found), i32::from(known.day()));
        prop_assert_eq!(weekday(found) as i8, known.weekday().to_monday_zero_offset());
        prop_assert_eq!(month.first(), number(known.first_of_month()));
        prop_assert_eq!(month.length(), i32::from(known.days_in_month()));
        let weeks = month.weeks();
        let days: Vec<i32> = weeks.concat();
        prop_assert!(days.windows(2).all(|pair| pair[1] == pair[0] + 1));
        prop_assert!(days.contains(&found) && weekday(days[0]) == 0);
        // Only the first and the last week reach beyond the month.
        prop_assert!(days[0] > month.first() - 7);
        prop_assert!(days[days.len() - 1] < month.first() + month.length() + 6);
    }

    #[test]
    fn months_later_is_what_the_library_adds(found in -200_000_i32..200_000, months in -600_i32..600) {
        let known = day(found).checked_add(months.months()).unwrap();
        prop_assert_eq!(months_later(found, months), number(known));
    }
}

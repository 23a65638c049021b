//! Days as numbers, so that they can be laid out and told apart.

use jiff::civil::{Date, date};

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

#[cfg(test)]
mod tests {
    use super::*;

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

//! A month as a grid of days. Days are numbers counted from 1970-01-01, weeks begin on Monday.

/// The first day that a calendar turns to: 0001-01-01.
pub const FIRST_DAY: i32 = -719_162;
/// The last day that a calendar turns to: 9999-12-31.
pub const LAST_DAY: i32 = 2_932_896;

/// A month of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    /// 0 is January.
    index: i32,
}

impl Month {
    /// The month that a day lies in.
    #[must_use]
    pub fn of_day(day: i32) -> Self {
        civil(day).0
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The place in the year, 0..12.
    #[must_use]
    pub const fn index(self) -> usize {
        self.index.unsigned_abs() as usize
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> i32 {
        // A year is taken to begin in March, so that a leap day is its last.
        let year = if self.index < 2 {
            self.year - 1
        } else {
            self.year
        };
        let since_march = (self.index + 10) % 12;
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * since_march + 2) / 5;
        era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - MARCH_OF_YEAR_0
    }

    /// How many days it has, 28..=31.
    #[must_use]
    pub const fn length(self) -> i32 {
        self.later(1).first() - self.first()
    }

    /// The month so many months later; earlier where the number is below 0.
    #[must_use]
    pub const fn later(self, months: i32) -> Self {
        let count = self.year * 12 + self.index + months;
        Self {
            year: count.div_euclid(12),
            index: count.rem_euclid(12),
        }
    }

    /// The weeks that have a day of it, each from Monday on: four to six.
    #[must_use]
    pub fn weeks(self) -> Vec<[i32; 7]> {
        let last = self.first() + self.length() - 1;
        let mut monday = self.first() - weekday(self.first()) as i32;
        let mut weeks = Vec::new();
        while monday <= last {
            weeks.push(std::array::from_fn(|place| monday + place as i32));
            monday += 7;
        }
        weeks
    }
}

const DAYS_OF_ERA: i32 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const MARCH_OF_YEAR_0: i32 = 719_468;

/// The month of a day and its number there, 1..=31.
fn civil(day: i32) -> (Month, i32) {
    let since = day.clamp(FIRST_DAY, LAST_DAY) + MARCH_OF_YEAR_0;
    let (era, of_era) = (since.div_euclid(DAYS_OF_ERA), since.rem_euclid(DAYS_OF_ERA));
    let leap_days = of_era / 1_460 - of_era / 36_524 + of_era / 146_096;
    let year_of_era = (of_era - leap_days) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let since_march = (5 * of_year + 2) / 153;
    let march = Month {
        year: era * 400 + year_of_era,
        index: 2,
    };
    let number = of_year - (153 * since_march + 2) / 5 + 1;
    (march.later(since_march), number)
}

/// The number of a day in its month, 1..=31.
#[must_use]
pub fn day_of_month(day: i32) -> i32 {
    civil(day).1
}

/// The place of a day in its week, 0 is Monday.
#[must_use]
pub const fn weekday(day: i32) -> usize {
    // 1970-01-01 was a Thursday.
    day.saturating_add(3).rem_euclid(7).unsigned_abs() as usize
}

/// The day so many days later, within what a calendar turns to.
#[must_use]
pub fn days_later(day: i32, days: i32) -> i32 {
    day.saturating_add(days).clamp(FIRST_DAY, LAST_DAY)
}

/// The same day so many months later, or the last of that month where it is shorter.
#[must_use]
pub fn months_later(day: i32, months: i32) -> i32 {
    let (month, number) = civil(day);
    let month = month.later(months);
    let found = month.first() + number.min(month.length()) - 1;
    found.clamp(FIRST_DAY, LAST_DAY)
}

//! Names of months and weekdays, and dates in words.

use super::Language;

messages! {
    month_january => "January", "1月";
    month_february => "February", "2月";
    month_march => "March", "3月";
    month_april => "April", "4月";
    month_may => "May", "5月";
    month_june => "June", "6月";
    month_july => "July", "7月";
    month_august => "August", "8月";
    month_september => "September", "9月";
    month_october => "October", "10月";
    month_november => "November", "11月";
    month_december => "December", "12月";
    weekday_monday => "Monday", "星期一";
    weekday_tuesday => "Tuesday", "星期二";
    weekday_wednesday => "Wednesday", "星期三";
    weekday_thursday => "Thursday", "星期四";
    weekday_friday => "Friday", "星期五";
    weekday_saturday => "Saturday", "星期六";
    weekday_sunday => "Sunday", "星期日";
    short_monday => "Mon", "周一";
    short_tuesday => "Tue", "周二";
    short_wednesday => "Wed", "周三";
    short_thursday => "Thu", "周四";
    short_friday => "Fri", "周五";
    short_saturday => "Sat", "周六";
    short_sunday => "Sun", "周日";
    month_title(month: &str, year: i32) => "{month} {year}", "{year}年{month}";
    long_date(weekday: &str, day: i32, month: &str, year: i32) => "{weekday}, {day} {month} {year}", "{year}年{month}{day}日，{weekday}";
    calendar_today => "Today", "今天";
    calendar_previous => "Previous month", "上个月";
    calendar_next => "Next month", "下个月";
    calendar_choose(field: &str) => "Choose a day: {field}", "选择日期：{field}";
    calendar_days => "Days of the month", "本月日期";
}

impl Language {
    /// A month's name; 0 is January.
    #[must_use]
    pub const fn month_name(self, index: usize) -> &'static str {
        match index {
            0 => self.month_january(),
            1 => self.month_february(),
            2 => self.month_march(),
            3 => self.month_april(),
            4 => self.month_may(),
            5 => self.month_june(),
            6 => self.month_july(),
            7 => self.month_august(),
            8 => self.month_september(),
            9 => self.month_october(),
            10 => self.month_november(),
            _ => self.month_december(),
        }
    }

    /// A weekday's name; 0 is Monday.
    #[must_use]
    pub const fn weekday_name(self, place: usize) -> &'static str {
        match place {
            0 => self.weekday_monday(),
            1 => self.weekday_tuesday(),
            2 => self.weekday_wednesday(),
            3 => self.weekday_thursday(),
            4 => self.weekday_friday(),
            5 => self.weekday_saturday(),
            _ => self.weekday_sunday(),
        }
    }

    /// A weekday's name as it heads a column; 0 is Monday.
    #[must_use]
    pub const fn weekday_short(self, place: usize) -> &'static str {
        match place {
            0 => self.short_monday(),
            1 => self.short_tuesday(),
            2 => self.short_wednesday(),
            3 => self.short_thursday(),
            4 => self.short_friday(),
            5 => self.short_saturday(),
            _ => self.short_sunday(),
        }
    }
}

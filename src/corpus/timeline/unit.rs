//! The units of the zooms: where they begin, and what they are called.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, Timelike};

use super::Zoom;
use super::label::{Stretch, year_label};
use crate::analysis::time::{Grain, When};

impl Zoom {
    /// Returns the moment the unit that holds `at` begins.
    pub(super) fn floor(self, at: NaiveDateTime) -> NaiveDateTime {
        let date = at.date();
        let (year, month) = (date.year(), date.month());
        let day = match self {
            Self::Decade => first_of(year.div_euclid(10) * 10, 1),
            Self::Year => first_of(year, 1),
            Self::Month => first_of(year, month),
            Self::Week => monday_of(date),
            Self::Day => date,
            Self::Hour => return date.and_hms_opt(at.hour(), 0, 0).unwrap_or(at),
        };
        day.and_time(chrono::NaiveTime::MIN)
    }

    /// Returns the first day of the unit that holds a day, and the number of the
    /// first day after it, counted over the calendar; of hours those of the day.
    pub fn unit_of(self, day: NaiveDate) -> (NaiveDate, i32) {
        let months = |count: u32| {
            let first = self.floor(day.and_time(chrono::NaiveTime::MIN)).date();
            let after = first.checked_add_months(Months::new(count));
            (first, after.unwrap_or(NaiveDate::MAX).num_days_from_ce())
        };
        match self {
            Self::Decade => months(120),
            Self::Year => months(12),
            Self::Month => months(1),
            Self::Week => {
                let first = monday_of(day);
                (first, first.num_days_from_ce() + 7)
            }
            Self::Day | Self::Hour => (day, day.num_days_from_ce() + 1),
        }
    }

    /// Says whether a date is too coarse to stand in one unit, so that it needs
    /// a heading of its own.
    pub(super) fn is_finer_than(self, when: &When) -> bool {
        let (grain, most_days) = match self {
            Self::Decade => (Grain::Decade, 3653),
            Self::Year => (Grain::Year, 366),
            Self::Month => (Grain::Month, 31),
            Self::Week => (Grain::Week, 7),
            Self::Day => (Grain::Day, 1),
            Self::Hour => return when.grain > Grain::Hour,
        };
        let days = (when.last_day() - when.first_day()).num_days() + 1;
        when.grain > grain || days > most_days
    }

    /// Names the unit that begins at `first`.
    pub(super) fn unit_label(self, first: NaiveDateTime) -> String {
        let day = first.date();
        let days = |count: u64| {
            let last = day.checked_add_days(Days::new(count - 1)).unwrap_or(day);
            Stretch::Days(day, last)
        };
        let stretch = match self {
            Self::Decade if day.year() > 0 => Stretch::Decade(day.year()),
            Self::Decade => Stretch::Years(day.year(), day.year() + 9),
            Self::Year => return year_label(day.year()),
            Self::Month => Stretch::Months(day, day),
            Self::Week => days(7),
            Self::Day => days(1),
            Self::Hour => Stretch::Hours(first, Grain::Hour),
        };
        stretch.name()
    }
}

/// The first of a month; the calendar's own first day where that lies before it.
pub(super) fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    let since_monday = u64::from(date.weekday().num_days_from_monday());
    date.checked_sub_days(Days::new(since_monday))
        .unwrap_or(NaiveDate::MIN)
}

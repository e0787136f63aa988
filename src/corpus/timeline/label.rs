//! Dates in words, as they stand in a heading.
//!
//! Years before the first are counted as historians do: the year before AD 1 is 1 BC.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::analysis::time::{Grain, When};

/// Labels a date for a heading: "Fri 13 Aug 2021", "August 2021", "2–8 Aug 2021", "2010s".
pub fn heading(when: &When) -> String {
    Stretch::of(when).name()
}

/// Names a year: "2021", "44 BC".
pub fn year_label(year: i32) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BC", 1 - i64::from(year))
    }
}

/// Which shape a stretch has, whatever words gave it.
pub(super) enum Stretch {
    /// Less than a day.
    Hours(NaiveDateTime, Grain),
    Days(NaiveDate, NaiveDate),
    /// Whole months, by the first day of the first and of the last.
    Months(NaiveDate, NaiveDate),
    /// Whole years, the first and the last.
    Years(i32, i32),
    Decade(i32),
    Century(i32),
}

impl Stretch {
    pub fn of(when: &When) -> Self {
        let (first, last) = (when.first_day(), when.last_day());
        if when.grain < Grain::Day {
            return Self::Hours(when.earliest(), when.grain);
        }
        Self::of_days(first, last, when.grain)
    }

    pub fn of_days(first: NaiveDate, last: NaiveDate, grain: Grain) -> Self {
        let ends_month = last.succ_opt().is_none_or(|next| next.day() == 1);
        if first.day() != 1 || !ends_month {
            return Self::Days(first, last);
        }
        if first.month() != 1 || last.month() != 12 {
            return Self::Months(first, last);
        }
        match last.year() - first.year() {
            9 if grain == Grain::Decade && first.year() > 0 && first.year() % 10 == 0 => {
                Self::Decade(first.year())
            }
            99 if grain == Grain::Century && first.year() > 0 && first.year() % 100 == 0 => {
                Self::Century(first.year() / 100 + 1)
            }
            _ => Self::Years(first.year(), last.year()),
        }
    }

    pub fn name(&self) -> String {
        match self {
            Self::Hours(at, grain) => {
                let day = days(at.date(), at.date());
                match grain {
                    Grain::DayPart => format!("{day}, {}", part_of_day(at.hour())),
                    _ => format!("{day}, {:02}:{:02}", at.hour(), at.minute()),
                }
            }
            Self::Days(first, last) => days(*first, *last),
            Self::Months(first, last) => month_range(*first, *last),
            Self::Years(first, last) if first == last => year_label(*first),
            Self::Years(first, last) if *first <= 0 && *last <= 0 => {
                format!("{}–{}", 1 - i64::from(*first), year_label(*last))
            }
            Self::Years(first, last) => format!("{}–{}", year_label(*first), year_label(*last)),
            Self::Decade(first) => format!("{first}s"),
            Self::Century(number) => format!("{number}{} century", ordinal_ending(*number)),
        }
    }
}

fn days(first: NaiveDate, last: NaiveDate) -> String {
    let year = |date: NaiveDate| year_label(date.year());
    if first == last {
        let weekday = first.weekday();
        return format!(
            "{weekday} {} {} {}",
            first.day(),
            short_month(first),
            year(first)
        );
    }
    if first.year() != last.year() {
        return format!(
            "{} {} {} – {} {} {}",
            first.day(),
            short_month(first),
            year_label(first.year()),
            last.day(),
            short_month(last),
            year_label(last.year())
        );
    }
    let last_day = format!("{} {} {}", last.day(), short_month(last), year(last));
    if first.month() == last.month() {
        format!("{}–{last_day}", first.day())
    } else {
        format!("{} {} – {last_day}", first.day(), short_month(first))
    }
}

fn month_range(first: NaiveDate, last: NaiveDate) -> String {
    let end = format!("{} {}", short_month(last), year_label(last.year()));
    if first.year() != last.year() {
        let begin = year_label(first.year());
        return format!("{} {begin} – {end}", short_month(first));
    }
    if first.month() != last.month() {
        return format!("{}–{end}", short_month(first));
    }
    format!("{} {}", long_month(first), year_label(first.year()))
}

/// The usual bounds of the parts of a day in news writing.
fn part_of_day(hour: u32) -> &'static str {
    match hour {
        5..=11 => "morning",
        12..=16 => "afternoon",
        17..=19 => "evening",
        _ => "night",
    }
}

fn ordinal_ending(number: i32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn long_month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

fn short_month(date: NaiveDate) -> &'static str {
    &long_month(date)[..3]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::heading;
    use crate::analysis::time::{Grain, Known, When};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days(first: NaiveDate, last: NaiveDate, grain: Grain) -> When {
        When::days(first, last, grain, Known::Written).unwrap()
    }

    fn hours(first: u32, last: u32, grain: Grain) -> When {
        let at = |hour| day(2021, 8, 12).and_hms_opt(hour, 0, 0).unwrap();
        When::stretch(at(first), at(last), grain, Known::Written).unwrap()
    }

    #[test]
    fn dates_are_labelled_in_their_own_grain() {
        let known = Known::Written;
        for (when, expected) in [
            (When::day(day(2021, 8, 6), known), "Fri 6 Aug 2021"),
            (
                days(day(2021, 8, 2), day(2021, 8, 8), Grain::Week),
                "2–8 Aug 2021",
            ),
            (
                days(day(2021, 8, 30), day(2021, 9, 5), Grain::Week),
                "30 Aug – 5 Sep 2021",
            ),
            (
                days(day(2020, 12, 28), day(2021, 1, 3), Grain::Week),
                "28 Dec 2020 – 3 Jan 2021",
            ),
            (When::month(2021, 8, known).unwrap(), "August 2021"),
            (
                When::months(2021, 7, 3, Grain::Quarter, known).unwrap(),
                "Jul–Sep 2021",
            ),
            (When::year(2021, known).unwrap(), "2021"),
            (
                When::years(1990, 4, Grain::Decade, known).unwrap(),
                "1990–1993",
            ),
            (
                When::years(2010, 10, Grain::Decade, known).unwrap(),
                "2010s",
            ),
            (
                When::years(1900, 100, Grain::Century, known).unwrap(),
                "20th century",
            ),
            (When::year(-43, known).unwrap(), "44 BC"),
            (When::years(-8, 3, Grain::Year, known).unwrap(), "9–7 BC"),
            (When::years(-1, 3, Grain::Year, known).unwrap(), "2 BC–1"),
            (When::year(9999, known).unwrap(), "9999"),
            (hours(18, 23, Grain::DayPart), "Thu 12 Aug 2021, evening"),
            (hours(9, 10, Grain::Hour), "Thu 12 Aug 2021, 09:00"),
        ] {
            assert_eq!(heading(&when), expected);
        }
    }
}

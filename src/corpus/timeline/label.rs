//! Dates in words, as they stand in a heading.
//!
//! Years before the first are counted as historians do: the year before AD 1 is 1 BC.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::analysis::time::{Grain, Modifier, When};

/// Labels a date for a heading: "Fri 13 Aug 2021", "August 2021", "2–8 Aug 2021", "2010s",
/// "early Aug 2021", "about 1990".
pub fn heading(when: &When) -> String {
    let Some(modifier) = when.modifier() else {
        return Stretch::of(when).name();
    };
    let named = when.named();
    match Stretch::of(&named) {
        Stretch::Hours(at, grain) => {
            let time = modified(modifier, &time_of_day(at, grain));
            format!("{}, {time}", days(at.date(), at.date()))
        }
        // The end of a week is told by its days: "about 6–8 Aug 2021".
        Stretch::Days(..) if named.grain == Grain::Week => {
            modified(Modifier::Approx, &Stretch::of(when).name())
        }
        Stretch::Months(first, last) => modified(modifier, &months(&named, first, last)),
        stretch @ (Stretch::Days(..)
        | Stretch::Years(..)
        | Stretch::Decade(_)
        | Stretch::Century(_)) => modified(modifier, &stretch.name()),
    }
}

/// Puts the word for a modifier before a date: "early Aug 2021", "mid-2001", "before 1990".
pub fn modified(modifier: Modifier, date: &str) -> String {
    match modifier {
        Modifier::Start => format!("early {date}"),
        Modifier::Mid => format!("mid-{date}"),
        Modifier::End => format!("late {date}"),
        Modifier::Before => format!("before {date}"),
        Modifier::After => format!("after {date}"),
        Modifier::OnOrBefore => format!("by {date}"),
        Modifier::OnOrAfter => format!("from {date}"),
        Modifier::Approx
        | Modifier::LessThan
        | Modifier::MoreThan
        | Modifier::EqualOrLess
        | Modifier::EqualOrMore => format!("about {date}"),
    }
}

/// Names months short enough to stand behind a modifier: "Aug 2021", "summer 2021", "Q3 2021".
fn months(named: &When, first: NaiveDate, last: NaiveDate) -> String {
    const SEASONS: [&str; 4] = ["winter", "spring", "summer", "autumn"];
    let year = year_label(first.year());
    if first == first_of_month(last) {
        format!("{} {year}", short_month(first))
    } else if named.grain != Grain::Quarter {
        month_range(first, last)
    } else if first.month().is_multiple_of(3) {
        format!("{} {year}", SEASONS[first.month() as usize / 3 % 4])
    } else {
        format!("Q{} {year}", first.month0() / 3 + 1)
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Names a year: "2021", "44 BC".
pub fn year_label(year: i32) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BC", 1 - i64::from(year))
    }
}

/// Names years from one to another: "1939–1945", "44–30 BC", "2021" where they are one.
pub fn years_label(first: i32, last: i32) -> String {
    if first == last {
        year_label(first)
    } else if first <= 0 && last <= 0 {
        format!("{}–{}", 1 - i64::from(first), year_label(last))
    } else {
        format!("{}–{}", year_label(first), year_label(last))
    }
}

/// Which shape a stretch has, whatever words gave it.
#[derive(Debug, Clone, Copy)]
pub enum Stretch {
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
    /// Returns the shape of a date; of a third, that of the days it covers.
    pub fn of(when: &When) -> Self {
        let (first, last) = (when.first_day(), when.last_day());
        if when.grain < Grain::Day {
            return Self::Hours(when.earliest(), when.grain);
        }
        Self::of_days(first, last, when.grain)
    }

    fn of_days(first: NaiveDate, last: NaiveDate, grain: Grain) -> Self {
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

    /// Names it for a heading.
    pub fn name(&self) -> String {
        match self {
            Self::Hours(at, grain) => {
                let time = time_of_day(*at, *grain);
                format!("{}, {time}", days(at.date(), at.date()))
            }
            Self::Days(first, last) => days(*first, *last),
            Self::Months(first, last) => month_range(*first, *last),
            Self::Years(first, last) => years_label(*first, *last),
            Self::Decade(first) => format!("{first}s"),
            Self::Century(number) => format!("{number}{} century", ordinal_ending(*number)),
        }
    }
}

fn time_of_day(at: NaiveDateTime, grain: Grain) -> String {
    if grain == Grain::DayPart {
        part_of_day(at.hour()).to_owned()
    } else {
        format!("{:02}:{:02}", at.hour(), at.minute())
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
    use crate::analysis::time::{Grain, Known, Modifier, When};

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
    fn a_modifier_is_named_before_the_date_it_stands_before() {
        for (date, modifier, expected) in [
            ("2021-05", Modifier::Start, "early May 2021"),
            ("2021-08", Modifier::End, "late Aug 2021"),
            ("2001", Modifier::Mid, "mid-2001"),
            ("2001", Modifier::End, "late 2001"),
            ("199X", Modifier::Start, "early 1990s"),
            ("19XX", Modifier::End, "late 20th century"),
            ("2021-24", Modifier::End, "late winter 2021"),
            ("2021-35", Modifier::Start, "early Q3 2021"),
            ("2021-40", Modifier::End, "late Jan–Jun 2021"),
            ("2021-08-13", Modifier::End, "late Fri 13 Aug 2021"),
            ("2021-08-02/2021-08-08", Modifier::End, "about 6–8 Aug 2021"),
            ("1990", Modifier::Approx, "about 1990"),
            ("-0489", Modifier::Approx, "about 490 BC"),
            ("1990", Modifier::Before, "before 1990"),
            ("1990", Modifier::After, "after 1990"),
            ("2019-08", Modifier::OnOrBefore, "by Aug 2019"),
            ("199X", Modifier::OnOrAfter, "from 1990s"),
            (
                "2021-08-13T16:08",
                Modifier::Approx,
                "Fri 13 Aug 2021, about 16:08",
            ),
            (
                "2021-08-13T05:00:00/2021-08-13T11:59:59",
                Modifier::Start,
                "Fri 13 Aug 2021, early morning",
            ),
        ] {
            let when = When::parse(date, Known::Written).unwrap();
            assert_eq!(heading(&when.with_modifier(modifier)), expected);
        }
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

//! A [`When`] as EDTF (ISO 8601-2), printed and read back.
//!
//! A stretch that one date of its grain covers exactly prints as that date,
//! any other as an interval of years, months, days or seconds, the coarsest
//! that its grain and its ends allow.

use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use super::{Certainty, Grain, Known, When};

/// ISO 8601-2, 4.8: seasons are 21 to 24, quarters 33 to 36, half-years 40 and 41.
const SPRING: u32 = 21;
const QUARTER: u32 = 33;
const HALF: u32 = 40;

impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.single().unwrap_or_else(|| self.interval()))?;
        match self.certainty {
            Certainty::Exact => Ok(()),
            Certainty::Approximate => out.write_str("~"),
            Certainty::Uncertain => out.write_str("?"),
        }
    }
}

impl When {
    /// Reads what printing writes; `None` for anything else.
    ///
    /// The grain is the one the date is written in; an interval of days has
    /// the grain of a week or weekend where it is one, else of days.
    ///
    /// ```
    /// use newsreader::analysis::time::{Known, When};
    /// let winter = When::parse("2021-24", Known::Written).unwrap();
    /// assert_eq!(winter.first_day().to_string(), "2021-12-01");
    /// assert_eq!(winter.to_string(), "2021-24");
    /// ```
    pub fn parse(edtf: &str, known: Known) -> Option<Self> {
        let (date, certainty) = match edtf.strip_suffix('~') {
            Some(date) => (date, Certainty::Approximate),
            None => match edtf.strip_suffix('?') {
                Some(date) => (date, Certainty::Uncertain),
                None => (edtf, Certainty::Exact),
            },
        };
        let when = match date.split_once('/') {
            Some((first, last)) => interval(first, last, known),
            None => single(date, known),
        };
        when.map(|when| when.with_certainty(certainty))
    }

    /// Says whether one date of the calendar covers the stretch exactly; a
    /// range from one date to another is none.
    pub fn is_single(&self) -> bool {
        self.single().is_some()
    }

    /// One EDTF date of the stretch's own grain, if that covers it exactly.
    fn single(&self) -> Option<String> {
        let first = self.first_day();
        let (year, month) = (first.year(), first.month());
        let written = match self.grain {
            Grain::Minute => self.minute(),
            Grain::Day => (first == self.last_day()).then(|| day(first)),
            Grain::Month => Some(format!("{}-{month:02}", edtf_year(year))),
            Grain::Quarter if month % 3 == 1 => {
                Some(format!("{}-{}", edtf_year(year), QUARTER + month / 3))
            }
            Grain::Quarter if month % 3 == 0 => {
                Some(format!("{}-{}", edtf_year(year), SPRING + month / 3 - 1))
            }
            Grain::Half => Some(format!("{}-{}", edtf_year(year), HALF + month / 7)),
            Grain::Year => Some(edtf_year(year)),
            Grain::Decade if year >= 0 => Some(format!("{:03}X", year / 10)),
            Grain::Century if year >= 0 => Some(format!("{:02}XX", year / 100)),
            Grain::Hour
            | Grain::DayPart
            | Grain::Weekend
            | Grain::Week
            | Grain::Quarter
            | Grain::Decade
            | Grain::Century => None,
        }?;
        // The date is kept only if it stands for exactly this stretch.
        let read = single(&written, self.known)?;
        ((read.earliest, read.latest) == (self.earliest, self.latest)).then_some(written)
    }

    fn minute(&self) -> Option<String> {
        let is_whole =
            self.earliest.second() == 0 && (self.latest - self.earliest).num_seconds() == 59;
        is_whole.then(|| {
            let at = self.earliest;
            format!("{}T{:02}:{:02}", day(at.date()), at.hour(), at.minute())
        })
    }

    /// Both ends, or one date where that is the same in a finer grain than the
    /// stretch has ("the weekend" of one day).
    fn interval(&self) -> String {
        let (first, last) = (self.end(self.earliest), self.end(self.latest));
        if first == last && !first.contains('T') {
            first
        } else {
            format!("{first}/{last}")
        }
    }

    fn end(&self, at: NaiveDateTime) -> String {
        let is_days = self.earliest.num_seconds_from_midnight() == 0
            && self.latest.num_seconds_from_midnight() == 86_399;
        if !is_days {
            return second(at);
        }
        let begins =
            |date: NaiveDate, month: u32| date.day() == 1 && date.month0().is_multiple_of(month);
        let after = self.last_day().succ_opt();
        let is_whole = |months: u32| {
            begins(self.first_day(), months) && after.is_some_and(|after| begins(after, months))
        };
        let year = edtf_year(at.year());
        if self.grain >= Grain::Year && is_whole(12) {
            year
        } else if self.grain >= Grain::Month && is_whole(1) {
            format!("{year}-{:02}", at.month())
        } else {
            day(at.date())
        }
    }
}

fn single(date: &str, known: Known) -> Option<When> {
    if let Some((date, time)) = date.split_once('T') {
        let (hour, minute) = time.split_once(':')?;
        let first = read_day(date)?.and_hms_opt(two_digits(hour)?, two_digits(minute)?, 0)?;
        let last = first + chrono::Duration::seconds(59);
        return When::stretch(first, last, Grain::Minute, known);
    }
    if let Some(date) = read_day(date) {
        return Some(When::day(date, known));
    }
    if let Some(century) = date.strip_suffix("XX") {
        return When::years(digits(century, 2)? * 100, 100, Grain::Century, known);
    }
    if let Some(decade) = date.strip_suffix('X') {
        return When::years(digits(decade, 3)? * 10, 10, Grain::Decade, known);
    }
    let (year, part) = split_year(date)?;
    match part {
        None => When::year(year, known),
        Some(part) => match two_digits(part)? {
            month @ 1..=12 => When::month(year, month, known),
            season @ 21..=24 => {
                When::months(year, (season - SPRING + 1) * 3, 3, Grain::Quarter, known)
            }
            quarter @ 33..=36 => {
                When::months(year, (quarter - QUARTER) * 3 + 1, 3, Grain::Quarter, known)
            }
            half @ 40..=41 => When::months(year, (half - HALF) * 6 + 1, 6, Grain::Half, known),
            _ => None,
        },
    }
}

fn interval(first: &str, last: &str, known: Known) -> Option<When> {
    if let (Some(first), Some(last)) = (read_day(first), read_day(last)) {
        let length = (last - first).num_days();
        let grain = match (first.weekday(), length) {
            (Weekday::Mon, 6) => Grain::Week,
            (Weekday::Sat, 1) => Grain::Weekend,
            _ => Grain::Day,
        };
        return When::days(first, last, grain, known);
    }
    if let (Some(first), Some(last)) = (single(first, known), single(last, known)) {
        let is_read = matches!(first.grain, Grain::Month | Grain::Year);
        let in_order = first.earliest <= last.earliest;
        return (is_read && in_order && first.grain == last.grain).then(|| first.hull(last));
    }
    let (first, last) = (read_second(first)?, read_second(last)?);
    let grain = if (last - first).num_seconds() < 3600 {
        Grain::Hour
    } else {
        Grain::DayPart
    };
    When::stretch(first, last, grain, known)
}

/// The year of a date and what follows its hyphen.
fn split_year(date: &str) -> Option<(i32, Option<&str>)> {
    let (sign, rest) = match date.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, date),
    };
    let (year, part) = match rest.split_once('-') {
        Some((year, part)) => (year, Some(part)),
        None => (rest, None),
    };
    let year = match year.strip_prefix('Y') {
        Some(long) if sign == 1 => long.parse().ok()?,
        Some(_) => return None,
        None => sign * digits(year, 4)?,
    };
    Some((year, part))
}

fn read_day(date: &str) -> Option<NaiveDate> {
    let (rest, day) = date.rsplit_once('-')?;
    let (year, month) = split_year(rest)?;
    NaiveDate::from_ymd_opt(year, two_digits(month?)?, two_digits(day)?)
}

fn read_second(at: &str) -> Option<NaiveDateTime> {
    let (date, time) = at.split_once('T')?;
    let mut parts = time.split(':').map(two_digits);
    let mut next = || parts.next().flatten();
    read_day(date)?.and_hms_opt(next()?, next()?, next()?)
}

fn two_digits(text: &str) -> Option<u32> {
    u32::try_from(digits(text, 2)?).ok()
}

fn digits(text: &str, length: usize) -> Option<i32> {
    let is_plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok())?
}

fn edtf_year(year: i32) -> String {
    match year {
        -9999..=-1 => format!("-{:04}", -year),
        0..=9999 => format!("{year:04}"),
        _ => format!("Y{year}"),
    }
}

fn day(date: NaiveDate) -> String {
    format!(
        "{}-{:02}-{:02}",
        edtf_year(date.year()),
        date.month(),
        date.day()
    )
}

fn second(at: NaiveDateTime) -> String {
    format!(
        "{}T{:02}:{:02}:{:02}",
        day(at.date()),
        at.hour(),
        at.minute(),
        at.second()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_prints_in_its_grain_and_one_date_is_no_range() {
        let days = |first: (i32, u32, u32), last: (i32, u32, u32), grain| {
            let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
            When::days(day(first), day(last), grain, Known::Written).unwrap()
        };
        for (when, printed) in [
            (
                days((2020, 5, 1), (2020, 7, 31), Grain::Month),
                "2020-05/2020-07",
            ),
            (days((1939, 1, 1), (1945, 12, 31), Grain::Year), "1939/1945"),
            (
                days((2020, 5, 1), (2020, 7, 30), Grain::Month),
                "2020-05-01/2020-07-30",
            ),
            (
                days((2021, 8, 14), (2021, 8, 14), Grain::Weekend),
                "2021-08-14",
            ),
            (days((2021, 5, 1), (2021, 5, 31), Grain::Quarter), "2021-05"),
        ] {
            assert_eq!(when.to_string(), printed);
            let read = When::parse(printed, Known::Written).unwrap();
            assert_eq!((read.earliest, read.latest), (when.earliest, when.latest));
            assert_eq!(read.to_string(), printed);
        }
    }

    #[test]
    fn each_grain_prints_as_the_date_that_covers_it() {
        let cases = [
            (When::month(2021, 8, Known::Written), "2021-08"),
            (
                When::months(2021, 7, 3, Grain::Quarter, Known::Written),
                "2021-35",
            ),
            (
                When::months(2021, 6, 3, Grain::Quarter, Known::Written),
                "2021-22",
            ),
            (
                When::months(2021, 12, 3, Grain::Quarter, Known::Written),
                "2021-24",
            ),
            (
                When::months(2021, 7, 6, Grain::Half, Known::Written),
                "2021-41",
            ),
            (When::year(-489, Known::Written), "-0489"),
            (When::years(1990, 10, Grain::Decade, Known::Written), "199X"),
            (
                When::years(1800, 100, Grain::Century, Known::Written),
                "18XX",
            ),
        ];
        for (when, printed) in cases {
            assert_eq!(when.expect("inside the calendar").to_string(), printed);
        }
    }

    #[test]
    fn what_is_no_date_reads_as_nothing() {
        for text in [
            "",
            "X",
            "20X1",
            "2021-13",
            "2021-02-30",
            "2021-37",
            "a/b",
            "2021-08-02/2021-08-01",
            "-Y1",
            "2021-08-14T25:00",
        ] {
            assert_eq!(When::parse(text, Known::Written), None, "{text:?}");
        }
    }
}

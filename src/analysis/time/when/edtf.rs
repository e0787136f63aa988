//! A [`When`] as EDTF (ISO 8601-2), printed and read back.
//!
//! A stretch that one date of its grain covers exactly prints as that date,
//! any other as an interval, each end in the coarsest grain it can be told in.
//!
//! | the stretch | prints as | level |
//! |---|---|---|
//! | a day, month, year | `2021-08-06`, `2021-08`, `2021` | 0 |
//! | a quarter, season, half, decade, century | `2021-35`, `2021-22`, `2021-41`, `199X`, `19XX` | 1, 2 |
//! | a week, a range | `2021-08-02/2021-08-08`, `1939/1945` | 0 |
//! | about a day, month, year or range of them | `1990~`, `2021-08-02~/2021-08-08~` | 1 |
//! | about any other date | `~1990/~1999`, `2021-~07/2021-~09` | 2 |
//! | a third of a date | `2021-05-~01/2021-05-~10`, `2001-~09/2001-~12` | 2 |
//! | before, after | `../1990`, `1990/..` | 1 |
//! | on or before, on or after | `[..1990]`, `[1990..]` | 2 |
//! | a minute, an hour, part of a day | `2021-08-06T16:08`, an interval of seconds | ISO 8601-1 |
//!
//! A mark before the last part of a date says that this part is rough and what
//! stands before it is sure: just what "early May 2021" means. EDTF knows no
//! mark on a decade, on a quarter or in a set, so there the ends are written out.
//!
//! EDTF has no words for less than a day that is not sure, nor for a part of a
//! day: see [`When::as_printed`] for what is lost.

mod read;

use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::{Certainty, Grain, Modifier, When, grain};

/// ISO 8601-2, 4.8: seasons are 21 to 24, quarters 33 to 36, half-years 40 and 41.
const SPRING: u32 = 21;
const QUARTER: u32 = 33;
const HALF: u32 = 40;

/// The smallest part of the dates of an interval, before which its marks stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Smallest {
    Year,
    Month,
    Day,
}

impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.printed())
    }
}

impl When {
    /// Returns the stretch that reading its print gives: itself, but for two
    /// things that EDTF cannot say, so that other programs can read it.
    ///
    /// * Finer than a day, `certainty` and modifier are not printed: "early on
    ///   Friday morning" prints as the morning.
    /// * A third of a day prints as the day: "late on Friday" as that Friday.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use newsreader::analysis::time::{Known, Modifier, When};
    /// let friday = When::day(NaiveDate::from_ymd_opt(2021, 8, 13).unwrap(), Known::Written);
    /// let late = friday.with_modifier(Modifier::End);
    /// assert_eq!(late.to_string(), "2021-08-13");
    /// assert_eq!(late.as_printed(), friday);
    /// let about = friday.with_modifier(Modifier::Approx);
    /// assert_eq!(When::parse(&about.to_string(), Known::Written), Some(about));
    /// ```
    #[must_use]
    pub fn as_printed(self) -> Self {
        match self.grain {
            Grain::Minute | Grain::Hour | Grain::DayPart => self.named(),
            Grain::Day if self.is_third() => Self {
                modifier: None,
                ..self
            },
            Grain::Day
            | Grain::Weekend
            | Grain::Week
            | Grain::Month
            | Grain::Quarter
            | Grain::Half
            | Grain::Year
            | Grain::Decade
            | Grain::Century => self,
        }
    }

    fn is_third(&self) -> bool {
        self.modifier.is_some_and(Modifier::is_part)
    }

    fn printed(self) -> String {
        let whole = || self.single().unwrap_or_else(|| self.interval());
        match self.modifier {
            Some(Modifier::Before) => format!("../{}", whole()),
            Some(Modifier::After) => format!("{}/..", whole()),
            Some(Modifier::OnOrBefore) => format!("[..{}]", whole()),
            Some(Modifier::OnOrAfter) => format!("[{}..]", whole()),
            Some(
                Modifier::Start
                | Modifier::Mid
                | Modifier::End
                | Modifier::Approx
                | Modifier::LessThan
                | Modifier::MoreThan
                | Modifier::EqualOrLess
                | Modifier::EqualOrMore,
            )
            | None => match (self.mark(), self.smallest()) {
                (Some(mark), Some(smallest)) => self.rough(mark, smallest),
                (Some(_) | None, _) => whole(),
            },
        }
    }

    /// The mark of its certainty, where one can be printed.
    fn mark(&self) -> Option<char> {
        if self.grain < Grain::Day {
            return None;
        }
        match self.certainty {
            Certainty::Exact => None,
            Certainty::Approximate => Some('~'),
            Certainty::Uncertain => Some('?'),
        }
    }

    /// Which part of the dates is rough; `None` where all of them is.
    fn smallest(&self) -> Option<Smallest> {
        if !self.is_single() {
            return None;
        }
        match self.grain {
            Grain::Week | Grain::Month if self.is_third() => Some(Smallest::Day),
            Grain::Year if self.is_third() => Some(Smallest::Month),
            Grain::Quarter | Grain::Half => Some(Smallest::Month),
            Grain::Decade | Grain::Century => Some(Smallest::Year),
            Grain::Minute
            | Grain::Hour
            | Grain::DayPart
            | Grain::Day
            | Grain::Weekend
            | Grain::Week
            | Grain::Month
            | Grain::Year => None,
        }
    }

    /// An interval of years, months or days of which that part is rough.
    ///
    /// The month that is a third of a season prints as one date, the month
    /// that is a third of a quarter with both its ends: June may be either.
    fn rough(self, mark: char, smallest: Smallest) -> String {
        let end = |day: NaiveDate| {
            let (year, month) = (edtf_year(day.year()), day.month());
            match smallest {
                Smallest::Year => format!("{mark}{year}"),
                Smallest::Month => format!("{year}-{mark}{month:02}"),
                Smallest::Day => format!("{year}-{month:02}-{mark}{:02}", day.day()),
            }
        };
        let (first, last) = (end(self.first_day()), end(self.last_day()));
        if first == last && is_season(self.first) {
            first
        } else {
            format!("{first}/{last}")
        }
    }

    /// One EDTF date of the stretch's own grain, if that covers it exactly and EDTF has one.
    fn single(&self) -> Option<String> {
        if !self.is_single() {
            return None;
        }
        let at = self.first;
        let (year, month) = (edtf_year(at.year()), at.month());
        let has_decades = grain::has_decades(at.year());
        let is_millennium = self.last.year() - at.year() > 100;
        let date = match self.grain {
            Grain::Minute => format!("{}T{:02}:{:02}", day(at.date()), at.hour(), at.minute()),
            Grain::Day => day(at.date()),
            Grain::Month => format!("{year}-{month:02}"),
            Grain::Quarter if is_season(at) => format!("{year}-{}", SPRING + month / 3 - 1),
            Grain::Quarter => format!("{year}-{}", QUARTER + month / 3),
            Grain::Half => format!("{year}-{}", HALF + month / 7),
            Grain::Year => year,
            Grain::Decade if has_decades => format!("{:03}X", at.year() / 10),
            Grain::Century if has_decades && is_millennium => format!("{}XXX", at.year() / 1000),
            Grain::Century if has_decades => format!("{:02}XX", at.year() / 100),
            Grain::Hour
            | Grain::DayPart
            | Grain::Weekend
            | Grain::Week
            | Grain::Decade
            | Grain::Century => return None,
        };
        // The certainty of a stretch that is open is understood.
        let mark = self.mark().filter(|_| self.open_side().is_none());
        Some(date + &mark.map(String::from).unwrap_or_default())
    }

    /// Both ends, each with the mark.
    fn interval(&self) -> String {
        let mark = self.mark().map(String::from).unwrap_or_default();
        if self.grain < Grain::Day {
            return format!("{}/{}", second(self.first), second(self.last));
        }
        let (first, last) = (self.first.date(), self.last.date());
        let coarsest = |tells: &dyn Fn(Grain) -> bool| {
            let grains = [Grain::Century, Grain::Decade, Grain::Year, Grain::Month];
            let mut grains = grains.into_iter().filter(|grain| *grain <= self.grain);
            grains.find(|grain| tells(*grain)).unwrap_or(Grain::Day)
        };
        let begin = coarsest(&|told| grain::begins(first, last, told, self.certainty));
        let end = coarsest(&|told| grain::ends(first, last, told, self.certainty));
        format!("{}{mark}/{}{mark}", date(first, begin), date(last, end))
    }
}

fn is_season(first: NaiveDateTime) -> bool {
    first.month().is_multiple_of(3)
}

/// The date of the grain that holds the day, as one end of an interval.
fn date(at: NaiveDate, told: Grain) -> String {
    let year = edtf_year(at.year());
    match told {
        Grain::Month => format!("{year}-{:02}", at.month()),
        Grain::Year => year,
        Grain::Decade => format!("{:03}X", at.year() / 10),
        Grain::Century => format!("{:02}XX", at.year() / 100),
        Grain::Minute
        | Grain::Hour
        | Grain::DayPart
        | Grain::Day
        | Grain::Weekend
        | Grain::Week
        | Grain::Quarter
        | Grain::Half => day(at),
    }
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
mod tests;

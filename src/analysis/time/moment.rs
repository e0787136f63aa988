//! A place on the calendar at some unit: what an expression is resolved to.
//!
//! Gives both faces of a date: its TIMEX3 value and its [`When`]. All
//! arithmetic that could leave the calendar answers `None`.

use std::fmt::Write as _;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::unit::{DayPart, Unit};
use super::when::{Grain, Known, When};

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// 24 is the end of the day.
    pub hour: u32,
    /// `None` when only the hour was said.
    pub minute: Option<u32>,
}

impl Clock {
    /// The point in time it shows on a day, if the calendar has it.
    pub fn on(self, day: NaiveDate) -> Option<NaiveDateTime> {
        let day = match self.hour {
            24 => day.succ_opt()?,
            _ => day,
        };
        YEARS.contains(&day.year()).then_some(())?;
        day.and_hms_opt(self.hour % 24, self.minute.unwrap_or(0), 0)
    }

    /// The clock at a time, its seconds left out.
    pub fn of(time: NaiveTime) -> Self {
        Self {
            hour: time.hour(),
            minute: Some(time.minute()),
        }
    }
}

/// A stretch of the calendar of one unit, known by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub unit: Unit,
    /// The first day of the stretch.
    pub start: NaiveDate,
    pub part: Option<DayPart>,
    pub clock: Option<Clock>,
}

/// The years the program can tell of.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = -9998..=9999;

impl Moment {
    /// Returns the stretch of the unit that holds the day.
    pub fn of(unit: Unit, day: NaiveDate) -> Option<Self> {
        let year = day.year();
        let start = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => day,
            Unit::Weekend => {
                let monday = monday(day)?;
                monday.checked_add_days(Days::new(5))?
            }
            Unit::Week | Unit::Fortnight => monday(day)?,
            Unit::Month => first_of(year, day.month())?,
            Unit::Quarter => first_of(year, day.month0() / 3 * 3 + 1)?,
            Unit::Season => season_of(day)?,
            Unit::Half => first_of(year, day.month0() / 6 * 6 + 1)?,
            Unit::Year => first_of(year, 1)?,
            Unit::Decade => first_of(year.div_euclid(10) * 10, 1)?,
            Unit::Century => first_of(year.div_euclid(100) * 100, 1)?,
            Unit::Millennium => first_of(year.div_euclid(1000) * 1000, 1)?,
        };
        YEARS.contains(&start.year()).then_some(Self {
            unit,
            start,
            part: None,
            clock: None,
        })
    }

    pub fn day(day: NaiveDate) -> Option<Self> {
        Self::of(Unit::Day, day)
    }

    pub fn year(year: i32) -> Option<Self> {
        Self::of(Unit::Year, first_of(year, 1)?)
    }

    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::of(Unit::Month, first_of(year, month)?)
    }

    /// Returns the season of a year: 0 spring to 3 winter, which begins in December.
    pub fn season(year: i32, season: i32) -> Option<Self> {
        let month = u32::try_from(season.checked_mul(3)?.checked_add(3)?).ok()?;
        Self::of(Unit::Season, first_of(year, month)?)
    }

    /// Returns the stretch `count` of its units later, or earlier when negative.
    pub fn shifted(self, count: i64) -> Option<Self> {
        Self::of(self.unit, add(self.start, self.unit, count)?)
    }

    #[must_use]
    pub fn at(self, part: Option<DayPart>) -> Self {
        Self { part, ..self }
    }

    #[must_use]
    pub fn at_clock(self, clock: Option<Clock>) -> Self {
        Self { clock, ..self }
    }

    /// Returns the day in its middle, for finding what is nearest.
    pub fn middle(&self) -> NaiveDate {
        let last = self.last_day().unwrap_or(self.start);
        let half = (last - self.start).num_days().max(0) / 2;
        self.start
            .checked_add_days(Days::new(half.unsigned_abs()))
            .unwrap_or(self.start)
    }

    /// Returns its last day; what goes on beyond the [`YEARS`] ends with them.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let last = match self.unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => self.start,
            Unit::Weekend => self.start.succ_opt()?,
            unit => moved(self.start, unit, 1)?.pred_opt()?,
        };
        Some(last.min(NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31)?))
    }

    /// Returns the TIMEX3 value.
    pub fn value(&self) -> String {
        let year = self.start.year();
        let mut value = year_value(year);
        let written = match self.unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => {
                write!(value, "-{:02}-{:02}", self.start.month(), self.start.day())
            }
            Unit::Weekend | Unit::Week | Unit::Fortnight => {
                let week = self.start.iso_week();
                value = year_value(week.year());
                let ending = if self.unit == Unit::Weekend {
                    "-WE"
                } else {
                    ""
                };
                write!(value, "-W{:02}{ending}", week.week())
            }
            Unit::Month => write!(value, "-{:02}", self.start.month()),
            Unit::Quarter => write!(value, "-Q{}", self.start.month0() / 3 + 1),
            Unit::Season => {
                const LETTERS: [&str; 4] = ["SP", "SU", "FA", "WI"];
                write!(
                    value,
                    "-{}",
                    LETTERS[(self.start.month() as usize / 3 + 3) % 4]
                )
            }
            Unit::Half => write!(value, "-H{}", self.start.month0() / 6 + 1),
            Unit::Year => Ok(()),
            Unit::Decade => {
                value.pop();
                Ok(())
            }
            Unit::Century => {
                // The 4th century BC ends with 301 BC: it is "BC03".
                let last = if year < 0 { year + 99 } else { year };
                value = year_value(last);
                value.truncate(value.len() - 2);
                Ok(())
            }
            Unit::Millennium => {
                value.truncate(value.len() - 3);
                Ok(())
            }
        };
        written.expect("writing to a string cannot fail");
        if let Some(clock) = self.clock {
            write_clock(&mut value, clock);
        } else if let Some(part) = self.part {
            value.push('T');
            value.push_str(part.letters());
        }
        value
    }

    /// Returns the stretch as the timeline knows it.
    pub fn when(&self, known: Known) -> Option<When> {
        if let Some(clock) = self.clock {
            let first = clock.on(self.start)?;
            let (seconds, grain) = match clock.minute {
                Some(_) => (59, Grain::Minute),
                None => (3599, Grain::Hour),
            };
            return When::stretch(
                first,
                first + chrono::Duration::seconds(seconds),
                grain,
                known,
            );
        }
        if let Some(part) = self.part {
            let (first, last) = part.hours();
            return When::stretch(
                self.start.and_hms_opt(first, 0, 0)?,
                self.start.and_hms_opt(last, 59, 59)?,
                Grain::DayPart,
                known,
            );
        }
        When::days(self.start, self.last_day()?, self.unit.grain(), known)
    }
}

/// Writes a time of day behind a day, as TIMEX3 has it.
pub(super) fn write_clock(value: &mut String, clock: Clock) {
    let written = match clock.minute {
        Some(minute) => write!(value, "T{:02}:{minute:02}", clock.hour),
        None => write!(value, "T{:02}:00", clock.hour),
    };
    written.expect("writing to a string cannot fail");
}

/// Years before the first are written `BC` and counted from 1 BC, which the calendar calls 0.
fn year_value(year: i32) -> String {
    if year > 0 {
        format!("{year:04}")
    } else {
        format!("BC{:04}", 1 - year)
    }
}

pub(super) fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}

/// The first day of the season that holds the day; January belongs to last year's winter.
fn season_of(day: NaiveDate) -> Option<NaiveDate> {
    match day.month() {
        1 | 2 => first_of(day.year().checked_sub(1)?, 12),
        month => first_of(day.year(), month / 3 * 3),
    }
}

/// Returns the day so many units away; `None` outside the [`YEARS`].
pub(super) fn add(day: NaiveDate, unit: Unit, count: i64) -> Option<NaiveDate> {
    moved(day, unit, count).filter(|moved| YEARS.contains(&moved.year()))
}

fn moved(day: NaiveDate, unit: Unit, count: i64) -> Option<NaiveDate> {
    let days = |length: i64| {
        let days = count.checked_mul(length)?;
        let distance = Days::new(days.unsigned_abs());
        if days < 0 {
            day.checked_sub_days(distance)
        } else {
            day.checked_add_days(distance)
        }
    };
    let months = |length: i64| {
        let months = count.checked_mul(length)?;
        let distance = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
        if months < 0 {
            day.checked_sub_months(distance)
        } else {
            day.checked_add_months(distance)
        }
    };
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(day),
        Unit::Day | Unit::Night => days(1),
        Unit::Weekend | Unit::Week => days(7),
        Unit::Fortnight => days(14),
        Unit::Month => months(1),
        Unit::Quarter | Unit::Season => months(3),
        Unit::Half => months(6),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
        Unit::Millennium => months(12000),
    }
}

/// Returns the first such weekday on or after the day.
pub(super) fn weekday_from(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = weekday.days_since(day.weekday());
    day.checked_add_days(Days::new(ahead.into()))
}

/// Returns the last such weekday on or before the day.
pub(super) fn weekday_until(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let back = day.weekday().days_since(weekday);
    day.checked_sub_days(Days::new(back.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_writes_its_own_value() {
        let day = NaiveDate::from_ymd_opt(2021, 8, 14).expect("a day");
        let cases = [
            (Unit::Day, "2021-08-14"),
            (Unit::Weekend, "2021-W32-WE"),
            (Unit::Week, "2021-W32"),
            (Unit::Month, "2021-08"),
            (Unit::Quarter, "2021-Q3"),
            (Unit::Season, "2021-SU"),
            (Unit::Half, "2021-H2"),
            (Unit::Year, "2021"),
            (Unit::Decade, "202"),
            (Unit::Century, "20"),
        ];
        for (unit, value) in cases {
            let moment = Moment::of(unit, day).expect("inside the calendar");
            assert_eq!(moment.value(), value);
            let when = moment.when(Known::Written).expect("never empty");
            assert!(
                when.first_day() <= day.max(moment.start) && when.last_day() >= day,
                "{value}"
            );
        }
    }

    #[test]
    fn the_first_winter_months_belong_to_the_winter_of_the_year_before() {
        let february = NaiveDate::from_ymd_opt(2021, 2, 3).expect("a day");
        let winter = Moment::of(Unit::Season, february).expect("a season");
        assert_eq!(winter.value(), "2020-WI");
        assert_eq!(winter.last_day(), NaiveDate::from_ymd_opt(2021, 2, 28));
    }

    #[test]
    fn years_before_the_first_are_counted_from_one() {
        assert_eq!(Moment::year(-489).expect("490 BC").value(), "BC0490");
        assert_eq!(Moment::year(0).expect("1 BC").value(), "BC0001");
    }
}

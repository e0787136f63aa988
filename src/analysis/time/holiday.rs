//! Holidays, out of `assets/english/holidays.toml`: on which day of a given year
//! each falls, and the patterns it is known by.

use chrono::{Days, NaiveDate, Weekday};
use serde::Deserialize;

use super::rule::Evidence;
use super::words::Value;

const HOLIDAYS: &str = include_str!("../../../assets/english/holidays.toml");

/// A holiday as its asset has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Holiday<'a> {
    pub name: &'a str,
    #[serde(borrow)]
    called: Vec<&'a str>,
    pub falls: Falls,
    /// The week or weekend that is meant, not the day alone.
    pub unit: Option<Value>,
    #[serde(default)]
    pub not_after: &'a str,
    #[serde(rename = "yields", default)]
    _yields: serde::de::IgnoredAny,
    #[serde(rename = "rejects", default)]
    _rejects: serde::de::IgnoredAny,
}

/// Where in the year a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Falls {
    /// On a month and day.
    On(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
    Weekday(NthWeekday),
}

/// A day of the week, counted within its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NthWeekday {
    month: u32,
    /// Monday 1 to Sunday 7.
    weekday: u8,
    /// 0 for the last.
    nth: u8,
    /// Days to go on from there.
    #[serde(default)]
    then: i64,
}

/// Returns the built-in holidays.
pub(super) fn english() -> Vec<Holiday<'static>> {
    #[derive(Deserialize)]
    struct Asset {
        #[serde(borrow)]
        holiday: Vec<Holiday<'static>>,
    }
    let asset: Asset = toml::from_str(HOLIDAYS).expect("the holidays parse");
    asset.holiday
}

/// Returns the evidence of the built-in holidays, in their order.
pub(super) fn evidence() -> Vec<Evidence> {
    #[derive(Deserialize)]
    struct Asset {
        holiday: Vec<Evidence>,
    }
    let asset: Asset = toml::from_str(HOLIDAYS).expect("the evidence of holidays parses");
    asset.holiday
}

impl Holiday<'_> {
    /// Returns its names, each alone, with its year, by its distance, and the week about it.
    pub fn patterns(&self) -> impl Iterator<Item = String> {
        self.called.iter().flat_map(|called| {
            [
                format!("[the] {called} {{unit:week-unit}} [[of] {{year}}]"),
                format!("{called} [[,] [of] {{year}}]"),
                format!("{{direction}} {called}"),
                format!("{called} [of] {{year-direction}} year"),
                format!("{{year-direction}} year's {called}"),
            ]
        })
    }
}

impl Falls {
    /// Returns the day it falls on in that year.
    pub fn day_of(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => shifted(easter(year)?, days),
            Self::Weekday(weekday) => shifted(weekday.day_of(year)?, weekday.then),
        }
    }
}

impl NthWeekday {
    fn day_of(self, year: i32) -> Option<NaiveDate> {
        let weekday = Weekday::try_from(self.weekday.checked_sub(1)?).ok()?;
        let nth = |nth| NaiveDate::from_weekday_of_month_opt(year, self.month, weekday, nth);
        match self.nth {
            0 => nth(5).or_else(|| nth(4)),
            count => nth(count),
        }
    }
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(distance)
    } else {
        day.checked_add_days(distance)
    }
}

/// Easter Sunday of the Gregorian calendar, by the method known as Meeus/Jones/Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, century_rest) = (century.div_euclid(4), century.rem_euclid(4));
    let correction = (century + 8).div_euclid(25);
    let moon = (century - correction + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon + 15).rem_euclid(30);
    let (leap, rest) = (of_century / 4, of_century % 4);
    let weekday = (32 + 2 * century_rest + 2 * leap - epact - rest).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let sum = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(sum / 31).ok()?,
        (sum % 31 + 1).unsigned_abs(),
    )
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn movable_feasts_fall_where_the_almanac_has_them() {
        let holidays = english();
        for (name, year, day) in [
            ("easter", 1998, "1998-04-12"),
            ("easter", 2024, "2024-03-31"),
            ("good-friday", 2021, "2021-04-02"),
            ("pentecost", 2021, "2021-05-23"),
            ("thanksgiving", 1989, "1989-11-23"),
            ("memorial-day", 2021, "2021-05-31"),
            ("memorial-day", 2022, "2022-05-30"),
            ("labor-day", 2021, "2021-09-06"),
            ("election-day", 2022, "2022-11-08"),
            ("ascension-day", 2024, "2024-05-09"),
        ] {
            let holiday = holidays.iter().find(|holiday| holiday.name == name);
            let found = holiday.and_then(|holiday| holiday.falls.day_of(year));
            assert_eq!(found.expect("a day").to_string(), day, "{name}");
        }
    }

    #[test]
    fn every_holiday_falls_on_a_day_of_every_year() {
        for holiday in english() {
            for year in (1..=9998).step_by(7) {
                assert!(
                    holiday.falls.day_of(year).is_some(),
                    "{} {year}",
                    holiday.name
                );
            }
        }
    }

    #[test]
    fn every_year_has_an_easter_between_march_22_and_april_25() {
        for year in -9998..=9999 {
            let day = easter(year).expect("a day");
            let place = (day.month(), day.day());
            assert!(((3, 22)..=(4, 25)).contains(&place), "{day}");
        }
    }
}

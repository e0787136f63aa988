//! On which day of a given year a holiday falls.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::unit::Holiday;

/// Returns the day of the holiday in that year.
pub(super) fn day_of(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let nth = |month, weekday, n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
    let from_easter = |days: i64| shifted(easter(year)?, days);
    match holiday {
        Holiday::NewYearsDay => fixed(1, 1),
        Holiday::NewYearsEve => fixed(12, 31),
        Holiday::ChristmasEve => fixed(12, 24),
        Holiday::Christmas => fixed(12, 25),
        Holiday::BoxingDay => fixed(12, 26),
        Holiday::ValentinesDay => fixed(2, 14),
        Holiday::SaintPatricksDay => fixed(3, 17),
        Holiday::IndependenceDay => fixed(7, 4),
        Holiday::Halloween => fixed(10, 31),
        Holiday::VeteransDay => fixed(11, 11),
        Holiday::BastilleDay => fixed(7, 14),
        Holiday::MayDay => fixed(5, 1),
        Holiday::Easter => easter(year),
        Holiday::GoodFriday => from_easter(-2),
        Holiday::EasterMonday => from_easter(1),
        Holiday::PalmSunday => from_easter(-7),
        Holiday::AshWednesday => from_easter(-46),
        Holiday::Pentecost => from_easter(49),
        Holiday::Thanksgiving => nth(11, Weekday::Thu, 4),
        Holiday::LaborDay => nth(9, Weekday::Mon, 1),
        Holiday::MemorialDay => last_monday_of_may(year),
        Holiday::ColumbusDay => nth(10, Weekday::Mon, 2),
        Holiday::PresidentsDay => nth(2, Weekday::Mon, 3),
        Holiday::MartinLutherKingDay => nth(1, Weekday::Mon, 3),
        Holiday::MothersDay => nth(5, Weekday::Sun, 2),
        Holiday::FathersDay => nth(6, Weekday::Sun, 3),
        Holiday::ElectionDay => shifted(nth(11, Weekday::Mon, 1)?, 1),
    }
}

fn last_monday_of_may(year: i32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, 5, 31)?;
    shifted(last, -i64::from(last.weekday().num_days_from_monday()))
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
    use super::*;

    #[test]
    fn movable_feasts_fall_where_the_almanac_has_them() {
        let cases = [
            (Holiday::Easter, 1998, "1998-04-12"),
            (Holiday::Easter, 2024, "2024-03-31"),
            (Holiday::GoodFriday, 2021, "2021-04-02"),
            (Holiday::Pentecost, 2021, "2021-05-23"),
            (Holiday::Thanksgiving, 1989, "1989-11-23"),
            (Holiday::MemorialDay, 2021, "2021-05-31"),
            (Holiday::LaborDay, 2021, "2021-09-06"),
        ];
        for (holiday, year, day) in cases {
            assert_eq!(
                day_of(holiday, year).expect("a day").to_string(),
                day,
                "{holiday:?}"
            );
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

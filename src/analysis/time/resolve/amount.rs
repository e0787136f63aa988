//! Values of durations and sets, and of dates that cannot be told.

use chrono::Weekday;

use crate::analysis::time::meaning::{Part, Parts, VAGUE};
use crate::analysis::time::unit::{DayPart, Unit};

/// Returns the TIMEX3 value of a duration ("P2W", "PT30M", "PXY").
pub(super) fn duration(parts: &Parts) -> String {
    let unit = parts
        .get(Part::Unit)
        .and_then(Unit::of_code)
        .unwrap_or(Unit::Day);
    let count = parts.get(Part::Count).unwrap_or(VAGUE);
    let extra = parts.get(Part::Extra).unwrap_or(0);
    let mut value = period(
        unit,
        if count == VAGUE {
            VAGUE
        } else {
            count.saturating_add(extra)
        },
    );
    let second = parts.get(Part::SecondUnit).and_then(Unit::of_code);
    if let (Some(unit), Some(count)) = (second, parts.get(Part::SecondCount)) {
        let more = period(unit, count);
        let more = more.trim_start_matches('P');
        let more = if value.contains('T') {
            more.trim_start_matches('T')
        } else {
            more
        };
        value.push_str(more);
    }
    value
}

fn period(unit: Unit, count: i32) -> String {
    let (unit, factor) = match unit {
        Unit::Fortnight => (Unit::Week, 2),
        Unit::Quarter if count != VAGUE => (Unit::Month, 3),
        Unit::Half => (Unit::Month, 6),
        other => (other, 1),
    };
    let (time, letter) = unit.letters();
    if count == VAGUE {
        return format!("P{time}X{letter}");
    }
    if count % 100 == 50
        && let Some(half) = half_of(unit)
    {
        let whole = count / 100;
        let (half_time, rest) = half;
        return match whole {
            0 => format!("P{half_time}{rest}"),
            _ => format!("P{time}{whole}{letter}{rest}"),
        };
    }
    let count = i64::from(count) * factor;
    let (whole, rest) = (count / 100, count % 100);
    let fraction = match rest {
        0 => String::new(),
        rest if rest % 10 == 0 => format!(".{}", rest / 10),
        rest => format!(".{rest:02}"),
    };
    format!("P{time}{whole}{fraction}{letter}")
}

/// Half a unit in the next smaller one, its `T` apart.
fn half_of(unit: Unit) -> Option<(&'static str, &'static str)> {
    match unit {
        Unit::Year => Some(("", "6M")),
        Unit::Hour => Some(("T", "30M")),
        Unit::Minute => Some(("T", "30S")),
        Unit::Second
        | Unit::Day
        | Unit::Night
        | Unit::Weekend
        | Unit::Week
        | Unit::Fortnight
        | Unit::Month
        | Unit::Quarter
        | Unit::Season
        | Unit::Half
        | Unit::Decade
        | Unit::Century
        | Unit::Millennium => None,
    }
}

/// Returns the TIMEX3 value of what repeats ("P1W", "XXXX-WXX-1").
pub(super) fn set(parts: &Parts) -> String {
    let part = parts.get(Part::TimeOfDay).and_then(DayPart::of_code);
    let mut value = if let Some(weekday) = parts.get(Part::Weekday) {
        format!("XXXX-WXX-{weekday}")
    } else if let Some(month) = parts.get(Part::Month) {
        match parts.get(Part::Day) {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        }
    } else if let Some(season) = parts.get(Part::Season) {
        format!("XXXX-{}", season_letters(season))
    } else if let Some(unit) = parts.get(Part::Unit).and_then(Unit::of_code) {
        // What repeats is told in its own unit: every quarter, not every three months.
        let nth = parts
            .get(Part::Ordinal)
            .map(|ordinal| ordinal.saturating_mul(100));
        let mut parts = *parts;
        if let Some(count) = nth {
            parts.set(Part::Count, count);
        }
        return match parts.get(Part::Count) {
            Some(100) if unit == Unit::Quarter => "P1Q".to_owned(),
            _ => duration(&parts),
        };
    } else {
        "XXXX-XX-XX".to_owned()
    };
    if let Some(part) = part {
        value.push('T');
        value.push_str(part.letters());
    }
    value
}

pub(super) fn season_letters(season: i32) -> &'static str {
    match season {
        0 => "SP",
        1 => "SU",
        2 => "FA",
        _ => "WI",
    }
}

/// Returns the value of a date of which only the unit is known.
pub(super) fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Season => "XXXX-SX",
        Unit::Half => "XXXX-HX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
    }
}

/// Returns a weekday by its number, Monday 1 to Sunday 7.
pub(super) fn weekday(number: i32) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(number.checked_sub(1)?).ok()?).ok()
}

/// Returns the unit and count that a distance in hundredths is counted in.
///
/// "Two and a half years" is thirty months, "half an hour" no distance in days.
pub(in crate::analysis::time) fn whole_steps(unit: Unit, hundredths: i32) -> (Unit, i64) {
    let count = i64::from(hundredths);
    if count % 100 == 0 {
        return (unit, count / 100);
    }
    match unit {
        Unit::Year => (Unit::Month, count * 12 / 100),
        Unit::Month => (Unit::Day, count * 30 / 100),
        Unit::Week => (Unit::Day, count * 7 / 100),
        Unit::Decade => (Unit::Year, count / 10),
        Unit::Century => (Unit::Year, count),
        other => (other, count / 100),
    }
}

/// Returns the unit in which a date that far away is told.
pub(in crate::analysis::time) fn shown_unit(unit: Unit) -> Unit {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night => Unit::Day,
        Unit::Fortnight | Unit::Weekend => Unit::Week,
        Unit::Season | Unit::Half => Unit::Month,
        Unit::Decade | Unit::Century | Unit::Millennium => Unit::Year,
        Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => unit,
    }
}

//! In which grain a stretch can be told: which dates of the calendar its ends are.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, Timelike, Weekday};

use super::{Certainty, Grain};

/// Returns the grain of a stretch that is to be told in `grain`: that one if
/// the whole or one of its ends is a date of it, otherwise the next finer one
/// of which that is true.
///
/// A range of days from a Monday to a Sunday is one of weeks, and one of years
/// before Christ that makes a decade or century is that: EDTF writes them alike.
pub(super) fn settled(
    first: NaiveDateTime,
    last: NaiveDateTime,
    grain: Grain,
    certainty: Certainty,
) -> Grain {
    if grain < Grain::Day || !is_days(first, last) {
        return of_hours(first, last);
    }
    let (first, last) = (first.date(), last.date());
    let coarse = [
        Grain::Century,
        Grain::Decade,
        Grain::Year,
        Grain::Half,
        Grain::Quarter,
        Grain::Month,
    ];
    let told = coarse
        .into_iter()
        .filter(|told| *told <= grain)
        .find(|told| is_told(first, last, *told, certainty));
    match told {
        Some(Grain::Year) if !has_decades(first.year()) => [Grain::Century, Grain::Decade]
            .into_iter()
            .find(|told| is_whole_days(first, last, *told))
            .unwrap_or(Grain::Year),
        Some(told) => told,
        None => of_days(first, last),
    }
}

/// Says whether the stretch is one date of the grain.
pub(super) fn is_whole(first: NaiveDateTime, last: NaiveDateTime, grain: Grain) -> bool {
    let seconds = (last - first).num_seconds() + 1;
    match grain {
        Grain::Minute => first.second() == 0 && seconds == 60,
        Grain::Hour => first.minute() == 0 && first.second() == 0 && seconds == 3600,
        Grain::DayPart => first.date() == last.date(),
        Grain::Day
        | Grain::Weekend
        | Grain::Week
        | Grain::Month
        | Grain::Quarter
        | Grain::Half
        | Grain::Year
        | Grain::Decade
        | Grain::Century => is_days(first, last) && is_whole_days(first.date(), last.date(), grain),
    }
}

/// Says whether an interval may tell its first day as a date of the grain: one
/// that it begins, and that has ended by `last`.
pub(super) fn begins(
    first: NaiveDate,
    last: NaiveDate,
    grain: Grain,
    certainty: Certainty,
) -> bool {
    may_end(first, grain, certainty)
        && date_of(first, grain).is_some_and(|(begin, end)| begin == first && end <= last)
}

/// Says whether an interval may tell its last day as a date of the grain: one
/// that it ends, and that has not begun before `first`.
pub(super) fn ends(first: NaiveDate, last: NaiveDate, grain: Grain, certainty: Certainty) -> bool {
    may_end(last, grain, certainty)
        && date_of(last, grain).is_some_and(|(begin, end)| end == last && begin >= first)
}

/// Whether an interval may have a date of the grain that holds the day at an
/// end: nothing can be said of digits that are left open.
fn may_end(day: NaiveDate, grain: Grain, certainty: Certainty) -> bool {
    grain < Grain::Decade || (has_decades(day.year()) && certainty == Certainty::Exact)
}

/// Says whether the years are of those whose decades and centuries EDTF can write.
pub(super) fn has_decades(year: i32) -> bool {
    (0..=9999).contains(&year)
}

fn is_days(first: NaiveDateTime, last: NaiveDateTime) -> bool {
    first.num_seconds_from_midnight() == 0 && last.num_seconds_from_midnight() == 86_399
}

/// A minute, at most an hour, or longer.
fn of_hours(first: NaiveDateTime, last: NaiveDateTime) -> Grain {
    if is_whole(first, last, Grain::Minute) {
        Grain::Minute
    } else if (last - first).num_seconds() <= 3600 {
        Grain::Hour
    } else {
        Grain::DayPart
    }
}

fn of_days(first: NaiveDate, last: NaiveDate) -> Grain {
    match (first.weekday(), last.weekday()) {
        (Weekday::Mon, Weekday::Sun) => Grain::Week,
        (Weekday::Sat, Weekday::Sun) => Grain::Weekend,
        _ => Grain::Day,
    }
}

/// Whether the whole is a date of the grain, or may be told with one at an end;
/// no interval has quarters or half-years there.
fn is_told(first: NaiveDate, last: NaiveDate, grain: Grain, certainty: Certainty) -> bool {
    let at_an_end = || begins(first, last, grain, certainty) || ends(first, last, grain, certainty);
    is_whole_days(first, last, grain)
        || (!matches!(grain, Grain::Quarter | Grain::Half) && at_an_end())
}

fn is_whole_days(first: NaiveDate, last: NaiveDate, grain: Grain) -> bool {
    let length = (last - first).num_days() + 1;
    match grain {
        Grain::Week => first.weekday() == Weekday::Mon && length == 7,
        Grain::Weekend => first.weekday() == Weekday::Sat && length == 2,
        Grain::Quarter => {
            // Of the calendar, or a season.
            first.day() == 1 && first.month() % 3 != 2 && lasts(first, last, 3)
        }
        Grain::Century => {
            date_of(first, grain) == Some((first, last))
                || (first.ordinal() == 1
                    && first.year().rem_euclid(1000) == 0
                    && lasts(first, last, 12_000))
        }
        Grain::Minute
        | Grain::Hour
        | Grain::DayPart
        | Grain::Day
        | Grain::Month
        | Grain::Half
        | Grain::Year
        | Grain::Decade => date_of(first, grain) == Some((first, last)),
    }
}

fn lasts(first: NaiveDate, last: NaiveDate, months: u32) -> bool {
    let after = first.checked_add_months(Months::new(months));
    after.and_then(|after| after.pred_opt()) == Some(last)
}

/// The date of the grain that holds the day, by its own first and last day;
/// weeks and quarters, which no interval is told in, count as their days.
fn date_of(day: NaiveDate, grain: Grain) -> Option<(NaiveDate, NaiveDate)> {
    let year = day.year();
    let (year, month, months) = match grain {
        Grain::Minute
        | Grain::Hour
        | Grain::DayPart
        | Grain::Day
        | Grain::Weekend
        | Grain::Week
        | Grain::Quarter => return Some((day, day)),
        Grain::Month => (year, day.month(), 1),
        Grain::Half => (year, day.month0() / 6 * 6 + 1, 6),
        Grain::Year => (year, 1, 12),
        Grain::Decade => (year.div_euclid(10) * 10, 1, 120),
        Grain::Century => (year.div_euclid(100) * 100, 1, 1200),
    };
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let after = first.checked_add_months(Months::new(months))?;
    Some((first, after.checked_sub_days(Days::new(1))?))
}

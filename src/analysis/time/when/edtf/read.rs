//! Reads what printing writes.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use super::{HALF, QUARTER, SPRING};
use crate::analysis::time::when::{Certainty, Grain, Known, Modifier, When};

impl When {
    /// Reads what printing writes, as [`When::as_printed`] says; `None` for anything else.
    ///
    /// The grain is the one the date is written in; an interval of days from a
    /// Monday to a Sunday has the grain of weeks.
    ///
    /// ```
    /// use newsreader::analysis::time::{Known, When};
    /// let winter = When::parse("2021-24", Known::Written).unwrap();
    /// assert_eq!(winter.first_day().to_string(), "2021-12-01");
    /// assert_eq!(winter.to_string(), "2021-24");
    /// ```
    pub fn parse(edtf: &str, known: Known) -> Option<Self> {
        let named = |date| single(date, known);
        if let Some(set) = edtf.strip_prefix('[') {
            let set = set.strip_suffix(']')?;
            return match (set.strip_prefix(".."), set.strip_suffix("..")) {
                (Some(date), _) => Some(named(date)?.with_modifier(Modifier::OnOrBefore)),
                (None, Some(date)) => Some(named(date)?.with_modifier(Modifier::OnOrAfter)),
                (None, None) => None,
            };
        }
        match edtf.split_once('/') {
            Some(("..", date)) => Some(named(date)?.with_modifier(Modifier::Before)),
            Some((date, "..")) => Some(named(date)?.with_modifier(Modifier::After)),
            Some((first, last)) => {
                let ((first, one), (last, other)) = (certainty(first), certainty(last));
                match interval(first, last, known) {
                    Some(when) => Some(when.with_certainty(one.max(other))),
                    None => rough(edtf, known),
                }
            }
            None => {
                let (date, certainty) = certainty(edtf);
                match named(date) {
                    Some(when) => Some(when.with_certainty(certainty)),
                    None => rough(edtf, known),
                }
            }
        }
    }
}

/// Takes the mark off the end of a date.
fn certainty(date: &str) -> (&str, Certainty) {
    if let Some(date) = date.strip_suffix('~') {
        (date, Certainty::Approximate)
    } else if let Some(date) = date.strip_suffix('?') {
        (date, Certainty::Uncertain)
    } else {
        (date, Certainty::Exact)
    }
}

/// Reads dates with a mark before their last part: of the dates and thirds
/// that begin about there, the one that prints so.
fn rough(edtf: &str, known: Known) -> Option<When> {
    let certainty = match edtf.chars().find(|mark| matches!(mark, '~' | '?'))? {
        '?' => Certainty::Uncertain,
        _ => Certainty::Approximate,
    };
    let plain = edtf.replace(['~', '?'], "");
    let first = plain.split('/').next()?;
    let first = single(first, known)?;
    let thirds = [
        None,
        Some(Modifier::Start),
        Some(Modifier::Mid),
        Some(Modifier::End),
    ];
    named_around(first.first_day(), first.grain, known)
        .into_iter()
        .flatten()
        .flat_map(|named| thirds.map(|third| (named.with_certainty(certainty), third)))
        .map(|(when, third)| third.map_or(when, |third| when.with_modifier(third)))
        .find(|when| when.to_string() == edtf)
}

/// The dates around a day whose thirds are told in days, months or years.
fn named_around(day: NaiveDate, told: Grain, known: Known) -> [Option<When>; 4] {
    let (year, month) = (day.year(), day.month());
    let years = |count: i32, grain| {
        When::years(
            year.div_euclid(count) * count,
            count.unsigned_abs(),
            grain,
            known,
        )
    };
    let months = |first: u32, count, grain| When::months(year, first, count, grain, known);
    if told >= Grain::Year {
        return [
            years(10, Grain::Decade),
            years(100, Grain::Century),
            years(1000, Grain::Century),
            None,
        ];
    }
    if told == Grain::Month {
        // January and February belong to the winter of the year before.
        let (spring, season) = match month {
            1 | 2 => (year - 1, 12),
            month => (year, month / 3 * 3),
        };
        return [
            When::months(spring, season, 3, Grain::Quarter, known),
            months((month - 1) / 3 * 3 + 1, 3, Grain::Quarter),
            months((month - 1) / 6 * 6 + 1, 6, Grain::Half),
            When::year(year, known),
        ];
    }
    let week = || {
        let monday = day.week(chrono::Weekday::Mon).checked_first_day()?;
        let sunday = day.week(chrono::Weekday::Mon).checked_last_day()?;
        When::days(monday, sunday, Grain::Week, known)
    };
    [When::month(year, month, known), week(), None, None]
}

fn single(date: &str, known: Known) -> Option<When> {
    if let Some((date, time)) = date.split_once('T') {
        let (hour, minute) = time.split_once(':')?;
        let first = read_day(date)?.and_hms_opt(two_digits(hour)?, two_digits(minute)?, 0)?;
        let last = first.checked_add_signed(Duration::seconds(59))?;
        return When::stretch(first, last, Grain::Minute, known);
    }
    if let Some(date) = read_day(date) {
        return Some(When::day(date, known));
    }
    if let Some(millennium) = date.strip_suffix("XXX") {
        return When::years(digits(millennium, 1)? * 1000, 1000, Grain::Century, known);
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
        Some(part) => part_of_year(year, two_digits(part)?, known),
    }
}

/// A month, or what ISO 8601-2 numbers beyond the months.
fn part_of_year(year: i32, part: u32, known: Known) -> Option<When> {
    let months = |first, count, grain| When::months(year, first, count, grain, known);
    match part {
        month @ 1..=12 => When::month(year, month, known),
        season @ 21..=24 => months((season - SPRING + 1) * 3, 3, Grain::Quarter),
        quarter @ 33..=36 => months((quarter - QUARTER) * 3 + 1, 3, Grain::Quarter),
        half @ 40..=41 => months((half - HALF) * 6 + 1, 6, Grain::Half),
        _ => None,
    }
}

fn interval(first: &str, last: &str, known: Known) -> Option<When> {
    if let (Some(first), Some(last)) = (read_second(first), read_second(last)) {
        return When::stretch(first, last, Grain::DayPart, known);
    }
    let (first, last) = (single(first, known)?, single(last, known)?);
    let is_end = |when: &When| {
        // No interval of EDTF has a quarter at its end.
        let is_numbered = matches!(when.grain, Grain::Quarter | Grain::Half);
        when.grain >= Grain::Day && !is_numbered
    };
    let grain = first.grain.max(last.grain);
    (is_end(&first) && is_end(&last))
        .then(|| When::stretch(first.earliest(), last.latest(), grain, known))?
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

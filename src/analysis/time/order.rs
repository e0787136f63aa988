//! Whether the numeric dates of a document put the day or the month first.
//!
//! A document keeps to one order. A number above twelve betrays it; else the
//! document's own date does, or the way it writes dates in words.

use chrono::{Datelike, NaiveDate};

use super::find::Found;
use super::meaning::Part;
use super::rule::Rules;

/// Which number comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    MonthDay,
    DayMonth,
}

/// Turns around the numeric dates that were read month first, where the
/// document writes the day first.
pub(super) fn decide(found: &mut [Found], published: Option<NaiveDate>, rules: &Rules) {
    let name = |found: &Found| rules.rules[usize::from(found.rule)].name;
    let is_open = |found: &Found| name(found) == "numeric-date" && day(found) <= 12;
    if !found.iter().any(is_open) {
        return;
    }
    let votes = found.iter().map(|found| match name(found) {
        "numeric-date-day-first" if month(found) <= 12 && day(found) > 12 => (0, 1, 0),
        "numeric-date" if day(found) > 12 => (1, 0, 0),
        "numeric-date" => (0, 0, published.map_or(0, |published| on(found, published))),
        _ => (0, 0, 0),
    });
    let (month_first, day_first, own) = votes.fold((0, 0, 0), |sum, vote| {
        (sum.0 + vote.0, sum.1 + vote.1, sum.2 + vote.2)
    });
    let order = match (month_first, day_first) {
        (0, 0) if own != 0 => first(own < 0),
        (0, 0) => in_words(found, rules),
        (month_first, day_first) => first(month_first >= day_first),
    };
    if order == Order::MonthDay {
        return;
    }
    for date in found.iter_mut().filter(|found| is_open(found)) {
        let (day, month) = (day(date), month(date));
        date.parts.set(Part::Day, month);
        date.parts.set(Part::MonthNumber, day);
    }
}

fn first(is_month: bool) -> Order {
    if is_month {
        Order::MonthDay
    } else {
        Order::DayMonth
    }
}

fn day(found: &Found) -> i32 {
    found.parts.get(Part::Day).unwrap_or(0)
}

fn month(found: &Found) -> i32 {
    found.parts.get(Part::MonthNumber).unwrap_or(0)
}

/// 1 where the date is the document's own with the day first, -1 with the month first.
fn on(found: &Found, published: NaiveDate) -> i32 {
    let (first, second) = (month(found), day(found));
    let own = (published.month() as i32, published.day() as i32);
    i32::from((second, first) == own) - i32::from((first, second) == own)
}

/// As the document writes its dates in words: "13 August" or "August 13".
fn in_words(found: &[Found], rules: &Rules) -> Order {
    let count = |prefix: &str| {
        let names = found
            .iter()
            .map(|found| rules.rules[usize::from(found.rule)].name);
        names.filter(|name| name.starts_with(prefix)).count()
    };
    first(count("month-day") >= count("day-month"))
}

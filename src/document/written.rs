//! Dates as they are written in metadata and at the head of a text.
//!
//! Only full calendar dates and only the common ways of writing them: what a
//! text says about time in earnest is the analysis' business.

use chrono::{Datelike, NaiveDate, Weekday};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "monday"),
    (Weekday::Tue, "tuesday"),
    (Weekday::Wed, "wednesday"),
    (Weekday::Thu, "thursday"),
    (Weekday::Fri, "friday"),
    (Weekday::Sat, "saturday"),
    (Weekday::Sun, "sunday"),
];

/// Years that newspapers have been printed in.
const YEARS: std::ops::RangeInclusive<i32> = 1600..=2200;

/// Reads a whole value as a date: ISO 8601, RFC 2822, `5 March 2021`,
/// `March 5, 2021`, `20210305`, `05.03.2021`; a time of day is left aside.
///
/// `None` when the value is no date or not a whole one, and for `4/5/2021`,
/// which two halves of the world read differently.
pub fn date(value: &str) -> Option<NaiveDate> {
    let value = value.trim();
    if value.len() > 80 {
        return None;
    }
    numeric(value).or_else(|| first(value).map(|found| found.date))
}

/// A full date found in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub date: NaiveDate,
    /// Bytes of the text, from the weekday or first number to the year.
    pub start: usize,
    pub end: usize,
}

/// Finds the first full date of a short text: `March 5, 2021`, `Friday, 5th of March 2021`, `2021-03-05`.
///
/// A weekday beside it that does not fit the calendar takes the date back.
pub fn first(text: &str) -> Option<Found> {
    let words = words(text);
    (0..words.len()).find_map(|index| {
        let (date, count) = at(&words[index..])?;
        let before = index.checked_sub(1).map(|before| words[before].0);
        let named = before.and_then(weekday);
        let fits = named.is_none_or(|named| named == date.weekday());
        let start = words[index - usize::from(named.is_some())].1;
        let (word, offset) = words[index + count - 1];
        fits.then_some(Found {
            date,
            start,
            end: offset + word.len(),
        })
    })
}

/// Returns month and day of a text that opens with them and has no year ("March 5", "Aug. 15").
pub fn month_day(text: &str) -> Option<(u32, u32)> {
    let words = words(text);
    let (first, second) = (words.first()?.0, words.get(1)?.0);
    month(first)
        .zip(day(second))
        .or_else(|| month(second).zip(day(first)))
}

/// Returns the years that stand in a text as numbers of four digits.
pub fn years(text: &str) -> impl Iterator<Item = i32> {
    words(text).into_iter().filter_map(|(word, _)| year(word))
}

/// Words with letters or digits, and where they begin.
fn words(text: &str) -> Vec<(&str, usize)> {
    let base = text.as_ptr() as usize;
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "of")
        .map(|word| (word, word.as_ptr() as usize - base))
        .collect()
}

/// Reads the date the words begin with, and how many of them it takes.
fn at(words: &[(&str, usize)]) -> Option<(NaiveDate, usize)> {
    let word = |index: usize| words.get(index).map_or("", |word| word.0);
    let (year, month, day) = if let Some(month) = month(word(0)) {
        (year(word(2))?, month, day(word(1))?)
    } else if let Some(month) = month(word(1)) {
        (year(word(2))?, month, day(word(0))?)
    } else if word(0).len() == 4 && word(1).len() == 2 && word(2).len() >= 2 {
        // "2021-03-05T10:00" cuts to "05T10"
        let day = word(2).split(['T', 't']).next()?;
        (year(word(0))?, word(1).parse().ok()?, day.parse().ok()?)
    } else {
        return None;
    };
    Some((NaiveDate::from_ymd_opt(year, month, day)?, 3))
}

/// Values made of numbers alone.
fn numeric(value: &str) -> Option<NaiveDate> {
    let head: String = value
        .chars()
        .take_while(|character| character.is_ascii_digit() || "-/.".contains(*character))
        .collect();
    let parts: Vec<&str> = head.split(['-', '/', '.']).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    match parts[..] {
        [compact] if compact.len() == 8 => NaiveDate::from_ymd_opt(
            year(&compact[..4])?,
            number(&compact[4..6])?,
            number(&compact[6..])?,
        ),
        [first, month, day] if first.len() == 4 => {
            NaiveDate::from_ymd_opt(year(first)?, number(month)?, number(day)?)
        }
        [day, month, last] if last.len() == 4 => {
            let (day, month) = (number(day)?, number(month)?);
            let (day, month) = match (head.contains('/'), day > 12, month > 12) {
                (false, _, _) | (true, true, false) => (day, month),
                (true, false, true) => (month, day),
                (true, _, _) => return None,
            };
            NaiveDate::from_ymd_opt(year(last)?, month, day)
        }
        _ => None,
    }
}

fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = is_year.then(|| word.parse().ok()).flatten()?;
    YEARS.contains(&year).then_some(year)
}

fn month(word: &str) -> Option<u32> {
    let position = MONTHS.iter().position(|name| abbreviates(word, name))?;
    u32::try_from(position + 1).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    let is_named = |(_, name): &&(Weekday, &str)| abbreviates(word, name);
    WEEKDAYS.iter().find(is_named).map(|(weekday, _)| *weekday)
}

/// Whether a capitalised word is a name or its first letters, three at least.
fn abbreviates(word: &str, name: &str) -> bool {
    let length = word.len();
    let is_long_enough = length == name.len() || (3..=4).contains(&length);
    is_long_enough
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && name
            .get(..length)
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn day(word: &str) -> Option<u32> {
    let digits = word
        .strip_suffix("st")
        .or_else(|| word.strip_suffix("nd"))
        .or_else(|| word.strip_suffix("rd"))
        .or_else(|| word.strip_suffix("th"))
        .unwrap_or(word);
    let number = digits.parse().ok()?;
    ((1..=2).contains(&digits.len()) && (1..=31).contains(&number)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: &str) {
        let found = date(value).map_or_else(String::new, |date| date.to_string());
        assert_eq!(found, expected, "of {value:?}");
    }

    #[test]
    fn the_common_ways_of_writing_a_date_are_read() {
        for value in [
            "2021-08-14",
            "2021-08-14T09:05:01Z",
            "2021-08-14 9:05:01 -0400",
            "2021/8/14",
            "20210814",
            "14.08.2021",
            "8/14/2021",
            "14/8/2021",
            "14 August 2021",
            "August 14, 2021",
            "Aug. 14, 2021 at 5 p.m.",
            "Sat, 14 Aug 2021 09:05:01 +0000",
            "Saturday, the 14th of August 2021",
        ] {
            check(value, "2021-08-14");
        }
    }

    #[test]
    fn what_is_no_whole_date_is_none() {
        for value in [
            "",
            "2021",
            "2021-08",
            "August 2021",
            "4/5/2021",
            "2021-13-40",
            "99999999",
            "31 February 2021",
            "Friday, 14 August 2021",
            "soon",
        ] {
            check(value, "");
        }
    }

    #[test]
    fn a_date_is_found_where_it_stands() {
        let text = "Published Friday, 5 March 2021 by A.";
        let found = first(text).expect("a date");
        assert_eq!(&text[found.start..found.end], "Friday, 5 March 2021");
        assert_eq!(
            first("on August 6 when 2021 began").map(|found| found.date),
            None
        );
    }
}

//! A date in its own grain, and the marks that say how it is known.

use chrono::{Datelike, Days, NaiveDate, Timelike};

use crate::analysis::time::{Certainty, Grain, Known, When};
use crate::corpus::timeline::year_label;

/// Columns that hold every [`day_label`] of the years one reads about.
pub const DATE_COLUMNS: usize = 11;

/// Writes the days a date covers, without the year unless it is all there is:
/// "Fri  6 Aug", "2–8 Aug", "Aug", "Jun–Aug", "2021", "1990s".
pub fn day_label(when: &When) -> String {
    label(when, DATE_COLUMNS)
}

fn label(when: &When, columns: usize) -> String {
    let (first, last) = (when.first_day(), when.last_day());
    if first == last {
        return first.format("%a %e %b").to_string();
    }
    if when.grain == Grain::Decade && first.year() % 10 == 0 {
        return format!("{}s", year_label(first.year()));
    }
    let months = months_between(first, last);
    let whole_months = first.day() == 1 && is_last_of_month(last);
    match (months, whole_months) {
        (0, true) => first.format("%b").to_string(),
        (0, false) => format!("{}–{}", first.day(), last.format("%-d %b")),
        (11, true) if first.month() == 1 => year_label(first.year()),
        (1..=11, true) => format!("{}–{}", first.format("%b"), last.format("%b")),
        (1..=11, false) => two_days(first, last, columns),
        _ => format!("{}–{}", year_label(first.year()), year_label(last.year())),
    }
}

/// Writes the time of day where one is known: "14:05", "14:00–17:59".
pub fn time_label(when: &When) -> Option<String> {
    let (from, until) = (when.earliest(), when.latest());
    if when.grain >= Grain::Day || from.date() != until.date() {
        return None;
    }
    let start = format!("{:02}:{:02}", from.hour(), from.minute());
    if when.grain == Grain::Minute || (from.hour(), from.minute()) == (until.hour(), until.minute())
    {
        return Some(start);
    }
    Some(format!("{start}–{:02}:{:02}", until.hour(), until.minute()))
}

/// Writes a date with its year: "Fri 6 Aug 2021", "2–8 Aug 2021", "Aug 2021", "2013–2021".
pub fn full_label(when: &When) -> String {
    let days = label(when, usize::MAX).replace("  ", " ");
    if tells_year(&days) {
        days
    } else {
        format!("{days} {}", year_label(when.first_day().year()))
    }
}

/// Says whether a label of days holds the year already.
pub fn tells_year(label: &str) -> bool {
    label.ends_with(|last: char| last.is_ascii_digit() || matches!(last, 's' | 'C'))
}

/// Writes the span from one day to another, as coarse as it stays telling:
/// "13 Aug 2021", "May – Sep 2021", "1979 – 2021".
pub fn span_label(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        return first.format("%-d %b %Y").to_string();
    }
    if first.year() != last.year() {
        return format!("{} – {}", year_label(first.year()), year_label(last.year()));
    }
    if first.month() != last.month() {
        return format!("{} – {}", first.format("%b"), last.format("%b %Y"));
    }
    format!("{} – {}", first.day(), last.format("%-d %b %Y"))
}

/// Says how sure the stretch is: `~` coarse or approximate, `?` guessed, otherwise a blank.
pub fn rough_mark(when: &When) -> char {
    match when.certainty {
        Certainty::Uncertain => '?',
        Certainty::Approximate => '~',
        Certainty::Exact if when.is_rough() => '~',
        Certainty::Exact => ' ',
    }
}

/// Says how the date is known: `●` written, `◆` computed, `◇` carried, `○` the article's own.
pub fn known_mark(known: Known) -> char {
    match known {
        Known::Set | Known::Written => '●',
        Known::Computed => '◆',
        Known::Carried => '◇',
        Known::Published | Known::Inferred => '○',
    }
}

/// Says the same in words, for those who do not know the marks yet.
pub fn known_words(known: Known) -> &'static str {
    match known {
        Known::Set => "set by you",
        Known::Written => "written in the text",
        Known::Computed => "counted from the article's date",
        Known::Carried => "taken from a sentence nearby",
        Known::Published => "the article's own date",
        Known::Inferred => "the article's date, itself inferred",
    }
}

fn two_days(first: NaiveDate, last: NaiveDate, columns: usize) -> String {
    let spaced = format!("{}–{}", first.format("%-d %b"), last.format("%-d %b"));
    if spaced.chars().count() <= columns {
        spaced
    } else {
        spaced.replace(' ', "")
    }
}

/// Returns how many turns of the month lie between two days.
fn months_between(first: NaiveDate, last: NaiveDate) -> i64 {
    let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    count(last) - count(first)
}

fn is_last_of_month(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(1))
        .is_none_or(|next| next.day() == 1)
}

#[cfg(test)]
mod tests {
    use super::{DATE_COLUMNS, day_label, full_label, rough_mark, span_label, time_label};
    use crate::analysis::time::{Certainty, Grain, Known, When};
    use chrono::NaiveDate;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    }

    fn days(first: NaiveDate, last: NaiveDate, grain: Grain) -> When {
        When::days(first, last, grain, Known::Written).expect("in order")
    }

    #[test]
    fn a_date_is_written_in_its_own_grain() {
        let check =
            |first: (i32, u32, u32), last: (i32, u32, u32), grain, short: &str, full: &str| {
                let when = days(
                    date(first.0, first.1, first.2),
                    date(last.0, last.1, last.2),
                    grain,
                );
                assert_eq!(
                    (day_label(&when).as_str(), full_label(&when).as_str()),
                    (short, full)
                );
                assert!(day_label(&when).chars().count() <= DATE_COLUMNS, "{short}");
            };
        check(
            (2021, 8, 6),
            (2021, 8, 6),
            Grain::Day,
            "Fri  6 Aug",
            "Fri 6 Aug 2021",
        );
        check(
            (2021, 8, 2),
            (2021, 8, 8),
            Grain::Week,
            "2–8 Aug",
            "2–8 Aug 2021",
        );
        check(
            (2021, 7, 30),
            (2021, 8, 2),
            Grain::Day,
            "30Jul–2Aug",
            "30 Jul–2 Aug 2021",
        );
        check(
            (2021, 11, 29),
            (2021, 12, 30),
            Grain::Day,
            "29Nov–30Dec",
            "29 Nov–30 Dec 2021",
        );
        check((2021, 8, 1), (2021, 8, 31), Grain::Month, "Aug", "Aug 2021");
        check(
            (2021, 6, 1),
            (2021, 8, 31),
            Grain::Quarter,
            "Jun–Aug",
            "Jun–Aug 2021",
        );
        check(
            (2020, 12, 1),
            (2021, 2, 28),
            Grain::Quarter,
            "Dec–Feb",
            "Dec–Feb 2020",
        );
        check((2021, 1, 1), (2021, 12, 31), Grain::Year, "2021", "2021");
        check(
            (1990, 1, 1),
            (1999, 12, 31),
            Grain::Decade,
            "1990s",
            "1990s",
        );
        check(
            (2013, 8, 15),
            (2021, 8, 25),
            Grain::Day,
            "2013–2021",
            "2013–2021",
        );
    }

    #[test]
    fn a_time_of_day_is_written_where_it_is_known() {
        let at = |hour, minute, second| {
            date(2021, 8, 12)
                .and_hms_opt(hour, minute, second)
                .expect("a time")
        };
        let check = |from, until, grain, expected: Option<&str>| {
            let when = When::stretch(from, until, grain, Known::Written).expect("in order");
            assert_eq!(time_label(&when).as_deref(), expected);
        };
        check(at(14, 5, 0), at(14, 5, 59), Grain::Minute, Some("14:05"));
        check(
            at(18, 0, 0),
            at(23, 59, 59),
            Grain::DayPart,
            Some("18:00–23:59"),
        );
        check(at(0, 0, 0), at(23, 59, 59), Grain::Day, None);
    }

    #[test]
    fn a_month_is_rough_and_a_day_is_not() {
        let day = When::day(date(2021, 8, 6), Known::Written);
        let month = When::month(2021, 8, Known::Written).expect("a month");
        assert_eq!(rough_mark(&day), ' ');
        assert_eq!(rough_mark(&day.with_certainty(Certainty::Uncertain)), '?');
        assert_eq!(rough_mark(&month), '~');
    }

    #[test]
    fn a_span_is_as_coarse_as_it_stays_telling() {
        let check = |first, last, expected: &str| assert_eq!(span_label(first, last), expected);
        check(date(2021, 8, 6), date(2021, 8, 6), "6 Aug 2021");
        check(date(2021, 8, 6), date(2021, 8, 15), "6 – 15 Aug 2021");
        check(date(2021, 5, 1), date(2021, 9, 1), "May – Sep 2021");
        check(date(1979, 5, 1), date(2021, 9, 1), "1979 – 2021");
    }
}

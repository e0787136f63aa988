//! A date in its own grain, and the marks that say how it is known.

use chrono::{Datelike, Days, NaiveDate, Timelike};

use crate::analysis::time::{Certainty, Grain, Known, Modifier, When};
use crate::corpus::timeline::{heading, modified, year_label, years_label};
use crate::corpus::{Corpus, Event};

/// Columns that hold every [`day_label`] of the years one reads about.
pub const DATE_COLUMNS: usize = 11;

/// Writes the days a date covers, without the year unless it is all there is:
/// "Fri  6 Aug", "2–8 Aug", "Aug", "Jun–Aug", "2021", "1990s", "early Aug",
/// "c. 6 Aug". Where there is no room for the modifier the days tell what it
/// says, beside the [`rough_mark`].
pub fn day_label(when: &When) -> String {
    let Some(modifier) = when.modifier() else {
        return days_label(when, DATE_COLUMNS);
    };
    let named = when.named();
    let with_modifier = match named.grain {
        Grain::Minute | Grain::Hour | Grain::DayPart => None,
        Grain::Day | Grain::Weekend | Grain::Week if modifier.is_part() => None,
        Grain::Day | Grain::Weekend | Grain::Week => {
            let days = without_weekday(&named);
            Some(shortly(modifier, &days))
        }
        Grain::Month
        | Grain::Quarter
        | Grain::Half
        | Grain::Year
        | Grain::Decade
        | Grain::Century => {
            let date = days_label(&named, DATE_COLUMNS);
            let long = modified(modifier, &date);
            Some(long)
                .filter(|long| fits(long))
                .or_else(|| Some(shortly(modifier, &date)))
        }
    };
    // "Jan–Apr" of a year too long to stand there would lose the year.
    let otherwise = if named.grain == Grain::Year {
        &named
    } else {
        when
    };
    with_modifier
        .filter(|label| fits(label))
        .unwrap_or_else(|| days_label(otherwise, DATE_COLUMNS))
}

fn fits(label: &str) -> bool {
    label.chars().count() <= DATE_COLUMNS
}

/// Puts a modifier before a date as short as scholars do: "c. 16 Aug", "bef. 490 BC".
fn shortly(modifier: Modifier, date: &str) -> String {
    match modifier {
        Modifier::Before => format!("bef. {date}"),
        Modifier::After => format!("aft. {date}"),
        Modifier::Approx
        | Modifier::LessThan
        | Modifier::MoreThan
        | Modifier::EqualOrLess
        | Modifier::EqualOrMore => format!("c. {date}"),
        Modifier::Start
        | Modifier::Mid
        | Modifier::End
        | Modifier::OnOrBefore
        | Modifier::OnOrAfter => modified(modifier, date),
    }
}

fn without_weekday(when: &When) -> String {
    let day = when.first_day();
    if day == when.last_day() {
        day.format("%-d %b").to_string()
    } else {
        days_label(when, DATE_COLUMNS)
    }
}

/// Writes the days from the first to the last, whatever words gave them.
fn days_label(when: &When, columns: usize) -> String {
    let (first, last) = (when.first_day(), when.last_day());
    if first == last {
        return first.format("%a %e %b").to_string();
    }
    let years = last.year() - first.year();
    if when.grain == Grain::Decade && first.year() > 0 && first.year() % 10 == 0 && years == 9 {
        return format!("{}s", year_label(first.year()));
    }
    // "Early in the 20th century" is the 1900s to the 1930s.
    if when.grain == Grain::Century && first.year() > 0 && !matches!(years, 99 | 999) {
        let decade = |year: i32| format!("{}s", year / 10 * 10);
        return format!("{}–{}", decade(first.year()), decade(last.year()));
    }
    let months = months_between(first, last);
    let whole_months = first.day() == 1 && is_last_of_month(last);
    match (months, whole_months) {
        (0, true) => first.format("%b").to_string(),
        (0, false) => format!("{}–{}", first.day(), last.format("%-d %b")),
        (11, true) if first.month() == 1 => year_label(first.year()),
        (1..=11, true) => format!("{}–{}", first.format("%b"), last.format("%b")),
        (1..=11, false) => two_days(first, last, columns),
        _ => years_label(first.year(), last.year()),
    }
}

/// Writes the time of day where one is known: "14:05", "14:00–17:59".
pub fn time_label(when: &When) -> Option<String> {
    let (from, until) = (when.earliest(), when.latest());
    if when.grain >= Grain::Day {
        return third_of_day(when).map(str::to_owned);
    }
    if from.date() != until.date() {
        return None;
    }
    let start = format!("{:02}:{:02}", from.hour(), from.minute());
    if when.grain == Grain::Minute || (from.hour(), from.minute()) == (until.hour(), until.minute())
    {
        return Some(start);
    }
    Some(format!("{start}–{:02}:{:02}", until.hour(), until.minute()))
}

/// The word for "early on Friday", where the day is all that is known.
fn third_of_day(when: &When) -> Option<&'static str> {
    if when.grain != Grain::Day {
        return None;
    }
    match when.modifier()? {
        Modifier::Start => Some("early"),
        Modifier::Mid => Some("midday"),
        Modifier::End => Some("late"),
        Modifier::Approx
        | Modifier::LessThan
        | Modifier::MoreThan
        | Modifier::EqualOrLess
        | Modifier::EqualOrMore
        | Modifier::Before
        | Modifier::After
        | Modifier::OnOrBefore
        | Modifier::OnOrAfter => None,
    }
}

/// Writes a date with its year: "Fri 6 Aug 2021", "2–8 Aug 2021", "Aug 2021", "2013–2021",
/// "early Aug 2021", "about 1990".
pub fn full_label(when: &When) -> String {
    if when.modifier().is_some() && when.grain >= Grain::Day {
        return heading(when);
    }
    with_year(days_label(when, usize::MAX).replace("  ", " "), when)
}

/// Writes a date with its year, shorter than [`full_label`] where that has more
/// than so many columns.
pub fn full_label_within(when: &When, columns: usize) -> String {
    let full = full_label(when);
    if full.chars().count() <= columns || when.modifier().is_none() {
        full
    } else {
        with_year(day_label(when).replace("  ", " "), when)
    }
}

fn with_year(days: String, when: &When) -> String {
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

/// Lists the dates the reports of an event give where they differ, each once,
/// in order; empty where they agree, or the user has set the date.
pub fn differing(corpus: &Corpus, event: &Event) -> Vec<String> {
    if event.reports.len() < 2 || event.when.known == Known::Set {
        return Vec::new();
    }
    let whens = event.reports.iter().filter_map(|id| {
        let article = corpus.article(id.article)?;
        let report = article.analysis.reports.get(id.index as usize)?;
        Some(report.when)
    });
    let mut whens: Vec<When> = whens.collect();
    whens.sort_by_key(When::order);
    let mut dates: Vec<String> = whens.iter().map(full_label).collect();
    dates.dedup();
    if dates.len() < 2 { Vec::new() } else { dates }
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
    use super::{
        DATE_COLUMNS, day_label, full_label, full_label_within, rough_mark, span_label, time_label,
    };
    use crate::analysis::time::{Certainty, Grain, Known, Modifier, When};
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
    fn a_modifier_is_written_where_there_is_room_and_told_by_the_days_where_not() {
        use Modifier::{After, Approx, Before, End, Mid, OnOrAfter, OnOrBefore, Start};
        for (named, modifier, short, within, full) in [
            (
                "2021-05",
                Start,
                "early May",
                "early May 2021",
                "early May 2021",
            ),
            ("2001", Mid, "mid-2001", "mid-2001", "mid-2001"),
            ("2001", End, "late 2001", "late 2001", "late 2001"),
            ("199X", Start, "early 1990s", "early 1990s", "early 1990s"),
            (
                "19XX",
                Start,
                "1900s–1930s",
                "1900s–1930s",
                "early 20th century",
            ),
            ("2021-22", Start, "Jun", "Jun 2021", "early summer 2021"),
            (
                "2021-24",
                End,
                "Feb",
                "late winter 2021",
                "late winter 2021",
            ),
            ("2021-35", End, "Sep", "late Q3 2021", "late Q3 2021"),
            (
                "2021-08-02/2021-08-08",
                End,
                "6–8 Aug",
                "6–8 Aug 2021",
                "about 6–8 Aug 2021",
            ),
            (
                "2021-08-13",
                End,
                "Fri 13 Aug",
                "Fri 13 Aug 2021",
                "late Fri 13 Aug 2021",
            ),
            ("1990", Approx, "about 1990", "about 1990", "about 1990"),
            ("-0489", Approx, "c. 490 BC", "about 490 BC", "about 490 BC"),
            ("-0479", Start, "480 BC", "early 480 BC", "early 480 BC"),
            (
                "-0490/-0481",
                Start,
                "491–488 BC",
                "early 491–482 BC",
                "early 491–482 BC",
            ),
            (
                "2021-08-13",
                Approx,
                "c. 13 Aug",
                "c. 13 Aug 2021",
                "about Fri 13 Aug 2021",
            ),
            (
                "2021-08-02/2021-08-08",
                Approx,
                "c. 2–8 Aug",
                "c. 2–8 Aug 2021",
                "about 2–8 Aug 2021",
            ),
            ("1990", Before, "before 1990", "before 1990", "before 1990"),
            (
                "-0489",
                Before,
                "bef. 490 BC",
                "before 490 BC",
                "before 490 BC",
            ),
            (
                "2021-08-16",
                Before,
                "bef. 16 Aug",
                "bef. 16 Aug 2021",
                "before Mon 16 Aug 2021",
            ),
            (
                "2021-08-16",
                After,
                "aft. 16 Aug",
                "aft. 16 Aug 2021",
                "after Mon 16 Aug 2021",
            ),
            ("2019", OnOrBefore, "by 2019", "by 2019", "by 2019"),
            (
                "2021-08-16",
                OnOrAfter,
                "from 16 Aug",
                "from 16 Aug 2021",
                "from Mon 16 Aug 2021",
            ),
        ] {
            let when = When::parse(named, Known::Written)
                .unwrap()
                .with_modifier(modifier);
            let labels = (
                day_label(&when),
                full_label_within(&when, 16),
                full_label(&when),
            );
            assert_eq!(labels, (short.into(), within.into(), full.into()), "{when}");
            assert!(labels.0.chars().count() <= DATE_COLUMNS, "{when}");
        }
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

//! What prints as what, and what reads back.

use chrono::NaiveDate;

use crate::analysis::time::{Certainty, Grain, Known, Modifier, When};

#[test]
fn a_range_prints_in_its_grain_and_one_date_is_no_range() {
    let days = |first: (i32, u32, u32), last: (i32, u32, u32), grain| {
        let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        When::days(day(first), day(last), grain, Known::Written).unwrap()
    };
    for (when, printed) in [
        (
            days((2020, 5, 1), (2020, 7, 31), Grain::Month),
            "2020-05/2020-07",
        ),
        (days((1939, 1, 1), (1945, 12, 31), Grain::Year), "1939/1945"),
        (
            days((2020, 5, 1), (2020, 7, 30), Grain::Month),
            "2020-05/2020-07-30",
        ),
        (
            days((2021, 8, 14), (2021, 8, 14), Grain::Weekend),
            "2021-08-14",
        ),
        (days((2021, 5, 1), (2021, 5, 31), Grain::Quarter), "2021-05"),
    ] {
        assert_eq!(when.to_string(), printed);
        let read = When::parse(printed, Known::Written).unwrap();
        assert_eq!(read, when);
    }
}

#[test]
fn each_grain_prints_as_the_date_that_covers_it() {
    let cases = [
        (When::month(2021, 8, Known::Written), "2021-08"),
        (
            When::months(2021, 7, 3, Grain::Quarter, Known::Written),
            "2021-35",
        ),
        (
            When::months(2021, 6, 3, Grain::Quarter, Known::Written),
            "2021-22",
        ),
        (
            When::months(2021, 12, 3, Grain::Quarter, Known::Written),
            "2021-24",
        ),
        (
            When::months(2021, 7, 6, Grain::Half, Known::Written),
            "2021-41",
        ),
        (When::year(-489, Known::Written), "-0489"),
        (When::years(1990, 10, Grain::Decade, Known::Written), "199X"),
        (
            When::years(1800, 100, Grain::Century, Known::Written),
            "18XX",
        ),
    ];
    for (when, printed) in cases {
        assert_eq!(when.expect("inside the calendar").to_string(), printed);
    }
}

#[test]
fn what_is_no_date_reads_as_nothing() {
    for text in [
        "",
        "X",
        "20X1",
        "2021-13",
        "2021-02-30",
        "2021-37",
        "a/b",
        "2021-08-02/2021-08-01",
        "-Y1",
        "2021-~13",
        "2021-05-~02/2021-05-~10",
        "2021-35/2021-36",
        "../2021-05-01/..",
        "[2021]",
        "[..]",
        "../..",
        "2021-08-14T25:00",
    ] {
        assert_eq!(When::parse(text, Known::Written), None, "{text:?}");
    }
}

/// Reads "START 2021-05": a word of TIMEX3 and a date.
fn modified(words: &str) -> When {
    let (word, date) = words.split_once(' ').expect("a modifier and a date");
    let modifiers = [
        Modifier::Start,
        Modifier::Mid,
        Modifier::End,
        Modifier::Approx,
        Modifier::LessThan,
        Modifier::Before,
        Modifier::After,
        Modifier::OnOrBefore,
        Modifier::OnOrAfter,
    ];
    let modifier = modifiers.into_iter().find(|known| known.as_str() == word);
    let named = When::parse(date, Known::Written).expect("a date");
    named.with_modifier(modifier.expect("a modifier"))
}

#[test]
fn a_modifier_is_printed_and_read_back() {
    for (words, printed) in [
        ("START 2021-05", "2021-05-~01/2021-05-~10"),
        ("MID 2021-02", "2021-02-~11/2021-02-~20"),
        ("END 2020-02", "2020-02-~21/2020-02-~29"),
        ("START 2021-08-02/2021-08-08", "2021-08-~02/2021-08-~03"),
        ("START 2001", "2001-~01/2001-~04"),
        ("END 2001", "2001-~09/2001-~12"),
        ("START 2021-22", "2021-~06"),
        ("MID 2021-24", "2022-~01"),
        ("END 2021-34", "2021-~06/2021-~06"),
        ("END 2021-41", "2021-~11/2021-~12"),
        ("START 199X", "~1990/~1993"),
        ("MID 19XX", "~1934/~1966"),
        ("END 1XXX", "~1667/~1999"),
        ("END -0500/-0401", "~-0433/~-0401"),
        ("APPROX 1990", "1990~"),
        ("APPROX 2021-08-13", "2021-08-13~"),
        ("APPROX 2021-08-02/2021-08-08", "2021-08-02~/2021-08-08~"),
        ("APPROX 2021-35", "2021-~07/2021-~09"),
        ("APPROX 199X", "~1990/~1999"),
        ("LESS_THAN 2019", "2019~"),
        ("BEFORE 1990", "../1990"),
        ("AFTER 2021-08", "2021-08/.."),
        ("ON_OR_BEFORE 2021-08-13", "[..2021-08-13]"),
        ("ON_OR_AFTER 199X", "[199X..]"),
    ] {
        let when = modified(words);
        assert_eq!(when.to_string(), printed, "{words}");
        assert_eq!(
            When::parse(printed, Known::Written),
            Some(when),
            "{printed}"
        );
    }
}

#[test]
fn an_open_end_of_a_week_or_quarter_prints_as_a_day() {
    for (words, printed) in [
        ("BEFORE 2021-08-02/2021-08-08", "../2021-08-02"),
        ("ON_OR_BEFORE 2021-08-02/2021-08-08", "[..2021-08-08]"),
        ("AFTER 2021-33", "2021-03-31/.."),
        ("ON_OR_AFTER 2021-33", "[2021-01-01..]"),
        ("BEFORE 2021-08-13T16:08", "../2021-08-13"),
    ] {
        assert_eq!(modified(words).to_string(), printed, "{words}");
    }
}

#[test]
fn a_guess_is_marked_where_a_rough_date_is() {
    for (date, printed) in [
        ("1990", "1990?"),
        ("199X", "?1990/?1999"),
        ("2021-08-02/2021-08-08", "2021-08-02?/2021-08-08?"),
        ("2021-05-~01/2021-05-~10", "2021-05-?01/2021-05-?10"),
    ] {
        let when = When::parse(date, Known::Written).unwrap();
        let guess = when.with_certainty(Certainty::Uncertain);
        assert_eq!(guess.to_string(), printed);
        assert_eq!(When::parse(printed, Known::Written), Some(guess));
    }
}

#[test]
fn a_range_of_two_grains_prints_each_end_in_its_own() {
    for (first, last, printed) in [
        ("2021", "2023-03-03", "2021/2023-03-03"),
        ("198X", "1995", "198X/1995"),
        ("18XX", "190X", "18XX/190X"),
        ("2021-33", "2021-35", "2021-01/2021-09"),
        (
            "2021-08-04",
            "2021-08-09/2021-08-15",
            "2021-08-04/2021-08-15",
        ),
        ("-0490/-0481", "198X", "-0490/198X"),
        ("2021-05-~01/2021-05-~10", "2021-08", "2021-05~/2021-08~"),
        ("../1990", "1995", "1990~/1995~"),
    ] {
        let end = |date| When::parse(date, Known::Written).expect("a date");
        let range = end(first).hull(end(last));
        assert_eq!(range.to_string(), printed);
        assert_eq!(When::parse(printed, Known::Written), Some(range));
    }
}

#[test]
fn less_than_a_day_prints_without_what_edtf_cannot_say() {
    let morning = When::parse("2021-08-13T05:00:00/2021-08-13T11:59:59", Known::Written).unwrap();
    let early = morning.with_modifier(Modifier::Start);
    assert_eq!(early.latest().to_string(), "2021-08-13 07:19:59");
    assert_eq!(early.to_string(), morning.to_string());
    assert_eq!(early.as_printed(), morning);

    let minute = When::parse("2021-08-13T16:08", Known::Written).unwrap();
    let about = minute.with_modifier(Modifier::Approx);
    assert_eq!(about.to_string(), "2021-08-13T16:08");
    assert_eq!(about.as_printed(), minute);
}

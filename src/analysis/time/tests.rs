//! What texts mean: cases of more than one sentence or more than one expression.

use chrono::NaiveDate;

use super::{Known, Timex, find};
use crate::analysis::Lexicon;
use crate::analysis::text::Text;
use crate::document::Document;

/// The day most texts here are published: a Saturday.
const SATURDAY: &str = "2021-08-14";

fn read(text: &str, published: Option<&str>) -> Vec<Timex> {
    let published: Option<NaiveDate> = published.map(|date| date.parse().expect("a date"));
    let document = Document::given("test", text, published);
    find(&Text::read(&document), &document, &Lexicon::english().time)
}

fn values(text: &str, published: Option<&str>) -> Vec<String> {
    read(text, published)
        .into_iter()
        .map(|timex| timex.value)
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(values(text, Some(SATURDAY)), expected, "{text:?}");
}

#[test]
fn a_bare_weekday_is_the_last_one_unless_words_look_ahead() {
    check("He spoke on Saturday.", &["2021-08-14"]);
    check("He spoke on Sunday.", &["2021-08-08"]);
    check("The talks will resume on Sunday.", &["2021-08-15"]);
    check("The offer stands until Monday.", &["2021-08-16"]);
    check("The curfew ends on Monday.", &["2021-08-16"]);
}

#[test]
fn a_month_takes_the_year_its_verb_and_nearness_give() {
    check("It fell in December.", &["2020-12"]);
    check("It will open in March.", &["2022-03"]);
    check("The year ended March 31 was good.", &["P1Y", "2021-03-31"]);
}

#[test]
fn what_points_back_counts_from_the_last_date_named() {
    check(
        "It fell on August 6. On that day he left. A day later he wrote.",
        &["2021-08-06", "2021-08-06", "2021-08-07"],
    );
    check(
        "It fell on August 5. The following Thursday Kabul fell.",
        &["2021-08-05", "2021-08-12"],
    );
}

#[test]
fn a_history_goes_on_from_the_date_it_is_at() {
    let text = "War came on September 1, 1939. In October the east was taken. In May 1940 the \
                west fell. By June France had asked for terms. In July it began, and in January \
                it ended. In June 1941 came the next.";
    assert_eq!(
        values(text, Some("2009-12-19")),
        [
            "1939-09-01",
            "1939-10",
            "1940-05",
            "1940-06",
            "1940-07",
            "1941-01",
            "1941-06",
        ]
    );
}

#[test]
fn ranges_are_two_expressions_that_know_each_other() {
    for (text, expected) in [
        ("from August 3–5, 2021", ["2021-08-03", "2021-08-05"]),
        ("on 3-5 August 2021", ["2021-08-03", "2021-08-05"]),
        ("the war of 1939–45", ["1939", "1945"]),
        ("between May and July 1998", ["1998-05", "1998-07"]),
        ("from November to February 1998", ["1997-11", "1998-02"]),
        ("in 492-490 BC", ["BC0492", "BC0490"]),
        ("from Monday to Wednesday", ["2021-08-09", "2021-08-11"]),
    ] {
        check(text, &expected);
        let ends: Vec<_> = read(text, Some(SATURDAY))
            .iter()
            .map(|end| end.range_with)
            .collect();
        assert_eq!(ends, [Some(1), Some(0)], "{text:?}");
    }
}

#[test]
fn two_dates_with_and_between_are_no_range() {
    let found = read("on August 3 and 5.", Some(SATURDAY));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|timex| timex.range_with.is_none()));
}

/// The speaker's reading of each expression that has one.
fn spoken(text: &str, published: Option<&str>) -> Vec<String> {
    let found = read(text, published).into_iter();
    found
        .filter_map(|timex| timex.spoken)
        .map(|when| when.to_string())
        .collect()
}

#[test]
fn today_in_dated_speech_is_also_the_day_of_speaking() {
    for text in [
        "Also on Tuesday, he met envoys. He underlined that today is the time to act.",
        "He met envoys on Tuesday. “It must act today,” the diplomat said.",
        "Speaking on Tuesday, he said, “There is no other way. Not today.”",
    ] {
        assert_eq!(spoken(text, Some(SATURDAY)), ["2021-08-10"], "{text:?}");
        assert_eq!(
            values(text, Some(SATURDAY)),
            ["2021-08-10", "2021-08-14"],
            "{text:?}"
        );
    }
    assert_eq!(
        spoken("On August 3, 2021 he said, “Tomorrow it ends.”", None),
        ["2021-08-04"]
    );
}

#[test]
fn today_in_narration_is_only_the_day_of_writing() {
    for text in [
        "He spoke on Tuesday. The talks resumed today.",
        "On Tuesday he met envoys, the ministry said today.",
        "He met them on Tuesday. Nobody came. He said, “Not today.”",
    ] {
        assert!(spoken(text, Some(SATURDAY)).is_empty(), "{text:?}");
    }
}

#[test]
fn without_a_date_only_what_is_written_out_resolves() {
    let found = read(
        "Yesterday, on Friday, or last week. It was May 3, 2001. A day later it ended.",
        None,
    );
    let told: Vec<_> = found
        .iter()
        .map(|timex| timex.when.map(|when| when.to_string()))
        .collect();
    assert_eq!(
        told,
        [
            None,
            None,
            None,
            Some("2001-05-03".into()),
            Some("2001-05-04".into())
        ]
    );
}

#[test]
fn how_a_date_is_known_follows_from_its_words() {
    let found = read(
        "On August 6 it fell. That day he left. On Friday he spoke.",
        Some(SATURDAY),
    );
    let known: Vec<_> = found
        .iter()
        .filter_map(|timex| timex.when)
        .map(|when| when.known)
        .collect();
    assert_eq!(known, [Known::Written, Known::Carried, Known::Computed]);
}

#[test]
fn words_that_only_look_like_dates_are_none() {
    for text in [
        "You may go and march on.",
        "Prime Minister May said so.",
        "He came second.",
        "the Sunday Times",
        "a 6-year-old boy",
        "They won 10:15.",
        "Flight 1980 was late.",
        "It cost $2000.",
        "two thirds of the sun",
        "May I go? She may. They might march.",
        "The March on Washington was long.",
        "the second attempt, a second try, seconds out",
        "He sat in the sun. Sun rose. Sat down.",
        "The 2020 Fund rose.",
        "aged 42, she is 42 years old, a 42-year-old",
        "They won 3-2 and then 10:15.",
        "It sold for $1,999, then for €2001.",
        "See paragraph 1990, Section 1983, page 2001.",
        "Flight 1980 and Room 2001",
        "He shopped on Black Friday.",
        "at 190 kilometres per hour",
        "three quarters of the food, a quarter of it",
        "version 1.2.3 at 10.0.0.1",
        "the illustrator Johnnie Christmas",
        "Lou Grant spoke on ABC's \"This Week,\" he said.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn words_before_a_date_say_which_part_or_side_of_it() {
    for (text, expected) in [
        ("It began in early May 2021.", "2021-05-~01/2021-05-~10"),
        ("It ended in late 2001.", "2001-~09/2001-~12"),
        ("It fell in mid-August.", "2021-08-~11/2021-08-~20"),
        ("It closed at the end of the year.", "2021-~09/2021-~12"),
        ("He left late last week.", "2021-08-~06/2021-08-~08"),
        ("She lived in the early 1990s.", "~1990/~1993"),
        ("He spoke late on Friday.", "2021-08-13"),
        ("He was born circa 1990.", "1990~"),
        ("He left more than two years ago.", "[..2019]"),
        ("He left at least two years ago.", "[..2019]"),
        ("He left nearly two years ago.", "2019~"),
        ("He left about two years ago.", "2019~"),
    ] {
        let told: Vec<_> = read(text, Some(SATURDAY))
            .iter()
            .filter_map(|timex| timex.when)
            .map(|when| when.to_string())
            .collect();
        assert_eq!(told, [expected], "{text:?}");
    }
}

#[test]
fn earlier_this_month_is_any_day_of_it() {
    for text in ["He left earlier this month.", "He leaves later in August."] {
        let found = read(text, Some(SATURDAY));
        let told: Vec<_> = found.iter().filter_map(|timex| timex.when).collect();
        assert_eq!(told[0].to_string(), "2021-08", "{text:?}");
        assert!(found[0].modifier.is_some(), "TIMEX3 has START or END");
    }
}

#[test]
fn a_distance_leads_from_the_date_beside_it() {
    for (text, value, when) in [
        (
            "two days after the vote on Sunday",
            "P2D",
            Some("2021-08-10"),
        ),
        (
            "a week before Christmas",
            "P1W",
            Some("2021-12-13/2021-12-19"),
        ),
        (
            "the week before Christmas",
            "2021-W50",
            Some("2021-12-13/2021-12-19"),
        ),
        ("three years after the war of 1998", "P3Y", Some("2001")),
        (
            "two days before he left on 3 May 2021",
            "P2D",
            Some("2021-05-01"),
        ),
        (
            "two weeks from next Monday",
            "P2W",
            Some("2021-08-30/2021-09-05"),
        ),
        ("two days after the vote, on Sunday", "P2D", None),
        ("two days after 1998", "P2D", None),
        ("several days after Sunday", "PXD", None),
    ] {
        let found = read(text, Some(SATURDAY));
        assert_eq!(found[0].value, value, "{text:?}");
        let told = found[0].when.map(|when| when.to_string());
        assert_eq!(told.as_deref(), when, "{text:?}");
    }
}

#[test]
fn an_event_named_after_its_day_is_still_a_date() {
    check("after the Sept. 11 attacks", &["2001-09-11"]);
    check("since 9/11", &["2001-09-11"]);
}

#[test]
fn clauses_tell_which_way_a_weekday_lies() {
    for (text, value) in [
        ("She will be named chief on Monday.", "2021-08-16"),
        ("It had been due to expire Monday.", "2021-08-09"),
        ("Shares fell after the market closed Monday.", "2021-08-09"),
        ("It could come as early as Monday.", "2021-08-16"),
        ("They plan to leave on Monday.", "2021-08-16"),
        ("Neal said Monday that he will leave.", "2021-08-09"),
        ("On Monday, they are to travel.", "2021-08-16"),
        ("On Monday, they travelled.", "2021-08-09"),
        ("final rules to be published on Monday", "2021-08-16"),
    ] {
        check(text, &[value]);
    }
}

#[test]
fn clauses_tell_which_way_a_month_or_day_lies() {
    for (text, value) in [
        ("revenue in the year ended October 31", "2020-10-31"),
        ("He was last seen January 30.", "2021-01-30"),
        ("It was sold in December.", "2020-12"),
        ("It is to be sold in December.", "2021-12"),
        ("They agreed to sell it in December.", "2021-12"),
    ] {
        let found = values(text, Some(SATURDAY));
        assert_eq!(found.last().map(String::as_str), Some(value), "{text:?}");
    }
}

#[test]
fn a_report_on_a_quarter_is_compared_with_that_quarter_a_year_before() {
    check(
        "Net rose in the second quarter from a year earlier. For the nine months it fell from \
         a year earlier. In the latest quarter it grew. In the year-ago first quarter it shrank.",
        &["2021-Q2", "2020-Q2", "P9M", "2020", "2021-Q2", "2020-Q1"],
    );
}

#[test]
fn what_points_back_goes_to_where_the_text_is() {
    for (text, value) in [
        ("It fell on May 3. He left a day earlier.", "2021-05-02"),
        ("It fell in 1998. He left the same year.", "1998"),
        (
            "It fell in May 1998. He left the following month.",
            "1998-06",
        ),
        (
            "They met last week. In the Sunday meeting he spoke.",
            "2021-08-08",
        ),
        ("It fell on May 3. The day before, he left.", "2021-05-02"),
        ("It fell on May 3. At that time he was away.", "2021-05-03"),
        (
            "It fell on May 3 and by the end of the month he left.",
            "2021-05",
        ),
        ("He came on May 3. Six minutes later he left.", "2021-05-03"),
        ("Two days later he left.", "XXXX-XX-XX"),
        ("It was the day before his death.", "XXXX-XX-XX"),
    ] {
        let found = values(text, Some(SATURDAY));
        assert_eq!(found.last().map(String::as_str), Some(value), "{text:?}");
    }
}

#[test]
fn a_history_is_not_moved_by_plans_quotations_and_comparisons() {
    for aside in [
        "They planned a campaign for 1976.",
        "He said, “It will end in 1980.”",
        "It rose, compared with a peak in 1968.",
        "They had settled there in 1955.",
        "It was the worst loss since 1940.",
        "Losses exceeded those of the previous year.",
    ] {
        let text = format!(
            "War came in 1972, went on in 1973, in 1974 and 1975. The town fell on 3 March. \
             {aside} On 7 April the next town fell."
        );
        let found = values(&text, Some("2009-12-19"));
        let last = found.last().map(String::as_str);
        assert_eq!(last, Some("1975-04-07"), "{aside:?}");
    }
}

#[test]
fn those_quoted_in_a_history_speak_from_an_unknown_day() {
    let text = "In 1961, 1962 and 1963 it grew. He said, “Today it ends.”";
    let found = read(text, Some("2009-12-19"));
    let today = found.last().expect("today is found");
    assert_eq!((today.value.as_str(), today.when), ("XXXX-XX-XX", None));
}

#[test]
fn numeric_dates_keep_to_one_order() {
    for (text, value) in [
        ("Filed 3/4/2020.", "2020-03-04"),
        ("Filed 25/3/2020, then 3/4/2020.", "2020-04-03"),
        ("Filed 3/25/2020, then 3/4/2020.", "2020-03-04"),
        ("On 9 May and 3 June it rose. Filed 3/4/2020.", "2020-04-03"),
        ("Posted 3/4/2020.", "2020-03-04"),
        ("Filed 03.04.2020.", "2020-04-03"),
    ] {
        let found = values(text, Some(SATURDAY));
        assert_eq!(found.last().map(String::as_str), Some(value), "{text:?}");
    }
    assert_eq!(
        values("Posted 3/4/2020.", Some("2020-04-03")),
        ["2020-04-03"]
    );
}

#[test]
fn sets_say_how_often() {
    for (text, value, quant, times) in [
        ("every two weeks", "P2W", Some("EVERY"), None),
        ("each Thursday", "XXXX-WXX-4", Some("EVERY"), None),
        (
            "every other Tuesday",
            "XXXX-WXX-2",
            Some("EVERY OTHER"),
            None,
        ),
        ("twice a week", "P1W", None, Some(2)),
        ("three times a day", "P1D", None, Some(3)),
        ("each year", "P1Y", Some("EACH"), None),
        ("daily", "P1D", None, None),
    ] {
        let found = read(text, Some(SATURDAY));
        let [set] = found.as_slice() else {
            panic!("{text:?} gives {found:?}");
        };
        let repeats = set.repeats.expect("a set repeats");
        assert_eq!(set.value, value, "{text:?}");
        assert_eq!((repeats.quant, repeats.times), (quant, times), "{text:?}");
    }
    assert!(read("two weeks", None)[0].repeats.is_none());
}

#[test]
fn times_of_day_are_read_in_every_writing() {
    for (text, value) in [
        ("at 1630 GMT", "T16:30"),
        ("at 16.30 BST", "T16:30"),
        ("at 7.30 p.m.", "T19:30"),
        ("at half past four", "T04:30"),
        ("at a quarter to five", "T04:45"),
        ("at 4 in the morning", "T04:00"),
        ("at eight in the evening", "T20:00"),
        ("at 5:34 AM Baghdad time", "T05:34"),
        ("at 12 noon", "T12:00"),
    ] {
        check(text, &[&format!("2021-08-14{value}")]);
    }
}

#[test]
fn hours_of_a_range_share_its_day() {
    check(
        "between 9 a.m. and 5 p.m. on Friday",
        &["2021-08-13T09:00", "2021-08-13T17:00"],
    );
    check(
        "from 9 to 11 a.m.",
        &["2021-08-14T09:00", "2021-08-14T11:00"],
    );
    check(
        "A curfew will run from 9 p.m. until 6 a.m. on Sunday.",
        &["2021-08-14T21:00", "2021-08-15T06:00"],
    );
}

#[test]
fn months_and_seasons_side_by_side_share_their_year() {
    check("in April and June 1955", &["1955-04", "1955-06"]);
    check(
        "in the spring and the summer of 1943",
        &["1943-SP", "1943-SU"],
    );
    check("in December and January 1942", &["1941-12", "1942-01"]);
}

#[test]
fn a_stretch_that_ends_on_a_date_covers_the_days_before_it() {
    for (text, value, when) in [
        (
            "the second quarter ended July 31, 2021",
            "2021-Q2",
            "2021-05-01/2021-07-31",
        ),
        (
            "the six months ended June 30, 2021",
            "P6M",
            "2021-01-01/2021-06-30",
        ),
        (
            "the year ended March 31, 2021",
            "P1Y",
            "2020-04-01/2021-03-31",
        ),
        (
            "the 13 weeks ending May 1, 2021",
            "P13W",
            "2021-01-31/2021-05-01",
        ),
    ] {
        let found = read(text, Some(SATURDAY));
        assert_eq!(found[0].value, value, "{text:?}");
        let days = found[0]
            .when
            .map(|when| (when.first_day(), when.last_day()));
        let days = days.map(|(first, last)| format!("{first}/{last}"));
        assert_eq!(days.as_deref(), Some(when), "{text:?}");
    }
}

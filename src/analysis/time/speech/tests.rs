//! What speakers mean by the days they name.

use chrono::NaiveDate;

use crate::analysis::text::Text;
use crate::analysis::time;
use crate::analysis::{Lexicon, time::Timex};
use crate::document::Document;

/// Read as published on Saturday, 14 August 2021.
fn read(text: &str) -> (Document, Vec<Timex>) {
    let published = NaiveDate::from_ymd_opt(2021, 8, 14);
    let document = Document::given("test", text, published);
    let found = time::find(&Text::read(&document), &document, &Lexicon::english().time);
    (document, found)
}

/// Each speaker's reading as "words = value, by the speaker".
fn check(text: &str, expected: &[&str]) {
    let (document, found) = read(text);
    let spoken: Vec<String> = found
        .iter()
        .filter_map(|timex| {
            let words = timex.span.of(&document.text);
            Some(format!("{words} = {}, {}", timex.value, timex.spoken?))
        })
        .collect();
    assert_eq!(spoken, expected, "{text}");
}

#[test]
fn days_in_dated_quotations_count_from_the_speaker() {
    check(
        "“We will vote tomorrow,” Jane Halloran said on Tuesday.",
        &["tomorrow = 2021-08-15, 2021-08-11"],
    );
    check(
        "Jane Halloran said on Tuesday: “We left yesterday.”",
        &["yesterday = 2021-08-13, 2021-08-09"],
    );
    check(
        "Jane Halloran told reporters Tuesday: “We left last night.”",
        &["last night = 2021-08-13TNI, 2021-08-09T18:00:00/2021-08-09T23:59:59"],
    );
    check(
        "“We voted two days ago,” Jane Halloran said on Tuesday.",
        &["two days ago = 2021-08-12, 2021-08-08"],
    );
}

#[test]
fn weeks_count_from_the_speaker_where_that_makes_another() {
    check(
        "“We voted last week,” Jane Halloran said on 3 August.",
        &["last week = 2021-W31, 2021-07-26/2021-08-01"],
    );
    check("“We vote next week,” Jane Halloran said on Tuesday.", &[]);
}

#[test]
fn weekdays_count_from_the_speaker_where_the_verb_says_which() {
    check(
        "“We met on Friday,” Jane Halloran said on Tuesday.",
        &["Friday = 2021-08-13, 2021-08-06"],
    );
    check(
        "“We will vote on Friday,” Jane Halloran said on Tuesday.",
        &["Friday = 2021-08-20, 2021-08-13"],
    );
    check("“Friday it is,” Jane Halloran said on Tuesday.", &[]);
}

#[test]
fn what_is_reported_without_marks_counts_so_too() {
    check(
        "The minister told reporters Tuesday he would leave tonight.",
        &["tonight = 2021-08-14TNI, 2021-08-10T18:00:00/2021-08-10T23:59:59"],
    );
    check(
        "The ministry said on Tuesday that the town fell on Thursday.",
        &["Thursday = 2021-08-12, 2021-08-05"],
    );
    // A day of what is said is none of its saying.
    check(
        "The minister announced in Leeds that the envoy left on Thursday. “We vote today,” he said.",
        &[],
    );
    check(
        "The minister said on Tuesday that he would leave tomorrow.",
        &["tomorrow = 2021-08-15, 2021-08-11"],
    );
}

#[test]
fn speech_that_goes_on_keeps_its_day() {
    check(
        "“We voted,” Jane Halloran said on Tuesday. “This morning we left.”",
        &["This morning = 2021-08-14TMO, 2021-08-10T05:00:00/2021-08-10T11:59:59"],
    );
}

#[test]
fn narration_before_speech_lends_it_days_but_no_weeks() {
    check(
        "The envoys met on 3 August. “We leave tomorrow,” one said.",
        &["tomorrow = 2021-08-15, 2021-08-04"],
    );
    check(
        "The envoys met on 3 August. “We leave this week,” one said.",
        &[],
    );
}

#[test]
fn a_day_of_speaking_is_forgotten_where_speech_runs_long() {
    let more = " “It is so,” she said.".repeat(5);
    check(
        &format!("Jane Halloran said on Tuesday it rained.{more} “We leave tomorrow,” she said."),
        &[],
    );
}

#[test]
fn a_year_of_speaking_is_no_day_to_count_from() {
    check("In 1998 Jane Halloran said: “Tomorrow we leave.”", &[]);
    check("In May Jane Halloran said: “Tomorrow we leave.”", &[]);
}

#[test]
fn narration_never_gets_the_day_of_a_speaker() {
    for text in [
        "The envoys met on Tuesday and leave tomorrow.",
        "Jane Halloran spoke on Tuesday. The council votes tomorrow.",
        "The council votes tomorrow, though the town voted on Tuesday.",
        "The council met on Tuesday. “We vote on 3 May,” Jane Halloran said. The vote is tomorrow.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_future_day_is_no_day_of_speaking() {
    check(
        "The council will meet on Friday. “We left yesterday,” Jane Halloran said.",
        &[],
    );
}

#[test]
fn the_day_of_a_past_saying_lies_behind_whatever_was_said() {
    let (_, found) = read("“We will vote on Friday,” Jane Halloran said on Tuesday.");
    let values: Vec<&str> = found.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["2021-08-20", "2021-08-10"]);
    // What is still to be said is said ahead.
    let (_, found) = read("The results will be announced on Tuesday.");
    assert_eq!(found[0].value, "2021-08-17");
}

//! What takes the day over from the sentence before, and what does not.

use super::{check, published, read};

/// The reports of "Police entered the town on Tuesday." and what follows it, as
/// "date, how it is known".
fn after_tuesday(rest: &str) -> Vec<String> {
    let text = format!("Police entered the town on Tuesday. {rest}");
    let (_, analysis) = read(&text, Some(published()));
    let later = analysis.reports.iter().skip(1);
    later
        .map(|report| format!("{} {}", report.when, report.when.known.as_str()))
        .collect()
}

#[test]
fn words_that_go_on_carry_the_day() {
    for rest in [
        "Then, the mayor fled.",
        "Then the mayor fled.",
        "Then he fled.",
        "And then the mayor fled.",
        "Minutes later, the mayor fled.",
        "Five minutes later the mayor fled.",
        "Minutes afterwards the mayor fled.",
        "Shortly afterwards, the mayor fled.",
        "Moments later, the mayor fled.",
    ] {
        assert_eq!(after_tuesday(rest), ["2021-08-10 carried"], "{rest}");
    }
}

#[test]
fn hours_may_run_past_midnight_and_stay_about_the_day() {
    for rest in [
        "Hours later, the mayor fled.",
        "Hours later the mayor fled.",
        "A few hours later the mayor fled.",
        "Two hours later, the mayor fled.",
        "Several hours afterwards the mayor fled.",
        "Within hours, the mayor had fled.",
        "By the end of the day, the mayor had fled.",
    ] {
        assert_eq!(after_tuesday(rest), ["2021-08-10~ carried"], "{rest}");
    }
}

#[test]
fn nightfall_is_a_part_of_the_day_before_it() {
    assert_eq!(
        after_tuesday("By nightfall, the mayor had fled."),
        ["2021-08-10T17:00:00/2021-08-10T21:59:59 carried"]
    );
}

#[test]
fn expressions_that_point_back_keep_their_own_date() {
    assert_eq!(
        after_tuesday("The same evening, the lights went out."),
        ["2021-08-10T17:00:00/2021-08-10T21:59:59 carried"]
    );
    assert_eq!(
        after_tuesday("The next day, the mayor came back."),
        ["2021-08-11 carried"]
    );
    assert_eq!(
        after_tuesday("Hours later, on Thursday, the mayor fled."),
        ["2021-08-12 computed"]
    );
}

#[test]
fn nothing_is_carried_without_words_that_go_on() {
    for rest in [
        "The mayor fled.",
        "The mayor had been in office for years.",
        "Afterwards nobody knew why.",
        "“Hours later, I fled,” the mayor noted in her book.",
        "Had the mayor fled hours later?",
        "Hours later, had the mayor fled?",
        "The mayor fled hours later.",
    ] {
        assert!(after_tuesday(rest).is_empty(), "{rest}");
    }
}

#[test]
fn a_day_is_carried_from_the_sentence_before_only() {
    for rest in [
        "Nobody saw it. Hours later, the mayor fled.",
        "\n\nHours later, the mayor fled.",
    ] {
        assert!(after_tuesday(rest).is_empty(), "{rest}");
    }
    let (_, analysis) = read("It rained in May 2021. Hours later, it snowed.", None);
    assert_eq!(analysis.reports.len(), 1, "a month is no day");
    let (_, analysis) = read("It rained. Hours later, it snowed.", None);
    assert!(analysis.reports.is_empty());
}

#[test]
fn what_was_carried_carries_on() {
    check(
        "Police entered the town on Tuesday. Hours later, Jane Halloran fled to the hills. Then the lights went out.",
        &[
            "2021-08-10 | - | Police entered the town",
            "2021-08-10~ | Jane Halloran | fled to the hills",
            "2021-08-10~ | - | the lights went out",
        ],
    );
}

#[test]
fn a_carried_day_points_to_the_words_that_named_it() {
    let text = "Police entered the town on Tuesday. Hours later, the mayor fled.";
    let (document, analysis) = read(text, Some(published()));
    let timex = analysis.reports[1].timex.unwrap();
    let span = analysis.timexes[timex as usize].span;
    assert_eq!(span.of(&document.text), "Tuesday");
}

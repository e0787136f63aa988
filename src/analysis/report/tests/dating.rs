//! Which of several dates dates what.

use super::{Tense, check, published, read};

/// The reports that the text itself dates, by their dates.
fn dates(text: &str) -> Vec<String> {
    let (_, analysis) = read(text, Some(published()));
    let dated = analysis
        .reports
        .iter()
        .filter(|report| report.timex.is_some());
    dated.map(|report| report.when.to_string()).collect()
}

#[test]
fn a_subordinate_date_dates_its_own_clause_where_the_main_one_has_none() {
    check(
        "After the bridge fell on Monday, the council closed the road on Friday.",
        &["2021-08-13 | - | the council closed the road"],
    );
    check(
        "After the bridge fell on Monday, the council closed the road.",
        &["2021-08-09 | - | the bridge fell"],
    );
    check(
        "The council closed the road on Friday because the bridge fell on Monday.",
        &["2021-08-13 | - | The council closed the road"],
    );
    check(
        "The council closed the road before the bridge fell on Monday.",
        &["2021-08-09 | - | the bridge fell"],
    );
    // What goes on at one time has one date.
    check(
        "When the envoy arrived on Monday, the mayor left the hall.",
        &["2021-08-09 | - | the mayor left the hall"],
    );
}

#[test]
fn a_relative_clause_tells_of_the_noun_before_it() {
    check(
        "The mayor, who was elected on 4 June 2019, spoke to the council.",
        &["2019-06-04 | - | The mayor … was elected"],
    );
    check(
        "Jane Halloran, who was elected on 4 June 2019, spoke to the council.",
        &["2019-06-04 | Jane Halloran | was elected"],
    );
    check(
        "The strike which began on Monday was a success.",
        &["2021-08-09 | - | The strike … began"],
    );
    check(
        "A law that took effect on 3 May 2020 was repealed on 5 August 2021.",
        &["2021-08-05 | - | A law … was repealed"],
    );
}

#[test]
fn a_name_beside_the_subject_hides_no_relative_clause() {
    check(
        "The chairman, John Carter, echoed the view of the accord, which was announced Friday.",
        &["2021-08-13 | - | the accord … was announced"],
    );
}

#[test]
fn what_hangs_on_an_if_has_not_happened() {
    for text in [
        "If no deal is reached by Friday, the strike goes on.",
        "The strike will go on if talks fail on Friday.",
        "It is not known whether the envoy left on Monday.",
    ] {
        assert!(dates(text).is_empty(), "{text}");
    }
}

#[test]
fn the_saying_and_what_is_said_are_told_apart() {
    let both = ["2021-08-12", "2021-08-13"];
    for text in [
        "The ministry said on Friday that the town fell on Thursday.",
        "The ministry said Friday that the town fell Thursday.",
        "The ministry said Friday the town fell Thursday.",
        "The ministry said on Friday the town fell on Thursday.",
        "On Friday, the ministry said the town fell on Thursday.",
        "The town fell on Thursday, the ministry said on Friday.",
        "The town fell Thursday, the ministry said Friday.",
        "The town fell on Thursday, according to a statement issued on Friday.",
        "According to a statement issued on Friday, the town fell on Thursday.",
        "The town fell on Thursday, said Jane Halloran, the mayor, on Friday.",
    ] {
        let mut found = dates(text);
        found.sort();
        assert_eq!(found, both, "{text}");
    }
}

#[test]
fn each_of_the_two_is_told_in_its_own_words() {
    check(
        "The town fell on Thursday, the ministry said on Friday.",
        &[
            "2021-08-12 | - | The town fell",
            "2021-08-13 | - | The town fell on Thursday, the ministry said",
        ],
    );
    check(
        "Jane Halloran told reporters Tuesday she would resign on 1 May 2022.",
        &[
            "2021-08-10 | Jane Halloran | told reporters Tuesday she would resign on 1 May 2022",
            "2022-05-01 | Jane Halloran | would resign",
        ],
    );
    check(
        "Ann Blackwood told the council on Monday that John Carter resigned on Sunday.",
        &[
            "2021-08-09 | Ann Blackwood | told the council on Monday that John Carter resigned on Sunday",
            "2021-08-08 | John Carter | John Carter resigned",
        ],
    );
    check(
        "The ministry said on Friday that the plant, which opened in 1958, would close on 1 June 2022.",
        &[
            "2021-08-13 | - | The ministry said on Friday that the plant … would close on 1 June 2022",
            "2022-06-01 | - | the plant … would close",
        ],
    );
}

#[test]
fn what_opens_with_a_year_that_ended_is_no_attribution() {
    check(
        "In the year ended 31 January 2021, the company reported a loss.",
        &["2021-01-31 | - | In the year ended 31 January 2021, the company reported a loss"],
    );
}

#[test]
fn where_only_the_saying_is_dated_the_saying_is_told() {
    check(
        "The town fell, the ministry said on Friday.",
        &["2021-08-13 | - | The town fell, the ministry said"],
    );
    check(
        "The town fell, Mayor Jane Halloran said on Friday.",
        &["2021-08-13 | Jane Halloran | The town fell, Mayor Jane Halloran said"],
    );
    check(
        "The envoy left Geneva, according to a report published on Tuesday.",
        &["2021-08-10 | - | The envoy left Geneva, according to a report published"],
    );
    check(
        "“We are done,” said Jane Halloran on Monday.",
        &["2021-08-09 | Jane Halloran | “We are done,” said Jane Halloran"],
    );
    check(
        "Jane Halloran said Monday she would not run.",
        &["2021-08-09 | Jane Halloran | said Monday she would not run"],
    );
}

#[test]
fn where_only_what_is_said_is_dated_it_is_told_without_its_speaker() {
    check(
        "The town fell on Thursday, the ministry said.",
        &["2021-08-12 | - | The town fell"],
    );
    check(
        "The ministry said the town fell Thursday.",
        &["2021-08-12 | - | the town fell"],
    );
}

#[test]
fn what_a_speaker_says_of_themselves_is_told_with_the_speaker() {
    check(
        "The firm said it closed the plant in May.",
        &["2021-05 | - | The firm said it closed the plant"],
    );
    check(
        "Jane Halloran said she closed the plant in May.",
        &["2021-05 | Jane Halloran | closed the plant"],
    );
}

#[test]
fn what_is_planned_for_a_day_is_told_beside_the_planning() {
    check(
        "The firm announced on Monday plans to close the plant on 1 June 2022.",
        &[
            "2021-08-09 | - | The firm announced on Monday plans to close the plant on 1 June 2022",
            "2022-06-01 | - | close the plant",
        ],
    );
    check(
        "Jane Halloran agreed on Monday to meet on 20 August.",
        &[
            "2021-08-09 | Jane Halloran | agreed on Monday to meet on 20 August",
            "2021-08-20 | Jane Halloran | Jane Halloran agreed on Monday to meet",
        ],
    );
    let (_, analysis) = read(
        "The firm vowed on Monday to reopen the plant on 1 September.",
        Some(published()),
    );
    let tenses: Vec<Tense> = analysis.reports.iter().map(|told| told.tense).collect();
    assert_eq!(tenses, [Tense::Happened, Tense::Planned]);
}

#[test]
fn a_second_deed_on_a_second_day_is_told_apart() {
    check(
        "Jane Halloran met the envoy on Monday and left the town on Tuesday.",
        &[
            "2021-08-09 | Jane Halloran | met the envoy",
            "2021-08-10 | Jane Halloran | left the town",
        ],
    );
    check(
        "The fair was held on Monday and Tuesday.",
        &["2021-08-09 | - | The fair was held on Monday and Tuesday"],
    );
    check(
        "The fair was held between 3 May 2021 and 9 May 2021 and ended in a storm on 10 May 2021.",
        &[
            "2021-05-03/2021-05-09 | - | The fair was held between 3 May 2021 and 9 May 2021",
            "2021-05-10 | - | ended in a storm",
        ],
    );
}

#[test]
fn a_day_that_names_a_thing_gives_way_to_one_that_says_when() {
    for (text, date) in [
        (
            "The council met on Friday ahead of Sunday's election.",
            "2021-08-13",
        ),
        (
            "Last year's winner, John Carter, lost on Friday.",
            "2021-08-13",
        ),
        (
            "The Sept. 11 attacks changed the talks on Monday.",
            "2021-08-09",
        ),
        ("The 2015 deal ended on Monday.", "2021-08-09"),
        ("A three-day meeting ended on Monday.", "2021-08-09"),
    ] {
        assert_eq!(dates(text), [date], "{text}");
    }
}

#[test]
fn a_day_that_names_a_thing_dates_it_only_as_what_happens() {
    for (text, date) in [
        ("The president won Sunday's election.", "2021-08-08"),
        ("The Friday attack killed three people.", "2021-08-13"),
        ("In the Sunday meeting, the envoys agreed.", "2021-08-08"),
        ("During Friday's session the envoys agreed.", "2021-08-13"),
    ] {
        assert_eq!(dates(text), [date], "{text}");
    }
    for text in [
        "Workers left ahead of Sunday's election.",
        "The film is about the Sept. 11 attacks.",
        "The winners of last year's fair spoke to the council.",
        "It is a tool for today's towns.",
        "Pop culture was celebrated at Fan Expo 2016 in the hall.",
        "It broke the Rights Act of 1984 in many ways.",
        "The Bright Tomorrow Lighting Prize is one of many.",
        "A judge wrote for Psychology Today of her work.",
        "They still watch those 1990s nature shows.",
        "The town built a better 21st century government.",
    ] {
        assert!(dates(text).is_empty(), "{text}");
    }
}

#[test]
fn a_date_that_only_bounds_gives_way_and_a_record_has_none() {
    assert_eq!(
        dates("The road, closed since Monday, was opened on Friday."),
        ["2021-08-13"]
    );
    assert_eq!(dates("Since 2007 the museum has grown."), ["2007"]);
    assert_eq!(
        dates("“Since 2007 the museum has grown,” the mayor said."),
        ["2007"]
    );
    assert!(dates("It was the first win of the town since 1958.").is_empty());
}

#[test]
fn lengths_repetitions_and_vague_words_date_nothing() {
    for text in [
        "Rain fell every Monday.",
        "The talks lasted two days.",
        "The mayor resigned recently.",
        "Leaders ended a three-day meeting.",
        "The town has changed in the past.",
    ] {
        assert!(dates(text).is_empty(), "{text}");
    }
}

#[test]
fn lines_around_a_story_tell_nothing() {
    for text in [
        "By Ann Blackwood, 12 August 2021",
        "Published on 12 August 2021 in Leeds",
        "Photo: the mayor in Leeds, 12 August 2021",
        "— Ann Blackwood, Leeds, 12 August 2021",
        "“The bridge is gone” — Leeds Evening Paper, 12 August 2021",
        "The rate fell (Source: Ministry of Roads, 2013).",
        "Blackwood, A. (July 2011) How To Design A Bridge.",
        "2012. “The Making Of A Bridge.”",
        "LEEDS, August 13 (Agency) --",
    ] {
        assert!(dates(text).is_empty(), "{text}");
    }
    assert_eq!(
        dates("The rate fell sharply (in May 2021) and rose again."),
        ["2021-05"]
    );
}

#[test]
fn today_behind_its_subject_says_when() {
    assert_eq!(
        dates("The office today is to open its doors."),
        ["2021-08-14"]
    );
    assert!(dates("Today is the time to act.").is_empty());
}

#[test]
fn what_goes_to_somebody_is_not_going_to_be() {
    let (_, analysis) = read(
        "This year the town won the cup, with the second prize going to York.",
        Some(published()),
    );
    assert_eq!(analysis.reports[0].tense, Tense::Happened);
}

#[test]
fn a_comma_inside_a_date_ends_no_adverbial() {
    check(
        "In the issue of August 3, 2021 there is an article of note.",
        &["2021-08-03 | - | In the issue of August 3, 2021 there is an article of note"],
    );
}

#[test]
fn a_date_that_is_the_subject_stays_in_what_is_told() {
    check(
        "This year will be the year of the museum.",
        &["2021 | - | This year will be the year of the museum"],
    );
}

#[test]
fn deeds_in_a_list_are_told_apart() {
    check(
        "Lee moved to Paris in 1970, married in 1972 and died on 3 May 2001.",
        &[
            "1970 | Lee | moved to Paris",
            "1972 | Lee | married",
            "2001-05-03 | Lee | died",
        ],
    );
}

#[test]
fn a_short_quotation_is_no_clause_of_the_one_who_tells_it() {
    check(
        "“Tomorrow we leave,” the envoy said on Tuesday.",
        &["2021-08-10 | - | “Tomorrow we leave,” the envoy said"],
    );
}

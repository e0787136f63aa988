//! What sentences tell, on which day, and who acts.

mod carrying;
mod dating;
mod hostile;
mod leading;

use chrono::NaiveDate;

use super::{Report, Tense};
use crate::analysis::{Analysis, Lexicon, analyse};
use crate::document::{Document, Published, PublishedFrom};

/// Saturday.
fn published() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 8, 14).unwrap()
}

fn read(text: &str, date: Option<NaiveDate>) -> (Document, Analysis) {
    let document = Document::given("test", text, date);
    let analysis = analyse(&document, Lexicon::english());
    (document, analysis)
}

/// A report as "date | who acts | what is told".
fn written(document: &Document, analysis: &Analysis, report: &Report) -> String {
    let actor = report
        .actor
        .map(|name| analysis.names[name.0 as usize].full.as_str());
    let told: Vec<&str> = report
        .telling
        .iter()
        .map(|piece| piece.of(&document.text))
        .collect();
    format!(
        "{} | {} | {}",
        report.when,
        actor.unwrap_or("-"),
        told.join(" … ")
    )
}

fn check(text: &str, expected: &[&str]) {
    let (document, analysis) = read(text, Some(published()));
    let found: Vec<String> = analysis
        .reports
        .iter()
        .map(|report| written(&document, &analysis, report))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_main_clause_gives_the_date() {
    check(
        "The talks opened on 3 March 2021 after the envoy had left Geneva on 1 March 2021.",
        &["2021-03-03 | - | The talks opened"],
    );
    check(
        "On 8 August the council closed the road.",
        &["2021-08-08 | - | the council closed the road"],
    );
    check(
        "After the bridge fell on 2 May 2020, the council closed the road on 5 May 2020.",
        &["2020-05-05 | - | the council closed the road"],
    );
    check(
        "The mayor, who was elected on 4 June 2019, resigned on 7 June 2021.",
        &["2021-06-07 | - | The mayor … resigned"],
    );
}

#[test]
fn a_clause_with_its_own_verb_and_date_is_told_apart() {
    check(
        "Rain began on Monday, and the river rose on Tuesday.",
        &[
            "2021-08-09 | - | Rain began",
            "2021-08-10 | - | the river rose",
        ],
    );
    check(
        "The ministry said on Friday that the town fell on Thursday.",
        &[
            "2021-08-13 | - | The ministry said on Friday that the town fell on Thursday",
            "2021-08-12 | - | the town fell",
        ],
    );
}

#[test]
fn a_range_keeps_both_ends() {
    let (_, analysis) = read(
        "The fair was held between 3 May 2021 and 9 May 2021 in Leeds.",
        None,
    );
    let whens: Vec<String> = analysis
        .reports
        .iter()
        .map(|report| report.when.to_string())
        .collect();
    assert_eq!(whens, ["2021-05-03/2021-05-09"]);
}

#[test]
fn the_subject_acts_and_is_lifted_out() {
    check(
        "On Tuesday, Foreign Minister Ann Blackwood, a former judge, met the envoy John Carter in Oslo.",
        &["2021-08-10 | Ann Blackwood | met the envoy John Carter in Oslo"],
    );
    check(
        "The mayor, Jane Halloran, resigned from her office on Friday.",
        &["2021-08-13 | Jane Halloran | resigned from her office"],
    );
    check(
        "The treaty was signed by President Ann Blackwood on Monday.",
        &["2021-08-09 | - | The treaty was signed by President Ann Blackwood"],
    );
}

#[test]
fn what_is_only_named_by_its_year_tells_nothing_of_that_year() {
    check(
        "Both sides praised the 2015 nuclear deal in a letter on Friday.",
        &["2021-08-13 | - | Both sides praised the 2015 nuclear deal in a letter"],
    );
}

#[test]
fn a_year_beside_a_noun_dates_only_where_a_word_says_when() {
    let dates = |text: &str| {
        let (_, analysis) = read(text, Some(published()));
        let whens = analysis
            .reports
            .iter()
            .filter(|report| report.timex.is_some());
        whens
            .map(|report| report.when.to_string())
            .collect::<Vec<_>>()
    };
    for text in [
        "The mayor posed with fellow 2012 candidate Ann Blackwood at the town hall.",
        "Its 2007 donation programme helped the museum.",
    ] {
        assert!(dates(text).is_empty(), "{text}");
    }
    assert_eq!(dates("In 2012 voters chose a new mayor."), ["2012"]);
    assert_eq!(dates("In the 1990s people left the valley."), ["199X"]);
    assert_eq!(dates("The museum opened in 2007 and grew."), ["2007"]);
}

#[test]
fn a_day_that_is_talked_about_dates_nothing() {
    for text in [
        "Tomorrow will be too late, the envoy noted in his letter.",
        "“If you want peace, act today, tomorrow is too late,” the diplomat said.",
        "More people follow the news today than ever before.",
        "Did the council meet on Friday?",
    ] {
        let (_, analysis) = read(text, Some(published()));
        let dated: Vec<_> = analysis
            .reports
            .iter()
            .filter(|report| report.timex.is_some())
            .collect();
        assert!(dated.is_empty(), "{text}: {dated:?}");
    }
}

#[test]
fn what_lies_ahead_is_planned() {
    for (text, tense) in [
        (
            "The council will meet on 20 August 2021 in York.",
            Tense::Planned,
        ),
        (
            "The council met on 10 August 2021 in York.",
            Tense::Happened,
        ),
        (
            "The vote was planned for 20 August 2021 in York.",
            Tense::Planned,
        ),
    ] {
        let (_, analysis) = read(text, Some(published()));
        assert_eq!(analysis.reports[0].tense, tense, "{text}");
    }
}

#[test]
fn an_article_without_a_date_in_it_tells_its_first_sentence_on_its_own_day() {
    let text = "The council met in York. It spoke of roads.";
    let (mut document, analysis) = read(text, Some(published()));
    assert_eq!(
        written(&document, &analysis, &analysis.reports[0]),
        "2021-08-14 | - | The council met in York."
    );
    let known = |document: &Document| {
        analyse(document, Lexicon::english()).reports[0]
            .when
            .known
            .as_str()
    };
    assert_eq!(known(&document), "published");
    let from = PublishedFrom::Inferred;
    document.published = Some(Published {
        date: published(),
        from,
    });
    assert_eq!(known(&document), "inferred");
    document.set_published(Some(published()));
    assert_eq!(known(&document), "set");
    assert!(read(text, None).1.reports.is_empty());
}

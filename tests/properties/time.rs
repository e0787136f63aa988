//! Time: any text and any date can be read.

use chrono::{Datelike, NaiveDate};
use newsreader::analysis::Lexicon;
use newsreader::analysis::text::Text;
use newsreader::analysis::time::{self, Grain, Known, Timex, When};
use newsreader::document::Document;
use proptest::prelude::*;

fn read(text: &str, published: Option<NaiveDate>) -> Vec<Timex> {
    let document = Document::given("property", text, published);
    let read = Text::read(&document);
    time::find(&read, &document, &Lexicon::english().time)
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (-9998..=9999i32, 1..=366u32).prop_filter_map("a day of that year", |(year, day)| {
        NaiveDate::from_yo_opt(year, day)
    })
}

/// Words of which expressions are made, in any order.
const PIECES: &[&str] = &[
    "last",
    "next",
    "the",
    "Friday",
    "May",
    "March",
    "3",
    "31",
    "1998",
    "490",
    "BC",
    "week",
    "weeks",
    "century",
    "ago",
    "later",
    "two",
    "hundred",
    "million",
    "years",
    "end of",
    "-",
    "–",
    "to",
    "and",
    "Sunday",
    "night",
    "today",
    "tomorrow",
    "said",
    "that",
    "“",
    "”",
    "quarter",
    "third",
    "9999",
    "0",
    "a",
    "decade",
    "millennia",
    "Easter",
    "12",
    ":",
    "30",
    "p.m.",
    ",",
    ".",
    "February",
    "same",
    "day",
    "previous",
    "'89",
    "19th",
    "1990s",
    "winter",
    "weekend",
    "half",
    "every",
    "12:59",
    "2000000",
];

fn phrases() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|words| words.join(" "))
}

#[test]
fn hostile_texts_are_read_to_their_end() {
    const TIMES: usize = 20_000;
    for piece in [
        "May 3, 1998 ",
        "hundred ",
        "the early late last ",
        "today “ said that tomorrow - 3 ",
        "1,000",
        "1939–45–",
        "twenty-one ",
        "two and a half ",
        "\"",
        "the ",
        "’",
    ] {
        let text = piece.repeat(TIMES);
        let found = read(&text, NaiveDate::from_ymd_opt(2021, 8, 14));
        assert!(found.len() <= 2 * TIMES, "{piece:?}");
    }
}

proptest! {
    #[test]
    fn expressions_lie_in_order_inside_their_sentences(text in "\\PC{0,200}") {
        let document = Document::given("property", &text, None);
        let cut = Text::read(&document);
        let found = time::find(&cut, &document, &Lexicon::english().time);
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for timex in &found {
            prop_assert!(cut.sentences[timex.sentence as usize].span.contains(timex.span));
        }
    }

    #[test]
    fn any_phrase_resolves_in_any_year_to_a_stretch_that_is_not_empty(
        text in phrases(), published in prop::option::of(days())
    ) {
        for timex in read(&text, published) {
            prop_assert!(!timex.value.is_empty());
            for when in [timex.when, timex.spoken].into_iter().flatten() {
                prop_assert!(when.earliest() <= when.latest());
                prop_assert_eq!(
                    When::parse(&when.to_string(), when.known).map(|read| read.to_string()),
                    Some(when.to_string())
                );
            }
        }
    }

    #[test]
    fn a_range_knows_both_its_ends(text in phrases(), published in prop::option::of(days())) {
        let found = read(&text, published);
        for (index, timex) in found.iter().enumerate() {
            if let Some(other) = timex.range_with {
                prop_assert_eq!(found[other as usize].range_with, Some(index as u32));
            }
        }
    }

    #[test]
    fn without_a_date_of_its_own_a_text_does_not_resolve_what_counts_from_it(
        text in prop::sample::select(&["yesterday", "last week", "two days ago", "on Friday", "in May"][..])
    ) {
        for timex in read(text, None) {
            prop_assert_eq!(timex.when, None);
            prop_assert!(timex.value.contains('X'));
        }
    }

    #[test]
    fn what_a_when_prints_reads_back_as_the_same_stretch(
        first in days(), length in 0..40_000u64, grain in 0..9usize
    ) {
        let grain = [
            Grain::Day, Grain::Weekend, Grain::Week, Grain::Month, Grain::Quarter, Grain::Half,
            Grain::Year, Grain::Decade, Grain::Century,
        ][grain];
        let last = first + chrono::Days::new(length);
        let when = When::days(first, last, grain, Known::Written).expect("in order");
        prop_assume!(last.year() <= 9999);
        let read = When::parse(&when.to_string(), Known::Written).expect("reads back");
        prop_assert_eq!((read.earliest(), read.latest()), (when.earliest(), when.latest()));
        prop_assert_eq!(read.to_string(), when.to_string());
    }
}

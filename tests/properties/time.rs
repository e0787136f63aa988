//! Time: any text and any date can be read.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, NaiveTime};
use newsreader::analysis::Lexicon;
use newsreader::analysis::text::Text;
use newsreader::analysis::time::{self, Certainty, Grain, Known, Modifier, Rules, Timex, When};
use newsreader::document::Document;
use proptest::prelude::*;

fn read(text: &str, published: Option<NaiveDate>) -> Vec<Timex> {
    let document = Document::given("property", text, published);
    let read = Text::read(&document);
    time::find(&read, &document, &Lexicon::english().time)
}

/// Days at which arithmetic may leave the calendar, or falls on the wrong day.
const EDGES: &[(i32, u32, u32)] = &[
    (-9998, 1, 1),
    (-1, 12, 31),
    (0, 2, 29),
    (1, 1, 1),
    (1, 1, 2),
    (4, 2, 29),
    (1900, 2, 28),
    (2000, 2, 29),
    (2020, 2, 29),
    (2021, 1, 1),
    (2021, 12, 31),
    (9996, 2, 29),
    (9999, 1, 1),
    (9999, 12, 27),
    (9999, 12, 31),
];

/// Any day of the years the program can tell of, those at the edges often.
fn days() -> impl Strategy<Value = NaiveDate> {
    let any = (-9998..=9999i32, 1..=366u32).prop_filter_map("a day of that year", |(year, day)| {
        NaiveDate::from_yo_opt(year, day)
    });
    let edge = prop::sample::select(EDGES).prop_map(|(year, month, day)| {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    });
    prop_oneof![3 => any, 1 => edge]
}

const GRAINS: &[Grain] = &[
    Grain::Minute,
    Grain::Hour,
    Grain::DayPart,
    Grain::Day,
    Grain::Weekend,
    Grain::Week,
    Grain::Month,
    Grain::Quarter,
    Grain::Half,
    Grain::Year,
    Grain::Decade,
    Grain::Century,
];

const MODIFIERS: &[Modifier] = &[
    Modifier::Start,
    Modifier::Mid,
    Modifier::End,
    Modifier::Approx,
    Modifier::LessThan,
    Modifier::MoreThan,
    Modifier::EqualOrLess,
    Modifier::EqualOrMore,
    Modifier::Before,
    Modifier::After,
    Modifier::OnOrBefore,
    Modifier::OnOrAfter,
];

/// One date of the calendar around a day, of each grain.
fn dates() -> impl Strategy<Value = When> {
    (days(), prop::sample::select(GRAINS), 0..24u32, 0..60u32).prop_filter_map(
        "the year 10000 is not written",
        |(day, grain, hour, minute)| {
            let known = Known::Written;
            let hours = |first, minute, last, until| {
                let first = day.and_hms_opt(first, minute, 0)?;
                When::stretch(first, day.and_hms_opt(last, until, 59)?, grain, known)
            };
            let weekday = u64::from(day.weekday().num_days_from_monday());
            let week = |from, until| {
                let monday = day - chrono::Days::new(weekday);
                let plus = |days| monday + chrono::Days::new(days);
                When::days(plus(from), plus(until), grain, known)
            };
            let years = |count: i32| {
                let first = day.year().div_euclid(count) * count;
                When::years(first, count.unsigned_abs(), grain, known)
            };
            let months = |first, count| When::months(day.year(), first, count, grain, known);
            let when = match grain {
                Grain::Minute => hours(hour, minute, hour, minute),
                Grain::Hour => hours(hour, 0, hour, 59),
                Grain::DayPart => hours(hour / 2, 0, 12 + hour / 2, 59),
                Grain::Day => Some(When::day(day, known)),
                Grain::Weekend => week(5, 6),
                Grain::Week => week(0, if minute < 40 { 6 } else { 13 }),
                Grain::Month => months(day.month(), 1),
                // Quarters of the calendar and seasons.
                Grain::Quarter if minute < 30 => months(day.month0() / 3 * 3 + 1, 3),
                Grain::Quarter => months(day.month0() / 3 * 3 + 3, 3),
                Grain::Half => months(day.month0() / 6 * 6 + 1, 6),
                Grain::Year => months(1, 12),
                Grain::Decade => years(10),
                Grain::Century => years(if minute < 50 { 100 } else { 1000 }),
            };
            when.filter(is_written)
        },
    )
}

/// Whether EDTF has four digits for its years.
fn is_written(when: &When) -> bool {
    when.first_day().year() >= -9999 && when.last_day().year() <= 9999
}

/// Stretches that are no date of the calendar, told in any grain.
fn odd_stretches() -> impl Strategy<Value = When> {
    let grain = prop::sample::select(GRAINS);
    let times = (0..86_400u32, 0..86_400u32, prop::bool::ANY);
    (days(), 0..40_000u64, grain, times).prop_filter_map(
        "ends in order, inside the calendar",
        |(first, length, grain, (from, until, is_days))| {
            let last = first + chrono::Days::new(length);
            if is_days {
                return When::days(first, last, grain, Known::Written).filter(is_written);
            }
            let at = |day: NaiveDate, second| {
                Some(day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(second, 0)?))
            };
            When::stretch(at(first, from)?, at(last, until)?, grain, Known::Written)
                .filter(is_written)
        },
    )
}

/// Whatever the program can make of dates: ranges, modifiers, certainties.
fn whens() -> impl Strategy<Value = When> {
    let modified = (dates(), prop::option::of(prop::sample::select(MODIFIERS)))
        .prop_map(|(when, modifier)| modifier.map_or(when, |modifier| when.with_modifier(modifier)))
        .boxed();
    let ranges = (modified.clone(), modified.clone()).prop_map(|(one, other)| one.hull(other));
    let certainty = prop::sample::select(
        &[
            Certainty::Exact,
            Certainty::Approximate,
            Certainty::Uncertain,
        ][..],
    );
    let again = prop::option::of(prop::sample::select(MODIFIERS));
    let any = prop_oneof![3 => modified, 2 => ranges, 1 => odd_stretches()];
    (any, certainty, again).prop_map(|(when, certainty, modifier)| {
        let when = when.with_certainty(certainty);
        modifier.map_or(when, |modifier| when.with_modifier(modifier))
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

/// What every rule is shown to find, besides the pieces.
static EVIDENCE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let (_, rules) = Rules::english_evidence();
    let yields = rules.iter().flat_map(|evidence| &evidence.yields);
    let mut texts: Vec<&str> = PIECES.to_vec();
    for [text, expression, _] in yields {
        // The expression by itself meets words its rule did not expect.
        texts.push(Box::leak(text.clone().into_boxed_str()));
        texts.push(Box::leak(expression.clone().into_boxed_str()));
    }
    texts
});

fn phrases() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..40);
    let evidence = prop::collection::vec(prop::sample::select(EVIDENCE.as_slice()), 0..16);
    prop_oneof![pieces, evidence].prop_map(|words| words.join(" "))
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
        "on Monday they will ",
        "two days after ",
        "“Friday ",
        "13.08.2021",
        "3/4/2020 ",
        "Q3 2021/",
        "every other Tuesday twice a week ",
        "the third quarter a year earlier ",
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
                prop_assert!(is_written(&when), "{}", when);
                prop_assert_eq!(
                    When::parse(&when.to_string(), when.known), Some(when.as_printed()), "{}", when
                );
            }
        }
    }

    #[test]
    fn a_date_that_is_known_and_said_has_a_stretch(
        published in days(),
        text in prop::sample::select(
            &["today", "this week", "this month", "this year", "this decade", "this century"][..]
        )
    ) {
        // Of the first years of the calendar the century begins before it.
        prop_assume!(published.year() >= -9900);
        for timex in read(text, Some(published)) {
            let when = timex.when.expect("a stretch");
            prop_assert!(when.first_day() <= published && published <= when.last_day());
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
    fn what_a_when_prints_reads_back_as_the_same(when in whens()) {
        prop_assert!(when.earliest() <= when.latest());
        let printed = when.to_string();
        let read = When::parse(&printed, when.known);
        prop_assert_eq!(read, Some(when.as_printed()), "{}", printed);
        prop_assert_eq!(when.as_printed().to_string(), printed);
    }

    #[test]

    #[test]
    fn only_parts_of_a_day_lose_by_printing(when in whens()) {
        let third = matches!(
            when.modifier(), Some(Modifier::Start | Modifier::Mid | Modifier::End)
        );
        if when.grain > Grain::Day || (when.grain == Grain::Day && !third) {
            prop_assert_eq!(when.as_printed(), when);
        }
        prop_assert_eq!(when.as_printed().grain, when.grain);
        prop_assert!(when.as_printed().contains(&when));
    }

    #[test]
    fn what_covers_two_stretches_contains_where_both_stand(one in whens(), other in whens()) {
        let hull = one.hull(other);
        prop_assert_eq!(hull, other.hull(one));
        for part in [one, other] {
            prop_assert!(hull.earliest() <= part.earliest() && part.latest() <= hull.latest());
            prop_assert!(hull.certainty >= part.certainty);
        }
    }

    #[test]
    fn a_modifier_narrows_and_never_leaves_the_date_named(
        when in dates(), modifier in prop::sample::select(MODIFIERS)
    ) {
        let modified = when.with_modifier(modifier);
        prop_assert!(modified.earliest() <= modified.latest());
        // What is open counts by days.
        prop_assert!(when.first_day() <= modified.first_day());
        prop_assert!(modified.last_day() <= when.last_day());
        let is_open = modified.not_before().is_none() || modified.not_after().is_none();
        prop_assert!(is_open || when.contains(&modified));
        prop_assert!(modified.is_rough() || modified.grain <= Grain::Day);
    }

    #[test]
    fn any_text_reads_as_a_date_or_as_none(text in "[0-9XTY:/~?.\\[\\]-]{0,24}") {
        if let Some(when) = When::parse(&text, Known::Written) {
            prop_assert!(when.earliest() <= when.latest());
            prop_assert_eq!(When::parse(&when.to_string(), Known::Written), Some(when.as_printed()));
        }
    }
}

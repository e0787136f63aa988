//! The seed article against the annotation made by hand (`tests/gold/seed`).
//!
//! The speech of the article has two right readings, by the article's day and
//! by the speaker's, and either counts.

use std::collections::BTreeSet;

use newsreader::analysis::Analysis;
use newsreader::analysis::people::{MentionKind, Name, QuoteKind};
use newsreader::document::{Document, Span};
use serde::Deserialize;

use super::{f1, seed_article};

#[derive(Deserialize)]
struct GoldTimex {
    start: usize,
    end: usize,
    text: String,
    #[serde(rename = "type")]
    kind: String,
    value: String,
}

#[derive(Deserialize)]
struct GoldPeople {
    people: Vec<GoldPerson>,
}

#[derive(Deserialize)]
struct GoldPerson {
    name: String,
    role: String,
    alias: BTreeSet<String>,
    mentions: BTreeSet<(usize, usize)>,
}

#[derive(Deserialize)]
struct GoldEvents {
    events: Vec<GoldEvent>,
}

#[derive(Deserialize)]
struct GoldEvent {
    date: String,
    sentence_contains: String,
    people: Vec<String>,
}

#[derive(Deserialize)]
struct GoldQuotes {
    quotes: Vec<GoldQuote>,
}

#[derive(Deserialize)]
struct GoldQuote {
    speaker: String,
    start: usize,
    end: usize,
}

fn gold<T: for<'a> Deserialize<'a>>(json: &str) -> T {
    serde_json::from_str(json).expect("the gold annotation parses")
}

fn source_range(document: &Document, span: Span) -> (usize, usize) {
    document.map.to_source(&document.text, span)
}

#[test]
fn time_expressions_hold_their_floors() {
    let (document, analysis) = seed_article();
    let wanted: Vec<GoldTimex> = include_str!("seed/timex.jsonl").lines().map(gold).collect();
    let (mut overlapping, mut valued) = (0, 0);
    let mut wrong = Vec::new();
    for want in &wanted {
        let found = analysis.timexes.iter().find(|timex| {
            let (start, end) = source_range(&document, timex.span);
            start < want.end && want.start < end
        });
        let Some(found) = found else {
            wrong.push(format!("missed {} {}", want.text, want.value));
            continue;
        };
        overlapping += 1;
        let spoken = found.spoken.map(|when| when.to_string());
        let by_article = by_the_article_day(want);
        if found.value == want.value
            || spoken.as_ref() == Some(&want.value)
            || Some(found.value.as_str()) == by_article
        {
            valued += 1;
            assert_eq!(found.kind.as_str(), want.kind, "the type of {}", want.text);
        } else {
            wrong.push(format!(
                "{} is {} {spoken:?}, not {}",
                want.text, found.value, want.value
            ));
        }
    }
    let found = analysis.timexes.len();
    let (relaxed, value) = (
        f1(overlapping, found, wanted.len()),
        f1(valued, found, wanted.len()),
    );
    assert!(
        relaxed >= 97.9 && value >= 97.9,
        "relaxed {relaxed:.1}, value {value:.1} of {found} found: {wrong:#?}"
    );
}

/// What plain TimeML says of a day in the speech of the article: it counts from
/// the article's date, where the annotation counts from the speaker's.
fn by_the_article_day(want: &GoldTimex) -> Option<&'static str> {
    match want.text.to_lowercase().as_str() {
        "today" => Some("2021-08-14"),
        "tomorrow" => Some("2021-08-15"),
        _ => None,
    }
}

#[test]
fn everyone_named_is_found_and_nobody_is_invented() {
    let (document, analysis) = seed_article();
    let GoldPeople { people } = gold(include_str!("seed/people.json"));
    let wanted: BTreeSet<&str> = people.iter().map(|person| person.name.as_str()).collect();
    let found: BTreeSet<&str> = analysis
        .names
        .iter()
        .map(|name| name.full.as_str())
        .collect();
    assert_eq!(found, wanted);
    for want in &people {
        let (index, name) = named(&analysis, &want.name);
        let aliases: BTreeSet<String> = name.aliases.iter().cloned().collect();
        assert_eq!(aliases, want.alias, "the aliases of {}", want.name);
        let mentions: BTreeSet<(usize, usize)> = analysis
            .mentions
            .iter()
            .filter(|mention| mention.name.0 as usize == index)
            .filter(|mention| mention.kind == MentionKind::Named)
            .map(|mention| source_range(&document, mention.span))
            .collect();
        assert_eq!(mentions, want.mentions, "the mentions of {}", want.name);
    }
}

#[test]
fn roles_are_read_beside_the_names() {
    let (_, analysis) = seed_article();
    let GoldPeople { people } = gold(include_str!("seed/people.json"));
    let plain = |role: &str| role.trim_start_matches("the ").to_lowercase();
    let missing: Vec<_> = people
        .iter()
        .filter(|want| {
            let (_, name) = named(&analysis, &want.name);
            !name
                .roles
                .iter()
                .any(|role| plain(&role.text) == plain(&want.role))
        })
        .map(|want| {
            (
                &want.name,
                &want.role,
                &named(&analysis, &want.name).1.roles,
            )
        })
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_event_stands_on_its_date_with_its_people() {
    let (document, analysis) = seed_article();
    let GoldEvents { events } = gold(include_str!("seed/events.json"));
    for want in &events {
        let report = analysis.reports.iter().find(|report| {
            sentence(&document, &analysis, report.sentence).contains(&want.sentence_contains)
        });
        let report =
            report.unwrap_or_else(|| panic!("nothing is told by “{}”", want.sentence_contains));
        assert_eq!(
            timex_date(&report.when),
            want.date,
            "the date of “{}”",
            want.sentence_contains
        );
        let people: Vec<&str> = report
            .people
            .iter()
            .map(|participant| analysis.names[participant.who.0 as usize].full.as_str())
            .collect();
        for person in &want.people {
            assert!(
                people.contains(&person.as_str()),
                "{person} is not in {people:?}"
            );
        }
    }
    assert!(
        analysis.reports.len() <= events.len() + 1,
        "{:#?}",
        analysis.reports
    );
}

#[test]
fn quotations_have_their_speakers() {
    let (document, analysis) = seed_article();
    let GoldQuotes { quotes } = gold(include_str!("seed/quotes.json"));
    let (mut right, mut wrong) = (0, Vec::new());
    for want in &quotes {
        let found = analysis
            .quotes
            .iter()
            .find(|quote| source_range(&document, quote.span) == (want.start, want.end));
        match found.and_then(|quote| quote.speaker) {
            Some(speaker) if analysis.names[speaker.0 as usize].full == want.speaker => right += 1,
            Some(speaker) => wrong.push((&want.speaker, speaker)),
            None => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(right, quotes.len(), "speakers that are right");
    let direct = analysis
        .quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Direct);
    assert_eq!(direct.count(), quotes.len(), "quotations are invented");
}

fn named<'a>(analysis: &'a Analysis, full: &str) -> (usize, &'a Name) {
    let index = analysis.names.iter().position(|name| name.full == full);
    let index = index.unwrap_or_else(|| panic!("{full} was not found"));
    (index, &analysis.names[index])
}

fn sentence<'a>(document: &'a Document, analysis: &Analysis, index: u32) -> &'a str {
    analysis.sentences[index as usize].span.of(&document.text)
}

/// The date as the gold writes it: EDTF, but weeks by their ISO number.
fn timex_date(when: &newsreader::analysis::time::When) -> String {
    match when.grain {
        newsreader::analysis::time::Grain::Week => when.first_day().format("%G-W%V").to_string(),
        newsreader::analysis::time::Grain::DayPart => when.first_day().to_string(),
        _ => when.to_string().trim_end_matches(['~', '?']).to_owned(),
    }
}

//! The events of a corpus, in order of time.

use std::collections::HashMap;
use std::io::{self, Write};

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::Serialize;

use super::paper::{plain, wrap};
use super::{Lines, Stretch, ends};
use crate::analysis::time::{Certainty, Grain, Known, When};
use crate::corpus::{Article, Corpus, Event, ReportId};
use crate::document::Span;

/// One event, as `timeline --format jsonl` prints it.
#[derive(Serialize)]
struct Line<'a> {
    /// EDTF (ISO 8601-2).
    date: String,
    earliest: String,
    latest: String,
    known: &'static str,
    /// The whole sentence of the report shown.
    text: &'a str,
    people: Vec<&'a str>,
    doc: &'a str,
    start: usize,
    end: usize,
    title: &'a str,
    /// How many sentences tell of it.
    reports: usize,
}

/// The sentence that stands for an event.
struct Shown<'a> {
    article: &'a Article,
    text: &'a str,
}

fn shown<'a>(corpus: &'a Corpus, event: &Event) -> Option<Shown<'a>> {
    let id = event.reports.first()?;
    let article = corpus.article(id.article)?;
    let span = sentence_of(article, *id)?;
    Some(Shown {
        article,
        text: span.of(&article.document.text),
    })
}

fn sentence_of(article: &Article, id: ReportId) -> Option<Span> {
    let report = article.analysis.reports.get(id.index as usize)?;
    let sentence = article.analysis.sentences.get(report.sentence as usize)?;
    Some(sentence.span)
}

/// Writes one JSON object an event.
///
/// # Errors
/// What the writer says.
pub fn write_json(corpus: &Corpus, out: impl Write) -> io::Result<()> {
    let stretches = sentence_stretches(corpus);
    let mut lines = Lines::new(out);
    for event in corpus.events() {
        let Some(shown) = shown(corpus, event) else {
            continue;
        };
        let (earliest, latest) = ends(&event.when);
        let (start, end) = stretches[&event.reports[0]];
        lines.write(&Line {
            date: event.when.to_string(),
            earliest,
            latest,
            known: event.when.known.as_str(),
            text: shown.text,
            people: names(corpus, event),
            doc: &shown.article.document.name,
            start,
            end,
            title: &shown.article.document.headline,
            reports: event.reports.len(),
        })?;
    }
    Ok(())
}

/// Where in its source the sentence of each event's first report lies.
///
/// Article by article in the order of the text, so that the walk through each
/// text is taken once, however many events it has.
fn sentence_stretches(corpus: &Corpus) -> HashMap<ReportId, Stretch> {
    let mut first: Vec<ReportId> = corpus
        .events()
        .iter()
        .filter_map(|event| event.reports.first().copied())
        .collect();
    first.sort_unstable();
    let mut stretches = HashMap::with_capacity(first.len());
    for reports in first.chunk_by(|one, other| one.article == other.article) {
        let Some(article) = corpus.article(reports[0].article) else {
            continue;
        };
        let mut cursor = article.document.map.cursor(&article.document.text);
        for id in reports {
            if let Some(span) = sentence_of(article, *id) {
                let start = cursor.to_source(span.start);
                stretches.insert(*id, (start, cursor.end_to_source(span)));
            }
        }
    }
    stretches
}

fn names<'a>(corpus: &'a Corpus, event: &Event) -> Vec<&'a str> {
    event
        .people
        .iter()
        .map(|&id| corpus.person(id).name.as_str())
        .collect()
}

/// Writes the events for people to read, each under its date, in lines of at
/// most `width` columns.
///
/// # Errors
/// What the writer says.
pub fn write_text(corpus: &Corpus, width: usize, mut out: impl Write) -> io::Result<()> {
    let mut under = None;
    for event in corpus.events() {
        let Some(shown) = shown(corpus, event) else {
            continue;
        };
        let heading = heading(&event.when);
        if under.as_ref() != Some(&heading) {
            let gap = if under.is_some() { "\n" } else { "" };
            writeln!(out, "{gap}{heading}")?;
            under = Some(heading);
        }
        let text = plain(shown.text);
        for (index, line) in wrap(&text, width.saturating_sub(4)).iter().enumerate() {
            let indent = if index == 0 { "  - " } else { "    " };
            writeln!(out, "{indent}{line}")?;
        }
        let from = plain(&origin(corpus, event, &shown));
        for line in wrap(&from, width.saturating_sub(6)) {
            writeln!(out, "      {line}")?;
        }
    }
    if under.is_none() {
        writeln!(out, "No dated events were found.")?;
    }
    Ok(())
}

/// Who is in it, which document tells it, and how its date is known.
fn origin(corpus: &Corpus, event: &Event, shown: &Shown<'_>) -> String {
    let mut parts = Vec::new();
    if !event.people.is_empty() {
        parts.push(names(corpus, event).join(", "));
    }
    parts.push(shown.article.document.name.clone());
    if event.reports.len() > 1 {
        parts.push(format!("{} reports", event.reports.len()));
    }
    parts.push(
        match event.when.known {
            Known::Set => "on the date you set",
            Known::Written => "date written there",
            Known::Computed => "date counted from publication",
            Known::Carried => "date carried over from nearby",
            Known::Published => "date of publication",
            Known::Inferred => "date inferred",
        }
        .to_owned(),
    );
    format!("[{}]", parts.join(" · "))
}

/// The date as people write it: "Friday 13 August 2021", "August 2021", "about 2020".
fn heading(when: &When) -> String {
    let (first, last) = (when.first_day(), when.last_day());
    let whole = |other: Option<When>| {
        other.is_some_and(|other| (other.first_day(), other.last_day()) == (first, last))
    };
    let text = if when.grain < Grain::Day {
        hours(when)
    } else if first == last {
        day(first)
    } else if whole(When::month(first.year(), first.month(), when.known)) {
        first.format("%B %Y").to_string()
    } else if whole(When::year(first.year(), when.known)) {
        first.year().to_string()
    } else if whole(When::years(first.year(), 10, when.grain, when.known)) {
        format!("the {}s", first.year())
    } else {
        format!("{} to {}", day(first), day(last))
    };
    match when.certainty {
        Certainty::Exact => text,
        Certainty::Approximate => format!("about {text}"),
        Certainty::Uncertain => format!("{text} (uncertain)"),
    }
}

fn day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

fn hours(when: &When) -> String {
    let clock = |time: NaiveTime| format!("{:02}:{:02}", time.hour(), time.minute());
    let (start, end) = (clock(when.earliest().time()), clock(when.latest().time()));
    let first = day(when.first_day());
    if when.first_day() != when.last_day() {
        format!("{first} {start} to {} {end}", day(when.last_day()))
    } else if start == end {
        format!("{first} {start}")
    } else {
        format!("{first} {start} to {end}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_the_date_as_people_write_it() {
        let friday = NaiveDate::from_ymd_opt(2021, 8, 13).unwrap();
        let next = friday.succ_opt().unwrap();
        let afternoon = When::stretch(
            friday.and_hms_opt(12, 0, 0).unwrap(),
            friday.and_hms_opt(17, 59, 59).unwrap(),
            Grain::DayPart,
            Known::Written,
        );
        for (when, wanted) in [
            (
                Some(When::day(friday, Known::Written)),
                "Friday 13 August 2021",
            ),
            (When::month(2021, 8, Known::Written), "August 2021"),
            (
                When::year(2021, Known::Written)
                    .map(|year| year.with_certainty(Certainty::Approximate)),
                "about 2021",
            ),
            (
                When::years(1990, 10, Grain::Decade, Known::Written),
                "the 1990s",
            ),
            (
                When::days(friday, next, Grain::Day, Known::Written),
                "Friday 13 August 2021 to Saturday 14 August 2021",
            ),
            (afternoon, "Friday 13 August 2021 12:00 to 17:59"),
        ] {
            assert_eq!(heading(&when.unwrap()), wanted);
        }
    }
}

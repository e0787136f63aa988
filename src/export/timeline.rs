//! The events of a corpus, in order of time.

use std::collections::HashMap;
use std::io::{self, Write};

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::Serialize;

use super::paper::{plain, wrap};
use super::{Lines, Player, Stretch, ends};
use crate::analysis::report::PartPlayed;
use crate::analysis::time::{Certainty, Grain, Known, Modifier, When};
use crate::corpus::timeline::{self, modified, year_label, years_label};
use crate::corpus::{Article, Corpus, Event, ReportId};
use crate::document::Span;

/// One event, as `timeline --format jsonl` prints it.
#[derive(Serialize)]
struct Line<'a> {
    /// EDTF (ISO 8601-2).
    date: String,
    /// Null where the date is open ("before 1990").
    earliest: Option<String>,
    latest: Option<String>,
    known: &'static str,
    /// The whole sentence of the report shown.
    text: &'a str,
    people: Vec<&'a str>,
    /// The same people with the parts they play.
    parts: Vec<Player<'a>>,
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
        let parts = players(corpus, event);
        lines.write(&Line {
            date: event.when.to_string(),
            earliest,
            latest,
            known: event.when.known.as_str(),
            text: shown.text,
            people: parts.iter().map(|player| player.name).collect(),
            parts,
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

fn players<'a>(corpus: &'a Corpus, event: &Event) -> Vec<Player<'a>> {
    let people = event.people.iter();
    people
        .map(|participant| Player::new(&corpus.person(participant.who).name, participant.part))
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

/// Who is in it: who acts first, then the others with their parts.
fn cast(corpus: &Corpus, event: &Event) -> String {
    let mut people = event.people.clone();
    people.sort_by_key(|participant| participant.part);
    let named = people.iter().map(|participant| {
        let name = &corpus.person(participant.who).name;
        match participant.part {
            PartPlayed::Acts | PartPlayed::Undergoes => name.clone(),
            PartPlayed::Addressed | PartPlayed::Mentioned => {
                format!("{name} ({})", participant.part.as_str())
            }
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

/// Who is in it, which document tells it, and how its date is known.
fn origin(corpus: &Corpus, event: &Event, shown: &Shown<'_>) -> String {
    let mut parts = Vec::new();
    if !event.people.is_empty() {
        parts.push(cast(corpus, event));
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

/// The date as people write it: "Friday 13 August 2021", "August 2021", "early
/// August 2021", "about 2020", "before 1990".
pub fn heading(when: &When) -> String {
    let Some(modifier) = when.modifier() else {
        return match when.certainty {
            Certainty::Uncertain => format!("{} (uncertain)", date(when)),
            Certainty::Exact | Certainty::Approximate => date(when),
        };
    };
    let named = when.named();
    match named.grain {
        // Their thirds have no name: the days, the months or the hours tell them.
        Grain::Week | Grain::Quarter | Grain::Half | Grain::DayPart if modifier.is_part() => {
            modified(Modifier::Approx, &date(when))
        }
        Grain::Minute
        | Grain::Hour
        | Grain::DayPart
        | Grain::Day
        | Grain::Weekend
        | Grain::Week
        | Grain::Month
        | Grain::Quarter
        | Grain::Half
        | Grain::Year
        | Grain::Decade
        | Grain::Century => modified(modifier, date(&named).trim_start_matches("the ")),
    }
}

/// The stretch without its modifier.
fn date(when: &When) -> String {
    let shape = timeline::Stretch::of(when);
    match shape {
        timeline::Stretch::Hours(..) => hours(when),
        timeline::Stretch::Days(first, last) if first == last => day(first),
        timeline::Stretch::Days(first, last) => format!("{} to {}", day(first), day(last)),
        timeline::Stretch::Months(first, last) => match (month(first), month(last)) {
            (first, last) if first == last => first,
            (first, last) => format!("{first} to {last}"),
        },
        timeline::Stretch::Years(first, last) => years_label(first, last),
        timeline::Stretch::Decade(_) | timeline::Stretch::Century(_) => {
            format!("the {}", shape.name())
        }
    }
}

fn month(first: NaiveDate) -> String {
    format!("{} {}", first.format("%B"), year_label(first.year()))
}

fn day(date: NaiveDate) -> String {
    format!("{} {}", date.format("%A %-d %B"), year_label(date.year()))
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
    fn headings_say_a_modifier_in_words() {
        for (date, modifier, wanted) in [
            ("2021-05", Modifier::Start, "early May 2021"),
            ("2001", Modifier::End, "late 2001"),
            ("199X", Modifier::Mid, "mid-1990s"),
            ("18XX", Modifier::End, "late 19th century"),
            ("1990", Modifier::Approx, "about 1990"),
            ("1990", Modifier::Before, "before 1990"),
            ("2019-08", Modifier::OnOrBefore, "by August 2019"),
            ("2021-08-13", Modifier::End, "late Friday 13 August 2021"),
            ("2021-35", Modifier::End, "about September 2021"),
            (
                "2021-08-02/2021-08-08",
                Modifier::Start,
                "about Monday 2 August 2021 to Tuesday 3 August 2021",
            ),
        ] {
            let when = When::parse(date, Known::Written).unwrap();
            assert_eq!(heading(&when.with_modifier(modifier)), wanted);
        }
    }

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
            (When::year(-43, Known::Written), "44 BC"),
            (
                When::months(2021, 7, 3, Grain::Quarter, Known::Written),
                "July 2021 to September 2021",
            ),
            (
                When::years(1939, 7, Grain::Year, Known::Written),
                "1939–1945",
            ),
        ] {
            assert_eq!(heading(&when.unwrap()), wanted);
        }
    }
}

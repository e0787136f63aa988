//! Where a publication date comes from, and how sure it is.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::written::{self, Found};
use super::{Body, ParagraphKind, Span};
use crate::source::Origin;

/// Says what told the publication date, the most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublishedFrom {
    /// The user set it.
    Set,
    /// Front matter, sidecar or the program that gave the text.
    Metadata,
    /// The URL holds it.
    Url,
    /// The first explicit full date in the head of the text.
    Head,
    /// The dateline ("LONDON, March 5 (Reuters) –").
    Dateline,
    /// The file's name or path.
    FileName,
    /// A copyright line.
    Copyright,
    /// Metadata that marks itself as inferred.
    Inferred,
}

impl PublishedFrom {
    /// Returns a word for readers on how the date is known; empty where its file states it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Metadata => "",
            Self::Set => "set by you",
            Self::Url => "from its address",
            Self::Dateline => "from its dateline",
            Self::Head => "from its first lines",
            Self::FileName => "from its file name",
            Self::Copyright => "from its copyright line",
            Self::Inferred => "inferred",
        }
    }

    /// Says whether the date is a conclusion rather than a statement.
    pub fn is_inferred(self) -> bool {
        match self {
            Self::Set | Self::Metadata | Self::Url | Self::Dateline => false,
            Self::Head | Self::FileName | Self::Copyright | Self::Inferred => true,
        }
    }
}

/// The day a document was published, and what says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Published {
    pub date: NaiveDate,
    pub from: PublishedFrom,
}

/// The head of a text, where its date stands if it has one: so many paragraphs and bytes.
const HEAD_PARAGRAPHS: usize = 4;
const HEAD_BYTES: usize = 600;

/// Copyright lines stand at the foot, within so many bytes.
const FOOT_BYTES: usize = 600;

/// A text is searched so far for dates that take a candidate back.
const WITNESS_BYTES: usize = 20_000;

/// Besides its date, a date's own line has no more letters than this ("Published on … by A. Writer").
const LINE_OF_ITS_OWN: usize = 40;

/// Finds the date of a document whose metadata has none, and says where.
///
/// Asked in turn, most trusted first: the URL, a line of the head that is a
/// date, the dateline with the year of the copyright line, the file's path, the
/// first full date in a sentence of the head, the copyright line. A sentence may
/// well tell of another day, so the path goes before it. The time of the file is not asked: it tells when
/// a copy was made.
pub(super) fn find(
    url: Option<&str>,
    origin: &Origin,
    body: &Body,
    dateline: Option<Span>,
) -> Option<Published> {
    let published = |from| move |date| Published { date, from };
    let foot = || of_foot(&body.text);
    let head = of_head(body);
    url.and_then(of_url)
        .map(published(PublishedFrom::Url))
        .or_else(|| head?.of(Place::OwnLine).map(published(PublishedFrom::Head)))
        .or_else(|| {
            let (month, day) = month_day_of(dateline?.of(&body.text))?;
            let date = NaiveDate::from_ymd_opt(foot()?.year, month, day)?;
            Some(published(PublishedFrom::Dateline)(date))
        })
        .or_else(|| of_origin(origin).map(published(PublishedFrom::FileName)))
        .or_else(|| {
            head?
                .of(Place::Sentence)
                .map(published(PublishedFrom::Head))
        })
        .or_else(|| foot()?.date.map(published(PublishedFrom::Copyright)))
}

/// Finds year, month and day side by side in the path of a URL.
fn of_url(url: &str) -> Option<NaiveDate> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let (_, path) = path.split_once('/')?;
    path_date(path)
}

/// Finds a date in the file's name, or in the names of the directories right above it.
fn of_origin(origin: &Origin) -> Option<NaiveDate> {
    match origin {
        Origin::File(path) => {
            let name = path.file_name()?.to_str()?;
            path_date(name).or_else(|| {
                let above: Vec<&str> = path
                    .parent()
                    .unwrap_or(Path::new(""))
                    .iter()
                    .filter_map(|part| part.to_str())
                    .collect();
                path_date(&above[above.len().saturating_sub(3)..].join("/"))
            })
        }
        Origin::Sample(name) => path_date(name),
        Origin::Stdin | Origin::Given(_) => None,
    }
}

/// `2021/08/14`, `2021-8-14`, `2021_08_14`, `20210814`, standing free of other digits.
fn path_date(path: &str) -> Option<NaiveDate> {
    let numbers: Vec<&str> = path
        .split_inclusive(|character: char| !character.is_ascii_digit())
        .collect();
    let value = |part: &str, longest: usize| {
        let digits = part.trim_end_matches(|end: char| !end.is_ascii_digit());
        (digits.len() <= longest)
            .then(|| digits.parse::<u32>().ok())
            .flatten()
    };
    (0..numbers.len()).find_map(|index| {
        let first = numbers[index].trim_end_matches(|end: char| !end.is_ascii_digit());
        let date = match (first.len(), numbers.get(index + 1..index + 3)) {
            (8, _) => written::date(first),
            (4, Some([month, day])) if numbers[index].ends_with(['/', '-', '_', '.']) => {
                let year = first.parse().ok()?;
                NaiveDate::from_ymd_opt(year, value(month, 2)?, value(day, 2)?)
            }
            _ => None,
        };
        // file numbers look like dates of other centuries
        date.filter(|date| (1900..2100).contains(&date.year()))
    })
}

/// The first full date in the head of a text, and how it stands there.
#[derive(Debug, Clone, Copy)]
struct Head {
    date: NaiveDate,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    OwnLine,
    Sentence,
}

impl Head {
    fn of(self, place: Place) -> Option<NaiveDate> {
        (self.place == place).then_some(self.date)
    }
}

/// Finds the first full date of the head that the rest of the text does not take back.
fn of_head(body: &Body) -> Option<Head> {
    let is_head = |span: &Span| (span.start as usize) < HEAD_BYTES;
    let (text, found) = body
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind != ParagraphKind::Verbatim)
        .map(|paragraph| paragraph.span)
        .take(HEAD_PARAGRAPHS)
        .take_while(is_head)
        .map(|span| prefix(span.of(&body.text), HEAD_BYTES))
        .find_map(|text| Some((text, written::first(text)?)))?;
    if copyright_sign(text).is_some_and(|sign| sign < found.start) {
        return None;
    }
    let place = if is_line_of_its_own(text, found) {
        Place::OwnLine
    } else {
        Place::Sentence
    };
    let is_told = place == Place::OwnLine || !is_taken_back(&body.text, found.date);
    is_told.then_some(Head {
        date: found.date,
        place,
    })
}

/// Whether the line a date stands on holds little else.
fn is_line_of_its_own(text: &str, found: Found) -> bool {
    let start = text[..found.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end = text[found.end..]
        .find('\n')
        .map_or(text.len(), |end| found.end + end);
    let others = (found.start - start) + (end - found.end);
    others <= LINE_OF_ITS_OWN && !text[found.end..end].contains(". ")
}

/// A text that speaks of a later year was not written on an earlier day.
fn is_taken_back(text: &str, date: NaiveDate) -> bool {
    written::years(prefix(text, WITNESS_BYTES)).any(|year| year > date.year())
}

/// Finds where a copyright line begins.
fn copyright_sign(text: &str) -> Option<usize> {
    ["©", "(c)", "(C)", "Copyright", "copyright"]
        .iter()
        .filter_map(|sign| text.find(sign))
        .min()
}

/// What a copyright line tells.
struct Foot {
    year: i32,
    date: Option<NaiveDate>,
}

/// Reads the copyright line at the foot of a text.
fn of_foot(text: &str) -> Option<Foot> {
    let start = text.len().saturating_sub(FOOT_BYTES);
    let start = (start..text.len()).find(|place| text.is_char_boundary(*place))?;
    let foot = &text[start..];
    let line = foot[copyright_sign(foot)?..].lines().next()?;
    let date = written::first(line).map(|found| found.date);
    let year = date
        .map(|date| date.year())
        .or_else(|| written::years(line).last())?;
    Some(Foot { year, date })
}

/// Month and day of a dateline ("LONDON, March 5 (Reuters) –").
fn month_day_of(dateline: &str) -> Option<(u32, u32)> {
    dateline.split(',').find_map(written::month_day)
}

/// The first bytes of a text, whole characters only.
fn prefix(text: &str, longest: usize) -> &str {
    let end = (0..=longest.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{dateline, plain};

    fn check(url: &str, file: &str, text: &str, expected: Option<(&str, PublishedFrom)>) {
        let body = plain::read(text, 0);
        let origin = Origin::File(file.into());
        let dateline = dateline::find(&body.text, &body.paragraphs);
        let found = find(Some(url), &origin, &body, dateline)
            .map(|published| (published.date.to_string(), published.from));
        let expected = expected.map(|(date, from)| (date.to_owned(), from));
        assert_eq!(found, expected, "{url} {file} {text:?}");
    }

    #[test]
    fn each_witness_is_asked_in_turn() {
        use PublishedFrom::{Copyright, Dateline, FileName, Head, Url};
        let head = "Rain\n\nFriday, 5 March 2021\n\nIt rained.";
        check(
            "https://x.org/2021/08/14/a",
            "a.txt",
            head,
            Some(("2021-08-14", Url)),
        );
        check("", "2020-01-02-a.txt", head, Some(("2021-03-05", Head)));
        let told = "On March 5, 2021 it rained in the whole valley, and people were glad of it.";
        check("", "2021-04-06-a.txt", told, Some(("2021-04-06", FileName)));
        check("", "a.txt", told, Some(("2021-03-05", Head)));
        check(
            "",
            "a/20210814_b.txt",
            "It rained.",
            Some(("2021-08-14", FileName)),
        );
        check(
            "",
            "news/2021/08/14/b.txt",
            "It rained.",
            Some(("2021-08-14", FileName)),
        );
        let wire = "LONDON, March 5 (Reuters) – Oil rose.\n\n© Reuters 2021";
        check("", "a.txt", wire, Some(("2021-03-05", Dateline)));
        check(
            "",
            "a.txt",
            "Oil rose.\n\n(c) The Post, 5 March 2021",
            Some(("2021-03-05", Copyright)),
        );
        check("", "a.txt", "Oil rose on August 6.", None);
    }

    #[test]
    fn a_date_of_the_past_is_taken_back_by_later_years() {
        let story = "On March 5, 1953 he died. The archive was opened in 1991.";
        check("", "a.txt", story, None);
        check(
            "",
            "a.txt",
            "March 5, 2021\n\nBy 2030 it will be warmer.",
            Some(("2021-03-05", PublishedFrom::Head)),
        );
        check(
            "",
            "a.txt",
            "Monday, 5 March 2021\n\nThe weekday is wrong.",
            None,
        );
    }

    #[test]
    fn other_numbers_in_names_are_no_dates() {
        check("", "000_1e550ff4c6e3f07d.txt", "", None);
        check("https://x.org/story/20219914", "12345678.txt", "", None);
        check("https://x.org/1984/99/01", "v2-10-4.txt", "", None);
    }
}

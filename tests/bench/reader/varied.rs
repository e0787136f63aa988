//! Texts varied from those of a folder: other people, other days, other order.
//!
//! A pile of copies would be one story told fifty times; so each copy takes a
//! few paragraphs in an order of its own, gives its people other names (one in
//! eight keeps the name) and moves its years.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use newsreader::analysis::Analysis;
use newsreader::analysis::people::MentionKind;
use newsreader::document::{Document, Span};
use newsreader::load::{self, Options};
use newsreader::source::Request;

use super::made::Chance;

/// How many paragraphs a varied text has at most.
const PARAGRAPHS: usize = 8;

/// Writes so many varied texts into a directory, a thousand a folder.
pub fn write(folder: &Path, count: u32, pile: &Path) {
    let bases = load::all(vec![Request::from_argument(folder)], &Options::default()).articles;
    assert!(!bases.is_empty(), "there is nothing to vary in {folder:?}");
    for number in 0..count {
        let (_, document, analysis) = &bases[number as usize % bases.len()];
        let shelf = pile.join(format!("{:03}", number / 1000));
        fs::create_dir_all(&shelf).expect("the pile can be written");
        let path = shelf.join(format!("{number:06}.md"));
        let text = varied(document, analysis, number);
        fs::write(path, text).expect("the pile can be written");
    }
}

fn varied(document: &Document, analysis: &Analysis, number: u32) -> String {
    let mut chance = Chance::new(u64::from(number));
    let names: Vec<Option<String>> = (analysis.names.iter())
        .map(|_| (chance.below(8) > 0).then(|| chance.name()))
        .collect();
    let base = document.published.map_or_else(
        || NaiveDate::from_ymd_opt(2015, 6, 1).expect("a day of the calendar"),
        |published| published.date,
    );
    let back = chance.below(90) * chance.below(90);
    let published = base
        .checked_sub_days(Days::new(back as u64))
        .unwrap_or(base);
    let years = back as i32 / 365;
    let mut text = format!(
        "---\ntitle: \"{} {}\"\ndate: {published}\nauthor: {}\n---\n",
        document.headline.replace(['"', '\\', '\n'], " "),
        chance.word(),
        chance.name()
    );
    let mut spans: Vec<Span> = document.paragraphs.iter().map(|part| part.span).collect();
    for place in 0..spans.len().min(PARAGRAPHS) {
        let other = place + chance.below(spans.len() - place);
        spans.swap(place, other);
        let paragraph = renamed(document, analysis, &names, spans[place]);
        writeln!(text, "{}\n", moved(&paragraph, years)).expect("a string takes everything");
    }
    text
}

/// The paragraph with other names in it.
fn renamed(
    document: &Document,
    analysis: &Analysis,
    names: &[Option<String>],
    span: Span,
) -> String {
    let mut text = String::new();
    let mut from = span.start as usize;
    for mention in &analysis.mentions {
        let at = mention.span;
        let MentionKind::Named = mention.kind else {
            continue;
        };
        let Some(Some(name)) = names.get(mention.name.0 as usize) else {
            continue;
        };
        if !span.contains(at) || (at.start as usize) < from {
            continue;
        }
        text.push_str(&document.text[from..at.start as usize]);
        let whole = at.of(&document.text).contains(char::is_whitespace);
        let family = name.split(' ').next_back().unwrap_or(name);
        text.push_str(if whole { name } else { family });
        from = at.end as usize;
    }
    text.push_str(&document.text[from..span.end as usize]);
    text
}

/// The text with its years of this and the last century moved back.
fn moved(text: &str, years: i32) -> String {
    let mut moved = String::with_capacity(text.len());
    for word in text.split_inclusive(|letter: char| !letter.is_ascii_digit()) {
        let digits = word.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let rest = &word[digits.len()..];
        match digits.parse::<i32>() {
            Ok(year) if (1950..2030).contains(&year) && digits.len() == 4 => {
                write!(moved, "{}{rest}", year - years).expect("a string takes everything");
            }
            Ok(_) | Err(_) => moved.push_str(word),
        }
    }
    moved
}

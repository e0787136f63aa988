//! How many of the persons marked in texts a model finds, and how many it invents.
//!
//! Counted as `score_people.py` of the gold data counts: honorifics before a
//! name and a possessive ending make no difference.

use std::collections::BTreeSet;

use newsreader::analysis::people::{self, Knowledge, MentionKind};
use newsreader::analysis::text::Text;
use newsreader::document::{Document, Span};

/// Right, found and wanted names, exactly and at least in part.
#[derive(Debug, Clone, Default)]
pub struct Score {
    exact: usize,
    found: usize,
    wanted: usize,
    found_overlapping: usize,
    wanted_overlapping: usize,
    /// What is wrong, a line each, with the words around it.
    pub errors: Vec<String>,
}

impl Score {
    /// Counts one text in: its names as found and as marked.
    pub fn add(&mut self, text: &str, found: &[Span], wanted: &[Span]) {
        let bare = |spans: &[Span]| -> BTreeSet<Span> {
            spans.iter().map(|span| bare(text, *span)).collect()
        };
        let (found, wanted) = (bare(found), bare(wanted));
        let overlapping = |ours: &BTreeSet<Span>, theirs: &BTreeSet<Span>| {
            let hit = |span: &&Span| theirs.iter().any(|other| other.overlaps(**span));
            ours.iter().filter(hit).count()
        };
        for (what, span) in found
            .difference(&wanted)
            .map(|span| ("false", span))
            .chain(wanted.difference(&found).map(|span| ("missed", span)))
        {
            self.errors.push(format!("{what}\t{}", around(text, *span)));
        }
        self.exact += found.intersection(&wanted).count();
        self.found += found.len();
        self.wanted += wanted.len();
        self.found_overlapping += overlapping(&found, &wanted);
        self.wanted_overlapping += overlapping(&wanted, &found);
    }

    /// Precision, recall and F1 in hundredths: exact, then overlapping.
    pub fn figures(&self) -> [[f64; 3]; 2] {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let figures = |precision: f64, recall: f64| {
            let sum = precision + recall;
            let f1 = if sum > 0.0 {
                2.0 * precision * recall / sum
            } else {
                0.0
            };
            [precision, recall, f1]
        };
        [
            figures(
                share(self.exact, self.found),
                share(self.exact, self.wanted),
            ),
            figures(
                share(self.found_overlapping, self.found),
                share(self.wanted_overlapping, self.wanted),
            ),
        ]
    }
}

/// A name between marks, with some words before and after it.
fn around(text: &str, span: Span) -> String {
    let before: String = text[..span.start as usize].chars().rev().take(50).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[span.end as usize..].chars().take(40).collect();
    format!("{before}[{}]{after}", span.of(text)).replace('\n', " ")
}

/// The names that are found in a text.
pub fn found(document: &Document, knowledge: &Knowledge) -> Vec<Span> {
    let people = people::find(&Text::read(document), knowledge);
    let named = people.mentions.iter().filter(|mention| match mention.kind {
        MentionKind::Named => true,
        MentionKind::Described => false,
    });
    named.map(|mention| mention.span).collect()
}

const HONORIFICS: [&str; 37] = [
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Gen",
    "Col",
    "Lt",
    "Maj",
    "Capt",
    "Sgt",
    "Sen",
    "Rep",
    "Gov",
    "Rev",
    "St",
    "Hon",
    "Sir",
    "Dame",
    "Lord",
    "Lady",
    "President",
    "Senator",
    "Governor",
    "Minister",
    "General",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "Pope",
    "Judge",
    "Justice",
    "Sheikh",
    "Ayatollah",
    "Imam",
    "Mister",
];

/// The name without honorifics before it and a possessive ending behind.
fn bare(text: &str, mut span: Span) -> Span {
    while let Some((first, rest)) = span.of(text).split_once(char::is_whitespace)
        && HONORIFICS.contains(&first.trim_end_matches('.'))
    {
        let rest = rest.trim_start();
        span.start = span.end - rest.len() as u32;
    }
    let name = span.of(text);
    let name = name
        .strip_suffix('s')
        .filter(|name| name.ends_with(['’', '\'']))
        .unwrap_or(name);
    let name = name.trim_end_matches(['’', '\'']);
    span.end = span.start + name.len() as u32;
    span
}

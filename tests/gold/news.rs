//! Made-up news with its times marked by hand (`tests/gold/news`): spans, types
//! and values of every class, each document with a date of its own or none.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use newsreader::analysis::time::Timex;
use newsreader::analysis::{self, Lexicon};
use newsreader::document::{Document, Span};

use super::f1;

/// A text, and its expressions as they should be found.
struct Marked {
    name: String,
    date: Option<NaiveDate>,
    text: String,
    expressions: Vec<Expression>,
}

struct Expression {
    span: Span,
    kind: String,
    value: String,
}

/// How many there are, and how many of them are right by each measure.
#[derive(Default)]
struct Count {
    wanted: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    typed: usize,
    valued: usize,
}

#[test]
fn time_expressions_in_news_hold_their_floors() {
    let texts = marked();
    let mut count = Count::default();
    let mut wrong = Vec::new();
    for text in &texts {
        compare(text, &mut count, &mut wrong);
    }
    assert!(
        texts.len() >= 25 && count.wanted >= 500,
        "{} expressions in {} texts",
        count.wanted,
        texts.len()
    );
    let share = |right| f1(right, count.found, count.wanted);
    let figures = [count.strict, count.relaxed, count.typed, count.valued].map(share);
    let floors = [98.5, 99.5, 99.0, 97.0];
    assert!(
        figures
            .iter()
            .zip(floors)
            .all(|(figure, floor)| *figure >= floor),
        "strict, relaxed, type, value: {figures:.1?}, the floors {floors:?}: {wrong:#?}"
    );
}

fn compare(marked: &Marked, count: &mut Count, wrong: &mut Vec<String>) {
    let document = Document::given(&marked.name, &marked.text, marked.date);
    assert_eq!(
        document.text, marked.text,
        "spans are of the text as written"
    );
    let found = analysis::analyse(&document, Lexicon::english()).timexes;
    count.wanted += marked.expressions.len();
    count.found += found.len();
    for want in &marked.expressions {
        let told = |words: &str| wrong_in(marked, want, words);
        let overlapping = |timex: &&Timex| timex.span.overlaps(want.span);
        let Some(timex) = found.iter().find(overlapping) else {
            wrong.push(told("missed"));
            continue;
        };
        count.relaxed += 1;
        count.strict += usize::from(timex.span == want.span);
        count.typed += usize::from(timex.kind.as_str() == want.kind);
        count.valued += usize::from(timex.value == want.value);
        if timex.value != want.value {
            wrong.push(told(&format!("is {}", timex.value)));
        }
    }
    for timex in &found {
        let is_wanted = |want: &Expression| want.span.overlaps(timex.span);
        if !marked.expressions.iter().any(is_wanted) {
            let words = timex.span.of(&marked.text);
            wrong.push(format!("{}: “{words}” is nothing", marked.name));
        }
    }
}

fn wrong_in(marked: &Marked, want: &Expression, how: &str) -> String {
    let words = want.span.of(&marked.text);
    format!("{}: “{words}”, {}, {how}", marked.name, want.value)
}

/// Reads the marked texts, in the order of their names.
fn marked() -> Vec<Marked> {
    let paths = super::texts("news");
    paths.iter().map(|path| unmark(path)).collect()
}

/// Takes the marks out of a text: "[last week|DATE 2021-W31]".
fn unmark(path: &Path) -> Marked {
    let name = path.display().to_string();
    let written = fs::read_to_string(path).expect("a text can be read");
    let (head, body) = written.split_once("\n\n").expect("a date and a text");
    let date = head.strip_prefix("date: ").expect("a date comes first");
    let mut parts = body.trim_end().split('[');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut expressions = Vec::new();
    for part in parts {
        let (marked, rest) = part.split_once(']').expect("a mark ends");
        let (words, marks) = marked.split_once('|').expect("a mark has words");
        let mut marks = marks.split(' ').map(str::to_owned);
        let start = text.len();
        text.push_str(words);
        expressions.push(Expression {
            span: Span::new(start, text.len()),
            kind: marks.next().expect("a mark has a type"),
            value: marks.next().expect("a mark has a value"),
        });
        text.push_str(rest);
    }
    Marked {
        name,
        date: (date != "none").then(|| date.parse().expect("a date, or none")),
        text,
        expressions,
    }
}

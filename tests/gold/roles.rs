//! Made-up news with the roles of its people marked by hand (`tests/gold/roles`).
//!
//! Roles of people whose name the finder misses are counted apart: they say
//! nothing about the reading of roles.

use newsreader::analysis::people::{Name, Role};
use newsreader::analysis::{self, Lexicon};
use newsreader::document::{Document, Span};

use super::f1;

/// A text and what its people are said to be.
struct Marked {
    text: String,
    roles: Vec<Want>,
}

/// A role as it should be read, of everyone it is said of.
struct Want {
    span: Span,
    /// As it should be kept: singular where several share it.
    role: String,
    /// The last words of their names.
    people: Vec<String>,
}

/// How many roles there are, and how many of them are right by each measure.
#[derive(Default)]
struct Count {
    wanted: usize,
    nameless: usize,
    found: usize,
    exact: usize,
    overlapping: usize,
}

#[test]
fn roles_in_news_hold_their_floors() {
    let mut count = Count::default();
    let mut wrong = Vec::new();
    let stated = marked(include_str!("roles/stated.txt"));
    let none = marked(include_str!("roles/none.txt"));
    let later = marked(include_str!("roles/later.txt"));
    assert!(stated.len() + none.len() >= 200 && none.len() >= 50);
    for text in stated.iter().chain(&none).chain(&later) {
        compare(text, &mut count, &mut wrong);
    }
    assert!(count.wanted >= 200, "{} roles", count.wanted);
    let share = |right| f1(right, count.found, count.wanted - count.nameless);
    let figures = [count.exact, count.overlapping].map(share);
    let floors = [96.5, 98.5];
    let is_low = figures
        .iter()
        .zip(floors)
        .any(|(figure, floor)| *figure < floor);
    assert!(
        !is_low && count.nameless <= 12,
        "exact, overlapping: {figures:.1?}, the floors {floors:?}; {} wanted, {} found, {} exact, \
         {} overlapping, {} without a name found: {wrong:#?}",
        count.wanted,
        count.found,
        count.exact,
        count.overlapping,
        count.nameless,
    );
}

fn compare(marked: &Marked, count: &mut Count, wrong: &mut Vec<String>) {
    let document = Document::given("roles", &marked.text, None);
    assert_eq!(
        document.text, marked.text,
        "spans are of the text as written"
    );
    let names = analysis::analyse(&document, Lexicon::english()).names;
    let mut told = |words: String| wrong.push(format!("{}: {words}", marked.text));
    let mut wanted: Vec<(&Want, &Name)> = Vec::new();
    for want in &marked.roles {
        for person in &want.people {
            count.wanted += 1;
            match names.iter().find(|name| is_called(name, person)) {
                Some(name) => wanted.push((want, name)),
                None => {
                    count.nameless += 1;
                    told(format!("nobody is called {person}"));
                }
            }
        }
    }
    let mut found: Vec<(&Role, &Name)> = Vec::new();
    for name in &names {
        found.extend(name.roles.iter().map(|role| (role, name)));
    }
    count.found += found.len();
    for (want, name) in &wanted {
        let mut of_name = found
            .iter()
            .filter(|(_, other)| std::ptr::eq(*other, *name));
        let Some((role, _)) = of_name.find(|(role, _)| role.span.overlaps(want.span)) else {
            told(format!("{}: “{}” is missed", name.full, want.role));
            continue;
        };
        count.overlapping += 1;
        if bare(&role.text) == bare(&want.role) {
            count.exact += 1;
        } else {
            told(format!(
                "{}: “{}” is not “{}”",
                name.full, role.text, want.role
            ));
        }
    }
    for (role, name) in &found {
        let is_wanted = |(want, other): &(&Want, &Name)| {
            std::ptr::eq(*other, *name) && role.span.overlaps(want.span)
        };
        if !wanted.iter().any(is_wanted) {
            told(format!("{}: “{}” is none", name.full, role.text));
        }
    }
}

/// Says whether a name ends with a word.
fn is_called(name: &Name, last: &str) -> bool {
    name.full.split(' ').next_back() == Some(last)
}

/// A role without its article, which is written where it stands beside the name.
fn bare(role: &str) -> &str {
    let articles = ["the ", "The ", "a ", "A ", "an ", "An "];
    let without = articles
        .iter()
        .find_map(|article| role.strip_prefix(article));
    without.unwrap_or(role)
}

fn marked(lines: &str) -> Vec<Marked> {
    let texts = lines
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    texts.map(unmark).collect()
}

/// Takes the marks out of a text: "[Ministers=Minister|Roe|Doe]"; marks may lie in marks.
fn unmark(line: &str) -> Marked {
    let mut text = String::new();
    let mut roles = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['[', ']', '|', '=']) {
        text.push_str(&rest[..at]);
        let (mark, after) = rest[at..].split_at(1);
        rest = after;
        if mark == "[" {
            open.push(text.len());
            continue;
        }
        let start = open.pop().expect("a mark that ends has begun");
        let (marks, after) = rest.split_once(']').expect("a mark ends");
        rest = after;
        let written = text[start..].to_owned();
        let (role, people) = match mark {
            "=" => marks.split_once('|').expect("a mark has people"),
            _ => (written.as_str(), marks),
        };
        roles.push(Want {
            span: Span::new(start, text.len()),
            role: role.to_owned(),
            people: people.split('|').map(str::to_owned).collect(),
        });
    }
    text.push_str(rest);
    Marked { text, roles }
}

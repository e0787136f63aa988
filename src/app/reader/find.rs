//! Searches an article's text: accents do not count, case only where the query has capitals.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::document::Span;

/// A search that is on, and its matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    pub query: String,
    /// In order of the text, not overlapping.
    pub matches: Vec<Span>,
    /// The match stood on.
    pub current: usize,
}

impl Search {
    /// Looks for `query` in `text`; the match stood on is the first at or after byte `from`.
    pub fn new(query: &str, text: &str, from: u32) -> Self {
        let matches = find(query, text);
        let current = matches
            .iter()
            .position(|found| found.start >= from)
            .unwrap_or(0);
        Self {
            query: query.to_owned(),
            matches,
            current,
        }
    }

    /// Goes `step` matches on, around the ends. `None` when there are none.
    pub fn step(&mut self, step: isize) -> Option<Span> {
        let count = isize::try_from(self.matches.len())
            .ok()
            .filter(|count| *count > 0)?;
        self.current = (self.current as isize + step).rem_euclid(count) as usize;
        self.matches.get(self.current).copied()
    }
}

fn find(query: &str, text: &str) -> Vec<Span> {
    let keeps_case = query.chars().any(char::is_uppercase);
    let (needle, _) = fold(query, keeps_case);
    if needle.is_empty() {
        return Vec::new();
    }
    let (haystack, origins) = fold(text, keeps_case);
    let found = memchr::memmem::find_iter(haystack.as_bytes(), needle.as_bytes());
    found
        .map(|at| Span {
            start: origins[at],
            end: end_of(text, origins[at + needle.len() - 1]),
        })
        .collect()
}

/// The byte after the character at `start` and the marks that belong to it.
fn end_of(text: &str, start: u32) -> u32 {
    let rest = &text[start as usize..];
    let mut letters = rest
        .char_indices()
        .skip(1)
        .skip_while(|(_, letter)| is_combining_mark(*letter));
    start + letters.next().map_or(rest.len(), |(at, _)| at) as u32
}

/// The text without accents, and for each of its bytes the byte its character began at.
fn fold(text: &str, keeps_case: bool) -> (String, Vec<u32>) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let mut push = |letter: char| match letter {
            '’' | '‘' => folded.push('\''),
            '“' | '”' => folded.push('"'),
            letter if letter.is_whitespace() => folded.push(' '),
            letter if keeps_case => folded.push(letter),
            letter => folded.extend(letter.to_lowercase()),
        };
        if letter.is_ascii() {
            push(letter);
        } else {
            [letter]
                .into_iter()
                .nfkd()
                .filter(|letter| !is_combining_mark(*letter))
                .for_each(push);
        }
        origins.resize(folded.len(), at as u32);
    }
    (folded, origins)
}

#[cfg(test)]
mod tests {
    use super::Search;

    fn check(query: &str, text: &str, expected: &[&str]) {
        let search = Search::new(query, text, 0);
        let found: Vec<&str> = search.matches.iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{query} in {text}");
    }

    #[test]
    fn accents_do_not_count_and_case_only_with_capitals() {
        check(
            "jose",
            "José, JOSE\u{301} and josé",
            &["José", "JOSE\u{301}", "josé"],
        );
        check("José", "José, JOSE and josé", &["José"]);
        check("it's", "It’s late", &["It’s"]);
        check("", "anything", &[]);
    }

    #[test]
    fn a_match_may_cross_the_end_of_a_written_line() {
        check("new york", "in New\nYork today", &["New\nYork"]);
    }

    #[test]
    fn stepping_goes_around() {
        let mut search = Search::new("a", "a b a b a", 3);
        assert_eq!(search.current, 1);
        assert_eq!(search.step(1).unwrap().start, 8);
        assert_eq!(search.step(1).unwrap().start, 0);
        assert_eq!(search.step(-1).unwrap().start, 8);
        assert_eq!(Search::new("z", "abc", 0).step(1), None);
    }
}

//! Which characters of a shown text matched.

use super::matcher::Matcher;
use super::near::Near;
use super::part::Kind;
use super::query::{Manner, Query, Term};
use super::trail::Line;
use super::words;
use crate::corpus::fold;

/// A hit as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub text: String,
    /// Byte offsets of the characters that matched, ascending.
    pub matched: Vec<u32>,
}

/// Composes what is shown of an entry: its first piece, and of the others
/// (aliases, roles, people) those in which a term matched.
pub(super) fn compose<'a>(
    mut pieces: impl Iterator<Item = &'a str>,
    kind: Kind,
    query: &Query,
    matcher: &impl Matcher,
) -> Shown {
    let first = Folded::of(pieces.next().unwrap_or_default());
    let others: Vec<Folded<'_>> = pieces.map(Folded::of).collect();
    let mut lit = vec![Vec::new(); others.len() + 1];
    for term in query.wanted() {
        let found = match term.manner {
            Manner::Loose => find_loosely(&first, &others, kind, &term.text, matcher),
            Manner::Exact | Manner::Whole | Manner::First | Manner::Last | Manner::Equal => {
                let named = first.exactly(term, kind == Kind::Person);
                let named = named.map(|matched| (0, matched));
                named.or_else(|| in_others(&others, |piece| piece.exactly(term, false)))
            }
        };
        if let Some((place, matched)) = found {
            lit[place].extend(matched);
        }
    }
    let mut text = String::new();
    let mut matched = Vec::new();
    for (place, (piece, mut places)) in std::iter::once(&first).chain(&others).zip(lit).enumerate()
    {
        if place > 0 && places.is_empty() {
            continue;
        }
        if place > 0 {
            text.push_str(" · ");
        }
        places.sort_unstable();
        places.dedup();
        matched.extend(places.iter().map(|offset| offset + text.len() as u32));
        text.push_str(piece.shown);
    }
    Shown { text, matched }
}

/// A piece by its place, and the characters of it that matched.
type Lit = Option<(usize, Vec<u32>)>;

fn find_loosely(
    first: &Folded<'_>,
    others: &[Folded<'_>],
    kind: Kind,
    text: &str,
    matcher: &impl Matcher,
) -> Lit {
    let in_first = |matched| (0, matched);
    first
        .word(text)
        .map(in_first)
        .or_else(|| in_others(others, |piece| piece.word(text)))
        .or_else(|| first.letters(text, kind, matcher).map(in_first))
        .or_else(|| first.inside(text).map(in_first))
        .or_else(|| in_others(others, |piece| piece.inside(text)))
        .or_else(|| {
            let near = Near::of(text)?;
            let named = first.misspelt(&near).map(in_first);
            named.or_else(|| in_others(others, |piece| piece.misspelt(&near)))
        })
}

fn in_others(others: &[Folded<'_>], find: impl Fn(&Folded<'_>) -> Option<Vec<u32>>) -> Lit {
    let found = |(place, piece)| find(piece).map(|matched| (place + 1, matched));
    others.iter().enumerate().find_map(found)
}

/// A text with its folded letters and where each came from.
struct Folded<'a> {
    shown: &'a str,
    folded: String,
    /// For each byte of `folded`, where its character begins in `shown`.
    origins: Vec<u32>,
}

impl<'a> Folded<'a> {
    fn of(shown: &'a str) -> Self {
        let mut folded = String::with_capacity(shown.len());
        let mut origins = Vec::with_capacity(shown.len());
        for (offset, character) in shown.char_indices() {
            fold::fold_char(character, |letter| folded.push(letter));
            origins.resize(folded.len(), offset as u32);
        }
        Self {
            shown,
            folded,
            origins,
        }
    }

    /// The beginning of the first word that begins with a term.
    fn word(&self, term: &str) -> Option<Vec<u32>> {
        let word = words::words_of(&self.folded).find(|word| word.starts_with(term))?;
        let begin = self.begin_of(word);
        Some(self.origins[begin..begin + term.len()].to_vec())
    }

    fn inside(&self, term: &str) -> Option<Vec<u32>> {
        let begin = self.folded.find(term)?;
        Some(self.origins[begin..begin + term.len()].to_vec())
    }

    fn exactly(&self, term: &Term, is_name: bool) -> Option<Vec<u32>> {
        let range = Line::of(&self.folded, is_name).find(term)?;
        Some(self.origins[range].to_vec())
    }

    /// The nearest of the words that are a term misspelt.
    fn misspelt(&self, near: &Near) -> Option<Vec<u32>> {
        let words = words::words_of(&self.folded);
        let valued = words.filter_map(|word| Some((near.value(word)?, word)));
        let (_, word) = valued.max_by_key(|(value, _)| *value)?;
        let begin = self.begin_of(word);
        Some(self.origins[begin..begin + word.len()].to_vec())
    }

    fn begin_of(&self, word: &str) -> usize {
        word.as_ptr() as usize - self.folded.as_ptr() as usize
    }

    /// The letters one by one, where the kind is short enough for that to mean something.
    fn letters(&self, term: &str, kind: Kind, matcher: &impl Matcher) -> Option<Vec<u32>> {
        if !kind.has_name() {
            return None;
        }
        let (_, characters) = matcher.match_letters(&self.folded, term)?;
        let mut begins = self.folded.char_indices().map(|(offset, _)| offset);
        let mut from = 0;
        let origins = characters.into_iter().filter_map(|character| {
            let offset = begins.nth(character - from)?;
            from = character + 1;
            Some(self.origins[offset])
        });
        Some(origins.collect())
    }
}

//! Which characters of a shown text matched.

use super::entries::Kind;
use super::matcher::Matcher;
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
    terms: &[String],
    matcher: &impl Matcher,
) -> Shown {
    let first = Folded::of(pieces.next().unwrap_or_default());
    let others: Vec<Folded<'_>> = pieces.map(Folded::of).collect();
    let mut lit = vec![Vec::new(); others.len() + 1];
    for term in terms {
        let found = first
            .word(term)
            .map(|matched| (0, matched))
            .or_else(|| in_others(&others, |piece| piece.word(term)))
            .or_else(|| {
                first
                    .letters(term, kind, matcher)
                    .map(|matched| (0, matched))
            })
            .or_else(|| first.inside(term).map(|matched| (0, matched)))
            .or_else(|| in_others(&others, |piece| piece.inside(term)));
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

fn in_others(
    others: &[Folded<'_>],
    find: impl Fn(&Folded<'_>) -> Option<Vec<u32>>,
) -> Option<(usize, Vec<u32>)> {
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
        let begin = word.as_ptr() as usize - self.folded.as_ptr() as usize;
        Some(self.origins[begin..begin + term.len()].to_vec())
    }

    fn inside(&self, term: &str) -> Option<Vec<u32>> {
        let begin = self.folded.find(term)?;
        Some(self.origins[begin..begin + term.len()].to_vec())
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

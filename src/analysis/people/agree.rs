//! Makes the lone words of a document agree with its full names.
//!
//! "Roe" alone is hard to tell from a town or a firm; where the same document
//! has "Jane Roe" it is her, unless the model is sure of something else. Behind
//! "the mayor of" stands a town, and "the Roes" are a family where there is a Roe.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::find::names;
use super::lists::Class;
use super::model::{Label, Marked, key};
use super::pieces::{Pieces, Shape};

/// How far the model may lean against a person, in its own units (127 for the
/// heaviest feature), where the word is the last word of a full name, and where it
/// is the first. Measured on the development sets, which hardly tell values
/// between half and twice apart.
const AGAINST_SURNAME: i32 = -80;
const AGAINST_GIVEN: i32 = -20;

/// How often a document has a word as a person's name.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    /// As the last word of several, as the first, and alone.
    ends: u32,
    begins: u32,
    alone: u32,
}

/// Gives lone words the label that the rest of the document speaks for.
pub(super) fn agree(pieces: &Pieces<'_>, marked: &mut [Marked]) {
    let votes = count(pieces, marked);
    if votes.is_empty() {
        return;
    }
    for (sentence, _) in pieces.sentences() {
        for at in sentence.clone() {
            if !is_lone(pieces, &sentence, at) {
                continue;
            }
            let own = votes.get(&word(pieces, at)).copied().unwrap_or_default();
            marked[at].label = if is_family(pieces, &sentence, at, &votes) {
                Label::Only
            } else if own.ends == 0 && is_seat(pieces, marked, &sentence, at) {
                Label::Place
            } else {
                own.label(marked[at])
            };
        }
    }
}

fn word(pieces: &Pieces<'_>, at: usize) -> u32 {
    pieces.words[pieces.all[at].word as usize].key()
}

fn count(pieces: &Pieces<'_>, marked: &[Marked]) -> FxHashMap<u32, Votes> {
    let mut votes: FxHashMap<u32, Votes> = FxHashMap::default();
    for (sentence, _) in pieces.sentences() {
        for name in names(marked, sentence) {
            let (first, last) = (word(pieces, name.start), word(pieces, name.end - 1));
            if name.len() == 1 {
                votes.entry(first).or_default().alone += 1;
            } else {
                votes.entry(first).or_default().begins += 1;
                votes.entry(last).or_default().ends += 1;
            }
        }
    }
    votes
}

/// Whether a capitalised word has no other beside it; the first word of the
/// sentence may stand before it.
fn is_lone(pieces: &Pieces<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let capital = |at: usize| {
        sentence.contains(&at)
            && matches!(
                pieces.all[at].shape,
                Shape::Capital | Shape::Acronym | Shape::Initial
            )
    };
    let first = sentence.start;
    pieces.all[at].shape == Shape::Capital
        && !(at > first + 1 && capital(at - 1))
        && !capital(at + 1)
}

/// "the Roes", where the document has a Roe.
fn is_family(
    pieces: &Pieces<'_>,
    sentence: &Range<usize>,
    at: usize,
    votes: &FxHashMap<u32, Votes>,
) -> bool {
    let follows_article = at > sentence.start && matches!(pieces.word(at - 1), "the" | "The");
    let bears = |name: &str| {
        let votes = votes.get(&key(name)).copied().unwrap_or_default();
        name.len() > 2 && votes.ends + votes.alone > 0
    };
    let Some(name) = pieces
        .word(at)
        .strip_suffix('s')
        .filter(|_| follows_article)
    else {
        return false;
    };
    bears(name) || name.strip_suffix('e').is_some_and(bears)
}

/// "the mayor of Roe", "Jane Doe of Roe", "Jane Doe, 38, of Roe": where somebody
/// sits or lives.
fn is_seat(pieces: &Pieces<'_>, marked: &[Marked], sentence: &Range<usize>, at: usize) -> bool {
    if at < sentence.start + 3 || pieces.word(at - 1) != "of" {
        return false;
    }
    let aged = pieces.word(at - 2) == "," && pieces.all[at - 3].shape == Shape::Number;
    let of_person = marked[at - 2].label == Label::Last;
    aged || of_person || pieces.all[at - 2].classes.has(Class::Role)
}

impl Votes {
    fn label(self, marked: Marked) -> Label {
        match marked.label {
            Label::Outside | Label::Place | Label::Organisation | Label::Other => {
                let is_person = self.ends > 0 && marked.lean > AGAINST_SURNAME
                    || self.begins > 0 && marked.lean > AGAINST_GIVEN;
                if is_person { Label::Only } else { marked.label }
            }
            Label::First | Label::Inner | Label::Last | Label::Only => marked.label,
        }
    }
}

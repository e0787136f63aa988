//! Makes the lone words of a document agree with its full names.
//!
//! "Roe" alone is hard to tell from a town or a firm; where the same document
//! has "Jane Roe" it is her, unless the model is very sure of something else.
//! And what the document mostly uses for something else is no person once.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::find::names;
use super::lists::Class;
use super::model::{Label, Marked, key};
use super::pieces::{Pieces, Shape};

/// How far the model may lean against a person, in its own units (127 for the
/// heaviest feature), before the document is not heard. Measured on the
/// development sets, which hardly tell values between half and twice apart.
mod against {
    /// The word is the last of a full name.
    pub(super) const SURNAME: i32 = -200;
    /// It is the first of one.
    pub(super) const GIVEN: i32 = -100;
    /// It is mostly a person where it stands alone.
    pub(super) const ALONE: i32 = -100;
}

/// How far the model must lean towards a person for a word that the document
/// mostly uses for something else.
const SURE: i32 = 120;

/// What a document makes of one word.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    /// How often it ends, or begins, a name of several words.
    ends: u32,
    begins: u32,
    /// How often it is a name alone, and how often it is something else's.
    alone: u32,
    other: u32,
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
        for name in names(marked, sentence.clone()) {
            let (first, last) = (word(pieces, name.start), word(pieces, name.end - 1));
            if name.len() == 1 {
                votes.entry(first).or_default().alone += 1;
            } else {
                votes.entry(first).or_default().begins += 1;
                votes.entry(last).or_default().ends += 1;
            }
        }
        for at in sentence {
            match marked[at].label {
                Label::Place | Label::Organisation | Label::Other => {
                    votes.entry(word(pieces, at)).or_default().other += 1;
                }
                Label::Outside | Label::First | Label::Inner | Label::Last | Label::Only => {}
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
        name.len() > 2 && votes.ends + votes.alone > votes.other
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
                let wins = self.ends > 0 && marked.lean > against::SURNAME
                    || self.begins > 0 && marked.lean > against::GIVEN
                    || self.alone > self.other && marked.lean > against::ALONE;
                if wins { Label::Only } else { marked.label }
            }
            Label::Only => {
                let is_other = self.ends + self.begins == 0 && self.other > self.alone;
                if is_other && marked.lean < SURE {
                    Label::Other
                } else {
                    Label::Only
                }
            }
            Label::First | Label::Inner | Label::Last => marked.label,
        }
    }
}

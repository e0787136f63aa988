//! The stretches of a sentence that may hold a name.

use std::ops::Range;

use crate::analysis::people::lists::Class;
use crate::analysis::people::pieces::{Pieces, Register, Shape};

/// How many particles may lead to a name ("de la Roe").
const PARTICLES: usize = 3;

/// Finds the stretches of pieces that may belong to names, in order.
///
/// Capitalised words may, a word between two of them ("Anne of Roe"), and
/// particles that lead to one.
pub(super) fn of<'p>(
    pieces: &'p Pieces<'_>,
    sentence: Range<usize>,
) -> impl Iterator<Item = Range<usize>> + 'p {
    let mut at = sentence.start;
    std::iter::from_fn(move || {
        while at < sentence.end && !may_be(pieces, &sentence, at) {
            at += 1;
        }
        let start = at;
        while at < sentence.end && may_be(pieces, &sentence, at) {
            at += 1;
        }
        (start < at).then_some(start..at)
    })
}

/// Whether a piece is written as a name is.
pub(super) fn is_capital(pieces: &Pieces<'_>, at: usize) -> bool {
    match pieces.all[at].shape {
        Shape::Capital | Shape::Initial | Shape::Acronym => true,
        Shape::Small | Shape::Number | Shape::Possessive | Shape::Mark => false,
    }
}

fn may_be(pieces: &Pieces<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let capital = |at: usize| sentence.contains(&at) && is_capital(pieces, at);
    let piece = pieces.all[at];
    match piece.shape {
        Shape::Capital | Shape::Initial | Shape::Acronym => true,
        Shape::Possessive => false,
        Shape::Small | Shape::Number | Shape::Mark => {
            let between = at > sentence.start && capital(at - 1) && capital(at + 1);
            between
                || pieces.register == Register::Casual && is_small_name(pieces, sentence, at)
                || piece.classes.has(Class::Particle) && leads_to_name(pieces, sentence, at)
        }
    }
}

/// Whether a word written small is one the lists know as a name, or follows one.
fn is_small_name(pieces: &Pieces<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let listed = |at: usize| {
        let piece = pieces.all[at];
        piece.shape == Shape::Small && piece.classes.any(&NAMES) && !piece.classes.any(&WORDS)
    };
    let follows = || {
        let piece = pieces.all[at];
        at > sentence.start
            && listed(at - 1)
            && piece.shape == Shape::Small
            && !piece.classes.has(Class::Function)
    };
    listed(at) || follows()
}

const NAMES: [Class; 5] = [
    Class::CommonGiven,
    Class::Given,
    Class::CommonSurname,
    Class::Surname,
    Class::InPersons,
];

/// What is a word before it is a name, when written small.
const WORDS: [Class; 8] = [
    Class::Ordinary,
    Class::Function,
    Class::Say,
    Class::Act,
    Class::Role,
    Class::RoleWord,
    Class::Particle,
    Class::Casual,
];

/// Whether particles from `at` on end before a capitalised word.
fn leads_to_name(pieces: &Pieces<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let is_particle = |at: &usize| {
        let piece = pieces.all[*at];
        piece.shape == Shape::Small && piece.classes.has(Class::Particle)
    };
    let end = (at..sentence.end.min(at + PARTICLES))
        .find(|at| !is_particle(at))
        .unwrap_or(sentence.end.min(at + PARTICLES));
    end < sentence.end && pieces.all[end].shape == Shape::Capital
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::people::Lists;
    use crate::analysis::text::Text;
    use crate::document::Document;

    /// The stretches of a text that may hold names, parted by `|`.
    fn check(text: &str, expected: &str) {
        let document = Document::given("test", text, None);
        let text = Text::read(&document);
        let pieces = Pieces::read(&text, &Lists::english());
        let found: Vec<String> = pieces
            .sentences()
            .flat_map(|(sentence, _)| of(&pieces, sentence).collect::<Vec<_>>())
            .map(|range| {
                let words: Vec<&str> = range.map(|at| pieces.word(at)).collect();
                words.join(" ")
            })
            .collect();
        assert_eq!(found.join(" | "), expected, "{:?}", text.source);
    }

    #[test]
    fn capitals_and_what_joins_them_may_be_names() {
        check("Then Jane van der Roe met him.", "Then Jane van der Roe");
        check("It rained on Anne of Roe, he said.", "It | Anne of Roe");
        check("We went to al-Roe.", "We | al-Roe");
    }

    #[test]
    fn small_letters_may_be_names_only_where_people_talk() {
        check("I saw robert.", "I");
        check("omg i saw robert, u dont", "robert");
    }
}

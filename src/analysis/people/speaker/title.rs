//! Words in quotation marks that nobody says: titles, names, odd words.

use super::super::lists::Class;
use super::super::marks::Quoted;
use super::super::pieces::Shape;
use super::super::subject::Scene;
use super::SHORTEST;

impl Scene<'_, '_> {
    /// A single word in marks away from its verb: an odd word, but nobody's.
    pub(super) fn is_word_in_passing(&self, quoted: &Quoted, verb: usize) -> bool {
        let start = quoted.pieces.start;
        let beside = verb + 1 == start || matches!(self.word(start - 1), "," | ":" | "as" | "that");
        let names = matches!(
            self.word(verb),
            "called" | "calls" | "calling" | "described" | "describes" | "describing" | "dismissed"
        );
        quoted.pieces.len() <= 3 && !beside && !names
    }

    /// Words in marks that are the name of something: "Every Word in Capitals".
    pub(super) fn is_title(&self, quoted: &Quoted) -> bool {
        let inner = quoted.pieces.start + 1..quoted.pieces.end - 1;
        let mut capitals = 0;
        for at in inner {
            let piece = self.pieces.all[at];
            match piece.shape {
                Shape::Capital | Shape::Acronym => capitals += 1,
                Shape::Small if piece.classes.has(Class::Function) && piece.span.len() <= 4 => {}
                Shape::Small => return false,
                Shape::Mark if matches!(self.word(at), "," | "." | "!" | "?" | ";") => {
                    return false;
                }
                Shape::Mark | Shape::Number | Shape::Initial | Shape::Possessive => {}
            }
        }
        capitals > 0
    }

    /// Whether words in marks are a name, or said with irony, rather than quoted.
    pub(super) fn names_a_thing(&self, quoted: &Quoted) -> bool {
        let before = self.word(quoted.pieces.start - 1);
        let is_announced = matches!(
            before,
            "so-called"
                | "titled"
                | "entitled"
                | "named"
                | "nicknamed"
                | "dubbed"
                | "word"
                | "phrase"
                | "term"
                | "film"
                | "novel"
                | "book"
                | "song"
                | "play"
                | "album"
        );
        let is_told = matches!(before, "," | ":" | "that")
            || self.is_told(quoted.pieces.start - 1)
            || self.is_going_on(quoted.pieces.start - 1);
        is_announced && quoted.pieces.len() <= 2 * SHORTEST || !is_told && self.is_title(quoted)
    }
}

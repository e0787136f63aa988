//! Which name is the head of a phrase, and what only belongs to it.
//!
//! A title stands before a name, a preposition makes it part of something else,
//! and "and" joins it to another. Nothing here knows a verb's subject.

use std::ops::Range;

use super::lists::Class;
use super::pieces::Shape;
use super::subject::{Heard, Scene};
use super::{Attribution, NameKind};

impl Scene<'_, '_> {
    /// The name that begins or ends a subject, if it is its head.
    pub(super) fn head(&self, index: usize, floor: usize) -> Heard {
        let found = &self.found[index];
        let name = self.mentions[index].name;
        // "a letter from President Roe": a title changes nothing.
        let start = self.before_titles(found.pieces.start, floor);
        let stands = start <= floor || self.may_precede(start - 1, floor);
        let attribution = if stands || self.has_title(floor..start) {
            Attribution::Sure
        } else if self.is_set_ahead(floor..start) {
            Attribution::Likely
        } else {
            Attribution::None
        };
        match self.names[name.0 as usize].kind {
            NameKind::Person
                if attribution != Attribution::None && !self.is_owner(found.pieces.end) =>
            {
                Heard::Speaker(name, attribution)
            }
            NameKind::Person | NameKind::Family => Heard::Another,
        }
    }

    /// "Asked again, harbour master Roe said": nouns right behind a mark.
    pub(super) fn has_title(&self, range: Range<usize>) -> bool {
        let nouns = range
            .clone()
            .rev()
            .take_while(|at| {
                let piece = self.pieces.all[*at];
                let verb = [Class::Function, Class::Say, Class::Act];
                let is_noun = piece.shape == Shape::Small && !piece.classes.any(&verb);
                is_noun || piece.shape == Shape::Acronym
            })
            .take(4)
            .count();
        let before = range.end - nouns;
        (1..=3).contains(&nouns)
            && (before == range.start || self.pieces.all[before - 1].shape == Shape::Mark)
    }

    /// "On her page Roe wrote": when and where stands before the subject.
    pub(super) fn is_set_ahead(&self, range: Range<usize>) -> bool {
        range.len() <= 10
            && self.pieces.all[range.start].shape == Shape::Capital
            && is_preposition(self.word(range.start))
            && self.is_noun(range.end - 1)
            && !range.clone().any(|at| {
                self.pieces.all[at].shape == Shape::Mark
                    || matches!(self.word(at), "who" | "that" | "which" | "whose")
            })
    }

    pub(super) fn is_noun(&self, at: usize) -> bool {
        let classes = self.pieces.all[at].classes;
        self.is_small(at)
            && !classes.any(&[Class::Function, Class::Say, Class::Act])
            && !is_preposition(self.word(at))
    }

    /// Whether the piece right before a name leaves it the head of its phrase.
    pub(super) fn may_precede(&self, at: usize, floor: usize) -> bool {
        let piece = self.pieces.all[at];
        let word = self.word(at);
        if is_joint(word) {
            // "the rain stopped and Roe said", but not "Doe and Roe said".
            let joins = at > floor
                && (self.found_ending(at).is_some()
                    || self.has(at - 1, Class::Role)
                    || self.word(at - 1) == ",");
            return !joins && word != "nor";
        }
        match piece.shape {
            Shape::Mark | Shape::Possessive | Shape::Acronym | Shape::Initial => true,
            Shape::Capital => !is_preposition(word),
            Shape::Small => {
                let of_name = [
                    Class::Role,
                    Class::RoleWord,
                    Class::Nation,
                    Class::Organisation,
                    Class::Honorific,
                ];
                piece.classes.any(&of_name) || leads_clause(word) || names_a_doer(word)
            }
            Shape::Number => false,
        }
    }

    pub(super) fn is_owner(&self, after: usize) -> bool {
        let next = self.pieces.all.get(after);
        next.is_some_and(|next| next.shape == Shape::Possessive)
    }

    pub(super) fn may_be_title(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        piece.shape != Shape::Mark
            && (piece.classes.any(&[
                Class::Role,
                Class::RoleWord,
                Class::Nation,
                Class::Honorific,
                Class::HonorificHe,
                Class::HonorificShe,
            ]) || piece.shape == Shape::Capital && !piece.classes.has(Class::Function))
    }

    /// Whether the phrase that ends with a range tells what someone is.
    pub(super) fn is_role(&self, range: Range<usize>) -> bool {
        range
            .rev()
            .take(8)
            .take_while(|at| self.pieces.all[*at].shape != Shape::Mark)
            .any(|at| self.has(at, Class::Role) || self.is_small(at) && names_a_doer(self.word(at)))
    }

    pub(super) fn before_titles(&self, mut start: usize, floor: usize) -> usize {
        while start > floor && self.is_honorific(start - 1) {
            start -= 1;
        }
        start
    }

    pub(super) fn is_honorific(&self, at: usize) -> bool {
        let piece = self.pieces.all[at];
        let titles = [Class::Honorific, Class::HonorificHe, Class::HonorificShe];
        piece.classes.any(&titles)
            || piece.shape == Shape::Capital && piece.classes.has(Class::Role)
    }

    /// Whether a noun phrase that ends after the range begins with "the".
    pub(super) fn is_definite(&self, range: Range<usize>) -> bool {
        range
            .rev()
            .take(5)
            .take_while(|at| !matches!(self.pieces.all[*at].shape, Shape::Mark | Shape::Possessive))
            .any(|at| matches!(self.word(at), "the" | "The"))
    }

    pub(super) fn is_going_on(&self, at: usize) -> bool {
        self.is_small(at)
            && matches!(
                self.word(at),
                "saying"
                    | "adding"
                    | "telling"
                    | "stressing"
                    | "noting"
                    | "calling"
                    | "writing"
                    | "describing"
                    | "warning"
                    | "insisting"
                    | "arguing"
                    | "claiming"
            )
    }

    /// "according to", "in the words of": the speaker follows two words on.
    pub(super) fn is_according(&self, at: usize) -> bool {
        self.pieces.all.get(at + 1).is_some()
            && match self.word(at) {
                "according" | "According" => self.word(at + 1) == "to",
                "words" => self.word(at + 1) == "of",
                _ => false,
            }
    }
}

fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "&" | "or" | "nor" | "And" | "Nor")
}

pub(super) fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: [&str; 24] = [
        "of",
        "for",
        "to",
        "by",
        "with",
        "from",
        "against",
        "about",
        "in",
        "at",
        "on",
        "than",
        "like",
        "under",
        "between",
        "near",
        "into",
        "over",
        "before",
        "behind",
        "including",
        "among",
        "despite",
        "without",
    ];
    PREPOSITIONS
        .iter()
        .any(|preposition| preposition.eq_ignore_ascii_case(word))
}

/// Whether a clause, with its subject, may begin after a word.
fn leads_clause(word: &str) -> bool {
    matches!(
        word,
        "but"
            | "that"
            | "when"
            | "while"
            | "as"
            | "because"
            | "although"
            | "though"
            | "after"
            | "before"
            | "if"
            | "where"
            | "so"
            | "then"
            | "since"
            | "until"
            | "which"
            | "what"
            | "whereas"
            | "yet"
    )
}

/// Whether a word, unknown to the lists, looks like what someone is ("shopkeeper", "witness").
pub(super) fn names_a_doer(word: &str) -> bool {
    const ENDINGS: [&str; 9] = [
        "eeper", "ist", "man", "woman", "ian", "eer", "ger", "itor", "ness",
    ];
    word.len() > 5 && (ENDINGS.iter().any(|ending| word.ends_with(ending)) || is_kin(word))
}

fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "father-in-law"
            | "mother-in-law"
            | "brother-in-law"
            | "sister-in-law"
            | "landlord"
            | "landlady"
            | "neighbour"
            | "neighbor"
            | "waiter"
            | "lecturer"
            | "builder"
            | "farmer"
            | "baker"
            | "teenager"
            | "retiree"
            | "resident"
            | "author"
            | "survivor"
            | "mother"
    )
}

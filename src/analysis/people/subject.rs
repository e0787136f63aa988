//! Who does the saying: the subject of a verb, by name, pronoun or role.
//!
//! A name is a subject only where nothing makes it a part of something else ("a
//! lawyer for Roe", "Roe's office", "Doe and Roe"). What is a subject but names
//! nobody is [`Heard::Another`], so that its words are lent to no one.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::find::Found;
use super::lists::Class;
use super::marks::Quoted;
use super::phrase::{is_preposition, names_a_doer};
use super::pieces::{Pieces, Shape};
use super::{Attribution, Mention, Name, NameId};

/// Who is heard in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// Nobody speaks here.
    Nothing,
    /// An organisation, or someone who is not named.
    Another,
    Speaker(NameId, Attribution),
}

impl Heard {
    pub(super) fn speaker(self) -> Option<(NameId, Attribution)> {
        match self {
            Self::Speaker(name, attribution) => Some((name, attribution)),
            Self::Nothing | Self::Another => None,
        }
    }

    /// The same speaker, less sure.
    pub(super) fn weakened(self) -> Self {
        match self {
            Self::Speaker(name, _) => Self::Speaker(name, Attribution::Likely),
            Self::Nothing | Self::Another => self,
        }
    }

    /// This, or what is found elsewhere when nobody speaks here.
    pub(super) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Nothing => other(),
            Self::Another | Self::Speaker(..) => self,
        }
    }
}

/// How many pieces a subject has at most: name, title and apposition.
const LONGEST: usize = 30;

/// An article and what is known of its speakers so far.
pub(super) struct Scene<'s, 'a> {
    pub pieces: &'s Pieces<'a>,
    pub found: &'s [Found],
    pub mentions: &'s [Mention],
    pub names: &'s [Name],
    pub quoted: &'s [Quoted],
    /// Who says each of `quoted`, as far as they were looked at.
    pub heard: Vec<Heard>,
    /// By the head noun of a role, who has it, each once.
    pub holders: OnceCell<FxHashMap<String, Vec<NameId>>>,
}

impl<'a> Scene<'_, 'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.pieces.word(at)
    }

    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.pieces.all[at].classes.has(class)
    }

    pub(super) fn is_small(&self, at: usize) -> bool {
        self.pieces.all[at].shape == Shape::Small
    }

    pub(super) fn is_say(&self, at: usize) -> bool {
        self.is_small(at) && self.has(at, Class::Say)
    }

    /// The subject that ends right before its verb, which stands at the range's end.
    pub(super) fn before(&self, range: Range<usize>, sentence: u32) -> Heard {
        let mut end = range.end;
        while end > range.start && self.is_between(end - 1) {
            end -= 1;
        }
        if end == range.start {
            return Heard::Nothing;
        }
        let last = end - 1;
        match self.word(last) {
            "he" | "He" | "she" | "She" => return self.pronoun(last, sentence),
            "who" => return self.relative(range.start..last),
            "and" | "but" => return self.opener(range.start..last),
            "," => return self.apposition(range.start..last),
            ")" => return self.before_bracket(range.start..last),
            _ => {}
        }
        if let Some(index) = self.found_ending(end) {
            return self.head(index, range.start);
        }
        if self.has(last, Class::Role) && self.is_definite(range.start..last) {
            return self.described(last, sentence);
        }
        self.with_place(range.start..last)
    }

    /// Whether a word may stand between the subject and its verb.
    fn is_between(&self, at: usize) -> bool {
        self.is_small(at)
            && match self.word(at) {
                "also" | "then" | "has" | "had" | "later" | "further" | "again" | "once"
                | "first" | "now" | "himself" | "herself" | "still" | "earlier" | "just" => true,
                word => {
                    // "the family", "the assembly", but "quietly".
                    let noun = [Class::Household, Class::Organisation];
                    word.ends_with("ly")
                        && !self.pieces.all[at].classes.any(&noun)
                        && !matches!(word, "ally" | "rally" | "supply" | "reply" | "bully")
                }
            }
    }

    /// "Roe, who said": the name right before, an apposition passed over.
    fn relative(&self, range: Range<usize>) -> Heard {
        let comma = range.end.wrapping_sub(1);
        if range.is_empty() || self.word(comma) != "," {
            return match self.found_ending(range.end) {
                Some(index) => self.head(index, range.start),
                None => Heard::Another,
            };
        }
        match self.found_ending(comma) {
            Some(index) => self.head(index, range.start),
            None => self.apposition(range.start..comma).weakened(),
        }
    }

    /// "Roe left and said": who opens the sentence, if nobody else is named since.
    pub(super) fn opener(&self, range: Range<usize>) -> Heard {
        let first = self
            .found
            .partition_point(|found| found.pieces.start < range.start);
        let mut named = self.found[first..]
            .iter()
            .take_while(|found| found.pieces.start < range.end);
        let (Some(only), None) = (named.next(), named.next()) else {
            return Heard::Another;
        };
        let ahead = range.start..only.pieces.start;
        let opens = ahead.len() <= LONGEST && ahead.clone().all(|at| self.may_be_title(at));
        if opens {
            self.head(first, range.start).weakened()
        } else {
            Heard::Another
        }
    }

    /// "Roe, the mayor, said" and "The mayor, Roe, said"; the last comma stands at the range's end.
    fn apposition(&self, range: Range<usize>) -> Heard {
        let floor = range.start.max(range.end.saturating_sub(LONGEST));
        if let Some(index) = self.found_ending(range.end) {
            let start = self.found[index].pieces.start;
            let start = self.before_titles(start, floor);
            if start > floor && self.word(start - 1) == "," && self.is_role(floor..start - 1) {
                return self.head(index, start);
            }
        }
        (floor..range.end)
            .rev()
            .filter(|at| self.word(*at) == ",")
            .find_map(|comma| self.found_ending(comma))
            .map_or(Heard::Another, |index| self.head(index, range.start))
    }

    /// "Roe (Labour) said".
    fn before_bracket(&self, range: Range<usize>) -> Heard {
        let opening = range.clone().rev().take(8).find(|at| self.word(*at) == "(");
        match opening.and_then(|at| self.found_ending(at)) {
            Some(index) => self.head(index, range.start),
            None => Heard::Another,
        }
    }

    /// "Roe of Ayton College said".
    fn with_place(&self, range: Range<usize>) -> Heard {
        let link = (range.start..=range.end)
            .rev()
            .take(8)
            .take_while(|at| match self.pieces.all[*at].shape {
                Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Possessive => true,
                Shape::Small => true,
                Shape::Number | Shape::Mark => false,
            })
            .find(|at| matches!(self.word(*at), "of" | "from" | "at"));
        match link.and_then(|at| self.found_ending(at)) {
            Some(index) => self.head(index, range.start),
            None => Heard::Another,
        }
    }

    /// The subject after its verb: a name, titles before it passed over.
    pub(super) fn after(&self, range: Range<usize>, sentence: u32) -> Heard {
        if range.is_empty() {
            return Heard::Nothing;
        }
        let first = range.start;
        if matches!(self.word(first), "he" | "she") {
            return self.pronoun(first, sentence);
        }
        if is_preposition(self.word(first)) {
            return Heard::Another;
        }
        let limit = range.end.min(first + LONGEST);
        let mut role = None;
        for at in first..limit {
            if let Some(index) = self.found_starting(at) {
                return self.inverted(index, first);
            }
            let piece = self.pieces.all[at];
            let is_role = piece.classes.has(Class::Role)
                || piece.shape == Shape::Small && names_a_doer(self.word(at));
            match piece.shape {
                Shape::Mark if self.word(at) == "," && role.is_some() => {
                    let titled = (at + 1..limit).find(|next| !self.is_honorific(*next));
                    let named = titled.and_then(|next| self.found_starting(next));
                    return named.map_or_else(
                        || self.definite(first, role, sentence),
                        |index| self.inverted(index, at + 1),
                    );
                }
                Shape::Mark => break,
                Shape::Small if self.is_say(at) || piece.classes.has(Class::Act) => break,
                Shape::Small
                | Shape::Capital
                | Shape::Acronym
                | Shape::Initial
                | Shape::Number
                | Shape::Possessive => {}
            }
            if is_role {
                role = Some(at);
            }
        }
        self.definite(first, role, sentence)
    }

    /// A name that follows its verb, unless another follows it in turn.
    fn inverted(&self, index: usize, floor: usize) -> Heard {
        let end = self.found[index].pieces.end;
        let joined = self
            .pieces
            .all
            .get(end)
            .is_some_and(|_| self.word(end) == "and")
            && (end + 1..self.pieces.all.len().min(end + 4))
                .any(|at| self.found_starting(at).is_some());
        let start = self.found[index].pieces.start;
        // "said harbour master Roe": whatever noun stands before the name is a title.
        let is_title = start > floor
            && self.is_noun(start - 1)
            && !(floor..start).any(|at| matches!(self.word(at), "who" | "that" | "which"));
        if joined {
            Heard::Another
        } else if is_title {
            self.head(index, start)
        } else {
            self.head(index, floor)
        }
    }

    /// "said the spokesman".
    fn definite(&self, first: usize, role: Option<usize>, sentence: u32) -> Heard {
        match role {
            Some(role) if self.word(first) == "the" && role - first <= 5 => {
                self.described(role, sentence)
            }
            Some(_) | None => Heard::Another,
        }
    }

    /// The index of the mention that begins at a piece.
    pub(super) fn found_starting(&self, at: usize) -> Option<usize> {
        self.found
            .binary_search_by_key(&at, |found| found.pieces.start)
            .ok()
    }

    /// The index of the mention that ends before a piece.
    pub(super) fn found_ending(&self, end: usize) -> Option<usize> {
        self.found
            .binary_search_by_key(&end, |found| found.pieces.end)
            .ok()
    }
}

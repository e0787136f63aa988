//! What someone is said to be, right beside the name.
//!
//! `before` reads "ROLE of ORGANISATION Name", "OWNER's ROLE Name" and "The ROLE,
//! Name,"; `after` reads "Name, ROLE," and "Name (ROLE)", and with `link` "Name is
//! ROLE", whose words are the `phrase`; `number` makes one minister of "Ministers
//! Roe and Doe". The words are kept as written. What lies in another sentence is
//! never looked at.

mod after;
mod before;
mod link;
mod number;
mod phrase;

use std::ops::Range;

use super::find::Found;
use super::lists::Class;
use super::pieces::{Pieces, Shape};
use super::{Mention, Name, Role};
use crate::document::Span;

/// How many pieces a role may have; longer runs are clauses.
const LONGEST: usize = 20;

/// Gives each name the roles stated beside its mentions.
///
/// `found` and `mentions` are the same places, in order.
pub(super) fn give(pieces: &Pieces<'_>, found: &[Found], mentions: &[Mention], names: &mut [Name]) {
    let mut give = |bearer: usize, stated: &Stated| {
        let name = &mut names[mentions[bearer].name.0 as usize];
        name.roles.push(stated.role(pieces));
    };
    // "Roe, the mayor, Doe": the role behind one name is not that of the next.
    let mut taken = 0;
    for index in 0..found.len() {
        let reader = Reader::beside(pieces, found, index);
        if let Some(stated) = reader.before(taken) {
            match stated.number {
                Number::One => give(index, &stated),
                Number::Several => {
                    let last = reader.list_end(index);
                    (index..last).for_each(|bearer| give(bearer, &stated));
                }
            }
        }
        for stated in reader.after() {
            taken = stated.pieces.end;
            match stated.number {
                Number::One => give(index, &stated),
                Number::Several => {
                    let first = reader.list_start(index);
                    let bearers = if first < index {
                        first..index + 1
                    } else {
                        0..0
                    };
                    bearers.for_each(|bearer| give(bearer, &stated));
                }
            }
        }
    }
}

/// How many people a role is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    One,
    Several,
}

/// A role in the text.
#[derive(Debug)]
struct Stated {
    pieces: Range<usize>,
    /// The noun that says what they are.
    noun: usize,
    number: Number,
}

impl Stated {
    fn role(&self, pieces: &Pieces<'_>) -> Role {
        let span = Span {
            start: pieces.all[self.pieces.start].span.start,
            end: pieces.all[self.pieces.end - 1].span.end,
        };
        let written = span.of(pieces.source);
        let one_of_them = match self.number {
            Number::One => None,
            Number::Several => number::singular(pieces.word(self.noun)),
        };
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = match one_of_them {
            None => words(written),
            Some(singular) => {
                let noun = pieces.all[self.noun].span;
                let before = &written[..(noun.start - span.start) as usize];
                let after = &written[(noun.end - span.start) as usize..];
                words(&format!("{before}{singular}{after}"))
            }
        };
        Role { text, span }
    }
}

/// Reads what stands beside one mention.
struct Reader<'p, 'a> {
    pieces: &'p Pieces<'a>,
    found: &'p [Found],
    index: usize,
    name: Range<usize>,
    /// From the mention before to the end of the sentence.
    around: Range<usize>,
    /// Where the sentence begins.
    first: usize,
}

impl<'p, 'a> Reader<'p, 'a> {
    fn beside(pieces: &'p Pieces<'a>, found: &'p [Found], index: usize) -> Self {
        let place = &found[index];
        let sentence = pieces.sentence(place.sentence);
        let floor = index
            .checked_sub(1)
            .map_or(sentence.start, |before| found[before].pieces.end);
        Self {
            pieces,
            found,
            index,
            name: place.pieces.clone(),
            around: sentence.start.max(floor)..sentence.end,
            first: sentence.start,
        }
    }

    /// The word at a place around the name, or nothing where there is none.
    fn word(&self, at: usize) -> &'a str {
        match self.around.contains(&at) {
            true => self.pieces.word(at),
            false => "",
        }
    }

    fn shape(&self, at: usize) -> Shape {
        self.pieces.all[at].shape
    }

    fn has(&self, at: usize, class: Class) -> bool {
        self.pieces.all[at].classes.has(class)
    }

    fn any(&self, at: usize, classes: &[Class]) -> bool {
        self.pieces.all[at].classes.any(classes)
    }

    fn is_named(&self, at: usize) -> bool {
        matches!(
            self.shape(at),
            Shape::Capital | Shape::Acronym | Shape::Initial
        )
    }

    /// Whether a piece says what someone is: "minister", "Gen.", but not "Dr.".
    fn is_role(&self, at: usize) -> bool {
        self.has(at, Class::Role) || self.is_rank(at)
    }

    /// "Department of Justice", "General Services Administration": part of an office's name.
    fn is_in_office(&self, at: usize) -> bool {
        let is_office = |at: usize| self.is_named(at) && self.has(at, Class::Organisation);
        let after = at + 1 < self.around.end && is_office(at + 1);
        let before = at >= self.around.start + 2 && self.word(at - 1) == "of" && is_office(at - 2);
        self.is_named(at) && (after || before)
    }

    /// "Gen.", "Sen.", "Judge".
    fn is_rank(&self, at: usize) -> bool {
        let is_title = self.is_named(at) || self.word(at).starts_with("then-");
        is_title
            && self.has(at, Class::Honorific)
            && !self.any(at, &[Class::HonorificHe, Class::HonorificShe])
            && !matches!(
                self.word(at),
                "Dr" | "Dr." | "Hon." | "Rev." | "Fr." | "Earl" | "Count"
            )
    }

    /// "Mr.", "Dr.": what is no role before a name.
    fn is_mere_honorific(&self, at: usize) -> bool {
        let honorifics = [Class::Honorific, Class::HonorificHe, Class::HonorificShe];
        self.is_named(at) && self.any(at, &honorifics) && !self.is_role(at)
    }

    fn is_verb(&self, at: usize) -> bool {
        self.shape(at) == Shape::Small
            && self.any(at, &[Class::Say, Class::Act])
            && !self.any(at, &[Class::Role, Class::RoleWord])
    }

    fn is_connector(&self, at: usize) -> bool {
        matches!(self.word(at), "of" | "for" | "to" | "at" | "in" | "on")
    }

    fn is_article(&self, at: usize) -> bool {
        matches!(self.word(at), "the" | "a" | "an" | "The" | "A" | "An")
    }

    /// "his", "their": whose role it is, without saying who.
    fn is_pronoun(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "his" | "her" | "its" | "their" | "our" | "my" | "His" | "Her" | "Its" | "Their"
        )
    }

    /// How many a noun speaks of.
    fn number(&self, noun: usize) -> Number {
        match number::singular(self.word(noun)) {
            Some(_) => Number::Several,
            None => Number::One,
        }
    }

    /// The index after the last mention of the list that begins with one.
    fn list_end(&self, first: usize) -> usize {
        let mut last = first;
        while last + 1 < self.found.len() && self.is_list(last) {
            last += 1;
        }
        last + 1
    }

    /// The first mention of the list that ends with one.
    fn list_start(&self, last: usize) -> usize {
        let mut first = last;
        while first > 0 && self.is_list(first - 1) {
            first -= 1;
        }
        first
    }

    /// Whether nothing but "," or "and" stands between a mention and the next.
    fn is_list(&self, mention: usize) -> bool {
        let [one, next] = &self.found[mention..mention + 2] else {
            return false;
        };
        let mut between = one.pieces.end..next.pieces.start;
        if one.sentence != next.sentence || between.is_empty() {
            return false;
        }
        if self.pieces.word(between.start) == "(" {
            let close = between
                .clone()
                .take(6)
                .find(|at| self.pieces.word(*at) == ")");
            between.start = close.map_or(between.start, |close| close + 1);
        }
        between.len() <= 2
            && between
                .into_iter()
                .all(|at| matches!(self.pieces.word(at), "," | "and" | "&" | "or"))
    }
}

//! Runs of capitalised pieces that may be the name of a person.

use std::ops::Range;

use super::lists::Class;
use super::pieces::{Piece, Pieces, Shape, Style};

/// What may be a name, in one place of the text.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Its pieces.
    pub pieces: Range<usize>,
    pub sentence: u32,
    pub style: Style,
}

/// The longest names of news have eight or nine words, particles counted.
const LONGEST: usize = 12;

const GIVEN: [Class; 2] = [Class::CommonGiven, Class::Given];
const SURNAME: [Class; 2] = [Class::CommonSurname, Class::Surname];
const HONORIFICS: [Class; 3] = [Class::Honorific, Class::HonorificHe, Class::HonorificShe];

/// Finds the candidates of a text, in its order.
pub(super) fn find(pieces: &Pieces<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (sentence, (range, style)) in (0..).zip(pieces.sentences()) {
        let scanner = Scanner { pieces, range };
        let mut at = scanner.range.start;
        while at < scanner.range.end {
            let Some(end) = scanner.run_end(at) else {
                at += 1;
                continue;
            };
            at += usize::from(scanner.begins_late(at, end));
            let written_out = |piece: &Piece| piece.shape == Shape::Capital;
            // An initial alone names nobody, nor does a run of a dozen words.
            let is_name = end - at <= LONGEST && pieces.all[at..end].iter().any(written_out);
            if is_name && !is_in_address(pieces, &(at..end)) {
                candidates.push(Candidate {
                    pieces: at..end,
                    sentence,
                    style,
                });
            }
            at = end;
        }
    }
    candidates
}

/// "#Roe", "@Roe", "wiki/Jane_Roe", "Data.Gov": words of an address or a tag.
fn is_in_address(pieces: &Pieces<'_>, range: &Range<usize>) -> bool {
    let start = pieces.all[range.start].span.start as usize;
    let end = pieces.all[range.end - 1].span.end as usize;
    let before = pieces.source[..start].chars().next_back();
    let after = pieces.source[end..].chars().next();
    matches!(before, Some('_' | '/' | '@' | '#' | '=' | '.' | '\\'))
        || matches!(after, Some('_' | '@' | '='))
}

struct Scanner<'p, 'a> {
    pieces: &'p Pieces<'a>,
    range: Range<usize>,
}

impl Scanner<'_, '_> {
    /// The index after the run that begins at `at`, if one may.
    fn run_end(&self, at: usize) -> Option<usize> {
        let mut end = self.take(at, None)?;
        while let Some(next) = self.take(end, Some(end - 1)) {
            end = next;
        }
        Some(end)
    }

    /// Whether the first word is none of the name: "Descendant Mary Roe".
    fn begins_late(&self, at: usize, end: usize) -> bool {
        let listed = [
            Class::CommonGiven,
            Class::Given,
            Class::CommonSurname,
            Class::Surname,
            Class::InPersons,
        ];
        end - at > 2
            && self.pieces.all[at].shape == Shape::Capital
            && !self.pieces.all[at].classes.any(&listed)
            && self.pieces.all[at + 1].classes.has(Class::CommonGiven)
    }

    /// The index after the part of a name that begins at `at`, the name's part
    /// before it being `before`.
    fn take(&self, at: usize, before: Option<usize>) -> Option<usize> {
        let piece = self.pieces.all.get(at).filter(|_| at < self.range.end)?;
        match piece.shape {
            Shape::Capital => self.is_name(at, before).then_some(at + 1),
            Shape::Initial => self.is_initial(at, before).then_some(at + 1),
            Shape::Small if piece.classes.has(Class::Particle) => self.particles(at, before),
            Shape::Mark if before.is_some() && matches!(self.pieces.word(at), "“" | "\"") => {
                self.nickname(at)
            }
            Shape::Mark if before.is_some() && self.pieces.word(at) == "," => self
                .pieces
                .all
                .get(at + 1)
                .filter(|next| at + 1 < self.range.end && next.shape == Shape::Capital)
                .filter(|next| next.classes.has(Class::Suffix))
                .map(|_| at + 2),
            Shape::Acronym if before.is_some() && piece.classes.has(Class::Suffix) => Some(at + 1),
            Shape::Acronym | Shape::Small | Shape::Number | Shape::Possessive | Shape::Mark => None,
        }
    }

    /// "van der Bellen", "bin Salman", "de Villepin": particles and the name they lead to.
    fn particles(&self, at: usize, before: Option<usize>) -> Option<usize> {
        let mut end = at;
        while end < self.range.end
            && end < at + 3
            && self.pieces.all[end].shape == Shape::Small
            && self.pieces.all[end].classes.has(Class::Particle)
        {
            end += 1;
        }
        let lone =
            before.is_none() && matches!(self.pieces.word(at), "e" | "i" | "y" | "la" | "te");
        if lone || end >= self.range.end || self.pieces.all[end].shape != Shape::Capital {
            return None;
        }
        self.is_name(end, Some(end - 1)).then_some(end + 1)
    }

    /// `William "Bill" Roe`: a word in marks with the surname after it.
    fn nickname(&self, at: usize) -> Option<usize> {
        let inner = self.next(at)?;
        let closed = self.range.contains(&(at + 3))
            && inner.shape == Shape::Capital
            && matches!(self.pieces.word(at + 2), "”" | "\"");
        let surname = closed
            && self.pieces.all[at + 3].shape == Shape::Capital
            && self.is_name(at + 3, Some(at + 1));
        surname.then_some(at + 4)
    }

    fn is_initial(&self, at: usize, before: Option<usize>) -> bool {
        let piece = self.pieces.all[at];
        if piece.classes.any(&[Class::Nation, Class::Function]) && before.is_none() {
            return false;
        }
        let leads = self.next(at).is_some_and(|next| match next.shape {
            Shape::Initial => true,
            Shape::Capital => self.is_name(at + 1, Some(at)),
            Shape::Acronym | Shape::Small | Shape::Number | Shape::Possessive | Shape::Mark => {
                false
            }
        });
        leads || before.is_some() && piece.span.len() == 2
    }

    /// The piece after, within the sentence.
    fn next(&self, at: usize) -> Option<&Piece> {
        let next = at + 1;
        self.range.contains(&next).then(|| &self.pieces.all[next])
    }

    /// Whether a capitalised piece may belong to a name.
    fn is_name(&self, at: usize, before: Option<usize>) -> bool {
        let classes = self.pieces.all[at].classes;
        if classes.has(Class::Suffix) {
            return before.is_some();
        }
        let titled = before.is_none()
            && at > self.range.start
            && self.pieces.all[at - 1].classes.any(&HONORIFICS)
            && !is_in_address(self.pieces, &(at - 1..at));
        if titled && !classes.any(&HONORIFICS) {
            return !classes.any(&[Class::Function, Class::Role, Class::RoleWord]);
        }
        let after_given = before.is_some_and(|before| {
            let before = self.pieces.all[before];
            before.shape == Shape::Initial || before.classes.any(&GIVEN)
        });
        if after_given && classes.has(Class::CommonSurname) && !classes.has(Class::Organisation) {
            // "Stephen King", "Theresa May", "Denzel Washington", but not
            // "San Francisco Mayor Roe".
            let is_title = classes.has(Class::Role) || classes.any(&HONORIFICS);
            let ends = !self
                .next(at)
                .is_some_and(|next| next.shape == Shape::Capital);
            return !classes.any(&[Class::Function, Class::Place]) && (ends || !is_title);
        }
        let other = [
            Class::Calendar,
            Class::Role,
            Class::RoleWord,
            Class::Nation,
            Class::Organisation,
            Class::Place,
            Class::Function,
            Class::PlacePrefix,
            Class::Phrase,
        ];
        if classes.any(&HONORIFICS) || classes.any(&other) {
            return before.is_none() && self.is_given_all_the_same(at);
        }
        self.is_name_by_lists(at, before)
    }

    /// Whether the names, and how the word is mostly written, leave room for a name.
    fn is_name_by_lists(&self, at: usize, before: Option<usize>) -> bool {
        let classes = self.pieces.all[at].classes;
        let surname = classes.any(&SURNAME);
        if classes.has(Class::InOthers) && !classes.any(&[Class::CommonGiven, Class::InPersons]) {
            return before.is_some() && surname && !classes.has(Class::Ordinary);
        }
        if !classes.has(Class::Ordinary) {
            return true;
        }
        let common = classes.any(&[Class::CommonGiven, Class::InPersons]);
        let begins_sentence = at == self.range.start && before.is_none();
        common || !begins_sentence && classes.has(Class::CommonSurname)
    }

    /// "April Roe", "Christian Roe", "Dean Roe": a given name that is another word too.
    fn is_given_all_the_same(&self, at: usize) -> bool {
        let classes = self.pieces.all[at].classes;
        let after_function = at > self.range.start
            && self.pieces.all[at - 1]
                .classes
                .any(&[Class::PlacePreposition, Class::Function]);
        let excluded = [
            Class::Function,
            Class::Role,
            Class::Organisation,
            Class::Phrase,
        ];
        classes.has(Class::CommonGiven)
            && !after_function
            && !classes.any(&excluded)
            && !classes.any(&HONORIFICS)
            && self.next(at).is_some_and(|next| {
                next.shape == Shape::Capital
                    && next.classes.any(&SURNAME)
                    && !next.classes.any(&[Class::Ordinary, Class::InOthers])
            })
    }
}

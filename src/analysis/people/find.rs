//! Finds the names of persons: what the model marks, put right by what it cannot see.
//!
//! The model looks at one sentence; then the document has its say (`agree`).
//! Titles, marks and degrees at the edges of a name are cut off here, and
//! words of an address are no names.

use std::ops::Range;

use super::Knowledge;
use super::agree::agree;
use super::lists::{Class, Lists, fold};
use super::model::{Label, Marked};
use super::pieces::{Pieces, Shape, Style};
use crate::document::Span;

/// A name found in one place.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub pieces: Range<usize>,
    pub sentence: u32,
}

impl Found {
    /// The pieces of a name whose place is known; `None` where no piece is.
    pub(super) fn at(pieces: &Pieces<'_>, span: Span) -> Option<Self> {
        let start = pieces
            .all
            .partition_point(|piece| piece.span.end <= span.start);
        let end = pieces
            .all
            .partition_point(|piece| piece.span.start < span.end);
        let within = |sentence: &(usize, (Range<usize>, Style))| sentence.1.0.contains(&start);
        let (sentence, (range, _)) = pieces.sentences().enumerate().find(within)?;
        let end = end.min(range.end);
        (start < end).then_some(Self {
            pieces: start..end,
            sentence: u32::try_from(sentence).ok()?,
        })
    }

    pub(super) fn span(&self, pieces: &Pieces<'_>) -> Span {
        Span {
            start: pieces.all[self.pieces.start].span.start,
            end: pieces.all[self.pieces.end - 1].span.end,
        }
    }
}

/// Finds the names of a text, in its order.
pub(super) fn find(pieces: &Pieces<'_>, knowledge: &Knowledge) -> Vec<Found> {
    let mut marked = knowledge.model.label(pieces);
    agree(pieces, &mut marked);
    let mut found = Vec::new();
    for (sentence, (range, style)) in (0..).zip(pieces.sentences()) {
        for name in names(&marked, range) {
            let name = trimmed(pieces, name);
            if !name.is_empty() && !is_other(pieces, &name, style, &knowledge.lists) {
                found.push(Found {
                    pieces: name,
                    sentence,
                });
            }
        }
    }
    found
}

/// The names of a sentence by the labels of its pieces.
pub(super) fn names(
    marked: &[Marked],
    sentence: Range<usize>,
) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = sentence.start;
    std::iter::from_fn(move || {
        while at < sentence.end && !marked[at].label.is_person() {
            at += 1;
        }
        if at == sentence.end {
            return None;
        }
        let start = at;
        at += 1;
        while at < sentence.end && matches!(marked[at].label, Label::Inner | Label::Last) {
            at += 1;
        }
        Some(start..at)
    })
}

const TITLES: [Class; 4] = [
    Class::Honorific,
    Class::HonorificHe,
    Class::HonorificShe,
    Class::HonorificStopped,
];

/// The name without titles before it, degrees behind it and marks around it.
fn trimmed(pieces: &Pieces<'_>, name: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = without_town(pieces, name);
    let is_mark = |at: usize| pieces.all[at].shape == Shape::Mark;
    let is_degree = |at: usize| {
        pieces.all[at].shape == Shape::Initial
            && matches!(pieces.word(at), "M.D." | "Ph.D." | "J.D.")
    };
    while start < end && is_mark(start) {
        start += 1;
    }
    while start < end && (is_mark(end - 1) || is_degree(end - 1)) {
        end -= 1;
    }
    if let Some(bracket) = lone_bracket(pieces, start..end) {
        start = bracket + 1;
    }
    while start + 1 < end && is_title(pieces, start)
        || start + 2 < end && is_before_name(pieces, start)
    {
        start += 1;
    }
    start..end
}

/// The last bracket without its partner, as an editor's are ("[Jane] Roe"): the name
/// begins behind it.
fn lone_bracket(pieces: &Pieces<'_>, name: Range<usize>) -> Option<usize> {
    let count = |mark: &str| name.clone().filter(|at| pieces.word(*at) == mark).count();
    let lone = [("[", "]"), ("(", ")")]
        .into_iter()
        .find(|(open, close)| count(open) != count(close))?;
    name.clone()
        .rev()
        .find(|at| [lone.0, lone.1].contains(&pieces.word(*at)))
}

/// "Dr.", "President": what is never the first word of a name.
fn is_title(pieces: &Pieces<'_>, at: usize) -> bool {
    let classes = pieces.all[at].classes;
    classes.any(&TITLES) || classes.has(Class::Role) && !classes.has(Class::CommonGiven)
}

/// "Jane Roe of Ayton" is Jane Roe, but "Anne of Cleves" and "John II of Doe" are whole.
fn without_town(pieces: &Pieces<'_>, name: Range<usize>) -> Range<usize> {
    let of = name.clone().skip(2).find(|at| pieces.word(*at) == "of");
    match of {
        Some(of) if !pieces.all[of - 1].classes.has(Class::Suffix) => name.start..of,
        Some(_) | None => name,
    }
}

/// "Minister of Health Jane Roe", "Monday Gen. Roe": a word that ends what stands
/// before the name.
fn is_before_name(pieces: &Pieces<'_>, at: usize) -> bool {
    let words = [
        Class::RoleWord,
        Class::Role,
        Class::Organisation,
        Class::Nation,
        Class::Calendar,
        Class::Function,
    ];
    let names = [Class::CommonGiven, Class::InPersons];
    let classes = pieces.all[at].classes;
    classes.any(&words) && !classes.any(&names)
}

/// Whether what the model took for a name cannot be one.
fn is_other(pieces: &Pieces<'_>, name: &Range<usize>, style: Style, lists: &Lists) -> bool {
    is_in_address(pieces, name)
        || is_phrase(pieces, name, lists)
        || is_abbreviation(pieces, name, style)
}

/// "NASA", "APIs": capitals alone, where other words are not written so, and no
/// name that the lists know.
fn is_abbreviation(pieces: &Pieces<'_>, name: &Range<usize>, style: Style) -> bool {
    let only = pieces.all[name.end - 1];
    let known = [Class::CommonGiven, Class::CommonSurname, Class::InPersons];
    let is_short = only.span.len() < 3;
    match style {
        Style::Capitals => false,
        Style::Running | Style::Titled => {
            only.shape == Shape::Acronym
                && name.len() == 1
                && (is_short || !only.classes.any(&known))
        }
    }
}

/// "Wells Fargo", "Sri Lanka": what looks like a full name and is known to be none.
fn is_phrase(pieces: &Pieces<'_>, name: &Range<usize>, lists: &Lists) -> bool {
    if name.len() < 2 {
        return false;
    }
    let words: Vec<String> = name.clone().map(|at| fold(pieces.word(at))).collect();
    lists.small(&words.join("-")).has(Class::Phrase)
}

/// "#Roe", "@Roe", "wiki/Jane_Roe", "Data.Gov": words of an address or a tag.
fn is_in_address(pieces: &Pieces<'_>, range: &Range<usize>) -> bool {
    let start = pieces.all[range.start].span.start as usize;
    let end = pieces.all[range.end - 1].span.end as usize;
    let before = pieces.source[..start].chars().next_back();
    let mut after = pieces.source[end..].chars();
    let next = after.next();
    matches!(before, Some('_' | '/' | '@' | '#' | '=' | '\\'))
        || matches!(next, Some('_' | '@' | '='))
        || next == Some('.') && after.next().is_some_and(char::is_alphanumeric)
}

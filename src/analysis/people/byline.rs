//! Who wrote a text, took its pictures or edited it: no actors of its news.
//!
//! A byline stands apart ("By Jane Roe", "Jane Roe, Staff Writer"); a credit
//! says what was done ("Editing by Jane Roe", "Photo: Jane Roe"). Names in them
//! are taken out of those that mentions are made of.

use std::ops::Range;

use super::find::Found;
use super::lists::Class;
use super::pieces::{Pieces, Shape};
use crate::document::Span;

/// A line with more pieces is a sentence, whatever it begins with.
const LONGEST: usize = 16;

/// Takes the names of writers out of those found, and returns their places.
pub(super) fn take(pieces: &Pieces<'_>, found: &mut Vec<Found>) -> Vec<Span> {
    let mut bylines = Vec::new();
    let mut credited: Option<Range<usize>> = None;
    found.retain(|name| {
        let line = Line::around(pieces, name);
        let goes_on = credited
            .as_ref()
            .is_some_and(|before| line.is_listed(before.end..name.pieces.start));
        let is_writer = goes_on && line.range.contains(&name.pieces.start)
            || line.is_credit(name.pieces.start)
            || line.is_byline(&name.pieces);
        if is_writer {
            bylines.push(name.span(pieces));
            credited = Some(name.pieces.clone());
        }
        !is_writer
    });
    bylines
}

/// The line a name stands in, or its sentence where that is shorter.
struct Line<'p, 'a> {
    pieces: &'p Pieces<'a>,
    range: Range<usize>,
}

impl<'p, 'a> Line<'p, 'a> {
    fn around(pieces: &'p Pieces<'a>, name: &Found) -> Self {
        let sentence = pieces.sentence(name.sentence);
        let breaks_before = |at: &usize| {
            let gap = pieces.all[at - 1].span.end as usize..pieces.all[*at].span.start as usize;
            pieces.source[gap].contains('\n')
        };
        // A byline's names stand near its ends.
        let from = sentence
            .start
            .max(name.pieces.start.saturating_sub(LONGEST));
        let to = sentence.end.min(name.pieces.end + LONGEST + 1);
        Self {
            pieces,
            range: (from + 1..=name.pieces.start)
                .rev()
                .find(breaks_before)
                .unwrap_or(from)
                ..(name.pieces.end..to).find(breaks_before).unwrap_or(to),
        }
    }

    fn word(&self, at: usize) -> &str {
        match self.range.contains(&at) {
            true => self.pieces.word(at),
            false => "",
        }
    }

    fn has(&self, at: usize, class: Class) -> bool {
        self.range.contains(&at) && self.pieces.all[at].classes.has(class)
    }

    /// Whether nothing but commas, "and" and a place part two names.
    fn is_listed(&self, between: Range<usize>) -> bool {
        let links = |at: usize| {
            matches!(self.word(at), "," | "and" | "&" | "in")
                || self.word(at - 1) == "in" && self.pieces.all[at].shape == Shape::Capital
        };
        (1..=4).contains(&between.len()) && between.clone().all(links)
    }

    /// "Editing by Roe", "(Reporting by Roe", "Photo: Roe", "Photo/Roe".
    fn is_credit(&self, name: usize) -> bool {
        let Some(link) = name.checked_sub(1) else {
            return false;
        };
        let Some(deed) = link.checked_sub(1).filter(|at| self.range.contains(at)) else {
            return false;
        };
        let opens = deed == self.range.start
            || matches!(
                self.word(deed - 1),
                "(" | ";" | "." | "|" | "—" | "–" | "-" | "," | "and" | "Additional" | "/"
            );
        match self.word(link) {
            "by" | "By" | "BY" => self.has(deed, Class::Credit) && opens,
            ":" | "/" => self.has(deed, Class::Credit) && opens,
            _ => false,
        }
    }

    /// A line of its own: "By Roe, Staff Writer", "Roe, Staff Writer", "— Roe reported from …".
    fn is_byline(&self, name: &Range<usize>) -> bool {
        if self.range.len() > LONGEST {
            return false;
        }
        let first = (self.range.clone())
            .find(|at| self.pieces.all[*at].shape != Shape::Mark)
            .unwrap_or(self.range.start);
        if matches!(self.word(first), "By" | "BY" | "by") && name.start == first + 1 {
            return self.ends_apart(name.end);
        }
        name.start == first && self.is_writer_after(name.end)
    }

    /// Whether what follows the names of a byline is no sentence: no verb, no possessive.
    fn ends_apart(&self, from: usize) -> bool {
        let small_verb = |at: usize| {
            self.has(at, Class::Say) || self.has(at, Class::Act) && !self.has(at, Class::Credit)
        };
        (from..self.range.end).all(|at| {
            let piece = self.pieces.all[at];
            match piece.shape {
                Shape::Possessive => false,
                Shape::Small => !small_verb(at),
                Shape::Capital | Shape::Initial | Shape::Acronym | Shape::Number | Shape::Mark => {
                    true
                }
            }
        })
    }

    /// "…, Staff Writer", "… | Correspondent": the rest of the line is what a writer is called.
    fn is_writer_after(&self, from: usize) -> bool {
        let rest = from..self.range.end;
        let called = rest
            .clone()
            .filter(|at| self.pieces.all[*at].shape != Shape::Mark);
        let words = called.clone().count();
        matches!(self.word(from), "," | "|" | "–" | "—" | "-")
            && (1..=4).contains(&words)
            && called.clone().any(|at| self.has(at, Class::Writer))
            && called
                .clone()
                .all(|at| self.pieces.all[at].shape != Shape::Small || self.has(at, Class::Writer))
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::people::tests::people;
    use crate::document::Document;

    /// The writers of a text, and the other people in it.
    fn check(text: &str, writers: &str, others: &str) {
        let found = people(text);
        let document = Document::given("test", text, None);
        let bylines: Vec<&str> = found
            .bylines
            .iter()
            .map(|span| span.of(&document.text))
            .collect();
        assert_eq!(bylines.join("; "), writers, "writers of {text:?}");
        let names: Vec<&str> = found.names.iter().map(|name| name.full.as_str()).collect();
        assert_eq!(names.join("; "), others, "people of {text:?}");
    }

    #[test]
    fn who_wrote_a_text_is_no_actor_of_it() {
        check(
            "By Mary Jones\n\nJohn Smith won.",
            "Mary Jones",
            "John Smith",
        );
        check(
            "By Mary Jones and Peter Brown, Staff Writers\n\nJohn Smith won.",
            "Mary Jones; Peter Brown",
            "John Smith",
        );
        check(
            "Mary Jones, Staff Writer\n\nJohn Smith won.",
            "Mary Jones",
            "John Smith",
        );
        check(
            "John Smith won. (Reporting by Mary Jones; Editing by Peter Brown)",
            "Mary Jones; Peter Brown",
            "John Smith",
        );
        check(
            "Photo: Mary Jones\n\nJohn Smith won.",
            "Mary Jones",
            "John Smith",
        );
    }

    #[test]
    fn who_is_named_after_by_in_a_sentence_is_no_writer() {
        check("By John Smith's account it rained.", "", "John Smith");
        check("The plan was drawn up by John Smith.", "", "John Smith");
        check("John Smith, a writer from Boston, left.", "", "John Smith");
    }
}

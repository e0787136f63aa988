//! Where what is reported begins, after its verb.

use std::ops::Range;

use super::super::lists::Class;
use super::super::pieces::Shape;
use super::super::speech::Takes;
use super::wording::{is_adverbial, is_pronoun, is_telling, never_begins};
use super::{Ear, SHORTEST};

/// How far behind its verb, in pieces, a clause may begin: "said at a meeting of the council that".
pub(super) const REACH: usize = 14;

impl Ear<'_, '_> {
    /// What was said, after its verb.
    pub(super) fn complement(&self, verb: usize) -> Option<Range<usize>> {
        let clause = self.clause(self.begins_after(verb)?);
        (clause.len() >= SHORTEST).then_some(clause)
    }

    /// The piece at which what was said begins.
    pub(super) fn begins_after(&self, verb: usize) -> Option<usize> {
        let frame = self.speech.frame(self.word(verb));
        let takes = |takes| frame.takes(takes);
        let next = verb + 1;
        if next >= self.range.end {
            return None;
        }
        let clause = takes(Takes::Clause) || takes(Takes::Listener) || takes(Takes::GoingOn);
        None.or_else(|| self.after_that(next).filter(|_| clause))
            .or_else(|| self.question(next).filter(|_| takes(Takes::Question)))
            .or_else(|| self.infinitive(next).filter(|_| takes(Takes::Vow)))
            .or_else(|| self.order(next).filter(|_| takes(Takes::Order)))
            .or_else(|| self.doing(next).filter(|_| takes(Takes::Doing)))
            .or_else(|| self.warning(next).filter(|_| takes(Takes::Warning)))
            .or_else(|| self.bare(verb).filter(|_| clause))
    }

    /// "that …", behind when, where or to whom it was said.
    fn after_that(&self, next: usize) -> Option<usize> {
        let limit = self.range.end.min(next + REACH);
        let that = (next..limit)
            .take_while(|at| !self.is_mark(*at) && !self.is_finite(*at))
            .find(|at| self.word(*at) == "that")?;
        let leads = that == next
            || is_adverbial(self.word(next))
            || self.scene.has(next, Class::Calendar)
            || self.word(next).ends_with("ly")
            || self.is_listener(next, that);
        // "said on Monday that …", but not "announced a plan that …".
        (leads && that + 1 < self.range.end).then_some(that + 1)
    }

    /// Whether the pieces of a range are one who is told.
    fn is_listener(&self, from: usize, end: usize) -> bool {
        let verb = from - 1;
        let has_listener = self.takes(verb, Takes::Listener) || is_telling(self.word(verb));
        has_listener && end - from <= 10
    }

    fn question(&self, next: usize) -> Option<usize> {
        let limit = self.range.end.min(next + 5);
        (next..limit)
            .take_while(|at| !self.is_mark(*at))
            .find(|at| {
                matches!(
                    self.word(*at),
                    "whether" | "if" | "why" | "how" | "what" | "who"
                )
            })
    }

    fn infinitive(&self, next: usize) -> Option<usize> {
        (self.word(next) == "to" && self.is_verb(next + 1)).then_some(next)
    }

    /// "people to leave", "on the Taliban to leave".
    fn order(&self, next: usize) -> Option<usize> {
        let limit = self.range.end.min(next + REACH);
        let to = (next + 1..limit)
            .take_while(|at| !self.is_mark(*at) && !self.is_finite(*at))
            .find(|at| self.word(*at) == "to")?;
        let is_someone = !self.scene.has(next, Class::PlacePreposition)
            && !matches!(self.word(next), "about" | "for" | "of" | "to" | "on");
        (self.is_verb(to + 1) && is_someone).then_some(next)
    }

    fn doing(&self, next: usize) -> Option<usize> {
        let word = self.word(next);
        (word.len() > 5
            && word.ends_with("ing")
            && self.scene.is_small(next)
            && !self.scene.has(next, Class::Function))
        .then_some(next)
    }

    fn warning(&self, next: usize) -> Option<usize> {
        matches!(self.word(next), "of" | "against" | "about").then_some(next)
    }

    /// A clause without "that": it has a subject and a verb of its own.
    fn bare(&self, verb: usize) -> Option<usize> {
        let from = self.after_listener(verb)?;
        let from = self.after_day(from);
        if from >= self.range.end {
            return None;
        }
        let word = self.word(from);
        let begins = match self.scene.pieces.all[from].shape {
            Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Number => true,
            Shape::Small => {
                let may_begin = !is_adverbial(word) && !never_begins(word);
                may_begin && !self.scene.is_say(from)
                    || matches!(word, "if" | "no" | "nothing") && self.is_said(verb)
            }
            Shape::Possessive | Shape::Mark => false,
        };
        let is_whole = self.has_verb(from, verb) || self.is_said(verb) && is_pronoun(word);
        (begins && is_whole).then_some(from)
    }

    /// The piece after whom is told: "told reporters", "told the council", "told Doe".
    fn after_listener(&self, verb: usize) -> Option<usize> {
        let next = verb + 1;
        let is_needed = self.takes(verb, Takes::Listener) && !self.takes(verb, Takes::Clause)
            || is_telling(self.word(verb));
        if !is_needed {
            return Some(next);
        }
        if let Some(index) = self.scene.found_starting(next) {
            return Some(self.scene.found[index].pieces.end);
        }
        let capitals = (next..self.range.end.min(next + 6))
            .take_while(|at| {
                let shape = self.scene.pieces.all[*at].shape;
                let is_name = matches!(shape, Shape::Capital | Shape::Acronym);
                is_name && self.scene.found_starting(*at).is_none()
            })
            .count();
        if capitals > 0 {
            return Some(next + capitals);
        }
        let word = self.word(next);
        match word {
            "reporters" | "journalists" | "him" | "her" | "them" | "us" | "me" | "lawmakers"
            | "investors" | "supporters" | "parliament" | "police" => Some(next + 1),
            "the" | "a" | "an" if self.scene.is_small(next) => Some(next + 2),
            _ => None,
        }
    }

    /// The piece after "on Monday", "Tuesday", "later".
    fn after_day(&self, from: usize) -> usize {
        let mut at = from;
        while at < self.range.end {
            let is_day = self.scene.has(at, Class::Calendar);
            let leads = matches!(self.word(at), "on" | "late" | "early" | "last")
                && at + 1 < self.range.end
                && self.scene.has(at + 1, Class::Calendar);
            let ends =
                at > from && matches!(self.word(at), "morning" | "afternoon" | "evening" | "night");
            if !(is_day || leads || ends) {
                break;
            }
            at += 1;
        }
        at
    }
}

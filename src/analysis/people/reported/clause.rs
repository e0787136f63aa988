//! Where what is reported begins and ends.

use std::ops::Range;

use super::super::lists::Class;
use super::super::pieces::Shape;
use super::super::speech::Takes;
use super::super::subject::Heard;
use super::opening::REACH;
use super::wording::is_adverbial;
use super::{Ear, SHORTEST};

/// Pieces a clause has at most; longer ones are cut, so that no sentence costs more than its length.
const LONGEST: usize = 400;

impl Ear<'_, '_> {
    /// The clause that begins at a piece, to where the sentence turns to something else.
    pub(super) fn clause(&self, from: usize) -> Range<usize> {
        let limit = self.range.end.min(from + LONGEST);
        let end = (from..limit).find(|at| self.turns(*at)).unwrap_or(limit);
        from.min(end)..end
    }

    /// Whether something else is told from a mark or conjunction on: another who
    /// speaks, or more by the same.
    fn turns(&self, at: usize) -> bool {
        if !self.is_mark(at) {
            return match self.word(at) {
                "while" | "but" if self.is_heard_behind(at + 1) => true,
                "and" | "but" => self.says_more(at + 1),
                _ => false,
            };
        }
        match self.word(at) {
            ";" => true,
            "," | "—" | "–" => {
                let next = at + 1;
                if next + 1 >= self.range.end {
                    return false;
                }
                let is_gerund = self.scene.is_small(next) && self.takes(next, Takes::GoingOn);
                let joined = matches!(
                    self.word(next),
                    "and" | "but" | "while" | "whereas" | "although" | "though" | "as" | "which"
                );
                let subject = next + usize::from(joined);
                is_gerund
                    || self.scene.is_according(next)
                    || self.is_first(next)
                    || joined && self.is_heard_behind(subject)
            }
            _ => false,
        }
    }

    /// "… and promised to go": the same goes on, with another verb of saying.
    fn says_more(&self, verb: usize) -> bool {
        verb + 1 < self.range.end
            && self.scene.is_say(verb)
            && !matches!(self.word(verb + 1), "," | "." | "and" | "or")
            && self.begins_after(verb).is_some()
    }

    /// ", her first comment since".
    fn is_first(&self, at: usize) -> bool {
        matches!(self.word(at), "his" | "her" | "its" | "their")
            && matches!(self.word(at + 1), "first" | "latest" | "last" | "strongest")
    }

    /// Whether someone speaks whose name begins at a piece.
    fn is_heard_behind(&self, subject: usize) -> bool {
        let limit = self.range.end.min(subject + 10);
        if subject >= limit || !self.may_be_subject(subject) {
            return false;
        }
        let verb = (subject..limit).find(|at| self.scene.is_say(*at));
        verb.is_some_and(|verb| {
            verb == subject || self.scene.before(subject..verb, self.sentence) != Heard::Nothing
        })
    }

    fn may_be_subject(&self, at: usize) -> bool {
        match self.scene.pieces.all[at].shape {
            Shape::Capital | Shape::Acronym | Shape::Initial => true,
            Shape::Small => {
                self.scene.is_say(at)
                    || self.scene.has(at, Class::Role)
                    || self.scene.has(at, Class::RoleWord)
                    || matches!(
                        self.word(at),
                        "he" | "she"
                            | "they"
                            | "the"
                            | "a"
                            | "an"
                            | "his"
                            | "her"
                            | "its"
                            | "their"
                    )
            }
            Shape::Number | Shape::Possessive | Shape::Mark => false,
        }
    }

    /// Whether a range is a clause, not only when or where something was.
    pub(super) fn is_clause(&self, range: &Range<usize>) -> bool {
        let Some(first) = range.clone().find(|at| !self.is_mark(*at)) else {
            return false;
        };
        if range.len() < SHORTEST || range.len() > LONGEST || self.is_at(range.start, "(") {
            return false;
        }
        let is_subordinate = self.is_subordinate(first);
        let main = if is_subordinate {
            // "When it rains, it floods, Roe said": the clause is behind the comma.
            match (first..range.end).find(|at| self.word(*at) == ",") {
                Some(comma) if comma + 2 < range.end => comma + 1,
                Some(_) | None => return false,
            }
        } else {
            first
        };
        (main..range.end).any(|at| self.is_finite(at) || at > main && self.is_past(at))
            || range.end - main > 2 && !is_subordinate && self.has_plain_verb(main..range.end)
    }

    /// Whether from here to the end of the sentence only when, where and to whom is told.
    pub(super) fn only_tells_where(&self, from: usize) -> bool {
        let Some(first) = (from..self.range.end).find(|at| self.word(*at) != "\"") else {
            return true;
        };
        let rest = first..self.range.end;
        let ends = rest.clone().all(|at| self.is_mark(at));
        let leads = is_adverbial(self.word(first))
            || self.scene.has(first, Class::Calendar)
            || self.word(first).ends_with("ly")
            || matches!(
                self.word(first),
                "later" | "then" | "as" | "when" | "while" | "earlier"
            )
            || self.is_mark(first)
            || self.takes(from - 1, Takes::Listener);
        ends || leads && rest.len() <= 2 * REACH
    }

    /// Where the subject of a verb begins, if that follows a comma.
    pub(super) fn subject_start(&self, verb: usize) -> Option<usize> {
        let floor = self.floor.max(verb.saturating_sub(REACH));
        // "The bridge was safe, Roe, the mayor, said": the first comma before the name.
        let named = (floor..verb)
            .rev()
            .filter(|at| self.word(*at) == ",")
            .map(|comma| comma + 1)
            .filter(|start| *start < verb && self.may_be_subject(*start))
            .find(|start| self.is_subject(*start, verb))?;
        Some(named)
    }

    fn is_subject(&self, start: usize, verb: usize) -> bool {
        let heard = self.scene.before(start..verb, self.sentence);
        matches!(heard, Heard::Speaker(..))
    }
}

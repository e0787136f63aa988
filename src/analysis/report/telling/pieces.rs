//! The pieces of a sentence that tell it, without the words that say when at their
//! edges and without a closing "the agency reported".

use std::ops::Range;

use super::Teller;
use crate::analysis::report::clause::ClauseKind;
use crate::analysis::report::words::Part;
use crate::document::Span;

impl Teller<'_> {
    /// The clauses from `from` on, without the date and its preposition at either edge.
    pub(super) fn pieces(&self, groups: &[usize], from: usize) -> Vec<Span> {
        let text = self.finder.text;
        let mut pieces: Vec<Range<usize>> = Vec::new();
        let handed_on = |kind: ClauseKind| {
            matches!(
                kind,
                ClauseKind::Quoted | ClauseKind::Reported | ClauseKind::Infinitive
            )
        };
        let mut told = vec![false; self.clauses.verbs.len()];
        for group in groups {
            told[*group] = true;
        }
        // What is said belongs to what is told of its being said.
        let mut told_before = false;
        for clause in &self.clauses.pieces {
            let tokens = clause.tokens.start.max(from)..clause.tokens.end;
            told[clause.group] |= told_before && handed_on(clause.kind);
            told_before = told[clause.group];
            if !told_before || tokens.is_empty() {
                continue;
            }
            match pieces.last_mut() {
                Some(last) if last.end == tokens.start => last.end = tokens.end,
                _ => pieces.push(tokens),
            }
        }
        if let (Some(last), [_]) = (pieces.last_mut(), groups) {
            last.end = self.without_reporter(last.clone());
        }
        pieces
            .into_iter()
            .map(|piece| self.trim(piece))
            .filter(|piece| !piece.is_empty())
            .map(|piece| text.covered(piece))
            .collect()
    }

    /// The end of a piece without a closing ", the agency reported".
    fn without_reporter(&self, piece: Range<usize>) -> usize {
        const LONGEST: usize = 5;
        let text = self.finder.text;
        let part = |token: usize| self.finder.words.part(text.word(token));
        let comma = piece
            .clone()
            .rev()
            .take(LONGEST + 2)
            .find(|token| text.word(*token) == ",");
        let says_when = |token: &usize| self.in_timex(*token) || part(*token).is(Part::PREPOSITION);
        let reports = |comma: usize| {
            let last = (comma + 1..piece.end).rev();
            let stops = |token: &usize| matches!(text.word(*token), "." | "”" | "\"");
            let mut said = last.skip_while(|token| says_when(token) || stops(token));
            said.next()
                .is_some_and(|token| part(token).is(Part::REPORTING))
        };
        comma.filter(|comma| reports(*comma)).unwrap_or(piece.end)
    }

    fn trim(&self, piece: Range<usize>) -> Range<usize> {
        let text = self.finder.text;
        let (mut first, mut last) = (piece.start, piece.end);
        loop {
            let before = (first, last);
            let after = (first..last).find(|token| !self.in_timex(*token));
            // "2015 was a good year": the date is the subject.
            let is_subject = |token: &usize| {
                self.finder.is_possessive(*token)
                    || self.finder.words.is_finite(text.word(*token)) && self.opens_clause(first)
            };
            first = after.filter(|token| !is_subject(token)).unwrap_or(first);
            while last > first && self.in_timex(last - 1) {
                last -= 1;
            }
            if last < before.1
                && last > first
                && self
                    .finder
                    .words
                    .part(text.word(last - 1))
                    .is(Part::PREPOSITION)
            {
                last -= 1;
            }
            while first < last && matches!(text.word(first), "," | ")" | ";" | ":") {
                first += 1;
            }
            while last > first
                && matches!(
                    text.word(last - 1),
                    "," | ";" | ":" | "(" | "." | "and" | "—" | "–"
                )
            {
                last -= 1;
            }
            if (first, last) == before {
                return first..last;
            }
        }
    }

    fn opens_clause(&self, token: usize) -> bool {
        let clause = self.clauses.at(token);
        let Some(before) = clause.and_then(|clause| {
            let is_inside = token > clause.tokens.start;
            is_inside.then(|| self.finder.text.word(token - 1))
        }) else {
            return true;
        };
        matches!(before, "," | "that" | "and" | "but" | "“" | "\"")
    }

    pub(super) fn in_timex(&self, token: usize) -> bool {
        let tokens = &self.finder.text.tokens;
        tokens
            .get(token)
            .is_some_and(|token| self.date.contains(token.span))
    }
}

//! What the words around a token say about the clauses there: none is looked at
//! further away than a clause is long.

use std::ops::Range;

use super::Cutter;
use crate::analysis::report::clause::ClauseKind;
use crate::analysis::report::words::{Part, Words};
use crate::analysis::text::TokenKind;

/// How many tokens ahead a clause shows its verb.
const REACH: usize = 24;

impl Cutter<'_> {
    /// Whether what stands before the comma only says when, where or how.
    pub(super) fn opens_with_adverbial(&self) -> bool {
        let opening = self.text.word(self.subject);
        let part = self.words.part(opening);
        part.is(Part::PREPOSITION)
            || part.is(Part::ADVERB)
            || opening.ends_with("ing")
            || self.begins_date(self.subject)
    }

    /// Whether a clause follows, not a date alone: "since 2007 it has grown".
    pub(super) fn opens_subordinate(&self, token: usize) -> bool {
        if self.words.part(self.text.word(token)).is(Part::CONDITION) {
            return true;
        }
        let is_date_alone = |date: &Range<usize>| {
            let after = self.text.tokens.get(date.end);
            date.start == token + 1
                && after.is_none_or(|after| after.kind != TokenKind::Possessive)
                && (date.end >= self.end || !self.is_finite(date.end))
        };
        self.has_own_clause(token + 1)
            // "so-called"
            && !self.next_is(token, "-")
            && !self.next_date(token + 1).is_some_and(is_date_alone)
    }

    /// "a law that took effect": "that" between a noun and a verb.
    pub(super) fn is_relative_that(&self, token: usize) -> bool {
        let before = self.text.word(token - 1);
        self.text.word(token) == "that"
            && token + 1 < self.end
            && self.is_finite(token + 1)
            && before.starts_with(char::is_alphabetic)
            && self.words.part(before) == Part::default()
            && !self.is_finite(token - 1)
    }

    /// "The strikes which began in May *were* a threat": a second verb behind a
    /// relative clause without commas is that of the clause around it.
    pub(super) fn is_verb_around(&self, token: usize, part: Part) -> bool {
        let (kind, group) = self.current;
        let around = self.outer.last().map(|(_, group)| self.verbs[*group]);
        let (ClauseKind::Relative, Some(None), Some(verb)) = (kind, around, self.verbs[group])
        else {
            return false;
        };
        let part_of = |token: usize| self.words.part(self.text.word(token));
        let is_chain = part_of(token - 1).is(Part::AUXILIARY.or(Part::ADVERB));
        let joins = |token: usize| part_of(token).is(Part::COORDINATOR.or(Part::SUBORDINATOR));
        part.is(Words::SURE)
            && self.is_finite(token)
            && token >= verb + 3
            && token < verb + REACH
            && !is_chain
            && !(verb..token).any(joins)
    }

    /// Whether a word that can be nothing but a finite verb is among the tokens.
    fn has_sure_verb(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|token| {
            let word = self.text.word(token);
            word.starts_with(char::is_lowercase) && self.words.part(word).is(Words::SURE)
        })
    }

    /// Whether the word hands on a content that "that" opens; adverbs, objects
    /// and dates are passed over.
    pub(super) fn hands_on(&self, token: usize) -> bool {
        let from = match self.date_at(token) {
            Some(date) => date.start.saturating_sub(6),
            None => token.saturating_sub(3),
        };
        (self.first.max(from)..=token)
            .any(|index| self.words.part(self.text.word(index)).is(Part::REPORTING))
            || self.words.part(self.text.word(token)).is(Part::CONTENT)
    }

    /// Where what is said begins, if no "that" opens it: behind the date of the
    /// saying ("said Friday the town fell"), else behind the verb itself.
    pub(super) fn what_is_said(&self, verb: usize) -> Option<usize> {
        /// "told reporters in Geneva on": words between a verb of saying and its date.
        const BETWEEN: usize = 6;
        let next = verb + 1;
        let date = self.next_date(next).filter(|date| {
            date.start <= next + BETWEEN
                && !(next..date.start).any(|token| self.breaks(token) || self.is_finite(token))
        });
        if let Some(date) = date {
            let from = date.end + usize::from(self.word_at(date.end) == ",");
            if self.begins_clause(from) {
                return Some(from);
            }
        }
        if !self.words.part(self.text.word(verb)).is(Part::BARE) {
            return None;
        }
        let object = usize::from(matches!(self.text.word(verb), "told" | "tells"));
        let from = next + object;
        self.begins_clause(from).then_some(from)
    }

    /// Whether a subject and its verb stand here.
    fn begins_clause(&self, from: usize) -> bool {
        let stands = from + 1 < self.end && !self.begins_date(from);
        if !stands || self.breaks(from) || self.is_finite(from) {
            return false;
        }
        let part = self.words.part(self.text.word(from));
        if part.is(Part::PREPOSITION)
            || part.is(Part::COORDINATOR)
            || part.is(Part::SUBORDINATOR)
            || self.word_at(from) == "that"
        {
            return false;
        }
        let mut ahead = from + 1..self.end.min(from + REACH);
        let stop = |token: &usize| {
            let word = self.text.word(*token);
            self.breaks(*token) || self.words.part(word).is(Part::RELATIVE) || word == "that"
        };
        ahead
            .find(|token| stop(token) || self.is_finite(*token))
            .is_some_and(|token| !stop(&token))
    }

    /// Where an attribution that begins here ends: "the ministry said on Friday",
    /// "said the mayor". `None` when it is not one.
    pub(super) fn attribution(&self, from: usize) -> Option<usize> {
        const SUBJECT: usize = 12;
        let part = |token: usize| self.words.part(self.text.word(token));
        let opens = part(from);
        if opens.is(Part::COORDINATOR) || opens.is(Part::PREPOSITION) {
            return None;
        }
        let ahead = from..self.end.min(from + SUBJECT);
        let is_adjective =
            |token: usize| matches!(self.word_at(token.wrapping_sub(1)), "the" | "a" | "an");
        let verb = ahead.clone().find(|token| {
            self.breaks(*token)
                || part(*token).is(Part::RELATIVE)
                || part(*token).is(Part::SUBORDINATOR)
                || (self.is_finite(*token) || part(*token).is(Part::REPORTING))
                    && !is_adjective(*token)
        })?;
        let perfect = matches!(self.word_at(verb), "has" | "have" | "had");
        let verb = verb + usize::from(perfect);
        if verb >= self.end || !part(verb).is(Part::REPORTING) || self.next_is(verb, "that") {
            return None;
        }
        let rest = verb + 1..self.end.min(verb + 1 + REACH);
        let clear = |to: usize| !(verb + 1..to).any(|token| self.is_finite(token));
        let stop = rest.clone().find(|token| self.breaks(*token));
        match stop {
            None if rest.end == self.end && clear(rest.end) => Some(self.end),
            Some(stop) if self.word_at(stop) == "," && clear(stop) => {
                // "said Ann Blackwood, the mayor, on Friday"
                let to_end = verb == from && rest.end == self.end && !self.has_sure_verb(rest);
                Some(if to_end { self.end } else { stop })
            }
            Some(_) | None => None,
        }
    }

    /// "arrested him on Monday and released him on Tuesday": a second verb with a
    /// date of its own.
    pub(super) fn is_second_deed(&self, coordinator: usize) -> bool {
        let group = self.current.1;
        let may_turn = matches!(
            self.current.0,
            ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Reported
        );
        if !may_turn || self.verbs[group].is_none() || !self.dates[group] {
            return false;
        }
        let next = coordinator + 1;
        let joins_dates =
            self.begins_date(next) && self.date_at(coordinator.wrapping_sub(1)).is_some();
        let stretch = self.stretch(next);
        let verb = stretch.clone().find(|token| {
            self.is_finite(*token)
                || self
                    .words
                    .part(self.text.word(*token))
                    .is(Part::COORDINATOR)
        });
        !joins_dates && self.has_date(&stretch) && verb.is_some_and(|verb| self.is_finite(verb))
    }

    /// "moved to Paris in 1970, married in 1972 and died in 2001": a verb behind a
    /// comma, with a date of its own, where another joined by "and" goes on.
    pub(super) fn is_listed_deed(&self, comma: usize) -> bool {
        let next = comma + 1;
        let stretch = self.stretch(next);
        let joins = |token: usize| {
            let part = self.words.part(self.text.word(token));
            part.is(Part::COORDINATOR) && token + 1 < stretch.end && self.is_finite(token + 1)
        };
        self.is_finite(next) && stretch.clone().any(joins) && self.is_second_deed(comma)
    }

    /// "announced on Monday plans to close the plant on 1 June": what is planned
    /// has a date, and so has the planning.
    pub(super) fn is_dated_plan(&self, to: usize) -> bool {
        /// "plans" and the date between them and "to".
        const BEFORE: usize = 6;
        let group = self.current.1;
        if self.current.0 == ClauseKind::Infinitive || !self.dates[group] || to + 1 >= self.end {
            return false;
        }
        let verb = self.text.word(to + 1);
        let is_verb = verb.starts_with(char::is_lowercase)
            && self.words.part(verb) == Part::default()
            && !matches!(verb, "the" | "a" | "an");
        let planned = (self.first.max(to.saturating_sub(BEFORE))..to)
            .any(|token| self.words.part(self.text.word(token)).is(Part::PLAN));
        is_verb && planned && self.has_date(&self.stretch(to + 1))
    }

    /// The tokens from `from` to the next mark, at most as many as a clause has.
    fn stretch(&self, from: usize) -> Range<usize> {
        let end = self.end.min(from + REACH);
        let stop = (from..end).find(|token| self.breaks(*token));
        from..stop.unwrap_or(end)
    }

    /// Whether a subject and a verb follow before the next comma.
    pub(super) fn has_own_clause(&self, from: usize) -> bool {
        let stretch = self.stretch(from);
        stretch.skip(1).any(|token| self.is_finite(token))
    }

    /// Whether a subject without its verb stands before the comma and its verb follows a later one.
    pub(super) fn is_apposition(&self, comma: usize) -> bool {
        if self.verbs[0].is_some() {
            return false;
        }
        let ahead = comma + 1..self.end.min(comma + REACH);
        let later = ahead.clone().find(|token| self.text.word(*token) == ",");
        let verb = |from: usize| (from..self.end.min(from + 3)).any(|token| self.is_finite(token));
        later.is_some_and(|later| verb(later + 1))
    }

    pub(super) fn is_finite(&self, token: usize) -> bool {
        self.words.is_finite(self.text.word(token))
    }

    /// Whether no clause goes on past the token.
    fn breaks(&self, token: usize) -> bool {
        matches!(self.text.word(token), "," | ";" | "(" | "“" | "\"")
    }

    /// The word at a token of the sentence; empty beyond it.
    pub(super) fn word_at(&self, token: usize) -> &str {
        if token < self.end {
            self.text.word(token)
        } else {
            ""
        }
    }

    pub(super) fn next_is(&self, token: usize, word: &str) -> bool {
        self.word_at(token + 1) == word
    }

    /// The first date that begins at a token or after it.
    fn next_date(&self, token: usize) -> Option<&Range<usize>> {
        let index = self.dated.partition_point(|date| date.start < token);
        self.dated.get(index)
    }

    /// The date that covers a token.
    fn date_at(&self, token: usize) -> Option<&Range<usize>> {
        let index = self.dated.partition_point(|date| date.end <= token);
        self.dated.get(index).filter(|date| date.contains(&token))
    }

    pub(super) fn begins_date(&self, token: usize) -> bool {
        self.next_date(token)
            .is_some_and(|date| date.start == token)
    }

    fn has_date(&self, tokens: &Range<usize>) -> bool {
        self.next_date(tokens.start)
            .is_some_and(|date| date.start < tokens.end)
    }
}

//! Which of a sentence's dates dates it, and what else has a date of its own.
//!
//! The main clause's date wins. A clause joined to it, what is said and who
//! says it, and what is planned tell of something of their own where they have
//! their own date; what a relative or subordinate clause adds does not stand
//! apart, but dates the sentence where nothing else does.

use std::ops::Range;

use super::Finder;
use super::clause::{Clause, ClauseKind, Clauses};
use super::words::Part;
use crate::analysis::time::{Grain, When};
use crate::document::Span;

/// How an expression bears on its clause; the order is that of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bearing {
    /// It says when.
    On,
    /// It only bounds it: "since 1958", "until Friday".
    Bound,
    /// It names a thing by its day: "Sunday's election".
    Name,
}

/// An expression that may date its clause.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub index: usize,
    pub when: When,
    pub clause: &'a Clause,
    bearing: Bearing,
    /// How far it is from its clause's verb, in tokens; a date that opens the clause is beside it.
    distance: usize,
}

impl Candidate<'_> {
    /// What decides between the dates of a sentence, the least first.
    pub fn rank(&self) -> (ClauseKind, Bearing, usize, Grain, usize) {
        (
            self.clause.kind,
            self.bearing,
            self.distance,
            self.when.grain,
            self.index,
        )
    }

    /// Whether what follows in the text may go on from it.
    pub fn says_when(&self) -> bool {
        self.bearing == Bearing::On
    }
}

impl Finder<'_> {
    /// The expressions of a sentence that may date their clauses, in order.
    pub(super) fn candidates<'a>(
        &self,
        timexes: Range<usize>,
        clauses: &'a Clauses,
        quotes: &[Span],
    ) -> Vec<Candidate<'a>> {
        let mut quotes = quotes.iter().peekable();
        let mut candidates = Vec::new();
        for timex in timexes {
            let span = self.timexes[timex].span;
            while quotes.next_if(|quote| quote.end <= span.start).is_some() {}
            let quoted = quotes.peek().is_some_and(|quote| quote.contains(span));
            candidates.extend(self.candidate(timex, clauses, quoted));
        }
        candidates
    }

    fn candidate<'a>(
        &self,
        timex: usize,
        clauses: &'a Clauses,
        quoted: bool,
    ) -> Option<Candidate<'a>> {
        let expression = &self.timexes[timex];
        let when = expression.told()?;
        let tokens = self.token_at(expression.span.start)..self.token_at(expression.span.end);
        let (first, after) = (tokens.start, tokens.end);
        let clause = clauses.at(first)?;
        if self.is_talked_about(first, after, quoted)
            || self.is_nowadays(first, clause.group, clauses)
            || self.is_attribute(&tokens, when, quoted)
            || self.is_in_name(&tokens)
            || expression.range_with.is_none() && self.is_beside_the_point(&tokens, clause, clauses)
        {
            return None;
        }
        let bearing = self.bearing(&tokens, clause, when.grain, expression.range_with.is_some())?;
        let opens = clause.tokens.start + 3 > first;
        let distance = match clauses.verb(clause.group) {
            _ if opens => 1,
            Some(verb) => verb.abs_diff(first),
            None => clause.tokens.len(),
        };
        Some(Candidate {
            index: timex,
            when,
            clause,
            bearing,
            distance,
        })
    }

    /// How the expression bears on its clause; `None` when it dates nothing in it.
    fn bearing(
        &self,
        tokens: &Range<usize>,
        clause: &Clause,
        grain: Grain,
        is_range: bool,
    ) -> Option<Bearing> {
        let before = |back: usize| {
            let token = tokens.start.checked_sub(back)?;
            clause
                .tokens
                .contains(&token)
                .then(|| self.text.word(token))
        };
        let part = |word: Option<&str>| word.map(|word| self.words.part(word)).unwrap_or_default();
        if self.names_a_thing(tokens) {
            let determined = before(1).is_some_and(is_determiner);
            let leads = part(before(if determined { 2 } else { 1 }));
            // "today's world" is these days wherever it stands.
            let today = self.text.word(tokens.start).eq_ignore_ascii_case("today");
            return match leads {
                _ if leads.is(Part::TEMPORAL) && !today => Some(Bearing::On),
                _ if leads.is(Part::PREPOSITION) => None,
                _ => Some(Bearing::Name),
            };
        }
        if !is_range && part(before(1)).is(Part::BOUND) {
            let is_record = before(1).is_some_and(|word| word.eq_ignore_ascii_case("since"))
                && self.is_superlative(clause.tokens.start..tokens.start);
            let is_aside =
                clause.kind > ClauseKind::Participle && clause.kind != ClauseKind::Quoted;
            return (!is_record && !is_aside).then_some(Bearing::Bound);
        }
        // "the history of the past century"
        let is_owner = before(1) == Some("of") && grain >= Grain::Year;
        Some(if is_owner && !is_range {
            Bearing::Name
        } else {
            Bearing::On
        })
    }

    /// "Sunday's election", "the Friday attack", "the Sept. 11 attacks".
    fn names_a_thing(&self, tokens: &Range<usize>) -> bool {
        let Some(after) = self.word_at(tokens.end) else {
            return false;
        };
        let possessive = self.is_possessive(tokens.end);
        let determined = tokens.start.checked_sub(1).and_then(|at| self.word_at(at));
        let determined = determined.is_some_and(|word| {
            is_determiner(word) || self.is_possessive(tokens.start.saturating_sub(1))
        }) || self.word_at(tokens.start).is_some_and(is_determiner);
        let noun = after.starts_with(char::is_lowercase)
            && !self.words.is_finite(after)
            && self.words.part(after) == Part::default()
            && !is_determiner(after)
            && !PRONOUNS.contains(&after);
        let is_weekday_or_date = tokens.len() <= 3;
        possessive || determined && noun && is_weekday_or_date && self.is_day(tokens)
    }

    /// Whether the expression is a weekday or a day of a month, not "the past week".
    fn is_day(&self, tokens: &Range<usize>) -> bool {
        tokens
            .clone()
            .any(|token| self.text.word(token).starts_with(char::is_uppercase))
    }

    /// "the first win since 1958": a record is told of its own day, not of the last one.
    fn is_superlative(&self, tokens: Range<usize>) -> bool {
        const NEAR: usize = 12;
        let from = tokens.start.max(tokens.end.saturating_sub(NEAR));
        (from..tokens.end).any(|token| {
            let word = self.text.word(token);
            matches!(
                word,
                "first" | "First" | "most" | "only" | "record" | "worst" | "best"
            ) || word.len() > 5 && word.ends_with("est")
        })
    }

    /// A date under "if", or one that a bracket only cites.
    fn is_beside_the_point(
        &self,
        tokens: &Range<usize>,
        clause: &Clause,
        clauses: &Clauses,
    ) -> bool {
        let opening = self.words.part(self.text.word(clause.tokens.start));
        match clause.kind {
            ClauseKind::Subordinate => opening.is(Part::CONDITION),
            // "(Source: Cisco, 2013)" says where a figure is from; "(in 2013)" says when.
            ClauseKind::Parenthesis => {
                let mut before = clause.tokens.start..tokens.start;
                // "Blackwood, A. (May 2011) How to build": a line without a verb lists a work.
                let is_listed = clauses.verbs.iter().all(Option::is_none);
                clauses.verb(clause.group).is_none()
                    && (is_listed || before.any(|token| matches!(self.text.word(token), "," | ":")))
            }
            ClauseKind::Main
            | ClauseKind::Coordinate
            | ClauseKind::Attribution
            | ClauseKind::Reported
            | ClauseKind::Infinitive
            | ClauseKind::Participle
            | ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Quoted => false,
        }
    }

    /// Whether a second date of the sentence dates something apart from what the first does.
    pub(super) fn tells_its_own(
        &self,
        candidate: &Candidate<'_>,
        main: &Candidate<'_>,
        clauses: &Clauses,
    ) -> bool {
        let kind = candidate.clause.kind;
        let own = match kind {
            ClauseKind::Main
            | ClauseKind::Coordinate
            | ClauseKind::Attribution
            | ClauseKind::Reported
            | ClauseKind::Infinitive => true,
            ClauseKind::Participle
            | ClauseKind::Subordinate
            | ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Quoted
            | ClauseKind::Parenthesis => false,
        };
        let group = candidate.clause.group;
        own && group != main.clause.group
            && candidate.says_when()
            && candidate.when != main.when
            && (kind == ClauseKind::Infinitive || self.has_deed(group, kind, clauses))
            && !self.are_range(candidate, main)
    }

    /// Whether the clause has a verb; one that hands on what is said is its own verb.
    fn has_deed(&self, group: usize, kind: ClauseKind, clauses: &Clauses) -> bool {
        kind == ClauseKind::Attribution || clauses.verb(group).is_some()
    }

    pub(super) fn are_range(&self, one: &Candidate<'_>, other: &Candidate<'_>) -> bool {
        one.index != other.index && self.timexes[one.index].range_with == Some(other.index as u32)
    }
}

const PRONOUNS: [&str; 7] = ["they", "he", "she", "it", "we", "i", "there"];

pub(super) fn is_determiner(word: &str) -> bool {
    const DETERMINERS: [&str; 13] = [
        "the", "a", "an", "this", "that", "his", "her", "its", "our", "their", "my", "your", "each",
    ];
    DETERMINERS
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

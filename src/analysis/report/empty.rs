//! Expressions of time that date nothing: bare date lines, days that are
//! spoken of, years that only name a thing.

use super::Finder;
use super::clause::Clause;
use super::words::Part;
use crate::analysis::text::{Sentence, TokenKind};
use crate::analysis::time::{Grain, When};

impl Finder<'_> {
    /// A bare date line, or a question.
    pub(super) fn tells_nothing(
        &self,
        sentence: &Sentence,
        timexes: std::ops::Range<usize>,
    ) -> bool {
        const LEAST_WORDS: usize = 2;
        let spans = &self.timexes[timexes];
        let beside = |token: &usize| {
            let token = &self.text.tokens[*token];
            token.kind == TokenKind::Word
                && !spans.iter().any(|timex| timex.span.contains(token.span))
        };
        let words = sentence.tokens().filter(beside).filter(|token| {
            !self
                .words
                .part(self.text.word(*token))
                .is(Part::PREPOSITION)
        });
        self.text.word(sentence.tokens().end - 1) == "?"
            || words.take(LEAST_WORDS).count() < LEAST_WORDS
    }

    /// "Tomorrow is too late": the day is what is spoken of, nothing is told to happen on it.
    /// In quoted speech "today" is these days.
    pub(super) fn is_talked_about(&self, first: usize, after: usize, quoted: bool) -> bool {
        let word = self.text.word(first);
        let deictic = ["today", "tomorrow", "tonight"]
            .iter()
            .any(|day| word.eq_ignore_ascii_case(day));
        let next = (after < self.text.tokens.len()).then(|| self.text.word(after));
        deictic
            && (quoted
                || next.is_some_and(|next| {
                    matches!(next, "is" | "will" | "was" | "would" | "may" | "has")
                }))
    }

    /// "More work today than ever": without a past or a future "today" is these days.
    pub(super) fn is_nowadays(&self, first: usize, clause: &Clause, clauses: &[Clause]) -> bool {
        if !self.text.word(first).eq_ignore_ascii_case("today") {
            return false;
        }
        let group = clauses.iter().filter(|other| other.group == clause.group);
        let mut tokens = group.flat_map(|clause| clause.tokens.clone());
        !tokens.any(|token| {
            let word = self.text.word(token);
            self.words.is_past(word) || matches!(word, "will" | "to")
        })
    }

    /// "The 2015 nuclear deal", "a fellow 2012 candidate": a year that only names
    /// a thing, with no word before it that says when.
    pub(super) fn is_attribute(
        &self,
        first: usize,
        after: usize,
        when: When,
        quoted: bool,
    ) -> bool {
        const PRONOUNS: [&str; 11] = [
            "that", "this", "the", "a", "an", "they", "he", "she", "it", "we", "there",
        ];
        let word = |token: usize| self.text.tokens.get(token).map(|_| self.text.word(token));
        let is_plain =
            |word: &str| word.starts_with(char::is_alphabetic) && !self.words.is_finite(word);
        let no_part = |word: &str| self.words.part(word) == Part::default();
        let before_noun = word(after)
            .is_some_and(|next| is_plain(next) && no_part(next) && !PRONOUNS.contains(&next));
        let before = first.checked_sub(1).and_then(word);
        let is_introduced = before.is_none_or(|word| !is_plain(word) || !no_part(word));
        !quoted && when.grain == Grain::Year && before_noun && !is_introduced
    }
}

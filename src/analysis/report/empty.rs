//! Expressions of time that date nothing: bare date lines, days that are
//! spoken of, years that only name a thing.

use std::ops::Range;

use super::Finder;
use super::clause::Clauses;
use super::words::Part;
use crate::analysis::text::{Sentence, TokenKind};
use crate::analysis::time::{Grain, When};

impl Finder<'_> {
    /// A bare date line, a line that says where a text is from, or a question.
    pub(super) fn tells_nothing(&self, sentence: &Sentence, timexes: Range<usize>) -> bool {
        const LEAST_WORDS: usize = 2;
        let mut spans = self.timexes[timexes].iter().peekable();
        let mut beside = |token: &usize| {
            let token = &self.text.tokens[*token];
            while spans
                .next_if(|timex| timex.span.end <= token.span.start)
                .is_some()
            {}
            token.kind == TokenKind::Word
                && !spans
                    .peek()
                    .is_some_and(|timex| timex.span.contains(token.span))
        };
        let words = sentence
            .tokens()
            .filter(|token| beside(token))
            .filter(|token| {
                !self
                    .words
                    .part(self.text.word(*token))
                    .is(Part::PREPOSITION)
            });
        self.text.word(sentence.tokens().end - 1) == "?"
            || words.take(LEAST_WORDS).count() < LEAST_WORDS
            || self.is_furniture(sentence)
    }

    /// Lines around a story: "Posted on …", "By Ann Blackwood, …", "— Ann (@ann) …",
    /// "“A headline” — a paper, …".
    fn is_furniture(&self, sentence: &Sentence) -> bool {
        const LONGEST: usize = 40;
        let tokens = sentence.tokens();
        if tokens.len() > LONGEST {
            return false;
        }
        let words = tokens.clone().map(|token| self.text.word(token));
        if self.words.is_notice(words) {
            return true;
        }
        let opening = self.text.word(tokens.start);
        let is_finite = |token: usize| self.words.is_finite(self.text.word(token));
        let has_verb = tokens.clone().any(is_finite);
        // "LEEDS, August 13 (Agency) --"
        let is_dash = |token: usize| matches!(self.text.word(token), "—" | "–" | "--");
        match opening {
            _ if is_dash(tokens.end - 1) => !has_verb,
            "—" | "–" | "-" => !has_verb,
            "By" => !has_verb && self.is_name_at(tokens.start + 1),
            // "“A headline” — a paper", and headlines by themselves
            "“" | "\"" => {
                let closing = if opening == "“" { "”" } else { "\"" };
                let mut inside = tokens.start + 1..tokens.end;
                let close = inside.find(|token| self.text.word(*token) == closing);
                let cites = close.is_some_and(|close| {
                    let dash = self.word_at(close + 1);
                    dash.is_some_and(|word| matches!(word, "—" | "–" | "-"))
                        && !(close + 1..tokens.end).any(is_finite)
                });
                cites || !has_verb
            }
            // "2022. A title"
            year => {
                year.len() == 4
                    && year.bytes().all(|byte| byte.is_ascii_digit())
                    && self.word_at(tokens.start + 1) == Some(".")
            }
        }
    }

    fn is_name_at(&self, token: usize) -> bool {
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        self.word_at(token).is_some_and(is_capital) && !self.timexes_begin_at(token)
    }

    fn timexes_begin_at(&self, token: usize) -> bool {
        let start = self.text.tokens[token].span.start;
        let index = self
            .timexes
            .partition_point(|timex| timex.span.start < start);
        self.timexes
            .get(index)
            .is_some_and(|timex| timex.span.start == start)
    }

    /// "Tomorrow is too late": the day is what is spoken of, nothing is told to happen on it.
    /// In quoted speech "today" is these days.
    pub(super) fn is_talked_about(&self, first: usize, after: usize, quoted: bool) -> bool {
        let word = self.text.word(first);
        let deictic = ["today", "tomorrow", "tonight"]
            .iter()
            .any(|day| word.eq_ignore_ascii_case(day));
        let next = self.word_at(after);
        // "The office today is to begin": a subject stands before it.
        let before = first.checked_sub(1).and_then(|before| self.word_at(before));
        let is_subject = before.is_none_or(|word| {
            !word.starts_with(char::is_alphabetic)
                || self.words.is_finite(word)
                || self.words.part(word) != Part::default()
                || word == "that"
        });
        deictic
            && (quoted
                || is_subject
                    && next.is_some_and(|next| {
                        matches!(next, "is" | "will" | "was" | "would" | "may" | "has")
                    }))
    }

    /// "More work today than ever": without a past or a future "today" is these days.
    pub(super) fn is_nowadays(&self, first: usize, group: usize, clauses: &Clauses) -> bool {
        /// How far from it the verb is looked for, in tokens.
        const NEAR: usize = 60;
        if !self.text.word(first).eq_ignore_ascii_case("today") {
            return false;
        }
        let near = first.saturating_sub(NEAR)..self.text.tokens.len().min(first + NEAR);
        !near
            .filter(|token| clauses.is_in(group, *token))
            .any(|token| {
                let word = self.text.word(token);
                self.words.is_past(word) || matches!(word, "will" | "to")
            })
    }

    /// "The 2015 nuclear deal", "a fellow 2012 candidate", "Expo 2016": a year that
    /// only names a thing, with no word before it that says when.
    pub(super) fn is_attribute(&self, tokens: &Range<usize>, when: When, quoted: bool) -> bool {
        const PRONOUNS: [&str; 11] = [
            "that", "this", "the", "a", "an", "they", "he", "she", "it", "we", "there",
        ];
        if quoted || when.grain < Grain::Year {
            return false;
        }
        let is_plain =
            |word: &str| word.starts_with(char::is_alphabetic) && !self.words.is_finite(word);
        let no_part = |word: &str| self.words.part(word) == Part::default();
        let before_noun = self
            .word_at(tokens.end)
            .is_some_and(|next| is_plain(next) && no_part(next) && !PRONOUNS.contains(&next));
        let before = tokens.start.checked_sub(1);
        let is_owned = before.is_some_and(|before| self.is_possessive(before));
        let word = before.and_then(|before| self.word_at(before));
        let is_bare_year = self.word_at(tokens.start).is_some_and(|year| {
            tokens.len() == 1 && year.bytes().all(|byte| byte.is_ascii_digit())
        });
        // "In 2012 voters chose" says when, "of 2012 voters" does not.
        let leads_in = |word: &str| {
            let is_preposition = self.words.part(word).is(Part::PREPOSITION);
            let is_bare = is_bare_year || when.grain > Grain::Year;
            !no_part(word) && (!is_bare || !is_preposition || self.says_when(word))
        };
        let is_introduced = word.is_none_or(|word| !is_plain(word) || leads_in(word));
        let is_name = |word: &str| {
            word.starts_with(char::is_uppercase)
                && is_plain(word)
                && no_part(word)
                && !matches!(word, "FY" | "CY" | "Fiscal" | "Year")
        };
        // "Expo 2016", "the Rights Act of 1984"
        let named = before.map(|before| before - usize::from(word == Some("of") && before > 0));
        let names = named
            .and_then(|named| self.word_at(named))
            .is_some_and(is_name);
        before_noun && (is_owned || !is_introduced) || names && is_bare_year
    }

    /// "the Bright Tomorrow Prize", "Psychology Today": one word of a name.
    pub(super) fn is_in_name(&self, tokens: &Range<usize>) -> bool {
        let is_capital = |token: Option<usize>| {
            let word = token.and_then(|token| self.word_at(token));
            word.is_some_and(|word| {
                word.starts_with(char::is_uppercase) && self.words.part(word) == Part::default()
            })
        };
        let is_deictic = matches!(
            self.text.word(tokens.start),
            "Today" | "Tomorrow" | "Tonight"
        );
        tokens.len() == 1
            && is_capital(tokens.start.checked_sub(1))
            && (is_deictic || is_capital(Some(tokens.end)))
    }

    /// Whether a preposition can say when.
    fn says_when(&self, word: &str) -> bool {
        let part = self.words.part(word);
        part.is(Part::TEMPORAL)
            || part.is(Part::BOUND)
            || matches!(word, "from" | "From" | "between")
    }

    /// The word at a token of the text; `None` beyond its end.
    pub(super) fn word_at(&self, token: usize) -> Option<&str> {
        (token < self.text.tokens.len()).then(|| self.text.word(token))
    }

    pub(super) fn is_possessive(&self, token: usize) -> bool {
        let token = self.text.tokens.get(token);
        token.is_some_and(|token| token.kind == TokenKind::Possessive)
    }
}

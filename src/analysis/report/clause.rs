//! Cuts a sentence into clauses, roughly, so that a date finds its verb.
//!
//! No grammar is parsed: conjunctions, commas, brackets and quotation marks
//! are followed from left to right. A clause may be interrupted and go on;
//! its pieces then share a [`Clause::group`].

use std::ops::Range;

use super::words::{Part, Words};
use crate::analysis::people::Quote;
use crate::analysis::text::{Sentence, Text};

/// What a clause is in its sentence; the order is that of trust in its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ClauseKind {
    Main,
    /// Joined to the main clause by "and", "but" or a semicolon, with its own verb.
    Coordinate,
    /// What is said, after "that".
    Reported,
    /// "…, overrunning many cities".
    Participle,
    /// After "when", "after", "as" and the like.
    Subordinate,
    Relative,
    /// A noun set beside another, between commas.
    Apposition,
    Quoted,
    Parenthesis,
}

/// A run of tokens of one clause.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub tokens: Range<usize>,
    pub kind: ClauseKind,
    /// Pieces of one interrupted clause share it.
    pub group: usize,
}

/// Cuts `sentence`, in which expressions of time begin at the tokens `dated`; the clauses tile its tokens.
pub(super) fn cut(
    text: &Text<'_>,
    sentence: &Sentence,
    quotes: &[Quote],
    dated: &[usize],
    words: &Words,
) -> Vec<Clause> {
    let mut cutter = Cutter {
        text,
        words,
        end: sentence.tokens().end,
        dated,
        clauses: Vec::new(),
        first: sentence.tokens().start,
        subject: sentence.tokens().start,
        current: (ClauseKind::Main, 0),
        outer: Vec::new(),
        groups: 1,
        has_verb: false,
    };
    for token in sentence.tokens() {
        let offset = text.tokens[token].span.start;
        let quoted = quotes
            .iter()
            .any(|quote| quote.span.start <= offset && offset < quote.span.end);
        cutter.read(token, quoted);
    }
    cutter.close(sentence.tokens().end);
    cutter.clauses
}

struct Cutter<'a> {
    text: &'a Text<'a>,
    words: &'a Words,
    /// The index after the sentence's last token.
    end: usize,
    /// Tokens that expressions of time begin with.
    dated: &'a [usize],
    clauses: Vec<Clause>,
    /// Where the piece being read begins.
    first: usize,
    /// Where its subject begins: after the comma of an opening adverbial.
    subject: usize,
    current: (ClauseKind, usize),
    /// What goes on when the current clause ends.
    outer: Vec<(ClauseKind, usize)>,
    groups: usize,
    /// Whether the main clause has had its verb.
    has_verb: bool,
}

impl Cutter<'_> {
    fn read(&mut self, token: usize, quoted: bool) {
        let word = self.text.word(token);
        let in_quote = self.current.0 == ClauseKind::Quoted;
        if quoted != in_quote {
            if quoted {
                self.enter(ClauseKind::Quoted, token);
            } else {
                self.leave(token);
            }
        }
        if quoted {
            return;
        }
        match word {
            "(" | "[" => self.enter(ClauseKind::Parenthesis, token),
            ")" | "]" => {
                if self.current.0 == ClauseKind::Parenthesis {
                    self.leave(token + 1);
                }
            }
            ";" => {
                self.outer.clear();
                self.turn(ClauseKind::Coordinate, token);
            }
            "," => self.comma(token),
            _ => self.word(token, word),
        }
    }

    fn comma(&mut self, comma: usize) {
        while self.is_interrupting() {
            self.leave(comma + 1);
        }
        let next = comma + 1;
        if next >= self.end || !matches!(self.current.0, ClauseKind::Main | ClauseKind::Coordinate)
        {
            return;
        }
        let word = self.text.word(next);
        if self.words.part(word).is(Part::COORDINATOR) && self.has_own_clause(next + 1) {
            self.turn(ClauseKind::Coordinate, comma);
        } else if self.has_verb && word.len() > 4 && word.ends_with("ing") {
            self.enter(ClauseKind::Participle, comma);
        } else if !self.has_verb && self.opens_with_adverbial() {
            self.subject = next;
        } else if !self.words.part(word).is(Part::RELATIVE) && self.is_apposition(comma) {
            self.enter(ClauseKind::Apposition, comma);
        }
    }

    /// Whether the clause being read ends at a comma.
    fn is_interrupting(&self) -> bool {
        match self.current.0 {
            ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Subordinate
            | ClauseKind::Participle => true,
            ClauseKind::Main
            | ClauseKind::Coordinate
            | ClauseKind::Reported
            | ClauseKind::Quoted
            | ClauseKind::Parenthesis => false,
        }
    }

    /// Whether what stands before the comma only says when, where or how.
    fn opens_with_adverbial(&self) -> bool {
        let opening = self.text.word(self.subject);
        let part = self.words.part(opening);
        part.is(Part::PREPOSITION)
            || part.is(Part::ADVERB)
            || opening.ends_with("ing")
            || self.dated.contains(&self.subject)
    }

    fn word(&mut self, token: usize, word: &str) {
        let part = self.words.part(word);
        if word == "that" && token > self.first && self.hands_on(token - 1) {
            self.enter(ClauseKind::Reported, token);
        } else if part.is(Part::RELATIVE) && token > self.first {
            self.enter(ClauseKind::Relative, token);
        } else if part.is(Part::SUBORDINATOR) && self.has_own_clause(token + 1) {
            self.enter(ClauseKind::Subordinate, token);
        } else if self.current.0 == ClauseKind::Main && self.words.is_finite(word) {
            self.has_verb = true;
        }
    }

    /// Whether the word hands on a content that "that" opens, adverbs and objects passed over.
    fn hands_on(&self, token: usize) -> bool {
        (self.first.max(token.saturating_sub(3))..=token)
            .any(|index| self.words.part(self.text.word(index)).is(Part::REPORTING))
            || self.words.part(self.text.word(token)).is(Part::CONTENT)
    }

    /// Whether a subject and a verb follow before the next comma.
    fn has_own_clause(&self, from: usize) -> bool {
        let words = (from..self.end).map(|token| self.text.word(token));
        words
            .take_while(|word| !matches!(*word, "," | ";" | "(" | "“" | "\""))
            .take(24)
            .skip(1)
            .any(|word| self.words.is_finite(word))
    }

    /// Whether a subject without its verb stands before the comma and its verb follows a later one.
    fn is_apposition(&self, comma: usize) -> bool {
        if self.has_verb {
            return false;
        }
        let later = (comma + 1..self.end).find(|token| self.text.word(*token) == ",");
        let verb = |from: usize| {
            (from..self.end.min(from + 3)).any(|token| self.words.is_finite(self.text.word(token)))
        };
        later.is_some_and(|later| later < comma + 24 && verb(later + 1))
    }

    /// Ends the piece before `token` and begins a clause inside the current one.
    fn enter(&mut self, kind: ClauseKind, token: usize) {
        self.outer.push(self.current);
        self.turn(kind, token);
    }

    /// Ends the piece before `token` and begins another clause in its stead.
    fn turn(&mut self, kind: ClauseKind, token: usize) {
        self.close(token);
        self.current = (kind, self.groups);
        self.groups += 1;
    }

    /// Ends the piece before `token` and goes on with the clause around it.
    fn leave(&mut self, token: usize) {
        self.close(token);
        self.current = self.outer.pop().unwrap_or((ClauseKind::Main, 0));
    }

    fn close(&mut self, token: usize) {
        if token > self.first {
            self.clauses.push(Clause {
                tokens: self.first..token,
                kind: self.current.0,
                group: self.current.1,
            });
            self.first = token;
        }
    }
}

//! Cuts a sentence into clauses, roughly.
//!
//! No grammar is parsed: conjunctions, commas, brackets, quotation marks and
//! verbs of saying are followed from left to right. What lies ahead is looked
//! at for a few words only, so that the cut takes time in step with the length;
//! `ahead` answers what these words say.

mod ahead;

use std::ops::Range;

use super::clause::{Clause, ClauseKind, Clauses};
use super::words::{Part, Words};
use crate::analysis::text::{Sentence, Text};
use crate::document::Span;

/// Cuts `sentence`, whose expressions of time cover the tokens `dated`, in order.
pub(super) fn cut(
    text: &Text<'_>,
    sentence: &Sentence,
    quotes: &[Span],
    dated: &[Range<usize>],
    words: &Words,
) -> Clauses {
    let mut cutter = Cutter {
        text,
        words,
        end: sentence.tokens().end,
        dated,
        pieces: Vec::new(),
        verbs: vec![None],
        dates: vec![false],
        first: sentence.tokens().start,
        subject: sentence.tokens().start,
        current: (ClauseKind::Main, 0),
        outer: Vec::new(),
        said_from: None,
        saying_to: 0,
    };
    let mut quotes = quotes.iter().peekable();
    for token in sentence.tokens() {
        let offset = text.tokens[token].span.start;
        while quotes.next_if(|quote| quote.end <= offset).is_some() {}
        let quoted = quotes.peek().is_some_and(|quote| quote.start <= offset);
        cutter.read(token, quoted);
    }
    cutter.close(sentence.tokens().end);
    Clauses {
        pieces: cutter.pieces,
        verbs: cutter.verbs,
    }
}

struct Cutter<'a> {
    text: &'a Text<'a>,
    words: &'a Words,
    /// The index after the sentence's last token.
    end: usize,
    dated: &'a [Range<usize>],
    pieces: Vec<Clause>,
    /// By group: the first finite verb.
    verbs: Vec<Option<usize>>,
    /// By group: whether an expression of time has begun in it.
    dates: Vec<bool>,
    /// Where the piece being read begins.
    first: usize,
    /// Where its subject begins: after the comma of an opening adverbial.
    subject: usize,
    current: (ClauseKind, usize),
    /// What goes on when the current clause ends.
    outer: Vec<(ClauseKind, usize)>,
    /// Where what is said begins, after a verb of saying without "that".
    said_from: Option<usize>,
    /// Where the attribution being read ends at the earliest.
    saying_to: usize,
}

impl Cutter<'_> {
    fn read(&mut self, token: usize, quoted: bool) {
        let in_quote = self.current.0 == ClauseKind::Quoted;
        if quoted != in_quote {
            if quoted {
                self.enter(ClauseKind::Quoted, token);
            } else {
                self.leave(token);
            }
        }
        let word = self.text.word(token);
        if !quoted {
            self.unquoted(token, word);
        }
        let group = self.current.1;
        if self.verbs[group].is_none() && self.words.is_finite(word) {
            self.verbs[group] = Some(token);
        }
        self.dates[group] |= self.begins_date(token);
    }

    fn unquoted(&mut self, token: usize, word: &str) {
        if self.said_from == Some(token) && self.may_hand_on() {
            self.enter(ClauseKind::Reported, token);
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
        let mut resumes = false;
        while self.is_interrupting(comma) {
            self.leave(comma + 1);
            resumes = true;
        }
        let next = comma + 1;
        if next >= self.end || !matches!(self.current.0, ClauseKind::Main | ClauseKind::Coordinate)
        {
            return;
        }
        let has_verb = self.verbs[0].is_some();
        let word = self.text.word(next);
        if self.words.part(word).is(Part::COORDINATOR) && self.has_own_clause(next + 1) {
            self.turn(ClauseKind::Coordinate, comma);
        } else if has_verb && word.len() > 4 && word.ends_with("ing") && word != "according" {
            self.enter(ClauseKind::Participle, comma);
        } else if has_verb && self.is_listed_deed(comma) {
            self.turn(ClauseKind::Coordinate, comma);
        } else if !has_verb && self.opens_with_adverbial() {
            self.subject = next;
        } else if let Some(end) = self.attribution(next).filter(|_| self.is_told()) {
            self.saying_to = end;
            self.enter(ClauseKind::Attribution, comma);
        } else if !(self.words.part(word).is(Part::RELATIVE) || resumes && self.is_finite(next))
            && self.is_apposition(comma)
        {
            self.enter(ClauseKind::Apposition, comma);
        }
    }

    /// Whether the main clause has been told, so that who says it may follow: not
    /// in "In the year ended Jan. 31, the company reported …".
    fn is_told(&self) -> bool {
        let part = |token: usize| self.words.part(self.text.word(token));
        let opens_so = part(self.subject).is(Part::PREPOSITION);
        self.verbs[0].is_some_and(|verb| !opens_so || part(verb).is(Words::SURE))
    }

    /// Whether the clause being read ends at a comma.
    fn is_interrupting(&self, comma: usize) -> bool {
        match self.current.0 {
            ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Subordinate
            | ClauseKind::Infinitive
            | ClauseKind::Participle => true,
            // "according to the ministry, which met on Friday, …"
            ClauseKind::Attribution => {
                let goes_on = self.words.part(self.word_at(comma + 1)).is(Part::RELATIVE);
                comma >= self.saying_to && !goes_on
            }
            ClauseKind::Main
            | ClauseKind::Coordinate
            | ClauseKind::Reported
            | ClauseKind::Quoted
            | ClauseKind::Parenthesis => false,
        }
    }

    fn word(&mut self, token: usize, word: &str) {
        let part = self.words.part(word);
        if word.eq_ignore_ascii_case("according") && self.next_is(token, "to") {
            self.saying_to = 0;
            self.enter(ClauseKind::Attribution, token);
        } else if word == "that" && token > self.first && self.hands_on(token - 1) {
            self.enter(ClauseKind::Reported, token);
        } else if token > self.first && (part.is(Part::RELATIVE) || self.is_relative_that(token)) {
            self.enter(ClauseKind::Relative, token);
        } else if self.is_verb_around(token, part) {
            self.leave(token);
        } else if part.is(Part::SUBORDINATOR) && self.opens_subordinate(token) {
            self.enter(ClauseKind::Subordinate, token);
        } else if part.is(Part::COORDINATOR) && self.is_second_deed(token) {
            let kind = if self.current.0 == ClauseKind::Reported {
                ClauseKind::Reported
            } else {
                ClauseKind::Coordinate
            };
            self.turn(kind, token);
        } else if word == "to" && self.is_dated_plan(token) {
            self.enter(ClauseKind::Infinitive, token);
        } else if part.is(Part::REPORTING) && self.may_hand_on() {
            self.said_from = self.what_is_said(token).or(self.said_from);
        }
    }

    /// Whether the clause being read may be one that hands on what somebody says.
    fn may_hand_on(&self) -> bool {
        matches!(self.current.0, ClauseKind::Main | ClauseKind::Coordinate)
    }

    /// Ends the piece before `token` and begins a clause inside the current one.
    fn enter(&mut self, kind: ClauseKind, token: usize) {
        self.outer.push(self.current);
        self.turn(kind, token);
    }

    /// Ends the piece before `token` and begins another clause in its stead.
    fn turn(&mut self, kind: ClauseKind, token: usize) {
        self.close(token);
        self.current = (kind, self.verbs.len());
        self.verbs.push(None);
        self.dates.push(false);
    }

    /// Ends the piece before `token` and goes on with the clause around it.
    fn leave(&mut self, token: usize) {
        self.close(token);
        self.current = self.outer.pop().unwrap_or((ClauseKind::Main, 0));
    }

    fn close(&mut self, token: usize) {
        if token > self.first {
            self.pieces.push(Clause {
                tokens: self.first..token,
                kind: self.current.0,
                group: self.current.1,
            });
            self.first = token;
        }
    }
}

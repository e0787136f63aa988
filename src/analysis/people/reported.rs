//! What someone is reported to have said, in the writer's words.
//!
//! "X said (that) …", "X told Y that …", "X denied doing …", "…, X said." and
//! "according to X, …". The clause goes without the attribution; one that an
//! attribution interrupts is two. A clause that holds words in quotation marks
//! is not reported beside them, nor is what nobody named says.

mod clause;
mod opening;
#[cfg(test)]
mod tests;
mod wording;

use std::ops::Range;

use super::lists::Class;
use super::phrase::names_a_doer;
use super::pieces::{Shape, Style};
use super::quotes::overlaps_any;
use super::speech::{Speech, Takes};
use super::subject::{Heard, Scene};
use super::{Quote, QuoteKind};
use crate::analysis::text::Text;
use crate::document::{ParagraphKind, Span};

/// Pieces a clause has at least when it says something.
const SHORTEST: usize = 3;

/// How many pieces "according to X" has at most, half of them an apposition.
const MOST_OF_SOURCE: usize = 20;

/// No sentence reports more.
const MOST: usize = 8;

/// Finds what is reported in a text, in its order; `quotes` are the words that are given.
pub(super) fn find(
    text: &Text<'_>,
    speech: &Speech,
    scene: &Scene<'_, '_>,
    quotes: &[Quote],
) -> Vec<Quote> {
    let mut reported = Vec::new();
    for (sentence, (range, style)) in (0..).zip(scene.pieces.sentences()) {
        let paragraph = text.sentences[sentence as usize].paragraph;
        let is_heading = is_heading(text.paragraphs[paragraph as usize])
            && !scene.word(range.end - 1).ends_with(['.', '”', '"']);
        if style != Style::Running || is_heading {
            continue;
        }
        let Some(first) = range.clone().find(|at| is_cue(scene, *at)) else {
            continue;
        };
        let mut ear = Ear {
            scene,
            speech,
            quotes,
            sentence,
            range,
            floor: 0,
            last: Heard::Nothing,
            reported: Vec::new(),
        };
        ear.floor = ear.range.start;
        ear.listen(first);
        reported.append(&mut ear.reported);
    }
    reported
}

fn is_heading(kind: ParagraphKind) -> bool {
    match kind {
        ParagraphKind::Heading(_) | ParagraphKind::Verbatim => true,
        ParagraphKind::Text | ParagraphKind::Quotation | ParagraphKind::ListItem => false,
    }
}

/// Whether something may be reported around a piece; most sentences have none.
fn is_cue(scene: &Scene<'_, '_>, at: usize) -> bool {
    let piece = scene.pieces.all[at];
    match piece.shape {
        Shape::Small if piece.classes.has(Class::Say) => true,
        Shape::Small | Shape::Capital if piece.span.len() == "according".len() => {
            scene.is_according(at) || scene.word(at).ends_with("ing")
        }
        Shape::Small => {
            let follows_mark = at > 0 && scene.pieces.all[at - 1].shape == Shape::Mark;
            follows_mark && scene.word(at).ends_with("ing")
        }
        Shape::Capital
        | Shape::Acronym
        | Shape::Initial
        | Shape::Number
        | Shape::Possessive
        | Shape::Mark => false,
    }
}

/// Reads one sentence from left to right.
struct Ear<'e, 'a> {
    scene: &'e Scene<'e, 'a>,
    speech: &'e Speech,
    /// The words that are given, in the order of the text.
    quotes: &'e [Quote],
    sentence: u32,
    range: Range<usize>,
    /// Where what has not been read yet begins.
    floor: usize,
    /// Who was heard last in the sentence.
    last: Heard,
    reported: Vec<Quote>,
}

impl<'a> Ear<'_, 'a> {
    fn listen(&mut self, first: usize) {
        let mut at = first;
        while at < self.range.end && self.reported.len() < MOST {
            let next = self.hear(at);
            at = next.max(at + 1);
        }
    }

    /// Reads the word at `at`; returns where to go on.
    fn hear(&mut self, at: usize) -> usize {
        if self.is_given(at) {
            return self.after_given(at);
        }
        if self.scene.is_according(at) {
            return self.according(at);
        }
        if self.scene.is_say(at) {
            return self.saying(at);
        }
        let is_gerund = self.scene.is_small(at)
            && self.word(at).ends_with("ing")
            && at > self.range.start
            && matches!(self.word(at - 1), "," | "and" | "”" | "\"");
        if is_gerund && self.takes(at, Takes::GoingOn) {
            return self.going_on(at);
        }
        at + 1
    }

    /// "X said …", "…, X said." and "…, X said, …".
    fn saying(&mut self, verb: usize) -> usize {
        let heard = if self.goes_on(verb) {
            self.last
        } else {
            self.scene.before(self.floor..verb, self.sentence)
        };
        let follows_comma = verb > self.floor && self.word(verb - 1) == ",";
        if heard == Heard::Nothing || follows_comma && heard == Heard::Another {
            return self.turned(verb);
        }
        self.last = heard;
        if let Some(clause) = self.complement(verb) {
            let end = clause.end;
            self.report(clause, heard);
            self.floor = end;
            return end;
        }
        match self.subject_start(verb) {
            Some(start) => self.tail(start, verb + 1, heard),
            None => verb + 1,
        }
    }

    /// Whether only "and" or "but" stands between what was said and the next verb.
    fn goes_on(&self, verb: usize) -> bool {
        let between = self.floor..verb;
        self.last != Heard::Nothing
            && (1..=3).contains(&between.len())
            && matches!(self.word(verb - 1), "and" | "but")
            && between.clone().all(|at| self.is_mark(at) || at == verb - 1)
    }

    /// "…, said X."
    fn turned(&mut self, verb: usize) -> usize {
        let follows_comma = verb > self.floor + SHORTEST && self.word(verb - 1) == ",";
        if !follows_comma || !self.takes(verb, Takes::Clause) {
            return verb + 1;
        }
        let heard = self.scene.after(verb + 1..self.range.end, self.sentence);
        self.last = heard;
        // What follows the name is of the attribution: who it is, where it was said.
        let said = self.floor..verb - 1;
        if self.is_clause(&said) {
            self.report(said, heard);
        }
        self.floor = verb;
        verb + 1
    }

    /// "…, X said." and "…, X said, …", the subject beginning at `start`.
    fn tail(&mut self, start: usize, after: usize, heard: Heard) -> usize {
        let said = self.floor..start.saturating_sub(1);
        let follows_comma = start > self.floor && self.word(start - 1) == ",";
        if !follows_comma
            || said.is_empty()
            || !self.takes(after - 1, Takes::Clause) && !self.takes(after - 1, Takes::Listener)
        {
            return after;
        }
        if self.is_at(after, ",") {
            return self.halves(said, after + 1, heard);
        }
        if self.is_clause(&said) && self.only_tells_where(after) {
            self.report(said, heard);
            self.floor = self.range.end;
        }
        after
    }

    /// Reports both halves of a clause that an attribution interrupts; a first
    /// half that only says when or where is left out.
    fn halves(&mut self, before: Range<usize>, from: usize, heard: Heard) -> usize {
        let after = self.clause(from);
        let is_given = self.holds_given(&before) || self.holds_given(&after);
        if after.is_empty() || self.is_mark(from) || is_given {
            return from;
        }
        let is_whole = self.is_clause(&before);
        if self.is_going_on(from) {
            if is_whole {
                self.report(before, heard);
            }
            self.floor = from;
            return from;
        }
        let end = after.end;
        let is_aside = self.is_subordinate(before.start)
            || self.word(before.start).len() > 5 && self.word(before.start).ends_with("ing");
        if is_whole || !is_aside {
            self.report(before, heard);
        }
        self.report(after, heard);
        self.floor = end;
        end
    }

    fn is_going_on(&self, at: usize) -> bool {
        self.word(at).ends_with("ing")
    }

    /// "…, adding that …".
    fn going_on(&mut self, gerund: usize) -> usize {
        match self.complement(gerund) {
            Some(clause) => {
                let end = clause.end;
                if self.last == Heard::Nothing {
                    self.last = self.scene.opener(self.range.start..gerund);
                }
                self.report(clause, self.last);
                self.floor = end;
                end
            }
            None => gerund + 1,
        }
    }

    /// "According to X, …", "…, according to X, …" and "…, according to X."
    fn according(&mut self, at: usize) -> usize {
        let name = at + 2;
        let heard = self.scene.after(name..self.range.end, self.sentence);
        let Heard::Speaker(..) = heard else {
            return at + 2;
        };
        self.last = heard;
        let before = self.floor..at - usize::from(at > self.floor && self.word(at - 1) == ",");
        let source = self.end_of_source(name);
        // "…, according to Roe, a forester at Ayton College": no more is said behind the comma.
        let is_more = |comma: &usize| {
            before.is_empty()
                || self.is_clause(&(comma + 1..self.range.end))
                || !self.is_clause(&before)
        };
        let Some(comma) = source.filter(is_more) else {
            if self.is_clause(&before) {
                self.report(before, heard);
            }
            self.floor = self.range.end;
            return self.range.end;
        };
        if before.is_empty() || before.len() < 2 && self.range.start == before.start {
            let after = self.clause(comma + 1);
            let end = after.end;
            self.report(after, heard);
            self.floor = end;
            return end;
        }
        self.halves(before, comma + 1, heard)
    }

    /// The comma that ends "according to X", appositions passed over; `None` at
    /// the end of the sentence.
    fn end_of_source(&self, name: usize) -> Option<usize> {
        let end = self.range.end.min(name + 2 * MOST_OF_SOURCE);
        (name..end)
            .filter(|at| self.word(*at) == ",")
            .find(|comma| !self.begins_apposition(comma + 1))
    }

    fn begins_apposition(&self, at: usize) -> bool {
        if at >= self.range.end {
            return false;
        }
        let is_article = matches!(self.word(at), "the" | "a" | "an");
        let tells_what = (at + 1..self.range.end.min(at + 6)).any(|at| {
            self.scene.has(at, Class::Role)
                || self.scene.is_small(at) && names_a_doer(self.word(at))
        });
        is_article && tells_what
            || self.scene.has(at, Class::Role)
            || matches!(self.word(at), "who" | "which")
            || self.scene.pieces.all[at].shape == Shape::Number
    }

    /// Adds what somebody named says, unless some of it is given in quotation marks.
    fn report(&mut self, said: Range<usize>, heard: Heard) {
        let said = self.trimmed(said);
        let Heard::Speaker(name, attribution) = heard else {
            return;
        };
        if said.is_empty() || self.holds_given(&said) || !self.is_complete(&said) {
            return;
        }
        self.reported.push(Quote {
            kind: QuoteKind::Reported,
            span: self.span(&said),
            speaker: Some(name),
            attribution,
        });
    }

    /// Whether a clause ends where it seems to: its sentence has a stop, and
    /// no quotation mark in it lacks the other.
    fn is_complete(&self, said: &Range<usize>) -> bool {
        let last = self.range.end - 1;
        let stops =
            said.end < self.range.end || self.is_mark(last) || self.word(last).ends_with('.');
        let marks = said
            .clone()
            .filter(|at| self.is_mark(*at) && matches!(self.word(*at), "“" | "”" | "\""))
            .count();
        stops && marks % 2 == 0
    }

    /// A clause without the marks and the conjunction around it.
    fn trimmed(&self, mut said: Range<usize>) -> Range<usize> {
        while !said.is_empty()
            && self.is_mark(said.end - 1)
            && !matches!(
                self.word(said.end - 1),
                ")" | "]" | "%" | "”" | "\"" | "’" | "'" | "$"
            )
        {
            said.end -= 1;
        }
        while !said.is_empty() && matches!(self.word(said.start), "," | "—" | "–" | "-" | ":") {
            said.start += 1;
        }
        if said.len() > SHORTEST && matches!(self.word(said.start), "But" | "And" | "and" | "but") {
            said.start += 1;
        }
        said
    }

    fn span(&self, range: &Range<usize>) -> Span {
        let all = &self.scene.pieces.all;
        Span {
            start: all[range.start].span.start,
            end: all[range.end - 1].span.end,
        }
    }

    fn holds_given(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && overlaps_any(self.quotes, self.span(range))
    }

    fn is_given(&self, at: usize) -> bool {
        overlaps_any(self.quotes, self.scene.pieces.all[at].span)
    }

    fn after_given(&mut self, at: usize) -> usize {
        let start = self.scene.pieces.all[at].span.start;
        let index = self.quotes.partition_point(|quote| quote.span.end <= start);
        let end = self.quotes[index].span.end;
        let next = (at..self.range.end).find(|at| self.scene.pieces.all[*at].span.start >= end);
        self.floor = next.unwrap_or(self.range.end);
        self.floor
    }

    fn word(&self, at: usize) -> &'a str {
        self.scene.word(at)
    }

    fn is_mark(&self, at: usize) -> bool {
        self.scene.pieces.all[at].shape == Shape::Mark
    }

    fn is_at(&self, at: usize, word: &str) -> bool {
        at < self.range.end && self.word(at) == word
    }

    fn takes(&self, verb: usize, takes: Takes) -> bool {
        self.speech.frame(self.word(verb)).takes(takes)
    }
}

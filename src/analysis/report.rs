//! A sentence, the date it tells of, and the people in it.
//!
//! Of several dates in a sentence the one of the main clause wins; a range
//! keeps both its ends; a clause with its own verb and its own date, joined by
//! "and" or handed on by "said that", tells of something of its own.

mod clause;
mod empty;
mod telling;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDate;

use crate::analysis::people::{Mention, NameId, People, Quote};
use crate::analysis::text::{Sentence, Text};
use crate::analysis::time::{Grain, Known, Timex, When};
use crate::document::{Document, ParagraphKind, PublishedFrom, Span};

use clause::{Clause, ClauseKind};
pub use words::Words;

/// Says whether what is told has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    Happened,
    /// Planned, expected, or after the article's own date.
    Planned,
}

/// One sentence, or a clause of it, that tells of something at a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Index of the sentence.
    pub sentence: u32,
    pub when: When,
    /// Index of the expression that dates it; `None` when only the article's own date does.
    pub timex: Option<u32>,
    /// Who is in the sentence, in order of the text, each once.
    pub people: Vec<NameId>,
    /// Who acts: the subject, if that is someone named.
    pub actor: Option<NameId>,
    /// The pieces of the sentence that tell it, in order; elisions lie between.
    pub telling: Vec<Span>,
    pub tense: Tense,
}

/// Finds the reports of a text, in its order.
///
/// A dated article none of whose sentences has a date of its own gives one
/// report: its first sentence, at the article's date.
pub fn find(
    text: &Text<'_>,
    document: &Document,
    timexes: &[Timex],
    people: &People,
    words: &Words,
) -> Vec<Report> {
    let finder = Finder {
        text,
        timexes,
        people,
        words,
        published: document.published.map(|published| published.date),
    };
    let mut reports = Vec::new();
    let mut rest = timexes;
    while let Some(timex) = rest.first() {
        let index = timex.sentence;
        let count = rest
            .iter()
            .take_while(|next| next.sentence == index)
            .count();
        let first = timexes.len() - rest.len();
        finder.sentence(index, first..first + count, &mut reports);
        rest = &rest[count..];
    }
    if reports.is_empty() {
        reports.extend(finder.own_date(document));
    }
    reports
}

struct Finder<'a> {
    text: &'a Text<'a>,
    timexes: &'a [Timex],
    people: &'a People,
    words: &'a Words,
    published: Option<NaiveDate>,
}

/// An expression that may date its clause.
struct Candidate<'a> {
    index: usize,
    when: When,
    clause: &'a Clause,
    /// How far it is from its clause's verb, in tokens; a date that opens the clause is beside it.
    distance: usize,
}

impl Finder<'_> {
    /// Appends the reports of a sentence whose expressions are `timexes`.
    fn sentence(&self, index: u32, timexes: std::ops::Range<usize>, reports: &mut Vec<Report>) {
        if self.timexes[timexes.clone()]
            .iter()
            .all(|timex| timex.told().is_none())
        {
            return;
        }
        let sentence = &self.text.sentences[index as usize];
        let quotes = of_sentence(&self.people.quotes, |quote| quote.span, sentence.span);
        let dated: Vec<usize> = timexes
            .clone()
            .map(|timex| self.token_at(self.timexes[timex].span.start))
            .collect();
        if self.tells_nothing(sentence, timexes.clone()) {
            return;
        }
        let clauses = clause::cut(self.text, sentence, quotes, &dated, self.words);
        let candidates: Vec<Candidate<'_>> = timexes
            .filter_map(|timex| self.candidate(timex, &clauses, quotes))
            .collect();
        let Some(main) = candidates.iter().min_by_key(|candidate| candidate.rank()) else {
            return;
        };
        for candidate in &candidates {
            let is_main = std::ptr::eq(candidate, main);
            if is_main || self.tells_its_own(candidate, main, &clauses) {
                let range = candidates
                    .iter()
                    .find(|other| self.are_range(candidate, other));
                let when = range.map_or(candidate.when, |other| candidate.when.hull(other.when));
                reports.push(self.report(index, sentence, candidate, when, &clauses));
            }
        }
    }

    fn candidate<'a>(
        &self,
        timex: usize,
        clauses: &'a [Clause],
        quotes: &[Quote],
    ) -> Option<Candidate<'a>> {
        let when = self.timexes[timex].told()?;
        let span = self.timexes[timex].span;
        let first = self.token_at(span.start);
        let after = self.token_at(span.end);
        let quoted = quotes.iter().any(|quote| quote.span.contains(span));
        let clause = clauses
            .iter()
            .find(|clause| clause.tokens.contains(&first))?;
        if self.is_talked_about(first, after, quoted)
            || self.is_nowadays(first, clause, clauses)
            || self.is_attribute(first, after, when, quoted)
        {
            return None;
        }
        let verb = self.verb(clauses, clause.group);
        let opens = clause.tokens.start + 3 > first;
        let distance = match verb {
            _ if opens => 1,
            Some(verb) => verb.abs_diff(first),
            None => clause.tokens.len(),
        };
        Some(Candidate {
            index: timex,
            when,
            clause,
            distance,
        })
    }

    fn are_range(&self, one: &Candidate<'_>, other: &Candidate<'_>) -> bool {
        one.index != other.index && self.timexes[one.index].range_with == Some(other.index as u32)
    }

    /// Whether a second date of the sentence dates something apart from what the first does.
    fn tells_its_own(
        &self,
        candidate: &Candidate<'_>,
        main: &Candidate<'_>,
        clauses: &[Clause],
    ) -> bool {
        let other_clause = candidate.clause.group != main.clause.group;
        let own = match candidate.clause.kind {
            ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Reported => true,
            ClauseKind::Participle
            | ClauseKind::Subordinate
            | ClauseKind::Relative
            | ClauseKind::Apposition
            | ClauseKind::Quoted
            | ClauseKind::Parenthesis => false,
        };
        other_clause
            && own
            && candidate.when != main.when
            && self.verb(clauses, candidate.clause.group).is_some()
            && !self.are_range(candidate, main)
    }

    fn report(
        &self,
        index: u32,
        sentence: &Sentence,
        dated: &Candidate<'_>,
        when: When,
        clauses: &[Clause],
    ) -> Report {
        let mentions = self.mentions(sentence);
        let told = telling::tell(
            self,
            sentence,
            clauses,
            dated.clause,
            &self.timexes[dated.index],
            mentions,
        );
        Report {
            sentence: index,
            when,
            timex: Some(dated.index as u32),
            people: each_once(mentions),
            actor: told.actor,
            telling: told.pieces,
            tense: self.tense(clauses, dated.clause.group, when),
        }
    }

    /// Planned when it lies after the article's day, or is said to lie ahead and may.
    fn tense(&self, clauses: &[Clause], group: usize, when: When) -> Tense {
        let ahead = || {
            clauses
                .iter()
                .filter(|clause| clause.group == group)
                .any(|clause| {
                    clause.tokens.clone().any(|token| {
                        self.words.points_ahead(
                            (token..clause.tokens.end).map(|index| self.text.word(index)),
                        )
                    })
                })
        };
        let planned = match self.published {
            Some(published) if when.first_day() > published => true,
            Some(published) => when.last_day() >= published && ahead(),
            None => ahead(),
        };
        if planned {
            Tense::Planned
        } else {
            Tense::Happened
        }
    }

    /// The first finite verb of a clause, over all its pieces.
    fn verb(&self, clauses: &[Clause], group: usize) -> Option<usize> {
        clauses
            .iter()
            .filter(|clause| clause.group == group)
            .flat_map(|clause| clause.tokens.clone())
            .find(|token| self.words.is_finite(self.text.word(*token)))
    }

    fn mentions(&self, sentence: &Sentence) -> &[Mention] {
        of_sentence(&self.people.mentions, |mention| mention.span, sentence.span)
    }

    /// The first token that begins at or after a byte.
    fn token_at(&self, offset: u32) -> usize {
        self.text
            .tokens
            .partition_point(|token| token.span.start < offset)
    }

    /// The report of an article that tells no date but its own.
    fn own_date(&self, document: &Document) -> Option<Report> {
        let published = document.published?;
        let is_prose = |sentence: &&Sentence| {
            self.text.paragraphs[sentence.paragraph as usize] == ParagraphKind::Text
                && sentence.tokens().len() > 3
        };
        let sentences = &self.text.sentences;
        let sentence = sentences.iter().find(is_prose).or(sentences.first())?;
        let index = sentences.iter().position(|other| other == sentence)?;
        let known = match published.from {
            PublishedFrom::Set => Known::Set,
            from if from.is_inferred() => Known::Inferred,
            _ => Known::Published,
        };
        Some(Report {
            sentence: index as u32,
            when: When::day(published.date, known),
            timex: None,
            people: each_once(self.mentions(sentence)),
            actor: None,
            telling: vec![sentence.span],
            tense: Tense::Happened,
        })
    }
}

impl Candidate<'_> {
    /// What decides between the dates of a sentence, the least first.
    fn rank(&self) -> (ClauseKind, usize, Grain, usize) {
        (self.clause.kind, self.distance, self.when.grain, self.index)
    }
}

/// Who is mentioned, each once, in order of the text.
fn each_once(mentions: &[Mention]) -> Vec<NameId> {
    let mut people = Vec::new();
    for mention in mentions {
        if !people.contains(&mention.name) {
            people.push(mention.name);
        }
    }
    people
}

/// The items, sorted by place, that lie in a sentence.
fn of_sentence<T>(items: &[T], span: impl Fn(&T) -> Span, sentence: Span) -> &[T] {
    let first = items.partition_point(|item| span(item).end <= sentence.start);
    let count = items[first..].partition_point(|item| span(item).start < sentence.end);
    &items[first..first + count]
}

//! A sentence, the date it tells of, and the people in it.
//!
//! `cut` finds the clauses, `dating` chooses among their dates, `telling` takes
//! out the words that tell it, `carry` takes a day over from the sentence before
//! where words say so. `empty` knows the dates that date nothing. A range keeps
//! both its ends.

mod carry;
mod clause;
mod cue;
mod cut;
mod dating;
mod empty;
mod participant;
mod spoken;
mod telling;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use chrono::NaiveDate;

use crate::analysis::people::{Mention, NameId, People};
use crate::analysis::text::{Sentence, Text};
use crate::analysis::time::{Known, Timex, When};
use crate::document::{Document, ParagraphKind, PublishedFrom, Span};

use carry::Day;
use clause::{Clause, ClauseKind, Clauses};
use dating::Candidate;
pub use participant::{PartPlayed, Participant};
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
    /// Index of the expression that dates it, in the sentence before where the day is
    /// carried over; `None` when only the article's own date does.
    pub timex: Option<u32>,
    /// Who is in the sentence, in order of the text, each once, with their parts.
    pub people: Vec<Participant<NameId>>,
    /// The subject of what is told, who leads its line, if that is someone named.
    pub actor: Option<NameId>,
    /// The pieces of the sentence that tell it, in order; elisions lie between.
    pub telling: Vec<Span>,
    pub tense: Tense,
}

impl Report {
    /// Returns the text from the first word that tells it to the last: what names
    /// the report beyond this run.
    pub fn passage(&self) -> Span {
        let first = self.telling.first().copied().unwrap_or_default();
        let last = self.telling.last().copied().unwrap_or_default();
        Span {
            start: first.start,
            end: last.end,
        }
    }
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
    let mut next = 0;
    let mut day = None;
    for index in 0..text.sentences.len() {
        let first = next;
        while next < timexes.len() && timexes[next].sentence as usize == index {
            next += 1;
        }
        // Most sentences have no date, and no day to go on from.
        if next > first || day.is_some() {
            day = finder.sentence(index, first..next, day, &mut reports);
        }
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

/// What dates a report: a place in the text, and the clause it dates.
struct Dated<'a> {
    when: When,
    timex: usize,
    /// The words that say when.
    span: Span,
    clause: &'a Clause,
}

/// No sentence tells of more things, each at its own date; what does is a list.
const MOST_REPORTS: usize = 8;

impl Finder<'_> {
    /// Appends the reports of a sentence whose expressions are `timexes`, after a
    /// sentence that told of `before`. Returns the day that the next may go on from.
    fn sentence(
        &self,
        index: usize,
        timexes: Range<usize>,
        before: Option<Day>,
        reports: &mut Vec<Report>,
    ) -> Option<Day> {
        let sentence = &self.text.sentences[index];
        let before = before.filter(|day| day.paragraph == sentence.paragraph);
        if let Some((cue, day)) = self.cue(sentence, timexes.clone(), before) {
            return self.carry(index, cue, day, timexes, reports);
        }
        let told = self.timexes[timexes.clone()]
            .iter()
            .any(|timex| timex.told().is_some());
        if !told || self.tells_nothing(sentence, timexes.clone()) {
            return None;
        }
        let quotes = self.spoken(sentence);
        let clauses = cut::cut(
            self.text,
            sentence,
            &quotes,
            &self.dated(timexes.clone()),
            self.words,
        );
        let candidates = self.candidates(timexes, &clauses, &quotes);
        let main = candidates.iter().min_by_key(|candidate| candidate.rank())?;
        let own = candidates.iter().filter(|candidate| {
            std::ptr::eq(*candidate, main) || self.tells_its_own(candidate, main, &clauses)
        });
        for candidate in own.take(MOST_REPORTS) {
            reports.push(self.report(
                index,
                sentence,
                &self.dates(candidate, &candidates),
                &clauses,
            ));
        }
        Day::of(main, sentence)
    }

    /// The tokens that the expressions cover which can date anything.
    fn dated(&self, timexes: Range<usize>) -> Vec<Range<usize>> {
        let tokens = |timex: &Timex| self.token_at(timex.span.start)..self.token_at(timex.span.end);
        let dates = self.timexes[timexes]
            .iter()
            .filter(|timex| timex.told().is_some());
        dates.map(tokens).collect()
    }

    /// What a candidate dates; a range keeps both its ends.
    fn dates<'a>(&self, candidate: &Candidate<'a>, all: &[Candidate<'a>]) -> Dated<'a> {
        let place = all.partition_point(|other| other.index < candidate.index);
        let beside = [place.checked_sub(1), Some(place + 1)];
        let other = beside
            .into_iter()
            .flatten()
            .filter_map(|place| all.get(place))
            .find(|other| self.are_range(candidate, other));
        Dated {
            when: other.map_or(candidate.when, |other| candidate.when.hull(other.when)),
            timex: candidate.index,
            span: self.timexes[candidate.index].span,
            clause: candidate.clause,
        }
    }

    fn report(
        &self,
        index: usize,
        sentence: &Sentence,
        dated: &Dated<'_>,
        clauses: &Clauses,
    ) -> Report {
        let mentions = self.mentions(sentence);
        let (told, people) = telling::tell(self, sentence, clauses, dated, mentions);
        Report {
            sentence: index as u32,
            when: dated.when,
            timex: Some(dated.timex as u32),
            people,
            actor: told.actor,
            telling: told.pieces,
            tense: self.tense(clauses, dated),
        }
    }

    /// Planned when it lies after the article's day, or is said to lie ahead and may.
    fn tense(&self, clauses: &Clauses, dated: &Dated<'_>) -> Tense {
        let ahead = || {
            dated.clause.kind == ClauseKind::Infinitive
                || clauses.of(dated.clause.group).any(|clause| {
                    clause.tokens.clone().any(|token| {
                        self.words.points_ahead(
                            (token..clause.tokens.end).map(|index| self.text.word(index)),
                        )
                    })
                })
        };
        let planned = match self.published {
            Some(published) if dated.when.first_day() > published => true,
            Some(published) => dated.when.last_day() >= published && ahead(),
            None => ahead(),
        };
        if planned {
            Tense::Planned
        } else {
            Tense::Happened
        }
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

    /// Who is in a sentence that no expression dates, by its main clause.
    fn own_people(&self, sentence: &Sentence) -> Vec<Participant<NameId>> {
        let mentions = self.mentions(sentence);
        if mentions.is_empty() {
            return Vec::new();
        }
        let clauses = cut::cut(self.text, sentence, &self.spoken(sentence), &[], self.words);
        telling::people(self, &clauses, mentions)
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
            people: self.own_people(sentence),
            actor: None,
            telling: vec![sentence.span],
            tense: Tense::Happened,
        })
    }
}

/// The items, sorted by place, that lie in a sentence.
fn of_sentence<T>(items: &[T], span: impl Fn(&T) -> Span, sentence: Span) -> &[T] {
    let first = items.partition_point(|item| span(item).end <= sentence.start);
    let count = items[first..].partition_point(|item| span(item).start < sentence.end);
    &items[first..first + count]
}

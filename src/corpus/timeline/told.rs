//! What every event tells, folded, in one stretch of memory: to look for words in.
//!
//! One letter typed asks of every event whether it has it, and must be answered
//! before the next frame. So all is folded beforehand and lies in the order of
//! the events, the undated reports behind them.

use memchr::memmem::Finder;

use crate::corpus::fold;
use crate::corpus::{Corpus, EventId};
use crate::document::Span;

/// Everything that is told, event by event.
#[derive(Debug, Default)]
pub(super) struct Told {
    text: String,
    /// Where each entry ends.
    ends: Vec<u32>,
    events: usize,
}

/// Bytes of one report that are looked at: no line shows more.
const LONGEST: usize = 400;

/// Reports of one event that are looked at.
const MOST_REPORTS: usize = 4;

/// People of one event that are looked at.
const MOST_PEOPLE: usize = 8;

impl Told {
    pub fn of(corpus: &Corpus) -> Self {
        let mut told = Self::default();
        for event in corpus.events() {
            for id in event.reports.iter().take(MOST_REPORTS) {
                let (article, report) = corpus.report(*id);
                for piece in &report.telling {
                    told.push(&article.document.text, *piece);
                }
            }
            for participant in event.people.iter().take(MOST_PEOPLE) {
                told.push_words(&corpus.person(participant.who).name);
            }
            told.end();
        }
        told.events = corpus.events().len();
        for undated in corpus.undated() {
            if let Some((article, sentence)) = undated.sentence(corpus) {
                told.push(&article.document.text, sentence);
            }
            told.end();
        }
        told
    }

    fn push(&mut self, text: &str, span: Span) {
        let words = span.of(text);
        let mut end = words.len().min(LONGEST);
        while !words.is_char_boundary(end) {
            end -= 1;
        }
        self.push_words(&words[..end]);
    }

    fn push_words(&mut self, words: &str) {
        let mut after_blank = true;
        for letter in words.chars() {
            let blank = letter.is_whitespace();
            if !blank {
                fold::fold_char(letter, |folded| self.text.push(folded));
            } else if !after_blank {
                self.text.push(' ');
            }
            after_blank = blank;
        }
        self.text.push(' ');
    }

    fn end(&mut self) {
        self.text.push('\n');
        // Four gigabytes of sentences end the search, not the program.
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Keeps the events that have a folded word anywhere.
    pub fn keep(&self, events: &mut Vec<EventId>, word: &str) {
        let finder = Finder::new(word);
        // Where most are wanted it is quicker to go through all of it at once.
        if events.len() * 4 < self.events {
            events.retain(|event| self.has(event.0 as usize, &finder));
            return;
        }
        let found = self.find(&finder);
        events.retain(|event| found[event.0 as usize]);
    }

    /// Keeps the undated that have a folded word anywhere.
    pub fn keep_undated(&self, undated: &mut Vec<u32>, word: &str) {
        let finder = Finder::new(word);
        undated.retain(|index| self.has(self.events + *index as usize, &finder));
    }

    fn has(&self, entry: usize, finder: &Finder<'_>) -> bool {
        let begin = entry.checked_sub(1).map_or(0, |before| self.ends[before]);
        let text = self.text.as_bytes().get(begin as usize..);
        let length = (self.ends[entry] - begin) as usize;
        text.is_some_and(|text| finder.find(&text[..length.min(text.len())]).is_some())
    }

    /// Says of each entry whether it has the word.
    fn find(&self, finder: &Finder<'_>) -> Vec<bool> {
        let mut found = vec![false; self.ends.len()];
        let text = self.text.as_bytes();
        let (mut from, mut entry) = (0, 0);
        while let Some(at) = text.get(from..).and_then(|text| finder.find(text)) {
            let at = (from + at) as u32;
            // Hits lie close together where they are many, and far apart where few.
            entry += gallop(&self.ends[entry..], at);
            let Some(end) = self.ends.get(entry) else {
                break;
            };
            found[entry] = true;
            from = *end as usize;
            entry += 1;
        }
        found
    }
}

/// Returns how many ends lie at or before a byte.
fn gallop(ends: &[u32], at: u32) -> usize {
    let mut step = 1;
    while step < ends.len() && ends[step] <= at {
        step *= 2;
    }
    let from = step / 2;
    let until = (step + 1).min(ends.len());
    from.min(until) + ends[from.min(until)..until].partition_point(|end| *end <= at)
}

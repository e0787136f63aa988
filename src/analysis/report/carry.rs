//! Takes a day over from the sentence before, where the text says it goes on:
//! "Police entered on Tuesday. Hours later, the mayor fled."
//!
//! Without such words nothing is carried: most sentences after a dated one tell
//! of the background.

use std::ops::Range;

use chrono::NaiveDate;

use super::cue::Cue;
use super::dating::Candidate;
use super::{Dated, Finder, Report, cut};
use crate::analysis::text::Sentence;
use crate::analysis::time::{Certainty, Grain, Known, When};
use crate::document::ParagraphKind;

/// The day that a sentence told of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub paragraph: u32,
    date: NaiveDate,
    certainty: Certainty,
    /// Index of the expression that named it.
    timex: usize,
}

impl Day {
    /// The day a sentence is at, if its date is as fine as that.
    pub fn of(main: &Candidate<'_>, sentence: &Sentence) -> Option<Self> {
        (main.says_when() && main.when.grain <= Grain::Day).then(|| Self {
            paragraph: sentence.paragraph,
            date: main.when.first_day(),
            certainty: main.when.certainty,
            timex: main.index,
        })
    }
}

impl Finder<'_> {
    /// The words that carry `before` into a sentence that has no date of its own.
    pub(super) fn cue(
        &self,
        sentence: &Sentence,
        timexes: Range<usize>,
        before: Option<Day>,
    ) -> Option<(Cue, Day)> {
        let day = before?;
        let is_prose = self.text.paragraphs[sentence.paragraph as usize] == ParagraphKind::Text;
        let words = sentence.tokens().map(|token| self.text.word(token));
        let cue = self.words.cues.opening(words).filter(|_| is_prose)?;
        let last = sentence.tokens().end - 1;
        if self.text.word(last) == "?" {
            return None;
        }
        let span = self.cue_tokens(sentence, cue);
        let span = self.text.covered(span);
        // "Two hours later" that found nothing to count from was counted from the
        // article's day, which is not what it says.
        let is_open = self.timexes[timexes].iter().all(|timex| {
            let when = timex.told();
            when.is_none_or(|when| {
                span.contains(timex.span)
                    && when.known == Known::Computed
                    && when.grain == Grain::Day
            })
        });
        is_open.then_some((cue, day))
    }

    fn cue_tokens(&self, sentence: &Sentence, cue: Cue) -> Range<usize> {
        let first = sentence.tokens().start;
        first..(first + cue.words).min(sentence.tokens().end)
    }

    /// Appends the report of a sentence that goes on from `day`.
    pub(super) fn carry(
        &self,
        index: usize,
        cue: Cue,
        day: Day,
        timexes: Range<usize>,
        reports: &mut Vec<Report>,
    ) -> Option<Day> {
        let sentence = &self.text.sentences[index];
        let quotes = self.spoken(sentence);
        let tokens = self.cue_tokens(sentence, cue);
        let mut dated = self.dated(timexes);
        dated.retain(|date| date.start >= tokens.end);
        dated.insert(0, tokens.clone());
        let clauses = cut::cut(self.text, sentence, &quotes, &dated, self.words);
        let certainty = day.certainty.max(cue.certainty);
        let dated = Dated {
            when: When::day(day.date, Known::Carried).with_certainty(certainty),
            timex: day.timex,
            span: self.text.covered(tokens.clone()),
            clause: clauses.at(tokens.start)?,
        };
        reports.push(self.report(index, sentence, &dated, &clauses));
        Some(Day { certainty, ..day })
    }
}

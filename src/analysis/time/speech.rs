//! The day as a speaker counts it: "tomorrow", said on Tuesday.
//!
//! TIMEX3 counts every "today" from the document's date, and the value keeps
//! to that. What was said on a named day also carries the speaker's reading:
//! everything that counts from the day of speaking ("tomorrow", "last week",
//! "two days ago", "on Friday") is resolved once more, as if the document had
//! been written on the speaker's day. Narration never gets that day, and a year
//! or a month of speaking says too little to count days from.
//!
//! `sayings` knows which words of a sentence are what somebody says.

mod sayings;

use std::ops::Range;

use chrono::NaiveDate;

use super::find::{Found, Outlook, is_quoted_after};
use super::meaning::{Anchor, Kind, Part};
use super::resolve::resolve;
use super::rule::Rules;
use super::story::Story;
use super::unit::Unit;
use super::when::{Grain, Known, When};
use super::words::Class;
use super::{Timex, TimexType};
use crate::analysis::text::Text;
use sayings::Sayings;

/// Gives "today", "tomorrow" and the like in dated speech the speaker's reading.
pub(super) fn anchor(text: &Text<'_>, found: &[Found], timexes: &mut [Timex], rules: &Rules) {
    let Some(ear) = sayings::Ear::new(text, &rules.words) else {
        return;
    };
    if !found.iter().any(|found| counts_from_today(found, rules)) {
        return;
    }
    let mut listener = Listener {
        ear,
        text,
        rules,
        speaking: None,
        quoted: false,
    };
    let mut next = 0;
    for index in 0..text.sentences.len() {
        let first = next;
        while next < found.len() && found[next].sentence as usize == index {
            next += 1;
        }
        listener.sentence(index, &found[first..next], &mut timexes[first..next]);
    }
}

/// Turns the weekdays of past sayings back: "“We will vote,” she said on Tuesday"
/// was said on a Tuesday gone by, however far ahead the words before it look.
pub(super) fn turn_back(text: &Text<'_>, found: &mut [Found], rules: &Rules) {
    let Some(ear) = sayings::Ear::new(text, &rules.words) else {
        return;
    };
    for ahead in found {
        let is_open = is_bare_weekday(ahead) && !ahead.parts.has(Part::Direction);
        if ahead.outlook != Outlook::Ahead || !is_open {
            continue;
        }
        let sentence = text.sentences[ahead.sentence as usize].tokens();
        if ear.says_when(&ahead.tokens, sentence) {
            ahead.outlook = Outlook::Back;
        }
    }
}

/// Whether the expression counts from the day of speaking.
fn counts_from_today(found: &Found, rules: &Rules) -> bool {
    let rule = &rules.rules[usize::from(found.rule)];
    let parts = &found.parts;
    matches!(rule.anchor, Anchor::Document | Anchor::Story)
        && match rule.kind {
            Kind::Relative => true,
            Kind::Shift => parts.get(Part::Count).is_some_and(|count| count >= 0),
            Kind::Calendar => is_bare_weekday(found),
            Kind::Duration | Kind::Set | Kind::Reference => false,
        }
}

/// "Friday", "next Friday", "Friday night".
fn is_bare_weekday(found: &Found) -> bool {
    let dated = [Part::Day, Part::Month, Part::MonthNumber, Part::Year];
    found.parts.has(Part::Weekday) && !dated.iter().any(|part| found.parts.has(*part))
}

/// The day of the speech reported at some point.
#[derive(Debug, Clone, Copy)]
struct Speaking {
    day: NaiveDate,
    /// Index of the sentence that named the day.
    sentence: usize,
    /// Whether that sentence has speech itself, and is not narration before it.
    is_of_speech: bool,
}

impl Speaking {
    /// Whether what is said in a later sentence may count from the day: speech
    /// that goes on does for a few sentences. Behind narration ("He met envoys on
    /// Tuesday. 'Not today,' he said") only days of the next sentence do.
    fn reaches(self, sentence: usize, unit: Option<Unit>) -> bool {
        /// About a paragraph of an agency's report.
        const SPEECH: usize = 4;
        if self.is_of_speech {
            sentence <= self.sentence + SPEECH
        } else {
            sentence <= self.sentence + 1 && unit.is_some_and(|unit| unit <= Unit::Night)
        }
    }
}

/// Goes through the sentences and remembers on which day is spoken.
struct Listener<'t, 's, 'a> {
    text: &'t Text<'s>,
    rules: &'a Rules,
    ear: sayings::Ear<'t, 's, 'a>,
    /// The day of the speech reported at this point; `None` in plain narration.
    speaking: Option<Speaking>,
    /// Whether a quotation is open.
    quoted: bool,
}

impl Listener<'_, '_, '_> {
    fn sentence(&mut self, index: usize, found: &[Found], timexes: &mut [Timex]) {
        let tokens = self.text.sentences[index].tokens();
        let quotations = self.quotations(tokens.clone());
        if found.is_empty() && self.speaking.is_none() {
            return;
        }
        let dates: Vec<(u32, u32)> = found.iter().map(|found| found.tokens).collect();
        let sayings = Sayings::read(&self.ear, tokens, &quotations, &dates);
        self.remember(index, found, timexes, &sayings);
        let Some(speaking) = self.speaking.filter(|_| sayings.is_speech()) else {
            return;
        };
        for (found, timex) in found.iter().zip(timexes) {
            let Some(said) = sayings.said(found.tokens.0) else {
                continue;
            };
            let rule = &self.rules.rules[usize::from(found.rule)];
            let unit = found.parts.get(Part::Unit).and_then(Unit::of_code);
            let unit = unit.filter(|_| rule.kind == Kind::Relative);
            if counts_from_today(found, self.rules) && speaking.reaches(index, unit) {
                timex.spoken = self
                    .spoken(found, speaking.day, said)
                    .filter(|spoken| timex.when.is_none_or(|when| !is_same(*spoken, when)));
            }
        }
    }

    /// The marks of a sentence, which by turns open and close a quotation; one
    /// that is open already opens with the sentence.
    fn quotations(&mut self, tokens: Range<usize>) -> Vec<u32> {
        let mut marks = Vec::new();
        if self.quoted {
            marks.push(tokens.start as u32);
        }
        for token in tokens {
            let open = is_quoted_after(self.text.word(token), self.quoted);
            if open != self.quoted {
                self.quoted = open;
                marks.push(token as u32);
            }
        }
        marks
    }

    /// Takes the day of this sentence, keeps the last through speech, and drops it otherwise.
    fn remember(&mut self, index: usize, found: &[Found], timexes: &[Timex], sayings: &Sayings) {
        let days = found.iter().zip(timexes).filter_map(|(found, timex)| {
            let is_date = matches!(timex.kind, TimexType::Date | TimexType::Time);
            let token = found.tokens.0;
            let fits = is_date
                && found.outlook != Outlook::Ahead
                && found.parts.get(Part::Direction).unwrap_or(0) <= 0
                && sayings.said(token).is_none();
            let when = timex.when.filter(|when| fits && when.grain <= Grain::Day)?;
            // News gives the day of a saying without its year.
            let rank = (
                !sayings.is_date_of_saying(token),
                found.parts.has(Part::Year),
                token,
            );
            Some((rank, when.first_day()))
        });
        let own = days.min_by_key(|(rank, _)| *rank);
        let is_of_speech = sayings.is_speech();
        if own.is_some() || !is_of_speech {
            self.speaking = own.map(|(_, day)| Speaking {
                day,
                sentence: index,
                is_of_speech,
            });
        }
    }

    /// What an expression means to somebody who says it on `day`, among the words `said`.
    fn spoken(&self, found: &Found, day: NaiveDate, said: Range<usize>) -> Option<When> {
        let outlook = if is_bare_weekday(found) && !found.parts.has(Part::Direction) {
            self.outlook(found, said)?
        } else {
            found.outlook
        };
        // It is resolved as if it stood alone in a text written on that day.
        let alone = Found {
            partner: None,
            outlook,
            ..found.clone()
        };
        let mut when = resolve(&[alone], Story::News, Some(day), self.rules)
            .pop()?
            .when?;
        when.known = Known::Carried;
        Some(when)
    }

    /// Whether what is said of a weekday lies behind or ahead of the speaker;
    /// `None` when the words do not tell, and no guess is made.
    fn outlook(&self, found: &Found, said: Range<usize>) -> Option<Outlook> {
        /// About a clause, in tokens.
        const NEAR: usize = 12;
        let (first, after) = (found.tokens.0 as usize, found.tokens.1 as usize);
        let from = said.start.max(first.saturating_sub(NEAR));
        let to = said.end.min(after + NEAR);
        // The nearest verb tells, those before the day first.
        let nearest = (from..first).rev().chain(after..to.max(after));
        nearest
            .into_iter()
            .find_map(|token| self.looks(self.text.word(token)))
    }

    fn looks(&self, word: &str) -> Option<Outlook> {
        const AHEAD: [&str; 7] = ["will", "would", "’ll", "'ll", "shall", "going", "must"];
        let classes = self.rules.words.read(word).classes;
        let is_past = word.len() > 4 && word.ends_with("ed");
        if AHEAD.contains(&word) || classes.has(Class::AHEAD) {
            Some(Outlook::Ahead)
        } else if word != "since" && (is_past || classes.has(Class::PAST_VERB)) {
            Some(Outlook::Back)
        } else {
            None
        }
    }
}

/// Whether two cover the same stretch, however they are known.
fn is_same(one: When, other: When) -> bool {
    one.earliest() == other.earliest() && one.latest() == other.latest()
}

#[cfg(test)]
mod tests;

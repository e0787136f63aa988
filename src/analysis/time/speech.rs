//! The day as a speaker counts it: "tomorrow", said on Tuesday.
//!
//! TIMEX3 counts every "today" from the document's date, and the value keeps
//! to that. What was said on a named day also carries the speaker's reading.

use chrono::{Days, NaiveDate};

use super::find::Found;
use super::meaning::{Anchor, Kind, Part};
use super::moment::Moment;
use super::rule::Rules;
use super::unit::{DayPart, Unit};
use super::when::{Grain, Known};
use super::words::Class;
use super::{Timex, TimexType};
use crate::analysis::text::Text;

/// Gives "today", "tomorrow" and the like in dated speech the speaker's reading.
pub(super) fn anchor(text: &Text<'_>, found: &[Found], timexes: &mut [Timex], rules: &Rules) {
    let Some(saying) = rules.words.class("saying") else {
        return;
    };
    if !found.iter().any(|found| is_deictic(found, rules)) {
        return;
    }
    let mut listener = Listener {
        text,
        rules,
        saying,
        day: None,
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

/// Whether the expression counts days from the day of speaking.
fn is_deictic(found: &Found, rules: &Rules) -> bool {
    let rule = &rules.rules[usize::from(found.rule)];
    rule.kind == Kind::Relative
        && rule.anchor == Anchor::Document
        && found.parts.get(Part::Unit) == Some(Unit::Day.code())
}

/// Goes through the sentences and remembers on which day is spoken.
struct Listener<'t, 's, 'a> {
    text: &'t Text<'s>,
    rules: &'a Rules,
    saying: Class,
    /// The day of the speech reported at this point; `None` in plain narration.
    day: Option<NaiveDate>,
    /// Whether a quotation is open.
    quoted: bool,
}

impl Listener<'_, '_, '_> {
    fn sentence(&mut self, index: usize, found: &[Found], timexes: &mut [Timex]) {
        let tokens = self.text.sentences[index].tokens();
        let mut sayings = Sayings::default();
        let mut quotations: Vec<u32> = Vec::new();
        if self.quoted {
            quotations.push(tokens.start as u32);
        }
        for token in tokens.clone() {
            let word = self.text.word(token);
            let opens = match word {
                "“" => Some(true),
                "”" => Some(false),
                "\"" => Some(!self.quoted),
                _ => None,
            };
            match opens {
                Some(open) if open != self.quoted => {
                    self.quoted = open;
                    quotations.push(token as u32);
                }
                Some(_) => {}
                None if self.rules.words.read(word).classes.has(self.saying) => {
                    let that = token + 1 < tokens.end && self.text.word(token + 1) == "that";
                    sayings.add(token as u32, that);
                }
                None => {}
            }
        }
        // Marks alternate between opening and closing, so an odd number before means inside.
        let is_quoted = |token: u32| quotations.partition_point(|mark| *mark <= token) % 2 == 1;
        let is_speech = sayings.last.is_some() || !quotations.is_empty();
        self.remember(found, timexes, &is_quoted, is_speech);
        let Some(day) = self.day.filter(|_| is_speech) else {
            return;
        };
        for (found, timex) in found.iter().zip(timexes) {
            let token = found.tokens.0;
            let told = is_quoted(token) || sayings.tell(token, tokens.end as u32);
            if told && is_deictic(found, self.rules) {
                timex.spoken = spoken(found, day).filter(|spoken| Some(*spoken) != timex.when);
            }
        }
    }

    /// Takes the day of this sentence, keeps the last through speech, and drops it otherwise.
    fn remember(
        &mut self,
        found: &[Found],
        timexes: &[Timex],
        is_quoted: &impl Fn(u32) -> bool,
        is_speech: bool,
    ) {
        let own = found.iter().zip(timexes).find_map(|(found, timex)| {
            let is_date = matches!(timex.kind, TimexType::Date | TimexType::Time);
            let fits = is_date && !is_quoted(found.tokens.0) && !is_deictic(found, self.rules);
            timex
                .when
                .filter(|when| fits && when.grain <= Grain::Day)
                .map(|when| when.first_day())
        });
        if own.is_some() || !is_speech {
            self.day = own;
        }
    }
}

/// The verbs of saying of a sentence.
#[derive(Debug, Default)]
struct Sayings {
    /// The first that "that" follows.
    first_that: Option<u32>,
    last: Option<u32>,
}

impl Sayings {
    fn add(&mut self, token: u32, that: bool) {
        self.last = Some(token);
        if that && self.first_that.is_none() {
            self.first_that = Some(token);
        }
    }

    /// Whether an unquoted word is part of what somebody says: behind "said
    /// that", or before a closing ", he noted". Elsewhere "today" is the reporter's own.
    fn tell(&self, token: u32, end: u32) -> bool {
        /// A closing "he said" lies this close to the end of its sentence, in tokens.
        const CLOSING: u32 = 5;
        let closes = |last: u32| last + CLOSING >= end && last > token + 2;
        self.first_that.is_some_and(|that| that < token) || self.last.is_some_and(closes)
    }
}

fn spoken(found: &Found, day: NaiveDate) -> Option<super::When> {
    let distance = found.parts.get(Part::Direction).unwrap_or(0);
    let days = Days::new(distance.unsigned_abs().into());
    let day = if distance < 0 {
        day.checked_sub_days(days)
    } else {
        day.checked_add_days(days)
    }?;
    let part = found.parts.get(Part::TimeOfDay).and_then(DayPart::of_code);
    Moment::day(day)?.at(part).when(Known::Carried)
}

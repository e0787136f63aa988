//! Which words of a sentence are what somebody says, and what says when.

use std::ops::Range;

use crate::analysis::text::Text;
use crate::analysis::time::words::{Class, Words};

/// Words between a verb of saying and its date: "told reporters in Oslo on".
const BETWEEN: u32 = 5;

/// Knows verbs of saying, and the dates that belong to them.
pub(super) struct Ear<'t, 's, 'a> {
    text: &'t Text<'s>,
    words: &'a Words,
    saying: Class,
}

impl<'t, 's, 'a> Ear<'t, 's, 'a> {
    /// Listens to a text; `None` where the words have no verbs of saying.
    pub fn new(text: &'t Text<'s>, words: &'a Words) -> Option<Self> {
        Some(Self {
            text,
            words,
            saying: words.class("saying")?,
        })
    }

    fn is_saying(&self, token: u32) -> bool {
        let word = self.text.word(token as usize);
        self.words.read(word).classes.has(self.saying)
    }

    /// Whether the words at `date` say when something has been said.
    pub fn says_when(&self, date: &(u32, u32), sentence: Range<usize>) -> bool {
        let first = (sentence.start as u32).max(date.0.saturating_sub(BETWEEN + 1));
        (first..date.0).rev().any(|verb| {
            let word = self.text.word(verb as usize);
            let is_past = word.ends_with("ed") || matches!(word, "said" | "told" | "wrote");
            let before = verb.checked_sub(1).filter(|before| *before >= first);
            let is_passive =
                before.is_some_and(|before| matches!(self.text.word(before as usize), "be" | "to"));
            is_past && !is_passive && self.is_saying(verb) && self.is_beside(verb, date.0)
        })
    }

    /// The "that" behind a verb of saying; an object, a place and a date may stand between.
    fn that(&self, verb: u32, end: u32) -> Option<u32> {
        let mut near = verb + 1..end.min(verb + 2 + BETWEEN);
        let stop = near.find(|token| self.ends_phrase(*token, true))?;
        (self.text.word(stop as usize) == "that").then_some(stop)
    }

    /// Whether only an object and a place stand between a verb and a date.
    fn is_beside(&self, verb: u32, date: u32) -> bool {
        let told = self.text.word(verb as usize) == "told";
        date <= verb + 1 + BETWEEN && !(verb + 1..date).any(|token| self.ends_phrase(token, told))
    }

    /// Whether a clause of its own, or another verb, stands between a verb and a date.
    fn ends_phrase(&self, token: u32, told: bool) -> bool {
        let word = self.text.word(token as usize);
        let classes = self.words.read(word).classes;
        matches!(word, "that" | "it" | "he" | "she" | "they" | "we")
            // "said the talks", but "told the council"
            || !told && matches!(word, "the" | "a" | "his" | "her" | "its" | "their")
            || matches!(word, "," | ";" | "“" | "\"" | ":")
            || classes.has(Class::AHEAD)
            || classes.has(Class::PAST_VERB)
            || word.len() > 4 && word.ends_with("ed")
    }
}

/// The verbs of saying of a sentence, and its quotations.
#[derive(Debug)]
pub(super) struct Sayings {
    verbs: Vec<Verb>,
    /// Where what is said begins without marks: behind "said that", or behind
    /// the date in "said Tuesday he would leave".
    from: Option<u32>,
    /// The marks that by turns open and close a quotation.
    quotations: Vec<u32>,
    tokens: Range<usize>,
}

#[derive(Debug)]
struct Verb {
    token: u32,
    /// The expression of time that says when it was said: "said on Tuesday".
    date: Option<u32>,
}

impl Sayings {
    pub fn read(
        ear: &Ear<'_, '_, '_>,
        tokens: Range<usize>,
        quotations: &[u32],
        dates: &[(u32, u32)],
    ) -> Self {
        let mut sayings = Self {
            verbs: Vec::new(),
            from: None,
            quotations: quotations.to_vec(),
            tokens: tokens.clone(),
        };
        let word = |token: u32| {
            let is_inside = (token as usize) < tokens.end;
            if is_inside {
                ear.text.word(token as usize)
            } else {
                ""
            }
        };
        for token in tokens.start as u32..tokens.end as u32 {
            if sayings.is_quoted(token) || !ear.is_saying(token) {
                continue;
            }
            let next = dates.partition_point(|date| date.0 <= token);
            let date = dates
                .get(next)
                .filter(|date| !sayings.is_quoted(date.0) && ear.is_beside(token, date.0));
            let after = date.map_or(token + 1, |date| date.1);
            if sayings.from.is_none() {
                let opens = date.is_some() && begins_clause(word(after));
                let that = ear.that(token, tokens.end as u32);
                sayings.from = that.or(opens.then_some(after));
            }
            sayings.verbs.push(Verb {
                token,
                date: date.map(|date| date.0),
            });
        }
        sayings
    }

    /// Whether somebody says something in the sentence.
    pub fn is_speech(&self) -> bool {
        !self.verbs.is_empty() || !self.quotations.is_empty()
    }

    // Marks alternate between opening and closing, so an odd number before means inside.
    fn is_quoted(&self, token: u32) -> bool {
        self.marks_before(token) % 2 == 1
    }

    fn marks_before(&self, token: u32) -> usize {
        self.quotations.partition_point(|mark| *mark <= token)
    }

    /// The words of the speech that a token lies in; `None` for the reporter's own.
    ///
    /// Without marks it is speech behind "said that" and "said Tuesday", or before
    /// a closing ", he noted". Elsewhere "today" is the reporter's own.
    pub fn said(&self, token: u32) -> Option<Range<usize>> {
        /// A closing "he said" lies this close to the end of its sentence, in
        /// tokens, a date after it aside.
        const CLOSING: u32 = 7;
        let end = self.tokens.end as u32;
        let marks = self.marks_before(token);
        if marks % 2 == 1 {
            let close = self.quotations.get(marks).map_or(end, |mark| *mark);
            return Some(self.quotations[marks - 1] as usize..close as usize);
        }
        if let Some(from) = self.from.filter(|from| *from <= token) {
            return Some(from as usize..self.tokens.end);
        }
        let last = self.verbs.last()?;
        let closes = last.token + CLOSING >= end && last.token > token + 2;
        // "On Tuesday, he said" is no speech before its verb.
        let opens = token < self.tokens.start as u32 + 2;
        (closes && !opens).then_some(self.tokens.start..last.token as usize)
    }

    /// Whether the expression at a token says when something was said.
    pub fn is_date_of_saying(&self, token: u32) -> bool {
        let next = self.verbs.partition_point(|verb| verb.token < token);
        let before = next.checked_sub(1);
        before.is_some_and(|verb| self.verbs[verb].date == Some(token))
    }
}

/// Whether a word begins a clause with its own subject.
fn begins_clause(word: &str) -> bool {
    const OPENING: [&str; 20] = [
        "he", "she", "it", "they", "we", "you", "i", "the", "a", "an", "his", "her", "its", "our",
        "their", "this", "these", "those", "no", "there",
    ];
    word.starts_with(char::is_uppercase) || OPENING.contains(&word)
}

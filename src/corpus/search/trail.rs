//! How well each entry of a part has a term, and what was found out on the way.
//!
//! The trail remembers the terms looked up last. A term typed on is looked for
//! among the names that had the letters so far; a letter taken back is found
//! again as it was; the other terms of the line are not looked up anew.

use std::collections::VecDeque;
use std::sync::Arc;

use super::names::{Found, Letters};
use super::near::Near;
use super::part::{Kind, Part};
use super::query::{Manner, Term};
use super::value::Value;
use super::words::words_of;
use crate::corpus::fold;

/// Terms remembered: as many as a long line has letters.
const STEPS: usize = 24;
/// Bytes remembered, a million names with a few terms.
const MOST_BYTES: usize = 24_000_000;
/// From so many bytes on the inside of a word counts. Two letters inside a word
/// say nothing; three bytes are one letter of Chinese.
const INSIDE: usize = 3;
/// From so many bytes on those names without the letters are without those of longer terms.
const SURVIVAL: usize = 3;

/// The terms looked up last in one part.
#[derive(Debug, Default)]
pub(super) struct Trail(VecDeque<Step>);

/// A word of a name that is a term misspelt.
pub(super) type Misspelt = Arc<[(Box<str>, Value)]>;

#[derive(Debug, Clone)]
struct Step {
    term: Term,
    values: Arc<[Value]>,
    /// The names that have the letters in order, however scattered.
    survivors: Option<Arc<[u32]>>,
}

impl Trail {
    /// Returns how well each entry has a term; `misspelt` are the words to take for it.
    pub fn values(&mut self, part: &Part, term: &Term, misspelt: &Misspelt) -> Arc<[Value]> {
        if let Some(place) = self.0.iter().position(|step| step.term == *term) {
            let step = self.0.remove(place).expect("it was found there");
            let values = Arc::clone(&step.values);
            self.0.push_front(step);
            return values;
        }
        let mut values = vec![Value::ABSENT; part.count()];
        let survivors = match term.manner {
            Manner::Loose => {
                let earlier = self.survivors(&term.text);
                value_loosely(part, &term.text, misspelt, earlier, &mut values)
            }
            Manner::Exact | Manner::Whole | Manner::First | Manner::Last | Manner::Equal => {
                value_exactly(part, term, &mut values);
                None
            }
        };
        let values: Arc<[Value]> = values.into();
        self.0.push_front(Step {
            term: term.clone(),
            values: Arc::clone(&values),
            survivors,
        });
        while self.0.len() > STEPS || (self.0.len() > 1 && self.size() > MOST_BYTES) {
            self.0.pop_back();
        }
        values
    }

    /// The names that have the letters of the longest beginning looked up before.
    fn survivors(&self, text: &str) -> Option<Arc<[u32]>> {
        let steps = self
            .0
            .iter()
            .filter(|step| step.term.manner == Manner::Loose && text.starts_with(&step.term.text));
        let best = steps
            .filter(|step| step.survivors.is_some())
            .max_by_key(|step| step.term.text.len());
        best.and_then(|step| step.survivors.clone())
    }

    fn size(&self) -> usize {
        let survivors = |step: &Step| step.survivors.as_ref().map_or(0, |list| list.len() * 4);
        self.0
            .iter()
            .map(|step| step.values.len() + survivors(step))
            .sum()
    }
}

/// Finds the words of names that are a term misspelt.
pub(super) fn misspelt(people: &Part, term: &Term) -> Misspelt {
    let near = match term.manner {
        Manner::Loose => Near::of(&term.text),
        Manner::Exact | Manner::Whole | Manner::First | Manner::Last | Manner::Equal => None,
    };
    let near = near.filter(|near| !near.is_short() || !people.words.begins_a_name(&term.text));
    let found = near.map(|near| people.words.misspelt(&near));
    let found = found.unwrap_or_default().into_iter();
    found.map(|(word, value)| (word.into(), value)).collect()
}

fn value_loosely(
    part: &Part,
    text: &str,
    misspelt: &Misspelt,
    earlier: Option<Arc<[u32]>>,
    values: &mut [Value],
) -> Option<Arc<[u32]>> {
    if text.len() >= INSIDE {
        part.words.value_insides(text, values);
    }
    part.words.value_beginnings(text, values);
    for (word, value) in &**misspelt {
        part.words.value_word(word, *value, values);
    }
    if !part.kind.has_name() {
        return None;
    }
    let sought = Letters::of(text);
    let mut survivors = Vec::new();
    let mut look = |entry: u32| {
        let found = part.names.find(entry as usize, &sought);
        if found != Found::Missing {
            survivors.push(entry);
        }
        if let Found::Ordered(estimate) = found {
            let known = &mut values[entry as usize];
            *known = Value::letters(estimate).max(*known);
        }
    };
    match earlier {
        Some(earlier) => earlier.iter().copied().for_each(&mut look),
        // One letter is a matter of word starts.
        None if text.len() > 1 => (0..part.names.count() as u32).for_each(&mut look),
        None => {}
    }
    (text.len() >= SURVIVAL).then(|| survivors.into())
}

fn value_exactly(part: &Part, term: &Term, values: &mut [Value]) {
    let text = term.text.as_str();
    let words = || words_of(text);
    let rarest = match term.manner {
        Manner::First | Manner::Equal | Manner::Whole => words().next(),
        Manner::Last => words().last(),
        Manner::Loose | Manner::Exact => words().max_by_key(|word| word.len()),
    };
    match (term.manner, rarest) {
        (_, None) => values.fill(Value::INSIDE),
        (Manner::Whole, Some(word)) => part.words.value_wholes(word, values),
        (Manner::First | Manner::Equal, Some(word)) => part.words.value_beginnings(word, values),
        (Manner::Last, Some(word)) => part.words.value_endings(word, values),
        (Manner::Loose | Manner::Exact, Some(word)) => {
            part.words.value_insides(word, values);
            part.words.value_beginnings(word, values);
        }
    }
    let is_word = rarest == Some(text);
    if !(is_word && matches!(term.manner, Manner::Exact | Manner::Whole)) {
        keep_found(part, term, values);
    }
}

/// Looks into the entries that may have a term, and values those that do.
fn keep_found(part: &Part, term: &Term, values: &mut [Value]) {
    let mut folded = String::new();
    let valued = values.iter_mut().enumerate();
    for (entry, value) in valued.filter(|(_, value)| !value.is_absent()) {
        let mut best = Value::ABSENT;
        for (place, piece) in part.pieces(entry).enumerate() {
            if best == Value::WHOLE {
                break;
            }
            folded.clear();
            fold::fold_into(piece, &mut folded);
            let is_name = part.kind == Kind::Person && place == 0;
            if let Some(range) = Line::of(&folded, is_name).find(term) {
                best = best.max(worth(&folded, &range));
            }
        }
        *value = best;
    }
}

/// A text that stands by itself: a name, an alias, a role, a headline, what is told.
pub(super) struct Line<'a> {
    folded: &'a str,
    /// Where the family name begins, where it is someone's name: lists show that first.
    family: Option<usize>,
}

impl<'a> Line<'a> {
    pub fn of(folded: &'a str, is_name: bool) -> Self {
        let words = words_of(folded).filter(|word| !SUFFIXES.contains(word));
        let family = words.last().filter(|_| is_name);
        let family = family.map(|word| word.as_ptr() as usize - folded.as_ptr() as usize);
        Self { folded, family }
    }

    /// Finds a term that wants to be matched as it is.
    pub fn find(&self, term: &Term) -> Option<std::ops::Range<usize>> {
        let (text, folded) = (term.text.as_str(), self.folded);
        let begins = std::iter::once(0).chain(self.family);
        let mut begins = begins.filter(|begin| folded[*begin..].starts_with(text));
        match term.manner {
            Manner::Loose | Manner::Exact => {
                let at = memchr::memmem::find(folded.as_bytes(), text.as_bytes())?;
                Some(at..at + text.len())
            }
            Manner::Whole => phrase(folded, text, 0),
            Manner::First => begins.next().map(|begin| begin..begin + text.len()),
            Manner::Last => {
                let end = folded.trim_end().len();
                let begin = folded[..end].ends_with(text).then(|| end - text.len());
                begin.map(|begin| begin..end)
            }
            Manner::Equal => begins
                .find(|begin| folded[*begin..].trim_end() == text)
                .map(|begin| begin..begin + text.len()),
        }
    }
}

/// Endings that stand after the family name.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// Finds words one after another as whole words, whatever stands between them, from a byte on.
pub(super) fn phrase(folded: &str, text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let mut sought = words_of(text);
    let first = sought.next()?;
    let finder = memchr::memmem::Finder::new(first);
    let mut at = from;
    while let Some(found) = finder.find(&folded.as_bytes()[at..]) {
        let begin = at + found;
        at = begin + first.len();
        if folded[..begin].ends_with(char::is_alphanumeric) {
            continue;
        }
        let mut end = begin;
        let mut here = words_of(&folded[begin..]);
        let all = std::iter::once(first).chain(sought.clone()).all(|word| {
            here.next().is_some_and(|next| {
                end = next.as_ptr() as usize - folded.as_ptr() as usize + next.len();
                next == word
            })
        });
        if all {
            return Some(begin..end);
        }
    }
    None
}

fn worth(folded: &str, range: &std::ops::Range<usize>) -> Value {
    if folded[..range.start].ends_with(char::is_alphanumeric) {
        Value::INSIDE
    } else if folded[range.end..].starts_with(char::is_alphanumeric) {
        Value::BEGINS
    } else {
        Value::WHOLE
    }
}

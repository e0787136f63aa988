//! Words that take the day over from the sentence before: "Hours later, …".

use serde::Deserialize;

use super::words::phrases;
use crate::analysis::time::Certainty;

/// The table `[carrying]` of `assets/english/clauses.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueLists {
    /// What `#` in a cue stands for, besides a number.
    quantities: Vec<String>,
    same_day: Vec<String>,
    about: Vec<String>,
}

/// The phrases, as their words.
#[derive(Debug)]
pub(super) struct Cues {
    quantities: Vec<String>,
    same_day: Vec<Vec<String>>,
    about: Vec<Vec<String>>,
}

/// A cue that opens a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    /// How many words it takes.
    pub words: usize,
    /// Whether the day may have turned meanwhile.
    pub certainty: Certainty,
}

impl Cues {
    pub fn of(lists: &CueLists) -> Self {
        Self {
            quantities: lists.quantities.clone(),
            same_day: phrases(&lists.same_day),
            about: phrases(&lists.about),
        }
    }

    /// Returns the longest cue that `words` begin with.
    pub fn opening<'a>(&self, words: impl Iterator<Item = &'a str> + Clone) -> Option<Cue> {
        let exact = self.same_day.iter().map(|cue| (cue, Certainty::Exact));
        let about = self.about.iter().map(|cue| (cue, Certainty::Approximate));
        exact
            .chain(about)
            .filter_map(|(cue, certainty)| {
                let words = self.matched(cue, words.clone())?;
                Some(Cue { words, certainty })
            })
            .max_by_key(|cue| cue.words)
    }

    /// How many words a cue takes here, up to its "|".
    fn matched<'a>(
        &self,
        cue: &[String],
        words: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<usize> {
        /// "about a hundred": the words of a quantity.
        const LONGEST: usize = 3;
        let mut words = words.peekable();
        let mut taken = 0;
        let mut end = None;
        for part in cue {
            if part == "|" {
                end = Some(taken);
                continue;
            }
            if part == "#" {
                let before = taken;
                while taken < before + LONGEST
                    && words.next_if(|word| self.is_quantity(word)).is_some()
                {
                    taken += 1;
                }
                if taken == before {
                    return None;
                }
                continue;
            }
            words.next_if(|word| word.eq_ignore_ascii_case(part))?;
            taken += 1;
        }
        Some(end.unwrap_or(taken))
    }

    fn is_quantity(&self, word: &str) -> bool {
        let known = |quantity: &String| word.eq_ignore_ascii_case(quantity);
        word.bytes().all(|byte| byte.is_ascii_digit()) || self.quantities.iter().any(known)
    }
}

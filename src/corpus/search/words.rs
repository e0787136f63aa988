//! The words of all entries, each with the entries it is in.

use std::ops::Range;

use memchr::memmem;
use rustc_hash::FxHashMap;

/// How well a term is in an entry as a word, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Absent,
    /// Inside a word.
    Inside,
    /// A word begins with it.
    Begins,
    /// A whole word.
    Whole,
}

/// Words in order of the alphabet, with the entries they are in.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The words, a line break behind each.
    arena: String,
    /// Where each word begins in the arena, and where one more would.
    begins: Vec<u32>,
    /// Where each word's entries begin in `entries`, and where the last's end.
    ranges: Vec<u32>,
    entries: Vec<u32>,
}

/// Collects words until they can be sorted.
#[derive(Debug, Default)]
pub(super) struct WordsBuilder {
    numbers: FxHashMap<Box<str>, u32>,
    /// Word and entry, as they come.
    pairs: Vec<(u32, u32)>,
    /// By word: the entry it was last seen in.
    last_entry: Vec<u32>,
}

impl WordsBuilder {
    /// Takes in a folded text of an entry; entries must come in order.
    pub fn push(&mut self, entry: u32, folded: &str) {
        for word in words_of(folded) {
            let number = match self.numbers.get(word) {
                Some(number) => *number,
                None => {
                    let number = self.numbers.len() as u32;
                    self.numbers.insert(word.into(), number);
                    self.last_entry.push(u32::MAX);
                    number
                }
            };
            if std::mem::replace(&mut self.last_entry[number as usize], entry) != entry {
                self.pairs.push((number, entry));
            }
        }
    }

    pub fn build(self) -> Words {
        let mut sorted: Vec<(&str, u32)> = self
            .numbers
            .iter()
            .map(|(word, number)| (&**word, *number))
            .collect();
        sorted.sort_unstable();
        let mut words = Words::default();
        let mut position = vec![0; sorted.len()];
        for (place, (word, number)) in (0..).zip(&sorted) {
            position[*number as usize] = place;
            words.begins.push(words.arena.len() as u32);
            words.arena.push_str(word);
            words.arena.push('\n');
        }
        words.begins.push(words.arena.len() as u32);
        words.ranges = vec![0; sorted.len() + 1];
        for (number, _) in &self.pairs {
            words.ranges[position[*number as usize] + 1] += 1;
        }
        for place in 1..words.ranges.len() {
            words.ranges[place] += words.ranges[place - 1];
        }
        let mut next = words.ranges.clone();
        words.entries = vec![0; self.pairs.len()];
        for (number, entry) in &self.pairs {
            let next = &mut next[position[*number as usize]];
            words.entries[*next as usize] = *entry;
            *next += 1;
        }
        words
    }
}

impl Words {
    fn count(&self) -> usize {
        self.begins.len().saturating_sub(1)
    }

    fn word(&self, place: usize) -> &str {
        &self.arena[self.begins[place] as usize..self.begins[place + 1] as usize - 1]
    }

    fn entries(&self, words: Range<usize>) -> &[u32] {
        &self.entries[self.ranges[words.start] as usize..self.ranges[words.end] as usize]
    }

    /// Says for each of `count` entries how well a folded term is in it.
    pub fn levels(&self, term: &str, count: usize) -> Vec<Level> {
        let mut levels = vec![Level::Absent; count];
        let begin = self.first_from(term);
        let mut end = begin;
        while end < self.count() && self.word(end).starts_with(term) {
            end += 1;
        }
        // Two letters inside a word say nothing; three bytes are one letter of Chinese.
        if term.len() >= 3 {
            let mut from = 0;
            let finder = memmem::Finder::new(term);
            while let Some(found) = finder.find(&self.arena.as_bytes()[from..]) {
                let at = (from + found) as u32;
                let place = self.begins.partition_point(|begin| *begin <= at) - 1;
                self.mark(&mut levels, place..place + 1, Level::Inside);
                from = self.begins[place + 1] as usize - 1;
            }
        }
        self.mark(&mut levels, begin..end, Level::Begins);
        if begin < end && self.word(begin) == term {
            self.mark(&mut levels, begin..begin + 1, Level::Whole);
        }
        levels
    }

    fn mark(&self, levels: &mut [Level], words: Range<usize>, level: Level) {
        if words.is_empty() {
            return;
        }
        for entry in self.entries(words) {
            let known = &mut levels[*entry as usize];
            *known = level.max(*known);
        }
    }

    /// The first word that does not come before the term in the alphabet.
    fn first_from(&self, term: &str) -> usize {
        let (mut low, mut high) = (0, self.count());
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle) < term {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Splits a folded text at everything that is neither letter nor digit.
pub(super) fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Level, WordsBuilder};

    #[test]
    fn a_term_is_a_word_begins_one_or_is_inside_one() {
        let mut builder = WordsBuilder::default();
        let texts = ["zarif spoke", "zarifi", "mozarif-zarif", "czar", "", "زریف"];
        for (entry, text) in (0..).zip(texts) {
            builder.push(entry, text);
        }
        let words = builder.build();
        use Level::{Absent, Begins, Inside, Whole};
        for (term, expected) in [
            ("zarif", [Whole, Begins, Whole, Absent, Absent, Absent]),
            ("zar", [Begins, Begins, Begins, Inside, Absent, Absent]),
            ("ar", [Absent; 6]),
            ("s", [Begins, Absent, Absent, Absent, Absent, Absent]),
            ("ریف", [Absent, Absent, Absent, Absent, Absent, Inside]),
            ("zzz", [Absent; 6]),
        ] {
            assert_eq!(words.levels(term, 6), expected, "{term}");
        }
        assert_eq!(WordsBuilder::default().build().levels("zar", 0), []);
    }
}
